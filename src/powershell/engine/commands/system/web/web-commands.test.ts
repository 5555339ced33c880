/** The web commands against a server of our own on loopback. Measured with pwsh 7.6.9 against the same answers. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEngine } from '../../../test-support/run-script.js';
import { environmentProxy } from './http-exchange.js';
import { CookieJar } from './web-session.js';

let server: Server;
let base: string;
let folder: string;
let busy = 0;
beforeAll(async () => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'web-'));
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    const body: Buffer[] = [];
    request.on('data', (part: Buffer) => body.push(part));
    request.on('end', () => {
      switch (url.pathname) {
        case '/echo':
          response.setHeader('content-type', 'application/json');
          response.end(
            JSON.stringify({
              method: request.method,
              url: request.url,
              headers: request.headers,
              body: Buffer.concat(body).toString('latin1'),
            }),
          );
          return;
        case '/cookie':
          response.setHeader('set-cookie', ['a=1; path=/', 'gone=1; Max-Age=0', 'far=1; domain=example.org']);
          response.end();
          return;
        case '/redirect':
          response.writeHead(Number(url.searchParams.get('code') ?? 302), { location: '/echo' });
          response.end('moved');
          return;
        case '/pages': {
          const page = Number(url.searchParams.get('page') ?? 1);
          response.setHeader('content-type', 'application/json');
          if (page < 3) response.setHeader('link', `</pages?page=${page + 1}>; rel="next"`);
          response.end(JSON.stringify({ page }));
          return;
        }
        case '/part': {
          const from = /bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1];
          const whole = '0123456789';
          if (from === undefined) response.end(whole);
          else if (Number(from) >= whole.length) {
            response.writeHead(416, { 'content-range': `bytes */${whole.length}` });
            response.end();
          } else {
            response.writeHead(206, { 'content-range': `bytes ${from}-9/10` });
            response.end(whole.slice(Number(from)));
          }
          return;
        }
        case '/challenge':
          if (request.headers.authorization === undefined) {
            response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' });
            response.end('no');
          } else response.end(request.headers.authorization);
          return;
        case '/busy':
          busy += 1;
          response.writeHead(busy % 2 === 1 ? 503 : 200);
          response.end(`try ${busy}`);
          return;
        case '/feed':
          response.setHeader('content-type', 'application/rss+xml');
          response.end('<rss><channel><item><title>one</title></item><item><title>two</title></item></channel></rss>');
          return;
        case '/silent':
          response.write('begin');
          return;
        case '/page':
          response.setHeader('content-type', 'text/html');
          response.end('<a href="x.html?a=1&amp;b=2" class=k>X</a><img src="i.png"><input name="n" value="v">');
          return;
        default:
          response.writeHead(404);
          response.end('<h1>none</h1>');
      }
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
const run = async (script: string): Promise<readonly string[]> => {
  const { output, errors } = await runEngine(`$base = '${base}'; Set-Location '${folder}'; ${script}`);
  expect(errors.map(({ exception }) => exception.message)).toEqual([]);
  return output;
};
const failure = (script: string): Promise<readonly string[]> =>
  run(`try { ${script} } catch { $_.FullyQualifiedErrorId -replace ',.*'; "$_"; $_.Exception.Message }`);
const CREDENTIAL = "([pscredential]::new('u', (ConvertTo-SecureString 'p' -AsPlainText -Force)))";

describe('Invoke-RestMethod and Invoke-WebRequest', () => {
  it('keep cookies in a session, and only those that the server may set', async () => {
    expect(
      await run(
        '$null = iwr $base/cookie -SessionVariable s; (irm $base/echo -WebSession $s).headers.cookie; $s.Cookies.Count; $s.Cookies.GetCookies($base)[0].Name',
      ),
    ).toEqual(['a=1', '1', 'a']);
  });
  it('send a form with files and several values of one name', async () => {
    writeFileSync(nodePath.join(folder, 'f.txt'), 'FILE');
    const [type, body] = await run(
      "$r = irm $base/echo -Method Post -Form ([ordered]@{ a = 'x', 'y'; f = Get-Item f.txt }); $r.headers.'content-type'; $r.body",
    );
    const boundary = /^multipart\/form-data; boundary="([\da-f-]{36})"$/.exec(type ?? '')?.[1] ?? 'none';
    expect(body?.split(`--${boundary}`).slice(1)).toEqual([
      '\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n',
      '\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=a\r\n\r\ny\r\n',
      "\r\nContent-Disposition: form-data; name=f; filename=f.txt; filename*=utf-8''f.txt\r\nContent-Type: application/octet-stream\r\n\r\nFILE\r\n",
      '--\r\n',
    ]);
  });
  it('follow redirects as .NET does, and take no secret along unless told so', async () => {
    const show = '"$($r.method) $($r.body) $($r.headers.authorization)"';
    const sent = "-Method Post -Body x -Headers @{ Authorization = 'z' }";
    expect(await run(`$r = irm "$base/redirect?code=302" ${sent}; ${show}`)).toEqual(['GET  ']);
    expect(await run(`$r = irm "$base/redirect?code=307" ${sent}; ${show}`)).toEqual(['POST x ']);
    expect(await run(`$r = irm "$base/redirect?code=307" ${sent} -PreserveAuthorizationOnRedirect; ${show}`)).toEqual([
      'POST x z',
    ]);
    expect((await failure('iwr $base/redirect -MaximumRedirection 0'))[2]).toBe(
      'Response status code does not indicate success: 302 (Found).',
    );
  });
  it('take up a file where it ends, and leave a whole one alone', async () => {
    const path = nodePath.join(folder, 'part.txt');
    writeFileSync(path, 'abcd');
    await run('iwr $base/part -OutFile part.txt -Resume');
    expect(readFileSync(path, 'utf8')).toBe('abcd456789');
    expect(await run('(iwr $base/part -OutFile part.txt -Resume -PassThru).StatusCode')).toEqual(['416']);
    expect(readFileSync(path, 'utf8')).toBe('abcd456789');
  });
  it('follow the links of pages', async () => {
    expect(await run('(irm $base/pages -FollowRelLink).page')).toEqual(['1', '2', '3']);
    expect(await run('(irm $base/pages -FollowRelLink -MaximumFollowRelLink 2).page')).toEqual(['1', '2']);
  });
  it('send a password to who asks for it, never over plain HTTP unless told so', async () => {
    expect((await failure(`irm $base/challenge -Credential ${CREDENTIAL}`))[0]).toBe(
      'WebCmdletAllowUnencryptedAuthenticationRequiredException',
    );
    expect(await run(`irm $base/challenge -Credential ${CREDENTIAL} -AllowUnencryptedAuthentication`)).toEqual([
      'Basic dTpw',
    ]);
    expect(
      await run(
        'irm $base/challenge -Authentication Bearer -Token (ConvertTo-SecureString t -AsPlainText -Force) -AllowUnencryptedAuthentication',
      ),
    ).toEqual(['Bearer t']);
  });
  it('ask again after a failure when they may', async () => {
    busy = 0;
    expect(await run('irm $base/busy -MaximumRetryCount 1 -RetryIntervalSec 1')).toEqual(['try 2']);
    expect((await failure('irm $base/busy'))[0]).toBe('WebCmdletWebResponseException');
  });
  it('go through a proxy', async () => {
    expect(await run('(irm http://example.invalid/echo -Proxy $base).url')).toEqual(['http://example.invalid/echo']);
  });
  it('say what a server said, with its status', async () => {
    expect(await failure('iwr $base/nope')).toEqual([
      'WebCmdletWebResponseException',
      'none',
      'Response status code does not indicate success: 404 (Not Found).',
    ]);
    expect(await run('(iwr $base/nope -SkipHttpErrorCheck).StatusCode')).toEqual(['404']);
    expect(
      await run(
        'try { iwr $base/nope } catch { "$($_.Exception.Response.StatusCode) $([int]$_.Exception.StatusCode)" }',
      ),
    ).toEqual(['NotFound 404']);
  });
  it('end when a server falls silent', async () => {
    expect((await failure('iwr $base/silent -OperationTimeoutSeconds 1'))[0]).toBe('OperationTimeoutReached');
  });
  it('give the items of a feed, and the links of a page', async () => {
    expect(await run('(irm $base/feed).title')).toEqual(['one', 'two']);
    expect(
      await run('$r = iwr $base/page; $r.Links[0].href; $r.Links[0].class; $r.Images[0].src; $r.InputFields[0].value'),
    ).toEqual(['x.html?a=1&b=2', 'k', 'i.png', 'v']);
  });
  it('refuse parameters that exclude each other before anything is sent', async () => {
    const ids: [string, string][] = [
      ['-Body x -InFile f.txt', 'WebCmdletBodyConflictException'],
      ['-Authentication Basic', 'WebCmdletAuthenticationCredentialNotSuppliedException'],
      ['-PassThru', 'WebCmdletOutFileMissingException'],
      ['-ContentType bogus', 'WebCmdletContentTypeException'],
      ['-Headers @{ \'X\' = "a`r`nb" }', 'System.FormatException'],
    ];
    for (const [parameters, id] of ids) expect((await failure(`irm $base/echo ${parameters}`))[0]).toBe(id);
  });
});

describe('the proxy of the environment', () => {
  const named = (name: string): string | undefined =>
    ({ http_proxy: 'proxy:3128', no_proxy: 'localhost,.inside.test' })[name];
  it('is the one for the scheme, but not for hosts that are spared', () => {
    expect(environmentProxy(new URL('http://a.test/'), named)?.href).toBe('http://proxy:3128/');
    expect(environmentProxy(new URL('https://a.test/'), named)).toBeUndefined();
    expect(environmentProxy(new URL('http://localhost/'), named)).toBeUndefined();
    expect(environmentProxy(new URL('http://b.inside.test/'), named)).toBeUndefined();
  });
});
describe('a jar of cookies', () => {
  it('gives a cookie to its path and its host only', () => {
    const jar = new CookieJar();
    jar.receive(new URL('http://a.b.test/dir/page'), 'x=1');
    jar.receive(new URL('http://a.b.test/'), 'y=2; domain=b.test; path=/');
    jar.receive(new URL('http://a.b.test/'), 's=3; Secure; path=/');
    expect(jar.header(new URL('http://a.b.test/dir/other'))).toBe('x=1; y=2');
    expect(jar.header(new URL('http://a.b.test/'))).toBe('y=2');
    expect(jar.header(new URL('https://c.b.test/'))).toBe('y=2');
    expect(jar.header(new URL('https://a.b.test/'))).toContain('s=3');
  });
});
