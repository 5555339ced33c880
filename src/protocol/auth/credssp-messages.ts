/**
 * CredSSP's structures. [MS-CSSP 2.2], protocol.md 8.7
 *
 *     TSRequest     { [0] version, [1] { { [0] negoToken } … }, [2] authInfo, [3] pubKeyAuth, [4] errorCode, [5] clientNonce }
 *     TSCredentials { [0] credType (1 password, 2 smart card, 6 remote guard), [1] credentials }
 *
 * Texts are UTF-16LE in OCTET STRINGs.
 */
import {
  concatBytes,
  contextTag,
  decodeUtf16,
  der,
  derInteger,
  derIntegerValue,
  DerReader,
  DerTag,
  digest,
  encodeUtf16,
} from '../crypto/index.js';
import { invalidToken } from './security-context.js';

export interface TsRequest {
  readonly version: number;
  readonly negoTokens?: readonly Uint8Array[];
  readonly authInfo?: Uint8Array;
  readonly pubKeyAuth?: Uint8Array;
  /** NTSTATUS, as a signed number. Versions 3, 4 and 6. */
  readonly errorCode?: number;
  /** 32 bytes, from version 5. */
  readonly clientNonce?: Uint8Array;
}

const MAX_TOKENS = 16;
const octets = (tag: number, value: Uint8Array | undefined): Uint8Array[] =>
  value === undefined ? [] : [der(contextTag(tag), der(DerTag.OctetString, value))];
const text = (tag: number, value: string | undefined): Uint8Array[] =>
  octets(tag, value === undefined ? undefined : encodeUtf16(value));
const integer = (tag: number, value: number): Uint8Array => der(contextTag(tag), derIntegerValue(value));

export function encodeTsRequest(request: TsRequest): Uint8Array {
  const tokens = request.negoTokens?.map((token) => der(DerTag.Sequence, ...octets(0, token))) ?? [];
  return der(
    DerTag.Sequence,
    integer(0, request.version),
    ...(tokens.length === 0 ? [] : [der(contextTag(1), der(DerTag.Sequence, ...tokens))]),
    ...octets(2, request.authInfo),
    ...octets(3, request.pubKeyAuth),
    ...(request.errorCode === undefined ? [] : [integer(4, request.errorCode)]),
    ...octets(5, request.clientNonce),
  );
}

/** The fields of a SEQUENCE by their context tags. */
function tagged(bytes: Uint8Array, what: string): ReadonlyMap<number, Uint8Array> {
  const reader = new DerReader(bytes, what).enter(DerTag.Sequence);
  const fields = new Map<number, Uint8Array>();
  while (!reader.done) {
    const { tag, number, content } = reader.next();
    if ((tag & 0xe0) === 0xa0) fields.set(number, content);
  }
  return fields;
}

const bytesAt = (fields: ReadonlyMap<number, Uint8Array>, tag: number, what: string): Uint8Array | undefined => {
  const content = fields.get(tag);
  return content === undefined ? undefined : new DerReader(content, what).octets().slice();
};
const numberAt = (fields: ReadonlyMap<number, Uint8Array>, tag: number, what: string): number | undefined => {
  const content = fields.get(tag);
  return content === undefined ? undefined : derInteger(new DerReader(content, what).expect(DerTag.Integer).content);
};
const textAt = (fields: ReadonlyMap<number, Uint8Array>, tag: number, what: string): string | undefined => {
  const bytes = bytesAt(fields, tag, what);
  return bytes === undefined ? undefined : decodeUtf16(bytes);
};

/** @throws {RemoteProtocolError} the bytes are no TSRequest. */
export function decodeTsRequest(bytes: Uint8Array): TsRequest {
  const what = 'TSRequest';
  const fields = tagged(bytes, what);
  const version = numberAt(fields, 0, what);
  if (version === undefined) throw invalidToken('CredSSP', 'a TSRequest has no version');
  let negoTokens: Uint8Array[] | undefined;
  const list = fields.get(1);
  if (list !== undefined) {
    negoTokens = [];
    const entries = new DerReader(list, what).enter(DerTag.Sequence);
    while (!entries.done && negoTokens.length < MAX_TOKENS) {
      negoTokens.push(entries.enter(DerTag.Sequence).enter(contextTag(0)).octets().slice());
    }
  }
  const authInfo = bytesAt(fields, 2, what);
  const pubKeyAuth = bytesAt(fields, 3, what);
  const errorCode = numberAt(fields, 4, what);
  const clientNonce = bytesAt(fields, 5, what);
  return {
    version,
    ...(negoTokens === undefined ? {} : { negoTokens }),
    ...(authInfo === undefined ? {} : { authInfo }),
    ...(pubKeyAuth === undefined ? {} : { pubKeyAuth }),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(clientNonce === undefined ? {} : { clientNonce }),
  };
}

