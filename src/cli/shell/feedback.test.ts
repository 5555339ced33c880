import { expect, it } from 'vitest';
import { feedbackOf } from './feedback.js';
import { ShellSession } from './shell-session.js';

const { signal } = new AbortController();

async function feedbackAfter(...lines: readonly string[]): Promise<string | undefined> {
  const session = await ShellSession.open({
    host: { name: 'test', version: '1.0', hasUI: true },
    color: false,
    width: () => 80,
  });
  for (const text of lines) await session.run(text, { signal, history: true });
  const feedback = await feedbackOf(session, { color: false, signal });
  await session.dispose();
  return feedback;
}

it('names the commands that a mistyped one could be', async () => {
  // As PowerShell 7.6 shows it.
  expect(await feedbackAfter('Get-Moduel -x')).toBe(
    '\n[General Feedback]\n  The most similar commands are:\n    ➤ Get-Module\n\n',
  );
});
it('says nothing of other errors, of names like no other, and of a line that went on', async () => {
  expect(await feedbackAfter('Get-Item ./not-there')).toBeUndefined();
  expect(await feedbackAfter('zzqq-xxyyzz')).toBeUndefined();
  expect(await feedbackAfter('Get-Moduel; 1')).toBeUndefined();
  expect(await feedbackAfter('Get-Moduel', 'throw 1; $Error.RemoveAt(0)')).toBeUndefined();
  expect(await feedbackAfter('Get-Moduel; 1', 'Write-Error no -ErrorAction Ignore')).toBeUndefined();
});
