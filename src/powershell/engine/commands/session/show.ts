/**
 * Objects as text: the everyday part of PowerShell's formatting. Up to four properties make a table, more a list; text
 * and numbers stand alone. What this does not do is said in docs/known-differences.md.
 */
import { PSDictionary, PSList, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { ErrorRecordObject } from '../../values/exceptions.js';
import { visibleProperties } from '../../runtime/members.js';
import { active } from '../../runtime/members.js';

type Row = readonly (readonly [name: string, value: PSValue])[];
const ENUMERATION_LIMIT = 4;

/** A property's text in a table or list. */
function cellText(value: PSValue): string {
  if (value === null) return '';
  const items = Array.isArray(value)
    ? (value as readonly PSValue[])
    : value instanceof PSList
      ? value.items
      : undefined;
  if (items !== undefined) {
    const some = items.slice(0, ENUMERATION_LIMIT).map((item) => (item === null ? '' : toText(item)));
    return `{${some.join(', ')}${items.length > ENUMERATION_LIMIT ? '…' : ''}}`;
  }
  if (value instanceof PSDictionary) {
    const some = [...value.entries()]
      .slice(0, ENUMERATION_LIMIT)
      .map(([key, item]) => `[${toText(key)}, ${item === null ? '' : toText(item)}]`);
    return `{${some.join(', ')}${value.count > ENUMERATION_LIMIT ? '…' : ''}}`;
  }
  return toText(value).replace(/[\r\n]+/g, ' ');
}
const isNumber = (value: PSValue): boolean =>
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  (typeof value === 'object' &&
    value !== null &&
    'tag' in value &&
    ['Db', 'Sg', 'D', 'By', 'SB', 'I16', 'U16', 'U32', 'U64'].includes(value.tag));

/** What is printed as its text alone. */
function simple(value: PSValue): string | undefined {
  if (value === null) return '';
  if (value instanceof ErrorRecordObject) return `${value.commandName ?? 'Exception'}: ${value.message}`;
  if (value instanceof PSObject) {
    if (value.typeNames[0] === 'System.Management.Automation.ErrorRecord') return value.toString();
    if (value.base !== undefined && !(value.base instanceof PSObject)) return value.toStringText ?? simple(value.base);
    if (value instanceof PSDictionary || value instanceof PSList) return undefined;
    return properties(value).length === 0 ? toText(value) : undefined;
  }
  return Array.isArray(value) || value instanceof Uint8Array ? undefined : toText(value);
}

function properties(value: PSValue): Row {
  const { runtime } = active;
  const own =
    runtime === undefined
      ? value instanceof PSObject
        ? [...value.properties()]
        : []
      : visibleProperties(runtime, value);
  return own.filter(([name]) => !['PSComputerName', 'RunspaceId', 'PSShowComputerName'].includes(name));
}

export function shown(values: readonly PSValue[], width: number): string {
  let out = '';
  let rows: Row[] = [];
  let kind = '';
  const flush = (): void => {
    if (rows.length > 0) out += (rows[0]?.length ?? 0) <= 4 ? table(rows, width) : list(rows);
    rows = [];
  };
  const one = (value: PSValue): void => {
    const text = simple(value);
    if (text !== undefined) {
      flush();
      out += `${text}\n`;
      return;
    }
    if (value instanceof PSDictionary) {
      if (kind !== 'dictionary') flush();
      kind = 'dictionary';
      for (const [key, item] of value.entries())
        rows.push([
          ['Name', key],
          ['Value', item],
        ]);
      return;
    }
    if (value instanceof PSList || Array.isArray(value)) {
      for (const item of value instanceof PSList ? value.items : (value as readonly PSValue[])) one(item);
      return;
    }
    if (value instanceof Uint8Array) {
      for (const byte of value) one(byte);
      return;
    }
    const row = properties(value);
    const names = `${value instanceof PSObject ? (value.typeNames[0] ?? '') : ''}:${row.map(([name]) => name).join(',')}`;
    if (names !== kind) flush();
    kind = names;
    rows.push(row);
  };
  for (const value of values) one(value);
  flush();
  return out;
}

function table(rows: readonly Row[], width: number): string {
  const names = rows[0]?.map(([name]) => name) ?? [];
  const texts = rows.map((row) => names.map((_, at) => cellText(row[at]?.[1] ?? null)));
  const right = names.map((_, at) => isNumber(rows[0]?.[at]?.[1] ?? null));
  const widths = names.map((name, at) => Math.max(name.length, ...texts.map((row) => row[at]?.length ?? 0)));
  const total = widths.reduce((sum, one) => sum + one + 1, -1);
  if (total > width && widths.length > 0) {
    const share = Math.max(4, Math.floor((width - widths.length + 1) / widths.length));
    for (let at = 0; at < widths.length; at += 1)
      widths[at] = Math.min(widths[at] ?? 0, Math.max(share, names[at]?.length ?? 0));
  }
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, at) => {
        const room = widths[at] ?? 0;
        const cut = text.length > room ? `${text.slice(0, Math.max(0, room - 1))}…` : text;
        return right[at] === true ? cut.padStart(room) : cut.padEnd(room);
      })
      .join(' ')
      .trimEnd();
  const head = `${line(names)}\n${line(names.map((name) => '-'.repeat(name.length)))}`;
  return `\n${head}\n${texts.map((row) => `${line(row)}\n`).join('')}\n`;
}

function list(rows: readonly Row[]): string {
  return `${rows
    .map((row) => {
      const width = Math.max(...row.map(([name]) => name.length));
      return `\n${row.map(([name, value]) => `${name.padEnd(width)} : ${cellText(value)}\n`).join('')}`;
    })
    .join('')}\n`;
}
