/** What the registered commands share: the current session, the host that can be entered, and how parameters become options. */
import { existsSync } from 'node:fs';
import {
  NON_INTERACTIVE_HOST,
  PSSessionOption,
  type InteractiveSession,
  type SessionContext,
  type SessionHost,
} from '../../../client/session/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import {
  settle,
  toText,
  unwrap,
  type CommandRegistration,
  type EngineCommandContext,
  type Steps,
} from '../../engine/index.js';
import type { CommandDefinition } from '../definition.js';
import { camelCase } from '../run-family.js';
import { askCredential, sessionHost } from './host.js';
import type { DisplayedByHost } from './pump.js';
import { held, parameterValue, toSessionOption } from './values.js';
import { fullPath } from './paths.js';
import { sshConnections } from './ssh-connections.js';

/** A host whose prompt can move into another session: the interactive shell. cmdlets.md 10 */
export interface InteractiveHost {
  /** Enter-PSSession: from now on lines go to `session`, until it is left. */
  push(session: InteractiveSession): void | Promise<void>;
  /** Exit-PSSession. Nothing happens where nothing was entered. */
  pop(): void | Promise<void>;
  readonly isPushed: boolean;
  readonly inNestedPrompt?: boolean;
}

export interface FamilyOptions {
  /** Without one, Enter- and Exit-PSSession are refused as in a host without interactive sessions. */
  readonly interactive?: InteractiveHost | undefined;
  /** The endpoint's configuration file. Default: the one that `pssession serve` reads. */
  readonly configurationFile?: string | undefined;
  /** The groups that the endpoint would give an account; undefined: nobody knows it. Default: nobody is known. */
  readonly groupsOf?: ((user: string) => Promise<readonly string[] | undefined>) | undefined;
  /**
   * The program that Start-Job starts for each job, with its arguments: it speaks the framing of remote sessions on its
   * standard input and output. Without one, a job is a second runspace of this process.
   */
  readonly jobProgram?: readonly [file: string, ...args: string[]] | undefined;
}

export interface Family extends FamilyOptions {
  readonly context: SessionContext;
  /** The commands and variables of another runspace with a current session of its own: what a background job gets. */
  readonly forAnother: (context: SessionContext) => {
    readonly commands: readonly CommandRegistration[];
    readonly variables: Readonly<Record<string, PSValue>>;
  };
}

/** Who answers the calls of remote commands: the current session's own host, else that of the running pipeline. */
export function hostFor(family: Family, context: EngineCommandContext): SessionHost {
  return family.context.host === NON_INTERACTIVE_HOST ? sessionHost(context.host) : family.context.host;
}

/** What that host displays of a remote command that it was given to. */
export const displayedBy = (host: SessionHost): DisplayedByHost => (host.hasUI ? 'everything' : 'nothing');

const textVariable = (context: EngineCommandContext, name: string): string | undefined => {
  const value = context.services.variables.find(name, 'global')?.value;
  const text = value === undefined || value === null ? '' : toText(value);
  return text === '' ? undefined : text;
};

/** `$PSSessionOption` and its kin as this command sees them. A value that is no option object counts as none. cmdlets.md 3.7, 3.10 */
export function readPreferences(family: Family, context: EngineCommandContext): void {
  const { context: session } = family;
  session.configurationName = textVariable(context, 'PSSessionConfigurationName');
  session.applicationName = textVariable(context, 'PSSessionApplicationName');
  session.environment = context.services.environment;
  let option: PSSessionOption | undefined;
  try {
    option = held(toSessionOption(context.services.variables.find('PSSessionOption')?.value ?? null), PSSessionOption);
  } catch {
    option = undefined;
  }
  session.sessionOption = option ?? new PSSessionOption();
}

/** Parameters that the operations do not take: common ones are the engine's, these say something about the set only. */
const NOT_OPTIONS: ReadonlySet<string> = new Set(['WhatIf', 'Confirm', 'SSHTransport']);

/** The bound parameters of this pipeline object as options of the operation, in camelCase. Asks for missing passwords. */
export function* boundOptions(
  definition: CommandDefinition,
  context: EngineCommandContext,
): Steps<Record<string, unknown>> {
  const options: Record<string, unknown> = {};
  for (const parameter of definition.parameters) {
    if (NOT_OPTIONS.has(parameter.name) || !context.isBound(parameter.name)) continue;
    const value = context.arg(parameter.name) ?? null;
    options[camelCase(parameter.name)] =
      parameter.type === 'PSCredential'
        ? yield* credential(parameter.name, value, context)
        : parameterValue(parameter.type, value);
    if (parameter.name === 'KeyFilePath') options[camelCase(parameter.name)] = existingFile(context, toText(value));
    if (parameter.name === 'SSHConnection') {
      const name = camelCase(parameter.name);
      options[name] = sshConnections(options[name], context);
    }
  }
  return options;
}

/** @throws PathNotFound */
function existingFile(context: EngineCommandContext, text: string): string {
  const file = fullPath(context, text);
  if (!existsSync(file))
    context.fail(`Cannot find path '${file}' because it does not exist.`, {
      errorId: 'PathNotFound',
      category: 'ObjectNotFound',
      target: file,
      exceptionType: 'System.Management.Automation.ItemNotFoundException',
    });
  return file;
}

/** What every operation takes beside its parameters. */
export function commonOptions(family: Family, context: EngineCommandContext): Record<string, unknown> {
  return { context: family.context, signal: context.signal, host: hostFor(family, context) };
}

/** A credential as it is; a user name, or null, asks for the rest. cmdlets.md 3.6 */
function* credential(parameter: string, value: PSValue, context: EngineCommandContext): Steps<unknown> {
  const given = parameterValue('PSCredential', value);
  if (given !== undefined) return given;
  const inner = unwrap(value);
  const userName = inner === null ? '' : toText(inner);
  const asked = context.host.hasUI
    ? yield* settle(
        askCredential(
          context.host,
          'PowerShell credential request',
          'Enter your credentials.',
          userName,
          '',
          context.signal,
        ),
      )
    : null;
  if (asked === null)
    context.fail(
      `Cannot process argument transformation on parameter '${parameter}'. No password was given for '${userName}'.`,
      {
        errorId: 'ParameterArgumentTransformationError',
        category: 'InvalidData',
        exceptionType: 'System.Management.Automation.ParameterBindingArgumentTransformationException',
      },
    );
  return asked;
}
