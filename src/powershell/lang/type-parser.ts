/** Attributes and type names: `[Parameter(Mandatory)]`, `[int]`, `[Dictionary[string,int[]]]`, `[T, assembly]`. */
import type {
  ArrayTypeName,
  AttributeBaseAst,
  ExpressionAst,
  GenericTypeName,
  NamedAttributeArgumentAst,
  SimpleTypeName,
  StringConstantExpressionAst,
  TypeName,
} from './ast.js';
import { ParserBase } from './parser-base.js';
import type { Extent } from './source-text.js';
import { type Token, TokenFlags } from './token.js';

export const ERROR_TYPE_NAME = ':ErrorTypeName:';

/** A type's name before its assembly is known: a generic or array type names the assembly of its innermost type. */
interface OpenName {
  readonly extent: Extent;
  readonly name: string;
  assemblyName: string | undefined;
}
/** Builds the name once the assembly is known. */
type Pending = { readonly extent: Extent; readonly build: () => TypeName };

export abstract class TypeParser extends ParserBase {
  protected abstract expressionRule(endNumberOnTernary?: boolean): ExpressionAst | undefined;

  protected simpleNameToken(): Token | undefined {
    this.tokenizer.wantSimpleName = true;
    const token = this.peekToken();
    this.tokenizer.wantSimpleName = false;
    if (token.kind !== 'Identifier') return undefined;
    token.flags |= TokenFlags.MemberName;
    this.skipToken();
    return token;
  }
  protected simpleNameRule(): StringConstantExpressionAst | undefined {
    const token = this.simpleNameToken();
    return token === undefined ? undefined : this.bareWord(token, token.text);
  }
  protected bareWord(token: Token, value: string): StringConstantExpressionAst {
    return { kind: 'StringConstantExpressionAst', extent: token.extent, value, stringConstantType: 'BareWord' };
  }

  // ------------------------------------------------------------- attributes

  protected attributeListRule(inExpression: boolean): readonly AttributeBaseAst[] | undefined {
    const attributes: AttributeBaseAst[] = [];
    for (let attribute = this.attributeRule(); attribute !== undefined; attribute = this.attributeRule()) {
      attributes.push(attribute);
      if (!inExpression || attribute.kind === 'AttributeAst') this.skipNewlines();
    }
    return attributes.length === 0 ? undefined : attributes;
  }

  protected attributeRule(): AttributeBaseAst | undefined {
    const lBracket = this.nextLeftBracket();
    if (lBracket === undefined) return undefined;
    this.skipNewlines();
    const named = this.typeNameRule(true);
    if (named === undefined) {
      this.resync(lBracket.startOffset);
      this.incomplete(this.after(lBracket), 'MissingTypename');
      return undefined;
    }
    const { typeName, firstToken } = named;
    const token = this.nextToken();
    if (token.kind === 'LParen') return this.#attributeWithArguments(lBracket, token, typeName, firstToken);
    if (token.kind === 'RBracket') {
      return { kind: 'TypeConstraintAst', extent: this.span(lBracket, token), typeName };
    }
    this.ungetToken(token);
    this.error(this.before(token), 'EndSquareBracketExpectedAtEndOfAttribute');
    return { kind: 'TypeConstraintAst', extent: this.span(lBracket, typeName.extent), typeName };
  }

