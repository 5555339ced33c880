/** `+ - * / %` and the bit operators: the .NET numeric tower, widening on overflow as PowerShell does. */
import {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSList,
  PSNumber,
  PSSingle,
  PSTimeSpan,
  PSUInt32,
  PSUInt64,
  PSObject,
  PSByte,
  PSSByte,
  PSInt16,
  PSUInt16,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  bigInteger,
  convertTo,
  decimalOfNumber,
  fitDecimal,
  INT_MAX,
  INT_MIN,
  integerOf,
  isNumeric,
  LONG_MAX,
  LONG_MIN,
  parseNumberLiteral,
  toNumber,
  toText,
} from '../conversion.js';
import { ClassInstance, EnumValue, NetObject, unwrap } from '../values/live.js';
import { ExceptionObject, fail, type PSError } from '../values/exceptions.js';
import { requireType } from '../values/net-type.js';
import { BIGINT, DECIMAL, DOUBLE, INT64, typeOf, typeText } from '../values/types.js';
import { MAX_DATE_TICKS } from '../text/date-format.js';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
const METHOD_NAMES: Readonly<Record<string, string>> = {
  '+': 'op_Addition',
  '-': 'op_Subtraction',
  '*': 'op_Multiply',
  '/': 'op_Division',
  '%': 'op_Modulus',
  '-band': 'op_BitwiseAnd',
  '-bor': 'op_BitwiseOr',
  '-bxor': 'op_ExclusiveOr',
  '-shl': 'op_LeftShift',
  '-shr': 'op_RightShift',
  '-bnot': 'op_OnesComplement',
};
/** Operators that script classes and .NET types bring. Undefined: none. */
export const operatorHook = {
  call: (_name: string, _left: PSValue, _right: PSValue): PSValue | undefined => undefined,
};

export const divideByZero = (): PSError =>
  fail('RuntimeException', 'Attempted to divide by zero.', {
    category: 'NotSpecified',
    type: 'System.Management.Automation.RuntimeException',
    inner: new ExceptionObject(requireType('System.DivideByZeroException'), 'Attempted to divide by zero.'),
  });
const overflow = (message: string): PSError =>
  fail('RuntimeException', message, {
    category: 'NotSpecified',
    type: 'System.Management.Automation.RuntimeException',
    inner: new ExceptionObject(requireType('System.OverflowException'), message),
  });
function noOperator(left: PSValue, operator: string): PSError {
  const type = typeOf(left);
  return fail(
    'MethodNotFound',
    `Method invocation failed because [${type === undefined ? 'null' : typeText(type)}] does not contain a method named '${METHOD_NAMES[operator] ?? operator}'.`,
    { category: 'InvalidOperation' },
  );
}

export function add(left: PSValue, right: PSValue): PSValue {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    return sum <= INT_MAX && sum >= INT_MIN ? sum : new PSDouble(sum);
  }
  if (left instanceof PSDouble && right instanceof PSDouble) return new PSDouble(left.value + right.value);
  const l = unwrap(left);
  const r = unwrap(right);
  if (typeof l === 'string') return l + toText(r);
  if (l === null) return r === null ? null : r instanceof PSDictionary || !isNumeric(r) ? right : r;
  if (Array.isArray(l) || l instanceof PSList || l instanceof Uint8Array) return [...itemsOf(l), ...itemsOf(r)];
  if (l instanceof PSDictionary) {
    if (!(r instanceof PSDictionary))
      throw fail('AddHashTableToNonHashTable', 'A hash table can only be added to another hash table.', {
        category: 'InvalidOperation',
      });
    const sum = new PSDictionary(l.entries(), { typeNames: l.typeNames });
    for (const [key, value] of r.entries()) {
      if (sum.hasEntry(key))
        throw fail(
          'RuntimeException',
          `Item has already been added. Key in dictionary: '${toText(key)}'  Key being added: '${toText(key)}'`,
          { category: 'NotSpecified' },
        );
      sum.append(key, value);
    }
    return sum;
  }
  if (l instanceof PSChar) {
    if (typeof r === 'string') return l.toString() + r;
    if (r instanceof PSChar) return l.toString() + r.toString();
    return add(l.code, r);
  }
  if (l instanceof PSDateTime && r instanceof PSTimeSpan) return moveDate(l, r.ticks);
  if (l instanceof PSTimeSpan && r instanceof PSTimeSpan) return new PSTimeSpan(l.ticks + r.ticks);
  if (l instanceof PSTimeSpan && typeof r === 'string') return add(l, convertTo(r, typeOf(l) ?? DECIMAL));
  if (l instanceof PSDateTime && typeof r === 'string') return add(l, convertTo(r, requireType('System.TimeSpan')));
  return numeric('+', l, r, left);
}
/** The elements that `+` takes from its right side. */
export function itemsOf(value: PSValue): readonly PSValue[] {
  if (Array.isArray(value)) return value as readonly PSValue[];
  if (value instanceof PSList) return value.items;
  if (value instanceof Uint8Array) return Array.from(value, (byte) => new PSByte(byte));
  return [value];
}
function moveDate(date: PSDateTime, ticks: bigint): PSDateTime {
  const moved = date.ticks + ticks;
  if (moved < 0n || moved > MAX_DATE_TICKS)
    throw overflow("The added or subtracted value results in an un-representable DateTime. (Parameter 't')");
  return new PSDateTime(moved, date.kind);
}

