/**
 * PSSessionOption: how sessions are opened and kept. Times are milliseconds; 0 means no limit, except for `idleTimeoutMs`
 * where -1 leaves the choice to the server. cmdlets.md 13
 */
import { ArgumentError, catalogued } from '../../../protocol/errors/index.js';
import { PSTimeSpan, type PSValue } from '../../../protocol/objects/index.js';
import { PSCredential, type CredentialInput } from './credential.js';
import {
  AuthenticationMechanism,
  OutputBufferingMode,
  ProxyAccessType,
  type AuthenticationMechanismName,
  type OutputBufferingModeName,
  type ProxyAccessTypeName,
} from './states.js';

const INT_MAX = 2_147_483_647;
const TICKS_PER_MS = 10_000n;

export interface PSSessionOptionInit {
  /** Hops that a redirection may take. 0: none; negative: no limit. Default 5. */
  readonly maximumConnectionRedirectionCount?: number;
  readonly noCompression?: boolean;
  readonly noMachineProfile?: boolean;
  readonly proxyAccessType?: ProxyAccessTypeName;
  readonly proxyAuthentication?: AuthenticationMechanismName;
  readonly proxyCredential?: CredentialInput | null;
  readonly skipCACheck?: boolean;
  readonly skipCNCheck?: boolean;
  readonly skipRevocationCheck?: boolean;
  /** How long one exchange may give no sign of life. Milliseconds; default 180000. */
  readonly operationTimeoutMs?: number;
  readonly noEncryption?: boolean;
  readonly useUTF16?: boolean;
  readonly includePortInSPN?: boolean;
  readonly outputBufferingMode?: OutputBufferingModeName;
  /** Tries of shell creation after network failures. Default 5. */
  readonly maxConnectionRetryCount?: number;
  readonly culture?: string | null;
  readonly uiCulture?: string | null;
  /** Bytes; null: no limit. */
  readonly maximumReceivedDataSizePerCommand?: number | null;
  /** Bytes; null: no limit. Default 209715200. */
  readonly maximumReceivedObjectSize?: number | null;
  readonly applicationArguments?: Readonly<Record<string, PSValue>> | null;
  /** The whole of opening. Milliseconds; default 180000. */
  readonly openTimeoutMs?: number;
  /** Stopping and closing. Milliseconds; default 60000. */
  readonly cancelTimeoutMs?: number;
  /** How long the server keeps a session that hears nothing. Milliseconds; -1: the server's choice. */
  readonly idleTimeoutMs?: number;
  /** How long a lost network is tried to be reached again while a command runs. Milliseconds; default 240000. Ours. */
  readonly maxConnectionRetryMs?: number;
}

type Complete = { readonly [Name in keyof PSSessionOptionInit]-?: Exclude<PSSessionOptionInit[Name], undefined> };

/** The defaults of a bare PSSessionOption and of `$PSSessionOption`. cmdlets.md 13.2 */
const DEFAULTS: Complete = {
  maximumConnectionRedirectionCount: 5,
  noCompression: false,
  noMachineProfile: false,
  proxyAccessType: 'None',
  proxyAuthentication: 'Negotiate',
  proxyCredential: null,
  skipCACheck: false,
  skipCNCheck: false,
  skipRevocationCheck: false,
  operationTimeoutMs: 180_000,
  noEncryption: false,
  useUTF16: false,
  includePortInSPN: false,
  outputBufferingMode: 'None',
  maxConnectionRetryCount: 5,
  culture: null,
  uiCulture: null,
  maximumReceivedDataSizePerCommand: null,
  maximumReceivedObjectSize: 209_715_200,
  applicationArguments: null,
  openTimeoutMs: 180_000,
  cancelTimeoutMs: 60_000,
  idleTimeoutMs: -1,
  maxConnectionRetryMs: 240_000,
};

export class PSSessionOption {
  maximumConnectionRedirectionCount: number;
  noCompression: boolean;
  noMachineProfile: boolean;
  proxyAccessType: ProxyAccessTypeName;
  proxyAuthentication: AuthenticationMechanismName;
  proxyCredential: PSCredential | null;
  skipCACheck: boolean;
  skipCNCheck: boolean;
  skipRevocationCheck: boolean;
  operationTimeoutMs: number;
  noEncryption: boolean;
  useUTF16: boolean;
  includePortInSPN: boolean;
  outputBufferingMode: OutputBufferingModeName;
  maxConnectionRetryCount: number;
  culture: string | null;
  uiCulture: string | null;
  maximumReceivedDataSizePerCommand: number | null;
  maximumReceivedObjectSize: number | null;
  applicationArguments: Readonly<Record<string, PSValue>> | null;
  openTimeoutMs: number;
  cancelTimeoutMs: number;
  idleTimeoutMs: number;
  maxConnectionRetryMs: number;

