/**
 * Values between two engines over a real connection: what PowerShell's type data makes again on the other side, and what
 * stays a copy. Measured with PowerShell 7.6. cmdlets.md 19
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lab, type LabClient } from './support/lab.js';

const CREDENTIAL = "[pscredential]::new('ann', (ConvertTo-SecureString -AsPlainText -Force 's\u00e9cret'))";
const TYPES = [
  [CREDENTIAL, 'System.Management.Automation.PSCredential'],
  ["(ConvertTo-SecureString -AsPlainText -Force 'x')", 'System.Security.SecureString'],
  ["[ipaddress]'::1'", 'System.Net.IPAddress'],
  ["[cultureinfo]'de-DE'", 'System.Globalization.CultureInfo'],
  ['[switch]$true', 'System.Management.Automation.SwitchParameter'],
  ["[mailaddress]'a@example.org'", 'System.Net.Mail.MailAddress'],
  ['[ordered]@{ b = 1; a = 2 }', 'System.Collections.Specialized.OrderedDictionary'],
  ['@{ a = 1 }', 'System.Collections.Hashtable'],
  ['{ 1 + 1 }', 'System.String'],
  ["[version]'1.2'", 'System.Version'],
  ["[regex]'a'", 'System.Management.Automation.PSObject'],
  ['(Get-Item /)', 'System.Management.Automation.PSObject'],
  ['[pscustomobject]@{ a = 1 }', 'System.Management.Automation.PSCustomObject'],
  ['[DayOfWeek]::Friday', 'System.Int32'],
] as const;

describe('values that travel', () => {
  let lab: Lab;
  let me: LabClient;
  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['Server01']);
    me = await lab.client();
    await me.values('$s = New-PSSession -ComputerName Server01');
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
  });

  it.each(TYPES)('there and back: %s is a %s', async (made, type) => {
    expect(
      await me.texts(`
        Invoke-Command -Session $s { param($v) $v.GetType().FullName } -ArgumentList (, (${made}))
        (Invoke-Command -Session $s { , (${made}) }).GetType().FullName
        $v = ${made}; (Invoke-Command -Session $s { @{ in = @($using:v) } }).in[0].GetType().FullName`),
    ).toEqual([type, type, type]);
  });

  it('a credential can be used on both sides, also where a parameter asks for one', async () => {
    await me.values(`$c = ${CREDENTIAL}`);
    expect(
      await me.texts(`
        Invoke-Command -Session $s { ($using:c).GetNetworkCredential().Password }
        Invoke-Command -Session $s { param([pscredential]$c) $c.GetNetworkCredential().UserName } -ArgumentList $c
        $back = Invoke-Command -Session $s { ${CREDENTIAL} }
        "$($back.GetNetworkCredential().Password) $($back.PSComputerName)"`),
    ).toEqual(['s\u00e9cret', 'ann', 's\u00e9cret Server01']);
  });

  it('a credential reaches a job', async () => {
    await me.values(`$c = ${CREDENTIAL}`);
    expect(
      await me.texts(`
        Start-Job { ($using:c).GetNetworkCredential().Password } | Receive-Job -Wait
        Start-Job { param($c) $c.GetNetworkCredential().Password } -ArgumentList $c | Receive-Job -Wait
        $c | Start-Job { $input | ForEach-Object { $_.UserName } } | Receive-Job -Wait`),
    ).toEqual(['s\u00e9cret', 's\u00e9cret', 'ann']);
  });

  it('a secret comes also as the first of its session, when its command has ended before the key is there', async () => {
    for (let round = 0; round < 5; round += 1)
      expect(
        await me.texts(`
          $first = New-PSSession -ComputerName Server01
          $secret = Invoke-Command -Session $first { ConvertTo-SecureString -AsPlainText -Force abc }
          ConvertFrom-SecureString $secret -AsPlainText
          Remove-PSSession $first`),
      ).toEqual(['abc']);
  });

  it('what stays a copy is named as one where it does not fit', async () => {
    const error = await me.error('[IO.FileInfo](Invoke-Command -Session $s { Get-Item / })');
    expect(error.exception.message).toContain('value of type "Deserialized.System.IO.DirectoryInfo"');
  });
});

describe.skipIf(process.platform === 'win32')('values in files', () => {
  it('a credential is kept by Export-Clixml as PowerShell keeps it outside Windows', async () => {
    await using lab = new Lab();
    const me = await lab.client();
    const folder = mkdtempSync(path.join(tmpdir(), 'pssession-kept-'));
    try {
      const file = path.join(folder, 'kept.xml');
      await me.set('file', file);
      expect(
        await me.texts(`
          ${CREDENTIAL} | Export-Clixml $file
          $kept = Import-Clixml $file
          "$($kept.GetType().Name) $($kept.UserName) $($kept.GetNetworkCredential().Password)"
          [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(${CREDENTIAL})).GetNetworkCredential().Password
          [ordered]@{ z = [ipaddress]'::1' } | Export-Clixml $file
          $kept = Import-Clixml $file
          "$($kept.GetType().Name) $($kept.z.GetType().Name) $($kept.z)"`),
      ).toEqual(['PSCredential ann s\u00e9cret', 's\u00e9cret', 'OrderedDictionary IPAddress ::1']);
      await me.values(`${CREDENTIAL} | Export-Clixml $file`);
      expect(readFileSync(file, 'utf8')).toContain('<SS N="Password">7300e900630072006500740');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
