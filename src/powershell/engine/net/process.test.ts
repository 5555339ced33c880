/** System.Diagnostics.Process as scripts meet it: what is live, what waits for Refresh(), what stays after the end. */
import { describe, expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

describe.skipIf(process.platform !== 'linux')('processes', () => {
  it('tell that they have ended, whoever started them', async () => {
    expect(
      (
        await runEngine(`$child = Start-Process sleep 30 -PassThru
$seen = Get-Process -Id $child.Id
"$($child.HasExited) $($seen.HasExited) $($seen.Name) $($seen.Path -like '*/sleep') $($seen.CommandLine)"
$child.Kill()
$child.WaitForExit()
"$($child.HasExited) $($seen.HasExited) $($child.ExitCode) [$($seen.ExitCode)]"
"$($seen.ProcessName) [$($seen.StartTime)] [$($seen.TotalProcessorTime)] $($seen.WorkingSet64 -gt 0)"
$seen.Refresh()
"[$($seen.WorkingSet64)] [$($seen.ProcessName)]"`)
      ).output,
    ).toEqual(['False False sleep True sleep 30', 'True True 137 []', 'sleep [] [] True', '[] []']);
  });
  it('have times that go on, and sizes that wait for Refresh()', async () => {
    expect(
      (
        await runEngine(`$me = Get-Process -Id $PID
$before = $me.TotalProcessorTime
$size = $me.WorkingSet64
while ($me.TotalProcessorTime -le $before) { }
$me.CPU -ge $before.TotalSeconds
($me.UserProcessorTime + $me.PrivilegedProcessorTime).GetType().Name
$block = [byte[]]::new(64MB); [Array]::Fill($block, [byte]1)
$me.WorkingSet64 -eq $size; $me.Refresh(); $me.WorkingSet64 -gt $size`)
      ).output,
    ).toEqual(['True', 'TimeSpan', 'True', 'True']);
  });
  it('have threads, modules and a priority', async () => {
    expect(
      (
        await runEngine(`$me = Get-Process -Id $PID
$me.Threads.Count -eq (Get-ChildItem /proc/$PID/task).Count
$me.Threads[0].Id -eq $PID; $me.Threads.GetType().Name; $me.Threads[0].ThreadState.GetType().FullName
$me.MainModule.FileName -eq $me.Path; $me.Modules.Count -gt 1; "$($me.MainModule)"
$other = Start-Process sleep 30 -PassThru
"$($other.PriorityClass)"; $other.PriorityClass = 'BelowNormal'; "$($other.PriorityClass)"; $other.Kill()`)
      ).output,
    ).toEqual([
      'True',
      'True',
      'ProcessThreadCollection',
      'System.Diagnostics.ThreadState',
      'True',
      'True',
      'System.Diagnostics.ProcessModule (node)',
      'Normal',
      'BelowNormal',
    ]);
  });
  it('list the properties of their sets first, and those of -IncludeUserName before them', async () => {
    expect(
      (
        await runEngine(`(Get-Process -Id $PID | Select-Object *).PSObject.Properties.Name[0..6] -join ' '
(Get-Process -Id $PID -IncludeUserName | Select-Object *).PSObject.Properties.Name[0..2] -join ' '
$me = Get-Process -Id $PID -IncludeUserName; $me.PSTypeNames[0, 1] -join ' '; $me.UserName -eq [Environment]::UserName`)
      ).output,
    ).toEqual([
      'Name Id PriorityClass FileVersion HandleCount WorkingSet PagedMemorySize',
      'UserName Name Id',
      'System.Diagnostics.Process#IncludeUserName System.Diagnostics.Process',
      'True',
    ]);
  });
});
