/** Whose variables a block sees and leaves behind, which strict mode it has, and small parts of the language's own types. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

describe('a block that a command or an operator runs', () => {
  it('of Where-Object, Measure-Command, Where(), ForEach() and -replace leaves its variables where the caller stands', async () => {
    expect(
      await linesOf(`
        & {
          1, 2 | Where-Object { ($p = $_) -gt 1 } | ForEach-Object { "<$p>" }
          $null = Measure-Command { $x = 5 }; "x=$x"
          $null = (1, 2).Where({ $y = $_; $true }); "y=$y"
          $null = (1, 2).ForEach({ $z = $_ }); "z=$z"
          $null = 'a' -replace 'a', { $a = 1 }; "a=$a"
          $null = 1 | Sort-Object { $s = 5; $_ }; "s=$s"
          (1, 2).ForEach({ $args[0] }, 7); "[$args]"
        } one
      `),
    ).toEqual(['<2>', 'x=5', 'y=2', 'z=2', 'a=1', 's=', '7', '7', '[one]']);
  });
  it('of a class sees the functions of the code that calls it', async () => {
    expect(
      await linesOf(`
        class Named { [string] $n = (Get-Inner); [string] M() { return Get-Inner } }
        & { function Get-Inner { 'inner' }; [Named]::new().n; [Named]::new().M() }
      `),
    ).toEqual(['inner', 'inner']);
  });
  it('is strict as its own session or module is, not as its caller', async () => {
    expect(
      await linesOf(`
        function Inner { $notset; 'inner' }
        $null = New-Module { function Modular { $notset; 'modular' } }
        & { Set-StrictMode -Version Latest; try { Inner } catch { $_.FullyQualifiedErrorId }; Modular }
      `),
    ).toEqual(['VariableIsUndefined', 'null', 'modular']);
  });
});

describe('text that does not parse', () => {
  it('is told by the errors of the exception, and by the id of the first in its record', async () => {
    expect(
      await linesOf(`
        try { [scriptblock]::Create('1 | | 2') } catch {
          $_.FullyQualifiedErrorId; $inner = $_.Exception.InnerException; $inner.ErrorRecord.FullyQualifiedErrorId
          $inner.Errors[0].ErrorId; $inner.Errors[0].Extent.StartOffset }
      `),
    ).toEqual(['ParseException', 'EmptyPipeElement', 'EmptyPipeElement', '3']);
  });
  it('members of a class that may stand once only, and static constructors with parameters', async () => {
    const ids = async (text: string): Promise<readonly string[]> =>
      linesOf(
        `try { $null = [scriptblock]::Create('${text}'); 'fine' } catch { $_.Exception.InnerException.Errors.ErrorId }`,
      );
    expect(await ids('class C { f(){} f(){} }')).toEqual(['MemberAlreadyDefined']);
    expect(await ids('class C { F(){} F($o){} [int] F($o) {return 1} }')).toEqual(['MemberAlreadyDefined']);
    expect(await ids('class C { f([int]$a){} f([int]$b){} }')).toEqual(['MemberAlreadyDefined']);
    expect(await ids('class C { $x; [int]$x; }')).toEqual(['MemberAlreadyDefined']);
    expect(await ids('class C { static C($x) {} }')).toEqual(['StaticConstructorCantHaveParameters']);
    expect(await ids('class C { f([int]$a){} f([string]$b){} C(){} static C(){} }')).toEqual(['fine']);
  });
  it('as old tokens: PSParser', async () => {
    expect(
      await linesOf(`
        $e = $null
        [System.Management.Automation.PSParser]::Tokenize("foreach (\`$a in 'x') { Get-Item -Path y } # end", [ref]$e) |
          ForEach-Object { "$($_.Type) $($_.Content) $($_.Start) $($_.Length)" }
        $e.Count
        $null = [System.Management.Automation.PSParser]::Tokenize('if (', [ref]$e); $e[0].Message; $e[0].Token.Type
      `),
    ).toEqual([
      'Keyword foreach 0 7',
      'GroupStart ( 8 1',
      'Variable a 9 2',
      'Keyword in 12 2',
      'String x 15 3',
      'GroupEnd ) 18 1',
      'GroupStart { 20 1',
      'Command Get-Item 22 8',
      'CommandParameter -Path 31 5',
      'CommandArgument y 37 1',
      'GroupEnd } 39 1',
      'Comment # end 41 5',
      '0',
      "Missing condition in if statement after 'if ('.",
      'Position',
    ]);
  });
  it('[NullString]::Value is null where a text is wanted', async () => {
    expect(
      await linesOf(`
        $v = [NullString]::Value; $v.GetType().FullName; "[$v]"
        class N { static [bool] IsNull([object] $o) { return $null -eq $o } }
        [N]::IsNull([string]::Concat('a', [NullString]::Value)); [string]::IsNullOrEmpty([NullString]::Value)
      `),
    ).toEqual(['System.Management.Automation.Language.NullString', '[]', 'False', 'True']);
  });
});

describe('SemanticVersion', () => {
  it('takes what has the form, and says what is wrong by the kind of exception', async () => {
    expect(
      await linesOf(`
        foreach ($v in '', '-', '1..0', '1.0.-alpha', '1.0.0-+', '1.0.0+', '1.-1.0', '1.0.0.0', '99999999999.1', '1.0.0-01') {
          try { [semver]::Parse($v); "ok $v" } catch { $_.FullyQualifiedErrorId } }
        try { [semver]::new([NullString]::Value) } catch { $_.FullyQualifiedErrorId }
        try { [semver]::new(1, 1, -1) } catch { $_.FullyQualifiedErrorId }
        try { [semver]::new([version]'1.2.3.4') } catch { $_.FullyQualifiedErrorId }
        try { [semver]::new(1, 1, 1, 'a!') } catch { $_.FullyQualifiedErrorId }
        "$([semver]'1.2.3-a-b.1+c-d')"; "$([semver]'1.2+x-y')"; "$([semver]::new(1, 1, 1, ''))"
      `),
    ).toEqual([
      ...Array.from({ length: 10 }, () => 'FormatException'),
      'PSArgumentNullException',
      'PSArgumentException',
      'PSArgumentException',
      'FormatException',
      '1.2.3-a-b.1+c-d',
      '1.2.0+x-y',
      '1.1.1',
    ]);
  });
  it('tokens have kinds and flags of their enumerations', async () => {
    expect(
      await linesOf(`
        $t = $null; $null = [Management.Automation.Language.Parser]::ParseInput('if (1) {gci}', [ref]$t, [ref]$null)
        "$($t[0].TokenFlags)"; "$($t[4].TokenFlags)"; "$($t[5].TokenFlags)"; $t[0].Kind.GetType().Name
        [Management.Automation.Language.TernaryExpressionAst].BaseType.Name
      `),
    ).toEqual([
      'Keyword, StatementDoesntSupportAttributes',
      'ParseModeInvariant',
      'CommandName',
      'TokenKind',
      'ExpressionAst',
    ]);
  });
});
