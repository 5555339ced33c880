/**
 * Which .NET types there are, as far as the parser must know: it says "Unable to find type" inside classes, and some of
 * its rules depend on what a name stands for.
 */
import {
  ATTRIBUTE_TYPES,
  ENUM_MEMBERS,
  ENUM_NAMES,
  EXCEPTION_BASES,
  TYPE_ACCELERATORS,
  TYPE_NAMES,
} from './type-data.js';
import type { TypeName } from './ast.js';

let index: Map<string, string> | undefined;
const enums = new Set<string>();

/** Lower-case full name or accelerator -> full name. Built when first asked for. */
function typeIndex(): Map<string, string> {
  if (index !== undefined) return index;
  index = new Map();
  const add = (name: string): void => {
    index?.set(name.toLowerCase(), name);
  };
  for (const [namespace, names] of Object.entries(TYPE_NAMES)) {
    for (const name of names.split(/\s+/)) add(`${namespace}.${name}`);
  }
  for (const [namespace, names] of Object.entries(ENUM_NAMES)) {
    for (const name of names.split(/\s+/)) {
      add(`${namespace}.${name}`);
      enums.add(`${namespace}.${name}`);
    }
  }
  for (const name of Object.keys(EXCEPTION_BASES)) add(name);
  for (const name of Object.keys(ATTRIBUTE_TYPES)) add(name);
  for (const [accelerator, name] of Object.entries(TYPE_ACCELERATORS)) index.set(accelerator.toLowerCase(), name);
  return index;
}

/**
 * The full name of a simple type name (`int`, `Text.StringBuilder`, `List`1`), or undefined when there is no such type.
 * @param namespaces of `using namespace`, tried after the name itself and `System`.
 */
export function knownType(name: string, namespaces: readonly string[] = []): string | undefined {
  const types = typeIndex();
  const key = name.toLowerCase();
  const found = types.get(key) ?? types.get(`system.${key}`);
  if (found !== undefined) return found;
  for (const namespace of namespaces) {
    const inNamespace = types.get(`${namespace.toLowerCase()}.${key}`);
    if (inNamespace !== undefined) return inNamespace;
  }
  return undefined;
}

/** An attribute's full name: `Attribute` at its end may be left out. */
export function knownAttribute(name: string, namespaces: readonly string[] = []): string | undefined {
  const found = knownType(name, namespaces);
  return found !== undefined && found in ATTRIBUTE_TYPES ? found : (knownType(`${name}Attribute`, namespaces) ?? found);
}

/** The full name of any type name whose parts are known; arrays as `T[]`, generics without their arguments. */
export function resolveTypeName(typeName: TypeName, namespaces: readonly string[] = []): string | undefined {
  switch (typeName.kind) {
    case 'TypeName':
      return knownType(typeName.name, namespaces);
    case 'GenericTypeName': {
      const { name } = typeName.typeName;
      const open = name.includes('`') ? name : `${name}\`${typeName.genericArguments.length}`;
      return knownType(open, namespaces);
    }
    case 'ArrayTypeName': {
      const element = resolveTypeName(typeName.elementType, namespaces);
      return element === undefined ? undefined : `${element}[${','.repeat(typeName.rank - 1)}]`;
    }
    default:
      return typeName satisfies never;
  }
}

export function isEnumType(fullName: string): boolean {
  typeIndex();
  return enums.has(fullName);
}

/** Whether an enumeration has a member; true also where its members are not known. */
export function hasEnumMember(fullName: string, member: string): boolean {
  const members = ENUM_MEMBERS[fullName];
  if (members === undefined) return true;
  const folded = member.toLowerCase();
  return members.split(/\s+/).some((name) => name.toLowerCase() === folded);
}

/** Boolean, Byte, Char, Double, Int16 … UInt64: what constants may be cast to. */
const PRIMITIVES = new Set(
  ['Boolean', 'Byte', 'SByte', 'Char', 'Double', 'Single', 'Int16', 'Int32', 'Int64', 'UInt16', 'UInt32', 'UInt64'].map(
    (name) => `System.${name}`,
  ),
);
export function isPrimitiveType(fullName: string): boolean {
  return PRIMITIVES.has(fullName);
}

/** Types a data section may name: those whose .NET type code is not Object. */
export function isDataType(fullName: string): boolean {
  const element = fullName.replace(/\[,*\]$/, '');
  if (PRIMITIVES.has(element) || isEnumType(element)) return true;
  return ['System.String', 'System.Decimal', 'System.DateTime', 'System.DBNull'].includes(element);
}

/** True when `type` is `base` or derives from it; known for exceptions. */
export function isSameOrDerived(type: string, base: string): boolean {
  for (let current: string | undefined = type; current !== undefined; current = EXCEPTION_BASES[current]) {
    if (current === base) return true;
  }
  return false;
}

/** A type as PowerShell writes it in messages: by its accelerator where it has one. */
export function displayTypeName(fullName: string): string {
  for (const [accelerator, name] of Object.entries(TYPE_ACCELERATORS)) if (name === fullName) return accelerator;
  return fullName;
}
