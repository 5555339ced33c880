/**
 * From bound parameters to the operations of the session room. The parameters of a command are the options of its
 * operation in camelCase, so one rule serves the whole family. The engine's commands and the program's call this alike.
 * The session room is loaded when the first command runs: help and completion do not need it.
 */
import type { PSSessionOption, SessionContext, SessionHost, StreamRecord } from '../../client/session/index.js';
import { lazyPart } from '../../io/runtime/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { BoundParameters } from './bind-text.js';
import type { CommandDefinition } from './definition.js';

const sessionPart = lazyPart(() => import('../../client/session/index.js'));

export interface FamilyIo {
  readonly context: SessionContext;
  readonly signal: AbortSignal;
  readonly host: SessionHost;
  /** -WhatIf and -Confirm; undefined when neither was given. */
  readonly shouldProcess?: (target: string, action: string) => boolean | Promise<boolean>;
  /** Input by value: what was piped into the command. */
  readonly input?: readonly unknown[] | AsyncIterable<unknown>;
}

/** `ComputerName` -> `computerName`, `UseSSL` -> `useSSL`, `SSHConnection` -> `sshConnection`. */
export function camelCase(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (start) => start.toLowerCase());
}

function options(bound: BoundParameters, io: FamilyIo): Record<string, unknown> {
  const result: Record<string, unknown> = { context: io.context, signal: io.signal, host: io.host };
  for (const [name, value] of bound.values) result[camelCase(name)] = value;
  // The library has one time unit, milliseconds, and one set of names; only these differ from the parameters'.
  if (io.shouldProcess !== undefined) result['shouldProcess'] = io.shouldProcess;
  delete result['whatIf'];
  delete result['confirm'];
  delete result['sshTransport'];
  return result;
}

export type FamilyRecord = StreamRecord<unknown>;

/** A command of the family that runs: sessions, jobs or results as they come, with all other streams. */
export interface FamilyRun {
  readonly records: AsyncIterable<FamilyRecord>;
  /** Rejects with the command's terminating error. */
  readonly completion: Promise<void>;
  readonly hadErrors: boolean;
  stop(): Promise<void>;
}

/**
 * Starts one command of the family.
 * @throws {PSSessionError} the command has no operation here (Enter- and Exit-PSSession belong to the host).
 */
export async function runFamilyCommand(
  definition: CommandDefinition,
  bound: BoundParameters,
  io: FamilyIo,
): Promise<FamilyRun> {
  const session = await sessionPart();
  const given = options(bound, io);
  switch (definition.name) {
    case 'Get-PSSession':
      return session.getPSSession(given);
    case 'New-PSSession':
      return session.newPSSession(given);
    case 'Connect-PSSession':
      return session.connectPSSession(given);
    case 'Disconnect-PSSession':
      return session.disconnectPSSession(given);
    case 'Receive-PSSession':
      return session.receivePSSession(given);
    case 'Remove-PSSession':
      return session.removePSSession(given);
    case 'Watch-PSSession':
      return session.watchPSSession(given);
    case 'Set-PSSessionWatcher':
      return session.setPSSessionWatcher(given);
    case 'Invoke-Command':
      if (io.input !== undefined && given['inputObject'] === undefined) given['inputObject'] = io.input;
      return session.invokeCommand(given);
    case 'New-PSSessionOption':
      return new session.CommandRun<PSSessionOption>(
        { signal: io.signal, commandClass: definition.className },
        (writer) => {
          writer.output(sessionOptionOf(bound, session.PSSessionOption));
          return Promise.resolve();
        },
      );
    default:
      throw new PSSessionError(`${definition.name} works at an interactive prompt only.`, {
        errorId: 'HostDoesNotSupportPushRunspace',
        category: 'InvalidArgument',
      }).leftCommand(definition.className);
  }
}

/** Parameters of New-PSSessionOption whose property has another name. cmdlets.md 13.1 */
const OPTION_NAMES: Readonly<Record<string, string>> = { MaximumRedirection: 'MaximumConnectionRedirectionCount' };

function sessionOptionOf(bound: BoundParameters, Option: typeof PSSessionOption): PSSessionOption {
  const entries = [...bound.values].map(([name, value]) => [OPTION_NAMES[name] ?? name, value] as const);
  const explicit = new Set(entries.map(([name]) => name));
  const option = Option.fromHashtable(entries);
  const bare = Option.create();
  return option.with({
    ...(explicit.has('MaximumReceivedObjectSize') ? {} : { maximumReceivedObjectSize: bare.maximumReceivedObjectSize }),
    ...(explicit.has('MaxConnectionRetryCount') ? {} : { maxConnectionRetryCount: bare.maxConnectionRetryCount }),
  });
}
