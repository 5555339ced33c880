/** The events of PSDataCollection<T>: what came, and that nothing more comes. */
import { EMPTY_GUID } from '../../../protocol/bytes/index.js';
import { PSGuid, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { pushOne } from '../room.js';
import type { Bodies } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { defineType, requireType } from '../values/net-type.js';
import { declareEvents, isHeard, raise } from './events.js';
import { dataOf } from './support.js';

const AUTOMATION = 'System.Management.Automation';
interface Added {
  readonly index: number;
}
const ADDED = defineType(
  `${AUTOMATION}.DataAddedEventArgs`,
  { base: 'System.EventArgs' },
  {
    'int Index': (self) => dataOf<Added>(self).index,
    'guid PowerShellInstanceId': () => new PSGuid(EMPTY_GUID),
  },
);
declareEvents(`${AUTOMATION}.PSDataCollection\`1`, [
  { name: 'DataAdded', handler: `System.EventHandler\`1[${ADDED.fullName}]`, args: ADDED.fullName },
  { name: 'Completed', handler: 'System.EventHandler', args: 'System.EventArgs' },
]);

/** One more value, of which whoever listens hears. */
export function addData(list: PSList, value: PSValue): void {
  pushOne(list.items, value);
  tellAdded(list, list.items.length - 1);
}
function tellAdded(list: PSList, index: number): void {
  if (isHeard(list, 'DataAdded')) raise(list, 'DataAdded', new NetObject<Added>(ADDED, { index }));
}
/** The same bodies; those that add and end raise the events. */
export function tellingData(bodies: Bodies): Bodies {
  const wrapped = (name: string, after: (list: PSList, before: number) => void): Bodies => {
    const body = bodies[name];
    if (body === undefined) return {};
    return {
      [name]: (self, ...args) => {
        const list = unwrap(self);
        const before = list instanceof PSList ? list.items.length : 0;
        const made = body(self, ...args);
        if (list instanceof PSList) after(list, before);
        return made;
      },
    };
  };
  return {
    ...bodies,
    ...wrapped('Add', tellAdded),
    ...wrapped('Complete', (list) =>
      raise(list, 'Completed', new NetObject(requireType('System.EventArgs'), undefined)),
    ),
  };
}
