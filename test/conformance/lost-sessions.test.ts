/** Sessions that were left, and are not there any more when somebody comes back. cmdlets.md 9, 11, 17, 18 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homedir } from 'node:os';
import { Lab, type LabClient } from './support/lab.js';

describe('a session that was left and is gone', () => {
  let lab: Lab;
  let me: LabClient;
  let other: LabClient;
  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['Server01']);
    me = await lab.client();
    other = await lab.client();
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
  });

  const leave = `
    $s = New-PSSession -ComputerName Server01 -Name left
    $job = Invoke-Command -Session $s { 'begun'; Start-Sleep 300 } -AsJob
    while (-not $job.HasMoreData -or $job.ChildJobs[0].Output.Count -eq 0) { Start-Sleep -Milliseconds 50 }
    $null = Disconnect-PSSession $s`;
  const lose = async (): Promise<void> => {
    await me.values(leave);
    await other.values('Get-PSSession -ComputerName Server01 -Name left | Remove-PSSession');
  };

  it('takes its job along: that has failed, keeps what it had, and can be removed', async () => {
    await lose();
    const refused = await me.error('Connect-PSSession -Session $s');
    expect(refused.fullyQualifiedErrorId).toMatch(/^CannotConnectTargetSessionDoesNotExist,PSSessionConnectFailed,/);
    expect(await me.texts('$job.State; $s.State; Receive-Job $job -ErrorAction SilentlyContinue')).toEqual([
      'Failed',
      'Broken',
      'begun',
    ]);
    const { errors } = await me.run('Remove-Job $job');
    expect(errors).toEqual([]);
    expect(await me.texts('@(Get-Job).Count')).toEqual(['0']);
  });

  it('does not keep its job in the list: Remove-Job -Force says that it could not be stopped, and removes it', async () => {
    await lose();
    const { errors } = await me.run('Remove-Job $job -Force');
    expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      'StopJobCannotConnectToServer,Microsoft.PowerShell.Commands.RemoveJobCommand',
    ]);
    expect(await me.texts('@(Get-Job).Count')).toEqual(['0']);
  });

  it('goes on to the output where another client had it meanwhile: its job here has failed with that', async () => {
    await me.values(leave);
    await other.values('Connect-PSSession -ComputerName Server01 -Name left | Disconnect-PSSession | Out-Null');
    await me.values('$running = Receive-PSSession -Session $s -OutTarget Job');
    expect(
      await me.texts('$job.State; $running.State; $s.State; $job.ChildJobs[0].JobStateInfo.Reason.Message'),
    ).toEqual([
      'Failed',
      'Running',
      'Opened',
      "Another client has taken the session 'left' up since it was left here.",
    ]);
    expect(await me.texts('Stop-Job $running; $running.State; Remove-Job $running, $job; Remove-PSSession $s')).toEqual(
      ['Stopped'],
    );
  });

  it('has its job stopped when it is removed here', async () => {
    await me.values(leave);
    expect(await me.texts('Remove-PSSession $s; $job.State; Remove-Job $job')).toEqual(['Stopped']);
  });
});

describe('a session', () => {
  it('begins in the home of its account', async () => {
    await using lab = new Lab();
    await lab.add(['Server01']);
    const me = await lab.client();
    const home = process.env['HOME'] ?? homedir();
    expect(await me.texts('Invoke-Command -ComputerName Server01 { "$pwd" }')).toEqual([home]);
  });
});
