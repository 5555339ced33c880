/** Import-LocalizedData: texts of a script in the language of its user, from data files in folders named by culture. */
import { existsSync } from 'node:fs';
import nodePath from 'node:path';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { parseInput, parseVariablePath, restrictedLanguageErrors } from '../../../lang/index.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { positionText } from '../../formatting/error-position.js';
import { writeVariable } from '../../runtime/variables.js';
import { AutomationNull, plain } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { existingFiles, readText, targetFile } from '../support/files.js';

const INVALID = {
  errorId: 'InvalidOperation',
  category: 'InvalidOperation',
  exceptionType: 'System.Management.Automation.PSInvalidOperationException',
} as const;

/** `de-AT`, `de`. */
function* culturesOf(name: string): Iterable<string> {
  for (let at = name; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('-')))) yield at;
}
/** The folder and the name of the script that asks, where none are given. */
function placeOf(context: EngineCommandContext): { readonly folder: string; readonly name: string } {
  const given = text(context, 'FileName');
  const { frame } = context.services.modules;
  const file = context.services.callerFile ?? '';
  if (given === undefined && file === '')
    context.fail(
      'The FileName parameter was not specified. The FileName parameter is required when Import-LocalizedData is not called from a script file.',
      INVALID,
    );
  if (given !== undefined && nodePath.basename(given.replaceAll('\\', '/')) !== given)
    context.fail('The argument for the FileName parameter should not contain a path.', INVALID);
  const base = text(context, 'BaseDirectory');
  return {
    folder: base === undefined ? (file === '' ? frame.rt.location : nodePath.dirname(file)) : targetFile(context, base),
    // Whatever the extension, the data is in a .psd1.
    name: (given ?? nodePath.basename(file)).replace(/\.[^.]*$/, ''),
  };
}

export const importLocalizedData = defineCommand(
  'Import-LocalizedData',
  {
    module: 'Microsoft.PowerShell.Utility',
    className: 'ImportLocalizedData',
    synopsis: 'Imports language-specific data into scripts and functions based on the UI culture.',
  },
  [
    parameter('BindingVariable', 'String', '0', { alias: 'Variable', check: NOT_EMPTY }),
    parameter('UICulture', 'String', '1'),
    parameter('BaseDirectory', 'String'),
    parameter('FileName', 'String'),
    parameter('SupportedCommand', 'String[]', '', { attributes: 'ValidateTrustedData' }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const { folder, name } = placeOf(context);
      const { frame } = context.services.modules;
      const asked = text(context, 'UICulture');
      if (asked !== undefined && !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(asked) && asked !== '')
        context.fail(
          'Cannot process argument because the value of argument "Culture" is not valid. Change the value of the "Culture" argument and run the operation again.',
          {
            errorId: 'Argument',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        );
      const culture = asked ?? toText(frame.scope.find('psuiculture')?.read() ?? '');
      const folders = [...culturesOf(culture), ...(asked === undefined ? ['en-US', 'en'] : []), ''];
      const file = folders.map((part) => nodePath.join(folder, part, `${name}.psd1`)).find((path) => existsSync(path));
      if (file === undefined) {
        const where = nodePath.join(folder, culture);
        yield* settle(
          context.writeError(
            `Cannot find the PowerShell data file '${name}.psd1' in directory '${where}', or in any parent culture directories.`,
            {
              ...INVALID,
              errorId: 'ImportLocalizedData',
              category: 'ObjectNotFound',
              target: nodePath.join(where, `${name}.psd1`),
            },
          ),
        );
        return;
      }
      const [found = file] = existingFiles(context, [file], true);
      const value = yield* read(context, found);
      const variable = text(context, 'BindingVariable');
      if (variable === undefined) yield* settle(context.write(value));
      else writeVariable(frame, parseVariablePath(variable), plain(value));
    },
  }),
);
/** Runs a data file: values, and the commands that are allowed. */
function* read(context: EngineCommandContext, file: string): Steps<PSValue> {
  const { frame } = context.services.modules;
  const content = readText(context, file);
  const { ast, errors } = parseInput(content);
  const allowed = ['ConvertFrom-StringData', ...(texts(context, 'SupportedCommand') ?? [])];
  const wrong = errors.length > 0 ? errors : restrictedLanguageErrors(ast, { allowedCommands: allowed });
  if (wrong.length > 0)
    context.fail(
      `The following error occurred while PowerShell was loading the '${file}' script data file:\n${wrong
        .map((error) => `${positionText(error.extent)}\n${error.message}`)
        .join('\n\n')}.`,
      INVALID,
    );
  const value = yield* settle(frame.rt.callBlock(frame.rt.parseHere(frame, content, file), [], { frame }));
  return value === AutomationNull ? null : value;
}
