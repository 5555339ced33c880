/** Snippets of whole commands: pipelines over the everyday commands, formatting, conversions, binding, text and dates. */
import { pick, type Random } from './random.js';

const PEOPLE = [
  "[pscustomobject]@{ Name = 'Ann'; Age = 31; City = 'Rome' }",
  "[pscustomobject]@{ Name = 'bob'; Age = 7; City = 'Oslo' }",
  "[pscustomobject]@{ Name = 'Cleo'; Age = 31; City = $null }",
  "[pscustomobject]@{ Name = 'Äda'; Age = 102.5; City = 'rome' }",
  "[pscustomobject]@{ Name = ''; Age = -1; City = 'Oslo' }",
  "[pscustomobject]@{ Name = 'Dan'; City = 'Bern' }",
  "[pscustomobject]@{ Name = 'Eve'; Age = [datetime]'2024-02-29'; City = @('a', 'b') }",
];
const SCALARS = [
  '1',
  '22',
  '-3',
  '4.5',
  '1e3',
  "'a'",
  "'B'",
  "'ab'",
  "'10'",
  "'9'",
  '$null',
  '$true',
  '5L',
  '2.50d',
  '[char]65',
  "''",
];
const DATES = [
  "[datetime]'2024-02-29T13:05:09.123'",
  "[datetime]'2000-01-01'",
  "[datetime]'1999-12-31T23:59:59'",
  "(Get-Date -Date '2021-07-04 08:30')",
];
const SPANS = [
  "[timespan]'1.02:03:04.567'",
  '(New-TimeSpan -Minutes 90)',
  "[timespan]'-00:00:30'",
  '[timespan]::FromDays(400)',
];
const WORDS = [
  "'the quick brown fox'",
  "'one,two;three'",
  "'  padded\t text '",
  '"line1`nline2`r`nline3"',
  "'AbCdEf'",
  "'über straße'",
  "'a.b.c'",
  "'2024-05-06'",
  "'x=1;y=2'",
  "'aaa'",
];
const PATTERNS = [
  "'o'",
  "'\\s+'",
  "'(\\w)(\\w)'",
  "'[,;]'",
  "'^.'",
  "'(?<first>\\w+)'",
  "'\\d+'",
  "'a|b'",
  "'.$'",
  "'[A-Z]'",
  "'\\.'",
];
const PROPERTIES = ['Name', 'Age', 'City', 'Missing', 'Length', 'n*', '*'];
const CALCULATED = [
  "@{ n = 'Up'; e = { $_.Name.ToUpper() } }",
  "@{ Name = 'Next'; Expression = { $_.Age + 1 } }",
  "@{ l = 'Same'; e = 'City' }",
  '{ $_.Age * 2 }',
  '@{ n = \'Text\'; e = { "<$_>" } }',
];
const HASHES = [
  '@{ a = 1 }',
  "[ordered]@{ b = 2; a = 'x'; c = $null }",
  "[ordered]@{ list = 1, 2; inner = [ordered]@{ k = 'v' } }",
  "[ordered]@{ 1 = 'one'; 'two' = 2.5 }",
];

const some = (random: Random, list: readonly string[], least: number, most: number): string =>
  Array.from({ length: least + random(most - least + 1) }, () => pick(random, list)).join(', ');
const maybe = (random: Random, text: string): string => (random(2) === 0 ? text : '');

const people = (random: Random): string => `$(${some(random, PEOPLE, 1, 5)})`;
const scalars = (random: Random): string => `$(${some(random, SCALARS, 1, 6)})`;
const items = (random: Random): string =>
  pick(random, [
    people,
    people,
    scalars,
    (r) => `$(${some(r, DATES, 1, 3)})`,
    (r) => `(${pick(r, WORDS)} -split ' ')`,
    (r) => `$(${some(r, HASHES, 1, 2)})`,
    (r) => `$(${some(r, SPANS, 1, 2)})`,
    () => '$(1..12)',
  ])(random);
