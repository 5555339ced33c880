/** Enter-PSSession: what an interactive prompt needs of a session. The terminal itself is the program's. cmdlets.md 10 */
import type { PipelineEnd, RemotePipeline } from '../runspace/remote-pipeline.js';
import { LastLines } from '../runspace/screen-lines.js';
import { ScreenReader } from '../runspace/screen-reader.js';
import { plainDefinition, refusedScript, type ScriptReader, takesNoScripts } from './plain-commands.js';
import { catalogued, PSSessionError } from '../../../protocol/errors/index.js';
import {
  pipelineCommand,
  PipelineResultTypes,
  PSObject,
  type PSCommandDefinition,
  type PSValue,
} from '../../../protocol/objects/index.js';
import type { SessionHost } from '../model/host.js';
import type { PSSession } from '../model/ps-session.js';
import type { CommandWriter } from '../runspace/command-run.js';
import { CommandRun } from '../runspace/command-run.js';
import { connectionFailure, withoutComputer } from '../runspace/connection-errors.js';
import { commandDefinition, scriptDefinition } from '../runspace/definition.js';
import { RemoteError, textOf } from '../runspace/records.js';
import { connectSession } from './connect-session.js';
import { findLocalSessions } from './lookup.js';
import { makeSession } from './new-session.js';
import type { EnterPSSessionParameters } from './parameters.js';
import { defaultSessionContext, type SessionContext } from './session-context.js';
import { creationTargets } from './targets.js';

const COMMAND_CLASS = 'EnterPSSessionCommand';
/** Without these a session cannot be entered: output could not be shown, and nobody could leave. cmdlets.md 10.2 (7) */
const REQUIRED_COMMANDS = ['Out-Default', 'Exit-PSSession'];
const NEEDED_TO_ENTER_MS = 60_000;
/** Whoever sees the command's screen means the command by Ctrl+C. A server that does not give it holds nobody longer. */
const TAKE_UP_GRACE_MS = 5000;

export interface CompletionMatch {
  readonly completionText: string;
  readonly listItemText: string;
  readonly resultType: string;
  readonly toolTip: string;
}

export interface CompletionResult {
  readonly replacementIndex: number;
  readonly replacementLength: number;
  readonly matches: readonly CompletionMatch[];
}

export interface InteractiveSessionInit {
  readonly session: PSSession;
  /** Closed when the prompt is left: it was opened for it. */
  readonly temporary: boolean;
  readonly host: SessionHost;
  /** A command that ran already when the session was entered: it is this prompt's now. */
  readonly resumed?: RemotePipeline | undefined;
  /** Ctrl+C came while that command was being taken up. */
  readonly isInterrupted?: boolean;
  /** What the remote session lacks: lines are run without `Out-Default` then. */
  readonly hasOutDefault: boolean;
  readonly warnings: readonly string[];
  readonly scriptReader?: ScriptReader | undefined;
}

/** A session that has been entered. One line at a time; `leave` gives the local prompt back. */
export class InteractiveSession implements AsyncDisposable {
  readonly session: PSSession;
  readonly temporary: boolean;
  /** What the user should be told before the first prompt. */
  readonly warnings: readonly string[];
  readonly #host: SessionHost;
  readonly #hasOutDefault: boolean;
  readonly #scriptReader: ScriptReader | undefined;
  #left: Promise<void> | undefined;
  #resumed: RemotePipeline | undefined;
  #isInterrupted: boolean;
  #processId: PSValue | undefined;

  constructor(init: InteractiveSessionInit) {
    this.session = init.session;
    this.temporary = init.temporary;
    this.warnings = init.warnings;
    this.#host = init.host;
    this.#hasOutDefault = init.hasOutDefault;
    this.#scriptReader = init.scriptReader;
    this.#resumed = init.resumed;
    this.#isInterrupted = init.isInterrupted ?? false;
  }

  /** False once the session is closed, broken or disconnected: the local prompt returns. */
  get isOpen(): boolean {
    return this.#left === undefined && this.session.state === 'Opened';
  }

