/**
 * The first of the later checks: classes and enums of the script by scope, type names inside classes that name nothing,
 * modules of `using module`, and assignments in methods that forget `$this.`.
 */
import type { Ast, RequiredModule, SimpleTypeName, TypeDefinitionAst, TypeName, UsingStatementAst } from './ast.js';
import { isConstant } from './constant-values.js';
import { knownAttribute, knownType } from './known-types.js';
import { constantValue, requiredModule, usedModule } from './module-specification.js';
import type { Due, InPieces } from './parse-progress.js';
import type { TokenizerErrors } from './text-scanner.js';
import { forEachChild, walkInPieces } from './visit.js';

export interface SymbolOptions {
  /** Whether a module of this name or path, and of these versions, can be found. */
  readonly moduleExists?: (wanted: RequiredModule) => boolean;
  /** Whether a type is there that this library does not know of. */
  readonly typeExists?: (fullName: string) => boolean;
}

interface Scope {
  readonly definition: TypeDefinitionAst | undefined;
  readonly isMethod: boolean;
  readonly types: Map<string, TypeDefinitionAst>;
  /** Lower-case property name -> is it static. */
  readonly properties: ReadonlyMap<string, { readonly name: string; readonly isStatic: boolean }>;
}

/** What the script's own text says about type names, for the checks that follow. */
export interface Symbols {
  readonly namespaces: readonly string[];
  /** The class or enum of the script that a type name stands for. */
  readonly definitions: ReadonlyMap<TypeName, TypeDefinitionAst>;
}

export function* resolveSymbols<W>(
  root: Ast,
  errors: TokenizerErrors,
  options: SymbolOptions,
  due: Due<W>,
): InPieces<W, Symbols> {
  const resolver = new SymbolResolver(errors, options);
  yield* resolver.script(root, due);
  return resolver;
}

class SymbolResolver implements Symbols {
  readonly namespaces: string[] = [];
  readonly definitions = new Map<TypeName, TypeDefinitionAst>();
  readonly #errors: TokenizerErrors;
  readonly #options: SymbolOptions;
  readonly #scopes: Scope[] = [];
  #unknownTypes = false;

  constructor(errors: TokenizerErrors, options: SymbolOptions) {
    this.#errors = errors;
    this.#options = options;
  }

  *script<W>(root: Ast, due: Due<W>): InPieces<W, void> {
    if (root.kind === 'ScriptBlockAst') {
      for (const using of root.usingStatements) {
        if (using.usingStatementKind === 'Namespace' && using.name !== undefined)
          this.namespaces.push(using.name.value);
        // Types of an assembly cannot be known here.
        if (using.usingStatementKind === 'Assembly') this.#unknownTypes = true;
      }
    }
    this.#enter(root, undefined, false);
    yield* walkInPieces(
      root,
      (ast) => {
        if (ast !== root) this.#visit(ast);
      },
      (ast) => {
        if (ast !== root && opensScope(ast)) this.#scopes.pop();
      },
      due,
    );
  }

