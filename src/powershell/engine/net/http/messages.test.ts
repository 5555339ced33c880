/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    `$h=[Net.Http.HttpClient]::new(); $h.Timeout.TotalSeconds; $h.BaseAddress; $h.MaxResponseContentBufferSize; $h.DefaultRequestHeaders.Add('X-A','1'); $h.DefaultRequestHeaders.UserAgent.ParseAdd('me/1.0'); $h.DefaultRequestHeaders.Accept.Add([Net.Http.Headers.MediaTypeWithQualityHeaderValue]::new('application/json')); $h.DefaultRequestHeaders.Authorization=[Net.Http.Headers.AuthenticationHeaderValue]::new('Bearer','tok'); $h.DefaultRequestHeaders.ToString(); $h.DefaultRequestHeaders.Authorization.Scheme; $h.DefaultRequestHeaders.Contains('x-a'); $h.DefaultRequestHeaders.GetValues('X-A')`,
    `[System.Double] 100
<null>
[System.Int64] 2147483647
[System.String] X-A: 1
User-Agent: me/1.0
Accept: application/json
Authorization: Bearer tok

[System.String] Bearer
[System.Boolean] True
[System.String] 1`,
  ],
  [
    `$h=[Net.Http.HttpClient]::new(); $h.DefaultRequestHeaders.Add('Content-Type','x')`,
    `ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "Add" with "2" argument(s): "Misused header name, 'Content-Type'. Make sure request headers are used with HttpRequestMessage, response headers with HttpResponseMessage, and content headers with HttpContent objects."`,
  ],
  [
    `$h=[Net.Http.HttpClient]::new(); $h.GetStringAsync('http://127.0.0.1:1/').GetAwaiter().GetResult()`,
    'ERR HttpRequestException | NotSpecified | MethodInvocationException | Exception calling "GetResult" with "0" argument(s): "Connection refused (127.0.0.1:1)"',
  ],
  [
    `$h=[Net.Http.HttpClient]::new(); $t=$h.GetAsync('http://127.0.0.1:1/'); $t.Wait()`,
    'ERR AggregateException | NotSpecified | MethodInvocationException | Exception calling "Wait" with "0" argument(s): "One or more errors occurred. (Connection refused (127.0.0.1:1))"',
  ],
  [
    `$h=[Net.Http.HttpClient]::new(); $t=$h.GetAsync('http://127.0.0.1:1/'); try{$t.Wait()}catch{}; $t.Status; $t.IsFaulted; $t.Exception.GetType().Name; $t.Exception.InnerException.Message; $t.Result`,
    `[System.Threading.Tasks.TaskStatus] Faulted
[System.Boolean] True
[System.String] AggregateException
[System.String] Connection refused (127.0.0.1:1)
<null>`,
  ],
  [
    `$h=[Net.Http.HttpClient]::new(); $h.GetAsync('rel').GetAwaiter().GetResult()`,
    'ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "GetAsync" with "1" argument(s): "An invalid request URI was provided. Either the request URI must be an absolute URI or BaseAddress must be set."',
  ],
  [
    `$c=[Net.Http.StringContent]::new('{"a":1}',[Text.Encoding]::UTF8,'application/json'); $c.Headers.ContentType.ToString(); $c.Headers.ContentType.MediaType; $c.ReadAsStringAsync().Result; $c.Headers.ContentLength; [Net.Http.StringContent]::new('x').Headers.ContentType.ToString(); [Net.Http.ByteArrayContent]::new([byte[]](1,2)).ReadAsByteArrayAsync().Result -join ','`,
    `[System.String] application/json; charset=utf-8
[System.String] application/json
[System.String] {"a":1}
[System.Int64] 7
[System.String] text/plain; charset=utf-8
[System.String] 1,2`,
  ],
  [
    `$d=[Collections.Generic.Dictionary[string,string]]::new(); $d['a b']='c&d'; $d['é']='x y'; [Net.Http.FormUrlEncodedContent]::new($d).ReadAsStringAsync().Result`,
    '[System.String] a+b=c%26d&%C3%A9=x+y',
  ],
  [
    `$m=[Net.Http.MultipartFormDataContent]::new('BOUND'); $m.Add([Net.Http.StringContent]::new('v'),'n'); $m.Add([Net.Http.ByteArrayContent]::new([byte[]](65,66)),'f','file.txt'); $m.ReadAsStringAsync().Result; $m.Headers.ContentType.ToString()`,
    `[System.String] --BOUND
Content-Type: text/plain; charset=utf-8
Content-Disposition: form-data; name=n

v
--BOUND
Content-Disposition: form-data; name=f; filename=file.txt; filename*=utf-8''file.txt

AB
--BOUND--

[System.String] multipart/form-data; boundary="BOUND"`,
  ],
  [
    `$r=[Net.Http.HttpRequestMessage]::new('GET','http://x/y'); $r.Method.Method; $r.RequestUri.AbsolutePath; $r.Headers.Add('A','b'); $r.Headers.ToString(); $r.Version.ToString(); [Net.Http.HttpMethod]::Post.ToString(); [Net.Http.HttpMethod]::new('get').Method`,
    `[System.String] GET
[System.String] /y
[System.String] A: b

[System.String] 1.1
[System.String] POST
[System.String] get`,
  ],
  [
    '$h=[Net.Http.HttpClientHandler]::new(); $h.AllowAutoRedirect; $h.UseCookies; $h.MaxAutomaticRedirections; $h.Proxy; $h.UseProxy; "$($h.AutomaticDecompression)"; $h.PreAuthenticate; $h.UseDefaultCredentials',
    `[System.Boolean] True
[System.Boolean] True
[System.Int32] 50
<null>
[System.Boolean] True
[System.String] None
[System.Boolean] False
[System.Boolean] False`,
  ],
  [
    `$r=[Net.Http.HttpResponseMessage]::new('NotFound'); $r.StatusCode; $r.IsSuccessStatusCode; $r.ReasonPhrase; $r.EnsureSuccessStatusCode()`,
    'ERR HttpRequestException | NotSpecified | MethodInvocationException | Exception calling "EnsureSuccessStatusCode" with "0" argument(s): "Response status code does not indicate success: 404 (Not Found)."',
  ],
  [
    `$w=[Net.WebClient]::new(); $w.Headers.Add('User-Agent','x'); $w.Headers['A']='b'; $w.Headers.Get('a'); $w.Headers.Count; $w.Headers.AllKeys; $w.Encoding.WebName; $w.BaseAddress; $w.Headers.ToString()`,
    `[System.String] b
[System.Int32] 2
[System.String] User-Agent
[System.String] A
[System.String] utf-8
[System.String] 
[System.String] User-Agent: x
A: b`,
  ],
  [
    `[Net.WebClient]::new().DownloadString('http://127.0.0.1:1/')`,
    'ERR WebException | NotSpecified | MethodInvocationException | Exception calling "DownloadString" with "1" argument(s): "Connection refused [::ffff:127.0.0.1]:1 (127.0.0.1:1)"',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); 'abc'|Set-Content $p; [Net.WebClient]::new().DownloadString($p).Trim(); [Net.WebClient]::new().DownloadString("file://$p").Trim()`,
    `[System.String] abc
