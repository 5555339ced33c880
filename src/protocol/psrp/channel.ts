/**
 * One channel's two directions: the pool's, or one pipeline's. Outgoing messages wait in a fragmenter per priority;
 * what needs the session key before it is there is held, and with it all that follows on the same priority, so that the
 * order stays. Incoming messages that need the key are held in the same way.
 */
import { QuotaError } from '../errors/index.js';
import type { PSValue } from '../objects/index.js';
import { Defragmenter, Fragmenter, type DefragmenterOptions, type ObjectIdSource } from './fragment.js';
import type { BodyCodec } from './secure-strings.js';

/** Only answers to host calls travel as `PromptResponse`, and only from client to server. protocol.md 1 */
export type FragmentPriority = 'Default' | 'PromptResponse';

/** Machines cut fragments to the size that the transport asks for; this bound never cuts smaller. */
const NO_FRAGMENT_LIMIT = 0x7fff_ffff;

interface HeldMessage {
  readonly header: Uint8Array;
  readonly value: PSValue;
}

class OutgoingStream {
  readonly fragmenter: Fragmenter;
  readonly #codec: BodyCodec;
  #held: HeldMessage[] = [];

  constructor(objectIds: ObjectIdSource, codec: BodyCodec) {
    this.fragmenter = new Fragmenter({ objectIds, maxFragmentBytes: NO_FRAGMENT_LIMIT });
    this.#codec = codec;
  }
  /** False when the message is held for the key. */
  send(header: Uint8Array, value: PSValue): boolean {
    const body = this.#held.length > 0 ? undefined : this.#codec.encode(value);
    if (body === undefined) {
      this.#held.push({ header, value });
      return false;
    }
    this.fragmenter.push(header, body);
    return true;
  }
  flush(): void {
    const held = this.#held;
    this.#held = [];
    for (const { header, value } of held) this.send(header, value);
  }
  clear(): void {
    this.#held = [];
    this.fragmenter.clear();
  }
}

export class OutgoingChannel {
  readonly #default: OutgoingStream;
  #prompt: OutgoingStream | undefined;
  readonly #objectIds: ObjectIdSource;
  readonly #codec: BodyCodec;

  constructor(objectIds: ObjectIdSource, codec: BodyCodec) {
    this.#objectIds = objectIds;
    this.#codec = codec;
    this.#default = new OutgoingStream(objectIds, codec);
  }

  /** False when the message waits for the session key. */
  send(header: Uint8Array, value: PSValue, priority: FragmentPriority = 'Default'): boolean {
    return this.#stream(priority).send(header, value);
  }
  /** Passes messages that are held: the key exchange itself, whose bodies need no key. */
  sendEncoded(header: Uint8Array, body: Uint8Array): void {
    this.#default.fragmenter.push(header, body);
  }
  /** The key is there: what was held goes out, in order. */
  flush(): void {
    this.#default.flush();
    this.#prompt?.flush();
  }
  clear(): void {
    this.#default.clear();
    this.#prompt?.clear();
  }
  waitingBytes(priority: FragmentPriority): number {
    return (priority === 'Default' ? this.#default : this.#prompt)?.fragmenter.waitingBytes ?? 0;
  }
  take(maxBytes: number, priority: FragmentPriority): Uint8Array | undefined {
    return (priority === 'Default' ? this.#default : this.#prompt)?.fragmenter.take(maxBytes);
  }
  takeFragment(maxBytes: number): Uint8Array | undefined {
    return this.#default.fragmenter.takeFragment(maxBytes);
  }
  takeTogether(maxBytes: number): Uint8Array | undefined {
    return this.#default.fragmenter.takeTogether(maxBytes);
  }

  #stream(priority: FragmentPriority): OutgoingStream {
    if (priority === 'Default') return this.#default;
    this.#prompt ??= new OutgoingStream(this.#objectIds, this.#codec);
    return this.#prompt;
  }
}

/** Bytes of messages that one channel keeps while the session key is on its way. */
export const MAX_HELD_BYTES = 67_108_864;

export class IncomingChannel {
  readonly #options: DefragmenterOptions;
  readonly #default: Defragmenter;
  #prompt: Defragmenter | undefined;
  #held: Uint8Array[] = [];
  #heldBytes = 0;

  constructor(options: DefragmenterOptions) {
    this.#options = options;
    this.#default = new Defragmenter(options);
  }
  get isHolding(): boolean {
    return this.#held.length > 0;
  }
  /** @throws as Defragmenter.pushInto; the messages before the fault are in `messages`. */
  receive(bytes: Uint8Array, messages: Uint8Array[], priority: FragmentPriority = 'Default'): void {
    if (priority === 'Default') this.#default.pushInto(bytes, messages);
    else {
      this.#prompt ??= new Defragmenter(this.#options);
      this.#prompt.pushInto(bytes, messages);
    }
  }
  /** @throws {QuotaError} more waits than is allowed. */
  hold(message: Uint8Array): void {
    this.#heldBytes += message.length;
    if (this.#heldBytes > MAX_HELD_BYTES) {
      throw new QuotaError('HeldMessageBytes', MAX_HELD_BYTES, 'Too much waits for the session key of the peer.');
    }
    this.#held.push(message);
  }
  /** What was held, which is forgotten here. */
  release(): Uint8Array[] {
    const held = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    return held;
  }
  skipOrphans(): void {
    this.#default.skipOrphans();
    this.#prompt?.skipOrphans();
  }
  reset(): void {
    this.#default.reset();
    this.#prompt?.reset();
  }
}