  /** @throws {ArgumentError} a value is out of its range. */
  constructor(init: PSSessionOptionInit = {}) {
    const all = { ...DEFAULTS, ...withoutUndefined(init) };
    this.maximumConnectionRedirectionCount = integer('maximumConnectionRedirectionCount', all, -INT_MAX);
    this.noCompression = all.noCompression;
    this.noMachineProfile = all.noMachineProfile;
    this.proxyAccessType = member('proxyAccessType', all.proxyAccessType, ProxyAccessType);
    this.proxyAuthentication = member('proxyAuthentication', all.proxyAuthentication, AuthenticationMechanism);
    if (!['Basic', 'Negotiate', 'Digest'].includes(this.proxyAuthentication)) {
      throw new ArgumentError(
        'proxyAuthentication',
        `${this.proxyAuthentication} cannot be specified as a proxy authentication mechanism. Only Basic,Negotiate or Digest are supported for proxy authentication.`,
      );
    }
    this.proxyCredential = all.proxyCredential === null ? null : PSCredential.from(all.proxyCredential);
    this.skipCACheck = all.skipCACheck;
    this.skipCNCheck = all.skipCNCheck;
    this.skipRevocationCheck = all.skipRevocationCheck;
    this.operationTimeoutMs = integer('operationTimeoutMs', all, 0);
    this.noEncryption = all.noEncryption;
    this.useUTF16 = all.useUTF16;
    this.includePortInSPN = all.includePortInSPN;
    this.outputBufferingMode = member('outputBufferingMode', all.outputBufferingMode, OutputBufferingMode);
    this.maxConnectionRetryCount = integer('maxConnectionRetryCount', all, 0);
    this.culture = all.culture;
    this.uiCulture = all.uiCulture;
    this.maximumReceivedDataSizePerCommand = optionalInteger('maximumReceivedDataSizePerCommand', all);
    this.maximumReceivedObjectSize = optionalInteger('maximumReceivedObjectSize', all);
    this.applicationArguments = all.applicationArguments;
    this.openTimeoutMs = integer('openTimeoutMs', all, 0);
    this.cancelTimeoutMs = integer('cancelTimeoutMs', all, 0);
    this.idleTimeoutMs = integer('idleTimeoutMs', all, -1);
    this.maxConnectionRetryMs = integer('maxConnectionRetryMs', all, 0);
  }

  static from(value: PSSessionOption | PSSessionOptionInit | undefined): PSSessionOption {
    return value instanceof PSSessionOption ? value : new PSSessionOption(value);
  }

  /** What New-PSSessionOption gives: two values differ from the bare object's. cmdlets.md 13.1, 13.2 (D14) */
  static create(init: PSSessionOptionInit = {}): PSSessionOption {
    return new PSSessionOption({ maximumReceivedObjectSize: null, maxConnectionRetryCount: 0, ...init });
  }

  /**
   * A hashtable given where an option object is wanted: keys are property names, case ignored. Integers for times are
   * milliseconds, as the help means them; with `strictTicks` they are ticks of 100 ns, as .NET converts them (D3).
   * @throws {PSSessionError} CannotConvertArgumentNoMessage: an unknown key or a value that does not convert.
   */
  static fromHashtable(entries: Iterable<readonly [string, unknown]>, strictTicks = false): PSSessionOption {
    const init: Record<string, unknown> = {};
    for (const [key, value] of entries) {
      const name = HASHTABLE_KEYS.get(key.toLowerCase());
      if (name === undefined) {
        throw catalogued('CannotConvertArgumentNoMessage', [
          'SessionOption',
          `PSSessionOption has no property '${key}'. Its properties are ${[...PROPERTY_NAMES.values()].join(', ')}.`,
        ]);
      }
      init[name] = name.endsWith('TimeoutMs') ? timeToMs(key, value, strictTicks) : convert(key, name, value);
    }
    try {
      return new PSSessionOption(init as PSSessionOptionInit);
    } catch (error) {
      if (!(error instanceof ArgumentError)) throw error;
      throw catalogued('CannotConvertArgumentNoMessage', ['SessionOption', error.message], { cause: error });
    }
  }

  /** A copy with some values replaced. */
  with(changes: PSSessionOptionInit): PSSessionOption {
    return new PSSessionOption({
      ...(Object.fromEntries(Object.entries(this)) as PSSessionOptionInit),
      ...withoutUndefined(changes),
    });
  }
}

/** Property names as PowerShell spells them, in the order of the list view. cmdlets.md 13.2 */
export const PROPERTY_NAMES: ReadonlyMap<keyof PSSessionOptionInit, string> = new Map([
  ['maximumConnectionRedirectionCount', 'MaximumConnectionRedirectionCount'],
  ['noCompression', 'NoCompression'],
  ['noMachineProfile', 'NoMachineProfile'],
  ['proxyAccessType', 'ProxyAccessType'],
  ['proxyAuthentication', 'ProxyAuthentication'],
  ['proxyCredential', 'ProxyCredential'],
  ['skipCACheck', 'SkipCACheck'],
  ['skipCNCheck', 'SkipCNCheck'],
  ['skipRevocationCheck', 'SkipRevocationCheck'],
  ['operationTimeoutMs', 'OperationTimeout'],
  ['noEncryption', 'NoEncryption'],
  ['useUTF16', 'UseUTF16'],
  ['includePortInSPN', 'IncludePortInSPN'],
  ['outputBufferingMode', 'OutputBufferingMode'],
  ['maxConnectionRetryCount', 'MaxConnectionRetryCount'],
  ['culture', 'Culture'],
  ['uiCulture', 'UICulture'],
  ['maximumReceivedDataSizePerCommand', 'MaximumReceivedDataSizePerCommand'],
  ['maximumReceivedObjectSize', 'MaximumReceivedObjectSize'],
  ['applicationArguments', 'ApplicationArguments'],
  ['openTimeoutMs', 'OpenTimeout'],
  ['cancelTimeoutMs', 'CancelTimeout'],
  ['idleTimeoutMs', 'IdleTimeout'],
]);

