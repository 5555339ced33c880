/** The line that a session is running: how it enters the history. */
import type { PSDateTime, PSValue } from '../../../protocol/objects/index.js';
import { HistoryEntry, historyEntry, historyInfo, pipelineState } from '../net/host/history-info.js';
import type { PipelineOutcome, PipelineRun } from '../runspace-api.js';
import { nowLocal } from '../text/date-format.js';
import type { Runtime } from './runtime.js';

/** `$MaximumHistoryCount` as it is set at the start. */
const MAX_HISTORY = 4096;
/** Behind all others; the oldest go when there are more than `$MaximumHistoryCount`. */
export function addHistory(rt: Runtime, entry: PSValue): void {
  const said = rt.global.own('maximumhistorycount')?.value;
  const { history } = rt;
  history.push(entry);
  const more = history.length - (typeof said === 'number' ? said : MAX_HISTORY);
  if (more > 0) history.splice(0, more);
}

export const nextId = (history: readonly PSValue[]): number => (historyEntry(history.at(-1))?.id ?? 0) + 1;

export class RunningLine {
  text: string;
  readonly #rt: Runtime;
  readonly #started: PSDateTime;
  #entry: HistoryEntry | undefined;
  constructor(rt: Runtime, { definition }: PipelineRun) {
    this.#rt = rt;
    this.text = definition.history ?? definition.statements[0]?.[0]?.command ?? '';
    this.#started = nowLocal();
  }
  /** Enters the history while it is still running. */
  list(): void {
    this.#entry ??= this.#add('Running');
  }
  end(state: PipelineOutcome['state']): void {
    if (this.#entry === undefined) {
      this.#add(state);
      return;
    }
    this.#entry.status = pipelineState(state);
    this.#entry.ended = nowLocal();
  }
  #add(state: string): HistoryEntry {
    const id = nextId(this.#rt.history);
    const entry = new HistoryEntry(id, this.text, pipelineState(state), this.#started, nowLocal());
    addHistory(this.#rt, historyInfo(entry));
    return entry;
  }
}
