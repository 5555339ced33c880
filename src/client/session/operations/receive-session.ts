/** Receive-PSSession: connects if needed, and takes the output of the command that runs or ran there. cmdlets.md 9 */
import { catalogued, PSSessionError } from '../../../protocol/errors/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { PSSession } from '../model/ps-session.js';
import { CommandRun, type CommandWriter } from '../runspace/command-run.js';
import { connectionFailure } from '../runspace/connection-errors.js';
import { decorateRecord } from '../runspace/decorate.js';
import { asSessionError, RemoteError } from '../runspace/records.js';
import type { RemotePipeline } from '../runspace/remote-pipeline.js';
import { connectSession } from './connect-session.js';
import { jobOn } from './invoke-command.js';
import { RemoteJob } from './jobs.js';
import { findLocalSessions, parseInstanceId } from './lookup.js';
import type { ReceivePSSessionParameters } from './parameters.js';
import { listShells, queriedRunspace, type QueriedShell } from './remote-query.js';
import { defaultSessionContext, type SessionContext } from './session-context.js';
import { queryTargets } from './targets.js';
import type { StreamRecord } from '../runspace/records.js';

type Received = PSValue | RemoteJob;

/**
 * The output of a session's command, with PSComputerName, RunspaceId and PSShowComputerName where they are missing; or,
 * with `outTarget: 'Job'`, a job that takes it. A session without a command is connected and gives nothing.
 */
export function receivePSSession(
  parameters: ReceivePSSessionParameters & { readonly outTarget: 'Job' },
): CommandRun<RemoteJob>;
export function receivePSSession(parameters: ReceivePSSessionParameters): CommandRun<Received>;
export function receivePSSession(parameters: ReceivePSSessionParameters): CommandRun<Received> | CommandRun<RemoteJob> {
  const context = parameters.context ?? defaultSessionContext();
  const remote =
    parameters.computerName !== undefined ||
    parameters.connectionUri !== undefined ||
    parameters.hostName !== undefined;
  return new CommandRun<Received>(
    { signal: parameters.signal, commandClass: 'ReceivePSSessionCommand', errorAction: parameters.errorAction },
    async (writer) => {
      context.assertOpen();
      if (remote) await receiveRemote(parameters, context, writer);
      else await receiveLocal(parameters, context, writer);
    },
  );
}

async function receiveLocal(
  parameters: ReceivePSSessionParameters,
  context: SessionContext,
  writer: CommandWriter<Received>,
): Promise<void> {
  const { session: given, name, id, instanceId } = parameters;
  if (given === undefined && name === undefined && id === undefined && instanceId === undefined) {
    throw catalogued('MissingMandatoryParameter', ['Session'], { targetObject: 'Session' });
  }
  const [session] = findLocalSessions(context.repository, { session: given, name, id, instanceId }, (error) =>
    writer.error(error),
  );
  if (session === undefined) return;
  if (session.computerType !== 'RemoteMachine') {
    writer.error(
      catalogued('CannotReceiveVMContainerSession', [session.name, session.computerName, session.computerType], {
        targetObject: session,
      }),
    );
    return;
  }
  if (!(await accepted(session.name, parameters))) return;
  const { job, failure } = await connectForReceive(session, context, writer.signal);
  if (failure !== undefined) {
    if (!writer.signal.aborted) writer.error(failure);
    return;
  }
  await route(session, job, parameters.outTarget ?? 'Default', parameters, context, writer);
}

