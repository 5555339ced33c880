/** Fields of a list as lines: `label : value`, values wrapped behind their labels. */
import { look, type Steps, type Tick } from '../pending.js';
import { cells, headCells, LINES_AT_ONCE, RESET, splitLines, wrapSteps } from './cells.js';
import type { Field } from './messages.js';
import type { FormatStyles } from './styles.js';

const SEPARATOR = ' : ';

/** @param screen cells of a line; infinite for no wrapping. */
export function* listSteps(
  fields: readonly Field[],
  screen: number,
  styles: FormatStyles,
  words: boolean,
  tick: Tick,
): Steps<string[]> {
  if (fields.length === 0 || screen - SEPARATOR.length - 2 < 0) return [];
  const room = screen - SEPARATOR.length - 1;
  let longest = 0;
  for (const { label } of fields) longest = Math.max(longest, cells(label));
  longest = Math.min(longest, room);
  const indent = longest + SEPARATOR.length;
  const width = screen - indent;
  const lines: string[] = [];
  for (const { label, text } of fields) {
    const length = cells(label);
    const shown = length > longest ? headCells(label, longest) : label + ' '.repeat(longest - length);
    let first = true;
    for (const line of splitLines(text)) {
      for (const part of yield* wrapSteps(line, width, width, words, tick)) {
        if (lines.length % LINES_AT_ONCE === LINES_AT_ONCE - 1) yield* look(tick);
        const head = first
          ? `${styles.accent}${shown}${SEPARATOR}${styles.accent === '' ? '' : styles.reset}`
          : ' '.repeat(indent);
        const open = part.includes('\u001B') && !part.trimEnd().endsWith(RESET);
        lines.push(head + part + (open ? RESET : ''));
        first = false;
      }
    }
  }
  return lines;
}
