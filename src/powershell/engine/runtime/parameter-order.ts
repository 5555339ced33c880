/**
 * The order in which PowerShell 7.6 lists the parameters of a command, where it is another than that of the definition here:
 * .NET tells the properties of a derived class before those of its bases. Measured with `(Get-Command X).Parameters.Keys`.
 */
const ORDER: Readonly<Record<string, string>> = {
  'Clear-Item': 'Path LiteralPath Force Filter Include Exclude Credential',
  'Copy-ItemProperty': 'Path LiteralPath Name Destination PassThru Force Filter Include Exclude Credential',
  'Debug-Process': 'Id Name InputObject',
  'Enable-RunspaceDebug': 'BreakAll RunspaceName Runspace RunspaceId RunspaceInstanceId ProcessName AppDomainName',
  'Enter-PSSession':
    'HostName Options ComputerName Session ConnectionUri InstanceId Id Name EnableNetworkAccess VMId VMName Credential ContainerId ConfigurationName RunAsAdministrator Port UseSSL ApplicationName AllowRedirection SessionOption Authentication CertificateThumbprint UserName KeyFilePath Subsystem ConnectingTimeout SSHTransport',
  'Export-PSSession':
    'OutputModule Force Encoding CommandName AllowClobber ArgumentList CommandType Module FullyQualifiedModule FormatTypeName Certificate Session',
  'Format-Table':
    'AutoSize RepeatHeader HideTableHeaders Wrap Property GroupBy View ShowError DisplayError Force Expand InputObject',
  'Get-Culture': 'Name NoUserOverrides ListAvailable',
  'Get-Help': 'Name Path Category Detailed Full Examples Parameter Component Functionality Role Online',
  'Get-Job': 'IncludeChildJob ChildJobState HasMoreData Before After Newest Id Name InstanceId State Command Filter',
  'Get-Module':
    'Name FullyQualifiedName All ListAvailable PSEdition SkipEditionCheck Refresh PSSession CimSession CimResourceUri CimNamespace',
  'Get-PSSession':
    'ComputerName ApplicationName ConnectionUri ConfigurationName AllowRedirection Name InstanceId Credential Authentication CertificateThumbprint Port UseSSL ThrottleLimit State SessionOption Id ContainerId VMId VMName',
  'Import-Module':
    'Global Prefix Name FullyQualifiedName Assembly Function Cmdlet Variable Alias Force SkipEditionCheck PassThru AsCustomObject MinimumVersion MaximumVersion RequiredVersion ModuleInfo ArgumentList DisableNameChecking NoClobber Scope PSSession CimSession CimResourceUri CimNamespace UseWindowsPowerShell',
  'Import-PSSession':
    'Prefix DisableNameChecking CommandName AllowClobber ArgumentList CommandType Module FullyQualifiedModule FormatTypeName Certificate Session',
  'Invoke-Command':
    'Session ComputerName Credential Port UseSSL ConfigurationName ApplicationName ThrottleLimit ConnectionUri AsJob InDisconnectedSession SessionName HideComputerName JobName ScriptBlock NoNewScope FilePath AllowRedirection SessionOption Authentication EnableNetworkAccess RunAsAdministrator HostName UserName KeyFilePath Subsystem ConnectingTimeout SSHTransport SSHConnection Options RemoteDebug InputObject ArgumentList VMId VMName ContainerId CertificateThumbprint',
  'Measure-Command': 'InputObject Expression',
  'Move-ItemProperty': 'Path LiteralPath Name Destination PassThru Force Filter Include Exclude Credential',
  'New-Module': 'Name ScriptBlock Function Cmdlet ReturnResult AsCustomObject ArgumentList',
  'New-ModuleManifest':
    'Path NestedModules Guid Author CompanyName Copyright RootModule ModuleVersion Description ProcessorArchitecture PowerShellVersion ClrVersion DotNetFrameworkVersion PowerShellHostName PowerShellHostVersion RequiredModules TypesToProcess FormatsToProcess ScriptsToProcess RequiredAssemblies FileList ModuleList FunctionsToExport AliasesToExport VariablesToExport CmdletsToExport DscResourcesToExport CompatiblePSEditions PrivateData Tags ProjectUri LicenseUri IconUri ReleaseNotes Prerelease RequireLicenseAcceptance ExternalModuleDependencies HelpInfoUri PassThru DefaultCommandPrefix',
  'New-PSSession':
    'ComputerName Credential Session Name EnableNetworkAccess ConfigurationName UseWindowsPowerShell VMId VMName ContainerId RunAsAdministrator Port UseSSL ApplicationName ThrottleLimit ConnectionUri AllowRedirection SessionOption Authentication CertificateThumbprint HostName UserName KeyFilePath Subsystem ConnectingTimeout SSHTransport SSHConnection Options',
  'New-PSSessionConfigurationFile':
    'Path SchemaVersion Guid Author Description CompanyName Copyright SessionType TranscriptDirectory RunAsVirtualAccount RunAsVirtualAccountGroups MountUserDrive UserDriveMaximumSize GroupManagedServiceAccount ScriptsToProcess RoleDefinitions RequiredGroups LanguageMode ExecutionPolicy PowerShellVersion ModulesToImport VisibleAliases VisibleCmdlets VisibleFunctions VisibleExternalCommands VisibleProviders AliasDefinitions FunctionDefinitions VariableDefinitions EnvironmentVariables TypesToProcess FormatsToProcess AssembliesToLoad Full',
  'Out-Default': 'Transcript InputObject',
  'Out-Host': 'Paging InputObject',
  'Receive-Job':
    'Job ComputerName Location Session Keep NoRecurse Force Wait AutoRemoveJob WriteEvents WriteJobInResults Name InstanceId Id',
  'Remove-Job': 'Job Force Name InstanceId Id State Command Filter',
  'Remove-Module': 'Name FullyQualifiedName ModuleInfo Force',
  'Remove-PSSession': 'Session ContainerId VMId VMName InstanceId Id Name ComputerName',
  'Select-Xml': 'Path LiteralPath Xml Content XPath Namespace',
  'Send-MailMessage':
    'Attachments Bcc Body BodyAsHtml Encoding Cc DeliveryNotificationOption From SmtpServer Priority ReplyTo Subject To Credential UseSsl Port',
  'Set-Item': 'Path LiteralPath Value Force PassThru Filter Include Exclude Credential',
  'Set-PSBreakpoint': 'Action Column Command Line Script Variable Mode Runspace',
  'Set-Variable': 'Name Value Include Exclude Description Option Force Visibility PassThru Append Scope',
  'Sort-Object': 'Stable Descending Unique Top Bottom InputObject Property Culture CaseSensitive',
  'Start-Job':
    'DefinitionName DefinitionPath Type Name ScriptBlock Credential FilePath LiteralPath Authentication InitializationScript WorkingDirectory RunAs32 PSVersion InputObject ArgumentList ConnectingTimeout Options',
  'Stop-Job': 'Job PassThru Name InstanceId Id State Filter',
  'Test-Json': 'Json Path LiteralPath Schema SchemaFile Options FetchExternalReference',
  'Update-TypeData':
    'MemberType MemberName Value SecondValue TypeConverter TypeAdapter SerializationMethod TargetTypeForDeserialization SerializationDepth DefaultDisplayProperty InheritPropertySerializationSet StringSerializationSource DefaultDisplayPropertySet DefaultKeyPropertySet PropertySerializationSet TypeName Force TypeData AppendPath PrependPath',
  'Wait-Job': 'Job Any Timeout Force Name InstanceId Id State Filter',
  'Wait-Process': 'Id Name Timeout Any PassThru InputObject',
};

/** Parameters as `(Get-Command).Parameters` and Tab list them: what PowerShell's command does not have comes last. */
export function inListedOrder<T extends { readonly name: string }>(
  command: string,
  parameters: readonly T[],
): readonly T[] {
  const listed = ORDER[command]?.split(' ');
  if (listed === undefined) return parameters;
  const rank = ({ name }: T): number => (listed.includes(name) ? listed.indexOf(name) : listed.length);
  return parameters.toSorted((a, b) => rank(a) - rank(b));
}
