/** Get-, New-, Connect-, Disconnect-, Receive- and Remove-PSSession as commands of the engine. cmdlets.md 5-9, 11 */
import {
  connectPSSession,
  disconnectPSSession,
  getPSSession,
  newPSSession,
  PSSession,
  receivePSSession,
  RemoteJob,
  removePSSession,
  Throttle,
  throttleLimitOf,
  type SessionHost,
} from '../../../client/session/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { settle, type CommandRegistration, type EngineCommandContext, type Steps } from '../../engine/index.js';
import type { CommandDefinition } from '../definition.js';
import {
  CONNECT_PSSESSION,
  DISCONNECT_PSSESSION,
  GET_PSSESSION,
  NEW_PSSESSION,
  RECEIVE_PSSESSION,
  REMOVE_PSSESSION,
} from '../family.js';
import type { FamilyRun } from '../run-family.js';
import { TOPICS } from '../topics.js';
import { boundOptions, commonOptions, displayedBy, hostFor, readPreferences, type Family } from './family-context.js';
import { jobObject } from './job-types.js';
import { writeEverySession } from './every-session.js';
import { pump, pumpAll, type DisplayedByHost } from './pump.js';
import { register } from './register.js';
import { sessionObject } from './session-types.js';

/** What an operation gives, as the engine has it. */
export function outputValue(output: unknown): PSValue {
  if (output instanceof PSSession) return sessionObject(output);
  if (output instanceof RemoteJob) return jobObject(output);
  return output as PSValue;
}

/** -WhatIf and -Confirm for operations that ask before each item: one question at a time. */
export function shouldProcess(context: EngineCommandContext): (target: string, action: string) => Promise<boolean> {
  let asking: Promise<unknown> = Promise.resolve();
  return (target, action) => {
    const answer = asking.then(() => context.shouldProcess(target, action));
    asking = answer.catch(() => undefined);
    return answer;
  };
}

type Operation = (options: Record<string, unknown>) => FamilyRun;

/** A command that works through one pipeline object after the other. */
function oneByOne(
  definition: CommandDefinition,
  family: Family,
  operation: Operation,
  displayed?: (host: SessionHost) => DisplayedByHost,
): CommandRegistration {
  return register(definition, (context) => ({
    *process(): Steps<void> {
      readPreferences(family, context);
      const options = yield* boundOptions(definition, context);
      const run = operation({
        ...commonOptions(family, context),
        ...options,
        ...(definition.supportsShouldProcess ? { shouldProcess: shouldProcess(context) } : {}),
      });
      yield* settle(pump(context, definition, run, outputValue, displayed?.(hostFor(family, context))));
    },
  }));
}

/** A command whose targets of all pipeline objects are worked on at once, up to one throttle limit. cmdlets.md 3.8 */
function throttled(definition: CommandDefinition, family: Family, operation: Operation): CommandRegistration {
  return register(definition, (context) => {
    const runs: FamilyRun[] = [];
    let throttle: Throttle | undefined;
    const ask = shouldProcess(context);
    return {
      *process(): Steps<void> {
        readPreferences(family, context);
        const options = yield* boundOptions(definition, context);
        const limit = options['throttleLimit'];
        throttle ??= new Throttle(throttleLimitOf(typeof limit === 'number' ? limit : undefined));
        const run = operation({
          ...commonOptions(family, context),
          ...options,
          throttle,
          ...(definition.supportsShouldProcess ? { shouldProcess: ask } : {}),
        });
        runs.push(run);
      },
      *end(): Steps<void> {
        yield* settle(pumpAll(context, definition, runs, outputValue));
      },
      dispose() {
        for (const run of runs) void run.stop();
      },
    };
  });
}

/** Get-PSSession; with -All it tells of everybody's sessions. */
const getCommand = (family: Family): CommandRegistration =>
  register(GET_PSSESSION, (context) => ({
    *process(): Steps<void> {
      readPreferences(family, context);
      const options = { ...commonOptions(family, context), ...(yield* boundOptions(GET_PSSESSION, context)) };
      if (context.flag('All')) yield* writeEverySession(context, options);
      else yield* settle(pump(context, GET_PSSESSION, getPSSession(options), outputValue));
    },
  }));

export function sessionCommands(family: Family): readonly CommandRegistration[] {
  return [
    { ...getCommand(family), topics: TOPICS },
    throttled(NEW_PSSESSION, family, (options) => newPSSession(options)),
    throttled(CONNECT_PSSESSION, family, (options) => connectPSSession(options)),
    throttled(DISCONNECT_PSSESSION, family, (options) => disconnectPSSession(options)),
    oneByOne(RECEIVE_PSSESSION, family, (options) => receivePSSession(options), displayedBy),
    oneByOne(REMOVE_PSSESSION, family, (options) => removePSSession(options)),
  ];
}
