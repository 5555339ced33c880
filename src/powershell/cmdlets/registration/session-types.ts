/**
 * PSSession, its Runspace and its ConnectionInfo as the engine's objects. They hold the library's own objects and read
 * them, so that a variable is always as true as the link behind it. cmdlets.md 2.1, 2.8
 */
import {
  PSSession,
  WSManConnectionInfo,
  type ConnectionInfo,
  type RemoteRunspace,
} from '../../../client/session/index.js';
import { PSGuid, PSUri, type PSValue } from '../../../protocol/objects/index.js';
import { defineType, NetObject, type NetType, toText } from '../../engine/index.js';
import {
  AUTHENTICATION_MECHANISM,
  enumMember,
  OUTPUT_BUFFERING_MODE,
  PROXY_ACCESS_TYPE,
  RUNSPACE_AVAILABILITY,
  RUNSPACE_STATE,
  TARGET_MACHINE_TYPE,
} from './enums.js';
import { credentialObject } from './option-types.js';
import { liveKind } from './live-objects.js';
import { dateTime } from './values.js';

const guid = (value: string | null): PSValue => (value === null ? null : new PSGuid(value as never));

function reading<T extends object>(kind: string, holds: abstract new (...args: never[]) => T): (self: PSValue) => T {
  return (self) => {
    if (self instanceof NetObject && self.data instanceof holds) return self.data;
    throw new Error(`not a ${kind}`);
  };
}

// ------------------------------------------------------------------ PSSession

const session = reading('PSSession', PSSession);

export const PS_SESSION: NetType = defineType(
  'System.Management.Automation.Runspaces.PSSession',
  {},
  {
    'System.Management.Automation.Runspaces.RunspaceState State': (self) =>
      enumMember(RUNSPACE_STATE, session(self).state),
    'int IdleTimeout': (self) => session(self).idleTimeout,
    'System.Management.Automation.Runspaces.OutputBufferingMode OutputBufferingMode': (self) =>
      enumMember(OUTPUT_BUFFERING_MODE, session(self).outputBufferingMode),
    'datetime DisconnectedOn': (self) => dateTime(session(self).disconnectedOn),
    'datetime ExpiresOn': (self) => dateTime(session(self).expiresOn),
    'System.Management.Automation.Runspaces.TargetMachineType ComputerType': (self) =>
      enumMember(TARGET_MACHINE_TYPE, session(self).computerType),
    'string ComputerName': (self) => session(self).computerName,
    'string ContainerId': (self) => session(self).containerId,
    'string VMName': (self) => session(self).vmName,
    'guid VMId': (self) => guid(session(self).vmId),
    'string ConfigurationName': (self) => session(self).configurationName,
    'guid InstanceId': (self) => guid(session(self).instanceId),
    'int Id': (self) => session(self).id,
    'string Name': (self) => session(self).name,
    'set string Name': (self, value) => {
      session(self).name = toText(value ?? null);
      return undefined;
    },
    'string Transport': (self) => session(self).transport,
    'System.Management.Automation.Runspaces.RunspaceAvailability Availability': (self) =>
      enumMember(RUNSPACE_AVAILABILITY, session(self).availability),
    'System.Management.Automation.PSPrimitiveDictionary ApplicationPrivateData': (self) =>
      session(self).applicationPrivateData,
    'System.Management.Automation.Runspaces.Runspace Runspace': (self) => runspaceObject(session(self)),
    'string ToString()': (self) => session(self).toString(),
  },
);

const sessionObjects = new WeakMap<PSSession, NetObject<PSSession>>();

/** The one engine object of a session. */
export function sessionObject(value: PSSession): NetObject<PSSession> {
  let found = sessionObjects.get(value);
  if (found === undefined) {
    found = new NetObject(PS_SESSION, value);
    sessionObjects.set(value, found);
  }
  return found;
}

// ------------------------------------------------------------------ Runspace

/** A runspace is read through its session: a session whose runspace was replaced shows the new one. */
class RunspaceView {
  readonly session: PSSession;
  constructor(owner: PSSession) {
    this.session = owner;
  }
  get runspace(): RemoteRunspace {
    return this.session.runspace;
  }
}
const runspace = reading('Runspace', RunspaceView);

