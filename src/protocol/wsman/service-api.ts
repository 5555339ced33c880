/** What crosses the face of `WsmanShellService`: callers, quotas, events for the host, completions. */
import type { Guid } from '../bytes/index.js';
import type { BufferMode } from './messages.js';

/** Gives `count` fresh random bytes. */
export type RandomBytes = (count: number) => Uint8Array;

/** Who sent a request. The gate found it out; the service trusts it. The server's `Caller` is one. */
export interface ShellCaller {
  /** `DOMAIN\user` or the bare account; compared ignoring case. */
  readonly user: string;
  /** May see, get and delete every shell. */
  readonly administrator: boolean;
  readonly clientAddress: string;
  /** Names the connection, as `connectionClosed` will. Absent: its end says nothing of the client. */
  readonly connection?: string;
  /** Of the account, for who may watch a session. */
  readonly groups?: readonly string[];
}

/** WinRM's limits, by its names. protocol.md 7.13 */
export interface ServiceQuotas {
  readonly maxEnvelopeSizekb: number;
  readonly maxTimeoutms: number;
  readonly maxBatchItems: number;
  readonly maxConcurrentOperationsPerUser: number;
  readonly enumerationTimeoutms: number;
  readonly maxShellsPerUser: number;
  readonly maxConcurrentUsers: number;
  readonly maxProcessesPerShell: number;
  readonly maxMemoryPerShellMB: number;
  readonly idleTimeoutms: number;
  readonly maxIdleTimeoutms: number;
  readonly maxConcurrentCommandsPerShell: number;
  /** How long a shell may live at all, ms. */
  readonly maxShellRunTimems: number;
}

export const NO_LIMIT = 2_147_483_647;

export const DEFAULT_QUOTAS: ServiceQuotas = {
  maxEnvelopeSizekb: 500,
  maxTimeoutms: 60_000,
  maxBatchItems: 32_000,
  maxConcurrentOperationsPerUser: 1500,
  enumerationTimeoutms: 240_000,
  maxShellsPerUser: 30,
  maxConcurrentUsers: 10,
  maxProcessesPerShell: 25,
  maxMemoryPerShellMB: 1024,
  idleTimeoutms: 7_200_000,
  maxIdleTimeoutms: NO_LIMIT,
  maxConcurrentCommandsPerShell: 1000,
  maxShellRunTimems: NO_LIMIT,
};

/** The rules of one session configuration that the shell layer applies. Names are compared ignoring case. */
export interface ConfigurationRules {
  readonly name: string;
  readonly idleTimeoutms?: number;
  readonly maxIdleTimeoutms?: number;
  readonly maxShells?: number;
  readonly maxShellsPerUser?: number;
  readonly maxConcurrentUsers?: number;
  readonly maxConcurrentCommandsPerShell?: number;
  readonly outputBufferingMode?: BufferMode;
  /** Room of one command's output, bytes. Default: the service's. */
  readonly outputBufferBytes?: number;
  /** Output that nobody took for so long goes: alone with Drop, with its whole shell with Block, ms. Default: never. */
  readonly maxOutputAgeMs?: number;
}

export interface ShellServiceOptions {
  readonly random: RandomBytes;
  /** Named in faults and in the config's place. */
  readonly machineName?: string;
  readonly quotas?: Partial<ServiceQuotas>;
  /** When given, other names are refused with INVALID_RESOURCE_URI. Absent: the host decides (`refuse`). */
  readonly configurations?: readonly ConfigurationRules[];
  /** Serves `.../windows/shell/cmd`. Default true. */
  readonly allowCmdShells?: boolean;
  /** Accepts `CompressionType xpress`. Default true. */
  readonly allowCompression?: boolean;
  /** Room of one command's output, bytes; a host is slowed when it is used up. Default 4 MiB. */
  readonly outputBufferBytes?: number;
  /** Above this a host that does not stop loses its oldest output even with Block, bytes. Default 64 MiB. */
  readonly outputBufferHardBytes?: number;
  /**
   * How long a shell whose client's connection broke in the middle of a Receive waits for that client before it counts
   * as Disconnected, ms. Such a shell takes its own client back without a Reconnect. Default 1000.
   */
  readonly lostClientGraceMs?: number;
  /**
   * How long a client that can come back may neither wait nor ask before its shell counts as Disconnected, ms. It takes its
   * shell back without a Reconnect; others may connect to it meanwhile. Default 180000.
   */
  readonly silentClientMs?: number;
  /** What the configuration tells besides the quotas, by path: `Service/Auth/Basic`, `Client/URLPrefix`. */
  readonly config?: ReadonlyMap<string, string>;
  /** Whether `recordsToWrite` has anything to say. Default false. */
  readonly durable?: boolean;
  /** `wsmid:ProductVendor` and `ProductVersion` of Identify. */
  readonly productVendor?: string;
  readonly productVersion?: string;
}

