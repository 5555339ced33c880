/**
 * The state that all operations of the shell service share, and the few things they all do: answer, refuse, find a
 * shell that the caller may use, keep the one alarm. No rule of a single operation is in here.
 */
import { guidFromRandom, tryParseGuid, type Guid } from '../bytes/index.js';
import { ClientConnections } from './client-connections.js';
import { Enumerations } from './enumerations.js';
import { wsmanFault, type FaultName } from './fault-table.js';
import type { WsmanFault } from './fault.js';
import type { ResponseBody } from './messages.js';
import { OptionName, ResourceUri, wireId } from './names.js';
import { sessionOf, type OperationContext } from './operation-context.js';
import type { ChannelLimits, OutputChannel } from './output-channel.js';
import { ReplayCache } from './replay-cache.js';
import {
  DEFAULT_QUOTAS,
  NO_LIMIT,
  type ConfigurationRules,
  type ServiceQuotas,
  type ServiceSettings,
  type ShellCaller,
  type ShellServiceEvent,
  type ShellServiceOptions,
} from './service-api.js';
import { factsOf, type ShellRecord } from './service-records.js';
import type { Deferred, ServiceShell } from './service-state.js';
import type { WatchWaiter } from './service-watch.js';
import { writeResponse } from './write-envelope.js';

const DEFAULT_SOFT_BYTES = 4 * 1024 * 1024;
const DEFAULT_HARD_BYTES = 64 * 1024 * 1024;
const DEFAULT_GRACE_MS = 1000;
const MAX_ANSWERED = 4096;
const DEFAULT_SILENT_MS = 180_000;
const ENDED_SILENT_MS = 10_000;

export interface DeliveredReply {
  readonly shell: ServiceShell;
  readonly channel: OutputChannel;
  /** The request that the channel remembers the reply by, and how many connections it went to. */
  readonly of: number;
  readonly sent: { left: number; delivered: boolean };
}

