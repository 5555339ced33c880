/**
 * What a host says of a session, on its way to the client: on the disk first, then to the service, and to the screen
 * that is kept for who comes later.
 */
import type { Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { OutputData } from '../../protocol/wsman/index.js';
import type { RunspaceHostSink } from '../runspace-host.js';
import type { ShellSpool } from '../spool/shell-spool.js';
import type { Producers } from './producers.js';
import type { ServiceDriver } from './service-driver.js';
import type { SessionScreens } from './session-screens.js';
import type { ShellAudit } from './shell-audit.js';
import type { ShellTable } from './shell-table.js';

export interface ShellOutputParts {
  readonly driver: ServiceDriver;
  readonly shells: ShellTable;
  readonly producers: Producers;
  readonly screens: SessionScreens;
  readonly audit: ShellAudit;
  readonly spool: ShellSpool | undefined;
}

export class ShellOutput {
  readonly #parts: ShellOutputParts;
  /** Sessions whose output could not be written: they are ending, and what they still say is in memory only. */
  readonly #unkept = new Set<Guid>();

  constructor(parts: ShellOutputParts) {
    this.#parts = parts;
  }

  /** Where the host of a shell puts what it says. */
  sinkFor(shellId: Guid): RunspaceHostSink {
    const { driver, shells, producers, screens, audit } = this.#parts;
    return {
      poolOutput: (fragment) => {
        const ends = endsMessage(fragment);
        const data = this.#kept(shellId, undefined, fragment, { endsMessage: ends });
        driver.pump((service, now) => service.poolOutput(shellId, data, now, { endsMessage: ends }));
        screens.poolOutput(shellId, fragment);
      },
      pipelineOutput: (pipelineId, fragment, pending) => {
        this.pipelineOutput(shellId, pipelineId, fragment, pending);
        const end = driver.service.outputPosition(shellId, pipelineId);
        screens.pipelineOutput(shellId, pipelineId, fragment, pending, end);
        return producers.room(shellId, pipelineId);
      },
      pipelineDone: (pipelineId) => {
        screens.done(shellId, pipelineId);
        driver.pump((service, now) => service.commandDone(shellId, pipelineId, 0, now));
      },
      closed: (reason, lastWords = []) => {
        if (shells.powershell(shellId) === undefined) return;
        if (reason !== undefined) audit.write({ event: 'shellBroken', shellId, reason: reason.message });
        const kept: OutputData[] = [];
        for (const fragment of lastWords) kept.push(this.#kept(shellId, undefined, fragment, {}, kept));
        driver.pump((service, now) => service.shellEnded(shellId, reason, now, kept));
      },
    };
  }

  pipelineOutput(shellId: Guid, pipelineId: Guid, fragment: Uint8Array, pending: boolean): void {
    const how = { pending, endsMessage: endsMessage(fragment), full: this.#parts.producers.spoolIsFull };
    const data = this.#kept(shellId, pipelineId, fragment, how);
    this.#parts.driver.pump((service, now) => service.commandOutput(shellId, pipelineId, data, now, how));
  }

  forget(shellId: Guid): void {
    this.#unkept.delete(shellId);
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
    const { spool, driver, audit, shells } = this.#parts;
    const position = spool === undefined ? undefined : driver.service.outputPosition(shellId, commandId);
    if (spool === undefined || position === undefined || this.#unkept.has(shellId)) return fragment;
    const start = before.reduce((sum, { length }) => sum + length, position);
    const chunk = { stream: 'stdout', pending: how.pending ?? false, endsMessage: how.endsMessage ?? true, start };
    try {
      return spool.output(shellId, commandId, chunk, fragment);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#unkept.add(shellId);
      audit.failed(error, shellId);
      const host = shells.powershell(shellId);
      if (host !== undefined) queueMicrotask(() => host.end(notKept('ended', error)));
      return fragment;
    }
  }
}

/** What becomes of a session of which nothing more can be written to the disk. */
export function notKept(what: 'ended' | 'cannot be made', cause: PSSessionError): PSSessionError {
  const { errorId, category, message } = cause;
  return new PSSessionError(`The session ${what} because its output cannot be kept. ${message}`, {
    errorId,
    category,
    cause,
  });
}

/** The end flag of a fragment's header: of several that come together each ends its message. protocol.md 4 */
function endsMessage(fragment: Uint8Array): boolean {
  return ((fragment[16] ?? 0) & 2) !== 0;
}
