/** Names of three letters that .NET gives languages: of ISO 639-2, and those of Windows. As its ICU data has them. */
const ISO = `
afafr akaka amamh arara asasm azaze bebel bgbul bmbam bnben bobod brbre bsbos cacat ceche csces cvchv cycym
dadan dedeu dzdzo eeewe elell eneng eoepo esspa etest eueus fafas ffful fifin fofao frfra fyfry gagle gdgla
glglg guguj gvglv hahau heheb hihin hrhrv huhun hyhye iaina idind igibo iiiii isisl itita jajpn jvjav kakat
kikik kkkaz klkal kmkhm knkan kokor kskas kukur kwcor kykir lbltz lglug lnlin lolao ltlit lulub lvlav mgmlg
mimri mkmkd mlmal mnmon mrmar msmsa mtmlt mymya nbnob ndnde nenep nlnld nnnno nonor omorm orori ososs papan
plpol pspus ptpor quque rmroh rnrun roron rurus rwkin sasan scsrd sdsnd sesme sgsag sisin skslk slslv snsna
sosom sqsqi srsrp susun svswe swswa tatam tetel tgtgk ththa titir tktuk toton trtur tttat uguig ukukr ururd
uzuzb vivie wowol xhxho yiyid yoyor zhzho zuzul
`;
/** `name=letters`; the invariant culture has no name. */
const WINDOWS = `
=IVL af=AFK af-ZA=AFK am=AMH am-ET=AMH ar=ARA ar-AE=ARU ar-BH=ARH ar-DZ=ARG ar-EG=ARE ar-IQ=ARI ar-JO=ARJ
ar-KW=ARK ar-LB=ARB ar-LY=ARL ar-MA=ARM ar-OM=ARO ar-QA=ARQ ar-SA=ARA ar-SY=ARS ar-TN=ART ar-YE=ARY as=ASM
as-IN=ASM az=AZE az-Cyrl=AZC az-Cyrl-AZ=AZC az-Latn=AZE az-Latn-AZ=AZE be=BEL be-BY=BEL bg=BGR bg-BG=BGR
bn=BNB bn-BD=BNB bn-IN=BNG bo=BOB bo-CN=BOB br=BRE br-FR=BRE bs=BSB bs-Cyrl=BSC bs-Cyrl-BA=BSC bs-Latn=BSB
bs-Latn-BA=BSB ca=CAT ca-ES=CAT chr=CRE cs=CSY cs-CZ=CSY cy=CYM cy-GB=CYM da=DAN da-DK=DAN de=DEU de-AT=DEA
de-CH=DES de-DE=DEU de-LI=DEC de-LU=DEL dsb=DSB dsb-DE=DSB el=ELL el-GR=ELL en=ENU en-AU=ENA en-BZ=ENL
en-CA=ENC en-GB=ENG en-HK=ENH en-IE=ENI en-IN=ENN en-JM=ENJ en-MY=ENM en-NZ=ENZ en-PH=ENP en-SG=ENE en-TT=ENT
en-US=ENU en-ZA=ENS en-ZW=ENW es=ESP es-419=ESJ es-AR=ESS es-BO=ESB es-CL=ESL es-CO=ESO es-CR=ESC es-CU=ESK
es-DO=ESD es-EC=ESF es-ES=ESN es-GT=ESG es-HN=ESH es-MX=ESM es-NI=ESI es-PA=ESA es-PE=ESR es-PR=ESU es-PY=ESZ
es-SV=ESE es-US=EST es-UY=ESY es-VE=ESV et=ETI et-EE=ETI eu=EUQ eu-ES=EUQ fa=FAR fa-IR=FAR ff=FUL ff-Latn=FUL
ff-Latn-SN=FUL fi=FIN fi-FI=FIN fil=FPO fil-PH=FPO fo=FOS fo-FO=FOS fr=FRA fr-BE=FRB fr-CA=FRC fr-CD=FRD
fr-CH=FRS fr-CI=FRI fr-CM=FRE fr-FR=FRA fr-HT=FRH fr-LU=FRL fr-MA=FRO fr-MC=FRM fr-ML=FRF fr-RE=FRR fr-SN=FRN
fy=FYN fy-NL=FYN ga=IRE ga-IE=IRE gd=GLA gd-GB=GLA gl=GLC gl-ES=GLC gsw-FR=GSW gu=GUJ gu-IN=GUJ ha=HAU haw=HAW
haw-US=HAW he=HEB he-IL=HEB hi=HIN hi-IN=HIN hr=HRV hr-BA=HRB hr-HR=HRV hsb=HSB hsb-DE=HSB hu=HUN hu-HU=HUN
hy=HYE hy-AM=HYE id=IND id-ID=IND ig=IBO ig-NG=IBO ii=III ii-CN=III is=ISL is-IS=ISL it=ITA it-CH=ITS
it-IT=ITA ja=JPN ja-JP=JPN jv=JAV ka=KAT ka-GE=KAT kk=KKZ kk-KZ=KKZ kl=KAL kl-GL=KAL km=KHM km-KH=KHM kn=KDI
kn-IN=KDI ko=KOR ko-KR=KOR kok=KNK kok-IN=KNK ku=KUR ky=KYR ky-KG=KYR lb=LBX lb-LU=LBX lo=LAO lo-LA=LAO lt=LTH
lt-LT=LTH lv=LVI lv-LV=LVI mg=MLG mg-MG=MLG mi=MRI mi-NZ=MRI mk=MKI mk-MK=MKI ml=MYM ml-IN=MYM mn=MON
mn-MN=MNN mr=MAR mr-IN=MAR ms=MSL ms-BN=MSB ms-MY=MSL mt=MLT mt-MT=MLT my=MYA my-MM=MYA nb=NOR nb-NO=NOR
ne=NEP ne-IN=NEI ne-NP=NEP nl=NLD nl-BE=NLB nl-NL=NLD nn=NON nn-NO=NON no=NOR om=ORM om-ET=ORM or=ORI
or-IN=ORI pa=PAN pa-Arab=PAP pa-Arab-PK=PAP pl=PLK pl-PL=PLK ps=PAS ps-AF=PAS pt=PTB pt-AO=PTA pt-BR=PTB
pt-PT=PTG rm=RMC rm-CH=RMC ro=ROM ro-MD=ROD ro-RO=ROM ru=RUS ru-MD=RUM ru-RU=RUS rw=KIN rw-RW=KIN sa=SAN
sa-IN=SAN sah=SAH sah-RU=SAH sd=SIP sd-Arab=SIP sd-Arab-PK=SIP se=SME se-FI=SMG se-NO=SME se-SE=SMF si=SIN
si-LK=SIN sk=SKY sk-SK=SKY sl=SLV sl-SI=SLV smn=SMN smn-FI=SMN sn=SNA so=SOM so-SO=SOM sq=SQI sq-AL=SQI sr=SRB
sr-Cyrl=SRO sr-Cyrl-BA=SRN sr-Cyrl-ME=SRQ sr-Cyrl-RS=SRO sr-Latn=SRM sr-Latn-BA=SRS sr-Latn-ME=SRP
sr-Latn-RS=SRM sv=SVE sv-FI=SVF sv-SE=SVE sw=SWK sw-KE=SWK ta=TAI ta-IN=TAI ta-LK=TAM te=TEL te-IN=TEL tg=TAJ
th=THA th-TH=THA ti=TIR ti-ER=TIR ti-ET=TIE tk=TUK tk-TM=TUK tr=TRK tr-TR=TRK tt=TTT tt-RU=TTT tzm=TZA ug=UIG
ug-CN=UIG uk=UKR uk-UA=UKR ur=URD ur-IN=URI ur-PK=URD uz=UZB uz-Cyrl=UZC uz-Cyrl-UZ=UZC uz-Latn=UZB
uz-Latn-UZ=UZB vi=VIT vi-VN=VIT wo=WOL wo-SN=WOL xh=XHO xh-ZA=XHO yo=YOR yo-NG=YOR zgh=ZHG zh-CN=CHS zh-TW=CHT zh-HK=ZHH zh-SG=ZHI zh-MO=ZHM zh=CHS zh-Hans=CHS
zh-Hant=ZHH zu=ZUL zu-ZA=ZUL
`;
let iso: ReadonlyMap<string, string> | undefined;
let windows: ReadonlyMap<string, string> | undefined;

/** @param name of a culture, `de-AT` */
export function isoLetters(name: string): string {
  iso ??= new Map(
    ISO.trim()
      .split(/\s+/)
      .map((entry) => [entry.slice(0, 2), entry.slice(2)]),
  );
  const language = name.split('-')[0] ?? '';
  return name === '' ? 'ivl' : (iso.get(language) ?? language);
}
export function windowsLetters(name: string): string {
  windows ??= new Map(
    WINDOWS.trim()
      .split(/\s+/)
      .map((entry) => [entry.slice(0, -4), entry.slice(-3)]),
  );
  return windows.get(name) ?? 'ZZZ';
}
