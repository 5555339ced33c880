/** Where a command that is no function, alias or cmdlet is found: script files and programs, by path or in `PATH`. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import nodePath from 'node:path';
import { globFiles } from '../commands/items/places.js';
import { hasWildcard, wildcardRegex } from '../text/wildcard.js';
import type { Runtime } from './runtime.js';

export interface FoundFile {
  readonly path: string;
  readonly kind: 'script' | 'program';
}
const WINDOWS = process.platform === 'win32';

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
function isProgram(path: string): boolean {
  if (!isFile(path)) return false;
  if (WINDOWS) return true;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
/** Files with one of the extensions that need not be written: outside Windows a program comes before a script. */
function* probeAll(path: string): Generator<FoundFile> {
  if (/\.ps1$/i.test(path)) {
    if (isFile(path)) yield { path, kind: 'script' };
    return;
  }
  if (!WINDOWS && isProgram(path)) yield { path, kind: 'program' };
  if (isFile(`${path}.ps1`)) yield { path: `${path}.ps1`, kind: 'script' };
  if (!WINDOWS) return;
  if (isProgram(path)) yield { path, kind: 'program' };
  for (const extension of (process.env['PATHEXT'] ?? '.EXE;.COM;.BAT;.CMD').split(';'))
    if (isFile(path + extension)) yield { path: path + extension, kind: 'program' };
}
const probe = (path: string): FoundFile | undefined => probeAll(path).next().value ?? undefined;
/** A pattern that says where it begins: `.\\[ab].ps1`, not `folder/[ab].ps1`. */
const isRootedPattern = (name: string): boolean =>
  hasWildcard(name) && (/^(?:\.{1,2}|~)[\\/]/.test(name) || nodePath.isAbsolute(name));
/** What a pattern of a path means, where it means one file. */
function onlyFile(pattern: string): FoundFile | undefined {
  const [path, other] = globFiles(pattern);
  return path === undefined || other !== undefined ? undefined : probe(path);
}
/** A name with a separator is a path, under the current location; a bare name is looked for in `PATH`. */
export function findFile(rt: Runtime, given: string): FoundFile | undefined {
  // As PSPath has it.
  const name = given.replace(/^(?:Microsoft\.PowerShell\.Core[\\/])?FileSystem::/i, '');
  if (name === '' || name.includes('\0')) return undefined;
  const onDrive = rt.fileOnDrive(name);
  // A drive of the session's own knows no extensions that need not be written.
  if (onDrive !== undefined && !WINDOWS && !/\.ps1$/i.test(onDrive))
    return isProgram(onDrive) ? { path: onDrive, kind: 'program' } : undefined;
  if (onDrive !== undefined || /[\\/]/.test(name) || name === '~' || nodePath.isAbsolute(name)) {
    const path = onDrive ?? rt.resolvePath(name);
    if (path === rt.scriptFile && isFile(path)) return { path, kind: 'script' };
    return probe(path) ?? (isRootedPattern(name) ? onlyFile(path) : undefined);
  }
  for (const folder of (rt.environment.get('PATH') ?? rt.environment.get('Path') ?? '').split(nodePath.delimiter)) {
    if (folder === '') continue;
    const found = probe(nodePath.resolve(rt.location, folder, name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every file that a name or a wildcard pattern means, those of `PATH` in its order. */
export function findFiles(rt: Runtime, pattern: string): readonly FoundFile[] {
  if (!hasWildcard(pattern) && (/[\\/]/.test(pattern) || rt.fileOnDrive(pattern) !== undefined)) {
    const found = findFile(rt, pattern);
    return found === undefined ? [] : [found];
  }
  if (isRootedPattern(pattern)) {
    const found = onlyFile(rt.resolvePath(pattern)) ?? probe(rt.resolvePath(pattern));
    return found === undefined ? [] : [found];
  }
  if (pattern === '' || /[\\/[]/.test(pattern)) return [];
  const matches = wildcardRegex(pattern);
  const out: FoundFile[] = [];
  for (const folder of (rt.environment.get('PATH') ?? rt.environment.get('Path') ?? '').split(nodePath.delimiter)) {
    if (folder === '') continue;
    const place = nodePath.resolve(rt.location, folder);
    if (!hasWildcard(pattern)) {
      out.push(...probeAll(nodePath.join(place, pattern)));
      continue;
    }
    let names: string[] = [];
    try {
      names = readdirSync(place).sort();
    } catch {
      // A folder of PATH that is not there has no commands.
    }
    for (const name of names) {
      if (!matches.test(name)) continue;
      const found = probe(nodePath.join(place, name));
      if (found?.path === nodePath.join(place, name)) out.push(found);
    }
  }
  return out;
}
