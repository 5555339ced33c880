/** `Comparer<T>` and `EqualityComparer<T>`: how .NET compares by itself, and comparers that a script makes of blocks. */
import type { PSObject, PSValue } from '../../../protocol/objects/index.js';
import { integerOf, toBoolean } from '../conversion.js';
import { implement } from '../values/bodies.js';
import { NetObject, TypeObject, unwrap } from '../values/live.js';
import { type NetType, requireType } from '../values/net-type.js';
import { genericType, OBJECT, STRING, typeOf } from '../values/types.js';
import { compareBy, sameBy } from './comparers.js';
import { hashCode } from './equality.js';
import { callNow, dataOf } from './support.js';

const SPACE = 'System.Collections.Generic.';
/** Those that compare by themselves are one for each type. */
const defaults = new WeakMap<NetType, Map<string, NetObject>>();
function defaultOf(element: NetType, name: string): NetObject {
  let known = defaults.get(element);
  if (known === undefined) defaults.set(element, (known = new Map<string, NetObject>()));
  let made = known.get(name);
  if (made === undefined) {
    const type = name.includes('`')
      ? genericType(SPACE + name.replace(/`1$/, ''), [element])
      : requireType(SPACE + name);
    known.set(name, (made = new NetObject<Functions>(type ?? OBJECT, {})));
  }
  return made;
}
const says = (element: NetType, of: string): boolean =>
  element.interfaces.some((name) => name.startsWith(`System.${of}\`1`)) || element.isEnum;
/** What orders the keys of a collection that was given nothing else. */
export const defaultComparer = (element: NetType): PSValue =>
  defaultOf(element, says(element, 'IComparable') ? 'GenericComparer`1' : 'ObjectComparer`1');
/** What tells the keys of a collection that was given nothing else. */
export function defaultEqualityComparer(element: NetType): PSValue {
  if (element === STRING) return defaultOf(element, 'StringEqualityComparer');
  return defaultOf(element, says(element, 'IEquatable') ? 'GenericEqualityComparer`1' : 'ObjectEqualityComparer`1');
}

/** Comparers that collections were given. */
const given = new WeakMap<object, PSValue>();
export function noteComparer(collection: object, comparer: PSValue | undefined): void {
  if (comparer !== undefined && comparer !== null) given.set(collection, comparer);
}
/** `Comparer` of a dictionary or a set. */
export function comparerOfKeys(collection: PSObject, isSorted: boolean): PSValue {
  const known = given.get(collection);
  if (known !== undefined) return known;
  const [key] = typeOf(collection)?.genericArguments ?? [];
  if (key === undefined) return null;
  return isSorted ? defaultComparer(key) : defaultEqualityComparer(key);
}

interface Functions {
  /** Undefined: as .NET compares by itself. */
  readonly compare?: PSValue;
  readonly equals?: PSValue;
  readonly hash?: PSValue;
}
const elementIn = (self: PSValue): NetType => {
  const inner = unwrap(self);
  return (inner instanceof TypeObject ? inner.type.genericArguments[0] : undefined) ?? OBJECT;
};
implement(`${SPACE}Comparer\`1`, () => ({
  'static Default': (self) => defaultComparer(elementIn(self)),
  'static Create': (self, compare) =>
    new NetObject<Functions>(genericType(`${SPACE}ComparisonComparer`, [elementIn(self)]) ?? OBJECT, {
      compare: compare ?? null,
    }),
  Compare: (self, left, right) => compareBy(dataOf<Functions>(self).compare)(left, right),
}));
implement(`${SPACE}EqualityComparer\`1`, () => ({
  'static Default': (self) => defaultEqualityComparer(elementIn(self)),
  'static Create': (self, equals, hash) =>
    new NetObject<Functions>(genericType(`${SPACE}EqualityComparer`, [elementIn(self)]) ?? OBJECT, {
      equals: equals ?? null,
      hash: hash ?? null,
    }),
  Equals: (self, left, right) => {
    if (right === undefined) return left === self;
    const { equals } = dataOf<Functions>(self);
    return equals === undefined ? sameBy(undefined)(left, right) : toBoolean(callNow(equals, [left, right]));
  },
  GetHashCode: (self, value) => {
    if (value === undefined) return hashCode(self);
    const { hash } = dataOf<Functions>(self);
    return hash === undefined ? hashCode(value) : Number(integerOf(callNow(hash, [value])) ?? 0n);
  },
}));
