/**
 * The syntax tree. Node and field names are those of `System.Management.Automation.Language` in camelCase; `kind` is the
 * class name and discriminates the union. Nodes are plain objects; nothing in them is computed late.
 *
 * Differences from the .NET classes, on purpose: there is no `parent` (see `parentMap` in visit.ts), constants carry
 * their .NET type by name (`NumberConstant`), and an expandable string also gives its `parts`.
 */
import type { Extent } from './source-text.js';
import type { Token, TokenKind } from './token.js';

interface Node<K extends string> {
  readonly kind: K;
  readonly extent: Extent;
}

// ---------------------------------------------------------------- constants

/**
 * A numeric literal's value with its .NET type. `value` is a number for types of 32 bits or fewer, Single and Double;
 * a bigint for Int64, UInt64 and BigInteger; and decimal digits (`'1.50'`, scale kept) for Decimal.
 */
export type NumberConstant =
  | { readonly type: 'sbyte' | 'byte' | 'short' | 'ushort' | 'int' | 'uint' | 'double'; readonly value: number }
  | { readonly type: 'long' | 'ulong' | 'bigint'; readonly value: bigint }
  | { readonly type: 'decimal'; readonly value: string };

// --------------------------------------------------------------- type names

export type TypeName = SimpleTypeName | GenericTypeName | ArrayTypeName;
/** `[int]`, `[System.String, mscorlib]`: `fullName` includes the assembly, `name` does not. */
export interface SimpleTypeName extends Node<'TypeName'> {
  readonly name: string;
  readonly fullName: string;
  readonly assemblyName: string | undefined;
}
/** `[List[int]]` */
export interface GenericTypeName extends Node<'GenericTypeName'> {
  /** `List`, as written. */
  readonly typeName: SimpleTypeName;
  readonly genericArguments: readonly TypeName[];
  readonly name: string;
  readonly fullName: string;
  readonly assemblyName: string | undefined;
}
/** `[int[,]]` has rank 2. */
export interface ArrayTypeName extends Node<'ArrayTypeName'> {
  readonly elementType: TypeName;
  readonly rank: number;
  readonly name: string;
  readonly fullName: string;
  readonly assemblyName: string | undefined;
}

/** `$global:x`, `$env:PATH`, `${a b}`: what stands between the `$` and the end of the name. */
export interface VariablePath {
  /** As the user wrote it, without `$` and braces, backticks resolved. */
  readonly userPath: string;
  /** `userPath` without a scope or `variable:` prefix; with a drive, the whole path. */
  readonly unqualifiedPath: string;
  readonly isVariable: boolean;
  readonly isUnscopedVariable: boolean;
  readonly isUnqualified: boolean;
  readonly isGlobal: boolean;
  readonly isLocal: boolean;
  readonly isScript: boolean;
  readonly isPrivate: boolean;
  readonly isDriveQualified: boolean;
  /** `env` of `$env:PATH`; undefined without a drive. */
  readonly driveName: string | undefined;
}

// ------------------------------------------------------------ script pieces

/** What `#requires` lines ask for. */
export interface ScriptRequirements {
  readonly requiredApplicationId: string | undefined;
  readonly requiredPSVersion: string | undefined;
  readonly requiredPSEditions: readonly string[];
  readonly requiredModules: readonly RequiredModule[];
  readonly requiredAssemblies: readonly string[];
  readonly isElevationRequired: boolean;
}
/** One module specification of `#requires -Modules`; versions as written. */
export interface RequiredModule {
  readonly name: string;
  readonly version?: string;
  readonly maximumVersion?: string;
  readonly requiredVersion?: string;
  readonly guid?: string;
}

