/**
 * The session configuration file that a program is given for one caller. One with roles is written anew for him, with what
 * his roles give, into a folder that nobody else enters; it goes when the program has read it.
 */
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Caller } from '../caller.js';
import type { SessionConfiguration } from '../configuration/session-configuration.js';
import { readConfigurationFile } from '../configuration/session-configuration-file.js';
import { configuredSetup } from './configured-setup.js';
import { enginePart } from './engine-parts.js';
import { userDriveFolder } from './user-drive-folder.js';
import { accountToRunAs } from './run-as.js';

export interface CallerFile {
  readonly path: string;
  /** What the program's environment needs beside: PowerShell keeps the `User:` drive in its cache folder. */
  readonly environment: Readonly<Record<string, string>>;
  /** The program has read it, or is gone. Twice is once. */
  done(): Promise<void>;
}

/**
 * Undefined: the configuration has no file.
 * @throws {PSSessionError} the file is wrong, or the caller has no right to use it.
 */
export async function callerFile(
  configuration: SessionConfiguration,
  caller: Pick<Caller, 'user' | 'groups' | 'mechanism'>,
): Promise<CallerFile | undefined> {
  const { configurationFile } = configuration;
  if (configurationFile === undefined) return undefined;
  const file = await readConfigurationFile(configurationFile);
  // PowerShell names the drive after the account that it runs as, which is the same for all callers here.
  const isShared = file.userDriveBytes !== undefined && configuration.runspace.runAs !== 'caller';
  const environment = isShared ? { XDG_CACHE_HOME: userDriveFolder(caller.user, 'caches') } : {};
  if (file.roleDefinitions.length === 0 && file.requiredGroups === undefined) {
    return { path: configurationFile, environment, done: () => Promise.resolve() };
  }
  const setup = await configuredSetup({ ...configuration, configurationFile }, caller);
  const { flatConfigurationText } = await enginePart();
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-roles-'));
  const done = async (): Promise<void> => await rm(folder, { recursive: true, force: true });
  try {
    const written = path.join(folder, 'caller.pssc');
    await writeFile(written, flatConfigurationText(file, setup), { mode: 0o600 });
    if (configuration.runspace.runAs === 'caller') {
      const { account, isSelf } = await accountToRunAs(caller.user);
      for (const each of isSelf ? [] : [written, folder]) await chown(each, account.uid, account.gid);
    }
    return { path: written, environment, done };
  } catch (error) {
    await done();
    throw error;
  }
}
