/**
 * The text that is being typed: a string, a cursor, an undo list and what was cut. No terminal, no keys: every method is
 * one thing that a person can do to the text.
 */
import { nextBoundary, previousBoundary } from './display-width.js';

interface Snapshot {
  readonly text: string;
  readonly cursor: number;
}

const MAX_UNDO = 500;
const MAX_TEXT = 1_048_576;
/** As PSReadLine keeps them. */
const MAX_CUTS = 10;
const WORD = /[\p{L}\p{N}_$]/u;

export class EditBuffer {
  #text = '';
  #cursor = 0;
  readonly #undo: Snapshot[] = [];
  readonly #redo: Snapshot[] = [];
  /** Typing letter by letter is undone as a whole. */
  #typing = false;
  /** What was cut, the newest last. */
  readonly #cuts: string[] = [];
  #cutting = false;
  /** What the last command pasted, and from which cut. */
  #pasted: { readonly start: number; readonly length: number; readonly cut: number } | undefined;
  /** Column that up and down try to keep. */
  #column: number | undefined;

  get text(): string {
    return this.#text;
  }
  get cursor(): number {
    return this.#cursor;
  }
  get isMultiline(): boolean {
    return this.#text.includes('\n');
  }

  set(text: string, cursor = text.length): void {
    this.#remember();
    this.#text = text.slice(0, MAX_TEXT);
    this.#cursor = Math.min(cursor, this.#text.length);
    this.#moved();
  }
  /** A new, empty text with nothing to undo. */
  reset(text = ''): void {
    this.#text = text;
    this.#cursor = text.length;
    this.#undo.length = 0;
    this.#redo.length = 0;
    this.#moved();
  }

