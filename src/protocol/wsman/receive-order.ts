/**
 * Which Receives of a channel came and were answered, so that one which the network brings late, or twice, is told from
 * the one that its client waits for. protocol.md 7.6, 7.8
 */

/** What identifies a Receive. Clients without operations have only the message's id. */
export interface ReceiveId {
  readonly messageId: string | undefined;
  readonly operationId: string | undefined;
  readonly sequenceId: number | undefined;
}

/** A client has one operation at a time, and gets a new one when it comes back. */
const MAX_OPERATIONS = 8;
const MAX_MESSAGES = 16;

interface Operation {
  readonly id: string;
  newest: number;
  /** Its client left the shell, or another one took over. */
  left: boolean;
}

export class ReceiveOrder {
  #operations: readonly Operation[] = [];
  #answered: readonly string[] = [];
  /** It was told that nothing came in its time. */
  #expired: ReceiveId | undefined;

  /** Its client has gone on since, or has left. */
  isLate(id: ReceiveId): boolean {
    const { operationId, sequenceId, messageId } = id;
    if (operationId === undefined || sequenceId === undefined) {
      return messageId !== undefined && this.#answered.includes(messageId);
    }
    const operation = this.#operations.find((each) => each.id === operationId);
    if (operation === undefined) return false;
    return operation.left ? sequenceId <= operation.newest : sequenceId < operation.newest;
  }

  /** It was answered by "nothing came": said again, it gets the same answer, and must not take what came since. */
  hasExpired(id: ReceiveId): boolean {
    return this.#expired !== undefined && isSame(id, this.#expired);
  }

  /** A Receive is accepted: those before it are late from now on. */
  accept({ operationId, sequenceId }: ReceiveId): void {
    if (operationId === undefined || sequenceId === undefined) return;
    const known = this.#operations.find((each) => each.id === operationId);
    if (known !== undefined) {
      known.newest = Math.max(known.newest, sequenceId);
      known.left = false;
    } else {
      const others = this.#operations.slice(-(MAX_OPERATIONS - 1));
      this.#operations = [...others, { id: operationId, newest: sequenceId, left: false }];
    }
  }

  /** It got its answer, and the next one came, or its client left. */
  over({ operationId, sequenceId, messageId }: ReceiveId): void {
    if (messageId === undefined || (operationId !== undefined && sequenceId !== undefined)) return;
    this.#answered = [...this.#answered.slice(-(MAX_MESSAGES - 1)), messageId];
  }

  expire(id: ReceiveId): void {
    if (this.#expired !== undefined) this.over(this.#expired);
    this.#expired = id;
  }

  /** It came after its client had left: it is not taken later either. */
  refuse(id: ReceiveId): void {
    this.accept(id);
    this.over(id);
    this.leave();
  }

  /** The client has left, in order or not: what it asked is not answered any more. */
  leave(): void {
    if (this.#expired !== undefined) this.over(this.#expired);
    this.#expired = undefined;
    for (const operation of this.#operations) operation.left = true;
  }
}

/** The same Receive, sent again. Some clients write it anew, with another message id. */
export function isSame(one: ReceiveId, other: ReceiveId): boolean {
  if (one.messageId !== undefined && one.messageId === other.messageId) return true;
  if (one.operationId === undefined || one.sequenceId === undefined) return false;
  return one.operationId === other.operationId && one.sequenceId === other.sequenceId;
}

/** The waiting Receive's client has its answer, and asks for more: nobody listens to the waiting one. */
export function isAfter(one: ReceiveId, waiting: ReceiveId): boolean {
  if (one.operationId === undefined || one.operationId !== waiting.operationId) return false;
  return one.sequenceId !== undefined && waiting.sequenceId !== undefined && one.sequenceId > waiting.sequenceId;
}
