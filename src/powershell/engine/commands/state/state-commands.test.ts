/** History and what this engine has none of. Ids measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { runEngine } from '../../test-support/run-script.js';

const ENTRY = (line: string): string =>
  `[pscustomobject]@{ CommandLine = '${line}'; ExecutionStatus = 'Completed'; StartExecutionTime = Get-Date; EndExecutionTime = Get-Date }`;

describe('the history', () => {
  it('takes entries of other sessions and gives them up again', async () => {
    const three = `${ENTRY('one')}, ${ENTRY('two')}, ${ENTRY('three')} | Add-History; `.replace(/^/, '');
    expect((await runEngine(`${three} (Get-History).CommandLine`)).output).toEqual(['one', 'two', 'three']);
    expect((await runEngine(`${three} Clear-History -CommandLine t*; (Get-History).CommandLine`)).output).toEqual([
      'one',
    ]);
    expect((await runEngine(`${three} Clear-History -Count 1; (Get-History).CommandLine`)).output).toEqual([
      'two',
      'three',
    ]);
    expect((await runEngine(`${three} Clear-History -Count 1 -Newest; (Get-History).CommandLine`)).output).toEqual([
      'one',
      'two',
    ]);
    expect((await runEngine(`${three} Clear-History; @(Get-History).Count`)).output).toEqual(['0']);
  });
  it('says what is no entry, and which there is not', async () => {
    expect((await runEngine('Add-History 3; Clear-History -Id 99')).ids).toEqual([
      'AddHistoryInvalidInput,Microsoft.PowerShell.Commands.AddHistoryCommand',
      'GetHistoryNoHistoryForId,Microsoft.PowerShell.Commands.ClearHistoryCommand',
    ]);
  });
});
describe('what this engine does not have', () => {
  it('is listed as nothing, and named where it is asked for', async () => {
    const { ids, warnings, output } = await runEngine(
      'Get-PSBreakpoint; Get-ExperimentalFeature; Get-TraceSource; Remove-PSBreakpoint -Id 9; Enable-ExperimentalFeature x; Get-TraceSource x',
    );
    expect(output).toEqual([]);
    expect(ids).toEqual([
      'PSBreakpoint:BreakpointIdNotFound,Microsoft.PowerShell.Commands.RemovePSBreakpointCommand',
      'ItemNotFoundException,Microsoft.PowerShell.Commands.EnableExperimentalFeatureCommand',
      'TraceSourceNotFound,Microsoft.PowerShell.Commands.GetTraceSourceCommand',
    ]);
    expect(warnings).toHaveLength(1);
  });
  it('is refused by name with what to use instead', async () => {
    for (const command of [
      'Stop-Computer -WhatIf',
      'Set-Date 2020-01-01',
      "'# x' | ConvertFrom-Markdown",
      'Send-MailMessage -To a@b -From c@d -Subject s -SmtpServer x',
      'Get-CmsMessage x',
    ]) {
      const { errors } = await runEngine(command);
      expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId.split(',')[0])).toEqual(['NotSupported']);
      expect(errors[0]?.exception.message).toMatch(/^\S+-\S+ is not supported by this engine\. \S.{20,}/);
    }
  });
  it('stops nowhere, and says so of a breakpoint without an action', async () => {
    const { warnings, output } = await runEngine('$b = Set-PSBreakpoint -Variable x; $x = 1; $b.HitCount');
    expect(output).toEqual(['1']);
    expect(warnings).toHaveLength(1);
  });
  it('is no clipboard without a display, but the session keeps one', async () => {
    expect(
      (
        await runEngine(
          "$env:DISPLAY = ''; 'a', 'b' | Set-Clipboard; Get-Clipboard; Set-Clipboard c -Append; Get-Clipboard -Raw",
        )
      ).output,
    ).toEqual(process.platform === 'linux' ? ['a', 'b', 'a\nb\nc'] : expect.any(Array));
  });
});
