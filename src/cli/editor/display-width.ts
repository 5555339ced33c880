/** How many columns text takes on a terminal. */

const WIDE =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** Marks above and below, what is not seen, and the further parts of a Korean syllable. */
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
/** Marks above and below a letter, which take no room anywhere. */
const ABOVE = /^(?!\ufe0f)[\p{Mn}\p{Me}]$/u;
// biome-ignore lint: control characters are what this is about
const PLAIN = /^[\u0020-\u007e]*$/;

let segmenter: Intl.Segmenter | undefined;
const clustersOf = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
};

/** The parts of a text that a person sees as one character each: a letter with its marks, a family of emoji. */
export function* clusters(text: string): Generator<string, void, undefined> {
  let at = 0;
  while (at < text.length) {
    // Only a character outside of ASCII, and a line feed behind a return, ever joins the one before it.
    if (isAlone(text, at)) {
      yield text.charAt(at);
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && !(isAlone(text, end) && isAlone(text, end - 1))) end += 1;
    for (const { segment } of clustersOf(text.slice(at, end))) yield segment;
    at = end;
  }
}
/** Whether a character is a part by itself, whatever stands before it. */
function isAlone(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 && code !== 0x0d && !(text.charCodeAt(at + 1) >= 0x80) && text.charCodeAt(at - 1) !== 0x0d;
}

/** Columns of one such part: 2 for East Asian wide ones and emoji, 0 for marks alone. */
export function clusterWidth(cluster: string): number {
  if (cluster.length === 1 && cluster >= ' ' && cluster <= '~') return 1;
  if (cluster.includes('\ufe0f')) return 2; // asked to be shown as a picture
  let [width, sum] = [0, 0];
  for (const char of cluster) {
    const own = NOTHING.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
    width = Math.max(width, own);
    sum += own;
  }
  // Joined pictures are one; joined letters stand beside each other on most terminals.
  return PICTURE.test(cluster) ? width : sum;
}

/** Whether terminals differ in the columns of a part: of flags, of letters in several pieces, of joined pictures. */
export function isUncertain(cluster: string): boolean {
  if (cluster.length < 2) return false;
  const [first, ...others] = cluster;
  return first !== undefined && others.some((char) => !ABOVE.test(char));
}

export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const cluster of clusters(text)) width += clusterWidth(cluster);
  return width;
}

/** Where the character that ends at `index` begins. */
export function previousBoundary(text: string, index: number): number {
  if (index <= 1) return 0;
  if (isPlain(text, index - 1) && isPlain(text, index - 2)) return index - 1;
  return clustersOf(text).containing(index - 1)?.index ?? index - 1;
}

/** Where the character that begins at `index` ends. */
export function nextBoundary(text: string, index: number): number {
  if (index >= text.length - 1) return text.length;
  if (isPlain(text, index) && isPlain(text, index + 1)) return index + 1;
  const found = clustersOf(text).containing(index);
  return found === undefined ? index + 1 : found.index + found.segment.length;
}

const isPlain = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index);
  return code >= 0x20 && code < 0x7f;
};
