/** Classes, enums, `using` and `configuration`. */
import type {
  Ast,
  AttributeAst,
  AttributeBaseAst,
  CommandExpressionAst,
  ErrorStatementAst,
  ExpressionAst,
  FunctionMemberAst,
  HashtableAst,
  MemberAst,
  ParameterAst,
  PropertyMemberAst,
  ScriptBlockAst,
  StatementAst,
  StringConstantExpressionAst,
  TypeConstraintAst,
  TypeDefinitionAst,
  UsingStatementAst,
} from './ast.js';
import { knownType } from './known-types.js';
import type { Extent } from './source-text.js';
import { StatementParser } from './statement-parser.js';
import type { SymbolOptions } from './symbol-resolver.js';
import { type Token, TokenFlags } from './token.js';
import { parseVariablePath } from './variable-path.js';

/** What the parser has to ask the world about; without answers it says what PowerShell says when a thing is not there. */
export interface ParseOptions extends SymbolOptions {
  /** The path of the assembly file that `using assembly` names, or undefined when there is no such file. */
  readonly resolveAssembly?: (name: string) => string | undefined;
}

/** What stands before a member: attributes, a type, `static`, `hidden`. */
interface MemberHead {
  readonly start: Extent;
  readonly attributes: readonly AttributeAst[];
  readonly typeConstraint: TypeConstraintAst | undefined;
  readonly isStatic: boolean;
  readonly isHidden: boolean;
  readonly last: Extent | undefined;
  readonly token: Token;
}
/** Nothing, a member, or what is left of a wrong one. */
type MemberResult = MemberAst | readonly Ast[] | undefined;

export abstract class DefinitionParser extends StatementParser {
  protected readonly options: ParseOptions = {};

  protected abstract classScriptBlock(lCurly: Token, first: StatementAst | undefined): ScriptBlockAst;

  // ----------------------------------------------------------------- classes

  protected override classRule(attributes: readonly AttributeBaseAst[], classToken: Token): StatementAst {
    this.skipNewlines();
    const nameToken = this.simpleNameToken();
    if (nameToken === undefined) {
      this.incomplete(this.after(classToken), 'MissingNameAfterKeyword', classToken.text);
      return this.errorStatement(classToken.extent);
    }
    nameToken.flags = (nameToken.flags & ~TokenFlags.MemberName) | TokenFlags.TypeName;
    this.skipNewlines();
    const mode = this.tokenizer.mode;
    this.setMode('Signature');
    const statement = this.#classBody(attributes, classToken, nameToken);
    this.setMode(mode);
    return statement;
  }

