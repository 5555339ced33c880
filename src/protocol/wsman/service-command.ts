/** Command, Send and Signal. protocol.md 7.5, 9.4 */
import { decodeBase64, encodeUtf8, tryParseGuid, type Guid } from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';
import type { InputStreamData, RequestBody } from './messages.js';
import { OptionName, SignalCode } from './names.js';
import type { OperationContext } from './operation-context.js';
import { OutputChannel } from './output-channel.js';
import { commandFor, requireConnected } from './service-access.js';
import type { CmdSignal, ShellCaller } from './service-api.js';
import { booleanOption, checkOptions } from './service-checks.js';
import { fail, type ServiceCore } from './service-core.js';
import { releaseCommand } from './service-receive.js';
import { setWatchers } from './service-watch.js';
import { addBounded, type ServiceCommand, type ServiceShell } from './service-state.js';
import { decodeXpress } from './xpress.js';

type Body<T extends RequestBody['type']> = Extract<RequestBody, { readonly type: T }>;

/** Command text is for listings only. Characters. protocol.md 7.5 */
const MAX_COMMAND_TEXT = 256;
const MAX_RELEASED = 256;
/** What one compressed Send may hold. Bytes. */
const MAX_DECODED_SEND = 16 * 1024 * 1024;

export function command<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Body<'command'>,
): void {
  const shell = core.shellFor(context);
  requireConnected(core, context, shell);
  checkOptions(context.header);
  const given = body.commandId === undefined ? undefined : tryParseGuid(body.commandId);
  if (body.commandId !== undefined && given === undefined) fail('SHELLCOMMAND_CLIENTID_NOT_VALID');
  const commandId = given ?? core.newGuid();
  if (shell.commands.has(commandId)) fail('SHELLCOMMAND_CLIENTID_RESOURCE_CONFLICT');
  if (shell.commands.size >= shell.maxCommands) fail('QUOTA_MAX_COMMANDS_PER_SHELL_PPQ');
  if (shell.ended !== undefined) fail('OPERATION_ABORTED', shell.ended.message);
  const data = shell.kind === 'powershell' ? firstFragments(body) : new Uint8Array(0);
  if (shell.kind === 'cmd' && body.command.trim() === '') fail('INVALID_PARAMETER', 'The command is empty.');
  const text = shell.kind === 'cmd' ? [body.command, ...body.arguments].join(' ') : body.command;
  core.touch(shell, context);
  shell.commands.set(commandId, {
    commandId,
    commandText: text.slice(0, MAX_COMMAND_TEXT),
    channel: new OutputChannel(shell.limits),
    inputEnded: false,
  });
  core.noteShell(shell);
  const deadline = core.deadlineOf(context);
  core.deferred.set(context.requestId, {
    kind: 'command',
    shellId: shell.shellId,
    commandId,
    deadline,
    context,
    connectionLost: false,
  });
  core.wakeAt(deadline);
  const of = { requestId: context.requestId, shellId: shell.shellId, commandId };
  if (shell.kind === 'powershell') {
    core.emit({ type: 'commandStarted', ...of, data, commandText: body.command });
  } else {
    core.emit({
      type: 'cmdStarted',
      ...of,
      command: body.command,
      arguments: body.arguments,
      skipCmdShell: booleanOption(context.header, OptionName.skipCmdShell),
      consoleModeStdin: booleanOption(context.header, OptionName.consoleModeStdin),
    });
  }
}

function firstFragments(body: Body<'command'>): Uint8Array {
  const only = body.arguments.length === 1 ? body.arguments[0] : undefined;
  if (only === undefined) return fail('PLUGIN_INVALID_ARG_SET');
  const data = decodeBase64(encodeUtf8(only));
  if (data === undefined || data.length === 0) return fail('PLUGIN_INVALID_INPUT_DATATYPE');
  return data;
}

export function send<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Body<'send'>,
): void {
  const shell = core.shellFor(context);
  requireConnected(core, context, shell);
  // All streams are checked before the first is handed over: a refused Send has done nothing.
  const inputs = body.streams.map((stream) => checkInput(shell, stream));
  core.touch(shell, context);
  for (const { stream, command: target, data } of inputs) {
    const priority = stream.name.toLowerCase() === 'pr' ? 'PromptResponse' : 'Default';
    if (target === undefined) {
      core.emit({ type: 'poolInput', shellId: shell.shellId, data, priority });
    } else if (!target.channel.done && !target.inputEnded) {
      if (stream.end) target.inputEnded = true;
      const { commandId } = target;
      core.emit({ type: 'commandInput', shellId: shell.shellId, commandId, data, priority, end: stream.end });
    }
  }
  core.answer(context, { type: 'sent' });
}