export function subtract(left: PSValue, right: PSValue): PSValue {
  if (typeof left === 'number' && typeof right === 'number') {
    const result = left - right;
    return result <= INT_MAX && result >= INT_MIN ? result : new PSDouble(result);
  }
  const l = unwrap(left);
  const r = unwrap(right);
  if (l instanceof PSDateTime) {
    if (r instanceof PSTimeSpan) return moveDate(l, -r.ticks);
    if (r instanceof PSDateTime) return new PSTimeSpan(l.ticks - r.ticks);
    if (typeof r === 'string') {
      const date = convertTo(r, requireType('System.DateTime'));
      return subtract(l, date);
    }
  }
  if (l instanceof PSTimeSpan) {
    if (r instanceof PSTimeSpan) return new PSTimeSpan(l.ticks - r.ticks);
    return subtract(l, convertTo(r, requireType('System.TimeSpan')));
  }
  return numeric('-', l, r, left);
}

export const LIMIT = 2 ** 26;
export function multiply(left: PSValue, right: PSValue): PSValue {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (product <= INT_MAX && product >= INT_MIN) return product === 0 ? 0 : product;
    return new PSDouble(product);
  }
  const l = unwrap(left);
  const r = unwrap(right);
  if (l === null) return null;
  if (typeof l === 'string' || Array.isArray(l) || l instanceof PSList) {
    const times = integerOf(convertTo(r, requireType('System.UInt32'))) ?? 0n;
    const size = typeof l === 'string' ? l.length : itemsOf(l).length;
    if (BigInt(size) * times > BigInt(LIMIT))
      throw fail('OutOfMemory', `The result would have more than ${LIMIT} elements.`, {
        category: 'LimitsExceeded',
        type: 'System.OutOfMemoryException',
      });
    if (typeof l === 'string') return l.repeat(Number(times));
    const items = itemsOf(l);
    const out: PSValue[] = [];
    for (let index = 0; index < Number(times); index += 1) for (const item of items) out.push(item);
    return out;
  }
  if (l instanceof PSTimeSpan && isNumeric(r)) return new PSTimeSpan(BigInt(Math.round(Number(l.ticks) * toNumber(r))));
  return numeric('*', l, r, left);
}
export function divide(left: PSValue, right: PSValue): PSValue {
  if (typeof left === 'number' && typeof right === 'number') {
    if (right === 0) throw divideByZero();
    const quotient = left / right;
    return Number.isInteger(quotient) && quotient <= INT_MAX ? (quotient === 0 ? 0 : quotient) : new PSDouble(quotient);
  }
  const l = unwrap(left);
  const r = unwrap(right);
  if (l instanceof PSTimeSpan && r instanceof PSTimeSpan) {
    if (r.ticks === 0n) return new PSDouble(Number(l.ticks) / 0);
    return new PSDouble(Number(l.ticks) / Number(r.ticks));
  }
  if (l instanceof PSTimeSpan && isNumeric(r)) return new PSTimeSpan(BigInt(Math.round(Number(l.ticks) / toNumber(r))));
  return numeric('/', l, r, left);
}
export function remainder(left: PSValue, right: PSValue): PSValue {
  if (typeof left === 'number' && typeof right === 'number') {
    if (right === 0) throw divideByZero();
    const rest = left % right;
    return rest === 0 ? 0 : rest;
  }
  return numeric('%', unwrap(left), unwrap(right), left);
}

