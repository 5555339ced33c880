/**
 * The output of one channel (the pool's, or a command's) on its way to whoever is connected.
 *
 *   queue         not yet given to anybody
 *   unconfirmed   in the last reply; the client's next Receive says that it arrived
 *   tail          confirmed, but the message they belong to is not complete yet
 *
 * A reply that could not be written goes back to the front of the queue. A client that takes the shell over after the
 * first one vanished gets the unconfirmed reply as well, and whoever takes over begins at the start of a message. One
 * Receive waits at a time; the last reply is kept to be said again. protocol.md 9.1
 *
 * Every byte of the channel has a position: how many came before it. `facts` says in positions how far the channel is,
 * so that a durable endpoint can write it down, and make the channel again from the chunks that it kept.
 */
import { base64Length } from '../bytes/index.js';
import type { ResponseBody } from './messages.js';
import type { OperationContext } from './operation-context.js';
import { ReceiveOrder, type ReceiveId } from './receive-order.js';

/** Bytes that somebody else holds, on a disk for instance, until they are wanted. */
export interface StoredBytes {
  readonly length: number;
  load(): Uint8Array;
}
export type OutputData = Uint8Array | StoredBytes;

export function loadOutput(data: OutputData): Uint8Array {
  return data instanceof Uint8Array ? data : data.load();
}

export interface NewOutput {
  readonly stream: string;
  readonly data: OutputData;
  readonly pending: boolean;
  readonly endsMessage: boolean;
  /** When it came; absent: before this process. Milliseconds. */
  readonly at?: number;
}

export interface OutputChunk extends NewOutput {
  /** Position of its first byte. */
  readonly start: number;
}

/** How far a channel is. Positions in bytes. Plain data: it survives JSON. */
export interface ChannelFacts {
  /** Chunks that end here or before are not needed any more. */
  readonly keptFrom: number;
  /** The client has everything before. */
  readonly confirmedTo: number;
  /** The last reply holds what lies between. */
  readonly takenTo: number;
  /** What was discarded from the queue: from, to (exclusive). In order. */
  readonly dropped: readonly (readonly [number, number])[];
  readonly done: boolean;
  readonly exitCode?: number;
  readonly doneSent: boolean;
  /** What identifies the Receive that the last reply answered. */
  readonly last?: { readonly messageId?: string; readonly operationId?: string; readonly sequenceId?: number };
}

export interface Waiter {
  readonly context: OperationContext;
  readonly deadline: number;
}

/** Which Receive was answered, and how. */
export interface LastReply extends ReceiveId {
  readonly requestId: number;
  readonly body: ResponseBody;
}

export interface ChannelLimits {
  readonly softBytes: number;
  readonly hardBytes: number;
}

export interface Taken {
  readonly chunks: readonly OutputChunk[];
  readonly bytes: number;
}

/** `<rsp:Stream Name="stdout" CommandId="...">` and its end tag, rounded up. Bytes. */
const STREAM_OVERHEAD = 128;
/** The header of an xpress block for each 64 KiB, and one more. */
const xpressOverhead = (length: number): number => 4 * (Math.floor(length / 65_536) + 1);
/** A message longer than this is not kept for a client that takes over in its middle. Bytes. */
const MAX_TAIL_BYTES = 8 * 1024 * 1024;

export class OutputChannel {
  readonly #limits: ChannelLimits;
  #queue: OutputChunk[] = [];
  #head = 0;
  #queuedBytes = 0;
  #unconfirmed: readonly OutputChunk[] = [];
  #tail: OutputChunk[] = [];
  #tailBytes = 0;
  #tailLost = false;
  /** Output is dropped until the current message's end, because its start was dropped. */
  #skipping = false;
  #lastPending = false;
  #wasFull = false;
  #doneUnconfirmed = false;
  /** Position after the last byte that was handed in; that of the last reply's end; that which the client has. */
  #pushedTo = 0;
  #takenTo = 0;
  #confirmedTo = 0;
  #dropped: (readonly [number, number])[] = [];

  exitCode: number | undefined;
  done = false;
  doneSent = false;
  waiter: Waiter | undefined;
  lastReply: LastReply | undefined;
  readonly order = new ReceiveOrder();

  constructor(limits: ChannelLimits) {
    this.#limits = limits;
  }