  #baseTypes(): TypeConstraintAst[] {
    const baseTypes: TypeConstraintAst[] = [];
    let separator = this.peekToken();
    if (separator.kind !== 'Colon') return baseTypes;
    this.skipToken();
    this.skipNewlines();
    for (;;) {
      const named = this.typeNameRule(false);
      if (named === undefined) {
        this.incomplete(this.after(separator), 'TypeNameExpected');
        return baseTypes;
      }
      baseTypes.push({ kind: 'TypeConstraintAst', extent: named.typeName.extent, typeName: named.typeName });
      this.skipNewlines();
      separator = this.peekToken();
      if (separator.kind !== 'Comma') return baseTypes;
      this.skipToken();
      this.skipNewlines();
    }
  }

  #classBody(attributes: readonly AttributeBaseAst[], classToken: Token, nameToken: Token): StatementAst {
    const name = nameToken.text;
    const baseTypes = this.#baseTypes();
    const lCurly = this.nextToken();
    if (lCurly.kind !== 'LCurly') {
      this.ungetToken(lCurly);
      const last = baseTypes.at(-1)?.extent ?? nameToken.extent;
      this.incomplete(this.after(last), 'MissingTypeBody', 'class');
      return this.errorStatement(this.span(classToken, last), baseTypes);
    }
    let last = lCurly.extent;
    const members: MemberAst[] = [];
    const nested: Ast[] = [];
    for (let member = this.#classMember(name); member !== undefined; member = this.#classMember(name)) {
      if ('kind' in member) {
        members.push(member);
        last = member.extent;
      } else {
        nested.push(...member);
        last = member.at(-1)?.extent ?? last;
      }
    }
    const rCurly = this.nextToken();
    if (rCurly.kind === 'RCurly') last = rCurly.extent;
    else {
      this.ungetToken(rCurly);
      this.incompleteAt(this.after(lCurly), rCurly, 'MissingEndCurlyBrace');
    }
    const extent = this.span(attributes[0]?.extent ?? classToken, last);
    const definition = typeDefinition(extent, name, 'class', attributes, baseTypes, members);
    const types = attributes.filter((attribute) => attribute.kind === 'TypeConstraintAst');
    if (types.length > 0) nested.push(...types, definition);
    return nested.length > 0 ? this.errorStatement(extent, nested) : definition;
  }

  #memberHead(): MemberHead {
    let start: Extent | undefined;
    let last: Extent | undefined;
    const attributes: AttributeAst[] = [];
    let typeConstraint: TypeConstraintAst | undefined;
    let isStatic = false;
    let isHidden = false;
    for (;;) {
      this.skipNewlines();
      const attribute = this.attributeRule();
      if (attribute !== undefined) {
        last = attribute.extent;
        start ??= attribute.extent;
        if (attribute.kind === 'AttributeAst') attributes.push(attribute);
        else if (typeConstraint === undefined) typeConstraint = attribute;
        else this.error(attribute.extent, 'TooManyTypes');
        continue;
      }
      const token = this.peekToken();
      start ??= token.extent;
      if (token.kind === 'Hidden') {
        if (isHidden) this.error(token, 'DuplicateQualifier', token.text);
        isHidden = true;
      } else if (token.kind === 'Static') {
        if (isStatic) this.error(token, 'DuplicateQualifier', token.text);
        isStatic = true;
      } else return { start, attributes, typeConstraint, isStatic, isHidden, last, token };
      last = token.extent;
      this.skipToken();
    }
  }

  #classMember(className: string): MemberResult {
    const head = this.#memberHead();
    const { token } = head;
    if (token.kind === 'Variable') return this.#property(head);
    if (token.kind === 'Identifier' || (token.flags & TokenFlags.Keyword) !== 0) {
      token.flags = 0;
      this.skipToken();
      return this.#method(head, className);
    }
    if (head.last === undefined) return undefined;
    this.incomplete(this.after(head.last), 'IncompleteMemberDefinition');
    return leftOver(head, undefined);
  }

  #property(head: MemberHead): MemberResult {
    const { token } = head;
    this.skipToken();
    let initialValue: ExpressionAst | undefined;
    if (this.peekToken().kind === 'Equals') {
      this.skipToken();
      this.skipNewlines();
      initialValue = this.expressionRule();
    }
    const end = this.#memberEnd(initialValue?.extent ?? token.extent, true);
    const name = this.variablePathOf(token).unqualifiedPath;
    if (name === '') return leftOver(head, initialValue);
    return {
      kind: 'PropertyMemberAst',
      extent: this.span(head.start, end),
      name,
      propertyType: head.typeConstraint,
      attributes: head.attributes,
      isStatic: head.isStatic,
      isHidden: head.isHidden,
      initialValue,
    };
  }
  /** A property ends with its line, a semicolon (which belongs to it) or the class. */
  #memberEnd(end: Extent, complain: boolean): Extent {
    const terminator = this.peekToken();
    const isSemi = terminator.kind === 'Semi';
    if (complain && !isSemi && terminator.kind !== 'NewLine' && terminator.kind !== 'RCurly') {
      this.incomplete(this.after(end), 'MissingPropertyTerminator');
    }
    this.skipNewlinesAndSemicolons();
    return isSemi ? terminator.extent : end;
  }

  #method(head: MemberHead, className: string): MemberResult {
    const method = this.#methodDeclaration(head, className);
    if (method !== undefined) return method;
    this.syncOnError(false, 'RCurly');
    return leftOver(head, undefined);
  }

  #methodDeclaration(head: MemberHead, className: string): FunctionMemberAst | undefined {
    const nameToken = head.token;
    const name = nameToken.text;
    let parameters: readonly ParameterAst[] = [];
    let errorEnd: Extent | undefined;
    let rParen: Token | undefined;
    if (this.peekToken().kind === 'LParen') {
      const declared = this.functionParametersRule();
      parameters = declared.parameters ?? [];
      ({ errorEnd, rParen } = declared);
    } else this.incomplete(this.after(nameToken), 'MissingMethodParameterList');
    const isConstructor = name.toLowerCase() === className.toLowerCase();
    let first: CommandExpressionAst | undefined;
    if (isConstructor && !head.isStatic) {
      const base = this.#baseConstructorCall();
      errorEnd = base.errorEnd ?? errorEnd;
      first = base.statement;
    }
    const lCurly = this.nextToken();
    if (lCurly.kind !== 'LCurly') {
      this.ungetToken(lCurly);
      if (errorEnd === undefined) this.incomplete(this.after(rParen ?? nameToken), 'MissingFunctionBody');
      return undefined;
    }
    if (errorEnd !== undefined) return undefined;
    const mode = this.tokenizer.mode;
    this.setMode('Command');
    const body = this.classScriptBlock(lCurly, first);
    this.setMode(mode);
    return {
      kind: 'FunctionMemberAst',
      extent: this.span(head.start, body.extent),
      name,
      nameExtent: nameToken.extent,
      isConstructor,
      returnType: head.typeConstraint,
      attributes: head.attributes,
      parameters,
      isStatic: head.isStatic,
      isHidden: head.isHidden,
      body,
    };
  }

  /** `: base(…)`; without it the base's default constructor is called, by a node that stands nowhere. */
  #baseConstructorCall(): { readonly errorEnd: Extent | undefined; readonly statement: CommandExpressionAst } {
    this.skipNewlines();
    const mode = this.tokenizer.mode;
    this.setMode('Signature');
    let errorEnd: Extent | undefined;
    let keyword: Extent = this.nowhere;
    let end: Extent = this.nowhere;
    let args: readonly ExpressionAst[] = [];
    const colon = this.peekToken();
    if (colon.kind === 'Colon') {
      this.skipToken();
      this.skipNewlines();
      const base = this.peekToken();
      keyword = base.extent;
      end = base.extent;
      if (base.kind === 'Base') {
        this.skipToken();
        this.skipNewlines();
        const lParen = this.peekToken();
        if (lParen.kind === 'LParen') {
          this.skipToken();
          ({ args, end } = this.invokeParenListRule(lParen));
          this.skipNewlines();
        } else {
          errorEnd = base.extent;
          this.incomplete(this.after(base), 'MissingMethodParameterList');
        }
      } else {
        errorEnd = colon.extent;
        this.incomplete(this.after(colon), 'MissingBaseCtorCall');
      }
    }
    this.setMode(mode);
    const extent = this.span(keyword, end);
    return {
      errorEnd,
      statement: {
        kind: 'CommandExpressionAst',
        extent,
        redirections: [],
        expression: {
          kind: 'BaseCtorInvokeMemberExpressionAst',
          extent,
          expression: {
            kind: 'VariableExpressionAst',
            extent: keyword,
            variablePath: parseVariablePath('this'),
            splatted: false,
          },
          member: {
            kind: 'StringConstantExpressionAst',
            extent: keyword,
            value: '.ctor',
            stringConstantType: 'BareWord',
          },
          static: false,
          nullConditional: false,
          arguments: args.length > 0 ? args : undefined,
          genericTypeArguments: undefined,
        },
      },
    };
  }

  // ------------------------------------------------------------------- enums

  protected override enumRule(attributes: readonly AttributeBaseAst[], enumToken: Token): StatementAst {
    this.skipNewlines();
    const name = this.simpleNameRule();
    if (name === undefined) {
      this.incomplete(this.after(enumToken), 'MissingNameAfterKeyword', enumToken.text);
      return this.errorStatement(enumToken.extent);
    }
    const mode = this.tokenizer.mode;
    this.setMode('Signature');
    const statement = this.#enumBody(attributes, enumToken, name);
    this.setMode(mode);
    return statement;
  }

  #underlyingType(): readonly TypeConstraintAst[] {
    const colon = this.peekToken();
    if (colon.kind !== 'Colon') return [];
    this.skipToken();
    this.skipNewlines();
    const named = this.typeNameRule(false);
    if (named === undefined) {
      this.incomplete(this.after(colon), 'TypeNameExpected');
      return [];
    }
    const { typeName } = named;
    if (!canUnderlieEnum(typeName.fullName)) this.error(typeName.extent, 'InvalidUnderlyingType', typeName.name);
    return [{ kind: 'TypeConstraintAst', extent: typeName.extent, typeName }];
  }

  #enumBody(
    attributes: readonly AttributeBaseAst[],
    enumToken: Token,
    name: StringConstantExpressionAst,
  ): StatementAst {
    const baseTypes = this.#underlyingType();
    this.skipNewlines();
    const lCurly = this.nextToken();
    if (lCurly.kind !== 'LCurly') {
      this.ungetToken(lCurly);
      this.incomplete(this.after(name.extent), 'MissingTypeBody', 'enum');
      return this.errorStatement(this.span(enumToken, name.extent));
    }
    const members: MemberAst[] = [];
    for (let member = this.#enumMember(); member !== undefined; member = this.#enumMember()) members.push(member);
    const rCurly = this.nextToken();
    if (rCurly.kind !== 'RCurly') {
      this.ungetToken(rCurly);
      this.incompleteAt(this.after(lCurly), rCurly, 'MissingEndCurlyBrace');
    }
    const start = attributes[0]?.extent ?? enumToken.extent;
    const definition = typeDefinition(this.span(start, rCurly), name.value, 'enum', attributes, baseTypes, members);
    const types = attributes.filter((attribute) => attribute.kind === 'TypeConstraintAst');
    return types.length > 0 ? this.errorStatement(start, [...types, definition]) : definition;
  }

  #enumMember(): PropertyMemberAst | undefined {
    this.skipNewlines();
    const name = this.simpleNameRule();
    if (name === undefined) return undefined;
    let end = name.extent;
    let initialValue: ExpressionAst | undefined;
    let missing = false;
    const mode = this.tokenizer.mode;
    this.setMode('Expression');
    const equals = this.peekToken();
    if (equals.kind === 'Equals') {
      this.skipToken();
      initialValue = this.expressionRule();
      if (initialValue === undefined) {
        this.error(this.after(equals), 'ExpectedValueExpression', '=');
        missing = true;
      }
      end = initialValue?.extent ?? equals.extent;
    }
    this.setMode(mode);
    end = this.#memberEnd(end, !missing);
    return {
      kind: 'PropertyMemberAst',
      extent: this.span(name.extent, end),
      name: name.value,
      propertyType: undefined,
      attributes: [],
      isStatic: true,
      isHidden: false,
      initialValue,
    };
  }

  // ------------------------------------------------------------------- using

  protected override usingRule(usingToken: Token): UsingStatementAst | ErrorStatementAst {
    const directive = this.nextToken();
    const kind = usingKind(directive);
    if (kind === undefined) {
      this.ungetToken(directive);
      this.incomplete(this.after(usingToken), 'MissingUsingStatementDirective');
      return this.errorStatement(usingToken.extent);
    }
    const itemToken = this.nextToken();
    if (endsUsing(itemToken) || itemToken.kind === 'Comma') {
      this.incomplete(this.after(directive), 'MissingUsingItemName');
      return this.errorStatement(this.span(usingToken, directive));
    }
    const item = this.commandArgument('CommandArgument', itemToken);
    if (item === undefined) {
      this.error(itemToken, 'InvalidValueForUsingItemName', itemToken.text);
      this.syncOnError(true, 'Semi', 'NewLine');
      return this.errorStatement(this.span(usingToken, itemToken));
    }
    if (item.kind === 'HashtableAst' && kind === 'Module') {
      this.#requireTerminator();
      return usingStatement(this.span(usingToken, item.extent), kind, undefined, undefined, item);
    }
    if (item.kind !== 'StringConstantExpressionAst') {
      this.error(item.extent, 'InvalidValueForUsingItemName', item.extent.text);
      return this.errorStatement(this.span(usingToken, item.extent));
    }
    const name = kind === 'Assembly' ? this.#usingAssembly(item) : item;
    if (kind !== 'Assembly') {
      const equals = this.peekToken();
      if (equals.kind === 'Equals') return this.#usingAlias(usingToken, kind, name, equals);
      if (kind === 'Type' || kind === 'Command') {
        this.incomplete(this.after(itemToken), 'MissingEqualsInUsingAlias');
        return this.errorStatement(this.span(usingToken, item.extent), [item]);
      }
    }
    this.#requireTerminator();
    return usingStatement(this.span(usingToken, name.extent), kind, name, undefined, undefined);
  }

  #usingAlias(
    usingToken: Token,
    kind: UsingStatementAst['usingStatementKind'],
    name: StringConstantExpressionAst,
    equals: Token,
  ): UsingStatementAst | ErrorStatementAst {
    this.skipToken();
    const aliasToken = this.nextToken();
    if (endsUsing(aliasToken)) {
      this.ungetToken(aliasToken);
      this.incomplete(this.after(equals), 'MissingNamespaceAlias');
      return this.errorStatement(this.span(usingToken, equals));
    }
    if (aliasToken.kind === 'Comma') {
      this.error(aliasToken, 'UnexpectedUnaryOperator', aliasToken.text);
      return this.errorStatement(this.span(usingToken, aliasToken));
    }
    const alias = this.commandArgument('CommandArgument', aliasToken);
    const isModuleTable = kind === 'Module' && alias?.kind === 'HashtableAst';
    if (alias?.kind !== 'StringConstantExpressionAst' && !isModuleTable) {
      const place = alias?.extent ?? aliasToken.extent;
      this.error(place, 'InvalidValueForUsingItemName', place.text);
      return this.errorStatement(this.span(usingToken, place), [name, alias]);
    }
    this.#requireTerminator();
    const extent = this.span(usingToken, aliasToken);
    if (alias.kind === 'HashtableAst') return usingStatement(extent, kind, name, undefined, alias);
    return usingStatement(
      extent,
      kind,
      name,
      alias.kind === 'StringConstantExpressionAst' ? alias : undefined,
      undefined,
    );
  }

  #requireTerminator(): void {
    const token = this.peekToken();
    if (token.kind === 'NewLine' || token.kind === 'Semi') this.skipToken();
    else if (token.kind !== 'EndOfInput') this.incomplete(token, 'MissingStatementTerminator');
  }

  #usingAssembly(name: StringConstantExpressionAst): StringConstantExpressionAst {
    if (/^(\\\\|\/\/)[^\\/]/.test(name.value)) {
      this.error(name.extent, 'CannotLoadAssemblyFromUncPath', name.value);
      return name;
    }
    const uri = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/.exec(name.value);
    const scheme = uri?.[1]?.toLowerCase();
    // A scheme of the web is one only with a host.
    const needsHost = /^(https?|ftp|wss?|gopher|nntp|telnet)$/.test(scheme ?? '');
    if (scheme !== undefined && !(needsHost && !/^\/\/[^/]/.test(uri?.[2] ?? ''))) {
      if (scheme !== 'file') this.error(name.extent, 'CannotLoadAssemblyWithUriSchema', scheme);
      return name;
    }
    if (/^[A-Za-z]:[\\/]/.test(name.value)) return name; // a path of Windows is a file URI everywhere
    if (name.value.startsWith('/')) return name; // an absolute path is a file URI, and is not looked for here
    const file = this.options.resolveAssembly?.(name.value);
    if (file !== undefined) return { ...name, value: file };
    this.error(name.extent, 'ErrorLoadingAssembly', name.value);
    return name;
  }

  // ----------------------------------------------------------- configuration

  protected override configurationRule(_attributes: readonly AttributeAst[], keyword: Token): StatementAst | undefined {
    this.skipNewlines();
    const nameToken = this.nextToken();
    if (nameToken.kind === 'LCurly') {
      this.error(this.after(keyword), 'MissingConfigurationName');
      this.scriptBlockExpressionRule(nameToken);
      return undefined;
    }
    this.ungetToken(nameToken);
    if (nameToken.kind === 'EndOfInput' || nameToken.kind === 'Comma') {
      this.incomplete(this.after(nameToken), 'MissingConfigurationName');
      return undefined;
    }
    let isError = false;
    const instanceName = this.#wordOrExpression(nameToken);
    if (instanceName === undefined) {
      isError = true;
      this.incomplete(nameToken, 'MissingConfigurationName');
    } else if (instanceName.kind === 'StringConstantExpressionAst' || instanceName.kind === 'ConstantExpressionAst') {
      const name = instanceName.kind === 'StringConstantExpressionAst' ? instanceName.value : '';
      if (!/^[A-Za-z][A-Za-z0-9_./-]*$/.test(name)) {
        isError = true;
        this.error(instanceName.extent, 'InvalidConfigurationName', name);
      }
    }
    this.skipNewlines();
    const lCurly = this.nextToken();
    if (lCurly.kind !== 'LCurly') {
      this.incomplete(this.after(lCurly), 'MissingCurlyInConfigurationStatement');
      this.ungetToken(lCurly);
      return this.errorStatement(keyword.extent, [], { errorKind: keyword });
    }
    const body = this.scriptBlockExpressionRule(lCurly);
    if (isError || instanceName === undefined) return this.errorStatement(keyword.extent, [], { errorKind: keyword });
    return {
      kind: 'ConfigurationDefinitionAst',
      extent: this.span(keyword, body.extent),
      body,
      configurationType: 'Resource',
      instanceName,
    };
  }
  #wordOrExpression(keyword: Token): ExpressionAst | undefined {
    const token = this.nextToken();
    if (token.kind === 'EndOfInput') {
      this.ungetToken(token);
      this.incomplete(this.after(keyword), 'RequiredNameOrExpressionMissing');
      return undefined;
    }
    const argument = this.commandArgument('CommandArgument', token);
    if (argument === undefined) this.error(this.after(keyword), 'ParameterRequiresArgument', keyword.text);
    return argument;
  }
}

