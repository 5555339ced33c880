/** The text of a `.pssc` or `.psrc` file, as PowerShell 7.6 writes it. */
import { EOL } from 'node:os';
import { PSDictionary, PSPrimitive, PSScriptBlockText, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { enumerate } from '../../runtime/members.js';
import { unwrap } from '../../values/live.js';
import { ScriptBlock } from '../../values/script-block.js';
import type { FileSetting } from './settings.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A value as these files write it. Keys of hashtables come in order; each level stands four blanks further in. */
export function valueText(given: PSValue, indent: string): string {
  const value = unwrap(given);
  if (value === null) return "''";
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (value instanceof ScriptBlock || value instanceof PSScriptBlockText)
    return `{${value instanceof ScriptBlock ? value.toString() : value.text}}`;
  if (value instanceof PSDictionary) return tableText(value, indent);
  const items = typeof value === 'string' || value instanceof PSPrimitive ? undefined : enumerate(value);
  return items === undefined ? quoted(toText(value)) : items.map((item) => valueText(item, indent)).join(', ');
}
function tableText(table: PSDictionary, indent: string): string {
  const inner = `${indent}    `;
  const lines = [...table.entries()]
    .map(([key, value]) => [toText(key), value] as const)
    .sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))
    .map(([key, value]) => `${EOL}${inner}${quoted(key)} = ${valueText(value, inner)}`);
  return `@{${lines.join('')} }`;
}
/** `RequiredGroups`: in one line. */
function groupText(given: PSValue): string {
  const value = unwrap(given);
  if (value instanceof PSDictionary)
    return `@{ ${[...value.entries()].map(([key, inner]) => `${quoted(toText(key))} = ${groupText(inner)}`).join('; ')} }`;
  const items = value === null || typeof value === 'string' ? undefined : enumerate(value);
  return items === undefined ? quoted(toText(value)) : items.map(groupText).join(', ');
}

/** Numbers that stand without quotes. */
const BARE = new Set(['UserDriveMaximumSize']);

/** @param values what is given, by key; a key without a value is written as a comment. */
export function configurationText(settings: readonly FileSetting[], values: ReadonlyMap<string, PSValue>): string {
  const parts = settings.map(({ key, comment, example = "''" }) => {
    const value = values.get(key);
    const line =
      value === undefined
        ? `# ${key} = ${example}`
        : `${key} = ${key === 'RequiredGroups' ? groupText(value) : BARE.has(key) ? toText(value) : valueText(value, '')}`;
    return `# ${comment}${EOL}${line}${EOL}${EOL}`;
  });
  return `@{${EOL}${EOL}${parts.join('')}}`;
}

/** UTF-16 with its mark, as these files always are. */
export function configurationBytes(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}
