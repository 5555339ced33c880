/**
 * Views of providers' items: files, certificates, registry keys, events, WS-Management.
 */
import type { CustomControl, FormatView } from '../format-data.js';
import {
  dayAndTime,
  fileLength,
  fileName,
  dayAndMinute,
  fileAndStatus,
  parentFolder,
  path,
  pathLeaf,
  pathParent,
} from './expressions.js';

const SignatureTypes_GroupingFormat: CustomControl = {
  entries: [{ items: [{ frame: {}, items: [{ text: '    Directory: ' }, { native: pathParent }] }] }],
};
const FileSystemTypes_GroupingFormat: CustomControl = {
  entries: [
    {
      items: [
        {
          frame: {},
          items: [{ text: '    Directory: ' }, { native: parentFolder('Microsoft.PowerShell.Core\\FileSystem::') }],
        },
      ],
    },
  ],
};

export const PROVIDER_VIEWS: readonly FormatView[] = [
  {
    shape: 'table',
    name: 'ThumbprintTable',
    types: ['System.Security.Cryptography.X509Certificates.X509Certificate2'],
    groupBy: { property: 'PSParentPath' },
    headers: [{ width: 41 }, { width: 20 }, { label: 'EnhancedKeyUsageList' }],
    rows: [
      {
        columns: [
          { property: 'Thumbprint' },
          { property: 'Subject' },
          { native: path('EnhancedKeyUsageList.FriendlyName') },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'ThumbprintList',
    types: [
      'Microsoft.PowerShell.Commands.X509StoreLocation',
      'System.Security.Cryptography.X509Certificates.X509Certificate2',
      'System.Security.Cryptography.X509Certificates.X509Store',
    ],
    entries: [
      {
        types: ['Microsoft.PowerShell.Commands.X509StoreLocation'],
        items: [{ property: 'Location' }, { property: 'StoreNames' }],
      },
      { types: ['System.Security.Cryptography.X509Certificates.X509Store'], items: [{ property: 'Name' }] },
      {
        items: [
          { native: path('SubjectName.Name'), label: 'Subject' },
          { native: path('IssuerName.Name'), label: 'Issuer' },
          { property: 'Thumbprint' },
          { property: 'FriendlyName' },
          { property: 'NotBefore' },
          { property: 'NotAfter' },
          { property: 'Extensions' },
        ],
      },
    ],
  },
  {
    shape: 'wide',
    name: 'ThumbprintWide',
    types: [
      'Microsoft.PowerShell.Commands.X509StoreLocation',
      'System.Security.Cryptography.X509Certificates.X509Certificate2',
      'System.Security.Cryptography.X509Certificates.X509Store',
    ],
    groupBy: { property: 'PSParentPath' },
    entries: [{ property: 'Thumbprint' }],
  },
  {
    shape: 'list',
    name: 'PathOnly',
    types: [
      'Microsoft.PowerShell.Commands.X509StoreLocation',
      'System.Security.Cryptography.X509Certificates.X509Certificate2',
      'System.Security.Cryptography.X509Certificates.X509Store',
    ],
    entries: [
      { items: [{ property: 'PSPath' }] },
      { types: ['Microsoft.PowerShell.Commands.X509StoreLocation'], items: [{ property: 'PSPath' }] },
      { types: ['System.Security.Cryptography.X509Certificates.X509Store'], items: [{ property: 'PSPath' }] },
    ],
  },
  {
    shape: 'table',
    name: 'PSThumbprintTable',
    types: ['System.Management.Automation.Signature'],
    groupBy: { native: pathParent, control: SignatureTypes_GroupingFormat },
    headers: [{ label: 'SignerCertificate', width: 41 }, {}, {}, { label: 'Path' }],
    rows: [
      {
        columns: [
          { native: path('SignerCertificate.Thumbprint') },
          { property: 'Status' },
          { property: 'StatusMessage' },
          { native: pathLeaf },
        ],
      },
    ],
  },
  {
    shape: 'wide',
    name: 'PSThumbprintWide',
    types: ['System.Management.Automation.Signature'],
    groupBy: { native: pathParent, control: SignatureTypes_GroupingFormat },
    entries: [{ native: fileAndStatus }],
  },
  {
    shape: 'table',
    name: 'System.Security.Cryptography.X509Certificates.X509CertificateEx',
    types: ['System.Security.Cryptography.X509Certificates.X509CertificateEx'],
    groupBy: { property: 'PSParentPath' },
    headers: [{ width: 41 }, {}],
    rows: [{ columns: [{ property: 'Thumbprint' }, { property: 'Subject' }] }],
  },
  {
    shape: 'table',
    name: 'Counter',
    types: ['Microsoft.PowerShell.Commands.GetCounter.PerformanceCounterSampleSet'],
    headers: [
      { label: 'Timestamp', width: 26, align: 'left' },
      { label: 'CounterSamples', width: 100, align: 'left' },
    ],
    rows: [{ wrap: true, columns: [{ property: 'Timestamp' }, { property: 'Readings' }] }],
  },
  {
    shape: 'table',
    name: 'Counter',
    types: ['Microsoft.PowerShell.Commands.GetCounter.CounterFileInfo'],
    headers: [
      { width: 30, align: 'left' },
      { width: 30, align: 'left' },
      { width: 30, align: 'left' },
    ],
    rows: [
      {
        wrap: true,
        columns: [{ property: 'OldestRecord' }, { property: 'NewestRecord' }, { property: 'SampleCount' }],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Default',
    types: ['System.Diagnostics.Eventing.Reader.EventLogRecord'],
    groupBy: { property: 'ProviderName', label: 'ProviderName' },
    headers: [{ width: 26 }, { width: 8, align: 'right' }, { width: 16 }, {}],
    rows: [
      {
        columns: [
          { property: 'TimeCreated' },
          { property: 'Id' },
          { property: 'LevelDisplayName' },
          { property: 'Message' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Default',
    types: ['System.Diagnostics.Eventing.Reader.EventLogConfiguration'],
    headers: [
      { label: 'LogMode', width: 9 },
      { label: 'MaximumSizeInBytes', width: 18, align: 'right' },
      { label: 'RecordCount', width: 11, align: 'right' },
      {},
    ],
    rows: [
      {
        columns: [
          { property: 'LogMode' },
          { property: 'MaximumSizeInBytes' },
          { property: 'RecordCount' },
          { property: 'LogName' },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'Default',
    types: ['System.Diagnostics.Eventing.Reader.ProviderMetadata'],
    entries: [
      { items: [{ property: 'Name' }, { property: 'LogLinks' }, { property: 'Opcodes' }, { property: 'Tasks' }] },
    ],
  },
  {
    shape: 'table',
    name: 'childrenWithUnixStat',
    types: ['System.IO.DirectoryInfo', 'System.IO.FileInfo'],
    groupBy: { property: 'PSParentPath', control: FileSystemTypes_GroupingFormat },
    headers: [
      { label: 'UnixMode', width: 10, align: 'left' },
      { label: 'User', width: 10, align: 'right' },
      { label: 'Group', width: 10, align: 'left' },
      { label: 'LastWriteTime', width: 16, align: 'right' },
      { label: 'Size', width: 12, align: 'right' },
      { label: 'Name', align: 'left' },
    ],
    rows: [
      {
        wrap: true,
        columns: [
          { property: 'UnixMode' },
          { property: 'User' },
          { property: 'Group' },
          { native: dayAndMinute('LastWriteTime') },
          { property: 'Size' },
          { native: fileName },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'children',
    types: ['System.IO.DirectoryInfo', 'System.IO.FileInfo'],
    groupBy: { property: 'PSParentPath', control: FileSystemTypes_GroupingFormat },
    headers: [
      { label: 'Mode', width: 7, align: 'left' },
      { label: 'LastWriteTime', width: 26, align: 'right' },
      { label: 'Length', width: 14, align: 'right' },
      { label: 'Name', align: 'left' },
    ],
    rows: [
      {
        wrap: true,
        columns: [
          { property: 'ModeWithoutHardLink' },
          { native: dayAndTime('LastWriteTime') },
          { native: fileLength },
          { native: fileName },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'childrenWithHardlink',
    types: ['System.IO.DirectoryInfo', 'System.IO.FileInfo'],
    groupBy: { property: 'PSParentPath', control: FileSystemTypes_GroupingFormat },
    headers: [
      { label: 'Mode', width: 7, align: 'left' },
      { label: 'LastWriteTime', width: 26, align: 'right' },
      { label: 'Length', width: 14, align: 'right' },
      { label: 'Name', align: 'left' },
    ],
    rows: [
      {
        wrap: true,
        columns: [
          { property: 'Mode' },
          { native: dayAndTime('LastWriteTime') },
          { native: fileLength },
          { native: fileName },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'children',
    types: ['System.IO.DirectoryInfo', 'System.IO.FileInfo'],
    groupBy: { property: 'PSParentPath', control: FileSystemTypes_GroupingFormat },
    entries: [
      {
        types: ['System.IO.FileInfo'],
        items: [
          { property: 'Name' },
          { native: fileLength, label: 'Length' },
          { property: 'CreationTime' },
          { property: 'LastWriteTime' },
          { property: 'LastAccessTime' },
          { property: 'Mode' },
          { property: 'LinkType' },
          { property: 'Target' },
          { property: 'VersionInfo' },
        ],
      },
      {
        items: [
          { property: 'Name' },
          { property: 'CreationTime' },
          { property: 'LastWriteTime' },
          { property: 'LastAccessTime' },
          { property: 'Mode' },
          { property: 'LinkType' },
          { property: 'Target' },
        ],
      },
    ],
  },
  {
    shape: 'wide',
    name: 'children',
    types: ['System.IO.DirectoryInfo', 'System.IO.FileInfo'],
    groupBy: { property: 'PSParentPath', control: FileSystemTypes_GroupingFormat },
    entries: [{ property: 'Name' }, { property: 'Name', types: ['System.IO.DirectoryInfo'] }],
  },
  {
    shape: 'table',
    name: 'FileSecurityTable',
    types: ['System.Security.AccessControl.FileSystemSecurity'],
    groupBy: { property: 'PSParentPath', control: FileSystemTypes_GroupingFormat },
    headers: [{ label: 'Path' }, {}, { label: 'Access' }],
    rows: [{ columns: [{ native: pathLeaf }, { property: 'Owner' }, { native: path('AccessToString') }] }],
  },
  {
    shape: 'table',
    name: 'FileSystemStream',
    types: ['Microsoft.PowerShell.Commands.AlternateStreamData'],
    groupBy: { property: 'Filename' },
    headers: [
      { width: 20, align: 'left' },
      { width: 10, align: 'right' },
    ],
    rows: [{ columns: [{ property: 'Stream' }, { property: 'Length' }] }],
  },
  {
    shape: 'table',
    name: 'System.Management.Automation.PSTraceSource',
    types: ['System.Management.Automation.PSTraceSource'],
    headers: [{ width: 8 }, { width: 20 }, { width: 20 }, {}],
    rows: [
      {
        columns: [
          { property: 'Options' },
          { property: 'Name' },
          { property: 'Listeners' },
          { property: 'Description' },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'System.Management.Automation.PSTraceSource',
    types: ['System.Management.Automation.PSTraceSource'],
    entries: [
      {
        items: [
          { property: 'Name' },
          { property: 'Description' },
          { property: 'Options' },
          { property: 'Listeners' },
          { property: 'Attributes' },
          { property: 'Switch' },
        ],
      },
    ],
  },
  {
    shape: 'list',
    name: 'System.Xml.XmlElement#http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd#IdentifyResponse',
    types: ['System.Xml.XmlElement#http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd#IdentifyResponse'],
    entries: [
      {
        items: [
          { property: 'wsmid' },
          { property: 'ProtocolVersion' },
          { property: 'ProductVendor' },
          { property: 'ProductVersion' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.WSMan.Management.WSManConfigElement',
    types: ['Microsoft.WSMan.Management.WSManConfigElement'],
    groupBy: { property: 'PSParentPath', label: 'WSManConfig' },
    headers: [
      { label: 'Type', width: 15 },
      { label: 'Name', width: 30 },
    ],
    rows: [{ columns: [{ property: 'TypeNameOfElement' }, { property: 'Name' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.WSMan.Management.WSManConfigContainerElement',
    types: ['Microsoft.WSMan.Management.WSManConfigContainerElement'],
    groupBy: { property: 'PSParentPath', label: 'WSManConfig' },
    headers: [{ label: 'Type', width: 15 }, { label: 'Keys', width: 35 }, { label: 'Name' }],
    rows: [{ columns: [{ property: 'TypeNameOfElement' }, { property: 'Keys' }, { property: 'Name' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.WSMan.Management.WSManConfigLeafElement',
    types: ['Microsoft.WSMan.Management.WSManConfigLeafElement'],
    groupBy: { property: 'PSParentPath', label: 'WSManConfig' },
    headers: [
      { label: 'Type', width: 15 },
      { label: 'Name', width: 30 },
      { label: 'SourceOfValue', width: 15 },
      { label: 'Value' },
    ],
    rows: [
      {
        columns: [
          { property: 'TypeNameOfElement' },
          { property: 'Name' },
          { property: 'SourceOfValue' },
          { property: 'Value' },
        ],
      },
    ],
  },
  {
    shape: 'table',
    name: 'Microsoft.WSMan.Management.WSManConfigLeafElement#InitParams',
    types: ['Microsoft.WSMan.Management.WSManConfigLeafElement#InitParams'],
    groupBy: { property: 'PSParentPath', label: 'WSManConfig' },
    headers: [
      { label: 'ParamName', width: 30 },
      { label: 'ParamValue', width: 20 },
    ],
    rows: [{ columns: [{ property: 'Name' }, { property: 'Value' }] }],
  },
  {
    shape: 'table',
    name: 'Microsoft.WSMan.Management.WSManConfigContainerElement#ComputerLevel',
    types: ['Microsoft.WSMan.Management.WSManConfigContainerElement#ComputerLevel'],
    groupBy: { property: 'PSParentPath', label: 'WSManConfig' },
    headers: [
      { label: 'ComputerName', width: 45 },
      { label: 'Type', width: 20 },
    ],
    rows: [{ columns: [{ property: 'Name' }, { property: 'TypeNameOfElement' }] }],
  },
];
