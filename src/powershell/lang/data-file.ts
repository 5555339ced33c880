/** Module manifests and other data files: one hashtable of values. */
import { ArgumentError } from '../../protocol/errors/index.js';
import { parseInPieces, parseInput } from './parser.js';
import { safePipeline, type SafeValue } from './safe-value.js';

type DataFile = ReadonlyMap<string | number, SafeValue>;

/**
 * The hashtable of a `.psd1` text.
 * @throws {ArgumentError} wrong text, more than one hashtable, or something that would have to be run.
 */
export function parseDataFile(text: string, fileName?: string): DataFile {
  return dataOf(parseInput(text, fileName), fileName);
}
/** The same, with the promises of `tick` in between. */
export function* parseDataFileInPieces<W>(
  text: string,
  fileName: string | undefined,
  tick: () => W | undefined,
): Generator<W, DataFile, unknown> {
  return dataOf(yield* parseInPieces(text, fileName, {}, tick), fileName);
}
function dataOf({ ast, errors }: ReturnType<typeof parseInput>, fileName: string | undefined): DataFile {
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
