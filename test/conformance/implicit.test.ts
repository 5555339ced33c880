/** Import- and Export-PSSession, and the commands of host processes. cmdlets.md 16 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InteractiveSession } from '../../src/client/session/index.js';
import { servePipe, sessionConfiguration } from '../../src/server/index.js';
import { Lab, type LabClient } from './support/lab.js';

describe('commands of another session', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pssession-implicit-'));
  let lab: Lab;
  let me: LabClient;
  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['Server01']);
    me = await lab.client();
    await me.set('folder', folder);
    await me.values(`
      $s = New-PSSession -ComputerName Server01 -Name tools
      Invoke-Command -Session $s {
        $count = 0
        function Get-Thing { [CmdletBinding()] param([Parameter(Position=0)][string]$Name, [switch]$Loud, [Parameter(ValueFromPipeline=$true)]$InputObject)
          process { if ($Loud) { "THING $Name $InputObject" } else { "thing $Name $InputObject" } } }
        function Get-Date { "not yours" }
      }`);
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it('Import-PSSession makes functions that run there, with parameters, switches, positions and pipeline input', async () => {
    expect(await me.texts('$m = Import-PSSession -Session $s -CommandName Get-Thing; $m.Name -like "tmp_*"')).toEqual([
      'true',
    ]);
    expect(
      await me.texts('Get-Thing one | ForEach-Object { "$_" }; Get-Thing -Loud -Name two | ForEach-Object { "$_" }'),
    ).toEqual(['thing one ', 'THING two ']);
    expect(await me.texts('1, 2 | Get-Thing x | ForEach-Object { "$_" }')).toEqual(['thing x 1', 'thing x 2']);
    expect(await me.texts('(Get-Thing one).PSComputerName')).toEqual(['Server01']);
  });
  it('Import-Module -PSSession imports a module there and its commands here, and Get-Module -PSSession lists it', async () => {
    await me.values(`
      Set-Content -LiteralPath (Join-Path $folder Far.psm1) -Value 'function Get-Far { [CmdletBinding()] param([string]$Name) "far $Name" }; function Get-Farther { "farther" }'
      $far = Import-Module (Join-Path $folder Far.psm1) -PSSession $s -Prefix My -DisableNameChecking -PassThru`);
    expect(
      await me.texts('$far.Name; (Get-Module Far).Name; (Get-Command Get-MyFar).ModuleName; Far\\Get-MyFarther'),
    ).toEqual(['Far', 'Far', 'Far', 'farther']);
    expect(
      await me.texts('Get-MyFar -Name a | ForEach-Object { "$_" }; Get-MyFarther | ForEach-Object { "$_" }'),
    ).toEqual(['far a', 'farther']);
    expect(await me.texts('(Get-Module -PSSession $s -Name Far).Name')).toEqual(['Far']);
    await me.values('Remove-Module Far');
    expect(await me.texts('Get-Module Far; Get-Command Get-MyFar -ErrorAction Ignore')).toEqual([]);
    const named =
      'Set-Content (Join-Path $folder Odd.psm1) "function Frob-It { 1 }"; Import-Module (Join-Path $folder Odd.psm1) -PSSession $s';
    expect((await me.run(`${named} -DisableNameChecking`)).warnings).toEqual([]);
    expect((await me.run(named)).warnings.join()).toContain('unapproved verbs');
    const error = await me.error('Import-Module x -UseWindowsPowerShell');
    expect(error.fullyQualifiedErrorId).toBe('NotSupported,Microsoft.PowerShell.Commands.ImportModuleCommand');
    const cim = await me.error('Get-Module x -CimSession 1');
    expect(cim.exception.message).toContain('Import-Module -PSSession');
  });
  it('skips names that are taken, unless they get a prefix', async () => {
    const skipped = await me.run('Import-PSSession -Session $s -CommandName Get-Date');
    expect(skipped.warnings.join(' ')).toContain('Get-Date');
    expect(
      [...skipped.errors, ...(skipped.failure === undefined ? [] : [skipped.failure])].map(
        ({ fullyQualifiedErrorId }) => fullyQualifiedErrorId,
      ),
    ).toEqual(['ErrorNoCommandsImportedBecauseOfSkipping,Microsoft.PowerShell.Commands.ImportPSSessionCommand']);
    expect(
      await me.texts(
        '$null = Import-PSSession -Session $s -CommandName Get-Date -Prefix Remote; Get-RemoteDate | ForEach-Object { "$_" }',
      ),
    ).toEqual(['not yours']);
    const error = await me.error('Import-PSSession -Session $s -CommandName No-SuchCommand');
    expect(error.fullyQualifiedErrorId).toBe(
      'ErrorNoResultsFromRemoteEnd,Microsoft.PowerShell.Commands.ImportPSSessionCommand',
    );
  });
  it('calls plain functions with whatever they are given, and every command as a job', async () => {
    await me.values(`
      Invoke-Command -Session $s { function loose($a, $b) { "$a|$b|$args" } }
      $null = Import-PSSession -Session $s -CommandName loose`);
    expect(await me.texts('loose 1 2 3 -x 4; loose -b 1; loose -AsJob 5 | Wait-Job | Receive-Job')).toEqual([
      '1|2|3 -x 4',
      '|1|',
      '5||',
    ]);
  });
  it('takes up the session that was left, and makes it again where it is gone', async () => {
    await me.values(`
      $t = New-PSSession -ComputerName Server01
      Invoke-Command -Session $t { function Get-Left { 'left' } }
      $null = Import-PSSession -Session $t -CommandName Get-Left, Get-Uptime -AllowClobber; $null = Disconnect-PSSession $t`);
    expect(await me.texts('Get-Left; $t.State')).toEqual(['left', 'Opened']);
    await me.values('Remove-PSSession $t');
    expect(await me.texts('(Get-Uptime).GetType().Name; $t.State')).toEqual(['TimeSpan', 'Closed']);
    await me.values('Get-PSSession | Where-Object Name -ne tools | Remove-PSSession; Get-Module tmp_* | Remove-Module');
  });
  it('Export-PSSession writes a module that makes its session when it is used, and holds no credential', async () => {
    await me.values(
      '$null = Export-PSSession -Session $s -OutputModule "$folder/Tools" -CommandName Get-Date -AllowClobber',
    );
    const text = readFileSync(path.join(folder, 'Tools', 'Tools.psm1'), 'utf8');
    expect(text).toContain("New-PSSession -ConnectionUri 'http://Server01:5985/wsman'");
    expect(text).not.toContain('secret');
    const error = await me.error(
      'Export-PSSession -Session $s -OutputModule "$folder/Tools" -CommandName Get-Date -AllowClobber',
    );
    expect(error.fullyQualifiedErrorId).toMatch(/^ExportProxyCommand_OutputDirectoryExists/);
    const other = await lab.client();
    await other.set('folder', folder);
    expect(await other.texts('Import-Module "$folder/Tools/Tools.psm1"; Get-PSSession')).toEqual([]);
    await other.values('Get-Date');
    expect(await other.texts('Get-PSSession | ForEach-Object ComputerName')).toEqual(['server01']);
  });
});

describe('host processes', () => {
  it('are listed, and what cannot be entered says why', async () => {
    await using lab = new Lab();
    let entered: InteractiveSession | undefined;
    const me = await lab.client({
      interactive: { push: (session) => void (entered = session), pop: () => undefined, isPushed: false },
    });
    const { errors } = await me.run('Get-PSHostProcessInfo | Out-Null');
    expect(errors).toEqual([]);
    const id = async (script: string): Promise<string> => (await me.error(script)).fullyQualifiedErrorId;
    const CLASS = 'Microsoft.PowerShell.Commands.EnterPSHostProcessCommand';
    expect(await id(`Enter-PSHostProcess -Id ${process.pid}`)).toBe(`EnterPSHostProcessCantEnterSameProcess,${CLASS}`);
    expect(await id(`Enter-PSHostProcess -Id ${process.ppid}`)).toBe(`EnterPSHostProcessNoPowerShell,${CLASS}`);
    expect(await id(`Get-Process -Id ${process.ppid} | Enter-PSHostProcess`)).toBe(
      `EnterPSHostProcessNoPowerShell,${CLASS}`,
    );
    const began = performance.now();
    expect(await id('Enter-PSHostProcess -CustomPipeName nobodylistenshere')).toBe(
      `EnterPSHostProcessNoNamedPipeFound,${CLASS}`,
    );
    expect(performance.now() - began, 'a pipe that is not there is not waited for').toBeLessThan(3000);
    expect(await id('Enter-PSHostProcess -HostProcessInfo 5')).toBe(`CannotConvertArgumentNoMessage,${CLASS}`);
    expect(await id('Enter-PSHostProcess -Id 2147483600')).toBe(`EnterPSHostProcessNoProcessFoundWithId,${CLASS}`);
    expect(await id('Enter-PSHostProcess -Name nosuchprocess')).toBe(
      `EnterPSHostProcessNoProcessFoundWithName,${CLASS}`,
    );
    const refused = await me.error('Enter-PSHostProcess -Id 2147483600');
    expect([refused.exception.message, refused.category]).toEqual([
      'No process was found with Id: 2147483600.',
      'InvalidArgument',
    ]);
    expect(entered).toBeUndefined();
    const plain = await lab.client();
    expect((await plain.error('Enter-PSHostProcess -Id 1')).fullyQualifiedErrorId).toBe(
      `EnterPSHostProcessHostDoesNotSupportIASession,${CLASS}`,
    );
  });

  it.skipIf(process.platform === 'win32')('are entered by id, object or name of a pipe', async () => {
    await using lab = new Lab();
    const entered: InteractiveSession[] = [];
    const me = await lab.client({
      interactive: { push: (session) => void entered.push(session), pop: () => undefined, isPushed: false },
    });
    // The pipe of this process under another one's number, as PowerShell names its own outside Windows.
    const other = spawn('sleep', ['60']);
    const options = { configuration: sessionConfiguration({ name: 'Own', runspace: { kind: 'embedded' } }) };
    await using pipe = await servePipe(`PSHost.1DC.${other.pid}.None.sleep`, options);
    const custom = `pssession-test-${process.pid}`;
    await using named = await servePipe(custom, options);
    try {
      expect(await me.values(`(Get-PSHostProcessInfo -Id ${other.pid}).GetPipeNameFilePath()`)).toEqual([pipe.path]);
      expect(named.path).toContain(custom);
      for (const command of [
        `Enter-PSHostProcess -Id ${other.pid}`,
        `Enter-PSHostProcess -Id ${other.pid} -AppDomainName DefaultAppDomain`,
        `Get-Process -Id ${other.pid} | Enter-PSHostProcess`,
        `Get-PSHostProcessInfo -Id ${other.pid} | Enter-PSHostProcess`,
        `Enter-PSHostProcess -CustomPipeName ${custom}`,
      ]) {
        expect((await me.run(command)).errors, command).toEqual([]);
        const session = entered.pop();
        const pid = command.includes('Custom') ? process.pid : other.pid;
        expect(await session?.prompt(), command).toMatch(new RegExp(`^\\[Process:${pid}\\]: PS .*> $`));
        await session?.leave();
      }
    } finally {
      other.kill();
    }
  });
});
