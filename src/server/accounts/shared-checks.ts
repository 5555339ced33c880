/**
 * One check for all who send the same password at the same time. Basic sends it with every request: when a remembered one
 * is forgotten, a hundred requests would each begin a check of their own, and the last would wait for a minute.
 */
import { createHmac, randomBytes } from 'node:crypto';

export class SharedChecks<T> {
  readonly #underWay = new Map<string, Promise<T>>();
  /** What is asked is named by a digest: no password stands in a table. */
  readonly #secret = randomBytes(32);

  /** @param asked the user, the password and whatever else the answer depends on. */
  run(asked: readonly string[], check: () => Promise<T>): Promise<T> {
    // Lengths: no two different questions give one text.
    const text = asked.map((part) => `${part.length}:${part}`).join('');
    const key = createHmac('sha256', this.#secret).update(text).digest('base64');
    const known = this.#underWay.get(key);
    if (known !== undefined) return known;
    const made = check().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, made);
    return made;
  }
}
