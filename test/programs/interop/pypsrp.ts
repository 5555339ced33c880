/** pypsrp's live suite against our endpoint: client, powershell, shell, host, wsman. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PASSWORD, USER, pythonHas, startEndpoint } from './endpoint-process.js';
import { runPytest } from './pytest-report.js';
import { absent, type PeerCase, type PeerReport } from './report.js';

/** Tests that need Windows itself: its file system, its cmd.exe, or programs of Windows PowerShell. */
const WINDOWS = 'needs Windows: cmd.exe, its paths or its programs';
const NOT_POSSIBLE: ReadonlyMap<string, string> = new Map([
  ...[
    'test_client_copy_file',
    'test_client_copy_file_empty',
    'test_client_copy_file_failure',
    'test_client_copy_file_warning',
    'test_client_copy_expand_vars',
    'test_client_copy_file_really_large',
  ].map((name) => [name, WINDOWS] as const),
  ...[
    'test_client_execute_cmd',
    'test_client_execute_cmd_environment',
    'test_client_fetch_file',
    'test_client_fetch_file_expand_vars',
  ].map((name) => [name, WINDOWS] as const),
]);

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
  const spnego = process.env['PSSESSION_PYSPNEGO'];
  const pythonPath = [path.join(repository, 'src'), ...(spnego === undefined ? [] : [path.join(spnego, 'src')])].join(
    ':',
  );
  const cases: PeerCase[] = [];
  const runtimes: Array<readonly [string, readonly string[]]> = [['embedded engine', []]];
  const { peerRunspaceCommand } = await import('./real-engine.js');
  const real = await peerRunspaceCommand();
  if (real.command === undefined)
    cases.push({ name: 'pypsrp on the real engine', result: 'not possible here', reason: real.reason });
  else runtimes.push(['real engine', ['--runspace', real.command]]);
  for (const [label, extra] of runtimes) {
    await using endpoint = await startEndpoint({ tls: true, extra });
    cases.push(
      ...(await runPytest({
        cwd: repository,
        files: ['client', 'powershell', 'shell', 'host', 'wsman'].map((name) => `tests/tests_pypsrp/test_${name}.py`),
        label: `pypsrp, ${label}`,
        folder: endpoint.folder,
        env: {
          ...process.env,
          PYTHONPATH: pythonPath,
          PYTHONDONTWRITEBYTECODE: '1',
          PYPSRP_SERVER: '127.0.0.1',
          PYPSRP_PORT: String(endpoint.port),
          PYPSRP_USERNAME: USER,
          PYPSRP_PASSWORD: PASSWORD,
          PYPSRP_AUTH: 'basic',
        },
        notPossible: NOT_POSSIBLE,
        limitMs: 600_000,
      })),
    );
  }
  return { cases };
}
