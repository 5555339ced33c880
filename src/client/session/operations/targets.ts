/** From parameters to connection infos: which computers a command means, and how each is reached. cmdlets.md 3, 6.1 */
import { ArgumentError, catalogued, type PSSessionError } from '../../../protocol/errors/index.js';
import {
  checkComputerNames,
  connectionInfoForComputer,
  connectionInfoForUri,
  DEFAULT_APPLICATION_NAME,
  DEFAULT_CONFIGURATION_NAME,
  NamedPipeConnectionInfo,
  ProcessConnectionInfo,
  SSHConnectionInfo,
  shellUriOf,
  WSManConnectionInfo,
  type ConnectionInfo,
  type WSManParameters,
} from '../model/connection-info.js';
import { PSSessionOption } from '../model/session-option.js';
import { asSessionError } from '../runspace/records.js';
import type {
  ComputerParameters,
  LocalTargetParameters,
  SSHConnectionParameters,
  SSHParameters,
  UriParameters,
  VirtualTargetParameters,
} from './parameters.js';
import type { SessionContext } from './session-context.js';
import { asList } from './throttle.js';

const MINIMUM_IDLE_TIMEOUT_MS = 60_000;
/** The name that docs/ssh.md gives to `pssession serve --stdio` in sshd's configuration. */
const ENDPOINT_SUBSYSTEM = 'pssession';

export interface Target {
  /** What the user wrote: computer name, URI, host. */
  readonly given: string;
  /** Undefined where none could be made; `error` says why. */
  readonly connectionInfo: ConnectionInfo | undefined;
  readonly error: PSSessionError | undefined;
}

type TargetParameters = ComputerParameters &
  UriParameters &
  SSHParameters &
  VirtualTargetParameters &
  LocalTargetParameters & {
    readonly enableNetworkAccess?: boolean | undefined;
    readonly useWindowsPowerShell?: boolean | undefined;
  };

/** The option object of commands that create sessions: given, else `$PSSessionOption`. cmdlets.md 3.7 */
export function creationOption(parameters: TargetParameters, context: SessionContext): PSSessionOption {
  const option =
    parameters.sessionOption === undefined ? context.sessionOption : PSSessionOption.from(parameters.sessionOption);
  if (option.idleTimeoutMs !== -1 && option.idleTimeoutMs < MINIMUM_IDLE_TIMEOUT_MS) {
    throw catalogued('InvalidIdleTimeout', [option.idleTimeoutMs / 1000, MINIMUM_IDLE_TIMEOUT_MS / 1000], {
      errorId: 'Argument',
      targetObject: option.idleTimeoutMs,
    });
  }
  return option;
}

/**
 * The targets of New-PSSession, Enter-PSSession and Invoke-Command. A target that cannot be made carries its error; the
 * others go on.
 * @throws {PSSessionError} names that are no names, parameters of two sets, a bad option.
 */
