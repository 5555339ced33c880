/** The settings of `.pssc` and `.psrc` files, in the order in which PowerShell 7.6 writes them, with its comments. */
export interface FileSetting {
  readonly key: string;
  readonly comment: string;
  /** What stands behind `#` when no value is given; without one the setting always has a value. */
  readonly example?: string;
  /** Written without -Full too. */
  readonly always?: boolean;
  /** A role capability file has it. */
  readonly role?: boolean;
}

export const FILE_SETTINGS: readonly FileSetting[] = [
  { key: 'SchemaVersion', comment: 'Version number of the schema used for this document', always: true },
  { key: 'GUID', comment: 'ID used to uniquely identify this document', always: true, role: true },
  { key: 'Author', comment: 'Author of this document', always: true, role: true },
  {
    key: 'Description',
    comment: 'Description of the functionality provided by these settings',
    example: "''",
    always: true,
    role: true,
  },
  { key: 'CompanyName', comment: 'Company associated with this document', role: true },
  { key: 'Copyright', comment: 'Copyright statement for this document', role: true },
  {
    key: 'SessionType',
    comment:
      "Session type defaults to apply for this session configuration. Can be 'RestrictedRemoteServer' (recommended), 'Empty', or 'Default'",
    always: true,
  },
  {
    key: 'TranscriptDirectory',
    comment: 'Directory to place session transcripts for this session configuration',
    example: "'C:\\Transcripts\\'",
    always: true,
  },
  {
    key: 'RunAsVirtualAccount',
    comment: "Whether to run this session configuration as the machine's (virtual) administrator account",
    example: '$true',
    always: true,
  },
  {
    key: 'RunAsVirtualAccountGroups',
    comment: "Groups associated with machine's (virtual) administrator account",
    example: "'Remote Desktop Users', 'Remote Management Users'",
  },
  {
    key: 'MountUserDrive',
    comment: "Creates a 'User' PSDrive in the session for use with Copy-Item when File System provider is not visible.",
    example: '$true',
  },
  {
    key: 'UserDriveMaximumSize',
    comment:
      'Optional maximum size in bytes of user drive created with MountUserDrive parameter. Default maximum size for User drive is 50MB.',
    example: '50000000',
  },
  {
    key: 'GroupManagedServiceAccount',
    comment: 'Group managed service account name under which the configuration will run',
    example: "'CONTOSO\\GroupManagedServiceAccount'",
  },
  {
    key: 'ScriptsToProcess',
    comment: 'Scripts to run when applied to a session',
    example: "'C:\\ConfigData\\InitScript1.ps1', 'C:\\ConfigData\\InitScript2.ps1'",
    always: true,
    role: true,
  },
  {
    key: 'RoleDefinitions',
    comment:
      'User roles (security groups), and the role capabilities that should be applied to them when applied to a session',
    example:
      "@{ 'CONTOSO\\SqlAdmins' = @{ RoleCapabilities = 'SqlAdministration' }; 'CONTOSO\\SqlManaged' = @{ RoleCapabilityFiles = 'C:\\RoleCapability\\SqlManaged.psrc' }; 'CONTOSO\\ServerMonitors' = @{ VisibleCmdlets = 'Get-Process' } } ",
    always: true,
  },
  {
    key: 'RequiredGroups',
    comment: 'Group accounts for which membership is required to use the session.',
    example: "@{ And = @{ Or = 'CONTOSO\\SmartCard-Logon1', 'CONTOSO\\SmartCard-Logon2' }, 'Administrators' }",
  },
  {
    key: 'LanguageMode',
    comment:
      "Language mode to apply when applied to a session. Can be 'NoLanguage' (recommended), 'RestrictedLanguage', 'ConstrainedLanguage', or 'FullLanguage'",
  },
  { key: 'ExecutionPolicy', comment: 'Execution policy to apply when applied to a session' },
  {
    key: 'PowerShellVersion',
    comment: 'Version of the PowerShell engine to use when applied to a session',
    example: "'7.6.9'",
  },
  {
    key: 'ModulesToImport',
    comment: 'Modules to import when applied to a session',
    example:
      "'MyCustomModule', @{ ModuleName = 'MyCustomModule'; ModuleVersion = '1.0.0.0'; GUID = '4d30d5f0-cb16-4898-812d-f20a6c596bdf' }",
    role: true,
  },
  {
    key: 'VisibleAliases',
    comment: 'Aliases to make visible when applied to a session',
    example: "'Item1', 'Item2'",
    role: true,
  },
  {
    key: 'VisibleCmdlets',
    comment: 'Cmdlets to make visible when applied to a session',
    example:
      "'Invoke-Cmdlet1', @{ Name = 'Invoke-Cmdlet2'; Parameters = @{ Name = 'Parameter1'; ValidateSet = 'Item1', 'Item2' }, @{ Name = 'Parameter2'; ValidatePattern = 'L*' } }",
    role: true,
  },
  {
    key: 'VisibleFunctions',
    comment: 'Functions to make visible when applied to a session',
    example:
      "'Invoke-Function1', @{ Name = 'Invoke-Function2'; Parameters = @{ Name = 'Parameter1'; ValidateSet = 'Item1', 'Item2' }, @{ Name = 'Parameter2'; ValidatePattern = 'L*' } }",
    role: true,
  },
  {
    key: 'VisibleExternalCommands',
    comment: 'External commands (scripts and applications) to make visible when applied to a session',
    example: "'Item1', 'Item2'",
    role: true,
  },
  {
    key: 'VisibleProviders',
    comment: 'Providers to make visible when applied to a session',
    example: "'Item1', 'Item2'",
    role: true,
  },
  {
    key: 'AliasDefinitions',
    comment: 'Aliases to be defined when applied to a session',
    example: "@{ Name = 'Alias1'; Value = 'Invoke-Alias1'}, @{ Name = 'Alias2'; Value = 'Invoke-Alias2'}",
    role: true,
  },
  {
    key: 'FunctionDefinitions',
    comment: 'Functions to define when applied to a session',
    example: "@{ Name = 'MyFunction'; ScriptBlock = { param($MyInput) $MyInput } }",
    role: true,
  },
  {
    key: 'VariableDefinitions',
    comment: 'Variables to define when applied to a session',
    example:
      "@{ Name = 'Variable1'; Value = { 'Dynamic' + 'InitialValue' } }, @{ Name = 'Variable2'; Value = 'StaticInitialValue' }",
    role: true,
  },
  {
    key: 'EnvironmentVariables',
    comment: 'Environment variables to define when applied to a session',
    example: "@{ Variable1 = 'Value1'; Variable2 = 'Value2' }",
    role: true,
  },
  {
    key: 'TypesToProcess',
    comment: 'Type files (.ps1xml) to load when applied to a session',
    example: "'C:\\ConfigData\\MyTypes.ps1xml', 'C:\\ConfigData\\OtherTypes.ps1xml'",
    role: true,
  },
  {
    key: 'FormatsToProcess',
    comment: 'Format files (.ps1xml) to load when applied to a session',
    example: "'C:\\ConfigData\\MyFormats.ps1xml', 'C:\\ConfigData\\OtherFormats.ps1xml'",
    role: true,
  },
  {
    key: 'AssembliesToLoad',
    comment: 'Assemblies to load when applied to a session',
    example: "'System.Web', 'System.OtherAssembly, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a'",
    role: true,
  },
];
