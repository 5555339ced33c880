import { PSSessionError } from '../../protocol/errors/index.js';

/** Why the sessions of a host that is gone are Broken. */
export function hostDied(): PSSessionError {
  return new PSSessionError(
    'The process that ran the session ended unexpectedly. Its output up to then can still be received.',
    { errorId: 'SessionHostDied', category: 'ConnectionError' },
  );
}
