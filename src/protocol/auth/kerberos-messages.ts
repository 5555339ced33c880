/**
 * Kerberos' messages, as far as they can be read without a key: who asks whom for what, and why it was refused. The
 * system's GSSAPI does the work; this is for traces and diagnosis. [RFC 4120 5], protocol.md 8.6
 *
 *     AS-REQ, TGS-REQ   { [1] pvno, [2] msg-type, [3] padata, [4] req-body }
 *     AS-REP, TGS-REP   { [0] pvno, [1] msg-type, [2] padata, [3] crealm, [4] cname, [5] ticket, [6] enc-part }
 *     AP-REQ            { [0] pvno, [1] msg-type, [2] ap-options, [3] ticket, [4] authenticator }
 *     AP-REP            { [0] pvno, [1] msg-type, [2] enc-part }
 *     KRB-ERROR         { [0] pvno, [1] msg-type, [2] ctime, [3] cusec, [4] stime, [5] susec, [6] error-code, … }
 */
import { derInteger, DerReader, DerTag } from '../crypto/index.js';
import { invalidToken } from './security-context.js';

export const KerberosMessageType = {
  AsReq: 10,
  AsRep: 11,
  TgsReq: 12,
  TgsRep: 13,
  ApReq: 14,
  ApRep: 15,
  Error: 30,
} as const;

export interface PrincipalName {
  readonly type: number;
  /** As they travel: GeneralStrings. */
  readonly parts: readonly Uint8Array[];
}
export interface EncryptedData {
  readonly etype: number;
  readonly kvno: number | undefined;
  readonly cipher: Uint8Array;
}
export interface Ticket {
  readonly version: number;
  readonly realm: Uint8Array;
  readonly service: PrincipalName;
  readonly encrypted: EncryptedData;
}
export interface EtypeInfo {
  readonly etype: number;
  readonly salt: Uint8Array | undefined;
  readonly s2kparams: Uint8Array | undefined;
}
export interface PaData {
  readonly type: number;
  readonly value: Uint8Array;
}
export interface HostAddress {
  readonly type: number;
  readonly address: Uint8Array;
}
export interface KdcRequestBody {
  readonly options: number;
  readonly client: PrincipalName | undefined;
  readonly realm: Uint8Array;
  readonly service: PrincipalName | undefined;
  /** Unix time in seconds. */
  readonly from: number | undefined;
  readonly till: number | undefined;
  readonly renewUntil: number | undefined;
  readonly nonce: number;
  readonly etypes: readonly number[];
  readonly addresses: readonly HostAddress[] | undefined;
  readonly authorizationData: EncryptedData | undefined;
  readonly tickets: readonly Ticket[] | undefined;
}

interface Head {
  readonly version: number;
  readonly messageType: number;
}
export type KerberosMessage =
  | (Head & { readonly type: 'request'; readonly padata: readonly PaData[] | undefined; readonly body: KdcRequestBody })
  | (Head & {
      readonly type: 'reply';
      readonly padata: readonly PaData[] | undefined;
      readonly clientRealm: Uint8Array;
      readonly client: PrincipalName;
      readonly ticket: Ticket;
      readonly encrypted: EncryptedData;
    })
  | (Head & {
      readonly type: 'apRequest';
      /** The flags' bytes as a little-endian number: bit 5 use-session-key is 0x40, bit 2 mutual-required 0x20. */
      readonly options: number;
      readonly ticket: Ticket;
      readonly authenticator: EncryptedData;
    })
  | (Head & { readonly type: 'apReply'; readonly encrypted: EncryptedData })
  | (Head & {
      readonly type: 'error';
      readonly clientTime: number | undefined;
      readonly clientMicroseconds: number | undefined;
      readonly serverTime: number;
      readonly serverMicroseconds: number;
      readonly code: number;
      readonly clientRealm: Uint8Array | undefined;
      readonly client: PrincipalName | undefined;
      readonly realm: Uint8Array;
      readonly service: PrincipalName;
      readonly text: Uint8Array | undefined;
      readonly data: Uint8Array | undefined;
    })
  | (Head & { readonly type: 'other' });

const WHAT = 'Kerberos message';
const MAX_ENTRIES = 64;
const GENERALIZED_TIME = 0x18;
const APPLICATION = 0x60;

type Fields = ReadonlyMap<number, Uint8Array>;
/** The context-tagged fields of a SEQUENCE. */
function fieldsOf(content: Uint8Array): Fields {
  const reader = new DerReader(content, WHAT);
  const fields = new Map<number, Uint8Array>();
  while (!reader.done) {
    const value = reader.next();
    if ((value.tag & 0xe0) === 0xa0) fields.set(value.number, value.content);
  }
  return fields;
}
const sequence = (bytes: Uint8Array): Uint8Array => new DerReader(bytes, WHAT).expect(DerTag.Sequence).content;

