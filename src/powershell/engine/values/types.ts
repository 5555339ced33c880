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
import { ExceptionObject, ErrorRecordObject, fail } from './exceptions.js';
import {
  ClassInstance,
  elementTypeOf,
  EnumValue,
  MultiArray,
  NetObject,
  PSReference,
  TypeObject,
  typeObject,
} from './live.js';
import { surfaceOf } from '../net/surface/index.js';
import {
  defineType,
  findType,
  initOf,
  NetType,
  registerType,
  requireType,
  resolver,
  shortTypeName,
} from './net-type.js';

export const OBJECT = requireType('System.Object');
export const INT32 = requireType('System.Int32');
export const INT64 = requireType('System.Int64');
export const INT16 = requireType('System.Int16');
export const UINT16 = requireType('System.UInt16');
export const UINT32 = requireType('System.UInt32');
export const UINT64 = requireType('System.UInt64');
export const BYTE = requireType('System.Byte');
export const SBYTE = requireType('System.SByte');
export const DOUBLE = requireType('System.Double');
export const SINGLE = requireType('System.Single');
export const DECIMAL = requireType('System.Decimal');
export const BIGINT = requireType('System.Numerics.BigInteger');
export const BOOLEAN = requireType('System.Boolean');
export const CHAR = requireType('System.Char');
export const STRING = requireType('System.String');
export const DATETIME = requireType('System.DateTime');
export const DATETIMEOFFSET = requireType('System.DateTimeOffset');
export const TIMESPAN = requireType('System.TimeSpan');
export const GUID = requireType('System.Guid');
export const VERSION = requireType('System.Version');
export const URI = requireType('System.Uri');
export const PSOBJECT = requireType('System.Management.Automation.PSObject');
export const CUSTOM = requireType('System.Management.Automation.PSCustomObject');
export const SCRIPTBLOCK = requireType('System.Management.Automation.ScriptBlock');
export const HASHTABLE = requireType('System.Collections.Hashtable');
export const ORDERED = requireType('System.Collections.Specialized.OrderedDictionary');
export const ARRAYLIST = requireType('System.Collections.ArrayList');
export const TYPE = requireType('System.Type');
defineType('System.Reflection.TypeInfo', { base: 'System.Type', abstract: true });
export const RUNTIMETYPE = defineType('System.RuntimeType', { base: 'System.Reflection.TypeInfo' });
export const ERRORRECORD = requireType('System.Management.Automation.ErrorRecord');
const REMOTING = 'System.Management.Automation.Runspaces.RemotingErrorRecord';
const REMOTINGRECORD = registerType(new NetType(REMOTING, { base: ERRORRECORD.fullName }));
export const SECURESTRING = requireType('System.Security.SecureString');
export const XMLDOCUMENT = requireType('System.Xml.XmlDocument');
export const SWITCH = requireType('System.Management.Automation.SwitchParameter');
export const ARRAY = requireType('System.Array');
export const REFERENCE = requireType('System.Management.Automation.PSReference');
export const REGEX = requireType('System.Text.RegularExpressions.Regex');
defineType('System.Void', { kind: 'struct' });