export function arithmetic(operator: ArithmeticOperator, left: PSValue, right: PSValue): PSValue {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '%':
      return remainder(left, right);
  }
}

/** What a value counts as in arithmetic; undefined when it does not. */
function numberOf(value: PSValue): PSValue | undefined {
  if (value === null) return 0;
  if (isNumeric(value)) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof PSChar) return value.code;
  if (value instanceof EnumValue) return value.base ?? 0;
  return undefined;
}
/** A string as the number it stands for. Throws as the cast to int does. */
export function stringNumber(text: string): PSValue {
  if (text.trim() === '') return 0;
  const literal = parseNumberLiteral(text.replace(/^\s*\+/, ''));
  if (literal !== undefined) return literal;
  return convertTo(text, requireType('System.Int32'));
}

function numeric(operator: ArithmeticOperator, left: PSValue, right: PSValue, original: PSValue): PSValue {
  const hooked =
    left instanceof ClassInstance ||
    right instanceof ClassInstance ||
    (left instanceof NetObject && left.type !== BIGINT)
      ? operatorHook.call(METHOD_NAMES[operator] ?? '', left, right)
      : undefined;
  if (hooked !== undefined) return hooked;
  let l = typeof left === 'string' ? stringNumber(left) : numberOf(left);
  if (l === undefined) throw noOperator(original, operator);
  let r = typeof right === 'string' ? stringNumber(right) : numberOf(right);
  if (r === undefined) {
    if (Array.isArray(right) || right instanceof PSObject) {
      r = convertRight(right, l, operator, original);
    } else throw noOperator(original, operator);
  }
  if (typeof left === 'boolean' && typeof right !== 'boolean' && operator === '+') l = left ? 1 : 0;
  return calculate(operator, l, r);
}
function convertRight(right: PSValue, left: PSValue, operator: string, original: PSValue): PSValue {
  const only = itemsOf(right);
  if (right instanceof PSDictionary || only.length !== 1 || (right instanceof PSObject && !(right instanceof PSList))) {
    const type = typeOf(left);
    if (type !== undefined && Array.isArray(right)) throw noOperatorArray(right, operator);
    throw noOperator(original, operator);
  }
  const item = unwrap(only[0] ?? null);
  return typeof item === 'string' ? stringNumber(item) : (numberOf(item) ?? 0);
}
const noOperatorArray = (right: PSValue, operator: string): PSError => noOperator(right, operator);

