/**
 * Messages of other computers: a client with a screen is told of each twice, by a host call and by a record, and shows it
 * once. Measured at PowerShell 7.6 between two of its processes. cmdlets.md 17, 19, protocol.md 3.9
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lab, ME, type LabClient } from './support/lab.js';

const SPEAKS = "{ Write-Warning w; Write-Verbose v -Verbose; Write-Host h; 'out' }";

describe('messages of other computers', () => {
  let lab: Lab;
  let me: LabClient;
  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['localhost']);
    me = await lab.client();
    await me.values('$s = New-PSSession -ComputerName localhost -Name one');
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
  });
  /** What the screen got, by host calls and by the pipeline's streams. */
  const shown = async (script: string): Promise<readonly string[]> => {
    me.host.calls.length = 0;
    const { warnings, output } = await me.run(script);
    const calls = me.host.calls.map(({ method, parameters }) => `${method} ${String(parameters.at(-1))}`);
    return [...calls, ...warnings.map((text) => `sink ${text}`), ...output.map(String)];
  };
  const ONCE = ['WriteWarningLine w', 'WriteVerboseLine v', 'WriteLine2 h', 'out'];

  it('are shown once by Invoke-Command, whatever is redirected or preferred here', async () => {
    for (const script of [
      `Invoke-Command $s ${SPEAKS}`,
      `Invoke-Command -ComputerName localhost ${SPEAKS}`,
      `Invoke-Command $s ${SPEAKS} 3>$null 4>$null 6>$null`,
      `Invoke-Command $s ${SPEAKS} 3>&1`,
      `$WarningPreference = 'SilentlyContinue'; Invoke-Command $s ${SPEAKS}; $WarningPreference = 'Continue'`,
      `$VerbosePreference = 'Continue'; Invoke-Command $s ${SPEAKS}; $VerbosePreference = 'SilentlyContinue'`,
    ])
      expect([script, await shown(script)]).toEqual([script, ONCE]);
  });
  it('are in -WarningVariable, and texts in the information stream, as forwarded ones', async () => {
    expect(await shown(`$null = Invoke-Command $s ${SPEAKS} -WarningVariable w; "[$w]"`)).toContain('[w]');
    expect(
      await shown(`Invoke-Command $s { Write-Host h; Write-Information i } 6>&1 | ForEach-Object { "$_ $($_.Tags)" }`),
    ).toEqual(['WriteLine2 h', 'h PSHOST FORWARDED', 'i ']);
  });
  it('warn of a session that only this computer can connect again, but not where a credential was given', async () => {
    const made = 'New-PSSession -ComputerName localhost -EnableNetworkAccess -Name left';
    const left = '| Disconnect-PSSession | Remove-PSSession';
    expect(await shown(`${made} ${left}`)).toEqual([
      'sink PSSession left was created using the EnableNetworkAccess parameter and can only be reconnected from the local computer.',
    ]);
    const credential = `([pscredential]::new('${ME.user}', (ConvertTo-SecureString '${ME.password}' -AsPlainText -Force)))`;
    expect(await shown(`${made} -Credential ${credential} ${left}`)).toEqual([]);
  });
  it('that a command redirects there are not shown', async () => {
    expect(await shown('Invoke-Command $s { Write-Warning w 3>$null; 1 }')).toEqual(['1']);
  });
  it('of jobs are shown by each Receive-Job that takes them or keeps them', async () => {
    await me.values(`$job = Invoke-Command $s ${SPEAKS} -AsJob; $null = Wait-Job $job`);
    for (const script of ['Receive-Job $job -Keep', 'Receive-Job $job -Keep 3>$null', 'Receive-Job $job'])
      expect([script, await shown(script)]).toEqual([script, ONCE]);
    expect(await shown('Receive-Job $job')).toEqual([]);
  });
  it('of a command that was left are shown once by Receive-PSSession, to the host that it is given', async () => {
    expect(
      await shown(
        `$d = Invoke-Command -ComputerName localhost -InDisconnectedSession ${SPEAKS}; Receive-PSSession $d; Remove-PSSession $d`,
      ),
    ).toEqual(ONCE);
  });
});