[System.String] abc`,
  ],
  [
    `$r=[Net.WebRequest]::Create('http://h/x?y=1'); $r.GetType().Name; $r.Method; $r.RequestUri.PathAndQuery; $r.Timeout; $r.ContentType; $r.Headers.Count; $r.AllowAutoRedirect; $r.UserAgent='me'; $r.Headers['User-Agent']; $r.KeepAlive`,
    `[System.String] HttpWebRequest
[System.String] GET
[System.String] /x?y=1
[System.Int32] 100000
<null>
[System.Int32] 0
[System.Boolean] True
[System.String] me
[System.Boolean] True`,
  ],
  [
    `[Net.WebRequest]::Create('nope')`,
    'ERR UriFormatException | NotSpecified | MethodInvocationException | Exception calling "Create" with "1" argument(s): "Invalid URI: The format of the URI could not be determined."',
  ],
  [
    `[Net.WebRequest]::Create('http://127.0.0.1:1/').GetResponse()`,
    'ERR WebException | NotSpecified | MethodInvocationException | Exception calling "GetResponse" with "0" argument(s): "Connection refused [::ffff:127.0.0.1]:1 (127.0.0.1:1)"',
  ],
  [
    `$p=[Net.WebProxy]::new('http://p:8080',$true); $p.Address.ToString(); $p.BypassProxyOnLocal; $p.GetProxy('http://x/').ToString(); $p.IsBypassed('http://x.y/'); [Net.WebProxy]::new('p',81).Address.ToString()`,
    `[System.String] http://p:8080/
[System.Boolean] True
[System.String] http://x/
[System.Boolean] False
[System.String] http://p:81/`,
  ],
  [
    `$c=[Net.CookieContainer]::new(); $c.Add([uri]'http://h/',[Net.Cookie]::new('a','b')); $c.Count; $c.GetCookieHeader('http://h/x'); $c.GetCookies('http://h/')[0].Name; [Net.Cookie]::new('n','v').ToString()`,
    `[System.Int32] 1
[System.String] a=b
[System.String] a
[System.String] n=v`,
  ],
  [
    `[Net.CredentialCache]::DefaultCredentials.GetType().Name; [Net.CredentialCache]::DefaultNetworkCredentials.UserName; $c=[Net.CredentialCache]::new(); $c.Add('http://h/','Basic',[Net.NetworkCredential]::new('u','p')); $c.GetCredential('http://h/x','Basic').UserName; $c.GetCredential('http://i/','Basic')`,
    `[System.String] SystemNetworkCredential
[System.String] 
[System.String] u
<null>`,
  ],
  [
    `[Threading.Tasks.Task]::FromResult(5).Result; $t=[Threading.Tasks.Task]::Delay(10); $t.Wait(1000); $t.Status; [Threading.Tasks.Task]::CompletedTask.IsCompleted; [Threading.Tasks.Task]::WaitAll(@([Threading.Tasks.Task]::Delay(5),[Threading.Tasks.Task]::Delay(6))); [Threading.Tasks.Task]::FromResult('x').GetType().FullName.Substring(0,30); [Threading.Tasks.Task]::WhenAll([Threading.Tasks.Task[]]@([Threading.Tasks.Task]::Delay(5))).Wait(500)`,
    `[System.Int32] 5
[System.Boolean] True
[System.Threading.Tasks.TaskStatus] RanToCompletion
[System.Boolean] True
[System.String] System.Threading.Tasks.Task\`1[
[System.Boolean] True`,
  ],
  [
    '$t=[Threading.Tasks.Task]::Run([action]{1}); try { $t.Wait() } catch { $_.Exception.InnerException.GetType().Name }; $t.IsFaulted',
    `[System.String] AggregateException
[System.Boolean] True`,
  ],
];
it.each(CASES)('makes messages as .NET does: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
