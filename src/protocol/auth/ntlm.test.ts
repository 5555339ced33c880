import { readFileSync, existsSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rc4 } from '../crypto/index.js';
import {
  NtlmClientContext,
  NtlmServerContext,
  type NtlmClientOptions,
  type NtlmServerOptions,
} from './ntlm-context.js';
import { lmowfv1, ntowfv1, ntowfv2, NtlmSealer, responsesV1, responsesV2, sealKey, signKey } from './ntlm-crypto.js';
import {
  NtlmFlag,
  readAuthenticate,
  readChallenge,
  readNegotiate,
  readTargetInfo,
  writeAuthenticate,
} from './ntlm-messages.js';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const NOW = Date.UTC(2026, 10, 24);

/** [MS-NLMP 4.2.1] */
const SPEC = {
  user: 'User',
  domain: 'Domain',
  password: 'Password',
  sessionKey: unhex('55555555555555555555555555555555'),
  serverChallenge: unhex('0123456789abcdef'),
  clientChallenge: unhex('aaaaaaaaaaaaaaaa'),
  plain: Uint8Array.from('Plaintext'.split('').flatMap((char) => [char.charCodeAt(0), 0])),
};

describe('NTLM version 1 [MS-NLMP 4.2.2, 4.2.3]', () => {
  it('has the one-way functions', () => {
    expect(hex(lmowfv1(SPEC.password))).toBe('e52cac67419a9a224a3b108f3fa6cb6d');
    expect(hex(ntowfv1(SPEC.password))).toBe('a4f49c406510bdcab6824ee7c30fd852');
  });
  it('has the responses', () => {
    const flags = 0xe2028233;
    const plain = responsesV1(
      flags,
      ntowfv1(SPEC.password),
      lmowfv1(SPEC.password),
      SPEC.serverChallenge,
      SPEC.clientChallenge,
      false,
    );
    expect(hex(plain.ntResponse)).toBe('67c43011f30298a2ad35ece64f16331c44bdbed927841f94');
    expect(hex(plain.lmResponse)).toBe('98def7b87f88aa5dafe2df779688a172def11c7d5ccdef13');
    expect(hex(rc4(plain.keyExchangeKey, SPEC.sessionKey))).toBe('518822b1b3f350c8958682ecbb3e3cb7');
    const extended = responsesV1(
      0x820a8233,
      ntowfv1(SPEC.password),
      lmowfv1(SPEC.password),
      SPEC.serverChallenge,
      SPEC.clientChallenge,
    );
    expect(hex(extended.ntResponse)).toBe('7537f803ae367128ca458204bde7caf81e97ed2683267232');
    expect(hex(extended.keyExchangeKey)).toBe('eb93429a8bd952f8b89c55b87f475edc');
  });
});

describe('NTLM version 2 [MS-NLMP 4.2.4]', () => {
  const info = readTargetInfo(unhex('02000c0044006f006d00610069006e0001000c0053006500720076006500720000000000'));
  const key = ntowfv2(ntowfv1(SPEC.password), SPEC.user, SPEC.domain);
  it('has the key, the responses and the session keys', () => {
    expect(hex(key)).toBe('0c868a403bfd7a93a3001ef22ef02e3f');
    const responses = responsesV2(key, SPEC.serverChallenge, SPEC.clientChallenge, new Uint8Array(8), info);
    expect(hex(responses.lmResponse)).toBe('86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa');
    expect(hex(responses.ntResponse.subarray(0, 16))).toBe('68cd0ab851e51c96aabc927bebef6a1c');
    expect(hex(responses.keyExchangeKey)).toBe('8de40ccadbc14a82f15cb0ad0de95ca3');
    expect(hex(rc4(responses.keyExchangeKey, SPEC.sessionKey))).toBe('c5dad2544fc9799094ce1ce90bc9d03e');
  });
  it('seals', () => {
    const message = NtlmSealer.of(0xe28a8233, SPEC.sessionKey, 'initiate').seal(SPEC.plain);
    expect(hex(message.sealed)).toBe('54e50165bf1936dc996020c1811b0f06fb5f');
    expect(hex(message.signature)).toBe('010000007fb38ec5c55d497600000000');
  });
});

