/** The options of the shell, as `pwsh` takes them: names may be shortened, `-` and `--` are the same. */
import { UsageError } from '../command-line.js';

export type StreamFormat = 'text' | 'xml' | 'none';

export interface ShellOptions {
  /** What to run. Undefined: an interactive prompt, or standard input where that is no terminal. */
  readonly script:
    | { readonly from: 'command'; readonly text: string; readonly arguments?: readonly string[] }
    | { readonly from: 'file'; readonly path: string; readonly arguments: readonly string[] }
    | { readonly from: 'stdin' }
    | undefined;
  /** Go on with a prompt when the script is done. */
  readonly noExit: boolean;
  readonly noLogo: boolean;
  readonly noProfile: boolean;
  readonly nonInteractive: boolean;
  readonly workingDirectory: string | undefined;
  /** One more pipe on which this process can be entered. */
  readonly customPipeName: string | undefined;
  /** `-OutputFormat XML`: objects leave as CLIXML. */
  readonly outputFormat: StreamFormat;
  /** `-InputFormat XML`: standard input is CLIXML. */
  readonly inputFormat: StreamFormat;
  /**
   * Speak the framing of remote sessions on standard input and output: `-ServerMode` (`-s`) as a child of another program,
   * `-SSHServerMode` (`-sshs`) as sshd's subsystem, whose sessions outlive the connection.
   */
  readonly server: 'child' | 'ssh' | undefined;
  readonly help: boolean;
  readonly version: boolean;
}

interface Option {
  readonly name: string;
  /** The shortest form that means this one. */
  readonly least: string;
  readonly aliases?: readonly string[];
  readonly value: 'none' | 'one' | 'rest';
}

/** In the order in which a shortened name is looked for. */
const OPTIONS: readonly Option[] = [
  { name: 'version', least: 'v', value: 'none' },
  { name: 'help', least: 'h', aliases: ['?'], value: 'none' },
  { name: 'login', least: 'l', value: 'none' },
  { name: 'noexit', least: 'noe', value: 'none' },
  { name: 'nologo', least: 'nol', value: 'none' },
  { name: 'noninteractive', least: 'noni', value: 'none' },
  { name: 'noprofile', least: 'nop', value: 'none' },
  { name: 'noprofileloadtime', least: 'noprofilel', value: 'none' },
  { name: 'interactive', least: 'i', value: 'none' },
  { name: 'servermode', least: 's', value: 'none' },
  { name: 'sshservermode', least: 'sshs', value: 'none' },
  { name: 'commandwithargs', least: 'commandwithargs', aliases: ['cwa'], value: 'rest' },
  { name: 'command', least: 'c', value: 'rest' },
  { name: 'file', least: 'f', value: 'rest' },
  { name: 'encodedcommand', least: 'e', aliases: ['ec'], value: 'one' },
  { name: 'custompipename', least: 'cus', value: 'one' },
  { name: 'workingdirectory', least: 'wo', aliases: ['wd'], value: 'one' },
  { name: 'inputformat', least: 'in', aliases: ['if'], value: 'one' },
  { name: 'outputformat', least: 'o', aliases: ['of'], value: 'one' },
  // Programs that start PowerShell pass this one; it changes nothing here.
  { name: 'executionpolicy', least: 'ex', aliases: ['ep'], value: 'one' },
  { name: 'windowstyle', least: 'w', value: 'one' },
  { name: 'sta', least: 'sta', value: 'none' },
  { name: 'mta', least: 'mta', value: 'none' },
];
/** As PowerShell refuses them elsewhere. */
const OF_WINDOWS: Readonly<Record<string, string>> = {
  windowstyle: 'Parameter -WindowStyle is not implemented on this platform.',
  sta: 'Parameter -STA is not supported on this platform.',
  mta: 'Parameter -MTA is not supported on this platform.',
};
const POLICIES = new Set(['allsigned', 'bypass', 'default', 'remotesigned', 'restricted', 'undefined', 'unrestricted']);
/** Known to `pwsh`, and without a counterpart here: to leave them out silently would change what runs. */
const UNSUPPORTED: readonly string[] = ['configurationname', 'configurationfile', 'settingsfile'];

const NO_ARGUMENT: Readonly<Record<string, string>> = {
  command: "Cannot process the command because of a missing parameter. A command must follow '-Command'.",
  commandwithargs:
    "Cannot process the command because of a missing parameter. A command must follow '-CommandWithArgs'.",
  file: "The '-File' parameter needs the path of a script.",
};

function find(word: string): Option | undefined {
  const name = word.replace(/^--?/, '').toLowerCase();
  return OPTIONS.find(
    (option) =>
      option.aliases?.includes(name) === true || (name.startsWith(option.least) && option.name.startsWith(name)),
  );
}