/** Type accelerators: what `[int]` is short for. */
export const ACCELERATORS: Readonly<Record<string, string>> = {
  alias: 'System.Management.Automation.AliasAttribute',
  allowemptycollection: 'System.Management.Automation.AllowEmptyCollectionAttribute',
  allowemptystring: 'System.Management.Automation.AllowEmptyStringAttribute',
  allownull: 'System.Management.Automation.AllowNullAttribute',
  argumentcompleter: 'System.Management.Automation.ArgumentCompleterAttribute',
  argumentcompletions: 'System.Management.Automation.ArgumentCompletionsAttribute',
  array: 'System.Array',
  bool: 'System.Boolean',
  byte: 'System.Byte',
  char: 'System.Char',
  cmdletbinding: 'System.Management.Automation.CmdletBindingAttribute',
  datetime: 'System.DateTime',
  decimal: 'System.Decimal',
  double: 'System.Double',
  dscresource: 'System.Management.Automation.DscResourceAttribute',
  experimentaction: 'System.Management.Automation.ExperimentAction',
  experimental: 'System.Management.Automation.ExperimentalAttribute',
  experimentalfeature: 'System.Management.Automation.ExperimentalFeature',
  float: 'System.Single',
  single: 'System.Single',
  guid: 'System.Guid',
  hashtable: 'System.Collections.Hashtable',
  int: 'System.Int32',
  int32: 'System.Int32',
  short: 'System.Int16',
  int16: 'System.Int16',
  long: 'System.Int64',
  int64: 'System.Int64',
  ciminstance: 'Microsoft.Management.Infrastructure.CimInstance',
  cimclass: 'Microsoft.Management.Infrastructure.CimClass',
  cimtype: 'Microsoft.Management.Infrastructure.CimType',
  cimconverter: 'Microsoft.Management.Infrastructure.CimConverter',
  ipendpoint: 'System.Net.IPEndPoint',
  norunspaceaffinity: 'System.Management.Automation.Language.NoRunspaceAffinityAttribute',
  nullstring: 'System.Management.Automation.Language.NullString',
  outputtype: 'System.Management.Automation.OutputTypeAttribute',
  objectsecurity: 'System.Security.AccessControl.ObjectSecurity',
  ordered: 'System.Collections.Specialized.OrderedDictionary',
  parameter: 'System.Management.Automation.ParameterAttribute',
  physicaladdress: 'System.Net.NetworkInformation.PhysicalAddress',
  pscredential: 'System.Management.Automation.PSCredential',
  psdefaultvalue: 'System.Management.Automation.PSDefaultValueAttribute',
  pslistmodifier: 'System.Management.Automation.PSListModifier',
  psobject: 'System.Management.Automation.PSObject',
  pscustomobject: 'System.Management.Automation.PSObject',
  psprimitivedictionary: 'System.Management.Automation.PSPrimitiveDictionary',
  ref: 'System.Management.Automation.PSReference',
  pstypenameattribute: 'System.Management.Automation.PSTypeNameAttribute',
  regex: 'System.Text.RegularExpressions.Regex',
  dscproperty: 'System.Management.Automation.DscPropertyAttribute',
  sbyte: 'System.SByte',
  string: 'System.String',
  supportswildcards: 'System.Management.Automation.SupportsWildcardsAttribute',
  switch: 'System.Management.Automation.SwitchParameter',
  cultureinfo: 'System.Globalization.CultureInfo',
  bigint: 'System.Numerics.BigInteger',
  securestring: 'System.Security.SecureString',
  timespan: 'System.TimeSpan',
  ushort: 'System.UInt16',
  uint16: 'System.UInt16',
  uint: 'System.UInt32',
  uint32: 'System.UInt32',
  ulong: 'System.UInt64',
  uint64: 'System.UInt64',
  uri: 'System.Uri',
  validatecount: 'System.Management.Automation.ValidateCountAttribute',
  validatedrive: 'System.Management.Automation.ValidateDriveAttribute',
  validatelength: 'System.Management.Automation.ValidateLengthAttribute',
  validatenotnull: 'System.Management.Automation.ValidateNotNullAttribute',
  validatenotnullorempty: 'System.Management.Automation.ValidateNotNullOrEmptyAttribute',
  validatenotnullorwhitespace: 'System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute',
  validatepattern: 'System.Management.Automation.ValidatePatternAttribute',
  validaterange: 'System.Management.Automation.ValidateRangeAttribute',
  validatescript: 'System.Management.Automation.ValidateScriptAttribute',
  validateset: 'System.Management.Automation.ValidateSetAttribute',
  validatetrusteddata: 'System.Management.Automation.ValidateTrustedDataAttribute',
  validateuserdrive: 'System.Management.Automation.ValidateUserDriveAttribute',
  version: 'System.Version',
  void: 'System.Void',
  ipaddress: 'System.Net.IPAddress',
  dsclocalconfigurationmanager: 'System.Management.Automation.DscLocalConfigurationManagerAttribute',
  wildcardpattern: 'System.Management.Automation.WildcardPattern',
  x509certificate: 'System.Security.Cryptography.X509Certificates.X509Certificate',
  x500distinguishedname: 'System.Security.Cryptography.X509Certificates.X500DistinguishedName',
  xml: 'System.Xml.XmlDocument',
  cimsession: 'Microsoft.Management.Infrastructure.CimSession',
  mailaddress: 'System.Net.Mail.MailAddress',
  semver: 'System.Management.Automation.SemanticVersion',
  scriptblock: 'System.Management.Automation.ScriptBlock',
  pspropertyexpression: 'Microsoft.PowerShell.Commands.PSPropertyExpression',
  psvariable: 'System.Management.Automation.PSVariable',
  type: 'System.Type',
  psmoduleinfo: 'System.Management.Automation.PSModuleInfo',
  powershell: 'System.Management.Automation.PowerShell',
  runspacefactory: 'System.Management.Automation.Runspaces.RunspaceFactory',
  runspace: 'System.Management.Automation.Runspaces.Runspace',
  initialsessionstate: 'System.Management.Automation.Runspaces.InitialSessionState',
  psscriptmethod: 'System.Management.Automation.PSScriptMethod',
  psscriptproperty: 'System.Management.Automation.PSScriptProperty',
  psnoteproperty: 'System.Management.Automation.PSNoteProperty',
  psaliasproperty: 'System.Management.Automation.PSAliasProperty',
  psvariableproperty: 'System.Management.Automation.PSVariableProperty',
};

