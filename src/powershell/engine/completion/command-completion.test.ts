/** [CommandCompletion], and what completers are given. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

const COMPLETE = '$c = [System.Management.Automation.CommandCompletion];';

describe('[CommandCompletion]', () => {
  it('completes a line, and a tree of one', async () => {
    expect(
      await linesOf(
        `${COMPLETE} $r = $c::CompleteInput('Get-ChildI', 10, $null); $r.CompletionMatches[0].CompletionText; $r.ReplacementLength
         $t = $c::MapStringInputToParsedInput('Get-ChildI', 10); $t.Item3.ColumnNumber
         $r = $c::CompleteInput($t.Item1, $t.Item2, $t.Item3, $null); $r.CurrentMatchIndex; $r.GetNextResult($true).CompletionText; $r.CurrentMatchIndex
         $c::CompleteInput($null, 6, $null).ReplacementIndex; try { $c::CompleteInput('abc', 6, $null) } catch { $_.FullyQualifiedErrorId }`,
      ),
    ).toEqual(['Get-ChildItem', '10', '11', '-1', 'Get-ChildItem', '0', '-1', 'PSArgumentException']);
  });
  it('does not ask a function that takes the place of TabExpansion2', async () => {
    expect(
      await linesOf(
        `${COMPLETE} function TabExpansion2($a, $b) { $c::CompleteInput($a, $b, $null) }; (TabExpansion2 'Get-ChildI' 10).ReplacementLength`,
      ),
    ).toEqual(['10']);
  });
});
describe('a completer', () => {
  it('is given the command as it is written', async () => {
    expect(
      await linesOf(
        `${COMPLETE} function f { param([ArgumentCompleter({ param($c, $p, $w, $ast, $b) "$ast|$($ast.GetType().Name)" })]$x) }
         $c::CompleteInput('1; f -x a', 9, $null).CompletionMatches.CompletionText`,
      ),
    ).toEqual(['f -x a|CommandAst']);
  });
  it('can be made by an attribute of a class', async () => {
    expect(
      await linesOf(
        `using namespace System.Management.Automation
         class Numbers : IArgumentCompleter { [int]$to
           [System.Collections.Generic.IEnumerable[CompletionResult]] CompleteArgument([string]$c, [string]$p, [string]$w, [System.Management.Automation.Language.CommandAst]$a, [System.Collections.IDictionary]$b) {
             $l = [System.Collections.Generic.List[CompletionResult]]::new()
             for ($i = 0; $i -le $this.to; $i += 5) { if ("$i".StartsWith($w)) { $l.Add([CompletionResult]::new("$i")) } }
             return $l } }
         class NumbersAttribute : ArgumentCompleterAttribute, IArgumentCompleterFactory { [int]$to
           NumbersAttribute([int]$to) { $this.to = $to }
           [IArgumentCompleter] Create() { $n = [Numbers]::new(); $n.to = $this.to; return $n } }
         function f { param([Numbers(50)][int]$x) }
         [CommandCompletion]::CompleteInput('f -x 5', 6, $null).CompletionMatches.CompletionText`,
      ),
    ).toEqual(['5', '50']);
  });
});
