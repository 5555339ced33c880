/** The computer's processes as facts: from /proc on Linux, from `ps` on other Unix systems, from WMI's table on Windows. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import nodePath from 'node:path';

export interface ProcessFacts {
  readonly id: number;
  readonly name: string;
  readonly parentId: number;
  readonly sessionId: number;
  /** Bytes. */
  readonly workingSet: number;
  readonly virtualSize: number;
  readonly privateSize: number;
  /** Processor time, in seconds. */
  readonly cpu: number | undefined;
  /** What of it the system took for the process, in seconds. */
  readonly kernelCpu?: number;
  /** Milliseconds since 1970. */
  readonly started: number | undefined;
  readonly handles: number;
  /** From -20, first served, to 19; 0 where it is not known. */
  readonly nice: number;
  readonly path: string | undefined;
  readonly commandLine: string | undefined;
  readonly userId: number | undefined;
}

const LIMIT_MS = 20_000;
const MAX_OUTPUT_BYTES = 32 * 1024 * 1024;
/** USER_HZ and the page size, which Linux has had on every machine that runs Node. */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;
/** Names in /proc/PID/stat are cut here. */
const COMM_LENGTH = 15;

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    // It ended, or is another user's.
    return undefined;
  }
}

let bootMs: number | undefined;
function bootTime(): number {
  bootMs ??= Number(/^btime (\d+)$/m.exec(attempt(() => readFileSync('/proc/stat', 'utf8')) ?? '')?.[1] ?? 0) * 1000;
  return bootMs;
}
/** `stat` of a process or a thread: its name, and the fields from its state on. */
function readStat(folder: string): { readonly comm: string; readonly fields: readonly string[] } | undefined {
  const stat = attempt(() => readFileSync(`${folder}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  // The name may hold blanks and brackets; what follows the last bracket is numbers.
  const close = stat.lastIndexOf(')');
  return { comm: stat.slice(stat.indexOf('(') + 1, close), fields: stat.slice(close + 2).split(' ') };
}
/** Of such fields: seconds in user code and in the system, and the start, in milliseconds since 1970. */
function timesOf(number: (at: number) => number): { cpu: number; kernelCpu: number; started: number } {
  return {
    cpu: (number(11) + number(12)) / TICKS_PER_SECOND,
    kernelCpu: number(12) / TICKS_PER_SECOND,
    started: bootTime() + (number(19) * 1000) / TICKS_PER_SECOND,
  };
}
function linuxProcess(id: number): ProcessFacts | undefined {
  const folder = `/proc/${id}`;
  const stat = readStat(folder);
  if (stat === undefined) return undefined;
  const { comm, fields } = stat;
  const number = (at: number): number => Number(fields[at] ?? 0);
  const line = attempt(() => readFileSync(`${folder}/cmdline`, 'utf8'));
  const [program = ''] = line?.split('\0') ?? [];
  const full = nodePath.basename(program);
  return {
    id,
    name: comm.length >= COMM_LENGTH && full.startsWith(comm) ? full : comm,
    parentId: number(1),
    sessionId: number(3),
    workingSet: number(21) * PAGE_BYTES,
    virtualSize: number(20),
    privateSize: (Number.parseInt(statusLine(id, 'VmData') ?? '', 10) || 0) * 1024,
    ...timesOf(number),
    handles: attempt(() => readdirSync(`${folder}/fd`).length) ?? 0,
    nice: number(16),
    path: attempt(() => readlinkSync(`${folder}/exe`)),
    commandLine: line === undefined || line === '' ? undefined : line.replace(/\0$/, '').replaceAll('\0', ' '),
    userId: attempt(() => statSync(folder).uid),
  };
}

/** `dd-hh:mm:ss` or `mm:ss.cc`, in seconds. */
function clockSeconds(text: string): number {
  const [days, clock] = text.includes('-') ? (text.split('-') as [string, string]) : ['0', text];
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}
function unixProcesses(now: number): ProcessFacts[] {
  const output = execFileSync('ps', ['-axo', 'pid=,ppid=,sess=,uid=,rss=,vsz=,time=,etime=,comm='], {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  const list: ProcessFacts[] = [];
  for (const line of output.split('\n')) {
    const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\S+)\s+(.*)$/.exec(line);
    if (match === null) continue;
    const [, id, parent, session, user, rss, size, time = '0', age = '0', path = ''] = match;
    list.push({
      id: Number(id),
      name: nodePath.basename(path),
      parentId: Number(parent),
      sessionId: Number.parseInt(session ?? '0', 16) || 0,
      workingSet: Number(rss) * 1024,
      virtualSize: Number(size) * 1024,
      privateSize: 0,
      cpu: clockSeconds(time),
      started: now - clockSeconds(age) * 1000,
      handles: 0,
      nice: 0,
      path,
      commandLine: undefined,
      userId: Number(user),
    });
  }
  return list;
}
const WINDOWS_QUERY =
  'Get-CimInstance Win32_Process | Select-Object ProcessId,Name,ParentProcessId,SessionId,WorkingSetSize,VirtualSize,' +
  'PrivatePageCount,KernelModeTime,UserModeTime,HandleCount,ExecutablePath,CommandLine,' +
  "@{n='Started';e={[DateTimeOffset]::new($_.CreationDate).ToUnixTimeMilliseconds()}} | ConvertTo-Json -Compress";
function windowsProcesses(): ProcessFacts[] {
  const output = execFileSync(
    'powershell.exe',
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', WINDOWS_QUERY],
    {
      encoding: 'utf8',
      timeout: LIMIT_MS,
      maxBuffer: MAX_OUTPUT_BYTES,
      windowsHide: true,
    },
  );
  const rows = JSON.parse(output) as readonly Readonly<Record<string, unknown>>[];
  const whole = (value: unknown): number => (typeof value === 'number' ? value : 0);
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return rows.map((row) => ({
    id: whole(row['ProcessId']),
    name: (text(row['Name']) ?? '').replace(/\.exe$/i, ''),
    parentId: whole(row['ParentProcessId']),
    sessionId: whole(row['SessionId']),
    workingSet: whole(row['WorkingSetSize']),
    virtualSize: whole(row['VirtualSize']),
    privateSize: whole(row['PrivatePageCount']),
    cpu: (whole(row['KernelModeTime']) + whole(row['UserModeTime'])) / 10_000_000,
    kernelCpu: whole(row['KernelModeTime']) / 10_000_000,
    started: whole(row['Started']) || undefined,
    handles: whole(row['HandleCount']),
    nice: 0,
    path: text(row['ExecutablePath']),
    commandLine: text(row['CommandLine']),
    userId: undefined,
  }));
}

/** All processes that can be seen, by id. */
export function processTable(now: number): ProcessFacts[] {
  if (process.platform === 'linux')
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => linuxProcess(Number(name)))
      .filter((facts) => facts !== undefined);
  return process.platform === 'win32' ? windowsProcesses() : unixProcesses(now);
}
/** One process; undefined when there is none of that id. */
export function processById(id: number, now: number): ProcessFacts | undefined {
  if (process.platform === 'linux') return linuxProcess(id);
  return processTable(now).find((facts) => facts.id === id);
}
/** Whether a process of that id is there. A dead one that its parent did not collect is not. */
export function processRuns(id: number): boolean {
  if (process.platform === 'linux') {
    const stat = readStat(`/proc/${id}`);
    return stat !== undefined && !/^[ZX]/.test(stat.fields[0] ?? '');
  }
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A line of a process's status on Linux, such as `VmPeak`; undefined where there is none. */
export const statusLine = (id: number, name: string): string | undefined =>
  process.platform === 'linux'
    ? new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(attempt(() => readFileSync(`/proc/${id}/status`, 'utf8')) ?? '')?.[1]
    : undefined;

export interface ThreadFacts {
  readonly id: number;
  /** As /proc writes it: `R`, `S` … */
  readonly state: string;
  readonly nice: number;
  /** Seconds. */
  readonly cpu: number;
  readonly kernelCpu: number;
  /** Milliseconds since 1970. */
  readonly started: number;
}
/** The threads of a process, where the system tells of them. */
export function threadsOf(id: number): ThreadFacts[] {
  const folder = `/proc/${id}/task`;
  return (attempt(() => readdirSync(folder)) ?? []).flatMap((name) => {
    const fields = readStat(`${folder}/${name}`)?.fields;
    if (fields === undefined) return [];
    const number = (at: number): number => Number(fields[at] ?? 0);
    return [{ id: Number(name), state: fields[0] ?? '', nice: number(16), ...timesOf(number) }];
  });
}
export interface LoadedFile {
  readonly file: string;
  /** Addresses: where it begins, and behind its end. */
  readonly from: bigint;
  readonly to: bigint;
}
/** The program's own file first, then the others that are mapped to be run. */
export function loadedFiles(id: number, program: string): LoadedFile[] {
  const found = new Map<string, LoadedFile>();
  const runs = new Set([program]);
  for (const line of attempt(() => readFileSync(`/proc/${id}/maps`, 'utf8'))?.split('\n') ?? []) {
    const match = /^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s+(\/.*)$/.exec(line);
    if (match === null) continue;
    const [, start = '', end = '', rights = '', file = ''] = match;
    if (rights.includes('x')) runs.add(file);
    const [from, to] = [BigInt(`0x${start}`), BigInt(`0x${end}`)];
    const before = found.get(file);
    // What is mapped once more elsewhere is not part of it.
    if (before === undefined || before.to === from) found.set(file, { file, from: before?.from ?? from, to });
  }
  return [...runs].map((file) => found.get(file) ?? { file, from: 0n, to: 0n });
}

let users: Map<number, string> | undefined;
/** Name of a user of this computer; its number where it has none. */
export function userName(id: number | undefined): string {
  if (id === undefined) return '';
  if (users === undefined) {
    users = new Map();
    for (const line of (attempt(() => readFileSync('/etc/passwd', 'utf8')) ?? '').split('\n')) {
      const [name = '', , number] = line.split(':');
      if (number !== undefined) users.set(Number(number), name);
    }
  }
  return users.get(id) ?? String(id);
}

const POLL_MS = 50;
const REAP_POLLS = 200;
/** Waits until a process has ended, `timeoutMs` at most. @returns whether it ended. */
export async function waitForExit(id: number, timeoutMs: number, signal?: AbortSignal): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (processRuns(id)) {
    if (performance.now() >= end) return false;
    signal?.throwIfAborted();
    await new Promise((resolve) => {
      setTimeout(resolve, Math.min(POLL_MS, Math.max(1, end - performance.now())));
    });
  }
  // A child of this process stays in the table until Node has seen that it ended.
  for (let polls = 0; polls < REAP_POLLS && processById(id, Date.now())?.parentId === process.pid; polls += 1)
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
  return true;
}
