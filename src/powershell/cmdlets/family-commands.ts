/**
 * The family in an engine:
 *
 *     const context = new SessionContext();
 *     const runspace = createRunspace({ ...(await familyRunspaceOptions(context)) });
 *
 * and a script of it can say `$s = New-PSSession server01; Invoke-Command -Session $s { ... } -AsJob | Receive-Job`.
 * What the commands need is loaded here, so that a program that only prints help does not load an engine.
 */
import { lazyPart } from '../../io/runtime/index.js';
import type { SessionContext } from '../../client/session/index.js';
import type { PSValue } from '../../protocol/objects/index.js';
import type { CommandRegistration } from '../engine/index.js';
import type { FamilyOptions } from './registration/index.js';

const registrationPart = lazyPart(() => import('./registration/index.js'));

export type { FamilyOptions, InteractiveHost } from './registration/index.js';

/** To be spread into `createRunspace`'s options. */
export interface FamilyRunspaceOptions {
  readonly commands: readonly CommandRegistration[];
  /** `$PSSessionOption`, `$PSSessionConfigurationName`, `$PSSessionApplicationName`. */
  readonly variables: Readonly<Record<string, PSValue>>;
}

/** The commands of the family for one current session. */
export async function familyCommands(
  context: SessionContext,
  options: FamilyOptions = {},
): Promise<readonly CommandRegistration[]> {
  return (await familyRunspaceOptions(context, options)).commands;
}

/** The commands and the variables that they read. */
export async function familyRunspaceOptions(
  context: SessionContext,
  options: FamilyOptions = {},
): Promise<FamilyRunspaceOptions> {
  const { initialVariables, registrations } = await registrationPart();
  return { commands: registrations(context, options), variables: initialVariables() };
}

/** The family for a runspace that serves a client elsewhere: with a current session of its own. */
export interface HostedFamily extends FamilyRunspaceOptions {
  /** Ends its jobs, and leaves or closes its sessions, as a PowerShell that exits. */
  close(): Promise<void>;
}

/** Loads what `hostedFamily` needs. */
export async function loadFamily(): Promise<void> {
  await registrationPart();
}

/** What an endpoint gives its embedded runspaces: sessions to other computers and jobs, no prompts, no configurations. */
export async function hostedFamily(): Promise<HostedFamily> {
  const { initialVariables, LazySessionCommands } = await registrationPart();
  const lazy = new LazySessionCommands();
  return { commands: lazy.commands, variables: initialVariables(), close: () => lazy.close() };
}
