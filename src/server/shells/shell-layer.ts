/**
 * The shell layer: the pump between the sans-IO `WsmanShellService` and the hosts that run things.
 *
 * Envelopes come in through `handle`, the server seam. The service says what they mean as events (`service-driver.ts`);
 * this file gives each to whom it concerns: the hosts that run scripts (`shell-table.ts`; made by `shell-maker.ts`), the
 * way of their output back (`shell-output.ts`, `producers.ts`), those who watch (`watchers.ts`), the log.
 *
 * Crash rule: whatever a host throws becomes a refusal of that request or the end of that shell. No Receive hangs,
 * and no other shell notices.
 */
import { NEVER_ABORTED } from '../../io/runtime/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { ShellListing, ShellSummary } from '../../protocol/wsman/index.js';
import type { Caller, ConnectionClosed, EnvelopeAnswer } from '../caller.js';
import { RememberingHost } from '../hosts/remembering-host.js';
import { SessionMemory } from '../hosts/session-memory.js';
import type { RecoveredShell } from '../spool/shell-spool.js';
import { Producers } from './producers.js';
import { ServiceDriver } from './service-driver.js';
import { SessionScreens } from './session-screens.js';
import { ShellAudit } from './shell-audit.js';
import { FaultCode, providerFault } from './shell-faults.js';
import type { LayerSettings, ShellEvent, ShellEventOf, ShellLayerOptions } from './shell-layer-api.js';
import { ShellMaker } from './shell-maker.js';
import { ShellOutput } from './shell-output.js';
import { ShellTable } from './shell-table.js';
import { Watchers } from './watchers.js';

interface Waiting {
  readonly answer: (answer: EnvelopeAnswer) => void;
}

export class ShellLayer {
  #options: ShellLayerOptions;
  readonly #driver: ServiceDriver;
  readonly #audit: ShellAudit;
  readonly #shells: ShellTable;
  readonly #producers: Producers;
  readonly #screens: SessionScreens;
  readonly #output: ShellOutput;
  readonly #maker: ShellMaker;
  readonly #watchers: Watchers;
  readonly #waiting = new Map<number, Waiting>();
  #lastRequestId = 0;

