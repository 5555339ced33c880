/**
 * How the methods of a script block bind what they are given (`Invoke()`, a script method, `ForEach-Object`'s and
 * `New-Module`'s block): one argument for each parameter in the order they are declared, switches too. No names, no
 * positions, no sets; what is mandatory may be left out; the rest is `$args`.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toText } from '../conversion.js';
import { ErrorRecordObject, fail, NetThrow, PSError } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { OBJECT, PSOBJECT, STRING, SWITCH, typeText } from '../values/types.js';
import type { Bound } from './binder.js';
import type { ParameterInfo, Signature } from './command-signature.js';

const CAST = 'System.Management.Automation.PSInvalidCastException';

export function bindByIndex(signature: Signature, declared: number, args: readonly PSValue[]): Bound {
  const bound: Bound = { values: new Map(), rest: args.slice(declared), sets: signature.setNames };
  const count = Math.min(declared, args.length);
  for (let index = 0; index < count; index += 1) {
    const info = signature.parameters[index];
    if (info !== undefined)
      bound.values.set(info.name.toLowerCase(), { info, value: fitted(info, args[index] ?? null) });
  }
  return bound;
}
function fitted(info: ParameterInfo, given: PSValue): PSValue {
  const { type, transform } = info;
  let value = transform === undefined ? given : transform(given);
  if (type === SWITCH && typeof unwrap(value) === 'string')
    throw fail('ConvertToFinalInvalidCastException', noConversion(value), {
      category: 'InvalidArgument',
      type: CAST,
    });
  if (type !== undefined && type !== OBJECT && type !== PSOBJECT) value = converted(value, type);
  for (const rule of info.rules) {
    try {
      value = rule(value);
    } catch (error) {
      if (!(error instanceof NetThrow) && !(error instanceof PSError)) throw error;
      throw fail(
        'ValidateSetFailure',
        `The attribute cannot be added because variable ${info.name} with value ${toText(value)} would no longer be valid.`,
        {
          category: 'MetadataError',
          type: 'System.Management.Automation.ValidationMetadataException',
          inner: error instanceof NetThrow ? error.exception : error.record.exception,
        },
      );
    }
  }
  return value;
}
/** Nothing wraps the failed conversion, as an expression's cast would. */
function converted(value: PSValue, type: NetType): PSValue {
  try {
    return convertTo(value, type);
  } catch (error) {
    const inner = error instanceof PSError ? error.record.exception.inner : undefined;
    if (!(error instanceof PSError) || inner?.type.fullName !== CAST) throw error;
    const { errorId, category, targetObject } = error.record;
    throw new PSError(new ErrorRecordObject(inner, errorId, category, targetObject));
  }
}
const noConversion = (value: PSValue): string =>
  `Cannot convert the "${toText(value)}" value of type "${typeText(STRING)}" to type "${typeText(SWITCH)}".`;