export interface ScriptBlockAst extends Node<'ScriptBlockAst'> {
  readonly attributes: readonly AttributeAst[];
  readonly usingStatements: readonly UsingStatementAst[];
  readonly paramBlock: ParamBlockAst | undefined;
  readonly dynamicParamBlock: NamedBlockAst | undefined;
  readonly beginBlock: NamedBlockAst | undefined;
  readonly processBlock: NamedBlockAst | undefined;
  readonly endBlock: NamedBlockAst | undefined;
  readonly cleanBlock: NamedBlockAst | undefined;
  readonly scriptRequirements: ScriptRequirements | undefined;
}
export interface ParamBlockAst extends Node<'ParamBlockAst'> {
  readonly attributes: readonly AttributeAst[];
  readonly parameters: readonly ParameterAst[];
}
export interface NamedBlockAst extends Node<'NamedBlockAst'> {
  readonly blockKind: 'Begin' | 'Process' | 'End' | 'Dynamicparam' | 'Clean';
  /** True when the block was not named in the text (no `begin {`). */
  readonly unnamed: boolean;
  readonly statements: readonly StatementAst[];
  readonly traps: readonly TrapStatementAst[];
}
export interface StatementBlockAst extends Node<'StatementBlockAst'> {
  readonly statements: readonly StatementAst[];
  readonly traps: readonly TrapStatementAst[];
}
export interface ParameterAst extends Node<'ParameterAst'> {
  readonly attributes: readonly AttributeBaseAst[];
  readonly name: VariableExpressionAst;
  readonly defaultValue: ExpressionAst | undefined;
}
export type AttributeBaseAst = AttributeAst | TypeConstraintAst;
export interface AttributeAst extends Node<'AttributeAst'> {
  readonly typeName: TypeName;
  readonly positionalArguments: readonly ExpressionAst[];
  readonly namedArguments: readonly NamedAttributeArgumentAst[];
}
export interface TypeConstraintAst extends Node<'TypeConstraintAst'> {
  readonly typeName: TypeName;
}
export interface NamedAttributeArgumentAst extends Node<'NamedAttributeArgumentAst'> {
  readonly argumentName: string;
  /** With `expressionOmitted` (`Mandatory` alone): a constant that stands for `$true`, with the name's extent. */
  readonly argument: ExpressionAst;
  readonly expressionOmitted: boolean;
}

// ---------------------------------------------------------------- statements

export type StatementAst =
  | PipelineBaseAst
  | IfStatementAst
  | DataStatementAst
  | ForEachStatementAst
  | ForStatementAst
  | DoWhileStatementAst
  | DoUntilStatementAst
  | WhileStatementAst
  | SwitchStatementAst
  | TryStatementAst
  | TrapStatementAst
  | BreakStatementAst
  | ContinueStatementAst
  | ReturnStatementAst
  | ExitStatementAst
  | ThrowStatementAst
  | FunctionDefinitionAst
  | TypeDefinitionAst
  | ConfigurationDefinitionAst
  | DynamicKeywordStatementAst
  | BlockStatementAst
  | UsingStatementAst
  | CommandExpressionAst
  | ErrorStatementAst;

/** What may stand where a pipeline may stand. */
export type PipelineBaseAst = PipelineAst | PipelineChainAst | AssignmentStatementAst | ErrorStatementAst;

