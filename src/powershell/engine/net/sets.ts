/** HashSet, SortedSet, LinkedList, tuples, Lazy. */
import { allowEntries, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { mergeSort } from '../merge-sort.js';
import { andThen, done, drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { active } from '../runtime/overloads.js';
import { pushOne } from '../room.js';
import { filterLong, placeLong } from '../slices.js';
import { type Bodies, implement } from '../values/bodies.js';
import { NetObject, PSReference, pushAll, TypeObject, unwrap } from '../values/live.js';
import { OBJECT, typeOf } from '../values/types.js';
import { comparerOfKeys, noteComparer } from './comparer-objects.js';
import { compareBy, type Compare, type KeyRule, keyRule } from './comparers.js';
import { netEquals } from './equality.js';
import { roomFor } from './hash-sizes.js';
import { binarySearch, elementOf, enumerator } from './lists.js';
import {
  callNow,
  dataOf,
  invalidOperation,
  items,
  makerTick,
  num,
  requireGeneric,
  argumentNull,
  runtime,
} from './support.js';
import { requireTypeText } from './type-text.js';

/** Fewer items of a sorted set are put in one by one. */
const MANY = 32;
/** A set: its items in order of arrival, or sorted. */
export class NetSet extends PSList {
  readonly rule: KeyRule;
  readonly order: Compare | undefined;
  /** When each came: the items stand in this order. Undefined, or of another size, after a change from outside. */
  #known: Map<unknown, number> | undefined;
  #arrivals = 0;
  /** Places of those that are gone: as in .NET, the next to come takes the one that was left last. */
  #left: number[] = [];
  constructor(rule: KeyRule, order: Compare | undefined, typeNames: readonly string[], list: readonly PSValue[] = []) {
    super([], 'IE', { typeNames });
    this.rule = rule;
    this.order = order;
    if (order === undefined || list.length < MANY) for (const item of list) this.add(item);
    else {
      const sorted = [...list].sort(order);
      done.steps += sorted.length << 2;
      for (const [index, item] of sorted.entries())
        if (index === 0 || order(sorted[index - 1] ?? null, item) !== 0) this.items.push(item);
    }
  }
  /** Where an item is among sorted ones, or has to be put. */
  #place(order: Compare, item: PSValue): { readonly at: number; readonly found: boolean } {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const compared = order(this.items[middle] ?? null, item);
      if (compared === 0) return { at: middle, found: true };
      if (compared < 0) low = middle + 1;
      else high = middle;
    }
    return { at: low, found: false };
  }
  get #keys(): Map<unknown, number> {
    if (this.#known?.size !== this.items.length) {
      this.#known = new Map();
      this.#left = [];
      for (const item of this.items) this.#known.set(this.rule.key(item), (this.#arrivals += 1));
    }
    return this.#known;
  }
  holds(item: PSValue): boolean {
    return this.order === undefined ? this.#keys.has(this.rule.key(item)) : this.#place(this.order, item).found;
  }
  add(item: PSValue): boolean {
    const { order } = this;
    if (order === undefined) {
      const known = this.#keys;
      const key = this.rule.key(item);
      if (known.has(key)) return false;
      allowEntries(known.size);
      const place = this.#left.pop();
      if (place === undefined) this.items.push(item);
      else this.items.splice(~binarySearch(this.items, item, this.#against(place)), 0, item);
      known.set(key, place ?? (this.#arrivals += 1));
      return true;
    }
    const { at, found } = this.#place(order, item);
    if (found) return false;
    this.items.splice(at, 0, item);
    return true;
  }
  /** @param kept those of its items that are left. @param gone the others, in the order in which they go. */
  keep(kept: readonly PSValue[], gone: readonly PSValue[]): void {
    if (this.order === undefined) {
      const known = this.#keys;
      for (const item of gone) this.#leave(known, item);
    }
    this.items.length = 0;
    pushAll(this.items, kept);
  }
  #leave(known: Map<unknown, number>, item: PSValue): void {
    const key = this.rule.key(item);
    const place = known.get(key);
    if (place !== undefined) this.#left.push(place);
    known.delete(key);
  }
  #against(place: number): (own: PSValue) => number {
    const known = this.#keys;
    return (own) => (known.get(this.rule.key(own)) ?? 0) - place;
  }
  #index(item: PSValue): number {
    const place = this.#keys.get(this.rule.key(item));
    return place === undefined ? -1 : binarySearch(this.items, item, this.#against(place));
  }
  #sortedIndex(order: Compare, item: PSValue): number {
    const { at, found } = this.#place(order, item);
    return found ? at : -1;
  }
  remove(item: PSValue): boolean {
    const at = this.order === undefined ? this.#index(item) : this.#sortedIndex(this.order, item);
    if (at < 0) return false;
    if (this.order === undefined) this.#leave(this.#keys, item);
    this.items.splice(at, 1);
    return true;
  }
}
const set = (self: PSValue): NetSet => {
  const inner = unwrap(self);
  if (inner instanceof NetSet) return inner;
  if (inner instanceof PSList) return new NetSet(keyRule(undefined), undefined, inner.typeNames, inner.items);
  throw argumentNull('set');
};
/** A set of these items, made some at a time. */
function* setOf(
  rule: KeyRule,
  order: Compare | undefined,
  typeNames: readonly string[],
  list: readonly PSValue[],
): Steps<NetSet> {
  const made = new NetSet(rule, order, typeNames);
  const tick = makerTick();
  if (order === undefined || list.length < MANY) {
    yield* addAll(made, list, tick);
    return made;
  }
  const sorted = yield* mergeSort(tick, list, order);
  const put = (at: number): undefined => {
    const item = sorted[at] ?? null;
    if (at === 0 || order(sorted[at - 1] ?? null, item) !== 0) made.items.push(item);
  };
  yield* settle(placeLong(0, sorted.length, tick, put));
  return made;
}
/** What the argument of a method holds, by the rule of the set. */
const withOther = <T>(self: PSValue, value: PSValue, ask: (other: NetSet) => Pending<T>): Pending<T> =>
  andThen(drive(setOf(set(self).rule, set(self).order, [], items(value))), ask);
