import { describe, expect, it } from 'vitest';
import { UsageError } from '../command-line.js';
import { callText } from './script-line.js';
import { readShellOptions } from './shell-options.js';

describe('the options of the shell', () => {
  it.each([
    [['-Command', 'Get-Date', '|', 'Out-String'], { from: 'command', text: 'Get-Date | Out-String' }],
    [['-c', '1', '-NoProfile'], { from: 'command', text: '1 -NoProfile' }],
    [['-Command', '-'], { from: 'stdin' }],
    [['-File', 'a.ps1', '-Name', 'x'], { from: 'file', path: 'a.ps1', arguments: ['-Name', 'x'] }],
    [['-cwa', '$args', '-c', 'x y'], { from: 'command', text: '$args', arguments: ['-c', 'x y'] }],
    [['-f', '-'], { from: 'stdin' }],
    [['a.ps1', '1'], { from: 'file', path: 'a.ps1', arguments: ['1'] }],
    [['-EncodedCommand', Buffer.from('"hé"', 'utf16le').toString('base64')], { from: 'command', text: '"hé"' }],
    [['-ec', 'MQA='], { from: 'command', text: '1' }],
  ])('reads %j as pwsh does', (words, script) => {
    expect(readShellOptions(words).script).toEqual(script);
  });

  it('takes shortened names, and switches in any order before the script', () => {
    expect(readShellOptions(['-nop', '-NoLogo', '-noni', '-wd', '/tmp', '--command', '1'])).toMatchObject({
      noProfile: true,
      noLogo: true,
      nonInteractive: true,
      workingDirectory: '/tmp',
      script: { from: 'command', text: '1' },
    });
    expect(readShellOptions(['-s', '-NoLogo', '-NoProfile'])).toMatchObject({ server: 'child' });
    expect(readShellOptions(['-sshs', '-NoLogo'])).toMatchObject({ server: 'ssh' });
    expect(readShellOptions(['-ExecutionPolicy', 'Bypass', '-noe', '-c', '1'])).toMatchObject({ noExit: true });
  });

  it.each([
    [['-Command'], /must follow/],
    [['-Nonsense'], /not recognized/],
    [['-SettingsFile', 'x'], /no counterpart/],
    [['-OutputFormat', 'Foo'], /"Foo" is not a valid format/],
    [['-EncodedCommand', '***'], /not properly encoded/],
    [['-Command', '-', 'x'], /no other arguments/],
    [['-ExecutionPolicy', 'Foo', '-c', '1'], /Invalid ExecutionPolicy value 'Foo'/],
  ])('says what is wrong with %j', (words, message) => {
    expect(() => readShellOptions(words)).toThrow(UsageError);
    expect(() => readShellOptions(words)).toThrow(message);
  });

  it('takes a slash for a dash where an option has that name', () => {
    expect(readShellOptions(['/nop', '/c', '1+1'])).toMatchObject({
      noProfile: true,
      script: { from: 'command', text: '1+1' },
    });
    expect(readShellOptions(['/tmp/s.ps1', 'x']).script).toMatchObject({ from: 'file', path: '/tmp/s.ps1' });
  });
  it.skipIf(process.platform === 'win32').each([['-STA'], ['-MTA'], ['-WindowStyle']])(
    'refuses %s where there is no Windows, as pwsh does',
    (option) => {
      expect(() => readShellOptions([option, 'Hidden', '-c', '1'])).toThrow(/on this platform/);
    },
  );

  it.each(['ZZZ', 'a=b=', 'YQ=='])('refuses %s, which is no base64 text of UTF-16LE', (text) => {
    expect(() => readShellOptions(['-ec', text])).toThrow(/not properly encoded/);
  });

  it('passes arguments of a file as values, and names and switches as such', () => {
    expect(callText("/a/it's.ps1", ['-Name', 'x y', '-Force', '-On:$true', '-Off:False', '$(bad)', '-5', "o'k"])).toBe(
      ". '/a/it''s.ps1' -Name 'x y' -Force -On:$true -Off:$False '$(bad)' '-5' 'o''k'",
    );
  });
});