  #attributeWithArguments(lBracket: Token, lParen: Token, typeName: TypeName, firstToken: Token): AttributeBaseAst {
    this.skipNewlines();
    const positionalArguments: ExpressionAst[] = [];
    const namedArguments: NamedAttributeArgumentAst[] = [];
    const mode = this.tokenizer.mode;
    this.setMode('Expression');
    const last = this.#attributeArguments(lParen, positionalArguments, namedArguments);
    this.setMode(mode);
    let end = last;
    this.skipNewlines();
    const rParen = this.nextToken();
    const hasParen = rParen.kind === 'RParen';
    if (hasParen) end = rParen.extent;
    else {
      this.ungetToken(rParen);
      this.incomplete(this.after(last), 'MissingEndParenthesisInExpression');
    }
    this.skipNewlines();
    const rBracket = this.nextToken();
    if (rBracket.kind === 'RBracket') end = rBracket.extent;
    else {
      this.ungetToken(rBracket);
      if (hasParen) this.incomplete(this.after(rParen), 'EndSquareBracketExpectedAtEndOfAttribute');
    }
    firstToken.flags |= TokenFlags.AttributeName;
    return { kind: 'AttributeAst', extent: this.span(lBracket, end), typeName, positionalArguments, namedArguments };
  }

  /** Returns the extent of the last thing understood. */
  #attributeArguments(lParen: Token, positional: ExpressionAst[], named: NamedAttributeArgumentAst[]): Extent {
    const disableComma = this.disableComma;
    this.disableComma = true;
    let last = lParen.extent;
    let comma: Token | undefined;
    for (;;) {
      this.skipNewlines();
      const name = this.simpleNameRule();
      if (name !== undefined) {
        const { argument, omitted } = this.#namedArgument(name);
        if (!omitted) last = argument.extent;
        named.push({
          kind: 'NamedAttributeArgumentAst',
          extent: this.span(name.extent, argument.extent),
          argumentName: name.value,
          argument,
          expressionOmitted: omitted,
        });
      } else {
        const expression = this.expressionRule();
        if (expression !== undefined) {
          positional.push(expression);
          last = expression.extent;
        } else if (comma !== undefined) {
          last = this.after(comma);
          this.incomplete(last, 'MissingExpressionAfterToken', ',');
          positional.push(this.errorExpression(last));
        }
      }
      this.skipNewlines();
      comma = this.peekToken();
      if (comma.kind !== 'Comma') break;
      last = comma.extent;
      this.skipToken();
    }
    this.disableComma = disableComma;
    return last;
  }
  #namedArgument(name: StringConstantExpressionAst): { readonly argument: ExpressionAst; readonly omitted: boolean } {
    const token = this.peekToken();
    if (token.kind !== 'Equals') {
      return { argument: { kind: 'ConstantExpressionAst', extent: name.extent, value: true }, omitted: true };
    }
    this.skipToken();
    this.skipNewlines();
    const argument = this.expressionRule();
    if (argument !== undefined) return { argument, omitted: false };
    const place = this.after(token);
    this.incomplete(place, 'MissingExpressionInNamedArgument');
    this.syncOnError(true, 'Comma', 'RParen', 'RBracket', 'NewLine');
    return { argument: this.errorExpression(place), omitted: false };
  }

  // ------------------------------------------------------------- type names

  protected typeNameRule(
    allowAssembly: boolean,
  ): { readonly typeName: TypeName; readonly firstToken: Token } | undefined {
    const mode = this.tokenizer.mode;
    this.setMode('TypeName');
    const token = this.nextToken();
    let result: { typeName: TypeName; firstToken: Token } | undefined;
    if (token.kind === 'Identifier') {
      result = { typeName: this.#finishTypeName(token, false, allowAssembly).build(), firstToken: token };
    } else this.ungetToken(token);
    this.setMode(mode);
    return result;
  }

  #openName(token: Token): OpenName {
    return { extent: token.extent, name: token.text.replaceAll('``', '`'), assemblyName: undefined };
  }
  #simple(open: OpenName): Pending {
    return { extent: open.extent, build: () => simpleTypeName(open.extent, open.name, open.assemblyName) };
  }

  /** @param unbracketed inside a generic's argument without brackets of its own: a comma there is not an assembly's. */
  #finishTypeName(token: Token, unbracketed: boolean, allowAssembly: boolean): Pending {
    const open = this.#openName(token);
    const next = this.peekToken();
    if (next.kind === 'LBracket') {
      this.skipToken();
      this.skipNewlines();
      const inner = this.nextToken();
      switch (inner.kind) {
        case 'RBracket':
        case 'Comma':
          return this.#arrayTypeName(this.#simple(open), open, inner, unbracketed);
        case 'LBracket':
        case 'Identifier':
          return this.#genericTypeName(token, inner, unbracketed);
        case 'EndOfInput':
          this.ungetToken(inner);
          this.incomplete(this.after(next), 'MissingTypename');
          return this.#simple(open);
        default:
          this.error(inner, 'UnexpectedToken', inner.text);
          this.syncOnError(true, 'RBracket');
          return this.#simple(open);
      }
    }
    if (next.kind === 'Comma' && allowAssembly && !unbracketed) {
      this.skipToken();
      const assembly = this.tokenizer.assemblyNameSpec();
      if (assembly.trim() === '') {
        this.error(this.after(next), 'MissingAssemblyNameSpecification');
        return this.#simple(open);
      }
      const extent = this.span(token, this.tokenizer.currentExtent());
      return this.#simple({ extent, name: open.name, assemblyName: assembly });
    }
    return this.#simple(open);
  }

  #genericArgument(first: Token): Pending {
    if (first.kind === 'Identifier') return this.#finishTypeName(first, true, true);
    const token = this.nextToken();
    if (token.kind !== 'Identifier') {
      this.ungetToken(token);
      this.incomplete(this.after(token), 'MissingTypename');
      return this.#simple({ extent: first.extent, name: ERROR_TYPE_NAME, assemblyName: undefined });
    }
    const typeName = this.#finishTypeName(token, false, true);
    const rBracket = this.nextToken();
    if (rBracket.kind !== 'RBracket') {
      this.ungetToken(rBracket);
      this.incomplete(this.before(rBracket), 'EndSquareBracketExpectedAtEndOfType');
    }
    return typeName;
  }

  /** Reads `int, [string, mscorlib]` and the token after it, which should be a `]`. */
  protected genericTypeArguments(first: Token): { readonly args: readonly TypeName[]; readonly lastToken: Token } {
    this.enter();
    const args: TypeName[] = [this.#genericArgument(first).build()];
    for (;;) {
      this.skipNewlines();
      const lastToken = this.nextToken();
      if (lastToken.kind !== 'Comma') {
        this.leave();
        return { args, lastToken };
      }
      this.skipNewlines();
      const token = this.peekToken();
      if (token.kind === 'Identifier' || token.kind === 'LBracket') {
        this.skipToken();
        args.push(this.#genericArgument(token).build());
      } else {
        this.incomplete(this.after(lastToken), 'MissingTypename');
        args.push(simpleTypeName(lastToken.extent, ERROR_TYPE_NAME, undefined));
      }
    }
  }

  #genericTypeName(name: Token, first: Token, unbracketed: boolean): Pending {
    const { args, lastToken } = this.genericTypeArguments(first);
    let end: Extent;
    if (lastToken.kind === 'RBracket') end = lastToken.extent;
    else {
      this.ungetToken(lastToken);
      this.incomplete(this.before(lastToken), 'EndSquareBracketExpectedAtEndOfAttribute');
      end = args.at(-1)?.extent ?? first.extent;
    }
    const open = this.#openName(name);
    const extent = this.span(name, end);
    const pending: Pending = { extent, build: () => genericTypeName(extent, open, args) };
    const token = this.peekToken();
    if (token.kind === 'LBracket') {
      this.skipToken();
      return this.#arrayTypeName(pending, open, this.nextToken(), unbracketed);
    }
    if (token.kind === 'Comma' && !unbracketed) this.#assemblyAfter(token, open);
    return pending;
  }
  #assemblyAfter(comma: Token, open: OpenName): void {
    this.skipToken();
    const assembly = this.tokenizer.assemblyNameSpec();
    if (assembly === '') this.error(this.after(comma), 'MissingAssemblyNameSpecification');
    else open.assemblyName = assembly;
  }

  #arrayTypeName(element: Pending, open: OpenName, firstAfterBracket: Token, unbracketed: boolean): Pending {
    let result = element;
    let first = firstAfterBracket;
    for (;;) {
      const inner = result;
      if (first.kind === 'Comma') {
        let rank = 1;
        let token = first;
        let lastComma = first;
        while (token.kind === 'Comma') {
          lastComma = token;
          rank++;
          token = this.nextToken();
        }
        if (token.kind !== 'RBracket') this.ungetToken(token);
        if (rank > 32) this.error(this.span(first, lastComma), 'ArrayHasTooManyDimensions', rank);
        else {
          if (token.kind !== 'RBracket') this.error(this.after(lastComma), 'EndSquareBracketExpectedAtEndOfAttribute');
          const extent = this.span(inner.extent, token);
          result = { extent, build: () => arrayTypeName(extent, inner.build(), rank) };
        }
      } else if (first.kind === 'RBracket') {
        const extent = this.span(inner.extent, first);
        result = { extent, build: () => arrayTypeName(extent, inner.build(), 1) };
      } else if (first.kind === 'EndOfInput') {
        this.ungetToken(first);
        this.error(this.before(first), 'EndSquareBracketExpectedAtEndOfAttribute');
      } else {
        this.error(first, 'UnexpectedToken', first.text);
        this.syncOnError(true, 'RBracket');
      }
      const token = this.peekToken();
      if (token.kind === 'Comma' && !unbracketed) {
        this.#assemblyAfter(token, open);
        return result;
      }
      if (token.kind !== 'LBracket') return result;
      this.skipToken();
      first = this.nextToken();
    }
  }
}

