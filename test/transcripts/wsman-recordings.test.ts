/** The recorded exchanges with real Windows endpoints, through our codec, our client and our service. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkWsmanFolder } from '../programs/recordings/wsman-check.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = process.env['PSSESSION_RECORDINGS'] ?? path.resolve(ROOT, '../shared/recordings');

describe.skipIf(!existsSync(path.join(folder, 'wsman')))('recorded WSMan exchanges', () => {
  it('are read, replayed to the client step by step, and understood by the service', () => {
    const result = checkWsmanFolder(folder);
    expect(result.messages).toEqual([]);
    expect(result.failed).toBe(0);
    expect(result.passed).toBeGreaterThan(100);
  });
});