export function creationTargets(parameters: TargetParameters, context: SessionContext, checkNames: boolean): Target[] {
  const option = creationOption(parameters, context);
  if (parameters.vmId !== undefined || parameters.vmName !== undefined)
    throw catalogued('HyperVModuleNotAvailable', []);
  const sets = [
    ['ComputerName', parameters.computerName],
    ['ConnectionUri', parameters.connectionUri],
    ['HostName', parameters.hostName],
    ['SSHConnection', parameters.sshConnection],
    ['Command', parameters.command],
    ['PipeName', parameters.pipeName],
    ['ProcessId', parameters.processId],
    ['ConnectionInfo', parameters.connectionInfo],
    ['ContainerId', parameters.containerId],
    ['UseWindowsPowerShell', parameters.useWindowsPowerShell === true ? true : undefined],
  ] as const;
  const given = sets.filter(([, value]) => value !== undefined).map(([name]) => name);
  if (given.length > 1) throw catalogued('AmbiguousParameterSet', [given.join(', ')], { targetObject: given });
  const wsman = wsmanParameters(
    parameters,
    option,
    emptyToUndefined(parameters.configurationName) ?? context.configurationName ?? DEFAULT_CONFIGURATION_NAME,
    emptyToUndefined(parameters.applicationName) ?? context.applicationName ?? DEFAULT_APPLICATION_NAME,
  );
  const overSsh = (connection: SSHConnectionParameters): ConnectionInfo => {
    const info = sshInfo(connection, parameters, option, context);
    // Behind this name stands an endpoint, whose sessions can be left.
    return info.subsystem === ENDPOINT_SUBSYSTEM ? sshEndpoint(info, wsman) : info;
  };
  switch (given[0]) {
    case 'ConnectionUri':
      return asList(parameters.connectionUri).map((uri) =>
        attempt(String(uri), () => {
          checkProxy(option);
          const info = connectionInfoForUri(String(uri), { ...wsman, option });
          if (parameters.allowRedirection !== true) info.maximumConnectionRedirectionCount = 0;
          return info;
        }),
      );
    case 'HostName':
      return asList(parameters.hostName).map((hostName) =>
        attempt(hostName, () => overSsh({ ...sshParameters(parameters), hostName })),
      );
    case 'SSHConnection':
      return asList(parameters.sshConnection).map((connection) => ({
        given: connection.hostName ?? connection.computerName ?? '',
        connectionInfo: overSsh(connection),
        error: undefined,
      }));
    case 'Command': {
      const [file, ...args] = parameters.command ?? [''];
      return [attempt(file, () => new ProcessConnectionInfo({ file, args }, option))];
    }
    case 'PipeName':
      return [
        attempt(
          parameters.pipeName ?? '',
          () => new NamedPipeConnectionInfo({ pipeName: parameters.pipeName ?? '' }, option),
        ),
      ];
    case 'ProcessId':
      return [
        attempt(
          String(parameters.processId),
          () => new NamedPipeConnectionInfo({ processId: parameters.processId ?? 0 }, option),
        ),
      ];
    case 'ConnectionInfo':
      return asList(parameters.connectionInfo).map((info) => ({
        given: info.computerName,
        connectionInfo: info,
        error: undefined,
      }));
    case 'ContainerId':
      return asList(parameters.containerId).map((id) => ({
        given: id,
        connectionInfo: undefined,
        error: catalogued('CreateRemoteRunspaceForContainerFailed', [id], { targetObject: null }),
      }));
    case 'UseWindowsPowerShell':
      return [
        attempt('localhost', () => {
          const args = ['-Version', '5.1', '-s', '-NoLogo', '-NoProfile'];
          return new ProcessConnectionInfo({ file: 'powershell.exe', args }, option);
        }),
      ];
    default: {
      const names = parameters.computerName === undefined ? ['localhost'] : asList(parameters.computerName);
      if (names.length === 0) throw catalogued('ParameterArgumentValidationError', ['ComputerName', 'it is empty.']);
      if (checkNames) checkComputerNames(names);
      checkProxy(option);
      return names.map((name) => attempt(name, () => connectionInfoForComputer(name, wsman)));
    }
  }
}

/** The targets of Get-, Connect- and Receive-PSSession. @throws whatever makes a target unusable. cmdlets.md 4 (1) */
export function queryTargets(
  parameters: ComputerParameters & UriParameters & SSHParameters,
  context: SessionContext,
): WSManConnectionInfo[] {
  const option =
    parameters.sessionOption !== undefined
      ? PSSessionOption.from(parameters.sessionOption)
      : context.querySessionOption
        ? context.sessionOption
        : new PSSessionOption();
  const applicationName =
    parameters.applicationName === '' ? context.applicationName : emptyToUndefined(parameters.applicationName);
  const wsman = wsmanParameters(parameters, option, undefined, applicationName);
  if (parameters.connectionUri !== undefined) {
    if (parameters.computerName !== undefined) {
      throw catalogued('AmbiguousParameterSet', ['ComputerName, ConnectionUri']);
    }
    checkProxy(option);
    return asList(parameters.connectionUri).map((uri) => {
      const info = connectionInfoForUri(String(uri), wsman);
      // PowerShell applies a given option after this and so restores its count. It follows no redirection of a query
      // anyway; ours does, and only when told to. cmdlets.md 3.3
      if (parameters.allowRedirection !== true) info.maximumConnectionRedirectionCount = 0;
      return info;
    });
  }
  if (parameters.hostName !== undefined) {
    if (parameters.computerName !== undefined) throw catalogued('AmbiguousParameterSet', ['ComputerName, HostName']);
    const ssh = sshParameters(parameters);
    return asList(parameters.hostName).map((hostName) =>
      sshEndpoint(sshInfo({ subsystem: ENDPOINT_SUBSYSTEM, ...ssh, hostName }, parameters, option, context), wsman),
    );
  }
  checkProxy(option);
  return asList(parameters.computerName).map((name) => connectionInfoForComputer(name, wsman));
}

/** @throws {ArgumentError} credentials for a proxy, and none is to be used. cmdlets.md 3.7 */
function checkProxy({ proxyCredential, proxyAccessType }: PSSessionOption): void {
  if (proxyCredential === null || proxyAccessType !== 'None') return;
  throw new ArgumentError(
    'SessionOption',
    'Proxy credentials cannot be specified when using the following proxy access type: None. Either specify a different access type, or do not specify proxy credentials.',
    { errorId: 'System.ArgumentException', category: 'NotSpecified' },
  );
}

