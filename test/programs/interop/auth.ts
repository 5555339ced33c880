/**
 * `npm run interop auth`: who can log in to whom. Mechanism x (http, https) x (our client with our server, our client
 * with servers that are not ours, clients that are not ours with our server). Everything runs on loopback, in a folder of
 * its own: MIT's KDC with a realm of the test, MIT's GSSAPI and gss-ntlmssp behind a small Python server, Apache, curl,
 * python-gssapi, pypsrp and pyspnego (PSSESSION_PYPSRP, PSSESSION_PYSPNEGO), pywinrm.
 *
 * Our own ports stand behind a relay that records: a cell that is protected passes only when neither the password, nor
 * its hash, nor a plain envelope can be read from the wire.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ntowfv1 } from '../../../src/protocol/auth/index.js';
import { apacheProblem, startApache } from './auth/apache.js';
import { makeCertificates, PFX_PASSPHRASE, type Certificates } from './auth/certificates.js';
import { Matrix, MECHANISMS, type Mechanism, type Transport } from './auth/matrix.js';
import { postAsOurClient, runOurClient, runScript, type Login } from './auth/our-client.js';
import { PASSWORD, startOurEndpoint, USER, type OurEndpoint } from './auth/our-endpoint.js';
import { readable, Relay } from './auth/ports.js';
import { REALM, realmProblem, startRealm, type Realm } from './auth/realm.js';
import { sshdAvailable, startSshd } from '../../support/sshd.js';
import { capture, MAIN, PYTHON, pythonHas } from './endpoint-process.js';
import type { PeerCase, PeerReport } from './report.js';

const TRANSPORTS: readonly Transport[] = ['http', 'https'];
const IDENTIFY =
  '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:wsmid="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>';
const CERTIFICATE_HEADER = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual';

/** What nobody may read from a protected wire. */
const SECRETS = {
  'the password': PASSWORD,
  'the NT hash': Buffer.from(ntowfv1(PASSWORD)),
  'the Digest secret': createHash('md5').update(`${USER}:WSMAN:${PASSWORD}`).digest(),
};

interface Scene {
  readonly folder: string;
  readonly certificates: Certificates;
  readonly realm: Realm | undefined;
  readonly endpoint: OurEndpoint;
  readonly relays: Readonly<Record<Transport, Relay>>;
  readonly matrix: Matrix;
  readonly env: NodeJS.ProcessEnv;
}

export async function auth(): Promise<PeerReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-auth-'));
  await chmod(folder, 0o755); // Apache drops its rights
  const before = { ...process.env };
  try {
    const problem = realmProblem();
    await using realm =
      problem === undefined
        ? await startRealm(path.join(folder, 'realm'), { [USER]: PASSWORD }, [`HTTP/localhost`, `host/localhost`])
        : undefined;
    const certificates = await makeCertificates(path.join(folder, 'certificates'), USER);
    const ntlmUsers = path.join(folder, 'ntlm-users');
    await writeFile(ntlmUsers, `TESTDOM:${USER}:${PASSWORD}\n`, { mode: 0o600 });
    // Our client and our server are in this process: its environment is theirs.
    Object.assign(process.env, realm?.environment ?? {}, {
      PSSESSION_CERTIFICATES: certificates.clientFolder,
      PSSESSION_CERTIFICATE_PASSPHRASE: PFX_PASSPHRASE,
    });
    await realm?.kinit(USER, PASSWORD);
    await using endpoint = await startOurEndpoint(folder, certificates, realm);
    await using http = await Relay.start(endpoint.http);
    await using https = await Relay.start(endpoint.https);
    const repositories = [process.env['PSSESSION_PYPSRP'], process.env['PSSESSION_PYSPNEGO']].flatMap((item) =>
      item === undefined || item === '' ? [] : [path.join(item, 'src')],
    );
    const scene: Scene = {
      folder,
      certificates,
      realm,
      endpoint,
      relays: { http, https },
      matrix: new Matrix(problem),
      env: {
        ...process.env,
        NTLM_USER_FILE: ntlmUsers,
        AUTH_PASSWORD: PASSWORD,
        PYTHONPATH: [...repositories, process.env['PYTHONPATH'] ?? ''].filter((item) => item !== '').join(':'),
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONWARNINGS: 'ignore',
        REQUESTS_CA_BUNDLE: undefined,
        CURL_CA_BUNDLE: undefined,
      },
    };
    await oursWithOurs(scene);
    await oursWithTheirs(scene);
    await theirsWithOurs(scene);
    console.log(scene.matrix.table());
    return { cases: [...scene.matrix.cases(), await overSsh()] };
  } finally {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name];
    Object.assign(process.env, before);
    await rm(folder, { recursive: true, force: true });
  }
}

