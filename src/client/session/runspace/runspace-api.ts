/** What crosses the face of a remote runspace. */
import type { Guid } from '../../../protocol/bytes/index.js';
import type { PSSessionError } from '../../../protocol/errors/index.js';
import type { PSObject, PSProgressRecord, PSValue } from '../../../protocol/objects/index.js';
import type { PSUserEvent } from '../../../protocol/psrp/index.js';
import type { CarrierFactory, ShellCommandListing } from '../carriers/carrier-factory.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import type { SessionHost } from '../model/host.js';
import type { RunspaceAvailabilityName, RunspaceStateName } from '../model/states.js';

export interface RemoteRunspaceInit {
  readonly connectionInfo: ConnectionInfo;
  readonly instanceId: Guid;
  /** Sent to the server, which keeps it. */
  readonly name: string;
  readonly carriers: CarrierFactory;
  readonly host: SessionHost;
  readonly minRunspaces?: number;
  readonly maxRunspaces?: number;
}

export interface QueriedRunspaceInit extends RemoteRunspaceInit {
  readonly disconnected: boolean;
  readonly inactivityMs: number | undefined;
  readonly commands: readonly ShellCommandListing[];
}

export type RunspaceEvent =
  | { readonly type: 'stateChanged'; readonly state: RunspaceStateName; readonly reason: PSSessionError | undefined }
  | { readonly type: 'availabilityChanged'; readonly availability: RunspaceAvailabilityName }
  | { readonly type: 'userEvent'; readonly event: PSUserEvent };

/** What a user is told while the network is tried to be reached again. cmdlets.md 18.5 */
export type RunspaceNotice =
  | { readonly type: 'warning'; readonly id: string; readonly message: string }
  | { readonly type: 'progress'; readonly record: PSProgressRecord };

export interface StartPipelineOptions {
  readonly noInput?: boolean;
  /** Who answers this pipeline's host calls; default the runspace's host. */
  readonly host?: SessionHost;
  readonly addToHistory?: boolean;
  readonly isNested?: boolean;
  /** Nothing of the output is taken from the server until somebody pumps: for commands that are left at once. */
  readonly held?: boolean;
}

/** Milliseconds. */
export interface DisconnectOptions {
  readonly idleTimeoutMs?: number;
  readonly bufferMode?: 'Block' | 'Drop';
}

export interface RemoteCommandInfo {
  readonly name: string;
  readonly commandType: PSValue;
  readonly parameters: PSValue;
  readonly source: PSObject;
}
