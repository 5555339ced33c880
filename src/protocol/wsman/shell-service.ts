/** So much a channel may have ready for who reads it, even where room is dear. Bytes. */
const READ_AHEAD_BYTES = 32 * 1024;

/**
 * The shell resource of a WSMan service, without IO: envelopes in, answers and events for hosts out.
 *
 * The listener calls `receiveRequest` with a handle of its own for each request and later gets an `answer` event with
 * that handle, at once or when there is something to say. It tells what became of connections and of answers with
 * `connectionLost` and `answerWritten`. The server room runs a host for each shell: it works off the events, hands
 * output in with `poolOutput` and `commandOutput`, and answers what waits for it with `complete` or `refuse`.
 *
 * Nothing here knows PSRP: input and output are bytes, and only the fact that a chunk ends a message is of interest.
 * Times are milliseconds of one monotonic clock, given by the caller.
 */
import type { Guid } from '../bytes/index.js';
import type { PSSessionError } from '../errors/index.js';
import { wsmanFault, type FaultName } from './fault-table.js';
import type { WsmanFault } from './fault.js';
import type { RequestBody, RequestHeader, ShellListing, WsmanRequest } from './messages.js';
import type { OperationContext } from './operation-context.js';
import type { OutputChannel, OutputData } from './output-channel.js';
import { readRequest, type EnvelopeReadOptions } from './read-request.js';
import { replayKey } from './replay-cache.js';
import type {
  Completion,
  HostUsage,
  OutputOptions,
  ServiceSettings,
  ShellCaller,
  ShellServiceEvent,
  ShellServiceOptions,
  ShellSummary,
} from './service-api.js';
import { command, send, signal } from './service-command.js';
import { connect, connected, disconnect, disconnectLost, reconnect } from './service-connection.js';
import { FaultSignal, ServiceCore } from './service-core.js';
import {
  clientVanished,
  expireReceives,
  holdLastWords,
  receive,
  expireOutput,
  removeShell,
  removeWhenDrained,
  replyWritten,
  serve,
  waiterLost,
} from './service-receive.js';
import {
  create,
  created,
  deleteShell,
  enumerate,
  get,
  identify,
  listingsFor,
  pull,
  release,
} from './service-shells.js';
import type { ScreenPlace } from './screen.js';
import { endWatching, expireWatchers, shown, watcherLost, watchersOf } from './service-watch.js';
import type { RestoredShell, ShellRecord } from './service-records.js';
import { shellOf } from './service-restore.js';
import { channelsOf, commandState, stateWord, type Deferred, type ServiceShell } from './service-state.js';

const EMPTY_HEADER: RequestHeader = { selectors: new Map(), options: [] };

export class WsmanShellService<C extends ShellCaller = ShellCaller> {
  readonly #core: ServiceCore<C>;

  constructor(options: ShellServiceOptions) {
    this.#core = new ServiceCore<C>(options);
  }

  // Requests --------------------------------------------------------------------------------------------------------

