/** Set-StrictMode, errors, history, call stack, culture and data files. */
import { currentCulture, currentUICulture } from '../../culture/culture.js';
import { existsSync } from 'node:fs';
import type { CommandRegistration } from '../../command-api.js';
import { PSTimeSpan, type PSValue } from '../../../../protocol/objects/index.js';
import { numberedCultures } from '../../culture/locales.js';
import { culture, cultureObject } from '../../net/culture.js';
import { integerOf, toText } from '../../conversion.js';
import { dynamicExpression } from '../../values/exceptions.js';
import { settle, type Steps } from '../../pending.js';
import { readDataFileSteps } from './data-file.js';
import { importLocalizedData } from './localized-data.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range, NOT_EMPTY, NOT_NULL } from '../support/command-spec.js';
import { filesToRead, readText } from '../support/files.js';
import { listOf } from '../support/objects.js';
import { historyId, historyLine, noHistoryEntry } from './history-entries.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const CORE = 'Microsoft.PowerShell.Core' as const;

/** The versions of PowerShell that were, by major number: the last minor one. */
const VERSIONS = new Map([
  [1, 0],
  [2, 0],
  [3, 0],
  [4, 0],
  [5, 1],
  [6, 2],
  [7, 6],
]);
function notStrict(value: PSValue): string | undefined {
  const [major, minor] = toText(value).split('.').map(Number);
  const last = VERSIONS.get(major ?? 0);
  return last !== undefined && (minor ?? 0) <= last
    ? undefined
    : `The "${toText(value)}" argument does not contain a valid PowerShell version. Supply a valid version number and then try the command again.`;
}

const setStrictMode = defineCommand(
  'Set-StrictMode',
  {
    module: CORE,
    defaultSet: 'Version',
    synopsis: 'Establishes and enforces coding rules in expressions, scripts, and script blocks.',
  },
  [
    flag('Off', 'Off: M'),
    {
      ...parameter('Version', 'Version', 'Version: M', {
        alias: 'v',
        check: [{ rule: 'Own', refusal: notStrict, errorId: 'InvalidPSVersion' }],
        attributes:
          'ArgumentCompleter Microsoft.PowerShell.Commands.SetStrictModeCommand+ArgumentToPSVersionTransformationAttribute Microsoft.PowerShell.Commands.SetStrictModeCommand+ValidateVersionAttribute',
      }),
      transform: (value) =>
        /^latest$/i.test(toText(value)) ? '7.6' : /^\d+$/.test(toText(value)) ? `${toText(value)}.0` : value,
    },
  ],
  (context) => ({
    begin() {
      if (context.flag('Off')) {
        context.services.setStrictMode(undefined);
        return;
      }
      context.services.setStrictMode(toText(context.arg('Version') ?? ''));
    },
  }),
);

