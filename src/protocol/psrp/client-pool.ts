/**
 * The client's side of a runspace pool and of its pipelines. protocol.md 5.2, 5.4, 5.5
 *
 * Theory of operation. `open` (or `connect`) queues the first messages; the owner takes bytes with `poolBytesToSend`
 * and `pipelineBytesToSend`, hands them to a transport, and gives what the transport delivers to `receive*`. Every
 * method returns the events it caused. Nothing is sent by itself and no clock is read: after every call the owner
 * drains `channelsToSend()` and sets its alarm to `nextTimeout()`; a result of 0 means at once.
 *
 * The transport's own acts (disconnect, close, stop) are announced here first, then done, then reported:
 * `disconnect` / `disconnected`, `close` / `closed`, `stopPipeline` / `stopAcknowledged`.
 *
 * Faults of the peer on the pool's channel break the pool; on a pipeline's channel they end that pipeline. Wrong calls
 * throw.
 */
import { ArgumentError, InvalidStateError, OperationTimeoutError, PSSessionError } from '../errors/index.js';
import { guidFromRandom, type Guid } from '../bytes/index.js';
import { decodeSessionKeyBlob, encodePublicKeyBlob, generateRsaKeyPair, type RsaPrivateKey } from '../crypto/index.js';
import type { PSDictionary, PSErrorRecord, PSPowerShellDefinition, PSValue } from '../objects/index.js';
import { Alarm, earliest } from './alarm.js';
import { IncomingChannel, OutgoingChannel, type FragmentPriority } from './channel.js';
import type {
  ClientPoolEvent,
  ClientPoolOptions,
  CreatePipelineOptions,
  PoolRequestKind,
  PoolRequestResult,
} from './client-events.js';
import { ClientPipeline } from './client-pipeline.js';
import { ApartmentState, PSThreadOptions, RemoteStreamOptions, type RunspacePoolState } from './enums.js';
import { DEFAULT_MAX_OBJECT_BYTES, Defragmenter, ObjectIdSource, type DefragmenterOptions } from './fragment.js';
import { encodeHostFailure, encodeHostResult, decodeHostCall, type HostCall, type HostValue } from './host-call.js';
import type { HostMethodName, HostMethodResult } from './host-methods.js';
import { NO_HOST, USE_RUNSPACE_HOST } from './host-info.js';
import { MessageType, decodeMessage, encodeMessageHeader, messageTarget, messageTypeName } from './message.js';
import { CLIENT_POOL_MOVES, type ClientPoolInput } from './moves.js';
import { encodeCreatePipeline, encodeGetCommandMetadata, type GetCommandMetadata } from './pipeline-messages.js';
import {
  CAPABILITY_PS_VERSION,
  CAPABILITY_SERIALIZATION_VERSION,
  decodeApplicationPrivateData,
  decodeKeyBlob,
  decodeRunspaceAvailability,
  decodeRunspacePoolInitData,
  decodeRunspacePoolState,
  decodeSessionCapability,
  decodeUserEvent,
  encodeConnectRunspacePool,
  encodeInitRunspacePool,
  encodePoolRequest,
  encodePublicKey,
  encodeSessionCapability,
  type PoolSizes,
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
import { BodyCodec } from './secure-strings.js';
import { protocolVersionOf, withVersionTable } from './version-table.js';

export const DEFAULT_OPEN_TIMEOUT_MS = 180_000;
export const DEFAULT_KEY_EXCHANGE_TIMEOUT_MS = 180_000;

/** The answer to a host call: what the method gives, or why it gives nothing. */
export type HostAnswer<Name extends HostMethodName = HostMethodName> =
  | { readonly result: HostMethodResult<Name> | HostValue }
  | { readonly error: PSErrorRecord };

/** One channel and priority that has bytes to send; `pipelineId` undefined is the pool's own. */
export interface ChannelToSend {
  readonly pipelineId: Guid | undefined;
  readonly priority: FragmentPriority;
}

export class ClientPool {
  readonly poolId: Guid;
  readonly #options: ClientPoolOptions;
  readonly #ownVersion: ProtocolVersion;
  readonly #codec = new BodyCodec();
  readonly #objectIds = new ObjectIdSource();
  readonly #outgoing: OutgoingChannel;
  readonly #incoming: IncomingChannel;
  readonly #pipelineLimits: DefragmenterOptions;
  readonly #pipelines = new Map<Guid, ClientPipeline>();
  /** Of pipelines whose carrier is gone while what they said waits for the session key: how they end then. */
  readonly #endsWithKey = new Map<Guid, () => readonly ClientPoolEvent[]>();
  readonly #requests = new Map<bigint, { readonly kind: PoolRequestKind; readonly size: number }>();
  readonly #openAlarm: Alarm;
  readonly #keyAlarm: Alarm;
  #state: RunspacePoolState = 'BeforeOpen';
  #negotiated: ProtocolVersion | undefined;
  /** This client did not open the session: another had it before. */
  #tookOver = false;
  #serverVersion: ProtocolVersion | undefined;
  #privateData: PSDictionary | null | undefined;
  #minRunspaces: number;
  #maxRunspaces: number;
  #lastCallId = 0n;
  #keyPair: RsaPrivateKey | undefined;
  #disconnectWanted = false;

  constructor(options: ClientPoolOptions) {
    this.#options = options;
    this.poolId = options.poolId ?? guidFromRandom(options.random(16));
    this.#ownVersion = options.protocolVersion ?? DEFAULT_PROTOCOL_VERSION;
    this.#minRunspaces = options.minRunspaces ?? 1;
    this.#maxRunspaces = options.maxRunspaces ?? 1;
    if (!(this.#minRunspaces >= 1 && this.#minRunspaces <= this.#maxRunspaces && this.#maxRunspaces <= 0x7fff_ffff)) {
      throw new ArgumentError(
        'maxRunspaces',
        `A pool of ${this.#minRunspaces} to ${this.#maxRunspaces} runspaces cannot be: at least 1, and the minimum not above the maximum.`,
      );
    }
    const maxObjectBytes = options.maxObjectBytes ?? DEFAULT_MAX_OBJECT_BYTES;
    this.#outgoing = new OutgoingChannel(this.#objectIds, this.#codec);
    this.#incoming = new IncomingChannel({ maxObjectBytes });
    this.#pipelineLimits = {
      maxObjectBytes,
      maxTotalBytes: options.maxReceivedBytesPerCommand ?? Number.POSITIVE_INFINITY,
    };
    this.#openAlarm = new Alarm(options.openTimeoutMs ?? DEFAULT_OPEN_TIMEOUT_MS);
    this.#keyAlarm = new Alarm(options.keyExchangeTimeoutMs ?? DEFAULT_KEY_EXCHANGE_TIMEOUT_MS);
  }

  get state(): RunspacePoolState {
    return this.#state;
  }
  /** The version both sides speak; undefined before the server's capability came. */
  get protocolVersion(): ProtocolVersion | undefined {
    return this.#negotiated;
  }
  /** What the server told of itself; undefined before it came. */
  get applicationPrivateData(): PSDictionary | null | undefined {
    return this.#privateData;
  }
  get minRunspaces(): number {
    return this.#minRunspaces;
  }
  get maxRunspaces(): number {
    return this.#maxRunspaces;
  }
  get hasSessionKey(): boolean {
    return this.#codec.hasKey;
  }
  get pipelineIds(): readonly Guid[] {
    return [...this.#pipelines.keys()];
  }
  /** True when the server can be left: protocol 2.2 or later. Whether the carrier can is the transport's to say. */
  get serverSupportsDisconnect(): boolean {
    // A session that was just taken over has negotiated before its server says more of itself.
    const version = this.#serverVersion ?? this.#negotiated;
    return version !== undefined && atLeast(version, '2.2');
  }

  /** Queues SESSION_CAPABILITY and INIT_RUNSPACEPOOL: what `poolBytesToSend` gives first is the creationXml. */
  open(): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    this.#expect('open', 'open the runspace pool', events);
    this.#sendCapability();
    this.#send(
      MessageType.INIT_RUNSPACEPOOL,
      encodeInitRunspacePool({
        minRunspaces: this.#minRunspaces,
        maxRunspaces: this.#maxRunspaces,
        threadOptions: this.#options.threadOptions ?? PSThreadOptions.Default,
        apartmentState: this.#options.apartmentState ?? ApartmentState.Unknown,
        applicationArguments: withVersionTable(
          this.#options.applicationArguments,
          this.#ownVersion,
          this.#options.clientVersion ?? '7.4.0',
        ),
        hostInfo: this.#options.hostInfo ?? NO_HOST,
      }),
    );
    this.#openAlarm.set();
    return events;
  }

  /**
   * Takes over a session that another client left: queues SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL, each whole, for
   * the transport's connectXml. Give its answer to `receiveConnectResponse`.
   * @param sizes the pool's sizes where they are known; the server refuses when both differ from its own.
   */
  connect(sizes: PoolSizes = { minRunspaces: undefined, maxRunspaces: undefined }): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    this.#expect('connect', 'connect to the runspace pool', events);
    this.#tookOver = true;
    this.#sendCapability();
    this.#send(MessageType.CONNECT_RUNSPACEPOOL, encodeConnectRunspacePool(sizes));
    this.#openAlarm.set();
    return events;
  }

  /** The connectResponseXml: SESSION_CAPABILITY and RUNSPACEPOOL_INIT_DATA. */
  receiveConnectResponse(bytes: Uint8Array): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    if (this.#state !== 'Connecting')
      throw new InvalidStateError('take a connect response', this.#state, ['Connecting']);
    this.#guard(events, () => {
      const messages = new Defragmenter().push(bytes);
      for (const message of messages) this.#takeMessage(message, events);
      if (this.#state === 'Connecting') {
        throw protocolError('The answer to the connect request lacks RUNSPACEPOOL_INIT_DATA', 'connectResponseXml');
      }
      this.#incoming.skipOrphans();
    });
    return events;
  }

  /** A pipeline that runs in the session taken over, so that its output finds it. Its input is closed. */
  attachPipeline(pipelineId: Guid): readonly ClientPoolEvent[] {
    if (this.#state !== 'Opened') throw new InvalidStateError('attach a pipeline', this.#state, ['Opened']);
    const events: ClientPoolEvent[] = [];
    if (this.#pipelines.has(pipelineId))
      throw new ArgumentError('pipelineId', `The pipeline ${pipelineId} is already here.`);
    const pipeline = this.#makePipeline(pipelineId, true);
    pipeline.skipOrphans();
    pipeline.move('attach', events);
    return events;
  }

  /** Any slice of the pool's channel. */
  receivePoolData(bytes: Uint8Array): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    if (this.#state === 'Broken' || this.#state === 'Closed') return events;
    this.#guard(events, () => {
      const messages: Uint8Array[] = [];
      let fault: unknown;
      try {
        this.#incoming.receive(bytes, messages);
      } catch (error) {
        fault = error;
      }
      for (const message of messages) this.#takeMessage(message, events);
      if (fault !== undefined) throw fault;
    });
    return events;
  }

  /** Any slice of a pipeline's channel. Data of a pipeline that has ended is dropped. */
  receivePipelineData(pipelineId: Guid, bytes: Uint8Array): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline === undefined || this.#state === 'Broken' || this.#state === 'Closed') return events;
    if (pipeline.receive(bytes, events).needsKey) this.#startKeyExchange();
    if (pipeline.ended) this.#pipelines.delete(pipelineId);
    return events;
  }

  /** Makes a pipeline; its first bytes (CREATE_PIPELINE) are what `pipelineBytesToSend` gives. */
  createPipeline(definition: PSPowerShellDefinition, options: CreatePipelineOptions = {}): Guid {
    this.#requireOpened('create a pipeline');
    this.#checkDefinition(definition);
    const noInput = options.noInput ?? true;
    const pipeline = this.#makePipeline(options.pipelineId, noInput);
    const body = encodeCreatePipeline(
      {
        powerShell: definition,
        noInput,
        apartmentState: options.apartmentState ?? this.#options.apartmentState ?? ApartmentState.Unknown,
        remoteStreamOptions: options.remoteStreamOptions ?? RemoteStreamOptions.AddInvocationInfo,
        addToHistory: options.addToHistory ?? false,
        hostInfo: options.hostInfo ?? USE_RUNSPACE_HOST,
        isNested: options.isNested ?? false,
      },
      this.#serverVersion,
    );
    this.#sendPipeline(pipeline, MessageType.CREATE_PIPELINE, body);
    pipeline.move('start', []);
    return pipeline.id;
  }

  /** Asks for commands' metadata; the answer comes as the output of a pipeline. protocol.md 3.5 */
  getCommandMetadata(request: Partial<GetCommandMetadata> = {}, pipelineId?: Guid): Guid {
    this.#requireOpened('ask for command metadata');
    const pipeline = this.#makePipeline(pipelineId, true);
    const body = encodeGetCommandMetadata(
      {
        names: request.names ?? [],
        commandType: request.commandType ?? 383,
        namespaces: request.namespaces ?? [],
        fullyQualifiedModules: request.fullyQualifiedModules ?? [],
        argumentList: request.argumentList ?? null,
      },
      this.#negotiated ?? this.#ownVersion,
    );
    this.#sendPipeline(pipeline, MessageType.GET_COMMAND_METADATA, body);
    pipeline.move('start', []);
    return pipeline.id;
  }

  /**
   * Feeds one object. Input of a pipeline that has already ended is dropped: it may end at any moment.
   * @throws {InvalidStateError} the pipeline was made without input, or the end of its input was sent.
   */
  sendInput(pipelineId: Guid, value: PSValue): void {
    const pipeline = this.#inputOf(pipelineId, 'send input to the pipeline');
    if (pipeline !== undefined) this.#sendPipeline(pipeline, MessageType.PIPELINE_INPUT, value);
  }
  endInput(pipelineId: Guid): void {
    const pipeline = this.#inputOf(pipelineId, 'end the input of the pipeline');
    if (pipeline === undefined) return;
    this.#sendPipeline(pipeline, MessageType.END_OF_PIPELINE_INPUT, null);
    pipeline.closeInput();
  }

  /**
   * Answers a host call. A call of a pipeline that has ended meanwhile needs no answer and gets none.
   * @throws {ArgumentError} the method is void, or the result is not of its kind.
   */
  respondToHostCall<Name extends HostMethodName>(
    pipelineId: Guid | undefined,
    call: Pick<HostCall, 'callId' | 'isVoid'> & { readonly method: Name },
    answer: HostAnswer<Name>,
  ): void {
    if (call.isVoid)
      throw new ArgumentError('call', `The host method ${call.method} is void and must not be answered.`);
    const body =
      'error' in answer
        ? encodeHostFailure(call.callId, call.method, answer.error)
        : encodeHostResult(call.callId, call.method, answer.result as HostMethodResult<Name>);
    if (pipelineId === undefined) {
      this.#requireAlive('answer a host call');
      this.#send(MessageType.RUNSPACEPOOL_HOST_RESPONSE, body, 'PromptResponse');
      return;
    }
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline !== undefined) {
      this.#sendPipeline(pipeline, MessageType.PIPELINE_HOST_RESPONSE, body, 'PromptResponse');
    }
  }

  /** Announces the transport's stop signal. */
  stopPipeline(pipelineId: Guid): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    this.#pipelines.get(pipelineId)?.move('stop', events);
    return events;
  }
  /** The transport's stop was acknowledged. A pipeline whose own word has not come by now counts as stopped. */
  stopAcknowledged(pipelineId: Guid): readonly ClientPoolEvent[] {
    return this.#endPipeline(pipelineId, 'stopped');
  }
  /** The carrier of the pipeline is gone. One that had not ended failed, for `reason`; one that was stopped is Stopped. */
  pipelineClosed(pipelineId: Guid, reason?: PSSessionError): readonly ClientPoolEvent[] {
    const stopping = this.#pipelines.get(pipelineId)?.state === 'Stopping';
    return this.#endPipeline(
      pipelineId,
      stopping ? 'stopped' : 'failed',
      reason ?? new PSSessionError('The pipeline ended without telling its state.', { category: 'ConnectionError' }),
    );
  }

  /** @returns whether a message went out; the answer is a `runspaceAvailability` event with the same call id. */
  setMinRunspaces(count: number): PoolRequestResult {
    return this.#setRunspaces('setMinRunspaces', count, count >= 1 && count <= this.#maxRunspaces, this.#minRunspaces);
  }
  setMaxRunspaces(count: number): PoolRequestResult {
    const legal = count >= this.#minRunspaces && count <= 0x7fff_ffff;
    return this.#setRunspaces('setMaxRunspaces', count, legal, this.#maxRunspaces);
  }
  /** @returns the call id of the answering event. */
  getAvailableRunspaces(): bigint {
    this.#requireOpened('ask for available runspaces');
    return this.#request('getAvailableRunspaces', 0, (callId) => [
      MessageType.GET_AVAILABLE_RUNSPACES,
      encodePoolRequest(callId),
    ]);
  }
  /** @throws {InvalidStateError} the server speaks less than 2.3. */
  resetRunspaceState(): bigint {
    this.#requireOpened('reset the runspace');
    if (this.#serverVersion === undefined || !atLeast(this.#serverVersion, '2.3')) {
      throw new InvalidStateError('reset the runspace', `protocol ${this.#serverVersion ?? 'unknown'}`, [
        'protocol 2.3',
      ]);
    }
    return this.#request('resetRunspaceState', 0, (callId) => [
      MessageType.RESET_RUNSPACE_STATE,
      encodePoolRequest(callId),
    ]);
  }

  /** Announces the transport's disconnect; do it when `disconnectReady` comes: a key exchange is waited for. */
  disconnect(): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    this.#expect('disconnect', 'disconnect from the runspace pool', events);
    if (this.#keyPair === undefined) events.push({ type: 'disconnectReady' });
    else this.#disconnectWanted = true;
    return events;
  }
  /** The shell is disconnected: because we asked, or because the server or the network said so. */
  disconnected(): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    this.#expect('disconnected', 'leave the runspace pool disconnected', events);
    this.#openAlarm.clear();
    for (const pipeline of this.#pipelines.values()) pipeline.move('disconnected', events);
    return events;
  }
  /** Announces the transport's reconnect of the session that this same object disconnected. */
  reconnect(): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    this.#expect('reconnect', 'reconnect to the runspace pool', events);
    return events;
  }
  /** The shell is reconnected. Half-received messages go on where they stopped; no message is exchanged for it. */
  reconnected(): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    this.#expect('reconnected', 'take the runspace pool up again', events);
    this.#incoming.skipOrphans();
    for (const pipeline of this.#pipelines.values()) {
      pipeline.skipOrphans();
      pipeline.move('reconnected', events);
    }
    return events;
  }

  /** Announces the transport's close. Pipelines that run are ended by the server. */
  close(): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    if (this.#state === 'Closed' || this.#state === 'Broken' || this.#state === 'Closing') return events;
    this.#expect('close', 'close the runspace pool', events);
    this.#openAlarm.clear();
    this.#keyAlarm.clear();
    return events;
  }
  /** The carrier is gone: after `close()` the pool is Closed, otherwise Broken when there is a reason. */
  closed(reason?: PSSessionError): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    const wanted = this.#state === 'Closing';
    if (reason !== undefined && !wanted) this.#break(reason, events);
    else this.#finish('closed', events);
    return events;
  }

  /**
   * Whole fragments of the pool's channel, of up to `maxBytes` together, or undefined when there is nothing to say.
   * @throws {ArgumentError} `maxBytes` has no room for a fragment.
   */
  poolBytesToSend(maxBytes: number, priority: FragmentPriority = 'Default'): Uint8Array | undefined {
    return this.#outgoing.take(maxBytes, priority);
  }
  /** The same for one pipeline's channel. */
  pipelineBytesToSend(
    pipelineId: Guid,
    maxBytes: number,
    priority: FragmentPriority = 'Default',
  ): Uint8Array | undefined {
    return this.#pipelines.get(pipelineId)?.outgoing.take(maxBytes, priority);
  }
  /** The channels that have something to send now. */
  channelsToSend(): ChannelToSend[] {
    const channels: ChannelToSend[] = [];
    const add = (pipelineId: Guid | undefined, outgoing: OutgoingChannel): void => {
      if (outgoing.waitingBytes('PromptResponse') > 0) channels.push({ pipelineId, priority: 'PromptResponse' });
      if (outgoing.waitingBytes('Default') > 0) channels.push({ pipelineId, priority: 'Default' });
    };
    add(undefined, this.#outgoing);
    for (const pipeline of this.#pipelines.values()) add(pipeline.id, pipeline.outgoing);
    return channels;
  }
  /** Bytes of a pipeline's messages that wait to be taken: for the feeder of its input. Held ones are not counted. */
  waitingBytes(pipelineId: Guid): number {
    return this.#pipelines.get(pipelineId)?.outgoing.waitingBytes('Default') ?? 0;
  }

  /** When to call `handleTimeout`: 0 for at once, undefined for never. Monotonic milliseconds. */
  nextTimeout(): number | undefined {
    return earliest(this.#openAlarm.deadline, this.#keyAlarm.deadline);
  }
  handleTimeout(now: number): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    if (this.#openAlarm.fired(now)) {
      const error = new OperationTimeoutError('open the runspace pool', this.#openAlarm.limitMs);
      this.#break(error, events);
    }
    if (this.#keyAlarm.fired(now)) {
      this.#break(new OperationTimeoutError('exchange the session key', this.#keyAlarm.limitMs), events);
    }
    return events;
  }

  #takeMessage(bytes: Uint8Array, events: ClientPoolEvent[]): void {
    if (this.#state === 'Broken' || this.#state === 'Closed') return;
    const { destination, type, body, pipelineId } = decodeMessage(bytes);
    if (destination !== 'Client') throw protocolError('A message for the server came to the client', 'message header');
    const name = messageTypeName(type);
    if (this.#negotiated === undefined && type !== MessageType.SESSION_CAPABILITY) {
      // A server that gives up before it negotiates may say so.
      if (type !== MessageType.RUNSPACEPOOL_STATE) {
        throw protocolError(`The server sent ${name ?? `0x${type.toString(16)}`} before its capability`, 'session');
      }
    }
    const target = messageTarget(type);
    if (target === undefined)
      throw protocolError(`The unknown message type 0x${type.toString(16)} came`, 'message header');
    if (target === 'pipeline') {
      const pipeline = this.#pipelines.get(pipelineId);
      if (pipeline === undefined) return;
      if (!pipeline.take(bytes, events)) this.#startKeyExchange();
      if (pipeline.ended) this.#pipelines.delete(pipelineId);
      return;
    }
    // The key itself never waits behind a message that needs it.
    const session = target === 'session';
    const value = this.#incoming.isHolding && !session ? undefined : this.#codec.decode(body);
    if (value === undefined) {
      this.#incoming.hold(bytes);
      this.#startKeyExchange();
      return;
    }
    this.#takePoolMessage(type, value, events);
  }

  #takePoolMessage(type: number, value: PSValue, events: ClientPoolEvent[]): void {
    switch (type) {
      case MessageType.SESSION_CAPABILITY:
        return this.#negotiate(value, events);
      case MessageType.APPLICATION_PRIVATE_DATA: {
        if (this.#privateData !== undefined) return; // the first one wins
        this.#privateData = decodeApplicationPrivateData(value);
        this.#serverVersion = protocolVersionOf(this.#privateData) ?? this.#negotiated;
        events.push({ type: 'applicationPrivateData', data: this.#privateData });
        return;
      }
      case MessageType.RUNSPACEPOOL_STATE:
        return this.#takeState(value, events);
      case MessageType.RUNSPACEPOOL_INIT_DATA: {
        const { minRunspaces, maxRunspaces } = decodeRunspacePoolInitData(value);
        // Real servers exchange the two; whichever way they come, the smaller one is the minimum.
        this.#minRunspaces = Math.min(minRunspaces, maxRunspaces);
        this.#maxRunspaces = Math.max(minRunspaces, maxRunspaces);
        events.push({ type: 'runspaceCounts', minRunspaces: this.#minRunspaces, maxRunspaces: this.#maxRunspaces });
        if (this.#move('connected', events)) this.#openAlarm.clear();
        return;
      }
      case MessageType.RUNSPACE_AVAILABILITY:
        return this.#takeAvailability(value, events);
      case MessageType.USER_EVENT:
        events.push({ type: 'userEvent', event: decodeUserEvent(value) });
        return;
      case MessageType.RUNSPACEPOOL_HOST_CALL:
        events.push({ type: 'hostCall', pipelineId: undefined, call: decodeHostCall(value) });
        return;
      case MessageType.PUBLIC_KEY_REQUEST:
        return this.#startKeyExchange();
      case MessageType.ENCRYPTED_SESSION_KEY:
        return this.#takeSessionKey(value, events);
      default:
        // A type for the pool that a later protocol adds, or one that only servers take: no harm, not ours.
        return;
    }
  }

  #negotiate(value: PSValue, events: ClientPoolEvent[]): void {
    // For the client before, which did not hear it any more.
    if (this.#tookOver && this.#state === 'Opened') return;
    if (this.#negotiated !== undefined || (this.#state !== 'Opening' && this.#state !== 'Connecting')) {
      throw protocolError(`The server sent SESSION_CAPABILITY while the pool is ${this.#state}`, 'SESSION_CAPABILITY');
    }
    const capability = decodeSessionCapability(value);
    const version = asProtocolVersion(capability.protocolVersion);
    if (version === undefined || (version === '2.4' && this.#ownVersion !== '2.4')) {
      throw protocolError(
        `The server speaks protocol ${capability.protocolVersion.toString()}; understood are 2.0 to ${this.#ownVersion}`,
        'SESSION_CAPABILITY.protocolversion',
      );
    }
    for (const [name, got, wanted] of [
      ['PSVersion', capability.psVersion, CAPABILITY_PS_VERSION],
      ['SerializationVersion', capability.serializationVersion, CAPABILITY_SERIALIZATION_VERSION],
    ] as const) {
      if (got.toString() !== wanted.toString()) {
        throw protocolError(
          `The server's ${name} is ${got.toString()} and has to be ${wanted.toString()}`,
          `SESSION_CAPABILITY.${name}`,
        );
      }
    }
    const agreed = protocolMinor(version) < protocolMinor(this.#ownVersion) ? version : this.#ownVersion;
    this.#negotiated = agreed;
    if (atLeast(agreed, '2.4')) this.#codec.usePlainText();
    events.push({ type: 'negotiated', protocolVersion: agreed });
  }

  #takeState(value: PSValue, events: ClientPoolEvent[]): void {
    const { state, error } = decodeRunspacePoolState(value);
    switch (state) {
      case 'Opened':
        if (this.#move('opened', events)) this.#openAlarm.clear();
        return;
      case 'Broken': {
        const text =
          error === undefined ? 'The server says that the runspace pool is broken.' : error.exception.message;
        const reason = new PSSessionError(text, {
          errorId: error?.fullyQualifiedErrorId ?? 'PSSessionStateBroken',
          category: error?.category ?? 'OpenError',
        });
        this.#break(reason, events, error);
        return;
      }
      case 'Closed':
        if (this.#state !== 'Closing') this.#finish('closed', events);
        return;
      default: // Closing and the negotiation's own states tell nothing new.
        return;
    }
  }

  #takeAvailability(value: PSValue, events: ClientPoolEvent[]): void {
    const { callId, response } = decodeRunspaceAvailability(value);
    const request = this.#requests.get(callId);
    if (request === undefined) return; // an answer to nobody's question
    this.#requests.delete(callId);
    const succeeded = response !== false;
    if (succeeded && request.kind === 'setMinRunspaces') this.#minRunspaces = request.size;
    if (succeeded && request.kind === 'setMaxRunspaces') this.#maxRunspaces = request.size;
    events.push({
      type: 'runspaceAvailability',
      callId,
      request: request.kind,
      succeeded,
      ...(typeof response === 'number' && { available: response }),
    });
  }

  #startKeyExchange(): void {
    if (this.#keyPair !== undefined || this.#codec.hasKey) return;
    this.#keyPair = (this.#options.generateKeyPair ?? generateRsaKeyPair)();
    const body = this.#codec.encode(encodePublicKey(encodePublicKeyBlob(this.#keyPair)));
    if (body === undefined) return; // cannot be: the body holds no SecureString
    this.#outgoing.sendEncoded(encodeMessageHeader('Server', MessageType.PUBLIC_KEY, this.poolId), body);
    this.#keyAlarm.set();
  }

  #takeSessionKey(value: PSValue, events: ClientPoolEvent[]): void {
    const pair = this.#keyPair;
    if (pair === undefined) return; // not asked for
    this.#codec.setKey(decodeSessionKeyBlob(pair, decodeKeyBlob(value, 'EncryptedSessionKey')));
    this.#keyPair = undefined;
    this.#keyAlarm.clear();
    events.push({ type: 'keyExchanged' });
    this.#outgoing.flush();
    for (const message of this.#incoming.release()) this.#takeMessage(message, events);
    for (const pipeline of this.#pipelines.values()) {
      pipeline.outgoing.flush();
      pipeline.release(events);
      if (pipeline.ended) this.#pipelines.delete(pipeline.id);
    }
    for (const end of this.#endsWithKey.values()) events.push(...end());
    this.#endsWithKey.clear();
    if (this.#disconnectWanted) {
      this.#disconnectWanted = false;
      events.push({ type: 'disconnectReady' });
    }
  }

  #sendCapability(): void {
    const capability = encodeSessionCapability({
      protocolVersion: asPSVersion(this.#ownVersion),
      psVersion: CAPABILITY_PS_VERSION,
      serializationVersion: CAPABILITY_SERIALIZATION_VERSION,
    });
    this.#send(MessageType.SESSION_CAPABILITY, capability);
  }

  #send(type: number, value: PSValue, priority: FragmentPriority = 'Default'): void {
    if (!this.#outgoing.send(encodeMessageHeader('Server', type, this.poolId), value, priority))
      this.#startKeyExchange();
  }

  #sendPipeline(pipeline: ClientPipeline, type: number, value: PSValue, priority: FragmentPriority = 'Default'): void {
    const header = encodeMessageHeader('Server', type, this.poolId, pipeline.id);
    if (!pipeline.outgoing.send(header, value, priority)) this.#startKeyExchange();
  }

  #makePipeline(wanted: Guid | undefined, noInput: boolean): ClientPipeline {
    const id = wanted ?? guidFromRandom(this.#options.random(16));
    if (this.#pipelines.has(id)) throw new ArgumentError('pipelineId', `The pipeline ${id} is already here.`);
    const pipeline = new ClientPipeline({
      id,
      noInput,
      codec: this.#codec,
      objectIds: this.#objectIds,
      limits: this.#pipelineLimits,
    });
    this.#pipelines.set(id, pipeline);
    return pipeline;
  }

  #checkDefinition(definition: PSPowerShellDefinition): void {
    if ((definition.statements[0]?.length ?? 0) === 0) {
      throw new ArgumentError('definition', 'A pipeline needs at least one command.');
    }
    const version = this.#serverVersion;
    if (version === undefined || atLeast(version, '2.2')) return;
    if (definition.statements.length > 1) {
      throw new ArgumentError('definition', `Several statements need protocol 2.2; the server speaks ${version}.`);
    }
    for (const command of definition.statements[0] ?? []) {
      if (command.mergeWarning !== 0 || command.mergeVerbose !== 0 || command.mergeDebug !== 0) {
        throw new ArgumentError(
          'definition',
          `Redirecting this stream needs protocol 2.2; the server speaks ${version}.`,
        );
      }
    }
  }

  #inputOf(pipelineId: Guid, action: string): ClientPipeline | undefined {
    this.#requireAlive(action);
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline !== undefined && !pipeline.inputOpen)
      throw new InvalidStateError(action, 'input closed', ['input open']);
    return pipeline;
  }

  #setRunspaces(
    kind: 'setMinRunspaces' | 'setMaxRunspaces',
    count: number,
    legal: boolean,
    current: number,
  ): PoolRequestResult {
    this.#requireAlive('change the number of runspaces');
    if (!legal || !Number.isInteger(count) || count === current) return { type: 'done', succeeded: false };
    const isMin = kind === 'setMinRunspaces';
    if (this.#state !== 'Opened') {
      if (isMin) this.#minRunspaces = count;
      else this.#maxRunspaces = count;
      return { type: 'done', succeeded: true };
    }
    const callId = this.#request(kind, count, (id) =>
      isMin
        ? [MessageType.SET_MIN_RUNSPACES, encodePoolRequest(id, { MinRunspaces: count })]
        : [MessageType.SET_MAX_RUNSPACES, encodePoolRequest(id, { MaxRunspaces: count })],
    );
    return { type: 'sent', callId };
  }

  #request(kind: PoolRequestKind, size: number, make: (callId: bigint) => readonly [number, PSValue]): bigint {
    this.#lastCallId += 1n;
    const callId = this.#lastCallId;
    this.#requests.set(callId, { kind, size });
    const [type, body] = make(callId);
    this.#send(type, body);
    return callId;
  }

  #endPipeline(pipelineId: Guid, input: 'stopped' | 'failed', reason?: PSSessionError): readonly ClientPoolEvent[] {
    const events: ClientPoolEvent[] = [];
    const pipeline = this.#pipelines.get(pipelineId);
    if (pipeline === undefined) return events;
    if (pipeline.isHolding && this.#keyPair !== undefined) {
      // All of it came, and its own word on its end among that: the key is on its way on the pool's channel.
      this.#endsWithKey.set(pipelineId, () => this.#endPipeline(pipelineId, input, reason));
      return events;
    }
    pipeline.move(input, events, reason === undefined || input === 'stopped' ? {} : { reason });
    if (pipeline.ended) this.#pipelines.delete(pipelineId);
    return events;
  }

  #guard(events: ClientPoolEvent[], work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error; // our own bug stays loud
      this.#break(error, events);
    }
  }

  #break(reason: PSSessionError, events: ClientPoolEvent[], error?: PSErrorRecord): void {
    this.#finish('fault', events, reason, error);
  }

  #finish(input: 'closed' | 'fault', events: ClientPoolEvent[], reason?: PSSessionError, error?: PSErrorRecord): void {
    const next = CLIENT_POOL_MOVES[this.#state][input];
    if (next === undefined) return;
    this.#openAlarm.clear();
    this.#keyAlarm.clear();
    this.#keyPair = undefined;
    this.#outgoing.clear();
    for (const pipeline of this.#pipelines.values()) {
      const stopping = pipeline.state === 'Stopping' || input === 'closed';
      pipeline.move(stopping ? 'stopped' : 'failed', events, stopping || reason === undefined ? {} : { reason });
    }
    this.#pipelines.clear();
    this.#state = next;
    events.push({ type: 'stateChanged', state: next, ...(reason && { reason }), ...(error && { error }) });
  }

  #move(input: ClientPoolInput, events: ClientPoolEvent[]): boolean {
    const next = CLIENT_POOL_MOVES[this.#state][input];
    if (next === undefined) return false;
    if (next !== this.#state) {
      this.#state = next;
      events.push({ type: 'stateChanged', state: next });
    }
    return true;
  }

  #expect(input: ClientPoolInput, action: string, events: ClientPoolEvent[]): void {
    const before = this.#state;
    if (this.#move(input, events)) return;
    const states = Object.entries(CLIENT_POOL_MOVES).filter(([, moves]) => moves[input] !== undefined);
    throw new InvalidStateError(
      action,
      before,
      states.map(([state]) => state),
    );
  }

  #requireOpened(action: string): void {
    if (this.#state !== 'Opened') throw new InvalidStateError(action, this.#state, ['Opened']);
  }
  #requireAlive(action: string): void {
    if (this.#state === 'Closed' || this.#state === 'Broken') {
      throw new InvalidStateError(action, this.#state, ['Opened']);
    }
  }
}
