/**
 * A runspace's connection from opening to closing: the driver that joins it to its server, as long as there is one.
 *
 * A runspace found by a query has no driver until it is connected. One that this client disconnected keeps its driver,
 * and goes on with it. A driver that failed is never used again, and neither is the runspace. cmdlets.md 2.4-2.6, 18
 */
import { withDeadline } from '../../../io/runtime/index.js';
import {
  InvalidStateError,
  OperationTimeoutError,
  PSSessionError,
  WsmanFaultError,
} from '../../../protocol/errors/index.js';
import type { PSDictionary, PSErrorRecord } from '../../../protocol/objects/index.js';
import type { ClientPoolEvent } from '../../../protocol/psrp/index.js';
import type { ShellProperties } from '../runspace-transport.js';
import { answerWasLost, isGone } from './connection-errors.js';
import { openPersistently } from './opening.js';
import { PoolDriver } from './pool-driver.js';
import { asSessionError, RemoteError } from './records.js';
import type { DisconnectOptions, RemoteRunspaceInit } from './runspace-api.js';
import type { RunspaceCondition } from './runspace-condition.js';
import type { RunspaceNotices } from './runspace-notices.js';
import type { RunspacePipelines } from './runspace-pipelines.js';

export interface RunspaceConnectionParts {
  readonly condition: RunspaceCondition;
  readonly pipelines: RunspacePipelines;
  readonly notices: RunspaceNotices;
}

export class RunspaceConnection {
  readonly #init: RemoteRunspaceInit;
  readonly #condition: RunspaceCondition;
  readonly #pipelines: RunspacePipelines;
  readonly #notices: RunspaceNotices;
  #driver: PoolDriver | undefined;
  #applicationPrivateData: PSDictionary | null = null;
  #closing: Promise<void> | undefined;
  /** It broke while it was open: its server may keep what there was of it. */
  #leftAtServer = false;
  /** What is left at the server is being removed. */
  #leaving: Promise<void> | undefined;

  constructor(init: RemoteRunspaceInit, { condition, pipelines, notices }: RunspaceConnectionParts) {
    this.#init = init;
    this.#condition = condition;
    this.#pipelines = pipelines;
    this.#notices = notices;
  }

  get driver(): PoolDriver | undefined {
    return this.#driver;
  }
  get applicationPrivateData(): PSDictionary | null {
    return this.#applicationPrivateData;
  }

