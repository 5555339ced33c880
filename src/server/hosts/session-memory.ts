/**
 * What a program's session has to be remembered for, so that the endpoint can answer Connect in its place: the program
 * knows nothing of clients that leave and return. protocol.md 5.3
 *
 * Only the pool's own channel is read, and of it the few messages that open the pool and change its size.
 */
import { EMPTY_GUID, type Guid } from '../../protocol/bytes/index.js';
import { InvalidStateError, RemoteProtocolError } from '../../protocol/errors/index.js';
import type { PSErrorRecord, PSValue } from '../../protocol/objects/index.js';
import {
  asProtocolVersion,
  atLeast,
  BodyCodec,
  decodeConnectRunspacePool,
  decodeInitRunspacePool,
  decodeMessage,
  decodePoolRequest,
  decodeRunspaceAvailability,
  decodeRunspacePoolState,
  decodeSessionCapability,
  Defragmenter,
  encodeHostCall,
  encodeMessage,
  encodeMessageHeader,
  encodePipelineState,
  encodeRunspacePoolInitData,
  encodeRunspacePoolState,
  firstFragment,
  Fragmenter,
  hostMethodByName,
  MessageType,
  ObjectIdSource,
  readFragmentHeader,
  VOID_CALL_ID,
  type PsrpMessage,
  type RunspacePoolState,
} from '../../protocol/psrp/index.js';

const MAX_FRAGMENT_BYTES = 32_768;
const MAX_REPLY_BYTES = 4096;

/** Values without secrets: no session key is needed to read or write the messages here. */
const codec = (): BodyCodec => new BodyCodec(() => undefined);

/** What is remembered of an open session, as plain data that survives JSON. Messages whole, base64. */
export interface SessionMemorySnapshot {
  readonly poolId: Guid;
  readonly minRunspaces: number;
  readonly maxRunspaces: number;
  readonly capability?: string;
  readonly privateData?: string;
}

export class SessionMemory {
  readonly #codec = codec();
  readonly #fromClient = new Defragmenter();
  readonly #fromServer = new Defragmenter();
  readonly #ids = new ObjectIdSource();
  readonly #sizeRequests = new Map<bigint, { readonly minRunspaces?: number; readonly maxRunspaces?: number }>();
  #poolId: Guid = EMPTY_GUID;
  /** The client said that somebody sits there. */
  #hasScreen = false;
  #minRunspaces = 1;
  #maxRunspaces = 1;
  #capability: PsrpMessage | undefined;
  #privateData: PsrpMessage | undefined;
  #state: RunspacePoolState | undefined;
  #error: PSErrorRecord | undefined;

  /** A session that an earlier process remembered. @throws {RemoteProtocolError} the messages are none. */
  static from(snapshot: SessionMemorySnapshot): SessionMemory {
    const memory = new SessionMemory();
    memory.#poolId = snapshot.poolId;
    memory.#minRunspaces = snapshot.minRunspaces;
    memory.#maxRunspaces = snapshot.maxRunspaces;
    const message = (text: string | undefined): PsrpMessage | undefined =>
      text === undefined ? undefined : decodeMessage(Buffer.from(text, 'base64'));
    memory.#capability = message(snapshot.capability);
    memory.#privateData = message(snapshot.privateData);
    return memory;
  }

