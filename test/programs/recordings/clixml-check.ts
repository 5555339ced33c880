/** Checks a folder of the form of `recordings/clixml`: every case is read, compared with what is expected, and written again. */
import {
  decodeClixml,
  decodeClixmlDocument,
  encodeClixmlText,
  formatSingle,
  parseDateTime,
  type SecureStringCodec,
} from '../../../src/protocol/clixml/index.js';
import {
  PSByte,
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSInt16,
  PSList,
  PSObject,
  PSPrimitive,
  PSProgressPrimitive,
  PSSByte,
  PSScriptBlockText,
  PSSecureString,
  PSSingle,
  PSTimeSpan,
  PSUInt16,
  PSUInt32,
  PSUInt64,
  PSUri,
  PSVersion,
  PSXmlDocument,
  stripDeserialized,
  type PSValue,
} from '../../../src/protocol/objects/index.js';
import { readRecordings } from '../../support/recordings.js';

interface Expected {
  readonly type?: string;
  readonly value?: unknown;
  readonly typeNames?: readonly string[];
  readonly extended?: Readonly<Record<string, unknown>>;
  readonly checks?: ReadonlyArray<{
    readonly path: ReadonlyArray<string | number>;
    readonly equals?: unknown;
    readonly type?: string;
    readonly libraryField?: unknown;
  }>;
  readonly error?: boolean;
}
interface ClixmlCase {
  readonly xml: string;
  readonly note: string;
  readonly op?: 'deserialize' | 'serialize' | 'both';
  readonly header?: boolean;
  readonly continues?: boolean;
  readonly expected?: Expected;
}
interface ClixmlRecording {
  readonly cases: readonly ClixmlCase[];
  readonly provenance?: string;
}
export interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  readonly messages: readonly string[];
}

/** The stand-in of the samples: base64 of UTF-16LE in the place of the cipher. */
const STAND_IN: SecureStringCodec = {
  encrypt: (text) => new Uint8Array(Buffer.from(text, 'utf16le')),
  decrypt: (bytes) => Buffer.from(bytes).toString('utf16le'),
};

/** The sample's word for the type of a value. */
function typeWord(value: PSValue): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return 'int32';
    case 'bigint':
      return 'int64';
    default:
      break;
  }
  if (value instanceof Uint8Array) return 'bytes';
  if (value instanceof PSSecureString) return 'securestring';
  const kinds: ReadonlyArray<readonly [abstract new (...args: never[]) => unknown, string]> = [
    [PSChar, 'char'],
    [PSDateTime, 'datetime'],
    [PSTimeSpan, 'timespan'],
    [PSByte, 'byte'],
    [PSSByte, 'sbyte'],
    [PSInt16, 'int16'],
    [PSUInt16, 'uint16'],
    [PSUInt32, 'uint32'],
    [PSUInt64, 'uint64'],
    [PSSingle, 'single'],
    [PSDouble, 'double'],
    [PSDecimal, 'decimal'],
    [PSGuid, 'guid'],
    [PSUri, 'uri'],
    [PSVersion, 'version'],
    [PSXmlDocument, 'xml'],
    [PSScriptBlockText, 'scriptblock'],
    [PSProgressPrimitive, 'progressrecord'],
  ];
  for (const [kind, word] of kinds) if (value instanceof kind) return word;
  if (value instanceof PSDictionary) return 'dictionary';
  if (value instanceof PSList) return { LST: 'list', IE: 'enumerable', QUE: 'queue', STK: 'stack' }[value.kind];
  if (value instanceof PSObject && value.base !== undefined) return typeWord(value.base);
  return 'object';
}

const inner = (value: PSValue): PSValue =>
  value instanceof PSObject && value.base !== undefined && value.base !== null ? value.base : value;

