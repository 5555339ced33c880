/** Get-Process, Stop-Process and Wait-Process. */
import type { CommandRegistration } from '../../command-api.js';
import { integerOf, toNumber } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import type { EngineCommandContext } from '../engine-services.js';
import { texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, range, NOT_EMPTY, NOT_NULL, PROCESSES } from '../support/command-spec.js';
import { listOf } from '../support/objects.js';
import { processIdOf, processObject } from '../../net/process.js';
import { processById, type ProcessFacts, processRuns, processTable, waitForExit } from './process-table.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;
const FAILURE = 'Microsoft.PowerShell.Commands.ProcessCommandException';

const ids = (context: EngineCommandContext): number[] =>
  listOf(context.arg('Id')).map((value) => Number(integerOf(value) ?? 0n));

/** The processes that names, ids or objects mean; says so for each that is not there. */
function* chosen(context: EngineCommandContext, everything: boolean): Steps<ProcessFacts[]> {
  const now = Date.now();
  const found = new Map<number, ProcessFacts>();
  if (context.isBound('InputObject')) {
    for (const value of listOf(context.arg('InputObject'))) {
      const id = processIdOf(value);
      if (id === undefined)
        context.fail('No process is associated with this object.', {
          errorId: 'System.InvalidOperationException',
          category: 'NotSpecified',
          exceptionType: 'System.InvalidOperationException',
        });
      const facts = processById(id, now);
      if (facts !== undefined) found.set(facts.id, facts);
    }
  } else if (context.isBound('Id')) {
    for (const id of ids(context)) {
      const facts = processById(id, now);
      if (facts !== undefined) found.set(id, facts);
      else
        yield* settle(
          context.writeError(`Cannot find a process with the process identifier ${id}.`, {
            errorId: 'NoProcessFoundForGivenId',
            category: 'ObjectNotFound',
            target: id,
            exceptionType: FAILURE,
          }),
        );
    }
  } else {
    const names = texts(context, 'Name');
    const table = processTable(now);
    for (const name of names ?? (everything ? ['*'] : [])) {
      const regex = wildcardRegex(name);
      const matching = table.filter((facts) => regex.test(facts.name));
      for (const facts of matching) found.set(facts.id, facts);
      if (matching.length === 0 && !hasWildcard(name)) {
        const number = /^\d+$/.test(name);
        yield* settle(
          context.writeError(
            number
              ? `Cannot find a process with the name "${name}". Try running with -Id to search by Id of processes.`
              : `Cannot find a process with the name "${name}". Verify the process name and call the cmdlet again.`,
            {
              errorId: number ? 'RecommendIdTagForGivenName' : 'NoProcessFoundForGivenName',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: FAILURE,
            },
          ),
        );
      }
    }
  }
  return [...found.values()].toSorted((a, b) => {
    const left = a.name.toLowerCase();
    const right = b.name.toLowerCase();
    return left === right ? a.id - b.id : left < right ? -1 : 1;
  });
}

const getProcess = defineCommand(
  'Get-Process',
  {
    alias: 'gps',
    module: MANAGEMENT,
    defaultSet: 'Name',
    output: 'System.Diagnostics.ProcessModule,System.Diagnostics.FileVersionInfo,System.Diagnostics.Process',
    synopsis: 'Gets the processes that are running on the local computer.',
  },
  [
    parameter('Name', 'String[]', 'Name,NameWithUserName: 0 P', { alias: 'ProcessName', check: NOT_EMPTY }),
    parameter('Id', 'Int32[]', 'Id,IdWithUserName: M P', { alias: 'PID' }),
    parameter('InputObject', PROCESSES, 'InputObject,InputObjectWithUserName: M V'),
    flag('IncludeUserName', 'NameWithUserName,IdWithUserName,InputObjectWithUserName: M'),
    flag('Module', 'Name,Id,InputObject: ', { check: NOT_NULL }),
    flag('FileVersionInfo', 'Name,Id,InputObject: ', { alias: 'FV FVI', check: NOT_NULL }),
  ],
  (context) => ({
    *process(): Steps<void> {
      for (const name of ['Module', 'FileVersionInfo'])
        if (context.flag(name))
          context.fail(`Get-Process -${name} is not supported by this engine.`, {
            errorId: 'NotSupported',
            category: 'NotImplemented',
            exceptionType: 'System.NotSupportedException',
          });
      const withUser = context.flag('IncludeUserName');
      for (const facts of yield* chosen(context, true)) yield* settle(context.write(processObject(facts, withUser)));
    },
  }),
);