/** sshd in between: its key is the login, our program its subsystem. It has neither http nor https. */
async function overSsh(): Promise<PeerCase> {
  const name = 'SSH with a key, our client - sshd - our server on stdio';
  if (!sshdAvailable) return { name, result: 'not possible here', reason: 'openssh-server is not installed' };
  await using sshd = await startSshd([process.execPath, MAIN, 'serve', '--stdio']);
  try {
    const { user, port, keyFilePath, options } = sshd;
    const target = { hostName: '127.0.0.1', userName: user, port, keyFilePath, options };
    const output = await runScript(target);
    return output === '42' ? { name, result: 'passed' } : { name, result: 'failed', reason: `output ${output}` };
  } catch (error) {
    return { name, result: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** How our client asks for a mechanism. */
function loginFor(mechanism: Mechanism, certificates: Certificates, domain = ''): Login | undefined {
  const local = { userName: `${domain}${USER}`, password: PASSWORD };
  const principal = { userName: `${USER}@${REALM}`, password: PASSWORD };
  switch (mechanism) {
    case 'Basic':
      return { authentication: 'Basic', credential: { userName: USER, password: PASSWORD } };
    case 'Digest':
      return { authentication: 'Digest', credential: { userName: USER, password: PASSWORD } };
    case 'Negotiate (NTLM)':
      return { authentication: 'Negotiate', credential: local };
    case 'Negotiate (Kerberos)':
      return { authentication: 'Negotiate', credential: principal };
    case 'Kerberos':
      return { authentication: 'Kerberos', credential: principal };
    case 'Kerberos, single sign-on':
      return { authentication: 'NegotiateWithImplicitCredential' };
    case 'CredSSP':
      return { authentication: 'Credssp', credential: local };
    case 'Certificate':
      return { certificateThumbprint: certificates.thumbprints.pem };
    case 'NTLM':
      return undefined;
  }
}

/** Mechanisms whose bodies cross plain HTTP sealed, or whose password does not cross it. */
const isProtected = (mechanism: Mechanism, transport: Transport): boolean =>
  transport === 'https' || (mechanism !== 'Basic' && mechanism !== 'Digest');

/** Runs one cell against a relay of ours, and looks at what could be read from it. */
async function overRelay(
  scene: Scene,
  mechanism: Mechanism,
  transport: Transport,
  run: (port: number) => Promise<string | undefined>,
): Promise<string | undefined> {
  const relay = scene.relays[transport];
  relay.take();
  const problem = await run(relay.port).catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  );
  const found = readable(relay.take(), SECRETS);
  if (problem !== undefined) return problem;
  if (isProtected(mechanism, transport) && found.length > 0) return `on the wire: ${found.join(', ')}`;
  if (transport === 'http' && mechanism === 'Digest' && found.includes('the password'))
    return 'on the wire: the password';
  return undefined;
}

async function oursWithOurs(scene: Scene): Promise<void> {
  for (const mechanism of MECHANISMS) {
    const login = loginFor(mechanism, scene.certificates);
    for (const transport of TRANSPORTS) {
      if (login === undefined || !scene.matrix.isPossible(mechanism, transport)) continue;
      const problem = await overRelay(scene, mechanism, transport, async (port) => {
        const output = await runOurClient(port, transport === 'https', login);
        return output === '42' ? undefined : `output ${output}`;
      });
      scene.matrix.add(mechanism, transport, 'ours - ours', 'pssession', problem);
    }
  }
  const login: Login = { certificateThumbprint: scene.certificates.thumbprints.pfx };
  const problem = await overRelay(scene, 'Certificate', 'https', async (port) =>
    (await runOurClient(port, true, login)) === '42' ? undefined : 'wrong output',
  );
  scene.matrix.add('Certificate', 'https', 'ours - ours', 'pssession, PFX', problem);
}

async function oursWithTheirs(scene: Scene): Promise<void> {
  const { matrix } = scene;
  const post = async (
    mechanism: Mechanism,
    transport: Transport,
    peer: string,
    port: number,
    appName: string,
    answer: (body: string) => string,
  ): Promise<void> => {
    const login = loginFor(mechanism, scene.certificates, appName === '/wsman' ? 'TESTDOM\\' : '');
    if (login === undefined || !matrix.isPossible(mechanism, transport)) return;
    let problem: string | undefined;
    try {
      // The second body is cut into several parts by CredSSP, and shows that the streams go on.
      const bodies = ['hello', 'again '.repeat(9000)];
      const answers = await postAsOurClient(port, transport === 'https', appName, login, bodies);
      problem = bodies.every((body, at) => answers[at] === answer(body))
        ? undefined
        : `answered ${answers[0]?.slice(0, 60)}`;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    matrix.add(mechanism, transport, 'ours - theirs', peer, problem);
  };
  const noApache = apacheProblem();
  if (noApache === undefined) {
    await using apache = await startApache(path.join(scene.folder, 'apache'), scene.certificates, USER, PASSWORD);
    for (const [mechanism, appName] of [
      ['Basic', '/basic'],
      ['Digest', '/digest'],
      ['Certificate', '/certificate'],
    ] as const) {
      for (const transport of TRANSPORTS)
        await post(mechanism, transport, 'Apache', apache[transport], appName, () => 'hello');
    }
  } else matrix.absent(['Basic', 'Digest', 'Certificate'], 'ours - theirs', noApache);
  if (scene.realm === undefined || !(await pythonHas('gssapi'))) {
    const why = scene.realm === undefined ? (realmProblem() ?? '') : 'python3-gssapi is not installed';
    matrix.absent(
      ['Negotiate (NTLM)', 'Negotiate (Kerberos)', 'Kerberos', 'Kerberos, single sign-on', 'CredSSP'],
      'ours - theirs',
      why,
    );
    return;
  }
  const { child, ports } = await startPythonServer(scene);
  try {
    for (const [mechanism, peer] of [
      ['Negotiate (NTLM)', 'MIT SPNEGO, gss-ntlmssp'],
      ['Negotiate (Kerberos)', 'MIT SPNEGO'],
      ['Kerberos', 'MIT krb5'],
      ['Kerberos, single sign-on', 'MIT SPNEGO'],
      ['CredSSP', 'pyspnego'],
    ] as const) {
      if (mechanism === 'CredSSP' && !ports.credssp) {
        matrix.absent(['CredSSP'], 'ours - theirs', 'pyspnego is not packaged (PSSESSION_PYSPNEGO)');
        continue;
      }
      for (const transport of TRANSPORTS)
        await post(mechanism, transport, peer, ports[transport], '/wsman', (body) => `echo:${body}`);
    }
  } finally {
    child.stdin?.end();
    child.kill('SIGTERM');
  }
}

interface PythonPorts {
  readonly http: number;
  readonly https: number;
  readonly credssp: boolean;
}

async function startPythonServer(scene: Scene): Promise<{ readonly child: ChildProcess; readonly ports: PythonPorts }> {
  const { serverKey, serverCertificate } = scene.certificates;
  const script = path.resolve('test/programs/interop/auth/auth_server.py');
  const child = spawn(PYTHON, [script, serverKey, serverCertificate], {
    env: scene.env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-4000);
  });
  const ports = await new Promise<PythonPorts>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as PythonPorts));
    child.once('exit', (code) => reject(new Error(`auth_server.py ended with ${String(code)}: ${errors}`)));
  });
  return { child, ports };
}

