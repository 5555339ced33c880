/** Restricted configurations end to end: over HTTP, the framing and a real PowerShell as the program behind them. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peerAvailable, peerCommand } from '../../test/support/peer.js';
import {
  enterPSSession,
  invokeCommand,
  newPSSession,
  NON_INTERACTIVE_HOST,
  SessionContext,
  textOf,
  undecorated,
  type PSSession,
} from '../client/session/index.js';
import { hostedFamily } from '../powershell/cmdlets/index.js';
import { createRunspace, scriptCommands } from '../powershell/engine/index.js';
import { pipelineCommand, PSDictionary, type PSCommandDefinition, type PSValue } from '../protocol/objects/index.js';
import { eventually } from './test-support/wsman-probe.js';
import { createTestEndpoint, type TestEndpoint } from '../testing/index.js';
import { modulePath } from './hosts/configured-setup.js';
import { loadEndpointConfiguration, servePipe, sessionConfiguration, type SessionConfiguration } from './index.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'restricted-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function configuration(name: string, settings: string, init: Partial<SessionConfiguration> = {}): SessionConfiguration {
  const file = path.join(folder, `${name}.pssc`);
  writeFileSync(file, `@{ SchemaVersion = '2.0.0.0'; ${settings} }`);
  return sessionConfiguration({ name, configurationFile: file, ...init });
}
const USERS = [
  { user: 'alice', password: 'secret', groups: ['ops'] },
  { user: 'bob', password: 'secret' },
  { user: 'root-of-all', password: 'secret', administrator: true },
];
const endpoint = (...configurations: readonly SessionConfiguration[]): Promise<TestEndpoint> =>
  createTestEndpoint({ configurations, users: USERS });
const open = (server: TestEndpoint, configurationName: string, userName = 'alice'): Promise<PSSession> =>
  newPSSession({
    connectionUri: server.url,
    credential: { userName, password: 'secret' },
    configurationName,
  }).one();

interface Ran {
  readonly output: readonly string[];
  readonly errors: readonly string[];
}
async function run(session: PSSession, ...commands: readonly PSCommandDefinition[]): Promise<Ran> {
  const output: string[] = [];
  const errors: string[] = [];
  const pipeline = session.runspace.startPipeline(
    { statements: [commands], isNested: false, history: null, redirectShellErrorOutputPipe: true },
    { noInput: true },
  );
  const end = await pipeline.pumpTo((record) => {
    if (record.stream === 'output') output.push(textOf(undecorated(record.value)));
    else if (record.stream === 'error') errors.push(record.value.fullyQualifiedErrorId);
  });
  if (end.state === 'Failed') errors.push(end.error.errorId);
  return { output, errors };
}
const call = (name: string, parameters: Readonly<Record<string, PSValue>> = {}): PSCommandDefinition =>
  pipelineCommand(name, { parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value })) });
const script = (text: string): PSCommandDefinition => pipelineCommand(text, { isScript: true });

const OPS = `SessionType = 'RestrictedRemoteServer'; FunctionDefinitions = @{ Name = 'Who'; ScriptBlock = { $PSSenderInfo.UserInfo.Identity.Name + ' ' + $ExecutionContext.SessionState.LanguageMode } }; RoleDefinitions = @{ ops = @{ VisibleCmdlets = 'Get-Date' }; bob = @{ VisibleFunctions = 'Who' } }`;

describe('a configuration with a session configuration file', () => {
  it('gives each caller the commands of his roles, and no scripts', async () => {
    await using server = await endpoint(configuration('ops', OPS));
    await using alice = await open(server, 'ops');
    expect(await run(alice, call('Get-Date', { Year: 2000, Format: 'yyyy' }))).toEqual({
      output: ['2000'],
      errors: [],
    });
    expect(await run(alice, script('Get-Date'))).toEqual({ output: [], errors: ['ScriptsNotAllowed'] });
    expect(await run(alice, call('Get-Item', { Path: '/' }))).toEqual({
      output: [],
      errors: ['CommandNotFoundException'],
    });
    await using bob = await open(server, 'ops', 'bob');
    expect(await run(bob, call('Who'))).toEqual({ output: ['bob FullLanguage'], errors: [] });
    expect((await run(bob, call('Get-Date'))).errors).toEqual(['CommandNotFoundException']);
    await using admin = await open(server, 'ops', 'root-of-all');
    expect((await run(admin, call('Get-Date'))).errors).toEqual(['CommandNotFoundException']);
  });
  it('tells a client that asks for commands only of those that it has', async () => {
    await using server = await endpoint(configuration('ops', OPS));
    await using session = await open(server, 'ops');
    const listed = (await session.runspace.getCommandMetadata(['*'])).map(({ name }) => name);
    expect(listed).toContain('Get-Date');
    expect(listed).toContain('Out-Default');
    expect(listed).not.toContain('Get-Item');
    expect(listed).not.toContain('Invoke-Expression');
    // An alias tells no more than the command behind it.
    const [alias, command] = await session.runspace.getCommandMetadata(['gcm', 'Get-Command']);
    const names = (parameters: PSValue | undefined): readonly string[] =>
      parameters instanceof PSDictionary ? parameters.keys.map((key) => String(key as unknown)) : [];
    expect([alias?.name, command?.name]).toEqual(['gcm', 'Get-Command']);
    expect(names(command?.parameters)).toContain('ListImported');
    expect(names(command?.parameters)).not.toContain('Noun');
    expect(names(alias?.parameters)).toEqual(names(command?.parameters));
  });
  it('keeps its restrictions when the runspace is reset', async () => {
    await using server = await endpoint(configuration('ops', OPS));
    await using session = await open(server, 'ops');
    expect(await session.runspace.resetRunspaceState()).toBe(true);
    expect((await run(session, script('1'))).errors).toEqual(['ScriptsNotAllowed']);
    expect((await run(session, call('Get-Date', { Format: 'yyyy', Year: 2001 }))).output).toEqual(['2001']);
  });
  it('finds roles and modules where the endpoint looks, and not in a home', () => {
    expect(modulePath({ HOME: '/home/alice' })).toEqual(['/usr/local/share/powershell/Modules']);
    expect(modulePath({ HOME: '/home/alice', PSModulePath: `/a${path.delimiter}/b` })).toEqual(['/a', '/b']);
  });
  it('opens no session for whom it cannot be made', async () => {
    await using server = await endpoint(
      configuration('missing', `RoleDefinitions = @{ ops = @{ RoleCapabilities = 'NoSuchRole' } }`),
      configuration('required', `RequiredGroups = @{ And = 'ops' }`),
      configuration('broken', `ScriptsToProcess = '/no/such.ps1'`),
      configuration('windows', `RunAsVirtualAccount = $true`),
      configuration('started', `SessionType = 'Empty'`, { startupScript: 'throw "not today"' }),
    );
    await expect(open(server, 'missing')).rejects.toThrow(/Could not find the role capability, 'NoSuchRole'/);
    await expect(open(server, 'required', 'bob')).rejects.toThrow(/Access is denied/);
    await expect(open(server, 'broken')).rejects.toThrow(/no.such\.ps1/);
    await expect(open(server, 'windows')).rejects.toThrow(/exists on Windows only/);
    await expect(open(server, 'started')).rejects.toThrow(/not today/);
    await using session = await open(server, 'required');
    expect((await run(session, script('[math]::Sqrt(4)'))).output).toEqual(['2']);
  });
  it('runs its start-up script as its own', async () => {
    await using server = await endpoint(
      configuration('own', `SessionType = 'RestrictedRemoteServer'; VisibleFunctions = 'Get-Own'`, {
        startupScript: `function Get-Own { [math]::Sqrt(16) }`,
      }),
    );
    await using session = await open(server, 'own');
    expect((await run(session, call('Get-Own'))).output).toEqual(['4']);
  });
  it('does not let a job run what the session may not', async () => {
    await using server = await endpoint(
      configuration('jobs', `LanguageMode = 'ConstrainedLanguage'`),
      configuration(
        'few',
        `SessionType = 'RestrictedRemoteServer'; VisibleCmdlets = 'Start-Job', 'Invoke-Command', 'Trace-Command'`,
      ),
    );
    const refused = ['CannotStartJobInconsistentLanguageMode,Microsoft.PowerShell.Commands.StartJobCommand'];
    await using jobs = await open(server, 'jobs');
    expect((await run(jobs, script('Start-Job { [math]::Sqrt(4) }'))).errors).toEqual(refused);
    await using few = await open(server, 'few');
    expect((await run(few, call('Start-Job', { FilePath: '/etc/passwd' }))).errors).toEqual(refused);
    expect(
      (await run(few, call('Trace-Command', { Name: 'x', Command: 'Get-Item', ArgumentList: ['/'] }))).output,
    ).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('over a pipe', () => {
  it('a caller has the roles of his account and of its groups in the system', async () => {
    const { username } = userInfo();
    const group = execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim();
    const name = `pssession-test-${randomUUID()}`;
    await using server = await servePipe(name, {
      configuration: configuration(
        'piped',
        `SessionType = 'RestrictedRemoteServer'; RoleDefinitions = @{ '${username}' = @{ VisibleCmdlets = 'Get-Date' }; '${group}' = @{ VisibleCmdlets = 'Get-Random' }; 'no-such-group' = @{ VisibleCmdlets = 'Get-Process' } }`
          // An account and its group may have one name, which is one key then.
          .replace(username === group ? `'${group}' = @{ VisibleCmdlets = 'Get-Random' };` : '\0', ''),
      ),
    });
    void server;
    await using session = await newPSSession({ pipeName: name }).one();
    expect((await run(session, call('Get-Date', { Year: 2000, Format: 'yyyy' }))).output).toEqual(['2000']);
    if (username !== group) expect((await run(session, call('Get-Random', { Maximum: 1 }))).output).toEqual(['0']);
    expect((await run(session, call('Get-Process'))).errors).toEqual(['CommandNotFoundException']);
    expect((await run(session, script('1'))).errors).toEqual(['ScriptsNotAllowed']);
  });
});

describe('a client of a session that takes no scripts', () => {
  const settings = `SessionType = 'RestrictedRemoteServer'; VisibleCmdlets = 'Get-Date'`;
  const reader = (text: string): Promise<ReturnType<typeof scriptCommands>> => Promise.resolve(scriptCommands(text));
  it('enters it, and sends typed commands as commands', async () => {
    await using server = await endpoint(configuration('typed', settings));
    const shown: string[] = [];
    const context = new SessionContext({ scriptReader: reader });
    await using entered = await enterPSSession({
      context,
      connectionUri: server.url,
      credential: { userName: 'alice', password: 'secret' },
      configurationName: 'typed',
      host: { ...NON_INTERACTIVE_HOST, hasUI: true, writeLine: (text) => void shown.push(text) },
    });
    expect(await entered.prompt()).toBe('[127.0.0.1]: PS>');
    await entered.runLine('Get-Date -Year 2000 -Format yyyy').all();
    await entered.runLine('Get-Date -Year 2001 -Format yyyy; Get-Date -Format yyyy -Year 2002').all();
    expect(shown).toEqual(['2000', '2001', '2002']);
    await expect(entered.runLine('Get-Date; $x = 1').all()).rejects.toMatchObject({ errorId: 'ScriptsNotAllowed' });
    await expect(entered.runLine('Get-Item /').all()).rejects.toMatchObject({ errorId: 'CommandNotFoundException' });
    await context.close();
  });
  it('imports its commands', async () => {
    await using server = await endpoint(configuration('imported', `${settings}, 'Measure-Object'`));
    const family = await hostedFamily();
    const runspace = createRunspace({ commands: family.commands, variables: family.variables });
    const output: string[] = [];
    const errors: string[] = [];
    const outcome = await runspace.run({
      definition: {
        statements: [
          [
            script(`
              $credential = [pscredential]::new('alice', (ConvertTo-SecureString secret -AsPlainText -Force))
              $s = New-PSSession -ConnectionUri '${server.url}' -Authentication Basic -Credential $credential -ConfigurationName imported
              $null = Import-PSSession $s -CommandName Get-Date, Measure-Object -Prefix Far
              Get-FarDate -Year 2001 -Format yyyy
              (1..3 | Measure-FarObject).Count
              Remove-PSSession $s
            `),
          ],
        ],
        isNested: false,
        history: null,
        redirectShellErrorOutputPipe: false,
      },
      input: undefined,
      host: { name: 'test', version: '1.0', defaults: new Map(), hasUI: false, call: () => Promise.resolve(null) },
      sink: {
        output: (value) => void output.push(textOf(undecorated(value))),
        error: (record) => void errors.push(record.fullyQualifiedErrorId),
        informational: () => undefined,
        progress: () => undefined,
        information: () => undefined,
      },
      addToHistory: false,
      signal: AbortSignal.timeout(30_000),
    });
    if (outcome.state !== 'Completed') errors.push(outcome.error.exception.message);
    expect({ output, errors }).toEqual({ output: ['2001', '3'], errors: [] });
    await family.close();
    await runspace.dispose();
  });
  it('invokes commands in it', async () => {
    await using server = await endpoint(configuration('invoked', settings));
    await using session = await open(server, 'invoked');
    const context = new SessionContext({ scriptReader: reader });
    const output = async (scriptBlock: string): Promise<readonly string[]> =>
      (await invokeCommand({ context, session, scriptBlock }).all()).map((value) => textOf(undecorated(value)));
    expect(await output(' Get-Date -Year 2000 -Format yyyy ')).toEqual(['2000']);
    expect(await output('Get-Date -Year 2001 -Format:yyyy | Measure-Object')).toHaveLength(1);
    await context.close();
  });
});

describe.skipIf(!peerAvailable)('a real PowerShell behind a configuration file', () => {
  it('has what the file gives to everybody', async () => {
    const [program, ...rest] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    const runspace = { kind: 'command', command: [program, ...rest] } as const;
    await using server = await endpoint(
      configuration('real', `SessionType = 'RestrictedRemoteServer'; VisibleCmdlets = 'Get-Date'`, { runspace }),
    );
    await using session = await open(server, 'real');
    expect(await run(session, call('Get-Date', { Year: 2000, Format: 'yyyy' }))).toEqual({
      output: ['2000'],
      errors: [],
    });
    expect((await run(session, call('Get-Item', { Path: '/' }))).errors).toEqual(['CommandNotFoundException']);
    expect((await run(session, script('Get-Date'))).errors).toEqual(['ScriptsNotAllowed']);
  });
});

describe.skipIf(!peerAvailable)('a real PowerShell behind a configuration file with roles', () => {
  it('gives each caller what his roles give, and lets nobody in who is in no group that is required', async () => {
    const [program, ...rest] = await peerCommand('-NoLogo', '-NoProfile', '-s');
    const runspace = { kind: 'command', command: [program, ...rest] } as const;
    const rolesLeft = (): readonly string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith('pssession-roles-'));
    const before = rolesLeft();
    const roles = `ops = @{ VisibleCmdlets = @{ Name = 'Get-Date'; Parameters = @{ Name = 'Year'; ValidateSet = '2000', '2002' }, @{ Name = 'Format' } } }; bob = @{ VisibleFunctions = 'Who'; FunctionDefinitions = @{ Name = 'Who'; ScriptBlock = { 'it''s ' + $env:PLACE } }; EnvironmentVariables = @{ PLACE = 'here' } }`;
    await using server = await endpoint(
      configuration('real-roles', `SessionType = 'RestrictedRemoteServer'; RoleDefinitions = @{ ${roles} }`, {
        runspace,
      }),
      configuration(
        'real-group',
        `SessionType = 'Empty'; RequiredGroups = @{ And = 'ops' }; VisibleCmdlets = 'Get-Date'`,
        {
          runspace,
        },
      ),
    );
    await using alice = await open(server, 'real-roles');
    expect(await run(alice, call('Get-Date', { Year: 2000, Format: 'yyyy' }))).toEqual({
      output: ['2000'],
      errors: [],
    });
    expect((await run(alice, call('Get-Date', { Year: 2001 }))).errors).toEqual([
      'ParameterArgumentValidationError,Get-Date',
    ]);
    expect((await run(alice, call('Who'))).errors).toEqual(['CommandNotFoundException']);
    await using bob = await open(server, 'real-roles', 'bob');
    expect(await run(bob, call('Who'))).toEqual({ output: ["it's here"], errors: [] });
    expect((await run(bob, call('Get-Date'))).errors).toEqual(['CommandNotFoundException']);
    expect((await run(bob, script("'x'"))).errors).toEqual(['ScriptsNotAllowed']);
    await using member = await open(server, 'real-group');
    expect((await run(member, call('Get-Date', { Year: 2001, Format: 'yyyy' }))).output).toEqual(['2001']);
    await expect(open(server, 'real-group', 'bob')).rejects.toThrow(/Access is denied/);
    await eventually('no file of roles is left', () => rolesLeft().every((name) => before.includes(name)));
  }, 180_000);
});

describe('the transcript of a session', () => {
  it('says who called, and by which configuration', async () => {
    const there = path.join(folder, 'transcripts');
    await using server = await endpoint(
      configuration('Told', `SessionType = 'RestrictedRemoteServer'; TranscriptDirectory = '${there}'`),
    );
    await using session = await open(server, 'Told');
    expect(session.state).toBe('Opened');
    const [file = ''] = readdirSync(there);
    const header = readFileSync(path.join(there, file), 'utf8').split(/\r?\n/);
    expect(header).toContain('Username: alice');
    expect(header).toContain('Configuration Name: Told');
  });
});

describe("the endpoint's own configuration file", () => {
  it('is refused with the place when a session configuration file in it is wrong', async () => {
    const file = path.join(folder, 'config.json');
    const write = (jea: object): void => writeFileSync(file, JSON.stringify({ configurations: { Jea: jea } }));
    writeFileSync(path.join(folder, 'wrong.pssc'), "@{ LanguageMode = 'Poetry' }");
    write({ configurationFile: 'wrong.pssc' });
    await expect(loadEndpointConfiguration(file)).rejects.toThrow(
      /configurations\.Jea\.configurationFile: The member 'LanguageMode' .* has the value 'Poetry'/,
    );
    write({ configurationFile: 'none.pssc' });
    await expect(loadEndpointConfiguration(file)).rejects.toThrow(/none\.pssc' does not exist/);
    writeFileSync(path.join(folder, 'good.pssc'), Buffer.from("\uFEFF@{ SessionType = 'Empty' }", 'utf16le'));
    write({ configurationFile: 'good.pssc' });
    const { configurations } = await loadEndpointConfiguration(file);
    expect(configurations.get('jea')?.configurationFile).toBe(path.join(folder, 'good.pssc'));
    write({ configurationFile: 'good.pssc', runspace: { kind: 'command', command: ['ssh', '-s', 'x', 'powershell'] } });
    await expect(loadEndpointConfiguration(file)).rejects.toThrow(/PowerShell's own server/);
  });
});
