/**
 * Checks a folder of tokens: every vector's bytes or values come out of our own codecs and functions, byte by byte. The
 * vectors name functions and structures as their source does; the files beside this one translate.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serverEndPoint } from '../../../src/protocol/auth/channel-bindings.js';
import { publicKeyProof, tlsTrailerLength } from '../../../src/protocol/auth/credssp-messages.js';
import {
  lmowfv1,
  NtlmSealer,
  ntowfv1,
  ntowfv2,
  responsesV1,
  responsesV2,
  sealKey,
  signKey,
  signMessage,
  type NtlmResponses,
  type NtlmSide,
} from '../../../src/protocol/auth/ntlm-crypto.js';
import { readTargetInfo } from '../../../src/protocol/auth/ntlm-messages.js';
import { encodeMechTypes } from '../../../src/protocol/auth/spnego-tokens.js';
import {
  decodePublicKeyBlob,
  decodeSessionKeyBlob,
  decryptSecureString,
  der,
  derInteger,
  derIntegerValue,
  derObjectIdentifier,
  DerReader,
  desEncryptBlock,
  md4,
  Rc4,
  rc4,
  readObjectIdentifier,
  type RsaPrivateKey,
} from '../../../src/protocol/crypto/index.js';
import { CREDSSP_PART_BYTES, sealBody, splitSealedBody, type SealProtocol } from '../../../src/protocol/http/index.js';
import { parseKerberos as parseWords, parseToken } from './tokens-parse.js';
import { build, pack, unpack } from './tokens-structures.js';
import { follow, hex, isRecord, plain, same, Structure, type Value } from './tokens-values.js';

export interface CheckResult {
  readonly passed: number;
  readonly failed: number;
  readonly messages: readonly string[];
}
type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
interface Vector {
  readonly note: string;
  readonly op: string;
  readonly [field: string]: Json | undefined;
}
interface File {
  readonly vectors: readonly Vector[];
  readonly keyMaterial?: { readonly rsaPrivateKeyHex?: Readonly<Record<string, string>> };
}

export function checkTokensFolder(folder: string): CheckResult {
  const root = path.join(folder, 'tokens');
  let passed = 0;
  const messages: string[] = [];
  for (const name of existsSync(root) ? readdirSync(root).sort() : []) {
    if (!name.endsWith('.json')) continue;
    const file = JSON.parse(readFileSync(path.join(root, name), 'utf8')) as File;
    // What one vector computes is another's key.
    const found: { sessionKey: Uint8Array | undefined } = { sessionKey: undefined };
    for (const vector of file.vectors) {
      let problem: string | undefined;
      try {
        problem = checkVector(vector, file, found);
      } catch (error) {
        problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      }
      if (problem === undefined) passed += 1;
      else messages.push(`${name}: ${vector.note}: ${problem}`);
    }
  }
  return { passed, failed: messages.length, messages };
}

const textIn = (json: unknown): string => (typeof json === 'string' ? json : '');

/** A value of the vectors' notation. */
function valueOf(json: Json | undefined): Value {
  if (json === undefined || json === null) return null;
  if (typeof json !== 'object') return json;
  if (Array.isArray(json)) return (json as readonly Json[]).map(valueOf);
  const record = json as Readonly<Record<string, Json>>;
  if (typeof record['$hex'] === 'string') return hex(record['$hex']);
  if (typeof record['$int'] === 'string') return Number(record['$int']);
  if (typeof record['$datetime'] === 'string') return `datetime:${record['$datetime'].slice(0, 19)}`;
  if (typeof record['$unpacked'] === 'string')
    return unpack(record['$unpacked'], hex(textIn(record['hex'])), { unwrap: true, encoding: 'windows-1252' });
  if (typeof record['$object'] === 'string') return build(record['$object'], fieldsOf(record['fields']));
  if (isRecord(record['$call'])) {
    const call = record['$call'] as Readonly<Record<string, Json>>;
    const result = compute(textIn(call['function']), fieldsOf(call['args']));
    const steps = (record['path'] ?? []) as readonly (string | number)[];
    return follow(result, steps) ?? null;
  }
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, valueOf(value)]));
}

