/** The engine's own commands, asked by its own members: no alias or function of a script's takes their place. */
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { andThen, drive, type Pending, settle, type Steps } from '../pending.js';
import { NetThrow, PSError } from '../values/exceptions.js';
import { Collector, type Frame } from './frame.js';
import { active } from './members.js';
import { runLine } from './processor.js';

/** The code that asks. */
export function asker(): Frame {
  const { runtime } = active;
  if (runtime === undefined) throw new Error('no session is asking');
  return runtime.current;
}
/** Throws what a command would report as a method throws it. */
export function asMethodError(error: unknown): never {
  if (!(error instanceof PSError)) throw error;
  const { type, message } = error.record.exception;
  throw new NetThrow(type.fullName, message);
}
export type Asked = Readonly<Record<string, PSValue>>;
/** What a command gives, called where the frame is: nobody is shown more by it than by a call of his own. */
export function* givenBy(frame: Frame, command: string, parameters: Asked): Steps<PSList> {
  const out = new Collector();
  const into: Frame = { ...frame, out, taps: undefined, returnOut: undefined };
  const args = Object.entries(parameters).map(([name, value]) => ({ name, value, text: `-${name}` }));
  const processor = yield* settle(frame.rt.commands.ofEngine(into, command, args));
  yield* runLine(into, [processor], undefined, true);
  return new PSList(out.items);
}
/** What a command of Microsoft.PowerShell.Management gives, called as a script would call it, its errors thrown. */
export const askedAt = (frame: Frame, command: string, parameters: Asked = {}): Pending<PSList> =>
  drive(givenBy(frame, `Microsoft.PowerShell.Management\\${command}`, parameters));
/** The same, where what the command refuses is what a method throws. */
export function triedAt(frame: Frame, command: string, parameters: Asked = {}): Pending<PSList> {
  try {
    const done = askedAt(frame, command, { ...parameters, ErrorAction: 'Stop' });
    return done instanceof Promise ? done.catch(asMethodError) : done;
  } catch (error) {
    return asMethodError(error);
  }
}
export const first = (found: Pending<PSList>): Pending<PSValue> => andThen(found, ({ items }) => items[0] ?? null);
export const nothing = (done: Pending<unknown>): Pending<undefined> => andThen(done, () => undefined);
