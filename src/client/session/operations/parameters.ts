/** The parameters of the commands, in camelCase. Sets, defaults and checks are those of cmdlets.md 5-12. */
import type { Guid } from '../../../protocol/bytes/index.js';
import type { PSPowerShellDefinition, PSValue } from '../../../protocol/objects/index.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import type { CredentialInput } from '../model/credential.js';
import type { SessionHost } from '../model/host.js';
import type { PSSession } from '../model/ps-session.js';
import type { PSSessionOption, PSSessionOptionInit } from '../model/session-option.js';
import type { AuthenticationMechanismName, OutputBufferingModeName, SessionFilterStateName } from '../model/states.js';
import type { SessionContext } from './session-context.js';
import type { Throttle } from './throttle.js';

export interface CommonParameters {
  /** Stops the command. */
  readonly signal?: AbortSignal | undefined;
  /** The current session; default the process' own. */
  readonly context?: SessionContext | undefined;
  /** `stop` makes the first error of the error stream a thrown one. Default `continue`. */
  readonly errorAction?: 'continue' | 'stop' | undefined;
  /** How many targets are worked on at once. 0 or less: 32. */
  readonly throttleLimit?: number | undefined;
  /** Instead of `throttleLimit`: a limit that several runs share (New-, Connect- and Disconnect-PSSession). */
  readonly throttle?: Throttle | undefined;
  /** -WhatIf and -Confirm: asked before each item; false skips it. */
  readonly shouldProcess?: ((target: string, action: string) => boolean | Promise<boolean>) | undefined;
}

export type SessionOptionInput = PSSessionOption | PSSessionOptionInit;

export interface CredentialParameters {
  readonly credential?: CredentialInput | undefined;
  readonly authentication?: AuthenticationMechanismName | undefined;
  readonly certificateThumbprint?: string | undefined;
  readonly sessionOption?: SessionOptionInput | undefined;
}

export interface ComputerParameters extends CredentialParameters {
  readonly computerName?: string | readonly string[] | undefined;
  readonly port?: number | undefined;
  readonly useSSL?: boolean | undefined;
  readonly applicationName?: string | undefined;
  readonly configurationName?: string | undefined;
}

export interface UriParameters extends CredentialParameters {
  readonly connectionUri?: string | URL | readonly (string | URL)[] | undefined;
  readonly allowRedirection?: boolean | undefined;
}

/** One SSH target as a hashtable, -SSHConnection. cmdlets.md 6.1 */
export interface SSHConnectionParameters {
  readonly computerName?: string;
  readonly hostName?: string;
  readonly userName?: string;
  readonly keyFilePath?: string;
  readonly identityFilePath?: string;
  readonly port?: number;
  readonly subsystem?: string;
  readonly connectingTimeout?: number;
  readonly options?: Readonly<Record<string, string>>;
}

export interface SSHParameters {
  readonly hostName?: string | readonly string[] | undefined;
  readonly userName?: string | undefined;
  readonly keyFilePath?: string | undefined;
  readonly subsystem?: string | undefined;
  /** Milliseconds. */
  readonly connectingTimeout?: number | undefined;
  /** Options for ssh, `-o name=value`. */
  readonly options?: Readonly<Record<string, string>> | undefined;
  readonly sshConnection?: readonly SSHConnectionParameters[] | undefined;
  /** The ssh program; default `ssh` of the system. */
  readonly sshExecutable?: string | undefined;
}

/** Targets that are ours: any program on stdio, a running PowerShell process, a carrier that the caller made. */
export interface LocalTargetParameters {
  /** A program that speaks the out-of-process framing, with its arguments: `['pwsh', '-NoLogo', '-NoProfile', '-s']`. */
  readonly command?: readonly [file: string, ...args: string[]] | undefined;
  /** The pipe of a running PowerShell: its name, or the process id. */
  readonly pipeName?: string | undefined;
  readonly processId?: number | undefined;
  readonly connectionInfo?: ConnectionInfo | readonly ConnectionInfo[] | undefined;
}

/** Virtual machines and containers of this computer. Sessions into them cannot be made here. */
export interface VirtualTargetParameters {
  readonly vmId?: string | readonly string[] | undefined;
  readonly vmName?: string | readonly string[] | undefined;
  readonly containerId?: string | readonly string[] | undefined;
}

export interface NewPSSessionParameters
  extends CommonParameters,
    ComputerParameters,
    UriParameters,
    SSHParameters,
    VirtualTargetParameters,
    LocalTargetParameters {
  readonly name?: string | readonly string[] | undefined;
  /** A session of Windows PowerShell 5.1 in a process of this computer. */
  readonly useWindowsPowerShell?: boolean | undefined;
  /** Templates: a new session like each of these. */
  readonly session?: PSSession | readonly PSSession[] | undefined;
  readonly enableNetworkAccess?: boolean | undefined;
  readonly host?: SessionHost | undefined;
}

export interface GetPSSessionParameters
  extends CommonParameters,
    ComputerParameters,
    UriParameters,
    SSHParameters,
    VirtualTargetParameters {
  readonly name?: string | readonly string[] | undefined;
  readonly id?: number | readonly number[] | undefined;
  readonly instanceId?: string | readonly string[] | undefined;
  readonly state?: SessionFilterStateName | undefined;
}

