/** `.ForEach()` and `.Where()` of collections: their arguments, and what they gather. */
import { type PSValue } from '../../../protocol/objects/index.js';
import { castText, convertTo, reflectionName, toText } from '../conversion.js';
import { fail, NetThrow, PSError } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import { type NetType, requireType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { INT32, SCRIPTBLOCK } from '../values/types.js';

const METHOD_EXCEPTION = 'System.Management.Automation.MethodException';
const noSuchOverload = (signature: string, count: number): PSError =>
  fail(
    'MethodCountCouldNotFindBest',
    `Cannot find an overload for "${signature}" and the argument count: "${count}".`,
    {
      category: 'NotSpecified',
      type: METHOD_EXCEPTION,
    },
  );
/** @throws {PSError} `.ForEach()` takes an expression. */
export function checkForEach(args: readonly PSValue[]): void {
  if (args.length === 0) throw noSuchOverload('.ForEach(expression [, arguments...])', 0);
  if ((args[0] ?? null) === null)
    throw new NetThrow('System.ArgumentNullException', "Value cannot be null. (Parameter 'expression')");
}
export interface WhereArguments {
  readonly expression: ScriptBlock | null;
  readonly mode: string;
  readonly limit: number;
}
export function whereArguments(args: readonly PSValue[]): WhereArguments {
  if (args.length === 0 || args.length > 3)
    throw noSuchOverload('.Where({ expression } [, mode [, numberToReturn]])', args.length);
  const [first = null, second, third] = args;
  const block = first === null ? null : unwrap(convertTo(first, SCRIPTBLOCK));
  const expression = block instanceof ScriptBlock ? block : null;
  const mode =
    second === undefined
      ? 'Default'
      : toText(convertTo(second, requireType('System.Management.Automation.WhereOperatorSelectionMode')));
  const limit = third === undefined ? 0 : Number(convertTo(third, INT32));
  if (limit < 0)
    throw new NetThrow(
      'System.ArgumentOutOfRangeException',
      `The 'numberToReturn' value provided to the third argument of the Where() operator must be greater than zero. Please correct the argument's value and try running your script again. (Parameter 'numberToReturn')\nActual value was ${limit}.`,
    );
  if (expression === null && mode === 'Default')
    throw new NetThrow(
      'System.InvalidOperationException',
      'If the expression passed to the Where() operator is null then you must specify a non-Default value for the selection mode argument. Please change the value of the mode argument to a value other than Default and try running your script again.',
    );
  return { expression, mode, limit };
}
/** One item in the type that `.ForEach([type])` gathers: its list refuses others as an argument of its Add. */
export function itemFor(item: PSValue, type: NetType): PSValue {
  try {
    return convertTo(item, type);
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    throw fail(
      'MethodArgumentConversionInvalidCastArgument',
      `Cannot convert argument "item", with value: "${castText(item)}", for "Add" to type "${reflectionName(type)}": "${error.record.exception.message}"`,
      { category: 'NotSpecified', type: METHOD_EXCEPTION },
    );
  }
}
