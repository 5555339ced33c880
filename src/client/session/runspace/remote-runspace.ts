/**
 * One remote runspace as sessions hold it: its state and availability, opening and taking up again, its pipelines.
 * `PoolDriver` joins the PSRP machine to the carrier; this file says what the two mean to a user. cmdlets.md 2.4-2.6, 18
 *
 * A runspace found by a query has no driver until it is connected. One that this client disconnected keeps its driver,
 * and goes on with it. A driver that failed is never used again, and neither is the runspace.
 */
import { delay, newGuid, withDeadline } from '../../../io/runtime/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import { catalogued, InvalidStateError, PSSessionError, WsmanFaultError } from '../../../protocol/errors/index.js';
import {
  PSList,
  PSObject,
  type PSDictionary,
  type PSPowerShellDefinition,
  type PSProgressRecord,
  type PSValue,
} from '../../../protocol/objects/index.js';
import type { ClientPipelineEvent, ClientPoolEvent, PSUserEvent } from '../../../protocol/psrp/index.js';
import type { CarrierFactory, ShellCommandListing } from '../carriers/carrier-factory.js';
import { RedirectError } from '../carriers/redirect-error.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import type { SessionHost } from '../model/host.js';
import {
  nextAvailability,
  RUNSPACE_MOVES,
  type AvailabilityEvent,
  type RunspaceAvailabilityName,
  type RunspaceStateName,
} from '../model/states.js';
import type { ShellProperties } from '../runspace-transport.js';
import { isGone, isRetriedOpen, redirectionAdvice } from './connection-errors.js';
import { commandTextOf } from './definition.js';
import { answerHostCall } from './host-calls.js';
import { PoolDriver } from './pool-driver.js';
import { asSessionError, errorRecordOf, RemoteError, SessionErrorRecord, type OriginInfo } from './records.js';
import { RemotePipeline, type PipelineEnd } from './remote-pipeline.js';

const OPEN_RETRY_WAIT_MS = 200;
const RETRY_ACTIVITY_ID = 104_279; // any number that no script is likely to use

export interface RemoteRunspaceInit {
  readonly connectionInfo: ConnectionInfo;
  readonly instanceId: Guid;
  /** Sent to the server, which keeps it. */
  readonly name: string;
  readonly carriers: CarrierFactory;
  readonly host: SessionHost;
  readonly minRunspaces?: number;
  readonly maxRunspaces?: number;
}

export interface QueriedRunspaceInit extends RemoteRunspaceInit {
  readonly disconnected: boolean;
  readonly inactivityMs: number | undefined;
  readonly commands: readonly ShellCommandListing[];
}

export type RunspaceEvent =
  | { readonly type: 'stateChanged'; readonly state: RunspaceStateName; readonly reason: PSSessionError | undefined }
  | { readonly type: 'availabilityChanged'; readonly availability: RunspaceAvailabilityName }
  | { readonly type: 'userEvent'; readonly event: PSUserEvent };

/** What a user is told while the network is tried to be reached again. cmdlets.md 18.5 */
export type RunspaceNotice =
  | { readonly type: 'warning'; readonly id: string; readonly message: string }
  | { readonly type: 'progress'; readonly record: PSProgressRecord };

export interface StartPipelineOptions {
  readonly noInput?: boolean;
  /** Who answers this pipeline's host calls; default the runspace's host. */
  readonly host?: SessionHost;
  readonly addToHistory?: boolean;
  readonly isNested?: boolean;
  /** Nothing of the output is taken from the server until somebody pumps: for commands that are left at once. */
  readonly held?: boolean;
}

export interface RemoteCommandInfo {
  readonly name: string;
  readonly commandType: PSValue;
  readonly parameters: PSValue;
  readonly source: PSObject;
}

const NOT_ENDED: readonly RunspaceStateName[] = [
  'BeforeOpen',
  'Opening',
  'Opened',
  'Disconnecting',
  'Disconnected',
  'Connecting',
];

