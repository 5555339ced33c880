/** A key as PowerShell gives it to a block: System.ConsoleKeyInfo. */
import { PSChar, PSObject, PropertyBag } from '../../protocol/objects/index.js';
import { chordOfKeys } from '../editor/editor-functions.js';
import type { Key } from '../editor/keys.js';

const CHARACTERS: Readonly<Record<string, string>> = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  backspace: '\b',
  space: ' ',
};
const MODIFIERS: readonly (readonly [string, string])[] = [
  ['M-', 'Alt'],
  ['S-', 'Shift'],
  ['C-', 'Control'],
];

/** Of System.ConsoleKey; those with a name are written as in a chord. */
function consoleKey(name: string): string {
  if (/^\d$/.test(name)) return `D${name}`;
  return name.length === 1 && name !== ' ' ? name.toUpperCase() : chordOfKeys(name === ' ' ? 'space' : name);
}

export function keyInfo(key: Key): PSObject {
  const [, held = '', plain = ''] = /^((?:[CMS]-)*)(.+)$/s.exec(key.name) ?? [];
  const name = plain === 'text' ? key.text : plain;
  const letter = name.length === 1 ? name : '';
  // Held down with Ctrl a letter is a control character.
  const character =
    held.includes('C-') && /^[a-z]$/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) & 31) : letter;
  const modifiers = MODIFIERS.filter(([one]) => held.includes(one)).map(([, shown]) => shown);
  return new PSObject({
    typeNames: ['System.ConsoleKeyInfo', 'System.ValueType', 'System.Object'],
    adapted: PropertyBag.of({
      KeyChar: new PSChar((character || (CHARACTERS[plain] ?? '\0')).charCodeAt(0)),
      Key: consoleKey(name),
      Modifiers: modifiers.length === 0 ? 'None' : modifiers.join(', '),
    }),
  });
}
