/**
 * `pssession enter`: an interactive session. Lines are edited here (Node's line editor: history, arrows, completion asked
 * of the other side); what they do happens there. `exit` ends it, `~.` at the start of a line leaves at once and `~d`
 * leaves the session alive at its server.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { asSessionError, enterPSSession, SessionContext, type InteractiveSession } from '../client/session/index.js';
import { storePaths } from '../io/store/index.js';
import { PSSessionError } from '../protocol/errors/index.js';
import { camelCase } from '../powershell/cmdlets/index.js';
import { answer, connectAgent } from './agent/agent-client.js';
import { readMessages, sendMessage, type AgentMessage } from './agent/agent-protocol.js';
import type { CommandLine } from './command-line.js';
import { consoleHost } from './console-host.js';
import { bind } from './execute.js';
import { printLineOutput } from './interactive-output.js';
import type { Terminal } from './terminal.js';
import type { Socket } from 'node:net';

type CommandRequest = Extract<CommandLine, { type: 'command' }>;

const HISTORY_LINES = 1000;
const ESCAPES = `Escapes at the start of a line:
  ~.   leave at once; a session of its own is closed, a PSSession stays open
  ~d   leave the session alive at its server
  ~?   this text
  ~~   a line that begins with ~
`;

/** One interactive session, in this process or in the agent. */
interface Link {
  readonly isOpen: boolean;
  prompt(): Promise<string>;
  run(line: string): Promise<void>;
  stop(): void;
  complete(
    line: string,
    cursor: number,
  ): Promise<{ readonly start: number; readonly length: number; readonly matches: readonly string[] }>;
  leave(): Promise<void>;
  detach(): Promise<void>;
}

/** Sets that name a session which the agent may hold. */
const HELD: ReadonlySet<string> = new Set(['Session', 'Id', 'InstanceId', 'Name']);

export async function runEnter(line: CommandRequest, terminal: Terminal): Promise<number> {
  const held = line.arguments.some(({ name }) => name !== undefined && HELD.has(name));
  const socket = held && !line.options.noAgent ? await connectAgent() : undefined;
  try {
    const link = socket === undefined ? await localLink(line, terminal) : await agentLink(socket, line, terminal);
    await interact(link, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof PSSessionError)) throw error;
    terminal.err(
      `${error.message}\n    + FullyQualifiedErrorId : ${error.leftCommand(line.definition.className).fullyQualifiedErrorId}\n`,
    );
    return 1;
  }
}

async function localLink(line: CommandRequest, terminal: Terminal): Promise<Link> {
  const context = new SessionContext();
  const abort = new AbortController();
  const bound = await bind(
    { definition: line.definition, arguments: line.arguments, output: undefined, version: '1.0' },
    context,
    terminal,
    abort.signal,
  );
  const options = Object.fromEntries([...bound.values].map(([name, value]) => [camelCase(name), value]));
  let session: InteractiveSession | undefined;
  const host = consoleHost(terminal, {
    version: '1.0',
    onPop: () => void session?.leave(),
    onExit: () => void session?.leave(),
  });
  session = await enterPSSession({ ...options, context, signal: abort.signal, host });
  const entered = session;
  for (const warning of entered.warnings) terminal.err(`WARNING: ${warning}\n`);
  let running: AbortController | undefined;
  return {
    get isOpen() {
      return entered.isOpen;
    },
    prompt: () => entered.prompt(),
    async run(text) {
      running = new AbortController();
      await printLineOutput(entered.runLine(text, { signal: running.signal }), terminal);
      running = undefined;
    },
    stop: () => running?.abort(),
    async complete(text, cursor) {
      const found = await entered.complete(text, cursor);
      return {
        start: found.replacementIndex,
        length: found.replacementLength,
        matches: found.matches.map(({ completionText }) => completionText),
      };
    },
    async leave() {
      await entered.leave();
      await context.close();
    },
    async detach() {
      await entered.detach(context);
      terminal.err(`The session '${entered.session.name}' is left at ${entered.session.computerName}.\n`);
      await context.close();
    },
  };
}

