/**
 * The client's side of one pipeline: its channel, its state, its incoming messages.
 *
 * Theory of operation. Bytes of the pipeline's channel become messages, messages become events of their stream, and a
 * PIPELINE_STATE ends it. A fault of these bytes ends this pipeline only; the pool lives on. A message with a
 * SecureString that comes before the session key is held, and all that follows it; the pool's own channel, on which the
 * key comes, goes on meanwhile.
 */
import { PSSessionError } from '../errors/index.js';
import type { Guid } from '../bytes/index.js';
import type { PSErrorRecord } from '../objects/index.js';
import { IncomingChannel, OutgoingChannel } from './channel.js';
import type { ClientPoolEvent } from './client-events.js';
import { decodeErrorRecord } from './error-record.js';
import type { PSInvocationState } from './enums.js';
import type { DefragmenterOptions, ObjectIdSource } from './fragment.js';
import { decodeHostCall } from './host-call.js';
import { MESSAGE_HEADER_BYTES, MessageType, checkMessage, messageTarget } from './message.js';
import { CLIENT_PIPELINE_MOVES, type ClientPipelineInput } from './moves.js';
import { decodePipelineState } from './pipeline-messages.js';
import { protocolError } from './property-reader.js';
import { decodeInformation, decodeInformational, decodeProgress } from './records.js';
import type { BodyCodec } from './secure-strings.js';

export interface ClientPipelineInit {
  readonly id: Guid;
  readonly noInput: boolean;
  readonly codec: BodyCodec;
  readonly objectIds: ObjectIdSource;
  readonly limits: DefragmenterOptions;
}

export class ClientPipeline {
  readonly id: Guid;
  readonly outgoing: OutgoingChannel;
  readonly #incoming: IncomingChannel;
  readonly #codec: BodyCodec;
  #state: PSInvocationState = 'NotStarted';
  #inputOpen: boolean;

  constructor(init: ClientPipelineInit) {
    this.id = init.id;
    this.#codec = init.codec;
    this.#inputOpen = !init.noInput;
    this.outgoing = new OutgoingChannel(init.objectIds, init.codec);
    this.#incoming = new IncomingChannel(init.limits);
  }

  get state(): PSInvocationState {
    return this.#state;
  }
  get ended(): boolean {
    return this.#state === 'Completed' || this.#state === 'Failed' || this.#state === 'Stopped';
  }
  get inputOpen(): boolean {
    return this.#inputOpen && !this.ended;
  }
  closeInput(): void {
    this.#inputOpen = false;
  }
  get isHolding(): boolean {
    return this.#incoming.isHolding;
  }

  /** Makes a move, if there is one. */
  move(
    input: ClientPipelineInput,
    events: ClientPoolEvent[],
    why: { readonly error?: PSErrorRecord; readonly reason?: PSSessionError } = {},
  ): boolean {
    const next = CLIENT_PIPELINE_MOVES[this.#state][input];
    if (next === undefined) return false;
    if (next !== this.#state) {
      this.#state = next;
      events.push({ type: 'pipelineStateChanged', pipelineId: this.id, state: next, ...why });
    }
    return true;
  }

  /** Begins in the middle of a stream whose head went to another client. */
  skipOrphans(): void {
    this.#incoming.skipOrphans();
  }

  /** Takes any slice of the channel's bytes. Sets `needsKey` of the result when a message waits for the session key. */
  receive(bytes: Uint8Array, events: ClientPoolEvent[]): { readonly needsKey: boolean } {
    const messages: Uint8Array[] = [];
    let fault: PSSessionError | undefined;
    try {
      this.#incoming.receive(bytes, messages);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      fault = error;
    }
    const needsKey = this.#takeAll(messages, events);
    if (fault !== undefined) this.move('failed', events, { reason: fault });
    return { needsKey };
  }

  /** The session key is there: what was held is taken now. */
  release(events: ClientPoolEvent[]): void {
    this.#takeAll(this.#incoming.release(), events);
  }

  #takeAll(messages: readonly Uint8Array[], events: ClientPoolEvent[]): boolean {
    let needsKey = false;
    try {
      for (const message of messages) {
        if (this.ended) return needsKey; // nothing may follow the state message; what does is not looked at
        if (this.#incoming.isHolding || !this.#take(message, events)) {
          this.#incoming.hold(message);
          needsKey = true;
        }
      }
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.move('failed', events, { reason: error });
    }
    return needsKey;
  }

  /** One whole message that came on the pool's channel; false when it needs the session key. */
  take(message: Uint8Array, events: ClientPoolEvent[]): boolean {
    return !this.#takeAll([message], events);
  }

  #take(message: Uint8Array, events: ClientPoolEvent[]): boolean {
    // The ids in the header are not looked at: the channel says whose message this is.
    const type = checkMessage(message, 'Client');
    const value = this.#codec.decode(message.subarray(MESSAGE_HEADER_BYTES));
    if (value === undefined) return false;
    const pipelineId = this.id;
    const wireBytes = message.length - MESSAGE_HEADER_BYTES;
    switch (type) {
      case MessageType.PIPELINE_OUTPUT:
        events.push({ type: 'output', pipelineId, value, wireBytes });
        break;
      case MessageType.ERROR_RECORD:
        events.push({ type: 'error', pipelineId, record: decodeErrorRecord(value), wireBytes });
        break;
      case MessageType.WARNING_RECORD:
        events.push({ type: 'informational', pipelineId, record: decodeInformational('Warning', value), wireBytes });
        break;
      case MessageType.VERBOSE_RECORD:
        events.push({ type: 'informational', pipelineId, record: decodeInformational('Verbose', value), wireBytes });
        break;
      case MessageType.DEBUG_RECORD:
        events.push({ type: 'informational', pipelineId, record: decodeInformational('Debug', value), wireBytes });
        break;
      case MessageType.PROGRESS_RECORD:
        events.push({ type: 'progress', pipelineId, record: decodeProgress(value), wireBytes });
        break;
      case MessageType.INFORMATION_RECORD:
        events.push({ type: 'information', pipelineId, record: decodeInformation(value), wireBytes });
        break;
      case MessageType.PIPELINE_HOST_CALL:
        events.push({ type: 'hostCall', pipelineId, call: decodeHostCall(value) });
        break;
      case MessageType.PIPELINE_STATE: {
        const { state, error } = decodePipelineState(value);
        const input = STATE_INPUTS[state];
        // PowerShell's servers send only the three last states; another that says Running ends nothing.
        if (input !== undefined) this.move(input, events, error === undefined ? {} : { error });
        break;
      }
      default:
        if (messageTarget(type) === undefined) {
          throw protocolError(`A pipeline got a message of the unknown type 0x${type.toString(16)}`, 'message header');
        }
      // A later protocol's message for a pipeline: not ours to understand, and no harm.
    }
    return true;
  }
}

const STATE_INPUTS: Partial<Record<PSInvocationState, ClientPipelineInput>> = {
  Stopped: 'stopped',
  Completed: 'completed',
  Failed: 'failed',
};
