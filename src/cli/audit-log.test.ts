import { mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditLog } from './audit-log.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'psl-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const events = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly event: string }).event);

describe('the audit log', () => {
  it('goes on in a new file of mode 0600 when something renamed the old one', () => {
    const file = path.join(folder, 'audit', 'log');
    const log = new AuditLog(file, false);
    log.write({ event: 'endpointStarted' });
    renameSync(file, `${file}.1`);
    log.write({ event: 'loginRefused' });
    expect(events(`${file}.1`)).toEqual(['endpointStarted']);
    expect(events(file)).toEqual(['loginRefused']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('says its lines on standard error when the file cannot be written, and why, once', () => {
    const said: string[] = [];
    const log = new AuditLog(path.join('/dev/null', 'log'), true, (text) => said.push(text));
    log.write({ event: 'loginRefused' });
    log.write({ event: 'shellCreated' });
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/audit log .* cannot be written/);
    expect(said[1]).toMatch(/"event":"loginRefused"/);
    log.moveTo(path.join(folder, 'log'));
    log.write({ event: 'shellClosed' });
    expect(events(path.join(folder, 'log'))).toEqual(['shellClosed']);
  });
});
