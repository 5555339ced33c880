/** In whose scopes code runs: blocks of the session in a module's hands, and a module's in the session's. As in pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

const MODULE = `
  New-Module -Name m {
    $x = 'module'
    function Call($b) { $x = 'in Call'; & $b; . $b }
    function Dot($b) { $y = 'Dot'; . $b }
    function ReadY { "y=$y" }
    function OwnText { $b = [scriptblock]::Create('$x'); & $b }
    function Caller { [CmdletBinding()] param() "$($PSCmdlet.SessionState.Module)|$($ExecutionContext.SessionState.Module)" }
    function Within { Caller }
    $flags = [System.Reflection.BindingFlags]'Instance,NonPublic'
    $state = [scriptblock].GetProperty('SessionStateInternal', $flags)
    $internal = [System.Management.Automation.SessionState].GetProperty('Internal', $flags)
    function Adopt($other) { $b = { $x; $made = 5 }; $state.SetValue($b, $state.GetValue($other, $null), $null); . $b; "m:$made" }
    function AsCaller { [CmdletBinding()] param() $b = { $x }; $state.SetValue($b, $internal.GetValue($PSCmdlet.SessionState)); . $b }
  } | Import-Module
  $x = 'session'
`;

describe('session states', () => {
  it('run a block of the session in the scope that stands in the session, called or dot-sourced by a module', async () => {
    expect(await textsOf(`${MODULE}; function f { $x = 'f'; Call { $x; $w = 1 }; "w=$w" }; f`)).toEqual([
      'f',
      'f',
      'w=1',
    ]);
  });
  it('let a module called from its dot-sourced guest see the function that it stands in', async () => {
    expect(await textsOf(`${MODULE}; Dot { ReadY }`)).toEqual(['y=Dot']);
  });
  it('run a block made from text where it is called', async () => {
    expect(await textsOf(`${MODULE}; OwnText; Call ([scriptblock]::Create('$x'))`)).toEqual([
      'module',
      'in Call',
      'in Call',
    ]);
  });
  it('give an advanced function its caller in $PSCmdlet and its own module in $ExecutionContext', async () => {
    expect(await textsOf(`${MODULE}; Caller; Within`)).toEqual(['|m', 'm|m']);
  });
  it('can be given to a block by reflection, as test frameworks do', async () => {
    expect(await textsOf(`${MODULE}; function f { $x = 'f'; Adopt { }; "f:$made"; AsCaller }; f`)).toEqual([
      'f',
      'm:',
      'f:5',
      'f',
    ]);
    expect(await textsOf(`$null -eq [scriptblock].GetProperty('SessionStateInternal')`)).toEqual(['true']);
  });
  it('let a closure dot-source a block of the session into the scope that stands there', async () => {
    expect(
      await textsOf(
        `${MODULE}; function f { $setup = { function g { 'g' } }; $c = & { $inner = $setup; { . $inner }.GetNewClosure() }; . $c; & { g } }; f`,
      ),
    ).toEqual(['g']);
  });
  it('keep a parameter that is declared private from the blocks below', async () => {
    expect(await textsOf(`function a { param($private:p, $q) "p=$p q=$q"; & { "p=$p q=$q" } }; a 1 2; a -p 3`)).toEqual(
      ['p=1 q=2', 'p= q=2', 'p=3 q=', 'p= q='],
    );
  });
  it('have items by $ExecutionContext.InvokeProvider, and functions that remember what was added to their info', async () => {
    expect(
      await textsOf(
        `$item = $ExecutionContext.InvokeProvider.Item
         $item.Set('Function:\\script:zz', { 'called' }, $true, $true)[0].Name; zz
         (Get-Command zz).psobject.Properties.Add([psnoteproperty]::new('Q', 1)); (Get-Command zz).Q
         $item.Exists('Function:\\zz', $true, $true); $item.Remove('Function:\\zz', $false, $true, $true)
         $item.Exists('Function:\\zz', $true, $true)`,
      ),
    ).toEqual(['zz', 'called', '1', 'true', 'false']);
  });
});