export interface PipelineAst extends Node<'PipelineAst'> {
  readonly pipelineElements: readonly CommandBaseAst[];
  readonly background: boolean;
}
/** `a && b || c` is `((a && b) || c)`. */
export interface PipelineChainAst extends Node<'PipelineChainAst'> {
  readonly lhsPipelineChain: PipelineAst | PipelineChainAst;
  readonly rhsPipeline: PipelineAst;
  readonly operator: 'AndAnd' | 'OrOr';
  readonly background: boolean;
}
export interface AssignmentStatementAst extends Node<'AssignmentStatementAst'> {
  readonly left: ExpressionAst;
  /** Equals, PlusEquals, MinusEquals, MultiplyEquals, DivideEquals, RemainderEquals, QuestionQuestionEquals. */
  readonly operator: TokenKind;
  /** An expression alone is a CommandExpressionAst here, without a pipeline around it. */
  readonly right: StatementAst;
  readonly errorPosition: Extent;
}
export type CommandBaseAst = CommandAst | CommandExpressionAst;
export interface CommandAst extends Node<'CommandAst'> {
  /** Name first; never empty. */
  readonly commandElements: readonly CommandElementAst[];
  /** `Dot`, `Ampersand` or `Unknown` for none. */
  readonly invocationOperator: 'Dot' | 'Ampersand' | 'Unknown';
  readonly redirections: readonly RedirectionAst[];
}
export interface CommandExpressionAst extends Node<'CommandExpressionAst'> {
  readonly expression: ExpressionAst;
  readonly redirections: readonly RedirectionAst[];
}
export type CommandElementAst = CommandParameterAst | ExpressionAst;
/** `-Name` or `-Name:argument`. */
export interface CommandParameterAst extends Node<'CommandParameterAst'> {
  readonly parameterName: string;
  readonly argument: ExpressionAst | undefined;
  readonly errorPosition: Extent;
}
export type RedirectionStream = 'All' | 'Output' | 'Error' | 'Warning' | 'Verbose' | 'Debug' | 'Information';
export type RedirectionAst = FileRedirectionAst | MergingRedirectionAst;
export interface FileRedirectionAst extends Node<'FileRedirectionAst'> {
  readonly fromStream: RedirectionStream;
  readonly location: ExpressionAst;
  readonly append: boolean;
}
export interface MergingRedirectionAst extends Node<'MergingRedirectionAst'> {
  readonly fromStream: RedirectionStream;
  readonly toStream: RedirectionStream;
}

export interface IfClause {
  readonly condition: StatementAst;
  readonly body: StatementBlockAst;
}
export interface IfStatementAst extends Node<'IfStatementAst'> {
  /** `if` first, then each `elseif`. */
  readonly clauses: readonly IfClause[];
  readonly elseClause: StatementBlockAst | undefined;
}
export interface DataStatementAst extends Node<'DataStatementAst'> {
  readonly variable: string | undefined;
  readonly commandsAllowed: readonly ExpressionAst[];
  readonly body: StatementBlockAst;
}
export type LoopStatementAst =
  | ForEachStatementAst
  | ForStatementAst
  | DoWhileStatementAst
  | DoUntilStatementAst
  | WhileStatementAst;