function typeDefinition(
  extent: Extent,
  name: string,
  typeKind: 'class' | 'enum',
  attributes: readonly AttributeBaseAst[],
  baseTypes: readonly TypeConstraintAst[],
  members: readonly MemberAst[],
): TypeDefinitionAst {
  const own = attributes.filter((attribute) => attribute.kind === 'AttributeAst');
  return { kind: 'TypeDefinitionAst', extent, name, typeKind, attributes: own, baseTypes, members };
}
function leftOver(head: MemberHead, value: ExpressionAst | undefined): readonly Ast[] | undefined {
  const asts: Ast[] = [...head.attributes];
  if (head.typeConstraint !== undefined) asts.push(head.typeConstraint);
  if (value !== undefined) asts.push(value);
  return asts.length > 0 ? asts : undefined;
}
function usingStatement(
  extent: Extent,
  usingStatementKind: UsingStatementAst['usingStatementKind'],
  name: StringConstantExpressionAst | undefined,
  alias: StringConstantExpressionAst | undefined,
  moduleSpecification: HashtableAst | undefined,
): UsingStatementAst {
  return { kind: 'UsingStatementAst', extent, usingStatementKind, name, alias, moduleSpecification };
}
function usingKind(token: Token): UsingStatementAst['usingStatementKind'] | undefined {
  switch (token.kind) {
    case 'Namespace':
    case 'Type':
    case 'Module':
    case 'Command':
    case 'Assembly':
      return token.kind;
    default:
      return undefined;
  }
}
function endsUsing(token: Token): boolean {
  return token.kind === 'EndOfInput' || token.kind === 'NewLine' || token.kind === 'Semi';
}
/** PowerShell asks for a type whose .NET type code has no bit above 15: all but DateTime and String. */
function canUnderlieEnum(name: string): boolean {
  const type = knownType(name);
  return type !== undefined && type !== 'System.String' && type !== 'System.DateTime';
}
