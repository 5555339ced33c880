/** The PSSession family as data. cmdlets.md 5-14 */
import {
  CONNECT_PSSESSION_HELP,
  DISCONNECT_PSSESSION_HELP,
  ENTER_PSSESSION_HELP,
  EXIT_PSSESSION_HELP,
  INVOKE_COMMAND_HELP,
  NEW_PSSESSION_HELP,
  NEW_PSSESSION_OPTION_HELP,
  RECEIVE_PSSESSION_HELP,
  REMOVE_PSSESSION_HELP,
} from './family-help.js';
import { NOT_NULL, NOT_NULL_OR_EMPTY, parameter, range, type CommandDefinition } from './definition.js';
import { CONFIGURATION_FAMILY } from './configuration-family.js';
import { HOST_FAMILY } from './host-family.js';
import { IMPLICIT_FAMILY } from './implicit-family.js';
import { JOB_FAMILY } from './job-family.js';
import { WATCH_FAMILY } from './watch-family.js';
import {
  AUTHENTICATION_MECHANISMS,
  OUTPUT_BUFFERING_MODES,
  OUT_TARGETS,
  PROXY_ACCESS_TYPES,
  SESSION_FILTER_STATES,
  computerName,
  connectionParameters,
  connectionUri,
  onlyIn,
  runAsAdministrator,
  sessionOption,
  shouldProcessParameters,
  sshParameters,
  throttleLimit,
  virtualTargets,
  withSSHPort,
  withVirtual,
} from './shared-parameters.js';

const INT_MAX = 2_147_483_647;
const PS_SESSION = 'System.Management.Automation.Runspaces.PSSession';

const GET_VM = 'ContainerId ContainerIdInstanceId VMId VMIdInstanceId VMName VMNameInstanceId';
const GET_VM_NAME = 'ContainerId VMId VMName';
const GET_VM_INSTANCE = 'ContainerIdInstanceId VMIdInstanceId VMNameInstanceId';

/** Sets of ours for -All, so that PowerShell's own stay as they are. */
const GET_EVERY = 'ComputerNameAll ConnectionUriAll';

