/** System.TimeSpan. */
import { PSTimeSpan, type PSValue } from '../../../protocol/objects/index.js';
import { formatSpan, parseSpan, readSpan, TICKS_PER_DAY, TICKS_PER_SECOND } from '../text/date-format.js';
import { FormatError } from '../text/number-format.js';
import { implement } from '../values/bodies.js';
import { PSReference, unwrap } from '../values/live.js';
import { currentNumbers } from '../culture/culture.js';
import { waysOf } from './format-provider.js';
import { hashCode } from './equality.js';
import {
  argumentError,
  argumentNull,
  big,
  double,
  formatError,
  NetThrow,
  num,
  overflowError,
  text,
} from './support.js';

const MAX = 9_223_372_036_854_775_807n;
const MIN = -MAX - 1n;
const TICKS_PER_HOUR = 36_000_000_000n;
const TICKS_PER_MINUTE = 600_000_000n;
const TICKS_PER_MILLISECOND = 10_000n;

export const spanTicks = (value: PSValue | undefined): bigint => {
  const inner = unwrap(value ?? null);
  if (inner instanceof PSTimeSpan) return inner.ticks;
  throw argumentNull('value');
};
/** A limit of time in whole milliseconds: a number of them, or a TimeSpan. @param absent what no limit at all is. */
export const millisecondsOf = (value: PSValue | undefined, absent = -1): number => {
  const inner = unwrap(value ?? null);
  if (inner === null) return absent;
  return inner instanceof PSTimeSpan ? Number(inner.ticks / TICKS_PER_MILLISECOND) : num(inner);
};
export function span(ticks: bigint): PSTimeSpan {
  if (ticks > MAX || ticks < MIN) throw overflowError('TimeSpan overflowed because the duration is too long.');
  return new PSTimeSpan(ticks);
}
/** A number of units as ticks, to the nearest tick as .NET's From… methods have it. */
function fromUnits(value: number, unit: bigint): PSTimeSpan {
  if (Number.isNaN(value)) throw argumentError('TimeSpan does not accept floating point Not-a-Number values.');
  const ticks = value * Number(unit);
  if (ticks > 9.223372036854775e18 || ticks < -9.223372036854775e18)
    throw overflowError('TimeSpan overflowed because the duration is too long.');
  return new PSTimeSpan(BigInt(Math.trunc(ticks)));
}
const part = (self: PSValue, unit: bigint, size: bigint): number => Number((spanTicks(self) / unit) % size);
const total = (self: PSValue, unit: bigint): PSValue => double(Number(spanTicks(self)) / Number(unit));
/** So many milliseconds a time has at most, as .NET says it. */
const MOST_MS = 922_337_203_685_477;
export function formatTimeSpan(value: PSTimeSpan, format: string, numbers = currentNumbers()): string {
  try {
    return formatSpan(value, format, numbers);
  } catch (error) {
    if (error instanceof FormatError) throw formatError(error.message);
    throw error;
  }
}
const outOfBounds = (source: string): NetThrow =>
  overflowError(
    `The TimeSpan string '${source}' could not be parsed because at least one of the numeric components is out of range or contains too many digits.`,
  );
function parse(source: string): PSTimeSpan {
  const made = readSpan(source);
  if (made === 'overflow') throw outOfBounds(source);
  if (made === undefined) throw formatError(`String '${source}' was not recognized as a valid TimeSpan.`);
  return made;
}
const spanFormats = (formats: PSValue | undefined): readonly string[] =>
  Array.isArray(formats) ? (formats as PSValue[]).map((one) => text(one)) : [text(formats ?? null)];
