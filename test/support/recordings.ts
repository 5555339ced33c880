/** Where the recordings are: `PSSESSION_RECORDINGS`, else `../shared/recordings` beside the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder, or undefined when there is none: a suite skips aloud then. */
export function recordingsFolder(): string | undefined {
  const named = process.env['PSSESSION_RECORDINGS'];
  const folder =
    named === undefined || named === '' ? path.resolve(process.cwd(), '../shared/recordings') : path.resolve(named);
  if (existsSync(folder)) return folder;
  console.warn(`recordings: SKIPPED, ${folder} does not exist (name the folder in PSSESSION_RECORDINGS)`);
  return undefined;
}

/** Every JSON file of one kind, `clixml` for one, by name. Undefined kinds are empty. */
export function readRecordings<T>(
  folder: string | undefined,
  kind: string,
): ReadonlyArray<readonly [name: string, recording: T]> {
  if (folder === undefined || !existsSync(path.join(folder, kind))) return [];
  return readdirSync(path.join(folder, kind))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => [name.slice(0, -5), JSON.parse(readFileSync(path.join(folder, kind, name), 'utf8')) as T] as const);
}
