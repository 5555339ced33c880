/** The structures of the token vectors, read and written by our own codecs under the source's names. */
import { encodeChannelBindings } from '../../../src/protocol/auth/channel-bindings.js';
import {
  decodeTsCredentials,
  decodeTsRequest,
  encodeTsCredentials,
  encodeTsRequest,
  type RemoteGuardCredential,
  type TsCredentials,
} from '../../../src/protocol/auth/credssp-messages.js';
import {
  readEtypeInfo,
  readEncryptedData,
  readKerberosMessage,
  readPaData,
  readRequestBody,
  type EncryptedData,
  type KdcRequestBody,
  type KerberosMessage,
  type PaData,
  type PrincipalName,
  type Ticket,
} from '../../../src/protocol/auth/kerberos-messages.js';
import {
  AvId,
  NtlmFlag,
  readAuthenticate,
  readChallenge,
  readNegotiate,
  readTargetInfo,
  writeAuthenticate,
  writeChallenge,
  writeNegotiate,
  writeTargetInfo,
  type NtlmVersion,
  type TargetInfo,
} from '../../../src/protocol/auth/ntlm-messages.js';
import {
  decodeNegToken,
  encodeNegTokenInit,
  encodeNegTokenResp,
  gssMechanismOf,
  Oid,
  type NegStateValue,
} from '../../../src/protocol/auth/spnego-tokens.js';
import { decodeUtf16, DerReader, encodeUtf16, der, derObjectIdentifier } from '../../../src/protocol/crypto/index.js';
import { ascii, dateTime, orNull, Structure, type Value } from './tokens-values.js';

