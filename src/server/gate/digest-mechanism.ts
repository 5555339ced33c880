/** Digest at the gate: every request proves the password anew; its body travels as it is. [RFC 7616] */
import { systemRandom } from '../../io/runtime/index.js';
import { DigestServer } from '../../protocol/auth/index.js';
import { readChallenges } from '../../protocol/http/index.js';
import { REALM, type AccountDirectory } from '../accounts/account.js';
import { refused } from './context-mechanism.js';
import type {
  AuthenticationMechanism,
  ConnectionFacts,
  GateConnection,
  MechanismVerdict,
  RequestFacts,
} from './mechanism.js';

export class DigestMechanism implements AuthenticationMechanism {
  readonly scheme = 'digest';
  readonly name = 'Digest';
  readonly #directory: AccountDirectory;
  readonly #server: DigestServer;

  constructor(directory: AccountDirectory) {
    this.#directory = directory;
    this.#server = new DigestServer({
      realm: REALM,
      random: systemRandom,
      now: () => Date.now(),
      secret: (user, hash) => {
        const digest = directory.equivalents(user)?.digest;
        return hash === 'sha256' ? digest?.sha256 : digest?.md5;
      },
    });
  }

  /** It seals nothing: over plain HTTP beyond this machine only where the listener says so in plain words. */
  offer(facts: ConnectionFacts): readonly string[] | undefined {
    const open = facts.secure || facts.loopback || facts.allowUnencrypted;
    return open && this.#directory.has('digest') ? this.#server.challenges() : undefined;
  }

  async authenticate(
    credentials: string,
    _connection: GateConnection,
    request?: RequestFacts,
  ): Promise<MechanismVerdict> {
    await this.#directory.refresh();
    const [answer] = readChallenges(`Digest ${credentials}`);
    if (answer === undefined || request === undefined) return refused('malformedCredentials', undefined);
    const verdict = this.#server.verify(answer.parameters, request.method, request.target);
    switch (verdict.type) {
      case 'stale':
        return { type: 'continue', challenges: this.#server.challenges(true) };
      case 'refused':
        return refused(verdict.reason, verdict.user);
      case 'accepted': {
        const found = this.#directory.find(verdict.user);
        return found.ok
          ? { type: 'accepted', login: { account: found.account, mechanism: this.name }, bindsConnection: false }
          : refused(found.reason, verdict.user);
      }
    }
  }
}
