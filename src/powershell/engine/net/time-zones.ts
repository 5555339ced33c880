/** TimeZoneInfo, as .NET makes it of the zones of ICU. */
import { PSDateTime, PSTimeSpan, type PSValue } from '../../../protocol/objects/index.js';
import { toUniversal, UNIX_TICKS } from '../text/date-format.js';
import { implement } from '../values/bodies.js';
import { NetObject, PSReference, typedArray, unwrap } from '../values/live.js';
import { offsetDate, utcTicks } from './date-kin.js';
import { dateOf } from './date-time.js';
import { argumentError, dataOf, net, NetThrow, requireType, text, throwNet } from './support.js';
import { ianaZone, windowsZone } from './windows-zones.js';

const ZONE = 'System.TimeZoneInfo';
interface Zone {
  readonly id: string;
}
/** Two days of 2024, half a year apart. */
const JANUARY = 638_397_504_000_000_000n;
const JULY = 638_554_752_000_000_000n;
const zone = (id: string): PSValue => net<Zone>(ZONE, { id });
/** Minutes from UTC of a zone at an instant, by ICU. */
function zoneOffset(id: string, utc: bigint): number {
  if (isUtc(id)) return 0;
  const ms = Number((utc - UNIX_TICKS) / 10_000n);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: id,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms);
  const value = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const there = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return Math.round((there - Math.floor(ms / 1000) * 1000) / 60_000);
}
/** As `FindSystemTimeZoneById`; undefined where there is none. Names of Windows are as good as those of IANA. */
export function knownZone(id: string): PSValue | undefined {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: ianaZone(id) ?? id });
  } catch {
    return undefined;
  }
  return zone(id);
}
function findZone(id: string): PSValue {
  const found = knownZone(id);
  if (found === undefined)
    throw throwNet('System.TimeZoneNotFoundException', `The time zone ID '${id}' was not found on the local computer.`);
  return found;
}
const zoneId = (self: PSValue): string => ianaZone(dataOf<Zone>(self).id) ?? dataOf<Zone>(self).id;
const isUtc = (id: string): boolean => /^(?:Etc\/)?(?:UTC|UCT|Zulu|Universal)$/i.test(id);
const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
/** As `TimeZoneInfo.Local`. */
export const zoneHere = (): PSValue => zone(localZone());
/** The instant of a clock reading in a zone. */
function utcOf(clockTicks: bigint, id: string): bigint {
  const first = clockTicks - BigInt(zoneOffset(id, clockTicks)) * 600_000_000n;
  return clockTicks - BigInt(zoneOffset(id, first)) * 600_000_000n;
}
/** A day in ticks: no zone changes its clock twice within one. */
const DAY = 864_000_000_000n;
/** The offsets at which a zone's clock shows a reading: none where it is put forward, two where it is put back. */
function readings(self: PSValue, value: PSValue): number[] {
  const date = dateOf(value);
  const id = zoneId(self);
  return readingsOf(date.kind === 'Unspecified' ? date.ticks : convert(date, 'UTC', id).ticks, id);
}
function readingsOf(clock: bigint, id: string): number[] {
  const near = new Set([clock - DAY, clock + DAY].map((at) => zoneOffset(id, at)));
  return [...near]
    .filter((minutes) => zoneOffset(id, clock - BigInt(minutes) * 600_000_000n) === minutes)
    .sort((one, other) => one - other);
}
function standardOffset(id: string): number {
  return Math.min(zoneOffset(id, JANUARY), zoneOffset(id, JULY));
}
type ZoneNameStyle = 'long' | 'longGeneric';
function zoneName(id: string, style: ZoneNameStyle, when: number): string {
  return (
    new Intl.DateTimeFormat('en-US', { timeZone: id, timeZoneName: style })
      .formatToParts(when)
      .find(({ type }) => type === 'timeZoneName')?.value ?? id
  );
}
/** The name of its standard time, or of its daylight saving time where it has one. */
function timeName(id: string, daylight: boolean): string {
  if (isUtc(id)) return 'Coordinated Universal Time';
  const [january, july] = [Date.UTC(2024, 0, 1), Date.UTC(2024, 6, 1)];
  const winterFirst = zoneOffset(id, JANUARY) <= zoneOffset(id, JULY);
  const name = zoneName(id, 'long', winterFirst === daylight ? july : january);
  return daylight ? name.replace('Standard', 'Daylight') : name;
}
/** The zone's name without its season, and its city where that does not tell it. */
function displayName(id: string): string {
  if (isUtc(id)) return '(UTC) Coordinated Universal Time';
  const offset = standardOffset(id);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  const name = zoneName(id, 'longGeneric', Date.now());
  const city = id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `(UTC${clock}) ${name}${name.includes(city) ? '' : ` (${city})`}`;
}
/** Whether one of its names is of a kind. */
export const zoneIsNamed = (self: PSValue, wanted: RegExp): boolean =>
  [false, true].some((daylight) => wanted.test(timeName(zoneId(self), daylight)));
