/** Write-Output, -Warning, -Verbose, -Debug, -Information, -Host and -Progress. */
import { toText } from '../../conversion.js';
import { netText } from '../../net/string.js';
import { PropertyBag, PSDictionary, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { settle, type Steps, type Tick } from '../../pending.js';
import { joinSteps } from '../../slices.js';
import { EnumValue, unwrap } from '../../values/live.js';
import type { CommandContext, CommandRegistration } from '../../command-api.js';
import type { Pending } from '../../pending.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter, range } from '../support/command-spec.js';
import { CONSOLE_COLORS, enumParameter } from '../support/enums.js';
import { inputOf, itemsOf } from '../support/objects.js';

export const writeOutput = defineCommand(
  'Write-Output',
  {
    alias: 'echo write',
    module: 'Microsoft.PowerShell.Utility',
    synopsis: 'Writes the specified objects to the pipeline.',
  },
  [parameter('InputObject', 'PSObject', 'M 0 V R', { allow: 'Null EmptyCollection' }), flag('NoEnumerate')],
  (context) => ({
    process(): Pending<void> {
      const input = inputOf(context);
      if (input === undefined) return undefined;
      const items = context.flag('NoEnumerate') ? undefined : itemsOf(input);
      return items === undefined ? context.write(input) : context.writeAll(items);
    },
  }),
);

const messageCommand = (
  name: string,
  synopsis: string,
  write: (context: CommandContext, message: string) => Pending<void>,
): CommandRegistration =>
  defineCommand(
    name,
    { module: 'Microsoft.PowerShell.Utility', synopsis },
    [parameter('Message', 'String', 'M 0 V', { alias: 'Msg', allow: 'EmptyString' })],
    (context) => ({ process: () => write(context, text(context, 'Message') ?? '') }),
  );
export const writeWarning = messageCommand('Write-Warning', 'Writes a warning message.', (context, message) =>
  context.writeWarning(message),
);
export const writeVerbose = messageCommand(
  'Write-Verbose',
  'Writes text to the verbose message stream.',
  (context, message) => context.writeVerbose(message),
);
export const writeDebug = messageCommand('Write-Debug', 'Writes a debug message to the console.', (context, message) =>
  context.writeDebug(message),
);

export const writeInformation = defineCommand(
  'Write-Information',
  {
    module: 'Microsoft.PowerShell.Utility',
    synopsis: 'Specifies how PowerShell handles information stream data for a command.',
  },
  [
    parameter('MessageData', 'Object', 'M 0 V', { alias: 'Msg Message', allow: 'Null' }),
    parameter('Tags', 'String[]', '1'),
  ],
  (context) => ({
    begin() {
      for (const tag of texts(context, 'Tags') ?? [])
        if (/^PS/i.test(tag))
          context.fail(`Cannot use tag '${tag}'. The 'PS' prefix is reserved.`, {
            errorId: 'PSPrefixReservedInInformationTag',
            category: 'InvalidArgument',
            target: tag,
            exceptionType: 'System.InvalidOperationException',
          });
    },
    process: () =>
      context.services.writeInformation(
        context,
        context.arg('MessageData') ?? null,
        texts(context, 'Tags') ?? [],
        false,
      ),
  }),
);

/** The text of Write-Host: collections are taken apart, dictionaries by their entries. */
function* hostText(value: PSValue, separator: string, tick: Tick): Steps<string> {
  if (value === null) return '';
  const inner = unwrap(value);
  const items =
    inner instanceof PSDictionary
      ? Array.from(inner.entries(), ([key, item]): PSValue => `[${toText(key)}, ${item === null ? '' : netText(item)}]`)
      : itemsOf(value);
  if (items === undefined) return netText(value);
  const parts: string[] = [];
  for (const item of items) {
    const shown = typeof item === 'object' ? yield* hostText(item, separator, tick) : netText(item);
    if (shown !== '' || parts.length > 0) parts.push(shown);
    const wait = tick();
    if (wait !== undefined) yield wait;
  }
  return yield* joinSteps(parts, separator, tick);
}
const HOST_MESSAGE = ['System.Management.Automation.HostInformationMessage', 'System.Object'];
export const writeHost = defineCommand(
  'Write-Host',
  { module: 'Microsoft.PowerShell.Utility', synopsis: 'Writes customized output to a host.' },
  [
    parameter('Object', 'Object', '0 V R', { alias: 'Msg Message' }),
    flag('NoNewline'),
    parameter('Separator', 'Object'),
    enumParameter('ForegroundColor', CONSOLE_COLORS),
    enumParameter('BackgroundColor', CONSOLE_COLORS),
  ],
  (context) => ({
    *process(): Steps<void> {
      const tick = (): Promise<void> | undefined => context.tick();
      const separator = context.isBound('Separator')
        ? yield* hostText(context.arg('Separator') ?? null, ' ', tick)
        : ' ';
      const message = yield* hostText(context.arg('Object') ?? null, separator, tick);
      const color = (name: string): PSValue => {
        const value = context.arg(name);
        return value instanceof EnumValue ? value : null;
      };
      const data = new PSObject({
        typeNames: HOST_MESSAGE,
        toStringText: message,
        adapted: PropertyBag.of({
          Message: message,
          NoNewLine: context.flag('NoNewline'),
          ForegroundColor: color('ForegroundColor'),
          BackgroundColor: color('BackgroundColor'),
        }),
      });
      yield* settle(context.services.writeInformation(context, data, ['PSHOST'], true));
    },
  }),
);

export const writeProgress = defineCommand(
  'Write-Progress',
  { module: 'Microsoft.PowerShell.Utility', synopsis: 'Displays a progress bar within a PowerShell command window.' },
  [
    parameter('Activity', 'String', '0'),
    parameter('Status', 'String', '1', { check: NOT_EMPTY }),
    parameter('Id', 'Int32', '2', { check: range(0, 2147483647) }),
    parameter('PercentComplete', 'Int32', '', { check: range(-1, 100) }),
    parameter('SecondsRemaining', 'Int32'),
    parameter('CurrentOperation', 'String'),
    parameter('ParentId', 'Int32', '', { check: range(-1, 2147483647) }),
    flag('Completed'),
    parameter('SourceId', 'Int32'),
  ],
  (context) => ({
    *process() {
      if (!context.isBound('Activity') && !context.flag('Completed'))
        context.fail("Missing value for mandatory parameter. (Parameter 'Activity')", {
          errorId: 'MissingActivity',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        });
      const activityId = whole(context, 'Id') ?? 0;
      const activity = text(context, 'Activity') ?? ' ';
      const parentActivityId = whole(context, 'ParentId') ?? -1;
      yield* settle(
        context.writeProgress({
          activity,
          activityId,
          statusDescription: text(context, 'Status') ?? 'Processing',
          currentOperation: text(context, 'CurrentOperation') ?? null,
          parentActivityId,
          percentComplete: whole(context, 'PercentComplete') ?? -1,
          type: context.flag('Completed') ? 'Completed' : 'Processing',
          secondsRemaining: whole(context, 'SecondsRemaining') ?? -1,
        }),
      );
    },
  }),
);
