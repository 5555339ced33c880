/**
 * What a class may derive from, and what it then has to bring. PowerShell finds this out when it makes the types of a
 * script, before the script runs: all that is wrong is one ParseException.
 */
import type { ParseError, TypeConstraintAst, TypeDefinitionAst, TypeName } from '../../lang/index.js';
import type { Frame } from '../runtime/frame.js';
import type { MethodOverload, NetType } from '../values/net-type.js';
import { resolveTypeText } from '../values/types.js';
import { findTypeName } from './expressions.js';

/** The simple names in a type's name: `List` and `A` of `List[A]`. */
function simpleNames(name: TypeName): string[] {
  if (name.kind === 'ArrayTypeName') return simpleNames(name.elementType);
  if (name.kind === 'GenericTypeName') return [name.typeName.name, ...name.genericArguments.flatMap(simpleNames)];
  return [name.name];
}
const isSealed = (type: NetType): boolean =>
  type.isValueType || type.staticClass || type.fullName === 'System.String' || type.isEnum;

function wrong(
  errorId: string,
  message: string,
  { extent }: { readonly extent: TypeConstraintAst['extent'] },
): ParseError {
  return { errorId, message, extent, incompleteInput: false };
}

/**
 * The errors of the bases of a script's classes.
 * @param definitions in the order written: a base has to stand before what derives from it.
 */
export function baseErrors(f: Frame, definitions: readonly TypeDefinitionAst[]): ParseError[] {
  const errors: ParseError[] = [];
  // Enumerations come after the classes, whatever stands first.
  const ahead = new Set(definitions.map(({ name }) => name.toLowerCase()));
  const before = new Set<string>();
  for (const ast of definitions) {
    if (ast.typeKind === 'enum') continue;
    for (const [index, base] of ast.baseTypes.entries()) {
      const { typeName } = base;
      const error = (id: string, message: string): void => void errors.push(wrong(id, message, base));
      if (typeName.kind === 'ArrayTypeName') {
        error('SubtypeArray', `Invalid base type '${base.extent.text}'. Base type cannot be an array.`);
        continue;
      }
      const names = simpleNames(typeName).map((name) => name.toLowerCase());
      const isAhead = names.some((name) => ahead.has(name));
      const type = isAhead ? undefined : findTypeName(typeName, f);
      if (type === undefined) {
        if (isAhead || !names.some((name) => before.has(name)))
          error('TypeNotFound', `Unable to find type [${base.extent.text}].`);
        else if (index > 0) error('InterfaceNameExpected', `'${base.extent.text}': Interface name expected.`);
      } else if (index > 0 && type.kind !== 'interface')
        error('InterfaceNameExpected', `'${type.name}': Interface name expected.`);
      else if (type.kind !== 'interface' && type.genericArguments.length === 0 && type.fullName.includes('`'))
        error(
          'SubtypeUnclosedGeneric',
          `Invalid base type '${type.name}'. Base type cannot be a generic with unspecified parameters.`,
        );
      else if (type.kind !== 'interface' && isSealed(type))
        error('SealedBaseClass', `Cannot inherit from sealed class '${type.name.replace(/\[\[.*$/, '')}'.`);
    }
    ahead.delete(ast.name.toLowerCase());
    before.add(ast.name.toLowerCase());
  }
  return errors;
}

const sameType = (one: string, other: string): boolean => {
  if (one === other) return true;
  const [first, second] = [resolveTypeText(one), resolveTypeText(other)];
  // A type that has no meaning here is taken at its word.
  return first === undefined || second === undefined || first === second;
};
const overloadsIn = (type: NetType, name: string): readonly MethodOverload[] =>
  type.chainTypes().flatMap((one) => one.methods.get(name.toLowerCase())?.overloads ?? []);
/** What the interfaces want that scripts implement: result, name and parameters of each method. `T` is the type argument. */
const CONTRACTS: Readonly<Record<string, readonly string[]>> = {
  'System.IDisposable': ['System.Void Dispose()'],
  'System.ICloneable': ['System.Object Clone()'],
  'System.IComparable': ['System.Int32 CompareTo(System.Object)'],
  'System.IFormattable': ['System.String ToString(System.String,System.IFormatProvider)'],
  'System.Collections.IEnumerable': ['System.Collections.IEnumerator GetEnumerator()'],
  'System.Collections.IEnumerator': ['System.Boolean MoveNext()', 'System.Void Reset()'],
  'System.Collections.IComparer': ['System.Int32 Compare(System.Object,System.Object)'],
  'System.Collections.IEqualityComparer': [
    'System.Boolean Equals(System.Object,System.Object)',
    'System.Int32 GetHashCode(System.Object)',
  ],
  'System.IComparable`1': ['System.Int32 CompareTo(T)'],
  'System.IEquatable`1': ['System.Boolean Equals(T)'],
  'System.Collections.Generic.IComparer`1': ['System.Int32 Compare(T,T)'],
  'System.Collections.Generic.IEqualityComparer`1': ['System.Boolean Equals(T,T)', 'System.Int32 GetHashCode(T)'],
  'System.Management.Automation.IValidateSetValuesGenerator': ['System.String[] GetValidValues()'],
};
/** The first method of an interface that a class does not have. */
function missing(type: NetType, contract: NetType): string | undefined {
  const [argument] = contract.genericArguments;
  for (const wanted of CONTRACTS[contract.definition?.name ?? contract.fullName] ?? []) {
    const [, result = '', name = '', list = ''] = /^(\S+) (\w+)\((.*)\)$/.exec(wanted) ?? [];
    const parameters = (list === '' ? [] : list.split(',')).map((one) =>
      one === 'T' ? (argument?.fullName ?? one) : one,
    );
    const found = overloadsIn(type, name).some(
      (own) =>
        own.parameters.length === parameters.length &&
        own.parameters.every(({ type: one }, index) => sameType(one, parameters[index] ?? '')) &&
        sameType(own.returnType, result),
    );
    if (!found) return name;
  }
  return undefined;
}

/** What a class that was made lacks: the methods of its interfaces, or a way to make its base. */
export function creationErrors(ast: TypeDefinitionAst, type: NetType, constructors: number): ParseError[] {
  const errors: ParseError[] = [];
  const { base } = type;
  const known = base?.constructors ?? [];
  if (
    constructors === 0 &&
    base !== undefined &&
    known.length > 0 &&
    (base.scriptClass || !base.isAbstract) &&
    known.every(({ parameters }) => parameters.length > 0)
  )
    errors.push(
      wrong(
        'BaseClassNoDefaultCtor',
        `Base class '${base.name.replace(/\[\[.*$/, '')}' does not contain a parameterless constructor.`,
        ast,
      ),
    );
  for (const contract of new Set(type.interfaceTypes ?? type.interfaces.map((text) => resolveTypeText(text)))) {
    // What the base brings already needs nothing more.
    const method =
      contract === undefined || base?.isAssignableTo(contract) === true ? undefined : missing(type, contract);
    if (method === undefined) continue;
    errors.push(
      wrong(
        'TypeCreationError',
        `Error during creation of type "${ast.name}". Error message:\nMethod '${method}' in type '${ast.name}' from assembly 'PowerShell Class Assembly, Version=1.0.0.1, Culture=neutral, PublicKeyToken=null' does not have an implementation.`,
        ast,
      ),
    );
  }
  return errors;
}
