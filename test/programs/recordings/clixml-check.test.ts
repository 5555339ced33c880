import { expect, it } from 'vitest';
import { recordingsFolder } from '../../support/recordings.js';
import { checkClixmlFolder } from './clixml-check.js';

const folder = recordingsFolder();

it.skipIf(folder === undefined)('reads every recorded CLIXML as stated, and writes it again', () => {
  const result = checkClixmlFolder(folder ?? '');
  expect(result.messages).toEqual([]);
  expect(result.passed).toBeGreaterThan(0);
});
