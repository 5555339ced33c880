/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const TEXT = `
#System.Text.StringBuilder|class|System.Object|System.Runtime.Serialization.ISerializable|||102101|
pint Capacity {get;set;}
pint MaxCapacity {get;}
pint Length {get;set;}
cnew()
cnew(int capacity)
cnew(string value)
cnew(string value, int capacity)
cnew(string value, int startIndex, int length, int capacity)
cnew(int capacity, int maxCapacity)
mint EnsureCapacity(int capacity)
mstring ToString(int startIndex, int length)
mSystem.Text.StringBuilder Clear()
mchar get_Chars(int index)
mvoid set_Chars(int index, char value)
mSystem.Text.StringBuilder+ChunkEnumerator GetChunks()
mSystem.Text.StringBuilder Append(char value, int repeatCount)
mSystem.Text.StringBuilder Append(char[] value, int startIndex, int charCount)
mSystem.Text.StringBuilder Append(string value)
mSystem.Text.StringBuilder Append(string value, int startIndex, int count)
mSystem.Text.StringBuilder Append(System.Text.StringBuilder value)
mSystem.Text.StringBuilder Append(System.Text.StringBuilder value, int startIndex, int count)
mSystem.Text.StringBuilder Append(bool value)
mSystem.Text.StringBuilder Append(char value)
mSystem.Text.StringBuilder Append(sbyte value)
mSystem.Text.StringBuilder Append(byte value)
mSystem.Text.StringBuilder Append(short value)
mSystem.Text.StringBuilder Append(int value)
mSystem.Text.StringBuilder Append(long value)
mSystem.Text.StringBuilder Append(float value)
mSystem.Text.StringBuilder Append(double value)
mSystem.Text.StringBuilder Append(decimal value)
mSystem.Text.StringBuilder Append(ushort value)
mSystem.Text.StringBuilder Append(uint value)
mSystem.Text.StringBuilder Append(ulong value)
mSystem.Text.StringBuilder Append(System.Object value)
mSystem.Text.StringBuilder Append(char[] value)
mSystem.Text.StringBuilder Append(System.ReadOnlySpan[char] value)
mSystem.Text.StringBuilder Append(System.ReadOnlyMemory[char] value)
mSystem.Text.StringBuilder Append([ref] System.Text.StringBuilder+AppendInterpolatedStringHandler handler)
mSystem.Text.StringBuilder Append(System.IFormatProvider provider, [ref] System.Text.StringBuilder+AppendInterpolatedStringHandler handler)
mSystem.Text.StringBuilder Append(System.Char*~ value, int valueCount)
mSystem.Text.StringBuilder AppendLine()
mSystem.Text.StringBuilder AppendLine(string value)
mSystem.Text.StringBuilder AppendLine([ref] System.Text.StringBuilder+AppendInterpolatedStringHandler handler)
mSystem.Text.StringBuilder AppendLine(System.IFormatProvider provider, [ref] System.Text.StringBuilder+AppendInterpolatedStringHandler handler)
mvoid CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
mvoid CopyTo(int sourceIndex, System.Span[char] destination, int count)
mSystem.Text.StringBuilder Insert(int index, string value, int count)
mSystem.Text.StringBuilder Insert(int index, string value)
mSystem.Text.StringBuilder Insert(int index, bool value)
mSystem.Text.StringBuilder Insert(int index, sbyte value)
mSystem.Text.StringBuilder Insert(int index, byte value)
mSystem.Text.StringBuilder Insert(int index, short value)
mSystem.Text.StringBuilder Insert(int index, char value)
mSystem.Text.StringBuilder Insert(int index, char[] value)
mSystem.Text.StringBuilder Insert(int index, char[] value, int startIndex, int charCount)
mSystem.Text.StringBuilder Insert(int index, int value)
mSystem.Text.StringBuilder Insert(int index, long value)
mSystem.Text.StringBuilder Insert(int index, float value)
mSystem.Text.StringBuilder Insert(int index, double value)
mSystem.Text.StringBuilder Insert(int index, decimal value)
mSystem.Text.StringBuilder Insert(int index, ushort value)
mSystem.Text.StringBuilder Insert(int index, uint value)
mSystem.Text.StringBuilder Insert(int index, ulong value)
mSystem.Text.StringBuilder Insert(int index, System.Object value)
mSystem.Text.StringBuilder Insert(int index, System.ReadOnlySpan[char] value)
mSystem.Text.StringBuilder Remove(int startIndex, int length)
mSystem.Text.StringBuilder AppendJoin(string separator, Params System.Object[] values)
mSystem.Text.StringBuilder AppendJoin(string separator, System.ReadOnlySpan[System.Object] values)
mSystem.Text.StringBuilder AppendJoin[T](string separator, System.Collections.Generic.IEnumerable[T] values)
mSystem.Text.StringBuilder AppendJoin(string separator, Params string[] values)
mSystem.Text.StringBuilder AppendJoin(string separator, System.ReadOnlySpan[string] values)
mSystem.Text.StringBuilder AppendJoin(char separator, Params System.Object[] values)
mSystem.Text.StringBuilder AppendJoin(char separator, System.ReadOnlySpan[System.Object] values)
mSystem.Text.StringBuilder AppendJoin[T](char separator, System.Collections.Generic.IEnumerable[T] values)
mSystem.Text.StringBuilder AppendJoin(char separator, Params string[] values)
mSystem.Text.StringBuilder AppendJoin(char separator, System.ReadOnlySpan[string] values)
mSystem.Text.StringBuilder AppendFormat(string format, System.Object arg0)
mSystem.Text.StringBuilder AppendFormat(string format, System.Object arg0, System.Object arg1)
mSystem.Text.StringBuilder AppendFormat(string format, System.Object arg0, System.Object arg1, System.Object arg2)
mSystem.Text.StringBuilder AppendFormat(string format, Params System.Object[] args)
mSystem.Text.StringBuilder AppendFormat(string format, System.ReadOnlySpan[System.Object] args)
mSystem.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0)
mSystem.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1)
mSystem.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.Object arg0, System.Object arg1, System.Object arg2)
mSystem.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, Params System.Object[] args)
mSystem.Text.StringBuilder AppendFormat(System.IFormatProvider provider, string format, System.ReadOnlySpan[System.Object] args)
mSystem.Text.StringBuilder AppendFormat[TArg0](System.IFormatProvider provider, System.Text.CompositeFormat format, TArg0 arg0)
mSystem.Text.StringBuilder AppendFormat[TArg0, TArg1](System.IFormatProvider provider, System.Text.CompositeFormat format, TArg0 arg0, TArg1 arg1)
mSystem.Text.StringBuilder AppendFormat[TArg0, TArg1, TArg2](System.IFormatProvider provider, System.Text.CompositeFormat format, TArg0 arg0, TArg1 arg1, TArg2 arg2)
mSystem.Text.StringBuilder AppendFormat(System.IFormatProvider provider, System.Text.CompositeFormat format, Params System.Object[] args)
mSystem.Text.StringBuilder AppendFormat(System.IFormatProvider provider, System.Text.CompositeFormat format, System.ReadOnlySpan[System.Object] args)
mSystem.Text.StringBuilder Replace(string oldValue, string newValue)
mSystem.Text.StringBuilder Replace(System.ReadOnlySpan[char] oldValue, System.ReadOnlySpan[char] newValue)
mSystem.Text.StringBuilder Replace(string oldValue, string newValue, int startIndex, int count)
mSystem.Text.StringBuilder Replace(System.ReadOnlySpan[char] oldValue, System.ReadOnlySpan[char] newValue, int startIndex, int count)
mSystem.Text.StringBuilder Replace(char oldChar, char newChar)
mSystem.Text.StringBuilder Replace(char oldChar, char newChar, int startIndex, int count)
mbool Equals(System.Text.StringBuilder sb)
mbool Equals(System.ReadOnlySpan[char] span)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Text.Encoding|abstract|System.Object|System.ICloneable|||100081|
pSystem.ReadOnlySpan[byte] Preamble {get;}
pstring BodyName {get;}
pstring EncodingName {get;}
pstring HeaderName {get;}
pstring WebName {get;}
pint WindowsCodePage {get;}
pbool IsBrowserDisplay {get;}
pbool IsBrowserSave {get;}
pbool IsMailNewsDisplay {get;}
pbool IsMailNewsSave {get;}
pbool IsSingleByte {get;}
pSystem.Text.EncoderFallback EncoderFallback {get;set;}
pSystem.Text.DecoderFallback DecoderFallback {get;set;}
pbool IsReadOnly {get;}
pint CodePage {get;}
qSystem.Text.Encoding Default {get;}
qSystem.Text.Encoding ASCII {get;}
qSystem.Text.Encoding Latin1 {get;}
qSystem.Text.Encoding Unicode {get;}
qSystem.Text.Encoding BigEndianUnicode {get;}
qSystem.Text.Encoding UTF7 {get;}
qSystem.Text.Encoding UTF8 {get;}
qSystem.Text.Encoding UTF32 {get;}
sbyte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)
sbyte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes, int index, int count)
svoid RegisterProvider(System.Text.EncodingProvider provider)
sSystem.Text.Encoding GetEncoding(int codepage)
sSystem.Text.Encoding GetEncoding(int codepage, System.Text.EncoderFallback encoderFallback, System.Text.DecoderFallback decoderFallback)
sSystem.Text.Encoding GetEncoding(string name)
sSystem.Text.Encoding GetEncoding(string name, System.Text.EncoderFallback encoderFallback, System.Text.DecoderFallback decoderFallback)
sSystem.Text.EncodingInfo[] GetEncodings()
sSystem.IO.Stream CreateTranscodingStream(System.IO.Stream innerStream, System.Text.Encoding innerStreamEncoding, System.Text.Encoding outerStreamEncoding, bool leaveOpen = False)
mbyte[] GetPreamble()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mint GetByteCount(char[] chars)
mint GetByteCount(string s)
mint GetByteCount(char[] chars, int index, int count)
mint GetByteCount(string s, int index, int count)
mint GetByteCount(System.Char*~ chars, int count)
mint GetByteCount(System.ReadOnlySpan[char] chars)
mbyte[] GetBytes(char[] chars)
mbyte[] GetBytes(char[] chars, int index, int count)
mint GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
mbyte[] GetBytes(string s)
mbyte[] GetBytes(string s, int index, int count)
mint GetBytes(string s, int charIndex, int charCount, byte[] bytes, int byteIndex)
mint GetBytes(System.Char*~ chars, int charCount, System.Byte*~ bytes, int byteCount)
mint GetBytes(System.ReadOnlySpan[char] chars, System.Span[byte] bytes)
mbool TryGetBytes(System.ReadOnlySpan[char] chars, System.Span[byte] bytes, [ref] int bytesWritten)
mint GetCharCount(byte[] bytes)
mint GetCharCount(byte[] bytes, int index, int count)
mint GetCharCount(System.Byte*~ bytes, int count)
mint GetCharCount(System.ReadOnlySpan[byte] bytes)
mchar[] GetChars(byte[] bytes)
mchar[] GetChars(byte[] bytes, int index, int count)
mint GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
mint GetChars(System.Byte*~ bytes, int byteCount, System.Char*~ chars, int charCount)
mint GetChars(System.ReadOnlySpan[byte] bytes, System.Span[char] chars)
mbool TryGetChars(System.ReadOnlySpan[byte] bytes, System.Span[char] chars, [ref] int charsWritten)
mstring GetString(System.Byte*~ bytes, int byteCount)
mstring GetString(System.ReadOnlySpan[byte] bytes)
mstring GetString(byte[] bytes)
mstring GetString(byte[] bytes, int index, int count)
mbool IsAlwaysNormalized()
mbool IsAlwaysNormalized(System.Text.NormalizationForm form)
mSystem.Text.Decoder GetDecoder()
mSystem.Text.Encoder GetEncoder()
mint GetMaxByteCount(int charCount)
mint GetMaxCharCount(int byteCount)
mbool Equals(System.Object value)
#System.Text.ASCIIEncoding|class|System.Text.Encoding|System.ICloneable|||100001|
pbool IsSingleByte {get;}
cnew()
mint GetByteCount(string chars)
mint GetBytes(string chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
mstring GetString(byte[] bytes, int byteIndex, int byteCount)
#System.Text.UTF8Encoding|class|System.Text.Encoding|System.ICloneable|||100001|
pSystem.ReadOnlySpan[byte] Preamble {get;}
cnew()
cnew(bool encoderShouldEmitUTF8Identifier)
cnew(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)
mint GetByteCount(string chars)
#System.Text.UnicodeEncoding|class|System.Text.Encoding|System.ICloneable|||100001|=CharSize
pSystem.ReadOnlySpan[byte] Preamble {get;}
qint CharSize {get;}
cnew()
cnew(bool bigEndian, bool byteOrderMark)
cnew(bool bigEndian, bool byteOrderMark, bool throwOnInvalidBytes)
#System.Text.UTF32Encoding|class|System.Text.Encoding|System.ICloneable|||100101|
pSystem.ReadOnlySpan[byte] Preamble {get;}
cnew()
cnew(bool bigEndian, bool byteOrderMark)
cnew(bool bigEndian, bool byteOrderMark, bool throwOnInvalidCharacters)
#System.Text.Rune|struct|System.ValueType|System.IComparable System.IComparable\`1[System.Text.Rune] System.IEquatable\`1[System.Text.Rune] System.IFormattable|||100109|
pbool IsAscii {get;}
pbool IsBmp {get;}
pint Plane {get;}
pint Utf16SequenceLength {get;}
pint Utf8SequenceLength {get;}
pint Value {get;}
qSystem.Text.Rune ReplacementChar {get;}
sbool op_Equality(System.Text.Rune left, System.Text.Rune right)
sbool op_Inequality(System.Text.Rune left, System.Text.Rune right)
sbool op_LessThan(System.Text.Rune left, System.Text.Rune right)
sbool op_LessThanOrEqual(System.Text.Rune left, System.Text.Rune right)
sbool op_GreaterThan(System.Text.Rune left, System.Text.Rune right)
sbool op_GreaterThanOrEqual(System.Text.Rune left, System.Text.Rune right)
sSystem.Text.Rune op_Explicit(char ch)
sSystem.Text.Rune op_Explicit(uint value)
sSystem.Text.Rune op_Explicit(int value)
sSystem.Buffers.OperationStatus DecodeFromUtf16(System.ReadOnlySpan[char] source, [ref] System.Text.Rune result, [ref] int charsConsumed)
sSystem.Buffers.OperationStatus DecodeFromUtf8(System.ReadOnlySpan[byte] source, [ref] System.Text.Rune result, [ref] int bytesConsumed)
sSystem.Buffers.OperationStatus DecodeLastFromUtf16(System.ReadOnlySpan[char] source, [ref] System.Text.Rune result, [ref] int charsConsumed)
sSystem.Buffers.OperationStatus DecodeLastFromUtf8(System.ReadOnlySpan[byte] source, [ref] System.Text.Rune value, [ref] int bytesConsumed)
sSystem.Text.Rune GetRuneAt(string input, int index)
sbool IsValid(int value)
sbool IsValid(uint value)
sbool TryCreate(char ch, [ref] System.Text.Rune result)
sbool TryCreate(char highSurrogate, char lowSurrogate, [ref] System.Text.Rune result)
sbool TryCreate(int value, [ref] System.Text.Rune result)
sbool TryCreate(uint value, [ref] System.Text.Rune result)
sbool TryGetRuneAt(string input, int index, [ref] System.Text.Rune value)
sdouble GetNumericValue(System.Text.Rune value)
sSystem.Globalization.UnicodeCategory GetUnicodeCategory(System.Text.Rune value)
sbool IsControl(System.Text.Rune value)
sbool IsDigit(System.Text.Rune value)
sbool IsLetter(System.Text.Rune value)
sbool IsLetterOrDigit(System.Text.Rune value)
sbool IsLower(System.Text.Rune value)
sbool IsNumber(System.Text.Rune value)
sbool IsPunctuation(System.Text.Rune value)
sbool IsSeparator(System.Text.Rune value)
sbool IsSymbol(System.Text.Rune value)
sbool IsUpper(System.Text.Rune value)
sbool IsWhiteSpace(System.Text.Rune value)
sSystem.Text.Rune ToLower(System.Text.Rune value, cultureinfo culture)
sSystem.Text.Rune ToLowerInvariant(System.Text.Rune value)
sSystem.Text.Rune ToUpper(System.Text.Rune value, cultureinfo culture)
sSystem.Text.Rune ToUpperInvariant(System.Text.Rune value)
cnew(char ch)
cnew(char highSurrogate, char lowSurrogate)
cnew(int value)
cnew(uint value)
mint CompareTo(System.Text.Rune other)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[Rune].CompareTo(System.Text.Rune other)
mint EncodeToUtf16(System.Span[char] destination)
mint EncodeToUtf8(System.Span[byte] destination)
mbool Equals(System.Text.Rune other)
mbool IEquatable[Rune].Equals(System.Text.Rune other)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryEncodeToUtf16(System.Span[char] destination, [ref] int charsWritten)
mbool TryEncodeToUtf8(System.Span[byte] destination, [ref] int bytesWritten)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
#System.Text.RegularExpressions.Regex|class|System.Object|System.Runtime.Serialization.ISerializable|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|!InfiniteMatchTimeout
pSystem.Text.RegularExpressions.RegexOptions Options {get;}
pbool RightToLeft {get;}
ptimespan MatchTimeout {get;}
qint CacheSize {get;set;}
qtimespan InfiniteMatchTimeout {get;}
svoid CompileToAssembly(System.Text.RegularExpressions.RegexCompilationInfo[] regexinfos, System.Reflection.AssemblyName assemblyname)
svoid CompileToAssembly(System.Text.RegularExpressions.RegexCompilationInfo[] regexinfos, System.Reflection.AssemblyName assemblyname, System.Reflection.Emit.CustomAttributeBuilder[] attributes)
svoid CompileToAssembly(System.Text.RegularExpressions.RegexCompilationInfo[] regexinfos, System.Reflection.AssemblyName assemblyname, System.Reflection.Emit.CustomAttributeBuilder[] attributes, string resourceFile)
sstring Escape(string str)
sstring Unescape(string str)
sint Count(string input, string pattern)
sint Count(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sint Count(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sint Count(System.ReadOnlySpan[char] input, string pattern)
sint Count(System.ReadOnlySpan[char] input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sint Count(System.ReadOnlySpan[char] input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sbool IsMatch(string input, string pattern)
sbool IsMatch(System.ReadOnlySpan[char] input, string pattern)
sbool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sbool IsMatch(System.ReadOnlySpan[char] input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sbool IsMatch(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sbool IsMatch(System.ReadOnlySpan[char] input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sSystem.Text.RegularExpressions.Match Match(string input, string pattern)
sSystem.Text.RegularExpressions.Match Match(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sSystem.Text.RegularExpressions.Match Match(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sSystem.Text.RegularExpressions.MatchCollection Matches(string input, string pattern)
sSystem.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sSystem.Text.RegularExpressions.MatchCollection Matches(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sstring Replace(string input, string pattern, string replacement)
sstring Replace(string input, string pattern, string replacement, System.Text.RegularExpressions.RegexOptions options)
sstring Replace(string input, string pattern, string replacement, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sstring Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator)
sstring Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator, System.Text.RegularExpressions.RegexOptions options)
sstring Replace(string input, string pattern, System.Text.RegularExpressions.MatchEvaluator evaluator, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sstring[] Split(string input, string pattern)
sstring[] Split(string input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sstring[] Split(string input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sSystem.Text.RegularExpressions.Regex+ValueMatchEnumerator EnumerateMatches(System.ReadOnlySpan[char] input, string pattern)
sSystem.Text.RegularExpressions.Regex+ValueMatchEnumerator EnumerateMatches(System.ReadOnlySpan[char] input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sSystem.Text.RegularExpressions.Regex+ValueMatchEnumerator EnumerateMatches(System.ReadOnlySpan[char] input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
sSystem.Text.RegularExpressions.Regex+ValueSplitEnumerator EnumerateSplits(System.ReadOnlySpan[char] input, string pattern)
sSystem.Text.RegularExpressions.Regex+ValueSplitEnumerator EnumerateSplits(System.ReadOnlySpan[char] input, string pattern, System.Text.RegularExpressions.RegexOptions options)
sSystem.Text.RegularExpressions.Regex+ValueSplitEnumerator EnumerateSplits(System.ReadOnlySpan[char] input, string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
cnew(string pattern)
cnew(string pattern, System.Text.RegularExpressions.RegexOptions options)
cnew(string pattern, System.Text.RegularExpressions.RegexOptions options, timespan matchTimeout)
mstring[] GetGroupNames()
mint[] GetGroupNumbers()
mstring GroupNameFromNumber(int i)
mint GroupNumberFromName(string name)
mint Count(string input)
mint Count(System.ReadOnlySpan[char] input)
mint Count(System.ReadOnlySpan[char] input, int startat)
mbool IsMatch(string input)
mbool IsMatch(string input, int startat)
mbool IsMatch(System.ReadOnlySpan[char] input)
mbool IsMatch(System.ReadOnlySpan[char] input, int startat)
mSystem.Text.RegularExpressions.Match Match(string input)
mSystem.Text.RegularExpressions.Match Match(string input, int startat)
mSystem.Text.RegularExpressions.Match Match(string input, int beginning, int length)
mSystem.Text.RegularExpressions.MatchCollection Matches(string input)
mSystem.Text.RegularExpressions.MatchCollection Matches(string input, int startat)
mstring Replace(string input, string replacement)
mstring Replace(string input, string replacement, int count)
mstring Replace(string input, string replacement, int count, int startat)
mstring Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator)
mstring Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count)
mstring Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count, int startat)
mstring[] Split(string input)
mstring[] Split(string input, int count)
mstring[] Split(string input, int count, int startat)
mSystem.Text.RegularExpressions.Regex+ValueMatchEnumerator EnumerateMatches(System.ReadOnlySpan[char] input)
mSystem.Text.RegularExpressions.Regex+ValueMatchEnumerator EnumerateMatches(System.ReadOnlySpan[char] input, int startat)
mSystem.Text.RegularExpressions.Regex+ValueSplitEnumerator EnumerateSplits(System.ReadOnlySpan[char] input)
mSystem.Text.RegularExpressions.Regex+ValueSplitEnumerator EnumerateSplits(System.ReadOnlySpan[char] input, int count)
mSystem.Text.RegularExpressions.Regex+ValueSplitEnumerator EnumerateSplits(System.ReadOnlySpan[char] input, int count, int startat)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Text.RegularExpressions.Match|class|System.Text.RegularExpressions.Group||System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Text.RegularExpressions.GroupCollection Groups {get;}
qSystem.Text.RegularExpressions.Match Empty {get;}
sSystem.Text.RegularExpressions.Match Synchronized(System.Text.RegularExpressions.Match inner)
mSystem.Text.RegularExpressions.Match NextMatch()
mstring Result(string replacement)
#System.Text.RegularExpressions.Group|class|System.Text.RegularExpressions.Capture||System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool Success {get;}
pstring Name {get;}
pSystem.Text.RegularExpressions.CaptureCollection Captures {get;}
sSystem.Text.RegularExpressions.Group Synchronized(System.Text.RegularExpressions.Group inner)
#System.Text.RegularExpressions.Capture|class|System.Object||System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Index {get;}
pint Length {get;}
pstring Value {get;}
pSystem.ReadOnlySpan[char] ValueSpan {get;}
#System.Text.RegularExpressions.MatchCollection|class|System.Object|System.Collections.Generic.IList\`1[System.Text.RegularExpressions.Match] System.Collections.Generic.ICollection\`1[System.Text.RegularExpressions.Match] System.Collections.Generic.IEnumerable\`1[System.Text.RegularExpressions.Match] System.Collections.IEnumerable System.Collections.Generic.IReadOnlyList\`1[System.Text.RegularExpressions.Match] System.Collections.Generic.IReadOnlyCollection\`1[System.Text.RegularExpressions.Match] System.Collections.IList System.Collections.ICollection|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool IsReadOnly {get;}
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
pbool IsFixedSize {get;}
mSystem.Text.RegularExpressions.Match get_Item(int i)
mSystem.Text.RegularExpressions.Match IList[Match].get_Item(int index)
mSystem.Text.RegularExpressions.Match IReadOnlyList[Match].get_Item(int index)
mSystem.Object IList.get_Item(int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Text.RegularExpressions.Match] IEnumerable[Match].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid CopyTo(array array, int arrayIndex)
mvoid CopyTo(System.Text.RegularExpressions.Match[] array, int arrayIndex)
mvoid ICollection[Match].CopyTo(System.Text.RegularExpressions.Match[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mvoid IList[Match].set_Item(int index, System.Text.RegularExpressions.Match value)
mvoid IList.set_Item(int index, System.Object value)
mint IList[Match].IndexOf(System.Text.RegularExpressions.Match item)
mint IList.IndexOf(System.Object value)
mvoid IList[Match].Insert(int index, System.Text.RegularExpressions.Match item)
mvoid IList.Insert(int index, System.Object value)
mvoid IList[Match].RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mvoid ICollection[Match].Add(System.Text.RegularExpressions.Match item)
mint IList.Add(System.Object value)
mvoid ICollection[Match].Clear()
mvoid IList.Clear()
mbool ICollection[Match].Contains(System.Text.RegularExpressions.Match item)
mbool IList.Contains(System.Object value)
mbool ICollection[Match].Remove(System.Text.RegularExpressions.Match item)
mvoid IList.Remove(System.Object value)
#System.Text.RegularExpressions.GroupCollection|class|System.Object|System.Collections.Generic.IList\`1[System.Text.RegularExpressions.Group] System.Collections.Generic.ICollection\`1[System.Text.RegularExpressions.Group] System.Collections.Generic.IEnumerable\`1[System.Text.RegularExpressions.Group] System.Collections.IEnumerable System.Collections.Generic.IReadOnlyList\`1[System.Text.RegularExpressions.Group] System.Collections.Generic.IReadOnlyCollection\`1[System.Text.RegularExpressions.Group] System.Collections.IList System.Collections.ICollection System.Collections.Generic.IReadOnlyDictionary\`2[System.String,System.Text.RegularExpressions.Group] System.Collections.Generic.IReadOnlyCollection\`1[System.Collections.Generic.KeyValuePair\`2[System.String,System.Text.RegularExpressions.Group]] System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[System.String,System.Text.RegularExpressions.Group]]|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool IsReadOnly {get;}
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
pSystem.Collections.Generic.IEnumerable[string] Keys {get;}
pSystem.Collections.Generic.IEnumerable[System.Text.RegularExpressions.Group] Values {get;}
pbool IsFixedSize {get;}
mSystem.Text.RegularExpressions.Group get_Item(int groupnum)
mSystem.Text.RegularExpressions.Group get_Item(string groupname)
mSystem.Text.RegularExpressions.Group IList[Group].get_Item(int index)
mSystem.Text.RegularExpressions.Group IReadOnlyList[Group].get_Item(int index)
mSystem.Object IList.get_Item(int index)
mSystem.Text.RegularExpressions.Group IReadOnlyDictionary[string,Group].get_Item(string key)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Text.RegularExpressions.Group] IEnumerable[Group].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[string,System.Text.RegularExpressions.Group]] IEnumerable[KeyValuePair[string,Group]].GetEnumerator()
mvoid CopyTo(array array, int arrayIndex)
mvoid CopyTo(System.Text.RegularExpressions.Group[] array, int arrayIndex)
mvoid ICollection[Group].CopyTo(System.Text.RegularExpressions.Group[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mbool TryGetValue(string key, [ref] System.Text.RegularExpressions.Group value)
mbool IReadOnlyDictionary[string,Group].TryGetValue(string key, [ref] System.Text.RegularExpressions.Group value)
mbool ContainsKey(string key)
mbool IReadOnlyDictionary[string,Group].ContainsKey(string key)
mvoid IList[Group].set_Item(int index, System.Text.RegularExpressions.Group value)
mvoid IList.set_Item(int index, System.Object value)
mint IList[Group].IndexOf(System.Text.RegularExpressions.Group item)
mint IList.IndexOf(System.Object value)
mvoid IList[Group].Insert(int index, System.Text.RegularExpressions.Group item)
mvoid IList.Insert(int index, System.Object value)
mvoid IList[Group].RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mvoid ICollection[Group].Add(System.Text.RegularExpressions.Group item)
mint IList.Add(System.Object value)
mvoid ICollection[Group].Clear()
mvoid IList.Clear()
mbool ICollection[Group].Contains(System.Text.RegularExpressions.Group item)
mbool IList.Contains(System.Object value)
mbool ICollection[Group].Remove(System.Text.RegularExpressions.Group item)
mvoid IList.Remove(System.Object value)
#System.Text.RegularExpressions.CaptureCollection|class|System.Object|System.Collections.Generic.IList\`1[System.Text.RegularExpressions.Capture] System.Collections.Generic.ICollection\`1[System.Text.RegularExpressions.Capture] System.Collections.Generic.IEnumerable\`1[System.Text.RegularExpressions.Capture] System.Collections.IEnumerable System.Collections.Generic.IReadOnlyList\`1[System.Text.RegularExpressions.Capture] System.Collections.Generic.IReadOnlyCollection\`1[System.Text.RegularExpressions.Capture] System.Collections.IList System.Collections.ICollection|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool IsReadOnly {get;}
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
pbool IsFixedSize {get;}
mSystem.Text.RegularExpressions.Capture get_Item(int i)
mSystem.Text.RegularExpressions.Capture IList[Capture].get_Item(int index)
mSystem.Text.RegularExpressions.Capture IReadOnlyList[Capture].get_Item(int index)
mSystem.Object IList.get_Item(int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Text.RegularExpressions.Capture] IEnumerable[Capture].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid CopyTo(array array, int arrayIndex)
mvoid CopyTo(System.Text.RegularExpressions.Capture[] array, int arrayIndex)
mvoid ICollection[Capture].CopyTo(System.Text.RegularExpressions.Capture[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mvoid IList[Capture].set_Item(int index, System.Text.RegularExpressions.Capture value)
mvoid IList.set_Item(int index, System.Object value)
mint IList[Capture].IndexOf(System.Text.RegularExpressions.Capture item)
mint IList.IndexOf(System.Object value)
mvoid IList[Capture].Insert(int index, System.Text.RegularExpressions.Capture item)
mvoid IList.Insert(int index, System.Object value)
mvoid IList[Capture].RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mvoid ICollection[Capture].Add(System.Text.RegularExpressions.Capture item)
mint IList.Add(System.Object value)
mvoid ICollection[Capture].Clear()
mvoid IList.Clear()
mbool ICollection[Capture].Contains(System.Text.RegularExpressions.Capture item)
mbool IList.Contains(System.Object value)
mbool ICollection[Capture].Remove(System.Text.RegularExpressions.Capture item)
mvoid IList.Remove(System.Object value)
#System.Text.UTF7Encoding|class|System.Text.Encoding|System.ICloneable|||100001|
cnew()
cnew(bool allowOptionals)
#System.Text.EncodingInfo|class|System.Object||||100101|
pint CodePage {get;}
pstring Name {get;}
pstring DisplayName {get;}
cnew(System.Text.EncodingProvider provider, int codePage, string name, string displayName)
mSystem.Text.Encoding GetEncoding()
mbool Equals(System.Object value)
#System.Text.EncodingProvider|abstract|System.Object||||100081|
cnew()
mSystem.Text.Encoding GetEncoding(string name)
mSystem.Text.Encoding GetEncoding(int codepage)
mSystem.Text.Encoding GetEncoding(string name, System.Text.EncoderFallback encoderFallback, System.Text.DecoderFallback decoderFallback)
mSystem.Text.Encoding GetEncoding(int codepage, System.Text.EncoderFallback encoderFallback, System.Text.DecoderFallback decoderFallback)
mSystem.Collections.Generic.IEnumerable[System.Text.EncodingInfo] GetEncodings()
#System.Text.CodePagesEncodingProvider|class|System.Text.EncodingProvider||System.Text.Encoding.CodePages, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
qSystem.Text.EncodingProvider Instance {get;}
#System.Text.Decoder|abstract|System.Object||||100081|
pSystem.Text.DecoderFallback Fallback {get;set;}
pSystem.Text.DecoderFallbackBuffer FallbackBuffer {get;}
mvoid Reset()
mint GetCharCount(byte[] bytes, int index, int count)
mint GetCharCount(byte[] bytes, int index, int count, bool flush)
mint GetCharCount(System.Byte*~ bytes, int count, bool flush)
mint GetCharCount(System.ReadOnlySpan[byte] bytes, bool flush)
mint GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
mint GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush)
mint GetChars(System.Byte*~ bytes, int byteCount, System.Char*~ chars, int charCount, bool flush)
mint GetChars(System.ReadOnlySpan[byte] bytes, System.Span[char] chars, bool flush)
mvoid Convert(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, int charCount, bool flush, [ref] int bytesUsed, [ref] int charsUsed, [ref] bool completed)
mvoid Convert(System.Byte*~ bytes, int byteCount, System.Char*~ chars, int charCount, bool flush, [ref] int bytesUsed, [ref] int charsUsed, [ref] bool completed)
mvoid Convert(System.ReadOnlySpan[byte] bytes, System.Span[char] chars, bool flush, [ref] int bytesUsed, [ref] int charsUsed, [ref] bool completed)
#System.Text.Encoder|abstract|System.Object||||100081|
pSystem.Text.EncoderFallback Fallback {get;set;}
pSystem.Text.EncoderFallbackBuffer FallbackBuffer {get;}
mvoid Reset()
mint GetByteCount(char[] chars, int index, int count, bool flush)
mint GetByteCount(System.Char*~ chars, int count, bool flush)
mint GetByteCount(System.ReadOnlySpan[char] chars, bool flush)
mint GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex, bool flush)
mint GetBytes(System.Char*~ chars, int charCount, System.Byte*~ bytes, int byteCount, bool flush)
mint GetBytes(System.ReadOnlySpan[char] chars, System.Span[byte] bytes, bool flush)
mvoid Convert(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex, int byteCount, bool flush, [ref] int charsUsed, [ref] int bytesUsed, [ref] bool completed)
mvoid Convert(System.Char*~ chars, int charCount, System.Byte*~ bytes, int byteCount, bool flush, [ref] int charsUsed, [ref] int bytesUsed, [ref] bool completed)
mvoid Convert(System.ReadOnlySpan[char] chars, System.Span[byte] bytes, bool flush, [ref] int charsUsed, [ref] int bytesUsed, [ref] bool completed)
#System.Text.DecoderFallback|abstract|System.Object||||100081|
pint MaxCharCount {get;}
qSystem.Text.DecoderFallback ReplacementFallback {get;}
qSystem.Text.DecoderFallback ExceptionFallback {get;}
mSystem.Text.DecoderFallbackBuffer CreateFallbackBuffer()
#System.Text.EncoderFallback|abstract|System.Object||||100081|
pint MaxCharCount {get;}
qSystem.Text.EncoderFallback ReplacementFallback {get;}
qSystem.Text.EncoderFallback ExceptionFallback {get;}
mSystem.Text.EncoderFallbackBuffer CreateFallbackBuffer()
#System.Text.DecoderExceptionFallback|class|System.Text.DecoderFallback||||100101|
pint MaxCharCount {get;}
cnew()
mbool Equals(System.Object value)
#System.Text.EncoderExceptionFallback|class|System.Text.EncoderFallback||||100101|
pint MaxCharCount {get;}
cnew()
mbool Equals(System.Object value)
#System.Text.DecoderReplacementFallback|class|System.Text.DecoderFallback||||100101|
pstring DefaultString {get;}
pint MaxCharCount {get;}
cnew()
cnew(string replacement)
mbool Equals(System.Object value)
#System.Text.EncoderReplacementFallback|class|System.Text.EncoderFallback||||100101|
pstring DefaultString {get;}
pint MaxCharCount {get;}
cnew()
cnew(string replacement)
mbool Equals(System.Object value)
#System.Text.RegularExpressions.RegexCompilationInfo|class|System.Object||System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool IsPublic {get;set;}
ptimespan MatchTimeout {get;set;}
pstring Name {get;set;}
pstring Namespace {get;set;}
pSystem.Text.RegularExpressions.RegexOptions Options {get;set;}
pstring Pattern {get;set;}
cnew(string pattern, System.Text.RegularExpressions.RegexOptions options, string name, string fullnamespace, bool ispublic)
cnew(string pattern, System.Text.RegularExpressions.RegexOptions options, string name, string fullnamespace, bool ispublic, timespan matchTimeout)
#System.Globalization.TextElementEnumerator|class|System.Object|System.Collections.IEnumerator|||100001|
pSystem.Object Current {get;}
pint ElementIndex {get;}
mbool MoveNext()
mbool IEnumerator.MoveNext()
mstring GetTextElement()
mvoid Reset()
mvoid IEnumerator.Reset()
#System.Text.Encodings.Web.JavaScriptEncoder|abstract|System.Text.Encodings.Web.TextEncoder||System.Text.Encodings.Web, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
qSystem.Text.Encodings.Web.JavaScriptEncoder Default {get;}
qSystem.Text.Encodings.Web.JavaScriptEncoder UnsafeRelaxedJsonEscaping {get;}
sSystem.Text.Encodings.Web.JavaScriptEncoder Create(System.Text.Encodings.Web.TextEncoderSettings settings)
sSystem.Text.Encodings.Web.JavaScriptEncoder Create(Params System.Text.Unicode.UnicodeRange[] allowedRanges)
#System.Text.Encodings.Web.HtmlEncoder|abstract|System.Text.Encodings.Web.TextEncoder||System.Text.Encodings.Web, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
qSystem.Text.Encodings.Web.HtmlEncoder Default {get;}
sSystem.Text.Encodings.Web.HtmlEncoder Create(System.Text.Encodings.Web.TextEncoderSettings settings)
sSystem.Text.Encodings.Web.HtmlEncoder Create(Params System.Text.Unicode.UnicodeRange[] allowedRanges)
#System.Text.Encodings.Web.UrlEncoder|abstract|System.Text.Encodings.Web.TextEncoder||System.Text.Encodings.Web, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100081|
qSystem.Text.Encodings.Web.UrlEncoder Default {get;}
sSystem.Text.Encodings.Web.UrlEncoder Create(System.Text.Encodings.Web.TextEncoderSettings settings)
sSystem.Text.Encodings.Web.UrlEncoder Create(Params System.Text.Unicode.UnicodeRange[] allowedRanges)
`;