  /** The remote prompt with the computer before it: `[Server01]: PS C:\> `. cmdlets.md 10.3 */
  async prompt(signal?: AbortSignal): Promise<string> {
    let text = '';
    try {
      const result = await this.#runQuietly('prompt', signal);
      text = result
        .filter((value) => value !== null)
        .map(String)
        .join('');
    } catch (error) {
      if (signal?.aborted === true) throw error;
      text = ''; // a prompt function that fails gives the plain prompt
    }
    return `[${await this.#target(signal)}]: ${text === '' ? 'PS>' : text}`;
  }

  /**
   * Runs one line as typed. Its output is formatted over there by Out-Default and comes as host calls; where the session
   * has no Out-Default it comes as objects. `exit`, `Exit-PSSession` and `Exit-PSHostProcess` alone leave.
   */
  runLine(line: string, options: { readonly signal?: AbortSignal } = {}): CommandRun<PSValue> {
    return new CommandRun<PSValue>({ signal: options.signal, commandClass: COMMAND_CLASS }, async (writer) => {
      if (/^\s*(?:exit|exit-pssession|exsn|exit-pshostprocess)\s*;?\s*$/i.test(line)) {
        await this.leave();
        return;
      }
      if (this.session.state !== 'Opened') throw notRun(line, this.session);
      const script: PSCommandDefinition = { ...pipelineCommand(line), isScript: true };
      const commands = this.#hasOutDefault
        ? [
            script,
            {
              ...pipelineCommand('Out-Default'),
              mergePreviousResults: PipelineResultTypes.Output | PipelineResultTypes.Error,
            },
          ]
        : [script];
      await this.#run({ ...commandDefinition([commands]), history: line }, writer);
    });
  }

  /** A command ran when the session was entered, and `takeUp` has not been called. */
  get hasResumed(): boolean {
    return this.#resumed !== undefined;
  }

  /** Ctrl+C came before the command that runs there was taken up: `takeUp` stops it. */
  interrupt(): void {
    this.#isInterrupted = true;
  }

  /** The command that ran when the session was entered, taken up: once, before the first line. Undefined: none did. */
  takeUp(options: { readonly signal?: AbortSignal } = {}): CommandRun<PSValue> | undefined {
    const resumed = this.#resumed;
    this.#resumed = undefined;
    if (resumed === undefined) return undefined;
    return new CommandRun<PSValue>({ signal: options.signal, commandClass: COMMAND_CLASS }, async (writer) => {
      if (this.#isInterrupted) void resumed.stop().catch(() => undefined);
      const end = await this.#pump(resumed, writer);
      if (end.state === 'Failed') throw end.error;
    });
  }

  /** Says who may watch the session from now on: accounts and groups of its endpoint; none: nobody. */
  setWatchers(names: readonly string[], signal?: AbortSignal): Promise<void> {
    return this.session.runspace.setWatchers(names, signal);
  }

  /** What Tab could put at `cursor` of `line`, asked of the remote session. Empty when it has no TabExpansion2. */
  async complete(line: string, cursor: number, signal?: AbortSignal): Promise<CompletionResult> {
    const empty: CompletionResult = { replacementIndex: 0, replacementLength: 0, matches: [] };
    const definition = commandDefinition([
      [
        {
          ...pipelineCommand('TabExpansion2'),
          parameters: [
            { name: 'inputScript', value: line },
            { name: 'cursorColumn', value: cursor },
          ],
        },
      ],
    ]);
    const run = new CommandRun<PSValue>({ signal, commandClass: COMMAND_CLASS }, (writer) =>
      this.#run(definition, writer),
    );
    const result = (await run.all().catch(() => []))[0];
    if (!(result instanceof PSObject)) return empty;
    const matches = result.get('CompletionMatches');
    const list = Array.isArray(matches)
      ? (matches as readonly PSValue[])
      : matches instanceof PSObject
        ? listItems(matches)
        : [];
    return {
      replacementIndex: numberOf(result.get('ReplacementIndex')),
      replacementLength: numberOf(result.get('ReplacementLength')),
      matches: list
        .filter((match) => match instanceof PSObject)
        .map((match) => ({
          completionText: textOf(match.get('CompletionText')),
          listItemText: textOf(match.get('ListItemText')),
          resultType: textOf(match.get('ResultType')),
          toolTip: textOf(match.get('ToolTip')),
        })),
    };
  }

  /** Ends the interactive use: a temporary session is closed, a PSSession stays as it is. cmdlets.md 10.4 */
  leave(): Promise<void> {
    this.#left ??= this.temporary ? this.session.runspace.close().catch(() => undefined) : Promise.resolve();
    return this.#left;
  }

  /**
   * Leaves the session alive at its server: the escapes `~.` and `~d`. Where the carrier cannot disconnect, the session
   * stays open here instead.
   */
  async detach(context: SessionContext = defaultSessionContext()): Promise<void> {
    this.#left ??= Promise.resolve();
    if (this.session.runspace.supportsDisconnect && this.session.state === 'Opened') {
      await this.session.runspace.disconnect({});
    }
    context.repository.addOrReplace(this.session);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave();
  }

  async #runQuietly(script: string, signal: AbortSignal | undefined): Promise<readonly PSValue[]> {
    const run = new CommandRun<PSValue>({ signal, commandClass: COMMAND_CLASS }, (writer) =>
      this.#run(scriptDefinition(script, { addOutString: false }), writer, false),
    );
    return run.all();
  }