  constructor(options: ShellLayerOptions) {
    this.#options = options;
    const audit = new ShellAudit(options.audit);
    const driver = new ServiceDriver(
      options,
      (event) => this.#take(event),
      () => this.#producers.feedReaders(),
    );
    const shells = new ShellTable((error) => audit.failed(error));
    const producers = new Producers(driver, options);
    const screens = new SessionScreens((shellId, message, place) =>
      driver.pump((service, now) => service.shown(shellId, message, now, place)),
    );
    const output = new ShellOutput({ driver, shells, producers, screens, audit, spool: options.spool });
    this.#audit = audit;
    this.#driver = driver;
    this.#shells = shells;
    this.#producers = producers;
    this.#screens = screens;
    this.#output = output;
    this.#maker = new ShellMaker({ driver, shells, output, producers, audit, options: () => this.#options });
    this.#watchers = new Watchers({ driver, shells, screens, audit, onWatchable: options.onWatchable });
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
        this.#driver.pump((service, now) => service.connectionLost(requestId, now));
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
      this.#driver.pump((service, now) => service.receiveRequest(requestId, envelope, caller, now, options));
      // It went while the gate looked at the password: nobody tells of that again.
      if (caller.connectionLost.aborted && this.#waiting.has(requestId)) lost();
    });
  };

  /** Another configuration, for sessions that are made from now on; those that are there go on as they are. */
  configure({ service, ...settings }: LayerSettings): void {
    this.#options = { ...this.#options, ...settings };
    this.#driver.service.configure(service);
  }

  /** Times in it are UTC milliseconds. */
  shells(): readonly ShellSummary[] {
    const { clock } = this.#options;
    const shift = clock.utcMs() - clock.now();
    return this.#driver.service.shells().map((shell) => ({
      ...shell,
      createdMs: Math.round(shell.createdMs + shift),
      lastRequestMs: Math.round(shell.lastRequestMs + shift),
    }));
  }

  /** What a listing shows this caller. */
  listings(caller: Pick<Caller, 'user' | 'administrator' | 'groups'>): readonly ShellListing[] {
    return this.#driver.service.listings(caller, this.#driver.now());
  }

  /** Ends one shell from our side. */
  removeShell(shellId: Guid): void {
    this.#driver.pump((service, now) => service.removeShell(shellId, now));
  }

  /** The listener is gone, and every client's connection with it. */
  allConnectionsLost(): void {
    this.#driver.pump((service, now) => service.allConnectionsLost(now));
  }

  /** A connection by which callers came is gone, and none of its requests is under way. */
  readonly connectionClosed: ConnectionClosed = (connection, byClient) => {
    this.#driver.pump((service, now) => service.connectionClosed(connection, byClient, now));
  };

  /** Takes up sessions whose process is gone: they are Broken for this reason, and have their output. */
  restore(recovered: readonly RecoveredShell[], reason: PSSessionError): void {
    const { spool, clock } = this.#options;
    for (const { shell, memory } of recovered) {
      const { shellId, kind, commands, owner, configuration, name, brokenReason } = shell.facts;
      if (this.#shells.get(shellId) !== undefined) continue;
      if (kind !== 'powershell' || memory === undefined) {
        spool?.write([{ type: 'removed', shellId }]);
        continue;
      }
      const host = new RememberingHost({
        clock,
        memory: SessionMemory.from(memory),
        running: commands.filter(({ channel }) => !channel.done).map(({ commandId }) => commandId),
      });
      this.#shells.set(shellId, { kind: 'powershell', host });
      this.#maker.added({ shellId, owner, configuration, name });
      this.#driver.pump((service, now) => service.restoreShell(shell, now));
      host.attach(this.#output.sinkFor(shellId));
      host.end(brokenReason === undefined ? reason : new PSSessionError(brokenReason, { errorId: reason.errorId }));
      spool?.cool(shellId);
    }
  }

  /** Answers nobody any more and lets go of the sessions, which stay in the spool. */
  async leave(): Promise<void> {
    this.#driver.stop();
    this.#answerNobody();
    await this.#options.spool?.close();
  }

  /** Ends every shell and waits until their hosts are gone. */
  async close(): Promise<void> {
    for (const { shellId } of this.#driver.service.shells()) this.removeShell(shellId);
    this.#driver.stop();
    await this.#shells.allClosed();
    for (const shellId of this.#shells.ids()) this.#closeHost(shellId);
    await this.#shells.allClosed();
    this.#answerNobody();
  }

  #answerNobody(): void {
    for (const { answer } of this.#waiting.values()) answer({ status: 500, envelope: new Uint8Array() });
    this.#waiting.clear();
  }

  #take(event: ShellEvent): void {
    try {
      this.#handleEvent(event);
    } catch (error) {
      this.#audit.failed(error);
      if ('requestId' in event && event.type !== 'answer') {
        this.#driver.refuse(event.requestId, providerFault(FaultCode.managedException, error));
      }
    }
  }

  #handleEvent(event: ShellEvent): void {
    switch (event.type) {
      case 'answer':
        this.#answer(event);
        return;
      case 'shellCreated':
        this.#maker.create(event);
        return;
      case 'poolInput':
        this.#shells.powershell(event.shellId)?.poolInput(event.data, event.priority);
        return;
      case 'commandStarted':
        // What is typed is shown before what it gives.
        this.#screens.started(event.shellId, event.commandId, event.data);
        this.#shells.expectPowershell(event.shellId).startPipeline(event.commandId, event.data);
        this.#driver.complete(event.requestId, {});
        return;
      case 'cmdStarted':
        this.#maker.startCmd(event);
        return;
      case 'commandInput':
        this.#commandInput(event);
        return;
      case 'commandStop':
        this.#stopCommand(event);
        return;
      case 'cmdSignal':
        this.#shells.cmd(event.shellId)?.signal(event.commandId, event.signal);
        return;
      case 'commandClosed':
        this.#closeCommand(event.shellId, event.commandId);
        return;
      case 'shellConnecting':
        this.#connectShell(event);
        return;
      case 'shellConnected':
      case 'shellReconnected':
        this.#audit.came(event);
        this.#watchers.tellOwner(event.shellId);
        return;
      case 'commandConnected':
        this.#askAgain(event.shellId, event.commandId);
        return;
      case 'watcherCame':
      case 'watcherLeft':
      case 'watchersSet':
        this.#watchers.take(event);
        return;
      case 'shellDisconnected':
        this.#options.spool?.cool(event.shellId);
        this.#audit.write({ event: 'shellDisconnected', shellId: event.shellId, reason: event.reason });
        return;
      case 'shellRemoved':
        this.#audit.write({ event: 'shellClosed', shellId: event.shellId, reason: event.reason });
        this.#closeHost(event.shellId);
        this.#options.onShell?.({ type: 'removed', shellId: event.shellId });
        this.#watchers.forget(event.shellId);
        return;
      case 'roomAvailable':
        this.#producers.goOn(event.shellId, event.commandId);
        return;
      case 'outputDropped':
        this.#audit.dropped(event.shellId, event.bytes, this.#driver.now());
        return;
      case 'refused':
        this.#audit.refused(event);
        return;
    }
  }

  #answer(event: ShellEventOf<'answer'>): void {
    const waiting = this.#waiting.get(event.requestId);
    if (waiting === undefined) return;
    this.#waiting.delete(event.requestId);
    waiting.answer({
      status: event.status,
      envelope: event.envelope,
      written: (delivered) =>
        this.#driver.pump((service, now) => service.answerWritten(event.requestId, delivered, now)),
    });
  }

  #connectShell(event: ShellEventOf<'shellConnecting'>): void {
    this.#shells
      .expectPowershell(event.shellId)
      .connect(event.connectData)
      .then(
        (connectResponseData) => this.#driver.complete(event.requestId, { connectResponseData }),
        (error: unknown) => this.#driver.refuse(event.requestId, providerFault(FaultCode.connectFailed, error)),
      );
  }

  #closeHost(shellId: Guid): void {
    for (const room of [this.#audit, this.#output, this.#maker]) room.forget(shellId);
    this.#screens.removed(shellId);
    this.#producers.release(shellId);
    this.#shells.close(shellId);
  }

  // --- commands

  #commandInput(event: ShellEventOf<'commandInput'>): void {
    const shell = this.#shells.get(event.shellId);
    if (event.priority === 'PromptResponse') this.#screens.answered(event.shellId, event.commandId);
    if (shell?.kind === 'powershell') shell.host.pipelineInput(event.commandId, event.data, event.priority);
    else if (shell?.kind === 'cmd') shell.host.input(event.commandId, event.data, event.end);
  }

  #stopCommand({ requestId, shellId, commandId }: ShellEventOf<'commandStop'>): void {
    this.#shells
      .expectPowershell(shellId)
      .stopPipeline(commandId)
      .then(
        () => this.#driver.complete(requestId, {}),
        (error: unknown) => {
          this.#audit.failed(error);
          this.#driver.refuse(requestId, providerFault(FaultCode.managedException, error));
        },
      );
  }

  #closeCommand(shellId: Guid, commandId: Guid): void {
    this.#producers.goOn(shellId, commandId);
    const shell = this.#shells.get(shellId);
    if (shell?.kind === 'powershell') this.#shells.await(shell.host.closePipeline(commandId));
    else if (shell?.kind === 'cmd') shell.host.closeCommand(commandId);
  }

  /** Whoever takes the command over has to know what it asks; it is asked again, unless the question still waits here. */
  #askAgain(shellId: Guid, commandId: Guid): void {
    const question = this.#screens.questionOf(shellId, commandId);
    if (question !== undefined && this.#driver.service.isTaken(shellId, commandId)) {
      this.#output.pipelineOutput(shellId, commandId, question, true);
    }
  }
}
