/**
 * The server's side of a runspace pool and of its pipelines. protocol.md 5.3 to 5.5
 *
 * Theory of operation. The owner gives what its transport delivers to `receive*` and gets events: make the pool, run
 * this pipeline, here is its input, stop it. It answers with `acceptPool`, `send*`, `endPipeline`, and takes fragments
 * for the client with `poolBytesToSend` and `pipelineBytesToSend` (or one by one). The machine counts runspaces, keeps
 * further pipelines waiting, matches host calls with their answers, makes the session key, and sends each pipeline's
 * state exactly once. A `send*` that gives false tells that nobody is there to hear it any more.
 *
 * Faults of the client on the pool's channel break the pool; on a pipeline's channel they fail that pipeline.
 */
import {
  ArgumentError,
  InvalidStateError,
  OperationTimeoutError,
  PSSessionError,
  QuotaError,
} from '../errors/index.js';
import { EMPTY_GUID, type Guid } from '../bytes/index.js';
import { SESSION_KEY_BYTES, decodePublicKeyBlob, encodeSessionKeyBlob } from '../crypto/index.js';
import {
  TYPE_NAMES,
  type PSDictionary,
  type PSErrorRecord,
  type PSInformationRecord,
  type PSInformationalRecord,
  type PSProgressRecord,
  type PSValue,
} from '../objects/index.js';
import { Alarm } from './alarm.js';
import { IncomingChannel, OutgoingChannel, type FragmentPriority } from './channel.js';
import { RemoteStreamOptions } from './enums.js';
import { encodeErrorRecord } from './error-record.js';
import {
  DEFAULT_MAX_OBJECT_BYTES,
  Defragmenter,
  ObjectIdSource,
  firstFragment,
  readFragmentHeader,
  type DefragmenterOptions,
} from './fragment.js';
import { VOID_CALL_ID, decodeHostResponse, decodeHostResult, encodeHostCall, type HostValue } from './host-call.js';
import { hostMethodByName, type HostMethod, type HostMethodName } from './host-methods.js';
import { MESSAGE_HEADER_BYTES, MessageType, decodeMessage, encodeMessageHeader, messageTarget } from './message.js';
import type { PsrpMessage } from './message.js';
import { SERVER_POOL_MOVES, type ServerPoolInput, type ServerPoolState } from './moves.js';
import { decodeCreatePipeline, decodeGetCommandMetadata, encodePipelineState } from './pipeline-messages.js';
import {
  CAPABILITY_PS_VERSION,
  CAPABILITY_SERIALIZATION_VERSION,
  decodeConnectRunspacePool,
  decodeInitRunspacePool,
  decodeKeyBlob,
  decodePoolRequest,
  decodeSessionCapability,
  encodeApplicationPrivateData,
  encodeEncryptedSessionKey,
  encodeRunspaceAvailability,
  encodeRunspacePoolInitData,
  encodeRunspacePoolState,
  encodeSessionCapability,
  encodeUserEvent,
  type PSUserEvent,
  type SessionCapability,
} from './pool-messages.js';
import { protocolError } from './property-reader.js';
import {
  DEFAULT_PROTOCOL_VERSION,
  asPSVersion,
  asProtocolVersion,
  atLeast,
  protocolMinor,
  type ProtocolVersion,
} from './protocol-version.js';
import { encodeInformation, encodeInformational, encodeProgress } from './records.js';
import { BodyCodec } from './secure-strings.js';
import type { ServerPoolEvent, ServerPoolOptions } from './server-events.js';
import { ServerPipeline } from './server-pipeline.js';
import { RunspaceQueue } from './server-queue.js';
import { withVersionTable } from './version-table.js';

/** The largest connectResponseXml blob that PowerShell reads. Bytes. protocol.md 5.3 */
export const MAX_CONNECT_REPLY_BYTES = 4_096;
export const DEFAULT_SERVER_KEY_TIMEOUT_MS = 240_000;
export const DEFAULT_MAX_PIPELINES = 1_000;

/** How a pipeline ended. */
export type PipelineEnd =
  | { readonly state: 'Completed' }
  | { readonly state: 'Failed'; readonly error: PSErrorRecord }
  /** Without an error record, PowerShell's own one for a stopped pipeline is sent. */
  | { readonly state: 'Stopped'; readonly error?: PSErrorRecord };

interface PendingCall {
  readonly method: HostMethod;
  readonly pipelineId: Guid | undefined;
}

/** What a command ends with whose client left before it had sent all of it. */
export const HALF_A_COMMAND = 'The client left before it had sent the whole command.';

export class ServerPool {
  readonly #options: ServerPoolOptions;
  readonly #ownVersion: ProtocolVersion;
  readonly #objectIds = new ObjectIdSource();
  readonly #codec: BodyCodec;
  readonly #outgoing: OutgoingChannel;
  readonly #incoming: IncomingChannel;
  readonly #pipelineLimits: DefragmenterOptions;
  readonly #pipelines = new Map<Guid, ServerPipeline>();
  readonly #queue = new RunspaceQueue();
  readonly #calls = new Map<bigint, PendingCall>();
  readonly #keyAlarm: Alarm;
  #state: ServerPoolState = 'BeforeOpen';
  #version: ProtocolVersion | undefined;
  #poolId: Guid = EMPTY_GUID;
  #minRunspaces = 1;
  #privateData: PSDictionary | null = null;
  #lastCallId = 0n;
  #keyRequested = false;