  async #run(
    definition: ReturnType<typeof commandDefinition>,
    writer: CommandWriter<PSValue>,
    addToHistory = definition.history !== null,
  ): Promise<void> {
    const { runspace } = this.session;
    const plain = (): ReturnType<typeof plainDefinition> => plainDefinition(definition, this.#scriptReader);
    const sent = takesNoScripts(runspace) ? ((await plain()) ?? definition) : definition;
    let end = await this.#runOnce(sent, writer, addToHistory);
    if (end.state === 'Failed' && refusedScript(runspace, end.error)) {
      const again = await plain();
      if (again !== undefined) end = await this.#runOnce(again, writer, addToHistory);
    }
    if (end.state === 'Failed') throw end.error;
  }
  async #runOnce(
    definition: ReturnType<typeof commandDefinition>,
    writer: CommandWriter<PSValue>,
    addToHistory: boolean,
  ): Promise<PipelineEnd> {
    return await this.#pump(
      this.session.runspace.startPipeline(definition, { noInput: true, host: this.#host, addToHistory }),
      writer,
    );
  }
  async #pump(pipeline: RemotePipeline, writer: CommandWriter<PSValue>): Promise<PipelineEnd> {
    const stop = (): void => void pipeline.stop().catch(() => undefined);
    writer.signal.addEventListener('abort', stop, { once: true });
    if (writer.signal.aborted) stop();
    const release = writer.onHold((held) => pipeline.hold(held));
    const stopNotices = this.session.runspace.onNotice((notice) => {
      if (notice.type !== 'warning') return;
      // As a warning of the command would come: on the screen of the host, and in the stream.
      this.#host.writeWarningLine?.(notice.message);
      writer.warning(notice.message);
    });
    try {
      return await pipeline.pumpTo((record, bytes) => writer.write(record, bytes));
    } finally {
      stopNotices();
      release();
      writer.signal.removeEventListener('abort', stop);
    }
  }

  async #target(signal: AbortSignal | undefined): Promise<string> {
    const info = this.session.runspace.connectionInfo;
    if (info.transport === 'SSH' && info.userName !== undefined) return `${info.userName}@${info.computerName}`;
    if (info.transport !== 'NamedPipe') return info.computerName;
    // A pipe of a name of its own does not tell whose it is.
    this.#processId ??= info.processId ?? (await this.#runQuietly('$PID', signal).catch(() => []))[0];
    return `Process:${textOf(this.#processId ?? '?')}`;
  }
}

/** The session ended while a line was being typed for it. */
function notRun(line: string, { state, computerName, runspace }: PSSession): PSSessionError {
  const cause = runspace.stateReason;
  const reason = cause === undefined ? '.' : `: ${withoutComputer(cause.message)}`;
  return new PSSessionError(
    `Command '${line}' was not run, because the session with ${computerName} is ${state}${reason}`,
    { errorId: 'InvalidSessionState', category: 'InvalidOperation', cause },
  );
}

/**
 * Opens a temporary session, or takes one of the current session, for interactive use.
 * @throws {PSSessionError} with the ids of cmdlets.md 10.5.
 */
