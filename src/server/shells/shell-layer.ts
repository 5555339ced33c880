/**
 * The shell layer: the pump between the sans-IO `WsmanShellService` and the hosts that run things.
 *
 * Envelopes come in through `handle`, the server seam. The service says what they mean as events; this file makes and
 * drives the hosts, and gives what hosts say back to the service. After every call into the service its events are
 * worked off in order and the one alarm is set again. Events are queued: a host that answers at once, from inside an
 * event, does not overtake the events before it.
 *
 * Crash rule: whatever a host throws becomes a refusal of that request or the end of that shell. No Receive hangs,
 * and no other shell notices.
 */
import { NEVER_ABORTED, type Clock, type Timer } from '../../io/runtime/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import {
  WsmanShellService,
  type Completion,
  type HostUsage,
  type OutputData,
  type ServiceSettings,
  type ShellServiceEvent,
  type ShellServiceOptions,
  type ShellListing,
  type ShellSummary,
  type WsmanFault,
} from '../../protocol/wsman/index.js';
import type { Caller, ConnectionClosed, EnvelopeAnswer } from '../caller.js';
import { CmdShell, type CmdShellContext } from '../cmd-shell/cmd-shell.js';
import { isMeasured, mayUse, type SessionConfiguration } from '../configuration/session-configuration.js';
import type { CmdShellConfiguration } from '../configuration/endpoint-configuration.js';
import type { AuditSink } from '../gate/audit.js';
import { limitsOf, ProcessMeter } from '../hosts/process-meter.js';
import { RememberingHost } from '../hosts/remembering-host.js';
import { ownCgroupRoot, SessionCgroup } from '../hosts/session-cgroup.js';
import { SessionMemory } from '../hosts/session-memory.js';
import type { RunspaceHost, RunspaceHostSink } from '../runspace-host.js';
import { SessionScreens } from './session-screens.js';
import type { RecoveredShell, ShellSpool } from '../spool/shell-spool.js';
import { accessDenied, FaultCode, internalFault, providerFault } from './shell-faults.js';

type ShellEvent = ShellServiceEvent<Caller>;
type CreatedEvent = Extract<ShellEvent, { type: 'shellCreated' }>;

/** What a host is made for. */
export interface RunspaceContext {
  readonly shellId: Guid;
  readonly configuration: SessionConfiguration;
  readonly caller: Caller;
  readonly locale: string;
  readonly dataLocale: string;
  /** For listings: what the session's program uses. */
  readonly reportUsage?: (usage: HostUsage) => void;
}
export type RunspaceHostFactory = (context: RunspaceContext) => Promise<RunspaceHost>;

export interface ShellLayerOptions {
  readonly service: ShellServiceOptions;
  /** By lower-case name. */
  readonly configurations: ReadonlyMap<string, SessionConfiguration>;
  readonly defaultConfiguration: string;
  readonly cmdShell: CmdShellConfiguration;
  readonly createHost: RunspaceHostFactory;
  readonly clock: Clock;
  readonly audit: AuditSink;
  /** Where sessions are written down, so that their output outlives this process. Default: nowhere. */
  readonly spool?: ShellSpool;
  /** This process is there for one session alone, so that what it uses is what the session uses. Default: false. */
  readonly ownsProcess?: boolean;
  /** The name of this process' cgroup, if it gets one. */
  readonly processName?: string;
  /** A shell is there, or is not any more. Told before the client is. */
  readonly onShell?: (change: ShellChange) => void;
  /** Whether any of its shells may be watched by others, told when it changes. Default at the start: none may. */
  readonly onWatchable?: (watchable: boolean) => void;
}

/** What a layer that runs can be told anew. */
export interface LayerSettings extends Pick<ShellLayerOptions, 'configurations' | 'defaultConfiguration' | 'cmdShell'> {
  readonly service: ServiceSettings;
}

export type ShellChange =
  | { readonly type: 'added'; readonly shellId: Guid; readonly owner: string; readonly configuration: string }
  | { readonly type: 'removed'; readonly shellId: Guid };

type Shell =
  | { readonly kind: 'opening'; readonly removed: AbortController }
  | { readonly kind: 'powershell'; readonly host: RememberingHost }
  | { readonly kind: 'cmd'; readonly host: CmdShell };

/** How often a script that waits for room in a full spool looks again. Milliseconds. */
const FULL_LOOK_MS = 250;
/** How often lost output of one shell is logged. Milliseconds. */
const DROP_LOG_MS = 10_000;

