/** Invoke-Command: runs a script on many targets at once, its streams as they arrive. cmdlets.md 12 */
import { plainDefinition, refusedScript, takesNoScripts } from './plain-commands.js';
import { readFile } from 'node:fs/promises';
import { ArgumentError, catalogued, PSSessionError } from '../../../protocol/errors/index.js';
import type { PSPowerShellDefinition, PSValue } from '../../../protocol/objects/index.js';
import type { SessionHost } from '../model/host.js';
import type { PSSession } from '../model/ps-session.js';
import { WildcardPattern } from '../model/wildcard.js';
import { CommandRun, type CommandWriter } from '../runspace/command-run.js';
import { connectionFailure } from '../runspace/connection-errors.js';
import { decorateRecord } from '../runspace/decorate.js';
import { commandTextOf, scriptDefinition, toArgument } from '../runspace/definition.js';
import { asSessionError, RemoteError, type OriginInfo, type StreamRecord } from '../runspace/records.js';
import type { PipelineEnd, RemotePipeline } from '../runspace/remote-pipeline.js';
import { RemoteJob, type ChildJobWork } from './jobs.js';
import { refuseDuplicates } from './lookup.js';
import { makeSession } from './new-session.js';
import type { InvokeCommandParameters, TargetOutcome } from './parameters.js';
import { defaultSessionContext, type SessionContext } from './session-context.js';
import { creationTargets, type Target } from './targets.js';
import { asList, forEachThrottled, throttleLimitOf } from './throttle.js';

const COMMAND_CLASS = 'InvokeCommandCommand';

/** A running Invoke-Command: its streams, and how each target ended. */
export class InvocationRun<T> extends CommandRun<T> {
  /** One entry for each target that has ended, in the order of ending. */
  readonly outcomes: readonly TargetOutcome[];
  constructor(
    parameters: InvokeCommandParameters,
    outcomes: TargetOutcome[],
    produce: (writer: CommandWriter<T>) => Promise<void>,
  ) {
    super(
      {
        signal: parameters.signal,
        commandClass: COMMAND_CLASS,
        errorAction: parameters.errorAction,
        highWaterBytes: parameters.highWaterBytes,
      },
      produce,
    );
    this.outcomes = outcomes;
  }
}

/**
 * Runs a script in sessions or on computers.
 * - plainly: the output, as it arrives from any target, with PSComputerName, RunspaceId and PSShowComputerName on it;
 * - `asJob`: one RemoteJob, at once;
 * - `inDisconnectedSession`: the disconnected sessions that the script runs in.
 */
export function invokeCommand(parameters: InvokeCommandParameters & { readonly asJob: true }): InvocationRun<RemoteJob>;
export function invokeCommand(
  parameters: InvokeCommandParameters & { readonly inDisconnectedSession: true },
): InvocationRun<PSSession>;
export function invokeCommand(parameters: InvokeCommandParameters): InvocationRun<PSValue>;
export function invokeCommand(
  parameters: InvokeCommandParameters,
): InvocationRun<PSValue> | InvocationRun<RemoteJob> | InvocationRun<PSSession> {
  const context = parameters.context ?? defaultSessionContext();
  const outcomes: TargetOutcome[] = [];
  if (parameters.inDisconnectedSession === true) {
    return new InvocationRun<PSSession>(parameters, outcomes, (writer) => runDisconnected(parameters, context, writer));
  }
  // A job name alone asks for a job. cmdlets.md 12.2
  if (isJob(parameters)) {
    return new InvocationRun<RemoteJob>(parameters, outcomes, (writer) => startJob(parameters, context, writer));
  }
  return new InvocationRun<PSValue>(parameters, outcomes, (writer) => run(parameters, context, writer, outcomes));
}

interface Place {
  readonly given: string;
  readonly session: PSSession;
  /** Opened for this command only. */
  readonly temporary: boolean;
}

