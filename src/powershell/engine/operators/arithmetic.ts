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
  PSByte,
  PSSByte,
  PSInt16,
  PSUInt16,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  bigInteger,
  castError,
  castText,
  convertTo,
  decimalOfNumber,
  fitDecimal,
  shifted,
  hooks,
  INT_MAX,
  INT_MIN,
  integerOf,
  isNumeric,
  LONG_MAX,
  LONG_MIN,
  parseNumberLiteral,
  toNumber,
  toText,
  tryConvert,
} from '../conversion.js';
import { bitLength, divideSteps, isLongInteger, MAX_INTEGER_BITS, productSteps, tooManyBits } from '../big-steps.js';
import {
  andThen,
  atOnce,
  done,
  drive,
  LOOK,
  NO_TICK,
  type Pending,
  settle,
  type Steps,
  type Tick,
  ticking,
} from '../pending.js';
import { needRoom, needText } from '../room.js';
import { entrySteps, fillFrom, repeatedLong } from '../slices.js';
import { byteItem, byteItems } from '../values/byte-items.js';
import { AutomationNull, ClassInstance, EnumValue, MultiArray, NetObject, plain, unwrap } from '../values/live.js';
import { ExceptionObject, fail, NetThrow, PSError } from '../values/exceptions.js';
import { type NetType, requireType } from '../values/net-type.js';
import {
  BIGINT,
  CUSTOM,
  DOUBLE,
  enumFromNumber,
  INT32,
  INT64,
  TIMESPAN,
  typeOf,
  typeText,
  UINT32,
  UINT64,
} from '../values/types.js';
import { MAX_DATE_TICKS } from '../text/date-format.js';

