/** Add-History and Clear-History. */
import { PropertyBag, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { integerOf, toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { wildcardRegex } from '../../text/wildcard.js';
import type { EngineCommandContext } from '../engine-services.js';
import { texts, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range, NOT_EMPTY } from '../support/command-spec.js';
import { listOf } from '../support/objects.js';
import { historyId, noHistoryEntry } from './history-entries.js';

const CORE = 'Microsoft.PowerShell.Core' as const;
const lineOf = (entry: PSValue): string => (entry instanceof PSObject ? toText(entry.get('CommandLine') ?? '') : '');

const addHistory = defineCommand(
  'Add-History',
  {
    module: CORE,
    output: 'Microsoft.PowerShell.Commands.HistoryInfo',
    synopsis: 'Appends entries to the session history.',
  },
  [parameter('InputObject', 'PSObject[]', '0 V'), flag('Passthru')],
  (context) => ({
    *process(): Steps<void> {
      for (const given of listOf(context.arg('InputObject'))) {
        const values: Record<string, PSValue> = {};
        for (const name of ['CommandLine', 'ExecutionStatus', 'StartExecutionTime', 'EndExecutionTime'])
          values[name] = (yield* settle(context.services.members.get(given, name))) ?? null;
        if (typeof values['CommandLine'] !== 'string' || values['ExecutionStatus'] === null) {
          yield* settle(
            context.writeError('Cannot add history because the input object has a format that is not valid.', {
              errorId: 'AddHistoryInvalidInput',
              category: 'InvalidData',
              target: given,
              exceptionType: 'System.IO.InvalidDataException',
            }),
          );
          continue;
        }
        const all = context.services.history();
        const line = values['CommandLine'];
        const entry = new PSObject({
          typeNames: ['Microsoft.PowerShell.Commands.HistoryInfo', 'System.Object'],
          toStringText: line,
          adapted: PropertyBag.of({ Id: BigInt(historyId(all.at(-1) ?? null) + 1), ...values }),
        });
        context.services.setHistory([...all, entry]);
        if (context.flag('Passthru')) yield* settle(context.write(entry));
      }
    },
  }),
);

/** The entries that are to go; says so for each that is not there. */
function* chosen(context: EngineCommandContext): Steps<readonly PSValue[]> {
  const all = context.services.history();
  const count = context.isBound('Count') ? (whole(context, 'Count') ?? 0) : undefined;
  const part = (entries: readonly PSValue[]): readonly PSValue[] =>
    count === undefined ? entries : context.flag('Newest') ? entries.slice(-count) : entries.slice(0, count);
  const patterns = texts(context, 'CommandLine');
  if (patterns !== undefined) {
    const found: PSValue[] = [];
    for (const pattern of patterns) {
      const regex = wildcardRegex(pattern);
      found.push(...all.filter((entry) => regex.test(lineOf(entry))));
    }
    return part(found);
  }
  const ids = listOf(context.arg('Id')).map((value) => Number(integerOf(value) ?? 0n));
  if (ids.length === 0) return part(all);
  const found: PSValue[] = [];
  for (const id of ids) {
    // With -Count: that entry and those before it, or with -Newest those after it.
    const at = all.findIndex((entry) => historyId(entry) === id);
    if (at < 0) yield* settle(noHistoryEntry(context, id));
    else if (count === undefined) found.push(...all.slice(at, at + 1));
    else if (context.flag('Newest')) found.push(...all.slice(at, at + count));
    else found.push(...all.slice(Math.max(0, at + 1 - count), at + 1));
  }
  return found;
}
const clearHistory = defineCommand(
  'Clear-History',
  {
    alias: 'clhy',
    module: CORE,
    defaultSet: 'IDParameter',
    shouldProcess: true,
    synopsis: 'Deletes entries from the PowerShell session command history.',
  },
  [
    parameter('Id', 'Int32[]', 'IDParameter: 0', {
      check: range(1, 2147483647),
      help: 'Specifies the ID of a command in the session history.Clear history clears only the specified command',
    }),
    parameter('CommandLine', 'String[]', 'CommandLineParameter: ', {
      check: NOT_EMPTY,
      help: 'Specifies the name of a command in the session history',
    }),
    parameter('Count', 'Int32', '1', {
      check: range(1, 2147483647),
      help: 'Clears the specified number of history entries',
    }),
    flag('Newest', '', {
      help: 'Specifies whether new entries to be cleared or the default old ones.',
    }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const gone = new Set(yield* chosen(context));
      if (gone.size === 0 || !(yield* settle(context.shouldProcess('session history', 'Clear-History')))) return;
      context.services.setHistory(context.services.history().filter((entry) => !gone.has(entry)));
    },
  }),
);
export const HISTORY_COMMANDS: readonly CommandRegistration[] = [addHistory, clearHistory];
