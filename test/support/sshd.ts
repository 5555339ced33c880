/** An sshd of our own on a free loopback port, with its own keys and configuration, for tests. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { runProcess, startProcess, type TestProcess } from './processes.js';

const SSHD = ['/usr/sbin/sshd', '/usr/local/sbin/sshd', '/opt/homebrew/sbin/sshd'].find((file) => existsSync(file));
export const sshdAvailable: boolean = SSHD !== undefined;
if (!sshdAvailable) console.warn('sshd: SKIPPED, openssh-server is not installed');

export interface TestSshd extends AsyncDisposable {
  readonly port: number;
  readonly user: string;
  readonly keyFilePath: string;
  /** For ssh's `-o`: nothing of the user's own configuration is used, and no known host is written. */
  readonly options: Readonly<Record<string, string>>;
}

/**
 * @param subsystem the command line behind `Subsystem powershell`; words must hold no blanks.
 * @param names further names for the same command line.
 */
export async function startSshd(subsystem: readonly string[], ...names: readonly string[]): Promise<TestSshd> {
  if (SSHD === undefined) throw new Error('no sshd here');
  const folder = mkdtempSync(path.join(tmpdir(), 'pssession-sshd-'));
  const file = (name: string): string => path.join(folder, name);
  for (const name of ['host', 'user']) {
    const made = await runProcess(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', file(name)]);
    if (made.code !== 0) throw new Error(`ssh-keygen failed: ${made.stderr}`);
  }
  const port = await freePort();
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true }); // privilege separation wants it
  const lines = [
    `ListenAddress 127.0.0.1:${port}`,
    `HostKey ${file('host')}`,
    `AuthorizedKeysFile ${file('user.pub')}`,
    'PidFile none',
    'StrictModes no',
    'PasswordAuthentication no',
    'UsePAM no',
    'PermitRootLogin yes',
    ...['powershell', ...names].map((name) => `Subsystem ${name} ${subsystem.join(' ')}`),
  ];
  writeFileSync(file('config'), `${lines.join('\n')}\n`);
  const server: TestProcess = startProcess([SSHD, '-D', '-e', '-f', file('config')]);
  const deadline = Date.now() + 10_000;
  while (!(await answers(port))) {
    if (Date.now() > deadline) {
      await server.stop(0);
      throw new Error(`sshd does not answer: ${server.stderr}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    port,
    user: userInfo().username,
    keyFilePath: file('user'),
    options: {
      StrictHostKeyChecking: 'no',
      UserKnownHostsFile: '/dev/null',
      LogLevel: 'ERROR',
      IdentitiesOnly: 'yes',
      BatchMode: 'yes',
    },
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGTERM');
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