const stopProcess = defineCommand(
  'Stop-Process',
  {
    alias: 'spps kill',
    module: MANAGEMENT,
    defaultSet: 'Id',
    shouldProcess: true,
    output: 'System.Diagnostics.Process',
    synopsis: 'Stops one or more running processes.',
  },
  [
    parameter('Name', 'String[]', 'Name: M P', { alias: 'ProcessName' }),
    parameter('Id', 'Int32[]', 'Id: M 0 P'),
    parameter('InputObject', PROCESSES, 'InputObject: M 0 V'),
    flag('PassThru'),
    flag('Force', '', { check: NOT_EMPTY }),
  ],
  (context) => {
    let self = false;
    const stop = function* (facts: ProcessFacts): Steps<void> {
      try {
        process.kill(facts.id, 'SIGKILL');
      } catch (error) {
        if (!(error instanceof Error && 'code' in error)) throw error;
        if (error.code === 'ESRCH') return;
        yield* settle(
          context.writeError(
            `Cannot stop process "${facts.name} (${facts.id})" because of the following error: ${error.code === 'EPERM' ? 'Operation not permitted' : error.message}`,
            {
              errorId: 'CouldNotStopProcess',
              category: 'CloseError',
              target: processObject(facts),
              exceptionType: FAILURE,
            },
          ),
        );
      }
    };
    return {
      *process(): Steps<void> {
        for (const facts of yield* chosen(context, false)) {
          if (!(yield* settle(context.shouldProcess(`${facts.name} (${facts.id})`)))) continue;
          // This process ends last, when the others have.
          if (facts.id === process.pid) self = true;
          else yield* stop(facts);
          if (context.flag('PassThru')) yield* settle(context.write(processObject(facts)));
        }
      },
      *end(): Steps<void> {
        const own = self ? processById(process.pid, Date.now()) : undefined;
        if (own !== undefined) yield* stop(own);
      },
    };
  },
);

const waitProcess = defineCommand(
  'Wait-Process',
  {
    module: MANAGEMENT,
    defaultSet: 'Name',
    output: 'System.Diagnostics.Process',
    synopsis: 'Waits for the processes to be stopped before accepting more input.',
  },
  [
    parameter('Name', 'String[]', 'Name: M 0 P', { alias: 'ProcessName' }),
    parameter('Id', 'Int32[]', 'Id: M 0 P', { alias: 'PID ProcessId', check: NOT_EMPTY }),
    parameter('InputObject', PROCESSES, 'InputObject: M V'),
    parameter('Timeout', 'Int32', '1', { alias: 'TimeoutSec', check: [...NOT_EMPTY, ...range(0, 32767)] }),
    flag('Any'),
    flag('PassThru'),
  ],
  (context) => {
    const waiting: ProcessFacts[] = [];
    return {
      *process(): Steps<void> {
        for (const facts of yield* chosen(context, false)) {
          if (facts.id === process.pid) {
            yield* settle(
              context.writeError(
                'This command stopped operation because it cannot wait on itself. Specify another process and Run your command again.',
                { errorId: 'WaitOnItself', category: 'ObjectNotFound', target: facts.id, exceptionType: FAILURE },
              ),
            );
          } else waiting.push(facts);
        }
      },
      async end() {
        if (waiting.length === 0) return;
        const limit = context.isBound('Timeout')
          ? toNumber(context.arg('Timeout') ?? 0) * 1000
          : Number.POSITIVE_INFINITY;
        const ends = performance.now() + limit;
        const waits = waiting.map((facts) => waitForExit(facts.id, limit, context.signal));
        await (context.flag('Any') ? Promise.race(waits) : Promise.all(waits));
        for (const facts of waiting) {
          const late = !context.flag('Any') && processRuns(facts.id) && performance.now() >= ends;
          if (late)
            await context.writeError(
              `This command stopped operation because process "${facts.name} (${facts.id})" is not stopped in the specified time-out.`,
              {
                errorId: 'ProcessNotTerminated',
                category: 'CloseError',
                target: processObject(facts),
                exceptionType: 'System.TimeoutException',
              },
            );
          if (context.flag('PassThru')) await context.write(processObject(facts));
        }
      },
    };
  },
);

export const PROCESS_COMMANDS: readonly CommandRegistration[] = [getProcess, stopProcess, waitProcess];
