/**
 * Which mechanism a connection uses, and what it needs. cmdlets.md 3.6
 *
 * | asked for | what happens |
 * |---|---|
 * | Default, no credential | Kerberos with the user's ticket where there is one; else nothing: the server says what it wants |
 * | Default with a credential | Negotiate; where the server has none, Basic over checked TLS or to this machine |
 * | Negotiate | Kerberos first where a ticket can be had, then NTLM; messages sealed over plain HTTP |
 * | NegotiateWithImplicitCredential | Negotiate with the user's own ticket |
 * | Kerberos, Credssp, Digest, Basic | that one, or an error |
 */
import { userInfo } from 'node:os';
import { isIP } from 'node:net';
import { systemRandom } from '../../../io/runtime/index.js';
import {
  basicAuthenticator,
  ContextAuthenticator,
  FallbackAuthenticator,
  type ConnectionFacts,
  type FallbackMemory,
  type HttpAuthenticator,
} from '../../../io/transport/index.js';
import {
  channelBindingHash,
  NtlmClientContext,
  Oid,
  SpnegoClientContext,
  splitAccount,
  type SecurityContext,
  type SpnegoMechanism,
} from '../../../protocol/auth/index.js';
import { WsmanFaultError } from '../../../protocol/errors/index.js';
import type { WSManConnectionInfo } from '../model/connection-info.js';
import type { PSCredential } from '../model/credential.js';
import { checkTrust } from './trusted-hosts.js';

/** WinRM's codes. cmdlets.md 3.6, 20 */
const EXPLICIT_CREDENTIALS_NEEDED = 0x803380b0;
const INVALID_AUTHENTICATION = 0x8033810e;
/** What PowerShell's own client outside Windows calls it. */
const BASIC_OVER_HTTP = 801;

export type AuthenticatorMaker = (facts: ConnectionFacts) => HttpAuthenticator;

/**
 * @returns undefined: nothing is sent, the server says whether it wants to know who asks.
 * @throws {WsmanFaultError} the mechanism needs what is not given, or a password would go in the clear.
 */
export function authenticatorFor(info: WSManConnectionInfo): AuthenticatorMaker | undefined {
  const { credential, authenticationMechanism: mechanism } = info;
  if (info.certificateThumbprint !== undefined) return undefined;
  switch (mechanism) {
    case 'Default':
      return credential === undefined ? undefined : byDefault(info, credential);
    case 'Basic':
      return basic(info);
    case 'Negotiate':
      return negotiate(info, explicit(info, 'Negotiate'));
    case 'NegotiateWithImplicitCredential':
    case 'Kerberos':
    case 'Credssp':
    case 'Digest':
      throw new WsmanFaultError(
        INVALID_AUTHENTICATION,
        `The authentication mechanism ${mechanism} is not available in this version. Use -Authentication Negotiate.`,
      );
    default:
      return mechanism satisfies never;
  }
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

/** @param implied the user did not ask for it by name: `-Authentication Default`. */
function negotiate(info: WSManConnectionInfo, credential: PSCredential, implied = false): AuthenticatorMaker {
  checkTrust(info, implied);
  return (facts) =>
    new ContextAuthenticator({
      scheme: 'Negotiate',
      sealing: sealingOf(info),
      address: info.wireUrl,
      begin: () => spnego(info, credential, facts),
    });
}

/** Over TLS the channel protects the messages; over plain HTTP they are sealed unless the user refused that. */
export const sealingOf = (info: WSManConnectionInfo): boolean => info.scheme === 'http' && !info.option.noEncryption;

function spnego(info: WSManConnectionInfo, credential: PSCredential, facts: ConnectionFacts): SecurityContext {
  const mechanisms: SpnegoMechanism[] = [{ oids: [Oid.Ntlm], create: () => ntlmContext(info, credential, facts) }];
  return new SpnegoClientContext(mechanisms);
}

export function ntlmContext(
  info: WSManConnectionInfo,
  credential: PSCredential,
  facts: ConnectionFacts,
): NtlmClientContext {
  const { user, domain } = splitAccount(credential.userName);
  return new NtlmClientContext({
    user,
    domain,
    password: credential.networkCredential().password,
    targetName: servicePrincipal(info),
    random: systemRandom,
    now: () => Date.now(),
    ...(facts.serverCertificate === undefined ? {} : { channelBindings: channelBindingHash(facts.serverCertificate) }),
  });
}

/** `HTTP/server01`, with the port where -IncludePortInSPN asks for it. */
export function servicePrincipal(info: WSManConnectionInfo): string {
  const host = info.computerName.replace(/^\[|\]$/g, '');
  return info.option.includePortInSPN ? `HTTP/${host}:${info.wirePort}` : `HTTP/${host}`;
}

/** Kerberos knows computers by name. */
export const isAddress = (info: WSManConnectionInfo): boolean => isIP(info.computerName.replace(/^\[|\]$/g, '')) !== 0;

export const currentUser = (): string => userInfo().username;
