/** Get-PSSession: the current session's sessions, or those that servers hold. cmdlets.md 5 */
import { catalogued } from '../../../protocol/errors/index.js';
import type { PSSession } from '../model/ps-session.js';
import { WildcardPattern } from '../model/wildcard.js';
import { CommandRun } from '../runspace/command-run.js';
import { findLocalSessions, parseInstanceId } from './lookup.js';
import type { GetPSSessionParameters } from './parameters.js';
import { querySessions } from './remote-query.js';
import { defaultSessionContext } from './session-context.js';
import { queryTargets } from './targets.js';
import { asList } from './throttle.js';

/**
 * Without a computer or URI: the sessions of the current session, by name pattern, id or instance id, or all of them.
 * With one: every session that the servers hold and this account may see, whoever made it; each server's as it answers.
 */
export function getPSSession(parameters: GetPSSessionParameters = {}): CommandRun<PSSession> {
  const context = parameters.context ?? defaultSessionContext();
  return new CommandRun<PSSession>(
    { signal: parameters.signal, commandClass: 'GetPSSessionCommand', errorAction: parameters.errorAction },
    async (writer) => {
      const remote =
        parameters.computerName !== undefined ||
        parameters.connectionUri !== undefined ||
        parameters.hostName !== undefined;
      refuseMixedSets(parameters, remote);
      if (parameters.vmId !== undefined || parameters.vmName !== undefined || parameters.containerId !== undefined) {
        for (const session of virtualSessions(context.repository.list(), parameters)) writer.output(session);
        return;
      }
      if (!remote) {
        const selective =
          parameters.name !== undefined || parameters.id !== undefined || parameters.instanceId !== undefined;
        const found = selective
          ? findLocalSessions(context.repository, parameters, (error) => writer.error(error))
          : context.repository.list();
        for (const session of found) writer.output(session);
        return;
      }
      await querySessions(
        {
          targets: queryTargets(parameters, context),
          names: asList(parameters.name),
          instanceIds: asList(parameters.instanceId).map(parseInstanceId),
          configurationName: parameters.configurationName,
          state: parameters.state ?? 'All',
          throttleLimit: parameters.throttleLimit,
          signal: writer.signal,
        },
        context,
        {
          session: (session) => writer.output(session),
          error: (error) => writer.error(error),
          warning: (text) => writer.warning(text),
        },
      );
    },
  );
}

/** Sessions of the repository into virtual machines and containers. Nothing that is not found is an error. cmdlets.md 5.3 (6) */
export function virtualSessions(
  sessions: readonly PSSession[],
  parameters: Pick<
    GetPSSessionParameters,
    'vmId' | 'vmName' | 'containerId' | 'name' | 'instanceId' | 'state' | 'configurationName'
  >,
): PSSession[] {
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  const like = (patterns: string | readonly string[] | undefined, text: string): boolean =>
    patterns === undefined || asList(patterns).some((pattern) => new WildcardPattern(pattern).isMatch(text));
  return sessions.filter(
    (session) =>
      session.computerType === (parameters.containerId === undefined ? 'VirtualMachine' : 'Container') &&
      (parameters.containerId === undefined ||
        asList(parameters.containerId).some((id) => same(id, session.containerId))) &&
      (parameters.vmId === undefined || asList(parameters.vmId).some((id) => same(id, session.vmId ?? ''))) &&
      like(parameters.vmName, session.vmName) &&
      like(parameters.name, session.name) &&
      (parameters.instanceId === undefined ||
        asList(parameters.instanceId).some((id) => same(id, session.instanceId))) &&
      like(parameters.configurationName, session.configurationName) &&
      (parameters.state === undefined || parameters.state === 'All' || parameters.state === session.state),
  );
}

/** @throws AmbiguousParameterSet: parameters that no set of Get-PSSession has together. cmdlets.md 5.1 */
function refuseMixedSets(parameters: GetPSSessionParameters, remote: boolean): void {
  const refuse = (...names: string[]): never => {
    throw catalogued('AmbiguousParameterSet', [names.join(', ')], { targetObject: names });
  };
  if (parameters.id !== undefined && remote) refuse('Id', 'ComputerName or ConnectionUri');
  if (parameters.name !== undefined && parameters.instanceId !== undefined) refuse('Name', 'InstanceId');
  if (parameters.id !== undefined && parameters.name !== undefined) refuse('Id', 'Name');
  if (parameters.id !== undefined && parameters.instanceId !== undefined) refuse('Id', 'InstanceId');
  const virtual = parameters.vmId ?? parameters.vmName ?? parameters.containerId;
  if (!remote && virtual === undefined && parameters.state !== undefined)
    refuse('State without ComputerName or ConnectionUri');
}
