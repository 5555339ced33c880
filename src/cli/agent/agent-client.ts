/** The program's side of the agent: find it, start it when it is wanted, let it run a command. */
import { spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { BoundArgument, OutputFormat } from '../command-line.js';
import type { Terminal } from '../terminal.js';
import { agentAddress } from './agent-paths.js';
import { readMessages, sendMessage, type AgentMessage, type ClientMessage } from './agent-protocol.js';

const START_LIMIT_MS = 10_000;
const RETRY_MS = 25;

/** A connection to the agent that is running, or undefined. */
export async function connectAgent(): Promise<Socket | undefined> {
  const address = agentAddress();
  return await new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/**
 * A connection to the agent, which is started when it is not running.
 * @throws {PSSessionError} it does not start; says how to go on without it.
 */
export async function startAgent(): Promise<Socket> {
  const running = await connectAgent();
  if (running !== undefined) return running;
  const main = process.argv[1];
  if (main === undefined) throw new PSSessionError('The program does not know where it stands; use --no-agent.');
  const child = spawn(process.execPath, [main, 'agent'], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
    windowsHide: true,
  });
  child.unref();
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    const socket = await connectAgent();
    if (socket !== undefined) return socket;
  }
  throw new PSSessionError(
    `The agent that keeps your sessions did not start within ${START_LIMIT_MS / 1000} s. Use --no-agent to do without it.`,
    {
      errorId: 'AgentNotStarted',
      category: 'ResourceUnavailable',
    },
  );
}

export interface AgentCommand {
  readonly command: string;
  readonly arguments: readonly BoundArgument[];
  readonly output: OutputFormat | undefined;
  readonly takesInput: boolean;
}

/** Runs a command in the agent for the person at `terminal`. @returns the exit code. */
export async function runInAgent(
  socket: Socket,
  command: AgentCommand,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  return await new Promise<number>((resolve, reject) => {
    let done = false;
    const finish = (exitCode: number): void => {
      done = true;
      socket.end();
      resolve(exitCode);
    };
    readMessages(socket, (message) => {
      const received = message as AgentMessage;
      if (received.type === 'out') terminal.out(received.text);
      else if (received.type === 'err') terminal.err(received.text);
      else if (received.type === 'ask') void answer(socket, received, terminal, signal);
      else if (received.type === 'done') finish(received.exitCode);
    });
    socket.on('close', () => {
      if (!done)
        reject(
          new PSSessionError(
            'The agent that keeps your sessions ended in the middle of the command. Sessions that ran something are left at their servers: find them with Get-PSSession -ComputerName.',
            { errorId: 'AgentGone', category: 'ConnectionError' },
          ),
        );
    });
    socket.on('error', () => socket.destroy());
    signal.addEventListener('abort', () => sendMessage(socket, { type: 'stop' }), { once: true });
    const { width, height, isTerminal, color, drawsProgress, interactive } = terminal;
    const request: ClientMessage = {
      type: 'command',
      command: command.command,
      arguments: command.arguments,
      output: command.output,
      width,
      height,
      isTerminal,
      color,
      drawsProgress,
      interactive,
      cwd: process.cwd(),
    };
    sendMessage(socket, request);
    if (command.takesInput) forwardInput(socket);
  });
}

export async function answer(
  socket: Socket,
  question: Extract<AgentMessage, { type: 'ask' }>,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  let text: string | undefined;
  try {
    if (question.kind === 'line') text = await terminal.readLine(question.prompt, signal);
    else if (question.kind === 'secret') text = await terminal.readSecret(question.prompt, signal);
    else text = await terminal.password(question.prompt, signal);
  } catch (error) {
    terminal.err(`${error instanceof Error ? error.message : String(error)}\n`);
  }
  sendMessage(socket, { type: 'answer', id: question.id, text });
}

/** Standard input that is a pipe or a file goes to the command, line by line. */
function forwardInput(socket: Socket): void {
  if (process.stdin.isTTY === true) {
    sendMessage(socket, { type: 'inputEnd' });
    return;
  }
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    if (!sendMessage(socket, { type: 'input', lines: [line] })) {
      lines.pause();
      socket.once('drain', () => lines.resume());
    }
  });
  lines.on('close', () => sendMessage(socket, { type: 'inputEnd' }));
}
