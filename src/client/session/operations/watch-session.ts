/**
 * Watch-PSSession and Set-PSSessionWatcher: looking at what somebody's session shows, with its owner's consent. Only
 * endpoints of this program know of it; others refuse.
 */
import { delay } from '../../../io/runtime/index.js';
import { PSSessionError, WildcardPatternError, WsmanFaultError } from '../../../protocol/errors/index.js';
import { PropertyBag, PSGuid, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { ShellDirectory, WatchableShell } from '../carriers/carrier-factory.js';
import { isNetworkFailure } from '../carriers/wsman-exchange.js';
import type { WSManConnectionInfo } from '../model/connection-info.js';
import type { PSSession } from '../model/ps-session.js';
import { WildcardPattern } from '../model/wildcard.js';
import { CommandRun, type CommandWriter } from '../runspace/command-run.js';
import { connectionFailure } from '../runspace/connection-errors.js';
import { ScreenReader } from '../runspace/screen-reader.js';
import { findLocalSessions, parseInstanceId } from './lookup.js';
import type { SetPSSessionWatcherParameters, WatchPSSessionParameters } from './parameters.js';
import { defaultSessionContext, type SessionContext } from './session-context.js';
import { queryTargets } from './targets.js';
import { asList } from './throttle.js';

const ENDED_CODES: readonly number[] = [995, 0x8033805b];
const LOST = '(Some of what was shown is missing here.)';
const RETRY_MS = 500;

/** A session that may be watched. */
export interface WatchableSession extends WatchableShell {
  readonly computerName: string;
}

/**
 * The sessions that this account may watch: its own, and those whose owners let it.
 * @param failed is told of each endpoint that cannot be asked; the others are still given.
 */
export async function getWatchableSessions(
  parameters: WatchPSSessionParameters,
  failed?: (error: PSSessionError) => void,
): Promise<readonly WatchableSession[]> {
  const context = parameters.context ?? defaultSessionContext();
  const signal = parameters.signal ?? new AbortController().signal;
  return (await findWatchable(parameters, context, signal, failed)).map(({ info, shell }) => ({
    ...shell,
    computerName: info.computerName,
  }));
}

/**
 * Shows what a session shows, until it ends, its owner withdraws his consent, or `signal` fires. Lines go to the host;
 * objects, errors and the other streams are the command's own.
 * @param parameters `list`: the sessions that may be watched, instead. `noWait`: what is there now, and no more.
 */
export function watchPSSession(parameters: WatchPSSessionParameters): CommandRun<PSValue> {
  const context = parameters.context ?? defaultSessionContext();
  return new CommandRun<PSValue>(
    {
      signal: parameters.signal,
      commandClass: 'WatchPSSessionCommand',
      errorAction: parameters.errorAction,
    },
    async (writer) => {
      let failures = 0;
      const found = await findWatchable(parameters, context, writer.signal, (error) => {
        failures += 1;
        writer.error(error);
      });
      if (parameters.list === true) {
        for (const { info, shell } of found) writer.output(watchableObject(shell, info.computerName));
        return;
      }
      const [one, another] = found;
      if (writer.signal.aborted) return;
      if (one === undefined && failures > 0) return;
      if (one === undefined || another !== undefined) throw notOne(parameters, found.length);
      await using directory = context.carriers.directory(one.info);
      await follow(directory, one.info, one.shell, parameters, context, writer);
    },
  );
}

interface Found {
  readonly info: WSManConnectionInfo;
  readonly shell: WatchableShell;
}

async function findWatchable(
  parameters: WatchPSSessionParameters,
  context: SessionContext,
  signal: AbortSignal,
  failed: ((error: PSSessionError) => void) | undefined,
): Promise<readonly Found[]> {
  const isWanted = filterOf(parameters);
  const lists = await Promise.all(
    targetsOf(parameters, context).map(async (info): Promise<readonly Found[]> => {
      await using directory = context.carriers.directory(info);
      try {
        return (await directory.watchable(signal)).filter(isWanted).map((shell) => ({ info, shell }));
      } catch (error) {
        if (error instanceof WildcardPatternError) throw error;
        if (signal.aborted && failed !== undefined) return [];
        const failure = connectionFailure(error, 'RemotePSSessionQueryFailed', info, { targetObject: info });
        if (failed === undefined) throw failure;
        failed(failure);
        return [];
      }
    }),
  );
  return lists.flat();
}

function watchableObject(shell: WatchableShell, computerName: string): PSObject {
  return new PSObject({
    typeNames: ['PSSession.WatchableSession', 'System.Object'],
    toStringText: shell.name,
    extended: PropertyBag.of({
      Name: shell.name,
      InstanceId: new PSGuid(shell.shellId),
      ComputerName: computerName,
      Owner: shell.owner,
      State: shell.state === 'Disconnected' ? 'Disconnected' : 'Opened',
      Watcher: [...shell.mayWatch],
      WatchedBy: [...shell.watchers],
    }),
  });
}

function targetsOf(parameters: WatchPSSessionParameters, context: SessionContext): readonly WSManConnectionInfo[] {
  const { session } = parameters;
  if (session === undefined) return queryTargets(parameters, context);
  const { connectionInfo } = session.runspace;
  if (connectionInfo.transport === 'WSMan') return [connectionInfo];
  throw new PSSessionError(`The session '${session.name}' is in no endpoint: only sessions there can be watched.`, {
    errorId: 'PSSessionNotWatchable',
    category: 'InvalidOperation',
    targetObject: session,
  });
}

function filterOf({ session, name, instanceId }: WatchPSSessionParameters): (shell: WatchableShell) => boolean {
  const names = asList(name).map((pattern) => new WildcardPattern(pattern));
  const ids = [...asList(instanceId).map(parseInstanceId), ...(session === undefined ? [] : [session.instanceId])];
  return (shell) =>
    (names.length === 0 || names.some((pattern) => pattern.isMatch(shell.name))) &&
    (ids.length === 0 || ids.includes(shell.shellId));
}

function notOne({ name, instanceId }: WatchPSSessionParameters, count: number): PSSessionError {
  const which = name ?? instanceId;
  const text = which === undefined ? '' : ` named '${asList(which).join(', ')}'`;
  return count === 0
    ? new PSSessionError(`There is no session${text} that this account may watch. Its owner has to allow it.`, {
        errorId: 'PSSessionNotWatchable',
        category: 'ObjectNotFound',
        targetObject: which,
      })
    : new PSSessionError(`There are ${count} sessions${text} that may be watched: name one. -List shows them.`, {
        errorId: 'PSSessionWatchAmbiguous',
        category: 'InvalidArgument',
        targetObject: which,
      });
}

async function follow(
  directory: ShellDirectory,
  info: WSManConnectionInfo,
  shell: WatchableShell,
  parameters: WatchPSSessionParameters,
  context: SessionContext,
  writer: CommandWriter<PSValue>,
): Promise<void> {
  const reader = new ScreenReader({
    host: parameters.host ?? context.host,
    record: (record) => writer.write(record),
    origin: { computerName: info.computerName, runspaceId: shell.shellId },
  });
  let position: number | undefined;
  let brokenSince: number | undefined;
  while (!writer.signal.aborted) {
    try {
      const part = await directory.screen(shell, position, writer.signal);
      brokenSince = undefined;
      if (part === undefined) continue;
      if (part.lost) writer.warning(LOST);
      for (const message of part.messages) reader.message(message);
      position = part.next;
      if (part.more) continue;
      reader.settled();
      if (parameters.noWait === true) return;
      await writer.room();
    } catch (error) {
      if (writer.signal.aborted) return;
      if (error instanceof WsmanFaultError && position !== undefined && ENDED_CODES.includes(error.code)) {
        writer.warning(`The session '${shell.name}' is gone, or may not be watched any more.`);
        return;
      }
      // The endpoint may be starting again: it knows where we were.
      brokenSince ??= performance.now();
      const isOver = performance.now() - brokenSince > info.option.maxConnectionRetryMs;
      if (!isNetworkFailure(error) || isOver) {
        throw connectionFailure(error, 'PSSessionWatchFailed', info, {
          targetObject: shell.name,
          subject: shell.name,
        });
      }
      await delay(RETRY_MS, writer.signal).catch(() => undefined);
    }
  }
}

/**
 * Says who may watch sessions of this program: accounts and groups of their endpoint. An empty list withdraws it; who
 * watches then is told, and sees nothing more.
 */
export function setPSSessionWatcher(parameters: SetPSSessionWatcherParameters): CommandRun<never> {
  const context = parameters.context ?? defaultSessionContext();
  return new CommandRun<never>(
    {
      signal: parameters.signal,
      commandClass: 'SetPSSessionWatcherCommand',
      errorAction: parameters.errorAction,
    },
    async (writer) => {
      const sessions: readonly PSSession[] =
        parameters.session === undefined
          ? findLocalSessions(context.repository, parameters, (error) => writer.error(error))
          : asList(parameters.session);
      for (const session of sessions) {
        try {
          await session.runspace.setWatchers(asList(parameters.watcher), writer.signal);
        } catch (error) {
          if (writer.signal.aborted) return;
          writer.error(
            connectionFailure(error, 'PSSessionWatchFailed', session.runspace.connectionInfo, {
              targetObject: session,
              subject: session.name,
            }),
          );
        }
      }
    },
  );
}
