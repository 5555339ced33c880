/** PSSessionOption, PSTransportOption and PSCredential as the engine's objects. cmdlets.md 13, 14 */
import {
  PSCredential,
  PSSessionOption,
  type AuthenticationMechanismName,
  type OutputBufferingModeName,
  type ProxyAccessTypeName,
} from '../../../client/session/index.js';
import { PSDictionary, PSTimeSpan, TYPE_NAMES, type PSValue } from '../../../protocol/objects/index.js';
import {
  defineType,
  EnumValue,
  findType,
  implement,
  NetObject,
  NetThrow,
  type NetType,
  toBoolean,
  toText,
} from '../../engine/index.js';
import { AUTHENTICATION_MECHANISM, enumMember, OUTPUT_BUFFERING_MODE, PROXY_ACCESS_TYPE } from './enums.js';
import { credentialOf, dictionaryRecord, held, primitiveDictionary, SESSION_OPTION_TYPE, timeSpan } from './values.js';

const CREDENTIAL = 'System.Management.Automation.PSCredential';

/** The engine's object of a credential. Its type is declared here only where nobody else does. */
export function credentialObject(credential: PSCredential): PSValue {
  return credential.toPSObject();
}
if (findType(CREDENTIAL) === undefined) defineType(CREDENTIAL);

implement('System.Management.Automation.PSPrimitiveDictionary', () => ({
  new: (_self, other = null) => primitiveDictionary(other instanceof PSDictionary ? other : new PSDictionary([])),
}));

// ------------------------------------------------------------------ PSSessionOption

const option = (self: PSValue): PSSessionOption => {
  const value = held(self, PSSessionOption);
  if (value === undefined) throw new Error('not a PSSessionOption');
  return value;
};
const INT_MAX = 2_147_483_647;
/** TimeSpans beyond an int of milliseconds, and negative ones, are cut to the largest int. cmdlets.md 13.3 */
function milliseconds(value: PSValue | undefined): number {
  const ms = value instanceof PSTimeSpan ? value.ticks / 10_000n : 0n;
  return ms < 0n || ms > BigInt(INT_MAX) ? INT_MAX : Number(ms);
}
function idleMilliseconds(value: PSValue | undefined): number {
  return value instanceof PSTimeSpan && value.ticks === -10_000n ? -1 : milliseconds(value);
}
const enumText = (value: PSValue | undefined): string =>
  value instanceof EnumValue ? value.text : toText(value ?? null);
const whole = (value: PSValue | undefined): number => (typeof value === 'number' ? value : 0);
const wholeOrNull = (value: PSValue | undefined): number | null => (typeof value === 'number' ? value : null);
const textOrNull = (value: PSValue | undefined): string | null =>
  value === undefined || value === null ? null : toText(value);
const put = (change: () => void): undefined => {
  change();
  return undefined;
};

