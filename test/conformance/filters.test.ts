/** What Get-PSSession lists, and how Name, Id, InstanceId, State, ApplicationName and ConfigurationName select. cmdlets.md 4, 5 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLEAGUE, Lab, type LabClient } from './support/lab.js';

const CLASS = 'Microsoft.PowerShell.Commands.GetPSSessionCommand';
const SHOW = 'ForEach-Object { "$($_.Name) $($_.State) $($_.Availability)" }';

describe('which sessions Get-PSSession gets', () => {
  let lab: Lab;
  let me: LabClient;
  let other: LabClient;

  beforeAll(async () => {
    lab = new Lab();
    await Promise.all([
      lab.add(['localhost']),
      lab.add(['Server01']),
      lab.add(['Server02']),
      lab.add(['Old01']),
      lab.add(['Server05'], { endpoint: { listeners: [{ port: 0, path: '/ops' }] } }),
    ]);
    [me, other] = [await lab.client(), await lab.client()];
    await me.values(`
      $mine = New-PSSession -ComputerName Server01 -Name mine
      $task = New-PSSession -ComputerName Server01 -Name 'Task[1]' -ConfigurationName ITTasks
      $far = New-PSSession -ComputerName Server02 -Name BackupJob01
      $ops = New-PSSession -ComputerName Server05 -ApplicationName ops -Name ops`);
    await other.values(`
      $held = New-PSSession -ComputerName Server01 -Name held -ConfigurationName ITTasks
      $left = New-PSSession -ComputerName Server01 -Name BackupJob02 | Disconnect-PSSession
      $here = New-PSSession -ComputerName localhost -Name here`);
  });
  afterAll(() => lab[Symbol.asyncDispose]());
  const names = async (script: string): Promise<readonly string[]> => await me.texts(`${script} | ForEach-Object Name`);
  const errorId = async (script: string): Promise<string> => (await me.error(script)).fullyQualifiedErrorId;

  // ---------------------------------------------------------------- what is listed

  it('[S1] gets the sessions of local and of remote computers', async () => {
    expect(await names('Get-PSSession -ComputerName localhost')).toEqual(['here']);
    expect(await names('Get-PSSession -ComputerName Server02')).toEqual(['BackupJob01']);
    expect(await names('Get-PSSession')).toEqual(['mine', 'Task[1]', 'BackupJob01', 'ops']);
  });
  it('[S10] gets user-managed sessions: the runspace that the commands run in is none of them', async () => {
    const fresh = await lab.client();
    expect(await fresh.texts('Get-PSSession')).toEqual([]);
    expect(await names('Get-PSSession')).toHaveLength(4);
  });
  it('[S11] sessions are stored at the remote end: they are there after the client that made them is gone', async () => {
    const gone = await lab.client();
    await gone.values('$null = New-PSSession -ComputerName Old01 -Name orphan | Disconnect-PSSession');
    await gone[Symbol.asyncDispose]();
    expect(await me.texts(`Get-PSSession -ComputerName Old01 | ${SHOW}`)).toEqual(['orphan Disconnected None']);
    await me.values('Get-PSSession -ComputerName Old01 | Connect-PSSession | Remove-PSSession');
  });
  it('[S12] ComputerName and ConnectionUri get sessions that were not made in the current session', async () => {
    for (const where of ['-ComputerName Server01', '-ConnectionUri http://Server01:5985/wsman'])
      expect(await names(`Get-PSSession ${where}`)).toEqual(['mine', 'Task[1]', 'held', 'BackupJob02']);
  });
  it('[S13] without parameters it gets all sessions that were made in the current session', async () => {
    expect(await names('Get-PSSession')).toEqual(['mine', 'Task[1]', 'BackupJob01', 'ops']);
    expect(await other.texts('Get-PSSession | ForEach-Object Name')).toEqual(['held', 'BackupJob02', 'here']);
  });
  it('[S14] Name, Id, InstanceId, State, ApplicationName and ConfigurationName select', async () => {
    expect(await names('Get-PSSession -Name mine')).toEqual(['mine']);
    expect(await names('Get-PSSession -Id $mine.Id')).toEqual(['mine']);
    expect(await names('Get-PSSession -InstanceId $mine.InstanceId')).toEqual(['mine']);
    expect(await names('Get-PSSession -ComputerName Server01 -State Opened')).toEqual(['mine', 'Task[1]']);
    expect(await names('Get-PSSession -ComputerName Server05 -ApplicationName ops')).toEqual(['ops']);
    expect(await names('Get-PSSession -ComputerName Server01 -ConfigurationName ITTasks')).toEqual(['Task[1]', 'held']);
  });
  it('[S15] the other parameters configure the temporary connection and select nothing', async () => {
    const all = await names('Get-PSSession -ComputerName Server01');
    const { port } = lab.machine('Server01');
    for (const more of [
      '-Authentication Negotiate',
      `-Port ${port}`,
      '-ThrottleLimit 1',
      '-SessionOption @{ OpenTimeout = 60000 }',
    ])
      expect([more, await names(`Get-PSSession -ComputerName Server01 ${more}`)]).toEqual([more, all]);
    expect(await names('Get-PSSession -ConnectionUri http://Server01:5985/wsman -AllowRedirection')).toEqual(all);
  });
  it('[S16] as in PowerShell 2.0, the bare form gets the sessions of the current session', async () => {
    const before = lab.requests.length;
    expect(await names('Get-PSSession')).toEqual(['mine', 'Task[1]', 'BackupJob01', 'ops']);
    expect(lab.requests.length).toBe(before); // nobody is asked
  });
  it('[S17] what ComputerName did in 2.0, sessions of the current session to that computer, is a filter on the bare form now', async () => {
    expect(await names('Get-PSSession | Where-Object ComputerName -eq Server01')).toEqual(['mine', 'Task[1]']);
    expect(await names('Get-PSSession -ComputerName Server01')).toContain('held');
  });
  it('[S18] the help leads to what sessions are: about_PSSessions', async () => {
    expect(await me.type('Get-Help Get-PSSession')).toContain('about_PSSessions');
    expect(await me.type('Get-Help about_PSSessions')).toContain('A PSSession is a lasting connection');
  });

  // ---------------------------------------------------------------- Id

  it('[S94] Id gets only the sessions with these ids', async () => {
    expect(await names('Get-PSSession -Id $mine.Id')).toEqual(['mine']);
  });
  it('[S95] Id takes several values, or a range; each number that is missing is an error', async () => {
    expect(await names('Get-PSSession -Id $mine.Id, $task.Id')).toEqual(['mine', 'Task[1]']);
    const { output, errors } = await me.run('Get-PSSession -Id ($mine.Id..($mine.Id + 1))');
    expect(output).toHaveLength(2);
    expect(errors).toEqual([]);
    const missing = await me.run('Get-PSSession -Id (100001..100003)');
    expect(missing.errors.map(({ targetObject }) => targetObject)).toEqual([100_001, 100_002, 100_003]);
  });
  it('[S96] Id cannot be used with ComputerName', async () => {
    expect(await errorId('Get-PSSession -ComputerName Server01 -Id $mine.Id')).toBe(`AmbiguousParameterSet,${CLASS}`);
  });
  it('[S97] an id is an integer and unique in the current session', async () => {
    const ids = (await me.values('Get-PSSession | ForEach-Object Id')) as number[];
    expect(ids.every((id) => Number.isInteger(id) && id > 0)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('[S98] an id means something here only: the same session has other ids elsewhere, and one instance id', async () => {
    const [third] = [await lab.client()];
    const [there] = await third.values('(Get-PSSession -ComputerName Server01 -Name mine).Id');
    const [here] = await me.values('$mine.Id');
    expect(there).not.toBe(here);
    const [again] = await third.values('(Get-PSSession -ComputerName Server01 -Name mine).Id');
    expect(again).not.toBe(there); // each query draws new ones
    expect(await third.texts('(Get-PSSession -ComputerName Server01 -Name mine).InstanceId')).toEqual(
      await me.texts('$mine.InstanceId'),
    );
  });
  it('[S99] the id is in the property ID', async () => {
    expect(await me.texts('$mine.ID -eq $mine.Id; $mine.ID -is [int]; (Get-PSSession -Id $mine.ID).Name')).toEqual([
      'true',
      'true',
      'mine',
    ]);
  });

  // ---------------------------------------------------------------- InstanceId

  it('[S101] InstanceId gets only the sessions with these ids, here and on computers', async () => {
    expect(await names('Get-PSSession -InstanceId $mine.InstanceId, $task.InstanceId')).toEqual(['mine', 'Task[1]']);
    const [held] = await other.texts('$held.InstanceId.ToString()');
    expect(await names(`Get-PSSession -ComputerName Server01 -InstanceId ${held}`)).toEqual(['held']);
    expect(await errorId(`Get-PSSession -InstanceId ${held}`)).toBe(
      `RemoteRunspaceNotAvailableForSpecifiedRunspaceId,${CLASS}`,
    );
    const { output, errors } = await me.run(
      `Get-PSSession -ComputerName Server01 -InstanceId ${held}, 11111111-1111-1111-1111-111111111111`,
    );
    expect(output).toHaveLength(1);
    expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([`PSSessionIdMatchFail,${CLASS}`]);
  });
  it('[S102] the instance id is a GUID that tells a session on any computer', async () => {
    expect(await me.texts('$mine.InstanceId -is [guid]')).toEqual(['true']);
    const shell = `${(await me.texts('$mine.InstanceId'))[0]}`;
    expect(await other.texts(`(Get-PSSession -ComputerName Server01 -InstanceId ${shell}).Name`)).toEqual(['mine']);
  });
  it('[S103] the instance id is unique across sessions', async () => {
    const mine = await me.texts('Get-PSSession | ForEach-Object { "$($_.InstanceId)" }');
    const theirs = await other.texts('Get-PSSession | ForEach-Object { "$($_.InstanceId)" }');
    expect(new Set([...mine, ...theirs]).size).toBe(mine.length + theirs.length);
  });
  it('[S104] the instance id is in the property InstanceID, which is the id of the runspace and of the shell at the server', async () => {
    expect(await me.texts('$mine.InstanceID -eq $mine.Runspace.InstanceId')).toEqual(['true']);
  });

  // ---------------------------------------------------------------- Name

  it('[S106] Name gets only the sessions with these names; a name that is not there is an error', async () => {
    expect(await names('Get-PSSession -Name mine, BackupJob01')).toEqual(['mine', 'BackupJob01']);
    expect(await errorId('Get-PSSession -Name nobody')).toBe(`RemoteRunspaceNotAvailableForSpecifiedName,${CLASS}`);
    const { output, errors } = await me.run('Get-PSSession -ComputerName Server01 -Name mine, nobody');
    expect(output).toHaveLength(1);
    expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      `PSSessionNameMatchFail,${CLASS}`,
    ]);
  });
  it('[S107] Name takes wildcards, here and on computers', async () => {
    expect(await names('Get-PSSession -Name Backup*, m?n[a-f]')).toEqual(['BackupJob01', 'mine']);
    expect(await names('Get-PSSession -Name nothing*')).toEqual([]); // silence, as PowerShell has it
    expect(await names('Get-PSSession -ComputerName Server01 -Name Backup*')).toEqual(['BackupJob02']);
    expect(await names("Get-PSSession -Name 'Task`[1`]'")).toEqual(['Task[1]']);
    expect(await names('Get-PSSession -Name m*, mine')).toEqual(['mine', 'mine']); // each pattern for itself
  });
  it('[S109] a session that is piped in is found by its name, as the default set has it', async () => {
    const before = lab.requests.length;
    expect(await names('$mine, $far | Get-PSSession')).toEqual(['mine', 'BackupJob01']);
    expect(lab.requests.length).toBe(before);
    expect(await names('[pscustomobject]@{ ComputerName = "Server02" } | Get-PSSession')).toEqual(['BackupJob01']);
  });
  it('[S107] a pattern that is none ends the command, once there is a name to compare it with', async () => {
    for (const [name, where] of [
      ['Get', ''],
      ['Get', '-ComputerName Server01'],
      ['Connect', ''],
      ['Disconnect', ''],
      ['Remove', ''],
    ]) {
      const told = await me.texts(
        `try { ${name}-PSSession ${where} -Name 'a[1' } catch { "$_", $_.CategoryInfo.Reason, $_.FullyQualifiedErrorId }`,
      );
      expect(told).toEqual([
        'The specified wildcard character pattern is not valid: a[1',
        'WildcardPatternException',
        `RuntimeException,Microsoft.PowerShell.Commands.${name}PSSessionCommand`,
      ]);
    }
    const nobody = await lab.client();
    expect(await nobody.texts("Get-PSSession -Name 'a[1'")).toEqual([]);
  });
  it('[S108] the friendly name is in the property Name; the server keeps the one that the session was made with', async () => {
    expect(await me.texts('$far.Name = "renamed"; (Get-PSSession -Name renamed).ComputerName')).toEqual(['Server02']);
    expect(await other.texts('Get-PSSession -ComputerName Server02 | ForEach-Object Name')).toEqual(['BackupJob01']);
    await me.values('$far.Name = "BackupJob01"');
  });

  // ---------------------------------------------------------------- State

  it('[S122] State gets only the sessions in that state', async () => {
    expect(await names('Get-PSSession -ComputerName Server01 -State Disconnected')).toEqual(['held', 'BackupJob02']);
    expect(await names('Get-PSSession -ComputerName Server01 -State Opened')).toEqual(['mine', 'Task[1]']);
  });
  it('[S123] State takes All, Opened, Disconnected, Closed and Broken', async () => {
    const counts: Record<string, number> = {};
    for (const state of ['All', 'Opened', 'Disconnected', 'Closed', 'Broken'])
      counts[state] = (await names(`Get-PSSession -ComputerName Server01 -State ${state}`)).length;
    expect(counts).toEqual({ All: 4, Opened: 2, Disconnected: 2, Closed: 0, Broken: 0 });
    expect(await errorId('Get-PSSession -ComputerName Server01 -State Opening')).toBe(
      `CannotConvertArgumentNoMessage,${CLASS}`,
    );
  });
  it('[S124] State is All when it is not given', async () => {
    expect(await names('Get-PSSession -ComputerName Server01')).toEqual(
      await names('Get-PSSession -ComputerName Server01 -State All'),
    );
  });
  it('[S125] the state is relative to the current session: the same session is Opened here and Disconnected there', async () => {
    expect(await me.texts(`Get-PSSession -ComputerName Server01 -Name mine | ${SHOW}`)).toEqual([
      'mine Opened Available',
    ]);
    expect(await other.texts(`Get-PSSession -ComputerName Server01 -Name mine | ${SHOW}`)).toEqual([
      'mine Disconnected Busy',
    ]);
  });
  it('[S126] sessions of others are Disconnected, even when they are connected elsewhere', async () => {
    expect(await me.texts(`Get-PSSession -ComputerName Server01 -State Disconnected | ${SHOW}`)).toEqual([
      'held Disconnected Busy',
      'BackupJob02 Disconnected None',
    ]);
  });
  it('[S127] the state is in the property State', async () => {
    expect(
      await me.texts(
        '$mine.State -eq [System.Management.Automation.Runspaces.RunspaceState]::Opened; "$($mine.State)"',
      ),
    ).toEqual(['true', 'Opened']);
  });

  // ---------------------------------------------------------------- ApplicationName

  it('[S146] ApplicationName gets only the sessions of that application', async () => {
    expect(await names('Get-PSSession -ComputerName Server05 -ApplicationName ops')).toEqual(['ops']);
    expect(await errorId('Get-PSSession -ComputerName Server05 -ApplicationName wsman')).toBe(
      `URLNotAvailable,RemotePSSessionQueryFailed,${CLASS}`,
    );
  });
  it('[S147] ApplicationName is the last segment of the connection URI', async () => {
    await me.values('Get-PSSession -ComputerName Server05 -ApplicationName ops');
    expect(lab.requests.at(-1)?.info.wireUrl).toBe('http://Server05:5985/ops');
  });
  it('[S148] ApplicationName is WSMan in http://localhost:5985/WSMAN', async () => {
    await me.values('Get-PSSession -ComputerName localhost -ApplicationName WSMAN');
    expect(lab.requests.at(-1)?.info.wireUrl).toBe('http://localhost:5985/WSMAN');
  });
  it('[S149] the application of a session is in Runspace.ConnectionInfo.AppName', async () => {
    expect(await me.texts('$ops.Runspace.ConnectionInfo.AppName; $mine.Runspace.ConnectionInfo.AppName')).toEqual([
      '/ops',
      '/wsman',
    ]);
  });
  it('[S150] ApplicationName selects and filters: it chooses the listener that is asked', async () => {
    const { output, errors } = await me.run('Get-PSSession -ComputerName Server05, Server01 -ApplicationName ops');
    expect(output).toHaveLength(1);
    expect(errors).toHaveLength(1);
  });
  it('[S151] ApplicationName does not change the application of a session', async () => {
    const application = async (): Promise<readonly string[]> =>
      me.texts('(Get-PSSession -Name ops).Runspace.ConnectionInfo.AppName');
    const before = await application();
    await me.run('Get-PSSession -ComputerName Server05 -ApplicationName wsman');
    expect(await application()).toEqual(before);
  });

  // ---------------------------------------------------------------- ConfigurationName

  it('[S153] ConfigurationName gets only the sessions of that configuration', async () => {
    expect(await names('Get-PSSession -ComputerName Server01 -ConfigurationName ITTasks')).toEqual(['Task[1]', 'held']);
    expect(await names('Get-PSSession -ComputerName Server01 -ConfigurationName Nothing')).toEqual([]);
  });
  it('[S154] ConfigurationName is a name or the whole resource URI, in any case of letters', async () => {
    for (const name of ['ittasks', 'http://schemas.microsoft.com/powershell/ITTasks'])
      expect(await names(`Get-PSSession -ComputerName Server01 -ConfigurationName ${name}`)).toEqual([
        'Task[1]',
        'held',
      ]);
  });
  it('[S155] ConfigurationName: the schema URI is put before a name', async () => {
    expect(await me.texts('$task.Runspace.ConnectionInfo.ShellUri')).toEqual([
      'http://schemas.microsoft.com/powershell/ITTasks',
    ]);
  });
  it('[S156] the configuration of a session is in the property ConfigurationName', async () => {
    expect(await me.texts('$task.ConfigurationName; $mine.ConfigurationName')).toEqual([
      'ITTasks',
      'Microsoft.PowerShell',
    ]);
    expect(await me.texts('(Get-PSSession -ComputerName Server01 -Name held).ConfigurationName')).toEqual(['ITTasks']);
  });
  it('[S157] ConfigurationName selects and filters, together with the other filters', async () => {
    expect(await names('Get-PSSession -ComputerName Server01 -ConfigurationName ITTasks -State Opened')).toEqual([
      'Task[1]',
    ]);
    expect(await names('Get-PSSession -ComputerName Server01 -ConfigurationName ITTasks -Name h*')).toEqual(['held']);
  });
  it('[S158] ConfigurationName does not change the configuration of a session', async () => {
    await me.values('Get-PSSession -ComputerName Server01 -ConfigurationName ITTasks');
    expect(await me.texts('$mine.ConfigurationName')).toEqual(['Microsoft.PowerShell']);
  });
  it('[S159] the help says what session configurations are: about_Session_Configurations', async () => {
    expect(await me.type('Get-Help Get-PSSession -Parameter ConfigurationName')).toContain(
      'about_Session_Configurations',
    );
    expect(await me.type('Get-Help about_Session_Configurations')).toContain('what runs when somebody opens a session');
  });

  // ---------------------------------------------------------------- what is not the caller's

  it('another user has sessions of their own, and sees none of ours', async () => {
    const colleague = await lab.client({ user: COLLEAGUE });
    expect(await colleague.texts('Get-PSSession -ComputerName Server01 | ForEach-Object Name')).toEqual([]);
  });
});
