/** Disconnect-PSSession: leaves sessions to their server; what runs there goes on. cmdlets.md 8 */
import { catalogued, type PSSessionError } from '../../../protocol/errors/index.js';
import type { PSSession } from '../model/ps-session.js';
import { CommandRun } from '../runspace/command-run.js';
import { asSessionError } from '../runspace/records.js';
import { findLocalSessions, refuseDuplicates } from './lookup.js';
import type { DisconnectPSSessionParameters } from './parameters.js';
import { defaultSessionContext } from './session-context.js';
import { asList, forEachThrottled, throttleLimitOf } from './throttle.js';

const MINIMUM_IDLE_SEC = 60;

export function disconnectPSSession(parameters: DisconnectPSSessionParameters): CommandRun<PSSession> {
  const context = parameters.context ?? defaultSessionContext();
  return new CommandRun<PSSession>(
    { signal: parameters.signal, commandClass: 'DisconnectPSSessionCommand', errorAction: parameters.errorAction },
    async (writer) => {
      checkIdleTimeoutSec(parameters.idleTimeoutSec);
      refuseDuplicates(asList(parameters.session));
      const sessions = findLocalSessions(context.repository, parameters, (error) => writer.error(error));
      warnOfLoopback(sessions, (text) => writer.warning(text));
      const ready: PSSession[] = [];
      for (const session of sessions) {
        if (parameters.shouldProcess !== undefined && !(await parameters.shouldProcess(session.name, 'Disconnect')))
          continue;
        if (session.computerType !== 'RemoteMachine') {
          writer.error(
            catalogued(
              'CannotDisconnectVMContainerSession',
              [session.name, session.computerName, session.computerType],
              { targetObject: session },
            ),
          );
        } else if (session.state === 'Disconnected') {
          // Also one that another client holds: there is nothing to leave. D8
          writer.output(session);
        } else if (session.state !== 'Opened') {
          writer.error(
            catalogued('CannotDisconnectSessionWhenNotOpened', [session.name, session.state], {
              targetObject: session,
            }),
          );
        } else {
          const refused = takeOptions(session, parameters);
          if (refused === undefined) ready.push(session);
          else writer.error(refused);
        }
      }
      await forEachThrottled(
        ready,
        parameters.throttle ?? throttleLimitOf(parameters.throttleLimit),
        writer.signal,
        async (session) => {
          const info = session.runspace.connectionInfo;
          try {
            await session.runspace.disconnect(
              {
                ...(info.idleTimeoutMs > 0 ? { idleTimeoutMs: info.idleTimeoutMs } : {}),
                ...(info.outputBufferingMode === 'None' ? {} : { bufferMode: info.outputBufferingMode }),
              },
              writer.signal,
            );
          } catch (error) {
            if (!writer.signal.aborted) writer.error(disconnectFailure(error, session));
            return;
          }
          writer.output(session);
        },
      );
    },
  );
}

export function disconnectFailure(error: unknown, session: PSSession): PSSessionError {
  const known = asSessionError(error);
  return catalogued('PSSessionDisconnectFailed', [session.instanceId, known.message], {
    targetObject: session,
    cause: known,
  });
}

function checkIdleTimeoutSec(seconds: number | undefined): void {
  if (seconds !== undefined && (!Number.isInteger(seconds) || seconds < 0 || seconds > 2_147_483_647)) {
    throw catalogued('ParameterArgumentValidationError', ['IdleTimeoutSec', `${seconds} is not from 0 to 2147483647.`]);
  }
}

/**
 * What was given replaces both values of the connection info, so an idle time that is not given goes back to the
 * server's choice; then the idle time has to be one that the server allows. cmdlets.md 8 (4)
 */
function takeOptions(session: PSSession, parameters: DisconnectPSSessionParameters): PSSessionError | undefined {
  const info = session.runspace.connectionInfo;
  const { idleTimeoutSec, outputBufferingMode } = parameters;
  const wanted =
    idleTimeoutSec === undefined
      ? outputBufferingMode === undefined
        ? info.idleTimeoutMs
        : -1
      : Math.min(idleTimeoutSec * 1000, 2_147_483_647);
  if (wanted !== -1 && (wanted < MINIMUM_IDLE_SEC * 1000 || wanted > info.maxIdleTimeoutMs)) {
    return catalogued(
      'CannotDisconnectSessionWithInvalidIdleTimeout',
      [session.name, Math.floor(wanted / 1000), Math.floor(info.maxIdleTimeoutMs / 1000), MINIMUM_IDLE_SEC],
      { targetObject: session },
    );
  }
  if (idleTimeoutSec !== undefined || outputBufferingMode !== undefined) {
    // -1 would make IdleTimeout unreadable; the granted value stays in force when nothing new is sent.
    if (wanted !== -1) info.idleTimeoutMs = wanted;
    if (outputBufferingMode !== undefined) info.outputBufferingMode = outputBufferingMode;
  }
  return undefined;
}

function warnOfLoopback(sessions: readonly PSSession[], warn: (text: string) => void): void {
  const names = sessions
    .filter(({ state, runspace }) => {
      const info = runspace.connectionInfo;
      // With a credential the session may reach other computers anyway. cmdlets.md 6.2 (7)
      return (
        state === 'Opened' &&
        info.transport === 'WSMan' &&
        info.enableNetworkAccess &&
        info.credential === undefined &&
        info.isLoopback
      );
    })
    .map(({ name }) => name);
  if (names.length > 0) {
    warn(
      `PSSession ${names.join(', ')} was created using the EnableNetworkAccess parameter and can only be reconnected from the local computer.`,
    );
  }
}
