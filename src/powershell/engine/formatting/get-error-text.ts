/** The text of Get-Error: an error with everything in it, nested exceptions indented. */
import type { PSValue } from '../../../protocol/objects/index.js';
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

/** An error's parts as Get-Error lists them. */
export function errorItems(parts: ErrorParts): readonly DetailItem[] {
  const [type = 'System.Exception'] = parts.exceptionTypes;
  const items: DetailItem[] = [
    {
      name: 'Exception',
      value: [
        { name: 'Type', value: type },
        { name: 'Message', value: parts.exceptionMessage },
        { name: 'HResult', value: '-2146233087' },
      ],
    },
    { name: 'CategoryInfo', value: parts.categoryMessage },
    { name: 'FullyQualifiedErrorId', value: parts.errorId },
    ...(parts.hasDetails ? [{ name: 'ErrorDetails', value: parts.message }] : []),
  ];
  if (parts.position !== '') {
    const [, line = ''] = parts.position.split('\n');
    items.push({
      name: 'InvocationInfo',
      value: [
        ...(parts.command === '' ? [] : [{ name: 'MyCommand', value: parts.command }]),
        { name: 'ScriptLineNumber', value: String(parts.line) },
        { name: 'OffsetInLine', value: String(parts.column) },
        { name: 'HistoryId', value: '-1' },
        ...(parts.scriptName === '' ? [] : [{ name: 'ScriptName', value: parts.scriptName }]),
        { name: 'Line', value: line.slice(2) },
        { name: 'PositionMessage', value: parts.position },
        { name: 'InvocationName', value: parts.invocationName },
        { name: 'CommandOrigin', value: 'Internal' },
      ],
    });
  }
  return items;
}
export function errorDetails(_value: PSValue, parts: ErrorParts, styles: FormatStyles): string {
  return `\n${detailLines(errorItems(parts), styles)}\n\n`;
}
