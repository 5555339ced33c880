/** Import- and Export-PSSession as data: commands of another session as commands of this one. */
import {
  NOT_NULL,
  NOT_NULL_OR_EMPTY,
  parameter,
  type CommandDefinition,
  type ParameterDefinition,
} from './definition.js';

const ALL = '__AllParameterSets';
export const COMMAND_TYPES = {
  Alias: 1,
  Function: 2,
  Filter: 4,
  Cmdlet: 8,
  ExternalScript: 16,
  Application: 32,
  Script: 64,
  Configuration: 256,
  All: 383,
} as const;

const common = (): ParameterDefinition[] => [
  parameter('Session', 'PSSession', { [ALL]: 'M 0' }, 'The session whose commands are meant.', { check: NOT_NULL }),
  parameter('CommandName', 'String[]', { [ALL]: '2' }, 'Names. Wildcards are permitted.', {
    alias: ['Name'],
    wildcards: true,
    defaultValue: 'All',
  }),
  parameter('FormatTypeName', 'String[]', { [ALL]: '3' }, 'Types whose formatting is wanted. It is local here.'),
  parameter('AllowClobber', 'SwitchParameter', { [ALL]: '' }, 'Also commands whose name is taken in this session.'),
  parameter('ArgumentList', 'Object[]', { [ALL]: '' }, 'Arguments that commands take their parameters from.', {
    alias: ['Args'],
  }),
  parameter('CommandType', 'Enum', { [ALL]: '' }, 'Only commands of this kind.', {
    alias: ['Type'],
    enumType: 'System.Management.Automation.CommandTypes',
    enumValues: COMMAND_TYPES,
    defaultValue: 'All',
  }),
  parameter('Module', 'String[]', { [ALL]: '' }, 'Only commands of these modules.', {
    alias: ['PSSnapin'],
    check: NOT_NULL,
  }),
  parameter('FullyQualifiedModule', 'Object', { [ALL]: '' }, 'Only commands of these modules, told as hashtables.', {
    check: NOT_NULL_OR_EMPTY,
    shown: 'Microsoft.PowerShell.Commands.ModuleSpecification[]',
  }),
  parameter('Certificate', 'Object', { [ALL]: '' }, 'A certificate to sign with. Not possible here.', {
    shown: 'System.Security.Cryptography.X509Certificates.X509Certificate2',
  }),
];
const base = {
  relatedLinks: ['Import-PSSession', 'Export-PSSession', 'New-PSSession', 'Invoke-Command', 'about_PSSessions'],
  module: 'Microsoft.PowerShell.Utility',
  verb: undefined,
  sets: [ALL],
  defaultSet: ALL,
  supportsShouldProcess: false,
} as const;

export const IMPORT_PSSESSION: CommandDefinition = {
  ...base,
  name: 'Import-PSSession',
  aliases: ['ipsn'],
  className: 'ImportPSSessionCommand',
  synopsis: 'Makes commands of another session usable as if they were here.',
  description:
    'Each command becomes a function of a module of this session; it runs in the other session and gives its results here.',
  outputType: 'System.Management.Automation.PSModuleInfo',
  parameters: [
    ...common(),
    parameter('Prefix', 'String', { [ALL]: '' }, 'Put before the nouns of the commands.', { check: NOT_NULL_OR_EMPTY }),
    parameter('DisableNameChecking', 'SwitchParameter', { [ALL]: '' }, 'No remarks on unusual verbs.'),
  ],
  examples: [
    {
      title: 'Commands of a server',
      code: 'Import-PSSession -Session $s -CommandName *-Process -Prefix Remote',
      remarks: 'Get-RemoteProcess runs Get-Process there.',
    },
  ],
};
export const EXPORT_PSSESSION: CommandDefinition = {
  ...base,
  name: 'Export-PSSession',
  aliases: ['epsn'],
  className: 'ExportPSSessionCommand',
  synopsis: 'Writes a module whose commands run in another session.',
  description: 'Import-Module loads it later; the session is made when the first of its commands is used.',
  outputType: 'System.IO.FileInfo',
  parameters: [
    ...common(),
    parameter('OutputModule', 'String', { [ALL]: 'M 1' }, 'The folder of the module, or its name.', {
      alias: ['PSPath', 'ModuleName'],
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('Force', 'SwitchParameter', { [ALL]: '' }, 'Replace what is there.'),
    parameter('Encoding', 'String', { [ALL]: '' }, 'UTF-8, whatever is said.', { shown: 'System.Text.Encoding' }),
  ],
  examples: [
    {
      title: 'A module for later',
      code: 'Export-PSSession -Session $s -OutputModule ./ServerTools -CommandName *-Process',
      remarks: 'Import-Module ./ServerTools makes them usable in any session.',
    },
  ],
};
export const IMPLICIT_FAMILY: readonly CommandDefinition[] = [IMPORT_PSSESSION, EXPORT_PSSESSION];
