/** What the session configuration file of a configuration gives to the caller of a session. */
import path from 'node:path';
import type { SessionSetup } from '../../powershell/engine/index.js';
import { systemAccount } from '../accounts/system-account.js';
import type { Caller } from '../caller.js';
import type { SessionConfiguration } from '../configuration/session-configuration.js';
import { enginePart } from './engine-parts.js';
import { userDriveFolder } from './user-drive-folder.js';
import { readConfigurationFile } from '../configuration/session-configuration-file.js';

const SHARED_MODULES = '/usr/local/share/powershell/Modules';
/**
 * Where modules and their role capabilities are looked for: `PSModulePath` of the endpoint, else the machine's folder.
 * Never a home, which may be the caller's own: what he could put there would be his roles.
 */
export function modulePath(environment: NodeJS.ProcessEnv = process.env): readonly string[] {
  const given = (environment['PSModulePath'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return given.length > 0 ? given : [SHARED_MODULES];
}

/**
 * Reads the file anew for each session, so that a change holds for the next one.
 * @throws {PSSessionError} the file cannot be read or is wrong, or the caller has no right to use it.
 */
export async function configuredSetup(
  configuration: SessionConfiguration & { readonly configurationFile: string },
  caller: Pick<Caller, 'user' | 'groups' | 'mechanism'>,
): Promise<SessionSetup> {
  const { setupFor } = await enginePart();
  const file = await readConfigurationFile(configuration.configurationFile);
  const setup = setupFor(file, { user: caller.user, groups: await groupsOf(configuration, caller) }, modulePath());
  const { userDrive } = setup;
  // PowerShell makes its own drive when the file is handed to it.
  if (userDrive === undefined || configuration.runspace.kind !== 'embedded') return setup;
  return { ...setup, userDrive: { ...userDrive, folder: userDriveFolder(caller.user) } };
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
