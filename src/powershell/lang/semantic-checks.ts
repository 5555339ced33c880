import type { ScriptBlockAst } from './ast.js';
import type { TokenizerErrors } from './tokenizer.js';
export function checkSemantics(_ast: ScriptBlockAst, _errors: TokenizerErrors): void {}