export const SESSION_OPTION: NetType = defineType(
  SESSION_OPTION_TYPE,
  {},
  {
    'new()': () => new NetObject(SESSION_OPTION, new PSSessionOption()),
    'int MaximumConnectionRedirectionCount': (self) => option(self).maximumConnectionRedirectionCount,
    'set int MaximumConnectionRedirectionCount': (self, value) =>
      put(() => (option(self).maximumConnectionRedirectionCount = whole(value))),
    'bool NoCompression': (self) => option(self).noCompression,
    'set bool NoCompression': (self, value) => put(() => (option(self).noCompression = toBoolean(value ?? null))),
    'bool NoMachineProfile': (self) => option(self).noMachineProfile,
    'set bool NoMachineProfile': (self, value) => put(() => (option(self).noMachineProfile = toBoolean(value ?? null))),
    'System.Management.Automation.Remoting.ProxyAccessType ProxyAccessType': (self) =>
      enumMember(PROXY_ACCESS_TYPE, option(self).proxyAccessType),
    'set System.Management.Automation.Remoting.ProxyAccessType ProxyAccessType': (self, value) =>
      put(() => (option(self).proxyAccessType = enumText(value) as ProxyAccessTypeName)),
    'System.Management.Automation.Runspaces.AuthenticationMechanism ProxyAuthentication': (self) =>
      enumMember(AUTHENTICATION_MECHANISM, option(self).proxyAuthentication),
    'set System.Management.Automation.Runspaces.AuthenticationMechanism ProxyAuthentication': (self, value) =>
      put(() => {
        const proxyAuthentication = enumText(value) as AuthenticationMechanismName;
        try {
          option(self).proxyAuthentication = option(self).with({ proxyAuthentication }).proxyAuthentication;
        } catch (error) {
          throw new NetThrow('System.ArgumentException', (error as Error).message);
        }
      }),
    'System.Management.Automation.PSCredential ProxyCredential': (self) => {
      const { proxyCredential } = option(self);
      return proxyCredential === null ? null : credentialObject(proxyCredential);
    },
    'set System.Management.Automation.PSCredential ProxyCredential': (self, value) =>
      put(() => (option(self).proxyCredential = credentialOf(value ?? null) ?? null)),
    'bool SkipCACheck': (self) => option(self).skipCACheck,
    'set bool SkipCACheck': (self, value) => put(() => (option(self).skipCACheck = toBoolean(value ?? null))),
    'bool SkipCNCheck': (self) => option(self).skipCNCheck,
    'set bool SkipCNCheck': (self, value) => put(() => (option(self).skipCNCheck = toBoolean(value ?? null))),
    'bool SkipRevocationCheck': (self) => option(self).skipRevocationCheck,
    'set bool SkipRevocationCheck': (self, value) =>
      put(() => (option(self).skipRevocationCheck = toBoolean(value ?? null))),
    'timespan OperationTimeout': (self) => timeSpan(option(self).operationTimeoutMs),
    'set timespan OperationTimeout': (self, value) =>
      put(() => (option(self).operationTimeoutMs = milliseconds(value))),
    'bool NoEncryption': (self) => option(self).noEncryption,
    'set bool NoEncryption': (self, value) => put(() => (option(self).noEncryption = toBoolean(value ?? null))),
    'bool UseUTF16': (self) => option(self).useUTF16,
    'set bool UseUTF16': (self, value) => put(() => (option(self).useUTF16 = toBoolean(value ?? null))),
    'bool IncludePortInSPN': (self) => option(self).includePortInSPN,
    'set bool IncludePortInSPN': (self, value) => put(() => (option(self).includePortInSPN = toBoolean(value ?? null))),
    'System.Management.Automation.Runspaces.OutputBufferingMode OutputBufferingMode': (self) =>
      enumMember(OUTPUT_BUFFERING_MODE, option(self).outputBufferingMode),
    'set System.Management.Automation.Runspaces.OutputBufferingMode OutputBufferingMode': (self, value) =>
      put(() => (option(self).outputBufferingMode = enumText(value) as OutputBufferingModeName)),
    'int MaxConnectionRetryCount': (self) => option(self).maxConnectionRetryCount,
    'set int MaxConnectionRetryCount': (self, value) =>
      put(() => (option(self).maxConnectionRetryCount = whole(value))),
    'System.Globalization.CultureInfo Culture': (self) => option(self).culture,
    'set object Culture': (self, value) => put(() => (option(self).culture = textOrNull(value))),
    'System.Globalization.CultureInfo UICulture': (self) => option(self).uiCulture,
    'set object UICulture': (self, value) => put(() => (option(self).uiCulture = textOrNull(value))),
    'System.Nullable[int] MaximumReceivedDataSizePerCommand': (self) => option(self).maximumReceivedDataSizePerCommand,
    'set object MaximumReceivedDataSizePerCommand': (self, value) =>
      put(() => (option(self).maximumReceivedDataSizePerCommand = wholeOrNull(value))),
    'System.Nullable[int] MaximumReceivedObjectSize': (self) => option(self).maximumReceivedObjectSize,
    'set object MaximumReceivedObjectSize': (self, value) =>
      put(() => (option(self).maximumReceivedObjectSize = wholeOrNull(value))),
    'System.Management.Automation.PSPrimitiveDictionary ApplicationArguments': (self) => {
      const { applicationArguments } = option(self);
      return applicationArguments === null
        ? null
        : new PSDictionary(Object.entries(applicationArguments), { typeNames: TYPE_NAMES.primitiveDictionary });
    },
    'set System.Management.Automation.PSPrimitiveDictionary ApplicationArguments': (self, value) =>
      put(() => (option(self).applicationArguments = value instanceof PSDictionary ? dictionaryRecord(value) : null)),
    'timespan OpenTimeout': (self) => timeSpan(option(self).openTimeoutMs),
    'set timespan OpenTimeout': (self, value) => put(() => (option(self).openTimeoutMs = milliseconds(value))),
    'timespan CancelTimeout': (self) => timeSpan(option(self).cancelTimeoutMs),
    'set timespan CancelTimeout': (self, value) => put(() => (option(self).cancelTimeoutMs = milliseconds(value))),
    'timespan IdleTimeout': (self) => timeSpan(option(self).idleTimeoutMs),
    'set timespan IdleTimeout': (self, value) => put(() => (option(self).idleTimeoutMs = idleMilliseconds(value))),
  },
);

// ------------------------------------------------------------------ PSTransportOption

/** What New-PSTransportOption was given; null: leave the configuration's value. cmdlets.md 14 */
export class TransportOption {
  readonly values: Map<string, PSValue>;
  constructor(values: Map<string, PSValue>) {
    this.values = values;
  }
  get(name: string): PSValue {
    return this.values.get(name) ?? null;
  }
}
const transportOption = (self: PSValue): TransportOption => {
  const value = held(self, TransportOption);
  if (value === undefined) throw new Error('not a PSTransportOption');
  return value;
};

export const TRANSPORT_OPTION_NAMES = [
  'ProcessIdleTimeoutSec',
  'MaxIdleTimeoutSec',
  'MaxSessions',
  'MaxConcurrentCommandsPerSession',
  'MaxSessionsPerUser',
  'MaxMemoryPerSessionMB',
  'MaxProcessesPerSession',
  'MaxConcurrentUsers',
  'IdleTimeoutSec',
  'OutputBufferingMode',
] as const;

defineType('Microsoft.PowerShell.Commands.PSTransportOption', { abstract: true });
export const TRANSPORT_OPTION: NetType = defineType(
  'Microsoft.PowerShell.Commands.WSManConfigurationOption',
  { base: 'Microsoft.PowerShell.Commands.PSTransportOption' },
  {
    ...Object.fromEntries(
      TRANSPORT_OPTION_NAMES.map((name) => [
        `System.Nullable[${name === 'OutputBufferingMode' ? 'System.Management.Automation.Runspaces.OutputBufferingMode' : 'int'}] ${name}`,
        (self: PSValue) => transportOption(self).get(name),
      ]),
    ),
    'object Clone()': (self: PSValue) =>
      new NetObject(TRANSPORT_OPTION, new TransportOption(new Map(transportOption(self).values))),
  },
);