const property = (random: Random): string => pick(random, PROPERTIES);
const column = (random: Random): string => (random(3) === 0 ? pick(random, CALCULATED) : property(random));
const columns = (random: Random): string => Array.from({ length: 1 + random(3) }, () => column(random)).join(', ');
const condition = (random: Random): string =>
  pick(random, [
    '{ $_.Age -gt 10 }',
    "{ $_.Name -like '*e*' }",
    '{ $_ }',
    '{ $_ -gt 2 }',
    "{ $_.City -eq 'rome' }",
    '{ $null -ne $_.Age }',
    '{ $_ -is [string] }',
    'Age -GT 10',
    "Name -Match '^[a-c]'",
    'City',
    "City -EQ 'Rome'",
    "City -In 'Rome', 'Bern'",
    'Name -CLike B*',
    '-Not City',
    'Age -is [int]',
  ]);

const STAGES: readonly ((random: Random) => string)[] = [
  (r) => `Where-Object ${condition(r)}`,
  (r) =>
    `Sort-Object${pick(r, ['', ` ${property(r)}`, ` ${column(r)}, ${column(r)}`, ' -Descending', ' -Unique', ` ${property(r)} -Descending`, ` ${column(r)} -Unique`, ` -Top 2`, ` -Bottom 2`, ' -CaseSensitive', " -Property @{ e = 'Age'; Descending = $true }, Name", ' -Stable'])}`,
  (r) =>
    `Select-Object ${pick(r, [columns(r), `-First ${r(3)}`, `-Last ${1 + r(2)}`, `-Skip ${r(3)}`, `-Unique`, `${columns(r)} -ExcludeProperty ${property(r)}`, `-ExpandProperty ${property(r)}`, `-Index ${r(3)}, 1`, `-SkipLast 1`, `-Property ${property(r)} -First 2`, `-First 1 -Skip 1`, `Name -ExpandProperty City`])}`,
  (r) =>
    `Group-Object${pick(r, ['', ` ${property(r)}`, ' { $_.Age -gt 10 }', ` ${property(r)} -NoElement`, ` ${property(r)} -AsHashTable`, ` ${property(r)}, ${property(r)}`, ` ${property(r)} -AsHashTable -AsString`])}`,
  (r) =>
    `Measure-Object${pick(r, ['', ` ${property(r)}`, ' -Sum', ' -Sum -Average -Maximum -Minimum', ` -Property Age -Sum -StandardDeviation`, ' -Line -Word -Character', ' Age -AllStats', ' -Maximum', ` Age, Name -Minimum`])}`,
  (r) =>
    `ForEach-Object ${pick(r, ['{ $_ }', '{ "$_" }', 'Name', '{ $_.Name; $_.Age }', '-Begin { 0 } -Process { $_ } -End { 9 }', 'ToString', '{ , $_ }', '{ $_.GetType().Name }', 'Length', '-MemberName City', '{ [pscustomobject]@{ V = $_ } }', '{ if ($_ -eq 2) { return }; $_ }'])}`,
  () => 'Get-Unique',
  (r) => `Tee-Object -Variable t${r(2)}`,
  (r) =>
    `Select-String ${pick(r, PATTERNS)}${pick(r, ['', ' -SimpleMatch', ' -CaseSensitive', ' -NotMatch', ' -AllMatches', ' -Quiet', ' -Raw'])}`,
];
const ENDS: readonly ((random: Random) => string)[] = [
  (r) =>
    `Format-Table${pick(r, ['', ` ${columns(r)}`, ' -AutoSize', ' -HideTableHeaders', ` -GroupBy ${property(r)}`, ' -Wrap', ` ${property(r)} -AutoSize`, " Name, @{ n = 'A'; e = 'Age'; w = 5; a = 'right' }", " @{ l = 'N'; e = { $_.Age }; f = 'N2' }"])}`,
  (r) => `Format-List${pick(r, ['', ` ${columns(r)}`, ' *', ` -GroupBy ${property(r)}`])}`,
  (r) => `Format-Wide${pick(r, ['', ` ${property(r)}`, ` -Column 3`, ' -AutoSize', ` ${property(r)} -Column 2`])}`,
  (r) => `Format-Custom${pick(r, ['', ' -Depth 1', ` ${property(r)}`])}`,
  (r) => `Out-String${pick(r, ['', ' -Width 40', ' -Stream', ' -NoNewline'])}`,
  (r) =>
    `ConvertTo-Json${pick(r, ['', ' -Compress', ' -Depth 1', ' -AsArray', ' -Compress -EnumsAsStrings', ' -EscapeHandling EscapeNonAscii'])}`,
  (r) =>
    `ConvertTo-Csv${pick(r, ['', " -Delimiter ';'", ' -UseQuotes AsNeeded', ' -UseQuotes Never', ' -IncludeTypeInformation', ' -QuoteFields Name', ' -NoHeader'])}`,
  (r) =>
    `Join-String${pick(r, ['', " -Separator ', '", ' -SingleQuote', ' -DoubleQuote -Separator "|"', ' -Property Name', " -OutputPrefix '<' -OutputSuffix '>'", " -FormatString '{0:N1}'", ' { "[$_]" }'])}`,
  (r) =>
    `Get-Member${pick(r, ['', ' -MemberType Property', ' -MemberType NoteProperty', ' -Name Name'])} | Select-Object Name, MemberType`,
  () => 'ConvertTo-Json -Compress | ConvertFrom-Json',
  () => 'ConvertTo-Csv | ConvertFrom-Csv',
  (r) => `ConvertTo-Html -Fragment${pick(r, ['', ' -As List', ` -Property ${property(r)}`])}`,
  (r) => `ConvertTo-Xml -As String${pick(r, ['', ' -NoTypeInformation', ' -Depth 1'])}`,
  () => 'Out-Null',
];

