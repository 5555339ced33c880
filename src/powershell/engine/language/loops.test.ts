/** Loops, blocks and functions: what they give was measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

const MODIFIED = 'Collection was modified; enumeration operation may not execute.';

describe('a collection that changes while it is gone through', () => {
  it.each([
    ['a list that grows', '$l=[System.Collections.Generic.List[int]](1,2); foreach($x in $l){ $x; $l.Add(9) }', ['1']],
    ['a list whose item is set', '$l=[System.Collections.ArrayList](1,2); foreach($x in $l){ $x; $l[0]=5 }', ['1']],
    ['the keys of a hashtable', '$h=@{a=1}; foreach($k in $h.Keys){ $h["z$k"]=5 }', []],
    ['an ordered dictionary', '$o=[ordered]@{a=1;b=2}; foreach($k in $o.Keys){ $o[$k]=3 }', []],
    [
      'a queue',
      '$q=[System.Collections.Generic.Queue[int]]::new(); $q.Enqueue(1); foreach($x in $q){ $q.Enqueue(2) }',
      [],
    ],
    ['a switch', '$l=[System.Collections.Generic.List[int]](1,2); switch($l){ 1 { $l.Add(1) } }', []],
  ])('ends foreach: %s', async (_title, script, before) => {
    expect(await linesOf(`try { ${script}; 'after' } catch { "$($_.FullyQualifiedErrorId)|$_" }`)).toEqual([
      ...before,
      `System.InvalidOperationException|${MODIFIED}`,
    ]);
  });
  it.each([
    ['a pipeline', '$l=[System.Collections.Generic.List[int]](1,2); $l | % { $l.Add(1) }'],
    ['.ForEach()', '$l=[System.Collections.ArrayList](1,2); $l.ForEach({ $l.Add(1) })'],
  ])('ends %s with BadEnumeration', async (_title, script) => {
    expect(await linesOf(`try { $null = ${script} } catch { "$($_.FullyQualifiedErrorId)|$_" }`)).toEqual([
      `BadEnumeration|An error occurred while enumerating through a collection: ${MODIFIED}.`,
    ]);
  });
  it('has entries with a key and a value in its enumerator', async () => {
    expect(await linesOf('$e = @{a=1}.GetEnumerator(); $e.MoveNext(); $e.Current.Key; $e.Key; $e.Value')).toEqual([
      'True',
      'a',
      'a',
      '1',
    ]);
  });
  it('is left alone where .NET allows the change, or the loop has ended', async () => {
    expect(
      await linesOf(
        `$d=[System.Collections.Generic.Dictionary[string,int]]::new(); $d['a']=1; $d['b']=2
         foreach($k in $d.Keys){ $d['a']=3; $null=$d.Remove('zz'); $k }
         $l=[System.Collections.Generic.List[int]](1,2); foreach($x in $l){ $x; $l.Add(3); break }
         $h=@{a=1}; foreach($v in $h){ $h.b=2; $v.Count }`,
      ),
    ).toEqual(['a', 'b', '1', '2']);
  });
});

describe('functions', () => {
  it('wait in clean, write no output there and report what it fails with', async () => {
    expect(
      await linesOf(
        `function cl { end { 1 } clean { 'lost'; Start-Sleep -Milliseconds 20; Write-Warning 'w'; throw 'x' } }; cl; 'next'`,
      ),
    ).toEqual(['1', 'WARNING: w', 'ERROR x: x', 'next']);
    expect(
      await linesOf(
        `function cl { begin { throw 'b' } clean { Start-Sleep -Milliseconds 20; Write-Host 'cleaned' } }; try { cl } catch { "c $_" }`,
      ),
    ).toEqual(['HOST: cleaned', 'c b']);
  });
  it('check a parameter with those that are bound before it in sight', async () => {
    expect(
      await linesOf(
        `function f { param([int]$a, [ValidateScript({ $_ -gt $a })]$b) "$a $b" }
         f 1 2; f -a 2 -b 3; try { f 5 2 } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual(['1 2', '2 3', 'ParameterArgumentValidationError,f']);
  });
  it('have $input as an enumerator that is used up', async () => {
    expect(
      await linesOf(
        'function i { $input.GetType().Name; $input.MoveNext(); $input.Current; @($input).Count; @($input).Count }; 1,2,3 | i',
      ),
    ).toEqual(['ArrayListEnumeratorSimple', 'True', '1', '2', '0']);
    expect(await linesOf('function i { "$input"; $input.Reset(); $input.Count }; 1,2,3 | i')).toEqual([
      '1 2 3',
      '1',
      '1',
      '1',
    ]);
  });
  it('keep what is piped to one that has no process block for its end', async () => {
    expect(
      await linesOf(
        'function f { param([Parameter(ValueFromPipeline)]$x) end { "e $x in=$(@($input).Count)" } }; 1,2 | f; function j { $input -join "+" }; 1,2,3 | j',
      ),
    ).toEqual(['e 2 in=2', '1 2 3']);
  });
  it('have bound parameters of a type of their own', async () => {
    expect(
      await linesOf('function g($a) { $PSBoundParameters.GetType().Name; $PSBoundParameters.Count }; g 1'),
    ).toEqual(['PSBoundParametersDictionary', '1']);
  });
});

describe('errors that pass out of a command that runs blocks', () => {
  it('carry the name of the command, and not that of one before it in the pipeline', async () => {
    const id = 'catch { $_.FullyQualifiedErrorId }';
    expect(
      await linesOf(
        `try { 1 | % { 1/0 } } ${id}; try { 1 | ? { NoSuchCmd } } ${id}; try { iex '1/0' } ${id}
         function f { process { 1/0 } }; try { 1 | % { $_ } | f } ${id}; try { 1 | % { throw 'x' } } ${id}`,
      ),
    ).toEqual([
      'RuntimeException,Microsoft.PowerShell.Commands.ForEachObjectCommand',
      'CommandNotFoundException,Microsoft.PowerShell.Commands.WhereObjectCommand',
      'RuntimeException,Microsoft.PowerShell.Commands.InvokeExpressionCommand',
      'RuntimeException',
      'x',
    ]);
  });
  it('name all places of a text that Invoke-Expression cannot parse', async () => {
    expect(await linesOf("try { iex '1 +' } catch { $_.FullyQualifiedErrorId; $_.Exception.GetType().Name }")).toEqual([
      'ExpectedValueExpression,Microsoft.PowerShell.Commands.InvokeExpressionCommand',
      'ParseException',
    ]);
  });
  it('are errors of ForEach-Object where a method that it calls fails', async () => {
    expect(await linesOf("'a' | % Substring 9; 'next'")).toEqual([
      `ERROR MethodInvocationError,Microsoft.PowerShell.Commands.ForEachObjectCommand: Exception calling "Substring" with "1" argument(s): "startIndex cannot be larger than length of string. (Parameter 'startIndex')"`,
      'next',
    ]);
  });
});
