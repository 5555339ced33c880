/**
 * In which order .NET's Hashtable gives its entries: it has a bucket for each, found by the key's hash code, and walks them
 * from the last to the first. Keys whose code is the same in every process have the same order everywhere, and scripts see
 * it. Texts have a code of their process; a table that holds one keeps the order in which it was filled.
 */

/** Of .NET: sizes of a table that grows. */
const PRIMES = [
  3, 7, 11, 17, 23, 29, 37, 47, 59, 71, 89, 107, 131, 163, 197, 239, 293, 353, 431, 521, 631, 761, 919, 1103, 1327,
  1597, 1931, 2333, 2801, 3371, 4049, 4861, 5839, 7013, 8419, 10103, 12143, 14591, 17519, 21023, 25229, 30293, 36353,
  43627, 52361, 62851, 75431, 90523, 108631, 130363, 156437, 187751, 225307, 270371, 324449, 389357, 467237, 560689,
  672827, 807403, 968897, 1162687, 1395263, 1674319, 2009191, 2411033, 2893249, 3471899, 4166287, 4999559, 5999471,
  7199369,
];
const LEAST = 3;
const LOAD = 0.72;
const STEP = 101;

function isPrime(candidate: number): boolean {
  for (let divisor = 3; divisor * divisor <= candidate; divisor += 2) if (candidate % divisor === 0) return false;
  return true;
}
/** The size that .NET gives a table that is to have room for so many. */
export function primeFrom(least: number): number {
  const known = PRIMES.find((prime) => prime >= least);
  if (known !== undefined) return known;
  for (let candidate = least | 1; ; candidate += 2)
    if (isPrime(candidate) && (candidate - 1) % STEP !== 0) return candidate;
}

/** In the place of an entry: a bucket that is free, or that was left and still stands in somebody's way. */
const FREE = -1;
/** The buckets of a table. */
interface Buckets {
  readonly size: number;
  /** Which entry is there: its number in the table. */
  readonly entries: Int32Array;
  readonly hashes: Int32Array;
  /** Another key wanted it too: who looks for that one has to look further. */
  readonly collided: Uint8Array;
}
const emptyBuckets = (size: number): Buckets => ({
  size,
  entries: new Int32Array(size).fill(FREE),
  hashes: new Int32Array(size),
  collided: new Uint8Array(size),
});
/** How far the next bucket is where a key may be. */
const stepOf = (hash: number, size: number): number => 1 + ((Math.imul(hash, STEP) >>> 0) % (size - 1));

/** Of the entries of a table, which have numbers. */
export class HashOrder {
  readonly #capacity: number;
  /** Most tables are never asked for their order. */
  #made: Buckets | undefined;
  #count = 0;
  #occupied = 0;
  constructor(capacity = 0) {
    this.#capacity = capacity;
  }
  get #buckets(): Buckets {
    if (this.#made === undefined) {
      const wanted = this.#capacity / LOAD;
      this.#made = emptyBuckets(wanted > LEAST ? primeFrom(Math.trunc(wanted)) : LEAST);
    }
    return this.#made;
  }
  get #full(): number {
    return Math.trunc(LOAD * this.#buckets.size);
  }
  /** An entry whose key is not there yet. */
  insert(entry: number, hashCode: number): void {
    if (this.#count >= this.#full) this.#rehash(primeFrom(2 * this.#buckets.size));
    else if (this.#occupied > this.#full && this.#count > 100) this.#rehash(this.#buckets.size);
    this.#put(this.#buckets, entry, hashCode & 0x7fffffff);
    this.#count += 1;
  }
  #put({ size, entries, hashes, collided }: Buckets, entry: number, hash: number): void {
    const step = stepOf(hash, size);
    let left = FREE;
    for (let at = hash % size, tries = 0; tries < size; at = (at + step) % size, tries += 1) {
      if (entries[at] === FREE) {
        if (left === FREE) left = at;
        if (collided[at] === 0) break;
      } else if (left === FREE && collided[at] === 0) {
        collided[at] = 1;
        this.#occupied += 1;
      }
    }
    if (left === FREE) return;
    entries[left] = entry;
    hashes[left] = hash;
  }
  #rehash(size: number): void {
    const { entries, hashes } = this.#buckets;
    const made = emptyBuckets(size);
    this.#made = made;
    this.#occupied = 0;
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] ?? FREE;
      if (entry !== FREE) this.#put(made, entry, hashes[at] ?? 0);
    }
  }
  remove(entry: number, hashCode: number): void {
    const hash = hashCode & 0x7fffffff;
    const { size, entries } = this.#buckets;
    const step = stepOf(hash, size);
    for (let at = hash % size, tries = 0; tries < size; at = (at + step) % size, tries += 1) {
      if (entries[at] !== entry) continue;
      entries[at] = FREE;
      this.#count -= 1;
      return;
    }
  }
  /** The table keeps its size. */
  clear(): void {
    if (this.#made !== undefined) this.#made = emptyBuckets(this.#made.size);
    this.#count = 0;
    this.#occupied = 0;
  }
  /** The entries as the table gives them. */
  entries(): number[] {
    const { entries } = this.#buckets;
    const out: number[] = [];
    for (let at = entries.length - 1; at >= 0; at -= 1) {
      const entry = entries[at] ?? FREE;
      if (entry !== FREE) out.push(entry);
    }
    return out;
  }
  /** From now on the number of an entry is its place among these, which go up. */
  renumber(numbers: readonly number[]): void {
    const { entries } = this.#buckets;
    const places = new Int32Array((numbers.at(-1) ?? -1) + 1);
    for (let at = 0; at < numbers.length; at += 1) places[numbers[at] ?? 0] = at;
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] ?? FREE;
      if (entry !== FREE) entries[at] = places[entry] ?? FREE;
    }
  }
}