async function run(
  parameters: InvokeCommandParameters,
  context: SessionContext,
  writer: CommandWriter<PSValue>,
  outcomes: TargetOutcome[],
): Promise<void> {
  context.assertOpen();
  refuseCombinations(parameters);
  const definition = await definitionOf(parameters);
  const places = findPlaces(parameters, context, writer, true);
  const input =
    parameters.inputObject === undefined ? undefined : new SharedInput(parameters.inputObject, places.length);
  await forEachThrottled(places, throttleLimitOf(parameters.throttleLimit), writer.signal, async (place) => {
    const started = performance.now();
    const counts = { output: 0, error: 0 };
    const counting = countingWriter(writer, counts);
    const end = await runAt(place, {
      parameters,
      context,
      writer: counting,
      definition,
      input,
      alone: places.length === 1 && rethrowsAlone(parameters),
    });
    outcomes.push({
      computerName: place.session.computerName,
      instanceId: place.session.instanceId,
      state: end.state,
      outputCount: counts.output,
      errorCount: counts.error,
      durationMs: performance.now() - started,
      ...('error' in end && end.error !== undefined ? { error: end.error } : {}),
    });
    if (end.state === 'Failed' && end.rethrow === true && end.error !== undefined) throw end.error;
  });
}

interface RunAtOptions {
  readonly parameters: InvokeCommandParameters;
  readonly context: SessionContext;
  readonly writer: CommandWriter<PSValue>;
  readonly definition: PSPowerShellDefinition;
  readonly input: SharedInput | undefined;
  /** The only target: what its script throws is thrown here too. cmdlets.md 12.4 (8) */
  readonly alone: boolean;
}

type PlaceEnd =
  | { readonly state: 'Completed' | 'Stopped' | 'Disconnected' }
  | { readonly state: 'Failed'; readonly error: PSSessionError; readonly rethrow?: boolean };

/** Runs the command at one target. Whatever goes wrong there is written as an error of that target. */
async function runAt(place: Place, options: RunAtOptions): Promise<PlaceEnd> {
  const { session, temporary } = place;
  const { writer, parameters } = options;
  const { runspace } = session;
  const origin = (): OriginInfo => ({ computerName: session.computerName, runspaceId: session.instanceId });
  if (temporary) {
    try {
      await runspace.open(writer.signal);
    } catch (error) {
      options.input?.leave();
      if (writer.signal.aborted) return { state: 'Stopped' };
      const failure = connectionFailure(error, 'PSSessionStateBroken', runspace.connectionInfo, {
        targetObject: place.given,
        completeId: true,
        opening: true,
      });
      writer.error(failure);
      return { state: 'Failed', error: failure };
    }
    for (const warning of runspace.takeWarnings()) writer.warning(warning);
  }
  const stopNotices = runspace.onNotice((notice) => {
    if (notice.type === 'warning') writer.warning(notice.message);
    else writer.write({ stream: 'progress', value: notice.record, origin: origin() });
  });
  let keep = false;
  try {
    const { scriptReader, host } = options.context;
    const known = takesNoScripts(runspace) ? await plainDefinition(options.definition, scriptReader) : undefined;
    let pipeline = startPipeline(session, known ?? options.definition, parameters, host);
    let end = await follow(pipeline, options);
    if (end.state === 'Failed' && options.input === undefined && refusedScript(runspace, end.error)) {
      const plain = await plainDefinition(options.definition, scriptReader);
      if (plain !== undefined) {
        pipeline = startPipeline(session, plain, parameters, host);
        end = await follow(pipeline, options);
      }
    }
    if (end.state === 'Disconnected') {
      keep = true;
      return onDisconnected(place, options, pipeline);
    }
    if (end.state === 'Failed') return remoteFailure(place, options, end.error, origin());
    return end;
  } catch (error) {
    if (writer.signal.aborted) return { state: 'Stopped' };
    const failure = connectionFailure(error, 'PSSessionStateBroken', runspace.connectionInfo, {
      targetObject: place.given,
      completeId: true,
    });
    writer.error(failure);
    return { state: 'Failed', error: failure };
  } finally {
    stopNotices();
    if (temporary && !keep) await runspace.close().catch(() => undefined);
  }
}

function startPipeline(
  session: PSSession,
  definition: PSPowerShellDefinition,
  parameters: InvokeCommandParameters,
  host: SessionHost,
  held = false,
): RemotePipeline {
  return session.runspace.startPipeline(definition, {
    noInput: parameters.inputObject === undefined,
    host: parameters.host ?? host,
    // As PowerShell's own: `Get-History` there lists it.
    addToHistory: true,
    held,
  });
}

