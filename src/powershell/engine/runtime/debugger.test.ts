import { describe, expect, it } from 'vitest';
import { toText } from '../conversion.js';
import { createRunspace } from '../index.js';
import { NO_UI, scriptRun } from '../test-support/run-script.js';

interface Talk {
  /** What the debugger wrote, and what the script gave meanwhile. */
  readonly shown: readonly string[];
  readonly state: string;
}
/** Runs a script whose debugger gets these lines, then nobody. */
async function talk(script: string, lines: readonly string[]): Promise<Talk> {
  const shown: string[] = [];
  const left = [...lines];
  const run = scriptRun(script, { output: (value) => void shown.push(toText(value)) });
  const host = {
    ...NO_UI,
    hasUI: true,
    call: (method: string, parameters: readonly unknown[]) => {
      if (/^Write(?:Error)?Line/.test(method)) shown.push(...String(parameters[0]).split('\n').filter(Boolean));
      return Promise.resolve(null);
    },
    debugLine: () => Promise.resolve(left.shift()),
  };
  const { state } = await createRunspace({}).run({ ...run, host });
  return { shown, state };
}
const placesIn = ({ shown }: Talk): readonly string[] =>
  shown.filter((text) => text.startsWith('At ')).map((text) => text.replace(/^At line:/, ''));

describe('the debugger', () => {
  const script = `function f { $s = 1\n$s }\nWait-Debugger\nf\n'end'`;
  it('steps into calls, over them and out of them', async () => {
    expect(placesIn(await talk(script, ['s', 's', 's', 's', 's', 's', 's']))).toEqual([
      '3 char:1',
      '4 char:1',
      '1 char:12',
      '1 char:14',
      '2 char:1',
      '2 char:4',
      '5 char:1',
    ]);
    expect(placesIn(await talk(script, ['v', 'v', 'c']))).toEqual(['3 char:1', '4 char:1', '5 char:1']);
    expect(placesIn(await talk(script, ['s', 's', 's', 'o', 'c']))).toEqual([
      '3 char:1',
      '4 char:1',
      '1 char:12',
      '1 char:14',
      '5 char:1',
    ]);
  });
  it('repeats a step for an empty line, and runs lines in the scope of what stopped', async () => {
    const { shown } = await talk(script, ['s', '', '', '', '$s; $s = 7', '(1,', '2)', '', 'c']);
    expect(shown.slice(-5)).toEqual(['1', '1', '2', '7', 'end']);
  });
  it('stops at commands, variables and where an action breaks, and says why', async () => {
    const { shown } = await talk(
      `$null = Set-PSBreakpoint -Command f; $null = Set-PSBreakpoint -Variable v -Action { if ($v -gt 1) { break } }
function f { 'in f' }
f; $v = 1; $v = 2`,
      ['c', '$PSDebugContext.Breakpoints.Variable', 'c'],
    );
    expect(shown.filter((text) => !text.startsWith('+'))).toEqual([
      'Entering debug mode. Use h or ? for help.',
      "Hit Command breakpoint on 'f'",
      'At line:2 char:12',
      'in f',
      "Hit Variable breakpoint on '$v' (Write access)",
      'At line:3 char:12',
      'v',
    ]);
  });
  it('stops at a breakpoint that the same block has set, and at the end of blocks that began before it', async () => {
    const own = `function f {
$null = Set-PSBreakpoint -Command Get-Random
$null = Get-Random
}
f
'end'`;
    expect(placesIn(await talk(own, ['s', 's', 's', 'c']))).toEqual(['3 char:1', '4 char:1', '6 char:1']);
    expect(placesIn(await talk(own, ['v', 'o', 'c']))).toEqual(['3 char:1', '4 char:1', '6 char:1']);
    expect(placesIn(await talk(own, ['o', 'c']))).toEqual(['3 char:1', '6 char:1']);
  });
  it('stops at an error where the preference is Break, and tells it as what triggered it', async () => {
    const { shown } = await talk(`function f { Get-Item ./none-such; 'after' }\n$ErrorActionPreference = 'Break'; f`, [
      '$PSDebugContext.Trigger.FullyQualifiedErrorId',
      '$PSDebugContext.Trigger -is [Management.Automation.ErrorRecord]',
      'c',
    ]);
    expect(shown.filter((text) => !/^[+~ ]/.test(text))).toEqual([
      'Entering debug mode. Use h or ? for help.',
      'At line:1 char:14',
      'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
      'True',
      'after',
    ]);
  });
  it('ends the script when told to quit', async () => {
    const { shown, state } = await talk(script, ['q']);
    expect([shown.at(-1), state]).toEqual(['+ ~~~~~~~~~~~~~', 'Stopped']);
  });
  it('lists the script, and says what it cannot list', async () => {
    const { shown } = await talk(script, ['l 3 2', 'l', 'l 99', 'k', 'nosuch-command', 'c']);
    expect(shown).toContain('    3:* Wait-Debugger');
    expect(shown).toContain('The starting line must be a positive integer no greater than 5');
    expect(shown.at(-1)).toBe('end');
  });
});
