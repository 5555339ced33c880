/** Errors inside of what a trap or a caller stands by. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

const FUNCTIONS =
  "function F { [CmdletBinding()] param() throw 'boom'; 'after' }; function G { [CmdletBinding()] param() $null.Foo(); 'after' };";

describe('an error where a trap stands by', () => {
  it('ends what was called, and comes to the trap', async () => {
    expect(
      await linesOf(
        `${FUNCTIONS} & { trap { "T $_"; continue } F -ErrorAction Ignore; 'next' }
         & { trap { 'T'; continue } G -ErrorAction Continue; 'next' }; & { trap { 'T'; continue } & { & { G }; 'x' }; 'next' }
         $x = & { trap { continue } 1; G; 2 }; "$x"; F -ErrorAction SilentlyContinue`,
      ),
    ).toEqual(['T boom', 'next', 'T', 'next', 'T', 'next', '1 2', 'after']);
  });
});
describe('$? after a trap that continues', () => {
  it('is false where the statement failed, and that of what was called else', async () => {
    expect(
      await linesOf(
        `& { trap { continue } throw 1; "a $?"; Get-Item /nope -ErrorAction Stop; "b $?"; 1 / 0; "c $?" }
         & { trap { continue } throw 2 }; "d $?"; function t { trap { continue } throw 3 }; t; "e $?"`,
      ),
    ).toEqual(['a False', 'b False', 'c False', 'd True', 'e True']);
  });
});
describe('what ends a command that a program called', () => {
  it('is the exception of the command, with its record', async () => {
    expect(
      await linesOf(
        `$p = [powershell]::Create(); $p.AddScript('function f { [CmdletBinding()] param($m) switch ($m) {
           1 { $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([ArgumentException]::new("tt"), "TT", "InvalidArgument", 5)) }
           2 { Get-Item /nosuch -ErrorAction Stop } 3 { throw "x" } } }').Invoke()
         foreach ($m in 1..3) { $p.Commands.Clear(); try { $p.AddCommand('f').AddParameter('m', $m).Invoke() } catch {
           $e = $_.Exception.InnerException; "$($e.GetType().Name) $($e.ErrorRecord.FullyQualifiedErrorId)" } }`,
      ),
    ).toEqual([
      'CmdletInvocationException TT,f',
      'ActionPreferenceStopException PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
      'RuntimeException x',
    ]);
  });
});
describe('a method without a type', () => {
  it('gives nothing', async () => {
    expect(
      await linesOf("class A { f() { 'x' } [string] g() { return 'y' } }; [A]::new().f(); [A]::new().g()"),
    ).toEqual(['y']);
  });
});