  #enter(ast: Ast, definition: TypeDefinitionAst | undefined, isMethod: boolean): void {
    const properties = new Map<string, { name: string; isStatic: boolean }>();
    for (const member of definition?.members ?? []) {
      const key = member.name.toLowerCase();
      if (member.kind === 'PropertyMemberAst' && !properties.has(key)) properties.set(key, member);
    }
    const types = new Map<string, TypeDefinitionAst>();
    this.#scopes.push({ definition, isMethod, types, properties });
    this.#collectTypes(ast, types);
  }
  /** Types defined in a scope, not those inside functions and script blocks of it. */
  #collectTypes(root: Ast, types: Map<string, TypeDefinitionAst>): void {
    const pending: Ast[] = [root];
    for (let ast = pending.pop(); ast !== undefined; ast = pending.pop()) {
      if (ast.kind === 'TypeDefinitionAst') {
        const key = ast.name.toLowerCase();
        if (types.has(key)) this.#errors.error(ast.extent, 'MemberAlreadyDefined', ast.name);
        else types.set(key, ast);
      }
      const children: Ast[] = [];
      forEachChild(ast, (child) => {
        if (!isNestedScript(child) && mayHoldTypes(child)) children.push(child);
      });
      pending.push(...children.reverse());
    }
  }

  #visit(ast: Ast): void {
    switch (ast.kind) {
      case 'TypeDefinitionAst':
        this.#enter(ast, ast, false);
        break;
      case 'ScriptBlockExpressionAst':
        this.#enter(ast.scriptBlock, undefined, false);
        break;
      case 'FunctionDefinitionAst':
        this.#enter(ast.body, undefined, false);
        break;
      case 'FunctionMemberAst':
        this.#enter(ast.body, undefined, true);
        break;
      case 'UsingStatementAst':
        this.#using(ast);
        break;
      case 'TypeExpressionAst':
      case 'TypeConstraintAst':
        this.#typeName(ast.typeName, 0, false);
        break;
      case 'AttributeAst':
        this.#typeName(ast.typeName, 0, true);
        break;
      case 'AssignmentStatementAst':
        if (this.#scopes.at(-1)?.isMethod === true) {
          const targets = ast.left.kind === 'ArrayLiteralAst' ? ast.left.elements : [ast.left];
          for (const target of targets) this.#assignment(target);
        }
        break;
      default:
        break;
    }
  }

  #assignment(target: Ast): void {
    let inner = target;
    while (inner.kind === 'ConvertExpressionAst') inner = inner.child;
    if (inner.kind !== 'VariableExpressionAst' || !inner.variablePath.isVariable) return;
    const key = inner.variablePath.userPath.toLowerCase();
    const property = this.#scopes.findLast((scope) => scope.properties.has(key))?.properties.get(key);
    if (property === undefined) return;
    if (!property.isStatic) this.#errors.error(inner.extent, 'MissingThis', '$this.', property.name);
    else {
      const type = `[${this.#currentType()?.name ?? ''}]::`;
      this.#errors.error(inner.extent, 'MissingTypeInStaticPropertyAssignment', type, property.name);
    }
  }
  #currentType(): TypeDefinitionAst | undefined {
    return this.#scopes.findLast((scope) => scope.definition !== undefined)?.definition;
  }

  #typeName(type: TypeName, genericArguments: number, isAttribute: boolean): void {
    switch (type.kind) {
      case 'ArrayTypeName':
        this.#typeName(type.elementType, 0, false);
        return;
      case 'GenericTypeName':
        this.#typeName(type.typeName, type.genericArguments.length, false);
        for (const argument of type.genericArguments) this.#typeName(argument, 0, false);
        return;
      case 'TypeName':
        this.#simpleName(type, genericArguments, isAttribute);
        return;
      default:
        return type satisfies never;
    }
  }
  #simpleName(type: SimpleTypeName, genericArguments: number, isAttribute: boolean): void {
    if (type.assemblyName === undefined && genericArguments === 0) {
      const key = type.name.toLowerCase();
      const scope = this.#scopes.findLast((candidate) => candidate.types.has(key));
      const definition = scope?.types.get(key);
      if (definition !== undefined) {
        this.definitions.set(type, definition);
        return;
      }
    }
    if (this.#unknownTypes || this.#currentType() === undefined) return;
    if (this.#exists(type, genericArguments, isAttribute)) return;
    if (type.fullName.toLowerCase() === 'ordered') return;
    this.#errors.error(type.extent, isAttribute ? 'CustomAttributeTypeNotFound' : 'TypeNotFound', type.name);
  }
  #exists(type: SimpleTypeName, genericArguments: number, isAttribute: boolean): boolean {
    const arity = genericArguments > 0 && !type.name.includes('`') ? `\`${genericArguments}` : '';
    const name = type.name + arity;
    const known = isAttribute ? knownAttribute(name, this.namespaces) : knownType(name, this.namespaces);
    return known !== undefined || this.#options.typeExists?.(name) === true;
  }

  #using(ast: UsingStatementAst): void {
    if (ast.usingStatementKind !== 'Module') return;
    const spec = ast.moduleSpecification;
    const text = ast.name?.value ?? spec?.extent.text ?? '';
    if (spec !== undefined) {
      if (!isConstant(spec, { requires: true })) {
        this.#errors.error(ast.extent, 'RequiresArgumentMustBeConstant');
        return;
      }
      const module = requiredModule(constantValue(spec));
      if (typeof module === 'string') {
        this.#errors.error(ast.extent, 'RequiresModuleInvalid', module);
        return;
      }
    }
    const wanted = usedModule(ast);
    if (/[*?[\]]/.test(wanted.name)) this.#errors.error(ast.extent, 'WildCardModuleNameError');
    else if (this.#options.moduleExists?.(wanted) === true) this.#unknownTypes = true;
    else this.#errors.error(ast.extent, 'ModuleNotFoundDuringParse', text);
  }
}

function opensScope(ast: Ast): boolean {
  return ast.kind === 'TypeDefinitionAst' || isNestedScript(ast);
}
/** Classes are statements; only what holds statements needs to be searched. */
function mayHoldTypes(ast: Ast): boolean {
  switch (ast.kind) {
    case 'ConstantExpressionAst':
    case 'StringConstantExpressionAst':
    case 'VariableExpressionAst':
    case 'TypeExpressionAst':
    case 'TypeConstraintAst':
    case 'MergingRedirectionAst':
      return false;
    default:
      return true;
  }
}
function isNestedScript(ast: Ast): boolean {
  return (
    ast.kind === 'FunctionDefinitionAst' || ast.kind === 'FunctionMemberAst' || ast.kind === 'ScriptBlockExpressionAst'
  );
}
