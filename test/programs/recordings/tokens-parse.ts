/** A whole token in words: what the source's diagnosis prints of one, made of what our codecs read. */
import { ntowfv1, ntowfv2 } from '../../../src/protocol/auth/ntlm-crypto.js';
import { readKerberosMessage } from '../../../src/protocol/auth/kerberos-messages.js';
import {
  isNtlmToken,
  NtlmFlag,
  readTargetInfo,
  type TargetInfo,
  AvId,
} from '../../../src/protocol/auth/ntlm-messages.js';
import { gssMechanismOf, Oid } from '../../../src/protocol/auth/spnego-tokens.js';
import { DerReader, hmac, rc4 } from '../../../src/protocol/crypto/index.js';
import * as words from './tokens-labels.js';
import { AV_NAMES, avValueOf, fileTime, kerberos, unpack } from './tokens-structures.js';
import { ascii, isRecord, Structure, upperHex, type Value } from './tokens-values.js';

const { label, flagLabels } = words;
const OPTIONS = { unwrap: true, encoding: 'windows-1252' };
type Plain = Readonly<Record<string, Value>>;

/** @param password derives the session key of an AUTHENTICATE message. */
export function parseToken(bytes: Uint8Array, password?: string): Plain {
  const raw = { RawData: upperHex(bytes) };
  if (isNtlmToken(bytes)) {
    const type = bytes[8] ?? 0;
    return { MessageType: label(type, words.NTLM_MESSAGES), Data: parseNtlm(bytes, type, password), ...raw };
  }
  const mechanism = gssMechanismOf(bytes);
  if (mechanism !== undefined) {
    const body = new DerReader(bytes, 'token').enter(0x60);
    body.objectIdentifier();
    const inner = bytes.slice(bytes.length - body.left);
    const innerToken =
      mechanism === Oid.Spnego
        ? parseNegToken(unpack('NegTokenInit', bytes, OPTIONS), inner, password)
        : parseInner(mechanism, inner);
    return {
      MessageType: 'SPNEGO InitialContextToken',
      Data: { thisMech: mechanismLabel(mechanism), innerContextToken: innerToken },
      ...raw,
    };
  }
  if (bytes[0] === 0xa1 || bytes[0] === 0xa0)
    return parseNegToken(unpack('NegTokenResp', bytes, OPTIONS), bytes, password);
  const message = readKerberosMessage(bytes);
  return {
    MessageType: label(message.messageType, words.KERBEROS_MESSAGES),
    Data: parseKerberos(kerberos(message)),
    ...raw,
  };
}

const mechanismLabel = (oid: string): string => `${words.MECHANISMS[oid] ?? 'UNKNOWN'} (${oid})`;

function parseInner(mechanism: string, inner: Uint8Array): Plain {
  if (mechanism !== Oid.Kerberos && mechanism !== Oid.MsKerberos)
    return { MessageType: 'Unknown', Data: upperHex(inner), RawData: upperHex(inner) };
  return { ...parseToken(inner.subarray(2)), RawData: upperHex(inner) };
}

function parseNegToken(token: Value, bytes: Uint8Array, password: string | undefined): Plain {
  const fields = token instanceof Structure ? token.properties : {};
  const inside = (value: Value | undefined): Value =>
    value instanceof Uint8Array ? parseToken(value, password) : null;
  const mic = fields['mech_list_mic'];
  const micText = mic instanceof Uint8Array ? upperHex(mic) : null;
  const raw = { RawData: upperHex(bytes) };
  if (token instanceof Structure && token.type === 'NegTokenResp') {
    const { neg_state: state, supported_mech: supported } = fields;
    return {
      MessageType: 'SPNEGO NegTokenResp',
      Data: {
        negState: typeof state === 'number' ? label(state, words.NEG_STATES) : null,
        supportedMech: typeof supported === 'string' ? mechanismLabel(supported) : null,
        responseToken: inside(fields['response_token']),
        mechListMIC: micText,
      },
      ...raw,
    };
  }
  const { hint_name: hintName, hint_address: hintAddress, req_flags: flags } = fields;
  const hint = (value: Value | undefined): string | null => (value instanceof Uint8Array ? ascii(value) : null);
  const hints = hintName instanceof Uint8Array || hintAddress instanceof Uint8Array;
  return {
    MessageType: hints ? 'SPNEGO NegTokenInit2' : 'SPNEGO NegTokenInit',
    Data: {
      mechTypes: (fields['mech_types'] as readonly string[]).map(mechanismLabel),
      reqFlags: typeof flags === 'number' ? flagLabels(flags, words.CONTEXT_FLAGS) : null,
      mechToken: inside(fields['mech_token']),
      mechListMIC: micText,
      ...(hints ? { negHints: { hintName: hint(hintName), hintAddress: hint(hintAddress) } } : {}),
    },
    ...raw,
  };
}

// --- Kerberos

