/** System.Array: what arrays have, and the static methods. */
import { PSByte, PSChar, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toBoolean } from '../conversion.js';
import { andThen, type Pending } from '../pending.js';
import { defaultOf, newArray } from '../runtime/members.js';
import { active } from '../runtime/overloads.js';
import { implement } from '../values/bodies.js';
import { elementTypeOf, MultiArray, PSReference, typedArray, unwrap } from '../values/live.js';
import { arrayTypeOf, BYTE, OBJECT } from '../values/types.js';
import { compareBy, sortBy } from './comparers.js';
import { netEquals } from './equality.js';
import { binarySearch, enumerator } from './lists.js';
import {
  argumentError,
  argumentNull,
  callNow,
  long,
  notSupported,
  num,
  outOfRange,
  throwNet,
  typeArgument,
} from './support.js';

type Items = PSValue[] | Uint8Array;
function own(value: PSValue | undefined): Items {
  const inner = unwrap(value ?? null);
  if (inner instanceof Uint8Array) return inner;
  if (inner instanceof MultiArray) return inner.items;
  if (Array.isArray(inner)) return inner as PSValue[];
  throw argumentNull('array');
}
const at = (list: Items, index: number): PSValue =>
  list instanceof Uint8Array ? new PSByte(list[index] ?? 0) : (list[index] ?? null);
const put = (list: Items, index: number, value: PSValue): void => {
  if (list instanceof Uint8Array) list[index] = num(value);
  else list[index] = elementTypeOf(list) === OBJECT ? value : convertTo(value, elementTypeOf(list));
};
const list = (items: Items): PSValue[] =>
  items instanceof Uint8Array ? Array.from(items, (one) => new PSByte(one)) : items;