type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';
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
/** Operators that script classes and .NET types bring; filled in by the runtime. */
export const operatorHook = {
  /** `Equals`, `CompareTo`: undefined when the type has none. */
  call: (_name: string, _left: PSValue, _right: PSValue): PSValue | undefined => undefined,
  /** A static `op_…` method of `type`; undefined when it has none. */
  operator: (_type: NetType, _name: string, _left: PSValue, _right: PSValue): PSValue | undefined => undefined,
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
/** C#'s idea of a primitive type: these bring no operator methods of their own. */
function isPrimitive(value: PSValue): boolean {
  if (value === null) return true;
  if (value instanceof PSDecimal || (value instanceof NetObject && value.type === BIGINT)) return false;
  return typeof value === 'boolean' || value instanceof PSChar || isNumeric(value);
}
const shownType = (value: PSValue): string => {
  const type = typeOf(value);
  return type === undefined ? '$null' : type.fullName;
};
/** A custom object is asked through the PSObject that it stands in. */
const shownOwner = (value: PSValue): string =>
  typeOf(value) === CUSTOM ? 'System.Management.Automation.PSObject' : shownType(value);
/**
 * No numbers: the operator method of the left type, or of the right one when the left is primitive (ParserOps.ImplicitOp).
 */
function implicitOperator(operator: string, left: PSValue, right: PSValue): PSValue {
  const l = unwrap(left);
  const r = unwrap(right);
  const owner = isPrimitive(l) ? (isPrimitive(r) ? null : r) : l;
  const name = METHOD_NAMES[operator] ?? operator;
  if (owner === null)
    throw fail(
      'NotADefinedOperationForType',
      `The operation '[${shownType(l)}] ${operator} [${shownType(r)}]' is not defined.`,
      { category: 'InvalidOperation', target: l },
    );
  const type = typeOf(owner);
  const made = type === undefined ? undefined : operatorHook.operator(type, name, l, r);
  if (made !== undefined) return made;
  throw fail(
    'MethodNotFound',
    `Method invocation failed because [${shownOwner(owner)}] does not contain a method named '${name}'.`,
    { category: 'InvalidOperation', target: name },
  );
}

export function add(left: PSValue, right: PSValue): PSValue {
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    return sum <= INT_MAX && sum >= INT_MIN ? sum : new PSDouble(sum);
  }
  if (left instanceof PSDouble) {
    if (typeof right === 'number') return new PSDouble(left.value + right);
    if (right instanceof PSDouble) return new PSDouble(left.value + right.value);
  } else if (typeof left === 'number' && right instanceof PSDouble) return new PSDouble(left + right.value);
  if (typeof left === 'string' && typeof right === 'string' && left.length + right.length <= MAX_TEXT)
    return left + right;
  const l = unwrap(left);
  const r = right === AutomationNull ? null : unwrap(right);
  if (typeof l === 'string') {
    const tail = toText(r);
    if (l.length + tail.length > MAX_TEXT) throw tooLong(`a text of ${l.length + tail.length} characters`);
    done.steps += tail.length >> 6;
    return l + tail;
  }
  if (l === null) return plain(right);
  const instance = l instanceof ClassInstance ? hooks.items(l) : undefined;
  if (isArrayLike(l) || instance !== undefined) {
    const first = instance ?? itemsOf(l);
    // A command without output is a list of nothing here; $null is an element.
    const added = right === AutomationNull ? [] : itemsOf(r);
    // One value comes with what is noted on it.
    const second = added.length === 1 && added[0] === r ? [right] : added;
    if (first.length + second.length > MAX_ITEMS) throw tooLong(`an array of ${first.length + second.length} elements`);
    needRoom(first.length + second.length);
    done.steps += first.length + second.length;
    return first.concat(second);
  }
  if (l instanceof PSDictionary) return atOnce(addTables(l, r, NO_TICK));
  if (l instanceof PSChar) return l.toString() + toText(r);
  if (l instanceof PSDateTime && r instanceof PSTimeSpan) return moveDate(l, r.ticks);
  if (l instanceof PSTimeSpan && r instanceof PSTimeSpan) return new PSTimeSpan(l.ticks + r.ticks);
  if ((l instanceof PSTimeSpan || l instanceof PSDateTime) && (typeof r === 'string' || isPrimitive(r)))
    return add(l, operand('op_Addition', r, TIMESPAN));
  return numeric('+', l, r);
}
/** As `add`, of tables that may be large. */
export function addLong(left: PSValue, right: PSValue): Pending<PSValue> {
  if (typeof left !== 'object') return add(left, right);
  const table = unwrap(left);
  return table instanceof PSDictionary ? drive(addTables(table, unwrap(right), ticking())) : add(left, right);
}
function* addTables(left: PSDictionary, right: PSValue, tick: Tick): Steps<PSValue> {
  if (!(right instanceof PSDictionary))
    throw fail('AddHashTableToNonHashTable', 'A hash table can only be added to another hash table.', {
      category: 'InvalidOperation',
    });
  const sum = new PSDictionary([], { typeNames: left.typeNames });
  yield* settle(fillFrom(sum, left, tick));
  const addNew = (key: PSValue, value: PSValue): void => {
    if (sum.hasEntry(key))
      throw new NetThrow(
        'System.ArgumentException',
        `Item has already been added. Key in dictionary: '${toText(key)}'  Key being added: '${toText(key)}'`,
      );
    sum.append(key, value);
  };
  yield* entrySteps(right, addNew, tick);
  return sum;
}
/** The right side of an operator method; what cannot become one is an argument of the wrong type. */
function operand(method: string, value: PSValue, type: NetType): PSValue {
  try {
    return convertTo(value, type);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    throw fail(
      'MethodArgumentConversionInvalidCastArgument',
      `Cannot convert argument "1", with value: "${castText(value)}", for "${method}" to type "${type.fullName}": "${error.record.message}"`,
      {
        category: 'NotSpecified',
        type: 'System.Management.Automation.MethodException',
        inner: error.record.exception,
      },
    );
  }
}
/** Longest text, in UTF-16 units, and longest array that an operator makes. */
const MAX_TEXT = 2 ** 28;
const MAX_ITEMS = 2 ** 24;
/** Ends the script: going on would only try again. */
function tooLong(what: string): PSError {
  const error = fail('OutOfMemory', `The result would be ${what}, more than this engine allows.`, {
    category: 'LimitsExceeded',
    type: 'System.OutOfMemoryException',
  });
  error.thrown = true;
  return error;
}
const isArrayLike = (value: PSValue): boolean =>
  Array.isArray(value) || value instanceof PSList || value instanceof Uint8Array || value instanceof MultiArray;