async function theirsWithOurs(scene: Scene): Promise<void> {
  await curl(scene);
  await ansible(scene);
  const { matrix, certificates, relays, env } = scene;
  const script = path.resolve('test/programs/interop/auth/auth_client.py');
  const { authority, clientPem, clientKey } = certificates;
  for (const relay of Object.values(relays)) relay.take();
  const result = await capture(
    PYTHON,
    [script, String(relays.http.port), String(relays.https.port), USER, REALM, authority, clientPem, clientKey],
    { env: scene.realm === undefined ? { ...env, NTLM_USER_FILE: undefined } : env, limitMs: 180_000 },
  );
  for (const line of result.stdout.split('\n')) {
    if (!line.startsWith('{')) continue;
    const item = JSON.parse(line) as {
      readonly client: string;
      readonly mechanism: Mechanism;
      readonly transport: Transport;
      readonly ok: boolean;
      readonly reason?: string;
    };
    if (scene.realm === undefined && item.mechanism.includes('Kerberos')) continue;
    matrix.add(
      item.mechanism,
      item.transport,
      'theirs - ours',
      item.client,
      item.ok ? undefined : (item.reason ?? 'failed'),
    );
  }
  // The script names its cases; a client that is not there says nothing.
  if (!result.stdout.includes('pypsrp')) {
    const why = 'pypsrp and pyspnego are not packaged (PSSESSION_PYPSRP, PSSESSION_PYSPNEGO)';
    matrix.absent(['CredSSP', 'Negotiate (NTLM)'], 'theirs - ours', why);
  }
  if (scene.realm === undefined)
    matrix.absent(
      ['Kerberos', 'Negotiate (Kerberos)', 'Kerberos, single sign-on'],
      'theirs - ours',
      realmProblem() ?? '',
    );
  if (result.code !== 0) matrix.add('NTLM', 'http', 'theirs - ours', 'auth_client.py', result.stderr.slice(-300));
  // Basic over http is among these, whose password anybody may read: only https is looked at as a whole.
  const seen = readable(relays.https.take(), SECRETS);
  matrix.add('NTLM', 'https', 'theirs - ours', 'recording of all', seen.length === 0 ? undefined : seen.join(', '));
  relays.http.take();
}

