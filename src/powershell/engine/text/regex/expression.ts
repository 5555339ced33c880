/** A .NET regular expression, and what it finds. Which of the two engines searches is nobody else's affair. */
import { Script } from 'node:vm';
import { PSTimeSpan } from '../../../../protocol/objects/index.js';
import { done, type Pending, drive, settle, type Steps, type Tick } from '../../pending.js';
import { needText } from '../../room.js';
import { NetThrow } from '../../values/exceptions.js';
import { isPlain, javaScriptPattern, type JavaScriptPattern, type Width } from './javascript.js';
import { parseRegex, parseSteps } from './parser.js';
import { compileProgram, compileSteps, type Program } from './program.js';
import { repeatsRepetition } from './risk.js';
import { Search } from './search.js';
import { type NetGroup, type RegexOptions, RegexSyntaxError, type RegexTree } from './syntax.js';

/** How long one search may take where the script cannot wait. Milliseconds. */
export const SEARCH_LIMIT_MS = 1000;
/** How long JavaScript, which cannot be interrupted otherwise, may go back and forth. Milliseconds. */
const JAVASCRIPT_LIMIT_MS = 10;
/** Shorter texts have no time to become slow. Characters. */
const SHORT = 16;
/** What JavaScript makes of longer patterns takes it long, and nobody can stop it. Characters. */
const LONG = 2 ** 14;
/** Steps of our own engine between two looks at the clock, and at the start of a search. */
const STEPS_AT_ONCE = 5000;

const BEYOND_NARROW = /[^\0-\xff]/;
const SURROGATE = /[\ud800-\udfff]/;

/** Where the limited run finds its work: a script that is run with a limit knows the global object only. */
const SLOT = Symbol.for('pssession.regex');
const NAME = "globalThis[Symbol.for('pssession.regex')]";
let limited: Script | undefined;
/** As `regex.exec(text)`; undefined when it took too long. */
function execLimited(regex: RegExp, text: string): RegExpExecArray | null | undefined {
  limited ??= new Script(`${NAME}.regex.exec(${NAME}.text)`);
  Object.defineProperty(globalThis, SLOT, { value: { regex, text }, configurable: true });
  try {
    return limited.runInThisContext({ timeout: JAVASCRIPT_LIMIT_MS }) as RegExpExecArray | null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')) throw error;
    return undefined;
  } finally {
    Reflect.deleteProperty(globalThis, SLOT);
  }
}

