/** `Inquire`, as pwsh 7.6.9 asks and takes the answers. */
import { describe, expect, it } from 'vitest';
import type { PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { createRunspace } from '../index.js';
import { scriptRun } from '../test-support/run-script.js';

interface Asked {
  readonly questions: readonly string[];
  readonly output: readonly string[];
  readonly errors: readonly string[];
  readonly state: string;
  /** Messages of `$Error`. */
  readonly listed: readonly string[];
}
/** @param answers numbers of the choices; none: nobody is there to ask. */
async function asked(script: string, ...answers: readonly number[]): Promise<Asked> {
  const questions: string[] = [];
  const errors: string[] = [];
  const runspace = createRunspace();
  const rest = [...answers];
  const run = async (text: string): Promise<{ output: string[]; state: string }> => {
    const output: string[] = [];
    const outcome = await runspace.run({
      ...scriptRun(text, {
        output: (value) => void output.push(toText(value)),
        error: (record) => void errors.push(record.exception.message),
        informational: ({ kind, message }) => void output.push(`${kind}: ${message}`),
      }),
      host: {
        name: 'test',
        version: '1',
        defaults: new Map(),
        hasUI: answers.length > 0,
        call: (method, parameters): Promise<PSValue> => {
          if (method !== 'PromptForChoice') return Promise.resolve(null);
          questions.push(`${toText(parameters[0] ?? null)}|${toText(parameters[1] ?? null)}`);
          return Promise.resolve(rest.shift() ?? 2);
        },
      },
    });
    if (outcome.state === 'Failed') errors.push(outcome.error.exception.message);
    return { output, state: outcome.state };
  };
  const { output, state } = await run(script);
  const listed = (await run('$Error.ForEach({ $_.Exception.Message })')).output;
  return { questions, output, errors, state, listed };
}
const MISSING = (name: string): string => `Cannot find path '/${name}' because it does not exist.`;
const HALTED = 'The running command stopped because the user selected the Stop option.';

describe('the preference Inquire', () => {
  it('asks about each error of a command, or about no more', async () => {
    const script = 'Get-Item /n1, /n2 -ErrorAction Inquire; "after"';
    expect(await asked(script, 0, 0)).toMatchObject({
      questions: [`Confirm|${MISSING('n1')}`, `Confirm|${MISSING('n2')}`],
      errors: [MISSING('n1'), MISSING('n2')],
      output: ['after'],
    });
    expect(await asked(script, 1)).toMatchObject({
      questions: [`Confirm|${MISSING('n1')}`],
      errors: [MISSING('n1'), MISSING('n2')],
      output: ['after'],
    });
  });

  it('ends the line where the command is to halt, and $Error does not list it', async () => {
    expect(await asked('Get-Item /n1, /n2 -ErrorAction Inquire; "after"', 2)).toEqual({
      questions: [`Confirm|${MISSING('n1')}`],
      errors: [HALTED],
      output: [],
      state: 'Failed',
      listed: [],
    });
  });

  it('asks after a warning was shown', async () => {
    const script = 'Write-Warning w -WarningAction Inquire; "after"';
    expect(await asked(script, 0)).toMatchObject({
      questions: ['Confirm|Continue with this operation?'],
      output: ['Warning: w', 'after'],
      errors: [],
    });
    expect(await asked(script, 2)).toMatchObject({ output: ['Warning: w'], errors: [HALTED] });
  });

  it('asks what to do about an error that ends a statement', async () => {
    const script = '$ErrorActionPreference = "Inquire"; 1/0; "after"';
    const divided = 'Attempted to divide by zero.';
    const questions = [`|Action to take for this exception:\n${divided}`];
    expect(await asked(script, 0)).toMatchObject({ questions, errors: [divided], output: ['after'] });
    expect(await asked(script, 1)).toMatchObject({ questions, errors: [], output: ['after'], listed: [divided] });
    expect(await asked(script, 2)).toMatchObject({ questions, errors: [divided], output: [] });
  });

  it('fails where nobody is to be asked', async () => {
    expect(await asked('Get-Item /n1 -ErrorAction Inquire; "after"')).toMatchObject({
      errors: ['PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.'],
    });
  });
});
