/**
 * Script blocks as arguments of parameters that take pipeline input of another type, as in
 * `Get-ChildItem | Rename-Item -NewName { $_.Name + '.old' }`: they are run for each object, and what they give is bound.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { Extent } from '../../lang/index.js';
import { type Pending, settle, type Steps } from '../pending.js';
import { PSError } from '../values/exceptions.js';
import { AutomationNull } from '../values/live.js';
import type { ScriptBlock } from '../values/script-block.js';
import { OBJECT, SCRIPTBLOCK } from '../values/types.js';
import { coerce } from './coerce.js';
import { ALL_SETS, bindingError, type ParameterInfo, type Signature } from './command-signature.js';

export interface DelayedArgument {
  readonly info: ParameterInfo;
  readonly block: ScriptBlock;
  readonly extent: Extent | undefined;
}

/** Whether a block given for this parameter waits for the pipeline's objects: it takes them, and no block itself. */
export function waitsForInput(info: ParameterInfo, sets: readonly string[]): boolean {
  const { type } = info;
  if (type === undefined) return false;
  const taken = type.elementType ?? type;
  if (taken === OBJECT || taken === SCRIPTBLOCK) return false;
  return sets.some((set) => {
    const spec = info.sets.get(set) ?? info.sets.get(ALL_SETS);
    return spec?.byValue === true || spec?.byPropertyName === true;
  });
}

/** @throws {PSError} nothing is piped in that the blocks could be run for. */
export function requireInput(signature: Signature, delayed: readonly DelayedArgument[], expectsInput: boolean): void {
  const [first] = delayed;
  if (first === undefined || expectsInput) return;
  const error = bindingError(
    signature,
    'ScriptBlockArgumentNoInput',
    `Cannot evaluate parameter '${first.info.name}' because its argument is specified as a script block and there is no input. A script block cannot be evaluated without input.`,
  );
  error.record.category = 'MetadataError';
  error.record.extent ??= first.extent;
  throw error;
}

/**
 * What the blocks give for one object, by parameter.
 * @throws {PSError} a block failed or gave nothing, or what it gave does not fit.
 */
export function* delayedValues(
  signature: Signature,
  delayed: readonly DelayedArgument[],
  run: (block: ScriptBlock) => Pending<PSValue>,
): Steps<Map<string, PSValue>> {
  const got = new Map<string, PSValue>();
  for (const { info, block, extent } of delayed) {
    try {
      const value = yield* ran(signature, info, block, run);
      if (value === AutomationNull)
        throw bindingError(
          signature,
          'ScriptBlockArgumentNoOutput',
          `Cannot evaluate parameter '${info.name}' because its argument input did not produce any output.`,
        );
      got.set(info.name.toLowerCase(), coerce(signature, info, value));
    } catch (error) {
      if (error instanceof PSError) error.record.extent ??= extent;
      throw error;
    }
  }
  return got;
}
function* ran(
  signature: Signature,
  info: ParameterInfo,
  block: ScriptBlock,
  run: (block: ScriptBlock) => Pending<PSValue>,
): Steps<PSValue> {
  try {
    return yield* settle(run(block));
  } catch (error) {
    if (!(error instanceof PSError) || error.stopped) throw error;
    throw bindingError(
      signature,
      'ScriptBlockArgumentInvocationFailed',
      `The input to the script block for parameter '${info.name}' failed. ${error.record.message}`,
    );
  }
}
