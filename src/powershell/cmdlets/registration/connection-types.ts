/**
 * Where a runspace is and how it is reached, as the engine's objects: those of sessions, and those that a script makes
 * for `[runspacefactory]`. cmdlets.md 2.8
 */
import {
  checkedScheme,
  connectionInfoForComputer,
  connectionInfoForUri,
  DEFAULT_CONFIGURATION_NAME,
  NamedPipeConnectionInfo,
  PSSessionError,
  PSSessionOption,
  shellUriOf,
  SSHConnectionInfo,
  WSManConnectionInfo,
  type AuthenticationMechanismName,
  type ConnectionInfo,
  type OutputBufferingModeName,
  type ProxyAccessTypeName,
  type PSSessionOptionInit,
} from '../../../client/session/index.js';
import { PSDictionary, PSUri, type PSValue } from '../../../protocol/objects/index.js';
import {
  convertTo,
  implement,
  NetObject,
  NetThrow,
  requireType,
  toBoolean,
  toText,
  unwrap,
  type Bodies,
} from '../../engine/index.js';
import { AUTHENTICATION_MECHANISM, enumMember, OUTPUT_BUFFERING_MODE, PROXY_ACCESS_TYPE } from './enums.js';
import { liveKind } from './live-objects.js';
import { credentialObject } from './option-types.js';
import { credentialOf, reading } from './values.js';

const RUNSPACES = 'System.Management.Automation.Runspaces';

class InfoView {
  readonly info: ConnectionInfo;
  /** What was set that matters to nothing here. */
  readonly set = new Map<string, PSValue>();
  constructor(info: ConnectionInfo) {
    this.info = info;
  }
}
const view = reading('RunspaceConnectionInfo', InfoView);
type Of<T extends ConnectionInfo['transport']> = Extract<ConnectionInfo, { transport: T }>;

/** What the session room refuses, as the exception that .NET throws. */
function asNet<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PSSessionError)) throw error;
    throw new NetThrow(error.errorId.startsWith('System.') ? error.errorId : 'System.ArgumentException', error.message);
  }
}

type Property<T> = readonly [read: (info: T) => PSValue, write: (info: T, value: PSValue) => void];

/** Properties of one kind of connection. What is set holds from the next opening or connecting on. */
function properties<T extends ConnectionInfo['transport']>(
  transport: T,
  list: Readonly<Record<string, Property<Of<T>>>>,
): Bodies {
  const of = (self: PSValue): Of<T> => {
    const { info } = view(self);
    if (info.transport !== transport) throw new Error(`not a connection of ${transport}`);
    return info as Of<T>;
  };
  return Object.fromEntries(
    Object.entries(list).flatMap(([name, [read, write]]): [string, Bodies[string]][] => [
      [name, (self) => read(of(self))],
      [
        `set ${name}`,
        (self, value) => {
          asNet(() => write(of(self), value ?? null));
          return undefined;
        },
      ],
    ]),
  );
}
/** Properties that are only shown again. */
function kept(initial: Readonly<Record<string, () => PSValue>>): Bodies {
  return Object.fromEntries(
    Object.entries(initial).flatMap(([name, read]): [string, Bodies[string]][] => [
      [name, (self) => view(self).set.get(name) ?? read()],
      [
        `set ${name}`,
        (self, value) => {
          view(self).set.set(name, value ?? null);
          return undefined;
        },
      ],
    ]),
  );
}
/** -1 stands for what is usual, 0 for no limit. */
const openTimeout = (ms: number): number =>
  ms === -1 ? new PSSessionOption().openTimeoutMs : ms === 0 ? 2_147_483_647 : ms;
