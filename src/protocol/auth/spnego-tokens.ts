/**
 * SPNEGO's tokens. [RFC 4178], [MS-SPNG], protocol.md 8.5
 *
 *     first:  60 len | OID 1.3.6.1.5.5.2 | a0 { 30 { a0 mechTypes, a1 reqFlags, a2 mechToken, a3 mechListMIC } }
 *     hints:  the same with a3 negHints (a SEQUENCE) and a4 mechListMIC: NegTokenInit2
 *     later:  a1 { 30 { a0 state, a1 supportedMech, a2 responseToken, a3 mechListMIC } }
 */
import {
  concatBytes,
  contextTag,
  der,
  derIntegerValue,
  derObjectIdentifier,
  DerReader,
  DerTag,
} from '../crypto/index.js';
import { invalidToken } from './security-context.js';

export const Oid = {
  Spnego: '1.3.6.1.5.5.2',
  Kerberos: '1.2.840.113554.1.2.2',
  MsKerberos: '1.2.840.48018.1.2.2',
  KerberosUserToUser: '1.2.840.113554.1.2.2.3',
  Ntlm: '1.3.6.1.4.1.311.2.2.10',
  NegoEx: '1.3.6.1.4.1.311.2.2.30',
} as const;

export const NegState = { AcceptCompleted: 0, AcceptIncomplete: 1, Reject: 2, RequestMic: 3 } as const;
export type NegStateValue = (typeof NegState)[keyof typeof NegState];

export interface NegTokenInit {
  readonly type: 'init';
  readonly mechTypes: readonly string[];
  /** The DER of the mechTypes list as it was sent: what mechListMIC signs. */
  readonly mechTypesDer: Uint8Array;
  readonly reqFlags?: number;
  readonly mechToken?: Uint8Array;
  readonly hintName?: Uint8Array;
  readonly hintAddress?: Uint8Array;
  readonly mechListMic?: Uint8Array;
}
export interface NegTokenResp {
  readonly type: 'resp';
  readonly state?: number;
  readonly supportedMech?: string;
  readonly responseToken?: Uint8Array;
  readonly mechListMic?: Uint8Array;
}

export const encodeMechTypes = (mechTypes: readonly string[]): Uint8Array =>
  der(DerTag.Sequence, ...mechTypes.map(derObjectIdentifier));

const optional = (tag: number, value: Uint8Array | undefined, inner: number = DerTag.OctetString): Uint8Array[] =>
  value === undefined ? [] : [der(contextTag(tag), der(inner, value))];

export function encodeNegTokenInit(token: Omit<NegTokenInit, 'type' | 'mechTypesDer'>): Uint8Array {
  const hints = token.hintName !== undefined || token.hintAddress !== undefined;
  const fields = [
    der(contextTag(0), encodeMechTypes(token.mechTypes)),
    ...(token.reqFlags === undefined
      ? []
      : [der(contextTag(1), der(DerTag.BitString, Uint8Array.of(0, token.reqFlags)))]),
    ...optional(2, token.mechToken),
    ...(hints
      ? [
          der(
            contextTag(3),
            der(
              DerTag.Sequence,
              ...optional(0, token.hintName, DerTag.GeneralString),
              ...optional(1, token.hintAddress),
            ),
          ),
        ]
      : []),
    ...optional(hints ? 4 : 3, token.mechListMic),
  ];
  return der(0x60, derObjectIdentifier(Oid.Spnego), der(contextTag(0), der(DerTag.Sequence, ...fields)));
}

export function encodeNegTokenResp(token: Omit<NegTokenResp, 'type'>): Uint8Array {
  const fields = [
    ...(token.state === undefined ? [] : [der(contextTag(0), derIntegerValue(token.state, DerTag.Enumerated))]),
    ...(token.supportedMech === undefined ? [] : [der(contextTag(1), derObjectIdentifier(token.supportedMech))]),
    ...optional(2, token.responseToken),
    ...optional(3, token.mechListMic),
  ];
  return der(contextTag(1), der(DerTag.Sequence, ...fields));
}