  snapshot(): SessionMemorySnapshot {
    const text = (message: PsrpMessage): string => Buffer.from(encodeMessage(message)).toString('base64');
    return {
      poolId: this.#poolId,
      minRunspaces: this.#minRunspaces,
      maxRunspaces: this.#maxRunspaces,
      ...(this.#capability === undefined ? {} : { capability: text(this.#capability) }),
      ...(this.#privateData === undefined ? {} : { privateData: text(this.#privateData) }),
    };
  }

  get poolId(): Guid {
    return this.#poolId;
  }
  /** What the program last said of its pool; undefined before it said anything. */
  get poolState(): RunspacePoolState | undefined {
    return this.#state;
  }
  get poolError(): PSErrorRecord | undefined {
    return this.#error;
  }

  /** Whole fragments of the pool's channel on their way to the program. */
  clientSent(fragment: Uint8Array): void {
    for (const bytes of this.#fromClient.push(fragment)) {
      const message = decodeMessage(bytes);
      switch (message.type) {
        case MessageType.INIT_RUNSPACEPOOL: {
          const init = decodeInitRunspacePool(this.#codec.decodeNow(message.body));
          this.#poolId = message.runspacePoolId;
          this.#hasScreen = !init.hostInfo.isHostNull && !init.hostInfo.isHostUINull;
          this.#minRunspaces = init.minRunspaces;
          this.#maxRunspaces = init.maxRunspaces;
          break;
        }
        case MessageType.SET_MAX_RUNSPACES: {
          const { callId, size } = decodePoolRequest(this.#codec.decodeNow(message.body), 'MaxRunspaces');
          this.#sizeRequests.set(callId, { maxRunspaces: size });
          break;
        }
        case MessageType.SET_MIN_RUNSPACES: {
          const { callId, size } = decodePoolRequest(this.#codec.decodeNow(message.body), 'MinRunspaces');
          this.#sizeRequests.set(callId, { minRunspaces: size });
          break;
        }
        default:
          break;
      }
    }
  }

  /**
   * Whole fragments of the pool's channel on their way to the client.
   * @returns the types of the messages that this fragment completed.
   */
  serverSent(fragment: Uint8Array): readonly number[] {
    const types: number[] = [];
    for (const bytes of this.#fromServer.push(fragment)) {
      const message = decodeMessage(bytes);
      types.push(message.type);
      switch (message.type) {
        case MessageType.SESSION_CAPABILITY:
          this.#capability = { ...message, body: message.body.slice() };
          break;
        case MessageType.APPLICATION_PRIVATE_DATA:
          this.#privateData = { ...message, body: message.body.slice() };
          break;
        case MessageType.RUNSPACEPOOL_STATE: {
          const { state, error } = decodeRunspacePoolState(this.#codec.decodeNow(message.body));
          this.#state = state;
          this.#error = error;
          break;
        }
        case MessageType.RUNSPACE_AVAILABILITY: {
          const { callId, response } = decodeRunspaceAvailability(this.#codec.decodeNow(message.body));
          const asked = this.#sizeRequests.get(callId);
          this.#sizeRequests.delete(callId);
          if (response === true) {
            this.#minRunspaces = asked?.minRunspaces ?? this.#minRunspaces;
            this.#maxRunspaces = asked?.maxRunspaces ?? this.#maxRunspaces;
          }
          break;
        }
        default:
          break;
      }
    }
    return types;
  }

  /** The next client begins its own messages; half of an old one never becomes whole. */
  clientChanged(): void {
    this.#fromClient.reset();
    this.#sizeRequests.clear();
  }

  /**
   * Answers connectXml in the program's place.
   * @returns connectResponseXml: SESSION_CAPABILITY and RUNSPACEPOOL_INIT_DATA.
   * @throws {RemoteProtocolError} the request is none, not for this pool, or of a client that is too old.
   * @throws {InvalidStateError} the pool has not opened yet.
   */
  answerConnect(connectData: Uint8Array): Uint8Array {
    const capability = this.#capability;
    if (capability === undefined || this.#privateData === undefined) {
      throw new InvalidStateError('connect to the session', this.#state ?? 'Opening', ['Opened']);
    }
    this.#checkConnect(connectData);
    const reply = new Fragmenter({ objectIds: this.#ids });
    reply.push(encodeMessage({ ...capability, runspacePoolId: this.#poolId }));
    // The two values exchanged, as real servers write them. protocol.md 3.3
    const sizes = encodeRunspacePoolInitData(this.#maxRunspaces, this.#minRunspaces);
    reply.push(encodeMessageHeader('Client', MessageType.RUNSPACEPOOL_INIT_DATA, this.#poolId), this.#encode(sizes));
    const bytes = reply.take(MAX_REPLY_BYTES);
    if (bytes === undefined || reply.waitingBytes > 0) {
      throw new RemoteProtocolError(`The answer to Connect is larger than ${MAX_REPLY_BYTES} bytes.`);
    }
    return bytes;
  }

  #checkConnect(data: Uint8Array): void {
    const wrong = (text: string): RemoteProtocolError =>
      new RemoteProtocolError(text, { where: 'connectXml', rule: 'protocol.md 5.3' });
    const first = firstFragment(data);
    const second = first === undefined ? undefined : firstFragment(data.subarray(first.length));
    if (first === undefined || second === undefined || first.length + second.length !== data.length) {
      throw wrong('A connect request is exactly two messages of one fragment each.');
    }
    for (const fragment of [first, second]) {
      const { start, end } = readFragmentHeader(fragment);
      if (!start || !end) throw wrong('A message of the connect request is not whole in one fragment.');
    }
    const [capabilityBytes, requestBytes] = [...new Defragmenter().push(first), ...new Defragmenter().push(second)];
    if (capabilityBytes === undefined || requestBytes === undefined) throw wrong('A connect request is empty.');
    const capability = decodeMessage(capabilityBytes);
    const request = decodeMessage(requestBytes);
    if (capability.type !== MessageType.SESSION_CAPABILITY || request.type !== MessageType.CONNECT_RUNSPACEPOOL) {
      throw wrong('A connect request is SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL.');
    }
    const version = decodeSessionCapability(this.#codec.decodeNow(capability.body)).protocolVersion;
    const known = asProtocolVersion(version) ?? (version.major === 2 && version.minor > 4 ? '2.4' : undefined);
    if (known === undefined || !atLeast(known, '2.2'))
      throw wrong(`A client of protocol ${version.toString()} cannot connect.`);
    if (request.runspacePoolId !== this.#poolId) throw wrong('The connect request names another runspace pool.');
    const sizes = decodeConnectRunspacePool(this.#codec.decodeNow(request.body));
    const otherMin = sizes.minRunspaces !== undefined && sizes.minRunspaces !== this.#minRunspaces;
    const otherMax = sizes.maxRunspaces !== undefined && sizes.maxRunspaces !== this.#maxRunspaces;
    if (otherMin && otherMax) throw wrong('The connect request names other numbers of runspaces.');
  }

  /** What a client that took the session over is told first: the private data, and the state where it is not Opened. */
  greeting(): readonly Uint8Array[] {
    const out = this.#fragmenter();
    if (this.#privateData !== undefined)
      out.push(encodeMessage({ ...this.#privateData, runspacePoolId: this.#poolId }));
    if (this.#state !== undefined && this.#state !== 'Opened') {
      const state = { state: this.#state, ...(this.#error === undefined ? {} : { error: this.#error }) };
      out.push(
        encodeMessageHeader('Client', MessageType.RUNSPACEPOOL_STATE, this.#poolId),
        this.#encode(encodeRunspacePoolState(state)),
      );
    }
    return fragmentsOf(out);
  }

  /** RUNSPACEPOOL_STATE Broken, said in the program's place. */
  broken(error: PSErrorRecord): readonly Uint8Array[] {
    this.#state = 'Broken';
    this.#error = error;
    const out = this.#fragmenter();
    out.push(
      encodeMessageHeader('Client', MessageType.RUNSPACEPOOL_STATE, this.#poolId),
      this.#encode(encodeRunspacePoolState({ state: 'Broken', error })),
    );
    return fragmentsOf(out);
  }

  /** A line for the person at the client, said as a warning; empty where there is none. */
  notice(text: string): readonly Uint8Array[] {
    const method = hostMethodByName('WriteWarningLine');
    if (!this.#hasScreen || this.#state !== 'Opened' || method === undefined) return [];
    const out = this.#fragmenter();
    out.push(
      encodeMessageHeader('Client', MessageType.RUNSPACEPOOL_HOST_CALL, this.#poolId),
      this.#encode(encodeHostCall(VOID_CALL_ID, method, [text])),
    );
    return fragmentsOf(out);
  }

  /** PIPELINE_STATE Failed, said in the program's place. */
  pipelineFailed(pipelineId: Guid, error: PSErrorRecord): readonly Uint8Array[] {
    const out = this.#fragmenter();
    out.push(
      encodeMessageHeader('Client', MessageType.PIPELINE_STATE, this.#poolId, pipelineId),
      this.#encode(encodePipelineState({ state: 'Failed', error })),
    );
    return fragmentsOf(out);
  }

  /** A message to the program, of one client that is not the session's own: with object ids that nobody else uses. */
  toProgram(type: number, pipelineId: Guid, body: PSValue | undefined): readonly Uint8Array[] {
    const out = this.#fragmenter();
    const header = encodeMessageHeader('Server', type, this.#poolId, pipelineId);
    if (body === undefined) out.push(header);
    else out.push(header, this.#encode(body));
    return fragmentsOf(out);
  }

  #encode(value: PSValue): Uint8Array {
    const bytes = this.#codec.encode(value);
    if (bytes === undefined) throw new RemoteProtocolError('A message of the endpoint needs a session key.');
    return bytes;
  }

  #fragmenter(): Fragmenter {
    return new Fragmenter({ objectIds: this.#ids, maxFragmentBytes: MAX_FRAGMENT_BYTES });
  }
}

function fragmentsOf(fragmenter: Fragmenter): readonly Uint8Array[] {
  const fragments: Uint8Array[] = [];
  for (let next = fragmenter.takeFragment(); next !== undefined; next = fragmenter.takeFragment()) fragments.push(next);
  return fragments;
}
