/** Ctrl+R: the newest line of the history that holds what is typed, then older ones. */
import type { StyledSpan } from './screen.js';

const FOUND = '7';

export class HistorySearch {
  readonly originalText: string;
  readonly originalCursor: number;
  readonly #entries: readonly string[];
  #pattern = '';
  #entry: number;
  #position = -1;
  #failed = false;
  #direction: 'bck' | 'fwd' = 'bck';

  constructor(entries: readonly string[], text: string, cursor: number) {
    this.#entries = entries;
    this.#entry = entries.length;
    this.originalText = text;
    this.originalCursor = cursor;
  }
  get text(): string {
    return this.#entries[this.#entry] ?? this.originalText;
  }
  get cursor(): number {
    return this.#position < 0 ? this.text.length : this.#position;
  }
  type(text: string): void {
    this.#pattern += text;
    this.#find(Math.min(this.#entry, this.#entries.length - 1), -1);
  }
  erase(): void {
    this.#pattern = this.#pattern.slice(0, -1);
    this.#entry = this.#entries.length;
    this.#position = -1;
    this.#failed = false;
    if (this.#pattern !== '') this.#find(this.#entries.length - 1, -1);
  }
  older(): void {
    this.#direction = 'bck';
    if (this.#pattern !== '') this.#find(this.#entry - 1, -1);
  }
  newer(): void {
    this.#direction = 'fwd';
    if (this.#pattern !== '') this.#find(this.#entry + 1, 1);
  }
  line(): string {
    return `${this.#failed ? 'failed-' : ''}${this.#direction}-i-search: ${this.#pattern}_`;
  }
  /** The colours of the text, with what was found shown as found. */
  span(spans: readonly StyledSpan[]): readonly StyledSpan[] {
    if (this.#position < 0 || this.#pattern === '') return spans;
    const start = this.#position;
    const end = start + this.#pattern.length;
    return [
      ...spans.filter((span) => span.end <= start),
      { start, end, style: FOUND },
      ...spans.filter((span) => span.start >= end),
    ];
  }
  #find(from: number, by: 1 | -1): void {
    const shown = this.text;
    const wanted = this.#pattern.toLowerCase();
    for (let at = from; at >= 0 && at < this.#entries.length; at += by) {
      const entry = this.#entries[at] ?? '';
      const position = entry.toLowerCase().lastIndexOf(wanted);
      // The same line again tells nothing new.
      if (position < 0 || (entry === shown && at !== this.#entry)) continue;
      this.#entry = at;
      this.#position = position;
      this.#failed = false;
      return;
    }
    this.#failed = true;
  }
}
