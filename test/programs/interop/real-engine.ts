/**
 * The real engine (System.Management.Automation from NuGet) on both sides: our client against its server over stdio and
 * its named pipe, its client against our server. The cases are the tests of test/interop and of the psrp room, run by
 * name.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPeer, peerAvailable, peerCommand, peerUnavailableReason } from '../../support/peer.js';
import { absent, type PeerCase, type PeerReport } from './report.js';

/** A command line that runs the real engine as a session's runspace. */
export async function peerRunspaceCommand(): Promise<{ readonly command?: string; readonly reason: string }> {
  if (!peerAvailable) return { reason: peerUnavailableReason ?? 'the .NET SDK is not there' };
  const argv = await peerCommand('-NoLogo', '-NoProfile', '-s');
  return { command: argv.map((word) => (/\s/.test(word) ? `"${word}"` : word)).join(' '), reason: '' };
}

interface VitestReport {
  readonly testResults: ReadonlyArray<{
    readonly name: string;
    readonly message?: string;
    readonly status: string;
    readonly assertionResults: ReadonlyArray<{
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[];
    }>;
  }>;
}

/** Test files whose peer is the real engine. */
const FILES = ['test/interop', 'test/vectors/psrp', 'src/protocol/psrp', 'src/io/transport', 'src/server'];
const WITH_PEER = /real engine|real client|real server|real PowerShell|pwsh/i;

export async function realEngine(): Promise<PeerReport> {
  if (!peerAvailable) return absent('real engine', peerUnavailableReason ?? 'the .NET SDK is not there');
  await buildPeer();
  const folder = await mkdtemp(path.join(tmpdir(), 'pssession-real-engine-'));
  try {
    const report = path.join(folder, 'report.json');
    await new Promise<void>((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [
          'node_modules/vitest/vitest.mjs',
          'run',
          '--reporter=json',
          `--outputFile.json=${report}`,
          '-t',
          WITH_PEER.source,
          ...FILES,
        ],
        { stdio: ['ignore', 'ignore', 'ignore'] },
      );
      child.once('error', reject);
      child.once('exit', () => resolve());
    });
    const json = JSON.parse(await readFile(report, 'utf8')) as VitestReport;
    const cases: PeerCase[] = [];
    for (const file of json.testResults) {
      if (file.status === 'failed' && file.assertionResults.length === 0) {
        cases.push({
          name: path.relative(process.cwd(), file.name),
          result: 'failed',
          reason: (file.message ?? 'the file does not load').slice(0, 200),
        });
      }
      for (const test of file.assertionResults) {
        if (test.status === 'passed') cases.push({ name: test.fullName, result: 'passed' });
        else if (test.status === 'failed')
          cases.push({
            name: test.fullName,
            result: 'failed',
            reason: test.failureMessages?.[0]?.split('\n')[0]?.slice(0, 200) ?? '',
          });
      }
    }
    return { cases };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
