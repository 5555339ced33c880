/** pypsrp's live suite against our endpoint: client, powershell, shell, host, wsman. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import {
  PASSWORD,
  STAND_INS,
  USER,
  pythonEnvironment,
  pythonHas,
  repositorySources,
  startEndpoint,
  type EndpointProcess,
} from './endpoint-process.js';
import { runPytest } from './pytest-report.js';
import { absent, type PeerCase, type PeerReport } from './report.js';

/** Tests that need Windows itself: its file system, its cmd.exe, or what only its PowerShell has. */
const WINDOWS: Readonly<Record<string, readonly string[]>> = {
  'needs Windows: its cmd.exe (dir, set, %NAME%)': [
    'test_client_execute_cmd',
    'test_client_execute_cmd_environment',
    'test_client_execute_ps_environment',
    'test_winrs_standard',
    'test_winrs_stderr_rc',
    'test_winrs_environment',
  ],
  'needs Windows: its folders (C:\\Windows, %TEMP%)': [
    'test_client_copy_expand_vars',
    'test_client_fetch_file_fail_dir',
    'test_client_fetch_file_fail_missing',
    'test_winrs_extra_opts',
  ],
  'needs Windows: the file is copied, and expected under C:\\Users': [
    'test_client_copy_file',
    'test_client_copy_file_empty',
  ],
  'needs Windows: the profile folder of its system account': ['test_psrp_no_profile'],
  'needs Windows: its services and the columns of Get-Service': ['test_client_execute_ps'],
  'needs Windows: cmd.exe, whoami.exe and its services': ['test_psrp_multiple_commands'],
  "expects the words of Windows PowerShell 5.1 ('operable program'); ours are PowerShell 7's": [
    'test_client_execute_ps_failure',
  ],
};
/**
 * Seen with our own client on the engine's stdio too, without an endpoint in between. A nested pipeline that comes while
 * a script runs is started beside it (src/protocol/psrp/real-engine.test.ts); one that comes before the script's first
 * statement is never answered, and 50 ms after a cold start it is that.
 */
const NESTED =
  'that engine never answers a nested pipeline that comes before its script has begun, so that the test would not end';
const INVARIANT = 'the real engine runs with the invariant culture here; the test expects en-US';
const reasons = (realEngine: boolean): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(WINDOWS).flatMap(([reason, names]) => names.map((name) => [name, reason] as const)),
    ...(realEngine
      ? [['test_psrp_nested_command', NESTED] as const, ['test_psrp_pshost_methods', INVARIANT] as const]
      : []),
  ]);

const HTTP_PORT = 5985;

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return await new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

export async function pypsrp(): Promise<PeerReport> {
  const repository = process.env['PSSESSION_PYPSRP'];
  if (repository === undefined || !existsSync(repository)) {
    return absent(
      'pypsrp',
      'not packaged; name the folder of its repository in PSSESSION_PYPSRP (and pyspnego in PSSESSION_PYSPNEGO)',
    );
  }
  if (!(await pythonHas('pytest', 'requests', 'cryptography', 'yaml')))
    return absent('pypsrp', 'python3-pytest, -requests, -cryptography, -yaml are not installed');
  const modules = repositorySources('PSSESSION_PYPSRP', 'PSSESSION_PYSPNEGO');
  if (!(await pythonHas('xmldiff'))) modules.push(STAND_INS);
  const cases: PeerCase[] = [];
  const runtimes: Array<readonly [string, readonly string[]]> = [['embedded engine', []]];
  const { peerRunspaceCommand } = await import('./real-engine.js');
  const real = await peerRunspaceCommand();
  if (real.command === undefined)
    cases.push({ name: 'pypsrp on the real engine', result: 'not possible here', reason: real.reason });
  else runtimes.push(['real engine', ['--runspace', real.command]]);
  const suite = async (label: string, auth: string, endpoint: EndpointProcess): Promise<void> => {
    const onRealEngine = label === 'real engine';
    cases.push(
      ...(await runPytest({
        cwd: repository,
        files: [
          ...['client', 'powershell', 'shell', 'host', 'wsman'].map((name) => `tests/tests_pypsrp/test_${name}.py`),
          path.resolve('test/programs/interop/pypsrp_metadata.py'),
        ],
        label: `pypsrp, ${label}`,
        folder: endpoint.folder,
        env: pythonEnvironment(modules, {
          PYPSRP_SERVER: '127.0.0.1',
          PYPSRP_PORT: String(endpoint.port),
          PYPSRP_USERNAME: USER,
          PYPSRP_PASSWORD: PASSWORD,
          PYPSRP_AUTH: auth,
        }),
        notPossible: reasons(onRealEngine),
        leftOut: onRealEngine ? ['test_psrp_nested_command'] : [],
        limitMs: 600_000,
      })),
    );
  };
  const sealed = 'embedded engine, sealed by NTLM over http';
  // The suite speaks http to this port, and https to every other.
  if (!(await isFree(HTTP_PORT)))
    cases.push({ name: `pypsrp, ${sealed}`, result: 'not possible here', reason: `port ${HTTP_PORT} is in use` });
  else {
    await using endpoint = await startEndpoint({ extra: ['--port', String(HTTP_PORT)], userOptions: ['--ntlm'] });
    await suite(sealed, 'negotiate', endpoint);
  }
  for (const [label, extra] of runtimes) {
    await using endpoint = await startEndpoint({ tls: true, extra });
    await suite(label, 'basic', endpoint);
  }
  return { cases };
}
