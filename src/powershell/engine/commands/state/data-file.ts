/** What a `.psd1` text holds, as the engine's values. */
import { PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import { ArgumentError } from '../../../../protocol/errors/index.js';
import { DynamicDataError, parseDataFileInPieces, type SafeValue } from '../../../lang/index.js';
import { atOnce, NO_TICK, type Steps, type Tick } from '../../pending.js';
import { constantValue } from '../../compile/expressions.js';

export function constantOf(value: SafeValue): PSValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (Array.isArray(value)) return (value as readonly SafeValue[]).map(constantOf);
  if (value instanceof Map) return tableOf(value as ReadonlyMap<string | number, SafeValue>);
  return constantValue(
    value as Exclude<SafeValue, readonly SafeValue[] | ReadonlyMap<string | number, SafeValue> | string>,
  );
}
function tableOf(map: ReadonlyMap<string | number, SafeValue>): PSDictionary {
  return new PSDictionary([...map].map(([key, value]) => [key, constantOf(value)] as const));
}

/** The hashtable of a data file; undefined when the text is none. */
export const readDataFile = (content: string, path: string): PSDictionary | undefined =>
  atOnce(readDataFileSteps(content, path, NO_TICK));
/** `refuse` says of a hashtable that would have to be run. */
export function* readDataFileSteps(
  content: string,
  path: string,
  tick: Tick,
  refuse?: (expression: string) => void,
): Steps<PSDictionary | undefined> {
  try {
    return tableOf(yield* parseDataFileInPieces(content, path, tick));
  } catch (error) {
    if (error instanceof DynamicDataError) refuse?.(error.expression);
    if (error instanceof ArgumentError) return undefined;
    throw error;
  }
}
