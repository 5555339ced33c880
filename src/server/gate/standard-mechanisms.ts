/** The mechanisms that an endpoint has by its configuration, in the order in which they are offered. protocol.md 8.3 */
import { createSecureContext } from 'node:tls';
import { X509Certificate } from 'node:crypto';
import { hostname } from 'node:os';
import { systemRandom } from '../../io/runtime/index.js';
import { acceptorCredential, KerberosServerContext, type GssCredential } from '../../io/transport/index.js';
import {
  channelBindingHash,
  NtlmServerContext,
  Oid,
  serverEndPoint,
  SpnegoServerContext,
  type AcceptorContext,
  type SpnegoMechanism,
} from '../../protocol/auth/index.js';
import { accountNames, type AccountDirectory, type AccountLookup } from '../accounts/account.js';
import { systemLookup } from '../accounts/combined-accounts.js';
import {
  DEFAULT_AUTHENTICATION,
  type AuthenticationConfiguration,
} from '../configuration/authentication-configuration.js';
import { environmentWithSecrets } from '../configuration/secret-variables.js';
import type { EndpointOptions } from '../endpoint-options.js';
import { BasicMechanism } from './basic.js';
import { CertificateMechanism } from './certificate-mechanism.js';
import { ContextMechanism } from './context-mechanism.js';
import { CredSspMechanism } from './credssp-mechanism.js';
import { DigestMechanism } from './digest-mechanism.js';
import type { AuthenticationMechanism, ConnectionFacts } from './mechanism.js';
import { selfSignedIdentity, type ChannelIdentity } from './self-signed.js';

/** @throws {AuthenticationError} the keytab cannot be read. */
export async function standardMechanisms(options: EndpointOptions): Promise<readonly AuthenticationMechanism[]> {
  const settings = { ...DEFAULT_AUTHENTICATION, ...options.authentication };
  const mechanisms: AuthenticationMechanism[] = [];
  const { directory } = options.users;
  if (directory !== undefined) {
    await directory.refresh();
    mechanisms.push(...directoryMechanisms(options, settings, directory));
  }
  if (settings.basic) mechanisms.push(new BasicMechanism(options.users));
  return mechanisms;
}

function directoryMechanisms(
  options: EndpointOptions,
  settings: AuthenticationConfiguration,
  directory: AccountDirectory,
): readonly AuthenticationMechanism[] {
  const contexts = new Contexts(options.machineName ?? hostname(), settings, directory);
  const account = (user: string): Promise<AccountLookup> => contexts.account(user);
  const hasHashes = (): boolean => directory.has('ntHash');
  const kerberos = contexts.credential !== undefined;
  const mechanisms: AuthenticationMechanism[] = [];
  if (settings.negotiate) {
    mechanisms.push(
      new ContextMechanism({
        scheme: 'Negotiate',
        available: () => kerberos || hasHashes(),
        begin: (facts) => contexts.spnego(facts),
        account,
      }),
    );
  }
  if (kerberos)
    mechanisms.push(
      new ContextMechanism({
        scheme: 'Kerberos',
        available: () => true,
        begin: (facts) => Promise.resolve(contexts.kerberos(facts)),
        account,
      }),
    );
  // curl and others know NTLM by this name only.
  if (settings.negotiate)
    mechanisms.push(
      new ContextMechanism({
        scheme: 'NTLM',
        unlisted: true,
        available: hasHashes,
        begin: (facts) => contexts.ntlm(facts),
        account,
      }),
    );
  if (settings.credssp) {
    const identity = onDemand(() => channelIdentity(options));
    mechanisms.push(
      new CredSspMechanism({
        available: () => kerberos || hasHashes(),
        identity,
        begin: ({ serverCertificate: _outer, ...facts }) => contexts.spnego(facts), // bound to the inner channel
        account,
        oldestVersion: settings.credsspVersion,
      }),
    );
  }
  if (settings.digest) mechanisms.push(new DigestMechanism(directory));
  if (settings.certificates.length > 0) mechanisms.push(new CertificateMechanism(settings.certificates, account));
  return mechanisms;
}

