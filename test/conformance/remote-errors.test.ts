/** What a script sees of errors of other computers, measured at PowerShell 7.6 between two of its processes. cmdlets.md 19, 20 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lab, type LabClient } from './support/lab.js';

describe('errors of other computers', () => {
  let lab: Lab;
  let me: LabClient;
  beforeAll(async () => {
    lab = new Lab();
    await Promise.all([lab.add(['localhost']), lab.add(['Server01'])]);
    me = await lab.client();
    await me.values('$s = New-PSSession -ComputerName localhost -Name one; $t = New-PSSession -ComputerName Server01');
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
  });
  const texts = (script: string): Promise<readonly string[]> => me.texts(script);

  it('are remoting records, without a place here and without a command of ours', async () => {
    expect(
      await texts(
        `Invoke-Command $s, $t { throw 'ouch' } -ErrorVariable e -ErrorAction SilentlyContinue
         $e.Count; $e[0].GetType().FullName; $e[0] -is [System.Management.Automation.ErrorRecord]
         "[$($e[0].CategoryInfo.Activity)] $($null -eq $e[0].InvocationInfo)"; $e.OriginInfo.PSComputerName | Sort-Object`,
      ),
    ).toEqual([
      '2',
      'System.Management.Automation.Runspaces.RemotingErrorRecord',
      'true',
      '[] True',
      'localhost',
      'Server01',
    ]);
  });
  it('keep the activity that they had there', async () => {
    expect(
      await texts(
        `Invoke-Command $s { Get-Item nosuch } -ErrorVariable e -ErrorAction SilentlyContinue
         $e[0].CategoryInfo.Activity; $e[0].FullyQualifiedErrorId`,
      ),
    ).toEqual(['Get-Item', 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand']);
  });
  it('of one computer: what it throws is thrown, as an error that does not say from where', async () => {
    expect(
      await texts(
        `try { Invoke-Command $s { throw 'ouch' } }
         catch { "$_"; $_.GetType().FullName; "[$($_.OriginInfo)] [$($_.CategoryInfo.Activity)]" }`,
      ),
    ).toEqual(['ouch', 'System.Management.Automation.ErrorRecord', '[] []']);
  });
  it('of one computer: it is thrown at the place of the command here, and says where it was thrown there', async () => {
    expect(
      await texts(
        `try { Invoke-Command $s { throw 'ouch' } }
         catch {
           $_.InvocationInfo.Statement; $_.ScriptStackTrace; $_.Exception.WasThrownFromThrowStatement
           $_.Exception.SerializedRemoteException.Message; $_.Exception.SerializedRemoteInvocationInfo.Line
         }`,
      ),
    ).toEqual([
      "Invoke-Command $s { throw 'ouch' }",
      'at <ScriptBlock>, <No file>: line 1',
      'true',
      'ouch',
      " throw 'ouch' ",
    ]);
  });
  it('of one computer: only what a throw statement made a RuntimeException of is thrown', async () => {
    expect(
      await texts(
        `$e = @()
         foreach ($block in { throw [ArgumentException]::new('a') }, { 1 / 0 }, { Get-Item nosuch -ErrorAction Stop },
           { try { 1 / 0 } catch { throw } }, { throw @{ a = 1 } }) {
           try { Invoke-Command $s $block -ErrorAction SilentlyContinue; 'written' } catch { 'thrown' }
         }`,
      ),
    ).toEqual(['written', 'written', 'written', 'thrown', 'thrown']);
  });
  it('belong to commands that the history there has', async () => {
    expect(await texts(`Invoke-Command $t { 1 + 1 }; Invoke-Command $t { (Get-History)[-1].CommandLine }`)).toEqual([
      '2',
      ' 1 + 1 ',
    ]);
  });
  it('say what they are about with the objects that PowerShell has there', async () => {
    expect(
      await texts(
        `New-PSSession -ComputerName nowhere -ErrorVariable e -ErrorAction SilentlyContinue
         $e[0].TargetObject.GetType().FullName; $e[0].TargetObject.ConnectionInfo.ComputerName
         Get-PSSession -InstanceId ([guid]::Empty) -ErrorVariable e -ErrorAction SilentlyContinue
         $e[0].CategoryInfo.TargetType
         try { Invoke-Command $s, $s { 1 } } catch { $_.CategoryInfo.TargetType }
         Invoke-Command -ComputerName nowhere { 1 } -ErrorVariable e -ErrorAction SilentlyContinue
         "$($e[0].TargetObject) [$($e[0].CategoryInfo.Activity)] $($null -eq $e[0].InvocationInfo)"`,
      ),
    ).toEqual(['System.Management.Automation.RemoteRunspace', 'nowhere', 'Guid', 'PSSession[]', 'nowhere [] True']);
  });
  it('of a session that is closed have their exception types', async () => {
    expect(
      await texts(
        `$u = New-PSSession -ComputerName localhost; Remove-PSSession $u
         try { Invoke-Command $u { 1 } -ErrorVariable e -ErrorAction SilentlyContinue } catch { $_.Exception.GetType().FullName }
         $e[0].Exception.GetType().FullName`,
      ),
    ).toEqual([
      'System.Management.Automation.PSInvalidOperationException',
      'System.Management.Automation.Runspaces.InvalidRunspaceStateException',
    ]);
  });
  it('of a closed session name it as PowerShell does: for jobs, for importing, for entering', async () => {
    expect(
      await texts(
        `$u = New-PSSession -ComputerName localhost -Name gone; Remove-PSSession $u
         $j = Invoke-Command $u { 1 } -AsJob; $null = Wait-Job $j; Receive-Job $j -ErrorVariable e -ErrorAction SilentlyContinue
         "$e"; $e[0].FullyQualifiedErrorId; "$($e[0].CategoryInfo.Category)"
         foreach ($code in { Import-PSSession $u }, { Export-PSSession $u -OutputModule nowhere }) {
           try { & $code } catch { "$_"; $_.FullyQualifiedErrorId }
         }
         try { Import-PSSession $s Get-NoSuch } catch { "$_" }
         try { Import-PSSession $s Get-Item } catch { "$_" }`,
      ),
    ).toEqual([
      "Cannot invoke the pipeline because the runspace is not in the Opened state. Current state of the runspace is 'Closed'.",
      'InvalidSessionState,localhost',
      'OperationStopped',
      ...['Import', 'Export'].flatMap((verb) => [
        'The runspace state is not valid for this operation.',
        `System.Management.Automation.Runspaces.InvalidRunspaceStateException,Microsoft.PowerShell.Commands.${verb}PSSessionCommand`,
      ]),
      'Running the Get-Command command in a remote session returned no results.',
      'No command proxies have been created, because all of the requested remote commands would shadow existing local commands.  Use the AllowClobber parameter if you want to shadow existing local commands.',
    ]);
  });
  it('that end a job are told by every Receive-Job, and are not among its results', async () => {
    expect(
      await texts(
        `$j = Invoke-Command $s { 'out'; throw 'deep' } -AsJob; $null = Wait-Job $j
         "$($j.State) $($j.ChildJobs[0].Error.Count) $($j.ChildJobs[0].JobStateInfo.Reason.Message)"
         1..2 | ForEach-Object { Receive-Job $j -ErrorVariable e -ErrorAction SilentlyContinue; "$e $($e.Count) $($j.HasMoreData)" }
         $k = Invoke-Command $s { 'out'; throw 'deep' } -AsJob
         Receive-Job $k -Wait -ErrorVariable e -ErrorAction SilentlyContinue; "$e $($e.Count)"
         try { Receive-Job $j -ErrorAction Stop } catch { "caught $_" }`,
      ),
    ).toEqual(['Failed 0 deep', 'out', 'deep 1 False', 'deep 1 False', 'out', 'deep 1', 'caught deep']);
  });
});
