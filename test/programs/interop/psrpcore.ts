/** psrpcore's integration tests of its client, with a launcher called `pwsh` that runs our server on stdio. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MAIN, STAND_INS, pythonEnvironment, pythonHas, repositorySources } from './endpoint-process.js';
import { runPytest } from './pytest-report.js';
import { absent, type PeerReport } from './report.js';

export async function psrpcore(): Promise<PeerReport> {
  const repository = process.env['PSSESSION_PSRPCORE'];
  if (repository === undefined || !existsSync(repository)) {
    return absent('psrpcore', 'not packaged; name the folder of its repository in PSSESSION_PSRPCORE');
  }
  if (!(await pythonHas('pytest', 'cryptography')))
    return absent('psrpcore', 'python3-pytest and python3-cryptography are not installed');
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-psrpcore-'));
  try {
    const bin = path.join(folder, 'bin');
    await mkdir(bin);
    const launcher = path.join(bin, 'pwsh');
    await writeFile(launcher, `#!/bin/sh\nexec '${process.execPath}' '${MAIN}' serve --stdio\n`);
    await chmod(launcher, 0o755);
    const modules = repositorySources('PSSESSION_PSRPCORE');
    if (!(await pythonHas('xmldiff'))) modules.push(STAND_INS);
    const cases = await runPytest({
      cwd: repository,
      files: ['tests/test_integration_client.py'],
      label: 'psrpcore',
      folder,
      env: pythonEnvironment(modules, { PATH: `${bin}:${process.env['PATH'] ?? ''}` }),
      notPossible: new Map([
        [
          'test_runspace_with_pipeline_output',
          'it compiles C# with Add-Type, and the embedded engine has no C# compiler',
        ],
      ]),
    });
    return { cases };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
