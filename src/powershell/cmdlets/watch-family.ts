/** Watch-PSSession and Set-PSSessionWatcher as data: commands of our own, for sessions in endpoints of this program. */
import { NOT_NULL, NOT_NULL_OR_EMPTY, parameter, type CommandDefinition } from './definition.js';
import {
  computerName,
  connectionParameters,
  connectionUri,
  sessionOption,
  sshParameters,
} from './shared-parameters.js';

const REMOTE = 'ComputerName ConnectionUri SSHHost';

export const WATCH_PSSESSION: CommandDefinition = {
  name: 'Watch-PSSession',
  aliases: [],
  className: 'WatchPSSessionCommand',
  verb: 'watch',
  synopsis: "Shows what somebody's session shows, with its owner's consent.",
  description:
    "Asks the endpoint for the session and shows what it shows, as it comes, until it ends, its owner withdraws his consent (Set-PSSessionWatcher, or ~w in the session), or Ctrl+C. Who watches can type nothing, stops nothing and answers nothing, and takes no output from the owner; who is too slow misses some of it and is told. The owner is told who watches. One can watch sessions of one's own without more.",
  sets: ['ComputerName', 'ConnectionUri', 'SSHHost', 'Session'],
  defaultSet: 'ComputerName',
  supportsShouldProcess: false,
  outputType: undefined,
  parameters: [
    computerName('String[]', { ComputerName: 'M 0 P' }, 'The computers whose endpoints are asked.'),
    connectionUri('Uri[]', { ConnectionUri: 'M 0 P' }, 'The endpoints to ask.'),
    parameter('Session', 'PSSession', { Session: 'M 0 V' }, 'A session of this program.', { check: NOT_NULL }),
    parameter('Name', 'String[]', { [REMOTE]: 'P' }, 'The session, by name. Wildcards are permitted.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    parameter('InstanceId', 'Guid[]', { [REMOTE]: 'P' }, 'The session, by instance id.', { check: NOT_NULL }),
    parameter(
      'List',
      'SwitchParameter',
      { [REMOTE]: '' },
      'The sessions that you may watch, instead: whose they are; of your own, who may watch them and who does.',
    ),
    parameter('NoWait', 'SwitchParameter', { [`${REMOTE} Session`]: '' }, 'What is on the screen now, and no more.'),
    ...connectionParameters('ComputerName', 'ConnectionUri'),
    sessionOption('ComputerName ConnectionUri'),
    ...sshParameters('String[]', 'SSHHost', '', '', 'pssession'),
  ],
  relatedLinks: ['Set-PSSessionWatcher', 'Get-PSSession', 'Enter-PSSession'],
  examples: [
    {
      title: "Look over a colleague's shoulder",
      code: 'Watch-PSSession -ComputerName Server01 -Name deploy',
      remarks: "Its owner has said 'Set-PSSessionWatcher -Name deploy -Watcher ann', or typed '~w ann' in it.",
    },
    {
      title: 'What can be watched',
      code: 'Watch-PSSession -ComputerName Server01 -List',
      remarks: 'Your own sessions there, and those that others let you watch.',
    },
  ],
};

const SESSION_SETS = 'Session Name Id InstanceId';

export const SET_PSSESSION_WATCHER: CommandDefinition = {
  name: 'Set-PSSessionWatcher',
  aliases: [],
  className: 'SetPSSessionWatcherCommand',
  verb: undefined,
  synopsis: 'Says who may watch a session of yours.',
  description:
    'From then on these accounts and groups of the endpoint, and no others, may look at what the session shows. Administrators need your word as everybody does. Who watches and may not any more sees nothing more. The names hold until they are changed or the session ends, also while it is disconnected.',
  sets: SESSION_SETS.split(' '),
  defaultSet: 'Session',
  supportsShouldProcess: false,
  outputType: undefined,
  parameters: [
    parameter('Session', 'PSSession[]', { Session: 'M 0 V' }, 'The sessions.', { check: NOT_NULL_OR_EMPTY }),
    parameter('Name', 'String[]', { Name: 'M P' }, 'Sessions of this program, by name.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: true,
    }),
    parameter('Id', 'Int32[]', { Id: 'M P' }, 'Sessions of this program, by number.', { check: NOT_NULL }),
    parameter('InstanceId', 'Guid[]', { InstanceId: 'M P' }, 'Sessions of this program, by instance id.', {
      check: NOT_NULL,
    }),
    parameter(
      'Watcher',
      'String[]',
      { [SESSION_SETS]: '1' },
      'Accounts and groups as the endpoint knows them. None: nobody may watch.',
      { allowNull: true },
    ),
  ],
  relatedLinks: ['Watch-PSSession', 'New-PSSession', 'Enter-PSSession'],
  examples: [
    {
      title: 'Let a colleague and a group watch',
      code: 'Set-PSSessionWatcher -Session $s -Watcher ann, operators',
      remarks: 'They use Watch-PSSession. You are told when somebody does.',
    },
    { title: 'Withdraw it', code: 'Set-PSSessionWatcher -Session $s', remarks: 'Nobody may watch any more.' },
  ],
};

export const WATCH_FAMILY: readonly CommandDefinition[] = [WATCH_PSSESSION, SET_PSSESSION_WATCHER];