/** curl logs in by its own NTLM and Digest, and by the system's GSSAPI; it seals nothing. */
async function curl(scene: Scene): Promise<void> {
  const { matrix, certificates } = scene;
  const user = `${USER}:${PASSWORD}`;
  const cases: ReadonlyArray<readonly [Mechanism, readonly string[]]> = [
    ['Basic', ['--basic', '-u', user]],
    ['Digest', ['--digest', '-u', user]],
    ['NTLM', ['--ntlm', '-u', user]],
    ...(scene.realm === undefined ? [] : ([['Kerberos, single sign-on', ['--negotiate', '-u', ':']]] as const)),
    [
      'Certificate',
      ['--cert', certificates.clientPem, '--key', certificates.clientKey, '-H', `Authorization: ${CERTIFICATE_HEADER}`],
    ],
  ];
  for (const [mechanism, args] of cases) {
    for (const transport of TRANSPORTS) {
      if (!matrix.isPossible(mechanism, transport)) continue;
      const unsealed = transport === 'http' && mechanism !== 'Basic' && mechanism !== 'Digest';
      const run = async (port: number, body: string): Promise<{ readonly status: string; readonly text: string }> => {
        const { stdout, stderr } = await capture(
          'curl',
          [
            '-sS',
            '-w',
            '\n%{http_code}',
            '--cacert',
            certificates.authority,
            '--data-binary',
            body,
            '-H',
            'Content-Type: application/soap+xml;charset=UTF-8',
            ...args,
            `${transport}://localhost:${port}/wsman`,
          ],
          { env: scene.env, limitMs: 20_000 },
        );
        const at = stdout.lastIndexOf('\n');
        return { status: stdout.slice(at + 1), text: stdout.slice(0, at) + stderr };
      };
      const problem = await overRelay(scene, mechanism, transport, async (port) => {
        // Over plain HTTP an empty body logs in; a body that is not sealed must not be served.
        const { status, text } = await run(port, unsealed ? '' : IDENTIFY);
        if (status !== '200' || (!unsealed && !text.includes('IdentifyResponse')))
          return `HTTP ${status}: ${text.slice(0, 200)}`;
        return undefined;
      });
      matrix.add(mechanism, transport, 'theirs - ours', unsealed ? 'curl, login only' : 'curl', problem);
      if (!unsealed) continue;
      const { status } = await run(scene.relays[transport].port, IDENTIFY);
      scene.relays[transport].take();
      matrix.add(
        mechanism,
        transport,
        'theirs - ours',
        'curl, unsealed body is refused',
        status === '401' ? undefined : `HTTP ${status}`,
      );
    }
  }
}

