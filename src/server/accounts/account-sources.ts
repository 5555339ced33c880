/** All accounts that a configuration names: the users file first, then PAM, then the verifier program. */
import type { AuthenticationConfiguration } from '../configuration/authentication-configuration.js';
import type { PasswordVerifier } from './account.js';
import { CombinedAccounts } from './combined-accounts.js';
import { ExternalVerifier } from './external-verifier.js';
import { PamAccounts } from './pam.js';
import { UsersFile } from './users-file.js';

/**
 * @param onFailure what a verifier program says when it fails, for the log.
 * @throws {PSSessionError} PAM is wanted and not there.
 */
export function accountSources(
  usersFile: string,
  authentication: AuthenticationConfiguration,
  onFailure?: (reason: string) => void,
): PasswordVerifier {
  const users = new UsersFile(usersFile);
  const { pam, verifier } = authentication;
  if (pam === undefined && verifier === undefined) return users;
  return new CombinedAccounts([
    users,
    ...(pam === undefined ? [] : [new PamAccounts(pam)]),
    ...(verifier === undefined
      ? []
      : [new ExternalVerifier({ ...verifier, ...(onFailure === undefined ? {} : { onFailure }) })]),
  ]);
}
