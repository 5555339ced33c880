/** The options of the program's own verbs (`serve`, `user`, `status`), with errors that name the option. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './command-line.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

export function readProgramArguments<const T extends Options>(
  verb: string,
  words: readonly string[],
  options: T,
): Parsed<T> {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    const message =
      error instanceof Error ? error.message.replace(/\. To specify a positional.*$/s, '.') : String(error);
    throw new UsageError(`${verb}: ${message}`, `Try 'pssession ${verb} --help'.`);
  }
}

/** @throws {UsageError} the text is no whole number of the range. */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new UsageError(`--${option} has to be a whole number from ${min} to ${max}, not '${text}'.`);
  }
  return value;
}
