/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const NET = `
#System.Net.IPAddress|class|System.Object|System.IFormattable System.IParsable\`1[System.Net.IPAddress]|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|!Any !Loopback !Broadcast !None !IPv6Any !IPv6Loopback !IPv6None
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
#System.Net.IPEndPoint|class|System.Net.EndPoint||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=MinPort =MaxPort
pSystem.Net.Sockets.AddressFamily AddressFamily {get;}
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
#System.Net.Dns|static|System.Object||System.Net.NameResolution, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
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
#System.Net.IPHostEntry|class|System.Object||System.Net.NameResolution, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring HostName {get;set;}
pstring[] Aliases {get;set;}
pipaddress[] AddressList {get;set;}
cnew()
#System.Net.Mail.MailAddress|class|System.Object||System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
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
#System.Net.WebUtility|static|System.Object||||100181|
sstring HtmlEncode(string value)
svoid HtmlEncode(string value, System.IO.TextWriter output)
sstring HtmlDecode(string value)
svoid HtmlDecode(string value, System.IO.TextWriter output)
sstring UrlEncode(string value)
sbyte[] UrlEncodeToBytes(byte[] value, int offset, int count)
sstring UrlDecode(string encodedValue)
sbyte[] UrlDecodeToBytes(byte[] encodedValue, int offset, int count)
#System.Web.HttpUtility|class|System.Object||System.Web.HttpUtility, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
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
#System.Net.NetworkInformation.PhysicalAddress|class|System.Object||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|!None
qPhysicalAddress None {get;}
sPhysicalAddress Parse(string address)
sPhysicalAddress Parse(System.ReadOnlySpan[char] address)
sbool TryParse(string address, [ref] PhysicalAddress value)
sbool TryParse(System.ReadOnlySpan[char] address, [ref] PhysicalAddress value)
cnew(byte[] address)
mbool Equals(System.Object comparand)
mbyte[] GetAddressBytes()
#System.Net.ServicePointManager|class|System.Object||System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=DefaultNonPersistentConnectionLimit =DefaultPersistentConnectionLimit
qSystem.Net.SecurityProtocolType SecurityProtocol {get;set;}
qint MaxServicePoints {get;set;}
qint DefaultConnectionLimit {get;set;}
qint MaxServicePointIdleTime {get;set;}
qbool UseNagleAlgorithm {get;set;}
qbool Expect100Continue {get;set;}
qbool EnableDnsRoundRobin {get;set;}
qint DnsRefreshTimeout {get;set;}
qSystem.Net.Security.RemoteCertificateValidationCallback ServerCertificateValidationCallback {get;set;}
qbool ReusePort {get;set;}
qbool CheckCertificateRevocationList {get;set;}
qSystem.Net.Security.EncryptionPolicy EncryptionPolicy {get;}
qint DefaultNonPersistentConnectionLimit {get;}
qint DefaultPersistentConnectionLimit {get;}
sSystem.Net.ServicePoint FindServicePoint(uri address)
sSystem.Net.ServicePoint FindServicePoint(string uriString, System.Net.IWebProxy proxy)
sSystem.Net.ServicePoint FindServicePoint(uri address, System.Net.IWebProxy proxy)
svoid SetTcpKeepAlive(bool enabled, int keepAliveTime, int keepAliveInterval)
#System.Net.EndPoint|abstract|System.Object||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pSystem.Net.Sockets.AddressFamily AddressFamily {get;}
mSystem.Net.SocketAddress Serialize()
mSystem.Net.EndPoint Create(System.Net.SocketAddress socketAddress)
#System.Net.DnsEndPoint|class|System.Net.EndPoint||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Host {get;}
pSystem.Net.Sockets.AddressFamily AddressFamily {get;}
pint Port {get;}
cnew(string host, int port)
cnew(string host, int port, System.Net.Sockets.AddressFamily addressFamily)
mbool Equals(System.Object comparand)
#System.Net.IPNetwork|struct|System.ValueType|System.IEquatable\`1[System.Net.IPNetwork] System.IFormattable System.IParsable\`1[System.Net.IPNetwork]|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100109|
pipaddress BaseAddress {get;}
pint PrefixLength {get;}
sSystem.Net.IPNetwork Parse(string s)
sSystem.Net.IPNetwork Parse(System.ReadOnlySpan[char] s)
sSystem.Net.IPNetwork Parse(System.ReadOnlySpan[byte] utf8Text)
sbool TryParse(string s, [ref] System.Net.IPNetwork result)
sbool TryParse(System.ReadOnlySpan[char] s, [ref] System.Net.IPNetwork result)
sbool TryParse(System.ReadOnlySpan[byte] utf8Text, [ref] System.Net.IPNetwork result)
sbool op_Equality(System.Net.IPNetwork left, System.Net.IPNetwork right)
sbool op_Inequality(System.Net.IPNetwork left, System.Net.IPNetwork right)
cnew(ipaddress baseAddress, int prefixLength)
mbool Contains(ipaddress address)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mbool TryFormat(System.Span[char] destination, [ref] int charsWritten)
mbool TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten)
mbool ISpanFormattable.TryFormat(System.Span[char] destination, [ref] int charsWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool IUtf8SpanFormattable.TryFormat(System.Span[byte] utf8Destination, [ref] int bytesWritten, System.ReadOnlySpan[char] format, System.IFormatProvider provider)
mbool Equals(System.Net.IPNetwork other)
mbool IEquatable[IPNetwork].Equals(System.Net.IPNetwork other)
#System.Net.CredentialCache|class|System.Object|System.Net.ICredentials System.Net.ICredentialsByHost System.Collections.IEnumerable|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
qSystem.Net.ICredentials DefaultCredentials {get;}
qSystem.Net.NetworkCredential DefaultNetworkCredentials {get;}
cnew()
mvoid Add(uri uriPrefix, string authType, System.Net.NetworkCredential cred)
mvoid Add(string host, int port, string authenticationType, System.Net.NetworkCredential credential)
mvoid Remove(uri uriPrefix, string authType)
mvoid Remove(string host, int port, string authenticationType)
mSystem.Net.NetworkCredential GetCredential(uri uriPrefix, string authType)
mSystem.Net.NetworkCredential GetCredential(string host, int port, string authenticationType)
mSystem.Net.NetworkCredential ICredentials.GetCredential(uri uri, string authType)
mSystem.Net.NetworkCredential ICredentialsByHost.GetCredential(string host, int port, string authenticationType)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Net.ICredentials|interface|||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.Net.IWebProxy|interface|||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.Net.WebProxy|class|System.Object|System.Net.IWebProxy System.Runtime.Serialization.ISerializable|System.Net.WebProxy, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
puri Address {get;set;}
pbool BypassProxyOnLocal {get;set;}
pstring[] BypassList {get;set;}
pSystem.Collections.ArrayList BypassArrayList {get;}
pSystem.Net.ICredentials Credentials {get;set;}
pbool UseDefaultCredentials {get;set;}
sSystem.Net.WebProxy GetDefaultProxy()
cnew()
cnew(uri Address)
cnew(uri Address, bool BypassOnLocal)
cnew(uri Address, bool BypassOnLocal, string[] BypassList)
cnew(uri Address, bool BypassOnLocal, string[] BypassList, System.Net.ICredentials Credentials)
cnew(string Host, int Port)
cnew(string Address)
cnew(string Address, bool BypassOnLocal)
cnew(string Address, bool BypassOnLocal, string[] BypassList)
cnew(string Address, bool BypassOnLocal, string[] BypassList, System.Net.ICredentials Credentials)
muri GetProxy(uri destination)
muri IWebProxy.GetProxy(uri destination)
mbool IsBypassed(uri host)
mbool IWebProxy.IsBypassed(uri host)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Net.WebClient|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.Net.WebClient, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Text.Encoding Encoding {get;set;}
pstring BaseAddress {get;set;}
pSystem.Net.ICredentials Credentials {get;set;}
pbool UseDefaultCredentials {get;set;}
pSystem.Net.WebHeaderCollection Headers {get;set;}
pSystem.Collections.Specialized.NameValueCollection QueryString {get;set;}
pSystem.Net.WebHeaderCollection ResponseHeaders {get;}
pSystem.Net.IWebProxy Proxy {get;set;}
pSystem.Net.Cache.RequestCachePolicy CachePolicy {get;set;}
pbool IsBusy {get;}
pbool AllowReadStreamBuffering {get;set;}
pbool AllowWriteStreamBuffering {get;set;}
cnew()
mbyte[] DownloadData(string address)
mbyte[] DownloadData(uri address)
mvoid DownloadFile(string address, string fileName)
mvoid DownloadFile(uri address, string fileName)
mSystem.IO.Stream OpenRead(string address)
mSystem.IO.Stream OpenRead(uri address)
mSystem.IO.Stream OpenWrite(string address)
mSystem.IO.Stream OpenWrite(uri address)
mSystem.IO.Stream OpenWrite(string address, string method)
mSystem.IO.Stream OpenWrite(uri address, string method)
mbyte[] UploadData(string address, byte[] data)
mbyte[] UploadData(uri address, byte[] data)
mbyte[] UploadData(string address, string method, byte[] data)
mbyte[] UploadData(uri address, string method, byte[] data)
mbyte[] UploadFile(string address, string fileName)
mbyte[] UploadFile(uri address, string fileName)
mbyte[] UploadFile(string address, string method, string fileName)
mbyte[] UploadFile(uri address, string method, string fileName)
mbyte[] UploadValues(string address, System.Collections.Specialized.NameValueCollection data)
mbyte[] UploadValues(uri address, System.Collections.Specialized.NameValueCollection data)
mbyte[] UploadValues(string address, string method, System.Collections.Specialized.NameValueCollection data)
mbyte[] UploadValues(uri address, string method, System.Collections.Specialized.NameValueCollection data)
mstring UploadString(string address, string data)
mstring UploadString(uri address, string data)
mstring UploadString(string address, string method, string data)
mstring UploadString(uri address, string method, string data)
mstring DownloadString(string address)
mstring DownloadString(uri address)
mvoid OpenReadAsync(uri address)
mvoid OpenReadAsync(uri address, System.Object userToken)
mvoid OpenWriteAsync(uri address)
mvoid OpenWriteAsync(uri address, string method)
mvoid OpenWriteAsync(uri address, string method, System.Object userToken)
mvoid DownloadStringAsync(uri address)
mvoid DownloadStringAsync(uri address, System.Object userToken)
mvoid DownloadDataAsync(uri address)
mvoid DownloadDataAsync(uri address, System.Object userToken)
mvoid DownloadFileAsync(uri address, string fileName)
mvoid DownloadFileAsync(uri address, string fileName, System.Object userToken)
mvoid UploadStringAsync(uri address, string data)
mvoid UploadStringAsync(uri address, string method, string data)
mvoid UploadStringAsync(uri address, string method, string data, System.Object userToken)
mvoid UploadDataAsync(uri address, byte[] data)
mvoid UploadDataAsync(uri address, string method, byte[] data)
mvoid UploadDataAsync(uri address, string method, byte[] data, System.Object userToken)
mvoid UploadFileAsync(uri address, string fileName)
mvoid UploadFileAsync(uri address, string method, string fileName)
mvoid UploadFileAsync(uri address, string method, string fileName, System.Object userToken)
mvoid UploadValuesAsync(uri address, System.Collections.Specialized.NameValueCollection data)
mvoid UploadValuesAsync(uri address, string method, System.Collections.Specialized.NameValueCollection data)
mvoid UploadValuesAsync(uri address, string method, System.Collections.Specialized.NameValueCollection data, System.Object userToken)
mvoid CancelAsync()
mSystem.Threading.Tasks.Task[string] DownloadStringTaskAsync(string address)
mSystem.Threading.Tasks.Task[string] DownloadStringTaskAsync(uri address)
mSystem.Threading.Tasks.Task[System.IO.Stream] OpenReadTaskAsync(string address)
mSystem.Threading.Tasks.Task[System.IO.Stream] OpenReadTaskAsync(uri address)
mSystem.Threading.Tasks.Task[System.IO.Stream] OpenWriteTaskAsync(string address)
mSystem.Threading.Tasks.Task[System.IO.Stream] OpenWriteTaskAsync(uri address)
mSystem.Threading.Tasks.Task[System.IO.Stream] OpenWriteTaskAsync(string address, string method)
mSystem.Threading.Tasks.Task[System.IO.Stream] OpenWriteTaskAsync(uri address, string method)
mSystem.Threading.Tasks.Task[string] UploadStringTaskAsync(string address, string data)
mSystem.Threading.Tasks.Task[string] UploadStringTaskAsync(uri address, string data)
mSystem.Threading.Tasks.Task[string] UploadStringTaskAsync(string address, string method, string data)
mSystem.Threading.Tasks.Task[string] UploadStringTaskAsync(uri address, string method, string data)
mSystem.Threading.Tasks.Task[byte[]] DownloadDataTaskAsync(string address)
mSystem.Threading.Tasks.Task[byte[]] DownloadDataTaskAsync(uri address)
mSystem.Threading.Tasks.Task DownloadFileTaskAsync(string address, string fileName)
mSystem.Threading.Tasks.Task DownloadFileTaskAsync(uri address, string fileName)
mSystem.Threading.Tasks.Task[byte[]] UploadDataTaskAsync(string address, byte[] data)
mSystem.Threading.Tasks.Task[byte[]] UploadDataTaskAsync(uri address, byte[] data)
mSystem.Threading.Tasks.Task[byte[]] UploadDataTaskAsync(string address, string method, byte[] data)
mSystem.Threading.Tasks.Task[byte[]] UploadDataTaskAsync(uri address, string method, byte[] data)
mSystem.Threading.Tasks.Task[byte[]] UploadFileTaskAsync(string address, string fileName)
mSystem.Threading.Tasks.Task[byte[]] UploadFileTaskAsync(uri address, string fileName)
mSystem.Threading.Tasks.Task[byte[]] UploadFileTaskAsync(string address, string method, string fileName)
mSystem.Threading.Tasks.Task[byte[]] UploadFileTaskAsync(uri address, string method, string fileName)
mSystem.Threading.Tasks.Task[byte[]] UploadValuesTaskAsync(string address, System.Collections.Specialized.NameValueCollection data)
mSystem.Threading.Tasks.Task[byte[]] UploadValuesTaskAsync(string address, string method, System.Collections.Specialized.NameValueCollection data)
mSystem.Threading.Tasks.Task[byte[]] UploadValuesTaskAsync(uri address, System.Collections.Specialized.NameValueCollection data)
mSystem.Threading.Tasks.Task[byte[]] UploadValuesTaskAsync(uri address, string method, System.Collections.Specialized.NameValueCollection data)
#System.Net.WebRequest|abstract|System.MarshalByRefObject|System.Runtime.Serialization.ISerializable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pSystem.Net.Cache.RequestCachePolicy CachePolicy {get;set;}
pSystem.Net.Security.AuthenticationLevel AuthenticationLevel {get;set;}
pSystem.Security.Principal.TokenImpersonationLevel ImpersonationLevel {get;set;}
pstring ConnectionGroupName {get;set;}
pstring Method {get;set;}
puri RequestUri {get;}
pSystem.Net.WebHeaderCollection Headers {get;set;}
plong ContentLength {get;set;}
pstring ContentType {get;set;}
pSystem.Net.ICredentials Credentials {get;set;}
pint Timeout {get;set;}
pbool UseDefaultCredentials {get;set;}
pbool PreAuthenticate {get;set;}
pSystem.Net.IWebProxy Proxy {get;set;}
qSystem.Net.Cache.RequestCachePolicy DefaultCachePolicy {get;set;}
qSystem.Net.IWebProxy DefaultWebProxy {get;set;}
sSystem.Net.WebRequest Create(string requestUriString)
sSystem.Net.WebRequest Create(uri requestUri)
sSystem.Net.WebRequest CreateDefault(uri requestUri)
sSystem.Net.HttpWebRequest CreateHttp(string requestUriString)
sSystem.Net.HttpWebRequest CreateHttp(uri requestUri)
sbool RegisterPrefix(string prefix, System.Net.IWebRequestCreate creator)
sSystem.Net.IWebProxy GetSystemWebProxy()
mSystem.IO.Stream GetRequestStream()
mSystem.Net.WebResponse GetResponse()
mSystem.IAsyncResult BeginGetResponse(System.AsyncCallback callback, System.Object state)
mSystem.Net.WebResponse EndGetResponse(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginGetRequestStream(System.AsyncCallback callback, System.Object state)
mSystem.IO.Stream EndGetRequestStream(System.IAsyncResult asyncResult)
mSystem.Threading.Tasks.Task[System.IO.Stream] GetRequestStreamAsync()
mSystem.Threading.Tasks.Task[System.Net.WebResponse] GetResponseAsync()
mvoid Abort()
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Net.HttpWebRequest|class|System.Net.WebRequest|System.Runtime.Serialization.ISerializable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Accept {get;set;}
pbool AllowReadStreamBuffering {get;set;}
pint MaximumResponseHeadersLength {get;set;}
pint MaximumAutomaticRedirections {get;set;}
pstring ContentType {get;set;}
pint ContinueTimeout {get;set;}
pint Timeout {get;set;}
plong ContentLength {get;set;}
puri Address {get;}
pstring UserAgent {get;set;}
pstring Host {get;set;}
pbool Pipelined {get;set;}
pstring Referer {get;set;}
pstring MediaType {get;set;}
pstring TransferEncoding {get;set;}
pbool KeepAlive {get;set;}
pbool UnsafeAuthenticatedConnectionSharing {get;set;}
pSystem.Net.DecompressionMethods AutomaticDecompression {get;set;}
pbool AllowWriteStreamBuffering {get;set;}
pbool AllowAutoRedirect {get;set;}
pstring ConnectionGroupName {get;set;}
pbool PreAuthenticate {get;set;}
pstring Connection {get;set;}
pstring Expect {get;set;}
pdatetime IfModifiedSince {get;set;}
pdatetime Date {get;set;}
pbool SendChunked {get;set;}
pSystem.Net.HttpContinueDelegate ContinueDelegate {get;set;}
pSystem.Net.ServicePoint ServicePoint {get;}
pSystem.Net.Security.RemoteCertificateValidationCallback ServerCertificateValidationCallback {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509CertificateCollection ClientCertificates {get;set;}
pversion ProtocolVersion {get;set;}
pint ReadWriteTimeout {get;set;}
pSystem.Net.CookieContainer CookieContainer {get;set;}
pSystem.Net.ICredentials Credentials {get;set;}
pbool HaveResponse {get;}
pSystem.Net.WebHeaderCollection Headers {get;set;}
pstring Method {get;set;}
puri RequestUri {get;}
pbool SupportsCookieContainer {get;}
pbool UseDefaultCredentials {get;set;}
pSystem.Net.IWebProxy Proxy {get;set;}
qint DefaultMaximumResponseHeadersLength {get;set;}
qint DefaultMaximumErrorResponseLength {get;set;}
mSystem.IO.Stream GetRequestStream([ref] System.Net.TransportContext context)
mSystem.IO.Stream EndGetRequestStream(System.IAsyncResult asyncResult, [ref] System.Net.TransportContext context)
mvoid AddRange(int from, int to)
mvoid AddRange(long from, long to)
mvoid AddRange(int range)
mvoid AddRange(long range)
mvoid AddRange(string rangeSpecifier, int from, int to)
mvoid AddRange(string rangeSpecifier, long from, long to)
mvoid AddRange(string rangeSpecifier, int range)
mvoid AddRange(string rangeSpecifier, long range)
#System.Net.FtpWebRequest|class|System.Net.WebRequest|System.Runtime.Serialization.ISerializable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pstring Method {get;set;}
pstring RenameTo {get;set;}
pSystem.Net.ICredentials Credentials {get;set;}
puri RequestUri {get;}
pint Timeout {get;set;}
pint ReadWriteTimeout {get;set;}
plong ContentOffset {get;set;}
plong ContentLength {get;set;}
pSystem.Net.IWebProxy Proxy {get;set;}
pstring ConnectionGroupName {get;set;}
pSystem.Net.ServicePoint ServicePoint {get;}
pbool KeepAlive {get;set;}
pSystem.Net.Cache.RequestCachePolicy CachePolicy {get;set;}
pbool UseBinary {get;set;}
pbool UsePassive {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509CertificateCollection ClientCertificates {get;set;}
pbool EnableSsl {get;set;}
pSystem.Net.WebHeaderCollection Headers {get;set;}
pstring ContentType {get;set;}
pbool UseDefaultCredentials {get;set;}
pbool PreAuthenticate {get;set;}
#System.Net.FileWebRequest|class|System.Net.WebRequest|System.Runtime.Serialization.ISerializable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring ConnectionGroupName {get;set;}
plong ContentLength {get;set;}
pstring ContentType {get;set;}
pSystem.Net.ICredentials Credentials {get;set;}
pSystem.Net.WebHeaderCollection Headers {get;}
pstring Method {get;set;}
pbool PreAuthenticate {get;set;}
pSystem.Net.IWebProxy Proxy {get;set;}
pint Timeout {get;set;}
puri RequestUri {get;}
pbool UseDefaultCredentials {get;set;}
#System.Net.WebResponse|abstract|System.MarshalByRefObject|System.Runtime.Serialization.ISerializable System.IDisposable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
plong ContentLength {get;set;}
pstring ContentType {get;set;}
pbool IsFromCache {get;}
pbool IsMutuallyAuthenticated {get;}
puri ResponseUri {get;}
pSystem.Net.WebHeaderCollection Headers {get;}
pbool SupportsHeaders {get;}
mvoid Close()
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.IO.Stream GetResponseStream()
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Net.HttpWebResponse|class|System.Net.WebResponse|System.Runtime.Serialization.ISerializable System.IDisposable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool IsMutuallyAuthenticated {get;}
plong ContentLength {get;}
pstring ContentType {get;}
pstring ContentEncoding {get;}
pSystem.Net.CookieCollection Cookies {get;set;}
pdatetime LastModified {get;}
pstring Server {get;}
pversion ProtocolVersion {get;}
pSystem.Net.WebHeaderCollection Headers {get;}
pstring Method {get;}
puri ResponseUri {get;}
pSystem.Net.HttpStatusCode StatusCode {get;}
pstring StatusDescription {get;}
pstring CharacterSet {get;}
pbool SupportsHeaders {get;}
cnew()
mstring GetResponseHeader(string headerName)
#System.Net.FtpWebResponse|class|System.Net.WebResponse|System.Runtime.Serialization.ISerializable System.IDisposable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
plong ContentLength {get;}
pSystem.Net.WebHeaderCollection Headers {get;}
pbool SupportsHeaders {get;}
puri ResponseUri {get;}
pSystem.Net.FtpStatusCode StatusCode {get;}
pstring StatusDescription {get;}
pdatetime LastModified {get;}
pstring BannerMessage {get;}
pstring WelcomeMessage {get;}
pstring ExitMessage {get;}
#System.Net.WebHeaderCollection|class|System.Collections.Specialized.NameValueCollection|System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback|System.Net.WebHeaderCollection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Count {get;}
pSystem.Collections.Specialized.NameObjectCollectionBase+KeysCollection Keys {get;}
pstring[] AllKeys {get;}
sbool IsRestricted(string headerName)
sbool IsRestricted(string headerName, bool response)
cnew()
mstring get_Item(System.Net.HttpRequestHeader header)
mstring get_Item(System.Net.HttpResponseHeader header)
mvoid set_Item(System.Net.HttpRequestHeader header, string value)
mvoid set_Item(System.Net.HttpResponseHeader header, string value)
mvoid Set(System.Net.HttpRequestHeader header, string value)
mvoid Set(System.Net.HttpResponseHeader header, string value)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo serializationInfo, System.Runtime.Serialization.StreamingContext streamingContext)
mvoid Remove(System.Net.HttpRequestHeader header)
mvoid Remove(System.Net.HttpResponseHeader header)
mstring[] GetValues(string header)
mvoid Add(System.Net.HttpRequestHeader header, string value)
mvoid Add(System.Net.HttpResponseHeader header, string value)
mvoid Add(string header)
mbyte[] ToByteArray()
#System.Net.WebRequestMethods|static|System.Object||System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
#System.Net.WebRequestMethods+Ftp|static|System.Object||System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100182|=DownloadFile =ListDirectory =UploadFile =DeleteFile =AppendFile =GetFileSize =UploadFileWithUniqueName =MakeDirectory =RemoveDirectory =ListDirectoryDetails =GetDateTimestamp =PrintWorkingDirectory =Rename
qstring DownloadFile {get;}
qstring ListDirectory {get;}
qstring UploadFile {get;}
qstring DeleteFile {get;}
qstring AppendFile {get;}
qstring GetFileSize {get;}
qstring UploadFileWithUniqueName {get;}
qstring MakeDirectory {get;}
qstring RemoveDirectory {get;}
qstring ListDirectoryDetails {get;}
qstring GetDateTimestamp {get;}
qstring PrintWorkingDirectory {get;}
qstring Rename {get;}
#System.Net.WebRequestMethods+Http|static|System.Object||System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100182|=Get =Connect =Head =Put =Post =MkCol
qstring Get {get;}
qstring Connect {get;}
qstring Head {get;}
qstring Put {get;}
qstring Post {get;}
qstring MkCol {get;}
#System.Net.WebRequestMethods+File|static|System.Object||System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100182|=DownloadFile =UploadFile
qstring DownloadFile {get;}
qstring UploadFile {get;}
#System.Net.ServicePoint|class|System.Object||System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.BindIPEndPoint BindIPEndPointDelegate {get;set;}
pint ConnectionLeaseTimeout {get;set;}
puri Address {get;}
pint MaxIdleTime {get;set;}
pbool UseNagleAlgorithm {get;set;}
pint ReceiveBufferSize {get;set;}
pbool Expect100Continue {get;set;}
pdatetime IdleSince {get;}
pversion ProtocolVersion {get;}
pstring ConnectionName {get;}
pint ConnectionLimit {get;set;}
pint CurrentConnections {get;}
pX509Certificate Certificate {get;}
pX509Certificate ClientCertificate {get;}
pbool SupportsPipelining {get;}
mbool CloseConnectionGroup(string connectionGroupName)
mvoid SetTcpKeepAlive(bool enabled, int keepAliveTime, int keepAliveInterval)
#System.Net.Cookie|class|System.Object||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102101|
pstring Comment {get;set;}
puri CommentUri {get;set;}
pbool HttpOnly {get;set;}
pbool Discard {get;set;}
pstring Domain {get;set;}
pbool Expired {get;set;}
pdatetime Expires {get;set;}
pstring Name {get;set;}
pstring Path {get;set;}
pstring Port {get;set;}
pbool Secure {get;set;}
pdatetime TimeStamp {get;}
pstring Value {get;set;}
pint Version {get;set;}
cnew()
cnew(string name, string value)
cnew(string name, string value, string path)
cnew(string name, string value, string path, string domain)
mbool Equals(System.Object comparand)
#System.Net.CookieCollection|class|System.Object|System.Collections.Generic.ICollection\`1[System.Net.Cookie] System.Collections.Generic.IEnumerable\`1[System.Net.Cookie] System.Collections.IEnumerable System.Collections.Generic.IReadOnlyCollection\`1[System.Net.Cookie] System.Collections.ICollection|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pbool IsReadOnly {get;}
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
cnew()
mSystem.Net.Cookie get_Item(int index)
mSystem.Net.Cookie get_Item(string name)
mvoid Add(System.Net.Cookie cookie)
mvoid Add(System.Net.CookieCollection cookies)
mvoid ICollection[Cookie].Add(System.Net.Cookie item)
mvoid Clear()
mvoid ICollection[Cookie].Clear()
mbool Contains(System.Net.Cookie cookie)
mbool ICollection[Cookie].Contains(System.Net.Cookie item)
mbool Remove(System.Net.Cookie cookie)
mbool ICollection[Cookie].Remove(System.Net.Cookie item)
mvoid CopyTo(array array, int index)
mvoid CopyTo(System.Net.Cookie[] array, int index)
mvoid ICollection[Cookie].CopyTo(System.Net.Cookie[] array, int arrayIndex)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Net.Cookie] IEnumerable[Cookie].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Net.CookieContainer|class|System.Object||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|=DefaultCookieLimit =DefaultPerDomainCookieLimit =DefaultCookieLengthLimit
pint Capacity {get;set;}
pint Count {get;}
pint MaxCookieSize {get;set;}
pint PerDomainCapacity {get;set;}
qint DefaultCookieLimit {get;}
qint DefaultPerDomainCookieLimit {get;}
qint DefaultCookieLengthLimit {get;}
cnew()
cnew(int capacity)
cnew(int capacity, int perDomainCapacity, int maxCookieSize)
mvoid Add(System.Net.Cookie cookie)
mvoid Add(System.Net.CookieCollection cookies)
mvoid Add(uri uri, System.Net.Cookie cookie)
mvoid Add(uri uri, System.Net.CookieCollection cookies)
mSystem.Net.CookieCollection GetCookies(uri uri)
mSystem.Net.CookieCollection GetAllCookies()
mstring GetCookieHeader(uri uri)
mvoid SetCookies(uri uri, string cookieHeader)
#System.Net.HttpListener|class|System.Object|System.IDisposable|System.Net.HttpListener, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pSystem.Net.AuthenticationSchemeSelector AuthenticationSchemeSelectorDelegate {get;set;}
pSystem.Net.HttpListener+ExtendedProtectionSelector ExtendedProtectionSelectorDelegate {get;set;}
pSystem.Net.AuthenticationSchemes AuthenticationSchemes {get;set;}
pSystem.Security.Authentication.ExtendedProtection.ExtendedProtectionPolicy ExtendedProtectionPolicy {get;set;}
pSystem.Security.Authentication.ExtendedProtection.ServiceNameCollection DefaultServiceNames {get;}
pSystem.Net.HttpListenerPrefixCollection Prefixes {get;}
pstring Realm {get;set;}
pbool IsListening {get;}
pbool IgnoreWriteExceptions {get;set;}
pSystem.Net.HttpListenerTimeoutManager TimeoutManager {get;}
pbool UnsafeConnectionNtlmAuthentication {get;set;}
qbool IsSupported {get;}
cnew()
mSystem.Threading.Tasks.Task[System.Net.HttpListenerContext] GetContextAsync()
mvoid Close()
mvoid Start()
mvoid Stop()
mvoid Abort()
mSystem.IAsyncResult BeginGetContext(System.AsyncCallback callback, System.Object state)
mSystem.Net.HttpListenerContext EndGetContext(System.IAsyncResult asyncResult)
mSystem.Net.HttpListenerContext GetContext()
mvoid IDisposable.Dispose()
#System.Net.HttpListenerContext|class|System.Object||System.Net.HttpListener, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pSystem.Net.HttpListenerRequest Request {get;}
pSystem.Security.Principal.IPrincipal User {get;}
pSystem.Net.HttpListenerResponse Response {get;}
mSystem.Threading.Tasks.Task[System.Net.WebSockets.HttpListenerWebSocketContext] AcceptWebSocketAsync(string subProtocol)
mSystem.Threading.Tasks.Task[System.Net.WebSockets.HttpListenerWebSocketContext] AcceptWebSocketAsync(string subProtocol, timespan keepAliveInterval)
mSystem.Threading.Tasks.Task[System.Net.WebSockets.HttpListenerWebSocketContext] AcceptWebSocketAsync(string subProtocol, int receiveBufferSize, timespan keepAliveInterval)
mSystem.Threading.Tasks.Task[System.Net.WebSockets.HttpListenerWebSocketContext] AcceptWebSocketAsync(string subProtocol, int receiveBufferSize, timespan keepAliveInterval, System.ArraySegment[byte] internalBuffer)
#System.Net.HttpListenerRequest|class|System.Object||System.Net.HttpListener, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pstring[] AcceptTypes {get;}
pstring[] UserLanguages {get;}
pSystem.Net.CookieCollection Cookies {get;}
pSystem.Text.Encoding ContentEncoding {get;}
pstring ContentType {get;}
pbool IsLocal {get;}
pbool IsWebSocketRequest {get;}
pbool KeepAlive {get;}
pSystem.Collections.Specialized.NameValueCollection QueryString {get;}
pstring RawUrl {get;}
pstring UserAgent {get;}
pstring UserHostAddress {get;}
pstring UserHostName {get;}
puri UrlReferrer {get;}
puri Url {get;}
pversion ProtocolVersion {get;}
pint ClientCertificateError {get;}
plong ContentLength64 {get;}
pbool HasEntityBody {get;}
pSystem.Collections.Specialized.NameValueCollection Headers {get;}
pstring HttpMethod {get;}
pSystem.IO.Stream InputStream {get;}
pbool IsAuthenticated {get;}
pbool IsSecureConnection {get;}
pIPEndpoint LocalEndPoint {get;}
pIPEndpoint RemoteEndPoint {get;}
pguid RequestTraceIdentifier {get;}
pstring ServiceName {get;}
pSystem.Net.TransportContext TransportContext {get;}
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 GetClientCertificate()
mSystem.IAsyncResult BeginGetClientCertificate(System.AsyncCallback requestCallback, System.Object state)
mSystem.Threading.Tasks.Task[System.Security.Cryptography.X509Certificates.X509Certificate2] GetClientCertificateAsync()
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 EndGetClientCertificate(System.IAsyncResult asyncResult)
#System.Net.HttpListenerResponse|class|System.Object|System.IDisposable|System.Net.HttpListener, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pSystem.Net.WebHeaderCollection Headers {get;set;}
pSystem.Text.Encoding ContentEncoding {get;set;}
pstring ContentType {get;set;}
pbool SendChunked {get;set;}
plong ContentLength64 {get;set;}
pSystem.Net.CookieCollection Cookies {get;set;}
pbool KeepAlive {get;set;}
pSystem.IO.Stream OutputStream {get;}
pstring RedirectLocation {get;set;}
pstring StatusDescription {get;set;}
pversion ProtocolVersion {get;set;}
pint StatusCode {get;set;}
mvoid AddHeader(string name, string value)
mvoid AppendHeader(string name, string value)
mvoid AppendCookie(System.Net.Cookie cookie)
mvoid Redirect(string url)
mvoid SetCookie(System.Net.Cookie cookie)
mvoid Close()
mvoid Close(byte[] responseEntity, bool willBlock)
mvoid Abort()
mvoid CopyFrom(System.Net.HttpListenerResponse templateResponse)
mvoid IDisposable.Dispose()
#System.Net.HttpListenerPrefixCollection|class|System.Object|System.Collections.Generic.ICollection\`1[System.String] System.Collections.Generic.IEnumerable\`1[System.String] System.Collections.IEnumerable|System.Net.HttpListener, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pint Count {get;}
pbool IsSynchronized {get;}
pbool IsReadOnly {get;}
mvoid CopyTo(array array, int offset)
mvoid CopyTo(string[] array, int offset)
mvoid ICollection[string].CopyTo(string[] array, int arrayIndex)
mvoid Add(string uriPrefix)
mvoid ICollection[string].Add(string item)
mbool Contains(string uriPrefix)
mbool ICollection[string].Contains(string item)
mSystem.Collections.Generic.IEnumerator[string] GetEnumerator()
mSystem.Collections.Generic.IEnumerator[string] IEnumerable[string].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mbool Remove(string uriPrefix)
mbool ICollection[string].Remove(string item)
mvoid Clear()
mvoid ICollection[string].Clear()
#System.Net.HttpVersion|static|System.Object||System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|!Unknown !Version10 !Version11 !Version20 !Version30
qversion Unknown {get;}
qversion Version10 {get;}
qversion Version11 {get;}
qversion Version20 {get;}
qversion Version30 {get;}
#System.Net.HttpRequestHeader|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.WebHeaderCollection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|CacheControl=0,Connection=1,Date=2,KeepAlive=3,Pragma=4,Trailer=5,TransferEncoding=6,Upgrade=7,Via=8,Warning=9,Allow=10,ContentLength=11,ContentType=12,ContentEncoding=13,ContentLanguage=14,ContentLocation=15,ContentMd5=16,ContentRange=17,Expires=18,LastModified=19,Accept=20,AcceptCharset=21,AcceptEncoding=22,AcceptLanguage=23,Authorization=24,Cookie=25,Expect=26,From=27,Host=28,IfMatch=29,IfModifiedSince=30,IfNoneMatch=31,IfRange=32,IfUnmodifiedSince=33,MaxForwards=34,ProxyAuthorization=35,Referer=36,Range=37,Te=38,Translate=39,UserAgent=40
#System.Net.HttpResponseHeader|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.WebHeaderCollection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|CacheControl=0,Connection=1,Date=2,KeepAlive=3,Pragma=4,Trailer=5,TransferEncoding=6,Upgrade=7,Via=8,Warning=9,Allow=10,ContentLength=11,ContentType=12,ContentEncoding=13,ContentLanguage=14,ContentLocation=15,ContentMd5=16,ContentRange=17,Expires=18,LastModified=19,AcceptRanges=20,Age=21,ETag=22,Location=23,ProxyAuthenticate=24,RetryAfter=25,Server=26,SetCookie=27,Vary=28,WwwAuthenticate=29
#System.Net.WebExceptionStatus|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Success=0,NameResolutionFailure=1,ConnectFailure=2,ReceiveFailure=3,SendFailure=4,PipelineFailure=5,RequestCanceled=6,ProtocolError=7,ConnectionClosed=8,TrustFailure=9,SecureChannelFailure=10,ServerProtocolViolation=11,KeepAliveFailure=12,Pending=13,Timeout=14,ProxyNameResolutionFailure=15,UnknownError=16,MessageLengthLimitExceeded=17,CacheEntryNotFound=18,RequestProhibitedByCachePolicy=19,RequestProhibitedByProxy=20
#System.Net.Security.SslStream|class|System.Net.Security.AuthenticatedStream|System.IDisposable System.IAsyncDisposable|System.Net.Security, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.TransportContext TransportContext {get;}
pbool IsAuthenticated {get;}
pbool IsMutuallyAuthenticated {get;}
pbool IsEncrypted {get;}
pbool IsSigned {get;}
pbool IsServer {get;}
pSystem.Security.Authentication.SslProtocols SslProtocol {get;}
pbool CheckCertRevocationStatus {get;}
pX509Certificate LocalCertificate {get;}
pX509Certificate RemoteCertificate {get;}
pSystem.Net.Security.SslApplicationProtocol NegotiatedApplicationProtocol {get;}
pSystem.Net.Security.TlsCipherSuite NegotiatedCipherSuite {get;}
pSystem.Security.Authentication.CipherAlgorithmType CipherAlgorithm {get;}
pint CipherStrength {get;}
pSystem.Security.Authentication.HashAlgorithmType HashAlgorithm {get;}
pint HashStrength {get;}
pSystem.Security.Authentication.ExchangeAlgorithmType KeyExchangeAlgorithm {get;}
pint KeyExchangeStrength {get;}
pstring TargetHostName {get;}
pbool CanSeek {get;}
pbool CanRead {get;}
pbool CanTimeout {get;}
pbool CanWrite {get;}
pint ReadTimeout {get;set;}
pint WriteTimeout {get;set;}
plong Length {get;}
plong Position {get;set;}
cnew(System.IO.Stream innerStream)
cnew(System.IO.Stream innerStream, bool leaveInnerStreamOpen)
cnew(System.IO.Stream innerStream, bool leaveInnerStreamOpen, System.Net.Security.RemoteCertificateValidationCallback userCertificateValidationCallback)
cnew(System.IO.Stream innerStream, bool leaveInnerStreamOpen, System.Net.Security.RemoteCertificateValidationCallback userCertificateValidationCallback, System.Net.Security.LocalCertificateSelectionCallback userCertificateSelectionCallback)
cnew(System.IO.Stream innerStream, bool leaveInnerStreamOpen, System.Net.Security.RemoteCertificateValidationCallback userCertificateValidationCallback, System.Net.Security.LocalCertificateSelectionCallback userCertificateSelectionCallback, System.Net.Security.EncryptionPolicy encryptionPolicy)
mSystem.IAsyncResult BeginAuthenticateAsClient(string targetHost, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginAuthenticateAsClient(string targetHost, System.Security.Cryptography.X509Certificates.X509CertificateCollection clientCertificates, bool checkCertificateRevocation, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginAuthenticateAsClient(string targetHost, System.Security.Cryptography.X509Certificates.X509CertificateCollection clientCertificates, System.Security.Authentication.SslProtocols enabledSslProtocols, bool checkCertificateRevocation, System.AsyncCallback asyncCallback, System.Object asyncState)
mvoid EndAuthenticateAsClient(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginAuthenticateAsServer(X509Certificate serverCertificate, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginAuthenticateAsServer(X509Certificate serverCertificate, bool clientCertificateRequired, bool checkCertificateRevocation, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginAuthenticateAsServer(X509Certificate serverCertificate, bool clientCertificateRequired, System.Security.Authentication.SslProtocols enabledSslProtocols, bool checkCertificateRevocation, System.AsyncCallback asyncCallback, System.Object asyncState)
mvoid EndAuthenticateAsServer(System.IAsyncResult asyncResult)
mvoid AuthenticateAsClient(string targetHost)
mvoid AuthenticateAsClient(string targetHost, System.Security.Cryptography.X509Certificates.X509CertificateCollection clientCertificates, bool checkCertificateRevocation)
mvoid AuthenticateAsClient(string targetHost, System.Security.Cryptography.X509Certificates.X509CertificateCollection clientCertificates, System.Security.Authentication.SslProtocols enabledSslProtocols, bool checkCertificateRevocation)
mvoid AuthenticateAsClient(System.Net.Security.SslClientAuthenticationOptions sslClientAuthenticationOptions)
mvoid AuthenticateAsServer(X509Certificate serverCertificate)
mvoid AuthenticateAsServer(X509Certificate serverCertificate, bool clientCertificateRequired, bool checkCertificateRevocation)
mvoid AuthenticateAsServer(X509Certificate serverCertificate, bool clientCertificateRequired, System.Security.Authentication.SslProtocols enabledSslProtocols, bool checkCertificateRevocation)
mvoid AuthenticateAsServer(System.Net.Security.SslServerAuthenticationOptions sslServerAuthenticationOptions)
mSystem.Threading.Tasks.Task AuthenticateAsClientAsync(string targetHost)
mSystem.Threading.Tasks.Task AuthenticateAsClientAsync(string targetHost, System.Security.Cryptography.X509Certificates.X509CertificateCollection clientCertificates, bool checkCertificateRevocation)
mSystem.Threading.Tasks.Task AuthenticateAsClientAsync(string targetHost, System.Security.Cryptography.X509Certificates.X509CertificateCollection clientCertificates, System.Security.Authentication.SslProtocols enabledSslProtocols, bool checkCertificateRevocation)
mSystem.Threading.Tasks.Task AuthenticateAsClientAsync(System.Net.Security.SslClientAuthenticationOptions sslClientAuthenticationOptions, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task AuthenticateAsServerAsync(X509Certificate serverCertificate)
mSystem.Threading.Tasks.Task AuthenticateAsServerAsync(X509Certificate serverCertificate, bool clientCertificateRequired, bool checkCertificateRevocation)
mSystem.Threading.Tasks.Task AuthenticateAsServerAsync(X509Certificate serverCertificate, bool clientCertificateRequired, System.Security.Authentication.SslProtocols enabledSslProtocols, bool checkCertificateRevocation)
mSystem.Threading.Tasks.Task AuthenticateAsServerAsync(System.Net.Security.SslServerAuthenticationOptions sslServerAuthenticationOptions, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task AuthenticateAsServerAsync(System.Net.Security.ServerOptionsSelectionCallback optionsCallback, System.Object state, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task ShutdownAsync()
mSystem.Threading.Tasks.Task NegotiateClientCertificateAsync(System.Threading.CancellationToken cancellationToken = default)
mvoid Write(byte[] buffer)
mSystem.IAsyncResult BeginRead(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginWrite(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
#System.Net.Security.SslPolicyErrors|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,RemoteCertificateNotAvailable=1,RemoteCertificateNameMismatch=2,RemoteCertificateChainErrors=4
#System.Net.Security.RemoteCertificateValidationCallback|class|System.MulticastDelegate|System.ICloneable System.Runtime.Serialization.ISerializable|System.Net.Security, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
cnew(System.Object object, System.IntPtr method)
mbool Invoke(System.Object sender, X509Certificate certificate, System.Security.Cryptography.X509Certificates.X509Chain chain, System.Net.Security.SslPolicyErrors sslPolicyErrors)
mSystem.IAsyncResult BeginInvoke(System.Object sender, X509Certificate certificate, System.Security.Cryptography.X509Certificates.X509Chain chain, System.Net.Security.SslPolicyErrors sslPolicyErrors, System.AsyncCallback callback, System.Object object)
mbool EndInvoke(System.IAsyncResult result)
#System.Security.Authentication.SslProtocols|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,Ssl2=12,Ssl3=48,Tls=192,Tls11=768,Tls12=3072,Tls13=12288,Default=240
#System.Net.Mime.ContentType|class|System.Object||System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring Boundary {get;set;}
pstring CharSet {get;set;}
pstring MediaType {get;set;}
pstring Name {get;set;}
pSystem.Collections.Specialized.StringDictionary Parameters {get;}
cnew()
cnew(string contentType)
mbool Equals(System.Object rparam)
#System.Net.Mime.ContentDisposition|class|System.Object||System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pstring DispositionType {get;set;}
pSystem.Collections.Specialized.StringDictionary Parameters {get;}
pstring FileName {get;set;}
pdatetime CreationDate {get;set;}
pdatetime ModificationDate {get;set;}
pbool Inline {get;set;}
pdatetime ReadDate {get;set;}
plong Size {get;set;}
cnew()
cnew(string disposition)
mbool Equals(System.Object rparam)
#System.Net.Mime.MediaTypeNames+Application|static|System.Object||System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100182|=FormUrlEncoded =GZip =Json =JsonPatch =JsonSequence =Manifest =Octet =Pdf =ProblemJson =ProblemXml =Rtf =Soap =Wasm =Xml =XmlDtd =XmlPatch =Yaml =Zip
qstring FormUrlEncoded {get;}
qstring GZip {get;}
qstring Json {get;}
qstring JsonPatch {get;}
qstring JsonSequence {get;}
qstring Manifest {get;}
qstring Octet {get;}
qstring Pdf {get;}
qstring ProblemJson {get;}
qstring ProblemXml {get;}
qstring Rtf {get;}
qstring Soap {get;}
qstring Wasm {get;}
qstring Xml {get;}
qstring XmlDtd {get;}
qstring XmlPatch {get;}
qstring Yaml {get;}
qstring Zip {get;}
#System.Net.Mime.MediaTypeNames+Text|static|System.Object||System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100182|=Css =Csv =EventStream =Html =JavaScript =Markdown =Plain =RichText =Rtf =Xml
qstring Css {get;}
qstring Csv {get;}
qstring EventStream {get;}
qstring Html {get;}
qstring JavaScript {get;}
qstring Markdown {get;}
qstring Plain {get;}
qstring RichText {get;}
qstring Rtf {get;}
qstring Xml {get;}
`;
