/**
 * Answers kept for a while, so that a request that is sent again after a network failure is answered again and not
 * done again: a Send must not arrive twice. Receive has a memory of its own, with its data. protocol.md 7.8
 */
import type { WsmanRequest } from './messages.js';

export interface StoredAnswer {
  readonly status: 200 | 500;
  readonly envelope: Uint8Array;
}

/** Answers in all; bytes in all. */
const MAX_ANSWERS = 2048;
const MAX_BYTES = 4 * 1024 * 1024;

/** Names a request so that only its retransmission has the same name; undefined for what needs no memory. */
export function replayKey(request: WsmanRequest, user: string, envelopeBytes: number): string | undefined {
  const { header, body } = request;
  switch (body.type) {
    case 'create':
    case 'command':
    case 'send':
    case 'signal':
    case 'disconnect':
    case 'reconnect':
    case 'connect':
    case 'delete':
      if (header.messageId === undefined) return undefined;
      // Some clients' tests use one MessageID for everything: the operation and its size belong to the name.
      return [user, header.messageId, body.type, header.selectors.get('ShellId') ?? '', envelopeBytes].join('\n');
    default:
      return undefined;
  }
}

export class ReplayCache {
  readonly #answers = new Map<string, StoredAnswer>();
  #bytes = 0;

  get(key: string): StoredAnswer | undefined {
    return this.#answers.get(key);
  }
  set(key: string, answer: StoredAnswer): void {
    this.#remove(key);
    this.#answers.set(key, answer);
    this.#bytes += answer.envelope.length;
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MAX_ANSWERS && this.#bytes <= MAX_BYTES) break;
      this.#remove(oldest);
    }
  }
  #remove(key: string): void {
    this.#bytes -= this.#answers.get(key)?.envelope.length ?? 0;
    this.#answers.delete(key);
  }
}
