/** Members of .NET that scripts use: generic calls, delegates, streams, bits. Outputs were measured with pwsh 7.6.9. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { outputOf, runScript } from '../support/engine-script.js';

describe('generic methods', () => {
  it.each([
    ['[array]::Empty[int]().GetType().FullName', ['System.Int32[]']],
    ['[Linq.Enumerable]::OfType[int]([object[]](1, "a", 2)) -join ","', ['1,2']],
    ['[Linq.Enumerable]::Empty[string]().GetType().Name', ['String[]']],
    ['[Enum]::GetValues[DayOfWeek]().Count', ['7']],
    ['([powershell]::Create().AddScript("1").Invoke[long]())[0].GetType().Name', ['Int64']],
  ])('%s', async (script, expected) => {
    expect(await outputOf(script)).toEqual(expected);
  });
  it('with types that fit no overload are refused', async () => {
    const { errors } = await runScript('[array]::Empty[int, int]()');
    expect(errors[0]).toContain('Cannot find an overload for "Empty" and the argument count: "0".');
  });
});

describe('delegates', () => {
  it.each([
    ['([Func[int, int, int]]{ param($a, $b) $a + $b }).Invoke(1, 2)', ['3']],
    ['([Action[string]]{ param($s) $global:q = $s }).Invoke("z"); $q', ['z']],
    ['([Predicate[int]]{ $args[0] -gt 1 }).Invoke(2)', ['True']],
    ['([Func[string]]{ 5 }).Invoke().GetType().Name', ['String']],
  ])('%s', async (script, expected) => {
    expect(await outputOf(script)).toEqual(expected);
  });
  it('are called to their end though the time slice is over', async () => {
    expect(
      await outputOf(
        '$d = [Collections.Concurrent.ConcurrentDictionary[string, int]]::new(); $d["a"] = 1; $d.AddOrUpdate("a", 1, [Func[string, int, int]]{ param($k, $v) $e = [DateTime]::UtcNow.AddMilliseconds(60); while ([DateTime]::UtcNow -lt $e) { }; $v + 1 })',
      ),
    ).toEqual(['2']);
  });
});

describe('bits and bytes', () => {
  it.each([
    ['[Numerics.BitOperations]::PopCount(7)', ['3']],
    ['[Numerics.BitOperations]::LeadingZeroCount([uint32]1)', ['31']],
    ['[Numerics.BitOperations]::TrailingZeroCount(8)', ['3']],
    ['[Numerics.BitOperations]::Log2([uint32]9)', ['3']],
    ['[Numerics.BitOperations]::RotateLeft([uint32]1, 4)', ['16']],
    ['[Numerics.BitOperations]::IsPow2(8)', ['True']],
    ['$t = [byte[]]::new(2); [Buffer]::BlockCopy([byte[]](1, 2), 0, $t, 0, 2); $t -join ","', ['1,2']],
    ['[Globalization.StringInfo]::new("aé😀").LengthInTextElements', ['3']],
    ['[Globalization.StringInfo]::ParseCombiningCharacters("a😀b") -join ","', ['0,1,3']],
    ['[Globalization.StringInfo]::GetNextTextElement("😀b", 0)', ['😀']],
    ['[Diagnostics.Process]::GetCurrentProcess().Id -eq $PID', ['True']],
    [
      '[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@{ a = 1 })).a',
      ['1'],
    ],
  ])('%s', async (script, expected) => {
    expect(await outputOf(script)).toEqual(expected);
  });
  it.each(['GZipStream', 'DeflateStream', 'ZLibStream', 'BrotliStream'])('%s packs and unpacks', async (name) => {
    expect(
      await outputOf(
        `$m = [IO.MemoryStream]::new(); $g = [IO.Compression.${name}]::new($m, [IO.Compression.CompressionMode]::Compress, $true); $b = [Text.Encoding]::UTF8.GetBytes('hello' * 100); $g.Write($b, 0, $b.Length); $g.Dispose(); $m.Length -lt 100; $m.Position = 0; [IO.StreamReader]::new([IO.Compression.${name}]::new($m, [IO.Compression.CompressionMode]::Decompress)).ReadToEnd().Length`,
      ),
    ).toEqual(['True', '500']);
  });
  it('a packed file is read', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pssession-gzip-'));
    try {
      expect(
        await outputOf(
          `$f = '${folder}/a.gz'; $s = [IO.File]::Create($f); $g = [IO.Compression.GZipStream]::new($s, [IO.Compression.CompressionMode]::Compress); $b = [byte[]](1, 2, 3); $g.Write($b, 0, 3); $g.Dispose(); $s = [IO.File]::OpenRead($f); $g = [IO.Compression.GZipStream]::new($s, [IO.Compression.CompressionMode]::Decompress); $o = [IO.MemoryStream]::new(); $g.CopyTo($o); $g.Dispose(); $o.ToArray() -join ','`,
        ),
      ).toEqual(['1,2,3']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