/** What a service that runs can be told anew. */
export type ServiceSettings = Pick<ShellServiceOptions, 'quotas' | 'configurations'>;

export type StreamPriority = 'Default' | 'PromptResponse';
export type CmdSignal = 'terminate' | 'ctrl_c' | 'ctrl_break';

/**
 * What the service asks for or tells. Events with a `requestId` that say so wait for `complete` or `refuse`; the
 * client's answer is held until then, at most for its OperationTimeout.
 */
export type ShellServiceEvent<C extends ShellCaller = ShellCaller> =
  /** Hand this to the listener as the answer of that request. 200 for a reply, 500 for a fault. */
  | {
      readonly type: 'answer';
      readonly requestId: number;
      readonly status: 200 | 500;
      readonly envelope: Uint8Array;
    }
  /** Make a host; `complete({ processId })` when it takes input, or `refuse`. */
  | {
      readonly type: 'shellCreated';
      readonly requestId: number;
      readonly shellId: Guid;
      readonly kind: 'powershell' | 'cmd';
      /** The configuration's name as the client wrote it; '' for cmd. */
      readonly configuration: string;
      readonly name: string;
      readonly caller: C;
      /** PSRP: opening fragments. Empty for cmd. */
      readonly creationData: Uint8Array;
      readonly locale: string;
      readonly dataLocale: string;
      readonly noProfile: boolean;
      readonly idleTimeoutMs: number;
      readonly bufferMode: BufferMode;
      readonly workingDirectory: string | undefined;
      readonly environment: ReadonlyMap<string, string>;
      readonly codePage: number | undefined;
    }
  | {
      readonly type: 'poolInput';
      readonly shellId: Guid;
      readonly data: Uint8Array;
      readonly priority: StreamPriority;
    }
  /** Start a pipeline with these first fragments; `complete` or `refuse`. */
  | {
      readonly type: 'commandStarted';
      readonly requestId: number;
      readonly shellId: Guid;
      readonly commandId: Guid;
      readonly data: Uint8Array;
      readonly commandText: string;
    }
  /** Start a program (cmd shells); `complete` when it runs, or `refuse`. */
  | {
      readonly type: 'cmdStarted';
      readonly requestId: number;
      readonly shellId: Guid;
      readonly commandId: Guid;
      readonly command: string;
      readonly arguments: readonly string[];
      readonly skipCmdShell: boolean;
      readonly consoleModeStdin: boolean;
    }
  /** `end`: the client closed the stream (cmd shells). */
  | {
      readonly type: 'commandInput';
      readonly shellId: Guid;
      readonly commandId: Guid;
      readonly data: Uint8Array;
      readonly priority: StreamPriority;
      readonly end: boolean;
    }
  /** Stop the pipeline; `complete` after its last output was handed in. The command stays. */
  | {
      readonly type: 'commandStop';
      readonly requestId: number;
      readonly shellId: Guid;
      readonly commandId: Guid;
    }
  /** A signal for a running program. With `terminate` a `commandClosed` follows. */
  | {
      readonly type: 'cmdSignal';
      readonly shellId: Guid;
      readonly commandId: Guid;
      readonly signal: CmdSignal;
    }
  /** The client released the command; end it if it still runs. Output handed in later is dropped. */
  | { readonly type: 'commandClosed'; readonly shellId: Guid; readonly commandId: Guid }
  /** `lost`: the client's connection broke and it did not come back in time. */
  | { readonly type: 'shellDisconnected'; readonly shellId: Guid; readonly reason: 'client' | 'lost' }
  | { readonly type: 'shellReconnected'; readonly shellId: Guid }
  /** Another client takes over; `complete({ connectResponseData })` or `refuse`. */
  | {
      readonly type: 'shellConnecting';
      readonly requestId: number;
      readonly shellId: Guid;
      readonly connectData: Uint8Array;
      readonly caller: C;
    }
  | { readonly type: 'shellConnected'; readonly shellId: Guid; readonly caller: C }
  /** The shell is gone: close its host. */
  | {
      readonly type: 'shellRemoved';
      readonly shellId: Guid;
      readonly reason: 'deleted' | 'expired' | 'refused' | 'ended' | 'closed';
    }
  /** There is room again for the output of this command (undefined: the pool) after `hasRoom` said no. */
  | { readonly type: 'roomAvailable'; readonly shellId: Guid; readonly commandId: Guid | undefined }
  /** Output was discarded: buffering mode Drop, or a host that did not stop. */
  | {
      readonly type: 'outputDropped';
      readonly shellId: Guid;
      readonly commandId: Guid | undefined;
      readonly bytes: number;
    }
  /** Somebody else than the owner's client looks at what the session shows, or does so no more. */
  | {
      readonly type: 'watcherCame' | 'watcherLeft';
      readonly shellId: Guid;
      readonly user: string;
      readonly clientAddress: string;
    }
  /** The owner said who may watch. */
  | { readonly type: 'watchersSet'; readonly shellId: Guid; readonly user: string; readonly names: readonly string[] }
  /** A client that took the shell over takes up this command: it has not heard a question that waits for its answer. */
  | { readonly type: 'commandConnected'; readonly shellId: Guid; readonly commandId: Guid }
  /** For the log: a request was refused. No content of the request is in it. */
  | {
      readonly type: 'refused';
      readonly user: string;
      readonly clientAddress: string;
      readonly action: string;
      readonly shellId: string | undefined;
      readonly code: number;
    };

