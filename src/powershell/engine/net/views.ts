/** Bodies of the types whose lists show another collection's items: keys, values, read-only forms of lists. */
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { copyOf } from '../room.js';
import { type Bodies, implement } from '../values/bodies.js';
import { byteItems } from '../values/byte-items.js';
import { showsItemsOf } from '../values/changes.js';
import { NetThrow } from '../values/exceptions.js';
import { TypeObject, typedArray, unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { genericType, OBJECT } from '../values/types.js';
import { netEquals } from './equality.js';
import { copyTo, elementOf, enumerator, listOf } from './lists.js';
import { argumentError, argumentNull, indexRange, num } from './support.js';
import { ownerOf, readOnlyView, viewOf } from './view-lists.js';

const SORTED =
  'This operation is not supported on SortedList nested types because they require modifying the original SortedList.';
const ofDictionary = (part: string): string =>
  `Mutating a ${part.toLowerCase()} collection derived from a dictionary is not allowed.`;
function bodies(refusal: string, refusalOfItem = refusal): Bodies {
  const refuse =
    (text: string): (() => never) =>
    () => {
      throw new NetThrow('System.NotSupportedException', text);
    };
  const items = (self: PSValue): readonly PSValue[] => listOf(self).items;
  const place = (self: PSValue, value: PSValue): number => items(self).findIndex((one) => netEquals(one, value));
  return {
    Count: (self) => items(self).length,
    IsReadOnly: () => true,
    // A generic SortedList's are the exception, and nobody asks.
    IsFixedSize: () => true,
    IsSynchronized: () => false,
    SyncRoot: (self) => ownerOf(listOf(self)),
    get_Item: (self, index) => {
      const all = items(self);
      if (num(index) < 0 || num(index) >= all.length) throw indexRange();
      return all[num(index)] ?? null;
    },
    Contains: (self, value) => place(self, value) >= 0,
    IndexOf: place,
    CopyTo: (self, ...args) => copyTo(self, args),
    GetEnumerator: (self) => showsItemsOf(enumerator(copyOf(items(self)), self), ownerOf(listOf(self))),
    set_Item: refuse(refusalOfItem),
    Add: refuse(refusal),
    Clear: refuse(refusal),
    Insert: refuse(refusal),
    Remove: refuse(refusal),
    RemoveAt: refuse(refusal),
  };
}
for (const part of ['Key', 'Value'] as const) {
  implement(`System.Collections.Hashtable+${part}Collection`, () => bodies(ofDictionary(part)));
  for (const owner of ['Generic.Dictionary`2', 'Generic.SortedDictionary`2', 'ObjectModel.ReadOnlyDictionary`2'])
    implement(`System.Collections.${owner}+${part}Collection`, () => bodies(ofDictionary(part)));
  for (const owner of ['SortedList', 'Generic.SortedList`2'])
    implement(`System.Collections.${owner}+${part}List`, () =>
      bodies(SORTED, part === 'Key' ? ofDictionary(part) : SORTED),
    );
}
implement('System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection', () => ({
  ...bodies(ofDictionary('Key')),
  // .NET keeps what it shows in a list.
  SyncRoot: (self) => new PSList([...listOf(self).items]),
}));
const elementIn = (self: PSValue): NetType => {
  const inner = unwrap(self);
  return (inner instanceof TypeObject ? inner.type.genericArguments[0] : undefined) ?? OBJECT;
};
implement('System.Collections.ObjectModel.ReadOnlyCollection`1', () => ({
  ...bodies('Collection is read-only.'),
  'static Empty': (self) => readOnlyView(elementIn(self), []),
  new: (self, list) => {
    if (list === undefined || list === null) throw argumentNull('list');
    return readOnlyView(elementIn(self), list);
  },
}));
for (const name of [
  'System.Collections.ReadOnlyCollectionBase',
  'System.Diagnostics.ProcessThreadCollection',
  'System.Diagnostics.ProcessModuleCollection',
])
  implement(name, () => bodies('Collection is read-only.'));
implement('System.Collections.Generic.PriorityQueue`2+UnorderedItemsCollection', () => bodies(''));

// ------------------------------------------------------------- ArraySegment

interface Segment {
  readonly array: PSValue;
  readonly offset: number;
  readonly count: number;
}
const segments = new WeakMap<PSList, Segment>();
const segmentOf = (self: PSValue): Segment => segments.get(listOf(self)) ?? { array: null, offset: 0, count: 0 };
function segment(element: NetType, array: PSValue, offset: number, count: number): PSList {
  const inner = unwrap(array) as readonly PSValue[] | Uint8Array;
  if (offset < 0 || count < 0 || offset + count > inner.length)
    throw argumentError(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  const part = (): readonly PSValue[] =>
    inner instanceof Uint8Array
      ? byteItems(inner.subarray(offset, offset + count))
      : inner.slice(offset, offset + count);
  const made = viewOf(genericType('System.ArraySegment', [element]) ?? OBJECT, 'LST', array, part);
  segments.set(made, { array, offset, count });
  return made;
}
const sliceOf = (self: PSValue, index: PSValue, count?: PSValue): PSValue => {
  const { array, offset, count: all } = segmentOf(self);
  const size = count === undefined ? all - num(index) : num(count);
  if (num(index) < 0 || size < 0 || num(index) + size > all) throw indexRange();
  return segment(elementOf(self), array, offset + num(index), size);
};
implement('System.ArraySegment`1', () => ({
  ...bodies(''),
  Array: (self) => segmentOf(self).array,
  Offset: (self) => segmentOf(self).offset,
  IsReadOnly: () => false,
  set_Item: (self, index, value) => {
    const { array, offset, count } = segmentOf(self);
    if (num(index) < 0 || num(index) >= count) throw indexRange();
    const inner = unwrap(array);
    if (inner instanceof Uint8Array) inner[offset + num(index)] = num(value);
    else if (Array.isArray(inner)) (inner as PSValue[])[offset + num(index)] = value;
    return undefined;
  },
  Slice: sliceOf,
  ToArray: (self) => {
    const { array, offset, count } = segmentOf(self);
    const inner = unwrap(array);
    if (inner instanceof Uint8Array) return inner.slice(offset, offset + count);
    return typedArray(copyOf(listOf(self).items), elementOf(self));
  },
  'static Empty': (self) => segment(elementIn(self), [], 0, 0),
  new: (self, array, offset, count) => {
    if (array === undefined || array === null) throw argumentNull('array');
    const { length } = unwrap(array) as readonly PSValue[] | Uint8Array;
    return segment(elementIn(self), array, num(offset ?? 0), num(count ?? length));
  },
}));
