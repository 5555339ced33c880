/** Dictionaries: Hashtable, OrderedDictionary, Dictionary<K,V>, SortedDictionary<K,V>, SortedList and kin. */
import { PSDictionary, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { active, andThen, drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { enumerators } from '../runtime/members.js';
import { type Bodies, implement } from '../values/bodies.js';
import { entrySteps, fillFrom } from '../slices.js';
import { showsItemsOf } from '../values/changes.js';
import { NetThrow } from '../values/exceptions.js';
import { NetObject, PSReference, TypeObject, unwrap } from '../values/live.js';
import { defineType, type NetType } from '../values/net-type.js';
import { isType, OBJECT, typeOf } from '../values/types.js';
import { comparerOfKeys, noteComparer } from './comparer-objects.js';
import { compareBy, type Compare, type KeyRule, keyRule } from './comparers.js';
import { hashKey, netEquals } from './equality.js';
import { roomFor } from './hash-sizes.js';
import { binarySearch, enumerator } from './lists.js';
import { netText } from './string.js';
import {
  argumentError,
  argumentNull,
  callNow,
  dataOf,
  indexRange,
  items,
  makerTick,
  net,
  num,
  outOfRange,
  requireGeneric,
  strings,
  text,
} from './support.js';
import { viewOf, viewType } from './view-lists.js';

/** A dictionary with a rule of its own for equal keys, or with an order; PSDictionary ignores the case of strings. */
export class NetDictionary extends PSDictionary {
  readonly rule: KeyRule;
  readonly order: Compare | undefined;
  constructor(rule: KeyRule, order: Compare | undefined, typeNames: readonly string[]) {
    super([], { typeNames });
    this.rule = rule;
    this.order = order;
    if (/^System\.Collections\.Generic\.Dictionary\b/.test(typeNames[0] ?? '')) this.reusePlaces();
  }
  protected override identityOf(key: PSValue): unknown {
    return this.rule.key(key);
  }
  protected override looseIdentityOf(): undefined {
    return undefined;
  }
  override append(key: PSValue, value: PSValue): void {
    if (this.order === undefined) super.append(key, value);
    else this.insertAt(this.#after(key, this.order), key, value);
  }
  /** The place of the key, or what `binarySearch` says instead. A key of another type than the keys have is not there. */
  #find(key: PSValue, order: Compare): number {
    this.#keyType ??= typeOf(this)?.genericArguments[0] ?? OBJECT;
    return isType(key, this.#keyType) ? binarySearch(this.keys, key, order) : -1;
  }
  #keyType: NetType | undefined;
  /** Behind those that are as large. */
  #after(key: PSValue, order: Compare): number {
    return ~binarySearch(this.keys, key, (own, other) => (order(own, other) > 0 ? 1 : -1));
  }
  override getEntry(key: PSValue): PSValue | undefined {
    return this.order === undefined ? super.getEntry(key) : this.entryValues[this.#find(key, this.order)];
  }
  override hasEntry(key: PSValue): boolean {
    return this.order === undefined ? super.hasEntry(key) : this.#find(key, this.order) >= 0;
  }
  override setEntry(key: PSValue, value: PSValue): void {
    if (this.order === undefined) {
      super.setEntry(key, value);
      return;
    }
    const at = binarySearch(this.keys, key, this.order);
    if (at >= 0) this.setAt(at, value);
    else this.insertAt(~at, key, value);
  }
  override deleteEntry(key: PSValue): boolean {
    if (this.order === undefined) return super.deleteEntry(key);
    const at = this.#find(key, this.order);
    if (at >= 0) this.removeAt(at);
    return at >= 0;
  }
}
/** Shows another dictionary, and cannot be changed itself. */
export class ReadOnlyDictionary extends NetDictionary {
  readonly #source: PSDictionary;
  constructor(source: PSDictionary, typeNames: readonly string[]) {
    super(keyRule(undefined), undefined, typeNames);
    this.#source = source;
  }
  override get keys(): readonly PSValue[] {
    return this.#source.keys;
  }
  override get entryValues(): readonly PSValue[] {
    return this.#source.entryValues;
  }
  override get count(): number {
    return this.#source.count;
  }
  override entries(): IterableIterator<readonly [PSValue, PSValue]> {
    return this.#source.entries();
  }
  override getEntry(key: PSValue): PSValue | undefined {
    return this.#source.getEntry(key);
  }
  override hasEntry(key: PSValue): boolean {
    return this.#source.hasEntry(key);
  }
  override setEntry(): never {
    throw collectionIsReadOnly();
  }
  override deleteEntry(): never {
    throw collectionIsReadOnly();
  }
  override clear(): never {
    throw collectionIsReadOnly();
  }
}
const collectionIsReadOnly = (): NetThrow => new NetThrow('System.NotSupportedException', 'Collection is read-only.');
implement('System.Collections.ObjectModel.ReadOnlyDictionary`2', () => ({
  ...common(),
  IsReadOnly: () => true,
  IsFixedSize: () => true,
  new: (self, dictionary) => new ReadOnlyDictionary(dictionaryOf(dictionary ?? null), namesOf(self)),
}));
export const dictionaryOf = (self: PSValue): PSDictionary => {
  const inner = unwrap(self);
  if (inner instanceof PSDictionary) return inner;
  throw argumentNull('dictionary');
};
const own = dictionaryOf;
export const withKey = (key: PSValue): PSValue => {
  if (key === null) throw argumentNull('key');
  return key;
};
const keyText = (key: PSValue): string => toText(key);

/** A KeyValuePair or a DictionaryEntry. */
export const entry = (self: PSDictionary, key: PSValue, value: PSValue): PSValue => entriesOf(self)(key, value);
function entriesOf(self: PSDictionary): (key: PSValue, value: PSValue) => PSValue {
  const generic = typeOf(self)
    ?.chainTypes()
    .find(({ genericArguments }) => genericArguments.length === 2);
  const [keyType, valueType] = generic?.genericArguments ?? [];
  if (keyType === undefined || valueType === undefined)
    return (key, value) => net('System.Collections.DictionaryEntry', { key, value });
  const type = requireGeneric('System.Collections.Generic.KeyValuePair', [keyType, valueType]);
  return (key, value) => new NetObject(type, { key, value });
}
function pairs(self: PSValue): Pending<PSValue[]> {
  const make = entriesOf(own(self));
  const made: PSValue[] = [];
  const put = (key: PSValue, value: PSValue): void => void made.push(make(key, value));
  return andThen(drive(entrySteps(own(self), put, ticking())), () => made);
}
const view = (self: PSValue, part: 'Key' | 'Value'): PSValue => {
  const table = own(self);
  const type = viewType(typeOf(table) ?? OBJECT, part);
  const kind = type.interfaces.includes('System.Collections.IList') ? 'LST' : 'IE';
  return viewOf(type, kind, self, () => (part === 'Key' ? table.keys : table.entryValues));
};
function remove(self: PSValue, key: PSValue, target?: PSValue): PSValue {
  const value = own(self).getEntry(withKey(key));
  if (target instanceof PSReference) target.put(value ?? null);
  return own(self).deleteEntry(key);
}
function copyTo(self: PSValue, target: PSValue, at: PSValue): Pending<undefined> {
  const list = unwrap(target);
  if (!Array.isArray(list)) throw argumentNull('array');
  return andThen(pairs(self), (all) => {
    for (const [index, one] of all.entries()) (list as PSValue[])[num(at) + index] = one;
    return undefined;
  });
}

function common(): Bodies {
  return {
    Count: (self) => own(self).count,
    Capacity: (self) => own(self).count,
    IsReadOnly: () => false,
    IsFixedSize: () => false,
    IsSynchronized: () => false,
    IsEmpty: (self) => own(self).count === 0,
    SyncRoot: (self) => self,
    Comparer: comparerOfTable,
    Keys: (self) => view(self, 'Key'),
    Values: (self) => view(self, 'Value'),
    get_Item: (self, key) => {
      const found = own(self).getEntry(withKey(key));
      if (found === undefined)
        throw new NetThrow(
          'System.Collections.Generic.KeyNotFoundException',
          `The given key '${keyText(key)}' was not present in the dictionary.`,
        );
      return found;
    },
    set_Item: (self, key, value) => {
      own(self).setEntry(withKey(key), value);
      return undefined;
    },
    Add: (self, key, value) => {
      if (own(self).hasEntry(withKey(key)))
        throw argumentError(`An item with the same key has already been added. Key: ${keyText(key)}`);
      own(self).setEntry(key, value);
      return undefined;
    },
    TryAdd: (self, key, value) => {
      if (own(self).hasEntry(withKey(key))) return false;
      own(self).setEntry(key, value);
      return true;
    },
    Clear: (self) => {
      own(self).clear();
      return undefined;
    },
    ContainsKey: (self, key) => own(self).hasEntry(withKey(key)),
    Contains: (self, key) => own(self).hasEntry(withKey(key)),
    ContainsValue: (self, value) => own(self).entryValues.some((one) => netEquals(one, value)),
    Remove: remove,
    TryGetValue: (self, key, target) => {
      const found = own(self).getEntry(withKey(key));
      if (target instanceof PSReference)
        target.put(found ?? (typeOf(own(self))?.genericArguments[1]?.isValueType === true ? 0 : null));
      return found !== undefined;
    },
    CopyTo: copyTo,
    GetEnumerator: (self) => andThen(pairs(self), (all) => showsItemsOf(enumerator(all, self), self)),
    EnsureCapacity: (self, capacity) => roomFor(own(self).count, num(capacity)),
    TrimExcess: () => undefined,
    TrimToSize: () => undefined,
  };
}
const comparerOfTable = (self: PSValue): PSValue => {
  const inner = own(self);
  return comparerOfKeys(inner, inner instanceof NetDictionary && inner.order !== undefined);
};
/** Takes the entries of the argument that is a dictionary, and the comparer. */
function fill(target: PSDictionary, args: readonly PSValue[]): Pending<PSDictionary> {
  const comparer = comparerIn(args);
  noteComparer(target, comparer);
  return drive(fillSteps(target, args));
}
function* fillSteps(target: PSDictionary, args: readonly PSValue[]): Steps<PSDictionary> {
  for (const arg of args) {
    const inner = unwrap(arg);
    if (inner instanceof PSDictionary) yield* settle(fillFrom(target, inner, makerTick()));
  }
  return target;
}
const comparerIn = (args: readonly PSValue[]): PSValue | undefined =>
  args.find((arg) => typeof arg !== 'number' && !(unwrap(arg) instanceof PSDictionary));
const namesOf = (self: PSValue): readonly string[] => {
  const inner = unwrap(self);
  return inner instanceof TypeObject ? inner.type.typeNames : ['System.Object'];
};

implement('System.Collections.Generic.Dictionary`2', () => ({
  ...common(),
  new: (self, ...args) => fill(new NetDictionary(keyRule(comparerIn(args)), undefined, namesOf(self)), args),
}));
implement('System.Collections.Concurrent.ConcurrentDictionary`2', () => ({
  ...common(),
  TryRemove: remove,
  GetOrAdd: (self, key, value) => {
    const found = own(self).getEntry(withKey(key));
    if (found !== undefined) return found;
    const made = isBlock(value) ? callNow(value, [key]) : value;
    own(self).setEntry(key, made);
    return made;
  },
  AddOrUpdate: (self, key, add, update) => {
    const found = own(self).getEntry(withKey(key));
    const made = found === undefined ? (isBlock(add) ? callNow(add, [key]) : add) : callNow(update, [key, found]);
    own(self).setEntry(key, made);
    return made;
  },
  TryUpdate: (self, key, value, expected) => {
    if (!netEquals(own(self).getEntry(key) ?? null, expected)) return false;
    own(self).setEntry(key, value);
    return true;
  },
  ToArray: (self) => pairs(self),
  new: (self, ...args) => fill(new NetDictionary(keyRule(comparerIn(args)), undefined, namesOf(self)), args),
}));
const isBlock = (value: PSValue): boolean => {
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.type.baseName === 'System.MulticastDelegate';
};
for (const name of ['SortedDictionary`2', 'SortedList`2'])
  implement(`System.Collections.Generic.${name}`, () => ({
    ...common(),
    IndexOfKey: (self, key) => own(self).keys.findIndex((one) => netEquals(one, key)),
    IndexOfValue: (self, value) => own(self).entryValues.findIndex((one) => netEquals(one, value)),
    GetKeyAtIndex: (self, index) => own(self).keys[num(index)] ?? null,
    GetValueAtIndex: (self, index) => own(self).entryValues[num(index)] ?? null,
    RemoveAt: (self, index) => {
      if (num(index) < 0 || num(index) >= own(self).count) throw indexRange();
      own(self).deleteEntry(own(self).keys[num(index)] ?? null);
      return undefined;
    },
    new: (self, ...args) => fill(new NetDictionary({ key: hashKey }, compareBy(comparerIn(args)), namesOf(self)), args),
  }));
implement('System.Collections.SortedList', () => ({
  ...common(),
  get_Item: (self, key) => own(self).getEntry(withKey(key)) ?? null,
  GetKey: (self, index) => own(self).keys[num(index)] ?? null,
  GetByIndex: (self, index) => own(self).entryValues[num(index)] ?? null,
  IndexOfKey: (self, key) => own(self).keys.findIndex((one) => netEquals(one, key)),
  GetKeyList: (self) => view(self, 'Key'),
  GetValueList: (self) => view(self, 'Value'),
  RemoveAt: (self, index) => {
    own(self).deleteEntry(own(self).keys[num(index)] ?? null);
    return undefined;
  },
  Remove: (self, key) => {
    own(self).deleteEntry(withKey(key));
    return undefined;
  },
  new: (self, ...args) => fill(new NetDictionary({ key: hashKey }, compareBy(comparerIn(args)), namesOf(self)), args),
}));

// -------------------------------------------------------------- hash tables

function refuseTwice(table: PSDictionary, key: PSValue): void {
  if (!table.hasEntry(key)) return;
  const lower = keyText(key).toLowerCase();
  const known = table.keys.find((one) => keyText(one).toLowerCase() === lower) ?? key;
  throw argumentError(
    `Item has already been added. Key in dictionary: '${keyText(known)}'  Key being added: '${keyText(key)}'`,
  );
}
/** Tables of objects: reading what is not there gives null, removing gives nothing. */
export function table(): Bodies {
  return {
    ...common(),
    get_Item: (self, key) => own(self).getEntry(withKey(key)) ?? null,
    Add: (self, key, value) => {
      refuseTwice(own(self), withKey(key));
      own(self).setEntry(key, value);
      return undefined;
    },
    Remove: (self, key) => {
      own(self).deleteEntry(withKey(key));
      return undefined;
    },
    Clone: (self) => {
      const inner = own(self);
      const copy =
        inner instanceof NetDictionary
          ? new NetDictionary(inner.rule, inner.order, inner.typeNames)
          : new PSDictionary([], { typeNames: inner.typeNames });
      copy.reserve(inner.count);
      return andThen(fillFrom(copy, inner, ticking()), () => copy);
    },
  };
}
implement('System.Collections.Hashtable', () => ({
  ...table(),
  'static Synchronized': (_self, value) => value,
  new: (self, ...args) => fill(new NetDictionary(keyRule(comparerIn(args)), undefined, namesOf(self)), args),
}));
// What ConvertFrom-Json -AsHashtable makes: the keys stay in order, and their case counts.
implement('System.Management.Automation.OrderedHashtable', () => ({
  ...table(),
  new: (self, ...args) => fill(new NetDictionary(keyRule(undefined), undefined, namesOf(self)), args),
}));
implement('System.Collections.Specialized.OrderedDictionary', () => ({
  ...table(),
  'get_Item(int)': (self, index) => own(self).entryValues[position(self, index)] ?? null,
  'set_Item(int, System.Object)': (self, index, value) => {
    own(self).setAt(position(self, index), value);
    return undefined;
  },
  Insert: (self, index, key, value) => {
    const inner = own(self);
    if (num(index) < 0 || num(index) > inner.count) throw outOfRange('index');
    refuseTwice(inner, withKey(key));
    inner.insertAt(num(index), key, value);
    return undefined;
  },
  RemoveAt: (self, index) => {
    own(self).deleteEntry(own(self).keys[position(self, index)] ?? null);
    return undefined;
  },
  AsReadOnly: (self) => self,
  new: (self, ...args) => fill(new NetDictionary(keyRule(comparerIn(args)), undefined, namesOf(self)), args),
}));
function position(self: PSValue, index: PSValue): number {
  if (num(index) < 0 || num(index) >= own(self).count)
    throw outOfRange('index', 'Index was out of range. Must be non-negative and less than the size of the collection.');
  return num(index);
}
for (const name of ['ListDictionary', 'HybridDictionary'])
  implement(`System.Collections.Specialized.${name}`, () => ({
    ...table(),
    new: (self, ...args) =>
      fill(
        new NetDictionary(
          args[0] === true
            ? { key: (value) => (typeof value === 'string' ? `s:${value.toLowerCase()}` : hashKey(value)) }
            : keyRule(undefined),
          undefined,
          namesOf(self),
        ),
        args,
      ),
  }));
implement('System.Collections.ListDictionaryInternal', () => table());
implement('System.Collections.Specialized.StringDictionary', () => ({
  ...table(),
  get_Item: (self, key) => own(self).getEntry(text(key).toLowerCase()) ?? null,
  Add: (self, key, value) => {
    own(self).setEntry(text(key).toLowerCase(), text(value));
    return undefined;
  },
  new: (self) => new NetDictionary(keyRule(undefined), undefined, namesOf(self)),
}));

interface Pair {
  readonly key: PSValue;
  readonly value: PSValue;
}
for (const name of ['System.Collections.DictionaryEntry', 'System.Collections.Generic.KeyValuePair`2'])
  implement(name, () => ({
    Key: (self) => dataOf<Pair>(self).key,
    Value: (self) => dataOf<Pair>(self).value,
    ToString: (self) => `[${netText(dataOf<Pair>(self).key)}, ${netText(dataOf<Pair>(self).value)}]`,
    Deconstruct: () => undefined,
    new: (self, key, value) => {
      const inner = unwrap(self);
      return inner instanceof TypeObject ? new NetObject(inner.type, { key: key ?? null, value: value ?? null }) : null;
    },
  }));

defineType(
  'System.Collections.Generic.KeyValuePair',
  {},
  {
    'static System.Collections.Generic.KeyValuePair[TKey,TValue] Create[TKey,TValue](TKey key, TValue value)': (
      _self,
      key,
      value,
    ) =>
      new NetObject(requireGeneric('System.Collections.Generic.KeyValuePair', active.typeArguments), {
        key: key ?? null,
        value: value ?? null,
      }),
  },
);

// ------------------------------------------------------ NameValueCollection

export const NAMES = 'System.Collections.Specialized.NameValueCollection';
enumerators.set(NAMES, (value) => (value.data as PSDictionary).keys);
implement(NAMES, () => {
  const own = (self: PSValue): PSDictionary => dataOf<PSDictionary>(self);
  const values = (self: PSValue, key: PSValue): string[] => {
    const found = own(self).getEntry(key === null ? '' : key);
    return found === undefined ? [] : items(found).map(text);
  };
  const joined = (list: readonly string[]): PSValue => (list.length === 0 ? null : list.join(','));
  const add = (self: PSValue, key: PSValue, value: PSValue): undefined => {
    own(self).setEntry(key === null ? '' : key, [...values(self, key), text(value)]);
  };
  return {
    Count: (self) => own(self).count,
    AllKeys: (self) => strings(own(self).keys.map(text)),
    Keys: (self) => strings(own(self).keys.map(text)),
    HasKeys: (self) => own(self).count > 0,
    Get: (self, key) => joined(typeof key === 'number' ? values(self, own(self).keys[key] ?? null) : values(self, key)),
    GetValues: (self, key) => {
      const list = values(self, typeof key === 'number' ? (own(self).keys[key] ?? null) : key);
      return list.length === 0 ? null : strings(list);
    },
    GetKey: (self, index) => own(self).keys[num(index)] ?? null,
    get_Item: (self, key) =>
      joined(typeof key === 'number' ? values(self, own(self).keys[key] ?? null) : values(self, key)),
    set_Item: (self, key, value) => {
      own(self).setEntry(key, [text(value)]);
      return undefined;
    },
    Set: (self, key, value) => {
      own(self).setEntry(key, [text(value)]);
      return undefined;
    },
    'Add(string, string)': add,
    Add: (self, other) => {
      for (const [key, value] of own(other).entries()) for (const one of items(value)) add(self, key, one);
      return undefined;
    },
    Remove: (self, key) => {
      own(self).deleteEntry(key);
      return undefined;
    },
    Clear: (self) => {
      own(self).clear();
      return undefined;
    },
    GetEnumerator: (self) => enumerator([...own(self).keys], self),
    ToString: () => 'System.Collections.Specialized.NameValueCollection',
    new: (_self, ...args) =>
      net(
        NAMES,
        fill(
          new PSDictionary(),
          args.map((arg) => (unwrap(arg) instanceof NetObject ? own(arg) : arg)),
        ),
      ),
  };
});
