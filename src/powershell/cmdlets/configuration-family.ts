/** The commands of session configurations, as data: they change the endpoint's configuration file. cmdlets.md 15 */
import { NOT_NULL_OR_EMPTY, parameter, type CommandDefinition, type ParameterDefinition } from './definition.js';
import { shouldProcessParameters } from './shared-parameters.js';

const CONFIGURATION = 'Microsoft.PowerShell.Commands.PSSessionConfigurationCommands#PSSessionConfiguration';
const ALL = '__AllParameterSets';
export const ACCESS_MODES = { Disabled: 0, Local: 1, Remote: 2 } as const;
export const APARTMENT_STATES = { STA: 0, MTA: 1, Unknown: 2 } as const;
export const THREAD_OPTIONS = { Default: 0, UseNewThread: 1, ReuseThread: 2, UseCurrentThread: 3 } as const;

const base = {
  verb: undefined,
  aliases: [],
  outputType: undefined,
  relatedLinks: [
    ...'Get Register Set Unregister Enable Disable'.split(' ').map((verb) => `${verb}-PSSessionConfiguration`),
    'New-PSSessionConfigurationFile',
    'Test-PSSessionConfigurationFile',
    'Get-PSSessionCapability',
    'New-PSTransportOption',
    'about_Session_Configurations',
  ],
} as const;
const common = (sets: string): ParameterDefinition[] => [
  parameter('Force', 'SwitchParameter', { [sets]: '' }, 'Without questions.'),
  parameter(
    'NoServiceRestart',
    'SwitchParameter',
    { [sets]: '' },
    'Do not say that a running endpoint has to be started again.',
  ),
];

export const GET_CONFIGURATION: CommandDefinition = {
  ...base,
  name: 'Get-PSSessionConfiguration',
  className: 'GetPSSessionConfigurationCommand',
  synopsis: 'Gets the session configurations of the endpoint on this computer.',
  description: 'Reads the configuration file of the endpoint: what it offers, to whom, and within which limits.',
  sets: [ALL],
  defaultSet: ALL,
  supportsShouldProcess: false,
  outputType: CONFIGURATION,
  parameters: [
    parameter('Name', 'String[]', { [ALL]: '0' }, 'Names. Wildcards are permitted.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
      defaultValue: 'All',
    }),
    parameter('Force', 'SwitchParameter', { [ALL]: '' }, 'Without questions.'),
  ],
  examples: [
    { title: 'All of them', code: 'Get-PSSessionConfiguration', remarks: 'Lists name, permission and so on.' },
  ],
};

export const GET_CAPABILITY: CommandDefinition = {
  ...base,
  name: 'Get-PSSessionCapability',
  className: 'GetPSSessionCapabilityCommand',
  synopsis: 'Gets what a user would have in a restricted session of the endpoint on this computer.',
  description:
    "Reads the session configuration file of the configuration, takes the roles of the user and of his groups, and gives the commands that he would see. His groups are those of the endpoint's list of accounts and of the operating system.",
  sets: [ALL],
  defaultSet: ALL,
  supportsShouldProcess: false,
  outputType: 'System.Management.Automation.CommandInfo',
  parameters: [
    parameter('ConfigurationName', 'String', { [ALL]: 'M 0' }, 'The session configuration. It has to have a file.'),
    parameter('Username', 'String', { [ALL]: 'M 1' }, 'The user.'),
    parameter(
      'Full',
      'SwitchParameter',
      { [ALL]: '' },
      'All that the session would be made of, in place of its commands.',
    ),
  ],
  examples: [
    {
      title: 'What an operator may do',
      code: 'Get-PSSessionCapability -ConfigurationName Ops -Username alice',
      remarks: 'Lists the commands that alice has there.',
    },
  ],
};

/** Sets of Register- and Set-PSSessionConfiguration. The assembly set is there to be refused by name. */
const NAME = 'NameParameterSet';
const ASSEMBLY = 'AssemblyNameParameterSet';
const FILE = 'SessionConfigurationFile';
const BOTH = `${NAME} ${ASSEMBLY}`;
const EVERY = `${BOTH} ${FILE}`;

