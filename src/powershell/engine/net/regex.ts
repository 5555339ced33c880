/** Regex, Match, Group, Capture and their collections. */
import { PSTimeSpan, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { find, findAll, findNext, patternProblem, replaceMatches, textsBetween } from '../operators/text.js';
import { andThen, drive, type Pending, type Steps, ticking } from '../pending.js';
import { textByPieces, WHOLE_CHARACTERS } from '../slices.js';
import { enumerators } from '../runtime/members.js';
import {
  expandReplacement,
  type NetGroup,
  NetMatch,
  NetRegex,
  netRegex,
  type RegexOptions,
  RegexSyntaxError,
  type Span,
  prepareRegex,
  BETWEEN_ESCAPES,
  unescaped,
} from '../text/regex/index.js';
import { implement } from '../values/bodies.js';
import { typedArray, unwrap } from '../values/live.js';
import { enumerator } from './lists.js';
import {
  argumentNull,
  callDelegate,
  dataOf,
  enumOf,
  flagsOf,
  net,
  num,
  outOfRange,
  strings,
  text,
  throwNet,
  runtime,
} from './support.js';
import { INT32 } from '../values/types.js';

const REGEX = 'System.Text.RegularExpressions.Regex';
const MATCH = 'System.Text.RegularExpressions.Match';
const GROUP = 'System.Text.RegularExpressions.Group';
const CAPTURE = 'System.Text.RegularExpressions.Capture';

/** By .NET's options: IgnoreCase 1, Multiline 2, ExplicitCapture 4, Singleline 16, IgnorePatternWhitespace 32, RightToLeft 64, ECMAScript 256. */
const optionsOf = (flags: number): RegexOptions => ({
  ignoreCase: (flags & 1) !== 0,
  multiline: (flags & 2) !== 0,
  explicitCapture: (flags & 4) !== 0,
  singleline: (flags & 16) !== 0,
  ignoreWhitespace: (flags & 32) !== 0,
  rightToLeft: (flags & 64) !== 0,
  ecmaScript: (flags & 256) !== 0,
  flags,
});
function checked<T>(pattern: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RegexSyntaxError)) throw error;
    throw throwNet('System.Text.RegularExpressions.RegexParseException', patternProblem(pattern, error));
  }
}
/** Time that .NET calls infinite. */
const NO_TIMEOUT = -10_000n;
/** An expression of a static method; a limit of time makes it one of its own. */
function compile(pattern: PSValue, options: PSValue | undefined, timeout?: PSValue): NetRegex {
  if (pattern === null) throw argumentNull('pattern');
  const source = text(pattern);
  const own = optionsOf(options === undefined ? 0 : flagsOf(options));
  return checked(source, () =>
    timeout === undefined ? netRegex(source, own) : new NetRegex(source, own, millisecondsOf(timeout)),
  );
}
function millisecondsOf(timeout: PSValue): number | undefined {
  const { ticks } = timeout as PSTimeSpan;
  if (ticks === NO_TIMEOUT) return undefined;
  if (ticks <= 0n) throw outOfRange('matchTimeout', 'Specified argument was out of the range of valid values.');
  return Number(ticks) / 10_000;
}
const givenOptions = (options: PSValue | undefined): RegexOptions =>
  optionsOf(options === undefined ? 0 : flagsOf(options));
const make = (pattern: PSValue, options?: PSValue, timeout?: PSValue): PSValue => {
  if (pattern === null) throw argumentNull('pattern');
  const source = text(pattern);
  const own = givenOptions(options);
  return net(
    REGEX,
    checked(source, () => new NetRegex(source, own, timeout === undefined ? undefined : millisecondsOf(timeout))),
  );
};
/** The same; a long pattern is read in pieces. */
const makeLong = (pattern: PSValue, options?: PSValue, timeout?: PSValue): Pending<PSValue> =>
  andThen(prepareRegex(pattern, givenOptions(options), ticking()), () => make(pattern, options, timeout));
const data = (self: PSValue): NetRegex => dataOf<NetRegex>(self);

