/** `Get-PSSession -All`: everybody's sessions, for administrators of the endpoint. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLLEAGUE, Lab, ME, type LabClient } from './support/lab.js';

describe('Get-PSSession -All', () => {
  let lab: Lab;
  let admin: LabClient;
  let colleague: LabClient;

  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['Server01'], { endpoint: { users: [{ ...ME, administrator: true }, COLLEAGUE] } });
    admin = await lab.client({});
    colleague = await lab.client({ user: COLLEAGUE });
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
  });

  it('tells an administrator whose sessions there are and what they do', async () => {
    await colleague.values(
      "$s = New-PSSession Server01 -Name night; $j = Invoke-Command $s { 'some output'; Start-Sleep 600 } -AsJob; $d = New-PSSession Server01 -Name left | Disconnect-PSSession",
    );
    expect(
      await admin.texts(
        'Get-PSSession -ComputerName Server01 -All | Sort-Object Name | ForEach-Object { "$($_.Name) $($_.Owner) $($_.State) $($_.ConfigurationName) $($_.ComputerName) $($_.Running -join \';\') $($null -ne $_.Expires)" }',
      ),
    ).toEqual([
      'left colleague Disconnected Microsoft.PowerShell Server01  True',
      expect.stringMatching(/^night colleague Opened Microsoft\.PowerShell Server01 .*Start-Sleep 600 +False$/),
    ]);
    expect(
      await admin.texts('Get-PSSession -ComputerName Server01 -All -Name l* -State Disconnected | ForEach-Object Name'),
    ).toEqual(['left']);
  });
  it('refuses who is none', async () => {
    const { fullyQualifiedErrorId } = await colleague.error('Get-PSSession -ComputerName Server01 -All');
    expect(fullyQualifiedErrorId).toMatch(/RemotePSSessionQueryFailed/);
  });
  it('needs a computer to ask', async () => {
    const { fullyQualifiedErrorId } = await admin.error('Get-PSSession -All');
    expect(fullyQualifiedErrorId).toMatch(/^AmbiguousParameterSet/);
  });
});
