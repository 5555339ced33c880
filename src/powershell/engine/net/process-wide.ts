/** What a process has once: its application domain, the settings of ServicePointManager, pointers' size. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { implement } from '../values/bodies.js';
import { NetObject, typedArray, unwrap } from '../values/live.js';
import { registeredTypes, requireType } from '../values/net-type.js';
import { assemblyOf } from '../values/types.js';
import { big, enumOf, formatError, long, net, num, text } from './support.js';

// ------------------------------------------------------------------ AppDomain

const DOMAIN = 'System.AppDomain';
let domain: PSValue | undefined;
const CORE = 'System.Private.CoreLib';
/** Those whose types the engine has made so far, the core's first, as .NET lists what is loaded. */
function loaded(): PSValue {
  const names = new Set<string>();
  for (const type of registeredTypes()) names.add(assemblyOf(type));
  names.delete('');
  const list = [...names].sort((a, b) => Number(b.startsWith(CORE)) - Number(a.startsWith(CORE)) || (a < b ? -1 : 1));
  return typedArray(
    list.map((name) => net('System.Reflection.Assembly', name)),
    requireType('System.Reflection.Assembly'),
  );
}
implement(DOMAIN, () => ({
  'static CurrentDomain': () => (domain ??= net(DOMAIN, undefined)),
  FriendlyName: () => 'pwsh',
  Id: () => 1,
  BaseDirectory: () => `${import.meta.dirname}/`,
  DynamicDirectory: () => null,
  RelativeSearchPath: () => null,
  ShadowCopyFiles: () => false,
  IsFullyTrusted: () => true,
  IsHomogenous: () => true,
  IsDefaultAppDomain: () => true,
  IsFinalizingForUnload: () => false,
  GetAssemblies: loaded,
  ToString: () => 'Name:pwsh\nThere are no context policies.\n',
}));

// ------------------------------------------------------------------ ServicePointManager

/** Settings of the HTTP client of old. They are kept; how a web command connects is said by its own parameters. */
const points = new Map<string, PSValue>();
const setting = (
  name: string,
  initial: () => PSValue,
): Record<string, (self: PSValue, value: PSValue) => PSValue | undefined> => ({
  [`static ${name}`]: () => points.get(name) ?? initial(),
  [`static set ${name}`]: (_self, value) => {
    points.set(name, value);
    return undefined;
  },
});
implement('System.Net.ServicePointManager', () => ({
  ...setting('SecurityProtocol', () => enumOf('System.Net.SecurityProtocolType', 0)),
  ...setting('ServerCertificateValidationCallback', () => null),
  ...setting('Expect100Continue', () => true),
  ...setting('DefaultConnectionLimit', () => 2),
  ...setting('CheckCertificateRevocationList', () => false),
  ...setting('MaxServicePointIdleTime', () => 100_000),
  ...setting('MaxServicePoints', () => 0),
  ...setting('UseNagleAlgorithm', () => false),
  ...setting('DnsRefreshTimeout', () => 120_000),
  ...setting('EnableDnsRoundRobin', () => false),
  ...setting('ReusePort', () => false),
  'static EncryptionPolicy': () => enumOf('System.Net.Security.EncryptionPolicy', 0),
  'static SetTcpKeepAlive': () => undefined,
}));

// ------------------------------------------------------------------ IntPtr

for (const name of ['System.IntPtr', 'System.UIntPtr']) {
  const made = (value: bigint): PSValue => net(name, value);
  const address = (value: PSValue): bigint => {
    const inner = unwrap(value);
    if (!(inner instanceof NetObject)) return big(value);
    return typeof inner.data === 'bigint' ? inner.data : 0n;
  };
  const isSame = (left: PSValue, right: PSValue): boolean => {
    const [one, two] = [unwrap(left), unwrap(right)];
    if (!(one instanceof NetObject) || !(two instanceof NetObject)) return false;
    // A pointer to a secret has no number: it is the same as itself only.
    return typeof one.data === 'bigint' && typeof two.data === 'bigint' ? one.data === two.data : one === two;
  };
  implement(name, () => ({
    'static Size': () => 8,
    'static Zero': () => made(0n),
    'static MaxValue': () => made(name === 'System.IntPtr' ? 2n ** 63n - 1n : 2n ** 64n - 1n),
    'static MinValue': () => made(name === 'System.IntPtr' ? -(2n ** 63n) : 0n),
    'static Add': (_self, pointer, offset) => made(address(pointer) + BigInt(num(offset))),
    'static Subtract': (_self, pointer, offset) => made(address(pointer) - BigInt(num(offset))),
    'static op_Equality': (_self, left, right) => isSame(left, right),
    'static op_Inequality': (_self, left, right) => !isSame(left, right),
    ToInt32: (self) => Number(address(self)),
    ToInt64: (self) => long(address(self)),
    ToUInt32: (self) => Number(address(self)),
    ToUInt64: (self) => long(address(self)),
    Equals: (self, other) => other !== undefined && isSame(self, other),
    GetHashCode: (self) => Number(BigInt.asIntN(32, address(self) ^ (address(self) >> 32n))),
    CompareTo: (self, other) => Number(address(self) > address(other)) - Number(address(self) < address(other)),
    ToString: (self, format) => {
      const value = address(self);
      const [kind] = typeof format === 'string' ? format : 'D';
      if (kind === 'x' || kind === 'X') {
        const digits = BigInt.asUintN(64, value).toString(16);
        return kind === 'X' ? digits.toUpperCase() : digits;
      }
      return value.toString();
    },
    'static Parse': (_self, value) => {
      const given = text(value).trim();
      if (!/^[+-]?\d+$/.test(given))
        throw formatError(`The input string '${text(value)}' was not in a correct format.`);
      return made(BigInt(given));
    },
    'static op_Explicit': (_self, value) => made(big(value)),
    new: (_self, value) => made(value === undefined ? 0n : big(value)),
  }));
}
