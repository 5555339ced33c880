/**
 * Tokens: kinds and flags carry PowerShell's names (`System.Management.Automation.Language.TokenKind`, `TokenFlags`),
 * with the same bits, so that token colouring and tools written for PowerShell's tokenizer carry over.
 */
import type { NumberConstant, RedirectionStream, VariablePath } from './ast.js';
import { Extent, type SourceText } from './source-text.js';

/** The bits of `TokenFlags`. */
export const TokenFlags = {
  BinaryPrecedenceMask: 0x0000000f,
  Keyword: 0x00000010,
  ScriptBlockBlockName: 0x00000020,
  BinaryOperator: 0x00000100,
  UnaryOperator: 0x00000200,
  CaseSensitiveOperator: 0x00000400,
  TernaryOperator: 0x00000800,
  SpecialOperator: 0x00001000,
  AssignmentOperator: 0x00002000,
  ParseModeInvariant: 0x00008000,
  TokenInError: 0x00010000,
  DisallowedInRestrictedMode: 0x00020000,
  PrefixOrPostfixOperator: 0x00040000,
  CommandName: 0x00080000,
  MemberName: 0x00100000,
  TypeName: 0x00200000,
  AttributeName: 0x00400000,
  CanConstantFold: 0x00800000,
  StatementDoesntSupportAttributes: 0x01000000,
} as const;
const F = TokenFlags;

