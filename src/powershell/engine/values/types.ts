/** Which .NET type a value has, and what a type name in a script means. */
import {
  PSByte,
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSGuid,
  PSInt16,
  PSList,
  PSObject,
  PSPrimitive,
  PSSByte,
  PSScriptBlockText,
  PSSecureString,
  PSSingle,
  PSTimeSpan,
  PSUInt16,
  PSUInt32,
  PSUInt64,
  PSUri,
  PSVersion,
  PSXmlDocument,
  type PSValue,
  type PrimitiveTag,
} from '../../../protocol/objects/index.js';
import { ExceptionObject, ErrorRecordObject } from './exceptions.js';
import { ClassInstance, elementTypeOf, EnumValue, MultiArray, NetObject, TypeObject, typeObject } from './live.js';
import { defineType, findType, NetType, registerType, requireType, shortTypeName } from './net-type.js';

const COMPARABLE = ['System.IComparable', 'System.IConvertible', 'System.IFormattable'];
defineType('System.Object');
defineType('System.ValueType', { abstract: true });
defineType('System.Enum', { base: 'System.ValueType', interfaces: COMPARABLE, abstract: true });
defineType('System.Void', { kind: 'struct' });
const numeric = (name: string): NetType => defineType(name, { kind: 'struct', interfaces: COMPARABLE });
export const INT32 = numeric('System.Int32');
export const INT64 = numeric('System.Int64');
export const INT16 = numeric('System.Int16');
export const UINT16 = numeric('System.UInt16');
export const UINT32 = numeric('System.UInt32');
export const UINT64 = numeric('System.UInt64');
export const BYTE = numeric('System.Byte');
export const SBYTE = numeric('System.SByte');
export const DOUBLE = numeric('System.Double');
export const SINGLE = numeric('System.Single');
export const DECIMAL = numeric('System.Decimal');
export const BIGINT = defineType('System.Numerics.BigInteger', {
  kind: 'struct',
  interfaces: ['System.IComparable', 'System.IFormattable'],
});
export const BOOLEAN = defineType('System.Boolean', {
  kind: 'struct',
  interfaces: ['System.IComparable', 'System.IConvertible'],
});
export const CHAR = defineType('System.Char', {
  kind: 'struct',
  interfaces: ['System.IComparable', 'System.IConvertible'],
});
export const STRING = defineType('System.String', {
  interfaces: ['System.IComparable', 'System.ICloneable', 'System.IConvertible', 'System.Collections.IEnumerable'],
});
export const DATETIME = defineType('System.DateTime', { kind: 'struct', interfaces: COMPARABLE });
export const TIMESPAN = defineType('System.TimeSpan', {
  kind: 'struct',
  interfaces: ['System.IComparable', 'System.IFormattable'],
});
export const GUID = defineType('System.Guid', {
  kind: 'struct',
  interfaces: ['System.IComparable', 'System.IFormattable'],
});
export const VERSION = defineType('System.Version', { interfaces: ['System.ICloneable', 'System.IComparable'] });
export const URI = defineType('System.Uri');
export const OBJECT = requireType('System.Object');
export const PSOBJECT = defineType('System.Management.Automation.PSObject');
export const CUSTOM = defineType('System.Management.Automation.PSCustomObject');
export const SCRIPTBLOCK = defineType('System.Management.Automation.ScriptBlock');
export const HASHTABLE = defineType('System.Collections.Hashtable', {
  interfaces: ['System.Collections.IDictionary', 'System.ICloneable'],
});
export const ORDERED = defineType('System.Collections.Specialized.OrderedDictionary', {
  interfaces: ['System.Collections.IDictionary'],
});
export const ARRAYLIST = defineType('System.Collections.ArrayList', {
  interfaces: ['System.Collections.IList', 'System.ICloneable'],
});
export const TYPE = defineType('System.Type', { base: 'System.Reflection.MemberInfo', abstract: true });
export const RUNTIMETYPE = defineType('System.RuntimeType', { base: 'System.Type' });
export const ERRORRECORD = defineType('System.Management.Automation.ErrorRecord');
export const SECURESTRING = defineType('System.Security.SecureString', { interfaces: ['System.IDisposable'] });
export const XMLDOCUMENT = defineType('System.Xml.XmlDocument', {
  base: 'System.Xml.XmlNode',
  interfaces: ['System.Collections.IEnumerable'],
});
export const SWITCH = defineType('System.Management.Automation.SwitchParameter', { kind: 'struct' });
export const DATETIMEOFFSET = defineType('System.DateTimeOffset', { kind: 'struct', interfaces: COMPARABLE });
export const ARRAY = defineType('System.Array', {
  interfaces: ['System.Collections.IList', 'System.ICloneable'],
  abstract: true,
});
export const REFERENCE = defineType('System.Management.Automation.PSReference');
defineType('System.Reflection.MemberInfo', { abstract: true });
defineType('System.Xml.XmlNode', { abstract: true });
defineType('System.Collections.IEnumerable', { kind: 'interface' });
defineType('System.Collections.ICollection', { kind: 'interface', interfaces: ['System.Collections.IEnumerable'] });
defineType('System.Collections.IList', { kind: 'interface', interfaces: ['System.Collections.ICollection'] });
defineType('System.Collections.IDictionary', { kind: 'interface', interfaces: ['System.Collections.ICollection'] });
for (const name of [
  'System.IComparable',
  'System.IConvertible',
  'System.IFormattable',
  'System.ICloneable',
  'System.IDisposable',
  'System.Collections.IEnumerator',
  'System.Collections.IComparer',
])
  defineType(name, { kind: 'interface' });

