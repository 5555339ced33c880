/** pywinrm (Debian's python3-winrm): the WinRS shell and PowerShell by -EncodedCommand. */
import path from 'node:path';
import {
  PASSWORD,
  PYTHON,
  USER,
  capture,
  pythonEnvironment,
  pythonHas,
  repositorySources,
  startEndpoint,
} from './endpoint-process.js';
import { runPytest } from './pytest-report.js';
import { absent, type PeerCase, type PeerReport } from './report.js';

/** pywinrm's own live tests (its repository, PSSESSION_PYWINRM): what cannot pass where there is no Windows. */
const NOT_POSSIBLE: ReadonlyMap<string, string> = new Map([
  ['test_get_command_output', 'needs Windows: ipconfig'],
  ['test_run_command_with_env', 'needs Windows: %NAME% of its cmd.exe'],
]);

/** The suite's fixture takes an address, an account and the transport; the certificate is checked by its own bundle. */
async function liveSuite(): Promise<readonly PeerCase[]> {
  const [source] = repositorySources('PSSESSION_PYWINRM');
  const label = 'pywinrm, its live tests';
  if (source === undefined) {
    return absent(label, 'not packaged; name the folder of its repository in PSSESSION_PYWINRM').cases;
  }
  if (!(await pythonHas('pytest', 'mock', 'xmltodict')))
    return absent(label, 'python3-pytest, -mock, -xmltodict are not installed').cases;
  const repository = path.dirname(source);
  await using endpoint = await startEndpoint();
  return await runPytest({
    cwd: repository,
    files: ['winrm/tests/test_integration_protocol.py'],
    label,
    folder: endpoint.folder,
    env: pythonEnvironment([repository], {
      WINRM_ENDPOINT: `http://127.0.0.1:${endpoint.port}/wsman`,
      WINRM_TRANSPORT: 'basic',
      WINRM_USERNAME: USER,
      WINRM_PASSWORD: PASSWORD,
    }),
    notPossible: NOT_POSSIBLE,
  });
}

export async function pywinrm(): Promise<PeerReport> {
  if (!(await pythonHas('winrm'))) return absent('pywinrm', 'python3-winrm is not installed');
  const cases: PeerCase[] = [...(await liveSuite())];
  for (const tls of [false, true]) {
    await using endpoint = await startEndpoint({ tls });
    const result = await capture(
      PYTHON,
      [
        path.resolve('test/programs/interop/pywinrm_cases.py'),
        `${tls ? 'https' : 'http'}://127.0.0.1:${endpoint.port}/wsman`,
        USER,
      ],
      { env: pythonEnvironment([], { PYWINRM_PASSWORD: PASSWORD, PYTHONWARNINGS: 'ignore' }) },
    );
    for (const line of result.stdout.split('\n')) {
      if (!line.startsWith('{')) continue;
      const item = JSON.parse(line) as { name: string; ok: boolean; reason?: string };
      cases.push({
        name: `pywinrm, ${tls ? 'https' : 'http'}: ${item.name}`,
        result: item.ok ? 'passed' : 'failed',
        ...(item.reason === undefined ? {} : { reason: item.reason }),
      });
    }
    if (result.code !== 0) cases.push({ name: 'pywinrm', result: 'failed', reason: result.stderr.slice(-400) });
  }
  return { cases };
}
