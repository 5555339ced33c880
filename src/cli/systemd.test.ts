import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { passedSockets } from './systemd.js';

describe('sockets that systemd passes', () => {
  it('are for the process that they name, and for no other', () => {
    expect(passedSockets({ LISTEN_PID: '77', LISTEN_FDS: '2' }, 77)).toEqual([3, 4]);
    expect(passedSockets({ LISTEN_PID: '76', LISTEN_FDS: '2' }, 77)).toEqual([]);
    expect(passedSockets({ LISTEN_PID: '77', LISTEN_FDS: 'x' }, 77)).toEqual([]);
    expect(passedSockets({}, 77)).toEqual([]);
  });
});

describe('the unit file of the package', () => {
  const unit = readFileSync('packaging/pssession.service', 'utf8');
  it('ends the listener alone, and keeps the sockets of sessions that go on', () => {
    expect(unit).toMatch(/^KillMode=process$/m);
    expect(unit).toMatch(/^RuntimeDirectoryPreserve=yes$/m);
  });
  it('keeps configuration, sessions and sockets from other accounts', () => {
    for (const name of ['Configuration', 'State', 'Runtime'])
      expect(unit).toMatch(new RegExp(`^${name}DirectoryMode=0700$`, 'm'));
    expect(unit).toMatch(/^UMask=0077$/m);
  });
  it('writes no memory to a disk when a process dies', () => {
    expect(unit).toMatch(/^LimitCORE=0$/m);
  });
});
