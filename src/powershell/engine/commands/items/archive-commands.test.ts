/** Archives, there and back. Names of entries were measured with pwsh 7.6.9, which also read and wrote such archives. */
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEngine } from '../../test-support/run-script.js';
import { atOnce, NO_TICK } from '../../pending.js';
import { ZipProblem, ZipReader, ZipWriter } from './zip-file.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'archive-'));
  for (const path of ['d/sub/deep', 'd/sub/e2', 'd/empty']) mkdirSync(nodePath.join(folder, path), { recursive: true });
  writeFileSync(nodePath.join(folder, 'd/a.txt'), 'hello\n');
  writeFileSync(nodePath.join(folder, 'd/sub/b.txt'), 'é'.repeat(5000));
  writeFileSync(nodePath.join(folder, 'd/sub/deep/c.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const run = (script: string): ReturnType<typeof runEngine> => runEngine(`Set-Location '${folder}'; ${script}`);
function namesOf(archive: string): readonly string[] {
  const reader = new ZipReader(nodePath.join(folder, archive));
  try {
    return reader.entries.map(({ name }) => name);
  } finally {
    reader.close();
  }
}

describe('Compress-Archive', () => {
  it('names what lies in a folder by the folder, and keeps empty folders inside of it', async () => {
    expect((await run('Compress-Archive d one')).ids).toEqual([]);
    expect(namesOf('one.zip')).toEqual(['d/empty/', 'd/a.txt', 'd/sub/e2/', 'd/sub/b.txt', 'd/sub/deep/c.txt']);
    expect((await run('Compress-Archive d/* two.zip')).ids).toEqual([]);
    expect(namesOf('two.zip')).toEqual(['sub/e2/', 'sub/b.txt', 'sub/deep/c.txt', 'a.txt']);
  });
  it('replaces entries with -Update and touches no archive otherwise', async () => {
    await run('Compress-Archive d/a.txt, d/sub three.zip');
    expect((await run('Compress-Archive d/a.txt three.zip')).ids).toEqual(['ArchiveFileExists,Compress-Archive']);
    await run('Set-Content d/a.txt newer; Compress-Archive d/a.txt three.zip -Update');
    expect(namesOf('three.zip')).toEqual(['sub/e2/', 'sub/b.txt', 'sub/deep/c.txt', 'a.txt']);
    const reader = new ZipReader(nodePath.join(folder, 'three.zip'));
    const entry = reader.entries.at(-1);
    expect(
      entry === undefined
        ? ''
        : Buffer.from(atOnce(reader.content(entry, NO_TICK)))
            .toString()
            .trim(),
    ).toBe('newer');
    reader.close();
  });
  it('says by id what it cannot do', async () => {
    expect((await run('Compress-Archive nope x.zip')).ids).toEqual(['ArchiveCmdletPathNotFound,Compress-Archive']);
    expect((await run('Compress-Archive d/a.txt, d/a.txt x.zip')).ids).toEqual(['DuplicatePathFound,Compress-Archive']);
    expect((await run('Compress-Archive d/a.txt one.zip -Update -Force')).ids).toEqual([
      'AmbiguousParameterSet,Compress-Archive',
    ]);
    expect(existsSync(nodePath.join(folder, 'x.zip'))).toBe(false);
  });
});
describe('Expand-Archive', () => {
  it('gives back what was put in, and overwrites nothing without -Force', async () => {
    expect((await run('Expand-Archive one.zip back')).ids).toEqual([]);
    expect(readFileSync(nodePath.join(folder, 'back/d/sub/b.txt'), 'utf8')).toBe('é'.repeat(5000));
    expect(existsSync(nodePath.join(folder, 'back/d/sub/e2'))).toBe(true);
    expect((await run('Expand-Archive one.zip back')).ids).toEqual(
      Array.from({ length: 3 }, () => 'ExpandArchiveFileExists,Expand-Archive'),
    );
    expect((await run('(Expand-Archive one.zip back -Force -PassThru).Name')).output).toEqual([
      'a.txt',
      'b.txt',
      'c.txt',
    ]);
  });
  it('lets no entry leave the folder', async () => {
    const file = openSync(nodePath.join(folder, 'evil.zip'), 'w');
    const writer = new ZipWriter(file);
    atOnce(writer.add('../outside.txt', Buffer.from('x'), new Date(), 0o644, 'Optimal', NO_TICK));
    atOnce(writer.add('inside.txt', Buffer.from('y'), new Date(), 0o644, 'Optimal', NO_TICK));
    writer.finish();
    closeSync(file);
    expect((await run('Expand-Archive evil.zip safe')).ids).toEqual(['ArchiveEntryOutsideDestination,Expand-Archive']);
    expect(existsSync(nodePath.join(folder, 'outside.txt'))).toBe(false);
    expect(existsSync(nodePath.join(folder, 'safe/inside.txt'))).toBe(true);
  });
  it('says that a file is no archive, or a damaged one, at every cut', async () => {
    writeFileSync(nodePath.join(folder, 'bad.zip'), 'zzz');
    expect((await run('Expand-Archive bad.zip b')).ids).toEqual(['InvalidArchiveFile,Expand-Archive']);
    const whole = readFileSync(nodePath.join(folder, 'one.zip'));
    const cut = nodePath.join(folder, 'cut.zip');
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(cut, whole.subarray(0, length));
      expect(() => new ZipReader(cut)).toThrow(ZipProblem);
    }
  });
});
