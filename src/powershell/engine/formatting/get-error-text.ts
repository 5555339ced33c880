/** The text of Get-Error: an error with everything in it, nested exceptions indented. */
import { dirname } from 'node:path';
import { PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { active, enumerate, visibleProperties } from '../runtime/members.js';
import type { Runtime } from '../runtime/runtime.js';
import { ErrorRecordObject, ExceptionObject } from '../values/exceptions.js';
import { TypeObject, unwrap } from '../values/live.js';
import { clrText, typeNamesOf } from '../values/types.js';
import { errorParts, type ErrorParts } from './error-parts.js';
import type { FormatStyles } from './styles.js';

/** One line of the text: a name and a value, or a name with more below it. */
export type DetailValue = string | readonly DetailItem[] | DetailList | DetailEntries;
export interface DetailItem {
  readonly name: string;
  readonly value: DetailValue;
}
/** What is in a list: texts, and objects with an empty line between them. */
interface DetailList {
  readonly list: readonly (string | readonly DetailItem[])[];
}
/** What is in a dictionary. */
interface DetailEntries {
  readonly pairs: readonly (readonly [key: string, text: string])[];
}

/** Lines `name : value`, names padded to one width, nested items indented by four. */
export function detailLines(items: readonly DetailItem[], styles: FormatStyles, indent = 0): string {
  const shown = items.filter(({ value }) => typeof value !== 'string' || value.length > 0);
  const width = Math.max(0, ...shown.map(({ name }) => name.length));
  const prefix = ' '.repeat(indent);
  const hanging = ' '.repeat(width + 3);
  return shown
    .map(({ name, value }) => {
      const label = `${prefix}${styles.accent}${name.padEnd(width)} : ${styles.reset}`;
      if (typeof value !== 'string') return `${label}${below(value, styles, indent)}\n`;
      let text = value;
      if (name === 'StackTrace') return `${label}\n${text}\n`;
      if (name === 'Message') text = styles.error + text;
      if (name === 'PositionMessage') text = text.replace('~', `${styles.error}~`);
      const lines = text.split('\n');
      const rest = lines.slice(1).map((line) => `\n${prefix}${hanging}${line.trim()}`);
      return `${label}${lines.length > 1 ? (lines[0] ?? '').trim() + rest.join('') : text}\n`;
    })
    .join('')
    .replace(/\n$/, '');
}
function below(value: Exclude<DetailValue, string>, styles: FormatStyles, indent: number): string {
  if ('pairs' in value) {
    const start = `${' '.repeat(indent + 4)}${styles.accent}`;
    return `\n${value.pairs.map(([key, text]) => `${start}${key} : ${styles.reset}${text}\n`).join('')}`;
  }
  if (!('list' in value)) return `\n${detailLines(value, styles, indent + 4)}`;
  return value.list
    .map((one, index) => {
      if (typeof one === 'string') return `\n${' '.repeat(2 * indent + 6)}${one}`;
      return `${index === 0 ? '' : '\n'}\n${detailLines(one, styles, indent + 4)}`;
    })
    .join('');
}

// ------------------------------------------------------------- live errors

/** What is nested deeper is an ellipsis. */
const MAX_DEPTH = 10;
const INVOCATION = 'System.Management.Automation.InvocationInfo';
const HIDDEN_VALUES: ReadonlySet<PSValue> = new Set<PSValue>([null, '', false, 0, 0n]);

/** The properties of an error, an exception, or of what is in one, as Get-Error lists them. */
export function liveItems(rt: Runtime, value: PSValue, depth = 1): readonly DetailItem[] {
  const type = value instanceof ExceptionObject ? [{ name: 'Type', value: value.type.fullName }] : [];
  return [
    ...type,
    ...visibleProperties(rt, value).flatMap(([name, property]): readonly DetailItem[] => {
      const shown = HIDDEN_VALUES.has(property) || name === 'PSErrorIndex' ? undefined : of(rt, name, property, depth);
      return shown === undefined ? [] : [{ name, value: shown }];
    }),
  ];
}
const nested = (rt: Runtime, value: PSValue, depth: number): DetailValue =>
  depth >= MAX_DEPTH ? ELLIPSIS : liveItems(rt, value, depth + 1);
const ELLIPSIS = '\u2026';

/** Undefined: there is nothing in it. */
function of(rt: Runtime, name: string, value: PSValue, depth: number): DetailValue | undefined {
  if (value instanceof ExceptionObject || value instanceof ErrorRecordObject || typeNamesOf(value)[0] === INVOCATION)
    return nested(rt, value, depth);
  const inner = unwrap(value);
  if (name === 'StackTrace') return toText(value);
  if (inner instanceof PSDictionary) {
    const { keys, entryValues } = inner;
    const pairs = keys.map((key, at): readonly [string, string] => {
      const text = toText(key);
      // What a request was allowed by is nobody's business.
      return [text, text.toLowerCase() === 'authorization' ? ELLIPSIS : toText(entryValues[at] ?? null)];
    });
    return keys.length === 0 ? undefined : { pairs: pairs.toSorted(([a], [b]) => a.localeCompare(b)) };
  }
  const items = typeof inner === 'string' ? undefined : enumerate(value);
  if (items === undefined) return elementText(value);
  if (items.length === 0) return undefined;
  if (depth >= MAX_DEPTH) return ELLIPSIS;
  return {
    list: items.map((item) => {
      const isObject = item instanceof PSObject && !(item instanceof TypeObject) && unwrap(item) === item;
      return isObject ? liveItems(rt, item, depth + 1) : elementText(item);
    }),
  };
}
const elementText = (value: PSValue): string =>
  value instanceof TypeObject ? `[${clrText(value.type)}]` : toText(value);

// ------------------------------------------------------------- errors as data

function exceptionItems(parts: ErrorParts): readonly DetailItem[] {
  const [type = 'System.Exception'] = parts.exceptionTypes;
  let inner: readonly DetailItem[] | undefined;
  for (const cause of parts.causes.toReversed())
    inner = [
      { name: 'Type', value: cause.type },
      { name: 'Message', value: cause.message },
      ...(inner === undefined ? [] : [{ name: 'InnerException', value: inner }]),
      { name: 'HResult', value: HRESULT },
    ];
  return [
    { name: 'Type', value: type },
    ...(parts.thrown ? [{ name: 'WasThrownFromThrowStatement', value: 'True' }] : []),
    { name: 'Message', value: parts.exceptionMessage },
    ...(inner === undefined ? [] : [{ name: 'InnerException', value: inner }]),
    { name: 'HResult', value: HRESULT },
  ];
}
/** COR_E_EXCEPTION, which most of PowerShell's exceptions carry. */
const HRESULT = '-2146233087';

/** An error's parts as Get-Error lists them. Frames of the engine's own code are not among them: there are none. */
export function errorItems(parts: ErrorParts): readonly DetailItem[] {
  const items: DetailItem[] = [
    { name: 'Exception', value: exceptionItems(parts) },
    ...(parts.target === null ? [] : [{ name: 'TargetObject', value: toText(parts.target) }]),
    { name: 'CategoryInfo', value: parts.categoryMessage },
    { name: 'FullyQualifiedErrorId', value: parts.errorId },
    ...(parts.hasDetails ? [{ name: 'ErrorDetails', value: parts.message }] : []),
  ];
  if (parts.position !== '' || parts.command !== '')
    items.push({
      name: 'InvocationInfo',
      value: [
        { name: 'MyCommand', value: parts.command },
        ...(parts.line === 0
          ? []
          : [
              { name: 'ScriptLineNumber', value: String(parts.line) },
              { name: 'OffsetInLine', value: String(parts.column) },
            ]),
        { name: 'HistoryId', value: '1' },
        { name: 'ScriptName', value: parts.scriptName },
        { name: 'Line', value: parts.lineText },
        { name: 'Statement', value: parts.statement },
        { name: 'PositionMessage', value: parts.position },
        { name: 'PSScriptRoot', value: parts.scriptName === '' ? '' : dirname(parts.scriptName) },
        { name: 'PSCommandPath', value: parts.scriptName },
        { name: 'InvocationName', value: parts.invocationName },
        { name: 'CommandOrigin', value: 'Internal' },
      ],
    });
  items.push({ name: 'ScriptStackTrace', value: parts.stackTrace });
  if (parts.computer !== '') items.push({ name: 'PSComputerName', value: parts.computer });
  return items;
}
/** The text of a live error, of one that came as data, or of an exception. Undefined: it is none. */
export function errorText(value: PSValue, styles: FormatStyles): string | undefined {
  const { runtime } = active;
  if (runtime !== undefined && (value instanceof ErrorRecordObject || value instanceof ExceptionObject))
    return detailLines(liveItems(runtime, value), styles);
  const parts = errorParts(value);
  return parts === undefined ? undefined : detailLines(errorItems(parts), styles);
}
