/** What Get-Help tells of the session commands beside their parameters: notes, examples, related topics. */
import type { CommandDefinition, CommandExample } from './definition.js';

type FamilyHelp = Required<Pick<CommandDefinition, 'notes' | 'examples' | 'relatedLinks'>>;

const SESSIONS =
  'Get-PSSession New-PSSession Connect-PSSession Disconnect-PSSession Receive-PSSession Enter-PSSession Exit-PSSession Remove-PSSession Invoke-Command'.split(
    ' ',
  );
const TOPICS: readonly string[] = ['about_PSSessions', 'about_Remote', 'about_Remote_Disconnected_Sessions'];

/** `title`, `code`, `remarks`, one after the other. */
const examples = (...texts: readonly (readonly [title: string, code: string, remarks: string])[]): CommandExample[] =>
  texts.map(([title, code, remarks]) => ({ title, code, remarks }));
const help = (
  name: string,
  notes: readonly string[],
  shown: readonly CommandExample[],
  more: readonly string[] = [],
): FamilyHelp => ({
  notes,
  examples: shown,
  relatedLinks: [...SESSIONS.filter((other) => other !== name), ...more, ...TOPICS],
});

export const NEW_PSSESSION_HELP: FamilyHelp = help(
  'New-PSSession',
  [
    'Each session that opens is written as soon as it is open, so with several computers the order is that of opening. A computer that fails is an error of its own; the others go on.',
    'A session ends when it is removed, when nobody has used it for its idle time, or when the session that made it ends and nothing runs in it.',
    'For a single command Invoke-Command -ComputerName needs no session.',
  ],
  examples(
    [
      'A session on a computer',
      '$s = New-PSSession -ComputerName Server01 -Name Backup -Credential Domain01\\User01',
      'Asks for the password and opens the session.',
    ],
    [
      'Several computers at once',
      'New-PSSession -ComputerName (Get-Content ./servers.txt) -ThrottleLimit 16',
      'Opens no more than 16 at a time.',
    ],
    [
      'With options',
      "New-PSSession -ComputerName Server01 -SessionOption @{ IdleTimeout = 3600000; OutputBufferingMode = 'Drop' }",
      'The same as an object of New-PSSessionOption. Times are milliseconds.',
    ],
    [
      'Like another one',
      'New-PSSession -Session $s -Name Backup2',
      'Opens a second session with the connection and the credential of the first.',
    ],
    ['A session over SSH', 'New-PSSession -HostName user@server02', 'Uses the ssh program and its configuration.'],
    [
      'Several over SSH',
      "New-PSSession -SSHConnection @{ HostName = 'server02'; UserName = 'ann' }, @{ HostName = 'server03'; Port = 2222 }",
      'Each connection has its own values.',
    ],
  ),
  ['New-PSSessionOption', 'about_Session_Configurations'],
);

export const CONNECT_PSSESSION_HELP: FamilyHelp = help(
  'Connect-PSSession',
  [
    'The user who made a session can connect it, from any computer. One whose Availability is Busy is connected to another session and is refused.',
    'A session that is connected here already is written as it is.',
    'Commands that were left go on. The session is Busy until their output was received: Receive-PSSession does that.',
    'The idle time is set when a session is made or left; it cannot be changed by connecting.',
  ],
  examples(
    [
      'Take a session up by name',
      'Connect-PSSession -ComputerName Server01 -Name ITTask',
      'Works from any computer, for the user who created the session.',
    ],
    [
      'Choose among those that a computer holds',
      'Get-PSSession -ComputerName Server01 -State Disconnected | Where-Object Availability -eq None | Connect-PSSession',
      'Takes up all that nobody has.',
    ],
    ['Come back to what was left here', 'Connect-PSSession -Session $s', 'The variable stays usable.'],
  ),
);

export const DISCONNECT_PSSESSION_HELP: FamilyHelp = help(
  'Disconnect-PSSession',
  [
    'Sessions over WinRM can be left, and those over SSH with the subsystem pssession. Others are refused.',
    'Leaving begins the idle time, even while a command runs: give -IdleTimeoutSec where two hours are not enough.',
    'A job of the session becomes Disconnected and keeps what it has; Receive-PSSession goes on with it.',
    'A session that is Disconnected already is written as it is.',
  ],
  examples(
    [
      'Leave a session for the night',
      'Disconnect-PSSession -Name Backup -IdleTimeoutSec 86400 -OutputBufferingMode Drop',
      'The session is kept for a day.',
    ],
    ['Leave all', 'Get-PSSession | Disconnect-PSSession', 'Their commands go on.'],
  ),
);

export const RECEIVE_PSSESSION_HELP: FamilyHelp = help(
  'Receive-PSSession',
  [
    'What was given to a client before a session was left is not given again; neither is what Drop has discarded.',
    'Ctrl+C stops the command there. To look and leave it running, end the pipeline: Receive-PSSession ... | Select-Object -First 20.',
    'A session that has no command is connected, and nothing is written. With -ComputerName, a name that nobody has is no error.',
  ],
  examples(
    [
      'Collect what a session did meanwhile',
      'Receive-PSSession -ComputerName Server01 -Name ITTask',
      'Connects, prints the kept output in order, and stays connected.',
    ],
    [
      'Go on with something else',
      '$job = Receive-PSSession -ComputerName Server01 -Name ITTask -OutTarget Job -JobName task',
      'The output gathers in a job: Receive-Job $job.',
    ],
    [
      'Start, leave, collect',
      '$s = Invoke-Command -ComputerName Server01 -InDisconnectedSession { ./collect.ps1 }; Receive-PSSession -Session $s',
      'The command goes on when this session ends in between.',
    ],
  ),
  ['Receive-Job'],
);

