import { describe, expect, it } from 'vitest';
import { DigestClient, digestResponse, digestSecret, DigestServer } from './digest.js';

/** [RFC 7616 3.9.1] */
const RFC = { user: 'Mufasa', realm: 'http-auth@example.org', password: 'Circle of Life' };
const common = {
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  method: 'GET',
  uri: '/dir/index.html',
  qop: { name: 'auth', nc: '00000001', cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ' },
};

let counter = 0;
const random = (length: number): Uint8Array => new Uint8Array(length).fill((counter += 1));
let clock = 1_000_000;
const server = (): DigestServer =>
  new DigestServer({
    realm: 'WSMAN',
    random,
    now: () => clock,
    secret: (user, hash) => (user === 'alice' ? digestSecret(hash, 'alice', 'WSMAN', 'pass:word') : undefined),
  });
const parametersOf = (header: string): Record<string, string> =>
  Object.fromEntries(
    [...header.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/g)].map(([, name, quoted, plain]) => [
      name?.toLowerCase() ?? '',
      quoted ?? plain ?? '',
    ]),
  );
const offersOf = (one: DigestServer): Record<string, string>[] => one.challenges().map(parametersOf);

describe('the example of RFC 7616', () => {
  it.each([
    ['MD5', '8ca523f5e9506fed4657c9700eebdbec'],
    ['SHA-256', '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'],
  ] as const)('%s', (algorithm, expected) => {
    const hash = algorithm === 'MD5' ? 'md5' : 'sha256';
    const secret = digestSecret(hash, RFC.user, RFC.realm, RFC.password);
    expect(digestResponse({ algorithm, secret, ...common })).toBe(expected);
  });
});

describe('Digest at both ends', () => {
  const answer = (one: DigestServer, password = 'pass:word', method = 'POST'): Record<string, string> => {
    const client = new DigestClient({ user: 'alice', password, random });
    client.challenge(offersOf(one));
    return parametersOf(client.authorization(method, '/wsman'));
  };

  it('takes the best algorithm, and counts requests', () => {
    const one = server();
    const client = new DigestClient({ user: 'alice', password: 'pass:word', random });
    expect(client.challenge(offersOf(one))).toBe(true);
    for (const nc of ['00000001', '00000002']) {
      const parameters = parametersOf(client.authorization('POST', '/wsman'));
      expect(parameters).toMatchObject({ algorithm: 'SHA-256', nc });
      expect(one.verify(parameters, 'POST', '/wsman')).toEqual({ type: 'accepted', user: 'alice' });
    }
  });

  it('refuses a wrong password, another request, a repeated one and a nonce that is not its own', () => {
    const one = server();
    const right = answer(one);
    const refused = (parameters: Record<string, string>, method = 'POST', uri = '/wsman'): unknown =>
      one.verify(parameters, method, uri);
    expect(refused(answer(one, 'wrong'))).toMatchObject({ type: 'refused', reason: 'wrongPassword', user: 'alice' });
    expect(refused(right, 'PUT')).toMatchObject({ reason: 'wrongPassword' });
    expect(refused(right, 'POST', '/other')).toMatchObject({ reason: 'wrongUri' });
    expect(refused({ ...right, nonce: '0'.repeat(68) })).toMatchObject({ reason: 'foreignNonce' });
    expect(refused({ ...right, realm: 'x' })).toMatchObject({ reason: 'wrongRealm' });
    expect(refused({ ...right, qop: 'auth-int' })).toMatchObject({ reason: 'malformedCredentials' });
    expect(refused(right)).toMatchObject({ type: 'accepted' });
    expect(refused(right)).toMatchObject({ type: 'refused', reason: 'replayed' });
    expect(server().verify(right, 'POST', '/wsman')).toMatchObject({ reason: 'foreignNonce' }); // another process
  });

  it('asks again with a fresh nonce when one is too old, and the client answers', () => {
    const one = server();
    const client = new DigestClient({ user: 'alice', password: 'pass:word', random });
    client.challenge(offersOf(one));
    clock += 301_000;
    expect(one.verify(parametersOf(client.authorization('POST', '/wsman')), 'POST', '/wsman')).toMatchObject({
      type: 'stale',
    });
    expect(client.challenge(one.challenges(true).map(parametersOf))).toBe(true);
    expect(one.verify(parametersOf(client.authorization('POST', '/wsman')), 'POST', '/wsman')).toMatchObject({
      type: 'accepted',
    });
    expect(client.challenge(offersOf(one))).toBe(false); // refused without being stale: the password is wrong
  });

  it('does not answer a challenge of a kind that it does not know', () => {
    const client = new DigestClient({ user: 'a', password: 'b', random });
    expect(() => client.challenge([{ nonce: 'x', algorithm: 'SHA-512-256' }])).toThrow(/no kind of Digest/);
    expect(() => client.challenge([{ nonce: 'x', qop: 'auth-int' }])).toThrow(/no kind of Digest/);
  });
});
