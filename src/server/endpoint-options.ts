/** What `Endpoint.start`, `serveStdio` and `servePipe` take. */
import type { PasswordVerifier } from './accounts/account.js';
import type { AuthenticationConfiguration } from './configuration/authentication-configuration.js';
import type {
  CmdShellConfiguration,
  ListenerConfiguration,
  MetricsConfiguration,
} from './configuration/endpoint-configuration.js';
import type { ServiceQuotas } from './configuration/quotas.js';
import type { SessionConfiguration } from './configuration/session-configuration.js';
import type { AuditSink } from './gate/audit.js';
import type { AuthenticationMechanism } from './gate/mechanism.js';
import type { Clock } from '../io/runtime/index.js';
import type { ShellServiceOptions } from '../protocol/wsman/index.js';
import type { DurabilityOptions } from './hosting/durable-sessions.js';
import type { RunspaceHostFactory } from './shells/shell-layer-api.js';
import type { OtlpOptions } from './telemetry/otlp-options.js';

export interface EndpointOptions {
  /** Default: one, http://127.0.0.1:5985/wsman. An empty list makes an endpoint without sockets: use `handle`. */
  readonly listeners?: readonly Partial<ListenerConfiguration>[];
  /** Accounts for Basic; a `UsersFile` or anything that checks a password. */
  readonly users: PasswordVerifier;
  /** What callers may authenticate by. Default: Basic, and Negotiate for accounts that have an NT hash. */
  readonly authentication?: Partial<AuthenticationConfiguration>;
  /** Mechanisms of your own, before the others. Default none. */
  readonly mechanisms?: readonly AuthenticationMechanism[];
  /** Default: `Microsoft.PowerShell` on the embedded engine. */
  readonly configurations?: readonly SessionConfiguration[];
  /** Name of the one that cmd-shell PowerShell lines run in. Default `Microsoft.PowerShell`, else the first. */
  readonly defaultConfiguration?: string;
  readonly cmdShell?: CmdShellConfiguration;
  readonly quotas?: Partial<ServiceQuotas>;
  readonly failedLoginDelayMs?: number;
  /** `GET /metrics` for Prometheus, on a socket of its own. Default: nowhere. */
  readonly metrics?: MetricsConfiguration;
  /** Traces and metrics for a collector: `otlpFromEnvironment(process.env)`. Default: nobody is told. */
  readonly telemetry?: OtlpOptions;
  /** How telemetry is sent. Default: the global `fetch`. */
  readonly exportTelemetry?: typeof fetch;
  /** Default: drops the records. */
  readonly audit?: AuditSink;
  /** The name that faults and `$PSSenderInfo` show. Default the host name. */
  readonly machineName?: string;
  /** Time for everything that waits; a fake one in tests. Default the system's. */
  readonly clock?: Clock;
  /** Makes what runs the scripts. Default: by the configuration's kind. */
  readonly createHost?: RunspaceHostFactory;
  /**
   * Sessions live in processes of their own and outlive this one; their output is on the disk before it is acknowledged.
   * Default: they live in this process and end with it. `createHost` has no part in it.
   */
  readonly durability?: DurabilityOptions;
  /** Finer settings of the shell service: buffers, grace of lost clients. */
  readonly service?: Partial<
    Pick<ShellServiceOptions, 'outputBufferBytes' | 'outputBufferHardBytes' | 'lostClientGraceMs' | 'allowCompression'>
  >;
}

/** What a running endpoint can be told anew; what is left out has its default, but for `users`, who stay. */
export type ReloadOptions = Partial<
  Pick<
    EndpointOptions,
    | 'listeners'
    | 'users'
    | 'authentication'
    | 'mechanisms'
    | 'configurations'
    | 'defaultConfiguration'
    | 'cmdShell'
    | 'quotas'
    | 'failedLoginDelayMs'
  >
>;

/** Keys of the configuration that are read at the start alone. */
export type ReloadAtStart = 'listeners' | 'failedLoginDelayMs and lockout' | 'MaxPacketRetrievalTimeSeconds';

export interface EndpointAddress {
  readonly scheme: 'http' | 'https';
  readonly address: string;
  readonly port: number;
  readonly path: string;
  /** `http://127.0.0.1:5985/wsman` */
  readonly url: string;
}

export interface CloseOptions {
  /** How long running operations may still take before their connections are cut. Milliseconds; default 2000. */
  readonly drainMs?: number;
}
