/** Between the engine's values and the library's: what parameters were given, as the operations of the session room take it. */
import { PSCredential, PSSession, PSSessionOption } from '../../../client/session/index.js';
import {
  PSDateTime,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSList,
  PSObject,
  PSSecureString,
  PSTimeSpan,
  PSUri,
  TYPE_NAMES,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  convertTo,
  EnumValue,
  findType,
  NetObject,
  NetThrow,
  requireType,
  toBoolean,
  toText,
  typeOf,
  unwrap,
} from '../../engine/index.js';
import type { ParameterType } from '../definition.js';

const INVALID_CAST = 'System.Management.Automation.PSInvalidCastException';
/** .NET's epoch against JavaScript's, in ticks of 100 ns. */
const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;

const nameOfType = (value: PSValue): string => typeOf(value)?.fullName ?? 'null';

/** The items of a list, or the one value. */
export function itemsOf(value: PSValue): readonly PSValue[] {
  const inner = unwrap(value);
  if (Array.isArray(inner)) return inner as readonly PSValue[];
  return inner instanceof PSList ? inner.items : [inner];
}

/** The JavaScript object behind one of ours; undefined for anything else. */
export function held<T>(value: PSValue, kind: abstract new (...args: never[]) => T): T | undefined {
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.data instanceof kind ? inner.data : undefined;
}

/** The JavaScript object that a member of our types is called on. */
export function reading<T extends object>(
  kind: string,
  holds: abstract new (...args: never[]) => T,
): (self: PSValue) => T {
  return (self) => {
    const found = held(self, holds);
    if (found !== undefined) return found;
    throw new Error(`not a ${kind}`);
  };
}

export const guid = (value: string | null): PSValue => (value === null ? null : new PSGuid(value as never));

/** Dictionaries of primitive values, as PowerShell makes them of what the server sent, all the way down. */
export function privateData(value: PSDictionary | null): PSDictionary | null {
  return value === null
    ? null
    : new PSDictionary(
        [...value.entries()].map(([key, item]): readonly [PSValue, PSValue] => [
          key,
          item instanceof PSDictionary ? privateData(item) : item,
        ]),
        { typeNames: TYPE_NAMES.primitiveDictionary },
      );
}

/** A PSPrimitiveDictionary of a hashtable: text keys, and values that travel whole. @throws {NetThrow} others. */
export function primitiveDictionary(value: PSDictionary): PSDictionary {
  return new PSDictionary(
    [...value.entries()].map(([key, item]): readonly [PSValue, PSValue] => {
      if (typeof key !== 'string')
        throw new NetThrow(
          'System.ArgumentException',
          `The key type ${nameOfType(key)} is not valid. The PSPrimitiveDictionary class accepts only keys of the type System.String.`,
        );
      const inner = unwrap(item);
      if (inner instanceof PSDictionary && nameOfType(inner) === 'System.Collections.Hashtable')
        return [key, primitiveDictionary(inner)];
      checkPrimitive(inner);
      return [key, inner];
    }),
    { typeNames: TYPE_NAMES.primitiveDictionary },
  );
}
const PRIMITIVE_TYPES: ReadonlySet<string> = new Set([
  ...'Boolean Byte Char DateTime Decimal Double Guid Int32 Int64 SByte Single String TimeSpan UInt16 UInt32 UInt64 Uri Byte[] Version'
    .split(' ')
    .map((name) => `System.${name}`),
  'System.Management.Automation.ProgressRecord',
  'System.Xml.XmlDocument',
  'System.Management.Automation.PSPrimitiveDictionary',
]);
function checkPrimitive(value: PSValue): void {
  if (value === null) return;
  const name = nameOfType(value);
  if (PRIMITIVE_TYPES.has(name)) return;
  if (name.endsWith('[]') || name === 'System.Collections.ArrayList')
    for (const item of itemsOf(value)) checkPrimitive(unwrap(item));
  else
    throw new NetThrow(
      'System.ArgumentException',
      `The type of the value ${name} is not valid. The PSPrimitiveDictionary class accepts only values of types that are fully serializable over PowerShell remoting. See the Help topic about_Remoting for a list of fully-serializable types.`,
    );
}

// ------------------------------------------------------------------ times

/** A local DateTime, as the times of sessions and jobs are. */
export function dateTime(value: Date | null): PSValue {
  if (value === null) return null;
  const offsetMinutes = -value.getTimezoneOffset();
  const local = BigInt(value.getTime()) * 10_000n + BigInt(offsetMinutes) * 600_000_000n;
  return new PSDateTime(local + UNIX_EPOCH_TICKS, 'Local', offsetMinutes);
}
export const timeSpan = (milliseconds: number): PSTimeSpan => new PSTimeSpan(BigInt(milliseconds) * 10_000n);

// ------------------------------------------------------------------ credentials

const CREDENTIAL = 'System.Management.Automation.PSCredential';