/** Streams one pipeline into the writer, feeds its input, and holds or stops it as the writer says. */
async function follow(pipeline: RemotePipeline, options: RunAtOptions): Promise<PipelineEnd> {
  const { writer, parameters, input } = options;
  const decoration = { hideComputerName: parameters.hideComputerName === true, onlyIfAbsent: false };
  const release = writer.onHold((held) => pipeline.hold(held));
  const stop = (): void => void pipeline.stop().catch(() => undefined);
  writer.signal.addEventListener('abort', stop, { once: true });
  if (writer.signal.aborted) stop();
  const feeding = input === undefined ? undefined : feed(pipeline, input, writer);
  try {
    return await pipeline.pumpTo((record, bytes) => {
      // What comes after a stop is shown to nobody.
      if (!writer.signal.aborted) writer.write(decorateRecord(record, decoration), bytes);
    });
  } finally {
    release();
    writer.signal.removeEventListener('abort', stop);
    await feeding;
  }
}

async function feed(pipeline: RemotePipeline, input: SharedInput, writer: CommandWriter<PSValue>): Promise<void> {
  try {
    for await (const value of input.reader()) {
      if (pipeline.isEnded || writer.signal.aborted) return;
      await pipeline.write(toArgument(value));
    }
    if (!pipeline.isEnded) await pipeline.endInput();
  } catch (error) {
    if (pipeline.isEnded || writer.signal.aborted) return; // the command did not want the rest
    writer.error(error);
    await pipeline.stop().catch(() => undefined);
  }
}

/** The script ended with an error there: written here, so that one target cannot end the others. cmdlets.md 12.4 (8) */
function remoteFailure(place: Place, options: RunAtOptions, error: PSSessionError, origin: OriginInfo): PlaceEnd {
  if (error instanceof RemoteError) {
    if (options.alone && wasThrown(error)) return { state: 'Failed', error, rethrow: true };
    options.writer.error(error, origin);
    return { state: 'Failed', error };
  }
  const failure = connectionFailure(error, 'PSSessionStateBroken', place.session.runspace.connectionInfo, {
    targetObject: place.given,
    completeId: true,
  });
  options.writer.error(failure, origin);
  return { state: 'Failed', error: failure };
}

/** Over SSH and into containers PowerShell writes also what the only target throws. */
const rethrowsAlone = ({ hostName, sshConnection, vmId, vmName, containerId }: InvokeCommandParameters): boolean =>
  [hostName, sshConnection, vmId, vmName, containerId].every((target) => target === undefined);

/** By a `throw` statement there, and not of an exception that is no RuntimeException. */
const wasThrown = ({ record }: RemoteError): boolean =>
  record.wasThrown === true || record.exception.source?.get('WasThrownFromThrowStatement') === true;

/** The session was disconnected under the command: by its user, or because the network was lost. cmdlets.md 18.5 */
function onDisconnected(place: Place, options: RunAtOptions, pipeline: RemotePipeline): PlaceEnd {
  const { session, temporary } = place;
  const { context, writer, parameters } = options;
  if (session.runspace.disconnectReason === undefined) return { state: 'Disconnected' };
  writer.error(
    catalogued('PowerShellNetworkFailedStartDisconnect', [session.computerName], {
      targetObject: session,
      cause: session.runspace.disconnectReason,
    }),
  );
  writer.warning(
    `Session ${session.name} with instance ID ${session.instanceId} on computer ${session.computerName} has been successfully disconnected.`,
  );
  if (temporary) {
    context.repository.addOrReplace(session);
    writer.warning(`Session ${session.name} with instance ID ${session.instanceId} has been created for reconnection.`);
  } else {
    const job = jobOn(session, pipeline, parameters);
    context.jobs.add(job);
    writer.warning(`Job ${job.name} has been created for reconnection.`);
  }
  return { state: 'Disconnected' };
}