type Fields = Readonly<Record<string, Value>>;
const bytesOf = (value: Value | undefined): Uint8Array | undefined => (value instanceof Uint8Array ? value : undefined);
const textOf = (value: Value | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const numberOf = (value: Value | undefined): number | undefined => (typeof value === 'number' ? value : undefined);
const structureOf = (value: Value | undefined): Structure | undefined =>
  value instanceof Structure ? value : undefined;
const has = <K extends string, T>(name: K, value: T | undefined | null): { readonly [Key in K]?: T } =>
  (value === undefined || value === null ? {} : { [name]: value }) as { readonly [Key in K]?: T };
const empty = (bytes: Uint8Array): Uint8Array | null => (bytes.length === 0 ? null : bytes);
const none = (text: string): string | null => (text === '' ? null : text);

// --- FileTime and the small ones of NTLM

const EPOCH = 116_444_736_000_000_000n;

export function fileTime(bytes: Uint8Array): Structure {
  if (bytes.length !== 8) throw new RangeError('a FILETIME has 8 bytes');
  const ticks = new DataView(bytes.buffer, bytes.byteOffset, 8).getBigUint64(0, true);
  const unix = ticks - EPOCH;
  const ms = Number(unix / 10_000n - (unix % 10_000n < 0n ? 1n : 0n));
  const fraction = ((unix % 10_000_000n) + 10_000_000n) % 10_000_000n;
  const date = new Date(ms);
  const valid = !Number.isNaN(date.getTime());
  const digits = fraction === 0n ? '' : `.${String(fraction).padStart(7, '0')}`;
  return new Structure(
    'FileTime',
    valid
      ? {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
          hour: date.getUTCHours(),
          minute: date.getUTCMinutes(),
          second: date.getUTCSeconds(),
          microsecond: Number(fraction / 10n),
          nanosecond: Number(fraction % 10n) * 100,
        }
      : {},
    { pack: () => bytes, ...(valid ? { text: `${date.toISOString().slice(0, 19)}${digits}Z` } : {}) },
  );
}

export function fileTimeOf(unixMicroseconds: bigint, nanoseconds: number): Uint8Array {
  const out = new Uint8Array(8);
  const ticks = unixMicroseconds * 10n + BigInt(Math.trunc(nanoseconds / 100)) + EPOCH;
  new DataView(out.buffer).setBigUint64(0, ticks, true);
  return out;
}

export function version(value: NtlmVersion): Structure {
  const revision = value.revision ?? 15;
  const { major, minor, build } = value;
  return new Structure(
    'Version',
    { major, minor, build, reserved: new Uint8Array(3), revision },
    { text: `${major}.${minor}.${build}.${revision}`, length: 8, pack: () => packVersion(value) },
  );
}
function packVersion(value: NtlmVersion): Uint8Array {
  // As it stands in a NEGOTIATE message.
  return writeNegotiate({ flags: 0, version: value }).slice(32, 40);
}
function unpackVersion(bytes: Uint8Array): NtlmVersion {
  if (bytes.length !== 8) throw new RangeError('a version has 8 bytes');
  const message = writeNegotiate({ flags: 0, version: { major: 0, minor: 0, build: 0 } });
  message.set(bytes, 32);
  const read = readNegotiate(message).version;
  if (read === undefined) throw new RangeError('no version was read');
  return { ...read, revision: bytes[7] ?? 0 };
}
const versionFrom = (fields: Fields): NtlmVersion => ({
  major: numberOf(fields['major']) ?? 0,
  minor: numberOf(fields['minor']) ?? 0,
  build: numberOf(fields['build']) ?? 0,
  revision: numberOf(fields['revision']) ?? 15,
});

/** Size u32, zero u32, custom data 8, machine id 32. [MS-NLMP 2.2.2.2] */
function singleHost(bytes: Uint8Array): Structure {
  if (bytes.length !== 48) throw new RangeError('Single_Host_Data has 48 bytes');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return new Structure(
    'SingleHost',
    {
      size: view.getUint32(0, true),
      z4: view.getUint32(4, true),
      custom_data: bytes.slice(8, 16),
      machine_id: bytes.slice(16, 48),
    },
    { pack: () => bytes },
  );
}
function packSingleHost(fields: Fields): Uint8Array {
  const out = new Uint8Array(48);
  const view = new DataView(out.buffer);
  view.setUint32(0, numberOf(fields['size']) ?? 0, true);
  view.setUint32(4, numberOf(fields['z4']) ?? 0, true);
  const [custom, machine] = [bytesOf(fields['custom_data']), bytesOf(fields['machine_id'])];
  if (custom !== undefined && custom.length !== 8) throw new RangeError('custom data has 8 bytes');
  if (machine !== undefined && machine.length !== 32) throw new RangeError('a machine id has 32 bytes');
  out.set(custom ?? new Uint8Array(8), 8);
  out.set(machine ?? new Uint8Array(32), 16);
  return out;
}

export const AV_NAMES: Readonly<Record<number, string>> = {
  [AvId.Eol]: 'eol',
  [AvId.NbComputerName]: 'nb_computer_name',
  [AvId.NbDomainName]: 'nb_domain_name',
  [AvId.DnsComputerName]: 'dns_computer_name',
  [AvId.DnsDomainName]: 'dns_domain_name',
  [AvId.DnsTreeName]: 'dns_tree_name',
  [AvId.Flags]: 'flags',
  [AvId.Timestamp]: 'timestamp',
  [AvId.SingleHost]: 'single_host',
  [AvId.TargetName]: 'target_name',
  [AvId.ChannelBindings]: 'channel_bindings',
};
const avIdOf = (name: string): number =>
  Number(Object.entries(AV_NAMES).find(([, known]) => `#${known}` === name)?.[0] ?? Number.NaN);

export function avValueOf(id: number, bytes: Uint8Array): Value {
  switch (id) {
    case AvId.Eol:
    case AvId.ChannelBindings:
      return bytes;
    case AvId.Flags:
      return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
    case AvId.Timestamp:
      return fileTime(bytes);
    case AvId.SingleHost:
      return singleHost(bytes);
    default:
      return AV_NAMES[id] === undefined ? bytes : decodeUtf16(bytes);
  }
}

export function targetInfo(info: TargetInfo): Structure {
  const properties: Record<string, Value> = {};
  for (const [id, value] of info) properties[`#${AV_NAMES[id] ?? String(id)}`] = avValueOf(id, value);
  properties['#eol'] = new Uint8Array(0);
  return new Structure('TargetInfo', properties, { length: info.length + 1, pack: () => writeTargetInfo(info) });
}
function targetInfoFrom(fields: Fields): TargetInfo {
  const items = fields['@items'];
  if (!Array.isArray(items)) return [];
  return (items as readonly (readonly [string, Value])[]).flatMap(([name, value]) => {
    const id = avIdOf(name);
    if (id === AvId.Eol) return [];
    let bytes = value instanceof Structure ? value.pack?.() : bytesOf(value);
    if (typeof value === 'string') bytes = encodeUtf16(value);
    if (typeof value === 'number') {
      bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, value, true);
    }
    return [[id, bytes ?? new Uint8Array(0)] as const];
  });
}

