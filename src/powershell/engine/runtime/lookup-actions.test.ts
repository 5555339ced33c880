import { describe, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

const ACTIONS = '$ExecutionContext.InvokeCommand';
describe('actions of a script where commands are looked up', () => {
  it('runs a block or a command in place of one that is not there, and looks up no further in the action itself', async () => {
    expect(
      await textsOf(
        `${ACTIONS}.CommandNotFoundAction = { param($name, $e)
          try { another-that-is-not-there } catch { }
          if ($name -eq 'gone') { $e.CommandScriptBlock = { "instead: $args" } }
          if ($name -eq 'today') { $e.Command = Get-Command Get-Date } }
        gone 1 2; (today -Year 1999).Year; try { nosuch } catch { $_.FullyQualifiedErrorId }
        ${ACTIONS}.CommandNotFoundAction = $null; try { gone } catch { 'gone' }`,
      ),
    ).toEqual(['instead: 1 2', '1999', 'CommandNotFoundException', 'gone']);
  });
  it('tells of names before and after they are looked up, and of places', async () => {
    expect(
      await textsOf(
        `$seen = [Collections.ArrayList]::new(); function f { 'f' }
        ${ACTIONS}.PreCommandLookupAction = { param($name, $e) if ($name -eq 'f') { [void] $seen.Add("before $name") } }
        ${ACTIONS}.PostCommandLookupAction = { param($name, $e) if ($name -eq 'f') { [void] $seen.Add("found $($e.Command)") } }
        ${ACTIONS}.LocationChangedAction = { param($x, $e) [void] $seen.Add("$($e.NewPath)") }
        f; Set-Location env:; $seen`,
      ),
    ).toEqual(['f', 'before f', 'found f', 'Env:/']);
  });
});
describe('[Environment]::CurrentDirectory', () => {
  it('is that of the runspace: .NET takes relative paths from there, PowerShell and other sessions do not', async () => {
    expect(
      await textsOf(
        `$here = $PWD.Path; [Environment]::CurrentDirectory = '/'; [IO.Path]::GetFullPath('x'); [IO.Directory]::GetCurrentDirectory()
        $PWD.Path -eq $here; try { [Environment]::CurrentDirectory = '/nosuch' } catch { $_.Exception.InnerException.GetType().Name }`,
      ),
    ).toEqual(['/x', '/', 'true', 'DirectoryNotFoundException']);
    expect(await textsOf('[Environment]::CurrentDirectory')).toEqual([process.cwd()]);
  });
});
