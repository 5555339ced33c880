/**
 * `pssession` as PowerShell: an interactive prompt, a command, a file, or what comes on standard input. Exit codes are
 * those of `pwsh`: 0 or 1, or the number that a script gave to `exit`.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { onEndSignals, type EndSignals } from '../end-signals.js';
import { storePaths } from '../../io/store/index.js';
import { PSObject, PropertyBag, type PSValue } from '../../protocol/objects/index.js';
import type { InteractiveHost } from '../../powershell/cmdlets/index.js';
import { UsageError, type CommandLine } from '../command-line.js';
import { consoleHost } from '../console-host.js';
import type { Console } from '../editor/console.js';
import { localTerminal } from '../local-terminal.js';
import { progressTerminal } from '../progress-bars.js';
import { type Terminal, terminalWith } from '../terminal.js';
import { Entering } from './entering.js';
import { ShellFamily } from './shell-family.js';
import { nonInteractive } from './local-host.js';
import { ScriptPrompts } from './script-prompts.js';
import { readShellOptions, type ShellOptions } from './shell-options.js';
import { ShellSession } from './shell-session.js';
import type { ObjectStreams } from './object-streams.js';
import { answeredBy, StandardInput } from '../standard-input.js';

type ShellRequest = Extract<CommandLine, { type: 'shell' }>;

/** Outcome of a script as an exit code. */
const FAILED = 1;

/** A script that reads these needs them before it uses the first command of the family. cmdlets.md 3.10 */
const READS_PREFERENCES =
  /\$(?:global:)?PSSession(?:Option|ConfigurationName|ApplicationName)\b|Import-Module|\.psm?1\b/i;

/** What the parts of the shell share. */
export interface Shell {
  readonly options: ShellOptions;
  readonly terminal: Terminal;
  readonly session: ShellSession;
  readonly version: string;
  readonly console: Console | undefined;
  /** Set by `exit`. */
  readonly exitCode: () => number | undefined;
  readonly clearProgress: () => void;
}

export async function runShell(line: ShellRequest, version: string): Promise<number> {
  const options = readShellOptions(line.arguments);
  if (options.version) {
    process.stdout.write(`pssession ${version}\n`);
    return 0;
  }
  if (options.help) {
    const { programHelp } = await import('../help.js');
    process.stdout.write(programHelp(Math.min(process.stdout.columns ?? 100, 120)));
    return 0;
  }
  if (options.server === 'ssh') {
    const { runServe } = await import('../serve.js');
    return await runServe(['--stdio'], version);
  }
  if (options.server === 'child') {
    const { serveChild } = await import('../serve-stdio.js');
    return await serveChild(options.workingDirectory);
  }
  const { workingDirectory } = options;
  const notThere = workingDirectory === undefined || enterFolder(workingDirectory) ? undefined : workingDirectory;
  const nobody = options.nonInteractive || line.options.nonInteractive;
  const local = localTerminal({ ...line.options, nonInteractive: nobody });
  // What is kept in a file, or read by another program, has no colours.
  const plain =
    process.stdout.isTTY === true || line.options.color === 'always' ? local : terminalWith(local, { color: false });
  const prompts = options.script === undefined || options.noExit;
  if (prompts && !nobody && process.stdin.isTTY === true && process.stdout.isTTY === true) {
    const { runInteractive } = await import('./interactive-shell.js');
    return await runInteractive({ options, plain, version, notThere });
  }
  return await runScript(options, plain, version, nobody, notThere);
}

export interface OpenShellInit {
  readonly terminal: Terminal;
  readonly version: string;
  readonly nonInteractive: boolean;
  readonly input?: StandardInput;
  /** Where output goes as objects. */
  readonly objects?: ObjectStreams | undefined;
  readonly onExit: (exitCode: number) => void;
  /** A prompt within what runs; there is none without. */
  readonly onNest?: (signal: AbortSignal) => Promise<void>;
  /** Where Enter-PSSession moves the prompt to. */
  readonly interactive?: InteractiveHost;
  /** Streams of this process that programs may have themselves. */
  readonly ownStreams: { readonly input: boolean; readonly terminal: boolean };
  /** They have them now; they do not any more. */
  readonly onBegin?: () => void;
  readonly onEnd?: () => void;
}

