/** Export-Alias and Import-Alias. A file holds `"name","definition","description","options"` a line, or Set-Alias commands. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import type { CommandRegistration } from '../../command-api.js';
import { NO_TICK, settle, type Steps } from '../../pending.js';
import { defineType } from '../../values/net-type.js';
import { formatDate, nowLocal } from '../../text/date-format.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import { CsvReader } from '../data/csv-text.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { UTF16, UTF8 } from '../support/encoding.js';
import { enumParameter } from '../support/enums.js';
import { resolvePlaces } from '../items/places.js';
import { existingFiles, fileOpened, fileToWrite, readText, targetFile } from '../support/files.js';

defineType('Microsoft.PowerShell.Commands.ExportAliasFormat', { kind: 'enum', enumValues: { Csv: 0, Script: 1 } });

const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const notFourValues = (line: number, path: string): string =>
  `Cannot import an alias. Line number ${line} in the file '${path}' is not a properly-formatted, comma-separated values (CSV) line for aliases. Change the line to contain four values separated by commas. If the value text itself contains a comma, then the value must be contained in quotation marks.`;
const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const optionText = (options: readonly string[]): string => (options.length === 0 ? 'None' : options.join(', '));

const exportAlias = defineCommand(
  'Export-Alias',
  {
    alias: 'epal',
    module: UTILITY,
    defaultSet: 'ByPath',
    shouldProcess: true,
    synopsis: 'Exports information about currently defined aliases to a file.',
  },
  [
    parameter('Path', 'String', 'ByPath: M 0'),
    parameter('LiteralPath', 'String', 'ByLiteralPath: M P', { alias: 'PSPath LP' }),
    parameter('Name', 'String[]', '1 P'),
    flag('PassThru'),
    enumParameter('As', 'Microsoft.PowerShell.Commands.ExportAliasFormat'),
    flag('Append'),
    flag('Force'),
    flag('NoClobber', '', { alias: 'NoOverwrite' }),
    parameter('Description', 'String'),
    parameter('Scope', 'String', '', { attributes: 'ArgumentCompleter' }),
  ],
  (context) => ({
    *end(): Steps<void> {
      const literal = text(context, 'LiteralPath');
      const given = literal ?? text(context, 'Path') ?? '';
      // A pattern of no file is a file's name.
      const isPattern = literal === undefined && hasWildcard(given) && resolvePlaces(context, given, false).length > 0;
      const path = isPattern ? fileToWrite(context, given, false) : targetFile(context, given);
      if (!(yield* settle(context.shouldProcess(path)))) return;
      if (context.flag('NoClobber') && existsSync(path))
        context.fail(`The file '${path}' already exists.`, {
          errorId: 'NoClobber',
          category: 'ResourceExists',
          target: path,
          exceptionType: 'System.IO.IOException',
        });
      const wanted = (texts(context, 'Name') ?? ['*']).map((name) => ({ name, pattern: wildcardRegex(name) }));
      const script = text(context, 'As') === 'Script';
      const lines = [
        '# Alias File',
        `# Exported by : ${userInfo().username}`,
        `# Date/Time : ${formatDate(nowLocal(), 'F')}`,
        `# Computer : ${hostname()}`,
      ];
      const description = text(context, 'Description');
      if (description !== undefined) lines.push(...description.split(/\r?\n/).map((line) => `# ${line}`));
      for (const { name, pattern } of wanted) {
        let found = false;
        for (const alias of context.services.aliases.list(text(context, 'Scope'))) {
          if (!pattern.test(alias.name)) continue;
          found = true;
          const options = optionText(alias.options);
          lines.push(
            script
              ? `set-alias -Name:${quoted(alias.name)} -Value:${quoted(alias.definition)} -Description:${quoted(alias.description)} -Option:${quoted(options)}`
              : [alias.name, alias.definition, alias.description, options].map(quoted).join(','),
          );
          if (context.flag('PassThru')) yield* settle(context.write(alias.object));
        }
        if (!found && !hasWildcard(name))
          yield* settle(
            context.writeError(`Cannot find alias because alias '${name}' does not exist.`, {
              errorId: 'AliasNotFound',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: 'System.Management.Automation.ItemNotFoundException',
            }),
          );
      }
      fileOpened(context, path, () => {
        const isAdded = context.flag('Append');
        const size = isAdded ? (statSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0;
        const encoded = UTF16.encode(`${lines.join('\n')}\n`);
        writeFileSync(path, size === 0 ? Buffer.concat([UTF16.bom, encoded]) : encoded, { flag: isAdded ? 'a' : 'w' });
      });
    },
  }),
);

/** The file that -Path means: one, and of the file system. */
function filesToImport(context: EngineCommandContext): string[] {
  const given = text(context, 'Path') ?? '';
  const refuse = (message: string): never =>
    context.fail(message, {
      errorId: 'NotSupported',
      category: 'NotImplemented',
      exceptionType: 'System.Management.Automation.PSNotSupportedException',
    });
  const places = resolvePlaces(context, given, false);
  for (const place of places)
    if (!(place instanceof Error) && place.kind !== 'file')
      return refuse(
        `Cannot import the alias because the specified path '${given}' referred to a 'Microsoft.PowerShell.Core\\${place.provider.name}' provider path. Change the value of the Path parameter to a file system path.`,
      );
  return places.length > 1
    ? refuse(
        `Cannot import alias because path '${given}' contains wildcard characters that resolve to multiple paths. Aliases can be imported from only one file. Change the value of the Path parameter to a path that resolves to a single file.`,
      )
    : existingFiles(context, [given], false);
}

