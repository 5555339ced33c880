/** A command, a file, or what comes on standard input, to its end. */
import { readFileSync } from 'node:fs';
import { onEndSignals, type EndSignals } from '../end-signals.js';
import type { PSValue } from '../../protocol/objects/index.js';
import { UsageError } from '../command-line.js';
import { StandardInput } from '../standard-input.js';
import { type Terminal, terminalWith } from '../terminal.js';
import { Entering } from './entering.js';
import { openShell, runProfiles, sayWhyNotThere } from './open-shell.js';
import { callText, scriptFile } from './script-line.js';
import { ScriptPrompts } from './script-prompts.js';
import type { ShellOptions } from './shell-options.js';
import type { ShellSession } from './shell-session.js';

/** Outcome of a script as an exit code. */
const FAILED = 1;

/** A script that reads these needs them before it uses the first command of the family. cmdlets.md 3.10 */
const READS_PREFERENCES =
  /\$(?:global:)?PSSession(?:Option|ConfigurationName|ApplicationName)\b|Import-Module|\.psm?1\b/i;

export async function runScript(
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
    ...(onTerminal && !nobody ? { debug: prompts.debug } : {}),
  });
  try {
    await sayWhyNotThere(session, notThere);
    if (!options.noProfile) await runProfiles(session, abort.signal);
    if (exitCode !== undefined) return exitCode;
    const { script } = options;
    const text = file !== undefined ? readFileSync(file, 'utf8') : script?.from === 'command' ? script.text : '';
    if (script === undefined || script.from === 'stdin' || READS_PREFERENCES.test(text)) await session.loadFamily();
    if (file !== undefined && script?.from === 'file') {
      const call = callText(file, script.arguments);
      const isFed = input !== undefined && !options.noExit && TAKES_INPUT.test(text);
      const outcome = await session.run(isFed ? `$input | ${call}` : call, {
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
      if (!options.noExit || input === undefined || exitCode !== undefined)
        return codeOf(outcome.state, exitCode, session, ending);
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
    return codeOf(last, exitCode, session, ending);
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

function codeOf(state: string, given: number | undefined, session: ShellSession, ending: EndSignals): number {
  if (given !== undefined) return given;
  if (ending.exitCode !== undefined) return ending.exitCode;
  return state === 'Completed' && session.succeeded ? 0 : FAILED;
}

/** Standard input becomes `$input` of a script that reads it; another script does not wait for it. */
/** A script that takes what comes down a pipeline gets standard input so. */
const TAKES_INPUT = /\bValueFromPipeline|(?:^|[\s}])process\s*\{/i;
function feed(
  input: StandardInput | undefined,
  script: string,
  readObjects: ((text: string) => readonly PSValue[]) | undefined,
): { input?: AsyncIterable<PSValue> } {
  if (input === undefined || !(/\$input\b/i.test(script) || TAKES_INPUT.test(script))) return {};
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