function pipeline(random: Random): string {
  const stages = Array.from({ length: random(3) }, () => pick(random, STAGES)(random));
  const end = random(2) === 0 ? [pick(random, ENDS)(random)] : [];
  // What a reader sees of formatted objects is their text.
  if (end[0]?.startsWith('Format-') === true || (end.length === 0 && random(3) === 0))
    end.push('Out-String -Width 120');
  return [items(random), ...stages, ...end].join(' | ');
}

const STRING_CALLS = [
  '.ToUpper()',
  '.Trim()',
  '.Split(" ")',
  '.Substring(1, 2)',
  '.IndexOf("o")',
  '.Replace("a", "bb")',
  '.PadLeft(12, "*")',
  '.PadRight(12) + "|"',
  '.ToCharArray()',
  '.StartsWith("a")',
  '.Contains("b")',
  '.Insert(1, "--")',
  '.Remove(2)',
  '.LastIndexOf("a")',
  '.CompareTo("b")',
  '.Length',
  '[0]',
  '[-1]',
  '[0..2]',
  '.EndsWith("x", "OrdinalIgnoreCase")',
  '.Normalize()',
  '.TrimStart("a")',
  '.ToLowerInvariant()',
  '.Equals("aaa")',
  '.Chars(1)',
  '.Nope()',
  '.Substring(99)',
];
function text(random: Random): string {
  const word = pick(random, WORDS);
  switch (random(8)) {
    case 0:
      return `${word}${pick(random, STRING_CALLS)}`;
    case 1:
      return `${word} ${pick(random, ['-replace', '-creplace'])} ${pick(random, PATTERNS)}, ${pick(random, ["'<$0>'", "'-'", "'$1'", '{ $_.Value.ToUpper() }', "'${first}!'"])}`;
    case 2:
      return `${word} ${pick(random, ['-split', '-csplit'])} ${pick(random, PATTERNS)}${maybe(random, `, ${random(4)}`)}`;
    case 3:
      return `if (${word} ${pick(random, ['-match', '-cmatch'])} ${pick(random, PATTERNS)}) { $Matches.Count; $Matches[0] } else { 'no' }`;
    case 4:
      return `[regex]::Matches(${word}, ${pick(random, PATTERNS)}) | Select-Object Index, Length, Value`;
    case 5:
      return `${word}, ${pick(random, WORDS)} ${pick(random, ['-like', '-notlike', '-clike'])} ${pick(random, ["'*o*'", "'?ne*'", "'[a-m]*'", "'*'"])}`;
    case 6:
      return `'{0,${pick(random, ['10', '-10', '4'])}}|{1}|{0:${pick(random, ['', 'X', 'N1', 'yyyy'])}}' -f ${pick(random, SCALARS)}, ${word}`;
    default:
      return `"$(${word}.Length) \${env:NOPE} $(${pick(random, SCALARS)} + ${pick(random, SCALARS)})"`;
  }
}

