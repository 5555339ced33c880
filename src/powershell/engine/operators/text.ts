/** `-like -match -replace -split -join -f` and ranges. */
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
import { isPlain } from '../runtime/function-processor.js';
import {
  castText,
  convertTo,
  INT_MAX,
  integerOf,
  isNumeric,
  reflectionName,
  toText,
  tryConvert,
} from '../conversion.js';
import { done, drive, type Pending, settle, type Steps } from '../pending.js';
import { formatDate, formatSpan } from '../text/date-format.js';
import { floatToString, FormatError, formatNumber } from '../text/number-format.js';
import { captureOf, execNet, groupsOfMatch, type NetGroup, RegexSyntaxError } from '../text/net-regex.js';
import { expandReplacement, netRegex, type RegexOptions, wildcardRegex, WildcardError } from '../text/wildcard.js';
import { fail, NetThrow, PSError } from '../values/exceptions.js';
import { elementTypeOf, EnumValue, NetObject, typedArray, TypeObject, unwrap } from '../values/live.js';
import { ScriptBlock } from '../values/script-block.js';
import { BIGINT, CUSTOM, INT32, STRING, typeOf } from '../values/types.js';
import { enumerate } from '../runtime/members.js';
import type { Runtime } from '../runtime/runtime.js';

export function like(value: PSValue, pattern: PSValue, caseSensitive: boolean): boolean {
  try {
    return wildcardRegex(toText(pattern), caseSensitive).test(toText(value));
  } catch (error) {
    if (error instanceof WildcardError)
      throw fail('RuntimeException', error.message, {
        type: 'System.Management.Automation.WildcardPatternException',
        category: 'NotSpecified',
      });
    throw error;
  }
}

const badPattern = (pattern: string, error: unknown): PSError =>
  fail('InvalidRegularExpression', `The regular expression pattern ${pattern} is not valid.`, {
    category: 'InvalidOperation',
    target: pattern,
    ...(error instanceof Error ? {} : {}),
  });
/** What .NET says of a pattern that it cannot read. */
export function patternProblem(pattern: string): string {
  let depth = 0;
  let set = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const c = pattern[at] ?? '';
    if (c === '\\') {
      if (at === pattern.length - 1) return problem(pattern, pattern.length, 'Illegal \\ at end of pattern.');
      at += 1;
    } else if (set) set = c !== ']';
    else if (c === '[') set = true;
    else if (c === '(') depth += 1;
    else if (c === ')') {
      depth -= 1;
      if (depth < 0) return problem(pattern, at + 1, "Too many )'s.");
    } else if (/[*+?]/.test(c) && (at === 0 || /[(|]/.test(pattern[at - 1] ?? '')) && pattern[at - 1] !== '(')
      return problem(pattern, at + 1, `Quantifier '${c}' following nothing.`);
  }
  if (set) return problem(pattern, pattern.length, 'Unterminated [] set.');
  if (depth > 0) return problem(pattern, pattern.length, "Not enough )'s.");
  return problem(pattern, 1, 'Unrecognized grouping construct.');
}
const problem = (pattern: string, at: number, text: string): string =>
  `Invalid pattern '${pattern}' at offset ${at}. ${text}`;
/** What a Regex object holds. */
export interface RegexData {
  readonly regex: RegExp;
  readonly pattern: string;
  readonly options: number;
}
const isRegexData = (data: unknown): data is RegexData =>
  typeof data === 'object' && data !== null && 'regex' in data && data.regex instanceof RegExp;
