/** What .NET knows of cultures and the ICU of Node does not tell: numbers of old, currencies of regions, list separators. */

/** Culture=LCID, as .NET has them. */
const IDS = `
af=36 af-ZA=436 am=5e am-ET=45e ar=1 ar-AE=3801 ar-BH=3c01 ar-DZ=1401 ar-EG=c01 ar-IQ=801 ar-JO=2c01 ar-KW=3401
ar-LB=3001 ar-LY=1001 ar-MA=1801 ar-OM=2001 ar-QA=4001 ar-SA=401 ar-SY=2801 ar-TN=1c01 ar-YE=2401 as=4d
as-IN=44d az=2c az-Cyrl=742c az-Cyrl-AZ=82c az-Latn=782c az-Latn-AZ=42c be=23 be-BY=423 bg=2 bg-BG=402 bn=45
bn-BD=845 bn-IN=445 bo=51 bo-CN=451 br=7e br-FR=47e bs=781a bs-Cyrl=641a bs-Cyrl-BA=201a bs-Latn=681a
bs-Latn-BA=141a ca=3 ca-ES=403 chr=5c cs=5 cs-CZ=405 cy=52 cy-GB=452 da=6 da-DK=406 de=7 de-AT=c07 de-CH=807
de-DE=407 de-LI=1407 de-LU=1007 dsb=7c2e dsb-DE=82e dz-BT=c51 el=8 el-GR=408 en=9 en-AU=c09 en-BZ=2809
en-CA=1009 en-GB=809 en-HK=3c09 en-IE=1809 en-IN=4009 en-JM=2009 en-MY=4409 en-NZ=1409 en-PH=3409 en-SG=4809
en-TT=2c09 en-US=409 en-ZA=1c09 en-ZW=3009 es=a es-419=580a es-AR=2c0a es-BO=400a es-CL=340a es-CO=240a
es-CR=140a es-CU=5c0a es-DO=1c0a es-EC=300a es-ES=c0a es-GT=100a es-HN=480a es-MX=80a es-NI=4c0a es-PA=180a
es-PE=280a es-PR=500a es-PY=3c0a es-SV=440a es-US=540a es-UY=380a es-VE=200a et=25 et-EE=425 eu=2d eu-ES=42d
fa=29 fa-IR=429 ff=67 ff-Latn=7c67 ff-Latn-SN=867 fi=b fi-FI=40b fil=64 fil-PH=464 fo=38 fo-FO=438 fr=c
fr-BE=80c fr-CA=c0c fr-CD=240c fr-CH=100c fr-CI=300c fr-CM=2c0c fr-FR=40c fr-HT=3c0c fr-LU=140c fr-MA=380c
fr-MC=180c fr-ML=340c fr-RE=200c fr-SN=280c fy=62 fy-NL=462 ga=3c ga-IE=83c gd=91 gd-GB=491 gl=56 gl-ES=456
gsw=84 gsw-FR=484 gu=47 gu-IN=447 ha=68 haw=75 haw-US=475 he=d he-IL=40d hi=39 hi-IN=439 hr=1a hr-BA=101a
hr-HR=41a hsb=2e hsb-DE=42e hu=e hu-HU=40e hy=2b hy-AM=42b id=21 id-ID=421 ig=70 ig-NG=470 ii=78 ii-CN=478 is=f
is-IS=40f it=10 it-CH=810 it-IT=410 ja=11 ja-JP=411 ka=37 ka-GE=437 kk=3f kk-KZ=43f kl=6f kl-GL=46f km=53
km-KH=453 kn=4b kn-IN=44b ko=12 ko-KR=412 kok=57 kok-IN=457 ks=60 ks-Arab=460 ks-Deva-IN=860 ku=92 ky=40
ky-KG=440 lb=6e lb-LU=46e lo=54 lo-LA=454 lt=27 lt-LT=427 lv=26 lv-LV=426 mi=81 mi-NZ=481 mk=2f mk-MK=42f ml=4c
ml-IN=44c mn=50 mn-MN=450 mni=58 mr=4e mr-IN=44e ms=3e ms-BN=83e ms-MY=43e mt=3a mt-MT=43a my=55 my-MM=455
nb=7c14 nb-NO=414 ne=61 ne-IN=861 ne-NP=461 nl=13 nl-BE=813 nl-NL=413 nn=7814 nn-NO=814 no=14 om=72 om-ET=472
or=48 or-IN=448 pa=46 pa-Arab=7c46 pa-Arab-PK=846 pl=15 pl-PL=415 ps=63 ps-AF=463 pt=16 pt-BR=416 pt-PT=816
rm=17 rm-CH=417 ro=18 ro-MD=818 ro-RO=418 ru=19 ru-MD=819 ru-RU=419 rw=87 rw-RW=487 sa=4f sa-IN=44f sah=85
sah-RU=485 sd=59 sd-Arab=7c59 sd-Arab-PK=859 sd-Deva-IN=459 se=3b se-FI=c3b se-NO=43b se-SE=83b si=5b si-LK=45b
sk=1b sk-SK=41b sl=24 sl-SI=424 smn=703b smn-FI=243b so=77 so-SO=477 sq=1c sq-AL=41c sr=7c1a sr-Cyrl=6c1a
sr-Cyrl-BA=1c1a sr-Cyrl-ME=301a sr-Cyrl-RS=281a sr-Latn=701a sr-Latn-BA=181a sr-Latn-ME=2c1a sr-Latn-RS=241a
sv=1d sv-FI=81d sv-SE=41d sw=41 sw-KE=441 ta=49 ta-IN=449 ta-LK=849 te=4a te-IN=44a tg=28 th=1e th-TH=41e ti=73
ti-ER=873 ti-ET=473 tk=42 tk-TM=442 tr=1f tr-TR=41f tt=44 tt-RU=444 tzm=5f ug=80 ug-CN=480 uk=22 uk-UA=422 ur=20
ur-IN=820 ur-PK=420 uz=43 uz-Cyrl=7843 uz-Cyrl-UZ=843 uz-Latn=7c43 uz-Latn-UZ=443 vi=2a vi-VN=42a wo=88
wo-SN=488 xh=34 xh-ZA=434 yi=3d yi-001=43d yo=6a yo-NG=46a zh=7804 zh-Hans=4 zh-Hant=7c04 zu=35 zu-ZA=435
`;
let ids: ReadonlyMap<string, number> | undefined;
const allIds = (): ReadonlyMap<string, number> =>
  (ids ??= new Map(
    IDS.trim()
      .split(/\s+/)
      .map((entry) => {
        const [name = '', id = ''] = entry.split('=');
        return [name, Number.parseInt(id, 16)];
      }),
  ));