/** As `regex.exec(text)`; undefined when the pattern is too large for JavaScript. */
function execSmall(regex: RegExp, text: string): RegExpExecArray | null | undefined {
  try {
    return regex.exec(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export interface Span {
  readonly index: number;
  readonly length: number;
}
const spansOf = (pairs: readonly number[]): Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at < pairs.length; at += 2)
    spans.push({ index: pairs[at] ?? 0, length: (pairs[at + 1] ?? 0) - (pairs[at] ?? 0) });
  return spans;
};

/** What one search found. */
export class NetMatch {
  readonly regex: NetRegex;
  readonly input: string;
  readonly index: number;
  readonly value: string;
  /** The captures of JavaScript, and where each group is among them. */
  readonly #texts: RegExpExecArray | undefined;
  readonly #places: readonly number[];
  #search: Search | undefined;
  constructor(regex: NetRegex, input: string, found: RegExpExecArray | Search, places: readonly number[]) {
    this.regex = regex;
    this.input = input;
    this.#places = places;
    if (found instanceof Search) {
      const [start, end] = found.span;
      this.index = start;
      this.value = input.slice(start, end);
      this.#search = found;
    } else {
      this.index = found.index;
      this.value = found[0];
      this.#texts = found;
    }
  }
  /** The end of the match. */
  get end(): number {
    return this.index + this.value.length;
  }
  get groups(): readonly NetGroup[] {
    return this.regex.groups;
  }
  /** What a group took last; undefined when it took no part. `place`: among the groups. */
  text(place: number): string | undefined {
    if (this.#texts !== undefined) return this.#texts[this.#places[place] ?? 0];
    const last = this.captures(place).at(-1);
    return last === undefined ? undefined : this.input.slice(last.index, last.index + last.length);
  }
  /** All that a group took, in order. */
  captures(place: number): readonly Span[] {
    if (place === 0) return [{ index: this.index, length: this.value.length }];
    this.#search ??= this.regex.searchAgain(this);
    return spansOf(this.#search.captures(this.groups[place]?.number ?? 0));
  }
}

export class NetRegex {
  readonly source: string;
  readonly options: RegexOptions;
  readonly groups: readonly NetGroup[];
  /** How long a search may take, in milliseconds. */
  readonly timeout: number | undefined;
  readonly #tree: RegexTree;
  /** Patterns for JavaScript, where there are ones; null before they are asked for. */
  #narrow: JavaScriptPattern | undefined | null = null;
  #wide: JavaScriptPattern | undefined | null = null;
  #plain: boolean | undefined;
  #risky: boolean | undefined;
  #program: Program | undefined;

  /** @throws {RegexSyntaxError} */
  constructor(source: string, options: RegexOptions = {}, timeout?: number) {
    this.source = source;
    this.options = options;
    this.timeout = timeout;
    this.#tree =
      (source.length > LONG ? longTrees.get(keyOf(source, options)) : undefined) ?? parseRegex(source, options);
    done.steps += source.length >> 3;
    this.groups = this.#tree.groups;
  }
  get rightToLeft(): boolean {
    return this.options.rightToLeft === true;
  }
  /** The first place of a search in a text. */
  startOf(text: string): number {
    return this.rightToLeft ? text.length : 0;
  }
  /** Where to search after a match; -1 or beyond the text when there is nothing left. */
  after(match: NetMatch): number {
    const step = match.value === '' ? 1 : 0;
    return this.rightToLeft ? match.index - step : match.end + step;
  }
  #javaScript(width: Width): JavaScriptPattern | undefined {
    this.#plain ??=
      !this.rightToLeft && this.timeout === undefined && this.source.length <= LONG && isPlain(this.#tree);
    return this.#plain ? javaScriptPattern(this.#tree, width) : undefined;
  }
  #patternFor(text: string): JavaScriptPattern | undefined {
    if (!BEYOND_NARROW.test(text)) {
      if (this.#narrow === null) this.#narrow = this.#javaScript('narrow');
      return this.#narrow;
    }
    if (this.#wide === null) this.#wide = this.#javaScript('wide');
    return this.#wide !== undefined && SURROGATE.test(text) ? undefined : this.#wide;
  }
  #search(text: string, at: number, previousEnd?: number, once = false): Search {
    this.#program ??= compileProgram(this.#tree, this.rightToLeft);
    return new Search(this.#program, text, at, this.rightToLeft, previousEnd, once);
  }
  /** The same match once more, with all that its groups took. */
  searchAgain(match: NetMatch): Search {
    const search = this.#search(match.input, match.index, undefined, true);
    search.run(Number.POSITIVE_INFINITY);
    if (search.state !== 'found' || search.span[1] !== match.end)
      throw new Error(`the engines do not agree on the pattern ${this.source}`);
    return search;
  }
  /** Where a match ends, for the one that comes after it. */
  endOf(match: NetMatch): number {
    return this.rightToLeft ? match.index : match.end;
  }
  /** Searches from a place. A search that takes long is given as it is. */
  begin(text: string, at: number, previousEnd?: number): NetMatch | null | Search {
    if (at < 0 || at > text.length) return null;
    if (at === this.startOf(text)) needText(text.length);
    const pattern = this.#patternFor(text);
    if (pattern !== undefined) {
      const { regex, captures } = pattern;
      regex.lastIndex = at;
      this.#risky ??= repeatsRepetition(this.#tree.root);
      const found = this.#risky && text.length - at >= SHORT ? execLimited(regex, text) : execSmall(regex, text);
      if (found !== undefined) {
        done.steps += ((found?.index ?? text.length) - at) >> 6;
        return found === null ? null : new NetMatch(this, text, found, captures);
      }
    }
    const search = this.#search(text, at, previousEnd);
    search.run(STEPS_AT_ONCE);
    done.steps += 1;
    return search.state === 'running' ? search : this.#result(search, text);
  }
  #result(search: Search, text: string): NetMatch | null {
    return search.state === 'found' ? new NetMatch(this, text, search, []) : null;
  }
  /** Searches without giving up the thread. @throws {NetThrow} RegexMatchTimeoutException. */
  exec(text: string, at = this.startOf(text)): NetMatch | null {
    const found = this.begin(text, at);
    if (!(found instanceof Search)) return found;
    const end = performance.now() + Math.min(this.timeout ?? SEARCH_LIMIT_MS, SEARCH_LIMIT_MS);
    while (found.state === 'running') {
      if (performance.now() > end) throw timedOut(this, text);
      found.run(STEPS_AT_ONCE);
    }
    return this.#result(found, text);
  }
  /** As `exec`; one that takes long gives up the thread, and is stopped with the script. */
  find(tick: Tick, text: string, at = this.startOf(text), previousEnd = at): Pending<NetMatch | null> {
    if (this.#program === undefined && this.source.length > LONG)
      return drive(this.#compiled(tick, text, at, previousEnd));
    const found = this.begin(text, at, previousEnd);
    return found instanceof Search ? drive(this.#goOn(found, tick, text)) : found;
  }
  *#compiled(tick: Tick, text: string, at: number, previousEnd: number): Steps<NetMatch | null> {
    this.#program = yield* compileSteps(this.#tree, this.rightToLeft, tick);
    return yield* settle(this.find(tick, text, at, previousEnd));
  }
  *#goOn(search: Search, tick: Tick, text: string): Steps<NetMatch | null> {
    const start = performance.now();
    while (search.state === 'running') {
      if (this.timeout !== undefined && performance.now() - start > this.timeout) throw timedOut(this, text);
      search.run(STEPS_AT_ONCE);
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
    return this.#result(search, text);
  }
  test(text: string): boolean {
    return this.exec(text) !== null;
  }
}
function timedOut({ source, timeout }: NetRegex, text: string): NetThrow {
  const error = new NetThrow(
    'System.Text.RegularExpressions.RegexMatchTimeoutException',
    'The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.',
  );
  const { details } = error.exception;
  details.set('Input', text);
  details.set('Pattern', source);
  details.set('MatchTimeout', new PSTimeSpan(BigInt(Math.round((timeout ?? SEARCH_LIMIT_MS) * 10_000))));
  return error;
}

const keyOf = (pattern: string, options: RegexOptions): string =>
  `${options.ignoreCase === true ? 'i' : ''}${options.multiline === true ? 'm' : ''}${options.singleline === true ? 's' : ''}${options.explicitCapture === true ? 'n' : ''}${options.ignoreWhitespace === true ? 'x' : ''}${options.rightToLeft === true ? 'r' : ''}${options.ecmaScript === true ? 'e' : ''}:${pattern}`;
/** The last long patterns that were read in pieces, for the expressions that are made of them at once. */
const longTrees = new Map<string, RegexTree>();
const KEPT_LONG = 4;
/**
 * Reads a long pattern without holding the thread, before an expression is made of it. What is wrong with it is told
 * when that is made.
 * @param pattern what is no text is left to whoever makes the expression.
 */
export function prepareRegex(pattern: unknown, options: RegexOptions, tick: Tick): Pending<undefined> {
  if (typeof pattern !== 'string' || pattern.length <= LONG) return undefined;
  const key = keyOf(pattern, options);
  return cache.has(key) || longTrees.has(key) ? undefined : drive(prepareSteps(key, pattern, options, tick));
}
function* prepareSteps(key: string, pattern: string, options: RegexOptions, tick: Tick): Steps<undefined> {
  try {
    const tree = yield* parseSteps(pattern, options, tick);
    const [oldest] = longTrees.keys();
    if (longTrees.size >= KEPT_LONG && oldest !== undefined) longTrees.delete(oldest);
    longTrees.set(key, tree);
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
  }
}

const cache = new Map<string, NetRegex>();
/** So many expressions are kept. */
const KEPT = 500;
/** An expression; the same one for the same pattern and options. @throws {RegexSyntaxError} */
export function netRegex(pattern: string, options: RegexOptions = {}): NetRegex {
  const key = keyOf(pattern, options);
  let found = cache.get(key);
  if (found === undefined) {
    found = new NetRegex(pattern, options);
    if (cache.size > KEPT) cache.clear();
    cache.set(key, found);
  }
  return found;
}