/** @throws {RemoteProtocolError | AuthenticationError} the bytes are no token of SPNEGO. */
export function decodeNegToken(bytes: Uint8Array): NegTokenInit | NegTokenResp {
  const reader = new DerReader(bytes, 'SPNEGO token');
  if (reader.peek() === 0x60) {
    const outer = reader.enter(0x60);
    if (outer.objectIdentifier() !== Oid.Spnego) throw invalidToken('Negotiate', 'it is a token of another mechanism');
    return readInit(outer.enter(contextTag(0)).enter(DerTag.Sequence));
  }
  if (reader.peek() === contextTag(0)) return readInit(reader.enter(contextTag(0)).enter(DerTag.Sequence));
  return readResp(reader.enter(contextTag(1)).enter(DerTag.Sequence));
}

function readInit(fields: DerReader): NegTokenInit {
  let mechTypes: string[] = [];
  let mechTypesDer: Uint8Array = new Uint8Array(0);
  let reqFlags: number | undefined;
  let mechToken: Uint8Array | undefined;
  let hintName: Uint8Array | undefined;
  let hintAddress: Uint8Array | undefined;
  let mechListMic: Uint8Array | undefined;
  while (!fields.done) {
    const field = fields.next();
    const inner = new DerReader(field.content, 'SPNEGO token');
    switch (field.tag) {
      case contextTag(0): {
        const list = inner.expect(DerTag.Sequence);
        mechTypesDer = list.whole.slice();
        const oids = new DerReader(list.content, 'SPNEGO mechanism list');
        mechTypes = [];
        while (!oids.done && mechTypes.length < 32) mechTypes.push(oids.objectIdentifier());
        break;
      }
      case contextTag(1):
        reqFlags = inner.expect(DerTag.BitString).content.at(-1);
        break;
      case contextTag(2):
        mechToken = inner.octets().slice();
        break;
      case contextTag(3):
        if (inner.peek() === DerTag.Sequence) {
          const hints = inner.enter(DerTag.Sequence);
          hintName = hints.enterOptional(contextTag(0))?.expect(DerTag.GeneralString).content.slice();
          hintAddress = hints.enterOptional(contextTag(1))?.octets().slice();
        } else mechListMic = inner.octets().slice();
        break;
      case contextTag(4):
        mechListMic = inner.octets().slice();
        break;
      default:
        break;
    }
  }
  return {
    type: 'init',
    mechTypes,
    mechTypesDer,
    ...(reqFlags === undefined ? {} : { reqFlags }),
    ...(mechToken === undefined ? {} : { mechToken }),
    ...(hintName === undefined ? {} : { hintName }),
    ...(hintAddress === undefined ? {} : { hintAddress }),
    ...(mechListMic === undefined ? {} : { mechListMic }),
  };
}

function readResp(fields: DerReader): NegTokenResp {
  let state: number | undefined;
  let supportedMech: string | undefined;
  let responseToken: Uint8Array | undefined;
  let mechListMic: Uint8Array | undefined;
  while (!fields.done) {
    const field = fields.next();
    const inner = new DerReader(field.content, 'SPNEGO token');
    switch (field.tag) {
      case contextTag(0):
        state = inner.expect(DerTag.Enumerated).content[0];
        break;
      case contextTag(1):
        supportedMech = inner.objectIdentifier();
        break;
      case contextTag(2):
        responseToken = inner.octets().slice();
        break;
      case contextTag(3):
        mechListMic = inner.octets().slice();
        break;
      default:
        break;
    }
  }
  return {
    type: 'resp',
    ...(state === undefined ? {} : { state }),
    ...(supportedMech === undefined ? {} : { supportedMech }),
    ...(responseToken === undefined ? {} : { responseToken }),
    ...(mechListMic === undefined ? {} : { mechListMic }),
  };
}

/** `60 len OID …`: the framing of a bare GSS token, Kerberos' for one. */
export function gssMechanismOf(token: Uint8Array): string | undefined {
  if (token[0] !== 0x60) return undefined;
  const outer = new DerReader(token, 'GSS token').enter(0x60);
  return outer.peek() === DerTag.ObjectIdentifier ? outer.objectIdentifier() : undefined;
}

export const joinTokens = concatBytes;
