/** The restricted language of data sections and module manifests: what may not be said there. */
import type { Ast, TypeName, VariableExpressionAst } from './ast.js';
import { isDataType, resolveTypeName } from './known-types.js';
import { PARSE_MESSAGES, type ParseErrorId } from './messages.js';
import type { Extent } from './source-text.js';
import { TokenFlags, tokenKindText, tokenTraits } from './token.js';
import type { TokenizerErrors } from './text-scanner.js';
import { walk } from './visit.js';

export interface RestrictedLanguageRules {
  /** Commands that may be called; undefined allows any. */
  readonly allowedCommands: readonly string[] | undefined;
  /** Variables that may be read besides `$PSCulture`, `$PSUICulture`, `$true`, `$false` and `$null`; `*` allows any. */
  readonly allowedVariables?: readonly string[];
  readonly allowEnvironmentVariables?: boolean;
}

const DEFAULT_VARIABLES = ['PSCulture', 'PSUICulture', 'true', 'false', 'null'];

/** Statements that are wrong by being there. */
const REFUSED: Partial<Readonly<Record<Ast['kind'], ParseErrorId>>> = {
  ScriptBlockAst: 'ScriptBlockNotSupportedInDataSection',
  ScriptBlockExpressionAst: 'ScriptBlockNotSupportedInDataSection',
  ParamBlockAst: 'ParameterDeclarationNotSupportedInDataSection',
  AttributeAst: 'AttributeNotSupportedInDataSection',
  AttributedExpressionAst: 'AttributeNotSupportedInDataSection',
  FunctionDefinitionAst: 'FunctionDeclarationNotSupportedInDataSection',
  TrapStatementAst: 'TrapStatementNotSupportedInDataSection',
  SwitchStatementAst: 'SwitchStatementNotSupportedInDataSection',
  DataStatementAst: 'DataSectionStatementNotSupportedInDataSection',
  ForEachStatementAst: 'ForeachStatementNotSupportedInDataSection',
  DoWhileStatementAst: 'DoWhileStatementNotSupportedInDataSection',
  DoUntilStatementAst: 'DoWhileStatementNotSupportedInDataSection',
  ForStatementAst: 'ForWhileStatementNotSupportedInDataSection',
  WhileStatementAst: 'ForWhileStatementNotSupportedInDataSection',
  TryStatementAst: 'TryStatementNotSupportedInDataSection',
  BreakStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  ContinueStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  ReturnStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  ExitStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  ThrowStatementAst: 'FlowControlStatementNotSupportedInDataSection',
  AssignmentStatementAst: 'AssignmentStatementNotSupportedInDataSection',
  MergingRedirectionAst: 'RedirectionNotSupportedInDataSection',
  FileRedirectionAst: 'RedirectionNotSupportedInDataSection',
  MemberExpressionAst: 'PropertyReferenceNotSupportedInDataSection',
  InvokeMemberExpressionAst: 'MethodCallNotSupportedInDataSection',
  IndexExpressionAst: 'ArrayReferenceNotSupportedInDataSection',
  BlockStatementAst: 'ParallelAndSequenceBlockNotSupportedInDataSection',
};

/** Reports everything under `root` (itself included) that the restricted language does not have. */
export function checkRestrictedLanguage(root: Ast, errors: TokenizerErrors, rules: RestrictedLanguageRules): void {
  const extraVariables = rules.allowedVariables ?? [];
  const anyVariable = extraVariables.length === 1 && extraVariables[0] === '*';
  const variables = [...DEFAULT_VARIABLES, ...extraVariables];
  const variableSet = new Set(variables.map((name) => name.toLowerCase()));
  const variablesText =
    rules.allowedVariables === undefined
      ? PARSE_MESSAGES.DefaultAllowedVariablesInDataSection
      : variables.map((name) => `$${name}`).join(', ');
  const commandSet = rules.allowedCommands && new Set(rules.allowedCommands.map((name) => name.toLowerCase()));

  const operator = (extent: Extent, kind: Parameters<typeof tokenTraits>[0]): void => {
    if ((tokenTraits(kind) & TokenFlags.DisallowedInRestrictedMode) === 0) return;
    errors.error(extent, 'OperatorNotSupportedInDataSection', tokenKindText(kind));
  };
  const typeName = (ast: Ast, type: TypeName): void => {
    const name = resolveTypeName(type);
    if (name === undefined || !isDataType(name)) errors.error(ast.extent, 'TypeNotAllowedInDataSection', type.fullName);
  };
  const variable = (ast: VariableExpressionAst): void => {
    const path = ast.variablePath;
    if (anyVariable || variableSet.has(path.userPath.toLowerCase())) return;
    if (rules.allowEnvironmentVariables === true && path.driveName?.toLowerCase() === 'env') return;
    errors.error(ast.extent, 'VariableReferenceNotSupportedInDataSection', variablesText);
  };
  const command = (ast: Extract<Ast, { kind: 'CommandAst' }>): void => {
    const [first] = ast.commandElements;
    const name = first?.kind === 'StringConstantExpressionAst' ? first.value : undefined;
    if (ast.invocationOperator === 'Dot') errors.error(ast.extent, 'DotSourcingNotSupportedInDataSection');
    else if (commandSet === undefined) return;
    else if (name === undefined && ast.invocationOperator === 'Ampersand') {
      errors.error(ast.extent, 'OperatorNotSupportedInDataSection', '&');
    } else if (name === undefined || !commandSet.has(name.toLowerCase())) {
      errors.error(ast.extent, 'CmdletNotInAllowedListForDataSection', name ?? ast.extent.text);
    }
  };
  const visit = (ast: Ast): void => {
    const refused = REFUSED[ast.kind];
    if (refused !== undefined) errors.error(ast.extent, refused);
    switch (ast.kind) {
      case 'BinaryExpressionAst':
        operator(ast.errorPosition, ast.operator);
        break;
      case 'UnaryExpressionAst':
        operator(ast.extent, ast.tokenKind);
        break;
      case 'TypeConstraintAst':
      case 'TypeExpressionAst':
        typeName(ast, ast.typeName);
        break;
      case 'VariableExpressionAst':
        variable(ast);
        break;
      case 'CommandAst':
        command(ast);
        break;
      default:
        break;
    }
  };
  walk(root, visit);
}
