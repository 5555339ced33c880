/** DateTime and TimeSpan between ticks (100 ns) and XML Schema's text. protocol.md 2.2 */
import { dateOf, daysOf, PSDateTime, PSTimeSpan, TICKS_PER_DAY, TICKS_PER_SECOND } from '../objects/index.js';

/** The last tick of the year 9999. */
export const MAX_TICKS = 3_155_378_975_999_999_999n;
const MAX_SPAN = 9_223_372_036_854_775_807n;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

function fractionText(ticks: bigint): string {
  return ticks === 0n ? '' : `.${ticks.toString().padStart(7, '0').replace(/0+$/, '')}`;
}

export function formatDateTime(value: PSDateTime): string {
  const [year, month, day] = dateOf(Number(value.ticks / TICKS_PER_DAY));
  const rest = value.ticks % TICKS_PER_DAY;
  const seconds = Number(rest / TICKS_PER_SECOND);
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${fractionText(rest % TICKS_PER_SECOND)}`;
  let zone = '';
  if (value.kind === 'Utc') zone = 'Z';
  else if (value.kind === 'Local') {
    const offset = value.offsetMinutes ?? 0;
    zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  }
  return `${date}T${time}${zone}`;
}

const DATE_TIME = /^\s*(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,12}))?)?(Z|[+-]\d{2}:\d{2})?\s*$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const daysIn = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : (DAYS[month - 1] ?? 0);

/** The number of `count` digits at `at`; NaN where there are others. */
function digitsAt(text: string, at: number, count: number): number {
  let sum = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    sum = sum * 10 + digit;
  }
  return sum;
}

/** `yyyy-MM-ddTHH:mm:ss`, with a fraction of up to seven digits, `Z` or nothing behind: what nearly every DateTime is. */
function parseUsual(text: string): PSDateTime | undefined {
  const { length } = text;
  const utc = text.charCodeAt(length - 1) === 90;
  const end = utc ? length - 1 : length;
  if (end < 19 || end > 27 || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T') return undefined;
  if (text[13] !== ':' || text[16] !== ':' || end === 20 || (end > 20 && text[19] !== '.')) return undefined;
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 2);
  const day = digitsAt(text, 8, 2);
  const hour = digitsAt(text, 11, 2);
  const minute = digitsAt(text, 14, 2);
  const second = digitsAt(text, 17, 2);
  const fraction = end > 20 ? digitsAt(text, 20, end - 20) * 10 ** (27 - end) : 0;
  // Written so that NaN fails; the pattern then says what the text is.
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  if (!(hour < 24 && minute < 60 && second < 60 && fraction >= 0)) return undefined;
  const seconds = daysOf(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
  const ticks = BigInt(seconds) * TICKS_PER_SECOND;
  return new PSDateTime(fraction === 0 ? ticks : ticks + BigInt(fraction), utc ? 'Utc' : 'Unspecified');
}

/** Undefined: no DateTime. */
export function parseDateTime(text: string): PSDateTime | undefined {
  const usual = parseUsual(text);
  if (usual !== undefined) return usual;
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (
    year < 1 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > daysIn(year, month) ||
    hour > 24 ||
    minute > 59 ||
    second > 59
  )
    return undefined;
  if (hour === 24 && (minute > 0 || second > 0)) return undefined;
  const fraction = BigInt((match[7] ?? '').padEnd(7, '0').slice(0, 7) || '0');
  const ticks =
    BigInt(daysOf(year, month, day)) * TICKS_PER_DAY +
    BigInt(hour * 3600 + minute * 60 + second) * TICKS_PER_SECOND +
    fraction;
  if (ticks > MAX_TICKS) return undefined;
  const zone = match[8];
  if (zone === undefined) return new PSDateTime(ticks, 'Unspecified');
  if (zone === 'Z') return new PSDateTime(ticks, 'Utc');
  const offset = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * (zone.startsWith('-') ? -1 : 1);
  if (Math.abs(offset) > 14 * 60) return undefined;
  return new PSDateTime(ticks, 'Local', offset);
}

export function formatTimeSpan(value: PSTimeSpan): string {
  if (value.ticks === 0n) return 'PT0S';
  const ticks = value.ticks < 0n ? -value.ticks : value.ticks;
  const days = ticks / TICKS_PER_DAY;
  const seconds = Number((ticks % TICKS_PER_DAY) / TICKS_PER_SECOND);
  const fraction = fractionText(ticks % TICKS_PER_SECOND);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = seconds % 60;
  const time = `${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest > 0 || fraction !== '' ? `${rest}${fraction}S` : ''}`;
  return `${value.ticks < 0n ? '-' : ''}P${days > 0n ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
}

const DURATION = /^\s*(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?\s*$/;

/** A year counts 365 days and a month 30, as .NET reads them. Undefined: no duration. */
export function parseTimeSpan(text: string): PSTimeSpan | undefined {
  if (text.length > 128) return undefined;
  const match = DURATION.exec(text);
  if (match === null || /[PT]\s*$/.test(text)) return undefined;
  const part = (index: number): bigint => BigInt(match[index] ?? '0');
  const days = part(2) * 365n + part(3) * 30n + part(4);
  const seconds = (part(5) * 60n + part(6)) * 60n + part(7);
  const ticks =
    days * TICKS_PER_DAY + seconds * TICKS_PER_SECOND + BigInt((match[8] ?? '').padEnd(7, '0').slice(0, 7) || '0');
  const signed = match[1] === '-' ? -ticks : ticks;
  return signed > MAX_SPAN || signed < -MAX_SPAN - 1n ? undefined : new PSTimeSpan(signed);
}
