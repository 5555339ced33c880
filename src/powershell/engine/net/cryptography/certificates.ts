/** X509Certificate2: what a certificate says of itself, from DER or PEM; collections of them and the system's roots. */
import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import fs from 'node:fs';
import { PSDateTime, PSList, type PSValue } from '../../../../protocol/objects/index.js';
import { formatDate, toLocal, UNIX_TICKS } from '../../text/date-format.js';
import { implement } from '../../values/bodies.js';
import { NetObject, unwrap } from '../../values/live.js';
import { defineType, requireType } from '../../values/net-type.js';
import { full } from '../files.js';
import {
  argumentNull,
  bytesOf,
  dataOf,
  enumOf,
  flag,
  flagsOf,
  items,
  net,
  notSupported,
  num,
  text,
  throwNet,
} from '../support.js';
import { type DerItem, derInside, derItems, derOid, DerProblem, derText, derTime } from './der.js';

const SPACE = 'System.Security.Cryptography';
const X509 = `${SPACE}.X509Certificates`;
const CERTIFICATE = `${X509}.X509Certificate2`;
const cryptographic = (message: string): Error => throwNet(`${SPACE}.CryptographicException`, message);

/** Short names of a distinguished name's parts, as .NET writes them. */
const PARTS: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'S',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'G',
  '1.2.840.113549.1.9.1': 'E',
  '0.9.2342.19200300.100.1.25': 'DC',
};
const FRIENDLY: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.5': 'sha1RSA',
  '1.2.840.113549.1.1.11': 'sha256RSA',
  '1.2.840.113549.1.1.12': 'sha384RSA',
  '1.2.840.113549.1.1.13': 'sha512RSA',
  '1.2.840.10045.2.1': 'ECC',
  '1.2.840.10045.4.3.2': 'sha256ECDSA',
  '1.2.840.10045.4.3.3': 'sha384ECDSA',
  '1.2.840.10045.4.3.4': 'sha512ECDSA',
  '2.5.29.14': 'X509v3 Subject Key Identifier',
  '2.5.29.15': 'X509v3 Key Usage',
  '2.5.29.17': 'X509v3 Subject Alternative Name',
  '2.5.29.19': 'X509v3 Basic Constraints',
  '2.5.29.35': 'X509v3 Authority Key Identifier',
  '2.5.29.37': 'X509v3 Extended Key Usage',
};
interface Name {
  readonly raw: Uint8Array;
  /** In the order of the certificate. */
  readonly parts: readonly (readonly [oid: string, value: string])[];
}
interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly raw: Uint8Array;
}
interface Certificate {
  readonly raw: Uint8Array;
  readonly version: number;
  readonly serial: string;
  readonly signature: string;
  readonly keyAlgorithm: string;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly extensions: readonly Extension[];
  readonly hasKey: boolean;
}
function nameOf(item: DerItem | undefined): Name {
  const parts = derInside(item).flatMap((set) =>
    derInside(set).map((pair): [string, string] => {
      const [oid, value] = derInside(pair);
      return [derOid(oid), value === undefined ? '' : derText(value)];
    }),
  );
  return { raw: item?.whole ?? new Uint8Array(0), parts };
}
const quoted = (value: string): string =>
  /[,+="\n<>#;]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
/** The last part first, as .NET prints a name. */
const nameText = ({ parts }: Name): string =>
  parts
    .toReversed()
    .map(([oid, value]) => `${PARTS[oid] ?? `OID.${oid}`}=${quoted(value)}`)
    .join(', ');
function read(raw: Uint8Array, hasKey: boolean): Certificate {
  try {
    const [body, algorithm] = derInside(derItems(raw)[0]);
    const fields = derInside(body);
    const versioned = fields[0]?.tag === 0xa0;
    const [serial, , issuer, validity, subject, key, ...rest] = versioned ? fields.slice(1) : fields;
    const [from, until] = derInside(validity);
    if (serial === undefined || from === undefined || until === undefined) throw new DerProblem('fields');
    const extensions = rest
      .filter(({ tag }) => tag === 0xa3)
      .flatMap((outer) => derInside(derInside(outer)[0]))
      .map((one): Extension => {
        const inner = derInside(one);
        return {
          oid: derOid(inner[0]),
          critical: inner.length > 2,
          raw: inner[inner.length - 1]?.content ?? new Uint8Array(0),
        };
      });
    return {
      raw: raw.slice(),
      version: versioned ? (derInside(fields[0])[0]?.content[0] ?? 0) + 1 : 1,
      serial: Buffer.from(serial.content)
        .toString('hex')
        .toUpperCase()
        .replace(/^00(?=.)/, ''),
      signature: derOid(derInside(algorithm)[0]),
      keyAlgorithm: derOid(derInside(derInside(key)[0])[0]),
      issuer: nameOf(issuer),
      subject: nameOf(subject),
      notBefore: derTime(from),
      notAfter: derTime(until),
      extensions,
      hasKey,
    };
  } catch (error) {
    if (error instanceof DerProblem) throw cryptographic('ASN1 corrupted data.');
    throw error;
  }
}
const PEM = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g;
const PKCS12 = 'PKCS#12 files (.pfx) are not available in this engine: give the certificate as PEM or DER.';
/** DER, or PEM with the first certificate in it. */
function decode(bytes: Uint8Array, hasKey = false): Certificate {
  const [pem] = Buffer.from(bytes).toString('latin1').matchAll(PEM);
  if (pem !== undefined) return read(Uint8Array.from(Buffer.from(pem[1] ?? '', 'base64')), hasKey);
  let version: DerItem | undefined;
  try {
    [version] = derInside(derItems(bytes)[0]);
  } catch (error) {
    if (error instanceof DerProblem) throw cryptographic('ASN1 corrupted data.');
    throw error;
  }
  // PKCS#12 begins with its version, a certificate with what is signed.
  if (version?.tag === 2) throw notSupported(PKCS12);
  return read(bytes, hasKey);
}
const NO_FILE = defineType('Interop+Crypto+OpenSslCryptographicException', {
  base: `${SPACE}.CryptographicException`,
});
const fileBytes = (path: string): Uint8Array => {
  if (!fs.existsSync(path)) throw throwNet(NO_FILE.fullName, 'error:10000080:BIO routines::no such file');
  return Uint8Array.from(fs.readFileSync(path));
};
const make = (of: Certificate): PSValue => net(CERTIFICATE, of);
const own = (self: PSValue): Certificate => {
  const of = dataOf<Certificate | undefined>(self);
  if (of === undefined) throw cryptographic('m_safeCertContext is an invalid handle.');
  return of;
};
const certificateIn = (value: PSValue | undefined): Certificate => {
  const inner = unwrap(value ?? null);
  if (inner instanceof NetObject && inner.type.fullName.startsWith(`${X509}.X509Certificate`)) return own(inner);
  throw argumentNull('certificate');
};
const date = (milliseconds: number): PSDateTime =>
  toLocal(new PSDateTime(UNIX_TICKS + BigInt(milliseconds) * 10_000n, 'Utc'));
const OID = `${SPACE}.Oid`;
const oid = (value: string): PSValue => net(OID, { value, name: FRIENDLY[value] ?? null });
interface Oid {
  readonly value: string | null;
  readonly name: string | null;
}
implement(OID, () => ({
  Value: (self) => dataOf<Oid>(self).value,
  FriendlyName: (self) => dataOf<Oid>(self).name,
  new: (_self, value, name) => {
    const given = value === undefined || value === null ? null : text(value);
    const known = given === null ? undefined : Object.entries(FRIENDLY).find(([, friendly]) => friendly === given)?.[0];
    return net<Oid>(OID, {
      value: known ?? given,
      name: name === undefined ? (FRIENDLY[known ?? given ?? ''] ?? null) : text(name),
    });
  },
}));
const thumbprint = (of: Certificate, algorithm = 'sha1'): string =>
  createHash(algorithm).update(of.raw).digest('hex').toUpperCase();
const dnsNames = (of: Certificate): string[] => {
  const names = of.extensions.find(({ oid: id }) => id === '2.5.29.17');
  return names === undefined
    ? []
    : derInside(derItems(names.raw)[0])
        .filter(({ tag }) => tag === 0x82)
        .map(({ content }) => Buffer.from(content).toString('latin1'));
};
const partOf = ({ parts }: Name, id: string): string | undefined => parts.find(([one]) => one === id)?.[1];
function nameInfo(of: Certificate, kind: string, issuer: boolean): string {
  const name = issuer ? of.issuer : of.subject;
  switch (kind) {
    case 'EmailName':
      return partOf(name, '1.2.840.113549.1.9.1') ?? '';
    case 'DnsName':
    case 'DnsFromAlternativeName':
      return (issuer ? undefined : dnsNames(of)[0]) ?? partOf(name, '2.5.4.3') ?? '';
    case 'SimpleName':
      return (
        partOf(name, '2.5.4.3') ??
        partOf(name, '2.5.4.11') ??
        partOf(name, '2.5.4.10') ??
        partOf(name, '1.2.840.113549.1.9.1') ??
        ''
      );
    default:
      return '';
  }
}
const pemText = (of: Certificate): string =>
  `-----BEGIN CERTIFICATE-----\n${(
    Buffer.from(of.raw)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END CERTIFICATE-----`;
const described = (of: Certificate): string =>
  [
    ['Subject', nameText(of.subject)],
    ['Issuer', nameText(of.issuer)],
    ['Serial Number', of.serial],
    ['Not Before', formatDate(date(of.notBefore))],
    ['Not After', formatDate(date(of.notAfter))],
    ['Thumbprint', thumbprint(of)],
  ]
    .map(([title = '', value = '']) => `[${title}]\n  ${value}\n`)
    .join('\n');
/** With the private key beside it, which must be one. */
function withKey(certificate: string, key: string): PSValue {
  try {
    if (!new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key)))
      throw throwNet(
        'System.ArgumentException',
        "The provided key does not match the public key for this certificate. (Parameter 'privateKey')",
      );
  } catch (error) {
    if (error instanceof Error && 'exception' in error) throw error;
    throw cryptographic(
      'The key contents do not contain a PEM, the content is malformed, or the key does not match the certificate.',
    );
  }
  return make(decode(Buffer.from(certificate), true));
}
const load = (source: PSValue | undefined): PSValue => {
  const inner = unwrap(source ?? null);
  if (inner === null) throw argumentNull('rawData');
  if (inner instanceof NetObject) return make(certificateIn(inner));
  return make(decode(typeof inner === 'string' ? fileBytes(full(inner)) : bytesOf(inner)));
};
const common = {
  Subject: (self: PSValue): PSValue => nameText(own(self).subject),
  Issuer: (self: PSValue): PSValue => nameText(own(self).issuer),
  SerialNumber: (self: PSValue): PSValue => own(self).serial,
  GetSerialNumberString: (self: PSValue): PSValue => own(self).serial,
  GetCertHashString: (self: PSValue, algorithm?: PSValue): PSValue =>
    thumbprint(own(self), algorithm === undefined ? 'sha1' : text(algorithm).toLowerCase().replace('-', '')),
  GetCertHash: (self: PSValue): PSValue => Uint8Array.from(createHash('sha1').update(own(self).raw).digest()),
  GetRawCertData: (self: PSValue): PSValue => own(self).raw.slice(),
  GetRawCertDataString: (self: PSValue): PSValue => Buffer.from(own(self).raw).toString('hex').toUpperCase(),
  GetExpirationDateString: (self: PSValue): PSValue => formatDate(date(own(self).notAfter)),
  GetEffectiveDateString: (self: PSValue): PSValue => formatDate(date(own(self).notBefore)),
  GetKeyAlgorithm: (self: PSValue): PSValue => own(self).keyAlgorithm,
  GetIssuerName: (self: PSValue): PSValue => nameText(own(self).issuer),
  GetName: (self: PSValue): PSValue => nameText(own(self).subject),
  'Export(System.Security.Cryptography.X509Certificates.X509ContentType)': (self: PSValue, kind: PSValue): PSValue => {
    if (flagsOf(kind) !== 1) throw notSupported(PKCS12);
    return own(self).raw.slice();
  },
  Equals: (self: PSValue, other: PSValue): PSValue => {
    const inner = unwrap(other);
    return (
      inner instanceof NetObject &&
      inner.type.fullName.startsWith(`${X509}.X509Certificate`) &&
      thumbprint(own(inner)) === thumbprint(own(self))
    );
  },
  Dispose: (): undefined => undefined,
  Reset: (): undefined => undefined,
};
implement(`${X509}.X509Certificate`, () => ({
  ...common,
  'static CreateFromCertFile': (_self, path) => load(path),
  new: (_self, source) => load(source),
}));
implement(CERTIFICATE, () => ({
  Thumbprint: (self) => thumbprint(own(self)),
  NotBefore: (self) => date(own(self).notBefore),
  NotAfter: (self) => date(own(self).notAfter),
  Version: (self) => own(self).version,
  RawData: (self) => own(self).raw.slice(),
  HasPrivateKey: (self) => own(self).hasKey,
  FriendlyName: () => '',
  Archived: () => false,
  SignatureAlgorithm: (self) => oid(own(self).signature),
  PublicKey: (self) => net(`${X509}.PublicKey`, own(self)),
  SubjectName: (self) => net(`${X509}.X500DistinguishedName`, own(self).subject),
  IssuerName: (self) => net(`${X509}.X500DistinguishedName`, own(self).issuer),
  Extensions: (self) =>
    new PSList(
      own(self).extensions.map((one) => net(`${X509}.X509Extension`, one)),
      'LST',
      { typeNames: requireType(`${X509}.X509ExtensionCollection`).typeNames },
    ),
  GetNameInfo: (self, kind, issuer) => nameInfo(own(self), text(kind), flag(issuer)),
  ExportCertificatePem: (self) => pemText(own(self)),
  Verify: () => {
    throw notSupported('Building the chain of a certificate is not available in this engine.');
  },
  ToString: (self) => described(own(self)),
  'static CreateFromPem(System.ReadOnlySpan[char])': (_self, pem) => make(decode(Buffer.from(text(pem)))),
  'static CreateFromPem(System.ReadOnlySpan[char], System.ReadOnlySpan[char])': (_self, pem, key) =>
    withKey(text(pem), text(key)),
  'static CreateFromPemFile': (_self, path, key) => {
    const pem = Buffer.from(fileBytes(full(path))).toString('latin1');
    return withKey(pem, key === undefined || key === null ? pem : Buffer.from(fileBytes(full(key))).toString('latin1'));
  },
  'static GetCertContentType': () => enumOf(`${X509}.X509ContentType`, 'Cert'),
  new: (_self, source) => (source === undefined ? net(CERTIFICATE, undefined) : load(source)),
}));
implement(`${X509}.X509CertificateLoader`, () => ({
  'static LoadCertificate(byte[])': (_self, bytes) => load(bytes),
  'static LoadCertificateFromFile': (_self, path) => load(path),
}));
implement(`${X509}.PublicKey`, () => ({ Oid: (self) => oid(dataOf<Certificate>(self).keyAlgorithm) }));
implement(`${X509}.X500DistinguishedName`, () => ({
  Name: (self) => nameText(dataOf<Name>(self)),
  RawData: (self) => dataOf<Name>(self).raw.slice(),
  Decode: (self) => nameText(dataOf<Name>(self)),
  ToString: () => `${X509}.X500DistinguishedName`,
}));
implement(`${X509}.X509ExtensionCollection`, () => ({
  Count: (self) => listOf(self).length,
  get_Item: (self, key) =>
    (typeof key === 'number'
      ? listOf(self)[key]
      : listOf(self).find((one) => dataOf<Extension>(one).oid === text(key))) ?? null,
}));
implement(`${X509}.X509Extension`, () => ({ Critical: (self) => dataOf<Extension>(self).critical }));
implement(`${SPACE}.AsnEncodedData`, () => ({
  Oid: (self) => oid(dataOf<Extension>(self).oid),
  RawData: (self) => dataOf<Extension>(self).raw.slice(),
}));

