/** Hashtables of -SSHConnection. cmdlets.md 6.1 */
import type { SSHConnectionParameters } from '../../../client/session/index.js';
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText, type EngineCommandContext } from '../../engine/index.js';
import { fullPath } from './paths.js';

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

const MAX_PORT = 65_535;
const KEY_FILES: ReadonlySet<string> = new Set(['keyFilePath', 'identityFilePath']);
const NUMBERS: ReadonlySet<string> = new Set(['port', 'connectingTimeout']);

const textsOf = (table: object): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, toText(value as PSValue)]));

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
      else if (name === 'options') {
        // What is no table says nothing, as in PowerShell.
        if (typeof value === 'object' && value !== null && !(value instanceof PSObject)) made[name] = textsOf(value);
      } else if (!NUMBERS.has(name)) {
        const text = toText(value as PSValue);
        made[name] = KEY_FILES.has(name) ? fullPath(context, text) : text;
      } else {
        const number = Number(value);
        if (!Number.isInteger(number))
          refuse(
            `Cannot convert value "${String(value)}" to type "System.Int32". Error: "The input string '${String(value)}' was not in a correct format."`,
          );
        // 0 is ssh's own port.
        if (name !== 'port' || number !== 0) made[name] = number;
        if (name === 'port' && (number < 0 || number > MAX_PORT))
          context.fail(
            `The port number ${number} is not within the range of valid values. The range of valid values is between 1 and ${MAX_PORT}.`,
            {
              errorId: 'System.ArgumentException',
              category: 'NotSpecified',
              exceptionType: 'System.ArgumentException',
            },
          );
      }
    }
    return made;
  });
}