  constructor(options: ServerPoolOptions) {
    this.#options = options;
    this.#ownVersion = options.protocolVersion ?? DEFAULT_PROTOCOL_VERSION;
    // From 2.2 on the server makes the key when it first needs it; the client asks for it when it does.
    this.#codec = new BodyCodec(() =>
      this.#version !== undefined && atLeast(this.#version, '2.2') ? options.random(SESSION_KEY_BYTES) : undefined,
    );
    const maxObjectBytes = options.maxObjectBytes ?? DEFAULT_MAX_OBJECT_BYTES;
    this.#outgoing = new OutgoingChannel(this.#objectIds, this.#codec);
    this.#incoming = new IncomingChannel({ maxObjectBytes });
    this.#pipelineLimits = {
      maxObjectBytes,
      maxTotalBytes: options.maxReceivedBytesPerCommand ?? Number.POSITIVE_INFINITY,
    };
    this.#keyAlarm = new Alarm(options.keyExchangeTimeoutMs ?? DEFAULT_SERVER_KEY_TIMEOUT_MS);
  }

  get state(): ServerPoolState {
    return this.#state;
  }
  /** The pool's id, the client's choice; the zero GUID before INIT_RUNSPACEPOOL. */
  get runspacePoolId(): Guid {
    return this.#poolId;
  }
  get protocolVersion(): ProtocolVersion | undefined {
    return this.#version;
  }
  get minRunspaces(): number {
    return this.#minRunspaces;
  }
  get maxRunspaces(): number {
    return this.#queue.max;
  }
  get availableRunspaces(): number {
    return this.#queue.available;
  }
  get pipelineIds(): readonly Guid[] {
    return [...this.#pipelines.keys()];
  }

  /** Any slice of the pool's channel. */
  receivePoolData(bytes: Uint8Array, priority: FragmentPriority = 'Default'): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    if (this.#ended()) return events;
    const messages: Uint8Array[] = [];
    const fault = this.#collect(this.#incoming, bytes, priority, messages);
    try {
      for (const message of messages) this.#takePoolBytes(message, events);
      if (fault !== undefined) throw fault;
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error; // our own bug stays loud
      this.#break(error, events);
    }
    return events;
  }

  /** Any slice of a pipeline's channel; the channel is made by its first bytes. */
  receivePipelineData(
    pipelineId: Guid,
    bytes: Uint8Array,
    priority: FragmentPriority = 'Default',
  ): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    if (this.#ended()) return events;
    const pipeline = this.#pipelines.get(pipelineId) ?? this.#makePipeline(pipelineId, events);
    if (pipeline === undefined || pipeline.state === 'Ended') return events;
    const messages: Uint8Array[] = [];
    const fault = this.#collect(pipeline.incoming, bytes, priority, messages);
    this.#takePipelineMessages(pipeline, messages, fault, events);
    return events;
  }

  /** The pool is there: sends APPLICATION_PRIVATE_DATA (with a version table, unless it has one), then Opened. */
  acceptPool(
    options: { readonly privateData?: PSDictionary; readonly psVersion?: string } = {},
  ): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    if (this.#state !== 'Opening') throw new InvalidStateError('accept the runspace pool', this.#state, ['Opening']);
    this.#privateData = withVersionTable(
      options.privateData,
      this.#version ?? this.#ownVersion,
      options.psVersion ?? '7.4.0',
    );
    this.#send(MessageType.APPLICATION_PRIVATE_DATA, encodeApplicationPrivateData(this.#privateData));
    this.#send(MessageType.RUNSPACEPOOL_STATE, encodeRunspacePoolState({ state: 'Opened' }));
    this.#move('accept', events);
    return events;
  }
  /** The pool cannot be made: the client is told why, and the pool is Broken. */
  refusePool(error: PSErrorRecord): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    if (this.#ended()) return events;
    this.#send(MessageType.RUNSPACEPOOL_STATE, encodeRunspacePoolState({ state: 'Broken', error }));
    this.#finish(
      'fault',
      events,
      new PSSessionError(error.exception.message, { errorId: error.fullyQualifiedErrorId }),
    );
    return events;
  }

  /**
   * Another client takes the session over. [MS-PSRP 3.2.5.3.15], protocol.md 5.3
   * @param connectData SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL, one fragment each, and nothing more.
   * @returns the reply (at most 4096 bytes) and what happened. The private data follows on the pool's channel.
   * @throws {RemoteProtocolError} the request is none, or not for this pool. The session stays as it was.
   */
  connect(connectData: Uint8Array): { readonly reply: Uint8Array; readonly events: readonly ServerPoolEvent[] } {
    if (this.#state !== 'Opened') throw new InvalidStateError('connect to the runspace pool', this.#state, ['Opened']);
    const [first, second] = splitConnectData(connectData);
    const capability = decodeMessage(first);
    const request = decodeMessage(second);
    if (capability.type !== MessageType.SESSION_CAPABILITY || request.type !== MessageType.CONNECT_RUNSPACEPOOL) {
      throw protocolError('A connect request is SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL', 'connectXml');
    }
    const theirs = decodeSessionCapability(this.#codec.decodeNow(capability.body));
    const version = checkCapability(theirs, this.#ownVersion);
    if (version === undefined || !atLeast(version, '2.2')) {
      throw protocolError(`A client of protocol ${theirs.protocolVersion.toString()} cannot connect`, 'connectXml');
    }
    if (request.runspacePoolId !== this.#poolId) {
      throw protocolError('The connect request names another runspace pool', 'connectXml');
    }
    const sizes = decodeConnectRunspacePool(this.#codec.decodeNow(request.body));
    // As PowerShell checks it: sizes that are sent are refused only when both differ.
    if (
      sizes.minRunspaces !== undefined &&
      sizes.maxRunspaces !== undefined &&
      sizes.minRunspaces !== this.#minRunspaces &&
      sizes.maxRunspaces !== this.#queue.max
    ) {
      throw protocolError('The connect request names other numbers of runspaces', 'connectXml');
    }
    return { reply: this.#connectReply(), events: this.#takeOver() };
  }

  /** Sends one output object. False: the pipeline is over or released, and nobody hears it. */
  sendOutput(pipelineId: Guid, value: PSValue): boolean {
    return this.#sendRecord(pipelineId, MessageType.PIPELINE_OUTPUT, () => value);
  }
  sendError(pipelineId: Guid, record: PSErrorRecord): boolean {
    return this.#sendRecord(pipelineId, MessageType.ERROR_RECORD, (options) =>
      encodeErrorRecord(record, {
        invocationInfo: (options & RemoteStreamOptions.AddInvocationInfoToErrorRecord) !== 0,
      }),
    );
  }
  sendInformational(pipelineId: Guid, record: PSInformationalRecord): boolean {
    const { type, flag } = INFORMATIONAL[record.kind];
    return this.#sendRecord(pipelineId, type, (options) =>
      encodeInformational(record, { invocationInfo: (options & flag) !== 0 }),
    );
  }
  sendProgress(pipelineId: Guid, record: PSProgressRecord): boolean {
    return this.#sendRecord(pipelineId, MessageType.PROGRESS_RECORD, () => encodeProgress(record));
  }
  /** Clients below 2.3 do not know information records: for them it is dropped, and true is given. */
  sendInformation(pipelineId: Guid, record: PSInformationRecord): boolean {
    if (this.#version !== undefined && !atLeast(this.#version, '2.3')) return this.#listening(pipelineId) !== undefined;
    return this.#sendRecord(pipelineId, MessageType.INFORMATION_RECORD, () => encodeInformation(record));
  }

  /** Sends the pipeline's state; its runspace goes to the next one. A second call does nothing. */
  endPipeline(pipelineId: Guid, end: PipelineEnd): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline !== undefined && pipeline.state !== 'Ended') this.#end(pipeline, end, events);
    return events;
  }

  /**
   * Calls a method of the client's host.
   * @returns the call's id, whose answer is a `hostResponse` event; undefined for void methods, which have none, and
   * false when the pipeline is over.
   */
  callHost<Name extends HostMethodName>(
    name: Name,
    parameters: readonly HostValue[],
    pipelineId?: Guid,
  ): bigint | undefined | false {
    const method = hostMethodByName(name);
    if (method === undefined) throw new ArgumentError('name', `There is no host method '${name}'.`);
    const pipeline = pipelineId === undefined ? undefined : this.#listening(pipelineId);
    if (pipelineId !== undefined && pipeline === undefined) return false;
    if (this.#ended()) return false;
    const isVoid = method.result === 'void';
    const callId = isVoid ? VOID_CALL_ID : this.#lastCallId + 1n;
    const body = encodeHostCall(callId, method, parameters);
    if (!isVoid) {
      this.#lastCallId = callId;
      this.#calls.set(callId, { method, pipelineId });
    }
    if (pipeline === undefined) this.#send(MessageType.RUNSPACEPOOL_HOST_CALL, body);
    else this.#sendPipeline(pipeline, MessageType.PIPELINE_HOST_CALL, body);
    return isVoid ? undefined : callId;
  }
  /** True while a call of this pipeline waits for its answer. */
  awaitsHost(pipelineId: Guid): boolean {
    for (const call of this.#calls.values()) if (call.pipelineId === pipelineId) return true;
    return false;
  }

  sendUserEvent(event: PSUserEvent): void {
    if (!this.#ended()) this.#send(MessageType.USER_EVENT, encodeUserEvent(event));
  }
  respondToReset(callId: bigint, succeeded: boolean): void {
    if (!this.#ended()) this.#respond(callId, succeeded);
  }

  /** The transport's stop signal. A pipeline that is over or unknown is left as it is. */
  stopPipeline(pipelineId: Guid): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline !== undefined) this.#stop(pipeline, events);
    return events;
  }
  /** The client released the channel: a pipeline that still runs is stopped, unheard, and forgotten when it ends. */
  closePipeline(pipelineId: Guid): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline === undefined) return events;
    pipeline.abandoned = true;
    this.#stop(pipeline, events);
    pipeline.outgoing.clear();
    if (pipeline.state === 'Ended') this.#pipelines.delete(pipelineId);
    return events;
  }

  /** The pool is to end: Closing is sent, everything is stopped. Call `closed` when the pipelines are over. */
  close(): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    if (this.#ended() || this.#state === 'Closing') return events;
    const opened = this.#state === 'Opened';
    if (opened) this.#send(MessageType.RUNSPACEPOOL_STATE, encodeRunspacePoolState({ state: 'Closing' }));
    this.#move('close', events);
    this.#keyAlarm.clear();
    for (const pipeline of this.#pipelines.values()) this.#stop(pipeline, events);
    return events;
  }
  /** The pool has ended: Closed is sent as the last word. */
  closed(): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    if (this.#ended()) return events;
    if (this.#version !== undefined) {
      this.#send(MessageType.RUNSPACEPOOL_STATE, encodeRunspacePoolState({ state: 'Closed' }));
    }
    this.#finish('closed', events);
    return events;
  }
  /** The runspace died: Broken is sent with the reason. */
  fail(error: PSErrorRecord): readonly ServerPoolEvent[] {
    return this.refusePool(error);
  }

  /** Whole fragments for the pool's channel, of up to `maxBytes` together, or undefined. */
  poolBytesToSend(maxBytes: number): Uint8Array | undefined {
    return this.#outgoing.take(maxBytes, 'Default');
  }
  pipelineBytesToSend(pipelineId: Guid, maxBytes: number): Uint8Array | undefined {
    const pipeline = this.#pipelines.get(pipelineId);
    const bytes = pipeline?.outgoing.take(maxBytes, 'Default');
    this.#forgetDrained(pipeline);
    return bytes;
  }
  /** The next single fragment for the pool's channel, or undefined. */
  poolFragmentToSend(maxBytes: number): Uint8Array | undefined {
    return this.#outgoing.takeFragment(maxBytes);
  }
  /** The next whole messages of up to `maxBytes` together, or one fragment of a larger one; undefined when nothing waits. */
  pipelineOutputToSend(pipelineId: Guid, maxBytes: number): Uint8Array | undefined {
    const pipeline = this.#pipelines.get(pipelineId);
    const bytes = pipeline?.outgoing.takeTogether(maxBytes);
    this.#forgetDrained(pipeline);
    return bytes;
  }
  /** The channels that have something to send: the pool's first (undefined), then pipelines in the order they came. */
  channelsToSend(): (Guid | undefined)[] {
    const channels: (Guid | undefined)[] = [];
    if (this.#outgoing.waitingBytes('Default') > 0) channels.push(undefined);
    for (const pipeline of this.#pipelines.values()) {
      if (pipeline.outgoing.waitingBytes('Default') > 0) channels.push(pipeline.id);
    }
    return channels;
  }
  /** Bytes of a pipeline's messages that wait to be taken: for slowing the producer. */
  waitingBytes(pipelineId: Guid): number {
    return this.#pipelines.get(pipelineId)?.outgoing.waitingBytes('Default') ?? 0;
  }

  /** When to call `handleTimeout`: 0 for at once, undefined for never. Monotonic milliseconds. */
  nextTimeout(): number | undefined {
    return this.#keyAlarm.deadline;
  }
  handleTimeout(now: number): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [];
    if (this.#keyAlarm.fired(now)) {
      this.#break(new OperationTimeoutError('exchange the session key', this.#keyAlarm.limitMs), events);
    }
    return events;
  }

  #collect(
    incoming: IncomingChannel,
    bytes: Uint8Array,
    priority: FragmentPriority,
    messages: Uint8Array[],
  ): PSSessionError | undefined {
    try {
      incoming.receive(bytes, messages, priority);
      return undefined;
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      return error;
    }
  }

  #takePoolBytes(bytes: Uint8Array, events: ServerPoolEvent[]): void {
    if (this.#ended()) return;
    const message = decodeMessage(bytes);
    if (message.destination !== 'Server') {
      throw protocolError('A message for the client came to the server', 'message header');
    }
    const target = messageTarget(message.type);
    if (target === undefined) {
      throw protocolError(`The unknown message type 0x${message.type.toString(16)} came`, 'message header');
    }
    if (
      target === 'pipeline' ||
      message.type === MessageType.CREATE_PIPELINE ||
      message.type === MessageType.GET_COMMAND_METADATA
    ) {
      // Such a message belongs on its pipeline's channel; for a pipeline that is there it is taken here too.
      const pipeline = this.#pipelines.get(message.pipelineId);
      if (pipeline !== undefined) this.#takePipelineMessages(pipeline, [bytes], undefined, events);
      return;
    }
    if (target === 'pool' && message.runspacePoolId !== this.#poolId) {
      throw protocolError('A message names another runspace pool', 'message header');
    }
    this.#takePoolMessage(message, events);
  }

  #takePoolMessage({ type, body, runspacePoolId }: PsrpMessage, events: ServerPoolEvent[]): void {
    const value = this.#codec.decodeNow(body);
    if (type !== MessageType.SESSION_CAPABILITY && this.#version === undefined) {
      throw protocolError('The client sent a message before its capability', 'session');
    }
    switch (type) {
      case MessageType.SESSION_CAPABILITY:
        return this.#negotiate(decodeSessionCapability(value), events);
      case MessageType.INIT_RUNSPACEPOOL:
        return this.#init(runspacePoolId, value, events);
      case MessageType.PUBLIC_KEY:
        return this.#takePublicKey(value, events);
      case MessageType.CONNECT_RUNSPACEPOOL:
        throw protocolError('CONNECT_RUNSPACEPOOL came on the session stream', 'CONNECT_RUNSPACEPOOL');
      case MessageType.SET_MAX_RUNSPACES:
      case MessageType.SET_MIN_RUNSPACES:
        return this.#setRunspaces(type === MessageType.SET_MAX_RUNSPACES, value, events);
      case MessageType.GET_AVAILABLE_RUNSPACES:
        return this.#respond(decodePoolRequest(value).callId, this.#queue.available);
      case MessageType.RESET_RUNSPACE_STATE: {
        const { callId } = decodePoolRequest(value);
        // Only a pool of one runspace can be reset.
        if (this.#queue.max > 1) this.#respond(callId, false);
        else events.push({ type: 'resetRequested', callId });
        return;
      }
      case MessageType.RUNSPACEPOOL_HOST_RESPONSE:
        return this.#takeHostResponse(undefined, value, events);
      case MessageType.CLOSE_SESSION:
        events.push(...this.close());
        return;
      default:
        return; // a type that a later protocol adds
    }
  }

  #negotiate(capability: SessionCapability, events: ServerPoolEvent[]): void {
    if (this.#state !== 'BeforeOpen') {
      throw protocolError(`SESSION_CAPABILITY came while the pool is ${this.#state}`, 'SESSION_CAPABILITY');
    }
    const version = checkCapability(capability, this.#ownVersion);
    const answer = encodeSessionCapability({
      protocolVersion: asPSVersion(version ?? this.#ownVersion),
      psVersion: CAPABILITY_PS_VERSION,
      serializationVersion: CAPABILITY_SERIALIZATION_VERSION,
    });
    // The zero GUID, as real servers have it. Also sent on failure: the client then finds the reason itself.
    const header = encodeMessageHeader('Client', MessageType.SESSION_CAPABILITY, EMPTY_GUID);
    this.#outgoing.send(header, answer);
    if (version === undefined) {
      throw protocolError(
        `A client of protocol ${capability.protocolVersion.toString()}, PSVersion ${capability.psVersion.toString()} and serialization ${capability.serializationVersion.toString()} cannot be served; the protocol is ${this.#ownVersion}`,
        'SESSION_CAPABILITY',
      );
    }
    this.#version = version;
    if (atLeast(version, '2.4')) this.#codec.usePlainText();
    this.#move('capability', events);
  }

  #init(runspacePoolId: Guid, value: PSValue, events: ServerPoolEvent[]): void {
    if (this.#state !== 'Negotiated') {
      throw protocolError('The runspace pool of this session already exists', 'INIT_RUNSPACEPOOL');
    }
    const request = decodeInitRunspacePool(value);
    const limit = this.#options.maxRunspacesLimit ?? 0x7fff_ffff;
    this.#poolId = runspacePoolId;
    this.#minRunspaces = request.minRunspaces;
    this.#queue.max = request.maxRunspaces;
    this.#move('init', events);
    if (request.minRunspaces < 1 || request.minRunspaces > request.maxRunspaces || request.maxRunspaces > limit) {
      const text = `A pool of ${request.minRunspaces} to ${request.maxRunspaces} runspaces cannot be made here.`;
      events.push(...this.refusePool(simpleError(text, 'ArgumentOutOfRange', 'InvalidArgument')));
      return;
    }
    events.push({
      type: 'poolRequested',
      runspacePoolId,
      request,
      protocolVersion: this.#version ?? this.#ownVersion,
    });
  }

  #takePublicKey(value: PSValue, events: ServerPoolEvent[]): void {
    const publicKey = decodePublicKeyBlob(decodeKeyBlob(value, 'PublicKey'));
    // One key for the whole session: a second client gets the first one's, or could not read what waits for it.
    const key = this.#codec.sessionKey ?? this.#options.random(SESSION_KEY_BYTES);
    const blob = encodeSessionKeyBlob(publicKey, key, this.#options.random);
    const body = this.#codec.encode(encodeEncryptedSessionKey(blob));
    const header = encodeMessageHeader('Client', MessageType.ENCRYPTED_SESSION_KEY, EMPTY_GUID);
    if (body !== undefined) this.#outgoing.sendEncoded(header, body);
    this.#codec.setKey(key);
    this.#keyAlarm.clear();
    this.#keyRequested = false;
    events.push({ type: 'keyExchanged' });
    this.#outgoing.flush();
    for (const pipeline of this.#pipelines.values()) pipeline.outgoing.flush();
  }

  #setRunspaces(isMax: boolean, value: PSValue, events: ServerPoolEvent[]): void {
    const { callId, size } = decodePoolRequest(value, isMax ? 'MaxRunspaces' : 'MinRunspaces');
    const limit = this.#options.maxRunspacesLimit ?? 0x7fff_ffff;
    const legal = isMax
      ? size >= this.#minRunspaces && size <= limit && size !== this.#queue.max
      : size >= 1 && size <= this.#queue.max && size !== this.#minRunspaces;
    if (legal) {
      if (isMax) this.#queue.max = size;
      else this.#minRunspaces = size;
      events.push({
        type: 'runspaceCountsChanged',
        minRunspaces: this.#minRunspaces,
        maxRunspaces: this.#queue.max,
      });
    }
    this.#respond(callId, legal);
    this.#startWaiting(events);
  }

  #respond(callId: bigint, response: boolean | number): void {
    this.#send(MessageType.RUNSPACE_AVAILABILITY, encodeRunspaceAvailability({ callId, response }));
  }

  #makePipeline(id: Guid, events: ServerPoolEvent[]): ServerPipeline | undefined {
    if (this.#state !== 'Opened') {
      this.#break(
        protocolError(`Data for a pipeline came while the pool is ${this.#state}`, 'pipeline channel'),
        events,
      );
      return undefined;
    }
    const pipeline = new ServerPipeline(id, this.#codec, this.#objectIds, this.#pipelineLimits);
    this.#pipelines.set(id, pipeline);
    const limit = this.#options.maxPipelines ?? DEFAULT_MAX_PIPELINES;
    if (this.#pipelines.size > limit && this.#countLiving() > limit) {
      const text = `There are already ${limit} pipelines in this runspace pool.`;
      this.#end(pipeline, { state: 'Failed', error: simpleError(text, 'MaxPipelines', 'QuotaExceeded') }, events);
    }
    return pipeline;
  }

  #countLiving(): number {
    let count = 0;
    for (const pipeline of this.#pipelines.values()) if (pipeline.state !== 'Ended') count += 1;
    return count;
  }

  #takePipelineMessages(
    pipeline: ServerPipeline,
    messages: readonly Uint8Array[],
    fault: PSSessionError | undefined,
    events: ServerPoolEvent[],
  ): void {
    try {
      for (const message of messages) this.#takePipelineMessage(pipeline, message, events);
      if (fault !== undefined) throw fault;
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      // The bytes of this channel cannot be trusted any more. The pool and the other pipelines live on.
      if (pipeline.active) events.push({ type: 'stopRequested', pipelineId: pipeline.id });
      const record = simpleError(
        error.message,
        error.errorId,
        error instanceof QuotaError ? 'QuotaExceeded' : 'ProtocolError',
      );
      this.#end(pipeline, { state: 'Failed', error: record }, events);
    }
  }

  #takePipelineMessage(pipeline: ServerPipeline, bytes: Uint8Array, events: ServerPoolEvent[]): void {
    if (pipeline.state === 'Ended') return;
    const message = decodeMessage(bytes);
    const { type, body } = message;
    if (message.destination !== 'Server') {
      throw protocolError('A message for the client came to the server', 'message header');
    }
    if (message.runspacePoolId !== this.#poolId) {
      throw protocolError('A message names another runspace pool', 'message header');
    }
    const pipelineId = pipeline.id;
    switch (type) {
      case MessageType.CREATE_PIPELINE:
      case MessageType.GET_COMMAND_METADATA:
        return this.#create(pipeline, message, events);
      case MessageType.PIPELINE_INPUT:
        // After its end, or where none was announced, input is ignored. protocol.md 5.4
        if (pipeline.inputOpen) {
          const value = this.#codec.decodeNow(body);
          events.push({ type: 'input', pipelineId, value, wireBytes: bytes.length - MESSAGE_HEADER_BYTES });
        }
        return;
      case MessageType.END_OF_PIPELINE_INPUT:
        return this.#endInput(pipeline, events);
      case MessageType.PIPELINE_HOST_RESPONSE:
        return this.#takeHostResponse(pipelineId, this.#codec.decodeNow(body), events);
      case MessageType.STOP_PIPELINE:
        return this.#stop(pipeline, events);
      default:
        if (messageTarget(type) === undefined) {
          throw protocolError(`The unknown message type 0x${type.toString(16)} came`, 'message header');
        }
    }
  }

  #create(pipeline: ServerPipeline, message: PsrpMessage, events: ServerPoolEvent[]): void {
    if (pipeline.state !== 'NotCreated') throw protocolError('A pipeline was created twice', 'CREATE_PIPELINE');
    pipeline.wireId = message.pipelineId;
    const value = this.#codec.decodeNow(message.body);
    if (message.type === MessageType.CREATE_PIPELINE) {
      const request = decodeCreatePipeline(value);
      pipeline.inputOpen = !request.noInput;
      pipeline.isNested = request.isNested;
      pipeline.remoteStreamOptions = request.remoteStreamOptions;
      events.push({ type: 'pipelineCreated', pipelineId: pipeline.id, pipeline: request });
    } else {
      pipeline.inputOpen = false;
      const request = decodeGetCommandMetadata(value);
      events.push({ type: 'commandMetadataRequested', pipelineId: pipeline.id, request });
    }
    pipeline.move('create');
    this.#queue.add(pipeline);
    this.#startWaiting(events);
  }

  #startWaiting(events: ServerPoolEvent[]): void {
    if (this.#state !== 'Opened') return;
    for (let next = this.#queue.next(); next !== undefined; next = this.#queue.next()) {
      next.pipeline.move('ready');
      events.push({ type: 'pipelineReady', pipelineId: next.pipeline.id, nestedIn: next.nestedIn?.id });
    }
  }

  #endInput(pipeline: ServerPipeline, events: ServerPoolEvent[]): void {
    if (!pipeline.inputOpen) return;
    pipeline.inputOpen = false;
    events.push({ type: 'inputEnded', pipelineId: pipeline.id });
  }

  #stop(pipeline: ServerPipeline, events: ServerPoolEvent[]): void {
    if (pipeline.state === 'Ended' || pipeline.state === 'Stopping') return;
    this.#cancelCalls(pipeline.id, events);
    if (pipeline.active) {
      pipeline.move('stop');
      events.push({ type: 'stopRequested', pipelineId: pipeline.id });
    } else {
      this.#end(pipeline, { state: 'Stopped' }, events);
    }
  }

  #end(pipeline: ServerPipeline, end: PipelineEnd, events: ServerPoolEvent[]): void {
    if (!pipeline.move('end')) return;
    this.#cancelCalls(pipeline.id, events);
    if (!pipeline.abandoned) {
      const error =
        end.state === 'Stopped' ? (end.error ?? PIPELINE_STOPPED) : end.state === 'Failed' ? end.error : undefined;
      const body = encodePipelineState(error === undefined ? { state: end.state } : { state: end.state, error });
      this.#sendPipeline(pipeline, MessageType.PIPELINE_STATE, body);
    }
    this.#queue.remove(pipeline);
    events.push({ type: 'pipelineEnded', pipelineId: pipeline.id });
    this.#forgetDrained(pipeline);
    this.#startWaiting(events);
  }

  /** A pipeline that is over goes when its last byte was taken; until then its output waits here. */
  #forgetDrained(pipeline: ServerPipeline | undefined): void {
    if (pipeline?.state !== 'Ended') return;
    if (pipeline.abandoned) this.#pipelines.delete(pipeline.id);
  }

  #cancelCalls(pipelineId: Guid | undefined, events: ServerPoolEvent[]): void {
    for (const [callId, call] of this.#calls) {
      if (call.pipelineId !== pipelineId) continue;
      this.#calls.delete(callId);
      events.push({ type: 'hostCallCancelled', pipelineId, callId, method: call.method.name });
    }
  }

  #takeHostResponse(pipelineId: Guid | undefined, value: PSValue, events: ServerPoolEvent[]): void {
    const response = decodeHostResponse(value);
    const call = this.#calls.get(response.callId);
    if (call === undefined || call.pipelineId !== pipelineId) return; // an answer to nobody's question
    const { name } = call.method;
    const { callId, error, result: encodedResult } = response;
    const result =
      error !== undefined || encodedResult === null ? null : (decodeHostResult(name, encodedResult) as HostValue);
    this.#calls.delete(callId);
    events.push({
      type: 'hostResponse',
      pipelineId,
      callId,
      method: name,
      result,
      encodedResult,
      ...(error !== undefined && { error }),
    });
  }

  #connectReply(): Uint8Array {
    const reply = new OutgoingChannel(this.#objectIds, this.#codec);
    reply.send(
      encodeMessageHeader('Client', MessageType.SESSION_CAPABILITY, this.#poolId),
      encodeSessionCapability({
        protocolVersion: asPSVersion(this.#version ?? this.#ownVersion),
        psVersion: CAPABILITY_PS_VERSION,
        serializationVersion: CAPABILITY_SERIALIZATION_VERSION,
      }),
    );
    // The two values exchanged, as real servers write them: a PowerShell client takes them that way.
    reply.send(
      encodeMessageHeader('Client', MessageType.RUNSPACEPOOL_INIT_DATA, this.#poolId),
      encodeRunspacePoolInitData(this.#queue.max, this.#minRunspaces),
    );
    return reply.take(MAX_CONNECT_REPLY_BYTES, 'Default') ?? new Uint8Array(0);
  }

  #takeOver(): readonly ServerPoolEvent[] {
    const events: ServerPoolEvent[] = [{ type: 'clientConnected' }];
    this.#incoming.reset();
    this.#send(MessageType.APPLICATION_PRIVATE_DATA, encodeApplicationPrivateData(this.#privateData));
    this.#cancelCalls(undefined, events);
    for (const pipeline of this.#pipelines.values()) {
      pipeline.incoming.reset();
      this.#endInput(pipeline, events);
      // Its command never becomes whole: nobody could wait for its end.
      if (pipeline.state === 'NotCreated')
        this.#end(
          pipeline,
          { state: 'Failed', error: simpleError(HALF_A_COMMAND, 'PipelineNotCreated', 'ConnectionError') },
          events,
        );
    }
    return events;
  }

  #listening(pipelineId: Guid): ServerPipeline | undefined {
    const pipeline = this.#pipelines.get(pipelineId);
    return pipeline === undefined || pipeline.state === 'Ended' || pipeline.abandoned ? undefined : pipeline;
  }

  #sendRecord(pipelineId: Guid, type: number, encode: (options: number) => PSValue): boolean {
    const pipeline = this.#listening(pipelineId);
    if (pipeline === undefined || this.#ended()) return false;
    this.#sendPipeline(pipeline, type, encode(pipeline.remoteStreamOptions));
    return true;
  }

  #sendPipeline(pipeline: ServerPipeline, type: number, value: PSValue): void {
    if (!pipeline.outgoing.send(pipeline.header(type, this.#poolId), value)) this.#requestKey();
  }

  #send(type: number, value: PSValue): void {
    if (!this.#outgoing.send(encodeMessageHeader('Client', type, this.#poolId), value)) this.#requestKey();
  }

  /** Clients below 2.2 have to be asked for their key. */
  #requestKey(): void {
    if (this.#keyRequested) return;
    this.#keyRequested = true;
    const body = this.#codec.encode('');
    const header = encodeMessageHeader('Client', MessageType.PUBLIC_KEY_REQUEST, EMPTY_GUID);
    if (body !== undefined) this.#outgoing.sendEncoded(header, body);
    this.#keyAlarm.set();
  }

  #ended(): boolean {
    return this.#state === 'Closed' || this.#state === 'Broken';
  }

  #break(reason: PSSessionError, events: ServerPoolEvent[]): void {
    if (this.#ended()) return;
    if (this.#version !== undefined) {
      const error = simpleError(reason.message, reason.errorId, 'ProtocolError');
      this.#send(MessageType.RUNSPACEPOOL_STATE, encodeRunspacePoolState({ state: 'Broken', error }));
    }
    this.#finish('fault', events, reason);
  }

  #finish(input: 'closed' | 'fault', events: ServerPoolEvent[], reason?: PSSessionError): void {
    const next = SERVER_POOL_MOVES[this.#state][input];
    if (next === undefined) return;
    this.#keyAlarm.clear();
    for (const [callId, call] of this.#calls) {
      events.push({ type: 'hostCallCancelled', pipelineId: call.pipelineId, callId, method: call.method.name });
    }
    this.#calls.clear();
    for (const pipeline of this.#pipelines.values()) {
      if (pipeline.active) events.push({ type: 'stopRequested', pipelineId: pipeline.id });
      if (pipeline.move('end')) events.push({ type: 'pipelineEnded', pipelineId: pipeline.id });
    }
    this.#state = next;
    events.push({ type: 'stateChanged', state: next, ...(reason && { reason }) });
  }

  #move(input: ServerPoolInput, events: ServerPoolEvent[]): void {
    const next = SERVER_POOL_MOVES[this.#state][input];
    if (next === undefined || next === this.#state) return;
    this.#state = next;
    events.push({ type: 'stateChanged', state: next });
  }
}

const INFORMATIONAL = {
  Warning: { type: MessageType.WARNING_RECORD, flag: RemoteStreamOptions.AddInvocationInfoToWarningRecord },
  Verbose: { type: MessageType.VERBOSE_RECORD, flag: RemoteStreamOptions.AddInvocationInfoToVerboseRecord },
  Debug: { type: MessageType.DEBUG_RECORD, flag: RemoteStreamOptions.AddInvocationInfoToDebugRecord },
} as const;

/** What PowerShell gives for a pipeline that was stopped. */
export const PIPELINE_STOPPED: PSErrorRecord = {
  exception: {
    typeNames: [
      'System.Management.Automation.PipelineStoppedException',
      'System.Management.Automation.RuntimeException',
      'System.SystemException',
      'System.Exception',
      'System.Object',
    ],
    message: 'The pipeline has been stopped.',
  },
  targetObject: null,
  fullyQualifiedErrorId: 'PipelineStopped',
  category: 'OperationStopped',
  categoryActivity: '',
  categoryReason: 'PipelineStoppedException',
  categoryTargetName: '',
  categoryTargetType: '',
  categoryMessage: '',
};

function simpleError(message: string, errorId: string, category: PSErrorRecord['category']): PSErrorRecord {
  return {
    exception: {
      typeNames: ['System.Management.Automation.Remoting.PSRemotingDataStructureException', ...TYPE_NAMES.exception],
      message,
    },
    targetObject: null,
    fullyQualifiedErrorId: errorId,
    category,
    categoryActivity: '',
    categoryReason: 'PSRemotingDataStructureException',
    categoryTargetName: '',
    categoryTargetType: '',
    categoryMessage: '',
  };
}

/**
 * The version to speak with a client, or undefined. PowerShell takes a client of 2.0 to 2.3 at its word; above that,
 * the client has to know our version, which is then the one. protocol.md 5.1
 */
function checkCapability(theirs: SessionCapability, own: ProtocolVersion): ProtocolVersion | undefined {
  const { protocolVersion, psVersion, serializationVersion } = theirs;
  if (psVersion.major !== CAPABILITY_PS_VERSION.major || psVersion.minor < CAPABILITY_PS_VERSION.minor)
    return undefined;
  if (
    serializationVersion.major !== CAPABILITY_SERIALIZATION_VERSION.major ||
    serializationVersion.minor < CAPABILITY_SERIALIZATION_VERSION.minor
  ) {
    return undefined;
  }
  const known = asProtocolVersion(protocolVersion);
  if (known !== undefined && protocolMinor(known) <= protocolMinor(own)) return known;
  return protocolVersion.major === 2 && protocolVersion.minor >= protocolMinor(own) ? own : undefined;
}

function splitConnectData(data: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const first = firstFragment(data);
  const second = first === undefined ? undefined : firstFragment(data.subarray(first.length));
  if (first === undefined || second === undefined || first.length + second.length !== data.length) {
    throw protocolError('A connect request is exactly two messages of one fragment each', 'connectXml');
  }
  for (const fragment of [first, second]) {
    const header = readFragmentHeader(fragment);
    if (!header.start || !header.end) {
      throw protocolError('A message of the connect request is not whole in one fragment', 'connectXml');
    }
  }
  const [message] = new Defragmenter().push(first);
  const [request] = new Defragmenter().push(second);
  if (message === undefined || request === undefined) throw protocolError('A connect request is empty', 'connectXml');
  return [message, request];
}