interface Labeled {
  /** Without the colon, in the user's case. */
  readonly label: string | undefined;
}
export interface ForEachStatementAst extends Node<'ForEachStatementAst'>, Labeled {
  readonly variable: VariableExpressionAst;
  readonly condition: StatementAst;
  readonly body: StatementBlockAst;
  readonly parallel: boolean;
  readonly throttleLimit: ExpressionAst | undefined;
}
export interface ForStatementAst extends Node<'ForStatementAst'>, Labeled {
  readonly initializer: StatementAst | undefined;
  readonly condition: StatementAst | undefined;
  readonly iterator: StatementAst | undefined;
  readonly body: StatementBlockAst;
}
export interface DoWhileStatementAst extends Node<'DoWhileStatementAst'>, Labeled {
  readonly condition: StatementAst;
  readonly body: StatementBlockAst;
}
export interface DoUntilStatementAst extends Node<'DoUntilStatementAst'>, Labeled {
  readonly condition: StatementAst;
  readonly body: StatementBlockAst;
}
export interface WhileStatementAst extends Node<'WhileStatementAst'>, Labeled {
  readonly condition: StatementAst;
  readonly body: StatementBlockAst;
}
export interface SwitchFlags {
  readonly file: boolean;
  readonly regex: boolean;
  readonly wildcard: boolean;
  readonly exact: boolean;
  readonly caseSensitive: boolean;
  readonly parallel: boolean;
}
export interface SwitchClause {
  readonly condition: ExpressionAst;
  readonly body: StatementBlockAst;
}
export interface SwitchStatementAst extends Node<'SwitchStatementAst'>, Labeled {
  readonly condition: StatementAst;
  readonly flags: SwitchFlags;
  readonly clauses: readonly SwitchClause[];
  readonly default: StatementBlockAst | undefined;
}
export interface TryStatementAst extends Node<'TryStatementAst'> {
  readonly body: StatementBlockAst;
  readonly catchClauses: readonly CatchClauseAst[];
  readonly finally: StatementBlockAst | undefined;
}
export interface CatchClauseAst extends Node<'CatchClauseAst'> {
  /** Empty for catch-all. */
  readonly catchTypes: readonly TypeConstraintAst[];
  readonly body: StatementBlockAst;
}
export interface TrapStatementAst extends Node<'TrapStatementAst'> {
  readonly trapType: TypeConstraintAst | undefined;
  readonly body: StatementBlockAst;
}
export interface BreakStatementAst extends Node<'BreakStatementAst'> {
  readonly label: ExpressionAst | undefined;
}
export interface ContinueStatementAst extends Node<'ContinueStatementAst'> {
  readonly label: ExpressionAst | undefined;
}
export interface ReturnStatementAst extends Node<'ReturnStatementAst'> {
  readonly pipeline: PipelineBaseAst | undefined;
}
export interface ExitStatementAst extends Node<'ExitStatementAst'> {
  readonly pipeline: PipelineBaseAst | undefined;
}
export interface ThrowStatementAst extends Node<'ThrowStatementAst'> {
  readonly pipeline: PipelineBaseAst | undefined;
  /** `throw` alone inside a catch block. */
  readonly isRethrow: boolean;
}
export interface FunctionDefinitionAst extends Node<'FunctionDefinitionAst'> {
  readonly name: string;
  readonly isFilter: boolean;
  readonly isWorkflow: boolean;
  /** Of `function f($a) {}`; undefined when there are none. */
  readonly parameters: readonly ParameterAst[] | undefined;
  readonly body: ScriptBlockAst;
}
export interface TypeDefinitionAst extends Node<'TypeDefinitionAst'> {
  readonly name: string;
  readonly typeKind: 'class' | 'interface' | 'enum';
  readonly attributes: readonly AttributeAst[];
  /** Base class and interfaces in the order written; for an enum its underlying type. */
  readonly baseTypes: readonly TypeConstraintAst[];
  readonly members: readonly MemberAst[];
}
export type MemberAst = PropertyMemberAst | FunctionMemberAst;
export interface PropertyMemberAst extends Node<'PropertyMemberAst'> {
  readonly name: string;
  readonly propertyType: TypeConstraintAst | undefined;
  readonly attributes: readonly AttributeAst[];
  readonly isStatic: boolean;
  readonly isHidden: boolean;
  /** Also an enum member's value. */
  readonly initialValue: ExpressionAst | undefined;
}
export interface FunctionMemberAst extends Node<'FunctionMemberAst'> {
  readonly name: string;
  readonly nameExtent: Extent;
  readonly isConstructor: boolean;
  readonly returnType: TypeConstraintAst | undefined;
  readonly attributes: readonly AttributeAst[];
  readonly parameters: readonly ParameterAst[];
  readonly isStatic: boolean;
  readonly isHidden: boolean;
  /** In a constructor with base class call, the first statement is the `BaseCtorInvokeMemberExpressionAst`. */
  readonly body: ScriptBlockAst;
}
export interface ConfigurationDefinitionAst extends Node<'ConfigurationDefinitionAst'> {
  readonly body: ScriptBlockExpressionAst;
  readonly configurationType: 'Resource' | 'Meta';
  readonly instanceName: ExpressionAst;
}
export interface DynamicKeywordStatementAst extends Node<'DynamicKeywordStatementAst'> {
  readonly commandElements: readonly CommandElementAst[];
}
/** `parallel { }` and `sequence { }`: parsed, and an error outside workflows. */
export interface BlockStatementAst extends Node<'BlockStatementAst'> {
  readonly blockKind: Token;
  readonly body: StatementBlockAst;
}
export interface UsingStatementAst extends Node<'UsingStatementAst'> {
  readonly usingStatementKind: 'Assembly' | 'Command' | 'Module' | 'Namespace' | 'Type';
  readonly name: StringConstantExpressionAst | undefined;
  readonly alias: StringConstantExpressionAst | undefined;
  readonly moduleSpecification: HashtableAst | undefined;
}
/** A statement that could not be completed; what was understood is kept for completion and colouring. */
export interface ErrorStatementAst extends Node<'ErrorStatementAst'> {
  readonly errorKind: Token | undefined;
  readonly flags: readonly { readonly name: string; readonly token: Token; readonly ast: Ast | undefined }[];
  readonly conditions: readonly Ast[];
  readonly bodies: readonly Ast[];
  readonly nestedAst: readonly Ast[];
}

