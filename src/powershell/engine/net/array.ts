/** System.Array: what arrays have, and the static methods. */
import { PSChar, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo } from '../conversion.js';
import { introSort } from '../merge-sort.js';
import { andThen, drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { copyOf } from '../room.js';
import { AT_ONCE, filled, filledLong, placeLong } from '../slices.js';
import { defaultOf, newArrayLong } from '../runtime/members.js';
import { active } from '../runtime/overloads.js';
import { implement } from '../values/bodies.js';
import { byteItem, byteItems } from '../values/byte-items.js';
import { elementTypeOf, MultiArray, PSReference, typedArray, unwrap } from '../values/live.js';
import { isClrPrimitive, widens } from '../values/conversion-rank.js';
import type { NetType } from '../values/net-type.js';
import { arrayTypeOf, BYTE, OBJECT, typeOf } from '../values/types.js';
import { compareBy, sortBy } from './comparers.js';
import { netEquals } from './equality.js';
import { binarySearch, enumerator, matching, placeOf } from './lists.js';
import { readOnlyView } from './view-lists.js';
import {
  argumentError,
  argumentNull,
  callDelegate,
  long,
  notSupported,
  mustBeNonNegative,
  num,
  outOfRange,
  throwNet,
  typeArgument,
} from './support.js';

type Items = PSValue[] | Uint8Array;
function own(value: PSValue | undefined, parameter = 'array'): Items {
  const inner = unwrap(value ?? null);
  if (inner instanceof Uint8Array) return inner;
  if (inner instanceof MultiArray) return inner.items;
  if (Array.isArray(inner)) return inner as PSValue[];
  throw argumentNull(parameter);
}
const at = (list: Items, index: number): PSValue =>
  list instanceof Uint8Array ? byteItem(list[index] ?? 0) : (list[index] ?? null);
const put = (list: Items, index: number, value: PSValue): undefined => {
  if (list instanceof Uint8Array) list[index] = num(value);
  else list[index] = elementTypeOf(list) === OBJECT ? value : convertTo(value, elementTypeOf(list));
};
/** `SetValue` knows no conversions of PowerShell's. */
function storable(value: PSValue, element: NetType): PSValue {
  const own = typeOf(unwrap(value));
  if (own === undefined || own.isAssignableTo(element)) return value;
  if (widens(own, element)) return value;
  throw isClrPrimitive(own) && isClrPrimitive(element)
    ? argumentError(
        'Cannot widen from source type to target type either because the source type is a not a primitive type or the conversion cannot be accomplished.',
      )
    : throwNet('System.InvalidCastException', 'Object cannot be stored in an array of this type.');
}
const list = (items: Items): PSValue[] => (items instanceof Uint8Array ? byteItems(items) : items);
const lengths = (self: PSValue): readonly number[] => {
  const inner = unwrap(self);
  return inner instanceof MultiArray ? inner.lengths : [own(self).length];
};
const startOf = (self: PSValue, dimension: PSValue | undefined): number => {
  const inner = unwrap(self);
  return inner instanceof MultiArray ? (inner.starts[num(dimension)] ?? 0) : 0;
};
const beginningAt = (
  array: PSValue,
  element: NetType,
  sizes: readonly number[],
  starts: readonly number[],
): MultiArray =>
  array instanceof MultiArray
    ? new MultiArray(array.type, sizes, array.items, starts)
    : new MultiArray(arrayTypeOf(element, 1, '*'), sizes, [...list(own(array))], starts);
/** Longer arrays are copied some elements at a time. */
const RESIZED_AT_ONCE = 2 ** 17;
function resized(items: readonly PSValue[], length: number, blank: PSValue): Pending<PSValue[]> {
  if (length <= RESIZED_AT_ONCE) {
    const kept = items.slice(0, length);
    return kept.length < length ? kept.concat(filled(blank, length - kept.length)) : kept;
  }
  return andThen(filledLong(blank, length, ticking()), (made) => copiedInto(made, items));
}
function copiedInto(made: PSValue[], items: readonly PSValue[]): Pending<PSValue[]> {
  const copied = placeLong(0, Math.min(items.length, made.length), ticking(), (index) => {
    made[index] = items[index] ?? null;
    return false;
  });
  return andThen(copied, () => made);
}
function writeBack(target: Items, values: readonly PSValue[], from = 0): undefined {
  const isAny = !(target instanceof Uint8Array) && elementTypeOf(target) === OBJECT;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? null;
    if (isAny) target[from + index] = value;
    else put(target, from + index, value);
  }
}
function reverse(items: Items, from: number, count: number): undefined {
  if (items instanceof Uint8Array) items.subarray(from, from + count).reverse();
  else if (count === items.length) items.reverse();
  else
    for (let low = from, high = from + count - 1; low < high; low += 1, high -= 1)
      [items[low], items[high]] = [items[high] ?? null, items[low] ?? null];
}
/** One index, or one of each dimension. */
function place(self: PSValue, indexes: readonly PSValue[]): number {
  const inner = unwrap(self);
  const numbers = (indexes.length === 1 && Array.isArray(indexes[0]) ? (indexes[0] as PSValue[]) : indexes).map(num);
  const found = inner instanceof MultiArray ? inner.offset(numbers) : (numbers[0] ?? -1);
  if (found < 0 || found >= own(self).length) throw outOfRangeIndex();
  return found;
}
const outOfRangeIndex = (): Error =>
  throwNet('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');

