/** Hashtables of -SSHConnection. cmdlets.md 6.1 */
import type { SSHConnectionParameters } from '../../../client/session/index.js';
import type { EngineCommandContext } from '../../engine/index.js';

const KEYS: ReadonlyMap<string, keyof SSHConnectionParameters> = new Map(
  (
    [
      'computerName',
      'hostName',
      'userName',
      'keyFilePath',
      'identityFilePath',
      'port',
      'subsystem',
      'connectingTimeout',
      'options',
    ] as const
  ).map((name) => [name.toLowerCase(), name]),
);

const NUMBERS: ReadonlySet<string> = new Set(['port', 'connectingTimeout']);

/** @throws Argument: a key that means nothing here, an empty value, or no number where one has to be. */
export function sshConnections(given: unknown, context: EngineCommandContext): SSHConnectionParameters[] {
  const refuse = (text: string): void =>
    context.fail(text, {
      errorId: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
    });
  const tables = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  return tables.map((table) => {
    const made: Record<string, unknown> = {};
    for (const [key, value] of Object.entries((table ?? {}) as Record<string, unknown>)) {
      const name = KEYS.get(key.toLowerCase());
      if (key === '' || value === '')
        refuse('The provided SSHConnection hashtable parameter name or element is null or empty.');
      else if (name === undefined) refuse(`The provided SSHConnection hashtable parameter ${key} is not supported.`);
      else if (!NUMBERS.has(name)) made[name] = value;
      else {
        const number = Number(value);
        if (!Number.isInteger(number))
          refuse(
            `Cannot convert value "${String(value)}" to type "System.Int32". Error: "The input string '${String(value)}' was not in a correct format."`,
          );
        made[name] = number;
      }
    }
    return made;
  });
}