export async function enterPSSession(parameters: EnterPSSessionParameters): Promise<InteractiveSession> {
  const context = parameters.context ?? defaultSessionContext();
  const signal = parameters.signal ?? new AbortController().signal;
  try {
    context.assertOpen();
    const host = parameters.host ?? context.host;
    const existing = parameters.session ?? findExisting(parameters, context);
    const warnings: string[] = [];
    const session = existing ?? (await openTemporary(parameters, context, host, signal));
    warnings.push(...session.runspace.takeWarnings());
    const resumed = existing === undefined ? undefined : await makeReady(existing, parameters, context, host, signal);
    return await push(
      { session, temporary: existing === undefined, host, warnings, resumed },
      signal,
      context.scriptReader,
    );
  } catch (error) {
    if (error instanceof PSSessionError) error.leftCommand(COMMAND_CLASS);
    throw error;
  }
}

function findExisting(parameters: EnterPSSessionParameters, context: SessionContext): PSSession | undefined {
  const { id, instanceId, name } = parameters;
  if (id === undefined && instanceId === undefined && name === undefined) return undefined;
  const matches =
    name === undefined
      ? findLocalSessions(context.repository, { id, instanceId }, (error) => {
          throw error;
        })
      : context.repository.list().filter((session) => session.name.toLowerCase() === name.toLowerCase());
  const [match] = matches;
  if (match === undefined) {
    throw catalogued('RemoteRunspaceNotAvailableForSpecifiedName', [name], { targetObject: name });
  }
  if (matches.length > 1) {
    throw catalogued('RemoteRunspaceHasMultipleMatchesForSpecifiedName', [name], { targetObject: name });
  }
  return match;
}