/** Opened: as it is. Disconnected: connected. Any other state, or a failure: a fresh object from its server. */
async function connectForReceive(
  session: PSSession,
  context: SessionContext,
  signal: AbortSignal,
): Promise<{ readonly job: RemoteJob | undefined; readonly failure: PSSessionError | undefined }> {
  // Only a session that this client itself disconnected can have a job of this client. cmdlets.md 9.2 (4)
  const job = (): RemoteJob | undefined => context.jobs.disconnectedJobOf(session.instanceId);
  if (session.state === 'Opened') return { job: job(), failure: undefined };
  let reason: unknown;
  if (session.state === 'Disconnected' && session.availability === 'None') {
    try {
      await connectSession(session, context, signal);
      // If another client had taken it up meanwhile, the job has failed with that.
      return { job: job(), failure: undefined };
    } catch (error) {
      reason = error;
    }
  }
  const info = session.runspace.connectionInfo;
  if (info.transport === 'WSMan' && !signal.aborted) {
    try {
      const [shell] = await listShells(
        info,
        context,
        undefined,
        (one) => one.shellId === session.instanceId,
        signal,
      ).then((shells) => shells.filter(({ listing }) => listing.shellId === session.instanceId));
      if (shell !== undefined) {
        const fresh = queriedRunspace(shell, context);
        if (fresh.availability === 'None') {
          await fresh.connect(signal);
          await session.adoptRunspace(fresh);
          return { job: undefined, failure: undefined };
        }
      }
    } catch (error) {
      reason ??= error;
    }
  }
  return { job: undefined, failure: cannotConnect(session, reason) };
}

function cannotConnect(session: PSSession, reason: unknown): PSSessionError {
  return catalogued('ReceivePSSessionCannotConnectSession', [session.name], { targetObject: session, cause: reason });
}

async function receiveRemote(
  parameters: ReceivePSSessionParameters,
  context: SessionContext,
  writer: CommandWriter<Received>,
): Promise<void> {
  if (parameters.name === undefined && parameters.instanceId === undefined) {
    throw catalogued('MissingMandatoryParameter', ['Name'], { targetObject: 'Name' });
  }
  const wantedId = parameters.instanceId === undefined ? undefined : parseInstanceId(parameters.instanceId);
  const wantedName = parameters.name?.toLowerCase();
  for (const target of queryTargets(parameters, context)) {
    let shells: QueriedShell[];
    try {
      shells = await listShells(
        target,
        context,
        parameters.configurationName === '' ? context.configurationName : parameters.configurationName,
        // The name is compared as it is, not as a pattern. cmdlets.md 3.9
        ({ shellId, name }) => (wantedId === undefined ? name.toLowerCase() === wantedName : shellId === wantedId),
        writer.signal,
      );
    } catch (error) {
      if (!writer.signal.aborted) {
        writer.error(
          connectionFailure(error, 'ReceivePSSessionQueryForSessionFailed', target, { targetObject: target }),
        );
      }
      continue;
    }
    const shell = shells.find(({ listing }) =>
      wantedId === undefined ? listing.name.toLowerCase() === wantedName : listing.shellId === wantedId,
    );
    if (shell === undefined) continue; // nothing there by that name: no output and no error. cmdlets.md 9.3
    await receiveShell(shell, parameters, context, writer);
  }
}

async function receiveShell(
  shell: QueriedShell,
  parameters: ReceivePSSessionParameters,
  context: SessionContext,
  writer: CommandWriter<Received>,
): Promise<void> {
  if (!(await accepted(shell.listing.name, parameters))) return;
  const local = context.repository.get(shell.listing.shellId);
  if (local !== undefined && (local.state === 'Opened' || local.state === 'Disconnected')) {
    const { job, failure } = await connectForReceive(local, context, writer.signal);
    if (failure === undefined) {
      // As the code has it: only Host goes to the output here; everything else is a job. cmdlets.md 9.3
      await route(local, job, parameters.outTarget === 'Host' ? 'Host' : 'Job', parameters, context, writer);
      return;
    }
  }
  const session = local ?? sessionOf(shell, context);
  const runspace = local === undefined ? session.runspace : queriedRunspace(shell, context);
  try {
    await runspace.connect(writer.signal);
  } catch (error) {
    if (!writer.signal.aborted) writer.error(cannotConnect(session, error));
    return;
  }
  if (runspace !== session.runspace) await session.adoptRunspace(runspace);
  await route(session, undefined, parameters.outTarget === 'Job' ? 'Job' : 'Host', parameters, context, writer);
}

