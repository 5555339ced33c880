/** Events of objects and of the engine, their subscriptions and actions. Outputs were measured with pwsh 7.6.9. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputOf, runScript } from '../support/engine-script.js';

const classOf = (command: string): string => `Microsoft.PowerShell.Commands.${command}Command`;

describe('events of objects', () => {
  it('a timer ticks for its subscriber, and its event waits in the queue', async () => {
    expect(
      await outputOf(
        '$t = [System.Timers.Timer]::new(10); $t.AutoReset = $false; Register-ObjectEvent $t Elapsed -SourceIdentifier tick; $t.Start(); $e = Wait-Event tick -Timeout 10; $e.SourceIdentifier; $e.SourceArgs.Count; $e.SourceEventArgs.GetType().FullName; $e.Sender.GetType().FullName; $t.Enabled; @(Get-Event).Count; Remove-Event tick; @(Get-Event).Count; (Get-EventSubscriber).EventName; Unregister-Event tick; @(Get-EventSubscriber).Count',
      ),
    ).toEqual([
      'tick',
      '2',
      'System.Timers.ElapsedEventArgs',
      'System.Timers.Timer',
      'False',
      '1',
      '0',
      'Elapsed',
      '0',
    ]);
  });
  it('an action runs while the script waits, again and again', async () => {
    expect(
      await outputOf(
        '$t = [System.Timers.Timer]::new(5); $global:n = 0; $j = Register-ObjectEvent $t Elapsed -Action { $global:n++ }; $t.Start(); while ($n -lt 3) { Start-Sleep -Milliseconds 5 }; $j.State; $j | Remove-Job -Force; @(Get-EventSubscriber).Count',
      ),
    ).toEqual(['Running', '0']);
  });
  it('a watched folder tells what comes, is renamed and goes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pssession-watch-'));
    try {
      expect(
        await outputOf(
          `$f = '${folder}'; $w = [IO.FileSystemWatcher]::new($f); foreach ($n in 'Created', 'Renamed', 'Deleted') { Register-ObjectEvent $w $n -SourceIdentifier $n }; $w.EnableRaisingEvents = $true; 'x' > "$f/a.txt"; (Wait-Event Created -Timeout 10).SourceEventArgs.Name; Rename-Item "$f/a.txt" b.txt; $r = (Wait-Event Renamed -Timeout 10).SourceEventArgs; $r.OldName; $r.Name; Remove-Item "$f/b.txt"; (Wait-Event Deleted -Timeout 10).SourceEventArgs.ChangeType; $w.Dispose()`,
        ),
      ).toEqual(['a.txt', 'a.txt', 'b.txt', 'Deleted']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
  it('a subscription turns on what its object raises', async () => {
    expect(
      await outputOf(
        '$p = [Diagnostics.Process]::new(); $w = [IO.FileSystemWatcher]::new("/tmp"); $n = [IO.FileSystemWatcher]::new(); $t = [Timers.Timer]::new(500); $null = Register-ObjectEvent $p Exited -Action { 1 }; Register-ObjectEvent $w Disposed; Register-ObjectEvent $n Created; Register-ObjectEvent $t Elapsed; $p.EnableRaisingEvents; $w.EnableRaisingEvents; $n.EnableRaisingEvents; $t.Enabled; Get-EventSubscriber | Unregister-Event; $w.EnableRaisingEvents; $w.Dispose()',
      ),
    ).toEqual(['True', 'True', 'True', 'False', 'True']);
  });
  it('a job tells when its state changes', async () => {
    expect(
      await outputOf(
        '$j = Start-ThreadJob { Start-Sleep -Milliseconds 30; 4 }; Register-ObjectEvent $j StateChanged -SourceIdentifier js; do { $e = Wait-Event js -Timeout 10; Remove-Event js; $s = $e.SourceEventArgs.JobStateInfo.State } until ($s -eq "Completed"); $e.SourceEventArgs.PreviousJobStateInfo.State; $e.Sender.Id -eq $j.Id',
      ),
    ).toEqual(['Running', 'True']);
  });
  it('a collection tells of each change', async () => {
    expect(
      await outputOf(
        '$o = [Collections.ObjectModel.ObservableCollection[int]]::new(); Register-ObjectEvent $o CollectionChanged -SourceIdentifier oc; $o.Add(5); $o.Add(6); $o.Move(0, 1); $null = $o.Remove(5); $o.Clear(); Get-Event | ForEach-Object { $a = $_.SourceEventArgs; "$($a.Action) $($a.NewItems) $($a.NewStartingIndex) $($a.OldItems) $($a.OldStartingIndex)" }',
      ),
    ).toEqual(['Add 5 0  -1', 'Add 6 1  -1', 'Move 5 1 5 0', 'Remove  -1 5 1', 'Reset  -1  -1']);
  });
  it('what has no such event, or is subscribed already, is an error', async () => {
    const { errors } = await runScript(
      '$t = [System.Timers.Timer]::new(5); Register-ObjectEvent $t Nope; Register-ObjectEvent $t Elapsed -SourceIdentifier d; Register-ObjectEvent $t Elapsed -SourceIdentifier d',
    );
    expect(errors).toEqual([
      `INVALID_REGISTRATION,${classOf('RegisterObjectEvent')}: Cannot register for the specified event. An event with the name 'Nope' does not exist. (Parameter 'eventName')`,
      `SUBSCRIBER_EXISTS,${classOf('RegisterObjectEvent')}: Cannot subscribe to the specified event. A subscriber with the source identifier 'd' already exists.`,
    ]);
  });
  it('Get-Member lists them', async () => {
    expect(
      await outputOf(
        '[System.Timers.Timer]::new(10) | Get-Member -MemberType Event | % { "$($_.Name) $($_.Definition)" }',
      ),
    ).toEqual([
      'Disposed System.EventHandler Disposed(System.Object, System.EventArgs)',
      'Elapsed System.Timers.ElapsedEventHandler Elapsed(System.Object, System.Timers.ElapsedEventArgs)',
    ]);
  });
});

describe('events of the engine', () => {
  it('an action sees its event, and its job has what it wrote', async () => {
    expect(
      await outputOf(
        '$j = Register-EngineEvent my -Action { "got $($Event.MessageData) $($args -join "-") $sender $($Event.SourceIdentifier)" }; $j.GetType().FullName; $j.State; $null = New-Event my -Sender S -EventArguments a, b -MessageData d; Receive-Job $j -Wait:$false; $j.State; Unregister-Event my; $j.State; @(Get-Event).Count',
      ),
    ).toEqual(['System.Management.Automation.PSEventJob', 'NotStarted', 'got d a-b S my', 'Running', 'Stopped', '0']);
  });
  it('an action that throws fails its job, not the script', async () => {
    expect(
      await runScript(
        '$j = Register-EngineEvent my -Action { throw "bad" }; $null = New-Event my; Start-Sleep -Milliseconds 20; $j.State; Receive-Job $j; "on"',
      ),
    ).toMatchObject({ output: ['Failed', 'on'], errors: ['bad: bad'] });
  });
  it('after -MaxTriggerCount the subscription is gone, and events wait again', async () => {
    expect(
      await outputOf(
        '$j = Register-EngineEvent my -Action { 5 } -MaxTriggerCount 2; 1..3 | % { $null = New-Event my }; @(Receive-Job $j).Count; @(Get-EventSubscriber).Count; @(Get-Event).Count',
      ),
    ).toEqual(['2', '0', '1']);
  });
  it('-SupportEvent hides the subscription', async () => {
    expect(
      await outputOf(
        'Register-EngineEvent my -SupportEvent -Action { 1 }; @(Get-EventSubscriber).Count; @(Get-EventSubscriber -Force).Count',
      ),
    ).toEqual(['0', '1']);
  });
  it('PowerShell.Exiting is raised when the session ends', async () => {
    const ran = await runScript(
      '$global:h = @{}; $null = Register-EngineEvent PowerShell.Exiting -Action { $global:h.x = 1 }; ,$h',
    );
    expect(ran.errors).toEqual([]);
    expect(ran.values[0]).toMatchObject({ count: 1 });
  });
  it('-Forward sends the event to the client and keeps none', async () => {
    expect(await outputOf('Register-EngineEvent fx -Forward; $null = New-Event fx; @(Get-Event).Count')).toEqual(['0']);
  });
  it.each([
    ['Register-EngineEvent x', `ACTION_MANDATORY_FOR_LOCAL,${classOf('RegisterEngineEvent')}`],
    ['Get-Event zzz', `INVALID_SOURCE_IDENTIFIER,${classOf('GetEvent')}`],
    ['Remove-Event -EventIdentifier 999', `INVALID_EVENT_IDENTIFIER,${classOf('RemoveEvent')}`],
    ['Unregister-Event -SubscriptionId 888', `INVALID_SUBSCRIPTION_IDENTIFIER,${classOf('UnregisterEvent')}`],
    ['Get-EventSubscriber nope', `INVALID_SOURCE_IDENTIFIER,${classOf('GetEventSubscriber')}`],
  ])('%s is refused', async (script, id) => {
    const { errors } = await runScript(script);
    expect(errors.map((error) => error.split(':')[0])).toEqual([id]);
  });
  it('Wait-Event gives up after -Timeout', async () => {
    expect(await outputOf('Wait-Event nope -Timeout 1; "on"')).toEqual(['on']);
  });
});
