/** Limits of a session as a cgroup: a folder that plays the kernel's, and the kernel's own where there is one. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_LIMIT } from '../configuration/quotas.js';
import { eventually } from '../test-support/wsman-probe.js';
import { cgroupRoot, SessionCgroup } from './session-cgroup.js';

let root = '';
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'cgroup-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('the folder of sessions', () => {
  it('is the one above ours, if that holds no process and its children have both controllers', () => {
    write('unit/cgroup.procs', '');
    write('unit/cgroup.subtree_control', 'memory pids\n');
    const own = '4:memory:/x\n0::/unit/endpoint\n';
    expect(cgroupRoot({}, root, own)).toBe(path.join(root, 'unit'));
    write('unit/cgroup.procs', '17\n');
    expect(cgroupRoot({}, root, own)).toBeUndefined();
    write('unit/cgroup.procs', '');
    write('unit/cgroup.subtree_control', 'cpu\n');
    // What is written turns controllers on, in the kernel's file; in a plain one it does not.
    expect(cgroupRoot({}, root, own)).toBeUndefined();
    expect(read('unit/cgroup.subtree_control')).toBe('+memory +pids');
  });
  it('is none at the top, without version 2, and where nothing may be written', () => {
    expect(cgroupRoot({}, root, '0::/\n')).toBeUndefined();
    expect(cgroupRoot({}, root, '0::/endpoint\n')).toBeUndefined();
    expect(cgroupRoot({}, root, '4:memory:/a/b\n')).toBeUndefined();
    expect(cgroupRoot({ PSSESSION_CGROUP: path.join(root, 'none') }, root, '')).toBeUndefined();
    expect(cgroupRoot({ PSSESSION_CGROUP: '' }, root, '0::/unit/endpoint\n')).toBeUndefined();
  });
});

describe('the cgroup of a session', () => {
  it('has its limits, and is measured there', () => {
    const made = SessionCgroup.create(root, 'one', { maxMemoryMb: 400, maxProcesses: 3 });
    expect(made?.add(4711)).toBe(true);
    expect(read('pssession-one/memory.max')).toBe(String(400 * 1024 * 1024));
    expect(read('pssession-one/memory.oom.group')).toBe('1');
    expect(read('pssession-one/pids.max')).toBe(String(3 * 64));
    expect(read('pssession-one/cgroup.procs')).toBe('4711');
    expect(made?.usage()).toBeUndefined();
    write('pssession-one/memory.current', String(300 * 1024 * 1024));
    write('pssession-one/memory.stat', `anon 1\nfile ${100 * 1024 * 1024}\nfile_mapped 7\n`);
    write('pssession-one/cgroup.procs', '4711\n4712\n4713\n');
    expect(made?.usage()).toEqual({ memoryUsedMb: 200, childProcesses: 2 });
  });
  it('is not made without limits', () => {
    expect(SessionCgroup.create(root, 'one', { maxMemoryMb: NO_LIMIT, maxProcesses: NO_LIMIT })).toBeUndefined();
    expect(existsSync(path.join(root, 'pssession-one'))).toBe(false);
    expect(SessionCgroup.create(undefined, 'one', { maxMemoryMb: 1, maxProcesses: 1 })).toBeUndefined();
    expect(
      SessionCgroup.create(path.join(root, 'a file\0'), 'one', { maxMemoryMb: 1, maxProcesses: 1 }),
    ).toBeUndefined();
  });
  it('says that the kernel ended the session for its memory, also when the session is gone', () => {
    const made = SessionCgroup.create(root, 'one', { maxMemoryMb: 400, maxProcesses: NO_LIMIT });
    write('pssession-one/memory.events', 'low 0\nhigh 0\nmax 12\noom 1\noom_kill 0\n');
    expect(made?.outOfMemory()).toBeUndefined();
    write('pssession-one/memory.events', 'low 0\nhigh 0\nmax 12\noom 1\noom_kill 2\n');
    expect(made?.outOfMemory()).toMatchObject({ errorId: 'MaxMemoryPerShellMB' });
    expect(SessionCgroup.endedBy(root, 'one')?.message).toMatch(/its limit MaxMemoryPerShellMB, which is 400/);
    expect(SessionCgroup.endedBy(root, 'other')).toBeUndefined();
  });
});

const real = cgroupRoot();
describe.skipIf(real === undefined)("the kernel's own", () => {
  it('ends a program that wants too much memory, and says so', async () => {
    const made = SessionCgroup.create(real, `test-${process.pid}`, { maxMemoryMb: 100, maxProcesses: 5 });
    if (made === undefined) throw new Error('no cgroup was made');
    const hungry = spawn(process.execPath, [
      '-e',
      'setTimeout(() => { const all = []; for (;;) all.push(Buffer.alloc(1e7, 1)); }, 500)',
    ]);
    const ended = new Promise((resolve) => hungry.once('exit', (_code, signal) => resolve(signal)));
    expect(made.add(hungry.pid ?? 0)).toBe(true);
    expect(made.usage()?.childProcesses).toBe(0);
    expect(await ended).toBe('SIGKILL');
    expect(made.outOfMemory()).toMatchObject({ errorId: 'MaxMemoryPerShellMB' });
    made.remove();
    await eventually('it goes', () => !existsSync(made.folder));
  });
});
