/** For a prompt: is the text a whole command, wrong, or not finished yet. */
import type { ParseError } from './parse-error.js';
import { recentParses } from './parse-memory.js';

export type Completeness =
  | { readonly state: 'complete' }
  | { readonly state: 'incomplete'; readonly error: ParseError }
  | { readonly state: 'wrong'; readonly errors: readonly ParseError[] };

/** The first error decides, as in PowerShell's own prompt: an open brace waits for more, `)` alone does not. */
export function completeness(text: string): Completeness {
  const { errors } = recentParses.result(text);
  const [first] = errors;
  if (first === undefined) return { state: 'complete' };
  return first.incompleteInput ? { state: 'incomplete', error: first } : { state: 'wrong', errors };
}

/** True when the text is the beginning of something and a prompt should go on reading. */
export function isIncomplete(text: string): boolean {
  return completeness(text).state === 'incomplete';
}
