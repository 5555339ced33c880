/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const SYSTEM = `
#System.Object|class|||||102001|
sbool Equals(System.Object objA, System.Object objB)
sbool ReferenceEquals(System.Object objA, System.Object objB)
cnew()
mtype GetType()
mstring ToString()
mbool Equals(System.Object obj)
mint GetHashCode()
#System.ValueType|abstract|System.Object||||102081|
#System.Enum|abstract|System.ValueType|System.IComparable System.IFormattable System.IConvertible|||102081|
sstring GetName[TEnum](TEnum value)
sstring GetName(type enumType, System.Object value)
sstring[] GetNames[TEnum]()
sstring[] GetNames(type enumType)
stype GetUnderlyingType(type enumType)
sTEnum[] GetValues[TEnum]()
sarray GetValues(type enumType)
sarray GetValuesAsUnderlyingType[TEnum]()
sarray GetValuesAsUnderlyingType(type enumType)
sbool IsDefined[TEnum](TEnum value)
sbool IsDefined(type enumType, System.Object value)
sSystem.Object Parse(type enumType, string value)
sSystem.Object Parse(type enumType, System.ReadOnlySpan[char] value)
sSystem.Object Parse(type enumType, string value, bool ignoreCase)
sSystem.Object Parse(type enumType, System.ReadOnlySpan[char] value, bool ignoreCase)
sTEnum Parse[TEnum](string value)
sTEnum Parse[TEnum](System.ReadOnlySpan[char] value)
sTEnum Parse[TEnum](string value, bool ignoreCase)
sTEnum Parse[TEnum](System.ReadOnlySpan[char] value, bool ignoreCase)
sbool TryParse(type enumType, string value, [ref] System.Object result)
sbool TryParse(type enumType, System.ReadOnlySpan[char] value, [ref] System.Object result)
sbool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)
sbool TryParse(type enumType, System.ReadOnlySpan[char] value, bool ignoreCase, [ref] System.Object result)
sbool TryParse[TEnum](string value, [ref] TEnum result)
sbool TryParse[TEnum](System.ReadOnlySpan[char] value, [ref] TEnum result)
sbool TryParse[TEnum](string value, bool ignoreCase, [ref] TEnum result)
sbool TryParse[TEnum](System.ReadOnlySpan[char] value, bool ignoreCase, [ref] TEnum result)
sstring Format(type enumType, System.Object value, string format)
sbool TryFormat[TEnum](TEnum value, System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format = default)
sSystem.Object ToObject(type enumType, System.Object value)
sSystem.Object ToObject(type enumType, sbyte value)
sSystem.Object ToObject(type enumType, short value)
sSystem.Object ToObject(type enumType, int value)
sSystem.Object ToObject(type enumType, byte value)
sSystem.Object ToObject(type enumType, ushort value)
sSystem.Object ToObject(type enumType, uint value)
sSystem.Object ToObject(type enumType, long value)
sSystem.Object ToObject(type enumType, ulong value)
mbool HasFlag(System.Enum flag)
mint CompareTo(System.Object target)
mint IComparable.CompareTo(System.Object obj)
mstring ToString(string format)
mstring ToString(System.IFormatProvider provider)
mstring ToString(string format, System.IFormatProvider provider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mstring IConvertible.ToString(System.IFormatProvider provider)
mSystem.TypeCode GetTypeCode()
mSystem.TypeCode IConvertible.GetTypeCode()
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
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
#System.Boolean|struct|System.ValueType|System.IComparable System.IConvertible System.IComparable\`1[System.Boolean] System.IEquatable\`1[System.Boolean] System.IParsable\`1[System.Boolean]|||102109|!TrueString !FalseString
qstring TrueString {get;}
qstring FalseString {get;}
sbool Parse(string value)
sbool Parse(System.ReadOnlySpan[char] value)
sbool TryParse(string value, [ref] bool result)
sbool TryParse(System.ReadOnlySpan[char] value, [ref] bool result)
mstring ToString(System.IFormatProvider provider)
mstring IConvertible.ToString(System.IFormatProvider provider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten)
mbool Equals(bool obj)
mbool IEquatable[bool].Equals(bool other)
mint CompareTo(System.Object obj)
mint CompareTo(bool value)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[bool].CompareTo(bool other)
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
#System.Guid|struct|System.ValueType|System.IFormattable System.IComparable System.IComparable\`1[System.Guid] System.IEquatable\`1[System.Guid] System.IParsable\`1[System.Guid]|||102109|!Empty
pint Variant {get;}
pint Version {get;}
qguid AllBitsSet {get;}
qguid Empty {get;}
sguid CreateVersion7()
sguid CreateVersion7(System.DateTimeOffset timestamp)
sguid Parse(string input)
sguid Parse(System.ReadOnlySpan[char] input)
sguid Parse(System.ReadOnlySpan[byte] utf8Text)
sguid Parse(string s, System.IFormatProvider provider)
sguid Parse(System.ReadOnlySpan[char] s, System.IFormatProvider provider)
sguid Parse(System.ReadOnlySpan[byte] utf8Text, System.IFormatProvider provider)
sbool TryParse(string input, [ref] guid result)
sbool TryParse(System.ReadOnlySpan[char] input, [ref] guid result)
sbool TryParse(System.ReadOnlySpan[byte] utf8Text, [ref] guid result)
sbool TryParse(string s, System.IFormatProvider provider, [ref] guid result)
sbool TryParse(System.ReadOnlySpan[char] s, System.IFormatProvider provider, [ref] guid result)
sbool TryParse(System.ReadOnlySpan[byte] utf8Text, System.IFormatProvider provider, [ref] guid result)
sguid ParseExact(string input, string format)
sguid ParseExact(System.ReadOnlySpan[char] input, System.ReadOnlySpan[char] format)
sbool TryParseExact(string input, string format, [ref] guid result)
sbool TryParseExact(System.ReadOnlySpan[char] input, System.ReadOnlySpan[char] format, [ref] guid result)
sbool op_Equality(guid a, guid b)
sbool op_Inequality(guid a, guid b)
sbool op_LessThan(guid left, guid right)
sbool op_LessThanOrEqual(guid left, guid right)
sbool op_GreaterThan(guid left, guid right)
sbool op_GreaterThanOrEqual(guid left, guid right)
sguid NewGuid()
cnew(byte[] b)
cnew(System.ReadOnlySpan[byte] b)
cnew(System.ReadOnlySpan[byte] b, bool bigEndian)
cnew(uint a, ushort b, ushort c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)
cnew(int a, short b, short c, byte[] d)
cnew(int a, short b, short c, byte d, byte e, byte f, byte g, byte h, byte i, byte j, byte k)
cnew(string g)
mbyte[] ToByteArray()
mbyte[] ToByteArray(bool bigEndian)
mbool TryWriteBytes(System.Span[byte] destination)
mbool TryWriteBytes(System.Span[byte] destination, bool bigEndian, [ref] int bytesWritten)
mbool Equals(System.Object o)
mbool Equals(guid g)
mbool IEquatable[guid].Equals(guid other)
mint CompareTo(System.Object value)
mint CompareTo(guid value)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[guid].CompareTo(guid other)
mstring ToString(string format)
mstring ToString(string format, System.IFormatProvider provider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format = default)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format = default)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
#System.Version|class|System.Object|System.ICloneable System.IComparable System.IComparable\`1[System.Version] System.IEquatable\`1[System.Version] System.IFormattable|||102101|
pint Major {get;}
pint Minor {get;}
pint Build {get;}
pint Revision {get;}
pshort MajorRevision {get;}
pshort MinorRevision {get;}
sversion Parse(string input)
sversion Parse(System.ReadOnlySpan[char] input)
sversion Parse(System.ReadOnlySpan[byte] utf8Text)
sbool TryParse(string input, [ref] version result)
sbool TryParse(System.ReadOnlySpan[char] input, [ref] version result)
sbool TryParse(System.ReadOnlySpan[byte] utf8Text, [ref] version result)
sbool op_Equality(version v1, version v2)
sbool op_Inequality(version v1, version v2)
sbool op_LessThan(version v1, version v2)
sbool op_LessThanOrEqual(version v1, version v2)
sbool op_GreaterThan(version v1, version v2)
sbool op_GreaterThanOrEqual(version v1, version v2)
cnew(int major, int minor, int build, int revision)
cnew(int major, int minor, int build)
cnew(int major, int minor)
cnew(string version)
cnew()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mint CompareTo(System.Object version)
mint CompareTo(version value)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[version].CompareTo(version other)
mbool Equals(version obj)
mbool IEquatable[version].Equals(version other)
mstring ToString(int fieldCount)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten)
mbool TryFormat(System.Span[char] destination, int fieldCount, [ref] int charsWritten)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten)
mbool TryFormat(System.Span[byte] utf8Destination, int fieldCount, [ref] int bytesWritten)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
#System.Uri|class|System.Object|System.IFormattable System.IEquatable\`1[System.Uri] System.Runtime.Serialization.ISerializable|System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|!UriSchemeFile !UriSchemeFtp !UriSchemeSftp !UriSchemeFtps !UriSchemeGopher !UriSchemeHttp !UriSchemeHttps !UriSchemeWs !UriSchemeWss !UriSchemeMailto !UriSchemeNews !UriSchemeNntp !UriSchemeSsh !UriSchemeTelnet !UriSchemeNetTcp !UriSchemeNetPipe !SchemeDelimiter
pstring AbsolutePath {get;}
pstring AbsoluteUri {get;}
pstring LocalPath {get;}
pstring Authority {get;}
pSystem.UriHostNameType HostNameType {get;}
pbool IsDefaultPort {get;}
pbool IsFile {get;}
pbool IsLoopback {get;}
pstring PathAndQuery {get;}
pstring[] Segments {get;}
pbool IsUnc {get;}
pstring Host {get;}
pint Port {get;}
pstring Query {get;}
pstring Fragment {get;}
pstring Scheme {get;}
pstring OriginalString {get;}
pstring DnsSafeHost {get;}
pstring IdnHost {get;}
pbool IsAbsoluteUri {get;}
pbool UserEscaped {get;}
pstring UserInfo {get;}
qstring UriSchemeFile {get;}
qstring UriSchemeFtp {get;}
qstring UriSchemeSftp {get;}
qstring UriSchemeFtps {get;}
qstring UriSchemeGopher {get;}
qstring UriSchemeHttp {get;}
qstring UriSchemeHttps {get;}
qstring UriSchemeWs {get;}
qstring UriSchemeWss {get;}
qstring UriSchemeMailto {get;}
qstring UriSchemeNews {get;}
qstring UriSchemeNntp {get;}
qstring UriSchemeSsh {get;}
qstring UriSchemeTelnet {get;}
qstring UriSchemeNetTcp {get;}
qstring UriSchemeNetPipe {get;}
qstring SchemeDelimiter {get;}
sSystem.UriHostNameType CheckHostName(string name)
sstring HexEscape(char character)
schar HexUnescape(string pattern, [ref] int index)
sbool IsHexEncoding(string pattern, int index)
sbool CheckSchemeName(string schemeName)
sbool IsHexDigit(char character)
sint FromHex(char digit)
sbool op_Equality(uri uri1, uri uri2)
sbool op_Inequality(uri uri1, uri uri2)
sbool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)
sbool TryCreate(string uriString, [ref] System.UriCreationOptions creationOptions, [ref] uri result)
sbool TryCreate(uri baseUri, string relativeUri, [ref] uri result)
sbool TryCreate(uri baseUri, uri relativeUri, [ref] uri result)
sint Compare(uri uri1, uri uri2, System.UriComponents partsToCompare, System.UriFormat compareFormat, System.StringComparison comparisonType)
sbool IsWellFormedUriString(string uriString, System.UriKind uriKind)
sstring UnescapeDataString(string stringToUnescape)
sstring UnescapeDataString(System.ReadOnlySpan[char] charsToUnescape)
sbool TryUnescapeDataString(System.ReadOnlySpan[char] charsToUnescape, System.Span[char] destination, [ref] int charsWritten)
sstring EscapeUriString(string stringToEscape)
sstring EscapeDataString(string stringToEscape)
sstring EscapeDataString(System.ReadOnlySpan[char] charsToEscape)
sbool TryEscapeDataString(System.ReadOnlySpan[char] charsToEscape, System.Span[char] destination, [ref] int charsWritten)
cnew(string uriString)
cnew(string uriString, bool dontEscape)
cnew(uri baseUri, string relativeUri, bool dontEscape)
cnew(string uriString, System.UriKind uriKind)
cnew(string uriString, [ref] System.UriCreationOptions creationOptions)
cnew(uri baseUri, string relativeUri)
cnew(uri baseUri, uri relativeUri)
mstring GetLeftPart(System.UriPartial part)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool Equals(System.Object comparand)
mbool Equals(uri other)
mbool IEquatable[uri].Equals(uri other)
muri MakeRelativeUri(uri uri)
mstring MakeRelative(uri toUri)
mstring GetComponents(System.UriComponents components, System.UriFormat format)
mbool IsWellFormedOriginalString()
mbool IsBaseOf(uri uri)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.UriBuilder|class|System.Object||System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Scheme {get;set;}
pstring UserName {get;set;}
pstring Password {get;set;}
pstring Host {get;set;}
pint Port {get;set;}
pstring Path {get;set;}
pstring Query {get;set;}
pstring Fragment {get;set;}
puri Uri {get;}
cnew()
cnew(string uri)
cnew(uri uri)
cnew(string schemeName, string hostName)
cnew(string scheme, string host, int portNumber)
cnew(string scheme, string host, int port, string pathValue)
cnew(string scheme, string host, int port, string path, string extraValue)
mbool Equals(System.Object rparam)
#System.Random|class|System.Object||||100001|
qSystem.Random Shared {get;}
cnew()
cnew(int Seed)
mint Next()
mint Next(int maxValue)
mint Next(int minValue, int maxValue)
mlong NextInt64()
mlong NextInt64(long maxValue)
mlong NextInt64(long minValue, long maxValue)
mfloat NextSingle()
mdouble NextDouble()
mvoid NextBytes(byte[] buffer)
mvoid NextBytes(System.Span[byte] buffer)
mvoid GetItems[T](System.ReadOnlySpan[T] choices, System.Span[T] destination)
mT[] GetItems[T](T[] choices, int length)
mT[] GetItems[T](System.ReadOnlySpan[T] choices, int length)
mvoid Shuffle[T](T[] values)
mvoid Shuffle[T](System.Span[T] values)
mstring GetString(System.ReadOnlySpan[char] choices, int length)
mstring GetHexString(int stringLength, bool lowercase = False)
mvoid GetHexString(System.Span[char] destination, bool lowercase = False)
#System.Environment|static|System.Object||||100181|
qint CurrentManagedThreadId {get;}
qint ExitCode {get;set;}
qint ProcessorCount {get;}
qbool IsPrivilegedProcess {get;}
qbool HasShutdownStarted {get;}
qstring CommandLine {get;}
qstring CurrentDirectory {get;set;}
qint ProcessId {get;}
qstring ProcessPath {get;}
qbool Is64BitProcess {get;}
qbool Is64BitOperatingSystem {get;}
qstring NewLine {get;}
qSystem.OperatingSystem OSVersion {get;}
qstring StackTrace {get;}
qint SystemPageSize {get;}
qint TickCount {get;}
qbool UserInteractive {get;}
qstring SystemDirectory {get;}
qstring UserDomainName {get;}
qSystem.Environment+ProcessCpuUsage CpuUsage {get;}
qlong TickCount64 {get;}
qstring MachineName {get;}
qstring UserName {get;}
qlong WorkingSet {get;}
qversion Version {get;}
svoid Exit(int exitCode)
svoid FailFast(string message)
svoid FailFast(string message, System.Exception exception)
sstring GetEnvironmentVariable(string variable)
sstring GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)
sSystem.Collections.IDictionary GetEnvironmentVariables(System.EnvironmentVariableTarget target)
sSystem.Collections.IDictionary GetEnvironmentVariables()
svoid SetEnvironmentVariable(string variable, string value)
svoid SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)
sstring[] GetCommandLineArgs()
sstring ExpandEnvironmentVariables(string name)
sstring GetFolderPath(System.Environment+SpecialFolder folder)
sstring GetFolderPath(System.Environment+SpecialFolder folder, System.Environment+SpecialFolderOption option)
sstring[] GetLogicalDrives()
#System.GC|static|System.Object||||100181|
qint MaxGeneration {get;}
sSystem.GCMemoryInfo GetGCMemoryInfo()
sSystem.GCMemoryInfo GetGCMemoryInfo(System.GCKind kind)
svoid AddMemoryPressure(long bytesAllocated)
svoid RemoveMemoryPressure(long bytesAllocated)
sint GetGeneration(System.Object obj)
sint GetGeneration(System.WeakReference wo)
svoid Collect(int generation)
svoid Collect()
svoid Collect(int generation, System.GCCollectionMode mode)
svoid Collect(int generation, System.GCCollectionMode mode, bool blocking)
svoid Collect(int generation, System.GCCollectionMode mode, bool blocking, bool compacting)
sint CollectionCount(int generation)
svoid KeepAlive(System.Object obj)
svoid WaitForPendingFinalizers()
svoid SuppressFinalize(System.Object obj)
svoid ReRegisterForFinalize(System.Object obj)
slong GetTotalMemory(bool forceFullCollection)
slong GetAllocatedBytesForCurrentThread()
slong GetTotalAllocatedBytes(bool precise = False)
svoid RegisterForFullGCNotification(int maxGenerationThreshold, int largeObjectHeapThreshold)
svoid CancelFullGCNotification()
sSystem.GCNotificationStatus WaitForFullGCApproach()
sSystem.GCNotificationStatus WaitForFullGCApproach(int millisecondsTimeout)
sSystem.GCNotificationStatus WaitForFullGCApproach(timespan timeout)
sSystem.GCNotificationStatus WaitForFullGCComplete()
sSystem.GCNotificationStatus WaitForFullGCComplete(int millisecondsTimeout)
sSystem.GCNotificationStatus WaitForFullGCComplete(timespan timeout)
sbool TryStartNoGCRegion(long totalSize)
sbool TryStartNoGCRegion(long totalSize, long lohSize)
sbool TryStartNoGCRegion(long totalSize, bool disallowFullBlockingGC)
sbool TryStartNoGCRegion(long totalSize, long lohSize, bool disallowFullBlockingGC)
svoid EndNoGCRegion()
svoid RegisterNoGCRegionCallback(long totalSize, System.Action callback)
sT[] AllocateUninitializedArray[T](int length, bool pinned = False)
sT[] AllocateArray[T](int length, bool pinned = False)
stimespan GetTotalPauseDuration()
sSystem.Collections.Generic.IReadOnlyDictionary[string,System.Object] GetConfigurationVariables()
svoid RefreshMemoryLimit()
#System.Console|static|System.Object||System.Console, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
qSystem.IO.TextReader In {get;}
qSystem.Text.Encoding InputEncoding {get;set;}
qSystem.Text.Encoding OutputEncoding {get;set;}
qbool KeyAvailable {get;}
qSystem.IO.TextWriter Out {get;}
qSystem.IO.TextWriter Error {get;}
qbool IsInputRedirected {get;}
qbool IsOutputRedirected {get;}
qbool IsErrorRedirected {get;}
qint CursorSize {get;set;}
qbool NumberLock {get;}
qbool CapsLock {get;}
qSystem.ConsoleColor BackgroundColor {get;set;}
qSystem.ConsoleColor ForegroundColor {get;set;}
qint BufferWidth {get;set;}
qint BufferHeight {get;set;}
qint WindowLeft {get;set;}
qint WindowTop {get;set;}
qint WindowWidth {get;set;}
qint WindowHeight {get;set;}
qint LargestWindowWidth {get;}
qint LargestWindowHeight {get;}
qbool CursorVisible {get;set;}
qint CursorLeft {get;set;}
qint CursorTop {get;set;}
qstring Title {get;set;}
qbool TreatControlCAsInput {get;set;}
sSystem.ConsoleKeyInfo ReadKey()
sSystem.ConsoleKeyInfo ReadKey(bool intercept)
svoid ResetColor()
svoid SetBufferSize(int width, int height)
svoid SetWindowPosition(int left, int top)
svoid SetWindowSize(int width, int height)
sSystem.ValueTuple[int,int] GetCursorPosition()
svoid Beep()
svoid Beep(int frequency, int duration)
svoid MoveBufferArea(int sourceLeft, int sourceTop, int sourceWidth, int sourceHeight, int targetLeft, int targetTop)
svoid MoveBufferArea(int sourceLeft, int sourceTop, int sourceWidth, int sourceHeight, int targetLeft, int targetTop, char sourceChar, System.ConsoleColor sourceForeColor, System.ConsoleColor sourceBackColor)
svoid Clear()
svoid SetCursorPosition(int left, int top)
sSystem.IO.Stream OpenStandardInput()
sSystem.IO.Stream OpenStandardInput(int bufferSize)
sSystem.IO.Stream OpenStandardOutput()
sSystem.IO.Stream OpenStandardOutput(int bufferSize)
sSystem.IO.Stream OpenStandardError()
sSystem.IO.Stream OpenStandardError(int bufferSize)
svoid SetIn(System.IO.TextReader newIn)
svoid SetOut(System.IO.TextWriter newOut)
svoid SetError(System.IO.TextWriter newError)
sint Read()
sstring ReadLine()
svoid WriteLine()
svoid WriteLine(bool value)
svoid WriteLine(char value)
svoid WriteLine(char[] buffer)
svoid WriteLine(char[] buffer, int index, int count)
svoid WriteLine(decimal value)
svoid WriteLine(double value)
svoid WriteLine(float value)
svoid WriteLine(int value)
svoid WriteLine(uint value)
svoid WriteLine(long value)
svoid WriteLine(ulong value)
svoid WriteLine(System.Object value)
svoid WriteLine(string value)
svoid WriteLine(System.ReadOnlySpan[char] value)
svoid WriteLine(string format, System.Object arg0)
svoid WriteLine(string format, System.Object arg0, System.Object arg1)
svoid WriteLine(string format, System.Object arg0, System.Object arg1, System.Object arg2)
svoid WriteLine(string format, Params System.Object[] arg)
svoid WriteLine(string format, System.ReadOnlySpan[System.Object] arg)
svoid Write(string format, System.Object arg0)
svoid Write(string format, System.Object arg0, System.Object arg1)
svoid Write(string format, System.Object arg0, System.Object arg1, System.Object arg2)
svoid Write(string format, Params System.Object[] arg)
svoid Write(string format, System.ReadOnlySpan[System.Object] arg)
svoid Write(bool value)
svoid Write(char value)
svoid Write(char[] buffer)
svoid Write(char[] buffer, int index, int count)
svoid Write(double value)
svoid Write(decimal value)
svoid Write(float value)
svoid Write(int value)
svoid Write(uint value)
svoid Write(long value)
svoid Write(ulong value)
svoid Write(System.Object value)
svoid Write(string value)
svoid Write(System.ReadOnlySpan[char] value)
#System.Array|abstract|System.Object|System.ICloneable System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable System.Collections.IStructuralComparable System.Collections.IStructuralEquatable|||102081|
pint Length {get;}
plong LongLength {get;}
pint Rank {get;}
pSystem.Object SyncRoot {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pbool IsSynchronized {get;}
pint Count {get;}
qint MaxLength {get;}
sSystem.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly[T](T[] array)
svoid Resize[T]([ref] T[] array, int newSize)
sarray CreateInstance(type elementType, int length)
sarray CreateInstance(type elementType, int length1, int length2)
sarray CreateInstance(type elementType, int length1, int length2, int length3)
sarray CreateInstance(type elementType, Params int[] lengths)
sarray CreateInstance(type elementType, int[] lengths, int[] lowerBounds)
sarray CreateInstance(type elementType, Params long[] lengths)
sarray CreateInstanceFromArrayType(type arrayType, int length)
sarray CreateInstanceFromArrayType(type arrayType, Params int[] lengths)
sarray CreateInstanceFromArrayType(type arrayType, int[] lengths, int[] lowerBounds)
svoid Copy(array sourceArray, array destinationArray, long length)
svoid Copy(array sourceArray, long sourceIndex, array destinationArray, long destinationIndex, long length)
svoid Copy(array sourceArray, array destinationArray, int length)
svoid Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)
svoid ConstrainedCopy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)
svoid Clear(array array)
svoid Clear(array array, int index, int length)
sint BinarySearch(array array, System.Object value)
sint BinarySearch(array array, int index, int length, System.Object value)
sint BinarySearch(array array, System.Object value, System.Collections.IComparer comparer)
sint BinarySearch(array array, int index, int length, System.Object value, System.Collections.IComparer comparer)
sint BinarySearch[T](T[] array, T value)
sint BinarySearch[T](T[] array, T value, System.Collections.Generic.IComparer[T] comparer)
sint BinarySearch[T](T[] array, int index, int length, T value)
sint BinarySearch[T](T[] array, int index, int length, T value, System.Collections.Generic.IComparer[T] comparer)
sTOutput[] ConvertAll[TInput, TOutput](TInput[] array, System.Converter[TInput,TOutput] converter)
sT[] Empty[T]()
sbool Exists[T](T[] array, System.Predicate[T] match)
svoid Fill[T](T[] array, T value)
svoid Fill[T](T[] array, T value, int startIndex, int count)
sT Find[T](T[] array, System.Predicate[T] match)
sT[] FindAll[T](T[] array, System.Predicate[T] match)
sint FindIndex[T](T[] array, System.Predicate[T] match)
sint FindIndex[T](T[] array, int startIndex, System.Predicate[T] match)
sint FindIndex[T](T[] array, int startIndex, int count, System.Predicate[T] match)
sT FindLast[T](T[] array, System.Predicate[T] match)
sint FindLastIndex[T](T[] array, System.Predicate[T] match)
sint FindLastIndex[T](T[] array, int startIndex, System.Predicate[T] match)
sint FindLastIndex[T](T[] array, int startIndex, int count, System.Predicate[T] match)
svoid ForEach[T](T[] array, System.Action[T] action)
sint IndexOf(array array, System.Object value)
sint IndexOf(array array, System.Object value, int startIndex)
sint IndexOf(array array, System.Object value, int startIndex, int count)
sint IndexOf[T](T[] array, T value)
sint IndexOf[T](T[] array, T value, int startIndex)
sint IndexOf[T](T[] array, T value, int startIndex, int count)
sint LastIndexOf(array array, System.Object value)
sint LastIndexOf(array array, System.Object value, int startIndex)
sint LastIndexOf(array array, System.Object value, int startIndex, int count)
sint LastIndexOf[T](T[] array, T value)
sint LastIndexOf[T](T[] array, T value, int startIndex)
sint LastIndexOf[T](T[] array, T value, int startIndex, int count)
svoid Reverse(array array)
svoid Reverse(array array, int index, int length)
svoid Reverse[T](T[] array)
svoid Reverse[T](T[] array, int index, int length)
svoid Sort(array array)
svoid Sort(array keys, array items)
svoid Sort(array array, int index, int length)
svoid Sort(array keys, array items, int index, int length)
svoid Sort(array array, System.Collections.IComparer comparer)
svoid Sort(array keys, array items, System.Collections.IComparer comparer)
svoid Sort(array array, int index, int length, System.Collections.IComparer comparer)
svoid Sort(array keys, array items, int index, int length, System.Collections.IComparer comparer)
svoid Sort[T](T[] array)
svoid Sort[TKey, TValue](TKey[] keys, TValue[] items)
svoid Sort[T](T[] array, int index, int length)
svoid Sort[TKey, TValue](TKey[] keys, TValue[] items, int index, int length)
svoid Sort[T](T[] array, System.Collections.Generic.IComparer[T] comparer)
svoid Sort[TKey, TValue](TKey[] keys, TValue[] items, System.Collections.Generic.IComparer[TKey] comparer)
svoid Sort[T](T[] array, int index, int length, System.Collections.Generic.IComparer[T] comparer)
svoid Sort[TKey, TValue](TKey[] keys, TValue[] items, int index, int length, System.Collections.Generic.IComparer[TKey] comparer)
svoid Sort[T](T[] array, System.Comparison[T] comparison)
sbool TrueForAll[T](T[] array, System.Predicate[T] match)
mvoid Initialize()
mint GetLength(int dimension)
mint GetUpperBound(int dimension)
mint GetLowerBound(int dimension)
mSystem.Object GetValue(Params int[] indices)
mSystem.Object GetValue(int index)
mSystem.Object GetValue(int index1, int index2)
mSystem.Object GetValue(int index1, int index2, int index3)
mSystem.Object GetValue(long index)
mSystem.Object GetValue(long index1, long index2)
mSystem.Object GetValue(long index1, long index2, long index3)
mSystem.Object GetValue(Params long[] indices)
mvoid SetValue(System.Object value, int index)
mvoid SetValue(System.Object value, int index1, int index2)
mvoid SetValue(System.Object value, int index1, int index2, int index3)
mvoid SetValue(System.Object value, Params int[] indices)
mvoid SetValue(System.Object value, long index)
mvoid SetValue(System.Object value, long index1, long index2)
mvoid SetValue(System.Object value, long index1, long index2, long index3)
mvoid SetValue(System.Object value, Params long[] indices)
mlong GetLongLength(int dimension)
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mvoid CopyTo(array array, int index)
mvoid CopyTo(array array, long index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mbool IStructuralEquatable.Equals(System.Object other, System.Collections.IEqualityComparer comparer)
mint IStructuralEquatable.GetHashCode(System.Collections.IEqualityComparer comparer)
mSystem.Object IList.get_Item(int index)
mvoid IList.set_Item(int index, System.Object value)
mint IList.Add(System.Object value)
mbool IList.Contains(System.Object value)
mvoid IList.Clear()
mint IList.IndexOf(System.Object value)
mvoid IList.Insert(int index, System.Object value)
mvoid IList.Remove(System.Object value)
mvoid IList.RemoveAt(int index)
mint IStructuralComparable.CompareTo(System.Object other, System.Collections.IComparer comparer)
#System.Type|abstract|System.Reflection.MemberInfo|System.Reflection.ICustomAttributeProvider System.Reflection.IReflect|||100081|!Delimiter !EmptyTypes !Missing !FilterAttribute !FilterName !FilterNameIgnoreCase
pSystem.Reflection.MemberTypes MemberType {get;}
pstring Namespace {get;}
pstring AssemblyQualifiedName {get;}
pstring FullName {get;}
pSystem.Reflection.Assembly Assembly {get;}
pSystem.Reflection.Module Module {get;}
pbool IsInterface {get;}
pbool IsNested {get;}
ptype DeclaringType {get;}
pSystem.Reflection.MethodBase DeclaringMethod {get;}
ptype ReflectedType {get;}
ptype UnderlyingSystemType {get;}
pbool IsTypeDefinition {get;}
pbool IsArray {get;}
pbool IsByRef {get;}
pbool IsPointer {get;}
pbool IsConstructedGenericType {get;}
pbool IsGenericParameter {get;}
pbool IsGenericTypeParameter {get;}
pbool IsGenericMethodParameter {get;}
pbool IsGenericType {get;}
pbool IsGenericTypeDefinition {get;}
pbool IsSZArray {get;}
pbool IsVariableBoundArray {get;}
pbool IsByRefLike {get;}
pbool IsFunctionPointer {get;}
pbool IsUnmanagedFunctionPointer {get;}
pbool HasElementType {get;}
ptype[] GenericTypeArguments {get;}
pint GenericParameterPosition {get;}
pSystem.Reflection.GenericParameterAttributes GenericParameterAttributes {get;}
pSystem.Reflection.TypeAttributes Attributes {get;}
pbool IsAbstract {get;}
pbool IsImport {get;}
pbool IsSealed {get;}
pbool IsSpecialName {get;}
pbool IsClass {get;}
pbool IsNestedAssembly {get;}
pbool IsNestedFamANDAssem {get;}
pbool IsNestedFamily {get;}
pbool IsNestedFamORAssem {get;}
pbool IsNestedPrivate {get;}
pbool IsNestedPublic {get;}
pbool IsNotPublic {get;}
pbool IsPublic {get;}
pbool IsAutoLayout {get;}
pbool IsExplicitLayout {get;}
pbool IsLayoutSequential {get;}
pbool IsAnsiClass {get;}
pbool IsAutoClass {get;}
pbool IsUnicodeClass {get;}
pbool IsCOMObject {get;}
pbool IsContextful {get;}
pbool IsEnum {get;}
pbool IsMarshalByRef {get;}
pbool IsPrimitive {get;}
pbool IsValueType {get;}
pbool IsSignatureType {get;}
pbool IsSecurityCritical {get;}
pbool IsSecuritySafeCritical {get;}
pbool IsSecurityTransparent {get;}
pSystem.Runtime.InteropServices.StructLayoutAttribute StructLayoutAttribute {get;}
pSystem.Reflection.ConstructorInfo TypeInitializer {get;}
pSystem.RuntimeTypeHandle TypeHandle {get;}
pguid GUID {get;}
ptype BaseType {get;}
pbool IsSerializable {get;}
pbool ContainsGenericParameters {get;}
pbool IsVisible {get;}
qSystem.Reflection.Binder DefaultBinder {get;}
qchar Delimiter {get;}
qtype[] EmptyTypes {get;}
qSystem.Object Missing {get;}
qSystem.Reflection.MemberFilter FilterAttribute {get;}
qSystem.Reflection.MemberFilter FilterName {get;}
qSystem.Reflection.MemberFilter FilterNameIgnoreCase {get;}
stype GetType(string typeName, bool throwOnError, bool ignoreCase)
stype GetType(string typeName, bool throwOnError)
stype GetType(string typeName)
stype GetType(string typeName, System.Func[System.Reflection.AssemblyName,System.Reflection.Assembly] assemblyResolver, System.Func[System.Reflection.Assembly,string,bool,type] typeResolver)
stype GetType(string typeName, System.Func[System.Reflection.AssemblyName,System.Reflection.Assembly] assemblyResolver, System.Func[System.Reflection.Assembly,string,bool,type] typeResolver, bool throwOnError)
stype GetType(string typeName, System.Func[System.Reflection.AssemblyName,System.Reflection.Assembly] assemblyResolver, System.Func[System.Reflection.Assembly,string,bool,type] typeResolver, bool throwOnError, bool ignoreCase)
stype GetTypeFromHandle(System.RuntimeTypeHandle handle)
sSystem.RuntimeTypeHandle GetTypeHandle(System.Object o)
stype[] GetTypeArray(System.Object[] args)
sSystem.TypeCode GetTypeCode(type type)
stype GetTypeFromCLSID(guid clsid)
stype GetTypeFromCLSID(guid clsid, bool throwOnError)
stype GetTypeFromCLSID(guid clsid, string server)
stype GetTypeFromCLSID(guid clsid, string server, bool throwOnError)
stype GetTypeFromProgID(string progID)
stype GetTypeFromProgID(string progID, bool throwOnError)
stype GetTypeFromProgID(string progID, string server)
stype GetTypeFromProgID(string progID, string server, bool throwOnError)
stype MakeGenericSignatureType(type genericTypeDefinition, Params type[] typeArguments)
stype MakeGenericMethodParameter(int position)
sbool op_Equality(type left, type right)
sbool op_Inequality(type left, type right)
stype ReflectionOnlyGetType(string typeName, bool throwIfNotFound, bool ignoreCase)
mtype GetElementType()
mint GetArrayRank()
mtype GetGenericTypeDefinition()
mtype[] GetGenericArguments()
mtype[] GetOptionalCustomModifiers()
mtype[] GetRequiredCustomModifiers()
mtype[] GetGenericParameterConstraints()
mbool IsAssignableTo(type targetType)
mSystem.Reflection.ConstructorInfo GetConstructor(type[] types)
mSystem.Reflection.ConstructorInfo GetConstructor(System.Reflection.BindingFlags bindingAttr, type[] types)
mSystem.Reflection.ConstructorInfo GetConstructor(System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.ConstructorInfo GetConstructor(System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Reflection.CallingConventions callConvention, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.ConstructorInfo[] GetConstructors()
mSystem.Reflection.ConstructorInfo[] GetConstructors(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.EventInfo GetEvent(string name)
mSystem.Reflection.EventInfo GetEvent(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.EventInfo[] GetEvents()
mSystem.Reflection.EventInfo[] GetEvents(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.FieldInfo GetField(string name)
mSystem.Reflection.FieldInfo GetField(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.FieldInfo IReflect.GetField(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.FieldInfo[] GetFields()
mSystem.Reflection.FieldInfo[] GetFields(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.FieldInfo[] IReflect.GetFields(System.Reflection.BindingFlags bindingAttr)
mtype[] GetFunctionPointerCallingConventions()
mtype GetFunctionPointerReturnType()
mtype[] GetFunctionPointerParameterTypes()
mSystem.Reflection.MemberInfo[] GetMember(string name)
mSystem.Reflection.MemberInfo[] GetMember(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MemberInfo[] GetMember(string name, System.Reflection.MemberTypes type, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MemberInfo[] IReflect.GetMember(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MemberInfo[] GetMembers()
mSystem.Reflection.MemberInfo[] GetMembers(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MemberInfo[] IReflect.GetMembers(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MemberInfo GetMemberWithSameMetadataDefinitionAs(System.Reflection.MemberInfo member)
mSystem.Reflection.MethodInfo GetMethod(string name)
mSystem.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags bindingAttr, type[] types)
mSystem.Reflection.MethodInfo GetMethod(string name, type[] types)
mSystem.Reflection.MethodInfo GetMethod(string name, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Reflection.CallingConventions callConvention, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.MethodInfo GetMethod(string name, int genericParameterCount, type[] types)
mSystem.Reflection.MethodInfo GetMethod(string name, int genericParameterCount, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.MethodInfo GetMethod(string name, int genericParameterCount, System.Reflection.BindingFlags bindingAttr, type[] types)
mSystem.Reflection.MethodInfo GetMethod(string name, int genericParameterCount, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.MethodInfo GetMethod(string name, int genericParameterCount, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Reflection.CallingConventions callConvention, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.MethodInfo IReflect.GetMethod(string name, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.MethodInfo IReflect.GetMethod(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MethodInfo[] GetMethods()
mSystem.Reflection.MethodInfo[] GetMethods(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MethodInfo[] IReflect.GetMethods(System.Reflection.BindingFlags bindingAttr)
mtype GetNestedType(string name)
mtype GetNestedType(string name, System.Reflection.BindingFlags bindingAttr)
mtype[] GetNestedTypes()
mtype[] GetNestedTypes(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.PropertyInfo GetProperty(string name)
mSystem.Reflection.PropertyInfo GetProperty(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.PropertyInfo GetProperty(string name, type returnType)
mSystem.Reflection.PropertyInfo GetProperty(string name, type[] types)
mSystem.Reflection.PropertyInfo GetProperty(string name, type returnType, type[] types)
mSystem.Reflection.PropertyInfo GetProperty(string name, type returnType, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.PropertyInfo GetProperty(string name, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, type returnType, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.PropertyInfo IReflect.GetProperty(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.PropertyInfo IReflect.GetProperty(string name, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, type returnType, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.PropertyInfo[] GetProperties()
mSystem.Reflection.PropertyInfo[] GetProperties(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.PropertyInfo[] IReflect.GetProperties(System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.MemberInfo[] GetDefaultMembers()
mSystem.Object InvokeMember(string name, System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, System.Object target, System.Object[] args)
mSystem.Object InvokeMember(string name, System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, System.Object target, System.Object[] args, cultureinfo culture)
mSystem.Object InvokeMember(string name, System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, System.Object target, System.Object[] args, System.Reflection.ParameterModifier[] modifiers, cultureinfo culture, string[] namedParameters)
mSystem.Object IReflect.InvokeMember(string name, System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, System.Object target, System.Object[] args, System.Reflection.ParameterModifier[] modifiers, cultureinfo culture, string[] namedParameters)
mtype GetInterface(string name)
mtype GetInterface(string name, bool ignoreCase)
mtype[] GetInterfaces()
mSystem.Reflection.InterfaceMapping GetInterfaceMap(type interfaceType)
mbool IsInstanceOfType(System.Object o)
mbool IsEquivalentTo(type other)
mtype GetEnumUnderlyingType()
marray GetEnumValues()
marray GetEnumValuesAsUnderlyingType()
mtype MakeArrayType()
mtype MakeArrayType(int rank)
mtype MakeByRefType()
mtype MakeGenericType(Params type[] typeArguments)
mtype MakePointerType()
mbool Equals(System.Object o)
mbool Equals(type o)
mbool IsEnumDefined(System.Object value)
mstring GetEnumName(System.Object value)
mstring[] GetEnumNames()
mtype[] FindInterfaces(System.Reflection.TypeFilter filter, System.Object filterCriteria)
mSystem.Reflection.MemberInfo[] FindMembers(System.Reflection.MemberTypes memberType, System.Reflection.BindingFlags bindingAttr, System.Reflection.MemberFilter filter, System.Object filterCriteria)
mbool IsSubclassOf(type c)
mbool IsAssignableFrom(type c)
#System.Activator|static|System.Object||||100181|
sSystem.Object CreateInstance(type type, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture)
sSystem.Object CreateInstance(type type, Params System.Object[] args)
sSystem.Object CreateInstance(type type, System.Object[] args, System.Object[] activationAttributes)
sSystem.Object CreateInstance(type type)
sSystem.Object CreateInstance(type type, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture, System.Object[] activationAttributes)
sSystem.Runtime.Remoting.ObjectHandle CreateInstance(string assemblyName, string typeName)
sSystem.Runtime.Remoting.ObjectHandle CreateInstance(string assemblyName, string typeName, bool ignoreCase, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture, System.Object[] activationAttributes)
sSystem.Runtime.Remoting.ObjectHandle CreateInstance(string assemblyName, string typeName, System.Object[] activationAttributes)
sSystem.Object CreateInstance(type type, bool nonPublic)
sT CreateInstance[T]()
sSystem.Runtime.Remoting.ObjectHandle CreateInstanceFrom(string assemblyFile, string typeName)
sSystem.Runtime.Remoting.ObjectHandle CreateInstanceFrom(string assemblyFile, string typeName, System.Object[] activationAttributes)
sSystem.Runtime.Remoting.ObjectHandle CreateInstanceFrom(string assemblyFile, string typeName, bool ignoreCase, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture, System.Object[] activationAttributes)
#System.Nullable|static|System.Object||||100181|
sint Compare[T](System.Nullable[T] n1, System.Nullable[T] n2)
sbool Equals[T](System.Nullable[T] n1, System.Nullable[T] n2)
stype GetUnderlyingType(type nullableType)
sT& GetValueRefOrDefaultRef[T]([ref] System.Nullable[T] nullable)
#System.Delegate|abstract|System.Object|System.ICloneable System.Runtime.Serialization.ISerializable|||100081|
pSystem.Object Target {get;}
pbool HasSingleTarget {get;}
pSystem.Reflection.MethodInfo Method {get;}
sSystem.Delegate CreateDelegate(type type, System.Object target, string method, bool ignoreCase, bool throwOnBindFailure)
sSystem.Delegate CreateDelegate(type type, type target, string method, bool ignoreCase, bool throwOnBindFailure)
sSystem.Delegate CreateDelegate(type type, System.Reflection.MethodInfo method, bool throwOnBindFailure)
sSystem.Delegate CreateDelegate(type type, System.Object firstArgument, System.Reflection.MethodInfo method, bool throwOnBindFailure)
sSystem.Delegate CreateDelegate(type type, System.Object firstArgument, System.Reflection.MethodInfo method)
sSystem.Delegate CreateDelegate(type type, System.Reflection.MethodInfo method)
sSystem.Delegate CreateDelegate(type type, System.Object target, string method)
sSystem.Delegate CreateDelegate(type type, System.Object target, string method, bool ignoreCase)
sSystem.Delegate CreateDelegate(type type, type target, string method)
sSystem.Delegate CreateDelegate(type type, type target, string method, bool ignoreCase)
sSystem.Delegate Combine(System.Delegate a, System.Delegate b)
sSystem.Delegate Combine(Params System.Delegate[] delegates)
sSystem.Delegate Combine(System.ReadOnlySpan[System.Delegate] delegates)
sSystem.Delegate+InvocationListEnumerator[TDelegate] EnumerateInvocationList[TDelegate](TDelegate d)
sSystem.Delegate Remove(System.Delegate source, System.Delegate value)
sSystem.Delegate RemoveAll(System.Delegate source, System.Delegate value)
sbool op_Equality(System.Delegate d1, System.Delegate d2)
sbool op_Inequality(System.Delegate d1, System.Delegate d2)
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mSystem.Delegate[] GetInvocationList()
mSystem.Object DynamicInvoke(Params System.Object[] args)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Attribute|abstract|System.Object||||102081|
pSystem.Object TypeId {get;}
sSystem.Attribute[] GetCustomAttributes(System.Reflection.MemberInfo element, type attributeType)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.MemberInfo element, type attributeType, bool inherit)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.MemberInfo element)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.MemberInfo element, bool inherit)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.ParameterInfo element)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.ParameterInfo element, type attributeType)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.ParameterInfo element, type attributeType, bool inherit)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.ParameterInfo element, bool inherit)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.Module element, type attributeType)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.Module element)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.Module element, bool inherit)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.Module element, type attributeType, bool inherit)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.Assembly element, type attributeType)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.Assembly element, type attributeType, bool inherit)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.Assembly element)
sSystem.Attribute[] GetCustomAttributes(System.Reflection.Assembly element, bool inherit)
sbool IsDefined(System.Reflection.MemberInfo element, type attributeType)
sbool IsDefined(System.Reflection.MemberInfo element, type attributeType, bool inherit)
sbool IsDefined(System.Reflection.ParameterInfo element, type attributeType)
sbool IsDefined(System.Reflection.ParameterInfo element, type attributeType, bool inherit)
sbool IsDefined(System.Reflection.Module element, type attributeType)
sbool IsDefined(System.Reflection.Module element, type attributeType, bool inherit)
sbool IsDefined(System.Reflection.Assembly element, type attributeType)
sbool IsDefined(System.Reflection.Assembly element, type attributeType, bool inherit)
sSystem.Attribute GetCustomAttribute(System.Reflection.MemberInfo element, type attributeType)
sSystem.Attribute GetCustomAttribute(System.Reflection.MemberInfo element, type attributeType, bool inherit)
sSystem.Attribute GetCustomAttribute(System.Reflection.ParameterInfo element, type attributeType)
sSystem.Attribute GetCustomAttribute(System.Reflection.ParameterInfo element, type attributeType, bool inherit)
sSystem.Attribute GetCustomAttribute(System.Reflection.Module element, type attributeType)
sSystem.Attribute GetCustomAttribute(System.Reflection.Module element, type attributeType, bool inherit)
sSystem.Attribute GetCustomAttribute(System.Reflection.Assembly element, type attributeType)
sSystem.Attribute GetCustomAttribute(System.Reflection.Assembly element, type attributeType, bool inherit)
mbool Match(System.Object obj)
mbool IsDefaultAttribute()
#System.Buffer|static|System.Object||||100181|
svoid BlockCopy(array src, int srcOffset, array dst, int dstOffset, int count)
sint ByteLength(array array)
sbyte GetByte(array array, int index)
svoid SetByte(array array, int index, byte value)
svoid MemoryCopy(System.Void*~ source, System.Void*~ destination, long destinationSizeInBytes, long sourceBytesToCopy)
svoid MemoryCopy(System.Void*~ source, System.Void*~ destination, ulong destinationSizeInBytes, ulong sourceBytesToCopy)
#System.AppDomain|class|System.MarshalByRefObject||||100101|
pstring BaseDirectory {get;}
pstring RelativeSearchPath {get;}
pSystem.AppDomainSetup SetupInformation {get;}
pSystem.Security.PermissionSet PermissionSet {get;}
pstring DynamicDirectory {get;}
pstring FriendlyName {get;}
pint Id {get;}
pbool IsFullyTrusted {get;}
pbool IsHomogenous {get;}
plong MonitoringSurvivedMemorySize {get;}
plong MonitoringTotalAllocatedMemorySize {get;}
pbool ShadowCopyFiles {get;}
ptimespan MonitoringTotalProcessorTime {get;}
qSystem.AppDomain CurrentDomain {get;}
qbool MonitoringIsEnabled {get;set;}
qlong MonitoringSurvivedProcessMemorySize {get;}
sSystem.AppDomain CreateDomain(string friendlyName)
svoid Unload(System.AppDomain domain)
sint GetCurrentThreadId()
mvoid SetDynamicBase(string path)
mstring ApplyPolicy(string assemblyName)
mint ExecuteAssembly(string assemblyFile)
mint ExecuteAssembly(string assemblyFile, string[] args)
mint ExecuteAssembly(string assemblyFile, string[] args, byte[] hashValue, System.Configuration.Assemblies.AssemblyHashAlgorithm hashAlgorithm)
mint ExecuteAssemblyByName(System.Reflection.AssemblyName assemblyName, Params string[] args)
mint ExecuteAssemblyByName(string assemblyName)
mint ExecuteAssemblyByName(string assemblyName, Params string[] args)
mSystem.Object GetData(string name)
mvoid SetData(string name, System.Object data)
mSystem.Nullable[bool] IsCompatibilitySwitchSet(string value)
mbool IsDefaultAppDomain()
mbool IsFinalizingForUnload()
mSystem.Reflection.Assembly Load(byte[] rawAssembly)
mSystem.Reflection.Assembly Load(byte[] rawAssembly, byte[] rawSymbolStore)
mSystem.Reflection.Assembly Load(System.Reflection.AssemblyName assemblyRef)
mSystem.Reflection.Assembly Load(string assemblyString)
mSystem.Reflection.Assembly[] ReflectionOnlyGetAssemblies()
mvoid AppendPrivatePath(string path)
mvoid ClearPrivatePath()
mvoid ClearShadowCopyPath()
mvoid SetCachePath(string path)
mvoid SetShadowCopyFiles()
mvoid SetShadowCopyPath(string path)
mSystem.Reflection.Assembly[] GetAssemblies()
mvoid SetPrincipalPolicy(System.Security.Principal.PrincipalPolicy policy)
mvoid SetThreadPrincipal(System.Security.Principal.IPrincipal principal)
mSystem.Runtime.Remoting.ObjectHandle CreateInstance(string assemblyName, string typeName)
mSystem.Runtime.Remoting.ObjectHandle CreateInstance(string assemblyName, string typeName, bool ignoreCase, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture, System.Object[] activationAttributes)
mSystem.Runtime.Remoting.ObjectHandle CreateInstance(string assemblyName, string typeName, System.Object[] activationAttributes)
mSystem.Object CreateInstanceAndUnwrap(string assemblyName, string typeName)
mSystem.Object CreateInstanceAndUnwrap(string assemblyName, string typeName, bool ignoreCase, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture, System.Object[] activationAttributes)
mSystem.Object CreateInstanceAndUnwrap(string assemblyName, string typeName, System.Object[] activationAttributes)
mSystem.Runtime.Remoting.ObjectHandle CreateInstanceFrom(string assemblyFile, string typeName)
mSystem.Runtime.Remoting.ObjectHandle CreateInstanceFrom(string assemblyFile, string typeName, bool ignoreCase, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture, System.Object[] activationAttributes)
mSystem.Runtime.Remoting.ObjectHandle CreateInstanceFrom(string assemblyFile, string typeName, System.Object[] activationAttributes)
mSystem.Object CreateInstanceFromAndUnwrap(string assemblyFile, string typeName)
mSystem.Object CreateInstanceFromAndUnwrap(string assemblyFile, string typeName, bool ignoreCase, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture, System.Object[] activationAttributes)
mSystem.Object CreateInstanceFromAndUnwrap(string assemblyFile, string typeName, System.Object[] activationAttributes)
#System.AppContext|static|System.Object||||100181|
qstring BaseDirectory {get;}
qstring TargetFrameworkName {get;}
sSystem.Object GetData(string name)
svoid SetData(string name, System.Object data)
sbool TryGetSwitch(string switchName, [ref] bool isEnabled)
svoid SetSwitch(string switchName, bool isEnabled)
#System.Index|struct|System.ValueType|System.IEquatable\`1[System.Index]|||100109|
pint Value {get;}
pbool IsFromEnd {get;}
qSystem.Index Start {get;}
qSystem.Index End {get;}
sSystem.Index FromStart(int value)
sSystem.Index FromEnd(int value)
sSystem.Index op_Implicit(int value)
cnew(int value, bool fromEnd = False)
mint GetOffset(int length)
mbool Equals(System.Object value)
mbool Equals(System.Index other)
mbool IEquatable[Index].Equals(System.Index other)
#System.Range|struct|System.ValueType|System.IEquatable\`1[System.Range]|||100109|
pSystem.Index Start {get;}
pSystem.Index End {get;}
qSystem.Range All {get;}
sSystem.Range StartAt(System.Index start)
sSystem.Range EndAt(System.Index end)
cnew(System.Index start, System.Index end)
mbool Equals(System.Object value)
mbool Equals(System.Range other)
mbool IEquatable[Range].Equals(System.Range other)
mSystem.ValueTuple[int,int] GetOffsetAndLength(int length)
#System.OperatingSystem|class|System.Object|System.Runtime.Serialization.ISerializable System.ICloneable|||100101|
pSystem.PlatformID Platform {get;}
pstring ServicePack {get;}
pversion Version {get;}
pstring VersionString {get;}
sbool IsOSPlatform(string platform)
sbool IsOSPlatformVersionAtLeast(string platform, int major, int minor = 0, int build = 0, int revision = 0)
sbool IsBrowser()
sbool IsWasi()
sbool IsLinux()
sbool IsFreeBSD()
sbool IsFreeBSDVersionAtLeast(int major, int minor = 0, int build = 0, int revision = 0)
sbool IsAndroid()
sbool IsAndroidVersionAtLeast(int major, int minor = 0, int build = 0, int revision = 0)
sbool IsIOS()
sbool IsIOSVersionAtLeast(int major, int minor = 0, int build = 0)
sbool IsMacOS()
sbool IsMacOSVersionAtLeast(int major, int minor = 0, int build = 0)
sbool IsMacCatalyst()
sbool IsMacCatalystVersionAtLeast(int major, int minor = 0, int build = 0)
sbool IsTvOS()
sbool IsTvOSVersionAtLeast(int major, int minor = 0, int build = 0)
sbool IsWatchOS()
sbool IsWatchOSVersionAtLeast(int major, int minor = 0, int build = 0)
sbool IsWindows()
sbool IsWindowsVersionAtLeast(int major, int minor = 0, int build = 0, int revision = 0)
cnew(System.PlatformID platform, version version)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
#System.DBNull|class|System.Object|System.Runtime.Serialization.ISerializable System.IConvertible|||102101|!Value
qSystem.DBNull Value {get;}
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mstring ToString(System.IFormatProvider provider)
mstring IConvertible.ToString(System.IFormatProvider provider)
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
#System.ArraySegment\`1|struct|System.ValueType|System.Collections.Generic.IList\`1[T] System.Collections.Generic.ICollection\`1[T] System.Collections.Generic.IEnumerable\`1[T] System.Collections.IEnumerable System.Collections.Generic.IReadOnlyList\`1[T] System.Collections.Generic.IReadOnlyCollection\`1[T]||T|102109|
pT[] Array {get;}
pint Offset {get;}
pint Count {get;}
pbool IsReadOnly {get;}
qSystem.ArraySegment[T] Empty {get;}
sbool op_Equality(System.ArraySegment[T] a, System.ArraySegment[T] b)
sbool op_Inequality(System.ArraySegment[T] a, System.ArraySegment[T] b)
sSystem.ArraySegment[T] op_Implicit(T[] array)
cnew(T[] array)
cnew(T[] array, int offset, int count)
mT get_Item(int index)
mvoid set_Item(int index, T value)
mSystem.ArraySegment\`1+Enumerator[T] GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid CopyTo(T[] destination)
mvoid CopyTo(T[] destination, int destinationIndex)
mvoid CopyTo(System.ArraySegment[T] destination)
mbool Equals(System.ArraySegment[T] obj)
mSystem.ArraySegment[T] Slice(int index)
mSystem.ArraySegment[T] Slice(int index, int count)
mT[] ToArray()
#System.Progress\`1|class|System.Object|System.IProgress\`1[T]||T|100001|
cnew()
cnew(System.Action[T] handler)
#System.WeakReference|class|System.Object|System.Runtime.Serialization.ISerializable|||102001|
pbool TrackResurrection {get;}
pbool IsAlive {get;}
pSystem.Object Target {get;set;}
cnew(System.Object target)
cnew(System.Object target, bool trackResurrection)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.FormattableString|abstract|System.Object|System.IFormattable|||100081|
pstring Format {get;}
pint ArgumentCount {get;}
sstring Invariant(System.FormattableString formattable)
sstring CurrentCulture(System.FormattableString formattable)
mSystem.Object[] GetArguments()
mSystem.Object GetArgument(int index)
mstring ToString(System.IFormatProvider formatProvider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
#System.Security.SecurityElement|class|System.Object||||100101|
pstring Tag {get;set;}
phashtable Attributes {get;set;}
pstring Text {get;set;}
pSystem.Collections.ArrayList Children {get;set;}
sbool IsValidTag(string tag)
sbool IsValidText(string text)
sbool IsValidAttributeName(string name)
sbool IsValidAttributeValue(string value)
sstring Escape(string str)
sSystem.Security.SecurityElement FromString(string xml)
cnew(string tag)
cnew(string tag, string text)
mvoid AddAttribute(string name, string value)
mvoid AddChild(System.Security.SecurityElement child)
mbool Equal(System.Security.SecurityElement other)
mSystem.Security.SecurityElement Copy()
mstring Attribute(string name)
mSystem.Security.SecurityElement SearchForChildByTag(string tag)
mstring SearchForTextOfTag(string tag)
#System.Timers.ElapsedEventArgs|class|System.EventArgs||System.ComponentModel.TypeConverter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pdatetime SignalTime {get;}
cnew(datetime signalTime)
#System.AppDomainSetup|class|System.Object||||100101|
pstring ApplicationBase {get;}
pstring TargetFrameworkName {get;}
#System.GCMemoryInfo|struct|System.ValueType||||100109|
plong HighMemoryLoadThresholdBytes {get;}
plong MemoryLoadBytes {get;}
plong TotalAvailableMemoryBytes {get;}
plong HeapSizeBytes {get;}
plong FragmentedBytes {get;}
plong Index {get;}
pint Generation {get;}
pbool Compacted {get;}
pbool Concurrent {get;}
plong TotalCommittedBytes {get;}
plong PromotedBytes {get;}
plong PinnedObjectsCount {get;}
plong FinalizationPendingCount {get;}
pSystem.ReadOnlySpan[timespan] PauseDurations {get;}
pdouble PauseTimePercentage {get;}
pSystem.ReadOnlySpan[System.GCGenerationInfo] GenerationInfo {get;}
`;