const INVARIANT_ID = 127;
/** What .NET says of a culture that has no number. */
const CUSTOM_ID = 4096;
export const lcidOf = (name: string): number => (name === '' ? INVARIANT_ID : (allIds().get(name) ?? CUSTOM_ID));
/** The culture of a number; undefined for none. */
export const nameOfLcid = (id: number): string | undefined =>
  id === INVARIANT_ID ? '' : [...allIds()].find(([, number]) => number === id)?.[0];
/** Cultures that have a number, the invariant one first. */
export const numberedCultures = (): readonly string[] => ['', ...allIds().keys()];

/** Currency:regions. */
const CURRENCIES = `
AED:AE|AFN:AF|ALL:AL|AMD:AM|ANG:SX CW|AOA:AO|ARS:AR|AUD:AU CC CX KI NF NR TV|AWG:AW|AZN:AZ|BAM:BA|BBD:BB|BDT:BD|
BGN:BG|BHD:BH|BIF:BI|BMD:BM|BND:BN|BOB:BO|BRL:BR|BSD:BS|BTN:BT|BWP:BW|BYN:BY|BZD:BZ|CAD:CA|CDF:CD|CHF:CH LI|
CLP:CL|CNY:CN|COP:CO|CRC:CR|CUP:CU|CVE:CV|CZK:CZ|DJF:DJ|DKK:DK GL FO|DOP:DO|DZD:DZ|EGP:EG|ERN:ER|ETB:ET|
EUR:ES FR AD IT AT BE DE LU CY GR FI IE MT NL SI EA IC EE BL GF GP MC MF MQ PM RE YT HR SM VA LT LV PT SK XK ME AX|
FJD:FJ|FKP:FK|GBP:GB GG IM JE|GEL:GE|GHS:GH|GIP:GI|GMD:GM|GNF:GN|GTQ:GT|GYD:GY|HKD:HK|HNL:HN|HTG:HT|HUF:HU|
IDR:ID|ILS:IL PS|INR:IN|IQD:IQ|IRR:IR|ISK:IS|JMD:JM|JOD:JO|JPY:JP|KES:KE|KGS:KG|KHR:KH|KMF:KM|KPW:KP|KRW:KR|
KWD:KW|KYD:KY|KZT:KZ|LAK:LA|LBP:LB|LKR:LK|LRD:LR|LYD:LY|MAD:EH MA|MDL:MD|MGA:MG|MKD:MK|MMK:MM|MNT:MN|MOP:MO|
MRU:MR|MUR:MU|MVR:MV|MWK:MW|MXN:MX|MYR:MY|MZN:MZ|NAD:NA|NGN:NG|NIO:NI|NOK:NO SJ|NPR:NP|NZD:CK NU NZ PN TK|OMR:OM|
PAB:PA|PEN:PE|PGK:PG|PHP:PH|PKR:PK|PLN:PL|PYG:PY|QAR:QA|RON:RO|RSD:RS|RUB:RU|RWF:RW|SAR:SA|SBD:SB|SCR:SC|SDG:SD|
SEK:SE|SGD:SG|SHP:SH|SLE:SL|SOS:SO|SRD:SR|SSP:SS|STN:ST|SYP:SY|SZL:SZ|THB:TH|TJS:TJ|TMT:TM|TND:TN|TOP:TO|TRY:TR|
TTD:TT|TWD:TW|TZS:TZ|UAH:UA|UGX:UG|USD:US AS DG FM GU IO MH MP PR PW TC UM VG VI ZW EC SV BQ TL|UYU:UY|UZS:UZ|
VES:VE|VND:VN|VUV:VU|WST:WS|XAF:CM TD GQ CF CG GA|XCD:AG AI DM GD KN LC MS VC|XOF:ML NE SN TG BF GW BJ CI|
XPF:NC PF WF|YER:YE|ZAR:ZA LS|ZMW:ZM
`;
let currencies: ReadonlyMap<string, string> | undefined;
/** The currency of a culture's region; undefined for a language alone. */
export function currencyOf(name: string): string | undefined {
  const region = regionOf(name);
  if (region === undefined) return undefined;
  currencies ??= new Map(
    CURRENCIES.trim()
      .split(/[|\s]*\|[|\s]*/)
      .flatMap((entry) => {
        const [code = '', regions = ''] = entry.split(':');
        return regions.split(' ').map((one) => [one, code] as const);
      }),
  );
  return currencies.get(region);
}
export const regionOf = (name: string): string | undefined => /-([A-Z]{2})(?:-|$)/.exec(name)?.[1];

