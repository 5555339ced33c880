/** Group-Object. */
import { pushOne } from '../../room.js';
import { mergeSort } from '../../merge-sort.js';
import { PSDictionary, PSList, type PSObject, type PSValue, TYPE_NAMES } from '../../../../protocol/objects/index.js';
import { separator, shownText } from '../../conversion.js';
import { keyRule } from '../../net/comparers.js';
import { NetDictionary } from '../../net/dictionaries.js';
import { settle, type Steps } from '../../pending.js';
import { textInPieces } from '../../slices.js';
import type { EngineCommandContext } from '../engine-services.js';
import { unwrap } from '../../values/live.js';
import { collectionOf, typeOf } from '../../values/types.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { inputOf, itemsOf, listOf, netObject } from '../support/objects.js';
import { GROUP_KEYS, propertyExpressions } from '../support/property-expression.js';
import { type EntryOrder, entryOrder, orderEntries, type OrderEntry, refuseWildcards } from './ordering.js';
import { CULTURE } from './culture-parameter.js';

interface Group {
  readonly first: OrderEntry;
  readonly items: PSValue[];
}
/** `{a, b}` for a property that is a collection; values are joined by commas, nulls left out. */
function* groupName(context: EngineCommandContext, { keys }: OrderEntry, named: readonly boolean[]): Steps<string> {
  const names: string[] = [];
  for (const [index, { value }] of keys.entries()) {
    const inner = unwrap(value);
    const items = named[index] === true ? itemsOf(value) : undefined;
    const isTable = items === undefined && inner instanceof PSDictionary && named[index] === true;
    const parts: string[] = [];
    for (const part of isTable ? inner.entries() : (items ?? [])) {
      parts.push(
        isTable
          ? `[${(part as readonly PSValue[]).map((one) => shownText(one)).join(', ')}]`
          : shownText(part as PSValue),
      );
      const tick = context.tick();
      if (tick !== undefined) yield tick;
    }
    if (items !== undefined || isTable) names.push(`{${parts.join(', ')}}`);
    else if (value !== null) {
      const shown = Array.isArray(inner) ? inner : value;
      names.push(yield* textInPieces(shown, (size) => context.tick(size), separator(), shownText));
    }
  }
  return names.join(', ');
}
const GROUP_TYPE = ['Microsoft.PowerShell.Commands.GroupInfo', 'System.Object'];
const BARE_TYPE = ['Microsoft.PowerShell.Commands.GroupInfoNoElement', ...GROUP_TYPE];

function* groupInfo(
  context: EngineCommandContext,
  group: Group,
  bare: boolean,
  named: readonly boolean[],
): Steps<PSObject> {
  return netObject(bare ? BARE_TYPE : GROUP_TYPE, {
    Values: new PSList(group.first.keys.map(({ value }) => value)),
    Count: group.items.length,
    Group: collectionOf(bare ? [] : group.items),
    Name: yield* groupName(context, group.first, named),
  });
}

export const groupObject = defineCommand(
  'Group-Object',
  {
    alias: 'group',
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: '__AllParameterSets',
    output: 'System.Collections.Hashtable,Microsoft.PowerShell.Commands.GroupInfo',
    synopsis: 'Groups objects that contain the same value for specified properties.',
  },
  [
    flag('NoElement'),
    flag('AsHashTable', 'HashTable:', { alias: 'AHT' }),
    flag('AsString', 'HashTable:'),
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
        if (inputs.length === 0) return;
        const given = listOf(context.arg('Property'));
        const expressions =
          given.length === 0 ? undefined : refuseWildcards(context, propertyExpressions(context, given, GROUP_KEYS));
        // What a block gives, and an object itself, is shown as its text.
        const named = (expressions ?? []).map(({ block }) => block === undefined);
        const asTable = context.flag('AsHashTable');
        if (context.flag('AsString') && !asTable)
          context.fail(
            'The command cannot be run because the AsString parameter requires that you specify the AsHashtable parameter.',
            {
              errorId: 'ArgumentException',
              category: 'InvalidArgument',
              target: true,
              exceptionType: 'System.ArgumentException',
            },
          );
        if (asTable && !context.flag('AsString') && given.length > 1)
          context.fail(
            'The command cannot be run because using the AsHashTable parameter with more than one property requires adding the AsString parameter.',
            {
              errorId: 'ArgumentException',
              category: 'InvalidArgument',
              target: [...given],
              exceptionType: 'System.ArgumentException',
            },
          );
        const entries = yield* orderEntries(context, expressions, inputs);
        const order = entryOrder(entries[0]?.keys.map(() => true) ?? [true], context.flag('CaseSensitive'));
        const groups = yield* grouped(context, entries, order);
        if (!asTable) {
          for (const group of groups)
            yield* settle(context.write(yield* groupInfo(context, group, context.flag('NoElement'), named)));
          return;
        }
        const table = context.flag('CaseSensitive')
          ? new NetDictionary(keyRule(undefined), undefined, TYPE_NAMES.hashtable)
          : new PSDictionary();
        for (const group of groups) {
          const key = context.flag('AsString')
            ? yield* groupName(context, group.first, named)
            : unwrap(group.first.keys[0]?.value ?? null);
          if (key === null || table.hasEntry(key)) {
            yield* settle(
              context.writeError(
                'The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again.',
                {
                  errorId:
                    'The objects grouped by this property cannot be expanded because there is a key duplication. Provide a valid value for the property, and then try again.',
                  category: 'InvalidArgument',
                  exceptionType: 'System.Exception',
                },
              ),
            );
            return;
          }
          table.append(key, collectionOf(context.flag('NoElement') ? [] : group.items));
        }
        yield* settle(context.write(table));
      },
    };
  },
);

/** Values of one type are sorted first; of several types they keep the order in which they came. */
function* grouped(context: EngineCommandContext, entries: readonly OrderEntry[], order: EntryOrder): Steps<Group[]> {
  const types: (string | undefined)[] = [];
  let mixed = false;
  for (const { keys } of entries)
    for (const [at, { value }] of keys.entries()) {
      const type = typeOf(unwrap(value))?.fullName;
      if (type === undefined) continue;
      if (types[at] === undefined) types[at] = type;
      else if (types[at] !== type) mixed = true;
    }
  const groups: Group[] = [];
  if (!mixed) {
    for (const entry of yield* mergeSort(() => context.tick(), entries, order)) {
      const last = groups.at(-1);
      if (last !== undefined && order(last.first, entry) === 0) last.items.push(entry.input);
      else groups.push({ first: entry, items: [entry.input] });
    }
    return groups;
  }
  for (const entry of entries) {
    const found = groups.find((group) => order(group.first, entry) === 0);
    if (found === undefined) groups.push({ first: entry, items: [entry.input] });
    else found.items.push(entry.input);
    const tick = context.tick();
    if (tick !== undefined) yield tick;
  }
  return groups;
}
