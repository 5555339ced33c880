/** XML text laid out as .NET's writer does it. */
import type { Steps, Tick } from '../pending.js';

/** One element a line, two blanks a level, as .NET's writer indents: an element with text stays on its line. */
export function* indentedXml(xml: string, tick: Tick): Steps<string> {
  let level = 0;
  let text = '';
  let previous = '';
  for (const [part] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    const closes = part.startsWith('</');
    if (closes) level -= 1;
    const follows = previous === '' || !part.startsWith('<') || !previous.startsWith('<');
    const isEmptyPair = closes && !previous.startsWith('</') && !previous.endsWith('/>');
    text += follows || isEmptyPair ? part : `\n${'  '.repeat(level)}${part}`;
    if (!closes && part.startsWith('<') && !part.endsWith('/>')) level += 1;
    previous = part;
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return text;
}
