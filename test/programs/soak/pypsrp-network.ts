/**
 * The bad network between pypsrp and the real endpoint. pypsrp gives up at the first connection that breaks after a
 * request was sent; its user (pypsrp_runs.py) takes the pool up again with a new client. What is held to: nothing is
 * lost, everything is in order, every script runs once; and only what stood in the last answer to a client that broke
 * may come again, to the client after it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PYTHON, pythonEnvironment, pythonHas, repositorySources } from '../interop/endpoint-process.js';
import { BadNetwork } from './bad-network.js';
import type { SeededRandom } from './random.js';
import { PASSWORD, ServedEndpoint, USER } from './served-endpoint.js';

const DRIVER = path.resolve('test/programs/soak/pypsrp_runs.py');

export interface PypsrpReport {
  readonly runs: number;
  /** Runs in which a connection broke and a new client went on. */
  readonly recovered: number;
  /** Objects that came again. */
  readonly repeated: number;
  readonly network: BadNetwork;
  readonly failures: readonly string[];
}

/** One line of the driver. */
type Word =
  | { readonly network: 'bad' | 'calm' }
  | { readonly run: number; readonly failure: string }
  | { readonly run: number; readonly recoveries: number; readonly repeated: number };

/** Why it cannot be done here; undefined: it can. */
export async function pypsrpAbsent(): Promise<string | undefined> {
  const repository = process.env['PSSESSION_PYPSRP'];
  if (repository === undefined || !existsSync(repository))
    return 'name the folder of its repository in PSSESSION_PYPSRP (and pyspnego in PSSESSION_PYSPNEGO)';
  return (await pythonHas('requests', 'cryptography'))
    ? undefined
    : 'python3-requests and -cryptography are not installed';
}

export async function pypsrpNetwork(
  runs: number,
  random: SeededRandom,
  note: (text: string) => void,
): Promise<PypsrpReport> {
  await using endpoint = await ServedEndpoint.start({ quotas: { MaxShellsPerUser: 100 } });
  const network = new BadNetwork(endpoint.port, random);
  await network.listen();
  const failures: string[] = [];
  let done = 0;
  let recovered = 0;
  let repeated = 0;
  const seed = random.between(1, 1_000_000);
  const child = spawn(PYTHON, [DRIVER, String(network.port), USER, PASSWORD, String(runs), String(seed)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: pythonEnvironment(repositorySources('PSSESSION_PYPSRP', 'PSSESSION_PYSPNEGO')),
  });
  let trouble = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    trouble = (trouble + text).slice(-4000);
  });
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    const word = JSON.parse(line) as Word;
    if ('network' in word) {
      network.bad = word.network === 'bad';
      child.stdin.write('\n');
      continue;
    }
    done += 1;
    if ('failure' in word) {
      failures.push(`run ${word.run}: ${word.failure}`);
      note(failures.at(-1) ?? '');
    } else {
      recovered += word.recoveries > 0 ? 1 : 0;
      repeated += word.repeated;
    }
    if (done % 100 === 0) note(`${done} runs, ${failures.length} failed`);
  }
  const code = await exited;
  if (code !== 0 || done < runs) failures.push(`the driver ended with ${String(code)} after ${done} runs: ${trouble}`);
  network.close();
  return { runs: done, recovered, repeated, network, failures };
}
