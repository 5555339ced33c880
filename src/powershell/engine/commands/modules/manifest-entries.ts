/** The entries of a module manifest in their order, with the remark that stands above each and the parameter that fills it. */
export interface ManifestEntry {
  readonly key: string;
  readonly parameter: string;
  readonly comment: string;
  readonly list: boolean;
  readonly isFlag?: boolean;
  /** Type of the parameter; text or a list of texts when not given. */
  readonly type?: string;
}
const one = (key: string, comment: string, parameter = key): ManifestEntry => ({
  key,
  parameter,
  comment,
  list: false,
});
const typed = (type: string, entry: ManifestEntry): ManifestEntry => ({ ...entry, type });
const many = (key: string, comment: string, parameter = key): ManifestEntry => ({
  key,
  parameter,
  comment,
  list: true,
});
const exported = (what: string): string =>
  `${what} to export from this module, for best performance, do not use wildcards and do not delete the entry, use an empty array if there are no ${what.toLowerCase()} to export.`;
const DESKTOP = 'This prerequisite is valid for the PowerShell Desktop edition only.';

export const ENTRIES: readonly ManifestEntry[] = [
  one('RootModule', 'Script module or binary module file associated with this manifest.'),
  typed('Version', one('ModuleVersion', 'Version number of this module.')),
  many('CompatiblePSEditions', 'Supported PSEditions'),
  typed('Guid', one('GUID', 'ID used to uniquely identify this module', 'Guid')),
  one('Author', 'Author of this module'),
  one('CompanyName', 'Company or vendor of this module'),
  one('Copyright', 'Copyright statement for this module'),
  one('Description', 'Description of the functionality provided by this module'),
  typed('Version', one('PowerShellVersion', 'Minimum version of the PowerShell engine required by this module')),
  one('PowerShellHostName', 'Name of the PowerShell host required by this module'),
  typed('Version', one('PowerShellHostVersion', 'Minimum version of the PowerShell host required by this module')),
  typed(
    'Version',
    one('DotNetFrameworkVersion', `Minimum version of Microsoft .NET Framework required by this module. ${DESKTOP}`),
  ),
  typed(
    'Version',
    one('ClrVersion', `Minimum version of the common language runtime (CLR) required by this module. ${DESKTOP}`),
  ),
  typed(
    'System.Reflection.ProcessorArchitecture',
    one('ProcessorArchitecture', 'Processor architecture (None, X86, Amd64) required by this module'),
  ),
  typed(
    'Object[]',
    many('RequiredModules', 'Modules that must be imported into the global environment prior to importing this module'),
  ),
  many('RequiredAssemblies', 'Assemblies that must be loaded prior to importing this module'),
  many(
    'ScriptsToProcess',
    "Script files (.ps1) that are run in the caller's environment prior to importing this module.",
  ),
  many('TypesToProcess', 'Type files (.ps1xml) to be loaded when importing this module'),
  many('FormatsToProcess', 'Format files (.ps1xml) to be loaded when importing this module'),
  typed(
    'Object[]',
    many('NestedModules', 'Modules to import as nested modules of the module specified in RootModule/ModuleToProcess'),
  ),
  many('FunctionsToExport', exported('Functions')),
  many('CmdletsToExport', exported('Cmdlets')),
  many('VariablesToExport', 'Variables to export from this module'),
  many('AliasesToExport', exported('Aliases')),
  many('DscResourcesToExport', 'DSC resources to export from this module'),
  typed('Object[]', many('ModuleList', 'List of all modules packaged with this module')),
  many('FileList', 'List of all files packaged with this module'),
  one(
    'PrivateData',
    'Private data to pass to the module specified in RootModule/ModuleToProcess. This may also contain a PSData hashtable with additional module metadata used by PowerShell.',
  ),
  one('HelpInfoURI', 'HelpInfo URI of this module', 'HelpInfoUri'),
  one(
    'DefaultCommandPrefix',
    'Default prefix for commands exported from this module. Override the default prefix using Import-Module -Prefix.',
  ),
];
export const PS_DATA: readonly ManifestEntry[] = [
  many('Tags', 'Tags applied to this module. These help with module discovery in online galleries.'),
  typed('Uri', one('LicenseUri', 'A URL to the license for this module.')),
  typed('Uri', one('ProjectUri', 'A URL to the main website for this project.')),
  typed('Uri', one('IconUri', 'A URL to an icon representing this module.')),
  one('ReleaseNotes', 'ReleaseNotes of this module'),
  one('Prerelease', 'Prerelease string of this module'),
  {
    ...one(
      'RequireLicenseAcceptance',
      'Flag to indicate whether the module requires explicit user acceptance for install/update/save',
    ),
    isFlag: true,
  },
  many('ExternalModuleDependencies', 'External dependent modules of this module'),
];
