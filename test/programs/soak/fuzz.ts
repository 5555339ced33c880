/**
 * Garbage for everything that reads from outside. Inputs are made from good ones: bytes changed, cut, doubled, moved,
 * joined with pieces of others. An input that reaches a block of our code which none before it reached (V8 tells) becomes
 * one of those that others are made from. Each has to end in a value or in one of our typed errors, soon, and without the
 * memory growing. What found something is kept as a test beside its parser.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseInput } from '../../../src/powershell/lang/index.js';
import { guidFromRandom } from '../../../src/protocol/bytes/index.js';
import { decodeClixml, encodeClixmlText } from '../../../src/protocol/clixml/index.js';
import { PSSessionError } from '../../../src/protocol/errors/index.js';
import { OutOfProcServer } from '../../../src/protocol/outofproc/index.js';
import { ClientPool, Defragmenter, ServerPool } from '../../../src/protocol/psrp/index.js';
import {
  encodeFrame,
  FrameReader,
  FrameType,
  readRequest,
  readResponse,
  WsmanClient,
} from '../../../src/protocol/wsman/index.js';
import { decodeEntry } from '../../../src/server/spool/log-format.js';
import { anyValue } from '../../support/value-generator.js';
import { BlockCoverage } from './coverage.js';
import type { SeededRandom } from './random.js';

export interface FuzzReport {
  readonly inputs: number;
  readonly parsers: number;
  /** Inputs that reached something new, and blocks that were reached. */
  readonly kept: number;
  readonly blocks: number;
  readonly failures: readonly string[];
}

interface Parser {
  readonly name: string;
  readonly corpus: readonly Uint8Array[];
  readonly parse: (input: Uint8Array) => void;
}

/** One input may take so long on a machine that does other things too. Milliseconds. */
const SLOW_MS = 2000;
const MAX_INPUT = 16_384;
const GROWTH_MB = 300;
const MAX_FAILURES = 50;
/** Inputs between two questions for the coverage, which cost as much as hundreds of inputs. */
const BATCH = 4096;
/** Of one parser: then chance decides which goes for a new one. */
const MAX_CORPUS = 4000;

/** @param only part of the names of those that are meant. Default: all. */
export async function fuzz(
  inputs: number,
  random: SeededRandom,
  note: (text: string) => void,
  only = '',
): Promise<FuzzReport> {
  const parsers = makeParsers(random).filter(({ name }) => name.includes(only));
  const before = heapMb();
  using coverage = await BlockCoverage.start();
  const each = Math.ceil(inputs / parsers.length);
  const failures: string[] = [];
  let kept = 0;
  for (const parser of parsers) {
    const run = new ParserRun(parser, coverage, random, failures);
    await run.go(each);
    kept += run.kept;
    note(run.line);
    if (failures.length > MAX_FAILURES) break;
  }
  const grown = heapMb() - before;
  if (grown > GROWTH_MB) failures.push(`the memory grew by ${grown} MiB`);
  return { inputs: each * parsers.length, parsers: parsers.length, kept, blocks: coverage.blocks, failures };
}

class ParserRun {
  readonly #parser: Parser;
  readonly #coverage: BlockCoverage;
  readonly #random: SeededRandom;
  readonly #failures: string[];
  readonly #corpus: Uint8Array[];
  kept = 0;
  #done = 0;
  #slowest = 0;
  readonly #started = performance.now();

  constructor(parser: Parser, coverage: BlockCoverage, random: SeededRandom, failures: string[]) {
    this.#parser = parser;
    this.#coverage = coverage;
    this.#random = random;
    this.#failures = failures;
    this.#corpus = [...parser.corpus];
  }

  get line(): string {
    const perSecond = this.#done / ((performance.now() - this.#started) / 1000);
    return `${this.#parser.name}: ${this.#done} inputs, ${perSecond.toFixed(0)} a second, the slowest ${this.#slowest.toFixed(1)} ms; ${this.kept} reached something new`;
  }

