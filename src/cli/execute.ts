/** Runs one command of the family in a current session, for the person at a Terminal. In-process and in the agent alike. */
import {
  PSCredential,
  PSSessionOption,
  SessionErrorRecord,
  asSessionError,
  type PSSession,
  type SessionContext,
} from '../client/session/index.js';
import { catalogued } from '../protocol/errors/index.js';
import { PSObject, type PSValue } from '../protocol/objects/index.js';
import {
  bindText,
  runFamilyCommand,
  type BoundParameters,
  type CommandDefinition,
  type TextResolver,
} from '../powershell/cmdlets/index.js';
import type { BoundArgument, OutputFormat } from './command-line.js';
import { consoleHost } from './console-host.js';
import { progressTerminal, type ProgressBars } from './progress-bars.js';
import { Renderer } from './render.js';
import type { Terminal } from './terminal.js';

export interface ExecuteRequest {
  readonly definition: CommandDefinition;
  readonly arguments: readonly BoundArgument[];
  readonly output: OutputFormat | undefined;
  readonly version: string;
  readonly input?: AsyncIterable<unknown>;
}

/** @returns the exit code: 0 when nothing failed, 1 otherwise, 130 when it was stopped. */
export async function executeCommand(
  request: ExecuteRequest,
  context: SessionContext,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { terminal: guarded, bars } = progressTerminal(terminal);
  const renderer = new Renderer(request.output, guarded, formatObjects);
  try {
    const bound = await bind(request, context, guarded, signal);
    await runBound({ request, bound, context, terminal: guarded, renderer, signal, bars });
  } catch (error) {
    await renderer.flush();
    renderer.error(new SessionErrorRecord(asSessionError(error).leftCommand(request.definition.className)));
  }
  await renderer.end();
  if (signal.aborted) return 130;
  return renderer.hadErrors ? 1 : 0;
}

export async function bind(
  request: ExecuteRequest,
  context: SessionContext,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<BoundParameters> {
  const resolver: TextResolver = {
    async credential(userName) {
      const password = await terminal.password(userName, signal);
      if (password === undefined)
        throw catalogued('ParameterArgumentTransformationError', [
          'Credential',
          `no password was given for '${userName}'.`,
        ]);
      return new PSCredential(userName, password);
    },
    sessions: (text) => sessionsNamed(context, text),
    sessionOption: (entries) => PSSessionOption.fromHashtable(entries),
  };
  return await bindText(request.definition, request.arguments, resolver);
}

/** A session of the current session by id, instance id or exact name: what the program takes where PowerShell has objects. */
function sessionsNamed(context: SessionContext, text: string): readonly PSSession[] {
  const all = context.repository.list();
  const lower = text.toLowerCase();
  const found = all.filter(
    (session) => String(session.id) === text || session.instanceId === lower || session.name.toLowerCase() === lower,
  );
  if (found.length === 0)
    throw catalogued('RemoteRunspaceNotAvailableForSpecifiedName', [text], { targetObject: text });
  return found;
}

interface BoundCommand {
  readonly request: ExecuteRequest;
  readonly bound: BoundParameters;
  readonly context: SessionContext;
  readonly terminal: Terminal;
  readonly renderer: Renderer;
  readonly signal: AbortSignal;
  readonly bars: ProgressBars;
}

async function runBound(command: BoundCommand): Promise<void> {
  const { request, bound, context, terminal, renderer, signal, bars } = command;
  const { definition } = request;
  const whatIf = bound.values.get('WhatIf') === true;
  const confirm = bound.values.get('Confirm') === true;
  let all = false;
  const shouldProcess = async (target: string, action: string): Promise<boolean> => {
    if (whatIf) {
      terminal.out(`What if: Performing the operation "${action}" on target "${target}".\n`);
      return false;
    }
    if (!confirm || all) return true;
    const line = await terminal.readLine(
      `Performing the operation "${action}" on target "${target}". [Y] Yes  [A] Yes to All  [N] No: `,
      signal,
    );
    const answer = line?.trim().toLowerCase() ?? 'n';
    if (answer === 'a') all = true;
    return answer === 'y' || answer === 'a' || answer === '';
  };
  // A remote session sends its messages as records and as calls of the host. Here the records are shown.
  const silent = (): void => undefined;
  const host = {
    ...consoleHost(terminal, { version: request.version, progress: bars }),
    writeWarningLine: silent,
    writeVerboseLine: silent,
    writeDebugLine: silent,
  };
  const run = await runFamilyCommand(definition, bound, {
    context,
    signal,
    host,
    ...(whatIf || confirm ? { shouldProcess } : {}),
    ...(request.input === undefined ? {} : { input: request.input }),
  });
  const verbose = request.arguments.some(({ name, value }) => name === 'Verbose' && value === true);
  const debug = request.arguments.some(({ name, value }) => name === 'Debug' && value === true);
  try {
    for await (const record of run.records) {
      if (record.stream === 'verbose' && !verbose) continue;
      if (record.stream === 'debug' && !debug) continue;
      if (record.stream === 'progress') bars.show(record.value);
      else await renderer.record(record);
    }
  } finally {
    // A command that is stopped takes its temporary sessions down before the current session is left.
    await run.completion.catch(() => undefined);
  }
  bars.clear();
}

/** Text and numbers are printed as they are; for objects the engine's formatter is loaded. */
async function formatObjects(values: readonly PSValue[], width: number): Promise<string> {
  const simple = values.map(simpleText);
  if (simple.every((text) => text !== undefined)) return simple.map((text) => `${text}\n`).join('');
  const { formatForText } = await import('./format-objects.js');
  return formatForText(values, width);
}

/** What came through a session carries notes about its origin; a text with notes is still a text. */
function simpleText(value: PSValue): string | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (value instanceof PSObject && value.base !== undefined && !(value.base instanceof PSObject)) {
    return value.typeNames.some((name) => name.endsWith('System.Enum')) ? value.toStringText : simpleText(value.base);
  }
  return undefined;
}
