/** A run of the session room into the streams of a command of the engine. */
import type { StreamRecord } from '../../../client/session/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import {
  fromWire,
  PipelineStopped,
  type EngineCommandContext,
  type ErrorRecordObject,
  type Pending,
} from '../../engine/index.js';
import type { CommandDefinition } from '../definition.js';
import type { FamilyRun } from '../run-family.js';
import { errorObject, terminating } from './errors.js';

const writeError = (context: EngineCommandContext, record: ErrorRecordObject): Pending<void> =>
  record.isRemote ? context.services.handOnRecord(context, record) : context.services.writeOwnRecord(context, record);

/**
 * What the host here displays for the other computer already, because a session tells a client with a screen twice: by
 * host calls and by records. protocol.md 3.9
 */
export type DisplayedByHost = 'nothing' | 'everything';

/**
 * Writes one record where it belongs; the local preferences rule over warnings, verbose and debug records. Of those that
 * the host has displayed, only -WarningVariable hears, as in PowerShell: no preference and no redirection does.
 */
export async function writeRecord(
  context: EngineCommandContext,
  record: StreamRecord<unknown>,
  commandName: string,
  value: (output: unknown) => PSValue,
  displayed: DisplayedByHost = 'nothing',
): Promise<void> {
  // What has no origin is said by the command here.
  const isSeen = displayed === 'everything' && record.origin !== undefined;
  switch (record.stream) {
    case 'output': {
      const output = value(record.value);
      await context.write(record.origin === undefined ? output : fromWire(output));
      return;
    }
    case 'error':
      await writeError(context, errorObject(record.value, commandName));
      return;
    case 'warning':
      if (isSeen) context.services.hearWarning(context, record.value);
      else await context.writeWarning(record.value.message);
      return;
    case 'verbose':
      if (!isSeen) await context.writeVerbose(record.value.message);
      return;
    case 'debug':
      if (!isSeen) await context.writeDebug(record.value.message);
      return;
    case 'information':
      await context.services.passInformation(context, record.value, displayed !== 'nothing');
      return;
    case 'progress':
      await context.writeProgress(record.value);
      return;
  }
}

/** Writes all that `run` gives. What ends this command early (Select-Object -First, a stop) stops the run too. */
export async function pump(
  context: EngineCommandContext,
  definition: CommandDefinition,
  run: FamilyRun,
  value: (output: unknown) => PSValue,
  displayed: DisplayedByHost = 'nothing',
): Promise<void> {
  let ended = false;
  try {
    const records = run.records[Symbol.asyncIterator]();
    for (;;) {
      const step = await nextRecord(records, definition);
      if (step.done === true) break;
      await writeRecord(context, step.value, definition.name, value, displayed);
    }
    ended = true;
  } finally {
    if (!ended) await run.stop();
  }
  // A run that was stopped ends without an error; the pipeline around it must not go on.
  if (context.signal.aborted) throw new PipelineStopped();
}

async function nextRecord(
  records: AsyncIterator<StreamRecord<unknown>>,
  definition: CommandDefinition,
): Promise<IteratorResult<StreamRecord<unknown>, unknown>> {
  try {
    return await records.next();
  } catch (error) {
    throw terminating(error, definition.name, definition.className);
  }
}

/** Several runs at once: each record as it comes, whichever run gives it. */
export async function pumpAll(
  context: EngineCommandContext,
  definition: CommandDefinition,
  runs: readonly FamilyRun[],
  value: (output: unknown) => PSValue,
): Promise<void> {
  // Writes must not overlap: one writer at a time, in the order of arrival.
  let writing: Promise<void> = Promise.resolve();
  const write = (record: StreamRecord<unknown>): Promise<void> => {
    writing = writing.then(() => writeRecord(context, record, definition.name, value));
    return writing;
  };
  let ended = false;
  try {
    await Promise.all(
      runs.map(async (run) => {
        const records = run.records[Symbol.asyncIterator]();
        for (;;) {
          const step = await nextRecord(records, definition);
          if (step.done === true) return;
          await write(step.value);
        }
      }),
    );
    ended = true;
  } finally {
    if (!ended) await Promise.all(runs.map((run) => run.stop()));
  }
  if (context.signal.aborted) throw new PipelineStopped();
}
