/**
 * Work in a runspace beside the one that starts it: ForEach-Object -Parallel, thread jobs, `[powershell]::Create()`.
 * Both runspaces live on one thread and take turns where they wait; objects pass between them as they are, as between
 * the threads of one PowerShell.
 */
import type {
  PSErrorRecord,
  PSCommandDefinition,
  PSPowerShellDefinition,
  PSValue,
} from '../../../protocol/objects/index.js';
import { pipelineCommand, PSDictionary } from '../../../protocol/objects/index.js';
import type { EngineHost, EngineRunspace, PipelineOutcome, PipelineSink } from '../runspace-api.js';
import { ErrorRecordObject, ExceptionObject, exceptionType, stopText } from '../values/exceptions.js';
import type { Runtime } from './runtime.js';

/** A runspace of the same process whose values stay live. */
export interface SiblingRunspace extends EngineRunspace {
  readonly runtime: Runtime;
}

/** The parameter that carries the values of `$using:`. cmdlets.md 19 */
export const USING_PARAMETER = '--%';

export interface TaskInit {
  readonly script: string;
  readonly args?: readonly PSValue[];
  /** By `usingKey`. */
  readonly usingValues?: ReadonlyMap<string, PSValue>;
  readonly input?: readonly PSValue[] | undefined;
}

/** A script as the one command of a pipeline. */
export function taskDefinition({ script, args = [], usingValues }: TaskInit): PSPowerShellDefinition {
  const parameters: { name?: string; value: PSValue }[] = args.map((value) => ({ value }));
  if (usingValues !== undefined && usingValues.size > 0)
    parameters.push({ name: USING_PARAMETER, value: new PSDictionary([...usingValues]) });
  return pipelineDefinition([[pipelineCommand(script, { isScript: true, parameters })]]);
}
export function pipelineDefinition(statements: readonly (readonly PSCommandDefinition[])[]): PSPowerShellDefinition {
  return { statements, isNested: false, history: null, redirectShellErrorOutputPipe: true };
}
/** Runs a script in a sibling to its end. */
export function runTask(
  runspace: SiblingRunspace,
  init: TaskInit,
  sink: PipelineSink,
  host: EngineHost,
  signal: AbortSignal,
): Promise<PipelineOutcome> {
  const { input } = init;
  return runspace.run({
    definition: taskDefinition(init),
    input: input === undefined ? undefined : each(input),
    host,
    sink,
    addToHistory: false,
    signal,
  });
}
export async function* each(values: Iterable<PSValue>): AsyncGenerator<PSValue, void, undefined> {
  for (const value of values) yield value;
}

/** The host of a task: it writes where its starter does, but must not end the session. */
export function taskHost(host: EngineHost): EngineHost {
  return {
    name: host.name,
    version: host.version,
    defaults: host.defaults,
    hasUI: host.hasUI,
    ...(host.supportsVirtualTerminal === undefined ? {} : { supportsVirtualTerminal: host.supportsVirtualTerminal }),
    call: (method, parameters, signal) =>
      method === 'SetShouldExit' ? Promise.resolve(null) : host.call(method, parameters, signal),
  };
}

/** The records behind what sinks are given, for whoever takes them in the same process. */
const liveRecords = new WeakMap<PSErrorRecord, ErrorRecordObject>();
export function rememberLive(data: PSErrorRecord, record: ErrorRecordObject): PSErrorRecord {
  liveRecords.set(data, record);
  return data;
}
/** Undefined for a record that came from another process. */
export const liveErrorRecord = (data: PSErrorRecord): ErrorRecordObject | undefined => liveRecords.get(data);
/** The same, or one made of what is known. */
export const liveOr = (data: PSErrorRecord): ErrorRecordObject =>
  liveErrorRecord(data) ??
  new ErrorRecordObject(
    new ExceptionObject(exceptionType('System.Management.Automation.RuntimeException'), data.exception.message),
    data.fullyQualifiedErrorId,
    data.category,
  );
/** The exception that a pipeline ended with, as its caller gets it: one of its own where an error was made to end it. */
export function endingException(record: ErrorRecordObject): ExceptionObject {
  const { exception } = record;
  const isStop = exception.details.get('stopped') === true;
  if (!isStop && !record.endsCommand && !record.thrown) return exception;
  const kind = isStop ? 'ActionPreferenceStop' : record.endsCommand ? 'CmdletInvocation' : 'Runtime';
  const ending = new ExceptionObject(
    exceptionType(`System.Management.Automation.${kind}Exception`),
    isStop ? stopText('ErrorActionPreference', record.message) : record.message,
    isStop ? undefined : exception,
  );
  ending.errorRecord = record;
  return ending;
}
