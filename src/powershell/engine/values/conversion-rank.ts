/**
 * How good a conversion between two types is: what chooses between overloads. The ranks and their order are
 * PowerShell's; measured against the real engine (test/differential/net-members.test.ts).
 */
import type { MethodOverload, NetType } from './net-type.js';
import {
  ARRAY,
  BIGINT,
  BOOLEAN,
  BYTE,
  CHAR,
  DECIMAL,
  DOUBLE,
  HASHTABLE,
  INT16,
  INT32,
  INT64,
  PSOBJECT,
  REFERENCE,
  REGEX,
  resolveTypeText,
  SBYTE,
  SCRIPTBLOCK,
  SINGLE,
  STRING,
  SWITCH,
  TYPE,
  UINT16,
  UINT32,
  UINT64,
  URI,
  XMLDOCUMENT,
} from './types.js';
import { findType } from './net-type.js';

export const Rank = {
  None: 0,
  UnrelatedArrays: 0x0f,
  ToString: 0x1f,
  Custom: 0x2f,
  IConvertible: 0x3f,
  ImplicitCast: 0x4f,
  ExplicitCast: 0x5f,
  ConstructorS2A: 0x67,
  Constructor: 0x6f,
  Parse: 0x7f,
  PSObject: 0x8f,
  LanguageS2A: 0x97,
  Language: 0x9f,
  NullToValue: 0xaf,
  NullToRef: 0xbf,
  NumericExplicit: 0xcf,
  NumericExplicit1: 0xdf,
  NumericString: 0xef,
  NumericImplicit: 0xff,
  Assignable: 0x10f,
  StringToCharArray: 0x11a,
  Identity: 0x11f,
} as const;
/** Takes the mark of "one value becomes an array of one" out of a rank. */
const SCALAR_TO_ARRAY = 0xfff7;

const SIGNED: readonly NetType[] = [SBYTE, INT16, INT32, INT64];
const UNSIGNED: readonly NetType[] = [BYTE, UINT16, UINT32, UINT64];
const REALS: readonly NetType[] = [SINGLE, DOUBLE, DECIMAL];
const NUMERIC = new Set<NetType>([...SIGNED, ...UNSIGNED, ...REALS, BIGINT]);

/** Between two different numeric types. */
function numericRank(from: NetType, to: NetType): number {
  const fromReal = REALS.includes(from);
  const toReal = REALS.includes(to);
  if (from === BIGINT || to === BIGINT) return from === BIGINT ? Rank.NumericExplicit : Rank.NumericImplicit;
  if (!fromReal && toReal) return Rank.NumericImplicit;
  if (fromReal && !toReal) return Rank.NumericExplicit;
  if (fromReal && toReal) {
    if (from === SINGLE && to === DOUBLE) return Rank.NumericImplicit;
    return from === DECIMAL ? Rank.NumericExplicit1 : Rank.NumericExplicit;
  }
  const fromSigned = SIGNED.indexOf(from);
  const fromUnsigned = UNSIGNED.indexOf(from);
  const toSigned = SIGNED.indexOf(to);
  const toUnsigned = UNSIGNED.indexOf(to);
  if (fromSigned >= 0 && toSigned >= 0) return fromSigned < toSigned ? Rank.NumericImplicit : Rank.NumericExplicit;
  if (fromUnsigned >= 0 && toUnsigned >= 0)
    return fromUnsigned < toUnsigned ? Rank.NumericImplicit : Rank.NumericExplicit;
  if (fromUnsigned >= 0) return fromUnsigned < toSigned ? Rank.NumericImplicit : Rank.NumericExplicit;
  return fromSigned <= toUnsigned ? Rank.NumericExplicit1 : Rank.NumericExplicit;
}

const isDelegate = (type: NetType): boolean => type.baseName === 'System.MulticastDelegate';
const isEnumerable = (type: NetType): boolean =>
  type !== STRING && implementsNamed(type, 'System.Collections.IEnumerable') && !implementsNamed(type, DICTIONARY);
const DICTIONARY = 'System.Collections.IDictionary';
function implementsNamed(type: NetType, name: string): boolean {
  const wanted = findType(name);
  return wanted !== undefined && type.isAssignableTo(wanted);
}