/** A match that failed. */
const FAILED = Symbol('a match that failed');
type Matched = NetMatch | typeof FAILED;
const matchObject = (match: NetMatch | null): PSValue => net<Matched>(MATCH, match ?? FAILED);
const search = (regex: NetRegex, source: string, at?: number): Pending<NetMatch | null> =>
  find(runtime(), regex, source, at);
const firstMatch = (regex: NetRegex, source: string, at?: number): Pending<PSValue> =>
  andThen(search(regex, source, at), matchObject);
const isMatch = (regex: NetRegex, source: string, at?: number): Pending<boolean> =>
  andThen(search(regex, source, at), (match) => match !== null);

function replaceWith(
  regex: NetRegex,
  source: string,
  replacement: PSValue,
  limit = Number.POSITIVE_INFINITY,
  start?: number,
): Pending<PSValue> {
  if (replacement === null) throw argumentNull('replacement');
  return replaceMatches(
    runtime(),
    source,
    regex,
    typeof replacement === 'string'
      ? (match) => expandReplacement(replacement, match)
      : (match) => andThen(callDelegate(replacement, [matchObject(match)]), (made) => toText(made)),
    limit,
    start,
  );
}
/** Goes through all matches, and gives what is made of them. */
function fromMatches<T>(
  regex: NetRegex,
  source: string,
  finish: (matches: readonly NetMatch[]) => T,
  start?: number,
  limit = Number.POSITIVE_INFINITY,
): Pending<T> {
  return drive(matchSteps(regex, source, finish, start, limit));
}
function* matchSteps<T>(
  regex: NetRegex,
  source: string,
  finish: (matches: readonly NetMatch[]) => T,
  start: number | undefined,
  limit: number,
): Steps<T> {
  const found: NetMatch[] = [];
  if (limit > 0) yield* findAll(runtime(), regex, source, (match) => found.push(match) < limit, start);
  return finish(found);
}
/** Regex.Split: captured groups stand among the parts. */
const split = (regex: NetRegex, source: string, limit: number, start?: number): Pending<PSValue> =>
  fromMatches(
    regex,
    source,
    (matches) => strings(textsBetween(source, regex.rightToLeft ? [...matches].reverse() : matches)),
    start,
    limit > 0 ? limit - 1 : Number.POSITIVE_INFINITY,
  );
const matchList = (regex: NetRegex, source: string, start?: number): Pending<PSValue> =>
  fromMatches(
    regex,
    source,
    (matches) => net<PSValue[]>('System.Text.RegularExpressions.MatchCollection', matches.map(matchObject)),
    start,
  );
const count = (regex: NetRegex, source: string, start?: number): Pending<number> =>
  fromMatches(regex, source, ({ length }) => length, start);
