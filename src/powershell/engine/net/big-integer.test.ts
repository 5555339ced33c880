/** Whole numbers that take a while: what is done in pieces gives what JavaScript gives in one go. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../language/run-script.js';

const BIG = 3n ** 100_003n;
const OTHER = 7n ** 60_001n;
const SET_UP = '$a = [bigint]::Pow(3, 100003); $b = [bigint]::Pow(7, 60001); ';

describe('long whole numbers', () => {
  it.each<readonly [script: string, value: bigint]>([
    ['$a', BIG],
    ['-$a', -BIG],
    ['$a * $b', BIG * OTHER],
    ['-$a * $b', -BIG * OTHER],
    ['($a * $b + 5) / $b', (BIG * OTHER + 5n) / OTHER],
    ['-($a * $b + 5) % $b', -(BIG * OTHER + 5n) % OTHER],
    ['2 * $a', 2n * BIG],
    ['$x = $a; $x *= $b; $x', BIG * OTHER],
    ['$x = @{ n = $a }; $x.n *= $b; $x.n /= 7; $x.n', (BIG * OTHER) / 7n],
    ['[bigint]::Multiply($a, $b)', BIG * OTHER],
    ['[bigint]::Divide($a, $b)', BIG / OTHER],
    ['[bigint]::Remainder($b, $a)', OTHER % BIG],
    ['[bigint]::DivRem($a, $b).Item2', BIG % OTHER],
    ['[bigint]::GreatestCommonDivisor([bigint]::Pow(3, 30001) * 21, [bigint]::Pow(7, 9001) * 9)', 63n],
    ['[bigint]::ModPow($a, 5, $b)', BIG ** 5n % OTHER],
    ["[bigint]::Parse($a.ToString() + '77')", BIG * 100n + 77n],
    ['[bigint] "-$a"', -BIG],
    ['[bigint]::new($a.ToByteArray())', BIG],
    ['[bigint] (-$a).ToByteArray()', -BIG],
  ])('%s', async (script, value) => {
    const text = value.toString();
    const [interpolated, cast, method, formatted] = await linesOf(
      `${SET_UP}$r = $(${script}); "<$r>"; [string] $r; $r.ToString(); '{0:D}|{0}' -f $r`,
    );
    expect(interpolated === `<${text}>`).toBe(true);
    expect(cast === text).toBe(true);
    expect(method === text).toBe(true);
    expect(formatted === `${text}|${text}`).toBe(true);
  });
  it('short ones as bytes and logarithms', async () => {
    expect(
      await linesOf(
        "foreach ($n in 0, 1, -1, 127, 128, 255, 256, -128, -129, 32768) { ([bigint] $n).ToByteArray() -join ' ' }; [math]::Round([bigint]::Log10([bigint]::Pow(10, 5000)), 6); [bigint]::Log(1)",
      ),
    ).toEqual(['0', '1', '255', '127', '128 0', '255 0', '0 1', '128', '127 255', '0 128 0', '5000', '0']);
  });
  it('longer ones than this engine allows are refused before they are read', async () => {
    expect(
      await linesOf(
        "$t = '7' * 20000000; foreach ($f in { [bigint]::Parse($t) }, { [bigint] $t }) { try { & $f } catch { $_.Exception.GetBaseException().GetType().Name } }",
      ),
    ).toEqual(['OutOfMemoryException', 'OutOfMemoryException']);
  });
});