/** Type accelerators: what `[int]` is short for. */
export const ACCELERATORS: Readonly<Record<string, string>> = {
  int: 'System.Int32',
  int32: 'System.Int32',
  long: 'System.Int64',
  int64: 'System.Int64',
  short: 'System.Int16',
  int16: 'System.Int16',
  byte: 'System.Byte',
  sbyte: 'System.SByte',
  ushort: 'System.UInt16',
  uint16: 'System.UInt16',
  uint: 'System.UInt32',
  uint32: 'System.UInt32',
  ulong: 'System.UInt64',
  uint64: 'System.UInt64',
  double: 'System.Double',
  float: 'System.Single',
  single: 'System.Single',
  decimal: 'System.Decimal',
  bigint: 'System.Numerics.BigInteger',
  bool: 'System.Boolean',
  char: 'System.Char',
  string: 'System.String',
  object: 'System.Object',
  void: 'System.Void',
  array: 'System.Array',
  hashtable: 'System.Collections.Hashtable',
  ordered: 'System.Collections.Specialized.OrderedDictionary',
  datetime: 'System.DateTime',
  timespan: 'System.TimeSpan',
  guid: 'System.Guid',
  version: 'System.Version',
  uri: 'System.Uri',
  regex: 'System.Text.RegularExpressions.Regex',
  scriptblock: 'System.Management.Automation.ScriptBlock',
  type: 'System.Type',
  xml: 'System.Xml.XmlDocument',
  psobject: 'System.Management.Automation.PSObject',
  pscustomobject: 'System.Management.Automation.PSObject',
  switch: 'System.Management.Automation.SwitchParameter',
  ref: 'System.Management.Automation.PSReference',
  securestring: 'System.Security.SecureString',
  pscredential: 'System.Management.Automation.PSCredential',
  ipaddress: 'System.Net.IPAddress',
  mailaddress: 'System.Net.Mail.MailAddress',
  cultureinfo: 'System.Globalization.CultureInfo',
  wildcardpattern: 'System.Management.Automation.WildcardPattern',
  semver: 'System.Management.Automation.SemanticVersion',
  psprimitivedictionary: 'System.Management.Automation.PSPrimitiveDictionary',
  parameter: 'System.Management.Automation.ParameterAttribute',
  cmdletbinding: 'System.Management.Automation.CmdletBindingAttribute',
  psvariable: 'System.Management.Automation.PSVariable',
  math: 'System.Math',
  powershell: 'System.Management.Automation.PowerShell',
  runspacefactory: 'System.Management.Automation.Runspaces.RunspaceFactory',
  pslistmodifier: 'System.Management.Automation.PSListModifier',
  psnoteproperty: 'System.Management.Automation.PSNoteProperty',
  psscriptproperty: 'System.Management.Automation.PSScriptProperty',
  psscriptmethod: 'System.Management.Automation.PSScriptMethod',
  psaliasproperty: 'System.Management.Automation.PSAliasProperty',
  psmoduleinfo: 'System.Management.Automation.PSModuleInfo',
  psclass: 'System.Management.Automation.PSClass',
  x509certificate: 'System.Security.Cryptography.X509Certificates.X509Certificate',
  validateset: 'System.Management.Automation.ValidateSetAttribute',
  alias: 'System.Management.Automation.AliasAttribute',
};

