/**
 * Names of the pipes on which PowerShell processes listen. protocol.md 6.5
 * Windows: `\\.\pipe\<name>`. Elsewhere: a Unix socket `CoreFxPipe_<name>` in the temp folder; `PSHost.<start>.<pid>.
 * <app domain>.<process>` for a process, any other name for a custom pipe.
 */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { tmpdir, uptime } from 'node:os';
import path from 'node:path';
import { ArgumentError } from '../../protocol/errors/index.js';

/** The longest path that a Unix socket can have. protocol.md 6.5 */
const LONGEST_PATH = process.platform === 'darwin' ? 104 : 108;

/** .NET's temp folder: TMPDIR, else /tmp/. Node's `tmpdir` looks at TMP and TEMP as well, which .NET does not. */
function dotnetTempFolder(): string {
  if (process.platform === 'win32') return tmpdir();
  const folder = process.env['TMPDIR'];
  return folder === undefined || folder === '' ? '/tmp' : folder;
}

/** @throws {ArgumentError} no name, or one that is too long or leaves the folder. */
export function pipePath(name: string, platform: NodeJS.Platform = process.platform): string {
  if (name === '' || name.includes('\0')) throw new ArgumentError('CustomPipeName', 'The pipe has no name.');
  if (platform === 'win32') {
    if (name.includes('\\')) throw new ArgumentError('CustomPipeName', `The pipe name '${name}' holds a backslash.`);
    return `\\\\.\\pipe\\${name}`;
  }
  if (path.isAbsolute(name)) return checkLength(name, name); // a socket given by its path, as .NET does
  if (name.includes('/')) throw new ArgumentError('CustomPipeName', `The pipe name '${name}' holds a slash.`);
  return checkLength(path.join(dotnetTempFolder(), `CoreFxPipe_${name}`), name);
}

function checkLength(full: string, name: string): string {
  if (Buffer.byteLength(full) >= LONGEST_PATH)
    throw new ArgumentError(
      'CustomPipeName',
      `The pipe name '${name}' is too long: with its folder it has to stay under ${LONGEST_PATH} bytes.`,
    );
  return full;
}

export interface PowerShellPipe {
  readonly processId: number;
  readonly processName: string;
  readonly appDomain: string;
  /** The name, without folder or prefix. */
  readonly name: string;
  readonly path: string;
}

/** `PSHost.<start>.<pid>.<app domain>.<process>`; the process name may hold dots. */
export function parseProcessPipe(name: string): Omit<PowerShellPipe, 'path'> | undefined {
  const match = /^PSHost\.([0-9A-Fa-f]+)\.(\d{1,10})\.([^.]+)\.(.+)$/.exec(name);
  if (match === null) return undefined;
  return { processId: Number(match[2]), appDomain: match[3] ?? '', processName: match[4] ?? '', name };
}

/** Milliseconds from 1601, where Windows' clock begins, to 1970. */
const FILE_TIME_EPOCH_MS = 11_644_473_600_000n;
/** A process's name as the system has it; where it does not tell, that of its program. */
async function ownProcessName(): Promise<string> {
  const stat = process.platform === 'linux' ? await readFile('/proc/self/stat', 'latin1').catch(() => '') : '';
  return stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')) || path.basename(process.execPath, '.exe');
}
/**
 * The name of the pipe on which this process is found, made as PowerShell makes it: of when the process began (100 ns since
 * 1601: on Unix the hexadecimal digits 2 to 9), its id, application domain and name. protocol.md 6.5
 */
export async function ownPipeName(): Promise<string> {
  const started = (await startOf(process.pid)) ?? Date.now() - process.uptime() * 1000;
  const fileTime = (BigInt(Math.round(started)) + FILE_TIME_EPOCH_MS) * 10_000n;
  const [start, domain] =
    process.platform === 'win32'
      ? [String(fileTime), 'DefaultAppDomain']
      : [fileTime.toString(16).toUpperCase().slice(1, 9), 'None'];
  return `PSHost.${start}.${process.pid}.${domain}.${await ownProcessName()}`;
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, as the system has it; undefined where it does not tell. Milliseconds since 1970. */
async function startOf(processId: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = await readFile(`/proc/${processId}/stat`, 'latin1');
    // The name in brackets may hold anything; field 22 is the start in hundredths of a second after the system's.
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isFinite(ticks) ? Date.now() - uptime() * 1000 + ticks * 10 : undefined;
  } catch {
    return undefined;
  }
}
/** Is the socket older than the process that has its number? Then that number was another process's before. */
async function isOlder(socketMs: number, processId: number): Promise<boolean> {
  const started = await startOf(processId);
  return started !== undefined && socketMs < started - CLOCK_SLACK_MS;
}
const CLOCK_SLACK_MS = 2000;

/** The PowerShell processes of this machine that listen; sockets left by dead processes are passed over. */
export async function listProcessPipes(): Promise<readonly PowerShellPipe[]> {
  const windows = process.platform === 'win32';
  const folder = windows ? '\\\\.\\pipe\\' : dotnetTempFolder();
  const found: PowerShellPipe[] = [];
  let names: readonly string[];
  try {
    names = await readdir(folder);
  } catch {
    return found;
  }
  for (const file of names) {
    const name = windows ? file : file.startsWith('CoreFxPipe_') ? file.slice('CoreFxPipe_'.length) : '';
    const parsed = parseProcessPipe(name);
    if (parsed === undefined || !isAlive(parsed.processId)) continue;
    const full = windows ? `${folder}${file}` : path.join(folder, file);
    if (
      !windows &&
      !(await lstat(full).then(
        async (stat) => stat.isSocket() && !(await isOlder(stat.mtimeMs, parsed.processId)),
        () => false,
      ))
    )
      continue;
    found.push({ ...parsed, path: full });
  }
  return found.sort((a, b) => a.processId - b.processId);
}
