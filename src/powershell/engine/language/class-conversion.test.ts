/** Hashtables and other values cast to classes: a constructor that takes them comes before their properties. As PowerShell 7.6 has it. */
import { expect, it } from 'vitest';
import { linesOf } from './run-script.js';

it('a constructor that takes a hashtable makes the object; without one its keys are properties', async () => {
  expect(
    await linesOf(`
      class CastA { [string]$Name; CastA() { $this.Name = 'd' } CastA([string]$n) { $this.Name = $n } }
      ([CastA]@{ Name = 'x' }).Name
      class CastB { [hashtable]$H; CastB([hashtable]$h) { $this.H = $h } }
      ([CastB]@{ Name = 'x' }).H.Name
      class CastC { [string]$Name; CastC([object]$h) { $this.Name = 'o:' + $h.GetType().Name } CastC() {} }
      ([CastC]@{ Name = 'x' }).Name
      class CastD { [string]$Name; CastD([System.Collections.IDictionary]$h) { $this.Name = "dictionary $($h.Count)" } CastD() {} }
      ([CastD]@{ Name = 'x' }).Name
      ([CastA][pscustomobject]@{ Name = 'pc' }).Name
    `),
  ).toEqual(['x', 'x', 'o:Hashtable', 'dictionary 1', 'pc']);
});
it('a class without such a constructor and without an empty one refuses', async () => {
  expect(
    await linesOf(`
      class CastE { [string]$Name; CastE([string]$n) { $this.Name = $n } }
      try { [CastE]@{ Name = 'x' } } catch { $_.FullyQualifiedErrorId; "$_" }
      try { [CastE]::new(1, 2) } catch { "$_" }
    `),
  ).toEqual([
    'ConvertToFinalInvalidCastException',
    'Cannot convert the "System.Collections.Hashtable" value of type "System.Collections.Hashtable" to type "CastE".',
    'Cannot find an overload for "new" and the argument count: "2".',
  ]);
});
it('a cast waits for the constructor, and what that throws is the error of the cast', async () => {
  expect(
    await linesOf(`
      class CastF { [string]$Name; CastF() { Start-Sleep -Milliseconds 1 } CastF([string]$n) { Start-Sleep -Milliseconds 1; if ($n -eq 'bad') { throw 'no' }; $this.Name = $n } }
      class CastG { [int]$N; CastG() { throw 'none' } }
      ([CastF]@{ Name = 'x' }).Name
      ([CastF]'y').Name
      try { [CastF]'bad' } catch { $_.FullyQualifiedErrorId; "$_" }
      try { [CastG]@{ N = 1 } } catch { $_.FullyQualifiedErrorId; "$_" }
    `),
  ).toEqual([
    'x',
    'y',
    'InvalidCastConstructorException',
    'Cannot convert value "bad" to type "CastF". Error: "no"',
    'InvalidCastConstructorException',
    'Cannot convert value "System.Collections.Hashtable" to type "CastG". Error: "none"',
  ]);
});
