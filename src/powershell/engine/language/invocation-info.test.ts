/** What $MyInvocation and error records tell of the call. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

describe('an error record names', () => {
  it('the function that called Write-Error, with its place', async () => {
    expect(
      await textsOf(
        `function f { Write-Error 'one' }\n$e = f 2>&1; $e.FullyQualifiedErrorId; $i = $e.InvocationInfo; "$($i.MyCommand)|$($i.MyCommand.GetType().Name)|$($i.InvocationName)|$($i.ScriptLineNumber)|$($i.OffsetInLine)"`,
      ),
    ).toEqual(['Microsoft.PowerShell.Commands.WriteErrorException,f', 'f|FunctionInfo|f|2|6']);
  });
  it('no command and no place, for Write-Error of the script itself', async () => {
    expect(
      await textsOf(
        `$e = Write-Error 'one' 2>&1; $e.FullyQualifiedErrorId; "$($e.InvocationInfo.ScriptLineNumber)|$($e.InvocationInfo.OffsetInLine)"`,
      ),
    ).toEqual(['Microsoft.PowerShell.Commands.WriteErrorException', '0|0']);
  });
  it('the cmdlet, as it was called; of one that was not called yet, its name', async () => {
    expect(
      await textsOf(
        `try { gi /nope -ErrorAction Stop } catch { $i = $_.InvocationInfo; "$($i.MyCommand.Name)|$($i.MyCommand.CommandType)|$($i.InvocationName)" }
         try { Get-Item -Foo } catch { "$($_.InvocationInfo.MyCommand.Name)|$($_.InvocationInfo.InvocationName)" }
         try { 1 / 0 } catch { $null -eq $_.InvocationInfo.MyCommand }`,
      ),
    ).toEqual(['Get-Item|Cmdlet|gi', 'Get-Item|', 'true']);
  });
});

describe('$MyInvocation', () => {
  it('of a block has its text as command, and says where it was called', async () => {
    expect(
      await textsOf(
        `& { "$($MyInvocation.MyCommand)|$($MyInvocation.MyCommand.GetType().Name)|$($MyInvocation.CommandOrigin)"; $MyInvocation.PositionMessage.Split("\`n")[0] }`,
      ),
    ).toEqual([
      ' "$($MyInvocation.MyCommand)|$($MyInvocation.MyCommand.GetType().Name)|$($MyInvocation.CommandOrigin)"; $MyInvocation.PositionMessage.Split("`n")[0] |ScriptInfo|Internal',
      'At line:1 char:1',
    ]);
  });
});
