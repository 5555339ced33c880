import { describe, expect, it } from 'vitest';
import { UsageError, kebab, readCommandLine } from './command-line.js';

const bound = (...words: string[]): unknown => {
  const line = readCommandLine(words);
  if (line.type !== 'command') throw new Error(`a ${line.type}, not a command`);
  return { name: line.definition.name, arguments: line.arguments.map(({ name, value }) => [name, value]) };
};

describe('the command line', () => {
  it('reads PowerShell manner and POSIX manner to the same parameters', () => {
    const expected = {
      name: 'Get-PSSession',
      arguments: [
        ['ComputerName', ['server01', 'server02']],
        ['State', 'Disconnected'],
        ['UseSSL', true],
        ['Port', '15986'],
      ],
    };
    expect(
      bound(
        'Get-PSSession',
        '-ComputerName',
        'server01,server02',
        '-State',
        'Disconnected',
        '-UseSSL',
        '-Port',
        '15986',
      ),
    ).toEqual(expected);
    expect(
      bound(
        'get',
        '--computer-name',
        'server01',
        '--computer-name=server02',
        '--state',
        'Disconnected',
        '--use-ssl',
        '--port',
        '15986',
      ),
    ).toEqual(expected);
  });

  it('takes aliases, unambiguous beginnings and values behind a colon', () => {
    expect(bound('gsn', '-Cn', 'a', '-Stat:Broken', '-UseSSL:$false')).toEqual({
      name: 'Get-PSSession',
      arguments: [
        ['ComputerName', ['a']],
        ['State', 'Broken'],
        ['UseSSL', false],
      ],
    });
    expect(() => bound('Get-PSSession', '-C', 'a')).toThrow(/ambiguous.*-ComputerName.*-ConnectionUri/);
  });

  it('knows several computers before a script block or a file by their comma', () => {
    for (const [words, computers] of [
      [
        ['server01,server02', '{ 1, 2 }'],
        ['server01', 'server02'],
      ],
      [['server01', '{ 1, 2 }'], 'server01'],
      [
        ['server01, server02', './x.ps1'],
        ['server01', 'server02'],
      ],
    ] as const)
      expect(bound('invoke', ...words)).toEqual({
        name: 'Invoke-Command',
        arguments: [
          [undefined, computers],
          [undefined, words[1]],
        ],
      });
    expect(bound('Invoke-Command', 'server01,', 'server02', '{ 1 }')).toEqual({
      name: 'Invoke-Command',
      arguments: [
        [undefined, ['server01', 'server02']],
        [undefined, '{ 1 }'],
      ],
    });
    expect(bound('invoke', '{ 1, 2 }')).toEqual({ name: 'Invoke-Command', arguments: [[undefined, '{ 1, 2 }']] });
  });

  it('joins positional words of an array, and an array typed with blanks', () => {
    expect(bound('get', 'a', 'b', '--name', 'x*')).toEqual({
      name: 'Get-PSSession',
      arguments: [
        [undefined, ['a', 'b']],
        ['Name', ['x*']],
      ],
    });
    expect(bound('New-PSSession', '-ComputerName', 'a,', 'b')).toEqual({
      name: 'New-PSSession',
      arguments: [['ComputerName', ['a', 'b']]],
    });
  });

  it.each([
    [['-nop', '-file', 'a.ps1', '-o', 'x', '--json'], ['-nop', '-file', 'a.ps1', '-o', 'x', '--json'], undefined],
    [['./a.ps1', '--output', 'x'], ['./a.ps1', '--output', 'x'], undefined],
    [['-nop', './a.ps1', '--json'], ['-nop', './a.ps1', '--json'], undefined],
    [['-o', 'xml', '-c', 'x'], ['-o', 'xml', '-c', 'x'], undefined],
    [['--json', '-wd', '/a', '--no-color', '-c', 'x', '--json'], ['-wd', '/a', '-c', 'x', '--json'], 'json'],
  ])('of a shell, %j: what stands behind the script is the script\u2019s', (words, rest, output) => {
    const line = readCommandLine(words);
    expect(line).toMatchObject({ type: 'shell', arguments: rest });
    expect(line.type === 'shell' ? line.options.output : '').toBe(output);
  });
  it('keeps a script block whole', () => {
    expect(bound('invoke', 'a', '--script-block', '1, 2 | ForEach-Object { $_ }')).toEqual({
      name: 'Invoke-Command',
      arguments: [
        [undefined, 'a'],
        ['ScriptBlock', '1, 2 | ForEach-Object { $_ }'],
      ],
    });
  });

  it('takes its own options wherever they stand', () => {
    const line = readCommandLine(['get', 'a', '--output', 'ndjson', '--password-env', 'SECRET']);
    expect(line).toMatchObject({
      type: 'command',
      options: { output: 'ndjson', passwordSource: { from: 'env', name: 'SECRET' } },
    });
  });

  it.each([
    [['gett'], /'gett' is no command.*Did you mean 'get'/],
    [['get', '--stat-e', 'x', '--computr-name', 'a'], /no parameter/],
    [['get', '-x'], /begin with two hyphens/],
    [['get', '--output', 'yaml'], /one of table, list, json/],
    [['new', 'a', '--password', 'secret'], /never goes on the command line/],
    [['get', '--port'], /needs a value/],
  ])('says what is wrong with %j', (words, message) => {
    expect(() => readCommandLine(words)).toThrow(UsageError);
    expect(() => readCommandLine(words)).toThrow(message);
  });

  it('says where options of sessions are given', () => {
    expect(() => readCommandLine(['get', 'server01', '--skip-ca-check'])).toThrow(
      "'--skip-ca-check' is a session option. Give it as --session-option SkipCACheck.",
    );
    expect(() => readCommandLine(['Get-PSSession', 'server01', '-OpenTimeout', '5000'])).toThrow(
      'Give it as -SessionOption OpenTimeout=<value>.',
    );
    expect(() => readCommandLine(['remove', '--skip-ca-check'])).toThrow("there is no parameter '--skip-ca-check'");
  });

  it('never repeats a password in its message', () => {
    try {
      readCommandLine(['new', 'a', '--password=hunter2']);
      expect.unreachable();
    } catch (error) {
      expect(String(error)).not.toContain('hunter2');
    }
  });

  it('writes parameter names in kebab case', () => {
    expect(['ComputerName', 'UseSSL', 'IdleTimeoutSec', 'SSHConnection', 'ConnectionUri'].map(kebab)).toEqual([
      'computer-name',
      'use-ssl',
      'idle-timeout-sec',
      'ssh-connection',
      'connection-uri',
    ]);
  });
});