function simpleTypeName(extent: Extent, name: string, assemblyName: string | undefined): SimpleTypeName {
  const fullName = assemblyName === undefined ? name : `${name},${assemblyName}`;
  return { kind: 'TypeName', extent, name, fullName, assemblyName };
}
function genericTypeName(extent: Extent, open: OpenName, genericArguments: readonly TypeName[]): GenericTypeName {
  const { assemblyName } = open;
  const typeName = simpleTypeName(open.extent, open.name, assemblyName);
  const name = `${open.name}[${genericArguments.map((argument) => argument.name).join(',')}]`;
  const full = `${open.name}[${genericArguments.map((argument) => argument.fullName).join(',')}]`;
  const fullName = assemblyName === undefined ? full : `${full},${assemblyName}`;
  return { kind: 'GenericTypeName', extent, typeName, genericArguments, name, fullName, assemblyName };
}
function arrayTypeName(extent: Extent, elementType: TypeName, rank: number): ArrayTypeName {
  const suffix = `[${','.repeat(rank - 1)}]`;
  const { assemblyName } = elementType;
  const name = `${elementType.name}${suffix}`;
  const fullName = assemblyName === undefined ? name : `${name},${assemblyName}`;
  return { kind: 'ArrayTypeName', extent, elementType, rank, name, fullName, assemblyName };
}
