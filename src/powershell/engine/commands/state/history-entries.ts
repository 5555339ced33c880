/** Entries of the session's history, for the commands that name them by number. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { historyEntry } from '../../net/host/history-info.js';
import type { Pending } from '../../pending.js';
import type { EngineCommandContext } from '../engine-services.js';

export const historyId = (entry: PSValue): number => historyEntry(entry)?.id ?? 0;
export const historyLine = (entry: PSValue): string => historyEntry(entry)?.line ?? '';

export const noHistoryEntry = (context: EngineCommandContext, id: number): Pending<void> =>
  context.writeError(`Cannot locate the history for Id ${id}.`, {
    errorId: 'GetHistoryNoHistoryForId',
    category: 'ObjectNotFound',
    target: BigInt(id),
    exceptionType: 'System.ArgumentException',
  });
