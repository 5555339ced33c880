import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hashPassword, parsePasswordHash, verifyPassword } from './password-hash.js';
import { UsersFile } from './users-file.js';

// The hashing itself, counted: what costs time must not depend on what the caller may not know.
vi.mock('./password-hash.js', async (original) => {
  const real = await original<typeof import('./password-hash.js')>();
  return { ...real, verifyPassword: vi.fn(real.verifyPassword) };
});
const hashed = vi.mocked(verifyPassword);

const FAST = { ln: 4, r: 8, p: 1 };
let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pssession-users-'));
  file = path.join(folder, 'users.json');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('password hashes', () => {
  it('verify their password and no other, with a salt of their own', async () => {
    const [one, two] = [await hashPassword('geheim:ß', FAST), await hashPassword('geheim:ß', FAST)];
    expect(one).not.toBe(two);
    const parsed = parsePasswordHash(one);
    if (parsed === undefined) throw new Error('the hash cannot be read back');
    expect(await verifyPassword('geheim:ß', parsed)).toBe(true);
    expect(await verifyPassword('geheim:s', parsed)).toBe(false);
    expect(await verifyPassword('', parsed)).toBe(false);
    expect(await verifyPassword('x'.repeat(5000), parsed)).toBe(false);
  });

  it('take the two spellings of one letter for one password', async () => {
    const parsed = parsePasswordHash(await hashPassword('caf\u00e9', FAST));
    if (parsed === undefined) throw new Error('the hash cannot be read back');
    expect(await verifyPassword('cafe\u0301', parsed)).toBe(true);
  });

  it('are refused when they ask for absurd work or are cut', () => {
    const salt = Buffer.alloc(16).toString('base64');
    const hash = Buffer.alloc(32).toString('base64');
    expect(parsePasswordHash(`$scrypt$ln=15,r=8,p=3$${salt}$${hash}`)).toBeDefined();
    expect(parsePasswordHash(`$scrypt$ln=31,r=8,p=3$${salt}$${hash}`)).toBeUndefined();
    expect(parsePasswordHash(`$scrypt$ln=15,r=32,p=32$${salt}$${hash}`)).toBeUndefined();
    expect(parsePasswordHash(`$scrypt$ln=15,r=8,p=3$${salt}$`)).toBeUndefined();
    expect(parsePasswordHash('hunter2')).toBeUndefined();
  });
});

