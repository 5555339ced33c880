import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeChannelBindings } from './channel-bindings.js';
import { NtlmClientContext, NtlmServerContext } from './ntlm-context.js';
import { ntowfv1 } from './ntlm-crypto.js';
import type { AcceptorContext, SecurityContext } from './security-context.js';
import { SpnegoClientContext, SpnegoServerContext, type SpnegoMechanism } from './spnego-context.js';
import { decodeNegToken, encodeMechTypes, encodeNegTokenInit, encodeNegTokenResp, Oid } from './spnego-tokens.js';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const unhex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const NOW = Date.UTC(2026, 10, 24);

const ntlmClient = (password = 'secret'): SpnegoMechanism => ({
  oids: [Oid.Ntlm],
  create: () => new NtlmClientContext({ user: 'me', domain: '', password, random: randomBytes, now: () => NOW }),
});
const ntlmServer: SpnegoMechanism<AcceptorContext> = {
  oids: [Oid.Ntlm],
  create: () =>
    new NtlmServerContext({
      computerName: 's',
      dnsName: 's.example',
      random: randomBytes,
      now: () => NOW,
      lookup: (user) => (user === 'me' ? { ntHash: ntowfv1('secret'), account: 'me' } : undefined),
    }),
};
/** A mechanism that the server does not have: its token is thrown away. */
class Absent implements SecurityContext {
  readonly mechanism = 'Kerberos';
  readonly complete = false;
  readonly canSeal = false;
  step(): Uint8Array {
    return unhex('600b06092a864886f712010202');
  }
  wrap(): never {
    throw new Error('absent');
  }
  unwrap(): never {
    throw new Error('absent');
  }
  sign(): never {
    throw new Error('absent');
  }
  verify(): never {
    throw new Error('absent');
  }
}
const kerberosClient: SpnegoMechanism = { oids: [Oid.MsKerberos, Oid.Kerberos], create: () => new Absent() };

type Tamper = (token: Uint8Array, number: number) => Uint8Array;
function talk(client: SecurityContext, server: AcceptorContext, tamper: Tamper = (token) => token): number {
  let token = client.step(undefined);
  let legs = 0;
  while (token !== undefined) {
    legs += 1;
    const answer: Uint8Array | undefined = server.step(tamper(token, legs));
    if (answer === undefined) break;
    legs += 1;
    token = client.complete ? undefined : client.step(tamper(answer, legs));
  }
  return legs;
}
function both(client: SecurityContext, server: AcceptorContext): void {
  expect([client.complete, server.complete]).toEqual([true, true]);
  for (let round = 0; round < 5; round += 1) {
    const data = randomBytes(100 + round);
    expect(hex(server.unwrap(client.wrap(data)))).toBe(hex(data));
    expect(hex(client.unwrap(server.wrap(data)))).toBe(hex(data));
  }
}

describe('SPNEGO', () => {
  it('carries NTLM, with the proof of the mechanism list, and seals behind it', () => {
    const client = new SpnegoClientContext([ntlmClient()]);
    const server = new SpnegoServerContext([ntlmServer]);
    talk(client, server);
    both(client, server);
    expect(server.identity?.user).toBe('me');
  });
  it('comes to NTLM when the server has not what the client prefers', () => {
    const client = new SpnegoClientContext([kerberosClient, ntlmClient()]);
    const server = new SpnegoServerContext([ntlmServer]);
    talk(client, server);
    both(client, server);
    expect(client.chosen).toBe('NTLM');
  });
  it('answers a bare NTLM client with bare tokens', () => {
    const client = ntlmClient().create();
    const server = new SpnegoServerContext([ntlmServer]);
    if (client === undefined) throw new Error('no context');
    talk(client, server);
    both(client, server);
  });
  it('refuses a wrong password', () => {
    expect(() => talk(new SpnegoClientContext([ntlmClient('wrong')]), new SpnegoServerContext([ntlmServer]))).toThrow(
      /password/,
    );
  });
  it('finds that somebody took the better mechanism away', () => {
    const strip: Tamper = (token, number) => {
      if (number !== 1) return token;
      const sent = decodeNegToken(token);
      // As a proxy would: only NTLM is left of the list.
      return sent.type === 'init' ? encodeNegTokenInit({ mechTypes: [Oid.Ntlm] }) : token;
    };
    expect(() =>
      talk(new SpnegoClientContext([kerberosClient, ntlmClient()]), new SpnegoServerContext([ntlmServer]), strip),
    ).toThrow();
  });
  it('refuses a client that leaves the proof out after a change of mechanism', () => {
    const drop: Tamper = (token, number) => {
      if (number < 5) return token;
      const sent = decodeNegToken(token);
      return sent.type === 'resp' && sent.responseToken !== undefined
        ? encodeNegTokenResp({ responseToken: sent.responseToken })
        : token;
    };
    expect(() =>
      talk(new SpnegoClientContext([kerberosClient, ntlmClient()]), new SpnegoServerContext([ntlmServer]), drop),
    ).toThrow(/proof/);
  });
  it('answers garbage with a typed error', () => {
    for (let length = 0; length < 300; length += 1) {
      const garbage = randomBytes(length);
      if (length > 2) garbage[0] = [0x60, 0xa1, 0xa0][length % 3] ?? 0;
      expect(() => new SpnegoServerContext([ntlmServer]).step(garbage)).toThrow(/not valid|not offered|DER|mechanisms/);
    }
  });
});

