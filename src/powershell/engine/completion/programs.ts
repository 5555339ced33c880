/** Names of the programs on the search path. */
import { readdirSync, accessSync, constants } from 'node:fs';
import nodePath from 'node:path';

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