const ranks = new WeakMap<NetType, Map<NetType | undefined, number>>();
/** The rank of a conversion; `from` is undefined for null. 0: there is none. */
export function conversionRank(from: NetType | undefined, to: NetType): number {
  let table = ranks.get(to);
  if (table === undefined) ranks.set(to, (table = new Map()));
  let rank = table.get(from);
  if (rank === undefined) {
    rank = from === undefined ? nullRank(to) : figure(from, to);
    table.set(from, rank);
  }
  return rank;
}

function nullRank(to: NetType): number {
  if (to === STRING) return Rank.ToString;
  if (NUMERIC.has(to) || to === CHAR || to === BOOLEAN || to === SWITCH) return Rank.NullToValue;
  if (to === REFERENCE) return Rank.NullToRef;
  if (to.definition?.name === 'System.Nullable`1') return Rank.NullToValue;
  return to.isValueType ? Rank.None : Rank.NullToRef;
}

function figure(from: NetType, to: NetType): number {
  if (from === to) return Rank.Identity;
  if (NUMERIC.has(from)) {
    if (to === STRING || to === CHAR) return Rank.NumericString;
    if (to === BOOLEAN) return Rank.Language;
    if (NUMERIC.has(to)) return numericRank(from, to);
  }
  if (from === STRING) {
    if (NUMERIC.has(to)) return Rank.NumericString;
    if (to.elementType === CHAR && to.rank === 1) return Rank.StringToCharArray;
    if (to === REGEX || to === TYPE || to === URI || to === BOOLEAN) return Rank.Language;
  }
  if (from === CHAR && (to === SINGLE || to === DOUBLE)) return Rank.Language;
  if (from.isAssignableTo(to)) return Rank.Assignable;
  if (to === PSOBJECT) return Rank.PSObject;
  const scalar: { rank: number } = { rank: 0 };
  const language = languageRank(from, to, scalar);
  if (language !== undefined) return language;
  return Math.max(otherRank(from, to), scalar.rank);
}

function languageRank(from: NetType, to: NetType, scalar: { rank: number }): number | undefined {
  if (to.definition?.name === 'System.Nullable`1') {
    const inner = conversionRank(from, to.genericArguments[0] ?? to);
    if (inner !== Rank.None) return inner;
  }
  if (to === BOOLEAN) return Rank.Language;
  if (to === STRING) return Rank.ToString;
  if (to.elementType !== undefined) {
    if (from.elementType !== undefined)
      return from.elementType.isAssignableTo(to.elementType) ? Rank.Language : Rank.UnrelatedArrays;
    if (isEnumerable(from)) return Rank.Language;
    const inner = conversionRank(from, to.elementType);
    if (inner !== Rank.None) scalar.rank = inner & SCALAR_TO_ARRAY;
    return undefined;
  }
  if (to === ARRAY) {
    if (isEnumerable(from)) return Rank.Language;
    scalar.rank = Rank.Assignable & SCALAR_TO_ARRAY;
    return undefined;
  }
  if (to === HASHTABLE) return implementsNamed(from, DICTIONARY) ? Rank.Language : undefined;
  if (to === REFERENCE || to === XMLDOCUMENT) return Rank.Language;
  if (to.fullName === 'System.Collections.Specialized.StringCollection')
    return from.elementType !== undefined || isEnumerable(from) ? Rank.Language : Rank.LanguageS2A;
  // Which methods fit is known when one is converted.
  if (isDelegate(to) && (from === SCRIPTBLOCK || from.name === 'PSMethod')) return Rank.Language;
  if (to.isEnum && (SIGNED.includes(from) || UNSIGNED.includes(from))) return Rank.Language;
  return undefined;
}

function otherRank(from: NetType, to: NetType): number {
  if (to.isEnum && (from === STRING || isEnumerable(from))) return Rank.Parse;
  if (from === STRING && hasParse(to)) return Rank.Parse;
  if (hasConstructor(from, to)) return Rank.Constructor;
  const cast = castRank(from, to);
  if (cast !== Rank.None) return cast;
  if (implementsNamed(from, 'System.IConvertible')) {
    if (NUMERIC.has(from)) {
      if (to.elementType === undefined && conversionRank(STRING, to) !== Rank.None) return Rank.IConvertible;
    } else if (from !== STRING) return Rank.IConvertible;
  } else if (implementsNamed(from, DICTIONARY) && (hasEmptyConstructor(to) || (to.isValueType && !NUMERIC.has(to))))
    return Rank.Constructor;
  const [element, second] = to.genericArguments;
  if (element !== undefined && second === undefined && takesItems(to)) return Rank.Constructor;
  return Rank.None;
}

