import { PSSessionError } from '../../protocol/errors/index.js';

/** Why the sessions of a host that is gone are Broken. */
export function hostDied(): PSSessionError {
  return new PSSessionError(
    'The process that ran the session ended unexpectedly. Its output up to then can still be received.',
    { errorId: 'SessionHostDied', category: 'ConnectionError' },
  );
}

/** Why those of a host are that was ended because it did not answer any more. */
export function hostHung(seconds: number): PSSessionError {
  return hungFor(
    `The process that ran the session was ended: a script held it for ${seconds} seconds without a pause, so that no session in it could be served. Its output up to then can still be received.`,
  );
}

/** The same, from what it said. */
export const hungFor = (text: string): PSSessionError =>
  new PSSessionError(text, { errorId: 'SessionHostHung', category: 'OperationTimeout' });