class StateInfo {
  readonly state: string;
  readonly reason: string | undefined;
  constructor(state: string, reason: string | undefined) {
    this.state = state;
    this.reason = reason;
  }
}
const stateInfo = reading('RunspaceStateInfo', StateInfo);
const RUNSPACE_STATE_INFO = defineType(
  'System.Management.Automation.Runspaces.RunspaceStateInfo',
  {},
  {
    'System.Management.Automation.Runspaces.RunspaceState State': (self) =>
      enumMember(RUNSPACE_STATE, stateInfo(self).state),
    'System.Exception Reason': (self) => stateInfo(self).reason ?? null,
    'string ToString()': (self) => stateInfo(self).state,
  },
);

defineType('System.Management.Automation.Runspaces.Runspace', { abstract: true });
const RUNSPACE = defineType(
  'System.Management.Automation.RemoteRunspace',
  { base: 'System.Management.Automation.Runspaces.Runspace' },
  {
    'System.Management.Automation.Runspaces.RunspaceConnectionInfo ConnectionInfo': (self) =>
      connectionInfoObject(runspace(self).runspace.connectionInfo),
    'System.Management.Automation.Runspaces.RunspaceConnectionInfo OriginalConnectionInfo': (self) =>
      connectionInfoObject(runspace(self).runspace.connectionInfo),
    'System.Management.Automation.Runspaces.RunspaceStateInfo RunspaceStateInfo': (self) => {
      const { state } = runspace(self).session;
      return new NetObject(RUNSPACE_STATE_INFO, new StateInfo(state, undefined));
    },
    'System.Management.Automation.Runspaces.RunspaceAvailability RunspaceAvailability': (self) =>
      enumMember(RUNSPACE_AVAILABILITY, runspace(self).session.availability),
    'guid InstanceId': (self) => guid(runspace(self).session.instanceId),
    'bool RunspaceIsRemote': () => true,
    'string Name': (self) => runspace(self).session.name,
    'int Id': (self) => runspace(self).session.id,
    'object Debugger': () => null,
    'object Events': () => null,
  },
);

const runspaceObjects = new WeakMap<PSSession, NetObject<RunspaceView>>();
export function runspaceObject(owner: PSSession): NetObject {
  let found = runspaceObjects.get(owner);
  if (found === undefined) {
    found = new NetObject(RUNSPACE, new RunspaceView(owner));
    runspaceObjects.set(owner, found);
  }
  return found;
}

// ------------------------------------------------------------------ ConnectionInfo

class InfoView {
  readonly info: ConnectionInfo;
  constructor(info: ConnectionInfo) {
    this.info = info;
  }
}
const info = (self: PSValue): ConnectionInfo => reading('RunspaceConnectionInfo', InfoView)(self).info;
const wsman = (self: PSValue): Extract<ConnectionInfo, { transport: 'WSMan' }> => {
  const value = info(self);
  if (value.transport !== 'WSMan') throw new Error('not a WSManConnectionInfo');
  return value;
};

const CONNECTION_INFO = defineType(
  'System.Management.Automation.Runspaces.RunspaceConnectionInfo',
  {},
  {
    'string ComputerName': (self) => info(self).computerName,
    'int OpenTimeout': (self) => info(self).openTimeoutMs,
    'int CancelTimeout': (self) => info(self).cancelTimeoutMs,
    'int OperationTimeout': (self) => info(self).operationTimeoutMs,
    'int IdleTimeout': (self) => info(self).idleTimeoutMs,
    'int MaxIdleTimeout': (self) => info(self).maxIdleTimeoutMs,
  },
);

