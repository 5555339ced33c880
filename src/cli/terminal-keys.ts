/** Keys as scripts see them: what `$Host.UI.RawUI.ReadKey()` and `[Console]::ReadKey()` give. */
import type { HostKeyInfo } from '../client/session/index.js';
import type { Key } from './editor/keys.js';

/** The keys of a terminal, and its cursor, for whoever wants them without a line around them. */
export interface TerminalKeys {
  /** Undefined: it was stopped, or the terminal is gone. */
  key(signal: AbortSignal, options?: { readonly takesInterrupt?: boolean }): Promise<Key | undefined>;
  readonly keyAvailable: boolean;
  flush(): void;
  /** Undefined: the terminal does not tell. Counted from 0. */
  cursor(): Promise<{ readonly x: number; readonly y: number } | undefined>;
}

/** Virtual keys of Windows, which .NET's ConsoleKey has too. */
const KEYS: Readonly<Record<string, number>> = {
  backspace: 8,
  tab: 9,
  enter: 13,
  escape: 27,
  space: 32,
  pageup: 33,
  pagedown: 34,
  end: 35,
  home: 36,
  left: 37,
  up: 38,
  right: 39,
  down: 40,
  insert: 45,
  delete: 46,
  ' ': 32,
  '*': 106,
  '+': 107,
  '-': 109,
  '/': 111,
  ',': 188,
  '.': 190,
  '=': 187,
};
const CHARACTERS: Readonly<Record<string, string>> = {
  backspace: '\b',
  tab: '\t',
  enter: '\r',
  escape: '\u001b',
  space: ' ',
};
const F1 = 112;
const SHIFT = 16;
const LEFT_CTRL = 8;
const LEFT_ALT = 2;

function virtualKey(name: string): number {
  const known = KEYS[name];
  if (known !== undefined) return known;
  const f = /^f(\d+)$/.exec(name);
  if (f !== null) return F1 + Number(f[1]) - 1;
  return /^[a-z0-9]$/i.test(name) ? name.toUpperCase().charCodeAt(0) : 0;
}

export function keyInfo(key: Key): HostKeyInfo {
  if (key.text !== '') {
    const [character = ''] = key.text;
    const isUpper = character !== character.toLowerCase();
    return {
      virtualKeyCode: virtualKey(character),
      character,
      controlKeyState: isUpper ? SHIFT : 0,
      keyDown: true,
    };
  }
  const parts = /^((?:[CMS]-)*)(.+)$/s.exec(key.name);
  const [modifiers = '', name = ''] = [parts?.[1], parts?.[2]];
  const isCtrl = modifiers.includes('C-');
  return {
    virtualKeyCode: virtualKey(name),
    character: CHARACTERS[name] ?? (name.length > 1 ? '\0' : isCtrl ? controlOf(name) : name),
    controlKeyState:
      (modifiers.includes('S-') ? SHIFT : 0) | (isCtrl ? LEFT_CTRL : 0) | (modifiers.includes('M-') ? LEFT_ALT : 0),
    keyDown: true,
  };
}
const controlOf = (name: string): string => String.fromCharCode(name.toUpperCase().charCodeAt(0) & 31);
