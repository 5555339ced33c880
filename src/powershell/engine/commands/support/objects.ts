/** Objects that commands write: .NET objects by their type names and native properties, and custom objects. */
import { PropertyBag, PSList, PSObject, TYPE_NAMES, type PSValue } from '../../../../protocol/objects/index.js';
import { byteItems } from '../../values/byte-items.js';
import { asInput } from '../../values/kept.js';
import { AutomationNull, NetObject, unwrap } from '../../values/live.js';
import { SWITCH } from '../../values/types.js';
import type { CommandContext } from '../../command-api.js';

/** An instance of a .NET class that only carries properties; most derived type name first. */
export function netObject(typeNames: readonly string[], properties: Readonly<Record<string, PSValue>>): PSObject {
  const [name] = typeNames;
  return new PSObject({
    typeNames,
    adapted: PropertyBag.of(properties),
    ...(name === undefined ? {} : { toStringText: name }),
  });
}
/** `[pscustomobject]@{…}`. */
export function customObject(entries: Iterable<readonly [string, PSValue]>): PSObject {
  const bag = new PropertyBag();
  for (const [name, value] of entries) bag.set(name, value);
  return new PSObject({ typeNames: TYPE_NAMES.customObject, extended: bag });
}

/** The items of an argument that may be one value or several. */
export function listOf(value: PSValue | undefined): readonly PSValue[] {
  if (value === undefined || value === null || value === AutomationNull) return [];
  const inner = unwrap(value);
  if (Array.isArray(inner)) return inner as readonly PSValue[];
  if (inner instanceof PSList) return inner.items;
  return [value];
}
/** The items that a value gives when a pipeline takes it apart; undefined for a single object. */
export function itemsOf(value: PSValue): readonly PSValue[] | undefined {
  const inner = unwrap(value);
  if (Array.isArray(inner)) return inner as readonly PSValue[];
  if (inner instanceof PSList) return inner.items;
  if (inner instanceof Uint8Array) return byteItems(inner);
  return undefined;
}

/** The pipeline's object, or undefined when there was none. */
export function inputOf(context: CommandContext, name = 'InputObject'): PSValue | undefined {
  const value = context.arg(name);
  return value === AutomationNull ? undefined : asInput(value);
}
/** Whether the switch was given at all, as `-Switch:$false` also is. */
export const switchValue = (value: PSValue): boolean | undefined =>
  typeof value === 'boolean'
    ? value
    : value instanceof NetObject && value.type === SWITCH
      ? value.data === true
      : undefined;
