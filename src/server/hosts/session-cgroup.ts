/**
 * The limits MaxMemoryPerShellMB and MaxProcessesPerShell as the kernel keeps them: a cgroup (version 2) for each limited
 * session, below a folder that was given to us. Memory is bounded at every moment, and what a process left behind still
 * counts, which reading /proc every two seconds can do neither of.
 *
 * Layout: `memory.max` and `memory.swap.max` bound the memory; `memory.oom.group` ends the session as a whole, and
 * `memory.events` says afterwards that it was so. `pids.max` counts threads too, of which a runtime has dozens: it only
 * stops what multiplies without end, and processes are counted from `cgroup.procs`. [kernel.org, cgroup-v2.rst]
 */
import { accessSync, constants, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { QuotaError } from '../../protocol/errors/index.js';
import { NO_LIMIT } from '../configuration/quotas.js';
import type { ProcessLimits, ProcessUsage } from './process-meter.js';
import { makeFolders } from '../../io/runtime/index.js';

const MIB = 1_048_576;
/** Threads that a process of a session may have, on the average. */
const THREADS = 64;
const MOUNT = '/sys/fs/cgroup';
const CONTROLLERS = ['memory', 'pids'] as const;
const REMOVE_TRIES = 20;
const REMOVE_MS = 100;

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};
const words = (text: string | undefined): readonly string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');

/**
 * The folder that sessions' cgroups may be made in; undefined: there is none, and sessions are measured from outside.
 * `PSSESSION_CGROUP` names it; without that it is the one above ours, where systemd gave us that (`Delegate=` with
 * `DelegateSubgroup=`), which must hold no process of its own.
 */
export function cgroupRoot(
  environment: NodeJS.ProcessEnv = process.env,
  mount = MOUNT,
  own = textOf('/proc/self/cgroup'),
): string | undefined {
  const named = environment['PSSESSION_CGROUP'];
  if (named !== undefined) return named === '' || !enable(named) ? undefined : named;
  const place = placeOf(own);
  if (place === undefined || path.dirname(place) === '/') return undefined;
  const root = path.join(mount, path.dirname(place));
  return words(textOf(path.join(root, 'cgroup.procs'))).length === 0 && enable(root) ? root : undefined;
}

let known: { readonly named: string | undefined; readonly root: string | undefined } | undefined;
/** That of this process: looked for once, because finding out turns controllers on; again when another one is named. */
export function ownCgroupRoot(): string | undefined {
  const { PSSESSION_CGROUP: named } = process.env;
  if (known === undefined || known.named !== named) known = { named, root: cgroupRoot() };
  return known.root;
}

const placeOf = (own: string | undefined): string | undefined => /^0::(\/.+)$/m.exec(own ?? '')?.[1];

/** Whether both controllers are at work in the folder's children, or could be turned on. */
function enable(root: string): boolean {
  const control = path.join(root, 'cgroup.subtree_control');
  const isOn = (): boolean => {
    const on = words(textOf(control));
    return CONTROLLERS.every((name) => on.includes(name));
  };
  try {
    accessSync(root, constants.W_OK);
    if (!isOn()) writeFileSync(control, CONTROLLERS.map((name) => `+${name}`).join(' '));
    return isOn();
  } catch {
    return false;
  }
}

export class SessionCgroup {
  readonly folder: string;
  readonly #limits: ProcessLimits;
  /** Where this process was before, in case that the cgroup is its own. */
  readonly #home: string | undefined;

  private constructor(folder: string, limits: ProcessLimits, home?: string) {
    this.folder = folder;
    this.#limits = limits;
    this.#home = home;
  }