  /** @throws {InvalidStateError} there is no connection. */
  requireDriver(): PoolDriver {
    if (this.#driver === undefined) throw new InvalidStateError('use the session', this.#condition.state, ['Opened']);
    return this.#driver;
  }

  /**
   * Opens the runspace at its server. Failures of the kind that pass are tried again, redirections are followed, as the
   * connection info allows; OpenTimeout is the limit for all of it.
   * @throws what went wrong at last; the runspace is Broken then, or Closed when `signal` ended it.
   */
  async open(signal?: AbortSignal): Promise<void> {
    this.#condition.require('open the session', ['BeforeOpen']);
    const { connectionInfo } = this.#init;
    this.#condition.become('Opening');
    const opening = {
      connectionInfo,
      notices: this.#notices,
      openOnce: (limited: AbortSignal) => this.#openOnce(limited),
      giveUp: () => this.#dropDriver(),
      removeLost: (limited: AbortSignal) => this.deleteAtServer(limited),
    };
    try {
      await withDeadline(
        `open the session to ${connectionInfo.computerName}`,
        limitOf(connectionInfo.openTimeoutMs),
        signal,
        (limited) => openPersistently(opening, limited),
      );
    } catch (error) {
      const known = asSessionError(error);
      void this.#dropDriver();
      const stopped = signal?.aborted === true;
      // The server may have made it, and the answer is what was lost.
      if (stopped || known instanceof OperationTimeoutError) void this.deleteAtServer();
      else if (answerWasLost(known)) await this.deleteAtServer();
      this.#condition.become(stopped ? 'Closed' : 'Broken', known);
      throw known;
    }
    this.#condition.become('Opened');
  }

  /**
   * Takes a disconnected runspace up again: the one that this client left goes on where it was; one that a query found
   * is reconstructed. cmdlets.md 7.2 (3)
   * @param beforeOutput called when it is there, before anything comes of its commands.
   */
  async connect(signal?: AbortSignal, beforeOutput?: () => Promise<void>): Promise<void> {
    this.#condition.require('connect the session', ['Disconnected']);
    if (this.#condition.availability === 'Busy') {
      throw new WsmanFaultError(0x803381cd, 'The session is connected to another client.');
    }
    const { computerName, openTimeoutMs } = this.#init.connectionInfo;
    const stillDisconnected = this.#condition.connecting();
    const reconnecting = this.#driver !== undefined;
    try {
      await withDeadline(`connect the session on ${computerName}`, limitOf(openTimeoutMs), signal, async (limited) => {
        if (this.#driver !== undefined) await this.#driver.reconnect(limited, beforeOutput);
        else {
          this.#driver = this.#makeDriver();
          await this.#driver.connect(limited);
          await beforeOutput?.();
        }
      });
    } catch (error) {
      const known = asSessionError(error);
      if (!reconnecting) await this.#dropDriver();
      // Held by another client, or the network away: the session itself lives, and may be connected later.
      if (this.#condition.state === 'Connecting' && !isGone(known)) stillDisconnected();
      else if (this.#condition.state === 'Connecting') this.#condition.become('Broken', known);
      throw known;
    }
    this.#condition.connected();
    this.#pipelines.resumed();
  }

  /** Leaves the runspace to its server; what runs there goes on. Milliseconds. */
  async disconnect(options: DisconnectOptions, signal?: AbortSignal): Promise<void> {
    this.#condition.require('disconnect the session', ['Opened']);
    const driver = this.#driver;
    const { computerName, transport, cancelTimeoutMs } = this.#init.connectionInfo;
    if (driver === undefined || !driver.supportsDisconnect) {
      throw new PSSessionError(
        `The connection to ${computerName} (${transport}) has no disconnected sessions: they need WSMan, or an endpoint of pssession, and PowerShell 3.0 or later there.`,
        { errorId: 'PSSessionDisconnectFailed', category: 'InvalidOperation' },
      );
    }
    this.#condition.become('Disconnecting');
    this.#pipelines.leaving();
    try {
      await withDeadline(`disconnect the session on ${computerName}`, limitOf(cancelTimeoutMs), signal, (limited) =>
        driver.disconnect(options, limited),
      );
    } catch (error) {
      if (this.#condition.state === 'Disconnecting') this.#condition.become('Opened');
      this.#pipelines.stayed();
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
  async abandon(reason?: PSSessionError): Promise<void> {
    this.#pipelines.endAll({ state: 'Stopped' });
    await this.#dropDriver();
    if (!this.#condition.isEnded || this.#condition.state === 'Closing')
      this.#condition.become(reason === undefined ? 'Closed' : 'Broken', reason);
  }

  /** Ends the connection of a runspace that is disconnected (over SSH: a process); at its server it stays as it is. */
  async letGo(): Promise<void> {
    if (this.#condition.state === 'Disconnected') await this.#dropDriver();
  }

  // --- the driver

  async #openOnce(signal: AbortSignal): Promise<void> {
    const driver = this.#makeDriver();
    this.#driver = driver;
    const info = this.#init.connectionInfo;
    const properties = await driver.open(
      {
        name: this.#init.name,
        ...(info.idleTimeoutMs > 0 ? { idleTimeoutMs: info.idleTimeoutMs } : {}),
        ...(info.outputBufferingMode === 'None' ? {} : { bufferMode: info.outputBufferingMode }),
        ...(info.option.noMachineProfile ? { noProfile: true } : {}),
      },
      signal,
    );
    this.#takeProperties(properties);
  }

  #takeProperties(properties: ShellProperties): void {
    const info = this.#init.connectionInfo;
    if (properties.idleTimeoutMs !== undefined) info.idleTimeoutMs = properties.idleTimeoutMs;
    if (properties.maxIdleTimeoutMs !== undefined) info.maxIdleTimeoutMs = properties.maxIdleTimeoutMs;
    if (properties.bufferMode !== undefined) info.outputBufferingMode = properties.bufferMode;
  }

  #makeDriver(): PoolDriver {
    const driver = new PoolDriver({
      transport: this.#init.carriers.transport(this.#init.connectionInfo),
      poolId: this.#init.instanceId,
      host: this.#init.host,
      option: this.#init.connectionInfo.option,
      minRunspaces: this.#init.minRunspaces ?? 1,
      maxRunspaces: this.#init.maxRunspaces ?? 1,
      onEvent: (event) => {
        if (this.#driver === driver) this.#onEvent(event, driver);
      },
      onDisconnected: (reason) => {
        if (this.#driver === driver && this.#condition.state !== 'Disconnecting') this.#wentDisconnected(reason);
      },
      onRetry: (retrying, remainingMs) => {
        if (this.#driver === driver) this.#notices.retry(retrying, remainingMs);
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
    if (this.#condition.isEnded) {
      await this.#dropDriver();
      await this.#leaving;
      await this.#deleteRest(signal);
      return;
    }
    if (driver === undefined || this.#condition.state === 'BeforeOpen' || this.#condition.state === 'Disconnected') {
      await this.#dropDriver();
      this.#condition.become('Closed');
      return;
    }
    this.#condition.become('Closing');
    let kept: PSSessionError | undefined;
    try {
      await withDeadline(
        `close the session on ${this.#init.connectionInfo.computerName}`,
        limitOf(this.#init.connectionInfo.cancelTimeoutMs),
        signal,
        (limited) => driver.close(limited),
      );
    } catch (error) {
      if (driver.supportsDisconnect) kept = asSessionError(error);
      throw error;
    } finally {
      this.#pipelines.endAll({ state: 'Stopped' });
      await this.#dropDriver();
      if (kept === undefined) this.#condition.become('Closed');
      else {
        this.#closing = undefined;
        this.#condition.left(kept);
      }
    }
  }

  /** Resolves when a session that broke is gone from its server, where it should be. */
  async left(): Promise<void> {
    await this.#leaving;
  }

  async #deleteRest(signal: AbortSignal | undefined): Promise<void> {
    if (!this.#leftAtServer) return;
    this.#leftAtServer = false;
    await this.deleteAtServer(signal);
  }

  /** A session that is of no use here goes at its server too. Where it cannot be reached, it has its idle time. */
  async deleteAtServer(signal?: AbortSignal): Promise<void> {
    const { carriers, connectionInfo, instanceId } = this.#init;
    const transport = carriers.transport(connectionInfo);
    try {
      await withDeadline(
        `remove what is left on ${connectionInfo.computerName}`,
        DELETE_REST_MS,
        signal,
        (limited) => transport.deleteShell?.(instanceId, limited) ?? Promise.resolve(),
      );
    } catch {
      // Not there any more, or its server is not to be reached.
    } finally {
      await transport[Symbol.asyncDispose]();
    }
  }

  #onEvent(event: ClientPoolEvent, driver: PoolDriver): void {
    switch (event.type) {
      case 'stateChanged':
        if (event.state === 'Broken' || (event.state === 'Closed' && this.#condition.state !== 'Closing')) {
          this.#broke(this.#reasonOf(event), event.error !== undefined);
        }
        break;
      case 'applicationPrivateData':
        this.#applicationPrivateData ??= event.data;
        break;
      case 'hostCall':
        this.#pipelines.onHostCall(event, driver);
        break;
      case 'userEvent':
        this.#condition.emit({ type: 'userEvent', event: event.event });
        break;
      case 'output':
      case 'error':
      case 'informational':
      case 'progress':
      case 'information':
        this.#pipelines.onEvent(event);
        break;
      case 'pipelineStateChanged':
        if (event.state === 'Failed' && event.error !== undefined && saysItsHostEnded(event.error))
          this.#broke(ended(event.error.exception.message), true);
        else this.#pipelines.onEvent(event);
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

  #reasonOf(event: Extract<ClientPoolEvent, { type: 'stateChanged' }>): PSSessionError {
    if (event.error !== undefined) return new RemoteError(event.error, this.#pipelines.origin);
    return event.reason ?? ended(`The session on ${this.#init.connectionInfo.computerName} was ended by its server.`);
  }

  #wentDisconnected(reason: PSSessionError | undefined): void {
    if (!this.#condition.mayBecome('Disconnected')) return;
    this.#condition.left(reason);
    if (reason !== undefined) this.#notices.autoDisconnected();
    this.#pipelines.disconnected();
  }

  /** @param isTold its server said so, after the output: nothing is left there that this client has not got. */
  #broke(reason: PSSessionError, isTold: boolean): void {
    if (!this.#condition.mayBecome('Broken')) return;
    // While opening, the caller of `open` gets the reason and decides whether to try again.
    if (this.#condition.state === 'Opening' || this.#condition.state === 'Connecting') return;
    this.#condition.become('Broken', reason);
    this.#leftAtServer = this.#driver?.supportsDisconnect === true;
    const isAllTaken = isTold && this.#pipelines.runningCount <= 1;
    this.#pipelines.endAll({ state: 'Failed', error: reason });
    this.#leaving = this.#dropDriver().then(() => (isAllTaken ? this.#deleteRest(undefined) : undefined));
  }
}

const ended = (text: string): PSSessionError =>
  new PSSessionError(text, { errorId: 'PSSessionStateBroken', category: 'OpenError' });
/**
 * What ran a session is gone, and so its command failed: an endpoint says that of the command before it says it of the
 * session.
 */
const saysItsHostEnded = ({ fullyQualifiedErrorId }: PSErrorRecord): boolean =>
  /^SessionHost(?:Died|Hung)$/.test(fullyQualifiedErrorId);

/** How long the server of a broken session is asked for. */
const DELETE_REST_MS = 5_000;

/** 0 means no limit. cmdlets.md 13.1 */
function limitOf(ms: number): number {
  return ms === 0 ? Number.POSITIVE_INFINITY : ms;
}