const HASHTABLE_KEYS: ReadonlyMap<string, keyof PSSessionOptionInit> = new Map(
  [...PROPERTY_NAMES].map(([name, powerShell]) => [powerShell.toLowerCase(), name]),
);

function withoutUndefined<T extends object>(value: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as {
    [Name in keyof T]: Exclude<T[Name], undefined>;
  };
}

function integer<Name extends string>(name: Name, all: { readonly [K in Name]: number }, minimum: number): number {
  const value = all[name];
  if (!Number.isInteger(value) || value < minimum || value > INT_MAX) {
    throw new ArgumentError(name, `${name} has to be a whole number from ${minimum} to ${INT_MAX}; ${value} is not.`);
  }
  return value;
}

function optionalInteger<Name extends string>(name: Name, all: { readonly [K in Name]: number | null }): number | null {
  const value = all[name];
  return value === null ? null : integer(name, { [name]: value } as { [K in Name]: number }, 0);
}

/** Takes an enumeration's member by name, case ignored, or by number. */
function member<Name extends string>(parameter: string, value: unknown, members: Readonly<Record<Name, number>>): Name {
  for (const [name, number] of Object.entries(members)) {
    if (number === value || (typeof value === 'string' && value.toLowerCase() === name.toLowerCase()))
      return name as Name;
  }
  throw new ArgumentError(
    parameter,
    `${parameter} is one of ${Object.keys(members).join(', ')}; '${String(value)}' is not.`,
  );
}

/** Milliseconds of an integer, a TimeSpan, or a TimeSpan's text. Beyond an int's range: the largest int. */
function timeToMs(key: string, value: unknown, strictTicks: boolean): number {
  let ticks: bigint | undefined;
  if (value instanceof PSTimeSpan) ticks = value.ticks;
  else if (typeof value === 'number' && Number.isInteger(value)) {
    ticks = strictTicks ? BigInt(value) : BigInt(value) * TICKS_PER_MS;
  } else if (typeof value === 'bigint') ticks = strictTicks ? value : value * TICKS_PER_MS;
  else if (typeof value === 'string') ticks = parseTimeSpan(value, strictTicks);
  if (ticks === undefined) {
    throw catalogued('CannotConvertArgumentNoMessage', ['SessionOption', `${key} is no time: '${String(value)}'.`]);
  }
  const ms = ticks / TICKS_PER_MS;
  if (key.toLowerCase() === 'idletimeout' && ms === -1n) return -1;
  return ms < 0n || ms > BigInt(INT_MAX) ? INT_MAX : Number(ms);
}

/** `[d.]hh:mm[:ss[.fffffff]]`, or digits alone: milliseconds here, days in .NET's text form when `strict`. */
function parseTimeSpan(text: string, strict: boolean): bigint | undefined {
  const digits = /^\s*(-?\d+)\s*$/.exec(text);
  if (digits?.[1] !== undefined) return BigInt(digits[1]) * (strict ? 864_000_000_000n : TICKS_PER_MS);
  const match = /^\s*(-)?(?:(\d+)\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?\s*$/.exec(text);
  if (match === null) return undefined;
  const part = (index: number): bigint => BigInt(match[index] ?? 0);
  const seconds = ((part(2) * 24n + part(3)) * 60n + part(4)) * 60n + part(5);
  const ticks = seconds * 10_000_000n + BigInt((match[6] ?? '').padEnd(7, '0') || 0);
  return match[1] === undefined ? ticks : -ticks;
}

function convert(key: string, name: string, value: unknown): unknown {
  const wanted: unknown = DEFAULTS[name as keyof Complete];
  const refuse = (): never => {
    const kind = typeof wanted === 'boolean' ? 'true or false' : 'a whole number';
    throw catalogued('CannotConvertArgumentNoMessage', [
      'SessionOption',
      `${key} has to be ${kind}, and is '${String(value)}'.`,
    ]);
  };
  if (typeof wanted === 'boolean') {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return value !== 0;
    const word = typeof value === 'string' ? /^\s*\$?(true|false|1|0)\s*$/i.exec(value)?.[1] : undefined;
    return word === undefined ? refuse() : /^(?:true|1)$/i.test(word);
  }
  if (typeof wanted === 'number' || name.startsWith('maximumReceived')) {
    if (value === null && name.startsWith('maximumReceived')) return null;
    if (typeof value === 'string' && /^\s*-?\d+\s*$/.test(value)) return Number(value);
    if (typeof value === 'bigint') return Number(value);
    return typeof value === 'number' ? value : refuse();
  }
  return value;
}
