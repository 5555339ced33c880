/** The nodes of a custom view as lines: frames indent, new lines break. */
import type { Steps, Tick } from '../pending.js';
import { wrapSteps } from './cells.js';
import type { Frame, TextNode } from './messages.js';

const MAX_DEPTH = 50;

/** @param columns cells of a line; infinite for no wrapping. */
export function* customSteps(nodes: readonly TextNode[], columns: number, words: boolean, tick: Tick): Steps<string[]> {
  const writer = new CustomWriter(columns, words, tick);
  for (const node of nodes) yield* writer.entry(node, 0);
  yield* writer.flush();
  return writer.lines;
}

class CustomWriter {
  readonly lines: string[] = [];
  readonly #columns: number;
  readonly #words: boolean;
  readonly #frames: Frame[] = [];
  readonly #tick: Tick;
  #text = '';
  constructor(columns: number, words: boolean, tick: Tick) {
    this.#columns = columns;
    this.#words = words;
    this.#tick = tick;
  }
  *entry(node: TextNode, depth: number): Steps<void> {
    if (node.type === 'text' || node.type === 'value') this.#text += node.text;
    else if (node.type === 'newLine') yield* this.flush();
    else
      for (const inner of node.nodes) {
        if (inner.type !== 'entry') yield* this.entry(inner, depth);
        else if (depth < MAX_DEPTH) {
          if (inner.frame === undefined) yield* this.entry(inner, depth + 1);
          else {
            this.#frames.push(inner.frame);
            yield* this.entry(inner, depth + 1);
            this.#frames.pop();
          }
        }
      }
  }
  /** Writes what has gathered, as one paragraph. */
  *flush(): Steps<void> {
    let left = 0;
    let right = 0;
    for (const frame of this.#frames) {
      left += frame.left;
      right += frame.right;
    }
    let firstLine = this.#frames.at(-1)?.firstLine ?? 0;
    const useful = this.#columns - right - left;
    const text = useful <= 0 ? '' : this.#text;
    this.#text = '';
    if (Math.abs(firstLine) >= useful) firstLine = 0;
    const firstWidth = firstLine >= 0 ? useful - firstLine : useful;
    const restWidth = firstLine >= 0 ? useful : useful + firstLine;
    const firstPad = ' '.repeat(firstLine >= 0 ? left + firstLine : left);
    const restPad = ' '.repeat(firstLine >= 0 ? left : left - firstLine);
    const lines = yield* wrapSteps(text, firstWidth, restWidth, this.#words, this.#tick);
    for (const [index, line] of lines.entries()) this.lines.push((index === 0 ? firstPad : restPad) + line);
  }
}
