/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    `$i=[Diagnostics.ProcessStartInfo]::new('sh','-c "echo out"'); $i.RedirectStandardOutput=$true; $p=[Diagnostics.Process]::Start($i); $p.WaitForExit(); Start-Sleep -Milliseconds 50; $p.StandardOutput.ReadToEnd()`,
    '[System.String] out\n',
  ],
  [
    `$i=[Diagnostics.ProcessStartInfo]::new('sh','-c "echo out; echo err >&2; exit 3"'); $i.RedirectStandardOutput=$true; $i.RedirectStandardError=$true; $i.UseShellExecute=$false; $p=[Diagnostics.Process]::Start($i); $o=$p.StandardOutput.ReadToEnd(); $e=$p.StandardError.ReadToEnd(); $p.WaitForExit(); $o;$e;$p.ExitCode; $p.HasExited; $p.ExitTime.GetType().Name`,
    `[System.String] out

[System.String] err

[System.Int32] 3
[System.Boolean] True
[System.String] DateTime`,
  ],
  [
    `$p=New-Object System.Diagnostics.Process; $p.StartInfo.FileName='cat'; $p.StartInfo.RedirectStandardInput=$true; $p.StartInfo.RedirectStandardOutput=$true; $p.Start(); $p.StandardInput.WriteLine('hello'); $p.StandardOutput.ReadLine(); $p.StandardInput.Close(); $p.WaitForExit(5000); $p.ExitCode`,
    `[System.Boolean] True
[System.String] hello
[System.Boolean] True
[System.Int32] 0`,
  ],
  ['$p=[Diagnostics.Process]::new(); $p.Id', ''],
  [
    '$p=[Diagnostics.Process]::new(); $p.Start()',
    'ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "Start" with "0" argument(s): "Cannot start process because a file name has not been provided."',
  ],
  [
    `[Diagnostics.Process]::Start('nope-nope')`,
    `ERR Win32Exception | NotSpecified | MethodInvocationException | Exception calling "Start" with "1" argument(s): "An error occurred trying to start process 'nope-nope' with working directory '${process.cwd()}'. No such file or directory"`,
  ],
  [
    `$p=[Diagnostics.Process]::Start('sleep','5'); $p.get_ExitCode()`,
    'ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "get_ExitCode" with "0" argument(s): "Process must exit before requested information can be determined."',
  ],
  [
    `$p=[Diagnostics.Process]::Start('sleep','5'); $p.WaitForExit(50); $p.HasExited; $p.Kill(); $p.WaitForExit(); $p.ExitCode; $p.ProcessName`,
    `[System.Boolean] False
[System.Boolean] False
[System.Int32] 137
<null>`,
  ],
  [
    `$p=[Diagnostics.Process]::Start('true'); $p.WaitForExit(); $p.get_StandardOutput()`,
    `ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "get_StandardOutput" with "0" argument(s): "StandardOut has not been redirected or the process hasn't started yet."`,
  ],
  [
    `$i=[Diagnostics.ProcessStartInfo]::new(); $i.FileName='sh'; $i.ArgumentList.Add('-c'); $i.ArgumentList.Add('echo "$FOO|$1"'); $i.ArgumentList.Add('x'); $i.ArgumentList.Add('a b'); $i.Environment['FOO']='bar baz'; $i.WorkingDirectory='/'; $i.RedirectStandardOutput=$true; $p=[Diagnostics.Process]::Start($i); $p.StandardOutput.ReadToEnd() ; $i.EnvironmentVariables.ContainsKey('FOO')`,
    `[System.String] bar baz|a b

[System.Boolean] True`,
  ],
  [
    `$i=[Diagnostics.ProcessStartInfo]::new('cat'); $i.UseShellExecute=$true; $i.RedirectStandardOutput=$true; [Diagnostics.Process]::Start($i)`,
    'ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "Start" with "1" argument(s): "The Process object must have the UseShellExecute property set to false in order to redirect IO streams."',
  ],
  [
    `$i=[Diagnostics.ProcessStartInfo]::new('cat','x'); $i.ArgumentList.Add('y'); [Diagnostics.Process]::Start($i)`,
    'ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "Start" with "1" argument(s): "Only one of Arguments or ArgumentList may be used."',
  ],
  [
    '$p=[Diagnostics.Process]::GetProcessById(999999)',
    'ERR ArgumentException | NotSpecified | MethodInvocationException | Exception calling "GetProcessById" with "1" argument(s): "Process with an Id of 999999 is not running."',
  ],
  [
    '$p=[Diagnostics.Process]::GetCurrentProcess(); $p.Id -eq $PID; ([Diagnostics.Process]::GetProcesses() | ? Id -eq $PID).Count; $p.HasExited',
    `[System.Boolean] True
[System.Int32] 1
[System.Boolean] False`,
  ],
  [
    `$p=[Diagnostics.Process]::new(); $p.StartInfo=[Diagnostics.ProcessStartInfo]@{FileName='sh';Arguments='-c "echo a; echo b"';RedirectStandardOutput=$true}; $null=Register-ObjectEvent $p OutputDataReceived -SourceIdentifier dd; $null=$p.Start(); $p.BeginOutputReadLine(); $p.WaitForExit(); Start-Sleep -m 200; (Get-Event dd).SourceEventArgs.Data; Get-Event | Remove-Event; Unregister-Event dd`,
    `[System.String] a
[System.String] b
<null>`,
  ],
  [
    '$i=[Diagnostics.ProcessStartInfo]::new(); $i.WindowStyle; $i.CreateNoWindow=$true; $i.Verb; $i.FileName; $i.UseShellExecute; $i.StandardOutputEncoding; $i',
    `[System.Diagnostics.ProcessWindowStyle] Normal
[System.String] 
[System.String] 
[System.Boolean] False
<null>
[System.Diagnostics.ProcessStartInfo] System.Diagnostics.ProcessStartInfo`,
  ],
  [
    `$i=[Diagnostics.ProcessStartInfo]::new('sh'); $i | Format-List *`,
    `[Microsoft.PowerShell.Commands.Internal.Format.FormatStartData] Microsoft.PowerShell.Commands.Internal.Format.FormatStartData
[Microsoft.PowerShell.Commands.Internal.Format.GroupStartData] Microsoft.PowerShell.Commands.Internal.Format.GroupStartData
[Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData] Microsoft.PowerShell.Commands.Internal.Format.FormatEntryData
[Microsoft.PowerShell.Commands.Internal.Format.GroupEndData] Microsoft.PowerShell.Commands.Internal.Format.GroupEndData
[Microsoft.PowerShell.Commands.Internal.Format.FormatEndData] Microsoft.PowerShell.Commands.Internal.Format.FormatEndData`,
  ],
];
it.each(CASES)('starts programs as .NET does: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