/** The elements that `+` takes from its right side. */
export function itemsOf(value: PSValue): readonly PSValue[] {
  if (Array.isArray(value)) return value as readonly PSValue[];
  if (value instanceof MultiArray) return value.items;
  if (value instanceof PSList) return value.items;
  if (value instanceof Uint8Array) return byteItems(value);
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
    if (typeof r === 'string')
      throw fail(
        'MethodCountCouldNotFindBest',
        'Multiple ambiguous overloads found for "op_Subtraction" and the argument count: "2".',
        { category: 'NotSpecified', type: 'System.Management.Automation.MethodException' },
      );
  }
  if (l instanceof PSTimeSpan) {
    if (r instanceof PSTimeSpan) return new PSTimeSpan(l.ticks - r.ticks);
    if (typeof r === 'string' || isPrimitive(r)) return subtract(l, operand('op_Subtraction', r, TIMESPAN));
  }
  return numeric('-', l, r);
}

const LIMIT = 2 ** 26;
/** How often a text or a list is wanted. A list is so often as a UInt32 says, whatever a text says that is a number. */
function timesOf(value: PSValue, ofText: boolean): bigint | undefined {
  const number = typeof value === 'string' ? convertTo(value, requireType('System.Int32')) : value;
  return integerOf(convertTo(number, requireType(ofText ? 'System.Int32' : 'System.UInt32')));
}
export function multiply(left: PSValue, right: PSValue): Pending<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    const product = left * right;
    if (product <= INT_MAX && product >= INT_MIN) return product === 0 ? 0 : product;
    return new PSDouble(product);
  }
  const l = unwrap(left);
  const r = unwrap(right);
  if (l === null) return null;
  // PowerShell copies rows of one dimension alone.
  if (l instanceof MultiArray)
    throw new NetThrow(
      'System.InvalidCastException',
      `Unable to cast object of type '${l.type.fullName}' to type '${l.type.elementType?.fullName ?? ''}[]'.`,
    );
  if (typeof l === 'string' || isArrayLike(l)) {
    const times = timesOf(r, typeof l === 'string') ?? 0n;
    if (times < 0n)
      throw new NetThrow(
        'System.ArgumentOutOfRangeException',
        `times ('${times}') must be a non-negative value. (Parameter 'times')\nActual value was ${times}.`,
      );
    const size = typeof l === 'string' ? l.length : itemsOf(l).length;
    const total = BigInt(size) * times;
    if (typeof l === 'string') {
      if (total > BigInt(MAX_TEXT)) throw tooLong(`a text of ${total} characters`);
      needText(Number(total));
      return l.repeat(Number(times));
    }
    if (total > BigInt(LIMIT)) throw tooLong(`one of ${total} elements`);
    needRoom(Number(total));
    done.steps += (size * Number(times)) >> 6;
    return repeatedLong(itemsOf(l), Number(times), ticking());
  }
  if (l instanceof PSTimeSpan && typeof r === 'string') return multiply(l, operand('op_Multiply', r, DOUBLE));
  if (l instanceof PSTimeSpan && isNumeric(r)) return new PSTimeSpan(BigInt(Math.round(Number(l.ticks) * toNumber(r))));
  if (r instanceof PSTimeSpan && isNumeric(l)) return multiply(r, l);
  if (typeof l === 'boolean' || l instanceof PSChar) return implicitOperator('*', l, r);
  return longOperation('*', l, r) ?? numeric('*', l, r);
}
export function divide(left: PSValue, right: PSValue): Pending<PSValue> {
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
  if (l instanceof PSTimeSpan && typeof r === 'string') return divide(l, operand('op_Division', r, DOUBLE));
  if (l instanceof PSTimeSpan && isNumeric(r)) return new PSTimeSpan(BigInt(Math.round(Number(l.ticks) / toNumber(r))));
  return longOperation('/', l, r) ?? numeric('/', l, r);
}
export function remainder(left: PSValue, right: PSValue): Pending<PSValue> {
  if (typeof left === 'number' && typeof right === 'number') {
    if (right === 0) throw divideByZero();
    const rest = left % right;
    return rest === 0 ? 0 : rest;
  }
  const l = unwrap(left);
  const r = unwrap(right);
  return longOperation('%', l, r) ?? numeric('%', l, r);
}

