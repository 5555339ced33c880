/** New-PSSession: opens persistent sessions, all targets at once. cmdlets.md 6 */
import { catalogued } from '../../../protocol/errors/index.js';
import type { ConnectionInfo } from '../model/connection-info.js';
import { PSSession } from '../model/ps-session.js';
import { generatedSessionName } from '../model/repository.js';
import type { SessionHost } from '../model/host.js';
import { CommandRun } from '../runspace/command-run.js';
import { connectionFailure } from '../runspace/connection-errors.js';
import { RemoteRunspace } from '../runspace/remote-runspace.js';
import type { NewPSSessionParameters } from './parameters.js';
import { defaultSessionContext, type SessionContext } from './session-context.js';
import { creationTargets, type Target } from './targets.js';
import { asList, forEachThrottled, throttleLimitOf } from './throttle.js';
import { refuseDuplicates } from './lookup.js';

/**
 * Opens one session for each target and gives it when it stands, in the order of completion. A target that fails is an
 * error in the error stream. Stopping the command closes what is still being opened.
 */
export function newPSSession(parameters: NewPSSessionParameters = {}): CommandRun<PSSession> {
  const context = parameters.context ?? defaultSessionContext();
  return new CommandRun<PSSession>(
    { signal: parameters.signal, commandClass: 'NewPSSessionCommand', errorAction: parameters.errorAction },
    async (writer) => {
      context.assertOpen();
      const names = asList(parameters.name);
      const prepared: { readonly target: Target; readonly session: PSSession | undefined }[] = [];
      for (const [index, target] of sessionTargets(parameters, context).entries()) {
        if (target.connectionInfo === undefined) {
          if (target.error !== undefined) writer.error(target.error);
          continue;
        }
        prepared.push({
          target,
          session: makeSession(target.connectionInfo, names[index], context, parameters.host ?? context.host),
        });
      }
      await forEachThrottled(
        prepared,
        parameters.throttle ?? throttleLimitOf(parameters.throttleLimit),
        writer.signal,
        async ({ session }) => {
          if (session === undefined) return;
          const { runspace } = session;
          try {
            await runspace.open(writer.signal);
          } catch (error) {
            if (writer.signal.aborted) {
              writer.verbose(`The session to ${session.computerName} was closed before it was open.`);
              return;
            }
            writer.error(
              runspace.state === 'Closed'
                ? catalogued('PSSessionStateClosed', [session.computerName, (error as Error).message], {
                    targetObject: session,
                    completeId: true,
                    cause: error,
                  })
                : connectionFailure(error, 'PSSessionOpenFailed', runspace.connectionInfo, {
                    targetObject: session,
                    completeId: true,
                  }),
            );
            return;
          }
          for (const warning of runspace.takeWarnings()) writer.warning(warning);
          context.repository.addOrReplace(session);
          writer.output(session);
        },
      );
    },
  );
}

function sessionTargets(parameters: NewPSSessionParameters, context: SessionContext): readonly Target[] {
  if (parameters.session === undefined) return creationTargets(parameters, context, true);
  const templates = asList(parameters.session);
  refuseDuplicates(templates);
  return templates.map((template) => {
    const info = template.runspace.connectionInfo;
    const copy = info.transport === 'WSMan' ? info.clone() : info;
    if (copy.transport === 'WSMan' && parameters.enableNetworkAccess === true) copy.enableNetworkAccess = true;
    return { given: template.computerName, connectionInfo: copy, error: undefined };
  });
}

/** A session that is not open yet. Its id is drawn here, so a target that fails leaves a gap. cmdlets.md 2.3 */
export function makeSession(
  connectionInfo: ConnectionInfo,
  name: string | undefined,
  context: SessionContext,
  host: SessionHost,
): PSSession {
  const id = context.nextSessionId();
  const sessionName = name === undefined || name === '' ? generatedSessionName(id, context.namePrefix) : name;
  const runspace = new RemoteRunspace({
    connectionInfo,
    instanceId: context.newInstanceId(),
    name: sessionName,
    carriers: context.carriers,
    host,
  });
  return new PSSession({ runspace, id, name: sessionName });
}
