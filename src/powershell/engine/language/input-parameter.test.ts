/** A parameter that is called `$input`. Measured with pwsh 7.6.9. */
import { describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

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
