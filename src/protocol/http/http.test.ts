import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findChallenge, readChallenges } from './challenges.js';
import { openSealedBody, sealBody, sealProtocolOf, splitSealedBody, type SealProtocol } from './sealed-body.js';

const NTLM: SealProtocol = 'application/HTTP-SPNEGO-session-encrypted';
const CREDSSP: SealProtocol = 'application/HTTP-CredSSP-session-encrypted';
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const show = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const xor = (data: Uint8Array): Uint8Array => data.map((byte) => byte ^ 0x5a);

describe('challenges', () => {
  it('reads the lists that Windows and others send', () => {
    expect(readChallenges('Negotiate, Kerberos, Basic realm="WSMAN", CredSSP')).toEqual([
      { scheme: 'Negotiate', token: undefined, parameters: {} },
      { scheme: 'Kerberos', token: undefined, parameters: {} },
      { scheme: 'Basic', token: undefined, parameters: { realm: 'WSMAN' } },
      { scheme: 'CredSSP', token: undefined, parameters: {} },
    ]);
    expect(readChallenges('Negotiate YIIabc+/==')).toEqual([
      { scheme: 'Negotiate', token: 'YIIabc+/==', parameters: {} },
    ]);
    expect(readChallenges('Digest realm="a, b", nonce="x\\"y", qop="auth", algorithm=MD5-sess, Basic')).toEqual([
      {
        scheme: 'Digest',
        token: undefined,
        parameters: { realm: 'a, b', nonce: 'x"y', qop: 'auth', algorithm: 'MD5-sess' },
      },
      { scheme: 'Basic', token: undefined, parameters: {} },
    ]);
    expect(findChallenge(readChallenges('negotiate'), 'Negotiate')).toBeDefined();
  });
  it.each(['', ',,,', '"""', 'Negotiate ', '=', 'Digest realm="', `${'a, '.repeat(10_000)}`])(
    'survives %j',
    (header) => {
      expect(readChallenges(header).length).toBeLessThanOrEqual(32);
    },
  );
});

describe('sealed bodies [MS-WSMV 2.2.9.1]', () => {
  const seal = (part: Uint8Array) => ({ signature: text('signature-of-16b'), sealed: xor(part) });

  it('have the exact form: tabs, no line break before the closing boundary', () => {
    const { contentType, body } = sealBody(text('<s/>'), NTLM, (part) => ({ signature: text('SIG'), sealed: part }));
    expect(contentType).toBe(
      'multipart/encrypted;protocol="application/HTTP-SPNEGO-session-encrypted";boundary="Encrypted Boundary"',
    );
    expect(show(body)).toBe(
      '--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n' +
        '\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=4\r\n--Encrypted Boundary\r\n' +
        '\tContent-Type: application/octet-stream\r\n\u0003\0\0\0SIG<s/>--Encrypted Boundary--\r\n',
    );
  });

  it.each([0, 1, 4, 20_000])('come back with %i bytes, whatever the cipher text holds', (length) => {
    const plain = xor(text('--Encrypted Boundary--\r\n'.repeat(length)).subarray(0, length)); // the cipher text is full of boundaries
    const { body } = sealBody(plain, NTLM, seal);
    expect(openSealedBody(body, NTLM, ({ sealed }) => xor(sealed))).toEqual(plain);
  });

  it('takes parts without tabs, with a blank in the boundary, and closed one by one', () => {
    const { body } = sealBody(text('hello'), NTLM, seal);
    const odd =
      text('').constructor === Uint8Array
        ? show(body).replaceAll('\t', '').replaceAll('--Encrypted Boundary\r', '-- Encrypted Boundary\r')
        : '';
    const bytes = Uint8Array.from(odd, (char) => char.charCodeAt(0));
    expect(show(openSealedBody(bytes, NTLM, ({ sealed }) => xor(sealed)))).toBe('hello');
    const one = sealBody(text('one'), CREDSSP, seal).body;
    const two = sealBody(text('two'), CREDSSP, seal).body;
    const joined = new Uint8Array([...one, ...two]);
    expect(show(openSealedBody(joined, CREDSSP, ({ sealed }) => xor(sealed)))).toBe('onetwo');
  });

  it('cuts CredSSP into parts of 16 KiB', () => {
    const plain = new Uint8Array(40_000).fill(97);
    const { contentType, body } = sealBody(plain, CREDSSP, seal);
    expect(contentType).toMatch(/^multipart\/x-multi-encrypted/);
    expect(splitSealedBody(body, CREDSSP).map(({ plainLength }) => plainLength)).toEqual([16_384, 16_384, 7232]);
  });

  it('names its protocol in the Content-Type, and nothing else does', () => {
    expect(
      sealProtocolOf(
        'multipart/encrypted;protocol="application/HTTP-Kerberos-session-encrypted";boundary="Encrypted Boundary"',
      ),
    ).toBe('application/HTTP-Kerberos-session-encrypted');
    expect(sealProtocolOf('application/soap+xml;charset=UTF-8')).toBeUndefined();
    expect(sealProtocolOf(undefined)).toBeUndefined();
  });

  it('refuses every cut and every lie about a length with a typed error', () => {
    const { body } = sealBody(text('hello world'), NTLM, seal);
    for (let length = 0; length < body.length - 4; length += 1) {
      expect(() => openSealedBody(body.subarray(0, length), NTLM, ({ sealed }) => xor(sealed))).toThrow(
        /sealed|Sealed/,
      );
    }
    const lie = Uint8Array.from(show(body).replace('Length=11', 'Length=10'), (char) => char.charCodeAt(0));
    expect(() => openSealedBody(lie, NTLM, ({ sealed }) => xor(sealed))).toThrow(/sealed body/);
  });
});

