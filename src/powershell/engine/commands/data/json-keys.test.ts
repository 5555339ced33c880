/** JSON of many keys and items takes time by their number. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../language/run-script.js';

describe('JSON of many', () => {
  it('keys of one object', async () => {
    expect(
      await linesOf(
        `$p = ConvertFrom-Json ('{' + ((1..60000 | ForEach-Object { '"k' + $_ + '":' + $_ }) -join ',') + '}'); $p.k60000; ConvertFrom-Json '{"a":1,"b":2,"A":3}'; (ConvertFrom-Json '{"a":1,"a":3}').a`,
      ),
    ).toEqual([
      '60000',
      `ERROR KeysWithDifferentCasingInJsonString,Microsoft.PowerShell.Commands.ConvertFromJsonCommand: Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key 'a' was 'A'.`,
      '3',
    ]);
  });
  it('items that have to be unique', async () => {
    expect(
      await linesOf(
        `$s = '{"type":"array","uniqueItems":true}'
         foreach ($j in ('[' + ((1..60000) -join ',') + ']'), '[1,{"a":1,"b":[2]},"1",{"b":[2],"a":1},1,true,1]') { $j | Test-Json -Schema $s -ErrorVariable e -ErrorAction SilentlyContinue; $e.Exception.Message }`,
      ),
    ).toEqual(['True', 'null', 'False', expect.stringContaining('"(0, 4)","(0, 6)","(1, 3)","(4, 6)"')]);
  });
  it('lines of one list', async () => {
    expect(await linesOf('(Out-String -InputObject (1..200000)).Length')).toEqual(['1288895']);
  });
});
