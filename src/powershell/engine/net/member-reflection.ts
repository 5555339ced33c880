/**
 * Members of types as objects: what GetMethods, GetProperties, GetFields and GetConstructors give. .NET's own are told by
 * the surface, which has no fields but marks which of its properties are some, and no accessors.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { andThen } from '../pending.js';
import { attributeObject, writtenAt } from '../runtime/attribute-objects.js';
import { internalConstructors, internalProperty, internalType } from '../runtime/internal-members.js';
import {
  construct,
  getProperty,
  getStatic,
  invokeGeneric,
  invokeMethod,
  invokeStatic,
  setProperty,
  setStatic,
} from '../runtime/members.js';
import { type Bodies, implement, type MemberBody } from '../values/bodies.js';
import { NetThrow, PSError } from '../values/exceptions.js';
import { AutomationNull, TypeObject, typedArray, typeObject, unwrap } from '../values/live.js';
import type { MethodOverload, NetProperty, NetType } from '../values/net-type.js';
import { parseMethod } from '../values/signature.js';
import { assemblyOf, clrText, enumFromNumber, isType, OBJECT, resolveTypeText } from '../values/types.js';
import { no, yes } from './plain-properties.js';
import {
  dataOf,
  enumOf,
  flagsOf,
  items,
  net,
  notSupported,
  requireType,
  runtime,
  throwNet,
  typeArgument,
} from './support.js';

export interface Member {
  readonly owner: NetType;
  readonly name: string;
  readonly isStatic: boolean;
  readonly property?: NetProperty;
  readonly overload?: MethodOverload;
  /** Not one that a script could name. */
  readonly hidden?: boolean;
  /** Of a generic method: what MakeGenericMethod was given. */
  readonly typeArguments?: readonly NetType[];
  /** Of a field: `=` a constant, `!` one that is only read. */
  readonly mark?: '=' | '!' | '';
}
const SPACE = 'System.Reflection';
/** The class of each kind of member, and the public class that arrays of them are of. */
const KINDS = {
  Property: [`${SPACE}.RuntimePropertyInfo`, `${SPACE}.PropertyInfo`],
  Method: [`${SPACE}.RuntimeMethodInfo`, `${SPACE}.MethodInfo`],
  Constructor: [`${SPACE}.RuntimeConstructorInfo`, `${SPACE}.ConstructorInfo`],
  Field: [`${SPACE}.RtFieldInfo`, `${SPACE}.FieldInfo`],
} as const;
type Kind = keyof typeof KINDS;
const memberObject = (kind: Kind, data: Member): PSValue =>
  net(data.mark === '=' ? `${SPACE}.MdFieldInfo` : KINDS[kind][0], data);
/** One member, or null where there is none. */
export const memberOrNull = (kind: Kind, data: Member | undefined): PSValue =>
  data === undefined ? null : memberObject(kind, data);
export const memberArray = (kind: Kind, list: readonly Member[]): PSValue =>
  typedArray(
    list.map((one) => memberObject(kind, one)),
    requireType(KINDS[kind][1]),
  );

/** Of System.Reflection.BindingFlags. */
const FLAGS = { declaredOnly: 2, instance: 4, static: 8, public: 16, nonPublic: 32 };
/** Those that the flags of a call ask for; without flags all that are public. */
export function asked(list: readonly Member[], flags: PSValue | undefined): readonly Member[] {
  if (flags === undefined || flags === null) return list;
  const wanted = flagsOf(flags);
  if ((wanted & FLAGS.public) === 0) return [];
  return list.filter(
    (one) =>
      (wanted & (one.isStatic ? FLAGS.static : FLAGS.instance)) !== 0 &&
      ((wanted & FLAGS.declaredOnly) === 0 || declaringOf(one) === one.owner),
  );
}
export const isNonPublic = (flags: PSValue | undefined): boolean =>
  flags !== undefined && flags !== null && (flagsOf(flags) & FLAGS.nonPublic) !== 0;
