/**
 * Where a session's runspace is and how it is reached: one class per carrier. What users read of it is
 * `Runspace.ConnectionInfo`; the rules for names, ports, applications and configurations are cmdlets.md 2.8 and 3.1-3.5.
 */
import { isIP } from 'node:net';
import { ArgumentError, catalogued, PSSessionError } from '../../../protocol/errors/index.js';
import { PSCredential, type CredentialInput } from './credential.js';
import { PSSessionOption } from './session-option.js';
import type { AuthenticationMechanismName, OutputBufferingModeName } from './states.js';

export const CONFIGURATION_PREFIX = 'http://schemas.microsoft.com/powershell/';
export const DEFAULT_CONFIGURATION_NAME = 'Microsoft.PowerShell';
export const DEFAULT_APPLICATION_NAME = 'WSMan';
const HTTP_PORT = 5985;
const HTTPS_PORT = 5986;
const NO_LIMIT_MS = 2_147_483_647;

/** What all carriers have in common. */
abstract class ConnectionInfoBase {
  computerName: string;
  readonly computerType: 'RemoteMachine' | 'VirtualMachine' | 'Container' = 'RemoteMachine';
  /** -1 until the server says what it granted. Milliseconds. */
  idleTimeoutMs: number;
  maxIdleTimeoutMs = NO_LIMIT_MS;
  outputBufferingMode: OutputBufferingModeName;
  openTimeoutMs: number;
  cancelTimeoutMs: number;
  operationTimeoutMs: number;
  option: PSSessionOption;

  constructor(computerName: string, option: PSSessionOption) {
    this.computerName = computerName;
    this.option = option;
    this.idleTimeoutMs = option.idleTimeoutMs;
    this.outputBufferingMode = option.outputBufferingMode;
    this.openTimeoutMs = option.openTimeoutMs;
    this.cancelTimeoutMs = option.cancelTimeoutMs;
    this.operationTimeoutMs = option.operationTimeoutMs;
  }

  /** Takes all values of `option`, as a command's -SessionOption does. */
  applyOption(option: PSSessionOption): void {
    this.option = option;
    this.idleTimeoutMs = option.idleTimeoutMs;
    this.outputBufferingMode = option.outputBufferingMode;
    this.openTimeoutMs = option.openTimeoutMs;
    this.cancelTimeoutMs = option.cancelTimeoutMs;
    this.operationTimeoutMs = option.operationTimeoutMs;
  }
}

export interface WSManConnectionInit {
  readonly scheme: 'http' | 'https';
  readonly computerName: string;
  /** Undefined: 5985 or 5986. */
  readonly port?: number;
  /** Path. */
  readonly appName?: string;
  /** What stands behind the path of a URI, with its question mark. */
  readonly query?: string;
  /** The text the user gave, when it was a URI. */
  readonly uri?: string;
  readonly shellUri?: string;
  readonly credential?: PSCredential;
  readonly authentication?: AuthenticationMechanismName;
  readonly certificateThumbprint?: string;
  readonly option?: PSSessionOption;
  readonly enableNetworkAccess?: boolean;
  /** The envelopes go through this SSH connection instead of over HTTP. */
  readonly ssh?: SSHConnectionInfo;
}

export class WSManConnectionInfo extends ConnectionInfoBase {
  readonly transport = 'WSMan' as const;
  readonly ssh: SSHConnectionInfo | undefined;
  scheme: 'http' | 'https';
  appName: string;
  shellUri: string;
  credential: PSCredential | undefined;
  authenticationMechanism: AuthenticationMechanismName;
  certificateThumbprint: string | undefined;
  enableNetworkAccess: boolean;
  maximumConnectionRedirectionCount: number;
  maximumReceivedDataSizePerCommand: number | null;
  maximumReceivedObjectSize: number | null;
  useCompression: boolean;
  /** A shell that a query found: its server compresses what it sends. protocol.md 7.9 */
  shellCompressed = false;
  noMachineProfile: boolean;
  /** Locale of the session's user interface and of its data; null: this process'. */
  uiCulture: string | null;
  culture: string | null;
  #port: number | undefined;
  #query: string;
  #uriText: string | undefined;

