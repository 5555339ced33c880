/** What callers may authenticate by, as the configuration file says it. docs/authentication.md */
import { DEFAULT_LOCKOUT, type LockoutRule } from '../gate/login-delay.js';
import { Expectation, oneOf, text, wholeNumber, type ObjectReader } from './document-reader.js';

/** A rule that makes an account of a client certificate. All that is given has to fit. */
export interface CertificateMapping {
  /** The account. */
  readonly user: string;
  /** SHA-1 or SHA-256 of the certificate, hexadecimal. */
  readonly thumbprint?: string;
  /** The UPN of the subject's alternative names, or the common name; `*` stands for any characters. */
  readonly subject?: string;
  /** SHA-1 or SHA-256 thumbprint, or common name, of the authority that issued it. */
  readonly issuer?: string;
}

export interface KerberosConfiguration {
  /** Keys of `HTTP/<name>` and `host/<name>`. Undefined: the system's keytab. */
  readonly keytab?: string;
  /** Realms whose `user@REALM` is the account `user` too. Others need an account called `user@REALM`. */
  readonly localRealms: readonly string[];
}

/** Accounts of the operating system. */
export interface PamConfiguration {
  /** `/etc/pam.d/<service>`; default `pssession`. */
  readonly service: string;
  /** Members see and may remove every session. */
  readonly administratorGroups: readonly string[];
}

/** A program that checks passwords. docs/authentication.md has its protocol. */
export interface VerifierConfiguration {
  readonly command: readonly [string, ...string[]];
  readonly timeoutMs: number;
}

export interface AuthenticationConfiguration {
  /** Offered where a password is protected on its way. Default true. */
  readonly basic: boolean;
  /** NTLM for accounts that have an NT hash (`pssession user add --ntlm`), Kerberos with a keytab. Default true. */
  readonly negotiate: boolean;
  /** Needs accounts that were added with --digest. Default false: it protects the login and nothing after it. */
  readonly digest: boolean;
  /** Clients hand over their password. Default false. */
  readonly credssp: boolean;
  readonly kerberos: KerberosConfiguration | undefined;
  readonly certificates: readonly CertificateMapping[];
  /** Whether clients have to bind their authentication to the TLS channel. Default Relaxed: it is checked when it is there. */
  readonly channelBinding: 'None' | 'Relaxed' | 'Strict';
  /** Names of this endpoint: NTLM clients that meant another server are refused. Undefined: any name is taken. */
  readonly targetNames: readonly string[] | undefined;
  /** Take NTLM version 1 too. Default false: its responses can be broken in a day. */
  readonly ntlmV1: boolean;
  /** The oldest version of CredSSP. Default 5: earlier ones can be tricked (CVE-2018-0886). */
  readonly credsspVersion: number;
  /** Accounts beside the users file. */
  readonly pam: PamConfiguration | undefined;
  readonly verifier: VerifierConfiguration | undefined;
  readonly lockout: LockoutRule;
}

export const DEFAULT_AUTHENTICATION: AuthenticationConfiguration = {
  basic: true,
  negotiate: true,
  digest: false,
  credssp: false,
  kerberos: undefined,
  certificates: [],
  channelBinding: 'Relaxed',
  targetNames: undefined,
  ntlmV1: false,
  credsspVersion: 5,
  pam: undefined,
  verifier: undefined,
  lockout: DEFAULT_LOCKOUT,
};

export const CERTIFICATE_SCHEME = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual';
const SCHEMES: Readonly<Record<string, readonly string[]>> = {
  basic: ['basic'],
  negotiate: ['negotiate', 'ntlm'],
  kerberos: ['kerberos'],
  digest: ['digest'],
  credssp: ['credssp'],
  certificate: [CERTIFICATE_SCHEME],
};
const scheme = oneOf('basic', 'negotiate', 'kerberos', 'digest', 'credssp', 'certificate');

/** `authentication` of a listener: the mechanisms it offers, of those that the endpoint has. */
export function readSchemes(reader: ObjectReader): { readonly authentication?: readonly string[] } {
  const list = reader.list('authentication', scheme);
  return list === undefined ? {} : { authentication: list.flatMap((name) => SCHEMES[name] ?? []) };
}

