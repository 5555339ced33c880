/** The job commands as data. cmdlets.md 17 */
import {
  NOT_NULL,
  NOT_NULL_OR_EMPTY,
  parameter,
  range,
  type CommandDefinition,
  type ParameterDefinition,
} from './definition.js';
import { AUTHENTICATION_MECHANISMS, shouldProcessParameters } from './shared-parameters.js';

export const JOB_STATES = {
  NotStarted: 0,
  Running: 1,
  Completed: 2,
  Failed: 3,
  Stopped: 4,
  Blocked: 5,
  Suspended: 6,
  Disconnected: 7,
  Suspending: 8,
  Stopping: 9,
  AtBreakpoint: 10,
} as const;
const JOB = 'System.Management.Automation.Job';
const JOB_STATE = 'System.Management.Automation.JobState';

const ID = 'SessionIdParameterSet';
const INSTANCE = 'InstanceIdParameterSet';
const NAME = 'NameParameterSet';
const STATE = 'StateParameterSet';
const COMMAND = 'CommandParameterSet';
const FILTER = 'FilterParameterSet';
const OBJECT = 'JobParameterSet';

/** Which jobs: by id, instance id, name, state, command or filter, as all job commands have it. */
function selection(init: {
  readonly id: string;
  readonly command?: boolean;
  readonly filter?: boolean;
}): ParameterDefinition[] {
  return [
    parameter('Id', 'Int32[]', { [ID]: `${init.id} 0 P` }, 'Jobs by number.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('InstanceId', 'Guid[]', { [INSTANCE]: 'M 0 P' }, 'Jobs by instance id.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('Name', 'String[]', { [NAME]: 'M 0 P' }, 'Jobs by name. Wildcards are permitted.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    parameter('State', 'Enum', { [STATE]: 'M 0 P' }, 'Jobs in this state.', {
      enumType: JOB_STATE,
      enumValues: JOB_STATES,
    }),
    ...(init.filter === false
      ? []
      : [
          parameter('Filter', 'Hashtable', { [FILTER]: 'M 0 P' }, 'Jobs whose properties have these values.', {
            check: NOT_NULL_OR_EMPTY,
          }),
        ]),
    ...(init.command === true
      ? [
          parameter('Command', 'String[]', { [COMMAND]: 'P' }, 'Jobs by their command. Wildcards are permitted.', {
            check: NOT_NULL_OR_EMPTY,
            wildcards: true,
          }),
        ]
      : []),
  ];
}
const jobParameter = (name: string): ParameterDefinition =>
  parameter('Job', 'Job[]', { [name]: 'M 0 P V' }, 'The jobs.', { check: NOT_NULL_OR_EMPTY });

const base = {
  verb: undefined,
  supportsShouldProcess: false,
  outputType: JOB,
  relatedLinks:
    'Get-Job Receive-Job Wait-Job Stop-Job Remove-Job Start-Job Start-ThreadJob Invoke-Command Receive-PSSession'.split(
      ' ',
    ),
} as const;

const LISTED = `${ID} ${INSTANCE} ${NAME} ${STATE} ${COMMAND}`;
export const GET_JOB: CommandDefinition = {
  ...base,
  name: 'Get-Job',
  aliases: ['gjb'],
  className: 'GetJobCommand',
  synopsis: 'Gets the background jobs of the current session.',
  description: 'Jobs of Start-Job, of Invoke-Command -AsJob and of Receive-PSSession -OutTarget Job.',
  sets: `${ID} ${INSTANCE} ${NAME} ${STATE} ${COMMAND} ${FILTER}`.split(' '),
  defaultSet: ID,
  parameters: [
    ...selection({ id: '', command: true }),
    parameter('IncludeChildJob', 'SwitchParameter', { [LISTED]: '' }, 'Also the child jobs.'),
    parameter('ChildJobState', 'Enum', { [LISTED]: '' }, 'Only child jobs in this state.', {
      enumType: JOB_STATE,
      enumValues: JOB_STATES,
    }),
    parameter('HasMoreData', 'Boolean', { [LISTED]: '' }, 'Only jobs that have, or have not, data waiting.'),
    parameter('Before', 'DateTime', { [LISTED]: '' }, 'Only jobs that ended before this time.'),
    parameter('After', 'DateTime', { [LISTED]: '' }, 'Only jobs that ended after this time.'),
    parameter('Newest', 'Int32', { [LISTED]: '' }, 'Only so many, those that ended last.'),
  ],
  examples: [{ title: 'All jobs', code: 'Get-Job', remarks: 'Lists the jobs of the current session.' }],
};