/**
 * Texts that came down a pipeline are compared as PowerShell does, and so meet the character that they consist of.
 * Which texts did is not kept here: all do.
 */
const meets = (item: PSValue, value: PSValue): boolean =>
  netEquals(item, value) || (value instanceof PSChar && item === value.toString());
function indexOf(array: PSValue, value: PSValue, start?: PSValue, count?: PSValue): Pending<number> {
  const items = own(array);
  const from = start === undefined ? 0 : num(start);
  if (from < 0 || from > items.length)
    throw outOfRange(
      'startIndex',
      'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    );
  const end = count === undefined ? items.length : from + num(count);
  return placeLong(from, end, ticking(), (index) => meets(at(items, index), value));
}
function copy(source: PSValue, from: number, target: PSValue, to: number, count: number): Pending<undefined> {
  const [a, b] = [own(source, 'sourceArray'), own(target, 'destinationArray')];
  if (count < 0) throw outOfRange('length', 'Non-negative number required.');
  if (from + count > a.length)
    throw argumentError(
      "Source array was not long enough. Check the source index, length, and the array's lower bounds.",
      'sourceArray',
    );
  if (to + count > b.length)
    throw argumentError(
      "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
      'destinationArray',
    );
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    b.set(a.subarray(from, from + count), to);
    return undefined;
  }
  if (a === b || count <= AT_ONCE) {
    const values = list(a.slice(from, from + count));
    return writeBack(b, values, to);
  }
  const isAny = !(b instanceof Uint8Array) && elementTypeOf(b) === OBJECT;
  const each = (index: number): undefined => {
    const value = at(a, from + index);
    if (isAny) b[to + index] = value;
    else put(b, to + index, value);
  };
  return andThen(placeLong(0, count, ticking(), each), () => undefined);
}
/** Sort and Reverse of a part: (array), (array, from, count). */
function partOf(args: readonly PSValue[]): readonly [items: Items, from: number, count: number] {
  const items = own(args[0]);
  const numbers = args.slice(1).filter((one) => typeof one === 'number');
  const [from = 0, count = items.length] = numbers.length === 2 ? numbers : [];
  return [items, from, count];
}
function part(args: readonly PSValue[], work: (values: PSValue[]) => Pending<unknown>): Pending<undefined> {
  const [items, from, count] = partOf(args);
  const values = list(items).slice(from, from + count);
  return andThen(work(values), () => writeBack(items, values, from));
}
/** The place of an element that a predicate takes, or -1. */
const placeIn = (array: PSValue, match: PSValue, from = 0): Pending<number> => {
  const items = list(own(array));
  return drive(placeOf(items, match, from, Math.max(from, items.length)));
};
const lastPlaceIn = (array: PSValue, match: PSValue): Pending<number> => {
  const items = list(own(array));
  return items.length === 0 ? -1 : drive(placeOf(items, match, items.length - 1, -1));
};
const found = (array: PSValue, index: number): PSValue => (index < 0 ? element(array) : at(own(array), index));
/** What a delegate gives for each element. */
function* converted(array: PSValue, converter: PSValue): Steps<PSValue[]> {
  const tick = ticking();
  const made: PSValue[] = [];
  for (const value of list(own(array))) {
    made.push(yield* settle(callDelegate(converter, [value])));
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return made;
}
const typeOfElements = (items: Items): NetType => (items instanceof Uint8Array ? BYTE : elementTypeOf(items));
const element = (array: PSValue): PSValue => defaultOf(typeOfElements(own(array)));

const fixed = (): never => {
  throw notSupported('Collection was of a fixed size.');
};
implement('System.Array', () => ({
  Length: (self) => own(self).length,
  LongLength: (self) => long(own(self).length),
  Count: (self) => own(self).length,
  Rank: (self) => lengths(self).length,
  SyncRoot: (self) => self,
  IsReadOnly: () => false,
  IsFixedSize: () => true,
  IsSynchronized: () => false,
  GetLength: (self, dimension) => {
    const size = lengths(self)[num(dimension)];
    if (size === undefined) throw outOfRangeIndex();
    return size;
  },
  GetLongLength: (self, dimension) => long(lengths(self)[num(dimension)] ?? 0),
  GetLowerBound: (self, dimension) => {
    if (lengths(self)[num(dimension)] === undefined) throw outOfRangeIndex();
    return startOf(self, dimension);
  },
  GetUpperBound: (self, dimension) => {
    const size = lengths(self)[num(dimension)];
    if (size === undefined) throw outOfRangeIndex();
    return startOf(self, dimension) + size - 1;
  },
  GetValue: (self, ...indexes) => at(own(self), place(self, indexes)),
  SetValue: (self, value, ...indexes) => {
    const at = place(self, indexes);
    put(own(self), at, storable(value, typeOfElements(own(self))));
    return undefined;
  },
  Clone: (self) => {
    const inner = unwrap(self);
    if (inner instanceof MultiArray)
      return new MultiArray(inner.type, inner.lengths, copyOf(inner.items), inner.starts);
    const items = own(self);
    return items instanceof Uint8Array ? items.slice() : typedArray(copyOf(items), elementTypeOf(items));
  },
  CopyTo: (self, target, index) => copy(self, 0, target, num(index), own(self).length),
  GetEnumerator: (self) => enumerator(list(own(self)), self),
  Initialize: () => undefined,
  Contains: (self, value) => andThen(indexOf(self, value), (index) => index >= 0),
  IndexOf: (self, value) => indexOf(self, value),
  Add: fixed,
  Insert: fixed,
  Remove: fixed,
  RemoveAt: fixed,
  Clear: (self) => part([self], (values) => values.fill(element(self))),
  get_Item: (self, index) => at(own(self), place(self, [index])),
  Get: (self, ...indexes) => at(own(self), place(self, indexes)),
  Set: (self, ...args) => {
    put(own(self), place(self, args.slice(0, -1)), args[args.length - 1] ?? null);
    return undefined;
  },
  'static IndexOf': (_self, array, value, start, count) => indexOf(array, value, start, count),
  'static LastIndexOf': (_self, array, value) => {
    const items = own(array);
    const last = items.length - 1;
    const found = placeLong(0, items.length, ticking(), (index) => netEquals(at(items, last - index), value));
    return andThen(found, (index) => (index < 0 ? -1 : last - index));
  },
  'static Sort': (_self, ...args) => {
    const second = args[1] === undefined ? null : unwrap(args[1]);
    if (Array.isArray(second) || second instanceof Uint8Array) {
      const keys = list(own(args[0]));
      const compare = compareBy(args[2]);
      const places = introSort(ticking(), [...keys.keys()], (a, b) => compare(keys[a] ?? null, keys[b] ?? null));
      return andThen(drive(places), (order) => {
        const values = list(own(args[1]));
        writeBack(
          own(args[1]),
          order.map((index) => values[index] ?? null),
        );
        return writeBack(
          own(args[0]),
          order.map((index) => keys[index] ?? null),
        );
      });
    }
    return part(args, (values) => sortBy(values, compareBy(args.slice(1).find((one) => typeof one !== 'number'))));
  },
  'static Reverse': (_self, ...args) => reverse(...partOf(args)),
  'static Copy': (_self, ...args) =>
    args.length <= 3
      ? copy(args[0] ?? null, 0, args[1] ?? null, 0, num(args[2]))
      : copy(args[0] ?? null, num(args[1]), args[2] ?? null, num(args[3]), num(args[4])),
  'static ConstrainedCopy': (_self, a, from, b, to, count) => copy(a, num(from), b, num(to), num(count)),
  'static Clear': (_self, array, index, count) => {
    const items = own(array);
    const from = index === undefined ? 0 : num(index);
    const end = count === undefined ? items.length : from + num(count);
    if (from < 0 || end > items.length) throw outOfRangeIndex();
    if (items instanceof Uint8Array) {
      items.fill(0, from, end);
      return undefined;
    }
    const blank = element(array);
    return andThen(
      placeLong(from, end, ticking(), (each) => put(items, each, blank)),
      () => undefined,
    );
  },
  'static Fill': (_self, array, value, start, count) => {
    const items = own(array);
    const from = start === undefined ? 0 : num(start);
    const end = count === undefined ? items.length : from + num(count);
    if (items instanceof Uint8Array) {
      items.fill(num(value), from, end);
      return undefined;
    }
    return andThen(
      placeLong(from, end, ticking(), (index) => put(items, index, value)),
      () => undefined,
    );
  },
  'static Resize': (_self, target, size) => {
    if (!(target instanceof PSReference)) return undefined;
    const before = unwrap(target.read());
    const items = before === null ? [] : own(before);
    const length = num(size);
    if (items instanceof Uint8Array) {
      const bytes = new Uint8Array(length);
      bytes.set(items.subarray(0, length));
      target.put(bytes);
      return undefined;
    }
    const type = elementTypeOf(items);
    return andThen(resized(items, length, defaultOf(type)), (made) => {
      target.put(typedArray(made, type));
      return undefined;
    });
  },
  'static CreateInstance': (_self, type, ...sizes) => {
    const [lengths, starts] = sizes;
    const numbers = (Array.isArray(lengths) ? (lengths as PSValue[]) : sizes).map(num);
    for (const [index, length] of numbers.entries())
      if (length < 0) throw mustBeNonNegative(numbers.length === 1 ? 'length' : `length${index + 1}`, length);
    const element = typeArgument(type);
    const made = newArrayLong(arrayTypeOf(element, numbers.length), numbers, ticking());
    const first = Array.isArray(starts) ? (starts as PSValue[]).map(num) : [];
    if (!Array.isArray(lengths) || first.every((start) => start === 0)) return made;
    if (first.length !== numbers.length) throw argumentError('The number of lengths and lowerBounds must match.');
    return andThen(made, (array) => beginningAt(array, element, numbers, first));
  },
  'static Empty': () => typedArray([], active.typeArguments[0] ?? OBJECT),
  'static BinarySearch': (_self, array, ...args) => {
    const numbers = args.length >= 3 && typeof args[0] === 'number' && typeof args[1] === 'number';
    return numbers
      ? binarySearch(list(own(array)), args[2] ?? null, compareBy(args[3]), num(args[0]), num(args[1]))
      : binarySearch(list(own(array)), args[0] ?? null, compareBy(args[1]));
  },
  'static Exists': (_self, array, match) => andThen(placeIn(array, match), (index) => index >= 0),
  'static Find': (_self, array, match) => andThen(placeIn(array, match), (index) => found(array, index)),
  'static FindLast': (_self, array, match) => andThen(lastPlaceIn(array, match), (index) => found(array, index)),
  'static FindAll': (_self, array, match) =>
    andThen(drive(matching(list(own(array)), match)), (kept) =>
      typedArray(kept, own(array) instanceof Uint8Array ? BYTE : elementTypeOf(own(array) as PSValue[])),
    ),
  'static FindIndex': (_self, array, ...args) =>
    placeIn(array, args[args.length - 1] ?? null, args.length > 1 ? num(args[0]) : 0),
  'static FindLastIndex': (_self, array, ...args) => lastPlaceIn(array, args[args.length - 1] ?? null),
  'static TrueForAll': (_self, array, match) => {
    const items = list(own(array));
    return andThen(drive(placeOf(items, match, 0, items.length, false)), (index) => index < 0);
  },
  'static ForEach': (_self, array, action) => andThen(drive(converted(array, action)), () => undefined),
  'static ConvertAll': (_self, array, converter) => drive(converted(array, converter)),
  'static AsReadOnly': (_self, array) => readOnlyView(elementTypeOf(unwrap(array) as readonly PSValue[]), array),
  'static MaxLength': () => 2_147_483_591,
}));