/** The blob of an NTLMv2 response. [MS-NLMP 2.2.2.7] */
export function clientChallenge(bytes: Uint8Array): Structure {
  if (bytes.length < 32) throw new RangeError('an NTLMv2_CLIENT_CHALLENGE has 32 bytes at least');
  const info = readTargetInfo(bytes.subarray(28));
  return new Structure(
    'NTClientChallengeV2',
    {
      resp_type: bytes[0] ?? 0,
      hi_resp_type: bytes[1] ?? 0,
      time_stamp: fileTime(bytes.slice(8, 16)),
      challenge_from_client: bytes.slice(16, 24),
      av_pairs: targetInfo(info),
    },
    { pack: () => bytes },
  );
}

// --- NTLM's messages

function negotiate(bytes: Uint8Array, encoding: string): Structure {
  const message = readNegotiate(bytes);
  const text = (value: string | undefined): string | null =>
    value === undefined || value === ''
      ? null
      : Buffer.from(value, 'latin1').toString(encoding === 'utf-8' ? 'utf8' : 'latin1');
  return new Structure(
    'Negotiate',
    {
      flags: message.flags,
      domain_name: text(message.domain),
      workstation: text(message.workstation),
      version: message.version === undefined ? null : version(message.version),
    },
    { pack: () => bytes },
  );
}
function challenge(bytes: Uint8Array): Structure {
  const message = readChallenge(bytes);
  return new Structure(
    'Challenge',
    {
      flags: message.flags,
      server_challenge: message.serverChallenge,
      target_name: orNull(message.targetName),
      target_info: message.targetInfo === undefined ? null : targetInfo(message.targetInfo),
      version: message.version === undefined ? null : version(message.version),
      MESSAGE_TYPE: 2,
    },
    { pack: () => bytes },
  );
}
function authenticate(bytes: Uint8Array): Structure {
  const message = readAuthenticate(bytes);
  return new Structure(
    'Authenticate',
    {
      flags: message.flags,
      lm_challenge_response: empty(message.lmResponse),
      nt_challenge_response: empty(message.ntResponse),
      domain_name: none(message.domain),
      user_name: none(message.user),
      workstation: none(message.workstation),
      encrypted_random_session_key: empty(message.encryptedRandomSessionKey),
      version: message.version === undefined ? null : version(message.version),
      mic: orNull(message.mic),
    },
    { pack: () => bytes },
  );
}

// --- SPNEGO and Kerberos

/** The innermost part of a token, or with `wrapped` the token around it. */
function negToken(bytes: Uint8Array): Structure {
  const token = decodeNegToken(bytes);
  if (token.type === 'init') {
    return new Structure('NegTokenInit', {
      mech_types: [...token.mechTypes],
      req_flags: orNull(token.reqFlags),
      mech_token: orNull(token.mechToken),
      hint_name: orNull(token.hintName),
      hint_address: orNull(token.hintAddress),
      mech_list_mic: orNull(token.mechListMic),
    });
  }
  return new Structure('NegTokenResp', {
    neg_state: orNull(token.state),
    supported_mech: orNull(token.supportedMech),
    response_token: orNull(token.responseToken),
    mech_list_mic: orNull(token.mechListMic),
  });
}

function initialContext(bytes: Uint8Array): Structure {
  const mechanism = gssMechanismOf(bytes) ?? '';
  const reader = new DerReader(bytes, 'token').enter(0x60);
  reader.objectIdentifier();
  const inner = bytes.slice(bytes.length - reader.left);
  let token: Value = inner;
  if (mechanism === Oid.Spnego) token = negToken(bytes);
  else if (mechanism === Oid.Kerberos || mechanism === Oid.MsKerberos)
    token = kerberos(readKerberosMessage(inner.subarray(2)));
  return new Structure('InitialContextToken', { this_mech: mechanism, inner_context_token: inner, token });
}

const principal = (name: PrincipalName): Structure =>
  new Structure('PrincipalName', { name_type: name.type, value: [...name.parts] });
const encrypted = (data: EncryptedData): Structure =>
  new Structure('EncryptedData', { etype: data.etype, kvno: orNull(data.kvno), cipher: data.cipher });
const ticket = (value: Ticket): Structure =>
  new Structure('Ticket', {
    tkt_vno: value.version,
    realm: value.realm,
    sname: principal(value.service),
    enc_part: encrypted(value.encrypted),
  });

