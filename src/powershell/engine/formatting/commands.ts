/** The commands that shape objects and show them. */
import type { CommandRegistration } from '../command-api.js';
import { formatCustom, formatList, formatTable, formatWide } from './format-commands.js';
import { exportFormatData, getFormatData, updateFormatData } from './format-data-commands.js';
import { getError } from './get-error.js';
import { outDefault, outHostCommand, outString } from './out-commands.js';
import { outFile } from './out-file.js';

export const FORMATTING_COMMANDS: readonly CommandRegistration[] = [
  formatTable,
  formatList,
  formatWide,
  formatCustom,
  outDefault,
  outHostCommand,
  outString,
  outFile,
  getError,
  updateFormatData,
  getFormatData,
  exportFormatData,
];