/** The standard formats; what they want is told apart by `parse` alone. */
const STANDARD = /^[cgGtT]$/;
const FIELDS: Readonly<Record<string, { readonly unit: bigint; readonly most: number }>> = {
  d: { unit: TICKS_PER_DAY, most: 10_675_199 },
  h: { unit: TICKS_PER_HOUR, most: 23 },
  m: { unit: TICKS_PER_MINUTE, most: 59 },
  s: { unit: TICKS_PER_SECOND, most: 59 },
};
/** By the first of several formats that fits; the last one's fault is told. */
function parseExact(source: string, formats: readonly string[]): PSTimeSpan {
  for (const format of formats.slice(0, -1))
    try {
      return parseByFormat(source, format);
    } catch (error) {
      if (!(error instanceof NetThrow)) throw error;
    }
  return parseByFormat(source, formats.at(-1) ?? '');
}
function parseByFormat(source: string, format: string): PSTimeSpan {
  if (STANDARD.test(format)) return parse(source);
  if (format.length < 2) throw formatError(`Format specifier '${format}' was invalid.`);
  const wrong = (): never => {
    throw formatError('Input string was not in a correct format.');
  };
  let ticks = 0n;
  let at = 0;
  const digits = (least: number, most: number): string => {
    const found = new RegExp(`^\\d{${least},${most}}`).exec(source.slice(at))?.[0];
    if (found === undefined) return wrong();
    at += found.length;
    return found;
  };
  // A unit (`hh`, `%h`), a fraction (`fff`, `FF`), or a text: `\:`, `'h'`.
  for (const [piece, , quoted, doubled, escaped] of format.matchAll(/%?([dhmsfF])\1*|'([^']*)'|"([^"]*)"|\\(.)|./gsu)) {
    const there = quoted ?? doubled ?? escaped;
    const letters = piece.replace(/^%/, '');
    const [letter = ''] = letters;
    if (there !== undefined) {
      if (!source.startsWith(there, at)) wrong();
      at += there.length;
      continue;
    }
    const field = FIELDS[letter];
    if (field !== undefined) {
      const one = letters.length === 1;
      const count = Number(digits(letters.length, one ? (letter === 'd' ? 8 : 2) : letters.length));
      if (count > field.most) throw outOfBounds(source);
      ticks += BigInt(count) * field.unit;
    } else if (letter === 'f' || letter === 'F')
      ticks += BigInt(digits(letter === 'f' ? letters.length : 0, letters.length).padEnd(7, '0'));
    else wrong();
  }
  return at === source.length ? span(ticks) : wrong();
}
const fromParts = (days: bigint, hours: bigint, minutes: bigint, seconds: bigint, ms = 0n, us = 0n): PSTimeSpan =>
  span(
    days * TICKS_PER_DAY +
      hours * TICKS_PER_HOUR +
      minutes * TICKS_PER_MINUTE +
      seconds * TICKS_PER_SECOND +
      ms * TICKS_PER_MILLISECOND +
      us * 10n,
  );

const FROM: Readonly<Record<string, bigint>> = {
  FromDays: TICKS_PER_DAY,
  FromHours: TICKS_PER_HOUR,
  FromMinutes: TICKS_PER_MINUTE,
  FromSeconds: TICKS_PER_SECOND,
  FromMilliseconds: TICKS_PER_MILLISECOND,
  FromMicroseconds: 10n,
};
/** FromHours(1, 30): this unit, then the smaller ones. */
function fromSeveral(name: string, args: readonly PSValue[]): PSTimeSpan {
  const units = Object.values(FROM);
  const first = Object.keys(FROM).indexOf(name);
  let ticks = 0n;
  for (const [index, arg] of args.entries()) ticks += big(arg) * (units[first + index] ?? 0n);
  return span(ticks);
}

