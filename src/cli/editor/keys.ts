/** Keys by short names: `C-a` is Ctrl+A, `M-b` Alt+B, `S-tab` Shift+Tab, `text` what is simply typed. */
import { emitKeypressEvents, type Interface } from 'node:readline';

export interface Key {
  readonly name: string;
  /** What was typed or pasted; empty for the other keys. */
  readonly text: string;
}

interface NodeKey {
  readonly sequence?: string;
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  readonly shift?: boolean;
}

const MAX_PASTE = 1_048_576;
/** How long a lone escape may be the beginning of a key's sequence. Terminals send these in one piece. */
const ESCAPE_MS = 50;

/** Node's decoder of terminal input knows the sequences of the many terminals; this gives its keys our names. */
export class KeyReader {
  readonly #onKey: (key: Key) => void;
  readonly #input: NodeJS.ReadableStream;
  #pasted: string | undefined;

  constructor(input: NodeJS.ReadableStream, onKey: (key: Key) => void) {
    this.#input = input;
    this.#onKey = onKey;
    // Of an interface the decoder reads this one setting; without it a person waits half a second for Escape to be taken.
    emitKeypressEvents(input, { escapeCodeTimeout: ESCAPE_MS } as unknown as Interface);
    input.on('keypress', this.#take);
  }
  close(): void {
    this.#input.off('keypress', this.#take);
  }

  readonly #take = (text: string | undefined, key: NodeKey): void => {
    // A bracketed paste is one piece of text, whatever keys its characters would be. [xterm, DECSET 2004]
    if (key.name === 'paste-start') this.#pasted = '';
    else if (key.name === 'paste-end') {
      const pasted = this.#pasted ?? '';
      this.#pasted = undefined;
      if (pasted !== '') this.#onKey({ name: 'paste', text: pasted });
    } else if (this.#pasted !== undefined) {
      if (this.#pasted.length < MAX_PASTE) this.#pasted += key.sequence ?? text ?? '';
    } else {
      const named = keyOf(text, key);
      if (named !== undefined) this.#onKey(named);
    }
  };
}

/** @returns undefined for what no key of a person is: an unknown escape sequence. */
export function keyOf(text: string | undefined, key: NodeKey): Key | undefined {
  const sequence = key.sequence ?? text ?? '';
  if (sequence === '\r' || sequence === '\n') return { name: sequence === '\r' ? 'enter' : 'C-j', text: '' };
  if (sequence === '\u001b\r' || sequence === '\u001b\n') return { name: 'M-enter', text: '' };
  // Escape and Ctrl+C at once: whoever wants to be out of here is.
  if (sequence === '\u001b\u0003') return { name: 'C-c', text: '' };
  if (sequence === '\u001b') return { name: 'escape', text: '' };
  if (sequence === '\u001f') return { name: 'C-_', text: '' };
  if (sequence === '\0') return { name: 'C-space', text: '' };
  const { name = '' } = key;
  const plain = key.ctrl !== true && key.meta !== true;
  if (plain && text !== undefined && text !== '' && !/^[\u0000-\u001f\u007f]/.test(text)) return { name: 'text', text };
  if (name === '' || name === 'undefined') {
    // Alt with a sign that has no name: `ESC .`
    const rest = sequence.startsWith('\u001b') ? sequence.slice(1) : '';
    return rest.length === 1 ? { name: `M-${rest}`, text: '' } : undefined;
  }
  const shift = key.shift === true && name.length > 1 ? 'S-' : '';
  const ctrl = key.ctrl === true ? 'C-' : '';
  const meta = key.meta === true ? 'M-' : '';
  return { name: `${ctrl}${meta}${shift}${name === 'return' ? 'enter' : name}`, text: '' };
}
