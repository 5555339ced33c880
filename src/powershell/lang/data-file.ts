/** Module manifests and other data files: one hashtable of values. */
import { ArgumentError } from '../../protocol/errors/index.js';
import { parseInPieces, parseInput } from './parser.js';
import { safePipeline, type SafeValue } from './safe-value.js';
import { findAll } from './visit.js';

type DataFile = ReadonlyMap<string | number, SafeValue>;

/** The hashtable has something in it that would have to be run. */
export class DynamicDataError extends ArgumentError {
  /** The text of the hashtable. */
  readonly expression: string;
  constructor(message: string, expression: string) {
    super('text', message);
    this.expression = expression;
  }
}

/**
 * The hashtable of a `.psd1` text.
 * @throws {DynamicDataError} it is not of constants alone.
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
  const single = second === undefined ? statement : undefined;
  const none = `${fileName ?? 'data'}: a data file is one hashtable`;
  const value = single === undefined ? undefined : valueOf(single, none);
  if (value instanceof Map) return value;
  throw new ArgumentError('text', none);
}
function valueOf(statement: Parameters<typeof safePipeline>[0], message: string): SafeValue {
  try {
    return safePipeline(statement);
  } catch (error) {
    const outside = ({ kind }: { readonly kind: string }): boolean => kind !== 'ScriptBlockExpressionAst';
    const [table] = findAll(statement, ({ kind }) => kind === 'HashtableAst', outside);
    throw table !== undefined && error instanceof ArgumentError
      ? new DynamicDataError(message, table.extent.text)
      : error;
  }
}