/** Carries a refusal from the depth of an operation to its dispatch. */
export class FaultSignal extends Error {
  readonly fault: WsmanFault;
  constructor(fault: WsmanFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

export function fail(
  name: FaultName,
  message?: string,
  provider?: { readonly name: string; readonly path?: string },
): never {
  throw new FaultSignal(
    wsmanFault(name, {
      ...(message === undefined ? {} : { message }),
      ...(provider === undefined ? {} : { provider }),
    }),
  );
}

export class ServiceCore<C extends ShellCaller> {
  readonly options: ShellServiceOptions;
  quotas: ServiceQuotas;
  readonly channelLimits: ChannelLimits;
  readonly graceMs: number;
  readonly silentMs: number;
  readonly shells = new Map<Guid, ServiceShell>();
  readonly deferred = new Map<number, Deferred<C>>();
  /** Channels by the request that waits on them. */
  readonly waiters = new Map<number, { readonly shell: ServiceShell; readonly channel: OutputChannel }>();
  /** Requests of watchers that wait for something to be shown. */
  readonly watchWaiters = new Map<number, WatchWaiter<C>>();
  /** Replies to Receives of which the listener has not said yet whether they were written. */
  readonly inFlight = new Map<number, DeliveredReply>();
  /** Shells by the answers to their clients' other requests, of which it is not known whether they arrived. Bounded. */
  readonly answered = new Map<number, Guid>();
  readonly enumerations: Enumerations;
  readonly replays = new ReplayCache();
  readonly connections = new ClientConnections();
  #configurations: ReadonlyMap<string, ConfigurationRules> | undefined;
  readonly #operations = new Map<string, number>();
  events: ShellServiceEvent<C>[] = [];
  now = 0;
  readonly #changedShells = new Set<ServiceShell>();
  readonly #changedChannels = new Map<
    OutputChannel,
    { readonly shell: ServiceShell; readonly commandId: Guid | undefined }
  >();
  #removed: Guid[] = [];
  /** Never later than the earliest deadline; too early costs one needless look. */
  #alarm: number | undefined;
  #names = 0;

  constructor(options: ShellServiceOptions) {
    this.options = options;
    this.quotas = { ...DEFAULT_QUOTAS, ...options.quotas };
    this.channelLimits = {
      softBytes: options.outputBufferBytes ?? DEFAULT_SOFT_BYTES,
      hardBytes: Math.max(options.outputBufferHardBytes ?? DEFAULT_HARD_BYTES, options.outputBufferBytes ?? 0),
    };
    this.graceMs = options.lostClientGraceMs ?? DEFAULT_GRACE_MS;
    this.silentMs = options.silentClientMs ?? DEFAULT_SILENT_MS;
    this.enumerations = new Enumerations(this.quotas.enumerationTimeoutms);
    this.#configurations = rulesByName(options.configurations);
  }

  /** Room for the output of each channel of a shell with these rules. */
  limitsFor(rules: ConfigurationRules | undefined): ChannelLimits {
    const softBytes = rules?.outputBufferBytes ?? this.channelLimits.softBytes;
    return { softBytes, hardBytes: Math.max(this.channelLimits.hardBytes, softBytes) };
  }

  /** Other limits and configurations, for what is asked from now on: shells keep what they were made with. */
  configure({ quotas, configurations }: ServiceSettings): void {
    this.quotas = { ...DEFAULT_QUOTAS, ...quotas };
    this.enumerations.lifetimeMs = this.quotas.enumerationTimeoutms;
    this.#configurations = rulesByName(configurations);
  }

  emit(event: ShellServiceEvent<C>): void {
    this.events.push(event);
  }
  newGuid(): Guid {
    return guidFromRandom(this.options.random(16));
  }
  newMessageId(): string {
    return `uuid:${wireId(this.newGuid())}`;
  }
  /** A name for a shell whose client gave none: without one it would be in no listing. protocol.md 7.11 */
  inventName(): string {
    this.#names += 1;
    return `Session${this.#names}`;
  }
  /** The rules of a configuration; undefined when names are the host's business; 'unknown' when it does not exist. */
  rulesOf(configuration: string): ConfigurationRules | undefined | 'unknown' {
    if (this.#configurations === undefined) return undefined;
    return this.#configurations.get(configuration.toLowerCase()) ?? 'unknown';
  }

  // Answers -------------------------------------------------------------------------------------------------------

  answer(context: OperationContext<C>, body: ResponseBody): void {
    const envelope = writeResponse({
      request: context.type,
      messageId: this.newMessageId(),
      ...(context.header.messageId === undefined ? {} : { relatesTo: context.header.messageId }),
      body,
    });
    const status = body.type === 'fault' ? 500 : 200;
    if (context.replayKey !== undefined) this.replays.set(context.replayKey, { status, envelope });
    for (const each of [context, ...(context.also ?? [])]) {
      this.#noteAnswered(each);
      this.emit({ type: 'answer', requestId: each.requestId, status, envelope });
      this.#ended(each);
    }
  }
  #noteAnswered({ requestId, header, type }: OperationContext<C>): void {
    // A watcher is not the shell's client: that he is gone says nothing of it.
    if (type === 'receive' && header.options.some(({ name }) => name === OptionName.watch)) return;
    const shellId = tryParseGuid(findSelector(header.selectors, 'ShellId') ?? '');
    if (shellId === undefined || !this.shells.has(shellId)) return;
    this.answered.set(requestId, shellId);
    for (const oldest of this.answered.keys()) {
      if (this.answered.size <= MAX_ANSWERED) break;
      this.answered.delete(oldest);
    }
  }
  answerFault(context: OperationContext<C>, fault: WsmanFault): void {
    const machine = fault.machine ?? this.options.machineName;
    this.answer(context, { type: 'fault', fault: machine === undefined ? fault : { ...fault, machine } });
  }
  /** A request that is answered without an envelope of its own: said again from memory, or its connection is gone. */
  answerStored(context: OperationContext<C>, status: 200 | 500, envelope: Uint8Array): void {
    this.emit({ type: 'answer', requestId: context.requestId, status, envelope });
    this.#ended(context);
  }
  /** The connection is gone: nothing is answered. */
  forget(context: OperationContext<C>): void {
    this.#ended(context);
  }
  /** For the log. */
  refused(context: OperationContext<C>, shellId: string | undefined, code: number): void {
    this.emit({
      type: 'refused',
      user: context.caller.user,
      clientAddress: context.caller.clientAddress,
      action: context.header.action ?? '',
      shellId,
      code,
    });
  }

  // Operations of a user, for MaxConcurrentOperationsPerUser ---------------------------------------------------------

  /** Counts the operation; false when the user has as many as allowed. */
  begin(context: OperationContext<C>): boolean {
    const key = userKey(context.caller);
    const count = this.#operations.get(key) ?? 0;
    this.#operations.set(key, count + 1);
    return count < this.quotas.maxConcurrentOperationsPerUser;
  }
  #ended(context: OperationContext<C>): void {
    const key = userKey(context.caller);
    const count = (this.#operations.get(key) ?? 1) - 1;
    if (count <= 0) this.#operations.delete(key);
    else this.#operations.set(key, count);
  }

  // Records, for a durable endpoint ----------------------------------------------------------------------------------

  noteShell(shell: ServiceShell): void {
    if (this.#isDurable(shell)) this.#changedShells.add(shell);
  }
  noteChannel(shell: ServiceShell, channel: OutputChannel, commandId: Guid | undefined): void {
    if (this.#isDurable(shell)) this.#changedChannels.set(channel, { shell, commandId });
  }
  noteRemoved(shell: ServiceShell): void {
    if (this.#isDurable(shell)) this.#removed.push(shell.shellId);
  }
  /** A program's shell ends with its client anyway. */
  #isDurable(shell: ServiceShell): boolean {
    return this.options.durable === true && shell.kind === 'powershell';
  }

  /** What has to be written before the events of this call are acted on. */
  recordsToWrite(): readonly ShellRecord[] {
    const records: ShellRecord[] = this.#removed.map((shellId) => ({ type: 'removed', shellId }));
    const isThere = (shell: ServiceShell): boolean =>
      this.shells.get(shell.shellId) === shell && shell.state !== 'Opening';
    for (const shell of this.#changedShells) {
      if (isThere(shell)) records.push({ type: 'facts', shellId: shell.shellId, facts: factsOf(shell) });
    }
    for (const [channel, { shell, commandId }] of this.#changedChannels) {
      if (!isThere(shell) || this.#changedShells.has(shell)) continue;
      if (commandId !== undefined && shell.commands.get(commandId)?.channel !== channel) continue;
      records.push({ type: 'position', shellId: shell.shellId, commandId, facts: channel.facts() });
    }
    this.#changedShells.clear();
    this.#changedChannels.clear();
    this.#removed = [];
    return records;
  }

  // Time ------------------------------------------------------------------------------------------------------------

  wakeAt(deadline: number): void {
    if (this.#alarm === undefined || deadline < this.#alarm) this.#alarm = deadline;
  }
  get alarm(): number | undefined {
    return this.#alarm;
  }
  clearAlarm(): void {
    this.#alarm = undefined;
  }
  /** The moment at which the server answers whatever happens: the client's OperationTimeout, capped. protocol.md 7.3 */
  deadlineOf(context: OperationContext<C>): number {
    const wanted = context.header.operationTimeoutMs ?? 60_000;
    return this.now + Math.min(wanted, this.quotas.maxTimeoutms);
  }
  idleDeadlineOf(shell: ServiceShell): number {
    return shell.lastRequestMs + shell.idleTimeoutMs;
  }
  /** Undefined: without limit. */
  runTimeDeadlineOf(shell: ServiceShell): number | undefined {
    const { maxShellRunTimems } = this.quotas;
    return maxShellRunTimems >= NO_LIMIT ? undefined : shell.createdMs + maxShellRunTimems;
  }
  /** How long a connected client may be silent. One whose session has ended has little left to do. Milliseconds. */
  silenceAllowed(shell: ServiceShell): number {
    return shell.ended === undefined ? this.silentMs : Math.min(this.silentMs, ENDED_SILENT_MS);
  }

  /** A request on the shell: its idle time starts again, and a vanished client is back. */
  touch(shell: ServiceShell, context: OperationContext<C>): void {
    shell.lastRequestMs = this.now;
    shell.lostAtMs = undefined;
    this.wakeAt(this.idleDeadlineOf(shell));
    if (shell.disconnectable) this.wakeAt(this.now + this.silenceAllowed(shell));
    const end = this.runTimeDeadlineOf(shell);
    if (end !== undefined) this.wakeAt(end);
    if (!shell.disconnectable || shell.state !== 'Connected' || sessionOf(context) !== shell.sessionId) return;
    for (const { caller } of [context, ...(context.also ?? [])]) {
      if (caller.connection !== undefined) this.connections.note(shell, caller.connection);
    }
  }

  // Shells ----------------------------------------------------------------------------------------------------------

  /**
   * The shell that the request names. Another user's shell looks like none at all: a fault must not tell that it is
   * there. Administrators reach every shell for what `administrators` allows. protocol.md 9.1
   */
  shellFor(context: OperationContext<C>, administrators = false): ServiceShell {
    const { header, caller } = context;
    const selector = findSelector(header.selectors, 'ShellId');
    if (selector === undefined) fail('INVALID_SELECTORS', 'The selector ShellId is missing.');
    const shellId = tryParseGuid(selector);
    const shell = shellId === undefined ? undefined : this.shells.get(shellId);
    if (shell === undefined || shell.state === 'Opening') return fail('UNEXPECTED_SELECTORS');
    if (shell.ownerKey !== userKey(caller) && !(administrators && caller.administrator)) {
      this.refused(context, shell.shellId, 5);
      fail('UNEXPECTED_SELECTORS');
    }
    const uri = header.resourceUri?.toLowerCase();
    if (uri !== undefined && uri !== shell.resourceUri.toLowerCase() && uri !== ResourceUri.shell) {
      fail('RESOURCE_NOT_FOUND', 'The shell is not one of this resource URI.');
    }
    return shell;
  }
}

function rulesByName(
  rules: readonly ConfigurationRules[] | undefined,
): ReadonlyMap<string, ConfigurationRules> | undefined {
  return rules === undefined ? undefined : new Map(rules.map((each) => [each.name.toLowerCase(), each]));
}

export function userKey(caller: Pick<ShellCaller, 'user'>): string {
  return caller.user.toLowerCase();
}

/** Selector names are compared ignoring case. */
export function findSelector(selectors: ReadonlyMap<string, string>, name: string): string | undefined {
  const exact = selectors.get(name);
  if (exact !== undefined) return exact;
  for (const [key, value] of selectors) if (key.toLowerCase() === name.toLowerCase()) return value;
  return undefined;
}
