/** A key as PowerShell gives it to a block: System.ConsoleKeyInfo. */
import { PSChar, PSObject, PropertyBag } from '../../protocol/objects/index.js';
import type { Key } from '../editor/keys.js';

const NAMES: Readonly<Record<string, string>> = {
  up: 'UpArrow',
  down: 'DownArrow',
  left: 'LeftArrow',
  right: 'RightArrow',
  enter: 'Enter',
  escape: 'Escape',
  tab: 'Tab',
  backspace: 'Backspace',
  delete: 'Delete',
  home: 'Home',
  end: 'End',
  insert: 'Insert',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  space: 'Spacebar',
  ' ': 'Spacebar',
};
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
      Key: NAMES[name] ?? (/^\d$/.test(name) ? `D${name}` : name.toUpperCase()),
      Modifiers: modifiers.length === 0 ? 'None' : modifiers.join(', '),
    }),
  });
}
