/** `-like -match -replace -split -join -f` and ranges. */
import { WildcardPatternError } from '../../../protocol/errors/index.js';
import {
  PSChar,
  PSDateTime,
  PSDecimal,
  PSDictionary,
  PSDouble,
  PSList,
  PSNumber,
  PSSingle,
  PSTimeSpan,
  PSGuid,
  PSUInt64,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  castText,
  reflectionName,
  convertTo,
  INT_MAX,
  integerOf,
  isNumeric,
  isBareCustom,
  isNode,
  nodeText,
  shownText,
  toText,
  tryConvert,
  hooks,
} from '../conversion.js';
import type { Extent } from '../../lang/index.js';
import { integerTextSteps, isLongInteger } from '../big-steps.js';
import { sameText } from './comparison.js';
import { andThen, done, drive, LOOK, type Pending, settle, type Steps, type Tick, ticking } from '../pending.js';
import { needText } from '../room.js';
import { AT_ONCE, joinSteps, mapLong, mapPieces } from '../slices.js';
import { type Culture, currentCulture } from '../culture/culture.js';
import { formatDate, formatSpan } from '../text/date-format.js';
import { floatToString, FormatError, formatNumber, UNLIMITED } from '../text/number-format.js';
import {
  expandReplacement,
  type NetGroup,
  type NetMatch,
  NetRegex,
  netRegex,
  type RegexOptions,
  RegexSyntaxError,
  prepareRegex,
} from '../text/regex/index.js';
import { wildcardRegex } from '../text/wildcard.js';
import { fail, NetThrow, PSError, thrownByText } from '../values/exceptions.js';
import { elementTypeOf, ClassInstance, EnumValue, NetObject, typedArray, TypeObject, unwrap } from '../values/live.js';
import { isPlain, ScriptBlock } from '../values/script-block.js';
import { BIGINT, CUSTOM, INT32, OBJECT, STRING, typeOf } from '../values/types.js';
import { callDelegate } from '../net/support.js';
import { enumerate } from '../runtime/members.js';
import type { Runtime } from '../runtime/runtime.js';
import { type MethodOverload, type NetType, requireType } from '../values/net-type.js';

