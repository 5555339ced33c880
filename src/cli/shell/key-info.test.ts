import { expect, it } from 'vitest';
import { textOf } from '../../client/session/index.js';
import { keyInfo } from './key-info.js';

it.each([
  ['text', '(', '(', '(', 'None'],
  ['text', '7', '7', 'D7', 'None'],
  ['text', ' ', ' ', 'Spacebar', 'None'],
  ['C-b', '', '\u0002', 'B', 'Control'],
  ['M-S-up', '', '\0', 'UpArrow', 'Alt, Shift'],
  ['enter', '', '\r', 'Enter', 'None'],
  ['pagedown', '', '\0', 'PageDown', 'None'],
  ['f9', '', '\0', 'F9', 'None'],
])('a key as a block gets it: %s %j', (name, text, character, key, modifiers) => {
  const info = keyInfo({ name, text });
  expect(['KeyChar', 'Key', 'Modifiers'].map((one) => textOf(info.get(one) ?? null))).toEqual([
    character,
    key,
    modifiers,
  ]);
});
