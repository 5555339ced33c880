/** The server's side of one pipeline: its channel and where it stands. What its messages mean is the pool's business. */
import type { Guid } from '../bytes/index.js';
import { IncomingChannel, OutgoingChannel } from './channel.js';
import type { DefragmenterOptions, ObjectIdSource } from './fragment.js';
import { encodeMessageHeader } from './message.js';
import { SERVER_PIPELINE_MOVES, type ServerPipelineInput, type ServerPipelineState } from './moves.js';
import type { BodyCodec } from './secure-strings.js';

export class ServerPipeline {
  /** The channel's id: what the transport calls it. */
  readonly id: Guid;
  /** The id in the client's headers. The same, but for clients that write it in another byte order. */
  wireId: Guid;
  readonly outgoing: OutgoingChannel;
  readonly incoming: IncomingChannel;
  inputOpen = true;
  remoteStreamOptions = 0;
  isNested = false;
  /** The client released the channel: nobody hears what comes now. */
  abandoned = false;
  readonly #headers = new Map<number, Uint8Array>();
  #state: ServerPipelineState = 'NotCreated';

  constructor(id: Guid, codec: BodyCodec, objectIds: ObjectIdSource, limits: DefragmenterOptions) {
    this.id = id;
    this.wireId = id;
    this.outgoing = new OutgoingChannel(objectIds, codec);
    this.incoming = new IncomingChannel(limits);
  }

  /** The header of a message of this type, made once: its bytes are never written to. */
  header(type: number, runspacePoolId: Guid): Uint8Array {
    let header = this.#headers.get(type);
    if (header === undefined) {
      header = encodeMessageHeader('Client', type, runspacePoolId, this.wireId);
      this.#headers.set(type, header);
    }
    return header;
  }
  get state(): ServerPipelineState {
    return this.#state;
  }
  /** It holds a runspace. */
  get active(): boolean {
    return this.#state === 'Running' || this.#state === 'Stopping';
  }
  move(input: ServerPipelineInput): boolean {
    const next = SERVER_PIPELINE_MOVES[this.#state][input];
    if (next === undefined) return false;
    this.#state = next;
    return true;
  }
}
