/** `[powershell]`, runspaces, pools, locks and tasks. Outputs were measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { outputOf, runScript } from '../support/engine-script.js';

describe('[powershell]', () => {
  it('runs scripts and commands with arguments, parameters and input', async () => {
    expect(
      await outputOf(
        '[powershell]::Create().AddScript({ param($a, $b) "$a-$b" }).AddParameter("a", 1).AddParameters(@{ b = 2 }).Invoke(); [powershell]::Create().AddCommand("Get-Date").AddParameter("Year", 2020).Invoke()[0].Year; [powershell]::Create().AddScript("`$input | % { `$_ * 2 }").Invoke(@(1, 2)); $p = [powershell]::Create().AddScript("5").AddStatement().AddScript("6"); $p.Invoke()',
      ),
    ).toEqual(['1-2', '2020', '2', '4', '5', '6']);
  });
  it('keeps the other streams, and says whether there were errors', async () => {
    expect(
      await outputOf(
        '$p = [powershell]::Create().AddScript({ Write-Error x; Write-Warning w; Write-Verbose v -Verbose; Write-Information i }); $p.Invoke(); $p.HadErrors; $s = $p.Streams; "$($s.Error[0]) $($s.Warning) $($s.Verbose) $($s.Information)"; $s.ClearStreams(); $s.Error.Count',
      ),
    ).toEqual(['True', 'x w v i', '0']);
  });
  it('throws what the pipeline ended with', async () => {
    expect(
      await outputOf(
        '$p = [powershell]::Create().AddScript("throw \'boo\'"); try { $p.Invoke() } catch { $_.Exception.Message; $_.Exception.InnerException.GetType().Name }; $p.InvocationStateInfo.State; $p.InvocationStateInfo.Reason.Message',
      ),
    ).toEqual(['Exception calling "Invoke" with "0" argument(s): "boo"', 'RuntimeException', 'Failed', 'boo']);
  });
  it('runs beside the script, and is waited for', async () => {
    expect(
      await outputOf(
        '$h = @{}; $p = [powershell]::Create().AddScript({ param($h) while (-not $h.go) { Start-Sleep -Milliseconds 2 }; 5 }).AddArgument($h); $a = $p.BeginInvoke(); $a.IsCompleted; $p.InvocationStateInfo.State; $h.go = 1; "$($p.EndInvoke($a))"; $a.IsCompleted',
      ),
    ).toEqual(['False', 'Running', '5', 'True']);
  });
  it('can be stopped while it runs', async () => {
    expect(
      await outputOf(
        '$p = [powershell]::Create().AddScript("while (1) { }"); $a = $p.BeginInvoke(); Start-Sleep -Milliseconds 20; $p.Stop(); $p.InvocationStateInfo.State; try { $p.EndInvoke($a) } catch { $_.Exception.Message }',
      ),
    ).toEqual(['Stopped', 'Exception calling "EndInvoke" with "1" argument(s): "The pipeline has been stopped."']);
  });
  it('runs in the current runspace when asked to', async () => {
    expect(await outputOf('$mine = 3; [powershell]::Create("CurrentRunspace").AddScript("`$mine").Invoke()')).toEqual([
      '3',
    ]);
  });
  it('without commands is refused', async () => {
    const { errors } = await runScript('[powershell]::Create().Invoke()');
    expect(errors).toEqual([
      'PSInvalidOperationException: Exception calling "Invoke" with "0" argument(s): "No commands are specified."',
    ]);
  });
});

describe('runspaces', () => {
  it('keep their variables between pipelines and take those of the script', async () => {
    expect(
      await outputOf(
        '$r = [runspacefactory]::CreateRunspace(); $r.RunspaceStateInfo.State; $r.Open(); $r.SessionStateProxy.SetVariable("q", 42); $p = [powershell]::Create(); $p.Runspace = $r; $p.AddScript("`$q; `$w = 5").Invoke(); $r.SessionStateProxy.GetVariable("w"); $r.Close(); $r.RunspaceStateInfo.State',
      ),
    ).toEqual(['BeforeOpen', '42', '5', 'Closed']);
  });
  it('of a pool run no more at a time than its maximum', async () => {
    expect(
      await outputOf(
        '$h = @{ now = 0; most = 0 }; $pool = [runspacefactory]::CreateRunspacePool(1, 2); $pool.Open(); $all = 1..5 | % { $p = [powershell]::Create(); $p.RunspacePool = $pool; $null = $p.AddScript({ param($n, $h) $h.now++; if ($h.now -gt $h.most) { $h.most = $h.now }; Start-Sleep -Milliseconds 10; $h.now--; $n * 2 }).AddArgument($_).AddArgument($h); [pscustomobject]@{ P = $p; H = $p.BeginInvoke() } }; ($all | % { $_.P.EndInvoke($_.H) }) -join ","; $h.most; $pool.GetAvailableRunspaces(); $pool.Close()',
      ),
    ).toEqual(['2,4,6,8,10', '2', '2']);
  });
  it('begin with what their initial state says', async () => {
    expect(
      await outputOf(
        '$i = [initialsessionstate]::CreateDefault(); $n = "System.Management.Automation.Runspaces"; $i.Variables.Add((New-Object "$n.SessionStateVariableEntry" "zz", 11, "d")); $i.Commands.Add((New-Object "$n.SessionStateFunctionEntry" "ff", "fn")); $r = [runspacefactory]::CreateRunspace($i); $r.Open(); [powershell]::Create($r).AddScript("`$zz; (Get-Command ff).Name").Invoke()',
      ),
    ).toEqual(['11', 'ff']);
  });
});

describe('locks and tasks', () => {
  it('a mutex held by another runspace is waited for', async () => {
    expect(
      await outputOf(
        '$m = [Threading.Mutex]::new($false); $s = @{}; $null = $m.WaitOne(); $j = Start-ThreadJob { $m = $using:m; $s = $using:s; $s.came = 1; $m.WaitOne(); $s.in = 1; $m.ReleaseMutex() }; while (-not $s.came) { Start-Sleep -Milliseconds 2 }; "in: $($s.in)"; $m.ReleaseMutex(); Receive-Job $j -Wait; "in: $($s.in)"',
      ),
    ).toEqual(['in: ', 'True', 'in: 1']);
  });
  it('semaphores, events, monitors and cancellation count as .NET does', async () => {
    expect(
      await outputOf(
        '$s = [Threading.SemaphoreSlim]::new(1, 2); $s.Wait(); $s.CurrentCount; $s.Wait(5); $s.Release(); $e = [Threading.ManualResetEvent]::new($false); $e.WaitOne(5); $null = $e.Set(); $e.WaitOne(); $c = [Threading.CancellationTokenSource]::new(); $c.Cancel(); $c.Token.IsCancellationRequested; $l = [object]::new(); [Threading.Monitor]::Enter($l); [Threading.Monitor]::IsEntered($l); [Threading.Monitor]::Exit($l); [Threading.Monitor]::IsEntered($l)',
      ),
    ).toEqual(['0', 'False', '0', 'False', 'True', 'True', 'True', 'False']);
  });
  it('a monitor that is not held cannot be left', async () => {
    const { errors } = await runScript('[Threading.Monitor]::Exit([object]::new())');
    expect(errors[0]).toContain('SynchronizationLockException');
  });
  it('a task has a result, can be waited for, and has no runspace for script blocks', async () => {
    expect(
      await outputOf(
        '[Threading.Tasks.Task]::FromResult(5).GetAwaiter().GetResult(); [Threading.Tasks.Task]::Delay(2).Wait(1000); try { [Threading.Tasks.Task]::Run([Action]{ 1 }).Wait() } catch { $_.Exception.InnerException.InnerException.GetType().Name }',
      ),
    ).toEqual(['5', 'True', 'PSInvalidOperationException']);
  });
});
