/** Small classes with one or two members that scripts use. */
import { currentCulture, currentUICulture } from '../culture/culture.js';
import { currencyOf } from '../culture/locales.js';
import { numbersOf } from '../culture/number-culture.js';
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
/** Codes of two letters and of three, and the number that Windows gives the place. */
const REGIONS = `
ADAND8 AEARE224 AFAFG3 AGATG2 AIAIA300 ALALB6 AMARM7 AOAGO9 ARARG11 ASASM10 ATAUT14 AUAUS12 AWABW302
AXALA10028789 AZAZE5 BABIH25 BBBRB18 BDBGD23 BEBEL21 BFBFA245 BGBGR35 BHBHR17 BIBDI38 BJBEN28 BLBLM161832015
BMBMU20 BNBRN37 BOBOL26 BQBES161832258 BRBRA32 BSBHS22 BTBTN34 BWBWA19 BYBLR29 BZBLZ24 CACAN39 CCCCK311 CDCOD44
CFCAF55 CGCOG43 CHCHE223 CICIV119 CKCOK312 CLCHL46 CMCMR49 CNCHN45 COCOL51 CRCRI54 CUCUB56 CVCPV57 CWCUW273
CXCXR309 CYCYP59 CZCZE75 DEDEU94 DJDJI62 DKDNK61 DMDMA63 DODOM65 DZDZA4 ECECU66 EEEST70 EGEGY67 ERERI71
ESESP217 ETETH73 FIFIN77 FJFJI78 FKFLK315 FMFSM80 FOFRO81 FRFRA84 GAGAB87 GBGBR242 GDGRD91 GEGEO88 GFGUF317
GGGGY324 GHGHA89 GIGIB90 GLGRL93 GMGMB86 GNGIN100 GPGLP321 GQGNQ69 GRGRC98 GTGTM99 GUGUM322 GWGNB196 GYGUY101
HKHKG104 HNHND106 HRHRV108 HTHTI103 HUHUN109 IDIDN111 IEIRL68 ILISR117 IMIMN15126 ININD113 IOIOT114 IQIRQ121
IRIRN116 ISISL110 ITITA118 JEJEY328 JMJAM124 JOJOR126 JPJPN122 KEKEN129 KGKGZ130 KHKHM40 KIKIR133 KMCOM50
KNKNA207 KPPRK131 KRKOR134 KWKWT136 KYCYM307 KZKAZ137 LALAO138 LBLBN139 LCLCA218 LILIE145 LKLKA42 LRLBR142
LSLSO146 LTLTU141 LULUX147 LVLVA140 LYLBY148 MAMAR159 MCMCO158 MDMDA152 MEMNE270 MFMAF31706 MGMDG149 MHMHL199
MKMKD19618 MLMLI157 MMMMR27 MNMNG154 MOMAC151 MPMNP337 MQMTQ330 MRMRT162 MSMSR332 MTMLT163 MUMUS160 MVMDV165
MWMWI156 MXMEX166 MYMYS167 MZMOZ168 NANAM254 NCNCL334 NENER173 NFNFK336 NGNGA175 NINIC182 NLNLD176 NONOR177
NPNPL178 NRNRU180 NUNIU335 NZNZL183 OMOMN164 PAPAN192 PEPER187 PFPYF318 PGPNG194 PHPHL201 PKPAK190 PLPOL191
PMSPM206 PNPCN339 PRPRI202 PSPSE184 PTPRT193 PWPLW195 PYPRY185 QAQAT197 REREU198 ROROU200 RSSRB271 RURUS203
RWRWA204 SASAU205 SBSLB30 SCSYC208 SDSDN219 SESWE221 SGSGP215 SHSHN343 SISVN212 SJSJM220 SKSVK143 SLSLE213
SMSMR214 SNSEN210 SOSOM216 SRSUR181 SSSSD276 STSTP233 SVSLV72 SXSXM30967 SYSYR222 SZSWZ260 TCTCA349 TDTCD41
TGTGO232 THTHA227 TJTJK228 TKTKL347 TLTLS7299303 TMTKM238 TNTUN234 TOTON231 TRTUR235 TTTTO225 TVTUV236 TWTWN237
TZTZA239 UAUKR241 UGUGA240 UMUMI161832256 USUSA244 UYURY246 UZUZB247 VAVAT244 VCVCT248 VEVEN249 VGVGB351
VIVIR252 VNVNM251 VUVUT174 WFWLF352 WSWSM259 XKXKK9914689 YEYEM261 YTMYT331 ZAZAF209 ZMZMB263 ZWZWE264
`;
interface RegionFacts {
  readonly threeLetters: string;
  readonly geoId: number;
}
let regions: ReadonlyMap<string, RegionFacts> | undefined;
function factsOf(code: string): RegionFacts | undefined {
  regions ??= new Map(
    REGIONS.trim()
      .split(/\s+/)
      .map((one) => [one.slice(0, 2), { threeLetters: one.slice(2, 5), geoId: Number(one.slice(5)) }]),
  );
  return regions.get(code);
}
interface Region {
  readonly code: string;
  /** The culture that was named, or the one that most people there have. */
  readonly culture: string;
}
const WORLD: Region = { code: 'IV', culture: '' };
/** Where lengths are still measured in feet. */
const NOT_METRIC = new Set(['US', 'LR']);
const own = (self: PSValue): Region => dataOf<Region>(self);
function regionOf(given: string): Region {
  if (given === '') throw argumentError('There is no region associated with the Invariant Culture (Culture ID: 0x7F).');
  if (/^[A-Za-z]{2}$/.test(given)) {
    const code = given.toUpperCase();
    if (factsOf(code) !== undefined)
      return { code, culture: `${new Intl.Locale(`und-${code}`).maximize().language}-${code}` };
    throw argumentError(
      `The region name ${given} should not correspond to neutral culture; a specific culture name is required.`,
      'name',
    );
  }
  const code = /[-_]([A-Za-z]{2})$/.exec(given)?.[1];
  if (code === undefined) throw argumentError(`Culture name '${given}' is not supported.`, 'name');
  return { code: code.toUpperCase(), culture: given.replace('_', '-') };
}
function displayName(type: 'region' | 'currency', code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
const inWorld =
  (invariant: PSValue, named: (region: Region) => PSValue) =>
  (self: PSValue): PSValue =>
    own(self) === WORLD ? invariant : named(own(self));
const nativeName = ({ code, culture }: Region): string => displayName('region', code, culture);
/** XXX is no currency. */
const moneyOf = ({ culture }: Region): string => currencyOf(culture) ?? 'XXX';
const regionName = (self: PSValue): string => own(self).code;
implement(REGION, () => ({
  'static CurrentRegion': () => {
    const { name } = currentCulture();
    return net(REGION, /-[A-Z]{2}$/.test(name) ? regionOf(name) : WORLD);
  },
  Name: regionName,
  TwoLetterISORegionName: regionName,
  ThreeLetterISORegionName: inWorld('ivc', ({ code }) => factsOf(code)?.threeLetters ?? ''),
  ThreeLetterWindowsRegionName: inWorld('ivc', ({ code }) => factsOf(code)?.threeLetters ?? ''),
  EnglishName: inWorld('Invariant Country', ({ code }) => displayName('region', code, 'en')),
  NativeName: inWorld('Invariant Country', nativeName),
  DisplayName: inWorld('Invariant Country', (region) => {
    const { name } = currentUICulture();
    return name === '' ? nativeName(region) : displayName('region', region.code, name);
  }),
  IsMetric: (self) => !NOT_METRIC.has(own(self).code),
  GeoId: inWorld(244, ({ code }) => factsOf(code)?.geoId ?? 0),
  ISOCurrencySymbol: inWorld('XDR', moneyOf),
  CurrencySymbol: inWorld('\u00a4', ({ culture }) => numbersOf(culture).currency),
  CurrencyEnglishName: inWorld('International Monetary Fund', (region) =>
    displayName('currency', moneyOf(region), 'en'),
  ),
  CurrencyNativeName: inWorld('International Monetary Fund', (region) =>
    displayName('currency', moneyOf(region), region.culture),
  ),
  ToString: regionName,
  Equals: (self, other) => {
    const inner = unwrap(other ?? null);
    return inner instanceof NetObject && inner.type.fullName === REGION && own(inner).code === own(self).code;
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
