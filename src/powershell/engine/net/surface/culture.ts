/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const CULTURE = `
#System.Globalization.CultureInfo|class|System.Object|System.IFormatProvider System.ICloneable|||100001|
pcultureinfo Parent {get;}
pint LCID {get;}
pint KeyboardLayoutId {get;}
pstring Name {get;}
pstring IetfLanguageTag {get;}
pstring DisplayName {get;}
pstring NativeName {get;}
pstring EnglishName {get;}
pstring TwoLetterISOLanguageName {get;}
pstring ThreeLetterISOLanguageName {get;}
pstring ThreeLetterWindowsLanguageName {get;}
pSystem.Globalization.CompareInfo CompareInfo {get;}
pSystem.Globalization.TextInfo TextInfo {get;}
pbool IsNeutralCulture {get;}
pSystem.Globalization.CultureTypes CultureTypes {get;}
pSystem.Globalization.NumberFormatInfo NumberFormat {get;set;}
pSystem.Globalization.DateTimeFormatInfo DateTimeFormat {get;set;}
pSystem.Globalization.Calendar Calendar {get;}
pSystem.Globalization.Calendar[] OptionalCalendars {get;}
pbool UseUserOverride {get;}
pbool IsReadOnly {get;}
qcultureinfo CurrentCulture {get;set;}
qcultureinfo CurrentUICulture {get;set;}
qcultureinfo InstalledUICulture {get;}
qcultureinfo DefaultThreadCurrentCulture {get;set;}
qcultureinfo DefaultThreadCurrentUICulture {get;set;}
qcultureinfo InvariantCulture {get;}
scultureinfo CreateSpecificCulture(string name)
scultureinfo[] GetCultures(System.Globalization.CultureTypes types)
scultureinfo ReadOnly(cultureinfo ci)
scultureinfo GetCultureInfo(int culture)
scultureinfo GetCultureInfo(string name)
scultureinfo GetCultureInfo(string name, string altName)
scultureinfo GetCultureInfo(string name, bool predefinedOnly)
scultureinfo GetCultureInfoByIetfLanguageTag(string name)
cnew(string name)
cnew(string name, bool useUserOverride)
cnew(int culture)
cnew(int culture, bool useUserOverride)
mbool Equals(System.Object value)
mSystem.Object GetFormat(type formatType)
mSystem.Object IFormatProvider.GetFormat(type formatType)
mvoid ClearCachedData()
mcultureinfo GetConsoleFallbackUICulture()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
#System.Globalization.NumberFormatInfo|class|System.Object|System.IFormatProvider System.ICloneable|||100101|
pint CurrencyDecimalDigits {get;set;}
pstring CurrencyDecimalSeparator {get;set;}
pbool IsReadOnly {get;}
pint[] CurrencyGroupSizes {get;set;}
pint[] NumberGroupSizes {get;set;}
pint[] PercentGroupSizes {get;set;}
pstring CurrencyGroupSeparator {get;set;}
pstring CurrencySymbol {get;set;}
pstring NaNSymbol {get;set;}
pint CurrencyNegativePattern {get;set;}
pint NumberNegativePattern {get;set;}
pint PercentPositivePattern {get;set;}
pint PercentNegativePattern {get;set;}
pstring NegativeInfinitySymbol {get;set;}
pstring NegativeSign {get;set;}
pint NumberDecimalDigits {get;set;}
pstring NumberDecimalSeparator {get;set;}
pstring NumberGroupSeparator {get;set;}
pint CurrencyPositivePattern {get;set;}
pstring PositiveInfinitySymbol {get;set;}
pstring PositiveSign {get;set;}
pint PercentDecimalDigits {get;set;}
pstring PercentDecimalSeparator {get;set;}
pstring PercentGroupSeparator {get;set;}
pstring PercentSymbol {get;set;}
pstring PerMilleSymbol {get;set;}
pstring[] NativeDigits {get;set;}
pSystem.Globalization.DigitShapes DigitSubstitution {get;set;}
qSystem.Globalization.NumberFormatInfo InvariantInfo {get;}
qSystem.Globalization.NumberFormatInfo CurrentInfo {get;}
sSystem.Globalization.NumberFormatInfo GetInstance(System.IFormatProvider formatProvider)
sSystem.Globalization.NumberFormatInfo ReadOnly(System.Globalization.NumberFormatInfo nfi)
cnew()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mSystem.Object GetFormat(type formatType)
mSystem.Object IFormatProvider.GetFormat(type formatType)
#System.Globalization.DateTimeFormatInfo|class|System.Object|System.IFormatProvider System.ICloneable|||100101|
pstring AMDesignator {get;set;}
pSystem.Globalization.Calendar Calendar {get;set;}
pstring DateSeparator {get;set;}
pSystem.DayOfWeek FirstDayOfWeek {get;set;}
pSystem.Globalization.CalendarWeekRule CalendarWeekRule {get;set;}
pstring FullDateTimePattern {get;set;}
pstring LongDatePattern {get;set;}
pstring LongTimePattern {get;set;}
pstring MonthDayPattern {get;set;}
pstring PMDesignator {get;set;}
pstring RFC1123Pattern {get;}
pstring ShortDatePattern {get;set;}
pstring ShortTimePattern {get;set;}
pstring SortableDateTimePattern {get;}
pstring TimeSeparator {get;set;}
pstring UniversalSortableDateTimePattern {get;}
pstring YearMonthPattern {get;set;}
pstring[] AbbreviatedDayNames {get;set;}
pstring[] ShortestDayNames {get;set;}
pstring[] DayNames {get;set;}
pstring[] AbbreviatedMonthNames {get;set;}
pstring[] MonthNames {get;set;}
pbool IsReadOnly {get;}
pstring NativeCalendarName {get;}
pstring[] AbbreviatedMonthGenitiveNames {get;set;}
pstring[] MonthGenitiveNames {get;set;}
qSystem.Globalization.DateTimeFormatInfo InvariantInfo {get;}
qSystem.Globalization.DateTimeFormatInfo CurrentInfo {get;}
sSystem.Globalization.DateTimeFormatInfo GetInstance(System.IFormatProvider provider)
sSystem.Globalization.DateTimeFormatInfo ReadOnly(System.Globalization.DateTimeFormatInfo dtfi)
cnew()
mSystem.Object GetFormat(type formatType)
mSystem.Object IFormatProvider.GetFormat(type formatType)
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mint GetEra(string eraName)
mstring GetEraName(int era)
mstring GetAbbreviatedEraName(int era)
mstring GetAbbreviatedDayName(System.DayOfWeek dayofweek)
mstring GetShortestDayName(System.DayOfWeek dayOfWeek)
mstring[] GetAllDateTimePatterns()
mstring[] GetAllDateTimePatterns(char format)
mstring GetDayName(System.DayOfWeek dayofweek)
mstring GetAbbreviatedMonthName(int month)
mstring GetMonthName(int month)
mvoid SetAllDateTimePatterns(string[] patterns, char format)
#System.Globalization.TextInfo|class|System.Object|System.ICloneable System.Runtime.Serialization.IDeserializationCallback|||100101|
pint ANSICodePage {get;}
pint OEMCodePage {get;}
pint MacCodePage {get;}
pint EBCDICCodePage {get;}
pint LCID {get;}
pstring CultureName {get;}
pbool IsReadOnly {get;}
pstring ListSeparator {get;set;}
pbool IsRightToLeft {get;}
sSystem.Globalization.TextInfo ReadOnly(System.Globalization.TextInfo textInfo)
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mchar ToLower(char c)
mstring ToLower(string str)
mchar ToUpper(char c)
mstring ToUpper(string str)
mstring ToTitleCase(string str)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.Globalization.CompareInfo|class|System.Object|System.Runtime.Serialization.IDeserializationCallback|||102101|
pstring Name {get;}
pSystem.Globalization.SortVersion Version {get;}
pint LCID {get;}
sSystem.Globalization.CompareInfo GetCompareInfo(int culture, System.Reflection.Assembly assembly)
sSystem.Globalization.CompareInfo GetCompareInfo(string name, System.Reflection.Assembly assembly)
sSystem.Globalization.CompareInfo GetCompareInfo(int culture)
sSystem.Globalization.CompareInfo GetCompareInfo(string name)
sbool IsSortable(char ch)
sbool IsSortable(string text)
sbool IsSortable(System.ReadOnlySpan[char] text)
sbool IsSortable(System.Text.Rune value)
mint Compare(string string1, string string2)
mint Compare(string string1, string string2, System.Globalization.CompareOptions options)
mint Compare(string string1, int offset1, int length1, string string2, int offset2, int length2)
mint Compare(string string1, int offset1, string string2, int offset2, System.Globalization.CompareOptions options)
mint Compare(string string1, int offset1, string string2, int offset2)
mint Compare(string string1, int offset1, int length1, string string2, int offset2, int length2, System.Globalization.CompareOptions options)
mint Compare(System.ReadOnlySpan[char] string1, System.ReadOnlySpan[char] string2, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mbool IsPrefix(string source, string prefix, System.Globalization.CompareOptions options)
mbool IsPrefix(System.ReadOnlySpan[char] source, System.ReadOnlySpan[char] prefix, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mbool IsPrefix(System.ReadOnlySpan[char] source, System.ReadOnlySpan[char] prefix, System.Globalization.CompareOptions options, [ref] int matchLength)
mbool IsPrefix(string source, string prefix)
mbool IsSuffix(string source, string suffix, System.Globalization.CompareOptions options)
mbool IsSuffix(System.ReadOnlySpan[char] source, System.ReadOnlySpan[char] suffix, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mbool IsSuffix(System.ReadOnlySpan[char] source, System.ReadOnlySpan[char] suffix, System.Globalization.CompareOptions options, [ref] int matchLength)
mbool IsSuffix(string source, string suffix)
mint IndexOf(string source, char value)
mint IndexOf(string source, string value)
mint IndexOf(string source, char value, System.Globalization.CompareOptions options)
mint IndexOf(string source, string value, System.Globalization.CompareOptions options)
mint IndexOf(string source, char value, int startIndex)
mint IndexOf(string source, string value, int startIndex)
mint IndexOf(string source, char value, int startIndex, System.Globalization.CompareOptions options)
mint IndexOf(string source, string value, int startIndex, System.Globalization.CompareOptions options)
mint IndexOf(string source, char value, int startIndex, int count)
mint IndexOf(string source, string value, int startIndex, int count)
mint IndexOf(string source, char value, int startIndex, int count, System.Globalization.CompareOptions options)
mint IndexOf(string source, string value, int startIndex, int count, System.Globalization.CompareOptions options)
mint IndexOf(System.ReadOnlySpan[char] source, System.ReadOnlySpan[char] value, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mint IndexOf(System.ReadOnlySpan[char] source, System.ReadOnlySpan[char] value, System.Globalization.CompareOptions options, [ref] int matchLength)
mint IndexOf(System.ReadOnlySpan[char] source, System.Text.Rune value, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mint LastIndexOf(string source, char value)
mint LastIndexOf(string source, string value)
mint LastIndexOf(string source, char value, System.Globalization.CompareOptions options)
mint LastIndexOf(string source, string value, System.Globalization.CompareOptions options)
mint LastIndexOf(string source, char value, int startIndex)
mint LastIndexOf(string source, string value, int startIndex)
mint LastIndexOf(string source, char value, int startIndex, System.Globalization.CompareOptions options)
mint LastIndexOf(string source, string value, int startIndex, System.Globalization.CompareOptions options)
mint LastIndexOf(string source, char value, int startIndex, int count)
mint LastIndexOf(string source, string value, int startIndex, int count)
mint LastIndexOf(string source, char value, int startIndex, int count, System.Globalization.CompareOptions options)
mint LastIndexOf(string source, string value, int startIndex, int count, System.Globalization.CompareOptions options)
mint LastIndexOf(System.ReadOnlySpan[char] source, System.ReadOnlySpan[char] value, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mint LastIndexOf(System.ReadOnlySpan[char] source, System.ReadOnlySpan[char] value, System.Globalization.CompareOptions options, [ref] int matchLength)
mint LastIndexOf(System.ReadOnlySpan[char] source, System.Text.Rune value, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mSystem.Globalization.SortKey GetSortKey(string source, System.Globalization.CompareOptions options)
mSystem.Globalization.SortKey GetSortKey(string source)
mint GetSortKey(System.ReadOnlySpan[char] source, System.Span[byte] destination, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mint GetSortKeyLength(System.ReadOnlySpan[char] source, System.Globalization.CompareOptions options = System.Globalization.CompareOptions.None)
mbool Equals(System.Object value)
mint GetHashCode(string source, System.Globalization.CompareOptions options)
mint GetHashCode(System.ReadOnlySpan[char] source, System.Globalization.CompareOptions options)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.Globalization.Calendar|abstract|System.Object|System.ICloneable|||100081|=CurrentEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pbool IsReadOnly {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint CurrentEra {get;}
sSystem.Globalization.Calendar ReadOnly(System.Globalization.Calendar calendar)
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mdatetime AddMilliseconds(datetime time, double milliseconds)
mdatetime AddDays(datetime time, int days)
mdatetime AddHours(datetime time, int hours)
mdatetime AddMinutes(datetime time, int minutes)
mdatetime AddMonths(datetime time, int months)
mdatetime AddSeconds(datetime time, int seconds)
mdatetime AddWeeks(datetime time, int weeks)
mdatetime AddYears(datetime time, int years)
mint GetDayOfMonth(datetime time)
mSystem.DayOfWeek GetDayOfWeek(datetime time)
mint GetDayOfYear(datetime time)
mint GetDaysInMonth(int year, int month)
mint GetDaysInMonth(int year, int month, int era)
mint GetDaysInYear(int year)
mint GetDaysInYear(int year, int era)
mint GetEra(datetime time)
mint GetHour(datetime time)
mdouble GetMilliseconds(datetime time)
mint GetMinute(datetime time)
mint GetMonth(datetime time)
mint GetMonthsInYear(int year)
mint GetMonthsInYear(int year, int era)
mint GetSecond(datetime time)
mint GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek firstDayOfWeek)
mint GetYear(datetime time)
mbool IsLeapDay(int year, int month, int day)
mbool IsLeapDay(int year, int month, int day, int era)
mbool IsLeapMonth(int year, int month)
mbool IsLeapMonth(int year, int month, int era)
mint GetLeapMonth(int year)
mint GetLeapMonth(int year, int era)
mbool IsLeapYear(int year)
mbool IsLeapYear(int year, int era)
mdatetime ToDateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)
mdatetime ToDateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, int era)
mint ToFourDigitYear(int year)
#System.Globalization.GregorianCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|=ADEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pSystem.Globalization.GregorianCalendarTypes CalendarType {get;set;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint ADEra {get;}
cnew()
cnew(System.Globalization.GregorianCalendarTypes type)
#System.Globalization.JulianCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|!JulianEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint JulianEra {get;}
cnew()
#System.Globalization.JapaneseCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
cnew()
#System.Globalization.TaiwanCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
cnew()
#System.Globalization.KoreanCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|=KoreanEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint KoreanEra {get;}
cnew()
#System.Globalization.ThaiBuddhistCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|=ThaiBuddhistEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint ThaiBuddhistEra {get;}
cnew()
#System.Globalization.HijriCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|!HijriEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint HijriAdjustment {get;set;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint HijriEra {get;}
cnew()
#System.Globalization.UmAlQuraCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|=UmAlQuraEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint UmAlQuraEra {get;}
cnew()
#System.Globalization.PersianCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|!PersianEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint PersianEra {get;}
cnew()
#System.Globalization.HebrewCalendar|class|System.Globalization.Calendar|System.ICloneable|||100001|!HebrewEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint[] Eras {get;}
pint TwoDigitYearMax {get;set;}
qint HebrewEra {get;}
cnew()
#System.Globalization.EastAsianLunisolarCalendar|abstract|System.Globalization.Calendar|System.ICloneable|||100081|
pSystem.Globalization.CalendarAlgorithmType AlgorithmType {get;}
pint TwoDigitYearMax {get;set;}
mint GetSexagenaryYear(datetime time)
mint GetCelestialStem(int sexagenaryYear)
mint GetTerrestrialBranch(int sexagenaryYear)
#System.Globalization.ChineseLunisolarCalendar|class|System.Globalization.EastAsianLunisolarCalendar|System.ICloneable|||100001|=ChineseEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pint[] Eras {get;}
qint ChineseEra {get;}
cnew()
#System.Globalization.JapaneseLunisolarCalendar|class|System.Globalization.EastAsianLunisolarCalendar|System.ICloneable|||100001|=JapaneseEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pint[] Eras {get;}
qint JapaneseEra {get;}
cnew()
#System.Globalization.KoreanLunisolarCalendar|class|System.Globalization.EastAsianLunisolarCalendar|System.ICloneable|||100001|=GregorianEra
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pint[] Eras {get;}
qint GregorianEra {get;}
cnew()
#System.Globalization.TaiwanLunisolarCalendar|class|System.Globalization.EastAsianLunisolarCalendar|System.ICloneable|||100001|
pdatetime MinSupportedDateTime {get;}
pdatetime MaxSupportedDateTime {get;}
pint[] Eras {get;}
cnew()
#System.Globalization.ISOWeek|static|System.Object||||100181|
sint GetWeekOfYear(datetime date)
sint GetWeekOfYear(System.DateOnly date)
sint GetYear(datetime date)
sint GetYear(System.DateOnly date)
sdatetime GetYearStart(int year)
sdatetime GetYearEnd(int year)
sint GetWeeksInYear(int year)
sdatetime ToDateTime(int year, int week, System.DayOfWeek dayOfWeek)
sSystem.DateOnly ToDateOnly(int year, int week, System.DayOfWeek dayOfWeek)
#System.Globalization.CharUnicodeInfo|static|System.Object||||100181|
sint GetDecimalDigitValue(char ch)
sint GetDecimalDigitValue(string s, int index)
sint GetDigitValue(char ch)
sint GetDigitValue(string s, int index)
sdouble GetNumericValue(char ch)
sdouble GetNumericValue(string s, int index)
sSystem.Globalization.UnicodeCategory GetUnicodeCategory(char ch)
sSystem.Globalization.UnicodeCategory GetUnicodeCategory(int codePoint)
sSystem.Globalization.UnicodeCategory GetUnicodeCategory(string s, int index)
#System.Globalization.StringInfo|class|System.Object||||100001|
pstring String {get;set;}
pint LengthInTextElements {get;}
sstring GetNextTextElement(string str)
sstring GetNextTextElement(string str, int index)
sint GetNextTextElementLength(string str)
sint GetNextTextElementLength(string str, int index)
sint GetNextTextElementLength(System.ReadOnlySpan[char] str)
sSystem.Globalization.TextElementEnumerator GetTextElementEnumerator(string str)
sSystem.Globalization.TextElementEnumerator GetTextElementEnumerator(string str, int index)
sint[] ParseCombiningCharacters(string str)
cnew()
cnew(string value)
mbool Equals(System.Object value)
mstring SubstringByTextElements(int startingTextElement)
mstring SubstringByTextElements(int startingTextElement, int lengthInTextElements)
#System.Globalization.RegionInfo|class|System.Object||||100001|
pstring Name {get;}
pstring EnglishName {get;}
pstring DisplayName {get;}
pstring NativeName {get;}
pstring TwoLetterISORegionName {get;}
pstring ThreeLetterISORegionName {get;}
pstring ThreeLetterWindowsRegionName {get;}
pbool IsMetric {get;}
pint GeoId {get;}
pstring CurrencyEnglishName {get;}
pstring CurrencyNativeName {get;}
pstring CurrencySymbol {get;}
pstring ISOCurrencySymbol {get;}
qSystem.Globalization.RegionInfo CurrentRegion {get;}
cnew(string name)
cnew(int culture)
mbool Equals(System.Object value)
`;
