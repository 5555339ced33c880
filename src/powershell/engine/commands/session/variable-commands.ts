/** Set-Variable, New-Variable and Remove-Variable. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { textInPieces } from '../../slices.js';
import { type Pending, settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import type { EngineCommandContext, VariableEntry } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { unwrap } from '../../values/live.js';
import { typeOf } from '../../values/types.js';
import { listOfObjects } from '../../runtime/binder.js';
import { isLocked } from '../../runtime/locked.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { enumParameter, SCOPED_OPTIONS, VISIBILITY } from '../support/enums.js';
import { unauthorized, writeLocked } from '../support/locked.js';
import { listOf } from '../support/objects.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;

export const noVariable = (context: EngineCommandContext, name: string): Pending<void> =>
  context.writeError(`Cannot find a variable with the name '${name}'.`, {
    errorId: 'VariableNotFound',
    category: 'ObjectNotFound',
    target: name,
    exceptionType: 'System.Management.Automation.ItemNotFoundException',
  });
/** Names that -Include and -Exclude leave. */
export function kept(context: EngineCommandContext): (name: string) => boolean {
  const included = texts(context, 'Include')?.map((pattern) => wildcardRegex(pattern));
  const excluded = texts(context, 'Exclude')?.map((pattern) => wildcardRegex(pattern)) ?? [];
  return (name) =>
    (included === undefined || included.some((regex) => regex.test(name))) &&
    !excluded.some((regex) => regex.test(name));
}
const optionsOf = (context: EngineCommandContext): readonly string[] =>
  (texts(context, 'Option') ?? []).flatMap((option) => option.split(/\s*,\s*/));

const WRITING = [
  parameter('Value', 'Object', '1 V P'),
  parameter('Description', 'String', ''),
  enumParameter('Option', SCOPED_OPTIONS),
  enumParameter('Visibility', VISIBILITY),
  flag('Force'),
  flag('PassThru'),
  parameter('Scope', 'String', '', { check: NOT_EMPTY, attributes: 'ArgumentCompleter' }),
];
const visibilityOf = (context: EngineCommandContext): { readonly visibility?: 'Public' | 'Private' } =>
  context.isBound('Visibility') ? { visibility: text(context, 'Visibility') === 'Private' ? 'Private' : 'Public' } : {};
/** A variable of the name that has what the command says and no more. */
function* create(
  context: EngineCommandContext,
  name: string,
  value: PSValue,
  before: VariableEntry | undefined,
  options = optionsOf(context),
): Steps<void> {
  const made = context.services.variables.set(name, value, {
    // What an outer scope has is hidden, not changed, unless the variable is of this scope.
    scope: text(context, 'Scope'),
    force: context.flag('Force') && before !== undefined,
    options,
    description: text(context, 'Description') ?? '',
    ...visibilityOf(context),
  });
  if (context.flag('PassThru')) yield* settle(context.write(made.object));
}
/** Sets what the command gives of a variable that is there; its other options stay. */
function* change(context: EngineCommandContext, value: PSValue | undefined, before: VariableEntry): Steps<void> {
  const options = context.isBound('Option') ? optionsOf(context) : undefined;
  const description = text(context, 'Description');
  const given = (wanted: string): boolean =>
    options === undefined || options.some((option) => option.toLowerCase() === wanted.toLowerCase());
  if (isLocked(before, context.flag('Force'))) {
    yield* settle(writeLocked(context, 'VariableNotWritable', before.name));
    return;
  }
  const refusal =
    options !== undefined && given('Constant')
      ? `Existing variable ${before.name} cannot be made constant. Variables can be made constant only at creation time.`
      : before.options.includes('AllScope') && !given('AllScope')
        ? `The AllScope option cannot be removed from the variable '${before.name}'.`
        : undefined;
  const made = context.services.variables.set(before.name, value === undefined ? before.value : value, {
    scope: text(context, 'Scope'),
    force: context.flag('Force'),
    ...(refusal === undefined && options !== undefined ? { options } : {}),
    ...(description === undefined ? {} : { description }),
    ...visibilityOf(context),
  });
  if (refusal !== undefined) {
    const errorId = given('Constant') ? 'VariableCannotBeMadeConstant' : 'VariableAllScopeOptionCannotBeRemoved';
    yield* settle(context.writeError(refusal, unauthorized(errorId, before.name)));
  } else if (context.flag('PassThru')) yield* settle(context.write(made.object));
}
function* whatIf(context: EngineCommandContext, name: string, value: PSValue): Steps<string> {
  return `Name: ${name} Value: ${value === null ? '' : yield* textInPieces(value, (size) => context.tick(size))}`;
}