/** As `regexFrom`, for -match: the error is .NET's own. */
export function matchRegex(pattern: PSValue, options: RegexOptions): RegExp {
  const inner = unwrap(pattern);
  if (inner instanceof NetObject && isRegexData(inner.data)) return inner.data.regex;
  const text = toText(inner);
  try {
    return netRegex(text, options);
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new NetThrow(
        'System.Text.RegularExpressions.RegexParseException',
        error instanceof RegexSyntaxError ? problem(text, error.offset, error.message) : patternProblem(text),
      );
    throw error;
  }
}
/** A regular expression from an operator's right side: text, or a Regex object. */
export function regexFrom(pattern: PSValue, options: RegexOptions): RegExp {
  const inner = unwrap(pattern);
  if (inner instanceof NetObject && isRegexData(inner.data)) return inner.data.regex;
  const text = toText(inner);
  try {
    return netRegex(text, options);
  } catch (error) {
    if (error instanceof SyntaxError) throw badPattern(text, error);
    throw error;
  }
}
export const execAt = execNet;
/** Matches as `$Matches` holds them: by number, or by name where a group has one; the highest first. */
export function matchesTable(match: RegExpExecArray): PSDictionary {
  const table = new PSDictionary();
  const groups = groupsOfMatch(match);
  const add = (group: NetGroup): void => {
    const at = captureOf(match, group);
    if (at !== undefined)
      table.append(group.name === String(group.number) ? group.number : group.name, match[at] ?? '');
  };
  for (const group of groups) if (group.name !== String(group.number)) add(group);
  for (const group of [...groups].reverse()) if (group.name === String(group.number)) add(group);
  return table;
}

// ------------------------------------------------------------------ replace

export function replace(
  rt: Runtime,
  left: PSValue,
  right: PSValue,
  caseSensitive: boolean,
  operator = '-replace',
): Pending<PSValue> {
  const args = enumerate(right) ?? [right];
  if (args.length > 2)
    throw fail(
      'BadReplaceArgument',
      `The ${operator} operator allows only two elements to follow it, not ${args.length}.`,
      { category: 'InvalidOperation' },
    );
  const regex = regexFrom(args[0] ?? null, { ignoreCase: !caseSensitive });
  const replacement = unwrap(args[1] ?? '');
  const items = enumerate(left);
  if (items === undefined) return replaceOne(rt, toText(left), regex, replacement);
  return drive(replaceAll(rt, items, regex, replacement));
}
function* replaceAll(rt: Runtime, items: readonly PSValue[], regex: RegExp, replacement: PSValue): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const item of items) out.push(yield* settle(replaceOne(rt, toText(item), regex, replacement)));
  return out;
}
export function replaceOne(
  rt: Runtime,
  text: string,
  regex: RegExp,
  replacement: PSValue,
  limit = Infinity,
): Pending<PSValue> {
  return drive(replaceMatches(rt, text, regex, replacement, limit));
}
function* replaceMatches(
  rt: Runtime,
  text: string,
  regex: RegExp,
  replacement: PSValue,
  limit: number,
): Steps<PSValue> {
  const template = replacement instanceof ScriptBlock ? undefined : toText(replacement);
  let out = '';
  let at = 0;
  // The expression may serve others during a wait: where to go on is remembered here.
  let next = 0;
  for (let count = 0; count < limit && next <= text.length; count += 1) {
    const match = execAt(regex, text, next);
    if (match === null) break;
    next = regex.lastIndex + (match[0] === '' ? 1 : 0);
    let made: string;
    if (template !== undefined) made = expandReplacement(template, match, text);
    else {
      const value = rt.matchObject(match, text);
      made = toText(
        yield* settle(
          rt.callBlock(replacement as ScriptBlock, [value], {
            input: value,
            dotted: isPlain(replacement as ScriptBlock),
          }),
        ),
      );
    }
    out += text.slice(at, match.index) + made;
    at = match.index + match[0].length;
    const tick = rt.tick();
    if (tick !== undefined) yield tick;
  }
  return out + text.slice(at);
}

// -------------------------------------------------------------------- split