function settings(register: boolean): ParameterDefinition[] {
  return [
    parameter('Name', 'String', { [EVERY]: 'M 0 P' }, 'The name.', { check: NOT_NULL_OR_EMPTY }),
    parameter('AssemblyName', 'String', { [ASSEMBLY]: 'M 1' }, 'An assembly. Not possible here.'),
    parameter('ApplicationBase', 'String', { [ASSEMBLY]: '' }, 'Its folder. Not possible here.'),
    parameter('ConfigurationTypeName', 'String', { [ASSEMBLY]: 'M 2' }, 'Its type. Not possible here.'),
    parameter('Path', 'String', { [FILE]: 'M' }, 'A session configuration file (.pssc).', { check: NOT_NULL_OR_EMPTY }),
    ...(register
      ? [
          parameter('ProcessorArchitecture', 'String', { [EVERY]: '' }, 'Not possible here.', { alias: ['PA'] }),
          parameter('SessionType', 'String', { [BOTH]: '' }, 'Not possible here.'),
        ]
      : []),
    parameter('RunAsCredential', 'PSCredential', { [EVERY]: '' }, 'Not possible here.'),
    parameter('ThreadApartmentState', 'Enum', { [EVERY]: '' }, 'Not possible here.', {
      enumType: 'System.Threading.ApartmentState',
      enumValues: APARTMENT_STATES,
    }),
    parameter('ThreadOptions', 'Enum', { [EVERY]: '' }, 'Not possible here.', {
      enumType: 'System.Management.Automation.Runspaces.PSThreadOptions',
      enumValues: THREAD_OPTIONS,
    }),
    parameter('AccessMode', 'Enum', { [EVERY]: '' }, 'Disabled hides it; Local and Remote offer it.', {
      enumType: 'System.Management.Automation.Runspaces.PSSessionConfigurationAccessMode',
      enumValues: ACCESS_MODES,
      defaultValue: 'Remote',
    }),
    parameter('UseSharedProcess', 'SwitchParameter', { [EVERY]: '' }, 'Not possible here.'),
    parameter('StartupScript', 'String', { [EVERY]: '' }, 'A script file that runs when a session begins.'),
    parameter('MaximumReceivedDataSizePerCommandMB', 'Double', { [EVERY]: '' }, 'Not possible here.'),
    parameter('MaximumReceivedObjectSizeMB', 'Double', { [EVERY]: '' }, 'Not possible here.'),
    parameter('SecurityDescriptorSddl', 'String', { [EVERY]: '' }, 'Not possible here: use -AllowedUser.'),
    parameter('ShowSecurityDescriptorUI', 'SwitchParameter', { [EVERY]: '' }, 'Not possible here.'),
    parameter('PSVersion', 'Version', { [BOTH]: '' }, 'Not possible here: use -RunspaceCommand.', {
      alias: ['PowerShellVersion'],
    }),
    parameter('SessionTypeOption', 'PSObject', { [BOTH]: '' }, 'Not possible here.'),
    parameter('TransportOption', 'PSTransportOption', { [EVERY]: '' }, 'Limits, as New-PSTransportOption makes them.'),
    parameter('ModulesToImport', 'Object[]', { [BOTH]: '' }, 'Modules that every session begins with.'),
    parameter('AllowedUser', 'String[]', { [EVERY]: '' }, 'Accounts that may use it; nobody named means everybody.'),
    parameter('AllowedGroup', 'String[]', { [EVERY]: '' }, 'Groups that may use it.'),
    parameter(
      'RunspaceCommand',
      'String[]',
      { [EVERY]: '' },
      "A program and its arguments that runs the sessions, 'pwsh', '-NoLogo', '-NoProfile', '-s' for one. Without it the embedded engine does.",
    ),
    ...common(EVERY),
    ...shouldProcessParameters(EVERY),
  ];
}

