/**
 * `#requires` lines: each is parsed as a command named `requires`, its parameters by any unambiguous beginning.
 * What they ask for is collected; whoever runs the script checks it.
 */
import type { Ast, CommandAst, CommandParameterAst, ExpressionAst, RequiredModule, ScriptRequirements } from './ast.js';
import { isConstant } from './constant-values.js';
import { constantValue, requiredModule } from './module-specification.js';
import type { Token } from './token.js';
import type { TokenizerErrors } from './text-scanner.js';

interface Collected {
  applicationId: string | undefined;
  version: string | undefined;
  editions: string[] | undefined;
  readonly modules: RequiredModule[];
  readonly assemblies: string[];
  elevation: boolean;
  snapin: string | undefined;
  snapinVersion: string | undefined;
}

/** @param parse parses one `#requires` comment as a command. */
export function scriptRequirements(
  tokens: readonly Token[] | undefined,
  errors: TokenizerErrors,
  parse: (token: Token) => CommandAst | undefined,
): ScriptRequirements | undefined {
  if (tokens === undefined) return undefined;
  const found: Collected = {
    applicationId: undefined,
    version: undefined,
    editions: undefined,
    modules: [],
    assemblies: [],
    elevation: false,
    snapin: undefined,
    snapinVersion: undefined,
  };
  const lines = tokens.slice(); // parsing one may set the tokenizer back and forget others
  for (const token of lines) {
    const command = parse(token);
    if (command !== undefined) readLine(command, found, errors);
  }
  return {
    requiredApplicationId: found.applicationId,
    requiredPSVersion: found.version,
    requiredPSEditions: found.editions ?? [],
    requiredModules: found.modules,
    requiredAssemblies: found.assemblies,
    isElevationRequired: found.elevation,
  };
}

function isPrefix(name: string, parameter: string): boolean {
  return parameter.startsWith(name.toLowerCase());
}

function readLine(command: CommandAst, found: Collected, errors: TokenizerErrors): void {
  const [name, ...rest] = command.commandElements;
  if (name?.kind !== 'StringConstantExpressionAst' || name.value.toLowerCase() !== 'requires') {
    errors.error(command.extent, 'ScriptRequiresInvalidFormat');
  }
  const snapin = rest.some((e) => e.kind === 'CommandParameterAst' && isPrefix(e.parameterName, 'pssnapin'));
  found.snapin = undefined;
  found.snapinVersion = undefined;
  for (let i = 0; i < rest.length; i++) {
    const element = rest[i];
    if (element === undefined) continue;
    if (element.kind !== 'CommandParameterAst') {
      errors.error(element.extent, 'ScriptRequiresInvalidFormat');
      continue;
    }
    let argument: Ast | undefined = element.argument;
    if (argument === undefined && i + 1 < rest.length) argument = rest[++i];
    readParameter(element, argument, snapin, found, errors);
  }
}

function readParameter(
  parameter: CommandParameterAst,
  argument: Ast | undefined,
  hasSnapin: boolean,
  found: Collected,
  errors: TokenizerErrors,
): void {
  const name = parameter.parameterName;
  if (isPrefix(name, 'runasadministrator')) {
    found.elevation = true;
    if (argument !== undefined) errors.error(parameter.extent, 'ParameterCannotHaveArgument', name);
    return;
  }
  if (argument === undefined) {
    errors.error(parameter.extent, 'ParameterRequiresArgument', name);
    return;
  }
  if (!isExpression(argument) || !isConstant(argument, { requires: true })) {
    errors.error(argument.extent, 'RequiresArgumentMustBeConstant');
    return;
  }
  const value = constantValue(argument);
  const again = (full: string): void => errors.error(parameter.extent, 'ParameterAlreadyBound', '', full);
  if (isPrefix(name, 'shellid')) {
    if (found.applicationId !== undefined) again('shellid');
    else if (typeof value === 'string') found.applicationId = value;
    else errors.error(argument.extent, 'RequiresInvalidStringArgument', 'shellid');
  } else if (isPrefix(name, 'pssnapin')) {
    if (typeof value !== 'string') errors.error(argument.extent, 'RequiresInvalidStringArgument', 'pssnapin');
    else if (found.snapin !== undefined) again('pssnapin');
    else if (!/^[A-Za-z0-9_.-]+$/.test(value)) errors.error(argument.extent, 'InvalidPSSnapInName');
    else found.snapin = value;
  } else if (isPrefix(name, 'psedition')) {
    if (found.editions !== undefined) again('psedition');
    else found.editions = readEditions(argument, Array.isArray(value) ? value : [value], errors);
  } else if (isPrefix(name, 'version')) {
    readVersion(argument, typeof value === 'string' ? value : argument.extent.text, hasSnapin, found, errors, again);
  } else if (isPrefix(name, 'assembly')) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (typeof item !== 'string') errors.error(argument.extent, 'RequiresInvalidStringArgument', 'assembly');
      else if (!found.assemblies.includes(item)) found.assemblies.push(item);
    }
  } else if (isPrefix(name, 'modules')) {
    for (const item of Array.isArray(value) ? value : [value]) {
      const module = requiredModule(item);
      if (typeof module === 'string') {
        const type = 'Microsoft.PowerShell.Commands.ModuleSpecification';
        const from = item instanceof Map ? 'System.Collections.Hashtable' : '';
        const text = `Cannot convert value "${from}" to type "${type}". Error: "${module}"`;
        errors.error(argument.extent, 'RequiresModuleInvalid', text);
        return;
      }
      found.modules.push(module);
    }
  } else errors.error(parameter.extent, 'ScriptRequiresInvalidFormat');
}

function isExpression(ast: Ast): ast is ExpressionAst {
  return ast.kind !== 'CommandParameterAst';
}

function readVersion(
  argument: Ast,
  text: string,
  hasSnapin: boolean,
  found: Collected,
  errors: TokenizerErrors,
  again: (name: string) => void,
): void {
  const version = normalVersion(text);
  if (version === undefined) errors.error(argument.extent, 'RequiresVersionInvalid');
  else if (hasSnapin) {
    if (found.snapinVersion !== undefined) again('version');
    else found.snapinVersion = version;
  } else if (found.version !== undefined && found.version !== version) again('version');
  else found.version = version;
}

/** `7` is `7.0`; two to four numbers otherwise. */
function normalVersion(text: string): string | undefined {
  const full = text.includes('.') ? text : `${text}.0`;
  const parts = full.trim().split('.');
  if (parts.length < 2 || parts.length > 4) return undefined;
  if (!parts.every((part) => /^\s*\+?\d{1,10}\s*$/.test(part) && Number(part) <= 2147483647)) return undefined;
  return parts.map(Number).join('.');
}

function readEditions(argument: Ast, values: readonly unknown[], errors: TokenizerErrors): string[] {
  const editions: string[] = [];
  for (const value of values) {
    if (typeof value !== 'string') {
      errors.error(argument.extent, 'RequiresInvalidStringArgument', 'psedition');
      continue;
    }
    const folded = value.toLowerCase();
    if (folded !== 'core' && folded !== 'desktop')
      errors.error(argument.extent, 'RequiresPSEditionInvalid', 'psedition');
    if (editions.some((edition) => edition.toLowerCase() === folded)) {
      errors.error(argument.extent, 'RequiresPSEditionValueIsAlreadySpecified', 'psedition');
    } else editions.push(value);
  }
  return editions;
}