export class RemoteRunspace {
  readonly instanceId: Guid;
  readonly name: string;
  readonly connectionInfo: ConnectionInfo;
  /** As it was before a redirection or the server changed it. */
  readonly originalConnectionInfo: ConnectionInfo;
  readonly #init: RemoteRunspaceInit;
  #state: RunspaceStateName = 'BeforeOpen';
  #reason: PSSessionError | undefined;
  #availability: RunspaceAvailabilityName = 'None';
  #disconnectReason: PSSessionError | undefined;
  #disconnectedOn: Date | null = null;
  #expiresOn: Date | null = null;
  #driver: PoolDriver | undefined;
  #applicationPrivateData: PSDictionary | null = null;
  /** The server's running command, for a runspace that a query found. */
  #queriedCommands: readonly ShellCommandListing[] = [];
  readonly #pipelines = new Map<Guid, RemotePipeline>();
  readonly #hosts = new Map<Guid, SessionHost>();
  readonly #listeners = new Set<(event: RunspaceEvent) => void>();
  readonly #noticeListeners = new Set<(notice: RunspaceNotice) => void>();
  readonly #warnings: string[] = [];
  /** Questions that nobody was there to answer when the session was left. */
  #left: Extract<ClientPoolEvent, { type: 'hostCall' }>[] = [];
  #leaving = new AbortController();
  #closing: Promise<void> | undefined;
  readonly #hostInstanceId = newGuid();

  constructor(init: RemoteRunspaceInit) {
    this.#init = init;
    this.instanceId = init.instanceId;
    this.name = init.name;
    this.connectionInfo = init.connectionInfo;
    this.originalConnectionInfo =
      init.connectionInfo.transport === 'WSMan' ? init.connectionInfo.clone() : init.connectionInfo;
  }

  /** A runspace that a server listed: Disconnected here, whatever it is there. cmdlets.md 2.4, 2.5 */
  static fromQuery(init: QueriedRunspaceInit): RemoteRunspace {
    const runspace = new RemoteRunspace(init);
    runspace.#state = 'Disconnected';
    runspace.#availability = init.disconnected ? 'None' : 'Busy';
    runspace.#queriedCommands = init.commands;
    runspace.refreshDisconnection(init.inactivityMs, init.disconnected);
    return runspace;
  }

  get state(): RunspaceStateName {
    return this.#state;
  }
  /** Why it is Broken or Closed; undefined for an orderly end. */
  get stateReason(): PSSessionError | undefined {
    return this.#reason;
  }
  get availability(): RunspaceAvailabilityName {
    return this.#availability;
  }
  get disconnectedOn(): Date | null {
    return this.#disconnectedOn;
  }
  get expiresOn(): Date | null {
    return this.#expiresOn;
  }
  /** Why it was disconnected without being asked: the network failed for too long. Undefined for an asked one. */
  get disconnectReason(): PSSessionError | undefined {
    return this.#disconnectReason;
  }
  get applicationPrivateData(): PSDictionary | null {
    return this.#applicationPrivateData;
  }
  get supportsDisconnect(): boolean {
    return this.#driver?.supportsDisconnect ?? this.connectionInfo.transport === 'WSMan';
  }
  get hasRunningPipeline(): boolean {
    return this.#attachableCommand !== undefined || [...this.#pipelines.values()].some(({ isEnded }) => !isEnded);
  }
  /** Requests sent so far, where the carrier counts them. */
  get roundTrips(): number {
    return this.#driver?.roundTrips ?? 0;
  }
  get protocolVersion(): string | undefined {
    return this.#driver?.protocolVersion;
  }