/** As `GetSystemTimeZones`: from west to east, then by name. */
export function systemZones(): PSValue[] {
  const byPlace = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({
    id,
    offset: standardOffset(id),
    name: displayName(id),
  }));
  byPlace.sort((one, other) => one.offset - other.offset || (one.name < other.name ? -1 : 1));
  return byPlace.map(({ id }) => zone(id));
}
function convert(date: PSDateTime, from: string, to: string): PSDateTime {
  if (date.kind === 'Unspecified' && readingsOf(date.ticks, from).length === 0)
    throw argumentError(
      'The supplied DateTime represents an invalid time.  For example, when the clock is adjusted forward, any time in the period that is skipped is invalid.',
      'dateTime',
    );
  const utc =
    date.kind === 'Utc' ? date.ticks : date.kind === 'Local' ? toUniversal(date).ticks : utcOf(date.ticks, from);
  const kind = isUtc(to) ? 'Utc' : to === localZone() ? 'Local' : 'Unspecified';
  return new PSDateTime(utc + BigInt(zoneOffset(to, utc)) * 600_000_000n, kind);
}
function answer(id: string | undefined, result: PSValue | undefined): boolean {
  if (result instanceof PSReference) result.put(id ?? null);
  return id !== undefined;
}
implement(ZONE, () => ({
  Id: (self) => dataOf<Zone>(self).id,
  HasIanaId: (self) => isUtc(dataOf<Zone>(self).id) || ianaZone(dataOf<Zone>(self).id) === undefined,
  DisplayName: (self) => displayName(zoneId(self)),
  StandardName: (self) => timeName(zoneId(self), false),
  DaylightName: (self) => timeName(zoneId(self), true),
  BaseUtcOffset: (self) => new PSTimeSpan(BigInt(standardOffset(zoneId(self))) * 600_000_000n),
  // .NET finds rules of the past in nearly every zone.
  SupportsDaylightSavingTime: (self) => !isUtc(zoneId(self)) && !zoneId(self).startsWith('Etc/'),
  GetUtcOffset: (self, value) => {
    const inner = unwrap(value);
    const utc =
      inner instanceof PSDateTime
        ? inner.kind === 'Unspecified'
          ? utcOf(inner.ticks, zoneId(self))
          : toUniversal(inner).ticks
        : utcTicks(value);
    return new PSTimeSpan(BigInt(zoneOffset(zoneId(self), utc)) * 600_000_000n);
  },
  IsDaylightSavingTime: (self, value) => {
    const utc = unwrap(value) instanceof PSDateTime ? utcOf(dateOf(value).ticks, zoneId(self)) : utcTicks(value);
    return zoneOffset(zoneId(self), utc) !== standardOffset(zoneId(self));
  },
  IsInvalidTime: (self, value) => readings(self, value).length === 0,
  IsAmbiguousTime: (self, value) => readings(self, value).length > 1,
  GetAmbiguousTimeOffsets: (self, value) => {
    const offsets = readings(self, value);
    if (offsets.length < 2)
      throw new NetThrow(
        'System.ArgumentException',
        "The supplied DateTime is not in an ambiguous time range. (Parameter 'dateTime')",
      );
    const spans = offsets.map((minutes) => new PSTimeSpan(BigInt(minutes) * 600_000_000n));
    return typedArray(spans, requireType('System.TimeSpan'));
  },
  ToString: (self) => displayName(zoneId(self)),
  Equals: (self, other) => unwrap(other) instanceof NetObject && zoneId(other) === zoneId(self),
  'static Local': zoneHere,
  'static Utc': () => zone('UTC'),
  'static FindSystemTimeZoneById': (_self, id) => findZone(text(id)),
  'static GetSystemTimeZones': () => typedArray(systemZones(), requireType(ZONE)),
  'static TryConvertWindowsIdToIanaId': (_self, id, second, third) => answer(ianaZone(text(id)), third ?? second),
  'static TryConvertIanaIdToWindowsId': (_self, id, result) => answer(windowsZone(text(id)), result),
  'static ConvertTimeFromUtc': (_self, date, to) =>
    convert(new PSDateTime(dateOf(date).ticks, 'Utc'), 'UTC', zoneId(to)),
  'static ConvertTimeToUtc': (_self, date, from) =>
    convert(dateOf(date), from === undefined ? localZone() : zoneId(from), 'UTC'),
  'static ConvertTime': (_self, date, second, third) => {
    const to = zoneId(third ?? second);
    const inner = unwrap(date);
    if (!(inner instanceof PSDateTime)) {
      const minutesThere = zoneOffset(to, utcTicks(date));
      return offsetDate(utcTicks(date) + BigInt(minutesThere) * 600_000_000n, minutesThere);
    }
    return convert(inner, third === undefined ? localZone() : zoneId(second), to);
  },
  'static ConvertTimeBySystemTimeZoneId': (_self, date, second, third) => {
    const to = zoneId(findZone(text(third ?? second)));
    return convert(dateOf(date), third === undefined ? localZone() : zoneId(findZone(text(second))), to);
  },
  'static ClearCachedData': () => undefined,
}));