/** Accelerators of Windows parts that this engine does not have: what to say. */
export const MISSING_ACCELERATORS: Readonly<Record<string, string>> = {
  wmi: 'System.Management.ManagementObject',
  wmiclass: 'System.Management.ManagementClass',
  wmisearcher: 'System.Management.ManagementObjectSearcher',
  adsi: 'System.DirectoryServices.DirectoryEntry',
  adsisearcher: 'System.DirectoryServices.DirectorySearcher',
};
/** The accelerators by full name, for what messages and Get-Member print; the first of several wins. */
const shortNames = new Map<string, string>();

/** Full .NET name of an array type. */
/** @param suffix in brackets behind the name of the element: `*` of one dimension that does not begin at 0 */
export function arrayTypeOf(element: NetType, rank = 1, suffix = ','.repeat(rank - 1)): NetType {
  if (rank === 1 && suffix === '') return (element.vector ??= makeArrayType(element, 1, ''));
  return makeArrayType(element, rank, suffix);
}
function makeArrayType(element: NetType, rank: number, suffix: string): NetType {
  const fullName = `${element.fullName}[${suffix}]`;
  const known = findType(fullName);
  if (known?.elementType === element) return known;
  const type = new NetType(fullName, { base: 'System.Array' });
  type.elementType = element;
  type.rank = rank;
  return registerType(type);
}

/** Is it a script's own type, or made of one? */
export const isOfScript = (type: NetType): boolean =>
  type.scriptClass ||
  (type.isEnum && type.definition === undefined) ||
  type.genericArguments.some(isOfScript) ||
  (type.elementType !== undefined && isOfScript(type.elementType));