interface CheckedInput {
  readonly stream: InputStreamData;
  readonly command: ServiceCommand | undefined;
  readonly data: Uint8Array;
}

function checkInput(shell: ServiceShell, stream: InputStreamData): CheckedInput {
  const command = stream.commandId === undefined ? undefined : commandFor(shell, stream.commandId);
  const name = stream.name.toLowerCase();
  if (shell.kind === 'powershell') {
    if (name !== 'stdin' && name !== 'pr') fail('PLUGIN_INVALID_INPUT_STREAM');
  } else {
    if (name !== 'stdin') fail('INVALID_PARAMETER', `The shell has no input stream '${stream.name.slice(0, 32)}'.`);
    if (command === undefined) return fail('UNEXPECTED_SELECTORS', 'Input of this shell has to name a command.');
    if (command.channel.done || command.inputEnded) fail('PIPE_CLOSED');
  }
  return { stream, command, data: shell.compressed ? decompressed(stream.data) : stream.data };
}

function decompressed(data: Uint8Array): Uint8Array {
  try {
    return decodeXpress(data, MAX_DECODED_SEND);
  } catch (error) {
    if (error instanceof RemoteProtocolError) return fail('PLUGIN_INVALID_INPUT_DATATYPE', error.message);
    throw error;
  }
}

export function signal<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Body<'signal'>,
): void {
  if (body.code === SignalCode.watchers && body.commandId === undefined) return setWatchers(core, context);
  const shell = core.shellFor(context);
  requireConnected(core, context, shell);
  if (body.commandId === undefined) fail('INVALID_PARAMETER', 'A signal has to name a command.');
  core.touch(shell, context);
  const known = tryParseGuid(body.commandId);
  // Every client signals once more when a command is over; that is no error.
  if (known !== undefined && shell.released.has(known)) {
    core.answer(context, { type: 'signalled' });
    return;
  }
  const target = commandFor(shell, body.commandId);
  if (shell.kind === 'powershell') signalPipeline(core, context, shell, target, body.code);
  else signalProgram(core, context, shell, target, body.code);
}

/** The code of a stop is compared exactly; everything else closes the command, as the PowerShell plugin does it. */
function signalPipeline<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  shell: ServiceShell,
  target: ServiceCommand,
  code: string,
): void {
  const { commandId } = target;
  if (code !== SignalCode.powershellStop) {
    close(core, shell, target);
    core.answer(context, { type: 'signalled' });
    return;
  }
  if (target.channel.done) {
    core.answer(context, { type: 'signalled' });
    return;
  }
  const deadline = core.deadlineOf(context);
  core.deferred.set(context.requestId, {
    kind: 'stop',
    shellId: shell.shellId,
    commandId,
    deadline,
    context,
    connectionLost: false,
  });
  core.wakeAt(deadline);
  // Windows closes the command when no Receive waits, and the Stopped state is lost. Here it waits in the channel.
  core.emit({ type: 'commandStop', requestId: context.requestId, shellId: shell.shellId, commandId });
}

const CMD_SIGNALS: readonly CmdSignal[] = ['terminate', 'ctrl_c', 'ctrl_break'];

function signalProgram<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  shell: ServiceShell,
  target: ServiceCommand,
  code: string,
): void {
  const word = code.slice(code.lastIndexOf('/') + 1).toLowerCase();
  const kind = CMD_SIGNALS.find((known) => known === word);
  if (kind === undefined) fail('INVALID_PARAMETER', 'The signal code is not known.');
  const { done } = target.channel;
  if (!done) core.emit({ type: 'cmdSignal', shellId: shell.shellId, commandId: target.commandId, signal: kind });
  if (done || kind === 'terminate') close(core, shell, target);
  core.answer(context, { type: 'signalled' });
}

function close<C extends ShellCaller>(core: ServiceCore<C>, shell: ServiceShell, target: ServiceCommand): void {
  releaseCommand(core, shell, target);
  addBounded<Guid>(shell.released, target.commandId, MAX_RELEASED);
  core.emit({ type: 'commandClosed', shellId: shell.shellId, commandId: target.commandId });
}
