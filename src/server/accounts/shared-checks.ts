/**
 * One check for all who ask the same at the same time. Basic sends the password with every request: when a remembered
 * one is forgotten, a hundred requests would each begin a check of their own, and the last would wait for a minute.
 */
export class SharedChecks<T> {
  readonly #underWay = new Map<string, Promise<T>>();

  /** @param key names what is asked; no secret may be read out of it. */
  run(key: string, check: () => Promise<T>): Promise<T> {
    const known = this.#underWay.get(key);
    if (known !== undefined) return known;
    const made = check().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, made);
    return made;
  }
}