const RECEIVE = 'Location ComputerName Session NameParameterSet InstanceIdParameterSet SessionIdParameterSet';
export const RECEIVE_JOB: CommandDefinition = {
  ...base,
  name: 'Receive-Job',
  aliases: ['rcjb'],
  className: 'ReceiveJobCommand',
  synopsis: 'Gets the results of background jobs.',
  description: 'What was received is taken out of the job, unless -Keep is given.',
  sets: RECEIVE.split(' '),
  defaultSet: 'Location',
  outputType: undefined,
  parameters: [
    parameter('Job', 'Job[]', { 'Location ComputerName Session': 'M 0 P V' }, 'The jobs.'),
    parameter('Id', 'Int32[]', { [ID]: 'M 0 P' }, 'Jobs by number.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('InstanceId', 'Guid[]', { [INSTANCE]: 'M 0 P' }, 'Jobs by instance id.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('Name', 'String[]', { [NAME]: 'M 0 P' }, 'Jobs by name. Wildcards are permitted.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    parameter('Location', 'String[]', { Location: '1' }, 'Only results of these locations.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('ComputerName', 'String[]', { ComputerName: '1 P' }, 'Only results of these computers.', {
      alias: ['Cn'],
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    parameter('Session', 'PSSession[]', { Session: '1 P' }, 'Only results that came through these sessions.', {
      check: NOT_NULL,
    }),
    parameter('Keep', 'SwitchParameter', { [RECEIVE]: '' }, 'Leave the results in the job.'),
    parameter('NoRecurse', 'SwitchParameter', { [RECEIVE]: '' }, 'Not those of child jobs.'),
    parameter('Force', 'SwitchParameter', { [RECEIVE]: '' }, 'With -Wait: wait on when the job is disconnected.'),
    parameter('Wait', 'SwitchParameter', { [RECEIVE]: '' }, 'Wait until the jobs are through.'),
    parameter('AutoRemoveJob', 'SwitchParameter', { [RECEIVE]: '' }, 'With -Wait: remove the jobs then.'),
    parameter('WriteEvents', 'SwitchParameter', { [RECEIVE]: '' }, 'With -Wait: write changes of state.'),
    parameter('WriteJobInResults', 'SwitchParameter', { [RECEIVE]: '' }, 'With -Wait: write the job first.'),
  ],
  examples: [{ title: 'Results of a job', code: 'Receive-Job -Name Backup -Keep', remarks: 'Leaves them in the job.' }],
};

const WAIT = `${ID} ${OBJECT} ${NAME} ${INSTANCE} ${STATE} ${FILTER}`;
export const WAIT_JOB: CommandDefinition = {
  ...base,
  name: 'Wait-Job',
  aliases: ['wjb'],
  className: 'WaitJobCommand',
  synopsis: 'Waits until background jobs are through.',
  description: 'Gives each job that ended: Completed, Failed, Stopped, Suspended or Disconnected.',
  sets: WAIT.split(' '),
  defaultSet: ID,
  parameters: [
    ...selection({ id: 'M' }),
    jobParameter(OBJECT),
    parameter('Any', 'SwitchParameter', { [WAIT]: '' }, 'Until one of them is through.'),
    parameter('Timeout', 'Int32', { [WAIT]: '' }, 'The longest time to wait, in seconds.', {
      alias: ['TimeoutSec'],
      check: range(-1, 2_147_483_647),
    }),
    parameter('Force', 'SwitchParameter', { [WAIT]: '' }, 'Wait on when a job is suspended or disconnected.'),
  ],
  examples: [{ title: 'Wait for all', code: 'Get-Job | Wait-Job', remarks: 'Waits for every job.' }],
};

export const STOP_JOB: CommandDefinition = {
  ...base,
  name: 'Stop-Job',
  aliases: ['spjb'],
  className: 'StopJobCommand',
  synopsis: 'Stops background jobs.',
  description: 'A job of a disconnected session is connected first.',
  sets: WAIT.split(' '),
  defaultSet: ID,
  supportsShouldProcess: true,
  parameters: [
    ...selection({ id: 'M' }),
    jobParameter(OBJECT),
    parameter('PassThru', 'SwitchParameter', { [WAIT]: '' }, 'Give the jobs.'),
    ...shouldProcessParameters(WAIT),
  ],
  examples: [{ title: 'Stop one job', code: 'Stop-Job -Name Backup', remarks: 'Stops it.' }],
};

const REMOVE = `${WAIT} ${COMMAND}`;
export const REMOVE_JOB: CommandDefinition = {
  ...base,
  name: 'Remove-Job',
  aliases: ['rjb'],
  className: 'RemoveJobCommand',
  synopsis: 'Removes background jobs.',
  description: 'A job that is not finished is removed with -Force only.',
  sets: REMOVE.split(' '),
  defaultSet: ID,
  supportsShouldProcess: true,
  outputType: undefined,
  parameters: [
    ...selection({ id: 'M', command: true }),
    jobParameter(OBJECT),
    parameter('Force', 'SwitchParameter', { [`${ID} ${OBJECT} ${INSTANCE} ${NAME} ${FILTER}`]: '' }, 'Stop it first.', {
      alias: ['F'],
    }),
    ...shouldProcessParameters(REMOVE),
  ],
  examples: [{ title: 'Remove all', code: 'Get-Job | Remove-Job -Force', remarks: 'Stops and removes every job.' }],
};

const START = 'ComputerName FilePathComputerName LiteralFilePathComputerName';
export const START_JOB: CommandDefinition = {
  ...base,
  name: 'Start-Job',
  aliases: ['sajb'],
  className: 'StartJobCommand',
  outputType: 'System.Management.Automation.PSRemotingJob',
  synopsis: 'Starts a background job on this computer.',
  description: 'Runs a script in a process of its own. Its results come as copies, as from another computer.',
  sets: [...START.split(' '), 'DefinitionName', 'SSHHost'],
  defaultSet: 'ComputerName',
  parameters: [
    parameter('ScriptBlock', 'ScriptBlock', { ComputerName: 'M 0' }, 'What to run.', { alias: ['Command'] }),
    parameter('FilePath', 'String', { FilePathComputerName: 'M 0' }, 'A script file to run.'),
    parameter('LiteralPath', 'String', { LiteralFilePathComputerName: 'M' }, 'A script file to run, by exact path.', {
      alias: ['PSPath', 'LP'],
    }),
    parameter('Name', 'String', { [START]: 'P' }, 'The name of the job.'),
    parameter('InitializationScript', 'ScriptBlock', { [START]: '1' }, 'Runs before it.'),
    parameter(
      'WorkingDirectory',
      'String',
      { [`ComputerName DefinitionName FilePathComputerName LiteralFilePathComputerName SSHHost`]: '' },
      'Where it runs.',
      { check: NOT_NULL_OR_EMPTY },
    ),
    parameter('InputObject', 'PSObject', { [START]: 'V' }, 'Input for it: $input.'),
    parameter('ArgumentList', 'Object[]', { [START]: '' }, 'Arguments by position.', { alias: ['Args'] }),
    parameter('Credential', 'PSCredential', { [START]: '' }, 'Another account. Not possible here.'),
    parameter('Authentication', 'Enum', { [START]: '' }, 'How that account is proven. Not possible here.', {
      enumType: 'System.Management.Automation.Runspaces.AuthenticationMechanism',
      enumValues: AUTHENTICATION_MECHANISMS,
    }),
    parameter('RunAs32', 'SwitchParameter', { [START]: '' }, 'In a 32-bit process. Not possible here.'),
    parameter('PSVersion', 'Version', { [START]: '' }, 'In another PowerShell. Not possible here.'),
    parameter('DefinitionName', 'String', { DefinitionName: 'M 0' }, 'A job definition. Not possible here.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('DefinitionPath', 'String', { DefinitionName: '1' }, 'Where it is. Not possible here.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('Type', 'String', { DefinitionName: '2' }, 'The kind of its definition. Not possible here.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('ConnectingTimeout', 'Int32', { SSHHost: '' }, 'For a job on another computer. Not possible here.'),
    parameter('Options', 'Hashtable', { SSHHost: '' }, 'For a job on another computer. Not possible here.'),
  ],
  examples: [{ title: 'A job', code: 'Start-Job { 1..10 } | Receive-Job -Wait', remarks: 'Prints the numbers.' }],
};

const THREAD = 'ScriptBlock FilePath';
export const START_THREAD_JOB: CommandDefinition = {
  ...base,
  name: 'Start-ThreadJob',
  aliases: [],
  className: 'Microsoft.PowerShell.ThreadJob.StartThreadJobCommand',
  module: 'Microsoft.PowerShell.ThreadJob',
  synopsis: 'Starts a background job in a runspace beside this one.',
  description: 'Objects go in and out as they are, not as copies. Far lighter than Start-Job.',
  sets: THREAD.split(' '),
  defaultSet: 'ScriptBlock',
  outputType: 'Microsoft.PowerShell.ThreadJob.ThreadJob',
  parameters: [
    parameter('ScriptBlock', 'ScriptBlock', { ScriptBlock: 'M 0' }, 'What to run.', { check: NOT_NULL }),
    parameter('FilePath', 'String', { FilePath: 'M 0' }, 'A script file to run.', { check: NOT_NULL_OR_EMPTY }),
    parameter('Name', 'String', { [THREAD]: '' }, 'The name of the job.', { check: NOT_NULL_OR_EMPTY }),
    parameter('InitializationScript', 'ScriptBlock', { [THREAD]: '' }, 'Runs before it.', { check: NOT_NULL }),
    parameter('InputObject', 'PSObject', { [THREAD]: 'V' }, 'Input for it: $input.', { check: NOT_NULL }),
    parameter('ArgumentList', 'Object[]', { [THREAD]: '' }, 'Arguments by position.'),
    parameter('ThrottleLimit', 'Int32', { [THREAD]: '' }, 'How many thread jobs of the session run at a time.', {
      check: range(1, 1_000_000),
    }),
    parameter('StreamingHost', 'PSObject', { [THREAD]: '' }, 'The host that it writes to.', { check: NOT_NULL }),
  ],
  examples: [
    { title: 'A thread job', code: 'Start-ThreadJob { 1..10 } | Receive-Job -Wait', remarks: 'Prints the numbers.' },
  ],
};

export const JOB_FAMILY: readonly CommandDefinition[] = [
  GET_JOB,
  RECEIVE_JOB,
  WAIT_JOB,
  STOP_JOB,
  REMOVE_JOB,
  START_JOB,
  START_THREAD_JOB,
];
