/**
 * Which properties stand for an object of a type when nobody chose any (DefaultDisplayPropertySet), and which one names
 * it (DefaultDisplayProperty). As PowerShell 7.6 has them; WMI's are left out.
 */
export const DEFAULT_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  'System.Management.Automation.PSModuleInfo': [
    'Name',
    'Path',
    'Description',
    'Guid',
    'Version',
    'ModuleBase',
    'ModuleType',
    'PrivateData',
    'AccessMode',
    'ExportedAliases',
    'ExportedCmdlets',
    'ExportedFunctions',
    'ExportedVariables',
    'NestedModules',
  ],
  'System.ServiceProcess.ServiceController': ['Status', 'Name', 'DisplayName'],
  'Deserialized.System.ServiceProcess.ServiceController': ['Status', 'Name', 'DisplayName'],
  'System.DirectoryServices.DirectoryEntry': ['distinguishedName', 'Path'],
  'System.IO.FileInfo': ['LastWriteTime', 'Length', 'Name'],
  'System.Diagnostics.Process': ['Id', 'Handles', 'CPU', 'SI', 'Name'],
  'Deserialized.System.Diagnostics.Process': ['Id', 'Handles', 'CPU', 'Name'],
  'System.Management.Automation.ExtendedTypeDefinition': ['TypeNames', 'FormatViewDefinition'],
  'System.Management.Automation.ListControlEntry': ['Items', 'EntrySelectedBy'],
};

export const DEFAULT_PROPERTY: Readonly<Record<string, string>> = {
  'System.Net.IPAddress': 'IPAddressToString',
  'System.IO.DirectoryInfo': 'Name',
};