export interface OpenShell {
  readonly session: ShellSession;
  readonly family: ShellFamily;
  /** With progress bars; what is printed through it does not run into them. */
  readonly terminal: Terminal;
  readonly clearProgress: () => void;
}

/** Whether a mandatory parameter's type refuses a text at once; what it refuses otherwise is the command's error. */
async function unreadable(text: string, type: string): Promise<'format' | 'overflow' | undefined> {
  const { convertTo, findType, PSError } = await import('../../powershell/engine/index.js');
  const wanted = findType(type);
  if (wanted === undefined) return undefined;
  try {
    convertTo(text, wanted);
    return undefined;
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    const cause = error.record.exception.inner?.type.fullName;
    return cause === 'System.FormatException'
      ? 'format'
      : cause === 'System.OverflowException'
        ? 'overflow'
        : undefined;
  }
}

/** The engine with a host on this terminal. */
export async function openShell(init: OpenShellInit): Promise<OpenShell> {
  const { terminal, bars } = progressTerminal(init.terminal);
  const { onNest } = init;
  const host = consoleHost(init.input === undefined ? terminal : answeredBy(terminal, init.input), {
    version: init.version,
    progress: bars,
    messagesTo: 'out',
    onExit: init.onExit,
    ...(onNest === undefined
      ? {}
      : {
          onNest: async (signal: AbortSignal) => {
            bars.hide();
            await session.nested(() => onNest(signal));
          },
        }),
    unreadable,
    ...(init.onBegin === undefined ? {} : { onBegin: init.onBegin }),
    ...(init.onEnd === undefined ? {} : { onEnd: init.onEnd }),
  });
  const refusing = init.nonInteractive
    ? {
        readLine: () => Promise.reject(nonInteractive()),
        readLineAsSecureString: () => Promise.reject(nonInteractive()),
        prompt: () => Promise.reject(nonInteractive()),
        promptForCredential: () => Promise.reject(nonInteractive()),
        promptForChoice: () => Promise.reject(nonInteractive()),
        promptForMultipleChoice: () => Promise.reject(nonInteractive()),
        readKey: () => Promise.reject(nonInteractive()),
      }
    : {};
  const answering = {
    ...host,
    ...refusing,
    get screen() {
      return host.screen;
    },
  };
  const family = new ShellFamily(answering, init.interactive);
  const session = await ShellSession.open({
    host: answering,
    runspace: {
      later: family,
      variables: { PROFILE: profileVariable() },
    },
    asksNobody: init.nonInteractive,
    color: terminal.color,
    drained: terminal.drained,
    ownStreams: init.ownStreams,
    width: () => terminal.width,
    objects: init.objects,
  });
  return { session, family, terminal, clearProgress: () => bars.clear() };
}

