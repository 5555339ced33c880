/** Out-Default, Out-Host, Out-String and Out-File: objects as text, where it is wanted. */
import type { PSValue } from '../../../protocol/objects/index.js';
import type { CommandRegistration } from '../command-api.js';
import type { EngineCommandContext } from '../commands/engine-services.js';
import { whole } from '../commands/support/arguments.js';
import { defineCommand, flag, parameter, range } from '../commands/support/command-spec.js';
import { inputOf } from '../commands/support/objects.js';
import { settle, type Steps } from '../pending.js';
import { LineFormatter } from './formatter.js';
import type { LineStream } from './messages.js';
import { formatOptions, hostColor, screenHeight, screenWidth, textColor } from './session-formatting.js';

/** Lines that are put together in one go. */
export const LINES_AT_ONCE = 1024;
const CORE = 'Microsoft.PowerShell.Core' as const;
const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const WIDTH = { check: range(2, 2_147_483_647) };

const HOST_METHODS: Readonly<Record<LineStream, string>> = {
  output: 'WriteLine2',
  error: 'WriteErrorLine',
  warning: 'WriteWarningLine',
  verbose: 'WriteVerboseLine',
  debug: 'WriteDebugLine',
};
interface Line {
  readonly text: string;
  readonly stream: LineStream;
}

/** The host's last column stays free, as PowerShell keeps it. */
const hostFormatter = (context: EngineCommandContext, lines: Line[]): LineFormatter => {
  const rows = screenHeight(context);
  return new LineFormatter(
    {
      ...formatOptions(context),
      width: screenWidth(context) - 1,
      color: hostColor(context),
      ...(rows === undefined ? {} : { rows }),
    },
    (text, stream) => {
      lines.push({ text, stream });
    },
  );
};

/** Prints on the host; without one the objects go on, which is what a program that asked for them wants. */
const outHost = (name: 'Out-Default' | 'Out-Host', alias: string | undefined): CommandRegistration =>
  defineCommand(
    name,
    { ...(alias === undefined ? {} : { alias }), module: CORE, synopsis: 'Sends the output to the command line.' },
    [parameter('InputObject', 'PSObject', 'V'), flag(name === 'Out-Host' ? 'Paging' : 'Transcript')],
    (context) => {
      const lines: Line[] = [];
      let formatter: LineFormatter | undefined;
      /** Lines of one stream go to the host in one call, so that a table costs one message to a host that is far away. */
      function* print(): Steps<void> {
        while (lines.length > 0) {
          const { stream } = lines[0] ?? { stream: 'output' };
          const count = lines.findIndex((line) => line.stream !== stream);
          const part = lines.splice(0, count < 0 ? lines.length : count);
          // PowerShell's console drops empty lines of errors.
          const shown = stream === 'error' ? part.filter(({ text }) => text !== '') : part;
          if (shown.length === 0) continue;
          yield* settle(
            context.host.call(HOST_METHODS[stream], [shown.map(({ text }) => text).join('\n')], context.signal),
          );
        }
      }
      return {
        *process(): Steps<void> {
          const value: PSValue | undefined = inputOf(context);
          if (value === undefined) return;
          if (!context.host.hasUI) {
            yield* settle(context.write(value));
            return;
          }
          formatter ??= hostFormatter(context, lines);
          yield* formatter.push(value);
          yield* print();
        },
        *end(): Steps<void> {
          formatter?.end();
          yield* print();
        },
      };
    },
  );
export const outDefault = outHost('Out-Default', undefined);
export const outHostCommand = outHost('Out-Host', 'oh');

/** A formatter for text that goes elsewhere: lists never break their lines unless a width is given. */
export function textFormatter(context: EngineCommandContext, line: (text: string) => void): LineFormatter {
  const width = whole(context, 'Width');
  return new LineFormatter(
    {
      ...formatOptions(context),
      width: width ?? screenWidth(context),
      listWidth: width ?? Number.POSITIVE_INFINITY,
      color: textColor(context),
      keepsText: true,
    },
    line,
  );
}

export const outString = defineCommand(
  'Out-String',
  {
    module: UTILITY,
    defaultSet: 'NoNewLineFormatting',
    output: 'System.String',
    synopsis: 'Outputs input objects as a string.',
  },
  [
    flag('Stream', 'StreamFormatting: '),
    parameter('Width', 'Int32', '', WIDTH),
    flag('NoNewline', 'NoNewLineFormatting: '),
    parameter('InputObject', 'PSObject', 'V'),
  ],
  (context) => {
    const lines: string[] = [];
    let whole = '';
    const newLine = context.flag('NoNewline') ? '' : '\n';
    let formatter: LineFormatter | undefined;
    const gather = (): void => {
      for (const line of lines) whole += line + newLine;
      lines.length = 0;
    };
    function* stream(): Steps<void> {
      for (const line of lines.splice(0)) yield* settle(context.write(line));
    }
    return {
      begin() {
        formatter = textFormatter(context, (line) => {
          lines.push(line);
          if (lines.length >= LINES_AT_ONCE && !context.flag('Stream')) gather();
        });
      },
      *process(): Steps<void> {
        const value = inputOf(context);
        if (value === undefined || formatter === undefined) return;
        yield* formatter.push(value);
        if (context.flag('Stream')) yield* stream();
      },
      *end(): Steps<void> {
        formatter?.end();
        if (context.flag('Stream')) yield* stream();
        else {
          gather();
          yield* settle(context.write(whole));
        }
      },
    };
  },
);
