/**
 * JSON text to values, as ConvertFrom-Json takes it: comments, single quotes, bare property names and trailing commas
 * are accepted, and errors speak of path, line and position. Its strict way takes JSON alone, for Test-Json.
 */
import { defineType, requireType } from '../../values/net-type.js';
import {
  PSDateTime,
  PSDictionary,
  PSDouble,
  PSObject,
  PropertyBag,
  TYPE_NAMES,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { keyRule } from '../../net/comparers.js';
import { NetDictionary } from '../../net/dictionaries.js';
import { bigInteger, LONG_MAX, LONG_MIN } from '../../conversion.js';
import { needText } from '../../room.js';
import { ticksOf, UNIX_TICKS } from '../../text/date-format.js';
import type { Steps, Tick } from '../../pending.js';

export class JsonError extends Error {}
/** A duplicate or empty key: an error of its own id. */
export class JsonKeyError extends Error {
  readonly errorId: string;
  constructor(errorId: string, message: string) {
    super(message);
    this.errorId = errorId;
  }
}
/** What becomes of the parts that are read. */
export interface JsonMaker<T> {
  /** A string; dates are found here. */
  text(text: string): T;
  integer(value: bigint): T;
  real(value: number): T;
  word(value: boolean | null): T;
  /** Milliseconds since 1970, or the parts of a date from the year on, as JavaScript's `new Date(…)` takes them. */
  date?(parts: readonly bigint[]): T;
  list(items: readonly T[]): T;
  table(entries: ReadonlyMap<string, T>): T;
}
export interface JsonReadOptions {
  readonly maxDepth: number;
  /** Takes JSON alone, and beside it what is named here. */
  readonly strict?: { readonly comments: boolean; readonly trailingCommas: boolean };
}

const CODES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  "'": "'",
  '\\': '\\',
  '/': '/',
};
const ORDERED_TYPE = defineType('System.Management.Automation.OrderedHashtable');
ORDERED_TYPE.baseType = requireType('System.Collections.Hashtable');
export const ORDERED_HASHTABLE = ORDERED_TYPE.typeNames;

/** An array or object that is being read. */
type Open<T> =
  | { readonly close: ']'; readonly items: T[]; begun: number }
  | { readonly close: '}'; readonly entries: Map<string, T>; name: string | undefined };
const WORDS: readonly (readonly [string, string, boolean | null | number])[] = [
  ['true', 'boolean', true],
  ['false', 'boolean', false],
  ['null', 'null', null],
  ['undefined', 'undefined', null],
  ['NaN', 'NaN', Number.NaN],
  ['Infinity', 'Infinity', Infinity],
  ['-Infinity', '-Infinity', -Infinity],
];
const STRICT_WORDS = WORDS.slice(0, 3);
const INTEGER_PART = /^-?\d+(?![.\dxXeE])/;
/** More digits than any number of a date has. */
const LONGEST_PART = 40;
const CLOSING: Readonly<Record<string, string>> = { '}': 'EndObject', ']': 'EndArray' };
const TOKENS: Readonly<Record<string, string>> = {
  '"': 'String',
  "'": 'String',
  '[': 'StartArray',
  '{': 'StartObject',
  t: 'Boolean',
  f: 'Boolean',
  n: 'Null',
};
/** What may stand behind a word. */
const SEPARATOR = /[\s,\]}]|\/[*/]/y;
const EARLY_END = 'Unexpected end when reading JSON.';
const NO_MORE = 'Unexpected end when deserializing object.';
/** Escapes of one text that are read in one go. */
const ESCAPES_AT_ONCE = 256;

export class JsonReader<T> {
  readonly #source: string;
  readonly #options: JsonReadOptions;
  readonly #maker: JsonMaker<T>;
  #at = 0;
  readonly #open: Open<T>[] = [];
  /** What has been read of the text under way, and its quote. */
  readonly #parts: string[] = [];
  #quote = '';

  constructor(source: string, maker: JsonMaker<T>, options: JsonReadOptions) {
    needText(source.length);
    this.#source = source;
    this.#maker = maker;
    this.#options = options;
  }

