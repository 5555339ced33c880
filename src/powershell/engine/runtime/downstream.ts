/**
 * What the commands behind one fail with comes back to it through its output. To PowerShell the command only hears that the
 * pipeline was stopped, unless it was a `throw`: no `catch` of it sees the error, and it has not failed itself.
 */
import { PSError } from '../values/exceptions.js';
import type { CallSite, OutPipe } from './frame.js';

/** The pipe, with errors that come through it marked as not those of the call. */
export function marking(pipe: OutPipe, owner: () => CallSite): OutPipe {
  const pass = (error: unknown): never => {
    if (error instanceof PSError) (error.downstreamOf ??= new Set()).add(owner());
    throw error;
  };
  return {
    ...pipe,
    write: (value) => {
      try {
        const done = pipe.write(value);
        return done instanceof Promise ? done.catch(pass) : done;
      } catch (error) {
        return pass(error);
      }
    },
  };
}
/** Did it come through the output of this call, or of one that this is part of? */
export function isDownstream({ downstreamOf }: PSError, site: CallSite | undefined): boolean {
  if (downstreamOf === undefined) return false;
  for (let one = site; one !== undefined; one = one.caller) if (downstreamOf.has(one)) return true;
  return false;
}
/** All that a call hears of an error that is on its way through it: that the pipeline was stopped. */
export const isHeardAsStop = (error: PSError, site: CallSite | undefined): boolean =>
  error.leaving !== undefined || (!error.thrown && isDownstream(error, site));
