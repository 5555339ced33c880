/** Commands that write to the streams, and those that ask the host. */
import type { CommandRegistration } from '../../command-api.js';
import { outNull } from './out-null.js';
import { writeErrorCommand } from './write-error.js';
import {
  writeDebug,
  writeHost,
  writeInformation,
  writeOutput,
  writeProgress,
  writeVerbose,
  writeWarning,
} from './write-streams.js';

export const OUTPUT_COMMANDS: readonly CommandRegistration[] = [
  writeOutput,
  writeErrorCommand,
  writeWarning,
  writeVerbose,
  writeDebug,
  writeInformation,
  writeHost,
  writeProgress,
  outNull,
];
