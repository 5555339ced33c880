/** How much room .NET makes in its collections: sizes of dictionaries and sets are primes. */
import { outOfRange } from './support.js';

const PRIMES =
  '3 7 11 17 23 29 37 47 59 71 89 107 131 163 197 239 293 353 431 521 631 761 919 1103 1327 1597 1931 2333 2801 3371 4049 4861 5839 7013 8419 10103 12143 14591 17519 21023 25229 30293 36353 43627 52361 62851 75431 90523 108631 130363 156437 187751 225307 270371 324449 389357 467237 560689 672827 807403 968897 1162687 1395263 1674319 2009191 2411033 2893249 3471899 4166287 4999559 5999471 7199369'
    .split(' ')
    .map(Number);
function isPrime(candidate: number): boolean {
  for (let divisor = 3; divisor * divisor <= candidate; divisor += 2) if (candidate % divisor === 0) return false;
  return true;
}
function primeFrom(least: number): number {
  const known = PRIMES.find((prime) => prime >= least);
  if (known !== undefined) return known;
  for (let candidate = least | 1; ; candidate += 2)
    if (isPrime(candidate) && (candidate - 1) % 101 !== 0) return candidate;
}
/** What `EnsureCapacity` gives for a table that grew to its items one by one. */
export function roomFor(count: number, wanted: number): number {
  if (wanted < 0) throw outOfRange('capacity', 'Specified argument was out of the range of valid values.');
  let room = 0;
  while (room < count) room = primeFrom(Math.max(2 * room, 1));
  return room >= wanted ? room : primeFrom(wanted);
}
/** The same of a list or a queue, which doubles. */
export function roomOfList(count: number, wanted: number): number {
  if (wanted < 0) throw outOfRange('capacity', 'Non-negative number required.');
  let room = 0;
  while (room < count) room = Math.max(4, 2 * room);
  return room >= wanted ? room : Math.max(4, 2 * room, wanted);
}