/** A type by its text within a generic one: `System.Collections.Generic.IList\`1[T]` for a `T` that is known. */
function closedType(text: string, byName: ReadonlyMap<string, NetType>): NetType | undefined {
  const [, name, inner] = /^([\w.]+)(?:`\d+)?\[(.+)\]$/.exec(text) ?? [];
  if (name === undefined || inner === undefined) return byName.get(text) ?? resolveTypeText(text);
  const args = inner.split(/,(?![^[]*\])/).map((one) => closedType(one.replace(/^\[(.*)\]$/, '$1').trim(), byName));
  return args.every((one) => one !== undefined) ? genericType(name, args) : undefined;
}
const closedTypes = new Map<string, NetType>();
/** A closed generic type: `genericType('System.Collections.Generic.List', [STRING])`. Undefined when there is none. */
export function genericType(name: string, args: readonly NetType[]): NetType | undefined {
  const bare = name.replace(/`\d+$/, '');
  const suffix = `\`${args.length}`;
  // A type within a generic type has no number of its own.
  const isNested = bare.includes('`');
  const definition = [bare, `System.${bare}`]
    .map((candidate) => surfaceOf(isNested ? candidate : candidate + suffix))
    .find((found) => found !== undefined);
  const list = args.map((arg) => `[${arg.fullName}, ${assemblyOf(arg)}]`).join(',');
  if (definition === undefined) {
    // Delegates have up to seventeen parameters.
    const delegate = /^(?:System\.)?(Func|Action)$/i.exec(bare)?.[1];
    if (delegate === undefined || args.length > 17) return undefined;
    const word = delegate.toLowerCase() === 'func' ? 'Func' : 'Action';
    const type = registerType(new NetType(`System.${word}${suffix}[${list}]`, { base: 'System.MulticastDelegate' }));
    type.genericArguments = args;
    return type;
  }
  const fullName = `${definition.name}[${list}]`;
  const known = closedTypes.get(fullName);
  if (known !== undefined && known.genericArguments.every((arg, index) => arg === args[index])) return known;
  const shown = new Map(
    definition.parameters.map((parameter, index) => [parameter, `[${args[index]?.fullName ?? 'System.Object'}]`]),
  );
  const close = (text: string): string => text.replace(/(?<=[[,])(\w+)(?=[\],])/g, (word) => shown.get(word) ?? word);
  const init = initOf(definition);
  const type = new NetType(fullName, {
    ...init,
    interfaces: definition.interfaces.map(close),
    ...(init.base === undefined ? {} : { base: close(init.base) }),
  });
  type.definition = definition;
  type.genericArguments = args;
  // Types of a script are not found by the names that stand in the closed names of interfaces.
  if (args.some(isOfScript)) {
    const byName = new Map(definition.parameters.map((parameter, index) => [parameter, args[index] ?? OBJECT]));
    type.interfaceTypes = definition.interfaces.flatMap((text) => closedType(text, byName) ?? []);
  }
  closedTypes.set(fullName, type);
  return registerType(type);
}
const CORE_LIBRARY = 'System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e';
/** The full name of the assembly that a type lives in. */
export const assemblyOf = (type: NetType): string =>
  type.elementType !== undefined
    ? assemblyOf(type.elementType)
    : type.scriptClass
      ? 'PowerShell Class Assembly, Version=1.0.0.1, Culture=neutral, PublicKeyToken=null'
      : (type.definition?.assembly ??
        (type.fullName.startsWith('System.Management.Automation')
          ? 'System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35'
          : CORE_LIBRARY));

/** Accelerators that are not spelled in lower case. */
const SPELLED: ReadonlyMap<string, string> = new Map(
  (
    'Alias AllowEmptyCollection AllowEmptyString AllowNull ArgumentCompleter ArgumentCompletions CmdletBinding DscResource ' +
    'ExperimentAction Experimental ExperimentalFeature IPEndpoint NoRunspaceAffinity NullString OutputType ObjectSecurity ' +
    'Parameter PhysicalAddress PSDefaultValue PSTypeNameAttribute DscProperty SupportsWildcards ValidateCount ValidateDrive ' +
    'ValidateLength ValidateNotNull ValidateNotNullOrEmpty ValidateNotNullOrWhiteSpace ValidatePattern ValidateRange ' +
    'ValidateScript ValidateSet ValidateTrustedData ValidateUserDrive DscLocalConfigurationManager WildcardPattern ' +
    'X509Certificate X500DistinguishedName CimSession'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name] as const),
);