const getHistory = defineCommand(
  'Get-History',
  { alias: 'ghy h history', module: CORE, synopsis: 'Gets a list of the commands entered during the current session.' },
  [
    parameter('Id', 'Int64[]', '0 V', { check: range(1n, 9223372036854775807n) }),
    parameter('Count', 'Int32', '1', { check: range(0, 32767) }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const all = context.services.history();
      const count = whole(context, 'Count');
      if (!context.isBound('Id')) {
        yield* settle(context.writeAll(count === undefined ? all : all.slice(Math.max(0, all.length - count))));
        return;
      }
      const ids = listOf(context.arg('Id')).map((value) => Number(integerOf(value) ?? 0n));
      if (count !== undefined) {
        const [last = 0, ...others] = ids;
        if (others.length > 0)
          yield* settle(
            context.writeError('The count cannot be combined with multiple Ids.', {
              errorId: 'GetHistoryNoCountWithMultipleIds',
              category: 'InvalidArgument',
              target: count,
              exceptionType: 'System.ArgumentException',
            }),
          );
        else {
          // That entry and those before it.
          const before = all.filter((entry) => historyId(entry) <= last);
          yield* settle(context.writeAll(before.slice(Math.max(0, before.length - count))));
        }
        return;
      }
      for (const id of ids) {
        const found = all.find((entry) => historyId(entry) === id);
        if (found === undefined) yield* settle(noHistoryEntry(context, id));
        else yield* settle(context.write(found));
      }
    },
  }),
);
const invokeHistory = defineCommand(
  'Invoke-History',
  { alias: 'ihy r', module: CORE, shouldProcess: true, synopsis: 'Runs commands from the session history.' },
  [parameter('Id', 'String', '0 P')],
  (context) => ({
    *end(): Steps<void> {
      const all = context.services.history();
      const wanted = text(context, 'Id');
      const number = wanted === undefined || !/^\s*\d*\s*$/.test(wanted) ? undefined : Number(wanted);
      if (number === 0)
        context.fail(
          "The identifier 0 is not a valid value for a History identifier. Specify a positive number, and then try again. (Parameter 'Id')",
          {
            errorId: 'InvokeHistoryInvalidIdGetHistory',
            category: 'InvalidArgument',
            target: 0n,
            exceptionType: 'System.ArgumentOutOfRangeException',
          },
        );
      const found =
        wanted === undefined
          ? all.at(-1)
          : number === undefined
            ? all.findLast((entry) => historyLine(entry).startsWith(wanted))
            : all.find((entry) => historyId(entry) === number);
      if (found === undefined) {
        if (wanted === undefined)
          context.fail('Cannot locate most recent history.', {
            errorId: 'InvokeHistoryNoLastHistoryEntryFound',
            category: 'InvalidOperation',
            exceptionType: 'System.InvalidOperationException',
          });
        context.fail(`Cannot locate the history for ${number === undefined ? 'command line' : 'Id'} ${wanted}.`, {
          errorId: number === undefined ? 'InvokeHistoryNoHistoryForCommandline' : 'InvokeHistoryNoHistoryForId',
          category: 'ObjectNotFound',
          target: number === undefined ? (wanted ?? null) : BigInt(number),
          exceptionType: 'System.ArgumentException',
        });
        return;
      }
      const id = historyId(found);
      const line = historyLine(found);
      const { replayed } = context.services;
      const [first] = replayed.values();
      if (replayed.has(id)) {
        // The error is of the command that began the loop; the lines within go on behind it.
        yield* settle(
          (first ?? context).writeError('The Invoke-History cmdlet is called repeatedly, in a loop.', {
            errorId: 'InvokeHistoryLoopDetected',
            category: 'InvalidOperation',
            exceptionType: 'System.InvalidOperationException',
          }),
        );
        return;
      }
      if (!(yield* settle(context.shouldProcess(line, 'Invoke-History')))) return;
      replayed.set(id, context);
      try {
        context.services.renameRunningLine(line);
        if (context.host.hasUI) yield* settle(context.host.call('WriteLine2', [line], context.signal));
        yield* settle(context.services.runText(context, line));
      } finally {
        replayed.delete(id);
      }
    },
  }),
);

const getCallStack = defineCommand(
  'Get-PSCallStack',
  {
    alias: 'gcs',
    module: UTILITY,
    output: 'System.Management.Automation.CallStackFrame',
    synopsis: 'Displays the current call stack.',
  },
  [],
  (context) => ({
    process: () => context.writeAll(context.services.callStack(context)),
  }),
);