/** What a host answers with `complete`. */
export interface Completion {
  readonly processId?: number;
  readonly profileLoaded?: boolean;
  /** Of `shellConnecting`. */
  readonly connectResponseData?: Uint8Array;
}

export interface OutputOptions {
  /** cmd shells: `stdout` or `stderr`. Default `stdout`. */
  readonly stream?: string;
  /** The chunk carries a host call that waits for its answer. */
  readonly pending?: boolean;
  /** A message ends with this chunk. A client that takes over gets whole messages. Default true. */
  readonly endsMessage?: boolean;
  /** There is no more room for what waits, in any shell: with Drop this may only take the place of older output. */
  readonly full?: boolean;
}

export interface HostUsage {
  readonly processId?: number;
  readonly memoryUsedMb?: number;
  readonly childProcesses?: number;
}

/** One shell as the service sees it, for a console or a log. */
export interface ShellSummary {
  readonly shellId: Guid;
  readonly name: string;
  readonly kind: 'powershell' | 'cmd';
  readonly configuration: string;
  readonly owner: string;
  readonly clientAddress: string;
  readonly state: 'Connected' | 'Disconnected';
  readonly bufferMode: BufferMode;
  readonly idleTimeoutMs: number;
  readonly createdMs: number;
  readonly lastRequestMs: number;
  readonly bufferedBytes: number;
  /** Who looks at what it shows. */
  readonly watchers?: readonly string[];
  /** Why the session is broken; its output can still be received. */
  readonly brokenReason?: string;
  readonly commands: readonly {
    readonly commandId: Guid;
    readonly commandText: string;
    readonly state: 'Running' | 'Pending' | 'Done';
  }[];
}
