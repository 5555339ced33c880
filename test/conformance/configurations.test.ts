/** The commands of session configurations against an endpoint's configuration file. cmdlets.md 14, 15 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEndpointConfiguration } from '../../src/server/configuration/endpoint-configuration.js';
import { Lab, type LabClient } from './support/lab.js';

describe('session configurations', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pssession-configurations-'));
  const file = path.join(folder, 'config.json');
  let lab: Lab;
  let me: LabClient;

  beforeAll(async () => {
    lab = new Lab();
    me = await lab.client({ configurationFile: file });
    writeFileSync(path.join(folder, 'start.ps1'), '$greeting = "hello"\n');
    await me.set('folder', folder);
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });
  const stored = (): Record<string, Record<string, unknown>> =>
    (JSON.parse(readFileSync(file, 'utf8')) as { configurations: Record<string, Record<string, unknown>> })
      .configurations;
  const errorId = async (script: string): Promise<string> => (await me.error(script)).fullyQualifiedErrorId;

  it('without a file there is the built-in one', async () => {
    expect(await me.texts('Get-PSSessionConfiguration | ForEach-Object Name')).toEqual(['Microsoft.PowerShell']);
    expect(await me.texts('(Get-PSSessionConfiguration Microsoft.PowerShell).Permission')).toEqual([
      'Administrators AccessAllowed, Everyone AccessAllowed',
    ]);
  });
  it('registers one with limits, people and a start-up script, which the endpoint understands', async () => {
    expect(
      await me.texts(
        '(Register-PSSessionConfiguration -Name Ops -AllowedUser me -AllowedGroup operators -StartupScript "$folder/start.ps1" -TransportOption (New-PSTransportOption -IdleTimeoutSec 3600 -MaxSessionsPerUser 3 -OutputBufferingMode Drop) -Force).Name',
      ),
    ).toEqual(['Ops']);
    expect(stored()['Ops']).toEqual({
      allowedUsers: ['me'],
      allowedGroups: ['operators'],
      startupScript: '$greeting = "hello"\n',
      outputBufferingMode: 'Drop',
      quotas: { IdleTimeoutms: 3_600_000, MaxShellsPerUser: 3 },
    });
    const configuration = parseEndpointConfiguration(file, readFileSync(file, 'utf8'));
    const ops = [...configuration.configurations.values()].find(({ name }) => name === 'Ops');
    expect(ops).toMatchObject({ enabled: true, outputBufferingMode: 'Drop', allowedUsers: ['me'] });
    expect(ops?.quotas.IdleTimeoutms).toBe(3_600_000);
    expect(
      await me.texts(
        'Get-PSSessionConfiguration O* | ForEach-Object { "$($_.Name): $($_.Permission), $($_.IdleTimeoutms)" }',
      ),
    ).toEqual(['Ops: Administrators AccessAllowed, me AccessAllowed, operators AccessAllowed, 3600000']);
  });
  it('registers one with a session configuration file, and shows what the file says of itself', async () => {
    expect(
      await me.texts(`New-PSSessionConfigurationFile -Path "$folder/jea.pssc" -Author me -SessionType RestrictedRemoteServer -RoleDefinitions @{ ops = @{ VisibleCmdlets = 'Get-Date' } }
        (Register-PSSessionConfiguration -Name Jea -Path "$folder/jea.pssc" -Force).Name`),
    ).toEqual(['Jea']);
    expect(stored()['Jea']).toEqual({ configurationFile: path.join(folder, 'jea.pssc') });
    expect(
      await me.texts(
        'Get-PSSessionConfiguration Jea | ForEach-Object { "$($_.SessionType) $($_.Author) $($_.SchemaVersion) $($_.RoleDefinitions)" }',
      ),
    ).toEqual(['RestrictedRemoteServer me 2.0.0.0 ops']);
    writeFileSync(path.join(folder, 'wrong.pssc'), '@{ Poem = 1 }');
    expect(await errorId('Register-PSSessionConfiguration -Name Wrong -Path "$folder/wrong.pssc" -Force')).toBe(
      'InvalidPSSessionConfigurationFile,Microsoft.PowerShell.Commands.RegisterPSSessionConfigurationCommand',
    );
    expect(await errorId('Set-PSSessionConfiguration -Name Jea -Path "$folder/none.pssc" -Force')).toBe(
      'InvalidPSSessionConfigurationFilePath,Microsoft.PowerShell.Commands.SetPSSessionConfigurationCommand',
    );
    await me.texts('Unregister-PSSessionConfiguration -Name Jea -Force');
  });
  it('refuses a name that is there, one that is none, and what has no meaning here', async () => {
    expect(await errorId('Register-PSSessionConfiguration -Name ops')).toBe(
      'InvalidOperation,Microsoft.PowerShell.Commands.RegisterPSSessionConfigurationCommand',
    );
    expect(await errorId('Register-PSSessionConfiguration -Name a/b')).toBe(
      'Argument,Microsoft.PowerShell.Commands.RegisterPSSessionConfigurationCommand',
    );
    expect(await errorId("Set-PSSessionConfiguration -Name Ops -SecurityDescriptorSddl 'O:NSG:BAD:P'")).toBe(
      'NotSupported,Microsoft.PowerShell.Commands.SetPSSessionConfigurationCommand',
    );
    expect(await errorId('Set-PSSessionConfiguration -Name Nothing -AccessMode Remote')).toBe(
      'InvalidOperation,Microsoft.PowerShell.Commands.SetPSSessionConfigurationCommand',
    );
    expect(await errorId('Get-PSSessionConfiguration Nothing')).toBe(
      'Microsoft.PowerShell.Commands.WriteErrorException',
    );
    expect(await me.texts('Get-PSSessionConfiguration Noth*')).toEqual([]);
  });
  it('changes one, and an empty value goes back to the default', async () => {
    await me.values(
      "Set-PSSessionConfiguration Ops -StartupScript '' -RunspaceCommand pwsh, -NoLogo, -NoProfile, -s -Force",
    );
    expect(stored()['Ops']).toMatchObject({
      runspace: { kind: 'command', command: ['pwsh', '-NoLogo', '-NoProfile', '-s'] },
    });
    expect(stored()['Ops']).not.toHaveProperty('startupScript');
    await me.values("Set-PSSessionConfiguration Ops -RunspaceCommand '' -AllowedUser '' -Force");
    expect(stored()['Ops']).toMatchObject({ runspace: { kind: 'embedded' }, allowedGroups: ['operators'] });
    expect(stored()['Ops']).not.toHaveProperty('allowedUsers');
  });
  it('disables and enables, asks with WhatIf for nothing, and says what it does not do', async () => {
    await me.values('Disable-PSSessionConfiguration Ops -WhatIf');
    expect(stored()['Ops']).not.toHaveProperty('enabled');
    const { warnings } = await me.run("'Ops' | Disable-PSSessionConfiguration");
    expect(stored()['Ops']).toMatchObject({ enabled: false });
    expect(warnings.join(' ')).toContain('ends no session');
    await me.values('Enable-PSSessionConfiguration Ops -Force');
    expect(stored()['Ops']).toMatchObject({ enabled: true });
    await me.values('Disable-PSSessionConfiguration -Force; Enable-PSSessionConfiguration -Force');
    expect(stored()['Microsoft.PowerShell']).toMatchObject({ enabled: true });
  });
  it('deletes by pattern, and leaves the rest of the file alone', async () => {
    const document = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    writeFileSync(file, JSON.stringify({ ...document, listeners: [{ port: 0 }] }));
    await me.values('Unregister-PSSessionConfiguration -Name O* -Force');
    expect(Object.keys(stored())).toEqual(['Microsoft.PowerShell']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ listeners: [{ port: 0 }] });
    writeFileSync(file, '{ not json');
    expect(await errorId('Get-PSSessionConfiguration')).toBe(
      'InvalidPSSessionConfigurationFile,Microsoft.PowerShell.Commands.GetPSSessionConfigurationCommand',
    );
  });
  it('transport options hold what was given and null for the rest, within their ranges', async () => {
    expect(
      await me.texts(
        '$t = New-PSTransportOption -MaxSessions 7; $t.MaxSessions; $null -eq $t.IdleTimeoutSec; $t.GetType().Name',
      ),
    ).toEqual(['7', 'true', 'WSManConfigurationOption']);
    expect(await errorId('New-PSTransportOption -IdleTimeoutSec 59')).toBe(
      'ParameterArgumentValidationError,Microsoft.PowerShell.Commands.NewPSTransportOptionCommand',
    );
  });
});

describe('Get-PSSessionCapability', () => {
  it('tells what a user would have in a restricted one', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pssession-capability-'));
    await using lab = new Lab();
    const groups: Readonly<Record<string, readonly string[]>> = { olga: ['ops'], dave: ['dev'], guest: [] };
    const me = await lab.client({
      configurationFile: path.join(folder, 'config.json'),
      groupsOf: (user) => Promise.resolve(groups[user]),
    });
    await me.set('folder', folder);
    const errorId = async (script: string): Promise<string> => (await me.error(script)).fullyQualifiedErrorId;
    const pssc = path.join(folder, 'jea.pssc');
    writeFileSync(
      pssc,
      "@{ SchemaVersion = '2.0.0.0'; SessionType = 'Empty'; RequiredGroups = @{ Or = 'ops', 'dev' }; RoleDefinitions = @{ ops = @{ VisibleCmdlets = 'Get-Date', @{ Name = 'Get-Item'; Parameters = @{ Name = 'Path' } } }; dev = @{ VisibleFunctions = 'Who'; FunctionDefinitions = @{ Name = 'Who'; ScriptBlock = { 'me' } } } } }",
    );
    await me.texts('Register-PSSessionConfiguration -Name Jea -Path "$folder/jea.pssc" -Force');
    await me.texts('Register-PSSessionConfiguration -Name Open -Force');
    const capable = (user: string): Promise<readonly string[]> =>
      me.texts(`Get-PSSessionCapability Jea ${user} | ForEach-Object { "$($_.CommandType) $($_.Name)" }`);
    expect(await capable('olga')).toEqual(['Function Get-Item', 'Cmdlet Get-Date']);
    expect(await capable('dave')).toEqual(['Function Who']);
    expect(await me.texts('(Get-PSSessionCapability Jea olga -Full).LanguageMode')).toEqual(['NoLanguage']);
    expect(await errorId('Get-PSSessionCapability Jea nobody')).toMatch(/^CouldNotResolveUsername,/);
    expect(await errorId('Get-PSSessionCapability None olga')).toMatch(/^CouldNotFindSessionConfiguration,/);
    expect(await errorId('Get-PSSessionCapability Open olga')).toMatch(/^SessionConfigurationMustBeFileBased,/);
    expect((await me.error('Get-PSSessionCapability Jea guest')).exception.message).toMatch(/Access is denied/);
    rmSync(folder, { recursive: true });
  });
});
