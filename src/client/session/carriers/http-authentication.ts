/**
 * Which mechanism a connection uses, and what it needs. cmdlets.md 3.6
 *
 * | asked for | what happens |
 * |---|---|
 * | Default, no credential | Negotiate with the user's Kerberos ticket where there is one; else nothing: the server says what it wants |
 * | Default with a credential | Negotiate; where the server has none, Basic over checked TLS or to this machine |
 * | a certificate's thumbprint | that certificate, over https |
 * | Negotiate | Kerberos first where a ticket can be had, then NTLM; messages sealed over plain HTTP |
 * | NegotiateWithImplicitCredential | Negotiate with the user's own ticket |
 * | Kerberos | a ticket of the cache, or one for the credential; nothing else |
 * | Credssp | Negotiate inside TLS, and then the password itself |
 * | Digest, Basic | that one, or an error |
 *
 * NTLM does not prove who the server is: over plain HTTP it is used only with computers that are trusted.
 */
import { isIP } from 'node:net';
import { systemRandom } from '../../../io/runtime/index.js';
import {
  basicAuthenticator,
  certificateAuthenticator,
  ContextAuthenticator,
  CredSspAuthenticator,
  digestAuthenticator,
  FallbackAuthenticator,
  ImplicitAuthenticator,
  isKerberosAbsent,
  KerberosClientContext,
  ticketMayExist,
  type ConnectionFacts,
  type FallbackMemory,
  type HttpAuthenticator,
} from '../../../io/transport/index.js';
import {
  channelBindingHash,
  NtlmClientContext,
  Oid,
  serverEndPoint,
  SpnegoClientContext,
  splitAccount,
  type SecurityContext,
  type SpnegoMechanism,
} from '../../../protocol/auth/index.js';
import { AuthenticationError, WsmanFaultError } from '../../../protocol/errors/index.js';
import type { WSManConnectionInfo } from '../model/connection-info.js';
import type { PSCredential } from '../model/credential.js';
import { checkTrust, trustProblem } from './trusted-hosts.js';

/** WinRM's codes. cmdlets.md 3.6, 20 */
const EXPLICIT_CREDENTIALS_NEEDED = 0x803380b0;
const CANNOT_USE_IP_ADDRESS = 0x803381bb;
const CERTIFICATES_NEED_HTTPS = 0x803380a5;
/** What PowerShell's own client outside Windows calls it. */
const BASIC_OVER_HTTP = 801;

export type AuthenticatorMaker = (facts: ConnectionFacts) => HttpAuthenticator;

/**
 * @returns undefined: nothing is sent, the server says whether it wants to know who asks.
 * @throws {WsmanFaultError} the mechanism needs what is not given, or a password would go in the clear.
 */
export function authenticatorFor(info: WSManConnectionInfo): AuthenticatorMaker | undefined {
  const { credential, authenticationMechanism: mechanism } = info;
  if (info.certificateThumbprint !== undefined) {
    if (info.scheme === 'https') return () => certificateAuthenticator();
    throw new WsmanFaultError(CERTIFICATES_NEED_HTTPS, 'A client certificate needs HTTPS. Use -UseSSL.');
  }
  switch (mechanism) {
    case 'Default':
      return credential === undefined ? implied(info) : byDefault(info, credential);
    case 'Basic':
      return basic(info);
    case 'Negotiate':
      return negotiate(info, credential);
    case 'NegotiateWithImplicitCredential':
      return negotiate(info, undefined);
    case 'Kerberos':
      return kerberos(info, credential);
    case 'Credssp':
      return credssp(info, explicit(info, 'CredSSP'));
    case 'Digest': {
      const { userName, password } = explicit(info, 'Digest');
      return ({ url }) => digestAuthenticator(userName, password.plainText ?? '', url);
    }
    default:
      return mechanism satisfies never;
  }
}

/** The user's ticket, where there is one; asking costs nothing where there cannot be any. */
function implied(info: WSManConnectionInfo): AuthenticatorMaker | undefined {
  if (isAddress(info) || !ticketMayExist()) return undefined;
  const ticket = negotiate(info, undefined);
  return (facts) => new ImplicitAuthenticator(ticket(facts), isNoTicket);
}

function byDefault(info: WSManConnectionInfo, credential: PSCredential): AuthenticatorMaker {
  const first = negotiate(info, credential, true);
  if (!basicIsSafe(info)) return first;
  const second = basic(info);
  const memory: FallbackMemory = { usesSecond: false };
  return (facts) => new FallbackAuthenticator(first(facts), second(facts), 'Basic', memory);
}

