/** Operators, and what `switch` takes. */
import type { CompletionItem } from './completion-result.js';

const COMPARING = 'contains eq ge gt in le like lt match ne notcontains notin notlike notmatch replace split'.split(
  ' ',
);
const OPERATORS = [
  ...COMPARING.flatMap((name) => [name, `c${name}`, `i${name}`]),
  ...'and as band bnot bor bxor f is isnot join not or shl shr xor'.split(' '),
].sort();
const SWITCHES = ['CaseSensitive', 'Exact', 'File', 'Parallel', 'Regex', 'Wildcard'];

export function operatorItems(written: string): CompletionItem[] {
  const lower = written.slice(1).toLowerCase();
  return OPERATORS.filter((name) => name.startsWith(lower)).map((name) => ({
    text: `-${name}`,
    label: name,
    kind: 'ParameterName',
    tip: `-${name}`,
  }));
}
export const switchItems = (written: string): CompletionItem[] =>
  SWITCHES.filter((name) => name.toLowerCase().startsWith(written.slice(1).toLowerCase())).map((name) => ({
    text: `-${name}`,
    label: name,
    kind: 'ParameterName',
    tip: `-${name}`,
  }));
