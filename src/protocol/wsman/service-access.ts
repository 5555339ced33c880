/** Who may do what with a shell that was found: commands in it, and clients that have it or lost it. protocol.md 7.10 */
import { tryParseGuid } from '../bytes/index.js';
import { sessionOf, type OperationContext } from './operation-context.js';
import type { ShellCaller } from './service-api.js';
import { fail, type ServiceCore } from './service-core.js';
import type { ServiceCommand, ServiceShell } from './service-state.js';

export function commandFor(shell: ServiceShell, id: string): ServiceCommand {
  const commandId = tryParseGuid(id);
  const command = commandId === undefined ? undefined : shell.commands.get(commandId);
  // WinRM's own words: clients show them, and some compare them.
  const text =
    'The Windows Remote Shell received a request to perform an operation on a command identifier that does not exist. Either the command has completed execution or the client specified an invalid command identifier. ';
  return command ?? fail('UNEXPECTED_SELECTORS', text);
}

/**
 * The shell has to be connected to the caller's client. A client that lost its shell to another one gets "disconnected",
 * which ends its loops quietly; a client whose connections broke just goes on.
 */
export function requireConnected<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  shell: ServiceShell,
): void {
  const session = sessionOf(context);
  if (shell.formerSessions.has(session)) fail('SHELL_DISCONNECTED', 'The shell is connected to another client now.');
  if (shell.state !== 'Disconnected') return;
  if (!shell.lost || shell.connecting || session !== shell.sessionId) fail('SHELL_DISCONNECTED');
  shell.state = 'Connected';
  shell.lost = false;
  core.noteShell(shell);
  core.emit({ type: 'shellReconnected', shellId: shell.shellId });
}
