/**
 * A session configuration file for one principal: what everybody has and what his roles give, in one table without roles.
 * PowerShell's own server looks at no roles when it is started with a file (`pwsh -s -ConfigurationFile`, measured with
 * 7.6.9), and adds the lists of one table up as it adds up those of roles.
 */
import { PSDictionary, PSScriptBlockText, type PSValue } from '../../../protocol/objects/index.js';
import { valueText } from '../commands/configuration-files/file-text.js';
import type { RoleCapability, SessionConfigurationFile, VisibleCommand } from './configuration-file.js';
import type { SessionSetup } from './role-capabilities.js';

/** @param setup of the principal, made of `file`. */
export function flatConfigurationText(file: SessionConfigurationFile, setup: SessionSetup): string {
  const { capabilities } = setup;
  const lists = <T>(pick: (one: RoleCapability) => readonly T[] | undefined): readonly T[] | undefined => {
    const given = capabilities.map(pick).filter((list) => list !== undefined);
    return given.length === 0 ? undefined : given.flat();
  };
  const commands = (pick: (one: RoleCapability) => readonly VisibleCommand[] | undefined): PSValue[] | undefined =>
    lists(pick)?.map(commandValue);
  const variables = new Map(capabilities.flatMap(({ environmentVariables }) => [...environmentVariables]));
  const settings: readonly (readonly [string, PSValue | undefined])[] = [
    ['SchemaVersion', file.schemaVersion ?? '2.0.0.0'],
    ['SessionType', file.sessionType],
    ['LanguageMode', setup.languageMode],
    ['ExecutionPolicy', file.executionPolicy],
    ['TranscriptDirectory', setup.transcriptDirectory],
    ['MountUserDrive', file.userDriveBytes === undefined ? undefined : true],
    ['VisibleCmdlets', commands((one) => one.visibleCmdlets)],
    ['VisibleFunctions', commands((one) => one.visibleFunctions)],
    ['VisibleAliases', list(lists((one) => one.visibleAliases))],
    ['VisibleExternalCommands', list(lists((one) => one.visibleExternalCommands))],
    ['VisibleProviders', list(lists((one) => one.visibleProviders))],
    ['ModulesToImport', some(lists((one) => one.modulesToImport))],
    ['ScriptsToProcess', some(lists((one) => one.scriptsToProcess))],
    ['TypesToProcess', some(lists((one) => one.typesToProcess))],
    ['FormatsToProcess', some(lists((one) => one.formatsToProcess))],
    [
      'FunctionDefinitions',
      some(
        lists((one) => one.functionDefinitions)?.map(({ name, script }) =>
          table({ Name: name, ScriptBlock: new PSScriptBlockText(script) }),
        ),
      ),
    ],
    [
      'AliasDefinitions',
      some(lists((one) => one.aliasDefinitions)?.map(({ name, value }) => table({ Name: name, Value: value }))),
    ],
    [
      'VariableDefinitions',
      some(lists((one) => one.variableDefinitions)?.map(({ name, value }) => table({ Name: name, Value: value }))),
    ],
    ['EnvironmentVariables', variables.size === 0 ? undefined : table(Object.fromEntries(variables))],
  ];
  const lines = settings.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [
          `${key} = ${Array.isArray(value) ? `@(${value.length === 0 ? '' : valueText(value, '')})` : valueText(value, '')}`,
        ],
  );
  if (file.userDriveBytes !== undefined) lines.push(`UserDriveMaximumSize = ${file.userDriveBytes}`);
  return `@{\n${lines.join('\n')}\n}\n`;
}

const table = (entries: Readonly<Record<string, PSValue>>): PSDictionary => new PSDictionary(Object.entries(entries));
const list = (values: readonly string[] | undefined): PSValue[] | undefined =>
  values === undefined ? undefined : [...values];
const some = (values: readonly PSValue[] | undefined): PSValue[] | undefined =>
  values === undefined || values.length === 0 ? undefined : [...values];

function commandValue({ name, parameters }: VisibleCommand): PSValue {
  if (parameters === undefined) return name;
  const limits = parameters.map((one) =>
    table({
      Name: one.name,
      ...(one.validateSet === undefined ? {} : { ValidateSet: [...one.validateSet] }),
      ...(one.validatePattern === undefined ? {} : { ValidatePattern: one.validatePattern }),
    }),
  );
  return table({ Name: name, Parameters: limits });
}
