/**
 * Watching: who is allowed to by a session's owner looks at what it shows. A watcher reads the screen with Receives of our
 * own kind, which take nothing from the owner: they touch neither the session's client, nor its output, nor its idle
 * time, and never hold who produces. Foreign clients know nothing of it.
 *
 * The owner says by Signal who may watch, and may withdraw it; a watcher's request that waits then ends. To everybody
 * else a session that may not be watched looks like none.
 */
import { encodeUtf8, tryParseGuid } from '../bytes/index.js';
import { wsmanFault, type FaultName } from './fault-table.js';
import type { RequestBody } from './messages.js';
import { OptionName, ScreenStream } from './names.js';
import { sessionOf, type OperationContext } from './operation-context.js';
import { Screen, type ScreenPart, type ScreenPlace } from './screen.js';
import type { ShellCaller } from './service-api.js';
import { option } from './service-checks.js';
import { fail, findSelector, userKey, type ServiceCore } from './service-core.js';
import type { ServiceShell } from './service-state.js';

/** How long a watcher who does not ask counts as there. Milliseconds. */
const WATCHER_GRACE_MS = 10_000;
/** The same for one whose connection broke while he waited. Milliseconds. */
const LOST_GRACE_MS = 2000;
const MAX_WATCHERS = 16;
const MAX_ALLOWED = 64;
const MAX_ALLOWED_LENGTH = 256;
/** Header and tags of an answer. Bytes. */
const ANSWER_OVERHEAD = 8192;

export interface Watcher {
  readonly user: string;
  readonly groups: readonly string[];
  readonly clientAddress: string;
  lastMs: number;
}

/** Of a shell whose screen is kept. */
export interface Watching {
  readonly screen: Screen;
  /** Accounts and groups, as the owner wrote them. */
  allowed: readonly string[];
  readonly watchers: Map<string, Watcher>;
}

/** A watcher's request that waits for something to be shown. */
export interface WatchWaiter<C extends ShellCaller> {
  readonly shell: ServiceShell;
  readonly context: OperationContext<C>;
  readonly position: number | undefined;
  readonly deadline: number;
}

export function watchingOf(shell: ServiceShell): Watching {
  shell.watching ??= { screen: new Screen(), allowed: [], watchers: new Map() };
  return shell.watching;
}

function isAllowed(
  { watching }: ServiceShell,
  { user, groups }: { readonly user: string; readonly groups?: readonly string[] },
): boolean {
  if (watching === undefined || watching.allowed.length === 0) return false;
  const names = [user, ...(groups ?? [])].map((name) => name.toLowerCase());
  return watching.allowed.some((name) => names.includes(name.toLowerCase()));
}

/** Owners watch their own sessions; administrators need the owner's word as everybody does. */
export function mayWatch(shell: ServiceShell, caller: Pick<ShellCaller, 'user' | 'groups'>): boolean {
  return shell.ownerKey === userKey(caller) || isAllowed(shell, caller);
}

/** Who watches, for listings: `ann from 192.0.2.7`. */
export function watchersOf({ watching }: ServiceShell): readonly string[] {
  return Array.from(watching?.watchers.values() ?? [], ({ user, clientAddress }) =>
    clientAddress === '' ? user : `${user} from ${clientAddress}`,
  );
}

/** Whether a Receive is one of ours. */
export const isWatch = (context: OperationContext): boolean => option(context.header, OptionName.watch) !== undefined;

/** A watcher asks what is shown after its position. Without one it is answered at once, with all there is. */
export function watch<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Extract<RequestBody, { readonly type: 'receive' }>,
): void {
  const shell = shellToWatch(core, context);
  if (body.commandId !== undefined || body.streams.length !== 1 || body.streams[0] !== ScreenStream.messages) {
    fail('PLUGIN_INVALID_OUTPUT_STREAM');
  }
  if (shell.ended !== undefined) fail('PLUGIN_OPERATION_CLOSE', shell.ended.message);
  noteWatcher(core, shell, context);
  const text = option(context.header, OptionName.watch) ?? '';
  const position = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (answerWatcher(core, shell, context, position, position === undefined)) return;
  const deadline = core.deadlineOf(context);
  core.watchWaiters.set(context.requestId, { shell, context, position, deadline });
  core.wakeAt(deadline);
}