/** Properties that these connections have no use for, and no way to set. */
function fixed(values: Readonly<Record<string, () => PSValue>>): Bodies {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, read]): [string, Bodies[string]][] => [
      [name, read],
      [`set ${name}`, notImplemented],
    ]),
  );
}
function notImplemented(): never {
  throw new NetThrow('System.NotImplementedException', 'The method or operation is not implemented.');
}
function timeout(
  name: string,
  key: 'openTimeoutMs' | 'cancelTimeoutMs' | 'operationTimeoutMs' | 'idleTimeoutMs',
): Bodies {
  return {
    [name]: (self) => view(self).info[key],
    [`set ${name}`]: (self, value) => {
      const { info } = view(self);
      if (typeof value !== 'number') return undefined;
      const ms = key === 'openTimeoutMs' ? openTimeout(value) : value;
      asNet(() => {
        info.option = info.option.with({ [key]: ms });
      });
      info[key] = ms;
      return undefined;
    },
  };
}
const mechanism = (name: string): PSValue => enumMember(AUTHENTICATION_MECHANISM, name);
const textOrNothing = (value: PSValue): string | undefined => {
  const given = value === null ? '' : toText(value);
  return given === '' ? undefined : given;
};
/** A culture's name; null: none was set. */
const cultureText = (value: PSValue): string | null => textOrNothing(value) ?? null;
const cultureOf = (name: string | null): PSValue =>
  name === null ? null : convertTo(name, requireType('System.Globalization.CultureInfo'));
const number = (value: PSValue): number => (typeof value === 'number' ? value : 0);
const numberOrNull = (value: PSValue): number | null => (typeof value === 'number' ? value : null);

implement(`${RUNSPACES}.RunspaceConnectionInfo`, () => ({
  ComputerName: (self) => view(self).info.computerName,
  'set ComputerName': (self, value) => {
    view(self).info.computerName = toText(value ?? null);
    return undefined;
  },
  ...fixed({
    Credential: () => null,
    AuthenticationMechanism: () => mechanism('Default'),
    CertificateThumbprint: () => '',
  }),
  ...kept({
    Culture: () => null,
    UICulture: () => null,
  }),
  ...timeout('OpenTimeout', 'openTimeoutMs'),
  ...timeout('CancelTimeout', 'cancelTimeoutMs'),
  ...timeout('OperationTimeout', 'operationTimeoutMs'),
  ...timeout('IdleTimeout', 'idleTimeoutMs'),
  MaxIdleTimeout: (self) => view(self).info.maxIdleTimeoutMs,
  Clone: (self) => connectionInfoObject(copyOf(view(self).info)),
}));

/** Takes one value of an option object, and the same of the connection where it has it. */
function option(info: Of<'WSMan'>, change: PSSessionOptionInit): void {
  info.option = info.option.with(change);
}
type WSManInit = ConstructorParameters<typeof WSManConnectionInfo>[0];
/** PowerShell's defaults where a script makes the object: not those of a session option. */
const bareOption = (init: PSSessionOptionInit = {}): PSSessionOption =>
  new PSSessionOption({
    maximumConnectionRedirectionCount: 0,
    maximumReceivedObjectSize: null,
    outputBufferingMode: 'None',
    ...init,
  });
function madeHere(info: ConnectionInfo): NetObject<InfoView> {
  const made = connectionInfoObject(info);
  if (info.transport === 'WSMan') made.data.set.set('ProxyAuthentication', mechanism('Default'));
  return made;
}
const refusePort = (port: number): NetThrow =>
  new NetThrow(
    'System.ArgumentException',
    `The port number ${port} is not within the range of valid values. The range of valid values is between 1 and 65535.`,
  );
function checkedPort(port: number): number | undefined {
  if (port !== 0 && (port < 1 || port > 65_535)) throw refusePort(port);
  return port === 0 ? undefined : port;
}
/** `new(scheme or useSsl, computerName, port, appName, shellUri, credential, openTimeout)` */
function ofParts(scheme: PSValue, ...parts: PSValue[]): PSValue {
  const [computerName = null, port = null, appName = null, shellUri = null, credential = null, openMs = null] = parts;
  const at = checkedPort(number(port));
  const shell = textOrNothing(shellUri);
  return madeHere(
    new WSManConnectionInfo({
      scheme: typeof scheme === 'boolean' ? (scheme ? 'https' : 'http') : asNet(() => checkedScheme(toText(scheme))),
      computerName: asNet(() => checkedName(computerName)),
      appName: textOrNothing(appName) ?? '/wsman',
      option: bareOption(typeof openMs === 'number' ? { openTimeoutMs: openTimeout(openMs) } : {}),
      ...(at !== undefined && { port: at }),
      ...(shell !== undefined && { shellUri: shellUriOf(shell) }),
      ...credentialInit(credential),
    }),
  );
}
/** A computer's name as it is kept; nothing is this computer. */
const checkedName = (name: PSValue): string =>
  connectionInfoForComputer(textOrNothing(name) ?? 'localhost', { option: bareOption() }).computerName;
