/** What a runspace begins with. What the scripts give was measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../language/run-script.js';

const SPACE = '$r = "System.Management.Automation.Runspaces"; $i = [initialsessionstate]::CreateDefault2();';

describe('an initial session state', () => {
  it('has entries for commands, variables and providers, or none of them', async () => {
    expect(
      await linesOf(
        `$i = [initialsessionstate]::Create(); $i.Commands.Count; $i.Variables.Count; $i.Providers.Count; $i.LanguageMode
         $i = [initialsessionstate]::CreateDefault2(); $i.Variables.Count; $i.Providers.Count; $i.LanguageMode
         $i.Commands['Get-Command'].ImplementingType.FullName; $i.Commands['cd'].Definition; $i.Commands['cd..'].CommandType
         $i.Commands['Get-Date'].Count; [initialsessionstate]::CreateDefault().Commands['Get-Date'].Name`,
      ),
    ).toEqual([
      '0',
      '0',
      '0',
      'NoLanguage',
      '26',
      '5',
      'FullLanguage',
      'Microsoft.PowerShell.Commands.GetCommandCommand',
      'Set-Location',
      'Function',
      '0',
      'Get-Date',
    ]);
  });
  it('gives its variables, functions, aliases and environment to the runspace', async () => {
    expect(
      await linesOf(
        `${SPACE}
         $i.Variables.Add((New-Object $r'.SessionStateVariableEntry' abc, 7, 'told', ReadOnly))
         $i.Commands.Add((New-Object $r'.SessionStateFunctionEntry' sum, 'param($a) $a + $abc'))
         $i.Commands.Add((New-Object $r'.SessionStateAliasEntry' s, sum))
         $i.EnvironmentVariables.Add((New-Object $r'.SessionStateVariableEntry' INITIAL_STATE, w, ''))
         $p = [powershell]::Create($i); $p.AddScript('s 1; $env:INITIAL_STATE; (Get-Variable abc).Description; $abc = 8').Invoke()
         $p.Streams.Error.FullyQualifiedErrorId`,
      ),
    ).toEqual(['8', 'w', 'told', 'VariableNotWritable']);
  });
  it('keeps commands that it does not have from the runspace', async () => {
    expect(
      await linesOf(
        `${SPACE} $i.Commands.Remove('Get-Command', $null); $p = [powershell]::Create($i)
         $p.AddScript('Get-Command Get-Item; (Get-Date -Year 2000).Year').Invoke(); $p.Streams.Error.FullyQualifiedErrorId
         $i = [initialsessionstate]::Create(); $i.LanguageMode = 'FullLanguage'; $p = [powershell]::Create($i)
         $p.AddScript('1 + 1; function f { 3 }; f').Invoke(); $p.Commands.Clear()
         try { $p.AddCommand('Get-Date').Invoke() } catch { $_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId }`,
      ),
    ).toEqual(['2000', 'CommandNotFoundException', '2', '3', 'CommandNotFoundException']);
  });
  it('gives a command under the name of its entry', async () => {
    expect(
      await linesOf(
        `$i = [initialsessionstate]::Create(); $i.LanguageMode = 'FullLanguage'
         $i.Commands.Add([System.Management.Automation.Runspaces.SessionStateCmdletEntry]::new('My-Date', [Microsoft.PowerShell.Commands.GetDateCommand], $null))
         $p = [powershell]::Create($i); $p.AddScript('My-Date -Year 2000 -Format yyyy').Invoke(); $p.Streams.Error`,
      ),
    ).toEqual(['2000']);
  });
  it('says the language of the runspace, which has no part in whoever made it', async () => {
    expect(
      await linesOf(
        `${SPACE} $i.LanguageMode = 'ConstrainedLanguage'; $p = [powershell]::Create($i)
         $p.AddScript('$ExecutionContext.SessionState.LanguageMode; [System.Text.StringBuilder]::new()').Invoke()
         $p.Streams.Error.FullyQualifiedErrorId; $ExecutionContext.SessionState.LanguageMode
         try { [powershell]::Create([initialsessionstate]::Create()).AddScript('1').Invoke() } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual(['ConstrainedLanguage', 'CannotCreateTypeConstrainedLanguage', 'FullLanguage', 'ParseException']);
  });
  it('keeps private commands from callers, not from the functions beside them', async () => {
    expect(
      await linesOf(
        `${SPACE} $f = New-Object $r'.SessionStateFunctionEntry' hid, "'inside'"; $f.Visibility = 'Private'; $i.Commands.Add($f)
         $i.Commands.Add((New-Object $r'.SessionStateFunctionEntry' shown, 'hid')); $p = [powershell]::Create($i)
         $p.AddCommand('shown').Invoke(); $p.Commands.Clear()
         try { $p.AddCommand('hid').Invoke() } catch { $_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId }`,
      ),
    ).toEqual(['inside', 'CommandNotFoundException']);
  });
  it('is the beginning of runspaces and pools too, as it was when they were made', async () => {
    expect(
      await linesOf(
        `${SPACE} $i.Variables.Add((New-Object $r'.SessionStateVariableEntry' abc, 1, ''))
         $s = [runspacefactory]::CreateRunspace($i); $i.Variables.Add((New-Object $r'.SessionStateVariableEntry' late, 2, ''))
         $s.Open(); $p = [powershell]::Create($s); $p.AddScript('"$abc|$late"').Invoke(); $s.Dispose()
         $pool = [runspacefactory]::CreateRunspacePool($i); $pool.Open(); $p = [powershell]::Create(); $p.RunspacePool = $pool
         $p.AddScript('"$abc|$late"').Invoke(); $pool.Dispose()`,
      ),
    ).toEqual(['1|', '1|2']);
  });
  it('refuses a list of modules that is null', async () => {
    expect(
      await linesOf('try { [initialsessionstate]::Create().ImportPSModule($null) } catch { $_.Exception.Message }'),
    ).toEqual([`Exception calling "ImportPSModule" with "1" argument(s): "Value cannot be null. (Parameter 'name')"`]);
  });
});
