import { describe, expect, it } from 'vitest';
import { NtlmClientContext, NtlmServerContext } from './ntlm-context.js';
import { ntowfv1 } from './ntlm-crypto.js';
import { encodeNegTokenInit, encodeNegTokenResp, NegState, Oid } from './spnego-tokens.js';
import { describeToken } from './token-description.js';

const random = (length: number): Uint8Array => new Uint8Array(length).fill(3);
const now = (): number => 1_700_000_000_000;

describe('a token in one line', () => {
  it('says what it is and whose, and holds no secret', () => {
    const client = new NtlmClientContext({ user: 'alice', domain: 'D', password: 'secret', random, now });
    const server = new NtlmServerContext({
      computerName: 'server01',
      dnsName: 'server01',
      random,
      now,
      lookup: () => ({ ntHash: ntowfv1('secret'), account: 'alice' }),
    });
    const first = client.step(undefined) ?? new Uint8Array(0);
    const second = server.step(first) ?? new Uint8Array(0);
    const third = client.step(second) ?? new Uint8Array(0);
    expect([first, second, third].map(describeToken)).toEqual([
      'NTLM NEGOTIATE',
      'NTLM CHALLENGE from SERVER01',
      'NTLM AUTHENTICATE of D\\alice with MIC',
    ]);
    expect(describeToken(encodeNegTokenInit({ mechTypes: [Oid.Kerberos, Oid.Ntlm], mechToken: first }))).toBe(
      'SPNEGO init [Kerberos, NTLM] { NTLM NEGOTIATE }',
    );
    expect(
      describeToken(
        encodeNegTokenResp({ state: NegState.AcceptIncomplete, supportedMech: Oid.Ntlm, responseToken: second }),
      ),
    ).toBe('SPNEGO response accept-incomplete, NTLM { NTLM CHALLENGE from SERVER01 }');
  });

  it('never throws, whatever the bytes are', () => {
    for (let length = 0; length < 300; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length * 11) & 0xff);
      bytes[0] = [0x60, 0xa1, 0x30, 0x4e][length % 4] ?? 0;
      expect(typeof describeToken(bytes)).toBe('string');
    }
  });
});
