/** ConvertTo-, ConvertFrom-, Export- and Import-Csv. */
import { pushOne } from '../../room.js';
import { currentCulture } from '../../culture/culture.js';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import {
  PSChar,
  PSDictionary,
  PSObject,
  PropertyBag,
  TYPE_NAMES,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import type { CommandRegistration, ParameterSpec } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { appendText } from '../../file-steps.js';
import { NO_TICK, settle, type Steps } from '../../pending.js';
import { netText } from '../../net/string.js';
import { throwNet } from '../../net/support.js';
import { PSError } from '../../values/exceptions.js';
import { EnumValue, unwrap } from '../../values/live.js';
import { typeNamesOf } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, parameter, NOT_NULL } from '../support/command-spec.js';
import { detectEncoding, encodingParameter } from '../support/encoding.js';
import { declareEnum, enumParameter } from '../support/enums.js';
import {
  fileOpened,
  fileExists,
  filesToRead,
  fileToWrite,
  readText,
  readTextSteps,
  textEncoding,
} from '../support/files.js';
import { inputOf, listOf } from '../support/objects.js';
import { type CsvLayout, csvLine, CsvReader } from './csv-text.js';

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const QUOTES = declareEnum('Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind', {
  Never: 0,
  Always: 1,
  AsNeeded: 2,
});

function delimiterOf(context: EngineCommandContext): string {
  const given = context.arg('Delimiter');
  return given instanceof PSChar
    ? given.toString()
    : given !== undefined && given !== null
      ? toText(given).slice(0, 1)
      : context.flag('UseCulture')
        ? currentCulture().listSeparator
        : ',';
}
function layoutOf(context: EngineCommandContext): CsvLayout {
  if (context.isBound('UseQuotes') && context.isBound('QuoteFields'))
    context.fail('You must specify either the -UseQuotes or -QuoteFields parameters, but not both.', {
      errorId: 'CannotSpecifyQuoteFieldsAndUseQuotes',
      category: 'InvalidData',
      exceptionType: 'System.InvalidOperationException',
    });
  const given = context.arg('UseQuotes');
  const name = given instanceof EnumValue ? given.text : 'Always';
  const fields = texts(context, 'QuoteFields');
  return {
    delimiter: delimiterOf(context),
    quotes: name === 'Never' || name === 'AsNeeded' ? name : 'Always',
    quoteFields: fields === undefined ? undefined : new Set(fields.map((field) => field.toLowerCase())),
  };
}
export function columnsOf(context: EngineCommandContext, input: PSValue): string[] {
  const inner = unwrap(input);
  if (inner instanceof PSDictionary) return [...inner.keys.map((key) => toText(key)), ...(inner.extended?.names ?? [])];
  return [...context.services.members.names(input)];
}
export function* valuesOf(
  context: EngineCommandContext,
  input: PSValue,
  names: readonly string[],
): Steps<(string | null)[]> {
  const inner = unwrap(input);
  const values: (string | null)[] = [];
  for (const name of names) {
    let value: PSValue | undefined;
    if (inner instanceof PSDictionary) {
      // A key that is no text is not found by its text; an entry without a value is not foreseen there.
      value = inner.hasEntry(name) ? inner.getEntry(name) : inner.extended?.get(name);
      if (value === null && inner.hasEntry(name))
        throw throwNet('System.NullReferenceException', 'Object reference not set to an instance of an object.');
    } else {
      try {
        value = yield* settle(context.services.members.get(input, name));
      } catch (error) {
        if (!(error instanceof PSError)) throw error;
      }
    }
    const shown = value ?? null;
    values.push(shown === null ? null : netText(shown));
  }
  return values;
}

const writing: readonly ParameterSpec[] = [
  parameter('Delimiter', 'Char', 'Delimiter: 1', { check: NOT_NULL }),
  flag('UseCulture', 'UseCulture: '),
  flag('IncludeTypeInformation', '', { alias: 'ITI' }),
  flag('NoTypeInformation', 'D', { alias: 'NTI' }),
  parameter('QuoteFields', 'String[]', '', { alias: 'QF' }),
  enumParameter('UseQuotes', QUOTES, '', { alias: 'UQ' }),
  flag('NoHeader'),
];

