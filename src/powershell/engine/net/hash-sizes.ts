/** How much room .NET makes in its collections: sizes of dictionaries and sets are primes. */
import { primeFrom } from '../../../protocol/objects/index.js';
import { outOfRange } from './support.js';

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
