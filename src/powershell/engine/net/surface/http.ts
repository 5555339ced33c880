/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const HTTP = `
#System.Net.Http.HttpMessageHandler|abstract|System.Object|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Http.HttpMessageInvoker|class|System.Object|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew(System.Net.Http.HttpMessageHandler handler)
cnew(System.Net.Http.HttpMessageHandler handler, bool disposeHandler)
mSystem.Net.Http.HttpResponseMessage Send(System.Net.Http.HttpRequestMessage request, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] SendAsync(System.Net.Http.HttpRequestMessage request, System.Threading.CancellationToken cancellationToken)
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Http.HttpClientHandler|class|System.Net.Http.HttpMessageHandler|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool SupportsAutomaticDecompression {get;}
pbool SupportsProxy {get;}
pbool SupportsRedirectConfiguration {get;}
pSystem.Diagnostics.Metrics.IMeterFactory MeterFactory {get;set;}
pbool UseCookies {get;set;}
pSystem.Net.CookieContainer CookieContainer {get;set;}
pSystem.Net.DecompressionMethods AutomaticDecompression {get;set;}
pbool UseProxy {get;set;}
pSystem.Net.IWebProxy Proxy {get;set;}
pSystem.Net.ICredentials DefaultProxyCredentials {get;set;}
pbool PreAuthenticate {get;set;}
pbool UseDefaultCredentials {get;set;}
pSystem.Net.ICredentials Credentials {get;set;}
pbool AllowAutoRedirect {get;set;}
pint MaxAutomaticRedirections {get;set;}
pint MaxConnectionsPerServer {get;set;}
plong MaxRequestContentBufferSize {get;set;}
pint MaxResponseHeadersLength {get;set;}
pSystem.Net.Http.ClientCertificateOption ClientCertificateOptions {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509CertificateCollection ClientCertificates {get;}
pSystem.Func[System.Net.Http.HttpRequestMessage,System.Security.Cryptography.X509Certificates.X509Certificate2,System.Security.Cryptography.X509Certificates.X509Chain,System.Net.Security.SslPolicyErrors,bool] ServerCertificateCustomValidationCallback {get;set;}
pbool CheckCertificateRevocationList {get;set;}
pSystem.Security.Authentication.SslProtocols SslProtocols {get;set;}
pSystem.Collections.Generic.IDictionary[string,System.Object] Properties {get;}
qSystem.Func[System.Net.Http.HttpRequestMessage,System.Security.Cryptography.X509Certificates.X509Certificate2,System.Security.Cryptography.X509Certificates.X509Chain,System.Net.Security.SslPolicyErrors,bool] DangerousAcceptAnyServerCertificateValidator {get;}
cnew()
#System.Net.Http.SocketsHttpHandler|class|System.Net.Http.HttpMessageHandler|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pbool UseCookies {get;set;}
pSystem.Net.CookieContainer CookieContainer {get;set;}
pSystem.Net.DecompressionMethods AutomaticDecompression {get;set;}
pbool UseProxy {get;set;}
pSystem.Net.IWebProxy Proxy {get;set;}
pSystem.Net.ICredentials DefaultProxyCredentials {get;set;}
pbool PreAuthenticate {get;set;}
pSystem.Net.ICredentials Credentials {get;set;}
pbool AllowAutoRedirect {get;set;}
pint MaxAutomaticRedirections {get;set;}
pint MaxConnectionsPerServer {get;set;}
pint MaxResponseDrainSize {get;set;}
ptimespan ResponseDrainTimeout {get;set;}
pint MaxResponseHeadersLength {get;set;}
pSystem.Net.Security.SslClientAuthenticationOptions SslOptions {get;set;}
ptimespan PooledConnectionLifetime {get;set;}
ptimespan PooledConnectionIdleTimeout {get;set;}
ptimespan ConnectTimeout {get;set;}
ptimespan Expect100ContinueTimeout {get;set;}
pint InitialHttp2StreamWindowSize {get;set;}
ptimespan KeepAlivePingDelay {get;set;}
ptimespan KeepAlivePingTimeout {get;set;}
pSystem.Net.Http.HttpKeepAlivePingPolicy KeepAlivePingPolicy {get;set;}
pbool EnableMultipleHttp2Connections {get;set;}
pbool EnableMultipleHttp3Connections {get;set;}
pSystem.Func[System.Net.Http.SocketsHttpConnectionContext,System.Threading.CancellationToken,System.Threading.Tasks.ValueTask[System.IO.Stream]] ConnectCallback {get;set;}
pSystem.Func[System.Net.Http.SocketsHttpPlaintextStreamFilterContext,System.Threading.CancellationToken,System.Threading.Tasks.ValueTask[System.IO.Stream]] PlaintextStreamFilter {get;set;}
pSystem.Collections.Generic.IDictionary[string,System.Object] Properties {get;}
pSystem.Net.Http.HeaderEncodingSelector[System.Net.Http.HttpRequestMessage] RequestHeaderEncodingSelector {get;set;}
pSystem.Net.Http.HeaderEncodingSelector[System.Net.Http.HttpRequestMessage] ResponseHeaderEncodingSelector {get;set;}
pSystem.Diagnostics.DistributedContextPropagator ActivityHeadersPropagator {get;set;}
pSystem.Diagnostics.Metrics.IMeterFactory MeterFactory {get;set;}
qbool IsSupported {get;}
cnew()
#System.Net.Http.HttpClient|class|System.Net.Http.HttpMessageInvoker|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.Http.Headers.HttpRequestHeaders DefaultRequestHeaders {get;}
pversion DefaultRequestVersion {get;set;}
pSystem.Net.Http.HttpVersionPolicy DefaultVersionPolicy {get;set;}
puri BaseAddress {get;set;}
ptimespan Timeout {get;set;}
plong MaxResponseContentBufferSize {get;set;}
qSystem.Net.IWebProxy DefaultProxy {get;set;}
cnew()
cnew(System.Net.Http.HttpMessageHandler handler)
cnew(System.Net.Http.HttpMessageHandler handler, bool disposeHandler)
mSystem.Threading.Tasks.Task[string] GetStringAsync(string requestUri)
mSystem.Threading.Tasks.Task[string] GetStringAsync(uri requestUri)
mSystem.Threading.Tasks.Task[string] GetStringAsync(string requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[string] GetStringAsync(uri requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[byte[]] GetByteArrayAsync(string requestUri)
mSystem.Threading.Tasks.Task[byte[]] GetByteArrayAsync(uri requestUri)
mSystem.Threading.Tasks.Task[byte[]] GetByteArrayAsync(string requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[byte[]] GetByteArrayAsync(uri requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.IO.Stream] GetStreamAsync(string requestUri)
mSystem.Threading.Tasks.Task[System.IO.Stream] GetStreamAsync(string requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.IO.Stream] GetStreamAsync(uri requestUri)
mSystem.Threading.Tasks.Task[System.IO.Stream] GetStreamAsync(uri requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] GetAsync(string requestUri)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] GetAsync(uri requestUri)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] GetAsync(string requestUri, System.Net.Http.HttpCompletionOption completionOption)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] GetAsync(uri requestUri, System.Net.Http.HttpCompletionOption completionOption)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] GetAsync(string requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] GetAsync(uri requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] GetAsync(string requestUri, System.Net.Http.HttpCompletionOption completionOption, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] GetAsync(uri requestUri, System.Net.Http.HttpCompletionOption completionOption, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PostAsync(string requestUri, System.Net.Http.HttpContent content)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PostAsync(uri requestUri, System.Net.Http.HttpContent content)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PostAsync(string requestUri, System.Net.Http.HttpContent content, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PostAsync(uri requestUri, System.Net.Http.HttpContent content, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PutAsync(string requestUri, System.Net.Http.HttpContent content)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PutAsync(uri requestUri, System.Net.Http.HttpContent content)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PutAsync(string requestUri, System.Net.Http.HttpContent content, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PutAsync(uri requestUri, System.Net.Http.HttpContent content, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PatchAsync(string requestUri, System.Net.Http.HttpContent content)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PatchAsync(uri requestUri, System.Net.Http.HttpContent content)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PatchAsync(string requestUri, System.Net.Http.HttpContent content, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] PatchAsync(uri requestUri, System.Net.Http.HttpContent content, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] DeleteAsync(string requestUri)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] DeleteAsync(uri requestUri)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] DeleteAsync(string requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] DeleteAsync(uri requestUri, System.Threading.CancellationToken cancellationToken)
mSystem.Net.Http.HttpResponseMessage Send(System.Net.Http.HttpRequestMessage request)
mSystem.Net.Http.HttpResponseMessage Send(System.Net.Http.HttpRequestMessage request, System.Net.Http.HttpCompletionOption completionOption)
mSystem.Net.Http.HttpResponseMessage Send(System.Net.Http.HttpRequestMessage request, System.Net.Http.HttpCompletionOption completionOption, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] SendAsync(System.Net.Http.HttpRequestMessage request)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] SendAsync(System.Net.Http.HttpRequestMessage request, System.Net.Http.HttpCompletionOption completionOption)
mSystem.Threading.Tasks.Task[System.Net.Http.HttpResponseMessage] SendAsync(System.Net.Http.HttpRequestMessage request, System.Net.Http.HttpCompletionOption completionOption, System.Threading.CancellationToken cancellationToken)
mvoid CancelPendingRequests()
#System.Net.Http.HttpRequestMessage|class|System.Object|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pversion Version {get;set;}
pSystem.Net.Http.HttpVersionPolicy VersionPolicy {get;set;}
pSystem.Net.Http.HttpContent Content {get;set;}
pSystem.Net.Http.HttpMethod Method {get;set;}
puri RequestUri {get;set;}
pSystem.Net.Http.Headers.HttpRequestHeaders Headers {get;}
pSystem.Collections.Generic.IDictionary[string,System.Object] Properties {get;}
pSystem.Net.Http.HttpRequestOptions Options {get;}
cnew()
cnew(System.Net.Http.HttpMethod method, uri requestUri)
cnew(System.Net.Http.HttpMethod method, string requestUri)
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Http.HttpResponseMessage|class|System.Object|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pversion Version {get;set;}
pSystem.Net.Http.HttpContent Content {get;set;}
pSystem.Net.HttpStatusCode StatusCode {get;set;}
pstring ReasonPhrase {get;set;}
pSystem.Net.Http.Headers.HttpResponseHeaders Headers {get;}
pSystem.Net.Http.Headers.HttpResponseHeaders TrailingHeaders {get;}
pSystem.Net.Http.HttpRequestMessage RequestMessage {get;set;}
pbool IsSuccessStatusCode {get;}
cnew()
cnew(System.Net.HttpStatusCode statusCode)
mSystem.Net.Http.HttpResponseMessage EnsureSuccessStatusCode()
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Http.HttpMethod|class|System.Object|System.IEquatable\`1[System.Net.Http.HttpMethod]|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Method {get;}
qSystem.Net.Http.HttpMethod Get {get;}
qSystem.Net.Http.HttpMethod Put {get;}
qSystem.Net.Http.HttpMethod Post {get;}
qSystem.Net.Http.HttpMethod Delete {get;}
qSystem.Net.Http.HttpMethod Head {get;}
qSystem.Net.Http.HttpMethod Options {get;}
qSystem.Net.Http.HttpMethod Trace {get;}
qSystem.Net.Http.HttpMethod Patch {get;}
qSystem.Net.Http.HttpMethod Query {get;}
qSystem.Net.Http.HttpMethod Connect {get;}
sbool op_Equality(System.Net.Http.HttpMethod left, System.Net.Http.HttpMethod right)
sbool op_Inequality(System.Net.Http.HttpMethod left, System.Net.Http.HttpMethod right)
sSystem.Net.Http.HttpMethod Parse(System.ReadOnlySpan[char] method)
cnew(string method)
mbool Equals(System.Net.Http.HttpMethod other)
mbool IEquatable[HttpMethod].Equals(System.Net.Http.HttpMethod other)
#System.Net.Http.HttpContent|abstract|System.Object|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pSystem.Net.Http.Headers.HttpContentHeaders Headers {get;}
mSystem.Threading.Tasks.Task[string] ReadAsStringAsync()
mSystem.Threading.Tasks.Task[string] ReadAsStringAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[byte[]] ReadAsByteArrayAsync()
mSystem.Threading.Tasks.Task[byte[]] ReadAsByteArrayAsync(System.Threading.CancellationToken cancellationToken)
mSystem.IO.Stream ReadAsStream()
mSystem.IO.Stream ReadAsStream(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.IO.Stream] ReadAsStreamAsync()
mSystem.Threading.Tasks.Task[System.IO.Stream] ReadAsStreamAsync(System.Threading.CancellationToken cancellationToken)
mvoid CopyTo(System.IO.Stream stream, System.Net.TransportContext context, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task CopyToAsync(System.IO.Stream stream)
mSystem.Threading.Tasks.Task CopyToAsync(System.IO.Stream stream, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task CopyToAsync(System.IO.Stream stream, System.Net.TransportContext context)
mSystem.Threading.Tasks.Task CopyToAsync(System.IO.Stream stream, System.Net.TransportContext context, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task LoadIntoBufferAsync()
mSystem.Threading.Tasks.Task LoadIntoBufferAsync(long maxBufferSize)
mSystem.Threading.Tasks.Task LoadIntoBufferAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task LoadIntoBufferAsync(long maxBufferSize, System.Threading.CancellationToken cancellationToken)
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Http.StringContent|class|System.Net.Http.ByteArrayContent|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew(string content)
cnew(string content, System.Net.Http.Headers.MediaTypeHeaderValue mediaType)
cnew(string content, System.Text.Encoding encoding)
cnew(string content, System.Text.Encoding encoding, string mediaType)
cnew(string content, System.Text.Encoding encoding, System.Net.Http.Headers.MediaTypeHeaderValue mediaType)
#System.Net.Http.ByteArrayContent|class|System.Net.Http.HttpContent|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew(byte[] content)
cnew(byte[] content, int offset, int count)
#System.Net.Http.StreamContent|class|System.Net.Http.HttpContent|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew(System.IO.Stream content)
cnew(System.IO.Stream content, int bufferSize)
#System.Net.Http.FormUrlEncodedContent|class|System.Net.Http.ByteArrayContent|System.IDisposable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew(System.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[string,string]] nameValueCollection)
#System.Net.Http.MultipartContent|class|System.Net.Http.HttpContent|System.IDisposable System.Collections.Generic.IEnumerable\`1[System.Net.Http.HttpContent] System.Collections.IEnumerable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.Http.HeaderEncodingSelector[System.Net.Http.HttpContent] HeaderEncodingSelector {get;set;}
cnew()
cnew(string subtype)
cnew(string subtype, string boundary)
mvoid Add(System.Net.Http.HttpContent content)
mSystem.Collections.Generic.IEnumerator[System.Net.Http.HttpContent] GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Net.Http.HttpContent] IEnumerable[HttpContent].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
#System.Net.Http.MultipartFormDataContent|class|System.Net.Http.MultipartContent|System.IDisposable System.Collections.Generic.IEnumerable\`1[System.Net.Http.HttpContent] System.Collections.IEnumerable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew()
cnew(string boundary)
mvoid Add(System.Net.Http.HttpContent content, string name)
mvoid Add(System.Net.Http.HttpContent content, string name, string fileName)
#System.Net.Http.HttpCompletionOption|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|ResponseContentRead=0,ResponseHeadersRead=1
#System.Net.Http.ClientCertificateOption|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Manual=0,Automatic=1
#System.Net.Http.Headers.HttpHeaders|abstract|System.Object|System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[System.String,System.Collections.Generic.IEnumerable\`1[System.String]]] System.Collections.IEnumerable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pSystem.Net.Http.Headers.HttpHeadersNonValidated NonValidated {get;}
mvoid Add(string name, string value)
mvoid Add(string name, System.Collections.Generic.IEnumerable[string] values)
mbool TryAddWithoutValidation(string name, string value)
mbool TryAddWithoutValidation(string name, System.Collections.Generic.IEnumerable[string] values)
mSystem.Collections.Generic.IEnumerable[string] GetValues(string name)
mbool TryGetValues(string name, [ref] System.Collections.Generic.IEnumerable[string] values)
mbool Contains(string name)
mSystem.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[string,System.Collections.Generic.IEnumerable[string]]] GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Collections.Generic.KeyValuePair[string,System.Collections.Generic.IEnumerable[string]]] IEnumerable[KeyValuePair[string,IEnumerable[string]]].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mbool Remove(string name)
mvoid Clear()
#System.Net.Http.Headers.HttpRequestHeaders|class|System.Net.Http.Headers.HttpHeaders|System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[System.String,System.Collections.Generic.IEnumerable\`1[System.String]]] System.Collections.IEnumerable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.MediaTypeWithQualityHeaderValue] Accept {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.StringWithQualityHeaderValue] AcceptCharset {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.StringWithQualityHeaderValue] AcceptEncoding {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.StringWithQualityHeaderValue] AcceptLanguage {get;}
pSystem.Net.Http.Headers.AuthenticationHeaderValue Authorization {get;set;}
pSystem.Nullable[bool] ExpectContinue {get;set;}
pstring From {get;set;}
pstring Host {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.EntityTagHeaderValue] IfMatch {get;}
pSystem.Nullable[System.DateTimeOffset] IfModifiedSince {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.EntityTagHeaderValue] IfNoneMatch {get;}
pSystem.Net.Http.Headers.RangeConditionHeaderValue IfRange {get;set;}
pSystem.Nullable[System.DateTimeOffset] IfUnmodifiedSince {get;set;}
pSystem.Nullable[int] MaxForwards {get;set;}
pstring Protocol {get;set;}
pSystem.Net.Http.Headers.AuthenticationHeaderValue ProxyAuthorization {get;set;}
pSystem.Net.Http.Headers.RangeHeaderValue Range {get;set;}
puri Referrer {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.TransferCodingWithQualityHeaderValue] TE {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.ProductInfoHeaderValue] UserAgent {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.NameValueWithParametersHeaderValue] Expect {get;}
pSystem.Net.Http.Headers.CacheControlHeaderValue CacheControl {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[string] Connection {get;}
pSystem.Nullable[bool] ConnectionClose {get;set;}
pSystem.Nullable[System.DateTimeOffset] Date {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.NameValueHeaderValue] Pragma {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[string] Trailer {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.TransferCodingHeaderValue] TransferEncoding {get;}
pSystem.Nullable[bool] TransferEncodingChunked {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.ProductHeaderValue] Upgrade {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.ViaHeaderValue] Via {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.WarningHeaderValue] Warning {get;}
#System.Net.Http.Headers.HttpResponseHeaders|class|System.Net.Http.Headers.HttpHeaders|System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[System.String,System.Collections.Generic.IEnumerable\`1[System.String]]] System.Collections.IEnumerable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Net.Http.Headers.HttpHeaderValueCollection[string] AcceptRanges {get;}
pSystem.Nullable[timespan] Age {get;set;}
pSystem.Net.Http.Headers.EntityTagHeaderValue ETag {get;set;}
puri Location {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.AuthenticationHeaderValue] ProxyAuthenticate {get;}
pSystem.Net.Http.Headers.RetryConditionHeaderValue RetryAfter {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.ProductInfoHeaderValue] Server {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[string] Vary {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.AuthenticationHeaderValue] WwwAuthenticate {get;}
pSystem.Net.Http.Headers.CacheControlHeaderValue CacheControl {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[string] Connection {get;}
pSystem.Nullable[bool] ConnectionClose {get;set;}
pSystem.Nullable[System.DateTimeOffset] Date {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.NameValueHeaderValue] Pragma {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[string] Trailer {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.TransferCodingHeaderValue] TransferEncoding {get;}
pSystem.Nullable[bool] TransferEncodingChunked {get;set;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.ProductHeaderValue] Upgrade {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.ViaHeaderValue] Via {get;}
pSystem.Net.Http.Headers.HttpHeaderValueCollection[System.Net.Http.Headers.WarningHeaderValue] Warning {get;}
#System.Net.Http.Headers.HttpContentHeaders|class|System.Net.Http.Headers.HttpHeaders|System.Collections.Generic.IEnumerable\`1[System.Collections.Generic.KeyValuePair\`2[System.String,System.Collections.Generic.IEnumerable\`1[System.String]]] System.Collections.IEnumerable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Collections.Generic.ICollection[string] Allow {get;}
pSystem.Net.Http.Headers.ContentDispositionHeaderValue ContentDisposition {get;set;}
pSystem.Collections.Generic.ICollection[string] ContentEncoding {get;}
pSystem.Collections.Generic.ICollection[string] ContentLanguage {get;}
pSystem.Nullable[long] ContentLength {get;set;}
puri ContentLocation {get;set;}
pbyte[] ContentMD5 {get;set;}
pSystem.Net.Http.Headers.ContentRangeHeaderValue ContentRange {get;set;}
pSystem.Net.Http.Headers.MediaTypeHeaderValue ContentType {get;set;}
pSystem.Nullable[System.DateTimeOffset] Expires {get;set;}
pSystem.Nullable[System.DateTimeOffset] LastModified {get;set;}
#System.Net.Http.Headers.MediaTypeHeaderValue|class|System.Object|System.ICloneable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring CharSet {get;set;}
pSystem.Collections.Generic.ICollection[System.Net.Http.Headers.NameValueHeaderValue] Parameters {get;}
pstring MediaType {get;set;}
sSystem.Net.Http.Headers.MediaTypeHeaderValue Parse(string input)
sbool TryParse(string input, [ref] System.Net.Http.Headers.MediaTypeHeaderValue parsedValue)
cnew(string mediaType)
cnew(string mediaType, string charSet)
mSystem.Object ICloneable.Clone()
#System.Net.Http.Headers.MediaTypeWithQualityHeaderValue|class|System.Net.Http.Headers.MediaTypeHeaderValue|System.ICloneable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Nullable[double] Quality {get;set;}
sSystem.Net.Http.Headers.MediaTypeWithQualityHeaderValue Parse(string input)
sbool TryParse(string input, [ref] System.Net.Http.Headers.MediaTypeWithQualityHeaderValue parsedValue)
cnew(string mediaType)
cnew(string mediaType, double quality)
#System.Net.Http.Headers.AuthenticationHeaderValue|class|System.Object|System.ICloneable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Scheme {get;}
pstring Parameter {get;}
sSystem.Net.Http.Headers.AuthenticationHeaderValue Parse(string input)
sbool TryParse(string input, [ref] System.Net.Http.Headers.AuthenticationHeaderValue parsedValue)
cnew(string scheme)
cnew(string scheme, string parameter)
mSystem.Object ICloneable.Clone()
#System.Net.Http.Headers.ContentDispositionHeaderValue|class|System.Object|System.ICloneable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring DispositionType {get;set;}
pSystem.Collections.Generic.ICollection[System.Net.Http.Headers.NameValueHeaderValue] Parameters {get;}
pstring Name {get;set;}
pstring FileName {get;set;}
pstring FileNameStar {get;set;}
pSystem.Nullable[System.DateTimeOffset] CreationDate {get;set;}
pSystem.Nullable[System.DateTimeOffset] ModificationDate {get;set;}
pSystem.Nullable[System.DateTimeOffset] ReadDate {get;set;}
pSystem.Nullable[long] Size {get;set;}
sSystem.Net.Http.Headers.ContentDispositionHeaderValue Parse(string input)
sbool TryParse(string input, [ref] System.Net.Http.Headers.ContentDispositionHeaderValue parsedValue)
cnew(string dispositionType)
mSystem.Object ICloneable.Clone()
#System.Net.Http.Headers.NameValueHeaderValue|class|System.Object|System.ICloneable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Name {get;}
pstring Value {get;set;}
sSystem.Net.Http.Headers.NameValueHeaderValue Parse(string input)
sbool TryParse(string input, [ref] System.Net.Http.Headers.NameValueHeaderValue parsedValue)
cnew(string name)
cnew(string name, string value)
mSystem.Object ICloneable.Clone()
#System.Net.Http.Headers.ProductInfoHeaderValue|class|System.Object|System.ICloneable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.Http.Headers.ProductHeaderValue Product {get;}
pstring Comment {get;}
sSystem.Net.Http.Headers.ProductInfoHeaderValue Parse(string input)
sbool TryParse(string input, [ref] System.Net.Http.Headers.ProductInfoHeaderValue parsedValue)
cnew(string productName, string productVersion)
cnew(System.Net.Http.Headers.ProductHeaderValue product)
cnew(string comment)
mSystem.Object ICloneable.Clone()
#System.Net.Http.Headers.ProductHeaderValue|class|System.Object|System.ICloneable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Name {get;}
pstring Version {get;}
sSystem.Net.Http.Headers.ProductHeaderValue Parse(string input)
sbool TryParse(string input, [ref] System.Net.Http.Headers.ProductHeaderValue parsedValue)
cnew(string name)
cnew(string name, string version)
mSystem.Object ICloneable.Clone()
`;