async function runScript(
  options: ShellOptions,
  plain: Terminal,
  version: string,
  nobody: boolean,
  notThere: string | undefined,
): Promise<number> {
  const abort = new AbortController();
  let programs = 0;
  const onTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const ending = onEndSignals(abort, {
    isForOthers: () => onTerminal && programs > 0,
    isTaken: () => {
      prompts.console?.interrupted();
      return prompts.console !== undefined;
    },
  });
  const file = options.script?.from === 'file' ? scriptFile(options.script.path) : undefined;
  const input = process.stdin.isTTY === true ? undefined : new StandardInput(process.stdin);
  let exitCode: number | undefined;
  /** Nested prompts, whose lines come from standard input: whether each is open. */
  const nested: boolean[] = [];
  const prompts = new ScriptPrompts(
    plain,
    {
      session: () => session,
      entered: () => undefined,
      print: (text) => plain.err(text),
      afterLine: () => clearProgress(),
      color: plain.color,
    },
    () => ending.interrupt(),
  );
  const { ObjectStreams: Objects, readObjects } = await objectsOf(options);
  const objects =
    options.outputFormat === 'xml' && Objects !== undefined
      ? new Objects((output, messages) => {
          plain.out(output);
          plain.err(messages);
        })
      : undefined;
  // Nothing but the objects stands on the streams; `None` has not even these.
  const screen =
    objects !== undefined
      ? terminalWith(plain, { out: (text) => objects.text(text) })
      : onTerminal && !nobody
        ? prompts.terminal
        : plain;
  const terminal = options.outputFormat === 'none' ? terminalWith(plain, { out: () => undefined }) : screen;
  const nest = async (signal: AbortSignal): Promise<void> => {
    if (input === undefined) {
      await prompts.nest();
      return;
    }
    const at = nested.push(true) - 1;
    for await (const line of input.commands()) {
      await session.run(line, { signal, history: true });
      if (nested[at] !== true || signal.aborted) break;
    }
    nested.pop();
  };
  // What a script does after it entered a session it goes on doing here; lines of standard input go there.
  const entering = new Entering(() => ({ context: family.context(), terminal: shown }));
  const {
    session,
    family,
    clearProgress,
    terminal: shown,
  } = await openShell({
    terminal,
    interactive: entering,
    version,
    nonInteractive: nobody,
    objects,
    ...(input === undefined ? {} : { input }),
    // A script that comes on standard input is not for its programs to read.
    ownStreams: {
      input: options.script !== undefined && options.script.from !== 'stdin' && options.inputFormat === 'text',
      terminal: onTerminal,
    },
    onBegin: () => {
      programs += 1;
      prompts.console?.suspend();
    },
    onEnd: () => {
      programs -= 1;
      prompts.console?.resume();
    },
    onExit: (code) => {
      if (nested.length > 0) nested[nested.length - 1] = false;
      else if (!prompts.exit(code)) exitCode = code;
    },
    ...(input === undefined && !onTerminal ? {} : { onNest: nest }),
  });
  const shell: Shell = {
    options,
    terminal: plain,
    session,
    version,
    console: undefined,
    exitCode: () => exitCode,
    clearProgress,
  };
  try {
    await sayWhyNotThere(session, notThere);
    if (!options.noProfile) await runProfiles(session, abort.signal);
    if (exitCode !== undefined) return exitCode;
    const { script } = options;
    const text = file !== undefined ? readFileSync(file, 'utf8') : script?.from === 'command' ? script.text : '';
    if (script === undefined || script.from === 'stdin' || READS_PREFERENCES.test(text)) await session.loadFamily();
    if (file !== undefined && script?.from === 'file') {
      const outcome = await session.run(callText(file, script.arguments), {
        signal: abort.signal,
        exitEndsSession: !options.noExit,
        scriptFile: file,
        ...feed(options.noExit ? undefined : input, text, readObjects),
      });
      if (!options.noExit || input === undefined)
        return exitCode ?? (outcome.state === 'Failed' ? FAILED : (ending.exitCode ?? 0));
    }
    if (script?.from === 'command') {
      const outcome = await session.run(script.text, {
        signal: abort.signal,
        ...feed(options.noExit ? undefined : input, text, readObjects),
        ...(script.arguments === undefined ? {} : { arguments: script.arguments }),
      });
      if (!options.noExit || input === undefined || exitCode !== undefined) return codeOf(outcome.state, shell, ending);
    }
    // With -NoExit what stands on standard input is run behind the script.
    if (input === undefined) {
      // A terminal for standard input, but none to write to, or nobody to ask.
      throw new UsageError('There is nothing to run, and no terminal for a prompt.', "Try 'pssession --help'.");
    }
    let last: 'Completed' | 'Failed' | 'Stopped' = 'Completed';
    for await (const text of input.commands()) {
      const entered = entering.current;
      if (entered === undefined) last = (await session.run(text, { signal: abort.signal, history: true })).state;
      else await entered.run(text, abort.signal);
      clearProgress();
      if (exitCode !== undefined || ending.exitCode !== undefined) break;
    }
    return codeOf(last, shell, ending);
  } finally {
    clearProgress();
    prompts.close();
    objects?.end();
    input?.close();
    await entering.pop();
    await session.dispose();
    await family.close();
  }
}

function codeOf(state: string, shell: Shell, ending: EndSignals): number {
  const given = shell.exitCode();
  if (given !== undefined) return given;
  if (ending.exitCode !== undefined) return ending.exitCode;
  return state === 'Completed' && shell.session.succeeded ? 0 : FAILED;
}

