import { describe, expect, it } from 'vitest';
import { TestScreen } from './editor/test-screen.js';
import { ProgressBars } from './progress-bars.js';

describe('progress bars', () => {
  it('leave nothing behind when the terminal became narrower', () => {
    const screen = new TestScreen(60, 10);
    const bars = new ProgressBars(screen, false);
    screen.write('above\r\n');
    bars.show({
      activity: 'Copying',
      activityId: 0,
      statusDescription: 'file 29 of very many files with names',
      currentOperation: null,
      parentActivityId: -1,
      percentComplete: 40,
      type: 'Processing',
      secondsRemaining: -1,
    });
    screen.resize(20);
    bars.clear();
    expect(screen.text).toBe('above');
  });
});
