/**
 * What a session's program and all it started use: the limits MaxMemoryPerShellMB and MaxProcessesPerShell of a session
 * configuration. A session with a cgroup of its own is measured there, others are read from /proc; on systems without
 * either nothing is measured, and nothing is limited.
 */
import { readFile } from 'node:fs/promises';
import type { Clock, Timer } from '../../io/runtime/index.js';
import { QuotaError } from '../../protocol/errors/index.js';
import type { SessionCgroup } from './session-cgroup.js';

/** What a configuration's quotas allow one session. */
export const limitsOf = ({
  quotas,
}: {
  readonly quotas: { readonly MaxMemoryPerShellMB: number; readonly MaxProcessesPerShell: number };
}): ProcessLimits => ({ maxMemoryMb: quotas.MaxMemoryPerShellMB, maxProcesses: quotas.MaxProcessesPerShell });

export interface ProcessUsage {
  /** Resident memory of the program and its descendants. MiB. */
  readonly memoryUsedMb: number;
  /** Processes below the program. */
  readonly childProcesses: number;
}

export interface ProcessLimits {
  readonly maxMemoryMb: number;
  /** The program itself counts. */
  readonly maxProcesses: number;
}

const INTERVAL_MS = 2000;
/** A tree larger than this is not walked further; it is over any sensible limit. */
const MAX_WALKED = 4096;

async function childrenOf(pid: number): Promise<readonly number[]> {
  try {
    const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(/\s+/).filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

async function residentKb(pid: number): Promise<number> {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Undefined when the process is gone, or this system has no /proc. Children of threads other than the first are missed. */
export async function measureProcess(pid: number): Promise<ProcessUsage | undefined> {
  if (process.platform !== 'linux' || pid <= 0) return undefined;
  let memoryKb = 0;
  const found = [pid];
  for (let at = 0; at < found.length && found.length < MAX_WALKED; at += 1) {
    const each = found[at] ?? pid;
    const resident = await residentKb(each);
    if (each === pid && resident === 0) return undefined;
    memoryKb += resident;
    found.push(...(await childrenOf(each)));
  }
  return { memoryUsedMb: Math.round(memoryKb / 1024), childProcesses: found.length - 1 };
}

/** Measures every two seconds until it is disposed, and says when a limit is broken. */
export class ProcessMeter implements Disposable {
  readonly #pid: number;
  readonly #limits: ProcessLimits;
  readonly #clock: Clock;
  readonly #onUsage: (usage: ProcessUsage) => void;
  readonly #onExceeded: (error: QuotaError) => void;
  readonly #cgroup: SessionCgroup | undefined;
  #timer: Timer | undefined;
  #stopped = false;

  constructor(
    pid: number,
    limits: ProcessLimits,
    clock: Clock,
    onUsage: (usage: ProcessUsage) => void,
    onExceeded: (error: QuotaError) => void,
    cgroup?: SessionCgroup,
  ) {
    this.#pid = pid;
    this.#limits = limits;
    this.#clock = clock;
    this.#onUsage = onUsage;
    this.#onExceeded = onExceeded;
    this.#cgroup = cgroup;
    this.#schedule();
  }

  [Symbol.dispose](): void {
    this.#stopped = true;
    this.#timer?.cancel();
    this.#cgroup?.remove();
  }

  /** The kernel ended it because of its memory. */
  outOfMemory(): QuotaError | undefined {
    return this.#cgroup?.outOfMemory();
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = this.#clock.setTimer(INTERVAL_MS, () => void this.#measure(), { keepAlive: false });
  }

  async #measure(): Promise<void> {
    const usage = this.#cgroup?.usage() ?? (await measureProcess(this.#pid));
    if (this.#stopped || usage === undefined) return;
    this.#onUsage(usage);
    const { maxMemoryMb, maxProcesses } = this.#limits;
    const killed = this.outOfMemory();
    if (killed !== undefined) this.#onExceeded(killed);
    else if (usage.memoryUsedMb > maxMemoryMb) {
      const text = `The session uses ${usage.memoryUsedMb} MB of memory; its limit MaxMemoryPerShellMB is ${maxMemoryMb}.`;
      this.#onExceeded(new QuotaError('MaxMemoryPerShellMB', maxMemoryMb, text));
    } else if (usage.childProcesses + 1 > maxProcesses) {
      const text = `The session has ${usage.childProcesses + 1} processes; its limit MaxProcessesPerShell is ${maxProcesses}.`;
      this.#onExceeded(new QuotaError('MaxProcessesPerShell', maxProcesses, text));
    } else this.#schedule();
  }
}
