/**
 * Where a runspace is and how it is reached, as the engine's objects. What a script sets is kept and shown; most of it
 * matters only before the runspace is opened, as in PowerShell. cmdlets.md 2.8
 */
import { WSManConnectionInfo, type ConnectionInfo } from '../../../client/session/index.js';
import { PSUri, type PSValue } from '../../../protocol/objects/index.js';
import { implement, NetObject, requireType, toText, type Bodies } from '../../engine/index.js';
import { AUTHENTICATION_MECHANISM, enumMember, OUTPUT_BUFFERING_MODE, PROXY_ACCESS_TYPE } from './enums.js';
import { liveKind } from './live-objects.js';
import { credentialObject } from './option-types.js';
import { reading } from './values.js';

const RUNSPACES = 'System.Management.Automation.Runspaces';

class InfoView {
  readonly info: ConnectionInfo;
  readonly set = new Map<string, PSValue>();
  constructor(info: ConnectionInfo) {
    this.info = info;
  }
}
const view = reading('RunspaceConnectionInfo', InfoView);
type Of<T extends ConnectionInfo['transport']> = Extract<ConnectionInfo, { transport: T }>;

/** Properties that can be set. */
function kept(properties: Readonly<Record<string, (info: ConnectionInfo) => PSValue>>): Bodies {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, read]): [string, Bodies[string]][] => [
      [
        name,
        (self) => {
          const { info, set } = view(self);
          return set.has(name) ? set.get(name) : read(info);
        },
      ],
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
/** As `kept`, and of every connection: what is set holds from now on. */
function applied(
  name: string,
  key: 'openTimeoutMs' | 'cancelTimeoutMs' | 'operationTimeoutMs' | 'idleTimeoutMs',
): Bodies {
  return {
    [name]: (self) => view(self).info[key],
    [`set ${name}`]: (self, value) => {
      if (typeof value === 'number') view(self).info[key] = value;
      return undefined;
    },
  };
}
const mechanism = (name: string): PSValue => enumMember(AUTHENTICATION_MECHANISM, name);

implement(`${RUNSPACES}.RunspaceConnectionInfo`, () => ({
  ComputerName: (self) => view(self).info.computerName,
  'set ComputerName': (self, value) => {
    view(self).info.computerName = toText(value ?? null);
    return undefined;
  },
  ...kept({
    Credential: () => null,
    AuthenticationMechanism: () => mechanism('Default'),
    CertificateThumbprint: () => '',
    Culture: () => null,
    UICulture: () => null,
  }),
  ...applied('OpenTimeout', 'openTimeoutMs'),
  ...applied('CancelTimeout', 'cancelTimeoutMs'),
  ...applied('OperationTimeout', 'operationTimeoutMs'),
  ...applied('IdleTimeout', 'idleTimeoutMs'),
  MaxIdleTimeout: (self) => view(self).info.maxIdleTimeoutMs,
  Clone: (self) => connectionInfoObject(copyOf(view(self).info)),
}));

const wsman =
  (read: (info: Of<'WSMan'>) => PSValue) =>
  (info: ConnectionInfo): PSValue => {
    if (info.transport !== 'WSMan') throw new Error('not a WSManConnectionInfo');
    return read(info);
  };
implement(`${RUNSPACES}.WSManConnectionInfo`, () => ({
  ...kept({
    ConnectionUri: wsman((info) => new PSUri(info.connectionUri)),
    Scheme: wsman((info) => info.scheme),
    Port: wsman((info) => info.port),
    AppName: wsman((info) => info.appName),
    Credential: wsman(({ credential }) => (credential === undefined ? null : credentialObject(credential))),
    ShellUri: wsman((info) => info.shellUri),
    AuthenticationMechanism: wsman((info) => mechanism(info.authenticationMechanism)),
    CertificateThumbprint: wsman((info) => info.certificateThumbprint ?? null),
    MaximumConnectionRedirectionCount: wsman((info) => info.maximumConnectionRedirectionCount),
    MaximumReceivedDataSizePerCommand: wsman((info) => info.maximumReceivedDataSizePerCommand),
    MaximumReceivedObjectSize: wsman((info) => info.maximumReceivedObjectSize),
    UseCompression: wsman((info) => info.useCompression),
    NoMachineProfile: wsman((info) => info.noMachineProfile),
    ProxyAccessType: wsman(({ option }) => enumMember(PROXY_ACCESS_TYPE, option.proxyAccessType)),
    ProxyAuthentication: wsman(({ option }) => mechanism(option.proxyAuthentication)),
    ProxyCredential: wsman(({ option: { proxyCredential } }) =>
      proxyCredential === null ? null : credentialObject(proxyCredential),
    ),
    SkipCACheck: wsman(({ option }) => option.skipCACheck),
    SkipCNCheck: wsman(({ option }) => option.skipCNCheck),
    SkipRevocationCheck: wsman(({ option }) => option.skipRevocationCheck),
    NoEncryption: wsman(({ option }) => option.noEncryption),
    UseUTF16: wsman(({ option }) => option.useUTF16),
    OutputBufferingMode: wsman((info) => enumMember(OUTPUT_BUFFERING_MODE, info.outputBufferingMode)),
    IncludePortInSPN: wsman(({ option }) => option.includePortInSPN),
    EnableNetworkAccess: wsman((info) => info.enableNetworkAccess),
    MaxConnectionRetryCount: wsman(({ option }) => option.maxConnectionRetryCount),
    Culture: wsman((info) => info.culture),
    UICulture: wsman((info) => info.uiCulture),
  }),
  Copy: (self) => connectionInfoObject(copyOf(view(self).info)),
}));

const ssh =
  (read: (info: Of<'SSH'>) => PSValue) =>
  (info: ConnectionInfo): PSValue => {
    if (info.transport !== 'SSH') throw new Error('not an SSHConnectionInfo');
    return read(info);
  };
implement(`${RUNSPACES}.SSHConnectionInfo`, () =>
  kept({
    UserName: ssh((info) => info.userName ?? null),
    KeyFilePath: ssh((info) => info.keyFilePath ?? null),
    Port: ssh((info) => info.port ?? 0),
    Subsystem: ssh((info) => info.subsystem),
    ConnectingTimeout: ssh((info) => info.connectingTimeoutMs ?? -1),
  }),
);

const TYPES: Readonly<Record<ConnectionInfo['transport'], string>> = {
  WSMan: 'WSManConnectionInfo',
  SSH: 'SSHConnectionInfo',
  NamedPipe: 'NamedPipeConnectionInfo',
  Process: 'NewProcessConnectionInfo',
  Custom: 'RunspaceConnectionInfo',
};

const objects = new WeakMap<ConnectionInfo, NetObject<InfoView>>();
export function connectionInfoObject(value: ConnectionInfo): NetObject {
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