function fieldsOf(json: Json | undefined): Readonly<Record<string, Value>> {
  const record = (json ?? {}) as Readonly<Record<string, Json>>;
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      name === '@items'
        ? (value as readonly (readonly [string, Json])[]).map(([id, item]) => [id, valueOf(item)])
        : valueOf(value),
    ]),
  );
}

function checkVector(vector: Vector, file: File, found: { sessionKey: Uint8Array | undefined }): string | undefined {
  const expected = (vector['expected'] ?? {}) as Readonly<Record<string, Json>>;
  if (expected['error'] === true) {
    try {
      const result = resultOf(vector, file, found);
      return `no error, but ${JSON.stringify(plain(result)).slice(0, 200)}`;
    } catch {
      return undefined;
    }
  }
  return compare(resultOf(vector, file, found), expected);
}

function resultOf(vector: Vector, file: File, found: { sessionKey: Uint8Array | undefined }): Value {
  switch (vector.op) {
    case 'compute':
      return compute(textIn(vector['function']), fieldsOf(vector['args']));
    case 'pack':
      return pack(textIn(vector['structure']), fieldsOf(vector['fields']));
    case 'unpack': {
      const bytes = hex(textIn(vector['hex']));
      const structure = vector['structure'];
      if (typeof structure !== 'string') {
        const { password } = vector;
        return parseToken(bytes, typeof password === 'string' ? password : undefined);
      }
      const encoding = typeof vector['encoding'] === 'string' ? vector['encoding'] : 'windows-1252';
      const value = unpack(structure, bytes, { unwrap: vector['unwrap'] === true, encoding });
      // Some of the source's tests look at the words of the diagnosis of the same structure too.
      return new Both(value, /^Krb|^PA|^Kdc/.test(structure) ? wordsOf(value) : {});
    }
    case 'frame':
      return frame(vector);
    case 'unframe':
      return unframe(vector);
    case 'certificateHash':
      return certificateHash(vector);
    case 'publicKey': {
      const key = decodePublicKeyBlob(base64(vector['base64']));
      return {
        modulusHex: Buffer.from(key.modulus).toString('hex'),
        exponent: Number.parseInt(Buffer.from(key.exponent).toString('hex'), 16),
      };
    }
    case 'decryptSessionKey': {
      found.sessionKey = decodeSessionKeyBlob(privateKey(file), base64(vector['base64']));
      return { sessionKeyHex: Buffer.from(found.sessionKey).toString('hex') };
    }
    case 'decryptSecureString':
      if (found.sessionKey === undefined) throw new Error('no vector before it gives the session key');
      return { plaintext: decryptSecureString(found.sessionKey, base64(vector['base64'])) };
    default:
      throw new Error(`the operation '${vector.op}' is not known`);
  }
}

/** A structure, and the diagnosis' words for it: a path may lead through either. */
class Both extends Structure {
  readonly value: Value;
  readonly words: Readonly<Record<string, Value>>;
  constructor(value: Value, words: Readonly<Record<string, Value>>) {
    const structure = value instanceof Structure ? value : undefined;
    super(
      structure?.type ?? '',
      { ...words, ...structure?.properties },
      {
        ...(structure?.pack === undefined ? {} : { pack: structure.pack }),
        ...(structure?.text === undefined ? {} : { text: structure.text }),
        ...(structure?.length === undefined ? {} : { length: structure.length }),
      },
    );
    this.value = value;
    this.words = words;
  }
}
function wordsOf(value: Value): Readonly<Record<string, Value>> {
  return value instanceof Structure ? parseWords(value) : {};
}

const base64 = (json: Json | undefined): Uint8Array => new Uint8Array(Buffer.from(textIn(json), 'base64'));

function privateKey(file: File): RsaPrivateKey {
  const numbers = file.keyMaterial?.rsaPrivateKeyHex ?? {};
  const number = (name: string): Uint8Array => {
    const text = numbers[name] ?? '';
    return hex(text.length % 2 === 0 ? text : `0${text}`);
  };
  return {
    modulus: number('n'),
    exponent: number('e'),
    privateExponent: number('d'),
    prime1: number('p'),
    prime2: number('q'),
    exponent1: number('dmp1'),
    exponent2: number('dmq1'),
    coefficient: number('iqmp'),
  };
}

