/** System.Type as scripts use it, members by reflection, and Activator. */
import { active } from '../runtime/overloads.js';
import { PSGuid, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { tryParseGuid } from '../../../protocol/bytes/index.js';
import { createHash } from 'node:crypto';
import { convertTo } from '../conversion.js';
import { construct, getProperty, invokeStatic } from '../runtime/members.js';
import { implement } from '../values/bodies.js';
import { NetThrow } from '../values/exceptions.js';
import { EnumValue, TypeObject, typeObject, typedArray, unwrap } from '../values/live.js';
import { NetType } from '../values/net-type.js';
import {
  arrayTypeOf,
  assemblyOf,
  CHAR,
  genericType,
  isType,
  OBJECT,
  resolveTypeText,
  typeOf,
} from '../values/types.js';
import {
  allMembers,
  asked,
  constructorsOf,
  fieldsOf,
  hiddenConstructors,
  hiddenProperty,
  invokeNamed,
  isNonPublic,
  isPrimitive,
  type Member,
  memberArray,
  memberOrNull,
  membersNamed,
  methodsOf,
  moduleOf,
  onlyOne,
  propertiesOf,
  takesTypes,
} from './member-reflection.js';
import { no, yes } from './plain-properties.js';
import {
  argumentNull,
  enumOf,
  items,
  net,
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
const isInterface = (type: NetType): boolean => type.kind === 'interface';

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
/** Of System.Reflection.TypeAttributes. */
const ATTRIBUTES = {
  public: 1,
  nestedPublic: 2,
  sequential: 8,
  explicit: 16,
  layout: 24,
  interface: 32,
  abstract: 0x80,
  sealed: 0x100,
  serializable: 0x2000,
  beforeFieldInit: 0x100000,
};
function attributesOf(type: NetType): number {
  const { attributes } = type.definition ?? { attributes: 0 };
  if (attributes !== 0) return attributes;
  return (
    (type.fullName.includes('+') ? ATTRIBUTES.nestedPublic : ATTRIBUTES.public) |
    (type.isEnum || type.isArray || type.isValueType ? ATTRIBUTES.sealed : 0) |
    (isInterface(type) ? ATTRIBUTES.interface | ATTRIBUTES.abstract : 0) |
    (type.isAbstract ? ATTRIBUTES.abstract : 0) |
    (type.staticClass ? ATTRIBUTES.sealed : 0) |
    (type.isArray ? ATTRIBUTES.serializable : 0) |
    (type.isEnum || type.scriptClass ? 0 : ATTRIBUTES.beforeFieldInit)
  );
}
/** What a generic type is made of; of its definition, the names that stand for that. */
class Parameter extends NetType {}
const parameters = new Map<string, readonly Parameter[]>();
function genericOf({ definition, genericArguments }: NetType): readonly NetType[] {
  if (genericArguments.length > 0 || definition === undefined || definition.parameters.length === 0)
    return genericArguments;
  let known = parameters.get(definition.name);
  if (known === undefined)
    parameters.set(definition.name, (known = definition.parameters.map((name) => new Parameter(name))));
  return known;
}
implement('System.Type', () => ({
  Name: (self) => own(self).name.replace(/\[\[.*\]\]$/, ''),
  FullName: (self) => (own(self) instanceof Parameter ? null : own(self).fullName),
  Namespace: (self) => own(self).namespace.replace(/`.*/, '').replace(/\[.*$/, '') || null,
  AssemblyQualifiedName: (self) => `${own(self).fullName}, ${assemblyOf(own(self))}`,
  Assembly: (self) => net('System.Reflection.Assembly', assemblyOf(own(self))),
  Module: (self) => moduleOf(own(self)),
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
  IsAbstract: (self) => (attributesOf(own(self)) & ATTRIBUTES.abstract) !== 0,
  IsSealed: (self) => (attributesOf(own(self)) & ATTRIBUTES.sealed) !== 0,
  Attributes: (self) => enumOf('System.Reflection.TypeAttributes', attributesOf(own(self))),
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
  IsAutoLayout: (self) => (attributesOf(own(self)) & ATTRIBUTES.layout) === 0,
  IsLayoutSequential: (self) => (attributesOf(own(self)) & ATTRIBUTES.layout) === ATTRIBUTES.sequential,
  IsExplicitLayout: (self) => (attributesOf(own(self)) & ATTRIBUTES.layout) === ATTRIBUTES.explicit,
  IsSignatureType: no,
  IsGenericParameter: (self) => own(self) instanceof Parameter,
  IsGenericTypeParameter: (self) => own(self) instanceof Parameter,
  IsGenericMethodParameter: no,
  IsSecurityCritical: yes,
  IsSecuritySafeCritical: no,
  IsSecurityTransparent: no,
  IsCollectible: no,
  GenericTypeArguments: (self) => types(own(self).genericArguments),
  UnderlyingSystemType: (self) => typeObject(own(self)),
  DeclaringType: (self) => {
    const outer = /^(.*)\+/.exec(own(self).fullName)?.[1];
    const found = outer === undefined ? undefined : resolveTypeText(outer);
    return found === undefined ? null : typeObject(found);
  },
  ReflectedType: (self) => getProperty(runtime(), self, 'DeclaringType'),
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
  GetGenericArguments: (self) => types(genericOf(own(self))),
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
  IsEnumDefined: (self, value) => invokeStatic(runtime(), requireType('System.Enum'), 'IsDefined', [self, value]),
  GetEnumNames: (self) => invokeStatic(runtime(), requireType('System.Enum'), 'GetNames', [self]),
  GetEnumValues: (self) => invokeStatic(runtime(), requireType('System.Enum'), 'GetValues', [self]),
  GetEnumValuesAsUnderlyingType: (self) =>
    invokeStatic(runtime(), requireType('System.Enum'), 'GetValuesAsUnderlyingType', [self]),
  GetEnumName: (self, value) => invokeStatic(runtime(), requireType('System.Enum'), 'GetName', [self, value]),
  GetEnumUnderlyingType: (self) => typeObject(requireType(own(self).enumBase)),
  GetProperties: (self, flags) => memberArray('Property', asked(propertiesOf(own(self)), flags)),
  'GetProperty(string)': (self, name) => property(own(self), name, undefined),
  GetProperty: (self, name, flags) => property(own(self), name, flags instanceof EnumValue ? flags : undefined),
  GetMethods: (self, flags) => memberArray('Method', asked(methodsOf(own(self)), flags)),
  'GetMethod(string)': (self, name) => onlyOne('Method', methodsNamed(own(self), name)),
  'GetMethod(string, System.Reflection.BindingFlags)': (self, name, flags) =>
    onlyOne('Method', asked(methodsNamed(own(self), name), flags)),
  'GetMethod(string, type[])': (self, name, parameters) => methodTaking(own(self), name, parameters),
  'GetMethod(string, type[], System.Reflection.ParameterModifier[])': (self, name, parameters) =>
    methodTaking(own(self), name, parameters),
  'GetMethod(string, System.Reflection.BindingFlags, type[])': (self, name, flags, parameters) =>
    methodTaking(own(self), name, parameters, flags),
  'GetMethod(string, System.Reflection.BindingFlags, System.Reflection.Binder, type[], System.Reflection.ParameterModifier[])':
    (self, name, flags, _binder, parameters) => methodTaking(own(self), name, parameters, flags),
  GetFields: (self, flags) => memberArray('Field', asked(fieldsOf(own(self)), flags)),
  GetField: (self, name, flags) =>
    memberOrNull(
      'Field',
      asked(fieldsOf(own(self)), flags).find((one) => one.name === text(name)),
    ),
  GetMembers: (self, flags) => {
    const kept = flags === undefined ? undefined : flags;
    return allMembers(own(self), (one) => asked([one], kept).length > 0);
  },
  'GetMember(string)': (self, name) => membersNamed(own(self), text(name)),
  GetConstructors: (self, flags) => memberArray('Constructor', asked(constructorsOf(own(self)), flags)),
  'GetConstructor(type[])': (self, parameters) => constructorTaking(own(self), parameters),
  'GetConstructor(System.Reflection.BindingFlags, type[])': (self, flags, parameters) =>
    constructorTaking(own(self), parameters, flags),
  'GetConstructor(System.Reflection.BindingFlags, System.Reflection.Binder, type[], System.Reflection.ParameterModifier[])':
    (self, flags, _binder, parameters) => constructorTaking(own(self), parameters, flags),
  InvokeMember: (self, name, flags, _binder, target, args) =>
    invokeNamed(own(self), text(name), flags, target ?? null, args ?? null),
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
  'static Missing': () => net('System.Reflection.Missing', undefined),
  'static GetTypeArray': (_self, list) => types(items(list).map((one) => typeOf(unwrap(one)) ?? OBJECT)),
  'static Delimiter': () => convertTo('.', CHAR),
}));
function property(type: NetType, name: PSValue, flags: PSValue | undefined): PSValue {
  const found = isNonPublic(flags) ? hiddenProperty(type, text(name)) : undefined;
  return memberOrNull('Property', found ?? asked(propertiesOf(type), flags).find((one) => one.name === text(name)));
}
function constructorTaking(type: NetType, parameters: PSValue, flags?: PSValue): PSValue {
  const wanted = items(parameters).map(typeArgument);
  const known = [...asked(constructorsOf(type), flags), ...(isNonPublic(flags) ? hiddenConstructors(type) : [])];
  return memberOrNull(
    'Constructor',
    known.find(({ overload }) => takesTypes(overload, wanted)),
  );
}
const methodsNamed = (type: NetType, name: PSValue): readonly Member[] =>
  methodsOf(type).filter((one) => one.name === text(name));
function methodTaking(type: NetType, name: PSValue, parameters: PSValue | undefined, flags?: PSValue): PSValue {
  const wanted = items(parameters).map(typeArgument);
  const list = asked(methodsNamed(type, name), flags);
  return memberOrNull(
    'Method',
    list.find((one) => takesTypes(one.overload, wanted)),
  );
}
implement('System.Reflection.Missing', () => ({ 'static Value': () => net('System.Reflection.Missing', undefined) }));
implement('System.Activator', () => ({
  'static CreateInstance': (_self, type, ...args) => {
    // `[Activator]::CreateInstance[T]()`
    const [named] = active.typeArguments;
    if (named !== undefined && type === undefined) return construct(runtime(), named, []);
    const list = args.length === 0 ? [] : Array.isArray(args[0]) ? (args[0] as PSValue[]) : [];
    return construct(runtime(), typeArgument(type), list);
  },
}));
implement('System.Nullable`1', () => ({ new: (_self, value) => value ?? null }));
implement('System.Nullable', () => ({
  'static GetUnderlyingType': (_self, type) => {
    const [inner] = typeArgument(type).genericArguments;
    return inner === undefined || typeArgument(type).definition?.name !== 'System.Nullable`1'
      ? null
      : typeObject(inner);
  },
}));
export { NetThrow, PSList, typeOf };
