/**
 * Checks of a whole tree, after the grammar: parameters named twice, things that cannot be assigned to, flow out of
 * `finally`, rules of classes, attributes, splatting, data sections. The order of errors is PowerShell's.
 */
import type {
  ArrayLiteralAst,
  Ast,
  AttributeAst,
  ConvertExpressionAst,
  ExpressionAst,
  FunctionMemberAst,
  HashtableAst,
  MemberAst,
  NumberConstant,
  ParameterAst,
  ScriptBlockAst,
  StatementAst,
  TypeName,
  UsingStatementAst,
  VariableExpressionAst,
} from './ast.js';
import { ATTRIBUTE_TARGETS, attributeTargetsText, checkAttributeMembers } from './attribute-checks.js';
import { isConstant, isConstantVariable, pureExpression } from './constant-values.js';
import { checkDscResource } from './dsc-resource.js';
import { analyzeMethod } from './flow-analysis.js';
import { displayTypeName, isSameOrDerived, knownAttribute, resolveTypeName } from './known-types.js';
import { checkRestrictedLanguage } from './restricted-language.js';
import { resolveSymbols, type SymbolOptions, type Symbols } from './symbol-resolver.js';
import { tokenKindText } from './token.js';
import type { Due, InPieces } from './parse-progress.js';
import type { TokenizerErrors } from './text-scanner.js';
import { walkInPieces } from './visit.js';

/** Automatic variables and the types that an assignment may give them. */
const AUTOMATIC_TYPES: ReadonlyMap<string, string> = new Map([
  ['_', 'System.Object'],
  ['args', 'System.Object[]'],
  ['this', 'System.Object'],
  ['input', 'System.Object'],
  ['pscmdlet', 'System.Management.Automation.PSScriptCmdlet'],
  ['psboundparameters', 'System.Management.Automation.PSBoundParametersDictionary'],
  ['myinvocation', 'System.Management.Automation.InvocationInfo'],
  ['psscriptroot', 'System.String'],
  ['pscommandpath', 'System.String'],
]);
/** What a class method may read without having assigned it. */
const METHOD_GLOBALS = new Set(
  'lastexitcode error stacktrace outputencoding nestedpromptlevel pwd matches psapplicationoutputencoding'.split(' '),
);
const NAMESPACE =
  /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}\p{Cf}_]*(?:\.[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Pc}\p{Mn}\p{Mc}\p{Cf}_]*)*$/u;
const REFERENCE = 'System.Management.Automation.PSReference';
const VOID = 'System.Void';

export function* checkSemantics<W>(
  ast: ScriptBlockAst,
  errors: TokenizerErrors,
  options: SymbolOptions,
  due: Due<W>,
): InPieces<W, void> {
  const symbols = yield* resolveSymbols(ast, errors, options, due);
  yield* new SemanticChecks(errors, symbols).visit(ast, due);
}

class SemanticChecks {
  readonly #errors: TokenizerErrors;
  readonly #symbols: Symbols;
  /** The nodes around the one being visited, outermost first. */
  readonly #path: Ast[] = [];
  /** The class member around, or undefined inside a function or script block of its own. */
  readonly #members: (MemberAst | undefined)[] = [];
  readonly #unassigned = new Set<VariableExpressionAst>();

  constructor(errors: TokenizerErrors, symbols: Symbols) {
    this.#errors = errors;
    this.#symbols = symbols;
  }

