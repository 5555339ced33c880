/** Invoke-Command and what runs in its sessions, sentence by sentence. cmdlets.md 10.3, 12 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lab, type LabClient } from './support/lab.js';

const CLASS = 'Microsoft.PowerShell.Commands.InvokeCommandCommand';

describe('Invoke-Command', () => {
  let lab: Lab;
  let me: LabClient;
  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['Server01']);
    await lab.add(['Server02']);
    me = await lab.client();
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
  });

  it('refuses a name for a job where its session is left: the name asks for a job', async () => {
    const refused = await me.error('Invoke-Command -ComputerName Server01 { 1 } -InDisconnectedSession -JobName n');
    expect(refused.fullyQualifiedErrorId).toBe(`System.InvalidOperationException,${CLASS}`);
  });

  it('gives its input to each session that it leaves', async () => {
    const left =
      '1..3 | Invoke-Command -ComputerName Server01, nowhere.invalid, Server02 { $input } -InDisconnectedSession -ThrottleLimit 1 -ErrorAction SilentlyContinue';
    expect(await me.texts(`${left} | ForEach-Object { "$(Receive-PSSession $_)" }`)).toEqual(['1 2 3', '1 2 3']);
    await me.values('Get-PSSession | Remove-PSSession');
  });

  it('says of a session that it could not open that it could not connect, where the session is to be left too', async () => {
    const refused = await me.error('Invoke-Command -ComputerName nowhere.invalid { 1 } -InDisconnectedSession');
    expect(refused.fullyQualifiedErrorId).toBe('ComputerNotFound,PSSessionStateBroken');
    expect(refused.exception.message).toMatch(/^Connecting to remote server nowhere\.invalid failed /);
  });

  it('gives no argument for $null, and one for a list with it', async () => {
    expect(
      await me.texts(
        'Invoke-Command -ComputerName Server01 { "$($args.Count)" } -ArgumentList $null; Invoke-Command -ComputerName Server01 { "$($args.Count)" } -ArgumentList @($null); Invoke-Command -ComputerName Server01 { "$($args.Count)" } -ArgumentList $null, 1',
      ),
    ).toEqual(['0', '1', '2']);
  });

  it('tells its commands who asks, in a variable that they cannot change', async () => {
    const { errors } = await me.run(
      'Invoke-Command -ComputerName Server01 { $PSSenderInfo = 5; if ($PSSenderInfo.ConnectedUser -ne "me") { Write-Error changed } }',
    );
    expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual(['VariableNotWritable']);
  });

  it('enters nothing from within a session: that is said, and processes that could be entered are listed', async () => {
    const { errors } = await me.run(
      'Invoke-Command -ComputerName Server01 { Enter-PSSession Server02; Enter-PSHostProcess -Id 1; Exit-PSSession; Get-PSHostProcessInfo -Name nosuch }',
    );
    expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      'HostDoesNotSupportPushRunspace,Microsoft.PowerShell.Commands.EnterPSSessionCommand',
      'EnterPSHostProcessHostDoesNotSupportIASession,Microsoft.PowerShell.Commands.EnterPSHostProcessCommand',
    ]);
  });

  it('wants a proxy where there are credentials for one, as all commands of the family do', async () => {
    await me.values(
      "$pc = [pscredential]::new('p', (ConvertTo-SecureString p -AsPlainText -Force)); $o = New-PSSessionOption -ProxyCredential $pc",
    );
    const id = async (command: string): Promise<string> => (await me.error(command)).fullyQualifiedErrorId;
    const ended = 'System.ArgumentException,Microsoft.PowerShell.Commands';
    expect(await id('Invoke-Command -ComputerName Server01 { 1 } -SessionOption $o')).toBe(
      `${ended}.InvokeCommandCommand`,
    );
    expect(await id('New-PSSession -ComputerName Server01 -SessionOption $o')).toBe(`${ended}.NewPSSessionCommand`);
    expect(await id('Get-PSSession -ComputerName Server01 -SessionOption $o')).toBe(`${ended}.GetPSSessionCommand`);
    expect(await id('New-PSSession -ConnectionUri http://Server01 -SessionOption $o')).toBe(
      'CreateRemoteRunspaceFailed,Microsoft.PowerShell.Commands.NewPSSessionCommand',
    );
  });
});

describe('New-PSSessionOption', () => {
  it('takes for ApplicationArguments what travels whole, under text keys', async () => {
    await using lab = new Lab();
    await lab.add(['Server01']);
    const me = await lab.client();
    const refused = (value: string): string =>
      `try { New-PSSessionOption -ApplicationArguments ${value} } catch { $_.FullyQualifiedErrorId; $_.Exception.Message -replace '^.* Error: "(.*? is not valid).*$', '$1' }`;
    const ID = 'CannotConvertArgumentNoMessage,Microsoft.PowerShell.Commands.NewPSSessionOptionCommand';
    expect(await me.texts(refused('@{ a = Get-Item / }'))).toEqual([
      ID,
      'The type of the value System.IO.DirectoryInfo is not valid',
    ]);
    expect(await me.texts(refused('@{ 5 = 1 }'))).toEqual([ID, 'The key type System.Int32 is not valid']);
    expect(await me.texts(refused('@{ a = 1, { x } }'))).toEqual([
      ID,
      'The type of the value System.Management.Automation.ScriptBlock is not valid',
    ]);
    expect(
      await me.texts(
        '$o = New-PSSessionOption -ApplicationArguments @{ a = 1, "x"; b = @{ c = [version]"1.2" } }; $o.ApplicationArguments.b.GetType().Name; Invoke-Command -ComputerName Server01 -SessionOption $o { "$($PSSenderInfo.ApplicationArguments.a)"; "$($PSSenderInfo.ApplicationArguments.b.c)" }',
      ),
    ).toEqual(['PSPrimitiveDictionary', '1 x', '1.2']);
  });
});

describe('Wait-Job', () => {
  it('gives a job whose session is left, and says once that such jobs are not over', async () => {
    await using lab = new Lab();
    await lab.add(['Server01']);
    const me = await lab.client();
    await me.values(
      '$s, $t = New-PSSession -ComputerName Server01, Server01; $j = Invoke-Command -Session $s, $t { Start-Sleep 60 } -AsJob; $k = Invoke-Command -Session $s { 1 } -AsJob; $null = Disconnect-PSSession $s, $t',
    );
    expect(await me.texts('Wait-Job $j -WarningVariable w | ForEach-Object State; $w.Count; "$w"')).toEqual([
      'Disconnected',
      '1',
      expect.stringMatching(/^One or more jobs are in a suspended or disconnected state/),
    ]);
    await me.values('Get-PSSession | Remove-PSSession');
  });
});
