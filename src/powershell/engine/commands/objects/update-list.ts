/** Update-List: adds to, removes from or replaces the items of a property that holds a collection. */
import { PSDictionary, PSList, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { pushAll, unwrap } from '../../values/live.js';
import { equals } from '../../operators/comparison.js';
import { text } from '../support/arguments.js';
import type { EngineCommandContext } from '../engine-services.js';
import { defineCommand, NOT_EMPTY, parameter } from '../support/command-spec.js';
import { inputOf, listOf } from '../support/objects.js';

/** What -Add, -Remove and -Replace say, as a hashtable for a property of Set- commands. */
function modifier(context: EngineCommandContext): PSDictionary {
  const table = new PSDictionary();
  for (const name of ['Replace', 'Remove', 'Add'])
    if (context.isBound(name)) table.setEntry(name, [...listOf(context.arg(name))]);
  return table;
}

export const updateList = defineCommand(
  'Update-List',
  {
    module: 'Microsoft.PowerShell.Utility',
    defaultSet: 'AddRemoveSet',
    synopsis: 'Adds items to and removes items from a property value that contains a collection of objects.',
  },
  [
    parameter('Add', 'Object[]', 'AddRemoveSet: ', { check: NOT_EMPTY }),
    parameter('Remove', 'Object[]', 'AddRemoveSet: ', { check: NOT_EMPTY }),
    parameter('Replace', 'Object[]', 'ReplaceSet: M', { check: NOT_EMPTY }),
    parameter('InputObject', 'PSObject', 'V', { check: NOT_EMPTY }),
    parameter('Property', 'String', '0', { check: NOT_EMPTY }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const target = inputOf(context);
      const name = text(context, 'Property') ?? '';
      // Neither an object nor a property: what would be changed, for others to do.
      if (!context.isBound('InputObject') && target === undefined) {
        if (name === '') yield* settle(context.write(modifier(context)));
        else
          yield* settle(
            context.writeError('', {
              errorId: 'MissingInputObjectParameter',
              category: 'InvalidOperation',
              exceptionType: 'System.InvalidOperationException',
            }),
          );
        return;
      }
      if (target === undefined || target === null) return;
      if (name === '')
        context.fail('', {
          errorId: 'MissingPropertyParameter',
          category: 'InvalidOperation',
          exceptionType: 'System.InvalidOperationException',
        });
      const held = yield* settle(context.services.members.get(target, name));
      const list = held === undefined ? null : unwrap(held);
      if (held === undefined || !(list instanceof PSList || Array.isArray(list))) {
        yield* settle(
          context.writeError(
            held === undefined
              ? `The property '${name}' cannot be found on this object. Verify that the property exists.`
              : `The property '${name}' of ${toText(target)} is no collection.`,
            {
              errorId: held === undefined ? 'MemberDoesntExist' : 'TypeNotApplicable',
              category: 'InvalidType',
              target,
              exceptionType: 'System.Management.Automation.PSArgumentException',
            },
          ),
        );
        return;
      }
      let items: PSValue[] = [...(list instanceof PSList ? list.items : (list as readonly PSValue[]))];
      if (context.isBound('Replace')) items = [...listOf(context.arg('Replace'))];
      else {
        for (const gone of listOf(context.arg('Remove'))) {
          const at = items.findIndex((item) => equals(item, gone));
          if (at >= 0) items.splice(at, 1);
        }
        pushAll(items, listOf(context.arg('Add')));
      }
      if (list instanceof PSList) list.items = items;
      else yield* settle(context.services.members.set(target, name, items));
      yield* settle(context.write(target));
    },
  }),
);
