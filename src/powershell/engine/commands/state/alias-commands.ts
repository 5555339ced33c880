/** Get-, Set-, New- and Remove-Alias; Clear-Variable. */
import { compareText } from '../../operators/comparison.js';
import type { CommandRegistration } from '../../command-api.js';
import { settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { isLocked } from '../../runtime/locked.js';
import { EnumValue } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { enumParameter, SCOPED_OPTIONS } from '../support/enums.js';
import { unauthorized, writeLocked } from '../support/locked.js';
import { kept, noVariable } from '../session/variable-commands.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const optionsOf = (context: EngineCommandContext): string[] => {
  const value = context.arg('Option');
  return value instanceof EnumValue ? value.text.split(', ').filter((name) => name !== 'None') : [];
};

const getAlias = defineCommand(
  'Get-Alias',
  {
    alias: 'gal',
    module: UTILITY,
    defaultSet: 'Default',
    output: 'System.Management.Automation.AliasInfo',
    synopsis: 'Gets the aliases for the current session.',
  },
  [
    parameter('Name', 'String[]', 'Default: 0 V P', { check: NOT_EMPTY }),
    parameter('Exclude', 'String[]'),
    parameter('Scope', 'String', '', { attributes: 'ArgumentCompleter' }),
    parameter('Definition', 'String[]', 'Definition: ', { check: NOT_EMPTY }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const all = [...context.services.aliases.list(text(context, 'Scope'))].sort((a, b) =>
        compareText(a.name, b.name, false),
      );
      const exclude = (texts(context, 'Exclude') ?? []).map((pattern) => wildcardRegex(pattern));
      const byDefinition = context.isBound('Definition');
      for (const wanted of (byDefinition ? texts(context, 'Definition') : texts(context, 'Name')) ?? ['*']) {
        const regex = wildcardRegex(wanted);
        const found = all.filter(
          ({ name, definition }) =>
            regex.test(byDefinition ? definition : name) && !exclude.some((one) => one.test(name)),
        );
        if (found.length === 0 && !hasWildcard(wanted) && exclude.length === 0)
          yield* settle(
            context.writeError(
              `This command cannot find a matching alias because an alias with the ${byDefinition ? 'definition' : 'name'} '${wanted}' does not exist.`,
              {
                errorId: 'ItemNotFoundException',
                category: 'ObjectNotFound',
                target: wanted,
                exceptionType: 'System.Management.Automation.ItemNotFoundException',
              },
            ),
          );
        for (const { object } of found) yield* settle(context.write(object));
      }
    },
  }),
);

const aliasWriter = (command: 'Set-Alias' | 'New-Alias', alias: string): CommandRegistration =>
  defineCommand(
    command,
    {
      alias,
      module: UTILITY,
      shouldProcess: true,
      output: 'System.Management.Automation.AliasInfo',
      synopsis:
        command === 'Set-Alias'
          ? 'Creates or changes an alias for a cmdlet or other command in the current PowerShell session.'
          : 'Creates a new alias.',
    },
    [
      parameter('Name', 'String', 'M 0 P'),
      parameter('Value', 'String', 'M 1 P'),
      parameter('Description', 'String'),
      enumParameter('Option', SCOPED_OPTIONS),
      flag('PassThru'),
      parameter('Scope', 'String', '', { attributes: 'ArgumentCompleter' }),
      flag('Force'),
    ],
    (context) => ({
      *process(): Steps<void> {
        const { aliases } = context.services;
        const name = text(context, 'Name') ?? '';
        const value = text(context, 'Value') ?? '';
        const scope = text(context, 'Scope');
        const known = aliases.find(name, scope);
        if (command === 'New-Alias' && !context.flag('Force') && known !== undefined) {
          yield* settle(
            context.writeError(`The alias is not allowed, because an alias with the name '${name}' already exists.`, {
              errorId: 'AliasAlreadyExists',
              category: 'ResourceExists',
              target: name,
              exceptionType: 'System.Management.Automation.SessionStateException',
            }),
          );
          return;
        }
        if (isLocked(known, context.flag('Force'))) {
          yield* settle(writeLocked(context, 'AliasNotWritable', name));
          return;
        }
        const options = optionsOf(context);
        if (known?.options.includes('AllScope') === true && !options.includes('AllScope')) {
          yield* settle(
            context.writeError(
              `The AllScope option cannot be removed from the alias '${name}'.`,
              unauthorized('AliasAllScopeOptionCannotBeRemoved', name),
            ),
          );
          return;
        }
        if (
          !(yield* settle(
            context.shouldProcess(`Name: ${name} Value: ${value}`, command === 'Set-Alias' ? 'Set Alias' : 'New Alias'),
          ))
        )
          return;
        const description = text(context, 'Description');
        const made = aliases.set(name, value, {
          scope,
          force: context.flag('Force'),
          options,
          ...(description === undefined ? {} : { description }),
        });
        if (context.flag('PassThru')) yield* settle(context.write(made.object));
      },
    }),
  );