function hasParse(type: NetType): boolean {
  for (const one of type.chainTypes())
    for (const { parameters } of one.staticMethods.get('parse')?.overloads ?? [])
      if (
        parameters[0]?.type === 'string' &&
        (parameters.length === 1 || (parameters.length === 2 && parameters[1]?.type === 'System.IFormatProvider'))
      )
        return true;
  return false;
}
const hasConstructor = (from: NetType, to: NetType): boolean => constructorFor(from, to) !== undefined;
/** What .NET itself makes of a primitive value where a wider one is wanted. */
const WIDER: Readonly<Record<string, string>> = {
  Byte: 'Char UInt16 Int16 UInt32 Int32 UInt64 Int64 Single Double',
  SByte: 'Int16 Int32 Int64 Single Double',
  Int16: 'Int32 Int64 Single Double',
  UInt16: 'Char UInt32 Int32 UInt64 Int64 Single Double',
  Char: 'UInt16 UInt32 Int32 UInt64 Int64 Single Double',
  Int32: 'Int64 Single Double',
  UInt32: 'UInt64 Int64 Single Double',
  Int64: 'Single Double',
  UInt64: 'Single Double',
  Single: 'Double',
  Double: '',
  Boolean: '',
};
export const isClrPrimitive = (type: NetType): boolean =>
  type.namespace === 'System' && type.kind === 'struct' && WIDER[type.name] !== undefined;
export const widens = (from: NetType, to: NetType): boolean =>
  isClrPrimitive(from) && isClrPrimitive(to) && (WIDER[from.name] ?? '').split(' ').includes(to.name);
/** The constructor of one parameter that takes such a value without a conversion of PowerShell's. */
export function constructorFor(from: NetType, to: NetType): MethodOverload | undefined {
  if (to.isAbstract || to.elementType !== undefined || isDelegate(to)) return undefined;
  if ((SIGNED.includes(from) || UNSIGNED.includes(from)) && implementsNamed(to, 'System.Collections.ICollection'))
    return undefined;
  const taking = (fits: (type: NetType) => boolean): MethodOverload | undefined =>
    to.constructors.find(({ parameters }) => {
      const type = parameters.length === 1 ? resolveTypeText(parameters[0]?.type ?? '') : undefined;
      return type !== undefined && fits(type);
    });
  return (
    taking((type) => from.isAssignableTo(type) || widens(from, type)) ??
    // A number is given as its text, where a text is taken.
    (NUMERIC.has(from) ? taking((type) => type === STRING) : undefined)
  );
}
export const hasEmptyConstructor = (type: NetType): boolean =>
  !type.isAbstract && type.constructors.some(({ parameters }) => parameters.length === 0);

/** A generic collection that can be made of its items: `List<T>(IEnumerable<T>)`. */
export function takesItems(type: NetType): boolean {
  const [element] = type.genericArguments;
  if (element === undefined || type.isAbstract || !implementsNamed(type, 'System.Collections.IEnumerable'))
    return false;
  return type.constructors.some(
    ({ parameters }) =>
      parameters.length === 1 &&
      /^System\.Collections\.Generic\.(?:IEnumerable|ICollection|IList)\[/.test(parameters[0]?.type ?? ''),
  );
}

function castRank(from: NetType, to: NetType): number {
  for (const [name, rank] of [
    ['op_implicit', Rank.ImplicitCast],
    ['op_explicit', Rank.ExplicitCast],
  ] as const)
    for (const owner of [to, from])
      for (const overload of owner.staticMethods.get(name)?.overloads ?? []) {
        const taken = resolveTypeText(overload.parameters[0]?.type ?? '');
        if (taken !== undefined && from.isAssignableTo(taken) && resolveTypeText(overload.returnType) === to)
          return rank;
      }
  return Rank.None;
}
