/** Where redirections lead, and a parameter that is called `$input`. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

const FOLDER =
  "$f = Join-Path ([System.IO.Path]::GetTempPath()) ('r' + [guid]::NewGuid().ToString('n')); $null = New-Item $f -ItemType Directory;";

describe('a redirection', () => {
  it('takes paths of drives, and the defaults of Out-File', async () => {
    expect(
      await linesOf(
        `${FOLDER} $null = New-PSDrive TD FileSystem $f; 'a' > TD:/x.txt; 'b' >> TD:x.txt; Get-Content (Join-Path $f x.txt)
         $PSDefaultParameterValues['Out-File:Encoding'] = 'utf32'; 'x' > TD:/e.txt
         [System.IO.File]::ReadAllBytes((Join-Path $f e.txt)).Length; Remove-Item $f -Recurse`,
      ),
    ).toEqual(['a', 'b', '12']);
  });
  it('sets a variable, or adds to it', async () => {
    expect(
      await linesOf(
        `1, 2 > variable:one; $one.GetType().Name; "$one"; 3 >> variable:one; "$one"
         Write-Error x 2> variable:two; $two.GetType().Name; & { 'o'; Write-Warning w } 3> variable:three; "$three"`,
      ),
    ).toEqual(['Object[]', '1 2', '1 2 3', 'ErrorRecord', 'o', 'w']);
  });
  it('tells errors as Out-File does', async () => {
    expect(
      await linesOf(`try { 'x' > /nosuchfolder/a.txt } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Activity }`),
    ).toEqual(['FileOpenFailure,Microsoft.PowerShell.Commands.OutFileCommand', 'Out-File']);
  });
});
describe('a parameter with the name of $input', () => {
  it('has its own value where an item is processed, and nowhere else', async () => {
    expect(
      await linesOf(
        `filter g { param([Parameter(ValueFromPipeline)][object[]]$input) if ($input -ne 2) { return $input } }; 1, 2, 3 | g
         function hh($input) { "h$input" }; hh 5; 7 | hh 5
         function f { param([Parameter(ValueFromPipeline)]$input) process { "p$input" } end { "e$input" } }; 1, 2 | f`,
      ),
    ).toEqual(['1', '3', 'h', 'h7', 'p1', 'p2', 'e']);
  });
});
