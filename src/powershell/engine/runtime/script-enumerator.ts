/** Going through instances of script classes that are IEnumerable, or IEnumerator themselves. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { toBoolean } from '../conversion.js';
import type { Pending } from '../pending.js';
import { fail } from '../values/exceptions.js';
import { ClassInstance, plain } from '../values/live.js';
import { type NetMethod, type NetType, requireType } from '../values/net-type.js';
import { active, callOverloads } from './overloads.js';

const IENUMERABLE = 'System.Collections.IEnumerable';
const IENUMERATOR = 'System.Collections.IEnumerator';
/** What a class gives its items by; null: it is a single value. */
const ways = new WeakMap<NetType, { readonly kind: 'enumerable' | 'enumerator'; readonly method: NetMethod } | null>();
function wayOf(type: NetType): ReturnType<typeof ways.get> {
  const known = ways.get(type);
  if (known !== undefined) return known;
  const has = (name: string): boolean => type.isAssignableTo(requireType(name));
  const [kind, name] = has(IENUMERABLE)
    ? (['enumerable', 'GetEnumerator'] as const)
    : has(IENUMERATOR)
      ? (['enumerator', 'MoveNext'] as const)
      : [undefined, ''];
  // Only a method of the script's own: what a .NET base has is its business.
  let own = false;
  for (let at: NetType | undefined = type; at?.scriptClass === true; at = at.base)
    own ||= at.methods.has(name.toLowerCase());
  const method = own ? type.findMethod(name) : undefined;
  const way = kind === undefined || method === undefined ? null : { kind, method };
  ways.set(type, way);
  return way;
}
function now(value: Pending<PSValue>, type: NetType): PSValue {
  if (!(value instanceof Promise)) return plain(value);
  throw fail('NotSupported', `The enumerator of ${type.fullName} cannot wait. Gather its items before the loop.`, {
    category: 'NotImplemented',
    type: 'System.NotSupportedException',
  });
}
function call(target: ClassInstance, method: NetMethod): PSValue {
  const { runtime } = active;
  if (runtime === undefined) return null;
  return now(
    runtime.atOnce(() => callOverloads(runtime, method.name, method.overloads, target, [])),
    target.type,
  );
}
function* moved(target: ClassInstance, moveNext: NetMethod): Iterable<PSValue> {
  const current = target.type.findMethod('get_Current');
  const property = target.type.findProperty('Current');
  while (toBoolean(call(target, moveNext)))
    yield current !== undefined
      ? call(target, current)
      : property === undefined
        ? null
        : now((property.get(target) ?? null) as Pending<PSValue>, target.type);
}
/**
 * The items of an instance, made as they are asked for; undefined for a single value.
 * @param itemsOf what a value that is no script class gives.
 */
export function scriptItems(
  value: ClassInstance,
  itemsOf: (value: PSValue) => readonly PSValue[] | undefined,
): Iterable<PSValue> | undefined {
  if (!value.type.scriptClass) return undefined;
  const way = wayOf(value.type);
  if (way === null || way === undefined) return undefined;
  if (way.kind === 'enumerator') return moved(value, way.method);
  const made = call(value, way.method);
  if (made === null) return [];
  if (made instanceof ClassInstance && made.inner === undefined) {
    const inner = wayOf(made.type);
    if (inner !== null && inner !== undefined) return moved(made, made.type.findMethod('MoveNext') ?? inner.method);
  }
  return itemsOf(made) ?? [made];
}
