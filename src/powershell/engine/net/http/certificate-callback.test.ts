import { createServer } from 'node:https';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linesOf } from '../../language/run-script.js';

let address = '';
let close = (): void => undefined;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pss-certificate-'));
  const file = (name: string): string => path.join(folder, name);
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-subj',
      '/CN=localhost',
      '-keyout',
      file('k'),
      '-out',
      file('c'),
    ],
    { stdio: 'ignore' },
  );
  const server = createServer({ key: readFileSync(file('k')), cert: readFileSync(file('c')) }, (_request, response) => {
    response.end('seen');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  close = () => server.close();
});
afterAll(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['{ $true }', 'seen'],
  ['{ $false }', 'refused'],
  ["{ $args[1].Thumbprint -eq '00' }", 'refused'],
  ["{ throw 'x' }", 'refused'],
  ['$null', 'refused'],
  ['[Net.Http.HttpClientHandler]::DangerousAcceptAnyServerCertificateValidator', 'seen'],
])('a callback %s of HttpClientHandler: %s', async (callback, said) => {
  expect(
    await linesOf(`
      $h = [Net.Http.HttpClientHandler]::new(); $h.ServerCertificateCustomValidationCallback = ${callback}
      try { [Net.Http.HttpClient]::new($h).GetStringAsync('${address}').GetAwaiter().GetResult() } catch { 'refused' }
    `),
  ).toEqual([said]);
});