/** What a value counts as in arithmetic; undefined when it does not. */
function numberOf(value: PSValue, beside: PSValue = null): PSValue | undefined {
  if (value === null) return 0;
  if (isNumeric(value)) return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof PSChar) return value.code;
  if (value instanceof EnumValue) return value.base ?? 0;
  if (typeof value === 'string') return stringNumber(value, beside);
  return undefined;
}
/** A string as the number it stands for. Throws as the cast to the type of the number beside it does. */
export function stringNumber(text: string, beside: PSValue = null): PSValue {
  if (text.trim() === '') return 0;
  const literal = parseNumberLiteral(text.replace(/^\s*\+/, ''));
  if (literal !== undefined) return literal;
  return convertTo(text.trim(), (isNumeric(beside) ? typeOf(beside) : undefined) ?? requireType('System.Int32'));
}

function numeric(operator: ArithmeticOperator, left: PSValue, right: PSValue): PSValue {
  if (left instanceof EnumValue) return enumArithmetic(operator, left, right);
  const l = numberOf(left, right);
  if (l === undefined) return implicitOperator(operator, left, right);
  const r = numberOf(right, left);
  if (r === undefined) return implicitOperator(operator, l, right);
  return calculate(operator, l, r);
}
/** The right side becomes a value of the enumeration, and so must the result. */
function enumArithmetic(operator: ArithmeticOperator, left: EnumValue, right: PSValue): PSValue {
  const r = unwrap(right);
  const other =
    isNumeric(r) && integerOf(r) !== undefined
      ? r
      : typeof r === 'string'
        ? (parseNumberLiteral(r) ?? convertTo(r, left.type))
        : r;
  if (other instanceof PSDouble || other instanceof PSSingle || other instanceof PSDecimal)
    throw uncastable(left, typeText(typeOf(other) ?? DOUBLE));
  if (typeof other === 'bigint' && typeof (left.base ?? 0) !== 'bigint') throw uncastable(other, typeText(left.type));
  const same = other instanceof EnumValue ? convertTo(other, left.type) : other;
  const number = same instanceof EnumValue ? (same.base ?? 0) : numberOf(same);
  if (number === undefined) return implicitOperator(operator, left, right);
  const made = calculate(operator, left.base ?? 0, number);
  const whole = integerOf(made);
  if (whole === undefined) throw uncastable(made, typeText(left.type));
  return enumFromNumber(left.type, whole);
}
const uncastable = (value: PSValue, to: string): NetThrow =>
  new NetThrow(
    'System.InvalidCastException',
    `Unable to cast object of type '${typeText(typeOf(value) ?? DOUBLE)}' to type '${to}'.`,
  );

/** Rank of the numeric types, as .NET numbers its TypeCode. */
function rankOf(value: PSValue): number {
  if (typeof value === 'number') return INT_RANK;
  if (typeof value === 'bigint') return LONG_RANK;
  if (value instanceof PSDecimal) return 15;
  if (value instanceof PSDouble) return 14;
  if (value instanceof PSSingle) return 13;
  if (value instanceof PSUInt64) return ULONG_RANK;
  if (value instanceof PSUInt32) return UINT_RANK;
  return INT_RANK;
}
const INT_RANK = 9;
const UINT_RANK = 10;
const LONG_RANK = 11;
const ULONG_RANK = 12;
const isSigned = (value: PSValue): boolean => !(value instanceof PSUInt32 || value instanceof PSUInt64);

