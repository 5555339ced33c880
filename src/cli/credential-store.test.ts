/** The stores of the platform, played by programs that write down how they were called. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { passwordFromStore, storeCommand } from './credential-store.js';

const SECRET = 'p\' $(touch x) "ä';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pss-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program of this name in PATH: writes its arguments down, one a line, and what it got as input; then `script`. */
function standIn(name: string, script: string): void {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\nfor each in "$@"; do printf '%s\\n' "$each"; done > "${folder}/argv"\n${script}\n`);
  chmodSync(file, 0o755);
}
const argv = (): readonly string[] => readFileSync(path.join(folder, 'argv'), 'utf8').trimEnd().split('\n');
const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  PATH: `${folder}:/usr/bin:/bin`,
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere',
  SECRET,
  ...more,
});
const print = 'printf "%s\\n" "$SECRET"';

describe.skipIf(process.platform === 'win32')('a password in the store of the platform', () => {
  it.each([
    ['linux', 'secret-tool', ['lookup', 'service', 'pssession', 'username', 'DOMAIN\\alice o']],
    ['darwin', 'security', ['find-generic-password', '-s', 'pssession', '-a', 'DOMAIN\\alice o', '-w']],
  ] as const)('is looked up on %s by %s, and stands in no argument', async (platform, program, expected) => {
    standIn(program, print);
    expect(await passwordFromStore('DOMAIN\\alice o', environment(), platform)).toBe(SECRET);
    expect(argv()).toEqual(expected);
    expect(argv().join('\n')).not.toContain(SECRET);
  });

  it('keeps blanks at its end; only the line break of the program goes', async () => {
    standIn('secret-tool', 'printf "two  \\n"');
    expect(await passwordFromStore('alice', environment(), 'linux')).toBe('two  ');
    standIn('secret-tool', 'printf "bare"'); // secret-tool writes no line break where its output is no terminal
    expect(await passwordFromStore('alice', environment(), 'linux')).toBe('bare');
  });

  it('is not there when the program fails, says nothing, or is not there', async () => {
    standIn('secret-tool', `${print}; exit 1`);
    expect(await passwordFromStore('alice', environment(), 'linux')).toBe(undefined);
    standIn('secret-tool', 'exit 0');
    expect(await passwordFromStore('alice', environment(), 'linux')).toBe(undefined);
    expect(await passwordFromStore('alice', { ...environment(), PATH: '/nowhere' }, 'darwin')).toBe(undefined);
  });

  it('is not asked for without a session bus, on Windows, or for names that would be options', () => {
    expect(storeCommand('alice', {}, 'linux')).toBe(undefined);
    expect(storeCommand('alice', environment(), 'win32')).toBe(undefined);
    expect(storeCommand('-w', environment(), 'darwin')).toBe(undefined);
    expect(storeCommand('a\0b', environment(), 'linux')).toBe(undefined);
  });
});
