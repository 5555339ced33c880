/** Scripts as commands: what can be sent to a session that takes no scripts. */
import { describe, expect, it } from 'vitest';
import { scriptCommands } from './script-commands.js';

const shape = (text: string): unknown =>
  scriptCommands(text)?.map((statement) =>
    statement.map(({ command, parameters }) => [command, ...parameters.map(({ name, value }) => [name, value])]),
  );

describe('a script that is nothing but commands', () => {
  it.each([
    ['Get-Date', [[['Get-Date']]]],
    ['Get-Item /tmp -Force', [[['Get-Item', [undefined, '/tmp'], ['Force', true]]]]],
    [
      "Get-Item -Path '/a b', c -Depth 3 | Measure-Object",
      [[['Get-Item', ['Path', ['/a b', 'c']], ['Depth', 3]], ['Measure-Object']]],
    ],
    ['a; b -Flag:$false', [[['a']], [['b', ['Flag', false]]]]],
    ["& 'Get-Date' -Year (2000)", [[['Get-Date', ['Year', 2000]]]]],
    ['a @(1, 2) $null', [[['a', [undefined, [1, 2]], [undefined, null]]]]],
  ])('%s', (text, expected) => {
    expect(shape(text)).toEqual(expected);
  });
  it.each([
    '$x',
    '1 + 1',
    'Get-Date -Year $x',
    'Get-Date > file',
    '. Get-Date',
    'if (1) { Get-Date }',
    'Get-Date (Get-Item /)',
    'Get-Date "a$b"',
    'param($a) Get-Date',
    'Get-Date &',
    '',
    'Get-Date |',
    '& $command',
    'Get-Date @splat',
    '$x = Get-Date',
  ])('but not %s', (text) => {
    expect(scriptCommands(text)).toBeUndefined();
  });
});