function padata(data: PaData): Structure {
  let value: Value = data.value;
  if (data.type === 1) value = kerberos(readKerberosMessage(data.value));
  else if (data.type === 2) value = encrypted(readEncryptedData(data.value));
  else if (data.type === 19)
    value = readEtypeInfo(data.value).map(
      ({ etype, salt, s2kparams }) =>
        new Structure('PAETypeInfo2', { etype, salt: orNull(salt), s2kparams: orNull(s2kparams) }),
    );
  return new Structure('PAData', { data_type: data.type, b_value: data.value, value });
}

function requestBody(body: KdcRequestBody): Structure {
  const time = (value: number | undefined): string | null => (value === undefined ? null : dateTime(value));
  return new Structure('KdcReqBody', {
    kdc_options: body.options,
    cname: body.client === undefined ? null : principal(body.client),
    realm: body.realm,
    sname: body.service === undefined ? null : principal(body.service),
    postdated_from: time(body.from),
    postdated_till: time(body.till),
    rtime: time(body.renewUntil),
    nonce: body.nonce,
    etype: [...body.etypes],
    addresses: orNull(
      body.addresses?.map(({ type, address }) => new Structure('HostAddress', { addr_type: type, value: address })),
    ),
    enc_authorization_data: body.authorizationData === undefined ? null : encrypted(body.authorizationData),
    additional_tickets: orNull(body.tickets?.map(ticket)),
  });
}

const KERBEROS_NAMES: Readonly<Record<number, string>> = {
  10: 'KrbAsReq',
  11: 'KrbAsRep',
  12: 'KrbTgsReq',
  13: 'KrbTgsRep',
  14: 'KrbApReq',
  15: 'KrbApRep',
  30: 'KrbError',
};
export function kerberos(message: KerberosMessage): Structure {
  const head = { PVNO: message.version, MESSAGE_TYPE: message.messageType };
  const make = (properties: Readonly<Record<string, Value>>): Structure =>
    new Structure(KERBEROS_NAMES[message.messageType] ?? 'KerberosV5Msg', { ...head, ...properties });
  switch (message.type) {
    case 'request':
      return make({ padata: orNull(message.padata?.map(padata)), req_body: requestBody(message.body) });
    case 'reply':
      return make({
        padata: orNull(message.padata?.map(padata)),
        crealm: message.clientRealm,
        cname: principal(message.client),
        ticket: ticket(message.ticket),
        enc_part: encrypted(message.encrypted),
      });
    case 'apRequest':
      return make({
        ap_options: message.options,
        ticket: ticket(message.ticket),
        authenticator: encrypted(message.authenticator),
      });
    case 'apReply':
      return make({ enc_part: encrypted(message.encrypted) });
    case 'error':
      return make({
        ctime: message.clientTime === undefined ? null : dateTime(message.clientTime),
        cusec: orNull(message.clientMicroseconds),
        stime: dateTime(message.serverTime),
        susec: message.serverMicroseconds,
        error_code: message.code,
        crealm: orNull(message.clientRealm),
        cname: message.client === undefined ? null : principal(message.client),
        realm: message.realm,
        sname: principal(message.service),
        e_text: orNull(message.text),
        e_data: orNull(message.data),
      });
    case 'other':
      return make({});
  }
}

// --- CredSSP

const guard = ({ packageName, credential }: RemoteGuardCredential): Structure =>
  new Structure('TSRemoteGuardPackageCred', { package_name: packageName, cred_buffer: credential });

function tsCredentials(value: TsCredentials): Structure {
  switch (value.type) {
    case 'password':
      return new Structure('TSCredentials', {
        cred_type: 1,
        credentials: new Structure('TSPasswordCreds', {
          domain_name: value.domain,
          username: value.user,
          password: value.password,
        }),
      });
    case 'smartCard':
      return new Structure('TSCredentials', {
        cred_type: 2,
        credentials: new Structure('TSSmartCardCreds', {
          pin: value.pin,
          csp_data: new Structure('TSCspDataDetail', {
            key_spec: value.keySpec,
            card_name: orNull(value.cardName),
            reader_name: orNull(value.readerName),
            container_name: orNull(value.containerName),
            csp_name: orNull(value.cspName),
          }),
          user_hint: orNull(value.userHint),
          domain_hint: orNull(value.domainHint),
        }),
      });
    case 'remoteGuard':
      return new Structure('TSCredentials', {
        cred_type: 6,
        credentials: new Structure('TSRemoteGuardCreds', {
          logon_cred: guard(value.logonCredential),
          supplemental_creds: orNull(value.supplementalCredentials?.map(guard)),
        }),
      });
  }
}

