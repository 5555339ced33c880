/**
 * Client certificates of people: a folder of PEM and PKCS#12 files, found by thumbprint as `-CertificateThumbprint` names
 * them. The folder is PSSESSION_CERTIFICATES, else `certificates` in the configuration folder.
 *
 *     alice.pem               certificate and key in one file, or
 *     alice.pem + alice.key   the key beside it, under the same name
 *     alice.pfx, alice.p12    PKCS#12
 *
 * A passphrase comes from PSSESSION_CERTIFICATE_PASSPHRASE. Keys have to be private to their owner.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Duplex } from 'node:stream';
import { createSecureContext, TLSSocket } from 'node:tls';
import { ArgumentError } from '../../protocol/errors/index.js';
import type { ClientCertificateFiles } from './http-socket.js';

type Environment = Readonly<Record<string, string | undefined>>;
const MAX_FILE_BYTES = 1024 * 1024;

export function certificateFolder(environment: Environment = process.env): string {
  const named = environment['PSSESSION_CERTIFICATES'];
  if (named !== undefined && named !== '') return path.resolve(named);
  const home = environment['HOME'] ?? environment['USERPROFILE'] ?? homedir();
  const configuration =
    process.platform === 'win32'
      ? (environment['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'))
      : (environment['XDG_CONFIG_HOME'] ?? path.join(home, '.config'));
  return path.join(configuration, 'pssession', 'certificates');
}

/** Hexadecimal, without blanks and colons, lower case. SHA-1 as Windows shows it, or SHA-256. */
const normal = (thumbprint: string): string => thumbprint.replace(/[\s:\u200e]/g, '').toLowerCase();

/**
 * @throws {ArgumentError} `CertificateNotFound`: no certificate of the folder has this thumbprint, or it cannot be used;
 * the text says what is there.
 */
export function findClientCertificate(
  thumbprint: string,
  environment: Environment = process.env,
): ClientCertificateFiles {
  const wanted = normal(thumbprint);
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(wanted))
    throw refuse(thumbprint, 'a thumbprint has 40 hexadecimal digits (SHA-1), or 64 (SHA-256)');
  const folder = certificateFolder(environment);
  const passphrase = environment['PSSESSION_CERTIFICATE_PASSPHRASE'];
  const problems: string[] = [];
  for (const name of list(folder)) {
    const file = path.join(folder, name);
    try {
      const found = readClientCertificate(file, passphrase);
      const { certificate } = found;
      if ([certificate.fingerprint, certificate.fingerprint256].some((print) => normal(print) === wanted)) {
        if (Date.parse(certificate.validTo) < Date.now()) throw new Error(`it expired on ${certificate.validTo}`);
        return found.files;
      }
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const more = problems.length === 0 ? '' : ` These cannot be used: ${problems.slice(0, 5).join('; ')}.`;
  throw refuse(thumbprint, `no certificate in '${folder}' has it.${more}`);
}

/** @param file PEM with certificate and key, PEM with a `.key` file beside it, or PKCS#12. */
export function readClientCertificate(
  file: string,
  passphrase?: string,
): { readonly certificate: X509Certificate; readonly files: ClientCertificateFiles } {
  const secret = passphrase === undefined || passphrase === '' ? {} : { passphrase };
  if (/\.(?:pfx|p12)$/i.test(file)) {
    const pfx = readPrivate(file);
    const socket = new TLSSocket(new Duplex(), { secureContext: createSecureContext({ pfx, ...secret }) });
    const certificate = socket.getX509Certificate();
    socket.destroy();
    if (certificate === undefined) throw new Error('it holds no certificate');
    return { certificate, files: { pfx, ...secret } };
  }
  const text = readFileSync(file, 'utf8');
  if (!text.includes('-----BEGIN CERTIFICATE')) throw new Error('it holds no certificate');
  const key = text.includes('PRIVATE KEY-----')
    ? readPrivate(file).toString('utf8')
    : readPrivate(file.replace(/\.[^.]+$/, '.key')).toString('utf8');
  const certificate = new X509Certificate(text);
  if (!certificate.checkPrivateKey(createPrivateKey({ key, ...secret })))
    throw new Error('its private key belongs to another certificate');
  return { certificate, files: { certificate: text, key, ...secret } };
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /\.(?:pem|crt|cer|pfx|p12)$/i.test(name));
  } catch {
    return [];
  }
}

function readPrivate(file: string): Buffer {
  const { mode, size } = statSync(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Error(`the key in ${path.basename(file)} can be read by others (chmod 600)`);
  if (size > MAX_FILE_BYTES) throw new Error('it is too large');
  return readFileSync(file);
}

function refuse(thumbprint: string, why: string): ArgumentError {
  return new ArgumentError(
    'CertificateThumbprint',
    `The certificate '${thumbprint.slice(0, 100)}' cannot be used: ${why}`,
    { errorId: 'CertificateNotFound', category: 'ObjectNotFound', targetObject: thumbprint },
  );
}