function credentialInit(value: PSValue): Pick<WSManInit, 'credential'> {
  const credential = credentialOf(value);
  return credential === undefined ? {} : { credential };
}
/** `new()`, `new(uri, shellUri, credential or certificateThumbprint)` */
function ofUri(uri: PSValue, shellUri: PSValue = null, who: PSValue = null): PSValue {
  const option = bareOption();
  const made =
    uri === null
      ? new WSManConnectionInfo({ scheme: 'http', computerName: 'localhost', option })
      : asNet(() => connectionInfoForUri(toText(uri), { option }));
  const shell = textOrNothing(shellUri);
  if (shell !== undefined) made.shellUri = shellUriOf(shell);
  if (typeof who === 'string') made.certificateThumbprint = textOrNothing(who);
  else made.credential = credentialOf(who);
  return madeHere(made);
}
/** A switch of the option object. */
const switched = (
  key: 'skipCACheck' | 'skipCNCheck' | 'skipRevocationCheck' | 'noEncryption' | 'useUTF16' | 'includePortInSPN',
): Property<Of<'WSMan'>> => [
  (info) => info.option[key],
  (info, value) => {
    option(info, { [key]: toBoolean(value) });
  },
];
implement(`${RUNSPACES}.WSManConnectionInfo`, () => ({
  new: (_self, first = null, ...rest) => (rest.length > 2 ? ofParts(first, ...rest) : ofUri(first, ...rest)),
  'static HttpScheme': () => 'http',
  'static HttpsScheme': () => 'https',
  ...properties('WSMan', {
    ConnectionUri: [
      (info) => new PSUri(info.connectionUri),
      (info, value) => {
        info.redirectTo(toText(value));
      },
    ],
    ComputerName: [
      (info) => info.computerName,
      (info, value) => {
        info.changeAddress({ computerName: checkedName(value) });
      },
    ],
    Scheme: [
      (info) => info.scheme,
      (info, value) => {
        info.changeAddress({ scheme: checkedScheme(textOrNothing(value) ?? 'http') });
      },
    ],
    Port: [
      (info) => info.port,
      (info, value) => {
        info.changeAddress({ port: checkedPort(number(value)) });
      },
    ],
    AppName: [
      (info) => info.appName,
      (info, value) => {
        info.changeAddress({ appName: textOrNothing(value) ?? '/wsman' });
      },
    ],
    Credential: [
      ({ credential }) => (credential === undefined ? null : credentialObject(credential)),
      (info, value) => {
        info.credential = credentialOf(value);
      },
    ],
    ShellUri: [
      (info) => info.shellUri,
      (info, value) => {
        info.shellUri = shellUriOf(textOrNothing(value) ?? DEFAULT_CONFIGURATION_NAME);
      },
    ],
    AuthenticationMechanism: [
      (info) => mechanism(info.authenticationMechanism),
      (info, value) => {
        info.authenticationMechanism = toText(value) as AuthenticationMechanismName;
      },
    ],
    CertificateThumbprint: [
      (info) => info.certificateThumbprint ?? null,
      (info, value) => {
        info.certificateThumbprint = textOrNothing(value);
      },
    ],
    MaximumConnectionRedirectionCount: [
      (info) => info.maximumConnectionRedirectionCount,
      (info, value) => {
        option(info, { maximumConnectionRedirectionCount: number(value) });
        info.maximumConnectionRedirectionCount = number(value);
      },
    ],
    MaximumReceivedDataSizePerCommand: [
      (info) => info.maximumReceivedDataSizePerCommand,
      (info, value) => {
        option(info, { maximumReceivedDataSizePerCommand: numberOrNull(value) });
        info.maximumReceivedDataSizePerCommand = numberOrNull(value);
      },
    ],
    MaximumReceivedObjectSize: [
      (info) => info.maximumReceivedObjectSize,
      (info, value) => {
        option(info, { maximumReceivedObjectSize: numberOrNull(value) });
        info.maximumReceivedObjectSize = numberOrNull(value);
      },
    ],
    UseCompression: [
      (info) => info.useCompression,
      (info, value) => {
        option(info, { noCompression: !toBoolean(value) });
        info.useCompression = toBoolean(value);
      },
    ],
    NoMachineProfile: [
      (info) => info.noMachineProfile,
      (info, value) => {
        option(info, { noMachineProfile: toBoolean(value) });
        info.noMachineProfile = toBoolean(value);
      },
    ],
    ProxyAccessType: [
      (info) => enumMember(PROXY_ACCESS_TYPE, info.option.proxyAccessType),
      (info, value) => {
        option(info, { proxyAccessType: toText(value) as ProxyAccessTypeName });
      },
    ],
    ProxyCredential: [
      ({ option: { proxyCredential } }) => (proxyCredential === null ? null : credentialObject(proxyCredential)),
      (info, value) => {
        if (info.option.proxyAccessType === 'None')
          throw new NetThrow(
            'System.ArgumentException',
            'Proxy credentials cannot be specified when using the following proxy access type: None. Either specify a different access type, or do not specify proxy credentials.',
          );
        option(info, { proxyCredential: credentialOf(value) ?? null });
      },
    ],
    SkipCACheck: switched('skipCACheck'),
    SkipCNCheck: switched('skipCNCheck'),
    SkipRevocationCheck: switched('skipRevocationCheck'),
    NoEncryption: switched('noEncryption'),
    UseUTF16: switched('useUTF16'),
    OutputBufferingMode: [
      (info) => enumMember(OUTPUT_BUFFERING_MODE, info.outputBufferingMode),
      (info, value) => {
        option(info, { outputBufferingMode: toText(value) as OutputBufferingModeName });
        info.outputBufferingMode = info.option.outputBufferingMode;
      },
    ],
    IncludePortInSPN: switched('includePortInSPN'),
    EnableNetworkAccess: [
      (info) => info.enableNetworkAccess,
      (info, value) => {
        info.enableNetworkAccess = toBoolean(value);
      },
    ],
    MaxConnectionRetryCount: [
      (info) => info.option.maxConnectionRetryCount,
      (info, value) => {
        option(info, { maxConnectionRetryCount: number(value) });
      },
    ],
    Culture: [
      (info) => cultureOf(info.culture),
      (info, value) => {
        option(info, { culture: cultureText(value) });
        info.culture = cultureText(value);
      },
    ],
    UICulture: [
      (info) => cultureOf(info.uiCulture),
      (info, value) => {
        option(info, { uiCulture: cultureText(value) });
        info.uiCulture = cultureText(value);
      },
    ],
  }),
  ProxyAuthentication: (self) => {
    const { info, set } = view(self);
    return set.get('ProxyAuthentication') ?? mechanism(info.option.proxyAuthentication);
  },
  'set ProxyAuthentication': (self, value) => {
    const { info, set } = view(self);
    asNet(() => {
      info.option = info.option.with({ proxyAuthentication: toText(value ?? null) as AuthenticationMechanismName });
    });
    set.delete('ProxyAuthentication');
    return undefined;
  },
  Copy: (self) => connectionInfoObject(copyOf(view(self).info)),
}));

