/**
 * `npm run fuzz [-- --runs 2000000] [-- --short] [-- --unguided] [-- --only scripts] [-- --save FOLDER]`: garbage for
 * everything that reads from outside. Each input has to end in a value or in a typed error, within two seconds of work,
 * and the memory must not grow. Inputs are guided by which edges of our code they reach (`scripts/instrument.mjs` counts
 * them). SEED of the environment repeats a run; --save keeps the inputs that reached something. Ends with `N passed, N
 * failed`. What was found is kept as a test: `test/vectors/fuzz`.
 * Why it is our own and not jazzer.js: docs/dependencies.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { guidedRun, SHARED_BYTES, type RunMessage, type RunOrder } from './fuzz/guided-run.js';
import { makeParsers } from './fuzz/parsers.js';
import { optionsOf } from './options.js';
import { SeededRandom } from './soak/random.js';

/** So much work one input may make. Milliseconds of CPU. */
const HANG_MS = 2000;
const LOOK_EVERY_MS = 250;
const GROWTH_MB = 60;
const HEAP_MB = 600;
/** As the stack of a program's main thread: a worker's own is four times as deep. */
const STACK_MB = 1;
const SHORT_RUNS = 100_000;
const ALL_RUNS = 10_000_000;

interface Total {
  inputs: number;
  kept: number;
  features: number;
  failures: number;
}

/** One parser, in a worker, watched. */
async function runParser(order: RunOrder, save: string | undefined, total: Total): Promise<void> {
  const now = new Int32Array(order.shared, 0, 2);
  const reading = (): Buffer => Buffer.from(new Uint8Array(order.shared, 8, now[1] ?? 0));
  const failed = (what: string, input: Uint8Array): void => {
    total.failures += 1;
    console.log(`  FAILED ${order.parser}: ${what}\n    input ${Buffer.from(input).toString('base64')}`);
  };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: order,
    resourceLimits: { stackSizeMb: STACK_MB, maxOldGenerationSizeMb: HEAP_MB },
  });
  let ended = false;
  worker.on('message', (message: RunMessage) => {
    if (message.type === 'failure') {
      failed(message.what, message.input);
      return;
    }
    ended = true;
    total.inputs += message.inputs;
    total.kept += message.kept;
    total.features += message.features;
    const perSecond = message.inputs / message.seconds;
    console.log(
      `  ${order.parser}: ${message.inputs} inputs, ${perSecond.toFixed(0)} a second, the slowest ${message.slowestMs.toFixed(1)} ms; ${message.kept} reached something new, ${message.features} features`,
    );
    if (message.grownMb > GROWTH_MB) failed(`the memory grew by ${message.grownMb} MiB`, new Uint8Array(0));
    if (save !== undefined) keep(save, order.parser, message.corpus);
  });
  let seen = 0;
  let since = process.cpuUsage();
  const timer = setInterval(() => {
    const which = Atomics.load(now, 0);
    if (which !== seen) {
      seen = which;
      since = process.cpuUsage();
      return;
    }
    const { user, system } = process.cpuUsage(since);
    if (which === 0 || (user + system) / 1000 < HANG_MS) return;
    clearInterval(timer);
    failed(`does not come to an end within ${HANG_MS} ms`, reading());
    void worker.terminate();
  }, LOOK_EVERY_MS);
  await new Promise<void>((resolve) => {
    worker.on('error', (error) => failed(`the worker died: ${error.message}`, reading()));
    worker.on('exit', () => resolve());
  });
  clearInterval(timer);
  // What was done until the hang counts, the rest was not done.
  if (!ended) total.inputs += Atomics.load(now, 0);
}

function keep(folder: string, parser: string, corpus: readonly Uint8Array[]): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${parser.replaceAll(/\W+/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify(corpus.map((input) => Buffer.from(input).toString('base64')))}\n`);
}

async function supervise(): Promise<void> {
  const options = optionsOf({ short: 'boolean', runs: 'number', unguided: 'boolean', only: 'string', save: 'string' });
  const runs = options.runs ?? (options.short === true ? SHORT_RUNS : ALL_RUNS);
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 32));
  const guided = options.unguided !== true;
  console.log(`SEED=${seed}${guided ? '' : ' (unguided)'}`);
  const { only = '', save } = options;
  const names = makeParsers(new SeededRandom(seed))
    .map(({ name }) => name)
    .filter((name) => name.includes(only));
  const total: Total = { inputs: 0, kept: 0, features: 0, failures: 0 };
  const inputs = Math.ceil(runs / names.length);
  for (const parser of names) {
    const shared = new SharedArrayBuffer(SHARED_BYTES);
    await runParser({ parser, inputs, seed, guided, shared }, save, total);
  }
  const ok = total.failures === 0;
  console.log(
    `${ok ? 'ok' : 'FAILED'}: ${total.inputs} generated inputs over ${names.length} parsers, ${total.kept} of which reached something new (${total.features} features of the code): no crash, no hang, no growth; ${total.failures} failed`,
  );
  console.log(`\n${ok ? '1 passed, 0 failed' : '0 passed, 1 failed'}`);
  process.exitCode = ok ? 0 : 1;
}

if (isMainThread) await supervise();
else guidedRun(workerData as RunOrder, (message) => parentPort?.postMessage(message));