export interface ConnectPSSessionParameters extends CommonParameters, ComputerParameters, UriParameters, SSHParameters {
  readonly session?: PSSession | readonly PSSession[] | undefined;
  readonly name?: string | readonly string[] | undefined;
  readonly id?: number | readonly number[] | undefined;
  readonly instanceId?: string | readonly string[] | undefined;
}

export interface DisconnectPSSessionParameters extends CommonParameters {
  readonly session?: PSSession | readonly PSSession[] | undefined;
  readonly name?: string | readonly string[] | undefined;
  readonly id?: number | readonly number[] | undefined;
  readonly instanceId?: string | readonly string[] | undefined;
  readonly idleTimeoutSec?: number | undefined;
  readonly outputBufferingMode?: OutputBufferingModeName | undefined;
}

export interface ReceivePSSessionParameters extends CommonParameters, ComputerParameters, UriParameters, SSHParameters {
  readonly computerName?: string | undefined;
  readonly connectionUri?: string | URL | undefined;
  readonly session?: PSSession | undefined;
  readonly name?: string | undefined;
  readonly id?: number | undefined;
  readonly instanceId?: string | undefined;
  readonly outTarget?: 'Default' | 'Host' | 'Job' | undefined;
  readonly jobName?: string | undefined;
  readonly host?: SessionHost | undefined;
}

export interface WatchPSSessionParameters extends CommonParameters, ComputerParameters, UriParameters, SSHParameters {
  /** Sessions to look for, by name; wildcards are permitted. */
  readonly name?: string | readonly string[] | undefined;
  readonly instanceId?: string | readonly string[] | undefined;
  /** A session of this program. */
  readonly session?: PSSession | undefined;
  /** The sessions that may be watched, instead of what one of them shows. */
  readonly list?: boolean | undefined;
  /** What is there now, and no more. */
  readonly noWait?: boolean | undefined;
  readonly host?: SessionHost | undefined;
}

export interface SetPSSessionWatcherParameters extends CommonParameters {
  readonly session?: PSSession | readonly PSSession[] | undefined;
  readonly name?: string | readonly string[] | undefined;
  readonly id?: number | readonly number[] | undefined;
  readonly instanceId?: string | readonly string[] | undefined;
  /** Accounts and groups of the endpoint; none: nobody may watch. */
  readonly watcher?: string | readonly string[] | undefined;
}

export interface RemovePSSessionParameters extends CommonParameters, VirtualTargetParameters {
  readonly session?: PSSession | readonly PSSession[] | undefined;
  readonly name?: string | readonly string[] | undefined;
  readonly id?: number | readonly number[] | undefined;
  readonly instanceId?: string | readonly string[] | undefined;
  readonly computerName?: string | readonly string[] | undefined;
}

export interface InvokeCommandParameters
  extends CommonParameters,
    ComputerParameters,
    UriParameters,
    SSHParameters,
    VirtualTargetParameters,
    LocalTargetParameters {
  /** PowerShell text. */
  readonly scriptBlock?: string | undefined;
  /** A local `.ps1` file whose text is sent. */
  readonly filePath?: string | undefined;
  /** A pipeline already taken apart, instead of a text: what the engine's cmdlet sends for simple pipelines. */
  readonly definition?: PSPowerShellDefinition | undefined;
  readonly session?: PSSession | readonly PSSession[] | undefined;
  readonly argumentList?: readonly unknown[] | undefined;
  /** Goes to `$input` of every target. */
  readonly inputObject?: readonly unknown[] | AsyncIterable<unknown> | undefined;
  /** Values of `$using:` expressions, by the expression's text as PowerShell keys it. */
  readonly usingValues?: Readonly<Record<string, unknown>> | undefined;
  readonly hideComputerName?: boolean | undefined;
  readonly enableNetworkAccess?: boolean | undefined;
  readonly sessionName?: string | readonly string[] | undefined;
  readonly jobName?: string | undefined;
  readonly host?: SessionHost | undefined;
  readonly asJob?: boolean | undefined;
  readonly inDisconnectedSession?: boolean | undefined;
  /** Bytes of unread output after which the producer is held. Default 4 MiB. */
  readonly highWaterBytes?: number | undefined;
}

export interface EnterPSSessionParameters
  extends CommonParameters,
    ComputerParameters,
    UriParameters,
    SSHParameters,
    LocalTargetParameters {
  readonly computerName?: string | undefined;
  readonly connectionUri?: string | URL | undefined;
  readonly hostName?: string | undefined;
  readonly session?: PSSession | undefined;
  readonly id?: number | undefined;
  readonly instanceId?: string | undefined;
  readonly name?: string | undefined;
  readonly enableNetworkAccess?: boolean | undefined;
  readonly host?: SessionHost | undefined;
  /** Told what the user should know while entering goes on: that the session is busy, for one. */
  readonly onWarning?: ((text: string) => void) | undefined;
  readonly vmId?: string | undefined;
  readonly vmName?: string | undefined;
  readonly containerId?: string | undefined;
}

/** What happened with one target of a fan-out. */
export interface TargetOutcome {
  readonly computerName: string;
  readonly instanceId: Guid | undefined;
  readonly state: 'Completed' | 'Failed' | 'Stopped' | 'Disconnected' | 'NotStarted';
  readonly outputCount: number;
  readonly errorCount: number;
  /** Milliseconds from start to end. */
  readonly durationMs: number;
  readonly error?: Error;
}

export type PlainOrValue = PSValue;
