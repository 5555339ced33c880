/** ObservableCollection<T>: a list that tells of its changes. */
import { PSList, type PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { Bodies } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { defineType } from '../values/net-type.js';
import { declareEvents, raise } from './events.js';
import { dataOf, enumOf } from './support.js';

const NAME = 'System.Collections.ObjectModel.ObservableCollection`1';
const ACTION = 'System.Collections.Specialized.NotifyCollectionChangedAction';

interface Change {
  readonly action: 'Add' | 'Remove' | 'Replace' | 'Move' | 'Reset';
  readonly added: readonly PSValue[] | undefined;
  readonly removed: readonly PSValue[] | undefined;
  readonly newIndex: number;
  readonly oldIndex: number;
}
const change = (self: PSValue): Change => dataOf<Change>(self);
const list = (items: readonly PSValue[] | undefined): PSValue => (items === undefined ? null : new PSList([...items]));
const CHANGED = defineType(
  'System.Collections.Specialized.NotifyCollectionChangedEventArgs',
  { base: 'System.EventArgs' },
  {
    [`${ACTION} Action`]: (self) => enumOf(ACTION, change(self).action),
    'System.Collections.IList NewItems': (self) => list(change(self).added),
    'System.Collections.IList OldItems': (self) => list(change(self).removed),
    'int NewStartingIndex': (self) => change(self).newIndex,
    'int OldStartingIndex': (self) => change(self).oldIndex,
  },
);
declareEvents(NAME, [
  {
    name: 'CollectionChanged',
    handler: 'System.Collections.Specialized.NotifyCollectionChangedEventHandler',
    args: CHANGED.fullName,
  },
]);

const CHANGING = ['Add', 'Insert', 'Remove', 'RemoveAt', 'Clear', 'set_Item', 'Move'];
/** The same bodies; those that change the list raise CollectionChanged, told from what was there before. */
export function observable(bodies: Bodies): Bodies {
  const made: Record<string, Bodies[string]> = { ...bodies };
  made['Move'] = (self, from, to) => {
    const items = itemsOf(self);
    items.splice(Number(to), 0, ...items.splice(Number(from), 1));
    return undefined;
  };
  for (const name of CHANGING) {
    const body = made[name];
    if (body === undefined) continue;
    made[name] = (self, ...args) => {
      const before = [...itemsOf(self)];
      const result = body(self, ...args);
      const source = unwrap(self) as PSObject;
      const told = name === 'Clear' ? RESET : difference(before, itemsOf(self));
      if (told !== undefined) raise(source, 'CollectionChanged', new NetObject(CHANGED, told));
      return result;
    };
  }
  return made;
}
const itemsOf = (self: PSValue): PSValue[] => {
  const inner = unwrap(self);
  return inner instanceof PSList ? inner.items : [];
};
const RESET: Change = { action: 'Reset', added: undefined, removed: undefined, newIndex: -1, oldIndex: -1 };
/** One change at one place. Undefined when nothing changed. */
function difference(before: readonly PSValue[], after: readonly PSValue[]): Change | undefined {
  let at = 0;
  while (at < before.length && at < after.length && before[at] === after[at]) at += 1;
  const none = { added: undefined, removed: undefined, newIndex: -1, oldIndex: -1 };
  if (after.length > before.length)
    return { ...none, action: 'Add', added: after.slice(at, at + after.length - before.length), newIndex: at };
  if (after.length < before.length)
    return { ...none, action: 'Remove', removed: before.slice(at, at + before.length - after.length), oldIndex: at };
  if (at === after.length) return undefined;
  let end = after.length - 1;
  while (end > at && before[end] === after[end]) end -= 1;
  if (end === at)
    return { action: 'Replace', added: [after[at] ?? null], removed: [before[at] ?? null], newIndex: at, oldIndex: at };
  const forward = before[at] === after[end];
  const item = forward ? before[at] : after[at];
  return {
    action: 'Move',
    added: [item ?? null],
    removed: [item ?? null],
    newIndex: forward ? end : at,
    oldIndex: forward ? at : end,
  };
}
