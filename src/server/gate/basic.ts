/** Basic: user and password in every request. Offered over TLS and on loopback only, unless told otherwise. RFC 7617 */
import type { PasswordVerifier } from '../accounts/account.js';
import type { AuthenticationMechanism, ConnectionFacts, MechanismVerdict } from './mechanism.js';

const MAX_CREDENTIAL_CHARS = 8192;

export class BasicMechanism implements AuthenticationMechanism {
  readonly scheme = 'basic';
  readonly name = 'Basic';
  readonly #verifier: PasswordVerifier;

  constructor(verifier: PasswordVerifier) {
    this.#verifier = verifier;
  }

  offer(facts: ConnectionFacts): string | undefined {
    return facts.secure || facts.loopback || facts.allowUnencrypted ? 'Basic realm="WSMAN"' : undefined;
  }

  async authenticate(credentials: string): Promise<MechanismVerdict> {
    const pair = decodeCredentials(credentials);
    if (pair === undefined) return { type: 'refused', reason: 'malformedCredentials' };
    const verdict = await this.#verifier.verify(pair.user, pair.password);
    return verdict.ok
      ? {
          type: 'accepted',
          login: { account: verdict.account, mechanism: this.name },
          bindsConnection: false,
        }
      : { type: 'refused', reason: verdict.reason, user: pair.user };
  }
}

/** The user name ends at the first colon; a password may hold more. UTF-8, with Latin-1 for clients of the old kind. */
function decodeCredentials(text: string): { user: string; password: string } | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_CREDENTIAL_CHARS || !/^[A-Za-z0-9+/]+={0,2}$/.test(trimmed)) return undefined;
  const bytes = Buffer.from(trimmed, 'base64');
  let pair: string;
  try {
    pair = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    pair = bytes.toString('latin1');
  }
  const colon = pair.indexOf(':');
  return colon <= 0 ? undefined : { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
}
