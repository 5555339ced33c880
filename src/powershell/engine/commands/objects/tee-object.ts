/** Tee-Object: keeps in a file or variable what passes through. */
import { pushOne } from '../../room.js';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { settle } from '../../pending.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { inputOf, listOf } from '../support/objects.js';

export const teeObject = defineCommand(
  'Tee-Object',
  {
    alias: 'tee',
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'File',
    synopsis: 'Saves command output in a file or variable and also sends it down the pipeline.',
  },
  [
    parameter('InputObject', 'PSObject', 'V'),
    parameter('FilePath', 'String', 'File: M 0', { alias: 'Path' }),
    parameter('LiteralPath', 'String', 'LiteralFile: M', { alias: 'PSPath LP' }),
    flag('Append', 'File: '),
    parameter('Encoding', 'Encoding', 'File,LiteralFile:', {
      shown: 'System.Text.Encoding',
      check: NOT_EMPTY,
      attributes: 'ArgumentToEncodingTransformation ArgumentEncodingCompletions',
    }),
    parameter('Variable', 'String', 'Variable: M'),
  ],
  (context) => {
    const kept: PSValue[] = [];
    const write = (append: boolean, values: readonly PSValue[]): ReturnType<typeof context.services.call> =>
      context.services.call(
        'Out-File',
        {
          [context.isBound('LiteralPath') ? 'LiteralPath' : 'FilePath']:
            text(context, 'LiteralPath') ?? text(context, 'FilePath') ?? '',
          ...(append ? { Append: true } : {}),
          ...(context.isBound('Encoding') ? { Encoding: context.arg('Encoding') ?? null } : {}),
        },
        values,
      );
    return {
      // A file that cannot be written lets nothing pass.
      *begin() {
        if (!context.isBound('Variable')) yield* settle(write(context.flag('Append'), []));
      },
      *process() {
        const input = inputOf(context);
        if (input === undefined) return;
        pushOne(kept, input);
        yield* settle(context.write(input));
      },
      *end() {
        const { services } = context;
        const name = text(context, 'Variable');
        if (name !== undefined) {
          const before = context.flag('Append') ? listOf(services.variables.find(name)?.value ?? null) : [];
          const all = [...before, ...kept];
          if (all.length > 0) services.variables.set(name, all.length === 1 ? (all[0] ?? null) : all, {});
          return;
        }
        yield* settle(write(true, kept));
      },
    };
  },
);