const pair = (client: Partial<NtlmClientOptions> = {}, server: Partial<NtlmServerOptions> = {}) => ({
  client: new NtlmClientContext({
    user: 'User',
    domain: 'Domain',
    password: 'Pässword',
    random: randomBytes,
    now: () => NOW,
    ...client,
  }),
  server: new NtlmServerContext({
    computerName: 'server01',
    dnsName: 'server01.example',
    random: randomBytes,
    now: () => NOW,
    lookup: (user) => (user.toLowerCase() === 'user' ? { ntHash: ntowfv1('Pässword'), account: 'user' } : undefined),
    ...server,
  }),
});

function authenticate(
  { client, server }: ReturnType<typeof pair>,
  tamper: (message: Uint8Array, number: number) => Uint8Array = (message) => message,
): void {
  const negotiate = client.step(undefined) ?? new Uint8Array(0);
  const challenge = server.step(tamper(negotiate, 1)) ?? new Uint8Array(0);
  const response = client.step(tamper(challenge, 2)) ?? new Uint8Array(0);
  expect(server.step(tamper(response, 3))).toBeUndefined();
}

describe('an NTLM conversation', () => {
  it('ends with both sure of each other, and seals in order in both directions', () => {
    const both = pair();
    authenticate(both);
    expect(both.server.identity).toEqual({ user: 'user', mechanism: 'NTLM' });
    expect(both.server.receivedMic).toBe(true);
    for (let round = 0; round < 20; round += 1) {
      const there = randomBytes(round * 97);
      expect(hex(both.server.unwrap(both.client.wrap(there)))).toBe(hex(there));
      const back = randomBytes(round * 31 + 1);
      expect(hex(both.client.unwrap(both.server.wrap(back)))).toBe(hex(back));
    }
  });

  it.each([
    ['a wrong password', { password: 'wrong' }, {}, /user name or the password/],
    ['an unknown user', { user: 'nobody' }, {}, /user name or the password/],
    [
      'another TLS channel',
      { channelBindings: new Uint8Array(16).fill(1) },
      { channelBindings: new Uint8Array(16).fill(2) },
      /another TLS channel/,
    ],
    [
      'no channel where one is required',
      {},
      { channelBindings: new Uint8Array(16).fill(2), hardening: 'Strict' as const },
      /another TLS channel/,
    ],
  ])('refuses %s', (_, client, server, message) => {
    expect(() => authenticate(pair(client, server))).toThrow(message);
  });

  it('refuses a client that meant another server, where the names are known', () => {
    const targetNames = ['server01', 'server01.example.org'];
    for (const targetName of ['HTTP/SERVER01', 'host/server01.example.org:5985', '']) {
      const both = pair({ targetName }, { targetNames });
      authenticate(both);
      expect(both.server.complete).toBe(true);
    }
    expect(() => authenticate(pair({ targetName: 'HTTP/server02' }, { targetNames }))).toThrow(/another server/);
  });

  /** What a client of version 1 with extended session security answers. */
  const versionOne = (challenge: Uint8Array): Uint8Array => {
    const { flags, serverChallenge } = readChallenge(challenge);
    const hash = ntowfv1('Pässword');
    const made = responsesV1(flags, hash, new Uint8Array(16), serverChallenge, randomBytes(8));
    return writeAuthenticate({
      flags: (flags & ~NtlmFlag.KeyExchange) >>> 0,
      lmResponse: made.lmResponse,
      ntResponse: made.ntResponse,
      domain: '',
      user: 'user',
      workstation: '',
      encryptedRandomSessionKey: new Uint8Array(0),
    });
  };
  it('takes version 1 only where that is allowed', () => {
    for (const allowNtlmV1 of [true, false]) {
      const { client, server } = pair({}, { allowNtlmV1 });
      const challenge = server.step(client.step(undefined) ?? new Uint8Array(0)) ?? new Uint8Array(0);
      const login = (): unknown => server.step(versionOne(challenge));
      if (allowNtlmV1) {
        login();
        expect(server.identity?.user).toBe('user');
      } else expect(login).toThrow(/version 1 is refused/);
    }
  });

  it('takes channel bindings that fit', () => {
    const channelBindings = new Uint8Array(16).fill(7);
    const both = pair({ channelBindings }, { channelBindings, hardening: 'Strict' });
    authenticate(both);
    expect(both.server.complete).toBe(true);
  });

  it('refuses a replayed AUTHENTICATE: the challenge is another', () => {
    let recorded = new Uint8Array(0);
    const first = pair();
    authenticate(first, (message, number) => {
      if (number === 3) recorded = Uint8Array.from(message);
      return message;
    });
    const second = pair();
    expect(() => authenticate(second, (message, number) => (number === 3 ? recorded : message))).toThrow(
      /user name or the password/,
    );
  });

  it('finds a stripped or altered MIC, and altered flags', () => {
    const strip = (message: Uint8Array, number: number): Uint8Array => {
      if (number !== 3) return message;
      const altered = message.slice();
      altered.fill(0, 72, 88);
      return altered;
    };
    expect(() => authenticate(pair(), strip)).toThrow(/MIC/);
    const downgrade = (message: Uint8Array, number: number): Uint8Array => {
      if (number !== 1) return message;
      const altered = message.slice();
      altered[12] = (altered[12] ?? 0) & ~0x20; // no sealing
      return altered;
    };
    expect(() => authenticate(pair(), downgrade)).toThrow(/MIC/);
  });

  it('refuses an altered, a repeated and a reordered message', () => {
    const both = pair();
    authenticate(both);
    const first = both.client.wrap(SPEC.plain);
    const altered = { signature: first.signature, sealed: first.sealed.slice() };
    altered.sealed[3] = (altered.sealed[3] ?? 0) ^ 1;
    expect(() => both.server.unwrap(altered)).toThrow(/signature/);
    const again = pair();
    authenticate(again);
    const message = again.client.wrap(SPEC.plain);
    again.server.unwrap(message);
    expect(() => again.server.unwrap(message)).toThrow(/signature/);
  });

  it('answers garbage with an error, whatever it is', () => {
    for (let length = 0; length < 200; length += 1) {
      const garbage = randomBytes(length);
      if (length > 12) garbage.set(unhex('4e544c4d5353500003000000'));
      for (const read of [readNegotiate, readChallenge, readAuthenticate]) {
        try {
          read(garbage);
        } catch (error) {
          expect(String(error)).toMatch(/not valid/);
        }
      }
    }
  });
});

/** The recorded and published vectors, where they are at hand. */
const folder = path.join(process.env['PSSESSION_RECORDINGS'] ?? path.resolve('../shared/recordings'), 'tokens');
interface Vector {
  readonly note: string;
  readonly function?: string;
  readonly args?: { readonly flags: number; readonly usage: string; readonly session_key: { readonly $hex: string } };
  readonly expected: { readonly result?: { $hex: string } };
}
describe.skipIf(!existsSync(folder))('the published vectors of keys', () => {
  const file = path.join(folder, 'ntlm-keys.json');
  const vectors = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: Vector[] }).vectors : [];
  it.each(vectors.map((vector, at) => [`${vector.function ?? ''} ${at}`, vector] as const))('%s', (_, vector) => {
    const compute = vector.function === 'signkey' ? signKey : sealKey;
    const usage = vector.args?.usage === 'accept' ? 'accept' : 'initiate';
    const result = compute(vector.args?.flags ?? 0, unhex(vector.args?.session_key.$hex ?? ''), usage);
    expect(result === undefined ? undefined : hex(result)).toBe(vector.expected.result?.$hex);
  });
});