/** Nobody but the server can read the password: TLS whose certificate was checked, or this machine. */
const basicIsSafe = (info: WSManConnectionInfo): boolean =>
  info.isLoopback ||
  info.option.noEncryption ||
  (info.scheme === 'https' && !info.option.skipCACheck && !info.option.skipCNCheck);

function explicit(info: WSManConnectionInfo, mechanism: string): PSCredential {
  if (info.credential !== undefined) return info.credential;
  throw new WsmanFaultError(
    EXPLICIT_CREDENTIALS_NEEDED,
    `${mechanism} authentication needs a user name and a password. Give -Credential.`,
    { errorId: 'InvalidOperation' },
  );
}

/** A password in the clear goes over TLS, to this machine, or where the user said -NoEncryption. */
function basic(info: WSManConnectionInfo): AuthenticatorMaker {
  const { userName, password } = explicit(info, 'Basic');
  if (info.scheme === 'http' && !info.isLoopback && !info.option.noEncryption) {
    throw new WsmanFaultError(
      BASIC_OVER_HTTP,
      `Basic authentication over plain HTTP would show the password to the network on the way to ${info.computerName}. Use -UseSSL, or New-PSSessionOption -NoEncryption if that is intended.`,
    );
  }
  return () => basicAuthenticator(userName, password.plainText ?? '');
}

/**
 * @param credential undefined: the user's own ticket.
 * @param byDefault the user did not ask for it by name: `-Authentication Default`.
 */
function negotiate(
  info: WSManConnectionInfo,
  credential: PSCredential | undefined,
  byDefault = false,
): AuthenticatorMaker {
  const principal = credential === undefined ? undefined : principalOf(credential.userName);
  const tickets = !isAddress(info) && (credential === undefined || principal !== undefined);
  if (!tickets) {
    if (credential === undefined) throw needsName(info, 'Negotiate without a credential');
    checkTrust(info, byDefault); // only NTLM is left
  }
  return (facts) => {
    let note: string | undefined;
    return new ContextAuthenticator({
      scheme: 'Negotiate',
      sealing: sealingOf(info),
      address: info.wireUrl,
      note: () => note ?? unsealedNote(info),
      begin: () =>
        spnego(info, credential, facts, (why) => {
          note = why;
        }),
    });
  };
}

function kerberos(info: WSManConnectionInfo, credential: PSCredential | undefined): AuthenticatorMaker {
  if (isAddress(info)) throw needsName(info, 'Kerberos');
  return (facts) =>
    new ContextAuthenticator({
      scheme: 'Kerberos',
      sealing: sealingOf(info),
      address: info.wireUrl,
      note: () => unsealedNote(info),
      begin: () => kerberosContext(info, credential, facts),
    });
}

function credssp(info: WSManConnectionInfo, credential: PSCredential): AuthenticatorMaker {
  // The password itself goes to the server: only Kerberos inside, or TLS outside, say who that is.
  if (principalOf(credential.userName) === undefined || isAddress(info)) checkTrust(info, false);
  const { userName: user, domain, password } = credential.networkCredential();
  return () =>
    new CredSspAuthenticator({
      credential: { user, domain, password },
      sealing: sealingOf(info),
      address: info.wireUrl,
      // Bound to CredSSP's own channel by its key, not to the connection's.
      begin: () => spnego(info, credential, undefined, () => undefined),
    });
}

/** Over TLS the channel protects the messages; over plain HTTP they are sealed unless the user refused that. */
export const sealingOf = (info: WSManConnectionInfo): boolean => info.scheme === 'http' && !info.option.noEncryption;

/** A server that wants sealed messages only refuses as if the user were wrong. */
const unsealedNote = ({ scheme, option }: WSManConnectionInfo): string | undefined =>
  scheme === 'http' && option.noEncryption
    ? 'The messages were not encrypted (-NoEncryption), which a server has to allow.'
    : undefined;

/** How long a KDC may take before Negotiate goes on without it. Milliseconds. */
const TICKET_LIMIT_MS = 20_000;

