/** The family as commands of the engine: loaded with the engine, not when help or completion only need definitions. */
import type { CommandRegistration } from '../../engine/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { PSSessionOption, type SessionContext } from '../../../client/session/index.js';
import { configurationCommands } from './configuration-commands.js';
import { enterCommands } from './enter.js';
import type { Family, FamilyOptions } from './family-context.js';
import { hostCommands } from './host-commands.js';
import { implicitCommands } from './implicit.js';
import { invokeCommands } from './invoke.js';
import { jobCommands } from './job-commands.js';
import { optionCommands } from './options.js';
import { sessionCommands } from './session-commands.js';
import { sessionOptionObject } from './values.js';
import './session-types.js';

export type { FamilyOptions, InteractiveHost } from './family-context.js';

export function registrations(context: SessionContext, options: FamilyOptions): readonly CommandRegistration[] {
  const family: Family = {
    ...options,
    context,
    forAnother: (other) => ({
      commands: registrations(other, { ...options, interactive: undefined }),
      variables: initialVariables(),
    }),
  };
  return [
    ...sessionCommands(family),
    ...invokeCommands(family),
    ...enterCommands(family),
    ...optionCommands(family),
    ...jobCommands(family),
    ...configurationCommands(family),
    ...hostCommands(family),
    ...implicitCommands(family),
  ];
}

/**
 * What a session at an endpoint gets: its own sessions to other computers, and jobs. Entering sessions is its client's
 * business, and the endpoint's configuration its administrator's.
 */
export function sessionRegistrations(context: SessionContext): readonly CommandRegistration[] {
  const family: Family = {
    context,
    forAnother: (other) => ({ commands: sessionRegistrations(other), variables: initialVariables() }),
  };
  return [
    ...sessionCommands(family),
    ...invokeCommands(family),
    ...optionCommands(family),
    ...jobCommands(family),
    ...implicitCommands(family),
  ];
}

/** The preference variables as they stand when a session begins. cmdlets.md 3.10 */
export function initialVariables(): Readonly<Record<string, PSValue>> {
  return {
    PSSessionOption: sessionOptionObject(new PSSessionOption()),
    PSSessionConfigurationName: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
    PSSessionApplicationName: 'wsman',
  };
}
