import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeFolders } from './folders.js';

it('makes folders of the mode wanted, takes those that are there, and says what is in the way', () => {
  const base = mkdtempSync(path.join(tmpdir(), 'folders-'));
  onTestFinished(() => rmSync(base, { recursive: true }));
  makeFolders(path.join(base, 'a', 'b'), 0o700);
  makeFolders(path.join(base, 'a', 'b'));
  for (const name of ['a', 'a/b']) expect(statSync(path.join(base, name)).mode & 0o777).toBe(0o700);
  writeFileSync(path.join(base, 'file'), '');
  expect(() => makeFolders(path.join(base, 'file'))).toThrow('EEXIST');
  expect(() => makeFolders(path.join(base, 'file', 'x'))).toThrow('ENOTDIR');
});

it.runIf(process.platform === 'linux')('ends where the file system takes no folder', () => {
  expect(() => makeFolders('/proc/nosuch/x')).toThrow('ENOENT');
});
