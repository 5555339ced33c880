/** -OutVariable and its like take a variable as a script names one. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

const MAKE = "function f { [CmdletBinding()] param() 'o'; Write-Error 'e' }; ";

describe('common parameters that name a variable', () => {
  it('set it in the scope that they name', async () => {
    expect(
      await linesOf(
        `${MAKE} function g { $null = f -OutVariable script:a -ErrorVariable global:e -EA 0; f -ov local:l -EA 0 > $null; "in $l" }
         g; "$a $($e.Count) [$l]"; f -ov +script:a -EA 0 > $null; "$script:a"
         1, 2 | ForEach-Object { $_ } -PipelineVariable script:pv | ForEach-Object { "p$pv" }`,
      ),
    ).toEqual(['in o', 'o 1 []', 'o o', 'p1', 'p2']);
  });
  it('take nothing that is no variable', async () => {
    expect(
      await linesOf(
        `${MAKE} foreach ($n in 'x:y', 'env:x') { try { f -OutVariable $n } catch { $_.FullyQualifiedErrorId; "$_" } }`,
      ),
    ).toEqual(
      ['x:y', 'env:x'].flatMap((name) => [
        'ParameterArgumentValidationError,f',
        `Cannot validate argument on parameter 'OutVariable'. Cannot validate argument '${name}' because it is not a valid variable name.`,
      ]),
    );
  });
});
