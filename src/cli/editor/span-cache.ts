/**
 * The colours of the text. A short text is coloured anew at each key; a long one keeps the colours that it had, moved
 * along with the edit, and is coloured anew when the typing pauses, in pieces: a key never waits for more than one.
 */
import { type Due, type InPieces, NOT_DUE, whole } from '../../powershell/lang/index.js';
import type { StyledSpan } from './screen.js';

/** Gives the colours of a text; yields when `due` says that others wait for their turn. */
export type Colorize = <W>(text: string, due: Due<W>) => InPieces<W, readonly StyledSpan[]>;

const LONG_TEXT = 16_384;
const PAUSE_MS = 60;
const PIECE_MS = 8;

export class SpanCache {
  readonly #colorize: Colorize | undefined;
  readonly #changed: () => void;
  #text = '';
  #spans: readonly StyledSpan[] = [];
  /** Takes back what waits to be done. */
  #cancel: () => void = () => undefined;

  constructor(colorize: Colorize | undefined, changed: () => void) {
    this.#colorize = colorize;
    this.#changed = changed;
  }
  of(text: string): readonly StyledSpan[] {
    const colorize = this.#colorize;
    if (colorize === undefined || text === this.#text) return this.#spans;
    this.#cancel();
    if (text.length < LONG_TEXT) this.#spans = whole(colorize(text, NOT_DUE));
    else {
      this.#spans = moved(this.#spans, this.#text, text);
      const pause = setTimeout(() => this.#inPieces(colorize, text), PAUSE_MS);
      pause.unref();
      this.#cancel = () => clearTimeout(pause);
    }
    this.#text = text;
    return this.#spans;
  }
  #inPieces(colorize: Colorize, text: string): void {
    let end = 0;
    const work = colorize(text, () => (performance.now() > end ? true : undefined));
    const piece = (): void => {
      end = performance.now() + PIECE_MS;
      const step = work.next();
      if (step.done === true) {
        this.#spans = step.value;
        this.#changed();
      } else {
        const next = setImmediate(piece);
        this.#cancel = () => clearImmediate(next);
      }
    };
    piece();
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
