/** Rules that `npm run differential` found broken. What the scripts give was measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

const gives = async (script: string, ...lines: readonly string[]): Promise<void> => {
  const { output, errors } = await runEngine(script);
  expect([...output, ...errors.map(({ exception }) => `! ${exception.message}`)]).toEqual(lines);
};
const MATCH = "The input string 'x' was not in a correct format.";

describe('rules measured against PowerShell', () => {
  it('a typed catch and a trap see the exception inside, a bare catch the one around it', async () => {
    await gives(
      'try { [int]::Parse(\'x\') } catch [FormatException] { "$_"; $_.Exception.GetType().Name }',
      MATCH,
      'FormatException',
    );
    await gives('& { trap { "$_"; continue } [int]::Parse(\'x\') }', MATCH);
    await gives("try { [int]::Parse('x') } catch { $_.Exception.GetType().Name }", 'MethodInvocationException');
  });
  it('whatever is thrown is caught as a RuntimeException, after its own class', async () => {
    await gives(
      "try { throw [ArgumentException]::new('b') } catch [Management.Automation.RuntimeException] { 'run' } catch [ArgumentException] { 'own' }",
      'own',
    );
    await gives(
      "try { throw [ArgumentException]::new('b') } catch [Management.Automation.RuntimeException] { 'run' } catch { 'any' }",
      'run',
    );
    await gives(
      "try { Get-Item /nope/x -ErrorAction Stop } catch [Management.Automation.ActionPreferenceStopException] { 'stop' }",
      'stop',
    );
  });
  it('switch compares texts', async () => {
    await gives(
      "switch (0) { $false { 'no' } '0' { 'yes' } }; switch ('1.0') { 1.0 { 'no' } default { 'none' } }; switch ($null) { '' { 'empty' } }",
      'yes',
      'none',
      'empty',
    );
  });
  it('a variable whose assignment failed is nothing in the rest of the block, and what it was outside', async () => {
    const { output } = await runEngine(
      '$s = \'o\'; & { $s = 1 / 0; "[$s]" }; & { if ($true) { $s = 1 / 0; "[$s]" }; "[$s]" }; "[$s]"',
    );
    expect(output).toEqual(['[]', '[]', '[o]', '[o]']);
  });
  it('an error after $(…) in the same statement is reported there', async () => {
    const { errors } = await runEngine('("<$(1)>" -is \'nope\')');
    expect(errors[0]?.invocationInfo?.offsetInLine).toBe(6);
  });
  it('bit operators beside fractions, enumerations and what is no number', async () => {
    await gives("('1e2' -bxor [sbyte]-4).GetType().Name; [DayOfWeek]::Monday -bxor -2.5", 'Int64', '-1');
    await gives('3d -bor @{}', '! Object reference not set to an instance of an object.');
    await gives("[char]'a' -shl [char]'a'", "! The operation '[System.Char] -shl [System.Char]' is not defined.");
  });
  it('casts of what has no way to the type say what was asked', async () => {
    await gives(
      '[timespan]$true',
      '! Cannot convert value "True" to type "System.TimeSpan". Error: "Invalid cast from \'System.Boolean\' to \'System.TimeSpan\'."',
    );
    await gives(
      '[char]@(1)',
      '! Cannot convert the "System.Object[]" value of type "System.Object[]" to type "System.Char".',
    );
    await gives(
      '[guid]@{}; [IO.FileAttributes]([Collections.ArrayList](1, 2))',
      '00000000-0000-0000-0000-000000000000',
      'ReadOnly, Hidden',
    );
    await gives(
      '[int][switch]$true',
      '! Cannot convert the "True" value of type "System.Management.Automation.SwitchParameter" to type "System.Int32".',
    );
  });
  it('a plain number for a text is what was written', async () => {
    await gives('function f([string]$v) { $v }; f 1.10; f -v 0x10; f (1.10)', '1.10', '0x10', '1.1');
  });
  it('ConvertTo-Csv writes no line for an object without values', async () => {
    await gives("'a', 5, 'bc' | ConvertTo-Csv; 5 | ConvertTo-Csv", '"Length"', '"1"', '"2"');
  });
  it('a wildcard in a folder that does not exist is an error', async () => {
    await gives('Resolve-Path /nope/*x', "! Cannot find path '/nope' because it does not exist.");
  });
  it('custom objects without the property answer with nothing, -like with texts, Split with collections', async () => {
    await gives('$o = [pscustomobject]@{ a = 1 }, [pscustomobject]@{ b = 2 }; @($o.a).Count', '2');
    await gives("(1, 2 -like '*')[0].GetType().Name; (1, 2).Where({ $_ -gt 1 }, 'Split')[0].Count", 'String', '1');
  });
  it('validation of nothing, and of a variable that gets its rule', async () => {
    const { errors } = await runEngine(
      "function f { param([ValidateSet('a')]$a) }; f $null; [ValidateRange(1, 2)]$v = 5",
    );
    expect(errors.map(({ exception }) => exception.message)).toEqual([
      "Cannot validate argument on parameter 'a'. The argument is null, empty, or an element of the argument collection contains a null value. Supply a collection that does not contain any null values and then try the command again.",
      'The attribute cannot be added because variable v with value 5 would no longer be valid.',
    ]);
  });
  it('an object from the pipeline that cannot be bound is an error of its own, with or without try', async () => {
    const { output, ids } = await runEngine("try { 'a', $null, 'b' | ConvertTo-Csv } catch { 'caught' }");
    expect(output).toEqual(['"Length"', '"1"', '"1"']);
    expect(ids).toEqual([
      'ParameterArgumentValidationErrorNullNotAllowed,Microsoft.PowerShell.Commands.ConvertToCsvCommand',
    ]);
  });
  it('the script goes on after text that Invoke-Expression cannot read', async () => {
    const { output, ids } = await runEngine("Invoke-Expression '1 +'; 'after'");
    expect(output).toEqual(['after']);
    expect(ids).toEqual(['ExpectedValueExpression,Microsoft.PowerShell.Commands.InvokeExpressionCommand']);
  });
});