/** The name of a type as PowerShell prints it in definitions: `int`, `System.Collections.Generic.List[int]`. */
export function typeDisplayName(type: NetType): string {
  if (type.elementType !== undefined) return `${typeDisplayName(type.elementType)}[${','.repeat(type.rank - 1)}]`;
  if (shortNames.size === 0)
    for (const [short, full] of Object.entries(ACCELERATORS))
      if (!shortNames.has(full)) shortNames.set(full, SPELLED.get(short) ?? short);
  const accelerator = shortNames.get(type.fullName);
  if (accelerator !== undefined && accelerator !== 'object') return accelerator;
  if (type.genericArguments.length > 0) {
    const shown = type.genericArguments.map(typeDisplayName).join(',');
    const name = type.definition?.name ?? type.fullName.slice(0, type.fullName.indexOf('['));
    return name.replace(/`\d+/, name.includes('+') ? '' : `[${shown}]`) + (name.includes('+') ? `[${shown}]` : '');
  }
  return type.fullName;
}
/** A type's full name as PowerShell's messages quote it: generic arguments in square brackets, no assemblies. */
export function typeText(type: NetType): string {
  if (type.genericArguments.length > 0)
    return `${type.fullName.slice(0, type.fullName.indexOf('`'))}[${type.genericArguments.map(typeText).join(',')}]`;
  if (type.elementType !== undefined) return `${typeText(type.elementType)}[${','.repeat(type.rank - 1)}]`;
  return type.fullName;
}

/** `Type.ToString()`: generic arguments by full name, without assemblies. */
export function clrText(type: NetType): string {
  if (type.elementType !== undefined) return `${clrText(type.elementType)}[${','.repeat(type.rank - 1)}]`;
  if (type.genericArguments.length === 0) return type.fullName;
  return `${type.definition?.name ?? type.fullName.slice(0, type.fullName.indexOf('['))}[${type.genericArguments.map(clrText).join(',')}]`;
}

/** Finds a non-generic type by the name that a script wrote. */
export function resolveSimpleType(name: string, namespaces: readonly string[] = []): NetType | undefined {
  const accelerator = ACCELERATORS[name.toLowerCase()];
  if (accelerator !== undefined) return findType(accelerator);
  const found = findType(name) ?? findType(`System.${name}`);
  if (found !== undefined) return found;
  let only: NetType | undefined;
  for (const namespace of namespaces) {
    const inside = findType(`${namespace}.${name}`);
    if (inside === undefined || inside === only) continue;
    if (only !== undefined)
      throw fail(
        'AmbiguousTypeReference',
        `Type name '${name}' is ambiguous, it could be '${only.fullName}' or '${inside.fullName}'.`,
        { category: 'InvalidOperation', target: name },
      );
    only = inside;
  }
  return only;
}
/** Names that were found without a namespace that a script uses. */
const resolved = new Map<string, NetType>();
const MAX_RESOLVED = 5000;
/** Finds a type by text: `int[]`, `System.Collections.Generic.List[string]`. */
export function resolveTypeText(text: string, namespaces: readonly string[] = []): NetType | undefined {
  const known = resolved.get(text);
  if (known !== undefined) return known;
  const type = readTypeText(text, namespaces);
  if (type === undefined || namespaces.length > 0) return type;
  if (resolved.size >= MAX_RESOLVED) resolved.clear();
  resolved.set(text, type);
  return type;
}
function readTypeText(text: string, namespaces: readonly string[]): NetType | undefined {
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
    for (const prefix of ['', ...namespaces.map((namespace) => `${namespace}.`)]) {
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
    if (value instanceof ErrorRecordObject) return value.typeNames[0] === REMOTING ? REMOTINGRECORD : ERRORRECORD;
    if (value instanceof TypeObject) return RUNTIMETYPE;
    if (value.base !== undefined && value.base !== null) return typeOf(value.base);
    const first = value.typeNames[0];
    if (first === undefined) return CUSTOM;
    if (value instanceof PSList || value instanceof PSDictionary)
      return findType(first) ?? (value instanceof PSList ? ARRAYLIST : HASHTABLE);
    if (first === CUSTOM.fullName) return CUSTOM;
    for (const [at, name] of value.typeNames.entries()) {
      if (name === 'System.Object') break;
      // An instance of a class that is known by its name alone: commands write such objects.
      const found =
        findType(name) ?? (at === 0 && value.adapted !== undefined ? namedType(value.typeNames) : undefined);
      if (found !== undefined) return found;
    }
    return CUSTOM;
  }
  if (value instanceof Uint8Array) return arrayTypeOf(BYTE);
  return arrayTypeOf(elementTypeOf(value as readonly PSValue[]));
}

/** A `Collection<T>`. */
export const collectionOf = (items: PSValue[], element: NetType = PSOBJECT): PSList =>
  new PSList(items, 'LST', {
    typeNames: genericType('System.Collections.ObjectModel.Collection', [element])?.typeNames ?? [],
  });
const NULL_TYPE = defineType('System.Management.Automation.LanguagePrimitives+Null');
function referenceType(held: PSValue): NetType {
  const found = held === null ? NULL_TYPE : (typeOf(held) ?? OBJECT);
  return genericType(REFERENCE.fullName, [found === CUSTOM ? PSOBJECT : found]) ?? REFERENCE;
}
/** A `[ref]`, whose type says of what type the value is that it begins with. */
export const referenceTo = (read: () => PSValue, put: (value: PSValue) => void): PSReference =>
  new PSReference(referenceType(read()), read, put);
/** A `[ref]` to no variable: it holds the value. */
export function heldReference(value: PSValue, type = referenceType(value)): PSReference {
  let held = value;
  return new PSReference(
    type,
    () => held,
    (next) => {
      held = next;
    },
  );
}

/** A class that only has its name and its bases. Not for objects that were deserialized, selected or given a name. */
function namedType(typeNames: readonly string[]): NetType | undefined {
  const [name = '', base] = typeNames;
  if (!/^(?:System|Microsoft)\.[\w.+]+$/.test(name)) return undefined;
  return registerType(new NetType(name, base === undefined || base === 'System.Object' ? {} : { base }));
}

/** The type names of a value, most derived first, as `PSTypeNames` gives them. */
/** The type names of what had them all taken away; an object that merely has none goes by its type. */
export const NO_TYPE_NAMES: readonly string[] = [];
export function typeNamesOf(value: PSValue): readonly string[] {
  if (value === null) return [];
  if (value instanceof PSObject && (value.typeNames.length > 0 || value.typeNames === NO_TYPE_NAMES))
    return value.typeNames;
  return typeOf(value)?.typeNames ?? [];
}

export function isType(value: PSValue, type: NetType): boolean {
  if (value === null) return false;
  if (type === OBJECT) return true;
  // What commands give is wrapped in one.
  if ((type === PSOBJECT || type === CUSTOM) && value instanceof PSObject && isWrapper(value)) return true;
  if (type === PSOBJECT) return false;
  const own = typeOf(value);
  if (own === undefined) return false;
  if (own.isAssignableTo(type)) return true;
  return type === CUSTOM && isCustom(value);
}
const isWrapper = (value: PSObject): boolean =>
  isCustom(value) || value.adapted !== undefined || (value.base !== undefined && !(value instanceof EnumValue));
/** A property bag: `[pscustomobject]`, or a deserialized object. */
export function isCustom(value: PSValue): boolean {
  return value instanceof PSObject && value.base === undefined && typeOf(value) === CUSTOM;
}
export { shortTypeName, typeObject };
resolver.resolve = (text) => resolveTypeText(text);
resolver.generic = (name, args) => genericType(name, args);
resolver.display = (type) => typeDisplayName(type);
resolver.unavailable = (what) =>
  fail('NotSupported', `${what} is not available in this engine.`, {
    category: 'NotImplemented',
    type: 'System.NotSupportedException',
  });

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
