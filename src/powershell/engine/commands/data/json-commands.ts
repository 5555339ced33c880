/** ConvertTo-Json, ConvertFrom-Json, Test-Json. */
import { pushOne } from '../../room.js';
import { PSDateTime, type PSValue } from '../../../../protocol/objects/index.js';
import { parseOffset } from '../../net/date-kin.js';
import { settle, type Steps } from '../../pending.js';
import { parseDate } from '../../text/date-parse.js';
import { toLocal, toUniversal, UNIX_TICKS } from '../../text/date-format.js';
import { AutomationNull, EnumValue } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range, rangeKind } from '../support/command-spec.js';
import { declareEnum, enumParameter } from '../support/enums.js';
import { itemsOf } from '../support/objects.js';
import { JsonError, JsonKeyError, JsonReader, jsonValues } from './json-read.js';
import { type JsonOptions, JsonWriter } from './json-write.js';

const ESCAPE_HANDLING = declareEnum('Newtonsoft.Json.StringEscapeHandling', {
  Default: 0,
  EscapeNonAscii: 1,
  EscapeHtml: 2,
});
const DATE_KIND = declareEnum('Microsoft.PowerShell.Commands.JsonDateKind', {
  Default: 0,
  Local: 1,
  Utc: 2,
  Offset: 3,
  String: 4,
});

export const convertToJson = defineCommand(
  'ConvertTo-Json',
  {
    module: 'Microsoft.PowerShell.Utility',
    output: 'System.String',
    synopsis: 'Converts an object to a JSON-formatted string.',
  },
  [
    parameter('InputObject', 'Object', 'M 0 V', { allow: 'Null' }),
    parameter('Depth', 'Int32', '', { check: range(0, 100) }),
    flag('Compress'),
    flag('EnumsAsStrings'),
    flag('AsArray'),
    enumParameter('EscapeHandling', ESCAPE_HANDLING),
  ],
  (context) => {
    const inputs: PSValue[] = [];
    const piped = !context.isBound('InputObject');
    return {
      process() {
        const input = context.arg('InputObject');
        if (input !== AutomationNull && input !== undefined) pushOne(inputs, input);
      },
      *end() {
        if (inputs.length === 0) return;
        const value = inputs.length > 1 || context.flag('AsArray') ? inputs : (inputs[0] ?? null);
        const escape = context.arg('EscapeHandling');
        const options: JsonOptions = {
          maxDepth: whole(context, 'Depth') ?? 2,
          compress: context.flag('Compress'),
          enumsAsStrings: context.flag('EnumsAsStrings'),
          escape:
            escape instanceof EnumValue && (escape.text === 'EscapeNonAscii' || escape.text === 'EscapeHtml')
              ? escape.text
              : 'Default',
          piped,
        };
        const writer = new JsonWriter(context, options, value === inputs);
        const json = yield* writer.write(value, 0, '');
        if (writer.truncated)
          yield* settle(
            context.writeWarning(
              `Resulting JSON is truncated as serialization has exceeded the set depth of ${options.maxDepth}.`,
            ),
          );
        yield* settle(context.write(json));
      },
    };
  },
);

const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7}\d*)?(?:Z|[-+]\d\d(?::?\d\d)?)?$/;

const MIDNIGHT = /T24(:00:00(?:\.0+)?(?!\.?\d))/;
const DAY_TICKS = 864_000_000_000n;
/** 24:00:00 is the beginning of the next day. */
function parseJsonDate(shown: string): PSDateTime | undefined {
  if (!MIDNIGHT.test(shown)) return parseDate(shown);
  const day = parseDate(shown.replace(MIDNIGHT, 'T00$1'));
  return day === undefined ? undefined : new PSDateTime(day.ticks + DAY_TICKS, day.kind);
}

