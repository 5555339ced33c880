/** One command of a pipeline, and how a line of them runs. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { andThen, LOOK, type Pending, settle, type Steps } from '../pending.js';
import { PSError, StopUpstream } from '../values/exceptions.js';
import type { Frame, OutPipe, Streams } from './frame.js';

export abstract class Processor {
  /** Where its output goes; set before it begins. */
  out: OutPipe = { write: () => undefined };
  /** Set when its output is redirected. */
  ownOut: OutPipe | undefined;
  /** It wrote an error: `$?` is false after the pipeline. */
  failed = false;
  /** Set where its errors are merged into its output: where those go that come before it is called. */
  earlyErrors: Streams['error'] | undefined;
  attachOut: ((out: OutPipe) => void) | undefined;
  finish: (() => Steps<void>) | undefined;
  /** What its redirections hold is let go, whatever happened. */
  release: (() => Pending<void>) | undefined;
  /** Takes bytes for what it writes to, unchanged. */
  raw?(bytes: Uint8Array): void;
  /** Set by commands that take raw bytes as well as objects: programs. */
  readonly bytes: ((bytes: Uint8Array) => Pending<void>) | undefined;
  /** It shows what it gets on standard output of this process: Out-Default of a host's line. */
  ownsOutput = false;
  abstract begin(): Pending<void>;
  #begun = false;
  /** Begins, unless it has: what one command writes while it begins makes the next one begin first. */
  start(): Pending<void> {
    if (this.#begun) return undefined;
    this.#begun = true;
    return this.begin();
  }
  /** One object from the command before it. */
  abstract process(value: PSValue): Pending<void>;
  /** As head of a line without input. */
  abstract processNothing(): Pending<void>;
  abstract end(): Pending<void>;
  /** Its CommandInfo; null for a program. */
  commandFound(): PSValue {
    return null;
  }
  /** The last call, whatever happened. */
  dispose(): Pending<void> {
    return undefined;
  }
}

export type Source = (into: OutPipe) => Steps<void>;
/** Writes objects one after the other. */
export function* writeEach(into: OutPipe, items: Iterable<PSValue>): Steps<void> {
  for (const item of items) {
    const wait = into.write(item);
    if (wait instanceof Promise) yield wait;
  }
}

/** Gives each of them the next one to write to, and the last one `out`. */
export function connect(processors: readonly Processor[], out: OutPipe): void {
  for (let index = 0; index < processors.length; index += 1) {
    const processor = processors[index];
    if (processor === undefined) continue;
    const next = processors[index + 1];
    const down: OutPipe =
      next === undefined
        ? out
        : {
            write: (value) => andThen(next.start(), () => next.process(value)),
            ...(next.bytes === undefined ? {} : { bytes: next.bytes }),
            ...(next.ownsOutput ? { own: true } : {}),
          };
    processor.attachOut?.(down);
    processor.out = processor.ownOut ?? down;
  }
}

/**
 * Runs processors; `source` feeds the first one, which otherwise runs without input.
 * @param keepsOk a host's line: `$?` is what the last statement of its script made it.
 */
export function* runLine(
  f: Frame,
  processors: readonly Processor[],
  source: Source | undefined,
  keepsOk = false,
): Steps<void> {
  const count = processors.length;
  connect(processors, f.out);
  let from = 0;
  const { rt } = f;
  try {
    try {
      for (const processor of processors) yield* settle(processor.start());
      const [first] = processors;
      if (source !== undefined) yield* source(first === undefined ? f.out : { write: (value) => first.process(value) });
      else if (first !== undefined) yield* settle(first.processNothing());
      // What a command does in one go is not known: the clock is looked at after each pipeline of them.
      const tick = rt.tick(processors.length === 0 ? 1 : LOOK);
      if (tick !== undefined) yield tick;
    } catch (error) {
      from = stoppedAt(processors, error);
      // What stands behind the one that wants no more begins all the same.
      for (const processor of processors.slice(from + 1)) yield* settle(processor.start());
    }
    for (;;) {
      try {
        for (; from < count; from += 1) yield* settle(processors[from]?.end());
        break;
      } catch (error) {
        const at = stoppedAt(processors, error);
        from = at > from ? at : from + 1;
      }
    }
    for (const processor of processors) if (processor.finish !== undefined) yield* processor.finish();
    const ok = processors.every(({ failed }) => !failed);
    if (!ok) rt.commandFailed = true;
    if (!keepsOk) rt.lastOk = ok;
  } catch (error) {
    if (error instanceof PSError) {
      rt.lastOk = false;
      rt.commandFailed = true;
      // It may have thousands of calls to leave.
      const tick = rt.tick(LOOK);
      if (tick !== undefined) yield tick;
    }
    throw error;
  } finally {
    for (const processor of processors) {
      for (const left of [processor.dispose(), processor.release?.()]) if (left instanceof Promise) yield left;
    }
  }
}
function stoppedAt(processors: readonly Processor[], error: unknown): number {
  const at = error instanceof StopUpstream ? processors.findIndex((processor) => processor === error.command) : -1;
  if (at < 0) throw error;
  return at;
}