async function agentLink(socket: Socket, line: CommandRequest, terminal: Terminal): Promise<Link> {
  const waiting: Array<{
    readonly types: readonly string[];
    readonly resolve: (message: AgentMessage) => void;
    readonly reject: (error: Error) => void;
  }> = [];
  let open = true;
  const abort = new AbortController();
  readMessages(socket, (received) => {
    const message = received as AgentMessage;
    if (message.type === 'out') terminal.out(message.text);
    else if (message.type === 'err') terminal.err(message.text);
    else if (message.type === 'ask') void answer(socket, message, terminal, abort.signal);
    else {
      if (message.type === 'done') open = false;
      if (message.type === 'lineDone' || message.type === 'promptText') open = message.open;
      const at = waiting.findIndex(({ types }) => types.includes(message.type));
      if (at >= 0) waiting.splice(at, 1)[0]?.resolve(message);
    }
  });
  socket.on('close', () => {
    open = false;
    for (const { reject } of waiting.splice(0))
      reject(
        new PSSessionError('The agent that keeps your sessions is gone.', {
          errorId: 'AgentGone',
          category: 'ConnectionError',
        }),
      );
  });
  const wait = async (...types: string[]): Promise<AgentMessage> =>
    await new Promise((resolve, reject) => {
      waiting.push({ types, resolve, reject });
    });
  const { width, height, color, isTerminal, interactive } = terminal;
  sendMessage(socket, { type: 'enter', arguments: line.arguments, width, height, color, isTerminal, interactive });
  const entered = await wait('entered', 'done');
  if (entered.type !== 'entered') {
    socket.destroy();
    throw new PSSessionError('The session could not be entered.', {
      errorId: 'EnterPSSessionConnectSessionFailed',
      category: 'InvalidOperation',
    });
  }
  for (const warning of entered.warnings) terminal.err(`WARNING: ${warning}\n`);
  return {
    get isOpen() {
      return open;
    },
    async prompt() {
      sendMessage(socket, { type: 'prompt' });
      const message = await wait('promptText', 'done');
      return message.type === 'promptText' ? message.text : '';
    },
    async run(text) {
      sendMessage(socket, { type: 'line', text });
      await wait('lineDone', 'done');
    },
    stop: () => void sendMessage(socket, { type: 'stop' }),
    async complete(text, cursor) {
      sendMessage(socket, { type: 'complete', line: text, cursor });
      const message = await wait('completions', 'done');
      return message.type === 'completions' ? message : { start: 0, length: 0, matches: [] };
    },
    async leave() {
      if (!socket.destroyed) {
        sendMessage(socket, { type: 'leave' });
        await wait('done').catch(() => undefined);
      }
      socket.end();
    },
    async detach() {
      sendMessage(socket, { type: 'detach' });
      await wait('done').catch(() => undefined);
      socket.end();
    },
  };
}

async function interact(link: Link, terminal: Terminal): Promise<void> {
  const terminalInput = process.stdin.isTTY === true;
  const history = new History();
  const editor = createInterface({
    input: process.stdin,
    ...(terminalInput
      ? {
          output: process.stdout,
          terminal: true,
          history: history.load(),
          historySize: HISTORY_LINES,
          completer: completerOf(link),
        }
      : {}),
  });
  const lines = new LineSource(editor);
  editor.on('SIGINT', () => {
    link.stop();
    if (!lines.busy) process.stdout.write('^C\n');
    lines.cancel();
  });
  try {
    while (link.isOpen) {
      const text = await lines.next(terminalInput ? await link.prompt() : '');
      if (text === undefined) {
        if (terminalInput) terminal.out('\n');
        return;
      }
      if (text === '~.') return;
      if (text === '~d') {
        await link.detach();
        return;
      }
      if (text === '~?') {
        terminal.err(ESCAPES);
        continue;
      }
      const line = text.startsWith('~~') ? text.slice(1) : text;
      if (line.trim() === '') continue;
      history.add(line);
      lines.busy = true;
      // While a command runs, `~.` typed blind leaves too: that is what it is for.
      const escaped = await Promise.race([link.run(line).then(() => false), lines.escape()]);
      lines.busy = false;
      if (escaped) return;
    }
  } catch (error) {
    if (link.isOpen) throw error;
    terminal.err(`${asSessionError(error).message}\n`);
  } finally {
    editor.close();
    // A session that hangs must not hold the way out.
    await Promise.race([
      link.leave().catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, 3000).unref()),
    ]);
  }
}

/** Lines of the editor, one at a time, and the escape typed while a command runs. */
class LineSource {
  busy = false;
  readonly #editor: Interface;
  readonly #typed: string[] = [];
  #closed = false;
  #wake: ((line: string | undefined) => void) | undefined;
  #escape: ((left: boolean) => void) | undefined;

  constructor(editor: Interface) {
    this.#editor = editor;
    editor.on('line', (line) => {
      if (this.busy && line === '~.') this.#escape?.(true);
      else if (this.#wake !== undefined && !this.busy) {
        const wake = this.#wake;
        this.#wake = undefined;
        wake(line);
      } else this.#typed.push(line);
    });
    editor.on('close', () => {
      this.#closed = true;
      this.#wake?.(undefined);
    });
  }
  async next(prompt: string): Promise<string | undefined> {
    const ready = this.#typed.shift();
    if (ready !== undefined) return ready;
    if (this.#closed) return undefined;
    this.#editor.setPrompt(prompt);
    this.#editor.prompt();
    return await new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
  /** Throws the line away that is being typed. */
  cancel(): void {
    if (this.busy) return;
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.('');
  }
  async escape(): Promise<boolean> {
    return await new Promise((resolve) => {
      this.#escape = resolve;
    });
  }
}

function completerOf(link: Link) {
  return (line: string, callback: (error: Error | null, result: [string[], string]) => void): void => {
    link.complete(line, line.length).then(
      ({ start, length, matches }) => callback(null, [[...matches], line.slice(start, start + length)]),
      () => callback(null, [[], line]),
    );
  };
}

/** The lines typed before, newest first, in a file that is the user's alone. Lines that look like secrets stay out. */
class History {
  readonly #file = path.join(storePaths(process.env).state, 'enter-history');
  load(): string[] {
    if (!existsSync(this.#file)) return [];
    return readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .slice(-HISTORY_LINES)
      .reverse();
  }
  add(line: string): void {
    if (process.stdin.isTTY !== true || /password|asplaintext|token|apikey|secret/i.test(line)) return;
    try {
      mkdirSync(path.dirname(this.#file), { recursive: true, mode: 0o700 });
      appendFileSync(this.#file, `${line.replaceAll('\n', ' ')}\n`, { mode: 0o600 });
    } catch {
      // A session does not fail because its history cannot be kept.
    }
  }
}