/** A comparable form: what the samples' value notation says, and what we read, end in the same text. */
function normalExpected(value: unknown, type?: string): unknown {
  if (Array.isArray(value)) {
    // A value with the stream it is written to.
    if (value.length === 2 && isEnum(value[1])) return [normalExpected(value[0])];
    return value.map((item: unknown) =>
      Array.isArray(item) && item.length === 2 && isEnum(item[1]) ? normalExpected(item[0]) : normalExpected(item),
    );
  }
  if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, unknown>>;
    if ('$int' in record) return String(record['$int']);
    if ('$float' in record) return floatText(String(record['$float']));
    if ('$hex' in record) return `hex:${String(record['$hex'])}`;
    if ('$timespanTicks' in record) return `ticks:${String(record['$timespanTicks'])}`;
    if ('$guid' in record) return String(record['$guid']);
    if ('$decimal' in record) return String(record['$decimal']);
    if ('$datetime' in record) return dateExpected(String(record['$datetime']), record['offsetMinutes']);
    if ('$map' in record)
      return (record['$map'] as readonly (readonly [unknown, unknown])[]).map(([key, item]) => [
        normalExpected(key),
        normalExpected(item),
      ]);
    if ('type' in record && 'value' in record) return normalExpected(record['value'], String(record['type']));
    return Object.entries(record).map(([key, item]) => [key, normalExpected(item)]);
  }
  if (typeof value === 'number') return type === 'bool' ? value === 1 : String(value);
  return value;
}
const isEnum = (value: unknown): boolean => typeof value === 'object' && value !== null && '$enum' in value;
const floatText = (text: string): string => ({ INF: 'Infinity', '-INF': '-Infinity' })[text] ?? String(Number(text));

function dateExpected(text: string, offset: unknown): string {
  const zone =
    offset === null || offset === undefined
      ? ''
      : Number(offset) === 0
        ? 'Z'
        : `${Number(offset) < 0 ? '-' : '+'}${String(Math.floor(Math.abs(Number(offset)) / 60)).padStart(2, '0')}:${String(Math.abs(Number(offset)) % 60).padStart(2, '0')}`;
  return dateText(parseDateTime(text.replace(/(?:Z|[+-]\d\d:\d\d)$/, '') + zone));
}
const dateText = (value: PSDateTime | undefined): string =>
  value === undefined
    ? 'no date'
    : `date:${value.ticks}:${value.kind === 'Unspecified' ? 'none' : value.kind === 'Utc' ? 0 : (value.offsetMinutes ?? 0)}`;

function normalRead(value: PSValue, above: readonly unknown[] = []): unknown {
  const read = inner(value);
  if (above.includes(read)) return 'cycle';
  const below = [...above, read];
  if (read === null || typeof read === 'string' || typeof read === 'boolean') return read;
  if (typeof read === 'number' || typeof read === 'bigint') return String(read);
  if (read instanceof Uint8Array) return `hex:${Buffer.from(read).toString('hex')}`;
  if (read instanceof PSChar) return String(read.code);
  if (read instanceof PSSingle) return String(Number(formatSingle(read.value)));
  if (read instanceof PSDouble) return String(read.value);
  if (read instanceof PSTimeSpan) return `ticks:${read.ticks}`;
  if (read instanceof PSDateTime) return dateText(read);
  if (read instanceof PSSecureString) return read.plainText;
  if (read instanceof PSList) return read.items.map((item) => normalRead(item, below));
  if (read instanceof PSDictionary)
    return [...read.entries()].map(([key, item]) => [normalRead(key, below), normalRead(item, below)]);
  if (read instanceof PSPrimitive) return String(read);
  if (read instanceof PSObject) return [...read.properties()].map(([name, item]) => [name, normalRead(item, below)]);
  return [...read].map((item) => normalRead(item, below));
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Follows a path of property names, keys and indexes. Undefined: our model has no such place (a library's own name). */
function follow(
  value: PSValue,
  path: ReadonlyArray<string | number>,
): { readonly found: unknown; readonly value?: PSValue } | undefined {
  let at: PSValue = value;
  for (const part of path) {
    if (part === '@length') {
      const list = inner(at);
      if (list instanceof PSList) return { found: list.items.length };
      return list instanceof PSDictionary ? { found: list.count } : undefined;
    }
    if (part === '@typeNames') return at instanceof PSObject ? { found: [...at.typeNames] } : undefined;
    if (typeof part === 'string' && part.startsWith('@')) return undefined;
    const container: PSValue = inner(at);
    let next: PSValue | undefined;
    if (container instanceof PSList && typeof part === 'number') next = container.items[part];
    else if (container instanceof PSDictionary) next = container.getEntry(part) ?? container.getEntry(String(part));
    else if (at instanceof PSObject && typeof part === 'string') next = at.get(part);
    if (next === undefined) return undefined;
    at = next;
  }
  return { found: normalRead(at), value: at };
}

function compare(value: PSValue, expected: Expected, problems: string[]): void {
  const word = typeWord(value);
  const { type } = expected;
  if (type !== undefined && !['object', 'customobject', 'errorText'].includes(type) && word !== type)
    problems.push(`it is ${word}, expected ${type}`);
  if (expected.value !== undefined && type !== 'errorText' && type !== 'progressrecord' && type !== 'object') {
    const is = normalRead(value);
    const want = normalExpected(expected.value, type);
    // A document of one value is expected as that value; a library that has properties and entries in one map shows neither.
    const single = Array.isArray(is) && is.length === 1 && sameJson(is[0], want);
    const hidden = value instanceof PSDictionary && value.extended !== undefined && sameJson(want, []);
    if (!sameJson(is, want) && !single && !hidden)
      problems.push(`it reads ${JSON.stringify(is)}, expected ${JSON.stringify(want)}`);
  }
  if (expected.typeNames !== undefined && value instanceof PSObject && value.typeNames.length > 0) {
    const is = value.typeNames.map(stripDeserialized);
    if (!sameJson(is, expected.typeNames.map(stripDeserialized))) problems.push(`type names are ${is.join(', ')}`);
  }
  for (const [name, item] of Object.entries(expected.extended ?? {})) {
    const is = value instanceof PSObject ? value.extended?.get(name) : undefined;
    if (value instanceof PSDictionary && value.hasEntry(name)) continue;
    if (is === undefined || !sameJson(normalRead(is), normalExpected(item)))
      problems.push(`the extended property ${name} differs`);
  }
  for (const check of expected.checks ?? []) {
    if (check.libraryField !== undefined) continue;
    const found = follow(value, check.path);
    if (found === undefined || check.equals === undefined || isEnum(check.equals)) continue;
    // Where an entry and a property have one name, the library's answer depends on how it is asked.
    if (value instanceof PSDictionary && value.extended?.has(String(check.path[0])) === true) continue;
    if (
      check.type !== undefined &&
      found.value !== undefined &&
      check.type !== 'object' &&
      typeWord(found.value) !== check.type
    )
      problems.push(`${check.path.join('.')} is ${typeWord(found.value)}, expected ${check.type}`);
    else if (
      !sameJson(found.found, normalExpected(check.equals, check.type)) &&
      !sameJson(stripNames(found.found), stripNames(check.equals))
    )
      problems.push(
        `${check.path.join('.')} reads ${JSON.stringify(found.found)}, expected ${JSON.stringify(check.equals)}`,
      );
  }
}
const stripNames = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? stripDeserialized(item) : item)) : value;

