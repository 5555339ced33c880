/**
 * Asks servers which sessions they hold: what Get-, Connect- and Receive-PSSession do with -ComputerName and
 * -ConnectionUri. No runspace is opened for it; a WS-Management enumeration of shells, and one of commands for each
 * shell that is wanted, are the "temporary session" of the help. cmdlets.md 4, protocol.md 7.11
 *
 * All servers are asked at once, up to the throttle limit, and each one's sessions are handed on as it answers. So the
 * not-found errors, which need all answers, come last.
 */
import { catalogued, PSSessionError, WildcardPatternError, WsmanFaultError } from '../../../protocol/errors/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import { RedirectError } from '../carriers/redirect-error.js';
import type { ShellCommandListing, ShellListing } from '../carriers/carrier-factory.js';
import { CONFIGURATION_PREFIX, shellUriOf, type WSManConnectionInfo } from '../model/connection-info.js';
import { PSSession } from '../model/ps-session.js';
import type { SessionFilterStateName } from '../model/states.js';
import { WildcardPattern } from '../model/wildcard.js';
import { RemoteRunspace } from '../runspace/remote-runspace.js';
import { redirectionWarning } from '../runspace/runspace-notices.js';
import { connectionFailure, redirectionAdvice } from '../runspace/connection-errors.js';
import type { SessionContext } from './session-context.js';
import { forEachThrottled, throttleLimitOf } from './throttle.js';

/** What one server told of one session, before it becomes an object with an id. */
export interface QueriedShell {
  readonly listing: ShellListing;
  readonly connectionInfo: WSManConnectionInfo;
  readonly commands: readonly ShellCommandListing[];
}

export interface RemoteQuery {
  readonly targets: readonly WSManConnectionInfo[];
  readonly names: readonly string[];
  readonly instanceIds: readonly Guid[];
  /** Undefined or empty: every configuration. */
  readonly configurationName: string | undefined;
  readonly state: SessionFilterStateName;
  readonly throttleLimit: number | undefined;
  readonly signal: AbortSignal;
}

export interface QueryReceiver {
  session(session: PSSession): void;
  error(error: PSSessionError): void;
  warning(text: string): void;
}

export async function querySessions(
  query: RemoteQuery,
  context: SessionContext,
  receiver: QueryReceiver,
): Promise<void> {
  const patterns = query.names.map((name) => ({ name, matcher: new WildcardPattern(name), matched: false }));
  const foundIds = new Set<Guid>();
  let survivors = 0;
  const wanted = (shell: ShellListing): boolean =>
    query.instanceIds.length > 0
      ? query.instanceIds.includes(shell.shellId)
      : patterns.length === 0 || patterns.some(({ matcher }) => matcher.isMatch(shell.name));

  await forEachThrottled(query.targets, throttleLimitOf(query.throttleLimit), query.signal, async (target) => {
    let shells: QueriedShell[];
    try {
      shells = await listShells(target, context, query.configurationName, wanted, query.signal, (text) =>
        receiver.warning(text),
      );
    } catch (error) {
      if (query.signal.aborted) return;
      if (error instanceof WildcardPatternError) throw error;
      receiver.error(connectionFailure(error, 'RemotePSSessionQueryFailed', target, { targetObject: target }));
      return;
    }
    for (const shell of shells) {
      const session = sessionFor(shell, context);
      const state = session?.state ?? 'Disconnected';
      if (query.state !== 'All' && state !== query.state) continue;
      survivors += 1;
      const object = session ?? newSession(shell, context);
      if (query.instanceIds.length > 0) {
        if (!query.instanceIds.includes(object.instanceId)) continue;
        foundIds.add(object.instanceId);
        receiver.session(object);
      } else if (patterns.length > 0) {
        for (const pattern of patterns) {
          if (!pattern.matcher.isMatch(shell.listing.name)) continue;
          pattern.matched = true;
          receiver.session(object);
        }
      } else receiver.session(object);
    }
  });

  // Nothing at all survived: no not-found errors either. cmdlets.md 4 (9), 23 D9
  if (survivors === 0 || query.signal.aborted) return;
  for (const id of query.instanceIds) {
    if (!foundIds.has(id)) receiver.error(catalogued('PSSessionIdMatchFail', [id], { targetObject: id }));
  }
  if (query.instanceIds.length > 0) return;
  for (const { name, matched } of patterns) {
    if (!matched) receiver.error(catalogued('PSSessionNameMatchFail', [name], { targetObject: name }));
  }
}

/**
 * The PowerShell shells of one server, or of the one that it sends us to.
 * @param warn told of each redirection that is followed. cmdlets.md 3.3
 * @throws what keeps the server from answering; RedirectInformationRequired when it redirects and may not.
 */
