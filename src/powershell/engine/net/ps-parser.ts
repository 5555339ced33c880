/** PSParser, PowerShell 2's tokenizer: the tokens of today under its few kinds, and the errors at their tokens. */
import { PSList, PSObject, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import { drive, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { type Ast, type Extent, forEachChild, parseInPieces, type Token, TokenFlags } from '../../lang/index.js';
import { convertTo } from '../conversion.js';
import { NetObject, PSReference, unwrap } from '../values/live.js';
import { addMembers, defineType } from '../values/net-type.js';
import { enumerate } from '../runtime/members.js';
import { nullArgument, requireType, text } from './support.js';
import { collectionOf } from '../values/types.js';

const SPACE = 'System.Management.Automation.';
const KINDS: Readonly<Partial<Record<Token['kind'], string>>> = {
  Unknown: 'Unknown',
  Variable: 'Variable',
  SplattedVariable: 'Variable',
  Parameter: 'CommandParameter',
  Number: 'Number',
  Label: 'LoopLabel',
  Identifier: 'CommandArgument',
  Generic: 'CommandArgument',
  NewLine: 'NewLine',
  LineContinuation: 'LineContinuation',
  Comment: 'Comment',
  EndOfInput: 'Unknown',
  StringLiteral: 'String',
  StringExpandable: 'String',
  HereStringLiteral: 'String',
  HereStringExpandable: 'String',
  LParen: 'GroupStart',
  RParen: 'GroupEnd',
  LCurly: 'GroupStart',
  RCurly: 'GroupEnd',
  AtParen: 'GroupStart',
  AtCurly: 'GroupStart',
  DollarParen: 'GroupStart',
  Semi: 'StatementSeparator',
};
function kindOf({ kind, flags }: Token): string {
  if ((flags & TokenFlags.CommandName) !== 0) return 'Command';
  if ((flags & TokenFlags.MemberName) !== 0) return 'Member';
  if ((flags & TokenFlags.AttributeName) !== 0) return 'Attribute';
  if ((flags & TokenFlags.TypeName) !== 0) return 'Type';
  return KINDS[kind] ?? ((flags & TokenFlags.Keyword) === 0 ? 'Operator' : 'Keyword');
}
const contentOf = ({ kind, text: written, value }: Token): string =>
  (kind.includes('String') || kind.endsWith('Variable')) && typeof value === 'string' ? value : written;

const NAMES =
  'Unknown Command CommandParameter CommandArgument Number String Variable Member LoopLabel Attribute Type Operator GroupStart GroupEnd Keyword Comment StatementSeparator NewLine LineContinuation Position';
defineType(`${SPACE}PSTokenType`, {
  kind: 'enum',
  enumValues: Object.fromEntries(NAMES.split(' ').map((name, index) => [name, index])),
});
const TOKEN = defineType(`${SPACE}PSToken`);
interface TokenData {
  readonly content: string;
  readonly type: string;
  readonly extent: Extent;
}
const dataOf = (self: PSValue): TokenData => (unwrap(self) as NetObject<TokenData>).data;
const extentOf = (self: PSValue): Extent => dataOf(self).extent;
addMembers(TOKEN, {
  'string Content': (self) => dataOf(self).content,
  'System.Management.Automation.PSTokenType Type': (self) =>
    convertTo(dataOf(self).type, requireType(`${SPACE}PSTokenType`)),
  'int Start': (self) => extentOf(self).startOffset,
  'int Length': (self) => extentOf(self).endOffset - extentOf(self).startOffset,
  'int StartLine': (self) => extentOf(self).startLineNumber,
  'int StartColumn': (self) => extentOf(self).startColumnNumber,
  'int EndLine': (self) => extentOf(self).endLineNumber,
  'int EndColumn': (self) => extentOf(self).endColumnNumber,
});
/** A token, or a place that is none, as a PSToken. */
export const tokenObject = (extent: Extent, content: string, type: string): NetObject<TokenData> =>
  new NetObject(TOKEN, { content, type, extent });
const collection = (element: string, items: readonly PSValue[]): PSList =>
  collectionOf([...items], requireType(element));

const tokenize = (source: string, errors: PSValue | undefined): Pending<PSValue> =>
  drive(tokenizeSteps(source, errors, ticking()));
function* tokenizeSteps(source: string, errors: PSValue | undefined, tick: Tick): Steps<PSValue> {
  const found = yield* parseInPieces(source, undefined, {}, tick);
  if (errors instanceof PSReference)
    errors.put(
      collection(
        `${SPACE}PSParseError`,
        found.errors.map(
          ({ extent, message }) =>
            new PSObject({
              typeNames: [`${SPACE}PSParseError`, 'System.Object'],
              adapted: PropertyBag.of({
                Token: tokenObject(extent, extent.text, 'Position'),
                Message: message,
              }),
            }),
        ),
      ),
    );
  const brackets = typesIn(found.ast);
  const { tokens } = found;
  const given: PSValue[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const wait = tick();
    if (wait !== undefined) yield wait;
    if (token === undefined || token.kind === 'EndOfInput') continue;
    const nameEnd = token.kind === 'LBracket' ? brackets.get(token.extent.startOffset) : undefined;
    if (nameEnd === undefined) {
      given.push(tokenObject(token.extent, contentOf(token), kindOf(token)));
      continue;
    }
    while (index + 1 < tokens.length && (tokens[index]?.extent.startOffset ?? 0) < nameEnd) index += 1;
    const { startOffset, endOffset } = token.extent;
    const whole = token.extent.moved(startOffset, tokens[index]?.extent.endOffset ?? endOffset);
    given.push(tokenObject(whole, whole.text, 'Type'));
  }
  return collection(`${SPACE}PSToken`, given);
}
/** A type in brackets is one token: where it begins, and where its name ends. */
function typesIn(ast: Ast): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const visit = (node: Ast): void => {
    if (node.kind === 'TypeConstraintAst' || node.kind === 'TypeExpressionAst')
      found.set(node.extent.startOffset, node.typeName.extent.endOffset);
    forEachChild(node, visit);
  };
  visit(ast);
  return found;
}
defineType(`${SPACE}PSParseError`);
const result = `static System.Collections.ObjectModel.Collection[${SPACE}PSToken] Tokenize`;
const out = `[ref] System.Collections.ObjectModel.Collection[${SPACE}PSParseError] errors`;
addMembers(defineType(`${SPACE}PSParser`), {
  [`${result}(string script, ${out})`]: (_self, script, errors) => {
    if (script === null || script === undefined) throw nullArgument('script');
    return tokenize(text(script), errors);
  },
  [`${result}(System.Object[] script, ${out})`]: (_self, script, errors) => {
    if (script === null || script === undefined) throw nullArgument('script');
    return tokenize([...(enumerate(script) ?? [])].map((line) => `${text(line)}\n`).join(''), errors);
  },
});