export const GET_PSSESSION: CommandDefinition = {
  name: 'Get-PSSession',
  aliases: ['gsn'],
  className: 'GetPSSessionCommand',
  verb: 'get',
  synopsis: 'Gets the sessions of this program, or those that live on other computers.',
  description:
    'Without parameters it lists the sessions of the current session. With -ComputerName or -ConnectionUri it asks those computers for the sessions that they hold for you, wherever these were created; with -HostName it asks the endpoint of your account there, through SSH. State tells how a session stands to the current session; Availability tells whether you can connect to it: None means yes, Busy means that somebody else is connected.',
  sets: [
    'Name',
    'ComputerName',
    'ComputerInstanceId',
    'ConnectionUri',
    'ConnectionUriInstanceId',
    'InstanceId',
    'Id',
    'SSHHost',
    ...GET_EVERY.split(' '),
    ...GET_VM.split(' '),
  ],
  defaultSet: 'Name',
  supportsShouldProcess: false,
  outputType: PS_SESSION,
  parameters: [
    computerName(
      'String[]',
      { 'ComputerName ComputerInstanceId ComputerNameAll': 'M 0 P' },
      'The computers to ask. `localhost`, `.` or its own name for the local one.',
    ),
    connectionUri(
      'Uri[]',
      { 'ConnectionUri ConnectionUriInstanceId ConnectionUriAll': 'M 0 P' },
      'The endpoints to ask, as transport://computer:port/application.',
    ),
    parameter(
      'Name',
      'String[]',
      { Name: 'P', [`ComputerName ConnectionUri SSHHost ${GET_EVERY} ${GET_VM_NAME}`]: '' },
      'Only sessions with these friendly names. Wildcards are permitted.',
      { check: NOT_NULL_OR_EMPTY, wildcards: true, defaultValue: 'All sessions' },
    ),
    parameter(
      'Id',
      'Int32[]',
      { Id: 'M 0 P' },
      'Only sessions with these numbers. They are unique in the current session only.',
      { check: NOT_NULL, defaultValue: 'All sessions' },
    ),
    parameter(
      'InstanceId',
      'Guid[]',
      { [`ComputerInstanceId ConnectionUriInstanceId ${GET_VM_INSTANCE}`]: 'M', InstanceId: 'P', SSHHost: '' },
      'Only sessions with these instance ids. They are unique everywhere.',
      { check: NOT_NULL, defaultValue: 'All sessions' },
    ),
    parameter(
      'State',
      'Enum',
      { [`ComputerName ComputerInstanceId ConnectionUri ConnectionUriInstanceId SSHHost ${GET_EVERY} ${GET_VM}`]: '' },
      'Only sessions in this state, as seen from the current session.',
      {
        enumType: 'Microsoft.PowerShell.Commands.SessionFilterState',
        enumValues: SESSION_FILTER_STATES,
        defaultValue: 'All',
      },
    ),
    parameter(
      'All',
      'SwitchParameter',
      { [GET_EVERY]: 'M' },
      'The sessions of all users, for administrators of the endpoint: whose, since when, from where, what runs, what waits and when it expires. The objects tell of sessions; they are none.',
    ),
    ...withSSHPort(
      connectionParameters(
        'ComputerName ComputerInstanceId ComputerNameAll',
        'ConnectionUri ConnectionUriInstanceId ConnectionUriAll',
        `ComputerName ComputerInstanceId ConnectionUri ConnectionUriInstanceId SSHHost ${GET_EVERY} ${GET_VM}`,
      ),
      'SSHHost',
    ),
    sessionOption(`ComputerName ComputerInstanceId ConnectionUri ConnectionUriInstanceId SSHHost ${GET_EVERY}`),
    throttleLimit(`ComputerName ComputerInstanceId ConnectionUri ConnectionUriInstanceId SSHHost ${GET_EVERY}`),
    ...sshParameters('String[]', 'SSHHost', '', '', 'pssession'),
    ...virtualTargets('ContainerId ContainerIdInstanceId', 'VMId VMIdInstanceId', 'VMName VMNameInstanceId', {
      container: 'M P',
      vmId: 'M P',
      vmName: 'M P',
      wildcards: true,
    }),
  ],
  notes: [
    'User-managed sessions are those of New-PSSession, Enter-PSSession and Invoke-Command. The session that is there from the start is none of them and is never listed.',
    'Sessions are stored at the computer at the other end, from PowerShell 3.0 on. To list them, a temporary connection asks that computer; nothing is left there. Earlier versions store no sessions.',
    'With -ComputerName or -ConnectionUri you ask a remote computer. Name, Id, InstanceId, State, ApplicationName and ConfigurationName select sessions; the other parameters configure the temporary connection.',
    'State is relative to the current session. Disconnected means: not connected to this session; it may be connected to another one. Availability tells whether you can connect: None means yes; Busy means no, because it is connected to another session.',
  ],
  relatedLinks: [
    'Connect-PSSession',
    'Disconnect-PSSession',
    'Receive-PSSession',
    'Enter-PSSession',
    'Exit-PSSession',
    'Invoke-Command',
    'New-PSSession',
    'Remove-PSSession',
    'about_PSSessions',
    'about_Remote',
  ],
  examples: [
    {
      title: 'The sessions of the current session',
      code: 'Get-PSSession',
      remarks: 'Lists what this session created or connected.',
    },
    {
      title: 'The sessions that a computer holds',
      code: 'Get-PSSession -ComputerName Server02',
      remarks: 'Asks Server02. Sessions of other clients are shown as Disconnected; Busy ones are in use there.',
    },
    {
      title: 'Find a session by name and take it up',
      code: "Get-PSSession -ComputerName Server02 -Name 'Backup*' -State Disconnected | Connect-PSSession",
      remarks: 'Connects every disconnected session whose name begins with Backup.',
    },
  ],
};

const NEW_ALL =
  'ComputerName Uri VMId VMName Session ContainerId UseWindowsPowerShellParameterSet SSHHost SSHHostHashParam';

