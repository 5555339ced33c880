import { describe, expect, it } from 'vitest';
import { bindText, type TextArgument } from './bind-text.js';
import {
  CONNECT_PSSESSION,
  GET_PSSESSION,
  INVOKE_COMMAND,
  REMOVE_PSSESSION,
  RECEIVE_PSSESSION,
  NEW_PSSESSION,
} from './family.js';
import type { CommandDefinition } from './definition.js';

const resolver = {
  credential: (userName: string) => Promise.resolve({ credential: userName }),
  sessions: (text: string) => [{ session: text }],
  sessionOption: (entries: ReadonlyMap<string, string>) => Object.fromEntries(entries),
};
const bind = async (
  definition: CommandDefinition,
  ...words: Array<TextArgument['value'] | [string, TextArgument['value']]>
) => {
  const { set, values } = await bindText(
    definition,
    words.map((word) =>
      Array.isArray(word) && word.length === 2 && typeof word[0] === 'string' && /^[A-Z]/.test(word[0])
        ? { name: word[0], value: word[1] as string }
        : { name: undefined, value: word as string },
    ),
    resolver,
  );
  return [set, Object.fromEntries(values)];
};

describe('binding text to parameter sets', () => {
  it('tells names, numbers and URIs at the first position apart', async () => {
    expect(await bind(GET_PSSESSION, ['server01', 'server02'])).toEqual([
      'ComputerName',
      { ComputerName: ['server01', 'server02'] },
    ]);
    expect(await bind(GET_PSSESSION, ['1', '2..4'])).toEqual(['ComputerName', { ComputerName: ['1', '2..4'] }]);
    expect(await bind(GET_PSSESSION, '2')).toEqual(['Id', { Id: [2] }]);
    expect(await bind(GET_PSSESSION, 'https://server01:5986/wsman')).toEqual([
      'ConnectionUri',
      { ConnectionUri: ['https://server01:5986/wsman'] },
    ]);
  });
  it('takes the default set without parameters, and narrows by what is named', async () => {
    expect(await bind(GET_PSSESSION)).toEqual(['Name', {}]);
    expect(await bind(GET_PSSESSION, ['Name', ['b*']])).toEqual(['Name', { Name: ['b*'] }]);
    expect(await bind(CONNECT_PSSESSION, ['ComputerName', ['a']], ['Name', ['x']])).toEqual([
      'ComputerName',
      { ComputerName: ['a'], Name: ['x'] },
    ]);
    expect(await bind(RECEIVE_PSSESSION, 'server01', ['Name', 'x'])).toEqual([
      'ComputerSessionName',
      { ComputerName: 'server01', Name: 'x' },
    ]);
    expect(await bind(REMOVE_PSSESSION, ['Id', ['1', '3..5']])).toEqual(['Id', { Id: [1, 3, 4, 5] }]);
  });
  it('finds the script block wherever it stands', async () => {
    expect(await bind(INVOKE_COMMAND, 'server01', '{ 1 + 1 }')).toEqual([
      'ComputerName',
      { ComputerName: ['server01'], ScriptBlock: ' 1 + 1 ' },
    ]);
    expect(await bind(INVOKE_COMMAND, ['Session', ['build']], '{ $PID }')).toEqual([
      'Session',
      { Session: [{ session: 'build' }], ScriptBlock: ' $PID ' },
    ]);
    expect(await bind(INVOKE_COMMAND, '{ 7 }')).toEqual(['InProcess', { ScriptBlock: ' 7 ' }]);
  });
  it('converts', async () => {
    expect(
      await bind(
        NEW_PSSESSION,
        'a',
        ['Authentication', 'basic'],
        ['Credential', 'me'],
        ['UseSSL', true],
        ['SessionOption', '@{OpenTimeout=20000; NoCompression=true}'],
      ),
    ).toEqual([
      'ComputerName',
      {
        ComputerName: ['a'],
        Authentication: 'Basic',
        Credential: { credential: 'me' },
        UseSSL: true,
        SessionOption: { OpenTimeout: '20000', NoCompression: 'true' },
      },
    ]);
  });
  it.each([
    [
      GET_PSSESSION,
      [
        ['Id', ['1']],
        ['ComputerName', ['a']],
      ],
      'AmbiguousParameterSet',
    ],
    [CONNECT_PSSESSION, [], 'MissingMandatoryParameter'],
    [
      GET_PSSESSION,
      [
        ['ComputerName', ['a']],
        ['Port', '70000'],
      ],
      'ParameterArgumentValidationError',
    ],
    [
      GET_PSSESSION,
      [
        ['ComputerName', ['a']],
        ['Port', 'high'],
      ],
      'CannotConvertArgumentNoMessage',
    ],
    [
      GET_PSSESSION,
      [
        ['ComputerName', ['a']],
        ['State', 'Asleep'],
      ],
      'CannotConvertArgumentNoMessage',
    ],
    [GET_PSSESSION, [['ComputerName', []]], 'ParameterArgumentValidationError'],
  ] as const)('refuses with PowerShell’s id %#', async (definition, words, id) => {
    await expect(bind(definition, ...(words as unknown as Array<[string, string]>))).rejects.toMatchObject({
      fullyQualifiedErrorId: `${id},Microsoft.PowerShell.Commands.${definition.className}`,
    });
  });
});
