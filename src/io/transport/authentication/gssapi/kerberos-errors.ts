/** What Kerberos says when it fails, with what a person can check. The table is docs/troubleshooting.md's too. */
import { AuthenticationError, PSSessionError } from '../../../../protocol/errors/index.js';
import { GssError, GssStatus, routineError } from './gssapi.js';

/** Kerberos' own numbers: the base of the table that libkrb5 reports them by. [RFC 4120 7.5.9], MIT krb5_err.et */
const BASE = -1_765_328_384;
export const KrbCode = {
  ClientUnknown: BASE + 6,
  ServerUnknown: BASE + 7,
  EncryptionNotSupported: BASE + 14,
  ClientRevoked: BASE + 18,
  KeyExpired: BASE + 23,
  PreauthFailed: BASE + 24,
  BadIntegrity: BASE + 31,
  TicketExpired: BASE + 32,
  Replay: BASE + 34,
  Skew: BASE + 37,
  WrongKeyVersion: BASE + 44,
  SkewInReply: BASE + 148,
  KdcNotFound: BASE + 154,
  KdcUnreachable: BASE + 156,
  KeytabEntryNotFound: BASE + 181,
  CacheNotFound: BASE + 195,
  NoCredentials: BASE + 203,
  RealmUnknown: BASE + 217,
  KdcNotResolved: BASE + 220,
  NoDefaultRealm: BASE + 224,
} as const;

export type KerberosStep =
  | 'get a ticket for the user'
  | 'get a ticket for the service'
  | 'check the server'
  | 'accept a client'
  | 'read the keytab'
  | 'open a message'
  | 'seal a message';

interface Advice {
  readonly text: string;
  readonly errorId?: string;
}

function advice(minor: number, step: KerberosStep, principal: string, service: string): Advice | undefined {
  switch (minor) {
    case KrbCode.BadIntegrity:
      // The answer of a KDC that asks for no proof first cannot be opened with a wrong password.
      return step === 'get a ticket for the user'
        ? { text: `The password of '${principal}' is wrong.`, errorId: 'LogonFailure' }
        : { text: 'The key of the service is another one than the keytab holds. Export it again (ktpass, ktadd).' };
    case KrbCode.ClientUnknown:
      return { text: `The KDC knows no '${principal}'. Check the user name and its realm (user@REALM).` };
    case KrbCode.ServerUnknown:
      return {
        text: `The KDC knows no service '${service}'. Use the name that the server is registered under (setspn -L, kadmin listprincs), not an address or an alias.`,
        errorId: 'TargetUnknown',
      };
    case KrbCode.EncryptionNotSupported:
      return { text: 'Client and KDC share no encryption type. Check permitted_enctypes in krb5.conf.' };
    case KrbCode.ClientRevoked:
      return { text: `The account '${principal}' is locked, disabled or has expired.`, errorId: 'LogonFailure' };
    case KrbCode.KeyExpired:
      return {
        text: `The password of '${principal}' has expired. Change it (kpasswd) first.`,
        errorId: 'LogonFailure',
      };
    case KrbCode.PreauthFailed:
      return { text: `The password of '${principal}' is wrong.`, errorId: 'LogonFailure' };
    case KrbCode.TicketExpired:
      return { text: 'The ticket has expired. Run kinit.' };
    case KrbCode.Replay:
      return { text: 'The same request came twice: somebody may be repeating what he recorded.' };
    case KrbCode.Skew:
    case KrbCode.SkewInReply:
      return {
        text: 'The clocks of the two computers are more than five minutes apart. Set them (timedatectl, ntpdate).',
      };
    case KrbCode.WrongKeyVersion:
      return { text: 'The keytab is older than the account. Export it again (ktpass, ktadd).' };
    case KrbCode.KdcUnreachable:
    case KrbCode.KdcNotResolved:
      return { text: 'No KDC of the realm answers. Check the network and krb5.conf ([realms], dns_lookup_kdc).' };
    case KrbCode.KdcNotFound:
    case KrbCode.RealmUnknown:
      return {
        text: 'The realm is not known here. Check krb5.conf ([realms]) and the spelling (realms are upper case).',
      };
    case KrbCode.NoDefaultRealm:
      return { text: 'There is no default realm. Give the user as user@REALM, or set default_realm in krb5.conf.' };
    case KrbCode.CacheNotFound:
    case KrbCode.NoCredentials:
      return { text: 'There is no ticket in the credential cache. Run kinit, or give -Credential.' };
    case KrbCode.KeytabEntryNotFound:
      return { text: 'The keytab cannot be read, or holds no key for this service. Check klist -k.' };
    default:
      return undefined;
  }
}

/** An error that says which step failed, why, and what to check. Anything else than GSSAPI's errors passes unchanged. */
export function kerberosError(error: unknown, step: KerberosStep, principal = '', service = ''): Error {
  if (error instanceof PSSessionError) return error;
  if (!(error instanceof GssError)) return error instanceof Error ? error : new Error(String(error));
  const bindings = routineError(error.major) === GssStatus.BadBindings;
  const none = routineError(error.major) === GssStatus.NoCredentials;
  const found: Advice | undefined =
    advice(error.minor, step, principal, service) ??
    (bindings
      ? {
          text: 'The two sides see different TLS certificates: a proxy, or somebody, stands in between.',
          errorId: 'AccessDenied',
        }
      : none
        ? { text: 'There is no ticket and no password. Run kinit, or give -Credential.' }
        : undefined);
  return new AuthenticationError(
    'Kerberos',
    `Kerberos cannot ${step}: ${error.status.replace(/\.$/, '')}.${found === undefined ? '' : ` ${found.text}`}`,
    { errorId: found?.errorId ?? 'KerberosFailure', cause: error },
  );
}

/** Failures after which another mechanism may be tried: there is no Kerberos for this user or this server. */
export function isKerberosAbsent(error: unknown): boolean {
  if (error instanceof PSSessionError && error.errorId === 'GssapiNotAvailable') return true;
  const cause = error instanceof AuthenticationError ? error.cause : error;
  if (!(cause instanceof GssError)) return false;
  // A wrong password is wrong for the next mechanism too, and asking twice locks accounts.
  return ![KrbCode.BadIntegrity, KrbCode.PreauthFailed, KrbCode.ClientRevoked, KrbCode.KeyExpired].some(
    (code) => code === cause.minor,
  );
}