async function spnego(
  info: WSManConnectionInfo,
  credential: PSCredential | undefined,
  facts: ConnectionFacts | undefined,
  note: (why: string) => void,
): Promise<SecurityContext> {
  const mechanisms: SpnegoMechanism[] = [];
  let absent: unknown;
  if (!isAddress(info) && (credential === undefined || principalOf(credential.userName) !== undefined)) {
    try {
      const context = await inTime(kerberosContext(info, credential, facts));
      mechanisms.push({ oids: [Oid.Kerberos, Oid.MsKerberos], create: () => context });
    } catch (error) {
      if (credential === undefined || !isKerberosAbsent(error)) throw error;
      absent = error;
      note(`Kerberos was not used: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (credential !== undefined) {
    const problem = trustProblem(info, false);
    if (problem === undefined)
      mechanisms.push({ oids: [Oid.Ntlm], create: () => ntlmContext(info, credential, facts) });
    else if (mechanisms.length === 0) throw withReason(problem, absent);
  }
  return new SpnegoClientContext(mechanisms);
}

function withReason(problem: WsmanFaultError, absent: unknown): Error {
  if (!(absent instanceof Error)) return problem;
  return new WsmanFaultError(problem.code, `${problem.message} Kerberos was not used: ${absent.message}`, {
    cause: absent,
  });
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new AuthenticationError('Kerberos', `No KDC answered within ${TICKET_LIMIT_MS / 1000} s.`, {
            errorId: NO_KDC,
          }),
        ),
      TICKET_LIMIT_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
const NO_KDC = 'KdcNotReachable';

function kerberosContext(
  info: WSManConnectionInfo,
  credential: PSCredential | undefined,
  facts: ConnectionFacts | undefined,
): Promise<KerberosClientContext> {
  const certificate = facts?.serverCertificate;
  return KerberosClientContext.begin({
    service: servicePrincipal(info),
    delegate: true, // only to servers that the KDC trusts for it
    ...(credential === undefined
      ? {}
      : {
          user: {
            principal: principalOf(credential.userName) ?? credential.userName,
            password: credential.networkCredential().password,
          },
        }),
    ...(certificate === undefined ? {} : { channelBindings: serverEndPoint(certificate) }),
  });
}

/**
 * `user@domain` and `domain.example\user` as a principal; realms are upper case. Undefined: an account without a realm
 * (`user`, `.\user`, `COMPUTER\user`), which is local to the server, so that no KDC is asked for it.
 */
export function principalOf(userName: string): string | undefined {
  const { user, domain } = splitAccount(userName);
  if (domain !== '') return domain.includes('.') ? `${user}@${domain.toUpperCase()}` : undefined;
  const at = user.lastIndexOf('@');
  return at > 0 && at < user.length - 1 ? `${user.slice(0, at)}@${user.slice(at + 1).toUpperCase()}` : undefined;
}

const isNoTicket = (error: unknown): boolean =>
  isKerberosAbsent(error) || (error instanceof AuthenticationError && error.errorId === NO_KDC);

function needsName(info: WSManConnectionInfo, mechanism: string): WsmanFaultError {
  return new WsmanFaultError(
    CANNOT_USE_IP_ADDRESS,
    `${mechanism} needs the name of the computer: no ticket is given for the address ${info.computerName}. Use the name, or give -Credential with -Authentication Negotiate.`,
  );
}

export function ntlmContext(
  info: WSManConnectionInfo,
  credential: PSCredential,
  facts: ConnectionFacts | undefined,
): NtlmClientContext {
  const { user, domain } = splitAccount(credential.userName);
  return new NtlmClientContext({
    user,
    domain,
    password: credential.networkCredential().password,
    targetName: servicePrincipal(info),
    // Version 1 can be broken in a day; only where somebody says so in plain words.
    allowNtlmV1: process.env['PSSESSION_ALLOW_NTLM_V1'] === 'yes',
    random: systemRandom,
    now: () => Date.now(),
    ...(facts?.serverCertificate === undefined ? {} : { channelBindings: channelBindingHash(facts.serverCertificate) }),
  });
}

/** `HTTP/server01`, with the port where -IncludePortInSPN asks for it. */
export function servicePrincipal(info: WSManConnectionInfo): string {
  const host = info.computerName.replace(/^\[|\]$/g, '');
  return info.option.includePortInSPN ? `HTTP/${host}:${info.wirePort}` : `HTTP/${host}`;
}

/** Kerberos knows computers by name. */
export const isAddress = (info: WSManConnectionInfo): boolean => isIP(info.computerName.replace(/^\[|\]$/g, '')) !== 0;