const DATE_FORMATS = [
  'd',
  'D',
  'f',
  'g',
  'G',
  'M',
  'o',
  'R',
  's',
  't',
  'T',
  'u',
  'y',
  'yyyy-MM-dd',
  'ddd dd MMM yyyy',
  'HH:mm:ss.fff',
  'h:mm tt',
  '%d',
  'dddd',
  "yyyy'x'MM",
];
function dates(random: Random): string {
  const date = pick(random, DATES);
  switch (random(7)) {
    case 0:
      return `${date}.ToString('${pick(random, DATE_FORMATS).replaceAll("'", "''")}')`;
    case 1:
      return `${date} - ${pick(random, DATES)}`;
    case 2:
      return `${date} + ${pick(random, SPANS)}`;
    case 3:
      return `Get-Date -Date ${date} ${pick(random, ["-Format 'yyyy/MM/dd'", '-Format d', "-UFormat '%Y-%j %A'", '-AsUTC', '-Year 2001 -Month 2 -Day 3', "-UFormat '%s'", '-Format FileDate', '-DisplayHint Date'])}`;
    case 4:
      return `${pick(random, SPANS)}${pick(random, ['', '.TotalHours', '.ToString()', ".ToString('c')", '.Negate()', ' | Format-Table', '.Days'])}`;
    case 5:
      return `${date}.${pick(random, ['AddDays(-1)', 'AddMonths(13)', 'DayOfWeek', 'DayOfYear', 'Date', 'TimeOfDay', 'Ticks', 'Kind', 'ToUniversalTime()', 'AddHours(0.5)', 'ToShortDateString()', "Subtract([timespan]'1:00')"])}`;
    default:
      return `New-TimeSpan -Start ${date} -End ${pick(random, DATES)}`;
  }
}

const ATTRIBUTES = [
  '',
  '[Parameter(Mandatory)]',
  '[ValidateSet("a", "B")]',
  '[ValidateRange(1, 5)]',
  '[ValidatePattern("^a")]',
  '[ValidateNotNullOrEmpty()]',
  '[ValidateLength(1, 2)]',
  '[ValidateCount(1, 2)]',
  '[Alias("z")]',
  '[AllowNull()]',
  '[ValidateScript({ $_ -gt 1 })]',
];
const PARAMETER_TYPES = [
  '',
  '[int]',
  '[string]',
  '[string[]]',
  '[switch]',
  '[datetime]',
  '[hashtable]',
  '[scriptblock]',
  '[bool]',
  '[double]',
];
function binding(random: Random): string {
  const cmdlet = maybe(random, '[CmdletBinding()] ');
  const a = `${pick(random, ATTRIBUTES)}${pick(random, PARAMETER_TYPES)}$a`;
  const b = `${pick(random, PARAMETER_TYPES)}$b${maybe(random, ` = ${pick(random, SCALARS)}`)}`;
  const call = pick(random, [
    `f ${pick(random, SCALARS)}`,
    `f -a ${pick(random, SCALARS)} -b ${pick(random, SCALARS)}`,
    'f',
    `f -A:${pick(random, SCALARS)}`,
    `f ${pick(random, SCALARS)} ${pick(random, SCALARS)} ${pick(random, SCALARS)}`,
    `$p = @{ a = ${pick(random, SCALARS)} }; f @p`,
    `f -nope 1`,
    `$l = ${pick(random, SCALARS)}, ${pick(random, SCALARS)}; f @l`,
    `f -z ${pick(random, SCALARS)}`,
  ]);
  const body = pick(random, [
    '"$a|$b|$args"',
    '$PSBoundParameters.Keys | Sort-Object',
    '$a; $b',
    '$a.GetType().Name',
    '"$($PSBoundParameters.Count) $($args.Count)"',
  ]);
  return `function f { ${cmdlet}param(${a}, ${b}) ${body} }; ${call}`;
}