/** Both sides are numbers. The larger type wins; a negative signed number beside an unsigned one widens further. */
function calculate(operator: ArithmeticOperator, l: PSValue, r: PSValue): PSValue {
  if (isBig(l) || isBig(r)) {
    const a = bigOf(l);
    const b = bigOf(r);
    if ((operator === '/' || operator === '%') && b === 0n) throw divideByZero();
    return bigInteger(exact(operator, a, b));
  }
  let rank = Math.max(rankOf(l), rankOf(r));
  if (rank === 15) return decimals(operator, toDecimal(l), toDecimal(r));
  if (rank >= 13) return floating(operator, toNumber(l), toNumber(r));
  const a = integerOf(l) ?? 0n;
  const b = integerOf(r) ?? 0n;
  const negative = (a < 0n && isSigned(l)) || (b < 0n && isSigned(r));
  if (rank === UINT_RANK && negative) rank = LONG_RANK;
  if (rank === ULONG_RANK && negative) return decimals(operator, toDecimal(l), toDecimal(r));
  if (operator === '/' || operator === '%') {
    if (b === 0n) throw divideByZero();
    if (operator === '/' && a % b !== 0n) return new PSDouble(Number(a) / Number(b));
  }
  const result = exact(operator, a, b);
  return operator === '*' && rank >= LONG_RANK ? fitProduct(result, rank) : fitInteger(result, rank);
}
/** As BigInteger's explicit conversions: toward zero. */
function bigOf(value: PSValue): bigint {
  const whole = integerOf(value);
  if (whole !== undefined) return whole;
  if (value instanceof PSDecimal) return value.unscaled / 10n ** BigInt(value.scale);
  const number = toNumber(value);
  if (!Number.isFinite(number)) throw new NetThrow('System.OverflowException', 'BigInteger cannot represent infinity.');
  return BigInt(Math.trunc(number));
}
const isBig = (value: PSValue): boolean => value instanceof NetObject && value.type === BIGINT;
function exact(operator: ArithmeticOperator, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      checkProduct(a, b);
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}
const isLarge = (value: bigint): boolean => BigInt.asIntN(MAX_INTEGER_BITS >> 4, value) !== value;
const bitsOf = (value: bigint): number => bitLength(value < 0n ? -value : value);
/** @throws {NetThrow} OutOfMemoryException. */
export function checkProduct(a: bigint, b: bigint): void {
  if (!isLarge(a) && !isLarge(b)) return;
  done.steps += LOOK;
  if (bitsOf(a) + bitsOf(b) > MAX_INTEGER_BITS) throw tooManyBits();
}
/** @throws {NetThrow} OutOfMemoryException. */
export function checkPower(value: bigint, power: number): void {
  if (value >= -1n && value <= 1n) return;
  // From the number of bits at least: a small base may still be within.
  if ((bitsOf(value) - 1) * power > MAX_INTEGER_BITS || power > MAX_INTEGER_BITS) throw tooManyBits();
}
const isLongBig = (value: PSValue): boolean =>
  value instanceof NetObject && value.type === BIGINT && isLongInteger(value.data as bigint);
