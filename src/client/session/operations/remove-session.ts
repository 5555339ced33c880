/** Remove-PSSession: closes sessions here and at their server. cmdlets.md 11 */
import { catalogued, type PSSessionError } from '../../../protocol/errors/index.js';
import type { PSSession } from '../model/ps-session.js';
import { resolveComputerName } from '../model/connection-info.js';
import { WildcardPattern } from '../model/wildcard.js';
import { CommandRun } from '../runspace/command-run.js';
import { connectionFailure, isGone } from '../runspace/connection-errors.js';
import { asSessionError } from '../runspace/records.js';
import { connectSession } from './connect-session.js';
import { virtualSessions } from './get-session.js';
import { findLocalSessions } from './lookup.js';
import type { RemovePSSessionParameters } from './parameters.js';
import { defaultSessionContext } from './session-context.js';
import { asList, forEachThrottled, throttleLimitOf } from './throttle.js';

export function removePSSession(parameters: RemovePSSessionParameters): CommandRun<never> {
  const context = parameters.context ?? defaultSessionContext();
  return new CommandRun<never>(
    { signal: parameters.signal, commandClass: 'RemovePSSessionCommand', errorAction: parameters.errorAction },
    async (writer) => {
      const sessions = findLocalSessions(context.repository, parameters, (error) => writer.error(error));
      for (const pattern of asList(parameters.computerName)) {
        // D17: `.` means this computer here too.
        const matcher = new WildcardPattern(pattern.trim() === '.' ? 'localhost' : resolveComputerName(pattern));
        const matches = context.repository.list().filter((session) => matcher.isMatch(session.computerName));
        if (matches.length === 0) {
          writer.error(
            catalogued('RemoteRunspaceNotAvailableForSpecifiedComputer', [pattern], { targetObject: pattern }),
          );
        }
        sessions.push(...matches);
      }
      if (parameters.vmId !== undefined || parameters.vmName !== undefined || parameters.containerId !== undefined)
        sessions.push(
          ...virtualSessions(context.repository.list(), {
            vmId: parameters.vmId,
            vmName: parameters.vmName,
            containerId: parameters.containerId,
          }),
        );
      const accepted: PSSession[] = [];
      for (const session of new Set(sessions)) {
        if (
          parameters.shouldProcess === undefined ||
          (await parameters.shouldProcess(session.computerName, 'Remove'))
        ) {
          accepted.push(session);
        }
      }
      await forEachThrottled(accepted, throttleLimitOf(parameters.throttleLimit), writer.signal, async (session) => {
        if (session.state === 'Disconnected') {
          if (session.availability !== 'None') {
            throw catalogued('PSSessionNotConnectable', [session.name], {
              errorId: 'InvalidOperation',
              targetObject: session,
            });
          }
          try {
            await session.runspace.closeDisconnected(writer.signal, () =>
              connectSession(session, context, writer.signal),
            );
          } catch (error) {
            // What is not there any more was removed, perhaps by a Delete whose answer never came.
            if (!isGone(error))
              writer.error(
                catalogued('RemoveSessionCannotConnectToServer', [session.name, asSessionError(error).message], {
                  targetObject: session,
                  cause: error,
                }),
              );
          }
        }
        try {
          await session.runspace.close(writer.signal);
        } catch (error) {
          // Its server may keep it for hours: as long as it is in the list here, it can be removed again.
          if (session.state === 'Disconnected') {
            if (!writer.signal.aborted) writer.error(notRemoved(session, error));
            return;
          }
        }
        context.repository.remove(session);
      });
    },
  );
}

function notRemoved(session: PSSession, error: unknown): PSSessionError {
  return connectionFailure(error, 'RemoveSessionFailedAtServer', session.runspace.connectionInfo, {
    targetObject: session,
    subject: session.name,
  });
}
