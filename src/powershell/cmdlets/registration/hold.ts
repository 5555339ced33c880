/** What a job holds back while nobody takes its records. */
export class Hold {
  #held: Promise<void> | undefined;
  #release: (() => void) | undefined;

  /** Undefined while nothing is held back. */
  get waiting(): Promise<void> | undefined {
    return this.#held;
  }
  set(held: boolean): void {
    if (held && this.#held === undefined) {
      this.#held = new Promise((resolve) => {
        this.#release = resolve;
      });
    } else if (!held) {
      this.#held = undefined;
      this.#release?.();
    }
  }
}
