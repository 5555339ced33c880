/**
 * Passwords that the platform keeps, by its own programs: libsecret's `secret-tool` (GNOME Keyring, KWallet), the macOS
 * keychain's `security`. They are saved by the same programs, not by us:
 *
 *     secret-tool store --label='pssession alice' service pssession username alice
 *     security add-generic-password -s pssession -a alice -w
 */
import { execFile } from 'node:child_process';

const LIMIT_MS = 20_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** The command that looks a user up; undefined where the platform has no store that can be reached. */
export function storeCommand(
  userName: string,
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): readonly [string, ...string[]] | undefined {
  if (userName.includes('\0') || userName.startsWith('-')) return undefined;
  if (platform === 'darwin') return ['security', 'find-generic-password', '-s', 'pssession', '-a', userName, '-w'];
  // Without a session bus there is no keyring, and secret-tool would wait for one to be started.
  if (platform === 'win32' || (environment['DBUS_SESSION_BUS_ADDRESS'] ?? '') === '') return undefined;
  return ['secret-tool', 'lookup', 'service', 'pssession', 'username', userName];
}

/** Undefined: no store, no program, or no password for this user. */
export async function passwordFromStore(
  userName: string,
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<string | undefined> {
  const command = storeCommand(userName, environment, platform);
  if (command === undefined) return undefined;
  const [program, ...args] = command;
  return await new Promise((resolve) => {
    execFile(program, args, { timeout: LIMIT_MS, env: environment, encoding: 'utf8' }, (error, text) => {
      const password = text.replace(/\r?\n$/, '');
      resolve(error !== null || password === '' ? undefined : password);
    });
  });
}