/** Both sides are numbers. */
function calculate(operator: ArithmeticOperator, l: PSValue, r: PSValue): PSValue {
  if (l instanceof PSDecimal || r instanceof PSDecimal) {
    if (l instanceof PSDouble || l instanceof PSSingle || r instanceof PSDouble || r instanceof PSSingle)
      return floating(operator, toNumber(l), toNumber(r));
    return decimals(operator, toDecimal(l), toDecimal(r));
  }
  if (l instanceof PSDouble || r instanceof PSDouble || l instanceof PSSingle || r instanceof PSSingle) {
    if (l instanceof PSSingle && r instanceof PSSingle) {
      const value = floating(operator, l.value, r.value);
      return new PSSingle(value.value);
    }
    return floating(operator, toNumber(l), toNumber(r));
  }
  const a = integerOf(l) ?? 0n;
  const b = integerOf(r) ?? 0n;
  if (isBig(l) || isBig(r)) {
    if ((operator === '/' || operator === '%') && b === 0n) throw divideByZero();
    return bigInteger(exact(operator, a, b));
  }
  if (operator === '/' || operator === '%') {
    if (b === 0n) throw divideByZero();
    if (operator === '/' && a % b !== 0n) return new PSDouble(Number(a) / Number(b));
  }
  const result = exact(operator, a, b);
  return fitInteger(result, rank(l), rank(r));
}
const isBig = (value: PSValue): boolean => value instanceof NetObject && value.type === BIGINT;
function exact(operator: ArithmeticOperator, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}
/** 0 Int32 and smaller, 1 UInt32, 2 Int64, 3 UInt64 */
function rank(value: PSValue): number {
  if (typeof value === 'bigint') return 2;
  if (value instanceof PSUInt32) return 1;
  if (value instanceof PSUInt64) return 3;
  return 0;
}
function fitInteger(value: bigint, left: number, right: number): PSValue {
  let wanted = Math.max(left, right);
  if (wanted === 1 && left !== right) wanted = 2;
  if (wanted === 3 && left !== right && value < 0n) return new PSDouble(Number(value));
  if (wanted === 0) {
    if (value >= BigInt(INT_MIN) && value <= BigInt(INT_MAX)) return Number(value);
    return new PSDouble(Number(value));
  }
  if (wanted === 1)
    return value >= 0n && value <= 4294967295n ? new PSUInt32(Number(value)) : new PSDouble(Number(value));
  if (wanted === 2) return value >= LONG_MIN && value <= LONG_MAX ? value : new PSDouble(Number(value));
  return value >= 0n && value <= 18446744073709551615n ? new PSUInt64(value) : new PSDouble(Number(value));
}
function floating(operator: ArithmeticOperator, a: number, b: number): PSDouble {
  switch (operator) {
    case '+':
      return new PSDouble(a + b);
    case '-':
      return new PSDouble(a - b);
    case '*':
      return new PSDouble(a * b);
    case '/':
      return new PSDouble(a / b);
    case '%':
      return new PSDouble(a % b);
  }
}
function toDecimal(value: PSValue): PSDecimal {
  if (value instanceof PSDecimal) return value;
  const whole = integerOf(value);
  if (whole !== undefined) return new PSDecimal(whole, 0);
  const made = decimalOfNumber(toNumber(value));
  if (made === undefined) throw overflow('Value was either too large or too small for a Decimal.');
  return made;
}
export function decimals(operator: ArithmeticOperator, l: PSDecimal, r: PSDecimal): PSDecimal {
  const scale = Math.max(l.scale, r.scale);
  const a = l.unscaled * 10n ** BigInt(scale - l.scale);
  const b = r.unscaled * 10n ** BigInt(scale - r.scale);
  let made: PSDecimal | undefined;
  switch (operator) {
    case '+':
      made = fitDecimal(a + b, scale);
      break;
    case '-':
      made = fitDecimal(a - b, scale);
      break;
    case '*':
      made = fitDecimal(l.unscaled * r.unscaled, l.scale + r.scale);
      break;
    case '%':
      if (b === 0n) throw divideByZero();
      made = fitDecimal(a % b, scale);
      break;
    case '/': {
      if (b === 0n) throw divideByZero();
      const digits = 29;
      const quotient = (a * 10n ** BigInt(digits)) / b;
      const exactly = (a * 10n ** BigInt(digits)) % b === 0n;
      made = fitDecimal(quotient, digits);
      // An exact quotient keeps the fewest digits; the scales of the operands set the least.
      if (made !== undefined && exactly) made = trimDecimal(made, Math.max(0, l.scale - r.scale));
      break;
    }
  }
  if (made === undefined) throw overflow('Value was either too large or too small for a Decimal.');
  return made;
}
function trimDecimal(value: PSDecimal, least: number): PSDecimal {
  let { unscaled, scale } = value;
  while (scale > least && unscaled % 10n === 0n) {
    unscaled /= 10n;
    scale -= 1;
  }
  return new PSDecimal(unscaled, scale);
}

export function negate(value: PSValue): PSValue {
  const inner = unwrap(value);
  if (typeof inner === 'number' && inner !== INT_MIN) return inner === 0 ? 0 : -inner;
  if (inner instanceof PSDouble) return new PSDouble(-inner.value);
  if (inner instanceof PSSingle) return new PSSingle(-inner.value);
  if (inner instanceof PSDecimal) return new PSDecimal(-inner.unscaled, inner.scale);
  if (inner instanceof PSTimeSpan) return new PSTimeSpan(-inner.ticks);
  return subtract(0, inner);
}
export function plus(value: PSValue): PSValue {
  return add(0, value);
}

