/** Certificates for a test: an authority, a server's certificate for `localhost` and more names, and a client's. */
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TestCertificates extends Disposable {
  readonly folder: string;
  readonly authorityFile: string;
  readonly certificateFile: string;
  readonly keyFile: string;
  /** SHA-1, as Windows shows it. */
  readonly clientThumbprint: string;
  /** The folder that PSSESSION_CERTIFICATES names. */
  readonly clientFolder: string;
}

export function makeCertificates(serverNames: readonly string[]): TestCertificates {
  const folder = mkdtempSync(path.join(tmpdir(), 'pssession-certificates-'));
  const file = (name: string): string => path.join(folder, name);
  const openssl = (...args: string[]): void =>
    void execFileSync('openssl', args, { stdio: 'ignore', cwd: folder, timeout: 20_000 });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Lab Authority');
  const issue = (name: string, subject: string, extensions: string): void => {
    writeFileSync(file(`${name}.ext`), extensions);
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', subject);
    const request = ['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
    openssl(...request, '-out', `${name}.crt`, '-days', '2', '-extfile', `${name}.ext`);
  };
  issue(
    'server',
    '/CN=localhost',
    `subjectAltName=${['localhost', ...serverNames].map((name) => `DNS:${name}`).join(',')},IP:127.0.0.1\n`,
  );
  issue('client', '/CN=me', 'extendedKeyUsage=clientAuth\n');
  const clientFolder = mkdtempSync(path.join(folder, 'clients-'));
  const pem = readFileSync(file('client.crt'), 'utf8');
  writeFileSync(path.join(clientFolder, 'me.pem'), pem + readFileSync(file('client.key'), 'utf8'), { mode: 0o600 });
  chmodSync(path.join(clientFolder, 'me.pem'), 0o600);
  return {
    folder,
    authorityFile: file('ca.pem'),
    certificateFile: file('server.crt'),
    keyFile: file('server.key'),
    clientThumbprint: new X509Certificate(pem).fingerprint.replaceAll(':', ''),
    clientFolder,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Whether this machine has the openssl program; without it the tests that need it say so. */
export const opensslAvailable = ((): boolean => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    console.warn('certificates: SKIPPED, the program openssl cannot be started');
    return false;
  }
})();