const importAlias = defineCommand(
  'Import-Alias',
  {
    alias: 'ipal',
    module: UTILITY,
    defaultSet: 'ByPath',
    shouldProcess: true,
    output: 'System.Management.Automation.AliasInfo',
    synopsis: 'Imports an alias list from a file.',
  },
  [
    parameter('Path', 'String', 'ByPath: M 0 V P'),
    parameter('LiteralPath', 'String', 'ByLiteralPath: M V P', { alias: 'PSPath LP' }),
    parameter('Scope', 'String', '', { check: NOT_EMPTY, attributes: 'ArgumentCompleter' }),
    flag('PassThru'),
    flag('Force'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const literal = text(context, 'LiteralPath');
      const paths = literal === undefined ? filesToImport(context) : [targetFile(context, literal)];
      for (const path of paths) {
        const opened = { before: `Cannot open file ${path} to import the alias. `, target: path };
        for (const [at, line] of readText(context, path, UTF8, opened).split(/\r?\n/).entries()) {
          if (line.trim() === '' || line.startsWith('#')) continue;
          const fields = yield* new CsvReader(line, ',').next(NO_TICK);
          const [name = '', definition = '', description = '', options = 'None'] = fields;
          if (fields.length !== 4 || name === '') {
            context.fail(notFourValues(at + 1, path), {
              errorId: 'ImportAliasFileFormatError',
              category: 'ReadError',
              target: path,
              exceptionType: 'System.FormatException',
            });
          }
          const exists = context.services.aliases
            .list()
            .some((alias) => alias.name.toLowerCase() === name.toLowerCase());
          if (exists && !context.flag('Force')) {
            yield* settle(
              context.writeError(`The alias is not allowed, because an alias with the name '${name}' already exists.`, {
                errorId: 'AliasAlreadyExists',
                category: 'ResourceExists',
                target: name,
                exceptionType: 'System.Management.Automation.SessionStateException',
              }),
            );
            continue;
          }
          if (!(yield* settle(context.shouldProcess(`Name: ${name} Value: ${definition}`, 'Import Alias')))) continue;
          const made = context.services.aliases.set(name, definition, {
            scope: text(context, 'Scope'),
            description,
            options: options === 'None' ? [] : options.split(/\s*,\s*/),
            force: context.flag('Force'),
          });
          if (context.flag('PassThru')) yield* settle(context.write(made.object));
        }
      }
    },
  }),
);
export const ALIAS_FILE_COMMANDS: readonly CommandRegistration[] = [exportAlias, importAlias];