export const NEW_PSSESSION: CommandDefinition = {
  name: 'New-PSSession',
  aliases: ['nsn'],
  className: 'NewPSSessionCommand',
  verb: 'new',
  synopsis: 'Creates sessions on local or remote computers.',
  description:
    'Opens one session per target and keeps it until it is removed, its idle time ends, or the current session closes it.',
  sets: NEW_ALL.split(' '),
  defaultSet: 'ComputerName',
  supportsShouldProcess: false,
  outputType: PS_SESSION,
  parameters: [
    computerName('String[]', { ComputerName: '0 P V' }, 'The computers to open sessions on.'),
    connectionUri('Uri[]', { Uri: 'M 0 P' }, 'The endpoints to open sessions on.'),
    parameter(
      'Session',
      'PSSession[]',
      { Session: '0 P V' },
      'Sessions whose connection is used as a model for new ones.',
      { check: NOT_NULL_OR_EMPTY },
    ),
    parameter('Name', 'String[]', { [NEW_ALL]: '' }, 'Friendly names, one per target.'),
    ...withVirtual(
      withSSHPort(connectionParameters('ComputerName', 'Uri', 'ComputerName Uri VMId VMName ContainerId'), 'SSHHost'),
      'VMId VMName',
    ),
    parameter(
      'EnableNetworkAccess',
      'SwitchParameter',
      { 'ComputerName Uri Session': '' },
      'Gives a session on this computer access to other computers.',
    ),
    sessionOption('ComputerName Uri', true),
    throttleLimit('ComputerName Uri Session VMId VMName ContainerId'),
    ...sshParameters('String[]', 'SSHHost', 'SSHHostHashParam', '0'),
    ...virtualTargets('ContainerId', 'VMId', 'VMName', { container: 'M P', vmId: 'M 0 P', vmName: 'M P' }),
    runAsAdministrator('ContainerId'),
    parameter(
      'UseWindowsPowerShell',
      'SwitchParameter',
      { UseWindowsPowerShellParameterSet: 'M' },
      'Run Windows PowerShell 5.1 in a process of this computer.',
    ),
  ],
  ...NEW_PSSESSION_HELP,
};

const REMOTE_PAIR = 'ComputerName ComputerNameGuid';
const URI_PAIR = 'ConnectionUri ConnectionUriGuid';
const CONNECT_ALL = `Name Session ${REMOTE_PAIR} ${URI_PAIR} InstanceId Id SSHHost`;

export const CONNECT_PSSESSION: CommandDefinition = {
  name: 'Connect-PSSession',
  aliases: ['cnsn'],
  className: 'ConnectPSSessionCommand',
  verb: 'connect',
  synopsis: 'Connects to disconnected sessions.',
  description:
    'Takes up sessions that you left with Disconnect-PSSession or that another client of yours left. Get their output with Receive-PSSession.',
  sets: CONNECT_ALL.split(' '),
  defaultSet: 'Name',
  supportsShouldProcess: true,
  outputType: PS_SESSION,
  parameters: [
    parameter('Session', 'PSSession[]', { Session: 'M 0 P V' }, 'The sessions to connect.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter(
      'Name',
      'String[]',
      { Name: 'M', 'ComputerName ConnectionUri SSHHost': '' },
      'Sessions by friendly name. Wildcards are permitted.',
      { check: NOT_NULL_OR_EMPTY, wildcards: true },
    ),
    parameter(
      'InstanceId',
      'Guid[]',
      { 'InstanceId ComputerNameGuid ConnectionUriGuid': 'M', SSHHost: '' },
      'Sessions by instance id.',
      { check: NOT_NULL },
    ),
    parameter('Id', 'Int32[]', { Id: 'M 0 P' }, 'Sessions of the current session by number.', { check: NOT_NULL }),
    computerName(
      'String[]',
      { ComputerName: 'M 0 P', ComputerNameGuid: 'M P' },
      'The computers that hold the sessions.',
    ),
    connectionUri('Uri[]', { [URI_PAIR]: 'M 0 P' }, 'The endpoints that hold the sessions.'),
    ...withSSHPort(connectionParameters(REMOTE_PAIR, URI_PAIR, `${REMOTE_PAIR} ${URI_PAIR} SSHHost`), 'SSHHost'),
    sessionOption(`${REMOTE_PAIR} ${URI_PAIR} SSHHost`),
    throttleLimit(CONNECT_ALL),
    ...sshParameters('String[]', 'SSHHost', '', '', 'pssession'),
    ...shouldProcessParameters(CONNECT_ALL),
  ],
  ...CONNECT_PSSESSION_HELP,
};

