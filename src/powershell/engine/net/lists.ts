/** Lists: ArrayList, List<T>, Collection<T>, StringCollection, Queue, Stack and their generic and concurrent forms. */
import { beginWalk, endWalk } from '../values/changes.js';
import { andThen, drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { copyOf, pushOne } from '../room.js';
import { mapLong, placeLong, pushAllLong } from '../slices.js';
import { PSList, type PSObject, type PSListKind, type PSValue } from '../../../protocol/objects/index.js';
import { toBoolean } from '../conversion.js';
import { enumerate, enumerators } from '../runtime/members.js';
import { roomOfList } from './hash-sizes.js';
import { tellingData } from './data-collections.js';
import { observable } from './observable.js';
import { type Bodies, implement } from '../values/bodies.js';
import { NetObject, TypeObject, typedArray, unwrap, pushAll } from '../values/live.js';
import { NetType } from '../values/net-type.js';
import { OBJECT, typeOf } from '../values/types.js';
import { requireTypeText } from './type-text.js';
import { compareBy, sortBy } from './comparers.js';
import { netEquals } from './equality.js';
import {
  argumentError,
  argumentNull,
  callDelegate,
  callNow,
  indexRange,
  invalidOperation,
  items,
  mustBeNonNegative,
  newList,
  num,
  outOfRange,
  requireType,
  runtime,
} from './support.js';
import { readOnlyView } from './view-lists.js';

export const listOf = (self: PSValue): PSList => {
  const inner = unwrap(self);
  if (inner instanceof PSList) return inner;
  throw argumentNull('list');
};
const own = (self: PSValue): PSValue[] => listOf(self).items;
export const elementOf = (self: PSValue): NetType => typeOf(unwrap(self))?.genericArguments[0] ?? OBJECT;
/** A new collection of the type that is being constructed. */
export const makeList = (self: PSValue, list: PSValue[], kind: PSListKind): PSList => {
  const inner = unwrap(self);
  const typeNames = inner instanceof TypeObject ? inner.type.typeNames : ['System.Object'];
  return new PSList(list, kind, { typeNames });
};
const source = (value: PSValue, name: string): readonly PSValue[] => {
  if (value === null) throw argumentNull(name);
  return enumerate(unwrap(value)) ?? items(value);
};
function range(self: PSValue, index: PSValue, count: PSValue): [number, number] {
  if (num(index) < 0) throw mustBeNonNegative('index', index);
  if (num(count) < 0) throw mustBeNonNegative('count', count);
  if (own(self).length - num(index) < num(count))
    throw argumentError(
      'Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.',
    );
  return [num(index), num(count)];
}
function checkIndex(self: PSValue, index: PSValue): number {
  if (num(index) < 0 || num(index) >= own(self).length) throw indexRange();
  return num(index);
}
export function copyTo(self: PSValue, args: readonly PSValue[]): undefined {
  // (array), (array, at), (index, array, at, count)
  const whole = typeof args[0] !== 'number';
  const target = unwrap((whole ? args[0] : args[1]) ?? null);
  const from = whole ? 0 : num(args[0]);
  const at = whole ? num(args[1] ?? 0) : num(args[2]);
  const count = whole ? own(self).length : num(args[3]);
  if (target === null) throw argumentNull('array');
  if (target instanceof Uint8Array) {
    for (let index = 0; index < count; index += 1) target[at + index] = num(own(self)[from + index]);
    return undefined;
  }
  if (!Array.isArray(target)) throw argumentNull('array');
  if (at + count > target.length)
    throw argumentError(
      "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
      'destinationArray',
    );
  const list = own(self);
  for (let index = 0; index < count; index += 1) (target as PSValue[])[at + index] = list[from + index] ?? null;
  return undefined;
}
/** Runs a predicate over places of a list until it says `wanted`. The place, or -1. */
export function* placeOf(
  list: readonly PSValue[],
  match: PSValue,
  from: number,
  end: number,
  wanted = true,
): Steps<number> {
  const tick = ticking();
  const by = from <= end ? 1 : -1;
  for (let index = from; index !== end; index += by) {
    if (toBoolean(yield* settle(callDelegate(match, [list[index] ?? null]))) === wanted) return index;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return -1;
}
/** What of a list a predicate says `wanted` of. */
export function* matching(list: readonly PSValue[], match: PSValue, wanted = true): Steps<PSValue[]> {
  const kept: PSValue[] = [];
  const tick = ticking();
  for (const item of list) {
    if (toBoolean(yield* settle(callDelegate(match, [item]))) === wanted) pushOne(kept, item);
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return kept;
}
function findIndex(self: PSValue, args: readonly PSValue[]): Pending<number> {
  const [start, count, match] =
    args.length === 1 ? [0, undefined, args[0]] : args.length === 2 ? [args[0], undefined, args[1]] : args;
  const from = num(start);
  const end = count === undefined ? own(self).length : from + num(count);
  return from < end ? drive(placeOf(own(self), match ?? null, from, end)) : -1;
}
function findLastIndex(self: PSValue, args: readonly PSValue[]): Pending<number> {
  const from = args.length === 1 ? own(self).length - 1 : num(args[0]);
  return from < 0 ? -1 : drive(placeOf(own(self), args[args.length - 1] ?? null, from, -1));
}
const defaultFor = (self: PSValue): PSValue => (elementOf(self).isValueType ? 0 : null);
export function indexOf(self: PSValue, value: PSValue, start?: PSValue, count?: PSValue): Pending<number> {
  const from = start === undefined ? 0 : num(start);
  const end = count === undefined ? own(self).length : from + num(count);
  const list = own(self);
  return placeLong(from, end, ticking(), (index) => netEquals(list[index] ?? null, value));
}
const removeFrom = (self: PSValue, item: PSValue): Pending<boolean> =>
  andThen(indexOf(self, item), (index) => {
    if (index >= 0) own(self).splice(index, 1);
    return index >= 0;
  });
function lastIndexOf(self: PSValue, value: PSValue): Pending<number> {
  const list = own(self);
  const last = list.length - 1;
  const found = placeLong(0, list.length, ticking(), (index) => netEquals(list[last - index] ?? null, value));
  return andThen(found, (index) => (index < 0 ? -1 : last - index));
}
/** Array.BinarySearch: the complement of where it would stand when it is not there. */
export function binarySearch(
  list: readonly PSValue[],
  value: PSValue,
  compare: (a: PSValue, b: PSValue) => number,
  from = 0,
  count = list.length,
): number {
  let low = from;
  let high = from + count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(list[middle] ?? null, value);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return ~low;
}

/** What every list of the kind of List<T> has. */
function listBodies(): Bodies {
  return {
    Count: (self) => own(self).length,
    Capacity: (self) => {
      const { length } = own(self);
      let capacity = length === 0 ? 0 : 4;
      while (capacity < length) capacity *= 2;
      return capacity;
    },
    'set Capacity': (self, value) => {
      if (num(value) < own(self).length) throw outOfRange('value', 'capacity was less than the current size.');
      return undefined;
    },
    IsReadOnly: () => false,
    IsFixedSize: () => false,
    IsSynchronized: () => false,
    SyncRoot: (self) => self,
    get_Item: (self, index) => own(self)[checkIndex(self, index)] ?? null,
    set_Item: (self, index, value) => {
      own(self)[checkIndex(self, index)] = value;
      return undefined;
    },
    Add: (self, item) => {
      pushOne(own(self), item);
      return undefined;
    },
    AddRange: (self, collection) => pushAllLong(own(self), source(collection, 'collection'), ticking()),
    Insert: (self, index, item) => {
      if (num(index) < 0 || num(index) > own(self).length)
        throw outOfRange('index', 'Index must be within the bounds of the List.');
      own(self).splice(num(index), 0, item);
      return undefined;
    },
    InsertRange: (self, index, collection) => {
      if (num(index) < 0 || num(index) > own(self).length)
        throw outOfRange(
          'index',
          'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
        );
      const list = own(self);
      const added = [...source(collection, 'collection')];
      const after = list.splice(num(index));
      return andThen(pushAllLong(list, added, ticking()), () => pushAllLong(list, after, ticking()));
    },
    Remove: (self, item) => removeFrom(self, item),
    RemoveAt: (self, index) => {
      own(self).splice(checkIndex(self, index), 1);
      return undefined;
    },
    RemoveRange: (self, index, count) => {
      own(self).splice(...range(self, index, count));
      return undefined;
    },
    RemoveAll: (self, match) => {
      const before = own(self).length;
      return andThen(drive(matching(own(self).slice(), match, false)), (kept) => {
        own(self).length = 0;
        pushAll(own(self), kept);
        return before - kept.length;
      });
    },
    Clear: (self) => {
      own(self).length = 0;
      return undefined;
    },
    Contains: (self, item) => andThen(indexOf(self, item), (index) => index >= 0),
    IndexOf: indexOf,
    LastIndexOf: lastIndexOf,
    CopyTo: (self, ...args) => copyTo(self, args),
    ToArray: (self) => typedArray(copyOf(own(self)), elementOf(self)),
    GetRange: (self, index, count) => {
      const [from, size] = range(self, index, count);
      return like(self, own(self).slice(from, from + size));
    },
    Slice: (self, index, count) => {
      const [from, size] = range(self, index, count);
      return like(self, own(self).slice(from, from + size));
    },
    Reverse: (self, index, count) => {
      if (index === undefined) own(self).reverse();
      else {
        const [from, size] = range(self, index, count ?? 0);
        const part = own(self)
          .slice(from, from + size)
          .reverse();
        for (const [offset, value] of part.entries()) own(self)[from + offset] = value;
      }
      return undefined;
    },
    Sort: (self, ...args) => {
      if (args.length === 3) {
        const [from, size] = range(self, args[0] ?? 0, args[1] ?? 0);
        const part = own(self).slice(from, from + size);
        return andThen(sortBy(part, compareBy(args[2])), () => {
          for (const [index, value] of part.entries()) own(self)[from + index] = value;
          return undefined;
        });
      }
      return andThen(sortBy(own(self), compareBy(args[0])), () => undefined);
    },
    BinarySearch: (self, ...args) =>
      args.length >= 4
        ? binarySearch(own(self), args[2] ?? null, compareBy(args[3]), num(args[0]), num(args[1]))
        : binarySearch(own(self), args[0] ?? null, compareBy(args[1])),
    Exists: (self, match) => andThen(findIndex(self, [match]), (at) => at >= 0),
    Find: (self, match) => {
      return andThen(findIndex(self, [match]), (at) => (at < 0 ? defaultFor(self) : (own(self)[at] ?? null)));
    },
    FindAll: (self, match) => andThen(drive(matching(own(self).slice(), match)), (kept) => like(self, kept)),
    FindLast: (self, match) =>
      andThen(findLastIndex(self, [match]), (at) => (at < 0 ? defaultFor(self) : (own(self)[at] ?? null))),
    FindIndex: (self, ...args) => findIndex(self, args),
    FindLastIndex: (self, ...args) => findLastIndex(self, args),
    TrueForAll: (self, match) =>
      andThen(drive(placeOf(own(self).slice(), match, 0, own(self).length, false)), (index) => index < 0),
    ForEach: (self, action) => {
      const list = own(self);
      const walk = beginWalk(self);
      const end = (): undefined => {
        endWalk(walk);
        if (walk?.changed === true)
          throw invalidOperation('Collection was modified; enumeration operation may not execute.');
      };
      const step = (at: number): undefined | Promise<undefined> => {
        for (let index = at; index < list.length && walk?.changed !== true; index += 1) {
          const done = callDelegate(action, [list[index] ?? null]);
          if (done instanceof Promise) return done.then(() => step(index + 1));
        }
        return end();
      };
      return step(0) as undefined;
    },
    ConvertAll: (self, converter) =>
      andThen(
        mapLong(runtime(), own(self), (item) => callNow(converter, [item])),
        (made) => newList(OBJECT, made),
      ),
    AsReadOnly: (self) => readOnlyView(elementOf(self), self),
    EnsureCapacity: (self, capacity) => roomOfList(own(self).length, num(capacity)),
    TrimExcess: () => undefined,
    TrimToSize: () => undefined,
    GetEnumerator: (self) => enumerator(copyOf(own(self)), self),
    Move: (self, from, to) => {
      const [item] = own(self).splice(num(from), 1);
      own(self).splice(num(to), 0, item ?? null);
      return undefined;
    },
  };
}
const like = (self: PSValue, list: PSValue[]): PSList => new PSList(list, 'LST', { typeNames: listOf(self).typeNames });
const requireTypeNames = (name: string): readonly string[] => requireTypeText(name).typeNames;

/** What `new` of such a list does. */
export const made =
  (kind: PSListKind) =>
  (self: PSValue, ...args: PSValue[]): PSValue => {
    const [first] = args;
    if (first === undefined || typeof first === 'number') {
      if (typeof first === 'number' && first < 0) throw outOfRange('capacity', 'Non-negative number required.');
      return makeList(self, [], kind);
    }
    const list = [...source(first, 'collection')];
    return makeList(self, kind === 'STK' ? list.reverse() : list, kind);
  };
for (const name of ['List`1', 'ObjectModel.Collection`1'])
  implement(name.startsWith('Object') ? `System.Collections.${name}` : `System.Collections.Generic.${name}`, () => ({
    ...listBodies(),
    new: made('LST'),
  }));
implement('System.Collections.ObjectModel.ObservableCollection`1', () => ({
  ...observable(listBodies()),
  new: made('LST'),
}));
const closed = new WeakSet<PSObject>();
implement('System.Management.Automation.PSDataCollection`1', () =>
  tellingData({
    ...listBodies(),
    IsOpen: (self) => !closed.has(self as PSObject),
    Complete: (self) => {
      closed.add(self as PSObject);
      return undefined;
    },
    Dispose: () => undefined,
    ReadAll: (self) => {
      const taken = own(self).splice(0);
      return new PSList(taken, 'LST', {
        typeNames: requireTypeNames(`System.Collections.ObjectModel.Collection[[${elementOf(self).fullName}]]`),
      });
    },
    new: made('LST'),
  }),
);
const added = (self: PSValue, item: PSValue): PSValue => pushOne(own(self), item) - 1;
implement('System.Collections.ArrayList', () => ({
  ...listBodies(),
  Add: added,
  AddRange: (self, collection) => {
    pushAll(own(self), source(collection, 'c'));
    return undefined;
  },
  Remove: (self, item) => andThen(removeFrom(self, item), () => undefined),
  Insert: (self, index, item) => {
    if (num(index) < 0 || num(index) > own(self).length)
      throw outOfRange(
        'index',
        'Index was out of range. Must be non-negative and less than or equal to the size of the collection.',
      );
    own(self).splice(num(index), 0, item);
    return undefined;
  },
  ToArray: (self, type) => {
    const inner = unwrap(type ?? null);
    return typedArray(copyOf(own(self)), inner instanceof TypeObject ? inner.type : OBJECT);
  },
  Clone: (self) => like(self, copyOf(own(self))),
  SetRange: (self, index, collection) => {
    const list = source(collection, 'c');
    for (const [offset, item] of list.entries()) own(self)[num(index) + offset] = item;
    return undefined;
  },
  'static Adapter': (_self, list) => listOf(list),
  'static Repeat': (_self, value, count) =>
    new PSList(
      Array.from({ length: num(count) }, () => value),
      'LST',
    ),
  'static Synchronized': (_self, list) => list,
  'static ReadOnly': (_self, list) => list,
  'static FixedSize': (_self, list) => list,
  new: made('LST'),
}));
implement('System.Collections.Specialized.StringCollection', () => ({ ...listBodies(), Add: added, new: made('LST') }));

// -------------------------------------------------------------- enumerators

interface Cursor {
  readonly list: readonly PSValue[];
  at: number;
}
/** Names of enumerators' types that do not follow from their collection's. */
const ENUMERATORS: Readonly<Record<string, string>> = {
  'System.String': 'System.CharEnumerator',
  'System.Array': 'System.ArrayEnumerator',
  'System.Collections.ArrayList': 'System.Collections.ArrayList+ArrayListEnumeratorSimple',
  'System.Collections.Hashtable': 'System.Collections.Hashtable+HashtableEnumerator',
  'System.Collections.Hashtable+KeyCollection': 'System.Collections.Hashtable+HashtableEnumerator',
  'System.Collections.Hashtable+ValueCollection': 'System.Collections.Hashtable+HashtableEnumerator',
  'System.Collections.SortedList': 'System.Collections.SortedList+SortedListEnumerator',
  'System.Collections.Queue': 'System.Collections.Queue+QueueEnumerator',
  'System.Collections.Stack': 'System.Collections.Stack+StackEnumerator',
  'System.Collections.BitArray': 'System.Collections.BitArray+BitArrayEnumeratorSimple',
  'System.Collections.Specialized.OrderedDictionary':
    'System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator',
  'System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection':
    'System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator',
  'System.Collections.Specialized.ListDictionary': 'System.Collections.Specialized.ListDictionary+NodeEnumerator',
  'System.Collections.Specialized.HybridDictionary': 'System.Collections.Specialized.ListDictionary+NodeEnumerator',
  'System.Collections.Specialized.StringCollection': 'System.Collections.Specialized.StringEnumerator',
  'System.Collections.Specialized.NameValueCollection':
    'System.Collections.Specialized.NameObjectCollectionBase+NameObjectKeysEnumerator',
  'System.Xml.XmlNodeList': 'System.Xml.XmlNodeListEnumerator',
  'System.Xml.XmlElement': 'System.Xml.XmlChildEnumerator',
  'System.Xml.XmlDocument': 'System.Xml.XmlChildEnumerator',
};
const enumeratorTypes = new Map<string, NetType>();
/** The type of a collection's enumerator: nested in the collection's own, with its generic arguments. */
function enumeratorType(collection: PSValue): NetType {
  const plain = requireType('System.Collections.IEnumerator');
  const of = typeOf(unwrap(collection));
  if (of === undefined) return plain;
  const bracket = of.elementType === undefined ? of.fullName.indexOf('[[') : -1;
  const [bare, rest] = bracket < 0 ? [of.fullName, ''] : [of.fullName.slice(0, bracket), of.fullName.slice(bracket)];
  const name = ENUMERATORS[of.elementType === undefined ? bare : 'System.Array'] ?? `${bare}+Enumerator${rest}`;
  let type = enumeratorTypes.get(name);
  if (type === undefined) {
    type = new NetType(name, {
      kind: name.endsWith('Enumerator') ? 'class' : 'struct',
      interfaces: ['System.Collections.IEnumerator'],
    });
    if (rest !== '') type.genericArguments = of.genericArguments;
    for (const [key, method] of plain.methods) type.methods.set(key, method);
    for (const [key, property] of plain.properties) type.properties.set(key, property);
    enumerators.set(name, restOf);
    enumeratorTypes.set(name, type);
  }
  return type;
}
/** What an enumerator has not gone through yet. */
const restOf = (value: PSValue): readonly PSValue[] => {
  const { list, at } = cursorOf(value);
  return list.slice(at + 1);
};
/** An IEnumerator, which PowerShell takes apart like the collection itself. */
export const enumerator = (list: readonly PSValue[], collection: PSValue = null): PSValue =>
  enumeratorOf(enumeratorType(collection), list);
export const enumeratorOf = (type: NetType, list: readonly PSValue[]): PSValue =>
  new NetObject<Cursor>(type, { list, at: -1 });
export const cursorOf = (self: PSValue): Cursor => {
  const inner = unwrap(self);
  return (inner as unknown as { data: Cursor }).data;
};
export function declareEnumerator(): void {
  const type = requireType('System.Collections.IEnumerator');
  const method = (name: string, body: (self: PSValue) => PSValue | undefined): void => {
    type.methods.set(name.toLowerCase(), {
      name,
      overloads: [{ signature: `${name}()`, returnType: 'System.Object', parameters: [], body }],
    });
  };
  method('MoveNext', (self) => {
    cursorOf(self).at += 1;
    return cursorOf(self).at < cursorOf(self).list.length;
  });
  method('Reset', (self) => {
    cursorOf(self).at = -1;
    return undefined;
  });
  method('Dispose', () => undefined);
  type.properties.set('entry', {
    name: 'Entry',
    type: 'System.Collections.DictionaryEntry',
    set: undefined,
    get: (self) => cursorOf(self).list[cursorOf(self).at] ?? null,
  });
  enumerators.set(type.fullName, restOf);
  // Of a dictionary's: the entry that it stands at, and its parts.
  for (const part of ['Key', 'Value'] as const)
    type.properties.set(part.toLowerCase(), {
      name: part,
      type: 'System.Object',
      set: undefined,
      get: (self) => {
        const { list, at } = cursorOf(self);
        const entry = unwrap(list[at] ?? null);
        if (!(entry instanceof NetObject)) return null;
        const pair = entry.data as { readonly key?: PSValue; readonly value?: PSValue } | undefined;
        return (part === 'Key' ? pair?.key : pair?.value) ?? null;
      },
    });
  type.properties.set('current', {
    name: 'Current',
    type: 'System.Object',
    set: undefined,
    get: (self) => {
      const { list, at } = cursorOf(self);
      if (at < 0) throw invalidOperation('Enumeration has not started. Call MoveNext.');
      return list[at] ?? null;
    },
  });
}