/** Our property names -> the words of the diagnosis, and how each is shown. */
const KERBEROS_FIELDS: Readonly<Record<string, readonly [name: string, show: (value: never) => Value]>> = {
  PVNO: ['pvno', same],
  MESSAGE_TYPE: ['msg-type', (value: number) => label(value, words.KERBEROS_MESSAGES)],
  padata: ['padata', parsed],
  req_body: ['req-body', parsed],
  crealm: ['crealm', ascii],
  cname: ['cname', parsed],
  ticket: ['ticket', parsed],
  enc_part: ['enc-part', parsed],
  ap_options: ['ap-options', (value: number) => flagLabels(value, words.AP_OPTIONS)],
  authenticator: ['authenticator', parsed],
  ctime: ['ctime', isoTime],
  cusec: ['cusec', same],
  stime: ['stime', isoTime],
  susec: ['susec', same],
  error_code: ['error-code', (value: number) => label(value, words.KERBEROS_ERRORS)],
  realm: ['realm', ascii],
  sname: ['sname', parsed],
  e_text: ['e-text', ascii],
  e_data: ['e-data', upperHex],
  kdc_options: ['kdc-options', (value: number) => flagLabels(value, words.KDC_OPTIONS)],
  postdated_from: ['from', isoTime],
  postdated_till: ['till', isoTime],
  rtime: ['rtime', isoTime],
  nonce: ['nonce', same],
  addresses: ['addresses', parsed],
  enc_authorization_data: ['enc-authorization-data', parsed],
  additional_tickets: ['additional-tickets', parsed],
  kvno: ['kvno', same],
  cipher: ['cipher', upperHex],
  data_type: ['padata-type', (value: number) => label(value, words.PADATA_TYPES)],
  value: ['padata-value', parsed],
  salt: ['salt', upperHex],
  s2kparams: ['s2kparams', upperHex],
  tkt_vno: ['tkt-vno', same],
};

function same(value: Value): Value {
  return value;
}
/** As Python writes a time with its zone. */
function isoTime(value: string): Value {
  return `${value.replace('datetime:', '')}+00:00`;
}
function parsed(value: Value): Value {
  if (value instanceof Structure) return parseKerberos(value);
  if (value instanceof Uint8Array) return upperHex(value);
  return Array.isArray(value) ? (value as readonly Value[]).map(parsed) : value;
}

export function parseKerberos(structure: Structure): Plain {
  const { type, properties } = structure;
  if (type === 'PrincipalName') {
    return {
      'name-type': label(properties['name_type'] as number, words.PRINCIPAL_TYPES),
      'name-string': (properties['value'] as readonly Uint8Array[]).map(ascii),
    };
  }
  if (type === 'HostAddress') {
    return {
      'addr-type': label(properties['addr_type'] as number, words.ADDRESS_TYPES),
      address: ascii(properties['value'] as Uint8Array),
    };
  }
  const out: Record<string, Value> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'etype') {
      const one = (number: Value): Value => label(number as number, words.ETYPES);
      out['etype'] = Array.isArray(value) ? (value as readonly Value[]).map(one) : one(value);
      continue;
    }
    const known = KERBEROS_FIELDS[name];
    if (known === undefined) continue;
    out[known[0]] = value === null ? null : known[1](value as never);
  }
  return out;
}

// --- NTLM

function parseNtlm(bytes: Uint8Array, type: number, password: string | undefined): Plain {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const fields = (at: number): Plain => ({
    Len: view.getUint16(at, true),
    MaxLen: view.getUint16(at + 2, true),
    BufferOffset: view.getUint32(at + 4, true),
  });
  const message = unpack(type === 1 ? 'Negotiate' : type === 2 ? 'Challenge' : 'Authenticate', bytes, OPTIONS);
  const properties = message instanceof Structure ? message.properties : {};
  const flags = flagLabels(properties['flags'] as number, words.NTLM_FLAGS);
  const version = versionOf(properties['version']);
  if (type === 1) {
    return {
      NegotiateFlags: flags,
      DomainNameFields: fields(16),
      WorkstationFields: fields(24),
      Version: version,
      Payload: { DomainName: properties['domain_name'] ?? null, Workstation: properties['workstation'] ?? null },
    };
  }
  if (type === 2) {
    const info = properties['target_info'];
    return {
      TargetNameFields: fields(12),
      NegotiateFlags: flags,
      ServerChallenge: upperHex(bytes.subarray(24, 32)),
      Reserved: upperHex(bytes.subarray(32, 40)),
      TargetInfoFields: fields(40),
      Version: version,
      Payload: {
        TargetName: properties['target_name'] ?? null,
        TargetInfo: info instanceof Structure ? avPairs(readTargetInfo(info.pack?.() ?? new Uint8Array(4))) : null,
      },
    };
  }
  return parseAuthenticate(properties, fields, flags, version, password);
}

function versionOf(value: Value | undefined): Value {
  if (!(value instanceof Structure)) return null;
  const { major, minor, build, revision } = value.properties;
  return { Major: major ?? 0, Minor: minor ?? 0, Build: build ?? 0, Reserved: '000000', NTLMRevision: revision ?? 0 };
}