// --------------------------------------------------------------- expressions

export type ExpressionAst =
  | TernaryExpressionAst
  | BinaryExpressionAst
  | UnaryExpressionAst
  | AttributedExpressionAst
  | ConvertExpressionAst
  | MemberExpressionAst
  | InvokeMemberExpressionAst
  | BaseCtorInvokeMemberExpressionAst
  | TypeExpressionAst
  | VariableExpressionAst
  | ConstantExpressionAst
  | StringConstantExpressionAst
  | ExpandableStringExpressionAst
  | ScriptBlockExpressionAst
  | ArrayLiteralAst
  | HashtableAst
  | ArrayExpressionAst
  | ParenExpressionAst
  | SubExpressionAst
  | UsingExpressionAst
  | IndexExpressionAst
  | ErrorExpressionAst;

export interface TernaryExpressionAst extends Node<'TernaryExpressionAst'> {
  readonly condition: ExpressionAst;
  readonly ifTrue: ExpressionAst;
  readonly ifFalse: ExpressionAst;
}
/** Case-insensitive comparison is `Ieq`, `Ilike` … also when written `-eq`; `-ceq` is `Ceq`. */
export interface BinaryExpressionAst extends Node<'BinaryExpressionAst'> {
  readonly operator: TokenKind;
  readonly left: ExpressionAst;
  readonly right: ExpressionAst;
  readonly errorPosition: Extent;
}
/** Not, Exclaim, Minus, Plus, Bnot, PlusPlus, MinusMinus, PostfixPlusPlus, PostfixMinusMinus, Join, Isplit, Csplit, Comma. */
export interface UnaryExpressionAst extends Node<'UnaryExpressionAst'> {
  readonly tokenKind: TokenKind;
  readonly child: ExpressionAst;
}
export interface AttributedExpressionAst extends Node<'AttributedExpressionAst'> {
  readonly attribute: AttributeBaseAst;
  readonly child: ExpressionAst;
}
/** `[int]$x`: the cast, also a variable's type constraint on an assignment's left side. */
export interface ConvertExpressionAst extends Node<'ConvertExpressionAst'> {
  readonly attribute: TypeConstraintAst;
  readonly child: ExpressionAst;
}
export interface MemberExpressionAst extends Node<'MemberExpressionAst'> {
  readonly expression: ExpressionAst;
  readonly member: CommandElementAst;
  readonly static: boolean;
  readonly nullConditional: boolean;
}
export interface InvokeMemberExpressionAst extends Node<'InvokeMemberExpressionAst'> {
  readonly expression: ExpressionAst;
  readonly member: CommandElementAst;
  readonly static: boolean;
  readonly nullConditional: boolean;
  /** Undefined for `()` without arguments. */
  readonly arguments: readonly ExpressionAst[] | undefined;
  readonly genericTypeArguments: readonly TypeName[] | undefined;
}
/** `: base(...)` of a constructor; also made for an absent one with no arguments. */
export interface BaseCtorInvokeMemberExpressionAst extends Node<'BaseCtorInvokeMemberExpressionAst'> {
  readonly expression: ExpressionAst;
  readonly member: CommandElementAst;
  readonly static: boolean;
  readonly nullConditional: boolean;
  readonly arguments: readonly ExpressionAst[] | undefined;
  readonly genericTypeArguments: readonly TypeName[] | undefined;
}
export interface TypeExpressionAst extends Node<'TypeExpressionAst'> {
  readonly typeName: TypeName;
}
export interface VariableExpressionAst extends Node<'VariableExpressionAst'> {
  readonly variablePath: VariablePath;
  readonly splatted: boolean;
}
/** A number, or `null`/`true` where the parser makes a constant itself (an omitted attribute argument). */
export interface ConstantExpressionAst extends Node<'ConstantExpressionAst'> {
  readonly value: NumberConstant | boolean | null;
}
export type StringConstantType =
  | 'SingleQuoted'
  | 'SingleQuotedHereString'
  | 'DoubleQuoted'
  | 'DoubleQuotedHereString'
  | 'BareWord';
