/** System.Convert and System.BitConverter. */
import { netFormat } from './string.js';
import { cultureOf } from './format-provider.js';
import {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDouble,
  PSSingle,
  PSUInt64,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  integerOf,
  integerOverflowText,
  integerRange,
  makeInteger,
  roundEven,
  toNumber,
  toText,
  toBoolean,
  decimalToBigint,
  convertTo,
} from '../conversion.js';
import { andThen, atOnce, drive, look, NO_TICK, type Pending, type Steps, type Tick, ticking } from '../pending.js';
import { pieceSteps } from '../slices.js';
import { type Bodies, implement, type MemberBody } from '../values/bodies.js';
import type { NetThrow } from '../values/exceptions.js';
import { EnumValue, NetObject, unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { BOOLEAN, CHAR, DATETIME, DECIMAL, DOUBLE, SINGLE, typeOf } from '../values/types.js';

import { invokeStatic } from '../runtime/members.js';
import {
  argumentError,
  argumentNull,
  big,
  bytesOf,
  double,
  flagsOf,
  formatError,
  num,
  outOfRange,
  overflowError,
  requireType,
  runtime,
  single,
  text,
  throwNet,
  typeArgument,
} from './support.js';
import { objectText } from './object.js';
import { half, halfBits, halfFromBits, halfOf } from './wide-numbers.js';

const invalidCast = (from: string, to: string): Error =>
  throwNet('System.InvalidCastException', `Invalid cast from '${from}' to '${to}'.`);

/** Convert.ToInt32(value) and its kin for every integer type. */
function toInteger(type: NetType): MemberBody {
  const range = integerRange(type) ?? [0n, 0n];
  const bits = { Byte: 8, SByte: 8, Int16: 16, UInt16: 16, Int32: 32, UInt32: 32 }[type.name] ?? 64;
  const make = (value: bigint): PSValue => {
    if (value < range[0] || value > range[1]) throw overflowError(integerOverflowText(type));
    return makeInteger(type, value);
  };
  return (_self, value, second) => {
    const inner = value instanceof EnumValue ? value : unwrap(value);
    if (inner === null) return makeInteger(type, 0n);
    if (typeof inner === 'boolean') return make(inner ? 1n : 0n);
    if (inner instanceof PSChar) return make(BigInt(inner.code));
    if (inner instanceof EnumValue) return make(inner.value);
    if (typeof inner === 'string') {
      const base = typeof second === 'number' ? second : 10;
      if (base === 10) return parseWith(type, inner);
      if (![2, 8, 16].includes(base)) throw argumentError('Invalid Base.');
      const digits = base === 16 ? inner.replace(/^0x/i, '') : inner;
      // .NET takes what it wants to say for the name of the parameter.
      if (inner === '')
        throw outOfRange(
          'Index was out of range. Must be non-negative and less than the size of the collection.',
          'Specified argument was out of the range of valid values.',
        );
      if (digits === '') throw formatError('Could not find any recognizable digits.');
      if (digits.startsWith('-')) throw argumentError('String cannot contain a minus sign if the base is not 10.');
      const good = base === 16 ? /^[0-9a-f]+$/i : base === 8 ? /^[0-7]+$/ : /^[01]+$/;
      if (!good.test(digits)) {
        if (good.test(digits[0] ?? ''))
          throw formatError('Additional non-parsable characters are at the end of the string.');
        throw formatError('Could not find any recognizable digits.');
      }
      const prefix = base === 16 ? '0x' : base === 8 ? '0o' : '0b';
      const unsigned = BigInt(prefix + digits);
      if (unsigned >= 1n << BigInt(bits))
        throw overflowError(
          bits < 32
            ? integerOverflowText(type)
            : `Value was either too large or too small for ${/^[AEIOU]/.test(type.name) ? 'a' : 'a'} ${type.name}.`.replace(
                'a Int',
                'an Int',
              ),
        );
      return makeInteger(type, range[0] < 0n ? BigInt.asIntN(bits, unsigned) : unsigned);
    }
    if (inner instanceof PSDouble || inner instanceof PSSingle) {
      if (!Number.isFinite(inner.value)) throw overflowError(integerOverflowText(type));
      return make(BigInt(roundEven(inner.value)));
    }
    if (inner instanceof PSDecimal) return make(decimalToBigint(inner));
    const whole = integerOf(inner);
    if (whole !== undefined) return make(whole);
    if (inner instanceof PSDateTime) throw invalidCast('DateTime', type.name);
    throw throwNet(
      'System.InvalidCastException',
      `Unable to cast object of type '${typeOf(inner)?.fullName ?? ''}' to type 'System.IConvertible'.`,
    );
  };
}
function parseWith(type: NetType, source: string): PSValue {
  const made = callStatic(type, 'Parse', [source]);
  return made;
}
/** A static method without the wrapping that a script's call gets. */
function callStatic(type: NetType, name: string, args: readonly PSValue[]): PSValue {
  const body = type.findStaticMethod(name)?.overloads[0]?.body;
  if (body === undefined) throw throwNet('System.NotSupportedException', `${type.fullName}.${name}`);
  const made = body(null, ...args);
  return made === undefined || made instanceof Promise ? null : made;
}

function toFloat(type: NetType): MemberBody {
  const make = (value: number): PSValue => (type === DOUBLE ? double(value) : single(value));
  return (_self, value, provider) => {
    const inner = value instanceof EnumValue ? value : unwrap(value);
    if (inner === null) return make(0);
    if (typeof inner === 'boolean') return make(inner ? 1 : 0);
    if (typeof inner === 'string') return callStatic(type, 'Parse', provided(inner, provider));
    if (inner instanceof PSChar) throw invalidCast('Char', type.name);
    if (inner instanceof PSDateTime) throw invalidCast('DateTime', type.name);
    if (inner instanceof EnumValue) return make(Number(inner.value));
    return make(toNumber(inner));
  };
}

const INTEGERS = ['Byte', 'SByte', 'Int16', 'UInt16', 'Int32', 'UInt32', 'Int64', 'UInt64'];

function insertBreaks(encoded: string, options: number): string {
  return (options & 1) === 0 ? encoded : (encoded.match(/.{1,76}/g) ?? []).join('\r\n');
}
/** Characters of a text in base64 that are read in one go. */
const READ_AT_ONCE = 2 ** 16;
export const decodeBase64 = (source: string): Uint8Array => atOnce(base64Steps(source, NO_TICK));
function* base64Steps(source: string, tick: Tick): Steps<Uint8Array> {
  const bytes = Buffer.alloc(Math.ceil(source.length / 4) * 3);
  let length = 0;
  /** The last group: it may be padded. */
  let left = '';
  for (let at = 0; at < source.length; at += READ_AT_ONCE) {
    const bare = left + source.slice(at, at + READ_AT_ONCE).replace(/[ \t\r\n]/g, '');
    const whole = (bare.length - 1) & ~3;
    left = bare.slice(Math.max(0, whole));
    if (!/^[A-Za-z0-9+/]*$/.test(bare.slice(0, -left.length))) throw noBase64();
    length += bytes.write(bare.slice(0, Math.max(0, whole)), length, 'base64');
    yield* look(tick);
  }
  if (left.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(left)) throw noBase64();
  length += bytes.write(left, length, 'base64');
  return new Uint8Array(bytes.subarray(0, length));
}
const noBase64 = (): NetThrow =>
  formatError(
    'The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.',
  );
/** Bytes that are written as base64 in one go: whole lines. */
const WRITTEN_AT_ONCE = 57 * 2 ** 10;
const base64 = (bytes: Uint8Array, options: number): Pending<string> =>
  andThen(
    drive(
      pieceSteps(runtime(), bytes, WRITTEN_AT_ONCE, (piece) =>
        insertBreaks(Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('base64'), options),
      ),
    ),
    (pieces) => pieces.join((options & 1) === 0 ? '' : '\r\n'),
  );
function hex(bytes: Uint8Array, separator: string): string {
  const digits = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex').toUpperCase();
  return separator === '' ? digits : digits.replace(/..(?=.)/g, `$&${separator}`);
}
/** Bytes whose digits are written in one go. */
const HEX_AT_ONCE = 2 ** 14;
const hexLong = (bytes: Uint8Array, separator: string): Pending<string> =>
  bytes.length <= HEX_AT_ONCE
    ? hex(bytes, separator)
    : andThen(
        drive(pieceSteps<Uint8Array, string>(runtime(), bytes, HEX_AT_ONCE, (piece) => hex(piece, separator))),
        (pieces) => pieces.join(separator),
      );

/** Arguments of Parse: the text, and the provider where one was given. */
const provided = (source: PSValue, provider: PSValue | undefined): PSValue[] =>
  provider === undefined || provider === null ? [source] : [source, provider];
implement('System.Convert', (): Bodies => {
  const table: Record<string, MemberBody> = {};
  for (const name of INTEGERS) table[`static To${name}`] = toInteger(requireType(`System.${name}`));
  return {
    ...table,
    'static ToDouble': toFloat(DOUBLE),
    'static ToSingle': toFloat(SINGLE),
    'static ToDecimal': (_self, value, provider) => {
      const inner = value instanceof EnumValue ? value : unwrap(value);
      if (inner === null) return new PSDecimal(0n, 0);
      if (typeof inner === 'string') return callStatic(DECIMAL, 'Parse', provided(inner, provider));
      if (inner instanceof PSChar) throw invalidCast('Char', 'Decimal');
      if (inner instanceof PSDateTime) throw invalidCast('DateTime', 'Decimal');
      return convertTo(inner, DECIMAL);
    },
    'static ToBoolean': (_self, value) => {
      const inner = unwrap(value);
      if (typeof inner === 'string') return callStatic(BOOLEAN, 'Parse', [inner]);
      if (inner instanceof PSChar) throw invalidCast('Char', 'Boolean');
      if (inner instanceof PSDateTime) throw invalidCast('DateTime', 'Boolean');
      return toBoolean(inner);
    },
    'static ToChar': (_self, value) => {
      const inner = unwrap(value);
      if (inner instanceof PSChar) return inner;
      if (inner === null) return new PSChar(0);
      if (typeof inner === 'string') {
        if (inner.length !== 1) throw formatError('String must be exactly one character long.');
        return new PSChar(inner.charCodeAt(0));
      }
      const whole = integerOf(inner);
      if (whole === undefined) throw invalidCast(typeOf(inner)?.name ?? '', 'Char');
      if (whole < 0n || whole > 65535n) throw overflowError(integerOverflowText(CHAR));
      return new PSChar(Number(whole));
    },
    'static ToDateTime': (_self, value, provider) => {
      const inner = unwrap(value);
      if (inner instanceof PSDateTime) return inner;
      if (inner === null) return new PSDateTime(0n);
      if (typeof inner === 'string') return callStatic(DATETIME, 'Parse', provided(inner, provider));
      throw invalidCast(typeOf(inner)?.name ?? '', 'DateTime');
    },
    'static ToString': (_self, value, second) => {
      if (typeof second === 'number' && integerOf(unwrap(value)) !== undefined) {
        if (![2, 8, 10, 16].includes(second)) throw argumentError('Invalid Base.');
        if (second === 10) return toText(value);
        const bits =
          { 'System.Byte': 8, 'System.Int16': 16, 'System.Int32': 32 }[typeOf(unwrap(value))?.fullName ?? ''] ?? 64;
        return BigInt.asUintN(bits, big(value)).toString(second);
      }
      if (value === null) return '';
      return cultureOf(second) === undefined ? objectText(value) : netFormat('{0}', [value], second);
    },
    'static ToBase64String': (_self, bytes, ...rest) => {
      if (bytes === null) throw argumentNull('inArray');
      const all = bytesOf(bytes);
      const numbers = rest.filter((one) => typeof one === 'number');
      const options = flagsOf(rest.find((one) => one instanceof EnumValue));
      const [offset = 0, length = all.length - offset] = numbers;
      if (length < 0)
        throw outOfRange(
          'length',
          'Index was out of range. Must be non-negative and less than the size of the collection.',
        );
      if (offset < 0 || offset + length > all.length)
        throw outOfRange('offset', 'Offset and length must refer to a position in the string.');
      return base64(all.subarray(offset, offset + length), options);
    },
    'static FromBase64String': (_self, source) => {
      if (source === null) throw argumentNull('s');
      return drive(base64Steps(text(source), ticking()));
    },
    'static ToHexString': (_self, bytes, offset, length) => {
      const all = bytesOf(bytes);
      return hexLong(offset === undefined ? all : all.subarray(num(offset), num(offset) + num(length)), '');
    },
    'static ToHexStringLower': (_self, bytes, offset, length) => {
      const all = bytesOf(bytes);
      return andThen(
        hexLong(offset === undefined ? all : all.subarray(num(offset), num(offset) + num(length)), ''),
        (digits) => digits.toLowerCase(),
      );
    },
    'static FromHexString': (_self, source) => {
      const digits = text(source);
      if (digits.length % 2 !== 0)
        throw formatError('The input is not a valid hex string as its length is not a multiple of 2.');
      if (!/^[0-9a-f]*$/i.test(digits))
        throw formatError('The input is not a valid hex string as it contains a non-hex character.');
      return new Uint8Array(Buffer.from(digits, 'hex'));
    },
    'static ChangeType': (_self, value, target) => {
      if (target instanceof EnumValue) return change(value, requireType(`System.${target.text}`));
      return change(value, typeArgument(target));
    },
    'static GetTypeCode': (_self, value) =>
      invokeStatic(runtime(), requireType('System.Type'), 'GetTypeCode', [
        value === null ? null : typeOf(unwrap(value)) === undefined ? null : invokeType(value),
      ]),
    'static IsDBNull': (_self, value) => typeOf(value ?? null)?.fullName === 'System.DBNull',
    'static DBNull': () => null,
  };
});
const invokeType = (value: PSValue): PSValue =>
  convertTo(typeOf(unwrap(value))?.fullName ?? 'System.Object', requireType('System.Type'));
function change(value: PSValue, type: NetType): PSValue {
  const body = requireType('System.Convert').findStaticMethod(`To${type.name}`)?.overloads[0]?.body;
  if (value === null) {
    if (type.isValueType)
      throw throwNet('System.InvalidCastException', 'Null object cannot be converted to a value type.');
    return null;
  }
  const own = typeOf(unwrap(value));
  if (own === type) return value;
  if (body === undefined || type.isEnum)
    throw throwNet('System.InvalidCastException', `Invalid cast from '${own?.fullName ?? ''}' to '${type.fullName}'.`);
  const made = body(null, value);
  return made === undefined || made instanceof Promise ? null : made;
}

// ------------------------------------------------------------ BitConverter

const view = (bytes: PSValue, at: PSValue | undefined, size: number): DataView => {
  if (bytes === null) throw argumentNull('value');
  const all = bytesOf(bytes);
  const from = at === undefined ? 0 : num(at);
  if (from < 0 || from >= all.length)
    throw outOfRange(
      'startIndex',
      'Index was out of range. Must be non-negative and less than the size of the collection.',
    );
  if (from > all.length - size)
    throw argumentError(
      'The array starting from the specified index is not long enough to read a value of the specified type.',
      'value',
    );
  return new DataView(all.buffer, all.byteOffset + from, size);
};
/** Some bytes with a value in them, to be read as one of another type. */
function written(size: number, put: (target: DataView) => void): DataView {
  const target = new DataView(new ArrayBuffer(size));
  put(target);
  return target;
}
const write = (size: number, put: (target: DataView) => void): Uint8Array => new Uint8Array(written(size, put).buffer);
implement('System.BitConverter', () => ({
  'static IsLittleEndian': () => true,
  'static GetBytes(System.Half)': (_self, value) => write(2, (to) => to.setUint16(0, halfBits(halfOf(value)), true)),
  'static GetBytes': (_self, value) => {
    const wide = unwrap(value);
    if (wide instanceof NetObject && typeof wide.data === 'bigint' && wide.type.name.endsWith('Int128'))
      return write(16, (to) => {
        to.setBigUint64(0, BigInt.asUintN(64, wide.data as bigint), true);
        to.setBigUint64(8, BigInt.asUintN(64, (wide.data as bigint) >> 64n), true);
      });
    if (typeof value === 'boolean') return Uint8Array.from([value ? 1 : 0]);
    if (value instanceof PSChar) return write(2, (to) => to.setUint16(0, value.code, true));
    if (value instanceof PSDouble) return write(8, (to) => to.setFloat64(0, value.value, true));
    if (value instanceof PSSingle) return write(4, (to) => to.setFloat32(0, value.value, true));
    const name = typeOf(value)?.name ?? '';
    const size = { Int16: 2, UInt16: 2, Int32: 4, UInt32: 4 }[name] ?? 8;
    return write(8, (to) => to.setBigUint64(0, BigInt.asUintN(64, big(value)), true)).slice(0, size);
  },
  'static ToInt16': (_self, bytes, at) =>
    makeInteger(requireType('System.Int16'), BigInt(view(bytes, at, 2).getInt16(0, true))),
  'static ToUInt16': (_self, bytes, at) =>
    makeInteger(requireType('System.UInt16'), BigInt(view(bytes, at, 2).getUint16(0, true))),
  'static ToInt32': (_self, bytes, at) => view(bytes, at, 4).getInt32(0, true),
  'static ToUInt32': (_self, bytes, at) =>
    makeInteger(requireType('System.UInt32'), BigInt(view(bytes, at, 4).getUint32(0, true))),
  'static ToInt64': (_self, bytes, at) => view(bytes, at, 8).getBigInt64(0, true),
  'static ToUInt64': (_self, bytes, at) => new PSUInt64(view(bytes, at, 8).getBigUint64(0, true)),
  'static ToDouble': (_self, bytes, at) => double(view(bytes, at, 8).getFloat64(0, true)),
  'static ToSingle': (_self, bytes, at) => single(view(bytes, at, 4).getFloat32(0, true)),
  'static ToChar': (_self, bytes, at) => new PSChar(view(bytes, at, 2).getUint16(0, true)),
  'static ToBoolean': (_self, bytes, at) => view(bytes, at, 1).getUint8(0) !== 0,
  'static ToString': (_self, bytes, at, length) => {
    const all = bytesOf(bytes);
    const from = at === undefined ? 0 : num(at);
    return hexLong(all.subarray(from, length === undefined ? undefined : from + num(length)), '-');
  },
  'static DoubleToInt64Bits': (_self, value) =>
    written(8, (to) => to.setFloat64(0, num(value), true)).getBigInt64(0, true),
  'static Int64BitsToDouble': (_self, value) =>
    double(written(8, (to) => to.setBigInt64(0, big(value), true)).getFloat64(0, true)),
  'static HalfToInt16Bits': (_self, value) =>
    makeInteger(requireType('System.Int16'), BigInt.asIntN(16, BigInt(halfBits(halfOf(value))))),
  'static HalfToUInt16Bits': (_self, value) =>
    makeInteger(requireType('System.UInt16'), BigInt(halfBits(halfOf(value)))),
  'static Int16BitsToHalf': (_self, value) => half(halfFromBits(num(value) & 0xffff)),
  'static UInt16BitsToHalf': (_self, value) => half(halfFromBits(num(value))),
  'static ToHalf': (_self, bytes, at) => half(halfFromBits(view(bytes, at, 2).getUint16(0, true))),
  'static DoubleToUInt64Bits': (_self, value) =>
    new PSUInt64(written(8, (to) => to.setFloat64(0, num(value), true)).getBigUint64(0, true)),
  'static UInt64BitsToDouble': (_self, value) =>
    double(written(8, (to) => to.setBigUint64(0, big(value), true)).getFloat64(0, true)),
  'static SingleToUInt32Bits': (_self, value) =>
    makeInteger(
      requireType('System.UInt32'),
      BigInt(written(4, (to) => to.setFloat32(0, num(value), true)).getUint32(0, true)),
    ),
  'static UInt32BitsToSingle': (_self, value) =>
    single(written(4, (to) => to.setUint32(0, num(value), true)).getFloat32(0, true)),
  'static SingleToInt32Bits': (_self, value) =>
    written(4, (to) => to.setFloat32(0, num(value), true)).getInt32(0, true),
  'static Int32BitsToSingle': (_self, value) =>
    single(written(4, (to) => to.setInt32(0, num(value), true)).getFloat32(0, true)),
}));
