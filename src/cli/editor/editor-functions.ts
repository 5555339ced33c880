/** What a key can do, by the names of PSReadLine; which key does what to begin with. */

export interface EditorFunction {
  readonly description: string;
  readonly group: 'Basic' | 'Completion' | 'Cursor' | 'History' | 'Prediction' | 'Miscellaneous';
}
type Row = readonly [name: string, description: string];
const GROUPS: Readonly<Record<EditorFunction['group'], readonly Row[]>> = {
  Basic: [
    ['AcceptLine', 'Runs the text, or begins another line while it is not complete'],
    ['AddLine', 'Begins another line'],
    ['BackwardDeleteChar', 'Deletes the character before the cursor'],
    ['BackwardDeleteInput', 'Deletes from the beginning of the text to the cursor'],
    ['BackwardDeleteWord', 'Deletes the word before the cursor'],
    ['BackwardKillInput', 'Cuts from the beginning of the line to the cursor'],
    ['BackwardKillLine', 'Cuts from the beginning of the line to the cursor'],
    ['BackwardKillWord', 'Cuts the word before the cursor'],
    ['CancelLine', 'Drops the text and begins anew'],
    ['CapitalizeWord', 'Writes the next word with a capital'],
    ['CopyOrCancelLine', 'Drops the text and begins anew'],
    ['DeleteChar', 'Deletes the character at the cursor'],
    ['DeleteCharOrExit', 'Deletes the character at the cursor; leaves where there is no text'],
    ['DeleteLine', 'Deletes the text'],
    ['DeleteToEnd', 'Deletes from the cursor to the end of the line'],
    ['DeleteWord', 'Deletes the word at the cursor'],
    ['DowncaseWord', 'Writes the next word in small letters'],
    ['ForwardDeleteInput', 'Deletes from the cursor to the end of the text'],
    ['ForwardDeleteLine', 'Deletes from the cursor to the end of the line'],
    ['InsertLineAbove', 'Begins a line above'],
    ['InsertLineBelow', 'Begins a line below'],
    ['KillLine', 'Cuts from the cursor to the end of the line'],
    ['KillWord', 'Cuts the word at the cursor'],
    ['Redo', 'Does again what was undone'],
    ['RevertLine', 'The text as it was before anything was changed'],
    ['SelfInsert', 'Inserts the character of the key'],
    ['ShellBackwardKillWord', 'Cuts back to white space'],
    ['SwapCharacters', 'Exchanges the characters at the cursor'],
    ['Undo', 'Takes back the last change'],
    ['UnixWordRubout', 'Cuts back to white space'],
    ['UpcaseWord', 'Writes the next word in capitals'],
    ['Yank', 'Inserts what was cut'],
    ['YankLastArg', 'Inserts the last word of the line before'],
    ['YankPop', 'In place of what was inserted, what was cut before it'],
  ],
  Completion: [
    ['Complete', 'Completes what stands before the cursor'],
    ['MenuComplete', 'Completes, with a list to choose from'],
    ['TabCompleteNext', 'Completes; again: the next choice'],
    ['TabCompletePrevious', 'Completes; again: the choice before'],
  ],
  Cursor: [
    ['BackwardChar', 'One character back'],
    ['BackwardWord', 'To the beginning of the word'],
    ['BeginningOfLine', 'To the beginning of the line'],
    ['EndOfLine', 'To the end of the line'],
    ['ForwardChar', 'One character on'],
    ['ForwardWord', 'To the end of the word'],
    ['MoveToFirstLine', 'To the beginning of the text'],
    ['MoveToLastLine', 'To the end of the text'],
    ['NextLine', 'One line down, or the next line of the history'],
    ['NextWord', 'To the end of the word'],
    ['PreviousLine', 'One line up, or the line of the history before'],
  ],
  History: [
    ['BeginningOfHistory', 'The first line of the history'],
    ['EndOfHistory', 'The line that is being typed'],
    ['ForwardSearchHistory', 'Searches the history, towards now'],
    ['HistorySearchBackward', 'The line before that begins as the text does up to the cursor'],
    ['HistorySearchForward', 'The next line that begins as the text does up to the cursor'],
    ['NextHistory', 'The next line of the history'],
    ['PreviousHistory', 'The line of the history before'],
    ['ReverseSearchHistory', 'Searches the history, back from now'],
  ],
  Prediction: [
    ['AcceptNextSuggestionWord', 'Takes the next word of what is offered'],
    ['AcceptSuggestion', 'Takes what is offered'],
  ],
  Miscellaneous: [['ClearScreen', 'Clears the screen']],
};
export const FUNCTIONS: ReadonlyMap<string, EditorFunction> = new Map(
  Object.entries(GROUPS).flatMap(([group, rows]) =>
    rows.map(([name, description]) => [name, { description, group: group as EditorFunction['group'] }] as const),
  ),
);

