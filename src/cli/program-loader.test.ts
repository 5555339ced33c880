/** The code that is kept between starts: only the user's own, whole, and of this build. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeFolder, loadProgram } from './program-loader.js';

const BUNDLE = `(function(exports,require,module,__filename,__dirname,__moduleUrl){
module.exports.runProgram = async (words) => words.length + require('node:path').basename(__dirname).length * 0 + (__moduleUrl.startsWith('file:') ? 40 : 0);
})`;
let folder: string;
let bundle: string;
const kept = (): string[] => {
  try {
    return readdirSync(path.join(folder, 'cache', 'pssession')).map((name) =>
      path.join(folder, 'cache', 'pssession', name),
    );
  } catch {
    return [];
  }
};
const only = (): string => {
  const [file = '', ...more] = kept();
  expect(more).toEqual([]);
  return file;
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pssession-code-'));
  bundle = path.join(folder, 'program-0123.cjs');
  writeFileSync(bundle, BUNDLE);
  mkdirSync(path.join(folder, 'cache'), { mode: 0o700 });
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'));
  vi.stubEnv('LOCALAPPDATA', path.join(folder, 'cache'));
  vi.stubEnv('NODE_DISABLE_COMPILE_CACHE', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(process.platform === 'win32')('the code of the program', () => {
  it('runs, is kept once for the user alone, and is taken at the next start', async () => {
    const first = loadProgram(bundle, 'script');
    expect(await first.run(['a', 'b'], '1')).toBe(42);
    expect(kept()).toEqual([]);
    first.keep();
    first.keep();
    const file = only();
    expect(path.basename(file)).toMatch(/^program-0123-[\da-f]{12}-script\.bin$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    const { mtimeMs } = statSync(file);
    const second = loadProgram(bundle, 'script');
    expect(await second.run(['a'], '1')).toBe(41);
    second.keep();
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });
  it('is made again where it is damaged, cut short or open to others', async () => {
    loadProgram(bundle, 'script').keep();
    const file = only();
    const code = readFileSync(file);
    const damages: readonly (() => void)[] = [
      () => writeFileSync(file, Buffer.concat([code.subarray(0, 200), Buffer.alloc(4, 255), code.subarray(204)])),
      () => writeFileSync(file, code.subarray(0, code.length / 2)),
      () => writeFileSync(file, ''),
      () => chmodSync(file, 0o666),
    ];
    for (const damage of damages) {
      damage();
      const program = loadProgram(bundle, 'script');
      expect(await program.run([], '1')).toBe(40);
      program.keep();
      expect(statSync(only()).mode & 0o777).toBe(0o600);
      expect(readFileSync(file).length).toBeGreaterThan(100);
    }
  });
  it('is not kept in a folder that others write to, nor where the environment says so', () => {
    expect(codeFolder(process.env)).toBe(path.join(folder, 'cache', 'pssession'));
    expect(codeFolder({ ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' })).toBeUndefined();
    chmodSync(path.join(folder, 'cache'), 0o777);
    expect(codeFolder(process.env)).toBeUndefined();
    loadProgram(bundle, 'script').keep();
    expect(kept()).toEqual([]);
  });
  it('of another build goes when it is a week old', () => {
    loadProgram(bundle, 'script').keep();
    const old = path.join(path.dirname(only()), 'program-9999-1-script.bin');
    writeFileSync(old, 'x');
    loadProgram(bundle, 'command').keep();
    expect(kept()).toHaveLength(3);
    vi.useFakeTimers({ now: Date.now() + 8 * 24 * 3600 * 1000, toFake: ['Date'] });
    loadProgram(bundle, 'other').keep();
    vi.useRealTimers();
    expect(kept().map((file) => path.basename(file))).not.toContain(path.basename(old));
  });
  it('of more than a dozen other starts is too much: the oldest goes', () => {
    loadProgram(bundle, 'script').keep();
    const first = only();
    utimesSync(first, new Date(), new Date(Date.now() - 3_600_000));
    for (let kind = 0; kind < 12; kind += 1) loadProgram(bundle, `k${kind}`).keep();
    expect(kept()).toHaveLength(13);
    expect(kept()).toContain(first);
    loadProgram(bundle, 'last').keep();
    expect(kept()).toHaveLength(13);
    expect(kept()).not.toContain(first);
  });
  it('without a program in it says what to do', () => {
    writeFileSync(bundle, '(function(){})');
    expect(() => loadProgram(bundle, 'script')).toThrow('install it again');
  });
});