/** A job in the state Disconnected that goes on with a pipeline of a disconnected session. */
export function jobOn(
  session: PSSession,
  pipeline: RemotePipeline,
  parameters: { readonly jobName?: string | undefined },
): RemoteJob {
  const job = new RemoteJob({
    name: parameters.jobName,
    command: pipeline.commandText,
    work: [{ location: session.computerName, session, toldOfHost: true, start: () => Promise.resolve(pipeline) }],
    decorate: (record) => decorateRecord(record, { hideComputerName: false, onlyIfAbsent: false }),
  });
  for (const child of job.childJobs) void child.run();
  return job;
}

async function startJob(
  parameters: InvokeCommandParameters,
  context: SessionContext,
  writer: CommandWriter<RemoteJob>,
): Promise<void> {
  context.assertOpen();
  refuseCombinations(parameters);
  const definition = await definitionOf(parameters);
  const places = findPlaces(parameters, context, writer, false);
  const input =
    parameters.inputObject === undefined ? undefined : new SharedInput(parameters.inputObject, places.length);
  const work = places.map(
    (place): ChildJobWork => ({
      location: place.session.computerName,
      session: place.session,
      toldOfHost: true,
      start: async (signal, host) => {
        const { runspace } = place.session;
        if (place.temporary) {
          try {
            await runspace.open(signal);
          } catch (error) {
            throw connectionFailure(error, 'PSSessionStateBroken', runspace.connectionInfo, {
              targetObject: place.given,
              completeId: true,
              opening: true,
            });
          }
        } else if (runspace.state !== 'Opened')
          throw catalogued('InvalidSessionState', [runspace.state], {
            errorId: `InvalidSessionState,${place.given}`,
            completeId: true,
          });
        const pipeline = startPipeline(place.session, definition, { ...parameters, host }, context.host);
        if (input !== undefined) void feed(pipeline, input, discarding(signal));
        return pipeline;
      },
      failure: (error) =>
        error instanceof RemoteError
          ? undefined
          : connectionFailure(error, 'PSSessionStateBroken', place.session.runspace.connectionInfo, {
              targetObject: place.given,
              completeId: true,
            }),
      ...(place.temporary ? { finished: () => place.session.runspace.close() } : {}),
    }),
  );
  const decoration = { hideComputerName: parameters.hideComputerName === true, onlyIfAbsent: false };
  const job = new RemoteJob({
    name: parameters.jobName,
    command: commandTextOf(definition),
    work,
    decorate: (record) => decorateRecord(record, decoration),
  });
  context.jobs.add(job);
  // The job goes on after this command: the throttle works behind it.
  job.start(throttleLimitOf(parameters.throttleLimit));
  writer.output(job);
}

/** Starts the command in new sessions and leaves them before any output comes here. cmdlets.md 12.6 */
async function runDisconnected(
  parameters: InvokeCommandParameters,
  context: SessionContext,
  writer: CommandWriter<PSSession>,
): Promise<void> {
  context.assertOpen();
  refuseCombinations(parameters);
  const definition = await definitionOf(parameters);
  const names = asList(parameters.sessionName);
  const errors: unknown[] = [];
  const sessions: PSSession[] = [];
  const targets = commandTargets(parameters, context);
  const input =
    parameters.inputObject === undefined ? undefined : new SharedInput(parameters.inputObject, targets.length);
  await forEachThrottled(targets, throttleLimitOf(parameters.throttleLimit), writer.signal, async (target, index) => {
    if (target.connectionInfo === undefined) {
      input?.leave();
      if (target.error !== undefined) errors.push(target.error);
      return;
    }
    const session = makeSession(target.connectionInfo, names[index], context, parameters.host ?? context.host);
    let opening = true;
    let reading = false;
    try {
      await session.runspace.open(writer.signal);
      opening = false;
      if (!session.runspace.supportsDisconnect) {
        throw new PSSessionError(
          `The server ${session.computerName} or the way to it has no disconnected sessions: they need WSMan and PowerShell 3.0 or later there.`,
          {
            errorId: 'System.Management.Automation.Remoting.PSRemotingDataStructureException',
            category: 'InvalidOperation',
          },
        );
      }
      const pipeline = startPipeline(session, definition, parameters, context.host, true);
      await pipeline.started;
      if (input !== undefined) {
        reading = true;
        for await (const value of input.reader()) await pipeline.write(toArgument(value));
        await pipeline.endInput();
      }
      await session.runspace.disconnect({}, writer.signal);
      context.repository.addOrReplace(session);
      sessions.push(session);
    } catch (error) {
      if (!reading) input?.leave();
      await session.runspace.close().catch(() => undefined);
      if (!writer.signal.aborted) {
        errors.push(
          connectionFailure(error, 'PSSessionStateBroken', session.runspace.connectionInfo, {
            targetObject: target.given,
            completeId: true,
            opening,
          }),
        );
      }
    }
  });
  for (const session of sessions) writer.output(session);
  for (const error of errors) writer.error(error);
}

