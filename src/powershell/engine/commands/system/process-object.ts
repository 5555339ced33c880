/** System.Diagnostics.Process objects, with what PowerShell's type data adds to them. */
import { readFileSync } from 'node:fs';
import {
  PropertyBag,
  PSDateTime,
  PSDouble,
  PSObject,
  PSTimeSpan,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { convertTo } from '../../conversion.js';
import { requireType } from '../../values/net-type.js';
import { toLocal, UNIX_TICKS } from '../../text/date-format.js';
import { processById, processRuns, type ProcessFacts } from './process-table.js';

const TYPE = [
  'System.Diagnostics.Process',
  'System.ComponentModel.Component',
  'System.MarshalByRefObject',
  'System.Object',
];
/** Type data puts this name before the class's when -IncludeUserName was given. */
const WITH_USER = 'System.Diagnostics.Process#IncludeUserName';

const int32 = (bytes: number): number => Number(BigInt.asIntN(32, BigInt(Math.trunc(bytes))));
const small = (bytes: number): bigint => BigInt(Math.trunc(bytes));

let users: Map<number, string> | undefined;
/** Name of a user of this computer; its number where it has none. */
export function userName(id: number | undefined): string {
  if (id === undefined) return '';
  if (users === undefined) {
    users = new Map();
    try {
      for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
        const [name = '', , number] = line.split(':');
        if (number !== undefined) users.set(Number(number), name);
      }
    } catch {
      // No such table here.
    }
  }
  return users.get(id) ?? String(id);
}

/** As .NET reads the nice value of a process. */
function priorityOf(nice: number): string {
  if (nice < -15) return 'RealTime';
  if (nice < -10) return 'High';
  if (nice < -5) return 'AboveNormal';
  return nice > 10 ? 'Idle' : nice === 0 ? 'Normal' : 'BelowNormal';
}
export function processObject(facts: ProcessFacts, withUser = false): PSObject {
  const started =
    facts.started === undefined
      ? null
      : toLocal(new PSDateTime(UNIX_TICKS + BigInt(Math.round(facts.started * 10_000)), 'Utc'));
  const cpu = facts.cpu ?? 0;
  const span = new PSTimeSpan(BigInt(Math.round(cpu * 10_000_000)));
  const properties: Record<string, PSValue> = {
    Name: facts.name,
    ...(withUser ? { UserName: userName(facts.userId) } : {}),
    Id: facts.id,
    PriorityClass: convertTo(priorityOf(facts.nice), requireType('System.Diagnostics.ProcessPriorityClass')),
    // Of a program that is no .NET assembly nothing of this is known.
    FileVersion: null,
    Company: null,
    Description: null,
    Product: null,
    ProductVersion: null,
    HandleCount: facts.handles,
    WorkingSet: int32(facts.workingSet),
    WorkingSet64: small(facts.workingSet),
    PagedMemorySize: 0,
    PagedMemorySize64: 0n,
    PrivateMemorySize: int32(facts.privateSize),
    PrivateMemorySize64: small(facts.privateSize),
    VirtualMemorySize: int32(facts.virtualSize),
    VirtualMemorySize64: small(facts.virtualSize),
    NonpagedSystemMemorySize: 0,
    NonpagedSystemMemorySize64: 0n,
    TotalProcessorTime: span,
    SI: facts.sessionId,
    Handles: facts.handles,
    VM: small(facts.virtualSize),
    WS: small(facts.workingSet),
    PM: 0n,
    NPM: 0n,
    Path: facts.path ?? null,
    CommandLine: facts.commandLine ?? null,
    CPU: facts.cpu === undefined ? null : new PSDouble(cpu),
    BasePriority: facts.nice,
    HasExited: false,
    StartTime: started,
    SessionId: facts.sessionId,
    ProcessName: facts.name,
    MachineName: '.',
    MainWindowTitle: '',
    Responding: true,
  };
  return new PSObject({
    typeNames: withUser ? [WITH_USER, ...TYPE] : TYPE,
    toStringText: `System.Diagnostics.Process (${facts.name})`,
    adapted: PropertyBag.of(properties),
  });
}

/** The process id of a Process object. */
export function processIdOf(value: PSValue): number | undefined {
  if (!(value instanceof PSObject) || !value.typeNames.includes('System.Diagnostics.Process')) return undefined;
  const id = value.get('Id');
  return typeof id === 'number' ? id : undefined;
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
