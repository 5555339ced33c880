/** Errors about variables, functions and aliases that may not be changed, as commands write them. */
import type { CommandContext, ErrorInit } from '../../command-api.js';
import type { Pending } from '../../pending.js';
import { type LockedId, lockedText, UNAUTHORIZED } from '../../runtime/locked.js';

/** What such errors have in common. */
export const unauthorized = (errorId: string, target: string): ErrorInit => ({
  errorId,
  category: 'WriteError',
  target,
  exceptionType: UNAUTHORIZED,
});
/** @param target what was asked for, where it is spelled otherwise. */
export const writeLocked = (
  context: Pick<CommandContext, 'writeError'>,
  id: LockedId,
  name: string,
  target = name,
): Pending<void> => context.writeError(lockedText(id, name), unauthorized(id, target));