/** @throws AmbiguousMatchException: there are several. */
export function onlyOne(kind: Kind, list: readonly Member[]): PSValue {
  const [first, second] = list;
  if (first !== undefined && second !== undefined)
    throw throwNet(
      `${SPACE}.AmbiguousMatchException`,
      `Ambiguous match found for '${clrText(declaringOf(first))} ${shownMember(first)}'.`,
    );
  return memberOrNull(kind, first);
}

/** The fields of a type and its bases, by their names. */
function fieldMarks(type: NetType): Map<string, '=' | '!' | ''> {
  const found = new Map<string, '=' | '!' | ''>();
  for (const { definition } of type.chainTypes())
    for (const field of definition?.fields ?? []) {
      const mark = field.startsWith('=') ? '=' : field.startsWith('!') ? '!' : '';
      found.set(mark === '' ? field : field.slice(1), mark);
    }
  return found;
}
/** Properties and fields, which are the same to PowerShell. */
const dataMembers = (type: NetType): Member[] => [
  ...type.allProperties().map((property) => ({ owner: type, name: property.name, isStatic: false, property })),
  ...[...type.staticProperties.values()].map((property) => ({
    owner: type,
    name: property.name,
    isStatic: true,
    property,
  })),
];
export function propertiesOf(type: NetType): Member[] {
  if (type.isEnum) return [];
  const fields = fieldMarks(type);
  const list = dataMembers(type).filter(({ name }) => !fields.has(name));
  const indexer = type.findMethod('get_Item') ?? type.findMethod('get_Chars');
  const overload = indexer?.overloads.find(({ through }) => through === undefined);
  if (indexer === undefined || overload === undefined || type.scriptClass) return list;
  const name = indexer.name.slice('get_'.length);
  const set = type.findMethod(`set_${name}`)?.overloads[0]?.body;
  const property = { name, type: overload.returnType, get: overload.body, set };
  const member: Member = { owner: type, name, isStatic: false, property, overload };
  // Of a text it is its first property.
  return name === 'Chars' ? [member, ...list] : [...list, member];
}
export function fieldsOf(type: NetType): Member[] {
  if (type.isEnum)
    return [
      { owner: type, name: 'value__', isStatic: false, mark: '' },
      ...[...(type.enumValues?.keys() ?? [])].map((name): Member => ({ owner: type, name, isStatic: true, mark: '=' })),
    ];
  const fields = fieldMarks(type);
  return dataMembers(type).flatMap((one) => {
    const mark = fields.get(one.name);
    // Static fields of a base are not among a type's own.
    return mark === undefined ? [] : [{ ...one, mark }];
  });
}
export const constructorsOf = (type: NetType): Member[] =>
  type.constructors.map((overload) => ({ owner: type, name: '.ctor', isStatic: false, overload }));
export const hiddenConstructors = (owner: NetType): Member[] =>
  internalConstructors(owner).map((overload) => ({ owner, name: '.ctor', isStatic: false, overload, hidden: true }));
/** The methods behind properties. */
const accessorsOf = (type: NetType): Member[] =>
  propertiesOf(type).flatMap(({ isStatic, property, overload }) => {
    if (property === undefined || overload !== undefined) return [];
    const get: Member = { owner: type, name: `get_${property.name}`, isStatic, property };
    return property.set === undefined && !type.scriptClass ? [get] : [get, { ...get, name: `set_${property.name}` }];
  });
