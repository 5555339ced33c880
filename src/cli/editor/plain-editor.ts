/**
 * Reads a command where the terminal can only show text (`TERM=dumb`, an editor's window): the terminal itself lets the
 * person change the line, and gives it when it is done. No colours, no completion, no walk through the history.
 */
import type { Key } from './keys.js';
import type { LineEditorOptions, PromptEditor, ReadResult } from './line-editor.js';

export class PlainEditor implements PromptEditor {
  readonly #options: LineEditorOptions;
  #text = '';
  #line = '';
  #finish: ((result: ReadResult) => void) | undefined;
  constructor(options: LineEditorOptions) {
    this.#options = options;
  }
  get isReading(): boolean {
    return this.#finish !== undefined;
  }
  async read(prompt: string): Promise<ReadResult> {
    this.#text = '';
    this.#line = '';
    this.#options.output.write(prompt);
    return await new Promise((resolve) => {
      this.#finish = resolve;
    });
  }
  key(key: Key): void {
    switch (key.name) {
      case 'text':
        this.#line += key.text;
        break;
      case 'C-c':
        this.#options.output.write('\n');
        this.#done({ type: 'cancelled' });
        break;
      case 'enter':
        this.#enter();
        break;
    }
  }
  #enter(): void {
    const blank = this.#line.trim() === '';
    const text = this.#text === '' ? this.#line : `${this.#text}\n${this.#line}`;
    this.#line = '';
    // An empty line runs what is not complete, which then says what is missing.
    if (blank || this.#options.isComplete?.(text) !== false) this.#done({ type: 'line', text });
    else {
      this.#text = text;
      this.#options.output.write(this.#options.settings?.options.ContinuationPrompt ?? '');
    }
  }
  end(): void {
    this.#done({ type: 'end' });
  }
  // What stands on the screen stays there.
  resized(): void {}
  redraw(): void {}
  above(print: () => void): void {
    print();
  }
  #done(result: ReadResult): void {
    const finish = this.#finish;
    this.#finish = undefined;
    finish?.(result);
  }
}

/** Keys of a terminal that is asked for nothing but text, also while it does not echo. */
const CONTROLS: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\u0003': 'C-c',
  '\u0004': 'C-d',
  '\u0008': 'backspace',
  '\u007f': 'backspace',
  '\u0015': 'C-u',
};
export class PlainKeys {
  readonly #input: NodeJS.ReadableStream;
  readonly #onKey: (key: Key) => void;
  readonly #decoder = new TextDecoder();
  constructor(input: NodeJS.ReadableStream, onKey: (key: Key) => void) {
    this.#input = input;
    this.#onKey = onKey;
    input.on('data', this.#take);
  }
  close(): void {
    this.#input.off('data', this.#take);
  }
  readonly #take = (bytes: Uint8Array | string): void => {
    const text = typeof bytes === 'string' ? bytes : this.#decoder.decode(bytes, { stream: true });
    // biome-ignore lint: controls are what this is about
    for (const [part] of text.matchAll(
      /[\r\n\u0003\u0004\u0008\u007f\u0015]|[^\r\n\u0003\u0004\u0008\u007f\u0015]+/g,
    )) {
      const name = CONTROLS[part];
      this.#onKey(name === undefined ? { name: 'text', text: part } : { name, text: '' });
    }
  };
}
