/** Set-Variable, New-Variable and Remove-Variable. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration, ErrorInit } from '../../command-api.js';
import { textInPieces } from '../../slices.js';
import { type Pending, settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import type { EngineCommandContext, VariableEntry } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { enumParameter, SCOPED_OPTIONS, VISIBILITY } from '../support/enums.js';
import { listOf } from '../support/objects.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const UNAUTHORIZED = 'System.Management.Automation.SessionStateUnauthorizedAccessException';

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
const isConstant = ({ options }: VariableEntry): boolean => options.includes('Constant');
const isReadOnly = ({ options }: VariableEntry): boolean => options.includes('ReadOnly');
/** Whether the variable may not be touched: constants never, read-only ones without -Force. */
const locked = (context: EngineCommandContext, variable: VariableEntry): boolean =>
  isConstant(variable) || (isReadOnly(variable) && !context.flag('Force'));
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
function* write(
  context: EngineCommandContext,
  name: string,
  value: PSValue,
  before: VariableEntry | undefined,
): Steps<void> {
  const description = text(context, 'Description');
  const made = context.services.variables.set(name, value, {
    // What an outer scope has is hidden, not changed, unless the variable is of this scope.
    scope: text(context, 'Scope'),
    force: context.flag('Force') && before !== undefined,
    options: optionsOf(context),
    ...(description === undefined ? {} : { description }),
  });
  if (context.flag('PassThru')) yield* settle(context.write(made.object));
}
function* whatIf(context: EngineCommandContext, name: string, value: PSValue): Steps<string> {
  return `Name: ${name} Value: ${value === null ? '' : yield* textInPieces(value, (size) => context.tick(size))}`;
}
const notWritable = (name: string): ErrorInit => ({
  errorId: 'VariableNotWritable',
  category: 'WriteError',
  target: name,
  exceptionType: UNAUTHORIZED,
});

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
    const values: PSValue[] = [];
    let names: readonly string[] = [];
    let piped = false;
    return {
      begin() {
        piped = !context.isBound('Value');
      },
      process() {
        names = texts(context, 'Name') ?? names;
        if (context.isBound('Value')) values.push(context.arg('Value') ?? null);
      },
      *end(): Steps<void> {
        const { variables } = context.services;
        const scope = text(context, 'Scope');
        const keep = kept(context);
        for (const given of names) {
          if (!keep(given)) continue;
          const before = variables.find(given, scope ?? 'local');
          const seen = before ?? (scope === undefined ? variables.find(given) : undefined);
          if (before !== undefined && locked(context, before)) {
            yield* settle(
              context.writeError(
                `Cannot overwrite variable ${before.name} because it is read-only or constant.`,
                notWritable(given),
              ),
            );
            continue;
          }
          let value: PSValue = values.length === 0 ? null : values.length === 1 ? (values[0] ?? null) : values;
          if (context.flag('Append')) {
            const old = seen?.value ?? null;
            value = [...(old === null ? [] : listOf(old)), ...(piped ? values : values.flatMap((one) => listOf(one)))];
          }
          // Attributes of a variable that is there are kept when only they are given.
          if (values.length === 0 && !context.isBound('Value') && before !== undefined) value = before.value;
          if (!(yield* settle(context.shouldProcess(yield* whatIf(context, given, value), 'Set variable')))) continue;
          yield* write(context, given, value, before);
        }
      },
    };
  },
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
      if (before !== undefined && isConstant(before)) {
        yield* settle(
          context.writeError(
            `Cannot overwrite variable ${before.name} because it is read-only or constant.`,
            notWritable(name),
          ),
        );
        return;
      }
      yield* write(context, name, value, before);
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
          if (locked(context, variable))
            yield* settle(
              context.writeError(
                `Cannot remove variable ${variable.name} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.`,
                {
                  errorId: 'VariableNotRemovable',
                  category: 'WriteError',
                  target: variable.name,
                  exceptionType: UNAUTHORIZED,
                },
              ),
            );
          else variables.remove(variable.name, scope);
        }
      }
    },
  }),
);
export const VARIABLE_COMMANDS: readonly CommandRegistration[] = [setVariable, newVariable, removeVariable];
