/** `pssession` without a command: an interactive shell is not there yet, and says so. */
import { EXIT } from './program.js';

export async function runShell(): Promise<number> {
  await Promise.resolve();
  process.stderr.write(
    'pssession: an interactive shell on this computer is not there yet.\n' +
      "Use one command at a time ('pssession help' lists them), or 'pssession enter <computer>' for a prompt on another computer.\n",
  );
  return EXIT.usage;
}
