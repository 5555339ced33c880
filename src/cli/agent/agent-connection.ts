/** One program that talks to the agent: its command runs here, its person is at the other end of the socket. */
import type { Socket } from 'node:net';
import {
  asSessionError,
  enterPSSession,
  type InteractiveSession,
  type SessionContext,
} from '../../client/session/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import { FAMILY } from '../../powershell/cmdlets/index.js';
import { consoleHost } from '../console-host.js';
import { bind, executeCommand } from '../execute.js';
import { camelCase } from '../../powershell/cmdlets/index.js';
import { setWatchers } from '../entered-session.js';
import { printLineOutput } from '../interactive-output.js';
import type { Terminal } from '../terminal.js';
import { readMessages, sendMessage, type AgentMessage, type ClientMessage } from './agent-protocol.js';

type Screen = {
  readonly width: number;
  readonly height: number;
  readonly isTerminal: boolean;
  readonly color: boolean;
  readonly drawsProgress: boolean;
  readonly interactive: boolean;
};

export function serveClient(socket: Socket, context: SessionContext): void {
  const connection = new AgentConnection(socket, context);
  readMessages(socket, (message) => connection.receive(message as ClientMessage));
  socket.on('close', () => connection.gone());
}

class AgentConnection {
  readonly #socket: Socket;
  readonly #context: SessionContext;
  readonly #abort = new AbortController();
  readonly #answers = new Map<number, (text: string | undefined) => void>();
  #lastQuestion = 0;
  #line: AbortController | undefined;
  #entered: InteractiveSession | undefined;
  #terminal: Terminal | undefined;
  readonly #input: InputQueue = new InputQueue();

  constructor(socket: Socket, context: SessionContext) {
    this.#socket = socket;
    this.#context = context;
  }

