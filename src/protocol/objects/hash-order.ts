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
function primeFrom(least: number): number {
  const known = PRIMES.find((prime) => prime >= least);
  if (known !== undefined) return known;
  for (let candidate = least | 1; ; candidate += 2)
    if (isPrime(candidate) && (candidate - 1) % STEP !== 0) return candidate;
}

interface Bucket {
  /** Undefined in a bucket that is free, or that was left and still stands in somebody's way. */
  key: unknown;
  isUsed: boolean;
  hash: number;
  /** Another key wanted it too: who looks for that one has to look further. */
  collided: boolean;
}
function emptyBuckets(size: number): Bucket[] {
  const buckets: Bucket[] = [];
  for (let at = 0; at < size; at += 1) buckets.push({ key: undefined, isUsed: false, hash: 0, collided: false });
  return buckets;
}

export class HashOrder {
  readonly #capacity: number;
  /** Most tables are never asked for their order. */
  #made: Bucket[] | undefined;
  #count = 0;
  #occupied = 0;
  constructor(capacity = 0) {
    this.#capacity = capacity;
  }
  get #buckets(): Bucket[] {
    if (this.#made === undefined) {
      const wanted = this.#capacity / LOAD;
      this.#made = emptyBuckets(wanted > LEAST ? primeFrom(Math.trunc(wanted)) : LEAST);
    }
    return this.#made;
  }
  get #full(): number {
    return Math.trunc(LOAD * this.#buckets.length);
  }
  /** The buckets where a key of this code may be, in turn. */
  *#places(code: number): Generator<Bucket> {
    const buckets = this.#buckets;
    const { length } = buckets;
    const step = 1 + ((Math.imul(code, STEP) >>> 0) % (length - 1));
    let at = code % length;
    for (let tries = 0; tries < length; tries += 1) {
      const bucket = buckets[at];
      if (bucket !== undefined) yield bucket;
      at = (at + step) % length;
    }
  }
  /** A key that is not there yet. */
  insert(key: unknown, hashCode: number): void {
    if (this.#count >= this.#full) this.#rehash(primeFrom(2 * this.#buckets.length));
    else if (this.#occupied > this.#full && this.#count > 100) this.#rehash(this.#buckets.length);
    this.#put(key, hashCode & 0x7fffffff);
    this.#count += 1;
  }
  #put(key: unknown, hash: number): void {
    let left: Bucket | undefined;
    for (const bucket of this.#places(hash)) {
      if (!bucket.isUsed) {
        if (bucket.collided) {
          left ??= bucket;
          continue;
        }
        fill(left ?? bucket, key, hash);
        return;
      }
      if (left === undefined && !bucket.collided) {
        bucket.collided = true;
        this.#occupied += 1;
      }
    }
    if (left !== undefined) fill(left, key, hash);
  }
  #rehash(size: number): void {
    const old = this.#buckets;
    this.#made = emptyBuckets(size);
    this.#occupied = 0;
    for (const { isUsed, key, hash } of old) if (isUsed) this.#put(key, hash);
  }
  remove(key: unknown, hashCode: number): void {
    for (const bucket of this.#places(hashCode & 0x7fffffff)) {
      if (!bucket.isUsed || bucket.key !== key) continue;
      bucket.isUsed = false;
      bucket.key = undefined;
      this.#count -= 1;
      return;
    }
  }
  /** The keys as the table gives them. */
  *keys(): Generator<unknown> {
    const buckets = this.#buckets;
    for (let at = buckets.length - 1; at >= 0; at -= 1) {
      const bucket = buckets[at];
      if (bucket?.isUsed === true) yield bucket.key;
    }
  }
}
function fill(bucket: Bucket, key: unknown, hash: number): void {
  bucket.key = key;
  bucket.hash = hash;
  bucket.isUsed = true;
}