/**
 * How many bytes of a stream of TSRequests the first one takes; undefined when its end has not come yet.
 * @throws {AuthenticationError} it begins with something else.
 */
export function tsRequestLength(bytes: Uint8Array): number | undefined {
  if (bytes.length === 0) return undefined;
  if (bytes[0] !== DerTag.Sequence) throw invalidToken('CredSSP', 'it is no TSRequest');
  const first = bytes[1];
  if (first === undefined) return undefined;
  if (first < 0x80) return bytes.length >= 2 + first ? 2 + first : undefined;
  const count = first & 0x7f;
  if (count === 0 || count > 3) throw invalidToken('CredSSP', 'a TSRequest is too long');
  if (bytes.length < 2 + count) return undefined;
  let length = 0;
  for (let at = 0; at < count; at += 1) length = length * 256 + (bytes[2 + at] ?? 0);
  const whole = 2 + count + length;
  return bytes.length >= whole ? whole : undefined;
}

/** Credentials as they travel. Only passwords can be used here; the others are told apart so that errors can name them. */
export type TsCredentials =
  | { readonly type: 'password'; readonly domain: string; readonly user: string; readonly password: string }
  | {
      readonly type: 'smartCard';
      readonly pin: string;
      readonly keySpec: number;
      readonly cardName?: string;
      readonly readerName?: string;
      readonly containerName?: string;
      readonly cspName?: string;
      readonly userHint?: string;
      readonly domainHint?: string;
    }
  | {
      readonly type: 'remoteGuard';
      readonly logonCredential: RemoteGuardCredential;
      readonly supplementalCredentials?: readonly RemoteGuardCredential[];
    };
export interface RemoteGuardCredential {
  readonly packageName: string;
  readonly credential: Uint8Array;
}

const CREDENTIAL_TYPES = { password: 1, smartCard: 2, remoteGuard: 6 } as const;

const guard = ({ packageName, credential }: RemoteGuardCredential): Uint8Array =>
  der(DerTag.Sequence, ...text(0, packageName), ...octets(1, credential));

export function encodeTsCredentials(value: TsCredentials): Uint8Array {
  let credentials: Uint8Array;
  switch (value.type) {
    case 'password':
      credentials = der(DerTag.Sequence, ...text(0, value.domain), ...text(1, value.user), ...text(2, value.password));
      break;
    case 'smartCard':
      credentials = der(
        DerTag.Sequence,
        ...text(0, value.pin),
        der(
          contextTag(1),
          der(
            DerTag.Sequence,
            integer(0, value.keySpec),
            ...text(1, value.cardName),
            ...text(2, value.readerName),
            ...text(3, value.containerName),
            ...text(4, value.cspName),
          ),
        ),
        ...text(2, value.userHint),
        ...text(3, value.domainHint),
      );
      break;
    case 'remoteGuard': {
      const more = value.supplementalCredentials;
      credentials = der(
        DerTag.Sequence,
        der(contextTag(0), guard(value.logonCredential)),
        ...(more === undefined ? [] : [der(contextTag(1), der(DerTag.Sequence, ...more.map(guard)))]),
      );
      break;
    }
  }
  return der(DerTag.Sequence, integer(0, CREDENTIAL_TYPES[value.type]), ...octets(1, credentials));
}

/** @throws {RemoteProtocolError | AuthenticationError} the bytes are no TSCredentials, or of a type that nobody knows. */
export function decodeTsCredentials(bytes: Uint8Array): TsCredentials {
  const what = 'TSCredentials';
  const outer = tagged(bytes, what);
  const type = numberAt(outer, 0, what);
  const inner = bytesAt(outer, 1, what);
  if (inner === undefined) throw invalidToken('CredSSP', 'the credentials are missing');
  if (type === CREDENTIAL_TYPES.password) {
    const fields = tagged(inner, 'TSPasswordCreds');
    return {
      type: 'password',
      domain: textAt(fields, 0, what) ?? '',
      user: textAt(fields, 1, what) ?? '',
      password: textAt(fields, 2, what) ?? '',
    };
  }
  if (type === CREDENTIAL_TYPES.smartCard) return decodeSmartCard(tagged(inner, 'TSSmartCardCreds'));
  if (type === CREDENTIAL_TYPES.remoteGuard) return decodeRemoteGuard(tagged(inner, 'TSRemoteGuardCreds'));
  throw invalidToken('CredSSP', `credentials of type ${type ?? 'none'} are not known`);
}