// ------------------------------------------------------------------ collections and stores

const COLLECTION = `${X509}.X509Certificate2Collection`;
const collection = (list: PSValue[]): PSList =>
  new PSList(list, 'LST', { typeNames: requireType(COLLECTION).typeNames });
const listOf = (self: PSValue): PSValue[] => {
  const inner = unwrap(self);
  if (inner instanceof PSList) return inner.items;
  throw argumentNull('certificates');
};
function matches(of: Certificate, kind: string, value: PSValue): boolean {
  const wanted = text(value).toLowerCase();
  switch (kind) {
    case 'FindByThumbprint':
      return thumbprint(of).toLowerCase() === wanted;
    case 'FindBySubjectName':
      return of.subject.parts.some(([, part]) => part.toLowerCase().includes(wanted));
    case 'FindBySubjectDistinguishedName':
      return nameText(of.subject).toLowerCase() === wanted;
    case 'FindByIssuerName':
      return of.issuer.parts.some(([, part]) => part.toLowerCase().includes(wanted));
    case 'FindByIssuerDistinguishedName':
      return nameText(of.issuer).toLowerCase() === wanted;
    case 'FindBySerialNumber':
      return of.serial.toLowerCase() === wanted.replace(/^0+/, '') || of.serial.toLowerCase() === wanted;
    default:
      throw notSupported(`${kind} is not available in this engine.`);
  }
}
implement(COLLECTION, () => ({
  Count: (self) => listOf(self).length,
  get_Item: (self, at) => listOf(self)[num(at)] ?? null,
  Add: (self, one) => {
    certificateIn(one);
    listOf(self).push(one);
    return listOf(self).length - 1;
  },
  AddRange: (self, list) => {
    listOf(self).push(...items(list));
    return undefined;
  },
  Contains: (self, one) => listOf(self).some((each) => thumbprint(own(each)) === thumbprint(certificateIn(one))),
  Remove: (self, one) => {
    const at = listOf(self).findIndex((each) => thumbprint(own(each)) === thumbprint(certificateIn(one)));
    if (at >= 0) listOf(self).splice(at, 1);
    return undefined;
  },
  Clear: (self) => {
    listOf(self).length = 0;
    return undefined;
  },
  Find: (self, kind, value, valid) => {
    const now = Date.now();
    return collection(
      listOf(self).filter((one) => {
        const of = own(one);
        return matches(of, text(kind), value) && (!flag(valid) || (of.notBefore <= now && of.notAfter >= now));
      }),
    );
  },
  'Import(string)': (self, path) => {
    listOf(self).push(...all(fileBytes(full(path))));
    return undefined;
  },
  'Import(byte[])': (self, bytes) => {
    listOf(self).push(...all(bytesOf(bytes)));
    return undefined;
  },
  ImportFromPemFile: (self, path) => {
    listOf(self).push(...all(fileBytes(full(path))));
    return undefined;
  },
  ImportFromPem: (self, pem) => {
    listOf(self).push(...all(Buffer.from(text(pem))));
    return undefined;
  },
  'new()': () => collection([]),
  'new(System.Security.Cryptography.X509Certificates.X509Certificate2)': (_self, one) => collection([one]),
}));
/** All certificates of a PEM text, or the one of DER. */
function all(bytes: Uint8Array): PSValue[] {
  const found = [...Buffer.from(bytes).toString('latin1').matchAll(PEM)];
  if (found.length === 0) return [make(decode(bytes))];
  return found.map((one) => make(read(Uint8Array.from(Buffer.from(one[1] ?? '', 'base64')), false)));
}
interface Store {
  readonly name: string;
  readonly location: 'CurrentUser' | 'LocalMachine';
  open: boolean;
}
const store = (self: PSValue): Store => dataOf<Store>(self);
/** Where Unix systems keep their roots, the first that is there. */
const ROOTS = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/cert.pem'];
const isRoot = ({ name }: Store): boolean => /^root$/i.test(name);
const refuseChange = (): never => {
  throw notSupported('Certificate stores cannot be changed in this engine.');
};
implement(`${X509}.X509Store`, () => ({
  Name: (self) => store(self).name,
  Location: (self) => enumOf(`${X509}.StoreLocation`, store(self).location),
  IsOpen: (self) => store(self).open,
  Open: (self) => {
    const of = store(self);
    if (of.location === 'LocalMachine' && !/^(?:root|ca|certificateauthority)$/i.test(of.name))
      throw cryptographic('Unix LocalMachine X509Store is limited to the Root and CertificateAuthority stores.');
    of.open = true;
    return undefined;
  },
  Certificates: (self) => {
    const of = store(self);
    const place = of.open && isRoot(of) ? ROOTS.find((path) => fs.existsSync(path)) : undefined;
    return collection(place === undefined ? [] : all(Uint8Array.from(fs.readFileSync(place))));
  },
  Add: refuseChange,
  AddRange: refuseChange,
  Remove: refuseChange,
  Close: (self) => {
    store(self).open = false;
    return undefined;
  },
  Dispose: (self) => {
    store(self).open = false;
    return undefined;
  },
  new: (_self, ...args) => {
    const words = args.map((one) => text(one));
    const location = words.find((word) => word === 'LocalMachine' || word === 'CurrentUser');
    const name = words.find((word) => word !== location) ?? 'MY';
    return net<Store>(`${X509}.X509Store`, {
      name,
      location: location === 'LocalMachine' ? 'LocalMachine' : 'CurrentUser',
      open: false,
    });
  },
}));