export function like(value: PSValue, pattern: PSValue, caseSensitive: boolean): boolean {
  try {
    const wanted = toText(pattern);
    // Without a wildcard it is a comparison of texts.
    if (!/[*?[`]/.test(wanted)) return sameText(toText(value), wanted, caseSensitive);
    return wildcardRegex(wanted, caseSensitive).test(toText(value));
  } catch (error) {
    if (error instanceof WildcardPatternError)
      throw fail('RuntimeException', error.message, {
        type: 'System.Management.Automation.WildcardPatternException',
        category: 'NotSpecified',
      });
    throw error;
  }
}

const badPattern = (pattern: string): PSError =>
  fail('InvalidRegularExpression', `The regular expression pattern ${pattern} is not valid.`, {
    category: 'InvalidOperation',
    target: pattern,
  });
/** What .NET says of a pattern that it cannot read. */
export const patternProblem = (pattern: string, { offset, message }: RegexSyntaxError): string =>
  `Invalid pattern '${pattern}' at offset ${offset}. ${message}`;
/** The expression of a Regex object. */
function regexOf(value: PSValue): NetRegex | undefined {
  return value instanceof NetObject && value.data instanceof NetRegex ? value.data : undefined;
}
/** As `regexFrom`, for -match: the error is .NET's own. */
export function matchRegex(pattern: PSValue, options: RegexOptions): NetRegex {
  if (typeof pattern !== 'string') {
    const inner = unwrap(pattern);
    return regexOf(inner) ?? matchRegex(toText(inner), options);
  }
  try {
    return netRegex(pattern, options);
  } catch (error) {
    if (error instanceof RegexSyntaxError)
      throw new NetThrow('System.Text.RegularExpressions.RegexParseException', patternProblem(pattern, error));
    throw error;
  }
}
/** A regular expression from an operator's right side: text, or a Regex object. */
export function regexFrom(pattern: PSValue, options: RegexOptions): NetRegex {
  const inner = unwrap(pattern);
  const own = regexOf(inner);
  if (own !== undefined) return own;
  const text = toText(inner);
  try {
    return netRegex(text, options);
  } catch (error) {
    if (error instanceof RegexSyntaxError) throw badPattern(text);
    throw error;
  }
}
/** Searches on behalf of a script: one that takes long gives up the thread. */
export const find = (rt: Runtime, regex: NetRegex, text: string, at?: number): Pending<NetMatch | null> =>
  regex.find(rt.ticker, text, at);
/** The match after one. */
export const findNext = (rt: Runtime, match: NetMatch): Pending<NetMatch | null> =>
  match.regex.find(rt.ticker, match.input, match.regex.after(match), match.regex.endOf(match));
/** All matches of a text, in the order in which they are found. */
export function* findAll(
  rt: Runtime,
  regex: NetRegex,
  text: string,
  each: (match: NetMatch) => boolean | undefined,
  start = regex.startOf(text),
): Steps<void> {
  let match = yield* settle(find(rt, regex, text, start));
  while (match !== null && each(match) !== false) {
    match = yield* settle(findNext(rt, match));
    const tick = rt.tick();
    if (tick !== undefined) yield tick;
  }
}
/** Matches as `$Matches` holds them: by number, or by name where a group has one; the highest first. */
export function matchesTable(match: NetMatch): PSDictionary {
  const table = new PSDictionary();
  const { groups } = match;
  for (const [place, { name, number }] of groups.entries()) {
    if (name === String(number)) continue;
    const text = match.text(place);
    if (text !== undefined) table.append(name, text);
  }
  for (let place = groups.length - 1; place >= 0; place -= 1) {
    const { name, number } = groups[place] as NetGroup;
    if (name !== String(number)) continue;
    const text = match.text(place);
    if (text !== undefined) table.append(number, text);
  }
  return table;
}

// ------------------------------------------------------------------ replace

export function replace(
  rt: Runtime,
  left: PSValue,
  right: PSValue,
  caseSensitive: boolean,
  { name, at }: { readonly name: string; readonly at: Extent | undefined },
): Pending<PSValue> {
  const args = enumerate(right) ?? [right];
  if (args.length > 2)
    throw fail(
      'BadReplaceArgument',
      `The ${name} operator allows only two elements to follow it, not ${args.length}.`,
      { category: 'InvalidOperation', target: right, extent: at },
    );
  const pattern = args[0] ?? null;
  const options: RegexOptions = { ignoreCase: !caseSensitive };
  const replacement = unwrap(args[1] ?? '');
  return andThen(prepareRegex(pattern, options, rt.stepper), () => {
    const regex = regexFrom(pattern, options);
    const items = enumerate(left);
    if (items === undefined) return replaceOne(rt, toText(left), regex, replacement);
    return drive(replaceAll(rt, items, regex, replacement));
  });
}
function* replaceAll(rt: Runtime, items: readonly PSValue[], regex: NetRegex, replacement: PSValue): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const item of items) out.push(yield* settle(replaceOne(rt, toText(item), regex, replacement)));
  return out;
}
/** What to put in the place of a match. */
type Maker = (match: NetMatch) => Pending<string>;
/** A delegate that makes what stands in the place of a match, or a method that can be one. */
function evaluatorOf(replacement: PSValue): PSValue | undefined {
  const inner = unwrap(replacement);
  if (!(inner instanceof NetObject) || (inner.type.name !== 'MatchEvaluator' && inner.type.name !== 'PSMethod'))
    return undefined;
  return tryConvert(inner, requireType('System.Text.RegularExpressions.MatchEvaluator'));
}
export function replaceOne(rt: Runtime, text: string, regex: NetRegex, replacement: PSValue): Pending<PSValue> {
  return replaceMatches(rt, text, regex, makerOf(rt, replacement));
}
function makerOf(rt: Runtime, replacement: PSValue): Maker {
  if (replacement instanceof ScriptBlock)
    return (match) => {
      const options = { input: rt.matchObject(match), dotted: isPlain(replacement) };
      return andThen(rt.callBlock(replacement, [], options), (made) => toText(made));
    };
  const evaluate = evaluatorOf(replacement);
  if (evaluate !== undefined)
    return (match) => andThen(callDelegate(evaluate, [rt.matchObject(match)]), (made) => toText(made));
  const template = toText(replacement);
  return (match) => expandReplacement(template, match);
}
/** The text with its matches, at most `limit` of them, replaced. */
export function replaceMatches(
  rt: Runtime,
  text: string,
  regex: NetRegex,
  make: Maker,
  limit = Number.POSITIVE_INFINITY,
  start = regex.startOf(text),
): Pending<string> {
  // Most texts have no match or few, and need no machinery for waiting.
  const first = limit > 0 ? find(rt, regex, text, start) : null;
  if (first === null) return text;
  return drive(replaceSteps(rt, text, regex, make, limit, first));
}
function* replaceSteps(
  rt: Runtime,
  text: string,
  regex: NetRegex,
  make: Maker,
  limit: number,
  first: Pending<NetMatch | null>,
): Steps<string> {
  const back = regex.rightToLeft;
  let out = '';
  let at = back ? text.length : 0;
  let match = yield* settle(first);
  for (let count = 1; match !== null; count += 1) {
    const made = yield* settle(make(match));
    if (back) {
      out = made + text.slice(match.end, at) + out;
      at = match.index;
    } else {
      out += text.slice(at, match.index) + made;
      at = match.end;
    }
    if (count >= limit) break;
    const tick = rt.tick();
    if (tick !== undefined) yield tick;
    match = yield* settle(findNext(rt, match));
  }
  return back ? text.slice(0, at) + out : out + text.slice(at);
}

// -------------------------------------------------------------------- split

/** Unary -split: the words. */
export const splitUnary = (rt: Runtime, value: PSValue): Pending<PSValue> => drive(wordsOf(rt.stepper, value));
/** Characters that are split in one go. */
const WORDS_AT_ONCE = 2 ** 16;
function* wordsOf(tick: Tick, value: PSValue): Steps<PSValue> {
  const out: PSValue[] = [];
  const take = (piece: string): void => {
    done.steps += piece.length >> 6;
    for (const word of piece.trim().split(/\s+/)) out.push(word);
  };
  for (const item of enumerate(value) ?? [value]) {
    const text = toText(item).trim();
    if (text.length <= WORDS_AT_ONCE) take(text);
    else yield* mapPieces(text, WORDS_AT_ONCE, /\s/g, take, tick);
  }
  return typedArray(out, STRING);
}
const SIMPLE_MATCH = 1;
const IGNORE_CASE = 64;
export function split(rt: Runtime, left: PSValue, right: PSValue, caseSensitive: boolean): Pending<PSValue> {
  const args = enumerate(right) ?? [right];
  if (args.length === 0)
    throw fail('BadOperatorArgument', `The argument to operator '-split' is not valid: ${castText(unwrap(right))}.`, {
      category: 'InvalidOperation',
      target: right,
    });
  const delimiter = unwrap(args[0] ?? '');
  const limit = args.length > 1 ? splitLimit(args[1] ?? 0) : 0;
  let options = 0;
  for (const item of args.length > 2 ? (enumerate(args[2] ?? null) ?? [args[2] ?? null]) : []) {
    const made = splitArgument(item, requireType('System.Management.Automation.SplitOptions'));
    if (made instanceof EnumValue) options |= Number(made.value);
  }
  if ((options & SIMPLE_MATCH) !== 0 && (options & ~(SIMPLE_MATCH | IGNORE_CASE)) !== 0)
    throw fail('InvalidSplitOptionCombination', 'The combination of options with the -split operator is not valid.', {
      category: 'InvalidOperation',
      target: right,
    });
  const items = (enumerate(left) ?? [left]).map((item) => toText(item));
  if (delimiter instanceof ScriptBlock) return drive(splitByBlock(rt, items, delimiter, limit));
  const flags: RegexOptions = {
    ignoreCase: !caseSensitive || (options & IGNORE_CASE) !== 0,
    multiline: (options & 16) !== 0,
    singleline: (options & 32) !== 0,
    ignoreWhitespace: (options & 8) !== 0,
    explicitCapture: (options & 128) !== 0,
  };
  const pattern =
    (options & SIMPLE_MATCH) !== 0 ? toText(delimiter).replace(/[\\^$.*+?()[\]{}|#]/g, '\\$&') : delimiter;
  return andThen(prepareRegex(pattern, flags, rt.stepper), () =>
    drive(splitAll(rt, items, matchRegex(pattern, flags), limit)),
  );
}
const splitLimit = (value: PSValue): number => Number(integerOf(splitArgument(value, INT32)) ?? 0n);
function splitArgument(value: PSValue, type: NetType): PSValue {
  try {
    return convertTo(value, type);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    throw fail('RuntimeException', error.record.message, {
      category: 'NotSpecified',
      type: 'System.Management.Automation.PSInvalidCastException',
    });
  }
}
function* splitAll(rt: Runtime, items: readonly string[], regex: NetRegex, limit: number): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const text of items) {
    const matches: NetMatch[] = [];
    yield* findAll(rt, regex, text, (match) => void matches.push(match));
    for (const part of partsBetween(text, matches, limit)) out.push(part);
  }
  return typedArray(out, STRING);
}
function partsBetween(text: string, matches: readonly NetMatch[], limit: number): string[] {
  let chosen = matches;
  if (limit > 0) chosen = matches.slice(0, limit - 1);
  else if (limit < 0) chosen = matches.slice(Math.max(0, matches.length - (-limit - 1)));
  return textsBetween(text, chosen);
}
/** What lies between the matches, with what their groups took. */
export function textsBetween(text: string, matches: readonly NetMatch[]): string[] {
  const out: string[] = [];
  let at = 0;
  for (const match of matches) {
    out.push(text.slice(at, match.index));
    for (let place = 1; place < match.groups.length; place += 1) {
      const group = match.text(place);
      if (group !== undefined) out.push(group);
    }
    at = match.end;
  }
  out.push(text.slice(at));
  return out;
}
function* splitByBlock(rt: Runtime, items: readonly string[], block: ScriptBlock, limit: number): Steps<PSValue> {
  const out: PSValue[] = [];
  // A negative limit counts from the end.
  const fromEnd = limit < 0;
  const most = Math.abs(limit);
  for (const text of items) {
    const parts: string[] = [];
    let part = '';
    for (let step = 0; step < text.length; step += 1) {
      const c = text.charAt(fromEnd ? text.length - 1 - step : step);
      const mayCut = most === 0 || parts.length + 1 < most;
      if (mayCut && rt.truth(yield* settle(rt.callBlock(block, [c], { input: c })))) {
        parts.push(part);
        part = '';
      } else part = fromEnd ? c + part : part + c;
      const tick = rt.tick();
      if (tick !== undefined) yield tick;
    }
    parts.push(part);
    for (const each of fromEnd ? parts.reverse() : parts) out.push(each);
  }
  return typedArray(out, STRING);
}

/** Elements are joined in the culture of the runspace; a collection among them says what it is. */
const joined = (item: PSValue): string => {
  const inner = typeof item === 'object' ? unwrap(item) : item;
  if (Array.isArray(inner) || inner instanceof PSList || inner instanceof Uint8Array)
    return reflectionName(typeOf(inner) ?? OBJECT);
  if (isNode(inner)) return nodeText(inner);
  return isBareCustom(item) ? '' : itemText(item);
};
/** A ToString() that fails has here the words of PSObject.ToString(). */
function itemText(item: PSValue): string {
  try {
    return shownText(item);
  } catch (error) {
    const inner = error instanceof PSError ? error.record.exception.inner : undefined;
    if (!(error instanceof PSError) || inner === undefined) throw error;
    throw fail(
      'ToStringPSObjectBasicException',
      `The following exception occurred while retrieving the string: "${inner.message}"`,
      { type: 'System.Management.Automation.ExtendedTypeSystemException', category: 'NotSpecified', inner },
    );
  }
}
function join(left: PSValue, separator: string): string {
  const items = enumerate(left);
  if (items === undefined) return toText(left);
  done.steps += items.length;
  const texts = items.map(joined);
  needJoined(texts, separator);
  return texts.join(separator);
}
function needJoined(texts: readonly string[], separator: string): void {
  let length = separator.length * texts.length;
  for (const text of texts) length += text.length;
  needText(length);
}
/** As `join`, of any length without holding the thread. */
export function joinLong(rt: Runtime, left: PSValue, separator: string): Pending<PSValue> {
  const items = enumerate(left);
  if (items === undefined || items.length <= AT_ONCE) return join(left, separator);
  return andThen(mapLong(rt, items, joined), (texts) => {
    needJoined(texts, separator);
    return drive(joinSteps(texts, separator, (size) => rt.tick(size)));
  });
}

/** The ends of a range of whole numbers; a range of characters is the list of them. */
export type RangeEnds = { readonly from: number; readonly to: number } | readonly PSValue[];
export function rangeEnds(left: PSValue, right: PSValue): RangeEnds {
  const l = unwrap(left);
  const r = unwrap(right);
  if (
    (l instanceof PSChar || (typeof l === 'string' && l.length === 1 && !/\d/.test(l))) &&
    (r instanceof PSChar || (typeof r === 'string' && r.length === 1 && !/\d/.test(r)))
  ) {
    const from = toText(l).charCodeAt(0);
    const to = toText(r).charCodeAt(0);
    const out: PSValue[] = [];
    for (let code = from; from <= to ? code <= to : code >= to; code += from <= to ? 1 : -1) out.push(new PSChar(code));
    return out;
  }
  return { from: bound(l), to: bound(r) };
}
/** The list of a range, of any length without holding the thread. */
export function rangeLong(rt: Runtime, left: PSValue, right: PSValue): Pending<PSValue> {
  const ends = rangeEnds(left, right);
  if (!('from' in ends)) return ends;
  const { from, to } = ends;
  // Longer than an array may be: .NET's own count overflows.
  if (Math.abs(to - from) > INT_MAX - 1)
    throw new NetThrow('System.OverflowException', 'Arithmetic operation resulted in an overflow.');
  if (Math.abs(to - from) > 2 ** 26)
    throw fail('RangeTooLarge', `The range ${from}..${to} has more elements than this engine allows.`, {
      category: 'LimitsExceeded',
    });
  return Math.abs(to - from) < BATCH ? numbersBetween(from, to) : drive(rangeSteps(rt, ends));
}
function* rangeSteps(rt: Runtime, ends: RangeEnds): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const batch of rangeBatches(ends)) {
    for (const value of batch) out.push(value);
    const tick = rt.tick(LOOK);
    if (tick !== undefined) yield tick;
  }
  return out;
}
/** Elements of a range that are there at one time. */
const BATCH = 65_536;
/** The elements of a range, some at a time: of one that is only gone through nobody needs the whole. */
export function* rangeBatches(ends: RangeEnds): Iterable<readonly PSValue[]> {
  if (!('from' in ends)) {
    yield ends;
    return;
  }
  const { from, to } = ends;
  const step = from <= to ? BATCH : -BATCH;
  for (let at = from; from <= to ? at <= to : at >= to; at += step) {
    const last = at + step + (step > 0 ? -1 : 1);
    yield numbersBetween(at, step > 0 ? Math.min(last, to) : Math.max(last, to));
  }
}
function numbersBetween(from: number, to: number): PSValue[] {
  done.steps += Math.abs(to - from) >> 4;
  const out: PSValue[] = [];
  if (from <= to) for (let value = from; value <= to; value += 1) out.push(value);
  else for (let value = from; value >= to; value -= 1) out.push(value);
  return out;
}

/** An end of a range, as Convert.ToInt32 makes it. */
function bound(value: PSValue): number {
  if (typeof value === 'string') {
    if (!/^\s*[+-]?\d+\s*$/.test(value))
      throw new NetThrow('System.FormatException', `The input string '${value}' was not in a correct format.`);
    const number = Number(value);
    if (number > 2147483647 || number < -2147483648)
      throw new NetThrow('System.OverflowException', 'Value was either too large or too small for an Int32.');
    return number;
  }
  const type = typeOf(value);
  // What .NET's Convert.ToInt32 says: these ends are no arguments that PowerShell converts.
  if (value instanceof PSDateTime)
    throw new NetThrow('System.InvalidCastException', "Invalid cast from 'DateTime' to 'Int32'.");
  if (
    typeof value === 'object' &&
    value !== null &&
    (!isNumeric(value) || type === BIGINT) &&
    !(value instanceof PSChar) &&
    !(value instanceof EnumValue)
  )
    throw new NetThrow(
      'System.InvalidCastException',
      `Unable to cast object of type '${type === CUSTOM ? 'System.Management.Automation.PSObject' : (type?.fullName ?? '')}' to type 'System.IConvertible'.`,
    );
  const number = tryConvert(value, INT32);
  if (number === undefined)
    throw new NetThrow('System.OverflowException', 'Value was either too large or too small for an Int32.');
  return Number(integerOf(number) ?? 0n);
}

// ------------------------------------------------------------------- format

/** How numbers and dates are written. */
export type FormatWays = Pick<Culture, 'numbers' | 'dates'>;

/** IFormattable.ToString(format) for one value, in a culture's ways: the runspace's when not given. Throws FormatError. */
export function formatValue(value: PSValue, format: string, ways: FormatWays = currentCulture()): string {
  const { numbers, dates } = ways;
  const inner = value instanceof EnumValue ? value : unwrap(value);
  if (inner instanceof PSDouble && format === '') return floatToString({ kind: 'double', value: inner.value }, numbers);
  if (inner instanceof PSSingle && format === '') return floatToString({ kind: 'single', value: inner.value }, numbers);
  if (inner instanceof TypeObject) return reflectionName(inner.type);
  if (inner instanceof PSDouble) return formatNumber({ kind: 'double', value: inner.value }, format, numbers);
  if (inner instanceof PSSingle) return formatNumber({ kind: 'single', value: inner.value }, format, numbers);
  if (inner instanceof PSDecimal)
    return formatNumber({ kind: 'decimal', unscaled: inner.unscaled, scale: inner.scale }, format, numbers);
  const whole = inner instanceof EnumValue ? undefined : integerOf(inner);
  if (whole !== undefined) return formatNumber({ kind: 'integer', value: whole, bits: bitsOf(inner) }, format, numbers);
  if (inner instanceof PSDateTime) return formatDate(inner, format, dates);
  const own = inner instanceof ClassInstance ? hooks.formatted(inner, format, currentCulture()) : undefined;
  if (own !== undefined) return own;
  if (format === '') return toText(inner);
  if (inner instanceof PSTimeSpan) return formatSpan(inner, format, numbers);
  if (inner instanceof PSGuid) {
    const bare = inner.value.replaceAll('-', '');
    switch (format.toUpperCase()) {
      case 'N':
        return bare;
      case 'B':
        return `{${inner.value}}`;
      case 'P':
        return `(${inner.value})`;
      case 'X':
        return guidStructure(bare);
      case 'D':
        return inner.value;
      default:
        throw new FormatError('Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".');
    }
  }
  if (inner instanceof EnumValue) {
    if (/^d$/i.test(format)) return inner.value.toString();
    if (/^x$/i.test(format)) return inner.value.toString(16).toUpperCase().padStart(8, '0');
    if (!/^[gf]$/i.test(format))
      throw new FormatError('Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".');
  }
  if (inner instanceof NetObject) {
    // What else there is of IFormattable has a ToString that takes a format.
    const made = formatMethodOf(inner.type)?.body(inner, format);
    if (typeof made === 'string') return made;
  }
  return toText(inner);
}
const formatMethodOf = (type: NetType): MethodOverload | undefined =>
  type
    .findMethod('ToString')
    ?.overloads.find(({ parameters: [first, ...others] }) => first?.name === 'format' && others.length === 0);
/** `{0x…,0x…,0x…,{0x…,…}}` of 32 hexadecimal digits. */
function guidStructure(digits: string): string {
  const part = (from: number, to: number): string => `0x${digits.slice(from, to)}`;
  const bytes = Array.from({ length: 8 }, (_, index) => part(16 + index * 2, 18 + index * 2));
  return `{${part(0, 8)},${part(8, 12)},${part(12, 16)},{${bytes.join(',')}}}`;
}
function bitsOf(value: PSValue): number {
  if (typeof value === 'bigint' || value instanceof PSUInt64) return 64;
  if (value instanceof NetObject && value.type === BIGINT) return UNLIMITED;
  switch (value instanceof PSNumber ? value.tag : 'I32') {
    case 'By':
    case 'SB':
      return 8;
    case 'I16':
    case 'U16':
      return 16;
    default:
      return 32;
  }
}
/** What .NET says of an item that breaks off: where it stopped reading. */
function misplaced(template: string, index: number): string {
  const read = /^\{\d+ *(?:, *-?\d*|:[^{}]*)?/.exec(template.slice(index))?.[0] ?? '{';
  const stopped = index + read.length;
  const where = `Input string was not in a correct format. Failure to parse near offset ${stopped}.`;
  return read.includes(':') ? `${where} Format item ends prematurely.` : `${where} Expected an ASCII digit.`;
}
/**
 * String.Format. Throws FormatError.
 * @param inCulture the text of a value where a culture was given; undefined: it has none of its own.
 */
export function compositeFormat(
  template: string,
  args: readonly PSValue[],
  inCulture?: (item: PSValue, format: string) => string | undefined,
): string {
  let out = '';
  for (let index = 0; index < template.length; index += 1) {
    const c = template[index] ?? '';
    if (c === '{') {
      if (template[index + 1] === '{') {
        out += '{';
        index += 1;
        continue;
      }
      const match = /^\{(\d{1,6})\s*(?:,\s*(-?\d{1,6})\s*)?(?::([^{}]*))?\}/.exec(template.slice(index));
      if (match === null)
        throw new FormatError(
          /^\{[^{}]*$/.test(template.slice(index))
            ? `Input string was not in a correct format. Failure to parse near offset ${template.length}. Format item ends prematurely.`
            : misplaced(template, index),
        );
      const at = Number(match[1]);
      if (at >= args.length)
        throw new FormatError(
          'Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
        );
      const item = args[at] ?? null;
      const format = match[3] ?? '';
      const bare = unwrap(item);
      const text =
        Array.isArray(bare) || bare instanceof Uint8Array || bare instanceof PSList
          ? castText(bare)
          : (inCulture?.(item, format) ?? formatValue(item, format));
      const width = Number(match[2] ?? 0);
      out += width < 0 ? text.padEnd(-width) : text.padStart(width);
      index += match[0].length - 1;
    } else if (c === '}') {
      if (index + 1 === template.length)
        throw new FormatError(
          `Input string was not in a correct format. Failure to parse near offset ${template.length}. Format item ends prematurely.`,
        );
      if (template[index + 1] !== '}')
        throw new FormatError(
          `Input string was not in a correct format. Failure to parse near offset ${index + 1}. Unexpected closing brace without a corresponding opening brace.`,
        );
      out += '}';
      index += 1;
    } else out += c;
  }
  return out;
}
export function formatOperator(left: PSValue, right: PSValue): Pending<PSValue> {
  // An array of objects of whatever class is the list of arguments; of structures, or any other collection, it is one.
  const inner = unwrap(right);
  const args = Array.isArray(inner) && !elementTypeOf(inner as PSValue[]).isValueType ? (inner as PSValue[]) : [right];
  const long = args
    .slice(0, LOOKED_AT)
    .map(longInteger)
    .filter((value) => value !== undefined);
  return long.length === 0 ? formatNow(left, args) : andThen(drive(rememberSteps(long)), () => formatNow(left, args));
}
/** Arguments that are looked at for such a number. */
const LOOKED_AT = 16;
/** The number in a value, when it is one whose text takes long. */
function longInteger(value: PSValue): bigint | undefined {
  const inner = typeof value === 'object' ? unwrap(value) : null;
  const whole = inner instanceof NetObject && inner.type === BIGINT ? (inner.data as bigint) : undefined;
  return whole !== undefined && isLongInteger(whole) ? whole : undefined;
}
function* rememberSteps(values: readonly bigint[]): Steps<undefined> {
  for (const value of values) yield* integerTextSteps(value, ticking());
  return undefined;
}
function formatNow(left: PSValue, args: readonly PSValue[]): PSValue {
  try {
    return compositeFormat(toText(left), args);
  } catch (error) {
    if (error instanceof FormatError)
      throw fail('FormatError', `Error formatting a string: ${error.message}.`, {
        category: 'InvalidOperation',
        target: toText(left),
      });
    throw thrownByText(error);
  }
}