const removeAlias = defineCommand(
  'Remove-Alias',
  { module: UTILITY, synopsis: 'Removes an alias from the current session.' },
  [
    parameter('Name', 'String[]', 'Default: M 0 P V'),
    parameter('Scope', 'String', 'Default: ', { attributes: 'ArgumentCompleter' }),
    flag('Force', 'Default: '),
  ],
  (context) => ({
    *process(): Steps<void> {
      const { aliases } = context.services;
      // A scope that is none is said before an alias that is none.
      aliases.list(text(context, 'Scope'));
      for (const name of texts(context, 'Name') ?? []) {
        const found = aliases.find(name);
        if (found === undefined)
          yield* settle(
            context.writeError(
              `This command cannot find a matching alias because an alias with the name '${name}' does not exist.`,
              {
                errorId: 'ItemNotFoundException',
                category: 'ObjectNotFound',
                target: name,
                exceptionType: 'System.Management.Automation.ItemNotFoundException',
              },
            ),
          );
        else if (isLocked(found, context.flag('Force'))) yield* settle(writeLocked(context, 'AliasNotRemovable', name));
        else aliases.remove(name, text(context, 'Scope'));
      }
    },
  }),
);

const clearVariable = defineCommand(
  'Clear-Variable',
  { alias: 'clv', module: UTILITY, shouldProcess: true, synopsis: 'Deletes the value of a variable.' },
  [
    parameter('Name', 'String[]', 'M 0 P'),
    parameter('Include', 'String[]'),
    parameter('Exclude', 'String[]'),
    flag('Force'),
    flag('PassThru'),
    parameter('Scope', 'String', '', { check: NOT_EMPTY, attributes: 'ArgumentCompleter' }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const { variables } = context.services;
      const scope = text(context, 'Scope');
      const keep = kept(context);
      for (const wanted of texts(context, 'Name') ?? []) {
        const regex = wildcardRegex(wanted);
        const found = variables.list(scope).filter(({ name }) => regex.test(name) && keep(name));
        if (found.length === 0 && !hasWildcard(wanted) && keep(wanted)) yield* settle(noVariable(context, wanted));
        for (const variable of found) {
          if (!(yield* settle(context.shouldProcess(`Name: ${variable.name}`, 'Clear variable')))) continue;
          if (isLocked(variable, context.flag('Force'))) {
            yield* settle(writeLocked(context, 'VariableNotWritable', variable.name));
            continue;
          }
          const made = variables.set(variable.name, null, { scope, force: context.flag('Force') });
          if (context.flag('PassThru')) yield* settle(context.write(made.object));
        }
      }
    },
  }),
);
export const ALIAS_COMMANDS: readonly CommandRegistration[] = [
  getAlias,
  aliasWriter('Set-Alias', 'sal'),
  aliasWriter('New-Alias', 'nal'),
  removeAlias,
  clearVariable,
];
