/** The text of Get-Error: an error with everything in it, nested exceptions indented. */
import { dirname } from 'node:path';
import { toText } from '../conversion.js';
import type { ErrorParts } from './error-parts.js';
import type { FormatStyles } from './styles.js';

/** One line of the text: a name and a value, or a name with more below it. */
export type DetailValue = string | readonly DetailItem[];
export interface DetailItem {
  readonly name: string;
  readonly value: DetailValue;
}

/** Lines `name : value`, names padded to one width, nested items indented by four. */
export function detailLines(items: readonly DetailItem[], styles: FormatStyles, indent = 0): string {
  const shown = items.filter(({ value }) => value.length > 0);
  const width = Math.max(0, ...shown.map(({ name }) => name.length));
  const prefix = ' '.repeat(indent);
  const hanging = ' '.repeat(width + 3);
  return shown
    .map(({ name, value }) => {
      const label = `${prefix}${styles.accent}${name.padEnd(width)} : ${styles.reset}`;
      if (typeof value !== 'string') return `${label}\n${detailLines(value, styles, indent + 4)}\n`;
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
/** For `$ErrorView = 'DetailedView'`: as Get-Error prints it. */
export const errorDetails = (parts: ErrorParts, styles: FormatStyles): string =>
  `\n${detailLines(errorItems(parts), styles)}\n\n`;
