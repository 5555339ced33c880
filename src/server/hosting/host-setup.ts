/** What a session host is told by the listener that started it, or that found it again. Plain data that survives JSON. */
import { createHash } from 'node:crypto';
import type { Caller } from '../caller.js';
import type { CmdShellConfiguration } from '../configuration/endpoint-configuration.js';
import type { SessionConfiguration } from '../configuration/session-configuration.js';
import type { ShellListing, ShellServiceOptions } from '../../protocol/wsman/index.js';

/** Counts up when an older host could not be served any more. */
export const HOST_PROTOCOL = 1;

type Plain<T> = Omit<T, 'environment'> & { readonly environment?: readonly (readonly [string, string])[] };

export interface HostSetup {
  /** Of the program's version and of all below: a host that was told something else takes no new sessions. */
  readonly fingerprint: string;
  readonly configurations: readonly PlainConfiguration[];
  readonly defaultConfiguration: string;
  readonly cmdShell: CmdShellConfiguration;
  readonly service: Omit<ShellServiceOptions, 'random' | 'durable' | 'config'>;
  /** How long output may be lost to a power cut. Milliseconds. */
  readonly syncMs: number;
  /** Of the files of all hosts together. Absent: no bound. */
  readonly spoolMaxBytes?: number;
  /** Why the hosts were ended whose sessions this one takes up. Absent: they died by themselves. */
  readonly adoptedReason?: string;
}

export type PlainConfiguration = Omit<SessionConfiguration, 'runspace'> & {
  readonly runspace: Plain<SessionConfiguration['runspace'] & { readonly environment?: ReadonlyMap<string, string> }>;
};

/** Short, and different for any two setups or versions of the program. */
export function fingerprintOf(version: string, setup: Omit<HostSetup, 'fingerprint'>): string {
  return createHash('sha256')
    .update(JSON.stringify([version, setup]))
    .digest('hex')
    .slice(0, 16);
}

/** A caller without his connection. */
export type PlainCaller = Omit<Caller, 'connectionLost'>;

/** One shell of a host, as the listener has to know it to route and to count. */
export interface HostedShell {
  readonly shellId: string;
  readonly owner: string;
  /** '' for cmd shells. */
  readonly configuration: string;
  /** Absent: a host of an early version. */
  readonly name?: string;
}

export interface Welcome {
  readonly protocol: number;
  /** Of the setup that the host works with, which is the first it was told. Absent: a host of an early version. */
  readonly fingerprint?: string;
  readonly processId: number;
  /** Whether others may watch any of its shells; told anew when it changes. Absent: a host of an early version. */
  readonly watchable?: boolean;
  readonly shells: readonly HostedShell[];
}

/** Head of the word that a connection is gone. */
export interface GoneConnection {
  readonly connection: string;
  readonly byClient: boolean;
}

export type PlainListing = Plain<ShellListing>;

export function plainCaller(caller: Caller): PlainCaller {
  const { user, mechanism, groups, administrator, clientAddress, connectionString, connection } = caller;
  const plain = { user, mechanism, groups, administrator, clientAddress, connectionString };
  return connection === undefined ? plain : { ...plain, connection };
}

export function plainConfiguration(configuration: SessionConfiguration): PlainConfiguration {
  const { runspace } = configuration;
  if (runspace.kind === 'embedded' || runspace.environment === undefined) {
    const { environment: _, ...rest } = { environment: undefined, ...runspace };
    return { ...configuration, runspace: rest };
  }
  return { ...configuration, runspace: { ...runspace, environment: [...runspace.environment] } };
}

export function fromPlainConfiguration(plain: PlainConfiguration): SessionConfiguration {
  const { environment, ...rest } = plain.runspace;
  const runspace = environment === undefined ? rest : { ...rest, environment: new Map(environment) };
  return { ...plain, runspace: runspace as SessionConfiguration['runspace'] };
}

export function plainListing({ environment, ...listing }: ShellListing): PlainListing {
  return environment === undefined ? listing : { ...listing, environment: [...environment] };
}

export function fromPlainListing({ environment, ...listing }: PlainListing): ShellListing {
  return environment === undefined ? listing : { ...listing, environment: new Map(environment) };
}