export const ENTER_PSSESSION_HELP: FamilyHelp = help(
  'Enter-PSSession',
  [
    'One session is entered at a time; from within one no other can be entered.',
    'A session that is opened for it is closed when it is left. One that was there before stays open.',
    '`~d` at the start of a line leaves the session alive at its server, `~?` lists what else there is.',
  ],
  examples(
    [
      'Work on a computer',
      'Enter-PSSession -ComputerName Server01',
      'The prompt shows [Server01] while you are there.',
    ],
    ['Work in a session that is there', 'Enter-PSSession -Session $s', 'Its variables are there; exit leaves it open.'],
    ['Over SSH', 'Enter-PSSession -HostName user@server02', 'Uses the ssh program and its configuration.'],
  ),
);

export const EXIT_PSSESSION_HELP: FamilyHelp = help(
  'Exit-PSSession',
  ['Where nothing was entered nothing happens.'],
  examples(['Back to the local prompt', '[Server01]: PS /home/ann> Exit-PSSession', 'The word exit does the same.']),
);

export const REMOVE_PSSESSION_HELP: FamilyHelp = help(
  'Remove-PSSession',
  [
    'A session that is Disconnected is connected first, so that its server ends it too.',
    '-ComputerName selects among the sessions of the current session; no computer is asked. To remove what a computer holds: Get-PSSession -ComputerName Server01 | Remove-PSSession.',
  ],
  examples(
    ['Remove by pipeline', 'Get-PSSession | Remove-PSSession', 'Closes every session of the current session.'],
    ['By name', "Remove-PSSession -Name 'Backup*'", 'Wildcards are permitted.'],
  ),
);

export const INVOKE_COMMAND_HELP: FamilyHelp = help(
  'Invoke-Command',
  [
    'Results come as they arrive, from any computer; Sort-Object PSComputerName orders them. They are copies: properties as they were there, without methods.',
    'An error of one computer does not end the others. With one computer alone, what its command throws is thrown here too.',
    'With -ComputerName each call has a session of its own, which ends with it. Variables last in a session of New-PSSession.',
  ],
  examples(
    [
      'Run on several computers',
      'Invoke-Command -ComputerName Server01, Server02 -ScriptBlock { $PID }',
      'Each result tells its computer in PSComputerName.',
    ],
    [
      'Values that go along',
      'Invoke-Command -ComputerName Server01 { Get-ChildItem $using:folder }',
      'The variable of this session. @using:parameters splats one.',
    ],
    [
      'A script of this computer with arguments',
      'Invoke-Command -ComputerName Server01 -FilePath ./collect.ps1 -ArgumentList 7, full',
      'The file is read here and sent.',
    ],
    [
      'In the background',
      'Invoke-Command -ComputerName Server01, Server02 { ./collect.ps1 } -AsJob -JobName collect',
      'One job with a child for each computer: Receive-Job -Name collect.',
    ],
    [
      'Start and leave',
      'Invoke-Command -ComputerName Server01 -InDisconnectedSession -SessionName nightly { ./nightly.ps1 }',
      'Receive-PSSession -ComputerName Server01 -Name nightly collects what it gave, from anywhere.',
    ],
    [
      'Piped input',
      'Get-Content ./names.txt | Invoke-Command -Session $s { $input | ForEach-Object { Get-Item $_ } }',
      'Every session gets each object.',
    ],
  ),
  ['New-PSSessionOption', 'Receive-Job'],
);

export const NEW_PSSESSION_OPTION_HELP: FamilyHelp = {
  notes: [
    'An object with these properties is in $PSSessionOption; commands that make or ask for sessions take what it says when -SessionOption is not given.',
    '-IdleTimeout is -1 for what the server says, or at least 60000. Limits of the server count more than what a client asks.',
    'A proxy is the one of the environment: http_proxy, https_proxy, no_proxy. At a proxy only Basic is possible.',
  ],
  examples: examples(
    [
      'Options for one session',
      'New-PSSession Server01 -SessionOption (New-PSSessionOption -IdleTimeout 600000 -OutputBufferingMode Drop)',
      'Times are milliseconds.',
    ],
    [
      'Options for all that follow',
      '$PSSessionOption = New-PSSessionOption -OpenTimeout 30000 -SkipCACheck',
      'Holds for this session.',
    ],
    [
      'Values for the other side',
      "Invoke-Command Server01 { $PSSenderInfo.ApplicationArguments.Team } -SessionOption (New-PSSessionOption -ApplicationArguments @{ Team = 'Blue' })",
      'Text keys, and values that travel whole.',
    ],
    [
      'Through a proxy',
      'New-PSSessionOption -ProxyAccessType WinHttpConfig -ProxyAuthentication Basic -ProxyCredential (Get-Credential)',
      'The proxy of the environment, with a login.',
    ],
  ),
  relatedLinks: ['New-PSSession', 'Enter-PSSession', 'Invoke-Command', 'about_PSSessions', 'about_Remote'],
};
