/** Language modes. Ids and texts were measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { TestSession } from './test-session.js';

const constrained = (): Promise<TestSession> => TestSession.open(`LanguageMode = 'ConstrainedLanguage'`);
const METHOD = 'MethodInvocationNotSupportedInConstrainedLanguage';
const SETTER = 'PropertySetterNotSupportedInConstrainedLanguage';
const CONVERSION = 'ConversionSupportedOnlyToCoreTypes';
const CREATE = 'CannotCreateTypeConstrainedLanguage';

describe('ConstrainedLanguage', () => {
  it.each([
    ['[System.Environment]::GetFolderPath("Desktop")', METHOD],
    ['[math]::Sqrt(4)', METHOD],
    ['(Get-Item /).EnumerateFiles()', METHOD],
    ['{ 1 }.Invoke()', METHOD],
    ['[scriptblock]::Create("1")', METHOD],
    ['$ExecutionContext.InvokeCommand.InvokeScript("1")', METHOD],
    ['[string].GetMethods()', METHOD],
    ["'a'.psobject.Methods['ToUpper'].Invoke()", METHOD],
    ["$ExecutionContext.SessionState.LanguageMode = 'FullLanguage'", SETTER],
    ['(Get-Item /).LastWriteTime = 1', SETTER],
    ["[System.IO.FileInfo]'/etc/hosts'", CONVERSION],
    ['[pscustomobject]@{ a = 1 }', CONVERSION],
    ['[System.Text.StringBuilder]$x = "a"', 'RuntimeException'],
    ['[System.Text.StringBuilder]::new()', CREATE],
    ['New-Object System.Text.StringBuilder', `${CREATE},Microsoft.PowerShell.Commands.NewObjectCommand`],
    ["Add-Type 'public class A {}'", 'CannotDefineNewType,Microsoft.PowerShell.Commands.AddTypeCommand'],
    ['class A { }', 'ClassesNotAllowedInConstrainedLanguage'],
    ['data -SupportedCommand Get-Date { Get-Date }', 'DataSectionAllowedCommandDisallowed'],
    ['Get-Item / | ForEach-Object EnumerateFiles', METHOD],
    ["(Get-Item /).ForEach('EnumerateFiles')", METHOD],
    ['function f { [math]::Sqrt(4) }; f', METHOD],
    ["Invoke-Expression '[math]::Sqrt(4)'", METHOD],
    ['& { [math]::Sqrt(4) }', METHOD],
    ['1 | ForEach-Object { [math]::Sqrt(4) }', METHOD],
    ['"$([math]::Sqrt(4))"', METHOD],
    ['function f([System.IO.FileInfo]$p) { $p }; f /etc/hosts', 'ParameterArgumentTransformationError,f'],
    ['function f([ValidateScript({ [math]::Sqrt(4) })]$p) { $p }; f 1', 'ParameterArgumentValidationError,f'],
    ['function f($p = [math]::Sqrt(4)) { $p }; f', METHOD],
    ['trap { [math]::Sqrt(4); continue } throw 1', METHOD],
    ['(Get-Item /).GetFileSystemInfos.Invoke()', METHOD],
  ])('refuses %s', async (text, id) => {
    const session = await constrained();
    const { ids, output } = await session.script(text);
    expect(
      ids.map((one) => one.split(',').slice(0, id.split(',').length).join(',')),
      output.join(),
    ).toContain(id);
  });
  it.each([
    ['[guid]::NewGuid() -is [guid]', 'True'],
    ["[regex]::Escape('a.b')", 'a\\.b'],
    ["'abc'.ToUpper()", 'ABC'],
    ['(Get-Date).AddDays(1) -gt (Get-Date)', 'True'],
    ["[int]'5' + [uint16]1", '6'],
    ['$h = [ordered]@{ a = 1 }; $h.a', '1'],
    ['$o = New-Object psobject -Property @{ a = 1 }; $o.a = 2; $o.a', '2'],
    ['$a = @{}; $a.b = 1; $a.Add("x", 2); $a.Count', '2'],
    ['[string]::Format("{0}", 1)', '1'],
    ['[timespan]::FromDays(1).TotalHours', '24'],
    ['(Get-Item /).Exists', 'True'],
    ['[Environment]::ProcessorCount -gt 0', 'True'],
    ['$ExecutionContext.SessionState.LanguageMode', 'ConstrainedLanguage'],
    ["'x' -as [System.Diagnostics.Process]", undefined],
    ['1, 2 | ForEach-Object ToString', '1'],
    ['try { [math]::Sqrt(4) } catch { $_.FullyQualifiedErrorId }', METHOD],
    ['[int[]](1, 2)', '1'],
  ])('allows %s', async (text, first) => {
    const session = await constrained();
    const { ids, output } = await session.script(text);
    expect(ids).toEqual([]);
    expect(output[0]).toBe(first === undefined ? 'null' : first);
  });
  it('begins where a script sets it, and cannot be left', async () => {
    const session = TestSession.unrestricted();
    const set = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'";
    expect(
      await session.script(`function before { [math]::Sqrt(4) }; ${set}; $ExecutionContext.SessionState.LanguageMode`),
    ).toMatchObject({ ids: [], output: ['ConstrainedLanguage'] });
    expect((await session.script('[math]::Sqrt(4)')).ids).toEqual([METHOD]);
    expect((await session.script('before')).output).toEqual(['2']);
    expect((await session.script("$ExecutionContext.SessionState.LanguageMode = 'FullLanguage'")).ids).toEqual([
      SETTER,
    ]);
    expect(
      (await session.script("& { $ExecutionContext.SessionState.LanguageMode = 'FullLanguage' }; [math]::Sqrt(4)")).ids,
    ).toEqual([SETTER, METHOD]);
  });
  it('does not let code of another mode be dot-sourced', async () => {
    const session = await TestSession.open(
      `LanguageMode = 'ConstrainedLanguage'; FunctionDefinitions = @{ Name = 'own'; ScriptBlock = { $secret = 1; [math]::Sqrt(4) } }`,
    );
    expect((await session.script('own')).output).toEqual(['2']);
    expect((await session.script('. own')).ids).toEqual(['DotSourceNotSupported,own']);
  });
});

describe('RestrictedLanguage', () => {
  const restricted = (): Promise<TestSession> => TestSession.open(`LanguageMode = 'RestrictedLanguage'`);
  it.each([
    ['1 + 1; $x', 'VariableReferenceNotSupportedInDataSection'],
    ['& { 1 }', 'ScriptBlockNotSupportedInDataSection'],
    ["'a'.ToUpper()", 'MethodCallNotSupportedInDataSection'],
    ['$a = 1', 'AssignmentStatementNotSupportedInDataSection'],
    ['function f { }', 'FunctionDeclarationNotSupportedInDataSection'],
    ['param($a) 1', 'InvalidScriptBlockInDataSection'],
  ])('refuses %s', async (text, id) => {
    const session = await restricted();
    expect((await session.script(text)).ids).toEqual([id]);
  });
  it('allows commands and values', async () => {
    const session = await restricted();
    expect((await session.script('Get-Date -Year 2000 -Format yyyy')).output).toEqual(['2000']);
    expect((await session.script('"a$(1)"; $true; 1, 2')).output).toEqual(['a1', 'True', '1', '2']);
  });
});
