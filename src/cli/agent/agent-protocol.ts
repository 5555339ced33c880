/**
 * What the program and its agent say to each other: JSON, one message a line, over a socket that is the user's alone.
 * Passwords cross it only as answers to the agent's questions, and are never logged.
 */
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import type { BoundArgument, OutputFormat } from '../command-line.js';

/** The program to the agent. */
export type ClientMessage =
  | { readonly type: 'hello'; readonly version: string }
  | {
      readonly type: 'command';
      readonly command: string;
      readonly arguments: readonly BoundArgument[];
      readonly output?: OutputFormat | undefined;
      readonly width: number;
      readonly height: number;
      readonly isTerminal: boolean;
      readonly color: boolean;
      readonly drawsProgress: boolean;
      readonly interactive: boolean;
      readonly cwd: string;
    }
  | {
      readonly type: 'enter';
      readonly arguments: readonly BoundArgument[];
      readonly width: number;
      readonly height: number;
      readonly color: boolean;
      readonly drawsProgress: boolean;
      readonly isTerminal: boolean;
      readonly interactive: boolean;
    }
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'prompt' }
  | { readonly type: 'complete'; readonly line: string; readonly cursor: number }
  | { readonly type: 'leave' }
  | { readonly type: 'detach' }
  | { readonly type: 'takeUp' }
  | { readonly type: 'watch'; readonly names: readonly string[] }
  | { readonly type: 'answer'; readonly id: number; readonly text?: string | undefined }
  | { readonly type: 'input'; readonly lines: readonly string[] }
  | { readonly type: 'inputEnd' }
  | { readonly type: 'stop' };

/** The agent to the program. */
export type AgentMessage =
  | { readonly type: 'hello'; readonly version: string; readonly pid: number }
  | { readonly type: 'out'; readonly text: string }
  | { readonly type: 'err'; readonly text: string }
  | {
      readonly type: 'ask';
      readonly id: number;
      readonly kind: 'line' | 'secret' | 'password';
      readonly prompt: string;
    }
  | {
      readonly type: 'entered';
      readonly warnings: readonly string[];
      readonly computerName: string;
      /** A command runs there already. */
      readonly runs?: boolean;
    }
  | { readonly type: 'watched'; readonly text: string }
  | { readonly type: 'promptText'; readonly text: string; readonly open: boolean }
  | {
      readonly type: 'completions';
      readonly start: number;
      readonly length: number;
      readonly matches: readonly string[];
    }
  | { readonly type: 'lineDone'; readonly open: boolean }
  | { readonly type: 'done'; readonly exitCode: number };

/** Longer lines end the connection: nobody sends them on purpose. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** Frames one direction of a socket. `onMessage` gets each message; a line that is no message ends the connection. */
export function readMessages(socket: Socket, onMessage: (message: unknown) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  socket.on('data', (chunk: Buffer) => {
    rest += decoder.write(chunk);
    let newline = rest.indexOf('\n');
    while (newline >= 0) {
      const line = rest.slice(0, newline);
      rest = rest.slice(newline + 1);
      try {
        onMessage(JSON.parse(line));
      } catch {
        socket.destroy();
        return;
      }
      newline = rest.indexOf('\n');
    }
    if (rest.length > MAX_LINE_BYTES) socket.destroy();
  });
}

/** False when the socket wants the sender to wait. */
export function sendMessage(socket: Socket, message: ClientMessage | AgentMessage): boolean {
  return socket.writable && socket.write(`${JSON.stringify(message)}\n`);
}