  insert(text: string): void {
    const clean = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\0', '');
    if (clean === '' || this.#text.length + clean.length > MAX_TEXT) return;
    const single = clean.length === 1 && clean !== '\n' && clean !== ' ';
    if (!(single && this.#typing)) this.#remember();
    this.#text = this.#text.slice(0, this.#cursor) + clean + this.#text.slice(this.#cursor);
    this.#cursor += clean.length;
    this.#moved();
    this.#typing = single;
  }
  /** Puts `text` in place of a stretch, as a completion does; the cursor stands behind it. */
  replace(start: number, length: number, text: string): void {
    this.#remember();
    this.#text = this.#text.slice(0, start) + text + this.#text.slice(start + length);
    this.#cursor = start + text.length;
    this.#moved();
  }

  /** @param cursor behind the text it is the end, before it the beginning. */
  moveTo(cursor: number): void {
    this.#move(Math.max(0, Math.min(cursor, this.#text.length)));
  }
  left(): void {
    this.#move(previousBoundary(this.#text, this.#cursor));
  }
  right(): void {
    this.#move(nextBoundary(this.#text, this.#cursor));
  }
  wordLeft(): void {
    this.#move(this.#wordStart());
  }
  wordRight(): void {
    this.#move(this.#wordEnd());
  }
  lineStart(): void {
    this.#move(this.#startOfLine());
  }
  lineEnd(): void {
    this.#move(this.#endOfLine());
  }
  textStart(): void {
    this.#move(0);
  }
  textEnd(): void {
    this.#move(this.#text.length);
  }
  /** False when there is no line above. */
  up(): boolean {
    const start = this.#startOfLine();
    if (start === 0) return false;
    const column = this.#column ?? this.#cursor - start;
    const above = this.#text.lastIndexOf('\n', start - 2) + 1;
    this.#move(Math.min(above + column, start - 1));
    this.#column = column;
    return true;
  }
  /** False when there is no line below. */
  down(): boolean {
    const end = this.#endOfLine();
    if (end === this.#text.length) return false;
    const column = this.#column ?? this.#cursor - this.#startOfLine();
    const next = this.#text.indexOf('\n', end + 1);
    this.#move(Math.min(end + 1 + column, next < 0 ? this.#text.length : next));
    this.#column = column;
    return true;
  }

  deleteLeft(): void {
    this.#remove(previousBoundary(this.#text, this.#cursor), this.#cursor);
  }
  deleteRight(): void {
    this.#remove(this.#cursor, nextBoundary(this.#text, this.#cursor));
  }
  cutWordLeft(): void {
    this.#cutOut(this.#wordStart(), this.#cursor, 'before');
  }
  /** As a Unix shell's Ctrl+W: up to white space. */
  cutBlankWordLeft(): void {
    let at = this.#cursor;
    while (at > 0 && /\s/.test(this.#text[at - 1] ?? '')) at -= 1;
    while (at > 0 && !/\s/.test(this.#text[at - 1] ?? '')) at -= 1;
    this.#cutOut(at, this.#cursor, 'before');
  }
  cutWordRight(): void {
    this.#cutOut(this.#cursor, this.#wordEnd(), 'after');
  }
  cutToLineStart(): void {
    this.#cutOut(this.#startOfLine(), this.#cursor, 'before');
  }
  cutToLineEnd(): void {
    const end = this.#endOfLine();
    // At the end of a line the line break goes, as in Emacs.
    this.#cutOut(this.#cursor, end === this.#cursor && end < this.#text.length ? end + 1 : end, 'after');
  }
  paste(): void {
    this.#paste(this.#cuts.length - 1);
  }
  /** In place of what was just pasted, what was cut before it; behind the oldest comes the newest again. */
  pasteOlder(): void {
    const pasted = this.#pasted;
    if (pasted === undefined) return;
    this.#remove(pasted.start, pasted.start + pasted.length);
    this.#paste((pasted.cut + this.#cuts.length - 1) % this.#cuts.length);
  }
  #paste(cut: number): void {
    const start = this.#cursor;
    this.insert(this.#cuts[cut] ?? '');
    if (this.#cursor > start) this.#pasted = { start, length: this.#cursor - start, cut };
  }
  /** Writes the rest of the word, or the next one, in other letters. */
  changeWord(change: (word: string) => string): void {
    const end = this.#wordEnd();
    const part = this.#text.slice(this.#cursor, end);
    if (part !== '') this.replace(this.#cursor, part.length, change(part));
  }
  /** As it was before anything was changed. */
  revert(): void {
    const [first] = this.#undo;
    if (first !== undefined) this.set(first.text, first.text.length);
  }
  swap(): void {
    if (this.#text.length < 2 || this.#cursor === 0) return;
    const right = this.#cursor === this.#text.length ? this.#cursor : nextBoundary(this.#text, this.#cursor);
    const middle = previousBoundary(this.#text, right);
    const left = previousBoundary(this.#text, middle);
    this.#remember();
    const moved = this.#text.slice(middle, right) + this.#text.slice(left, middle);
    this.#text = this.#text.slice(0, left) + moved + this.#text.slice(right);
    this.#cursor = right;
    this.#moved();
  }
  undo(): void {
    this.#exchange(this.#undo, this.#redo);
  }
  redo(): void {
    this.#exchange(this.#redo, this.#undo);
  }

  #exchange(from: Snapshot[], to: Snapshot[]): void {
    const last = from.pop();
    if (last === undefined) return;
    to.push({ text: this.#text, cursor: this.#cursor });
    this.#text = last.text;
    this.#cursor = last.cursor;
    this.#moved();
  }
  #remember(): void {
    this.#undo.push({ text: this.#text, cursor: this.#cursor });
    if (this.#undo.length > MAX_UNDO) this.#undo.shift();
    this.#redo.length = 0;
  }
  #move(to: number): void {
    this.#cursor = to;
    this.#moved();
  }
  #moved(): void {
    this.#typing = false;
    this.#cutting = false;
    this.#pasted = undefined;
    this.#column = undefined;
  }
  #remove(from: number, to: number): void {
    if (from === to) return;
    this.#remember();
    this.#text = this.#text.slice(0, from) + this.#text.slice(to);
    this.#cursor = from;
    this.#moved();
  }
  /** Cuts that follow each other are pasted as one. */
  #cutOut(from: number, to: number, side: 'before' | 'after'): void {
    if (from === to) return;
    const text = this.#text.slice(from, to);
    const last = this.#cutting ? (this.#cuts.pop() ?? '') : '';
    this.#remove(from, to);
    this.#cuts.push(side === 'before' ? text + last : last + text);
    if (this.#cuts.length > MAX_CUTS) this.#cuts.shift();
    this.#cutting = true;
  }
  #startOfLine(): number {
    return this.#cursor === 0 ? 0 : this.#text.lastIndexOf('\n', this.#cursor - 1) + 1;
  }
  #endOfLine(): number {
    const end = this.#text.indexOf('\n', this.#cursor);
    return end < 0 ? this.#text.length : end;
  }
  #wordStart(): number {
    let at = this.#cursor;
    while (at > 0 && !WORD.test(this.#text[at - 1] ?? '')) at -= 1;
    while (at > 0 && WORD.test(this.#text[at - 1] ?? '')) at -= 1;
    return at;
  }
  #wordEnd(): number {
    let at = this.#cursor;
    while (at < this.#text.length && !WORD.test(this.#text[at] ?? '')) at += 1;
    while (at < this.#text.length && WORD.test(this.#text[at] ?? '')) at += 1;
    return at;
  }
}