/** A shell that may not be watched looks like none at all: a fault must not tell that it is there. */
function shellToWatch<C extends ShellCaller>(core: ServiceCore<C>, context: OperationContext<C>): ServiceShell {
  const shellId = tryParseGuid(findSelector(context.header.selectors, 'ShellId') ?? '');
  const shell = shellId === undefined ? undefined : core.shells.get(shellId);
  if (shell === undefined || shell.state === 'Opening' || shell.kind !== 'powershell') {
    return fail('UNEXPECTED_SELECTORS');
  }
  if (!mayWatch(shell, context.caller)) {
    core.refused(context, shell.shellId, 5);
    fail('UNEXPECTED_SELECTORS');
  }
  return shell;
}

function noteWatcher<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  context: OperationContext<C>,
): void {
  const { caller } = context;
  if (shell.ownerKey === userKey(caller)) return;
  const { watchers } = watchingOf(shell);
  const key = watcherKey(context);
  const known = watchers.get(key);
  if (known === undefined && watchers.size >= MAX_WATCHERS) {
    fail('QUOTA_MAX_OPERATIONS', `The session is watched by ${MAX_WATCHERS} already.`);
  }
  if (known === undefined) {
    const { user, clientAddress, groups = [] } = caller;
    watchers.set(key, { user, groups, clientAddress, lastMs: core.now });
    core.emit({ type: 'watcherCame', shellId: shell.shellId, user, clientAddress });
  } else known.lastMs = core.now;
  core.wakeAt(core.now + WATCHER_GRACE_MS);
}

const watcherKey = (context: OperationContext): string => `${userKey(context.caller)}\n${sessionOf(context)}`;

/** @param always also when there is nothing new. @returns whether it was answered. */
function answerWatcher<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  context: OperationContext<C>,
  position: number | undefined,
  always: boolean,
): boolean {
  // Base64 takes four bytes for three.
  const budget = Math.floor(((context.maxAnswerBytes - ANSWER_OVERHEAD) * 3) / 4);
  const isClient = shell.state === 'Connected' && sessionOf(context) === shell.sessionId;
  const part = watchingOf(shell).screen.read(
    position,
    budget,
    isClient ? ({ commandId, end }) => end > (shell.commands.get(commandId)?.resumedAt ?? end) : undefined,
  );
  if (part.messages.length === 0 && !part.lost && !always) return false;
  core.answer(context, {
    type: 'received',
    streams: [
      { name: ScreenStream.position, data: encodeUtf8(positionText(part)), end: false },
      ...part.messages.map((data) => ({ name: ScreenStream.messages, data, end: false })),
    ],
  });
  return true;
}

const positionText = ({ next, lost, more }: ScreenPart): string =>
  [String(next), ...(lost ? ['lost'] : []), ...(more ? ['more'] : [])].join(' ');

/** The session has shown something. @param message undefined: something too large to be kept. */
export function shown<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  message: Uint8Array | undefined,
  place?: ScreenPlace,
): void {
  watchingOf(shell).screen.push(message, place);
  for (const [requestId, waiter] of core.watchWaiters) {
    if (waiter.shell !== shell) continue;
    core.watchWaiters.delete(requestId);
    noteAsked(core, waiter);
    answerWatcher(core, shell, waiter.context, waiter.position, true);
  }
}

