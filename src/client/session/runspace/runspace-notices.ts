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
  #retrying = false;

  constructor(connectionInfo: ConnectionInfo) {
    this.#connectionInfo = connectionInfo;
  }

  on(listener: (notice: RunspaceNotice) => void): () => void {
    this.#listeners.add(listener);
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
    const minutes = Math.max(1, Math.round(remainingMs / 60_000));
    if (retrying) {
      if (!this.#retrying) {
        this.#warn('PowerShellNetworkFailureDetected', minutes);
        this.#warn('PowerShellConnectionRetryAttempt');
      }
      this.#retrying = true;
      this.#progress('Processing', remainingMs);
    } else if (this.#retrying) {
      this.#retrying = false;
      this.#progress('Completed', remainingMs);
      this.#warn('PowerShellConnectionRetrySucceeded', minutes);
    }
  }

  /** It could not be reached for too long. */
  autoDisconnected(): void {
    this.#warn('PowerShellAutoDisconnectStarting');
    this.#warn('PowerShellAutoDisconnectSucceeded');
  }

  #warn(id: NetworkWarning, ...more: readonly number[]): void {
    const { message } = catalogued(id, [this.#connectionInfo.computerName, ...more]);
    this.#notify({ type: 'warning', id, message });
  }

  #progress(type: 'Processing' | 'Completed', remainingMs: number): void {
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
    this.#notify({ type: 'progress', record });
  }

  #notify(notice: RunspaceNotice): void {
    for (const listener of Array.from(this.#listeners)) listener(notice);
  }
}

/** What is said of a redirection that was followed. */
export const redirectionWarning = (location: string): string =>
  `Your connection has been redirected to the following URI: "${location}"`;
