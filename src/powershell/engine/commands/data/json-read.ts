/**
 * JSON text to values, as ConvertFrom-Json takes it: comments, single quotes, bare property names and trailing commas
 * are accepted, and errors speak of path, line and position.
 */
import {
  PSDictionary,
  PSDouble,
  PSObject,
  PropertyBag,
  TYPE_NAMES,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { bigInteger, LONG_MAX, LONG_MIN } from '../../conversion.js';

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
export const ORDERED_HASHTABLE = [
  'System.Management.Automation.OrderedHashtable',
  'System.Collections.Hashtable',
  'System.Object',
];

export class JsonReader {
  readonly #source: string;
  readonly #options: JsonReadOptions;
  #at = 0;
  readonly #path: (string | number)[] = [];

  constructor(source: string, options: JsonReadOptions) {
    this.#source = source;
    this.#options = options;
  }

  /** The whole text as one value. Throws JsonError. */
  read(): PSValue {
    this.#skip();
    if (this.#at >= this.#source.length) return null;
    const value = this.#value(0);
    this.#skip();
    if (this.#at < this.#source.length)
      throw this.#error(
        `Additional text encountered after finished reading JSON content: ${this.#source[this.#at] ?? ''}.`,
      );
    return value;
  }

  #error(message: string, at = this.#at): JsonError {
    let line = 1;
    let start = 0;
    for (let index = 0; index < at && index < this.#source.length; index += 1)
      if (this.#source[index] === '\n') {
        line += 1;
        start = index + 1;
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
  #value(depth: number): PSValue {
    const c = this.#source[this.#at];
    if (c === '{' || c === '[') {
      if (depth + 1 > this.#options.maxDepth)
        throw this.#error(`The reader's MaxDepth of ${this.#options.maxDepth} has been exceeded.`, this.#at + 1);
      this.#at += 1;
      return c === '{' ? this.#object(depth) : this.#array(depth);
    }
    if (c === '"' || c === "'") return this.#options.text(this.#string());
    if (c !== undefined && /[-+\d.]/.test(c)) return this.#number();
    return this.#word(c);
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
  #string(): string {
    const quote = this.#source[this.#at] ?? '"';
    this.#at += 1;
    let out = '';
    let from = this.#at;
    for (;;) {
      const c = this.#source[this.#at];
      if (c === undefined) throw this.#error(`Unterminated string. Expected delimiter: ${quote}.`, this.#source.length);
      if (c === quote) break;
      if (c === '\\') {
        out += this.#source.slice(from, this.#at) + this.#escape();
        from = this.#at;
      } else this.#at += 1;
    }
    out += this.#source.slice(from, this.#at);
    this.#at += 1;
    return out;
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
  #array(depth: number): PSValue {
    const items: PSValue[] = [];
    for (;;) {
      this.#skip();
      if (this.#source[this.#at] === ']') {
        this.#at += 1;
        return items;
      }
      this.#path.push(items.length);
      if (this.#at >= this.#source.length) {
        this.#path.pop();
        throw this.#error('Unexpected end of content while loading JArray.');
      }
      items.push(this.#value(depth + 1));
      this.#skip();
      const c = this.#source[this.#at];
      if (c === ',') this.#at += 1;
      else if (c === undefined) {
        throw this.#error('Unexpected end when reading token.');
      } else if (c !== ']') throw this.#error(`After parsing a value an unexpected character was encountered: ${c}.`);
      this.#path.pop();
    }
  }
  #name(): string {
    const c = this.#source[this.#at];
    if (c === '"' || c === "'") return this.#string();
    if (c === undefined) throw this.#error('Unexpected end when reading JSON.');
    const match = /[\w$]+/y;
    match.lastIndex = this.#at;
    const word = match.exec(this.#source)?.[0];
    if (word === undefined) throw this.#error(`Invalid property identifier character: ${c}.`);
    this.#at += word.length;
    if (this.#at >= this.#source.length) throw this.#error('Unexpected end while parsing unquoted property name.');
    return word;
  }
  #object(depth: number): PSValue {
    const entries = new Map<string, PSValue>();
    for (;;) {
      this.#skip();
      const start = this.#source[this.#at];
      if (start === '}') {
        this.#at += 1;
        break;
      }
      const name = this.#name();
      this.#path.push(name);
      this.#skip();
      const colon = this.#source[this.#at];
      if (colon !== ':')
        throw this.#error(
          colon === undefined
            ? 'Unexpected end when reading JSON.'
            : `Invalid character after parsing property name. Expected ':' but got: ${colon}.`,
        );
      this.#at += 1;
      this.#skip();
      entries.set(name, this.#value(depth + 1));
      this.#skip();
      const c = this.#source[this.#at];
      if (c === ',') this.#at += 1;
      else if (c === undefined) throw this.#error('Unexpected end of content while loading JObject.');
      else if (c !== '}') throw this.#error(`After parsing a value an unexpected character was encountered: ${c}.`);
      this.#path.pop();
    }
    return this.#make(entries);
  }
  #make(entries: ReadonlyMap<string, PSValue>): PSValue {
    if (this.#options.asHashtable) return new PSDictionary(entries, { typeNames: ORDERED_HASHTABLE });
    const bag = new PropertyBag();
    for (const [name, value] of entries) {
      if (name === '')
        throw new JsonKeyError(
          'EmptyKeyInJsonString',
          'The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.',
        );
      const known = bag.indexOf(name);
      if (known >= 0)
        throw new JsonKeyError(
          'KeysWithDifferentCasingInJsonString',
          `Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '${bag.names[known] ?? ''}' was '${name}'.`,
        );
      bag.append(name, value);
    }
    return new PSObject({ typeNames: TYPE_NAMES.customObject, extended: bag });
  }
}
