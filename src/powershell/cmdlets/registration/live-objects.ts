/** The library's objects that have a form in the engine: each kind says how it is made there. */
import type { PSValue } from '../../../protocol/objects/index.js';

type Kind = abstract new (...args: never[]) => object;
const makers: (readonly [Kind, (value: object) => PSValue])[] = [];

export function liveKind<T extends object>(
  kind: abstract new (...args: never[]) => T,
  make: (value: T) => PSValue,
): void {
  makers.push([kind, make as (value: object) => PSValue]);
}
/** The engine's object; undefined for what has none. */
export function liveObject(value: object): PSValue | undefined {
  return makers.find(([kind]) => value instanceof kind)?.[1](value);
}