/** `++` and `--`. */
export function step(value: PSValue, by: 1 | -1): PSValue {
  if (typeof value === 'number') return by === 1 ? add(value, 1) : subtract(value, 1);
  const inner = unwrap(value);
  if (inner === null) return by;
  if (inner instanceof PSByte || inner instanceof PSSByte || inner instanceof PSInt16 || inner instanceof PSUInt16)
    return inner.value + by;
  if (isNumeric(inner)) return by === 1 ? add(inner, 1) : subtract(inner, 1);
  if (inner instanceof PSChar) return inner.code + by;
  throw fail(
    'OperatorRequiresNumber',
    `The '${by === 1 ? '++' : '--'}' operator works only on numbers. The operand is a '${typeText(typeOf(inner) ?? DOUBLE)}'.`,
    { category: 'InvalidOperation' },
  );
}

// ------------------------------------------------------------------ bits

function bitOperand(value: PSValue): { readonly value: bigint; readonly rank: number; readonly big: boolean } {
  const inner = unwrap(value);
  let number: PSValue | undefined = typeof inner === 'string' ? stringNumber(inner) : numberOf(inner);
  if (number === undefined) number = convertTo(inner, INT64);
  if (number instanceof PSDouble || number instanceof PSSingle || number instanceof PSDecimal) {
    const whole = convertTo(number, INT64);
    const as = integerOf(whole) ?? 0n;
    return { value: as, rank: as >= BigInt(INT_MIN) && as <= BigInt(INT_MAX) ? 0 : 2, big: false };
  }
  return { value: integerOf(number) ?? 0n, rank: rank(number), big: isBig(number) };
}
function fitBits(value: bigint, wanted: number): PSValue {
  switch (wanted) {
    case 1:
      return new PSUInt32(Number(BigInt.asUintN(32, value)));
    case 2:
      return BigInt.asIntN(64, value);
    case 3:
      return new PSUInt64(BigInt.asUintN(64, value));
    default:
      return Number(BigInt.asIntN(32, value));
  }
}
export function bitwise(operator: '-band' | '-bor' | '-bxor', left: PSValue, right: PSValue): PSValue {
  if (typeof left === 'number' && typeof right === 'number')
    return operator === '-band' ? left & right : operator === '-bor' ? left | right : left ^ right;
  const l = unwrap(left);
  if (l instanceof EnumValue) {
    const other = convertTo(right, l.type);
    const b = other instanceof EnumValue ? other.value : 0n;
    return convertTo(apply(operator, l.value, b), l.type);
  }
  if (typeof l !== 'string' && l !== null && numberOf(l) === undefined) {
    const hooked = operatorHook.call(METHOD_NAMES[operator] ?? '', l, unwrap(right));
    if (hooked !== undefined) return hooked;
    throw noOperator(l, operator);
  }
  const a = bitOperand(l);
  const b = bitOperand(right);
  const result = apply(operator, a.value, b.value);
  if (a.big || b.big) return bigInteger(result);
  let wanted = Math.max(a.rank, b.rank);
  if (wanted === 1 && a.rank !== b.rank) wanted = 2;
  return fitBits(result, wanted);
}
function apply(operator: string, a: bigint, b: bigint): bigint {
  return operator === '-band' ? a & b : operator === '-bor' ? a | b : a ^ b;
}
export function bitNot(value: PSValue): PSValue {
  if (typeof value === 'number') return ~value;
  const inner = unwrap(value);
  if (inner instanceof EnumValue) return convertTo(~inner.value, inner.type);
  const a = bitOperand(inner);
  return a.big ? bigInteger(~a.value) : fitBits(~a.value, a.rank);
}
export function shift(left: PSValue, right: PSValue, toLeft: boolean): PSValue {
  const a = bitOperand(left);
  const count = Number(integerOf(convertTo(right, requireType('System.Int32'))) ?? 0n);
  if (a.big) return bigInteger(toLeft ? a.value << BigInt(count) : a.value >> BigInt(count));
  const bits = BigInt(count & (a.rank >= 2 ? 63 : 31));
  return fitBits(toLeft ? a.value << bits : a.value >> bits, a.rank);
}
export { PSNumber };
