/** Commands that look into texts and bytes. */
import type { CommandRegistration } from '../../command-api.js';
import { BYTES_COMMANDS } from './bytes-commands.js';
import { selectString } from './select-string.js';

export const TEXT_COMMANDS: readonly CommandRegistration[] = [selectString, ...BYTES_COMMANDS];
