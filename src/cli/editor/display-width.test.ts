/** The parts of a text are those of Unicode, also where most of it is ASCII. */
import { describe, expect, it } from 'vitest';
import { clusters, displayWidth } from './display-width.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const PIECES = [
  'a',
  'z ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\u0301',
  'é',
  '語',
  '👩',
  '\u200d',
  '💻',
  '\ufe0f',
  '🇩',
  '\u0600',
  '\u0000',
];

describe('the parts of a text', () => {
  it.each([
    ['é', 1],
    ['e\u0301', 1],
    ['日本', 4],
    ['👩‍💻', 2],
    ['👍🏽', 2],
    ['🇩🇪', 2],
    ['❤️', 2],
    ['कि', 2],
    ['हिन्दी', 5],
    ['ก็', 1],
    ['\u1112\u1161\u11ab', 2],
  ])('%s takes %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });

  it('are those of Unicode', () => {
    let state = 1;
    for (let round = 0; round < 2000; round += 1) {
      let text = '';
      for (let at = 0; at < 12; at += 1) {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        text += PIECES[(state >>> 8) % PIECES.length] ?? '';
      }
      expect([...clusters(text)]).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
    }
  });
});