export async function listShells(
  target: WSManConnectionInfo,
  context: SessionContext,
  configurationName: string | undefined,
  wanted: (shell: ShellListing) => boolean,
  signal: AbortSignal,
  warn: (text: string) => void = () => undefined,
): Promise<QueriedShell[]> {
  const allowed = target.maximumConnectionRedirectionCount;
  let at = target;
  for (let hops = 1; ; hops += 1) {
    try {
      return await shellsAt(at, context, configurationName, wanted, signal);
    } catch (error) {
      if (!(error instanceof RedirectError) || error.location === '') throw error;
      if (allowed >= 0 && hops > allowed) {
        throw catalogued('RedirectInformationRequired', [error.location, redirectionAdvice(allowed)], {
          errorId: 'RedirectInformationRequired',
          cause: error,
        });
      }
      warn(redirectionWarning(error.location));
      at = at.clone();
      at.redirectTo(error.location);
    }
  }
}

async function shellsAt(
  target: WSManConnectionInfo,
  context: SessionContext,
  configurationName: string | undefined,
  wanted: (shell: ShellListing) => boolean,
  signal: AbortSignal,
): Promise<QueriedShell[]> {
  // Those that broke are not to be found again.
  await Promise.all(context.repository.list().map(({ runspace }) => runspace.left()));
  await using directory = context.carriers.directory(target);
  const resourceUri =
    configurationName === undefined || configurationName === ''
      ? undefined
      : shellUriOf(configurationName).toLowerCase();
  const result: QueriedShell[] = [];
  for (const listing of await directory.shells(signal)) {
    const uri = listing.resourceUri.toLowerCase();
    if (listing.name === '' || listing.state === '' || !uri.startsWith(CONFIGURATION_PREFIX)) continue;
    if (resourceUri !== undefined && uri !== resourceUri) continue;
    let commands: readonly ShellCommandListing[] = [];
    // The commands are asked for only where they matter: one request per shell that the user wants.
    if (wanted(listing)) {
      try {
        commands = await directory.commands(listing.shellId, signal);
      } catch (error) {
        // Refused: another user's shell, or one that has just gone. It is left out in silence.
        if (error instanceof WsmanFaultError) continue;
        throw error;
      }
      // Two commands at once: a pool of several runspaces, not a PSSession.
      if (commands.length > 1) continue;
    }
    result.push({ listing, connectionInfo: connectionInfoFor(target, listing), commands });
  }
  return result;
}

/** The local object of the same session, where there is one that tells more than the server does. cmdlets.md 4 (7) */
function sessionFor(shell: QueriedShell, context: SessionContext): PSSession | undefined {
  const local = context.repository.get(shell.listing.shellId);
  if (local === undefined || local.state === 'Broken' || local.state === 'Closed') return undefined;
  // Disconnected here, connected there: another client took it, and the server knows better.
  if (local.state === 'Disconnected' && !isDisconnected(shell.listing)) return undefined;
  local.runspace.refreshDisconnection(shell.listing.inactivityMs, isDisconnected(shell.listing));
  return local;
}

function newSession(shell: QueriedShell, context: SessionContext): PSSession {
  return new PSSession({
    runspace: queriedRunspace(shell, context),
    id: context.nextSessionId(),
    name: shell.listing.name,
    namePrefix: context.namePrefix,
  });
}

export function queriedRunspace(shell: QueriedShell, context: SessionContext): RemoteRunspace {
  return RemoteRunspace.fromQuery({
    connectionInfo: shell.connectionInfo,
    instanceId: shell.listing.shellId,
    name: shell.listing.name,
    carriers: context.carriers,
    host: context.host,
    disconnected: isDisconnected(shell.listing),
    inactivityMs: shell.listing.inactivityMs,
    commands: shell.commands,
  });
}

export function isDisconnected(listing: ShellListing): boolean {
  return listing.state.toLowerCase() === 'disconnected';
}

/** The server's values over what the user gave for the query. cmdlets.md 4 (6) */
function connectionInfoFor(target: WSManConnectionInfo, listing: ShellListing): WSManConnectionInfo {
  const info = target.clone();
  info.shellUri = listing.resourceUri;
  info.enableNetworkAccess = true;
  if (listing.idleTimeoutMs !== undefined) info.idleTimeoutMs = listing.idleTimeoutMs;
  if (listing.maxIdleTimeoutMs !== undefined) info.maxIdleTimeoutMs = listing.maxIdleTimeoutMs;
  const mode = listing.bufferMode?.toLowerCase();
  if (mode === 'block') info.outputBufferingMode = 'Block';
  else if (mode === 'drop') info.outputBufferingMode = 'Drop';
  if (listing.locale !== undefined) info.uiCulture = listing.locale;
  if (listing.dataLocale !== undefined) info.culture = listing.dataLocale;
  if (listing.compressionMode !== undefined) {
    info.useCompression = listing.compressionMode !== 'NoCompression';
    info.shellCompressed = info.useCompression;
  }
  if (listing.profileLoaded !== undefined) info.noMachineProfile = listing.profileLoaded.toLowerCase() !== 'yes';
  return info;
}
