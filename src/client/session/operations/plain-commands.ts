/**
 * Sessions that take no scripts (NoLanguage): a script that is nothing but commands is sent as these. PowerShell's client
 * does so for what is typed at the prompt of an entered session. Here it is done when the server has refused the script,
 * of which nothing has run then.
 */
import type { PSSessionError } from '../../../protocol/errors/index.js';
import {
  PSDictionary,
  type PSCommandDefinition,
  type PSPowerShellDefinition,
} from '../../../protocol/objects/index.js';
import { RemoteError } from '../runspace/records.js';
import type { RemoteRunspace } from '../runspace/remote-runspace.js';

/** The commands of a script, statement by statement; undefined when it is more than commands with constant arguments. */
export type ScriptReader = (script: string) => Promise<readonly (readonly PSCommandDefinition[])[] | undefined>;

/** Runspaces that have refused a script. */
const withoutScripts = new WeakSet<RemoteRunspace>();

export function refusedScript(runspace: RemoteRunspace, error: PSSessionError): boolean {
  const refused = error instanceof RemoteError && error.record.fullyQualifiedErrorId === 'ScriptsNotAllowed';
  if (refused) withoutScripts.add(runspace);
  return refused;
}
export const takesNoScripts = (runspace: RemoteRunspace): boolean => withoutScripts.has(runspace);

/** The script by which imported commands are called, with the command's name, its parameters and whether input comes. */
export const CALL_COMMAND =
  ' param($command, $parameters, $piped, $rest) if ($piped) { $input | & $command @parameters @rest } else { & $command @parameters @rest } ';

/** A call of an imported command, said without its script. */
function importedCall(script: PSCommandDefinition): PSCommandDefinition | undefined {
  const values = script.parameters.map(({ value }) => value);
  const [name, table, , rest] = values;
  if (script.command !== CALL_COMMAND || typeof name !== 'string' || !(table instanceof PSDictionary)) return undefined;
  const parameters = [
    ...[...table.entries()].map(([key, value]) => ({ name: String(key), value })),
    ...(Array.isArray(rest) ? (rest as typeof values) : []).map((value) => ({ value })),
  ];
  return { ...script, command: name, isScript: false, useLocalScope: null, parameters };
}

/** The definition without scripts; undefined when it cannot be said without. What follows the script follows each part. */
export async function plainDefinition(
  definition: PSPowerShellDefinition,
  reader: ScriptReader | undefined,
): Promise<PSPowerShellDefinition | undefined> {
  const [statement, second] = definition.statements;
  const [script, ...following] = statement ?? [];
  if (second !== undefined || script?.isScript !== true) return undefined;
  const called = importedCall(script);
  if (called !== undefined) return { ...definition, statements: [[called, ...following]] };
  if (reader === undefined || script.parameters.length > 0) return undefined;
  const parts = await reader(script.command);
  return parts === undefined
    ? undefined
    : { ...definition, statements: parts.map((commands) => [...commands, ...following]) };
}
