/** Events of .NET objects: which a type has, who listens, and how one is raised. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { addMembers, requireType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { typeOf } from '../values/types.js';
import { unwrap } from '../values/live.js';
import { callDelegate } from './support.js';

export interface EventInfo {
  readonly name: string;
  /** The delegate's type, as Get-Member prints it. */
  readonly handler: string;
  /** The type of its second argument. */
  readonly args: string;
  /** Called when the first one listens; what it gives, when the last one goes. */
  readonly attach?: (source: PSObject) => (() => void) | undefined;
}
export type EventHandler = (sender: PSValue, args: PSValue) => void;

const declared = new Map<string, EventInfo[]>();
const listeners = new WeakMap<PSObject, Map<string, Set<EventHandler>>>();
const detachers = new WeakMap<PSObject, Map<string, () => void>>();
/** Handlers of `add_X(…)`, to be found again by `remove_X(…)`. */
const delegates = new WeakMap<
  PSObject,
  { readonly name: string; readonly block: PSValue; readonly stop: () => void }[]
>();

/** Gives a type events, with their `add_` and `remove_` methods. */
export function declareEvents(typeName: string, events: readonly EventInfo[]): void {
  declared.set(typeName, [...(declared.get(typeName) ?? []), ...events]);
  const type = requireType(typeName);
  for (const { name } of events)
    addMembers(type, {
      [`void add_${name}(scriptblock value)`]: (self, block) => {
        const source = sourceOf(self);
        const own = block ?? null;
        if (source === undefined || !(unwrap(own) instanceof ScriptBlock)) return undefined;
        const stop = listen(source, name, (sender, args) => {
          void Promise.resolve(callDelegate(own, [sender, args])).catch(() => undefined); // nobody waits for a handler
        });
        delegates.set(source, [...(delegates.get(source) ?? []), { name, block: own, stop }]);
        return undefined;
      },
      [`void remove_${name}(scriptblock value)`]: (self, block) => {
        const source = sourceOf(self);
        const found = source === undefined ? undefined : delegates.get(source);
        found?.find((one) => one.name === name && one.block === block)?.stop();
        return undefined;
      },
    });
}
const sourceOf = (value: PSValue): PSObject | undefined => {
  const inner = unwrap(value);
  return inner instanceof PSObject ? inner : undefined;
};
/** All events of a value's type and its bases. */
export function eventsOf(value: PSValue): readonly EventInfo[] {
  const found: EventInfo[] = [];
  for (const type of typeOf(unwrap(value))?.chainTypes() ?? [])
    found.push(...(declared.get(type.fullName) ?? declared.get(type.definition?.name ?? '') ?? []));
  return found;
}
/** Undefined when the object has no such event; letter case does not matter. */
export function findEvent(value: PSValue, name: string): EventInfo | undefined {
  return eventsOf(value).find((event) => event.name.toLowerCase() === name.toLowerCase());
}
/** Gives what ends it. @throws a plain Error: the object has no such event. */
export function listen(value: PSValue, name: string, handler: EventHandler): () => void {
  const source = sourceOf(value);
  const event = findEvent(value, name);
  if (source === undefined || event === undefined) throw new Error(`no event ${name} of ${toText(value)}`);
  const all = listeners.get(source) ?? new Map<string, Set<EventHandler>>();
  listeners.set(source, all);
  const own = all.get(event.name) ?? new Set();
  all.set(event.name, own);
  own.add(handler);
  if (own.size === 1) {
    const detach = event.attach?.(source);
    if (detach !== undefined) {
      const kept = detachers.get(source) ?? new Map<string, () => void>();
      detachers.set(source, kept);
      kept.set(event.name, detach);
    }
  }
  return () => {
    if (!own.delete(handler) || own.size > 0) return;
    detachers.get(source)?.get(event.name)?.();
    detachers.get(source)?.delete(event.name);
  };
}
export const isHeard = (source: PSObject, name: string): boolean => (listeners.get(source)?.get(name)?.size ?? 0) > 0;
export function raise(source: PSObject, name: string, args: PSValue): void {
  for (const handler of Array.from(listeners.get(source)?.get(name) ?? [])) handler(source, args);
}
