/** `[Microsoft.PowerShell.Commands.JsonObject]::ConvertFromJson`, as modules call it. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toBoolean, toNumber, toText } from '../../conversion.js';
import { active, drive, type Steps } from '../../pending.js';
import { implement } from '../../values/bodies.js';
import { ErrorRecordObject, NetThrow } from '../../values/exceptions.js';
import { PSReference } from '../../values/live.js';
import { dateReader } from './json-commands.js';
import { JsonError, JsonKeyError, JsonReader, jsonValues } from './json-read.js';

const DEPTH = 1024;

function* read(input: PSValue, asHashtable: boolean, maxDepth: number, error: PSValue): Steps<PSValue> {
  if (error instanceof PSReference) error.put(null);
  try {
    const reader = new JsonReader(toText(input), jsonValues(asHashtable, dateReader('Default')), { maxDepth });
    return yield* reader.read(() => active.runtime?.tick());
  } catch (thrown) {
    if (thrown instanceof JsonKeyError && error instanceof PSReference) {
      const { exception } = new NetThrow('System.InvalidOperationException', thrown.message);
      error.put(new ErrorRecordObject(exception, thrown.errorId, 'InvalidOperation'));
      return null;
    }
    if (thrown instanceof JsonError)
      throw new NetThrow('System.ArgumentException', `Conversion from JSON failed with error: ${thrown.message}`);
    throw thrown;
  }
}
implement('Microsoft.PowerShell.Commands.JsonObject', () => ({
  'static ConvertFromJson': (_self, input, ...rest) => {
    const error = rest.at(-1) ?? null;
    const [asHashtable, depth] = rest.slice(0, -1);
    const maxDepth = depth === undefined ? DEPTH : depth === null ? Number.POSITIVE_INFINITY : toNumber(depth);
    return drive(read(input, asHashtable !== undefined && toBoolean(asHashtable), maxDepth, error));
  },
}));
