/** Module manifests and other data files: one hashtable of values. */
import { ArgumentError } from '../../protocol/errors/index.js';
import { parseInput } from './parser.js';
import { safePipeline, type SafeValue } from './safe-value.js';

/**
 * The hashtable of a `.psd1` text.
 * @throws {ArgumentError} wrong text, more than one hashtable, or something that would have to be run.
 */
export function parseDataFile(text: string, fileName?: string): ReadonlyMap<string | number, SafeValue> {
  const { ast, errors } = parseInput(text, fileName);
  const [first] = errors;
  if (first !== undefined) {
    const { startLineNumber: line, startColumnNumber: column } = first.extent;
    throw new ArgumentError('text', `${fileName ?? 'data'}:${line}:${column}: ${first.message}`);
  }
  const [statement, second] = ast.endBlock?.statements ?? [];
  const value = statement !== undefined && second === undefined ? safePipeline(statement) : undefined;
  if (value instanceof Map) return value;
  throw new ArgumentError('text', `${fileName ?? 'data'}: a data file is one hashtable`);
}
