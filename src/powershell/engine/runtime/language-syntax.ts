/** Script text in a session whose caller has not the whole language. */
import { type Steps, type Tick } from '../pending.js';
import {
  constrainedLanguageErrors,
  type ParseError,
  restrictedLanguageErrors,
  type ScriptBlockAst,
} from '../../lang/index.js';
import { ExceptionObject, exceptionType, fail } from '../values/exceptions.js';
import type { LanguageMode } from './language-mode.js';

export const SCRIPTS_NOT_ALLOWED =
  'The syntax is not supported by this runspace. This can occur if the runspace is in no-language mode.';

/** @throws {PSError} `ScriptsNotAllowed`: text is no script here, whatever it says. */
export function refuseScripts(mode: LanguageMode, text: string): void {
  if (mode !== 'NoLanguage') return;
  const error = fail('ScriptsNotAllowed', SCRIPTS_NOT_ALLOWED, { category: 'ParserError', target: text });
  error.record.exception = new ExceptionObject(
    exceptionType('System.Management.Automation.ParseException'),
    SCRIPTS_NOT_ALLOWED,
  );
  error.record.reason = 'ParentContainsErrorRecordException';
  error.record.noPosition = true;
  error.thrown = true;
  throw error;
}

/** What the mode does not have, of a script that is right otherwise. */
export function* refusedSyntax(mode: LanguageMode, ast: ScriptBlockAst, tick: Tick): Steps<readonly ParseError[]> {
  switch (mode) {
    case 'RestrictedLanguage':
      return restrictedLanguageErrors(ast);
    case 'ConstrainedLanguage':
      return yield* constrainedLanguageErrors(ast, tick);
    case 'FullLanguage':
    case 'NoLanguage':
      return [];
  }
}
