/**
 * Makes what runs behind a shell: the host of a PowerShell session by its configuration, or a cmd shell. Refuses who may
 * not have it, before anything is started.
 */
import { NEVER_ABORTED } from '../../io/runtime/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { HostUsage, WsmanFault } from '../../protocol/wsman/index.js';
import { CmdShell, type CmdShellContext } from '../cmd-shell/cmd-shell.js';
import { isMeasured, mayUse, type SessionConfiguration } from '../configuration/session-configuration.js';
import { limitsOf, ProcessMeter } from '../hosts/process-meter.js';
import { RememberingHost } from '../hosts/remembering-host.js';
import { ownCgroupRoot, SessionCgroup } from '../hosts/session-cgroup.js';
import type { RunspaceHost } from '../runspace-host.js';
import type { Producers } from './producers.js';
import type { ServiceDriver } from './service-driver.js';
import type { ShellAudit } from './shell-audit.js';
import { accessDenied, FaultCode, internalFault, providerFault } from './shell-faults.js';
import type { RunspaceContext, ShellChange, ShellEventOf, ShellLayerOptions } from './shell-layer-api.js';
import { notKept, type ShellOutput } from './shell-output.js';
import type { ShellTable } from './shell-table.js';

type CreatedEvent = ShellEventOf<'shellCreated'>;

export interface ShellMakerParts {
  readonly driver: ServiceDriver;
  readonly shells: ShellTable;
  readonly output: ShellOutput;
  readonly producers: Producers;
  readonly audit: ShellAudit;
  /** Asked each time: an endpoint may be told another configuration. */
  readonly options: () => ShellLayerOptions;
}

export class ShellMaker {
  readonly #parts: ShellMakerParts;
  readonly #meters = new Map<Guid, ProcessMeter>();

  constructor(parts: ShellMakerParts) {
    this.#parts = parts;
  }

  create(event: CreatedEvent): void {
    if (event.kind === 'cmd') this.#createCmd(event);
    else this.#createPowershell(event);
  }

  /** The shell is gone: what was measured of it is not any more. */
  forget(shellId: Guid): void {
    this.#meters.get(shellId)?.[Symbol.dispose]();
    this.#meters.delete(shellId);
  }

  /** Told before the client is. */
  added(shell: Omit<Extract<ShellChange, { type: 'added' }>, 'type'>): void {
    this.#parts.options().onShell?.({ ...shell, type: 'added' });
  }

  // --- PowerShell sessions

  #createPowershell(event: CreatedEvent): void {
    const { driver, shells, audit } = this.#parts;
    const options = this.#parts.options();
    const { shellId, caller, requestId } = event;
    const configuration = options.configurations.get(event.configuration.toLowerCase());
    if (configuration === undefined) {
      driver.refuse(requestId, {
        role: 'Sender',
        subcode: 'a:DestinationUnreachable',
        reason: `There is no session configuration '${event.configuration}' on this endpoint.`,
        code: FaultCode.invalidResourceUri,
        detail: 'http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InvalidResourceURI',
      });
      return;
    }
    if (!mayUse(configuration, caller)) {
      driver.refuse(
        requestId,
        accessDenied(`The session configuration '${configuration.name}' is not for this account.`),
      );
      return;
    }
    const context = this.#contextOf(event, configuration);
    const removed = new AbortController();
    shells.set(shellId, { kind: 'opening', removed });
    options.createHost(context).then(
      (host) => this.#hostReady(event, context, this.#remembering(shellId, host), removed.signal),
      (error: unknown) => {
        shells.forget(shellId);
        audit.failed(error, shellId);
        driver.refuse(requestId, providerFault(FaultCode.sessionCreationFailed, error));
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
    return (usage) => this.#parts.driver.service.reportUsage(shellId, usage);
  }

  #remembering(shellId: Guid, inner: RunspaceHost): RememberingHost {
    const { clock, spool } = this.#parts.options();
    return new RememberingHost({
      clock,
      inner,
      ...(spool === undefined ? {} : { onMemory: (memory) => spool.remember(shellId, memory) }),
    });
  }