/** A name for the job asks for one. cmdlets.md 12.2 */
const isJob = ({ asJob, jobName }: InvokeCommandParameters): boolean =>
  asJob === true || (jobName !== undefined && jobName !== '');

/** @throws for parameters that exclude each other. cmdlets.md 12.4 (1), 12.7 */
function refuseCombinations(parameters: InvokeCommandParameters): void {
  const invalid = (text: string): PSSessionError =>
    new PSSessionError(text, { errorId: 'System.InvalidOperationException', category: 'NotSpecified' });
  if (parameters.inDisconnectedSession === true) {
    if (isJob(parameters))
      throw invalid(
        'You cannot use the Invoke-Command cmdlet with both the AsJob and Disconnected parameters in the same command.',
      );
    if (parameters.session !== undefined)
      throw invalid('InDisconnectedSession makes sessions of its own; Session cannot be given.');
  } else if (parameters.sessionName !== undefined) {
    throw invalid('The SessionName parameter can only be used with the Disconnected switch parameter.');
  }
  const commands = [parameters.scriptBlock, parameters.filePath, parameters.definition].filter(
    (one) => one !== undefined,
  );
  if (commands.length !== 1) {
    throw catalogued(commands.length === 0 ? 'MissingMandatoryParameter' : 'AmbiguousParameterSet', [
      'ScriptBlock or FilePath',
    ]);
  }
}

async function definitionOf(parameters: InvokeCommandParameters): Promise<PSPowerShellDefinition> {
  if (parameters.definition !== undefined) return parameters.definition;
  const text = parameters.scriptBlock ?? (await scriptFileText(parameters.filePath ?? ''));
  return scriptDefinition(text, {
    arguments: parameters.argumentList ?? [],
    ...(parameters.usingValues === undefined ? {} : { usingValues: parameters.usingValues }),
  });
}

/** @throws {ArgumentError} wildcards or another extension. @throws PathNotFound */
async function scriptFileText(path: string): Promise<string> {
  const refused = (text: string): ArgumentError =>
    new ArgumentError('FilePath', `${text} (Parameter 'filePath')`, {
      errorId: 'System.ArgumentException',
      category: 'NotSpecified',
    });
  if (WildcardPattern.containsWildcards(path))
    throw refused(
      'Wildcard characters are not supported for the FilePath parameter. Specify a path without wildcard characters.',
    );
  if (!path.toLowerCase().endsWith('.ps1'))
    throw refused(
      'The value of the FilePath parameter must be a PowerShell script file. Enter the path to a file with a .ps1 file name extension and try the command again.',
    );
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    throw catalogued('PathNotFound', [path], { targetObject: path, cause });
  }
}

function findPlaces(
  parameters: InvokeCommandParameters,
  context: SessionContext,
  writer: { error(error: unknown): void },
  checkSessions: boolean,
): Place[] {
  if (parameters.session !== undefined) {
    const sessions = asList(parameters.session);
    refuseDuplicates(sessions);
    const fit = checkSessions ? sessions.filter((session) => isFit(session, writer)) : sessions;
    if (fit.length === 0) throw catalogued('InvokeCommandNoValidSession', [], { errorId: 'InvalidOperation' });
    return fit.map((session) => ({ given: session.computerName, session, temporary: false }));
  }
  return commandTargets(parameters, context).flatMap((target: Target): Place[] => {
    if (target.connectionInfo === undefined) {
      if (target.error !== undefined) writer.error(target.error);
      return [];
    }
    return [
      {
        given: target.given,
        session: makeSession(target.connectionInfo, undefined, context, parameters.host ?? context.host),
        temporary: true,
      },
    ];
  });
}

