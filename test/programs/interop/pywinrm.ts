/** pywinrm (Debian's python3-winrm): the WinRS shell and PowerShell by -EncodedCommand. */
import path from 'node:path';
import { PASSWORD, PYTHON, USER, capture, pythonEnvironment, pythonHas, startEndpoint } from './endpoint-process.js';
import { absent, type PeerCase, type PeerReport } from './report.js';

export async function pywinrm(): Promise<PeerReport> {
  if (!(await pythonHas('winrm'))) return absent('pywinrm', 'python3-winrm is not installed');
  const cases: PeerCase[] = [];
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