async function openTemporary(
  parameters: EnterPSSessionParameters,
  context: SessionContext,
  host: SessionHost,
  signal: AbortSignal,
): Promise<PSSession> {
  const [target] = creationTargets(parameters, context, false);
  if (target?.connectionInfo === undefined) {
    const reason = target?.error;
    if (reason?.errorId === 'CreateRemoteRunspaceForContainerFailed') throw reason;
    throw catalogued('CreateRemoteRunspaceFailed', [target?.given ?? '', reason?.message ?? ''], {
      targetObject: target?.given,
      completeId: true,
      cause: reason?.cause ?? reason,
    });
  }
  const session = makeSession(target.connectionInfo, undefined, context, host);
  try {
    await session.runspace.open(signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = connectionFailure(error, 'PSSessionOpenFailed', target.connectionInfo, {
      targetObject: target.given,
    });
    // What is thrown is the exception alone: which computer it is of stands in records only.
    throw catalogued('CreateRemoteRunspaceFailed', [target.given, withoutComputer(reason.message)], {
      targetObject: target.given,
      completeId: true,
      cause: reason,
    });
  }
  return session;
}

async function makeReady(
  session: PSSession,
  parameters: EnterPSSessionParameters,
  context: SessionContext,
  host: SessionHost,
  signal: AbortSignal,
): Promise<RemotePipeline | undefined> {
  let justConnected = false;
  let screen: readonly Uint8Array[] | undefined;
  if (session.state === 'Disconnected') {
    if (session.availability !== 'None') {
      throw catalogued('EnterPSSessionCannotConnectDisconnectedSession', [session.name], { targetObject: session });
    }
    try {
      // What was shown before comes before what waits.
      await connectSession(session, context, signal, async (runspace) => {
        screen = await runspace.readScreen(signal);
        if (screen !== undefined) showScreen(screen, session, host);
      });
      justConnected = true;
    } catch (error) {
      throw catalogued(
        'EnterPSSessionConnectSessionFailed',
        [session.name, error instanceof Error ? error.message : String(error)],
        { targetObject: session, cause: error },
      );
    }
  }
  if (session.state !== 'Opened') {
    throw parameters.session === undefined
      ? catalogued('PushedRunspaceNotOpen', [], { errorId: 'PushedRunspaceMustBeOpen' })
      : catalogued('PushedRunspaceMustBeOpen', [session.name, session.computerName, session.instanceId]);
  }
  if (!justConnected && session.runspace.hasUnreceivedCommand) {
    screen = await session.runspace.readScreen(signal);
    if (screen !== undefined) showScreen(screen, session, host);
  }
  if (session.availability !== 'Available') {
    // An endpoint that keeps the screen also asks again what its command waits for.
    const running =
      screen === undefined
        ? undefined
        : await session.runspace.attachPipeline(afterGrace(signal, TAKE_UP_GRACE_MS), host);
    if (running !== undefined) {
      if (parameters.session !== undefined) context.repository.addOrReplace(session);
      return running;
    }
    if (justConnected && session.runspace.availability !== 'Available') {
      await session.runspace.disconnect({}, signal).catch(() => undefined);
      throw catalogued('EnterPSSessionConnectSessionNotAvailable', [session.name], { targetObject: session });
    }
    parameters.onWarning?.(
      `The session '${session.name}' runs a command. It is entered when the command has ended; Ctrl+C gives up waiting.`,
    );
    // Busy in this client: entering completes when the command is through. Ctrl+C cancels.
    await session.runspace.whenAvailable(signal);
  }
  if (parameters.session !== undefined) context.repository.addOrReplace(session);
  return undefined;
}

/** Fires so long after `signal`. */
function afterGrace(signal: AbortSignal, graceMs: number): AbortSignal {
  const late = new AbortController();
  const begin = (): void => void setTimeout(() => late.abort(signal.reason), graceMs).unref();
  if (signal.aborted) begin();
  else signal.addEventListener('abort', begin, { once: true });
  return late.signal;
}

/** Of what was on the screen so much is shown again. */
const SHOWN_LINES = 200;

/** What was on the screen when the session was left: lines of the host, and what came beside them as plain text. */
function showScreen(messages: readonly Uint8Array[], session: PSSession, host: SessionHost): void {
  const last = new LastLines(host);
  const reader = new ScreenReader({
    host: last.host,
    origin: { computerName: session.computerName, runspaceId: session.instanceId },
    record: (record) => {
      if (record.stream === 'output') last.host.writeLine?.(textOf(record.value));
      else if (record.stream === 'error') last.host.writeErrorLine?.(record.value.message);
      else if (record.stream === 'warning') last.host.writeWarningLine?.(record.value.message);
    },
  });
  for (const message of messages) reader.message(message);
  last.show(SHOWN_LINES);
}

/** Asks for the commands that a prompt needs; a session without them is not entered. cmdlets.md 10.2 (7) */
async function push(
  init: Pick<InteractiveSessionInit, 'session' | 'temporary' | 'host' | 'warnings' | 'resumed'>,
  signal: AbortSignal,
  scriptReader: ScriptReader | undefined,
): Promise<InteractiveSession> {
  const { session, temporary, host, resumed } = init;
  // A session that runs a command has been entered before.
  if (resumed !== undefined)
    return new InteractiveSession({ ...init, hasOutDefault: true, scriptReader, isInterrupted: signal.aborted });
  let missing: readonly string[] = [];
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(NEEDED_TO_ENTER_MS)]);
    const known = await session.runspace.getCommandMetadata(REQUIRED_COMMANDS, limit);
    const names = new Set(known.map((command) => command.name.toLowerCase()));
    missing = REQUIRED_COMMANDS.filter((name) => !names.has(name.toLowerCase()));
  } catch (error) {
    // A session that lacks what the metadata are made with is asked in plainer words. One that cannot answer these
    // either is used without Out-Default, which is better than not at all.
    if (!(error instanceof RemoteError)) {
      if (temporary) await session.runspace.close().catch(() => undefined);
      throw error;
    }
    missing = (await hasOutDefault(session, host)) ? [] : ['Out-Default'];
  }
  return new InteractiveSession({
    ...init,
    hasOutDefault: !missing.includes('Out-Default'),
    scriptReader,
  });
}

async function hasOutDefault(session: PSSession, host: SessionHost): Promise<boolean> {
  const ask = { ...pipelineCommand('Get-Command'), parameters: [{ name: 'Name', value: 'Out-Default' }] };
  let found = false;
  const end = await session.runspace
    .startPipeline(commandDefinition([[ask]]), { noInput: true, host })
    .pumpTo((record) => {
      found ||= record.stream === 'output';
    });
  return found && end.state === 'Completed';
}

function listItems(value: PSObject): readonly PSValue[] {
  return 'items' in value && Array.isArray(value.items) ? (value.items as readonly PSValue[]) : [];
}
function numberOf(value: PSValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
