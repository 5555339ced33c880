/** Entries of the session's history, for the commands that name them by number. */
import { PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { integerOf } from '../../conversion.js';
import type { Pending } from '../../pending.js';
import type { EngineCommandContext } from '../engine-services.js';

/** A history entry's number, whatever form the engine keeps it in. */
export const historyId = (entry: PSValue): number =>
  entry instanceof PSObject ? Number(integerOf(entry.get('Id') ?? 0) ?? 0n) : 0;

export const noHistoryEntry = (context: EngineCommandContext, id: number): Pending<void> =>
  context.writeError(`Cannot locate the history for Id ${id}.`, {
    errorId: 'GetHistoryNoHistoryForId',
    category: 'ObjectNotFound',
    target: BigInt(id),
    exceptionType: 'System.ArgumentException',
  });
