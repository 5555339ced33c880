/** Names of files and folders, and of the programs on the path. */
import { readdirSync, accessSync, constants } from 'node:fs';
import nodePath from 'node:path';
import { wildcardRegex } from '../text/wildcard.js';
import { quoted, type CompletionItem } from './completion-result.js';
import { isFolderAt } from '../file-kinds.js';

const MAX_ENTRIES = 5000;

export interface FilePlace {
  /** Where relative names begin. */
  readonly folder: string;
  /** What `~` means. */
  readonly home: string;
  readonly onlyFolders?: boolean;
  /** The name is taken as it stands: no wildcard characters are escaped. */
  readonly plain?: boolean;
  readonly extensions?: readonly string[];
}

export function fileItems(word: string, quote: string, place: FilePlace): CompletionItem[] {
  const { folder, home, onlyFolders, plain, extensions } = place;
  const slash = Math.max(word.lastIndexOf('/'), process.platform === 'win32' ? word.lastIndexOf('\\') : -1);
  const directory = word.slice(0, slash + 1);
  const beginning = word.slice(slash + 1).toLowerCase();
  const expanded = directory.startsWith('~/') ? nodePath.join(home, directory.slice(2)) : directory;
  const target = nodePath.resolve(folder, expanded === '' ? '.' : expanded);
  let entries;
  try {
    entries = readdirSync(target, { withFileTypes: true });
  } catch {
    return [];
  }
  const prefix = /^[.~/\\]|^\w:/.test(directory) ? directory : `.${nodePath.sep}${directory}`;
  const pattern = plain !== true && /[*?]/.test(beginning) ? wildcardRegex(`${beginning}*`) : undefined;
  const fits = (name: string): boolean => pattern?.test(name) ?? name.toLowerCase().startsWith(beginning);
  const items: CompletionItem[] = [];
  for (const entry of entries) {
    if (!fits(entry.name)) continue;
    if (items.length >= MAX_ENTRIES) break;
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderAt(nodePath.join(target, entry.name)));
    if (onlyFolders === true && !isFolder) continue;
    if (!isFolder && extensions?.includes(nodePath.extname(entry.name).toLowerCase()) === false) continue;
    items.push({
      text: quoted(plain === true ? prefix + entry.name : escapedPath(prefix + entry.name), quote),
      label: entry.name,
      kind: isFolder ? 'ProviderContainer' : 'ProviderItem',
      tip: nodePath.join(target, entry.name),
    });
  }
  return items;
}

/** Wildcard characters of a name that is meant as it stands. */
const escapedPath = (path: string): string => path.replaceAll(/[[\]]/g, '`$&');

let known: { readonly path: string; readonly programs: readonly string[]; readonly at: number } | undefined;
const KNOWN_MS = 30_000;

/** Programs of the search path, as `PATH` names it: by name, those of one name behind the first by path. */
export function programs(path: string): readonly string[] {
  const now = performance.now();
  if (known?.path === path && now - known.at < KNOWN_MS) return known.programs;
  const names = new Set<string>();
  for (const folder of path.split(nodePath.delimiter)) {
    try {
      for (const entry of readdirSync(folder)) {
        const file = nodePath.join(folder, entry);
        // A program that an earlier folder hides is offered by its path.
        if (isProgram(file)) names.add(names.has(entry) ? file : entry);
      }
    } catch {
      // A folder of the path that does not exist holds no programs.
    }
  }
  known = { path, programs: [...names], at: now };
  return known.programs;
}
function isProgram(file: string): boolean {
  if (process.platform === 'win32') return /\.(?:exe|cmd|bat|com|ps1)$/i.test(file);
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
