/**
 * One remote runspace as sessions hold it: the face of its connection (`runspace-connection.ts`), its state
 * (`runspace-condition.ts`), its pipelines (`runspace-pipelines.ts`) and of what a user is told of the connection
 * (`runspace-notices.ts`). cmdlets.md 2.4-2.6, 18
 */
import type { Guid } from '../../../protocol/bytes/index.js';
import { WsmanFaultError, type PSSessionError } from '../../../protocol/errors/index.js';
import { PSObject, type PSDictionary, type PSPowerShellDefinition } from '../../../protocol/objects/index.js';
import type { ShellCommandListing } from '../carriers/carrier-factory.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import type { RunspaceAvailabilityName, RunspaceStateName } from '../model/states.js';
import { isGone } from './connection-errors.js';
import { commandTextOf } from './definition.js';
import { RemotePipeline } from './remote-pipeline.js';
import type {
  DisconnectOptions,
  QueriedRunspaceInit,
  RemoteCommandInfo,
  RemoteRunspaceInit,
  RunspaceEvent,
  RunspaceNotice,
  StartPipelineOptions,
} from './runspace-api.js';
import { RunspaceCondition } from './runspace-condition.js';
import { RunspaceConnection } from './runspace-connection.js';
import { RunspaceNotices } from './runspace-notices.js';
import { RunspacePipelines } from './runspace-pipelines.js';

export class RemoteRunspace {
  readonly instanceId: Guid;
  readonly name: string;
  readonly connectionInfo: ConnectionInfo;
  /** As it was before a redirection or the server changed it. */
  readonly originalConnectionInfo: ConnectionInfo;
  readonly #init: RemoteRunspaceInit;
  readonly #condition: RunspaceCondition;
  readonly #pipelines: RunspacePipelines;
  readonly #notices: RunspaceNotices;
  readonly #connection: RunspaceConnection;
  /** The server's running command, for a runspace that a query found. */
  #queriedCommands: readonly ShellCommandListing[] = [];

  constructor(init: RemoteRunspaceInit) {
    const { connectionInfo, instanceId, host } = init;
    this.#init = init;
    this.instanceId = instanceId;
    this.name = init.name;
    this.connectionInfo = connectionInfo;
    this.originalConnectionInfo = connectionInfo.transport === 'WSMan' ? connectionInfo.clone() : connectionInfo;
    const condition = new RunspaceCondition(connectionInfo, () => this.hasRunningPipeline);
    this.#condition = condition;
    const notices = new RunspaceNotices(connectionInfo);
    this.#notices = notices;
    const pipelines = new RunspacePipelines({
      runspaceId: instanceId,
      connectionInfo,
      condition,
      host,
      driver: () => this.#connection.driver,
      closeRunspace: () => void this.close().catch(() => undefined),
    });
    this.#pipelines = pipelines;
    this.#connection = new RunspaceConnection(init, { condition, pipelines, notices });
  }

  /** A runspace that a server listed: Disconnected here, whatever it is there. cmdlets.md 2.4, 2.5 */
  static fromQuery(init: QueriedRunspaceInit): RemoteRunspace {
    const runspace = new RemoteRunspace(init);
    runspace.#queriedCommands = init.commands;
    runspace.#condition.listed(init.inactivityMs, init.disconnected);
    return runspace;
  }

  get state(): RunspaceStateName {
    return this.#condition.state;
  }
  /** Why it is Broken or Closed; undefined for an orderly end. */
  get stateReason(): PSSessionError | undefined {
    return this.#condition.reason;
  }
  get availability(): RunspaceAvailabilityName {
    return this.#condition.availability;
  }
  get disconnectedOn(): Date | null {
    return this.#condition.disconnectedOn;
  }
  get expiresOn(): Date | null {
    return this.#condition.expiresOn;
  }
  /** Why it was disconnected without being asked: the network failed for too long. Undefined for an asked one. */
  get disconnectReason(): PSSessionError | undefined {
    return this.#condition.disconnectReason;
  }
  get applicationPrivateData(): PSDictionary | null {
    return this.#connection.applicationPrivateData;
  }
  get supportsDisconnect(): boolean {
    return this.#connection.driver?.supportsDisconnect ?? this.connectionInfo.transport === 'WSMan';
  }
  get hasRunningPipeline(): boolean {
    return this.#attachableCommand !== undefined || this.#pipelines.anyRuns;
  }
  /** Its server runs a command that nobody here has received from. */
  get hasUnreceivedCommand(): boolean {
    return this.#attachableCommand !== undefined;
  }
  /** Requests sent so far, where the carrier counts them. */
  get roundTrips(): number {
    return this.#connection.driver?.roundTrips ?? 0;
  }
  get protocolVersion(): string | undefined {
    return this.#connection.driver?.protocolVersion;
  }

  on(listener: (event: RunspaceEvent) => void): () => void {
    return this.#condition.on(listener);
  }
  onNotice(listener: (notice: RunspaceNotice) => void): () => void {
    return this.#notices.on(listener);
  }
  /** What should be told about the opening: redirections. Each once. */
  takeWarnings(): readonly string[] {
    return this.#notices.takeWarnings();
  }

  // --- from opening to closing

  /**
   * Opens the runspace at its server. Failures of the kind that pass are tried again, redirections are followed, as the
   * connection info allows; OpenTimeout is the limit for all of it.
   * @throws what went wrong at last; the runspace is Broken then, or Closed when `signal` ended it.
   */
  open(signal?: AbortSignal): Promise<void> {
    return this.#connection.open(signal);
  }