/** A credential in any form that the engine has for it; undefined when it is none. */
export function credentialOf(value: PSValue): PSCredential | undefined {
  const inner = unwrap(value);
  const own = held(inner, PSCredential) ?? PSCredential.fromPSObject(inner);
  if (own !== undefined) return own;
  if (!(inner instanceof PSObject) || nameOfType(inner) !== CREDENTIAL) return undefined;
  const read = (name: string): PSValue => {
    const property = findType(CREDENTIAL)?.findProperty(name)?.get(inner);
    return property instanceof Promise || property === undefined ? null : property;
  };
  const user = read('UserName');
  const password = read('Password');
  return typeof user === 'string' && password instanceof PSSecureString ? new PSCredential(user, password) : undefined;
}

/** `[Credential()]`: a credential, a user name whose password is asked for later, or null for both. cmdlets.md 3.6 */
export function credentialTransformation(value: PSValue): PSValue {
  const inner = unwrap(value);
  if (inner === null || typeof inner === 'string' || credentialOf(inner) !== undefined) return inner;
  throw new NetThrow(
    'System.Management.Automation.ArgumentTransformationMetadataException',
    `A PSCredential or a user name is needed; a value of the type '${nameOfType(inner)}' is neither.`,
  );
}

// ------------------------------------------------------------------ option objects

export const SESSION_OPTION_TYPE = 'System.Management.Automation.Remoting.PSSessionOption';

export function sessionOptionObject(option: PSSessionOption): NetObject<PSSessionOption> {
  const type = findType(SESSION_OPTION_TYPE);
  if (type === undefined) throw new Error('the types of the family are not declared');
  return new NetObject(type, option);
}

/** An option object, or a hashtable of its properties: integers there are milliseconds (D3). cmdlets.md 3.7 */
export function toSessionOption(value: PSValue): PSValue {
  const inner = unwrap(value);
  if (inner === null || held(inner, PSSessionOption) !== undefined) return inner;
  if (!(inner instanceof PSDictionary))
    throw new NetThrow(
      INVALID_CAST,
      `Cannot convert the "${toText(inner)}" value of type "${nameOfType(inner)}" to type "${SESSION_OPTION_TYPE}".`,
    );
  const entries = [...inner.entries()].map(([key, item]): readonly [PSValue, PSValue] => [
    key,
    /Timeout$/i.test(toText(key)) ? asTime(item) : item,
  ]);
  return convertTo(new PSDictionary(entries), requireType(SESSION_OPTION_TYPE));
}
/** A number of milliseconds, as the help means it; anything else as it is. */
function asTime(value: PSValue): PSValue {
  const inner = unwrap(value);
  const number = inner instanceof PSDouble ? inner.value : inner;
  return typeof number === 'number' || typeof number === 'bigint' ? timeSpan(Number(number)) : value;
}

/** The culture's name. */
export function cultureName(value: PSValue): PSValue {
  const inner = unwrap(value);
  if (inner === null) return null;
  const text = toText(inner);
  try {
    return new Intl.Locale(text).toString();
  } catch {
    throw new NetThrow(
      'System.Globalization.CultureNotFoundException',
      `Culture is not supported. '${text}' is an invalid culture identifier.`,
    );
  }
}

export function dictionaryRecord(value: PSDictionary): Record<string, PSValue> {
  return Object.fromEntries([...value.entries()].map(([key, item]) => [toText(key), item]));
}

// ------------------------------------------------------------------ parameters

/** A bound value as the operation's option of the same name takes it. */
export function parameterValue(type: ParameterType, value: PSValue): unknown {
  if (type.endsWith('[]') && type !== 'Object[]')
    return itemsOf(value).map((item) => single(type.slice(0, -2) as ParameterType, item));
  return single(type, value);
}

function single(type: ParameterType, value: PSValue): unknown {
  const inner = unwrap(value);
  switch (type) {
    case 'SwitchParameter':
    case 'Boolean':
      return toBoolean(value);
    case 'Int32':
      return typeof inner === 'number' ? inner : Number(toText(inner));
    case 'Enum':
      return inner instanceof EnumValue ? inner.text : toText(inner);
    case 'Guid':
      return inner instanceof PSGuid ? inner.toString() : toText(inner);
    case 'Uri':
      return inner instanceof PSUri ? inner.toString() : toText(inner);
    case 'PSSession':
      return held(inner, PSSession);
    case 'PSSessionOption':
      return held(inner, PSSessionOption);
    case 'PSCredential':
      return credentialOf(inner);
    case 'Hashtable':
    case 'PSPrimitiveDictionary':
      return inner instanceof PSDictionary ? textRecord(inner) : undefined;
    case 'String':
      return inner === null ? null : toText(inner);
    default:
      return value;
  }
}

/** Values of ssh's options and connections: text, whole numbers, and hashtables of them. A key that is no text is none. */
function textRecord(value: PSDictionary): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [key, item] of value.entries()) {
    const inner = unwrap(item);
    const name = unwrap(key);
    record[typeof name === 'string' ? name : ''] =
      inner instanceof PSDictionary ? textRecord(inner) : typeof inner === 'number' ? inner : toText(inner);
  }
  return record;
}
