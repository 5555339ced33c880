/** XML text laid out as .NET's writer does it. */

/** One element a line, two blanks a level, as .NET's writer indents: an element with text stays on its line. */
export function indentedXml(xml: string): string {
  const parts = xml.match(/<[^>]*>|[^<]+/g) ?? [];
  let level = 0;
  let text = '';
  for (const [at, part] of parts.entries()) {
    const previous = parts[at - 1] ?? '';
    const closes = part.startsWith('</');
    if (closes) level -= 1;
    const follows = previous === '' || !part.startsWith('<') || !previous.startsWith('<');
    const isEmptyPair = closes && !previous.startsWith('</') && !previous.endsWith('/>');
    text += follows || isEmptyPair ? part : `\n${'  '.repeat(level)}${part}`;
    if (!closes && part.startsWith('<') && !part.endsWith('/>')) level += 1;
  }
  return text;
}
