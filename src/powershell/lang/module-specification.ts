/** Module specifications, as names or hashtables, with PowerShell's complaints about wrong ones. */
import { ArgumentError } from '../../protocol/errors/index.js';
import type { ExpressionAst, RequiredModule, UsingStatementAst } from './ast.js';
import { pureExpression } from './constant-values.js';
import { safeValue } from './safe-value.js';

/** A constant's value; one that would have to be computed (`1 + 1`, `[int]`) stands for its own text, and is no string. */
export function constantValue(ast: ExpressionAst): unknown {
  if (ast.kind === 'HashtableAst') {
    const table = new Map<unknown, unknown>();
    for (const { key, value } of ast.keyValuePairs) {
      const expression = pureExpression(value);
      table.set(constantValue(key), expression === undefined ? value.extent.text : constantValue(expression));
    }
    return table;
  }
  if (ast.kind === 'ArrayLiteralAst') return ast.elements.map(constantValue);
  try {
    return safeValue(ast);
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    return { value: ast.extent.text };
  }
}

/** A value as .NET makes text of it. */
export function scalarText(value: unknown): string {
  if (value !== null && typeof value === 'object' && 'value' in value) return String(value.value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** `1`, `1.2.x`: why it is not a version; undefined when it is one. */
function versionProblem(text: string): string | undefined {
  const parts = text.split('.');
  if (parts.length < 2 || parts.length > 4)
    return "Version string portion was too short or too long. (Parameter 'input')";
  for (const part of parts) {
    if (!/^[\t-\r ]*[+-]?\d+[\t-\r ]*$/.test(part)) return `The input string '${part}' was not in a correct format.`;
    const number = Number(part);
    if (number > 2147483647 || number < -2147483648) return 'Value was either too large or too small for an Int32.';
    if (number < 0) {
      return `input ('${part}') must be a non-negative value. (Parameter 'input')\nActual value was ${number}.`;
    }
  }
  return undefined;
}
/** Why a text is not a GUID in one of its usual forms; undefined when it is one. */
function guidProblem(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .replace(/^\((.*)\)$/, '$1');
  if (/^[0-9a-f]{32}$/i.test(bare)) return undefined;
  if (!bare.includes('-')) return 'Unrecognized Guid format.';
  if (bare.length !== 36) {
    return 'Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx).';
  }
  if (![8, 13, 18, 23].every((i) => bare.charAt(i) === '-'))
    return 'Dashes are in the wrong position for GUID parsing.';
  const isHex = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare);
  return isHex ? undefined : 'Guid string should only contain hexadecimal characters.';
}

function conversionProblem(value: string, type: string, problem: string): string {
  return `Cannot convert value "${value}" to type "${type}". Error: "${problem}"`;
}

/** A module specification, or what is wrong with it in PowerShell's words. */
export function requiredModule(value: unknown): RequiredModule | string {
  if (value === '') return "The value cannot be an empty string. (Parameter 'moduleName')";
  if (!(value instanceof Map)) return { name: typeof value === 'string' ? value : scalarText(value) };
  const fields = new Map<string, string>();
  const bad: string[] = [];
  for (const [key, item] of value) {
    const field = scalarText(key).toLowerCase();
    const text = scalarText(item);
    switch (field) {
      case 'moduleversion':
      case 'requiredversion': {
        const problem = versionProblem(text);
        if (problem !== undefined) return conversionProblem(text, 'System.Version', problem);
        fields.set(field, text.split('.').map(Number).join('.'));
        break;
      }
      case 'guid': {
        const problem = guidProblem(text);
        if (problem !== undefined) return conversionProblem(text, 'System.Guid', problem);
        fields.set(field, text.trim());
        break;
      }
      case 'modulename':
      case 'maximumversion':
        fields.set(field, text);
        break;
      default:
        bad.push(`'${scalarText(key)}'`);
    }
  }
  return fromFields(fields, bad);
}

function fromFields(fields: ReadonlyMap<string, string>, bad: readonly string[]): RequiredModule | string {
  if (bad.length > 0) {
    const valid = 'ModuleName, ModuleVersion, RequiredVersion, GUID';
    return `The hashtable describing a module contains one or more members that are not valid. The valid members are (${valid}). Remove the members that are not valid (${bad.join(', ')}), then try again.`;
  }
  const name = fields.get('modulename');
  const version = fields.get('moduleversion');
  const requiredVersion = fields.get('requiredversion');
  const maximumVersion = fields.get('maximumversion');
  const guid = fields.get('guid');
  if (name === undefined || name === '') {
    return "The 'ModuleName' member does not exist in the hashtable that describes this module.";
  }
  if (version === undefined && requiredVersion === undefined && maximumVersion === undefined) {
    return "The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that describes this module. One of these three members must exist, and be assigned a version number in the format 'n.n.n.n'.";
  }
  const rival = version !== undefined ? 'ModuleVersion' : maximumVersion !== undefined ? 'MaximumVersion' : undefined;
  if (requiredVersion !== undefined && rival !== undefined) {
    return `The parameters ${rival} and RequiredVersion cannot be used together. Please specify only one parameter.`;
  }
  return {
    name,
    ...(version === undefined ? {} : { version }),
    ...(maximumVersion === undefined ? {} : { maximumVersion }),
    ...(requiredVersion === undefined ? {} : { requiredVersion }),
    ...(guid === undefined ? {} : { guid }),
  };
}
/** What `using module` names. */
export function usedModule(ast: UsingStatementAst): RequiredModule {
  const spec = ast.moduleSpecification;
  const module = spec === undefined ? undefined : requiredModule(constantValue(spec));
  return module === undefined || typeof module === 'string' ? { name: ast.name?.value ?? '' } : module;
}
