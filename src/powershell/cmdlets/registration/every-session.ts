/** `Get-PSSession -All`: what an endpoint tells its administrators of everybody's sessions. */
import {
  configurationOfShell,
  getEndpointSessions,
  type PSSessionError,
  SessionErrorRecord,
  shellExpiryMs,
  type ShellStatus,
} from '../../../client/session/index.js';
import { tryParseGuid } from '../../../protocol/bytes/index.js';
import { PropertyBag, PSGuid, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { settle, wildcardRegex, type EngineCommandContext, type Steps } from '../../engine/index.js';
import { GET_PSSESSION } from '../family.js';
import { errorObject, terminating } from './errors.js';
import { dateTime } from './values.js';

const TYPE_NAMES = ['PSSession.EndpointSession', 'System.Object'];

export function* writeEverySession(context: EngineCommandContext, options: Record<string, unknown>): Steps<void> {
  const failures: PSSessionError[] = [];
  let found: Awaited<ReturnType<typeof getEndpointSessions>>;
  try {
    found = yield* settle(getEndpointSessions(options, (error) => failures.push(error)));
  } catch (error) {
    throw terminating(error, GET_PSSESSION.name, GET_PSSESSION.className);
  }
  for (const failure of failures)
    yield* settle(
      context.services.writeOwnRecord(context, errorObject(new SessionErrorRecord(failure), GET_PSSESSION.name)),
    );
  const now = Date.now();
  const isWanted = filterOf(options);
  for (const { computerName, sessions } of found)
    for (const session of sessions)
      if (isWanted(session)) yield* settle(context.write(toldSession(computerName, session, now)));
}

const stateOf = (session: ShellStatus): string =>
  session.details?.brokenReason !== undefined ? 'Broken' : session.state === 'Disconnected' ? 'Disconnected' : 'Opened';
const configurationOf = ({ resourceUri }: ShellStatus): string => configurationOfShell(resourceUri) ?? 'cmd';

function filterOf(options: Record<string, unknown>): (session: ShellStatus) => boolean {
  const listed = (value: unknown): readonly string[] | undefined =>
    value === undefined ? undefined : (Array.isArray(value) ? value : [value]).map(String);
  const names = listed(options['name'])?.map((name) => wildcardRegex(name));
  const ids = listed(options['instanceId'])?.map((id) => id.toLowerCase());
  const given = options['state'];
  const state = typeof given === 'string' && given !== 'All' ? given : undefined;
  const configuration = options['configurationName'];
  return (session) =>
    (names === undefined || names.some((name) => name.test(session.name))) &&
    (ids === undefined || ids.includes(session.shellId.toLowerCase())) &&
    (state === undefined || stateOf(session) === state) &&
    (typeof configuration !== 'string' ||
      configuration === '' ||
      configurationOf(session).toLowerCase() === configuration.toLowerCase());
}

function guidOf(shellId: string): PSValue {
  const guid = tryParseGuid(shellId);
  return guid === undefined ? shellId : new PSGuid(guid);
}
function toldSession(computerName: string, session: ShellStatus, now: number): PSObject {
  const { details } = session;
  const properties: Record<string, PSValue> = {
    Name: session.name,
    InstanceId: guidOf(session.shellId),
    ComputerName: computerName,
    Owner: session.owner,
    State: stateOf(session),
    ConfigurationName: configurationOf(session),
    ClientAddress: session.clientAddress,
    Since: dateTime(new Date(now - session.runTimeMs)),
    LastRequest: dateTime(new Date(now - session.inactivityMs)),
    Expires:
      session.state === 'Disconnected'
        ? dateTime(new Date(shellExpiryMs(now - session.inactivityMs, session.idleTimeoutMs)))
        : null,
    Running: [...(details?.running ?? [])],
    WatchedBy: [...(details?.watchers ?? [])],
    OutputWaiting: BigInt(details?.outputWaitingBytes ?? 0),
    Reason: details?.brokenReason ?? null,
  };
  return new PSObject({ typeNames: TYPE_NAMES, toStringText: session.name, extended: PropertyBag.of(properties) });
}