/** As `*`, `/` and `%` of numbers that take a while; undefined when there is none. */
function longOperation(operator: '*' | '/' | '%', left: PSValue, right: PSValue): Pending<PSValue> | undefined {
  if (!isLongBig(left) && !isLongBig(right)) return undefined;
  const [a, b] = [integerOf(left), integerOf(right)];
  if (a === undefined || b === undefined) return undefined;
  if (operator === '*') {
    checkProduct(a, b);
    return andThen(drive(productSteps(a, b, ticking())), bigInteger);
  }
  if (b === 0n) throw divideByZero();
  return andThen(drive(divideSteps(a, b, ticking())), ([quotient, rest]) =>
    bigInteger(operator === '/' ? quotient : rest),
  );
}
/** A product that does not fit goes through BigInteger, whose conversion to Double cuts off. */
function fitProduct(value: bigint, rank: number): PSValue {
  const made = fitInteger(value, rank);
  if (!(made instanceof PSDouble)) return made;
  const size = value < 0n ? -value : value;
  const drop = BigInt(Math.max(0, size.toString(2).length - 53));
  const cut = Number((size >> drop) << drop);
  return new PSDouble(value < 0n ? -cut : cut);
}
function fitInteger(value: bigint, rank: number): PSValue {
  switch (rank) {
    case UINT_RANK:
      return value >= 0n && value <= 4294967295n ? new PSUInt32(Number(value)) : new PSDouble(Number(value));
    case LONG_RANK:
      return value >= LONG_MIN && value <= LONG_MAX ? value : new PSDouble(Number(value));
    case ULONG_RANK:
      return value >= 0n && value <= 18446744073709551615n ? new PSUInt64(value) : new PSDouble(Number(value));
    default:
      return value >= BigInt(INT_MIN) && value <= BigInt(INT_MAX) ? Number(value) : new PSDouble(Number(value));
  }
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
  if (made === undefined)
    throw new NetThrow('System.OverflowException', 'Value was either too large or too small for a Decimal.');
  return made;
}
export function decimals(operator: ArithmeticOperator, l: PSDecimal, r: PSDecimal): PSDecimal {
  const scale = Math.max(l.scale, r.scale);
  const a = shifted(l.unscaled, scale - l.scale);
  const b = shifted(r.unscaled, scale - r.scale);
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
      const dividend = shifted(a, digits);
      const quotient = dividend / b;
      const exactly = dividend % b === 0n;
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
  // What is taken from zero: there is no negative zero, and a Single becomes a Double.
  if (inner instanceof PSDouble || inner instanceof PSSingle) return new PSDouble(0 - inner.value);
  if (inner instanceof PSDecimal) return new PSDecimal(-inner.unscaled, inner.scale);
  if (inner instanceof PSTimeSpan) return new PSTimeSpan(-inner.ticks);
  if (isBig(inner)) return bigInteger(-(integerOf(inner) ?? 0n));
  if (inner instanceof EnumValue) return subtract(0, inner.base ?? 0);
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
  if (isNumeric(inner) && !isBig(inner)) return by === 1 ? add(inner, 1) : subtract(inner, 1);
  if (inner instanceof EnumValue) return enumArithmetic('+', inner, by);
  throw fail(
    'OperatorRequiresNumber',
    `The '${by === 1 ? '++' : '--'}' operator works only on numbers. The operand is a '${shownOwner(inner)}'.`,
    { category: 'InvalidOperation' },
  );
}

// ------------------------------------------------------------------ bits

const isReal = (value: PSValue | undefined): boolean =>
  value instanceof PSDouble || value instanceof PSSingle || value instanceof PSDecimal;
