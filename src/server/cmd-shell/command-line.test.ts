import { describe, expect, it } from 'vitest';
import { planCommand, splitWindowsLine, stripOuterQuotes, type CommandPlan } from './command-line.js';

const encode = (script: string): string => Buffer.from(script, 'utf16le').toString('base64');
const plan = (
  command: string,
  args: readonly string[] = [],
  skipCmdShell = false,
  programs: string[] = [],
): CommandPlan => planCommand({ command, args, skipCmdShell, isProgram: (name) => programs.includes(name) });

describe('a WinRS command line', () => {
  it('goes to the shell as it is, arguments joined by blanks', () => {
    expect(plan('echo', ['a  b', '&&', 'ls'])).toEqual({ kind: 'shell', line: 'echo a  b && ls' });
  });

  it('loses one pair of quotes around the whole, and no others', () => {
    const strip = (line: string): string => stripOuterQuotes(line, (name) => name === '/opt/my tool');
    expect(strip('"echo hello"')).toBe('echo hello');
    expect(strip('"echo "hi" there"')).toBe('echo "hi" there');
    expect(strip('"a b" "c d"')).toBe('"a b" "c d"');
    expect(strip('"/opt/my tool"')).toBe('"/opt/my tool"');
    expect(strip('""/opt/my tool" x"')).toBe('"/opt/my tool" x');
    expect(strip('echo "x"')).toBe('echo "x"');
    expect(strip('"')).toBe('"');
  });

  it('starts the program itself when the client skips the shell', () => {
    expect(plan('"/opt/my tool"', ['-x', '"a b"'], true)).toEqual({
      kind: 'program',
      program: '/opt/my tool',
      args: ['-x', 'a b'],
    });
  });

  it('splits by the rules of the C runtime', () => {
    expect(splitWindowsLine('a "b c" d\\"e "f\\\\" "g""h" \\\\i ""')).toEqual([
      'a',
      'b c',
      'd"e',
      'f\\',
      'g"h',
      '\\\\i',
      '',
    ]);
  });
});

describe('a powershell line', () => {
  it('as pywinrm sends it: encoded, errors as CLIXML', () => {
    expect(plan(`powershell -encodedcommand ${encode('1+1; "ä"')}`)).toEqual({
      kind: 'powershell',
      script: '1+1; "ä"',
      errorFormat: 'clixml',
    });
  });

  it('as Ansible sends it: encoded, or on standard input', () => {
    const start = 'PowerShell -NoProfile -NonInteractive -ExecutionPolicy Unrestricted';
    expect(plan(start, ['-EncodedCommand', encode('$x')])).toMatchObject({ script: '$x' });
    expect(plan(`${start} -`)).toEqual({ kind: 'powershell', script: undefined, errorFormat: 'text' });
    expect(plan(`${start} -Command -`)).toMatchObject({ script: undefined });
  });

  it('takes short parameters, a path to the program, and quotes', () => {
    expect(plan(`C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe -nop -e ${encode('1')}`)).toMatchObject(
      {
        script: '1',
      },
    );
    expect(plan(`"powershell -enc ${encode('2')}"`)).toMatchObject({ script: '2' });
    expect(plan('powershell -c Get-Date -Format o')).toMatchObject({
      script: 'Get-Date -Format o',
      errorFormat: 'text',
    });
    expect(plan('powershell "1 + 1"')).toMatchObject({ script: '1 + 1' });
    expect(plan(`powershell -OutputFormat Text -e ${encode('3')}`)).toMatchObject({ errorFormat: 'text' });
    expect(plan('powershell -File a.ps1 -Name "it\'s"')).toMatchObject({ script: "& 'a.ps1' -Name 'it''s'" });
  });

  it('is refused as the program refuses it', () => {
    expect(plan('powershell -EncodedCommand ???')).toMatchObject({ kind: 'refused', exitCode: 64 });
    expect(plan('powershell -Nonsense')).toMatchObject({ kind: 'refused', exitCode: 64 });
  });

  it('is left alone when it names a pwsh that this machine has', () => {
    expect(plan('pwsh -c 1', [], false, ['pwsh'])).toEqual({ kind: 'shell', line: 'pwsh -c 1' });
    expect(plan('pwsh -c 1')).toMatchObject({ kind: 'powershell', script: '1' });
  });
});