export function methodsOf(type: NetType): Member[] {
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
  return [...accessorsOf(type), ...[...seen.values()].flat()];
}
/** The class that a member was written in: of a script's classes, the nearest that has it. */
function declaringOf({ owner, name, isStatic }: Member): NetType {
  if (name === '.ctor' || owner.isEnum) return owner;
  const key = name.toLowerCase();
  const property = key.replace(/^[gs]et_/, '');
  const has = (one: NetType): boolean =>
    isStatic
      ? one.staticMethods.has(key) || one.staticProperties.has(property)
      : one.methods.has(key) || one.properties.has(property);
  return owner.chainTypes().find(has) ?? owner;
}
export function hiddenProperty(owner: NetType, name: string): Member | undefined {
  const property = internalProperty(owner, name);
  return property === undefined ? undefined : { owner, name, isStatic: false, property, hidden: true };
}
export const takesTypes = (overload: MethodOverload | undefined, wanted: readonly NetType[]): boolean =>
  (overload?.parameters.length ?? 0) === wanted.length &&
  (overload?.parameters ?? []).every(
    ({ type }, index) => (internalType(type) ?? resolveTypeText(type)) === wanted[index],
  );

/** @throws NotSupported: what stands at members of .NET's own is not known here. */
export function attributesAt(self: PSValue): PSValue[] {
  const inner = unwrap(self);
  const type = inner instanceof TypeObject ? inner.type : undefined;
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
const isTypeObject = (self: PSValue): boolean => unwrap(self) instanceof TypeObject;
const own = (self: PSValue): Member => dataOf<Member>(self);
const MEMBER_TYPES = `${SPACE}.MemberTypes`;
/** The file that a type is in. */
export const moduleOf = (type: NetType): PSValue => net(`${SPACE}.Module`, type);
implement(`${SPACE}.Module`, () => {
  const name = (self: PSValue): string =>
    dataOf<NetType>(self).scriptClass
      ? '<In Memory Module>'
      : `${assemblyOf(dataOf<NetType>(self)).split(',')[0] ?? ''}.dll`;
  return {
    Name: name,
    ScopeName: name,
    Assembly: (self) => net(`${SPACE}.Assembly`, assemblyOf(dataOf<NetType>(self))),
    ToString: name,
  };
});
implement(`${SPACE}.MemberInfo`, () => ({
  DeclaringType: (self) => (isTypeObject(self) ? null : typeObject(declaringOf(own(self)))),
  ReflectedType: (self) => (isTypeObject(self) ? null : typeObject(own(self).owner)),
  Name: (self) => own(self).name,
  Module: (self) => moduleOf(declaringOf(own(self))),
  IsCollectible: no,
  'GetCustomAttributes(bool)': attributesAt,
  'GetCustomAttributes(type, bool)': (self, type) => ofType(attributesAt(self), type),
  IsDefined: (self, type) => ofType(attributesAt(self), type).length > 0,
}));

// -------------------------------------------------------- properties, fields

/** What PowerShell scripts ask of a PropertyInfo or MethodInfo. */
const infoType = (textOfType: string): PSValue => typeObject(resolveTypeText(textOfType) ?? OBJECT);
const accessor = (self: PSValue, kind: 'get' | 'set'): PSValue => {
  const { property, overload, ...rest } = own(self);
  if (property === undefined || (kind === 'set' && property.set === undefined)) return null;
  const name = `${kind}_${property.name}`;
  return memberObject('Method', { ...rest, name, ...(overload === undefined ? { property } : { overload }) });
};
const read = (self: PSValue, from: PSValue | undefined, indexes: PSValue | undefined): PSValue | Promise<PSValue> => {
  const { owner, name, isStatic, hidden, property, overload } = own(self);
  if (hidden === true && property !== undefined) return property.get(from ?? null) as PSValue;
  if (overload !== undefined) return invokeMethod(runtime(), from ?? null, `get_${name}`, items(indexes ?? []));
  return isStatic ? getStatic(runtime(), owner, name) : getProperty(runtime(), from ?? null, name);
};
const written: MemberBody = (self, into, value) => {
  const { owner, name, isStatic, hidden, property } = own(self);
  if (hidden === true) return property?.set?.(into ?? null, value ?? null);
  const done = isStatic
    ? setStatic(runtime(), owner, name, value ?? null)
    : setProperty(runtime(), into ?? null, name, value ?? null);
  return andThen(done, () => undefined);
};
const typeOfData = ({ owner, name, property, mark }: Member): PSValue =>
  property !== undefined
    ? infoType(property.type)
    : typeObject(mark === '=' ? owner : name === 'value__' ? requireType(owner.enumBase) : OBJECT);
implement(`${SPACE}.PropertyInfo`, () => ({
  MemberType: () => enumOf(MEMBER_TYPES, 'Property'),
  PropertyType: (self) => typeOfData(own(self)),
  Attributes: () => enumOf(`${SPACE}.PropertyAttributes`, 'None'),
  CanRead: yes,
  CanWrite: (self) => own(self).property?.set !== undefined,
  IsSpecialName: no,
  GetMethod: (self) => accessor(self, 'get'),
  SetMethod: (self) => accessor(self, 'set'),
  GetGetMethod: (self) => accessor(self, 'get'),
  GetSetMethod: (self) => accessor(self, 'set'),
  GetIndexParameters: (self) => parametersOf(self),
  GetValue: (self, from, indexes) => read(self, from, indexes),
  SetValue: written,
  ToString: (self) => shownMember(own(self)),
}));
const FIELD = { public: 6, static: 16, initOnly: 32, literal: 64, hasDefault: 0x8000, special: 0x600 };
const fieldFlags = ({ name, isStatic, mark }: Member): number =>
  FIELD.public |
  (isStatic ? FIELD.static : 0) |
  (mark === '=' ? FIELD.literal | FIELD.hasDefault : mark === '!' ? FIELD.initOnly : 0) |
  (name === 'value__' ? FIELD.special : 0);
const constant = (self: PSValue): PSValue => {
  const { owner, name } = own(self);
  return enumFromNumber(owner, owner.enumValues?.get(name) ?? 0n);
};
/** Of members: only what is public is known here. */
const PUBLIC_ONLY: Bodies = {
  IsAssembly: no,
  IsFamily: no,
  IsFamilyAndAssembly: no,
  IsFamilyOrAssembly: no,
  IsPrivate: no,
  IsSecurityCritical: yes,
  IsSecuritySafeCritical: no,
  IsSecurityTransparent: no,
};
implement(`${SPACE}.FieldInfo`, () => ({
  MemberType: () => enumOf(MEMBER_TYPES, 'Field'),
  FieldType: (self) => typeOfData(own(self)),
  Attributes: (self) => enumOf(`${SPACE}.FieldAttributes`, fieldFlags(own(self))),
  IsInitOnly: (self) => own(self).mark === '!',
  IsLiteral: (self) => own(self).mark === '=',
  IsStatic: (self) => own(self).isStatic,
  IsPublic: yes,
  IsNotSerialized: no,
  IsPinvokeImpl: no,
  IsSpecialName: (self) => own(self).name === 'value__',
  ...PUBLIC_ONLY,
  GetValue: (self, from) => (own(self).property === undefined ? constantOf(self, from) : read(self, from, undefined)),
  GetRawConstantValue: (self) =>
    own(self).property === undefined
      ? invokeStatic(runtime(), requireType('System.Convert'), 'ChangeType', [
          constant(self),
          typeObject(requireType(own(self).owner.enumBase)),
        ])
      : read(self, null, undefined),
  SetValue: (self, into, value) => {
    if (own(self).mark === '=' || own(self).mark === '!')
      throw throwNet('System.FieldAccessException', 'Cannot set a constant field.');
    return written(self, into ?? null, value ?? null);
  },
  ToString: (self) => shownMember(own(self)),
}));
const constantOf = (self: PSValue, from: PSValue | undefined): PSValue | Promise<PSValue> =>
  own(self).name === 'value__' ? getProperty(runtime(), from ?? null, 'value__') : constant(self);

// ------------------------------------------------------------------ methods

/** A type as members print it: what is primitive without its namespace. */
function printedType(text: string): string {
  if (text === 'void' || text === 'System.Void') return 'Void';
  if (text.endsWith('*')) return `${printedType(text.slice(0, -1))}*`;
  const type = resolveTypeText(text);
  if (type === undefined) return text.replace(/(?<=\w)\[(?=\w)/, '`1[');
  const { elementType } = type;
  if (elementType !== undefined && type.rank === 1) return `${printedType(elementType.fullName)}[]`;
  return isPrimitive(type) ? type.name : clrText(type);
}
const PRIMITIVES = new Set(
  'Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 IntPtr UIntPtr Char Double Single'
    .split(' ')
    .map((name) => `System.${name}`),
);
export const isPrimitive = (type: NetType): boolean => PRIMITIVES.has(type.fullName);
const parameter = (type: string, name: string): MethodOverload['parameters'][number] => ({
  type,
  name,
  params: false,
  optional: false,
  byRef: false,
});
/** What stands behind a pointer's type in a signature: commas, which separate parameters everywhere else. */
const ASSEMBLY_OF = '*, System.';
const ASSEMBLIES = /(?<=\*), [\w.]+, Version=[\d.]+, Culture=neutral, PublicKeyToken=[0-9a-f]+/g;
/** The parameters of a method: an accessor has the value that is put. */
const signaturesOf = ({ name, overload, property }: Member): MethodOverload['parameters'] =>
  (overload?.signature.includes(ASSEMBLY_OF) === true
    ? parseMethod(overload.signature.replace(/^static /, '').replace(ASSEMBLIES, '')).parameters
    : overload?.parameters) ??
  (name.startsWith('set_') && property !== undefined ? [parameter(property.type, 'value')] : []);
const printedParameters = (data: Member): string =>
  signaturesOf(data)
    .map(({ type, byRef }) => `${printedType(type)}${byRef ? ' ByRef' : ''}`)
    .join(', ');
function shownMember(data: Member): string {
  const { name, property, overload, mark } = data;
  if (name === '.ctor') return `Void .ctor(${printedParameters(data)})`;
  if (mark !== undefined) return `${printedType(unwrapType(typeOfData(data)))} ${name}`;
  if (property !== undefined && property.name === name)
    return overload === undefined
      ? `${printedType(property.type)} ${name}`
      : `${printedType(property.type)} ${name} [${printedParameters(data)}]`;
  const names = data.typeArguments?.map(clrText) ?? overload?.generic ?? [];
  const generic = names.length === 0 ? '' : `[${names.join(',')}]`;
  return `${printedType(returnText(data))} ${name}${generic}(${printedParameters(data)})`;
}
const unwrapType = (value: PSValue): string => typeArgument(value).fullName;
interface Parameter {
  readonly of: PSValue;
  readonly at: number;
  readonly signature: MethodOverload['parameters'][number];
}
const PARAMETER = `${SPACE}.RuntimeParameterInfo`;
const signatureAt = (self: PSValue): Parameter['signature'] => dataOf<Parameter>(self).signature;
const parametersOf = (self: PSValue): PSValue =>
  typedArray(
    signaturesOf(own(self)).map((signature, at) => net<Parameter>(PARAMETER, { of: self, at, signature })),
    requireType(`${SPACE}.ParameterInfo`),
  );
const PARAMETER_FLAGS = { none: 0, out: 2, optional: 16, hasDefault: 0x1000 };
implement(`${SPACE}.ParameterInfo`, () => ({
  Name: (self) => (dataOf<Parameter>(self).at < 0 ? null : signatureAt(self).name),
  ParameterType: (self) => infoType(signatureAt(self).type),
  Position: (self) => dataOf<Parameter>(self).at,
  Member: (self) => dataOf<Parameter>(self).of,
  Attributes: (self) =>
    enumOf(
      `${SPACE}.ParameterAttributes`,
      signatureAt(self).optional ? PARAMETER_FLAGS.optional | PARAMETER_FLAGS.hasDefault : PARAMETER_FLAGS.none,
    ),
  IsIn: no,
  IsLcid: no,
  IsRetval: no,
  IsOptional: (self) => signatureAt(self).optional,
  HasDefaultValue: (self) => signatureAt(self).optional,
  IsOut: (self) => signatureAt(self).byRef,
  ToString: (self) => {
    const { type, byRef, name } = signatureAt(self);
    return `${printedType(type)}${byRef ? ' ByRef' : ''} ${name}`.trimEnd();
  },
}));
const genericOf = (self: PSValue): readonly string[] => own(self).overload?.generic ?? [];
/** What a method gives, a generic one with the types that it was made for. */
const returnText = ({ name, overload, property, typeArguments }: Member): string => {
  if (overload === undefined && name.startsWith('set_')) return 'void';
  const said = overload?.returnType ?? property?.type ?? 'object';
  const names = overload?.generic ?? [];
  return typeArguments === undefined
    ? said
    : said.replace(/\w+/g, (word) => typeArguments[names.indexOf(word)]?.fullName ?? word);
};
const returned = (self: PSValue): PSValue =>
  net<Parameter>(PARAMETER, { of: self, at: -1, signature: parameter(returnText(own(self)), '') });
/** What the method throws is what calling it through reflection throws. */
function fromInside(error: unknown): never {
  const inner = error instanceof PSError ? error.record.exception.inner : undefined;
  if (inner === undefined) throw error;
  throw new NetThrow(inner.type.fullName, inner.message, undefined, inner);
}
const invoked: MemberBody = (self, target, args) => {
  try {
    const given = called(self, target, args);
    return given instanceof Promise ? given.catch(fromInside) : given;
  } catch (error) {
    return fromInside(error);
  }
};
const called: MemberBody = (self, target, args) => {
  const { owner, name, isStatic, typeArguments, property, overload, hidden } = own(self);
  const list = args === null || args === undefined ? [] : items(args);
  if (hidden === true && overload !== undefined) return overload.body(null, ...list);
  if (name === '.ctor') return construct(runtime(), owner, list);
  if (property !== undefined && overload === undefined) {
    const of = memberObject('Property', { owner, name: property.name, isStatic, property });
    return name.startsWith('set_') ? written(of, target ?? null, list[0] ?? null) : read(of, target, undefined);
  }
  const result = isStatic
    ? invokeStatic(runtime(), owner, name, list, typeArguments)
    : typeArguments === undefined
      ? invokeMethod(runtime(), target ?? null, name, list)
      : invokeGeneric(runtime(), target ?? null, name, list, typeArguments);
  // Through reflection what gives nothing gives null.
  return andThen(result, (value) => (value === AutomationNull ? null : value));
};
implement(`${SPACE}.ConstructorInfo`, () => ({
  MemberType: () => enumOf(MEMBER_TYPES, 'Constructor'),
  'Invoke(System.Object[])': (self, args) => invoked(self, null, args ?? null),
  ToString: (self) => shownMember(own(self)),
}));
implement(`${SPACE}.MethodInfo`, () => ({
  MemberType: () => enumOf(MEMBER_TYPES, 'Method'),
  ReturnType: (self) => infoType(returnText(own(self))),
  ReturnParameter: returned,
  ReturnTypeCustomAttributes: returned,
  MakeGenericMethod: (self, list) => {
    const data = own(self);
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
    return memberObject('Method', { ...data, typeArguments: given });
  },
  ToString: (self) => shownMember(own(self)),
}));
const METHOD = { public: 6, static: 16, hideBySig: 0x80, special: 0x800, runtimeSpecial: 0x1000 };
const isSpecial = ({ name, property }: Member): boolean =>
  name === '.ctor' || name.startsWith('op_') || property !== undefined || /^[gs]et_/.test(name);
const methodFlags = (data: Member): number =>
  METHOD.public |
  METHOD.hideBySig |
  (data.isStatic ? METHOD.static : 0) |
  (isSpecial(data) ? METHOD.special : 0) |
  (data.name === '.ctor' ? METHOD.runtimeSpecial : 0);
const isOpen = (self: PSValue): boolean => genericOf(self).length > 0 && own(self).typeArguments === undefined;
implement(`${SPACE}.MethodBase`, () => ({
  Invoke: invoked,
  GetParameters: parametersOf,
  Attributes: (self) => enumOf(`${SPACE}.MethodAttributes`, methodFlags(own(self))),
  CallingConvention: (self) => enumOf(`${SPACE}.CallingConventions`, own(self).isStatic ? 1 : 33),
  MethodImplementationFlags: () => enumOf(`${SPACE}.MethodImplAttributes`, 'IL'),
  IsPublic: yes,
  IsStatic: (self) => own(self).isStatic,
  IsConstructor: (self) => own(self).name === '.ctor',
  IsHideBySig: yes,
  IsSpecialName: (self) => isSpecial(own(self)),
  IsAbstract: no,
  IsFinal: no,
  IsVirtual: no,
  ...PUBLIC_ONLY,
  IsConstructedGenericMethod: (self) => own(self).typeArguments !== undefined,
  IsGenericMethod: (self) => genericOf(self).length > 0,
  IsGenericMethodDefinition: isOpen,
  ContainsGenericParameters: isOpen,
  GetGenericArguments: (self) =>
    typedArray((own(self).typeArguments ?? []).map(typeObject), requireType('System.Type')),
}));

// ------------------------------------------------------- members by a name

const INVOKE = {
  method: 0x100,
  create: 0x200,
  getField: 0x400,
  setField: 0x800,
  getProperty: 0x1000,
  setProperty: 0x2000,
};
/** `Type.InvokeMember`: which of the things that one can do with a member, its flags say. */
export function invokeNamed(
  type: NetType,
  name: string,
  flags: PSValue,
  target: PSValue,
  args: PSValue,
): PSValue | Promise<PSValue> {
  const wanted = flagsOf(flags);
  const has = (flag: number): boolean => (wanted & flag) !== 0;
  const list = args === null ? [] : items(args);
  if (has(INVOKE.create)) return construct(runtime(), type, list);
  const isStatic = target === null;
  if (has(INVOKE.method))
    return isStatic ? invokeStatic(runtime(), type, name, list) : invokeMethod(runtime(), target, name, list);
  const data = dataMembers(type).find((one) => one.name === name && one.isStatic === isStatic);
  if (data === undefined)
    throw throwNet('System.MissingMethodException', `Method '${clrText(type)}.${name}' not found.`);
  const of = memberObject('Property', data);
  if (has(INVOKE.setField | INVOKE.setProperty))
    return andThen(written(of, target, list[0] ?? null) as PSValue | Promise<PSValue>, () => null);
  return read(of, target, undefined);
}
/** What has a name, or begins with what stands before a `*`. */
export function membersNamed(type: NetType, name: string): PSValue {
  const begins = name.endsWith('*') ? name.slice(0, -1) : undefined;
  return allMembers(type, (one) => (begins === undefined ? one.name === name : one.name.startsWith(begins)));
}
export function allMembers(type: NetType, keep: (one: Member) => boolean = () => true): PSValue {
  const list = (
    [
      ['Method', methodsOf],
      ['Constructor', constructorsOf],
      ['Property', propertiesOf],
      ['Field', fieldsOf],
    ] as const
  ).flatMap(([kind, of]) =>
    of(type)
      .filter(keep)
      .map((one) => memberObject(kind, one)),
  );
  return typedArray(list, requireType(`${SPACE}.MemberInfo`));
}
