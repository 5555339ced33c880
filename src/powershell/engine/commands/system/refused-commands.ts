/**
 * Commands of PowerShell that this engine cannot have or does not have. Each is there with its parameters, and says by
 * name what it lacks and what to use instead.
 */
import type { CommandRegistration, ParameterSpec } from '../../command-api.js';
import { type CommandInit, defineCommand, flag, parameter, PROCESSES } from '../support/command-spec.js';
import { enumParameter, HELP_SCOPES } from '../support/enums.js';

const CORE = 'Microsoft.PowerShell.Core' as const;
const UTILITY = 'Microsoft.PowerShell.Utility' as const;
const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;
const SECURITY = 'Microsoft.PowerShell.Security' as const;

type Refusal = Omit<CommandInit, 'synopsis'> & { readonly synopsis: string; readonly instead: string };
function refusing(
  name: string,
  { instead, ...init }: Refusal,
  parameters: readonly ParameterSpec[],
): CommandRegistration {
  return defineCommand(name, init, parameters, (context) => ({
    end: () =>
      context.fail(`${name} is not supported by this engine. ${instead}`, {
        errorId: 'NotSupported',
        category: 'NotImplemented',
        target: name,
        exceptionType: 'System.NotSupportedException',
      }),
  }));
}
/** What the command does not look at: the type is only told. */
const given = (name: string, type: string, where = ''): ParameterSpec =>
  parameter(name, 'Object', where, { shown: type });

const RECIPIENTS = 'System.Management.Automation.CmsMessageRecipient[]';
const NO_DEBUGGER = 'Scripts are debugged where they run: see Set-PSBreakpoint and Wait-Debugger.';
const NO_CMS = "Use the program openssl: 'openssl cms -encrypt' and 'openssl cms -decrypt'.";
const NO_MARKDOWN = 'Use a program that converts Markdown, such as pandoc.';
const NO_HELP_FILES = 'Its help comes with it, see Get-Help; there are no help files to load.';
const COLORS = [1, 2, 3, 4, 5, 6].map((level) => parameter(`Header${level}Color`, 'String', 'IndividualSetting: '));
const DEBUGGED = [
  parameter('RunspaceName', 'String[]', 'RunspaceNameParameterSet: 0'),
  given('Runspace', 'runspace[]', 'RunspaceParameterSet: M 0 V P'),
  parameter('RunspaceId', 'Int32[]', 'RunspaceIdParameterSet: M 0'),
  parameter('RunspaceInstanceId', 'Guid[]', 'RunspaceInstanceIdParameterSet: M 0'),
  parameter('ProcessName', 'String', 'ProcessNameParameterSet: 0'),
  parameter('AppDomainName', 'String[]', 'ProcessNameParameterSet: 1'),
];
const HELP = [
  parameter('UICulture', 'CultureInfo[]', '2'),
  parameter('Credential', 'PSCredential'),
  flag('UseDefaultCredentials'),
  flag('Force'),
  enumParameter('Scope', HELP_SCOPES, 'P'),
];