/** A relative URI ends this command; to others it is the fault of one target. */
function commandTargets(parameters: InvokeCommandParameters, context: SessionContext): Target[] {
  const targets = creationTargets(parameters, context, true);
  for (const { error } of targets)
    if (error?.cause instanceof PSSessionError && error.cause.errorId === 'System.NotSupportedException')
      throw error.cause;
  return targets;
}

function isFit(session: PSSession, writer: { error(error: unknown): void }): boolean {
  const { name, instanceId, computerName, state, availability } = session;
  if (state !== 'Opened') {
    writer.error(
      catalogued('InvokeCommandCommandInvalidSessionState', [name, instanceId, computerName, state], {
        targetObject: session,
      }),
    );
    return false;
  }
  if (availability !== 'Available') {
    writer.error(
      catalogued('InvokeCommandCommandInvalidSessionAvailability', [name, instanceId, computerName, availability], {
        targetObject: session,
      }),
    );
    return false;
  }
  return true;
}

function countingWriter(
  writer: CommandWriter<PSValue>,
  counts: { output: number; error: number },
): CommandWriter<PSValue> {
  return {
    ...writer,
    error: (error, origin) => {
      counts.error += 1;
      writer.error(error, origin);
    },
    write: (record: StreamRecord<PSValue>, bytes) => {
      if (record.stream === 'output') counts.output += 1;
      else if (record.stream === 'error') counts.error += 1;
      writer.write(record, bytes);
    },
  };
}

function discarding(signal: AbortSignal): CommandWriter<PSValue> {
  const nothing = (): void => undefined;
  return {
    signal,
    output: nothing,
    error: nothing,
    warning: nothing,
    verbose: nothing,
    write: nothing,
    room: () => Promise.resolve(),
    onHold: () => nothing,
  };
}

/** One source of input read by several pipelines: every one gets every value, and the slowest sets the pace. */
class SharedInput {
  readonly #source: AsyncIterator<unknown>;
  readonly #values: unknown[] = [];
  #base = 0;
  #done = false;
  #pulling: Promise<void> | undefined;
  readonly #positions: number[] = [];
  readonly #readers: number;

  constructor(source: readonly unknown[] | AsyncIterable<unknown>, readers: number) {
    this.#source =
      Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : iterate(source)[Symbol.asyncIterator]();
    this.#readers = readers;
  }
  async *reader(): AsyncGenerator<unknown, void, undefined> {
    const me = this.#positions.push(0) - 1;
    try {
      for (;;) {
        const at = this.#positions[me] ?? 0;
        if (at < this.#base + this.#values.length) {
          const value = this.#values[at - this.#base];
          this.#positions[me] = at + 1;
          this.#forget();
          yield value;
        } else if (this.#done) return;
        else await this.#pull();
      }
    } finally {
      this.#positions[me] = Number.POSITIVE_INFINITY;
      this.#forget();
    }
  }
  /** One of the readers will never come. */
  leave(): void {
    this.#positions.push(Number.POSITIVE_INFINITY);
    this.#forget();
  }
  #pull(): Promise<void> {
    this.#pulling ??= this.#source.next().then(
      (item) => {
        this.#pulling = undefined;
        if (item.done === true) this.#done = true;
        else this.#values.push(item.value);
      },
      (error: unknown) => {
        this.#pulling = undefined;
        this.#done = true;
        throw asSessionError(error);
      },
    );
    return this.#pulling;
  }
  /** Values that every reader has had are let go; a reader that has not begun keeps all of them. */
  #forget(): void {
    if (this.#positions.length < this.#readers) return;
    const least = Math.min(...this.#positions, this.#base + this.#values.length);
    if (least - this.#base >= 64) {
      this.#values.splice(0, least - this.#base);
      this.#base = least;
    }
  }
}

async function* iterate(values: readonly unknown[]): AsyncGenerator<unknown, void, undefined> {
  for (const value of values) yield value;
}
