/**
 * Tells comments that look like the beginning of a signature block (`# SIG # Begin signature block`) by edit distance,
 * spaces and case ignored, so that look-alikes are caught as well.
 */
const SIGNATURE = 'sig#beginsignatureblock\n';
const THRESHOLD = 10;

/** @param from first character after the `#`; @param to the end of the line. */
export function looksLikeSignature(text: string, from: number, to: number): boolean {
  if (to - from < SIGNATURE.length - THRESHOLD - 1) return false;
  // The line end counts, so a comment at the end of the text has a NUL there.
  const line = `${text.slice(from, to).replace(/[\t\v\f\x85\p{Z}]/gu, '')}${to < text.length ? text.charAt(to) : '\0'}`;
  if (line.length > SIGNATURE.length + THRESHOLD || line.length < SIGNATURE.length - THRESHOLD) return false;
  return editDistance(line.toLowerCase(), SIGNATURE) < THRESHOLD;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      const diagonal = previous[column - 1] ?? 0;
      current.push(same ? diagonal : 1 + Math.min(diagonal, previous[column] ?? 0, current[column - 1] ?? 0));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
