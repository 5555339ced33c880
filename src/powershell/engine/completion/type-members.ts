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
/** Members of types that this engine has as objects of its own, or not at all: of .NET, beside those that every object has. */
const OWN: Readonly<Record<string, string>> = {
  'Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject':
    'BaseResponse Content Encoding Headers Images InputFields Links OutFile RawContent RawContentLength RawContentStream RelationLink StatusCode StatusDescription',
  'Microsoft.PowerShell.Commands.ByteCollection': 'Ascii Bytes HexBytes HexOffset Label Offset Offset64 Path',
  'Microsoft.PowerShell.Commands.FileHashInfo': 'Algorithm Hash Path',
  'Microsoft.PowerShell.Commands.GenericMeasureInfo': 'Average Count Maximum Minimum Property StandardDeviation Sum',
  'Microsoft.PowerShell.Commands.GenericObjectMeasureInfo':
    'Average Count Maximum Minimum Property StandardDeviation Sum',
  'Microsoft.PowerShell.Commands.GroupInfo': 'Count Group Name Values',
  'Microsoft.PowerShell.Commands.HistoryInfo':
    'CommandLine Duration EndExecutionTime ExecutionStatus Id StartExecutionTime Clone(',
  'Microsoft.PowerShell.Commands.MatchInfo':
    'Context Filename IgnoreCase Line LineNumber Matches Path Pattern RelativePath( ToEmphasizedString(',
  'Microsoft.PowerShell.Commands.MemberDefinition': 'Definition MemberType Name TypeName',
  'Microsoft.PowerShell.Commands.PSHostProcessInfo':
    'AppDomainName MainWindowTitle ProcessId ProcessName GetPipeNameFilePath(',
  'Microsoft.PowerShell.Commands.SelectXmlInfo': 'Node Path Pattern',
  'Microsoft.PowerShell.Commands.TestConnectionCommand+PingMtuStatus':
    'Address BufferSize Destination DisplayAddress Latency MtuSize Ping Reply Source Status',
  'Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus':
    'Address BufferSize Destination DisplayAddress Latency Ping Reply Source Status',
  'Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus':
    'Connected Id Latency Port Source Status Target TargetAddress',
  'Microsoft.PowerShell.Commands.TestConnectionCommand+TraceStatus':
    'Hop HopAddress Hostname Latency Ping Reply Source Status Target TargetAddress',
  'Microsoft.PowerShell.Commands.TextMeasureInfo': 'Characters Lines Property Words',
  'System.Diagnostics.FileVersionInfo':
    'Comments CompanyName FileBuildPart FileDescription FileMajorPart FileMinorPart FileName FilePrivatePart FileVersion InternalName IsDebug IsPatched IsPreRelease IsPrivateBuild IsSpecialBuild Language LegalCopyright LegalTrademarks OriginalFilename PrivateBuild ProductBuildPart ProductMajorPart ProductMinorPart ProductName ProductPrivatePart ProductVersion SpecialBuild',
  'System.Diagnostics.ProcessModule':
    'BaseAddress Container EntryPointAddress FileName FileVersionInfo ModuleMemorySize ModuleName Site Dispose( GetLifetimeService( InitializeLifetimeService(',
  'System.Management.Automation.ExtendedTypeDefinition': 'FormatViewDefinition TypeName TypeNames',
  'System.Management.Automation.ExternalScriptInfo':
    'CommandType Definition Module ModuleName Name OriginalEncoding OutputType Parameters ParameterSets Path RemotingCapability ScriptBlock ScriptContents Source Version Visibility ResolveParameter( ValidateScriptInfo(',
  'System.Management.Automation.Job':
    'ChildJobs Command Debug Error Finished HasMoreData Id Information InstanceId JobStateInfo Location Name Output Progress PSBeginTime PSEndTime PSJobTypeName StatusMessage Verbose Warning Dispose( LoadJobStreams( StopJob( UnloadJobStreams(',
  'System.Management.Automation.PSDriveInfo':
    'Credential CurrentLocation Description DisplayRoot MaximumSize Name Provider Root VolumeSeparatedByColon CompareTo(',
  'System.Management.Automation.PSEventSubscriber':
    'Action EventName ForwardEvent HandlerDelegate SourceIdentifier SourceObject SubscriptionId SupportEvent',
  'System.Management.Automation.PSModuleInfo':
    'AccessMode Author ClrVersion CompanyName CompatiblePSEditions Copyright Definition Description DotNetFrameworkVersion ExperimentalFeatures ExportedAliases ExportedCmdlets ExportedCommands ExportedDscResources ExportedFormatFiles ExportedFunctions ExportedTypeFiles ExportedVariables FileList Guid HelpInfoUri IconUri ImplementingAssembly LicenseUri LogPipelineExecutionDetails ModuleBase ModuleList ModuleType Name NestedModules OnRemove Path PowerShellHostName PowerShellHostVersion PowerShellVersion Prefix PrivateData ProcessorArchitecture ProjectUri ReleaseNotes RepositorySourceLocation RequiredAssemblies RequiredModules RootModule Scripts SessionState Tags Version AsCustomObject( Clone( GetExportedTypeDefinitions( GetVariableFromCallersModule( Invoke( NewBoundScriptBlock(',
  'System.Management.Automation.PSTraceSource': 'Attributes Description Listeners Name Options Switch',
  'System.Management.Automation.PathInfo': 'Drive Path Provider ProviderPath',
  'System.Management.Automation.PathInfoStack':
    'Capacity Count Name Clear( Contains( CopyTo( EnsureCapacity( GetEnumerator( Peek( Pop( Push( ToArray( TrimExcess( TryPeek( TryPop(',
  'System.Management.Automation.Runspaces.Runspace':
    'ApartmentState ConnectionInfo Debugger DisconnectedOn Events ExpiresOn Id InitialSessionState InstanceId JobManager Name OriginalConnectionInfo RunspaceAvailability RunspaceIsRemote RunspaceStateInfo SessionStateProxy ThreadOptions Version Close( CloseAsync( Connect( ConnectAsync( CreateDisconnectedPipeline( CreateDisconnectedPowerShell( CreateNestedPipeline( CreatePipeline( Disconnect( DisconnectAsync( Dispose( GetApplicationPrivateData( GetCapabilities( Open( OpenAsync( ResetRunspaceState(',
  'System.Management.Automation.Signature':
    'IsOSBinary Path SignatureType SignerCertificate Status StatusMessage TimeStamperCertificate',
};
/** Types that have views or serialization of their own: a member set that completion shows. */
const STANDARD = new Set(
  'HelpInfo Microsoft.Management.Infrastructure.CimCmdlets.CimIndicationEventInstanceEventArgs Microsoft.PowerShell.Commands.HistoryInfo Microsoft.PowerShell.Commands.Internal.Format.FormatInfoData Microsoft.PowerShell.Commands.ModuleSpecification System.Exception System.Globalization.CultureInfo System.Management.Automation.Breakpoint System.Management.Automation.BreakpointUpdatedEventArgs System.Management.Automation.CommandCompletion System.Management.Automation.CompletionResult System.Management.Automation.CustomControlEntry System.Management.Automation.CustomItemBase System.Management.Automation.DebuggerCommand System.Management.Automation.DebuggerCommandResults System.Management.Automation.DisplayEntry System.Management.Automation.EntrySelectedBy System.Management.Automation.ExtendedTypeDefinition System.Management.Automation.JobStateEventArgs System.Management.Automation.JobStateInfo System.Management.Automation.ListControlEntry System.Management.Automation.ListControlEntryItem System.Management.Automation.ParameterMetadata System.Management.Automation.PSControl System.Management.Automation.PSControlGroupBy System.Management.Automation.PSCredential System.Management.Automation.PSListModifier System.Management.Automation.PSModuleInfo System.Management.Automation.PSPrimitiveDictionary System.Management.Automation.PSTypeName System.Management.Automation.Remoting.PSSessionOption System.Management.Automation.Signature System.Management.Automation.SwitchParameter System.Management.Automation.TableControlColumn System.Management.Automation.TableControlColumnHeader System.Management.Automation.TableControlRow System.Management.Automation.WideControlEntryItem System.Net.Mail.MailAddress System.Security.AccessControl.FileSystemSecurity System.Security.AccessControl.RegistrySecurity System.Security.Cryptography.X509Certificates.X500DistinguishedName'.split(
    ' ',
  ),
);

interface AddedMember {
  readonly name: string;
  readonly isMethod: boolean;
}
/** Whether a type is known by its members alone. */
export const isListed = (type: string): boolean => OWN[type] !== undefined;
export function addedMembers(type: string): readonly AddedMember[] {
  const added = ADDED[type]?.split(' ') ?? (STANDARD.has(type) ? ['PSStandardMembers'] : []);
  return [...added, ...(OWN[type]?.split(' ') ?? [])].map((word) => ({
    name: word.replace('(', ''),
    isMethod: word.endsWith('('),
  }));
}