function compare(actual: Value, expected: Readonly<Record<string, Json>>): string | undefined {
  const value = actual instanceof Both ? actual.value : actual;
  for (const [name, json] of Object.entries(expected)) {
    if (name === 'checks') {
      for (const check of json as unknown as readonly Check[]) {
        const problem = compareCheck(actual, check);
        if (problem !== undefined) return problem;
      }
    } else if (name === 'hex') {
      const wanted = hex(textIn(json));
      if (!same(value, wanted)) return different('bytes', value, wanted);
    } else if (name === 'empty') {
      if (value !== null && !(value instanceof Uint8Array && value.length === 0)) return different(name, value, null);
    } else if (name === 'result') {
      if (!same(value, valueOf(json))) return different(name, value, valueOf(json));
    } else if (!same(follow(value, [name]) ?? null, valueOf(json))) {
      return different(name, follow(value, [name]) ?? null, valueOf(json));
    }
  }
  return undefined;
}

interface Check {
  readonly path: readonly (string | number)[];
  readonly equals?: Json;
  readonly type?: string;
  readonly present?: boolean;
  readonly falsy?: boolean;
  readonly contains?: Json;
}

function compareCheck(actual: Value, check: Check): string | undefined {
  const name = check.path.join('.');
  const value = follow(actual, check.path) ?? null;
  if ('equals' in check) {
    const wanted = valueOf(check.equals);
    const inWords = actual instanceof Both ? (follow(actual.words, check.path) ?? null) : value;
    if (!equals(value, wanted) && !equals(inWords, wanted)) return different(name, value, wanted);
  }
  if (check.type !== undefined && (!(value instanceof Structure) || value.type !== check.type))
    return different(name, value instanceof Structure ? value.type : value, check.type);
  if (check.present === true && value === null) return `${name}: nothing is there`;
  if (check.falsy === true && value !== null && value !== false && value !== 0 && value !== '')
    return different(name, value, null);
  return undefined;
}

/** Structures that a vector gives by position (`arg0`, `arg1`) or with some fields compare by those. */
function equals(value: Value, wanted: Value): boolean {
  // The source's texts replace what they cannot read; lists of flags have no order.
  if (wanted instanceof Structure && value instanceof Structure) {
    if (wanted.type !== value.type) return false;
    const own = Object.values(value.properties);
    return Object.entries(wanted.properties).every(([name, item]) => {
      const at = /^arg(\d+)$/.exec(name)?.[1];
      return equals((at === undefined ? value.properties[name] : own[Number(at)]) ?? null, item);
    });
  }
  if (isRecord(value) && isRecord(wanted) && Array.isArray(wanted['flags']) && Array.isArray(value['flags']))
    return (
      value['raw'] === wanted['raw'] &&
      same([...(value['flags'] as string[])].sort(), [...(wanted['flags'] as string[])].sort())
    );
  if (Array.isArray(wanted) && Array.isArray(value))
    return (
      value.length === wanted.length &&
      wanted.every((item: Value, at) => equals((value as readonly Value[])[at] ?? null, item))
    );
  return same(value, wanted);
}

const different = (name: string, actual: unknown, wanted: unknown): string =>
  `${name}: ${JSON.stringify(plain(actual))?.slice(0, 160)} where ${JSON.stringify(plain(wanted))?.slice(0, 160)} belongs`;

// --- functions

type Arguments = Readonly<Record<string, Value>>;
const bytesAt = (args: Arguments, name: string): Uint8Array => {
  const value = args[name];
  if (value instanceof Uint8Array) return value;
  if (value instanceof Structure && value.type === 'ASN1Value') return bytesAt(value.properties, 'b_data');
  return new Uint8Array(0);
};
const numberAt = (args: Arguments, name: string): number => Number(args[name] ?? 0);
const textAt = (args: Arguments, name: string): string => {
  const value = args[name];
  return typeof value === 'string' ? value : '';
};
const sideAt = (args: Arguments): NtlmSide => (args['usage'] === 'accept' ? 'accept' : 'initiate');
const responses = (made: NtlmResponses): Value => ({
  ntChallengeResponse: made.ntResponse,
  lmChallengeResponse: made.lmResponse,
  keyExchangeKey: made.keyExchangeKey,
});