const file = path.join(
  process.env['PSSESSION_RECORDINGS'] ?? path.resolve('../shared/recordings'),
  'tokens',
  'winrm-sealed-frames-large.json',
);
interface FrameVector {
  readonly note: string;
  readonly op: 'frame' | 'unframe';
  readonly protocol: SealProtocol;
  readonly bodyBase64?: string;
  readonly plaintextRepeat?: { readonly byteHex: string; readonly count: number };
  readonly expected: {
    readonly contentType?: string;
    readonly bodyBase64?: string;
    readonly plaintextRepeat?: { readonly byteHex: string; readonly count: number };
  };
}
describe.skipIf(!existsSync(file))('the published frames', () => {
  const vectors = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: FrameVector[] }).vectors
    : [];
  const header = text('reallylongheader');
  const tail = text('-encrypted');
  const plain = (repeat: { readonly byteHex: string; readonly count: number }): Uint8Array =>
    new Uint8Array(repeat.count).fill(Number.parseInt(repeat.byteHex, 16));
  it.each(vectors.map((vector) => [vector.note, vector] as const))('%s', (_, vector) => {
    if (vector.op === 'frame' && vector.plaintextRepeat !== undefined) {
      const sealed = sealBody(plain(vector.plaintextRepeat), vector.protocol, (part) => ({
        signature: header,
        sealed: new Uint8Array([...part, ...tail]),
      }));
      expect(sealed.contentType.startsWith(`${vector.expected.contentType};`)).toBe(true);
      expect(show(sealed.body)).toBe(Buffer.from(vector.expected.bodyBase64 ?? '', 'base64').toString('latin1'));
    } else {
      // The stand-in cipher adds bytes, which only CredSSP's records do: the others keep the length.
      const body = new Uint8Array(Buffer.from(vector.bodyBase64 ?? '', 'base64'));
      const opened = openSealedBody(body, CREDSSP, ({ sealed }) => sealed.subarray(0, sealed.length - tail.length));
      expect(opened).toEqual(plain(vector.expected.plaintextRepeat ?? { byteHex: '00', count: 0 }));
    }
  });
});