  on(listener: (event: RunspaceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  onNotice(listener: (notice: RunspaceNotice) => void): () => void {
    this.#noticeListeners.add(listener);
    return () => this.#noticeListeners.delete(listener);
  }
  /** What should be told about the opening: redirections. Each once. */
  takeWarnings(): readonly string[] {
    return this.#warnings.splice(0);
  }

  /**
   * Opens the runspace at its server. Failures of the kind that pass are tried again, redirections are followed, as the
   * connection info allows; OpenTimeout is the limit for all of it.
   * @throws what went wrong at last; the runspace is Broken then, or Closed when `signal` ended it.
   */
  async open(signal?: AbortSignal): Promise<void> {
    this.#requireState('open the session', ['BeforeOpen']);
    const info = this.connectionInfo;
    this.#become('Opening');
    try {
      await withDeadline(
        `open the session to ${info.computerName}`,
        limitOf(info.openTimeoutMs),
        signal,
        async (limited) => {
          let retries = 0;
          let hops = 0;
          for (;;) {
            try {
              await this.#openOnce(limited);
              return;
            } catch (error) {
              await this.#dropDriver();
              if (limited.aborted) throw error;
              if (error instanceof RedirectError) {
                hops += 1;
                this.#followRedirect(error, hops);
              } else if (isRetriedOpen(error) && retries < info.option.maxConnectionRetryCount) {
                retries += 1;
                await delay(OPEN_RETRY_WAIT_MS, limited);
              } else throw error;
            }
          }
        },
      );
    } catch (error) {
      const known = asSessionError(error);
      void this.#dropDriver();
      this.#become(signal?.aborted === true ? 'Closed' : 'Broken', known);
      throw known;
    }
    this.#become('Opened');
  }

  /**
   * Takes a disconnected runspace up again: the one that this client left goes on where it was; one that a query found
   * is reconstructed. cmdlets.md 7.2 (3)
   */
  async connect(signal?: AbortSignal): Promise<void> {
    this.#requireState('connect the session', ['Disconnected']);
    if (this.#availability === 'Busy') {
      throw new WsmanFaultError(0x803381cd, 'The session is connected to another client.');
    }
    const info = this.connectionInfo;
    const before = { on: this.#disconnectedOn, expires: this.#expiresOn };
    this.#become('Connecting');
    const reconnecting = this.#driver !== undefined;
    try {
      await withDeadline(
        `connect the session on ${info.computerName}`,
        limitOf(info.openTimeoutMs),
        signal,
        async (limited) => {
          if (this.#driver !== undefined) await this.#driver.reconnect(limited);
          else {
            this.#driver = this.#makeDriver();
            await this.#driver.connect(limited);
          }
        },
      );
    } catch (error) {
      const known = asSessionError(error);
      if (!reconnecting) await this.#dropDriver();
      // Held by another client, or the network away: the session itself lives, and may be connected later.
      if (this.#state === 'Connecting' && !isGone(known)) {
        this.#become('Disconnected');
        this.#disconnectedOn = before.on;
        this.#expiresOn = before.expires;
      } else if (this.#state === 'Connecting') this.#become('Broken', known);
      throw known;
    }
    this.#disconnectReason = undefined;
    this.#disconnectedOn = null;
    this.#expiresOn = null;
    this.#become('Opened');
    for (const pipeline of this.#pipelines.values()) {
      pipeline.resumed();
      if (!pipeline.isEnded) this.#moveAvailability({ type: 'pipelineRunning' });
    }
  }

  /** Leaves the runspace to its server; what runs there goes on. Milliseconds. */
  async disconnect(
    options: { readonly idleTimeoutMs?: number; readonly bufferMode?: 'Block' | 'Drop' },
    signal?: AbortSignal,
  ): Promise<void> {
    this.#requireState('disconnect the session', ['Opened']);
    const driver = this.#driver;
    if (driver === undefined || !driver.supportsDisconnect) {
      throw new PSSessionError(
        `The connection to ${this.connectionInfo.computerName} (${this.connectionInfo.transport}) has no disconnected sessions: they need WSMan, or an endpoint of pssession, and PowerShell 3.0 or later there.`,
        { errorId: 'PSSessionDisconnectFailed', category: 'InvalidOperation' },
      );
    }
    this.#become('Disconnecting');
    // Whoever is asked something is not there any more: it is asked of who comes back.
    this.#leaving.abort();
    this.#leaving = new AbortController();
    try {
      await withDeadline(
        `disconnect the session on ${this.connectionInfo.computerName}`,
        limitOf(this.connectionInfo.cancelTimeoutMs),
        signal,
        (limited) => driver.disconnect(options, limited),
      );
    } catch (error) {
      if (this.#state === 'Disconnecting') this.#become('Opened');
      for (const pipeline of this.#pipelines.values()) this.#answerLeft(pipeline);
      throw error;
    }
    this.#wentDisconnected(undefined);
  }

  /**
   * Closes the runspace here and at its server: running commands are stopped. A closed one stays closed.
   * @throws why its server could not be told. One that the server may keep is Disconnected then, and can be closed again.
   */
  close(signal?: AbortSignal): Promise<void> {
    this.#closing ??= this.#close(signal);
    return this.#closing;
  }

  /** Lets everything go without a word to the server. */
  async abandon(): Promise<void> {
    await this.#dropDriver();
    if (NOT_ENDED.includes(this.#state) || this.#state === 'Closing') this.#become('Closed');
  }

  /** Ends the connection of a runspace that is disconnected (over SSH: a process); at its server it stays as it is. */
  async letGo(): Promise<void> {
    if (this.#state === 'Disconnected') await this.#dropDriver();
  }

  /** Removes a disconnected runspace at its server, connecting it first where the server wants that. cmdlets.md 11 */
  async closeDisconnected(_signal: AbortSignal, connect: () => Promise<void>): Promise<void> {
    if (this.#state === 'Disconnected') await connect();
  }

  /**
   * Starts a pipeline. It runs from now on; its streams wait for `pumpTo`.
   * @throws {InvalidStateError} the runspace is not Opened.
   */
  startPipeline(definition: PSPowerShellDefinition, options: StartPipelineOptions = {}): RemotePipeline {
    this.#requireState('run a command in the session', ['Opened']);
    const driver = this.#requireDriver();
    const host = options.host ?? this.#init.host;
    const { id, started } = driver.startPipeline(definition, {
      noInput: options.noInput ?? true,
      host: host === this.#init.host ? undefined : host,
      addToHistory: options.addToHistory ?? false,
      isNested: options.isNested ?? false,
    });
    const pipeline = new RemotePipeline({
      id,
      commandText: commandTextOf(definition),
      owner: driver,
      started,
      state: 'Running',
    });
    if (options.held === true) pipeline.hold(true);
    return this.#adopt(pipeline, host);
  }

  /**
   * The pipeline that is to be received: one of this client that was left, or the server's running command.
   * Undefined: there is none.
   */
  async attachPipeline(signal?: AbortSignal, host = this.#init.host): Promise<RemotePipeline | undefined> {
    this.#requireState('receive from the session', ['Opened']);
    for (const pipeline of this.#pipelines.values()) {
      if (pipeline.isPumped) continue;
      this.#hosts.set(pipeline.id, host);
      this.#answerLeft(pipeline);
      return pipeline;
    }
    const command = this.#attachableCommand;
    if (command === undefined) return undefined;
    this.#queriedCommands = [];
    const driver = this.#requireDriver();
    try {
      await driver.attachPipeline(command.commandId, signal ?? new AbortController().signal);
    } catch (error) {
      // The command was released between the query and now: there is nothing to receive.
      if (error instanceof WsmanFaultError && isGone(error)) {
        this.#moveAvailability({ type: 'pipelineEnded', othersActive: false, poolOpened: true });
        return undefined;
      }
      throw error;
    }
    return this.#adopt(
      new RemotePipeline({
        id: command.commandId,
        commandText: command.commandLine.trim(),
        owner: driver,
        started: Promise.resolve(),
        state: 'Running',
      }),
      host,
    );
  }

  /** Says who may watch this session at its endpoint: accounts and groups there; nobody, when there are none. */
  async setWatchers(names: readonly string[], signal?: AbortSignal): Promise<void> {
    this.#requireState('let the session be watched', ['Opened']);
    await this.#requireDriver().setWatchers(names, signal ?? new AbortController().signal);
  }

  /** What the session has shown lately, as messages in their order; undefined where its server does not keep it. */
  async readScreen(signal: AbortSignal): Promise<readonly Uint8Array[] | undefined> {
    const driver = this.#requireDriver();
    const messages: Uint8Array[] = [];
    let part = await driver.readScreen(undefined, signal);
    if (part === undefined) return undefined;
    messages.push(...part.messages);
    while (part?.more === true) {
      part = await driver.readScreen(part.next, signal);
      messages.push(...(part?.messages ?? []));
    }
    return messages;
  }

  /** Resolves when commands can be run. @throws when the runspace ends before, or `signal` fires. */
  async whenAvailable(signal: AbortSignal): Promise<void> {
    while (this.#availability !== 'Available') {
      signal.throwIfAborted();
      this.#requireState('wait for the session', ['Opened']);
      await new Promise<void>((resolve) => {
        const done = (): void => {
          off();
          signal.removeEventListener('abort', done);
          resolve();
        };
        const off = this.on(done);
        signal.addEventListener('abort', done, { once: true });
      });
    }
  }

  setMinRunspaces(count: number, signal?: AbortSignal): Promise<boolean> {
    return this.#requireDriver()
      .poolRequest((pool) => pool.setMinRunspaces(count), signal)
      .then(({ succeeded }) => succeeded);
  }
  setMaxRunspaces(count: number, signal?: AbortSignal): Promise<boolean> {
    return this.#requireDriver()
      .poolRequest((pool) => pool.setMaxRunspaces(count), signal)
      .then(({ succeeded }) => succeeded);
  }
  getAvailableRunspaces(signal?: AbortSignal): Promise<number> {
    return this.#requireDriver()
      .poolRequest((pool) => pool.getAvailableRunspaces(), signal)
      .then(({ available }) => available ?? 0);
  }
  /** Back to the state after opening: variables and drives. Needs protocol 2.3. */
  resetRunspaceState(signal?: AbortSignal): Promise<boolean> {
    return this.#requireDriver()
      .poolRequest((pool) => pool.resetRunspaceState(), signal)
      .then(({ succeeded }) => succeeded);
  }

  /** What the server knows of commands by these names (wildcards allowed). */
  async getCommandMetadata(names: readonly string[], signal?: AbortSignal): Promise<readonly RemoteCommandInfo[]> {
    this.#requireState('ask for commands', ['Opened']);
    const driver = this.#requireDriver();
    const { id, started } = driver.startCommandMetadata(names);
    const pipeline = this.#adopt(
      new RemotePipeline({ id, commandText: 'Get-Command', owner: driver, started, state: 'Running' }),
      this.#init.host,
    );
    const stop = (): void => void pipeline.stop().catch(() => undefined);
    signal?.addEventListener('abort', stop, { once: true });
    const found: RemoteCommandInfo[] = [];
    try {
      const end = await pipeline.pumpTo((record) => {
        if (record.stream !== 'output' || !(record.value instanceof PSObject)) return;
        const name = record.value.get('Name');
        // The first object only counts the others.
        if (typeof name !== 'string') return;
        found.push({
          name,
          commandType: record.value.get('CommandType') ?? null,
          parameters: record.value.get('Parameters') ?? null,
          source: record.value,
        });
      });
      if (end.state === 'Failed') throw end.error;
      signal?.throwIfAborted();
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    return found;
  }

  /** Sets DisconnectedOn and ExpiresOn from what the server says of a shell. cmdlets.md 2.1, 4 (6) */
  refreshDisconnection(inactivityMs: number | undefined, disconnected: boolean): void {
    const idleMs = Math.floor(this.connectionInfo.idleTimeoutMs / 1000) * 1000;
    if (!disconnected || inactivityMs === undefined || idleMs <= inactivityMs) {
      this.#disconnectedOn = null;
      this.#expiresOn = null;
      return;
    }
    this.#disconnectedOn = new Date(Date.now() - inactivityMs);
    this.#expiresOn = new Date(this.#disconnectedOn.getTime() + idleMs);
  }

  get #attachableCommand(): ShellCommandListing | undefined {
    return this.#queriedCommands[0];
  }

  async #openOnce(signal: AbortSignal): Promise<void> {
    const driver = this.#makeDriver();
    this.#driver = driver;
    const info = this.connectionInfo;
    const properties = await driver.open(
      {
        name: this.name,
        ...(info.idleTimeoutMs > 0 ? { idleTimeoutMs: info.idleTimeoutMs } : {}),
        ...(info.outputBufferingMode === 'None' ? {} : { bufferMode: info.outputBufferingMode }),
        ...(info.option.noMachineProfile ? { noProfile: true } : {}),
      },
      signal,
    );
    this.#takeProperties(properties);
  }

  #takeProperties(properties: ShellProperties): void {
    const info = this.connectionInfo;
    if (properties.idleTimeoutMs !== undefined) info.idleTimeoutMs = properties.idleTimeoutMs;
    if (properties.maxIdleTimeoutMs !== undefined) info.maxIdleTimeoutMs = properties.maxIdleTimeoutMs;
    if (properties.bufferMode !== undefined) info.outputBufferingMode = properties.bufferMode;
  }

  #followRedirect(error: RedirectError, hops: number): void {
    const info = this.connectionInfo;
    if (info.transport !== 'WSMan' || error.location === '') throw error;
    const allowed = info.maximumConnectionRedirectionCount;
    if (allowed >= 0 && hops > allowed) {
      throw catalogued('RedirectInformationRequired', [error.location, redirectionAdvice(allowed)], {
        errorId: 'RedirectInformationRequired',
        cause: error,
      });
    }
    this.#warnings.push(`The connection was redirected to ${error.location}.`);
    info.redirectTo(error.location);
  }

  #makeDriver(): PoolDriver {
    const driver = new PoolDriver({
      transport: this.#init.carriers.transport(this.connectionInfo),
      poolId: this.instanceId,
      host: this.#init.host,
      option: this.connectionInfo.option,
      minRunspaces: this.#init.minRunspaces ?? 1,
      maxRunspaces: this.#init.maxRunspaces ?? 1,
      onEvent: (event) => {
        if (this.#driver === driver) this.#onEvent(event, driver);
      },
      onDisconnected: (reason) => {
        if (this.#driver === driver && this.#state !== 'Disconnecting') this.#wentDisconnected(reason);
      },
      onRetry: (retrying, remainingMs) => {
        if (this.#driver === driver) this.#onRetry(retrying, remainingMs);
      },
    });
    return driver;
  }

  async #dropDriver(): Promise<void> {
    const driver = this.#driver;
    this.#driver = undefined;
    await driver?.dispose();
  }

  async #close(signal: AbortSignal | undefined): Promise<void> {
    const driver = this.#driver;
    if (!NOT_ENDED.includes(this.#state)) {
      await this.#dropDriver();
      return;
    }
    if (driver === undefined || this.#state === 'BeforeOpen' || this.#state === 'Disconnected') {
      await this.#dropDriver();
      this.#become('Closed');
      return;
    }
    this.#become('Closing');
    let kept: PSSessionError | undefined;
    try {
      await withDeadline(
        `close the session on ${this.connectionInfo.computerName}`,
        limitOf(this.connectionInfo.cancelTimeoutMs),
        signal,
        (limited) => driver.close(limited),
      );
    } catch (error) {
      if (driver.supportsDisconnect) kept = asSessionError(error);
      throw error;
    } finally {
      this.#endPipelines(
        new InvalidStateError('go on with the command', 'Closed', ['Opened'], { errorId: 'InvalidSessionState' }),
        true,
      );
      await this.#dropDriver();
      if (kept === undefined) this.#become('Closed');
      else {
        this.#closing = undefined;
        this.#isLeft(kept);
      }
    }
  }

  #onEvent(event: ClientPoolEvent, driver: PoolDriver): void {
    switch (event.type) {
      case 'stateChanged':
        if (event.state === 'Broken' || (event.state === 'Closed' && this.#state !== 'Closing')) {
          const reason =
            event.error === undefined
              ? (event.reason ??
                new PSSessionError(`The session on ${this.connectionInfo.computerName} was ended by its server.`, {
                  errorId: 'PSSessionStateBroken',
                  category: 'OpenError',
                }))
              : new RemoteError(event.error, this.#origin());
          this.#broke(reason);
        }
        break;
      case 'applicationPrivateData':
        this.#applicationPrivateData ??= event.data;
        break;
      case 'hostCall': {
        const pipeline = event.pipelineId === undefined ? undefined : this.#pipelines.get(event.pipelineId);
        const host =
          (event.pipelineId === undefined ? undefined : this.#hosts.get(event.pipelineId)) ?? this.#init.host;
        void this.#answer(event, driver, host, pipeline);
        break;
      }
      case 'userEvent':
        this.#emit({ type: 'userEvent', event: event.event });
        break;
      case 'output':
      case 'error':
      case 'informational':
      case 'progress':
      case 'information':
      case 'pipelineStateChanged':
        this.#onPipelineEvent(event);
        break;
      case 'negotiated':
      case 'runspaceCounts':
      case 'runspaceAvailability':
      case 'keyExchanged':
      case 'disconnectReady':
        break; // the driver's business
      default:
        event satisfies never;
    }
  }

  #onPipelineEvent(event: ClientPipelineEvent): void {
    const pipeline = this.#pipelines.get(event.pipelineId);
    if (pipeline === undefined) return; // released here; the server did not know yet
    const origin = this.#origin();
    switch (event.type) {
      case 'output':
        pipeline.deliver({ stream: 'output', value: event.value, origin }, event.wireBytes);
        break;
      case 'error':
        pipeline.deliver(
          { stream: 'error', value: new SessionErrorRecord(new RemoteError(event.record, origin), origin), origin },
          event.wireBytes,
        );
        break;
      case 'informational':
        pipeline.deliver({ stream: STREAM_OF_KIND[event.record.kind], value: event.record, origin }, event.wireBytes);
        break;
      case 'progress':
        pipeline.deliver({ stream: 'progress', value: event.record, origin }, event.wireBytes);
        break;
      case 'information':
        pipeline.deliver({ stream: 'information', value: event.record, origin }, event.wireBytes);
        break;
      case 'pipelineStateChanged':
        this.#onPipelineState(pipeline, event, origin);
        break;
      default:
        event satisfies never;
    }
  }

  #onPipelineState(
    pipeline: RemotePipeline,
    event: Extract<ClientPipelineEvent, { type: 'pipelineStateChanged' }>,
    origin: OriginInfo,
  ): void {
    switch (event.state) {
      case 'Completed':
        this.#endPipeline(pipeline, { state: 'Completed' });
        break;
      case 'Stopped':
        this.#endPipeline(pipeline, { state: 'Stopped' });
        break;
      case 'Failed': {
        const error =
          event.error === undefined
            ? (event.reason ?? catalogued('JobFailure', [origin.computerName, 'its end carried no reason']))
            : new RemoteError(event.error, origin);
        this.#endPipeline(pipeline, { state: 'Failed', error });
        break;
      }
      default:
        break;
    }
  }

  #endPipeline(pipeline: RemotePipeline, end: PipelineEnd): void {
    this.#pipelines.delete(pipeline.id);
    this.#hosts.delete(pipeline.id);
    // The channel is released behind the user's back; who waits for the command's end need not wait for that.
    this.#driver?.releasePipeline(pipeline.id);
    this.#moveAvailability({
      type: 'pipelineEnded',
      othersActive: [...this.#pipelines.values()].some(({ isEnded }) => !isEnded),
      poolOpened: this.#state === 'Opened',
    });
    pipeline.settle(end);
  }

  #endPipelines(reason: PSSessionError, stopped: boolean): void {
    for (const pipeline of Array.from(this.#pipelines.values())) {
      this.#pipelines.delete(pipeline.id);
      this.#hosts.delete(pipeline.id);
      pipeline.settle(stopped ? { state: 'Stopped' } : { state: 'Failed', error: reason });
    }
  }

  #adopt(pipeline: RemotePipeline, host: SessionHost): RemotePipeline {
    this.#pipelines.set(pipeline.id, pipeline);
    if (host !== this.#init.host) this.#hosts.set(pipeline.id, host);
    this.#moveAvailability({ type: 'pipelineRunning' });
    pipeline.started.catch((error: unknown) => {
      if (this.#pipelines.has(pipeline.id))
        this.#endPipeline(pipeline, { state: 'Failed', error: asSessionError(error) });
    });
    return pipeline;
  }

  async #answer(
    event: Extract<ClientPoolEvent, { type: 'hostCall' }>,
    driver: PoolDriver,
    host: SessionHost,
    pipeline: RemotePipeline | undefined,
  ): Promise<void> {
    const { call } = event;
    const leaving = this.#leaving.signal;
    try {
      const result = await answerHostCall(call, host, {
        computerName: this.connectionInfo.computerName,
        hostInstanceId: this.#hostInstanceId,
        signal: pipeline === undefined ? leaving : AbortSignal.any([pipeline.endSignal, leaving]),
        closeRunspace: () => void this.close().catch(() => undefined),
      });
      if (!call.isVoid) driver.respondToHostCall(pipeline?.id, call, result);
    } catch (error) {
      if (pipeline?.isEnded === true) return;
      if (leaving.aborted && pipeline !== undefined && !call.isVoid) {
        this.#left.push(event);
        return;
      }
      const known = asSessionError(error);
      if (!call.isVoid) driver.failHostCall(pipeline?.id, call, errorRecordOf(known));
      else {
        const failure = new PSSessionError(`The remote call ${call.method} failed here: ${known.message}`, {
          errorId: 'RemoteHostCallFailed',
          category: 'InvalidOperation',
          cause: known,
        });
        pipeline?.deliver(
          { stream: 'error', value: new SessionErrorRecord(failure, this.#origin()), origin: this.#origin() },
          0,
        );
      }
    }
  }

  /** Asks again what was asked when the session was left. */
  #answerLeft(pipeline: RemotePipeline): void {
    const driver = this.#driver;
    const left = this.#left.filter(({ pipelineId }) => pipelineId === pipeline.id);
    this.#left = this.#left.filter(({ pipelineId }) => pipelineId !== pipeline.id);
    if (driver === undefined) return;
    for (const event of left)
      void this.#answer(event, driver, this.#hosts.get(pipeline.id) ?? this.#init.host, pipeline);
  }

  #wentDisconnected(reason: PSSessionError | undefined): void {
    if (!RUNSPACE_MOVES[this.#state].includes('Disconnected')) return;
    this.#isLeft(reason);
    if (reason !== undefined) {
      this.#notify({
        type: 'warning',
        id: 'PowerShellAutoDisconnectSucceeded',
        message: catalogued('PowerShellAutoDisconnectSucceeded', [this.connectionInfo.computerName]).message,
      });
    }
    for (const pipeline of this.#pipelines.values()) pipeline.settle({ state: 'Disconnected' });
  }

  /** It is at its server, and nobody here has it. */
  #isLeft(reason: PSSessionError | undefined): void {
    this.#disconnectReason = reason;
    const idleMs = Math.floor(this.connectionInfo.idleTimeoutMs / 1000) * 1000;
    this.#disconnectedOn = new Date();
    this.#expiresOn = idleMs > 0 ? new Date(this.#disconnectedOn.getTime() + idleMs) : null;
    this.#become('Disconnected');
  }

  #broke(reason: PSSessionError): void {
    if (!RUNSPACE_MOVES[this.#state].includes('Broken')) return;
    // While opening, the caller of `open` gets the reason and decides whether to try again.
    if (this.#state === 'Opening' || this.#state === 'Connecting') return;
    this.#become('Broken', reason);
    this.#endPipelines(reason, false);
    void this.#dropDriver();
  }

  #onRetry(retrying: boolean, remainingMs: number): void {
    const computer = this.connectionInfo.computerName;
    const record = (type: 'Processing' | 'Completed'): PSProgressRecord => ({
      activity: `The network connection to ${computer} was interrupted`,
      activityId: RETRY_ACTIVITY_ID,
      statusDescription: 'Trying to reconnect',
      currentOperation: null,
      parentActivityId: -1,
      percentComplete: -1,
      type,
      secondsRemaining: Math.ceil(remainingMs / 1000),
    });
    const warn = (id: 'PowerShellNetworkFailureDetected' | 'PowerShellConnectionRetrySucceeded'): void =>
      this.#notify({
        type: 'warning',
        id,
        message: catalogued(id, [computer, Math.max(1, Math.round(remainingMs / 60_000))]).message,
      });
    if (retrying) {
      if (!this.#retrying) warn('PowerShellNetworkFailureDetected');
      this.#retrying = true;
      this.#notify({ type: 'progress', record: record('Processing') });
    } else if (this.#retrying) {
      this.#retrying = false;
      this.#notify({ type: 'progress', record: record('Completed') });
      warn('PowerShellConnectionRetrySucceeded');
    }
  }
  #retrying = false;

  #origin(): OriginInfo {
    this.#originInfo ??= { computerName: this.connectionInfo.computerName, runspaceId: this.instanceId };
    return this.#originInfo;
  }
  #originInfo: OriginInfo | undefined;

  #requireState(action: string, expected: readonly RunspaceStateName[]): void {
    if (!expected.includes(this.#state)) {
      throw new InvalidStateError(action, this.#state, expected, {
        errorId: 'InvalidSessionState',
        ...(this.#reason === undefined ? {} : { cause: this.#reason }),
      });
    }
  }
  #requireDriver(): PoolDriver {
    if (this.#driver === undefined) throw new InvalidStateError('use the session', this.#state, ['Opened']);
    return this.#driver;
  }

  #become(state: RunspaceStateName, reason?: PSSessionError): void {
    if (this.#state === state || !RUNSPACE_MOVES[this.#state].includes(state)) return;
    this.#state = state;
    this.#reason = reason;
    this.#emit({ type: 'stateChanged', state, reason });
    this.#moveAvailability({
      type: 'runspace',
      state,
      attachedCommand: this.hasRunningPipeline,
      inDebugger: false,
    });
  }
  #moveAvailability(event: AvailabilityEvent): void {
    const next = nextAvailability(this.#availability, event);
    if (next === this.#availability) return;
    this.#availability = next;
    this.#emit({ type: 'availabilityChanged', availability: next });
  }
  #emit(event: RunspaceEvent): void {
    for (const listener of Array.from(this.#listeners)) listener(event);
  }
  #notify(notice: RunspaceNotice): void {
    for (const listener of Array.from(this.#noticeListeners)) listener(notice);
  }
}

const STREAM_OF_KIND = { Warning: 'warning', Verbose: 'verbose', Debug: 'debug' } as const;
/** 0 means no limit. cmdlets.md 13.1 */
function limitOf(ms: number): number {
  return ms === 0 ? Number.POSITIVE_INFINITY : ms;
}

/** The items of a list that travelled as an object. */
export function itemsOf(value: PSValue | undefined): readonly PSValue[] {
  if (value instanceof PSList) return value.items;
  return Array.isArray(value) ? (value as readonly PSValue[]) : [];
}
