/** System.Object, System.ValueType and System.Enum; and the text of live objects, which is their ToString(). */
import {
  DESERIALIZED_PREFIX,
  isDeserialized,
  PSDictionary,
  PSDouble,
  PSList,
  PSObject,
  PSSingle,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { convertTo, hooks, integerOf, isNode, shownText, toText } from '../conversion.js';
import { type FormatWays, formatValue } from '../operators/text.js';
import { FormatError } from '../text/number-format.js';
import type { Pending } from '../pending.js';
import type { Runtime } from '../runtime/runtime.js';
import { implement } from '../values/bodies.js';
import { ExceptionObject, fail, NetThrow, noText, PSError } from '../values/exceptions.js';
import {
  ClassInstance,
  EnumValue,
  NetObject,
  PSReference,
  TypeObject,
  typeObject,
  typedArray,
  unwrap,
} from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { clrText, CUSTOM, enumFromNumber, enumNumber, isCustom, PSOBJECT, typeOf } from '../values/types.js';
import { CULTURE } from './format-provider.js';
import { type Culture, INVARIANT_CULTURE } from '../culture/culture.js';
import { invokeMethod, isScriptMethod } from '../runtime/members.js';
import { hashCode, netEquals, netCompare } from './equality.js';
import { exceptionText } from './exceptions.js';
import {
  active,
  argumentError,
  argumentNull,
  formatError,
  net,
  requireType,
  strings,
  text,
  typeArgument,
  big,
} from './support.js';

/** Objects on their way to a text: a ToString() that asks for its own text ends there. */
const underway = new Set<PSValue>();
hooks.toText = (value) => {
  if (value instanceof ExceptionObject) return exceptionText(value);
  if (value instanceof NetObject) {
    // A node by itself is written as .NET does it.
    if (isNode(value)) return value.type.fullName;
    const overload = value.type.findMethod('ToString')?.overloads.find(({ parameters }) => parameters.length === 0);
    if (overload?.implemented !== true || underway.has(value)) return undefined;
    underway.add(value);
    try {
      const made = overload.body(value);
      return typeof made === 'string' ? made : undefined;
    } finally {
      underway.delete(value);
    }
  }
  if (value instanceof ClassInstance && active.runtime !== undefined) return classText(active.runtime, value);
  return isCustom(value) ? scriptText(value) : undefined;
};
/** What a script method ToString that was added says. */
function scriptText(value: PSValue): string | undefined {
  const rt = active.runtime;
  if (rt === undefined || underway.has(value) || !isScriptMethod(rt, value, 'ToString')) return undefined;
  return textAtOnce(rt, value, () => invokeMethod(rt, value, 'ToString', []));
}
function classText(rt: Runtime, value: ClassInstance): string | undefined {
  const written = formattedByClass(rt, value, null, INVARIANT_CULTURE);
  if (written !== undefined) return written;
  const overload = value.type.findMethod('ToString')?.overloads.find(({ parameters }) => parameters.length === 0);
  if (overload === undefined || overload.implemented !== undefined || underway.has(value)) return undefined;
  return textAtOnce(rt, value, () => overload.body(value));
}
/** A class that declares itself IFormattable is asked for its text by that. */
function formattedByClass(
  rt: Runtime,
  value: ClassInstance,
  format: string | null,
  culture: Culture,
): string | undefined {
  if (underway.has(value) || !value.type.isAssignableTo(FORMATTABLE)) return undefined;
  const overload = value.type
    .findMethod('ToString')
    ?.overloads.find(({ parameters: [, provider, more] }) => provider?.type === PROVIDER && more === undefined);
  return overload === undefined
    ? undefined
    : textAtOnce(rt, value, () => overload.body(value, format, net(CULTURE, culture)));
}
hooks.formatted = (value, format, culture) =>
  value instanceof ClassInstance && active.runtime !== undefined
    ? formattedByClass(active.runtime, value, format, culture)
    : undefined;
const FORMATTABLE = requireType('System.IFormattable');
const PROVIDER = 'System.IFormatProvider';
/** A text is wanted now: what has to wait for it says so, and is not taken for the type's name. */
function textAtOnce(rt: Runtime, value: PSValue, work: () => Pending<PSValue | undefined>): string | undefined {
  underway.add(value);
  let made: Pending<PSValue | undefined>;
  try {
    made = rt.atOnce(work);
  } catch (error) {
    if (error instanceof PSError) throw noText(error.record.exception, error);
    throw error instanceof NetThrow ? noText(error.exception, error) : error;
  } finally {
    underway.delete(value);
  }
  if (!(made instanceof Promise)) return made === undefined ? undefined : toText(made);
  throw fail('NotSupported', 'A ToString() that has to wait gives no text here. Call it as a method.', {
    type: 'System.NotSupportedException',
    category: 'NotImplemented',
  });
}

/** Object.ToString() of any value. */
export function objectText(self: PSValue): string {
  const inner = self instanceof EnumValue ? self : unwrap(self);
  if (Array.isArray(inner) || inner instanceof Uint8Array || inner instanceof PSList || inner instanceof PSDictionary)
    return clrText(typeOf(inner) ?? requireType('System.Object'));
  if (inner instanceof PSDouble || inner instanceof PSSingle) return formatted(inner, '');
  if (inner instanceof TypeObject) return clrText(inner.type);
  // PSCustomObject has no text of its own; `@{…}` is what conversions to a string make of it.
  if (inner instanceof PSObject && typeOf(inner)?.fullName === 'System.Management.Automation.PSCustomObject')
    return inner.toStringText ?? '';
  // By itself a class that gives items has its name for a text; where a text is wanted its items stand.
  if (inner instanceof ClassInstance && inner.inner === undefined && inner.type.isAssignableTo(IENUMERABLE))
    return hooks.toText(inner) ?? inner.type.fullName;
  return shownText(inner);
}
const IENUMERABLE = requireType('System.Collections.IEnumerable');

/** The copy of another computer's object, of which PowerShell makes no PSCustomObject. */
const isCopy = (value: PSValue): boolean =>
  value instanceof PSObject &&
  typeOf(value) === CUSTOM &&
  isDeserialized(value.typeNames) &&
  !value.typeNames.includes(DESERIALIZED_PREFIX + CUSTOM.fullName);

implement('System.Object', () => ({
  ToString: (self) => objectText(self),
  Equals: (self, other) => netEquals(self, other),
  GetHashCode: (self) => hashCode(self),
  GetType: (self) => typeObject(isCopy(self) ? PSOBJECT : (typeOf(unwrap(self)) ?? requireType('System.Object'))),
  'static Equals': (_self, left, right) => netEquals(left, right),
  'static ReferenceEquals': (_self, left, right) => {
    const a = unwrap(left);
    return (
      a === unwrap(right) &&
      (a === null || (typeof a === 'object' && typeOf(a)?.isValueType !== true) || typeof a === 'string')
    );
  },
  new: () => new NetObject(requireType('System.Object'), undefined),
}));

// -------------------------------------------------------------------- enums

const enumOf = (self: PSValue): EnumValue => {
  if (self instanceof EnumValue) return self;
  throw argumentNull('enum');
};
function enumType(value: PSValue | undefined): NetType {
  const type = typeArgument(value);
  if (!type.isEnum) throw argumentError('Type provided must be an Enum.', 'enumType');
  return type;
}
/** Names in the order of their values, as unsigned numbers. */
function entries(type: NetType): readonly (readonly [string, bigint])[] {
  const unsigned = (value: bigint): bigint => BigInt.asUintN(64, value);
  return [...(type.enumValues ?? [])].sort((a, b) =>
    unsigned(a[1]) < unsigned(b[1]) ? -1 : unsigned(a[1]) > unsigned(b[1]) ? 1 : 0,
  );
}
/** Enum.Parse: names with or without commas, numbers. Undefined: no such name. */
function parse(type: NetType, source: string, ignoreCase: boolean): EnumValue | undefined {
  const trimmed = source.trim();
  if (/^[+-]?\d+$/.test(trimmed)) return enumFromNumber(type, BigInt(trimmed));
  if (trimmed === '') return undefined;
  let total = 0n;
  for (const part of trimmed.split(',')) {
    const wanted = part.trim();
    const hit = [...(type.enumValues ?? [])].find(([name]) =>
      ignoreCase ? name.toLowerCase() === wanted.toLowerCase() : name === wanted,
    );
    if (hit === undefined) return undefined;
    total |= hit[1];
  }
  return enumFromNumber(type, total);
}
function mustParse(type: NetType, source: string, ignoreCase: boolean): EnumValue {
  if (source.trim() === '') throw argumentError('Must specify valid information for parsing in the string.', 'value');
  const made = parse(type, source, ignoreCase);
  if (made === undefined) throw argumentError(`Requested value '${source}' was not found.`);
  return made;
}
export function enumFormat(value: EnumValue, format: string): string {
  switch (format) {
    case '':
    case 'G':
    case 'g':
      return value.text;
    case 'F':
    case 'f':
      return flagsText(value) ?? value.text;
    case 'D':
    case 'd':
      return value.value.toString();
    case 'X':
    case 'x': {
      const bits =
        {
          'System.Byte': 8,
          'System.SByte': 8,
          'System.Int16': 16,
          'System.UInt16': 16,
          'System.Int64': 64,
          'System.UInt64': 64,
        }[value.type.enumBase] ?? 32;
      return BigInt.asUintN(bits, value.value)
        .toString(16)
        .toUpperCase()
        .padStart(bits / 4, '0');
    }
    default:
      throw formatError('Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".');
  }
}
function flagsText(value: EnumValue): string | undefined {
  let rest = value.value;
  const names: string[] = [];
  for (const [name, number] of [...entries(value.type)].reverse())
    if (number !== 0n && (rest & number) === number) {
      names.unshift(name);
      rest &= ~number;
    }
  return rest === 0n && names.length > 0 ? names.join(', ') : undefined;
}
function isDefined(type: NetType, value: PSValue): boolean {
  const inner = value instanceof EnumValue ? value : unwrap(value);
  if (typeof inner === 'string') return type.enumValues?.has(inner) === true;
  const number = inner instanceof EnumValue ? inner.value : integerOf(inner);
  return number !== undefined && [...(type.enumValues?.values() ?? [])].includes(number);
}
const underlying = (type: NetType): NetType => requireType(type.enumBase);

/** The type that a call names: its argument, or its type argument. */
const enumOfCall = (type: PSValue | undefined): NetType =>
  type === undefined && active.typeArguments[0] !== undefined ? active.typeArguments[0] : enumType(type ?? null);
implement('System.Enum', () => ({
  HasFlag: (self, wanted) => {
    const own = enumOf(self);
    if (!(wanted instanceof EnumValue) || wanted.type !== own.type)
      throw argumentError(
        `The argument type, '${typeOf(wanted)?.fullName ?? ''}', is not the same as the enum type '${own.type.fullName}'.`,
      );
    return (own.value & wanted.value) === wanted.value;
  },
  'ToString()': (self) => enumOf(self).text,
  'ToString(string)': (self, format) => enumFormat(enumOf(self), text(format)),
  'ToString(System.IFormatProvider)': (self) => enumOf(self).text,
  'ToString(string, System.IFormatProvider)': (self, format) => enumFormat(enumOf(self), text(format)),
  CompareTo: (self, other) => {
    if (other === null) return 1;
    if (!(other instanceof EnumValue) || other.type !== enumOf(self).type)
      throw argumentError(
        `Object must be the same type as the enum. The type passed in was '${typeOf(other)?.fullName ?? ''}'; the enum type was '${enumOf(self).type.fullName}'.`,
      );
    return netCompare(self, other);
  },
  GetTypeCode: (self) => {
    const type = requireType('System.TypeCode');
    return enumFromNumber(type, type.enumValues?.get(underlying(enumOf(self).type).name) ?? 9n);
  },
  'static GetNames': (_self, type) => strings(entries(enumOfCall(type)).map(([name]) => name)),
  'static GetValues': (_self, type) => {
    const own = enumOfCall(type);
    return typedArray(
      entries(own).map(([, value]) => enumFromNumber(own, value)),
      own,
    );
  },
  'static GetValuesAsUnderlyingType': (_self, type) => {
    const own = enumType(type);
    const of = underlying(own);
    return typedArray(
      entries(own).map(([, value]) => convertTo(enumFromNumber(own, value), of)),
      of,
    );
  },
  'static GetName': (_self, type, value) => {
    const own = enumType(type);
    const number = value instanceof EnumValue ? value.value : big(value);
    return entries(own).find(([, one]) => one === number)?.[0] ?? null;
  },
  'static GetUnderlyingType': (_self, type) => typeObject(underlying(enumType(type))),
  'static IsDefined': (_self, type, value) => isDefined(enumType(type), value),
  'static Parse': (_self, type, source, ignoreCase) => mustParse(enumType(type), text(source), ignoreCase === true),
  'static Parse(string)': (_self, source) =>
    mustParse(active.typeArguments[0] ?? requireType('System.Enum'), text(source), false),
  'static Parse(string, bool)': (_self, source, ignoreCase) =>
    mustParse(active.typeArguments[0] ?? requireType('System.Enum'), text(source), ignoreCase === true),
  'static TryParse(type, string, [ref])': () => false,
  'static TryParse': (_self, ...args) => {
    const target = args[args.length - 1];
    if (!(target instanceof PSReference)) return false;
    const explicit = args[0] instanceof TypeObject;
    const type = explicit ? enumType(args[0]) : (active.typeArguments[0] ?? typeOf(target.read()));
    const source = text(args[explicit ? 1 : 0]);
    const ignoreCase = args.length > (explicit ? 3 : 2) && args[explicit ? 2 : 1] === true;
    if (type?.isEnum !== true) throw argumentError('Type provided must be an Enum.', 'TEnum');
    const made = parse(type, source, ignoreCase);
    target.put(made ?? (explicit ? null : enumFromNumber(type, 0n)));
    return made !== undefined;
  },
  'static ToObject': (_self, type, value) =>
    enumFromNumber(enumType(type), value instanceof EnumValue ? value.value : big(value)),
  'static Format': (_self, type, value, format) => {
    const own = enumType(type);
    return enumFormat(value instanceof EnumValue ? value : enumFromNumber(own, big(value)), text(format));
  },
}));

/** `ToString(format)` of anything that can be formatted. Throws NetThrow. */
export function formatted(value: PSValue, format: PSValue | undefined, ways?: FormatWays): string {
  try {
    return formatValue(value, format === undefined || format === null ? '' : text(format), ways);
  } catch (error) {
    if (error instanceof FormatError) throw formatError(error.message);
    throw error;
  }
}
/** The conversions that every IConvertible has: `([int]5).ToBoolean($null)`. */
export function convertibles(): Record<string, (self: PSValue, ...args: PSValue[]) => PSValue> {
  const to =
    (name: string) =>
    (self: PSValue): PSValue => {
      const body = requireType('System.Convert').findStaticMethod(`To${name}`)?.overloads[0]?.body;
      const made = body?.(null, self);
      if (made !== undefined && !(made instanceof Promise)) return made;
      try {
        return convertTo(self, requireType(`System.${name}`));
      } catch (error) {
        if (error instanceof PSError) throw new NetThrow('System.InvalidCastException', error.message);
        throw error;
      }
    };
  const names = [
    'Boolean',
    'Char',
    'SByte',
    'Byte',
    'Int16',
    'UInt16',
    'Int32',
    'UInt32',
    'Int64',
    'UInt64',
    'Single',
    'Double',
    'Decimal',
    'DateTime',
  ];
  return {
    ...Object.fromEntries(names.map((name) => [`To${name}`, to(name)])),
    GetTypeCode: (self) => {
      const type = requireType('System.TypeCode');
      return enumFromNumber(type, type.enumValues?.get(typeOf(unwrap(self))?.name ?? '') ?? 1n);
    },
    ToType: (self, type) => convertTo(self, typeArgument(type)),
  };
}
export { enumNumber, PSObject };