  async go(inputs: number): Promise<void> {
    for (const input of this.#corpus) this.#parse(input);
    this.#coverage.know(await this.#coverage.fresh());
    while (this.#done < inputs && this.#failures.length <= MAX_FAILURES) {
      const count = Math.min(BATCH, inputs - this.#done);
      const batch = Array.from({ length: count }, () => mutate(this.#corpus, this.#random));
      for (const input of batch) this.#parse(input);
      this.#done += count;
      const fresh = await this.#coverage.fresh();
      if (fresh.size === 0) continue;
      await this.#keep(batch, fresh);
      this.#coverage.know(fresh);
    }
  }

  /** Finds those that reached it, by halves. What only the whole batch together reached belongs to none. */
  async #keep(inputs: readonly Uint8Array[], wanted: ReadonlySet<string>): Promise<void> {
    const [only] = inputs;
    if (inputs.length === 1 && only !== undefined) {
      this.kept += 1;
      if (this.#corpus.length < MAX_CORPUS) this.#corpus.push(only);
      else this.#corpus[this.#random.between(0, MAX_CORPUS - 1)] = only;
      return;
    }
    const half = Math.ceil(inputs.length / 2);
    let left = wanted;
    for (const part of [inputs.slice(0, half), inputs.slice(half)]) {
      if (left.size === 0) return;
      for (const input of part) this.#parse(input);
      const reached = await this.#coverage.fresh();
      const ours = new Set([...left].filter((block) => reached.has(block)));
      if (ours.size > 0) await this.#keep(part, ours);
      left = new Set([...left].filter((block) => !ours.has(block)));
    }
  }

  #parse(input: Uint8Array): void {
    const { name, parse } = this.#parser;
    const shown = (): string => Buffer.from(input).toString('base64').slice(0, 2000);
    const begin = performance.now();
    try {
      parse(input);
    } catch (error) {
      if (!(error instanceof PSSessionError)) {
        const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        this.#failures.push(`${name}: ${what} for ${shown()}`);
      }
    }
    const took = performance.now() - begin;
    this.#slowest = Math.max(this.#slowest, took);
    if (took > SLOW_MS) this.#failures.push(`${name}: ${took.toFixed(0)} ms for ${shown()}`);
  }
}

function heapMb(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1_048_576);
}

/** One to four changes of one good input. */
function mutate(corpus: readonly Uint8Array[], random: SeededRandom): Uint8Array {
  let bytes = Buffer.from(random.pick(corpus));
  for (let change = random.between(1, 4); change > 0 && bytes.length > 0; change -= 1) {
    const at = random.between(0, bytes.length - 1);
    const end = Math.min(bytes.length, at + random.between(1, 40));
    switch (random.between(0, 6)) {
      case 0:
        bytes[at] = random.between(0, 255);
        break;
      case 1:
        bytes = bytes.subarray(0, at);
        break;
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
        break;
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
        break;
      case 4: {
        const other = random.pick(corpus);
        const from = random.between(0, Math.max(0, other.length - 1));
        bytes = Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + 200), bytes.subarray(end)]);
        break;
      }
      case 5:
        bytes = Buffer.concat([
          bytes.subarray(0, at),
          Buffer.alloc(random.between(1, 300), bytes[at]),
          bytes.subarray(at),
        ]);
        break;
      default:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
    }
  }
  return bytes.subarray(0, MAX_INPUT);
}

function makeParsers(random: SeededRandom): readonly Parser[] {
  const utf8 = (text: string): Uint8Array => Buffer.from(text);
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => random.between(0, 255));
  const values = fc.sample(anyValue, { seed: random.between(1, 1_000_000), numRuns: 100 });
  const clixml = values.map((value) => utf8(encodeClixmlText(value)));
  const pool = new ClientPool({ random: bytes, poolId: guidFromRandom(bytes(16)), maxRunspaces: 1 });
  pool.open();
  const opening = pool.poolBytesToSend(100_000) ?? new Uint8Array(0);
  const client = new WsmanClient({ connectionUri: 'http://server:5985/wsman', random: bytes });
  const shell = { shellId: guidFromRandom(bytes(16)) };
  const requests = [
    client.createShell({ ...shell, creationData: opening }).request,
    client.enumerateShells().request,
    client.startCommand(shell, { commandId: guidFromRandom(bytes(16)), commandText: 'x', data: opening }).request,
    client.send(shell, { data: opening }).request,
    client.disconnect(shell, { idleTimeoutMs: 100_000 }).request,
    client.connect(shell, opening).request,
    client.receive(shell).request ?? new Uint8Array(0),
  ];
  const base64 = Buffer.from(opening).toString('base64');
  const zero = '00000000-0000-0000-0000-000000000000';
  const lines = [
    `<Data Stream='Default' PSGuid='${zero}'>${base64}</Data>\n`,
    `<Command PSGuid='${guidFromRandom(bytes(16))}' />\n<Close PSGuid='${zero}' />\n`,
    `<Signal PSGuid='${guidFromRandom(bytes(16))}' />\n`,
  ].map(utf8);
  const snippets = path.resolve('test/differential/snippets');
  const scripts = readdirSync(snippets)
    .filter((name) => name.endsWith('.ps1'))
    .flatMap((name) => readFileSync(path.join(snippets, name), 'utf8').split(/\n(?=\S)/))
    .map(utf8);
  const frames = [
    encodeFrame(FrameType.hello, 1, { a: [1, 2, 3] }),
    encodeFrame(FrameType.request, 2, null, opening),
    encodeFrame(FrameType.written, 2, true),
  ].map((parts) => Buffer.concat(parts));
  const entries = [
    utf8(`D\u0003aaaaaaaa${shell.shellId}abc`),
    utf8(`P{"command":null,"facts":{"keptFrom":0}}`),
    utf8(`F{"shellId":"${shell.shellId}"}`),
  ];
  return [
    { name: 'CLIXML', corpus: clixml, parse: (input) => void decodeClixml(Buffer.from(input).toString('utf8')) },
    {
      name: 'fragments',
      corpus: [opening, ...clixml],
      parse: (input) => void [...new Defragmenter().push(input)],
    },
    {
      name: 'runspace pool',
      corpus: [opening],
      parse: (input) => void new ServerPool({ random: bytes }).receivePoolData(input, 'Default'),
    },
    { name: 'WSMan requests', corpus: requests, parse: (input) => void readRequest(input) },
    { name: 'WSMan responses', corpus: requests, parse: (input) => void readResponse(input) },
    { name: 'lines of the stdio framing', corpus: lines, parse: (input) => void new OutOfProcServer().receive(input) },
    { name: 'envelope frames', corpus: frames, parse: (input) => void new FrameReader().push(input) },
    { name: 'scripts', corpus: scripts, parse: (input) => void parseInput(Buffer.from(input).toString('utf8')) },
    { name: 'records of a log', corpus: entries, parse: (input) => quietly(() => decodeEntry(input)) },
  ];
}

/** A record whose checksum is right is ours: JSON that is none cannot get here but in this test. */
function quietly(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}