  /**
   * The whole text as one value. Throws JsonError. What is open is kept in a list and not in calls, so that a long text
   * lets others have their turn.
   * @param tick asked after each value.
   */
  *read(tick: Tick): Steps<T> {
    this.#skip();
    if (this.#at >= this.#source.length && this.#options.strict === undefined) return this.#maker.word(null);
    let value: T | undefined;
    do {
      const wait = tick();
      if (wait !== undefined) yield wait;
      const c = this.#source[this.#at];
      if (c === '{' || c === '[') {
        this.#begin();
        if (this.#open.length + 1 > this.#options.maxDepth)
          throw this.#error(`The reader's MaxDepth of ${this.#options.maxDepth} has been exceeded.`, this.#at + 1);
        this.#at += 1;
        this.#open.push(
          c === '[' ? { close: ']', items: [], begun: 0 } : { close: '}', entries: new Map(), name: undefined },
        );
        value = undefined;
      } else {
        if (c === '"' || (c === "'" && this.#options.strict === undefined)) {
          const text = yield* this.#text(tick);
          this.#begin();
          value = this.#maker.text(text);
        } else {
          const isNumber = c !== undefined && /[-\d.]/.test(c) && !this.#source.startsWith('-I', this.#at);
          // A number counts before it is looked at, anything else when it is there.
          if (isNumber) this.#begin();
          value = isNumber ? this.#number() : this.#word(c);
          if (!isNumber) this.#begin();
        }
      }
      value = yield* this.#upward(value, tick);
    } while (this.#open.length > 0);
    this.#skip();
    if (this.#at < this.#source.length)
      throw this.#error(
        `Additional text encountered after finished reading JSON content: ${this.#source[this.#at] ?? ''}.`,
      );
    return value ?? this.#maker.word(null);
  }
  #begin(): void {
    const open = this.#open.at(-1);
    if (open?.close === ']') open.begun += 1;
  }
  /** Gives a value to what is open, and closes what ends here; a value that belongs to nothing is given back. */
  *#upward(value: T | undefined, tick: Tick): Steps<T | undefined> {
    let made = value;
    let isContainer = false;
    for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
      if (made !== undefined) {
        if (open.close === ']') open.items.push(made);
        else open.entries.set(open.name ?? '', made);
        this.#afterValue(open);
      } else this.#afterComma = false;
      this.#skip();
      const isOver =
        this.#options.strict === undefined &&
        this.#at >= this.#source.length &&
        open.close === ']' &&
        made !== undefined &&
        (!this.#afterComma || (isContainer && this.#open.length === 1));
      if (this.#source[this.#at] !== open.close && !isOver) {
        if (open.close === ']') this.#beforeItem();
        else yield* this.#beforeEntry(open, tick);
        return undefined;
      }
      if (this.#afterComma && this.#options.strict?.trailingCommas === false)
        throw this.#error('A comma before what closes.');
      this.#at += 1;
      this.#open.pop();
      made = open.close === ']' ? this.#maker.list(open.items) : this.#maker.table(open.entries);
      // Behind one of these the outermost array may end with its comma, as in PowerShell.
      isContainer = true;
    }
    return made;
  }
  #afterComma = false;
  #afterValue({ close }: Open<T>): void {
    this.#skip();
    const c = this.#source[this.#at];
    this.#afterComma = c === ',';
    if (c === ',') this.#at += 1;
    else if (c === undefined) {
      // An array that ends too early ends there, unless an object is around it.
      if (this.#options.strict !== undefined || this.#open.some((open) => open.close === '}'))
        throw this.#error(NO_MORE);
    } else if (c !== close) throw this.#error(`After parsing a value an unexpected character was encountered: ${c}.`);
  }
  #beforeItem(): void {
    if (this.#at >= this.#source.length) throw this.#cut();
  }
  /** The text ends where an item or entry has to come. */
  #cut(): JsonError {
    return new JsonError(`Unexpected end when reading token. Path '${this.#path(this.#open.slice(0, -1))}'.`);
  }
  *#beforeEntry(open: { name: string | undefined }, tick: Tick): Steps<void> {
    const c = this.#source[this.#at];
    const isInArray = this.#open[0]?.close === ']';
    if (c === undefined && open.name !== undefined) throw isInArray ? this.#cut() : this.#error(NO_MORE);
    const isStrict = this.#options.strict !== undefined;
    const name = c === '"' || (c === "'" && !isStrict) ? yield* this.#text(tick) : this.#name(c);
    this.#skip();
    const colon = this.#source[this.#at];
    if (colon !== ':')
      throw this.#error(
        colon === undefined
          ? EARLY_END
          : `Invalid character after parsing property name. Expected ':' but got: ${colon}.`,
      );
    open.name = name;
    this.#at += 1;
    this.#skip();
    if (this.#at >= this.#source.length) throw isInArray ? this.#cut() : this.#error(NO_MORE);
  }

