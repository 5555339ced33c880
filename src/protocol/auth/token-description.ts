/**
 * What a token is, in one line without secrets: for traces, and for a person who wants to know how far a login came.
 *
 *     SPNEGO init [Kerberos, NTLM] { Kerberos AP-REQ to HTTP/server01@EXAMPLE.ORG, key type 18 }
 *     NTLM CHALLENGE from SERVER01
 */
import { decodeUtf8 } from '../bytes/index.js';
import { AuthenticationError, RemoteProtocolError } from '../errors/index.js';
import { gssMechanismOf, decodeNegToken, Oid } from './spnego-tokens.js';
import { readKerberosMessage, type PrincipalName } from './kerberos-messages.js';
import { isNtlmToken, readAuthenticate, readChallenge } from './ntlm-messages.js';
import { DerReader } from '../crypto/index.js';

const MECHANISMS: Readonly<Record<string, string>> = {
  [Oid.Kerberos]: 'Kerberos',
  [Oid.MsKerberos]: 'MS Kerberos',
  [Oid.KerberosUserToUser]: 'Kerberos user to user',
  [Oid.Ntlm]: 'NTLM',
  [Oid.NegoEx]: 'NEGOEX',
  [Oid.Spnego]: 'SPNEGO',
};
const STATES = ['accept-completed', 'accept-incomplete', 'reject', 'request-mic'];
const MESSAGES: Readonly<Record<number, string>> = {
  10: 'AS-REQ',
  11: 'AS-REP',
  12: 'TGS-REQ',
  13: 'TGS-REP',
  14: 'AP-REQ',
  15: 'AP-REP',
  30: 'KRB-ERROR',
};

export const mechanismName = (oid: string): string => MECHANISMS[oid] ?? oid;

/** Never throws: what cannot be read is said to be unknown. */
export function describeToken(token: Uint8Array): string {
  try {
    return describe(token, 0);
  } catch (error) {
    if (error instanceof AuthenticationError || error instanceof RemoteProtocolError)
      return `an unknown token of ${token.length} bytes`;
    throw error;
  }
}

function describe(token: Uint8Array, depth: number): string {
  if (depth > 4 || token.length === 0) return `${token.length} bytes`;
  if (isNtlmToken(token)) return describeNtlm(token);
  const mechanism = gssMechanismOf(token);
  if (mechanism !== undefined && mechanism !== Oid.Spnego) return describeGss(token, mechanism);
  const message = decodeNegToken(token);
  if (message.type === 'init') {
    const inside = message.mechToken === undefined ? '' : ` { ${describe(message.mechToken, depth + 1)} }`;
    return `SPNEGO init [${message.mechTypes.map(mechanismName).join(', ')}]${inside}`;
  }
  const parts = [
    ...(message.state === undefined ? [] : [STATES[message.state] ?? `state ${message.state}`]),
    ...(message.supportedMech === undefined ? [] : [mechanismName(message.supportedMech)]),
    ...(message.mechListMic === undefined ? [] : ['with mechListMIC']),
  ];
  const inside = message.responseToken === undefined ? '' : ` { ${describe(message.responseToken, depth + 1)} }`;
  return `SPNEGO response ${parts.join(', ')}${inside}`;
}

function describeNtlm(token: Uint8Array): string {
  switch (token[8]) {
    case 1:
      return 'NTLM NEGOTIATE';
    case 2:
      return `NTLM CHALLENGE from ${readChallenge(token).targetName ?? 'nobody'}`;
    default: {
      const { user, domain, mic } = readAuthenticate(token);
      return `NTLM AUTHENTICATE of ${domain === '' ? '' : `${domain}\\`}${user}${mic === undefined ? '' : ' with MIC'}`;
    }
  }
}

const name = ({ parts }: PrincipalName): string => parts.map((part) => decodeUtf8(part)).join('/');

function describeGss(token: Uint8Array, mechanism: string): string {
  const body = new DerReader(token, 'GSS token').enter(0x60);
  body.objectIdentifier();
  if (mechanismName(mechanism).includes('Kerberos')) {
    // Two bytes of token identifier stand before the message. [RFC 4121 4.1]
    const rest = token.subarray(token.length - body.left + 2);
    const message = readKerberosMessage(rest);
    const kind = `Kerberos ${MESSAGES[message.messageType] ?? message.messageType}`;
    if (message.type === 'apRequest') {
      const { service, realm, encrypted } = message.ticket;
      return `${kind} to ${name(service)}@${decodeUtf8(realm)}, key type ${encrypted.etype}`;
    }
    if (message.type === 'error') return `${kind} ${message.code}`;
    return kind;
  }
  return `a token of ${mechanismName(mechanism)}`;
}
