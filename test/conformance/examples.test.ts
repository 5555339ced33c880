/** The seven examples of the page, typed as printed. cmdlets.md 21 (G1-G7) */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PAGE_INSTANCE_ID, playExamples, transcriptMarkdown, type Example } from './support/transcript.js';
import { Lab } from './support/lab.js';

/** Rows of the six-column table, cells by header; the spacing of printed help is nobody's measure. */
function rows(text: string): Record<string, string>[] {
  const [header = '', , ...body] = text.split('\n');
  const names = header.trim().split(/\s+/);
  return body
    .filter((line) => line.trim() !== '')
    .map((line) =>
      Object.fromEntries(
        line
          .trim()
          .split(/\s+/)
          .map((cell, index) => [names[index] ?? '', cell]),
      ),
    );
}
const SIX = ['Id', 'Name', 'ComputerName', 'State', 'ConfigurationName', 'Availability'];

describe('the examples of the page', () => {
  let examples: readonly Example[] = [];
  const example = (number: number): Example => {
    const found = examples.find((one) => one.number === number);
    if (found === undefined) throw new Error(`example ${number} was not played`);
    return found;
  };
  const shown = (number: number, line: number): string => example(number).lines[line]?.shown ?? '';
  const typed = (number: number, line: number): string => example(number).lines[line]?.line ?? '';

  beforeAll(async () => {
    examples = await playExamples();
  });

  it('plays as docs/get-pssession-examples.md has it', () => {
    const document = readFileSync(path.join(process.cwd(), 'docs', 'get-pssession-examples.md'), 'utf8');
    expect(transcriptMarkdown(examples)).toBe(document);
  });

  it('[S19] example 1 gets all sessions of the current session', () => {
    expect(typed(1, 0)).toBe('Get-PSSession');
    expect(rows(shown(1, 0)).map(({ Name }) => Name)).toEqual(['Here', 'Away']);
  });
  it('[S20] example 1 leaves out a session of another session, even one to this computer', () => {
    expect(shown(1, 0)).not.toContain('Other');
  });
  it('[S21] example 2 gets the sessions that connect to the local computer', () => {
    expect(typed(2, 0)).toBe('Get-PSSession -ComputerName localhost');
    expect(rows(shown(2, 0)).every(({ ComputerName }) => ComputerName === 'localhost')).toBe(true);
  });
  it('[S22] example 2 takes a dot for the local computer', () => {
    const names = (line: number): unknown[] => rows(shown(2, line)).map(({ Name }) => Name);
    expect(typed(2, 1)).toBe('Get-PSSession -ComputerName .');
    expect(names(1)).toEqual(names(0));
  });
  it('[S23] example 2 includes sessions that other sessions and computers made', () => {
    expect(rows(shown(2, 0)).map(({ Name }) => Name)).toEqual(['Mine', 'FromHere', 'FromAfar']);
  });
  it('[S24] example 3 gets the sessions that connect to Server02', () => {
    expect(typed(3, 0)).toBe('Get-PSSession -ComputerName Server02');
    expect(rows(shown(3, 0)).map(({ ComputerName }) => ComputerName)).toEqual(['Server02', 'Server02', 'Server02']);
  });
  it('[S25] example 3 is a table of six columns, Id and Availability aligned to the right', () => {
    const [header = '', hyphens = '', first = ''] = shown(3, 0).split('\n');
    expect(header.trim().split(/\s+/)).toEqual(SIX);
    expect(
      hyphens
        .replace(/-+/g, (run) => String(run.length))
        .trim()
        .split(/\s+/),
    ).toEqual(SIX.map(({ length }) => String(length)));
    const columns = (label: string): [start: number, end: number] => [
      header.indexOf(label),
      header.indexOf(label) + label.length,
    ];
    const [nameStart] = columns('Name');
    expect(first.slice(nameStart).startsWith('Session3')).toBe(true);
    const [, idEnd] = columns('Id');
    expect(first.slice(0, idEnd).trimStart()).toBe('2');
    const [, availabilityEnd] = columns('Availability');
    expect(first.length).toBe(availabilityEnd);
    expect(first.endsWith('Busy')).toBe(true);
  });
  it('[S26] example 3 shows all sessions on the server, wherever they were made', () => {
    expect(rows(shown(3, 0)).map(({ Name }) => Name)).toEqual(['Session3', 'ScheduledJobs', 'Test']);
  });
  it('[S27] example 3 has two rows that are Disconnected and Busy', () => {
    expect(
      rows(shown(3, 0))
        .filter(({ State, Availability }) => State === 'Disconnected' && Availability === 'Busy')
        .map(({ Name, Id, ConfigurationName }) => [Id, Name, ConfigurationName]),
    ).toEqual([
      ['2', 'Session3', 'ITTasks'],
      ['3', 'Test', 'Microsoft.PowerShell'],
    ]);
  });
  it('[S28] example 3: the Busy ones are in use elsewhere, and connecting them is refused', async () => {
    await using lab = new Lab();
    await lab.add(['Server02']);
    const [me, other] = [await lab.client(), await lab.client()];
    await other.values('New-PSSession -ComputerName Server02 -Name Session3 -ConfigurationName ITTasks');
    const error = await me.error('Get-PSSession -ComputerName Server02 | Connect-PSSession');
    expect(error.fullyQualifiedErrorId).toBe(
      'PSSessionConnectFailed,Microsoft.PowerShell.Commands.ConnectPSSessionCommand',
    );
  });
  it('[S29] example 3: the session of the current session is Opened, Available and has its own id', () => {
    expect(rows(shown(3, 0))[1]).toEqual({
      Id: '1',
      Name: 'ScheduledJobs',
      ComputerName: 'Server02',
      State: 'Opened',
      ConfigurationName: 'Microsoft.PowerShell',
      Availability: 'Available',
    });
  });
  it('[S30] example 4 makes sessions on three computers', () => {
    expect(typed(4, 0)).toBe('New-PSSession -ComputerName Server01, Server02, Server03');
    expect(rows(shown(4, 0)).map(({ ComputerName }) => ComputerName)).toEqual(['Server01', 'Server02', 'Server03']);
  });
  it('[S31] example 4 saves the results in several variables', () => {
    expect(typed(4, 1)).toBe('$s1, $s2, $s3 = Get-PSSession');
    expect(shown(4, 1)).toBe('');
  });
  it('[S32] example 4: the second command gets the three sessions', () => {
    expect([2, 3, 4].flatMap((line) => rows(shown(4, line)).map(({ ComputerName }) => ComputerName))).toEqual([
      'Server01',
      'Server02',
      'Server03',
    ]);
  });
  it('[S33] example 4: the first object goes to the first variable, and so on', () => {
    expect(typed(4, 2)).toBe('$s1');
    expect([2, 3, 4].map((line) => rows(shown(4, line)).map(({ Id }) => Id))).toEqual([['1'], ['2'], ['3']]);
  });
  it('[S34, S35] example 4: objects beyond the variables go to the last one, variables beyond the objects stay unset', async () => {
    await using lab = new Lab();
    await lab.add(['Server01', 'Server02', 'Server03']);
    const me = await lab.client();
    await me.values('New-PSSession -ComputerName Server01, Server02, Server03 -Name a, b, c');
    expect(
      await me.texts(
        '$x, $rest = Get-PSSession; $x.Name; ($rest | Measure-Object).Count; $rest | ForEach-Object Name | Sort-Object',
      ),
    ).toHaveLength(4);
    expect(await me.texts('($rest | Measure-Object).Count')).toEqual(['2']);
    expect(await me.texts('$p, $q, $r, $t = Get-PSSession; $null -ne $r; $null -eq $t')).toEqual(['true', 'true']);
  });
  it('[S36, S41] example 5 shows a table of the two properties ComputerName and InstanceID', () => {
    expect(typed(5, 0)).toBe('Get-PSSession | Format-Table -Property ComputerName, InstanceID');
    const table = rows(shown(5, 0));
    expect(table.map((row) => Object.keys(row).map((name) => name.toLowerCase()))).toEqual([
      ['computername', 'instanceid'],
      ['computername', 'instanceid'],
    ]);
    expect(table[0]).toMatchObject({ ComputerName: 'Server01' });
  });
  it('[S37, S42] example 5 gets one session by its instance id into a variable', () => {
    expect(typed(5, 1)).toBe(`$s = Get-PSSession -InstanceID ${PAGE_INSTANCE_ID}`);
    expect(shown(5, 1)).toBe('');
    expect(shown(5, 0)).toContain(PAGE_INSTANCE_ID);
  });
  it('[S38, S43] example 5 removes the session of the variable', () => {
    expect(typed(5, 2)).toBe('Remove-PSSession -Session $s');
    expect(shown(5, 2)).toBe('');
    expect(rows(shown(5, 3)).map(({ ComputerName }) => ComputerName)).toEqual(['Server02']);
  });
  it('[S39] example 5: a session found by its instance id is deleted, here and at its server', async () => {
    await using lab = new Lab();
    await lab.add(['Server01']);
    const me = await lab.client();
    await me.values('$a = New-PSSession -ComputerName Server01; $b = New-PSSession -ComputerName Server01');
    const left = await me.texts(
      '$s = Get-PSSession -InstanceId $a.InstanceId; Remove-PSSession -Session $s; "$($s.State)/$($s.Availability)"; (Get-PSSession -ComputerName Server01 | Measure-Object).Count; (Get-PSSession).Id -eq $b.Id',
    );
    expect(left).toEqual(['Closed/None', '1', 'true']);
  });
  it('[S40] example 5: the bare command lists the sessions of the current session', () => {
    expect(rows(shown(5, 0)).map(({ ComputerName }) => ComputerName)).toEqual(['Server01', 'Server02']);
  });
  it('[S44] example 6 asks two computers for sessions named BackupJob* of the configuration ITTasks', () => {
    expect(typed(6, 0)).toBe(
      'Get-PSSession -ComputerName Server02, Server12 -Name BackupJob* -ConfigurationName ITTasks -SessionOption @{OperationTimeout=240000}',
    );
    expect(rows(shown(6, 0))).toHaveLength(1);
  });
  it('[S45] example 6: Name gives the pattern and ConfigurationName the configuration: others are not shown', () => {
    expect(shown(6, 0)).not.toContain('Nightly'); // another name, on Server12
    expect(shown(6, 0)).not.toContain('BackupJob05'); // another configuration, on Server02
  });
  it('[S49] example 6 returns the session BackupJob04', () => {
    expect(rows(shown(6, 0))[0]).toMatchObject({ Name: 'BackupJob04', ComputerName: 'Server02' });
  });
  it('[S50] example 6: Disconnected and None mean that it is not in use', () => {
    expect(rows(shown(6, 0))[0]).toMatchObject({ State: 'Disconnected', Availability: 'None' });
  });
  it('[S51] example 6 prints the row in the six columns, with the id 3', () => {
    expect(rows(shown(6, 0))[0]).toEqual({
      Id: '3',
      Name: 'BackupJob04',
      ComputerName: 'Server02',
      State: 'Disconnected',
      ConfigurationName: 'ITTasks',
      Availability: 'None',
    });
  });
  it('[S52] example 6 pipes the session to Connect-PSSession and saves it', () => {
    expect(typed(6, 1)).toBe(
      '$s = Get-PSSession -ComputerName Server02 -Name BackupJob04 -ConfigurationName ITTasks | Connect-PSSession',
    );
    expect(shown(6, 1)).toBe('');
  });
  it('[S53] example 6: the connected session is Opened and Available and has a new id', () => {
    expect(typed(6, 2)).toBe('$s');
    expect(rows(shown(6, 2))).toEqual([
      {
        Id: '5',
        Name: 'BackupJob04',
        ComputerName: 'Server02',
        State: 'Opened',
        ConfigurationName: 'ITTasks',
        Availability: 'Available',
      },
    ]);
  });
  it('[S54, S55] example 6: a session with a task of a colleague is found by name and configuration, connected, and the task finished', async () => {
    await using lab = new Lab();
    await lab.add(['Server02', 'Server12']);
    const [colleague, me] = [await lab.client(), await lab.client()];
    await colleague.values(
      '$t = New-PSSession -ComputerName Server02 -Name BackupJob04 -ConfigurationName ITTasks; Invoke-Command -Session $t { $backup = "half done" }; Disconnect-PSSession $t',
    );
    expect(
      await me.texts(
        '$s = Get-PSSession -ComputerName Server02, Server12 -Name BackupJob* -ConfigurationName ITTasks | Select-Object -First 1 | Connect-PSSession; "$(Invoke-Command -Session $s { $backup })"',
      ),
    ).toEqual(['half done']);
  });
  it('[S56] example 7 gets the session with the id 2', () => {
    expect(typed(7, 0)).toBe('Get-PSSession -ID 2');
    expect(rows(shown(7, 0)).map(({ Id, ComputerName }) => [Id, ComputerName])).toEqual([['2', 'Server02']]);
  });
});

