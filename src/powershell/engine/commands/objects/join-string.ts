/** Join-String. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { settle } from '../../pending.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { inputOf, listOf } from '../support/objects.js';
import { evaluate, GROUP_KEYS, propertyExpressions } from '../support/property-expression.js';

export const joinString = defineCommand(
  'Join-String',
  {
    module: 'Microsoft.PowerShell.Utility',
    className: 'Utility.JoinStringCommand',
    defaultSet: 'default',
    output: 'System.String',
    synopsis: 'Combines objects from the pipeline into a single string.',
  },
  [
    parameter('Property', 'Object', '0', { attributes: 'ArgumentCompleter', shown: 'pspropertyexpression' }),
    parameter('Separator', 'String', '1', { allow: 'EmptyString', attributes: 'ArgumentCompleter' }),
    parameter('OutputPrefix', 'String', '', { alias: 'op' }),
    parameter('OutputSuffix', 'String', '', { alias: 'os' }),
    flag('SingleQuote', 'SingleQuote:'),
    flag('DoubleQuote', 'DoubleQuote:'),
    parameter('FormatString', 'String', 'Format:', { attributes: 'ArgumentCompleter' }),
    flag('UseCulture'),
    parameter('InputObject', 'PSObject[]', 'V'),
  ],
  (context) => {
    const parts: string[] = [];
    const asked = context.arg('Property') ?? null;
    const [property] = asked === null ? [] : propertyExpressions(context, [asked], GROUP_KEYS);
    const quote = context.flag('SingleQuote') ? "'" : context.flag('DoubleQuote') ? '"' : '';
    return {
      *process() {
        for (const item of listOf(inputOf(context))) {
          if (item === null) continue;
          let value: PSValue = item;
          if (property !== undefined) {
            const [result] = yield* evaluate(context, property, item);
            value = result?.value ?? null;
          }
          const format = text(context, 'FormatString');
          parts.push(
            format === undefined || format === '' || quote !== ''
              ? `${quote}${toText(value)}${quote}`
              : context.services.format(format, [value]),
          );
        }
      },
      *end() {
        const separator = text(context, 'Separator') ?? toText(context.services.variables.find('OFS')?.value ?? null);
        yield* settle(
          context.write(
            `${text(context, 'OutputPrefix') ?? ''}${parts.join(separator)}${text(context, 'OutputSuffix') ?? ''}`,
          ),
        );
      },
    };
  },
);
