/** What a class marked `[DscResource()]` must have: Get, Set, Test, a key property, a default constructor. */
import type { AttributeAst, FunctionMemberAst, PropertyMemberAst, TypeDefinitionAst } from './ast.js';
import { isConstant } from './constant-values.js';
import { knownAttribute, resolveTypeName } from './known-types.js';
import type { Symbols } from './symbol-resolver.js';
import type { TokenizerErrors } from './text-scanner.js';

interface Found {
  set: boolean;
  get: boolean;
  test: boolean;
  key: boolean;
}

const INTEGERS = /^System\.(S?Byte|U?Int(16|32|64))$/;

export function checkDscResource(ast: TypeDefinitionAst, errors: TokenizerErrors, symbols: Symbols): void {
  const attribute = ast.attributes.find((a) => isAttribute(a, 'System.Management.Automation.DscResourceAttribute'));
  if (attribute === undefined) return;
  const found: Found = { set: false, get: false, test: false, key: false };
  collect(ast, found, errors, symbols, new Set());
  const constructors = ast.members.filter((m) => m.kind === 'FunctionMemberAst' && m.isConstructor && !m.isStatic);
  const hasDefault = constructors.some((m) => m.kind === 'FunctionMemberAst' && m.parameters.length === 0);
  if (!found.set) errors.error(attribute.extent, 'DscResourceMissingSetMethod', ast.name);
  if (!found.get) errors.error(attribute.extent, 'DscResourceMissingGetMethod', ast.name);
  if (!found.test) errors.error(attribute.extent, 'DscResourceMissingTestMethod', ast.name);
  if (!hasDefault && constructors.length > 0) {
    errors.error(attribute.extent, 'DscResourceMissingDefaultConstructor', ast.name);
  }
  if (!found.key) errors.error(attribute.extent, 'DscResourceMissingKeyProperty', ast.name);
}

function isAttribute(ast: AttributeAst, fullName: string): boolean {
  return knownAttribute(ast.typeName.name) === fullName;
}

/** Looks at a class and, for what is still missing, at the classes it derives from. */
function collect(
  ast: TypeDefinitionAst,
  found: Found,
  errors: TokenizerErrors,
  symbols: Symbols,
  seen: Set<TypeDefinitionAst>,
): void {
  seen.add(ast);
  for (const member of ast.members) {
    if (member.kind === 'FunctionMemberAst') method(ast, member, found, errors, symbols);
    else if (keyProperty(member)) {
      found.key = true;
      if (!canBeKey(member, symbols)) errors.error(member.extent, 'DscResourceInvalidKeyProperty');
    }
  }
  if (found.set && found.get && found.test && found.key) return;
  for (const base of ast.baseTypes) {
    const definition = symbols.definitions.get(base.typeName);
    if (definition?.typeKind === 'class' && !seen.has(definition)) collect(definition, found, errors, symbols, seen);
  }
}

function method(
  owner: TypeDefinitionAst,
  member: FunctionMemberAst,
  found: Found,
  errors: TokenizerErrors,
  symbols: Symbols,
): void {
  if (member.parameters.length > 0) return;
  const type = member.returnType?.typeName;
  const name = member.name.toLowerCase();
  if (name === 'set') found.set ||= type === undefined || resolveTypeName(type) === 'System.Void';
  if (name === 'test') found.test ||= type !== undefined && resolveTypeName(type) === 'System.Boolean';
  if (name !== 'get' || found.get) return;
  found.get = true;
  const element = type?.kind === 'ArrayTypeName' ? type.elementType : type;
  if (element === undefined || symbols.definitions.get(element) !== owner) {
    errors.error(member.extent, 'DscResourceInvalidGetMethod', owner.name);
  }
}

function keyProperty(member: PropertyMemberAst): boolean {
  return member.attributes.some(
    (attribute) =>
      isAttribute(attribute, 'System.Management.Automation.DscPropertyAttribute') &&
      attribute.namedArguments.some(
        ({ argumentName, argument }) =>
          argumentName.toLowerCase() === 'key' &&
          isConstant(argument, { attribute: true }) &&
          !(argument.kind === 'VariableExpressionAst' && /^(false|null)$/i.test(argument.variablePath.userPath)),
      ),
  );
}
function canBeKey(member: PropertyMemberAst, symbols: Symbols): boolean {
  const type = member.propertyType?.typeName;
  if (type?.kind !== 'TypeName') return false;
  const definition = symbols.definitions.get(type);
  if (definition !== undefined) return definition.typeKind === 'enum';
  const name = resolveTypeName(type);
  return name === 'System.String' || (name !== undefined && INTEGERS.test(name));
}
