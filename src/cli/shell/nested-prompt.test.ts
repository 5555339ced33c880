import { describe, expect, it } from 'vitest';
import type { HostChoice, SessionHost } from '../../client/session/index.js';
import { ShellSession } from './shell-session.js';

const NEVER = new AbortController().signal;

/** A shell whose nested prompts read `lines`; answers to choices are taken from `picks`, by their label. */
async function shell(
  lines: readonly string[],
  picks: readonly string[] = [],
): Promise<{ readonly run: (text: string) => Promise<string>; readonly offered: string[] }> {
  const shown: string[] = [];
  const left = [...lines];
  const answers = [...picks];
  const offered: string[] = [];
  let isLeft = false;
  const host: SessionHost = {
    name: 'test',
    version: '1.0',
    hasUI: true,
    writeLine: (text) => void shown.push(text),
    writeErrorLine: (text) => void shown.push(text),
    setShouldExit: () => {
      isLeft = true;
    },
    promptForChoice: (_caption, _message, choices: readonly HostChoice[]) => {
      offered.push(choices.map(({ label }) => label).join(' '));
      const answer = answers.shift();
      return Promise.resolve(choices.findIndex(({ label }) => label.replace('&', '') === answer));
    },
    enterNestedPrompt: () =>
      session.nested(async () => {
        for (isLeft = false; !isLeft && left.length > 0; ) await session.run(left.shift() ?? '', { signal: NEVER });
        isLeft = false;
      }),
  };
  const session = await ShellSession.open({ host, color: false, width: () => 80 });
  return {
    offered,
    run: async (text) => {
      shown.length = 0;
      await session.run(text, { signal: NEVER });
      return shown.join(' ');
    },
  };
}

describe('a prompt within what runs', () => {
  it('has the variables of what runs, and leaves what it sets there', async () => {
    const { run } = await shell(['"in $x $NestedPromptLevel"; $x = 2', 'exit 7', '"not run"']);
    expect(await run('function f { $x = 1; $Host.EnterNestedPrompt(); "out $x $NestedPromptLevel" } f')).toBe(
      'in 1 1 out 2 0',
    );
  });
  it('can hold another one, and goes on after an error', async () => {
    const { run } = await shell([
      'throw "no"',
      '$Host.EnterNestedPrompt()',
      '$NestedPromptLevel',
      'exit',
      '$NestedPromptLevel',
      'exit',
    ]);
    expect(await run('$Host.EnterNestedPrompt(); "end"')).toMatch(/no 2 1 end$/);
  });
  it('is left by ExitNestedPrompt, which ends its line', async () => {
    const { run } = await shell(['$Host.ExitNestedPrompt(); "not run"']);
    expect(await run('$Host.ExitNestedPrompt(); $Host.EnterNestedPrompt(); "end"')).toBe('end');
  });
  it('is where Suspend leads, and the question comes again', async () => {
    const { run, offered } = await shell(['"looked"', 'exit'], ['Suspend', 'No']);
    expect(
      await run(
        'function g { [CmdletBinding(SupportsShouldProcess)] param() if ($PSCmdlet.ShouldProcess("t")) { "done" } else { "left" } } g -Confirm',
      ),
    ).toBe('looked left');
    expect(offered).toEqual(['&Yes Yes to &All &No No to A&ll &Suspend', '&Yes Yes to &All &No No to A&ll &Suspend']);
  });
  it('keeps what $? says of the line before a question about an error', async () => {
    const { run } = await shell(['exit'], ['Suspend', 'Continue']);
    expect(await run('$ErrorActionPreference = "Inquire"; [int]"a"; $?')).toMatch(/False$/);
  });
});

it('keeps what $? says for the next line', async () => {
  const { run } = await shell([]);
  await run('Get-Item /nosuch-file');
  expect(await run('$?')).toBe('False');
  expect(await run('$?')).toBe('True');
});