function avPairs(info: TargetInfo): Value {
  const names = (id: number): string => `MSV_AV_${(AV_NAMES[id] ?? 'UNKNOWN').toUpperCase()} (${id})`;
  const shown = (id: number, bytes: Uint8Array): Value => {
    const value = avValueOf(id, bytes);
    if (id === AvId.Flags) return flagLabels(value as number, words.AV_FLAGS);
    if (id === AvId.Timestamp) return value instanceof Structure ? (value.text ?? null) : null;
    if (id === AvId.SingleHost && value instanceof Structure) {
      const { size, z4, custom_data: custom, machine_id: machine } = value.properties;
      return {
        Size: size ?? 0,
        Z4: z4 ?? 0,
        CustomData: upperHex(custom as Uint8Array),
        MachineId: upperHex(machine as Uint8Array),
      };
    }
    return value instanceof Uint8Array ? upperHex(value) : value;
  };
  return [
    ...info.map(([id, bytes]) => ({ AvId: names(id), Value: shown(id, bytes) })),
    { AvId: names(AvId.Eol), Value: null },
  ];
}

function parseAuthenticate(
  properties: Readonly<Record<string, Value>>,
  fields: (at: number) => Plain,
  flags: { readonly raw: number; readonly flags: readonly string[] },
  version: Value,
  password: string | undefined,
): Plain {
  const bytes = (name: string): Uint8Array | undefined => {
    const value = properties[name];
    return value instanceof Uint8Array ? value : undefined;
  };
  const [lm, nt] = [bytes('lm_challenge_response'), bytes('nt_challenge_response')];
  const [key, mic] = [bytes('encrypted_random_session_key'), bytes('mic')];
  const isV1 = nt === undefined || nt.length === 24;
  let keyExchangeKey: Uint8Array | undefined;
  let ntResponse: Value = null;
  if (nt !== undefined && isV1) ntResponse = { ResponseType: 'NTLMv1', NTProofStr: upperHex(nt) };
  else if (nt !== undefined) {
    ntResponse = {
      ResponseType: 'NTLMv2',
      NTProofStr: upperHex(nt.subarray(0, 16)),
      ClientChallenge: blob(nt.slice(16)),
    };
    if (password !== undefined) {
      const user = typeof properties['user_name'] === 'string' ? properties['user_name'] : '';
      const domain = typeof properties['domain_name'] === 'string' ? properties['domain_name'] : '';
      keyExchangeKey = hmac('md5', ntowfv2(ntowfv1(password), user, domain), nt.subarray(0, 16));
    }
  }
  const exchanges = (flags.raw & NtlmFlag.KeyExchange) !== 0 && (flags.raw & (NtlmFlag.Sign | NtlmFlag.Seal)) !== 0;
  let sessionKey = keyExchangeKey;
  if (exchanges && keyExchangeKey !== undefined && key !== undefined) sessionKey = rc4(keyExchangeKey, key);
  return {
    LmChallengeResponseFields: fields(12),
    NtChallengeResponseFields: fields(20),
    DomainNameFields: fields(28),
    UserNameFields: fields(36),
    WorkstationFields: fields(44),
    EncryptedRandomSessionKeyFields: fields(52),
    NegotiateFlags: flags,
    Version: version,
    MIC: mic === undefined ? null : upperHex(mic),
    Payload: {
      LmChallengeResponse: lm === undefined ? null : lmResponse(lm, isV1),
      NtChallengeResponse: ntResponse,
      DomainName: properties['domain_name'] ?? null,
      UserName: properties['user_name'] ?? null,
      Workstation: properties['workstation'] ?? null,
      EncryptedRandomSessionKey: key === undefined ? null : upperHex(key),
    },
    SessionKey: sessionKey === undefined ? 'Failed to derive' : upperHex(sessionKey),
  };
}

const lmResponse = (lm: Uint8Array, isV1: boolean): Plain =>
  isV1
    ? { ResponseType: 'LMv1', LMProofStr: upperHex(lm) }
    : {
        ResponseType: 'LMv2',
        LMProofStr: upperHex(lm.subarray(0, 16)),
        ChallengeFromClient: upperHex(lm.subarray(16)),
      };

function blob(bytes: Uint8Array): Plain {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    RespType: bytes[0] ?? 0,
    HiRespType: bytes[1] ?? 0,
    Reserved1: view.getUint16(2, true),
    Reserved2: view.getUint32(4, true),
    TimeStamp: fileTime(bytes.slice(8, 16)).text ?? null,
    ChallengeFromClient: upperHex(bytes.subarray(16, 24)),
    Reserved3: view.getUint32(24, true),
    AvPairs: avPairs(readTargetInfo(bytes.subarray(28))),
    Reserved4: view.getUint32(bytes.length - 4, true),
  };
}

export { isRecord };