/** The owner says who may watch from now on; an empty list: nobody. */
export function setWatchers<C extends ShellCaller>(core: ServiceCore<C>, context: OperationContext<C>): void {
  const shell = core.shellFor(context);
  if (shell.kind !== 'powershell') fail('ACTION_NOT_SUPPORTED', 'Only PowerShell sessions can be watched.');
  const allowed = (option(context.header, OptionName.watchers) ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (allowed.length > MAX_ALLOWED || allowed.some((name) => name.length > MAX_ALLOWED_LENGTH)) {
    fail('INVALID_PARAMETER', `At most ${MAX_ALLOWED} accounts and groups can be named.`);
  }
  const watching = watchingOf(shell);
  watching.allowed = allowed;
  core.emit({ type: 'watchersSet', shellId: shell.shellId, user: context.caller.user, names: allowed });
  for (const [key, watcher] of watching.watchers) {
    if (isAllowed(shell, watcher)) continue;
    for (const waiter of core.watchWaiters.values()) {
      if (waiter.shell !== shell || watcherKey(waiter.context) !== key) continue;
      endWatch(core, waiter, 'ACCESS_DENIED', 'The owner of the session does not let it be watched any more.');
    }
    watcherLeft(core, shell, key, watcher);
  }
  core.answer(context, { type: 'signalled' });
}

/** The watcher's connection is gone; it may ask again by another one. @returns whether the request was one of a watcher. */
export function watcherLost<C extends ShellCaller>(core: ServiceCore<C>, requestId: number): boolean {
  const waiter = core.watchWaiters.get(requestId);
  if (waiter === undefined) return false;
  core.watchWaiters.delete(requestId);
  noteAsked(core, waiter, LOST_GRACE_MS);
  core.forget(waiter.context);
  return true;
}

function noteAsked<C extends ShellCaller>(
  core: ServiceCore<C>,
  { shell, context }: WatchWaiter<C>,
  graceMs = WATCHER_GRACE_MS,
): void {
  const watcher = shell.watching?.watchers.get(watcherKey(context));
  if (watcher === undefined) return;
  watcher.lastMs = core.now + graceMs - WATCHER_GRACE_MS;
  core.wakeAt(core.now + graceMs);
}

/** The shell is gone, or has ended: so has watching it. */
export function endWatching<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  name: FaultName,
  message: string | undefined,
): void {
  for (const waiter of core.watchWaiters.values()) if (waiter.shell === shell) endWatch(core, waiter, name, message);
  for (const [key, watcher] of shell.watching?.watchers ?? []) watcherLeft(core, shell, key, watcher);
}

function endWatch<C extends ShellCaller>(
  core: ServiceCore<C>,
  { context }: WatchWaiter<C>,
  name: FaultName,
  message: string | undefined,
): void {
  core.watchWaiters.delete(context.requestId);
  core.answerFault(context, wsmanFault(name, message === undefined ? {} : { message }));
}

function watcherLeft<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  key: string,
  { user, clientAddress }: Watcher,
): void {
  shell.watching?.watchers.delete(key);
  core.emit({ type: 'watcherLeft', shellId: shell.shellId, user, clientAddress });
}

/** Requests whose time is over are told to ask again; who has not asked for a while does not watch any more. */
export function expireWatchers<C extends ShellCaller>(core: ServiceCore<C>): void {
  const waiting = new Set<string>();
  for (const waiter of core.watchWaiters.values()) {
    if (core.now >= waiter.deadline) {
      noteAsked(core, waiter);
      endWatch(core, waiter, 'OPERATION_TIMEDOUT', undefined);
    } else {
      core.wakeAt(waiter.deadline);
      waiting.add(`${waiter.shell.shellId}\n${watcherKey(waiter.context)}`);
    }
  }
  for (const shell of core.shells.values()) {
    for (const [key, watcher] of shell.watching?.watchers ?? []) {
      if (waiting.has(`${shell.shellId}\n${key}`)) continue;
      if (core.now >= watcher.lastMs + WATCHER_GRACE_MS) watcherLeft(core, shell, key, watcher);
      else core.wakeAt(watcher.lastMs + WATCHER_GRACE_MS);
    }
  }
}
