/** Get-Date and New-TimeSpan. */
import { throwNet } from '../../net/support.js';
import { currentDates } from '../../culture/culture.js';
import { PropertyBag, PSDateTime, PSObject, PSTimeSpan, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { convertTo, integerOf, toNumber } from '../../conversion.js';
import {
  dateParts,
  formatDate,
  nowLocal,
  TICKS_PER_DAY,
  TICKS_PER_SECOND,
  ticksOf,
  toLocal,
  toUniversal,
  UNIX_TICKS,
} from '../../text/date-format.js';
import { addMonthsTo } from '../../net/date-time.js';
import { DATETIME } from '../../values/types.js';
import { NetThrow } from '../../values/exceptions.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter, range } from '../support/command-spec.js';
import { declareEnum, enumMember, enumParameter } from '../support/enums.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const HINT = declareEnum('Microsoft.PowerShell.Commands.DisplayHintType', { Date: 0, Time: 1, DateTime: 2 });

/** Formats with a name of their own. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  filedate: 'yyyyMMdd',
  filedatetime: 'yyyyMMddTHHmmssffff',
  filedateuniversal: 'yyyyMMddZ',
  filedatetimeuniversal: 'yyyyMMddTHHmmssffffZ',
};

/** ISO 8601 week of a date: the week that holds its Thursday. */
function isoWeek(date: PSDateTime): { readonly week: number; readonly year: number } {
  const days = Number(date.ticks / TICKS_PER_DAY);
  const fromMonday = (dateParts(date.ticks).dayOfWeek + 6) % 7;
  const thursday = dateParts(BigInt(days - fromMonday + 3) * TICKS_PER_DAY);
  return { week: Math.floor((thursday.dayOfYear - 1) / 7) + 1, year: thursday.year };
}

/** A date by the format of Unix's `date`, as PowerShell 7 knows it. */
export function unixFormat(date: PSDateTime, format: string): string {
  const parts = dateParts(date.ticks);
  const dates = currentDates();
  const f = (one: string): string => formatDate(date, one, dates);
  const two = (value: number): string => String(value).padStart(2, '0');
  const blank = (value: number): string => String(value).padStart(2, ' ');
  const hour12 = parts.hour % 12 === 0 ? 12 : parts.hour % 12;
  const offset = f('zzz').slice(0, 3);
  const pattern = format.startsWith('+') ? format.slice(1) : format;
  let out = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const c = pattern[at] ?? '';
    if (c !== '%') {
      out += c;
      continue;
    }
    at += 1;
    if (at >= pattern.length)
      throw throwNet('System.IndexOutOfRangeException', 'Index was outside the bounds of the array.');
    const letter = pattern[at] ?? '';
    switch (letter) {
      case 'A':
        out += f('dddd');
        break;
      case 'a':
        out += f('ddd');
        break;
      case 'B':
        out += f('MMMM');
        break;
      case 'b':
      case 'h':
        out += f('MMM');
        break;
      case 'C':
        out += String(Math.floor(parts.year / 100));
        break;
      case 'c':
        // Each part by itself: a month has the name that it has alone.
        out += ['ddd', 'dd', 'MMM', 'yyyy', 'HH:mm:ss'].map(f).join(' ');
        break;
      case 'D':
      case 'x':
        out += f('MM/dd/yy');
        break;
      case 'd':
        out += two(parts.day);
        break;
      case 'e':
        out += blank(parts.day);
        break;
      case 'F':
        out += f('yyyy-MM-dd');
        break;
      case 'G':
        out += String(isoWeek(date).year).padStart(4, '0');
        break;
      case 'g':
        out += two(isoWeek(date).year % 100);
        break;
      case 'H':
        out += two(parts.hour);
        break;
      case 'I':
        out += two(hour12);
        break;
      case 'j':
        out += String(parts.dayOfYear).padStart(3, '0');
        break;
      case 'k':
        out += blank(parts.hour);
        break;
      case 'l':
        out += blank(hour12);
        break;
      case 'M':
        out += two(parts.minute);
        break;
      case 'm':
        out += two(parts.month);
        break;
      case 'n':
        out += '\n';
        break;
      case 'p':
        out += f('tt');
        break;
      case 'R':
        out += f('HH:mm');
        break;
      case 'r':
        out += `${two(hour12)}:${f('mm:ss')} ${f('tt')}`;
        break;
      case 'S':
        out += two(parts.second);
        break;
      case 's':
        out += String((toUniversal(date).ticks - UNIX_TICKS) / TICKS_PER_SECOND);
        break;
      case 'T':
      case 'X':
        out += f('HH:mm:ss');
        break;
      case 't':
        out += '\t';
        break;
      case 'U':
      case 'W':
        out += String(Math.floor(parts.dayOfYear / 7));
        break;
      case 'u':
        out += String(parts.dayOfWeek === 0 ? 7 : parts.dayOfWeek);
        break;
      case 'V':
        out += two(isoWeek(date).week);
        break;
      case 'w':
        out += String(parts.dayOfWeek);
        break;
      case 'Y':
        out += String(parts.year).padStart(4, '0');
        break;
      case 'y':
        out += two(parts.year % 100);
        break;
      case 'Z':
        out += offset;
        break;
      default:
        out += letter;
    }
  }
  return out;
}