function pipelineFunction(random: Random): string {
  const how = pick(random, [
    '[Parameter(ValueFromPipeline)]$InputObject',
    '[Parameter(ValueFromPipeline)][int]$InputObject',
    '[Parameter(ValueFromPipelineByPropertyName)]$Name',
    '[Parameter(ValueFromPipelineByPropertyName)][Alias("City")]$Place, [Parameter(ValueFromPipeline)]$All',
  ]);
  const body = pick(random, [
    'begin { "b" } process { "$InputObject$Name$Place" } end { "e" }',
    'process { $PSItem }',
    'process { $InputObject }',
    'end { "$InputObject$Name" }',
    'begin { $n = 0 } process { $n++ } end { $n }',
  ]);
  return `function f { [CmdletBinding()] param(${how}) ${body} }; ${items(random)} | f`;
}

const FAILURES = [
  'Get-Item /nope/x',
  'Get-Nothing 1',
  "[int]'x'",
  '1 / 0',
  '$null.Foo()',
  "throw 'own'",
  "Write-Error 'we' -ErrorId My -Category InvalidData -TargetObject 5",
  'throw [System.ArgumentException]::new("bad", "p")',
  "Get-Content '/nope/y'",
  "'a'.Nope()",
  '[nope]::x',
  'Import-Module nope-module',
  'Get-Process -Id 99999999',
  "Invoke-Expression '1 +'",
  "[datetime]'x'",
  "ConvertFrom-Json '{'",
  '$a = 1; $a[0][0]',
  '@(1)[5].x',
  'Set-Variable -Name x -Option ReadOnly -Value 1; $x = 2',
  '[ValidateRange(1,2)]$v = 5',
  'Select-Object -First x',
  'Get-Variable nope',
  'Remove-Item Env:nope',
  'New-Object nope',
  "[math]::Round('x')",
  'Sort-Object -Nope',
  'Where-Object',
  '& { exit',
  'Get-Alias nope',
  'Get-PSDrive nope',
  'Resolve-Path /nope/*x',
  'ConvertTo-SecureString abc',
];
function failing(random: Random): string {
  const failure = pick(random, FAILURES);
  switch (random(6)) {
    case 0:
      return failure;
    case 1:
      return `try { ${failure}; 'after' } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.ToString(); $_.Exception.GetType().FullName }`;
    case 2:
      return `try { ${failure} } catch [System.Management.Automation.RuntimeException] { 'runtime' } catch { 'other' } finally { 'fin' }`;
    case 3:
      return `$ErrorActionPreference = '${pick(random, ['Stop', 'SilentlyContinue', 'Continue', 'Ignore'])}'; ${failure}; "$?"; $Error.Count`;
    case 4:
      return `${failure} 2>&1 | ForEach-Object { $_.GetType().Name; "$_" }`;
    default:
      return `& { trap { "trapped $_"; continue } ${failure}; 'next' }`;
  }
}

function hashes(random: Random): string {
  const hash = pick(random, HASHES);
  return pick(random, [
    `${hash} | Format-Table`,
    `${hash}`,
    `$h = ${hash}; $h.Keys | Sort-Object { "$_" }; $h.Count; $h.a`,
    `(${hash}).GetEnumerator() | Sort-Object { "$($_.Key)" } | ForEach-Object { "$($_.Key)=$($_.Value)" }`,
    `$h = ${hash}; $h.new = 5; $h['new']; $h.Remove('new'); $h.Contains('a')`,
    `[pscustomobject](${hash})`,
    `${hash} | ConvertTo-Json -Compress`,
    `$h = ${hash}; $h + @{ zz = 1 } | ForEach-Object Count`,
    `"$(${hash})"`,
    `${hash} | Format-List`,
    `(${hash}).ContainsKey('a')`,
    `$h = ${hash}; foreach ($k in @($h.Keys | Sort-Object { "$_" })) { "$k -> $($h[$k])" }`,
  ]);
}

