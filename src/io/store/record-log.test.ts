import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileRecordLog, MemoryRecordLog, type RecordLog } from './index.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pssession-log-'));
  file = path.join(folder, 'a.log');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array[] => [new TextEncoder().encode(text)];
const texts = (log: RecordLog): string[] => [...log.records()].map(({ payload }) => new TextDecoder().decode(payload));

describe.each([
  ['in a file', (): RecordLog => new FileRecordLog(file)],
  ['in memory', (): RecordLog => new MemoryRecordLog()],
])('a record log %s', (_name, make) => {
  it('gives its records in order, and each by its position', () => {
    const log = make();
    const [first, second] = log.append([bytes('one'), [...bytes('tw'), ...bytes('o')]]);
    const [third] = log.append([bytes('x'.repeat(600_000))]);
    expect(texts(log)).toEqual(['one', 'two', 'x'.repeat(600_000)]);
    expect(new TextDecoder().decode(log.read(second ?? 0, 3))).toBe('two');
    expect(new TextDecoder().decode(log.read(first ?? 0, 3))).toBe('one');
    expect(log.read((third ?? 0) + 599_999, 1)).toHaveLength(1);
    log.rest();
    expect(texts(log)).toHaveLength(3);
  });

  it('is replaced as a whole, and goes on from there', () => {
    const log = make();
    log.append([bytes('one'), bytes('two')]);
    const before = log.bytes;
    const [kept] = log.replace([bytes('two')]);
    expect(log.bytes).toBeLessThan(before);
    log.append([bytes('three')]);
    expect(texts(log)).toEqual(['two', 'three']);
    expect(new TextDecoder().decode(log.read(kept ?? 0, 3))).toBe('two');
  });

  it('says when there is nothing at a position', () => {
    const log = make();
    log.append([bytes('one')]);
    expect(() => log.read(4000, 10)).toThrow(expect.objectContaining({ errorId: 'StoreNotReadable' }));
  });
});

describe('a record log after a crash', () => {
  it('keeps every whole record, wherever the last write was cut', () => {
    const log = new FileRecordLog(file);
    log.append([bytes('one'), bytes('two')]);
    log.append([bytes('three')]);
    log.rest();
    const whole = readFileSync(file);
    const ends = [8, 8 + 11, 8 + 22, 8 + 22 + 13];
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      const cut = new FileRecordLog(file);
      const count = Math.max(0, ends.filter((end) => end <= length).length - 1);
      expect(texts(cut), `cut after ${length} bytes`).toEqual(['one', 'two', 'three'].slice(0, count));
      cut.append([bytes('next')]);
      cut.rest();
      expect(texts(new FileRecordLog(file)).at(-1)).toBe('next');
    }
  });

  it('stops in front of a record whose bytes are not the ones that were written', () => {
    const log = new FileRecordLog(file);
    log.append([bytes('one'), bytes('two'), bytes('three')]);
    log.rest();
    const damaged = readFileSync(file);
    damaged[8 + 11 + 9] = 0x21;
    writeFileSync(file, damaged);
    expect(texts(new FileRecordLog(file))).toEqual(['one']);
  });

  it('is not taken for one when it is another file', () => {
    writeFileSync(file, 'something else entirely');
    expect(() => new FileRecordLog(file).append([bytes('one')])).toThrow(/not a log/);
    expect(readFileSync(file, 'utf8')).toBe('something else entirely');
  });
});

describe('the file of a record log', () => {
  it.skipIf(process.platform === 'win32')('has the mode 0600, also after it was replaced', () => {
    const log = new FileRecordLog(file);
    log.append([bytes('one')]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    log.replace([bytes('two')]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('goes when it is removed', async () => {
    const log = new FileRecordLog(file);
    log.append([bytes('one')]);
    log.remove();
    log.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('on a full disk is a clear error', () => {
    expect(() => new FileRecordLog('/dev/full').append([bytes('one')])).toThrow(/the disk is full/);
    expect(() => new FileRecordLog('/dev/full').append([bytes('one')])).toThrow(
      expect.objectContaining({ errorId: 'StoreFull', category: 'QuotaExceeded' }),
    );
  });
});

describe.skipIf(process.platform === 'win32')('a log in a file that may not grow any more', () => {
  it('says so in its own words, and keeps every record that was acknowledged', async () => {
    const program = path.join(folder, 'writer.mjs');
    await build({
      stdin: {
        contents: `
          import { FileRecordLog } from './index.js';
          const log = new FileRecordLog(process.argv[2]);
          let count = 0;
          try {
            for (; count < 100; count += 1) log.append([[Buffer.alloc(1000, 65 + (count % 26))]]);
          } catch ({ errorId, category, message }) {
            console.log(JSON.stringify({ count, errorId, category, message }));
          }`,
        resolveDir: import.meta.dirname,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
      logLevel: 'silent',
    });
    const text = execFileSync('bash', ['-c', `ulimit -f 8; exec "${process.execPath}" "${program}" "${file}"`], {
      encoding: 'utf8',
    });
    const said = JSON.parse(text) as { readonly count: number; readonly message: string };
    expect(said).toMatchObject({ errorId: 'StoreFileTooLarge', category: 'QuotaExceeded' });
    expect(said.message).toContain('larger than a file may be here (ulimit -f');
    expect(said.count).toBeGreaterThan(0);
    expect([...new FileRecordLog(file).records()]).toHaveLength(said.count);
  });
});
