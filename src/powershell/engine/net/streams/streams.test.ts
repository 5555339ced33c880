/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    `$m=[IO.MemoryStream]::new(); $m.Write([byte[]](1..5),0,5); $m.Position=1; $m.ReadByte(); $m.Length; $m.Capacity; $b=[byte[]]::new(3); $m.Read($b,0,3); $b -join ','; $m.Seek(-1,'End'); $m.ToArray() -join ','`,
    `[System.Int32] 2
[System.Int64] 5
[System.Int32] 256
[System.Int32] 3
[System.String] 3,4,5
[System.Int64] 4
[System.String] 1,2,3,4,5`,
  ],
  [
    '$m=[IO.MemoryStream]::new([byte[]](1,2,3)); $m.Position=3; $m.WriteByte(4)',
    'ERR NotSupportedException | NotSpecified | MethodInvocationException | Exception calling "WriteByte" with "1" argument(s): "Memory stream is not expandable."',
  ],
  [
    '$m=[IO.MemoryStream]::new([byte[]](1,2,3),$false); $m.CanWrite; $m.WriteByte(4)',
    'ERR NotSupportedException | NotSpecified | MethodInvocationException | Exception calling "WriteByte" with "1" argument(s): "Stream does not support writing."',
  ],
  [
    '$m=[IO.MemoryStream]::new(); $m.Close(); $m.CanRead; $m.Length',
    `[System.Boolean] False
<null>`,
  ],
  [
    '$m=[IO.MemoryStream]::new(); $m.Close(); $m.ReadByte()',
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "ReadByte" with "0" argument(s): "Cannot access a closed Stream."',
  ],
  [
    '$m=[IO.MemoryStream]::new([byte[]](1,2,3)); $m.GetBuffer()',
    `ERR UnauthorizedAccessException | NotSpecified | MethodInvocationException | Exception calling "GetBuffer" with "0" argument(s): "MemoryStream's internal buffer cannot be accessed."`,
  ],
  [
    '$m=[IO.MemoryStream]::new(10); $m.Length; $m.Capacity; $m.GetBuffer().Length; $m.SetLength(20); $m.Capacity; $m.Length',
    `[System.Int64] 0
[System.Int32] 10
[System.Int32] 10
[System.Int32] 256
[System.Int64] 20`,
  ],
  [
    '$m=[IO.MemoryStream]::new(); $m.Position=-1',
    `ERR ExceptionWhenSetting | NotSpecified | SetValueInvocationException | Exception setting "Position": "value ('-1') must be a non-negative value. (Parameter 'value')
Actual value was -1."`,
  ],
  [
    `$m=[IO.MemoryStream]::new(); $m.Seek(-1,'Begin')`,
    'ERR IOException | NotSpecified | MethodInvocationException | Exception calling "Seek" with "2" argument(s): "An attempt was made to move the position before the beginning of the stream."',
  ],
  [
    `$m=[IO.MemoryStream]::new(); $w=[IO.StreamWriter]::new($m); $w.Write('héllo'); $m.Length; $w.Flush(); $m.Length; $w.AutoFlush=$true; $w.WriteLine(' x'); $m.Length; $m.Position=0; $r=[IO.StreamReader]::new($m); $r.ReadLine(); $r.EndOfStream; $r.Peek(); $r.ReadLine(); $r.CurrentEncoding.WebName; $r.BaseStream.GetType().Name`,
    `[System.Int64] 0
[System.Int64] 6
[System.Int64] 9
[System.String] héllo x
[System.Boolean] True
[System.Int32] -1
<null>
[System.String] utf-8
[System.String] MemoryStream`,
  ],
  [
    '$m=[IO.MemoryStream]::new([byte[]](0xff,0xfe,0x41,0,0x42,0)); $r=[IO.StreamReader]::new($m); $r.ReadToEnd(); $r.CurrentEncoding.WebName; $r.ReadToEnd(); $r.ReadLine()',
    `[System.String] AB
[System.String] utf-16
[System.String] 
<null>`,
  ],
  [
    '$m=[IO.MemoryStream]::new(); $r=[IO.StreamReader]::new($m); $r.Dispose(); $m.CanRead; $r.ReadLine()',
    `ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "ReadLine" with "0" argument(s): "Cannot read from a closed TextReader.
Object name: 'StreamReader'."`,
  ],
  [
    `$m=[IO.MemoryStream]::new(); $r=[IO.StreamWriter]::new($m); $r.Dispose(); $m.CanRead; $r.Write('x')`,
    `ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "Write" with "1" argument(s): "Cannot write to a closed TextWriter.
Object name: 'StreamWriter'."`,
  ],
  [
    '$r=[IO.StringReader]::new("a`r`nb`rc`nd"); while($null -ne ($l=$r.ReadLine())){$l}; $r.Peek(); $r.Read(); $r.Dispose(); $r.ReadLine()',
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "ReadLine" with "0" argument(s): "Cannot read from a closed TextReader."',
  ],
  [
    `$m=[IO.MemoryStream]::new(); $w=[IO.BinaryWriter]::new($m); $w.Write([int]5); $w.Write([byte]1); $w.Write('hé'); $w.Write([double]1.5); $w.Write([bool]$true); $w.Write([long]7); $w.Write([char]'z'); $w.Write([decimal]1.25); $w.Flush(); $m.ToArray() -join ','; $m.Position=0; $r=[IO.BinaryReader]::new($m); $r.ReadInt32(); $r.ReadByte(); $r.ReadString(); $r.ReadDouble(); $r.ReadBoolean(); $r.ReadInt64(); $r.PeekChar(); $r.ReadChar(); $r.ReadDecimal(); $r.ReadInt32()`,
    'ERR EndOfStreamException | NotSpecified | MethodInvocationException | Exception calling "ReadInt32" with "0" argument(s): "Unable to read beyond the end of the stream."',
  ],
  [
    `$f=[IO.Path]::GetTempFileName(); $s=[IO.StreamWriter]::new($f); $s.WriteLine('one'); $s.WriteLine('{0}-{1}','a',2); $s.Close(); [IO.File]::ReadAllText($f); $s=[IO.StreamWriter]::new($f,$true,[Text.Encoding]::UTF8); $s.Write('more'); $s.Dispose(); [IO.File]::ReadAllBytes($f) -join ','; $s=[IO.File]::AppendText($f); $s.Write('!'); $s.Close(); $r=[IO.File]::OpenText($f); $r.ReadToEnd(); $r.BaseStream.Position; $r.Close(); Remove-Item $f`,
    `[System.String] one
a-2

[System.String] 111,110,101,10,97,45,50,10,109,111,114,101
[System.String] one
a-2
more!
[System.Int64] 13`,
  ],
  [
    `[IO.StreamReader]::new('/nope/x')`,
    `ERR DirectoryNotFoundException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "Could not find a part of the path '/nope/x'."`,
  ],
  [
    `[IO.StreamReader]::new('/tmp/nope.x.y')`,
    `ERR FileNotFoundException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "Could not find file '/tmp/nope.x.y'."`,
  ],
  [
    `$o=[IO.MemoryStream]::new(); $g=[IO.Compression.GZipStream]::new($o,[IO.Compression.CompressionMode]::Compress); $b=[Text.Encoding]::UTF8.GetBytes('hello '*50); $g.Write($b,0,$b.Length); $g.CanRead; $g.CanWrite; $g.Close(); $o.CanRead; $p=$o.ToArray(); $p[0..1] -join ','; $i=[IO.MemoryStream]::new($p); $g=[IO.Compression.GZipStream]::new($i,[IO.Compression.CompressionMode]::Decompress); $r=[IO.StreamReader]::new($g); $r.ReadToEnd().Length; $g.BaseStream.GetType().Name; $r.Close(); $i.CanRead`,
    `[System.Boolean] False
[System.Boolean] True
[System.Boolean] False
[System.String] 31,139
[System.Int32] 300
[System.String] MemoryStream
[System.Boolean] False`,
  ],
  [
    '$i=[IO.MemoryStream]::new([byte[]](1..20)); $g=[IO.Compression.GZipStream]::new($i,[IO.Compression.CompressionMode]::Decompress); $g.ReadByte()',
    'ERR InvalidDataException | NotSpecified | MethodInvocationException | Exception calling "ReadByte" with "0" argument(s): "The archive entry was compressed using an unsupported compression method."',
  ],
  [
    '$i=[IO.MemoryStream]::new([byte[]](1..20)); $g=[IO.Compression.GZipStream]::new($i,[IO.Compression.CompressionMode]::Decompress); $g.Length',
    '',
  ],
  [
    `$w=[IO.StringWriter]::new(); $w.Write('a'); $w.WriteLine(5); $w.NewLine='|'; $w.WriteLine($true); "$w"; $w.GetStringBuilder().Length; $w.Encoding.WebName`,
    `[System.String] a5
True|
[System.Int32] 8
[System.String] utf-16`,
  ],
  [
    '$a=[IO.MemoryStream]::new([byte[]](1..9)); $b=[IO.MemoryStream]::new(); $a.CopyTo($b); $b.Length; $b.Position; $a.Position; $t=$a.ReadAsync([byte[]]::new(3),0,3); $t.Result; $a.WriteTo($b); $b.Length',
    `[System.Int64] 9
[System.Int64] 9
[System.Int64] 9
[System.Int32] 0
[System.Int64] 18`,
  ],
  [
    '$b=[byte[]]::new(5000000); for($i=0;$i -lt 5000000;$i+=40990){$b[$i]=$i % 251}; $m=[IO.MemoryStream]::new(); 1..3 | % { $m.Write($b,0,$b.Length) }; $m.Length; $m.Position=5000000; $m.Write($b,0,4500000); $m.Position; $a=$m.ToArray(); $bad=0; for($i=0;$i -lt 15000000;$i+=50021){ if($a[$i] -ne $b[$i % 5000000]){$bad++} }; $bad; $z=[IO.MemoryStream]::new(); $g=[IO.Compression.GZipStream]::new($z,[IO.Compression.CompressionMode]::Compress,$true); $g.Write($a,0,$a.Length); $g.Dispose(); $z.Position=0; $u=[IO.Compression.GZipStream]::new($z,[IO.Compression.CompressionMode]::Decompress); $o=[IO.MemoryStream]::new(); $u.CopyTo($o); [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($o.ToArray())) -eq [Convert]::ToHexString([Security.Cryptography.SHA256]::HashData($a))',
    `[System.Int64] 15000000
[System.Int64] 9500000
[System.Int32] 0
[System.Boolean] True`,
  ],
  [
    `[IO.StreamReader]::new('')`,
    `ERR ArgumentException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "The value cannot be an empty string. (Parameter 'path')"`,
  ],
  [
    `$fs=[IO.File]::Open([IO.Path]::GetTempFileName(),'Open'); $fs.Write([byte[]](1,2,3),0,3); $fs.Flush($true); $fs.Position=0; $fs.ReadByte(); $fs.SetLength(1); $fs.Length; $fs.Close(); $fs.CanRead; $fs.ReadByte()`,
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "ReadByte" with "0" argument(s): "Cannot access a closed Stream."',
  ],
  [
    '$m=[IO.MemoryStream]::new(); $b=[byte[]]::new(2); $m.Read($b,1,5)',
    `ERR ArgumentOutOfRangeException | NotSpecified | MethodInvocationException | Exception calling "Read" with "3" argument(s): "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection. (Parameter 'count')"`,
  ],
  [
    '$m=[IO.MemoryStream]::new([byte[]](1,2)); $m.ReadExactly([byte[]]::new(4),0,4)',
    'ERR EndOfStreamException | NotSpecified | MethodInvocationException | Exception calling "ReadExactly" with "3" argument(s): "Unable to read beyond the end of the stream."',
  ],
  [
    '$m = New-Object IO.MemoryStream(,[byte[]](1,2,3)); $m.Length; $m.ToString(); $m.CanTimeout; $m.ReadTimeout',
    `[System.Int64] 3
[System.String] System.IO.MemoryStream
[System.Boolean] False
<null>`,
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::Open($p,'Open'); $fs.Close(); $fs.Read([byte[]]::new(1),0,1)`,
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "Read" with "3" argument(s): "Cannot access a closed file."',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::Open($p,'Open'); $fs.Close(); $fs.WriteByte(1)`,
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "WriteByte" with "1" argument(s): "Cannot access a closed Stream."',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::Open($p,'Open'); $fs.Close(); $fs.Write([byte[]]::new(1),0,1)`,
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "Write" with "3" argument(s): "Cannot access a closed file."',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::Open($p,'Open'); $fs.Close(); $fs.Flush()`,
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "Flush" with "0" argument(s): "Cannot access a closed file."',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::Open($p,'Open'); $fs.Close(); $fs.Seek(0,0)`,
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "Seek" with "2" argument(s): "Cannot access a closed file."',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::Open($p,'Open'); $fs.Close(); $fs.SetLength(0)`,
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "SetLength" with "1" argument(s): "Cannot access a closed file."',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::Open($p,'Open'); $fs.Close(); $fs.CopyTo([IO.MemoryStream]::new())`,
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "CopyTo" with "1" argument(s): "Cannot access a closed Stream."',
  ],
  [
    '$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::OpenRead($p); $fs.SetLength(1)',
    'ERR NotSupportedException | NotSpecified | MethodInvocationException | Exception calling "SetLength" with "1" argument(s): "Stream does not support writing."',
  ],
  [
    '$p=[IO.Path]::GetTempFileName(); $fs=[IO.File]::OpenRead($p); $fs.Read([byte[]]::new(1),0,4)',
    `ERR ArgumentOutOfRangeException | NotSpecified | MethodInvocationException | Exception calling "Read" with "3" argument(s): "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection. (Parameter 'count')"`,
  ],
  [
    '$m=[IO.MemoryStream]::new(); $m.Write([byte[]]::new(1),-1,1)',
    `ERR ArgumentOutOfRangeException | NotSpecified | MethodInvocationException | Exception calling "Write" with "3" argument(s): "Non-negative number required. (Parameter 'offset')"`,
  ],
  [
    '$m=[IO.MemoryStream]::new(); $m.Write($null,0,1)',
    `ERR ArgumentNullException | NotSpecified | MethodInvocationException | Exception calling "Write" with "3" argument(s): "Value cannot be null. (Parameter 'buffer')"`,
  ],
  [
    '$m=[IO.MemoryStream]::new(); $m.Close(); $m.CopyTo([IO.MemoryStream]::new())',
    'ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "CopyTo" with "1" argument(s): "Cannot access a closed Stream."',
  ],
  [
    '$m=[IO.MemoryStream]::new(); $m.CopyTo($null)',
    `ERR ArgumentNullException | NotSpecified | MethodInvocationException | Exception calling "CopyTo" with "1" argument(s): "Value cannot be null. (Parameter 'destination')"`,
  ],
  [
    '[IO.BinaryReader]::new($null)',
    `ERR ArgumentNullException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "Value cannot be null. (Parameter 'input')"`,
  ],
  [
    '$u=[IO.MemoryStream]::new(); $b=[IO.BufferedStream]::new($u,4); $b.Write([byte[]](1,2,3),0,3); $u.Length; $b.Flush(); $u.Length; $b.UnderlyingStream.GetType().Name; $b.BufferSize; $b.Position=0; $b.ReadByte(); $b.Close(); $u.CanRead',
    `[System.Int64] 0
[System.Int64] 3
[System.String] MemoryStream
[System.Int32] 4
[System.Int32] 1
[System.Boolean] False`,
  ],
];
it.each(CASES)('reads and writes as .NET does: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