implement('System.TimeSpan', () => ({
  Ticks: (self) => spanTicks(self),
  Days: (self) => Number(spanTicks(self) / TICKS_PER_DAY),
  Hours: (self) => part(self, TICKS_PER_HOUR, 24n),
  Minutes: (self) => part(self, TICKS_PER_MINUTE, 60n),
  Seconds: (self) => part(self, TICKS_PER_SECOND, 60n),
  Milliseconds: (self) => part(self, TICKS_PER_MILLISECOND, 1000n),
  Microseconds: (self) => part(self, 10n, 1000n),
  Nanoseconds: (self) => Number(spanTicks(self) % 10n) * 100,
  TotalDays: (self) => total(self, TICKS_PER_DAY),
  TotalHours: (self) => total(self, TICKS_PER_HOUR),
  TotalMinutes: (self) => total(self, TICKS_PER_MINUTE),
  TotalSeconds: (self) => total(self, TICKS_PER_SECOND),
  TotalMilliseconds: (self) =>
    double(Math.max(-MOST_MS, Math.min(MOST_MS, Number(spanTicks(self)) / Number(TICKS_PER_MILLISECOND)))),
  TotalMicroseconds: (self) => total(self, 10n),
  TotalNanoseconds: (self) => double(Number(spanTicks(self)) * 100),
  Add: (self, other) => span(spanTicks(self) + spanTicks(other)),
  Subtract: (self, other) => span(spanTicks(self) - spanTicks(other)),
  Negate: (self) => span(-spanTicks(self)),
  Duration: (self) => span(spanTicks(self) < 0n ? -spanTicks(self) : spanTicks(self)),
  Multiply: (self, factor) => span(BigInt(Math.round(Number(spanTicks(self)) * num(factor)))),
  Divide: (self, by) => {
    if (unwrap(by) instanceof PSTimeSpan) return double(Number(spanTicks(self)) / Number(spanTicks(by)));
    return span(BigInt(Math.round(Number(spanTicks(self)) / num(by))));
  },
  Equals: (self, other) => unwrap(other) instanceof PSTimeSpan && spanTicks(other) === spanTicks(self),
  GetHashCode: (self) => hashCode(self),
  CompareTo: (self, other) => {
    if (other === null) return 1;
    if (!(unwrap(other) instanceof PSTimeSpan)) throw argumentError('Object must be of type TimeSpan.');
    const [a, b] = [spanTicks(self), spanTicks(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  },
  ToString: (self, format, provider) =>
    formatTimeSpan(
      new PSTimeSpan(spanTicks(self)),
      typeof format === 'string' ? format : '',
      provider === undefined ? undefined : waysOf(provider).numbers,
    ),
  'static Zero': () => new PSTimeSpan(0n),
  'static MaxValue': () => new PSTimeSpan(MAX),
  'static MinValue': () => new PSTimeSpan(MIN),
  'static TicksPerDay': () => TICKS_PER_DAY,
  'static TicksPerHour': () => TICKS_PER_HOUR,
  'static TicksPerMinute': () => TICKS_PER_MINUTE,
  'static TicksPerSecond': () => TICKS_PER_SECOND,
  'static TicksPerMillisecond': () => TICKS_PER_MILLISECOND,
  'static TicksPerMicrosecond': () => 10n,
  'static NanosecondsPerTick': () => 100n,
  'static HoursPerDay': () => 24,
  'static MinutesPerHour': () => 60n,
  'static SecondsPerMinute': () => 60n,
  ...Object.fromEntries(
    Object.entries(FROM).flatMap(([name, unit]) => [
      [`static ${name}(double)`, (_self: PSValue, value: PSValue): PSValue => fromUnits(num(value), unit)],
      [`static ${name}`, (_self: PSValue, ...args: PSValue[]): PSValue => fromSeveral(name, args)],
    ]),
  ),
  'static FromTicks': (_self, value) => span(big(value)),
  'static Parse': (_self, source) => parse(text(source)),
  'static ParseExact': (_self, source, formats) => parseExact(text(source), spanFormats(formats)),
  'static TryParseExact': (_self, source, formats, ...rest) => {
    const target = rest.at(-1);
    let made: PSTimeSpan | undefined;
    try {
      made = source === null ? undefined : parseExact(text(source), spanFormats(formats));
    } catch (error) {
      if (!(error instanceof NetThrow)) throw error;
    }
    if (target instanceof PSReference) target.put(made ?? new PSTimeSpan(0n));
    return made !== undefined;
  },
  'static TryParse': (_self, source, ...rest) => {
    const made = source === null ? undefined : parseSpan(text(source));
    const target = rest[rest.length - 1];
    if (target instanceof PSReference) target.put(made ?? new PSTimeSpan(0n));
    return made !== undefined;
  },
  'static Compare': (_self, a, b) => (spanTicks(a) < spanTicks(b) ? -1 : spanTicks(a) > spanTicks(b) ? 1 : 0),
  'static Equals': (_self, a, b) => spanTicks(a) === spanTicks(b),
  'static op_Addition': (_self, a, b) => span(spanTicks(a) + spanTicks(b)),
  'static op_Subtraction': (_self, a, b) => span(spanTicks(a) - spanTicks(b)),
  'new(long)': (_self, ticks) => span(big(ticks)),
  'new(int, int, int)': (_self, hours, minutes, seconds) => fromParts(0n, big(hours), big(minutes), big(seconds)),
  new: (_self, ...args) => {
    const [days = 0n, hours = 0n, minutes = 0n, seconds = 0n, ms = 0n, us = 0n] = args.map(big);
    return fromParts(days, hours, minutes, seconds, ms, us);
  },
}));
