/** What .NET has on Windows alone: on other systems each of its members says so, in .NET's words. */
import { implement } from '../values/bodies.js';
import { throwNet } from './support.js';

const ACL =
  'Access Control List (ACL) APIs are part of resource management on Windows and are not supported on this platform.';
const REASONS: readonly (readonly [message: string, types: string])[] = [
  [
    'Windows Principal functionality is not supported on this platform.',
    'System.Security.Principal.WindowsIdentity System.Security.Principal.WindowsPrincipal System.Security.Principal.NTAccount System.Security.Principal.SecurityIdentifier System.Security.Principal.IdentityReference System.Security.Principal.IdentityReferenceCollection',
  ],
  ['Registry is not supported on this platform.', 'Microsoft.Win32.Registry Microsoft.Win32.RegistryKey'],
  [
    ACL,
    'FileSystemAccessRule FileSystemAuditRule RegistryAccessRule DirectorySecurity FileSecurity RegistrySecurity FileSystemSecurity RawSecurityDescriptor CommonSecurityDescriptor AccessRule AuthorizationRule ObjectSecurity CommonObjectSecurity NativeObjectSecurity'
      .split(' ')
      .map((name) => `System.Security.AccessControl.${name}`)
      .join(' '),
  ],
  [
    'EventLog access is not supported on this platform.',
    'System.Diagnostics.EventLog System.Diagnostics.EventInstance',
  ],
  [
    'ServiceController enables manipulating and accessing Windows services and it is not applicable for other operating systems.',
    'System.ServiceProcess.ServiceController',
  ],
  [
    'System.Data.OleDb is not supported on this platform.',
    'System.Data.OleDb.OleDbConnection System.Data.OleDb.OleDbCommand System.Data.OleDb.OleDbDataAdapter',
  ],
  [
    'System.Management currently is only supported for Windows desktop applications.',
    'System.Management.ManagementObject System.Management.ManagementObjectSearcher System.Management.ManagementClass System.Management.ManagementScope',
  ],
  [
    'System.DirectoryServices is not supported on this platform.',
    'System.DirectoryServices.DirectoryEntry System.DirectoryServices.DirectorySearcher',
  ],
  ['Performance Counters are not supported on this platform.', 'System.Diagnostics.PerformanceCounter'],
];
/** Roots of the registry are fields: reading one elsewhere gives nothing. */
implement('Microsoft.Win32.Registry', () =>
  Object.fromEntries(
    'ClassesRoot CurrentConfig CurrentUser LocalMachine PerformanceData Users'
      .split(' ')
      .map((name) => [`static ${name}`, () => null]),
  ),
);
for (const [message, types] of REASONS)
  for (const type of types.split(' '))
    implement(type, () => ({
      '*': () => {
        throw throwNet(
          'System.PlatformNotSupportedException',
          // What this engine has not got on Windows is not the platform's fault.
          process.platform === 'win32' ? `[${type}] is not available in this engine.` : message,
        );
      },
    }));
