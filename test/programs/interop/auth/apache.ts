/** Apache's httpd as a server that is not ours, for the mechanisms that GSSAPI has not: Basic, Digest, certificates. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Certificates } from './certificates.js';
import { freePort, untilListening } from './ports.js';

const PROGRAM = '/usr/sbin/apache2';
const MODULES = '/usr/lib/apache2/modules';
const LOADED = 'mpm_event authn_core authn_file authz_core authz_user auth_basic auth_digest ssl socache_shmcb unixd';
export const APACHE_REALM = 'WSMAN';

export interface Apache extends AsyncDisposable {
  readonly http: number;
  readonly https: number;
}

export const apacheProblem = (): string | undefined =>
  existsSync(PROGRAM) ? undefined : 'apache2-bin is not installed';

/** Paths `/basic`, `/digest` and `/certificate`; each answers a POST with `hello` to those who are let in. */
export async function startApache(
  folder: string,
  certificates: Certificates,
  user: string,
  password: string,
): Promise<Apache> {
  const root = path.join(folder, 'root');
  await mkdir(root, { recursive: true });
  for (const name of ['basic', 'digest', 'certificate']) await writeFile(path.join(root, name), 'hello');
  const file = (name: string): string => path.join(folder, name);
  const sha1 = createHash('sha1').update(password).digest('base64');
  const md5 = createHash('md5').update(`${user}:${APACHE_REALM}:${password}`).digest('hex');
  await writeFile(file('htpasswd'), `${user}:{SHA}${sha1}\n`);
  await writeFile(file('htdigest'), `${user}:${APACHE_REALM}:${md5}\n`);
  const [http, https] = [await freePort(), await freePort()];
  await writeFile(
    file('httpd.conf'),
    `ServerRoot ${folder}
ServerName localhost
PidFile ${file('pid')}
ErrorLog ${file('error.log')}
Mutex file:${folder}
DefaultRuntimeDir ${folder}
${LOADED.split(' ')
  .filter((name) => existsSync(`${MODULES}/mod_${name}.so`))
  .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
  .join('\n')}
User www-data
Group www-data
Listen 127.0.0.1:${http}
Listen 127.0.0.1:${https}
DocumentRoot ${root}
KeepAlive On
<Directory ${root}>
  Require all granted
</Directory>
<Location /basic>
  AuthType Basic
  AuthName "${APACHE_REALM}"
  AuthUserFile ${file('htpasswd')}
  Require valid-user
</Location>
<Location /digest>
  AuthType Digest
  AuthName "${APACHE_REALM}"
  AuthDigestProvider file
  AuthUserFile ${file('htdigest')}
  Require valid-user
</Location>
<VirtualHost 127.0.0.1:${https}>
  ServerName localhost
  DocumentRoot ${root}
  SSLEngine on
  SSLCertificateFile ${certificates.serverCertificate}
  SSLCertificateKeyFile ${certificates.serverKey}
  SSLCACertificateFile ${certificates.authority}
  <Location /certificate>
    SSLVerifyClient require
    SSLVerifyDepth 2
  </Location>
</VirtualHost>
`,
  );
  const child = spawn(PROGRAM, ['-X', '-f', file('httpd.conf')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await untilListening(http);
  } catch {
    child.kill('SIGKILL');
    throw new Error(`apache2 does not start: ${errors}`);
  }
  return {
    http,
    https,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(hard);
    },
  };
}
