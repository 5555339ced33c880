/**
 * CLIXML's two layers of escaping. protocol.md 2.4
 *
 * Outer: XML's entities. Inner: `_xHHHH_` for every unit U+0000..001F, U+007F..009F and every surrogate; `_` itself as
 * `_x005F_` only when `x` or `X` follows. Everything else goes out as it is.
 */

const NEEDS_ATTRIBUTE = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff&<>"]|_[xX]/;
const EACH_ATTRIBUTE = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff&<>"]|_(?=[xX])/g;

function escapeOne(unit: string): string {
  switch (unit) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    default:
      return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  }
}

/** For the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return NEEDS_ATTRIBUTE.test(text) ? text.replace(EACH_ATTRIBUTE, escapeOne) : text;
}

const ESCAPES = /_[xX](?:([0-9a-fA-F]{8})|([0-9a-fA-F]{4}))_/g;

/** Undoes the inner layer: left to right, escapes do not overlap, what is malformed stays. */
export function unescapeUnits(text: string): string {
  if (text.indexOf('_x') < 0 && text.indexOf('_X') < 0) return text;
  return text.replace(ESCAPES, (whole, long: string | undefined, short: string | undefined) => {
    if (short !== undefined) return String.fromCharCode(Number.parseInt(short, 16));
    const point = Number.parseInt(long ?? '', 16);
    return point >= 0x10000 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

const LONGEST_ESCAPE = '_x0010FFFF_'.length;
const OF_ESCAPES = /[0-9a-fA-FxX_]/;
/** The first place from `end` on that is in no escape, where there is none at `at`. */
export function endOfEscapes(text: string, at: number, end: number): number {
  let from = end;
  while (from > at && OF_ESCAPES.test(text.charAt(from - 1))) from -= 1;
  let last = end;
  for (const escape of text.slice(from, end + LONGEST_ESCAPE).matchAll(ESCAPES)) {
    if (from + escape.index >= end) break;
    last = Math.max(last, from + escape.index + escape[0].length);
  }
  return last;
}