  constructor(init: WSManConnectionInit) {
    super(init.computerName, init.option ?? new PSSessionOption());
    this.scheme = init.scheme;
    this.ssh = init.ssh;
    this.#port = init.port;
    this.#query = init.query ?? '';
    this.#uriText = init.uri;
    this.appName = init.appName ?? '/wsman';
    this.shellUri = init.shellUri ?? CONFIGURATION_PREFIX + DEFAULT_CONFIGURATION_NAME;
    this.credential = init.credential;
    this.authenticationMechanism = init.authentication ?? 'Default';
    this.certificateThumbprint = init.certificateThumbprint;
    this.enableNetworkAccess = init.enableNetworkAccess ?? false;
    this.maximumConnectionRedirectionCount = this.option.maximumConnectionRedirectionCount;
    this.maximumReceivedDataSizePerCommand = this.option.maximumReceivedDataSizePerCommand;
    this.maximumReceivedObjectSize = this.option.maximumReceivedObjectSize;
    this.useCompression = !this.option.noCompression;
    this.noMachineProfile = this.option.noMachineProfile;
    this.uiCulture = this.option.uiCulture;
    this.culture = this.option.culture;
  }

  /** As users read it: without the port where none was given. cmdlets.md 2.8 */
  get connectionUri(): string {
    if (this.#uriText !== undefined) return this.#uriText;
    const port = this.#port === undefined ? '' : `:${this.#port}`;
    return `${this.scheme}://${this.computerName}${port}${this.#path}`;
  }
  /** Scripts may leave the slash before an application away. */
  get #path(): string {
    const path = this.appName.startsWith('/') ? this.appName : `/${this.appName}`;
    return path.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
  }
  /** The quirk of cmdlets.md 2.8: 80 or 443 where none was given, whatever port is used. */
  get port(): number {
    return this.#port ?? (this.scheme === 'https' ? 443 : 80);
  }
  /** The port that is really used. cmdlets.md 3.2 */
  get wirePort(): number {
    if (this.#port !== undefined) return this.#port;
    return this.scheme === 'https' ? HTTPS_PORT : HTTP_PORT;
  }
  get wireUrl(): string {
    return `${this.scheme}://${this.computerName}:${this.wirePort}${this.#path}${this.#query}`;
  }
  /** True for the name of this machine by loopback. */
  get isLoopback(): boolean {
    const name = this.computerName.toLowerCase();
    return name === 'localhost' || name === '[::1]' || (isIP(name) === 4 && name.startsWith('127.'));
  }

  override applyOption(option: PSSessionOption): void {
    super.applyOption(option);
    this.maximumConnectionRedirectionCount = option.maximumConnectionRedirectionCount;
    this.maximumReceivedDataSizePerCommand = option.maximumReceivedDataSizePerCommand;
    this.maximumReceivedObjectSize = option.maximumReceivedObjectSize;
    this.useCompression = !option.noCompression;
    this.noMachineProfile = option.noMachineProfile;
    this.uiCulture = option.uiCulture;
    this.culture = option.culture;
  }

  /** After a redirection: the new place; the rest stays. cmdlets.md 3.3 */
  redirectTo(uri: string): void {
    const parsed = parseConnectionUri(uri);
    this.scheme = parsed.scheme;
    this.computerName = parsed.computerName;
    this.#port = parsed.port;
    this.#query = parsed.query;
    this.#uriText = parsed.text;
    this.appName = parsed.appName;
  }

  /** Another place; a URI that was given does not say it any more. */
  changeAddress(change: {
    readonly scheme?: 'http' | 'https';
    readonly computerName?: string;
    readonly port?: number | undefined;
    readonly appName?: string;
  }): void {
    this.scheme = change.scheme ?? this.scheme;
    this.computerName = change.computerName ?? this.computerName;
    this.appName = change.appName ?? this.appName;
    if ('port' in change) this.#port = change.port;
    this.#query = '';
    this.#uriText = undefined;
  }

  clone(): WSManConnectionInfo {
    const copy = new WSManConnectionInfo({
      scheme: this.scheme,
      computerName: this.computerName,
      ...(this.#port === undefined ? {} : { port: this.#port }),
      appName: this.appName,
      query: this.#query,
      ...(this.#uriText === undefined ? {} : { uri: this.#uriText }),
      shellUri: this.shellUri,
      ...(this.credential === undefined ? {} : { credential: this.credential }),
      authentication: this.authenticationMechanism,
      ...(this.certificateThumbprint === undefined ? {} : { certificateThumbprint: this.certificateThumbprint }),
      option: this.option,
      enableNetworkAccess: this.enableNetworkAccess,
      ...(this.ssh === undefined ? {} : { ssh: this.ssh }),
    });
    copy.maximumConnectionRedirectionCount = this.maximumConnectionRedirectionCount;
    return copy;
  }
}

export interface SSHConnectionInit {
  readonly hostName: string;
  readonly userName?: string;
  readonly port?: number;
  readonly keyFilePath?: string;
  /** Default `powershell`. */
  readonly subsystem?: string;
  /** Milliseconds until the first answer; undefined or -1: OpenTimeout is the limit. */
  readonly connectingTimeoutMs?: number;
  /** Options for ssh, `-o name=value`. */
  readonly options?: Readonly<Record<string, string>>;
  /** The program; default `ssh`. */
  readonly executable?: string;
  /** All of its environment. Default: this process' own. */
  readonly environment?: Readonly<Record<string, string>>;
}

export class SSHConnectionInfo extends ConnectionInfoBase {
  readonly transport = 'SSH' as const;
  readonly userName: string | undefined;
  port: number | undefined;
  keyFilePath: string | undefined;
  subsystem: string;
  connectingTimeoutMs: number | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly executable: string | undefined;
  readonly environment: Readonly<Record<string, string>> | undefined;

  constructor(init: SSHConnectionInit, option: PSSessionOption = new PSSessionOption()) {
    const parsed = parseSSHTarget(init.hostName);
    super(parsed.computerName, option);
    // `user@host:port` wins over the parameters of the same meaning. cmdlets.md 6.1
    this.userName = parsed.userName ?? init.userName;
    this.port = parsed.port ?? init.port;
    this.keyFilePath = init.keyFilePath;
    this.subsystem = init.subsystem ?? 'powershell';
    this.connectingTimeoutMs = init.connectingTimeoutMs;
    this.options = init.options ?? {};
    this.executable = init.executable;
    this.environment = init.environment;
  }
}

/** A program of this machine that speaks the out-of-process framing on its stdin and stdout: `pwsh -s` and others. */
export class ProcessConnectionInfo extends ConnectionInfoBase {
  readonly transport = 'Process' as const;
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string | undefined;
  readonly env: Readonly<Record<string, string>> | undefined;

  constructor(
    init: {
      readonly file: string;
      readonly args?: readonly string[];
      readonly cwd?: string;
      readonly env?: Readonly<Record<string, string>>;
    },
    option: PSSessionOption = new PSSessionOption(),
  ) {
    super('localhost', option);
    this.file = init.file;
    this.args = init.args ?? [];
    this.cwd = init.cwd;
    this.env = init.env;
  }
}

/** A running PowerShell process, through the pipe it listens on. protocol.md 6.5 */
export class NamedPipeConnectionInfo extends ConnectionInfoBase {
  readonly transport = 'NamedPipe' as const;
  pipeName: string | undefined;
  processId: number | undefined;

  constructor(
    init: { readonly pipeName?: string; readonly processId?: number },
    option: PSSessionOption = new PSSessionOption(),
  ) {
    super('localhost', option);
    if ((init.pipeName === undefined) === (init.processId === undefined)) {
      throw new ArgumentError('pipeName', 'Give the name of the pipe or the id of the process, one of them.');
    }
    this.pipeName = init.pipeName;
    this.processId = init.processId;
  }
}

/** A carrier that the caller brings: an endpoint in the same process, a message bus, a test. */
export class CustomConnectionInfo extends ConnectionInfoBase {
  readonly transport = 'Custom' as const;
  readonly transportName: string;
  /** What the caller needs to make the carrier; handed back to it untouched. */
  readonly carrier: unknown;

  constructor(
    init: { readonly computerName?: string; readonly transportName?: string; readonly carrier: unknown },
    option: PSSessionOption = new PSSessionOption(),
  ) {
    super(init.computerName ?? 'localhost', option);
    this.transportName = init.transportName ?? 'Custom';
    this.carrier = init.carrier;
  }
}

export type ConnectionInfo =
  | WSManConnectionInfo
  | SSHConnectionInfo
  | ProcessConnectionInfo
  | NamedPipeConnectionInfo
  | CustomConnectionInfo;

/** What a user may say of a WSMan connection, common to all computers of a command. cmdlets.md 3 */
export interface WSManParameters {
  readonly port?: number;
  readonly useSSL?: boolean;
  readonly applicationName?: string;
  /** Bare name or full resource URI. */
  readonly configurationName?: string;
  readonly credential?: CredentialInput;
  readonly authentication?: AuthenticationMechanismName;
  readonly certificateThumbprint?: string;
  readonly enableNetworkAccess?: boolean;
  readonly option: PSSessionOption;
}

export function connectionInfoForComputer(computerName: string, parameters: WSManParameters): WSManConnectionInfo {
  checkPort(parameters.port);
  const name = resolveComputerName(computerName);
  const scheme = parameters.useSSL === true ? 'https' : 'http';
  const app = parameters.applicationName?.trim();
  const appName = app === undefined || app === '' ? '/wsman' : app.startsWith('/') ? app : `/${app}`;
  // Only the form is looked at: blanks and slashes in a name give a URI that nobody meant.
  const url = `${scheme}://${name}${appName}`;
  const isAddress =
    !/[\s/\\@?#]/.test(name) &&
    URL.canParse(url) &&
    new URL(url).pathname.toLowerCase() === encodeURI(appName).toLowerCase();
  if (!isAddress)
    throw new PSSessionError('Invalid URI: The hostname could not be parsed.', {
      errorId: 'System.UriFormatException',
    });
  return new WSManConnectionInfo({
    scheme,
    computerName: name,
    appName,
    ...(parameters.port === undefined ? {} : { port: parameters.port }),
    ...commonInit(parameters),
  });
}

export function connectionInfoForUri(uri: string, parameters: WSManParameters): WSManConnectionInfo {
  const parsed = parseConnectionUri(uri);
  return new WSManConnectionInfo({
    scheme: parsed.scheme,
    computerName: parsed.computerName,
    port: parsed.port,
    appName: parsed.appName,
    query: parsed.query,
    uri: parsed.text,
    ...commonInit(parameters),
  });
}

function commonInit(parameters: WSManParameters): Omit<WSManConnectionInit, 'scheme' | 'computerName'> {
  checkCredentialRules(parameters);
  return {
    shellUri: shellUriOf(parameters.configurationName ?? DEFAULT_CONFIGURATION_NAME),
    option: parameters.option,
    authentication: parameters.authentication ?? 'Default',
    enableNetworkAccess: parameters.enableNetworkAccess ?? false,
    ...(parameters.certificateThumbprint !== undefined
      ? { certificateThumbprint: parameters.certificateThumbprint }
      : parameters.credential === undefined
        ? {}
        : { credential: PSCredential.from(parameters.credential) }),
  };
}

/** The pairs that PowerShell refuses while it binds. cmdlets.md 3.6 */
export function checkCredentialRules(
  given: Pick<WSManParameters, 'authentication' | 'certificateThumbprint'> & { readonly credential?: unknown },
): void {
  const conflict = (one: string, other: string): PSSessionError => catalogued('ParameterBindingFailed', [one, other]);
  const authentication = given.authentication ?? 'Default';
  if (given.certificateThumbprint !== undefined) {
    if (given.credential !== undefined) throw conflict('CertificateThumbPrint', 'Credential');
    if (authentication !== 'Default') throw conflict('CertificateThumbPrint', authentication);
  }
  if (authentication === 'NegotiateWithImplicitCredential' && given.credential !== undefined) {
    throw conflict('Credential', authentication);
  }
}

interface ParsedUri {
  readonly scheme: 'http' | 'https';
  readonly computerName: string;
  readonly port: number;
  readonly appName: string;
  readonly query: string;
  /** As users read it. */
  readonly text: string;
}

/** The scheme of a connection's URI. @throws {PSSessionError} another one than http and https. */
export function checkedScheme(scheme: string): 'http' | 'https' {
  const lower = scheme.toLowerCase();
  if (lower === 'http' || lower === 'https') return lower;
  throw new PSSessionError(`${scheme} is not a valid schema value. Valid values are "http" and "https".`, {
    errorId: 'System.ArgumentException',
  });
}

/** @throws {PSSessionError} a relative URI, another scheme, or no URI at all. cmdlets.md 3.2 */
export function parseConnectionUri(uri: string): ParsedUri {
  const text = uri.trim();
  const given = /^[a-z][a-z0-9+.-]*(?=:\/\/)/i.exec(text)?.[0];
  if (given === undefined)
    throw new PSSessionError('Relative URIs are not supported in the creation of remote sessions.', {
      errorId: 'System.NotSupportedException',
    });
  const scheme = checkedScheme(given);
  if (!URL.canParse(text))
    throw new PSSessionError('Invalid URI: The hostname could not be parsed.', {
      errorId: 'System.UriFormatException',
    });
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '';
  // The URL class forgets a default port that was written out; it is the same port anyhow.
  const port = url.port === '' ? (scheme === 'https' ? 443 : 80) : Number(url.port);
  return {
    scheme,
    computerName: url.hostname,
    port,
    appName: bare ? '/wsman' : url.pathname,
    query: url.search,
    // Without an application PowerShell writes the URI anew, and its port with it.
    text: bare ? `${scheme}://${url.hostname}:${port}/wsman` : text,
  };
}

/** Trims, turns `.` into `localhost`, and puts an IPv6 address into brackets. cmdlets.md 3.1 */
export function resolveComputerName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '.') return 'localhost';
  return isIP(trimmed) === 6 ? `[${trimmed}]` : trimmed;
}

/** The check that New-PSSession and Invoke-Command make of every name. @throws PSSessionInvalidComputerName */
export function checkComputerNames(names: readonly string[]): void {
  const valid = (name: string): boolean => {
    const text = name.trim();
    if (text === '.' || isIP(text) !== 0) return true;
    if (text.startsWith('[') && text.endsWith(']')) return isIP(text.slice(1, -1)) === 6;
    return /^(?=.{1,255}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?$/i.test(text);
  };
  if (!names.every(valid)) {
    throw catalogued('PSSessionInvalidComputerName', [], {
      targetObject: names,
    });
  }
}

/** The full resource URI of a configuration name. cmdlets.md 3.5 */
export function shellUriOf(configurationName: string): string {
  return configurationName.toLowerCase().includes(CONFIGURATION_PREFIX)
    ? configurationName
    : CONFIGURATION_PREFIX + configurationName;
}

/** The shell URI without the prefix, where it begins with it. cmdlets.md 2.1 */
export function configurationNameOf(shellUri: string): string {
  return shellUri.slice(0, CONFIGURATION_PREFIX.length).toLowerCase() === CONFIGURATION_PREFIX
    ? shellUri.slice(CONFIGURATION_PREFIX.length)
    : shellUri;
}

function checkPort(port: number | undefined): void {
  if (port !== undefined && (!Number.isInteger(port) || port < 1 || port > 65_535)) {
    throw catalogued('ParameterArgumentValidationError', ['Port', `${port} is not from 1 to 65535.`]);
  }
}

/** `user@host:port`, the host perhaps an IPv6 address in brackets; `DOMAIN\user@host` too. */
function parseSSHTarget(text: string): { computerName: string; userName?: string; port?: number } {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const userName = at > 0 ? trimmed.slice(0, at) : undefined;
  let host = at >= 0 ? trimmed.slice(at + 1) : trimmed;
  let port: number | undefined;
  const colon = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(host);
  if (colon?.[1] !== undefined && colon[2] !== undefined) {
    host = colon[1];
    port = Number(colon[2]);
  }
  if (host.startsWith('[') && host.endsWith(']')) host = host.slice(1, -1);
  const refused =
    host === '' ||
    host.startsWith('-') ||
    /[\s/\\]/.test(host) ||
    (host.includes(':') && isIP(host.replace(/%.*$/s, '')) !== 6) ||
    (port !== undefined && (port < 1 || port > 65_535));
  if (refused) throw catalogued('PSSessionInvalidComputerName', [], { targetObject: text });
  return {
    computerName: host,
    ...(userName === undefined ? {} : { userName }),
    ...(port === undefined ? {} : { port }),
  };
}