  /**
   * Takes a disconnected runspace up again: the one that this client left goes on where it was; one that a query found
   * is reconstructed. cmdlets.md 7.2 (3)
   */
  connect(signal?: AbortSignal, beforeOutput?: () => Promise<void>): Promise<void> {
    return this.#connection.connect(signal, beforeOutput);
  }

  /** Leaves the runspace to its server; what runs there goes on. Milliseconds. */
  disconnect(options: DisconnectOptions, signal?: AbortSignal): Promise<void> {
    return this.#connection.disconnect(options, signal);
  }

  /**
   * Closes the runspace here and at its server: running commands are stopped. A closed one stays closed.
   * @throws why its server could not be told. One that the server may keep is Disconnected then, and can be closed again.
   */
  close(signal?: AbortSignal): Promise<void> {
    return this.#connection.close(signal);
  }

  /** Lets everything go without a word to the server. @param reason why nobody can go on with it: it is Broken then. */
  abandon(reason?: PSSessionError): Promise<void> {
    return this.#connection.abandon(reason);
  }

  /** Ends the connection of a runspace that is disconnected (over SSH: a process); at its server it stays as it is. */
  letGo(): Promise<void> {
    return this.#connection.letGo();
  }

  /** Resolves when a session that broke is gone from its server, where it should be. */
  left(): Promise<void> {
    return this.#connection.left();
  }

  /**
   * Removes a disconnected runspace at its server, connecting it first where the server wants that. cmdlets.md 11
   * @throws why it could not be connected.
   */
  async closeDisconnected(signal: AbortSignal, connect: () => Promise<void>): Promise<void> {
    if (this.state !== 'Disconnected') return;
    try {
      await connect();
    } catch (error) {
      // To who may only remove it, an administrator, the endpoint says the same as of one that is not there.
      if (isGone(error)) await this.#connection.deleteAtServer(signal);
      throw error;
    }
  }

  /** Sets DisconnectedOn and ExpiresOn from what the server says of a shell. cmdlets.md 2.1, 4 (6) */
  refreshDisconnection(inactivityMs: number | undefined, disconnected: boolean): void {
    this.#condition.refreshDisconnection(inactivityMs, disconnected);
  }

  // --- what runs in it

  /**
   * Starts a pipeline. It runs from now on; its streams wait for `pumpTo`.
   * @throws {InvalidStateError} the runspace is not Opened.
   */
  startPipeline(definition: PSPowerShellDefinition, options: StartPipelineOptions = {}): RemotePipeline {
    this.#condition.require('run a command in the session', ['Opened']);
    const driver = this.#connection.requireDriver();
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
    return this.#pipelines.adopt(pipeline, host);
  }

  /**
   * The pipeline that is to be received: one of this client that was left, or the server's running command.
   * Undefined: there is none.
   */
  async attachPipeline(signal?: AbortSignal, host = this.#init.host): Promise<RemotePipeline | undefined> {
    this.#condition.require('receive from the session', ['Opened']);
    const left = this.#pipelines.takeUp(host);
    if (left !== undefined) return left;
    const command = this.#attachableCommand;
    if (command === undefined) return undefined;
    const queried = this.#queriedCommands;
    this.#queriedCommands = [];
    const driver = this.#connection.requireDriver();
    try {
      await driver.attachPipeline(command.commandId, signal ?? new AbortController().signal);
    } catch (error) {
      // The command was released between the query and now: there is nothing to receive.
      if (error instanceof WsmanFaultError && isGone(error)) {
        this.#condition.move({ type: 'pipelineEnded', othersActive: false, poolOpened: true });
        return undefined;
      }
      // It still runs there: whoever gave up can ask for it again.
      if (signal?.aborted === true) this.#queriedCommands = queried;
      throw error;
    }
    return this.#pipelines.adopt(
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
    this.#condition.require('let the session be watched', ['Opened']);
    await this.#connection.requireDriver().setWatchers(names, signal ?? new AbortController().signal);
  }

  /** What the session has shown lately, as messages in their order; undefined where its server does not keep it. */
  async readScreen(signal: AbortSignal): Promise<readonly Uint8Array[] | undefined> {
    const driver = this.#connection.requireDriver();
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
    while (this.availability !== 'Available') {
      signal.throwIfAborted();
      this.#condition.require('wait for the session', ['Opened']);
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
    return this.#connection
      .requireDriver()
      .poolRequest((pool) => pool.setMinRunspaces(count), signal)
      .then(({ succeeded }) => succeeded);
  }
  setMaxRunspaces(count: number, signal?: AbortSignal): Promise<boolean> {
    return this.#connection
      .requireDriver()
      .poolRequest((pool) => pool.setMaxRunspaces(count), signal)
      .then(({ succeeded }) => succeeded);
  }
  getAvailableRunspaces(signal?: AbortSignal): Promise<number> {
    return this.#connection
      .requireDriver()
      .poolRequest((pool) => pool.getAvailableRunspaces(), signal)
      .then(({ available }) => available ?? 0);
  }
  /** Back to the state after opening: variables and drives. Needs protocol 2.3. */
  resetRunspaceState(signal?: AbortSignal): Promise<boolean> {
    return this.#connection
      .requireDriver()
      .poolRequest((pool) => pool.resetRunspaceState(), signal)
      .then(({ succeeded }) => succeeded);
  }

  /** What the server knows of commands by these names (wildcards allowed). */
  async getCommandMetadata(names: readonly string[], signal?: AbortSignal): Promise<readonly RemoteCommandInfo[]> {
    this.#condition.require('ask for commands', ['Opened']);
    const driver = this.#connection.requireDriver();
    const { id, started } = driver.startCommandMetadata(names);
    const pipeline = this.#pipelines.adopt(
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

  get #attachableCommand(): ShellCommandListing | undefined {
    return this.#queriedCommands[0];
  }
}
