/** What the bodies of .NET members share: arguments as JavaScript values, the exceptions they throw, delegates. */
import nodePath from 'node:path';
import { isFolderAt } from '../file-kinds.js';
import {
  PSByte,
  PSChar,
  PSDouble,
  PSInt16,
  PSList,
  PSObject,
  PSSByte,
  PSSingle,
  PSUInt16,
  PSUInt32,
  PSUInt64,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { convertTo, integerOf, toNumber, toText } from '../conversion.js';
import { andThen, NO_TICK, type Pending, type Tick, ticking } from '../pending.js';
import { AT_ONCE, placeLong } from '../slices.js';
import { type BoundMethod, enumerate } from '../runtime/members.js';
import { active, callOverloads } from '../runtime/overloads.js';
import type { BlockOptions, Runtime } from '../runtime/runtime.js';
import { fromOutside } from '../values/escaping.js';
import { NetThrow, PSError } from '../values/exceptions.js';
import { AutomationNull, EnumValue, NetObject, plain, TypeObject, typedArray, unwrap } from '../values/live.js';
import { findType, type NetType, requireType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { BOOLEAN, CHAR, enumFromNumber, INT32, INT64, OBJECT, STRING } from '../values/types.js';

export const text = (value: PSValue | undefined): string => (typeof value === 'string' ? value : toText(value ?? null));
/** An argument of an integer type up to 53 bits, or of a floating type. */
export const num = (value: PSValue | undefined): number =>
  typeof value === 'number' ? value : toNumber(unwrap(value ?? null));
export const big = (value: PSValue | undefined): bigint => {
  const inner = unwrap(value ?? null);
  return inner instanceof EnumValue ? inner.value : (integerOf(inner) ?? BigInt(Math.trunc(toNumber(inner))));
};
export const flag = (value: PSValue | undefined): boolean => value === true;
export const code = (value: PSValue | undefined): number =>
  value instanceof PSChar ? value.code : text(value).charCodeAt(0);
export const charText = (value: PSValue | undefined): string =>
  value instanceof PSChar ? value.toString() : text(value);

export const double = (value: number): PSValue => new PSDouble(value);
export const single = (value: number): PSValue => new PSSingle(value);
export const long = (value: bigint | number): PSValue => BigInt(value);
export const char = (value: string | number): PSChar =>
  new PSChar(typeof value === 'number' ? value : value.charCodeAt(0));
export const byte = (value: number): PSValue => new PSByte(value);
export const sbyte = (value: number): PSValue => new PSSByte(value);
export const short = (value: number): PSValue => new PSInt16(value);
export const ushort = (value: number): PSValue => new PSUInt16(value);
export const uint = (value: number): PSValue => new PSUInt32(value);
export const ulong = (value: bigint): PSValue => new PSUInt64(value);
export const strings = (items: readonly string[]): PSValue => typedArray([...items], STRING);
export function chars(value: string): PSValue {
  const made: PSValue[] = [];
  for (let index = 0; index < value.length; index += 1) made.push(new PSChar(value.charCodeAt(index)));
  return typedArray(made, CHAR);
}
/** As `chars`, of any length without holding the thread. */
export function charsLong(value: string): Pending<PSValue> {
  const made: PSValue[] = [];
  const add = (index: number): undefined => void made.push(new PSChar(value.charCodeAt(index)));
  return value.length <= AT_ONCE
    ? chars(value)
    : andThen(placeLong(0, value.length, ticking(), add), () => typedArray(made, CHAR));
}

/** The items of a collection argument. */
export function items(value: PSValue | undefined): readonly PSValue[] {
  if (value === undefined || value === null) throw argumentNull('source');
  const inner = unwrap(value);
  if (typeof inner === 'string')
    return Array.from({ length: inner.length }, (_, index) => new PSChar(inner.charCodeAt(index)));
  return enumerate(inner) ?? [inner];
}
export const bytesOf = (value: PSValue | undefined): Uint8Array => {
  const inner = unwrap(value ?? null);
  return inner instanceof Uint8Array ? inner : Uint8Array.from(items(inner), (item) => num(item));
};

export function enumOf(typeName: string, value: number | bigint | string): EnumValue {
  const type = requireType(typeName);
  return enumFromNumber(type, typeof value === 'string' ? (type.enumValues?.get(value) ?? 0n) : BigInt(value));
}
/** An enum argument's name. */
export const nameOf = (value: PSValue | undefined): string => (value instanceof EnumValue ? value.text : text(value));
/** An enum argument's number. */
export const flagsOf = (value: PSValue | undefined): number =>
  value === undefined || value === null ? 0 : Number(big(value));

export const net = <T>(typeName: string, data: T): NetObject<T> => new NetObject<T>(requireType(typeName), data);
/** The state of an instance, which its own constructor or maker put there. */
export function dataOf<T>(self: PSValue): T {
  const inner = unwrap(self);
  if (inner instanceof NetObject) return inner.data as T;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
}
export const typeArgument = (value: PSValue | undefined): NetType => {
  const inner = unwrap(value ?? null);
  if (inner instanceof TypeObject) return inner.type;
  throw argumentNull('type');
};

// -------------------------------------------------------------- exceptions

export const throwNet = (type: string, message: string): NetThrow => new NetThrow(type, message);
export const disposed = (name: string): NetThrow =>
  throwNet('System.ObjectDisposedException', `Cannot access a disposed object.\nObject name: '${name}'.`);
const withParameter = (message: string, parameter: string | undefined): string =>
  parameter === undefined ? message : `${message} (Parameter '${parameter}')`;
export const argumentError = (message: string, parameter?: string): NetThrow => {
  const error = new NetThrow('System.ArgumentException', withParameter(message, parameter));
  if (parameter !== undefined) error.exception.details.set('ParamName', parameter);
  return error;
};
export const argumentNull = (parameter: string): NetThrow => {
  const error = new NetThrow('System.ArgumentNullException', withParameter('Value cannot be null.', parameter));
  error.exception.details.set('ParamName', parameter);
  return error;
};
/** The same in the words of PowerShell's own methods. */
export const nullArgument = (name: string): NetThrow =>
  new NetThrow(
    'System.Management.Automation.PSArgumentNullException',
    `Cannot process argument because the value of argument "${name}" is null. Change the value of argument "${name}" to a non-null value.`,
  );
/** `[Environment]::CurrentDirectory`, from which .NET's own members see relative paths. */
export const currentFolder = (): string => runtime().folder ?? process.cwd();
/** @throws {NetThrow} there is no such folder. */
export function setCurrentFolder(path: string): void {
  if (path === '') throw argumentError('The value cannot be an empty string.', 'value');
  const folder = nodePath.resolve(currentFolder(), path);
  if (!isFolderAt(folder))
    throw new NetThrow('System.IO.DirectoryNotFoundException', `Could not find a part of the path '${folder}'.`);
  runtime().folder = folder;
}
/** `actual` is quoted on a line of its own, as .NET does when it knows the value. */
export const outOfRange = (parameter: string | undefined, message?: string, actual?: PSValue): NetThrow => {
  const shown = withParameter(message ?? 'Specified argument was out of the range of valid values.', parameter);
  const error = new NetThrow(
    'System.ArgumentOutOfRangeException',
    actual === undefined ? shown : `${shown}\nActual value was ${text(actual)}.`,
  );
  if (parameter !== undefined) error.exception.details.set('ParamName', parameter);
  if (actual !== undefined) error.exception.details.set('ActualValue', actual);
  return error;
};
export const mustBeNonNegative = (parameter: string, actual: PSValue): NetThrow =>
  outOfRange(parameter, `${parameter} ('${text(actual)}') must be a non-negative value.`, actual);
export const mustBeAtMost = (parameter: string, actual: PSValue, limit: number): NetThrow =>
  outOfRange(parameter, `${parameter} ('${text(actual)}') must be less than or equal to '${limit}'.`, actual);
export const formatError = (message: string): NetThrow => new NetThrow('System.FormatException', message);
export const overflowError = (message: string): NetThrow => new NetThrow('System.OverflowException', message);
export const invalidOperation = (message: string): NetThrow =>
  new NetThrow('System.InvalidOperationException', message);
export const indexRange = (parameter = 'index'): NetThrow =>
  outOfRange(parameter, 'Index was out of range. Must be non-negative and less than the size of the collection.');
export const notSupported = (message: string): NetThrow => new NetThrow('System.NotSupportedException', message);

// --------------------------------------------------------------- delegates

export function runtime(): Runtime {
  if (active.runtime === undefined) throw new Error('no runspace');
  return active.runtime;
}
/** For constructors: where their result is wanted at once, as by a conversion, all is made in one go. */
export const makerTick = (): Tick => (active.runtime?.isHeld === true ? NO_TICK : ticking());
export const isBoundMethod = (data: unknown): data is BoundMethod =>
  typeof data === 'object' && data !== null && 'method' in data && 'target' in data;
/** Calls a delegate: a script block, or one converted to a delegate type, as a method may be too. */
export function callDelegate(delegate: PSValue | undefined, args: readonly PSValue[]): Pending<PSValue> {
  const inner = unwrap(delegate ?? null);
  const code = inner instanceof NetObject ? inner.data : inner;
  const rt = runtime();
  const work = (): Pending<PSValue> => {
    if (code instanceof ScriptBlock)
      return rt.callBlock(code, args, inner instanceof NetObject ? eventOf(inner.type, args) : {});
    if (!isBoundMethod(code)) throw argumentNull('delegate');
    const { target, method } = code;
    return callOverloads(rt, method.name, method.overloads, target, args);
  };
  return andThen(fromOutside(work), (value) => {
    active.runtime = rt;
    return inner instanceof NetObject ? delegateResult(inner.type, value) : value;
  });
}
/** A handler of events sees who sends it as `$this`, and what is told as `$_`. */
function eventOf(type: NetType, [sender, told]: readonly PSValue[]): BlockOptions {
  const isHandler = /EventHandler(?:`1)?$/.test(type.definition?.name ?? type.fullName);
  return isHandler && sender !== undefined && told !== undefined ? { self: sender, input: told } : {};
}
/** What the delegate gives, as its type says. */
function delegateResult(type: NetType, value: PSValue): PSValue {
  const name = type.definition?.name ?? type.fullName;
  const gives = /^System\.(?:Func|Converter)`/.test(name)
    ? type.genericArguments.at(-1)
    : name === 'System.Predicate`1'
      ? BOOLEAN
      : name === 'System.Comparison`1'
        ? INT32
        : undefined;
  if (gives === undefined) return /^System\.Action(?:`|$)|EventHandler/.test(name) ? AutomationNull : value;
  try {
    return convertTo(plain(value), gives);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    throw new NetThrow('System.Management.Automation.PSInvalidCastException', error.message);
  }
}
/** As `callDelegate`, for bodies that cannot wait: a block that has to wait says so. */
export function callNow(delegate: PSValue | undefined, args: readonly PSValue[]): PSValue {
  const value = runtime().atOnce(() => callDelegate(delegate, args));
  if (value instanceof Promise)
    throw notSupported('A script block given to this .NET method cannot wait. Use ForEach-Object instead.');
  return value;
}

// ------------------------------------------------------------- collections

export function newList(element: NetType, list: PSValue[]): PSValue {
  const type = listType(element);
  return new PSList(list, 'LST', { typeNames: type.typeNames });
}
export function listType(element: NetType): NetType {
  return requireGeneric('System.Collections.Generic.List', [element]);
}
/** Generic types of one parameter that were asked for, by what it stands for: each element of a list has one. */
const madeOf = new WeakMap<NetType, Map<string, NetType>>();
export function requireGeneric(name: string, args: readonly NetType[]): NetType {
  const [element] = args;
  const isOne = element !== undefined && args.length === 1;
  const known = isOne ? madeOf.get(element)?.get(name) : undefined;
  if (known !== undefined) return known;
  const shown = args.map(({ fullName }) => `[${fullName}]`).join(',');
  const type = convertType(`${name}[${shown}]`);
  if (isOne) madeOf.set(element, (madeOf.get(element) ?? new Map<string, NetType>()).set(name, type));
  return type;
}
function convertType(name: string): NetType {
  const made = convertTo(name, requireType('System.Type'));
  return made instanceof TypeObject ? made.type : OBJECT;
}
export { active, convertTo, EnumValue, findType, INT64, NetObject, NetThrow, PSObject, requireType };