  /** Makes one. Undefined: the system does not let us; the session is measured from outside then. */
  static create(root: string | undefined, name: string, limits: ProcessLimits): SessionCgroup | undefined {
    if (root === undefined || !isLimited(limits)) return undefined;
    const folder = path.join(root, `pssession-${name}`);
    try {
      makeFolders(folder);
      if (limits.maxMemoryMb < NO_LIMIT) {
        writeFileSync(path.join(folder, 'memory.max'), String(limits.maxMemoryMb * MIB));
        writeFileSync(path.join(folder, 'memory.oom.group'), '1');
        // Without swap there is no such file, and no need of one.
        if (textOf(path.join(folder, 'memory.swap.max')) !== undefined) {
          writeFileSync(path.join(folder, 'memory.swap.max'), '0');
        }
      }
      if (limits.maxProcesses < NO_LIMIT) {
        writeFileSync(path.join(folder, 'pids.max'), String(limits.maxProcesses * THREADS));
      }
      const place = placeOf(textOf('/proc/self/cgroup'));
      return new SessionCgroup(folder, limits, place === undefined ? undefined : path.join(MOUNT, place));
    } catch {
      tryRemove(folder);
      return undefined;
    }
  }

  /** Of a session whose process is gone: why, if it was its memory. Its cgroup goes. */
  static endedBy(root: string | undefined, name: string): QuotaError | undefined {
    if (root === undefined) return undefined;
    const folder = path.join(root, `pssession-${name}`);
    const max = Number(textOf(path.join(folder, 'memory.max')) ?? Number.NaN);
    const left = new SessionCgroup(folder, { maxMemoryMb: Math.round(max / MIB), maxProcesses: NO_LIMIT });
    const reason = left.outOfMemory();
    left.remove();
    return reason;
  }

  /** The process and what it starts from now on. @returns whether the system took it. */
  add(pid: number): boolean {
    return put(this.folder, pid);
  }

  /** Files that the kernel keeps in memory on the session's behalf do not count: it gives them up first. */
  usage(): ProcessUsage | undefined {
    const current = Number(textOf(path.join(this.folder, 'memory.current')) ?? Number.NaN);
    if (!Number.isFinite(current)) return undefined;
    const file = Number(/^file (\d+)$/m.exec(textOf(path.join(this.folder, 'memory.stat')) ?? '')?.[1] ?? 0);
    const processes = words(textOf(path.join(this.folder, 'cgroup.procs'))).length;
    return {
      memoryUsedMb: Math.round(Math.max(0, current - file) / MIB),
      childProcesses: Math.max(0, processes - 1),
    };
  }

  /** The kernel has ended processes of the session because of its memory. */
  outOfMemory(): QuotaError | undefined {
    const killed = Number(/^oom_kill (\d+)$/m.exec(textOf(path.join(this.folder, 'memory.events')) ?? '')?.[1] ?? 0);
    if (killed === 0) return undefined;
    const { maxMemoryMb } = this.#limits;
    return new QuotaError(
      'MaxMemoryPerShellMB',
      maxMemoryMb,
      `The session wanted more memory than its limit MaxMemoryPerShellMB, which is ${maxMemoryMb}.`,
    );
  }

  /** When the last process is gone: one that lives on keeps it, and its limits. */
  remove(tries = REMOVE_TRIES): void {
    if (
      this.#home !== undefined &&
      words(textOf(path.join(this.folder, 'cgroup.procs'))).includes(String(process.pid))
    ) {
      put(this.#home, process.pid);
    }
    if (tryRemove(this.folder) || tries <= 0) return;
    setTimeout(() => this.remove(tries - 1), REMOVE_MS).unref();
  }
}

const put = (folder: string, pid: number): boolean => {
  try {
    writeFileSync(path.join(folder, 'cgroup.procs'), String(pid));
    return true;
  } catch {
    return false;
  }
};

const isLimited = ({ maxMemoryMb, maxProcesses }: ProcessLimits): boolean =>
  maxMemoryMb < NO_LIMIT || maxProcesses < NO_LIMIT;

/** @returns whether it is not there any more. The kernel's files in it go with it. */
function tryRemove(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