/** Kind -> its text and its fixed flags (the low four bits are the binary precedence). */
const TRAITS = {
  Unknown: ['unknown', 0],
  Variable: ['var', 0],
  SplattedVariable: ['@var', 0],
  Parameter: ['param', 0],
  Number: ['number', 0],
  Label: ['label', 0],
  Identifier: ['ident', 0],
  Generic: ['generic', 0],
  NewLine: ['newline', F.ParseModeInvariant],
  LineContinuation: ['line continuation', F.ParseModeInvariant],
  Comment: ['comment', F.ParseModeInvariant],
  EndOfInput: ['eof', F.ParseModeInvariant],
  StringLiteral: ['sqstr', F.ParseModeInvariant],
  StringExpandable: ['dqstr', F.ParseModeInvariant],
  HereStringLiteral: ['sq here string', F.ParseModeInvariant],
  HereStringExpandable: ['dq here string', F.ParseModeInvariant],
  LParen: ['(', F.ParseModeInvariant],
  RParen: [')', F.ParseModeInvariant],
  LCurly: ['{', F.ParseModeInvariant],
  RCurly: ['}', F.ParseModeInvariant],
  LBracket: ['[', 0],
  RBracket: [']', F.ParseModeInvariant],
  AtParen: ['@(', F.ParseModeInvariant],
  AtCurly: ['@{', F.ParseModeInvariant],
  DollarParen: ['$(', F.ParseModeInvariant],
  Semi: [';', F.ParseModeInvariant],
  AndAnd: ['&&', F.ParseModeInvariant],
  OrOr: ['||', F.ParseModeInvariant],
  Ampersand: ['&', F.SpecialOperator | F.ParseModeInvariant],
  Pipe: ['|', F.SpecialOperator | F.ParseModeInvariant],
  Comma: [',', F.UnaryOperator | F.ParseModeInvariant],
  MinusMinus: ['--', F.UnaryOperator | F.PrefixOrPostfixOperator | F.DisallowedInRestrictedMode],
  PlusPlus: ['++', F.UnaryOperator | F.PrefixOrPostfixOperator | F.DisallowedInRestrictedMode],
  DotDot: ['..', F.BinaryOperator | 13 | F.DisallowedInRestrictedMode],
  ColonColon: ['::', F.SpecialOperator | F.DisallowedInRestrictedMode],
  Dot: ['.', F.SpecialOperator | F.DisallowedInRestrictedMode],
  Exclaim: ['!', F.UnaryOperator | F.CanConstantFold],
  Multiply: ['*', F.BinaryOperator | 10 | F.CanConstantFold],
  Divide: ['/', F.BinaryOperator | 10 | F.CanConstantFold],
  Rem: ['%', F.BinaryOperator | 10 | F.CanConstantFold],
  Plus: ['+', F.BinaryOperator | 9 | F.UnaryOperator | F.CanConstantFold],
  Minus: ['-', F.BinaryOperator | 9 | F.UnaryOperator | F.CanConstantFold],
  Equals: ['=', F.AssignmentOperator],
  PlusEquals: ['+=', F.AssignmentOperator],
  MinusEquals: ['-=', F.AssignmentOperator],
  MultiplyEquals: ['*=', F.AssignmentOperator],
  DivideEquals: ['/=', F.AssignmentOperator],
  RemainderEquals: ['%=', F.AssignmentOperator],
  Redirection: ['redirection', F.DisallowedInRestrictedMode],
  RedirectInStd: ['<', F.ParseModeInvariant | F.DisallowedInRestrictedMode],
  Format: ['-f', F.BinaryOperator | 12 | F.DisallowedInRestrictedMode],
  Not: ['-not', F.UnaryOperator | F.CanConstantFold],
  Bnot: ['-bnot', F.UnaryOperator | F.CanConstantFold],
  And: ['-and', F.BinaryOperator | 1 | F.CanConstantFold],
  Or: ['-or', F.BinaryOperator | 1 | F.CanConstantFold],
  Xor: ['-xor', F.BinaryOperator | 1 | F.CanConstantFold],
  Band: ['-band', F.BinaryOperator | 2 | F.CanConstantFold],
  Bor: ['-bor', F.BinaryOperator | 2 | F.CanConstantFold],
  Bxor: ['-bxor', F.BinaryOperator | 2 | F.CanConstantFold],
  Join: ['-join', F.BinaryOperator | F.UnaryOperator | 5 | F.DisallowedInRestrictedMode],
  Ieq: ['-eq', F.BinaryOperator | 5],
  Ine: ['-ne', F.BinaryOperator | 5],
  Ige: ['-ge', F.BinaryOperator | 5],
  Igt: ['-gt', F.BinaryOperator | 5],
  Ilt: ['-lt', F.BinaryOperator | 5],
  Ile: ['-le', F.BinaryOperator | 5],
  Ilike: ['-ilike', F.BinaryOperator | 5],
  Inotlike: ['-inotlike', F.BinaryOperator | 5],
  Imatch: ['-imatch', F.BinaryOperator | 5 | F.DisallowedInRestrictedMode],
  Inotmatch: ['-inotmatch', F.BinaryOperator | 5 | F.DisallowedInRestrictedMode],
  Ireplace: ['-ireplace', F.BinaryOperator | 5 | F.DisallowedInRestrictedMode],
  Icontains: ['-icontains', F.BinaryOperator | 5],
  Inotcontains: ['-inotcontains', F.BinaryOperator | 5],
  Iin: ['-iin', F.BinaryOperator | 5],
  Inotin: ['-inotin', F.BinaryOperator | 5],
  Isplit: ['-isplit', F.BinaryOperator | F.UnaryOperator | 5 | F.DisallowedInRestrictedMode],
  Ceq: ['-ceq', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cne: ['-cne', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cge: ['-cge', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cgt: ['-cgt', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Clt: ['-clt', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cle: ['-cle', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Clike: ['-clike', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cnotlike: ['-cnotlike', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cmatch: ['-cmatch', F.BinaryOperator | 5 | F.CaseSensitiveOperator | F.DisallowedInRestrictedMode],
  Cnotmatch: ['-cnotmatch', F.BinaryOperator | 5 | F.CaseSensitiveOperator | F.DisallowedInRestrictedMode],
  Creplace: ['-creplace', F.BinaryOperator | 5 | F.CaseSensitiveOperator | F.DisallowedInRestrictedMode],
  Ccontains: ['-ccontains', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cnotcontains: ['-cnotcontains', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cin: ['-cin', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Cnotin: ['-cnotin', F.BinaryOperator | 5 | F.CaseSensitiveOperator],
  Csplit: ['-csplit', F.BinaryOperator | F.UnaryOperator | 5 | F.CaseSensitiveOperator | F.DisallowedInRestrictedMode],
  Is: ['-is', F.BinaryOperator | 5],
  IsNot: ['-isnot', F.BinaryOperator | 5],
  As: ['-as', F.BinaryOperator | 5 | F.DisallowedInRestrictedMode],
  PostfixPlusPlus: ['++', F.UnaryOperator | F.PrefixOrPostfixOperator | F.DisallowedInRestrictedMode],
  PostfixMinusMinus: ['--', F.UnaryOperator | F.PrefixOrPostfixOperator | F.DisallowedInRestrictedMode],
  Shl: ['-shl', F.BinaryOperator | 5 | F.CanConstantFold],
  Shr: ['-shr', F.BinaryOperator | 5 | F.CanConstantFold],
  Colon: [':', F.SpecialOperator | F.DisallowedInRestrictedMode],
  QuestionMark: ['?', F.TernaryOperator | F.DisallowedInRestrictedMode],
  QuestionQuestionEquals: ['??=', F.AssignmentOperator],
  QuestionQuestion: ['??', F.BinaryOperator | 7],
  QuestionDot: ['?.', F.SpecialOperator | F.DisallowedInRestrictedMode],
  QuestionLBracket: ['?[', 0],
  Begin: ['begin', F.Keyword | F.ScriptBlockBlockName],
  Break: ['break', F.Keyword | F.StatementDoesntSupportAttributes],
  Catch: ['catch', F.Keyword],
  Class: ['class', F.Keyword],
  Continue: ['continue', F.Keyword | F.StatementDoesntSupportAttributes],
  Data: ['data', F.Keyword | F.StatementDoesntSupportAttributes],
  Define: ['define', F.Keyword | F.StatementDoesntSupportAttributes],
  Do: ['do', F.Keyword | F.StatementDoesntSupportAttributes],
  Dynamicparam: ['dynamicparam', F.Keyword | F.ScriptBlockBlockName],
  Else: ['else', F.Keyword],
  ElseIf: ['elseif', F.Keyword],
  End: ['end', F.Keyword | F.ScriptBlockBlockName],
  Exit: ['exit', F.Keyword | F.StatementDoesntSupportAttributes],
  Filter: ['filter', F.Keyword | F.StatementDoesntSupportAttributes],
  Finally: ['finally', F.Keyword],
  For: ['for', F.Keyword | F.StatementDoesntSupportAttributes],
  Foreach: ['foreach', F.Keyword | F.StatementDoesntSupportAttributes],
  From: ['from', F.Keyword | F.StatementDoesntSupportAttributes],
  Function: ['function', F.Keyword | F.StatementDoesntSupportAttributes],
  If: ['if', F.Keyword | F.StatementDoesntSupportAttributes],
  In: ['in', F.Keyword],
  Param: ['param', F.Keyword],
  Process: ['process', F.Keyword | F.ScriptBlockBlockName],
  Return: ['return', F.Keyword | F.StatementDoesntSupportAttributes],
  Switch: ['switch', F.Keyword | F.StatementDoesntSupportAttributes],
  Throw: ['throw', F.Keyword | F.StatementDoesntSupportAttributes],
  Trap: ['trap', F.Keyword | F.StatementDoesntSupportAttributes],
  Try: ['try', F.Keyword | F.StatementDoesntSupportAttributes],
  Until: ['until', F.Keyword],
  Using: ['using', F.Keyword | F.StatementDoesntSupportAttributes],
  Var: ['var', F.Keyword | F.StatementDoesntSupportAttributes],
  While: ['while', F.Keyword | F.StatementDoesntSupportAttributes],
  Workflow: ['workflow', F.Keyword | F.StatementDoesntSupportAttributes],
  Parallel: ['parallel', F.Keyword | F.StatementDoesntSupportAttributes],
  Sequence: ['sequence', F.Keyword | F.StatementDoesntSupportAttributes],
  InlineScript: ['inlinescript', F.Keyword | F.StatementDoesntSupportAttributes],
  Configuration: ['configuration', F.Keyword],
  DynamicKeyword: ['<dynamic keyword>', F.Keyword],
  Public: ['public', F.Keyword],
  Private: ['private', F.Keyword],
  Static: ['static', F.Keyword],
  Interface: ['interface', F.Keyword],
  Enum: ['enum', F.Keyword],
  Namespace: ['namespace', F.Keyword],
  Module: ['module', F.Keyword],
  Type: ['type', F.Keyword],
  Assembly: ['assembly', F.Keyword],
  Command: ['command', F.Keyword],
  Hidden: ['hidden', F.Keyword],
  Base: ['base', F.Keyword],
  Default: ['default', F.Keyword],
  Clean: ['clean', F.Keyword | F.ScriptBlockBlockName],
} as const satisfies Readonly<Record<string, readonly [text: string, flags: number]>>;

export type TokenKind = keyof typeof TRAITS;

const TRAIT_MAP: ReadonlyMap<TokenKind, readonly [string, number]> = new Map(
  Object.entries(TRAITS) as [TokenKind, readonly [string, number]][],
);

/** The fixed flags of a kind. */
export function tokenTraits(kind: TokenKind): number {
  return TRAITS[kind][1];
}
/** How the kind is written in a message: `-eq`, `while`, `(`. */
export function tokenKindText(kind: TokenKind): string {
  return TRAITS[kind][0];
}
/** All kinds, for tables in tests and tools. */
export const tokenKinds: readonly TokenKind[] = [...TRAIT_MAP.keys()];

/** What an expandable string or word is made of, before its expressions are parsed. */
export interface ExpandableData {
  readonly type: 'expandable';
  /** Literal text and tokens (variables, and subexpressions not yet scanned) in order. */
  readonly pieces: readonly (string | Token)[];
  /** Tokens found inside, filled in when the parser has parsed the pieces. */
  nestedTokens: readonly Token[];
}
export interface FileRedirectionData {
  readonly type: 'file';
  readonly from: RedirectionStream;
  readonly append: boolean;
}
export interface MergingRedirectionData {
  readonly type: 'merging';
  readonly from: RedirectionStream;
  readonly to: RedirectionStream;
}
export interface NumberData {
  readonly type: 'number';
  readonly number: NumberConstant;
}
export interface VariableData {
  readonly type: 'variable';
  readonly path: VariablePath;
}
/** `$( … )` inside a string: its text is scanned when the string is parsed. */
export interface UnscannedData {
  readonly type: 'unscanned';
  /** Offsets in the source, ascending, whose characters the kept text leaves out. */
  readonly skipped: readonly number[] | undefined;
}
export type TokenData =
  | ExpandableData
  | FileRedirectionData
  | MergingRedirectionData
  | NumberData
  | VariableData
  | UnscannedData;

/** One token. `kind` and `flags` may still change while the parser finds out what the token is used for. */
export class Token {
  kind: TokenKind;
  flags: number;
  readonly source: SourceText;
  readonly startOffset: number;
  readonly endOffset: number;
  /**
   * What the token says beyond its text: a string's value, a word with its backticks resolved, a parameter's name
   * without dash and colon, a label without its colon.
   */
  readonly value: string;
  /** Of a parameter: it was written with a colon at its end (`-Path:`). */
  readonly usedColon: boolean;
  readonly data: TokenData | undefined;

  constructor(
    source: SourceText,
    kind: TokenKind,
    flags: number,
    startOffset: number,
    endOffset: number,
    value: string,
    usedColon: boolean,
    data: TokenData | undefined,
  ) {
    this.kind = kind;
    this.flags = flags | TRAITS[kind][1];
    this.source = source;
    this.startOffset = startOffset;
    this.endOffset = endOffset;
    this.value = value;
    this.usedColon = usedColon;
    this.data = data;
  }

  get text(): string {
    return this.source.text.slice(this.startOffset, this.endOffset);
  }
  get extent(): Extent {
    return new Extent(this.source, this.startOffset, this.endOffset);
  }
  get hasError(): boolean {
    return (this.flags & F.TokenInError) !== 0;
  }
}

/** Tokens of a list that was taken up again, as one: they are not copied at each turn. */
export class TokenRun {
  readonly tokens: readonly SavedToken[];
  readonly endOffset: number;
  readonly kind = 'Run';
  constructor(tokens: readonly SavedToken[]) {
    this.tokens = tokens;
    this.endOffset = tokens.at(-1)?.endOffset ?? 0;
  }
}
export type SavedToken = Token | TokenRun;
/** The tokens by themselves. Runs are nested as often as a parse was interrupted. */
export function flatTokens(saved: readonly SavedToken[]): readonly Token[] {
  const out: Token[] = [];
  const way: { readonly list: readonly SavedToken[]; next: number }[] = [{ list: saved, next: 0 }];
  for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
    const one = at.list[at.next];
    at.next += 1;
    if (one === undefined) way.pop();
    else if (one instanceof TokenRun) way.push({ list: one.tokens, next: 0 });
    else out.push(one);
  }
  return out;
}