/** Makes security contexts, and accounts of the identities that they prove. */
class Contexts {
  readonly credential: GssCredential | undefined;
  readonly #machine: string;
  readonly #settings: AuthenticationConfiguration;
  readonly #directory: AccountDirectory;

  constructor(machine: string, settings: AuthenticationConfiguration, directory: AccountDirectory) {
    this.#machine = machine;
    this.#settings = settings;
    this.#directory = directory;
    this.credential = settings.kerberos === undefined ? undefined : acceptorCredential(settings.kerberos.keytab);
  }

  /** A principal of one of our realms is the bare account too. */
  async account(user: string): Promise<AccountLookup> {
    await this.#directory.refresh();
    const at = user.lastIndexOf('@');
    const realm = user.slice(at + 1).toUpperCase();
    const { kerberos, pam } = this.#settings;
    const local = at > 0 && (kerberos?.localRealms.some((item) => item.toUpperCase() === realm) ?? false);
    const bare = local ? user.slice(0, at) : user;
    const found = this.#directory.find(...(local ? [user, bare] : [user]));
    const unknown = !found.ok && found.reason === 'unknownUser';
    return unknown && pam !== undefined ? await systemLookup(bare, pam.administratorGroups) : found;
  }

  async ntlm(facts: ConnectionFacts): Promise<NtlmServerContext> {
    await this.#directory.refresh();
    return new NtlmServerContext({
      computerName: this.#machine,
      dnsName: this.#machine,
      random: systemRandom,
      now: () => Date.now(),
      hardening: this.#settings.channelBinding,
      allowNtlmV1: this.#settings.ntlmV1,
      ...(this.#settings.targetNames === undefined ? {} : { targetNames: this.#settings.targetNames }),
      ...(facts.serverCertificate === undefined
        ? {}
        : { channelBindings: channelBindingHash(facts.serverCertificate) }),
      lookup: (user, domain) => {
        const found = this.#directory.equivalents(...accountNames(user, domain));
        return found?.ntHash === undefined ? undefined : { ntHash: found.ntHash, account: found.user };
      },
    });
  }

  kerberos(facts: ConnectionFacts): KerberosServerContext | undefined {
    if (this.credential === undefined) return undefined;
    return new KerberosServerContext({
      credential: this.credential,
      hardening: this.#settings.channelBinding,
      ...(facts.serverCertificate === undefined ? {} : { channelBindings: serverEndPoint(facts.serverCertificate) }),
    });
  }

  async spnego(facts: ConnectionFacts): Promise<AcceptorContext> {
    const offered: SpnegoMechanism<AcceptorContext>[] = [];
    if (this.credential !== undefined)
      offered.push({ oids: [Oid.Kerberos, Oid.MsKerberos], create: () => this.kerberos(facts) });
    if (this.#directory.has('ntHash')) {
      const inner = await this.ntlm(facts);
      offered.push({ oids: [Oid.Ntlm], create: () => inner });
    }
    return new SpnegoServerContext(offered);
  }
}

/** CredSSP's channel has the first listener's certificate, or one made for the occasion. */
async function channelIdentity(options: EndpointOptions): Promise<ChannelIdentity> {
  for (const listener of options.listeners ?? []) {
    const given = listener.tls === undefined ? undefined : await listenerIdentity(listener.tls);
    if (given !== undefined) return given;
  }
  return await selfSignedIdentity(options.machineName ?? hostname());
}

async function listenerIdentity(
  tls: NonNullable<NonNullable<EndpointOptions['listeners']>[number]['tls']>,
): Promise<ChannelIdentity | undefined> {
  if (tls.certificateFile === undefined || tls.keyFile === undefined) return undefined;
  const { readFile } = await import('node:fs/promises');
  const [cert, key] = [await readFile(tls.certificateFile), await readFile(tls.keyFile)];
  const passphrase =
    tls.passphraseVariable === undefined ? undefined : environmentWithSecrets()[tls.passphraseVariable];
  return {
    certificate: new X509Certificate(cert).raw,
    secureContext: createSecureContext({
      cert,
      key,
      minVersion: 'TLSv1.2',
      ...(passphrase === undefined ? {} : { passphrase }),
    }),
  };
}

function onDemand<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
