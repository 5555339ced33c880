/** The Runspace of a session in the hands of scripts: what they read, what they do with it, and `[powershell]` in it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Lab, type LabClient } from './support/lab.js';

describe('the runspace of a session', () => {
  let lab: Lab;
  let me: LabClient;

  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['Server01']);
    me = await lab.client();
  });
  beforeEach(async () => {
    await me.values('Get-PSSession | Remove-PSSession; $s = New-PSSession Server01');
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
  });

  it('and the session have the members of PowerShell', async () => {
    expect(
      await me.texts(
        '$s | Get-Member ComputerType, VMId, State | ForEach-Object { "$($_.MemberType) $($_.Definition)" }',
      ),
    ).toEqual([
      'Property System.Management.Automation.Runspaces.TargetMachineType ComputerType {get;set;}',
      'Property System.Nullable[guid] VMId {get;}',
      'ScriptProperty System.Object State {get=$this.Runspace.RunspaceStateInfo.State;}',
    ]);
    expect(await me.texts('($s.PSObject.Properties.Name)[-4..-1]')).toEqual([
      'Availability',
      'ApplicationPrivateData',
      'Runspace',
      'Transport',
    ]);
    expect(
      await me.texts(
        '$s.Runspace | Get-Member DisconnectedOn, Dispose, StateChanged, Name | ForEach-Object Definition | Sort-Object',
      ),
    ).toEqual([
      'string Name {get;set;}',
      'System.EventHandler`1[System.Management.Automation.Runspaces.RunspaceStateEventArgs] StateChanged(System.Object, System.Management.Automation.Runspaces.RunspaceStateEventArgs)',
      'System.Nullable[datetime] DisconnectedOn {get;}',
      'void Dispose(), void IDisposable.Dispose()',
    ]);
    expect(
      await me.texts('$d = $s.ApplicationPrivateData; $d.GetType().Name; $d.PSVersionTable.GetType().Name'),
    ).toEqual(['PSPrimitiveDictionary', 'PSPrimitiveDictionary']);
    expect(
      await me.texts(
        '$c = $s.Runspace.ConnectionInfo; ($c | Get-Member Credential, Clone).Definition; $c.Clone().ComputerName; $c.Culture = "de-DE"; $s.Runspace.ConnectionInfo.Culture.Name',
      ),
    ).toEqual([
      'pscredential Credential {get;set;}',
      'System.Management.Automation.Runspaces.RunspaceConnectionInfo Clone()',
      'Server01',
      'de-DE',
    ]);
  });

  it('runs what a [powershell] is told to run, over there', async () => {
    expect(
      await me.texts(`$p = [powershell]::Create(); $p.Runspace = $s.Runspace
        $p.AddScript('param($a, $b) $global:there = 5; "$a-$b"; $input | % { "in $_" }').AddArgument('x').AddParameter('b', 2).Invoke(@(1, 'two'))
        "$($p.InvocationStateInfo.State) $($p.HadErrors)"
        Invoke-Command $s { "there: $there" }`),
    ).toEqual(['x-2', 'in 1', 'in two', 'Completed False', 'there: 5']);
    expect(
      await me.texts(`$p = [powershell]::Create($s.Runspace)
        $null = $p.AddCommand('Write-Warning').AddArgument('w').AddStatement().AddScript('Write-Error e; Write-Information i; Write-Verbose v -Verbose').Invoke()
        $p.Streams.Warning, $p.Streams.Verbose, $p.Streams.Information | % { "$_" }
        $p.Streams.Error | % { "$_ $($_.FullyQualifiedErrorId) $($_.GetType().Name) $($_.Exception.GetType().Name)" }`),
    ).toEqual(['w', 'v', 'i', 'e Microsoft.PowerShell.Commands.WriteErrorException ErrorRecord RemoteException']);
  });

  it('says how a [powershell] ended there', async () => {
    const failure = await me.error('$p = [powershell]::Create($s.Runspace); $p.AddScript(\'throw "boo"\').Invoke()');
    expect(failure.exception.message).toBe('Exception calling "Invoke" with "0" argument(s): "boo"');
    expect(failure.fullyQualifiedErrorId).toBe('RemoteException');
    expect(
      await me.texts(`$p = [powershell]::Create($s.Runspace); $a = $p.AddScript('Start-Sleep 60').BeginInvoke(); "$($s.Availability)"
        $p.Stop(); "$($p.InvocationStateInfo.State) $($s.State) $($s.Availability)"`),
    ).toEqual(['Busy', 'Stopped Opened Available']);
    expect(
      (await me.error("$s.Runspace.Close(); $p = [powershell]::Create($s.Runspace); $p.AddScript('1').Invoke()"))
        .exception.message,
    ).toBe('Exception calling "Invoke" with "0" argument(s): "The runspace state is not valid for this operation."');
  });

  it('goes on with a [powershell] after the session was left and taken up again', async () => {
    expect(
      await me.texts(`$p = [powershell]::Create($s.Runspace); $a = $p.AddScript('1; Start-Sleep 0.5; 2').BeginInvoke()
        $s.Runspace.Disconnect(); "$($s.State) $($a.IsCompleted)"; Start-Sleep 0.7; $s.Runspace.Connect(); "$($s.State)"; $p.EndInvoke($a)`),
    ).toEqual(['Disconnected False', 'Opened', '1', '2']);
  });

  it('is closed, left and reset by its methods, and tells of its state', async () => {
    expect(
      await me.texts(`$log = [Collections.ArrayList]::new()
        $s.Runspace.add_StateChanged({ param($from, $e) [void]$log.Add("$($e.RunspaceStateInfo.State)") })
        Invoke-Command $s { $q = 5 }; $s.Runspace.ResetRunspaceState(); "q: $(Invoke-Command $s { $q })"
        $s.Runspace.SessionStateProxy.SetVariable('z', 7); Invoke-Command $s { "z: $z" }; $s.Runspace.SessionStateProxy.GetVariable('z')
        $s.Runspace.GetCapabilities(); $s.Runspace.Close(); "$($s.State) $($s.Runspace.RunspaceStateInfo)"; $log[0]`),
    ).toEqual(['q: ', 'z: 7', '7', 'SupportsDisconnect', 'Closed Closed', 'Closing']);
    for (const [method, text] of [
      [
        'Open',
        "Cannot open the runspace because the runspace is not in the BeforeOpen state. Current state of the runspace is 'Closed'.",
      ],
      [
        'Connect',
        'Cannot connect the PSSession because the session is not in the Disconnected state, or is not available for connection.',
      ],
      [
        'ResetRunspaceState',
        "Cannot perform the operation because the runspace is not in the Opened state. Current state of the runspace is 'Closed'.",
      ],
    ])
      expect((await me.error(`$s.Runspace.Close(); $s.Runspace.${method}()`)).exception.message).toBe(
        `Exception calling "${method}" with "0" argument(s): "${text}"`,
      );
  });

  it('is made by a script too, of where it is', async () => {
    expect(
      await me.texts(`$info = [System.Management.Automation.Runspaces.WSManConnectionInfo]::new($false, 'Server01', 0, '/wsman', 'Microsoft.PowerShell', $null)
        $info.OpenTimeout = 5000; "$($info.ConnectionUri) $($info.ShellUri) $($info.MaximumConnectionRedirectionCount) $($info.OutputBufferingMode)"
        $r = [runspacefactory]::CreateRunspace($info); "$($r.RunspaceStateInfo.State) $($r.Name -eq "Runspace$($r.Id)") $($r.ConnectionInfo.OpenTimeout)"
        $p = [powershell]::Create(); $p.Runspace = $r
        $r.Open(); "$($r.RunspaceStateInfo.State) $($r.RunspaceAvailability)"; $p.AddScript('6 * 7').Invoke()
        "listed: $(@(Get-PSSession | Where-Object InstanceId -eq $r.InstanceId).Count)"
        $r.Disconnect(); "$($r.RunspaceStateInfo.State)"; $r.Connect(); $r.Close(); "$($r.RunspaceStateInfo.State)"
        $named = [runspacefactory]::CreateRunspace($info, $null, $null, @{ who = 'me' }, 'mine'); $named.Open(); $named.Name
        [powershell]::Create($named).AddScript('$PSSenderInfo.ApplicationArguments.who').Invoke(); $named.Dispose()`),
    ).toEqual([
      'http://server01/wsman http://schemas.microsoft.com/powershell/Microsoft.PowerShell 0 None',
      'BeforeOpen True 5000',
      'Opened Available',
      '42',
      'listed: 0',
      'Disconnected',
      'Closed',
      'mine',
      'me',
    ]);
    const refused = await me.error(
      "$info = [System.Management.Automation.Runspaces.WSManConnectionInfo]::new([uri]'http://nowhere'); [runspacefactory]::CreateRunspace($info).Open()",
    );
    expect(refused.fullyQualifiedErrorId).toBe('PSRemotingTransportException');
    expect(refused.exception.message).toMatch(
      /^Exception calling "Open" with "0" argument\(s\): "Connecting to remote/,
    );
  });

  it('runs pipelines that are made of it', async () => {
    expect(
      await me.texts(`$p = $s.Runspace.CreatePipeline('1; $input; Write-Error x'); $p.GetType().FullName
        $p.Invoke(@(5, 6)); "$($p.Error.ReadToEnd())"; "$($p.HadErrors) $($p.PipelineStateInfo.State) $($p.Output.EndOfPipeline)"
        $p = $s.Runspace.CreatePipeline(); $p.Commands.AddScript('3..5'); $p.Commands.Add('Sort-Object')
        $p.Commands[1].Parameters.Add('Descending'); "$($p.Invoke())"
        $p = $s.Runspace.CreatePipeline('1; Start-Sleep 60'); $p.InvokeAsync(); $p.Output.Read(); "$($s.Availability)"
        $p.Stop(); "$($p.PipelineStateInfo.State) $($p.PipelineStateInfo.Reason.Message)"`),
    ).toEqual([
      'System.Management.Automation.RemotePipeline',
      '1',
      '5',
      '6',
      'x',
      'True Completed True',
      '5 4 3',
      '1',
      'Busy',
      'Stopped The pipeline has been stopped.',
    ]);
    for (const [script = '', text] of [
      [
        "$p = $s.Runspace.CreatePipeline('1'); $null = $p.Invoke(); $p.Invoke()",
        'Cannot invoke pipeline because it has already been invoked.',
      ],
      ['$s.Runspace.CreatePipeline().Invoke()', 'The pipeline does not contain a command.'],
      [
        "$s.Runspace.Close(); $s.Runspace.CreatePipeline('1').Invoke()",
        "Cannot invoke the pipeline because the runspace is not in the Opened state. Current state of the runspace is 'Closed'.",
      ],
    ])
      expect((await me.error(script)).exception.message).toBe(
        `Exception calling "Invoke" with "0" argument(s): "${text}"`,
      );
  });
});
