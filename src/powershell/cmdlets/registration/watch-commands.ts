/** Watch-PSSession and Set-PSSessionWatcher as commands of the engine. */
import { setPSSessionWatcher, watchPSSession } from '../../../client/session/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { settle, type CommandRegistration, type Steps } from '../../engine/index.js';
import type { CommandDefinition } from '../definition.js';
import type { FamilyRun } from '../run-family.js';
import { SET_PSSESSION_WATCHER, WATCH_PSSESSION } from '../watch-family.js';
import { boundOptions, commonOptions, readPreferences, type Family } from './family-context.js';
import { pump } from './pump.js';
import { register } from './register.js';

export function watchCommands(family: Family): readonly CommandRegistration[] {
  return [
    command(family, WATCH_PSSESSION, (options) => watchPSSession(options)),
    command(family, SET_PSSESSION_WATCHER, (options) => setPSSessionWatcher(options)),
  ];
}

const command = (
  family: Family,
  definition: CommandDefinition,
  operation: (options: Record<string, unknown>) => FamilyRun,
): CommandRegistration =>
  register(definition, (context) => ({
    *process(): Steps<void> {
      readPreferences(family, context);
      const options = { ...commonOptions(family, context), ...(yield* boundOptions(definition, context)) };
      yield* settle(pump(context, definition, operation(options), (value) => value as PSValue));
    },
  }));