/** `new(userName, computerName, keyFilePath, port, subsystem, connectingTimeout, options)` */
function ofSsh(...parts: PSValue[]): PSValue {
  const [userName = null, computerName = null, keyFilePath = null, port = null] = parts;
  const [, , , , subsystem = null, connectingTimeout = null, options = null] = parts;
  const [user, key, at] = [textOrNothing(userName), textOrNothing(keyFilePath), checkedPort(number(port))];
  const given = unwrap(options);
  // The name is looked at by ssh alone.
  const made = new SSHConnectionInfo({
    hostName: 'localhost',
    ...(user !== undefined && { userName: user }),
    ...(key !== undefined && { keyFilePath: key }),
    ...(at !== undefined && { port: at }),
    subsystem: textOrNothing(subsystem) ?? 'powershell',
    ...(typeof connectingTimeout === 'number' && { connectingTimeoutMs: connectingTimeout }),
    ...(given instanceof PSDictionary && { options: sshOptions(given) }),
  });
  made.computerName = computerName === null ? '' : toText(computerName);
  return madeHere(made);
}
const sshOptions = (options: PSDictionary): Record<string, string> =>
  Object.fromEntries([...options.entries()].map(([key, value]) => [toText(key), toText(value)]));

implement(`${RUNSPACES}.SSHConnectionInfo`, () => ({
  new: (_self, ...parts) => ofSsh(...parts),
  UserName: (self) => {
    const { info } = view(self);
    return info.transport === 'SSH' ? (info.userName ?? '') : null;
  },
  ...properties('SSH', {
    KeyFilePath: [
      (info) => info.keyFilePath ?? '',
      (info, value) => {
        info.keyFilePath = textOrNothing(value);
      },
    ],
    Port: [
      (info) => info.port ?? 0,
      (info, value) => {
        info.port = checkedPort(number(value));
      },
    ],
    Subsystem: [
      (info) => info.subsystem,
      (info, value) => {
        info.subsystem = textOrNothing(value) ?? 'powershell';
      },
    ],
    ConnectingTimeout: [
      (info) => info.connectingTimeoutMs ?? -1,
      (info, value) => {
        info.connectingTimeoutMs = number(value);
      },
    ],
  }),
}));

