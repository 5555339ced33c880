/** Get-Error: the newest errors of `$Error`, or those that are piped to it, with everything in them. */
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { whole } from '../commands/support/arguments.js';
import { defineCommand, parameter, range, NOT_EMPTY } from '../commands/support/command-spec.js';
import { inputOf } from '../commands/support/objects.js';
import { settle, type Steps } from '../pending.js';
import { ExceptionObject } from '../values/exceptions.js';
import { unwrap } from '../values/live.js';
import { isErrorRecord } from './error-parts.js';
import { originals } from './get-error-view.js';

const RECORD = 'System.Management.Automation.ErrorRecord';
function extended(error: PSValue, index: number | undefined): PSObject {
  const typeNames =
    error instanceof ExceptionObject
      ? ['System.Exception#PSExtendedError', ...error.type.typeNames.filter((name) => name !== 'System.Exception')]
      : [`${RECORD}#PSExtendedError`, 'System.Object'];
  const made = new PSObject({
    typeNames,
    base: error,
    toStringText: toText(error),
    ...(index === undefined ? {} : { extended: PropertyBag.of({ PSErrorIndex: index }) }),
  });
  originals.set(made, error);
  return made;
}

export const getError = defineCommand(
  'Get-Error',
  {
    alias: 'gerr',
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'Newest',
    output: `${RECORD}#PSExtendedError,System.Exception#PSExtendedError`,
    synopsis: 'Gets and displays the most recent error messages from the current session.',
  },
  [
    parameter('InputObject', 'PSObject', 'Error: V 0', { check: NOT_EMPTY }),
    parameter('Newest', 'Int32', 'Newest: ', { alias: 'Last', check: range(1, 2147483647) }),
  ],
  (context) => {
    let given = false;
    return {
      *process(): Steps<void> {
        const piped = inputOf(context);
        if (piped === undefined) return;
        given = true;
        const input = unwrap(piped);
        if (isErrorRecord(input) || input instanceof ExceptionObject)
          yield* settle(context.write(extended(input, undefined)));
      },
      *end(): Steps<void> {
        if (given) return;
        const count = whole(context, 'Newest');
        const errors = context.services.errors().slice(0, count ?? 1);
        for (const [index, error] of errors.entries())
          yield* settle(context.write(extended(error, errors.length > 1 ? index : undefined)));
      },
    };
  },
);
