/** Receive: who waits, what is answered when, what is said again. protocol.md 7.6, 9.1 */
import type { Guid } from '../bytes/index.js';
import { wsmanFault, type FaultName } from './fault-table.js';
import type { CommandStateData, OutputStreamData, RequestBody, ResponseBody } from './messages.js';
import { sessionOf, type OperationContext } from './operation-context.js';
import { loadOutput, type OutputChannel, type OutputChunk } from './output-channel.js';
import { isAfter, isSame, type ReceiveId } from './receive-order.js';
import type { ShellCaller } from './service-api.js';
import { commandFor, requireConnected } from './service-access.js';
import { fail, type ServiceCore } from './service-core.js';
import { channelsOf, type ServiceCommand, type ServiceShell } from './service-state.js';
import { endWatching, isWatch, watch } from './service-watch.js';
import { encodeXpress } from './xpress.js';

const LOOK_AGAIN_MS = 1000;

/** The request of a reply that an earlier process gave. */
const RESTORED_REQUEST = -1;
/** How long the pool's last words wait for the output of its commands to be taken. Milliseconds. */
const LAST_WORDS_MS = 2000;

type ReceiveBody = Extract<RequestBody, { readonly type: 'receive' }>;

export function receive<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: ReceiveBody,
): void {
  if (isWatch(context)) return watch(core, context, body);
  const shell = core.shellFor(context);
  const id = idOf(context, body);
  if (shell.state === 'Disconnected' && sessionOf(context) === shell.sessionId) {
    const channel = body.commandId === undefined ? shell.pool : commandFor(shell, body.commandId).channel;
    // Who left in order may have missed what was said last.
    if (!shell.lost && repeatLast(core, context, shell, channel, id)) return;
    if (!shell.lost) channel.order.refuse(id);
    // What the network brings late does not say that a vanished client is back.
    if (channel.order.isLate(id)) fail('SHELL_DISCONNECTED');
  }
  requireConnected(core, context, shell);
  checkStreams(shell, body);
  const command = body.commandId === undefined ? undefined : commandFor(shell, body.commandId);
  if (command === undefined && shell.kind === 'cmd') {
    // As Windows' cmd plugin says it; clients show provider and path.
    fail('INVALID_PARAMETER', undefined, {
      name: 'Shell cmd plugin',
      path: String.raw`%systemroot%\system32\winrscmd.dll`,
    });
  }
  const channel = command?.channel ?? shell.pool;
  core.touch(shell, context);
  if (repeatLast(core, context, shell, channel, id)) return;
  if (channel.order.isLate(id)) fail('INTERNAL_ERROR', 'This Receive is over: its client has gone on, or has left.');
  if (channel.order.hasExpired(id)) fail('OPERATION_TIMEDOUT');
  if (joinWaiter(core, context, shell, channel)) return;
  if (channel.waiter !== undefined) {
    if (!isAfter(id, idOf(channel.waiter.context))) fail('RECEIVE_IN_PROGRESS');
    endWaiter(core, channel, 'OPERATION_ABORTED');
  }
  channel.order.accept(id);
  // A new Receive says that the reply before it arrived.
  if (channel.unconfirmed.length > 0) core.noteChannel(shell, channel, command?.commandId);
  channel.confirm();
  if (command !== undefined && shell.ended !== undefined) holdLastWords(core, shell);
  const deadline = core.deadlineOf(context);
  channel.waiter = { context, deadline };
  core.waiters.set(context.requestId, { shell, channel });
  core.wakeAt(deadline);
  serve(core, shell, channel, command?.commandId);
}

function checkStreams(shell: ServiceShell, body: ReceiveBody): void {
  if (shell.kind === 'powershell') {
    if (body.streams.length !== 1 || body.streams[0]?.toLowerCase() !== 'stdout') fail('PLUGIN_INVALID_OUTPUT_STREAM');
    return;
  }
  for (const stream of body.streams) {
    if (!shell.outputStreams.includes(stream.toLowerCase())) {
      fail('INVALID_PARAMETER', `The shell has no output stream '${stream.slice(0, 32)}'.`);
    }
  }
}

const idOf = ({ header }: OperationContext, body?: ReceiveBody): ReceiveId => ({
  messageId: header.messageId,
  operationId: header.operationId,
  sequenceId: header.sequenceId ?? body?.sequenceId,
});

