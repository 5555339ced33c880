/**
 * Objects as PowerShell remoting knows them: type names, a text form, native ("adapted") properties and added
 * ("extended") ones, around an optional base value. protocol.md 2.3
 *
 * What a decoder gives and an encoder takes is the same: a decoded document written again is the same document.
 */
import { HashOrder } from './hash-order.js';
import {
  PSByte,
  PSChar,
  PSDateTime,
  PSDouble,
  PSInt16,
  PSPrimitive,
  PSSByte,
  PSTimeSpan,
  PSUInt16,
} from './primitives.js';

/** Every value that can be in a pipeline or on the wire. A plain array stands for .NET's `object[]`. */
export type PSValue =
  | null
  | string
  | boolean
  | number
  | bigint
  | Uint8Array
  | PSPrimitive
  | PSObject
  | readonly PSValue[];

function baseText(value: PSValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return value.join(' ');
  return Array.isArray(value) ? (value as readonly PSValue[]).map(baseText).join(' ') : textOfObject(value);
}
function textOfObject(value: { toString(): string }): string {
  return value.toString();
}

/**
 * Named values in order; look-ups ignore case, as PowerShell's do. Objects of one kind that were decoded together share
 * one list of names, until one of them gets or loses a property.
 */
export class PropertyBag {
  #names: readonly string[];
  #shared: boolean;
  readonly values: PSValue[];

  /** Without arguments empty; see `withShape` for the others. */
  constructor(shape?: readonly string[], values?: PSValue[]) {
    this.#names = shape ?? [];
    this.#shared = shape !== undefined;
    this.values = values ?? [];
  }
  /** Takes both lists as they are, and copies the names before it changes them. For decoders. */
  static withShape(names: readonly string[], values: PSValue[]): PropertyBag {
    return new PropertyBag(names, values);
  }
  static of(record: Readonly<Record<string, PSValue>>): PropertyBag {
    const bag = new PropertyBag();
    for (const [name, value] of Object.entries(record)) bag.append(name, value);
    return bag;
  }

  get names(): readonly string[] {
    return this.#names;
  }
  /** Whether other bags may have the same list of names: an encoder may keep what it made of it. */
  get hasShape(): boolean {
    return this.#shared;
  }
  get size(): number {
    return this.#names.length;
  }
  /** The position of `name`, or -1. Exact spelling is tried first, because it nearly always matches. */
  indexOf(name: string): number {
    const names = this.#names;
    const exact = names.indexOf(name);
    if (exact >= 0) return exact;
    const lower = name.toLowerCase();
    for (let index = 0; index < names.length; index += 1) {
      const candidate = names[index];
      if (candidate !== undefined && candidate.length === lower.length && candidate.toLowerCase() === lower)
        return index;
    }
    return -1;
  }
  has(name: string): boolean {
    return this.indexOf(name) >= 0;
  }
  /** The value, or undefined where there is no such property (a null value is `null`). */
  get(name: string): PSValue | undefined {
    const index = this.indexOf(name);
    return index < 0 ? undefined : this.values[index];
  }
  set(name: string, value: PSValue): this {
    const index = this.indexOf(name);
    if (index >= 0) this.values[index] = value;
    else this.append(name, value);
    return this;
  }
  /** Adds without looking for the name first: for decoders and builders that know it is new. */
  append(name: string, value: PSValue): void {
    this.#own().push(name);
    this.values.push(value);
  }
  delete(name: string): boolean {
    const index = this.indexOf(name);
    if (index < 0) return false;
    this.#own().splice(index, 1);
    this.values.splice(index, 1);
    return true;
  }
  *[Symbol.iterator](): IterableIterator<readonly [string, PSValue]> {
    for (let index = 0; index < this.#names.length; index += 1) {
      yield [this.#names[index] ?? '', this.values[index] ?? null];
    }
  }
  #own(): string[] {
    if (this.#shared) {
      this.#names = [...this.#names];
      this.#shared = false;
    }
    return this.#names as string[];
  }
}