/** `ASN1Value` of the source: class, constructed, number, content. */
function asn1Value(tagClass: number, constructed: boolean, number: number, content: Uint8Array): Structure {
  return new Structure('ASN1Value', { tag_class: tagClass, constructed, tag_number: number, b_data: content });
}
function unpackAsn1(bytes: Uint8Array): readonly [Structure, Uint8Array] {
  const reader = new DerReader(bytes, 'value');
  const { tag, number, content } = reader.next();
  return [asn1Value(tag >> 6, (tag & 0x20) !== 0, number, content.slice()), bytes.slice(bytes.length - reader.left)];
}
/** The content of a value that is given as a value or as its content. */
function contentOf(value: Value | undefined, tag: number): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (!(value instanceof Structure)) throw new Error('no value');
  const { tag_class: tagClass, tag_number: number } = value.properties;
  const positional = value.properties['arg2'] ?? number;
  if ((value.properties['arg0'] ?? tagClass) !== 0 || positional !== tag) throw new Error('another tag');
  return (value.properties['b_data'] ?? value.properties['arg3']) as Uint8Array;
}

function compute(name: string, args: Arguments): Value {
  switch (name) {
    case 'ntowfv1':
      return ntowfv1(textAt(args, 'password'));
    case 'lmowfv1':
      return lmowfv1(textAt(args, 'password'));
    case 'ntowfv2':
      return ntowfv2(bytesAt(args, 'nt_hash'), textAt(args, 'username'), textAt(args, 'domain_name'));
    case 'compute_response_v1':
      return responses(
        responsesV1(
          numberAt(args, 'flags'),
          bytesAt(args, 'nt_hash'),
          bytesAt(args, 'lm_hash'),
          bytesAt(args, 'server_challenge'),
          bytesAt(args, 'client_challenge'),
          args['no_lm_response'] !== false,
        ),
      );
    case 'compute_response_v2': {
      const info =
        args['av_pairs'] instanceof Structure ? (args['av_pairs'].pack?.() ?? new Uint8Array(4)) : new Uint8Array(4);
      const time = args['time'] instanceof Structure ? (args['time'].pack?.() ?? new Uint8Array(8)) : new Uint8Array(8);
      const [server, client] = [bytesAt(args, 'server_challenge'), bytesAt(args, 'client_challenge')];
      return responses(responsesV2(bytesAt(args, 'nt_hash'), server, client, time, readTargetInfo(info)));
    }
    case 'rc4k':
      return rc4(bytesAt(args, 'k'), bytesAt(args, 'd'));
    case 'rc4init':
      return new Structure('RC4Handle', { key: bytesAt(args, 'k') });
    case 'RC4Handle':
      return new Structure('RC4Handle', { key: bytesAt(args, 'key') });
    case 'rc4':
      return new Rc4(handleKey(args)).update(bytesAt(args, 'b_data'));
    case 'sealkey':
      return sealKey(numberAt(args, 'flags'), bytesAt(args, 'session_key'), sideAt(args));
    case 'signkey':
      return signKey(numberAt(args, 'flags'), bytesAt(args, 'session_key'), sideAt(args)) ?? null;
    case 'seal': {
      const sealer = NtlmSealer.withKeys(
        numberAt(args, 'flags'),
        signingKey(args),
        handleKey(args),
        numberAt(args, 'seq_num'),
      );
      const { sealed, signature } = sealer.seal(bytesAt(args, 'b_data'));
      return { sealedMessage: sealed, signature };
    }
    case 'sign':
      return signMessage(
        numberAt(args, 'flags'),
        new Rc4(handleKey(args)),
        signingKey(args),
        numberAt(args, 'seq_num'),
        bytesAt(args, 'b_data'),
      );
    case 'md4':
      return md4(bytesAt(args, 'b_data'));
    case 'des_encrypt':
      return desEncryptBlock(bytesAt(args, 'key'), bytesAt(args, 'b_data'));
    case 'get_pub_key_auth':
      return publicKeyProof(
        bytesAt(args, 'pub_key'),
        sideAt(args),
        args['nonce'] instanceof Uint8Array ? args['nonce'] : undefined,
      );
    case 'tls_trailer_length':
      return tlsTrailerLength(numberAt(args, 'data_length'), textAt(args, 'protocol'), textAt(args, 'cipher_suite'));
    case 'pack_mech_type_list': {
      const list = args['mech_list'];
      return encodeMechTypes(typeof list === 'string' ? [list] : (list as readonly string[]));
    }
    default:
      return computeAsn1(name, args);
  }
}

