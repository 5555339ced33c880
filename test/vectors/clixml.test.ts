import { describe, expect, it } from 'vitest';
import { checkClixmlFolder } from '../programs/recordings/clixml-check.js';
import { recordingsFolder } from '../support/recordings.js';

const folder = recordingsFolder();

describe.skipIf(folder === undefined)('recorded and published CLIXML', () => {
  it('is read as expected, and written again', () => {
    const result = checkClixmlFolder(folder ?? '');
    expect(result.messages).toEqual([]);
    expect(result.passed).toBeGreaterThan(0);
  });
});
