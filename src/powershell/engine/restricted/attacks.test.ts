/**
 * Ways out of a restricted session, tried. Each attack would set a variable that the configuration reads back, or show
 * what is hidden. Commands that no sane configuration makes visible are visible here.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PSDictionary, PSList, PSScriptBlockText, type PSValue } from '../../../protocol/objects/index.js';
import { type Call, TestSession } from './test-session.js';

const EVIL = '$global:taken = 1; Get-Secret';
const block = (text = EVIL): PSValue => new PSScriptBlockText(text);
const table = (entries: Readonly<Record<string, PSValue>>): PSDictionary => new PSDictionary(Object.entries(entries));
const OWN = `FunctionDefinitions = @{ Name = 'Get-Secret'; ScriptBlock = { 'the secret' } }, @{ Name = 'Get-Taken'; ScriptBlock = { "taken: $global:taken" } }, @{ Name = 'Use-Block'; ScriptBlock = { param([scriptblock] $Block, $Name) if ($Block) { & $Block }; 'used' } }, @{ Name = 'Use-Any'; ScriptBlock = { param($Block) & $Block } }, @{ Name = 'Use-Each'; ScriptBlock = { param($Block) 1 | ForEach-Object $Block } }`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'attacks-'));
  writeFileSync(nodePath.join(folder, 'evil.ps1'), EVIL);
  writeFileSync(nodePath.join(folder, 'evil.psm1'), `function Use-Evil { ${EVIL} }\n${EVIL}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a caller without language', () => {
  const careless = (): Promise<TestSession> =>
    TestSession.open(
      `SessionType = 'RestrictedRemoteServer'; ${OWN}; VisibleFunctions = 'Get-Taken', 'Use-*'; VisibleProviders = 'FileSystem', 'Function', 'Variable'; VisibleExternalCommands = '${folder}/*'; VisibleCmdlets = 'ForEach-Object', 'Where-Object', 'Select-Object', 'Sort-Object', 'Group-Object', 'Measure-*', 'Invoke-*', 'Trace-Command', 'Set-*', 'New-*', 'Get-Date', 'Get-Variable', 'Get-Content', 'Get-Item', 'Add-*', 'Update-*', 'Register-*', 'Format-*', 'Out-*', 'ConvertTo-*', 'Compare-Object', 'Import-Module', 'Start-*', 'Get-Help', 'Get-Command', 'Get-Alias', 'Write-Output', 'Tee-Object', 'Join-String', 'TabExpansion2', 'Get-Module'`,
    );
  const attacks: Readonly<Record<string, () => readonly Call[]>> = {
    'a block as ForEach-Object -Process': () => ['Get-Date', ['ForEach-Object', { Process: block() }]],
    'a text as ForEach-Object -Process': () => ['Get-Date', ['ForEach-Object', { Process: EVIL }]],
    'a block as ForEach-Object -Parallel': () => ['Get-Date', ['ForEach-Object', { Parallel: block() }]],
    'a block as Where-Object -FilterScript': () => ['Get-Date', ['Where-Object', { FilterScript: block() }]],
    'a calculated property': () => ['Get-Date', ['Select-Object', { Property: table({ n: 'x', e: block() }) }]],
    'a block as a property': () => ['Get-Date', ['Sort-Object', { Property: block() }]],
    'a block that groups': () => ['Get-Date', ['Group-Object', { Property: block() }]],
    'a block that measures': () => ['Get-Date', ['Measure-Object', { Property: block() }]],
    'a calculated column': () => [
      'Get-Date',
      ['Format-Table', { Property: table({ n: 'x', e: block() }) }],
      'Out-String',
    ],
    'a block that joins': () => ['Get-Date', ['Join-String', { Property: block() }]],
    'Measure-Command': () => [['Measure-Command', { Expression: block() }]],
    'Invoke-Command': () => [['Invoke-Command', { ScriptBlock: block() }]],
    'Invoke-Command without a scope': () => [['Invoke-Command', { ScriptBlock: block(), NoNewScope: true }]],
    'Invoke-Expression': () => [['Invoke-Expression', { Command: EVIL }]],
    'Trace-Command with a block': () => [['Trace-Command', { Name: 'x', Expression: block() }]],
    'Trace-Command with a command': () => [['Trace-Command', { Name: 'x', Command: 'Get-Secret' }]],
    'a new module': () => [['New-Module', { ScriptBlock: block() }]],
    'a module as an object': () => [['New-Module', { ScriptBlock: block(), AsCustomObject: true }]],
    'a module from a file': () => [['Import-Module', { Name: `${folder}/evil.psm1` }], 'Use-Evil'],
    'a script file that a wildcard takes': () => [`${folder}/evil.ps1`],
    'type data': () => [
      [
        'Update-TypeData',
        { TypeName: 'System.DateTime', MemberType: 'ScriptProperty', MemberName: 'Evil', Value: block() },
      ],
    ],
    'a script method': () => [
      ['Add-Member', { InputObject: 'x', MemberType: 'ScriptMethod', Name: 'Evil', Value: block(), PassThru: true }],
    ],
    'a script property': () => [
      'Get-Date',
      ['Add-Member', { MemberType: 'ScriptProperty', Name: 'Evil', Value: block(), PassThru: true }],
      ['Select-Object', { Property: 'Evil' }],
    ],
    'an argument completer': () => [
      ['Register-ArgumentCompleter', { CommandName: 'Get-Date', ParameterName: 'Format', ScriptBlock: block() }],
    ],
    'an event': () => [['Register-EngineEvent', { SourceIdentifier: 'x', Action: block() }]],
    'a thread job': () => [['Start-ThreadJob', { ScriptBlock: block() }]],
    'a job': () => [['Start-Job', { ScriptBlock: block() }]],
    'a function by its provider': () => [['Set-Item', { Path: 'function:Get-Date', Value: EVIL }]],
    'a new function by its provider': () => [['New-Item', { Path: 'function:Evil', Value: EVIL }]],
    'a function as content': () => [['Set-Content', { Path: 'function:Evil', Value: EVIL }]],
    'an alias of a hidden command': () => [['Set-Alias', { Name: 'Evil', Value: 'Get-Secret' }], 'Evil'],
    'a default value that is a block': () => [
      [
        'Set-Variable',
        { Name: 'PSDefaultParameterValues', Value: table({ 'Get-Date:Format': block() }), Scope: 'Global' },
      ],
    ],
    'a new object': () => [['New-Object', { TypeName: 'System.Management.Automation.ScriptBlock' }]],
    'a block for a function of the configuration': () => [['Use-Block', { Block: block() }]],
    'a text for a function of the configuration': () => [['Use-Block', { Block: EVIL }]],
    'a name for a function of the configuration that wants none': () => [['Use-Block', { Name: EVIL }]],
    'a block where anything is taken': () => [['Use-Any', { Block: block() }]],
    'a block that the configuration goes through': () => [['Use-Each', { Block: block() }]],
    'a script behind a command': () => ['Get-Date'],
    'several commands as one name': () => ['Get-Date; Get-Secret'],
    'a name with a scope': () => ['global:Get-Secret'],
    'a name with a drive': () => ['function:Get-Secret'],
    'a name with a module': () => ['Microsoft.PowerShell.Core\\Get-Secret'],
    'an operator as a name': () => ['.', '&'],
    'a program by its path': () => ['/bin/cat'],
    'a program beside a visible folder': () => [`${folder}/../../bin/cat`],
  };
  it.each(Object.keys(attacks))('gets nowhere with %s', async (name) => {
    const session = await careless();
    const { output } = await session.commands(...(attacks[name]?.() ?? []));
    const after = [
      ...(await session.commands(['Get-Date', { Year: 2000 }])).output,
      ...(await session.commands(['TabExpansion2', { inputScript: 'Get-Date -Format ', cursorColumn: 17 }])).output,
    ];
    expect([...output, ...after].join('\n')).not.toContain('the secret');
    expect((await session.commands('Get-Taken')).output).toEqual(['taken: ']);
    expect((await session.commands('Get-Secret')).ids).toEqual(['CommandNotFoundException']);
    expect((await session.script('1')).ids).toEqual(['ScriptsNotAllowed']);
  });
  it('sees no hidden command in listings, help, drives and completions', async () => {
    const session = await careless();
    for (const calls of [
      [
        ['Get-Command', { Name: '*' }],
        ['Select-Object', { Property: new PSList(['Name', 'Definition']) }],
        'Out-String',
      ],
      [['Get-Help', { Name: 'Get-Secret' }], 'Out-String'],
      [['Get-Content', { Path: 'function:Get-Secret' }]],
      [['Get-Item', { Path: 'function:*' }], 'Out-String'],
      [['TabExpansion2', { inputScript: 'Get-Sec', cursorColumn: 7 }], 'Out-String'],
    ] as readonly (readonly Call[])[]) {
      const { output } = await session.commands(...calls);
      expect(output.join('\n')).not.toMatch(/the secret|Get-Secret\b.*Function|Get-Secret\s*$/m);
    }
  });
});

describe.each(['ConstrainedLanguage', 'FullLanguage'])('a caller with %s and few commands', (mode) => {
  const open = (): Promise<TestSession> =>
    TestSession.open(
      `SessionType = 'RestrictedRemoteServer'; LanguageMode = '${mode}'; ${OWN}; VisibleFunctions = 'Use-*'; VisibleProviders = 'FileSystem', 'Function', 'Variable'; VisibleCmdlets = 'Get-Date', 'ForEach-Object', 'Where-Object', 'Select-Object', 'Invoke-*', 'New-Module', 'Import-Module', 'Get-Module', 'Set-Alias', 'Get-Command', 'Trace-Command', 'Register-*', 'New-Event', 'Start-ThreadJob', 'Receive-Job', 'Wait-Job', 'Update-TypeData', 'Set-Item', 'Get-Content', 'Out-String'`,
    );
  it.each([
    'Get-Secret',
    '& Get-Secret',
    '. { Get-Secret }',
    '& { Get-Secret }',
    'function f { Get-Secret }; f',
    'function f { begin { Get-Secret } }; f',
    'function f { param($p = (Get-Secret)) $p }; f',
    'function f { [CmdletBinding()] param([Parameter(Mandatory)] [int] $p) process { } clean { Get-Secret | Out-Default } }; f -p x',
    'function f([ValidateScript({ Get-Secret })] $p) { $p }; f 1',
    'function f { trap { Get-Secret; continue } throw 1 }; f',
    'try { throw 1 } catch { Get-Secret }',
    'try { } finally { Get-Secret }',
    '1 | ForEach-Object { Get-Secret }',
    '1 | ForEach-Object -Begin { Get-Secret } -Process { }',
    '1 | Where-Object { Get-Secret }',
    '1 | Select-Object @{ n = "x"; e = { Get-Secret } }',
    'Use-Block { Get-Secret }',
    'Use-Any { Get-Secret }',
    'Use-Each { Get-Secret }',
    "Use-Any 'Get-Secret; 1'",
    "Invoke-Expression 'Get-Secret'",
    'Invoke-Command { Get-Secret }',
    'Trace-Command x { Get-Secret }',
    'Trace-Command x Get-Secret',
    'Set-Alias evil Get-Secret; evil',
    '$m = New-Module { function Use-It { Get-Secret } }; Use-It',
    '& (New-Module { }) { Get-Secret }',
    'Set-Item function:own { Get-Secret }; own',
    '${function:own} = { Get-Secret }; own',
    '$function:Get-Secret',
    '& $function:Get-Secret',
    '${function:Get-Secret}.Invoke()',
    'Get-Content function:Get-Secret',
    '& (Get-Command Get-Secret)',
    '(Get-Command Get-Secre*).ScriptBlock',
    '"$(Get-Secret)"',
    'if (Get-Secret) { "got the secret" }',
    '$x = Get-Secret; $x',
    'Get-Date | Get-Secret',
    'Get-Secret | Get-Date',
    'global:Get-Secret',
    'Get-Secre*',
    '{ Get-Secret }.Invoke()',
    '{ Get-Secret }.GetNewClosure().Invoke()',
    '[scriptblock]::Create("Get-Secret").Invoke()',
    '$ExecutionContext.InvokeCommand.InvokeScript("Get-Secret")',
    '$ExecutionContext.InvokeCommand.GetCommand("Get-Secret", "All").ScriptBlock',
    '$ExecutionContext.InvokeCommand.GetCommands("*Secret", "All", $true).ScriptBlock',
    '$ExecutionContext.InvokeProvider.Item.Get("function:Get-Secret").ScriptBlock',
    '$ExecutionContext.SessionState.InvokeProvider.Item.Get("function:Get-Secret").ScriptBlock',
    '$ExecutionContext.InvokeProvider.Content.GetReader("function:Get-Secret").Read(1)',
    '$ExecutionContext.SessionState.InvokeCommand.NewScriptBlock("Get-Secret").Invoke()',
    '[powershell]::Create().AddScript("Get-Secret").Invoke()',
    '[powershell]::Create().AddCommand("Get-Secret").Invoke()',
    '1..2 | ForEach-Object -Parallel { Get-Secret }',
    'Start-ThreadJob { Get-Secret } | Receive-Job -Wait',
    'Register-EngineEvent evil -Action { $global:got = Get-Secret } | Out-String; $null = New-Event evil; $global:got',
    'Update-TypeData -TypeName System.Int32 -MemberType ScriptProperty -MemberName Evil -Value { Get-Secret }; (1).Evil',
    '@(1).ForEach({ Get-Secret })',
    '@(1).Where({ Get-Secret })',
    "'a' -replace 'a', { Get-Secret }",
    'switch (1) { { Get-Secret } { "got the secret" } }',
    'foreach ($i in Get-Secret) { $i }',
    'Get-Date -OutVariable x (Get-Secret)',
    '$PSDefaultParameterValues["Get-Date:Format"] = { Get-Secret }; Get-Date',
    '& (Get-Command Use-Block).ScriptBlock { Get-Secret }',
    '([Func[object]] { Get-Secret }).Invoke()',
    '[System.Linq.Enumerable]::Select([int[]](1), [Func[int, object]] { Get-Secret })',
    '[array]::ConvertAll([int[]](1), [Converter[int, object]] { Get-Secret })',
    '[System.Management.Automation.Language.Parser]::ParseInput("Get-Secret", [ref]$null, [ref]$null).GetScriptBlock().Invoke()',
    '{ Get-Secret }.Ast.GetScriptBlock().Invoke()',
    '{ Get-Secret }.Ast.EndBlock.Statements[0].Parent.Parent.GetScriptBlock().Invoke()',
    '& (Get-Command Use-Any).ScriptBlock.Ast.Body.GetScriptBlock() { Get-Secret }',
    '[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize({ Get-Secret })).Invoke()',
    '(Get-Command Use-Block).ScriptBlock.Module',
    '[scriptblock].GetMethods() | Out-String; [scriptblock].GetProperty("SessionStateInternal", [System.Reflection.BindingFlags]"Instance,NonPublic").SetValue({ Get-Secret }, $null); & { Get-Secret }',
    '$e = [System.Management.Automation.ProxyCommand]::Create((Get-Command Use-Any)); $e',
    "'Get-Secret' | Invoke-Expression",
    'class C { [string] Run() { return Get-Secret } }; [C]::new().Run()',
    'class C { [string] $P = (Get-Secret) }; [C]::new().P',
    'class C { static [string] Run() { return Get-Secret } }; [C]::Run()',
    'class C { [string] ToString() { return Get-Secret } }; Use-Any { "$([C]::new())" }',
  ])('gets nowhere with %s', async (text) => {
    const session = await open();
    const { output } = await session.script(text);
    expect(output.join('\n')).not.toContain('the secret');
    const again = await session.script('Get-Secret');
    expect(again.output).toEqual([]);
    expect(again.ids).toEqual(['CommandNotFoundException']);
  });
});

describe('format files', () => {
  const view = `<Configuration><ViewDefinitions><View><Name>v</Name><ViewSelectedBy><TypeName>System.DateTime</TypeName></ViewSelectedBy><CustomControl><CustomEntries><CustomEntry><CustomItem><ExpressionBinding><ScriptBlock>Get-Secret</ScriptBlock></ExpressionBinding></CustomItem></CustomEntry></CustomEntries></CustomControl></View></ViewDefinitions></Configuration>`;
  it.each(['FullLanguage', 'ConstrainedLanguage'])('of a caller with %s are not taken', async (mode) => {
    const file = nodePath.join(folder, 'evil.ps1xml');
    writeFileSync(file, view);
    const session = await TestSession.open(
      `SessionType = 'RestrictedRemoteServer'; LanguageMode = '${mode}'; ${OWN}; VisibleFunctions = 'Use-*'; VisibleProviders = 'FileSystem'; VisibleCmdlets = 'Update-FormatData', 'Get-Date', 'Out-String', 'Format-Custom'`,
    );
    const { output, ids } = await session.script(
      `Update-FormatData -PrependPath '${file}'; Get-Date | Out-String; Get-Date | Format-Custom | Out-String`,
    );
    expect(output.join('')).not.toContain('the secret');
    expect(ids).toEqual(['InvalidOperation,Microsoft.PowerShell.Commands.UpdateFormatDataCommand']);
  });
});

describe('the same words', () => {
  it('work where the command is visible, so that it is the restriction that refuses them', async () => {
    const session = await TestSession.open(
      `SessionType = 'RestrictedRemoteServer'; LanguageMode = 'FullLanguage'; ${OWN}; VisibleFunctions = 'Use-*', 'Get-Secret'; VisibleProviders = 'Function'; VisibleCmdlets = 'ForEach-Object', 'Invoke-*', 'Start-ThreadJob', 'Receive-Job', 'Get-Command'`,
    );
    for (const text of [
      'Use-Block { Get-Secret }',
      '1 | ForEach-Object { Get-Secret }',
      "Invoke-Expression 'Get-Secret'",
      '${function:Get-Secret}.Invoke()',
      '& (Get-Command Get-Secret)',
      '[scriptblock]::Create("Get-Secret").Invoke()',
    ])
      expect((await session.script(text)).output, text).toContain('the secret');
  });
});