/** The same Receive again, after its answer was lost on the way: the same answer. */
function repeatLast<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  shell: ServiceShell,
  channel: OutputChannel,
  id: ReceiveId,
): boolean {
  const last = channel.lastReply;
  if (last === undefined || !isSame(id, last)) return false;
  const first = core.inFlight.get(last.requestId);
  // The first one may still arrive: only when none of them does, its data goes back.
  if (first !== undefined) {
    first.sent.left += 1;
    core.inFlight.set(context.requestId, { shell, channel, of: last.requestId, sent: first.sent });
  }
  core.answer(context, last.body);
  return true;
}

/** A waiting Receive that is sent again, because its client lost the connection before the server saw it. */
function joinWaiter<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  shell: ServiceShell,
  channel: OutputChannel,
): boolean {
  const { waiter } = channel;
  if (waiter === undefined || context.header.messageId === undefined) return false;
  if (waiter.context.header.messageId !== context.header.messageId) return false;
  waiter.context.also = [...(waiter.context.also ?? []), context as OperationContext];
  core.waiters.set(context.requestId, { shell, channel });
  return true;
}

/** A reply is on its way: to one connection, as a rule. */
function noteSent<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  channel: OutputChannel,
  context: OperationContext,
): void {
  const all = [context, ...(context.also ?? [])];
  const sent = { left: all.length, delivered: false };
  for (const { requestId } of all) {
    core.waiters.delete(requestId);
    core.inFlight.set(requestId, { shell, channel, of: context.requestId, sent });
  }
}

/** Answers the waiting Receive with a fault. Callers of the same type made it: the cast of the context is sound. */
export function endWaiter<C extends ShellCaller>(
  core: ServiceCore<C>,
  channel: OutputChannel,
  name: FaultName,
  message?: string,
): void {
  const { waiter } = channel;
  if (waiter === undefined) return;
  channel.waiter = undefined;
  for (const { requestId } of [waiter.context, ...(waiter.context.also ?? [])]) core.waiters.delete(requestId);
  core.answerFault(waiter.context as OperationContext<C>, wsmanFault(name, message === undefined ? {} : { message }));
}

/** Answers the waiting Receive of a channel if there is anything to say. */
export function serve<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  channel: OutputChannel,
  commandId: Guid | undefined,
): void {
  const { waiter } = channel;
  if (waiter === undefined) return;
  const nothing = channel.isEmpty && !channel.done;
  if (commandId === undefined && shell.ended !== undefined && withholdsLastWords(core, shell)) return;
  if (nothing) {
    if (shell.ended !== undefined) {
      // Not 995: that ends a client's loop quietly, and this is no quiet end.
      endWaiter(core, channel, 'PLUGIN_OPERATION_CLOSE', shell.ended.message);
      removeWhenDrained(core, shell);
    }
    return;
  }
  const context = waiter.context as OperationContext<C>;
  channel.waiter = undefined;
  // Who waited was there until now.
  shell.lastRequestMs = core.now;
  const body = replyBody(shell, channel, commandId, context);
  if (channel.lastReply !== undefined) {
    core.inFlight.delete(channel.lastReply.requestId);
    channel.order.over(channel.lastReply);
  }
  channel.lastReply = { requestId: context.requestId, ...idOf(context), body };
  noteSent(core, shell, channel, context);
  core.noteChannel(shell, channel, commandId);
  core.answer(context, body);
  if (shell.ended !== undefined && commandId !== undefined) serve(core, shell, shell.pool, undefined);
  if (channel.tookRoom()) core.emit({ type: 'roomAvailable', shellId: shell.shellId, commandId });
}

/** What the envelope around the streams takes, generously: header, RelatesTo, CommandState, End markers. Bytes. */
function envelopeOverhead(context: OperationContext): number {
  return 3072 + (context.header.messageId?.length ?? 0) * 6;
}

function replyBody(
  shell: ServiceShell,
  channel: OutputChannel,
  commandId: Guid | undefined,
  context: OperationContext,
): ResponseBody {
  const { chunks } = channel.take(context.maxAnswerBytes - envelopeOverhead(context), shell.compressed);
  return bodyOf(shell, channel, commandId, chunks);
}

function bodyOf(
  shell: ServiceShell,
  channel: OutputChannel,
  commandId: Guid | undefined,
  chunks: readonly OutputChunk[],
): ResponseBody {
  const of = commandId === undefined ? {} : { commandId };
  const streams: OutputStreamData[] = chunks.map((chunk) => {
    const data = loadOutput(chunk.data);
    return { name: chunk.stream, ...of, data: shell.compressed ? encodeXpress(data) : data, end: false };
  });
  if (commandId === undefined) return { type: 'received', streams };
  const done = channel.done && channel.isEmpty;
  if (done && shell.kind === 'cmd') {
    for (const name of shell.outputStreams) streams.push({ name, ...of, data: new Uint8Array(0), end: true });
  }
  const commandState: CommandStateData = done
    ? { commandId, state: 'Done', exitCode: channel.exitCode ?? 0 }
    : { commandId, state: chunks[chunks.length - 1]?.pending === true ? 'Pending' : 'Running' };
  return { type: 'received', streams, commandState };
}

