/** Commands whose parameters come as they were typed, as PowerShell's client sends `{ Get-Item -Path / }`. */
import { describe, expect, it } from 'vitest';
import { pipelineCommand, type PSValue } from '../../protocol/objects/index.js';
import { createRunspace } from './index.js';
import { commandsRun } from './test-support/run-script.js';

async function joined(parameters: readonly { readonly name?: string; readonly value: PSValue }[]): Promise<string> {
  const runspace = createRunspace();
  const output: string[] = [];
  const outcome = await runspace.run(
    commandsRun([pipelineCommand('Join-Path', { parameters })], { output: (value) => void output.push(String(value)) }),
  );
  await runspace.dispose();
  return outcome.state === 'Failed' ? outcome.error.fullyQualifiedErrorId : output.join();
}

describe('a parameter as it was typed', () => {
  it.each([
    ['its value is the next argument', [{ name: '-Path', value: null }, { value: 'a' }], 'a/b'],
    ['its value stands behind a colon', [{ name: '-Path:', value: 'a' }], 'a/b'],
    ['and a space behind that', [{ name: '-Path: ', value: 'a' }], 'a/b'],
    ['with a value of its own', [{ name: '-Path', value: 'a' }], 'a/b'],
    ['without a dash, as programs give it', [{ name: 'Path', value: 'a' }], 'a/b'],
  ])('%s', async (_how, given, expected) => {
    expect((await joined([...given, { name: 'ChildPath', value: 'b' }])).replaceAll('\\', '/')).toBe(expected);
  });
  it('is null where a program says so, or a colon does', async () => {
    const id = 'ParameterArgumentValidationErrorNullNotAllowed,Microsoft.PowerShell.Commands.JoinPathCommand';
    for (const name of ['Path', '-Path:'])
      expect(
        await joined([
          { name, value: null },
          { name: 'ChildPath', value: 'b' },
        ]),
      ).toBe(id);
  });
});
