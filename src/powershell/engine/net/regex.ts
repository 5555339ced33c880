/** Regex, Match, Group, Capture and their collections. */
import { PSTimeSpan, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { patternProblem, type RegexData } from '../operators/text.js';
import { drive, type Pending, settle, type Steps } from '../pending.js';
import { enumerators } from '../runtime/members.js';
import {
  captureOf,
  execNet,
  expandReplacement,
  groupsOf,
  groupsOfMatch,
  type NetGroup,
  regexOfMatch,
  RegexSyntaxError,
} from '../text/net-regex.js';
import { netRegex } from '../text/wildcard.js';
import { implement } from '../values/bodies.js';
import { EnumValue, typedArray, unwrap } from '../values/live.js';
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

/** Compiles by .NET's options: IgnoreCase 1, Multiline 2, ExplicitCapture 4, Singleline 16, IgnorePatternWhitespace 32, RightToLeft 64, ECMAScript 256. */
function compile(pattern: string, options: number): RegexData {
  try {
    const regex = netRegex(pattern, {
      ignoreCase: (options & 1) !== 0,
      multiline: (options & 2) !== 0,
      explicitCapture: (options & 4) !== 0,
      singleline: (options & 16) !== 0,
      ignoreWhitespace: (options & 32) !== 0,
      rightToLeft: (options & 64) !== 0,
      ecmaScript: (options & 256) !== 0,
    });
    return { regex, pattern, options };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw throwNet(
      'System.Text.RegularExpressions.RegexParseException',
      error instanceof RegexSyntaxError
        ? `Invalid pattern '${pattern}' at offset ${error.offset}. ${error.message}`
        : error.message.includes('not supported by this engine')
          ? error.message
          : patternProblem(pattern),
    );
  }
}
const data = (self: PSValue): RegexData => dataOf<RegexData>(self);
const isRightToLeft = ({ options }: RegexData): boolean => (options & 64) !== 0;

/** A match as its type's members see it; `match` undefined for one that failed. */
interface Matched {
  readonly match: RegExpExecArray | undefined;
  readonly input: string;
  readonly regex?: RegexData;
}
/** What matched, whichever way it was sought. */
const valueOf = (match: RegExpExecArray): string =>
  regexOfMatch(match)?.source.startsWith('(?<=(') === true && match[0] === '' ? (match[1] ?? '') : match[0];
const indexOf = (match: RegExpExecArray): number => match.index - (valueOf(match).length - match[0].length);

function next(regex: RegexData, input: string, at: number): RegExpExecArray | undefined {
  if (!isRightToLeft(regex)) return at > input.length ? undefined : (execNet(regex.regex, input, at) ?? undefined);
  for (let end = at; end >= 0; end -= 1) {
    const match = execNet(regex.regex, input, end);
    if (match?.index === end) return match;
  }
  return undefined;
}
function* allMatches(regex: RegexData, input: string, start?: number): Generator<RegExpExecArray> {
  const backward = isRightToLeft(regex);
  let at = start ?? (backward ? input.length : 0);
  for (;;) {
    const match = next(regex, input, at);
    if (match === undefined) return;
    yield match;
    const { length } = valueOf(match);
    at = backward ? indexOf(match) - (length === 0 ? 1 : 0) : match.index + length + (length === 0 ? 1 : 0);
    if (backward ? at < 0 : at > input.length) return;
  }
}
const matchObject = (match: RegExpExecArray | undefined, input: string, regex: RegexData): PSValue =>
  net<Matched>(MATCH, { match, input, regex });

function replaceWith(
  regex: RegexData,
  input: string,
  replacement: PSValue,
  limit: number,
  start: number | undefined,
): Pending<PSValue> {
  const found: RegExpExecArray[] = [];
  for (const match of allMatches(regex, input, start)) {
    if (found.length === limit) break;
    found.push(match);
  }
  if (isRightToLeft(regex)) found.reverse();
  const join = (texts: readonly string[]): string => {
    let out = '';
    let at = 0;
    for (const [index, match] of found.entries()) {
      out += input.slice(at, indexOf(match)) + (texts[index] ?? '');
      at = indexOf(match) + valueOf(match).length;
    }
    return out + input.slice(at);
  };
  if (typeof replacement === 'string') return join(found.map((match) => expandReplacement(replacement, match, input)));
  return drive(
    (function* (): Steps<PSValue> {
      const texts: string[] = [];
      for (const match of found) {
        texts.push(toText(yield* settle(callDelegate(replacement, [matchObject(match, input, regex)]))));
        const tick = runtime().tick();
        if (tick !== undefined) yield tick;
      }
      return join(texts);
    })(),
  );
}
/** Regex.Split: captured groups stand among the parts. */
function split(regex: RegexData, input: string, limit: number, start?: number): PSValue {
  const found: RegExpExecArray[] = [];
  for (const match of allMatches(regex, input, start)) {
    if (limit > 0 && found.length === limit - 1) break;
    found.push(match);
  }
  if (isRightToLeft(regex)) found.reverse();
  const out: string[] = [];
  let at = 0;
  for (const match of found) {
    out.push(input.slice(at, indexOf(match)));
    for (const group of groupsOfMatch(match).slice(1)) {
      const index = captureOf(match, group);
      if (index !== undefined) out.push(match[index] ?? '');
    }
    at = indexOf(match) + valueOf(match).length;
  }
  out.push(input.slice(at));
  return strings(out);
}
const matchList = (regex: RegexData, input: string, start?: number): Pending<PSValue> =>
  drive(
    (function* (): Steps<PSValue> {
      const rt = runtime();
      const matches: PSValue[] = [];
      for (const match of allMatches(regex, input, start)) {
        matches.push(matchObject(match, input, regex));
        const tick = rt.tick();
        if (tick !== undefined) yield tick;
      }
      return net<PSValue[]>('System.Text.RegularExpressions.MatchCollection', matches);
    })(),
  );
const escape = (value: string): string =>
  value
    .replace(/[\\*+?|{[()^$.# ]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(/\f/g, '\\f');
const unescape = (value: string): string =>
  value.replace(/\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)/g, (_, one: string) => {
    if (/^[ux]./.test(one)) return String.fromCharCode(Number.parseInt(one.slice(1), 16));
    return { n: '\n', r: '\r', t: '\t', f: '\f', a: '\x07', e: '\x1b', v: '\v' }[one] ?? one;
  });
const optionsIn = (args: readonly (PSValue | undefined)[]): number =>
  flagsOf(args.find((one) => one instanceof EnumValue && one.type.name === 'RegexOptions'));
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
  ToString: (self) => data(self).pattern,
  Options: (self) => enumOf('System.Text.RegularExpressions.RegexOptions', data(self).options),
  RightToLeft: (self) => isRightToLeft(data(self)),
  MatchTimeout: () => new PSTimeSpan(-10_000n),
  IsMatch: (self, value, start) =>
    next(
      data(self),
      input(value),
      startAt(start, text(value)) ?? (isRightToLeft(data(self)) ? text(value).length : 0),
    ) !== undefined,
  Match: (self, value, start) =>
    matchObject(
      next(
        data(self),
        input(value),
        startAt(start, text(value)) ?? (isRightToLeft(data(self)) ? text(value).length : 0),
      ),
      text(value),
      data(self),
    ),
  Matches: (self, value, start) => matchList(data(self), input(value), startAt(start, text(value))),
  Count: (self, value) => [...allMatches(data(self), input(value))].length,
  Replace: (self, value, replacement, count, start) =>
    replaceWith(
      data(self),
      input(value),
      replacement,
      count === undefined || num(count) < 0 ? Number.POSITIVE_INFINITY : num(count),
      startAt(start, text(value)),
    ),
  Split: (self, value, count, start) =>
    split(data(self), input(value), count === undefined ? 0 : num(count), startAt(start, text(value))),
  GetGroupNames: (self) => strings(groupsOf(data(self).regex).map(({ name }) => name)),
  GetGroupNumbers: (self) =>
    typedArray(
      groupsOf(data(self).regex).map(({ number }) => number),
      INT32,
    ),
  GroupNameFromNumber: (self, number) =>
    groupsOf(data(self).regex).find((group) => group.number === num(number))?.name ?? '',
  GroupNumberFromName: (self, name) =>
    groupsOf(data(self).regex).find((group) => group.name === text(name))?.number ?? -1,
  'static IsMatch': (_self, value, pattern, options) =>
    next(compile(text(pattern), flagsOf(options)), input(value), 0) !== undefined,
  'static Match': (_self, value, pattern, options) => {
    const regex = compile(text(pattern), optionsIn([options]));
    return matchObject(next(regex, input(value), isRightToLeft(regex) ? text(value).length : 0), text(value), regex);
  },
  'static Matches': (_self, value, pattern, options) =>
    matchList(compile(text(pattern), optionsIn([options])), input(value)),
  'static Count': (_self, value, pattern, options) =>
    [...allMatches(compile(text(pattern), optionsIn([options])), input(value))].length,
  'static Replace': (_self, value, pattern, replacement, options) =>
    replaceWith(
      compile(text(pattern), optionsIn([options])),
      input(value),
      replacement,
      Number.POSITIVE_INFINITY,
      undefined,
    ),
  'static Split': (_self, value, pattern, options) =>
    split(compile(text(pattern), optionsIn([options])), input(value), 0),
  'static Escape': (_self, value) => escape(text(value)),
  'static Unescape': (_self, value) => unescape(text(value)),
  'static CacheSize': () => 15,
  'static InfiniteMatchTimeout': () => new PSTimeSpan(-10_000n),
  'new(string)': (_self, pattern) => net(REGEX, compile(text(pattern), 0)),
  'new(string, System.Text.RegularExpressions.RegexOptions)': (_self, pattern, options) =>
    net(REGEX, compile(text(pattern), optionsIn([options]))),
  'new(string, System.Text.RegularExpressions.RegexOptions, timespan)': (_self, pattern, options) =>
    net(REGEX, compile(text(pattern), optionsIn([options]))),
}));
/** What `[regex]'…'` makes. */
export const newRegex = (pattern: string): PSValue => net(REGEX, compile(pattern, 0));

// ------------------------------------------------------------------ captures

interface Captured {
  readonly value: string;
  readonly index: number;
  readonly success: boolean;
  readonly name: string;
}
function captured(self: PSValue): Captured {
  const inner = dataOf<Matched | Captured>(self);
  if (!('input' in inner)) return inner;
  const { match } = inner;
  return match === undefined
    ? { value: '', index: 0, success: false, name: '0' }
    : { value: valueOf(match), index: indexOf(match), success: true, name: '0' };
}
function groupObject({ match, input: source, regex }: Matched, group: NetGroup): PSValue {
  if (group.number === 0) return matchObject(match, source, regex ?? { regex: /(?:)/, pattern: '', options: 0 });
  const at = match === undefined ? undefined : captureOf(match, group);
  const none: Captured = { value: '', index: 0, success: false, name: group.name };
  if (match === undefined || at === undefined) return net<Captured>(GROUP, none);
  return net<Captured>(GROUP, {
    value: match[at] ?? '',
    index: match.indices?.[at]?.[0] ?? 0,
    success: true,
    name: group.name,
  });
}
const tableOf = ({ match, regex }: Matched): readonly NetGroup[] => {
  const known = match === undefined ? [] : groupsOfMatch(match);
  if (known.length > 0) return known;
  return regex === undefined
    ? [{ number: 0, name: '0', captures: [0] }]
    : groupsOf(regex.regex).slice(0, match === undefined ? 1 : undefined);
};
implement(CAPTURE, () => ({
  Value: (self) => captured(self).value,
  Index: (self) => captured(self).index,
  Length: (self) => captured(self).value.length,
  ToString: (self) => captured(self).value,
}));
implement(GROUP, () => ({
  Success: (self) => captured(self).success,
  Name: (self) => captured(self).name,
  Captures: (self) => {
    const own = captured(self);
    return net('System.Text.RegularExpressions.CaptureCollection', own.success ? [net<Captured>(CAPTURE, own)] : []);
  },
}));
implement(MATCH, () => ({
  Groups: (self) => net('System.Text.RegularExpressions.GroupCollection', dataOf<Matched>(self)),
  NextMatch: (self) => {
    const own = dataOf<Matched>(self);
    const { match, input: source } = own;
    const expression = match === undefined ? undefined : regexOfMatch(match);
    if (match === undefined || expression === undefined) return self;
    const regex = own.regex ?? { regex: expression, pattern: expression.source, options: 0 };
    const { length } = valueOf(match);
    const at = isRightToLeft(regex)
      ? indexOf(match) - (length === 0 ? 1 : 0)
      : match.index + length + (length === 0 ? 1 : 0);
    return matchObject(at < 0 ? undefined : next(regex, source, at), source, regex);
  },
  Result: (self, template) => {
    const { match, input: source } = dataOf<Matched>(self);
    if (match === undefined)
      throw throwNet('System.NotSupportedException', 'Result cannot be called on a failed Match.');
    return expandReplacement(text(template), match, source);
  },
  'static Empty': () => net<Matched>(MATCH, { match: undefined, input: '' }),
}));
const groupList = (self: PSValue): PSValue[] => {
  const own = dataOf<Matched>(self);
  return tableOf(own).map((group) => groupObject(own, group));
};
const findGroup = (self: PSValue, key: PSValue): PSValue => {
  const own = dataOf<Matched>(self);
  const group = tableOf(own).find(({ name, number }) =>
    typeof key === 'number' ? number === key : name === text(key) || String(number) === text(key),
  );
  return group === undefined
    ? net<Captured>(GROUP, {
        value: '',
        index: 0,
        success: false,
        name: typeof key === 'number' ? String(key) : text(key),
      })
    : groupObject(own, group);
};
implement('System.Text.RegularExpressions.GroupCollection', () => ({
  Count: (self) => groupList(self).length,
  IsReadOnly: () => true,
  IsSynchronized: () => false,
  SyncRoot: (self) => self,
  Keys: (self) => strings(tableOf(dataOf<Matched>(self)).map(({ name }) => name)),
  Values: (self) => groupList(self),
  get_Item: findGroup,
  ContainsKey: (self, name) => tableOf(dataOf<Matched>(self)).some((group) => group.name === text(name)),
  GetEnumerator: (self) => enumerator(groupList(self)),
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
    GetEnumerator: (self) => enumerator(dataOf<PSValue[]>(self)),
    Contains: (self, value) => dataOf<PSValue[]>(self).includes(unwrap(value)),
  }));
for (const name of ['Match', 'Capture'])
  enumerators.set(`System.Text.RegularExpressions.${name}Collection`, (value) => value.data as PSValue[]);
