/**
 * An endpoint of one's own: accounts in a users file, two session configurations, an audit log.
 *
 *     npx tsx examples/server-with-users.ts ./endpoint-data 5985
 *
 * Any WinRM client can then log in as `alice` (http://127.0.0.1:5985/wsman, Basic), and pwsh, where it is installed, is
 * behind the configuration `PowerShell.7`. Ctrl+C stops it.
 */
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  Endpoint,
  formatAuditLine,
  sessionConfiguration,
  UsersFile,
  DEFAULT_CONFIGURATION_QUOTAS,
} from 'pssession/server';

export async function serveForMyTeam(
  folder: string,
  port: number,
  print: (line: string) => void,
): Promise<{ readonly endpoint: Endpoint; readonly password: string | undefined }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const users = new UsersFile(path.join(folder, 'users.json'));
  let password: string | undefined;
  if ((await users.list()).length === 0) {
    password = randomBytes(12).toString('base64url');
    await users.add('alice', password, { groups: ['operators'] });
    print(`made the user alice with the password ${password}`);
  }
  const endpoint = await Endpoint.start({
    listeners: [{ port }],
    users,
    configurations: [
      sessionConfiguration({
        name: 'Microsoft.PowerShell',
        quotas: { ...DEFAULT_CONFIGURATION_QUOTAS, IdleTimeoutms: 24 * 3_600_000, MaxShellsPerUser: 5 },
      }),
      sessionConfiguration({
        name: 'PowerShell.7',
        runspace: { kind: 'command', command: ['pwsh', '-NoLogo', '-NoProfile', '-s'] },
        allowedGroups: ['operators'],
      }),
    ],
    audit: (record) => appendFileSync(path.join(folder, 'audit.log'), `${formatAuditLine(record, new Date())}\n`),
  });
  print(`serves ${endpoint.address.url}`);
  return { endpoint, password };
}

const [, script, folder = './endpoint-data', port = '5985'] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  const { endpoint } = await serveForMyTeam(folder, Number(port), console.log);
  process.once('SIGINT', () => void endpoint.close());
}