  #hostReady(event: CreatedEvent, context: RunspaceContext, host: RememberingHost, removed: AbortSignal): void {
    const { shells, audit, output, driver } = this.#parts;
    const { shellId, requestId, caller } = event;
    if (removed.aborted) {
      shells.await(host.close());
      return;
    }
    try {
      this.#parts.options().spool?.begin(shellId);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      audit.failed(error, shellId);
      shells.forget(shellId);
      shells.await(host.close());
      driver.refuse(requestId, providerFault(FaultCode.sessionCreationFailed, notKept('cannot be made', error)));
      return;
    }
    shells.set(shellId, { kind: 'powershell', host });
    audit.created(shellId, caller, context.configuration.name);
    try {
      host.attach(output.sinkFor(shellId));
      // The shell exists for its client before its host may speak: Create is answered first.
      this.added({ shellId, owner: caller.user, configuration: context.configuration.name, name: event.name });
      driver.complete(requestId, { processId: host.processId });
      host.poolInput(event.creationData, 'Default');
      this.#measure(shellId, context, host);
    } catch (error) {
      audit.failed(error, shellId);
      const reason =
        error instanceof PSSessionError ? error : new PSSessionError('The session failed in the endpoint.');
      driver.pump((service, now) => service.shellEnded(shellId, reason, now));
    }
  }

  /** A program of its own is measured where it is started. */
  #measure(shellId: Guid, { configuration, reportUsage }: RunspaceContext, host: RememberingHost): void {
    const { processName, ownsProcess, clock } = this.#parts.options();
    if (ownsProcess !== true || configuration.runspace.kind !== 'embedded' || !isMeasured(configuration)) return;
    const limits = limitsOf(configuration);
    const cgroup = processName === undefined ? undefined : SessionCgroup.create(ownCgroupRoot(), processName, limits);
    this.#meters.set(
      shellId,
      new ProcessMeter(
        process.pid,
        limits,
        clock,
        (usage) => reportUsage?.(usage),
        (error) => host.end(error),
        cgroup?.add(process.pid) === true ? cgroup : undefined,
      ),
    );
  }

  // --- cmd shells

  #createCmd(event: CreatedEvent): void {
    const { driver, shells, audit } = this.#parts;
    const { shellId, caller, requestId } = event;
    const { cmdShell } = this.#parts.options();
    if (!cmdShell.enabled || !mayUse({ ...cmdShell, enabled: true }, caller)) {
      driver.refuse(requestId, {
        role: 'Sender',
        subcode: 'w:AccessDenied',
        reason: 'Cmd shells are not allowed here, or not for this account.',
        code: FaultCode.remoteShellsNotAllowed,
      });
      return;
    }
    if (event.codePage !== undefined && !CmdShell.knowsCodePage(event.codePage)) {
      driver.refuse(requestId, {
        role: 'Sender',
        subcode: 'w:InvalidOptions',
        reason: `The code page ${event.codePage} is not known here; 65001 is UTF-8.`,
        code: FaultCode.codePage,
      });
      return;
    }
    shells.set(shellId, { kind: 'cmd', host: new CmdShell(this.#cmdContext(event)) });
    audit.created(shellId, caller, 'cmd');
    this.added({ shellId, owner: caller.user, configuration: '', name: event.name });
    driver.complete(requestId, { processId: process.pid });
  }

  #cmdContext(event: CreatedEvent): CmdShellContext {
    const { driver, producers } = this.#parts;
    const { shellId } = event;
    return {
      workingDirectory: event.workingDirectory,
      environment: event.environment,
      openRunspace: () => this.#openDefaultRunspace(event),
      sink: {
        output: (commandId, stream, bytes) => {
          driver.pump((service, now) => service.commandOutput(shellId, commandId, bytes, now, { stream }));
          return producers.room(shellId, commandId);
        },
        exited: (commandId, exitCode) => {
          driver.pump((service, now) => service.commandDone(shellId, commandId, exitCode, now));
        },
      },
    };
  }

  /** A PowerShell line of a cmd shell is a session of the default configuration, with that one's rules. */
  async #openDefaultRunspace({ shellId, caller, locale, dataLocale }: CreatedEvent): Promise<RunspaceHost> {
    const { configurations, defaultConfiguration, createHost } = this.#parts.options();
    const configuration = configurations.get(defaultConfiguration.toLowerCase());
    if (configuration === undefined || !mayUse(configuration, caller)) {
      throw new PSSessionError('The default session configuration is not for this account.', {
        errorId: 'AccessDenied',
        category: 'PermissionDenied',
      });
    }
    return createHost({ shellId, configuration, caller, locale, dataLocale });
  }

  startCmd(event: ShellEventOf<'cmdStarted'>): void {
    const { driver, shells } = this.#parts;
    const shell = shells.cmd(event.shellId);
    if (shell === undefined) throw new PSSessionError('The shell has no cmd host.');
    shell.start(event).then(
      () => driver.complete(event.requestId, {}),
      (error: unknown) => driver.refuse(event.requestId, startFault(error)),
    );
  }
}

/** Why a program did not start. */
function startFault(error: unknown): WsmanFault {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return internalFault(FaultCode.programNotFound, 'The system cannot find the program.');
  if (code === 'EACCES' || code === 'EPERM') return accessDenied('The program may not be started.');
  return providerFault(FaultCode.managedException, error);
}
