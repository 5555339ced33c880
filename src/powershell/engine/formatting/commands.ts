/** The commands that shape objects and show them. */
import type { CommandRegistration } from '../command-api.js';
import { formatCustom, formatList, formatTable, formatWide } from './format-commands.js';
import { outDefault, outHostCommand, outString } from './out-commands.js';

export const FORMATTING_COMMANDS: readonly CommandRegistration[] = [
  formatTable,
  formatList,
  formatWide,
  formatCustom,
  outDefault,
  outHostCommand,
  outString,
];