export function splitUnary(value: PSValue): PSValue {
  const out: PSValue[] = [];
  for (const item of enumerate(value) ?? [value]) for (const part of toText(item).trim().split(/\s+/)) out.push(part);
  return typedArray(out, STRING);
}
const SPLIT_OPTIONS: Readonly<Record<string, number>> = {
  simplematch: 1,
  regexmatch: 2,
  cultureinvariant: 4,
  ignorepatternwhitespace: 8,
  multiline: 16,
  singleline: 32,
  ignorecase: 64,
  explicitcapture: 128,
};
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
    const number = integerOf(unwrap(item)) ?? (item instanceof EnumValue ? item.value : undefined);
    if (number !== undefined) options |= Number(number);
    else for (const word of toText(item).split(',')) options |= SPLIT_OPTIONS[word.trim().toLowerCase()] ?? 0;
  }
  const items = (enumerate(left) ?? [left]).map((item) => toText(item));
  if (delimiter instanceof ScriptBlock) return drive(splitByBlock(rt, items, delimiter, limit));
  const flags: RegexOptions = {
    ignoreCase: !caseSensitive || (options & 64) !== 0,
    multiline: (options & 16) !== 0,
    singleline: (options & 32) !== 0,
    ignoreWhitespace: (options & 8) !== 0,
  };
  const regex =
    (options & 1) !== 0
      ? netRegex(toText(delimiter).replace(/[\\^$.*+?()[\]{}|#]/g, '\\$&'), flags)
      : regexFrom(delimiter, flags);
  return drive(splitAll(rt, items, regex, limit));
}
function splitLimit(value: PSValue): number {
  try {
    return Number(integerOf(convertTo(value, INT32)) ?? 0n);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    throw fail('RuntimeException', error.record.message, {
      category: 'NotSpecified',
      type: 'System.Management.Automation.PSInvalidCastException',
    });
  }
}
function* splitAll(rt: Runtime, items: readonly string[], regex: RegExp, limit: number): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const text of items) {
    const matches: RegExpExecArray[] = [];
    for (let match = execAt(regex, text, 0); match !== null; ) {
      matches.push(match);
      const next = regex.lastIndex + (match[0] === '' ? 1 : 0);
      const tick = rt.tick();
      if (tick !== undefined) yield tick;
      match = next > text.length ? null : execAt(regex, text, next);
    }
    for (const part of partsBetween(text, matches, limit)) out.push(part);
  }
  return typedArray(out, STRING);
}
export function splitText(text: string, regex: RegExp, limit: number): string[] {
  const matches: RegExpExecArray[] = [];
  for (let match = execAt(regex, text, 0); match !== null; match = execAt(regex, text, regex.lastIndex)) {
    matches.push(match);
    if (match[0] === '') regex.lastIndex += 1;
    if (regex.lastIndex > text.length) break;
  }
  return partsBetween(text, matches, limit);
}
function partsBetween(text: string, matches: readonly RegExpExecArray[], limit: number): string[] {
  let chosen = matches;
  if (limit > 0) chosen = matches.slice(0, limit - 1);
  else if (limit < 0) chosen = matches.slice(Math.max(0, matches.length - (-limit - 1)));
  const out: string[] = [];
  let at = 0;
  for (const match of chosen) {
    out.push(text.slice(at, match.index));
    for (const group of match.slice(1)) if (group !== undefined) out.push(group);
    at = match.index + match[0].length;
  }
  out.push(text.slice(at));
  return out;
}
function* splitByBlock(rt: Runtime, items: readonly string[], block: ScriptBlock, limit: number): Steps<PSValue> {
  const out: PSValue[] = [];
  for (const text of items) {
    let part = '';
    let count = 1;
    for (let index = 0; index < text.length; index += 1) {
      const c = text.charAt(index);
      const cut = limit > 0 && count >= limit ? false : rt.truth(yield* settle(rt.callBlock(block, [c], { input: c })));
      if (cut) {
        out.push(part);
        part = '';
        count += 1;
      } else part += c;
    }
    out.push(part);
  }
  return typedArray(out, STRING);
}

