/** Patterns that may go back and forth for ever. */
import { partsOf, type RegexNode } from './syntax.js';

const isEndless = (node: RegexNode): boolean => node.type === 'loop' && node.most > 1000;

/** Which of the first 256 units the node may begin with; undefined when that is hard to say. */
function firstUnits(node: RegexNode): ((unit: number) => boolean) | undefined {
  switch (node.type) {
    case 'unit': {
      const one = String.fromCharCode(node.unit).toLowerCase();
      return (unit) => unit === node.unit || (node.fold && String.fromCharCode(unit).toLowerCase() === one);
    }
    case 'set':
      return (unit) => node.set.has(unit);
    case 'sequence': {
      const [first] = node.items;
      return first === undefined ? undefined : firstUnits(first);
    }
    case 'capture':
    case 'atomic':
      return firstUnits(node.body);
    default:
      return undefined;
  }
}
/** Does each unit tell which way of a choice to go? Then nothing is tried twice. */
function isDecided(items: readonly RegexNode[]): boolean {
  const firsts = items.map(firstUnits);
  for (let unit = 0; unit < 256; unit += 1) {
    let ways = 0;
    for (const first of firsts) {
      if (first === undefined) return false;
      if (first(unit)) ways += 1;
    }
    if (ways > 1) return false;
  }
  return true;
}
const holdsRepetition = (node: RegexNode): boolean =>
  isEndless(node) || (node.type === 'choice' && !isDecided(node.items)) || partsOf(node).some(holdsRepetition);

/** Is there a repeated part with a repetition without end, or a choice, in it? */
export function repeatsRepetition(node: RegexNode): boolean {
  if (node.type === 'loop' && isEndless(node) && holdsRepetition(node.body)) return true;
  return partsOf(node).some(repeatsRepetition);
}
