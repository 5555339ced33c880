/** Commands of the session itself: time, prompts, variables, what commands there are, and showing objects. */
import {
  PSDateTime,
  PSGuid,
  PSObject,
  PSSecureString,
  PSTimeSpan,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { newGuid } from '../../../../io/runtime/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { convertTo, toNumber, toText } from '../../conversion.js';
import { settle, andThen as then, type Steps } from '../../pending.js';
import {
  formatDate,
  nowLocal,
  parseDate,
  TICKS_PER_DAY,
  TICKS_PER_SECOND,
  toUniversal,
} from '../../text/date-format.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { DATETIME } from '../../values/types.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const CORE = 'Microsoft.PowerShell.Core' as const;

const startSleep = defineCommand(
  'Start-Sleep',
  {
    alias: 'sleep',
    module: UTILITY,
    defaultSet: 'Seconds',
    synopsis: 'Suspends the activity in a script or session for the specified period of time.',
  },
  [
    parameter('Seconds', 'Double', 'Seconds: M 0 V P'),
    parameter('Milliseconds', 'Int32', 'Milliseconds: M P', { alias: 'ms' }),
    parameter('Duration', 'TimeSpan', 'FromTimeSpan: M P', { alias: 'ts' }),
  ],
  (context) => ({
    process() {
      const span = context.arg('Duration');
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
  { module: UTILITY, synopsis: 'Reads a line of input from the console.' },
  [parameter('Prompt', 'Object', '0 R', { allowNull: true }), flag('AsSecureString'), flag('MaskInput')],
  (context) => ({
    async process() {
      if (!context.host.hasUI)
        context.fail('PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.', {
          errorId: 'InvalidOperation',
          category: 'InvalidOperation',
          exceptionType: 'System.Management.Automation.PSInvalidOperationException',
        });
      const prompt = context.arg('Prompt');
      if (prompt !== undefined && prompt !== null)
        await context.host.call('Write1', [`${toText(prompt)}: `], context.signal);
      const secure = context.flag('AsSecureString') || context.flag('MaskInput');
      const answer = await context.host.call(secure ? 'ReadLineAsSecureString' : 'ReadLine', [], context.signal);
      const value = context.flag('MaskInput') && answer instanceof PSSecureString ? (answer.plainText ?? '') : answer;
      await context.write(value);
    },
  }),
);

const getDate = defineCommand(
  'Get-Date',
  { module: UTILITY, synopsis: 'Gets the current date and time.' },
  [
    parameter('Date', 'DateTime', '0 P V'),
    parameter('Year', 'Int32', 'P'),
    parameter('Month', 'Int32', 'P'),
    parameter('Day', 'Int32', 'P'),
    parameter('Hour', 'Int32', 'P'),
    parameter('Minute', 'Int32', 'P'),
    parameter('Second', 'Int32', 'P'),
    parameter('Format', 'String'),
    flag('AsUTC'),
    parameter('UnixTimeSeconds', 'Double', '', { alias: 'UnixTime' }),
  ],
  (context) => ({
    process() {
      const given = context.arg('Date');
      let date =
        given === undefined
          ? nowLocal()
          : given instanceof PSDateTime
            ? given
            : (convertTo(given, DATETIME) as PSDateTime);
      const whole = (name: string): number | undefined =>
        context.isBound(name) ? toNumber(context.arg(name) ?? 0) : undefined;
      if (['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second'].some((name) => context.isBound(name))) {
        const now = formatDate(date, 'yyyy-MM-dd-HH-mm-ss').split('-').map(Number);
        const pick = (name: string, at: number): string => String(whole(name) ?? now[at] ?? 0).padStart(2, '0');
        const made = parseDate(
          `${pick('Year', 0).padStart(4, '0')}-${pick('Month', 1)}-${pick('Day', 2)}T${pick('Hour', 3)}:${pick('Minute', 4)}:${pick('Second', 5)}`,
        );
        if (made !== undefined)
          date = new PSDateTime(made.ticks + (date.ticks % TICKS_PER_SECOND), date.kind, date.offsetMinutes);
      }
      if (context.flag('AsUTC')) date = toUniversal(date);
      const format = text(context, 'Format');
      return context.write(format === undefined ? date : formatDate(date, format));
    },
  }),
);

const newTimeSpan = defineCommand(
  'New-TimeSpan',
  { module: UTILITY, defaultSet: 'Date', synopsis: 'Creates a TimeSpan object.' },
  [
    parameter('Start', 'DateTime', 'Date: 0 P V', { alias: 'LastWriteTime' }),
    parameter('End', 'DateTime', 'Date: 1 P'),
    parameter('Days', 'Int32', 'Time: '),
    parameter('Hours', 'Int32', 'Time: '),
    parameter('Minutes', 'Int32', 'Time: '),
    parameter('Seconds', 'Int32', 'Time: '),
    parameter('Milliseconds', 'Int32', 'Time: '),
  ],
  (context) => ({
    process() {
      const part = (name: string): bigint => BigInt(Math.trunc(toNumber(context.arg(name) ?? 0)));
      if (context.parameterSetName === 'Time') {
        return context.write(
          new PSTimeSpan(
            part('Days') * TICKS_PER_DAY +
              (part('Hours') * 3600n + part('Minutes') * 60n + part('Seconds')) * TICKS_PER_SECOND +
              part('Milliseconds') * 10_000n,
          ),
        );
      }
      const start = context.arg('Start');
      const end = context.arg('End');
      const from = start instanceof PSDateTime ? start.ticks : nowLocal().ticks;
      const to = end instanceof PSDateTime ? end.ticks : nowLocal().ticks;
      return context.write(new PSTimeSpan(to - from));
    },
  }),
);

const makeGuid = defineCommand('New-Guid', { module: UTILITY, synopsis: 'Creates a GUID.' }, [], (context) => ({
  process: () => context.write(new PSGuid(newGuid())),
}));

const getHost = defineCommand(
  'Get-Host',
  { module: UTILITY, synopsis: 'Gets an object that represents the current host program.' },
  [],
  (context) => ({
    process: () => context.write(context.services.variables.find('Host')?.value ?? null),
  }),
);

const nameMatches = (patterns: readonly string[] | undefined): ((name: string) => boolean) => {
  if (patterns === undefined) return () => true;
  const regexes = patterns.map((pattern) => wildcardRegex(pattern));
  return (name) => regexes.some((regex) => regex.test(name));
};

const getVariable = defineCommand(
  'Get-Variable',
  { alias: 'gv', module: UTILITY, synopsis: 'Gets the variables in the current console.' },
  [
    parameter('Name', 'String[]', '0 P V'),
    flag('ValueOnly'),
    parameter('Include', 'String[]'),
    parameter('Exclude', 'String[]'),
    parameter('Scope', 'String'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const names = texts(context, 'Name');
      const scope = text(context, 'Scope');
      const all = context.services.variables.list(scope);
      const excluded = context.isBound('Exclude') ? nameMatches(texts(context, 'Exclude')) : () => false;
      for (const name of names ?? ['*']) {
        const found = all
          .filter((variable) => nameMatches([name])(variable.name) && !excluded(variable.name))
          .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
        if (found.length === 0 && !hasWildcard(name)) {
          yield* settle(
            context.writeError(`Cannot find a variable with the name '${name}'.`, {
              errorId: 'VariableNotFound',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: 'System.Management.Automation.ItemNotFoundException',
            }),
          );
        }
        for (const variable of found)
          yield* settle(context.write(context.flag('ValueOnly') ? variable.value : variable.object));
      }
    },
  }),
);

const setVariable = (name: 'Set-Variable' | 'New-Variable', alias: string): CommandRegistration =>
  defineCommand(
    name,
    {
      alias,
      module: UTILITY,
      synopsis: name === 'Set-Variable' ? 'Sets the value of a variable.' : 'Creates a new variable.',
    },
    [
      parameter('Name', name === 'Set-Variable' ? 'String[]' : 'String', 'M 0 P'),
      parameter('Value', 'Object', '1 V P', { allowNull: true }),
      parameter('Description', 'String'),
      parameter('Option', 'String[]'),
      parameter('Visibility', 'String'),
      parameter('Scope', 'String'),
      flag('Force'),
      flag('PassThru'),
    ],
    (context) => {
      const values: PSValue[] = [];
      return {
        process() {
          if (context.isBound('Value')) values.push(context.arg('Value') ?? null);
        },
        *end(): Steps<void> {
          const value = values.length === 0 ? null : values.length === 1 ? (values[0] ?? null) : values;
          for (const target of texts(context, 'Name') ?? []) {
            if (
              name === 'New-Variable' &&
              context.services.variables.find(target, text(context, 'Scope') ?? 'local') !== undefined &&
              !context.flag('Force')
            ) {
              yield* settle(
                context.writeError(`A variable with name '${target}' already exists.`, {
                  errorId: 'VariableAlreadyExists',
                  category: 'ResourceExists',
                  target,
                  exceptionType: 'System.Management.Automation.SessionStateException',
                }),
              );
              continue;
            }
            const description = text(context, 'Description');
            const made = context.services.variables.set(target, value, {
              scope: text(context, 'Scope'),
              force: context.flag('Force'),
              options: texts(context, 'Option') ?? [],
              ...(description === undefined ? {} : { description }),
            });
            if (context.flag('PassThru')) yield* settle(context.write(made.object));
          }
        },
      };
    },
  );

const removeVariable = defineCommand(
  'Remove-Variable',
  { alias: 'rv', module: UTILITY, synopsis: 'Deletes a variable and its value.' },
  [parameter('Name', 'String[]', 'M 0 P V'), parameter('Scope', 'String'), flag('Force')],
  (context) => ({
    *process(): Steps<void> {
      for (const name of texts(context, 'Name') ?? []) {
        const found = context.services.variables
          .list(text(context, 'Scope'))
          .filter((variable) => nameMatches([name])(variable.name));
        if (found.length === 0 && !hasWildcard(name))
          yield* settle(
            context.writeError(`Cannot find a variable with the name '${name}'.`, {
              errorId: 'VariableNotFound',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: 'System.Management.Automation.ItemNotFoundException',
            }),
          );
        for (const variable of found) context.services.variables.remove(variable.name, text(context, 'Scope'));
      }
    },
  }),
);

const getCommand = defineCommand(
  'Get-Command',
  { alias: 'gcm', module: CORE, synopsis: 'Gets all commands.' },
  [
    parameter('Name', 'String[]', '0 P V'),
    parameter('CommandType', 'String[]', '', { alias: 'Type' }),
    parameter('ArgumentList', 'Object[]', '', { alias: 'Args' }),
    flag('ListImported'),
    flag('All'),
    flag('Syntax'),
    parameter('Module', 'String[]'),
    parameter('FullyQualifiedModule', 'Object[]'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const types = texts(context, 'CommandType')?.flatMap((type) => type.split(/\s*,\s*/));
      const kinds = types === undefined || types.some((type) => /^all$/i.test(type)) ? undefined : (types as never[]);
      for (const name of texts(context, 'Name') ?? ['*']) {
        const found = yield* settle(context.services.commands(name, kinds));
        if (found.length === 0 && !hasWildcard(name)) {
          yield* settle(
            context.writeError(
              `The term '${name}' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.`,
              {
                errorId: 'CommandNotFoundException',
                category: 'ObjectNotFound',
                target: name,
                exceptionType: 'System.Management.Automation.CommandNotFoundException',
              },
            ),
          );
        }
        for (const { object } of found) yield* settle(context.write(object));
      }
    },
  }),
);

const invokeExpression = defineCommand(
  'Invoke-Expression',
  { alias: 'iex', module: UTILITY, synopsis: 'Runs commands or expressions on the local computer.' },
  [parameter('Command', 'String', 'M 0 V')],
  (context) => ({ process: () => context.services.runText(context, text(context, 'Command') ?? '') }),
);

const measureCommand = defineCommand(
  'Measure-Command',
  { module: UTILITY, synopsis: 'Measures the time it takes to run script blocks and cmdlets.' },
  [parameter('Expression', 'ScriptBlock', 'M 0'), parameter('InputObject', 'PSObject', 'V', { allowNull: true })],
  (context) => ({
    *process(): Steps<void> {
      const started = performance.now();
      yield* settle(
        context.invoke(
          context.arg('Expression') ?? null,
          [],
          context.isBound('InputObject') ? (context.arg('InputObject') ?? null) : undefined,
        ),
      );
      yield* settle(context.write(new PSTimeSpan(BigInt(Math.round((performance.now() - started) * 10_000)))));
    },
  }),
);

const getRandom = defineCommand(
  'Get-Random',
  { module: UTILITY, synopsis: 'Gets a random number, or selects objects randomly from a collection.' },
  [
    parameter('Maximum', 'Object', '0'),
    parameter('Minimum', 'Object'),
    parameter('InputObject', 'Object[]', 'V', { allowNull: true }),
    parameter('Count', 'Int32'),
    parameter('SetSeed', 'Int32'),
    flag('Shuffle'),
  ],
  (context) => {
    const items: PSValue[] = [];
    return {
      process() {
        const input = context.arg('InputObject');
        if (Array.isArray(input)) items.push(...(input as readonly PSValue[]));
        else if (input !== undefined) items.push(input);
      },
      *end(): Steps<void> {
        if (items.length > 0) {
          const count = context.flag('Shuffle') ? items.length : toNumber(context.arg('Count') ?? 1);
          const left = [...items];
          for (let taken = 0; taken < count && left.length > 0; taken += 1) {
            const [picked] = left.splice(Math.floor(Math.random() * left.length), 1);
            yield* settle(context.write(picked ?? null));
          }
          return;
        }
        const min = toNumber(context.arg('Minimum') ?? 0);
        const max = toNumber(context.arg('Maximum') ?? 2_147_483_647);
        yield* settle(context.write(Math.floor(min + Math.random() * (max - min))));
      },
    };
  },
);

const convertToSecureString = defineCommand(
  'ConvertTo-SecureString',
  {
    module: 'Microsoft.PowerShell.Security',
    defaultSet: 'PlainText',
    synopsis: 'Converts plain text to secure strings.',
  },
  [parameter('String', 'String', 'M 0 V'), flag('AsPlainText', '1'), flag('Force', '2')],
  (context) => ({
    process() {
      if (!context.flag('AsPlainText'))
        context.fail(
          'Encrypted standard strings can be read on Windows only. Use -AsPlainText, or Read-Host -AsSecureString.',
          { errorId: 'ImportSecureString_InvalidArgument', category: 'InvalidArgument' },
        );
      return context.write(PSSecureString.fromPlainText(text(context, 'String') ?? ''));
    },
  }),
);

const exitSession = defineCommand(
  'Exit-PSSession',
  { alias: 'exsn', module: CORE, synopsis: 'Ends an interactive session with a remote computer.' },
  [],
  (context) => ({
    process: () =>
      context.host.hasUI ? then(context.host.call('PopRunspace', [], context.signal), () => undefined) : undefined,
  }),
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
  startSleep,
  readHost,
  getDate,
  newTimeSpan,
  makeGuid,
  getHost,
  getVariable,
  setVariable('Set-Variable', 'sv set'),
  setVariable('New-Variable', 'nv'),
  removeVariable,
  getCommand,
  invokeExpression,
  measureCommand,
  getRandom,
  convertToSecureString,
  exitSession,
  clearHost,
];
