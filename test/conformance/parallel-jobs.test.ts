/** Work beside the script: ForEach-Object -Parallel, thread jobs, background jobs. Outputs were measured with pwsh 7.6.9. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputOf, runScript } from '../support/engine-script.js';

describe('ForEach-Object -Parallel', () => {
  it('runs beside each other, so that waits overlap', async () => {
    const { output } = await runScript(
      '$seen = [Collections.ArrayList]::new(); 1..3 | ForEach-Object -Parallel { $s = $using:seen; $null = $s.Add("in $_"); while ($s.Count -lt 3) { Start-Sleep -Milliseconds 5 }; $_ * 2 } | Sort-Object',
    );
    expect(output).toEqual(['2', '4', '6']);
  });
  it('runs no more at a time than -ThrottleLimit', async () => {
    expect(
      await outputOf(
        '$h = @{ now = 0; most = 0 }; 1..6 | % -Parallel { $h = $using:h; $h.now++; if ($h.now -gt $h.most) { $h.most = $h.now }; Start-Sleep -Milliseconds 20; $h.now-- } -ThrottleLimit 2; $h.most',
      ),
    ).toEqual(['2']);
  });
  it('gives each object a runspace of its own: no variables of the caller, none of the others', async () => {
    expect(await outputOf('$a = 1; 1..2 | % -Parallel { "[$a]"; $global:c++; $global:c } -ThrottleLimit 1')).toEqual([
      '[]',
      '1',
      '[]',
      '1',
    ]);
  });
  it('passes objects as they are, in and out', async () => {
    expect(
      await outputOf(
        '$d = [Collections.Concurrent.ConcurrentDictionary[string,int]]::new(); 1..3 | % -Parallel { $d = $using:d; $null = $d.TryAdd("k$_", $_) }; $d.Count; (,[DateTime]::UnixEpoch | % -Parallel { $_ }).GetType().Name',
      ),
    ).toEqual(['3', 'DateTime']);
  });
  it('goes on when a task fails, and says which error it was', async () => {
    expect(
      await runScript('1..2 | % -Parallel { if ($_ -eq 1) { throw "bad $_" }; $_ } -ThrottleLimit 1'),
    ).toMatchObject({
      output: ['2'],
      errors: ['PSTaskException: bad 1'],
    });
  });
  it('stops what still runs after -TimeoutSeconds', async () => {
    expect(await runScript('1 | % -Parallel { Start-Sleep 20; 5 } -TimeoutSeconds 1; "on"')).toMatchObject({
      output: ['on'],
      errors: ['PSTaskException: The pipeline has been stopped.'],
    });
  });
  it.each([
    [
      '1 | % -Parallel { 1 } -ErrorAction Stop',
      'ParallelCommonParametersNotSupported,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    ],
    [
      '1 | % -Parallel { 1 } -AsJob -TimeoutSeconds 1',
      'ParallelCannotUseTimeoutWithJob,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    ],
    [
      '$b = { 1 }; 1 | % -Parallel { & $using:b }',
      'ParallelUsingVariableCannotBeScriptBlock,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    ],
    [
      '{ 1 } | % -Parallel { & $_ }',
      'ParallelPipedInputObjectCannotBeScriptBlock,Microsoft.PowerShell.Commands.ForEachObjectCommand',
    ],
    ['1 | % -Parallel { $using:nope }', 'UsingVariableIsUndefined,Microsoft.PowerShell.Commands.ForEachObjectCommand'],
  ])('refuses %s', async (script, id) => {
    const { errors } = await runScript(script);
    expect(errors.map((error) => error.split(':')[0])).toEqual([id]);
  });
  it('ends its tasks when the pipeline has enough', async () => {
    expect(
      await outputOf(
        '$h = @{ ran = 0 }; 1..50 | % -Parallel { ($using:h).ran++; $_ } -ThrottleLimit 1 | Select-Object -First 2; $h.ran -lt 10',
      ),
    ).toEqual(['1', '2', 'True']);
  });
  it('is a job with a child for each object with -AsJob', async () => {
    expect(
      await outputOf(
        '$j = 1..3 | % -Parallel { $_ * 2 } -AsJob; $j.PSJobTypeName; $j.ChildJobs.Count; $j.Location; @($j | Receive-Job -Wait | Sort-Object) -join ","; $j.State',
      ),
    ).toEqual(['PSTaskJob', '3', 'PowerShell', '2,4,6', 'Completed']);
  });
});

describe('Start-ThreadJob', () => {
  it('gives live objects, its arguments, its input, and what its first script made', async () => {
    expect(
      await outputOf(
        '$t = @{ n = 1 }; $r = 5, 6 | Start-ThreadJob { $h = $using:t; $h.n = 2; "$args $z"; $input | % { $_ + 1 } } -ArgumentList a, b -InitializationScript { $z = 7 } | Receive-Job -Wait -AutoRemoveJob; $r; $t.n; @(Get-Job).Count',
      ),
    ).toEqual(['a b 7', '6', '7', '2', '0']);
  });
  it('is a job without children that keeps its streams apart', async () => {
    expect(
      await runScript(
        '$j = Start-ThreadJob { 1; Write-Error e; 2 } | Wait-Job; $j.GetType().FullName; $j.ChildJobs.Count; $j.Output.Count; $j.Error.Count; $j.HasMoreData; $j | Receive-Job; $j.HasMoreData',
      ),
    ).toMatchObject({
      output: ['Microsoft.PowerShell.ThreadJob.ThreadJob', '0', '2', '1', 'True', '1', '2', 'False'],
      errors: ['Microsoft.PowerShell.Commands.WriteErrorException: e'],
    });
  });
  it('fails with its reason', async () => {
    expect(
      await runScript(
        '$j = Start-ThreadJob { throw "boo" } | Wait-Job; $j.State; $j.JobStateInfo.Reason.Message; $j | Receive-Job',
      ),
    ).toMatchObject({ output: ['Failed', 'boo'], errors: ['JobStateFailed: boo'] });
  });
  it('waits in line behind the throttle, and can be stopped there', async () => {
    expect(
      await outputOf(
        '$j = 1..3 | % { Start-ThreadJob { Start-Sleep 20 } -ThrottleLimit 1 }; $j[1].State; $j[2].State; $j | Stop-Job; $j.State -join ","; $j | Remove-Job',
      ),
    ).toEqual(['NotStarted', 'NotStarted', 'Stopped,Stopped,Stopped']);
  });
  it('says which file is not there', async () => {
    const { errors } = await runScript('Start-ThreadJob -FilePath /nonexistent.ps1');
    expect(errors).toEqual([
      "PathNotFound,Microsoft.PowerShell.ThreadJob.StartThreadJobCommand: Cannot find path '/nonexistent.ps1' because it does not exist.",
    ]);
  });
});

describe('jobs', () => {
  it('a pipeline with & is one; variables that it names go along', async () => {
    expect(await outputOf('$v = 4; $j = $v + 1 & ; $j.Command; $j.PSJobTypeName; $j | Receive-Job -Wait')).toEqual([
      '${using:v} + 1',
      'BackgroundJob',
      '5',
    ]);
  });
  it('-Any gives the first that ends; -Timeout gives up', async () => {
    expect(
      await outputOf(
        '$j = Start-ThreadJob { Start-Sleep 20 }; $null -eq (Wait-Job $j -Timeout 1); (Wait-Job -Any (Start-ThreadJob { 1 }), $j).State; Stop-Job $j; $j.State',
      ),
    ).toEqual(['True', 'Completed', 'Stopped']);
  });
  it('-Keep leaves the results', async () => {
    expect(
      await outputOf(
        '$j = Start-ThreadJob { 1; 2 } | Wait-Job; "$(Receive-Job $j -Keep)|$(Receive-Job $j)|$(Receive-Job $j)"',
      ),
    ).toEqual(['1 2|1 2|']);
  });
  it('of a removed job there is nothing to remove', async () => {
    const { errors } = await runScript('$j = Start-ThreadJob { 1 } | Wait-Job; Remove-Job $j; Remove-Job $j');
    expect(errors).toEqual([
      'CannotRemoveJob,Microsoft.PowerShell.Commands.RemoveJobCommand: The command cannot remove the job because it does not exist or because it is a child job. Child jobs can be removed only by removing the parent job.',
    ]);
  });
  it.each([
    ['-Keep -Wait', 'ParameterBindingFailed'],
    ['-AutoRemoveJob', 'InvalidOperation'],
    ['-WriteJobInResults', 'InvalidOperation'],
    ['-WriteEvents', 'InvalidOperation'],
  ])('Receive-Job %s is refused', async (switches, id) => {
    const { errors } = await runScript(`Receive-Job ${switches} -Job (Start-ThreadJob { 1 })`);
    expect(errors[0]).toContain(`${id},Microsoft.PowerShell.Commands.ReceiveJobCommand`);
  });
  it('of `&` take along the variables that the caller has, and no others', async () => {
    expect(
      await outputOf(
        '$v = 5; $j = 1..4 | ForEach-Object -Begin { $s = $v } -Process { $s += $_ } -End { "$s-$nothere" } &; $j | Wait-Job | Receive-Job',
      ),
    ).toEqual(['15-']);
  });
  it('of Start-Job run in a process where there is a program for it; a program that does not speak ends the job', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pssession-job-'));
    try {
      const program = path.join(folder, 'mute.mjs');
      writeFileSync(program, 'process.exit(3);\n');
      const { output } = await runScript('$j = Start-Job { 1 } | Wait-Job -Timeout 20; $j.State', [
        process.execPath,
        program,
      ]);
      expect(output).toEqual(['Failed']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
