import { describe, expect, it } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

const WAITS = 'Start-Sleep -Milliseconds 5';
describe('checks of parameters that wait', () => {
  it.each([
    [
      'pass or refuse an argument',
      `param([ValidateScript({ ${WAITS}; $_ -gt 1 })] $x) "x=$x"`,
      'f 5; try { f 1 } catch { "no" }',
      ['x=5', 'no'],
    ],
    [
      'pass or refuse each object of a pipeline',
      `param([Parameter(ValueFromPipeline)] [ValidateScript({ ${WAITS}; $_ -gt 1 })] $x) process { "x=$x" }`,
      '5, 1, 5 | f -ErrorAction Ignore 2> $null',
      ['x=5', 'x=5'],
    ],
    [
      'each have their say, and see what is bound before them',
      `param([ValidateScript({ ${WAITS}; $true })] $x, [ValidateScript({ ${WAITS}; $x -eq 1 })] $y) "$x $y"`,
      'f 1 2; try { f 2 2 } catch { "no" }',
      ['1 2', 'no'],
    ],
    [
      'refuse by what they throw',
      `param([ValidateScript({ ${WAITS}; throw "bad $_" })] $x) $x`,
      'try { f 6 } catch { $_.Exception.Message -match "bad 6" }',
      ['true'],
    ],
  ])('%s', async (_name, body, calls, lines) => {
    expect(await textsOf(`function f { [CmdletBinding()] ${body} }; ${calls}`)).toEqual(lines);
  });
});
