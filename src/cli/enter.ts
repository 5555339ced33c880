/**
 * `pssession enter`: an interactive session. Lines are edited here (history, colours, completion asked of the other
 * side); what they do happens there. `exit` ends it, `~.` at the start of a line leaves at once and `~d`, like
 * closing the terminal, leaves the session alive at its server.
 */
import { scriptReader } from './script-reader.js';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { asSessionError, enterPSSession, SessionContext } from '../client/session/index.js';
import { storePaths } from '../io/store/index.js';
import { PSSessionError } from '../protocol/errors/index.js';
import { camelCase } from '../powershell/cmdlets/index.js';
import { connectAgent } from './agent/agent-client.js';
import { agentTarget } from './agent/agent-prompt.js';
import type { CommandLine } from './command-line.js';
import { consoleHost } from './console-host.js';
import { Console } from './editor/console.js';
import { History } from './editor/history.js';
import { onConsole } from './enter-terminal.js';
import { EnteredSession } from './entered-session.js';
import { bind } from './execute.js';
import { promptLoop, type PromptTarget } from './interactive-loop.js';
import { progressTerminal } from './progress-bars.js';
import type { Terminal } from './terminal.js';

type CommandRequest = Extract<CommandLine, { type: 'command' }>;

/** A session that hangs must not hold the way out. */
const LEAVE_LIMIT_MS = 3000;
/** 128 and the number of SIGHUP, as shells say it. */
const HANGUP_EXIT_CODE = 129;
const INTERRUPTED_EXIT_CODE = 130;

/** Sets that name a session which the agent may hold. */
const HELD: ReadonlySet<string> = new Set(['Session', 'Id', 'InstanceId', 'Name']);

/** @param outer ends what is under way: the opening, or a line that was piped in. */
export async function runEnter(line: CommandRequest, plain: Terminal, outer: AbortSignal): Promise<number> {
  const tty = process.stdin.isTTY === true && process.stdout.isTTY === true && plain.interactive;
  const console = tty ? new Console(process.stdin, process.stdout) : undefined;
  const { terminal, bars } = progressTerminal(console === undefined ? plain : onConsole(plain, console));
  // Ctrl+C is a key here, and until there is a prompt it means the opening.
  const opening = new AbortController();
  const signal = AbortSignal.any([outer, opening.signal]);
  if (console !== undefined) {
    console.beforeEcho = () => bars.clear();
    console.onInterrupt = () => opening.abort();
  }
  const held = line.arguments.some(({ name }) => name !== undefined && HELD.has(name));
  const socket = held && !line.options.noAgent ? await connectAgent() : undefined;
  let target: (PromptTarget & { close(): Promise<void> }) | undefined;
  const hangUp = (): void => void leaveAlive(target).finally(() => process.exit(HANGUP_EXIT_CODE));
  if (console !== undefined) process.once('SIGHUP', hangUp);
  try {
    target =
      socket === undefined
        ? await localTarget(line, terminal, signal)
        : await agentTarget(socket, line.arguments, terminal, signal);
    const entered = target;
    if (console === undefined) await pipeLines(entered, signal);
    else {
      const [{ colorsOf, isCompleteText }, { EditorSettings }] = await Promise.all([
        import('./colors.js'),
        import('./editor/editor-settings.js'),
      ]);
      await promptLoop({
        console,
        history: new History(path.join(storePaths(process.env).state, 'enter-history')),
        target: () => (entered.isOpen ? entered : undefined),
        isComplete: isCompleteText,
        print: (text) => terminal.err(text),
        suggest: terminal.color,
        afterLine: () => bars.clear(),
        ...(terminal.color ? { colorize: colorsOf(new EditorSettings()) } : {}),
      });
    }
    return signal.aborted ? INTERRUPTED_EXIT_CODE : 0;
  } catch (error) {
    if (signal.aborted) return INTERRUPTED_EXIT_CODE;
    if (!(error instanceof PSSessionError)) throw error;
    const known = target === undefined ? error.leftCommand(line.definition.className) : asSessionError(error);
    terminal.err(`${known.message}\n    + FullyQualifiedErrorId : ${known.fullyQualifiedErrorId}\n`);
    return 1;
  } finally {
    process.off('SIGHUP', hangUp);
    await Promise.race([
      target?.close().catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, LEAVE_LIMIT_MS).unref()),
    ]);
    console?.close();
  }
}

/** The terminal was closed: what runs goes on at its server, and whoever comes back finds it. */
async function leaveAlive(target: PromptTarget | undefined): Promise<void> {
  // Nobody reads what is said of it.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  await Promise.race([
    target?.escapes?.detach().catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, LEAVE_LIMIT_MS)),
  ]);
}

async function localTarget(
  line: CommandRequest,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<PromptTarget & { close(): Promise<void> }> {
  const context = new SessionContext({ scriptReader });
  const bound = await bind(
    { definition: line.definition, arguments: line.arguments, output: undefined, version: '1.0' },
    context,
    terminal,
    signal,
  );
  const options = Object.fromEntries([...bound.values].map(([name, value]) => [camelCase(name), value]));
  let entered: EnteredSession | undefined;
  const host = consoleHost(terminal, {
    version: '1.0',
    onPop: () => void entered?.close(),
    onExit: () => void entered?.close(),
  });
  const session = await enterPSSession({ ...options, context, signal, host });
  entered = new EnteredSession(session, context, terminal, { closesContext: true });
  return entered;
}

/** Lines of a pipe, one after the other. */
async function pipeLines(target: PromptTarget, signal: AbortSignal): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  const end = (): void => {
    lines.close();
    process.stdin.destroy();
  };
  signal.addEventListener('abort', end, { once: true });
  await target.resume?.(signal);
  for await (const line of lines) {
    if (!target.isOpen || signal.aborted) return;
    if (line.trim() !== '') await target.run(line, signal);
  }
}
