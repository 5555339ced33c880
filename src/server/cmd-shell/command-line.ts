/**
 * What a WinRS command line asks for. protocol.md 9.4
 *
 * Clients of the field write Windows command lines. A line goes to the platform's shell as it is, with three
 * exceptions: one pair of quotes around the whole line is taken off (WinRb adds it), WINRS_SKIP_CMD_SHELL starts the
 * program itself, and a line that starts `powershell` is run in a session of the default configuration, because no
 * other machine than a Windows one has that program.
 */

import { splitProgramLine } from '../../io/runtime/index.js';

export type CommandPlan =
  /** Through the platform's shell. */
  | { readonly kind: 'shell'; readonly line: string }
  /** A program and its arguments, no shell between. */
  | { readonly kind: 'program'; readonly program: string; readonly args: readonly string[] }
  | {
      readonly kind: 'powershell';
      /** Undefined: the script comes on standard input. */
      readonly script: string | undefined;
      /** `-EncodedCommand` without `-OutputFormat Text`: streams other than output come as CLIXML on stderr. */
      readonly errorFormat: 'clixml' | 'text';
    }
  /** A `powershell` line that the program itself would refuse; `text` is what it says on stderr. */
  | { readonly kind: 'refused'; readonly text: string; readonly exitCode: number };

export interface CommandRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly skipCmdShell: boolean;
  /** Whether a text names an executable file: `"/opt/my tool"` is a program, `"echo hi"` is not. */
  readonly isProgram: (name: string) => boolean;
}

export function planCommand(request: CommandRequest): CommandPlan {
  const line = [request.command, ...request.args].join(' ').trim();
  const words = splitWindowsLine(line);
  const plain =
    words[0]?.startsWith('"') === true ? words : splitWindowsLine(stripOuterQuotes(line, request.isProgram));
  if (isPowerShell(plain[0] ?? '', request.isProgram)) return planPowerShell(plain.slice(1));
  if (request.skipCmdShell) {
    const [program = '', ...args] = words;
    return { kind: 'program', program, args };
  }
  return { kind: 'shell', line: stripOuterQuotes(line, request.isProgram) };
}

/**
 * Takes one pair of quotes off that encloses the whole line, as `cmd /c` does, unless they belong to words of their
 * own: `"a b" "c d"`, or to a program whose name has blanks.
 */
export function stripOuterQuotes(line: string, isProgram: (name: string) => boolean): string {
  if (line.length < 2 || !line.startsWith('"') || !line.endsWith('"')) return line;
  const inner = line.slice(1, -1);
  const second = inner.indexOf('"');
  if (second < 0) return /\s/.test(inner) && isProgram(inner) ? line : inner;
  return /\s/.test(inner[second + 1] ?? '') && second > 0 && !/\s/.test(inner[second - 1] ?? '') ? line : inner;
}

/** The words of a line, by Microsoft's rules. */
export const splitWindowsLine = (line: string): string[] => splitProgramLine(line, (char) => /\s/.test(char));

function isPowerShell(word: string, isProgram: (name: string) => boolean): boolean {
  const name = (word.split(/[\\/]/).at(-1) ?? '').toLowerCase().replace(/\.exe$/, '');
  // A real pwsh of this machine is run as itself.
  return name === 'powershell' || (name === 'pwsh' && !isProgram(word));
}

/** Parameters of powershell.exe: shortest accepted form, whether a value follows. */
const PARAMETERS: readonly { readonly name: string; readonly least: number; readonly value: boolean }[] = [
  { name: 'encodedcommand', least: 1, value: true },
  { name: 'ec', least: 2, value: true },
  { name: 'command', least: 1, value: true },
  { name: 'file', least: 1, value: true },
  { name: 'executionpolicy', least: 2, value: true },
  { name: 'ep', least: 2, value: true },
  { name: 'inputformat', least: 1, value: true },
  { name: 'outputformat', least: 1, value: true },
  { name: 'of', least: 2, value: true },
  { name: 'version', least: 1, value: true },
  { name: 'windowstyle', least: 1, value: true },
  { name: 'configurationname', least: 6, value: true },
  { name: 'workingdirectory', least: 2, value: true },
  { name: 'encodedarguments', least: 8, value: true },
  { name: 'noprofile', least: 3, value: false },
  { name: 'nologo', least: 3, value: false },
  { name: 'noninteractive', least: 4, value: false },
  { name: 'noexit', least: 3, value: false },
  { name: 'sta', least: 1, value: false },
  { name: 'mta', least: 1, value: false },
  { name: 'help', least: 1, value: false },
];

function parameterOf(word: string): { readonly name: string; readonly value: boolean } | undefined {
  const text = word.replace(/^(--|[-/])/, '').toLowerCase();
  return PARAMETERS.find(({ name, least }) => text.length >= least && name.startsWith(text));
}

function planPowerShell(words: readonly string[]): CommandPlan {
  let errorFormat: 'clixml' | 'text' = 'text';
  let text = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (word === '-') return { kind: 'powershell', script: undefined, errorFormat: 'text' };
    const parameter = /^[-/]/.test(word) ? parameterOf(word) : undefined;
    if (parameter === undefined) {
      // Windows PowerShell takes a first word without a dash for `-Command`.
      return /^[-/]/.test(word)
        ? { kind: 'refused', text: `${word}: this parameter of powershell is not known here.\n`, exitCode: 64 }
        : commandPlan(words.slice(index), 'text');
    }
    const rest = words.slice(index + 1);
    switch (parameter.name) {
      case 'command':
        return commandPlan(rest, 'text');
      case 'encodedcommand':
      case 'ec': {
        const script = decodeCommand(rest[0] ?? '');
        if (script === undefined) {
          const refusal =
            'Cannot process the command because the value specified with -EncodedCommand is not properly encoded.';
          return { kind: 'refused', text: `${refusal} The value must be Base64 encoded.\n`, exitCode: 64 };
        }
        errorFormat = text || /^text$/i.test(valueOf(words, 'outputformat')) ? 'text' : 'clixml';
        return { kind: 'powershell', script, errorFormat };
      }
      case 'file':
        if (rest[0] === '-') return { kind: 'powershell', script: undefined, errorFormat: 'text' };
        return { kind: 'powershell', script: fileScript(rest), errorFormat: 'text' };
      case 'outputformat':
      case 'of':
        text = /^text$/i.test(rest[0] ?? '');
        break;
      default:
        break;
    }
    if (parameter.value) index += 1;
  }
  return { kind: 'powershell', script: undefined, errorFormat: 'text' };
}

function valueOf(words: readonly string[], name: string): string {
  const at = words.findIndex((word) => /^[-/]/.test(word) && parameterOf(word)?.name === name);
  return at < 0 ? '' : (words[at + 1] ?? '');
}

function commandPlan(words: readonly string[], errorFormat: 'clixml' | 'text'): CommandPlan {
  const script = words.join(' ');
  return { kind: 'powershell', script: script === '-' || script === '' ? undefined : script, errorFormat };
}

/** `-File x.ps1 -Name value`: the file is called, arguments that look like parameters stay parameters. */
function fileScript(words: readonly string[]): string {
  const quote = (word: string): string => `'${word.replaceAll("'", "''")}'`;
  const [file = '', ...args] = words;
  return ['&', quote(file), ...args.map((word) => (/^-[A-Za-z]\w*:?$/.test(word) ? word : quote(word)))].join(' ');
}

function decodeCommand(base64: string): string | undefined {
  if (base64 === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const bytes = Buffer.from(base64, 'base64');
  return bytes.length === 0 || bytes.length % 2 !== 0 ? undefined : bytes.toString('utf16le');
}