const PARTS = ['Year', 'Month', 'Day', 'Hour', 'Minute', 'Second', 'Millisecond'] as const;
function chosenDate(context: EngineCommandContext): PSDateTime {
  let date: PSDateTime;
  if (context.isBound('UnixTimeSeconds')) {
    const seconds = integerOf(context.arg('UnixTimeSeconds') ?? 0) ?? 0n;
    date = toLocal(new PSDateTime(UNIX_TICKS + seconds * TICKS_PER_SECOND, 'Utc'));
  } else {
    const given = context.arg('Date');
    const made = given === undefined ? nowLocal() : given instanceof PSDateTime ? given : convertTo(given, DATETIME);
    date = made instanceof PSDateTime ? made : nowLocal();
  }
  if (PARTS.some((name) => context.isBound(name))) {
    const now = dateParts(date.ticks);
    const pick = (name: (typeof PARTS)[number], otherwise: number): number => whole(context, name) ?? otherwise;
    const fraction = context.isBound('Millisecond') ? (whole(context, 'Millisecond') ?? 0) * 10_000 : now.fraction;
    // Years and months keep the day where they have it; a day that the month has not is one of the next month.
    const year = addMonthsTo(date.ticks, (pick('Year', now.year) - now.year) * 12);
    const month = year === undefined ? undefined : addMonthsTo(year, pick('Month', now.month) - now.month);
    const ahead = month === undefined || !context.isBound('Day') ? 0 : pick('Day', 1) - dateParts(month).day;
    const day = month === undefined ? undefined : dateParts(month + BigInt(ahead) * TICKS_PER_DAY);
    const ticks = ticksOf(
      day?.year ?? 0,
      day?.month ?? 0,
      day?.day ?? 0,
      pick('Hour', now.hour),
      pick('Minute', now.minute),
      pick('Second', now.second),
      fraction,
    );
    if (ticks === undefined)
      context.fail('Year, Month, and Day parameters describe an un-representable DateTime.', {
        errorId: 'ArgumentOutOfRange',
        category: 'NotSpecified',
        exceptionType: 'System.ArgumentOutOfRangeException',
      });
    date = new PSDateTime(ticks, date.kind, date.offsetMinutes);
  }
  return context.flag('AsUTC') ? toUniversal(date) : date;
}