function wsmanParameters(
  parameters: ComputerParameters & { readonly enableNetworkAccess?: boolean | undefined },
  option: PSSessionOption,
  configurationName: string | undefined,
  applicationName: string | undefined,
): WSManParameters {
  return {
    option,
    ...(parameters.port === undefined ? {} : { port: parameters.port }),
    ...(parameters.useSSL === undefined ? {} : { useSSL: parameters.useSSL }),
    ...(applicationName === undefined ? {} : { applicationName }),
    ...(configurationName === undefined ? {} : { configurationName }),
    ...(parameters.credential === undefined ? {} : { credential: parameters.credential }),
    ...(parameters.authentication === undefined ? {} : { authentication: parameters.authentication }),
    ...(parameters.certificateThumbprint === undefined
      ? {}
      : { certificateThumbprint: parameters.certificateThumbprint }),
    ...(parameters.enableNetworkAccess === undefined ? {} : { enableNetworkAccess: parameters.enableNetworkAccess }),
  };
}

function sshParameters(parameters: SSHParameters & { readonly port?: number | undefined }): SSHConnectionParameters {
  return {
    ...(parameters.userName === undefined ? {} : { userName: parameters.userName }),
    ...(parameters.keyFilePath === undefined ? {} : { keyFilePath: parameters.keyFilePath }),
    ...(parameters.port === undefined ? {} : { port: parameters.port }),
    // An empty one is the usual one, as in PowerShell.
    ...(parameters.subsystem === undefined || parameters.subsystem === '' ? {} : { subsystem: parameters.subsystem }),
    ...(parameters.connectingTimeout === undefined ? {} : { connectingTimeout: parameters.connectingTimeout }),
    ...(parameters.options === undefined ? {} : { options: parameters.options }),
  };
}

/** The endpoint of the SSH user at the other end of an SSH connection. */
function sshEndpoint(ssh: SSHConnectionInfo, wsman: WSManParameters): WSManConnectionInfo {
  return new WSManConnectionInfo({
    scheme: 'http',
    computerName: ssh.computerName,
    ssh,
    ...(wsman.configurationName === undefined ? {} : { shellUri: shellUriOf(wsman.configurationName) }),
    ...(wsman.option === undefined ? {} : { option: wsman.option }),
    // Whoever is let in by SSH reaches the session from anywhere.
    enableNetworkAccess: false,
  });
}

const HASHTABLE = 'The provided SSHConnection hashtable';
const oneOf = (first: string, second: string): string =>
  `contains both a ${first} and ${second} parameter.  Only one can be specified.`;

/** @throws {ArgumentError} the hashtable names no host, or the same thing twice. cmdlets.md 6.1 */
function sshInfo(
  connection: SSHConnectionParameters,
  parameters: SSHParameters,
  option: PSSessionOption,
  { environment }: SessionContext,
): SSHConnectionInfo {
  const hostName = connection.hostName ?? connection.computerName;
  if (connection.hostName !== undefined && connection.computerName !== undefined)
    throw new ArgumentError('SSHConnection', `${HASHTABLE} ${oneOf('ComputerName', 'HostName')}`);
  if (hostName === undefined)
    throw new ArgumentError(
      'SSHConnection',
      `${HASHTABLE} is missing the required ComputerName or HostName parameter.`,
    );
  if (connection.keyFilePath !== undefined && connection.identityFilePath !== undefined)
    throw new ArgumentError('SSHConnection', `${HASHTABLE} ${oneOf('KeyFilePath', 'IdentityFilePath')}`);
  const keyFilePath = connection.keyFilePath ?? connection.identityFilePath;
  return new SSHConnectionInfo(
    {
      hostName,
      ...(connection.userName === undefined ? {} : { userName: connection.userName }),
      ...(connection.port === undefined ? {} : { port: connection.port }),
      ...(keyFilePath === undefined ? {} : { keyFilePath }),
      ...(connection.subsystem === undefined ? {} : { subsystem: connection.subsystem }),
      ...(connection.connectingTimeout === undefined ? {} : { connectingTimeoutMs: connection.connectingTimeout }),
      ...(connection.options === undefined ? {} : { options: connection.options }),
      ...(parameters.sshExecutable === undefined ? {} : { executable: parameters.sshExecutable }),
      ...(environment === undefined ? {} : { environment: Object.fromEntries(environment) }),
    },
    option,
  );
}

const REFUSED: ReadonlySet<string> = new Set([
  'ParameterBindingFailed',
  'ParameterArgumentValidationError',
  'PSSessionInvalidComputerName',
  'System.UriFormatException',
]);

/** A connection info that cannot be made spoils its own target only. cmdlets.md 6.3, CreateRemoteRunspaceFailed */
function attempt(given: string, make: () => ConnectionInfo): Target {
  try {
    return { given, connectionInfo: make(), error: undefined };
  } catch (error) {
    const known = asSessionError(error);
    // A refused parameter is the command's fault, not the target's.
    if (REFUSED.has(known.errorId)) throw known;
    return {
      given,
      connectionInfo: undefined,
      error: catalogued('CreateRemoteRunspaceFailed', [given, known.message], { targetObject: given, cause: known }),
    };
  }
}

function emptyToUndefined(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
