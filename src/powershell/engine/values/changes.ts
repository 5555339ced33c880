/**
 * Collections that change while somebody goes through them: .NET's enumerators look at a version number at each step and
 * refuse to go on. Here only a collection that is being gone through is looked after, so that nothing is paid otherwise.
 */
import { PSDictionary, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { ErrorRecordObject, ExceptionObject, exceptionType, fail, PSError } from './exceptions.js';
import { unwrap } from './live.js';
import { typeOf } from './types.js';

/** One walk through a collection. */
export interface Walk {
  readonly source: object;
  changed: boolean;
}
const walks = new WeakMap<object, Set<Walk>>();
let open = 0;
/** What a view or an enumerator shows the items of: `$h.Keys`, `$h.GetEnumerator()`. */
const sources = new WeakMap<object, PSValue>();
/** Says whose items a view or an enumerator shows. */
export function showsItemsOf<T extends PSValue>(view: T, source: PSValue): T {
  if (typeof view === 'object' && view !== null) sources.set(view, source);
  return view;
}
function sourceOf(value: PSValue): object | undefined {
  const inner = unwrap(value);
  if (typeof inner !== 'object' || inner === null) return undefined;
  const shown = sources.get(inner);
  if (shown !== undefined) return sourceOf(shown);
  return inner instanceof PSList || inner instanceof PSDictionary ? inner : undefined;
}
/** Begins a walk; undefined for what cannot change under it. Give it back to `endWalk`. */
export function beginWalk(value: PSValue): Walk | undefined {
  // A dictionary itself is one value.
  if (unwrap(value) instanceof PSDictionary) return undefined;
  const source = sourceOf(value);
  if (source === undefined) return undefined;
  const walk: Walk = { source, changed: false };
  let all = walks.get(source);
  if (all === undefined) walks.set(source, (all = new Set()));
  all.add(walk);
  open += 1;
  return walk;
}
/** What to go through: where a change may be allowed, the items of the beginning. */
export const walkItems = (walk: Walk | undefined, items: readonly PSValue[]): readonly PSValue[] =>
  walk === undefined || (walk.source instanceof PSList && walk.source.kind !== 'IE') ? items : items.slice();
export function endWalk(walk: Walk | undefined): void {
  if (walk !== undefined && walks.get(walk.source)?.delete(walk) === true) open -= 1;
}
const countOf = (source: object): number =>
  source instanceof PSDictionary ? source.count : source instanceof PSList ? source.items.length : 0;

/** Methods that end the walks even where the number of items stays. */
const ALWAYS = /^(?:set_item|insert|reverse|sort|clear|enqueue|dequeue|push|pop|removeat|setrange)$/;
/** In these, taking away changes no version. */
const KEEPS = /^System\.Collections\.Generic\.(?:Dictionary|HashSet)`2?|^System\.Collections\.Generic\.HashSet/;
const CONCURRENT = /^System\.Collections\.Concurrent\./;
/** Whether anybody goes through a collection: otherwise nobody asks what changes. */
export const isWalking = (): boolean => open > 0;
/** A change of `target` that `work` may make by the method or assignment `name`. */
export function changing<T>(target: PSValue, name: string, work: () => T): T {
  if (open === 0 || typeof target !== 'object' || target === null) return work();
  const source = sourceOf(target);
  const all = source === undefined ? undefined : walks.get(source);
  if (source === undefined || all === undefined || all.size === 0) return work();
  const before = countOf(source);
  const result = work();
  const after = countOf(source);
  const type = typeOf(source as PSList)?.definition?.name ?? typeOf(source as PSList)?.fullName ?? '';
  const same = KEEPS.test(type);
  const changed = same
    ? after > before
    : after !== before || (ALWAYS.test(name.toLowerCase()) && !(name === 'clear' && before === 0));
  if (changed && !CONCURRENT.test(type)) for (const walk of all) walk.changed = true;
  return result;
}
const LATE = /^System\.Collections\.(?:Queue|Stack|Generic\.(?:Sorted|Stack|LinkedList))|NameValueCollection/;
function modified(walk: Walk): ExceptionObject {
  const type = typeOf(walk.source as PSList)?.fullName ?? '';
  return new ExceptionObject(
    exceptionType('System.InvalidOperationException'),
    LATE.test(type)
      ? 'Collection was modified after the enumerator was instantiated.'
      : 'Collection was modified; enumeration operation may not execute.',
  );
}
/** A step of `foreach` or `switch`. @throws {PSError} the collection has changed. */
export function stepWalk(walk: Walk | undefined): void {
  if (walk?.changed !== true) return;
  throw new PSError(new ErrorRecordObject(modified(walk), 'System.InvalidOperationException', 'OperationStopped'));
}
/** A step of a pipeline's first value, `.ForEach()` or `.Where()`. @throws {PSError} `BadEnumeration`. */
export function stepPipeline(walk: Walk | undefined): void {
  if (walk?.changed !== true) return;
  const inner = modified(walk);
  const error = fail('BadEnumeration', `An error occurred while enumerating through a collection: ${inner.message}.`, {
    category: 'InvalidOperation',
    inner,
  });
  const name = enumeratorName(walk.source as PSList);
  error.record.targetName = name;
  error.record.targetType = name.replace(/\[.*$/, '').replace(/^.*\+/, '');
  throw error;
}
/** .NET's name of the object that goes through a collection. */
function enumeratorName(source: PSList | PSDictionary): string {
  const type = typeOf(source);
  if (type === undefined) return '';
  if (type.definition !== undefined && type.genericArguments.length > 0)
    return `${type.definition.name}+Enumerator[${type.genericArguments.map(({ fullName }) => fullName).join(',')}]`;
  if (source instanceof PSDictionary)
    return type.fullName === 'System.Collections.Hashtable'
      ? 'System.Collections.Hashtable+HashtableEnumerator'
      : `${type.fullName}+Enumerator`;
  return type.fullName === 'System.Collections.ArrayList'
    ? 'System.Collections.ArrayList+ArrayListEnumeratorSimple'
    : `${type.fullName}+Enumerator`;
}
