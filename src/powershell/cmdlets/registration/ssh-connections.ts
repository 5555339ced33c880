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

/** @throws Argument: a key that means nothing here. */
export function sshConnections(given: unknown, context: EngineCommandContext): SSHConnectionParameters[] {
  const tables = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  return tables.map((table) => {
    const made: Record<string, unknown> = {};
    for (const [key, value] of Object.entries((table ?? {}) as Record<string, unknown>)) {
      const name = KEYS.get(key.toLowerCase());
      if (name === undefined)
        context.fail(`An SSH connection has no '${key}'. Its keys are ${[...KEYS.values()].join(', ')}.`, {
          errorId: 'Argument',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        });
      else if (value === '')
        context.fail(`The '${name}' of an SSH connection is empty. Give it a value, or leave it out.`, {
          errorId: 'Argument',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        });
      else made[name] = NUMBERS.has(name) && Number.isInteger(Number(value)) ? Number(value) : value;
    }
    return made;
  });
}
