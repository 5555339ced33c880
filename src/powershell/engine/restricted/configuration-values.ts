/**
 * The values of a `.pssc` or `.psrc` file, by key. The file is data: it is read, never run; its script blocks come back
 * as their texts. What a key must hold is said in PowerShell's words. [DISCUtils of 7.6]
 */
import { PSSessionError } from '../../../protocol/errors/index.js';
import { PSDictionary, PSScriptBlockText, type PSValue } from '../../../protocol/objects/index.js';
import { type ExpressionAst, parseInput, pureExpression, safeValue } from '../../lang/index.js';
import { toText } from '../conversion.js';
import { constantOf } from '../commands/state/data-file.js';

/** A configuration or role capability file says something that cannot be meant. */
export class ConfigurationFileError extends PSSessionError {
  constructor(errorId: string, message: string) {
    super(message, { errorId, category: 'InvalidOperation' });
  }
}

/**
 * @param keys the keys that such a file may have, in lower case, with their spelling.
 * @throws {ConfigurationFileError} the text is no hashtable of plain values, or has a key that is not known.
 */
export function readConfigurationTable(
  text: string,
  path: string,
  keys: ReadonlyMap<string, string>,
): ConfigurationTable {
  const { ast, errors } = parseInput(text.replace(/^\uFEFF/, ''), path);
  const [first] = errors;
  if (first !== undefined)
    throw new ConfigurationFileError(
      first.errorId,
      `At ${path}:${first.extent.startLineNumber} char:${first.extent.startColumnNumber}: ${first.message}`,
    );
  const [statement, second] = ast.endBlock?.statements ?? [];
  const expression = statement === undefined || second !== undefined ? undefined : pureExpression(statement);
  if (expression?.kind !== 'HashtableAst')
    throw new ConfigurationFileError(
      'InvalidConfigurationFile',
      `The file '${path}' must be one hashtable of settings.`,
    );
  const value = valueOf(expression, path);
  const table = new ConfigurationTable(value as PSDictionary, path);
  table.checkKeys(keys);
  return table;
}

function valueOf(ast: ExpressionAst, path: string): PSValue {
  switch (ast.kind) {
    case 'HashtableAst': {
      const table = new PSDictionary();
      for (const { key, value } of ast.keyValuePairs) {
        const name = toText(valueOf(key, path));
        if (table.hasEntry(name))
          throw new ConfigurationFileError(
            'DuplicateKeyInHashLiteral',
            `${path}: the key '${name}' stands there twice.`,
          );
        table.append(name, pipelineValue(value, path));
      }
      return table;
    }
    case 'ScriptBlockExpressionAst':
      return new PSScriptBlockText(ast.extent.text.slice(1, -1));
    case 'ArrayLiteralAst':
      return ast.elements.map((element) => valueOf(element, path));
    case 'ArrayExpressionAst':
      return ast.subExpression.statements.flatMap((statement): readonly PSValue[] => {
        const value = pipelineValue(statement, path);
        return Array.isArray(value) ? (value as readonly PSValue[]) : [value];
      });
    case 'ParenExpressionAst':
      return pipelineValue(ast.pipeline, path);
    default:
      try {
        return constantOf(safeValue(ast));
      } catch {
        throw new ConfigurationFileError(
          'InvalidConfigurationFile',
          `At ${path}:${ast.extent.startLineNumber} char:${ast.extent.startColumnNumber}: '${ast.extent.text}' would have to be run. A configuration file holds plain values only.`,
        );
      }
  }
}
function pipelineValue(ast: Parameters<typeof pureExpression>[0], path: string): PSValue {
  const expression = pureExpression(ast);
  if (expression !== undefined) return valueOf(expression, path);
  throw new ConfigurationFileError(
    'InvalidConfigurationFile',
    `At ${path}:${ast.extent.startLineNumber} char:${ast.extent.startColumnNumber}: '${ast.extent.text}' would have to be run. A configuration file holds plain values only.`,
  );
}

