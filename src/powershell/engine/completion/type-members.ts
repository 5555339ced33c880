/** Members that PowerShell itself adds to types of .NET, beside the type's own: of the type data it begins with, 7.6.9. */

/** Properties, and methods with a parenthesis. */
const ADDED: Readonly<Record<string, string>> = {
  'Microsoft.Management.Infrastructure.CimClass': 'CimClassName',
  'System.Collections.DictionaryEntry': 'Name',
  'System.DateTime': 'DateTime',
  'System.Diagnostics.EventLogEntry': 'EventID',
  'System.Diagnostics.FileVersionInfo': 'FileVersionRaw ProductVersionRaw',
  'System.Diagnostics.Process':
    '__NounName CommandLine Company CPU Description FileVersion Handles Name NPM Parent Path PM Product ProductVersion PSStandardMembers SI VM WS',
  'System.Diagnostics.ProcessModule': 'Company Description FileVersion Product ProductVersion Size',
  'System.Drawing.Printing.PrintDocument': 'Color Duplex Name',
  'System.Guid': 'Guid',
  'System.IO.DirectoryInfo':
    'BaseName LastWriteTimeString LengthString LinkType Mode ModeWithoutHardLink NameString PSStandardMembers ResolvedTarget Target',
  'System.IO.FileInfo':
    'BaseName LastWriteTimeString LengthString LinkType Mode ModeWithoutHardLink NameString PSStandardMembers ResolvedTarget Target VersionInfo',
  'System.IO.FileSystemInfo': 'Group Size UnixMode User',
  'System.Management.Automation.AliasInfo': 'DisplayName ResolvedCommandName',
  'System.Management.Automation.ApplicationInfo': 'FileVersionInfo',
  'System.Management.Automation.CallStackFrame': 'Arguments Command Location',
  'System.Management.Automation.CmdletInfo': 'DLL',
  'System.Management.Automation.CommandInfo': 'HelpUri Namespace',
  'System.Management.Automation.DebuggerStopEventArgs': 'PSStandardMembers SerializedInvocationInfo',
  'System.Management.Automation.ErrorRecord': 'PSMessageDetails',
  'System.Management.Automation.FormatViewDefinition': 'InstanceId PSStandardMembers',
  'System.Management.Automation.Job': 'PSStandardMembers State',
  'System.Management.Automation.ParameterSetMetadata': 'Flags PSStandardMembers',
  'System.Management.Automation.PSDriveInfo': 'Free Used',
  'System.Management.Automation.Remoting.PSSenderInfo': 'ConnectedUser RunAsUser',
  'System.Management.Automation.Runspaces.PSSession': 'DisconnectedOn ExpiresOn IdleTimeout OutputBufferingMode State',
  'System.Net.IPAddress': 'IPAddressToString PSStandardMembers',
  'System.Security.Cryptography.X509Certificates.X509Certificate2':
    'DnsNameList EnhancedKeyUsageList PSStandardMembers SendAsTrustedIssuer',
  'System.Xml.XmlNode': 'ToString(',
  'System.Xml.XmlNodeList': 'ToString(',
};
/** Types that have views or serialization of their own: a member set that completion shows. */
const STANDARD = new Set(
  'HelpInfo Microsoft.Management.Infrastructure.CimCmdlets.CimIndicationEventInstanceEventArgs Microsoft.PowerShell.Commands.HistoryInfo Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData Microsoft.PowerShell.Commands.ModuleSpecification System.Exception System.Globalization.CultureInfo System.Management.Automation.Breakpoint System.Management.Automation.BreakpointUpdatedEventArgs System.Management.Automation.CommandCompletion System.Management.Automation.CompletionResult System.Management.Automation.CustomControlEntry System.Management.Automation.CustomItemBase System.Management.Automation.DebuggerCommand System.Management.Automation.DebuggerCommandResults System.Management.Automation.DisplayEntry System.Management.Automation.EntrySelectedBy System.Management.Automation.ExtendedTypeDefinition System.Management.Automation.JobStateEventArgs System.Management.Automation.JobStateInfo System.Management.Automation.ListControlEntry System.Management.Automation.ListControlEntryItem System.Management.Automation.ParameterMetadata System.Management.Automation.PSControl System.Management.Automation.PSControlGroupBy System.Management.Automation.PSCredential System.Management.Automation.PSListModifier System.Management.Automation.PSModuleInfo System.Management.Automation.PSPrimitiveDictionary System.Management.Automation.PSTypeName System.Management.Automation.Remoting.PSSessionOption System.Management.Automation.Signature System.Management.Automation.SwitchParameter System.Management.Automation.TableControlColumn System.Management.Automation.TableControlColumnHeader System.Management.Automation.TableControlRow System.Management.Automation.WideControlEntryItem System.Net.Mail.MailAddress System.Security.AccessControl.FileSystemSecurity System.Security.AccessControl.RegistrySecurity System.Security.Cryptography.X509Certificates.X500DistinguishedName'.split(
    ' ',
  ),
);

export function addedMembers(type: string): readonly { readonly name: string; readonly isMethod: boolean }[] {
  const added = ADDED[type]?.split(' ') ?? (STANDARD.has(type) ? ['PSStandardMembers'] : []);
  return added.map((word) => ({ name: word.replace('(', ''), isMethod: word.endsWith('(') }));
}