interface Waiting {
  readonly answer: (answer: EnvelopeAnswer) => void;
}

export class ShellLayer {
  #options: ShellLayerOptions;
  readonly #service: WsmanShellService<Caller>;
  readonly #shells = new Map<Guid, Shell>();
  readonly #waiting = new Map<number, Waiting>();
  /** Producers that wait for room, by channel. */
  readonly #blocked = new Map<string, (() => void)[]>();
  /** Producers that wait because the whole spool is full, by channel. */
  readonly #starved = new Map<string, { readonly shellId: Guid; readonly commandId: Guid | undefined }>();
  readonly #meters = new Map<Guid, ProcessMeter>();
  #looksForRoom = false;
  readonly #closings = new Set<Promise<void>>();
  /** Shells whose owners let others watch. */
  readonly #watchable = new Set<Guid>();
  /** Sessions whose output could not be written: they are ending, and what they still say is in memory only. */
  readonly #unkept = new Set<Guid>();
  readonly #dropped = new Map<Guid, { bytes: number; loggedAt: number }>();
  readonly #screens = new SessionScreens((shellId, message) =>
    this.#pump(() => this.#service.shown(shellId, message, this.#now())),
  );
  #queue: ShellEvent[] = [];
  #draining = false;
  #lastRequestId = 0;
  #alarm: Timer | undefined;
  #closed = false;

  constructor(options: ShellLayerOptions) {
    this.#options = options;
    this.#service = new WsmanShellService<Caller>({ ...options.service, durable: options.spool !== undefined });
  }

  /** The server seam. Resolves with the answer; never rejects. `otherShells` belong into a listing too. */
  readonly handle = (
    envelope: Uint8Array,
    caller: Caller,
    otherShells?: readonly ShellListing[],
  ): Promise<EnvelopeAnswer> => {
    this.#lastRequestId += 1;
    const requestId = this.#lastRequestId;
    return new Promise((resolve) => {
      const lost = (): void => {
        // Not answered any more: what the answer would have taken stays in the shell's buffer.
        this.#pump(() => this.#service.connectionLost(requestId, this.#now()));
        if (this.#waiting.delete(requestId)) resolve({ status: 500, envelope: new Uint8Array() });
      };
      this.#waiting.set(requestId, {
        answer: (answer) => {
          caller.connectionLost.removeEventListener('abort', lost);
          resolve(answer);
        },
      });
      if (caller.connectionLost !== NEVER_ABORTED)
        caller.connectionLost.addEventListener('abort', lost, { once: true });
      const options = otherShells === undefined ? {} : { otherShells };
      this.#pump(() => this.#service.receiveRequest(requestId, envelope, caller, this.#now(), options));
      // It went while the gate looked at the password: nobody tells of that again.
      if (caller.connectionLost.aborted && this.#waiting.has(requestId)) lost();
    });
  };

  /** Another configuration, for sessions that are made from now on; those that are there go on as they are. */
  configure({ service, ...settings }: LayerSettings): void {
    this.#options = { ...this.#options, ...settings };
    this.#service.configure(service);
  }

  /** Times in it are UTC milliseconds. */
  shells(): readonly ShellSummary[] {
    const { clock } = this.#options;
    const shift = clock.utcMs() - clock.now();
    return this.#service.shells().map((shell) => ({
      ...shell,
      createdMs: Math.round(shell.createdMs + shift),
      lastRequestMs: Math.round(shell.lastRequestMs + shift),
    }));
  }

  /** What a listing shows this caller. */
  listings(caller: Pick<Caller, 'user' | 'administrator' | 'groups'>): readonly ShellListing[] {
    return this.#service.listings(caller, this.#now());
  }

  /** Ends one shell from our side. */
  removeShell(shellId: Guid): void {
    this.#pump(() => this.#service.removeShell(shellId, this.#now()));
  }

  /** The listener is gone, and every client's connection with it. */
  allConnectionsLost(): void {
    this.#pump(() => this.#service.allConnectionsLost(this.#now()));
  }

  /** A connection by which callers came is gone, and none of its requests is under way. */
  readonly connectionClosed: ConnectionClosed = (connection, byClient) => {
    this.#pump(() => this.#service.connectionClosed(connection, byClient, this.#now()));
  };

  /** Takes up sessions whose process is gone: they are Broken for this reason, and have their output. */
  restore(recovered: readonly RecoveredShell[], reason: PSSessionError): void {
    for (const { shell, memory } of recovered) {
      const { shellId, kind, commands } = shell.facts;
      if (kind !== 'powershell' || memory === undefined || this.#shells.has(shellId)) {
        if (!this.#shells.has(shellId)) this.#options.spool?.write([{ type: 'removed', shellId }]);
        continue;
      }
      const host = new RememberingHost({
        clock: this.#options.clock,
        memory: SessionMemory.from(memory),
        running: commands.filter(({ channel }) => !channel.done).map(({ commandId }) => commandId),
      });
      this.#shells.set(shellId, { kind: 'powershell', host });
      this.#added(shellId, shell.facts.owner, shell.facts.configuration);
      this.#pump(() => this.#service.restoreShell(shell, this.#now()));
      host.attach(this.#sinkFor(shellId));
      const known = shell.facts.brokenReason;
      host.end(known === undefined ? reason : new PSSessionError(known, { errorId: reason.errorId }));
      this.#options.spool?.cool(shellId);
    }
  }

  /** Answers nobody any more and lets go of the sessions, which stay in the spool. */
  async leave(): Promise<void> {
    this.#closed = true;
    this.#alarm?.cancel();
    for (const { answer } of this.#waiting.values()) answer({ status: 500, envelope: new Uint8Array() });
    this.#waiting.clear();
    await this.#options.spool?.close();
  }

  /** Ends every shell and waits until their hosts are gone. */
  async close(): Promise<void> {
    for (const { shellId } of this.#service.shells()) this.removeShell(shellId);
    this.#closed = true;
    this.#alarm?.cancel();
    await Promise.all(this.#closings);
    for (const shellId of this.#shells.keys()) this.#closeHost(shellId);
    await Promise.all(this.#closings);
    for (const { answer } of this.#waiting.values()) answer({ status: 500, envelope: new Uint8Array() });
    this.#waiting.clear();
  }

  #now(): number {
    return this.#options.clock.now();
  }

  /** One call into the service, then its events, then the alarm. */
  #pump(call: () => readonly ShellEvent[]): void {
    const events = call();
    // Written before anything of it is answered.
    const records = this.#service.recordsToWrite();
    if (records.length > 0) this.#options.spool?.write(records);
    this.#queue.push(...events);
    if (this.#draining) return;
    this.#draining = true;
    try {
      for (;;) {
        const event = this.#queue.shift();
        if (event === undefined) break;
        this.#take(event);
      }
    } finally {
      this.#draining = false;
    }
    if (this.#starved.size > 0) this.#feedReaders();
    this.#setAlarm();
  }

  #setAlarm(): void {
    this.#alarm?.cancel();
    this.#alarm = undefined;
    const at = this.#service.nextTimeout();
    if (at === undefined || this.#closed) return;
    this.#alarm = this.#options.clock.setTimer(Math.max(0, at - this.#now()), () => {
      this.#alarm = undefined;
      this.#pump(() => this.#service.handleTimeout(this.#now()));
    });
  }

  #take(event: ShellEvent): void {
    try {
      this.#handleEvent(event);
    } catch (error) {
      this.#internalError(error);
      if ('requestId' in event && event.type !== 'answer') {
        this.#refuse(event.requestId, providerFault(FaultCode.managedException, error));
      }
    }
  }

  #handleEvent(event: ShellEvent): void {
    switch (event.type) {
      case 'answer':
        this.#answer(event);
        return;
      case 'shellCreated':
        this.#createShell(event);
        return;
      case 'poolInput':
        this.#powershell(event.shellId)?.poolInput(event.data, event.priority);
        return;
      case 'commandStarted':
        // What is typed is shown before what it gives.
        this.#screens.started(event.shellId, event.commandId, event.data);
        this.#expectPowershell(event.shellId).startPipeline(event.commandId, event.data);
        this.#complete(event.requestId, {});
        return;
      case 'cmdStarted':
        this.#startCmd(event);
        return;
      case 'commandInput':
        this.#commandInput(event);
        return;
      case 'commandStop':
        this.#completeAfter(event.requestId, this.#expectPowershell(event.shellId).stopPipeline(event.commandId));
        return;
      case 'cmdSignal':
        this.#cmd(event.shellId)?.signal(event.commandId, event.signal);
        return;
      case 'commandClosed':
        this.#closeCommand(event.shellId, event.commandId);
        return;
      case 'shellConnecting':
        this.#connectShell(event);
        return;
      case 'shellConnected':
      case 'shellReconnected':
        this.#auditShell(event);
        this.#tellWatched(event.shellId);
        return;
      case 'commandConnected':
        this.#askAgain(event.shellId, event.commandId);
        return;
      case 'watcherCame':
      case 'watcherLeft':
      case 'watchersSet':
        this.#watching(event);
        return;
      case 'shellDisconnected':
        this.#options.spool?.cool(event.shellId);
        this.#auditShell(event);
        return;
      case 'shellRemoved':
        this.#options.audit({ event: 'shellClosed', shellId: event.shellId, reason: event.reason });
        this.#closeHost(event.shellId);
        this.#options.onShell?.({ type: 'removed', shellId: event.shellId });
        this.#setWatchable(event.shellId, false);
        return;
      case 'roomAvailable':
        this.#roomAvailable(event.shellId, event.commandId);
        return;
      case 'outputDropped':
        this.#outputDropped(event.shellId, event.bytes);
        return;
      case 'refused':
        this.#options.audit({
          event: 'requestRefused',
          user: event.user,
          clientAddress: event.clientAddress,
          code: event.code,
          reason: event.action,
          ...(event.shellId === undefined ? {} : { shellId: event.shellId }),
        });
        return;
    }
  }

  #answer(event: Extract<ShellEvent, { type: 'answer' }>): void {
    const waiting = this.#waiting.get(event.requestId);
    if (waiting === undefined) return;
    this.#waiting.delete(event.requestId);
    waiting.answer({
      status: event.status,
      envelope: event.envelope,
      written: (delivered) => this.#pump(() => this.#service.answerWritten(event.requestId, delivered, this.#now())),
    });
  }

  #complete(requestId: number, completion: Completion): void {
    this.#pump(() => this.#service.complete(requestId, completion, this.#now()));
  }

  #refuse(requestId: number, fault: WsmanFault): void {
    this.#pump(() => this.#service.refuse(requestId, fault, this.#now()));
  }

  #completeAfter(requestId: number, work: Promise<void>): void {
    work.then(
      () => this.#complete(requestId, {}),
      (error: unknown) => {
        this.#internalError(error);
        this.#refuse(requestId, providerFault(FaultCode.managedException, error));
      },
    );
  }

  // --- shells

  #createShell(event: CreatedEvent): void {
    const { shellId, caller, requestId } = event;
    if (event.kind === 'cmd') {
      this.#createCmdShell(event);
      return;
    }
    const configuration = this.#options.configurations.get(event.configuration.toLowerCase());
    if (configuration === undefined) {
      this.#refuse(requestId, {
        role: 'Sender',
        subcode: 'a:DestinationUnreachable',
        reason: `There is no session configuration '${event.configuration}' on this endpoint.`,
        code: FaultCode.invalidResourceUri,
        detail: 'http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InvalidResourceURI',
      });
      return;
    }
    if (!mayUse(configuration, caller)) {
      this.#refuse(
        requestId,
        accessDenied(`The session configuration '${configuration.name}' is not for this account.`),
      );
      return;
    }
    const context = this.#contextOf(event, configuration);
    const removed = new AbortController();
    this.#shells.set(shellId, { kind: 'opening', removed });
    this.#options.createHost(context).then(
      (host) => this.#hostReady(event, context, this.#remembering(shellId, host), removed.signal),
      (error: unknown) => {
        this.#shells.delete(shellId);
        this.#internalError(error, shellId);
        this.#refuse(requestId, providerFault(FaultCode.sessionCreationFailed, error));
      },
    );
  }

  /** Lives as long as the session: nothing of the request that made it may hang on it, neither its bytes nor its signal. */
  #contextOf(
    { shellId, caller, locale, dataLocale }: CreatedEvent,
    configuration: SessionConfiguration,
  ): RunspaceContext {
    return {
      shellId,
      configuration,
      caller: { ...caller, connectionLost: NEVER_ABORTED },
      locale,
      dataLocale,
      reportUsage: this.#usageOf(shellId),
    };
  }

  /** Apart, so that it keeps the id alone. */
  #usageOf(shellId: Guid): (usage: HostUsage) => void {
    return (usage) => this.#service.reportUsage(shellId, usage);
  }

  #added(shellId: Guid, owner: string, configuration: string): void {
    this.#options.onShell?.({ type: 'added', shellId, owner, configuration });
  }

  #remembering(shellId: Guid, inner: RunspaceHost): RememberingHost {
    const { clock, spool } = this.#options;
    return new RememberingHost({
      clock,
      inner,
      ...(spool === undefined ? {} : { onMemory: (memory) => spool.remember(shellId, memory) }),
    });
  }

  #hostReady(event: CreatedEvent, context: RunspaceContext, host: RememberingHost, removed: AbortSignal): void {
    const { shellId, requestId, caller } = event;
    if (removed.aborted) {
      this.#await(host.close());
      return;
    }
    this.#shells.set(shellId, { kind: 'powershell', host });
    this.#audit('shellCreated', shellId, caller, context.configuration.name);
    try {
      host.attach(this.#sinkFor(shellId));
      // The shell exists for its client before its host may speak: Create is answered first.
      this.#added(shellId, caller.user, context.configuration.name);
      this.#complete(requestId, { processId: host.processId });
      host.poolInput(event.creationData, 'Default');
      if (this.#options.ownsProcess === true) this.#measure(shellId, context, host);
    } catch (error) {
      this.#shellFailed(shellId, error);
    }
  }

  /** A program of its own is measured where it is started. */
  #measure(shellId: Guid, { configuration, reportUsage }: RunspaceContext, host: RememberingHost): void {
    if (configuration.runspace.kind !== 'embedded' || !isMeasured(configuration)) return;
    const limits = limitsOf(configuration);
    const { processName } = this.#options;
    const cgroup = processName === undefined ? undefined : SessionCgroup.create(ownCgroupRoot(), processName, limits);
    this.#meters.set(
      shellId,
      new ProcessMeter(
        process.pid,
        limits,
        this.#options.clock,
        (usage) => reportUsage?.(usage),
        (error) => host.end(error),
        cgroup?.add(process.pid) === true ? cgroup : undefined,
      ),
    );
  }

  #sinkFor(shellId: Guid): RunspaceHostSink {
    return {
      poolOutput: (fragment) => {
        const ends = endsMessage(fragment);
        const data = this.#kept(shellId, undefined, fragment, { endsMessage: ends });
        this.#pump(() => this.#service.poolOutput(shellId, data, this.#now(), { endsMessage: ends }));
        this.#screens.poolOutput(shellId, fragment);
      },
      pipelineOutput: (pipelineId, fragment, pending) => {
        this.#pipelineOutput(shellId, pipelineId, fragment, pending);
        this.#screens.pipelineOutput(shellId, pipelineId, fragment, pending);
        return this.#room(shellId, pipelineId);
      },
      pipelineDone: (pipelineId) => {
        this.#screens.done(shellId, pipelineId);
        this.#pump(() => this.#service.commandDone(shellId, pipelineId, 0, this.#now()));
      },
      closed: (reason, lastWords = []) => {
        if (this.#shells.get(shellId)?.kind !== 'powershell') return;
        if (reason !== undefined) this.#options.audit({ event: 'shellBroken', shellId, reason: reason.message });
        const kept: OutputData[] = [];
        for (const fragment of lastWords) kept.push(this.#kept(shellId, undefined, fragment, {}, kept));
        this.#pump(() => this.#service.shellEnded(shellId, reason, this.#now(), kept));
      },
    };
  }

  #pipelineOutput(shellId: Guid, pipelineId: Guid, fragment: Uint8Array, pending: boolean): void {
    const how = { pending, endsMessage: endsMessage(fragment), full: this.#options.spool?.isFull ?? false };
    const data = this.#kept(shellId, pipelineId, fragment, how);
    this.#pump(() => this.#service.commandOutput(shellId, pipelineId, data, this.#now(), how));
  }

  // --- watchers, and clients that come back

  #setWatchable(shellId: Guid, watchable: boolean): void {
    const before = this.#watchable.size > 0;
    if (watchable) this.#watchable.add(shellId);
    else this.#watchable.delete(shellId);
    const now = this.#watchable.size > 0;
    if (now !== before) this.#options.onWatchable?.(now);
  }

  #watching(event: Extract<ShellEvent, { type: 'watcherCame' | 'watcherLeft' | 'watchersSet' }>): void {
    const { shellId, user } = event;
    if (event.type === 'watchersSet') {
      this.#screens.keep(shellId);
      this.#setWatchable(shellId, event.names.length > 0);
      this.#options.audit({ event: 'watchersSet', shellId, user, reason: event.names.join(', ') });
      return;
    }
    const { clientAddress } = event;
    const came = event.type === 'watcherCame';
    // Said twice: of a host that runs as a user every line is his, whatever name it gives.
    const reason = `watcher ${user}`;
    this.#options.audit({ event: came ? 'watchStarted' : 'watchEnded', shellId, user, clientAddress, reason });
    const from = clientAddress === '' ? '' : ` (from ${clientAddress})`;
    this.#notify(shellId, came ? `${user}${from} watches this session.` : `${user}${from} watches it no more.`);
  }

  /** The owner comes, and others are there already. */
  #tellWatched(shellId: Guid): void {
    const watchers = this.#service.watchersOf(shellId);
    if (watchers.length > 0) this.#notify(shellId, `This session is watched by ${watchers.join(', ')}.`);
  }

  /** Nobody is there to be told while it is disconnected: who comes is told of all. */
  #notify(shellId: Guid, text: string): void {
    const shell = this.#shells.get(shellId);
    if (shell?.kind === 'powershell' && this.#service.isConnected(shellId)) shell.host.notify(text);
  }

  /** Whoever takes the command over has to know what it asks; it is asked again, unless the question still waits here. */
  #askAgain(shellId: Guid, commandId: Guid): void {
    const question = this.#screens.questionOf(shellId, commandId);
    if (question !== undefined && this.#service.isTaken(shellId, commandId)) {
      this.#pipelineOutput(shellId, commandId, question, true);
    }
  }

  /**
   * Output on its way into the service: on the disk first. Without room there the session ends, with this as its
   * reason; what was kept before stays.
   */
  #kept(
    shellId: Guid,
    commandId: Guid | undefined,
    fragment: Uint8Array,
    how: { readonly pending?: boolean; readonly endsMessage?: boolean },
    before: readonly OutputData[] = [],
  ): OutputData {
    const { spool } = this.#options;
    const position = spool === undefined ? undefined : this.#service.outputPosition(shellId, commandId);
    if (spool === undefined || position === undefined || this.#unkept.has(shellId)) return fragment;
    const start = before.reduce((sum, { length }) => sum + length, position);
    const chunk = { stream: 'stdout', pending: how.pending ?? false, endsMessage: how.endsMessage ?? true, start };
    try {
      return spool.output(shellId, commandId, chunk, fragment);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#unkept.add(shellId);
      this.#internalError(error, shellId);
      const shell = this.#shells.get(shellId);
      if (shell?.kind === 'powershell') queueMicrotask(() => shell.host.end(outputNotKept(error)));
      return fragment;
    }
  }

  /** Undefined while there is room; else a promise for it. */
  #room(shellId: Guid, commandId: Guid | undefined): Promise<void> | undefined {
    const hasRoom = this.#service.hasRoom(shellId, commandId);
    const isFull = (): boolean => this.#options.spool?.isFull === true && this.#service.canWait(shellId, commandId);
    if (hasRoom && !isFull()) return undefined;
    const key = channelKey(shellId, commandId);
    return new Promise((resolve) => {
      if (hasRoom) this.#starve(key, shellId, commandId);
      const waiters = this.#blocked.get(key) ?? [];
      waiters.push(resolve);
      this.#blocked.set(key, waiters);
    });
  }

  /** A producer waits for room that others have to give: nobody tells of that, so it is looked for. */
  #starve(key: string, shellId: Guid, commandId: Guid | undefined): void {
    this.#starved.set(key, { shellId, commandId });
    if (this.#looksForRoom) return;
    this.#looksForRoom = true;
    this.#options.clock.setTimer(
      FULL_LOOK_MS,
      () => {
        this.#looksForRoom = false;
        const isFull = this.#options.spool?.isFull === true;
        for (const [each, starved] of Array.from(this.#starved)) {
          this.#starved.delete(each);
          if (isFull && this.#blocked.has(each)) this.#starve(each, starved.shellId, starved.commandId);
          else this.#roomAvailable(starved.shellId, starved.commandId);
        }
      },
      { keepAlive: false },
    );
  }

  /** Whoever is read may go on at once, however full it is. */
  #feedReaders(): void {
    for (const [key, { shellId, commandId }] of this.#starved) {
      if (this.#service.canWait(shellId, commandId)) continue;
      this.#starved.delete(key);
      this.#roomAvailable(shellId, commandId);
    }
  }

  #roomAvailable(shellId: Guid, commandId: Guid | undefined): void {
    const key = channelKey(shellId, commandId);
    const waiters = this.#blocked.get(key) ?? [];
    this.#blocked.delete(key);
    for (const resolve of waiters) resolve();
  }

  /** One line for many drops: a script that nobody listens to may lose a fragment every millisecond. */
  #outputDropped(shellId: Guid, bytes: number): void {
    const now = this.#now();
    const dropped = this.#dropped.get(shellId) ?? { bytes: 0, loggedAt: Number.NEGATIVE_INFINITY };
    dropped.bytes += bytes;
    this.#dropped.set(shellId, dropped);
    if (now - dropped.loggedAt < DROP_LOG_MS) return;
    this.#options.audit({ event: 'outputDropped', shellId, reason: `${dropped.bytes} bytes of output were discarded` });
    dropped.bytes = 0;
    dropped.loggedAt = now;
  }

  /** Nobody may wait for a channel that is gone. */
  #releaseBlocked(shellId: Guid): void {
    for (const key of this.#blocked.keys()) {
      if (!key.startsWith(shellId)) continue;
      for (const resolve of this.#blocked.get(key) ?? []) resolve();
      this.#blocked.delete(key);
    }
  }

  #connectShell(event: Extract<ShellEvent, { type: 'shellConnecting' }>): void {
    this.#expectPowershell(event.shellId)
      .connect(event.connectData)
      .then(
        (connectResponseData) => this.#complete(event.requestId, { connectResponseData }),
        (error: unknown) => this.#refuse(event.requestId, providerFault(FaultCode.connectFailed, error)),
      );
  }

  #closeHost(shellId: Guid): void {
    const shell = this.#shells.get(shellId);
    this.#shells.delete(shellId);
    this.#dropped.delete(shellId);
    this.#screens.removed(shellId);
    this.#unkept.delete(shellId);
    this.#meters.get(shellId)?.[Symbol.dispose]();
    this.#meters.delete(shellId);
    this.#releaseBlocked(shellId);
    if (shell === undefined) return;
    if (shell.kind === 'opening') shell.removed.abort();
    else this.#await(shell.host.close());
  }

  #await(work: Promise<void>): void {
    const closing = work
      .catch((error: unknown) => this.#internalError(error))
      .finally(() => {
        this.#closings.delete(closing);
      });
    this.#closings.add(closing);
  }

  #shellFailed(shellId: Guid, error: unknown): void {
    this.#internalError(error, shellId);
    const reason = error instanceof PSSessionError ? error : new PSSessionError('The session failed in the endpoint.');
    this.#pump(() => this.#service.shellEnded(shellId, reason, this.#now()));
  }

  // --- commands

  #commandInput(event: Extract<ShellEvent, { type: 'commandInput' }>): void {
    const shell = this.#shells.get(event.shellId);
    if (event.priority === 'PromptResponse') this.#screens.answered(event.shellId, event.commandId);
    if (shell?.kind === 'powershell') shell.host.pipelineInput(event.commandId, event.data, event.priority);
    else if (shell?.kind === 'cmd') shell.host.input(event.commandId, event.data, event.end);
  }

  #closeCommand(shellId: Guid, commandId: Guid): void {
    this.#roomAvailable(shellId, commandId);
    const shell = this.#shells.get(shellId);
    if (shell?.kind === 'powershell') this.#await(shell.host.closePipeline(commandId));
    else if (shell?.kind === 'cmd') shell.host.closeCommand(commandId);
  }

  // --- cmd shells

  #createCmdShell(event: CreatedEvent): void {
    const { shellId, caller, requestId } = event;
    const { cmdShell } = this.#options;
    const allowed = mayUse({ ...cmdShell, enabled: true }, caller);
    if (!cmdShell.enabled || !allowed) {
      this.#refuse(requestId, {
        role: 'Sender',
        subcode: 'w:AccessDenied',
        reason: 'Cmd shells are not allowed here, or not for this account.',
        code: FaultCode.remoteShellsNotAllowed,
      });
      return;
    }
    if (event.codePage !== undefined && !CmdShell.knowsCodePage(event.codePage)) {
      this.#refuse(requestId, {
        role: 'Sender',
        subcode: 'w:InvalidOptions',
        reason: `The code page ${event.codePage} is not known here; 65001 is UTF-8.`,
        code: FaultCode.codePage,
      });
      return;
    }
    const context: CmdShellContext = {
      workingDirectory: event.workingDirectory,
      environment: event.environment,
      openRunspace: () => this.#openDefaultRunspace(event),
      sink: {
        output: (commandId, stream, bytes) => {
          this.#pump(() => this.#service.commandOutput(shellId, commandId, bytes, this.#now(), { stream }));
          return this.#room(shellId, commandId);
        },
        exited: (commandId, exitCode) => {
          this.#pump(() => this.#service.commandDone(shellId, commandId, exitCode, this.#now()));
        },
      },
    };
    this.#shells.set(shellId, { kind: 'cmd', host: new CmdShell(context) });
    this.#audit('shellCreated', shellId, caller, 'cmd');
    this.#added(shellId, caller.user, '');
    this.#complete(requestId, { processId: process.pid });
  }

  /** A PowerShell line of a cmd shell is a session of the default configuration, with that one's rules. */
  async #openDefaultRunspace(event: CreatedEvent): Promise<RunspaceHost> {
    const configuration = this.#options.configurations.get(this.#options.defaultConfiguration.toLowerCase());
    if (configuration === undefined || !mayUse(configuration, event.caller)) {
      throw new PSSessionError('The default session configuration is not for this account.', {
        errorId: 'AccessDenied',
        category: 'PermissionDenied',
      });
    }
    const { shellId, caller, locale, dataLocale } = event;
    return this.#options.createHost({ shellId, configuration, caller, locale, dataLocale });
  }

  #startCmd(event: Extract<ShellEvent, { type: 'cmdStarted' }>): void {
    const shell = this.#cmd(event.shellId);
    if (shell === undefined) throw new PSSessionError('The shell has no cmd host.');
    shell.start(event).then(
      () => this.#complete(event.requestId, {}),
      (error: unknown) => this.#refuse(event.requestId, startFault(error)),
    );
  }

  // --- looking up

  #powershell(shellId: Guid): RunspaceHost | undefined {
    const shell = this.#shells.get(shellId);
    return shell?.kind === 'powershell' ? shell.host : undefined;
  }

  #expectPowershell(shellId: Guid): RunspaceHost {
    const host = this.#powershell(shellId);
    if (host === undefined) throw new PSSessionError('The session has no host any more.');
    return host;
  }

  #cmd(shellId: Guid): CmdShell | undefined {
    const shell = this.#shells.get(shellId);
    return shell?.kind === 'cmd' ? shell.host : undefined;
  }

  // --- the log

  #audit(event: 'shellCreated' | 'shellConnected', shellId: Guid, caller: Caller, configuration?: string): void {
    this.#options.audit({
      event,
      shellId,
      user: caller.user,
      mechanism: caller.mechanism,
      clientAddress: caller.clientAddress,
      ...(configuration === undefined ? {} : { configuration }),
    });
  }

  #auditShell(event: Extract<ShellEvent, { type: 'shellConnected' | 'shellDisconnected' | 'shellReconnected' }>): void {
    if (event.type === 'shellConnected') this.#audit('shellConnected', event.shellId, event.caller);
    else if (event.type === 'shellReconnected') {
      this.#options.audit({ event: 'shellConnected', shellId: event.shellId, reason: 'reconnected' });
    } else this.#options.audit({ event: 'shellDisconnected', shellId: event.shellId, reason: event.reason });
  }

  #internalError(error: unknown, shellId?: Guid): void {
    this.#options.audit({
      event: 'internalError',
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      ...(shellId === undefined ? {} : { shellId }),
    });
  }
}

const channelKey = (shellId: Guid, commandId: Guid | undefined): string => `${shellId}/${commandId ?? ''}`;

function outputNotKept(cause: PSSessionError): PSSessionError {
  return new PSSessionError(`The session ended because its output cannot be kept. ${cause.message}`, {
    errorId: cause.errorId,
    category: cause.category,
    cause,
  });
}

/** The end flag of a fragment's header: of several that come together each ends its message. protocol.md 4 */
function endsMessage(fragment: Uint8Array): boolean {
  return ((fragment[16] ?? 0) & 2) !== 0;
}

/** Why a program did not start. */
function startFault(error: unknown): WsmanFault {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return internalFault(FaultCode.programNotFound, 'The system cannot find the program.');
  if (code === 'EACCES' || code === 'EPERM') return accessDenied('The program may not be started.');
  return providerFault(FaultCode.managedException, error);
}
