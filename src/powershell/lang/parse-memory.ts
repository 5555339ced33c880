/**
 * Parsing a text that is being written. Each key and each Tab asks for the tree of a text that is almost the one before,
 * or for that of its part before the cursor. Where two texts begin the same, the lists of the first (of statements, pairs,
 * elements) have the same items in that part, and the parser goes on behind them.
 *
 * An item is taken up when another whole one stands between it and the place of the change: what follows can belong to it
 * (`else`, `|` on the next line), and a rule never looks further than to the first token behind.
 */
import { type Due, type InPieces, type KeptList, NOT_DUE, ParseProgress, whole } from './parse-progress.js';
import { type ParsedTree, parseTree, type ParseResult } from './parser.js';

const NO_LISTS: ReadonlyMap<string, KeptList> = new Map();

interface RememberedText {
  readonly text: string;
  readonly tree: ParsedTree;
  readonly lists: ReadonlyMap<string, KeptList>;
  /** How many texts it stands on: their nodes point at their own text, and hold it. */
  readonly age: number;
}

/** The whole text, its part before the cursor, and the one before. */
const TEXTS = 3;
const OLDEST = 64;
/** Shorter texts are parsed again as a whole. Characters. */
const SHORT = 1000;

export class ParseMemory {
  /** The last used first. */
  #texts: readonly RememberedText[] = [];

  /** Tree and tokens alone: the later checks are not made, and errors are those of the grammar. */
  tree(text: string): ParsedTree {
    return whole(this.#treeOf(text, NOT_DUE));
  }
  treeInPieces<W>(text: string, due: Due<W>): InPieces<W, ParsedTree> {
    return this.#treeOf(text, due);
  }
  /** What `parseInput` gives. */
  result(text: string): ParseResult {
    return whole(this.resultInPieces(text, NOT_DUE));
  }
  *resultInPieces<W>(text: string, due: Due<W>): InPieces<W, ParseResult> {
    const tree = yield* this.#treeOf(text, due);
    return yield* tree.checked(due);
  }

  *#treeOf<W>(text: string, due: Due<W>): InPieces<W, ParsedTree> {
    const known = this.#texts.find((one) => one.text === text);
    if (known !== undefined) {
      this.#remember(known);
      return known.tree;
    }
    if (text.length < SHORT) {
      const tree = yield* parseTree(text, undefined, {}, undefined);
      this.#remember({ text, tree, lists: NO_LISTS, age: 0 });
      return tree;
    }
    const [nearest] = this.#texts
      .map((remembered) => ({ remembered, same: sameBeginning(remembered.text, text) }))
      .toSorted((a, b) => b.same - a.same);
    const base = nearest !== undefined && nearest.remembered.age < OLDEST ? nearest : undefined;
    const lists = base === undefined ? new Map<string, KeptList>() : listsBefore(base.remembered.lists, base.same);
    const tree = yield* parseTree(text, undefined, {}, new ParseProgress(due, lists));
    this.#remember({ text, tree, lists, age: lists.size === 0 ? 0 : (base?.remembered.age ?? 0) + 1 });
    return tree;
  }
  #remember(text: RememberedText): void {
    this.#texts = [text, ...this.#texts.filter((one) => one !== text)].slice(0, TEXTS);
  }
}

/** Of the text at the prompt: for its colours, whether it is whole, and what could stand in it. */
export const recentParses = new ParseMemory();

/** How many characters two texts have in common at their beginning. */
function sameBeginning(one: string, other: string): number {
  const least = Math.min(one.length, other.length);
  let same = 0;
  while (same < least && one.charCodeAt(same) === other.charCodeAt(same)) same += 1;
  return same;
}

/** What stands of the lists in the first characters of their text. */
function listsBefore(lists: ReadonlyMap<string, KeptList>, same: number): Map<string, KeptList> {
  const before = new Map<string, KeptList>();
  for (const [key, list] of lists) {
    const cut = listBefore(list, same);
    if (cut !== undefined) before.set(key, cut);
  }
  return before;
}
function listBefore(list: KeptList, same: number): KeptList | undefined {
  const { places, errors, state } = list;
  if (!Array.isArray(state)) return undefined;
  // Whether more text could mend an error is told by the end of the text, which is another one now.
  const open = errors.findIndex(({ incompleteInput, extent }) => incompleteInput || extent.endOffset > same);
  const next = places.findLastIndex(({ mark }) => mark.offset < same && (open < 0 || mark.errors <= open));
  const last = places[next - 1];
  if (last === undefined) return undefined;
  const { mark, items } = last;
  return {
    ...list,
    state: (state as readonly unknown[]).slice(0, items),
    offset: mark.offset,
    mode: mark.mode,
    tokens: list.tokens.slice(0, mark.tokens),
    errors: errors.slice(0, mark.errors),
    requires: list.requires.slice(0, mark.requires),
    signature: mark.signature,
    isWhole: false,
    places: places.slice(0, next),
  };
}
