/**
 * What a durable endpoint writes down of its shells, and how a shell is made again from it. The output itself is not
 * in here: its bytes are handed in by the server room, which keeps them before it hands them in.
 *
 * Everything is plain data that survives JSON. Times are monotonic milliseconds of the process that wrote them; whoever
 * keeps records turns them into wall time.
 */
import type { Guid } from '../bytes/index.js';
import type { BufferMode } from './messages.js';
import type { ChannelFacts, OutputChunk } from './output-channel.js';
import type { ServiceShell } from './service-state.js';

export interface CommandFacts {
  readonly commandId: Guid;
  readonly commandText: string;
  readonly inputEnded: boolean;
  readonly channel: ChannelFacts;
}

export interface ShellFacts {
  readonly shellId: Guid;
  readonly kind: 'powershell' | 'cmd';
  readonly configuration: string;
  readonly resourceUri: string;
  readonly name: string;
  readonly owner: string;
  readonly createdMs: number;
  readonly lastRequestMs: number;
  readonly idleTimeoutMs: number;
  readonly maxIdleTimeoutMs: number;
  readonly maxCommands: number;
  readonly bufferMode: BufferMode;
  readonly inputStreams: readonly string[];
  readonly outputStreams: readonly string[];
  readonly locale: string;
  readonly dataLocale: string;
  readonly compressed: boolean;
  readonly disconnectable: boolean;
  readonly profileLoaded: boolean;
  readonly state: 'Connected' | 'Disconnected';
  readonly lost: boolean;
  readonly clientAddress: string;
  readonly sessionId: string;
  readonly formerSessions: readonly string[];
  readonly released: readonly Guid[];
  readonly brokenReason?: string;
  readonly pool: ChannelFacts;
  readonly commands: readonly CommandFacts[];
}

export type ShellRecord =
  /** The whole shell, in the place of what was said of it before. */
  | { readonly type: 'facts'; readonly shellId: Guid; readonly facts: ShellFacts }
  /** One channel of it. */
  | {
      readonly type: 'position';
      readonly shellId: Guid;
      readonly commandId: Guid | undefined;
      readonly facts: ChannelFacts;
    }
  | { readonly type: 'removed'; readonly shellId: Guid };

/** A shell as its records and its kept output tell of it. */
export interface RestoredShell {
  readonly facts: ShellFacts;
  readonly pool: readonly OutputChunk[];
  readonly commands: ReadonlyMap<Guid, readonly OutputChunk[]>;
}

/** How many of the released commands are remembered across a restart. */
const KEPT_RELEASED = 32;

export function factsOf(shell: ServiceShell): ShellFacts {
  return {
    shellId: shell.shellId,
    kind: shell.kind,
    configuration: shell.configuration,
    resourceUri: shell.resourceUri,
    name: shell.name,
    owner: shell.owner,
    createdMs: shell.createdMs,
    lastRequestMs: shell.lastRequestMs,
    idleTimeoutMs: shell.idleTimeoutMs,
    maxIdleTimeoutMs: shell.maxIdleTimeoutMs,
    maxCommands: shell.maxCommands,
    bufferMode: shell.bufferMode,
    inputStreams: shell.inputStreams,
    outputStreams: shell.outputStreams,
    locale: shell.locale,
    dataLocale: shell.dataLocale,
    compressed: shell.compressed,
    disconnectable: shell.disconnectable,
    profileLoaded: shell.profileLoaded,
    state: shell.state === 'Disconnected' ? 'Disconnected' : 'Connected',
    lost: shell.lost,
    clientAddress: shell.clientAddress,
    sessionId: shell.sessionId,
    formerSessions: [...shell.formerSessions],
    released: [...shell.released].slice(-KEPT_RELEASED),
    ...(shell.ended === undefined ? {} : { brokenReason: shell.ended.message }),
    pool: shell.pool.facts(),
    commands: Array.from(shell.commands.values(), (command) => ({
      commandId: command.commandId,
      commandText: command.commandText,
      inputEnded: command.inputEnded,
      channel: command.channel.facts(),
    })),
  };
}
