/** As much of DER as a certificate's own fields need. [X.690] */

export interface DerItem {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Header included. */
  readonly whole: Uint8Array;
}
export class DerProblem extends Error {}

/** The items that lie one after the other. Lengths are checked against what is there. */
export function derItems(bytes: Uint8Array): DerItem[] {
  const items: DerItem[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes[at] ?? 0;
    let length = bytes[at + 1];
    let head = 2;
    if (length === undefined) throw new DerProblem('cut off');
    if (length >= 0x80) {
      const count = length & 0x7f;
      if (count === 0 || count > 4) throw new DerProblem('length');
      length = 0;
      for (let index = 0; index < count; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
      head += count;
    }
    const end = at + head + length;
    if (end > bytes.length) throw new DerProblem('cut off');
    items.push({ tag, content: bytes.subarray(at + head, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return items;
}
export function derInside(item: DerItem | undefined): DerItem[] {
  if (item === undefined) throw new DerProblem('missing');
  return derItems(item.content);
}
export function derOid(item: DerItem | undefined): string {
  if (item?.tag !== 6) throw new DerProblem('no object identifier');
  const parts: bigint[] = [];
  let value = 0n;
  for (const one of item.content) {
    value = (value << 7n) | BigInt(one & 0x7f);
    if ((one & 0x80) !== 0) continue;
    if (parts.length === 0) {
      const first = value < 80n ? value / 40n : 2n;
      parts.push(first, value - first * 40n);
    } else parts.push(value);
    value = 0n;
  }
  return parts.join('.');
}
/** A text of any of the string types. */
export function derText({ tag, content }: DerItem): string {
  if (tag === 0x1e) return new TextDecoder('utf-16be').decode(content);
  return tag === 0x14 ? Buffer.from(content).toString('latin1') : new TextDecoder().decode(content);
}
/** UTCTime or GeneralizedTime, in milliseconds since 1970. */
export function derTime({ tag, content }: DerItem): number {
  const text = Buffer.from(content).toString('latin1');
  const full = tag === 0x17 ? (Number(text.slice(0, 2)) < 50 ? '20' : '19') + text : text;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(full);
  if (match === null) throw new DerProblem('time');
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
}