const SHORT_NAMES = new Map<string, string>([['System.Collections.Generic.List', 'System.Collections.Generic.List`1']]);

/** Full .NET name of an array type. */
export function arrayTypeOf(element: NetType, rank = 1): NetType {
  const fullName = `${element.fullName}[${','.repeat(rank - 1)}]`;
  const known = findType(fullName);
  if (known?.elementType === element) return known;
  const type = new NetType(fullName, { base: 'System.Array' });
  type.elementType = element;
  type.rank = rank;
  return registerType(type);
}

const GENERICS: Readonly<
  Record<
    string,
    { readonly arity: number; readonly interfaces: readonly string[]; readonly kind?: 'struct' | 'class' | 'interface' }
  >
> = {
  'System.Collections.Generic.List': { arity: 1, interfaces: ['System.Collections.IList'] },
  'System.Collections.Generic.HashSet': { arity: 1, interfaces: ['System.Collections.IEnumerable'] },
  'System.Collections.Generic.SortedSet': { arity: 1, interfaces: ['System.Collections.ICollection'] },
  'System.Collections.Generic.Queue': { arity: 1, interfaces: ['System.Collections.ICollection'] },
  'System.Collections.Generic.Stack': { arity: 1, interfaces: ['System.Collections.ICollection'] },
  'System.Collections.Generic.LinkedList': { arity: 1, interfaces: ['System.Collections.ICollection'] },
  'System.Collections.ObjectModel.Collection': { arity: 1, interfaces: ['System.Collections.IList'] },
  'System.Collections.Generic.Dictionary': { arity: 2, interfaces: ['System.Collections.IDictionary'] },
  'System.Collections.Generic.SortedDictionary': { arity: 2, interfaces: ['System.Collections.IDictionary'] },
  'System.Collections.Generic.KeyValuePair': { arity: 2, interfaces: [], kind: 'struct' },
  'System.Nullable': { arity: 1, interfaces: [], kind: 'struct' },
  'System.Func': { arity: 9, interfaces: [] },
  'System.Action': { arity: 9, interfaces: [] },
  'System.Predicate': { arity: 1, interfaces: [] },
  'System.Comparison': { arity: 1, interfaces: [] },
  'System.Collections.Generic.IEnumerable': {
    arity: 1,
    interfaces: ['System.Collections.IEnumerable'],
    kind: 'interface',
  },
  'System.Collections.Generic.IList': { arity: 1, interfaces: ['System.Collections.IList'], kind: 'interface' },
  'System.Collections.Generic.IDictionary': {
    arity: 2,
    interfaces: ['System.Collections.IDictionary'],
    kind: 'interface',
  },
};
const genericInitializers = new Map<string, (type: NetType) => void>();
/** Called once for each closed form of a generic type, to give it its members. */
export function onGeneric(name: string, initialize: (type: NetType) => void): void {
  genericInitializers.set(name, initialize);
}
export function genericType(name: string, args: readonly NetType[]): NetType | undefined {
  const key = Object.keys(GENERICS).find(
    (candidate) =>
      candidate.toLowerCase() === name.toLowerCase() ||
      candidate.toLowerCase() === `system.${name.toLowerCase()}` ||
      candidate.toLowerCase().endsWith(`.${name.toLowerCase()}`),
  );
  if (key === undefined) return undefined;
  const shape = GENERICS[key];
  if (shape === undefined || (shape.arity !== 9 && shape.arity !== args.length)) return undefined;
  const list = args.map((arg) => `[${arg.fullName}, ${assemblyOf(arg)}]`).join(',');
  const fullName = `${key}\`${args.length}[${list}]`;
  const known = findType(fullName);
  if (known !== undefined) return known;
  const type = registerType(new NetType(fullName, { kind: shape.kind ?? 'class', interfaces: shape.interfaces }));
  type.genericArguments = args;
  genericInitializers.get(key)?.(type);
  return type;
}
const assemblyOf = (type: NetType): string =>
  type.fullName.startsWith('System.Management.Automation')
    ? 'System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35'
    : 'System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e';

