import type { CommandAst, ScriptRequirements } from './ast.js';
import type { Token } from './token.js';
import type { TokenizerErrors } from './tokenizer.js';
export function scriptRequirements(
  _tokens: readonly Token[],
  _errors: TokenizerErrors,
  _parse: (token: Token) => CommandAst | undefined,
): ScriptRequirements | undefined {
  return undefined;
}
