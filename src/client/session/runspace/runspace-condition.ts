/** In what state a runspace is, since when and why, and who is told when that changes. cmdlets.md 2.1, 2.4-2.6 */
import { InvalidStateError, type PSSessionError } from '../../../protocol/errors/index.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import {
  nextAvailability,
  RUNSPACE_MOVES,
  type AvailabilityEvent,
  type RunspaceAvailabilityName,
  type RunspaceStateName,
} from '../model/states.js';
import type { RunspaceEvent } from './runspace-api.js';

const NOT_ENDED: readonly RunspaceStateName[] = [
  'BeforeOpen',
  'Opening',
  'Opened',
  'Disconnecting',
  'Disconnected',
  'Connecting',
];

export class RunspaceCondition {
  readonly #connectionInfo: ConnectionInfo;
  readonly #hasCommand: () => boolean;
  readonly #listeners = new Set<(event: RunspaceEvent) => void>();
  #state: RunspaceStateName = 'BeforeOpen';
  #reason: PSSessionError | undefined;
  #availability: RunspaceAvailabilityName = 'None';
  #disconnectReason: PSSessionError | undefined;
  #disconnectedOn: Date | null = null;
  #expiresOn: Date | null = null;

  /** @param hasCommand whether a command runs in it, or waits at its server. */
  constructor(connectionInfo: ConnectionInfo, hasCommand: () => boolean) {
    this.#connectionInfo = connectionInfo;
    this.#hasCommand = hasCommand;
  }

  get state(): RunspaceStateName {
    return this.#state;
  }
  get reason(): PSSessionError | undefined {
    return this.#reason;
  }
  get availability(): RunspaceAvailabilityName {
    return this.#availability;
  }
  get disconnectReason(): PSSessionError | undefined {
    return this.#disconnectReason;
  }
  get disconnectedOn(): Date | null {
    return this.#disconnectedOn;
  }
  get expiresOn(): Date | null {
    return this.#expiresOn;
  }
  get isEnded(): boolean {
    return !NOT_ENDED.includes(this.#state);
  }

  on(listener: (event: RunspaceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: RunspaceEvent): void {
    for (const listener of Array.from(this.#listeners)) listener(event);
  }

  /** @throws {InvalidStateError} it is in another state. */
  require(action: string, expected: readonly RunspaceStateName[]): void {
    if (expected.includes(this.#state)) return;
    throw new InvalidStateError(action, this.#state, expected, {
      errorId: 'InvalidSessionState',
      ...(this.#reason === undefined ? {} : { cause: this.#reason }),
    });
  }

  mayBecome(state: RunspaceStateName): boolean {
    return RUNSPACE_MOVES[this.#state].includes(state);
  }

  become(state: RunspaceStateName, reason?: PSSessionError): void {
    if (this.#state === state || !this.mayBecome(state)) return;
    this.#state = state;
    this.#reason = reason;
    this.emit({ type: 'stateChanged', state, reason });
    this.move({ type: 'runspace', state, attachedCommand: this.#hasCommand(), inDebugger: false });
  }

  /** What changes its availability. */
  move(event: AvailabilityEvent): void {
    const next = nextAvailability(this.#availability, event);
    if (next === this.#availability) return;
    this.#availability = next;
    this.emit({ type: 'availabilityChanged', availability: next });
  }

  /** As a server listed it: Disconnected here, whatever it is there. */
  listed(inactivityMs: number | undefined, disconnected: boolean): void {
    this.#state = 'Disconnected';
    this.#availability = disconnected ? 'None' : 'Busy';
    this.refreshDisconnection(inactivityMs, disconnected);
  }

  /** Sets DisconnectedOn and ExpiresOn from what the server says of a shell. cmdlets.md 2.1, 4 (6) */
  refreshDisconnection(inactivityMs: number | undefined, disconnected: boolean): void {
    const idleMs = this.#idleMs;
    if (!disconnected || inactivityMs === undefined || idleMs <= inactivityMs) {
      this.#disconnectedOn = null;
      this.#expiresOn = null;
      return;
    }
    this.#disconnectedOn = new Date(Date.now() - inactivityMs);
    this.#expiresOn = new Date(this.#disconnectedOn.getTime() + idleMs);
  }

  /** It is at its server, and nobody here has it. */
  left(reason: PSSessionError | undefined): void {
    this.#disconnectReason = reason;
    const idleMs = this.#idleMs;
    this.#disconnectedOn = new Date();
    this.#expiresOn = idleMs > 0 ? new Date(this.#disconnectedOn.getTime() + idleMs) : null;
    this.become('Disconnected');
  }

  /** Is being connected. The returned function takes that back. */
  connecting(): () => void {
    const before = { on: this.#disconnectedOn, expires: this.#expiresOn };
    this.become('Connecting');
    return () => {
      this.become('Disconnected');
      this.#disconnectedOn = before.on;
      this.#expiresOn = before.expires;
    };
  }

  connected(): void {
    this.#disconnectReason = undefined;
    this.#disconnectedOn = null;
    this.#expiresOn = null;
    this.become('Opened');
  }

  get #idleMs(): number {
    return Math.floor(this.#connectionInfo.idleTimeoutMs / 1000) * 1000;
  }
}
