/** What the shell service keeps: shells, commands, requests that wait, enumerations, answers to be said again. */
import type { Guid } from '../bytes/index.js';
import type { PSSessionError } from '../errors/index.js';
import type { BufferMode, ShellListing } from './messages.js';
import type { OperationContext } from './operation-context.js';
import type { ChannelLimits, OutputChannel } from './output-channel.js';
import type { ShellCaller } from './service-api.js';
import { watchersOf, type Watching } from './service-watch.js';

export interface ServiceCommand {
  readonly commandId: Guid;
  readonly commandText: string;
  readonly channel: OutputChannel;
  /** What the client that took it up gets of its output begins here; undefined: it has had all of it. */
  resumedAt?: number;
  /** cmd: output streams that have ended are told in the last reply. */
  inputEnded: boolean;
}

export interface ServiceShell {
  readonly shellId: Guid;
  readonly kind: 'powershell' | 'cmd';
  readonly configuration: string;
  readonly resourceUri: string;
  readonly name: string;
  readonly owner: string;
  readonly ownerKey: string;
  readonly createdMs: number;
  readonly maxIdleTimeoutMs: number;
  readonly maxCommands: number;
  readonly inputStreams: readonly string[];
  readonly outputStreams: readonly string[];
  readonly locale: string;
  readonly dataLocale: string;
  readonly compressed: boolean;
  /** A shell whose id the server made up cannot be disconnected. protocol.md 7.4 */
  readonly disconnectable: boolean;
  readonly workingDirectory: string | undefined;
  readonly environment: ReadonlyMap<string, string> | undefined;
  /** Of each channel's output. */
  readonly limits: ChannelLimits;
  /** How long output may wait. Milliseconds; undefined: as long as the shell lives. */
  readonly maxOutputAgeMs: number | undefined;
  readonly pool: OutputChannel;
  readonly commands: Map<Guid, ServiceCommand>;
  /** Ids of commands that were released: signalling one again is no error. Bounded. */
  readonly released: Set<Guid>;
  /** Client sessions that lost the shell to another one. Bounded. */
  readonly formerSessions: Set<string>;
  state: 'Opening' | 'Connected' | 'Disconnected';
  /** Disconnected because its client vanished, not because it asked: that client may just go on. */
  lost: boolean;
  /** A Connect is being worked on. */
  connecting: boolean;
  /** Position of the pool's output when the client that takes over asked. */
  connectingFrom: number;
  clientAddress: string;
  sessionId: string;
  idleTimeoutMs: number;
  bufferMode: BufferMode;
  lastRequestMs: number;
  /** When a vanished client's shell becomes Disconnected. */
  lostAtMs: number | undefined;
  processId: number | undefined;
  profileLoaded: boolean;
  memoryUsedMb: number;
  childProcesses: number;
  /** The host is gone; what it produced can still be received. */
  ended: PSSessionError | undefined;
  /** What it shows, and to whom; undefined: nobody has asked for it, and nothing interactive ran. */
  watching: Watching | undefined;
  /** Until then the pool's last words wait for its commands' output to be taken. */
  lastWordsMs: number | undefined;
}

/** A request whose answer comes from the host. The handle is the request id that the event named. */
export interface Deferred<C extends ShellCaller> {
  readonly kind: 'create' | 'command' | 'stop' | 'connect';
  readonly shellId: Guid;
  readonly commandId: Guid | undefined;
  readonly deadline: number;
  context: OperationContext<C>;
  /** The connection is gone; the answer is only kept for a retransmission. */
  connectionLost: boolean;
}

export function channelsOf(shell: ServiceShell): OutputChannel[] {
  return [shell.pool, ...Array.from(shell.commands.values(), (command) => command.channel)];
}

export function commandState(command: ServiceCommand): 'Running' | 'Pending' | 'Done' {
  return command.channel.done ? 'Done' : command.channel.isPending ? 'Pending' : 'Running';
}

/** So much of a running command is told: a script may be long. Characters. */
const MAX_RUNNING_TEXT = 1000;

/** The listing of a shell. `usage`: with memory and child processes, as Enumerate and Get answer. protocol.md 7.4 */
export function listingOf(shell: ServiceShell, now: number, usage: boolean): ShellListing {
  const common = {
    shellId: shell.shellId,
    resourceUri: shell.resourceUri,
    owner: shell.owner,
    clientIp: shell.clientAddress,
    idleTimeoutMs: shell.idleTimeoutMs,
    inputStreams: shell.inputStreams,
    outputStreams: shell.outputStreams,
    shellRunTimeMs: now - shell.createdMs,
    shellInactivityMs: now - shell.lastRequestMs,
  };
  if (shell.kind === 'cmd') {
    return {
      ...common,
      ...(shell.workingDirectory === undefined ? {} : { workingDirectory: shell.workingDirectory }),
      ...(shell.environment === undefined ? {} : { environment: shell.environment }),
      ...(usage ? { state: stateWord(shell) } : {}),
    };
  }
  return {
    ...common,
    name: shell.name,
    ...(shell.processId === undefined ? {} : { processId: shell.processId }),
    maxIdleTimeoutMs: shell.maxIdleTimeoutMs,
    locale: shell.locale,
    dataLocale: shell.dataLocale,
    compressionMode: shell.compressed ? 'XpressCompression' : 'NoCompression',
    profileLoaded: shell.profileLoaded,
    encoding: 'UTF8',
    bufferMode: shell.bufferMode,
    state: stateWord(shell),
    ...(usage ? { memoryUsedMb: shell.memoryUsedMb, childProcesses: shell.childProcesses } : {}),
  };
}

/** A listing with what only administrators are told. */
export function detailedListingOf(shell: ServiceShell, now: number): ShellListing {
  const running = [...shell.commands.values()].filter((command) => commandState(command) !== 'Done');
  return {
    ...listingOf(shell, now, true),
    details: {
      outputWaitingBytes: channelsOf(shell).reduce((sum, channel) => sum + channel.queuedBytes, 0),
      running: running.map(({ commandText }) => commandText.slice(0, MAX_RUNNING_TEXT)),
      ...(shell.watching === undefined ? {} : { mayWatch: shell.watching.allowed, watchers: watchersOf(shell) }),
      ...(shell.ended === undefined ? {} : { brokenReason: shell.ended.message }),
    },
  };
}

export function stateWord(shell: ServiceShell): 'Connected' | 'Disconnected' {
  return shell.state === 'Disconnected' ? 'Disconnected' : 'Connected';
}

/** Keeps a set small: the oldest entry goes first. */
export function addBounded<T>(set: Set<T>, value: T, most: number): void {
  set.delete(value);
  set.add(value);
  if (set.size > most) {
    for (const oldest of set) {
      set.delete(oldest);
      break;
    }
  }
}
