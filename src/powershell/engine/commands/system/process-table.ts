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
function linuxProcess(id: number): ProcessFacts | undefined {
  const folder = `/proc/${id}`;
  const stat = attempt(() => readFileSync(`${folder}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  // The name may hold blanks and brackets; what follows the last bracket is numbers.
  const close = stat.lastIndexOf(')');
  const comm = stat.slice(stat.indexOf('(') + 1, close);
  const fields = stat.slice(close + 2).split(' ');
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
    privateSize:
      Number(/^VmData:\s+(\d+)/m.exec(attempt(() => readFileSync(`${folder}/status`, 'utf8')) ?? '')?.[1] ?? 0) * 1024,
    cpu: (number(11) + number(12)) / TICKS_PER_SECOND,
    started: bootTime() + (number(19) * 1000) / TICKS_PER_SECOND,
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
    const stat = attempt(() => readFileSync(`/proc/${id}/stat`, 'utf8'));
    return stat !== undefined && !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  }
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