const handleKey = (args: Arguments): Uint8Array => {
  const { handle } = args;
  return handle instanceof Structure ? bytesAt(handle.properties, 'key') : new Uint8Array(0);
};
const signingKey = (args: Arguments): Uint8Array | undefined => {
  const key = bytesAt(args, 'signing_key');
  return key.length === 0 ? undefined : key;
};

function computeAsn1(name: string, args: Arguments): Value {
  const value = args['value'];
  const tagged = args['tag'] !== false;
  const own = (whole: Uint8Array): Uint8Array =>
    tagged ? whole : new DerReader(whole, 'value').next().content.slice();
  switch (name) {
    case 'unpack_asn1':
      return [...unpackAsn1(bytesAt(args, 'b_data'))];
    case 'pack_asn1': {
      const [tagClass, number] = [numberAt(args, 'tag_class'), numberAt(args, 'tag_number')];
      if (tagClass > 3) throw new RangeError('there are four classes');
      return der({ tagClass, constructed: args['constructed'] === true, number }, bytesAt(args, 'b_data'));
    }
    case 'extract_asn1_tlv': {
      const { tlv } = args;
      if (tlv instanceof Uint8Array) return tlv;
      if (!(tlv instanceof Structure)) throw new Error('no value');
      const properties = tlv.properties;
      const [tagClass, number] = [
        properties['tag_class'] ?? properties['arg0'],
        properties['tag_number'] ?? properties['arg2'],
      ];
      if (tagClass !== args['tag_class'] || number !== args['tag_number']) throw new Error('another tag');
      return properties['b_data'] ?? properties['arg3'] ?? null;
    }
    case 'pack_asn1_object_identifier':
      return own(derObjectIdentifier(textAt(args, 'oid')));
    case 'unpack_asn1_object_identifier':
      return readObjectIdentifier(contentOf(value, 6));
    case 'pack_asn1_octet_string':
      return own(der(4, bytesAt(args, 'b_data')));
    case 'unpack_asn1_octet_string':
      return contentOf(value, 4);
    case 'pack_asn1_integer':
      return own(derIntegerValue(numberAt(args, 'value')));
    case 'unpack_asn1_integer':
      return derInteger(contentOf(value, 2));
    case 'pack_asn1_enumerated':
      return own(derIntegerValue(numberAt(args, 'value'), 10));
    case 'unpack_asn1_enumerated':
      return derInteger(contentOf(value, 10));
    case 'unpack_asn1_boolean':
      return (contentOf(value, 1)[0] ?? 0) !== 0;
    case 'pack_asn1_bit_string':
      return own(
        der(3, Uint8Array.of(0), bytesAt(args, 'value').length > 0 ? bytesAt(args, 'value') : bytesAt(args, 'b_data')),
      );
    case 'unpack_asn1_bit_string': {
      // The source clears the bits that do not count.
      const content = contentOf(value, 3);
      const bits = content.slice(1);
      const last = bits.length - 1;
      if (last >= 0) bits[last] = (bits[last] ?? 0) & (0xff << (content[0] ?? 0));
      return bits;
    }
    case 'pack_asn1_general_string': {
      const text =
        typeof value === 'string'
          ? Buffer.from(value, args['encoding'] === 'utf-8' ? 'utf8' : 'ascii')
          : bytesAt(args, 'value');
      return own(der(0x1b, text));
    }
    case 'unpack_asn1_general_string':
      return contentOf(value, 27);
    case 'pack_asn1_sequence':
      return own(der(0x30, ...((args['sequence'] ?? args['value'] ?? []) as readonly Uint8Array[])));
    case 'unpack_asn1_sequence': {
      const all: Structure[] = [];
      for (let rest = contentOf(value, 16); rest.length > 0; ) {
        const [item, left] = unpackAsn1(rest);
        all.push(item);
        rest = left;
      }
      return all;
    }
    case 'unpack_asn1_generalized_time': {
      const text = Buffer.from(contentOf(value, 24)).toString('latin1');
      const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z?$/.exec(text);
      if (match === null) throw new Error('no time');
      return `datetime:${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}`;
    }
    default:
      throw new Error(`the function '${name}' is not known`);
  }
}