const escape = (value: string): string =>
  value
    .replace(/[\\*+?|{[()^$.# ]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/\f/g, '\\f');
const input = (value: PSValue): string => {
  if (value === null) throw argumentNull('input');
  return text(value);
};
const startAt = (value: PSValue | undefined, source: string): number | undefined => {
  if (value === undefined) return undefined;
  if (num(value) < 0 || num(value) > source.length)
    throw outOfRange('startat', 'Start index cannot be less than 0 or greater than input length.');
  return num(value);
};

implement(REGEX, () => ({
  ToString: (self) => data(self).source,
  Options: (self) => enumOf('System.Text.RegularExpressions.RegexOptions', data(self).options.flags ?? 0),
  RightToLeft: (self) => data(self).rightToLeft,
  MatchTimeout: (self) => {
    const { timeout } = data(self);
    return new PSTimeSpan(timeout === undefined ? NO_TIMEOUT : BigInt(Math.round(timeout * 10_000)));
  },
  IsMatch: (self, value, start) => isMatch(data(self), input(value), startAt(start, text(value))),
  Match: (self, value, start) => firstMatch(data(self), input(value), startAt(start, text(value))),
  'Match(string, int, int)': (self, value, start, length) =>
    firstMatch(data(self), input(value).slice(0, num(start) + num(length)), startAt(start, text(value))),
  Matches: (self, value, start) => matchList(data(self), input(value), startAt(start, text(value))),
  Count: (self, value, start) => count(data(self), input(value), startAt(start, text(value))),
  Replace: (self, value, replacement, limit, start) =>
    replaceWith(
      data(self),
      input(value),
      replacement,
      limit === undefined || num(limit) < 0 ? undefined : num(limit),
      startAt(start, text(value)),
    ),
  Split: (self, value, limit, start) =>
    split(data(self), input(value), limit === undefined ? 0 : num(limit), startAt(start, text(value))),
  GetGroupNames: (self) => strings(data(self).groups.map(({ name }) => name)),
  GetGroupNumbers: (self) =>
    typedArray(
      data(self).groups.map(({ number }) => number),
      INT32,
    ),
  GroupNameFromNumber: (self, number) => data(self).groups.find((group) => group.number === num(number))?.name ?? '',
  GroupNumberFromName: (self, name) => data(self).groups.find((group) => group.name === text(name))?.number ?? -1,
  'static IsMatch': (_self, value, pattern, options, timeout) =>
    isMatch(compile(pattern, options, timeout), input(value)),
  'static Match': (_self, value, pattern, options, timeout) =>
    firstMatch(compile(pattern, options, timeout), input(value)),
  'static Matches': (_self, value, pattern, options, timeout) =>
    matchList(compile(pattern, options, timeout), input(value)),
  'static Count': (_self, value, pattern, options, timeout) => count(compile(pattern, options, timeout), input(value)),
  'static Replace': (_self, value, pattern, replacement, options, timeout) =>
    replaceWith(compile(pattern, options, timeout), input(value), replacement),
  'static Split': (_self, value, pattern, options, timeout) =>
    split(compile(pattern, options, timeout), input(value), 0),
  'static Escape': (_self, value) => textByPieces(text(value), WHOLE_CHARACTERS, escape, ticking()),
  'static Unescape': (_self, value) => {
    const pattern = text(value);
    return textByPieces(
      pattern,
      BETWEEN_ESCAPES,
      (piece, at) => checked(pattern, () => unescaped(piece, at)),
      ticking(),
    );
  },
  'static CacheSize': () => 15,
  'static InfiniteMatchTimeout': () => new PSTimeSpan(NO_TIMEOUT),
  'new(string)': (_self, pattern) => makeLong(pattern),
  'new(string, System.Text.RegularExpressions.RegexOptions)': (_self, pattern, options) => makeLong(pattern, options),
  'new(string, System.Text.RegularExpressions.RegexOptions, timespan)': (_self, pattern, options, timeout) =>
    makeLong(pattern, options, timeout),
}));
/** What `[regex]'…'` makes. */
export const newRegex = (pattern: string): PSValue => make(pattern);

// ------------------------------------------------------------------ captures

/** A group of a match (`place` among its groups; undefined for none), or one of its captures. */
interface Captured {
  readonly match: NetMatch | undefined;
  readonly place: number;
  readonly name: string;
  /** For a capture: which. */
  readonly span?: Span;
}
const captured = (self: PSValue): Captured => {
  const inner = dataOf<Matched | Captured>(self);
  if (inner === FAILED) return { match: undefined, place: 0, name: '0' };
  return inner instanceof NetMatch ? { match: inner, place: 0, name: '0' } : inner;
};
function spanOf({ match, place, span }: Captured): Span | undefined {
  if (span !== undefined) return span;
  if (match === undefined) return undefined;
  if (place === 0) return { index: match.index, length: match.value.length };
  return match.text(place) === undefined ? undefined : match.captures(place).at(-1);
}
function valueOf(own: Captured): string {
  const { match, place, span } = own;
  if (span !== undefined) return match?.input.slice(span.index, span.index + span.length) ?? '';
  return match?.text(place) ?? '';
}
implement(CAPTURE, () => ({
  Value: (self) => valueOf(captured(self)),
  Index: (self) => spanOf(captured(self))?.index ?? 0,
  Length: (self) => valueOf(captured(self)).length,
  ToString: (self) => valueOf(captured(self)),
}));
implement(GROUP, () => ({
  Success: (self) => {
    const { match, place } = captured(self);
    return match?.text(place) !== undefined;
  },
  Name: (self) => captured(self).name,
  Captures: (self) => {
    const { match, place, name } = captured(self);
    const spans = match === undefined || match.text(place) === undefined ? [] : match.captures(place);
    return net(
      'System.Text.RegularExpressions.CaptureCollection',
      // The last one is the group itself.
      [
        ...spans.slice(0, -1).map((span) => net<Captured>(CAPTURE, { match, place, name, span })),
        ...(spans.length > 0 ? [self] : []),
      ],
    );
  },
}));
implement(MATCH, () => ({
  Groups: (self) => net('System.Text.RegularExpressions.GroupCollection', dataOf<Matched>(self)),
  NextMatch: (self) => {
    const own = dataOf<Matched>(self);
    return own === FAILED ? self : andThen(findNext(runtime(), own), matchObject);
  },
  Result: (self, template) => {
    const own = dataOf<Matched>(self);
    if (own === FAILED) throw throwNet('System.NotSupportedException', 'Result cannot be called on a failed Match.');
    return expandReplacement(text(template), own);
  },
  'static Empty': () => matchObject(null),
}));
const WHOLE_ONLY: readonly NetGroup[] = [{ number: 0, name: '0' }];
const tableOf = (match: Matched): readonly NetGroup[] => (match === FAILED ? WHOLE_ONLY : match.groups);
function groupAt(match: Matched, place: number, name: string): PSValue {
  if (place === 0) return net<Matched>(MATCH, match);
  return net<Captured>(GROUP, { match: match === FAILED || place < 0 ? undefined : match, place, name });
}
/** A group by number; one that is not there has failed and has no name. */
const groupByNumber = (match: Matched, number: number): PSValue => {
  const place = tableOf(match).findIndex((group) => group.number === number);
  return groupAt(match, place, tableOf(match)[place]?.name ?? '');
};
/** Numbers are gone through without a gap, as .NET does, whatever numbers the groups have. */
const groupList = (self: PSValue): PSValue[] => {
  const own = dataOf<Matched>(self);
  return tableOf(own).map((_, number) => groupByNumber(own, number));
};
const findGroup = (self: PSValue, key: PSValue): PSValue => {
  const own = dataOf<Matched>(self);
  if (typeof key === 'number') return groupByNumber(own, key);
  const name = text(key);
  const place = tableOf(own).findIndex((group) => group.name === name);
  return groupAt(own, place, name);
};
implement('System.Text.RegularExpressions.GroupCollection', () => ({
  Count: (self) => tableOf(dataOf<Matched>(self)).length,
  IsReadOnly: () => true,
  IsSynchronized: () => false,
  SyncRoot: (self) => self,
  Keys: (self) => strings(tableOf(dataOf<Matched>(self)).map(({ name }) => name)),
  Values: (self) => groupList(self),
  get_Item: findGroup,
  ContainsKey: (self, name) => tableOf(dataOf<Matched>(self)).some((group) => group.name === text(name)),
  GetEnumerator: (self) => enumerator(groupList(self), self),
}));
enumerators.set('System.Text.RegularExpressions.GroupCollection', (value) => groupList(value));
for (const name of ['Match', 'Capture'])
  implement(`System.Text.RegularExpressions.${name}Collection`, () => ({
    Count: (self) => dataOf<PSValue[]>(self).length,
    IsReadOnly: () => true,
    IsSynchronized: () => false,
    SyncRoot: (self) => self,
    get_Item: (self, index) => {
      const found = dataOf<PSValue[]>(self)[num(index)];
      if (found === undefined)
        throw outOfRange('i', 'Index was out of range. Must be non-negative and less than the size of the collection.');
      return found;
    },
    GetEnumerator: (self) => enumerator(dataOf<PSValue[]>(self), self),
    Contains: (self, value) => dataOf<PSValue[]>(self).includes(unwrap(value)),
  }));
for (const name of ['Match', 'Capture'])
  enumerators.set(`System.Text.RegularExpressions.${name}Collection`, (value) => value.data as PSValue[]);
