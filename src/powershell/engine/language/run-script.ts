/** For tests: runs a script in a fresh runspace and tells what it gave, in order, a line for each object or record. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { runAlone } from '../test-support/run-script.js';

/**
 * @returns output as text (`null` for nothing), `ERROR id: message` for records of the error stream, `STOP id: message`
 * for the terminating one, `WARNING: …`, `HOST: …` for information.
 */
export async function linesOf(
  script: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const lines: string[] = [];
  const outcome = await runAlone(
    script,
    {
      output: (value: PSValue) => void lines.push(value === null ? 'null' : toText(value)),
      error: (record) => void lines.push(`ERROR ${record.fullyQualifiedErrorId}: ${record.exception.message}`),
      informational: (record) => void lines.push(`${record.kind.toUpperCase()}: ${record.message}`),
      information: (record) =>
        void lines.push(
          `HOST: ${record.messageData instanceof PSObject ? String(record.messageData) : toText(record.messageData)}`,
        ),
    },
    { variables: { PSCulture: '' }, environment: { ...process.env, ...environment } },
  );
  if (outcome.state === 'Failed')
    lines.push(`STOP ${outcome.error.fullyQualifiedErrorId}: ${outcome.error.exception.message}`);
  return lines;
}
