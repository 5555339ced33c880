/** System.Collections.BitArray: bits by number, the lowest of a byte or an integer first. */
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { andThen, type Pending, ticking } from '../pending.js';
import { enumerators } from '../runtime/members.js';
import { filled as filledList, placeLong } from '../slices.js';
import { implement } from '../values/bodies.js';
import { unwrap } from '../values/live.js';
import { enumerator } from './lists.js';
import { argumentError, argumentNull, big, dataOf, items, net, num, outOfRange } from './support.js';

const TYPE = 'System.Collections.BitArray';
const MAX_LENGTH = 2 ** 26;
interface Bits {
  bits: boolean[];
}
const own = (self: PSValue): boolean[] => dataOf<Bits>(self).bits;
const made = (bits: boolean[]): PSValue => net<Bits>(TYPE, { bits });
function filled(length: number, value: boolean): PSValue {
  if (length < 0 || length > MAX_LENGTH)
    throw outOfRange('length', `length ('${length}') must be a non-negative value.`, length);
  return made(filledList(value, length));
}
const ofNumbers = (values: PSValue, width: number): PSValue =>
  made(
    items(values).flatMap((value) => {
      const number = BigInt.asUintN(width, big(value));
      return Array.from({ length: width }, (_, at) => ((number >> BigInt(at)) & 1n) === 1n);
    }),
  );
function place(self: PSValue, index: PSValue | undefined): number {
  const at = num(index);
  if (at < 0 || at >= own(self).length)
    throw outOfRange('index', 'Index was out of range. Must be non-negative and less than the size of the collection.');
  return at;
}
/** Does to each bit what the operator says, in place, and gives the array itself. */
function combine(
  self: PSValue,
  other: PSValue | undefined,
  work: (a: boolean, b: boolean) => boolean,
): Pending<PSValue> {
  if (other === null || other === undefined) throw argumentNull('value');
  const [mine, theirs] = [own(self), own(other)];
  if (mine.length !== theirs.length) throw argumentError('Array lengths must be the same.');
  const each = (at: number): undefined => {
    mine[at] = work(mine[at] ?? false, theirs[at] ?? false);
  };
  return andThen(placeLong(0, mine.length, ticking(), each), () => self);
}
function shift(self: PSValue, count: number): PSValue {
  const bits = own(self);
  dataOf<Bits>(self).bits = bits.map((_, at) => bits[at + count] ?? false);
  return self;
}
/** The bits as numbers of so many bits each. */
const numbers = (bits: readonly boolean[], width: number): number[] =>
  Array.from({ length: Math.ceil(bits.length / width) }, (_, at) =>
    bits.slice(at * width, at * width + width).reduce((sum, bit, index) => (bit ? sum | (1 << index) : sum), 0),
  );

implement(TYPE, () => ({
  Count: (self) => own(self).length,
  Length: (self) => own(self).length,
  'set Length': (self, value) => {
    const bits = own(self);
    dataOf<Bits>(self).bits = Array.from({ length: Math.min(num(value), MAX_LENGTH) }, (_, at) => bits[at] ?? false);
    return undefined;
  },
  SyncRoot: (self) => self,
  IsSynchronized: () => false,
  IsReadOnly: () => false,
  get_Item: (self, index) => own(self)[place(self, index)] ?? false,
  set_Item: (self, index, value) => {
    own(self)[place(self, index)] = value === true;
    return undefined;
  },
  Get: (self, index) => own(self)[place(self, index)] ?? false,
  Set: (self, index, value) => {
    own(self)[place(self, index)] = value === true;
    return undefined;
  },
  SetAll: (self, value) => {
    own(self).fill(value === true);
    return undefined;
  },
  And: (self, other) => combine(self, other, (a, b) => a && b),
  Or: (self, other) => combine(self, other, (a, b) => a || b),
  Xor: (self, other) => combine(self, other, (a, b) => a !== b),
  Not: (self) => combine(self, self, (a) => !a),
  RightShift: (self, count) => shift(self, num(count)),
  LeftShift: (self, count) => shift(self, -num(count)),
  HasAllSet: (self) => own(self).every(Boolean),
  HasAnySet: (self) => own(self).some(Boolean),
  Clone: (self) => made([...own(self)]),
  CopyTo: (self, target, index) => {
    const bits = own(self);
    const into = unwrap(target ?? null);
    const start = num(index);
    if (into instanceof Uint8Array) into.set(numbers(bits, 8), start);
    else if (into instanceof PSList || Array.isArray(into)) {
      const list = (into instanceof PSList ? into.items : into) as PSValue[];
      const values: readonly PSValue[] = typeof list[0] === 'boolean' ? bits : numbers(bits, 32);
      for (const [at, value] of values.entries()) list[start + at] = value;
    } else throw argumentNull('array');
    return undefined;
  },
  GetEnumerator: (self) => enumerator(own(self), self),
  'new(int)': (_self, length) => filled(num(length), false),
  'new(int, bool)': (_self, length, value) => filled(num(length), value === true),
  'new(byte[])': (_self, bytes) => ofNumbers(bytes ?? null, 8),
  'new(bool[])': (_self, values) => made(items(values).map((value) => value === true)),
  'new(int[])': (_self, values) => ofNumbers(values ?? null, 32),
  'new(System.Collections.BitArray)': (_self, other) => made([...own(other ?? null)]),
}));
enumerators.set(TYPE, (value) => (value.data as Bits).bits);
