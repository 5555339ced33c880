/** Restricted sessions: what their caller has, and what he has not. Ids and texts were measured with pwsh 7.6.9. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSession } from './test-session.js';

const FOO = `FunctionDefinitions = @{ Name = 'foo'; ScriptBlock = { param($x) (Get-Item /).Name; $ExecutionContext.SessionState.LanguageMode; [Math]::Abs(-3) } }, @{ Name = 'hid'; ScriptBlock = { 1 } }`;
const LIMITED = `VisibleCmdlets = 'Get-Date', @{ Name = 'Get-Item'; Parameters = @{ Name = 'Path'; ValidateSet = '/', '/tmp' }, @{ Name = 'Filter'; ValidatePattern = 'a.*' } }, 'Microsoft.PowerShell.Utility\\Get-Rand*'`;
const RESTRICTED = `SessionType = 'RestrictedRemoteServer'; VisibleProviders = 'FileSystem'; ${LIMITED}; VisibleFunctions = 'foo'; VisibleAliases = 'gi'; ${FOO}`;

describe('a restricted remote server', () => {
  it('takes no scripts', async () => {
    const session = await TestSession.open(RESTRICTED);
    const { ids, errors } = await session.script('Get-Date');
    expect(ids).toEqual(['ScriptsNotAllowed']);
    expect(errors[0]?.exception.message).toBe(
      'The syntax is not supported by this runspace. This can occur if the runspace is in no-language mode.',
    );
  });
  it('runs the commands that are visible, with their parameters', async () => {
    const session = await TestSession.open(RESTRICTED);
    expect((await session.commands(['Get-Date', { Year: 2000, Format: 'yyyy' }])).output).toEqual(['2000']);
    expect(
      (await session.commands(['Microsoft.PowerShell.Utility\\Get-Date', { Year: 2001, Format: 'yyyy' }])).output,
    ).toEqual(['2001']);
    expect((await session.commands(['Get-Random', { Maximum: 1 }])).output).toEqual(['0']);
  });
  it('does not find the others, whatever they are called by', async () => {
    const session = await TestSession.open(RESTRICTED);
    for (const name of [
      'Get-ChildItem',
      'dir',
      'hid',
      'Get-Nope',
      '/bin/ls',
      'ls',
      'Invoke-Expression',
      'Microsoft.PowerShell.Management\\Get-ChildItem',
    ]) {
      const { ids, errors } = await session.commands(name);
      expect(ids, name).toEqual(['CommandNotFoundException']);
      expect(errors[0]?.exception.message, name).toMatch(
        /^The term '.*' is not recognized as a name of a cmdlet, function, script file, or executable program\./,
      );
    }
  });
  it('keeps the parameters of a limited command to those named, and their values to those allowed', async () => {
    const session = await TestSession.open(RESTRICTED);
    expect((await session.commands(['Get-Item', { Path: '/tmp' }])).output).toEqual(['tmp']);
    expect((await session.commands(['gi', { Path: '/tmp' }])).output).toEqual(['tmp']);
    const outside = await session.commands(['Get-Item', { Path: '/etc' }]);
    expect(outside.ids).toEqual(['ParameterArgumentValidationError,Get-Item']);
    expect(outside.errors[0]?.exception.message).toBe(
      `Cannot validate argument on parameter 'Path'. The argument "/etc" does not belong to the set "/,/tmp" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.`,
    );
    const pattern = await session.commands(['Get-Item', { Path: '/', Filter: 'b' }]);
    expect(pattern.errors[0]?.exception.message).toBe(
      `Cannot validate argument on parameter 'Filter'. The argument "b" does not match the "^(a.*)$" pattern. Supply an argument that matches "^(a.*)$" and try the command again.`,
    );
    expect((await session.commands(['Get-Item', { Path: '/', Force: true }])).ids).toEqual([
      'NamedParameterNotFound,Get-Item',
    ]);
    expect((await session.commands(['Microsoft.PowerShell.Management\\Get-Item', { Path: '/etc' }])).ids).toEqual([
      'CommandNotFoundException',
    ]);
  });
  it('runs functions of the configuration with the whole language and every command', async () => {
    const session = await TestSession.open(RESTRICTED);
    expect(await session.commands('foo')).toMatchObject({ output: ['/', 'FullLanguage', '3'], ids: [] });
  });
  it('lists what its caller has, and nothing else', async () => {
    const session = await TestSession.open(RESTRICTED);
    const { output } = await session.commands(['Get-Command', { CommandType: 'Function, Cmdlet' }]);
    expect([...output].sort()).toEqual(
      [
        'Clear-Host',
        'Exit-PSSession',
        'foo',
        'Get-Command',
        'Get-Date',
        'Get-FormatData',
        'Get-Help',
        'Get-Item',
        'Get-Random',
        'Measure-Object',
        'Out-Default',
        'Select-Object',
      ].sort(),
    );
    expect((await session.commands(['Get-Command', { Name: 'Get-ChildItem' }])).ids).toEqual([
      'CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand',
    ]);
  });
  it('takes what is no switch of its own commands by position too, as functions do', async () => {
    const session = await TestSession.open(RESTRICTED);
    expect((await session.commands(['Get-Command', ['Out-Default']])).output).toEqual(['Out-Default']);
    expect((await session.commands(['Get-FormatData', ['none']])).ids).toEqual([]);
    expect((await session.commands('Get-Date', ['Select-Object', ['Count']])).ids).toEqual([]);
    expect((await session.commands(['Get-Command', ['a', 'b', [1], 'Function', 'more']])).ids).toEqual([
      'PositionalParameterNotFound,Get-Command',
    ]);
  });
  it('has the commands that clients need, with their limits', async () => {
    const session = await TestSession.open(RESTRICTED);
    expect((await session.commands('Get-Date', 'Measure-Object')).ids).toEqual([]);
    expect((await session.commands('Get-Date', ['Measure-Object', { Property: 'Year' }])).ids).toEqual([
      'NamedParameterNotFound,Measure-Object',
    ]);
    expect((await session.commands('Get-Date', ['Select-Object', { Property: 'Year' }])).ids).toEqual([
      'ParameterArgumentValidationError,Select-Object',
    ]);
    expect(
      (
        await session.commands(
          ['Get-Command', { Name: 'Get-Item' }],
          ['Select-Object', { Property: ['Name', 'CommandType'] }],
        )
      ).ids,
    ).toEqual([]);
  });
});

describe('roles', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(nodePath.join(tmpdir(), 'roles-'));
    const roles = nodePath.join(folder, 'R1', 'RoleCapabilities');
    mkdirSync(roles, { recursive: true });
    writeFileSync(
      nodePath.join(folder, 'R1', 'R1.psm1'),
      `function Get-R1 { "r1 $(Hide-R1)" }\nfunction Hide-R1 { 'h' }\n`,
    );
    const psrc = (name: string, text: string): void =>
      writeFileSync(nodePath.join(roles, `${name}.psrc`), `@{ GUID = 'x'; ${text} }`);
    psrc(
      'a',
      `VisibleFunctions = 'R1\\Get-R1', 'fa'; VisibleCmdlets = @{ Name = 'Get-Item'; Parameters = @{ Name = 'Path'; ValidateSet = '/', '/tmp' } }; FunctionDefinitions = @{ Name = 'fa'; ScriptBlock = { $va } }; VariableDefinitions = @{ Name = 'va'; Value = { 'c' + 'd' } }`,
    );
    psrc('b', `VisibleCmdlets = @{ Name = 'Get-Item'; Parameters = @{ Name = 'Path'; ValidatePattern = '/t.*' } }`);
    psrc(
      'c',
      `VisibleCmdlets = @{ Name = 'Get-Item'; Parameters = @{ Name = 'Path'; ValidateSet = '/etc'; ValidatePattern = '/e.*' } }`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const open = (groups: readonly string[]): Promise<TestSession> =>
    TestSession.open(
      `SessionType = 'RestrictedRemoteServer'; VisibleProviders = 'FileSystem'; RoleDefinitions = @{ alice = @{ RoleCapabilities = 'a' }; ops = @{ RoleCapabilities = 'b' }; net = @{ RoleCapabilities = 'C' }; dates = @{ VisibleCmdlets = 'Get-Date' } }`,
      { groups, modulePath: folder },
    );

  it('come from the account and its groups', async () => {
    const alice = await open([]);
    expect((await alice.commands('fa')).output).toEqual(['cd']);
    expect((await alice.commands('Get-R1')).output).toEqual(['r1 h']);
    expect((await alice.commands('Hide-R1')).ids).toEqual(['CommandNotFoundException']);
    expect((await alice.commands('Get-Date')).ids).toEqual(['CommandNotFoundException']);
    const both = await open(['Dates']);
    expect((await both.commands('Get-Date')).ids).toEqual([]);
  });
  it('add up: values and patterns of a parameter are alternatives, and both hold', async () => {
    const path = async (session: TestSession, value: string): Promise<readonly string[]> =>
      (await session.commands(['Get-Item', { Path: value }])).ids;
    const session = await open(['ops']);
    expect(await path(session, '/tmp')).toEqual([]);
    expect(await path(session, '/')).toEqual(['ParameterArgumentValidationError,Get-Item']);
    const more = await open(['ops', 'net']);
    expect(await path(more, '/etc')).toEqual([]);
    expect(await path(more, '/tmp')).toEqual([]);
  });
  it('must exist', async () => {
    await expect(
      TestSession.open(
        `SessionType = 'RestrictedRemoteServer'; RoleDefinitions = @{ alice = @{ RoleCapabilities = 'Nope' } }`,
        { modulePath: folder },
      ),
    ).rejects.toMatchObject({
      errorId: 'CouldNotFindRoleCapability',
      message: `Could not find the role capability, 'Nope'. The role capability must be a file named 'Nope.psrc' within a 'RoleCapabilities' directory in a module in the current module path.`,
    });
    await expect(
      TestSession.open(`RoleDefinitions = @{ alice = @{ RoleCapabilities = '../../secret' } }`, { modulePath: folder }),
    ).rejects.toMatchObject({ errorId: 'CouldNotFindRoleCapability' });
  });
  it('are refused to whom the required groups leave out', async () => {
    const text = `RequiredGroups = @{ And = 'staff', @{ Or = 'day', 'night' } }`;
    await expect(TestSession.open(text, { groups: ['staff'] })).rejects.toMatchObject({ errorId: 'AccessDenied' });
    await expect(TestSession.open(text, { groups: ['staff', 'Night'] })).resolves.toBeDefined();
  });
});

describe('providers', () => {
  it('are kept from the caller, not from the configuration, unless they are visible', async () => {
    const settings = `SessionType = 'RestrictedRemoteServer'; VisibleCmdlets = 'Get-Item', 'Test-Path', 'Get-Content', 'Import-Csv', 'Set-Content', @{ Name = 'Get-ChildItem'; Parameters = @{ Name = 'Path' } }; VisibleFunctions = 'own'; FunctionDefinitions = @{ Name = 'own'; ScriptBlock = { (Get-Item /).Name } }`;
    const shut = await TestSession.open(settings);
    const missing = (command: string): string => `ProviderNotFound,Microsoft.PowerShell.Commands.${command}Command`;
    const hidden = await shut.commands(['Get-Item', { Path: '/' }]);
    expect(hidden.ids).toEqual([missing('GetItem')]);
    expect(hidden.errors[0]?.exception.message).toBe("Cannot find a provider with the name 'FileSystem'.");
    expect((await shut.commands(['Get-ChildItem', { Path: '/' }])).ids).toEqual([missing('GetChildItem')]);
    expect((await shut.commands(['Get-Content', { Path: 'env:PATH' }])).output).toEqual([]);
    expect((await shut.commands(['Import-Csv', { Path: '/etc/passwd' }])).output).toEqual([]);
    expect((await shut.commands(['Set-Content', { Path: '/tmp/never-written', Value: 'x' }])).ids).toHaveLength(1);
    expect((await shut.commands(['Test-Path', { Path: '/' }])).output).toEqual(['False']);
    expect((await shut.commands('own')).output).toEqual(['/']);
    const open = await TestSession.open(`VisibleProviders = 'File*'; ${settings}`);
    expect((await open.commands(['Get-Item', { Path: '/' }])).output).toEqual(['/']);
    expect((await open.commands(['Get-Content', { Path: 'env:PATH' }])).output).toEqual([]);
  });
});

describe('runspaces of one process', () => {
  it('have their own type data', async () => {
    const first = TestSession.unrestricted();
    const second = TestSession.unrestricted();
    await first.script(
      `Update-TypeData -TypeName System.String -MemberType ScriptMethod -MemberName Shout -Value { $this.ToUpper() + '!' }`,
    );
    expect((await first.script(`'a'.Shout()`)).output).toEqual(['A!']);
    expect((await second.script(`'a'.Shout()`)).ids).toEqual(['MethodNotFound']);
  });
  it('stay apart when they wait', async () => {
    const open = await TestSession.open(`LanguageMode = 'ConstrainedLanguage'`);
    const full = TestSession.unrestricted();
    const ask = `1..5 | ForEach-Object { Start-Sleep -Milliseconds 2; try { [Environment]::GetFolderPath('Desktop'); 'open' } catch { 'shut' } } | Select-Object -Unique`;
    const [shut, free] = await Promise.all([open.script(ask), full.script(ask)]);
    expect(shut.output).toEqual(['shut']);
    expect(free.output).toContain('open');
  });
});