export const REFUSED_COMMANDS: readonly CommandRegistration[] = [
  refusing(
    'Restart-Computer',
    {
      module: MANAGEMENT,
      shouldProcess: true,
      synopsis: 'Restarts the operating system on local and remote computers.',
      instead: "Run the system's own command, for example 'shutdown -r now'.",
    },
    [],
  ),
  refusing(
    'Stop-Computer',
    {
      module: MANAGEMENT,
      shouldProcess: true,
      synopsis: 'Stops (shuts down) local and remote computers.',
      instead: "Run the system's own command, for example 'shutdown now'.",
    },
    [],
  ),
  refusing(
    'Set-Date',
    {
      module: UTILITY,
      defaultSet: 'Date',
      shouldProcess: true,
      output: 'System.DateTime',
      synopsis: 'Changes the system time on the computer to a time that you specify.',
      instead: "Run the system's own command, for example 'date --set' or 'timedatectl set-time'.",
    },
    [
      parameter('Date', 'DateTime', 'Date: M 0 V P'),
      parameter('Adjust', 'TimeSpan', 'Adjust: M 0 P'),
      enumParameter('DisplayHint', 'Microsoft.PowerShell.Commands.DisplayHintType'),
    ],
  ),
  refusing(
    'Debug-Process',
    {
      module: MANAGEMENT,
      defaultSet: 'Name',
      shouldProcess: true,
      synopsis: 'Debugs one or more processes running on the local computer.',
      instead: 'There is no debugger to attach.',
    },
    [
      parameter('Name', 'String[]', 'Name: M 0 P', { alias: 'ProcessName' }),
      parameter('Id', 'Int32[]', 'Id: M 0 P', { alias: 'PID ProcessId' }),
      given('InputObject', PROCESSES, 'InputObject: M V'),
    ],
  ),
  refusing(
    'Debug-Job',
    {
      module: CORE,
      defaultSet: 'JobParameterSet',
      shouldProcess: true,
      synopsis: 'Debugs a running background or remote job.',
      instead: NO_DEBUGGER,
    },
    [
      given('Job', 'System.Management.Automation.Job', 'JobParameterSet: M 0 V P'),
      parameter('Name', 'String', 'JobNameParameterSet: M 0'),
      parameter('Id', 'Int32', 'JobIdParameterSet: M 0'),
      parameter('InstanceId', 'Guid', 'JobInstanceIdParameterSet: M 0'),
      flag('BreakAll'),
    ],
  ),
  refusing(
    'Debug-Runspace',
    {
      module: UTILITY,
      defaultSet: 'RunspaceParameterSet',
      shouldProcess: true,
      synopsis: 'Starts an interactive debugging session with a runspace.',
      instead: NO_DEBUGGER,
    },
    [
      given('Runspace', 'runspace', 'RunspaceParameterSet: M 0 V P'),
      parameter('Name', 'String', 'NameParameterSet: M 0'),
      parameter('Id', 'Int32', 'IdParameterSet: M 0'),
      parameter('InstanceId', 'Guid', 'InstanceIdParameterSet: M 0'),
      flag('BreakAll'),
    ],
  ),
  ...(['Enable', 'Disable'] as const).map((verb) =>
    refusing(
      `${verb}-RunspaceDebug`,
      {
        module: UTILITY,
        defaultSet: 'RunspaceNameParameterSet',
        synopsis: `${verb}s debugging on one or more runspaces.`,
        instead: NO_DEBUGGER,
      },
      verb === 'Enable'
        ? [...DEBUGGED, flag('BreakAll', 'RunspaceParameterSet,RunspaceNameParameterSet,RunspaceIdParameterSet: 1')]
        : DEBUGGED,
    ),
  ),
  refusing(
    'Switch-Process',
    {
      module: CORE,
      synopsis: 'Calls the exec function of Linux and macOS to replace the process with another one.',
      instead: 'A process holds the sessions of many; start the program as a command of its own.',
    },
    [parameter('WithCommand', 'String[]', '0 R')],
  ),
  refusing(
    'Update-Help',
    {
      module: CORE,
      defaultSet: 'Path',
      shouldProcess: true,
      synopsis: 'Downloads and installs the newest help files.',
      instead: NO_HELP_FILES,
    },
    [
      parameter('Module', 'String[]', 'Path,LiteralPath: 0 P', { alias: 'Name' }),
      given('FullyQualifiedModule', 'Microsoft.PowerShell.Commands.ModuleSpecification[]', 'Path,LiteralPath: P'),
      parameter('SourcePath', 'String[]', 'Path: 1', { alias: 'Path' }),
      parameter('LiteralPath', 'String[]', 'LiteralPath: P', { alias: 'PSPath LP' }),
      flag('Recurse'),
      ...HELP,
    ],
  ),
  refusing(
    'Save-Help',
    {
      module: CORE,
      defaultSet: 'Path',
      synopsis: 'Downloads and saves the newest help files to a file system directory.',
      instead: NO_HELP_FILES,
    },
    [
      parameter('DestinationPath', 'String[]', 'Path: M 0', { alias: 'Path' }),
      parameter('LiteralPath', 'String[]', 'LiteralPath: M', { alias: 'PSPath LP' }),
      parameter('Module', 'Object[]', 'Path,LiteralPath: 1 V P', { alias: 'Name', shown: 'psmoduleinfo[]' }),
      given('FullyQualifiedModule', 'Microsoft.PowerShell.Commands.ModuleSpecification[]', 'Path,LiteralPath: P'),
      ...HELP,
    ],
  ),
  refusing(
    'Send-MailMessage',
    {
      className: 'SendMailMessage',
      module: UTILITY,
      synopsis: 'Sends an email message.',
      instead: "PowerShell itself calls the command obsolete. Use a mail program such as 'msmtp' or 'sendmail'.",
    },
    [
      parameter('To', 'String[]', 'M 0 P'),
      parameter('Subject', 'String', '1 P', { alias: 'sub' }),
      parameter('Body', 'String', '2 P'),
      parameter('SmtpServer', 'String', '3 P', { alias: 'ComputerName' }),
      parameter('From', 'String', 'M P'),
      parameter('Attachments', 'String[]', 'V P', { alias: 'PsPath' }),
      parameter('Bcc', 'String[]', 'P'),
      parameter('Cc', 'String[]', 'P'),
      parameter('ReplyTo', 'String[]', 'P'),
      flag('BodyAsHtml', 'P', { alias: 'BAH' }),
      parameter('Encoding', 'String', 'P', { alias: 'BE', shown: 'System.Text.Encoding' }),
      enumParameter('DeliveryNotificationOption', 'System.Net.Mail.DeliveryNotificationOptions', 'P', { alias: 'DNO' }),
      enumParameter('Priority', 'System.Net.Mail.MailPriority', 'P'),
      parameter('Credential', 'PSCredential', 'P'),
      flag('UseSsl', 'P'),
      parameter('Port', 'Int32', 'P'),
    ],
  ),
  refusing(
    'Get-CmsMessage',
    {
      module: SECURITY,
      defaultSet: '',
      output: 'System.Security.Cryptography.Pkcs.EnvelopedCms',
      synopsis: 'Gets content that has been encrypted by the Cryptographic Message Syntax format.',
      instead: NO_CMS,
    },
    [
      parameter('Content', 'String', 'ByContent: M 0 V'),
      parameter('Path', 'String', 'ByPath: M 1'),
      parameter('LiteralPath', 'String', 'ByLiteralPath: M 1'),
    ],
  ),
  refusing(
    'Protect-CmsMessage',
    {
      module: SECURITY,
      defaultSet: 'ByContent',
      output: 'System.String',
      synopsis: 'Encrypts content by the Cryptographic Message Syntax format.',
      instead: NO_CMS,
    },
    [
      given('To', RECIPIENTS, 'M 0'),
      given('Content', 'psobject', 'ByContent: M 1 V'),
      parameter('Path', 'String', 'ByPath: M 1'),
      parameter('LiteralPath', 'String', 'ByLiteralPath: M 1'),
      parameter('OutFile', 'String', '2'),
    ],
  ),
  refusing(
    'Unprotect-CmsMessage',
    {
      module: SECURITY,
      defaultSet: 'ByWinEvent',
      output: 'System.String',
      synopsis: 'Decrypts content of the Cryptographic Message Syntax format.',
      instead: NO_CMS,
    },
    [
      parameter('Content', 'String', 'ByContent: M 0 V P'),
      given('EventLogRecord', 'System.Diagnostics.Eventing.Reader.EventLogRecord', 'ByWinEvent: M 0 V'),
      parameter('Path', 'String', 'ByPath: M 0'),
      parameter('LiteralPath', 'String', 'ByLiteralPath: M 0'),
      flag('IncludeContext'),
      given('To', RECIPIENTS, '1'),
    ],
  ),
  refusing(
    'Get-PfxCertificate',
    {
      module: SECURITY,
      defaultSet: 'ByPath',
      output: 'System.Security.Cryptography.X509Certificates.X509Certificate2',
      synopsis: 'Gets information about PFX certificate files on the computer.',
      instead: "Use the program openssl: 'openssl pkcs12 -in FILE -info'.",
    },
    [
      parameter('FilePath', 'String[]', 'ByPath: M 0 V P'),
      parameter('LiteralPath', 'String[]', 'ByLiteralPath: M P', { alias: 'PSPath LP' }),
      parameter('Password', 'SecureString'),
      flag('NoPromptForPassword'),
    ],
  ),
  refusing(
    'Set-TraceSource',
    {
      module: UTILITY,
      defaultSet: 'optionsSet',
      output: 'System.Management.Automation.PSTraceSource',
      synopsis: 'Configures, starts, and stops a trace of PowerShell components.',
      instead:
        'Its parts are traced through the diagnostics channels of Node; Set-PSDebug and Write-Debug serve scripts.',
    },
    [
      parameter('Name', 'String[]', 'M 0 V P'),
      enumParameter('Option', 'System.Management.Automation.PSTraceSourceOptions', 'optionsSet: 1 P'),
      enumParameter('ListenerOption', 'System.Diagnostics.TraceOptions', 'optionsSet: '),
      parameter('FilePath', 'String', 'optionsSet: ', { alias: 'PSPath Path' }),
      flag('Force', 'optionsSet: '),
      flag('Debugger', 'optionsSet: '),
      flag('PSHost', 'optionsSet: '),
      parameter('RemoveListener', 'String[]', 'removeAllListenersSet: '),
      parameter('RemoveFileListener', 'String[]', 'removeFileListenersSet: '),
      flag('PassThru', 'optionsSet: '),
    ],
  ),
  refusing(
    'ConvertFrom-Markdown',
    {
      module: UTILITY,
      defaultSet: 'PathParamSet',
      synopsis: 'Converts the contents of a string or a file to a MarkdownInfo object.',
      instead: NO_MARKDOWN,
    },
    [
      parameter('Path', 'String[]', 'PathParamSet: M 0'),
      parameter('LiteralPath', 'String[]', 'LiteralParamSet: M', { alias: 'PSPath LP' }),
      given('InputObject', 'psobject', 'InputObjParamSet: M V'),
      flag('AsVT100EncodedString'),
    ],
  ),
  refusing(
    'Show-Markdown',
    {
      module: UTILITY,
      defaultSet: 'Path',
      synopsis: 'Shows a Markdown file or string in the console or in a browser.',
      instead: NO_MARKDOWN,
    },
    [
      given('InputObject', 'psobject', 'InputObject: M V'),
      parameter('Path', 'String[]', 'Path: M 0 P'),
      parameter('LiteralPath', 'String[]', 'LiteralPath: M P', { alias: 'PSPath LP' }),
      flag('UseBrowser'),
    ],
  ),
  refusing(
    'Get-MarkdownOption',
    { module: UTILITY, synopsis: 'Returns the current colors and styles of Markdown content.', instead: NO_MARKDOWN },
    [],
  ),
  refusing(
    'Set-MarkdownOption',
    {
      module: UTILITY,
      defaultSet: 'IndividualSetting',
      synopsis: 'Sets the colors and styles of Markdown content.',
      instead: NO_MARKDOWN,
    },
    [
      ...COLORS,
      ...[
        'Code',
        'ImageAltTextForegroundColor',
        'LinkForegroundColor',
        'ItalicsForegroundColor',
        'BoldForegroundColor',
      ].map((name) => parameter(name, 'String', 'IndividualSetting: ')),
      flag('PassThru'),
      parameter('Theme', 'String', 'Theme: M'),
      given('InputObject', 'psobject', 'InputObject: M 0 V'),
    ],
  ),
];
