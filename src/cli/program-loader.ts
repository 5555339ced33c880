/**
 * Loads the program from its bundle, with the code that V8 made of it at an earlier start: half of the time to the
 * prompt. Node keeps compiled modules itself only since version 22, and then less of them.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { storePaths } from '../io/store/index.js';
import type { runProgram } from './program.js';
import { makeFolders } from '../io/runtime/index.js';

export interface LoadedProgram {
  readonly run: typeof runProgram;
  /** Keeps the code for the next start, where it was not kept yet. Takes some tens of milliseconds. */
  readonly keep: () => void;
}
interface BundleModule {
  exports: { readonly runProgram?: typeof runProgram };
}
/** What the bundle is: a function that is given what a CommonJS module has, and the module's own address. */
type Bundle = (
  exports: object,
  require: NodeJS.Require,
  module: BundleModule,
  filename: string,
  dirname: string,
  moduleUrl: string,
) => void;

/** Code of other versions of the program is removed when it is so old. Milliseconds. */
const OLD_MS = 7 * 24 * 3600 * 1000;
/** And the oldest, where there is code of so many more starts: each takes some megabytes. */
const MAX_OTHERS = 12;

/**
 * @param file the bundle: ASCII, named by what is in it, for V8 looks at its length only.
 * @param kind starts of one kind need the same code.
 */
export function loadProgram(file: string, kind: string): LoadedProgram {
  const folder = codeFolder(process.env);
  const name = `${path.parse(file).name}-${engineTag()}-${kind}.bin`;
  const kept = folder === undefined ? undefined : readOwn(path.join(folder, name));
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(kept === undefined ? {} : { cachedData: kept }),
  });
  const module: BundleModule = { exports: {} };
  const bundle = script.runInThisContext() as Bundle;
  bundle(module.exports, createRequire(file), module, file, path.dirname(file), pathToFileURL(file).href);
  const { runProgram: run } = module.exports;
  if (run === undefined) throw new Error(`The program '${file}' is damaged; install it again.`);
  let isKept = kept !== undefined && script.cachedDataRejected !== true;
  return {
    run,
    keep() {
      if (isKept || folder === undefined) return;
      isKept = true;
      try {
        write(folder, name, script.createCachedData());
      } catch {
        // No room, or somebody else's folder: the next start takes as long as this one.
      }
    },
  };
}

/**
 * The user's cache folder. Undefined where it is not the user's own (what is in it is run), or where Node is told to keep
 * no code (`NODE_DISABLE_COMPILE_CACHE`).
 */
export function codeFolder(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  if ((environment['NODE_DISABLE_COMPILE_CACHE'] ?? '') !== '') return undefined;
  try {
    const { cache: folder } = storePaths(environment);
    let nearest = folder;
    while (!existsSync(nearest)) nearest = path.dirname(nearest);
    return isOwn(statSync(nearest)) ? folder : undefined;
  } catch {
    return undefined;
  }
}
/** Nobody else can write there. */
const isOwn = ({ uid, mode }: { readonly uid: number; readonly mode: number }): boolean =>
  process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);

function readOwn(file: string): Buffer | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return undefined;
  }
  try {
    return isOwn(fstatSync(handle)) ? whole(readFileSync(handle)) : undefined;
  } catch {
    return undefined;
  } finally {
    closeSync(handle);
  }
}
/** Code is of use to the V8 that made it, with the options that it had then. It looks itself at its version again. */
function engineTag(): string {
  const options = [process.env['NODE_OPTIONS'] ?? '', ...process.execArgv];
  return digestOf(JSON.stringify([process.versions.v8, process.arch, ...options])).toString('hex', 0, 6);
}
/** A file is the code's digest and the code: V8 does not look for damage, and would run it. */
function whole(file: Buffer): Buffer | undefined {
  const code = file.subarray(DIGEST_LENGTH);
  return digestOf(code).equals(file.subarray(0, DIGEST_LENGTH)) ? code : undefined;
}
const DIGEST_LENGTH = 32;
const digestOf = (code: Buffer | string): Buffer => createHash('sha256').update(code).digest();
/** Written aside first: a start that reads meanwhile sees all of it or nothing. */
function write(folder: string, name: string, code: Buffer): void {
  makeFolders(folder, 0o700);
  const file = path.join(folder, name);
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, Buffer.concat([digestOf(code), code]), { mode: 0o600 });
  renameSync(aside, file);
  const others = readdirSync(folder)
    .filter((other) => other !== name && /\.bin(?:\.\d+)?$/.test(other))
    .map((other) => path.join(folder, other))
    .map((place) => ({ place, time: statSync(place).mtimeMs }))
    .sort((left, right) => right.time - left.time);
  for (const [index, { place, time }] of others.entries())
    if (index >= MAX_OTHERS || Date.now() - time > OLD_MS) rmSync(place, { force: true });
}
