/** Sessions of the current session by object, name, id or instance id. cmdlets.md 5.3, 5.5 */
import { catalogued, type PSSessionError } from '../../../protocol/errors/index.js';
import { tryParseGuid } from '../../../protocol/bytes/index.js';
import { PSSession } from '../model/ps-session.js';
import type { SessionRepository } from '../model/repository.js';
import { WildcardPattern } from '../model/wildcard.js';
import { asList } from './throttle.js';

export interface LookupParameters {
  readonly session?: PSSession | readonly PSSession[] | undefined;
  readonly name?: string | readonly string[] | undefined;
  readonly id?: number | readonly number[] | undefined;
  readonly instanceId?: string | readonly string[] | undefined;
}

/**
 * The sessions that the parameters name, in their order; a session that two patterns match comes twice. What is not
 * found is reported through `missing`, and the rest goes on. A pattern with wildcards that matches nothing is silent.
 */
export function findLocalSessions(
  repository: SessionRepository,
  parameters: LookupParameters,
  missing: (error: PSSessionError) => void,
): PSSession[] {
  const all = repository.list();
  const found: PSSession[] = [];
  for (const session of asList(parameters.session)) {
    if (!(session instanceof PSSession)) throw catalogued('PSSessionArgumentNull', []);
    found.push(session);
  }
  for (const pattern of asList(parameters.name)) {
    const matcher = new WildcardPattern(pattern);
    const matches = all.filter((session) => matcher.isMatch(session.name));
    if (matches.length === 0 && !WildcardPattern.containsWildcards(pattern)) {
      missing(catalogued('RemoteRunspaceNotAvailableForSpecifiedName', [pattern], { targetObject: pattern }));
    }
    found.push(...matches);
  }
  for (const id of asList(parameters.id)) {
    const match = all.find((session) => session.id === id);
    if (match === undefined) {
      missing(catalogued('RemoteRunspaceNotAvailableForSpecifiedSessionId', [id], { targetObject: id }));
    } else found.push(match);
  }
  for (const text of asList(parameters.instanceId)) {
    const guid = tryParseGuid(text);
    const match = guid === undefined ? undefined : repository.get(guid);
    if (match === undefined) {
      missing(catalogued('RemoteRunspaceNotAvailableForSpecifiedRunspaceId', [text], { targetObject: text }));
    } else found.push(match);
  }
  return found;
}

/** @throws RemoteRunspaceInfoHasDuplicates: the same session twice in -Session. */
export function refuseDuplicates(sessions: readonly PSSession[]): void {
  const seen = new Set<string>();
  for (const session of sessions) {
    if (seen.has(session.instanceId)) {
      throw catalogued('RemoteRunspaceInfoHasDuplicates', [], { targetObject: sessions });
    }
    seen.add(session.instanceId);
  }
}

/** Parses the ids of -InstanceId. @throws CannotConvertArgumentNoMessage */
export function parseInstanceId(text: string): NonNullable<ReturnType<typeof tryParseGuid>> {
  const guid = tryParseGuid(text);
  if (guid === undefined) {
    throw catalogued('CannotConvertArgumentNoMessage', ['InstanceId', `'${text}' is no GUID.`], { targetObject: text });
  }
  return guid;
}