  get queuedBytes(): number {
    return this.#queuedBytes;
  }
  get isEmpty(): boolean {
    return this.#head >= this.#queue.length;
  }
  get hasRoom(): boolean {
    return this.#queuedBytes < this.#limits.softBytes;
  }
  /** A host call waits for its answer. */
  get isPending(): boolean {
    return this.#lastPending;
  }

  /** Position of the first byte that nobody was given. */
  get givenTo(): number {
    return this.#takenTo;
  }

  /** Position of the next byte that is handed in. */
  get position(): number {
    return this.#pushedTo;
  }

  /**
   * Adds output.
   * @param full it may only take the place of older output, if that may be dropped.
   * @returns bytes that were discarded to make room.
   */
  push(output: NewOutput, drop: boolean, full = false): number {
    const before = this.#queuedBytes;
    const chunk: OutputChunk = { ...output, start: this.#pushedTo };
    this.#pushedTo += chunk.data.length;
    this.#lastPending = chunk.pending;
    if (this.#skipping) {
      if (chunk.endsMessage) this.#skipping = false;
      this.#noteDropped(chunk);
      return chunk.data.length;
    }
    this.#queue.push(chunk);
    this.#queuedBytes += chunk.data.length;
    if (!this.hasRoom) this.#wasFull = true;
    const { softBytes, hardBytes } = this.#limits;
    const limit = drop ? (full ? Math.min(before, softBytes) : softBytes) : hardBytes;
    return this.#queuedBytes > limit ? this.#discardOldest(limit) : 0;
  }

  /** When the oldest output that waits came. @param unknown of what came before this process. Undefined: none waits. */
  oldestAt(unknown: number): number | undefined {
    const oldest = this.#queue[this.#head];
    return oldest === undefined ? undefined : (oldest.at ?? unknown);
  }

  /** Drops whole messages, of which at least the first part came at this time or before. @returns bytes. */
  discardUntil(time: number, unknown: number): number {
    let bytes = 0;
    for (let index = this.#head; index < this.#queue.length; index += 1) {
      const chunk = this.#queue[index];
      if (chunk === undefined || (chunk.at ?? unknown) > time) break;
      bytes += chunk.data.length;
    }
    return bytes === 0 ? 0 : this.#discardOldest(this.#queuedBytes - bytes, false);
  }

  /** True once after the channel was full and has room again: half of it, so that a producer is not woken for a crumb. */
  tookRoom(): boolean {
    if (!this.#wasFull || this.#queuedBytes > this.#limits.softBytes / 2) return false;
    this.#wasFull = false;
    return true;
  }

  /**
   * Takes what fits into `budget` bytes of envelope, one chunk per Stream element. A chunk that does not fit even alone
   * is cut. The chunks count as unconfirmed until `confirm` or `putBack`.
   */
  take(budget: number, compressed: boolean): Taken {
    this.confirm();
    const chunks: OutputChunk[] = [];
    let left = budget;
    let bytes = 0;
    while (this.#head < this.#queue.length) {
      const chunk = this.#queue[this.#head];
      if (chunk === undefined) break;
      const raw = chunk.data.length + (compressed ? xpressOverhead(chunk.data.length) : 0);
      const cost = STREAM_OVERHEAD + base64Length(raw);
      if (cost > left) {
        if (chunks.length > 0) break;
        const room = Math.max(1, Math.floor((left - STREAM_OVERHEAD - 64) / 4) * 3 - (compressed ? 8 : 0));
        if (room < chunk.data.length) {
          const [head, tail] = cut(chunk, room);
          chunks.push(head);
          this.#queue[this.#head] = tail;
          bytes += room;
          break;
        }
      }
      chunks.push(chunk);
      bytes += chunk.data.length;
      left -= cost;
      this.#head += 1;
    }
    this.#queuedBytes -= bytes;
    this.#compact();
    this.#unconfirmed = chunks;
    const last = chunks[chunks.length - 1];
    if (last !== undefined) this.#takenTo = last.start + last.data.length;
    this.#doneUnconfirmed = this.done && this.isEmpty;
    if (this.#doneUnconfirmed) this.doneSent = true;
    return { chunks, bytes };
  }

  /** The client has the last reply. */
  confirm(): void {
    for (const chunk of this.#unconfirmed) {
      if (chunk.endsMessage) {
        this.#tail = [];
        this.#tailBytes = 0;
        this.#tailLost = false;
      } else if (!this.#tailLost) {
        this.#tail.push(chunk);
        this.#tailBytes += chunk.data.length;
        if (this.#tailBytes > MAX_TAIL_BYTES) {
          this.#tail = [];
          this.#tailBytes = 0;
          this.#tailLost = true;
        }
      }
    }
    this.#unconfirmed = [];
    this.#doneUnconfirmed = false;
    this.#confirmedTo = this.#takenTo;
    const { keptFrom } = this;
    this.#dropped = this.#dropped.filter(([, to]) => to > keptFrom);
  }

  /** The last reply did not reach the client: its data comes first again. */
  putBack(): void {
    this.#takenTo = this.#confirmedTo;
    this.#prepend(this.#unconfirmed);
    this.#unconfirmed = [];
    if (this.#doneUnconfirmed) this.doneSent = false;
    this.#doneUnconfirmed = false;
    this.lastReply = undefined;
  }

  /** Another client takes over. `lost`: the one before vanished, so that its last reply may not have arrived. */
  handOver(lost: boolean): void {
    if (lost) this.putBack();
    else this.confirm();
    this.order.leave();
    const [first] = this.#tail;
    if (first !== undefined) {
      this.#takenTo = first.start;
      this.#confirmedTo = first.start;
    }
    this.#prepend(this.#tail);
    this.#tail = [];
    this.#tailBytes = 0;
    this.#tailLost = false;
    this.lastReply = undefined;
    // The end of a command is told to the new client too.
    if (this.done) this.doneSent = false;
  }

  /**
   * What came before `position` answered a client that got nothing of this channel and is gone: the next one has had its
   * own answers. Whole messages are dropped.
   */
  dropUnheard(position: number): void {
    if (this.#queue[this.#head]?.start !== 0) return;
    let until = this.#head;
    for (let index = this.#head; index < this.#queue.length; index += 1) {
      const chunk = this.#queue[index];
      if (chunk === undefined || chunk.start + chunk.data.length > position) break;
      if (chunk.endsMessage) until = index + 1;
    }
    for (; this.#head < until; this.#head += 1) {
      const chunk = this.#queue[this.#head];
      if (chunk === undefined) break;
      this.#queuedBytes -= chunk.data.length;
      this.#noteDropped(chunk);
    }
    this.#compact();
  }

  #prepend(chunks: readonly OutputChunk[]): void {
    if (chunks.length === 0) return;
    this.#queue = [...chunks, ...this.#queue.slice(this.#head)];
    this.#head = 0;
    for (const chunk of chunks) this.#queuedBytes += chunk.data.length;
  }

  /**
   * Drops whole messages, oldest first, but for the last one if `keepsLast`. What belongs to a message whose start the client has is kept: without its end
   * the client could not go on.
   */
  #discardOldest(limit: number, keepsLast = true): number {
    const kept: OutputChunk[] = [];
    if (this.#isMidMessage && this.#queuedBytes <= this.#limits.hardBytes) {
      while (this.#head < this.#queue.length) {
        const chunk = this.#queue[this.#head];
        if (chunk === undefined) break;
        kept.push(chunk);
        this.#head += 1;
        if (chunk.endsMessage) break;
      }
    }
    let dropped = 0;
    let inMessage = false;
    while (this.#head < this.#queue.length) {
      const isLast = keepsLast && this.#head === this.#queue.length - 1;
      if (!inMessage && (this.#queuedBytes <= limit || isLast)) break;
      const chunk = this.#queue[this.#head];
      if (chunk === undefined) break;
      this.#head += 1;
      this.#queuedBytes -= chunk.data.length;
      dropped += chunk.data.length;
      this.#noteDropped(chunk);
      inMessage = !chunk.endsMessage;
    }
    if (inMessage) this.#skipping = true;
    if (kept.length > 0) {
      this.#queue = [...kept, ...this.#queue.slice(this.#head)];
      this.#head = 0;
    }
    this.#compact();
    return dropped;
  }

  #noteDropped({ start, data }: OutputChunk): void {
    const last = this.#dropped[this.#dropped.length - 1];
    if (last?.[1] === start) this.#dropped[this.#dropped.length - 1] = [last[0], start + data.length];
    else this.#dropped.push([start, start + data.length]);
  }

  /** What lies before is not needed any more, whoever comes. */
  get keptFrom(): number {
    return this.#tail[0]?.start ?? this.#confirmedTo;
  }

  /** How far this channel is, for a log. */
  facts(): ChannelFacts {
    const { messageId, operationId, sequenceId } = this.lastReply ?? {};
    return {
      keptFrom: this.keptFrom,
      confirmedTo: this.#confirmedTo,
      takenTo: this.#takenTo,
      dropped: this.#dropped,
      done: this.done,
      doneSent: this.doneSent && !this.#doneUnconfirmed,
      ...(this.exitCode === undefined ? {} : { exitCode: this.exitCode }),
      ...(this.lastReply === undefined
        ? {}
        : {
            last: {
              ...(messageId === undefined ? {} : { messageId }),
              ...(operationId === undefined ? {} : { operationId }),
              ...(sequenceId === undefined ? {} : { sequenceId }),
            },
          }),
    };
  }

  /**
   * A channel as it was: from what was written of it, and the chunks that were kept, in their order.
   * `openMessage`: what belongs to a message that never became whole is left out; its producer is gone.
   */
  static restore(
    limits: ChannelLimits,
    facts: ChannelFacts,
    kept: readonly OutputChunk[],
    openMessage: 'keep' | 'discard',
  ): OutputChannel {
    const channel = new OutputChannel(limits);
    channel.done = facts.done;
    channel.exitCode = facts.exitCode;
    channel.doneSent = facts.doneSent;
    channel.#confirmedTo = facts.confirmedTo;
    channel.#takenTo = facts.takenTo;
    channel.#dropped = [...facts.dropped];
    channel.#pushedTo = facts.takenTo;
    const alive = kept.filter(
      ({ start, data }) =>
        start + data.length > facts.keptFrom && !facts.dropped.some(([from, to]) => start >= from && start < to),
    );
    for (const chunk of alive.flatMap((each) => cutAt(each, facts.confirmedTo, facts.takenTo))) {
      if (chunk.start < facts.confirmedTo) channel.#tail.push(chunk);
      else if (chunk.start < facts.takenTo) channel.#unconfirmed = [...channel.#unconfirmed, chunk];
      else {
        channel.#queue.push(chunk);
        channel.#queuedBytes += chunk.data.length;
      }
      channel.#pushedTo = chunk.start + chunk.data.length;
    }
    channel.#tailBytes = channel.#tail.reduce((sum, { data }) => sum + data.length, 0);
    for (const [, to] of facts.dropped) channel.#pushedTo = Math.max(channel.#pushedTo, to);
    if (openMessage === 'discard') channel.#discardOpenMessage();
    return channel;
  }

  /** The unfinished message at the end, as far as nobody has any of it. */
  #discardOpenMessage(): void {
    while (this.#queue.length > 0 && this.#queue[this.#queue.length - 1]?.endsMessage === false) {
      const chunk = this.#queue.pop();
      this.#queuedBytes -= chunk?.data.length ?? 0;
      if (chunk !== undefined) this.#dropped.push([chunk.start, chunk.start + chunk.data.length]);
    }
    this.#dropped.sort(([left], [right]) => left - right);
  }

  /** The reply that waits to be confirmed, as it was given. */
  get unconfirmed(): readonly OutputChunk[] {
    return this.#unconfirmed;
  }

  get #isMidMessage(): boolean {
    const last = this.#unconfirmed[this.#unconfirmed.length - 1];
    return last === undefined ? this.#tail.length > 0 || this.#tailLost : !last.endsMessage;
  }

  #compact(): void {
    if (this.#head === this.#queue.length) {
      this.#queue = [];
      this.#head = 0;
    } else if (this.#head > 1024 && this.#head * 2 > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
  }
}

/** Cuts a chunk after `room` bytes; only the second part can end its message. */
function cut(chunk: OutputChunk, room: number): [OutputChunk, OutputChunk] {
  const bytes = loadOutput(chunk.data);
  return [
    { ...chunk, data: bytes.subarray(0, room), pending: false, endsMessage: false },
    { ...chunk, data: bytes.subarray(room), start: chunk.start + room },
  ];
}

function cutAt(chunk: OutputChunk, ...positions: readonly number[]): OutputChunk[] {
  const pieces: OutputChunk[] = [];
  let rest = chunk;
  for (const position of positions) {
    const room = position - rest.start;
    if (room <= 0 || room >= rest.data.length) continue;
    const [head, tail] = cut(rest, room);
    pieces.push(head);
    rest = tail;
  }
  return [...pieces, rest];
}
