/** One argument in its parameter's type: transformed, converted, checked. Script functions and commands differ in how. */
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { inCurrentCulture, convertTo, makeSwitch, toText } from '../conversion.js';
import { ExceptionObject, exceptionType, fail, NetThrow, PSError } from '../values/exceptions.js';
import { PSReference, unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import {
  ARRAY,
  BOOLEAN,
  DATETIME,
  OBJECT,
  PSOBJECT,
  REFERENCE,
  SCRIPTBLOCK,
  STRING,
  SWITCH,
  typeNamesOf,
  typeOf,
  typeText,
} from '../values/types.js';
import { bindingError, noteParameter, type ParameterInfo, type Signature } from './command-signature.js';
import { enumerate } from './members.js';
import { SetterRefusal } from './validation-rules.js';

const transformationError = (signature: Signature, info: ParameterInfo, exception: ExceptionObject): PSError =>
  bindingError(
    signature,
    'ParameterArgumentTransformationError',
    `Cannot process argument transformation on parameter '${info.name}'. ${exception.message}`,
    'InvalidData',
    'ParameterBindingArgumentTransformationException',
    exception,
  );
const TRANSFORMATION_EXCEPTION = exceptionType('System.Management.Automation.ArgumentTransformationMetadataException');
const exceptionOf = (error: unknown): ExceptionObject | undefined =>
  error instanceof PSError ? error.record.exception : error instanceof NetThrow ? error.exception : undefined;
function transformed(signature: Signature, info: ParameterInfo, value: PSValue): PSValue {
  if (info.transform === undefined) return value;
  try {
    return info.transform(value);
  } catch (error) {
    const exception = exceptionOf(error);
    if (exception === undefined) throw error;
    throw transformationError(signature, info, exception);
  }
}

/** What a script function declares is an attribute that converts; all other parameters are properties of a class. */
const isScriptParameter = (signature: Signature, info: ParameterInfo): boolean =>
  signature.isFunction && info.common !== true && info.dynamic !== true;

/** The values of parameters that are bound already. */
export type Before = (parameter: string) => PSValue | undefined;
const NOTHING_BEFORE: Before = () => undefined;

/** Converts and checks one value. Throws as PowerShell words it. */
export function coerce(signature: Signature, info: ParameterInfo, given: PSValue, before = NOTHING_BEFORE): PSValue {
  try {
    return fitted(signature, info, given, before);
  } catch (error) {
    if (error instanceof PSError) noteParameter(error, info, given);
    throw error;
  }
}
function fitted(signature: Signature, info: ParameterInfo, given: PSValue, before: Before): PSValue {
  const value = transformed(signature, info, given);
  checkTypeName(signature, info, value);
  const { type } = info;
  let made = value;
  const ofScript = isScriptParameter(signature, info);
  if (type !== undefined && type !== OBJECT && type !== PSOBJECT) {
    try {
      if (info.convert !== undefined) made = info.convert(value);
      else if (ofScript) made = scriptValue(signature, value, type);
      // A date given as text to a command is read in the culture of the runspace.
      else if (type.elementType === undefined ? type === DATETIME : type.elementType === DATETIME)
        made = inCurrentCulture(() => commandValue(signature, info, value, type));
      else made = commandValue(signature, info, value, type);
    } catch (error) {
      if (error instanceof CannotConvert) throw error.of(signature, info);
      const exception = exceptionOf(error);
      if (exception === undefined || (error instanceof PSError && isBindingError(error))) throw error;
      if (ofScript) {
        const { message } = exception;
        throw transformationError(signature, info, new ExceptionObject(TRANSFORMATION_EXCEPTION, message, exception));
      }
      throw bindingError(
        signature,
        'CannotConvertArgumentNoMessage',
        `Cannot bind parameter '${info.name}'. ${exception.message}`,
        'InvalidArgument',
        'ParameterBindingException',
        exception,
      );
    }
  }
  validate(signature, info, made);
  if ([...info.sets.values()].some((spec) => spec.mandatory)) checkEmpty(signature, info, made);
  if (made === null && !ofScript && info.dynamic !== true && takesNoNull(info.type)) throw notSet(signature, info);
  try {
    info.accept?.(made, before);
  } catch (error) {
    const exception = exceptionOf(error);
    if (exception === undefined) throw error;
    throw cannotSet(signature, info, exception);
  }
  return made;
}
function checkTypeName(signature: Signature, info: ParameterInfo, value: PSValue): void {
  const { psTypeName: wanted, type } = info;
  if (wanted === undefined || value === null) return;
  const items = type?.elementType === undefined ? [value] : (enumerate(value) ?? [value]);
  const bears = (item: PSValue): boolean =>
    typeNamesOf(item).some((name) => name.toLowerCase() === wanted.toLowerCase());
  if (!items.every(bears))
    throw bindingError(
      signature,
      'MismatchedPSTypeName',
      `Cannot bind argument to parameter '${info.name}', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: ${wanted}.`,
      'InvalidArgument',
      'ParameterBindingArgumentTransformationException',
    );
}
/** Error id: nothing was given where something has to be. */
export const NULL_REFUSED = 'ParameterArgumentValidationErrorNullNotAllowed';
const isBindingError = ({ record }: PSError): boolean => record.errorId === NULL_REFUSED;

function validate(signature: Signature, info: ParameterInfo, value: PSValue): void {
  for (const rule of info.rules) {
    try {
      rule(value);
    } catch (error) {
      const exception = exceptionOf(error);
      if (exception === undefined) throw error;
      if (error instanceof SetterRefusal) throw cannotSet(signature, info, exception);
      throw bindingError(
        signature,
        'ParameterArgumentValidationError',
        `Cannot validate argument on parameter '${info.name}'. ${exception.message}`,
        'InvalidData',
        'ParameterBindingValidationException',
        exception,
      );
    }
  }
}

// ------------------------------------------------------------- a parameter of a script function

function scriptValue(signature: Signature, given: PSValue, type: NetType): PSValue {
  const reference = unwrap(given);
  if (type === REFERENCE && given === null) return null;
  if (type === REFERENCE && !(reference instanceof PSReference))
    throw fail('InvalidCastExceptionReferenceTypeExpected', 'Reference type is expected in argument.');
  // What a reference holds is meant where no reference is asked for.
  const value = type !== REFERENCE && reference instanceof PSReference ? reference.read() : given;
  const inner = unwrap(value);
  if (type === SWITCH || type === BOOLEAN) return scriptBoolean(value, type);
  if (type === STRING && !signature.simple && Array.isArray(inner))
    throw fail('InvalidCastFromAnyTypeToString', 'Cannot convert value to type System.String.');
  if (type === SCRIPTBLOCK && !(inner instanceof ScriptBlock) && value !== null) throw notConverted(value, type);
  const element = type.elementType ?? (type.genericArguments.length === 1 ? type.genericArguments[0] : undefined);
  const isNothing = inner === null && nullableOf(type) !== undefined;
  if (!signature.simple && !isNothing && (element === SWITCH || element === BOOLEAN))
    for (const item of enumerate(value) ?? [value]) requireBoolean(item, element);
  return keepNulls(value, convertTo(value, type), type);
}
const notConverted = (value: PSValue, type: NetType): PSError =>
  fail(
    'x',
    `Cannot convert the "${toText(value)}" value of type "${typeText(typeOf(value) ?? OBJECT)}" to type "${typeText(type)}".`,
  );
/** Null among texts stays null where a cast would make it an empty text. */
function keepNulls(given: PSValue, made: PSValue, type: NetType): PSValue {
  const element = type.elementType ?? (type.genericArguments.length === 1 ? type.genericArguments[0] : undefined);
  if (element !== STRING) return made;
  const from = Array.isArray(unwrap(given)) ? (unwrap(given) as readonly PSValue[]) : [];
  const items = made instanceof PSList ? made.items : Array.isArray(made) ? (made as PSValue[]) : [];
  if (made !== given && from.length === items.length)
    for (const [index, item] of from.entries()) if (item === null) items[index] = null;
  return made;
}
const NO_NUMBERS = new Set(['System.Char', 'System.DateTime', 'System.TimeSpan']);
/** What a parameter or a variable of type bool takes: no text. */
export function requireBoolean(value: PSValue, type: NetType): void {
  const inner = unwrap(value);
  const own = typeOf(inner);
  const isNumber = own !== undefined && own.isValueType && !NO_NUMBERS.has(own.fullName);
  if (inner === null ? type === BOOLEAN : !isNumber)
    throw fail(
      'x',
      `Cannot convert value "${own === undefined || inner === null ? '' : typeText(own)}" to type "${typeText(type)}". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.`,
    );
}
function scriptBoolean(value: PSValue, type: NetType): PSValue {
  requireBoolean(value, type);
  const inner = unwrap(value);
  // Numbers are let in by the check, and then nothing makes a switch of them.
  if (type === SWITCH && inner !== null && typeof inner !== 'boolean' && typeOf(inner) !== SWITCH)
    throw notConverted(value, type);
  return asBoolean(convertTo(inner, BOOLEAN) === true, type);
}
const asBoolean = (value: boolean, type: NetType): PSValue => (type === SWITCH ? makeSwitch(value) : value);

// ------------------------------------------------------------- a parameter of a command

/** An argument whose type alone makes it impossible. */
class CannotConvert extends Error {
  readonly #from: NetType;
  readonly #to: NetType;
  readonly #reason: string;
  constructor(from: NetType, to: NetType, reason: string) {
    super(reason);
    this.#from = from;
    this.#to = to;
    this.#reason = reason;
  }
  of(signature: Signature, info: ParameterInfo): PSError {
    return bindingError(
      signature,
      'CannotConvertArgument',
      `Cannot convert '${typeText(this.#from)}' to the type '${typeText(this.#to)}' required by parameter '${info.name}'. ${this.#reason}`,
    );
  }
}
function commandValue(signature: Signature, info: ParameterInfo, value: PSValue, type: NetType): PSValue {
  const inner = unwrap(value);
  if (inner === null) {
    if (type === BOOLEAN) throw nullNotAllowed(signature, info, 'InvalidArgument');
    // A switch is on when nothing is said of it.
    return type === SWITCH ? makeSwitch(true) : null;
  }
  if (type === SWITCH || type === BOOLEAN || nullableOf(type) === BOOLEAN) return commandBoolean(inner, type);
  if (type.elementType !== undefined && type.rank === 1) return commandArray(signature, info, value, type);
  if (isList(inner) && takesNoList(type))
    throw new CannotConvert(typeOf(inner) ?? OBJECT, type, 'Specified method is not supported.');
  if (type === SCRIPTBLOCK && !(inner instanceof ScriptBlock)) throw notConverted(value, type);
  return convertTo(value, type);
}
const nullableOf = (type: NetType): NetType | undefined =>
  type.fullName.startsWith('System.Nullable`1') ? type.genericArguments[0] : undefined;
const isList = (value: PSValue): boolean => Array.isArray(value) || value instanceof PSList;
/** Types that are made of one value only. */
const takesNoList = (type: NetType): boolean =>
  type.kind !== 'enum' &&
  !type.fullName.startsWith('System.Collections.') &&
  !/^System\.Management\.Automation\.(?:FlagsExpression|PSListModifier)/.test(type.fullName) &&
  type.elementType === undefined;

function commandBoolean(inner: PSValue, type: NetType): PSValue {
  const own = typeOf(inner);
  const isNumber = typeof inner === 'boolean' || own === SWITCH || (own !== undefined && NUMBERS.has(own.fullName));
  if (!isNumber) throw new CannotConvert(own ?? OBJECT, type, '');
  return asBoolean(convertTo(inner, BOOLEAN) === true, type);
}
const NUMBERS: ReadonlySet<string> = new Set(
  ['SByte', 'Byte', 'Int16', 'UInt16', 'Int32', 'UInt32', 'Int64', 'UInt64', 'Single', 'Double', 'Decimal'].map(
    (name) => `System.${name}`,
  ),
);

/** An array of the element's type: each element is converted by itself, and nothing stays nothing. */
function commandArray(signature: Signature, info: ParameterInfo, value: PSValue, type: NetType): PSValue {
  const inner = unwrap(value);
  const { elementType: element = OBJECT } = type;
  const own = typeOf(inner);
  if (element === OBJECT || element === PSOBJECT || own === undefined || own.isAssignableTo(type))
    return convertTo(value, type);
  const items = isList(inner) ? enumerate(inner) : [value];
  if (items === undefined) return convertTo(value, type);
  const made = items.map((item) =>
    unwrap(item) === null && element.isValueType ? null : commandValue(signature, info, item, element),
  );
  return keepNulls(made, convertTo(made, type), type);
}

// ------------------------------------------------------------- nothing where something has to be

function nullNotAllowed(
  signature: Signature,
  info: ParameterInfo,
  category: 'InvalidData' | 'InvalidArgument' = 'InvalidData',
): PSError {
  return bindingError(
    signature,
    NULL_REFUSED,
    `Cannot bind argument to parameter '${info.name}' because it is null.`,
    category,
    category === 'InvalidData' ? 'ParameterBindingValidationException' : 'ParameterBindingException',
  );
}
/** Mandatory parameters take nothing only where their declaration says so. */
function checkEmpty(signature: Signature, info: ParameterInfo, value: PSValue): void {
  const bad = (kind: string, words: string): PSError =>
    bindingError(
      signature,
      `ParameterArgumentValidationErrorEmpty${kind}NotAllowed`,
      `Cannot bind argument to parameter '${info.name}' because it is an empty ${words}.`,
      'InvalidData',
      'ParameterBindingValidationException',
    );
  if (value === null) {
    if (!info.allowNull) throw nullNotAllowed(signature, info);
    return;
  }
  const { type } = info;
  if (type === undefined || type === OBJECT) return;
  if (type === STRING) {
    if (value === '' && !info.allowEmptyString) throw bad('String', 'string');
    return;
  }
  const inner = unwrap(value);
  const isArray = type.elementType !== undefined;
  const isCollection =
    isArray || type === ARRAY || (inner instanceof PSList && type.fullName.startsWith('System.Collections.'));
  if (!isCollection) return;
  const items = enumerate(inner) ?? [];
  if (items.length === 0 && !info.allowEmptyCollection)
    throw isArray ? bad('Array', 'array') : bad('Collection', 'collection');
  const element = type.elementType ?? type.genericArguments[0] ?? OBJECT;
  if (element.isValueType) return;
  for (const item of items) {
    if (item === null && !info.allowNull) throw nullNotAllowed(signature, info);
    if (item === '' && element === STRING && !info.allowEmptyString) throw bad('String', 'string');
  }
}

const takesNoNull = (type: NetType | undefined): type is NetType =>
  type !== undefined && type.isValueType && nullableOf(type) === undefined;
/** The class's property takes no null. */
function notSet(signature: Signature, info: ParameterInfo): PSError {
  const type = info.type ?? OBJECT;
  const names = type.kind === 'enum' ? [...(type.enumValues?.keys() ?? [])].join(',') : '';
  const why =
    type.kind === 'enum'
      ? ` due to enumeration values that are not valid. Specify one of the following enumeration values and try again. The possible enumeration values are "${names}".`
      : '.';
  const refusal = new ExceptionObject(
    exceptionType('System.Management.Automation.PSInvalidCastException'),
    `Cannot convert null to type "${typeText(type)}"${why}`,
  );
  return cannotSet(signature, info, refusal);
}
/** What a class's property refuses, as the binder tells it. */
function cannotSet(signature: Signature, info: ParameterInfo, reason: ExceptionObject): PSError {
  const setting = new ExceptionObject(
    exceptionType('System.Management.Automation.SetValueInvocationException'),
    `Exception setting "${info.name}": "${reason.message}"`,
    reason,
  );
  return bindingError(
    signature,
    'ParameterBindingFailed',
    `Cannot bind parameter '${info.name}' to the target. ${setting.message}`,
    'WriteError',
    undefined,
    setting,
  );
}
