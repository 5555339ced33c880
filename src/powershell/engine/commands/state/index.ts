/** Commands about the session's own state: aliases, history, types, culture. */
import type { CommandRegistration } from '../../command-api.js';
import { ALIAS_COMMANDS } from './alias-commands.js';
import { STATE_COMMANDS as SESSION_STATE } from './session-state.js';

export const STATE_COMMANDS: readonly CommandRegistration[] = [...ALIAS_COMMANDS, ...SESSION_STATE];
