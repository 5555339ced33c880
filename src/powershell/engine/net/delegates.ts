/** Script blocks that were made delegates: `([Func[int,int]]{ … }).Invoke(5)`. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { convertTo } from '../conversion.js';
import { andThen, type Pending } from '../pending.js';
import { implement } from '../values/bodies.js';
import { AutomationNull, NetObject, plain, unwrap } from '../values/live.js';
import { BOOLEAN, INT32 } from '../values/types.js';
import { callDelegate, items } from './support.js';

/** What the delegate gives, as its type says. */
function result(self: PSValue, value: PSValue): PSValue | undefined {
  const inner = unwrap(self);
  if (!(inner instanceof NetObject)) return value;
  const { type } = inner;
  const name = type.definition?.name ?? type.fullName;
  if (/^System\.(?:Func|Converter)`/.test(name)) {
    const wanted = type.genericArguments.at(-1);
    return wanted === undefined ? value : convertTo(plain(value), wanted);
  }
  if (name === 'System.Predicate`1') return convertTo(plain(value), BOOLEAN);
  if (name === 'System.Comparison`1') return convertTo(plain(value), INT32);
  return /^System\.Action(?:`|$)|EventHandler/.test(name) || value === AutomationNull ? undefined : value;
}
const call = (self: PSValue, args: readonly PSValue[]): Pending<PSValue | undefined> =>
  andThen<PSValue, PSValue | undefined>(callDelegate(self, args), (value) => result(self, value));

implement('System.Delegate', () => ({
  Invoke: (self, ...args) => call(self, args) as Pending<PSValue>,
  DynamicInvoke: (self, args) => call(self, args === null || args === undefined ? [] : items(args)) as Pending<PSValue>,
}));
