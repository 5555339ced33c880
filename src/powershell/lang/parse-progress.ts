/**
 * Parsing in pieces. The rules of the parser call each other, so a parse cannot rest in the middle; but long texts are long
 * lists (of statements, pairs, elements), and what a list has so far can be kept. When it is time to let others have
 * their turn, the rules are left, and a new parser goes down to the same place again: each list that was open takes up
 * what it had. An attempt does at least as much as was read again before it, so the whole costs twice at most.
 *
 * A text that is being written is parsed again and again (parse-memory.ts). There the long lists of the last time are kept
 * with the place of each element, and a list takes up the elements that stand in the part that did not change.
 */
import type { ParseError } from './parse-error.js';
import type { Extent } from './source-text.js';
import type { SavedToken, Token } from './token.js';
import type { TokenizerMode } from './text-scanner.js';

/** A promise, or whatever the caller waits for, when it is time; undefined to go on. */
export type Due<W> = () => W | undefined;
/** Work that yields what its caller waits for. */
export type InPieces<W, T> = Generator<W, T, unknown>;
/** For whoever wants the whole at once. */
export const NOT_DUE: Due<never> = () => undefined;
/** Runs work to its end that is never due. */
export function whole<T>(work: InPieces<never, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Thrown through the rules, to the entrance. */
export class Interrupted<W> {
  readonly wait: W;
  constructor(wait: W) {
    this.wait = wait;
  }
}

/** Where a list stands after one of its elements. */
export interface ListMark {
  readonly offset: number;
  readonly mode: TokenizerMode;
  readonly tokens: number;
  readonly read: number;
  readonly errors: number;
  readonly requires: number;
  readonly signature: Extent | undefined;
}
/** What a list has so far. `state` is the rule's own. */
export interface KeptList {
  readonly state: object;
  readonly offset: number;
  readonly mode: TokenizerMode;
  readonly tokens: readonly SavedToken[];
  /** How many were read for it in this attempt. */
  readonly read: number;
  readonly errors: readonly ParseError[];
  readonly requires: readonly Token[];
  readonly signature: Extent | undefined;
  readonly isWhole: boolean;
  /** How deep rules are nested in it. */
  readonly levels: number;
  /** For a later text: how it stood after each element. */
  readonly places: readonly ListPlace[];
}
/** How a list of items stood after one of them. Counts are those of the list alone. */
export interface ListPlace {
  readonly items: number;
  readonly mark: ListMark;
}

/** Shorter lists are read again rather than kept when they are whole. */
const MIN_KEPT = 512;
/** The same between texts: what a key may cost is less. */
const MIN_REMEMBERED = 128;
/** So many tokens are read before the clock is looked at. */
const LOOK = 64;

export class ParseProgress<W> {
  readonly #due: Due<W>;
  readonly #lists: Map<string, KeptList>;
  /** Lists are kept for a later text. */
  readonly remembers: boolean;
  /** Tokens of this attempt: those that were read again, and at the last look. */
  #again = 0;
  #looked = 0;

  /** `remembered`: what an earlier text that begins the same has left; its lists are kept on in here. */
  constructor(due: Due<W>, remembered?: Map<string, KeptList>) {
    this.#due = due;
    this.#lists = remembered ?? new Map();
    this.remembers = remembered !== undefined;
  }
  /** A new attempt begins. */
  restart(): void {
    this.#again = 0;
    this.#looked = 0;
  }
  find(key: string, read: number): KeptList | undefined {
    const kept = this.#lists.get(key);
    if (kept !== undefined) this.#again = read;
    return kept;
  }
  keep(key: string, list: KeptList): void {
    const isLong =
      list.read >= MIN_KEPT ||
      (this.remembers ? list.tokens.length >= MIN_REMEMBERED : list.tokens.some(({ kind }) => kind === 'Run'));
    if (!list.isWhole || isLong) this.#lists.set(key, list);
    else this.#lists.delete(key);
  }
  /** Asked after each element of a list. Throws when it is time. */
  look(read: number): void {
    if (read - this.#again < this.#again || read - this.#looked < LOOK) return;
    this.#looked = read;
    const wait = this.#due();
    if (wait !== undefined) throw new Interrupted(wait);
  }
}
