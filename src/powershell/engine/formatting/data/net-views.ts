/**
 * Views of .NET types.
 */
import type { FormatView } from '../format-data.js';
import {
  dateByHint,
  fixed2,
  kilobytes,
  lines,
  megabytes,
  path,
  shortDate,
  taskResult,
  thousands,
} from './expressions.js';

export const NET_VIEWS: readonly FormatView[] = [
  {
    shape: 'list',
    name: 'System.CodeDom.Compiler.CompilerError',
    types: ['System.CodeDom.Compiler.CompilerError'],
    entries: [
      {
        items: [
          { property: 'ErrorText' },
          { property: 'Line' },
          { property: 'Column' },
          { property: 'ErrorNumber' },
          { property: 'LineSource' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Reflection.Assembly',
    types: ['System.Reflection.Assembly'],
    headers: [{ label: 'GAC', width: 6 }, { label: 'Version', width: 14 }, {}],
    rows: [
      { columns: [{ property: 'GlobalAssemblyCache' }, { property: 'ImageRuntimeVersion' }, { property: 'Location' }] },
    ],
  },
  {
    shape: 'list',
    name: 'System.Reflection.Assembly',
    types: ['System.Reflection.Assembly'],
    entries: [
      {
        items: [
          { property: 'CodeBase' },
          { property: 'EntryPoint' },
          { property: 'EscapedCodeBase' },
          { property: 'FullName' },
          { property: 'GlobalAssemblyCache' },
          { property: 'HostContext' },
          { property: 'ImageFileMachine' },
          { property: 'ImageRuntimeVersion' },
          { property: 'Location' },
          { property: 'ManifestModule' },
          { property: 'MetadataToken' },
          { property: 'PortableExecutableKind' },
          { property: 'ReflectionOnly' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Reflection.AssemblyName',
    types: ['System.Reflection.AssemblyName'],
    headers: [{ width: 14 }, {}],
    rows: [{ columns: [{ property: 'Version' }, { property: 'Name' }] }],
  },
  {
    shape: 'table',
    name: 'System.Globalization.CultureInfo',
    types: ['System.Globalization.CultureInfo'],
    headers: [{ width: 16 }, { width: 16 }, {}],
    rows: [{ columns: [{ property: 'LCID' }, { property: 'Name' }, { property: 'DisplayName' }] }],
  },
  {
    shape: 'table',
    name: 'System.Diagnostics.FileVersionInfo',
    types: ['System.Diagnostics.FileVersionInfo'],
    headers: [{ width: 16 }, { width: 16 }, {}],
    rows: [{ columns: [{ property: 'ProductVersion' }, { property: 'FileVersion' }, { property: 'FileName' }] }],
  },
  {
    shape: 'list',
    name: 'System.Diagnostics.FileVersionInfo',
    types: ['System.Diagnostics.FileVersionInfo'],
    entries: [
      {
        items: [
          { property: 'OriginalFileName' },
          { property: 'FileDescription' },
          { property: 'ProductName' },
          { property: 'Comments' },
          { property: 'CompanyName' },
          { property: 'FileName' },
          { property: 'FileVersion' },
          { property: 'ProductVersion' },
          { property: 'IsDebug' },
          { property: 'IsPatched' },
          { property: 'IsPreRelease' },
          { property: 'IsPrivateBuild' },
          { property: 'IsSpecialBuild' },
          { property: 'Language' },
          { property: 'LegalCopyright' },
          { property: 'LegalTrademarks' },
          { property: 'PrivateBuild' },
          { property: 'SpecialBuild' },
          { property: 'FileVersionRaw' },
          { property: 'ProductVersionRaw' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Diagnostics.EventLogEntry',
    types: ['System.Diagnostics.EventLogEntry'],
    headers: [
      { label: 'Index', width: 8, align: 'right' },
      { label: 'Time', width: 13 },
      { label: 'EntryType', width: 11 },
      { label: 'Source', width: 20 },
      { label: 'InstanceID', width: 12, align: 'right' },
      { label: 'Message' },
    ],
    rows: [
      {
        columns: [
          { property: 'Index' },
          { property: 'TimeGenerated', format: '{0:MMM} {0:dd} {0:HH}:{0:mm}' },
          { native: path('EntryType') },
          { property: 'Source' },
          { property: 'InstanceID' },
          { property: 'Message' },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'System.Diagnostics.EventLogEntry',
    types: ['System.Diagnostics.EventLogEntry'],
    entries: [
      {
        items: [
          { property: 'Index' },
          { property: 'EntryType' },
          { property: 'InstanceID' },
          { property: 'Message' },
          { property: 'Category' },
          { property: 'CategoryNumber' },
          { property: 'ReplacementStrings' },
          { property: 'Source' },
          { property: 'TimeGenerated' },
          { property: 'TimeWritten' },
          { property: 'UserName' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Diagnostics.EventLog',
    types: ['System.Diagnostics.EventLog'],
    headers: [
      { label: 'Max(K)', width: 8, align: 'right' },
      { label: 'Retain', width: 6, align: 'right' },
      { label: 'OverflowAction', width: 18 },
      { label: 'Entries', width: 10, align: 'right' },
      { label: 'Log' },
    ],
    rows: [
      {
        columns: [
          { native: thousands('MaximumKilobytes') },
          { property: 'MinimumRetentionDays' },
          { property: 'OverflowAction' },
          { native: thousands('Entries.Count') },
          { property: 'Log' },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'System.Diagnostics.EventLog',
    types: ['System.Diagnostics.EventLog'],
    entries: [
      {
        items: [
          { property: 'Log' },
          { property: 'EnableRaisingEvents' },
          { property: 'MaximumKilobytes' },
          { property: 'MinimumRetentionDays' },
          { property: 'OverflowAction' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Version',
    types: ['System.Version'],
    headers: [{ width: 6 }, { width: 6 }, { width: 6 }, { width: 8 }],
    rows: [
      { columns: [{ property: 'Major' }, { property: 'Minor' }, { property: 'Build' }, { property: 'Revision' }] },
    ],
  },
  {
    shape: 'table',
    name: 'System.Version',
    types: ['System.Version#IncludeLabel'],
    headers: [{ width: 6 }, { width: 6 }, { width: 6 }, { width: 8 }, { width: 26 }, { width: 27 }],
    rows: [
      {
        columns: [
          { property: 'Major' },
          { property: 'Minor' },
          { property: 'Build' },
          { property: 'Revision' },
          { property: 'PSSemVerPreReleaseLabel' },
          { property: 'PSSemVerBuildLabel' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Management.Automation.SemanticVersion',
    types: ['System.Management.Automation.SemanticVersion'],
    headers: [{ width: 6 }, { width: 6 }, { width: 6 }, { width: 15 }, { width: 11 }],
    rows: [
      {
        columns: [
          { property: 'Major' },
          { property: 'Minor' },
          { property: 'Patch' },
          { property: 'PreReleaseLabel' },
          { property: 'BuildLabel' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Drawing.Printing.PrintDocument',
    types: ['System.Drawing.Printing.PrintDocument'],
    headers: [{ width: 10 }, { width: 10 }, {}],
    rows: [{ columns: [{ property: 'Color' }, { property: 'Duplex' }, { property: 'Name' }] }],
  },
  {
    shape: 'table',
    name: 'Dictionary',
    types: ['System.Collections.DictionaryEntry'],
    headers: [{ width: 30 }, {}],
    rows: [{ columns: [{ property: 'Name' }, { property: 'Value' }] }],
  },
  {
    shape: 'list',
    name: 'System.Collections.DictionaryEntry',
    types: ['System.Collections.DictionaryEntry'],
    entries: [{ items: [{ property: 'Name' }, { property: 'Value' }] }],
  },
  {
    shape: 'table',
    name: 'ProcessModule',
    types: ['System.Diagnostics.ProcessModule'],
    headers: [{ label: 'Size(K)', width: 10, align: 'right' }, { width: 50 }, {}],
    rows: [{ columns: [{ native: path('Size') }, { property: 'ModuleName' }, { property: 'FileName' }] }],
  },
  {
    shape: 'table',
    name: 'process',
    types: ['System.Diagnostics.Process'],
    headers: [
      { label: 'NPM(K)', width: 7, align: 'right' },
      { label: 'PM(M)', width: 8, align: 'right' },
      { label: 'WS(M)', width: 10, align: 'right' },
      { label: 'CPU(s)', width: 10, align: 'right' },
      { width: 7, align: 'right' },
      { width: 3, align: 'right' },
      {},
    ],
    rows: [
      {
        columns: [
          { native: kilobytes('NPM') },
          { native: megabytes('PM') },
          { native: megabytes('WS') },
          { native: fixed2('CPU') },
          { property: 'Id' },
          { property: 'SI' },
          { property: 'ProcessName' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Priority',
    types: ['System.Diagnostics.Process'],
    groupBy: { property: 'PriorityClass', label: 'PriorityClass' },
    headers: [{ width: 20 }, { width: 10, align: 'right' }, { width: 12, align: 'right' }],
    rows: [{ columns: [{ property: 'ProcessName' }, { property: 'Id' }, { property: 'WorkingSet64' }] }],
  },
  {
    shape: 'table',
    name: 'StartTime',
    types: ['System.Diagnostics.Process'],
    groupBy: { native: shortDate('StartTime'), label: 'StartTime.ToShortDateString()' },
    headers: [{ width: 20 }, { width: 10, align: 'right' }, { width: 12, align: 'right' }],
    rows: [{ columns: [{ property: 'ProcessName' }, { property: 'Id' }, { property: 'WorkingSet64' }] }],
  },
  { shape: 'wide', name: 'process', types: ['System.Diagnostics.Process'], entries: [{ property: 'ProcessName' }] },
  {
    shape: 'table',
    name: 'ProcessWithUserName',
    types: ['System.Diagnostics.Process#IncludeUserName'],
    headers: [
      { label: 'WS(M)', width: 10, align: 'right' },
      { label: 'CPU(s)', width: 8, align: 'right' },
      { width: 7, align: 'right' },
      { width: 30 },
      {},
    ],
    rows: [
      {
        columns: [
          { native: megabytes('WS') },
          { native: fixed2('CPU') },
          { property: 'Id' },
          { property: 'UserName' },
          { property: 'ProcessName' },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'DirectoryEntry',
    types: ['System.DirectoryServices.DirectoryEntry'],
    entries: [
      {
        items: [
          { property: 'distinguishedName', label: 'distinguishedName' },
          { property: 'path', label: 'Path' },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'PSSnapInInfo',
    types: ['System.Management.Automation.PSSnapInInfo'],
    entries: [
      {
        items: [
          { property: 'Name', label: 'Name' },
          { property: 'PSVersion', label: 'PSVersion' },
          { property: 'Description', label: 'Description' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'PSSnapInInfo',
    types: ['System.Management.Automation.PSSnapInInfo'],
    headers: [
      { label: 'Name', width: 30, align: 'left' },
      { label: 'PSVersion', width: 20, align: 'left' },
      { label: 'Description', width: 30, align: 'left' },
    ],
    rows: [{ columns: [{ property: 'Name' }, { property: 'PSVersion' }, { property: 'Description' }] }],
  },
  {
    shape: 'table',
    name: 'service',
    types: ['System.ServiceProcess.ServiceController'],
    headers: [{ width: 8 }, { width: 18 }, { width: 38 }],
    rows: [{ columns: [{ property: 'Status' }, { property: 'Name' }, { property: 'DisplayName' }] }],
  },
  {
    shape: 'list',
    name: 'System.ServiceProcess.ServiceController',
    types: ['System.ServiceProcess.ServiceController'],
    entries: [
      {
        items: [
          { property: 'Name' },
          { property: 'DisplayName' },
          { property: 'Status' },
          { property: 'DependentServices' },
          { property: 'ServicesDependedOn' },
          { property: 'CanPauseAndContinue' },
          { property: 'CanShutdown' },
          { property: 'CanStop' },
          { property: 'ServiceType' },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'System.TimeSpan',
    types: ['System.TimeSpan'],
    entries: [
      {
        items: [
          { property: 'Days' },
          { property: 'Hours' },
          { property: 'Minutes' },
          { property: 'Seconds' },
          { property: 'Milliseconds' },
          { property: 'Ticks' },
          { property: 'TotalDays' },
          { property: 'TotalHours' },
          { property: 'TotalMinutes' },
          { property: 'TotalSeconds' },
          { property: 'TotalMilliseconds' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.TimeSpan',
    types: ['System.TimeSpan'],
    headers: [{ align: 'left' }, { align: 'left' }, { align: 'left' }, { align: 'left' }, { align: 'left' }],
    rows: [
      {
        columns: [
          { property: 'Days' },
          { property: 'Hours' },
          { property: 'Minutes' },
          { property: 'Seconds' },
          { property: 'Milliseconds' },
        ],
      },
    ],
  },
  { shape: 'wide', name: 'System.TimeSpan', types: ['System.TimeSpan'], entries: [{ property: 'TotalMilliseconds' }] },
  {
    shape: 'list',
    name: 'System.AppDomain',
    types: ['System.AppDomain'],
    entries: [
      {
        items: [
          { property: 'FriendlyName' },
          { property: 'Id' },
          { property: 'ApplicationDescription' },
          { property: 'BaseDirectory' },
          { property: 'DynamicDirectory' },
          { property: 'RelativeSearchPath' },
          { property: 'SetupInformation' },
          { property: 'ShadowCopyFiles' },
        ],
      },
    ],
  },
  { shape: 'custom', name: 'DateTime', types: ['System.DateTime'], entries: [{ items: [{ native: dateByHint }] }] },
  {
    shape: 'table',
    name: 'System.Security.AccessControl.ObjectSecurity',
    types: ['System.Security.AccessControl.ObjectSecurity'],
    headers: [{}, {}, { label: 'Access' }],
    rows: [{ columns: [{ property: 'Path' }, { property: 'Owner' }, { property: 'AccessToString' }] }],
  },
  {
    shape: 'list',
    name: 'System.Security.AccessControl.ObjectSecurity',
    types: ['System.Security.AccessControl.ObjectSecurity'],
    entries: [
      {
        items: [
          { property: 'Path' },
          { property: 'Owner' },
          { property: 'Group' },
          { property: 'AccessToString', label: 'Access' },
          { property: 'AuditToString', label: 'Audit' },
          { property: 'Sddl' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Management.ManagementClass',
    types: ['System.Management.ManagementClass'],
    groupBy: { property: '__Namespace', label: 'NameSpace' },
    headers: [{ width: 35 }, { width: 20 }, {}],
    rows: [{ columns: [{ property: 'Name' }, { property: 'Methods' }, { property: 'Properties' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimClass',
    types: ['Microsoft.Management.Infrastructure.CimClass'],
    groupBy: { native: path('CimSystemProperties.Namespace'), label: 'NameSpace' },
    headers: [{ label: 'CimClassName', width: 35 }, { width: 20 }, {}],
    rows: [
      { columns: [{ property: 'CimClassName' }, { property: 'CimClassMethods' }, { property: 'CimClassProperties' }] },
    ],
  },
  {
    shape: 'table',
    name: 'System.Guid',
    types: ['System.Guid'],
    headers: [],
    rows: [{ columns: [{ property: 'Guid' }] }],
  },
  {
    shape: 'table',
    name: 'System.Management.ManagementObject#root\\cimv2\\Win32_PingStatus',
    types: ['System.Management.ManagementObject#root\\cimv2\\Win32_PingStatus'],
    headers: [
      { label: 'Source', width: 13 },
      { label: 'Destination', width: 15 },
      { label: 'IPV4Address', width: 16 },
      { label: 'IPV6Address', width: 40 },
      { label: 'Bytes', width: 8 },
      { label: 'Time(ms)', width: 9 },
    ],
    rows: [
      {
        columns: [
          { property: '__Server' },
          { property: 'Address' },
          { property: 'IPV4Address' },
          { property: 'IPV6Address' },
          { property: 'BufferSize' },
          { property: 'ResponseTime' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Management.ManagementObject#root\\cimv2\\Win32_QuickFixEngineering',
    types: ['System.Management.ManagementObject#root\\cimv2\\Win32_QuickFixEngineering'],
    headers: [
      { label: 'Source', width: 13 },
      { label: 'Description', width: 16 },
      { label: 'HotFixID', width: 13 },
      { label: 'InstalledBy', width: 20 },
      { label: 'InstalledOn', width: 26 },
    ],
    rows: [
      {
        columns: [
          { property: '__SERVER' },
          { property: 'Description' },
          { property: 'HotFixID' },
          { property: 'InstalledBy' },
          { property: 'InstalledOn' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_QuickFixEngineering',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_QuickFixEngineering'],
    headers: [
      { label: 'Source', width: 13 },
      { label: 'Description', width: 16 },
      { label: 'HotFixID', width: 13 },
      { label: 'InstalledBy', width: 20 },
      { label: 'InstalledOn', width: 26 },
    ],
    rows: [
      {
        columns: [
          { property: 'ComputerName' },
          { property: 'Description' },
          { property: 'HotFixID' },
          { property: 'InstalledBy' },
          { property: 'InstalledOn' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Process',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Process'],
    headers: [
      { label: 'ProcessId' },
      { label: 'Name', width: 16 },
      { label: 'HandleCount' },
      { label: 'WorkingSetSize' },
      { label: 'VirtualSize' },
    ],
    rows: [
      {
        columns: [
          { property: 'ProcessId' },
          { property: 'Name' },
          { property: 'HandleCount' },
          { property: 'WorkingSetSize' },
          { property: 'VirtualSize' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_ComputerSystem',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_ComputerSystem'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'PrimaryOwnerName' },
      { label: 'Domain' },
      { label: 'TotalPhysicalMemory' },
      { label: 'Model' },
      { label: 'Manufacturer' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'PrimaryOwnerName' },
          { property: 'Domain' },
          { property: 'TotalPhysicalMemory' },
          { property: 'Model' },
          { property: 'Manufacturer' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/WIN32_PROCESSOR',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/WIN32_PROCESSOR'],
    headers: [
      { label: 'DeviceID' },
      { label: 'Name', width: 16 },
      { label: 'Caption' },
      { label: 'MaxClockSpeed' },
      { label: 'SocketDesignation' },
      { label: 'Manufacturer' },
    ],
    rows: [
      {
        columns: [
          { property: 'DeviceID' },
          { property: 'Name' },
          { property: 'Caption' },
          { property: 'MaxClockSpeed' },
          { property: 'SocketDesignation' },
          { property: 'Manufacturer' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/WIN32_DCOMApplication',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/WIN32_DCOMApplication'],
    headers: [{ label: 'AppID' }, { label: 'Name', width: 16 }, { label: 'InstallDate' }],
    rows: [{ columns: [{ property: 'AppID' }, { property: 'Name' }, { property: 'InstallDate' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/WIN32_DESKTOP',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/WIN32_DESKTOP'],
    headers: [
      { label: 'SettingID' },
      { label: 'Name', width: 16 },
      { label: 'ScreenSaverActive' },
      { label: 'ScreenSaverSecure' },
      { label: 'ScreenSaverTimeout' },
    ],
    rows: [
      {
        columns: [
          { property: 'SettingID' },
          { property: 'Name' },
          { property: 'ScreenSaverActive' },
          { property: 'ScreenSaverSecure' },
          { property: 'ScreenSaverTimeout' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/WIN32_DESKTOPMONITOR',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/WIN32_DESKTOPMONITOR'],
    headers: [
      { label: 'DeviceID' },
      { label: 'Name', width: 16 },
      { label: 'DisplayType' },
      { label: 'MonitorManufacturer' },
      { label: 'ScreenHeight' },
      { label: 'ScreenWidth' },
    ],
    rows: [
      {
        columns: [
          { property: 'DeviceID' },
          { property: 'Name' },
          { property: 'DisplayType' },
          { property: 'MonitorManufacturer' },
          { property: 'ScreenHeight' },
          { property: 'ScreenWidth' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_DeviceMemoryAddress',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_DeviceMemoryAddress'],
    headers: [{ label: 'Name', width: 16 }, { label: 'MemoryType' }, { label: 'Status' }],
    rows: [{ columns: [{ property: 'Name' }, { property: 'MemoryType' }, { property: 'Status' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_DiskDrive',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_DiskDrive'],
    headers: [
      { label: 'DeviceID' },
      { label: 'Caption' },
      { label: 'Partitions' },
      { label: 'Size' },
      { label: 'Model' },
    ],
    rows: [
      {
        columns: [
          { property: 'DeviceID' },
          { property: 'Caption' },
          { property: 'Partitions' },
          { property: 'Size' },
          { property: 'Model' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_DiskQuota',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_DiskQuota'],
    headers: [{ label: 'DiskSpaceUsed' }, { label: 'Limit' }, { label: 'QuotaVolume' }, { label: 'User' }],
    rows: [
      {
        columns: [
          { property: 'DiskSpaceUsed' },
          { property: 'Limit' },
          { property: 'QuotaVolume' },
          { property: 'User' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Environment',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Environment'],
    headers: [{ label: 'Name', width: 16 }, { label: 'UserName' }, { label: 'VariableValue' }],
    rows: [{ columns: [{ property: 'Name' }, { property: 'UserName' }, { property: 'VariableValue' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Directory',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Directory'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'Hidden' },
      { label: 'Archive' },
      { label: 'Writeable' },
      { label: 'LastModified' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'Hidden' },
          { property: 'Archive' },
          { property: 'Writeable' },
          { property: 'LastModified' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Group',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Group'],
    headers: [{ label: 'SID' }, { label: 'Name', width: 16 }, { label: 'Caption' }, { label: 'Domain' }],
    rows: [{ columns: [{ property: 'SID' }, { property: 'Name' }, { property: 'Caption' }, { property: 'Domain' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_IDEController',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_IDEController'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'Status' },
      { label: 'StatusInfo' },
      { label: 'ProtocolSupported' },
      { label: 'Manufacturer' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'Status' },
          { property: 'StatusInfo' },
          { property: 'ProtocolSupported' },
          { property: 'Manufacturer' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_IRQResource',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_IRQResource'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'IRQNumber' },
      { label: 'Hardware' },
      { label: 'TriggerLevel' },
      { label: 'TriggerType' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'IRQNumber' },
          { property: 'Hardware' },
          { property: 'TriggerLevel' },
          { property: 'TriggerType' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_ScheduledJob',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_ScheduledJob'],
    headers: [
      { label: 'JobId' },
      { label: 'Name', width: 16 },
      { label: 'Owner' },
      { label: 'Priority' },
      { label: 'Command' },
    ],
    rows: [
      {
        columns: [
          { property: 'JobId' },
          { property: 'Name' },
          { property: 'Owner' },
          { property: 'Priority' },
          { property: 'Command' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_LoadOrderGroup',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_LoadOrderGroup'],
    headers: [{ label: 'Name', width: 16 }, { label: 'GroupOrder' }],
    rows: [{ columns: [{ property: 'Name' }, { property: 'GroupOrder' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_LogicalDisk',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_LogicalDisk'],
    headers: [
      { label: 'DeviceID' },
      { label: 'DriveType' },
      { label: 'ProviderName', width: 16 },
      { label: 'VolumeName', width: 16 },
      { label: 'Size' },
      { label: 'FreeSpace' },
    ],
    rows: [
      {
        columns: [
          { property: 'DeviceID' },
          { property: 'DriveType' },
          { property: 'ProviderName' },
          { property: 'VolumeName' },
          { property: 'Size' },
          { property: 'FreeSpace' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_LogonSession',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_LogonSession'],
    headers: [
      { label: 'LogonId' },
      { label: 'Name', width: 16 },
      { label: 'LogonType' },
      { label: 'StartTime' },
      { label: 'Status' },
      { label: 'AuthenticationPackage' },
    ],
    rows: [
      {
        columns: [
          { property: 'LogonId' },
          { property: 'Name' },
          { property: 'LogonType' },
          { property: 'StartTime' },
          { property: 'Status' },
          { property: 'AuthenticationPackage' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_PhysicalMemoryArray',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_PhysicalMemoryArray'],
    headers: [{ label: 'Name', width: 16 }, { label: 'MemoryDevices' }, { label: 'MaxCapacity' }, { label: 'Model' }],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'MemoryDevices' },
          { property: 'MaxCapacity' },
          { property: 'Model' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_OnBoardDevice',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_OnBoardDevice'],
    headers: [{ label: 'DeviceType' }, { label: 'SerialNumber' }, { label: 'Enabled' }, { label: 'Description' }],
    rows: [
      {
        columns: [
          { property: 'DeviceType' },
          { property: 'SerialNumber' },
          { property: 'Enabled' },
          { property: 'Description' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_OperatingSystem',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_OperatingSystem'],
    headers: [
      { label: 'SystemDirectory' },
      { label: 'Organization' },
      { label: 'BuildNumber' },
      { label: 'RegisteredUser' },
      { label: 'SerialNumber' },
      { label: 'Version' },
    ],
    rows: [
      {
        columns: [
          { property: 'SystemDirectory' },
          { property: 'Organization' },
          { property: 'BuildNumber' },
          { property: 'RegisteredUser' },
          { property: 'SerialNumber' },
          { property: 'Version' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_DiskPartition',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_DiskPartition'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'NumberOfBlocks' },
      { label: 'BootPartition' },
      { label: 'PrimaryPartition' },
      { label: 'Size' },
      { label: 'Index' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'NumberOfBlocks' },
          { property: 'BootPartition' },
          { property: 'PrimaryPartition' },
          { property: 'Size' },
          { property: 'Index' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_PortConnector',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_PortConnector'],
    headers: [
      { label: 'Tag' },
      { label: 'PortType' },
      { label: 'ConnectorType' },
      { label: 'SerialNumber' },
      { label: 'ExternalReferenceDesignator' },
    ],
    rows: [
      {
        columns: [
          { property: 'Tag' },
          { property: 'PortType' },
          { property: 'ConnectorType' },
          { property: 'SerialNumber' },
          { property: 'ExternalReferenceDesignator' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_QuotaSetting',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_QuotaSetting'],
    headers: [
      { label: 'SettingID' },
      { label: 'Caption' },
      { label: 'State' },
      { label: 'VolumePath' },
      { label: 'DefaultLimit' },
      { label: 'DefaultWarningLimit' },
    ],
    rows: [
      {
        columns: [
          { property: 'SettingID' },
          { property: 'Caption' },
          { property: 'State' },
          { property: 'VolumePath' },
          { property: 'DefaultLimit' },
          { property: 'DefaultWarningLimit' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_SCSIController',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_SCSIController'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'DriverName', width: 16 },
      { label: 'Status' },
      { label: 'StatusInfo' },
      { label: 'ProtocolSupported' },
      { label: 'Manufacturer' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'DriverName' },
          { property: 'Status' },
          { property: 'StatusInfo' },
          { property: 'ProtocolSupported' },
          { property: 'Manufacturer' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Service',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Service'],
    headers: [
      { label: 'ProcessId' },
      { label: 'Name', width: 16 },
      { label: 'StartMode' },
      { label: 'State' },
      { label: 'Status' },
      { label: 'ExitCode' },
    ],
    rows: [
      {
        columns: [
          { property: 'ProcessId' },
          { property: 'Name' },
          { property: 'StartMode' },
          { property: 'State' },
          { property: 'Status' },
          { property: 'ExitCode' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_UserAccount',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_UserAccount'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'Caption' },
      { label: 'AccountType' },
      { label: 'SID' },
      { label: 'Domain' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'Caption' },
          { property: 'AccountType' },
          { property: 'SID' },
          { property: 'Domain' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_NetworkProtocol',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_NetworkProtocol'],
    headers: [{ label: 'Name', width: 16 }, { label: 'Caption' }, { label: 'Status' }],
    rows: [{ columns: [{ property: 'Name' }, { property: 'Caption' }, { property: 'Status' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_NetworkAdapter',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_NetworkAdapter'],
    headers: [{ label: 'DeviceID' }, { label: 'Name', width: 16 }, { label: 'AdapterType' }, { label: 'ServiceName' }],
    rows: [
      {
        columns: [
          { property: 'DeviceID' },
          { property: 'Name' },
          { property: 'AdapterType' },
          { property: 'ServiceName' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_NetworkAdapterConfiguration',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_NetworkAdapterConfiguration'],
    headers: [
      { label: 'ServiceName', width: 16 },
      { label: 'DHCPEnabled' },
      { label: 'Index' },
      { label: 'Description' },
    ],
    rows: [
      {
        columns: [
          { property: 'ServiceName' },
          { property: 'DHCPEnabled' },
          { property: 'Index' },
          { property: 'Description' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_NTDomain',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_NTDomain'],
    headers: [{ label: 'DomainName', width: 16 }, { label: 'DnsForestName' }, { label: 'DomainControllerName' }],
    rows: [
      { columns: [{ property: 'DomainName' }, { property: 'DnsForestName' }, { property: 'DomainControllerName' }] },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Printer',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Printer'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'ShareName' },
      { label: 'SystemName' },
      { label: 'PrinterState' },
      { label: 'PrinterStatus' },
      { label: 'Location' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'ShareName' },
          { property: 'SystemName' },
          { property: 'PrinterState' },
          { property: 'PrinterStatus' },
          { property: 'Location' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_PrintJob',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_PrintJob'],
    headers: [
      { label: 'JobId' },
      { label: 'Name', width: 16 },
      { label: 'JobStatus' },
      { label: 'Owner' },
      { label: 'Priority' },
      { label: 'Size' },
      { label: 'Document' },
    ],
    rows: [
      {
        columns: [
          { property: 'JobId' },
          { property: 'Name' },
          { property: 'JobStatus' },
          { property: 'Owner' },
          { property: 'Priority' },
          { property: 'Size' },
          { property: 'Document' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Product',
    types: ['Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Product'],
    headers: [
      { label: 'Name', width: 16 },
      { label: 'Caption' },
      { label: 'Vendor' },
      { label: 'Version' },
      { label: 'IdentifyingNumber' },
    ],
    rows: [
      {
        columns: [
          { property: 'Name' },
          { property: 'Caption' },
          { property: 'Vendor' },
          { property: 'Version' },
          { property: 'IdentifyingNumber' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'System.Net.NetworkCredential',
    types: ['System.Net.NetworkCredential'],
    headers: [
      { label: 'UserName', width: 50 },
      { label: 'Domain', width: 50 },
    ],
    rows: [{ columns: [{ property: 'UserName' }, { property: 'Domain' }] }],
  },
  {
    shape: 'table',
    name: 'System.Management.Automation.PSMethod',
    types: ['System.Management.Automation.PSMethod'],
    headers: [{ label: 'OverloadDefinitions' }],
    rows: [{ wrap: true, columns: [{ native: lines('OverloadDefinitions') }] }],
  },
  {
    shape: 'table',
    name: 'System.Threading.Tasks.Task',
    types: ['System.Threading.Tasks.Task'],
    headers: [{ label: 'Id' }, { label: 'IsCompleted' }, { label: 'Status' }],
    rows: [{ columns: [{ property: 'Id' }, { property: 'IsCompleted' }, { property: 'Status' }] }],
  },
  {
    shape: 'list',
    name: 'System.Threading.Tasks.Task',
    types: ['System.Threading.Tasks.Task'],
    entries: [
      {
        items: [
          { property: 'AsyncState' },
          { property: 'AsyncWaitHandle' },
          { property: 'CompletedSynchronously' },
          { property: 'CreationOptions' },
          { property: 'Exception' },
          { property: 'Id' },
          { property: 'IsCanceled' },
          { property: 'IsCompleted' },
          { property: 'IsCompletedSuccessfully' },
          { property: 'IsFaulted' },
          { native: taskResult, label: 'Result' },
          { property: 'Status' },
        ],
      },
    ],
  },
];
