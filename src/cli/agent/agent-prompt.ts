/** A session that the agent holds, as something that a prompt's lines go to: the agent does what they say. */
import type { Socket } from 'node:net';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { BoundArgument } from '../command-line.js';
import type { PromptTarget } from '../interactive-loop.js';
import type { Terminal } from '../terminal.js';
import { answer } from './agent-client.js';
import { readMessages, sendMessage, type AgentMessage } from './agent-protocol.js';

interface Waiting {
  readonly types: readonly string[];
  readonly resolve: (message: AgentMessage) => void;
  readonly reject: (error: Error) => void;
}

/** Enters the session that the arguments name. @throws {PSSessionError} the agent could not enter it. */
export async function agentTarget(
  socket: Socket,
  words: readonly BoundArgument[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<PromptTarget & { close(): Promise<void> }> {
  const waiting: Waiting[] = [];
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
    for (const { reject } of waiting.splice(0)) {
      reject(
        new PSSessionError('The agent that keeps your sessions is gone.', {
          errorId: 'AgentGone',
          category: 'ConnectionError',
        }),
      );
    }
  });
  const wait = async (...types: string[]): Promise<AgentMessage> =>
    await new Promise((resolve, reject) => {
      waiting.push({ types, resolve, reject });
    });
  signal.addEventListener('abort', () => sendMessage(socket, { type: 'stop' }), { once: true });
  const { width, height, color, drawsProgress, isTerminal, interactive } = terminal;
  sendMessage(socket, {
    type: 'enter',
    arguments: words,
    width,
    height,
    color,
    drawsProgress,
    isTerminal,
    interactive,
  });
  const entered = await wait('entered', 'done');
  if (entered.type !== 'entered') {
    socket.destroy();
    throw new PSSessionError('The session could not be entered.', {
      errorId: 'EnterPSSessionConnectSessionFailed',
      category: 'InvalidOperation',
    });
  }
  let runs = entered.runs === true;
  for (const warning of entered.warnings) terminal.err(`WARNING: ${warning}\n`);
  const close = async (): Promise<void> => {
    const isLeft = open && !socket.destroyed;
    open = false;
    if (isLeft) {
      sendMessage(socket, { type: 'leave' });
      await wait('done').catch(() => undefined);
    }
    socket.end();
  };
  const runHere = async (message: Parameters<typeof sendMessage>[1], signal: AbortSignal): Promise<void> => {
    const stop = (): void => void sendMessage(socket, { type: 'stop' });
    signal.addEventListener('abort', stop, { once: true });
    sendMessage(socket, message);
    await wait('lineDone', 'done');
    signal.removeEventListener('abort', stop);
  };
  return {
    get isOpen() {
      return open;
    },
    async prompt() {
      sendMessage(socket, { type: 'prompt' });
      const message = await wait('promptText', 'done');
      return message.type === 'promptText' ? message.text : '';
    },
    resume(signal) {
      if (!runs) return undefined;
      runs = false;
      return runHere({ type: 'takeUp' }, signal);
    },
    run: (text, signal) => runHere({ type: 'line', text }, signal),
    async complete(text, cursor) {
      sendMessage(socket, { type: 'complete', line: text, cursor });
      const message = await wait('completions', 'done');
      if (message.type !== 'completions') return { start: 0, length: 0, choices: [] };
      return { start: message.start, length: message.length, choices: message.matches.map((word) => ({ text: word })) };
    },
    escapes: {
      leave: close,
      async watch(names) {
        sendMessage(socket, { type: 'watch', names });
        const message = await wait('watched', 'done');
        return message.type === 'watched' ? message.text : 'The session is gone.';
      },
      async detach() {
        open = false;
        sendMessage(socket, { type: 'detach' });
        await wait('done').catch(() => undefined);
        terminal.err('The session is left at its server.\n');
        socket.end();
      },
    },
    close,
  };
}
