/** Where an error stands, as `InvocationInfo.PositionMessage` says it. */
import type { Extent } from '../../lang/index.js';

/** Longer lines are cut, so that the mark can be seen on a screen of 80 columns. */
const MAX_LINE = 69;
/** Characters kept before and behind what is marked, where there is room. */
const KEEP_BEFORE = 12;
const KEEP_BEHIND = 8;

/** Three lines: `At file:line char:column`, `+ the line`, `+   ~~~`. */
export function positionText(extent: Extent): string {
  let text = texts.get(extent);
  if (text === undefined) {
    text = makeText(extent);
    texts.set(extent, text);
  }
  return text;
}
/** Each call tells the place that it was called from: a loop calls from one place. */
const texts = new WeakMap<Extent, string>();
function makeText(extent: Extent): string {
  const place = `At ${extent.file ?? 'line'}:${extent.startLineNumber} char:${extent.startColumnNumber}`;
  const marked = markedLine(extent);
  return marked === undefined ? place : `${place}\n+ ${marked.line}\n+ ${marked.mark}`;
}

function markedLine(extent: Extent): { readonly line: string; readonly mark: string } | undefined {
  let line = extent.source.line(extent.startLineNumber).trimEnd();
  if (line === '') return undefined;
  let before = extent.startColumnNumber - 1;
  let length =
    extent.startLineNumber === extent.endLineNumber && extent.endColumnNumber <= line.length + 1
      ? extent.endColumnNumber - extent.startColumnNumber
      : line.length - extent.startColumnNumber + 1;
  if (line.includes('\t')) {
    const spaces = (text: string): string => text.replaceAll('\t', '    ');
    const head = spaces(line.slice(0, before));
    const marked = spaces(line.slice(before, before + length));
    line = head + marked + spaces(line.slice(before + length));
    before = head.length;
    length = marked.length;
  }
  let cutBefore = false;
  let cutBehind = false;
  if (line.length > MAX_LINE) {
    let prefix = Math.min(before, KEEP_BEFORE);
    const behind = line.length - length - before;
    let suffix = Math.min(behind, KEEP_BEHIND);
    let size = prefix + length + suffix;
    if (size >= MAX_LINE) {
      if (prefix + length >= MAX_LINE) length = MAX_LINE - prefix;
      cutBehind = true;
    } else {
      const available = before - prefix;
      if (available > 0) {
        prefix += Math.min(available, MAX_LINE - size);
        size = prefix + length + suffix;
      }
      if (size < MAX_LINE && behind > 0) suffix += Math.min(behind, MAX_LINE - size);
      cutBehind = suffix < behind;
    }
    cutBefore = prefix < before;
    const start = Math.max(before - prefix, 0);
    line = line.slice(start, start + MAX_LINE);
    before = Math.min(before, prefix);
    length = Math.min(length, MAX_LINE - before);
  }
  return {
    line: `${cutBefore ? '… ' : ''}${line}${cutBehind ? ' …' : ''}`,
    mark: ' '.repeat(before + (cutBefore ? 2 : 0)) + '~'.repeat(Math.max(1, length)),
  };
}
