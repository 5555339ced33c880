/** Stopping: work that an operator or method does in one go gives up the thread, so that a stop is heard at all. */
import { describe, expect, it, vi } from 'vitest';
import { createRunspace } from './index.js';
import { scriptRun } from './test-support/run-script.js';

const ENOUGH_MS = 60;

async function stopped(setUp: string, work: string): Promise<string> {
  const runspace = createRunspace({});
  if (setUp !== '') await runspace.run(scriptRun(setUp, {}));
  const stop = new AbortController();
  setTimeout(() => {
    stop.abort();
  }, ENOUGH_MS);
  const { state } = await runspace.run(scriptRun(work, {}, stop.signal));
  await runspace.dispose();
  return String(state);
}

/** Each loop ends by a stop only; one that never looks at the clock would run into the test's time limit. */
const WORK: readonly (readonly [name: string, setUp: string, work: string])[] = [
  ['[regex]::Matches of a long text', "$t = 'abc def ' * 20000", "while ($true) { $null = [regex]::Matches($t, 'b') }"],
  [
    '[regex]::Replace by a script',
    "$t = 'abc def ' * 20000",
    "while ($true) { $null = [regex]::Replace($t, 'b', { 'x' }) }",
  ],
  ['a -match that goes back and forth for ever', '', "('a' * 60 + '!') -match '^(a+)+$'"],
  ['the same over a list', '', "@('b', ('a' * 60 + '!')) -match '^(a+)+$'"],
  ['the same as a -replace', '', "('a' * 60 + '!') -replace '^(a+)+$', 'x'"],
  ['the same as a -split', '', "('a' * 60 + '!') -split '^(?:a|aa)+$'"],
  ['the same in a switch', '', "switch -Regex ('a' * 60 + '!') { '^(a+)+$' { 1 } }"],
  ['the same as a method', '', "[regex]::IsMatch('a' * 60 + '!', '^(a+)+$')"],
  ['a pattern that only our own engine knows', '', "('a' * 60 + '!') -match '^(?<x>a+)+(?<-x>a)*(?(x)b|c)$'"],
  ['-like over a list', '$a = 1..200000', "while ($true) { $null = $a -like 'x*' }"],
  ['-gt over a list', '$a = 1..500000', 'while ($true) { $null = $a -gt 5 }'],
  ['.Where()', '$a = 1..500000', 'while ($true) { $null = $a.Where({ $_ -lt 0 }) }'],
  ['.ForEach()', '$a = 1..500000', 'while ($true) { $null = $a.ForEach({ $_ }) }'],
  ['a method of each element', "$a = @('abc') * 100000", 'while ($true) { $null = $a.ToUpper() }'],
  ['[array]::Sort', '$a = 1..300000', 'while ($true) { [array]::Sort($a) }'],
  ['[array]::Reverse', '$a = 1..300000', 'while ($true) { [array]::Reverse($a) }'],
  ['List.Sort', '$l = [Collections.Generic.List[int]] (1..300000)', 'while ($true) { $l.Sort() }'],
  ['String.Split', "$t = 'abc def ' * 20000", "while ($true) { $null = $t.Split(' ') }"],
  ['an array that is repeated', '', 'while ($true) { $null = @(1) * 200000 }'],
  ['a range that is made', '', 'while ($true) { $null = @(1..200000) }'],
  ['a list made a text', '$a = 1..200000', 'while ($true) { $null = "$a" }'],
  ['a switch without a hit', '', 'while ($true) { switch (1..100000) { 0 { 1 } } }'],
  ['large whole numbers', '', 'while ($true) { $x = [bigint] 3; foreach ($i in 1..14) { $x *= $x } }'],
  ['Get-Content', '', 'while ($true) { $null = Get-Content /proc/self/maps }'],
  ['Get-FileHash of an endless file', '', 'Get-FileHash /dev/zero'],
];
describe('a stop is heard in', () => {
  it.each(WORK.filter(([, , work]) => process.platform === 'linux' || !/\/(?:proc|dev)\//.test(work)))(
    '%s',
    async (_name, setUp, work) => {
      expect(await stopped(setUp, work)).toBe('Stopped');
    },
    60_000,
  );
});
/** One piece of work each, that takes many times as long as a script may keep the thread. */
const PIECES: readonly (readonly [name: string, setUp: string, work: string])[] = [
  ['a cast of a list', '$a = 1..500000', '$null = [long[]] $a'],
  ['a cast of a list to a collection', '$a = 1..500000', '$null = [Collections.Generic.List[double]] $a'],
  ['a cast of a list to bytes', '$a = @(7) * 500000', '$null = [byte[]] $a'],
  ['a cast of a text', "$t = 'abc' * 500000", '$null = [char[]] $t'],
  ['a list in a text', '$a = @(1.5) * 500000', '$null = "$a"'],
  ['elements of a list', '$a = 1..500000', '$null = $a[0..499999]'],
  ['-contains', "$a = @('abc') * 8000000", "$null = $a -contains 'x'"],
  ['-like', '$a = 1..500000', "$null = $a -like 'x*'"],
  ['[string]::Join', '$a = @(1.5) * 500000', "$null = [string]::Join(',', $a)"],
  ['[scriptblock]::Create', "$t = 'Get-Item x; if ($a) { 1 + 2 }; ' * 2000", '$null = [scriptblock]::Create($t)'],
  ['one block of a script', "$t = 'if ($a) {' + 'Get-Item x; ' * 5000 + '}'", '$null = [scriptblock]::Create($t)'],
  ['ConvertFrom-Json', "$j = '[' + '1,' * 100000 + '1]'", '$null = $j | ConvertFrom-Json'],
  ['ConvertFrom-Json of one text', "$j = '\"' + 'a\\n' * 300000 + '\"'", '$null = $j | ConvertFrom-Json'],
  ['ConvertTo-Json', '$a = 1..300000', '$null = ConvertTo-Json $a'],
  ['[xml]', "$t = '<a>' + '<b c=\"d\">e</b>' * 20000 + '</a>'", '$null = [xml] $t'],
  ['XPath', "$x = [xml] ('<a>' + '<b c=\"d\"/>' * 20000 + '</a>')", "$null = $x.SelectNodes('//b[@c]')"],
  ['ConvertTo-CliXml', '$a = 1..60000', '$null = ConvertTo-CliXml $a'],
  ['a splatted list', 'function f { }; $a = 1..100000', 'f @a'],
  ['a property of each element', '$a = @([pscustomobject] @{ a = 1 }) * 100000', '$null = $a.b'],
  ['base64', '$b = [byte[]]::new(20000000)', '$null = [Convert]::FromBase64String([Convert]::ToBase64String($b))'],
  ['ConvertFrom-StringData of one value', "$t = 'k=' + 'abc\\n' * 300000", '$null = ConvertFrom-StringData $t'],
  [
    'Format-List of one text',
    '$o = [pscustomobject] @{ a = "abc`n" * 1000000 }',
    '$null = $o | Format-List | Out-String',
  ],
  [
    'Format-Table of one text',
    "$o = [pscustomobject] @{ a = 'abc def ' * 100000 }",
    '$null = $o | Format-Table -Wrap | Out-String',
  ],
  ['input of a [powershell]', '$a = 1..100000; $p = [powershell]::Create().AddScript("1")', '$null = $p.Invoke($a)'],
  [
    'a node that is imported',
    "$x = [xml] ('<a>' + '<b/>' * 150000 + '</a>'); $y = [xml] '<r/>'",
    '$null = $y.ImportNode($x.DocumentElement, $true)',
  ],
  [
    'the hash of a stream',
    '$m = [IO.MemoryStream]::new([byte[]]::new(60000000))',
    '$null = Get-FileHash -InputStream $m',
  ],
  ['Latin-1', '$b = [byte[]]::new(20000000)', '$e = [Text.Encoding]::Latin1; $null = $e.GetBytes($e.GetString($b))'],
  ['bits', '$b = [Collections.BitArray]::new(60000000)', '$null = $b.Not()'],
  ['a hash code', "$t = 'abc' * 10000000", '$null = $t.GetHashCode()'],
  ['AppendJoin', '$a = 1..300000; $b = [Text.StringBuilder]::new()', "$null = $b.AppendJoin(',', $a)"],
  [
    'a document that is saved',
    "$x = [xml] ('<a>' + '<b/>' * 50000 + '</a>'); $w = [IO.StringWriter]::new()",
    '$x.Save($w)',
  ],
  ['many paths', "$a = @('/') * 20000", '$null = Convert-Path $a'],
  ['[array]::Resize', '$a = 1..3000000', '[array]::Resize([ref] $a, 3000001)'],
  [
    '[IO.File]::AppendAllText',
    "$f = New-TemporaryFile; $t = 'abc' * 10000000",
    '[IO.File]::AppendAllText($f, $t); Remove-Item $f',
  ],
  [
    'BinaryReader.ReadBytes',
    '$r = [IO.BinaryReader]::new([IO.MemoryStream]::new([byte[]]::new(60000000)))',
    '$null = $r.ReadBytes(60000000)',
  ],
  [
    'PSObject.Copy',
    '$h = [ordered] @{}; foreach ($i in 1..100000) { $h["c$i"] = $i }; $p = [pscustomobject] $h',
    '$null = $p.PSObject.Copy()',
  ],
  ['List.RemoveAll', '$l = [Collections.Generic.List[int]] (1..50000)', '$null = $l.RemoveAll({ $args[0] -lt 0 })'],
  ['a list of statements', "$b = [scriptblock]::Create('$x = 1;' * 40000)", '& $b'],
  [
    'Properties of an object',
    '$h = [ordered] @{}; foreach ($i in 1..100000) { $h["c$i"] = $i }; $p = [pscustomobject] $h',
    '$null = $p.PSObject.Properties',
  ],
  [
    'Get-Member',
    '$h = [ordered] @{}; foreach ($i in 1..50000) { $h["c$i"] = $i }; $p = [pscustomobject] $h',
    '$null = Get-Member -InputObject $p -Name x',
  ],
  ['-eq of long texts', "$t = 'abc' * 10000000; $u = 'ABC' * 10000000", '$null = $t -eq $u'],
  ['a long pattern', "$t = '(a|b)' * 20000", '$null = [regex] $t'],
  ['[regex]::Escape', "$t = 'abc def ' * 500000", '$null = [regex]::Unescape([regex]::Escape($t))'],
  ['one String.Split', "$t = 'abc def ' * 500000", "$null = $t.Split(' ')"],
  ['AddRange', '$a = 1..3000000; $l = [Collections.Generic.List[object]]::new()', '$l.AddRange($a)'],
  ['the name of a group', '$a = @(1.5) * 300000', '$null = Group-Object -InputObject $a'],
];
/** The pieces as on a machine ten times as slow: on a quick one, some are done before it is time to give up the thread. */
const SLOWER = 10;
describe('one piece of work lets others have their turn:', () => {
  it.each(PIECES)('%s', async (_name, setUp, work) => {
    const runspace = createRunspace({});
    expect((await runspace.run(scriptRun(setUp, {}))).state).toBe('Completed');
    let turns = 0;
    let over = false;
    const turn = (): void => {
      turns += 1;
      if (!over) setImmediate(turn);
    };
    setImmediate(turn);
    const began = performance.now();
    const clock = performance.now.bind(performance);
    const slow = vi.spyOn(performance, 'now').mockImplementation(() => began + (clock() - began) * SLOWER);
    const { state } = await runspace.run(scriptRun(work, {}));
    slow.mockRestore();
    over = true;
    await runspace.dispose();
    expect(state).toBe('Completed');
    expect(turns).toBeGreaterThan(1);
  });
});
describe('a host that does not answer', () => {
  it.each([
    ['Read-Host', 'Read-Host x'],
    ['Get-Credential', 'Get-Credential x'],
  ])('%s', async (_name, work) => {
    const runspace = createRunspace({});
    const stop = new AbortController();
    let asked = 0;
    const host = {
      name: 'h',
      version: '1.0',
      defaults: new Map<number, never>(),
      hasUI: true,
      call: (method: string) => {
        if (!/Read|Prompt/.test(method)) return Promise.resolve(null);
        asked += 1;
        setTimeout(() => stop.abort(), ENOUGH_MS);
        return new Promise<never>(() => undefined);
      },
    };
    const { state } = await runspace.run({ ...scriptRun(work, {}, stop.signal), host });
    await runspace.dispose();
    expect([asked, state]).toEqual([1, 'Stopped']);
  });
});
describe('numbers and files at their limits', () => {
  it('a whole number beyond the engine is an OutOfMemoryException, not a raw error', async () => {
    const work =
      'try { $x = [bigint] 3; while ($true) { $x *= $x } } catch [OutOfMemoryException] { while ($true) { } }';
    expect(await stopped('', work)).toBe('Stopped');
  });
});
