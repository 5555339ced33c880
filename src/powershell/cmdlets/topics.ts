/** The about_ topics of the family, in our own words. */
import type { HelpTopic } from '../engine/index.js';

const text = (title: string, short: string, body: string): string =>
  [
    'TOPIC',
    `    ${title}`,
    '',
    'SHORT DESCRIPTION',
    `    ${short}`,
    '',
    'LONG DESCRIPTION',
    ...body
      .trim()
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`)),
    '',
  ].join('\n');

function topic(name: string, synopsis: string, body: string): HelpTopic {
  return { name, synopsis, text: text(name, synopsis, body) };
}

export const TOPICS: readonly HelpTopic[] = [
  topic(
    'about_PSSessions',
    'What a PowerShell session (PSSession) is and how it is made, used and removed.',
    `
A PSSession is a lasting connection to a runspace on a computer, this one or another. What a command
leaves there (variables, functions, the current location) is there for the next command, until the
session is removed, its idle time ends, or its runspace ends.

    $s = New-PSSession -ComputerName Server01      make one
    Invoke-Command -Session $s { $x = Get-Date }   run something in it
    Invoke-Command -Session $s { $x }              the variable is still there
    Enter-PSSession -Session $s                    work in it at a prompt; 'exit' leaves it
    Remove-PSSession -Session $s                   end it

Without parameters Get-PSSession lists the sessions of the current session. Get-PSSession -ComputerName
asks a computer for the sessions that it holds for you, wherever they were made.

A session has a number (Id), which means something in the current session only, a friendly name, and an
instance id, which is the same everywhere.

State says how the session stands to the current session, Availability whether it can take a command:

    State         Availability
    Opened        Available     connected here, free
    Opened        Busy          connected here, a command runs
    Disconnected  None          connected to nobody: you can connect to it
    Disconnected  Busy          connected to another session: you cannot
    Broken        None          the link was lost; ask the server for a fresh object
    Closed        None          removed

See about_Remote_Disconnected_Sessions, about_Remote, about_Session_Configurations.`,
  ),
  topic(
    'about_Remote',
    'Running commands on other computers.',
    `
Invoke-Command -ComputerName Server01, Server02 { ... } runs a script on several computers at once and
gives the results as they come; each result tells its computer in PSComputerName. Values of local
variables go along as $using:name. For several commands that share data make sessions with New-PSSession
and use Invoke-Command -Session.

Results are copies: properties as they were there, without methods.

The computer can be reached over HTTP or HTTPS (WinRM), by SSH (-HostName), or through a URI
(-ConnectionUri). Credentials are given with -Credential; without it you connect as the current user.`,
  ),
  topic(
    'about_Remote_Disconnected_Sessions',
    'Leaving a session at its server and taking it up again, from here or from another computer.',
    `
    $s = New-PSSession -ComputerName Server01 -Name Backup
    Invoke-Command -Session $s { ./backup.ps1 } -AsJob
    Disconnect-PSSession -Session $s

The command goes on at the server. Later, from any computer:

    Get-PSSession -ComputerName Server01 -Name Backup
    $s = Connect-PSSession -ComputerName Server01 -Name Backup
    Receive-PSSession -Session $s

Or in one step: Receive-PSSession -ComputerName Server01 -Name Backup. Invoke-Command
-InDisconnectedSession starts a command and leaves at once.

A session is kept for its idle time, two hours unless the server or -IdleTimeoutSec says otherwise. What
its command produces meanwhile waits in a buffer. When that is full, Block holds the command until you
come back; Drop discards the oldest output.

Only the user who made a session can take it up. A session whose Availability is Busy is connected to
another session and has to be left there first.

When the network is lost while a command runs, the connection is tried again for four minutes; then the
session is disconnected, and its command goes on.`,
  ),
  topic(
    'about_Session_Configurations',
    'What a server offers under a name, and to whom.',
    `
A session configuration says what runs when somebody opens a session: which runspace, with which start
script, for which users and groups, within which limits. -ConfigurationName asks for one by name; without
it Microsoft.PowerShell is meant, or what $PSSessionConfigurationName says.

Get-PSSessionConfiguration lists those of the endpoint on this computer. Register-, Set-, Enable-,
Disable- and Unregister-PSSessionConfiguration change the endpoint's configuration file.`,
  ),
  topic(
    'about_pssession',
    'The program pssession: its prompt, its one-shot commands, its endpoint.',
    `
pssession alone is this prompt. Tab completes, Ctrl+R searches the history, Up and Down go through it, Right
takes the line that is offered, Alt+. the last word of the line before. Enter goes on with the next line
while a text is not complete; Alt+Enter always. Ctrl+C stops what runs, Ctrl+D or 'exit' leaves.

What you put into $PROFILE runs at each start; -NoProfile leaves it out. A function named prompt gives the
text before each line.

    pssession -Command 'Get-PSSession'         run a text
    pssession -File ./deploy.ps1 -Name web     run a script with arguments
    pssession -NonInteractive                  never ask
    cat script.ps1 | pssession                 run what comes on standard input

The exit code is 0, or 1 after a failure, or the number that a script gives to 'exit'.

One command from any shell of the operating system, in PowerShell's manner or with options:

    pssession Get-PSSession -ComputerName Server01 -State Disconnected
    pssession get server01 --state disconnected --json

Sessions that such a command makes are kept by an agent of yours, so that the next command finds them; it is
gone when it holds nothing. Enter-PSSession, and 'pssession enter', open a prompt in a session: '~.' at the
start of a line leaves at once, '~d' leaves the session alive at its server, '~?' lists these.

'pssession serve' makes this computer an endpoint that holds sessions, also while nobody is connected;
'pssession user add <name>' gives somebody an account at it.

See about_PSSessions, about_Remote_Disconnected_Sessions.`,
  ),
];
