/** Scripts whose results in process and over the wire are compared. They use the language and .NET only. */
const VALUES = [
  '0', '1', '-1', '2147483647', '2147483648', '9223372036854775807', '1.5', '-0.0', '1e300', '[double]::NaN', '[double]::PositiveInfinity',
  '1.50d', '79228162514264337593543950335d', "'a'", "''", "'ä€😀'", '"a`0b`t`r`n"', "'_x0041_'", "[char]'x'", '[char]0xD800', '$true', '$false', '$null',
  '[byte]255', '[sbyte]-128', '[int16]-32768', '[uint16]65535', '[uint32]4294967295', '[uint64]18446744073709551615', '[single]1.1',
  "[guid]'00112233-4455-6677-8899-aabbccddeeff'", "[version]'1.2.3.4'", "[version]'1.2'", "[uri]'http://a/b?c=d#e'", "[uri]'rel/path'",
  "[datetime]::new(2020,1,2,3,4,5,6,'Utc')", "[datetime]::new(637134336000000001,'Unspecified')", '[timespan]::FromTicks(12345678901)',
  '[timespan]::Zero', '[timespan]::MaxValue', '[byte[]](1,2,3)', "[xml]'<a b=\"1\"><c/></a>'", '{ 1 + 1 }', '[bigint]::Pow(2,100)', '[DayOfWeek]::Friday',
  "[System.IO.FileAttributes]'Hidden,System'", '@()', '@(1)', ',@(1,2)', '@{}', '@{ a = 1 }', "[ordered]@{ z = 1; a = 'b'; 3 = $null }",
  '[pscustomobject]@{ Name = "n"; Value = 1.5; List = 1..3 }', '[pscustomobject]@{}', '[Collections.ArrayList]@(1,"x",$null)',
  '[Collections.Generic.List[int]](1..3)', '[Collections.Generic.Queue[string]]::new([string[]]("a","b"))',
  '[Collections.Generic.Stack[int]]::new([int[]](1..3))', '[Collections.Generic.Dictionary[string,int]]::new()',
  '[Exception]::new("bad")', '[Text.StringBuilder]::new("sb")', '[Tuple]::Create(1,"a")', '[string]', '[regex]"a+b"',
  '[cultureinfo]::InvariantCulture', '[Net.Mail.MailAddress]::new("a@b.c")', '[semver]"7.1.2-beta"', '[Nullable[int]]5', '[dbnull]::Value',
  '[string[]]("a","b")', '[int[,]]::new(2,2)', '1,2,(3,4)', '[datetimeoffset]::new(2020,1,2,3,4,5,[timespan]::FromHours(2))',
];

