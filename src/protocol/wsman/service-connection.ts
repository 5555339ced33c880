/** Disconnect, Reconnect and Connect, and what a client that lost its shell may still do. protocol.md 7.10 */
import type { RequestBody } from './messages.js';
import { sessionOf, type OperationContext } from './operation-context.js';
import type { ShellCaller } from './service-api.js';
import { checkOptions, checkProtocolVersion, negotiateIdleTimeout } from './service-checks.js';
import { fail, type ServiceCore } from './service-core.js';
import { commandFor, requireConnected } from './service-access.js';
import { dropInFlight, endReceives, holdLastWords } from './service-receive.js';
import { addBounded, channelsOf, type Deferred, type ServiceShell } from './service-state.js';

const MAX_FORMER_SESSIONS = 64;

export function disconnect<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Extract<RequestBody, { readonly type: 'disconnect' }>,
): void {
  const shell = core.shellFor(context);
  if (!shell.disconnectable) fail('DISCONNECT_NOT_SUPPORTED');
  const session = sessionOf(context);
  if (shell.formerSessions.has(session)) fail('SHELL_DISCONNECTED', 'The shell is connected to another client now.');
  const isOwn = session === shell.sessionId;
  if (shell.state === 'Disconnected' && !(shell.lost && isOwn)) {
    fail('DISCONNECT_OPERATION_NOT_VALID');
  }
  if (body.idleTimeoutMs !== undefined) {
    shell.idleTimeoutMs = negotiateIdleTimeout(body.idleTimeoutMs, shell.maxIdleTimeoutMs);
  }
  if (body.bufferMode !== undefined) shell.bufferMode = body.bufferMode;
  endReceives(core, channelsOf(shell), 'SERVICE_STREAM_DISCONNECTED');
  if (isOwn) leaveInOrder(core, shell);
  core.noteShell(shell);
  core.touch(shell, context);
  core.connections.forget(shell);
  shell.state = 'Disconnected';
  // Somebody else cannot say what the client has: to that one it is as if its connections had broken.
  shell.lost = !isOwn;
  core.emit({ type: 'shellDisconnected', shellId: shell.shellId, reason: 'client' });
  core.answer(context, { type: 'empty' });
}

/** The client left by itself: it has what it was given, or asks for it once more. Nothing else that it asked is answered. */
function leaveInOrder<C extends ShellCaller>(core: ServiceCore<C>, shell: ServiceShell): void {
  for (const channel of channelsOf(shell)) {
    channel.order.leave();
    dropInFlight(core, channel);
  }
}

/** The client of a shell vanished and did not come back in time. */
export function disconnectLost<C extends ShellCaller>(core: ServiceCore<C>, shell: ServiceShell): void {
  shell.lostAtMs = undefined;
  core.connections.forget(shell);
  // The idle time counts from the disconnect, and a listing's DisconnectedOn is derived from it.
  shell.lastRequestMs = core.now;
  core.wakeAt(core.idleDeadlineOf(shell));
  shell.state = 'Disconnected';
  shell.lost = true;
  core.noteShell(shell);
  core.emit({ type: 'shellDisconnected', shellId: shell.shellId, reason: 'lost' });
}

export function reconnect<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Extract<RequestBody, { readonly type: 'reconnect' }>,
): void {
  const shell = core.shellFor(context);
  const sameClient = sessionOf(context) === shell.sessionId;
  if (body.commandId !== undefined) {
    commandFor(shell, body.commandId);
    if (shell.state === 'Disconnected') fail('SHELLCOMMAND_RECONNECT_NOT_VALID');
    if (!sameClient) fail('CONNECTED_TO_DIFFERENT_CLIENT');
    core.touch(shell, context);
    core.answer(context, { type: 'empty' });
    return;
  }
  if (shell.connecting) fail('RECONNECT_OPERATION_NOT_VALID');
  if (shell.state === 'Disconnected') {
    if (!sameClient) fail('CLIENTSESSIONID_MISMATCH');
    shell.state = 'Connected';
    shell.lost = false;
    noteResumed(shell);
    core.noteShell(shell);
    core.emit({ type: 'shellReconnected', shellId: shell.shellId });
  } else if (!sameClient) {
    fail('CONNECTED_TO_DIFFERENT_CLIENT');
  }
  core.touch(shell, context);
  core.answer(context, { type: 'empty' });
}

export function connect<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Extract<RequestBody, { readonly type: 'connect' }>,
): void {
  const shell = core.shellFor(context);
  checkOptions(context.header);
  if (body.commandId !== undefined) {
    const { commandId } = commandFor(shell, body.commandId);
    requireConnected(core, context, shell);
    core.touch(shell, context);
    core.emit({ type: 'commandConnected', shellId: shell.shellId, commandId });
    core.answer(context, { type: 'connected' });
    return;
  }
  if (shell.kind !== 'powershell') fail('ACTION_NOT_SUPPORTED', 'Only PowerShell shells can be connected.');
  if (shell.state !== 'Disconnected' || shell.connecting) fail('CONNECTED_TO_DIFFERENT_CLIENT');
  checkProtocolVersion(context.header);
  if (body.connectData === undefined || body.connectData.length === 0) fail('PLUGIN_CONNECT_NO_NEGOTIATION_DATA');
  shell.connecting = true;
  shell.connectingFrom = shell.pool.position;
  core.touch(shell, context);
  const deadline = core.deadlineOf(context);
  core.deferred.set(context.requestId, {
    kind: 'connect',
    shellId: shell.shellId,
    commandId: undefined,
    deadline,
    context,
    connectionLost: false,
  });
  core.wakeAt(deadline);
  core.emit({
    type: 'shellConnecting',
    requestId: context.requestId,
    shellId: shell.shellId,
    connectData: body.connectData,
    caller: context.caller,
  });
}

/** What waits of the commands comes to the client that is here now: the screen need not show it too. */
function noteResumed(shell: ServiceShell): void {
  for (const command of shell.commands.values()) command.resumedAt = command.channel.givenTo;
}

/** The host has accepted the new client. */
export function connected<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  deferred: Deferred<C>,
  connectResponseData: Uint8Array,
): void {
  const { context } = deferred;
  const session = sessionOf(context);
  if (shell.sessionId !== session && shell.sessionId !== '') {
    addBounded(shell.formerSessions, shell.sessionId, MAX_FORMER_SESSIONS);
  }
  shell.formerSessions.delete(session);
  for (const channel of channelsOf(shell)) channel.handOver(shell.lost);
  shell.pool.dropUnheard(shell.connectingFrom);
  noteResumed(shell);
  shell.sessionId = session;
  shell.clientAddress = context.caller.clientAddress;
  shell.connecting = false;
  shell.state = 'Connected';
  shell.lost = false;
  if (shell.ended !== undefined) holdLastWords(core, shell);
  core.noteShell(shell);
  core.touch(shell, context);
  if (deferred.connectionLost) {
    // Nobody was there to hear it: the client may come back, or the shell is Disconnected again.
    shell.lostAtMs = core.now + core.graceMs;
    core.wakeAt(shell.lostAtMs);
  } else {
    core.answer(context, {
      type: 'connected',
      inputStreams: shell.inputStreams,
      outputStreams: shell.outputStreams,
      connectResponseData,
    });
  }
  core.emit({ type: 'shellConnected', shellId: shell.shellId, caller: context.caller });
}
