/** What a user is told of a runspace's connection: redirections, and a network that is tried to be reached again. cmdlets.md 18.5 */
import { catalogued } from '../../../protocol/errors/index.js';
import type { PSProgressRecord } from '../../../protocol/objects/index.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import type { RunspaceNotice } from './runspace-api.js';

const RETRY_ACTIVITY_ID = 104_279; // any number that no script is likely to use

type NetworkWarning =
  | 'PowerShellNetworkFailureDetected'
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
    this.#warnings.push(`The connection was redirected to ${location}.`);
  }

  /** What should be told about the opening. Each once. */
  takeWarnings(): readonly string[] {
    return this.#warnings.splice(0);
  }

  /** The network is tried to be reached again, or was reached. */
  retry(retrying: boolean, remainingMs: number): void {
    const minutes = Math.max(1, Math.round(remainingMs / 60_000));
    if (retrying) {
      if (!this.#retrying) this.#warn('PowerShellNetworkFailureDetected', minutes);
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
    this.#warn('PowerShellAutoDisconnectSucceeded');
  }

  #warn(id: NetworkWarning, ...more: readonly number[]): void {
    const { message } = catalogued(id, [this.#connectionInfo.computerName, ...more]);
    this.#notify({ type: 'warning', id, message });
  }

  #progress(type: 'Processing' | 'Completed', remainingMs: number): void {
    const record: PSProgressRecord = {
      activity: `The network connection to ${this.#connectionInfo.computerName} was interrupted`,
      activityId: RETRY_ACTIVITY_ID,
      statusDescription: 'Trying to reconnect',
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