/** A channel that was made again from its records says its last reply again to who did not hear it. */
export function rememberReply(
  shell: ServiceShell,
  channel: OutputChannel,
  commandId: Guid | undefined,
  last: { readonly messageId?: string; readonly operationId?: string; readonly sequenceId?: number },
): void {
  const id: ReceiveId = {
    messageId: last.messageId,
    operationId: last.operationId,
    sequenceId: last.sequenceId,
  };
  channel.order.accept(id);
  channel.lastReply = {
    requestId: RESTORED_REQUEST,
    ...id,
    body: bodyOf(shell, channel, commandId, channel.unconfirmed),
  };
}

/**
 * What the pool says last (that it is broken) ends a client's pipelines at once. It waits until their output was taken,
 * but not for a client that does not come for it.
 */
export function holdLastWords<C extends ShellCaller>(core: ServiceCore<C>, shell: ServiceShell): void {
  shell.lastWordsMs = core.now + LAST_WORDS_MS;
  core.wakeAt(shell.lastWordsMs);
}

function withholdsLastWords<C extends ShellCaller>(core: ServiceCore<C>, shell: ServiceShell): boolean {
  if (shell.lastWordsMs === undefined || core.now >= shell.lastWordsMs) return false;
  // An answer that is on its way has not arrived: what goes by another connection may overtake it.
  return Array.from(shell.commands.values()).some(
    ({ channel }) => !channel.isEmpty || !channel.doneSent || channel.unconfirmed.length > 0,
  );
}

/** OperationTimeout of a Receive: a fault that tells the client to ask again. */
export function expireReceives<C extends ShellCaller>(core: ServiceCore<C>): void {
  for (const { shell, channel } of core.waiters.values()) {
    const { waiter } = channel;
    if (waiter === undefined) continue;
    if (core.now < waiter.deadline) {
      core.wakeAt(waiter.deadline);
      continue;
    }
    // The client was there until now, even if the idle time is no longer than its OperationTimeout.
    shell.lastRequestMs = core.now;
    channel.order.expire(idOf(waiter.context));
    endWaiter(core, channel, 'OPERATION_TIMEDOUT');
  }
}

/** The listener says whether a reply was written. One that was not goes back to the front of its channel. */
export function replyWritten<C extends ShellCaller>(core: ServiceCore<C>, requestId: number, delivered: boolean): void {
  const reply = core.inFlight.get(requestId);
  const shellId = core.answered.get(requestId);
  core.answered.delete(requestId);
  if (reply === undefined) {
    const of = shellId === undefined ? undefined : core.shells.get(shellId);
    // Another answer that nobody was there to take: its client is gone as well.
    if (!delivered && of !== undefined) clientVanished(core, of);
    return;
  }
  core.inFlight.delete(requestId);
  const { shell, channel, of, sent } = reply;
  sent.left -= 1;
  sent.delivered ||= delivered;
  // If the client is still there by another connection, its next request says so.
  if (!delivered) clientVanished(core, shell);
  if (sent.delivered || sent.left > 0 || channel.lastReply?.requestId !== of) return;
  channel.putBack();
  core.noteChannel(shell, channel, commandIdOf(shell, channel));
  serve(core, shell, channel, commandIdOf(shell, channel));
}

/** A waiting Receive's connection is gone: its data stays for whoever asks next. */
export function waiterLost<C extends ShellCaller>(core: ServiceCore<C>, requestId: number): boolean {
  const found = core.waiters.get(requestId);
  const waiter = found?.channel.waiter;
  if (found === undefined || waiter === undefined) return false;
  core.waiters.delete(requestId);
  const all = [waiter.context, ...(waiter.context.also ?? [])] as OperationContext<C>[];
  const lost = all.find((each) => each.requestId === requestId);
  if (lost !== undefined) core.forget(lost);
  const [first, ...also] = all.filter((each) => each !== lost);
  if (first !== undefined) {
    // The same client still waits by another connection.
    first.also = also;
    found.channel.waiter = { context: first as OperationContext, deadline: waiter.deadline };
    return true;
  }
  found.channel.waiter = undefined;
  clientVanished(core, found.shell);
  return true;
}

