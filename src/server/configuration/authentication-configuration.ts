/** What callers may authenticate by, as the configuration file says it. docs/authentication.md */
import { Expectation, oneOf, text, type ObjectReader } from './document-reader.js';

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
}

export const DEFAULT_AUTHENTICATION: AuthenticationConfiguration = {
  basic: true,
  negotiate: true,
  digest: false,
  credssp: false,
  kerberos: undefined,
  certificates: [],
  channelBinding: 'Relaxed',
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
  };
  reader.finish();
  return configuration;
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