const getCulture = defineCommand(
  'Get-Culture',
  {
    module: UTILITY,
    defaultSet: 'CurrentCulture',
    output: 'System.Globalization.CultureInfo',
    synopsis: 'Gets the current culture set in the operating system.',
  },
  [
    flag('NoUserOverrides', 'CurrentCulture,Name: '),
    parameter('Name', 'String[]', 'Name: 0 V', { check: NOT_NULL }),
    flag('ListAvailable', 'ListAvailable: '),
  ],
  (context) => ({
    *process(): Steps<void> {
      const given = texts(context, 'Name');
      if (context.flag('ListAvailable'))
        for (const name of numberedCultures()) yield* settle(context.write(culture(name, true)));
      else
        for (const name of given ?? [currentCulture().name]) {
          // Only the user's own can be changed.
          const isOwn = !context.flag('NoUserOverrides') && name.toLowerCase() === currentCulture().name.toLowerCase();
          yield* settle(context.write(isOwn ? cultureObject(currentCulture()) : culture(name, true)));
        }
    },
  }),
);
const getUICulture = defineCommand(
  'Get-UICulture',
  {
    module: UTILITY,
    output: 'System.Globalization.CultureInfo',
    synopsis: 'Gets the current UI culture settings in the operating system.',
  },
  [],
  (context) => ({
    process: () => context.write(cultureObject(currentUICulture())),
  }),
);

const getUptime = defineCommand(
  'Get-Uptime',
  {
    module: UTILITY,
    defaultSet: 'Timespan',
    output: 'System.TimeSpan,System.DateTime',
    synopsis: 'Gets the TimeSpan since last boot.',
  },
  [flag('Since', 'Since: ')],
  (context) => ({
    async process() {
      const { uptime } = await import('node:os');
      const seconds = Math.floor(uptime());
      if (!context.flag('Since')) return context.write(new PSTimeSpan(BigInt(seconds) * 10_000_000n));
      const [now] = await context.services.call('Get-Date', {}, []);
      const [since] = await context.services.call(
        'ForEach-Object',
        { MemberName: 'AddSeconds', ArgumentList: [-seconds] },
        [now ?? null],
      );
      return context.write(since ?? null);
    },
  }),
);

const importDataFile = defineCommand(
  'Import-PowerShellDataFile',
  {
    module: UTILITY,
    defaultSet: 'ByPath',
    synopsis: 'Imports values from a .psd1 file without invoking its contents.',
  },
  [
    parameter('Path', 'String[]', 'ByPath: M 0', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String[]', 'ByLiteralPath: M 0 P', { alias: 'PSPath LP', check: NOT_EMPTY }),
    flag('SkipLimitCheck'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const literal = texts(context, 'LiteralPath');
      for (const [path, given] of (literal ?? texts(context, 'Path') ?? []).flatMap((one) =>
        filesToRead(context, [one], literal !== undefined).map((file) => [file, one] as const),
      )) {
        if (!existsSync(path)) {
          yield* settle(
            context.writeError(`Cannot find path '${given}' because it does not exist.`, {
              errorId: 'PathNotFound',
              category: 'InvalidArgument',
              target: given,
              exceptionType: 'System.ArgumentException',
            }),
          );
          continue;
        }
        const source = readText(context, path);
        const value = yield* readDataFileSteps(
          source,
          path,
          () => context.tick(),
          (expression) => {
            context.fail(dynamicExpression(expression), {
              errorId: 'System.InvalidOperationException',
              category: 'NotSpecified',
              exceptionType: 'System.InvalidOperationException',
            });
          },
        );
        if (value === undefined)
          yield* settle(
            context.writeError(`The file '${path}' could not be parsed as a PowerShell Data File.`, {
              errorId: `CouldNotParseAsPowerShellDataFile${/@\{/.test(source) ? '' : 'NoHashtableRoot'}`,
              category: 'InvalidData',
              target: path,
              exceptionType: 'System.InvalidOperationException',
            }),
          );
        else yield* settle(context.write(value));
      }
    },
  }),
);
export const STATE_COMMANDS: readonly CommandRegistration[] = [
  setStrictMode,
  getHistory,
  invokeHistory,
  getCallStack,
  getCulture,
  getUICulture,
  getUptime,
  importDataFile,
  importLocalizedData,
];