/** Starts the time after which a vanished client's shell counts as Disconnected, unless the client still waits elsewhere. */
export function clientVanished<C extends ShellCaller>(core: ServiceCore<C>, shell: ServiceShell): void {
  if (shell.state !== 'Connected' || !shell.disconnectable) return;
  if (channelsOf(shell).some((channel) => channel.waiter !== undefined)) return;
  shell.lostAtMs = core.now + core.graceMs;
  core.wakeAt(shell.lostAtMs);
}

function commandIdOf(shell: ServiceShell, channel: OutputChannel): Guid | undefined {
  for (const command of shell.commands.values()) if (command.channel === channel) return command.commandId;
  return undefined;
}

/** Ends the Receives of a whole shell or of one command. */
export function endReceives<C extends ShellCaller>(
  core: ServiceCore<C>,
  channels: readonly OutputChannel[],
  name: FaultName,
  message?: string,
): void {
  for (const channel of channels) endWaiter(core, channel, name, message);
}

export function dropInFlight<C extends ShellCaller>(core: ServiceCore<C>, channel: OutputChannel): void {
  if (channel.lastReply !== undefined) core.inFlight.delete(channel.lastReply.requestId);
}

export function releaseCommand<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  command: ServiceCommand,
): void {
  endWaiter(core, command.channel, 'OPERATION_ABORTED');
  dropInFlight(core, command.channel);
  shell.commands.delete(command.commandId);
  core.noteShell(shell);
  if (shell.ended !== undefined) serve(core, shell, shell.pool, undefined);
}

/** A shell whose host died goes away when its client has been told and nothing is left to receive. */
export function removeWhenDrained<C extends ShellCaller>(core: ServiceCore<C>, shell: ServiceShell): void {
  if (shell.ended === undefined || shell.state !== 'Connected' || !core.shells.has(shell.shellId)) return;
  const channels = channelsOf(shell);
  if (channels.some((channel) => !channel.isEmpty || (channel.done && !channel.doneSent))) return;
  removeShell(core, shell, 'ended', shell.ended.message);
}

/**
 * Output that nobody took in time goes. With Drop it goes alone; with Block nothing may be missing from what a client gets,
 * so the whole shell goes. @returns whether it did.
 */
export function expireOutput<C extends ShellCaller>(core: ServiceCore<C>, shell: ServiceShell): boolean {
  const { maxOutputAgeMs } = shell;
  if (maxOutputAgeMs === undefined) return false;
  for (const { commandId, channel } of shell.commands.values()) {
    const oldest = channel.oldestAt(shell.lastRequestMs);
    if (oldest === undefined) continue;
    if (core.now < oldest + maxOutputAgeMs) {
      core.wakeAt(oldest + maxOutputAgeMs);
      continue;
    }
    if (shell.bufferMode === 'Block') {
      const seconds = Math.round(maxOutputAgeMs / 1000);
      removeShell(core, shell, 'expired', `Its output has waited for ${seconds} s, which is all that is allowed here.`);
      return true;
    }
    const bytes = channel.discardUntil(core.now - maxOutputAgeMs, shell.lastRequestMs);
    core.noteChannel(shell, channel, commandId);
    if (bytes > 0) core.emit({ type: 'outputDropped', shellId: shell.shellId, commandId, bytes });
    const next = channel.oldestAt(shell.lastRequestMs);
    // What belongs to a message that the client has begun to read stays: it is looked at again later.
    if (next !== undefined) core.wakeAt(Math.max(next + maxOutputAgeMs, core.now + LOOK_AGAIN_MS));
  }
  return false;
}

export function removeShell<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  reason: 'deleted' | 'expired' | 'refused' | 'ended' | 'closed',
  message?: string,
): void {
  core.shells.delete(shell.shellId);
  core.connections.forget(shell);
  core.noteRemoved(shell);
  const fault = shell.ended === undefined ? 'OPERATION_ABORTED' : 'PLUGIN_OPERATION_CLOSE';
  for (const channel of channelsOf(shell)) {
    endWaiter(core, channel, fault, message);
    dropInFlight(core, channel);
  }
  endWatching(core, shell, fault, message);
  for (const [handle, deferred] of core.deferred) {
    if (deferred.shellId !== shell.shellId) continue;
    core.deferred.delete(handle);
    if (deferred.connectionLost) continue;
    core.answerFault(deferred.context, wsmanFault(fault, message === undefined ? {} : { message }));
  }
  core.emit({ type: 'shellRemoved', shellId: shell.shellId, reason });
}
