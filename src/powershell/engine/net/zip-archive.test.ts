/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    `$d=[IO.Path]::Combine([IO.Path]::GetTempPath(),[guid]::NewGuid()); $null=New-Item -ItemType Directory "$d/s/sub","$d/s/empty"; 'one'|Set-Content "$d/s/a.txt"; 'two'|Set-Content "$d/s/sub/b.txt"; [IO.Compression.ZipFile]::CreateFromDirectory("$d/s","$d/o.zip"); $z=[IO.Compression.ZipFile]::OpenRead("$d/o.zip"); $z.Entries.FullName | sort; $z.Entries.Count; $z.Mode; $e=$z.GetEntry('sub/b.txt'); $e.Name; $e.Length; $e.LastWriteTime.GetType().Name; $r=[IO.StreamReader]::new($e.Open()); $r.ReadToEnd(); $z.GetEntry('nope'); $z.Dispose(); [IO.Compression.ZipFile]::ExtractToDirectory("$d/o.zip","$d/x"); Get-Content "$d/x/sub/b.txt"; Test-Path "$d/x/empty"; rm -r $d`,
    `[System.String] a.txt
[System.String] empty/
[System.String] sub/b.txt
[System.Int32] 3
[System.IO.Compression.ZipArchiveMode] Read
[System.String] b.txt
[System.Int64] 4
[System.String] DateTimeOffset
[System.String] two

<null>
[System.String] two
[System.Boolean] True`,
  ],
  [
    `$m=[IO.MemoryStream]::new(); $z=[IO.Compression.ZipArchive]::new($m,'Create',$true); $e=$z.CreateEntry('x/y.txt'); $w=[IO.StreamWriter]::new($e.Open()); $w.Write('hi'); $w.Dispose(); $z.Dispose(); $m.CanRead; $z=[IO.Compression.ZipArchive]::new($m,[IO.Compression.ZipArchiveMode]::Update,$true); $z.Entries[0].FullName; $z.Entries[0].Delete(); $null=$z.CreateEntry('n'); $z.Dispose(); $z=[IO.Compression.ZipArchive]::new($m); $z.Entries.Count; $z.Entries[0].Name; "$($z.Entries[0])"`,
    `[System.Boolean] True
[System.String] x/y.txt
[System.Int32] 1
[System.String] n
[System.String] n`,
  ],
  [
    '[IO.Compression.ZipArchive]::new([IO.MemoryStream]::new([byte[]](1..50)))',
    'ERR InvalidDataException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "End of Central Directory record could not be found."',
  ],
  [
    `$z=[IO.Compression.ZipArchive]::new([IO.MemoryStream]::new(),'Create'); $z.get_Entries()`,
    'ERR NotSupportedException | NotSpecified | MethodInvocationException | Exception calling "get_Entries" with "0" argument(s): "Cannot access entries in Create mode."',
  ],
  [
    `[IO.Compression.ZipFile]::OpenRead('/nope.zip')`,
    `ERR FileNotFoundException | NotSpecified | MethodInvocationException | Exception calling "OpenRead" with "1" argument(s): "Could not find file '/nope.zip'."`,
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); 'x'|Set-Content $p; $z=[IO.Compression.ZipFile]::Open("$p.zip",'Create'); $e=[IO.Compression.ZipFileExtensions]::CreateEntryFromFile($z,$p,'f.txt'); $e.FullName; $z.Dispose(); $z=[IO.Compression.ZipFile]::OpenRead("$p.zip"); [IO.Compression.ZipFileExtensions]::ExtractToFile($z.Entries[0],$p,$true); Get-Content $p; [IO.Compression.ZipFileExtensions]::ExtractToFile($z.Entries[0],"/tmp")`,
    `ERR IOException | NotSpecified | MethodInvocationException | Exception calling "ExtractToFile" with "2" argument(s): "The file '/tmp' already exists."`,
  ],
];
it.each(CASES)('keeps archives as .NET does: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