const folder = path.join(process.env['PSSESSION_RECORDINGS'] ?? path.resolve('../shared/recordings'), 'tokens');
interface SpnegoVector {
  readonly note: string;
  readonly op: string;
  readonly structure?: string;
  readonly hex?: string;
  readonly fields?: Record<string, unknown>;
  readonly expected: {
    readonly hex?: string;
    readonly checks?: ReadonlyArray<{ readonly path: readonly string[]; readonly equals?: unknown }>;
  };
}
const load = (name: string): SpnegoVector[] => {
  const file = path.join(folder, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: SpnegoVector[] }).vectors : [];
};
const bytesOf = (value: unknown): Uint8Array | undefined =>
  typeof value === 'object' && value !== null && '$hex' in value && typeof value.$hex === 'string'
    ? unhex(value.$hex)
    : undefined;

describe.skipIf(!existsSync(folder))('the published tokens of SPNEGO', () => {
  it.each(
    load('spnego-neg-token-init.json')
      .filter(({ op, structure }) => op === 'unpack' && structure === 'NegTokenInit')
      .map((vector) => [vector.note, vector] as const),
  )('%s', (_, vector) => {
    const token = decodeNegToken(unhex(vector.hex ?? ''));
    if (token.type !== 'init') throw new Error('no NegTokenInit');
    for (const check of vector.expected.checks ?? []) {
      if (check.path[0] === 'mech_types') expect(token.mechTypes).toEqual(check.equals);
      if (check.path[0] === 'hint_name') expect(token.hintName).toEqual(bytesOf(check.equals));
      if (check.path[0] === 'mech_token' && check.equals === null) expect(token.mechToken).toBeUndefined();
    }
    // What was read is written again byte by byte.
    const { type: _type, mechTypesDer: _der, ...fields } = token;
    expect(hex(encodeNegTokenInit(fields))).toBe(vector.hex);
  });
  it('packs what the vectors pack', () => {
    for (const vector of load('spnego-neg-token-init.json').filter(({ op }) => op === 'pack')) {
      const fields = vector.fields ?? {};
      const hintName = bytesOf(fields['hint_name']);
      const hintAddress = bytesOf(fields['hint_address']);
      const packed = encodeNegTokenInit({
        mechTypes: fields['mech_types'] as string[],
        ...(typeof fields['req_flags'] === 'number' ? { reqFlags: fields['req_flags'] } : {}),
        mechToken: bytesOf(fields['mech_token']) ?? new Uint8Array(0),
        mechListMic: bytesOf(fields['mech_list_mic']) ?? new Uint8Array(0),
        ...(hintName === undefined ? {} : { hintName }),
        ...(hintAddress === undefined ? {} : { hintAddress }),
      });
      expect(hex(packed)).toBe(vector.expected.hex);
    }
  });
  it('packs mechanism lists and channel bindings', () => {
    expect(hex(encodeMechTypes([Oid.Kerberos, Oid.Ntlm]))).toBe('301706092a864886f712010202060a2b06010401823702020a');
    expect(hex(encodeChannelBindings({}))).toBe('0000000000000000000000000000000000000000');
    expect(
      hex(
        encodeChannelBindings({
          initiatorType: 2,
          initiatorAddress: unhex('01020304'),
          acceptorAddress: unhex('05060708'),
          applicationData: unhex('636166c3a9'),
        }),
      ),
    ).toBe('02000000040000000102030400000000040000000506070805000000636166c3a9');
  });
});
