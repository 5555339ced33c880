/** IEnumerator over an array's items: `$foreach`, `$switch`. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { NetThrow } from '../values/exceptions.js';
import { type EnumeratorData, NetObject } from '../values/live.js';
import { addMembers, NetType, registerType } from '../values/net-type.js';
import { enumerators } from './members.js';

export const ENUMERATOR = registerType(
  new NetType('System.ArrayEnumerator', {
    interfaces: ['System.Collections.IEnumerator', 'System.ICloneable'],
  }),
);
const dataOf = (self: PSValue): EnumeratorData => (self as NetObject<EnumeratorData>).data;

addMembers(ENUMERATOR, {
  'object Current': (self) => {
    const { items, at } = dataOf(self);
    if (at < 0) throw new NetThrow('System.InvalidOperationException', 'Enumeration has not started. Call MoveNext.');
    if (at >= items.length) throw new NetThrow('System.InvalidOperationException', 'Enumeration already finished.');
    return items[at] ?? null;
  },
  'bool MoveNext()': (self) => {
    const data = dataOf(self);
    if (data.at < data.items.length) data.at += 1;
    return data.at < data.items.length;
  },
  'void Reset()': (self) => {
    dataOf(self).at = -1;
    return undefined;
  },
});

/** `$input`: an enumerator over what was piped in. Whoever goes through it uses it up; `Reset()` begins anew. */
export const INPUT = registerType(
  new NetType('System.Collections.ArrayList+ArrayListEnumeratorSimple', {
    interfaces: ['System.Collections.IEnumerator', 'System.ICloneable'],
  }),
);
export const inputEnumerator = (items: readonly PSValue[]): NetObject<EnumeratorData> =>
  new NetObject<EnumeratorData>(INPUT, { items, at: -1 });
for (const [name, method] of ENUMERATOR.declared.methods) INPUT.declared.methods.set(name, method);
for (const [name, property] of ENUMERATOR.declared.properties) INPUT.declared.properties.set(name, property);
enumerators.set(INPUT.fullName, (value) => {
  const data = dataOf(value);
  const rest = data.at < 0 ? data.items : data.items.slice(data.at + 1);
  data.at = data.items.length;
  return rest;
});
