/** Where text stands: offsets are UTF-16 units from 0; lines and columns are from 1 and computed only when asked for. */

/** One script's text with its line starts. CR, LF and CR LF each end a line. */
export class SourceText {
  readonly text: string;
  /** The file the text came from, or undefined for text that was typed. */
  readonly fileName: string | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string, fileName?: string) {
    this.text = text;
    this.fileName = fileName;
  }

  /** Offsets at which lines begin; the first is 0. */
  get lineStarts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      const text = this.text;
      for (let i = 0; i < text.length; i++) {
        const c = text.charCodeAt(i);
        if (c === 13) {
          if (text.charCodeAt(i + 1) === 10) i++;
          starts.push(i + 1);
        } else if (c === 10) starts.push(i + 1);
      }
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }

  /** Line number from 1 of an offset. */
  lineNumber(offset: number): number {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** Column number from 1 of an offset, in UTF-16 units. */
  columnNumber(offset: number): number {
    return offset - (this.lineStarts[this.lineNumber(offset) - 1] ?? 0) + 1;
  }

  /** The text of a line (from 1) without its line ending. */
  line(lineNumber: number): string {
    return this.wholeLine(lineNumber).replace(/[\r\n]+$/, '');
  }
  /** With the line break that ends it, as scripts see lines. */
  wholeLine(lineNumber: number): string {
    const start = this.lineStarts[lineNumber - 1] ?? this.text.length;
    return this.text.slice(start, this.lineStarts[lineNumber]);
  }
}

/** A stretch of one source text, end exclusive; the counterpart of `IScriptExtent`. */
export class Extent {
  readonly source: SourceText;
  readonly startOffset: number;
  readonly endOffset: number;

  constructor(source: SourceText, startOffset: number, endOffset: number) {
    this.source = source;
    this.startOffset = startOffset;
    this.endOffset = endOffset;
  }

  /** Another stretch of the same text. */
  moved(startOffset: number, endOffset: number): Extent {
    return new Extent(this.source, startOffset, endOffset);
  }

  get text(): string {
    return this.source.text.slice(this.startOffset, this.endOffset);
  }
  get file(): string | undefined {
    return this.source.fileName;
  }
  get startLineNumber(): number {
    return this.source.lineNumber(this.startOffset);
  }
  get startColumnNumber(): number {
    return this.source.columnNumber(this.startOffset);
  }
  get endLineNumber(): number {
    return this.source.lineNumber(this.endOffset);
  }
  get endColumnNumber(): number {
    return this.source.columnNumber(this.endOffset);
  }
}