const setVariable = defineCommand(
  'Set-Variable',
  {
    alias: 'sv set',
    module: UTILITY,
    shouldProcess: true,
    output: 'System.Management.Automation.PSVariable',
    synopsis: 'Sets the value of a variable.',
  },
  [
    parameter('Name', 'String[]', 'M 0 P'),
    parameter('Include', 'String[]'),
    parameter('Exclude', 'String[]'),
    flag('Append'),
    ...WRITING,
  ],
  (context) => {
    let values: PSValue[] | undefined;
    let names: readonly string[] = [];
    let piped = false;
    const set = function* (value: PSValue | undefined): Steps<void> {
      const { variables } = context.services;
      const scope = text(context, 'Scope');
      const isPrivate = scope?.toLowerCase() === 'private';
      const keep = kept(context);
      for (const name of names) {
        const regex = wildcardRegex(name);
        const matching = hasWildcard(name)
          ? variables.list(scope ?? 'local').filter((variable) => regex.test(variable.name))
          : [variables.find(name, scope ?? 'local')].filter((variable) => variable !== undefined);
        if (matching.length === 0 && keep(name)) {
          if (yield* settle(context.shouldProcess(yield* whatIf(context, name, value ?? null), 'Set variable')))
            yield* create(context, name, value ?? null, undefined, [
              ...(isPrivate ? ['Private'] : []),
              ...optionsOf(context),
            ]);
        }
        for (const before of matching)
          if (
            keep(before.name) &&
            (yield* settle(context.shouldProcess(yield* whatIf(context, before.name, value ?? null), 'Set variable')))
          )
            yield* change(context, value, before);
      }
    };
    return {
      begin() {
        piped = !context.isBound('Value');
        names = texts(context, 'Name') ?? [];
        if (!context.flag('Append')) return;
        if (names.length !== 1)
          context.fail('SetVariableAppend', {
            errorId: 'SetVariableAppend',
            category: 'InvalidOperation',
            target: [...names],
            exceptionType: 'System.InvalidOperationException',
          });
        const old = context.services.variables.find(names[0] ?? '');
        const inner = unwrap(old?.value ?? null);
        values = old === undefined ? [] : isObjectList(inner) ? [...listOf(inner)] : [old.value];
      },
      *process(): Steps<void> {
        const named = texts(context, 'Name') ?? names;
        // Of names that come down the pipeline, each is set with its own value.
        const ownName = names.length === 0;
        names = named;
        if (ownName) {
          yield* set(context.isBound('Value') ? (context.arg('Value') ?? null) : undefined);
          names = [];
        } else if (context.isBound('Value') && (piped || context.flag('Append')))
          (values ??= []).push(context.arg('Value') ?? null);
      },
      *end(): Steps<void> {
        if (names.length === 0) return;
        if (piped) yield* set(values === undefined || values.length > 1 ? values : values[0]);
        else yield* set(values === undefined ? (context.arg('Value') ?? null) : listOfObjects(values));
      },
    };
  },
);
/** An array of objects, or a list of them. */
const isObjectList = (value: PSValue): boolean =>
  ['System.Object[]', 'System.Collections.Generic.List`1[[System.Object'].some(
    (name) => typeOf(value)?.fullName.startsWith(name) === true,
  );

const newVariable = defineCommand(
  'New-Variable',
  {
    alias: 'nv',
    module: UTILITY,
    shouldProcess: true,
    output: 'System.Management.Automation.PSVariable',
    synopsis: 'Creates a new variable.',
  },
  [parameter('Name', 'String', 'M 0 P'), ...WRITING],
  (context) => ({
    *process(): Steps<void> {
      const name = text(context, 'Name') ?? '';
      const value = context.arg('Value') ?? null;
      if (!(yield* settle(context.shouldProcess(yield* whatIf(context, name, value), 'New variable')))) return;
      const before = context.services.variables.find(name, text(context, 'Scope') ?? 'local');
      if (before !== undefined && !context.flag('Force')) {
        yield* settle(
          context.writeError(`A variable with name '${name}' already exists.`, {
            errorId: 'VariableAlreadyExists',
            category: 'ResourceExists',
            target: name,
            exceptionType: 'System.Management.Automation.SessionStateException',
          }),
        );
        return;
      }
      if (before !== undefined && isLocked(before, true)) {
        yield* settle(writeLocked(context, 'VariableNotWritable', before.name, name));
        return;
      }
      yield* create(context, name, value, before);
    },
  }),
);

const removeVariable = defineCommand(
  'Remove-Variable',
  { alias: 'rv', module: UTILITY, shouldProcess: true, synopsis: 'Deletes a variable and its value.' },
  [
    parameter('Name', 'String[]', 'M 0 P'),
    parameter('Include', 'String[]'),
    parameter('Exclude', 'String[]'),
    flag('Force'),
    parameter('Scope', 'String', '', { check: NOT_EMPTY, attributes: 'ArgumentCompleter' }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const { variables } = context.services;
      const scope = text(context, 'Scope');
      const keep = kept(context);
      for (const name of texts(context, 'Name') ?? []) {
        const regex = wildcardRegex(name);
        const matching = variables.list(scope).filter((variable) => regex.test(variable.name));
        if (matching.length === 0 && !hasWildcard(name) && keep(name)) yield* settle(noVariable(context, name));
        for (const variable of matching) {
          if (!keep(variable.name)) continue;
          if (!(yield* settle(context.shouldProcess(`Name: ${variable.name}`, 'Remove variable')))) continue;
          if (isLocked(variable, context.flag('Force')))
            yield* settle(writeLocked(context, 'VariableNotRemovable', variable.name));
          else variables.remove(variable.name, scope);
        }
      }
    },
  }),
);
export const VARIABLE_COMMANDS: readonly CommandRegistration[] = [setVariable, newVariable, removeVariable];