export interface PSObjectInit {
  readonly typeNames?: readonly string[];
  readonly toStringText?: string;
  readonly base?: PSValue;
  readonly adapted?: PropertyBag;
  readonly extended?: PropertyBag;
}

export class PSObject {
  /** Most derived first; empty when the object has none (PSRP's own message objects). Shared between objects: replace, never mutate. */
  typeNames: readonly string[];
  /** The text of `<ToString>`; undefined when there was none. */
  toStringText: string | undefined;
  /** The primitive or object inside this one; undefined for a property bag. Containers are subclasses instead. */
  base: PSValue | undefined;
  /** Native properties, `<Props>`. Present (even if empty) means: a proxy of a foreign object. */
  adapted: PropertyBag | undefined;
  /** Added members, `<MS>`. */
  extended: PropertyBag | undefined;

  constructor(init: PSObjectInit = {}) {
    this.typeNames = init.typeNames ?? [];
    this.toStringText = init.toStringText;
    this.base = init.base;
    this.adapted = init.adapted;
    this.extended = init.extended;
  }

  /** A property's value by name, case ignored; extended members win over adapted ones. Undefined when absent. */
  get(name: string): PSValue | undefined {
    const extended = this.extended?.get(name);
    return extended !== undefined ? extended : this.adapted?.get(name);
  }
  has(name: string): boolean {
    return (this.extended?.has(name) ?? false) || (this.adapted?.has(name) ?? false);
  }
  /** Sets an existing property where it stands, or adds an extended one. */
  set(name: string, value: PSValue): this {
    if (this.extended?.has(name) !== true && this.adapted?.has(name) === true) this.adapted.set(name, value);
    else (this.extended ??= new PropertyBag()).set(name, value);
    return this;
  }
  /** All properties, extended first, each name once. */
  *properties(): IterableIterator<readonly [string, PSValue]> {
    if (this.extended !== undefined) yield* this.extended;
    if (this.adapted !== undefined) {
      for (const entry of this.adapted) if (this.extended?.has(entry[0]) !== true) yield entry;
    }
  }
  /** True when the first type name is `name`, its `Deserialized.` prefix not counted. */
  isType(name: string): boolean {
    const first = this.typeNames[0];
    return first !== undefined && stripDeserialized(first).toLowerCase() === name.toLowerCase();
  }
  toString(): string {
    if (this.toStringText !== undefined) return this.toStringText;
    // An object around a value reads as the value.
    if (this.base !== undefined) return baseText(this.base);
    return this.typeNames[0] ?? 'System.Management.Automation.PSObject';
  }

  /** A property bag such as PSRP's messages are: no type names, extended members only. */
  static bag(record: Readonly<Record<string, PSValue>>): PSObject {
    return new PSObject({ extended: PropertyBag.of(record) });
  }
  /** A `[pscustomobject]`. */
  static custom(record: Readonly<Record<string, PSValue>>): PSObject {
    return new PSObject({ typeNames: TYPE_NAMES.customObject, extended: PropertyBag.of(record) });
  }
}

export type PSListKind = 'LST' | 'IE' | 'QUE' | 'STK';

/** A list, queue, stack (top first) or other enumerable. Its type names default to what a decoder of .NET would build. */
export class PSList extends PSObject {
  readonly kind: PSListKind;
  items: PSValue[];
  constructor(items: PSValue[] = [], kind: PSListKind = 'LST', init: PSObjectInit = {}) {
    super({ typeNames: TYPE_NAMES.arrayList, ...init });
    this.kind = kind;
    this.items = items;
  }
}

/** A nested member set, `<MS N="…">` among the members of an object: members under a common name. */
export class PSMemberSet extends PSObject {}

/**
 * A dictionary in insertion order, or in that of a Hashtable where that is known (see hash-order). Keys may be of any
 * type; string keys are found without regard to case, unless two keys differ by case only: then each is found by its
 * exact spelling (protocol.md 2.3).
 */
