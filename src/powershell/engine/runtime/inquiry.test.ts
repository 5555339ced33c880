/** `Inquire`, as pwsh 7.6.9 asks and takes the answers. */
import { describe, expect, it } from 'vitest';
import { PSList, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { createRunspace } from '../index.js';
import { scriptRun } from '../test-support/run-script.js';

interface Asked {
  /** How many choices each question has. */
  readonly choices: readonly number[];
  /** What `Prompt` was asked for: name, label, help and type of each field. */
  readonly fields: readonly string[];
  readonly questions: readonly string[];
  readonly output: readonly string[];
  readonly errors: readonly string[];
  readonly state: string;
  /** Messages of `$Error`. */
  readonly listed: readonly string[];
}
const FIELD = ['name', 'label', 'helpMessage', 'parameterTypeFullName'];
const itemsOf = (list: PSValue | undefined): readonly PSValue[] => (list instanceof PSList ? list.items : []);
const read = (value: PSValue, name: string): string =>
  value instanceof PSObject ? toText(value.get(name) ?? null) : '';
/** @param answers numbers of the choices; none: nobody is there to ask. */
async function asked(script: string, ...answers: readonly number[]): Promise<Asked> {
  const questions: string[] = [];
  const choices: number[] = [];
  const fields: string[] = [];
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
          if (method === 'Prompt')
            fields.push(...itemsOf(parameters[2]).map((field) => FIELD.map((name) => read(field, name)).join('|')));
          if (method !== 'PromptForChoice') return Promise.resolve(null);
          choices.push(itemsOf(parameters[2]).length);
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
  return { choices, fields, questions, output, errors, state, listed };
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
    expect(await asked('Get-Item /n1, /n2 -ErrorAction Inquire; "after"', 2)).toMatchObject({
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

  it('asks after what is told as information, and after what the host is told', async () => {
    const questions = ['Confirm|Continue with this operation?'];
    const script = '$InformationPreference = "Inquire"; Write-Information i; "after"';
    expect(await asked(script, 0)).toMatchObject({ questions, output: ['after'], errors: [] });
    expect(await asked('Write-Host h -InformationAction Inquire; "after"', 0)).toMatchObject({
      questions,
      output: ['after'],
      errors: [],
    });
  });

  it('asks what to do about an error that ends a statement', async () => {
    const script = '$ErrorActionPreference = "Inquire"; 1/0; "after"';
    const divided = 'Attempted to divide by zero.';
    const questions = [`Action to take for this exception:|${divided}`];
    expect(await asked(script, 0)).toMatchObject({ questions, errors: [divided], output: ['after'] });
    expect(await asked(script, 1)).toMatchObject({ questions, errors: [], output: ['after'], listed: [divided] });
    expect(await asked(script, 2)).toMatchObject({ questions, errors: [divided], output: [] });
  });

  it('fails where nobody is to be asked', async () => {
    expect(await asked('Get-Item /n1 -ErrorAction Inquire; "after"')).toMatchObject({
      errors: [
        expect.stringMatching(
          /^A command that prompts the user failed because the host program .* with the following message: Cannot find path '\/n1'/,
        ),
      ],
    });
    expect(await asked('$InformationPreference = "Inquire"; Write-Information i; "after"')).toMatchObject({
      output: ['after'],
      errors: [expect.stringMatching(/message: Continue with this operation\?$/)],
    });
  });

  it('goes on behind a debug message where nobody is to be asked', async () => {
    expect(await asked('$DebugPreference = "Inquire"; Write-Debug d; "after"')).toMatchObject({
      output: ['Debug: d', 'after'],
      errors: [],
    });
  });
});

describe('a script that asks by its $PSCmdlet', () => {
  const f = (body: string): string =>
    `function f { [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param() ${body} }; f`;

  it('tells the caller of ShouldContinue what was answered for all', async () => {
    const { output, questions } = await asked(
      f(`$y = $n = $false; foreach ($i in 1..3) { $PSCmdlet.ShouldContinue("q$i", 'c', [ref]$y, [ref]$n) }; "$y $n"`),
      0,
      1,
    );
    expect(questions).toEqual(['c|q1', 'c|q2']);
    expect(output).toEqual(['True', 'True', 'True', 'True False']);
  });
  it('asks about one thing with two choices, whatever was answered for all of others', async () => {
    const { output, questions, choices } = await asked(
      f(`$PSCmdlet.ShouldProcess('t', 'a'); $PSCmdlet.ShouldContinue('q', 'c'); $PSCmdlet.ShouldProcess('t')`),
      1,
      1,
    );
    expect(questions).toHaveLength(2);
    expect(choices).toEqual([4, 2]);
    expect(output).toEqual(['True', 'False', 'True']);
  });
  it('asks what ShouldProcess was given to ask', async () => {
    const { questions } = await asked(f(`$PSCmdlet.ShouldProcess('told', 'Really?', 'Title')`), 0);
    expect(questions).toEqual(['Title|Really?']);
  });
  it('tells the host of a mandatory parameter what it is for', async () => {
    const { fields } = await asked(
      `function f { param([Parameter(Mandatory, HelpMessage = 'how many')][int] $Count) }; f`,
      0,
    );
    expect(fields).toEqual(['Count|Count|how many|System.Int32']);
  });
});