  #resolve(type: TypeName): string | undefined {
    return this.#symbols.definitions.has(type) ? undefined : resolveTypeName(type, this.#symbols.namespaces);
  }
  /** The n-th node outward; 1 is the parent. */
  #outer(level: number): Ast | undefined {
    return this.#path[this.#path.length - level];
  }

  *visit<W>(root: Ast, due: Due<W>): InPieces<W, void> {
    const members: number[] = [];
    yield* walkInPieces(
      root,
      (ast) => {
        members.push(this.#members.length);
        this.#check(ast);
        this.#path.push(ast);
      },
      () => {
        this.#path.pop();
        this.#members.length = members.pop() ?? 0;
      },
      due,
    );
  }

  #check(ast: Ast): void {
    switch (ast.kind) {
      case 'ScriptBlockAst':
        if (this.#outer(1)?.kind !== 'FunctionMemberAst') this.#members.push(undefined);
        break;
      case 'ParamBlockAst':
        this.#duplicateParameters(ast.parameters);
        break;
      case 'ParameterAst':
        this.#parameter(ast);
        break;
      case 'TypeConstraintAst':
      case 'TypeExpressionAst':
        if (arrayDepth(ast.typeName) > 200) this.#errors.error(ast.extent, 'ScriptTooComplicated');
        break;
      case 'AttributeAst':
        this.#attribute(ast);
        break;
      case 'TypeDefinitionAst':
        checkDscResource(ast, this.#errors, this.#symbols);
        break;
      case 'FunctionMemberAst':
        this.#method(ast);
        break;
      case 'PropertyMemberAst':
        this.#members.push(ast);
        if (ast.propertyType !== undefined) {
          const type = this.#resolve(ast.propertyType.typeName);
          const isOpen = type?.includes('`') === true && ast.propertyType.typeName.kind === 'TypeName';
          if (type === VOID || isOpen) {
            this.#errors.error(
              ast.propertyType.extent,
              'TypeNotAllowedForProperty',
              ast.propertyType.typeName.fullName,
            );
          }
        }
        break;
      case 'FunctionDefinitionAst':
        this.#parameterLists(ast.parameters ?? [], ast.body);
        if (ast.isWorkflow) this.#errors.error(ast.extent, 'WorkflowNotSupportedInPowerShellCore');
        break;
      case 'SwitchStatementAst':
        if (ast.flags.parallel) this.#reserved(ast, 'switch', 'parallel');
        break;
      case 'ForEachStatementAst':
        if (ast.parallel) this.#reserved(ast, 'foreach', 'parallel');
        if (ast.throttleLimit !== undefined) {
          this.#reserved(ast, 'foreach', 'throttlelimit');
          if (!ast.parallel) this.#errors.error(ast.extent, 'ThrottleLimitRequiresParallelFlag');
        }
        break;
      case 'DataStatementAst':
        this.#data(ast);
        break;
      case 'TryStatementAst':
        this.#catches(ast);
        break;
      case 'BreakStatementAst':
      case 'ContinueStatementAst': {
        const label = labelOf(ast.label);
        this.#flowOutOfFinally(ast, label);
        if (label !== undefined && label !== '') this.#labelExists(ast, label);
        break;
      }
      case 'ReturnStatementAst':
        this.#flowOutOfFinally(ast, undefined);
        this.#return(ast);
        break;
      case 'AssignmentStatementAst':
        this.#assignmentTarget(ast.left, ast.operator === 'Equals', (wrong) =>
          this.#errors.error(wrong.extent, 'InvalidLeftHandSide'),
        );
        break;
      case 'UnaryExpressionAst':
        if (/^(Postfix)?(PlusPlus|MinusMinus)$/.test(ast.tokenKind)) {
          const text = tokenKindText(ast.tokenKind);
          this.#assignmentTarget(ast.child, false, (wrong) =>
            this.#errors.error(wrong.extent, 'OperatorRequiresVariableOrProperty', text),
          );
        }
        break;
      case 'ConvertExpressionAst':
        this.#convert(ast);
        break;
      case 'AttributedExpressionAst':
        this.#attributed(ast);
        break;
      case 'UsingExpressionAst': {
        const wrong = usingProblem(ast.subExpression);
        if (wrong !== undefined) this.#errors.error(wrong.extent, 'InvalidUsingExpression');
        break;
      }
      case 'VariableExpressionAst':
        this.#variable(ast);
        break;
      case 'HashtableAst':
        this.#duplicateKeys(ast);
        break;
      case 'BlockStatementAst':
        if (!this.#path.some((outer) => outer.kind === 'FunctionDefinitionAst' && outer.isWorkflow)) {
          this.#errors.error(ast.blockKind.extent, 'UnexpectedKeyword', ast.blockKind.text);
        }
        break;
      case 'UsingStatementAst':
        this.#using(ast);
        break;
      default:
        break;
    }
  }

  #reserved(ast: StatementAst, keyword: string, parameter: string): void {
    this.#errors.error(ast.extent, 'KeywordParameterReservedForFutureUse', keyword, parameter);
  }

  // -------------------------------------------------------------- parameters

  #parameterLists(parameters: readonly ParameterAst[], body: ScriptBlockAst): void {
    if (parameters.length === 0) return;
    if (body.paramBlock !== undefined) this.#errors.error(body.paramBlock.extent, 'OnlyOneParameterListAllowed');
    else this.#duplicateParameters(parameters);
  }
  #duplicateParameters(parameters: readonly ParameterAst[]): void {
    const seen = new Set<string>();
    for (const { name, attributes } of parameters) {
      const key = name.variablePath.userPath.toLowerCase();
      if (seen.has(key)) this.#errors.error(name.extent, 'DuplicateFormalParameter', name.variablePath.userPath);
      seen.add(key);
      const voidType = attributes.find((a) => a.kind === 'TypeConstraintAst' && this.#resolve(a.typeName) === VOID);
      if (voidType !== undefined) this.#errors.error(voidType.extent, 'VoidTypeConstraintNotAllowed');
    }
  }
  #parameter(ast: ParameterAst): void {
    const inMethod = this.#outer(1)?.kind === 'FunctionMemberAst';
    let hasType = false;
    for (const attribute of ast.attributes) {
      if (attribute.kind !== 'TypeConstraintAst') continue;
      const name = attribute.typeName.fullName;
      if (name.toLowerCase() === 'ordered') {
        this.#errors.error(attribute.extent, 'OrderedAttributeOnlyOnHashLiteralNode', name);
      } else if (inMethod) {
        if (hasType) this.#errors.error(attribute.extent, 'MultipleTypeConstraintsOnMethodParam');
        hasType = true;
      }
    }
  }

  #attribute(ast: AttributeAst): void {
    const target = this.#attributeTarget();
    const inClass = target !== undefined;
    if (inClass) {
      const type = this.#symbols.definitions.has(ast.typeName)
        ? undefined
        : knownAttribute(ast.typeName.name, this.#symbols.namespaces);
      if (type !== undefined) {
        const validOn = attributeTargetsText(type, target);
        if (validOn !== undefined) {
          this.#errors.error(ast.extent, 'AttributeNotAllowedOnDeclaration', displayTypeName(type), validOn);
        }
        checkAttributeMembers(ast, type, this.#errors);
      }
    }
    const wrong = inClass
      ? 'ParameterAttributeArgumentNeedsToBeConstant'
      : 'ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock';
    const rules = { attribute: true, classAttribute: inClass };
    const seen = new Set<string>();
    for (const named of ast.namedArguments) {
      const key = named.argumentName.toLowerCase();
      if (seen.has(key)) this.#errors.error(named.extent, 'DuplicateNamedArgument', named.argumentName);
      else if (!named.expressionOmitted && !isConstant(named.argument, rules)) {
        this.#errors.error(named.argument.extent, wrong);
      }
      seen.add(key);
    }
    for (const argument of ast.positionalArguments) {
      if (!isConstant(argument, rules)) this.#errors.error(argument.extent, wrong);
    }
  }
  /** What an attribute stands on, when it is a class or a part of one. */
  #attributeTarget(): number | undefined {
    const parent = this.#outer(1);
    switch (parent?.kind) {
      case 'TypeDefinitionAst':
        return parent.typeKind === 'class' ? ATTRIBUTE_TARGETS.Class : ATTRIBUTE_TARGETS.Enum;
      case 'PropertyMemberAst':
        return ATTRIBUTE_TARGETS.Property | ATTRIBUTE_TARGETS.Field;
      case 'FunctionMemberAst':
        return parent.isConstructor ? ATTRIBUTE_TARGETS.Constructor : ATTRIBUTE_TARGETS.Method;
      case 'ParameterAst':
        return this.#members.at(-1)?.kind === 'FunctionMemberAst' ? ATTRIBUTE_TARGETS.Parameter : undefined;
      default:
        return undefined;
    }
  }

  // ----------------------------------------------------------------- classes

  #returnsVoid(ast: FunctionMemberAst): boolean {
    return ast.returnType === undefined || this.#resolve(ast.returnType.typeName) === VOID;
  }
  #method(ast: FunctionMemberAst): void {
    this.#members.push(ast);
    const { body } = ast;
    if (body.paramBlock !== undefined) this.#errors.error(body.paramBlock.extent, 'ParamBlockNotAllowedInMethod');
    const named = body.dynamicParamBlock ?? body.beginBlock ?? body.processBlock;
    if (named !== undefined || body.cleanBlock !== undefined || body.endBlock?.unnamed !== true) {
      const place = named ?? body.endBlock;
      if (place !== undefined) this.#errors.error(place.extent, 'NamedBlockNotAllowedInMethod');
    }
    if (ast.isConstructor && ast.returnType !== undefined) {
      this.#errors.error(ast.returnType.extent, 'ConstructorCantHaveReturnType');
    }
    const flow = analyzeMethod(ast);
    for (const variable of flow.unassigned) this.#unassigned.add(variable);
    if (!flow.allPathsReturn && !this.#returnsVoid(ast)) {
      this.#errors.error(ast.nameExtent, 'MethodHasCodePathNotReturn');
    }
    this.#parameterLists(ast.parameters, ast.body);
  }
  #return(ast: Extract<StatementAst, { kind: 'ReturnStatementAst' }>): void {
    const member = this.#members.at(-1);
    if (member?.kind !== 'FunctionMemberAst') return;
    const isVoid = this.#returnsVoid(member);
    if (ast.pipeline !== undefined && isVoid) this.#errors.error(ast.extent, 'VoidMethodHasReturn');
    if (ast.pipeline === undefined && !isVoid) this.#errors.error(ast.extent, 'NonVoidMethodMissingReturnValue');
  }
  #variable(ast: VariableExpressionAst): void {
    const path = ast.variablePath;
    const parent = this.#outer(1);
    if (ast.splatted && parent?.kind !== 'CommandAst' && parent?.kind !== 'UsingExpressionAst') {
      const inList = parent?.kind === 'ArrayLiteralAst' && this.#outer(2)?.kind === 'CommandAst';
      const id = inList ? 'SplattingNotPermittedInArgumentList' : 'SplattingNotPermitted';
      this.#errors.error(ast.extent, id, path.userPath);
    }
    const isUnknown = this.#unassigned.has(ast) && !isConstantVariable(ast);
    if (isUnknown && !METHOD_GLOBALS.has(path.userPath.toLowerCase()))
      this.#errors.error(ast.extent, 'VariableNotLocal');
    const member = this.#members.at(-1);
    if (path.userPath.toLowerCase() === 'this' && member?.isStatic === true) {
      this.#errors.error(ast.extent, 'NonStaticMemberAccessInStaticMember', path.userPath);
    }
  }

  // -------------------------------------------------------------------- flow

  #labelExists(ast: StatementAst, label: string): void {
    for (const outer of this.#path.toReversed()) {
      if (outer.kind === 'FunctionMemberAst') {
        this.#errors.error(ast.extent, 'LabelNotFound', label);
        return;
      }
      if (outer.kind === 'FunctionDefinitionAst') return;
      if (isLoop(outer) && sameLabel(label, outer.label)) return;
    }
  }
  #flowOutOfFinally(ast: StatementAst, label: string | undefined): void {
    for (let level = 1; ; level++) {
      const outer = this.#outer(level);
      if (outer === undefined) return;
      if (outer.kind === 'NamedBlockAst' || outer.kind === 'TrapStatementAst' || outer.kind === 'ScriptBlockAst')
        return;
      if (
        label !== undefined &&
        (isLoop(outer) || outer.kind === 'SwitchStatementAst') &&
        sameLabel(label, outer.label)
      ) {
        return;
      }
      const around = this.#outer(level + 1);
      if (around?.kind === 'TryStatementAst' && around.finally === outer) {
        this.#errors.error(ast.extent, 'ControlLeavingFinally');
        return;
      }
    }
  }
  #catches(ast: Extract<StatementAst, { kind: 'TryStatementAst' }>): void {
    const clauses = ast.catchClauses;
    for (const [i, first] of clauses.entries()) {
      for (const second of clauses.slice(i + 1)) {
        if (first.catchTypes.length === 0) {
          const offset = Math.max(0, second.extent.startOffset - 1);
          this.#errors.error(second.extent.moved(offset, offset), 'EmptyCatchNotLast');
          break;
        }
        for (const type of first.catchTypes) {
          const base = this.#resolve(type.typeName);
          if (base === undefined) continue;
          for (const later of second.catchTypes) {
            const name = this.#resolve(later.typeName);
            if (name !== undefined && isSameOrDerived(name, base)) {
              this.#errors.error(later.extent, 'ExceptionTypeAlreadyCaught', name);
            }
          }
        }
      }
    }
  }
  #data(ast: Extract<StatementAst, { kind: 'DataStatementAst' }>): void {
    const names: string[] = ['ConvertFrom-StringData'];
    let isKnown = true;
    for (const command of ast.commandsAllowed) {
      if (command.kind === 'StringConstantExpressionAst') names.push(command.value);
      else isKnown = false;
    }
    checkRestrictedLanguage(ast.body, this.#errors, { allowedCommands: isKnown ? names : undefined });
  }

  // ------------------------------------------------------------- assignments

  #assignmentTarget(ast: ExpressionAst, isSimple: boolean, report: (wrong: Ast) => void): void {
    switch (ast.kind) {
      case 'ArrayLiteralAst':
        if (!isSimple) report(ast);
        else this.#arrayTargets(ast, report);
        break;
      case 'ParenExpressionAst': {
        const expression = pureExpression(ast.pipeline);
        if (expression === undefined) report(ast.pipeline);
        else this.#assignmentTarget(expression, isSimple, report);
        break;
      }
      case 'VariableExpressionAst':
        break;
      case 'MemberExpressionAst':
      case 'InvokeMemberExpressionAst':
      case 'IndexExpressionAst':
        if (ast.nullConditional) report(ast);
        break;
      case 'AttributedExpressionAst':
      case 'ConvertExpressionAst':
        this.#typedTarget(ast, isSimple, report);
        break;
      default:
        report(ast);
    }
  }
  #arrayTargets(ast: ArrayLiteralAst, report: (wrong: Ast) => void): void {
    for (const element of ast.elements) this.#assignmentTarget(element, true, report);
  }
  #typedTarget(ast: ExpressionAst, isSimple: boolean, report: (wrong: Ast) => void): void {
    let inner = ast;
    let converts = 0;
    let reference: ConvertExpressionAst | undefined;
    let lastType: string | undefined;
    while (inner.kind === 'AttributedExpressionAst' || inner.kind === 'ConvertExpressionAst') {
      if (inner.kind === 'ConvertExpressionAst') {
        converts++;
        lastType = this.#resolve(inner.attribute.typeName);
        if (lastType === REFERENCE) reference = inner;
        else if (lastType === VOID) this.#errors.error(inner.attribute.extent, 'VoidTypeConstraintNotAllowed');
      }
      inner = inner.child;
    }
    if (reference !== undefined && converts > 1) {
      this.#errors.error(reference.attribute.extent, 'ReferenceNeedsToBeByItselfInTypeConstraint');
      return;
    }
    if (inner.kind === 'VariableExpressionAst') {
      const path = inner.variablePath;
      const isLocal = path.isVariable && !path.isGlobal && !path.isScript;
      const expected = isLocal ? AUTOMATIC_TYPES.get(path.unqualifiedPath.toLowerCase()) : undefined;
      if (expected !== undefined && expected !== lastType) {
        this.#errors.error(ast.extent, 'AssignmentStatementToAutomaticNotSupported', path.unqualifiedPath, expected);
      }
    }
    this.#assignmentTarget(inner, isSimple, report);
  }

  #convert(ast: ConvertExpressionAst): void {
    const name = ast.attribute.typeName.fullName;
    if (name.toLowerCase() === 'ordered') {
      if (ast.child.kind !== 'HashtableAst') {
        this.#errors.error(ast.extent, 'OrderedAttributeOnlyOnHashLiteralNode', name);
      }
      return;
    }
    if (this.#resolve(ast.attribute.typeName) !== REFERENCE) return;
    let hasSecond = false;
    let child: ExpressionAst = ast.child;
    while (child.kind === 'ConvertExpressionAst' || child.kind === 'AttributedExpressionAst') {
      if (child.kind === 'ConvertExpressionAst' && this.#resolve(child.attribute.typeName) === REFERENCE) {
        hasSecond = true;
        this.#errors.error(child.attribute.extent, 'ReferenceNeedsToBeByItselfInTypeSequence');
      }
      child = child.child;
    }
    const parent = this.#outer(1);
    if (hasSecond || parent?.kind !== 'ConvertExpressionAst') return;
    if (this.#resolve(parent.attribute.typeName) === REFERENCE) return;
    for (let level = 2; ; level++) {
      const outer = this.#outer(level);
      if (outer === undefined || outer.kind === 'CommandExpressionAst') break;
      // On the left of an assignment another check speaks.
      if (outer.kind === 'AssignmentStatementAst') {
        if (this.#path.includes(outer.left)) return;
        break;
      }
    }
    this.#errors.error(ast.attribute.extent, 'ReferenceNeedsToBeLastTypeInTypeConversion');
  }
  #attributed(ast: Extract<ExpressionAst, { kind: 'AttributedExpressionAst' }>): void {
    let child: ExpressionAst = ast;
    while (child.kind === 'AttributedExpressionAst' || child.kind === 'ConvertExpressionAst') child = child.child;
    if (child.kind === 'VariableExpressionAst') return;
    this.#errors.error(ast.attribute.extent, 'UnexpectedAttribute', ast.attribute.typeName.fullName);
  }

  #duplicateKeys(ast: HashtableAst): void {
    const seen = new Set<string>();
    for (const { key } of ast.keyValuePairs) {
      let text: string;
      if (key.kind === 'StringConstantExpressionAst') text = key.value;
      else if (key.kind === 'ConstantExpressionAst') text = constantText(key.value);
      else continue;
      const folded = text.toLowerCase();
      if (seen.has(folded)) this.#errors.error(key.extent, 'DuplicateKeyInHashLiteral', text);
      seen.add(folded);
    }
  }

  #using(ast: UsingStatementAst): void {
    const kind = ast.usingStatementKind;
    const supported = kind === 'Namespace' || kind === 'Assembly' || kind === 'Module';
    if (!supported || ast.alias !== undefined) this.#errors.error(ast.extent, 'UsingStatementNotSupported');
    if (kind === 'Namespace' && ast.name !== undefined && !NAMESPACE.test(ast.name.value)) {
      this.#errors.error(ast.name.extent, 'InvalidNamespaceValue');
    }
  }
}

