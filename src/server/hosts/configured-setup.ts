/** What the session configuration file of a configuration gives to the caller of a session. */
import path from 'node:path';
import type { SessionSetup } from '../../powershell/engine/index.js';
import { systemAccount } from '../accounts/system-account.js';
import type { Caller } from '../caller.js';
import type { SessionConfiguration } from '../configuration/session-configuration.js';
import { readConfigurationFile } from '../configuration/session-configuration-file.js';

/** Where modules are looked for that hold role capabilities; `PSModulePath` when it is set. */
export function modulePath(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const given = environment['PSModulePath'];
  if (given !== undefined && given !== '') return given.split(path.delimiter).filter((folder) => folder !== '');
  const home = environment['HOME'];
  return [
    ...(home === undefined ? [] : [path.join(home, '.local', 'share', 'powershell', 'Modules')]),
    '/usr/local/share/powershell/Modules',
  ];
}

/**
 * Reads the file anew for each session, so that a change holds for the next one.
 * @throws {PSSessionError} the file cannot be read or is wrong, or the caller has no right to use it.
 */
export async function configuredSetup(
  configuration: SessionConfiguration & { readonly configurationFile: string },
  caller: Pick<Caller, 'user' | 'groups' | 'mechanism'>,
): Promise<SessionSetup> {
  const { setupFor } = await import('../../powershell/engine/index.js');
  const file = await readConfigurationFile(configuration.configurationFile);
  return setupFor(file, { user: caller.user, groups: await groupsOf(configuration, caller) }, modulePath());
}

/**
 * An account of the endpoint's own list has the groups of that list. One that the operating system vouched for has the
 * system's too: who came through a socket or standard input of this machine, and whom sessions run as.
 */
async function groupsOf(
  { runspace }: SessionConfiguration,
  { user, groups, mechanism }: Pick<Caller, 'user' | 'groups' | 'mechanism'>,
): Promise<readonly string[]> {
  if (mechanism !== 'Local' && runspace.runAs !== 'caller') return groups;
  return [...groups, ...((await systemAccount(user))?.groups ?? [])];
}
