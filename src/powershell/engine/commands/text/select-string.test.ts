/** Matches of Select-String are those of [regex]; what is expected is what PowerShell 7.6 gave. */
import { expect, it } from 'vitest';
import { textsOf } from '../../test-support/run-script.js';

it.each([
  [
    "'foo=1','bar=22' | Select-String '(?<k>\\w+)=(?<v>\\d+)' | % { $_.Matches[0].Groups['k'].Value; $_.Matches[0].Groups['v'].Index }",
    ['foo', '4', 'bar', '4'],
  ],
  ["('xay' | Select-String 'a').Matches[0].GetType().Name", ['Match']],
  ["(Select-String -InputObject 'k: v' -Pattern '^(\\w+):\\s*(\\w+)').Matches.Groups[1..2].Value -join '|'", ['k|v']],
  ["('ab12' | Select-String '\\w' -AllMatches).Matches.Count", ['4']],
  ["('a.b' | Select-String '.' -SimpleMatch).Matches.Count", ['0']],
  ["$r = 'a1','b' | Select-String '\\d' -NotMatch; \"$r\"", ['b']],
] as const)('%s', async (script, expected) => {
  expect(await textsOf(script)).toEqual(expected);
});