function tsCredentialsFrom(fields: Fields): TsCredentials {
  const credentials = structureOf(fields['credentials']);
  const from = credentials?.properties ?? {};
  switch (credentials?.type) {
    case 'TSPasswordCreds':
      return {
        type: 'password',
        domain: textOf(from['domain_name']) ?? '',
        user: textOf(from['username']) ?? '',
        password: textOf(from['password']) ?? '',
      };
    case 'TSSmartCardCreds': {
      const csp = structureOf(from['csp_data'])?.properties ?? {};
      return {
        type: 'smartCard',
        pin: textOf(from['pin']) ?? '',
        keySpec: numberOf(csp['key_spec']) ?? 0,
        ...has('cardName', textOf(csp['card_name'])),
        ...has('readerName', textOf(csp['reader_name'])),
        ...has('containerName', textOf(csp['container_name'])),
        ...has('cspName', textOf(csp['csp_name'])),
        ...has('userHint', textOf(from['user_hint'])),
        ...has('domainHint', textOf(from['domain_hint'])),
      };
    }
    case 'TSRemoteGuardCreds': {
      const one = (value: Value | undefined): RemoteGuardCredential => {
        const parts = structureOf(value)?.properties ?? {};
        return {
          packageName: textOf(parts['package_name']) ?? '',
          credential: bytesOf(parts['cred_buffer']) ?? new Uint8Array(0),
        };
      };
      const more = from['supplemental_creds'];
      const list = Array.isArray(more) ? (more as readonly Value[]).map(one) : undefined;
      return {
        type: 'remoteGuard',
        logonCredential: one(from['logon_cred']),
        ...has('supplementalCredentials', list !== undefined && list.length > 0 ? list : undefined),
      };
    }
    default:
      throw new RangeError(`credentials of type ${credentials?.type ?? 'none'} cannot be written`);
  }
}

function negoTokens(value: Value | undefined): readonly Uint8Array[] | undefined {
  const list: readonly (Value | undefined)[] = Array.isArray(value) ? (value as readonly Value[]) : [value];
  const tokens = list.flatMap((item) => bytesOf(structureOf(item)?.properties['nego_token']) ?? []);
  return tokens.length === 0 ? undefined : tokens;
}

// --- the two directions

export interface UnpackOptions {
  /** The token around the structure is wanted. */
  readonly unwrap: boolean;
  readonly encoding: string;
}

/** Reads a structure of the vectors. @throws what our codec throws. */
export function unpack(structure: string, bytes: Uint8Array, options: UnpackOptions): Value {
  switch (structure) {
    case 'FileTime':
      return fileTime(bytes);
    case 'Version':
      return version(unpackVersion(bytes));
    case 'SingleHost':
      return singleHost(bytes);
    case 'TargetInfo':
      return targetInfo(readTargetInfo(bytes));
    case 'NTClientChallengeV2':
      return clientChallenge(bytes);
    case 'Negotiate':
      return negotiate(bytes, options.encoding);
    case 'Challenge':
      return challenge(bytes);
    case 'Authenticate':
      return authenticate(bytes);
    case 'GssChannelBindings':
      return channelBindings(bytes);
    case 'NegTokenInit':
    case 'NegTokenResp':
      return negToken(bytes);
    case 'InitialContextToken':
      return initialContext(bytes);
    case 'TSRequest': {
      const request = decodeTsRequest(bytes);
      return new Structure('TSRequest', {
        version: request.version,
        nego_tokens: orNull(request.negoTokens?.map((token) => new Structure('NegoData', { nego_token: token }))),
        auth_info: orNull(request.authInfo),
        pub_key_auth: orNull(request.pubKeyAuth),
        error_code: orNull(request.errorCode),
        client_nonce: orNull(request.clientNonce),
      });
    }
    case 'TSCredentials':
      return tsCredentials(decodeTsCredentials(bytes));
    case 'TSRemoteGuardCreds': {
      const wrapped = der(0x30, der(0xa0, der(0x02, Uint8Array.of(6))), der(0xa1, der(0x04, bytes)));
      return tsCredentials(decodeTsCredentials(wrapped)).properties['credentials'] ?? null;
    }
    case 'PAData':
      return padata(readPaData(der(0x30, bytes)));
    case 'KdcReqBody':
      return requestBody(readRequestBody(der(0x30, bytes)));
    default:
      if (!/^Krb|^Kerberos/.test(structure)) throw new Error(`no reader for ${structure}`);
      // A message may stand in the framing of GSSAPI.
      return bytes[0] === 0x60 && gssMechanismOf(bytes) !== undefined
        ? (initialContext(bytes).properties['token'] ?? null)
        : kerberos(readKerberosMessage(bytes));
  }
}

