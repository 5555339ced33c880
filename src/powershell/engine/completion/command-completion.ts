/** [CommandCompletion]: completion for programs and editors, which ask for it by a static method. */
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { andThen, type Pending } from '../pending.js';
import { parsedInput } from '../net/language-tree.js';
import { getProperty } from '../runtime/members.js';
import { argumentNull, items, type NetThrow, num, runtime, text, throwNet } from '../net/support.js';
import { unwrap } from '../values/live.js';
import { defineType } from '../values/net-type.js';

const NAME = 'System.Management.Automation.CommandCompletion';
const LANGUAGE = 'System.Management.Automation.Language';

function complete(source: PSValue, cursor: number): Pending<PSValue> {
  if (source === null || text(source) === '') return made([], -1, -1, -1);
  const line = text(source);
  if (cursor > line.length) throw badCursor();
  const rt = runtime();
  // By its module: a function that is called TabExpansion2 may be what asks. In the caller's scope, without variables of its
  // own: they would be offered.
  const ask = `Microsoft.PowerShell.Core\\TabExpansion2 '${line.replace(/['\u2018-\u201b]/g, '$&$&')}' ${cursor}`;
  const block = rt.parse(ask, undefined, { trust: 'internal' });
  return andThen(rt.callBlock(block, [], { dotted: true }), (found) => unwrap(rt.lastOf(found)));
}
const badCursor = (): NetThrow =>
  throwNet(
    'System.Management.Automation.PSArgumentException',
    'Cannot process argument because the value of argument "cursorIndex" is not valid. Change the value of the "cursorIndex" argument and run the operation again.',
  );
const nullArgument = (name: string): NetThrow =>
  throwNet(
    'System.Management.Automation.PSArgumentNullException',
    `Cannot process argument because the value of argument "${name}" is null. Change the value of argument "${name}" to a non-null value.`,
  );
/** Where a tree is asked for: its whole text, completed at the position. `others`: arguments that have to be there too. */
function completeTree(
  ast: PSValue | undefined,
  tokens: PSValue | undefined,
  positionOfCursor: PSValue | undefined,
  others: Readonly<Record<string, PSValue | undefined>> = {},
): Pending<PSValue> {
  for (const [name, value] of Object.entries({ ast, tokens, positionOfCursor, ...others }))
    if ((value ?? null) === null) throw nullArgument(name);
  return complete(wholeText(ast ?? null), num(offsetOf(positionOfCursor ?? null)));
}
const read = (target: PSValue, name: string): PSValue => {
  const found = getProperty(runtime(), target, name);
  return found instanceof Promise ? null : found;
};
export const offsetOf = (position: PSValue): PSValue => read(position, 'Offset');
/** The whole text that a tree is of. */
export function wholeText(ast: PSValue): string {
  let at = ast;
  for (let up = read(at, 'Parent'); up !== null; up = read(at, 'Parent')) at = up;
  return text(read(read(at, 'Extent'), 'Text'));
}
function next(self: PSValue, forward: boolean): PSValue {
  const inner = unwrap(self);
  if (!(inner instanceof PSObject)) throw argumentNull('self');
  const matches = items(inner.adapted?.get('CompletionMatches') ?? []);
  if (matches.length === 0) return null;
  const before = num(inner.adapted?.get('CurrentMatchIndex') ?? -1);
  const count = matches.length;
  const at = before < 0 ? (forward ? 0 : count - 1) : (before + (forward ? 1 : count - 1)) % count;
  inner.adapted?.set('CurrentMatchIndex', at);
  return matches[at] ?? null;
}
const STRING_INPUT = 'string input, int cursorIndex';
// Tokens and positions are plain objects here, of no class that could be asked for.
const TREE_INPUT = `${LANGUAGE}.Ast ast, System.Object tokens, System.Object cursorPosition`;
defineType(
  NAME,
  {},
  {
    [`new(System.Collections.ObjectModel.Collection[System.Management.Automation.CompletionResult] matches, int currentMatchIndex, int replacementIndex, int replacementLength)`]:
      (_self, matches, at, start, length) => made(matches ?? null, num(at), num(start), num(length)),
    [`static ${NAME} CompleteInput(${STRING_INPUT}, hashtable options)`]: (_self, input, at) =>
      complete(input ?? null, num(at)),
    [`static ${NAME} CompleteInput(${TREE_INPUT}, hashtable options)`]: (_self, ast, tokens, position) =>
      completeTree(ast, tokens, position),
    [`static ${NAME} CompleteInput(${TREE_INPUT}, hashtable options, powershell powershell)`]: (
      _self,
      ast,
      tokens,
      position,
      _options,
      program,
    ) => completeTree(ast, tokens, position, { powershell: program }),
    [`static ${NAME} CompleteInput(${STRING_INPUT}, hashtable options, powershell powershell)`]: (
      _self,
      input,
      at,
      options,
      program,
    ) => {
      if (num(at) > text(input).length) throw badCursor();
      if ((program ?? null) === null) throw nullArgument('powershell');
      const rt = runtime();
      const ready = rt.parse(
        'param($p, $text, $at, $options) $p.Commands.Clear(); $null = $p.AddCommand("TabExpansion2").AddArgument($text).AddArgument($at).AddArgument($options); $p.Invoke()',
        undefined,
        { trust: 'internal' },
      );
      return andThen(rt.callBlock(ready, [program ?? null, input ?? null, num(at), options ?? null]), (found) =>
        unwrap(rt.lastOf(found)),
      );
    },
    [`static System.Object MapStringInputToParsedInput(${STRING_INPUT})`]: (_self, input, at) => {
      if (num(at) > text(input).length) throw badCursor();
      return parsedInput(text(input), num(at));
    },
    'System.Management.Automation.CompletionResult GetNextResult(bool forward)': (self, forward) =>
      next(self, forward === true),
  },
);
function made(matches: PSValue, at: number, start: number, length: number): PSObject {
  return new PSObject({
    typeNames: [NAME, 'System.Object'],
    adapted: PropertyBag.of({
      CurrentMatchIndex: at,
      ReplacementIndex: start,
      ReplacementLength: length,
      CompletionMatches: matches,
    }),
  });
}
