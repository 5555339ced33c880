/** What a user is told of a runspace's connection: redirections, and a network that is tried to be reached again. cmdlets.md 18.5 */
import { catalogued } from '../../../protocol/errors/index.js';
import type { PSProgressRecord } from '../../../protocol/objects/index.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import type { RunspaceNotice } from './runspace-api.js';

const RETRY_ACTIVITY_ID = 104_279; // any number that no script is likely to use

type NetworkWarning =
  | 'PowerShellNetworkFailureDetected'
  | 'PowerShellConnectionRetryAttempt'
  | 'PowerShellAutoDisconnectStarting'
  | 'PowerShellConnectionRetrySucceeded'
  | 'PowerShellAutoDisconnectSucceeded';

export class RunspaceNotices {
  readonly #connectionInfo: ConnectionInfo;
  readonly #listeners = new Set<(notice: RunspaceNotice) => void>();
  readonly #warnings: string[] = [];
  /** What is left for trying to reach the network again; undefined while it is there. */
  #retryingMs: number | undefined;

  constructor(connectionInfo: ConnectionInfo) {
    this.#connectionInfo = connectionInfo;
  }

  /** A listener that comes while the network is away is told that first. */
  on(listener: (notice: RunspaceNotice) => void): () => void {
    this.#listeners.add(listener);
    if (this.#retryingMs !== undefined) for (const notice of this.#interrupted(this.#retryingMs)) listener(notice);
    return () => this.#listeners.delete(listener);
  }

  redirected(location: string): void {
    this.#warnings.push(redirectionWarning(location));
  }

  /** What should be told about the opening. Each once. */
  takeWarnings(): readonly string[] {
    return this.#warnings.splice(0);
  }

  /** The network is tried to be reached again, or was reached. */
  retry(retrying: boolean, remainingMs: number): void {
    if (retrying) {
      const isNew = this.#retryingMs === undefined;
      this.#retryingMs = remainingMs;
      for (const notice of isNew ? this.#interrupted(remainingMs) : [this.#progress('Processing', remainingMs)])
        this.#notify(notice);
    } else if (this.#retryingMs !== undefined) {
      this.#retryingMs = undefined;
      this.#notify(this.#progress('Completed', remainingMs));
      this.#notify(this.#warning('PowerShellConnectionRetrySucceeded'));
    }
  }

  /** It could not be reached for too long. */
  autoDisconnected(): void {
    this.#notify(this.#warning('PowerShellAutoDisconnectStarting'));
    this.#notify(this.#warning('PowerShellAutoDisconnectSucceeded'));
  }

  #interrupted(remainingMs: number): readonly RunspaceNotice[] {
    return [
      this.#warning('PowerShellNetworkFailureDetected', Math.max(1, Math.round(remainingMs / 60_000))),
      this.#warning('PowerShellConnectionRetryAttempt'),
      this.#progress('Processing', remainingMs),
    ];
  }

  #warning(id: NetworkWarning, ...more: readonly number[]): RunspaceNotice {
    const { message } = catalogued(id, [this.#connectionInfo.computerName, ...more]);
    return { type: 'warning', id, message };
  }

  #progress(type: 'Processing' | 'Completed', remainingMs: number): RunspaceNotice {
    const record: PSProgressRecord = {
      activity: 'Network connection interrupted',
      activityId: RETRY_ACTIVITY_ID,
      statusDescription: `Attempting to reconnect to ${this.#connectionInfo.computerName} ...`,
      currentOperation: null,
      parentActivityId: -1,
      percentComplete: -1,
      type,
      secondsRemaining: Math.ceil(remainingMs / 1000),
    };
    return { type: 'progress', record };
  }

  #notify(notice: RunspaceNotice): void {
    for (const listener of Array.from(this.#listeners)) listener(notice);
  }
}

/** What is said of a redirection that was followed. */
export const redirectionWarning = (location: string): string =>
  `Your connection has been redirected to the following URI: "${location}"`;