export class PSDictionary extends PSObject {
  #keys: PSValue[] = [];
  #values: PSValue[] = [];
  #index: Map<unknown, number> | undefined;
  /** Undefined where the order is that of insertion. */
  #order: HashOrder | undefined;
  readonly #isTable: boolean;
  /** How many of the entries have their place in the order. */
  #placed = 0;
  constructor(entries?: Iterable<readonly [PSValue, PSValue]>, init?: PSObjectInit) {
    super(init === undefined ? HASHTABLE : { ...HASHTABLE, ...init });
    this.#isTable = this.typeNames === TYPE_NAMES.hashtable;
    if (entries !== undefined) for (const [key, value] of entries) this.append(key, value);
  }
  get keys(): PSValue[] {
    this.#settle();
    return this.#keys;
  }
  get entryValues(): PSValue[] {
    this.#settle();
    return this.#values;
  }
  get count(): number {
    return this.#keys.length;
  }
  /** Room for so many entries before the first one: a literal has as many as it lists. */
  reserve(capacity: number): void {
    if (this.#isTable && this.#keys.length === 0) this.#order = new HashOrder(capacity);
  }
  append(key: PSValue, value: PSValue): void {
    if (this.#isTable) {
      if (hashCodeOf(key) === undefined) this.#order = undefined;
      else if (this.#keys.length === 0) this.#order ??= new HashOrder();
    }
    if (this.#index !== undefined) this.#remember(this.#index, key, this.#keys.length);
    this.#keys.push(key);
    this.#values.push(value);
  }
  /** Entries that came since the last look find their place. */
  #settle(): void {
    const order = this.#order;
    if (order === undefined || this.#placed === this.#keys.length) return;
    for (const key of this.#keys.slice(this.#placed)) order.insert(key, hashCodeOf(key) ?? 0);
    const values = new Map(this.#keys.map((key, at) => [key, this.#values[at] ?? null]));
    this.#keys = [...order.keys()] as PSValue[];
    this.#values = this.#keys.map((key) => values.get(key) ?? null);
    this.#placed = this.#keys.length;
    this.#index = undefined;
  }
  #remember(index: Map<unknown, number>, key: PSValue, at: number): void {
    index.set(dictionaryKey(key), at);
    if (typeof key !== 'string') return;
    const folded = `i:${key.toLowerCase()}`;
    if (!index.has(folded)) index.set(folded, at);
  }
  getEntry(key: PSValue): PSValue | undefined {
    const at = this.#find(key);
    return at < 0 ? undefined : this.#values[at];
  }
  hasEntry(key: PSValue): boolean {
    return this.#find(key) >= 0;
  }
  setEntry(key: PSValue, value: PSValue): void {
    const at = this.#find(key);
    if (at >= 0) this.#values[at] = value;
    else this.append(key, value);
  }
  deleteEntry(key: PSValue): boolean {
    this.#settle();
    const at = this.#find(key);
    if (at < 0) return false;
    const [gone = null] = this.#keys.splice(at, 1);
    this.#values.splice(at, 1);
    this.#order?.remove(gone, hashCodeOf(gone) ?? 0);
    if (this.#order !== undefined) this.#placed -= 1;
    this.#index = undefined;
    return true;
  }
  *entries(): IterableIterator<readonly [PSValue, PSValue]> {
    this.#settle();
    for (let index = 0; index < this.#keys.length; index += 1) {
      yield [this.#keys[index] ?? null, this.#values[index] ?? null];
    }
  }
  #find(key: PSValue): number {
    if (this.#index === undefined) {
      this.#index = new Map();
      for (let at = 0; at < this.#keys.length; at += 1) this.#remember(this.#index, this.#keys[at] ?? null, at);
    }
    const exact = this.#index.get(dictionaryKey(key));
    if (exact !== undefined) return exact;
    return typeof key === 'string' ? (this.#index.get(`i:${key.toLowerCase()}`) ?? -1) : -1;
  }
}

/** The hash code of a key that is the same in every process; undefined for others. */
function hashCodeOf(key: PSValue): number | undefined {
  switch (typeof key) {
    case 'number':
      return key;
    case 'boolean':
      return key ? 1 : 0;
    case 'bigint':
      return Number(BigInt.asIntN(32, key ^ (key >> 32n)));
    case 'string':
      return undefined;
    default:
  }
  if (key instanceof PSChar) return key.code | (key.code << 16);
  if (key instanceof PSByte || key instanceof PSSByte || key instanceof PSInt16 || key instanceof PSUInt16)
    return key.value;
  if (key instanceof PSDouble) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, key.value === 0 ? 0 : key.value);
    return Number.isNaN(key.value) ? undefined : view.getInt32(0) ^ view.getInt32(4);
  }
  return undefined;
}
/** What identifies a key: its value for primitives (type included), the object itself otherwise. */
function dictionaryKey(key: PSValue): unknown {
  if (typeof key === 'string') return `s:${key}`;
  if (key instanceof PSDateTime || key instanceof PSTimeSpan) return `${key.tag}:${key.ticks}`;
  if (key instanceof PSPrimitive) return `${key.tag}:${key.toString()}`;
  return key;
}

/** Type-name lists of decoded objects, with the names as they travelled. Encoders write those. */
const wireNames = new WeakMap<readonly string[], readonly string[]>();
const knownNames = new Map<string, readonly string[]>();
const MOST_KNOWN = 512;
const LONGEST_KNOWN = 2048;

/**
 * The type names of an object that came over the wire: each with `Deserialized.` before it, unless it had that already.
 * The names as they were are kept beside, so that a document that was read and is written again is the same document.
 */
export function deserializedTypeNames(names: readonly string[]): readonly string[] {
  // Text that came of a document holds all of it in memory; the few lists that there are serve all documents.
  const key = JSON.stringify(names);
  const known = knownNames.get(key);
  if (known !== undefined) return known;
  const own = JSON.parse(key) as readonly string[];
  const result = own.map((name) => (stripDeserialized(name) === name ? DESERIALIZED_PREFIX + name : name));
  wireNames.set(result, own);
  if (key.length <= LONGEST_KNOWN) {
    if (knownNames.size >= MOST_KNOWN) knownNames.clear();
    knownNames.set(key, result);
  }
  return result;
}
/** The names that travel: of a decoded object as they came, of any other as they are. */
export const wireTypeNames = (names: readonly string[]): readonly string[] => wireNames.get(names) ?? names;
/** Whether the object with these type names came over the wire. */
export const isDeserialized = (names: readonly string[]): boolean =>
  wireNames.has(names) || (names[0] !== undefined && stripDeserialized(names[0]) !== names[0]);

export const DESERIALIZED_PREFIX = 'Deserialized.';

export function stripDeserialized(typeName: string): string {
  return typeName.slice(0, DESERIALIZED_PREFIX.length).toLowerCase() === 'deserialized.'
    ? typeName.slice(DESERIALIZED_PREFIX.length)
    : typeName;
}

/** Type-name lists that many objects share. */
export const TYPE_NAMES = {
  object: ['System.Object'],
  objectArray: ['System.Object[]', 'System.Array', 'System.Object'],
  arrayList: ['System.Collections.ArrayList', 'System.Object'],
  hashtable: ['System.Collections.Hashtable', 'System.Object'],
  orderedDictionary: ['System.Collections.Specialized.OrderedDictionary', 'System.Object'],
  customObject: ['System.Management.Automation.PSCustomObject', 'System.Object'],
  primitiveDictionary: [
    'System.Management.Automation.PSPrimitiveDictionary',
    'System.Collections.Hashtable',
    'System.Object',
  ],
  errorRecord: ['System.Management.Automation.ErrorRecord', 'System.Object'],
  exception: ['System.Exception', 'System.Object'],
} as const satisfies Record<string, readonly string[]>;
const HASHTABLE: PSObjectInit = { typeNames: TYPE_NAMES.hashtable };