const every = (list: readonly PSValue[], test: (item: PSValue) => boolean): Pending<boolean> =>
  andThen(
    placeLong(0, list.length, ticking(), (at) => !test(list[at] ?? null)),
    (at) => at < 0,
  );
const namesOf = (self: PSValue): readonly string[] => {
  const inner = unwrap(self);
  return inner instanceof TypeObject ? inner.type.typeNames : ['System.Object'];
};
/** @param gone those that go, where they go in another order than they stand in. */
const replace = (self: PSValue, keep: (item: PSValue) => boolean, gone?: readonly PSValue[]): Pending<undefined> => {
  const dropped: PSValue[] = [];
  const isKept = (item: PSValue): boolean => {
    const isWanted = keep(item);
    if (!isWanted) dropped.push(item);
    return isWanted;
  };
  return andThen(filterLong(runtime(), set(self).items, isKept), (kept) => {
    set(self).keep(kept, gone ?? dropped);
    return undefined;
  });
};
function* addAll(target: NetSet, list: readonly PSValue[], tick = ticking()): Steps<undefined> {
  for (const item of list) {
    target.add(item);
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
}
const withComparer = (made: Pending<NetSet>, comparer: PSValue | undefined): Pending<NetSet> =>
  andThen(made, (set) => {
    noteComparer(set, comparer);
    return set;
  });
function setBodies(): Bodies {
  return {
    Count: (self) => set(self).items.length,
    Capacity: (self) => set(self).items.length,
    Comparer: (self) => comparerOfKeys(set(self), set(self).order !== undefined),
    IsReadOnly: () => false,
    Min: (self) => set(self).items[0] ?? null,
    Max: (self) => set(self).items[set(self).items.length - 1] ?? null,
    Add: (self, item) => set(self).add(item),
    Remove: (self, item) => set(self).remove(item),
    Contains: (self, item) => set(self).holds(item),
    Clear: (self) => {
      set(self).items.length = 0;
      return undefined;
    },
    TryGetValue: (self, item, target) => {
      const found = set(self).items.find((one) => set(self).rule.key(one) === set(self).rule.key(item));
      if (target instanceof PSReference) target.put(found ?? null);
      return found !== undefined;
    },
    UnionWith: (self, list) => {
      return drive(addAll(set(self), items(list)));
    },
    IntersectWith: (self, list) => withOther(self, list, (wanted) => replace(self, (item) => wanted.holds(item))),
    ExceptWith: (self, list) => withOther(self, list, (gone) => replace(self, (item) => !gone.holds(item), gone.items)),
    SymmetricExceptWith: (self, list) =>
      withOther(self, list, (other) => {
        if (unwrap(list) instanceof NetSet) {
          const change = (item: PSValue): boolean => set(self).remove(item) || set(self).add(item);
          return andThen(every(other.items, change), () => undefined);
        }
        // Of what is no set those that are new come first, and then the others go.
        const own = set(self);
        return andThen(drive(setOf(own.rule, own.order, [], own.items)), (before) =>
          andThen(
            every(other.items, (item) => before.holds(item) || own.add(item)),
            () => replace(self, (item) => !(before.holds(item) && other.holds(item))),
          ),
        );
      }),
    IsSubsetOf: (self, list) => withOther(self, list, (wanted) => every(set(self).items, (item) => wanted.holds(item))),
    IsSupersetOf: (self, list) => every(items(list), (item) => set(self).holds(item)),
    IsProperSubsetOf: (self, list) =>
      withOther(
        self,
        list,
        (wanted) =>
          wanted.items.length > set(self).items.length && every(set(self).items, (item) => wanted.holds(item)),
      ),
    IsProperSupersetOf: (self, list) =>
      withOther(
        self,
        list,
        (other) => other.items.length < set(self).items.length && every(other.items, (item) => set(self).holds(item)),
      ),
    Overlaps: (self, list) =>
      andThen(
        every(items(list), (item) => !set(self).holds(item)),
        (none) => !none,
      ),
    SetEquals: (self, list) =>
      withOther(
        self,
        list,
        (wanted) =>
          wanted.items.length === set(self).items.length && every(wanted.items, (item) => set(self).holds(item)),
      ),
    RemoveWhere: (self, match) => {
      const before = set(self).items.length;
      return andThen(
        replace(self, (item) => callNow(match, [item]) !== true),
        () => before - set(self).items.length,
      );
    },
    CopyTo: (self, target, at) => {
      const list = unwrap(target);
      if (Array.isArray(list))
        for (const [index, item] of set(self).items.entries())
          (list as PSValue[])[(at === undefined ? 0 : num(at)) + index] = item;
      return undefined;
    },
    Reverse: (self) => [...set(self).items].reverse(),
    GetViewBetween: (self, low, high) => {
      const { order, items: list, rule, typeNames } = set(self);
      const compare = order ?? compareBy(undefined);
      return new NetSet(
        rule,
        order,
        typeNames,
        list.filter((item) => compare(item, low) >= 0 && compare(item, high) <= 0),
      );
    },
    GetEnumerator: (self) => enumerator([...set(self).items], self),
    EnsureCapacity: (self, capacity) => roomFor(set(self).items.length, num(capacity)),
    TrimExcess: () => undefined,
  };
}
const parts = (args: readonly PSValue[]): { list: readonly PSValue[]; comparer: PSValue | undefined } => {
  const list = args.find(
    (arg) => unwrap(arg) instanceof PSList || Array.isArray(unwrap(arg)) || typeof unwrap(arg) === 'string',
  );
  return {
    list: list === undefined ? [] : items(list),
    comparer: args.find((arg) => arg !== list && typeof arg !== 'number'),
  };
};
implement('System.Collections.Generic.HashSet`1', () => ({
  ...setBodies(),
  new: (self, ...args) => {
    const { list, comparer } = parts(args);
    return withComparer(drive(setOf(keyRule(comparer), undefined, namesOf(self), list)), comparer);
  },
}));
implement('System.Collections.Generic.SortedSet`1', () => ({
  ...setBodies(),
  new: (self, ...args) => {
    const { list, comparer } = parts(args);
    return withComparer(drive(setOf(keyRule(undefined), compareBy(comparer), namesOf(self), list)), comparer);
  },
}));

// -------------------------------------------------------------- linked list

interface Node {
  readonly list: PSList;
  value: PSValue;
}
const LIST = 'System.Collections.Generic.LinkedList`1';
const linked = (self: PSValue): PSList & { nodes?: PSValue[] } => {
  const inner = unwrap(self);
  if (inner instanceof PSList) return inner;
  throw argumentNull('list');
};
/** Nodes stand for places: the first node of an equal value is the value's. */
function node(self: PSValue, at: number): PSValue {
  const list = linked(self);
  if (at < 0 || at >= list.items.length) return null;
  return new NetObject<Node & { at: number }>(
    requireGeneric('System.Collections.Generic.LinkedListNode', [elementOf(self)]),
    { list, value: list.items[at] ?? null, at },
  );
}
const placeOf = (self: PSValue, value: PSValue): number => {
  const { at, value: held } = dataOf<Node & { at: number }>(value);
  return linked(self).items[at] === held ? at : linked(self).items.indexOf(held);
};
const insert = (self: PSValue, at: number, value: PSValue): PSValue => {
  const { items: list } = linked(self);
  if (at === list.length) pushOne(list, value);
  else list.splice(at, 0, value);
  return node(self, at);
};
implement(LIST, () => ({
  Count: (self) => linked(self).items.length,
  First: (self) => node(self, 0),
  Last: (self) => node(self, linked(self).items.length - 1),
  IsReadOnly: () => false,
  IsSynchronized: () => false,
  SyncRoot: (self) => linked(self),
  Add: (self, value) => {
    insert(self, linked(self).items.length, value);
    return undefined;
  },
  AddFirst: (self, value) => insert(self, 0, value),
  AddLast: (self, value) => insert(self, linked(self).items.length, value),
  AddAfter: (self, at, value) => insert(self, placeOf(self, at) + 1, value),
  AddBefore: (self, at, value) => insert(self, placeOf(self, at), value),
  Contains: (self, value) => linked(self).items.some((item) => netEquals(item, value)),
  Find: (self, value) =>
    node(
      self,
      linked(self).items.findIndex((item) => netEquals(item, value)),
    ),
  FindLast: (self, value) =>
    node(
      self,
      linked(self).items.findLastIndex((item) => netEquals(item, value)),
    ),
  Remove: (self, value) => {
    const inner = unwrap(value);
    const at =
      inner instanceof NetObject && inner.type.definition?.name.includes('LinkedListNode') === true
        ? placeOf(self, inner)
        : linked(self).items.findIndex((item) => netEquals(item, value));
    if (at >= 0) linked(self).items.splice(at, 1);
    return at >= 0;
  },
  RemoveFirst: (self) => {
    if (linked(self).items.length === 0) throw invalidOperation('The LinkedList is empty.');
    linked(self).items.shift();
    return undefined;
  },
  RemoveLast: (self) => {
    if (linked(self).items.length === 0) throw invalidOperation('The LinkedList is empty.');
    linked(self).items.pop();
    return undefined;
  },
  Clear: (self) => {
    linked(self).items.length = 0;
    return undefined;
  },
  GetEnumerator: (self) => enumerator([...linked(self).items], self),
  new: (self, list) => new PSList(list === undefined ? [] : [...items(list)], 'IE', { typeNames: namesOf(self) }),
}));
implement('System.Collections.Generic.LinkedListNode`1', () => {
  const own = (self: PSValue): Node & { at: number } => dataOf<Node & { at: number }>(self);
  return {
    Value: (self) => own(self).value,
    'set Value': (self, value) => {
      own(self).list.items[own(self).at] = value;
      own(self).value = value;
      return undefined;
    },
    ValueRef: (self) => own(self).value,
    List: (self) => own(self).list,
    Next: (self) => node(own(self).list, own(self).at + 1),
    Previous: (self) => node(own(self).list, own(self).at - 1),
  };
});

// ------------------------------------------------------------------- tuples

interface TupleData {
  readonly items: PSValue[];
}
export const tupleItems = (self: PSValue): PSValue[] => dataOf<TupleData>(self).items;
function tupleOf(name: 'Tuple' | 'ValueTuple', list: readonly PSValue[]): PSValue {
  const generic =
    active.typeArguments.length === list.length
      ? active.typeArguments
      : list.map((item) => typeOf(unwrap(item)) ?? OBJECT);
  const type = requireTypeText(`System.${name}[${generic.map(({ fullName }) => `[${fullName}]`).join(',')}]`);
  return new NetObject<TupleData>(type, { items: [...list] });
}
for (const name of ['Tuple', 'ValueTuple'] as const) {
  implement(`System.${name}`, () => ({ 'static Create': (_self, ...args) => tupleOf(name, args) }));
  for (let count = 1; count <= 4; count += 1)
    implement(`System.${name}\`${count}`, () => ({
      ...Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `Item${index + 1}`,
          (self: PSValue): PSValue => tupleItems(self)[index] ?? null,
        ]),
      ),
      Length: () => count,
      ToString: (self) =>
        `(${tupleItems(self)
          .map((item) => toText(item))
          .join(', ')})`,
      Equals: (self, value) => {
        const inner = unwrap(value);
        return (
          inner instanceof NetObject &&
          inner.type === (unwrap(self) as NetObject).type &&
          tupleItems(self).every((item, index) => netEquals(item, tupleItems(inner)[index] ?? null))
        );
      },
      CompareTo: (self, value) => {
        for (const [index, item] of tupleItems(self).entries()) {
          const order = compareBy(undefined)(item, tupleItems(value)[index] ?? null);
          if (order !== 0) return order;
        }
        return 0;
      },
      new: (self, ...args) => {
        const inner = unwrap(self);
        return inner instanceof TypeObject ? new NetObject<TupleData>(inner.type, { items: [...args] }) : null;
      },
    }));
}
interface LazyData {
  value: PSValue | undefined;
  readonly factory: PSValue;
}
implement('System.Lazy`1', () => ({
  IsValueCreated: (self) => dataOf<LazyData>(self).value !== undefined,
  Value: (self) => (dataOf<LazyData>(self).value ??= callNow(dataOf<LazyData>(self).factory, [])),
  new: (self, factory) => {
    const inner = unwrap(self);
    return inner instanceof TypeObject
      ? new NetObject<LazyData>(inner.type, { value: undefined, factory: factory ?? null })
      : null;
  },
}));