const WSMAN_INFO = defineType(
  'System.Management.Automation.Runspaces.WSManConnectionInfo',
  { base: CONNECTION_INFO.fullName },
  {
    'System.Uri ConnectionUri': (self) => new PSUri(wsman(self).connectionUri),
    'string ComputerName': (self) => wsman(self).computerName,
    'string Scheme': (self) => wsman(self).scheme,
    'int Port': (self) => wsman(self).port,
    'string AppName': (self) => wsman(self).appName,
    'System.Management.Automation.PSCredential Credential': (self) => {
      const { credential } = wsman(self);
      return credential === undefined ? null : credentialObject(credential);
    },
    'string ShellUri': (self) => wsman(self).shellUri,
    'System.Management.Automation.Runspaces.AuthenticationMechanism AuthenticationMechanism': (self) =>
      enumMember(AUTHENTICATION_MECHANISM, wsman(self).authenticationMechanism),
    'string CertificateThumbprint': (self) => wsman(self).certificateThumbprint ?? null,
    'int MaximumConnectionRedirectionCount': (self) => wsman(self).maximumConnectionRedirectionCount,
    'System.Nullable[int] MaximumReceivedDataSizePerCommand': (self) => wsman(self).maximumReceivedDataSizePerCommand,
    'System.Nullable[int] MaximumReceivedObjectSize': (self) => wsman(self).maximumReceivedObjectSize,
    'bool UseCompression': (self) => wsman(self).useCompression,
    'bool NoMachineProfile': (self) => wsman(self).noMachineProfile,
    'System.Management.Automation.Remoting.ProxyAccessType ProxyAccessType': (self) =>
      enumMember(PROXY_ACCESS_TYPE, wsman(self).option.proxyAccessType),
    'System.Management.Automation.Runspaces.AuthenticationMechanism ProxyAuthentication': (self) =>
      enumMember(AUTHENTICATION_MECHANISM, wsman(self).option.proxyAuthentication),
    'System.Management.Automation.PSCredential ProxyCredential': (self) => {
      const { proxyCredential } = wsman(self).option;
      return proxyCredential === null ? null : credentialObject(proxyCredential);
    },
    'bool SkipCACheck': (self) => wsman(self).option.skipCACheck,
    'bool SkipCNCheck': (self) => wsman(self).option.skipCNCheck,
    'bool SkipRevocationCheck': (self) => wsman(self).option.skipRevocationCheck,
    'bool NoEncryption': (self) => wsman(self).option.noEncryption,
    'bool UseUTF16': (self) => wsman(self).option.useUTF16,
    'System.Management.Automation.Runspaces.OutputBufferingMode OutputBufferingMode': (self) =>
      enumMember(OUTPUT_BUFFERING_MODE, wsman(self).outputBufferingMode),
    'bool IncludePortInSPN': (self) => wsman(self).option.includePortInSPN,
    'bool EnableNetworkAccess': (self) => wsman(self).enableNetworkAccess,
    'int MaxConnectionRetryCount': (self) => wsman(self).option.maxConnectionRetryCount,
    'System.Globalization.CultureInfo Culture': (self) => wsman(self).culture,
    'System.Globalization.CultureInfo UICulture': (self) => wsman(self).uiCulture,
  },
);

const SSH_INFO = defineType(
  'System.Management.Automation.Runspaces.SSHConnectionInfo',
  { base: CONNECTION_INFO.fullName },
  {
    'string UserName': (self) => {
      const value = info(self);
      return value.transport === 'SSH' ? (value.userName ?? null) : null;
    },
    'string KeyFilePath': (self) => {
      const value = info(self);
      return value.transport === 'SSH' ? (value.keyFilePath ?? null) : null;
    },
    'int Port': (self) => {
      const value = info(self);
      return value.transport === 'SSH' ? (value.port ?? 0) : 0;
    },
    'string Subsystem': (self) => {
      const value = info(self);
      return value.transport === 'SSH' ? value.subsystem : null;
    },
  },
);
const PIPE_INFO = defineType('System.Management.Automation.Runspaces.NamedPipeConnectionInfo', {
  base: CONNECTION_INFO.fullName,
});
const PROCESS_INFO = defineType('System.Management.Automation.Runspaces.NewProcessConnectionInfo', {
  base: CONNECTION_INFO.fullName,
});
const INFO_TYPES: Readonly<Record<ConnectionInfo['transport'], NetType>> = {
  WSMan: WSMAN_INFO,
  SSH: SSH_INFO,
  NamedPipe: PIPE_INFO,
  Process: PROCESS_INFO,
  Custom: CONNECTION_INFO,
};

export function connectionInfoObject(value: ConnectionInfo): NetObject {
  return new NetObject(INFO_TYPES[value.transport], new InfoView(value));
}

liveKind(PSSession, sessionObject);
liveKind(WSManConnectionInfo, connectionInfoObject);
