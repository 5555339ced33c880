/**
 * Who may run: at most `max` pipelines hold a runspace, the others wait in the order they came. A nested pipeline does
 * not wait: it runs inside the newest one that is running and blocked. protocol.md 5.4
 */
import type { ServerPipeline } from './server-pipeline.js';

export class RunspaceQueue {
  max = 1;
  #waiting: ServerPipeline[] = [];
  readonly #running: ServerPipeline[] = [];
  readonly #nested = new Set<ServerPipeline>();

  /** Runspaces that nobody holds. */
  get available(): number {
    return Math.max(0, this.max - this.#running.length);
  }
  add(pipeline: ServerPipeline): void {
    this.#waiting.push(pipeline);
  }
  /** Forgets a pipeline, whether it waited or ran. */
  remove(pipeline: ServerPipeline): void {
    this.#waiting = this.#waiting.filter((candidate) => candidate !== pipeline);
    const at = this.#running.indexOf(pipeline);
    if (at >= 0) this.#running.splice(at, 1);
    this.#nested.delete(pipeline);
  }
  /** The next pipeline that may run, and the one it is nested in; undefined when none may. */
  next(): { readonly pipeline: ServerPipeline; readonly nestedIn: ServerPipeline | undefined } | undefined {
    const parent = [...this.#running, ...this.#nested].at(-1);
    if (parent !== undefined) {
      const nested = this.#waiting.find(({ isNested }) => isNested);
      if (nested !== undefined) {
        this.#take(nested);
        this.#nested.add(nested);
        return { pipeline: nested, nestedIn: parent };
      }
    }
    const pipeline = this.#waiting[0];
    if (pipeline === undefined || this.#running.length >= this.max) return undefined;
    this.#take(pipeline);
    this.#running.push(pipeline);
    return { pipeline, nestedIn: undefined };
  }
  #take(pipeline: ServerPipeline): void {
    this.#waiting = this.#waiting.filter((candidate) => candidate !== pipeline);
  }
}
