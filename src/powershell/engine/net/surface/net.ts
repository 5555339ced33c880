/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const NET = `
#System.Net.IPAddress|class|System.Object|System.IFormattable System.IParsable\`1[System.Net.IPAddress]|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|
pSystem.Net.Sockets.AddressFamily AddressFamily {get;}
plong ScopeId {get;set;}
pbool IsIPv6Multicast {get;}
pbool IsIPv6LinkLocal {get;}
pbool IsIPv6SiteLocal {get;}
pbool IsIPv6Teredo {get;}
pbool IsIPv6UniqueLocal {get;}
pbool IsIPv4MappedToIPv6 {get;}
plong Address {get;set;}
qipaddress Any {get;}
qipaddress Loopback {get;}
qipaddress Broadcast {get;}
qipaddress None {get;}
qipaddress IPv6Any {get;}
qipaddress IPv6Loopback {get;}
qipaddress IPv6None {get;}
sbool IsValid(System.ReadOnlySpan[char] ipSpan)
sbool IsValidUtf8(System.ReadOnlySpan[byte] utf8Text)
sbool TryParse(string ipString, [ref] ipaddress address)
sbool TryParse(System.ReadOnlySpan[byte] utf8Text, [ref] ipaddress result)
sbool TryParse(System.ReadOnlySpan[char] ipSpan, [ref] ipaddress address)
sipaddress Parse(string ipString)
sipaddress Parse(System.ReadOnlySpan[byte] utf8Text)
sipaddress Parse(System.ReadOnlySpan[char] ipSpan)
slong HostToNetworkOrder(long host)
sint HostToNetworkOrder(int host)
sshort HostToNetworkOrder(short host)
slong NetworkToHostOrder(long network)
sint NetworkToHostOrder(int network)
sshort NetworkToHostOrder(short network)
sbool IsLoopback(ipaddress address)
cnew(long newAddress)
cnew(byte[] address, long scopeid)
cnew(System.ReadOnlySpan[byte] address, long scopeid)
cnew(byte[] address)
cnew(System.ReadOnlySpan[byte] address)
mbool TryWriteBytes(System.Span[byte] destination, [ref] int bytesWritten)
mbyte[] GetAddressBytes()
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool Equals(System.Object comparand)
mipaddress MapToIPv6()
mipaddress MapToIPv4()
#System.Net.IPEndPoint|class|System.Net.EndPoint||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|
pipaddress Address {get;set;}
pint Port {get;set;}
qint MinPort {get;}
qint MaxPort {get;}
sbool TryParse(string s, [ref] IPEndpoint result)
sbool TryParse(System.ReadOnlySpan[char] s, [ref] IPEndpoint result)
sIPEndpoint Parse(string s)
sIPEndpoint Parse(System.ReadOnlySpan[char] s)
cnew(long address, int port)
cnew(ipaddress address, int port)
mbool Equals(System.Object comparand)
#System.Net.Dns|static|System.Object||System.Net.NameResolution, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|
sstring GetHostName()
sSystem.Net.IPHostEntry GetHostEntry(ipaddress address)
sSystem.Net.IPHostEntry GetHostEntry(string hostNameOrAddress)
sSystem.Net.IPHostEntry GetHostEntry(string hostNameOrAddress, System.Net.Sockets.AddressFamily family)
sSystem.Threading.Tasks.Task[System.Net.IPHostEntry] GetHostEntryAsync(string hostNameOrAddress)
sSystem.Threading.Tasks.Task[System.Net.IPHostEntry] GetHostEntryAsync(string hostNameOrAddress, System.Threading.CancellationToken cancellationToken)
sSystem.Threading.Tasks.Task[System.Net.IPHostEntry] GetHostEntryAsync(string hostNameOrAddress, System.Net.Sockets.AddressFamily family, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task[System.Net.IPHostEntry] GetHostEntryAsync(ipaddress address)
sSystem.IAsyncResult BeginGetHostEntry(ipaddress address, System.AsyncCallback requestCallback, System.Object stateObject)
sSystem.IAsyncResult BeginGetHostEntry(string hostNameOrAddress, System.AsyncCallback requestCallback, System.Object stateObject)
sSystem.Net.IPHostEntry EndGetHostEntry(System.IAsyncResult asyncResult)
sipaddress[] GetHostAddresses(string hostNameOrAddress)
sipaddress[] GetHostAddresses(string hostNameOrAddress, System.Net.Sockets.AddressFamily family)
sSystem.Threading.Tasks.Task[ipaddress[]] GetHostAddressesAsync(string hostNameOrAddress)
sSystem.Threading.Tasks.Task[ipaddress[]] GetHostAddressesAsync(string hostNameOrAddress, System.Threading.CancellationToken cancellationToken)
sSystem.Threading.Tasks.Task[ipaddress[]] GetHostAddressesAsync(string hostNameOrAddress, System.Net.Sockets.AddressFamily family, System.Threading.CancellationToken cancellationToken = default)
sSystem.IAsyncResult BeginGetHostAddresses(string hostNameOrAddress, System.AsyncCallback requestCallback, System.Object state)
sipaddress[] EndGetHostAddresses(System.IAsyncResult asyncResult)
sSystem.Net.IPHostEntry GetHostByName(string hostName)
sSystem.IAsyncResult BeginGetHostByName(string hostName, System.AsyncCallback requestCallback, System.Object stateObject)
sSystem.Net.IPHostEntry EndGetHostByName(System.IAsyncResult asyncResult)
sSystem.Net.IPHostEntry GetHostByAddress(string address)
sSystem.Net.IPHostEntry GetHostByAddress(ipaddress address)
sSystem.Net.IPHostEntry Resolve(string hostName)
sSystem.IAsyncResult BeginResolve(string hostName, System.AsyncCallback requestCallback, System.Object stateObject)
sSystem.Net.IPHostEntry EndResolve(System.IAsyncResult asyncResult)
#System.Net.IPHostEntry|class|System.Object||System.Net.NameResolution, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|
pstring HostName {get;set;}
pstring[] Aliases {get;set;}
pipaddress[] AddressList {get;set;}
cnew()
#System.Net.Mail.MailAddress|class|System.Object||System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
pstring DisplayName {get;}
pstring User {get;}
pstring Host {get;}
pstring Address {get;}
sbool TryCreate(string address, [ref] mailaddress result)
sbool TryCreate(string address, string displayName, [ref] mailaddress result)
sbool TryCreate(string address, string displayName, System.Text.Encoding displayNameEncoding, [ref] mailaddress result)
cnew(string address)
cnew(string address, string displayName)
cnew(string address, string displayName, System.Text.Encoding displayNameEncoding)
mbool Equals(System.Object value)
#System.Net.WebUtility|static|System.Object|||
sstring HtmlEncode(string value)
svoid HtmlEncode(string value, System.IO.TextWriter output)
sstring HtmlDecode(string value)
svoid HtmlDecode(string value, System.IO.TextWriter output)
sstring UrlEncode(string value)
sbyte[] UrlEncodeToBytes(byte[] value, int offset, int count)
sstring UrlDecode(string encodedValue)
sbyte[] UrlDecodeToBytes(byte[] encodedValue, int offset, int count)
#System.Web.HttpUtility|class|System.Object||System.Web.HttpUtility, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51|
sSystem.Collections.Specialized.NameValueCollection ParseQueryString(string query)
sSystem.Collections.Specialized.NameValueCollection ParseQueryString(string query, System.Text.Encoding encoding)
sstring HtmlDecode(string s)
svoid HtmlDecode(string s, System.IO.TextWriter output)
sstring HtmlEncode(string s)
sstring HtmlEncode(System.Object value)
svoid HtmlEncode(string s, System.IO.TextWriter output)
sstring HtmlAttributeEncode(string s)
svoid HtmlAttributeEncode(string s, System.IO.TextWriter output)
sstring UrlEncode(string str)
sstring UrlEncode(string str, System.Text.Encoding e)
sstring UrlEncode(byte[] bytes)
sstring UrlEncode(byte[] bytes, int offset, int count)
sstring UrlPathEncode(string str)
sbyte[] UrlEncodeToBytes(string str)
sbyte[] UrlEncodeToBytes(byte[] bytes)
sbyte[] UrlEncodeToBytes(string str, System.Text.Encoding e)
sbyte[] UrlEncodeToBytes(byte[] bytes, int offset, int count)
sbyte[] UrlEncodeUnicodeToBytes(string str)
sstring UrlDecode(string str)
sstring UrlDecode(byte[] bytes, System.Text.Encoding e)
sstring UrlDecode(string str, System.Text.Encoding e)
sstring UrlDecode(byte[] bytes, int offset, int count, System.Text.Encoding e)
sbyte[] UrlDecodeToBytes(string str)
sbyte[] UrlDecodeToBytes(string str, System.Text.Encoding e)
sbyte[] UrlDecodeToBytes(byte[] bytes)
sbyte[] UrlDecodeToBytes(byte[] bytes, int offset, int count)
sstring UrlEncodeUnicode(string str)
sstring JavaScriptStringEncode(string value)
sstring JavaScriptStringEncode(string value, bool addDoubleQuotes)
cnew()
#System.Net.NetworkInformation.PhysicalAddress|class|System.Object||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|
qPhysicalAddress None {get;}
sPhysicalAddress Parse(string address)
sPhysicalAddress Parse(System.ReadOnlySpan[char] address)
sbool TryParse(string address, [ref] PhysicalAddress value)
sbool TryParse(System.ReadOnlySpan[char] address, [ref] PhysicalAddress value)
cnew(byte[] address)
mbool Equals(System.Object comparand)
mbyte[] GetAddressBytes()
#System.Net.ServicePointManager|class|System.Object||System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a|
#System.Threading.Thread|class|System.Runtime.ConstrainedExecution.CriticalFinalizerObject|||
pint ManagedThreadId {get;}
pbool IsAlive {get;}
pbool IsBackground {get;set;}
pbool IsThreadPoolThread {get;}
pSystem.Threading.ThreadPriority Priority {get;set;}
pSystem.Threading.ThreadState ThreadState {get;}
pcultureinfo CurrentCulture {get;set;}
pcultureinfo CurrentUICulture {get;set;}
pSystem.Threading.ExecutionContext ExecutionContext {get;}
pstring Name {get;set;}
pSystem.Threading.ApartmentState ApartmentState {get;set;}
qSystem.Security.Principal.IPrincipal CurrentPrincipal {get;set;}
qSystem.Threading.Thread CurrentThread {get;}
svoid SpinWait(int iterations)
sbool Yield()
svoid Sleep(int millisecondsTimeout)
svoid Sleep(timespan timeout)
svoid ResetAbort()
svoid BeginCriticalRegion()
svoid EndCriticalRegion()
svoid BeginThreadAffinity()
svoid EndThreadAffinity()
sSystem.LocalDataStoreSlot AllocateDataSlot()
sSystem.LocalDataStoreSlot AllocateNamedDataSlot(string name)
sSystem.LocalDataStoreSlot GetNamedDataSlot(string name)
svoid FreeNamedDataSlot(string name)
sSystem.Object GetData(System.LocalDataStoreSlot slot)
svoid SetData(System.LocalDataStoreSlot slot, System.Object data)
sSystem.AppDomain GetDomain()
sint GetDomainID()
svoid MemoryBarrier()
sbyte VolatileRead([ref] byte address)
sdouble VolatileRead([ref] double address)
sshort VolatileRead([ref] short address)
sint VolatileRead([ref] int address)
slong VolatileRead([ref] long address)
sSystem.IntPtr VolatileRead([ref] System.IntPtr address)
sSystem.Object VolatileRead([ref] System.Object address)
ssbyte VolatileRead([ref] sbyte address)
sfloat VolatileRead([ref] float address)
sushort VolatileRead([ref] ushort address)
suint VolatileRead([ref] uint address)
sulong VolatileRead([ref] ulong address)
sSystem.UIntPtr VolatileRead([ref] System.UIntPtr address)
svoid VolatileWrite([ref] byte address, byte value)
svoid VolatileWrite([ref] double address, double value)
svoid VolatileWrite([ref] short address, short value)
svoid VolatileWrite([ref] int address, int value)
svoid VolatileWrite([ref] long address, long value)
svoid VolatileWrite([ref] System.IntPtr address, System.IntPtr value)
svoid VolatileWrite([ref] System.Object address, System.Object value)
svoid VolatileWrite([ref] sbyte address, sbyte value)
svoid VolatileWrite([ref] float address, float value)
svoid VolatileWrite([ref] ushort address, ushort value)
svoid VolatileWrite([ref] uint address, uint value)
svoid VolatileWrite([ref] ulong address, ulong value)
svoid VolatileWrite([ref] System.UIntPtr address, System.UIntPtr value)
sint GetCurrentProcessorId()
cnew(System.Threading.ThreadStart start)
cnew(System.Threading.ThreadStart start, int maxStackSize)
cnew(System.Threading.ParameterizedThreadStart start)
cnew(System.Threading.ParameterizedThreadStart start, int maxStackSize)
mSystem.Threading.ApartmentState GetApartmentState()
mvoid DisableComObjectEagerCleanup()
mvoid Interrupt()
mbool Join(int millisecondsTimeout)
mvoid Join()
mbool Join(timespan timeout)
mvoid Start(System.Object parameter)
mvoid Start()
mvoid UnsafeStart(System.Object parameter)
mvoid UnsafeStart()
mvoid Abort()
mvoid Abort(System.Object stateInfo)
mvoid Suspend()
mvoid Resume()
mvoid SetApartmentState(System.Threading.ApartmentState state)
mbool TrySetApartmentState(System.Threading.ApartmentState state)
mSystem.Threading.CompressedStack GetCompressedStack()
mvoid SetCompressedStack(System.Threading.CompressedStack stack)
#System.Threading.Interlocked|static|System.Object|||
sint Increment([ref] int location)
slong Increment([ref] long location)
suint Increment([ref] uint location)
sulong Increment([ref] ulong location)
sint Decrement([ref] int location)
slong Decrement([ref] long location)
suint Decrement([ref] uint location)
sulong Decrement([ref] ulong location)
sint Exchange([ref] int location1, int value)
slong Exchange([ref] long location1, long value)
sSystem.Object Exchange([ref] System.Object location1, System.Object value)
ssbyte Exchange([ref] sbyte location1, sbyte value)
sshort Exchange([ref] short location1, short value)
sbyte Exchange([ref] byte location1, byte value)
sushort Exchange([ref] ushort location1, ushort value)
suint Exchange([ref] uint location1, uint value)
sulong Exchange([ref] ulong location1, ulong value)
sfloat Exchange([ref] float location1, float value)
sdouble Exchange([ref] double location1, double value)
sSystem.IntPtr Exchange([ref] System.IntPtr location1, System.IntPtr value)
sSystem.UIntPtr Exchange([ref] System.UIntPtr location1, System.UIntPtr value)
sT Exchange[T]([ref] T location1, T value)
sint CompareExchange([ref] int location1, int value, int comparand)
slong CompareExchange([ref] long location1, long value, long comparand)
sSystem.Object CompareExchange([ref] System.Object location1, System.Object value, System.Object comparand)
ssbyte CompareExchange([ref] sbyte location1, sbyte value, sbyte comparand)
sshort CompareExchange([ref] short location1, short value, short comparand)
sbyte CompareExchange([ref] byte location1, byte value, byte comparand)
sushort CompareExchange([ref] ushort location1, ushort value, ushort comparand)
suint CompareExchange([ref] uint location1, uint value, uint comparand)
sulong CompareExchange([ref] ulong location1, ulong value, ulong comparand)
sfloat CompareExchange([ref] float location1, float value, float comparand)
sdouble CompareExchange([ref] double location1, double value, double comparand)
sSystem.IntPtr CompareExchange([ref] System.IntPtr location1, System.IntPtr value, System.IntPtr comparand)
sSystem.UIntPtr CompareExchange([ref] System.UIntPtr location1, System.UIntPtr value, System.UIntPtr comparand)
sT CompareExchange[T]([ref] T location1, T value, T comparand)
sint Add([ref] int location1, int value)
slong Add([ref] long location1, long value)
suint Add([ref] uint location1, uint value)
sulong Add([ref] ulong location1, ulong value)
slong Read([ref] long location)
sulong Read([ref] ulong location)
svoid MemoryBarrierProcessWide()
sint And([ref] int location1, int value)
suint And([ref] uint location1, uint value)
slong And([ref] long location1, long value)
sulong And([ref] ulong location1, ulong value)
sint Or([ref] int location1, int value)
suint Or([ref] uint location1, uint value)
slong Or([ref] long location1, long value)
sulong Or([ref] ulong location1, ulong value)
svoid MemoryBarrier()
#System.Threading.Monitor|static|System.Object|||
#System.Threading.CancellationToken|struct|System.ValueType|System.IEquatable\`1[System.Threading.CancellationToken]||
#System.Threading.CancellationTokenSource|class|System.Object|System.IDisposable||
#System.Threading.Mutex|class|System.Threading.WaitHandle|System.IDisposable||
#System.Threading.ManualResetEvent|class|System.Threading.EventWaitHandle|System.IDisposable||
`;
