/** The names that Windows has for time zones, by those of the IANA database: CLDR's table, as .NET answers from it. */

/** A zone of Windows a line; the first of its zones is the one that Windows' name means. */
const TABLE = `
AUS Central Standard Time=Australia/Darwin
AUS Eastern Standard Time=Australia/Sydney,Australia/Melbourne
Afghanistan Standard Time=Asia/Kabul
Alaskan Standard Time=America/Anchorage,America/Juneau,America/Metlakatla,America/Nome,America/Sitka,America/Yakutat
Aleutian Standard Time=America/Adak
Altai Standard Time=Asia/Barnaul
Arab Standard Time=Asia/Riyadh,Asia/Aden,Asia/Bahrain,Asia/Kuwait,Asia/Qatar
Arabian Standard Time=Asia/Dubai,Asia/Muscat
Arabic Standard Time=Asia/Baghdad
Argentina Standard Time=America/Buenos_Aires,America/Argentina/Buenos_Aires,America/Argentina/Catamarca,America/Argentina/Cordoba,America/Argentina/Jujuy,America/Argentina/La_Rioja,America/Argentina/Mendoza,America/Argentina/Rio_Gallegos,America/Argentina/Salta,America/Argentina/San_Juan,America/Argentina/San_Luis,America/Argentina/Tucuman,America/Argentina/Ushuaia
Astrakhan Standard Time=Europe/Astrakhan,Europe/Ulyanovsk
Atlantic Standard Time=America/Halifax,Atlantic/Bermuda,America/Glace_Bay,America/Goose_Bay,America/Moncton,America/Thule
Aus Central W. Standard Time=Australia/Eucla
Azerbaijan Standard Time=Asia/Baku
Azores Standard Time=Atlantic/Azores,America/Scoresbysund
Bahia Standard Time=America/Bahia
Bangladesh Standard Time=Asia/Dhaka,Asia/Thimphu
Belarus Standard Time=Europe/Minsk
Bougainville Standard Time=Pacific/Bougainville
Canada Central Standard Time=America/Regina,America/Swift_Current
Cape Verde Standard Time=Atlantic/Cape_Verde
Caucasus Standard Time=Asia/Yerevan
Cen. Australia Standard Time=Australia/Adelaide,Australia/Broken_Hill
Central America Standard Time=America/Guatemala,America/Belize,America/Costa_Rica,America/El_Salvador,America/Managua,America/Tegucigalpa,Pacific/Galapagos
Central Asia Standard Time=Asia/Almaty,Asia/Qostanay,Antarctica/Vostok,Indian/Chagos,Asia/Bishkek,Asia/Urumqi
Central Brazilian Standard Time=America/Cuiaba,America/Campo_Grande
Central Europe Standard Time=Europe/Budapest,Europe/Belgrade,Europe/Bratislava,Europe/Ljubljana,Europe/Podgorica,Europe/Prague,Europe/Tirane
Central European Standard Time=Europe/Warsaw,Europe/Sarajevo,Europe/Skopje,Europe/Zagreb
Central Pacific Standard Time=Pacific/Guadalcanal,Antarctica/Casey,Pacific/Kosrae,Pacific/Noumea,Pacific/Pohnpei,Pacific/Efate
Central Standard Time=America/Chicago,America/North_Dakota/Beulah,America/North_Dakota/Center,America/Indiana/Knox,America/Matamoros,America/Menominee,America/North_Dakota/New_Salem,America/Rankin_Inlet,America/Resolute,America/Indiana/Tell_City,America/Winnipeg
Central Standard Time (Mexico)=America/Mexico_City,America/Bahia_Banderas,America/Merida,America/Monterrey
Chatham Islands Standard Time=Pacific/Chatham
China Standard Time=Asia/Shanghai,Asia/Macau,Asia/Hong_Kong
Cuba Standard Time=America/Havana
E. Africa Standard Time=Africa/Nairobi,Africa/Addis_Ababa,Indian/Antananarivo,Africa/Asmara,Indian/Comoro,Africa/Dar_es_Salaam,Africa/Djibouti,Africa/Kampala,Indian/Mayotte,Africa/Mogadishu,Antarctica/Syowa
E. Australia Standard Time=Australia/Brisbane,Australia/Lindeman
E. Europe Standard Time=Europe/Chisinau
E. South America Standard Time=America/Sao_Paulo
Easter Island Standard Time=Pacific/Easter
Eastern Standard Time=America/New_York,America/Detroit,America/Iqaluit,America/Kentucky/Louisville,America/Kentucky/Monticello,America/Nassau,America/Indiana/Petersburg,America/Toronto,America/Indiana/Vincennes,America/Indiana/Winamac
Eastern Standard Time (Mexico)=America/Cancun
Egypt Standard Time=Africa/Cairo
Ekaterinburg Standard Time=Asia/Yekaterinburg
FLE Standard Time=Europe/Kiev,Europe/Helsinki,Europe/Kyiv,Europe/Mariehamn,Europe/Riga,Europe/Sofia,Europe/Tallinn,Europe/Vilnius
Fiji Standard Time=Pacific/Fiji
GMT Standard Time=Europe/London,Europe/Guernsey,Europe/Isle_of_Man,Europe/Jersey,Atlantic/Canary,Atlantic/Faroe,Europe/Lisbon,Atlantic/Madeira,Europe/Dublin
GTB Standard Time=Europe/Bucharest,Europe/Athens,Asia/Nicosia,Asia/Famagusta
Georgian Standard Time=Asia/Tbilisi
Greenland Standard Time=America/Godthab,America/Nuuk
Greenwich Standard Time=Atlantic/Reykjavik,Africa/Ouagadougou,Africa/Abidjan,America/Danmarkshavn,Africa/Banjul,Africa/Accra,Africa/Conakry,Africa/Bissau,Africa/Monrovia,Africa/Bamako,Africa/Nouakchott,Africa/Dakar,Africa/Freetown,Atlantic/St_Helena,Africa/Lome
Haiti Standard Time=America/Port-au-Prince
Hawaiian Standard Time=Pacific/Honolulu,Pacific/Rarotonga,Pacific/Tahiti
India Standard Time=Asia/Calcutta,Asia/Kolkata
Iran Standard Time=Asia/Tehran
Israel Standard Time=Asia/Jerusalem
Jordan Standard Time=Asia/Amman
Kaliningrad Standard Time=Europe/Kaliningrad
Korea Standard Time=Asia/Seoul
Libya Standard Time=Africa/Tripoli
Line Islands Standard Time=Pacific/Kiritimati
Lord Howe Standard Time=Australia/Lord_Howe
Magadan Standard Time=Asia/Magadan
Magallanes Standard Time=America/Punta_Arenas
Marquesas Standard Time=Pacific/Marquesas
Mauritius Standard Time=Indian/Mauritius,Indian/Reunion,Indian/Mahe
Middle East Standard Time=Asia/Beirut
Montevideo Standard Time=America/Montevideo
Morocco Standard Time=Africa/Casablanca,Africa/El_Aaiun
Mountain Standard Time=America/Denver,America/Boise,America/Cambridge_Bay,America/Edmonton,America/Inuvik,America/Ojinaga
Mountain Standard Time (Mexico)=America/Chihuahua,America/Mazatlan
Myanmar Standard Time=Asia/Rangoon,Indian/Cocos,Asia/Yangon
N. Central Asia Standard Time=Asia/Novosibirsk
Namibia Standard Time=Africa/Windhoek
Nepal Standard Time=Asia/Katmandu,Asia/Kathmandu
New Zealand Standard Time=Pacific/Auckland,Antarctica/McMurdo
Newfoundland Standard Time=America/St_Johns
Norfolk Standard Time=Pacific/Norfolk
North Asia East Standard Time=Asia/Irkutsk
North Asia Standard Time=Asia/Krasnoyarsk,Asia/Novokuznetsk
North Korea Standard Time=Asia/Pyongyang
Omsk Standard Time=Asia/Omsk
Pacific SA Standard Time=America/Santiago
Pacific Standard Time=America/Los_Angeles,America/Vancouver
Pacific Standard Time (Mexico)=America/Tijuana
Pakistan Standard Time=Asia/Karachi
Paraguay Standard Time=America/Asuncion
Qyzylorda Standard Time=Asia/Qyzylorda
Romance Standard Time=Europe/Paris,Europe/Brussels,Africa/Ceuta,Europe/Copenhagen,Europe/Madrid
Russia Time Zone 10=Asia/Srednekolymsk
Russia Time Zone 11=Asia/Kamchatka,Asia/Anadyr
Russia Time Zone 3=Europe/Samara
Russian Standard Time=Europe/Moscow,Europe/Kirov,Europe/Simferopol
SA Eastern Standard Time=America/Cayenne,America/Belem,America/Fortaleza,America/Maceio,America/Recife,America/Santarem,Atlantic/Stanley,Antarctica/Palmer,Antarctica/Rothera,America/Paramaribo
SA Pacific Standard Time=America/Bogota,America/Eirunepe,America/Rio_Branco,America/Atikokan,America/Cayman,America/Jamaica,America/Panama,America/Guayaquil,America/Lima
SA Western Standard Time=America/La_Paz,America/Boa_Vista,America/Manaus,America/Porto_Velho,America/Anguilla,America/Antigua,America/Aruba,America/Barbados,America/Blanc-Sablon,America/Curacao,America/Dominica,America/Grenada,America/Guadeloupe,America/Kralendijk,America/Lower_Princes,America/Marigot,America/Martinique,America/Montserrat,America/Port_of_Spain,America/Puerto_Rico,America/Santo_Domingo,America/St_Barthelemy,America/St_Kitts,America/St_Lucia,America/St_Thomas,America/St_Vincent,America/Tortola,America/Guyana
SE Asia Standard Time=Asia/Bangkok,Indian/Christmas,Antarctica/Davis,Asia/Ho_Chi_Minh,Asia/Phnom_Penh,Asia/Vientiane,Asia/Jakarta,Asia/Pontianak
Saint Pierre Standard Time=America/Miquelon
Sakhalin Standard Time=Asia/Sakhalin
Samoa Standard Time=Pacific/Apia
Sao Tome Standard Time=Africa/Sao_Tome
Saratov Standard Time=Europe/Saratov
Singapore Standard Time=Asia/Singapore,Asia/Brunei,Asia/Makassar,Asia/Kuala_Lumpur,Asia/Kuching,Asia/Manila
South Africa Standard Time=Africa/Johannesburg,Africa/Blantyre,Africa/Bujumbura,Africa/Gaborone,Africa/Harare,Africa/Kigali,Africa/Lubumbashi,Africa/Lusaka,Africa/Maputo,Africa/Maseru,Africa/Mbabane
South Sudan Standard Time=Africa/Juba
Sri Lanka Standard Time=Asia/Colombo
Sudan Standard Time=Africa/Khartoum
Syria Standard Time=Asia/Damascus
Taipei Standard Time=Asia/Taipei
Tasmania Standard Time=Australia/Hobart,Antarctica/Macquarie
Tocantins Standard Time=America/Araguaina
Tokyo Standard Time=Asia/Tokyo,Asia/Dili,Asia/Jayapura,Pacific/Palau
Tomsk Standard Time=Asia/Tomsk
Tonga Standard Time=Pacific/Tongatapu
Transbaikal Standard Time=Asia/Chita
Turkey Standard Time=Europe/Istanbul
Turks And Caicos Standard Time=America/Grand_Turk
US Eastern Standard Time=America/Indianapolis,America/Indiana/Indianapolis,America/Indiana/Marengo,America/Indiana/Vevay
US Mountain Standard Time=America/Phoenix,America/Hermosillo,America/Creston,America/Dawson_Creek,America/Fort_Nelson
UTC=Etc/UTC,UTC
UTC+12=Etc/GMT-12,Pacific/Tarawa,Pacific/Majuro,Pacific/Kwajalein,Pacific/Nauru,Pacific/Funafuti,Pacific/Wake,Pacific/Wallis
UTC+13=Etc/GMT-13,Pacific/Kanton,Pacific/Fakaofo
UTC-02=Etc/GMT+2,America/Noronha,Atlantic/South_Georgia
UTC-08=Etc/GMT+8,Pacific/Pitcairn
UTC-09=Etc/GMT+9,Pacific/Gambier
UTC-11=Etc/GMT+11,Pacific/Niue,Pacific/Midway,Pacific/Pago_Pago
Ulaanbaatar Standard Time=Asia/Ulaanbaatar
Venezuela Standard Time=America/Caracas
Vladivostok Standard Time=Asia/Vladivostok,Asia/Ust-Nera
Volgograd Standard Time=Europe/Volgograd
W. Australia Standard Time=Australia/Perth
W. Central Africa Standard Time=Africa/Lagos,Africa/Algiers,Africa/Tunis,Africa/Bangui,Africa/Brazzaville,Africa/Douala,Africa/Kinshasa,Africa/Libreville,Africa/Luanda,Africa/Malabo,Africa/Ndjamena,Africa/Niamey,Africa/Porto-Novo
W. Europe Standard Time=Europe/Berlin,Europe/Amsterdam,Europe/Andorra,Europe/Busingen,Europe/Gibraltar,Arctic/Longyearbyen,Europe/Luxembourg,Europe/Malta,Europe/Monaco,Europe/Oslo,Europe/Rome,Europe/San_Marino,Europe/Stockholm,Europe/Vaduz,Europe/Vatican,Europe/Vienna,Europe/Zurich
W. Mongolia Standard Time=Asia/Hovd
West Asia Standard Time=Asia/Tashkent,Indian/Kerguelen,Indian/Maldives,Antarctica/Mawson,Asia/Dushanbe,Asia/Ashgabat,Asia/Samarkand,Asia/Aqtau,Asia/Aqtobe,Asia/Atyrau,Asia/Oral
West Bank Standard Time=Asia/Hebron,Asia/Gaza
West Pacific Standard Time=Pacific/Port_Moresby,Pacific/Guam,Pacific/Saipan,Pacific/Chuuk,Antarctica/DumontDUrville
Yakutsk Standard Time=Asia/Yakutsk,Asia/Khandyga
Yukon Standard Time=America/Whitehorse,America/Dawson
`;

let tables: { readonly iana: ReadonlyMap<string, string>; readonly windows: ReadonlyMap<string, string> } | undefined;
function read(): NonNullable<typeof tables> {
  const iana = new Map<string, string>();
  const windows = new Map<string, string>();
  for (const line of TABLE.trim().split('\n')) {
    const [name = '', zones = ''] = line.split('=');
    const all = zones.split(',');
    iana.set(name, all[0] ?? '');
    for (const zone of all) windows.set(zone, name);
  }
  return { iana, windows };
}
/** The zone that a name of Windows means. */
export const ianaZone = (windowsId: string): string | undefined => (tables ??= read()).iana.get(windowsId);
/** Windows' name of a zone. */
export const windowsZone = (ianaId: string): string | undefined => (tables ??= read()).windows.get(ianaId);
