/** IEnumerator over an array's items: `$foreach`, `$switch`. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { NetThrow } from '../values/exceptions.js';
import { type EnumeratorData, NetObject } from '../values/live.js';
import { addMembers, NetType, registerType } from '../values/net-type.js';

export const ENUMERATOR = registerType(
  new NetType('System.Array+ArrayEnumerator', {
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