const getDate = defineCommand(
  'Get-Date',
  {
    module: UTILITY,
    defaultSet: 'DateAndFormat',
    output: 'System.String,System.DateTime',
    synopsis: 'Gets the current date and time.',
  },
  [
    parameter('Date', 'DateTime', 'DateAndFormat,DateAndUFormat: 0 V P', { alias: 'LastWriteTime' }),
    parameter('UnixTimeSeconds', 'Int64', 'UnixTimeSecondsAndFormat,UnixTimeSecondsAndUFormat: M', {
      alias: 'UnixTime',
      check: range(-62135596800n, 253402300799n),
    }),
    parameter('Year', 'Int32', '', { check: range(1, 9999) }),
    parameter('Month', 'Int32', '', { check: range(1, 12) }),
    parameter('Day', 'Int32', '', { check: range(1, 31) }),
    parameter('Hour', 'Int32', '', { check: range(0, 23) }),
    parameter('Minute', 'Int32', '', { check: range(0, 59) }),
    parameter('Second', 'Int32', '', { check: range(0, 59) }),
    parameter('Millisecond', 'Int32', '', { check: range(0, 999) }),
    enumParameter('DisplayHint', HINT),
    parameter('UFormat', 'String', 'DateAndUFormat,UnixTimeSecondsAndUFormat: M'),
    parameter('Format', 'String', 'DateAndFormat,UnixTimeSecondsAndFormat: ', { attributes: 'ArgumentCompletions' }),
    flag('AsUTC'),
  ],
  (context) => ({
    process() {
      const date = chosenDate(context);
      const unix = text(context, 'UFormat');
      if (unix !== undefined) return context.write(unixFormat(date, unix));
      const format = text(context, 'Format');
      if (format !== undefined) {
        const named = NAMED_FORMATS[format.toLowerCase()];
        const shown = named?.endsWith('Z') === true ? toUniversal(date) : date;
        return context.write(formatDate(shown, named ?? format, currentDates()));
      }
      const hint: PSValue = context.isBound('DisplayHint')
        ? (context.arg('DisplayHint') ?? null)
        : enumMember(HINT, 'DateTime');
      return context.write(
        new PSObject({
          typeNames: ['System.DateTime', 'System.ValueType', 'System.Object'],
          base: date,
          extended: PropertyBag.of({ DisplayHint: hint }),
        }),
      );
    },
  }),
);

const newTimeSpan = defineCommand(
  'New-TimeSpan',
  { module: UTILITY, defaultSet: 'Date', output: 'System.TimeSpan', synopsis: 'Creates a TimeSpan object.' },
  [
    parameter('Start', 'DateTime', 'Date: 0 V P', { alias: 'LastWriteTime' }),
    parameter('End', 'DateTime', 'Date: 1 P'),
    parameter('Days', 'Int32', 'Time: '),
    parameter('Hours', 'Int32', 'Time: '),
    parameter('Minutes', 'Int32', 'Time: '),
    parameter('Seconds', 'Int32', 'Time: '),
    parameter('Milliseconds', 'Int32', 'Time: '),
  ],
  (context) => {
    // Both ends that were not given are the same moment.
    const now = nowLocal();
    return {
      process() {
        const part = (name: string): bigint => BigInt(Math.trunc(toNumber(context.arg(name) ?? 0)));
        if (context.parameterSetName === 'Time') {
          const ticks =
            part('Days') * TICKS_PER_DAY +
            (part('Hours') * 3600n + part('Minutes') * 60n + part('Seconds')) * TICKS_PER_SECOND +
            part('Milliseconds') * 10_000n;
          if (BigInt.asIntN(64, ticks) !== ticks)
            throw new NetThrow(
              'System.ArgumentOutOfRangeException',
              'TimeSpan overflowed because the duration is too long.',
            );
          return context.write(new PSTimeSpan(ticks));
        }
        const start = context.arg('Start');
        const end = context.arg('End');
        const from = start instanceof PSDateTime ? start.ticks : now.ticks;
        const to = end instanceof PSDateTime ? end.ticks : now.ticks;
        return context.write(new PSTimeSpan(to - from));
      },
    };
  },
);
export const DATE_COMMANDS: readonly CommandRegistration[] = [getDate, newTimeSpan];
