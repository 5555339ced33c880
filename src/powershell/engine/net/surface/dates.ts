/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const DATES = `
#System.DateTime|struct|System.ValueType|System.IComparable System.IFormattable System.IConvertible System.IComparable\`1[System.DateTime] System.IEquatable\`1[System.DateTime] System.Runtime.Serialization.ISerializable System.IParsable\`1[System.DateTime]|||102101|!MinValue !MaxValue !UnixEpoch
pdatetime Date {get;}
pint Day {get;}
pSystem.DayOfWeek DayOfWeek {get;}
pint DayOfYear {get;}
pint Hour {get;}
pSystem.DateTimeKind Kind {get;}
pint Millisecond {get;}
pint Microsecond {get;}
pint Nanosecond {get;}
pint Minute {get;}
pint Month {get;}
pint Second {get;}
plong Ticks {get;}
ptimespan TimeOfDay {get;}
pint Year {get;}
qdatetime Now {get;}
qdatetime Today {get;}
qdatetime UtcNow {get;}
qdatetime MinValue {get;}
qdatetime MaxValue {get;}
qdatetime UnixEpoch {get;}
sint Compare(datetime t1, datetime t2)
sint DaysInMonth(int year, int month)
sbool Equals(datetime t1, datetime t2)
sdatetime FromBinary(long dateData)
sdatetime FromFileTime(long fileTime)
sdatetime FromFileTimeUtc(long fileTime)
sdatetime FromOADate(double d)
sdatetime SpecifyKind(datetime value, System.DateTimeKind kind)
sbool IsLeapYear(int year)
sdatetime Parse(string s)
sdatetime Parse(string s, System.IFormatProvider provider)
sdatetime Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles)
sdatetime Parse(System.ReadOnlySpan[char] s, System.IFormatProvider provider = null, System.Globalization.DateTimeStyles styles = System.Globalization.DateTimeStyles.None)
sdatetime Parse(System.ReadOnlySpan[char] s, System.IFormatProvider provider)
sdatetime ParseExact(string s, string format, System.IFormatProvider provider)
sdatetime ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)
sdatetime ParseExact(System.ReadOnlySpan[char] s, System.ReadOnlySpan[char] format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sdatetime ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style)
sdatetime ParseExact(System.ReadOnlySpan[char] s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sbool TryParse(string s, [ref] datetime result)
sbool TryParse(System.ReadOnlySpan[char] s, [ref] datetime result)
sbool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, [ref] datetime result)
sbool TryParse(System.ReadOnlySpan[char] s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, [ref] datetime result)
sbool TryParse(string s, System.IFormatProvider provider, [ref] datetime result)
sbool TryParse(System.ReadOnlySpan[char] s, System.IFormatProvider provider, [ref] datetime result)
sbool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)
sbool TryParseExact(System.ReadOnlySpan[char] s, System.ReadOnlySpan[char] format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)
sbool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)
sbool TryParseExact(System.ReadOnlySpan[char] s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] datetime result)
sdatetime op_Addition(datetime d, timespan t)
sdatetime op_Subtraction(datetime d, timespan t)
stimespan op_Subtraction(datetime d1, datetime d2)
sbool op_Equality(datetime d1, datetime d2)
sbool op_Inequality(datetime d1, datetime d2)
sbool op_LessThan(datetime t1, datetime t2)
sbool op_LessThanOrEqual(datetime t1, datetime t2)
sbool op_GreaterThan(datetime t1, datetime t2)
sbool op_GreaterThanOrEqual(datetime t1, datetime t2)
cnew(long ticks)
cnew(long ticks, System.DateTimeKind kind)
cnew(System.DateOnly date, System.TimeOnly time)
cnew(System.DateOnly date, System.TimeOnly time, System.DateTimeKind kind)
cnew(int year, int month, int day)
cnew(int year, int month, int day, System.Globalization.Calendar calendar)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, System.Globalization.Calendar calendar, System.DateTimeKind kind)
cnew(int year, int month, int day, int hour, int minute, int second)
cnew(int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind)
cnew(int year, int month, int day, int hour, int minute, int second, System.Globalization.Calendar calendar)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, System.DateTimeKind kind)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, System.Globalization.Calendar calendar)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.DateTimeKind kind)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.Globalization.Calendar calendar)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.Globalization.Calendar calendar, System.DateTimeKind kind)
mdatetime Add(timespan value)
mdatetime AddDays(double value)
mdatetime AddHours(double value)
mdatetime AddMilliseconds(double value)
mdatetime AddMicroseconds(double value)
mdatetime AddMinutes(double value)
mdatetime AddMonths(int months)
mdatetime AddSeconds(double value)
mdatetime AddTicks(long value)
mdatetime AddYears(int value)
mint CompareTo(System.Object value)
mint CompareTo(datetime value)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[datetime].CompareTo(datetime other)
mbool Equals(System.Object value)
mbool Equals(datetime value)
mbool IEquatable[datetime].Equals(datetime other)
mbool IsDaylightSavingTime()
mlong ToBinary()
mtimespan Subtract(datetime value)
mdatetime Subtract(timespan value)
mdouble ToOADate()
mlong ToFileTime()
mlong ToFileTimeUtc()
mdatetime ToLocalTime()
mstring ToLongDateString()
mstring ToLongTimeString()
mstring ToShortDateString()
mstring ToShortTimeString()
mstring ToString(string format)
mstring ToString(System.IFormatProvider provider)
mstring ToString(string format, System.IFormatProvider provider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mstring IConvertible.ToString(System.IFormatProvider provider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider provider = null)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider provider = null)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mdatetime ToUniversalTime()
mvoid Deconstruct([ref] System.DateOnly date, [ref] System.TimeOnly time)
mvoid Deconstruct([ref] int year, [ref] int month, [ref] int day)
mstring[] GetDateTimeFormats()
mstring[] GetDateTimeFormats(System.IFormatProvider provider)
mstring[] GetDateTimeFormats(char format)
mstring[] GetDateTimeFormats(char format, System.IFormatProvider provider)
mSystem.TypeCode GetTypeCode()
mSystem.TypeCode IConvertible.GetTypeCode()
mbool IConvertible.ToBoolean(System.IFormatProvider provider)
mchar IConvertible.ToChar(System.IFormatProvider provider)
msbyte IConvertible.ToSByte(System.IFormatProvider provider)
mbyte IConvertible.ToByte(System.IFormatProvider provider)
mshort IConvertible.ToInt16(System.IFormatProvider provider)
mushort IConvertible.ToUInt16(System.IFormatProvider provider)
mint IConvertible.ToInt32(System.IFormatProvider provider)
muint IConvertible.ToUInt32(System.IFormatProvider provider)
mlong IConvertible.ToInt64(System.IFormatProvider provider)
mulong IConvertible.ToUInt64(System.IFormatProvider provider)
mfloat IConvertible.ToSingle(System.IFormatProvider provider)
mdouble IConvertible.ToDouble(System.IFormatProvider provider)
mdecimal IConvertible.ToDecimal(System.IFormatProvider provider)
mdatetime IConvertible.ToDateTime(System.IFormatProvider provider)
mSystem.Object IConvertible.ToType(type conversionType, System.IFormatProvider provider)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.DateTimeOffset|struct|System.ValueType|System.IComparable System.IFormattable System.IComparable\`1[System.DateTimeOffset] System.IEquatable\`1[System.DateTimeOffset] System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback System.IParsable\`1[System.DateTimeOffset]|||102101|!MinValue !MaxValue !UnixEpoch
pdatetime DateTime {get;}
pdatetime UtcDateTime {get;}
pdatetime LocalDateTime {get;}
pdatetime Date {get;}
pint Day {get;}
pSystem.DayOfWeek DayOfWeek {get;}
pint DayOfYear {get;}
pint Hour {get;}
pint Millisecond {get;}
pint Microsecond {get;}
pint Nanosecond {get;}
pint Minute {get;}
pint Month {get;}
ptimespan Offset {get;}
pint TotalOffsetMinutes {get;}
pint Second {get;}
plong Ticks {get;}
plong UtcTicks {get;}
ptimespan TimeOfDay {get;}
pint Year {get;}
qSystem.DateTimeOffset UtcNow {get;}
qSystem.DateTimeOffset Now {get;}
qSystem.DateTimeOffset MinValue {get;}
qSystem.DateTimeOffset MaxValue {get;}
qSystem.DateTimeOffset UnixEpoch {get;}
sint Compare(System.DateTimeOffset first, System.DateTimeOffset second)
sbool Equals(System.DateTimeOffset first, System.DateTimeOffset second)
sSystem.DateTimeOffset FromFileTime(long fileTime)
sSystem.DateTimeOffset FromUnixTimeSeconds(long seconds)
sSystem.DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)
sSystem.DateTimeOffset Parse(string input)
sSystem.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider)
sSystem.DateTimeOffset Parse(string input, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)
sSystem.DateTimeOffset Parse(System.ReadOnlySpan[char] input, System.IFormatProvider formatProvider = null, System.Globalization.DateTimeStyles styles = System.Globalization.DateTimeStyles.None)
sSystem.DateTimeOffset Parse(System.ReadOnlySpan[char] s, System.IFormatProvider provider)
sSystem.DateTimeOffset ParseExact(string input, string format, System.IFormatProvider formatProvider)
sSystem.DateTimeOffset ParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)
sSystem.DateTimeOffset ParseExact(System.ReadOnlySpan[char] input, System.ReadOnlySpan[char] format, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles = System.Globalization.DateTimeStyles.None)
sSystem.DateTimeOffset ParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles)
sSystem.DateTimeOffset ParseExact(System.ReadOnlySpan[char] input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles = System.Globalization.DateTimeStyles.None)
sbool TryParse(string input, [ref] System.DateTimeOffset result)
sbool TryParse(System.ReadOnlySpan[char] input, [ref] System.DateTimeOffset result)
sbool TryParse(string input, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)
sbool TryParse(System.ReadOnlySpan[char] input, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)
sbool TryParse(string s, System.IFormatProvider provider, [ref] System.DateTimeOffset result)
sbool TryParse(System.ReadOnlySpan[char] s, System.IFormatProvider provider, [ref] System.DateTimeOffset result)
sbool TryParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)
sbool TryParseExact(System.ReadOnlySpan[char] input, System.ReadOnlySpan[char] format, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)
sbool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)
sbool TryParseExact(System.ReadOnlySpan[char] input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.DateTimeStyles styles, [ref] System.DateTimeOffset result)
sSystem.DateTimeOffset op_Implicit(datetime dateTime)
sSystem.DateTimeOffset op_Addition(System.DateTimeOffset dateTimeOffset, timespan timeSpan)
sSystem.DateTimeOffset op_Subtraction(System.DateTimeOffset dateTimeOffset, timespan timeSpan)
stimespan op_Subtraction(System.DateTimeOffset left, System.DateTimeOffset right)
sbool op_Equality(System.DateTimeOffset left, System.DateTimeOffset right)
sbool op_Inequality(System.DateTimeOffset left, System.DateTimeOffset right)
sbool op_LessThan(System.DateTimeOffset left, System.DateTimeOffset right)
sbool op_LessThanOrEqual(System.DateTimeOffset left, System.DateTimeOffset right)
sbool op_GreaterThan(System.DateTimeOffset left, System.DateTimeOffset right)
sbool op_GreaterThanOrEqual(System.DateTimeOffset left, System.DateTimeOffset right)
cnew(long ticks, timespan offset)
cnew(datetime dateTime)
cnew(datetime dateTime, timespan offset)
cnew(System.DateOnly date, System.TimeOnly time, timespan offset)
cnew(int year, int month, int day, int hour, int minute, int second, timespan offset)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, timespan offset)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, System.Globalization.Calendar calendar, timespan offset)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, timespan offset)
cnew(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, System.Globalization.Calendar calendar, timespan offset)
mSystem.DateTimeOffset ToOffset(timespan offset)
mSystem.DateTimeOffset Add(timespan timeSpan)
mSystem.DateTimeOffset AddDays(double days)
mSystem.DateTimeOffset AddHours(double hours)
mSystem.DateTimeOffset AddMilliseconds(double milliseconds)
mSystem.DateTimeOffset AddMicroseconds(double microseconds)
mSystem.DateTimeOffset AddMinutes(double minutes)
mSystem.DateTimeOffset AddMonths(int months)
mSystem.DateTimeOffset AddSeconds(double seconds)
mSystem.DateTimeOffset AddTicks(long ticks)
mSystem.DateTimeOffset AddYears(int years)
mint CompareTo(System.DateTimeOffset other)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[DateTimeOffset].CompareTo(System.DateTimeOffset other)
mbool Equals(System.DateTimeOffset other)
mbool IEquatable[DateTimeOffset].Equals(System.DateTimeOffset other)
mbool EqualsExact(System.DateTimeOffset other)
mtimespan Subtract(System.DateTimeOffset value)
mSystem.DateTimeOffset Subtract(timespan value)
mlong ToFileTime()
mlong ToUnixTimeSeconds()
mlong ToUnixTimeMilliseconds()
mSystem.DateTimeOffset ToLocalTime()
mstring ToString(string format)
mstring ToString(System.IFormatProvider formatProvider)
mstring ToString(string format, System.IFormatProvider formatProvider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider formatProvider = null)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider formatProvider = null)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mSystem.DateTimeOffset ToUniversalTime()
mvoid Deconstruct([ref] System.DateOnly date, [ref] System.TimeOnly time, [ref] timespan offset)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.DateOnly|struct|System.ValueType|System.IComparable System.IComparable\`1[System.DateOnly] System.IEquatable\`1[System.DateOnly] System.IFormattable System.IParsable\`1[System.DateOnly]|||100109|
pint Year {get;}
pint Month {get;}
pint Day {get;}
pSystem.DayOfWeek DayOfWeek {get;}
pint DayOfYear {get;}
pint DayNumber {get;}
qSystem.DateOnly MinValue {get;}
qSystem.DateOnly MaxValue {get;}
sSystem.DateOnly FromDayNumber(int dayNumber)
sbool op_Equality(System.DateOnly left, System.DateOnly right)
sbool op_Inequality(System.DateOnly left, System.DateOnly right)
sbool op_GreaterThan(System.DateOnly left, System.DateOnly right)
sbool op_GreaterThanOrEqual(System.DateOnly left, System.DateOnly right)
sbool op_LessThan(System.DateOnly left, System.DateOnly right)
sbool op_LessThanOrEqual(System.DateOnly left, System.DateOnly right)
sSystem.DateOnly FromDateTime(datetime dateTime)
sSystem.DateOnly Parse(System.ReadOnlySpan[char] s, System.IFormatProvider provider = null, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.DateOnly Parse(string s)
sSystem.DateOnly Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.DateOnly Parse(string s, System.IFormatProvider provider)
sSystem.DateOnly Parse(System.ReadOnlySpan[char] s, System.IFormatProvider provider)
sSystem.DateOnly ParseExact(System.ReadOnlySpan[char] s, System.ReadOnlySpan[char] format, System.IFormatProvider provider = null, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.DateOnly ParseExact(System.ReadOnlySpan[char] s, string[] formats)
sSystem.DateOnly ParseExact(System.ReadOnlySpan[char] s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.DateOnly ParseExact(string s, string format)
sSystem.DateOnly ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.DateOnly ParseExact(string s, string[] formats)
sSystem.DateOnly ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sbool TryParse(System.ReadOnlySpan[char] s, [ref] System.DateOnly result)
sbool TryParse(System.ReadOnlySpan[char] s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)
sbool TryParse(string s, [ref] System.DateOnly result)
sbool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)
sbool TryParse(string s, System.IFormatProvider provider, [ref] System.DateOnly result)
sbool TryParse(System.ReadOnlySpan[char] s, System.IFormatProvider provider, [ref] System.DateOnly result)
sbool TryParseExact(System.ReadOnlySpan[char] s, System.ReadOnlySpan[char] format, [ref] System.DateOnly result)
sbool TryParseExact(System.ReadOnlySpan[char] s, System.ReadOnlySpan[char] format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)
sbool TryParseExact(System.ReadOnlySpan[char] s, string[] formats, [ref] System.DateOnly result)
sbool TryParseExact(System.ReadOnlySpan[char] s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)
sbool TryParseExact(string s, string format, [ref] System.DateOnly result)
sbool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)
sbool TryParseExact(string s, string[] formats, [ref] System.DateOnly result)
sbool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.DateOnly result)
cnew(int year, int month, int day)
cnew(int year, int month, int day, System.Globalization.Calendar calendar)
mSystem.DateOnly AddDays(int value)
mSystem.DateOnly AddMonths(int value)
mSystem.DateOnly AddYears(int value)
mvoid Deconstruct([ref] int year, [ref] int month, [ref] int day)
mdatetime ToDateTime(System.TimeOnly time)
mdatetime ToDateTime(System.TimeOnly time, System.DateTimeKind kind)
mint CompareTo(System.DateOnly value)
mint CompareTo(System.Object value)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[DateOnly].CompareTo(System.DateOnly other)
mbool Equals(System.DateOnly value)
mbool Equals(System.Object value)
mbool IEquatable[DateOnly].Equals(System.DateOnly other)
mstring ToLongDateString()
mstring ToShortDateString()
mstring ToString(string format)
mstring ToString(System.IFormatProvider provider)
mstring ToString(string format, System.IFormatProvider provider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider provider = null)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider provider = null)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
#System.TimeOnly|struct|System.ValueType|System.IComparable System.IComparable\`1[System.TimeOnly] System.IEquatable\`1[System.TimeOnly] System.IFormattable System.IParsable\`1[System.TimeOnly]|||100109|
pint Hour {get;}
pint Minute {get;}
pint Second {get;}
pint Millisecond {get;}
pint Microsecond {get;}
pint Nanosecond {get;}
plong Ticks {get;}
qSystem.TimeOnly MinValue {get;}
qSystem.TimeOnly MaxValue {get;}
sbool op_Equality(System.TimeOnly left, System.TimeOnly right)
sbool op_Inequality(System.TimeOnly left, System.TimeOnly right)
sbool op_GreaterThan(System.TimeOnly left, System.TimeOnly right)
sbool op_GreaterThanOrEqual(System.TimeOnly left, System.TimeOnly right)
sbool op_LessThan(System.TimeOnly left, System.TimeOnly right)
sbool op_LessThanOrEqual(System.TimeOnly left, System.TimeOnly right)
stimespan op_Subtraction(System.TimeOnly t1, System.TimeOnly t2)
sSystem.TimeOnly FromTimeSpan(timespan timeSpan)
sSystem.TimeOnly FromDateTime(datetime dateTime)
sSystem.TimeOnly Parse(System.ReadOnlySpan[char] s, System.IFormatProvider provider = null, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.TimeOnly Parse(string s)
sSystem.TimeOnly Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.TimeOnly Parse(string s, System.IFormatProvider provider)
sSystem.TimeOnly Parse(System.ReadOnlySpan[char] s, System.IFormatProvider provider)
sSystem.TimeOnly ParseExact(System.ReadOnlySpan[char] s, System.ReadOnlySpan[char] format, System.IFormatProvider provider = null, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.TimeOnly ParseExact(System.ReadOnlySpan[char] s, string[] formats)
sSystem.TimeOnly ParseExact(System.ReadOnlySpan[char] s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.TimeOnly ParseExact(string s, string format)
sSystem.TimeOnly ParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sSystem.TimeOnly ParseExact(string s, string[] formats)
sSystem.TimeOnly ParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style = System.Globalization.DateTimeStyles.None)
sbool TryParse(System.ReadOnlySpan[char] s, [ref] System.TimeOnly result)
sbool TryParse(System.ReadOnlySpan[char] s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)
sbool TryParse(string s, [ref] System.TimeOnly result)
sbool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)
sbool TryParse(string s, System.IFormatProvider provider, [ref] System.TimeOnly result)
sbool TryParse(System.ReadOnlySpan[char] s, System.IFormatProvider provider, [ref] System.TimeOnly result)
sbool TryParseExact(System.ReadOnlySpan[char] s, System.ReadOnlySpan[char] format, [ref] System.TimeOnly result)
sbool TryParseExact(System.ReadOnlySpan[char] s, System.ReadOnlySpan[char] format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)
sbool TryParseExact(System.ReadOnlySpan[char] s, string[] formats, [ref] System.TimeOnly result)
sbool TryParseExact(System.ReadOnlySpan[char] s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)
sbool TryParseExact(string s, string format, [ref] System.TimeOnly result)
sbool TryParseExact(string s, string format, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)
sbool TryParseExact(string s, string[] formats, [ref] System.TimeOnly result)
sbool TryParseExact(string s, string[] formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style, [ref] System.TimeOnly result)
cnew(int hour, int minute)
cnew(int hour, int minute, int second)
cnew(int hour, int minute, int second, int millisecond)
cnew(int hour, int minute, int second, int millisecond, int microsecond)
cnew(long ticks)
mSystem.TimeOnly Add(timespan value)
mSystem.TimeOnly Add(timespan value, [ref] int wrappedDays)
mSystem.TimeOnly AddHours(double value)
mSystem.TimeOnly AddHours(double value, [ref] int wrappedDays)
mSystem.TimeOnly AddMinutes(double value)
mSystem.TimeOnly AddMinutes(double value, [ref] int wrappedDays)
mbool IsBetween(System.TimeOnly start, System.TimeOnly end)
mvoid Deconstruct([ref] int hour, [ref] int minute)
mvoid Deconstruct([ref] int hour, [ref] int minute, [ref] int second)
mvoid Deconstruct([ref] int hour, [ref] int minute, [ref] int second, [ref] int millisecond)
mvoid Deconstruct([ref] int hour, [ref] int minute, [ref] int second, [ref] int millisecond, [ref] int microsecond)
mtimespan ToTimeSpan()
mint CompareTo(System.TimeOnly value)
mint CompareTo(System.Object value)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[TimeOnly].CompareTo(System.TimeOnly other)
mbool Equals(System.TimeOnly value)
mbool Equals(System.Object value)
mbool IEquatable[TimeOnly].Equals(System.TimeOnly other)
mstring ToLongTimeString()
mstring ToShortTimeString()
mstring ToString(string format)
mstring ToString(System.IFormatProvider provider)
mstring ToString(string format, System.IFormatProvider provider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider provider = null)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider provider = null)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
#System.TimeSpan|struct|System.ValueType|System.IComparable System.IFormattable|||102109|!Zero !MaxValue !MinValue =NanosecondsPerTick =TicksPerMicrosecond =TicksPerMillisecond =TicksPerSecond =TicksPerMinute =TicksPerHour =TicksPerDay =MicrosecondsPerMillisecond =MicrosecondsPerSecond =MicrosecondsPerMinute =MicrosecondsPerHour =MicrosecondsPerDay =MillisecondsPerSecond =MillisecondsPerMinute =MillisecondsPerHour =MillisecondsPerDay =SecondsPerMinute =SecondsPerHour =SecondsPerDay =MinutesPerHour =MinutesPerDay =HoursPerDay
plong Ticks {get;}
pint Days {get;}
pint Hours {get;}
pint Milliseconds {get;}
pint Microseconds {get;}
pint Nanoseconds {get;}
pint Minutes {get;}
pint Seconds {get;}
pdouble TotalDays {get;}
pdouble TotalHours {get;}
pdouble TotalMilliseconds {get;}
pdouble TotalMicroseconds {get;}
pdouble TotalNanoseconds {get;}
pdouble TotalMinutes {get;}
pdouble TotalSeconds {get;}
qtimespan Zero {get;}
qtimespan MaxValue {get;}
qtimespan MinValue {get;}
qlong NanosecondsPerTick {get;}
qlong TicksPerMicrosecond {get;}
qlong TicksPerMillisecond {get;}
qlong TicksPerSecond {get;}
qlong TicksPerMinute {get;}
qlong TicksPerHour {get;}
qlong TicksPerDay {get;}
qlong MicrosecondsPerMillisecond {get;}
qlong MicrosecondsPerSecond {get;}
qlong MicrosecondsPerMinute {get;}
qlong MicrosecondsPerHour {get;}
qlong MicrosecondsPerDay {get;}
qlong MillisecondsPerSecond {get;}
qlong MillisecondsPerMinute {get;}
qlong MillisecondsPerHour {get;}
qlong MillisecondsPerDay {get;}
qlong SecondsPerMinute {get;}
qlong SecondsPerHour {get;}
qlong SecondsPerDay {get;}
qlong MinutesPerHour {get;}
qlong MinutesPerDay {get;}
qint HoursPerDay {get;}
sint Compare(timespan t1, timespan t2)
stimespan FromDays(double value)
stimespan FromDays(int days)
stimespan FromDays(int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)
sbool Equals(timespan t1, timespan t2)
stimespan FromHours(int hours)
stimespan FromHours(int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0)
stimespan FromHours(double value)
stimespan FromMinutes(long minutes)
stimespan FromMinutes(long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0)
stimespan FromMinutes(double value)
stimespan FromSeconds(long seconds)
stimespan FromSeconds(long seconds, long milliseconds = 0, long microseconds = 0)
stimespan FromSeconds(double value)
stimespan FromMilliseconds(long milliseconds)
stimespan FromMilliseconds(long milliseconds, long microseconds)
stimespan FromMilliseconds(double value)
stimespan FromMicroseconds(long microseconds)
stimespan FromMicroseconds(double value)
stimespan FromTicks(long value)
stimespan Parse(string s)
stimespan Parse(string input, System.IFormatProvider formatProvider)
stimespan Parse(System.ReadOnlySpan[char] input, System.IFormatProvider formatProvider = null)
stimespan ParseExact(string input, string format, System.IFormatProvider formatProvider)
stimespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider)
stimespan ParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles)
stimespan ParseExact(System.ReadOnlySpan[char] input, System.ReadOnlySpan[char] format, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles = System.Globalization.TimeSpanStyles.None)
stimespan ParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles)
stimespan ParseExact(System.ReadOnlySpan[char] input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles = System.Globalization.TimeSpanStyles.None)
sbool TryParse(string s, [ref] timespan result)
sbool TryParse(System.ReadOnlySpan[char] s, [ref] timespan result)
sbool TryParse(string input, System.IFormatProvider formatProvider, [ref] timespan result)
sbool TryParse(System.ReadOnlySpan[char] input, System.IFormatProvider formatProvider, [ref] timespan result)
sbool TryParseExact(string input, string format, System.IFormatProvider formatProvider, [ref] timespan result)
sbool TryParseExact(System.ReadOnlySpan[char] input, System.ReadOnlySpan[char] format, System.IFormatProvider formatProvider, [ref] timespan result)
sbool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, [ref] timespan result)
sbool TryParseExact(System.ReadOnlySpan[char] input, string[] formats, System.IFormatProvider formatProvider, [ref] timespan result)
sbool TryParseExact(string input, string format, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles, [ref] timespan result)
sbool TryParseExact(System.ReadOnlySpan[char] input, System.ReadOnlySpan[char] format, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles, [ref] timespan result)
sbool TryParseExact(string input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles, [ref] timespan result)
sbool TryParseExact(System.ReadOnlySpan[char] input, string[] formats, System.IFormatProvider formatProvider, System.Globalization.TimeSpanStyles styles, [ref] timespan result)
stimespan op_UnaryNegation(timespan t)
stimespan op_Subtraction(timespan t1, timespan t2)
stimespan op_UnaryPlus(timespan t)
stimespan op_Addition(timespan t1, timespan t2)
stimespan op_Multiply(timespan timeSpan, double factor)
stimespan op_Multiply(double factor, timespan timeSpan)
stimespan op_Division(timespan timeSpan, double divisor)
sdouble op_Division(timespan t1, timespan t2)
sbool op_Equality(timespan t1, timespan t2)
sbool op_Inequality(timespan t1, timespan t2)
sbool op_LessThan(timespan t1, timespan t2)
sbool op_LessThanOrEqual(timespan t1, timespan t2)
sbool op_GreaterThan(timespan t1, timespan t2)
sbool op_GreaterThanOrEqual(timespan t1, timespan t2)
cnew(long ticks)
cnew(int hours, int minutes, int seconds)
cnew(int days, int hours, int minutes, int seconds)
cnew(int days, int hours, int minutes, int seconds, int milliseconds)
cnew(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)
mtimespan Add(timespan ts)
mint CompareTo(System.Object value)
mint CompareTo(timespan value)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[timespan].CompareTo(timespan other)
mtimespan Duration()
mbool Equals(System.Object value)
mbool Equals(timespan obj)
mbool IEquatable[timespan].Equals(timespan other)
mtimespan Negate()
mtimespan Subtract(timespan ts)
mtimespan Multiply(double factor)
mtimespan Divide(double divisor)
mdouble Divide(timespan ts)
mstring ToString(string format)
mstring ToString(string format, System.IFormatProvider formatProvider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider formatProvider = null)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format = default, System.IFormatProvider formatProvider = null)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
#System.TimeZoneInfo|class|System.Object|System.IEquatable\`1[System.TimeZoneInfo] System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|||102101|
pstring Id {get;}
pbool HasIanaId {get;}
pstring DisplayName {get;}
pstring StandardName {get;}
pstring DaylightName {get;}
ptimespan BaseUtcOffset {get;}
pbool SupportsDaylightSavingTime {get;}
qSystem.TimeZoneInfo Local {get;}
qSystem.TimeZoneInfo Utc {get;}
svoid ClearCachedData()
sSystem.DateTimeOffset ConvertTimeBySystemTimeZoneId(System.DateTimeOffset dateTimeOffset, string destinationTimeZoneId)
sdatetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)
sdatetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)
sSystem.TimeZoneInfo FindSystemTimeZoneById(string id)
sbool TryFindSystemTimeZoneById(string id, [ref] System.TimeZoneInfo timeZoneInfo)
sSystem.DateTimeOffset ConvertTime(System.DateTimeOffset dateTimeOffset, System.TimeZoneInfo destinationTimeZone)
sdatetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)
sdatetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo destinationTimeZone)
sdatetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)
sdatetime ConvertTimeToUtc(datetime dateTime)
sdatetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)
sSystem.TimeZoneInfo FromSerializedString(string source)
sSystem.Collections.ObjectModel.ReadOnlyCollection[System.TimeZoneInfo] GetSystemTimeZones()
sSystem.Collections.ObjectModel.ReadOnlyCollection[System.TimeZoneInfo] GetSystemTimeZones(bool skipSorting)
sSystem.TimeZoneInfo CreateCustomTimeZone(string id, timespan baseUtcOffset, string displayName, string standardDisplayName)
sSystem.TimeZoneInfo CreateCustomTimeZone(string id, timespan baseUtcOffset, string displayName, string standardDisplayName, string daylightDisplayName, System.TimeZoneInfo+AdjustmentRule[] adjustmentRules)
sSystem.TimeZoneInfo CreateCustomTimeZone(string id, timespan baseUtcOffset, string displayName, string standardDisplayName, string daylightDisplayName, System.TimeZoneInfo+AdjustmentRule[] adjustmentRules, bool disableDaylightSavingTime)
sbool TryConvertIanaIdToWindowsId(string ianaId, [ref] string windowsId)
sbool TryConvertWindowsIdToIanaId(string windowsId, [ref] string ianaId)
sbool TryConvertWindowsIdToIanaId(string windowsId, string region, [ref] string ianaId)
mtimespan[] GetAmbiguousTimeOffsets(System.DateTimeOffset dateTimeOffset)
mtimespan[] GetAmbiguousTimeOffsets(datetime dateTime)
mtimespan GetUtcOffset(System.DateTimeOffset dateTimeOffset)
mtimespan GetUtcOffset(datetime dateTime)
mbool IsAmbiguousTime(System.DateTimeOffset dateTimeOffset)
mbool IsAmbiguousTime(datetime dateTime)
mbool IsDaylightSavingTime(System.DateTimeOffset dateTimeOffset)
mbool IsDaylightSavingTime(datetime dateTime)
mbool IsInvalidTime(datetime dateTime)
mbool Equals(System.TimeZoneInfo other)
mbool IEquatable[TimeZoneInfo].Equals(System.TimeZoneInfo other)
mbool HasSameRules(System.TimeZoneInfo other)
mstring ToSerializedString()
mSystem.TimeZoneInfo+AdjustmentRule[] GetAdjustmentRules()
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.TimeZone|abstract|System.Object||||100081|
pstring StandardName {get;}
pstring DaylightName {get;}
qSystem.TimeZone CurrentTimeZone {get;}
sbool IsDaylightSavingTime(datetime time, System.Globalization.DaylightTime daylightTimes)
mtimespan GetUtcOffset(datetime time)
mdatetime ToUniversalTime(datetime time)
mdatetime ToLocalTime(datetime time)
mSystem.Globalization.DaylightTime GetDaylightChanges(int year)
mbool IsDaylightSavingTime(datetime time)
#System.Globalization.DaylightTime|class|System.Object||||100001|
pdatetime Start {get;}
pdatetime End {get;}
ptimespan Delta {get;}
cnew(datetime start, datetime end, timespan delta)
#System.TimeZoneInfo+AdjustmentRule|class|System.Object|System.IEquatable\`1[System.TimeZoneInfo+AdjustmentRule] System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|||102102|
pdatetime DateStart {get;}
pdatetime DateEnd {get;}
ptimespan DaylightDelta {get;}
pSystem.TimeZoneInfo+TransitionTime DaylightTransitionStart {get;}
pSystem.TimeZoneInfo+TransitionTime DaylightTransitionEnd {get;}
ptimespan BaseUtcOffsetDelta {get;}
sSystem.TimeZoneInfo+AdjustmentRule CreateAdjustmentRule(datetime dateStart, datetime dateEnd, timespan daylightDelta, System.TimeZoneInfo+TransitionTime daylightTransitionStart, System.TimeZoneInfo+TransitionTime daylightTransitionEnd, timespan baseUtcOffsetDelta)
sSystem.TimeZoneInfo+AdjustmentRule CreateAdjustmentRule(datetime dateStart, datetime dateEnd, timespan daylightDelta, System.TimeZoneInfo+TransitionTime daylightTransitionStart, System.TimeZoneInfo+TransitionTime daylightTransitionEnd)
mbool Equals(System.TimeZoneInfo+AdjustmentRule other)
mbool IEquatable[TimeZoneInfo+AdjustmentRule].Equals(System.TimeZoneInfo+AdjustmentRule other)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.TimeZoneInfo+TransitionTime|struct|System.ValueType|System.IEquatable\`1[System.TimeZoneInfo+TransitionTime] System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|||10210a|
pdatetime TimeOfDay {get;}
pint Month {get;}
pint Week {get;}
pint Day {get;}
pSystem.DayOfWeek DayOfWeek {get;}
pbool IsFixedDateRule {get;}
sbool op_Equality(System.TimeZoneInfo+TransitionTime t1, System.TimeZoneInfo+TransitionTime t2)
sbool op_Inequality(System.TimeZoneInfo+TransitionTime t1, System.TimeZoneInfo+TransitionTime t2)
sSystem.TimeZoneInfo+TransitionTime CreateFixedDateRule(datetime timeOfDay, int month, int day)
sSystem.TimeZoneInfo+TransitionTime CreateFloatingDateRule(datetime timeOfDay, int month, int week, System.DayOfWeek dayOfWeek)
mbool Equals(System.TimeZoneInfo+TransitionTime other)
mbool IEquatable[TimeZoneInfo+TransitionTime].Equals(System.TimeZoneInfo+TransitionTime other)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.TimeProvider|abstract|System.Object||||100081|
pSystem.TimeZoneInfo LocalTimeZone {get;}
plong TimestampFrequency {get;}
qSystem.TimeProvider System {get;}
mSystem.DateTimeOffset GetUtcNow()
mSystem.DateTimeOffset GetLocalNow()
mlong GetTimestamp()
mtimespan GetElapsedTime(long startingTimestamp, long endingTimestamp)
mtimespan GetElapsedTime(long startingTimestamp)
mSystem.Threading.ITimer CreateTimer(System.Threading.TimerCallback callback, System.Object state, timespan dueTime, timespan period)
`;
