/** The commands of host processes, as data. cmdlets.md 16 */
import { NOT_NULL, NOT_NULL_OR_EMPTY, parameter, range, type CommandDefinition } from './definition.js';

const INFO = 'Microsoft.PowerShell.Commands.PSHostProcessInfo';
const ALL = '__AllParameterSets';
const base = {
  verb: undefined,
  aliases: [],
  supportsShouldProcess: false,
  relatedLinks: ['Get-PSHostProcessInfo', 'Enter-PSHostProcess', 'Exit-PSHostProcess', 'Enter-PSSession'],
} as const;

export const GET_HOST_PROCESS: CommandDefinition = {
  ...base,
  name: 'Get-PSHostProcessInfo',
  className: 'GetPSHostProcessInfoCommand',
  synopsis: 'Gets the processes of this computer that run PowerShell and can be entered.',
  description: 'Finds them by the pipes on which they listen.',
  outputType: INFO,
  sets: ['ProcessNameParameterSet', 'ProcessParameterSet', 'ProcessIdParameterSet'],
  defaultSet: 'ProcessNameParameterSet',
  parameters: [
    parameter('Name', 'String[]', { ProcessNameParameterSet: '0' }, 'Processes by name. Wildcards are permitted.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    parameter('Process', 'Process[]', { ProcessParameterSet: 'M 0 V' }, 'Processes.', { check: NOT_NULL_OR_EMPTY }),
    parameter('Id', 'Int32[]', { ProcessIdParameterSet: 'M 0' }, 'Processes by id.', { check: NOT_NULL_OR_EMPTY }),
  ],
  examples: [{ title: 'All of them', code: 'Get-PSHostProcessInfo', remarks: 'Lists what can be entered.' }],
};

const BY_PIPE = 'PipeNameParameterSet';
const PROCESS_SETS = 'ProcessIdParameterSet ProcessParameterSet ProcessNameParameterSet PSHostProcessInfoParameterSet';
export const ENTER_HOST_PROCESS: CommandDefinition = {
  ...base,
  name: 'Enter-PSHostProcess',
  className: 'EnterPSHostProcessCommand',
  synopsis: 'Starts an interactive session in a running PowerShell process of this computer.',
  description: 'Only processes of the same user can be entered. Exit-PSHostProcess, or exit, leaves it.',
  outputType: undefined,
  sets: [...PROCESS_SETS.split(' '), BY_PIPE],
  defaultSet: 'ProcessIdParameterSet',
  parameters: [
    parameter('Process', 'Process', { ProcessParameterSet: 'M 0 V' }, 'The process.', { check: NOT_NULL }),
    parameter('Id', 'Int32', { ProcessIdParameterSet: 'M 0' }, 'The process by id.', {
      check: range(0, 2_147_483_647),
    }),
    parameter('Name', 'String', { ProcessNameParameterSet: 'M 0' }, 'The process by name.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter(
      'HostProcessInfo',
      'PSHostProcessInfo',
      { PSHostProcessInfoParameterSet: 'M 0 V' },
      'The process, as Get-PSHostProcessInfo gives it.',
      { check: NOT_NULL },
    ),
    parameter('CustomPipeName', 'String', { [BY_PIPE]: 'M' }, 'A pipe of another name.', { check: NOT_NULL_OR_EMPTY }),
    parameter('AppDomainName', 'String', { [PROCESS_SETS]: '1' }, 'The application domain in it.', {
      check: NOT_NULL_OR_EMPTY,
      defaultValue: 'DefaultAppDomain',
    }),
  ],
  examples: [{ title: 'By id', code: 'Enter-PSHostProcess -Id 4711', remarks: 'The prompt shows [Process:4711].' }],
};

export const EXIT_HOST_PROCESS: CommandDefinition = {
  ...base,
  name: 'Exit-PSHostProcess',
  className: 'ExitPSHostProcessCommand',
  synopsis: 'Ends an interactive session in a process.',
  description: 'The same as the word exit.',
  outputType: undefined,
  sets: [ALL],
  defaultSet: ALL,
  parameters: [],
  examples: [
    {
      title: 'Back to the local prompt',
      code: '[Process:4711]: PS /home/ann> Exit-PSHostProcess',
      remarks: 'The process goes on.',
    },
  ],
};

export const HOST_FAMILY: readonly CommandDefinition[] = [GET_HOST_PROCESS, ENTER_HOST_PROCESS, EXIT_HOST_PROCESS];
