/** What validation attributes check: of script functions, of variables, and of commands that are declared as data. */
import { PSDictionary, PSList, PSTimeSpan, type PSValue } from '../../../protocol/objects/index.js';
import { isNumeric, toText, tryConvert } from '../conversion.js';
import { add } from '../operators/arithmetic.js';
import { compare } from '../operators/comparison.js';
import { regexFrom } from '../operators/text.js';
import { ErrorRecordObject, fail, NetThrow, type PSError } from '../values/exceptions.js';
import { EnumValue, unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { INT32, typeOf } from '../values/types.js';
import { enumerate } from './members.js';

/** What the property behind a parameter says when it is set, which comes after all checks. */
export class SetterRefusal extends NetThrow {}

export type Rule = (value: PSValue) => PSValue;

/** @param errorId what the record of the exception says; the command's error has an id of its own. */
export function invalid(message: string, errorId: string): NetThrow {
  const thrown = new NetThrow('System.Management.Automation.ValidationMetadataException', message);
  thrown.exception.errorRecord = new ErrorRecordObject(thrown.exception, errorId, 'MetadataError');
  return thrown;
}
/** An attribute that nothing can satisfy. */
const impossible = (message: string, errorId: string): PSError =>
  fail(errorId, message, {
    type: 'System.Management.Automation.ValidationMetadataException',
    category: 'MetadataError',
  });
const IS_NULL = 'The argument is null. Provide a valid value for the argument, and then try running the command again.';
const NULL_ELEMENT =
  'The argument has a null value, or an element of the argument collection contains a null value. Provide a collection that does not contain any null values, and then try the command again.';
const NULL_OR_EMPTY =
  'The argument is null or empty. Provide an argument that is not null or empty, and then try the command again.';
const EMPTY_ELEMENT =
  'The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.';
const WHITE_SPACE =
  'The argument is null, empty, or consists of only white-space characters. Provide an argument that contains non white-space characters, and then try the command again.';
const WHITE_SPACE_ELEMENT =
  'An element of the argument collection is null, empty, or consists of only white-space characters. Supply a collection that does not contain any those values and then try the command again.';

/** A check of one value, or of each element of several. Null is none, and no element may be null. */
export const each =
  (check: (item: PSValue) => void): Rule =>
  (value) => {
    if (value === null) throw invalid(EMPTY_ELEMENT, 'ArgumentIsEmpty');
    for (const item of enumerate(value) ?? [value]) {
      if (item === null) throw invalid(IS_NULL, 'ArgumentIsEmpty');
      check(item);
    }
    return value;
  };

/** @param message of `ErrorMessage`: `{0}` is the argument, `{1}` the values. */
export const inSet = (valuesOf: () => readonly string[], ignoreCase: boolean, message?: string): Rule =>
  each((item) => {
    const text = toText(item);
    const values = valuesOf();
    if (values.some((value) => (ignoreCase ? value.toLowerCase() === text.toLowerCase() : value === text))) return;
    throw invalid(
      message?.replaceAll('{0}', text).replaceAll('{1}', values.join(',')) ??
        `The argument "${text}" does not belong to the set "${values.join(',')}" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`,
      'ValidateSetFailure',
    );
  });

const otherType = (given: PSValue, type: NetType | undefined): NetThrow =>
  invalid(
    `The argument cannot be validated because its type "${typeOf(given)?.name ?? ''}" is not the same type (${type?.name ?? ''}) as the maximum and minimum limits of the parameter. Make sure the argument is of type ${type?.name ?? ''} and then try the command again.`,
    'ValidationRangeElementType',
  );
export const inRange = (min: PSValue, max: PSValue): Rule => {
  const type = rangeType(min, max);
  if (typeOf(min) !== typeOf(max) && !(isNumeric(min) && isNumeric(max)))
    throw impossible(
      `The specified minimum range (${typeOf(min)?.name ?? ''}) cannot be accepted because it is not the same type as the specified maximum range (${typeOf(max)?.name ?? ''}). Update the ValidateRange attribute for the parameter.`,
      'MinRangeNotTheSameTypeOfMaxRange',
    );
  if (compare(min, max) > 0)
    throw impossible(
      'The specified maximum range cannot be accepted because it is less than the specified minimum range. Update the ValidateRange attribute for the parameter.',
      'MaxRangeSmallerThanMinRange',
    );
  return each((given) => {
    const item = type === undefined ? given : tryConvert(given, type);
    if (item === undefined) throw otherType(given, type);
    if (compare(item, min) < 0)
      throw invalid(
        `The ${toText(item)} argument is less than the minimum allowed range of ${toText(min)}. Supply an argument that is greater than or equal to ${toText(min)} and then try the command again.`,
        'ValidateRangeTooSmall',
      );
    if (compare(item, max) > 0)
      throw invalid(
        `The ${toText(item)} argument is greater than the maximum allowed range of ${toText(max)}. Supply an argument that is less than or equal to ${toText(max)} and then try the command again.`,
        'ValidateRangeTooBig',
      );
  });
};
/** What arguments are compared as: the type of both ends, the wider one of two numbers. */
const rangeType = (min: PSValue, max: PSValue): NetType | undefined =>
  typeOf(min) === typeOf(max) || !isNumeric(min) || !isNumeric(max) ? typeOf(min) : typeOf(add(min, max));

/** `[ValidateRange('Positive')]` and its kin. */
export const RANGE_KINDS = {
  Positive: { holds: (order: number) => order > 0, words: 'greater than zero' },
  NonNegative: { holds: (order: number) => order >= 0, words: 'greater than or equal to zero' },
  Negative: { holds: (order: number) => order < 0, words: 'less than zero' },
  NonPositive: { holds: (order: number) => order <= 0, words: 'less than or equal to zero' },
} as const;
export type RangeKind = keyof typeof RANGE_KINDS;
export const ofKind = (kind: RangeKind): Rule =>
  each((given) => {
    const inner = unwrap(given);
    const item = inner instanceof EnumValue ? Number(inner.value) : given;
    if (!isNumeric(item) && typeof inner !== 'boolean' && !(inner instanceof PSTimeSpan)) throw otherType(item, INT32);
    if (!RANGE_KINDS[kind].holds(inner instanceof PSTimeSpan ? Number(inner.ticks) : compare(item, 0)))
      throw invalid(
        `The argument "${toText(item)}" cannot be validated because its value is not ${RANGE_KINDS[kind].words}.`,
        `ValidateRange${kind}Failure`,
      );
  });

export const matching = (pattern: PSValue, message?: string): Rule =>
  each((item) => {
    const text = toText(item);
    if (regexFrom(pattern, { ignoreCase: true }).exec(text) !== null) return;
    throw invalid(
      message?.replaceAll('{0}', text).replaceAll('{1}', toText(pattern)) ??
        `The argument "${text}" does not match the "${toText(pattern)}" pattern. Supply an argument that matches "${toText(pattern)}" and try the command again.`,
      'ValidatePatternFailure',
    );
  });

export const ofLength = (min: number, max: number): Rule => {
  if (max < min)
    throw impossible(
      'The specified maximum character length of the argument is shorter than the specified minimum argument character length. Update the ValidateLength attribute for the parameter.',
      'ValidateLengthMaxLengthSmallerThanMinLength',
    );
  return each((item) => {
    if (typeof unwrap(item) !== 'string')
      throw invalid(
        'The ValidateLength attribute cannot be applied to a parameter that is not a string or string[] parameter. Make the parameter a string or string[] parameter.',
        'ValidateLengthNotString',
      );
    const { length } = toText(item);
    if (length < min)
      throw invalid(
        `The character length (${length}) of the argument is too short. Specify an argument with a length that is greater than or equal to "${min}", and then try the command again.`,
        'ValidateLengthMinLengthFailure',
      );
    if (length > max)
      throw invalid(
        `The character length of the ${length} argument is too long. Shorten the character length of the argument so it is fewer than or equal to "${max}" characters, and then try the command again.`,
        'ValidateLengthMaxLengthFailure',
      );
  });
};

const entriesOf = (value: PSValue): readonly PSValue[] | undefined =>
  value instanceof PSDictionary ? value.keys : undefined;
export const ofCount = (min: number, max: number): Rule => {
  if (max < min)
    throw impossible(
      'The specified maximum number of arguments for a parameter is fewer than the specified minimum number of arguments. Update the ValidateCount attribute for the parameter.',
      'ValidateRangeMaxLengthSmallerThanMinLength',
    );
  return (value) => {
    const inner = unwrap(value);
    // A text is a list of its characters here.
    const items =
      value === null ? [] : typeof inner === 'string' ? inner.split('') : (enumerate(value) ?? entriesOf(inner));
    if (items === undefined)
      throw invalid(
        'The ValidateCount attribute cannot be applied to a non-array parameter. Either remove the attribute from the parameter or make the parameter an array parameter.',
        'NotAnArrayParameter',
      );
    const { length } = items;
    if (min === max && length !== max)
      throw invalid(
        `The parameter requires exactly ${max} value(s) - ${length} value(s) were provided.`,
        'ValidateCountExactFailure',
      );
    if (length < min || length > max)
      throw invalid(
        `The parameter requires at least ${min} value(s) and no more than ${max} value(s) - ${length} value(s) were provided.`,
        'ValidateCountMinMaxFailure',
      );
    return value;
  };
};

/** The elements that a check of nothing looks at; undefined for what is no collection. */
function elementsOf(value: PSValue): readonly PSValue[] | undefined {
  const inner = unwrap(value);
  return Array.isArray(inner) || inner instanceof PSList || inner instanceof Uint8Array ? enumerate(inner) : undefined;
}
const holdsNumbers = (value: PSValue): boolean => typeOf(unwrap(value))?.elementType?.isValueType === true;

export const notNull: Rule = (value) => {
  if (value === null) throw invalid(IS_NULL, 'ArgumentIsNull');
  if (!holdsNumbers(value) && elementsOf(value)?.includes(null) === true) throw invalid(NULL_ELEMENT, 'ArgumentIsNull');
  return value;
};
const isBlank = (text: string): boolean => text.trim() === '';
const notEmptyRule =
  (whiteSpace: boolean): Rule =>
  (value) => {
    if (value === null) throw invalid(NULL_OR_EMPTY, 'ArgumentIsNull');
    const inner = unwrap(value);
    if (typeof inner === 'string') {
      if (whiteSpace && isBlank(inner)) throw invalid(WHITE_SPACE, 'ArgumentIsEmptyOrWhiteSpace');
      if (inner === '') throw invalid(NULL_OR_EMPTY, 'ArgumentIsEmpty');
      return value;
    }
    const items = elementsOf(value);
    if (items?.length === 0 || (inner instanceof PSDictionary && inner.count === 0))
      throw invalid(EMPTY_ELEMENT, 'ArgumentIsEmpty');
    if (items === undefined || holdsNumbers(value)) return value;
    for (const item of items) {
      if (item === null) throw invalid(EMPTY_ELEMENT, 'ArgumentIsNull');
      const text = unwrap(item);
      if (typeof text !== 'string') continue;
      if (whiteSpace && isBlank(text))
        throw invalid(WHITE_SPACE_ELEMENT, 'ArgumentCollectionContainsEmptyOrWhiteSpace');
      if (text === '') throw invalid(EMPTY_ELEMENT, 'ArgumentCollectionContainsEmpty');
    }
    return value;
  };
export const notNullOrEmpty = notEmptyRule(false);
export const notNullOrWhiteSpace = notEmptyRule(true);
