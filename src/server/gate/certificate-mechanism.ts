/**
 * Client certificates at the gate. The TLS handshake proved that the client has the key; the listener says whether its
 * authority is trusted; the rules of the configuration make an account of it. protocol.md 8.3
 */
import { X509Certificate } from 'node:crypto';
import { CERTIFICATE_SCHEME, type CertificateMapping } from '../configuration/authentication-configuration.js';
import type { AccountLookup } from '../accounts/account.js';
import { refused } from './context-mechanism.js';
import type { AuthenticationMechanism, ConnectionFacts, GateConnection, MechanismVerdict } from './mechanism.js';

/** Microsoft's user principal name among the subject's alternative names. */
const UPN =
  /othername:\s*(?:UPN:{1,2}|msUPN[:;]*(?:UTF8:)?|1\.3\.6\.1\.4\.1\.311\.20\.2\.3[:;]*(?:UTF8:)?)\s*"?([^",\s]+)/i;

export class CertificateMechanism implements AuthenticationMechanism {
  readonly scheme = CERTIFICATE_SCHEME;
  readonly name = 'Certificate';
  readonly #mappings: readonly CertificateMapping[];
  readonly #account: (user: string) => Promise<AccountLookup>;

  constructor(mappings: readonly CertificateMapping[], account: (user: string) => Promise<AccountLookup>) {
    this.#mappings = mappings;
    this.#account = account;
  }

  /** Clients know the scheme without being told; Windows does not list it either. */
  offer(facts: ConnectionFacts): readonly string[] | undefined {
    return facts.secure ? [] : undefined;
  }

  async authenticate(_credentials: string, connection: GateConnection): Promise<MechanismVerdict> {
    const { clientCertificate } = connection.facts;
    if (clientCertificate === undefined) return refused('noClientCertificate', undefined);
    const certificate = new X509Certificate(clientCertificate.raw);
    const subject = describe(certificate);
    if (!clientCertificate.trusted)
      return refused(`clientCertificateNotTrusted: ${clientCertificate.problem ?? 'unknown'}`, subject);
    const now = Date.now();
    if (Date.parse(certificate.validTo) < now || Date.parse(certificate.validFrom) > now)
      return refused('clientCertificateNotValidNow', subject);
    const mapping = this.#mappings.find((rule) => fits(rule, certificate));
    if (mapping === undefined) return refused('clientCertificateNotMapped', subject);
    const found = await this.#account(mapping.user);
    return found.ok
      ? { type: 'accepted', login: { account: found.account, mechanism: this.name }, bindsConnection: false }
      : refused(found.reason, mapping.user);
  }
}

const plain = (thumbprint: string): string => thumbprint.replaceAll(':', '').toLowerCase();

/** Whether everything that the rule says is so. */
export function fits(rule: CertificateMapping, certificate: X509Certificate): boolean {
  const prints = [plain(certificate.fingerprint), plain(certificate.fingerprint256)];
  if (rule.thumbprint !== undefined && !prints.includes(plain(rule.thumbprint))) return false;
  if (rule.subject !== undefined && !namesOf(certificate).some((name) => matches(name, rule.subject ?? '')))
    return false;
  if (rule.issuer === undefined) return true;
  const issuer = rule.issuer;
  const authority = certificate.issuerCertificate;
  const byPrint =
    authority !== undefined && [plain(authority.fingerprint), plain(authority.fingerprint256)].includes(plain(issuer));
  return byPrint || commonName(certificate.issuer)?.toLowerCase() === issuer.toLowerCase();
}

/** The names that a rule's `subject` may mean: the UPN, e-mail addresses, the common name. */
function namesOf(certificate: X509Certificate): readonly string[] {
  const alternative = certificate.subjectAltName ?? '';
  const upn = upnOf(certificate) ?? UPN.exec(alternative)?.[1];
  const mails = [...alternative.matchAll(/email:([^,\s]+)/g)].map((match) => match[1] ?? '');
  const name = commonName(certificate.subject);
  return [...(upn === undefined ? [] : [upn]), ...mails, ...(name === undefined ? [] : [name])];
}

const commonName = (text: string): string | undefined => /^CN=(.*)$/m.exec(text)?.[1];

function matches(name: string, pattern: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'i').test(name);
}

/** OBJECT IDENTIFIER 1.3.6.1.4.1.311.20.2.3, then [0] EXPLICIT UTF8String: Node shows other names as `<unsupported>`. */
const UPN_OID = Buffer.from('060a2b060104018237140203', 'hex');
export function upnOf(certificate: X509Certificate): string | undefined {
  const raw = certificate.raw;
  const at = raw.indexOf(UPN_OID);
  if (at < 0) return undefined;
  const start = at + UPN_OID.length;
  const [outer, , inner, length] = raw.subarray(start, start + 4);
  if (outer !== 0xa0 || inner !== 0x0c || length === undefined || length >= 0x80) return undefined;
  return raw.subarray(start + 4, start + 4 + length).toString('utf8');
}

const describe = (certificate: X509Certificate): string =>
  upnOf(certificate) ?? commonName(certificate.subject) ?? certificate.fingerprint;