export interface StringConstantExpressionAst extends Node<'StringConstantExpressionAst'> {
  readonly value: string;
  readonly stringConstantType: StringConstantType;
}
export interface ExpandableStringExpressionAst extends Node<'ExpandableStringExpressionAst'> {
  /** The text between the quotes, escapes resolved, variables and subexpressions as written. */
  readonly value: string;
  readonly stringConstantType: StringConstantType;
  /** What is expanded, in order; the same nodes as in `parts`. */
  readonly nestedExpressions: readonly ExpressionAst[];
  /** Literal text (escapes resolved) and expressions in order: concatenate to get the string. */
  readonly parts: readonly (string | ExpressionAst)[];
}
export interface ScriptBlockExpressionAst extends Node<'ScriptBlockExpressionAst'> {
  readonly scriptBlock: ScriptBlockAst;
}
export interface ArrayLiteralAst extends Node<'ArrayLiteralAst'> {
  readonly elements: readonly ExpressionAst[];
}
export interface HashtablePair {
  readonly key: ExpressionAst;
  readonly value: StatementAst;
}
export interface HashtableAst extends Node<'HashtableAst'> {
  readonly keyValuePairs: readonly HashtablePair[];
}
/** `@( … )` */
export interface ArrayExpressionAst extends Node<'ArrayExpressionAst'> {
  readonly subExpression: StatementBlockAst;
}
/** `( … )` */
export interface ParenExpressionAst extends Node<'ParenExpressionAst'> {
  readonly pipeline: PipelineBaseAst;
}
/** `$( … )` */
export interface SubExpressionAst extends Node<'SubExpressionAst'> {
  readonly subExpression: StatementBlockAst;
}
/** `$using:x` */
export interface UsingExpressionAst extends Node<'UsingExpressionAst'> {
  readonly subExpression: ExpressionAst;
}
export interface IndexExpressionAst extends Node<'IndexExpressionAst'> {
  readonly target: ExpressionAst;
  readonly index: ExpressionAst;
  readonly nullConditional: boolean;
}
export interface ErrorExpressionAst extends Node<'ErrorExpressionAst'> {
  readonly nestedAst: readonly Ast[];
}

export type Ast =
  | StatementAst
  | ExpressionAst
  | CommandBaseAst
  | CommandParameterAst
  | RedirectionAst
  | ScriptBlockAst
  | ParamBlockAst
  | NamedBlockAst
  | StatementBlockAst
  | ParameterAst
  | AttributeBaseAst
  | NamedAttributeArgumentAst
  | CatchClauseAst
  | MemberAst;
export type AstKind = Ast['kind'];