function compare(random: Random): string {
  return `Compare-Object ${items(random)} ${items(random)}${pick(random, ['', ' -IncludeEqual', ' -ExcludeDifferent -IncludeEqual', ` -Property ${property(random)}`, ' -PassThru', ' -CaseSensitive', ` -Property ${property(random)}, Age`])}`;
}

const CONTROL: readonly ((random: Random) => string)[] = [
  (r) =>
    `switch -${pick(r, ['Wildcard', 'Regex', 'Exact', 'CaseSensitive'])} (${scalars(r)}, ${pick(r, WORDS)}) { 'a*' { "A $_" } ${pick(r, PATTERNS)} { "P $_"; ${pick(r, ['break', 'continue', "'x'"])} } { $_ -eq 22 } { 'block' } default { "d $_" } }`,
  (r) =>
    `$n = 0; do { $n++; if ($n -eq ${1 + r(3)}) { ${pick(r, ['continue', 'break', '$n'])} }; "n$n" } ${pick(r, ['while ($n -lt 4)', 'until ($n -ge 4)'])}`,
  (r) =>
    `:outer foreach ($q in 1..3) { foreach ($w in 1..3) { if ($w -eq 2) { ${pick(r, ['continue outer', 'break outer', 'continue', 'break'])} }; "$q$w" } }`,
  (r) => `$x, $y, $z = ${scalars(r)}; "$x|$y|$z"; $x, $y = $y, $x; "$x|$y"`,
  (r) =>
    `$s = { param($p) $p; $args; ${pick(r, ['$p * 2', 'return 5', '$MyInvocation.InvocationName'])} }; & $s ${pick(r, SCALARS)} ${pick(r, SCALARS)}`,
  (r) =>
    `(${scalars(r)}).${pick(r, ['Where({ $_ })', "Where({ $_ -gt 1 }, 'First')", 'ForEach({ "$_" })', "Where({ $_ -gt 1 }, 'Split')", 'ForEach([string])', "Where({ $_ }, 'SkipUntil', 2)", 'Count', 'Length', "ForEach('ToString')"])}`,
  (r) =>
    `class P { [string]$N = ${pick(r, WORDS)}; [int]$V; P([int]$v) { $this.V = $v }; [string] ToString() { return "P$($this.V)" }; static [P] Of($x) { return [P]::new($x) } }; $p = [P]::Of(${pick(r, SCALARS)}); "$p"; $p | ${pick(r, ENDS)(r)}`,
  (r) => `enum E { A; B = 5; C }; [E]::B; [int][E]::C; [E]${pick(r, ["'a'", '5', '9', "'zz'"])}; [enum]::GetNames([E])`,
  (r) =>
    `$a = ${scalars(r)}; $a += ${pick(r, SCALARS)}; $a.Count; $a[-1]; $a -contains ${pick(r, SCALARS)}; $a -join '+'; [array]::IndexOf($a, ${pick(r, SCALARS)})`,
  (r) =>
    `$v = ${pick(r, SCALARS)}; $v ??= 7; $v; $null ?? $v; $v?.Length; ($v ? 'yes' : 'no'); ${pick(r, ['1 -and 0', '!$v', '$v -xor $true'])}`,
  (r) =>
    `1..3 | ForEach-Object { ${pick(r, ['$_ * 2', 'Write-Output $_ -NoEnumerate', 'Write-Warning "w$_"', 'Write-Verbose "v$_" -Verbose', 'Write-Host "h$_"', 'Write-Information "i$_"', 'Write-Error "e$_"', 'Write-Debug "d$_" -Debug:$false'])} }`,
];

const KINDS: readonly ((random: Random) => string)[] = [
  pipeline,
  pipeline,
  pipeline,
  pipeline,
  text,
  text,
  dates,
  binding,
  pipelineFunction,
  failing,
  hashes,
  compare,
  (r) => pick(r, CONTROL)(r),
  (r) => pick(r, CONTROL)(r),
];

/** One snippet. */
export const generateCommands = (random: Random): string => pick(random, KINDS)(random);
