/** Values to JSON text, as ConvertTo-Json lays it out. */
import {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSNumber,
  PSObject,
  PSSecureString,
  PSSingle,
  PSUInt64,
  PSUri,
  PSXmlDocument,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { integerOf, isNullString, toText } from '../../conversion.js';
import { LOOK, settle, type Steps } from '../../pending.js';
import { floatToString } from '../../text/number-format.js';
import { formatDate } from '../../text/date-format.js';
import { DB_NULL } from '../../net/system.js';
import { offsetMoment } from '../../net/date-kin.js';
import { addedNames, enumerate } from '../../runtime/members.js';
import { xmlText } from '../../runtime/wire.js';
import { asInput } from '../../values/kept.js';
import { AutomationNull, ClassInstance, EnumValue, NetObject, unwrap } from '../../values/live.js';
import { BIGINT, CUSTOM, typeOf } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';

export interface JsonOptions {
  readonly maxDepth: number;
  readonly compress: boolean;
  readonly enumsAsStrings: boolean;
  readonly escape: 'Default' | 'EscapeNonAscii' | 'EscapeHtml';
  /** Whether the objects came down the pipeline. */
  readonly piped: boolean;
}

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const unicode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
// biome-ignore lint: control characters are what is being escaped.
const ALWAYS = /["\\\u0000-\u001f\u0085\u2028\u2029]/g;
export function jsonString(text: string, escape: JsonOptions['escape']): string {
  const quoted = escape === 'EscapeHtml';
  let shown = text.replace(ALWAYS, (char) => (quoted && char === '"' ? unicode(char) : (SHORT[char] ?? unicode(char))));
  if (escape === 'EscapeNonAscii') shown = shown.replace(/[\u007f-\uffff]/g, unicode);
  else if (quoted) shown = shown.replace(/[<>&']/g, unicode);
  return `"${shown}"`;
}

/** A floating number always shows that it is one. */
function floatText(text: string, value: number): string {
  if (!Number.isFinite(value)) return `"${Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity'}"`;
  return /[.eE]/.test(text) ? text : `${text}.0`;
}

/** Characters, and elements, of one value that are written in one go. */
const POINTERS: ReadonlySet<string> = new Set(['System.IntPtr', 'System.UIntPtr']);
const TEXT_AT_ONCE = 1 << 16;
const JOINED_AT_ONCE = 1024;

export class JsonWriter {
  readonly #context: EngineCommandContext;
  readonly #options: JsonOptions;
  /** Whether something was too deep and is there as text only. */
  truncated = false;
  readonly #open = new Set<object>();

  /** Several objects came, and stand one level down. */
  readonly #several: boolean;
  constructor(context: EngineCommandContext, options: JsonOptions, several: boolean) {
    this.#several = several;
    this.#context = context;
    this.#options = options;
  }

  *write(given: PSValue, depth: number, indent: string): Steps<string> {
    const value = this.#isPiped(depth) ? (asInput(given) ?? given) : given;
    if (typeof value === 'string' && value.length > TEXT_AT_ONCE) return yield* this.#longText(value);
    const inner = unwrap(value);
    const scalar = this.#scalar(value);
    if (scalar !== undefined && !(inner instanceof PSGuid && this.#isPiped(depth))) return scalar;
    const notes = yield* this.#notes(value, inner, depth);
    const isList = notes.length > 0 && enumerate(inner) !== undefined;
    const bare = notes.length > 0 ? this.#scalar(inner, true) : undefined;
    if (isList || bare !== undefined) {
      const base = bare ?? (yield* this.write(inner, depth, `${indent}  `));
      return yield* this.#object([['value', inner], ...notes], depth, indent, base);
    }
    if (depth > this.#options.maxDepth) {
      this.truncated = true;
      return jsonString(toText(value), this.#options.escape);
    }
    const identity = typeof inner === 'object' && inner !== null ? inner : undefined;
    if (identity !== undefined) {
      if (this.#open.has(identity) && this.#open.size > 1000) return 'null';
      this.#open.add(identity);
    }
    const tick = this.#context.tick();
    if (tick !== undefined) yield tick;
    try {
      const entries: (readonly [string, PSValue])[] = [];
      if (inner instanceof PSDictionary) {
        for (const [key, item] of inner.entries()) {
          entries.push([this.#key(inner, unwrap(key)), item]);
          const wait = this.#context.tick();
          if (wait !== undefined) yield wait;
        }
        return yield* this.#object(entries.concat(notes), depth, indent);
      }
      // A pointer has no property: its field is written.
      if (inner instanceof NetObject && POINTERS.has(inner.type.fullName))
        return yield* this.#object([['value', BigInt(toText(inner))]], depth, indent);
      const items = enumerate(inner) ?? xmlText.children(inner);
      if (items !== undefined) return yield* this.#array(items, depth, indent);
      const { members } = this.#context.services;
      for (const name of this.#names(value, inner, depth))
        entries.push([name, (yield* settle(members.get(value, name))) ?? null]);
      return yield* this.#object(entries, depth, indent);
    } finally {
      if (identity !== undefined) this.#open.delete(identity);
    }
  }

  /**
   * The properties of an object. Those of its type come first; what it was given and what type data adds is seen of what
   * came down the pipeline, and of what was given something.
   */
  #names(value: PSValue, inner: PSValue, depth: number): Iterable<string> {
    const names = this.#context.services.members.names(value);
    const type = typeOf(inner);
    if (type === undefined || type === CUSTOM) return names;
    const ofType = new Set(type.allProperties().map(({ name }) => name));
    if (inner instanceof PSObject) for (const name of inner.adapted?.names ?? []) ofType.add(name);
    // A class's own properties all count, the hidden ones too.
    const first = inner instanceof ClassInstance ? ofType : names.filter((name) => ofType.has(name));
    const isWrapped = this.#isPiped(depth) || (value instanceof PSObject && addedNames(value).length > 0);
    return isWrapped ? new Set([...first, ...names]) : first;
  }
  /** Whether a value of this depth came down the pipeline. */
  #isPiped(depth: number): boolean {
    return this.#options.piped && depth <= (this.#several ? 1 : 0);
  }

  /** A character is written by itself, so a text may be cut anywhere. */
  *#longText(text: string): Steps<string> {
    const parts: string[] = [];
    for (let at = 0; at < text.length; at += TEXT_AT_ONCE) {
      parts.push(jsonString(text.slice(at, at + TEXT_AT_ONCE), this.#options.escape).slice(1, -1));
      const tick = this.#context.tick(LOOK);
      if (tick !== undefined) yield tick;
    }
    return `"${parts.join('')}"`;
  }
  #key(table: PSDictionary, key: PSValue): string {
    if (typeof key === 'string') return key;
    return this.#context.fail(
      `The type '${typeOf(table)?.fullName ?? ''}' is not supported for serialization or deserialization of a dictionary. Keys must be strings.`,
      {
        errorId: 'NonStringKeyInDictionary',
        category: 'InvalidOperation',
        target: table,
        exceptionType: 'System.InvalidOperationException',
      },
    );
  }

  /**
   * Properties added to a value, and for what came down the pipeline those of its type data too. Texts and dates lose
   * theirs, as in PowerShell.
   */
  *#notes(value: PSValue, inner: PSValue, depth: number): Steps<(readonly [string, PSValue])[]> {
    if (inner === null || typeof inner === 'string' || inner instanceof PSDateTime) return [];
    const { members } = this.#context.services;
    const added: (readonly [string, PSValue])[] = [];
    const isOwn = value === inner && !(value instanceof PSDictionary) && this.#scalar(value, true) === undefined;
    if (value instanceof PSObject && value.extended !== undefined && !isOwn) added.push(...value.extended);
    if (this.#isPiped(depth) && inner instanceof PSGuid)
      added.push(['Guid', (yield* settle(members.get(value, 'Guid'))) ?? null]);
    return added;
  }

  /** The text of what is written as one value; undefined for what it was given properties, unless it is to be bare. */
  #scalar(value: PSValue, isBare = false): string | undefined {
    const { escape } = this.#options;
    switch (typeof value) {
      case 'string':
        return jsonString(value, escape);
      case 'number':
        return String(value);
      case 'boolean':
        return value ? 'true' : 'false';
      case 'bigint':
        return value.toString();
      default:
    }
    if (value === null || value === AutomationNull) return 'null';
    if (value instanceof PSDouble) return floatText(floatToString({ kind: 'double', value: value.value }), value.value);
    if (value instanceof PSSingle) return floatText(floatToString({ kind: 'single', value: value.value }), value.value);
    if (value instanceof PSNumber || value instanceof PSUInt64) return value.toString();
    if (value instanceof PSDecimal) return floatText(value.toString(), 0);
    if (value instanceof PSChar || value instanceof PSGuid || value instanceof PSUri)
      return jsonString(value.toString(), escape);
    if (value instanceof PSXmlDocument) return undefined;
    if (value instanceof PSObject && !isBare && unwrap(value) === value && (value.extended?.size ?? 0) > 0)
      return undefined;
    if (value === DB_NULL || isNullString(value)) return 'null';
    const moment = offsetMoment(value);
    if (moment !== undefined) return `"${formatDate(moment, 'yyyy-MM-ddTHH:mm:ss.FFFFFFFK')}"`;
    if (value instanceof PSDateTime) return `"${formatDate(value, 'yyyy-MM-ddTHH:mm:ss.FFFFFFFK')}"`;
    if (value instanceof PSSecureString) return `{"Length":${value.plainText?.length ?? 0}}`;
    if (value instanceof EnumValue)
      return this.#options.enumsAsStrings
        ? jsonString(value.text, escape)
        : (integerOf(value.base ?? 0) ?? 0n).toString();
    if (value instanceof NetObject && value.type === BIGINT) return toText(value);
    if (value instanceof PSObject && value.base !== undefined) {
      const inner = unwrap(value);
      const plainText = typeof inner === 'string' || inner instanceof PSDateTime;
      if (plainText || value.extended === undefined || value.extended.size === 0)
        return inner === value ? undefined : this.#scalar(inner);
    }
    return undefined;
  }

  *#object(
    entries: readonly (readonly [string, PSValue])[],
    depth: number,
    indent: string,
    first?: string,
  ): Steps<string> {
    if (entries.length === 0) return '{}';
    const { compress, escape } = this.#options;
    const inner = `${indent}  `;
    const parts: string[] = [];
    for (const [at, [name, value]] of entries.entries()) {
      const text = at === 0 && first !== undefined ? first : yield* this.write(value, depth + 1, inner);
      parts.push(compress ? `${jsonString(name, escape)}:${text}` : `${inner}${jsonString(name, escape)}: ${text}`);
      const tick = this.#context.tick();
      if (tick !== undefined) yield tick;
    }
    return compress ? `{${parts.join(',')}}` : `{\n${parts.join(',\n')}\n${indent}}`;
  }
  *#array(items: readonly PSValue[], depth: number, indent: string): Steps<string> {
    if (items.length === 0) return '[]';
    const inner = `${indent}  `;
    const separator = this.#options.compress ? ',' : ',\n';
    const parts: string[] = [];
    let last: string[] = [];
    for (const item of items) {
      const scalar = typeof item === 'number' ? String(item) : yield* this.write(item, depth + 1, inner);
      last.push(this.#options.compress ? scalar : inner + scalar);
      if (last.length < JOINED_AT_ONCE) continue;
      parts.push(last.join(separator));
      last = [];
      const tick = this.#context.tick(LOOK);
      if (tick !== undefined) yield tick;
    }
    if (last.length > 0) parts.push(last.join(separator));
    return this.#options.compress ? `[${parts.join(',')}]` : `[\n${parts.join(',\n')}\n${indent}]`;
  }
}
