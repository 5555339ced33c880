/** What crosses the face of the shell layer: what it is made with, what it asks for, what it tells. */
import type { Clock } from '../../io/runtime/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import type { HostUsage, ServiceSettings, ShellServiceEvent, ShellServiceOptions } from '../../protocol/wsman/index.js';
import type { Caller } from '../caller.js';
import type { CmdShellConfiguration } from '../configuration/endpoint-configuration.js';
import type { SessionConfiguration } from '../configuration/session-configuration.js';
import type { AuditSink } from '../gate/audit.js';
import type { RunspaceHost } from '../runspace-host.js';
import type { ShellSpool } from '../spool/shell-spool.js';

/** What a host is made for. */
export interface RunspaceContext {
  readonly shellId: Guid;
  readonly configuration: SessionConfiguration;
  readonly caller: Caller;
  readonly locale: string;
  readonly dataLocale: string;
  /** The folder in which an embedded session begins. Default: the account's home, as PowerShell's sessions do. */
  readonly location?: string;
  /** For listings: what the session's program uses. */
  readonly reportUsage?: (usage: HostUsage) => void;
}
export type RunspaceHostFactory = (context: RunspaceContext) => Promise<RunspaceHost>;

export interface ShellLayerOptions {
  readonly service: ShellServiceOptions;
  /** By lower-case name. */
  readonly configurations: ReadonlyMap<string, SessionConfiguration>;
  readonly defaultConfiguration: string;
  readonly cmdShell: CmdShellConfiguration;
  readonly createHost: RunspaceHostFactory;
  readonly clock: Clock;
  readonly audit: AuditSink;
  /** Where sessions are written down, so that their output outlives this process. Default: nowhere. */
  readonly spool?: ShellSpool;
  /** This process is there for one session alone, so that what it uses is what the session uses. Default: false. */
  readonly ownsProcess?: boolean;
  /** The name of this process' cgroup, if it gets one. */
  readonly processName?: string;
  /** A shell is there, or is not any more. Told before the client is. */
  readonly onShell?: (change: ShellChange) => void;
  /** Whether any of its shells may be watched by others, told when it changes. Default at the start: none may. */
  readonly onWatchable?: (watchable: boolean) => void;
}

/** What a layer that runs can be told anew. */
export interface LayerSettings extends Pick<ShellLayerOptions, 'configurations' | 'defaultConfiguration' | 'cmdShell'> {
  readonly service: ServiceSettings;
}

export type ShellChange =
  | {
      readonly type: 'added';
      readonly shellId: Guid;
      readonly owner: string;
      readonly configuration: string;
      readonly name?: string;
    }
  | { readonly type: 'removed'; readonly shellId: Guid };

export type ShellEvent = ShellServiceEvent<Caller>;
/** One kind of event, by its type. */
export type ShellEventOf<T extends ShellEvent['type']> = Extract<ShellEvent, { type: T }>;