const DISCONNECT_ALL = 'Session Name InstanceId Id';
export const DISCONNECT_PSSESSION: CommandDefinition = {
  name: 'Disconnect-PSSession',
  aliases: ['dnsn'],
  className: 'DisconnectPSSessionCommand',
  verb: 'disconnect',
  synopsis: 'Disconnects sessions; their commands go on.',
  description:
    'Leaves sessions at the server. What they produce meanwhile is kept and can be received after connecting again, from here or from elsewhere.',
  sets: DISCONNECT_ALL.split(' '),
  defaultSet: 'Session',
  supportsShouldProcess: true,
  outputType: PS_SESSION,
  parameters: [
    parameter('Session', 'PSSession[]', { Session: 'M 0 P V' }, 'The sessions to leave.', { check: NOT_NULL_OR_EMPTY }),
    parameter('Name', 'String[]', { Name: 'M P' }, 'Sessions by friendly name. Wildcards are permitted.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    parameter('InstanceId', 'Guid[]', { InstanceId: 'M P' }, 'Sessions by instance id.', { check: NOT_NULL }),
    parameter('Id', 'Int32[]', { Id: 'M 0 P' }, 'Sessions by number.', { check: NOT_NULL }),
    parameter(
      'IdleTimeoutSec',
      'Int32',
      { [DISCONNECT_ALL]: '' },
      'How long the sessions are kept, in seconds; at least 60.',
      { check: range(0, INT_MAX) },
    ),
    parameter(
      'OutputBufferingMode',
      'Enum',
      { [DISCONNECT_ALL]: '' },
      'What happens when the output buffer is full: Block holds the command, Drop discards the oldest output.',
      {
        enumType: 'System.Management.Automation.Runspaces.OutputBufferingMode',
        enumValues: OUTPUT_BUFFERING_MODES,
      },
    ),
    throttleLimit(DISCONNECT_ALL),
    ...shouldProcessParameters(DISCONNECT_ALL),
  ],
  ...DISCONNECT_PSSESSION_HELP,
};

const RECEIVE_ALL =
  'Session Id SessionName InstanceId ComputerSessionName ComputerInstanceId ConnectionUriSessionName ConnectionUriInstanceId SSHHost';
export const RECEIVE_PSSESSION: CommandDefinition = {
  name: 'Receive-PSSession',
  aliases: ['rcsn'],
  className: 'ReceivePSSessionCommand',
  verb: 'receive',
  synopsis: 'Gets the output of commands in disconnected sessions.',
  description:
    'Connects to the session if need be and gives the output of the command that runs, or ran, in it: everything that was kept, in order, then what still comes.',
  sets: RECEIVE_ALL.split(' '),
  defaultSet: 'Session',
  supportsShouldProcess: true,
  outputType: undefined,
  parameters: [
    parameter('Session', 'PSSession', { Session: 'M 0 P V' }, 'The session to receive from.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('Id', 'Int32', { Id: 'M 0 P V' }, 'The session by number.'),
    parameter(
      'Name',
      'String',
      { SessionName: 'M 0 P V', 'ComputerSessionName ConnectionUriSessionName': 'M', SSHHost: '' },
      'The session by friendly name.',
      { check: NOT_NULL_OR_EMPTY, wildcards: true },
    ),
    parameter(
      'InstanceId',
      'Guid',
      { InstanceId: 'M 0 P V', 'ComputerInstanceId ConnectionUriInstanceId': 'M', SSHHost: '' },
      'The session by instance id.',
      { check: NOT_NULL_OR_EMPTY },
    ),
    computerName(
      'String',
      { 'ComputerSessionName ComputerInstanceId': 'M 0 P' },
      'The computer that holds the session.',
    ),
    connectionUri(
      'Uri',
      { 'ConnectionUriSessionName ConnectionUriInstanceId': 'M 0 P' },
      'The endpoint that holds the session.',
    ),
    ...withSSHPort(
      connectionParameters(
        'ComputerSessionName ComputerInstanceId',
        'ConnectionUriSessionName ConnectionUriInstanceId',
        'ComputerSessionName ComputerInstanceId ConnectionUriSessionName ConnectionUriInstanceId SSHHost',
      ),
      'SSHHost',
    ),
    sessionOption('ComputerSessionName ComputerInstanceId ConnectionUriSessionName ConnectionUriInstanceId SSHHost'),
    ...sshParameters('String', 'SSHHost', '', '', 'pssession'),
    parameter('OutTarget', 'Enum', { [RECEIVE_ALL]: '' }, 'Where the output goes: to the host, or into a job.', {
      enumType: 'Microsoft.PowerShell.Commands.OutTarget',
      enumValues: OUT_TARGETS,
      defaultValue: 'Default',
    }),
    parameter('JobName', 'String', { [RECEIVE_ALL]: '' }, 'The name of the job.', { check: NOT_NULL_OR_EMPTY }),
    ...shouldProcessParameters(RECEIVE_ALL),
  ],
  ...RECEIVE_PSSESSION_HELP,
};

export const ENTER_PSSESSION: CommandDefinition = {
  name: 'Enter-PSSession',
  aliases: ['etsn'],
  className: 'EnterPSSessionCommand',
  verb: 'enter',
  synopsis: 'Starts an interactive session with a computer.',
  description:
    'What you type runs there until `exit`. `~.` at the start of a line leaves at once, whatever the other side does.',
  sets: ['ComputerName', 'Session', 'Uri', 'InstanceId', 'Id', 'Name', 'VMId', 'VMName', 'ContainerId', 'SSHHost'],
  defaultSet: 'ComputerName',
  supportsShouldProcess: false,
  outputType: undefined,
  parameters: [
    computerName('String', { ComputerName: '0 P V' }, 'The computer to work on; the local one when absent.'),
    parameter('Session', 'PSSession', { Session: '0 P V' }, 'An existing session to work in.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    connectionUri('Uri', { Uri: '1 P' }, 'The endpoint to work on.'),
    parameter('Id', 'Int32', { Id: '0 P' }, 'An existing session by number.', { check: NOT_NULL }),
    parameter('InstanceId', 'Guid', { InstanceId: 'P' }, 'An existing session by instance id.', { check: NOT_NULL }),
    parameter('Name', 'String', { Name: 'P' }, 'An existing session by its exact name.'),
    ...withVirtual(
      withSSHPort(connectionParameters('ComputerName', 'Uri', 'ComputerName Uri VMId VMName ContainerId'), 'SSHHost'),
      'VMId VMName',
      'M 1 P',
    ),
    parameter(
      'EnableNetworkAccess',
      'SwitchParameter',
      { 'ComputerName Uri': '' },
      'Gives a session on this computer access to other computers.',
    ),
    sessionOption('ComputerName Uri', true),
    ...sshParameters('String', 'SSHHost', '', '0 V'),
    ...virtualTargets('ContainerId', 'VMId', 'VMName', {
      container: 'M 0 P V',
      vmId: 'M 0 P V',
      vmName: 'M 0 P V',
      single: true,
    }),
    runAsAdministrator('ContainerId'),
  ],
  ...ENTER_PSSESSION_HELP,
};

export const EXIT_PSSESSION: CommandDefinition = {
  name: 'Exit-PSSession',
  aliases: ['exsn'],
  className: 'ExitPSSessionCommand',
  verb: undefined,
  synopsis: 'Ends an interactive session.',
  description: 'The same as the word `exit`. A session that existed before Enter-PSSession stays open.',
  sets: ['__AllParameterSets'],
  defaultSet: '__AllParameterSets',
  supportsShouldProcess: false,
  outputType: undefined,
  parameters: [],
  ...EXIT_PSSESSION_HELP,
};

const REMOVE_ALL = 'Id Session Name InstanceId ComputerName ContainerId VMId VMName';
export const REMOVE_PSSESSION: CommandDefinition = {
  name: 'Remove-PSSession',
  aliases: ['rsn'],
  className: 'RemovePSSessionCommand',
  verb: 'remove',
  synopsis: 'Closes sessions and what runs in them.',
  description: 'Ends the commands of the sessions and deletes them at the server.',
  sets: REMOVE_ALL.split(' '),
  defaultSet: 'Id',
  supportsShouldProcess: true,
  outputType: undefined,
  parameters: [
    parameter('Id', 'Int32[]', { Id: 'M 0 P' }, 'Sessions by number.', { check: NOT_NULL }),
    parameter('Session', 'PSSession[]', { Session: 'M 0 P V' }, 'The sessions to remove.'),
    parameter('Name', 'String[]', { Name: 'M P' }, 'Sessions by friendly name. Wildcards are permitted.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    parameter('InstanceId', 'Guid[]', { InstanceId: 'M P' }, 'Sessions by instance id.', { check: NOT_NULL }),
    parameter(
      'ComputerName',
      'String[]',
      { ComputerName: 'M 0 P' },
      'Sessions of the current session to these computers. Wildcards are permitted.',
      { alias: ['Cn'], check: NOT_NULL_OR_EMPTY, wildcards: true },
    ),
    ...virtualTargets('ContainerId', 'VMId', 'VMName', {
      container: 'M P',
      vmId: 'M P',
      vmName: 'M P',
      wildcards: true,
    }),
    ...shouldProcessParameters(REMOVE_ALL),
  ],
  ...REMOVE_PSSESSION_HELP,
};

const INVOKE_COMPUTER = 'ComputerName FilePathComputerName';
const INVOKE_URI = 'Uri FilePathUri';
const INVOKE_SESSION = 'Session FilePathRunspace';
const INVOKE_SSH = 'SSHHost FilePathSSHHost';
const INVOKE_HASH = 'SSHHostHashParam FilePathSSHHostHash';
const INVOKE_VM = 'VMId FilePathVMId VMName FilePathVMName';
const INVOKE_CONTAINER = 'ContainerId FilePathContainerId';
const INVOKE_REMOTE = `${INVOKE_SESSION} ${INVOKE_COMPUTER} ${INVOKE_URI} ${INVOKE_VM} ${INVOKE_CONTAINER} ${INVOKE_SSH} ${INVOKE_HASH}`;
const INVOKE_WITHOUT_VM = `${INVOKE_SESSION} ${INVOKE_COMPUTER} ${INVOKE_URI} ${INVOKE_CONTAINER} ${INVOKE_SSH} ${INVOKE_HASH}`;
export const INVOKE_COMMAND: CommandDefinition = {
  name: 'Invoke-Command',
  aliases: ['icm'],
  className: 'InvokeCommandCommand',
  verb: 'invoke',
  synopsis: 'Runs commands on local and remote computers.',
  description:
    'Runs a script block or a script file in sessions, or in temporary sessions on computers, several at a time, and gives the results as they come.',
  sets: `InProcess ${INVOKE_REMOTE}`.split(' '),
  defaultSet: 'InProcess',
  supportsShouldProcess: false,
  outputType: undefined,
  parameters: [
    parameter('Session', 'PSSession[]', { [INVOKE_SESSION]: '0' }, 'The sessions to run in.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    computerName('String[]', { [INVOKE_COMPUTER]: '0' }, 'The computers to run on; the local one when absent.'),
    connectionUri('Uri[]', { [INVOKE_URI]: '0' }, 'The endpoints to run on.'),
    parameter(
      'ScriptBlock',
      'ScriptBlock',
      { InProcess: 'M 0', 'Session ComputerName Uri VMId VMName ContainerId SSHHost SSHHostHashParam': 'M 1' },
      'The commands to run.',
      { alias: ['Command'], check: NOT_NULL },
    ),
    parameter(
      'FilePath',
      'String',
      {
        'FilePathRunspace FilePathComputerName FilePathUri FilePathVMId FilePathVMName FilePathContainerId': 'M 1',
        'FilePathSSHHost FilePathSSHHostHash': 'M',
      },
      'A local script file to run there.',
      { alias: ['PSPath'], check: NOT_NULL },
    ),
    ...withVirtual(
      withSSHPort(
        connectionParameters(
          INVOKE_COMPUTER,
          INVOKE_URI,
          `${INVOKE_COMPUTER} ${INVOKE_URI} ${INVOKE_VM} ${INVOKE_CONTAINER}`,
        ),
        INVOKE_SSH,
      ),
      INVOKE_VM,
    ).map((one) => (one.name === 'CertificateThumbprint' ? onlyIn(one, 'ComputerName Uri') : one)),
    parameter(
      'EnableNetworkAccess',
      'SwitchParameter',
      { [`${INVOKE_COMPUTER} ${INVOKE_URI}`]: '' },
      'Gives a session on this computer access to other computers.',
    ),
    sessionOption(`${INVOKE_COMPUTER} ${INVOKE_URI}`),
    throttleLimit(`${INVOKE_SESSION} ${INVOKE_COMPUTER} ${INVOKE_URI} ${INVOKE_VM} ${INVOKE_CONTAINER}`),
    parameter('AsJob', 'SwitchParameter', { [INVOKE_REMOTE]: '' }, 'Run in the background and give a job.'),
    parameter('JobName', 'String', { [INVOKE_WITHOUT_VM]: '' }, 'The name of the job.'),
    parameter(
      'InDisconnectedSession',
      'SwitchParameter',
      { [`${INVOKE_COMPUTER} ${INVOKE_URI}`]: '' },
      'Start the command in a session of its own and leave it at once.',
      { alias: ['Disconnected'] },
    ),
    parameter('SessionName', 'String[]', { [INVOKE_COMPUTER]: '' }, 'Names of the disconnected sessions.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter(
      'HideComputerName',
      'SwitchParameter',
      { [INVOKE_REMOTE]: '' },
      'Leave the computer out of the display.',
      { alias: ['HCN'] },
    ),
    parameter('NoNewScope', 'SwitchParameter', { InProcess: '' }, 'Run in the current scope.'),
    parameter('InputObject', 'PSObject', { [`InProcess ${INVOKE_REMOTE}`]: 'V' }, 'Input for the commands: $input.'),
    parameter(
      'ArgumentList',
      'Object[]',
      { [`InProcess ${INVOKE_REMOTE}`]: '' },
      'Arguments by position: $args, or the parameters of param().',
      { alias: ['Args'] },
    ),
    ...sshParameters('String[]', INVOKE_SSH, INVOKE_HASH, ''),
    ...virtualTargets(INVOKE_CONTAINER, 'VMId FilePathVMId', 'VMName FilePathVMName', {
      container: 'M P',
      vmId: 'M 0 P',
      vmName: 'M P',
    }),
    runAsAdministrator(INVOKE_CONTAINER),
    parameter('RemoteDebug', 'SwitchParameter', { [INVOKE_REMOTE]: '' }, 'Debug the command from here.'),
  ],
  ...INVOKE_COMMAND_HELP,
};

const OPTION = '__AllParameterSets';
const option = (
  name: string,
  type: Parameters<typeof parameter>[1],
  help: string,
  init: Parameters<typeof parameter>[4] = {},
) => parameter(name, type, { [OPTION]: '' }, help, init);
export const NEW_PSSESSION_OPTION: CommandDefinition = {
  name: 'New-PSSessionOption',
  aliases: [],
  className: 'NewPSSessionOptionCommand',
  verb: undefined,
  synopsis: 'Makes an object of advanced session options.',
  description: 'The object goes to -SessionOption of the session commands, or into $PSSessionOption.',
  sets: [OPTION],
  defaultSet: OPTION,
  supportsShouldProcess: false,
  outputType: 'System.Management.Automation.Remoting.PSSessionOption',
  parameters: [
    option('MaximumRedirection', 'Int32', 'How many redirections are followed; 0 none, negative without limit.', {
      defaultValue: '5',
    }),
    option('NoCompression', 'SwitchParameter', 'No compression of packets.'),
    option('NoMachineProfile', 'SwitchParameter', 'Do not load the user profile at the server.'),
    option('Culture', 'CultureInfo', 'The culture of the session.', { check: NOT_NULL }),
    option('UICulture', 'CultureInfo', 'The UI culture of the session.', { check: NOT_NULL }),
    option('MaximumReceivedDataSizePerCommand', 'Int32', 'The most bytes that one command may send us.'),
    option('MaximumReceivedObjectSize', 'Int32', 'The most bytes that one object may have.'),
    option('OutputBufferingMode', 'Enum', 'What the server does when its buffer is full.', {
      enumType: 'System.Management.Automation.Runspaces.OutputBufferingMode',
      enumValues: OUTPUT_BUFFERING_MODES,
      defaultValue: 'None',
    }),
    option('MaxConnectionRetryCount', 'Int32', 'How often opening is tried again after a network failure.', {
      check: range(0, INT_MAX),
      defaultValue: '0',
    }),
    option('ApplicationArguments', 'PSPrimitiveDictionary', 'Values for $PSSenderInfo.ApplicationArguments.', {
      check: NOT_NULL,
    }),
    option('OpenTimeout', 'Int32', 'How long opening may take, in milliseconds; 0 without limit.', {
      alias: ['OpenTimeoutMSec'],
      check: range(0, INT_MAX),
      defaultValue: '180000',
    }),
    option('CancelTimeout', 'Int32', 'How long stopping may take, in milliseconds; 0 without limit.', {
      alias: ['CancelTimeoutMSec'],
      check: range(0, INT_MAX),
      defaultValue: '60000',
    }),
    option(
      'IdleTimeout',
      'Int32',
      'How long the server keeps a session that hears nothing, in milliseconds; -1 for its own default.',
      { alias: ['IdleTimeoutMSec'], check: range(-1, INT_MAX), defaultValue: '-1' },
    ),
    option(
      'OperationTimeout',
      'Int32',
      'How long one exchange may take without a sign of life, in milliseconds; 0 without limit.',
      { alias: ['OperationTimeoutMSec'], check: range(0, INT_MAX), defaultValue: '180000' },
    ),
    option('ProxyAccessType', 'Enum', 'How the proxy is found.', {
      enumType: 'System.Management.Automation.Remoting.ProxyAccessType',
      enumValues: PROXY_ACCESS_TYPES,
      check: NOT_NULL_OR_EMPTY,
      defaultValue: 'None',
    }),
    option('ProxyAuthentication', 'Enum', 'The mechanism for the proxy.', {
      enumType: 'System.Management.Automation.Runspaces.AuthenticationMechanism',
      enumValues: AUTHENTICATION_MECHANISMS,
      defaultValue: 'Negotiate',
    }),
    option('ProxyCredential', 'PSCredential', 'The account for the proxy.', { check: NOT_NULL_OR_EMPTY }),
    option('SkipCACheck', 'SwitchParameter', 'Accept a certificate of an unknown authority.'),
    option('SkipCNCheck', 'SwitchParameter', 'Accept a certificate for another name.'),
    option('SkipRevocationCheck', 'SwitchParameter', 'Do not ask whether the certificate was revoked.'),
    option('NoEncryption', 'SwitchParameter', 'Send messages over HTTP without encryption, where both ends allow it.'),
    option('UseUTF16', 'SwitchParameter', 'Write envelopes in UTF-16.'),
    option('IncludePortInSPN', 'SwitchParameter', 'Add the port to the Kerberos service name.'),
  ],
  ...NEW_PSSESSION_OPTION_HELP,
};

const transport = (
  name: string,
  help: string,
  check: readonly [min: number, max: number],
  defaultValue: string,
): ReturnType<typeof parameter> =>
  parameter(name, 'Int32', { [OPTION]: 'P' }, help, {
    check: range(...check),
    defaultValue,
    shown: 'Nullable[int]',
  });
export const NEW_PSTRANSPORT_OPTION: CommandDefinition = {
  name: 'New-PSTransportOption',
  aliases: [],
  className: 'NewPSTransportOptionCommand',
  verb: undefined,
  synopsis: 'Makes an object of advanced options of a session configuration.',
  description:
    'The object goes to -TransportOption of Register- and Set-PSSessionConfiguration. What is not given leaves the value of the configuration as it is.',
  sets: [OPTION],
  defaultSet: OPTION,
  supportsShouldProcess: false,
  outputType: 'Microsoft.PowerShell.Commands.WSManConfigurationOption',
  parameters: [
    transport('MaxIdleTimeoutSec', 'The longest idle time that a client may ask for, in seconds.', [60, 2_147_483], ''),
    transport('ProcessIdleTimeoutSec', 'How long a process without sessions is kept, in seconds.', [0, 1_209_600], '0'),
    transport('MaxSessions', 'The most sessions of the configuration.', [1, INT_MAX], '25'),
    transport('MaxConcurrentCommandsPerSession', 'The most commands at once in one session.', [1, INT_MAX], '1000'),
    transport('MaxSessionsPerUser', 'The most sessions of one user.', [1, INT_MAX], '25'),
    transport('MaxMemoryPerSessionMB', 'The most memory of one session, in MiB.', [5, INT_MAX], '1024'),
    transport('MaxProcessesPerSession', 'The most processes of one session.', [1, INT_MAX], '15'),
    transport('MaxConcurrentUsers', 'The most users at once.', [1, 100], '5'),
    transport('IdleTimeoutSec', 'The idle time of sessions that ask for none, in seconds.', [60, 2_147_483], '7200'),
    parameter('OutputBufferingMode', 'Enum', { [OPTION]: 'P' }, 'What happens when the output buffer is full.', {
      enumType: 'System.Management.Automation.Runspaces.OutputBufferingMode',
      enumValues: OUTPUT_BUFFERING_MODES,
      shown: 'Nullable[System.Management.Automation.Runspaces.OutputBufferingMode]',
      defaultValue: 'Block',
    }),
  ],
  relatedLinks: [
    'Register-PSSessionConfiguration',
    'Set-PSSessionConfiguration',
    'New-PSSessionOption',
    'about_Session_Configurations',
  ],
  examples: [
    {
      title: 'A configuration with a short idle time',
      code: 'Set-PSSessionConfiguration -Name Ops -TransportOption (New-PSTransportOption -IdleTimeoutSec 600)',
      remarks: 'Sessions are removed after ten idle minutes.',
    },
  ],
};

/** What the program offers as one-shot commands. The engine has these and `ENGINE_FAMILY`. */
export const FAMILY: readonly CommandDefinition[] = [
  GET_PSSESSION,
  NEW_PSSESSION,
  CONNECT_PSSESSION,
  DISCONNECT_PSSESSION,
  RECEIVE_PSSESSION,
  ENTER_PSSESSION,
  EXIT_PSSESSION,
  REMOVE_PSSESSION,
  INVOKE_COMMAND,
  NEW_PSSESSION_OPTION,
  ...WATCH_FAMILY,
];

/** Every command of the family, as the engine registers them. */
export const ENGINE_FAMILY: readonly CommandDefinition[] = [
  ...FAMILY,
  NEW_PSTRANSPORT_OPTION,
  ...JOB_FAMILY,
  ...CONFIGURATION_FAMILY,
  ...HOST_FAMILY,
  ...IMPLICIT_FAMILY,
];

/** Types that come with the commands, as scripts write them. */
export const FAMILY_TYPES =
  /(?<![\w-])(?:PSSession|PSSessionOption|PSTransportOption|WSManConfigurationOption|\w+ConnectionInfo|SessionFilterState|OutTarget|TargetMachineType|JobStateInfo|PSRemoting(?:Child)?Job|PSTask(?:Child)?Job|PSEventJob|Automation\.Job2?|ThreadJob\.ThreadJob)(?!\w)/i;