/** The source prints bindings; ours are only written, so they are read here. */
function channelBindings(bytes: Uint8Array): Structure {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const u32 = (): number => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const run = (): Uint8Array => {
    const length = u32();
    at += length;
    return bytes.slice(at - length, at);
  };
  const initiatorType = u32();
  const initiator = run();
  const acceptorType = u32();
  const acceptor = run();
  const application = run();
  const again = encodeChannelBindings({
    initiatorType,
    initiatorAddress: initiator,
    acceptorType,
    acceptorAddress: acceptor,
    applicationData: application,
  });
  if (!Buffer.from(again).equals(bytes)) throw new RangeError('the bindings do not come back as they were');
  return new Structure('GssChannelBindings', {
    initiator_addrtype: initiatorType,
    initiator_address: empty(initiator),
    acceptor_addrtype: acceptorType,
    acceptor_address: empty(acceptor),
    application_data: empty(application),
  });
}

/** A structure given by its fields, as the vectors nest them; packed where it has a form of its own. */
export function build(structure: string, fields: Fields): Structure {
  return new Structure(structure, fields, { pack: () => pack(structure, fields) });
}

/** Writes a structure of the vectors. */
export function pack(structure: string, fields: Fields): Uint8Array {
  const at = (index: number): number => numberOf(fields[`arg${index}`]) ?? 0;
  switch (structure) {
    case 'FileTime': {
      const ms = Date.UTC(at(0), at(1) - 1, at(2), at(3), at(4), at(5));
      return fileTimeOf(BigInt(ms) * 1000n + BigInt(at(6)), numberOf(fields['nanosecond']) ?? 0);
    }
    case 'from_datetime': {
      const text = textOf(fields['arg0'])?.replace('datetime:', '') ?? '';
      return fileTimeOf(BigInt(Date.parse(`${text}Z`)) * 1000n, numberOf(fields['ns']) ?? 0);
    }
    case 'Version':
      return packVersion(versionFrom(fields));
    case 'SingleHost':
      return packSingleHost(fields);
    case 'TargetInfo':
      return writeTargetInfo(targetInfoFrom(fields));
    case 'NTClientChallengeV2': {
      const info = structureOf(fields['av_pairs']);
      const pairs = info?.pack?.() ?? writeTargetInfo([]);
      const time = structureOf(fields['time_stamp'])?.pack?.() ?? new Uint8Array(8);
      const from = bytesOf(fields['client_challenge']) ?? new Uint8Array(8);
      if (from.length !== 8) throw new RangeError('a challenge has 8 bytes');
      return Buffer.concat([Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0), time, from, new Uint8Array(4), pairs]);
    }
    case 'Negotiate': {
      const encoding = textOf(fields['encoding']) === 'utf-8' ? 'utf8' : 'latin1';
      const text = (name: string): string | undefined => {
        const value = textOf(fields[name]);
        return value === undefined ? undefined : Buffer.from(value, encoding).toString('latin1');
      };
      const given = structureOf(fields['version']);
      return writeNegotiate({
        flags: numberOf(fields['flags']) ?? 0,
        ...has('domain', text('domain_name')),
        ...has('workstation', text('workstation')),
        ...(given === undefined ? {} : { version: versionFrom(given.properties) }),
      });
    }
    case 'Challenge': {
      const given = structureOf(fields['version']);
      const info = structureOf(fields['target_info']);
      const name = textOf(fields['target_name']);
      const server = bytesOf(fields['server_challenge']) ?? new Uint8Array(8);
      if (server.length !== 8) throw new RangeError('a challenge has 8 bytes');
      // The source's constructor sets the flags of what is there.
      const flags =
        (numberOf(fields['flags']) ?? 0) |
        (name === undefined ? 0 : NtlmFlag.RequestTarget) |
        (info === undefined ? 0 : NtlmFlag.TargetInfo) |
        (given === undefined ? 0 : NtlmFlag.Version);
      return writeChallenge({
        flags: flags >>> 0,
        serverChallenge: server,
        ...has('targetName', name),
        ...(info === undefined ? {} : { targetInfo: targetInfoFrom(info.properties) }),
        ...(given === undefined ? {} : { version: versionFrom(given.properties) }),
      });
    }
    case 'Authenticate':
      return packAuthenticate(fields);
    case 'GssChannelBindings':
      return encodeChannelBindings({
        ...has('initiatorType', numberOf(fields['initiator_addrtype'])),
        ...has('initiatorAddress', bytesOf(fields['initiator_address'])),
        ...has('acceptorType', numberOf(fields['acceptor_addrtype'])),
        ...has('acceptorAddress', bytesOf(fields['acceptor_address'])),
        ...has('applicationData', bytesOf(fields['application_data'])),
      });
    case 'NegTokenInit':
      return encodeNegTokenInit({
        mechTypes: (fields['mech_types'] ?? fields['arg0'] ?? []) as readonly string[],
        ...has('reqFlags', numberOf(fields['req_flags'] ?? fields['arg1'])),
        ...has('mechToken', bytesOf(fields['mech_token'] ?? fields['arg2'])),
        ...has('hintName', bytesOf(fields['hint_name'])),
        ...has('hintAddress', bytesOf(fields['hint_address'])),
        ...has('mechListMic', bytesOf(fields['mech_list_mic'])),
      });
    case 'NegTokenResp':
      return encodeNegTokenResp({
        ...has('state', numberOf(fields['neg_state'] ?? fields['arg0']) as NegStateValue | undefined),
        ...has('supportedMech', textOf(fields['supported_mech'] ?? fields['arg1'])),
        ...has('responseToken', bytesOf(fields['response_token'] ?? fields['arg2'])),
        ...has('mechListMic', bytesOf(fields['mech_list_mic'] ?? fields['arg3'])),
      });
    case 'InitialContextToken': {
      const mechanism = textOf(fields['this_mech'] ?? fields['arg0']) ?? '';
      const inner = bytesOf(fields['inner_context_token'] ?? fields['arg1']) ?? new Uint8Array(0);
      return der(0x60, derObjectIdentifier(mechanism), inner);
    }
    case 'TSRequest':
      return encodeTsRequest({
        version: numberOf(fields['version'] ?? fields['arg0']) ?? 0,
        ...has('negoTokens', negoTokens(fields['nego_tokens'])),
        ...has('authInfo', bytesOf(fields['auth_info'])),
        ...has('pubKeyAuth', bytesOf(fields['pub_key_auth'])),
        ...has('errorCode', numberOf(fields['error_code'])),
        ...has('clientNonce', bytesOf(fields['client_nonce'])),
      });
    case 'TSCredentials':
      return encodeTsCredentials(tsCredentialsFrom(fields));
    case 'TSRemoteGuardCreds': {
      const whole = encodeTsCredentials(tsCredentialsFrom({ credentials: build(structure, fields) }));
      const outer = new DerReader(whole, 'credentials').enter(0x30);
      outer.next();
      return outer.enter(0xa1).octets();
    }
    default:
      throw new Error(`no writer for ${structure}`);
  }
}

function packAuthenticate(fields: Fields): Uint8Array {
  const given = structureOf(fields['version']);
  const key = bytesOf(fields['encrypted_session_key'] ?? fields['encrypted_random_session_key']);
  const mic = bytesOf(fields['mic']) ?? new Uint8Array(16);
  if (mic.length !== 16) throw new RangeError('a MIC has 16 bytes');
  const flags =
    (numberOf(fields['flags']) ?? 0) |
    (key === undefined ? 0 : NtlmFlag.KeyExchange) |
    (given === undefined ? 0 : NtlmFlag.Version);
  return writeAuthenticate({
    flags: flags >>> 0,
    lmResponse: bytesOf(fields['lm_challenge_response']) ?? new Uint8Array(0),
    ntResponse: bytesOf(fields['nt_challenge_response']) ?? new Uint8Array(0),
    domain: textOf(fields['domain_name']) ?? '',
    user: textOf(fields['user_name'] ?? fields['username']) ?? '',
    workstation: textOf(fields['workstation']) ?? '',
    encryptedRandomSessionKey: key ?? new Uint8Array(0),
    ...(given === undefined ? {} : { version: versionFrom(given.properties) }),
    mic,
  });
}

export { ascii };