const lengths = (self: PSValue): readonly number[] => {
  const inner = unwrap(self);
  return inner instanceof MultiArray ? inner.lengths : [own(self).length];
};
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
function indexOf(array: PSValue, value: PSValue, start?: PSValue, count?: PSValue): number {
  const items = own(array);
  const from = start === undefined ? 0 : num(start);
  if (from < 0 || from > items.length)
    throw outOfRange(
      'startIndex',
      'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
    );
  const end = count === undefined ? items.length : from + num(count);
  for (let index = from; index < end; index += 1) if (meets(at(items, index), value)) return index;
  return -1;
}
function copy(source: PSValue, from: number, target: PSValue, to: number, count: number): undefined {
  const [a, b] = [own(source), own(target)];
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
  const values = Array.from({ length: count }, (_, index) => at(a, from + index));
  return writeBack(b, values, to);
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
const test = (match: PSValue, value: PSValue): boolean => toBoolean(callNow(match, [value]));
const element = (array: PSValue): PSValue =>
  defaultOf(elementTypeOf(own(array) instanceof Uint8Array ? [] : (own(array) as PSValue[])));

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
  GetLowerBound: () => 0,
  GetUpperBound: (self, dimension) => {
    const size = lengths(self)[num(dimension)];
    if (size === undefined) throw outOfRangeIndex();
    return size - 1;
  },
  GetValue: (self, ...indexes) => at(own(self), place(self, indexes)),
  SetValue: (self, value, ...indexes) => {
    put(own(self), place(self, indexes), value);
    return undefined;
  },
  Clone: (self) => {
    const inner = unwrap(self);
    if (inner instanceof MultiArray) return new MultiArray(inner.type, inner.lengths, [...inner.items]);
    const items = own(self);
    return items instanceof Uint8Array ? items.slice() : typedArray([...items], elementTypeOf(items));
  },
  CopyTo: (self, target, index) => copy(self, 0, target, num(index), own(self).length),
  GetEnumerator: (self) => enumerator(list(own(self))),
  Initialize: () => undefined,
  Contains: (self, value) => indexOf(self, value) >= 0,
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
    for (let index = items.length - 1; index >= 0; index -= 1) if (netEquals(at(items, index), value)) return index;
    return -1;
  },
  'static Sort': (_self, ...args) => {
    const second = args[1] === undefined ? null : unwrap(args[1]);
    if (Array.isArray(second) || second instanceof Uint8Array) {
      const keys = list(own(args[0]));
      const order = keys.map((_, index) => index);
      const compare = compareBy(args[2]);
      order.sort((a, b) => compare(keys[a] ?? null, keys[b] ?? null));
      const values = list(own(args[1]));
      writeBack(
        own(args[1]),
        order.map((index) => values[index] ?? null),
      );
      return writeBack(
        own(args[0]),
        order.map((index) => keys[index] ?? null),
      );
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
    for (let each = from; each < end; each += 1) put(items, each, items instanceof Uint8Array ? 0 : element(array));
    return undefined;
  },
  'static Fill': (_self, array, value, start, count) => {
    const items = own(array);
    const from = start === undefined ? 0 : num(start);
    const end = count === undefined ? items.length : from + num(count);
    for (let index = from; index < end; index += 1) put(items, index, value);
    return undefined;
  },
  'static Resize': (_self, target, size) => {
    if (!(target instanceof PSReference)) return undefined;
    const before = unwrap(target.read());
    const items = before === null ? [] : own(before);
    if (items instanceof Uint8Array) {
      const bytes = new Uint8Array(num(size));
      bytes.set(items.subarray(0, num(size)));
      target.put(bytes);
    } else {
      const type = elementTypeOf(items);
      const blank = defaultOf(type);
      target.put(
        typedArray(
          Array.from({ length: num(size) }, (_, index) => items[index] ?? blank),
          type,
        ),
      );
    }
    return undefined;
  },
  'static CreateInstance': (_self, type, ...sizes) => {
    const numbers = (sizes.length === 1 && Array.isArray(sizes[0]) ? (sizes[0] as PSValue[]) : sizes).map(num);
    return newArray(arrayTypeOf(typeArgument(type), numbers.length), numbers);
  },
  'static Empty': () => typedArray([], active.typeArguments[0] ?? OBJECT),
  'static BinarySearch': (_self, array, ...args) => {
    const numbers = args.length >= 3 && typeof args[0] === 'number' && typeof args[1] === 'number';
    return numbers
      ? binarySearch(list(own(array)), args[2] ?? null, compareBy(args[3]), num(args[0]), num(args[1]))
      : binarySearch(list(own(array)), args[0] ?? null, compareBy(args[1]));
  },
  'static Exists': (_self, array, match) => list(own(array)).some((value) => test(match, value)),
  'static Find': (_self, array, match) => list(own(array)).find((value) => test(match, value)) ?? element(array),
  'static FindLast': (_self, array, match) =>
    list(own(array)).findLast((value) => test(match, value)) ?? element(array),
  'static FindAll': (_self, array, match) =>
    typedArray(
      list(own(array)).filter((value) => test(match, value)),
      own(array) instanceof Uint8Array ? BYTE : elementTypeOf(own(array) as PSValue[]),
    ),
  'static FindIndex': (_self, array, ...args) =>
    list(own(array)).findIndex(
      (value, index) => index >= (args.length > 1 ? num(args[0]) : 0) && test(args[args.length - 1] ?? null, value),
    ),
  'static FindLastIndex': (_self, array, ...args) =>
    list(own(array)).findLastIndex((value) => test(args[args.length - 1] ?? null, value)),
  'static TrueForAll': (_self, array, match) => list(own(array)).every((value) => test(match, value)),
  'static ForEach': (_self, array, action) => {
    for (const value of list(own(array))) callNow(action, [value]);
    return undefined;
  },
  'static ConvertAll': (_self, array, converter) => list(own(array)).map((value) => callNow(converter, [value])),
  'static AsReadOnly': (_self, array) => array,
  'static MaxLength': () => 2_147_483_591,
}));
