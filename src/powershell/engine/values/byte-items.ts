/** Bytes as the elements that a script sees. */
import { PSByte } from '../../../protocol/objects/index.js';
import { needRoom } from '../room.js';

/** One for each value: a file of megabytes has millions of them. */
const EACH: readonly PSByte[] = Array.from({ length: 256 }, (_, value) => new PSByte(value));
/** Longer arrays are not made in one piece: JavaScript would keep them as tables. */
const MAX_MADE = 2 ** 24;

export const byteItem = (byte: number): PSByte => EACH[byte] as PSByte;
export function byteItems(bytes: Uint8Array): PSByte[] {
  needRoom(bytes.length);
  const items = bytes.length <= MAX_MADE ? new Array<PSByte>(bytes.length) : [];
  for (let at = 0; at < bytes.length; at += 1) items[at] = byteItem(bytes[at] ?? 0);
  return items;
}