/** Reads one case as it is meant: a document, or one value. */
function read(item: ClixmlCase, before: readonly string[]): PSValue {
  const options = { secureStrings: STAND_IN };
  if (/^\s*#< CLIXML/.test(item.xml) || /^\s*(?:<\?[^>]*>\s*)?<Objs\b/.test(item.xml)) {
    return new PSList(decodeClixmlDocument(item.xml, options).map(({ value }) => value));
  }
  if (item.continues !== true) return decodeClixml(item.xml, options);
  // The case refers to type names of the one before it: both are read as one list.
  const list = decodeClixml(`<LST>${before.join('')}${item.xml}</LST>`, options);
  return list instanceof PSList ? (list.items.at(-1) ?? null) : null;
}

export function checkClixmlFolder(folder: string): CheckResult {
  let passed = 0;
  const messages: string[] = [];
  for (const [name, recording] of readRecordings<ClixmlRecording>(folder, 'clixml')) {
    const before: string[] = [];
    for (const item of recording.cases) {
      const problems: string[] = [];
      try {
        const value = read(item, before);
        if (item.continues !== true) before.length = 0;
        before.push(item.xml);
        if (item.expected?.error === true) problems.push('it was read, and is an error');
        else if (item.expected !== undefined) compare(value, item.expected, problems);
        const document = /<Objs\b|#< CLIXML/.test(item.xml.slice(0, 400));
        if (item.expected?.error !== true && !document && item.continues !== true) {
          // What a Windows machine wrote comes out as the same bytes; of others the values are the same.
          const again = encodeClixmlText(value, { secureStrings: STAND_IN });
          if (recording.provenance === 'recorded' && !item.xml.includes('<SS') && again !== item.xml)
            problems.push('it is written as another text');
          else if (!sameJson(normalRead(decodeClixml(again, { secureStrings: STAND_IN })), normalRead(value)))
            problems.push('what is written is another value');
        }
      } catch (error) {
        if (item.expected?.error !== true) problems.push(error instanceof Error ? error.message : String(error));
      }
      if (problems.length === 0) passed += 1;
      else messages.push(`clixml/${name} (${item.note}): ${problems.join('; ')}`);
    }
  }
  return { passed, failed: messages.length, messages };
}