/** Keys by our short names (keys.ts). */
export const DEFAULT_KEYS: readonly (readonly [key: string, name: string])[] = Object.entries({
  AcceptLine: 'enter C-j',
  AddLine: 'S-enter C-enter M-enter',
  CancelLine: 'C-c',
  DeleteCharOrExit: 'C-d',
  BackwardDeleteChar: 'backspace C-h',
  DeleteChar: 'delete',
  BackwardChar: 'left C-b',
  ForwardChar: 'right C-f',
  BackwardWord: 'C-left M-left M-b',
  ForwardWord: 'C-right M-right M-f',
  BeginningOfLine: 'home C-a',
  EndOfLine: 'end C-e',
  MoveToFirstLine: 'C-home M-<',
  MoveToLastLine: 'C-end M->',
  PreviousLine: 'up',
  NextLine: 'down',
  PreviousHistory: 'C-p',
  NextHistory: 'C-n',
  HistorySearchBackward: 'f8',
  HistorySearchForward: 'S-f8',
  UnixWordRubout: 'C-w',
  BackwardKillWord: 'C-backspace M-backspace',
  KillWord: 'C-delete M-d',
  BackwardKillInput: 'C-u',
  KillLine: 'C-k',
  Yank: 'C-y',
  YankPop: 'M-y',
  RevertLine: 'M-r',
  UpcaseWord: 'M-u',
  DowncaseWord: 'M-l',
  CapitalizeWord: 'M-c',
  SwapCharacters: 'C-t',
  Undo: 'C-_ C-z',
  Redo: 'M-_ M-z',
  YankLastArg: 'M-.',
  ClearScreen: 'C-l',
  ReverseSearchHistory: 'C-r',
  ForwardSearchHistory: 'C-s',
  Complete: 'tab',
  MenuComplete: 'C-space',
  TabCompletePrevious: 'S-tab',
}).flatMap(([name, keys]) => keys.split(' ').map((key) => [key, name] as const));

const MODIFIERS: Readonly<Record<string, string>> = { ctrl: 'C', control: 'C', alt: 'M', shift: 'S' };
/** Names of keys that are written otherwise in a chord; what is not here is written as it is. */
const KEYS: Readonly<Record<string, string>> = {
  uparrow: 'up',
  downarrow: 'down',
  leftarrow: 'left',
  rightarrow: 'right',
  spacebar: 'space',
  space: 'space',
  return: 'enter',
  enter: 'enter',
  escape: 'escape',
  esc: 'escape',
  del: 'delete',
  delete: 'delete',
  backspace: 'backspace',
  tab: 'tab',
  home: 'home',
  end: 'end',
  insert: 'insert',
  pageup: 'pageup',
  pagedown: 'pagedown',
};
const SHOWN: Readonly<Record<string, string>> = {
  up: 'UpArrow',
  down: 'DownArrow',
  left: 'LeftArrow',
  right: 'RightArrow',
  space: 'Spacebar',
  pageup: 'PageUp',
  pagedown: 'PageDown',
};

/** @returns our name of `Ctrl+w`; undefined where there is no such key. */
function keyNamed(text: string): string | undefined {
  const words = text.split('+');
  // The key itself may be a plus: `Ctrl++`.
  if (text.endsWith('+')) words.splice(-2, 2, '+');
  const last = words.pop() ?? '';
  const given = words.map((word) => MODIFIERS[word.trim().toLowerCase()]);
  if (given.includes(undefined)) return undefined;
  const sign = last.length === 1;
  const key = sign
    ? last
    : (KEYS[last.toLowerCase()] ?? (/^f([1-9]|1\d|2[0-4])$/i.test(last) ? last.toLowerCase() : ''));
  if (key === '') return undefined;
  const isShifted = given.includes('S') || (sign && given.length > 0 && key !== key.toLowerCase());
  const modifiers = ['C', 'M'].filter((one) => given.includes(one));
  if (isShifted) modifiers.push('S');
  return [...modifiers, key.toLowerCase()].join('-');
}
/** @returns the keys of a chord (`Ctrl+x,Ctrl+e`), one after the other, by our names with a blank between. */
export function keysOfChord(chord: string): string | undefined {
  const parts = chord === ',' ? [','] : chord.split(',').map((part) => part.trim());
  const keys = parts.map(keyNamed);
  return keys.includes(undefined) ? undefined : keys.join(' ');
}
export const chordOfKeys = (keys: string): string =>
  keys
    .split(' ')
    .map((key) => {
      const [, modifiers = '', name = ''] = /^((?:[CMS]-)*)(.+)$/s.exec(key) ?? [];
      const shown = SHOWN[name] ?? (name.length === 1 ? name : name.charAt(0).toUpperCase() + name.slice(1));
      return modifiers.replaceAll('C-', 'Ctrl+').replaceAll('M-', 'Alt+').replaceAll('S-', 'Shift+') + shown;
    })
    .join(',');
