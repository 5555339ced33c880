/**
 * A Kerberos realm of our own: MIT's KDC on a free loopback port, with its database, its configuration and its keytab in
 * one folder. Nothing of the machine's Kerberos configuration is read or written.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { capture } from '../endpoint-process.js';
import { freePort, untilListening } from './ports.js';

export const REALM = 'PSSESSION.TEST';
const TOOLS = ['/usr/sbin/krb5kdc', '/usr/sbin/kdb5_util', '/usr/sbin/kadmin.local'];

export interface Realm extends AsyncDisposable {
  readonly keytab: string;
  /** What every program of this realm needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  kinit(user: string, password: string): Promise<void>;
  kdestroy(): Promise<void>;
  kadmin(query: string): Promise<void>;
}

/** Undefined: the KDC is not installed. */
export function realmProblem(): string | undefined {
  const missing = TOOLS.filter((file) => !existsSync(file));
  return missing.length === 0 ? undefined : 'krb5-kdc and krb5-admin-server are not installed';
}

export async function startRealm(
  folder: string,
  users: Readonly<Record<string, string>>,
  services: readonly string[],
  /** The only kind of key that the realm uses. Default: AES with SHA-1 of both lengths. */
  keyType?: string,
): Promise<Realm> {
  await mkdir(folder, { recursive: true });
  const file = (name: string): string => path.join(folder, name);
  const port = await freePort();
  const only =
    keyType === undefined ? '' : `  permitted_enctypes = ${keyType}\n  allow_weak_crypto = true\n  allow_rc4 = true\n`;
  const kinds = keyType === undefined ? ['aes256-cts-hmac-sha1-96', 'aes128-cts-hmac-sha1-96'] : [keyType];
  await writeFile(
    file('krb5.conf'),
    `[libdefaults]
  default_realm = ${REALM}
  dns_lookup_kdc = false
  dns_lookup_realm = false
  dns_canonicalize_hostname = false
  rdns = false
  udp_preference_limit = 1
  forwardable = true
${only}[realms]
  ${REALM} = {
    kdc = 127.0.0.1:${port}
  }
[domain_realm]
  localhost = ${REALM}
`,
  );
  await writeFile(
    file('kdc.conf'),
    `[kdcdefaults]
  kdc_listen = 127.0.0.1:${port}
  kdc_tcp_listen = 127.0.0.1:${port}
[realms]
  ${REALM} = {
    database_name = ${file('principal')}
    key_stash_file = ${file('stash')}
    acl_file = ${file('kadm5.acl')}
    supported_enctypes = ${kinds.map((kind) => `${kind}:normal`).join(' ')}
    master_key_type = ${kinds[0]}
  }
`,
  );
  const environment = {
    KRB5_CONFIG: file('krb5.conf'),
    KRB5_KDC_PROFILE: file('kdc.conf'),
    KRB5CCNAME: `FILE:${file('cache')}`,
    KRB5RCACHEDIR: folder,
    KRB5_KTNAME: `FILE:${file('keytab')}`,
  };
  const env = { ...process.env, ...environment };
  const tool = async (program: string, args: readonly string[], input?: string): Promise<void> => {
    const result = await capture(program, args, { env, limitMs: 30_000, ...(input === undefined ? {} : { input }) });
    if (result.code !== 0) throw new Error(`${program} ${args[0] ?? ''} failed: ${result.stderr}${result.stdout}`);
  };
  const kadmin = (query: string): Promise<void> => tool('/usr/sbin/kadmin.local', ['-r', REALM, '-q', query]);
  await tool('/usr/sbin/kdb5_util', ['-r', REALM, 'create', '-s', '-P', 'master-of-a-test']);
  for (const [user, password] of Object.entries(users)) await kadmin(`addprinc -pw ${password} ${user}`);
  for (const service of services) {
    await kadmin(`addprinc -randkey ${service}`);
    await kadmin(`ktadd -k ${file('keytab')} ${service}`);
  }
  const kdc = spawn('/usr/sbin/krb5kdc', ['-n', '-r', REALM, '-P', file('pid')], { env, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => kdc.once('exit', () => resolve()));
  await untilListening(port);
  return {
    keytab: file('keytab'),
    environment,
    kadmin,
    kinit: (user, password) => tool('kinit', [`${user}@${REALM}`], `${password}\n`),
    kdestroy: () => tool('kdestroy', ['-A']),
    async [Symbol.asyncDispose]() {
      kdc.kill('SIGTERM');
      await ended;
    },
  };
}
