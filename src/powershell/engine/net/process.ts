/** System.Diagnostics.Process: what is known of a process, of its threads and of what is loaded into it. */
import type { ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import nodePath from 'node:path';
import {
  PropertyBag,
  PSDateTime,
  PSDouble,
  PSList,
  PSTimeSpan,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  loadedFiles,
  processById,
  processRuns,
  type ProcessFacts,
  statusLine,
  threadsOf,
  type ThreadFacts,
  userName,
} from '../commands/system/process-table.js';
import { nowLocal, toLocal, UNIX_TICKS } from '../text/date-format.js';
import type { ExtraMember } from '../runtime/members.js';
import { type Bodies, implement, type MemberBody } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { dataOf, enumOf, invalidOperation, nameOf, net, requireType, throwNet } from './support.js';

const PROCESS = 'System.Diagnostics.Process';
const THREAD = 'System.Diagnostics.ProcessThread';
const MODULE = 'System.Diagnostics.ProcessModule';
/** Type data puts this name before the class's when -IncludeUserName was given. */
const WITH_USER = 'System.Diagnostics.Process#IncludeUserName';

// ------------------------------------------------------------------ state

export const NOT_ASSOCIATED = 'No process is associated with this object.';
const HAS_EXITED = 'Process has exited, so the requested information is not available.';

/** What a Process object stands for: nothing yet, a process that was there, or one that it started itself. */
export class ProcessState {
  id: number | undefined;
  /** As they were when the object was made, or first asked after Refresh(). */
  #facts: ProcessFacts | undefined;
  child: ChildProcess | undefined;
  /** Of a child that has ended. */
  exitCode: number | undefined;
  exitTime: PSValue = null;

  constructor(facts?: ProcessFacts) {
    this.id = facts?.id;
    this.#facts = facts;
  }
  get mustId(): number {
    if (this.id === undefined) throw invalidOperation(NOT_ASSOCIATED);
    return this.id;
  }
  get hasExited(): boolean {
    return this.exitCode !== undefined || !processRuns(this.mustId);
  }
  /** Kept until Refresh(), as .NET keeps sizes and names. */
  get facts(): ProcessFacts {
    this.#facts ??= this.now;
    return this.#facts;
  }
  /** As they are now: times are read whenever they are asked for. */
  get now(): ProcessFacts {
    const facts = this.exitCode === undefined ? processById(this.mustId, Date.now()) : undefined;
    if (facts === undefined) throw invalidOperation(HAS_EXITED);
    return facts;
  }
  refresh(): void {
    this.#facts = undefined;
  }
  /** It ended; its name is known still where it was asked for. */
  get name(): string | undefined {
    if (this.#facts === undefined && this.id !== undefined && this.exitCode === undefined)
      this.#facts = processById(this.id, Date.now());
    return this.#facts?.name;
  }
  /** Follows a program that was started here to its end. */
  follow(child: ChildProcess, ended: (code: number) => void): void {
    this.child = child;
    this.id = child.pid;
    child.once('exit', (code, signal) => {
      this.exitCode = code ?? 128 + (signal === null ? 0 : (constants.signals[signal] ?? 0));
      this.exitTime = nowLocal();
      ended(this.exitCode);
    });
  }
}

const stateOf = (self: PSValue): ProcessState => dataOf<ProcessState>(self);
/** The process id of a Process object; undefined of anything else. */
export function processIdOf(value: PSValue): number | undefined {
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.data instanceof ProcessState ? inner.data.id : undefined;
}
export function processObject(facts: ProcessFacts, withUser = false): NetObject<ProcessState> {
  const made = net(PROCESS, new ProcessState(facts));
  if (withUser) {
    made.typeNames = [WITH_USER, ...made.typeNames];
    made.extended = PropertyBag.of({ UserName: userName(facts.userId) });
  }
  return made;
}
/** The process that began this one; null when it runs no more. */
export function parentOf(self: PSValue): PSValue {
  const parent = processById(stateOf(self).mustId, Date.now())?.parentId;
  const facts = parent === undefined || parent === 0 ? undefined : processById(parent, Date.now());
  return facts === undefined ? null : processObject(facts);
}

// ------------------------------------------------------------------ members

const span = (seconds: number): PSTimeSpan => new PSTimeSpan(BigInt(Math.round(seconds * 10_000_000)));
/** @param milliseconds since 1970. */
const moment = (milliseconds: number): PSDateTime =>
  toLocal(new PSDateTime(UNIX_TICKS + BigInt(Math.round(milliseconds * 10_000)), 'Utc'));
const pointer = (address: bigint): PSValue => net('System.IntPtr', address);
/** A size as both of its properties tell it: in full, and in the 32 bits that were enough once. */
const size = (name: string, bytes: (state: ProcessState) => number): Bodies => ({
  [`${name}64`]: (self) => BigInt(Math.trunc(bytes(stateOf(self)))),
  [name]: (self) => Number(BigInt.asIntN(32, BigInt(Math.trunc(bytes(stateOf(self)))))),
});
/** What this system does not count is 0 of a process that is there. */
const uncounted = (state: ProcessState): number => (state.facts, 0);
const peak = (line: string, otherwise: (facts: ProcessFacts) => number) => (state: ProcessState) => {
  const { facts } = state;
  const kilobytes = Number.parseInt(statusLine(facts.id, line) ?? '', 10);
  return Number.isNaN(kilobytes) ? otherwise(facts) : kilobytes * 1024;
};

/** As .NET reads the nice value of a process, and as it sets it. */
const PRIORITIES = { RealTime: -19, High: -11, AboveNormal: -6, Normal: 0, BelowNormal: 10, Idle: 19 } as const;
function priorityOf(nice: number): keyof typeof PRIORITIES {
  if (nice < -15) return 'RealTime';
  if (nice < -10) return 'High';
  if (nice < -5) return 'AboveNormal';
  return nice > 10 ? 'Idle' : nice === 0 ? 'Normal' : 'BelowNormal';
}
function setPriorityClass(id: number, name: string): void {
  try {
    setPriority(id, PRIORITIES[name as keyof typeof PRIORITIES]);
  } catch {
    throw throwNet('System.ComponentModel.Win32Exception', 'Permission denied');
  }
}
const cannotSet =
  (what: string): MemberBody =>
  () => {
    throw throwNet('System.PlatformNotSupportedException', `Setting the ${what} is not supported on this platform.`);
  };
const collection = (typeName: string, items: PSValue[]): PSValue =>
  new PSList(items, 'LST', { typeNames: requireType(typeName).typeNames });
/** The processors on which a process may run, one bit each. */
function processors(id: number): bigint {
  const mask = statusLine(id, 'Cpus_allowed')?.replaceAll(',', '');
  return mask === undefined ? 0n : BigInt.asIntN(64, BigInt(`0x${mask}`));
}

/** All that is told of a process, whoever started it. */
export const processFacts: Bodies = {
  Id: (self) => stateOf(self).mustId,
  ProcessName: (self) => stateOf(self).facts.name,
  MachineName: (self) => (stateOf(self).mustId, '.'),
  SessionId: (self) => stateOf(self).facts.sessionId,
  HandleCount: (self) => stateOf(self).facts.handles,
  BasePriority: (self) => stateOf(self).facts.nice,
  PriorityClass: (self) => enumOf('System.Diagnostics.ProcessPriorityClass', priorityOf(stateOf(self).now.nice)),
  'set PriorityClass': (self, value) => {
    setPriorityClass(stateOf(self).now.id, nameOf(value));
    return undefined;
  },
  PriorityBoostEnabled: (self) => (stateOf(self).mustId, false),
  'set PriorityBoostEnabled': () => undefined,
  ProcessorAffinity: (self) => pointer(processors(stateOf(self).now.id)),
  'set ProcessorAffinity': cannotSet('processor affinity'),
  MinWorkingSet: (self) => (stateOf(self).now, pointer(0n)),
  'set MinWorkingSet': cannotSet('minimum working set'),
  MaxWorkingSet: (self) => (stateOf(self).now, pointer(2n ** 63n - 1n)),
  'set MaxWorkingSet': cannotSet('minimum working set'),
  ...size('WorkingSet', ({ facts }) => facts.workingSet),
  ...size('VirtualMemorySize', ({ facts }) => facts.virtualSize),
  ...size('PrivateMemorySize', ({ facts }) => facts.privateSize),
  ...size(
    'PeakWorkingSet',
    peak('VmHWM', ({ workingSet }) => workingSet),
  ),
  ...size(
    'PeakVirtualMemorySize',
    peak('VmPeak', ({ virtualSize }) => virtualSize),
  ),
  ...size('PagedMemorySize', uncounted),
  ...size('PeakPagedMemorySize', uncounted),
  ...size('PagedSystemMemorySize', uncounted),
  ...size('NonpagedSystemMemorySize', uncounted),
  TotalProcessorTime: (self) => span(stateOf(self).now.cpu ?? 0),
  PrivilegedProcessorTime: (self) => span(stateOf(self).now.kernelCpu ?? 0),
  UserProcessorTime: (self) => {
    const { cpu = 0, kernelCpu = 0 } = stateOf(self).now;
    return span(cpu - kernelCpu);
  },
  StartTime: (self) => {
    const { started } = stateOf(self).now;
    return started === undefined ? null : moment(started);
  },
  HasExited: (self) => stateOf(self).hasExited,
  SafeHandle: (self) => (stateOf(self).mustId, net('Microsoft.Win32.SafeHandles.SafeProcessHandle', undefined)),
  Handle: (self) => pointer(BigInt(stateOf(self).mustId)),
  Threads: (self) => {
    const { id } = stateOf(self).facts;
    return collection(
      'System.Diagnostics.ProcessThreadCollection',
      threadsOf(id).map((facts) => net(THREAD, facts)),
    );
  },
  Modules: (self) => collection('System.Diagnostics.ProcessModuleCollection', modulesOf(stateOf(self).now)),
  MainModule: (self) => modulesOf(stateOf(self).now)[0] ?? null,
  MainWindowHandle: () => pointer(0n),
  MainWindowTitle: () => '',
  Responding: () => true,
  SynchronizingObject: () => null,
  Site: () => null,
  Container: () => null,
  Refresh: (self) => {
    stateOf(self).refresh();
    return undefined;
  },
  ToString: (self) => {
    const { name } = stateOf(self);
    return name === undefined ? PROCESS : `${PROCESS} (${name})`;
  },
};

/** The program first, then what it has loaded. None of a process of somebody else. */
const modulesOf = ({ id, path }: ProcessFacts): NetObject[] =>
  path === undefined
    ? []
    : loadedFiles(id, path).map(({ file, from, to }) => net(MODULE, { file, address: from, size: to - from }));
interface LoadedModule {
  readonly file: string;
  readonly address: bigint;
  readonly size: bigint;
}
const moduleOf = (self: PSValue): LoadedModule => dataOf<LoadedModule>(self);
implement(MODULE, () => ({
  ModuleName: (self) => nodePath.basename(moduleOf(self).file),
  FileName: (self) => moduleOf(self).file,
  BaseAddress: (self) => pointer(moduleOf(self).address),
  EntryPointAddress: () => pointer(0n),
  ModuleMemorySize: (self) => Number(BigInt.asIntN(32, moduleOf(self).size)),
  FileVersionInfo: (self) => net('System.Diagnostics.FileVersionInfo', moduleOf(self).file),
  Site: () => null,
  Container: () => null,
  ToString: (self) => `${MODULE} (${nodePath.basename(moduleOf(self).file)})`,
}));

/** The letters of /proc as .NET reads them. */
const THREAD_STATES: Readonly<Record<string, string>> = {
  R: 'Running',
  D: 'Wait',
  S: 'Wait',
  T: 'Wait',
  Z: 'Terminated',
  X: 'Terminated',
};
const threadOf = (self: PSValue): ThreadFacts => dataOf<ThreadFacts>(self);
implement(THREAD, () => ({
  Id: (self) => threadOf(self).id,
  BasePriority: () => 0,
  CurrentPriority: () => 0,
  PriorityBoostEnabled: () => false,
  PriorityLevel: (self) =>
    enumOf(
      'System.Diagnostics.ThreadPriorityLevel',
      threadOf(self).nice === 0 ? 'Normal' : threadOf(self).nice < 0 ? 'AboveNormal' : 'BelowNormal',
    ),
  StartAddress: () => pointer(0n),
  ThreadState: (self) => enumOf('System.Diagnostics.ThreadState', THREAD_STATES[threadOf(self).state] ?? 'Unknown'),
  WaitReason: () => enumOf('System.Diagnostics.ThreadWaitReason', 'Unknown'),
  StartTime: (self) => moment(threadOf(self).started),
  TotalProcessorTime: (self) => span(threadOf(self).cpu),
  PrivilegedProcessorTime: (self) => span(threadOf(self).kernelCpu),
  UserProcessorTime: (self) => span(threadOf(self).cpu - threadOf(self).kernelCpu),
  Site: () => null,
  Container: () => null,
}));

// ------------------------------------------------------------------ type data

/** A fact of a process that is gone, or of one that nobody may look into, is nothing. */
const orNull = (read: () => PSValue): PSValue => {
  try {
    return read();
  } catch {
    return null;
  }
};
const fact = (read: (facts: ProcessFacts) => PSValue) => (self: PSValue) => orNull(() => read(stateOf(self).now));
/** What PowerShell's type data adds, its scripts without the scripts. */
export function processTypeData(): Map<string, ExtraMember> {
  const set = (name: string, properties: string): ExtraMember => ({
    kind: 'PropertySet',
    name,
    properties: properties.split(' '),
  });
  const alias = (name: string, target: string): ExtraMember => ({ kind: 'AliasProperty', name, target });
  const script = (name: string, get: (self: PSValue) => PSValue): ExtraMember => ({
    kind: 'NativeProperty',
    name,
    get,
  });
  // Programs that are no .NET assemblies say nothing of these.
  const unknown = (name: string): ExtraMember => script(name, () => null);
  const members: readonly ExtraMember[] = [
    set('PSConfiguration', 'Name Id PriorityClass FileVersion'),
    set(
      'PSResources',
      'Name Id Handlecount WorkingSet NonPagedMemorySize PagedMemorySize PrivateMemorySize VirtualMemorySize Threads.Count TotalProcessorTime',
    ),
    alias('Name', 'ProcessName'),
    alias('SI', 'SessionId'),
    alias('Handles', 'Handlecount'),
    alias('VM', 'VirtualMemorySize64'),
    alias('WS', 'WorkingSet64'),
    alias('PM', 'PagedMemorySize64'),
    alias('NPM', 'NonpagedSystemMemorySize64'),
    script(
      'Path',
      fact(({ path }) => path ?? null),
    ),
    script(
      'CommandLine',
      fact(({ commandLine }) => commandLine ?? null),
    ),
    script('Parent', parentOf),
    unknown('Company'),
    script(
      'CPU',
      fact(({ cpu }) => (cpu === undefined ? null : new PSDouble(cpu))),
    ),
    unknown('FileVersion'),
    unknown('ProductVersion'),
    unknown('Description'),
    unknown('Product'),
    { kind: 'NativeProperty', name: '__NounName', get: () => 'Process', isNote: true },
  ];
  return new Map(members.map((member) => [member.name.toLowerCase(), member]));
}
