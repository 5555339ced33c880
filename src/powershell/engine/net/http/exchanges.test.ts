/** Measured with pwsh 7.6.9: a script, and what it gives. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shownBy } from '../../test-support/shown.js';

/** Tells what it was asked; some addresses answer in a way of their own. */
const server = http.createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { headers, method = '', url = '' } = request;
    switch (url) {
      case '/slow':
        return;
      case '/redir':
        response.writeHead(302, { Location: '/echo' }).end();
        return;
      case '/404':
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('gone');
        return;
      case '/auth':
        if (headers.authorization === undefined)
          response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end();
        else response.end(headers.authorization);
        return;
      case '/cookie':
        response.writeHead(200, { 'Set-Cookie': 'k=v; path=/' }).end(headers.cookie ?? 'none');
        return;
      default: {
        const shown = Object.entries(headers)
          .filter(([name]) => name !== 'host' && name !== 'connection')
          .toSorted(([a], [b]) => (a < b ? -1 : 1));
        response
          .writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Y': 'z' })
          .end(`${method} ${url} ${JSON.stringify(Object.fromEntries(shown))} ${Buffer.concat(parts).toString()}`);
      }
    }
  });
});
let base = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    `$w=[Net.WebClient]::new(); $w.DownloadString("$u/echo"); $w.ResponseHeaders['X-Y']; $w.UploadString("$u/p",'body'); $w.UploadString("$u/p",'PUT','é'); [Text.Encoding]::UTF8.GetString($w.UploadData("$u/p",[byte[]](65))); $w.Headers['A']='b'; $w.DownloadString("$u/redir"); [Text.Encoding]::ASCII.GetString($w.DownloadData("$u/x"))`,
    `[System.String] GET /echo {} 
[System.String] z
[System.String] POST /p {"content-length":"4"} body
[System.String] PUT /p {"content-length":"2"} é
[System.String] POST /p {"content-length":"1"} A
[System.String] GET /echo {"a":"b"} 
[System.String] GET /x {"a":"b"} `,
  ],
  [
    '[Net.WebClient]::new().DownloadString("$u/404")',
    'ERR WebException | NotSpecified | MethodInvocationException | Exception calling "DownloadString" with "1" argument(s): "The remote server returned an error: (404) Not Found."',
  ],
  [
    'try { [Net.WebClient]::new().DownloadString("$u/404") } catch [Net.WebException] { $_.Exception.Status; $_.Exception.Response.StatusCode; [IO.StreamReader]::new($_.Exception.Response.GetResponseStream()).ReadToEnd() }',
    `[System.Net.WebExceptionStatus] ProtocolError
[System.Net.HttpStatusCode] NotFound
[System.String] gone`,
  ],
  [
    `$w=[Net.WebClient]::new(); $w.Credentials=[Net.NetworkCredential]::new('u','p'); $w.DownloadString("$u/auth")`,
    '[System.String] Basic dTpw',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); [Net.WebClient]::new().DownloadFile("$u/f",$p); Get-Content $p; $n=[Collections.Specialized.NameValueCollection]::new(); $n.Add('a','b c'); [Text.Encoding]::ASCII.GetString([Net.WebClient]::new().UploadValues("$u/v",$n)); $t=[Net.WebClient]::new().DownloadStringTaskAsync("$u/t"); $t.Result`,
    `[System.String] GET /f {} 
[System.String] POST /v {"content-length":"5","content-type":"application/x-www-form-urlencoded"} a=b+c
[System.String] GET /t {} `,
  ],
  [
    `$r=[Net.WebRequest]::Create("$u/r"); $r.Method='POST'; $r.ContentType='text/x'; $b=[Text.Encoding]::ASCII.GetBytes('dat'); $r.ContentLength=3; $s=$r.GetRequestStream(); $s.Write($b,0,3); $s.Close(); $a=$r.GetResponse(); $a.StatusCode; $a.StatusDescription; $a.ContentType; $a.Headers['X-Y']; $a.CharacterSet; [IO.StreamReader]::new($a.GetResponseStream()).ReadToEnd(); $a.Close()`,
    `[System.Net.HttpStatusCode] OK