/** So many elements are joined in one go. */
const JOINED_AT_ONCE = 65_536;
export function join(left: PSValue, separator: string): string {
  const items = enumerate(left);
  if (items === undefined) return toText(left);
  done.steps += items.length;
  return items.map((item) => toText(item)).join(separator);
}
/** As `join`, of any length without holding the thread. */
export function joinLong(rt: Runtime, left: PSValue, separator: string): Pending<PSValue> {
  const items = enumerate(left);
  if (items === undefined || items.length <= JOINED_AT_ONCE) return join(left, separator);
  return drive(joinMany(rt, items, separator));
}
function* joinMany(rt: Runtime, items: readonly PSValue[], separator: string): Steps<PSValue> {
  const parts: string[] = [];
  for (let at = 0; at < items.length; at += JOINED_AT_ONCE) {
    const some = items.slice(at, at + JOINED_AT_ONCE);
    parts.push(some.map((item) => toText(item)).join(separator));
    const tick = rt.tick(some.length);
    if (tick !== undefined) yield tick;
  }
  return parts.join(separator);
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
export function range(left: PSValue, right: PSValue): PSValue {
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
  return numbersBetween(from, to);
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
    !isNumeric(value) &&
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

/** IFormattable.ToString(format) for one value. Throws FormatError. */
export function formatValue(value: PSValue, format: string): string {
  const inner = value instanceof EnumValue ? value : unwrap(value);
  if (inner instanceof PSDouble && format === '') return floatToString({ kind: 'double', value: inner.value });
  if (inner instanceof PSSingle && format === '') return floatToString({ kind: 'single', value: inner.value });
  if (inner instanceof TypeObject) return reflectionName(inner.type);
  if (format === '') return toText(inner);
  if (inner instanceof PSDouble) return formatNumber({ kind: 'double', value: inner.value }, format);
  if (inner instanceof PSSingle) return formatNumber({ kind: 'single', value: inner.value }, format);
  if (inner instanceof PSDecimal)
    return formatNumber({ kind: 'decimal', unscaled: inner.unscaled, scale: inner.scale }, format);
  const whole = integerOf(inner);
  if (whole !== undefined) return formatNumber({ kind: 'integer', value: whole, bits: bitsOf(inner) }, format);
  if (inner instanceof PSDateTime) return formatDate(inner, format);
  if (inner instanceof PSTimeSpan) return formatSpan(inner, format);
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
  return toText(inner);
}
/** `{0x…,0x…,0x…,{0x…,…}}` of 32 hexadecimal digits. */
function guidStructure(digits: string): string {
  const part = (from: number, to: number): string => `0x${digits.slice(from, to)}`;
  const bytes = Array.from({ length: 8 }, (_, index) => part(16 + index * 2, 18 + index * 2));
  return `{${part(0, 8)},${part(8, 12)},${part(12, 16)},{${bytes.join(',')}}}`;
}
function bitsOf(value: PSValue): number {
  if (typeof value === 'bigint' || value instanceof PSUInt64) return 64;
  if (value instanceof NetObject && value.type === BIGINT) return 256;
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
/** String.Format. Throws FormatError. */
export function compositeFormat(template: string, args: readonly PSValue[]): string {
  let out = '';
  for (let index = 0; index < template.length; index += 1) {
    const c = template[index] ?? '';
    if (c === '{') {
      if (template[index + 1] === '{') {
        out += '{';
        index += 1;
        continue;
      }
      const match = /^\{(\d{1,6})\s*(?:,\s*(-?\d{1,6})\s*)?(?::((?:[^{}]|\{\{|\}\})*))?\}/.exec(template.slice(index));
      if (match === null)
        throw new FormatError(
          /^\{[^}]*$/.test(template.slice(index))
            ? `Input string was not in a correct format. Failure to parse near offset ${template.length}. Format item ends prematurely.`
            : `Input string was not in a correct format. Failure to parse near offset ${index + 1}. Expected an ASCII digit.`,
        );
      const at = Number(match[1]);
      if (at >= args.length)
        throw new FormatError(
          'Index (zero based) must be greater than or equal to zero and less than the size of the argument list.',
        );
      const item = args[at] ?? null;
      const format = (match[3] ?? '').replaceAll('{{', '{').replaceAll('}}', '}');
      const bare = unwrap(item);
      const text =
        Array.isArray(bare) || bare instanceof Uint8Array || bare instanceof PSList
          ? castText(bare)
          : formatValue(item, format);
      const width = Number(match[2] ?? 0);
      out += width < 0 ? text.padEnd(-width) : text.padStart(width);
      index += match[0].length - 1;
    } else if (c === '}') {
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
export function formatOperator(left: PSValue, right: PSValue): PSValue {
  // An array of objects of whatever class is the list of arguments; of structures, or any other collection, it is one.
  const inner = unwrap(right);
  const args = Array.isArray(inner) && !elementTypeOf(inner as PSValue[]).isValueType ? (inner as PSValue[]) : [right];
  try {
    return compositeFormat(toText(left), args);
  } catch (error) {
    if (error instanceof FormatError)
      throw fail('FormatError', `Error formatting a string: ${error.message}.`, {
        category: 'InvalidOperation',
        target: toText(left),
      });
    throw error;
  }
}
