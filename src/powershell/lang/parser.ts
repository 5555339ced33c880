/** The parser's entrance. */
import { ArgumentError } from '../../protocol/errors/index.js';
import type { ScriptBlockAst } from './ast.js';
import type { ParseError } from './parse-error.js';
import type { Token } from './token.js';

export interface ParseResult {
  readonly ast: ScriptBlockAst;
  readonly tokens: readonly Token[];
  /** In order of their place in the text. */
  readonly errors: readonly ParseError[];
}

/** Parses a whole script. Never throws for what the text says: wrong text gives `errors` and a tree as far as understood. */
export function parseInput(text: string, fileName?: string): ParseResult {
  throw new ArgumentError(
    `the parser's body is not there yet (${text.length} characters of ${fileName ?? 'input'})`,
    'text',
  );
}
