/** Scripts and commands as the PowerShell objects that CREATE_PIPELINE carries. protocol.md 3.7 */
import {
  pipelineCommand,
  PSDecimal,
  PSDictionary,
  PSDateTime,
  PSDouble,
  PSList,
  PSObject,
  PSPrimitive,
  PSUri,
  type PSCommandDefinition,
  type PSPowerShellDefinition,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { ArgumentError } from '../../../protocol/errors/index.js';
import { PSCredential } from '../model/credential.js';

export function commandDefinition(statements: readonly (readonly PSCommandDefinition[])[]): PSPowerShellDefinition {
  return { statements, isNested: false, history: null, redirectShellErrorOutputPipe: true };
}

export interface ScriptOptions {
  /** Positional arguments: bind to `param()` or come as `$args`. */
  readonly arguments?: readonly unknown[];
  readonly namedArguments?: Readonly<Record<string, unknown>>;
  /** Values of `$using:` by the key that the server looks for. */
  readonly usingValues?: Readonly<Record<string, unknown>>;
  /** Formats the output to text over there. */
  readonly addOutString?: boolean;
}

/** A script text as a pipeline of one command, or piped to Out-String. */
export function scriptDefinition(script: string, options: ScriptOptions = {}): PSPowerShellDefinition {
  const parameters = (options.arguments ?? []).map((value) => ({ value: toArgument(value) }));
  const named = Object.entries(options.namedArguments ?? {}).map(([name, value]) => ({
    name,
    value: toArgument(value),
  }));
  const using = Object.entries(options.usingValues ?? {});
  if (using.length > 0) {
    // The server takes the values out of this parameter before it binds the others. cmdlets.md 19
    named.push({
      name: '--%',
      value: new PSDictionary(using.map(([key, value]): readonly [PSValue, PSValue] => [key, toArgument(value)])),
    });
  }
  const command: PSCommandDefinition = {
    ...pipelineCommand(script),
    isScript: true,
    parameters: [...parameters, ...named],
  };
  return commandDefinition([options.addOutString === true ? [command, pipelineCommand('Out-String')] : [command]]);
}

const LISTED_CHARACTERS = 256;

/** What a listing shows of a pipeline: the first command's text. protocol.md 7.5 */
export function commandTextOf(definition: PSPowerShellDefinition): string {
  return (definition.statements[0]?.[0]?.command ?? '').trim();
}
export function listedText(definition: PSPowerShellDefinition): string {
  return commandTextOf(definition).slice(0, LISTED_CHARACTERS);
}

/**
 * A JavaScript value as PowerShell's: whole numbers become Int32 or Int64, others Double; Date, URL, Map and plain
 * objects their nearest kin. PSValues pass unchanged.
 * @throws {ArgumentError} functions, symbols and cycles have no PowerShell form.
 */
export function toArgument(value: unknown, depth = 0): PSValue {
  if (depth > 50)
    throw new ArgumentError('argumentList', 'A value is nested more than 50 levels deep, or contains itself.');
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return numberArgument(value);
    case 'bigint':
      return bigintArgument(value);
    case 'object':
      return objectArgument(value, depth);
    default:
      throw new ArgumentError('argumentList', `A ${typeof value} cannot be sent to PowerShell.`);
  }
}

function numberArgument(value: number): PSValue {
  if (!Number.isInteger(value) || Object.is(value, -0)) return new PSDouble(value);
  if (value >= -2_147_483_648 && value <= 2_147_483_647) return value;
  return Number.isSafeInteger(value) ? BigInt(value) : new PSDouble(value);
}

const INT64_LIMIT = 2n ** 63n;

function bigintArgument(value: bigint): PSValue {
  return value >= -INT64_LIMIT && value < INT64_LIMIT ? value : new PSDecimal(value, 0);
}

function objectArgument(value: object, depth: number): PSValue {
  if (value instanceof PSObject || value instanceof PSPrimitive || value instanceof Uint8Array) return value;
  if (value instanceof PSCredential) return value.toPSObject();
  if (value instanceof Date) return new PSDateTime(BigInt(value.getTime()) * 10_000n + UNIX_EPOCH_TICKS, 'Utc');
  if (value instanceof URL) return new PSUri(value.href);
  if (Array.isArray(value)) return value.map((item) => toArgument(item, depth + 1));
  if (value instanceof Set) return new PSList([...value].map((item) => toArgument(item, depth + 1)));
  const entries = value instanceof Map ? [...(value as Map<unknown, unknown>)] : Object.entries(value);
  return new PSDictionary(
    entries.map(([key, item]): readonly [PSValue, PSValue] => [
      toArgument(key, depth + 1),
      toArgument(item, depth + 1),
    ]),
  );
}

/** 0001-01-01 to 1970-01-01 in ticks of 100 ns. */
const UNIX_EPOCH_TICKS = 621_355_968_000_000_000n;
