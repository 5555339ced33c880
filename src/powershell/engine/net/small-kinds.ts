/** Small classes with one or two members that scripts use. */
import fs from 'node:fs';
import { PSDateTime, PSTimeSpan, type PSValue } from '../../../protocol/objects/index.js';
import { localOffset, toLocal, toUniversal } from '../text/date-format.js';
import { none, plainProperties, Settings } from './plain-properties.js';
import { implement } from '../values/bodies.js';
import { NetObject, unwrap } from '../values/live.js';
import { full } from './files.js';
import { argumentError, argumentNull, dataOf, net, text, throwNet } from './support.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
};
implement('System.Security.SecurityElement', () => ({
  'static Escape': (_self, value) =>
    value === null ? null : text(value).replace(/[<>"'&]/g, (one) => ENTITIES[one] ?? one),
}));

// ------------------------------------------------------------------ TimeZone

const ZONE = 'System.TimeZone';
let zone: PSValue | undefined;
const TICKS_PER_MINUTE = 600_000_000n;
/** The zone's long English name in the winter or summer of this year. */
function zoneName(summer: boolean): string {
  const year = new Date().getFullYear();
  const [winter, other] = [new Date(year, 0, 1), new Date(year, 6, 1)];
  const ahead = winter.getTimezoneOffset() > other.getTimezoneOffset() ? other : winter;
  const plain = ahead === winter ? other : winter;
  const same = winter.getTimezoneOffset() === other.getTimezoneOffset();
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'long' }).formatToParts(
    same ? winter : summer ? ahead : plain,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'Coordinated Universal Time';
}
const dateIn = (value: PSValue | undefined): PSDateTime => {
  const inner = unwrap(value ?? null);
  if (inner instanceof PSDateTime) return inner;
  throw argumentNull('time');
};
const standardMinutes = (): number => {
  const year = new Date().getFullYear();
  return -Math.max(new Date(year, 0, 1).getTimezoneOffset(), new Date(year, 6, 1).getTimezoneOffset());
};
const offsetAt = (date: PSDateTime): number => (date.kind === 'Utc' ? 0 : localOffset(date.ticks, false));
implement(ZONE, () => ({
  'static CurrentTimeZone': () => (zone ??= net(ZONE, undefined)),
  StandardName: () => zoneName(false),
  DaylightName: () => zoneName(true),
  GetUtcOffset: (_self, value) => new PSTimeSpan(BigInt(offsetAt(dateIn(value))) * TICKS_PER_MINUTE),
  IsDaylightSavingTime: (_self, value) => {
    const date = dateIn(value);
    return date.kind !== 'Utc' && offsetAt(date) !== standardMinutes();
  },
  ToLocalTime: (_self, value) => toLocal(dateIn(value)),
  ToUniversalTime: (_self, value) => toUniversal(dateIn(value)),
}));

// ------------------------------------------------------------------ RegionInfo

const REGION = 'System.Globalization.RegionInfo';
/** Where lengths are still measured in feet. */
const NOT_METRIC = new Set(['US', 'LR', 'MM']);
const region = (self: PSValue): string => dataOf<string>(self);
function regionOf(given: string): string {
  if (given === '') throw argumentError('There is no region associated with the Invariant Culture (Culture ID: 0x7F).');
  const code = /^[A-Za-z]{2}$/.test(given) ? given : /[-_]([A-Za-z]{2})$/.exec(given)?.[1];
  if (code === undefined) throw argumentError(`Culture name '${given}' is not supported.`, 'name');
  return code.toUpperCase();
}
const regionName = (code: string, locale: string): string => {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};
implement(REGION, () => ({
  'static CurrentRegion': () => net(REGION, 'IV'),
  Name: region,
  TwoLetterISORegionName: region,
  EnglishName: (self) => (region(self) === 'IV' ? 'Invariant Country' : regionName(region(self), 'en')),
  DisplayName: (self) => (region(self) === 'IV' ? 'Invariant Country' : regionName(region(self), 'en')),
  IsMetric: (self) => !NOT_METRIC.has(region(self)),
  ToString: region,
  Equals: (self, other) => {
    const inner = unwrap(other ?? null);
    return inner instanceof NetObject && inner.type.fullName === REGION && inner.data === region(self);
  },
  'new(string)': (_self, name) => {
    if (name === null) throw argumentNull('name');
    return net(REGION, regionOf(text(name)));
  },
}));

// ------------------------------------------------------------------ FileVersionInfo

const VERSION_INFO = 'System.Diagnostics.FileVersionInfo';
const versionFile = (self: PSValue): string => dataOf<string>(self);
/** Only Windows programs carry versions; of any other file there is its name. */
implement(VERSION_INFO, () => ({
  'static GetVersionInfo': (_self, path) => {
    const place = full(path);
    if (!fs.existsSync(place)) throw throwNet('System.IO.FileNotFoundException', place);
    return net(VERSION_INFO, place);
  },
  FileName: versionFile,
  ...Object.fromEntries(
    'Comments CompanyName FileDescription FileVersion InternalName Language LegalCopyright LegalTrademarks OriginalFilename PrivateBuild ProductName ProductVersion SpecialBuild'
      .split(' ')
      .map((name) => [name, (): PSValue => null]),
  ),
  ...Object.fromEntries(
    'FileBuildPart FileMajorPart FileMinorPart FilePrivatePart ProductBuildPart ProductMajorPart ProductMinorPart ProductPrivatePart'
      .split(' ')
      .map((name) => [name, (): PSValue => 0]),
  ),
  ...Object.fromEntries(
    'IsDebug IsPatched IsPrivateBuild IsPreRelease IsSpecialBuild'
      .split(' ')
      .map((name) => [name, (): PSValue => false]),
  ),
  ToString: (self) => {
    const line = (name: string, value: string): string => `${`${name}:`.padEnd(18)}${value}\n`;
    const texts = ['InternalName', 'OriginalFilename', 'FileVersion', 'FileDescription', 'Product', 'ProductVersion'];
    const flags = ['Debug', 'Patched', 'PreRelease', 'PrivateBuild', 'SpecialBuild'];
    return [
      line('File', versionFile(self)),
      ...texts.map((name) => line(name, '')),
      ...flags.map((name) => line(name, 'False')),
      line('Language', ''),
    ].join('');
  },
}));

// ------------------------------------------------------------------ HostInformationMessage

const HOST_MESSAGE = 'System.Management.Automation.HostInformationMessage';
const hostMessage = plainProperties({ Message: none, NoNewLine: none, ForegroundColor: none, BackgroundColor: none });
implement(HOST_MESSAGE, () => ({
  ...hostMessage,
  new: () => net(HOST_MESSAGE, new Settings()),
  ToString: (self) => hostMessage['Message']?.(self) ?? '',
}));
