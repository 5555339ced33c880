/** What stands before a login is over: HTTP's challenges, tokens of every mechanism, sealed bodies. */
import { decodeUtf8, encodeUtf8 } from '../../../src/protocol/bytes/index.js';
import {
  CredSspClient,
  CredSspServer,
  describeToken,
  DigestClient,
  DigestServer,
  NtlmClientContext,
  NtlmServerContext,
  ntowfv1,
  Oid,
  SpnegoClientContext,
  SpnegoServerContext,
  subjectPublicKey,
  type AcceptorContext,
  type SecurityContext,
} from '../../../src/protocol/auth/index.js';
import { DerReader } from '../../../src/protocol/crypto/index.js';
import { readChallenges, readToken, sealBody, splitSealedBody } from '../../../src/protocol/http/index.js';
import type { Parser } from './parser.js';

const NOW = Date.UTC(2026, 10, 24);
type Random = (count: number) => Uint8Array;
const zero: Random = (count) => new Uint8Array(count);

const ntlmClient = (random: Random): NtlmClientContext =>
  new NtlmClientContext({ user: 'me', domain: 'D', password: 'secret', random, now: () => NOW, allowNtlmV1: true });
const ntlmServer = (random: Random): NtlmServerContext =>
  new NtlmServerContext({
    computerName: 'S',
    dnsName: 's.example',
    random,
    now: () => NOW,
    allowNtlmV1: true,
    lookup: (user) => (user === 'me' ? { ntHash: ntowfv1('secret'), account: 'me' } : undefined),
  });
const spnegoClient = (random: Random): SpnegoClientContext =>
  new SpnegoClientContext([{ oids: [Oid.Ntlm], create: () => ntlmClient(random) }]);
const spnegoServer = (random: Random): SpnegoServerContext =>
  new SpnegoServerContext([{ oids: [Oid.Ntlm], create: () => ntlmServer(random) }]);

/** All tokens that a login sends, in order. */
function tokensOf(client: SecurityContext, server: AcceptorContext): readonly Uint8Array[] {
  const tokens: Uint8Array[] = [];
  let token = client.step(undefined);
  while (token !== undefined && tokens.length < 10) {
    tokens.push(token);
    const answer = server.step(token);
    if (answer === undefined) break;
    tokens.push(answer);
    token = client.complete ? undefined : client.step(answer);
  }
  return tokens;
}

/** Each token with the step of the login at which it is waited for before it. */
const withSteps = (tokens: readonly Uint8Array[]): readonly Uint8Array[] =>
  tokens.map((token, step) => Buffer.concat([Buffer.of(step), token]));

/** The first byte says at which step of a login the rest comes. */
function atEachStep(make: () => readonly [SecurityContext, AcceptorContext]): (input: Uint8Array) => void {
  return (input) => {
    const step = (input[0] ?? 0) & 3;
    const token = input.subarray(1);
    const [client, server] = make();
    if (step === 0) {
      server.step(token);
      return;
    }
    const first = client.step(undefined);
    if (step === 1) {
      client.step(token);
      return;
    }
    const second = server.step(first);
    if (step === 2) {
      server.step(token);
      return;
    }
    client.step(second);
    client.step(token);
  };
}

export function securityParsers(random: Random): readonly Parser[] {
  const rooms = ['protocol/auth', 'protocol/crypto'];
  const ntlm = tokensOf(ntlmClient(random), ntlmServer(random));
  const spnego = tokensOf(spnegoClient(random), spnegoServer(random));
  const publicKey = random(64);
  const credential = { domain: 'D', user: 'me', password: 'secret' };
  const credsspClient = (source: Random): CredSspClient =>
    new CredSspClient({ inner: spnegoClient(source), publicKey, credential, random: source });
  const credsspServer = (source: Random): CredSspServer =>
    new CredSspServer({ inner: spnegoServer(source), publicKey });
  return [
    {
      name: 'tokens of NTLM',
      rooms,
      examples: withSteps(ntlm),
      parse: atEachStep(() => [ntlmClient(zero), ntlmServer(zero)]),
    },
    {
      name: 'tokens of SPNEGO',
      rooms,
      examples: withSteps(spnego),
      parse: atEachStep(() => [spnegoClient(zero), spnegoServer(zero)]),
    },
    {
      name: 'tokens that are shown, DER, certificates',
      rooms,
      examples: [...ntlm, ...spnego, Buffer.from('600b06092a864886f712010202', 'hex')],
      parse: (input) => {
        describeToken(input);
        if (input.length % 2 === 0) subjectPublicKey(input);
        else for (const reader = new DerReader(input, 'input'); !reader.done; ) reader.next();
      },
    },
    {
      name: 'tokens of CredSSP',
      rooms,
      examples: withSteps(credsspTokens(credsspClient(random), credsspServer(random))),
      parse: (input) => {
        const token = input.subarray(1);
        if ((input[0] ?? 0) % 2 === 0) credsspServer(zero).receive(token);
        else {
          const client = credsspClient(zero);
          client.begin();
          client.receive(token);
        }
      },
    },
    httpParser(random),
    {
      name: 'sealed bodies',
      rooms: ['protocol/http'],
      examples: [
        sealBody(random(200), 'application/HTTP-SPNEGO-session-encrypted', (sealed) => ({
          signature: random(16),
          sealed,
        })).body,
        sealBody(random(40), 'application/HTTP-CredSSP-session-encrypted', (sealed) => ({
          signature: random(16),
          sealed,
        })).body,
      ],
      parse: (input) => {
        const kinds = ['SPNEGO', 'Kerberos', 'CredSSP'] as const;
        const kind = kinds[(input[input.length - 1] ?? 0) % 3] ?? 'SPNEGO';
        splitSealedBody(input, `application/HTTP-${kind}-session-encrypted`);
      },
    },
  ];
}

function credsspTokens(client: CredSspClient, server: CredSspServer): readonly Uint8Array[] {
  const tokens: Uint8Array[] = [client.begin()];
  for (let turn = 0; turn < 4; turn += 1) {
    const last = tokens.at(-1);
    if (last === undefined) break;
    const answers = turn % 2 === 0 ? server.receive(last) : client.receive(last);
    tokens.push(...answers);
  }
  return tokens;
}

function httpParser(random: Random): Parser {
  const server = new DigestServer({ realm: 'r', random, now: () => NOW, secret: () => new Uint8Array(16) });
  return {
    name: 'challenges of HTTP',
    rooms: ['protocol/http', 'protocol/auth'],
    examples: [
      `Negotiate, Basic realm="x y", ${server.challenges().join(', ')}`,
      'Negotiate YIIabc=, Kerberos, CredSSP TlRM',
      'Digest username="me", realm="r", nonce="n", uri="/wsman", qop=auth, nc=00000001, cnonce="c", response="00"',
    ].map((text) => encodeUtf8(text)),
    parse: (input) => {
      for (const { scheme, token, parameters } of readChallenges(decodeUtf8(input))) {
        if (token !== undefined) readToken(token);
        if (scheme.toLowerCase() !== 'digest') continue;
        server.verify(parameters, 'POST', '/wsman');
        new DigestClient({ user: 'me', password: 'secret', random: zero }).challenge([parameters]);
      }
    },
  };
}