/** Lines of the objects as they come: type line, header, then one line for each. */
class CsvLines {
  readonly #context: EngineCommandContext;
  readonly #layout: CsvLayout;
  readonly #keepsEmpty: boolean;
  names: readonly string[] | undefined;
  /** The header stands in the file already. */
  headless = false;
  /** @param keepsEmpty whether an object without any of the columns is an empty line. */
  constructor(context: EngineCommandContext, keepsEmpty: boolean) {
    this.#context = context;
    this.#keepsEmpty = keepsEmpty;
    this.#layout = layoutOf(context);
    if (context.flag('IncludeTypeInformation') && context.flag('NoTypeInformation'))
      context.fail(
        'You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.',
        {
          errorId: 'CannotSpecifyIncludeTypeInformationAndNoTypeInformation',
          category: 'InvalidData',
          exceptionType: 'System.InvalidOperationException',
        },
      );
  }
  *of(input: PSValue): Steps<string[]> {
    return [...(yield* this.header(input)), ...(yield* this.row(input))];
  }
  /** Before the first object's line; none before the others. */
  *header(input: PSValue): Steps<string[]> {
    const lines: string[] = [];
    if (this.names === undefined) {
      this.names = columnsOf(this.#context, input);
      if (this.#context.flag('IncludeTypeInformation'))
        lines.push(`#TYPE ${(typeNamesOf(input)[0] ?? '').replace(/^CSV:/, '')}`.trimEnd());
      if (!this.#context.flag('NoHeader') && this.names.length > 0)
        lines.push(yield* csvLine(this.names, this.names, this.#layout, NO_TICK));
    }
    return lines;
  }
  *row(input: PSValue): Steps<string[]> {
    const names = this.names ?? [];
    const values = yield* valuesOf(this.#context, input, names);
    const line = yield* csvLine(names, values, this.#layout, () => this.#context.tick());
    return line !== '' || this.#keepsEmpty ? [line] : [];
  }
}

export const convertToCsv = defineCommand(
  'ConvertTo-Csv',
  {
    module: UTILITY,
    defaultSet: 'Delimiter',
    output: 'System.String',
    synopsis: 'Converts .NET objects into a series of character-separated value (CSV) strings.',
  },
  [parameter('InputObject', 'PSObject', 'M 0 V P', { allow: 'EmptyString EmptyCollection' }), ...writing],
  (context) => {
    const lines = new CsvLines(context, false);
    return {
      *process(): Steps<void> {
        const input = inputOf(context);
        if (input === undefined || input === null) return;
        // The header is out before a value may fail.
        yield* settle(context.writeAll(yield* lines.header(input)));
        yield* settle(context.writeAll(yield* lines.row(input)));
      },
    };
  },
);

export const exportCsv = defineCommand(
  'Export-Csv',
  {
    alias: 'epcsv',
    module: UTILITY,
    defaultSet: 'Delimiter',
    shouldProcess: true,
    synopsis:
      'Converts objects into a series of character-separated value (CSV) strings and saves the strings to a file.',
  },
  [
    parameter('InputObject', 'PSObject', 'M V P', { allow: 'EmptyString EmptyCollection' }),
    parameter('Path', 'String', '0', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String', '', { alias: 'PSPath LP', check: NOT_EMPTY }),
    flag('Force'),
    flag('NoClobber', '', { alias: 'NoOverwrite' }),
    encodingParameter(),
    flag('Append'),
    ...writing,
  ],
  (context) => {
    const lines = new CsvLines(context, true);
    const collected: string[] = [];
    let path: string | undefined;
    let active = true;
    return {
      *begin(): Steps<void> {
        const given = text(context, 'LiteralPath') ?? text(context, 'Path');
        if (given === undefined || context.isBound('LiteralPath') === context.isBound('Path'))
          return context.fail('You must specify either the -Path or -LiteralPath parameters, but not both.', {
            errorId: 'CannotSpecifyPathAndLiteralPath',
            category: 'InvalidData',
            exceptionType: 'System.InvalidOperationException',
          });
        path = fileToWrite(context, given, context.isBound('LiteralPath'));
        active = yield* settle(context.shouldProcess(given));
        if (!active) return undefined;
        if (context.flag('NoClobber') && !context.flag('Append') && fileExists(path))
          return context.fail(`The file '${path}' already exists.`, {
            errorId: 'NoClobber',
            category: 'ResourceExists',
            target: path,
            exceptionType: 'System.IO.IOException',
          });
        if (context.flag('Append') && fileExists(path)) {
          const reader = new CsvReader(readText(context, path, textEncoding(context)), delimiterOf(context));
          while (reader.peekLine().startsWith('#')) reader.skipLine();
          const header = yield* reader.next(NO_TICK);
          if (header.length > 0) {
            lines.names = header;
            lines.headless = true;
          }
        }
        return undefined;
      },
      *process(): Steps<void> {
        const input = inputOf(context);
        if (!active || input === undefined || input === null) return;
        if (lines.headless && !context.flag('Force')) {
          const own = new Set(columnsOf(context, input).map((name) => name.toLowerCase()));
          const missing = lines.names?.find((name) => !own.has(name.toLowerCase()));
          if (missing !== undefined)
            context.fail(
              `Cannot append CSV content to the following file: ${text(context, 'LiteralPath') ?? text(context, 'Path') ?? ''}. The appended object does not have a property that corresponds to the following column: ${missing}. To continue with mismatched properties, add the -Force parameter, and then retry the command.`,
              {
                errorId: 'CannotAppendCsvWithMismatchedPropertyNames',
                category: 'InvalidData',
                target: missing,
                exceptionType: 'System.InvalidOperationException',
              },
            );
        }
        for (const line of yield* lines.of(input)) pushOne(collected, line);
      },
      *end(): Steps<void> {
        if (!active || path === undefined) return;
        let encoding = textEncoding(context);
        const newline = process.platform === 'win32' ? '\r\n' : '\n';
        const target = path;
        const appends = context.flag('Append') && fileExists(target);
        const file = fileOpened(context, target, () => {
          const opened = openSync(target, appends ? 'a+' : 'w');
          const head = new Uint8Array(4);
          // What is appended follows the mark of the file, whatever encoding is given.
          if (appends) encoding = detectEncoding(head.subarray(0, readSync(opened, head, 0, 4, 0)), encoding).encoding;
          else writeSync(opened, encoding.bom);
          return opened;
        });
        try {
          const tick = (): Promise<void> | undefined => context.tick();
          for (let at = 0; at < collected.length; at += WRITTEN_AT_ONCE) {
            const part = collected.slice(at, at + WRITTEN_AT_ONCE).map((line) => line + newline);
            yield* appendText(file, part.join(''), (piece) => encoding.encode(piece), tick);
          }
        } finally {
          closeSync(file);
        }
      },
    };
  },
);

/** Lines that are written in one go. */
const WRITTEN_AT_ONCE = 1024;

/** Objects of texts, each of which may begin with a line about the type. Warns once when columns had no name. */
class CsvObjects {
  readonly #context: EngineCommandContext;
  #warned = false;
  #header: readonly string[] | undefined;
  #typeName = '';
  constructor(context: EngineCommandContext) {
    this.#context = context;
    this.forget();
  }
  /** The next text has its own header. */
  forget(): void {
    this.#header = texts(this.#context, 'Header');
    this.#typeName = '';
  }
  *write(source: string, delimiter: string): Steps<void> {
    const reader = new CsvReader(source, delimiter);
    const tick = (): Promise<void> | undefined => this.#context.tick();
    if (this.#typeName === '' && reader.peekLine().startsWith('#')) {
      const first = reader.peekLine();
      if (/^#TYPE/i.test(first)) this.#typeName = first.slice(5).trim();
      reader.skipLine();
    }
    while (this.#header === undefined && !reader.ended) {
      const names = yield* reader.next(tick);
      while (names.length > 1 && names.at(-1) === '') names.pop();
      const [first = ''] = names;
      // Of a W3C log the line of field names is the header.
      if (first.startsWith('#Fields: ')) this.#header = [first.slice(9), ...names.slice(1)];
      else if (!first.startsWith('#')) this.#header = names;
    }
    if (this.#header === undefined) return;
    this.#checkNames(this.#header);
    const names = this.#header;
    const typeName = this.#typeName;
    let unnamed = 0;
    const shownNames = names.map((name) => (name === '' ? `H${(unnamed += 1)}` : name));
    const typeNames = typeName === '' ? TYPE_NAMES.customObject : [typeName, `CSV:${typeName}`];
    while (!reader.ended) {
      const values = yield* reader.next(tick);
      if (values.length === 0) break;
      if (values.length === 1 && values[0] === '') continue;
      if (unnamed > 0 && !this.#warned) {
        this.#warned = true;
        yield* settle(
          this.#context.writeWarning(
            'One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.',
          ),
        );
      }
      yield* settle(
        this.#context.write(
          new PSObject({
            typeNames,
            extended: PropertyBag.withShape(
              shownNames,
              shownNames.map((_, at) => values[at] ?? null),
            ),
          }),
        ),
      );
    }
  }
  #checkNames(names: readonly string[]): void {
    const seen = new Set<string>();
    for (const name of names) {
      const key = name.toLowerCase();
      if (key !== '' && seen.has(key))
        this.#context.fail(`The member "${name}" is already present.`, {
          errorId: 'AlreadyPresentPSMemberInfoInternalCollectionAdd',
          category: 'NotSpecified',
          exceptionType: 'System.Management.Automation.ExtendedTypeSystemException',
        });
      seen.add(key);
    }
  }
}

export const convertFromCsv = defineCommand(
  'ConvertFrom-Csv',
  {
    module: UTILITY,
    defaultSet: 'Delimiter',
    synopsis:
      'Converts object properties in character-separated value (CSV) format into CSV versions of the original objects.',
  },
  [
    parameter('Delimiter', 'Char', 'Delimiter: 1', { check: [...NOT_NULL, ...NOT_EMPTY] }),
    flag('UseCulture', 'UseCulture: M', { check: [...NOT_NULL, ...NOT_EMPTY] }),
    // Empty texts are objects like others there.
    parameter('InputObject', 'PSObject[]', 'M 0 V P', { check: NOT_NULL, attributes: 'ValidateNotNullOrEmpty' }),
    parameter('Header', 'String[]', '', { check: [...NOT_NULL, ...NOT_EMPTY] }),
  ],
  (context) => {
    const objects = new CsvObjects(context);
    return {
      *process(): Steps<void> {
        for (const item of listOf(inputOf(context)))
          if (item !== null) yield* objects.write(toText(item), delimiterOf(context));
      },
    };
  },
);
export const importCsv = defineCommand(
  'Import-Csv',
  {
    alias: 'ipcsv',
    module: UTILITY,
    defaultSet: 'DelimiterPath',
    synopsis: 'Creates table-like custom objects from the items in a character-separated value (CSV) file.',
  },
  [
    parameter('Delimiter', 'Char', 'DelimiterPath,DelimiterLiteralPath: 1', { check: NOT_NULL }),
    parameter('Path', 'String[]', 'DelimiterPath,CulturePath: M 0 V P', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String[]', 'DelimiterLiteralPath,CultureLiteralPath: M P', {
      alias: 'PSPath LP',
      check: NOT_EMPTY,
    }),
    flag('UseCulture', 'CulturePath,CultureLiteralPath: M', { check: NOT_NULL }),
    parameter('Header', 'String[]', '', { check: NOT_EMPTY }),
    encodingParameter(),
  ],
  (context) => {
    const objects = new CsvObjects(context);
    return {
      *process(): Steps<void> {
        const literal = texts(context, 'LiteralPath');
        for (const path of filesToRead(context, literal ?? texts(context, 'Path') ?? [], literal !== undefined)) {
          objects.forget();
          yield* objects.write(yield* readTextSteps(context, path, textEncoding(context)), delimiterOf(context));
        }
      },
    };
  },
);
export const CSV_COMMANDS: readonly CommandRegistration[] = [convertToCsv, convertFromCsv, exportCsv, importCsv];