/** Standard input becomes `$input` of a script that reads it; another script does not wait for it. */
function feed(
  input: StandardInput | undefined,
  script: string,
  readObjects: ((text: string) => readonly PSValue[]) | undefined,
): { input?: AsyncIterable<PSValue> } {
  if (input === undefined || !/\$input\b/i.test(script)) return {};
  return { input: readObjects === undefined ? input.lines() : objectsIn(input, readObjects) };
}
async function* objectsIn(
  input: StandardInput,
  readObjects: (text: string) => readonly PSValue[],
): AsyncGenerator<PSValue, void, undefined> {
  const lines: string[] = [];
  for await (const line of input.lines()) lines.push(line);
  yield* readObjects(lines.join('\n'));
}
/** What reads and writes objects, where a stream has them. */
async function objectsOf({ inputFormat, outputFormat }: ShellOptions): Promise<Partial<ObjectsModule>> {
  if (inputFormat !== 'xml' && outputFormat !== 'xml') return {};
  const { ObjectStreams: Objects, readObjects } = await import('./object-streams.js');
  return inputFormat === 'xml' ? { ObjectStreams: Objects, readObjects } : { ObjectStreams: Objects };
}
type ObjectsModule = Pick<typeof import('./object-streams.js'), 'ObjectStreams' | 'readObjects'>;

const quoted = (word: string): string => `'${word.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

/** The line that runs a script file with its arguments, as they stand on the command line of an operating system. */
export function callText(file: string, words: readonly string[]): string {
  const written = words.map((word) => {
    const parameter = /^(-[A-Za-z_][\w-]*)(:?)(.*)$/s.exec(word);
    if (parameter === null) return quoted(word);
    const [, name = '', colon = '', value = ''] = parameter;
    if (colon === '') return value === '' ? name : quoted(word);
    const truth = /^\$(true|false)$/i.test(value);
    return `${name}:${truth ? value : quoted(value)}`;
  });
  return [`. ${quoted(file)}`, ...written].join(' ');
}

/** @throws {UsageError} there is no such script. */
export function scriptFile(name: string): string {
  const file = path.resolve(name.startsWith('~/') ? path.join(process.env['HOME'] ?? '', name.slice(2)) : name);
  if (!existsSync(file) || statSync(file).isDirectory())
    throw new UsageError(
      `The argument '${name}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
      "Try 'pssession --help'.",
    );
  return file;
}

/** False: there is no such folder, or it is not to be entered. */
function enterFolder(folder: string): boolean {
  const target = folder === '~' ? (process.env['HOME'] ?? folder) : folder;
  try {
    process.chdir(target);
    return true;
  } catch {
    return false;
  }
}
/** Says of the folder that could not be entered what `Set-Location` says of it; then the shell goes on where it is. */
export async function sayWhyNotThere(session: ShellSession, folder: string | undefined): Promise<void> {
  if (folder !== undefined)
    await session.run(`Set-Location -LiteralPath ${quoted(folder)}`, { signal: new AbortController().signal });
}

export interface Profiles {
  readonly allUsers: string;
  readonly currentUser: string;
}

/** The scripts that run first: the computer's, then the user's. */
export function profilePaths(): Profiles {
  const common =
    process.platform === 'win32'
      ? path.join(process.env['ProgramData'] ?? 'C:\\ProgramData', 'pssession')
      : '/etc/pssession';
  return {
    allUsers: path.join(common, 'profile.ps1'),
    currentUser: path.join(storePaths(process.env).configuration, 'profile.ps1'),
  };
}

/** `$PROFILE`: the user's, with the others as properties, as PowerShell has it. */
function profileVariable(): PSValue {
  const { allUsers, currentUser } = profilePaths();
  return new PSObject({
    typeNames: ['System.String', 'System.Object'],
    base: currentUser,
    extended: PropertyBag.of({
      AllUsersAllHosts: allUsers,
      AllUsersCurrentHost: allUsers,
      CurrentUserAllHosts: currentUser,
      CurrentUserCurrentHost: currentUser,
    }),
  });
}

export async function runProfiles(session: ShellSession, signal: AbortSignal): Promise<void> {
  const { allUsers, currentUser } = profilePaths();
  for (const file of [allUsers, currentUser]) if (existsSync(file)) await session.run(callText(file, []), { signal });
}