export function readAuthentication(
  reader: ObjectReader | undefined,
  fileName: Expectation<string>,
): AuthenticationConfiguration {
  if (reader === undefined) return DEFAULT_AUTHENTICATION;
  const kerberos = reader.optionalObject('kerberos');
  const certificates = reader.objects('certificates') ?? [];
  const configuration: AuthenticationConfiguration = {
    basic: reader.boolean('basic') ?? DEFAULT_AUTHENTICATION.basic,
    negotiate: reader.boolean('negotiate') ?? DEFAULT_AUTHENTICATION.negotiate,
    digest: reader.boolean('digest') ?? DEFAULT_AUTHENTICATION.digest,
    credssp: reader.boolean('credssp') ?? DEFAULT_AUTHENTICATION.credssp,
    kerberos: kerberos === undefined ? undefined : readKerberos(kerberos, fileName),
    certificates: certificates.map(readMapping),
    channelBinding: reader.optional('channelBinding', oneOf('None', 'Relaxed', 'Strict')) ?? 'Relaxed',
    targetNames: reader.list('targetNames', text),
    ntlmV1: reader.boolean('ntlmV1') ?? DEFAULT_AUTHENTICATION.ntlmV1,
    credsspVersion: reader.optional('credsspVersion', wholeNumber(2, 6)) ?? DEFAULT_AUTHENTICATION.credsspVersion,
    pam: readPam(reader.optionalObject('pam')),
    verifier: readVerifier(reader.optionalObject('verifier')),
    lockout: readLockout(reader.optionalObject('lockout')),
  };
  reader.finish();
  return configuration;
}

function readPam(reader: ObjectReader | undefined): PamConfiguration | undefined {
  if (reader === undefined) return undefined;
  const service = new Expectation('the name of a file in /etc/pam.d', (value) =>
    typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined,
  );
  const configuration = {
    service: reader.optional('service', service) ?? 'pssession',
    administratorGroups: reader.list('administratorGroups', text) ?? [],
  };
  reader.finish();
  return configuration;
}

function readVerifier(reader: ObjectReader | undefined): VerifierConfiguration | undefined {
  if (reader === undefined) return undefined;
  const [program, ...rest] = reader.list('command', text) ?? [];
  if (program === undefined) return reader.fail('"command": a program and its arguments', undefined);
  const timeoutMs = reader.optional('timeoutMs', wholeNumber(100, 120_000, 'milliseconds')) ?? 10_000;
  reader.finish();
  return { command: [program, ...rest], timeoutMs };
}

function readLockout(reader: ObjectReader | undefined): LockoutRule {
  if (reader === undefined) return DEFAULT_LOCKOUT;
  const minutes = reader.optional('minutes', wholeNumber(1, 10_080, 'minutes'));
  const rule: LockoutRule = {
    failures: reader.optional('failures', wholeNumber(0, 10_000)) ?? DEFAULT_LOCKOUT.failures,
    durationMs: minutes === undefined ? DEFAULT_LOCKOUT.durationMs : minutes * 60_000,
    per: reader.optional('per', oneOf('userAndAddress', 'user')) ?? DEFAULT_LOCKOUT.per,
  };
  reader.finish();
  return rule;
}

function readKerberos(reader: ObjectReader, fileName: Expectation<string>): KerberosConfiguration {
  const keytab = reader.optional('keytab', fileName);
  const localRealms = reader.list('localRealms', text) ?? [];
  reader.finish();
  return { localRealms, ...(keytab === undefined ? {} : { keytab }) };
}

const thumbprint = new Expectation('a SHA-1 or SHA-256 thumbprint: 40 or 64 hexadecimal digits', (value) => {
  const digits = typeof value === 'string' ? value.replace(/[\s:]/g, '').toLowerCase() : '';
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(digits) ? digits : undefined;
});

function readMapping(reader: ObjectReader): CertificateMapping {
  const user = reader.required('user', text);
  const print = reader.optional('thumbprint', thumbprint);
  const subject = reader.optional('subject', text);
  const issuer = reader.optional('issuer', text);
  if (print === undefined && subject === undefined) {
    reader.fail('"thumbprint" or "subject": without one every certificate would be this account', undefined);
  }
  reader.finish();
  return {
    user,
    ...(print === undefined ? {} : { thumbprint: print }),
    ...(subject === undefined ? {} : { subject }),
    ...(issuer === undefined ? {} : { issuer }),
  };
}
