/** Attributes by reflection. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

describe('the attributes of a class', () => {
  it('are made of what is written at it and at its members', async () => {
    expect(
      await linesOf(
        `[System.Management.Automation.Cmdlet('Get', 'Thing', SupportsShouldProcess = $true)] class C {}
         class D { [ValidateSet('a', 'b')][string]$p; [Obsolete('aaa')][int] f([int]$a) { return 1 } hidden [int]$h }
         $c = [C].GetCustomAttributes($false); $c.Count; $c[0].VerbName; $c[0].NounName; $c[0].SupportsShouldProcess; $c[0].ConfirmImpact
         [D].GetProperty('p').GetCustomAttributes($true)[0].ValidValues; [D].GetProperty('h').GetCustomAttributes($true)[0].GetType().Name
         [D].GetMethod('f').GetCustomAttributes($false)[0].Message; [D].GetMethod('f').GetCustomAttributes([ObsoleteAttribute], $false).Count
         [D].GetProperty('p').IsDefined([ValidateSet], $false); [D].GetProperty('p').IsDefined([ObsoleteAttribute], $false)
         [D].GetCustomAttributes($true).Count; [Flags()] enum E { a; b }; [E].GetCustomAttributes($true)[0].GetType().Name
         [C].Assembly.GetCustomAttributes($true)[0].GetType().Name`,
      ),
    ).toEqual([
      '1',
      'Get',
      'Thing',
      'True',
      'Medium',
      'a',
      'b',
      'HiddenAttribute',
      'aaa',
      '1',
      'True',
      'False',
      '0',
      'FlagsAttribute',
      'DynamicClassImplementationAssemblyAttribute',
    ]);
  });
});
describe('types of PowerShell that are only named', () => {
  it('are there for every accelerator', async () => {
    expect(
      await linesOf(
        `$t = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')::Get
         @($t.Values | ? { $null -eq ($_.FullName -as [type]) }).Count; function f([ciminstance]$x) { 'f' }; f
         [System.Management.Automation.Cmdlet]::CommonParameters -contains 'ErrorAction'`,
      ),
    ).toEqual(['0', 'f', 'True']);
  });
  it('has a folder of the program, where pwsh is', async () => {
    expect(await linesOf("Test-Path $PSHOME; try { $PSHOME = 'x' } catch { $_.FullyQualifiedErrorId }")).toEqual([
      'True',
      'VariableNotWritable',
    ]);
  });
});