describe('the users file', () => {
  it('adds, lists, changes and removes users', async () => {
    const users = new UsersFile(file, { cost: FAST });
    expect(await users.list()).toEqual([]);
    await users.add('Alice', 'one', { groups: ['operators'], administrator: true });
    await users.add('bob', 'two', { expires: '2030-01-01' });
    expect(await users.list()).toEqual([
      { user: 'Alice', groups: ['operators'], administrator: true, disabled: false, expires: undefined },
      { user: 'bob', groups: [], administrator: false, disabled: false, expires: '2030-01-01' },
    ]);
    await users.update('ALICE', { administrator: false, groups: [] });
    await users.setPassword('alice', 'three');
    expect(await users.verify('alice', 'one')).toEqual({ ok: false, reason: 'wrongPassword' });
    expect(await users.verify('aLiCe', 'three')).toEqual({
      ok: true,
      account: { user: 'Alice', groups: [], administrator: false },
    });
    await users.remove('Alice');
    expect((await users.list()).map(({ user }) => user)).toEqual(['bob']);
  });

  it('holds no password, not even for its owner', async () => {
    await new UsersFile(file, { cost: FAST }).add('alice', 'correct horse');
    expect(await readFile(file, 'utf8')).not.toContain('correct horse');
  });

  it('sees a change that another program made, at once, also for remembered passwords', async () => {
    const [one, other] = [new UsersFile(file, { cost: FAST }), new UsersFile(file, { cost: FAST })];
    await one.add('alice', 'one');
    expect((await other.verify('alice', 'one')).ok).toBe(true);
    await one.setPassword('alice', 'two');
    expect((await other.verify('alice', 'one')).ok).toBe(false);
    await one.update('alice', { disabled: true });
    expect(await other.verify('alice', 'two')).toEqual({ ok: false, reason: 'disabled' });
    await one.remove('alice');
    expect(await other.verify('alice', 'two')).toEqual({ ok: false, reason: 'unknownUser' });
  });

  it('refuses an account from its expiry on', async () => {
    let now = Date.parse('2026-12-31T23:59:59Z');
    const users = new UsersFile(file, { cost: FAST, wallClock: () => now });
    await users.add('alice', 'one', { expires: '2027-01-01T00:00:00Z' });
    expect((await users.verify('alice', 'one')).ok).toBe(true);
    now += 1000;
    expect(await users.verify('alice', 'one')).toEqual({ ok: false, reason: 'expired' });
  });

  it('does the same work for a user who does not exist, so that time tells nobody', async () => {
    const users = new UsersFile(file, { cost: { ln: 13, r: 8, p: 1 }, rememberMs: 0 });
    await users.add('alice', 'one');
    hashed.mockClear();
    await users.verify('alice', 'wrong');
    expect(hashed).toHaveBeenCalledTimes(1);
    await users.verify('nobody', 'wrong');
    expect(hashed).toHaveBeenCalledTimes(2);
    const [known, unknown] = hashed.mock.calls.map(([, expected]) => expected);
    // The same work for both: cost, salt and hash are of the same size.
    expect(unknown?.cost).toEqual(known?.cost);
    expect(unknown?.hash.length).toBe(known?.hash.length);
  });

  it('remembers a right password, so that the next request costs no hash', async () => {
    const users = new UsersFile(file, { cost: { ln: 14, r: 8, p: 2 } });
    await users.add('alice', 'one');
    await users.verify('alice', 'one');
    hashed.mockClear();
    for (let round = 0; round < 20; round += 1) expect((await users.verify('alice', 'one')).ok).toBe(true);
    expect(hashed).not.toHaveBeenCalled();
    expect((await users.verify('alice', 'two')).ok).toBe(false);
    expect(hashed).toHaveBeenCalledTimes(1);
  });

  it('checks a password once for all who send it at the same time, also when it is forgotten', async () => {
    let now = 0;
    const users = new UsersFile(file, { cost: { ln: 13, r: 8, p: 1 }, wallClock: () => now, rememberMs: 1000 });
    await users.add('alice', 'one');
    const atOnce = (user: string, password: string) =>
      Promise.all(Array.from({ length: 300 }, () => users.verify(user, password)));
    for (let round = 0; round < 2; round += 1) {
      hashed.mockClear();
      expect((await atOnce('alice', 'one')).every(({ ok }) => ok)).toBe(true);
      expect(hashed).toHaveBeenCalledTimes(1);
      now += 1001;
    }
    // Whether there is such a user makes no difference, and nobody is let in with another one's answer.
    for (const user of ['alice', 'nobody']) {
      hashed.mockClear();
      const [wrong, others] = await Promise.all([atOnce(user, 'wrong'), atOnce(user, 'another')]);
      expect([...wrong, ...others].some(({ ok }) => ok)).toBe(false);
      expect(hashed).toHaveBeenCalledTimes(2);
    }
  });

  it('refuses names that would be confused, twins, and empty passwords', async () => {
    const users = new UsersFile(file, { cost: FAST });
    await users.add('alice', 'one');
    await expect(users.add('ALICE', 'two')).rejects.toMatchObject({ errorId: 'UserExists' });
    await expect(users.add('a:b', 'two')).rejects.toThrow(/cannot be a user name/);
    await expect(users.add('bob', '')).rejects.toThrow(/empty/);
    await expect(users.add('bob', 'x', { expires: 'soon' })).rejects.toThrow(/not a date/);
    await expect(users.remove('bob')).rejects.toMatchObject({ errorId: 'UserNotFound' });
  });

  it('is not read with loose rights, and says where it is wrong, without showing what stands there', async () => {
    await new UsersFile(file, { cost: FAST }).add('alice', 'one');
    if (process.platform !== 'win32') {
      await chmod(file, 0o644);
      await expect(new UsersFile(file).verify('alice', 'one')).rejects.toMatchObject({ errorId: 'FileModeTooOpen' });
      await chmod(file, 0o600);
    }
    await writeFile(file, '{"version":1,"users":{"alice":{"password":"hunter2"}}}');
    await expect(new UsersFile(file).list()).rejects.toThrow(/users\.alice\.password: expected a hash/);
    await expect(new UsersFile(file).list()).rejects.not.toThrow(/hunter2/);
    await writeFile(file, '{"version":2,"users":{}}');
    await expect(new UsersFile(file).list()).rejects.toThrow(/version: found 2; expected 1/);
  });
});
