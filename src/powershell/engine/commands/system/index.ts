/** Commands about the computer: its processes, its network, its clock's zone. */
import type { CommandRegistration } from '../../command-api.js';
import { CLIPBOARD_COMMANDS } from './clipboard-commands.js';
import { MACHINE_COMMANDS } from './machine-commands.js';
import { PROCESS_COMMANDS } from './process-commands.js';
import { REFUSED_COMMANDS } from './refused-commands.js';
import { startProcess } from './start-process.js';
import { testConnection } from './test-connection.js';
import { WEB_COMMANDS } from './web/web-commands.js';

export const SYSTEM_COMMANDS: readonly CommandRegistration[] = [
  ...PROCESS_COMMANDS,
  startProcess,
  testConnection,
  ...WEB_COMMANDS,
  ...MACHINE_COMMANDS,
  ...CLIPBOARD_COMMANDS,
  ...REFUSED_COMMANDS,
];
