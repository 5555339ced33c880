/** For tests: runs a script in a fresh runspace and tells what it gave, in order, a line for each object or record. */
import { PipelineResultTypes, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { createRunspace } from '../index.js';

/**
 * @returns output as text (`null` for nothing), `ERROR id: message` for records of the error stream, `STOP id: message`
 * for the terminating one, `WARNING: …`, `HOST: …` for information.
 */
export async function linesOf(
  script: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const lines: string[] = [];
  const apart = PipelineResultTypes.None;
  const runspace = createRunspace({ variables: { PSCulture: '' }, environment: { ...process.env, ...environment } });
  const outcome = await runspace.run({
    definition: {
      statements: [
        [
          {
            mergeMyResult: apart,
            mergeToResult: apart,
            mergePreviousResults: apart,
            mergeError: apart,
            mergeWarning: apart,
            mergeVerbose: apart,
            mergeDebug: apart,
            mergeInformation: apart,
            command: script,
            isScript: true,
            useLocalScope: false,
            parameters: [],
          },
        ],
      ],
      isNested: false,
      history: null,
      redirectShellErrorOutputPipe: false,
    },
    input: undefined,
    host: { name: 'test', version: '1.0', defaults: new Map(), hasUI: false, call: () => Promise.resolve(null) },
    sink: {
      output: (value: PSValue) => void lines.push(value === null ? 'null' : toText(value)),
      error: (record) => void lines.push(`ERROR ${record.fullyQualifiedErrorId}: ${record.exception.message}`),
      informational: (record) => void lines.push(`${record.kind.toUpperCase()}: ${record.message}`),
      progress: () => undefined,
      information: (record) =>
        void lines.push(
          `HOST: ${record.messageData instanceof PSObject ? String(record.messageData) : toText(record.messageData)}`,
        ),
    },
    addToHistory: false,
    signal: AbortSignal.timeout(20_000),
  });
  if (outcome.state === 'Failed')
    lines.push(`STOP ${outcome.error.fullyQualifiedErrorId}: ${outcome.error.exception.message}`);
  await runspace.dispose();
  return lines;
}