/** What a string that looks like a date becomes. */
export function dateReader(kind: string): (text: string) => PSValue {
  return (shown) => {
    if (kind === 'String') return shown;
    if (kind === 'Offset') return (ISO_DATE.test(shown) ? parseOffset(shown) : undefined) ?? shown;
    let date: PSDateTime | undefined;
    const unix = /^\/Date\((-?\d+)(?:[-+]\d{4})?\)\/$/.exec(shown);
    if (unix !== null) date = new PSDateTime(UNIX_TICKS + BigInt(unix[1] ?? '0') * 10_000n, 'Utc');
    else if (shown.length >= 16 && ISO_DATE.test(shown)) {
      const parsed = parseJsonDate(shown);
      // A Z is kept as UTC, an offset is turned into local time.
      date = parsed !== undefined && shown.endsWith('Z') ? toUniversal(parsed) : parsed;
    }
    if (date === undefined) return shown;
    if (kind === 'Local') return toLocal(date);
    return kind === 'Utc'
      ? date.kind === 'Unspecified'
        ? new PSDateTime(date.ticks, 'Utc')
        : toUniversal(date)
      : date;
  };
}

function* convert(context: EngineCommandContext, source: string): Steps<PSValue> {
  const kind = context.arg('DateKind');
  const texts = dateReader(kind instanceof EnumValue ? kind.text : 'Default');
  const maxDepth = whole(context, 'Depth') ?? 1024;
  const reader = new JsonReader(source, jsonValues(context.flag('AsHashtable'), texts), { maxDepth });
  try {
    return yield* reader.read(() => context.tick());
  } catch (error) {
    if (error instanceof JsonKeyError)
      context.fail(error.message, {
        errorId: error.errorId,
        category: 'InvalidOperation',
        exceptionType: 'System.InvalidOperationException',
      });
    throw error;
  }
}
function failed(context: EngineCommandContext, error: unknown): never {
  if (!(error instanceof JsonError)) throw error;
  context.fail(`Conversion from JSON failed with error: ${error.message}`, {
    errorId: 'System.ArgumentException',
    category: 'NotSpecified',
    exceptionType: 'System.ArgumentException',
  });
}

export const convertFromJson = defineCommand(
  'ConvertFrom-Json',
  {
    module: 'Microsoft.PowerShell.Utility',
    synopsis: 'Converts a JSON-formatted string to a custom object or a hash table.',
  },
  [
    parameter('InputObject', 'String', 'M 0 V', { allow: 'EmptyString' }),
    flag('AsHashtable'),
    parameter('Depth', 'Int32', '', { check: rangeKind('Positive') }),
    flag('NoEnumerate'),
    enumParameter('DateKind', DATE_KIND),
  ],
  (context) => {
    const lines: string[] = [];
    const write = (value: PSValue) => {
      const items = context.flag('NoEnumerate') ? undefined : itemsOf(value);
      return items === undefined ? context.write(value) : context.writeAll(items);
    };
    return {
      process() {
        lines.push(text(context, 'InputObject') ?? '');
      },
      *end() {
        const [first = ''] = lines;
        if (lines.length === 0) return;
        if (lines.length > 1) {
          // When the first string is a document of its own, each one is.
          let document: PSValue | undefined;
          try {
            document = yield* convert(context, first);
          } catch (error) {
            if (!(error instanceof JsonError)) throw error;
          }
          // Of nothing (an empty line, `null`) it is not: that comes out, and then the whole is one document.
          if (document !== undefined) yield* settle(write(document));
          if (document !== undefined && document !== null) {
            for (const line of lines.slice(1)) {
              let value: PSValue;
              try {
                value = yield* convert(context, line);
              } catch (error) {
                failed(context, error);
              }
              yield* settle(write(value));
            }
            return;
          }
        }
        let value: PSValue;
        try {
          value = yield* convert(context, lines.join('\n'));
        } catch (error) {
          failed(context, error);
        }
        yield* settle(write(value));
      },
    };
  },
);
