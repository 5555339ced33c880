/**
 * One named timer of a machine that is told the time only in `handleTimeout`. An alarm that was set but has not seen a
 * clock wants to be called at once (`deadline` 0); that call arms it.
 */
export class Alarm {
  readonly limitMs: number;
  #state: 'off' | 'set' | 'armed' = 'off';
  #deadline = 0;

  constructor(limitMs: number) {
    this.limitMs = limitMs;
  }
  set(): void {
    if (this.limitMs !== Number.POSITIVE_INFINITY) this.#state = 'set';
  }
  clear(): void {
    this.#state = 'off';
  }
  /** When to call `fired`: 0 for at once, undefined for never. Monotonic milliseconds. */
  get deadline(): number | undefined {
    if (this.#state === 'off') return undefined;
    return this.#state === 'set' ? 0 : this.#deadline;
  }
  /** Arms a set alarm; true, once, when its time has come. */
  fired(now: number): boolean {
    if (this.#state === 'set') {
      this.#state = 'armed';
      this.#deadline = now + this.limitMs;
      return false;
    }
    if (this.#state === 'off' || now < this.#deadline) return false;
    this.#state = 'off';
    return true;
  }
}

/** The earliest of several deadlines. */
export function earliest(...deadlines: readonly (number | undefined)[]): number | undefined {
  let first: number | undefined;
  for (const deadline of deadlines) {
    if (deadline !== undefined && (first === undefined || deadline < first)) first = deadline;
  }
  return first;
}
