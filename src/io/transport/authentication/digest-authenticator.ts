/** Digest at the client: a question without a body first, then an answer in every request. [RFC 7616], protocol.md 8.3 */
import { DigestClient } from '../../../protocol/auth/index.js';
import { readChallenges } from '../../../protocol/http/index.js';
import { systemRandom } from '../../runtime/index.js';
import type { AuthorizationStep, HttpAuthenticator } from '../http-client.js';
import { refusal } from './context-authenticator.js';

export function digestAuthenticator(user: string, password: string, url: URL): HttpAuthenticator {
  const client = new DigestClient({ user, password, random: systemRandom });
  const uri = url.pathname + url.search;
  return {
    mechanism: 'Digest',
    perRequest: true,
    complete: false, // every request has its own answer
    authorization: (challenge): AuthorizationStep => {
      if (challenge !== undefined) {
        const challenges = readChallenges(challenge);
        const offers = challenges.filter(({ scheme }) => scheme.toLowerCase() === 'digest');
        const names = challenges.map(({ scheme }) => scheme);
        if (offers.length === 0) throw refusal(url.href, 'Digest', false, names);
        if (!client.challenge(offers.map(({ parameters }) => parameters)))
          throw refusal(url.href, 'Digest', true, names);
      }
      return client.ready
        ? { header: client.authorization('POST', uri), withBody: true }
        : { header: undefined, withBody: false };
    },
    accepted: () => {},
  };
}
