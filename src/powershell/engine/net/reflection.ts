/** System.Type as scripts use it, members by reflection, and Activator. */
import { PSGuid, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { tryParseGuid } from '../../../protocol/bytes/index.js';
import { createHash } from 'node:crypto';
import { convertTo } from '../conversion.js';
import { andThen } from '../pending.js';
import { attributeObject, writtenAt } from '../runtime/attribute-objects.js';
import { internalProperty } from '../runtime/internal-members.js';
import {
  construct,
  getStatic,
  getProperty,
  invokeGeneric,
  invokeMethod,
  invokeStatic,
  setProperty,
} from '../runtime/members.js';
import { implement } from '../values/bodies.js';
import { NetThrow } from '../values/exceptions.js';
import { EnumValue, TypeObject, typeObject, typedArray, unwrap } from '../values/live.js';
import { type MethodOverload, type NetProperty, type NetType } from '../values/net-type.js';
import {
  arrayTypeOf,
  assemblyOf,
  CHAR,
  clrText,
  genericType,
  isType,
  OBJECT,
  resolveTypeText,
  typeOf,
} from '../values/types.js';
import {
  argumentNull,
  dataOf,
  enumOf,
  items,
  net,
  notSupported,
  num,
  requireType,
  runtime,
  text,
  throwNet,
  typeArgument,
} from './support.js';

const own = (self: PSValue): NetType => {
  const inner = unwrap(self);
  if (inner instanceof TypeObject) return inner.type;
  throw argumentNull('type');
};
const types = (list: readonly NetType[]): PSValue => typedArray(list.map(typeObject), requireType('System.Type'));
const PRIMITIVES = new Set(
  'Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 IntPtr UIntPtr Char Double Single'
    .split(' ')
    .map((name) => `System.${name}`),
);
const isPrimitive = (type: NetType): boolean => PRIMITIVES.has(type.fullName);
const isInterface = (type: NetType): boolean => type.kind === 'interface';

interface Member {
  readonly owner: NetType;
  readonly name: string;
  readonly isStatic: boolean;
  readonly property?: NetProperty;
  readonly overload?: MethodOverload;
  /** Not one that a script could name. */
  readonly hidden?: boolean;
  /** Of a generic method: what MakeGenericMethod was given. */
  readonly typeArguments?: readonly NetType[];
}
const member = (kind: string, data: Member): PSValue => net(kind, data);
function propertiesOf(type: NetType): Member[] {
  return [
    ...type.allProperties().map((property) => ({ owner: type, name: property.name, isStatic: false, property })),
    ...[...type.staticProperties.values()].map((property) => ({
      owner: type,
      name: property.name,
      isStatic: true,
      property,
    })),
  ];
}
/** The methods behind the properties that a script's class itself declares. */
const accessorsOf = (type: NetType): Member[] =>
  type.scriptClass
    ? type
        .allProperties()
        .flatMap(({ name }) =>
          ['get', 'set'].map((kind) => ({ owner: type, name: `${kind}_${name}`, isStatic: false })),
        )
    : [];
function methodsOf(type: NetType): Member[] {
  const seen = new Map<string, Member[]>();
  // Static methods of a base are not among a type's own.
  for (const one of type.chainTypes())
    for (const [table, isStatic] of [
      [one.methods, false],
      [one.staticMethods, true],
    ] as const)
      for (const [key, method] of table)
        if (!seen.has(`${isStatic}${key}`) && (!isStatic || one === type))
          seen.set(
            `${isStatic}${key}`,
            method.overloads
              .filter(({ through }) => through === undefined)
              .map((overload) => ({ owner: type, name: method.name, isStatic, overload })),
          );
  return [...seen.values()].flat();
}
/** The class that a member was written in: of a script's classes, the nearest that has it. */
function declaringOf({ owner, name, isStatic }: Member): NetType {
  if (!owner.scriptClass) return owner;
  const key = name.toLowerCase();
  const property = key.replace(/^[gs]et_/, '');
  const has = (one: NetType): boolean =>
    isStatic
      ? one.staticMethods.has(key) || one.staticProperties.has(property)
      : one.methods.has(key) || one.properties.has(property);
  return owner.chainTypes().find(has) ?? owner;
}
/** BindingFlags.NonPublic */
const NON_PUBLIC = 0x20n;
function hiddenProperty(owner: NetType, name: string): Member | undefined {
  const property = internalProperty(owner, name);
  return property === undefined ? undefined : { owner, name, isStatic: false, property, hidden: true };
}
const PROPERTY = 'System.Reflection.PropertyInfo';
const METHOD = 'System.Reflection.MethodInfo';
const CONSTRUCTOR = 'System.Reflection.ConstructorInfo';

/**
 * Classes and structures that .NET marks as serializable. Arrays, enumerations, delegates and the exceptions of .NET itself
 * are so as well.
 */
const SERIALIZABLE = new Set(
  `ArraySegment\`1 Array Attribute Boolean Byte Char Collections.ArrayList Collections.BitArray Collections.Comparer
Collections.DictionaryEntry Collections.Generic.Comparer\`1 Collections.Generic.Dictionary\`2
Collections.Generic.EqualityComparer\`1 Collections.Generic.HashSet\`1 Collections.Generic.KeyValuePair\`2
Collections.Generic.LinkedList\`1 Collections.Generic.List\`1 Collections.Generic.Queue\`1
Collections.Generic.SortedDictionary\`2 Collections.Generic.SortedList\`2 Collections.Generic.SortedSet\`1
Collections.Generic.Stack\`1 Collections.Hashtable Collections.ObjectModel.Collection\`1
Collections.ObjectModel.KeyedCollection\`2 Collections.ObjectModel.ObservableCollection\`1
Collections.ObjectModel.ReadOnlyCollection\`1 Collections.ObjectModel.ReadOnlyDictionary\`2 Collections.Queue
Collections.SortedList Collections.Specialized.HybridDictionary Collections.Specialized.ListDictionary
Collections.Specialized.OrderedDictionary Collections.Specialized.StringCollection
Collections.Specialized.StringDictionary Collections.Stack DBNull Data.DataSet Data.DataTable Data.PropertyCollection
DateTime DateTimeOffset Decimal Delegate Double Drawing.Color Drawing.Point Drawing.PointF Drawing.Rectangle
Drawing.RectangleF Drawing.Size Drawing.SizeF Enum EventArgs Exception Globalization.CompareInfo Guid Int16 Int32 Int64
IntPtr Management.Automation.PSCredential MulticastDelegate Net.Cookie Net.CookieCollection Net.CookieContainer
Nullable\`1 Numerics.BigInteger Numerics.Complex Object SByte Single String StringComparer Text.StringBuilder TimeSpan
TimeZoneInfo TimeZoneInfo+AdjustmentRule TimeZoneInfo+TransitionTime UInt16 UInt32 UInt64 UIntPtr Uri ValueTuple
ValueType Version WeakReference WeakReference\`1`
    .split(/\s/)
    .map((name) => `System.${name}`),
);
/** Exceptions that .NET made after it had given that up; PowerShell's are not marked either. */
const PLAIN_EXCEPTION =
  /^(?!System\.)|^System\.Management\.Automation\.|(?:OleDb|HttpIO|HttpRequest|AuthenticationTagMismatch|IdentityNotMapped)Exception$/;
const SERIALIZABLE_KINDS = new Set(['System.MulticastDelegate', 'System.Delegate']);
function isSerializable(type: NetType): boolean {
  const name = type.fullName.replace(/\[.*$/, '');
  if (type.isArray || type.isEnum || SERIALIZABLE.has(name) || /^System\.(?:Value)?Tuple`\d$/.test(name)) return true;
  const bases = type.chainTypes().map(({ fullName }) => fullName);
  if (bases.some((base) => SERIALIZABLE_KINDS.has(base))) return true;
  return !type.scriptClass && bases.includes('System.Exception') && !PLAIN_EXCEPTION.test(name);
}
/** Types that scripts meet, though their assemblies keep them for themselves. */
const INTERNAL = new Set([
  'System.Management.Automation.Internal.Host.InternalHost',
  'System.Management.Automation.PSBoundParametersDictionary',
  'System.RuntimeType',
]);
const yes = (): PSValue => true;
const no = (): PSValue => false;
implement('System.Type', () => ({
  Name: (self) => own(self).name.replace(/\[\[.*\]\]$/, ''),
  FullName: (self) => own(self).fullName,
  Namespace: (self) => own(self).namespace.replace(/`.*/, '').replace(/\[.*$/, '') || null,
  AssemblyQualifiedName: (self) => `${own(self).fullName}, ${assemblyOf(own(self))}`,
  Assembly: (self) => net('System.Reflection.Assembly', assemblyOf(own(self))),
  Module: () => null,
  BaseType: (self) => {
    const { base, kind } = own(self);
    return base === undefined || kind === 'interface' ? null : typeObject(base);
  },
  GUID: (self) => {
    const hash = createHash('md5').update(own(self).fullName).digest('hex');
    const guid = tryParseGuid(
      `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${hash.slice(12, 16)}-${hash.slice(16, 20)}-${hash.slice(20)}`,
    );
    return guid === undefined ? null : new PSGuid(guid);
  },
  IsArray: (self) => own(self).isArray,
  IsSZArray: (self) => own(self).isArray && own(self).rank === 1,
  IsVariableBoundArray: (self) => own(self).isArray && own(self).rank > 1,
  HasElementType: (self) => own(self).isArray,
  IsEnum: (self) => own(self).isEnum,
  IsValueType: (self) => own(self).isValueType,
  IsClass: (self) => !own(self).isValueType && !isInterface(own(self)),
  IsInterface: (self) => isInterface(own(self)),
  IsAbstract: (self) => own(self).isAbstract || isInterface(own(self)),
  IsSealed: (self) =>
    own(self).isValueType || own(self).isArray || own(self).staticClass || own(self).fullName === 'System.String',
  IsPrimitive: (self) => isPrimitive(own(self)),
  IsGenericType: (self) => own(self).genericArguments.length > 0 || own(self).fullName.includes('`'),
  IsConstructedGenericType: (self) => own(self).genericArguments.length > 0,
  IsGenericTypeDefinition: (self) => own(self).genericArguments.length === 0 && own(self).fullName.includes('`'),
  ContainsGenericParameters: (self) => own(self).genericArguments.length === 0 && own(self).fullName.includes('`'),
  IsTypeDefinition: (self) => own(self).genericArguments.length === 0 && !own(self).isArray,
  IsPublic: (self) => !own(self).fullName.includes('+') && !INTERNAL.has(own(self).fullName),
  IsNotPublic: (self) => INTERNAL.has(own(self).fullName),
  IsVisible: yes,
  IsNested: (self) => own(self).fullName.includes('+'),
  IsNestedPublic: (self) => own(self).fullName.includes('+'),
  IsNestedPrivate: no,
  IsNestedAssembly: no,
  IsNestedFamily: no,
  IsNestedFamANDAssem: no,
  IsNestedFamORAssem: no,
  IsSerializable: (self) => isSerializable(own(self)),
  IsByRef: no,
  IsByRefLike: no,
  IsPointer: no,
  IsFunctionPointer: no,
  IsUnmanagedFunctionPointer: no,
  IsCOMObject: no,
  IsContextful: no,
  IsMarshalByRef: (self) =>
    own(self)
      .chainTypes()
      .some(({ fullName }) => fullName === 'System.MarshalByRefObject'),
  IsImport: no,
  IsSpecialName: no,
  IsAnsiClass: yes,
  IsAutoClass: no,
  IsUnicodeClass: no,
  IsAutoLayout: (self) => !own(self).isValueType || own(self).isEnum,
  IsLayoutSequential: (self) => own(self).isValueType && !own(self).isEnum,
  IsExplicitLayout: no,
  IsSignatureType: no,
  IsGenericParameter: no,
  IsGenericTypeParameter: no,
  IsGenericMethodParameter: no,
  IsSecurityCritical: yes,
  IsSecuritySafeCritical: no,
  IsSecurityTransparent: no,
  GenericTypeArguments: (self) => types(own(self).genericArguments),
  UnderlyingSystemType: (self) => typeObject(own(self)),
  DeclaringType: () => null,
  ReflectedType: () => null,
  MemberType: () => enumOf('System.Reflection.MemberTypes', 'TypeInfo'),
  TypeHandle: (self) => typeObject(own(self)),
  ToString: (self) => {
    const type = own(self);
    if (type.genericArguments.length === 0) return type.fullName;
    return `${type.definition?.name ?? type.fullName.slice(0, type.fullName.indexOf('['))}[${type.genericArguments.map(({ fullName }) => fullName).join(',')}]`;
  },
  Equals: (self, other) => unwrap(other) instanceof TypeObject && own(other) === own(self),
  GetElementType: (self) => {
    const { elementType } = own(self);
    return elementType === undefined ? null : typeObject(elementType);
  },
  GetArrayRank: (self) => own(self).rank,
  GetGenericArguments: (self) => types(own(self).genericArguments),
  GetGenericTypeDefinition: (self) => {
    const { definition, genericArguments } = own(self);
    if (definition === undefined || genericArguments.length === 0)
      throw throwNet('System.InvalidOperationException', 'This operation is only valid on generic types.');
    return typeObject(requireType(definition.name));
  },
  MakeGenericType: (self, list) => {
    const made = genericType(own(self).fullName, items(list).map(typeArgument));
    if (made === undefined)
      throw throwNet(
        'System.ArgumentException',
        "The number of generic arguments provided doesn't equal the arity of the generic type definition.",
      );
    return typeObject(made);
  },
  MakeArrayType: (self, rank) => typeObject(arrayTypeOf(own(self), rank === undefined ? 1 : num(rank))),
  GetInterfaces: (self) => types([...own(self).allInterfaces]),
  GetInterface: (self, name) => {
    const wanted = text(name).toLowerCase();
    for (const one of own(self).allInterfaces)
      if (one.name.toLowerCase() === wanted || one.fullName.toLowerCase() === wanted) return typeObject(one);
    return null;
  },
  IsAssignableFrom: (self, other) => other !== null && own(other).isAssignableTo(own(self)),
  IsAssignableTo: (self, other) => other !== null && own(self).isAssignableTo(own(other)),
  IsSubclassOf: (self, other) => own(self) !== own(other) && own(self).chainTypes().includes(own(other)),
  IsInstanceOfType: (self, value) => value !== null && (own(self) === OBJECT || isType(value, own(self))),
  IsEnumDefined: (self, value) => [...(own(self).enumValues?.keys() ?? [])].includes(text(value)),
  GetEnumNames: (self) => invokeStatic(runtime(), requireType('System.Enum'), 'GetNames', [self]),
  GetEnumValues: (self) => invokeStatic(runtime(), requireType('System.Enum'), 'GetValues', [self]),
  GetEnumValuesAsUnderlyingType: (self) =>
    invokeStatic(runtime(), requireType('System.Enum'), 'GetValuesAsUnderlyingType', [self]),
  GetEnumName: (self, value) => invokeStatic(runtime(), requireType('System.Enum'), 'GetName', [self, value]),
  GetEnumUnderlyingType: (self) => typeObject(requireType(own(self).enumBase)),
  GetProperties: (self) =>
    typedArray(
      propertiesOf(own(self)).map((one) => member(PROPERTY, one)),
      requireType(PROPERTY),
    ),
  GetProperty: (self, name, flags) => {
    const found =
      flags instanceof EnumValue && (flags.value & NON_PUBLIC) !== 0n
        ? hiddenProperty(own(self), text(name))
        : propertiesOf(own(self)).find((one) => one.name === text(name));
    return found === undefined ? null : member(PROPERTY, found);
  },
  GetMethods: (self) =>
    typedArray(
      [...accessorsOf(own(self)), ...methodsOf(own(self))].map((one) => member(METHOD, one)),
      requireType(METHOD),
    ),
  'GetMethod(string)': (self, name) => {
    const found = methodsOf(own(self)).find((one) => one.name === text(name));
    return found === undefined ? null : member(METHOD, found);
  },
  'GetMethod(string, type[])': (self, name, parameters) => {
    const wanted = items(parameters).map(typeArgument);
    const found = methodsOf(own(self)).find((one) => one.name === text(name) && takesTypes(one.overload, wanted));
    return found === undefined ? null : member(METHOD, found);
  },
  GetFields: () => typedArray([], requireType('System.Reflection.FieldInfo')),
  GetField: () => null,
  GetConstructors: (self) =>
    typedArray(
      own(self).constructors.map((overload) => constructorInfo(own(self), overload)),
      requireType(CONSTRUCTOR),
    ),
  'GetConstructor(type[])': (self, parameters) => {
    const wanted = items(parameters).map(typeArgument);
    const found = own(self).constructors.find((overload) => takesTypes(overload, wanted));
    return found === undefined ? null : constructorInfo(own(self), found);
  },
  'static GetType': (_self, name, throwOnError) => {
    const found = resolveTypeText(text(name).replace(/,.*$/, ''));
    if (found !== undefined) return typeObject(found);
    if (throwOnError === true)
      throw throwNet(
        'System.TypeLoadException',
        `Could not load type '${text(name)}' from assembly 'System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35'.`,
      );
    return null;
  },
  'static GetTypeCode': (_self, type) => {
    const codes = requireType('System.TypeCode');
    const name = type === null ? 'Empty' : own(type).isEnum ? own(type).enumBase.slice(7) : own(type).name;
    return enumOf('System.TypeCode', codes.enumValues?.get(name) ?? 1n);
  },
  'static EmptyTypes': () => types([]),
  'static Delimiter': () => convertTo('.', CHAR),
}));
const constructorInfo = (owner: NetType, overload: MethodOverload): PSValue =>
  member(CONSTRUCTOR, { owner, name: '.ctor', isStatic: false, overload });
const takesTypes = (overload: MethodOverload | undefined, wanted: readonly NetType[]): boolean =>
  overload?.parameters.length === wanted.length &&
  overload.parameters.every(({ type }, index) => resolveTypeText(type) === wanted[index]);
/** @throws NotSupported: what stands at members of .NET's own is not known here. */
function attributesAt(self: PSValue): PSValue[] {
  const type = unwrap(self) instanceof TypeObject ? own(self) : undefined;
  const found = type ?? dataOf<Member>(self);
  const key = 'owner' in found ? (found.property ?? found.overload) : found;
  if (type?.isEnum === true) return type.flags ? [attributeObject('Flags', {}, 'System.')] : [];
  const made = key === undefined ? undefined : writtenAt.get(key);
  if (made !== undefined) return made();
  if ((type ?? ('owner' in found ? found.owner : found)).scriptClass) return [];
  throw notSupported('The attributes of .NET types are not available in this engine.');
}
const ofType = (list: readonly PSValue[], type: PSValue | undefined): PSValue[] =>
  list.filter((one) => isType(one, typeArgument(type)));
implement('System.Reflection.MemberInfo', () => ({
  DeclaringType: (self) => (unwrap(self) instanceof TypeObject ? null : typeObject(declaringOf(dataOf<Member>(self)))),
  Name: (self) => (unwrap(self) instanceof TypeObject ? own(self).name : dataOf<Member>(self).name),
  'GetCustomAttributes(bool)': attributesAt,
  'GetCustomAttributes(type, bool)': (self, type) => ofType(attributesAt(self), type),
  IsDefined: (self, type) => ofType(attributesAt(self), type).length > 0,
}));

/** What PowerShell scripts ask of a PropertyInfo or MethodInfo. */
const infoType = (textOfType: string): PSValue => typeObject(resolveTypeText(textOfType) ?? OBJECT);
implement('System.Reflection.PropertyInfo', () => ({
  ToString: (self) => {
    const { property, name } = dataOf<Member>(self);
    return `${(resolveTypeText(property?.type ?? '') ?? OBJECT).fullName.replace(/^System\.(?=\w+$)/, '')} ${name}`;
  },
}));
/** A type as members print it: what is primitive without its namespace. */
function printedType(text: string): string {
  if (text === 'void') return 'Void';
  const type = resolveTypeText(text);
  if (type === undefined) return text.replace(/(?<=\w)\[(?=\w)/, '`1[');
  const { elementType } = type;
  if (elementType !== undefined && type.rank === 1) return `${printedType(elementType.fullName)}[]`;
  return isPrimitive(type) ? type.name : clrText(type);
}
const printedParameters = ({ overload }: Member): string =>
  (overload?.parameters ?? []).map(({ type, byRef }) => `${printedType(type)}${byRef ? ' ByRef' : ''}`).join(', ');
interface Parameter {
  readonly of: PSValue;
  readonly at: number;
  readonly signature: MethodOverload['parameters'][number];
}
const PARAMETER = 'System.Reflection.ParameterInfo';
const signatureAt = (self: PSValue): Parameter['signature'] => dataOf<Parameter>(self).signature;
implement(PARAMETER, () => ({
  Name: (self) => signatureAt(self).name,
  ParameterType: (self) => infoType(signatureAt(self).type),
  Position: (self) => dataOf<Parameter>(self).at,
  Member: (self) => dataOf<Parameter>(self).of,
  IsOptional: (self) => signatureAt(self).optional,
  HasDefaultValue: (self) => signatureAt(self).optional,
  IsOut: (self) => signatureAt(self).byRef,
  ToString: (self) => {
    const { type, byRef, name } = signatureAt(self);
    return `${printedType(type)}${byRef ? ' ByRef' : ''} ${name}`;
  },
}));
implement(CONSTRUCTOR, () => ({
  Invoke: (self, args) =>
    construct(runtime(), dataOf<Member>(self).owner, (args ?? null) === null ? [] : items(args ?? null)),
  MemberType: () => enumOf('System.Reflection.MemberTypes', 'Constructor'),
  ToString: (self) => `Void .ctor(${printedParameters(dataOf<Member>(self))})`,
}));
const genericOf = (self: PSValue): readonly string[] => dataOf<Member>(self).overload?.generic ?? [];
implement('System.Reflection.MethodInfo', () => ({
  MakeGenericMethod: (self, list) => {
    const data = dataOf<Member>(self);
    const given = items(list).map(typeArgument);
    if (genericOf(self).length === 0 || data.typeArguments !== undefined)
      throw throwNet(
        'System.InvalidOperationException',
        `${data.name} is not a GenericMethodDefinition. MakeGenericMethod may only be called on a method for which MethodBase.IsGenericMethodDefinition is true.`,
      );
    if (genericOf(self).length !== given.length)
      throw throwNet(
        'System.ArgumentException',
        `The type or method has ${genericOf(self).length} generic parameter(s), but ${given.length} generic argument(s) were provided. A generic argument must be provided for each generic parameter.`,
      );
    return member(METHOD, { ...data, typeArguments: given });
  },
  ToString: (self) => {
    const data = dataOf<Member>(self);
    const names = data.typeArguments?.map(clrText) ?? genericOf(self);
    const generic = names.length === 0 ? '' : `[${names.join(',')}]`;
    return `${printedType(returnText(data))} ${data.name}${generic}(${printedParameters(data)})`;
  },
}));
implement('System.Reflection.MethodBase', () => ({
  GetParameters: (self) =>
    typedArray(
      (dataOf<Member>(self).overload?.parameters ?? []).map((signature, at) =>
        net<Parameter>(PARAMETER, { of: self, at, signature }),
      ),
      requireType(PARAMETER),
    ),
  IsPublic: () => true,
  IsStatic: (self) => dataOf<Member>(self).isStatic,
  IsConstructor: (self) => dataOf<Member>(self).name === '.ctor',
  IsGenericMethod: (self) => genericOf(self).length > 0,
  IsGenericMethodDefinition: (self) => genericOf(self).length > 0 && dataOf<Member>(self).typeArguments === undefined,
  ContainsGenericParameters: (self) => genericOf(self).length > 0 && dataOf<Member>(self).typeArguments === undefined,
  GetGenericArguments: (self) => types(dataOf<Member>(self).typeArguments ?? []),
}));
/** What a method gives, a generic one with the types that it was made for. */
const returnText = ({ overload, typeArguments }: Member): string => {
  const said = overload?.returnType ?? 'object';
  const names = overload?.generic ?? [];
  return typeArguments === undefined
    ? said
    : said.replace(/\w+/g, (word) => typeArguments[names.indexOf(word)]?.fullName ?? word);
};
/** Members of the reflection types, which the surface has by name only. */
export function declareReflection(): void {
  const property = requireType(PROPERTY);
  const method = requireType(METHOD);
  const get = (name: string, type: string, body: (self: PSValue) => PSValue): NetProperty => ({
    name,
    type,
    get: body,
    set: undefined,
  });
  for (const [type, list] of [
    [
      property,
      [
        get('Name', 'string', (self) => dataOf<Member>(self).name),
        get('PropertyType', 'type', (self) => infoType(dataOf<Member>(self).property?.type ?? 'object')),
        get('CanRead', 'bool', () => true),
        get('CanWrite', 'bool', (self) => dataOf<Member>(self).property?.set !== undefined),
        get('DeclaringType', 'type', (self) => typeObject(declaringOf(dataOf<Member>(self)))),
        get('MemberType', 'System.Reflection.MemberTypes', () => enumOf('System.Reflection.MemberTypes', 'Property')),
      ],
    ],
    [
      method,
      [
        get('Name', 'string', (self) => dataOf<Member>(self).name),
        get('ReturnType', 'type', (self) => infoType(returnText(dataOf<Member>(self)))),
        get('IsStatic', 'bool', (self) => dataOf<Member>(self).isStatic),
        get('IsPublic', 'bool', () => true),
        get('DeclaringType', 'type', (self) => typeObject(declaringOf(dataOf<Member>(self)))),
        get('MemberType', 'System.Reflection.MemberTypes', () => enumOf('System.Reflection.MemberTypes', 'Method')),
      ],
    ],
  ] as const)
    for (const one of list) type.properties.set(one.name.toLowerCase(), one);
  const call = (
    name: string,
    signature: string,
    parameters: MethodOverload['parameters'],
    body: MethodOverload['body'],
  ): { name: string; overloads: MethodOverload[] } => ({
    name,
    overloads: [{ signature, returnType: 'System.Object', parameters, body }],
  });
  const parameter = (type: string, name: string): MethodOverload['parameters'][number] => ({
    type,
    name,
    params: false,
    optional: false,
    byRef: false,
  });
  const index = parameter('System.Object[]', 'index');
  const target = parameter('System.Object', 'obj');
  const overloads = (
    name: string,
    result: string,
    parameters: MethodOverload['parameters'],
    body: MethodOverload['body'],
  ): { name: string; overloads: MethodOverload[] } => ({
    name,
    overloads: [parameters, [...parameters, index]].map((list) => ({
      signature: `${result} ${name}(${list.map((one) => `${one.type} ${one.name}`).join(', ')})`,
      returnType: result,
      parameters: list,
      body,
    })),
  });
  property.methods.set(
    'getvalue',
    overloads('GetValue', 'System.Object', [target], (self, from) => {
      const { owner, name, isStatic, hidden, property: found } = dataOf<Member>(self);
      if (hidden === true && found !== undefined) return found.get(from ?? null);
      return isStatic ? getStatic(runtime(), owner, name) : getProperty(runtime(), from ?? null, name);
    }),
  );
  property.methods.set(
    'setvalue',
    overloads('SetValue', 'void', [target, parameter('System.Object', 'value')], (self, into, value) => {
      const { name, hidden, property: found } = dataOf<Member>(self);
      if (hidden === true) return found?.set?.(into ?? null, value ?? null);
      return andThen(setProperty(runtime(), into ?? null, name, value ?? null), () => undefined);
    }),
  );
  method.methods.set(
    'invoke',
    call(
      'Invoke',
      'System.Object Invoke(System.Object obj, System.Object[] parameters)',
      [parameter('System.Object', 'obj'), parameter('System.Object[]', 'parameters')],
      (self, target, args) => {
        const { owner, name, isStatic, typeArguments } = dataOf<Member>(self);
        const list = args === null ? [] : items(args);
        if (name === '.ctor') return construct(runtime(), owner, list);
        if (isStatic) return invokeStatic(runtime(), owner, name, list, typeArguments);
        return typeArguments === undefined
          ? invokeMethod(runtime(), target, name, list)
          : invokeGeneric(runtime(), target, name, list, typeArguments);
      },
    ),
  );
}

implement('System.Activator', () => ({
  'static CreateInstance': (_self, type, ...args) => {
    const list = args.length === 0 ? [] : Array.isArray(args[0]) ? (args[0] as PSValue[]) : [];
    return construct(runtime(), typeArgument(type), list);
  },
}));
implement('System.Nullable', () => ({
  'static GetUnderlyingType': (_self, type) => {
    const [inner] = typeArgument(type).genericArguments;
    return inner === undefined || typeArgument(type).definition?.name !== 'System.Nullable`1'
      ? null
      : typeObject(inner);
  },
}));
export { NetThrow, PSList, typeOf };
