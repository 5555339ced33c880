/** Sort-Object. */
import { pushOne } from '../../room.js';
import { introSort, mergeSort } from '../../merge-sort.js';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { settle } from '../../pending.js';
import { whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range } from '../support/command-spec.js';
import { inputOf, listOf } from '../support/objects.js';
import { propertyExpressions, SORT_KEYS } from '../support/property-expression.js';
import { directions, entryOrder, expandWildcards, orderEntries, rankTexts } from './ordering.js';
import { alphabetOf, CULTURE } from './culture-parameter.js';

export const sortObject = defineCommand(
  'Sort-Object',
  {
    alias: 'sort',
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'Default',
    synopsis: 'Sorts objects by property values.',
  },
  [
    flag('Descending'),
    flag('Unique', ''),
    parameter('Top', 'Int32', 'Top: M', { check: range(1, 2147483647) }),
    parameter('Bottom', 'Int32', 'Bottom: M', { check: range(1, 2147483647) }),
    flag('Stable', 'Default:'),
    parameter('InputObject', 'PSObject', 'V'),
    parameter('Property', 'Object[]', '0'),
    CULTURE,
    flag('CaseSensitive'),
  ],
  (context) => {
    const inputs: PSValue[] = [];
    return {
      process() {
        const input = inputOf(context);
        if (input !== undefined && input !== null) pushOne(inputs, input);
      },
      *end() {
        const given = listOf(context.arg('Property'));
        const expressions =
          given.length === 0
            ? undefined
            : expandWildcards(context, propertyExpressions(context, given, SORT_KEYS), inputs);
        const caseSensitive = context.flag('CaseSensitive');
        const unsorted = yield* rankTexts(
          context,
          yield* orderEntries(context, expressions, inputs),
          caseSensitive,
          alphabetOf(context),
        );
        const order = entryOrder(directions(expressions, !context.flag('Descending')), caseSensitive);
        const top = whole(context, 'Top');
        const bottom = whole(context, 'Bottom');
        // As PowerShell: the order of arrival counts where -Stable asks for it, and where some are picked.
        const isStable = context.flag('Stable') || (top ?? bottom) !== undefined;
        const sort = isStable ? mergeSort : introSort;
        const entries = yield* sort(() => context.tick(), unsorted, order);
        let shown = entries;
        if (context.flag('Unique'))
          shown = entries.filter((entry, index) => index === 0 || order(entries[index - 1] ?? entry, entry) !== 0);
        if (top !== undefined) shown = shown.slice(0, top);
        if (bottom !== undefined) shown = shown.slice(-bottom);
        yield* settle(context.writeAll(shown.map(({ input }) => input)));
      },
    };
  },
);