  #error(message: string, at = this.#at): JsonError {
    let line = 1;
    let start = 0;
    for (let end = this.#source.indexOf('\n'); end >= 0 && end < at; end = this.#source.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    // Before anything was read there is no line yet.
    return new JsonError(
      `${message} Path '${this.#path(this.#open)}', line ${at === 0 ? 0 : line}, position ${at - start}.`,
    );
  }
  #path(opened: readonly Open<T>[]): string {
    // An item counts from when it was read, or opened.
    return opened
      .map((open) => (open.close === '}' ? open.name : open.begun === 0 ? undefined : open.begun - 1))
      .filter((part) => part !== undefined)
      .map((part, index) =>
        typeof part === 'number'
          ? `[${part}]`
          : /^[\w$]+$/.test(part)
            ? `${index === 0 ? '' : '.'}${part}`
            : `['${part}']`,
      )
      .join('');
  }
  #skip(): void {
    const source = this.#source;
    const { strict } = this.#options;
    for (;;) {
      const c = source.charCodeAt(this.#at);
      if (c === 32 || c === 10 || c === 13 || c === 9 || ((c === 0xa0 || c === 0xfeff) && strict === undefined))
        this.#at += 1;
      else if (c === 47 && strict?.comments === false) return;
      else if (c === 47 && source[this.#at + 1] === '*') {
        const end = source.indexOf('*/', this.#at + 2);
        if (end < 0) throw this.#error('Unexpected end while parsing comment.', source.length);
        this.#at = end + 2;
      } else if (c === 47 && source[this.#at + 1] === '/') {
        const end = source.indexOf('\n', this.#at);
        this.#at = end < 0 ? source.length : end;
      } else return;
    }
  }
  #word(first: string | undefined): T {
    if (first === undefined) throw this.#error('Unexpected end of content while loading JToken.');
    const { strict } = this.#options;
    // Nothing before a comma is null.
    if (first === ',' && strict === undefined) return this.#maker.word(null);
    const second = this.#source[this.#at + 1];
    if (first === 'n' && second === undefined) throw this.#error(EARLY_END, this.#at + 1);
    if (this.#open.length > 0 && strict === undefined && this.#source.startsWith('new', this.#at)) {
      const made = this.#constructed();
      if (made !== undefined) return made;
    }
    const isNone = first === 'n' && second !== 'u';
    const found = isNone
      ? undefined
      : (strict === undefined ? WORDS : STRICT_WORDS).find(([word]) => word[0] === first);
    if (found === undefined) throw this.#error(`Unexpected character encountered while parsing value: ${first}.`);
    const [word, kind, value] = found;
    if (this.#at + word.length > this.#source.length) throw this.#error(EARLY_END, this.#source.length);
    let matched = 0;
    while (matched < word.length && this.#source[this.#at + matched] === word[matched]) matched += 1;
    this.#at += matched;
    SEPARATOR.lastIndex = this.#at;
    if (matched < word.length || (this.#at < this.#source.length && !SEPARATOR.test(this.#source)))
      throw this.#error(`Error parsing ${kind} value.`);
    return typeof value === 'number' ? this.#maker.real(value) : this.#maker.word(value);
  }
  /** `new Date(…)`; undefined, and nothing is read, where it is another one. */
  #constructed(): T | undefined {
    const begin = this.#at;
    const unexpected = (): JsonError =>
      this.#error(`Unexpected character while parsing constructor: ${this.#source[this.#at] ?? ''}.`);
    this.#at += 3;
    if (!/\s/.test(this.#source[this.#at] ?? '')) throw this.#error('Unexpected content while parsing JSON.');
    this.#skip();
    const name = /[A-Za-z0-9]*/y;
    name.lastIndex = this.#at;
    const word = name.exec(this.#source)?.[0] ?? '';
    this.#at += word.length;
    this.#skip();
    if (word === '' || this.#source[this.#at] !== '(') throw unexpected();
    if (word !== 'Date' || this.#maker.date === undefined) {
      this.#at = begin;
      return undefined;
    }
    this.#at += 1;
    const parts: bigint[] = [];
    for (;;) {
      this.#skip();
      const found = INTEGER_PART.exec(this.#source.slice(this.#at, this.#at + LONGEST_PART))?.[0];
      if (found === undefined) throw this.#notDate(parts.length === 0);
      parts.push(BigInt(found));
      this.#at += found.length;
      this.#skip();
      const c = this.#source[this.#at];
      if (c !== ',' && c !== ')') throw this.#notDate(false);
      this.#at += 1;
      if (c === ')') return this.#maker.date(parts);
    }
  }
  #notDate(isFirst: boolean): JsonError {
    const c = this.#source[this.#at];
    const told = (text: string): JsonError => new JsonError(`${text} Path ''.`);
    if (c === undefined) return told('Unexpected end when reading date constructor.');
    if (c === ')' && isFirst) return told('Date constructor has no arguments.');
    const closing = CLOSING[c];
    if (closing !== undefined)
      return this.#error(`JsonToken ${closing} is not valid for closing JsonType Constructor.`, this.#at + 1);
    const got = TOKENS[c] ?? (/[-\d.]/.test(c) ? 'Float' : 'Undefined');
    return told(`Unexpected token when reading date constructor. Expected Integer, got ${got}.`);
  }
  #number(): T {
    const match = this.#options.strict === undefined ? /[-+\w.]+/y : /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?/iy;
    match.lastIndex = this.#at;
    const text = match.exec(this.#source)?.[0] ?? '';
    this.#at += text.length;
    const invalid = (): JsonError => this.#error(`Input string '${text}' is not a valid number.`);
    if (/^0[^.e]/i.test(text)) {
      const isHex = /^0x[0-9a-f]+$/i.test(text);
      if (!isHex && !/^[0-7]+$/.test(text)) throw invalid();
      const value = BigInt(isHex ? text : `0o${text}`);
      if (value >> 64n !== 0n) throw invalid();
      return this.#maker.integer(BigInt.asIntN(64, value));
    }
    if (/^-?\d+$/.test(text)) return this.#maker.integer(BigInt(text));
    if (/^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return this.#maker.real(Number(text));
    throw invalid();
  }
  *#text(tick: Tick): Steps<string> {
    this.#quote = this.#source[this.#at] ?? '"';
    this.#at += 1;
    this.#parts.length = 0;
    for (;;) {
      const text = this.#textOn();
      if (text !== undefined) return text;
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
  }
  /** Reads on in a text: all of it, or undefined when there is more. */
  #textOn(): string | undefined {
    // biome-ignore lint: control characters are what JSON refuses.
    const strict = /[^"\\\u0000-\u001f]*/y;
    const relaxed = this.#quote === '"' ? /[^"\\]*/y : /[^'\\]*/y;
    const plain = this.#options.strict === undefined ? relaxed : strict;
    let piece = '';
    for (let escapes = 0; escapes < ESCAPES_AT_ONCE; escapes += 1) {
      plain.lastIndex = this.#at;
      plain.test(this.#source);
      piece += this.#source.slice(this.#at, plain.lastIndex);
      this.#at = plain.lastIndex;
      const c = this.#source[this.#at];
      if (c === undefined) throw this.#error(`Unterminated string. Expected delimiter: ${this.#quote}.`);
      if (c !== '\\') {
        if (c !== this.#quote) throw this.#error('A control character in a string.');
        this.#at += 1;
        return this.#parts.length === 0 ? piece : this.#parts.join('') + piece;
      }
      piece += this.#escape();
    }
    this.#parts.push(piece);
    return undefined;
  }
  #escape(): string {
    const code = this.#source[this.#at + 1];
    if (code === undefined)
      throw this.#error(`Unterminated string. Expected delimiter: ${this.#quote}.`, this.#source.length);
    if (code === 'u') {
      const hex = this.#source.slice(this.#at + 2, this.#at + 6);
      if (hex.length < 4) throw this.#error('Unexpected end while parsing Unicode escape sequence.', this.#at + 2);
      if (!/^[0-9a-f]{4}$/i.test(hex)) throw this.#error(`Invalid Unicode escape sequence: \\u${hex}.`, this.#at + 2);
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const char = CODES[code];
    if (char === undefined || (code === "'" && this.#options.strict !== undefined))
      throw this.#error(`Bad JSON escape sequence: \\${code}.`, this.#at + 2);
    this.#at += 2;
    return char;
  }
  #name(c: string | undefined): string {
    if (c === undefined) throw this.#error(EARLY_END);
    if (this.#options.strict !== undefined) throw this.#error(`A name without quotes: ${c}.`);
    const match = /[\w$]+/y;
    match.lastIndex = this.#at;
    const word = match.exec(this.#source)?.[0];
    if (word === undefined) throw this.#error(`Invalid property identifier character: ${c}.`);
    this.#at += word.length;
    const next = this.#source[this.#at];
    if (next === undefined) throw this.#error('Unexpected end while parsing unquoted property name.');
    if (!/[\s:]/.test(next)) throw this.#error(`Invalid JavaScript property identifier character: ${next}.`);
    return word;
  }
}

/** The values of ConvertFrom-Json. */
export const jsonValues = (asHashtable: boolean, text: (text: string) => PSValue): JsonMaker<PSValue> => ({
  text,
  integer: (value) => (value >= LONG_MIN && value <= LONG_MAX ? value : bigInteger(value)),
  real: (value) => new PSDouble(value),
  word: (value) => value,
  date: dateOf,
  list: (items) => items,
  table: (entries) => (asHashtable ? orderedHashtable(entries) : customObject(entries)),
});
/** One number counts milliseconds from 1970 in UTC; more are a year, a month from 0, and what follows, of no zone. */
function dateOf(parts: readonly bigint[]): PSValue {
  const [first = 0n, month, day = 1n, ...clock] = parts;
  if (month === undefined) return new PSDateTime(UNIX_TICKS + first * 10_000n, 'Utc');
  const [hour, minute, second, millisecond = 0] = clock.map(Number);
  const ticks = ticksOf(Number(first), Number(month) + 1, Number(day), hour, minute, second, millisecond * 10_000);
  if (ticks === undefined)
    throw new JsonError('Year, Month, and Day parameters describe an un-representable DateTime.');
  return new PSDateTime(ticks);
}
/** Names that differ in case only are different ones, also where one is asked for. */
function orderedHashtable(entries: ReadonlyMap<string, PSValue>): PSDictionary {
  const made = new NetDictionary(keyRule(undefined), undefined, ORDERED_HASHTABLE);
  for (const [name, value] of entries) made.append(name, value);
  return made;
}
function customObject(entries: ReadonlyMap<string, PSValue>): PSValue {
  const bag = new PropertyBag();
  // A bag looks for a name among all of them: with many it takes too long.
  const names = new Map<string, string>();
  for (const [name, value] of entries) {
    if (name === '')
      throw new JsonKeyError(
        'EmptyKeyInJsonString',
        'The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.',
      );
    const lower = name.toLowerCase();
    const known = names.get(lower);
    if (known !== undefined)
      throw new JsonKeyError(
        'KeysWithDifferentCasingInJsonString',
        `Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '${known}' was '${name}'.`,
      );
    names.set(lower, name);
    bag.append(name, value);
  }
  return new PSObject({ typeNames: TYPE_NAMES.customObject, extended: bag });
}
