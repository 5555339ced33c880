/**
 * Microsoft.PowerShell.PSConsoleReadLine: what a block that a key runs does to the text at the prompt. Where nobody types
 * its methods change nothing.
 */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toNumber, toText } from '../../conversion.js';
import type { TypedText } from '../../runspace-api.js';
import { PSReference } from '../../values/live.js';
import { addMembers, defineType, type MemberBodies } from '../../values/net-type.js';
import { outOfRange, runtime } from '../support.js';

const TYPE = 'Microsoft.PowerShell.PSConsoleReadLine';
const KEY = 'System.Object key = null, System.Object arg = null';
const typed = (): TypedText | undefined => runtime().host.lineEditing?.typed;
const int = (value: PSValue | undefined): number => toNumber(value ?? 0);
/** @throws {ArgumentOutOfRangeException} it is no place in the text. */
function place(value: PSValue | undefined, name: string, most: number): number {
  const at = int(value);
  if (at < 0 || at > most) throw outOfRange(name);
  return at;
}
const insert = (_self: PSValue, text?: PSValue): undefined => typed()?.insert(toText(text ?? null)) as undefined;
function replace(start: PSValue | undefined, length: PSValue | undefined, by: string): undefined {
  const at = typed();
  if (at === undefined) return undefined;
  const first = place(start, 'start', at.text.length);
  at.replace(first, place(length, 'length', at.text.length - first), by);
  return undefined;
}
/** Everything that a key can do is a method, with and without the key. */
const ACTIONS =
  'AcceptLine AddLine BackwardDeleteChar BackwardDeleteInput BackwardDeleteWord BackwardKillInput BackwardKillLine ' +
  'BackwardKillWord CancelLine CapitalizeWord CopyOrCancelLine DeleteChar DeleteCharOrExit DeleteLine DeleteToEnd ' +
  'DeleteWord DowncaseWord ForwardDeleteInput ForwardDeleteLine InsertLineAbove InsertLineBelow KillLine KillWord Redo ' +
  'RevertLine ShellBackwardKillWord SwapCharacters Undo UnixWordRubout UpcaseWord Yank YankLastArg YankPop Complete ' +
  'MenuComplete TabCompleteNext TabCompletePrevious BackwardChar BackwardWord BeginningOfLine EndOfLine ForwardChar ' +
  'ForwardWord MoveToFirstLine MoveToLastLine NextLine NextWord PreviousLine BeginningOfHistory EndOfHistory ' +
  'ForwardSearchHistory HistorySearchBackward HistorySearchForward NextHistory PreviousHistory ReverseSearchHistory ' +
  'AcceptNextSuggestionWord AcceptSuggestion ClearScreen';

const act = (name: string) => (): undefined => typed()?.act(name) as undefined;
const actions: MemberBodies = Object.fromEntries(
  ACTIONS.split(' ').map((name) => [`static void ${name}(${KEY})`, act(name)] as const),
);
addMembers(defineType(TYPE), {
  ...actions,
  'static void Insert(string s)': insert,
  'static void Insert(char c)': insert,
  'static void GetBufferState([ref] string input, [ref] int cursor)': (_self, input, cursor) => {
    const at = typed();
    if (input instanceof PSReference) input.put(at?.text ?? '');
    if (cursor instanceof PSReference) cursor.put(at?.cursor ?? 0);
    return undefined;
  },
  'static void SetCursorPosition(int cursor)': (_self, cursor) => {
    const at = typed();
    at?.moveTo(place(cursor, 'cursor', at.text.length));
    return undefined;
  },
  'static void Replace(int start, int length, string replacement)': (_self, start, length, by) =>
    replace(start, length, toText(by ?? null)),
  'static void Delete(int start, int length)': (_self, start, length) => replace(start, length, ''),
  'static void Ding()': () => undefined,
});