export const REGISTER_CONFIGURATION: CommandDefinition = {
  ...base,
  name: 'Register-PSSessionConfiguration',
  className: 'RegisterPSSessionConfigurationCommand',
  synopsis: 'Makes a new session configuration.',
  description: 'Writes it into the configuration file of the endpoint on this computer.',
  sets: EVERY.split(' '),
  defaultSet: NAME,
  supportsShouldProcess: true,
  outputType: 'Microsoft.WSMan.Management.WSManConfigContainerElement',
  parameters: settings(true),
  examples: [
    {
      title: 'For one group',
      code: 'Register-PSSessionConfiguration -Name Ops -AllowedGroup operators -TransportOption (New-PSTransportOption -IdleTimeoutSec 3600)',
      remarks: 'Members of operators may use it; idle sessions are removed after an hour.',
    },
  ],
};
export const SET_CONFIGURATION: CommandDefinition = {
  ...base,
  name: 'Set-PSSessionConfiguration',
  className: 'SetPSSessionConfigurationCommand',
  synopsis: 'Changes a session configuration.',
  description: 'An empty text or null takes a value back to its default.',
  sets: EVERY.split(' '),
  defaultSet: NAME,
  supportsShouldProcess: true,
  parameters: settings(false),
  examples: [
    {
      title: 'A start-up script',
      code: 'Set-PSSessionConfiguration Ops -StartupScript ./ops.ps1',
      remarks: 'Sets it.',
    },
  ],
};
export const UNREGISTER_CONFIGURATION: CommandDefinition = {
  ...base,
  name: 'Unregister-PSSessionConfiguration',
  className: 'UnregisterPSSessionConfigurationCommand',
  synopsis: 'Deletes session configurations.',
  description: 'Sessions that are there go on.',
  sets: [ALL],
  defaultSet: ALL,
  supportsShouldProcess: true,
  parameters: [
    parameter('Name', 'String', { [ALL]: 'M 0 P' }, 'The name. Wildcards are permitted.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    ...common(ALL),
    ...shouldProcessParameters(ALL),
  ],
  examples: [{ title: 'Delete one', code: 'Unregister-PSSessionConfiguration -Name Ops', remarks: 'Deletes it.' }],
};

const named = (): ParameterDefinition =>
  parameter('Name', 'String[]', { [ALL]: '0 P V' }, 'Names. Wildcards are permitted.', {
    check: NOT_NULL_OR_EMPTY,
    wildcards: true,
    defaultValue: 'Microsoft.PowerShell',
  });
export const ENABLE_CONFIGURATION: CommandDefinition = {
  ...base,
  name: 'Enable-PSSessionConfiguration',
  className: 'EnablePSSessionConfigurationCommand',
  synopsis: 'Offers session configurations again.',
  description: 'Sets them enabled in the configuration file of the endpoint on this computer.',
  sets: [ALL],
  defaultSet: ALL,
  supportsShouldProcess: true,
  parameters: [
    named(),
    parameter('SecurityDescriptorSddl', 'String', { [ALL]: '' }, 'Not possible here: use Set-PSSessionConfiguration.'),
    parameter('SkipNetworkProfileCheck', 'SwitchParameter', { [ALL]: '' }, 'There is no network profile here.'),
    ...common(ALL),
    ...shouldProcessParameters(ALL),
  ],
  examples: [{ title: 'The default one', code: 'Enable-PSSessionConfiguration', remarks: 'Offers it again.' }],
};
export const DISABLE_CONFIGURATION: CommandDefinition = {
  ...base,
  name: 'Disable-PSSessionConfiguration',
  className: 'DisablePSSessionConfigurationCommand',
  synopsis: 'Hides session configurations from everybody.',
  description: 'New sessions of it are refused; those that are there go on.',
  sets: [ALL],
  defaultSet: ALL,
  supportsShouldProcess: true,
  parameters: [named(), ...common(ALL), ...shouldProcessParameters(ALL)],
  examples: [{ title: 'One', code: 'Disable-PSSessionConfiguration Ops', remarks: 'Hides it.' }],
};

export const CONFIGURATION_FAMILY: readonly CommandDefinition[] = [
  GET_CONFIGURATION,
  GET_CAPABILITY,
  REGISTER_CONFIGURATION,
  SET_CONFIGURATION,
  UNREGISTER_CONFIGURATION,
  ENABLE_CONFIGURATION,
  DISABLE_CONFIGURATION,
];
