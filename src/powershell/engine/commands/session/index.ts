/** Commands of the session itself: time, prompts, variables, what commands there are, and showing objects. */
import { PSGuid, PSObject, PSSecureString, PSTimeSpan, type PSValue } from '../../../../protocol/objects/index.js';
import { newGuid } from '../../../../io/runtime/index.js';
import type { CommandRegistration, CommandContext } from '../../command-api.js';
import { convertTo, toNumber, toText } from '../../conversion.js';
import { mergeSort } from '../../merge-sort.js';
import { nobodyToAsk } from '../../runtime/nobody.js';
import { settle, andThen as then, type Pending, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { GUID } from '../../values/types.js';
import { addType } from './add-type.js';
import { DATE_COMMANDS } from './date-commands.js';
import { EVENT_COMMANDS } from './event-commands.js';
import { getCommand } from './get-command.js';
import { LINE_EDITING_COMMANDS } from './line-editing.js';
import { RANDOM_COMMANDS } from './random-commands.js';
import { SECRET_COMMANDS } from './secret-commands.js';
import { TRANSCRIPT_COMMANDS } from './transcript-commands.js';
import { kept, noVariable, VARIABLE_COMMANDS } from './variable-commands.js';
import { getVerb } from './verbs.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY, range, rangeKind } from '../support/command-spec.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const CORE = 'Microsoft.PowerShell.Core' as const;

const LONGEST_SLEEP = new PSTimeSpan(21_474_836_470_000n);

const startSleep = defineCommand(
  'Start-Sleep',
  {
    alias: 'sleep',
    module: UTILITY,
    defaultSet: 'Seconds',
    synopsis: 'Suspends the activity in a script or session for the specified period of time.',
  },
  [
    parameter('Seconds', 'Double', 'Seconds: M 0 V P', { check: range(0, 2147483) }),
    parameter('Milliseconds', 'Int32', 'Milliseconds: M P', { alias: 'ms', check: range(0, 2147483647) }),
    parameter('Duration', 'TimeSpan', 'FromTimeSpan: M 0 V P', { alias: 'ts', check: rangeKind('NonNegative') }),
  ],
  (context) => ({
    process() {
      const span = context.arg('Duration');
      if (span instanceof PSTimeSpan && span.ticks > LONGEST_SLEEP.ticks)
        context.fail(
          `The '-Duration' parameter value must not exceed '${LONGEST_SLEEP.toString()}', provided value was '${span.toString()}'.`,
          {
            errorId: 'MaximumDurationExceeded',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        );
      const seconds = context.arg('Seconds');
      const ms =
        span instanceof PSTimeSpan
          ? Number(span.ticks / 10_000n)
          : context.isBound('Milliseconds')
            ? toNumber(context.arg('Milliseconds') ?? 0)
            : toNumber(seconds ?? 0) * 1000;
      return context.sleep(Math.max(0, ms));
    },
  }),
);

const readHost = defineCommand(
  'Read-Host',
  { module: UTILITY, defaultSet: 'AsString', synopsis: 'Reads a line of input from the console.' },
  [
    parameter('Prompt', 'Object', '0 R', { allow: 'Null' }),
    flag('AsSecureString', 'AsSecureString: '),
    flag('MaskInput', 'AsString: '),
  ],
  (context) => ({
    async process() {
      const prompt = context.arg('Prompt');
      if (!context.host.hasUI) throw nobodyToAsk(prompt === undefined || prompt === null ? undefined : '');
      if (context.host.asksNobody === true)
        context.fail('PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.', {
          errorId: 'InvalidOperation',
          category: 'InvalidOperation',
          exceptionType: 'System.Management.Automation.PSInvalidOperationException',
        });
      if (prompt !== undefined && prompt !== null)
        await context.host.call('Write1', [`${toText(prompt)}: `], context.signal);
      const secure = context.flag('AsSecureString') || context.flag('MaskInput');
      const answer = await context.host.call(secure ? 'ReadLineAsSecureString' : 'ReadLine', [], context.signal);
      const value = context.flag('MaskInput') && answer instanceof PSSecureString ? (answer.plainText ?? '') : answer;
      await context.write(value);
    },
  }),
);

const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';
const makeGuid = defineCommand(
  'New-Guid',
  { module: UTILITY, defaultSet: 'Default', output: 'System.Guid', synopsis: 'Creates a GUID.' },
  [flag('Empty', 'Empty: '), parameter('InputObject', 'String', 'InputObject: 0 V')],
  (context) => ({
    process() {
      if (context.flag('Empty')) return context.write(convertTo(EMPTY_GUID, GUID));
      const given = text(context, 'InputObject');
      if (given === undefined) return context.write(new PSGuid(newGuid()));
      let made: PSValue;
      try {
        made = convertTo(given, GUID);
      } catch {
        made = null;
      }
      if (made !== null) return context.write(made);
      // PowerShell goes on and writes a null.
      return then(
        context.writeError('Unrecognized Guid format.', {
          errorId: 'StringNotRecognizedAsGuid',
          category: 'InvalidArgument',
          exceptionType: 'System.FormatException',
        }),
        () => context.write(null),
      );
    },
  }),
);

const getHost = defineCommand(
  'Get-Host',
  { module: UTILITY, synopsis: 'Gets an object that represents the current host program.' },
  [],
  (context) => ({
    process: () => context.write(context.services.variables.find('Host')?.value ?? null),
  }),
);

const getVariable = defineCommand(
  'Get-Variable',
  { alias: 'gv', module: UTILITY, synopsis: 'Gets the variables in the current console.' },
  [
    parameter('Name', 'String[]', '0 P V', { check: NOT_EMPTY }),
    flag('ValueOnly'),
    parameter('Include', 'String[]'),
    parameter('Exclude', 'String[]'),
    parameter('Scope', 'String', '', { check: NOT_EMPTY, attributes: 'ArgumentCompleter' }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const names = texts(context, 'Name');
      const scope = text(context, 'Scope');
      const all = context.services.variables.list(scope);
      const keep = kept(context);
      for (const name of names ?? ['*']) {
        const regex = wildcardRegex(name);
        const matching = all
          .filter((variable) => regex.test(variable.name) && keep(variable.name))
          .map((variable) => ({ key: variable.name.toLowerCase(), variable }));
        const found = yield* mergeSort(
          () => context.tick(),
          matching,
          (a, b) => (a.key < b.key ? -1 : 1),
        );
        if (found.length === 0 && !hasWildcard(name) && keep(name)) yield* settle(noVariable(context, name));
        for (const { variable } of found)
          yield* settle(context.write(context.flag('ValueOnly') ? variable.value : variable.object));
      }
    },
  }),
);

const invokeExpression = defineCommand(
  'Invoke-Expression',
  { alias: 'iex', module: UTILITY, synopsis: 'Runs commands or expressions on the local computer.' },
  [parameter('Command', 'String', 'M 0 V', { attributes: 'ValidateTrustedData' })],
  (context) => ({ process: () => context.services.runText(context, text(context, 'Command') ?? '') }),
);

const measureCommand = defineCommand(
  'Measure-Command',
  { module: UTILITY, synopsis: 'Measures the time it takes to run script blocks and cmdlets.' },
  [parameter('Expression', 'ScriptBlock', 'M 0'), parameter('InputObject', 'PSObject', 'V')],
  (context) => {
    let measured = 0;
    return {
      *process(): Steps<void> {
        const started = performance.now();
        yield* settle(
          context.invoke(
            context.arg('Expression') ?? null,
            [],
            context.isBound('InputObject') ? (context.arg('InputObject') ?? null) : undefined,
          ),
        );
        measured += performance.now() - started;
      },
      // One time for all that came down the pipeline.
      end: () => context.write(new PSTimeSpan(BigInt(Math.round(measured * 10_000)))),
    };
  },
);

/** What leaves an entered session is for the host over there. */
const leaving = (context: CommandContext): { process: () => Pending<void> } => ({
  process: () =>
    context.host.hasUI ? then(context.host.call('PopRunspace', [], context.signal), () => undefined) : undefined,
});
const exitSession = defineCommand(
  'Exit-PSSession',
  { alias: 'exsn', module: CORE, synopsis: 'Ends an interactive session with a remote computer.' },
  [],
  leaving,
);
const exitHostProcess = defineCommand(
  'Exit-PSHostProcess',
  { module: CORE, synopsis: 'Closes an interactive session with a local process.' },
  [],
  leaving,
);

const clearHost = defineCommand(
  'Clear-Host',
  { module: CORE, synopsis: 'Clears the display in the host program.' },
  [],
  (context) => ({
    process() {
      if (!context.host.hasUI) return undefined;
      const cell = PSObject.bag({ character: ' ', foregroundColor: -1, backgroundColor: -1, bufferCellType: 0 });
      const everything = PSObject.bag({ left: -1, top: -1, right: -1, bottom: -1 });
      return then(context.host.call('SetBufferContents1', [everything, cell], context.signal), () => undefined);
    },
  }),
);

export const SESSION_COMMANDS: readonly CommandRegistration[] = [
  ...DATE_COMMANDS,
  ...RANDOM_COMMANDS,
  ...SECRET_COMMANDS,
  ...TRANSCRIPT_COMMANDS,
  ...EVENT_COMMANDS,
  getVerb,
  addType,
  startSleep,
  readHost,
  makeGuid,
  getHost,
  getVariable,
  ...VARIABLE_COMMANDS,
  getCommand,
  invokeExpression,
  measureCommand,
  exitSession,
  exitHostProcess,
  ...LINE_EDITING_COMMANDS,
  clearHost,
];