  /**
   * Takes one request. Whatever it is, an `answer` event for `requestId` follows, now or later.
   * @param requestId the caller's handle; unique among requests that are not answered yet.
   */
  receiveRequest(
    requestId: number,
    envelope: Uint8Array,
    caller: C,
    now: number,
    options: EnvelopeReadOptions & { readonly otherShells?: readonly ShellListing[] } = {},
  ): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const limit = this.#core.quotas.maxEnvelopeSizekb * 1024;
      const bare = (): OperationContext<C> => this.#context(requestId, caller, EMPTY_HEADER, undefined, undefined);
      if (envelope.length > limit) {
        this.#refuseUnread(bare(), wsmanFault('MAX_ENVELOPE_SIZE_EXCEEDED'));
        return;
      }
      const reading = readRequest(envelope, options);
      if (!reading.ok) {
        const { messageId, action } = reading;
        const header: RequestHeader = {
          ...EMPTY_HEADER,
          ...(messageId === undefined ? {} : { messageId }),
          ...(action === undefined ? {} : { action }),
        };
        this.#refuseUnread({ ...bare(), header }, reading.fault);
        return;
      }
      this.#operate(requestId, reading.request, caller, envelope.length, options.otherShells);
    });
  }

  /** The connection of a request that is not answered yet is gone. */
  connectionLost(requestId: number, now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      if (waiterLost(this.#core, requestId) || watcherLost(this.#core, requestId)) return;
      for (const deferred of this.#core.deferred.values()) {
        const { also = [] } = deferred.context;
        const other = also.findIndex((each) => each.requestId === requestId);
        if (other >= 0) {
          for (const lost of also.splice(other, 1)) this.#core.forget(lost);
          return;
        }
        if (deferred.context.requestId !== requestId || deferred.connectionLost) continue;
        deferred.connectionLost = true;
        this.#core.forget(deferred.context);
        const shell = this.#core.shells.get(deferred.shellId);
        if (shell !== undefined) clientVanished(this.#core, shell);
      }
    });
  }

  /**
   * Whoever took the requests is gone, and all clients' connections with it: they may come back, without having to
   * reconnect, or others may take over.
   */
  allConnectionsLost(now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      this.#core.connections.clear();
      for (const shell of this.#core.shells.values()) clientVanished(this.#core, shell);
    });
  }

  /**
   * A connection that callers were named after is gone, and none of its requests is under way. A client that had no
   * other one and waits for nothing may have died, without that any answer of ours failed.
   * @param byClient false: it was idle for so long that the server closed it, which says nothing of the client.
   */
  connectionClosed(connection: string, byClient: boolean, now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const alone = this.#core.connections.closed(connection);
      if (byClient) for (const shell of alone) clientVanished(this.#core, shell);
    });
  }

  /** Whether the answer's bytes went out. What did not go out is delivered again. */
  answerWritten(requestId: number, delivered: boolean, now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => replyWritten(this.#core, requestId, delivered));
  }

  #context(
    requestId: number,
    caller: C,
    header: RequestHeader,
    type: RequestBody['type'] | undefined,
    replay: string | undefined,
  ): OperationContext<C> {
    const limit = this.#core.quotas.maxEnvelopeSizekb * 1024;
    const maxAnswerBytes = Math.min(header.maxEnvelopeBytes ?? limit, limit);
    return { requestId, caller, header, type, maxAnswerBytes, replayKey: replay };
  }

  #refuseUnread(context: OperationContext<C>, fault: WsmanFault): void {
    this.#core.begin(context);
    this.#core.refused(context, undefined, fault.code ?? 0);
    this.#core.answerFault(context, fault);
  }

  #operate(
    requestId: number,
    request: WsmanRequest,
    caller: C,
    envelopeBytes: number,
    otherShells: readonly ShellListing[] = [],
  ): void {
    const core = this.#core;
    const key = replayKey(request, caller.user.toLowerCase(), envelopeBytes);
    const context = this.#context(requestId, caller, request.header, request.body.type, key);
    const allowed = core.begin(context);
    if (key !== undefined) {
      const stored = core.replays.get(key);
      if (stored !== undefined) {
        core.answerStored(context, stored.status, stored.envelope);
        return;
      }
      if (this.#joinDeferred(key, context)) return;
    }
    try {
      if (!allowed) throw new FaultSignal(wsmanFault('QUOTA_MAX_OPERATIONS'));
      this.#dispatch(context, request.body, otherShells);
    } catch (error) {
      if (!(error instanceof FaultSignal)) throw error;
      core.answerFault(context, error.fault);
    }
  }

  /** The same request again while the host still works on it: the answer goes to all connections. */
  #joinDeferred(key: string, context: OperationContext<C>): boolean {
    for (const deferred of this.#core.deferred.values()) {
      if (deferred.context.replayKey !== key) continue;
      if (!deferred.connectionLost) context.also = [deferred.context, ...(deferred.context.also ?? [])];
      deferred.context = context;
      deferred.connectionLost = false;
      return true;
    }
    return false;
  }

  #dispatch(context: OperationContext<C>, body: RequestBody, otherShells: readonly ShellListing[]): void {
    const core = this.#core;
    switch (body.type) {
      case 'create':
        return create(core, context, body);
      case 'delete':
        return deleteShell(core, context);
      case 'get':
        return get(core, context);
      case 'enumerate':
        return enumerate(core, context, body, otherShells);
      case 'pull':
        return pull(core, context, body);
      case 'release':
        return release(core, context, body);
      case 'command':
        return command(core, context, body);
      case 'send':
        return send(core, context, body);
      case 'receive':
        return receive(core, context, body);
      case 'signal':
        return signal(core, context, body);
      case 'disconnect':
        return disconnect(core, context, body);
      case 'reconnect':
        return reconnect(core, context, body);
      case 'connect':
        return connect(core, context, body);
      case 'identify':
        return identify(core, context);
    }
  }

  // Answers of hosts --------------------------------------------------------------------------------------------------

  /** The host did what an event with this `requestId` asked for. Ignored when the request timed out meanwhile. */
  complete(requestId: number, completion: Completion, now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const found = this.#takeDeferred(requestId);
      if (found === undefined) return;
      const { deferred, shell } = found;
      switch (deferred.kind) {
        case 'create':
          created(this.#core, shell, deferred, completion);
          return;
        case 'connect':
          connected(this.#core, shell, deferred, completion.connectResponseData ?? new Uint8Array(0));
          return;
        case 'command':
          if (!deferred.connectionLost && deferred.commandId !== undefined) {
            this.#core.answer(deferred.context, { type: 'commandCreated', commandId: deferred.commandId });
          }
          return;
        case 'stop':
          if (!deferred.connectionLost) this.#core.answer(deferred.context, { type: 'signalled' });
          return;
      }
    });
  }

  /** The host cannot do it. A shell or command that was to be made is gone. */
  refuse(requestId: number, fault: WsmanFault, now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const found = this.#takeDeferred(requestId);
      if (found !== undefined) this.#undo(found.deferred, found.shell, fault);
    });
  }

  #takeDeferred(handle: number): { readonly deferred: Deferred<C>; readonly shell: ServiceShell } | undefined {
    const deferred = this.#core.deferred.get(handle);
    const shell = deferred === undefined ? undefined : this.#core.shells.get(deferred.shellId);
    if (deferred === undefined || shell === undefined) return undefined;
    this.#core.deferred.delete(handle);
    return { deferred, shell };
  }

  #undo(deferred: Deferred<C>, shell: ServiceShell, fault: WsmanFault): void {
    switch (deferred.kind) {
      case 'create':
        removeShell(this.#core, shell, 'refused');
        break;
      case 'command':
        if (deferred.commandId !== undefined) shell.commands.delete(deferred.commandId);
        this.#core.noteShell(shell);
        break;
      case 'connect':
        shell.connecting = false;
        break;
      case 'stop':
        break;
    }
    if (!deferred.connectionLost) this.#core.answerFault(deferred.context, fault);
  }

  // Output of hosts ---------------------------------------------------------------------------------------------------

  /** One whole fragment of the pool's stream. Kept by reference. */
  poolOutput(
    shellId: Guid,
    fragment: OutputData,
    now: number,
    options: OutputOptions = {},
  ): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const shell = this.#core.shells.get(shellId);
      if (shell !== undefined) this.#output(shell, shell.pool, undefined, fragment, options);
    });
  }

  /** Output of one command: one whole fragment (PSRP) or any bytes (cmd). Kept by reference. */
  commandOutput(
    shellId: Guid,
    commandId: Guid,
    chunk: OutputData,
    now: number,
    options: OutputOptions = {},
  ): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const shell = this.#core.shells.get(shellId);
      const target = shell?.commands.get(commandId);
      if (shell !== undefined && target !== undefined && !target.channel.done) {
        this.#output(shell, target.channel, commandId, chunk, options);
      }
    });
  }

  #output(
    shell: ServiceShell,
    channel: OutputChannel,
    commandId: Guid | undefined,
    data: OutputData,
    options: OutputOptions,
  ): void {
    if (data.length === 0) return;
    // The pool's own messages are few and small, and losing one would break the client: never dropped for being many.
    const drop = commandId !== undefined && shell.bufferMode === 'Drop' && shell.state === 'Disconnected';
    const bytes = channel.push(
      {
        stream: options.stream ?? 'stdout',
        data,
        pending: options.pending ?? false,
        endsMessage: options.endsMessage ?? true,
        at: this.#core.now,
      },
      drop,
      options.full,
    );
    if (shell.maxOutputAgeMs !== undefined) this.#core.wakeAt(this.#core.now + shell.maxOutputAgeMs);
    if (bytes > 0) {
      this.#core.noteChannel(shell, channel, commandId);
      this.#core.emit({ type: 'outputDropped', shellId: shell.shellId, commandId, bytes });
    }
    serve(this.#core, shell, channel, commandId);
  }

  /** The session has shown something: a whole message, or one that is too large to be kept (undefined). */
  shown(
    shellId: Guid,
    message: Uint8Array | undefined,
    now: number,
    place?: ScreenPlace,
  ): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const shell = this.#core.shells.get(shellId);
      if (shell !== undefined) shown(this.#core, shell, message, place);
    });
  }

  isConnected(shellId: Guid): boolean {
    return this.#core.shells.get(shellId)?.state === 'Connected';
  }
  /** Who watches the session now. */
  watchersOf(shellId: Guid): readonly string[] {
    const shell = this.#core.shells.get(shellId);
    return shell === undefined ? [] : watchersOf(shell);
  }

  /** All that the command gave was taken by its client, as far as is known. */
  isTaken(shellId: Guid, commandId: Guid): boolean {
    return this.#core.shells.get(shellId)?.commands.get(commandId)?.channel.isEmpty ?? false;
  }

  /** The command has ended; nothing follows. `exitCode` as a 32-bit number. */
  commandDone(shellId: Guid, commandId: Guid, exitCode: number, now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const shell = this.#core.shells.get(shellId);
      const target = shell?.commands.get(commandId);
      if (shell === undefined || target === undefined || target.channel.done) return;
      target.channel.done = true;
      target.channel.exitCode = exitCode | 0;
      this.#core.noteChannel(shell, target.channel, commandId);
      serve(this.#core, shell, target.channel, commandId);
    });
  }

  /**
   * The host is gone. Without a reason the shell goes too; with one it stays until its client knows why and has received
   * what was produced: first the output of its commands, then `lastWords` of the pool.
   */
  shellEnded(
    shellId: Guid,
    reason: PSSessionError | undefined,
    now: number,
    lastWords: readonly OutputData[] = [],
  ): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const shell = this.#core.shells.get(shellId);
      if (shell === undefined || shell.ended !== undefined) return;
      if (reason === undefined || shell.state === 'Opening') {
        removeShell(this.#core, shell, 'ended', reason?.message);
        return;
      }
      shell.ended = reason;
      endWatching(this.#core, shell, 'PLUGIN_OPERATION_CLOSE', reason.message);
      holdLastWords(this.#core, shell);
      this.#core.noteShell(shell);
      for (const data of lastWords) {
        shell.pool.push({ stream: 'stdout', data, pending: false, endsMessage: true }, false);
      }
      const told = channelsOf(shell).some((channel) => channel.waiter !== undefined);
      serve(this.#core, shell, shell.pool, undefined);
      for (const [commandId, target] of shell.commands) serve(this.#core, shell, target.channel, commandId);
      if (told) removeWhenDrained(this.#core, shell);
    });
  }

  /** Whether a producer may go on. After a no, `roomAvailable` tells when. */
  hasRoom(shellId: Guid, commandId?: Guid): boolean {
    const shell = this.#core.shells.get(shellId);
    const channel = commandId === undefined ? shell?.pool : shell?.commands.get(commandId)?.channel;
    if (shell === undefined || channel === undefined) return true; // Gone: whatever comes is thrown away.
    if (shell.bufferMode === 'Drop' && shell.state === 'Disconnected' && commandId !== undefined) return true;
    return channel.hasRoom;
  }

  /**
   * Whether more output of this channel would only wait behind other output, and may not be lost instead: where room is
   * dear, it can come later.
   */
  canWait(shellId: Guid, commandId?: Guid): boolean {
    const shell = this.#core.shells.get(shellId);
    const channel = commandId === undefined ? shell?.pool : shell?.commands.get(commandId)?.channel;
    if (shell === undefined || channel === undefined || channel.queuedBytes < READ_AHEAD_BYTES) return false;
    return !(shell.bufferMode === 'Drop' && shell.state === 'Disconnected' && commandId !== undefined);
  }

  // Durability ----------------------------------------------------------------------------------------------------------

  /** Records of what the last call changed. To be on disk before any event of that call is acted on. */
  recordsToWrite(): readonly ShellRecord[] {
    return this.#core.recordsToWrite();
  }

  /** Position that the next output of this channel gets; undefined when nobody can ask for it any more. */
  outputPosition(shellId: Guid, commandId: Guid | undefined): number | undefined {
    const shell = this.#core.shells.get(shellId);
    const channel = commandId === undefined ? shell?.pool : shell?.commands.get(commandId)?.channel;
    return channel === undefined || (channel.done && commandId !== undefined) ? undefined : channel.position;
  }

  /**
   * Takes up a shell that an earlier process had. It has no host: `shellEnded` says why. A client that was connected
   * may go on as if its connection had been cut.
   */
  restoreShell(restored: RestoredShell, now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const core = this.#core;
      if (core.shells.has(restored.facts.shellId)) return;
      const known = core.rulesOf(restored.facts.configuration);
      const rules = known === 'unknown' ? undefined : known;
      const shell = shellOf(restored, core.limitsFor(rules), rules?.maxOutputAgeMs);
      core.shells.set(shell.shellId, shell);
      core.noteShell(shell);
      core.wakeAt(core.idleDeadlineOf(shell));
      expireOutput(core, shell);
      if (shell.state === 'Connected') clientVanished(core, shell);
    });
  }

  /** Other limits and configurations from now on. Shells that are there keep theirs. */
  configure(settings: ServiceSettings): void {
    this.#core.configure(settings);
  }

  // The rest ------------------------------------------------------------------------------------------------------------

  /** What the next listings say of the host. */
  reportUsage(shellId: Guid, usage: HostUsage): void {
    const shell = this.#core.shells.get(shellId);
    if (shell === undefined) return;
    shell.processId = usage.processId ?? shell.processId;
    shell.memoryUsedMb = usage.memoryUsedMb ?? shell.memoryUsedMb;
    shell.childProcesses = usage.childProcesses ?? shell.childProcesses;
  }

  /** Ends a shell on the server's own wish. */
  removeShell(shellId: Guid, now: number): readonly ShellServiceEvent<C>[] {
    return this.#run(now, () => {
      const shell = this.#core.shells.get(shellId);
      if (shell !== undefined) removeShell(this.#core, shell, 'closed');
    });
  }

  /** The shells that a listing shows this caller. */
  listings(caller: Pick<C, 'user' | 'administrator' | 'groups'>, now: number): readonly ShellListing[] {
    return listingsFor(this.#core, caller, now);
  }

  shells(): readonly ShellSummary[] {
    return [...this.#core.shells.values()]
      .filter((shell) => shell.state !== 'Opening')
      .map((shell) => ({
        shellId: shell.shellId,
        name: shell.name,
        kind: shell.kind,
        configuration: shell.configuration,
        owner: shell.owner,
        clientAddress: shell.clientAddress,
        state: stateWord(shell),
        bufferMode: shell.bufferMode,
        idleTimeoutMs: shell.idleTimeoutMs,
        createdMs: shell.createdMs,
        lastRequestMs: shell.lastRequestMs,
        bufferedBytes: channelsOf(shell).reduce((sum, channel) => sum + channel.queuedBytes, 0),
        ...(shell.watching === undefined ? {} : { watchers: watchersOf(shell) }),
        ...(shell.ended === undefined ? {} : { brokenReason: shell.ended.message }),
        commands: Array.from(shell.commands.values(), (entry) => ({
          commandId: entry.commandId,
          commandText: entry.commandText,
          state: commandState(entry),
        })),
      }));
  }

  /** When `handleTimeout` wants to be called. Calling it earlier, or twice, does nothing. */
  nextTimeout(): number | undefined {
    return this.#core.alarm;
  }

  handleTimeout(now: number): readonly ShellServiceEvent<C>[] {
    const { alarm } = this.#core;
    if (alarm === undefined || now < alarm) return [];
    return this.#run(now, () => {
      const core = this.#core;
      core.clearAlarm();
      expireReceives(core);
      expireWatchers(core);
      this.#expireDeferred();
      this.#expireShells();
      core.enumerations.expire(now);
      const next = core.enumerations.nextTimeout();
      if (next !== undefined) core.wakeAt(next);
    });
  }

  #expireDeferred(): void {
    const core = this.#core;
    for (const [handle, deferred] of core.deferred) {
      if (core.now < deferred.deadline) {
        core.wakeAt(deferred.deadline);
        continue;
      }
      core.deferred.delete(handle);
      const shell = core.shells.get(deferred.shellId);
      const name: FaultName = 'OPERATION_TIMEDOUT';
      if (shell !== undefined) this.#undo(deferred, shell, wsmanFault(name));
      // The host does not know that nobody waits any more: a command that was to be made is closed.
      if (deferred.kind === 'command' && deferred.commandId !== undefined) {
        core.emit({ type: 'commandClosed', shellId: deferred.shellId, commandId: deferred.commandId });
      }
    }
  }

  #expireShells(): void {
    const core = this.#core;
    for (const shell of core.shells.values()) {
      if (shell.state === 'Opening') continue;
      if (shell.lastWordsMs !== undefined) {
        if (core.now >= shell.lastWordsMs) {
          shell.lastWordsMs = undefined;
          serve(core, shell, shell.pool, undefined);
          if (!core.shells.has(shell.shellId)) continue;
        } else core.wakeAt(shell.lastWordsMs);
      }
      if (shell.lostAtMs !== undefined) {
        if (core.now >= shell.lostAtMs) disconnectLost(core, shell);
        else core.wakeAt(shell.lostAtMs);
      }
      // A Receive that waits is activity: it keeps the shell of a long silent pipeline alive.
      if (channelsOf(shell).some((channel) => channel.waiter !== undefined)) shell.lastRequestMs = core.now;
      else this.#leaveIfSilent(shell);
      const end = core.runTimeDeadlineOf(shell);
      if (end !== undefined && core.now >= end) {
        const limit = core.quotas.maxShellRunTimems;
        removeShell(
          core,
          shell,
          'expired',
          `The shell has run for ${limit} ms, which is all that MaxShellRunTime allows.`,
        );
        continue;
      }
      if (end !== undefined) core.wakeAt(end);
      if (expireOutput(core, shell)) continue;
      const deadline = core.idleDeadlineOf(shell);
      if (core.now >= deadline) removeShell(core, shell, 'expired', 'The idle time of the shell has ended.');
      else core.wakeAt(deadline);
    }
  }

  /** A client that went between two requests leaves no trace but its silence: a living one waits for its pool. */
  #leaveIfSilent(shell: ServiceShell): void {
    const core = this.#core;
    if (shell.kind !== 'powershell' || shell.state !== 'Connected' || !shell.disconnectable) return;
    const at = shell.lastRequestMs + core.silenceAllowed(shell);
    if (core.now < at) core.wakeAt(at);
    else disconnectLost(core, shell);
  }

  #run(now: number, work: () => void): readonly ShellServiceEvent<C>[] {
    const core = this.#core;
    core.now = now;
    core.events = [];
    work();
    const { events } = core;
    core.events = [];
    return events;
  }
}