/** `new(processId, appDomainName, openTimeout)`, `new(customPipeName, openTimeout)` */
function ofPipe(target: PSValue, ...more: PSValue[]): PSValue {
  const domain = more.find((one) => typeof one === 'string');
  const openTimeoutMs = more.find((one) => typeof one === 'number') ?? PIPE_OPEN_MS;
  const made = madeHere(
    new NamedPipeConnectionInfo(
      typeof target === 'string' ? { pipeName: target } : { processId: number(target) },
      new PSSessionOption({ openTimeoutMs }),
    ),
  );
  if (domain !== undefined) made.data.set.set('AppDomainName', domain);
  return made;
}
const PIPE_OPEN_MS = 60_000;
implement(`${RUNSPACES}.NamedPipeConnectionInfo`, () => ({
  new: (_self, target, ...more) => ofPipe(target ?? null, ...more),
  'set ComputerName': notImplemented,
  ...kept({ AppDomainName: () => '' }),
  ...properties('NamedPipe', {
    ProcessId: [
      (info) => info.processId ?? 0,
      (info, value) => {
        info.processId = number(value);
      },
    ],
    CustomPipeName: [
      (info) => info.pipeName ?? null,
      (info, value) => {
        info.pipeName = textOrNothing(value);
      },
    ],
  }),
}));

const TYPES: Readonly<Record<ConnectionInfo['transport'], string>> = {
  WSMan: 'WSManConnectionInfo',
  SSH: 'SSHConnectionInfo',
  NamedPipe: 'NamedPipeConnectionInfo',
  Process: 'NewProcessConnectionInfo',
  Custom: 'RunspaceConnectionInfo',
};

const objects = new WeakMap<ConnectionInfo, NetObject<InfoView>>();
/** The connection of one of these objects, as it is now: what is changed later does not concern it. */
export function connectionInfoOf(value: PSValue): ConnectionInfo {
  return copyOf(view(value).info);
}
export function connectionInfoObject(value: ConnectionInfo): NetObject<InfoView> {
  let found = objects.get(value);
  if (found === undefined) {
    found = new NetObject(requireType(`${RUNSPACES}.${TYPES[value.transport]}`), new InfoView(value));
    objects.set(value, found);
  }
  return found;
}
function copyOf(info: ConnectionInfo): ConnectionInfo {
  return info.transport === 'WSMan'
    ? info.clone()
    : Object.assign(Object.create(Object.getPrototypeOf(info) as object) as ConnectionInfo, info);
}

liveKind(WSManConnectionInfo, connectionInfoObject);