// --- sealed bodies and certificates

const SIGNATURE_STAND_IN = 'reallylongheader';
const CIPHER_STAND_IN = '-encrypted';

const repeated = (json: Json | undefined): Uint8Array | undefined => {
  if (!isRecord(json)) return undefined;
  return new Uint8Array(Number(json['count'])).fill(Number.parseInt(textIn(json['byteHex']), 16));
};
function plainOf(record: Readonly<Record<string, Json | undefined>>): Uint8Array {
  const { plaintextBase64, plaintextHex, plaintext } = record;
  if (typeof plaintextBase64 === 'string') return base64(plaintextBase64);
  if (typeof plaintextHex === 'string') return hex(plaintextHex);
  return repeated(record['plaintextRepeat']) ?? Buffer.from(typeof plaintext === 'string' ? plaintext : '', 'utf8');
}

function frame(vector: Vector): Value {
  const padding = Number(vector['paddingBytes'] ?? 0);
  const made = sealBody(plainOf(vector), vector['protocol'] as SealProtocol, (part) => ({
    signature: Buffer.from(SIGNATURE_STAND_IN),
    sealed: Buffer.concat([part, Buffer.from(CIPHER_STAND_IN)]),
    paddingBytes: padding,
  }));
  return {
    contentType: made.contentType.split(';')[0] ?? '',
    bodyBase64: Buffer.from(made.body).toString('base64'),
  };
}

/** The stand-in cipher makes parts longer, which only the reader of CredSSP's records allows. */
function unframe(vector: Vector): Value {
  const parts = splitSealedBody(base64(vector['bodyBase64']), 'application/HTTP-CredSSP-session-encrypted');
  const opened = Buffer.concat(parts.map(({ sealed }) => sealed.subarray(0, sealed.length - CIPHER_STAND_IN.length)));
  const expected = (vector['expected'] ?? {}) as Readonly<Record<string, Json>>;
  const wanted = plainOf(expected);
  if (!opened.equals(wanted)) throw new Error(`${opened.length} bytes that are not the ${wanted.length} expected`);
  if (parts.some(({ plainLength }) => plainLength > Math.max(CREDSSP_PART_BYTES, wanted.length)))
    throw new Error('a part is too long');
  return valueOf(vector['expected'] ?? null);
}

/** The certificate is the longest text of the vector that is a SEQUENCE, in hexadecimal or base64. */
function certificateOf(vector: Vector): Uint8Array {
  const texts = Object.entries(vector).flatMap(([, json]) => {
    const value = isRecord(json) ? Object.values(json) : [json];
    return value.filter((item): item is string => typeof item === 'string');
  });
  const candidates = texts.flatMap((text) => [hex(text), base64(text)]);
  const found = candidates.filter((bytes) => bytes[0] === 0x30).sort((left, right) => right.length - left.length)[0];
  if (found === undefined) throw new Error('the vector holds no certificate');
  return found;
}

function certificateHash(vector: Vector): Value {
  const certificate = certificateOf(vector);
  const whole = serverEndPoint(certificate);
  const expected = (vector['expected'] ?? {}) as Readonly<Record<string, Json>>;
  // Given as the digest alone, or behind its prefix.
  const digest = whole.slice('tls-server-end-point:'.length);
  const wanted = Object.values(expected).map((json) => valueOf(typeof json === 'string' ? { $hex: json } : json));
  const fits = wanted.some((value) => same(value, digest) || same(value, whole));
  if (!fits) throw new Error(`the hash is ${Buffer.from(digest).toString('hex')}`);
  return valueOf(vector['expected'] ?? null);
}
