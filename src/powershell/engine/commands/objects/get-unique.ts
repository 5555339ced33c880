/** Get-Unique: drops what equals the object just before it. */
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { compareText } from '../../operators/comparison.js';
import { typeNamesOf } from '../../values/types.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { inputOf } from '../support/objects.js';
import { orderOf } from '../support/order.js';

export const getUnique = defineCommand(
  'Get-Unique',
  {
    alias: 'gu',
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'AsString',
    synopsis: 'Returns unique items from a sorted list.',
  },
  [
    parameter('InputObject', 'PSObject', 'V'),
    flag('AsString', 'AsString:'),
    flag('OnType', 'UniqueByType:'),
    flag('CaseInsensitive'),
  ],
  (context) => {
    let last: PSValue | undefined;
    return {
      process() {
        const input = inputOf(context);
        if (input === undefined) return undefined;
        const sensitive = !context.flag('CaseInsensitive');
        const previous = last;
        if (previous !== undefined) {
          if (context.flag('OnType')) {
            if (typeNamesOf(input)[0] === typeNamesOf(previous)[0]) return undefined;
          } else if (context.flag('AsString')) {
            if (compareText(toText(input), toText(previous), sensitive) === 0) return undefined;
          } else if (orderOf(input, previous, sensitive) === 0) return undefined;
        }
        last = input;
        return context.write(input);
      },
    };
  },
);
