/**
 * The colours of the text. A short text is coloured anew at each key; a long one keeps the colours that it had, moved
 * along with the edit, and is coloured anew when the typing pauses.
 */
import type { StyledSpan } from './screen.js';

const LONG_TEXT = 16_384;
const PAUSE_MS = 60;

export class SpanCache {
  readonly #colorize: (text: string) => readonly StyledSpan[];
  readonly #changed: () => void;
  #text = '';
  #spans: readonly StyledSpan[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(colorize: (text: string) => readonly StyledSpan[], changed: () => void) {
    this.#colorize = colorize;
    this.#changed = changed;
  }
  of(text: string): readonly StyledSpan[] {
    if (text === this.#text) return this.#spans;
    if (text.length < LONG_TEXT) this.#spans = this.#colorize(text);
    else {
      this.#spans = moved(this.#spans, this.#text, text);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#spans = this.#colorize(this.#text);
        this.#changed();
      }, PAUSE_MS);
      this.#timer.unref();
    }
    this.#text = text;
    return this.#spans;
  }
}

/** Spans behind the place where two texts begin to differ move by the difference of their lengths. */
function moved(spans: readonly StyledSpan[], before: string, after: string): readonly StyledSpan[] {
  let same = 0;
  const least = Math.min(before.length, after.length);
  while (same < least && before[same] === after[same]) same += 1;
  const by = after.length - before.length;
  return spans
    .map((span) => {
      if (span.end <= same) return span;
      const start = span.start < same ? span.start : span.start + by;
      return { ...span, start: Math.max(start, 0), end: Math.max(span.end + by, 0) };
    })
    .filter((span) => span.end > span.start);
}