describe('the conditions of the examples', () => {
  it('[S46, S47] a hashtable sets OperationTimeout in milliseconds: 240000 are four minutes for the command', async () => {
    await using lab = new Lab();
    await lab.add(['Server02', 'Server12']);
    const me = await lab.client();
    await me.values('Get-PSSession -ComputerName Server02, Server12 -SessionOption @{OperationTimeout=240000}');
    expect(lab.requests.map(({ info }) => info.operationTimeoutMs)).toEqual([240_000, 240_000]);
    expect(
      await me.texts('New-PSSessionOption -OperationTimeout 240000 | ForEach-Object { "$($_.OperationTimeout)" }'),
    ).toEqual(['00:04:00']);
  });
  it('[S48] the option configures the temporary connection to each computer, not the sessions that are found', async () => {
    await using lab = new Lab();
    await lab.add(['Server02', 'Server12']);
    const [other, me] = [await lab.client(), await lab.client()];
    await other.values('New-PSSession -ComputerName Server02 -ConfigurationName ITTasks');
    await me.values(
      'Get-PSSession -ComputerName Server02, Server12 -ConfigurationName ITTasks -SessionOption @{OperationTimeout=240000}',
    );
    expect(lab.requests.slice(-2).map(({ computerName }) => computerName)).toEqual(['Server02', 'Server12']);
    expect(await other.texts('(Get-PSSession).Runspace.ConnectionInfo.OperationTimeout')).toEqual(['180000']);
  });
  it('[S57] an id is unique in the current session only, so it finds nothing elsewhere', async () => {
    await using lab = new Lab();
    await lab.add(['Server01']);
    const [other, me] = [await lab.client(), await lab.client()];
    const [id] = await other.texts('(New-PSSession -ComputerName Server01).Id');
    const error = await me.error(`Get-PSSession -Id ${id}`);
    expect(error.fullyQualifiedErrorId).toBe(
      'RemoteRunspaceNotAvailableForSpecifiedSessionId,Microsoft.PowerShell.Commands.GetPSSessionCommand',
    );
    const mixed = await me.error(`Get-PSSession -Id ${id} -ComputerName Server01`);
    expect(mixed.fullyQualifiedErrorId).toBe('AmbiguousParameterSet,Microsoft.PowerShell.Commands.GetPSSessionCommand');
  });
});
