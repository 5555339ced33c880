/**
 * The collected snippets through our engine twice: as it is, and built so that scripts give up the thread wherever they
 * may: `npm run pauses -- [--filter text] [--seed n] [--seconds n] [--quiet]`. What a script gives must not hang on how
 * fast the machine is. What differs is run once more, in fresh processes: snippets that differ by themselves, and those of
 * time and memory (VARYING), do not count. After `--seconds` (default none) no new snippet is begun; the order is that of the seed. Ends with
 * `N passed, N failed`.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { collected, settle, type Snippet } from './differential/collected.js';
import { randomFrom } from './differential/random.js';
import type { Observed } from './golden/records.js';
import { runScript } from './golden/run.js';
import { optionsOf } from './options.js';

/** Runs of one snippet may take so long, paused everywhere. Milliseconds. */
const LIMIT_MS = 60_000;
/** A process is made anew after so many snippets: classes and types of all of them stay in it. */
const SERVED = 500;
/** What they give is about time: how long, how often, or what is done before it is over. */
const VARYING = /Stopwatch|Measure-Command|Start-Sleep|-Timeout|Wait-|Timer|Parallel|ThreadJob/i;

/** It may write files, or ask which there are. */
const WRITING = /\.\w*(?:ps1|psm1|psd1|txt|csv|xml|json)\b|Content|Item|File|Path|Temp/i;

async function run(script: string): Promise<string> {
  let seen: Observed;
  try {
    seen = await runScript(script, { depth: 3, timeoutMs: LIMIT_MS, text: false });
  } catch (error) {
    return String(error);
  }
  return settle(JSON.stringify(seen, undefined, 1));
}

interface Answer {
  readonly result: string;
}
/** A process that answers what each snippet gave. */
class Server {
  readonly #bundle: string;
  #child: ReturnType<typeof fork>;
  #served = 0;
  constructor(bundle: string) {
    this.#bundle = bundle;
    this.#child = this.#start();
  }
  #start(): ReturnType<typeof fork> {
    return fork(path.join(import.meta.dirname, this.#bundle), ['--serve'], { stdio: 'inherit' });
  }
  async ask(script: string): Promise<string> {
    if ((this.#served += 1) % SERVED === 0) {
      this.end();
      this.#child = this.#start();
    }
    const child = this.#child;
    return await new Promise((resolve) => {
      const ended = (code: number | null): void => {
        this.#child = this.#start();
        resolve(`the process ended with ${code ?? 'a signal'}`);
      };
      child.once('exit', ended);
      child.once('message', (answer: Answer) => {
        child.off('exit', ended);
        resolve(answer.result);
      });
      child.send({ script });
    });
  }
  end(): void {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
  }
}

const AS_IS = 'pauses.js';
const PAUSED = 'pauses.paused.js';
/** In processes that ran nothing before: what one snippet leaves behind for another is not what is looked for. */
async function differsAlone(script: string): Promise<boolean> {
  const servers = [new Server(AS_IS), new Server(PAUSED)];
  const [want, got] = await Promise.all(servers.map((server) => server.ask(script)));
  for (const server of servers) server.end();
  return want !== got;
}

function serve(): void {
  process.on('message', ({ script }: { readonly script: string }) => {
    void run(script).then((result) => process.send?.({ result } satisfies Answer));
  });
}

function shuffled(snippets: readonly Snippet[], seed: number): Snippet[] {
  const random = randomFrom(seed);
  const list = [...snippets];
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = random(at + 1);
    [list[at], list[other]] = [list[other] as Snippet, list[at] as Snippet];
  }
  return list;
}

/** Both from a little before where they part. */
function difference(want: string, got: string): string {
  let at = 0;
  while (at < want.length && want[at] === got[at]) at += 1;
  const part = (text: string): string => text.slice(Math.max(0, at - 60), at + 240).replaceAll('\n', ' ');
  return `      as it is  ${part(want)}\n      paused    ${part(got)}`;
}

async function main(): Promise<number> {
  if (process.argv.includes('--serve')) {
    serve();
    return await new Promise<number>(() => undefined);
  }
  const {
    filter = '',
    seed = 20_260_101,
    seconds = Number.POSITIVE_INFINITY,
    quiet = false,
  } = optionsOf({ filter: 'string', seed: 'number', seconds: 'number', quiet: 'boolean' });
  process.env['TZ'] = 'UTC';
  const snippets = shuffled(
    collected(false).filter(({ id, script }) => id.startsWith(filter) && !VARYING.test(script)),
    seed,
  );
  console.log(`seed ${seed}, ${snippets.length} snippets`);
  // What they write goes where it is in nobody's way.
  const folder = mkdtempSync(path.join(tmpdir(), 'pauses-'));
  process.chdir(folder);
  const paused = new Server(PAUSED);
  const end = Date.now() + seconds * 1000;
  let passed = 0;
  let failed = 0;
  let varying = 0;
  for (const [index, { id, script }] of snippets.entries()) {
    if (Date.now() > end) {
      console.log(`stopped after ${seconds} s, ${snippets.length - index} snippets were not begun`);
      break;
    }
    const asIs = run(script);
    // Both are in the same folder.
    if (WRITING.test(script)) await asIs;
    const [want, got] = await Promise.all([asIs, paused.ask(script)]);
    if (want === got) passed += 1;
    else if ((await run(script)) !== want || !(await differsAlone(script))) varying += 1;
    else {
      failed += 1;
      console.log(`FAIL ${id}\n${quiet ? '' : `${script.replace(/^/gm, '  ')}\n`}${difference(want, got)}`);
    }
  }
  paused.end();
  process.chdir(tmpdir());
  rmSync(folder, { recursive: true, force: true });
  if (varying > 0) console.log(`${varying} differ from run to run, or by what ran before them, and are not counted`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exit(await main());