/** Ansible's `raw` over its two connections, with sealed messages over http. */
async function ansible(scene: Scene): Promise<void> {
  const { matrix, certificates, folder } = scene;
  const version = await capture('ansible', ['--version']).catch(() => undefined);
  if (version?.code !== 0) return;
  const cases: ReadonlyArray<
    readonly [Mechanism, string, (transport: Transport) => Readonly<Record<string, unknown>>]
  > = [
    [
      'NTLM',
      'winrm',
      (transport) => ({
        ansible_winrm_transport: 'ntlm',
        ansible_winrm_scheme: transport,
        ansible_winrm_message_encryption: 'auto',
        ansible_winrm_ca_trust_path: certificates.authority,
      }),
    ],
    [
      'Negotiate (NTLM)',
      'psrp',
      (transport) => ({
        ansible_psrp_auth: 'negotiate',
        ansible_psrp_protocol: transport,
        ansible_psrp_ca_cert: certificates.authority,
      }),
    ],
  ];
  const here = { winrm: await pythonHas('winrm'), psrp: (process.env['PSSESSION_PYPSRP'] ?? '') !== '' };
  for (const [mechanism, connection, own] of cases) {
    if (connection === 'winrm' ? !here.winrm : !here.psrp) continue;
    for (const transport of TRANSPORTS) {
      const problem = await overRelay(scene, mechanism, transport, async (port) => {
        const inventory = path.join(folder, `${connection}-${transport}.json`);
        const endpoint = {
          ansible_host: 'localhost',
          ansible_user: USER,
          ansible_password: PASSWORD,
          ansible_port: port,
          ansible_connection: connection,
          ansible_shell_type: 'powershell',
          ...own(transport),
        };
        await writeFile(inventory, JSON.stringify({ all: { hosts: { endpoint } } }), { mode: 0o600 });
        const env = {
          ...scene.env,
          ANSIBLE_LOCALHOST_WARNING: 'false',
          ANSIBLE_DEPRECATION_WARNINGS: 'false',
          ANSIBLE_HOME: folder,
          ANSIBLE_LOCAL_TEMP: path.join(folder, 'ansible'),
          LC_ALL: 'C.UTF-8',
        };
        const ran = await capture('ansible', ['-i', inventory, 'all', '-m', 'raw', '-a', '6 * 7'], {
          env,
          limitMs: 60_000,
        });
        return /^42$/m.test(ran.stdout) ? undefined : `${ran.stdout}${ran.stderr}`;
      });
      matrix.add(mechanism, transport, 'theirs - ours', `Ansible ${connection}`, problem);
    }
  }
}
