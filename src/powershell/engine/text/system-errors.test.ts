import { expect, it } from 'vitest';
import { systemText } from './system-errors.js';

const failed = (code: string, more: object = {}): Error =>
  Object.assign(new Error(`${code}: what Node says, open '/a'`), { code, ...more });

it("words errors of the file system as the C library does, with .NET's path behind", () => {
  expect(systemText(failed('EROFS', { path: '/a' }))).toBe("Read-only file system : '/a'");
  expect(systemText(failed('ENOSPC'), '/b')).toBe("No space left on device : '/b'");
  expect(systemText(failed('EROFS', { path: '/a', dest: '/b' }))).toBe('Read-only file system');
});

it('leaves what it does not know', () => {
  expect(systemText(failed('EWHAT'))).toBe("EWHAT: what Node says, open '/a'");
});
