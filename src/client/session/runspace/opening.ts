/** The opening of a runspace: failures of the kind that pass are tried again, redirections are followed. */
import { delay } from '../../../io/runtime/index.js';
import { catalogued } from '../../../protocol/errors/index.js';
import { RedirectError } from '../carriers/redirect-error.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import { isRetriedOpen, isThereAlready, redirectionAdvice } from './connection-errors.js';
import type { RunspaceNotices } from './runspace-notices.js';

const OPEN_RETRY_WAIT_MS = 200;

export interface Opening {
  readonly connectionInfo: ConnectionInfo;
  readonly notices: RunspaceNotices;
  readonly openOnce: (signal: AbortSignal) => Promise<void>;
  /** Lets go of what an attempt left behind. */
  readonly giveUp: () => Promise<void>;
  /** Removes at the server what an attempt made there whose answer was lost. */
  readonly removeLost: (signal: AbortSignal) => Promise<void>;
}

/** @throws what went wrong at last. */
export async function openPersistently(opening: Opening, signal: AbortSignal): Promise<void> {
  const { connectionInfo } = opening;
  let retries = 0;
  let hops = 0;
  let removed = 0;
  for (;;) {
    try {
      await opening.openOnce(signal);
      return;
    } catch (error) {
      await opening.giveUp();
      if (signal.aborted) throw error;
      if (error instanceof RedirectError) {
        hops += 1;
        followRedirect(opening, error, hops);
      } else if (isThereAlready(error) && removed < retries) {
        // The session's id is ours: an attempt before this one reached the server.
        removed += 1;
        await opening.removeLost(signal);
      } else if (isRetriedOpen(error) && retries < connectionInfo.option.maxConnectionRetryCount) {
        retries += 1;
        await delay(OPEN_RETRY_WAIT_MS, signal);
      } else throw error;
    }
  }
}

function followRedirect({ connectionInfo, notices }: Opening, error: RedirectError, hops: number): void {
  if (connectionInfo.transport !== 'WSMan' || error.location === '') throw error;
  const allowed = connectionInfo.maximumConnectionRedirectionCount;
  if (allowed >= 0 && hops > allowed) {
    throw catalogued('RedirectInformationRequired', [error.location, redirectionAdvice(allowed)], {
      errorId: 'RedirectInformationRequired',
      cause: error,
    });
  }
  notices.redirected(error.location);
  connectionInfo.redirectTo(error.location);
}