function isLoop(ast: Ast): ast is Extract<
  Ast,
  {
    kind:
      | 'ForEachStatementAst'
      | 'ForStatementAst'
      | 'WhileStatementAst'
      | 'DoWhileStatementAst'
      | 'DoUntilStatementAst';
  }
> {
  switch (ast.kind) {
    case 'ForEachStatementAst':
    case 'ForStatementAst':
    case 'WhileStatementAst':
    case 'DoWhileStatementAst':
    case 'DoUntilStatementAst':
      return true;
    default:
      return false;
  }
}
function sameLabel(label: string, loopLabel: string | undefined): boolean {
  return label === '' || label.toLowerCase() === (loopLabel ?? '').toLowerCase();
}
function labelOf(label: ExpressionAst | undefined): string | undefined {
  if (label === undefined) return '';
  return label.kind === 'StringConstantExpressionAst' ? label.value : undefined;
}
function arrayDepth(type: TypeName): number {
  let depth = 0;
  for (let inner = type; inner.kind === 'ArrayTypeName'; inner = inner.elementType) depth++;
  return depth;
}
/** The part of a `$using:` expression that may not be there. */
function usingProblem(ast: ExpressionAst): ExpressionAst | undefined {
  if (ast.kind === 'VariableExpressionAst') return undefined;
  if (ast.kind === 'MemberExpressionAst' && ast.member.kind === 'StringConstantExpressionAst') {
    return usingProblem(ast.expression);
  }
  if (ast.kind !== 'IndexExpressionAst') return ast;
  return isConstant(ast.index, { attribute: true }) ? usingProblem(ast.target) : ast.index;
}
/** A constant as .NET writes it, for comparing keys. */
export function constantText(value: NumberConstant | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value.type !== 'double') return String(value.value);
  if (value.value === Number.POSITIVE_INFINITY) return '∞';
  const text = String(value.value);
  const match = /^(-?\d+(?:\.\d+)?)e([+-])(\d+)$/.exec(text);
  if (match !== null) return `${match[1] ?? ''}E${match[2] ?? ''}${(match[3] ?? '').padStart(2, '0')}`;
  if (Math.abs(value.value) >= 1e15) {
    const [mantissa = '', exponent = ''] = value.value.toExponential().split('e+');
    return `${mantissa}E+${exponent.padStart(2, '0')}`;
  }
  return Object.is(value.value, -0) ? '-0' : text;
}