function need(fields: Fields, tag: number): Uint8Array {
  const found = fields.get(tag);
  if (found === undefined) throw invalidToken('Kerberos', `field ${tag} of a message is missing`);
  return found;
}
const integer = (bytes: Uint8Array): number => derInteger(new DerReader(bytes, WHAT).expect(DerTag.Integer).content);
const octets = (bytes: Uint8Array): Uint8Array => new DerReader(bytes, WHAT).octets().slice();
const text = (bytes: Uint8Array): Uint8Array => new DerReader(bytes, WHAT).next().content.slice();
const optional = <T>(fields: Fields, tag: number, read: (bytes: Uint8Array) => T): T | undefined => {
  const found = fields.get(tag);
  return found === undefined ? undefined : read(found);
};
function list<T>(bytes: Uint8Array, read: (whole: Uint8Array) => T): readonly T[] {
  const reader = new DerReader(sequence(bytes), WHAT);
  const all: T[] = [];
  while (!reader.done && all.length < MAX_ENTRIES) all.push(read(reader.next().whole));
  return all;
}
/** `19850506210627Z` as Unix seconds. */
function time(bytes: Uint8Array): number {
  const value = String.fromCharCode(...new DerReader(bytes, WHAT).expect(GENERALIZED_TIME).content);
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(value);
  if (match === null) throw invalidToken('Kerberos', 'a time is not of the form YYYYMMDDhhmmssZ');
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}
/** The 32 flags of a BIT STRING. */
function flags(bytes: Uint8Array, littleEndian = false): number {
  const content = new DerReader(bytes, WHAT).expect(DerTag.BitString).content;
  const bits = new Uint8Array(4);
  bits.set(content.subarray(1, 5));
  return new DataView(bits.buffer).getUint32(0, littleEndian);
}
function principal(bytes: Uint8Array): PrincipalName {
  const fields = fieldsOf(sequence(bytes));
  return { type: integer(need(fields, 0)), parts: list(need(fields, 1), text) };
}
export function readEncryptedData(bytes: Uint8Array): EncryptedData {
  const fields = fieldsOf(sequence(bytes));
  return { etype: integer(need(fields, 0)), kvno: optional(fields, 1, integer), cipher: octets(need(fields, 2)) };
}
function ticket(bytes: Uint8Array): Ticket {
  const fields = fieldsOf(sequence(new DerReader(bytes, WHAT).enter(APPLICATION | 1).expect(DerTag.Sequence).whole));
  return {
    version: integer(need(fields, 0)),
    realm: text(need(fields, 1)),
    service: principal(need(fields, 2)),
    encrypted: readEncryptedData(need(fields, 3)),
  };
}
export function readPaData(bytes: Uint8Array): PaData {
  const fields = fieldsOf(sequence(bytes));
  return { type: integer(need(fields, 1)), value: octets(need(fields, 2)) };
}
/** PA-ETYPE-INFO2's value. */
export const readEtypeInfo = (bytes: Uint8Array): readonly EtypeInfo[] =>
  list(bytes, (entry) => {
    const fields = fieldsOf(sequence(entry));
    return {
      etype: integer(need(fields, 0)),
      salt: optional(fields, 1, text),
      s2kparams: optional(fields, 2, octets),
    };
  });

export function readRequestBody(bytes: Uint8Array): KdcRequestBody {
  const fields = fieldsOf(sequence(bytes));
  return {
    options: flags(need(fields, 0)),
    client: optional(fields, 1, principal),
    realm: text(need(fields, 2)),
    service: optional(fields, 3, principal),
    from: optional(fields, 4, time),
    till: optional(fields, 5, time),
    renewUntil: optional(fields, 6, time),
    nonce: integer(need(fields, 7)),
    etypes: list(need(fields, 8), integer),
    addresses: optional(fields, 9, (value) =>
      list(value, (entry) => {
        const parts = fieldsOf(sequence(entry));
        return { type: integer(need(parts, 0)), address: octets(need(parts, 1)) };
      }),
    ),
    authorizationData: optional(fields, 10, readEncryptedData),
    tickets: optional(fields, 11, (value) => list(value, ticket)),
  };
}

/**
 * @param bytes one message, with or without its application tag.
 * @throws {RemoteProtocolError | AuthenticationError} it is none.
 */
export function readKerberosMessage(bytes: Uint8Array): KerberosMessage {
  const outer = new DerReader(bytes, WHAT);
  const inner = (outer.peek() ?? 0) === DerTag.Sequence ? bytes : outer.next().content;
  const fields = fieldsOf(sequence(inner));
  const isRequest = !fields.has(0);
  const version = integer(need(fields, isRequest ? 1 : 0));
  const messageType = integer(need(fields, isRequest ? 2 : 1));
  const head = { version, messageType };
  const padata = optional(fields, isRequest ? 3 : 2, (value) =>
    messageType === KerberosMessageType.ApReq ||
    messageType === KerberosMessageType.ApRep ||
    messageType === KerberosMessageType.Error
      ? undefined
      : list(value, readPaData),
  );
  switch (messageType) {
    case KerberosMessageType.AsReq:
    case KerberosMessageType.TgsReq:
      return { ...head, type: 'request', padata, body: readRequestBody(need(fields, 4)) };
    case KerberosMessageType.AsRep:
    case KerberosMessageType.TgsRep:
      return {
        ...head,
        type: 'reply',
        padata,
        clientRealm: text(need(fields, 3)),
        client: principal(need(fields, 4)),
        ticket: ticket(need(fields, 5)),
        encrypted: readEncryptedData(need(fields, 6)),
      };
    case KerberosMessageType.ApReq:
      return {
        ...head,
        type: 'apRequest',
        options: flags(need(fields, 2), true),
        ticket: ticket(need(fields, 3)),
        authenticator: readEncryptedData(need(fields, 4)),
      };
    case KerberosMessageType.ApRep:
      return { ...head, type: 'apReply', encrypted: readEncryptedData(need(fields, 2)) };
    case KerberosMessageType.Error:
      return {
        ...head,
        type: 'error',
        clientTime: optional(fields, 2, time),
        clientMicroseconds: optional(fields, 3, integer),
        serverTime: time(need(fields, 4)),
        serverMicroseconds: integer(need(fields, 5)),
        code: integer(need(fields, 6)),
        clientRealm: optional(fields, 7, text),
        client: optional(fields, 8, principal),
        realm: text(need(fields, 9)),
        service: principal(need(fields, 10)),
        text: optional(fields, 11, text),
        data: optional(fields, 12, octets),
      };
    default:
      return { ...head, type: 'other' };
  }
}
