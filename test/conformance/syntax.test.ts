/**
 * The syntax of Get-PSSession: its sets, and the attributes of each parameter. What the table says is shown by what the
 * binder does. cmdlets.md 5.1, 5.2, 3.12
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../src/powershell/engine/index.js';
import { Lab, type LabClient } from './support/lab.js';
import { attributesOf, commandSpec, membersOf, onPage, PAGE_SETS } from './support/metadata.js';

const CLASS = 'Microsoft.PowerShell.Commands.GetPSSessionCommand';
const REMOTE = ['ComputerName', 'ComputerInstanceId', 'ConnectionUri', 'ConnectionUriInstanceId'];
const everywhere = (sets: readonly string[], flags = ''): Record<string, string> =>
  Object.fromEntries(sets.map((set) => [set, flags]));
const CONNECTION = [
  'Authentication',
  'CertificateThumbprint',
  'ConfigurationName',
  'Credential',
  'SessionOption',
  'State',
  'ThrottleLimit',
];

describe('the syntax of Get-PSSession', () => {
  let lab: Lab;
  let me: LabClient;
  let spec: CommandSpec;

  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['localhost', 'Server01', 'Server02']);
    spec = await commandSpec('Get-PSSession');
    me = await lab.client();
    await me.values('$own = New-PSSession -ComputerName Server02 -Name own');
  });
  afterAll(() => lab[Symbol.asyncDispose]());
  const attributes = (name: string) => onPage(attributesOf(spec, name));
  /** How many sessions a command gives. */
  const count = async (script: string): Promise<number> => (await me.values(script)).length;
  const errorId = async (script: string): Promise<string> => (await me.error(script)).fullyQualifiedErrorId;

  it('[S2] the set Name is the default one, and its Name is optional', async () => {
    expect(spec.defaultSet).toBe('Name');
    expect(membersOf(spec, 'Name')).toEqual({ mandatory: [], optional: ['Name'] });
    expect(await count('Get-PSSession')).toBe(1);
    expect(await count('Get-PSSession -Name own')).toBe(1);
  });
  it('[S3] the set ComputerName has its members, ComputerName mandatory', async () => {
    expect(membersOf(spec, 'ComputerName')).toEqual({
      mandatory: ['ComputerName'],
      optional: ['ApplicationName', ...CONNECTION, 'Name', 'Port', 'UseSSL'].sort(),
    });
    expect(
      await count(
        `Get-PSSession -ComputerName Server02 -ApplicationName wsman -ConfigurationName Microsoft.PowerShell -Name own -Authentication Default -Port ${lab.machine('Server02').port} -ThrottleLimit 2 -State All -SessionOption @{OpenTimeout=60000}`,
      ),
    ).toBe(1);
  });
  it('[S4] the set ComputerInstanceId has its members, InstanceId mandatory', async () => {
    expect(membersOf(spec, 'ComputerInstanceId')).toEqual({
      mandatory: ['ComputerName', 'InstanceId'],
      optional: ['ApplicationName', ...CONNECTION, 'Port', 'UseSSL'].sort(),
    });
    expect(await count('Get-PSSession -ComputerName Server02 -InstanceId $own.InstanceId')).toBe(1);
    expect(await errorId('Get-PSSession -ComputerName Server02 -InstanceId $own.InstanceId -Name own')).toBe(
      `AmbiguousParameterSet,${CLASS}`,
    );
  });
  it('[S5] the set ConnectionUri has its members, ConnectionUri mandatory', async () => {
    expect(membersOf(spec, 'ConnectionUri')).toEqual({
      mandatory: ['ConnectionUri'],
      optional: ['AllowRedirection', ...CONNECTION, 'Name'].sort(),
    });
    expect(await count('Get-PSSession -ConnectionUri http://Server02:5985/wsman -AllowRedirection -Name own')).toBe(1);
    expect(await errorId('Get-PSSession -ConnectionUri http://Server02:5985/wsman -Port 5985')).toBe(
      `AmbiguousParameterSet,${CLASS}`,
    );
  });
  it('[S6] the set ConnectionUriInstanceId has its members, InstanceId mandatory', async () => {
    expect(membersOf(spec, 'ConnectionUriInstanceId')).toEqual({
      mandatory: ['ConnectionUri', 'InstanceId'],
      optional: ['AllowRedirection', ...CONNECTION].sort(),
    });
    expect(await count('Get-PSSession -ConnectionUri http://Server02:5985/wsman -InstanceId $own.InstanceId')).toBe(1);
  });
  it('[S7] the set InstanceId has InstanceId, optional', async () => {
    expect(membersOf(spec, 'InstanceId')).toEqual({ mandatory: [], optional: ['InstanceId'] });
    expect(await count('Get-PSSession -InstanceId $own.InstanceId')).toBe(1);
  });
  it('[S8] the set Id has Id, which is positional', async () => {
    expect(membersOf(spec, 'Id')).toEqual({ mandatory: ['Id'], optional: [] });
    expect(attributes('Id').sets['Id']).toBe('M 0 P');
    expect(await count('Get-PSSession $own.Id')).toBe(1);
  });
  it('[S9, S182] every set takes the common parameters', async () => {
    const names =
      'Debug ErrorAction ErrorVariable InformationAction InformationVariable OutVariable OutBuffer PipelineVariable Verbose WarningAction WarningVariable'.split(
        ' ',
      );
    const sets = [
      '-Name own',
      '-ComputerName Server02',
      '-ComputerName Server02 -InstanceId $own.InstanceId',
      '-ConnectionUri http://Server02:5985/wsman',
      '-ConnectionUri http://Server02:5985/wsman -InstanceId $own.InstanceId',
      '-InstanceId $own.InstanceId',
      '-Id $own.Id',
    ];
    const common =
      '-ErrorAction Stop -ErrorVariable e -InformationAction Ignore -InformationVariable i -OutVariable o -OutBuffer 1 -PipelineVariable p -Verbose:$false -Debug:$false -WarningAction Continue -WarningVariable w';
    for (const name of names) expect(common).toContain(`-${name}`);
    expect(sets).toHaveLength(PAGE_SETS.length);
    for (const set of sets) expect([set, await count(`Get-PSSession ${set} ${common}`)]).toEqual([set, 1]);
    await me.run('Get-PSSession -Name nobody -ErrorAction SilentlyContinue -ErrorVariable kept');
    expect(await me.texts('$kept | ForEach-Object FullyQualifiedErrorId')).toEqual([
      `RemoteRunspaceNotAvailableForSpecifiedName,${CLASS}`,
    ]);
    const stopped = await me.run('Get-PSSession -Name nobody -ErrorAction Stop; "not reached"');
    expect(stopped.output).toEqual([]);
  });

  it('[S67] Authentication: its type and sets, named only, no pipeline input, no wildcards', async () => {
    expect(attributes('Authentication')).toEqual({
      type: 'System.Management.Automation.Runspaces.AuthenticationMechanism',
      aliases: [],
      sets: everywhere(REMOTE),
    });
    expect(await errorId('Get-PSSession -ComputerName Server02 -Authentication Neg*')).toBe(
      `CannotConvertArgumentNoMessage,${CLASS}`,
    );
    expect(await errorId('Get-PSSession -Authentication Negotiate -Id 1')).toBe(`AmbiguousParameterSet,${CLASS}`);
  });
  it('[S75] CertificateThumbprint: a String of the remote sets, named only', async () => {
    expect(attributes('CertificateThumbprint')).toEqual({ type: 'String', aliases: [], sets: everywhere(REMOTE) });
    expect(await errorId('Get-PSSession -CertificateThumbprint 00 -Id 1')).toBe(`AmbiguousParameterSet,${CLASS}`);
  });
  it('[S78] ComputerName has no default: without it the local sessions are meant', async () => {
    await me.values('New-PSSession -ComputerName localhost -Name second');
    expect(await me.texts('Get-PSSession | ForEach-Object ComputerName | Sort-Object')).toEqual([
      'localhost',
      'Server02',
    ]);
    expect(await errorId('Get-PSSession -ComputerName @()')).toBe(`ParameterArgumentValidationError,${CLASS}`);
    expect(await errorId('Get-PSSession -ComputerName ""')).toBe(`ParameterArgumentValidationError,${CLASS}`);
    await me.values('Remove-PSSession -Name second');
  });
  it('[S85] ComputerName: String[], alias Cn, mandatory, first position, by property name', async () => {
    expect(attributes('ComputerName')).toEqual({
      type: 'String[]',
      aliases: ['Cn'],
      sets: { ComputerName: 'M 0 P', ComputerInstanceId: 'M 0 P' },
    });
    expect(await count('Get-PSSession Server02')).toBe(1);
    expect(await count('Get-PSSession -Cn Server02')).toBe(1);
    expect(await count("[pscustomobject]@{ ComputerName = 'Server02' } | Get-PSSession")).toBe(1);
  });
  it('[S93] Credential: PSCredential of the remote sets, named only, not from the pipeline', async () => {
    expect(attributes('Credential')).toEqual({
      type: 'System.Management.Automation.PSCredential',
      aliases: [],
      sets: everywhere(REMOTE),
    });
    const wrong = await errorId('Get-PSSession -ComputerName Server02 -Credential @(1, 2)');
    expect(wrong).toBe(`ParameterArgumentTransformationError,${CLASS}`);
  });
  it('[S100] Id: Int32[], mandatory, first position, by property name', async () => {
    expect(attributes('Id')).toEqual({ type: 'Int32[]', aliases: [], sets: { Id: 'M 0 P' } });
    expect(await count('[pscustomobject]@{ Id = $own.Id } | Get-PSSession')).toBe(1);
    expect(await errorId('Get-PSSession -Id two')).toBe(`CannotConvertArgumentNoMessage,${CLASS}`);
    expect(await errorId('Get-PSSession -Id $null')).toBe(`ParameterArgumentValidationError,${CLASS}`);
  });
  it('[S105] InstanceId: Guid[], mandatory in two sets and optional in one', async () => {
    expect(attributes('InstanceId')).toEqual({
      type: 'Guid[]',
      aliases: [],
      sets: { ComputerInstanceId: 'M', ConnectionUriInstanceId: 'M', InstanceId: 'P' },
    });
    expect(await count('[pscustomobject]@{ InstanceId = $own.InstanceId } | Get-PSSession')).toBe(1);
    expect(await errorId('Get-PSSession -InstanceId 12')).toBe(`CannotConvertArgumentNoMessage,${CLASS}`);
  });
  it('[S109] Name: String[] in three sets, by property name in its own', async () => {
    expect(attributes('Name')).toEqual({
      type: 'String[]',
      aliases: [],
      sets: { Name: 'P', ComputerName: '', ConnectionUri: '' },
    });
    expect(await count("[pscustomobject]@{ Name = 'own' } | Get-PSSession")).toBe(1);
  });
  it('[S121] Port: Int32 of the computer sets, named only', async () => {
    expect(attributes('Port')).toEqual({
      type: 'Int32',
      aliases: [],
      sets: everywhere(['ComputerName', 'ComputerInstanceId']),
    });
    for (const port of [0, 65_536])
      expect(await errorId(`Get-PSSession -ComputerName Server02 -Port ${port}`)).toBe(
        `ParameterArgumentValidationError,${CLASS}`,
      );
  });
  it('[S129] State: SessionFilterState of the remote sets, named only', async () => {
    expect(attributes('State')).toEqual({
      type: 'Microsoft.PowerShell.Commands.SessionFilterState',
      aliases: [],
      sets: everywhere(REMOTE),
    });
    expect(await errorId('Get-PSSession -State Opened -Name own')).toBe(`AmbiguousParameterSet,${CLASS}`);
  });
  it('[S134] ThrottleLimit: Int32 of the remote sets, named only', async () => {
    expect(attributes('ThrottleLimit')).toEqual({ type: 'Int32', aliases: [], sets: everywhere(REMOTE) });
    expect(await errorId('Get-PSSession -ComputerName Server02 -ThrottleLimit many')).toBe(
      `CannotConvertArgumentNoMessage,${CLASS}`,
    );
  });
  it('[S140] UseSSL: a switch of the computer sets', () => {
    expect(attributes('UseSSL')).toEqual({
      type: 'SwitchParameter',
      aliases: [],
      sets: everywhere(['ComputerName', 'ComputerInstanceId']),
    });
  });
  it('[S145] AllowRedirection: a switch of the URI sets', async () => {
    expect(attributes('AllowRedirection')).toEqual({
      type: 'SwitchParameter',
      aliases: [],
      sets: everywhere(['ConnectionUri', 'ConnectionUriInstanceId']),
    });
    expect(await errorId('Get-PSSession -ComputerName Server02 -AllowRedirection')).toBe(
      `AmbiguousParameterSet,${CLASS}`,
    );
  });
  it('[S152] ApplicationName: a String of the computer sets, by property name', async () => {
    expect(attributes('ApplicationName')).toEqual({
      type: 'String',
      aliases: [],
      sets: everywhere(['ComputerName', 'ComputerInstanceId'], 'P'),
    });
    expect(
      await count("[pscustomobject]@{ ComputerName = 'Server02'; ApplicationName = 'wsman' } | Get-PSSession"),
    ).toBe(1);
  });
  it('[S160] ConfigurationName: a String of the remote sets, by property name', async () => {
    expect(attributes('ConfigurationName')).toEqual({ type: 'String', aliases: [], sets: everywhere(REMOTE, 'P') });
    expect(
      await count("[pscustomobject]@{ ComputerName = 'Server02'; ConfigurationName = 'ITTasks' } | Get-PSSession"),
    ).toBe(0);
  });
  it('[S173] ConnectionUri: Uri[], aliases URI and CU, mandatory, first position, by property name', async () => {
    expect(attributes('ConnectionUri')).toEqual({
      type: 'Uri[]',
      aliases: ['URI', 'CU'],
      sets: everywhere(['ConnectionUri', 'ConnectionUriInstanceId'], 'M 0 P'),
    });
    for (const name of ['ConnectionUri', 'URI', 'CU'])
      expect([name, await count(`Get-PSSession -${name} http://Server02:5985/wsman`)]).toEqual([name, 1]);
    expect(await count('Get-PSSession ([uri]"http://Server02:5985/wsman")')).toBe(1);
    expect(await count("[pscustomobject]@{ ConnectionUri = 'http://Server02:5985/wsman' } | Get-PSSession")).toBe(1);
  });
  it('[S181] SessionOption: PSSessionOption of the remote sets, named only', async () => {
    expect(attributes('SessionOption')).toEqual({
      type: 'System.Management.Automation.Remoting.PSSessionOption',
      aliases: [],
      sets: everywhere(REMOTE),
    });
    expect(await errorId('Get-PSSession -ComputerName Server02 -SessionOption 12')).toBe(
      `CannotConvertArgumentNoMessage,${CLASS}`,
    );
    expect(await errorId('Get-PSSession -ComputerName Server02 -SessionOption @{ Nonsense = 1 }')).toBe(
      `CannotConvertArgumentNoMessage,${CLASS}`,
    );
  });
  it('[S183] nothing is taken from the pipeline by value', async () => {
    expect(spec.parameters.flatMap(({ sets }) => Object.values(sets)).every(({ byValue }) => !byValue)).toBe(true);
    expect(await errorId("'Server02' | Get-PSSession")).toBe(`InputObjectNotBound,${CLASS}`);
  });
  it('[S184] the output is PSSession objects', async () => {
    expect(spec.outputType).toBe('System.Management.Automation.Runspaces.PSSession');
    expect(
      await me.texts(
        '(Get-PSSession)[0] -is [System.Management.Automation.Runspaces.PSSession]; (Get-PSSession -ComputerName Server02)[0] -is [System.Management.Automation.Runspaces.PSSession]',
      ),
    ).toEqual(['true', 'true']);
  });

  // What came with Windows PowerShell 3.0: there is no older form of this program, so its presence and its effect count.
  it('[S66] Authentication, of 3.0, decides how the connection of the query is authenticated', async () => {
    await me.values('Get-PSSession -ComputerName Server02 -Authentication Negotiate');
    expect(lab.requests.at(-1)?.info.authenticationMechanism).toBe('Negotiate');
  });
  it('[S74] CertificateThumbprint, of 3.0, decides with which certificate', async () => {
    await me.run(
      "Get-PSSession -ComputerName Server02 -CertificateThumbprint '00112233445566778899aabbccddeeff00112233'",
    );
    expect(lab.requests.at(-1)?.info.certificateThumbprint).toBe('00112233445566778899aabbccddeeff00112233');
  });
  it('[S92] Credential, of 3.0, decides as whom', async () => {
    const credential = '(Get-Variable cred -ValueOnly)';
    const { PSCredential } = await import('../../src/client/session/index.js');
    await me.set('cred', new PSCredential('colleague', 'another secret').toPSObject());
    await me.values(`Get-PSSession -ComputerName Server02 -Credential ${credential}`);
    expect(lab.requests.at(-1)?.info.credential?.userName).toBe('colleague');
  });
  it('[S120] Port, of 3.0, decides where', async () => {
    const { port } = lab.machine('Server02');
    await me.values(`Get-PSSession -ComputerName Server02 -Port ${port}`);
    expect(lab.requests.at(-1)?.info.wirePort).toBe(port);
  });
  it('[S128] State, of 3.0, filters', async () => {
    expect(await count('Get-PSSession -ComputerName Server02 -State Disconnected')).toBe(0);
    expect(await count('Get-PSSession -ComputerName Server02 -State Opened')).toBe(1);
  });
  it('[S133] ThrottleLimit, of 3.0, is accepted with any number', async () => {
    for (const limit of [0, 1, 50])
      expect(await count(`Get-PSSession -ComputerName Server02 -ThrottleLimit ${limit}`)).toBe(1);
  });
  it('[S139] UseSSL, of 3.0, asks by https', async () => {
    await me.run('Get-PSSession -ComputerName Server02 -UseSSL');
    expect(lab.requests.at(-1)?.url).toMatch(/^https:\/\/Server02:5986\/wsman/i);
  });
  it('[S144] AllowRedirection, of 3.0, lets the connection be redirected', async () => {
    await me.values('Get-PSSession -ConnectionUri http://Server02:5985/wsman -AllowRedirection');
    expect(lab.requests.at(-1)?.info.maximumConnectionRedirectionCount).toBe(5);
    await me.values('Get-PSSession -ConnectionUri http://Server02:5985/wsman');
    expect(lab.requests.at(-1)?.info.maximumConnectionRedirectionCount).toBe(0);
  });
  it('[S171] ConnectionUri, of 3.0, says where in one word', async () => {
    expect(await count('Get-PSSession -ConnectionUri http://Server02:5985/wsman')).toBe(1);
    expect(lab.requests.at(-1)?.url).toMatch(/^http:\/\/Server02:5985\/wsman/i);
  });
});
