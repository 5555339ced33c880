/**
 * Which blocks of this program's own code have run: V8's precise coverage, asked for between batches of inputs. V8 counts
 * from question to question, so what is new in an answer is new because of the batch.
 */
import { Session } from 'node:inspector/promises';

/** The bundle that runs: the parsers are in it. */
const OWN = import.meta.url;

export class BlockCoverage implements Disposable {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  private constructor() {
    this.#session.connect();
  }

  static async start(): Promise<BlockCoverage> {
    const coverage = new BlockCoverage();
    await coverage.#session.post('Profiler.enable');
    // Counts double as "how often", in steps, as other fuzzers have it.
    await coverage.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    return coverage;
  }

  /** Blocks, and magnitudes of how often they ran, that ran since the last question and are not known yet. */
  async fresh(): Promise<ReadonlySet<string>> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const found = new Set<string>();
    for (const { url, functions } of result) {
      if (url !== OWN) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count === 0) continue;
          const block = `${startOffset}-${endOffset}*${magnitude(count)}`;
          if (!this.#seen.has(block)) found.add(block);
        }
      }
    }
    return found;
  }

  know(blocks: ReadonlySet<string>): void {
    for (const block of blocks) this.#seen.add(block);
  }

  get blocks(): number {
    return this.#seen.size;
  }

  [Symbol.dispose](): void {
    this.#session.disconnect();
  }
}

/** 1, 2-7, 8-127, more: a loop that turns once more is no news, one that turns a hundred times is. */
function magnitude(count: number): number {
  return count < 2 ? 0 : count < 8 ? 1 : count < 128 ? 2 : 3;
}