[System.String] OK
[System.String] text/plain; charset=utf-8
[System.String] z
[System.String] utf-8
[System.String] POST /r {"content-length":"3","content-type":"text/x"} dat`,
  ],
  [
    '[Net.WebRequest]::Create("$u/404").GetResponse()',
    'ERR WebException | NotSpecified | MethodInvocationException | Exception calling "GetResponse" with "0" argument(s): "The remote server returned an error: (404) Not Found."',
  ],
  [
    '$r=[Net.WebRequest]::Create("$u/slow"); $r.Timeout=300; $r.GetResponse()',
    'ERR WebException | NotSpecified | MethodInvocationException | Exception calling "GetResponse" with "0" argument(s): "The operation has timed out."',
  ],
  [
    `$h=[Net.Http.HttpClient]::new(); $r=$h.GetAsync("$u/g").Result; $r.StatusCode; $r.IsSuccessStatusCode; $r.Content.ReadAsStringAsync().Result; $r.Headers.GetValues('X-Y'); $r.Content.Headers.ContentType.MediaType; $r.RequestMessage.RequestUri.AbsolutePath; $r.ReasonPhrase; $r.Version.ToString()`,
    `[System.Net.HttpStatusCode] OK
[System.Boolean] True
[System.String] GET /g {} 
[System.String] z
[System.String] text/plain
[System.String] /g
[System.String] OK
[System.String] 1.1`,
  ],
  [
    `$h=[Net.Http.HttpClient]::new(); $h.BaseAddress="$u/base/"; $h.GetStringAsync('rel').Result; $c=[Net.Http.StringContent]::new('{}',[Text.Encoding]::UTF8,'application/json'); $h.PostAsync('p',$c).Result.Content.ReadAsStringAsync().Result; $m=[Net.Http.HttpRequestMessage]::new([Net.Http.HttpMethod]::Put,"$u/m"); $m.Headers.Add('Q','1'); $m.Content=[Net.Http.StringContent]::new('c'); $h.SendAsync($m).GetAwaiter().GetResult().Content.ReadAsStringAsync().GetAwaiter().GetResult()`,
    `[System.String] GET /base/rel {} 
[System.String] POST /base/p {"content-length":"2","content-type":"application/json; charset=utf-8"} {}
[System.String] PUT /m {"content-length":"1","content-type":"text/plain; charset=utf-8","q":"1"} c`,
  ],
  [
    '[Net.Http.HttpClient]::new().GetStringAsync("$u/404").GetAwaiter().GetResult()',
    'ERR HttpRequestException | NotSpecified | MethodInvocationException | Exception calling "GetResult" with "0" argument(s): "Response status code does not indicate success: 404 (Not Found)."',
  ],
  [
    '$h=[Net.Http.HttpClient]::new(); $h.GetAsync("$u/cookie").Result.Content.ReadAsStringAsync().Result; $h.GetAsync("$u/cookie").Result.Content.ReadAsStringAsync().Result',
    `[System.String] none
[System.String] k=v`,
  ],
  [
    '$h=[Net.Http.HttpClient]::new(); $h.Timeout=[timespan]::FromMilliseconds(300); $h.GetAsync("$u/slow").GetAwaiter().GetResult()',
    'ERR TaskCanceledException | NotSpecified | MethodInvocationException | Exception calling "GetResult" with "0" argument(s): "The request was canceled due to the configured HttpClient.Timeout of 0.3 seconds elapsing."',
  ],
  [
    '$h=[Net.Http.HttpClient]::new(); $s=$h.GetStreamAsync("$u/s").Result; [IO.StreamReader]::new($s).ReadToEnd(); ($h.GetByteArrayAsync("$u/b").Result).Length -gt 5; $h.GetAsync("$u/404").Result.EnsureSuccessStatusCode()',
    'ERR HttpRequestException | NotSpecified | MethodInvocationException | Exception calling "EnsureSuccessStatusCode" with "0" argument(s): "Response status code does not indicate success: 404 (Not Found)."',
  ],
  [
    `$m=[Net.Http.MultipartFormDataContent]::new('BB'); $m.Add([Net.Http.StringContent]::new('v'),'n'); [Net.Http.HttpClient]::new().PostAsync("$u/mp",$m).Result.Content.ReadAsStringAsync().Result`,
    `[System.String] POST /mp {"content-length":"100","content-type":"multipart/form-data; boundary=\\"BB\\""} --BB
Content-Type: text/plain; charset=utf-8
Content-Disposition: form-data; name=n

v
--BB--`,
  ],
  [
    `$h=[Net.Http.HttpClientHandler]::new(); $h.Credentials=[Net.NetworkCredential]::new('u','p'); [Net.Http.HttpClient]::new($h).GetStringAsync("$u/auth").Result; [Net.Http.HttpClient]::new().DeleteAsync("$u/d").Result.Content.ReadAsStringAsync().Result`,
    `[System.String] Basic dTpw
[System.String] DELETE /d {} `,
  ],
];
it.each(CASES)('speaks HTTP as .NET does: %s', async (script, shown) => {
  expect(await shownBy(`$u = '${base}'; ${script}`)).toBe(shown.trimEnd());
});
