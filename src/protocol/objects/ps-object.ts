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
  /** Of many names, in lower case: where each is first. */
  #index: Map<string, number> | undefined;
  /** Some names are equal but for their case. */
  #isAmbiguous = false;
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
    if (names.length > MANY_NAMES) return this.#indexOfMany(name);
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
  #indexOfMany(name: string): number {
    if (this.#index === undefined) {
      this.#index = new Map();
      this.#isAmbiguous = false;
      for (const [at, one] of this.#names.entries()) this.#remember(this.#index, one, at);
    }
    if (this.#isAmbiguous) {
      const exact = this.#names.indexOf(name);
      if (exact >= 0) return exact;
    }
    return this.#index.get(name.toLowerCase()) ?? -1;
  }
  #remember(index: Map<string, number>, name: string, at: number): void {
    const lower = name.toLowerCase();
    if (index.has(lower)) this.#isAmbiguous = true;
    else index.set(lower, at);
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
    if (this.#index !== undefined) this.#remember(this.#index, name, this.#names.length);
    this.#own().push(name);
    this.values.push(value);
  }
  delete(name: string): boolean {
    const index = this.indexOf(name);
    if (index < 0) return false;
    this.#index = undefined;
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

/** Fewer are looked through. */
const MANY_NAMES = 32;

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
  /** Added members, `<MS>`. Declared only: an object of which there are very many makes them when they are asked for. */
  declare extended: PropertyBag | undefined;

  constructor(init: PSObjectInit = {}) {
    this.typeNames = init.typeNames ?? [];
    this.toStringText = init.toStringText;
    this.base = init.base;
    this.adapted = init.adapted;
    this.extended = init.extended;
  }

  /** A property's value by name, case ignored; extended members win over adapted ones. Undefined when absent. */
  get(name: string): PSValue | undefined {
    const extended = this.added(name);
    return extended !== undefined ? extended : this.adapted?.get(name);
  }
  /** An added member's value; undefined where none has the name. */
  added(name: string): PSValue | undefined {
    return this.extended?.get(name);
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
  /** What this is found by where it is a key of a dictionary: the object itself, where its kind says nothing else. */
  get keyIdentity(): unknown {
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

/** Asked before a large table doubles, which it does in one go: whoever runs scripts refuses what would end the process. */
export const growth: { allow: (bytes: number) => void } = { allow: () => undefined };
/** Smaller ones are not asked for. */
const LARGE_TABLE = 2 ** 18;
/** What an entry of JavaScript's own table takes. */
const ENTRY_BYTES = 28;
/** Before up to two entries come into a table of so many. */
export function allowEntries(count: number): void {
  if (count < LARGE_TABLE) return;
  // A table doubles when its entries are a power of two.
  if ((count & (count - 1)) === 0 || (count & (count + 1)) === 0) growth.allow(count * 2 * ENTRY_BYTES);
}

/**
 * A dictionary in insertion order, or in that of a Hashtable where that is known (see hash-order). Keys may be of any
 * type; string keys are found without regard to case, unless two keys differ by case only: then each is found by its
 * exact spelling (protocol.md 2.3).
 */
export class PSDictionary extends PSObject {
  /** As they came. What was taken away keeps its place, with `GONE` as key, until half of all is gone. */
  #keys: PSValue[] = [];
  #values: PSValue[] = [];
  #gone = 0;
  /** Places of what was taken away, where the next entries take them: as .NET's Dictionary does, the last one first. */
  #free: number[] | undefined;
  /** The same as it is shown, where that is something else; undefined after a change. */
  #shown: { readonly keys: PSValue[]; readonly values: PSValue[] } | undefined;
  #index: Map<unknown, number> | undefined;
  /** Some keys are equal but for their case, or altogether. */
  #isAmbiguous = false;
  /** Something was inserted: the index knows which keys there are, and no longer where. */
  #isMoved = false;
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
  /** Of now: after a change they are asked for again. */
  get keys(): readonly PSValue[] {
    return this.#show().keys;
  }
  get entryValues(): readonly PSValue[] {
    return this.#show().values;
  }
  get count(): number {
    return this.#keys.length - this.#gone;
  }
  /** What identifies a key: equal keys have equal ones. */
  protected identityOf(key: PSValue): unknown {
    return dictionaryKey(key);
  }
  /** The same where case does not count; undefined where it does. */
  protected looseIdentityOf(key: PSValue): unknown {
    return typeof key === 'string' ? `i:${key.toLowerCase()}` : undefined;
  }
  /** From now on what is added takes the place of what was taken away. */
  protected reusePlaces(): void {
    this.#free = [];
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
    this.#shown = undefined;
    const free = this.#free?.pop();
    const at = free ?? this.#keys.length;
    if (free !== undefined) this.#gone -= 1;
    if (this.#index !== undefined) this.#remember(this.#index, key, at);
    this.#keys[at] = key;
    this.#values[at] = value;
    // Of a large table not all at once when it is looked at.
    if (this.#order !== undefined && this.#keys.length - this.#placed > PLACED_AT_ONCE) this.#place(this.#order);
  }
  /** A place is one of `keys`; only for what keeps the order of insertion. */
  insertAt(at: number, key: PSValue, value: PSValue): void {
    this.#closeGaps();
    this.#keys.splice(at, 0, key);
    this.#values.splice(at, 0, value);
    if (this.#index === undefined) return;
    this.#remember(this.#index, key, at);
    this.#isMoved = true;
  }
  setAt(at: number, value: PSValue): void {
    this.#closeGaps();
    this.#values[at] = value;
  }
  removeAt(at: number): void {
    this.#closeGaps();
    this.#keys.splice(at, 1);
    this.#values.splice(at, 1);
    this.#forget();
  }
  clear(): void {
    this.#keys = [];
    this.#values = [];
    this.#gone = 0;
    if (this.#free !== undefined) this.#free = [];
    this.#shown = undefined;
    this.#placed = 0;
    this.#order?.clear();
    this.#forget();
  }
  #forget(): void {
    this.#index = undefined;
    this.#isAmbiguous = false;
    this.#isMoved = false;
  }
  #show(): { readonly keys: PSValue[]; readonly values: PSValue[] } {
    if (this.#order === undefined && this.#gone === 0) return { keys: this.#keys, values: this.#values };
    if (this.#shown === undefined) {
      const places = this.#order === undefined ? this.#present() : this.#inOrder(this.#order);
      this.#shown = { keys: takeAt(this.#keys, places), values: takeAt(this.#values, places) };
    }
    return this.#shown;
  }
  #present(): number[] {
    const places: number[] = [];
    for (let at = 0; at < this.#keys.length; at += 1) if (this.#keys[at] !== GONE) places.push(at);
    return places;
  }
  #inOrder(order: HashOrder): readonly number[] {
    this.#place(order);
    return order.entries();
  }
  /** Entries that came since the last look find their place among the buckets. */
  #place(order: HashOrder): void {
    for (; this.#placed < this.#keys.length; this.#placed += 1)
      order.insert(this.#placed, hashCodeOf(this.#keys[this.#placed] ?? null) ?? 0);
  }
  #closeGaps(): void {
    if (this.#gone === 0) return;
    const places = this.#present();
    if (this.#order !== undefined) {
      this.#place(this.#order);
      this.#order.renumber(places);
    }
    this.#keys = takeAt(this.#keys, places);
    this.#values = takeAt(this.#values, places);
    this.#placed = places.length;
    this.#gone = 0;
    if (this.#free !== undefined) this.#free = [];
    this.#shown = undefined;
    this.#forget();
  }
  #remember(index: Map<unknown, number>, key: PSValue, at: number): void {
    if (key === GONE) return;
    allowEntries(index.size);
    const identity = this.identityOf(key);
    if (index.has(identity)) this.#isAmbiguous = true;
    index.set(identity, at);
    const loose = this.looseIdentityOf(key);
    if (loose === undefined) return;
    if (index.has(loose)) this.#isAmbiguous = true;
    else index.set(loose, at);
  }
  getEntry(key: PSValue): PSValue | undefined {
    const at = this.#find(key);
    return at < 0 ? undefined : this.#values[at];
  }
  hasEntry(key: PSValue): boolean {
    if (!this.#isMoved || this.#index === undefined) return this.#find(key) >= 0;
    if (this.#index.has(this.identityOf(key))) return true;
    const loose = this.looseIdentityOf(key);
    return loose !== undefined && this.#index.has(loose);
  }
  setEntry(key: PSValue, value: PSValue): void {
    const at = this.#find(key);
    if (at < 0) {
      this.append(key, value);
      return;
    }
    this.#values[at] = value;
    this.#shown = undefined;
  }
  deleteEntry(key: PSValue): boolean {
    const at = this.#find(key);
    if (at < 0) return false;
    const gone = this.#keys[at] ?? null;
    if (this.#order !== undefined) {
      this.#place(this.#order);
      this.#order.remove(at, hashCodeOf(gone) ?? 0);
    }
    this.#keys[at] = GONE;
    this.#values[at] = null;
    this.#gone += 1;
    this.#shown = undefined;
    if (this.#isAmbiguous) this.#forget();
    else {
      this.#index?.delete(this.identityOf(gone));
      this.#index?.delete(this.looseIdentityOf(gone));
    }
    if (this.#free !== undefined) this.#free.push(at);
    else if (this.#gone * 2 > this.#keys.length) this.#closeGaps();
    return true;
  }
  *entries(): IterableIterator<readonly [PSValue, PSValue]> {
    const { keys, values } = this.#show();
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? null;
      if (key !== GONE) yield [key, values[index] ?? null];
    }
  }
  #find(key: PSValue): number {
    if (this.#isMoved) this.#forget();
    if (this.#index === undefined) {
      this.#index = new Map();
      for (let at = 0; at < this.#keys.length; at += 1) this.#remember(this.#index, this.#keys[at] ?? null, at);
    }
    const exact = this.#index.get(this.identityOf(key));
    if (exact !== undefined) return exact;
    const loose = this.looseIdentityOf(key);
    return loose === undefined ? -1 : (this.#index.get(loose) ?? -1);
  }
}
const PLACED_AT_ONCE = 4096;
const takeAt = (list: readonly PSValue[], places: readonly number[]): PSValue[] => places.map((at) => list[at] ?? null);
/** The key of an entry that was taken away. */
const GONE: PSValue = new PSObject();

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
/** What identifies a key: its value for primitives (type included), what an object says otherwise. */
function dictionaryKey(key: PSValue): unknown {
  if (typeof key === 'string') return `s:${key}`;
  if (key instanceof PSDateTime || key instanceof PSTimeSpan) return `${key.tag}:${key.ticks}`;
  if (key instanceof PSPrimitive) return `${key.tag}:${key.toString()}`;
  return key instanceof PSObject ? key.keyIdentity : key;
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