/** Lists are kept apart by a semicolon where a comma is in numbers; these do otherwise. */
const SEMICOLON = new Set(
  'am ar bem bo-IN brx ce cy de-CH de-LI dz ee es-419 es-CU es-DO es-GT es-HN es-NI es-PA es-PE es-PR es-SV fil ga-IE gd gsw ha haw ig ii it-CH ki kw lg ml mn ms mt my ne-IN om pa-Arab ps rm sd-Arab si so sw ta-LK te ti to ur xh yi yo zu'.split(
    ' ',
  ),
);
const COMMA = new Set('cv en es-BZ es-MX es-US hy it-VA jv-ID km ms-ID sc su vi yrl'.split(' '));
export function listSeparatorOf(name: string, decimal: string): string {
  const [language = ''] = name.split('-');
  const isIn = (names: ReadonlySet<string>): boolean => names.has(name) || names.has(language);
  if (isIn(COMMA)) return ',';
  return decimal === ',' || isIn(SEMICOLON) ? ';' : ',';
}

/** Languages that have a narrow space before AM and PM, and before the word of a year: V8 makes plain ones of them. */
const NARROW_TIME = new Set('af ak bem ceb el en es fil fr haw kab lkt mi ms naq nus om pt so sq to tr yrl'.split(' '));
const NARROW_DATE = new Set('be bg cv kk mk mn os ru tt uk'.split(' '));
/** A pattern with the narrow spaces that ICU has in it. */
export function narrowSpaces(name: string, pattern: string): string {
  const [language = ''] = name.split('-');
  if (NARROW_TIME.has(language)) return pattern.replace(/(?<=[ms]) (?=tt)/, '\u202F');
  return NARROW_DATE.has(language) ? pattern.replace(/(?<=yyyy) (?=')/, '\u202F') : pattern;
}

interface WeekInfo {
  readonly firstDay: number;
  readonly minimalDays?: number;
}
type LocaleWithWeek = Intl.Locale & { readonly weekInfo?: WeekInfo; getWeekInfo?(): WeekInfo };
/** The first day of the week (0: Sunday), and the CalendarWeekRule. */
export function weekOf(name: string): { readonly firstDay: number; readonly weekRule: number } {
  const locale: LocaleWithWeek = new Intl.Locale(name);
  const { firstDay, minimalDays = 1 } = locale.weekInfo ?? locale.getWeekInfo?.() ?? { firstDay: 7 };
  return { firstDay: firstDay % 7, weekRule: minimalDays === 7 ? 1 : minimalDays >= 4 ? 2 : 0 };
}
