/** Cultures: what the environment says, and what numbers and dates look like in them. Values are those of PowerShell 7.6. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';
import { cultureOfEnvironment } from './culture.js';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, '_');
const shown = async (culture: string, script: string): Promise<string[]> => {
  const output = await textsOf(script, { culture });
  return output.map((line) => plain(line).trimEnd()).filter((line) => line !== '');
};

describe('the culture of a process', () => {
  it.each([
    [{}, ''],
    [{ LANG: 'C' }, ''],
    [{ LANG: 'C.UTF-8' }, ''],
    [{ LANG: 'POSIX' }, ''],
    [{ LANG: 'en_US_POSIX' }, ''],
    [{ LANG: 'de_DE.UTF-8' }, 'de-DE'],
    [{ LANG: 'DE_de.utf8' }, 'de-DE'],
    [{ LANG: 'de' }, 'de'],
    [{ LANG: 'ja_JP.eucJP' }, 'ja-JP'],
    [{ LANG: 'zh_Hans_CN' }, 'zh-Hans-CN'],
    [{ LANG: 'sr_RS@latin' }, 'sr-RS-LATIN'],
    [{ LANG: 'de_DE.UTF-8@euro' }, 'de-DE-EURO'],
    [{ LC_MESSAGES: 'fr_FR', LANG: 'de_DE' }, 'fr-FR'],
    [{ LC_ALL: 'sv_SE', LC_MESSAGES: 'fr_FR', LANG: 'de_DE' }, 'sv-SE'],
    [{ LC_ALL: 'C', LANG: 'de_DE' }, ''],
    // Set to nothing is set.
    [{ LC_ALL: '', LANG: 'de_DE' }, ''],
    // .NET looks at the language of messages only.
    [{ LC_TIME: 'de_DE', LC_NUMERIC: 'de_DE' }, ''],
  ])('is found in %j', (environment, name) => {
    expect(cultureOfEnvironment(environment)).toBe(name);
  });
});

const MOMENT = "[datetime]'2026-01-02T15:04:05'";
describe('what is shown', () => {
  it.each([
    ['', '1.5|-5|01/02/2026 15:04:05|Friday, 02 January 2026|¤1,234.50|25.00 %'],
    ['de-DE', '1,5|-5|02.01.2026 15:04:05|Freitag, 2. Januar 2026|1.234,50 €|25,000 %'],
    ['fr-FR', '1,5|-5|02/01/2026 15:04:05|vendredi 2 janvier 2026|1_234,50 €|25,000 %'],
    ['en-US', '1.5|-5|1/2/2026 3:04:05_PM|Friday, January 2, 2026|$1,234.50|25.000%'],
    ['sv-SE', '1,5|−5|2026-01-02 15:04:05|fredag 2 januari 2026|1_234,50 kr|25,000 %'],
    ['ja-JP', '1.5|-5|2026/01/02 15:04:05|2026年1月2日金曜日|￥1,234|25.000%'],
    ['pl-PL', '1,5|-5|2.01.2026 15:04:05|piątek, 2 stycznia 2026|1_234,50 zł|25,000%'],
  ])('by -f, in %s', async (culture, expected) => {
    const script = `'{0}|{1}|{2}|{2:D}|{3:C}|{4:P}' -f 1.5, -5, ${MOMENT}, 1234.5, 0.25`;
    expect(await shown(culture, script)).toEqual([expected]);
  });

  it('has the culture, while casts and texts have none', async () => {
    const script = `$x = 1.5; $d = ${MOMENT}
      "$x $d"; [string]$x; 'a' + $x; $x -replace ',', '!'; $x, 2.5 -join ' '; $x.ToString(); $d.ToString('d MMM')
      $x | Out-String -Stream; [pscustomobject]@{ A = $x; D = $d } | Format-List | Out-String -Stream`;
    expect(await shown('de-DE', script)).toEqual([
      '1.5 01/02/2026 15:04:05',
      '1.5',
      'a1.5',
      '1.5',
      '1,5 2,5',
      '1,5',
      '2 Jan.',
      '1,5',
      'A : 1,5',
      'D : 02.01.2026 15:04:05',
    ]);
  });
  it('has the digits of a table, and the separator of a list', async () => {
    const script = `$o = [pscustomobject]@{ A = 1234.5; D = ${MOMENT} }
      $o | Format-Table -HideTableHeaders | Out-String -Stream; $o | ConvertTo-Csv -UseCulture; $o | ConvertTo-Json -Compress
      ('a;b', '1;2' | ConvertFrom-Csv -UseCulture).b`;
    expect(await shown('de-DE', script)).toEqual([
      '1234,500 02.01.2026 15:04:05',
      '"A";"D"',
      '"1234,5";"02.01.2026 15:04:05"',
      '{"A":1234.5,"D":"2026-01-02T15:04:05"}',
      '2',
    ]);
  });
  it('is the names of months beside a day, and alone', async () => {
    const script = "'{0:d MMMM}|{0:MMMM yyyy}' -f [datetime]'2026-05-02'";
    expect(await shown('pl-PL', script)).toEqual(['2 maja|maj 2026']);
    expect(await shown('ja-JP', script)).toEqual(['2 5月|5月 2026']);
  });
  it('is read back by Parse, commands and -as, not by casts', async () => {
    const script = `function o($d) { $d.ToString('yyyyMMdd') }
      [double]::Parse('1.234,5') -eq 1234.5; [double]'1,5' -eq 15
      o ([datetime]::Parse('3. Februar 2026')); o ([datetime]::ParseExact('03.02.2026', 'd', $null))
      o (Get-Date '03.02.2026'); o ('03.02.2026' -as [datetime]); o ([datetime]'03.02.2026')`;
    expect(await shown('de-DE', script)).toEqual([
      'true',
      'true',
      '20260203',
      '20260203',
      '20260203',
      '20260203',
      '20260302',
    ]);
  });
});

describe('the current culture', () => {
  it('can be set, and changed formats are its own', async () => {
    const script = `[cultureinfo]::CurrentCulture = 'fr-FR'; (1234.5).ToString('N1'); $PSCulture; (Get-Culture).Name
      [Threading.Thread]::CurrentThread.CurrentCulture = 'de-DE'; (1.5).ToString()
      $c = [cultureinfo]'de-DE'; $c.NumberFormat.NumberDecimalSeparator = '#'; $c.DateTimeFormat.ShortDatePattern = 'yyyy-MM-dd'
      [cultureinfo]::CurrentCulture = $c; (1.5).ToString(); Get-Date '2026-01-02' -Format d
      ([cultureinfo]'de-DE').NumberFormat.NumberDecimalSeparator
      try { [cultureinfo]::GetCultureInfo('de-DE').NumberFormat.NumberDecimalSeparator = 'x' } catch { $_.Exception.InnerException.Message }
      try { [cultureinfo]::CurrentCulture = $null } catch { $_.Exception.Message }`;
    expect(await shown('', script)).toEqual([
      '1_234,5',
      'fr-FR',
      'fr-FR',
      '1,5',
      '1#5',
      '2026-01-02',
      ',',
      'Instance is read-only.',
      `Exception setting "CurrentCulture": "Value cannot be null. (Parameter 'value')"`,
    ]);
  });
  it('is named in the language of the user', async () => {
    expect(await shown('de-DE', "(Get-Culture fr-FR).DisplayName; ([cultureinfo]'sv-SE').EnglishName")).toEqual([
      'Französisch (Frankreich)',
      'Swedish (Sweden)',
    ]);
  });
});
