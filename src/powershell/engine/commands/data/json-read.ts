/**
 * JSON text to values, as ConvertFrom-Json takes it: comments, single quotes, bare property names and trailing commas
 * are accepted, and errors speak of path, line and position.
 */
import { defineType, requireType } from '../../values/net-type.js';
import {
  PSDictionary,
  PSDouble,
  PSObject,
  PropertyBag,
  TYPE_NAMES,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { bigInteger, LONG_MAX, LONG_MIN } from '../../conversion.js';
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
export interface JsonReadOptions {
  readonly asHashtable: boolean;
  readonly maxDepth: number;
  /** What becomes of a string; dates are found here. */
  readonly text: (text: string) => PSValue;
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
type Open =
  | { readonly close: ']'; readonly items: PSValue[] }
  | { readonly close: '}'; readonly entries: Map<string, PSValue>; name: string };
const NO_MORE = 'Unexpected end when deserializing object.';
/** Escapes of one text that are read in one go. */
const ESCAPES_AT_ONCE = 256;

export class JsonReader {
  readonly #source: string;
  readonly #options: JsonReadOptions;
  #at = 0;
  readonly #path: (string | number)[] = [];
  readonly #open: Open[] = [];
  /** What has been read of the text under way, and its quote. */
  readonly #parts: string[] = [];
  #quote = '';

  constructor(source: string, options: JsonReadOptions) {
    this.#source = source;
    this.#options = options;
  }

  /**
   * The whole text as one value. Throws JsonError. What is open is kept in a list and not in calls, so that a long text
   * lets others have their turn.
   * @param tick asked after each value.
   */
  *read(tick: Tick): Steps<PSValue> {
    this.#skip();
    if (this.#at >= this.#source.length) return null;
    let value: PSValue | undefined;
    do {
      const wait = tick();
      if (wait !== undefined) yield wait;
      const c = this.#source[this.#at];
      if (c === '{' || c === '[') {
        if (this.#open.length + 1 > this.#options.maxDepth)
          throw this.#error(`The reader's MaxDepth of ${this.#options.maxDepth} has been exceeded.`, this.#at + 1);
        this.#at += 1;
        this.#open.push(c === '[' ? { close: ']', items: [] } : { close: '}', entries: new Map(), name: '' });
        value = undefined;
      } else if (c === '"' || c === "'") value = this.#options.text(yield* this.#text(tick));
      else value = c !== undefined && /[-+\d.]/.test(c) ? this.#number() : this.#word(c);
      value = yield* this.#upward(value, tick);
    } while (this.#open.length > 0);
    this.#skip();
    if (this.#at < this.#source.length)
      throw this.#error(
        `Additional text encountered after finished reading JSON content: ${this.#source[this.#at] ?? ''}.`,
      );
    return value ?? null;
  }
  /** Gives a value to what is open, and closes what ends here; a value that belongs to nothing is given back. */
  *#upward(value: PSValue | undefined, tick: Tick): Steps<PSValue | undefined> {
    let made = value;
    for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
      if (made !== undefined) {
        if (open.close === ']') open.items.push(made);
        else open.entries.set(open.name, made);
        this.#afterValue(open);
      }
      this.#skip();
      const isOver = this.#at >= this.#source.length && open.close === ']' && made !== undefined && !this.#afterComma;
      if (this.#source[this.#at] !== open.close && !isOver) {
        if (open.close === ']') this.#beforeItem(open.items.length);
        else yield* this.#beforeEntry(open, tick);
        return undefined;
      }
      this.#at += 1;
      this.#open.pop();
      made = open.close === ']' ? open.items : this.#make(open.entries);
    }
    return made;
  }
  #afterComma = false;
  #afterValue({ close }: Open): void {
    this.#skip();
    const c = this.#source[this.#at];
    this.#afterComma = c === ',';
    if (c === ',') this.#at += 1;
    else if (c === undefined) {
      // An array that ends too early ends there, unless an object is around it.
      if (this.#open.some((open) => open.close === '}')) throw this.#error(NO_MORE);
    } else if (c !== close) throw this.#error(`After parsing a value an unexpected character was encountered: ${c}.`);
    this.#path.pop();
  }
  #beforeItem(index: number): void {
    if (this.#at >= this.#source.length) throw this.#error('Unexpected end of content while loading JArray.');
    this.#path.push(index);
  }
  *#beforeEntry(open: { name: string }, tick: Tick): Steps<void> {
    const c = this.#source[this.#at];
    open.name = c === '"' || c === "'" ? yield* this.#text(tick) : this.#name(c);
    this.#skip();
    const colon = this.#source[this.#at];
    if (colon !== ':')
      throw this.#error(
        colon === undefined
          ? 'Unexpected end when reading JSON.'
          : `Invalid character after parsing property name. Expected ':' but got: ${colon}.`,
      );
    this.#path.push(open.name);
    this.#at += 1;
    this.#skip();
    if (this.#at >= this.#source.length) throw this.#error(NO_MORE);
  }

  #error(message: string, at = this.#at): JsonError {
    let line = 1;
    let start = 0;
    for (let end = this.#source.indexOf('\n'); end >= 0 && end < at; end = this.#source.indexOf('\n', start)) {
      line += 1;
      start = end + 1;
    }
    const path = this.#path
      .map((part, index) =>
        typeof part === 'number'
          ? `[${part}]`
          : /^[\w$]+$/.test(part)
            ? `${index === 0 ? '' : '.'}${part}`
            : `['${part}']`,
      )
      .join('');
    // Before anything was read there is no line yet.
    return new JsonError(`${message} Path '${path}', line ${at === 0 ? 0 : line}, position ${at - start}.`);
  }
  #skip(): void {
    const source = this.#source;
    for (;;) {
      const c = source.charCodeAt(this.#at);
      if (c === 32 || c === 10 || c === 13 || c === 9 || c === 0xa0 || c === 0xfeff) this.#at += 1;
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
  #word(first: string | undefined): PSValue {
    if (first === undefined) throw this.#error('Unexpected end of content while loading JToken.');
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
      ['undefined', null],
      ['NaN', new PSDouble(Number.NaN)],
      ['Infinity', new PSDouble(Infinity)],
    ] as const)
      if (this.#source.startsWith(word, this.#at)) {
        this.#at += word.length;
        const next = this.#source[this.#at];
        if (next !== undefined && /\w/.test(next))
          throw this.#error(`Unexpected character encountered while parsing value: ${next}.`);
        return value;
      }
    throw this.#error(`Unexpected character encountered while parsing value: ${first}.`);
  }
  #number(): PSValue {
    const match = /[-+\w.]+/y;
    match.lastIndex = this.#at;
    const text = match.exec(this.#source)?.[0] ?? '';
    const start = this.#at;
    this.#at += text.length;
    if (text === '-Infinity') return new PSDouble(-Infinity);
    if (/^-?\d+$/.test(text)) {
      const value = BigInt(text);
      return value >= LONG_MIN && value <= LONG_MAX ? value : bigInteger(value);
    }
    if (/^-?0x[0-9a-f]+$/i.test(text)) return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
    if (/^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return new PSDouble(Number(text));
    throw this.#error(`Input string '${text}' is not a valid number.`, start + text.length);
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
    const plain = this.#quote === '"' ? /[^"\\]*/y : /[^'\\]*/y;
    let piece = '';
    for (let escapes = 0; escapes < ESCAPES_AT_ONCE; escapes += 1) {
      plain.lastIndex = this.#at;
      plain.test(this.#source);
      piece += this.#source.slice(this.#at, plain.lastIndex);
      this.#at = plain.lastIndex;
      const c = this.#source[this.#at];
      if (c === undefined) throw this.#error(`Unterminated string. Expected delimiter: ${this.#quote}.`);
      if (c !== '\\') {
        this.#at += 1;
        return this.#parts.length === 0 ? piece : this.#parts.join('') + piece;
      }
      piece += this.#escape();
    }
    this.#parts.push(piece);
    return undefined;
  }
  #escape(): string {
    const code = this.#source[this.#at + 1] ?? '';
    if (code === 'u') {
      const hex = this.#source.slice(this.#at + 2, this.#at + 6);
      if (!/^[0-9a-f]{4}$/i.test(hex)) throw this.#error(`Could not convert '${hex}' to unicode escape sequence.`);
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const char = CODES[code];
    if (char === undefined) throw this.#error(`Bad JSON escape sequence: \\${code}.`, this.#at + 2);
    this.#at += 2;
    return char;
  }
  #name(c: string | undefined): string {
    if (c === undefined) throw this.#error('Unexpected end when reading JSON.');
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
  #make(entries: ReadonlyMap<string, PSValue>): PSValue {
    if (this.#options.asHashtable) return new PSDictionary(entries, { typeNames: ORDERED_HASHTABLE });
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
}
