/**
 * A line of script as the commands that it is made of, for a session that takes no scripts: what PowerShell's own client
 * makes of a typed line before it sends it. Commands with constant arguments, and pipes; nothing that would have to be run.
 */
import {
  pipelineCommand,
  PSScriptBlockText,
  type PSCommandDefinition,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  type CommandAst,
  type ExpressionAst,
  parseInput,
  pureExpression,
  safeValue,
  type StatementAst,
} from '../../lang/index.js';
import { constantOf } from '../commands/state/data-file.js';

/** Statement by statement; undefined when the text is more than commands with constant arguments. */
export function scriptCommands(text: string): readonly (readonly PSCommandDefinition[])[] | undefined {
  const { ast, errors } = parseInput(text);
  const other = [ast.paramBlock, ast.dynamicParamBlock, ast.beginBlock, ast.processBlock, ast.cleanBlock];
  if (errors.length > 0 || ast.usingStatements.length > 0 || other.some((block) => block !== undefined))
    return undefined;
  const { statements = [], traps = [] } = ast.endBlock ?? {};
  if (statements.length === 0 || traps.length > 0) return undefined;
  try {
    return statements.map(pipelineOf);
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

class NotPlain extends Error {}
function plain<T>(value: T | undefined): T {
  if (value === undefined) throw new NotPlain();
  return value;
}

function pipelineOf(statement: StatementAst): readonly PSCommandDefinition[] {
  if (statement.kind !== 'PipelineAst' || statement.background) throw new NotPlain();
  return statement.pipelineElements.map((element) => {
    if (element.kind !== 'CommandAst') throw new NotPlain();
    return commandOf(element);
  });
}

function commandOf({ commandElements, invocationOperator, redirections }: CommandAst): PSCommandDefinition {
  const [name, ...rest] = commandElements;
  if (name?.kind !== 'StringConstantExpressionAst' || invocationOperator === 'Dot' || redirections.length > 0)
    throw new NotPlain();
  const parameters: { name?: string; value: PSValue }[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const element = plain(rest[at]);
    if (element.kind !== 'CommandParameterAst') {
      parameters.push({ value: valueOf(element) });
      continue;
    }
    // Whether a parameter is a switch is not known here: it takes the value that stands behind it, as in PowerShell's client.
    const next = rest[at + 1];
    const taken = element.argument ?? (next?.kind === 'CommandParameterAst' ? undefined : next);
    parameters.push({ name: element.parameterName, value: taken === undefined ? true : valueOf(taken) });
    if (element.argument === undefined && taken !== undefined) at += 1;
  }
  return pipelineCommand(name.value, { parameters });
}

function valueOf(ast: ExpressionAst): PSValue {
  if (ast.kind === 'ScriptBlockExpressionAst') return new PSScriptBlockText(ast.extent.text.slice(1, -1));
  if (ast.kind === 'ParenExpressionAst') {
    const inner = pureExpression(ast.pipeline);
    if (inner === undefined) throw new NotPlain();
    return valueOf(inner);
  }
  try {
    return constantOf(safeValue(ast));
  } catch {
    throw new NotPlain();
  }
}
