/** The inputs that others are made from: for each feature of the code the shortest one that reaches it. */
import type { SeededRandom } from '../soak/random.js';

interface Entry {
  readonly input: Uint8Array;
  /** Features of which this is the shortest. */
  owned: number;
  chosen: number;
}

export class Corpus {
  #entries: Entry[] = [];
  readonly #owners: (Entry | undefined)[];
  /** Inputs that reached something new, and features that were reached. */
  kept = 0;
  features = 0;

  constructor(features: number) {
    this.#owners = Array.from({ length: features });
  }

  get inputs(): readonly Uint8Array[] {
    return this.#entries.map(({ input }) => input);
  }

  /** Keeps a copy of the input if it reaches something new, or reaches in fewer bytes what another did. */
  offer(input: Uint8Array, features: Int32Array, count: number): void {
    let entry: Entry | undefined;
    let fresh = false;
    for (let at = 0; at < count; at += 1) {
      const feature = features[at] ?? 0;
      const owner = this.#owners[feature];
      if (owner !== undefined && owner.input.length <= input.length) continue;
      entry ??= { input: Uint8Array.from(input), owned: 0, chosen: 0 };
      if (owner === undefined) {
        fresh = true;
        this.features += 1;
      } else owner.owned -= 1;
      this.#owners[feature] = entry;
      entry.owned += 1;
    }
    if (entry === undefined) return;
    if (fresh) this.kept += 1;
    if (!fresh) this.#entries = this.#entries.filter(({ owned }) => owned > 0);
    this.#entries.push(entry);
  }

  /** Of three the one that was chosen least: new ones get their turn soon. */
  choose(random: SeededRandom): Uint8Array {
    let best = random.pick(this.#entries);
    for (let more = 0; more < 2; more += 1) {
      const other = random.pick(this.#entries);
      if (other.chosen < best.chosen) best = other;
    }
    best.chosen += 1;
    return best.input;
  }

  any(random: SeededRandom): Uint8Array {
    return random.pick(this.#entries).input;
  }
}
