/**
 * Objects that came as CLIXML and are made again what they were: PowerShell's type data does so for a few types, whose
 * copies nobody could use (a credential without its password's methods). All others stay `Deserialized.` copies.
 */
import {
  DESERIALIZED_PREFIX,
  PSDictionary,
  PSList,
  PSObject,
  PSPrimitive,
  PSScriptBlockText,
  PSSecureString,
  TYPE_NAMES,
  type PropertyBag,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { convertTo } from '../conversion.js';
import { PSError, NetThrow } from '../values/exceptions.js';
import { NetObject } from '../values/live.js';
import { findType } from '../values/net-type.js';
import { SWITCH } from '../values/types.js';

const CREDENTIAL = 'System.Management.Automation.PSCredential';

/** By the name that it came with. @returns undefined: it lacks what it is made of, and stays a copy. */
const MAKERS: ReadonlyMap<string, (copy: PSObject) => PSObject | undefined> = new Map(
  Object.entries<(copy: PSObject) => PSObject | undefined>({
    [CREDENTIAL]: (copy) => {
      if (typeof copy.get('UserName') !== 'string' || !(copy.get('Password') instanceof PSSecureString))
        return undefined;
      copy.typeNames = [CREDENTIAL, 'System.Object'];
      return copy;
    },
    'System.Management.Automation.SwitchParameter': (copy) => new NetObject(SWITCH, copy.get('IsPresent') === true),
    'System.Net.IPAddress': (copy) => fromText('System.Net.IPAddress', copy),
    'System.Net.Mail.MailAddress': (copy) => fromText('System.Net.Mail.MailAddress', copy),
    'System.Globalization.CultureInfo': (copy) => fromText('System.Globalization.CultureInfo', copy),
    'System.Collections.Specialized.OrderedDictionary': (copy) =>
      copy instanceof PSDictionary
        ? new PSDictionary(copy.entries(), { typeNames: TYPE_NAMES.orderedDictionary })
        : undefined,
  }).map(([name, make]) => [DESERIALIZED_PREFIX + name, make]),
);

function fromText(typeName: string, { toStringText }: PSObject): PSObject | undefined {
  const type = findType(typeName);
  if (type === undefined || toStringText === undefined) return undefined;
  try {
    const made = convertTo(toStringText, type);
    return made instanceof PSObject ? made : undefined;
  } catch (error) {
    if (error instanceof PSError || error instanceof NetThrow) return undefined;
    throw error;
  }
}

/** Makes again what is in `value`, which is changed; gives what takes its place. */
export function rehydrated(value: PSValue): PSValue {
  return new Rehydration().of(value);
}

class Rehydration {
  /** What was met stands once: documents refer to objects, also around in circles. */
  readonly #made = new Map<object, PSValue>();

  of(value: PSValue): PSValue {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    // PowerShell gives the text of a script block: nobody runs what another computer sent.
    if (value instanceof PSPrimitive) return value instanceof PSScriptBlockText ? value.text : value;
    const known = this.#made.get(value);
    if (known !== undefined) return known;
    this.#made.set(value, value);
    const made = this.#object(value);
    this.#made.set(value, made);
    return made;
  }

  #object(value: PSObject | readonly PSValue[]): PSValue {
    if (!(value instanceof PSObject)) {
      const items = value as PSValue[];
      for (const [index, item] of items.entries()) items[index] = this.of(item);
      return items;
    }
    if (value instanceof NetObject) return value;
    this.#bag(value.adapted);
    this.#bag(value.extended);
    if (value instanceof PSList) for (const [index, item] of value.items.entries()) value.items[index] = this.of(item);
    else if (value instanceof PSDictionary) this.#entries(value);
    else if (value.base !== undefined) value.base = this.of(value.base);
    const made = MAKERS.get(value.typeNames[0] ?? '')?.(value);
    if (made === undefined) return value;
    if (made !== value && value.extended !== undefined) made.extended = value.extended;
    return made;
  }
  #entries(value: PSDictionary): void {
    for (const key of value.keys) {
      const item = value.getEntry(key) ?? null;
      const made = this.of(item);
      if (made !== item) value.setEntry(key, made);
    }
  }
  #bag(bag: PropertyBag | undefined): void {
    if (bag === undefined) return;
    const { values } = bag;
    for (let index = 0; index < values.length; index += 1) {
      const item = values[index];
      if (typeof item === 'object' && item !== null) values[index] = this.of(item);
    }
  }
}
