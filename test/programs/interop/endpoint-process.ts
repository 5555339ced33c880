/** Starts the real program, `pssession serve`, for peers of other languages: on a free loopback port, with one account. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const MAIN = path.resolve('dist/cli/main.js');
export const USER = 'tester';
export const PASSWORD = 'Pässw0rd!';

export interface EndpointProcess extends AsyncDisposable {
  readonly port: number;
  readonly folder: string;
  readonly log: () => string;
}

const START_LIMIT_MS = 30_000;

export async function startEndpoint(
  options: {
    readonly tls?: boolean;
    readonly extra?: readonly string[];
    readonly userOptions?: readonly string[];
  } = {},
): Promise<EndpointProcess> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-interop-'));
  const extra = [...(options.extra ?? []), ...(options.tls === true ? await selfSigned(folder) : [])];
  const users = path.join(folder, 'users.json');
  const password = path.join(folder, 'password');
  await writeFile(password, `${PASSWORD}\n`, { mode: 0o600 });
  await run([
    'user',
    'add',
    USER,
    '--admin',
    '--users',
    users,
    '--password-file',
    password,
    ...(options.userOptions ?? []),
  ]);
  const child = spawn(
    process.execPath,
    [MAIN, 'serve', '--port', '0', '--users', users, '--state', path.join(folder, 'state'), '--ready-json', ...extra],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log = (log + text).slice(-200_000);
  });
  const port = await ready(child, () => log);
  return {
    port,
    folder,
    log: () => log,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
        child.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        if (child.exitCode !== null || child.signalCode !== null) {
          clearTimeout(timer);
          resolve();
        }
      });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A certificate of its own for this run, and the options that name it. */
async function selfSigned(folder: string): Promise<string[]> {
  const key = path.join(folder, 'key.pem');
  const cert = path.join(folder, 'cert.pem');
  const made = await capture('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1',
    '-keyout',
    key,
    '-out',
    cert,
  ]);
  if (made.code !== 0) throw new Error(`openssl made no certificate: ${made.stderr}`);
  return ['--tls-cert', cert, '--tls-key', key];
}

async function ready(child: ChildProcess, log: () => string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`the endpoint was not ready in ${START_LIMIT_MS} ms\n${log()}`)),
      START_LIMIT_MS,
    );
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the endpoint ended with ${String(code)}\n${log()}`));
    });
    if (child.stdout === null) throw new Error('no standard output');
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(timer);
      const { port } = JSON.parse(line) as { port: number };
      resolve(port);
    });
  });
}

/** Runs the program and waits for its end. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const result = await capture(process.execPath, [MAIN, ...args], { env });
  if (result.code !== 0)
    throw new Error(`pssession ${args.join(' ')} ended with ${String(result.code)}\n${result.stderr}`);
}

export interface Captured {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function capture(
  file: string,
  args: readonly string[],
  options: {
    readonly env?: NodeJS.ProcessEnv;
    readonly cwd?: string;
    readonly limitMs?: number;
    readonly input?: string;
  } = {},
): Promise<Captured> {
  return await new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let stdout = '';
    let stderr = '';
    const timer = setTimeout(() => child.kill('SIGKILL'), options.limitMs ?? 120_000);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
    if (options.input !== undefined) child.stdin?.end(options.input);
  });
}

/** The interpreter that sees Debian's Python packages. */
export const PYTHON = '/usr/bin/python3';

/** Python modules that stand in for packages that Debian does not have. */
export const STAND_INS = path.resolve('test/programs/interop/python');

/**
 * The environment of a peer in Python: its module path, no files written beside its sources, and none of the variables
 * with which a machine names its own certificate bundle (requests takes them over "do not verify").
 */
export function pythonEnvironment(modules: readonly string[], more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PYTHONPATH: modules.join(':'),
    PYTHONDONTWRITEBYTECODE: '1',
    LC_ALL: 'C.UTF-8',
    REQUESTS_CA_BUNDLE: undefined,
    CURL_CA_BUNDLE: undefined,
    ...more,
  };
}

/** The source folders of the repositories that environment variables name, as far as they are there. */
export function repositorySources(...variables: readonly string[]): string[] {
  return variables
    .map((variable) => process.env[variable])
    .filter((folder) => folder !== undefined && existsSync(folder))
    .map((folder) => path.join(folder ?? '', 'src'));
}

export async function pythonHas(...modules: readonly string[]): Promise<boolean> {
  try {
    const result = await capture(PYTHON, ['-c', `import ${modules.join(', ')}`]);
    return result.code === 0;
  } catch {
    return false;
  }
}
