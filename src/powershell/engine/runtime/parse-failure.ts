/** What text that does not parse becomes: the error, and what the parser leaves to the definition of a class. */
import { findAllInPieces, type ParseError, type ScriptBlockAst, type TypeDefinitionAst } from '../../lang/index.js';
import { ExceptionObject, exceptionType, fail, type PSError } from '../values/exceptions.js';
import type { Steps, Tick } from '../pending.js';
import { positionText } from '../formatting/error-position.js';

const parseErrors = new WeakMap<ExceptionObject, readonly ParseError[]>();
/** What a ParseException's `Errors` tells. */
export const parseErrorsOf = (exception: ExceptionObject): readonly ParseError[] => parseErrors.get(exception) ?? [];

/** Members of a class that may stand once only: properties by name, methods by the types of their parameters. */
export function* duplicateMembers(ast: ScriptBlockAst, tick: Tick): Steps<ParseError[]> {
  const found: ParseError[] = [];
  if (!/\b(?:class|enum)\b/i.test(ast.extent.text)) return found;
  for (const node of yield* findAllInPieces(ast, ({ kind }) => kind === 'TypeDefinitionAst', tick))
    if (node.kind === 'TypeDefinitionAst') found.push(...duplicatesOf(node));
  return found;
}
function duplicatesOf(type: TypeDefinitionAst): ParseError[] {
  const found: ParseError[] = [];
  const seen = new Set<string>();
  const once = (key: string, name: string, { extent }: (typeof type.members)[number]): void => {
    if (seen.has(key))
      found.push({
        errorId: 'MemberAlreadyDefined',
        message: `The member '${name}' is already defined.`,
        extent,
        incompleteInput: false,
      });
    seen.add(key);
  };
  for (const member of type.members) {
    const name = member.name.toLowerCase();
    if (member.kind === 'PropertyMemberAst') {
      once(name, member.name, member);
      continue;
    }
    const isConstructor = name === type.name.toLowerCase();
    if (isConstructor && member.isStatic && member.parameters.length > 0)
      found.push({
        errorId: 'StaticConstructorCantHaveParameters',
        message: 'A static constructor cannot have any parameters.',
        extent: member.extent,
        incompleteInput: false,
      });
    const types = member.parameters.map(({ attributes }) => {
      const constraint = attributes.findLast(({ kind }) => kind === 'TypeConstraintAst');
      return constraint === undefined ? 'object' : constraint.typeName.name.toLowerCase();
    });
    once(`${isConstructor && member.isStatic ? 'static ' : ''}${name}(${types.join()})`, member.name, member);
  }
  return found;
}

const MOST_ERRORS = 10;
const MORE_ERRORS = 'Not all parse errors were reported.  Correct the reported errors and try again.';
/** The error of a script that does not parse: all messages with their places, or only the message when text is missing. */
export function parseFailure(first: ParseError, errors: readonly ParseError[], whole: boolean): PSError {
  const incomplete = first.incompleteInput && !whole;
  const message = incomplete
    ? first.message
    : [
        ...errors.slice(0, MOST_ERRORS).map((error) => `${positionText(error.extent)}\n${error.message}`),
        ...(errors.length > MOST_ERRORS ? [MORE_ERRORS] : []),
      ].join('\n\n');
  const error = fail(first.errorId, message, {
    category: 'ParserError',
    extent: incomplete ? undefined : first.extent,
  });
  const exception = new ExceptionObject(
    exceptionType(`System.Management.Automation.${incomplete ? 'IncompleteParseException' : 'ParseException'}`),
    message,
  );
  exception.errorRecord = error.record;
  parseErrors.set(exception, errors);
  error.record.exception = exception;
  error.record.reason = whole ? 'ParseException' : 'ParentContainsErrorRecordException';
  error.record.noPosition = incomplete;
  error.thrown = true;
  return error;
}
