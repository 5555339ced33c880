/**
 * One parser's inputs, in a worker: what reaches an edge of our code that none before it reached becomes one of those that
 * others are made from. The supervisor (`fuzz.ts`) sees in shared memory which input is being read, and ends a worker that
 * hangs; a worker that takes too much memory is ended by V8.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { encodeUtf8 } from '../../../src/protocol/bytes/index.js';
import { SeededRandom } from '../soak/random.js';
import { Corpus } from './corpus.js';
import { FEATURES, takeFeatures, wordsOf } from './edges.js';
import { MAX_INPUT, mutate } from './mutate.js';
import { isRefusal, type Parser } from './parser.js';
import { makeParsers } from './parsers.js';

export interface RunOrder {
  readonly parser: string;
  readonly inputs: number;
  readonly seed: number;
  readonly guided: boolean;
  /** Two numbers (which input, how long it is), then its bytes. */
  readonly shared: SharedArrayBuffer;
}
export const SHARED_BYTES = 8 + MAX_INPUT;

export type RunMessage =
  | { readonly type: 'failure'; readonly what: string; readonly input: Uint8Array }
  | {
      readonly type: 'end';
      readonly inputs: number;
      readonly seconds: number;
      readonly slowestMs: number;
      readonly kept: number;
      readonly features: number;
      readonly grownMb: number;
      readonly corpus: readonly Uint8Array[];
    };

const MAX_FAILURES = 20;

export function guidedRun(order: RunOrder, tell: (message: RunMessage) => void): void {
  const parser = makeParsers(new SeededRandom(order.seed)).find(({ name }) => name === order.parser);
  if (parser === undefined) throw new Error(`no parser '${order.parser}'`);
  new Run(parser, order, tell).go();
}

class Run {
  readonly #parser: Parser;
  readonly #order: RunOrder;
  readonly #tell: (message: RunMessage) => void;
  readonly #random: SeededRandom;
  readonly #corpus = new Corpus(FEATURES);
  readonly #features = new Int32Array(FEATURES);
  readonly #now: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #found = new Set<string>();
  #slowest = 0;

  constructor(parser: Parser, order: RunOrder, tell: (message: RunMessage) => void) {
    this.#parser = parser;
    this.#order = order;
    this.#tell = tell;
    this.#random = new SeededRandom(order.seed);
    this.#now = new Int32Array(order.shared, 0, 2);
    this.#bytes = new Uint8Array(order.shared, 8);
  }

  go(): void {
    const words = wordsOf(this.#parser.rooms).map((word) => encodeUtf8(word));
    const { inputs, guided } = this.#order;
    const random = this.#random;
    takeFeatures(this.#features);
    const maxBytes = this.#parser.maxBytes ?? MAX_INPUT;
    for (const example of this.#parser.examples) {
      const input = Uint8Array.from(example.subarray(0, maxBytes));
      this.#parse(input);
      this.#corpus.offer(input, this.#features, takeFeatures(this.#features));
    }
    const other = (): Uint8Array => this.#corpus.any(random);
    const start = performance.now();
    let done = 0;
    let settled = 0;
    for (; done < inputs && this.#found.size < MAX_FAILURES; done += 1) {
      // Caches and compiled code are there by then; what still grows is not.
      if (done === Math.floor(inputs / 4)) settled = heapMb();
      const input = mutate(this.#corpus.choose(random), other, words, maxBytes, random);
      this.#parse(input);
      if (guided) this.#corpus.offer(input, this.#features, takeFeatures(this.#features));
    }
    Atomics.store(this.#now, 0, 0);
    this.#tell({
      type: 'end',
      inputs: done,
      seconds: (performance.now() - start) / 1000,
      slowestMs: this.#slowest,
      kept: this.#corpus.kept,
      features: this.#corpus.features,
      grownMb: heapMb() - settled,
      corpus: this.#corpus.inputs,
    });
  }

  #parse(input: Uint8Array): void {
    this.#bytes.set(input);
    this.#now[1] = input.length;
    Atomics.add(this.#now, 0, 1);
    const begin = performance.now();
    try {
      this.#parser.parse(input);
    } catch (error) {
      if (!isRefusal(error, this.#parser)) this.#fail(error, input);
    }
    this.#slowest = Math.max(this.#slowest, performance.now() - begin);
  }

  /** Each place is told once: a fault that is reached once is reached thousands of times. */
  #fail(error: unknown, input: Uint8Array): void {
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const places = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)) : [];
    const isDeep = error instanceof RangeError && error.message.includes('call stack');
    const place = isDeep ? error.message : (places[0]?.trim() ?? what);
    if (this.#found.has(place)) return;
    this.#found.add(place);
    const shown = places.slice(0, 4).map((line) => line.trim());
    this.#tell({ type: 'failure', what: `${what}\n    ${shown.join('\n    ')}`, input: Uint8Array.from(input) });
  }
}

let collect: (() => void) | undefined;
function heapMb(): number {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return Math.round((heapUsed + arrayBuffers) / 1_048_576);
}