const OPERATIONS = [
  '1 + 2', '7 / 2', '6 / 2', '7 % 3', '2 * 3.5', '"a" + 1', '1 + "2"', '"5" * 3', '1..5', '5..1', '"a".."e"', '1 -eq 1.0', '"a" -eq "A"', '"a" -ceq "A"',
  '1,2,3 -contains 2', '2 -in 1,2,3', '"abc" -like "a*"', '"abc" -match "b(.)"; $Matches[1]', '"a,b" -split ","', '"a","b" -join "-"', '"{0:N2}|{1}" -f 3.14159, "x"',
  '1 -band 3', '1 -bor 6', '5 -bxor 1', '-bnot 0', '1 -shl 4', '256 -shr 2', '-not 1', '1 -and 0', '1 -xor 1', '"abc" -replace "b","X"', '[int]"42"',
  '"42" -as [int]', '"x" -as [int]', '1 -is [int]', '[math]::Round(2.5)', '[int]2.5', '[int]3.5', '[long]1e10', '[bool]"false"', '[char]65', '[int][char]"A"',
  '0x1F', '1kb', '1.5mb', '1e3', '10d / 3', '2147483647 + 1', '[int]::MaxValue', '"$(1+1) is two"', "'single $x'", '"tab`there"', '@"\nhere $(2)\n"@', "@'\nraw $x\n'@",
  '$a, $b = 1, 2; $b, $a', '$x = 5; $x++; $x', '$x = 5; $x -= 2; $x', '$h = @{a=1}; $h.b = 2; $h.Count', '$h = @{a=@{b=3}}; $h.a.b', '(1,2,3)[1]', '(1,2,3)[-1]', '(1..10)[2..4]',
  '"hello"[0]', '"hello".ToUpper()', '"a-b".Split("-")', '[string]::Join(",", 1..3)', '(1..3).Count', '@(1,2) + 3', '@(1,2) * 2', '$null -eq @()', '$null + 1',
  '[array]::Reverse(($a = 1..3)); $a', '"x".PSObject.TypeNames', '(1).GetType().Name', '$a = 1; & { $a = 2 }; $a', '$s = { param($p) $p * 2 }; & $s 21',
  'if (1) { "t" } else { "f" }', 'if (0) { 1 } elseif ("") { 2 } else { 3 }', 'switch (3) { 1 { "one" } 3 { "three" } default { "d" } }',
  'switch -Wildcard ("abc") { "a*" { 1 } "*c" { 2 } }', 'switch -Regex ("abc") { "^a" { "start" } }', 'switch (1,2,3) { { $_ -gt 1 } { $_ } }',
  'for ($i = 0; $i -lt 3; $i++) { $i }', 'foreach ($i in 1..3) { $i * 2 }', '$i = 0; while ($i -lt 3) { $i; $i++ }', '$i = 0; do { $i++ ; $i } until ($i -ge 3)',
  'foreach ($i in 1..5) { if ($i -eq 2) { continue } if ($i -eq 4) { break } $i }', ':o foreach ($i in 1..3) { foreach ($j in 1..3) { if ($j -eq 2) { continue o } "$i$j" } }',
  'function f { param($a, $b = 2) "$a-$b" } f 1; f -b 9 -a 8', 'function f { $args.Count; $args } f 1 two 3', 'function f { begin { 1 } process { $_ } end { 9 } } 2..3 | f',
  'filter g { $_ + 1 } 1..3 | g', 'function f { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$x) process { $x * 10 } } 1..3 | f',
  'function f { return 1; 2 } f', '1..5 | & { process { if ($_ % 2) { $_ } } }', '$input', '@(foreach ($i in 1..3) { $i }).Length',
  'try { throw "x" } catch { "caught $_" }', 'try { 1/0 } catch [DivideByZeroException] { "div" }', 'try { throw [InvalidOperationException]::new("io") } catch [InvalidOperationException] { $_.Exception.Message } finally { "fin" }',
  'trap { "trapped"; continue } throw "y"; "after"', '$ErrorActionPreference = "Stop"; try { [int]"z" } catch { $_.FullyQualifiedErrorId }',
  '$e = $null; try { [int]::Parse("q") } catch { $e = $_ }; $e.Exception.GetType().Name', '$x = 1; $y = { $x }.GetNewClosure(); $x = 2; & $y',
  'class P { [int]$X = 3; [string] Say() { return "x$($this.X)" } } [P]::new().Say()', 'enum E { A; B = 5 } [int][E]::B; "$([E]::A)"', '[E2] | Out-Null',
  '$d = [Collections.Generic.Dictionary[string,int]]::new(); $d["k"] = 7; $d["k"]', '[Linq.Enumerable]::Sum([int[]](1..10))', '[regex]::Matches("a1b2", "\\d").Value',
  '[Convert]::ToBase64String([byte[]](1,2,3))', '[Text.Encoding]::UTF8.GetBytes("é")', '[BitConverter]::ToString([byte[]](10,255))', '[uri]::EscapeDataString("a b&c")',
  '[string]::Format("{0:d4}", 42)', '[math]::Pow(2, 10)', '[math]::PI', '[guid]::Empty', '[timespan]"1.02:03:04.5"', '[datetime]"2020-02-30"',
  '$PSVersionTable.PSEdition', '$true -and "yes"', '${a b} = 3; ${a b}', '$env:NoSuchVariable', '$_', '$args.Count', '$MyInvocation.MyCommand.CommandType', '$PSCulture', '[Threading.Thread]::CurrentThread.CurrentCulture.Name.Length -ge 0',
  '"a" | ForEach-Object { $_ * 2 }', '1..10 | Where-Object { $_ -gt 7 }', '1..3 | ForEach-Object -Begin { "b" } -Process { $_ } -End { "e" }', '(Get-Command Where-Object).CommandType',
  '[pscustomobject]@{a=1} | ForEach-Object a', '& { 1; 2 } | Out-Null', '1, $null, 3', ',$null', '$null', '@($null).Count', '"multi`nline"', "'quote '' inside'", '"dollar `$x"',
  '[ref]5', '$r = [ref]1; $r.Value = 9; $r.Value', '1 ?? 2', '$null ?? "d"', '$n = $null; $n ??= 4; $n', '$null?.Length', '1 ? "t" : "f"', '1 && 2', '"a" ; "b"',
];

const FAILURES = [
  'throw "plain"', 'throw', 'throw 42', 'throw [ArgumentException]::new("arg", "p")', 'throw @{ a = 1 }', '1/0', '[int]"abc"', 'no-such-command', '$null.Method()', '[NoSuchType]',
  '"a".NoSuchMethod()', '$x = 1; $x.Length = 5', '[int]::Parse("x")', '1; 1/0; 2', '& "no such program here"', '[string]::Format("{0")', '(1,2,3)[[string]]', '"a" -match "("',
  '@{ a = 1; a = 2 }', '[byte]300', '[datetime]"never"', 'function f { param([Parameter(Mandatory)][int]$n) $n } f -n "x"', 'function f { [CmdletBinding()] param([ValidateRange(1,3)]$n) $n } f -n 9',
  'function f { [CmdletBinding()] param([ValidateSet("a","b")]$n) $n } f -n c', 'f -NoSuchParameter', 'Where-Object', '[System.IO.File]::ReadAllText("/no/such/file")', '1 + @{}', '@{} + 1', '"x" * -1',
  '$a = @(1); $a[5] = 1', 'break', 'foreach ($x in 1..3) { if ($x -eq 2) { throw "at $x" } $x }', 'try { throw "a" } finally { "f" }', '$ErrorActionPreference = "SilentlyContinue"; 1/0; "on"',
  '$PSCmdlet.WriteError(1)', '[Convert]::FromBase64String("!!")', '[guid]"no"', '[version]"a.b"', '[enum]::Parse([DayOfWeek], "Noday")', '$x = [int[]]::new(2); $x[9]', '"a"[9]',
  '& { throw "inner" }', 'function Deep { throw "deep" } Deep', '[Activator]::CreateInstance([IO.Stream])', '{', 'if (', '1 +', '"unterminated', '@{ a = ', '] x',
];

/** Every value by itself, in an array, in an object and in a hashtable; every operation; every failure. */
export const SCRIPTS: readonly string[] = [
  ...VALUES,
  ...VALUES.map((value) => `[pscustomobject]@{ P = (${value}) }`),
  ...VALUES.slice(0, 50).map((value) => `@{ K = (${value}) }`),
  ...OPERATIONS.filter((script) => script !== '[E2] | Out-Null' && script !== '$MyInvocation.MyCommand.CommandType' && script !== '$args.Count'),
  ...FAILURES.filter((script) => !['{', 'if (', '1 +', '"unterminated', '@{ a = ', '] x', 'f -NoSuchParameter', 'break', '$PSCmdlet.WriteError(1)', '$input'].includes(script)),
];
