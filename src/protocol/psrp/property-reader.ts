/**
 * Typed reading of a message's properties. Names ignore case, unknown ones are ignored, a missing mandatory one is an
 * error that names message and property. Where PowerShell wants one exact tag, any tag that holds the same value is
 * taken: other implementations write narrower or wider integers. protocol.md 3.2
 */
import { RemoteProtocolError } from '../errors/index.js';
import { PSDateTime, PSGuid, PSList, PSObject, PSVersion, type PSValue } from '../objects/index.js';
import { decodeEnum, integerOf, type EnumDefinition } from './enums.js';
import type { Guid } from '../bytes/index.js';

/** Reads the properties of one object; `what` names it in errors. */
export class PropertyReader {
  readonly #object: PSObject;
  readonly #what: string;

  /** @throws {RemoteProtocolError} the value is not an object. */
  constructor(value: PSValue, what: string) {
    if (!(value instanceof PSObject)) throw protocolError(`${what} is not an object with properties`, what);
    this.#object = value;
    this.#what = what;
  }

  get object(): PSObject {
    return this.#object;
  }
  /** The value, or undefined when the property is absent. */
  optional(name: string): PSValue | undefined {
    return this.#object.get(name);
  }
  /** The value; absent is an error, null is not. */
  any(name: string): PSValue {
    const value = this.#object.get(name);
    if (value === undefined) throw protocolError(`${this.#what} has no property '${name}'`, this.#what);
    return value;
  }
  int32(name: string): number {
    const value = integerOf(this.any(name));
    if (value === undefined || value !== (value | 0)) throw this.#wrong(name, 'Int32');
    return value;
  }
  /** A whole number up to 2^53 of any width. */
  integer(name: string): number {
    return integerOf(this.any(name)) ?? this.#fail(name, 'whole number');
  }
  int64(name: string): bigint {
    const value = this.any(name);
    if (typeof value === 'bigint') return value;
    const number = integerOf(value);
    return number === undefined ? this.#fail(name, 'Int64') : BigInt(number);
  }
  boolean(name: string): boolean {
    const value = this.any(name);
    return typeof value === 'boolean' ? value : this.#fail(name, 'Boolean');
  }
  string(name: string): string {
    return stringOf(this.any(name)) ?? this.#fail(name, 'String');
  }
  /** A string; empty when it is null or absent. */
  stringOrEmpty(name: string): string {
    return this.nullableString(name) ?? '';
  }
  /** A string, or null when it is null or absent. */
  nullableString(name: string): string | null {
    const value = this.optional(name);
    if (value === undefined || value === null) return null;
    return stringOf(value) ?? this.#fail(name, 'String');
  }
  version(name: string): PSVersion {
    const value = unwrap(this.any(name));
    return value instanceof PSVersion ? value : this.#fail(name, 'Version');
  }
  guid(name: string): Guid {
    const value = unwrap(this.any(name));
    return value instanceof PSGuid ? value.value : this.#fail(name, 'Guid');
  }
  dateTime(name: string): PSDateTime {
    const value = unwrap(this.any(name));
    return value instanceof PSDateTime ? value : this.#fail(name, 'DateTime');
  }
  enumeration(name: string, definition: EnumDefinition): number {
    return decodeEnum(definition, this.any(name));
  }
  /** The items of a list; empty when it is null or absent. */
  list(name: string): readonly PSValue[] {
    const value = this.optional(name);
    if (value === undefined || value === null) return [];
    return listItems(value) ?? this.#fail(name, 'list');
  }
  nested(name: string): PropertyReader {
    return new PropertyReader(this.any(name), `${this.#what}.${name}`);
  }

  #wrong(name: string, type: string): RemoteProtocolError {
    return protocolError(`${this.#what} has a property '${name}' that is not of type ${type}`, this.#what);
  }
  #fail(name: string, type: string): never {
    throw this.#wrong(name, type);
  }
}

/** The items of any of the forms that a list arrives in, or undefined. */
export function listItems(value: PSValue): readonly PSValue[] | undefined {
  if (value instanceof PSList) return value.items;
  if (Array.isArray(value)) return value;
  return undefined;
}

/** A string, also inside an object that only adds notes to it; undefined otherwise. */
export function stringOf(value: PSValue): string | undefined {
  const inner = unwrap(value);
  return typeof inner === 'string' ? inner : undefined;
}

/** The primitive inside an extended primitive. */
export function unwrap(value: PSValue): PSValue {
  return value instanceof PSObject && value.base !== undefined ? value.base : value;
}

export function protocolError(text: string, where: string): RemoteProtocolError {
  return new RemoteProtocolError(`${text}.`, { where, rule: 'protocol.md 3' });
}