/**
 * Reads the words behind the program's name.
 * @throws {UsageError} an option that does not exist, or one without its value.
 */
export function readShellOptions(words: readonly string[]): ShellOptions {
  const given = new Set<string>();
  let script: ShellOptions['script'];
  let workingDirectory: string | undefined;
  let customPipeName: string | undefined;
  let inputFormat: StreamFormat = 'text';
  let outputFormat: StreamFormat = 'text';
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    // `pwsh` takes a slash for a dash. A path may begin with one too.
    const isOption = word.startsWith('-') || (/^\/\w+$/.test(word) && find(`-${word.slice(1)}`) !== undefined);
    if (!isOption || word === '-') {
      script = fileScript(words.slice(index));
      break;
    }
    const option = find(word.replace(/^\//, '-'));
    if (option === undefined) throw unknownOption(word);
    const refusal = OF_WINDOWS[option.name];
    if (refusal !== undefined && process.platform !== 'win32') throw new UsageError(refusal);
    if (option.value === 'none') {
      given.add(option.name);
      continue;
    }
    const next = words[index + 1];
    if (next === undefined)
      throw new UsageError(
        NO_ARGUMENT[option.name] ?? `The parameter -${option.name} needs a value.`,
        "Try 'pssession --help'.",
      );
    if (option.name === 'command') {
      script = commandScript(words.slice(index + 1));
      break;
    }
    if (option.name === 'commandwithargs') {
      script = { from: 'command', text: next, arguments: words.slice(index + 2) };
      break;
    }
    if (option.name === 'file') {
      script = fileScript(words.slice(index + 1));
      break;
    }
    index += 1;
    if (option.name === 'inputformat') inputFormat = streamFormat(next);
    if (option.name === 'outputformat') outputFormat = streamFormat(next);
    if (option.name === 'encodedcommand') script = { from: 'command', text: decodeCommand(next) };
    if (option.name === 'workingdirectory') workingDirectory = next;
    if (option.name === 'custompipename') customPipeName = next;
    if (option.name === 'executionpolicy' && !POLICIES.has(next.toLowerCase()))
      throw new UsageError(`Invalid ExecutionPolicy value '${next}'.`);
  }
  const interactive = given.has('interactive') && !given.has('noninteractive');
  return {
    script,
    noExit: given.has('noexit') || (interactive && script !== undefined),
    noLogo: given.has('nologo'),
    noProfile: given.has('noprofile'),
    nonInteractive: given.has('noninteractive'),
    workingDirectory,
    customPipeName,
    inputFormat,
    outputFormat,
    server: given.has('sshservermode') ? 'ssh' : given.has('servermode') ? 'child' : undefined,
    help: given.has('help'),
    version: given.has('version'),
  };
}

/** @throws {UsageError} no such format. */
function streamFormat(word: string): StreamFormat {
  const found = (['text', 'xml', 'none'] as const).find(
    (format) => word !== '' && format.startsWith(word.toLowerCase()),
  );
  if (found !== undefined) return found;
  throw new UsageError(
    `Cannot process the command because of an incorrect parameter value. "${word}" is not a valid format.`,
    'Valid formats are: Text, XML, None.',
  );
}

function commandScript(words: readonly string[]): ShellOptions['script'] {
  if (words[0] !== '-') return { from: 'command', text: words.join(' ') };
  if (words.length > 1)
    throw new UsageError(
      "'-' was specified with the -Command parameter; no other arguments to -Command are permitted.",
    );
  return { from: 'stdin' };
}

function fileScript(words: readonly string[]): ShellOptions['script'] {
  const [path = '', ...rest] = words;
  return path === '-' ? { from: 'stdin' } : { from: 'file', path, arguments: rest };
}

function unknownOption(word: string): UsageError {
  const name = word.replace(/^--?/, '').toLowerCase();
  const known = UNSUPPORTED.find((option) => option.startsWith(name) && name.length > 2);
  if (known !== undefined)
    return new UsageError(`The option ${word} of pwsh has no counterpart in pssession.`, "Try 'pssession --help'.");
  return new UsageError(
    `The argument '${word}' is not recognized as an option of the shell, nor as a script file.`,
    "Try 'pssession --help'.",
  );
}

/** UTF-16LE text in base64, as `-EncodedCommand` has it. */
function decodeCommand(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const clean = text.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(clean) || clean.length % 4 !== 0 || bytes.length % 2 !== 0)
    throw new UsageError(
      'The value of -EncodedCommand is not properly encoded.',
      'It has to be the base64 text of UTF-16LE.',
    );
  return bytes.toString('utf16le');
}
