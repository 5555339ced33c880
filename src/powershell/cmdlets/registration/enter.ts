/** Enter-PSSession and Exit-PSSession as commands of the engine. The prompt itself is the host's. cmdlets.md 10 */
import { enterPSSession, ERROR_CATALOGUE, PSSessionError, SessionErrorRecord } from '../../../client/session/index.js';
import { settle, type CommandRegistration, type EngineCommandContext, type Steps } from '../../engine/index.js';
import type { CommandDefinition } from '../definition.js';
import { ENTER_PSSESSION, EXIT_PSSESSION } from '../family.js';
import { errorObject, terminating } from './errors.js';
import { boundOptions, commonOptions, readPreferences, type Family, type InteractiveHost } from './family-context.js';
import { register } from './register.js';

const VIRTUAL: ReadonlySet<string> = new Set(['VMId', 'VMName', 'ContainerId']);

export const enterCommand = (family: Family): CommandRegistration =>
  register(ENTER_PSSESSION, (context) => ({
    *process(): Steps<void> {
      const host = yield* interactiveHost(family, context, 'HostDoesNotSupportPushRunspace');
      if (host === undefined) return;
      if (host.inNestedPrompt === true && !VIRTUAL.has(context.parameterSetName))
        context.fail(ERROR_CATALOGUE.HostInNestedPrompt.text, {
          errorId: 'HostInNestedPrompt',
          category: 'InvalidOperation',
          exceptionType: 'System.InvalidOperationException',
        });
      readPreferences(family, context);
      const options = { ...commonOptions(family, context), ...(yield* boundOptions(ENTER_PSSESSION, context)) };
      delete options['runAsAdministrator'];
      yield* enter(context, ENTER_PSSESSION, host, options);
    },
  }));

export const exitCommand = (family: Family): CommandRegistration =>
  register(EXIT_PSSESSION, (context) => ({
    *process(): Steps<void> {
      const host = yield* interactiveHost(family, context, 'HostDoesNotSupportPushRunspace');
      if (host?.isPushed === true) yield* settle(host.pop());
    },
  }));

/** The host, or an error that says that it has no interactive sessions. */
export function* interactiveHost(
  family: Family,
  context: EngineCommandContext,
  errorId: string,
  text: string = ERROR_CATALOGUE.HostDoesNotSupportPushRunspace.text,
): Steps<InteractiveHost | undefined> {
  if (family.interactive !== undefined) return family.interactive;
  yield* settle(
    context.writeError(text, {
      errorId,
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentException',
    }),
  );
  return undefined;
}

/** Opens or takes the session and moves the host's prompt into it. What fails is written; what ends the command is thrown. */
export function* enter(
  context: EngineCommandContext,
  definition: CommandDefinition,
  host: InteractiveHost,
  options: Record<string, unknown>,
): Steps<void> {
  try {
    const session = yield* settle(
      enterPSSession({ ...options, onWarning: (text: string) => void context.writeWarning(text) }),
    );
    for (const warning of session.warnings) yield* settle(context.writeWarning(warning));
    yield* settle(host.push(session));
    if (context.signal.aborted) session.interrupt();
  } catch (error) {
    if (!(error instanceof PSSessionError) || endsCommand(error))
      throw terminating(error, definition.name, definition.className);
    error.leftCommand(definition.className);
    yield* settle(
      context.services.writeOwnRecord(context, errorObject(new SessionErrorRecord(error), definition.name)),
    );
  }
}

function endsCommand(error: PSSessionError): boolean {
  const id = error.errorId.split(',').at(-1) ?? '';
  // Only this command goes on without the module.
  if (id === 'HyperVModuleNotAvailable') return false;
  const entry = (ERROR_CATALOGUE as Readonly<Record<string, { readonly terminating: boolean } | undefined>>)[id];
  // An exception of .NET that nothing catches ends it.
  return id.startsWith('System.') || (entry?.terminating ?? false);
}
