/**
 * Regular expressions that may go back and forth for ever. JavaScript runs an expression to its end, and with it the whole
 * process; one whose repetitions lie inside each other is therefore run with a limit.
 */
import { Script } from 'node:vm';
import { NetThrow } from '../values/exceptions.js';

/** How long one search with such an expression may take. Milliseconds. */
export const SEARCH_LIMIT_MS = 1000;
/** Shorter texts have no time to become slow. Characters. */
const SHORT = 16;

const risky = new WeakMap<RegExp, boolean>();
/** Where the limited run finds its work: a script that is run with a limit knows the global object only. */
const SLOT = Symbol.for('pssession.regex');
const NAME = "globalThis[Symbol.for('pssession.regex')]";
let search: Script | undefined;

/** As `regex.exec(text)`. @throws {NetThrow} RegexMatchTimeoutException. */
export function guardedExec(regex: RegExp, text: string): RegExpExecArray | null {
  if (text.length < SHORT || !isRisky(regex)) return regex.exec(text);
  search ??= new Script(`${NAME}.regex.exec(${NAME}.text)`);
  Object.defineProperty(globalThis, SLOT, { value: { regex, text }, configurable: true });
  try {
    return search.runInThisContext({ timeout: SEARCH_LIMIT_MS }) as RegExpExecArray | null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')) throw error;
    throw new NetThrow(
      'System.Text.RegularExpressions.RegexMatchTimeoutException',
      'The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.',
    );
  } finally {
    Reflect.deleteProperty(globalThis, SLOT);
  }
}

function isRisky(regex: RegExp): boolean {
  let found = risky.get(regex);
  if (found === undefined) {
    found = repeatsRepetition(regex.source);
    risky.set(regex, found);
  }
  return found;
}

/** Is there a repeated group with a repetition without end, or a choice, in it? */
export function repeatsRepetition(source: string): boolean {
  /** For each open group: whether it holds such a thing. */
  const open: boolean[] = [false];
  for (let at = 0; at < source.length; at += 1) {
    const c = source[at];
    if (c === '\\') at += 1;
    else if (c === '[') at = endOfClass(source, at);
    else if (c === '(') open.push(false);
    else if (c === '|') open[open.length - 1] = true;
    else if (c === ')') {
      const holds = open.pop() ?? false;
      const repeated = isEndless(source, at + 1);
      if (holds && repeated) return true;
      if (holds || repeated) open[open.length - 1] = true;
    } else if (isEndless(source, at)) open[open.length - 1] = true;
  }
  return false;
}
const isEndless = (source: string, at: number): boolean => /^(?:[*+]|\{\d+,\})/.test(source.slice(at, at + 12));
function endOfClass(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === ']') return at;
  }
  return source.length;
}