/** A hashtable of a configuration file, with getters that say what is wrong and where. */
export class ConfigurationTable {
  readonly #table: PSDictionary;
  readonly path: string;
  constructor(table: PSDictionary, path: string) {
    this.#table = table;
    this.path = path;
  }
  has(name: string): boolean {
    return this.#table.hasEntry(name);
  }
  get(name: string): PSValue | undefined {
    return this.#table.getEntry(name);
  }
  /** @throws {ConfigurationFileError} one of them is not in the list. */
  checkKeys(keys: ReadonlyMap<string, string>): void {
    for (const key of this.#table.keys) {
      if (!keys.has(toText(key).toLowerCase()))
        throw new ConfigurationFileError(
          'InvalidConfigurationKey',
          `The member '${toText(key)}' is not valid. Remove the member from the file ${this.path}.`,
        );
    }
  }
  names(): readonly string[] {
    return this.#table.keys.map((key) => toText(key));
  }
  text(name: string): string | undefined {
    const value = this.get(name);
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string')
      throw new ConfigurationFileError(
        'InvalidStringValue',
        `The member '${name}' must be a string. Change the member in the file ${this.path}.`,
      );
    return value;
  }
  flag(name: string): boolean {
    const value = this.get(name) ?? false;
    if (typeof value !== 'boolean')
      throw new ConfigurationFileError(
        'InvalidBooleanValue',
        `The member '${name}' must be $true or $false. Change the member in the file ${this.path}.`,
      );
    return value;
  }
  number(name: string): number | undefined {
    const value = this.get(name);
    if (value === undefined || value === null) return undefined;
    const number = Number(typeof value === 'bigint' ? value : toText(value));
    if (!Number.isSafeInteger(number) || number < 0)
      throw new ConfigurationFileError(
        'InvalidNumberValue',
        `The member '${name}' must be a whole number. Change the member in the file ${this.path}.`,
      );
    return number;
  }
  /** One of these words, whatever its case. */
  choice<T extends string>(name: string, words: readonly T[]): T | undefined {
    const given = this.text(name);
    if (given === undefined) return undefined;
    const found = words.find((word) => word.toLowerCase() === given.toLowerCase());
    if (found === undefined)
      throw new ConfigurationFileError(
        'InvalidEnumValue',
        `The member '${name}' in the file ${this.path} has the value '${given}', which is none of ${words.join(', ')}.`,
      );
    return found;
  }
  /** A single value counts as a list of one. */
  list(name: string): readonly PSValue[] | undefined {
    const value = this.get(name);
    if (value === undefined || value === null) return undefined;
    return Array.isArray(value) ? (value as readonly PSValue[]) : [value];
  }
  texts(name: string): readonly string[] | undefined {
    return this.list(name)?.map((item) => {
      if (typeof item === 'string') return item;
      throw new ConfigurationFileError(
        'InvalidStringArrayValue',
        `The member '${name}' must be an array of strings. Change the member in the file ${this.path}.`,
      );
    });
  }
  tables(name: string): readonly ConfigurationTable[] | undefined {
    return this.list(name)?.map((item) => {
      if (item instanceof PSDictionary) return new ConfigurationTable(item, this.path);
      throw new ConfigurationFileError(
        'InvalidHashtableArrayValue',
        `The member '${name}' must be a hashtable array. Change the member in the file ${this.path}.`,
      );
    });
  }
  table(name: string): ConfigurationTable | undefined {
    const value = this.get(name);
    if (value === undefined || value === null) return undefined;
    if (value instanceof PSDictionary) return new ConfigurationTable(value, this.path);
    throw new ConfigurationFileError(
      'InvalidHashtableValue',
      `The member '${name}' must be a hashtable. Change the member in the file ${this.path}.`,
    );
  }
  /** @throws {ConfigurationFileError} the entry is not there. */
  required(member: string, key: string): PSValue {
    const value = this.get(key);
    if (value === undefined || value === null)
      throw new ConfigurationFileError(
        'MissingKey',
        `The member '${member}' must contain the required key '${key}'. Add the require key to the file ${this.path}.`,
      );
    return value;
  }
}