/** An operand of the bit operators as an integer of its type; fractions become UInt64 (Int64 when negative). */
function bitOperand(number: PSValue): PSValue {
  if (!(number instanceof PSDouble || number instanceof PSSingle || number instanceof PSDecimal)) return number;
  return convertTo(number, toNumber(number) < 0 ? INT64 : UINT64);
}
function fitBits(value: bigint, rank: number): PSValue {
  switch (rank) {
    case UINT_RANK:
      return new PSUInt32(Number(BigInt.asUintN(32, value)));
    case LONG_RANK:
      return BigInt.asIntN(64, value);
    case ULONG_RANK:
      return new PSUInt64(BigInt.asUintN(64, value));
    default:
      return Number(BigInt.asIntN(32, value));
  }
}
export function bitwise(operator: '-band' | '-bor' | '-bxor', left: PSValue, right: PSValue): PSValue {
  if (typeof left === 'number' && typeof right === 'number')
    return operator === '-band' ? left & right : operator === '-bor' ? left | right : left ^ right;
  const l = unwrap(left);
  const r = unwrap(right);
  if (l instanceof EnumValue && !isReal(r)) {
    if (typeof r !== 'string' && !(r instanceof EnumValue) && (!isPrimitive(r) || isBig(r)))
      return implicitOperator(operator, l, r);
    const other = isNumeric(r) ? r : convertTo(r, l.type);
    const b = other instanceof EnumValue ? other.value : (integerOf(other) ?? 0n);
    return enumFromNumber(l.type, apply(operator, l.value, b));
  }
  const first = numberOf(l, r);
  // A text becomes a number even where the other side never will.
  const second = numberOf(r, first === undefined ? null : l);
  if (first === undefined || second === undefined || isBig(first) !== isBig(second)) {
    // Beside a fraction PowerShell asks for the other side's number without looking whether there is one.
    const others = [first === undefined || isBig(first), second === undefined || isBig(second)];
    if (
      (isReal(first) && others[1] && !(r instanceof PSDateTime)) ||
      (isReal(second) && others[0] && !(l instanceof PSDateTime))
    )
      throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
    if (first === undefined || second === undefined)
      return implicitOperator(operator, first !== undefined && typeof l === 'string' ? first : l, r);
  }
  if (isBig(first) || isBig(second)) return bigInteger(apply(operator, bigOf(first), bigOf(second)));
  const a = bitOperand(first);
  const b = bitOperand(second);
  const rank = Math.max(rankOf(a), rankOf(b));
  // With a fraction on either side one negative operand makes the result signed.
  const signed = (isReal(first) || isReal(second)) && (toNumber(first) < 0 || toNumber(second) < 0);
  return fitBits(apply(operator, integerOf(a) ?? 0n, integerOf(b) ?? 0n), signed ? LONG_RANK : rank);
}
function apply(operator: string, a: bigint, b: bigint): bigint {
  return operator === '-band' ? a & b : operator === '-bor' ? a | b : a ^ b;
}
export function bitNot(value: PSValue): PSValue {
  if (typeof value === 'number') return ~value;
  const inner = unwrap(value);
  if (inner instanceof EnumValue) return enumFromNumber(inner.type, ~inner.value);
  const number = numberOf(inner) ?? convertTo(inner, INT32);
  if (isBig(number)) return bigInteger(~bigOf(number));
  const whole = wholeOf(number);
  return fitBits(~(integerOf(whole) ?? 0n), rankOf(whole));
}
/** A fraction as the smallest of Int32, UInt32, Int64 that holds it. */
function wholeOf(number: PSValue): PSValue {
  if (!isReal(number)) return number;
  for (const type of [INT32, UINT32, INT64, UINT64]) {
    const made = tryConvert(number, type);
    if (made !== undefined) return made;
  }
  throw castError(number, UINT64);
}
export function shift(left: PSValue, right: PSValue, toLeft: boolean): PSValue {
  const operator = toLeft ? '-shl' : '-shr';
  const number = unwrap(left);
  const r = unwrap(right);
  if (number === null) return 0;
  if (typeof number === 'string') return shift(stringNumber(number, r), r, toLeft);
  if (typeof r === 'string') return shift(number, stringNumber(r, number), toLeft);
  if (!isNumeric(number) && !(number instanceof EnumValue)) return implicitOperator(operator, number, r);
  const count = Number(integerOf(convertTo(r, INT32)) ?? 0n);
  if (number instanceof EnumValue)
    throw new NetThrow(
      'System.InvalidOperationException',
      `The binary operator ${toLeft ? 'LeftShift' : 'RightShift'} is not defined for the types '${number.type.fullName}' and 'System.Int32'.`,
    );
  if (isBig(number)) return bigInteger(toLeft ? bigOf(number) << BigInt(count) : bigOf(number) >> BigInt(count));
  const whole = wholeOf(number);
  const value = integerOf(whole) ?? 0n;
  const bits = BigInt(count & (rankOf(whole) >= LONG_RANK ? 63 : 31));
  const shifted = toLeft ? value << bits : value >> bits;
  if (whole instanceof PSByte) return byteItem(Number(BigInt.asUintN(8, shifted)));
  if (whole instanceof PSSByte) return new PSSByte(Number(BigInt.asIntN(8, shifted)));
  if (whole instanceof PSInt16) return new PSInt16(Number(BigInt.asIntN(16, shifted)));
  if (whole instanceof PSUInt16) return new PSUInt16(Number(BigInt.asUintN(16, shifted)));
  return fitBits(shifted, rankOf(whole));
}
export { PSNumber };
