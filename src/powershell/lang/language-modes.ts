/** What a whole script may not say in a session whose language is restricted or constrained. */
import { type Due, type InPieces } from './parse-progress.js';
import type { Ast, ScriptBlockAst } from './ast.js';
import { parseMessage, type ParseErrorId } from './messages.js';
import type { ParseError } from './parse-error.js';
import { checkRestrictedLanguage, type RestrictedLanguageRules } from './restricted-language.js';
import type { Extent } from './source-text.js';
import { findAllInPieces } from './visit.js';

function made(extent: Extent, errorId: ParseErrorId, ...args: readonly (string | number)[]): ParseError {
  return { errorId, message: parseMessage(errorId, args), extent, incompleteInput: false };
}

/** RestrictedLanguage: commands and values, no blocks, no variables but the constant ones and those that the rules allow. */
export function restrictedLanguageErrors(
  ast: ScriptBlockAst,
  rules: RestrictedLanguageRules = { allowedCommands: undefined },
): ParseError[] {
  const errors: ParseError[] = [];
  const collect = {
    error: (extent: Extent, id: ParseErrorId, ...args: readonly (string | number)[]): void => {
      errors.push(made(extent, id, ...args));
    },
    incomplete: (extent: Extent, id: ParseErrorId, ...args: readonly (string | number)[]): boolean => {
      errors.push(made(extent, id, ...args));
      return false;
    },
  };
  for (const block of [ast.paramBlock, ast.dynamicParamBlock, ast.beginBlock, ast.processBlock, ast.cleanBlock])
    if (block !== undefined) collect.error(block.extent, 'InvalidScriptBlockInDataSection');
  for (const block of [...ast.usingStatements, ast.endBlock] satisfies (Ast | undefined)[])
    if (block !== undefined) checkRestrictedLanguage(block, collect, rules);
  return errors;
}

/** ConstrainedLanguage: no classes and no configurations. */
export function* constrainedLanguageErrors<W>(ast: ScriptBlockAst, due: Due<W>): InPieces<W, ParseError[]> {
  const errors: ParseError[] = [];
  for (const node of yield* findAllInPieces(
    ast,
    ({ kind }) => kind === 'TypeDefinitionAst' || kind === 'ConfigurationDefinitionAst',
    due,
  )) {
    const { extent } = node;
    if (node.kind === 'ConfigurationDefinitionAst')
      errors.push(made(extent, 'ConfigurationNotAllowedInConstrainedLanguage'));
    if (node.kind !== 'TypeDefinitionAst' || node.typeKind !== 'class') continue;
    const keyword = extent.startOffset + Math.max(0, extent.text.search(/\bclass\b/i));
    errors.push(made(extent.moved(keyword, keyword + 'class'.length), 'ClassesNotAllowedInConstrainedLanguage'));
    const name = extent.source.text.indexOf(node.name, keyword + 'class'.length);
    errors.push(made(extent.moved(name, name + node.name.length), 'UnexpectedToken', node.name));
  }
  return errors;
}
