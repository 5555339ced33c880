/** Lists that show the items of another collection as they are when it is looked at. */
import { PSList, type PSListKind, type PSValue } from '../../../protocol/objects/index.js';
import { showsItemsOf } from '../values/changes.js';
import { unwrap } from '../values/live.js';
import { type NetType, requireType } from '../values/net-type.js';
import { genericType, OBJECT } from '../values/types.js';

const owners = new WeakMap<object, PSValue>();
/** Whose items a view shows. */
export const ownerOf = (view: PSList): PSValue => owners.get(view) ?? view;
/** @param items what it shows, asked for again each time. */
export function viewOf(type: NetType, kind: PSListKind, owner: PSValue, items: () => readonly PSValue[]): PSList {
  const shown = new PSList([], kind, { typeNames: type.typeNames });
  Object.defineProperty(shown, 'items', { get: items });
  owners.set(shown, owner);
  return showsItemsOf(shown, owner);
}
/** A list that shows another one and cannot be changed itself. */
export function readOnlyView(element: NetType, of: PSValue): PSList {
  const inner = unwrap(of);
  const type = genericType('System.Collections.ObjectModel.ReadOnlyCollection', [element]) ?? OBJECT;
  return viewOf(type, 'LST', of, () => (inner instanceof PSList ? inner.items : (inner as readonly PSValue[])));
}

type Part = 'Key' | 'Value';
const viewTypes = new WeakMap<NetType, Partial<Record<Part, NetType>>>();
/** The type of what lists the keys or the values of a dictionary. */
export function viewType(of: NetType, part: Part): NetType {
  let known = viewTypes.get(of);
  if (known === undefined) viewTypes.set(of, (known = {}));
  return (known[part] ??= newViewType(of, part));
}
function newViewType(of: NetType, part: Part): NetType {
  const generic = of.genericArguments;
  const owner = of.definition?.name ?? of.fullName;
  const closed = (name: string, args = generic): NetType => genericType(name, args) ?? OBJECT;
  switch (owner) {
    case 'System.Collections.Specialized.OrderedDictionary':
      return requireType(`${owner}+OrderedDictionaryKeyValueCollection`);
    case 'System.Collections.SortedList':
      return requireType(`${owner}+${part}List`);
    case 'System.Collections.Generic.SortedList`2':
      return closed(`${owner}+${part}List`);
    case 'System.Collections.Concurrent.ConcurrentDictionary`2':
      return closed(
        'System.Collections.ObjectModel.ReadOnlyCollection',
        part === 'Key' ? generic.slice(0, 1) : generic.slice(1),
      );
    case 'System.Collections.Generic.Dictionary`2':
    case 'System.Collections.Generic.SortedDictionary`2':
    case 'System.Collections.ObjectModel.ReadOnlyDictionary`2':
      return closed(`${owner}+${part}Collection`);
    default:
      return requireType(`System.Collections.Hashtable+${part}Collection`);
  }
}