function sessionOf(shell: QueriedShell, context: SessionContext): PSSession {
  return new PSSession({
    runspace: queriedRunspace(shell, context),
    id: context.nextSessionId(),
    name: shell.listing.name,
    namePrefix: context.namePrefix,
  });
}

/** Where the output goes: the table of cmdlets.md 9.2 (5). */
async function route(
  session: PSSession,
  job: RemoteJob | undefined,
  outTarget: 'Default' | 'Host' | 'Job',
  parameters: ReceivePSSessionParameters,
  context: SessionContext,
  writer: CommandWriter<Received>,
): Promise<void> {
  try {
    if (job !== undefined) {
      await reconnectJob(job, session, context, writer.signal);
      if (outTarget === 'Host') {
        for await (const record of job.follow(writer.signal)) writer.write(record);
        context.jobs.forget(job);
      } else writer.output(job);
      return;
    }
    const pipeline = await session.runspace.attachPipeline(writer.signal, parameters.host);
    if (pipeline === undefined) {
      if (outTarget === 'Job') {
        throw new PSSessionError(
          `The session '${session.name}' has no disconnected command whose output could be received.`,
          {
            errorId: 'InvalidOperation',
            category: 'InvalidOperation',
            targetObject: session,
          },
        );
      }
      return;
    }
    if (outTarget === 'Job') {
      const made = jobOn(session, pipeline, parameters);
      context.jobs.add(made);
      writer.output(made);
    } else await stream(session, pipeline, writer, parameters.signal);
  } finally {
    if (session.state !== 'Disconnected') context.repository.addOrReplace(session);
  }
}

async function reconnectJob(
  job: RemoteJob,
  session: PSSession,
  context: SessionContext,
  signal: AbortSignal,
): Promise<void> {
  for (const child of job.childJobs) {
    try {
      await child.connect(async () => {
        const own = child.session ?? session;
        if (own.state !== 'Opened') await connectSession(own, context, signal);
      });
    } catch (error) {
      throw catalogued('PSJobConnectFailed', [child.name, asSessionError(error).message], {
        targetObject: child,
        cause: error,
      });
    }
  }
}

/** Output as it comes; errors after it, as Receive-PSSession has them. cmdlets.md 9.2 (6) */
async function stream(
  session: PSSession,
  pipeline: RemotePipeline,
  writer: CommandWriter<Received>,
  stopped: AbortSignal | undefined,
): Promise<void> {
  const errors: StreamRecord<PSValue>[] = [];
  const release = writer.onHold((held) => pipeline.hold(held));
  // Ctrl+C stops the command at its server, and the session stays connected. Whoever only wants no more of its output
  // (Select-Object -First, the end of a loop) leaves it running: the session is disconnected again.
  const leave = (): void => {
    const left = stopped?.aborted === true ? pipeline.stop() : session.runspace.disconnect({});
    left.catch(() => undefined);
  };
  writer.signal.addEventListener('abort', leave, { once: true });
  try {
    const end = await pipeline.pumpTo((record, bytes) => {
      if (record.stream === 'error') errors.push(record);
      else writer.write(decorateRecord(record, { hideComputerName: false, onlyIfAbsent: true }), bytes);
    });
    for (const record of errors) writer.write(record);
    if (end.state === 'Failed') {
      if (end.error instanceof RemoteError) writer.error(end.error);
      writer.error(
        catalogued('ReceivePSSessionPipelineFailed', [end.error.message], {
          targetObject: pipeline.id,
          cause: end.error,
        }),
      );
    }
  } finally {
    release();
    writer.signal.removeEventListener('abort', leave);
  }
}

async function accepted(name: string, parameters: ReceivePSSessionParameters): Promise<boolean> {
  return parameters.shouldProcess === undefined || (await parameters.shouldProcess(name, 'Receive'));
}