/** The name of a type as PowerShell writes it in messages: `int`, `System.Collections.Generic.List[int]`. */
export function typeDisplayName(type: NetType): string {
  if (type.elementType !== undefined) return `${typeDisplayName(type.elementType)}[${','.repeat(type.rank - 1)}]`;
  const accelerator = Object.entries(ACCELERATORS).find(([, full]) => full === type.fullName)?.[0];
  if (accelerator !== undefined) return accelerator;
  if (type.genericArguments.length > 0)
    return `${type.fullName.slice(0, type.fullName.indexOf('`'))}[${type.genericArguments.map(typeDisplayName).join(',')}]`;
  return type.fullName;
}
/** A type's full name as PowerShell's messages quote it: generic arguments in square brackets, no assemblies. */
export function typeText(type: NetType): string {
  if (type.genericArguments.length > 0)
    return `${type.fullName.slice(0, type.fullName.indexOf('`'))}[${type.genericArguments.map(typeText).join(',')}]`;
  if (type.elementType !== undefined) return `${typeText(type.elementType)}[${','.repeat(type.rank - 1)}]`;
  return type.fullName;
}

/** Finds a non-generic type by the name that a script wrote. */
export function resolveSimpleType(name: string, namespaces: readonly string[] = []): NetType | undefined {
  const accelerator = ACCELERATORS[name.toLowerCase()];
  if (accelerator !== undefined) return findType(accelerator);
  const found = findType(name) ?? findType(`System.${name}`);
  if (found !== undefined) return found;
  for (const namespace of namespaces) {
    const inside = findType(`${namespace}.${name}`);
    if (inside !== undefined) return inside;
  }
  return undefined;
}
/** Finds a type by text: `int[]`, `System.Collections.Generic.List[string]`. */
export function resolveTypeText(text: string, namespaces: readonly string[] = []): NetType | undefined {
  const name = text.trim().replace(/^\[(.*)\]$/, (all: string, inner: string) => (inner.startsWith(',') ? all : inner));
  const array = /^(.*)\[(,*)\]$/.exec(name);
  if (array !== null) {
    const element = resolveTypeText(array[1] ?? '', namespaces);
    return element === undefined ? undefined : arrayTypeOf(element, (array[2] ?? '').length + 1);
  }
  const generic = /^([^[]+?)(?:`\d+)?\[(.+)\]$/.exec(name);
  if (generic !== null) {
    const args: NetType[] = [];
    let depth = 0;
    let start = 0;
    const inner = `${generic[2] ?? ''},`;
    for (let index = 0; index < inner.length; index += 1) {
      const c = inner[index];
      if (c === '[') depth += 1;
      else if (c === ']') depth -= 1;
      else if (c === ',' && depth === 0) {
        const part = inner
          .slice(start, index)
          .trim()
          .replace(/^\[([^,\]]+(?:\[\])?)(?:,.*)?\]$/, '$1');
        const type = resolveTypeText(part, namespaces);
        if (type === undefined) return undefined;
        args.push(type);
        start = index + 1;
      }
    }
    for (const prefix of ['', 'System.Collections.Generic.', ...namespaces.map((namespace) => `${namespace}.`)]) {
      const type = genericType(`${prefix}${generic[1] ?? ''}`, args);
      if (type !== undefined) return type;
    }
    return undefined;
  }
  return resolveSimpleType(name.split(',')[0]?.trim() ?? name, namespaces);
}

const TAG_TYPES: Readonly<Record<PrimitiveTag, NetType>> = {
  C: CHAR,
  DT: DATETIME,
  TS: TIMESPAN,
  By: BYTE,
  SB: SBYTE,
  I16: INT16,
  U16: UINT16,
  U32: UINT32,
  U64: UINT64,
  Sg: SINGLE,
  Db: DOUBLE,
  D: DECIMAL,
  G: GUID,
  URI,
  Version: VERSION,
  XD: XMLDOCUMENT,
  SBK: SCRIPTBLOCK,
  SS: SECURESTRING,
  PR: requireType('System.Management.Automation.ProgressRecord'),
};

/** The type of a value; undefined for null. A wrapper's is that of the value inside. */
export function typeOf(value: PSValue): NetType | undefined {
  switch (typeof value) {
    case 'number':
      return INT32;
    case 'string':
      return STRING;
    case 'boolean':
      return BOOLEAN;
    case 'bigint':
      return INT64;
    default:
  }
  if (value === null) return undefined;
  if (value instanceof PSPrimitive) return TAG_TYPES[value.tag];
  if (value instanceof PSObject) {
    if (
      value instanceof NetObject ||
      value instanceof EnumValue ||
      value instanceof ExceptionObject ||
      value instanceof ClassInstance ||
      value instanceof MultiArray
    )
      return value.type;
    if (value instanceof ErrorRecordObject) return ERRORRECORD;
    if (value instanceof TypeObject) return RUNTIMETYPE;
    if (value.base !== undefined && value.base !== null) return typeOf(value.base);
    const first = value.typeNames[0];
    if (first === undefined) return CUSTOM;
    if (value instanceof PSList || value instanceof PSDictionary)
      return findType(first) ?? (value instanceof PSList ? ARRAYLIST : HASHTABLE);
    if (first === CUSTOM.fullName) return CUSTOM;
    for (const name of value.typeNames) {
      if (name === 'System.Object') break;
      const found = findType(name);
      if (found !== undefined) return found;
    }
    return CUSTOM;
  }
  if (value instanceof Uint8Array) return arrayTypeOf(BYTE);
  return arrayTypeOf(elementTypeOf(value as readonly PSValue[]));
}

/** The type names of a value, most derived first, as `PSTypeNames` gives them. */
export function typeNamesOf(value: PSValue): readonly string[] {
  if (value === null) return [];
  if (value instanceof PSObject && value.typeNames.length > 0) return value.typeNames;
  return typeOf(value)?.typeNames ?? [];
}

export function isType(value: PSValue, type: NetType): boolean {
  if (value === null) return false;
  if (type === OBJECT) return true;
  if (type === PSOBJECT) return value instanceof PSObject && isCustom(value);
  const own = typeOf(value);
  if (own === undefined) return false;
  if (own.isAssignableTo(type)) return true;
  return type === CUSTOM && isCustom(value);
}
/** A property bag: `[pscustomobject]`, or a deserialized object. */
export function isCustom(value: PSValue): boolean {
  return value instanceof PSObject && value.base === undefined && typeOf(value) === CUSTOM;
}
export { shortTypeName, SHORT_NAMES, typeObject };

/** An enum's value from its number. */
export function enumFromNumber(type: NetType, value: bigint): EnumValue {
  let text: string | undefined;
  for (const [name, number] of type.enumValues ?? []) {
    if (number === value) {
      text = name;
      break;
    }
  }
  if (text === undefined && type.flags && value !== 0n) {
    const names: string[] = [];
    let rest = value;
    for (const [name, number] of [...(type.enumValues ?? [])].sort((a, b) => (a[1] < b[1] ? 1 : -1))) {
      if (number !== 0n && (rest & number) === number) {
        names.unshift(name);
        rest &= ~number;
      }
    }
    if (rest === 0n) text = names.join(', ');
  }
  return new EnumValue(type, value, text ?? value.toString(), enumNumber(type, value));
}
export function enumNumber(type: NetType, value: bigint): PSValue {
  switch (type.enumBase) {
    case 'System.Int64':
      return value;
    case 'System.Byte':
      return new PSByte(Number(value));
    case 'System.SByte':
      return new PSSByte(Number(value));
    case 'System.Int16':
      return new PSInt16(Number(value));
    case 'System.UInt16':
      return new PSUInt16(Number(value));
    case 'System.UInt32':
      return new PSUInt32(Number(value));
    case 'System.UInt64':
      return new PSUInt64(value);
    default:
      return Number(value);
  }
}
/** An enum value by name, for the engine's own use. */
export function enumValue(typeName: string, name: string): EnumValue {
  const type = requireType(typeName);
  return enumFromNumber(type, type.enumValues?.get(name) ?? 0n);
}
export {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDouble,
  PSGuid,
  PSScriptBlockText,
  PSSecureString,
  PSSingle,
  PSTimeSpan,
  PSUri,
  PSVersion,
  PSXmlDocument,
};
