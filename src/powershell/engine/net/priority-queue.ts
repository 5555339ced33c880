/** PriorityQueue: the heap of .NET, whose order of equal priorities is its own. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { defaultOf } from '../runtime/members.js';
import { implement } from '../values/bodies.js';
import { NetObject, PSReference, TypeObject, unwrap } from '../values/live.js';
import { type NetType } from '../values/net-type.js';
import { genericType, OBJECT, typeOf } from '../values/types.js';
import { compareBy, type Compare } from './comparers.js';
import { netEquals } from './equality.js';
import { tupleItems } from './sets.js';
import { dataOf, invalidOperation, items, num, outOfRange } from './support.js';
import { requireTypeText } from './type-text.js';
import { viewOf } from './view-lists.js';

interface Entry {
  readonly item: PSValue;
  readonly priority: PSValue;
}
/** Children of an entry: those of place n begin at 4n + 1. */
const CHILDREN = 4;
const LEAST_GROWTH = 4;

class Heap {
  entries: Entry[] = [];
  capacity: number;
  readonly #compare: Compare;
  constructor(capacity: number, compare: Compare) {
    this.capacity = capacity;
    this.#compare = compare;
  }
  get first(): Entry | undefined {
    return this.entries[0];
  }
  /** Is the first to come out before the second? */
  #isBefore(first: Entry, second: Entry): boolean {
    return this.#compare(first.priority, second.priority) < 0;
  }
  #up(entry: Entry, from: number): void {
    let at = from;
    while (at > 0) {
      const parentAt = Math.floor((at - 1) / CHILDREN);
      const parent = this.entries[parentAt] as Entry;
      if (!this.#isBefore(entry, parent)) break;
      this.entries[at] = parent;
      at = parentAt;
    }
    this.entries[at] = entry;
  }
  #down(entry: Entry, from: number): void {
    let at = from;
    for (let child = at * CHILDREN + 1; child < this.entries.length; child = at * CHILDREN + 1) {
      let leastAt = child;
      let least = this.entries[child] as Entry;
      const end = Math.min(child + CHILDREN, this.entries.length);
      for (let next = child + 1; next < end; next += 1) {
        const other = this.entries[next] as Entry;
        if (!this.#isBefore(other, least)) continue;
        least = other;
        leastAt = next;
      }
      if (!this.#isBefore(least, entry)) break;
      this.entries[at] = least;
      at = leastAt;
    }
    this.entries[at] = entry;
  }
  needCapacity(least: number): void {
    if (this.capacity < least) this.capacity = Math.max(least, this.capacity * 2, this.capacity + LEAST_GROWTH);
  }
  add(entry: Entry): void {
    this.needCapacity(this.entries.length + 1);
    this.entries.push(entry);
    this.#up(entry, this.entries.length - 1);
  }
  take(): Entry | undefined {
    const { first } = this;
    const last = this.entries.pop();
    if (last !== undefined && this.entries.length > 0) this.#down(last, 0);
    return first;
  }
  /** All at once where there is nothing yet: equal ones stand otherwise than when they come one by one. */
  addAll(entries: readonly Entry[]): void {
    if (this.entries.length > 0) {
      for (const entry of entries) this.add(entry);
      return;
    }
    this.needCapacity(entries.length);
    this.entries = [...entries];
    for (let at = Math.floor((entries.length - 2) / CHILDREN); at >= 0; at -= 1)
      this.#down(this.entries[at] as Entry, at);
  }
  /** Puts one in and takes the first out. */
  exchange(entry: Entry): Entry {
    const { first } = this;
    if (first === undefined || !this.#isBefore(first, entry)) return entry;
    this.#down(entry, 0);
    return first;
  }
  /** Takes the first out and puts one in. */
  replaceFirst(entry: Entry): Entry | undefined {
    const { first } = this;
    if (first !== undefined) this.#down(entry, 0);
    return first;
  }
  remove(at: number): void {
    const last = this.entries.pop() as Entry;
    if (at === this.entries.length) return;
    const removed = this.entries[at] as Entry;
    if (this.#isBefore(last, removed)) this.#up(last, at);
    else this.#down(last, at);
  }
}

const QUEUE = 'System.Collections.Generic.PriorityQueue`2';
const heap = (self: PSValue): Heap => dataOf<Heap>(self);
const argumentsOf = (self: PSValue): readonly NetType[] => typeOf(unwrap(self))?.genericArguments ?? [OBJECT, OBJECT];
const shown = (types: readonly NetType[]): string => types.map(({ fullName }) => `[${fullName}]`).join(',');
/** Of pairs: tuples of an item and its priority. */
const pairs = (list: PSValue): Entry[] =>
  items(list).map((pair) => {
    const [item = null, priority = null] = tupleItems(pair);
    return { item, priority };
  });
const empty = (): Error => invalidOperation('Queue empty.');
/** Tells a script what came out, if anything did. */
function tell(
  self: PSValue,
  entry: Entry | undefined,
  item: PSValue | undefined,
  priority: PSValue | undefined,
): boolean {
  const [ofItem = OBJECT, ofPriority = OBJECT] = argumentsOf(self);
  const { item: told, priority: toldPriority } = entry ?? { item: defaultOf(ofItem), priority: defaultOf(ofPriority) };
  if (item instanceof PSReference) item.put(told);
  if (priority instanceof PSReference) priority.put(toldPriority);
  return entry !== undefined;
}

implement(QUEUE, () => ({
  Count: (self) => heap(self).entries.length,
  Capacity: (self) => heap(self).capacity,
  UnorderedItems: (self) => {
    const args = argumentsOf(self);
    const tuple = requireTypeText(`System.ValueTuple[${shown(args)}]`);
    const type = genericType('System.Collections.Generic.PriorityQueue`2+UnorderedItemsCollection', args) ?? OBJECT;
    return viewOf(type, 'IE', self, () =>
      heap(self).entries.map(({ item, priority }) => new NetObject(tuple, { items: [item, priority] })),
    );
  },
  Enqueue: (self, item, priority) => {
    heap(self).add({ item, priority });
    return undefined;
  },
  Dequeue: (self) => {
    const taken = heap(self).take();
    if (taken === undefined) throw empty();
    return taken.item;
  },
  Peek: (self) => {
    const { first } = heap(self);
    if (first === undefined) throw empty();
    return first.item;
  },
  TryDequeue: (self, item, priority) => tell(self, heap(self).take(), item, priority),
  TryPeek: (self, item, priority) => tell(self, heap(self).first, item, priority),
  EnqueueDequeue: (self, item, priority) => heap(self).exchange({ item, priority }).item,
  DequeueEnqueue: (self, item, priority) => {
    const taken = heap(self).replaceFirst({ item, priority });
    if (taken === undefined) throw empty();
    return taken.item;
  },
  EnqueueRange: (self, list, priority) => {
    heap(self).addAll(priority === undefined ? pairs(list) : items(list).map((item) => ({ item, priority })));
    return undefined;
  },
  Remove: (self, item, removed, priority) => {
    const { entries } = heap(self);
    const at = entries.findIndex((entry) => netEquals(entry.item, item));
    const found = entries[at];
    if (found !== undefined) heap(self).remove(at);
    return tell(self, found, removed, priority);
  },
  Clear: (self) => {
    heap(self).entries = [];
    return undefined;
  },
  EnsureCapacity: (self, capacity) => {
    if (num(capacity) < 0) throw outOfRange('capacity', 'Non-negative number required.');
    heap(self).needCapacity(num(capacity));
    return heap(self).capacity;
  },
  TrimExcess: (self) => {
    const { entries, capacity } = heap(self);
    if (entries.length < Math.floor(capacity * 0.9)) heap(self).capacity = entries.length;
    return undefined;
  },
  new: (self, first, second) => {
    const inner = unwrap(self);
    if (!(inner instanceof TypeObject)) return null;
    const isCapacity = typeof first === 'number';
    const isList = first !== undefined && !isCapacity && Array.isArray(unwrap(first));
    const comparer = isCapacity || isList ? second : first;
    const made = new Heap(isCapacity ? first : 0, compareBy(comparer));
    if (isList) made.addAll(pairs(first));
    return new NetObject<Heap>(inner.type, made);
  },
}));
