/** Commands that take objects apart, choose, order and count them. */
import type { CommandRegistration } from '../../command-api.js';

export const OBJECT_COMMANDS: readonly CommandRegistration[] = [];
