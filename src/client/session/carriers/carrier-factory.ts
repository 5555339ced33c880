/** Where runspaces get their carriers from. The default makes real ones; tests and embedders bring their own. */
import type { ScreenPart, ShellDetails } from '../../../protocol/wsman/index.js';
import type { ConnectionInfo, WSManConnectionInfo } from '../model/connection-info.js';
import type { RunspaceTransport } from '../runspace-transport.js';
import type { Guid } from '../../../protocol/bytes/index.js';

/** A shell as the server lists it. Times in milliseconds. protocol.md 7.4, 7.11 */
export interface ShellListing {
  readonly shellId: Guid;
  readonly name: string;
  readonly resourceUri: string;
  readonly state: string;
  readonly owner?: string;
  readonly clientAddress?: string;
  readonly processId?: number;
  readonly idleTimeoutMs?: number;
  readonly maxIdleTimeoutMs?: number;
  readonly inactivityMs?: number;
  readonly runTimeMs?: number;
  readonly bufferMode?: string;
  readonly locale?: string;
  readonly dataLocale?: string;
  readonly compressionMode?: string;
  readonly encoding?: string;
  readonly profileLoaded?: string;
}

/** A shell as its endpoint tells an administrator of it: anybody's, cmd shells too. */
export interface ShellStatus {
  readonly shellId: string;
  /** '' for a cmd shell. */
  readonly name: string;
  readonly resourceUri: string;
  readonly owner: string;
  readonly clientAddress: string;
  readonly state: string;
  /** Since it was made, and since its client's last request. Milliseconds. */
  readonly runTimeMs: number;
  readonly inactivityMs: number;
  readonly idleTimeoutMs: number;
  /** Undefined: a server that does not tell. */
  readonly details: ShellDetails | undefined;
}

/** A session that this account may watch. */
export interface WatchableShell {
  readonly shellId: Guid;
  readonly name: string;
  readonly resourceUri: string;
  readonly owner: string;
  readonly state: string;
  /** Of one's own sessions: who may watch them, and who does. */
  readonly mayWatch: readonly string[];
  readonly watchers: readonly string[];
}

export interface ShellCommandListing {
  readonly commandId: Guid;
  readonly commandLine: string;
  readonly state: string;
}

/** The list of one server's shells, and of a shell's commands. */
export interface ShellDirectory extends AsyncDisposable {
  shells(signal: AbortSignal): Promise<readonly ShellListing[]>;
  commands(shellId: Guid, signal: AbortSignal): Promise<readonly ShellCommandListing[]>;
  /** For administrators. @throws {WsmanFaultError} access is denied. */
  status(signal: AbortSignal): Promise<readonly ShellStatus[]>;
  /** The sessions that this account may watch. */
  watchable(signal: AbortSignal): Promise<readonly WatchableShell[]>;
  /** What a session has shown after a position; undefined: nothing, for as long as one request waits. */
  screen(
    shell: Pick<WatchableShell, 'shellId' | 'resourceUri'>,
    position: number | undefined,
    signal: AbortSignal,
  ): Promise<ScreenPart | undefined>;
}

export interface CarrierFactory {
  transport(info: ConnectionInfo): RunspaceTransport;
  directory(info: WSManConnectionInfo): ShellDirectory;
}
