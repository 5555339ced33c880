/** What a command gave. An error that let it go on is an error here: a run that lost one would count as a good one. */
import type { CommandRun } from '../../../src/client/session/index.js';

export async function all<T>(run: CommandRun<T>): Promise<readonly T[]> {
  const { output, error } = await run.collect();
  const [first] = error;
  if (first !== undefined) throw first.exception;
  return output;
}
