/** Queues, stacks and bags: Queue, Stack, their generic and concurrent forms, ConcurrentBag. */
import { PSList, type PSObjectInit, type PSValue } from '../../../protocol/objects/index.js';
import { andThen } from '../pending.js';
import { copyOf, pushOne } from '../room.js';
import { type Bodies, implement } from '../values/bodies.js';
import { PSReference, typedArray } from '../values/live.js';
import { roomOfList } from './hash-sizes.js';
import { copyTo, elementOf, enumerator, indexOf, listOf, made } from './lists.js';
import { invalidOperation, num } from './support.js';

/**
 * Queues hold their items first to last, stacks top first: that is how `items` shows them to all others. Putting and
 * taking must not move all of them each time, so behind `items` the last one is the one that moves: a stack is kept bottom
 * first until somebody looks, and the first ones of a queue are left where they are until then.
 */
class EndsList extends PSList {
  #kept: PSValue[] = [];
  /** How many at the beginning have been taken. */
  #taken = 0;
  /** A stack that is kept bottom first. */
  #isReversed = false;
  constructor(items: PSValue[], kind: 'QUE' | 'STK', init: PSObjectInit) {
    super([], kind, init);
    this.#kept = items;
    Object.defineProperty(this, 'items', {
      get: () => this.#shown(),
      set: (list: PSValue[]) => {
        this.#kept = list;
        this.#taken = 0;
        this.#isReversed = false;
      },
    });
  }
  #shown(): PSValue[] {
    if (this.#taken > 0) {
      this.#kept.splice(0, this.#taken);
      this.#taken = 0;
    }
    this.#turn(false);
    return this.#kept;
  }
  #turn(isReversed: boolean): void {
    if (this.#isReversed === isReversed) return;
    this.#kept.reverse();
    this.#isReversed = isReversed;
  }
  get length(): number {
    return this.#kept.length - this.#taken;
  }
  put(item: PSValue): void {
    if (this.kind === 'STK') this.#turn(true);
    pushOne(this.#kept, item);
  }
  take(): PSValue {
    if (this.kind === 'STK') {
      this.#turn(true);
      return this.#kept.pop() ?? null;
    }
    const first = this.#kept[this.#taken] ?? null;
    this.#kept[this.#taken] = null;
    this.#taken += 1;
    // Each item is moved once for each time that half of them have gone.
    if (this.#taken * 2 > this.#kept.length) this.#shown();
    return first;
  }
  get next(): PSValue {
    return (this.#isReversed ? this.#kept[this.#kept.length - 1] : this.#kept[this.#taken]) ?? null;
  }
}
const lengthOf = (self: PSValue): number => {
  const list = listOf(self);
  return list instanceof EndsList ? list.length : list.items.length;
};
const own = (self: PSValue): PSValue[] => listOf(self).items;

function ends(kind: 'QUE' | 'STK'): Bodies {
  const what = kind === 'QUE' ? 'Queue' : 'Stack';
  const needItem = (self: PSValue): PSList => {
    if (lengthOf(self) === 0) throw invalidOperation(`${what} empty.`);
    return listOf(self);
  };
  const take = (self: PSValue): PSValue => {
    const list = needItem(self);
    return list instanceof EndsList ? list.take() : (list.items.shift() ?? null);
  };
  const peek = (self: PSValue): PSValue => {
    const list = needItem(self);
    return list instanceof EndsList ? list.next : (list.items[0] ?? null);
  };
  const attempt =
    (work: (self: PSValue) => PSValue) =>
    (self: PSValue, target: PSValue): PSValue => {
      const any = lengthOf(self) > 0;
      if (target instanceof PSReference) target.put(any ? work(self) : null);
      return any;
    };
  const put = (self: PSValue, item: PSValue): undefined => {
    const list = listOf(self);
    if (list instanceof EndsList) list.put(item);
    else if (kind === 'QUE') pushOne(list.items, item);
    else list.items.unshift(item);
  };
  return {
    Count: lengthOf,
    IsEmpty: (self) => lengthOf(self) === 0,
    IsSynchronized: () => false,
    SyncRoot: (self) => self,
    Capacity: lengthOf,
    Add: put,
    Enqueue: put,
    Push: put,
    Dequeue: take,
    Pop: take,
    Peek: peek,
    TryDequeue: attempt(take),
    TryPop: attempt(take),
    TryPeek: attempt(peek),
    TryTake: attempt(take),
    Clear: (self) => {
      own(self).length = 0;
      return undefined;
    },
    Contains: (self, item) => andThen(indexOf(self, item), (index) => index >= 0),
    ToArray: (self) => typedArray(copyOf(own(self)), elementOf(self)),
    CopyTo: (self, ...args) => copyTo(self, args),
    Clone: (self) => new EndsList(copyOf(own(self)), kind, { typeNames: listOf(self).typeNames }),
    EnsureCapacity: (self, capacity) => roomOfList(own(self).length, num(capacity)),
    TrimExcess: () => undefined,
    TrimToSize: () => undefined,
    GetEnumerator: (self) => enumerator(copyOf(own(self)), self),
    new: (self, ...args) => {
      const list = listOf(made(kind)(self, ...args));
      return new EndsList(list.items, kind, { typeNames: list.typeNames });
    },
  };
}
for (const name of ['Generic.Queue`1', 'Queue', 'Concurrent.ConcurrentQueue`1'])
  implement(`System.Collections.${name}`, () => ends('QUE'));
for (const name of ['Generic.Stack`1', 'Stack', 'Concurrent.ConcurrentStack`1', 'Concurrent.ConcurrentBag`1'])
  implement(`System.Collections.${name}`, () => ends('STK'));
