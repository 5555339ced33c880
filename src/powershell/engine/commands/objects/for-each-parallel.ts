/** ForEach-Object -Parallel: a runspace of its own for each object, so many at a time, records as they come. */
import { pushOne } from '../../room.js';
import { DeferredQueue } from '../../runtime/deferred-queue.js';
import type { PSInformationRecord, PSProgressRecord, PSValue } from '../../../../protocol/objects/index.js';
import type { CommandImplementation } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { type Pending, settle, type Steps } from '../../pending.js';
import type { PipelineOutcome, PipelineSink } from '../../runspace-api.js';
import { endingException, liveOr, runTask, taskHost } from '../../runtime/task.js';
import { ErrorRecordObject } from '../../values/exceptions.js';
import { NetObject, unwrap } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import { ScriptBlock } from '../../values/script-block.js';
import type { EngineCommandContext } from '../engine-services.js';
import { inputOf } from '../support/objects.js';

const DEFAULT_THROTTLE = 5;
const TASK = defineType('System.Management.Automation.PSTasks.PSTask');
/** Records that wait for the pipeline before their makers are held. */
const HIGH_WATER = 1000;

type TaskRecord =
  | { readonly stream: 'output'; readonly value: PSValue }
  | { readonly stream: 'error'; readonly value: ErrorRecordObject }
  | { readonly stream: 'Warning' | 'Verbose' | 'Debug'; readonly value: string }
  | { readonly stream: 'information'; readonly value: PSInformationRecord }
  | { readonly stream: 'progress'; readonly value: PSProgressRecord };

export function forEachParallel(context: EngineCommandContext): CommandImplementation {
  return new ParallelTasks(context);
}

class ParallelTasks implements CommandImplementation {
  readonly #context: EngineCommandContext;
  readonly #records = new DeferredQueue<TaskRecord>(HIGH_WATER);
  readonly #abort = new AbortController();
  readonly #inputs: PSValue[] = [];
  #running = 0;
  #usingValues: ReadonlyMap<string, PSValue> = new Map();
  #timer: NodeJS.Timeout | undefined;
  #timedOut = false;

