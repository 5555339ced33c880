/** Connect-PSSession: takes disconnected sessions up again. cmdlets.md 7 */
import { catalogued, type PSSessionError } from '../../../protocol/errors/index.js';
import type { PSSession } from '../model/ps-session.js';
import { PSSessionOption } from '../model/session-option.js';
import { CommandRun, type CommandWriter } from '../runspace/command-run.js';
import { connectionFailure, isTakenByAnother } from '../runspace/connection-errors.js';
import type { RemoteRunspace } from '../runspace/remote-runspace.js';
import { findLocalSessions, parseInstanceId } from './lookup.js';
import type { ConnectPSSessionParameters } from './parameters.js';
import { listShells, queriedRunspace, querySessions } from './remote-query.js';
import { defaultSessionContext, type SessionContext } from './session-context.js';
import { queryTargets } from './targets.js';
import { asList, forEachThrottled, throttleLimitOf } from './throttle.js';

export function connectPSSession(parameters: ConnectPSSessionParameters): CommandRun<PSSession> {
  const context = parameters.context ?? defaultSessionContext();
  return new CommandRun<PSSession>(
    { signal: parameters.signal, commandClass: 'ConnectPSSessionCommand', errorAction: parameters.errorAction },
    async (writer) => {
      context.assertOpen();
      const sessions = await collect(parameters, context, writer);
      const ready: PSSession[] = [];
      for (const session of sessions) {
        if (parameters.shouldProcess !== undefined && !(await parameters.shouldProcess(session.name, 'Connect')))
          continue;
        if (session.computerType !== 'RemoteMachine') {
          writer.error(
            catalogued('CannotConnectVMContainerSession', [session.name, session.computerName, session.computerType], {
              targetObject: session,
            }),
          );
        } else if (session.state === 'Disconnected' && session.availability === 'None') {
          applyOption(session, parameters);
          ready.push(session);
        } else if (session.state === 'Opened') {
          context.repository.addOrReplace(session);
          writer.output(session);
        } else writer.error(notConnectable(session));
      }
      await forEachThrottled(
        ready,
        parameters.throttle ?? throttleLimitOf(parameters.throttleLimit),
        writer.signal,
        async (session) => {
          try {
            await connectSession(session, context, writer.signal);
          } catch (error) {
            if (!writer.signal.aborted) writer.error(connectFailure(error, session));
            return;
          }
          context.repository.addOrReplace(session);
          writer.output(session);
        },
      );
    },
  );
}

/**
 * Connects one session. A server that says "connected elsewhere" is asked once more for the same id, because the other
 * client may have left meanwhile. cmdlets.md 7.2 (3), (5)
 */
export async function connectSession(
  session: PSSession,
  context: SessionContext,
  signal: AbortSignal,
  beforeOutput?: (runspace: RemoteRunspace) => Promise<void>,
): Promise<void> {
  const { runspace } = session;
  try {
    await runspace.connect(signal, beforeOutput && (() => beforeOutput(runspace)));
  } catch (error) {
    const info = session.runspace.connectionInfo;
    if (!isTakenByAnother(error) || info.transport !== 'WSMan') throw error;
    const found = await listShells(info, context, undefined, (shell) => shell.shellId === session.instanceId, signal);
    const shells = found.filter(({ listing }) => listing.shellId === session.instanceId);
    const [shell] = shells;
    if (shell === undefined || shells.length !== 1) {
      throw catalogued('PSSessionGone', [session.name, session.computerName], {
        errorId: 'PSSessionConnectFailed',
        targetObject: session,
      });
    }
    const fresh = queriedRunspace(shell, context);
    if (fresh.availability !== 'None') throw error;
    await fresh.connect(signal, beforeOutput && (() => beforeOutput(fresh)));
    await session.adoptRunspace(fresh);
  }
}

export function notConnectable(session: PSSession): PSSessionError {
  return catalogued('PSSessionNotConnectable', [session.name], {
    errorId: 'PSSessionConnectFailed',
    targetObject: session,
  });
}

export function connectFailure(error: unknown, session: PSSession): PSSessionError {
  return connectionFailure(error, 'PSSessionConnectFailed', session.runspace.connectionInfo, {
    targetObject: session,
    subject: session.name,
  });
}

async function collect(
  parameters: ConnectPSSessionParameters,
  context: SessionContext,
  writer: CommandWriter<PSSession>,
): Promise<PSSession[]> {
  const { computerName, connectionUri, hostName } = parameters;
  if (computerName === undefined && connectionUri === undefined && hostName === undefined) {
    const { session, name, id, instanceId } = parameters;
    if (session === undefined && name === undefined && id === undefined && instanceId === undefined) {
      throw catalogued('MissingMandatoryParameter', ['Name'], { targetObject: 'Name' });
    }
    return findLocalSessions(context.repository, parameters, (error) => writer.error(error));
  }
  const sessions: PSSession[] = [];
  await querySessions(
    {
      targets: queryTargets(parameters, context),
      names: asList(parameters.name),
      instanceIds: asList(parameters.instanceId).map(parseInstanceId),
      configurationName: parameters.configurationName === '' ? context.configurationName : parameters.configurationName,
      state: 'Disconnected',
      throttleLimit: parameters.throttleLimit,
      signal: writer.signal,
    },
    context,
    {
      session: (session) => sessions.push(session),
      error: (error) => writer.error(error),
      warning: (text) => writer.warning(text),
    },
  );
  return sessions;
}

/** The idle time of a connecting client is ignored; its other values count. cmdlets.md 7.2 (8) */
function applyOption(session: PSSession, parameters: ConnectPSSessionParameters): void {
  if (parameters.sessionOption === undefined) return;
  const info = session.runspace.connectionInfo;
  const idleTimeoutMs = info.idleTimeoutMs;
  info.applyOption(PSSessionOption.from(parameters.sessionOption));
  info.idleTimeoutMs = idleTimeoutMs;
}
