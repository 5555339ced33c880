/** Add-History and Clear-History. */
import { PSDateTime, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { convertTo, inCurrentCulture, integerOf } from '../../conversion.js';
import { HistoryEntry, historyInfo, PIPELINE_STATE } from '../../net/host/history-info.js';
import { settle, type Steps } from '../../pending.js';
import { wildcardRegex } from '../../text/wildcard.js';
import type { EngineCommandContext } from '../engine-services.js';
import { texts, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range, NOT_EMPTY } from '../support/command-spec.js';
import { listOf } from '../support/objects.js';
import { EnumValue, unwrap } from '../../values/live.js';
import { requireType, type NetType } from '../../values/net-type.js';
import { DATETIME } from '../../values/types.js';
import { historyId, historyLine, noHistoryEntry } from './history-entries.js';

const CORE = 'Microsoft.PowerShell.Core' as const;

/** @returns null for what cannot be converted. */
function converted(value: PSValue, type: NetType): PSValue {
  try {
    return inCurrentCulture(() => convertTo(value, type));
  } catch {
    return null;
  }
}
/** A line that ran in another session, or was read from a file; undefined for what is none. */
function* entryOf(context: EngineCommandContext, given: PSValue, id: number): Steps<HistoryEntry | undefined> {
  const read = function* (name: string): Steps<PSValue> {
    return unwrap((yield* settle(context.services.members.get(given, name))) ?? null);
  };
  const line = yield* read('CommandLine');
  const state = requireType(PIPELINE_STATE);
  const status = converted(yield* read('ExecutionStatus'), state);
  const started = converted(yield* read('StartExecutionTime'), DATETIME);
  const ended = converted(yield* read('EndExecutionTime'), DATETIME);
  return typeof line === 'string' &&
    status instanceof EnumValue &&
    [...(state.enumValues?.values() ?? [])].includes(status.value) &&
    started instanceof PSDateTime &&
    ended instanceof PSDateTime
    ? new HistoryEntry(id, line, status, started, ended)
    : undefined;
}

const addHistory = defineCommand(
  'Add-History',
  {
    module: CORE,
    output: 'Microsoft.PowerShell.Commands.HistoryInfo',
    synopsis: 'Appends entries to the session history.',
  },
  [parameter('InputObject', 'PSObject[]', '0 V'), flag('Passthru')],
  (context) => ({
    // The line that is running stands before what it adds.
    begin: () => context.services.listRunningLine(),
    *process(): Steps<void> {
      for (const given of listOf(context.arg('InputObject'))) {
        const all = context.services.history();
        const entry = yield* entryOf(context, given, historyId(all.at(-1) ?? null) + 1);
        if (entry === undefined) {
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
        const added = historyInfo(entry);
        context.services.addHistory(added);
        if (context.flag('Passthru')) yield* settle(context.write(added));
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
      found.push(...all.filter((entry) => regex.test(historyLine(entry))));
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
