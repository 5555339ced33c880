/** Our endpoint with every mechanism, in this process, on http and https. */
import path from 'node:path';
import { Endpoint, UsersFile, type AuditRecord } from '../../../../src/server/index.js';
import type { Certificates } from './certificates.js';
import { REALM, type Realm } from './realm.js';

export const USER = 'tester';
/** ASCII: kadmin takes it from a command line. */
export const PASSWORD = 'Passw0rd-of-the-test';

export interface OurEndpoint extends AsyncDisposable {
  readonly http: number;
  readonly https: number;
  readonly users: UsersFile;
  /** Audit records since the last call. */
  takeAudit(): readonly AuditRecord[];
}

export async function startOurEndpoint(
  folder: string,
  certificates: Certificates,
  realm: Realm | undefined,
): Promise<OurEndpoint> {
  const users = new UsersFile(path.join(folder, 'users.json'), { cost: { ln: 10, r: 8, p: 1 } });
  await users.add(USER, PASSWORD, { administrator: true, groups: ['testers'] }, { ntlm: true, digest: true });
  let audit: AuditRecord[] = [];
  const endpoint = await Endpoint.start({
    users,
    machineName: 'localhost',
    failedLoginDelayMs: 0,
    listeners: [
      { port: 0 },
      {
        port: 0,
        tls: {
          certificateFile: certificates.serverCertificate,
          keyFile: certificates.serverKey,
          clientCertificateAuthority: certificates.authority,
        },
      },
    ],
    authentication: {
      digest: true,
      credssp: true,
      certificates: [{ user: USER, subject: `${USER}@pssession.test`, issuer: 'authority' }],
      lockout: { failures: 0, durationMs: 0, per: 'userAndAddress' },
      ...(realm === undefined ? {} : { kerberos: { keytab: realm.keytab, localRealms: [REALM] } }),
    },
    audit: (record) => {
      audit.push(record);
    },
  });
  const [http, https] = endpoint.addresses;
  return {
    http: http?.port ?? 0,
    https: https?.port ?? 0,
    users,
    takeAudit: () => {
      const taken = audit;
      audit = [];
      return taken;
    },
    [Symbol.asyncDispose]: () => endpoint.close({ drainMs: 0 }),
  };
}
