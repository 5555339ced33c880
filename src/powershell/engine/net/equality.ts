/** Equality and order as .NET's own Equals, GetHashCode and CompareTo have them: types count, case counts. */
import {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDouble,
  PSGuid,
  PSList,
  PSNumber,
  PSPrimitive,
  PSSingle,
  PSTimeSpan,
  PSUInt64,
  PSUri,
  PSVersion,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { compareNumbers, compareText } from '../operators/comparison.js';
import { bodiesOf } from '../values/bodies.js';
import { integerOf, isNumeric, toText } from '../conversion.js';
import { andThen, drive, type Pending } from '../pending.js';
import { tryInvoke } from '../runtime/members.js';
import { pieceSteps } from '../slices.js';
import { toUniversal } from '../text/date-format.js';
import { NetThrow } from '../values/exceptions.js';
import { ClassInstance, EnumValue, identifyKeysBy, NetObject, TypeObject, unwrap } from '../values/live.js';
import { typeOf } from '../values/types.js';
import { argumentError, runtime } from './support.js';

/** A method of a script's class or of a .NET object, which cannot wait here. */
function atOnce(target: PSValue, name: string, args: readonly PSValue[]): ReturnType<typeof tryInvoke> {
  const rt = runtime();
  return rt.atOnce(() => tryInvoke(rt, target, name, args));
}

/** `left.Equals(right)`. */
export function netEquals(left: PSValue, right: PSValue): boolean {
  const a = left instanceof EnumValue ? left : unwrap(left);
  const b = right instanceof EnumValue ? right : unwrap(right);
  if (a === b) return true;
  if (a === null || b === null || typeof a !== typeof b) return false;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  if (typeOf(a) !== typeOf(b)) return false;
  if (a instanceof PSPrimitive && b instanceof PSPrimitive) return samePrimitive(a, b);
  if (a instanceof EnumValue && b instanceof EnumValue) return a.value === b.value;
  if (a instanceof TypeObject && b instanceof TypeObject) return a.type === b.type;
  if (a instanceof ClassInstance) {
    if (a.type.methods.has('equals')) {
      const own = atOnce(a, 'Equals', [b]);
      return own === true;
    }
    return false;
  }
  if (a instanceof NetObject && b instanceof NetObject) {
    const own = bodiesOf(a.type.definition?.name ?? a.type.fullName)?.get('Equals');
    if (own !== undefined) return own(a, b) === true;
    return a.type.isValueType && (Object.is(a.data, b.data) || samePair(a.data, b.data));
  }
  return false;
}
/** Structures of a key and a value, as dictionaries give them, are what their fields are. */
function samePair(a: unknown, b: unknown): boolean {
  if (!isPair(a) || !isPair(b)) return false;
  return netEquals(a.key, b.key) && netEquals(a.value, b.value);
}
const isPair = (data: unknown): data is { readonly key: PSValue; readonly value: PSValue } =>
  typeof data === 'object' && data !== null && 'key' in data && 'value' in data;
function samePrimitive(a: PSPrimitive, b: PSPrimitive): boolean {
  if (a instanceof PSNumber && b instanceof PSNumber) return Object.is(a.value, b.value) || a.value === b.value;
  if (a instanceof PSDecimal || a instanceof PSUInt64) return compareNumbers(a, b) === 0;
  if (a instanceof PSDateTime && b instanceof PSDateTime) return a.ticks === b.ticks;
  if (a instanceof PSTimeSpan && b instanceof PSTimeSpan) return a.ticks === b.ticks;
  if (a instanceof PSChar && b instanceof PSChar) return a.code === b.code;
  if (a instanceof PSVersion && b instanceof PSVersion) return a.toString() === b.toString();
  if ((a instanceof PSGuid && b instanceof PSGuid) || (a instanceof PSUri && b instanceof PSUri))
    return a.value === b.value;
  return false;
}

/** What a key of a hash table is found by: equal values have equal keys. */
export function hashKey(value: PSValue): unknown {
  const inner = value instanceof EnumValue ? value : unwrap(value);
  if (inner === null || typeof inner !== 'object') return typeof inner === 'string' ? `s:${inner}` : inner;
  if (inner instanceof EnumValue) return `e:${inner.type.fullName}:${inner.value}`;
  if (inner instanceof PSDateTime || inner instanceof PSTimeSpan) return `${inner.tag}:${inner.ticks}`;
  if (inner instanceof PSDecimal) return `D:${Number(inner.toString())}`;
  if (inner instanceof PSPrimitive) return `${inner.tag}:${toText(inner)}`;
  if (inner instanceof NetObject && inner.type.isValueType && typeof inner.data !== 'object')
    return `${inner.type.fullName}:${String(inner.data)}`;
  if (inner instanceof NetObject && inner.type.isValueType && isPair(inner.data))
    return `${inner.type.fullName}:${String(hashKey(inner.data.key))}:${String(hashKey(inner.data.value))}`;
  if (inner instanceof NetObject && hasItems(inner.data) && /^System\.(?:Value)?Tuple\b/.test(inner.type.fullName))
    return `${inner.type.fullName}:${JSON.stringify(inner.data.items.map((item) => keyText(hashKey(item))))}`;
  if (inner instanceof NetObject && bodiesOf(inner.type.definition?.name ?? inner.type.fullName)?.has('Equals'))
    return `${inner.type.fullName}:${toText(inner)}`;
  if (inner instanceof ClassInstance && inner.type.methods.has('gethashcode') && inner.type.methods.has('equals'))
    return `c:${toText(atOnce(inner, 'GetHashCode', []) as PSValue)}`;
  return inner;
}
const hasItems = (data: unknown): data is { readonly items: readonly PSValue[] } =>
  typeof data === 'object' && data !== null && 'items' in data && Array.isArray(data.items);
/** A key as part of another one: an object that is equal to itself only is a number of its own. */
const keyText = (key: unknown): string =>
  typeof key === 'object' && key !== null ? `o:${codeOf(key)}` : `${typeof key}:${String(key)}`;
identifyKeysBy(hashKey);

const FIRST_HASH = 5381;
/** @param hash of what stands before. */
function textHash(text: string, hash = FIRST_HASH): number {
  let made = hash;
  for (let index = 0; index < text.length; index += 1) made = (Math.imul(made, 33) ^ text.charCodeAt(index)) | 0;
  return made;
}
/** The hash code of a text of any length, some characters at a time. */
export const longHash = (text: string): Pending<number> => {
  if (text.length <= HASHED_AT_ONCE) return textHash(text);
  let hash = FIRST_HASH;
  const more = (piece: string): void => void (hash = textHash(piece, hash));
  return andThen(drive(pieceSteps(runtime(), text, HASHED_AT_ONCE, more)), () => hash);
};
const HASHED_AT_ONCE = 2 ** 16;

/** Object.GetHashCode(). Strings and objects have one of this process. */
const codes = new WeakMap<object, number>();
let lastCode = 0x2c0ffee;
export function hashCode(value: PSValue): number {
  const inner = value instanceof EnumValue ? value : unwrap(value);
  if (inner instanceof NetObject && inner.type.isValueType && isPair(inner.data))
    return hashCode(inner.data.key) ^ hashCode(inner.data.value);
  if (inner === null) return 0;
  if (typeof inner === 'boolean') return inner ? 1 : 0;
  if (typeof inner === 'number') return inner;
  if (typeof inner === 'bigint') return Number(BigInt.asIntN(32, inner ^ (inner >> 32n)));
  if (inner instanceof PSUInt64) return Number(BigInt.asIntN(32, inner.value ^ (inner.value >> 32n)));
  if (inner instanceof EnumValue) return Number(BigInt.asIntN(32, inner.value));
  if (inner instanceof PSChar) return inner.code | (inner.code << 16);
  if (inner instanceof PSDouble) {
    const view = new DataView(new ArrayBuffer(8));
    if (Number.isNaN(inner.value)) return 2146435072;
    view.setFloat64(0, inner.value === 0 ? 0 : inner.value);
    return view.getInt32(0) ^ view.getInt32(4);
  }
  if (inner instanceof PSSingle) {
    const view = new DataView(new ArrayBuffer(4));
    view.setFloat32(0, inner.value === 0 ? 0 : inner.value);
    return view.getInt32(0);
  }
  if (inner instanceof PSNumber) return inner.value | 0;
  if (inner instanceof PSDateTime || inner instanceof PSTimeSpan)
    return Number(BigInt.asIntN(32, inner.ticks)) ^ Number(BigInt.asIntN(32, inner.ticks >> 32n));
  if (typeof inner === 'string' || inner instanceof PSPrimitive) {
    return textHash(toText(inner));
  }
  if (inner instanceof NetObject) {
    const key = hashKey(inner);
    if (typeof key === 'string') return textHash(key);
  }
  return codeOf(inner);
}
/** The code of an object that is equal to itself only. */
function codeOf(inner: object): number {
  let own = codes.get(inner);
  if (own === undefined) codes.set(inner, (own = lastCode = (Math.imul(lastCode, 1103515245) + 12345) & 0x7fffffff));
  return own;
}

/** Comparer.Default: IComparable of either side. Throws as .NET does when there is none. */
export function netCompare(left: PSValue, right: PSValue): number {
  const a = left instanceof EnumValue ? left : unwrap(left);
  const b = right instanceof EnumValue ? right : unwrap(right);
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b, true);
  const type = typeOf(a);
  if (type === typeOf(b)) {
    const order = orderOf(a, b);
    if (order !== undefined) return order;
  } else if (isNumeric(a) || typeof a === 'string' || a instanceof PSPrimitive || typeof a === 'boolean')
    throw argumentError(`Object must be of type ${type?.name ?? ''}.`);
  for (const [one, other, sign] of [
    [a, b, 1],
    [b, a, -1],
  ] as const)
    if (one instanceof ClassInstance || one instanceof NetObject) {
      const own = atOnce(one, 'CompareTo', [other]);
      if (own !== undefined && !(own instanceof Promise)) return sign * Number(integerOf(own) ?? 0n);
    }
  throw new NetThrow('System.ArgumentException', 'At least one object must implement IComparable.');
}
/** The order of two values of one type; undefined when the type has none. */
export function orderOf(a: PSValue, b: PSValue): number | undefined {
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'boolean') return a === b ? 0 : a ? 1 : -1;
  if (a instanceof PSChar && b instanceof PSChar) return a.code - b.code;
  if (a instanceof EnumValue && b instanceof EnumValue) return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  if ((a instanceof PSDateTime && b instanceof PSDateTime) || (a instanceof PSTimeSpan && b instanceof PSTimeSpan))
    return a.ticks < b.ticks ? -1 : a.ticks > b.ticks ? 1 : 0;
  if (a instanceof PSGuid && b instanceof PSGuid) return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
  if (a instanceof PSVersion && b instanceof PSVersion) {
    for (const part of ['major', 'minor', 'build', 'revision'] as const)
      if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
    return 0;
  }
  return undefined;
}
/** The instant of a date, whatever its kind. */
export const instantOf = (value: PSDateTime): bigint => toUniversal(value).ticks;
export const isList = (value: PSValue): value is PSList => value instanceof PSList;