  constructor(context: EngineCommandContext) {
    this.#context = context;
  }
  *begin(): Steps<void> {
    const context = this.#context;
    if (['ErrorAction', 'WarningAction', 'InformationAction', 'PipelineVariable'].some((name) => context.isBound(name)))
      context.fail(
        'The following common parameters are not currently supported in the Parallel parameter set:\nErrorAction, WarningAction, InformationAction, PipelineVariable',
        {
          errorId: 'ParallelCommonParametersNotSupported',
          category: 'NotImplemented',
          exceptionType: 'System.Management.Automation.PSNotSupportedException',
        },
      );
    if (context.flag('AsJob') && context.isBound('TimeoutSeconds'))
      context.fail("The 'TimeoutSeconds' parameter cannot be used with the 'AsJob' parameter.", {
        errorId: 'ParallelCannotUseTimeoutWithJob',
        category: 'InvalidOperation',
        exceptionType: 'System.Management.Automation.PSArgumentException',
      });
    const block = context.arg('Parallel') ?? null;
    this.#usingValues = yield* settle(context.services.usingValues(context, block, { withNestedParallel: false }));
    if ([...this.#usingValues.values()].some((value) => unwrap(value) instanceof ScriptBlock))
      context.fail(
        'A ForEach-Object -Parallel using variable cannot be a script block. Passed-in script block variables are not supported with ForEach-Object -Parallel, and can result in undefined behavior.',
        {
          errorId: 'ParallelUsingVariableCannotBeScriptBlock',
          category: 'InvalidType',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        },
      );
    const seconds = context.arg('TimeoutSeconds');
    if (typeof seconds === 'number' && seconds > 0)
      this.#timer = setTimeout(() => {
        this.#timedOut = true;
        this.#abort.abort();
        this.#records.wake();
      }, seconds * 1000);
  }
  *process(): Steps<void> {
    const context = this.#context;
    const input = inputOf(context) ?? null;
    if (unwrap(input) instanceof ScriptBlock) {
      yield* settle(
        context.writeError(
          'A ForEach-Object -Parallel piped input object cannot be a script block. Passed-in script block variables are not supported with ForEach-Object -Parallel, and can result in undefined behavior.',
          {
            errorId: 'ParallelPipedInputObjectCannotBeScriptBlock',
            category: 'InvalidType',
            target: input,
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        ),
      );
      return;
    }
    if (context.flag('AsJob')) {
      pushOne(this.#inputs, input);
      return;
    }
    while (this.#running >= this.#limit && !this.#timedOut) yield* this.#next();
    if (this.#timedOut) return;
    this.#start(input);
    yield* this.#drain();
  }
  *end(): Steps<void> {
    const context = this.#context;
    if (context.flag('AsJob')) {
      const jobs = yield* settle(context.services.jobs());
      if (jobs === undefined)
        return context.fail('This runspace has no jobs.', {
          errorId: 'ParallelCannotUseJob',
          category: 'NotImplemented',
          exceptionType: 'System.Management.Automation.PSNotSupportedException',
        });
      const tasks = this.#inputs.map((input) => ({
        run: (sink: PipelineSink, signal: AbortSignal) => this.#run(input, sink, signal),
      }));
      const command = toText(context.arg('Parallel') ?? null);
      const job = jobs.start({ kind: 'PSTaskJob', name: undefined, command, tasks, throttleLimit: this.#limit });
      yield* settle(context.write(job));
      return;
    }
    while (this.#running > 0) yield* this.#next();
    yield* this.#drain();
  }
  dispose(): void {
    clearTimeout(this.#timer);
    if (this.#running > 0) this.#abort.abort();
    this.#records.close();
  }

  get #limit(): number {
    const given = this.#context.arg('ThrottleLimit');
    return typeof given === 'number' ? given : DEFAULT_THROTTLE;
  }
  *#next(): Steps<void> {
    if (this.#records.isEmpty) yield* settle(this.#context.services.wait(this.#records.changed()));
    yield* this.#drain();
  }
  *#drain(): Steps<void> {
    for (let record = this.#records.take(); record !== undefined; record = this.#records.take())
      yield* settle(this.#write(record));
  }
  #write(record: TaskRecord): Pending<void> {
    const context = this.#context;
    switch (record.stream) {
      case 'output':
        return context.write(record.value);
      case 'error':
        // It tells of the place in the task, or of none.
        return context.services.handOnRecord(context, record.value);
      case 'Warning':
        return context.writeWarning(record.value);
      case 'Verbose':
        return context.writeVerbose(record.value);
      case 'Debug':
        return context.writeDebug(record.value);
      case 'information':
        return context.services.passInformation(context, record.value);
      case 'progress':
        return context.writeProgress(record.value);
      default:
        return record satisfies never;
    }
  }
  #start(input: PSValue): void {
    const give = (record: TaskRecord): Promise<void> | undefined => this.#records.put(record);
    const sink: PipelineSink = {
      output: (value) => give({ stream: 'output', value }),
      error: (data) => give({ stream: 'error', value: liveOr(data) }),
      informational: ({ kind, message }) => give({ stream: kind, value: message }),
      information: (value) => give({ stream: 'information', value }),
      progress: (value) => give({ stream: 'progress', value }),
    };
    this.#running += 1;
    const ended = (outcome: PipelineOutcome | undefined): void => {
      this.#running -= 1;
      if (outcome?.state === 'Failed' || (outcome?.state === 'Stopped' && this.#timedOut))
        void this.#records.put({ stream: 'error', value: taskFailure(liveOr(outcome.error)) });
      this.#records.wake();
    };
    this.#run(input, sink, this.#abort.signal).then(ended, (error: unknown) => {
      ended(undefined);
      this.#records.fail(error);
    });
  }
  async #run(input: PSValue, sink: PipelineSink, signal: AbortSignal): Promise<PipelineOutcome> {
    const context = this.#context;
    const runspace = context.services.sibling();
    runspace.runtime.global.force('_', input);
    runspace.runtime.global.force('PSItem', input);
    const outcome = await runTask(
      runspace,
      { script: toText(context.arg('Parallel') ?? null), usingValues: this.#usingValues },
      sink,
      taskHost(context.host),
      signal,
    );
    await runspace.dispose();
    return outcome;
  }
}

/** A task that failed does not end the others: its error is one of the command's. */
function taskFailure(record: ErrorRecordObject): ErrorRecordObject {
  const failure = new ErrorRecordObject(
    endingException(record),
    'PSTaskException',
    'InvalidOperation',
    new NetObject(TASK, undefined),
  );
  failure.thrown = record.isShownThrown;
  return failure;
}