  receive(message: ClientMessage): void {
    switch (message.type) {
      case 'hello':
        this.#send({ type: 'hello', version: message.version, pid: process.pid });
        break;
      case 'command':
        this.#run(this.#command(message));
        break;
      case 'enter':
        this.#run(this.#enter(message));
        break;
      case 'prompt':
        this.#background(async (session) => {
          const text = await session.prompt(this.#abort.signal);
          this.#send({ type: 'promptText', text, open: session.isOpen });
        });
        break;
      case 'line':
        this.#background(async (session, terminal) => {
          this.#line = new AbortController();
          await printLineOutput(session.runLine(message.text, { signal: this.#line.signal }), terminal);
          this.#send({ type: 'lineDone', open: session.isOpen });
        });
        break;
      case 'complete':
        this.#background(async (session) => {
          const found = await session.complete(message.line, message.cursor, this.#abort.signal);
          this.#send({
            type: 'completions',
            start: found.replacementIndex,
            length: found.replacementLength,
            matches: found.matches.map(({ completionText }) => completionText),
          });
        });
        break;
      case 'leave':
        this.#background(async (session) => {
          await session.leave();
          this.#send({ type: 'done', exitCode: 0 });
        });
        break;
      case 'detach':
        this.#background(async (session) => {
          await session.detach(this.#context);
          this.#send({ type: 'done', exitCode: 0 });
        });
        break;
      case 'takeUp':
        this.#background(async (session, terminal) => {
          this.#line = new AbortController();
          const run = session.takeUp({ signal: this.#line.signal });
          if (run !== undefined) await printLineOutput(run, terminal);
          this.#send({ type: 'lineDone', open: session.isOpen });
        });
        break;
      case 'watch':
        this.#background(async (session) => {
          this.#send({ type: 'watched', text: await setWatchers(session, message.names) });
        });
        break;
      case 'answer':
        this.#answers.get(message.id)?.(message.text);
        this.#answers.delete(message.id);
        break;
      case 'input':
        this.#input.push(message.lines);
        break;
      case 'inputEnd':
        this.#input.end();
        break;
      case 'stop':
        if (this.#line !== undefined) this.#line.abort();
        else this.#abort.abort();
        break;
    }
  }

  /** The program went away: what it ran is stopped; its sessions stay. */
  gone(): void {
    this.#abort.abort();
    this.#line?.abort();
    for (const answer of this.#answers.values()) answer(undefined);
    void this.#entered?.leave();
  }

  async #command(message: Extract<ClientMessage, { type: 'command' }>): Promise<void> {
    const definition = FAMILY.find(({ name }) => name === message.command);
    if (definition === undefined)
      throw new PSSessionError(
        `The agent does not know the command '${message.command}'. It is of another version: end it, and try again.`,
      );
    const terminal = this.#terminalFor(message);
    const takesInput = definition.parameters.some(({ name }) => name === 'InputObject');
    const exitCode = await executeCommand(
      {
        definition,
        arguments: message.arguments,
        output: message.output,
        version: '1.0',
        ...(takesInput ? { input: this.#input } : {}),
      },
      this.#context,
      terminal,
      this.#abort.signal,
    );
    this.#send({ type: 'done', exitCode });
  }

  async #enter(message: Extract<ClientMessage, { type: 'enter' }>): Promise<void> {
    const definition = FAMILY.find(({ name }) => name === 'Enter-PSSession');
    if (definition === undefined) return;
    const terminal = this.#terminalFor(message);
    this.#terminal = terminal;
    const bound = await bind(
      { definition, arguments: message.arguments, output: undefined, version: '1.0' },
      this.#context,
      terminal,
      this.#abort.signal,
    );
    const options = Object.fromEntries([...bound.values].map(([name, value]) => [camelCase(name), value]));
    const session = await enterPSSession({
      ...options,
      context: this.#context,
      signal: this.#abort.signal,
      host: consoleHost(terminal, { version: '1.0' }),
    });
    this.#entered = session;
    this.#send({
      type: 'entered',
      warnings: session.warnings,
      computerName: session.session.computerName,
      runs: session.hasResumed,
    });
  }

  #run(work: Promise<void>): void {
    work.catch((error: unknown) => {
      const known = asSessionError(error);
      this.#send({
        type: 'err',
        text: `${known.message}\n    + FullyQualifiedErrorId : ${known.fullyQualifiedErrorId}\n`,
      });
      this.#send({ type: 'done', exitCode: 1 });
    });
  }

  #background(work: (session: InteractiveSession, terminal: Terminal) => Promise<void>): void {
    if (this.#entered !== undefined && this.#terminal !== undefined) this.#run(work(this.#entered, this.#terminal));
  }

  #send(message: AgentMessage): void {
    sendMessage(this.#socket, message);
  }

  #terminalFor(screen: Screen): Terminal {
    const ask = async (
      kind: 'line' | 'secret' | 'password',
      prompt: string,
      signal: AbortSignal,
    ): Promise<string | undefined> => {
      if (this.#socket.destroyed) return undefined;
      this.#lastQuestion += 1;
      const id = this.#lastQuestion;
      return await new Promise((resolve) => {
        const done = (text: string | undefined): void => {
          signal.removeEventListener('abort', stopped);
          resolve(text);
        };
        const stopped = (): void => {
          this.#answers.delete(id);
          resolve(undefined);
        };
        this.#answers.set(id, done);
        signal.addEventListener('abort', stopped, { once: true });
        this.#send({ type: 'ask', id, kind, prompt });
      });
    };
    return {
      ...screen,
      out: (text) => this.#send({ type: 'out', text }),
      err: (text) => this.#send({ type: 'err', text }),
      readLine: (prompt, signal) => ask('line', prompt, signal),
      readSecret: (prompt, signal) => ask('secret', prompt, signal),
      password: (userName, signal) => ask('password', userName, signal),
    };
  }
}

/** What is piped into the program, line by line. */
class InputQueue implements AsyncIterable<string> {
  readonly #lines: string[] = [];
  #ended = false;
  #wake: (() => void) | undefined;
  push(lines: readonly string[]): void {
    this.#lines.push(...lines);
    this.#wake?.();
  }
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<string, void, undefined> {
    for (;;) {
      yield* this.#lines.splice(0);
      if (this.#ended) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
