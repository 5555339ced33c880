/** Topics that modules bring: `<module>/en-US/about_*.help.txt`, of those that are loaded and those that could be. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HelpTopic } from '../../command-api.js';

const TOPIC = /^(about_.+?)\.help\.txt$/i;
const MAX_TOPICS = 2000;

const entriesOf = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/**
 * @param loaded folders of modules.
 * @param paths folders that hold modules, with a folder for each version or without.
 */
export async function moduleTopics(
  loaded: readonly string[],
  paths: readonly string[],
  languages: readonly string[],
): Promise<readonly HelpTopic[]> {
  const folders = new Set(loaded);
  for (const place of paths)
    for (const module of await entriesOf(place)) {
      const base = path.join(place, module);
      folders.add(base);
      for (const version of await entriesOf(base)) if (/^\d+\.\d/.test(version)) folders.add(path.join(base, version));
    }
  const found = new Map<string, HelpTopic>();
  for (const folder of folders)
    for (const language of languages)
      for (const file of await entriesOf(path.join(folder, language))) {
        const name = TOPIC.exec(file)?.[1];
        if (name === undefined || found.has(name.toLowerCase()) || found.size >= MAX_TOPICS) continue;
        const text = await readFile(path.join(folder, language, file), 'utf8').catch(() => undefined);
        if (text !== undefined) found.set(name.toLowerCase(), { name, text, synopsis: synopsisOf(text) });
      }
  return [...found.values()];
}

/** The lines below `SHORT DESCRIPTION`. */
function synopsisOf(text: string): string {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line) => /^\s*#*\s*short description\s*$/i.test(line));
  if (at < 0) return '';
  const rest = lines.slice(at + 1);
  const start = rest.findIndex((line) => line.trim() !== '');
  const body = start < 0 ? [] : rest.slice(start);
  const end = body.findIndex((line) => line.trim() === '');
  return body
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.trim())
    .join(' ');
}
