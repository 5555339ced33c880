import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeClock } from '../../testing/index.js';
import { SpoolRoom } from './spool-room.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'room-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('room is counted over the folders of all hosts, seen again after a while, and less for what was written since', () => {
  const clock = new FakeClock();
  const room = new SpoolRoom(folder, 1000, clock);
  expect(room.isFull).toBe(false);
  for (const host of ['a', 'b']) {
    mkdirSync(path.join(folder, host));
    writeFileSync(path.join(folder, host, 'one.log'), Buffer.alloc(499));
  }
  clock.advance(10_000);
  expect(room.isFull).toBe(false);
  room.wrote(2);
  expect(room.isFull).toBe(true);
  rmSync(path.join(folder, 'a'), { recursive: true });
  clock.advance(10_000);
  expect(room.isFull).toBe(false);
});

test('a folder that is not there is empty', () => {
  expect(new SpoolRoom(path.join(folder, 'none'), 1, new FakeClock()).isFull).toBe(false);
});
