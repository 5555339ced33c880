/** Types by reflection. What the scripts give was measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

const ACCELERATORS = "$t = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators');";

describe('type accelerators', () => {
  it('are told by name, and are no type that a script can name', async () => {
    expect(
      await linesOf(
        `${ACCELERATORS} $t::Get.Count; $t::Get['int'].FullName; $t::Get['ipendpoint'].Name; $t::Get.ContainsKey('nothing')
         try { Invoke-Expression '[System.Management.Automation.TypeAccelerators]' } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual([
      '102',
      'System.Int32',
      'IPEndPoint',
      'False',
      'TypeNotFound,Microsoft.PowerShell.Commands.InvokeExpressionCommand',
    ]);
  });
  it('can be added: in literals, conversions and other runspaces', async () => {
    expect(
      await linesOf(
        `${ACCELERATORS} $t::Add('mine', [System.Text.StringBuilder]); & { [mine].Name; ('mine' -as [type]).Name }
         (New-Object mine).GetType().Name; [powershell]::Create().AddScript('[mine].Name').Invoke()
         $t::Remove('mine'); $t::Get.ContainsKey('mine')`,
      ),
    ).toEqual(['StringBuilder', 'StringBuilder', 'StringBuilder', 'StringBuilder', 'True', 'False']);
  });
});
describe('an assembly', () => {
  it('finds its types by their full names', async () => {
    expect(
      await linesOf(
        `$a = [psobject].Assembly; $a.GetName().Name; $a.GetName().Version.ToString()
         $a.GetType('System.Management.Automation.PSObject').Name; $null -eq $a.GetType('system.management.automation.psobject')
         $a.GetType('system.management.automation.psobject', $false, $true).Name; $null -eq $a.GetType('System.Int32')
         try { $a.GetType('x.y', $true) } catch { $_.Exception.InnerException.Message }
         class Foo {}; [Foo].Assembly.IsDynamic; [Foo].Assembly.GetName().Name; [int].Assembly.IsDynamic`,
      ),
    ).toEqual([
      'System.Management.Automation',
      '7.6.0.500',
      'PSObject',
      'True',
      'PSObject',
      'True',
      "Could not resolve type 'x.y' in assembly 'System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35'.",
      'True',
      'PowerShell Class Assembly',
      'False',
    ]);
  });
});
describe('the tree of a function', () => {
  it('is its definition, which stands in the whole script', async () => {
    expect(
      await linesOf(
        `function foo { param($a) 5 }; filter bar($x) { 6 }; $f = (Get-Command foo).ScriptBlock.Ast
         $f.GetType().Name; $f.Extent.Text; $f.Name; $f.Body.ParamBlock.Parameters[0].Name.ToString(); $f.Parent.GetType().Name
         (Get-Command bar).ScriptBlock.Ast.IsFilter; { 1 }.Ast.GetType().Name; { 1 }.Ast.Parent.GetType().Name`,
      ),
    ).toEqual([
      'FunctionDefinitionAst',
      'function foo { param($a) 5 }',
      'foo',
      '$a',
      'NamedBlockAst',
      'True',
      'ScriptBlockAst',
      'ScriptBlockExpressionAst',
    ]);
  });
});