function decodeSmartCard(fields: ReadonlyMap<number, Uint8Array>): TsCredentials {
  const what = 'TSSmartCardCreds';
  const csp = tagged(fields.get(1) ?? new Uint8Array(0), 'TSCspDataDetail');
  const optional = <Name extends string>(
    name: Name,
    from: ReadonlyMap<number, Uint8Array>,
    tag: number,
  ): { readonly [Key in Name]?: string } => {
    const value = textAt(from, tag, what);
    return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string };
  };
  return {
    type: 'smartCard',
    pin: textAt(fields, 0, what) ?? '',
    keySpec: numberAt(csp, 0, what) ?? 0,
    ...optional('cardName', csp, 1),
    ...optional('readerName', csp, 2),
    ...optional('containerName', csp, 3),
    ...optional('cspName', csp, 4),
    ...optional('userHint', fields, 2),
    ...optional('domainHint', fields, 3),
  };
}

function decodeRemoteGuard(fields: ReadonlyMap<number, Uint8Array>): TsCredentials {
  const what = 'TSRemoteGuardCreds';
  const one = (bytes: Uint8Array): RemoteGuardCredential => {
    const package_ = tagged(bytes, 'TSRemoteGuardPackageCred');
    return {
      packageName: textAt(package_, 0, what) ?? '',
      credential: bytesAt(package_, 1, what) ?? new Uint8Array(0),
    };
  };
  const logon = fields.get(0);
  if (logon === undefined) throw invalidToken('CredSSP', 'the logon credential is missing');
  const list = fields.get(1);
  if (list === undefined) return { type: 'remoteGuard', logonCredential: one(logon) };
  const entries = new DerReader(list, what).enter(DerTag.Sequence);
  const supplementalCredentials: RemoteGuardCredential[] = [];
  while (!entries.done && supplementalCredentials.length < MAX_TOKENS) {
    supplementalCredentials.push(one(entries.expect(DerTag.Sequence).whole));
  }
  return { type: 'remoteGuard', logonCredential: one(logon), supplementalCredentials };
}

const MAGIC = {
  initiate: 'CredSSP Client-To-Server Binding Hash\0',
  accept: 'CredSSP Server-To-Client Binding Hash\0',
} as const;

/**
 * What each side seals to prove that both see the same TLS key. Without a nonce (versions 2 to 4) the key itself, the
 * server's with its first byte one higher; with one a hash of both. [MS-CSSP 3.1.5]
 * @param publicKey the SubjectPublicKey bits of the server's TLS certificate.
 */
export function publicKeyProof(
  publicKey: Uint8Array,
  side: 'initiate' | 'accept',
  nonce: Uint8Array | undefined,
): Uint8Array {
  if (nonce !== undefined) {
    const magic = Uint8Array.from(MAGIC[side], (char) => char.charCodeAt(0));
    return digest('sha256', concatBytes(magic, nonce, publicKey));
  }
  const proof = publicKey.slice();
  if (side === 'accept') proof[0] = ((proof[0] ?? 0) + 1) & 0xff;
  return proof;
}

const HASH_BYTES: Readonly<Record<string, number>> = { MD5: 16, SHA: 20, SHA256: 32, SHA384: 48 };

/**
 * How much longer than its plain text a TLS record is behind its header, as Windows' stream sizes tell it: the number
 * that a sealed part names as its signature. Receivers of CredSSP do not need it. protocol.md 8.8
 * @param cipher OpenSSL's name of the suite.
 */
export function tlsTrailerLength(plainLength: number, protocol: string, cipher: string): number {
  if (protocol === 'TLSv1.3') return 17; // the tag, and the record's type
  if (/[-_]GCM[-_]\w*$/.test(cipher) || /CHACHA20[-_]POLY1305/.test(cipher)) return 16;
  const hash = HASH_BYTES[cipher.split('-').at(-1) ?? ''] ?? 0;
  if (cipher.includes('RC4')) return hash;
  const block = cipher.includes('DES') ? 8 : 16;
  return hash + block - ((plainLength + hash) % block);
}
