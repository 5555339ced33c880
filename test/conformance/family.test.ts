/** The examples of the family's help pages, as scripts at real connections. cmdlets.md 6-12, 17-21 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InteractiveSession } from '../../src/client/session/index.js';
import { PSCredential } from '../../src/client/session/index.js';
import { sessionConfiguration } from '../../src/server/index.js';
import { DEFAULT_CONFIGURATION_QUOTAS } from '../../src/server/configuration/quotas.js';
import { COLLEAGUE, Lab, type LabClient } from './support/lab.js';

const SHOW = 'ForEach-Object { "$($_.Name) $($_.State) $($_.Availability)" }';
const classOf = (command: string): string => `Microsoft.PowerShell.Commands.${command}Command`;

describe('the family', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pssession-family-'));
  let lab: Lab;
  let me: LabClient;
  let entered: InteractiveSession | undefined;

  beforeAll(async () => {
    lab = new Lab();
    await Promise.all([
      lab.add(['localhost']),
      lab.add(['Server01', 'server01.public.fabrikam.com'], {
        configurations: [
          sessionConfiguration({ name: 'Microsoft.PowerShell' }),
          sessionConfiguration({ name: 'E12' }),
          sessionConfiguration({
            name: 'Bounded',
            quotas: { ...DEFAULT_CONFIGURATION_QUOTAS, MaxIdleTimeoutms: 43_200_000 },
          }),
        ],
      }),
      lab.add(['Server02']),
      lab.add(['Server03']),
    ]);
    me = await lab.client({
      interactive: {
        push: (session) => {
          entered = session;
        },
        pop: async () => {
          await entered?.leave();
          entered = undefined;
        },
        get isPushed() {
          return entered !== undefined;
        },
      },
    });
    writeFileSync(path.join(folder, 'servers.txt'), 'Server01\nServer02\nServer03\n');
    writeFileSync(path.join(folder, 'sample.ps1'), 'param($first, $second)\n"$first and $second and $using:shared"\n');
    await me.set('folder', folder);
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  const texts = (script: string): Promise<readonly string[]> => me.texts(script);
  const errorOf = async (script: string): Promise<readonly [string, string]> => {
    const { fullyQualifiedErrorId, category } = await me.error(script);
    return [fullyQualifiedErrorId, category];
  };
  const clean = async (): Promise<void> => {
    await me.values('Get-Job | Remove-Job -Force; Get-PSSession | Remove-PSSession -ErrorAction SilentlyContinue');
  };

  describe('New-PSSession', () => {
    it('N1-N3: the local computer by default, one computer, three into three variables', async () => {
      expect(await texts('(New-PSSession).ComputerName')).toEqual(['localhost']);
      expect(await texts('(New-PSSession -ComputerName Server01).ComputerName')).toEqual(['Server01']);
      expect(
        await texts(
          '$a, $b, $c = New-PSSession -ComputerName Server01, Server02, Server03; $a.ComputerName, $b.ComputerName, $c.ComputerName | Sort-Object',
        ),
      ).toEqual(['Server01', 'Server02', 'Server03']);
      await clean();
    });
    it('N4-N6: a configuration, a session as template, a domain name with a credential', async () => {
      expect(
        await texts(
          '$s = New-PSSession -ComputerName Server01 -ConfigurationName E12; $t = New-PSSession -Session $s -Name copy; $t.ConfigurationName; $t.ComputerName; $t.Id -ne $s.Id; $t.InstanceId -ne $s.InstanceId',
        ),
      ).toEqual(['E12', 'Server01', 'true', 'true']);
      await me.set('cred', new PSCredential(COLLEAGUE.user, COLLEAGUE.password).toPSObject());
      expect(
        await texts(
          '$global:s = New-PSSession -ComputerName Server01.Public.Fabrikam.com -Credential $cred; Invoke-Command -Session $global:s { $PSSenderInfo.UserInfo.Identity.Name } | ForEach-Object { "$_" }',
        ),
      ).toEqual([COLLEAGUE.user]);
      expect(await errorOf('New-PSSession -Session $s -Credential $cred')).toEqual([
        `AmbiguousParameterSet,${classOf('NewPSSession')}`,
        'InvalidArgument',
      ]);
      await clean();
    });
    it('N7: names from a file by the pipeline, within one throttle limit; each gets the first name', async () => {
      let now = 0;
      let most = 0;
      lab.onPost = async () => {
        now += 1;
        most = Math.max(most, now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now -= 1;
      };
      try {
        expect(
          await texts(
            'Get-Content "$folder/servers.txt" | New-PSSession -ThrottleLimit 1 -Name n | ForEach-Object { "$($_.ComputerName) $($_.Name)" }',
          ),
        ).toEqual(['Server01 n', 'Server02 n', 'Server03 n']);
      } finally {
        lab.onPost = undefined;
      }
      await clean();
    });
    it('N8: a URI', async () => {
      expect(
        await texts(
          '(New-PSSession -ConnectionUri http://Server01:5985/wsman).Runspace.ConnectionInfo.ConnectionUri.ToString()',
        ),
      ).toEqual(['http://server01:5985/wsman']);
      await clean();
    });
    it('each target that fails has its own error, and leaves a gap in the ids', async () => {
      const { output, errors } = await me.run('New-PSSession -ComputerName nowhere.invalid, Server02');
      expect(output).toHaveLength(1);
      expect(errors.map(({ fullyQualifiedErrorId, category }) => [fullyQualifiedErrorId, category])).toEqual([
        ['ComputerNotFound,PSSessionOpenFailed', 'OpenError'],
      ]);
      expect(errors[0]?.detailsMessage).toMatch(
        /^\[nowhere.invalid\] Connecting to remote server nowhere.invalid failed with the following error message : /,
      );
      expect(errors[0]?.exception.message).toMatch(/^Connecting to remote server nowhere.invalid failed /);
      await clean();
    });
    it('refuses bad names, duplicates, short idle times and virtual machines', async () => {
      expect(await errorOf('New-PSSession -ComputerName http://Server01')).toEqual([
        `PSSessionInvalidComputerName,${classOf('NewPSSession')}`,
        'InvalidArgument',
      ]);
      expect(await errorOf('$s = New-PSSession Server01; New-PSSession -Session $s, $s')).toEqual([
        `RemoteRunspaceInfoHasDuplicates,${classOf('NewPSSession')}`,
        'InvalidArgument',
      ]);
      expect(await errorOf('New-PSSession Server01 -SessionOption (New-PSSessionOption -IdleTimeout 1000)')).toEqual([
        `Argument,${classOf('NewPSSession')}`,
        'InvalidArgument',
      ]);
      await me.set('cred', new PSCredential('a', 'b').toPSObject());
      expect(await errorOf('New-PSSession -VMName box -Credential $cred')).toEqual([
        `HyperVModuleNotAvailable,${classOf('NewPSSession')}`,
        'NotInstalled',
      ]);
      expect(await errorOf('New-PSSession -ContainerId abc')).toEqual([
        `CreateRemoteRunspaceForContainerFailed,${classOf('NewPSSession')}`,
        'InvalidOperation',
      ]);
      await clean();
    });
  });

  describe('Disconnect- and Connect-PSSession', () => {
    it('C1, C2: by computer and name; all of them there and back, with the same ids', async () => {
      await me.values(
        '$null = New-PSSession -ComputerName Server01 -Name ITTask; $null = New-PSSession -ComputerName Server02 -Name Other',
      );
      expect(await texts(`Get-PSSession | Disconnect-PSSession | Sort-Object Id | ${SHOW}`)).toEqual([
        'ITTask Disconnected None',
        'Other Disconnected None',
      ]);
      const ids = await texts('Get-PSSession | ForEach-Object Id');
      expect(await texts(`Get-PSSession | Connect-PSSession | Sort-Object Id | ${SHOW}`)).toEqual([
        'ITTask Opened Available',
        'Other Opened Available',
      ]);
      expect(await texts('Get-PSSession | ForEach-Object Id')).toEqual(ids);
      await me.values('Disconnect-PSSession -Name ITTask');
      expect(await texts(`Connect-PSSession -ComputerName Server01 -Name ITTask | ${SHOW}`)).toEqual([
        'ITTask Opened Available',
      ]);
      await clean();
    });
    it('D2: with an idle time and a buffering mode', async () => {
      await me.values('$s = New-PSSession -ComputerName Server01 -Name ITTask');
      expect(
        await texts(
          'Get-PSSession -ComputerName Server01 -Name ITTask | Disconnect-PSSession -OutputBufferingMode Drop -IdleTimeoutSec 86400 | ForEach-Object { "$($_.State) $($_.IdleTimeout) $($_.OutputBufferingMode)" }',
        ),
      ).toEqual(['Disconnected 86400000 Drop']);
      expect(await texts('($s.ExpiresOn - $s.DisconnectedOn).TotalHours')).toEqual(['24']);
      await clean();
    });
    it('D4: an idle time beyond the maximum of the configuration is refused, within it accepted', async () => {
      await me.values('$s = New-PSSession -ComputerName Server01 -ConfigurationName Bounded -Name b');
      expect(await errorOf('Disconnect-PSSession $s -IdleTimeoutSec 172800')).toEqual([
        `CannotDisconnectSessionWithInvalidIdleTimeout,${classOf('DisconnectPSSession')}`,
        'InvalidArgument',
      ]);
      expect(
        await texts(
          'Disconnect-PSSession $s -IdleTimeoutSec 43200 | ForEach-Object { $_.Runspace.ConnectionInfo.IdleTimeout }',
        ),
      ).toEqual(['43200000']);
      await clean();
    });
    it('asks with WhatIf for nothing, passes Disconnected ones through, and refuses what is Closed', async () => {
      await me.values('$s = New-PSSession -ComputerName Server01');
      await me.values('Disconnect-PSSession $s -WhatIf');
      expect(await texts('"$($s.State)"')).toEqual(['Opened']);
      expect(await texts('Disconnect-PSSession $s | Disconnect-PSSession | ForEach-Object { "$($_.State)" }')).toEqual([
        'Disconnected',
      ]);
      await me.values('Remove-PSSession $s');
      expect(await errorOf('Disconnect-PSSession $s')).toEqual([
        `CannotDisconnectSessionWhenNotOpened,${classOf('DisconnectPSSession')}`,
        'InvalidOperation',
      ]);
      expect(await errorOf('Connect-PSSession $s')).toEqual([
        `PSSessionConnectFailed,${classOf('ConnectPSSession')}`,
        'InvalidOperation',
      ]);
    });
  });

  describe('Receive-PSSession', () => {
    it('R1, R5: what a session did meanwhile, from another client, in order, once', async () => {
      await me.values(
        '$null = Invoke-Command -ComputerName Server01, Server02 { 1..5 } -InDisconnectedSession -SessionName left, left2',
      );
      expect(await texts(`Get-PSSession | Sort-Object Name | ${SHOW}`)).toEqual([
        'left Disconnected None',
        'left2 Disconnected None',
      ]);
      const other = await lab.client();
      expect(
        await other.texts('(Receive-PSSession -ComputerName Server01 -Name left | ForEach-Object { "$_" }) -join ","'),
      ).toEqual(['1,2,3,4,5']);
      expect(await other.texts(`Get-PSSession | ${SHOW}`)).toEqual(['left Opened Available']);
      expect(
        await other.texts(
          '$p = Get-PSSession -ComputerName Server02 | Receive-PSSession; $p[0].PSComputerName; ($p | Measure-Object).Count',
        ),
      ).toEqual(['Server02', '5']);
      expect(await other.texts('Receive-PSSession -Name left2')).toEqual([]);
      await other.values('Get-PSSession | Remove-PSSession');
      await clean();
    });
    it('R3: into a job with a name', async () => {
      await me.values(
        '$null = Invoke-Command -ComputerName Server01 { "kept" } -InDisconnectedSession -SessionName task',
      );
      const other = await lab.client();
      expect(
        await other.texts(
          '$j = Receive-PSSession -ComputerName Server01 -Name task -OutTarget Job -JobName collected; "$($j.Name) $($j.PSJobTypeName) $($j.Location)"; ($j | Wait-Job).State; Receive-Job $j | ForEach-Object { "$_" }',
        ),
      ).toEqual(['collected RemoteJob Server01', 'Completed', 'kept']);
      await other.values('Get-PSSession | Remove-PSSession');
      await clean();
    });
    it('R6: a job of a session that is left keeps what it has, and goes on when the session is connected', async () => {
      await me.values(
        '$s = New-PSSession -ComputerName Server01; $j = Invoke-Command -Session $s { "first"; Start-Sleep -Milliseconds 700; "last" } -AsJob; while (-not $j.ChildJobs[0].Output) { Start-Sleep -Milliseconds 20 }; $null = Disconnect-PSSession $s; $j | Wait-Job -WarningAction SilentlyContinue | Out-Null',
      );
      expect(await texts('"$($j.State)"; Receive-Job $j | ForEach-Object { "$_" }')).toEqual(['Disconnected', 'first']);
      expect(
        await texts(
          '$again = Receive-PSSession $s -OutTarget Job; $again.Id -eq $j.Id; Wait-Job $j | Out-Null; "$($j.State)"; Receive-Job $j | ForEach-Object { "$_" }',
        ),
      ).toEqual(['true', 'Completed', 'last']);
      await clean();
    });
    it('a session without a command gives nothing; one that is not there is an error here and silence there', async () => {
      await me.values('$s = New-PSSession -ComputerName Server01 -Name idle');
      expect(await texts('Receive-PSSession $s')).toEqual([]);
      expect(await texts('Receive-PSSession -ComputerName Server01 -Name nobody')).toEqual([]);
      expect(await errorOf('Receive-PSSession -Name nobody')).toEqual([
        `RemoteRunspaceNotAvailableForSpecifiedName,${classOf('ReceivePSSession')}`,
        'InvalidArgument',
      ]);
      expect(await errorOf('Receive-PSSession -ComputerName nowhere.invalid -Name x')).toEqual([
        `ComputerNotFound,ReceivePSSessionQueryForSessionFailed,${classOf('ReceivePSSession')}`,
        'InvalidOperation',
      ]);
      await clean();
    });
  });

  describe('Enter- and Exit-PSSession', () => {
    it('E2, X1: a temporary session, its prompt, and leaving it', async () => {
      await me.values('Enter-PSSession -ComputerName Server01');
      expect(await entered?.prompt()).toMatch(/^\[Server01\]: PS /);
      await me.values('Exit-PSSession');
      expect(entered).toBeUndefined();
      expect(await texts('Get-PSSession')).toEqual([]);
    });
    it('E3, X2: a PSSession stays open when it is left', async () => {
      await me.values('$s = New-PSSession -ComputerName Server02; Enter-PSSession -Session $s');
      const lines = entered?.runLine('$inside = 7');
      await lines?.completion;
      await me.values('Exit-PSSession');
      expect(await texts('"$($s.State)"; Invoke-Command $s { $inside } | ForEach-Object { "$_" }')).toEqual([
        'Opened',
        '7',
      ]);
      await clean();
    });
    it('what cannot be entered is an error', async () => {
      expect(await errorOf('Enter-PSSession -Name nobody')).toEqual([
        `RemoteRunspaceNotAvailableForSpecifiedName,${classOf('EnterPSSession')}`,
        'InvalidArgument',
      ]);
      expect(
        await errorOf(
          '$null = New-PSSession Server01 -Name same; $null = New-PSSession Server02 -Name same; Enter-PSSession -Name same',
        ),
      ).toEqual([`RemoteRunspaceHasMultipleMatchesForSpecifiedName,${classOf('EnterPSSession')}`, 'InvalidArgument']);
      expect(await errorOf('Enter-PSSession -ConnectionUri x')).toEqual([
        'CreateRemoteRunspaceFailed',
        'InvalidArgument',
      ]);
      expect(await me.texts('try { Enter-PSSession -ComputerName "a b" } catch { $_.FullyQualifiedErrorId }')).toEqual([
        `System.UriFormatException,${classOf('EnterPSSession')}`,
      ]);
      expect(await errorOf('Enter-PSSession -ComputerName nowhere.invalid')).toEqual([
        'CreateRemoteRunspaceFailed',
        'InvalidArgument',
      ]);
      const plain = await lab.client();
      expect((await plain.error('Exit-PSSession')).fullyQualifiedErrorId).toBe(
        `HostDoesNotSupportPushRunspace,${classOf('ExitPSSession')}`,
      );
      await clean();
    });
  });

  describe('Remove-PSSession', () => {
    it('M1-M5: by id, by pipeline, by computer pattern, by instance id', async () => {
      await me.values('$a, $b, $c = "Server01", "Server02", "Server03" | New-PSSession');
      await me.values('Remove-PSSession -Id $a.Id');
      expect(await texts('"$($a.State) $($a.Availability)"')).toEqual(['Closed None']);
      await me.values('Get-PSSession | Where-Object { $_.ComputerName -eq "Server02" } | Remove-PSSession');
      expect(await texts('Get-PSSession | ForEach-Object ComputerName')).toEqual(['Server03']);
      await me.values('Remove-PSSession -ComputerName Server*');
      expect(await texts('Get-PSSession')).toEqual([]);
      await me.values('$d = New-PSSession localhost; Remove-PSSession -ComputerName .');
      expect(await texts('"$($d.State)"')).toEqual(['Closed']);
      expect(await errorOf('Remove-PSSession -ComputerName Server*')).toEqual([
        `RemoteRunspaceNotAvailableForSpecifiedComputer,${classOf('RemovePSSession')}`,
        'InvalidArgument',
      ]);
      expect(await errorOf('Remove-PSSession -Id 99999')).toEqual([
        `RemoteRunspaceNotAvailableForSpecifiedSessionId,${classOf('RemovePSSession')}`,
        'InvalidArgument',
      ]);
    });
    it('a disconnected session is deleted at its server too', async () => {
      await me.values('New-PSSession -ComputerName Server03 -Name gone | Disconnect-PSSession | Remove-PSSession');
      expect(await texts('Get-PSSession -ComputerName Server03')).toEqual([]);
    });
  });

  describe('Invoke-Command', () => {
    it('I1-I4: files, blocks, sessions; variables live in sessions only', async () => {
      expect(
        await texts(
          '$shared = "shared"; Invoke-Command -ComputerName Server01 -FilePath "$folder/sample.ps1" -ArgumentList a, b | ForEach-Object { "$_" }',
        ),
      ).toEqual(['a and b and shared']);
      expect(
        await texts(
          'Invoke-Command -ComputerName Server02 { $p = 5 }; Invoke-Command -ComputerName Server02 { $null -eq $p } | ForEach-Object { "$_" }',
        ),
      ).toEqual(['True']);
      expect(
        await texts(
          '$s = New-PSSession Server02; Invoke-Command -Session $s { $p = 5 }; Invoke-Command -Session $s { $p } | ForEach-Object { "$_" }',
        ),
      ).toEqual(['5']);
      await clean();
    });
    it('I5-I7: many computers at once; each result tells its computer', async () => {
      expect(
        await texts(
          '$block = { "here" }; Invoke-Command -ComputerName (Get-Content "$folder/servers.txt") -ScriptBlock $block | Sort-Object PSComputerName | ForEach-Object { "$($_.PSComputerName) $_" }',
        ),
      ).toEqual(['Server01 here', 'Server02 here', 'Server03 here']);
      const { output, errors } = await me.run('Invoke-Command -ComputerName Server01, nowhere.invalid { "up" }');
      expect(output).toHaveLength(1);
      expect(errors.map(({ fullyQualifiedErrorId, targetObject }) => [fullyQualifiedErrorId, targetObject])).toEqual([
        ['ComputerNotFound,PSSessionStateBroken', 'nowhere.invalid'],
      ]);
    });
    it('I8: one job over two sessions, a child for each', async () => {
      expect(
        await texts(
          '$s = New-PSSession -ComputerName Server01, Server02; $j = Invoke-Command -Session ($s | Sort-Object ComputerName) { "out" } -AsJob -JobName both; "$($j.Name) $($j.Location)"; $j.ChildJobs | ForEach-Object Location; ($j | Wait-Job).State; Receive-Job $j | ForEach-Object PSComputerName | Sort-Object',
        ),
      ).toEqual(['both Server01,Server02', 'Server01', 'Server02', 'Completed', 'Server01', 'Server02']);
      expect(await texts('$j.ChildJobs[0].Id -eq $j.Id + 1; "$($j.HasMoreData)"')).toEqual(['true', 'False']);
      await clean();
    });
    it('I9-I12: $using:, HideComputerName, param and $args', async () => {
      await me.values('$log = "PowerShell"; $h = @{ a = 1; b = @(10, 20) }');
      expect(
        await texts(
          'Invoke-Command -ComputerName Server01 { "$using:log"; $using:h.a; $using:h.b[1]; $h2 = $using:h; $h2.b[0] } | ForEach-Object { "$_" }',
        ),
      ).toEqual(['PowerShell', '1', '20', '10']);
      expect(await errorOf('Invoke-Command -ComputerName Server01 { $using:notSet }').then(([id]) => id)).toMatch(
        /^UsingVariableIsUndefined/,
      );
      expect(await me.type('Invoke-Command -ComputerName Server01 { [pscustomobject]@{ A = 1 } }')).toContain(
        'PSComputerName',
      );
      expect(
        await me.type('Invoke-Command -ComputerName Server01 { [pscustomobject]@{ A = 1 } } -HideComputerName'),
      ).not.toContain('PSComputerName');
      expect(
        await texts(
          '(Invoke-Command -ComputerName Server01 { [pscustomobject]@{ A = 1 } } -HideComputerName).PSComputerName',
        ),
      ).toEqual(['Server01']);
      expect(
        await texts(
          'Invoke-Command -ComputerName Server01 { param($x, $y) "$y$x" } -ArgumentList 1, 2 | ForEach-Object { "$_" }',
        ),
      ).toEqual(['21']);
      expect(
        await texts('Invoke-Command -ComputerName Server01 { $args[1] } -ArgumentList 1, 2 | ForEach-Object { "$_" }'),
      ).toEqual(['2']);
    });
    it('input goes to every target, and the output of a session may feed the same session', async () => {
      expect(
        await texts(
          '1..3 | Invoke-Command -ComputerName Server01, Server02 { ($input | Measure-Object -Sum).Sum } | ForEach-Object { "$_" }',
        ),
      ).toEqual(['6', '6']);
      expect(
        await texts(
          '$s = New-PSSession Server01; Invoke-Command $s { 1..3 } | Invoke-Command $s { $input | ForEach-Object { $_ * 2 } } | ForEach-Object { "$_" }',
        ),
      ).toEqual(['2', '4', '6']);
      await clean();
    });
    it('in this runspace: a scope of its own or the current one, input, arguments', async () => {
      expect(await texts('$v = 1; Invoke-Command { $v = 2 }; $v; Invoke-Command { $v = 3 } -NoNewScope; $v')).toEqual([
        '1',
        '3',
      ]);
      expect(await texts('1..4 | Invoke-Command { $input | Measure-Object | ForEach-Object Count }')).toEqual(['4']);
      expect(await texts('1..4 | Invoke-Command { Where-Object { $_ -gt 2 } }')).toEqual(['3', '4']);
      expect(await texts('Invoke-Command { param($a, $b) $a + $b } -ArgumentList 3, 4')).toEqual(['7']);
    });
    it('a throw of the only target is thrown here; of several it is written', async () => {
      const alone = await me.run('try { Invoke-Command -ComputerName Server01 { throw "bad" } } catch { "caught $_" }');
      expect(alone.output).toEqual(['caught bad']);
      const several = await me.run('Invoke-Command -ComputerName Server01, Server02 { throw "bad" }; "after"');
      expect(several.output).toEqual(['after']);
      expect(several.errors.map(({ exception }) => exception.message)).toEqual(['bad', 'bad']);
    });
    it('I18: disconnected sessions, and what does not go together', async () => {
      expect(
        await texts(
          `Invoke-Command -ComputerName (Get-Content "$folder/servers.txt") -InDisconnectedSession -SessionOption @{ OutputBufferingMode = 'Drop'; IdleTimeout = 43200000 } { 1 } | ForEach-Object { "$($_.State) $($_.Availability) $($_.IdleTimeout) $($_.OutputBufferingMode)" }`,
        ),
      ).toEqual(Array.from({ length: 3 }, () => 'Disconnected None 43200000 Drop'));
      expect(await errorOf('Invoke-Command -ComputerName Server01 { 1 } -InDisconnectedSession -AsJob')).toEqual([
        `System.InvalidOperationException,${classOf('InvokeCommand')}`,
        'NotSpecified',
      ]);
      expect(await errorOf('Invoke-Command -ComputerName Server01 { 1 } -SessionName x')).toEqual([
        `System.InvalidOperationException,${classOf('InvokeCommand')}`,
        'NotSpecified',
      ]);
      expect(await errorOf('Invoke-Command -ComputerName Server01 -FilePath *.ps1')).toEqual([
        `System.ArgumentException,${classOf('InvokeCommand')}`,
        'NotSpecified',
      ]);
      await clean();
    });
    it('sessions that are not fit are errors; none left ends the command', async () => {
      const { errors, failure } = await me.run(
        '$s = New-PSSession Server01; $null = Disconnect-PSSession $s; Invoke-Command -Session $s { 1 }',
      );
      const ids = [...errors, ...(failure === undefined ? [] : [failure])].map(
        ({ fullyQualifiedErrorId }) => fullyQualifiedErrorId,
      );
      expect(ids).toEqual([
        `InvokeCommandCommandInvalidSessionState,${classOf('InvokeCommand')}`,
        `InvalidOperation,${classOf('InvokeCommand')}`,
      ]);
      await clean();
    });
    it('errors of the other side keep their words, and tell where they come from', async () => {
      const { errors } = await me.run(
        'Invoke-Command -ComputerName Server02 { Write-Error "there" -ErrorId Mine -Category InvalidData }',
      );
      expect(errors[0]).toMatchObject({ category: 'InvalidData', exception: { message: 'there' } });
      expect(errors[0]?.fullyQualifiedErrorId).toMatch(/^Mine/);
      expect(await texts('$error[0].OriginInfo.PSComputerName')).toEqual(['Server02']);
    });
    it('what a remote script asks is asked here', async () => {
      me.host.answers.set('ReadLine', ['typed here']);
      expect(
        await texts('Invoke-Command -ComputerName Server01 { Read-Host "name" } | ForEach-Object { "$_" }'),
      ).toEqual(['typed here']);
    });
  });

  describe('jobs', () => {
    it('Start-Job runs beside, with arguments, using values and input, and gives copies', async () => {
      expect(
        await texts(
          '$n = 5; $j = Start-Job { param($a) "$a $using:n"; $input | ForEach-Object { $_ + 1 } } -ArgumentList x -Name mine -InputObject 1; $j.PSJobTypeName; Receive-Job $j -Wait | ForEach-Object { "$_" }',
        ),
      ).toEqual(['BackgroundJob', 'x 5', '2']);
      expect(
        await texts(
          'Start-Job { [pscustomobject]@{ A = 1 } } | Receive-Job -Wait -AutoRemoveJob | ForEach-Object { $_.PSObject.TypeNames[0] }',
        ),
      ).toEqual(['Deserialized.System.Management.Automation.PSCustomObject']);
      await clean();
    });
    it('Receive-Job takes results out, unless they are kept', async () => {
      expect(
        await texts(
          '$j = Start-Job { 1; 2 }; $null = Wait-Job $j; (Receive-Job $j -Keep | Measure-Object).Count; (Receive-Job $j | Measure-Object).Count; (Receive-Job $j | Measure-Object).Count',
        ),
      ).toEqual(['2', '2', '0']);
      expect(await errorOf('Receive-Job $j -Wait -Keep')).toEqual([
        `ParameterBindingFailed,${classOf('ReceiveJob')}`,
        'WriteError',
      ]);
      expect(await errorOf('Receive-Job $j -AutoRemoveJob')).toEqual([
        `InvalidOperation,${classOf('ReceiveJob')}`,
        'InvalidOperation',
      ]);
      await clean();
    });
    it('Get-Job finds by id, name, state and command', async () => {
      await me.values(
        '$a = Start-Job { "alpha" } -Name first; $b = Start-Job { "beta" } -Name second; Wait-Job $a, $b | Out-Null',
      );
      expect(
        await texts(
          '(Get-Job -Id $a.Id).Name; (Get-Job sec*).Name; (Get-Job -State Completed | Measure-Object).Count; (Get-Job -Command *beta*).Name; (Get-Job -Newest 1).Name.Length -gt 0',
        ),
      ).toEqual(['first', 'second', '2', 'second', 'true']);
      expect(await errorOf('Get-Job -Name nobody')).toEqual([
        `JobWithSpecifiedNameNotFound,${classOf('GetJob')}`,
        'ObjectNotFound',
      ]);
      expect(await errorOf('Get-Job -Id 99999')).toEqual([
        `JobWithSpecifiedSessionNotFound,${classOf('GetJob')}`,
        'ObjectNotFound',
      ]);
      await clean();
    });
    it('stops a job that was left with its session, also when only the session was taken up again', async () => {
      expect(
        await texts(
          `$s = New-PSSession -ComputerName Server01; $r = Invoke-Command $s { Start-Sleep -Seconds 60 } -AsJob
           $null = Disconnect-PSSession $s | Connect-PSSession
           "$($r.State)"; Stop-Job $r; "$($r.State)"; "$($s.State) $($s.Availability)"; Remove-Job $r; Remove-PSSession $s`,
        ),
      ).toEqual(['Disconnected', 'Stopped', 'Opened Available']);
    });
    it('Stop- and Remove-Job, Wait-Job with a limit', async () => {
      await me.values('$j = Start-Job { Start-Sleep -Seconds 60 }');
      expect(await texts('Wait-Job $j -Timeout 0; "$($j.State)"')).toEqual(['Running']);
      expect(await errorOf('Remove-Job $j')).toEqual([
        `JobObjectNotFinishedCannotBeRemoved,${classOf('RemoveJob')}`,
        'InvalidOperation',
      ]);
      expect(await texts('Stop-Job $j; "$($j.State)"; Remove-Job $j; Get-Job')).toEqual(['Stopped']);
      const remote = await texts(
        '$r = Invoke-Command -ComputerName Server01 { Start-Sleep -Seconds 60 } -AsJob; Stop-Job $r; "$($r.State)"; Remove-Job $r',
      );
      expect(remote).toEqual(['Stopped']);
    });
    it('C3: a job that was started inside a session goes on while it is left, and is found from another client', async () => {
      await me.values(
        '$s = New-PSSession -ComputerName Server01 -Name keeper; Invoke-Command -Session $s { $j = Start-Job { 1..3; Start-Sleep -Milliseconds 200; 4 } -Name inside }; $null = Disconnect-PSSession $s',
      );
      const other = await lab.client();
      expect(
        await other.texts(
          '$t = Connect-PSSession -ComputerName Server01 -Name keeper; Invoke-Command -Session $t { (Get-Job inside | Wait-Job).State.ToString(); (Receive-Job -Name inside) -join "," } | ForEach-Object { "$_" }; Remove-PSSession $t',
        ),
      ).toEqual(['Completed', '1,2,3,4']);
      await clean();
    });
    it('a session at an endpoint can have sessions of its own', async () => {
      expect(
        await texts(
          '$s = New-PSSession -ComputerName Server01; Invoke-Command -Session $s { (Get-PSSession | Measure-Object).Count; (Get-Command New-PSSession).Name } | ForEach-Object { "$_" }',
        ),
      ).toEqual(['0', 'New-PSSession']);
      await clean();
    });
    it('a job that asks is Blocked until it is received; then the question is asked here', async () => {
      me.host.answers.set('ReadLine', ['late answer']);
      await me.values(
        '$j = Invoke-Command -ComputerName Server01 { "before"; Read-Host "name" } -AsJob; while ("$($j.State)" -ne "Blocked") { Start-Sleep -Milliseconds 10 }',
      );
      expect((await me.error('Wait-Job $j')).fullyQualifiedErrorId).toBe(
        `BlockedJobsDeadlockWithWaitJob,${classOf('WaitJob')}`,
      );
      expect(await texts('Receive-Job $j -Wait | ForEach-Object { "$_" }; "$($j.State)"')).toEqual([
        'before',
        'late answer',
        'Completed',
      ]);
      await clean();
    });
    it('stopping a command stops it there too, and closes what it opened', async () => {
      const stop = new AbortController();
      const run = me.run(
        'Invoke-Command -ComputerName Server03 { "started"; Start-Sleep -Seconds 60 }',
        {},
        stop.signal,
      );
      while (me.shownSoFar.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      stop.abort();
      expect((await run).failure?.fullyQualifiedErrorId).toBe('PipelineStopped');
      let left = 1;
      for (let tries = 0; left > 0 && tries < 100; tries += 1)
        left = (await me.values('Get-PSSession -ComputerName Server03')).length;
      expect(left).toBe(0);
    });
    it('a job that fails says why', async () => {
      const { output, errors } = await me.run(
        '$j = Start-Job { throw "no good" }; $null = Wait-Job $j; "$($j.State)"; Receive-Job $j',
      );
      expect(output).toEqual(['Failed']);
      expect(errors.map(({ exception }) => exception.message)).toEqual(['no good']);
      await clean();
    });
  });
});
