/** The text of a value in a cell: collections in braces, cut after a few items; format strings; numbers in tables. */
import {
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSObject,
  PSSingle,
  PSTimeSpan,
  stripDeserialized,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { currentDates, currentNumbers } from '../culture/culture.js';
import { formatDate, formatSpan } from '../text/date-format.js';
import { FormatError, formatNumber } from '../text/number-format.js';
import { wildcardRegex } from '../text/wildcard.js';
import type { FormatAccess } from './access.js';
import { ELLIPSIS } from './cells.js';
import { numberForFormat } from './plain-access.js';

export interface CellStyle {
  /** A .NET format string, or a composite one (`{0:N2} ms`). */
  readonly format?: string | undefined;
  /** A table made from properties: floating numbers get a fixed number of decimals there. */
  readonly table?: boolean;
}

/** Names that remoting adds to each object; they never name it. */
const REMOTING = new Set(['pscomputername', 'psshowcomputername', 'runspaceid', 'pssourcejobinstanceid']);
export const isRemotingProperty = (name: string): boolean => REMOTING.has(name.toLowerCase());

const NAME_PATTERNS = ['name', 'id', 'key', '*key', '*name', '*id'].map((pattern) => ({
  pattern,
  regex: wildcardRegex(pattern),
}));

const baseOf = (value: PSValue): PSValue =>
  value instanceof PSObject && value.base !== undefined && value.toStringText === undefined ? value.base : value;

/** The name of the property that names an object; undefined where none does. */
export function displayProperty(value: PSValue, access: FormatAccess): string | undefined {
  const declared = access.defaultProperty?.(value);
  if (declared !== undefined) return declared;
  const dictionary = value instanceof PSDictionary;
  const names = dictionary
    ? value.keys.filter((key): key is string => typeof key === 'string')
    : access.properties(value);
  for (const { regex } of NAME_PATTERNS) {
    const found = names.find((name) => regex.test(name) && !isRemotingProperty(name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Classes whose text is a base class's: PowerShell names them by their naming property inside a collection. */
const INHERITED_TEXT = new Set(['System.Text.RegularExpressions.Match', 'System.Text.RegularExpressions.Group']);

export class ValueText {
  readonly #access: FormatAccess;
  readonly limit: number;
  /** @param limit items shown of a collection; negative for all. */
  constructor(access: FormatAccess, limit: number) {
    this.#access = access;
    this.limit = limit;
  }

  /** @throws {FormatError} for a format string that .NET refuses. */
  cell(value: PSValue, style: CellStyle): string {
    if (typeof value === 'string' && style.format === undefined) return value;
    if (style.format !== undefined && style.format !== '') return this.#formatted(value, style.format);
    return this.smart(value, style.table ?? false);
  }

  /** As `cell`, without a format string. */
  smart(value: PSValue, table = false): string {
    if (value === null) return '';
    if (typeof value !== 'object') return this.#access.toText(value);
    const base = value instanceof PSObject ? baseOf(value) : value;
    if (value instanceof PSDictionary) return this.#list(this.#entries(value));
    const items = this.#access.items(value);
    if (items !== undefined) return this.#list(this.#names(items));
    if (table && (base instanceof PSDouble || base instanceof PSSingle || base instanceof PSDecimal)) {
      const number = numberForFormat(base);
      if (number !== undefined) return formatNumber(number, 'F', currentNumbers());
    }
    return this.#access.toText(value);
  }

  #list(texts: Iterable<string>): string {
    let out = '{';
    let count = 0;
    for (const text of texts) {
      if (this.limit >= 0 && count === this.limit) {
        // PowerShell puts the ellipsis after the last item, without a comma.
        out += ELLIPSIS;
        break;
      }
      out += count === 0 ? text : `, ${text}`;
      count += 1;
    }
    return `${out}}`;
  }
  *#entries(value: PSDictionary): Generator<string> {
    for (const [key, item] of value.entries()) yield `[${this.#netText(key)}, ${this.#netText(item)}]`;
  }
  /** What .NET's own ToString() gives: collections are their type's name. */
  #netText(value: PSValue): string {
    if (value instanceof PSObject || value === null || typeof value !== 'object') return this.#access.toText(value);
    if (Array.isArray(value) || value instanceof Uint8Array) return this.#access.typeNames(value)[0] ?? '';
    return this.#access.toText(value);
  }
  *#names(items: Iterable<PSValue>): Generator<string> {
    for (const item of items) yield this.#name(item);
  }
  /** An object's text inside a collection: its own text, or what its naming property says where it has none. */
  #name(item: PSValue): string {
    if (item === null) return '$null';
    const text = this.#access.toText(item);
    if (!(item instanceof PSObject)) return text;
    // Nodes of a document have both.
    if (item.typeNames[0]?.startsWith('System.Xml.Xml') === true) return this.#property(item, 'Name') ?? text;
    if (item.toStringText !== undefined && !INHERITED_TEXT.has(item.typeNames[0] ?? '')) return text;
    const type = this.#access.typeNames(item)[0];
    const inherited = INHERITED_TEXT.has(type ?? '');
    if (type === undefined || (!inherited && text !== stripDeserialized(type))) return text;
    const name = displayProperty(item, this.#access);
    return (name === undefined ? undefined : this.#property(item, name)) ?? text;
  }
  #property(item: PSValue, name: string): string | undefined {
    const value = this.#access.get(item, name);
    return value === undefined || value instanceof Promise ? undefined : this.#access.toText(value);
  }

  #formatted(value: PSValue, format: string): string {
    if (format.includes('{0') || format.includes('}')) return this.composite(format, value);
    return this.withFormat(value, format);
  }
  /** `value.ToString(format)`; types that take no format give their plain text. */
  withFormat(value: PSValue, format: string): string {
    const own = this.#access.format?.(value, format);
    if (own !== undefined) return own;
    const base = baseOf(value);
    const number = numberForFormat(base);
    if (number !== undefined) return formatNumber(number, format, currentNumbers());
    if (base instanceof PSDateTime) return formatDate(base, format, currentDates());
    if (base instanceof PSTimeSpan) return formatSpan(base, format, currentNumbers());
    if (base instanceof PSGuid) return formatGuid(base.value, format);
    return this.#access.toText(value);
  }
  /** String.Format with one argument. */
  composite(format: string, value: PSValue): string {
    let out = '';
    for (let at = 0; at < format.length; ) {
      const c = format[at] ?? '';
      if ((c === '{' || c === '}') && format[at + 1] === c) {
        out += c;
        at += 2;
      } else if (c === '{') {
        const hole = /^\{(\d+)(?:\s*,\s*(-?\d+))?(?::((?:[^{}]|\{\{|\}\})*))?\}/.exec(format.slice(at));
        if (hole === null || Number(hole[1]) > 0) throw new FormatError('Input string was not in a correct format.');
        const text = hole[3] === undefined ? this.#access.toText(value) : this.withFormat(value, hole[3]);
        const width = Number(hole[2] ?? 0);
        out += width < 0 ? text.padEnd(-width) : text.padStart(width);
        at += hole[0].length;
      } else if (c === '}') throw new FormatError('Input string was not in a correct format.');
      else {
        out += c;
        at += 1;
      }
    }
    return out;
  }
}

function formatGuid(guid: string, format: string): string {
  switch (format.toLowerCase()) {
    case '':
    case 'd':
      return guid;
    case 'n':
      return guid.replaceAll('-', '');
    case 'b':
      return `{${guid}}`;
    case 'p':
      return `(${guid})`;
    case 'x': {
      const [a = '', b = '', c = '', d = '', e = ''] = guid.split('-');
      const bytes = (d + e).match(/../g) ?? [];
      return `{0x${a},0x${b},0x${c},{${bytes.map((byte) => `0x${byte}`).join(',')}}}`;
    }
    default:
      throw new FormatError('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".');
  }
}
