/** The preference `Inquire`: what a command has to tell is shown, and the person says whether it goes on. */
import type { Steps } from '../pending.js';
import { actionStopped } from '../values/exceptions.js';
import { pickChoice } from './confirmation.js';
import type { Runtime } from './runtime.js';

const OF_COMMAND = [
  ['&Yes', 'Continue with only the next step of the operation.'],
  ['Yes to &All', 'Continue with all the steps of the operation.'],
  ['&Halt Command', 'Stop this command.'],
] as const;
const OF_ERROR = [
  ['&Continue', 'Show the error and go on with the next statement.'],
  ['S&ilently Continue', 'Go on with the next statement without showing the error.'],
  ['&Break', 'Stop, as if nobody had been asked.'],
] as const;

/** Commands and functions that were told to go on with everything. */
const told = new WeakSet<object>();

/**
 * Asks whether a command goes on after what it told.
 * @param command what `Yes to All` is remembered for.
 * @throws {PSError} it is to halt.
 */
export function* inquire(rt: Runtime, command: object, message: string): Steps<void> {
  if (told.has(command)) return;
  const answer = yield* pickChoice(rt, 'Confirm', message, OF_COMMAND);
  if (answer === 1) told.add(command);
  if (answer !== 2) return;
  const error = actionStopped('The running command stopped because the user selected the Stop option.');
  // Who halted it knows; `$Error` does not list it.
  error.listed = true;
  throw error;
}
/** The same of a record of a stream. Of debug records nobody is asked where nobody is. */
export function* inquireAboutRecord(rt: Runtime, command: object, kind: string): Steps<void> {
  if (kind !== 'Debug' || rt.host.hasUI) yield* inquire(rt, command, 'Continue with this operation?');
}
/** What is done about an error that ends a statement. */
export function* inquireAboutError(rt: Runtime, message: string): Steps<'show' | 'hide' | 'break'> {
  const answer = yield* pickChoice(rt, 'Action to take for this exception:', message, OF_ERROR);
  return answer === 0 ? 'show' : answer === 1 ? 'hide' : 'break';
}
