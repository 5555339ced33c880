/** PowerShell text to tokens to tree to semantic checks; positions on every node. No IO. */
export type {
  NumberConstant,
  TypeName,
  SimpleTypeName,
  GenericTypeName,
  ArrayTypeName,
  VariablePath,
  ScriptRequirements,
  RequiredModule,
  ScriptBlockAst,
  ParamBlockAst,
  NamedBlockAst,
  StatementBlockAst,
  ParameterAst,
  AttributeBaseAst,
  AttributeAst,
  TypeConstraintAst,
  NamedAttributeArgumentAst,
  StatementAst,
  PipelineBaseAst,
  PipelineAst,
  PipelineChainAst,
  AssignmentStatementAst,
  CommandBaseAst,
  CommandAst,
  CommandExpressionAst,
  CommandElementAst,
  CommandParameterAst,
  RedirectionStream,
  RedirectionAst,
  FileRedirectionAst,
  MergingRedirectionAst,
  IfClause,
  IfStatementAst,
  DataStatementAst,
  LoopStatementAst,
  ForEachStatementAst,
  ForStatementAst,
  DoWhileStatementAst,
  DoUntilStatementAst,
  WhileStatementAst,
  SwitchFlags,
  SwitchClause,
  SwitchStatementAst,
  TryStatementAst,
  CatchClauseAst,
  TrapStatementAst,
  BreakStatementAst,
  ContinueStatementAst,
  ReturnStatementAst,
  ExitStatementAst,
  ThrowStatementAst,
  FunctionDefinitionAst,
  TypeDefinitionAst,
  MemberAst,
  PropertyMemberAst,
  FunctionMemberAst,
  ConfigurationDefinitionAst,
  DynamicKeywordStatementAst,
  BlockStatementAst,
  UsingStatementAst,
  ErrorStatementAst,
  ExpressionAst,
  TernaryExpressionAst,
  BinaryExpressionAst,
  UnaryExpressionAst,
  AttributedExpressionAst,
  ConvertExpressionAst,
  MemberExpressionAst,
  InvokeMemberExpressionAst,
  BaseCtorInvokeMemberExpressionAst,
  TypeExpressionAst,
  VariableExpressionAst,
  ConstantExpressionAst,
  StringConstantType,
  StringConstantExpressionAst,
  ExpandableStringExpressionAst,
  ScriptBlockExpressionAst,
  ArrayLiteralAst,
  HashtablePair,
  HashtableAst,
  ArrayExpressionAst,
  ParenExpressionAst,
  SubExpressionAst,
  UsingExpressionAst,
  IndexExpressionAst,
  ErrorExpressionAst,
  Ast,
  AstKind,
} from './ast.js';
export type { ParseError } from './parse-error.js';
export type { ParseOptions } from './definition-parser.js';
export { parseInPieces, parseInput, type ParseResult } from './parser.js';
export { Extent, SourceText } from './source-text.js';
export { Token, TokenFlags, tokenKinds, tokenKindText, tokenTraits, type TokenKind } from './token.js';
export { colorize, colorizeInPieces, tokenColor, type ColoredSpan, type TokenColor } from './coloring.js';
export { recentParses } from './parse-memory.js';
export { type Due, type InPieces, NOT_DUE, whole } from './parse-progress.js';
export { completeness, isIncomplete, type Completeness } from './completeness.js';
export { isConstant, isConstantVariable, pureExpression, type ConstantRules } from './constant-values.js';
export { checkRestrictedLanguage, type RestrictedLanguageRules } from './restricted-language.js';
export { DynamicDataError, parseDataFile, parseDataFileInPieces } from './data-file.js';
export { constrainedLanguageErrors, restrictedLanguageErrors } from './language-modes.js';
export { lookUp, safeValue, type SafeValue } from './safe-value.js';
export { AUTOMATIC as AUTOMATIC_VARIABLES, changesScope } from './flow-analysis.js';
export { findAll, findAllInPieces, forEachChild, parentMap } from './visit.js';
export { parseVariablePath } from './variable-path.js';
export { usedModule } from './module-specification.js';
export { knownAttribute, knownType, resolveTypeName } from './known-types.js';
export { commentHelp, type CommentHelp } from './comment-help.js';
