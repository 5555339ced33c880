/** The line that runs a script file, and the file that a word means. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../command-line.js';

export const quoted = (word: string): string => `'${word.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

/** The line that runs a script file with its arguments, as they stand on the command line of an operating system. */
export function callText(file: string, words: readonly string[]): string {
  const written = words.map((word) => {
    const parameter = /^(-[A-Za-z_][\w-]*)(:?)(.*)$/s.exec(word);
    if (parameter === null) return quoted(word);
    const [, name = '', colon = '', value = ''] = parameter;
    if (colon === '') return value === '' ? name : quoted(word);
    const [, truth] = /^\$?(true|false)$/i.exec(value) ?? [];
    return `${name}:${truth === undefined ? quoted(value) : `$${truth}`}`;
  });
  return [`. ${quoted(file)}`, ...written].join(' ');
}

/** @throws {UsageError} there is no such script. */
export function scriptFile(name: string): string {
  const at = (written: string): string =>
    path.resolve(written.startsWith('~/') ? path.join(process.env['HOME'] ?? '', written.slice(2)) : written);
  const given = at(name);
  // Both separators separate, everywhere.
  const file = existsSync(given) || process.platform === 'win32' ? given : at(name.replaceAll('\\', '/'));
  if (!existsSync(file) || statSync(file).isDirectory())
    throw new UsageError(
      `The argument '${name}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
      "Try 'pssession --help'.",
    );
  return file;
}
