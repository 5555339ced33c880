/** Ansible's `raw` module over its `winrm` and `psrp` connections. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  PASSWORD,
  USER,
  capture,
  pythonEnvironment,
  pythonHas,
  repositorySources,
  startEndpoint,
} from './endpoint-process.js';
import { absent, type PeerCase, type PeerReport } from './report.js';

interface RawCase {
  readonly name: string;
  readonly command: string;
  readonly expect: (text: string) => boolean;
}
const CASES: readonly RawCase[] = [
  { name: 'an expression', command: '6 * 7', expect: (text) => /rc=0/.test(text) && /^42$/m.test(text) },
  {
    name: 'a pipeline',
    command: '1..3 | ForEach-Object { "line $_" }',
    expect: (text) => /line 1\s+line 2\s+line 3/.test(text),
  },
  {
    name: 'an error',
    command: "throw 'went wrong'",
    expect: (text) => /rc=[1-9]/.test(text) && text.includes('went wrong'),
  },
];

export async function ansible(): Promise<PeerReport> {
  let version;
  try {
    version = await capture('ansible', ['--version']);
  } catch {
    return absent('ansible', 'ansible is not installed');
  }
  if (version.code !== 0) return absent('ansible', 'ansible does not start');
  const cases: PeerCase[] = [];
  await using endpoint = await startEndpoint({ tls: true });
  const repositories = repositorySources('PSSESSION_PYPSRP', 'PSSESSION_PYSPNEGO');
  const env = pythonEnvironment(repositories, {
    ANSIBLE_LOCALHOST_WARNING: 'false',
    ANSIBLE_DEPRECATION_WARNINGS: 'false',
    ANSIBLE_HOME: endpoint.folder,
    ANSIBLE_LOCAL_TEMP: path.join(endpoint.folder, 'tmp'),
  });
  for (const connection of ['winrm', 'psrp']) {
    if (connection === 'winrm' && !(await pythonHas('winrm'))) {
      cases.push({ name: 'ansible winrm', result: 'not possible here', reason: 'python3-winrm is not installed' });
      continue;
    }
    if (connection === 'psrp' && repositories.length === 0) {
      cases.push({
        name: 'ansible psrp',
        result: 'not possible here',
        reason: 'it needs pypsrp, which is not packaged (PSSESSION_PYPSRP)',
      });
      continue;
    }
    const inventory = path.join(endpoint.folder, `${connection}.json`);
    const shared = {
      ansible_host: '127.0.0.1',
      ansible_user: USER,
      ansible_password: PASSWORD,
      ansible_port: endpoint.port,
      ansible_connection: connection,
      ansible_shell_type: 'powershell',
    };
    const own =
      connection === 'winrm'
        ? {
            ansible_winrm_transport: 'basic',
            ansible_winrm_scheme: 'https',
            ansible_winrm_server_cert_validation: 'ignore',
          }
        : { ansible_psrp_auth: 'basic', ansible_psrp_protocol: 'https', ansible_psrp_cert_validation: 'ignore' };
    await writeFile(inventory, JSON.stringify({ all: { hosts: { endpoint: { ...shared, ...own } } } }), {
      mode: 0o600,
    });
    for (const item of CASES) {
      const result = await capture('ansible', ['-i', inventory, 'all', '-m', 'raw', '-a', item.command], {
        env,
        limitMs: 120_000,
      });
      const text = result.stdout + result.stderr;
      const ok = item.expect(text);
      cases.push({
        name: `ansible ${connection} raw: ${item.name}`,
        result: ok ? 'passed' : 'failed',
        ...(ok ? {} : { reason: text.replace(/\s+/g, ' ').slice(0, 300) }),
      });
    }
  }
  return { cases };
}
