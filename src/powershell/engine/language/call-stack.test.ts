/** Where errors stand, whose they are, and what Get-PSCallStack tells. As PowerShell 7.6 has it. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

/** The stack of the error that the lines fail with; `line` is the script's own. */
const stackOf = async (script: string): Promise<readonly string[]> =>
  (await linesOf(`try {\n${script}\n} catch { $_.ScriptStackTrace -split "\`n" }`)).map((line) =>
    line.replace('at <ScriptBlock>, <No file>: line ', 'block ').replace(', <No file>: line ', ' '),
  );

describe('the stack of an error', () => {
  it('names functions and their blocks, methods, and blocks without a name', async () => {
    expect(await stackOf("function f { begin { } process { throw 'x' } }\nf")).toEqual(['at f<Process> 2', 'block 3']);
    expect(await stackOf("function f { end { throw 'x' } }\nf")).toEqual(['at f<End> 2', 'block 3']);
    expect(await stackOf("filter f { throw 'x' }\n1 | f")).toEqual(['at f 2', 'block 3']);
    expect(await stackOf("& {\n1 | % {\nthrow 'x' } }")).toEqual(['block 4', 'block 3', 'block 2']);
    expect(await stackOf("@(1).ForEach({\nthrow 'x' })")).toEqual(['block 3', 'block 2']);
    expect(await stackOf("class StackOne { [void] M() {\nthrow 'x' } }\n[StackOne]::new().M()")).toEqual([
      'at M 3',
      'block 4',
    ]);
  });
  it('tells the statement, and of statements that hold others the condition', async () => {
    expect(await stackOf('function f { $x = 1 +\n(Get-Item nosuch -ea Stop\n) }\nf')).toEqual(['at f 2', 'block 5']);
    expect(await stackOf('$x = @(\n1\nGet-Item nosuch -ea Stop )')).toEqual(['block 4']);
    expect(await stackOf('if (\nGet-Item nosuch -ea Stop) { }')).toEqual(['block 3']);
  });
  it('of what a command only reports is there too', async () => {
    expect(
      await linesOf(
        'function f {\nGet-Item nosuch }\nf 2>$null\n$Error[0].ScriptStackTrace\n$Error[0].InvocationInfo.MyCommand.Name',
      ),
    ).toEqual(['at f, <No file>: line 2\nat <ScriptBlock>, <No file>: line 3', 'Get-Item']);
  });
});

describe('an error belongs to', () => {
  const told =
    '"$($_.FullyQualifiedErrorId) | $($_.InvocationInfo.MyCommand.Name) | $($_.InvocationInfo.InvocationName)"';
  it('the function that wrote it, whether it stops or not', async () => {
    expect(
      await linesOf(`
        function f { Write-Error boo }
        f 2>$null; $_ = $Error[0]; ${told}
        function g { [CmdletBinding()]param() Write-Error boo -ErrorId mine -ErrorAction Stop }
        try { & g } catch { ${told}; $_.InvocationInfo.Statement }
      `),
    ).toEqual(['Microsoft.PowerShell.Commands.WriteErrorException,f | f | f', 'mine,g | g | &', '& g']);
  });
  it('whoever writes or throws it on, and is listed once while it is the newest', async () => {
    expect(
      await linesOf(`
        function f { [CmdletBinding()]param() try { Get-Item nosuch -ea Stop } catch { $PSCmdlet.ThrowTerminatingError($_) } }
        function g { [CmdletBinding()]param() try { Get-Item nosuch -ea Stop } catch { $e = $_; try { 1/0 } catch { }; Write-Error $e } }
        $Error.Clear(); try { f } catch { $_.FullyQualifiedErrorId }; $Error.FullyQualifiedErrorId
        '--'; $Error.Clear(); g 2>$null; $Error.FullyQualifiedErrorId
        '--'; $Error.Clear(); try { try { throw 'abc' } catch { throw } } catch { $Error.Count }
      `),
    ).toEqual([
      'PathNotFound,f',
      'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
      '--',
      'PathNotFound,g',
      'RuntimeException',
      'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
      '--',
      '1',
    ]);
  });
  it('nobody when its exception is thrown anew: it has what the exception itself knows', async () => {
    const again = 'try { throw $_.Exception } catch { "$($_.FullyQualifiedErrorId) | $($_.CategoryInfo)" }';
    expect(
      await linesOf(`
        try { Get-Item nosuch -ea Stop } catch { ${again} }
        try { throw 'abc' } catch { ${again} }
        try { throw [IO.IOException]::new('io') } catch { ${again} }
      `),
    ).toEqual([
      expect.stringMatching(/^PathNotFound \| ObjectNotFound: \(.*nosuch:String\) \[\], ItemNotFoundException$/),
      'RuntimeException | NotSpecified: (:) [], RuntimeException',
      'io | OperationStopped: (:) [], IOException',
    ]);
  });
});

it('advanced functions that take no input refuse it', async () => {
  expect(
    await linesOf(
      `function f { [CmdletBinding()]param() process { 'p' } end { "end:$input" } }; 1 | f 2>&1 | % { "$($_.FullyQualifiedErrorId)$_" }`,
    ),
  ).toEqual([expect.stringMatching(/^InputObjectNotBound,fThe input object cannot be bound/), 'end:']);
});

describe('Get-PSCallStack', () => {
  it('gives a frame for each call, with what it was called with', async () => {
    expect(
      await linesOf(`
        function inner { param($a, [switch]$b) Get-PSCallStack }
        function outer { begin { inner -a 1 -b } }
        outer | % { "$($_.Command) $($_.FunctionName) $($_.Arguments) $($_.Location) $($_.ScriptLineNumber) $($_.Position)" }
        & { Get-PSCallStack } 1 2 | % { "$($_.Command) $($_.Arguments)" }
        (inner 5)[0].GetFrameVariables()['a'].Value
        (inner)[0].ToString()
      `),
    ).toEqual([
      'inner inner {a=1, b=True} <No file> 2 Get-PSCallStack',
      'outer outer<Begin> {} <No file> 3 inner -a 1 -b',
      '<ScriptBlock> <ScriptBlock> {} <No file> 4 outer | % { "$($_.Command) $($_.FunctionName) $($_.Arguments) $($_.Location) $($_.ScriptLineNumber) $($_.Position)" }',
      '<ScriptBlock> {1, 2}',
      '<ScriptBlock> {}',
      '5',
      'at inner, <No file>: line 2',
    ]);
  });
});
