/** Certificates for one run, made by the openssl program: an authority, a server, clients, and another authority. */
import { X509Certificate } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { capture } from '../endpoint-process.js';

export interface Certificates {
  readonly folder: string;
  readonly authority: string;
  readonly serverCertificate: string;
  readonly serverKey: string;
  /** A folder as PSSESSION_CERTIFICATES names it. */
  readonly clientFolder: string;
  readonly thumbprints: Readonly<Record<'pem' | 'pfx' | 'foreign', string>>;
  readonly clientPem: string;
  readonly clientKey: string;
}

export const PFX_PASSPHRASE = 'pfx-pass-phrase';

export async function makeCertificates(folder: string, user: string): Promise<Certificates> {
  const clientFolder = path.join(folder, 'clients');
  await mkdir(clientFolder, { recursive: true });
  const file = (name: string): string => path.join(folder, name);
  const client = (name: string): string => path.join(clientFolder, name);
  const openssl = async (...args: readonly string[]): Promise<void> => {
    const made = await capture('openssl', args);
    if (made.code !== 0) throw new Error(`openssl ${args[0] ?? ''} failed: ${made.stderr}`);
  };
  const authority = (name: string): Promise<void> =>
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
      '-addext',
      'basicConstraints=critical,CA:TRUE',
      '-keyout',
      file(`${name}.key`),
      '-out',
      file(`${name}.pem`),
    );
  const signed = async (by: string, subject: string, extension: string, key: string, cert: string): Promise<void> => {
    await openssl('req', '-newkey', 'rsa:2048', '-nodes', '-subj', subject, '-keyout', key, '-out', file('request'));
    await writeFile(file('extension'), extension);
    await openssl(
      'x509',
      '-req',
      '-in',
      file('request'),
      '-CA',
      file(`${by}.pem`),
      '-CAkey',
      file(`${by}.key`),
      '-CAcreateserial',
      '-days',
      '2',
      '-sha256',
      '-extfile',
      file('extension'),
      '-out',
      cert,
    );
    await chmod(key, 0o600);
  };
  await authority('authority');
  await authority('foreign');
  await signed(
    'authority',
    '/CN=localhost',
    'subjectAltName=DNS:localhost,IP:127.0.0.1\n',
    file('server.key'),
    file('server.pem'),
  );
  const upn = `extendedKeyUsage=clientAuth\nsubjectAltName=otherName:1.3.6.1.4.1.311.20.2.3;UTF8:${user}@pssession.test\n`;
  await signed('authority', `/CN=${user}`, upn, client('one.key'), client('one.pem'));
  await signed('foreign', `/CN=${user}`, upn, client('foreign.key'), client('foreign.pem'));
  await signed('authority', `/CN=${user}-pfx`, upn, file('two.key'), file('two.pem'));
  await openssl(
    'pkcs12',
    '-export',
    '-in',
    file('two.pem'),
    '-inkey',
    file('two.key'),
    '-passout',
    `pass:${PFX_PASSPHRASE}`,
    '-out',
    client('two.pfx'),
  );
  await chmod(client('two.pfx'), 0o600);
  const print = async (name: string): Promise<string> =>
    new X509Certificate(await readFile(name)).fingerprint.replaceAll(':', '');
  return {
    folder,
    authority: file('authority.pem'),
    serverCertificate: file('server.pem'),
    serverKey: file('server.key'),
    clientFolder,
    clientPem: client('one.pem'),
    clientKey: client('one.key'),
    thumbprints: {
      pem: await print(client('one.pem')),
      pfx: await print(file('two.pem')),
      foreign: await print(client('foreign.pem')),
    },
  };
}
