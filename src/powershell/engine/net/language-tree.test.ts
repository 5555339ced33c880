/** The syntax tree in scripts' hands; every line as pwsh 7.6.9 prints it. */
import { describe, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

const TREE = `
  $ns = 'System.Management.Automation.Language'; $e = $null; $t = $null
  $a = [System.Management.Automation.Language.Parser]::ParseInput(
    'function foo { param([int]$x=1) Get-Date -Year $x | Out-Null; if ($x -gt 2) { & { 5 } } } ; $y = @{a=1;b="t"}; foo 3', [ref]$t, [ref]$e)
`;

describe('the syntax tree', () => {
  it('comes from the parser with its tokens and errors', async () => {
    expect(
      await textsOf(`${TREE}; "$($e.Count) $($t.Count) $($a.GetType().Name) $($a.EndBlock.Statements.Count)"`),
    ).toEqual(['0 47 ScriptBlockAst 3']);
    expect(
      await textsOf(
        `$e = $null; $null = [System.Management.Automation.Language.Parser]::ParseInput('if (', [ref]$null, [ref]$e)
         "$($e[0].ErrorId)|$($e[0].Message)|$($e[0].Extent.StartOffset)"`,
      ),
    ).toEqual(["IfStatementMissingCondition|Missing condition in if statement after 'if ('.|4"]);
  });
  it('is searched by a block, within a script block or through those inside it', async () => {
    const show = '% { "$($_.GetCommandName())|$($_.Extent.StartColumnNumber)|$($_.Parent.GetType().Name)" }';
    expect(
      await textsOf(
        `${TREE}; $a.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true) | ${show}
         $a.FindAll({ param($n) $n -is [System.Management.Automation.Language.CommandAst] }, $false) | % { "$_" }`,
      ),
    ).toEqual([
      'Get-Date|33|PipelineAst',
      'Out-Null|53|PipelineAst',
      '|79|PipelineAst',
      'foo|112|PipelineAst',
      'foo 3',
    ]);
  });
  it('has the fields of its classes, and safe values', async () => {
    expect(
      await textsOf(
        `${TREE}; $f = $a.Find({ $args[0] -is [System.Management.Automation.Language.FunctionDefinitionAst] }, $true)
         $p = $f.Body.ParamBlock.Parameters[0]
         "$($f.Name)|$($p.Name.VariablePath.UserPath)|$($p.StaticType)|$($p.DefaultValue.Value)"
         $h = $a.Find({ $args[0] -is [System.Management.Automation.Language.HashtableAst] }, $true)
         "$($h.SafeGetValue().b)|$($h.KeyValuePairs[0].Item1.Value)|$($h.GetType().BaseType.Name)"
         $i = { if ($true) { 1 } else { 2 } }.Ast.EndBlock.Statements[0]
         "$($i.Clauses[0].Item1)|$($i.Clauses[0].Item2)|$($i.ElseClause)"`,
      ),
    ).toEqual(['foo|x|int|1', 't|a|ExpressionAst', '$true|{ 1 }|{ 2 }']);
  });
  it('has the escapes of generated code', async () => {
    expect(
      await textsOf(
        `$g = [System.Management.Automation.Language.CodeGeneration]
         $g::EscapeSingleQuotedStringContent("a'b"); $g::EscapeVariableName('a{b}\`c')
         $g::EscapeFormatStringContent('a{0}'); $g::EscapeBlockCommentContent('a #> b <# c')`,
      ),
    ).toEqual(["a''b", 'a`{b`}``c', 'a{{0}}', 'a #`> b <`# c']);
  });
});
