/** 1 GB of text through one session of our client: its own process, its peak of memory. */
import { invokeCommand, newPSSession, SessionContext, textOf } from '../../../src/client/session/index.js';
import { peerAvailable, startPipeServer } from '../../support/peer.js';
import { runProcess, startProcess } from '../../support/processes.js';
import { MAIN } from '../interop/endpoint-process.js';
import type { BenchRow, BenchSection } from './table.js';

const GIGABYTE = 1_000_000_000;
const CHUNK = 16 * 1024;
const LIMIT_MB = 200;

/** The child's side: receives `total` characters over the pipe, prints one line of JSON. */
export async function receiveForMemory(pipeName: string, total: number): Promise<void> {
  await using context = new SessionContext();
  await using session = await newPSSession({ context, pipeName }).one();
  const scriptBlock = `$s = 'x' * ${CHUNK}; for ($i = 0; $i -lt ${Math.ceil(total / CHUNK)}; $i++) { $s }`;
  const start = performance.now();
  let received = 0;
  let peak = 0;
  let count = 0;
  for await (const value of invokeCommand({ context, session, scriptBlock }).output) {
    received += textOf(value).length;
    count += 1;
    if (count % 500 === 0) peak = Math.max(peak, process.memoryUsage.rss());
  }
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`${JSON.stringify({ received, peakMB: peak / 1e6, MBps: received / 1e6 / seconds })}\n`);
}

interface Received {
  readonly received: number;
  readonly peakMB: number;
  readonly MBps: number;
}

async function receive(pipeName: string): Promise<Received> {
  const argv = [process.execPath, process.argv[1] ?? '', '--receive', pipeName, String(GIGABYTE)];
  const result = await runProcess(argv, { timeoutMs: 300_000 });
  if (result.code !== 0) throw new Error(`the receiving process failed: ${result.stderr}`);
  const answer = JSON.parse(result.stdout) as Received;
  if (answer.received < GIGABYTE) throw new Error(`only ${answer.received} characters arrived`);
  return answer;
}

function rows(name: string, { peakMB, MBps }: Received): BenchRow[] {
  return [
    {
      name: `peak memory, 1 GB from ${name}`,
      unit: 'MB',
      ours: peakMB,
      better: 'less',
      goal: { of: 'ours', value: LIMIT_MB },
    },
    { name: `receiving 1 GB of text from ${name}`, unit: 'MB/s', ours: MBps, better: 'more' },
  ];
}

async function run(): Promise<readonly BenchRow[]> {
  const result: BenchRow[] = [];
  if (peerAvailable) {
    const pipeName = `pssession-bench-memory-${process.pid}`;
    await using server = await startPipeServer(pipeName);
    if (server.pid > 0) result.push(...rows('the real engine', await receive(pipeName)));
  }
  const pipeName = `pssession-bench-memory-own-${process.pid}`;
  await using own = startProcess([process.execPath, MAIN, 'serve', '--pipe', pipeName]);
  await own.lineMatching(/serves/, 20_000);
  result.push(...rows('our server', await receive(pipeName)));
  return result;
}

export const memorySection: BenchSection = { name: 'memory', run };
