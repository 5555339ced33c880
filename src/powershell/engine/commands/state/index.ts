/** Commands about the session's own state: aliases, history, types, culture. */
import type { CommandRegistration } from '../../command-api.js';
import { ALIAS_COMMANDS } from './alias-commands.js';
import { ALIAS_FILE_COMMANDS } from './alias-files.js';
import { HISTORY_COMMANDS } from './history-commands.js';
import { BREAKPOINT_COMMANDS } from './breakpoint-commands.js';
import { QUIET_COMMANDS } from './quiet-commands.js';
import { STATE_COMMANDS as SESSION_STATE } from './session-state.js';
import { TRACING_COMMANDS } from './tracing-commands.js';
import { TYPE_DATA_COMMANDS } from './type-data-commands.js';

export const STATE_COMMANDS: readonly CommandRegistration[] = [
  ...ALIAS_COMMANDS,
  ...ALIAS_FILE_COMMANDS,
  ...SESSION_STATE,
  ...TYPE_DATA_COMMANDS,
  ...TRACING_COMMANDS,
  ...HISTORY_COMMANDS,
  ...BREAKPOINT_COMMANDS,
  ...QUIET_COMMANDS,
];
