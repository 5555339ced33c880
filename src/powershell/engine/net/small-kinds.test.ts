/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    '[Security.Principal.WindowsIdentity]::GetCurrent()',
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling "GetCurrent" with "0" argument(s): "Windows Principal functionality is not supported on this platform."',
  ],
  [
    '[Security.Principal.WindowsPrincipal]::new([Security.Principal.WindowsIdentity]::GetAnonymous())',
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling "GetAnonymous" with "0" argument(s): "Windows Principal functionality is not supported on this platform."',
  ],
  [
    `[Security.Principal.NTAccount]::new('a','b')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "2" argument(s): "Windows Principal functionality is not supported on this platform."',
  ],
  [
    `[Security.Principal.SecurityIdentifier]::new('S-1-5-18')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "Windows Principal functionality is not supported on this platform."',
  ],
  [
    `[Security.Principal.SecurityIdentifier]'S-1-5-18'`,
    'ERR InvalidCastConstructorException | InvalidArgument | RuntimeException | Cannot convert value "S-1-5-18" to type "System.Security.Principal.SecurityIdentifier". Error: "Windows Principal functionality is not supported on this platform."',
  ],
  ['[Microsoft.Win32.Registry]::LocalMachine', ''],
  [
    `[Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine','Default')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling "OpenBaseKey" with "2" argument(s): "Registry is not supported on this platform."',
  ],
  [
    `[Microsoft.Win32.RegistryKey]::OpenRemoteBaseKey('LocalMachine','x')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling "OpenRemoteBaseKey" with "2" argument(s): "Registry is not supported on this platform."',
  ],
  [
    `[Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\\x','y',$null)`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling "GetValue" with "3" argument(s): "Registry is not supported on this platform."',
  ],
  [
    `[Security.AccessControl.FileSystemAccessRule]::new('u','FullControl','Allow')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "3" argument(s): "Access Control List (ACL) APIs are part of resource management on Windows and are not supported on this platform."',
  ],
  [
    '[Security.AccessControl.DirectorySecurity]::new()',
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "0" argument(s): "Access Control List (ACL) APIs are part of resource management on Windows and are not supported on this platform."',
  ],
  [
    '[Security.AccessControl.FileSecurity]::new()',
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "0" argument(s): "Access Control List (ACL) APIs are part of resource management on Windows and are not supported on this platform."',
  ],
  [
    `[Security.Principal.NTAccount]'abc'`,
    'ERR InvalidCastConstructorException | InvalidArgument | RuntimeException | Cannot convert value "abc" to type "System.Security.Principal.NTAccount". Error: "Windows Principal functionality is not supported on this platform."',
  ],
  [
    `[Diagnostics.EventLog]::SourceExists('x')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling "SourceExists" with "1" argument(s): "EventLog access is not supported on this platform."',
  ],
  [
    `[Diagnostics.EventLog]::new('x')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "EventLog access is not supported on this platform."',
  ],
  [
    `[Diagnostics.PerformanceCounter]::new('x','y')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "2" argument(s): "Performance Counters are not supported on this platform."',
  ],
  [
    'New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())',
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling "GetCurrent" with "0" argument(s): "Windows Principal functionality is not supported on this platform."',
  ],
  [
    `[Security.Principal.GenericIdentity]::new('bob').Name; [Security.Principal.GenericPrincipal]::new([Security.Principal.GenericIdentity]::new('bob'),[string[]]('a','b')).IsInRole('A')`,
    `[System.String] bob
[System.Boolean] True`,
  ],
  [
    `[Security.AccessControl.RegistryAccessRule]::new('u','FullControl','Allow')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "3" argument(s): "Access Control List (ACL) APIs are part of resource management on Windows and are not supported on this platform."',
  ],
  [
    `[Security.AccessControl.RawSecurityDescriptor]::new('O:BAG:BAD:')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "Access Control List (ACL) APIs are part of resource management on Windows and are not supported on this platform."',
  ],
  [
    '[Security.AccessControl.RegistrySecurity]::new()',
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "0" argument(s): "Access Control List (ACL) APIs are part of resource management on Windows and are not supported on this platform."',
  ],
  [
    `[Net.ServicePointManager]::SecurityProtocol; [Net.ServicePointManager]::SecurityProtocol='Tls12'; [Net.ServicePointManager]::SecurityProtocol; [Net.ServicePointManager]::ServerCertificateValidationCallback; [Net.ServicePointManager]::Expect100Continue; [Net.ServicePointManager]::DefaultConnectionLimit; [Net.ServicePointManager]::CheckCertificateRevocationList; [Net.ServicePointManager]::MaxServicePointIdleTime; [Net.ServicePointManager]::UseNagleAlgorithm;[Net.ServicePointManager]::DnsRefreshTimeout`,
    `[System.Net.SecurityProtocolType] SystemDefault
[System.Net.SecurityProtocolType] Tls12
<null>
[System.Boolean] True
[System.Int32] 2
[System.Boolean] False
[System.Int32] 100000
[System.Boolean] False
[System.Int32] 120000`,
  ],
  [
    '[PSCredential]::Empty; [PSCredential]::Empty.UserName -eq $null; [IntPtr]::Size; [IntPtr]::Zero; [IntPtr]::new(5).ToInt64(); [IntPtr]5 -eq [IntPtr]5; [IntPtr]::Add([IntPtr]::Zero,3)',
    `[System.Management.Automation.PSCredential] System.Management.Automation.PSCredential
[System.Boolean] True
[System.Int32] 8
[System.IntPtr] 0
[System.Int64] 5
[System.Boolean] True
[System.IntPtr] 3`,
  ],
  [
    `[AppDomain]::CurrentDomain.FriendlyName; [AppDomain]::CurrentDomain.BaseDirectory.GetType().Name; [AppDomain]::CurrentDomain.Id; [AppDomain]::CurrentDomain.GetAssemblies()[0].GetName().Name; ([AppDomain]::CurrentDomain.GetAssemblies()|? {$_.GetName().Name -eq 'System.Management.Automation'}).Count; [AppDomain]::CurrentDomain.IsDefaultAppDomain()`,
    `[System.String] pwsh
[System.String] String
[System.Int32] 1
[System.String] System.Private.CoreLib
[System.Int32] 1
[System.Boolean] True`,
  ],
  [
    `[Reflection.Assembly]::LoadWithPartialName('System.Web').FullName; [Reflection.Assembly]::LoadWithPartialName('nope.nope'); [Reflection.Assembly]::LoadWithPartialName('System.Windows.Forms'); [Reflection.Assembly]::Load('System.Xml.Linq').GetName().Name;`,
    `[System.String] System.Web, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a
<null>
<null>
[System.String] System.Xml.Linq`,
  ],
  [
    `[Reflection.Assembly]::Load('nope')`,
    `ERR FileNotFoundException | NotSpecified | MethodInvocationException | Exception calling "Load" with "1" argument(s): "Could not load file or assembly 'nope, Culture=neutral, PublicKeyToken=null'. The system cannot find the file specified.
"`,
  ],
  [
    `[Reflection.Assembly]::LoadFrom('/nope.dll')`,
    `ERR FileNotFoundException | NotSpecified | MethodInvocationException | Exception calling "LoadFrom" with "1" argument(s): "Could not load file or assembly '/nope.dll'. The system cannot find the file specified.
"`,
  ],
  [
    `[Reflection.Assembly]::LoadFile('/nope.dll')`,
    `ERR FileNotFoundException | NotSpecified | MethodInvocationException | Exception calling "LoadFile" with "1" argument(s): "Could not load file or assembly '/nope.dll'. The system cannot find the file specified."`,
  ],
  [
    `[Diagnostics.FileVersionInfo]::GetVersionInfo('/etc/hostname').FileName;  [Diagnostics.FileVersionInfo]::GetVersionInfo('/etc/hostname').FileVersion; [Diagnostics.FileVersionInfo]::GetVersionInfo('/nope')`,
    'ERR FileNotFoundException | NotSpecified | MethodInvocationException | Exception calling "GetVersionInfo" with "1" argument(s): "/nope"',
  ],
  [
    `[Drawing.Color]::Red; [Drawing.Color]::FromArgb(1,2,3).ToArgb(); [Drawing.Color]::FromName('Blue').B; [Drawing.Color]::FromArgb(255,0,0).Name; [Drawing.Color]'Red'; [Drawing.Color]::Red.IsNamedColor; [Drawing.Color]::Red.ToKnownColor(); [Drawing.Color]::Empty.IsEmpty; [Drawing.Color]::Red.GetHue(); [Drawing.ColorTranslator]::ToHtml([Drawing.Color]::Red); [Drawing.ColorTranslator]::FromHtml('#ff8800').G; [Drawing.ColorTranslator]::ToHtml([Drawing.Color]::FromArgb(1,2,3)); [Drawing.Color]::FromName('nope').IsKnownColor;  [Drawing.Color]::FromArgb(10,[Drawing.Color]::Blue).A`,
    `[System.Drawing.Color] Color [Red]
[System.Int32] -16711165
[System.Byte] 255
[System.String] ffff0000
[System.Drawing.Color] Color [Red]
[System.Boolean] True
[System.Drawing.KnownColor] Red
[System.Boolean] True
[System.Single] 0
[System.String] Red
[System.Byte] 136
[System.String] #010203
[System.Boolean] False
[System.Byte] 10`,
  ],
  [
    '$p=[Drawing.Point]::new(1,2); "$p"; $p.X; [Drawing.Size]::new(3,4); $r=[Drawing.Rectangle]::new(0,0,10,10); $r.Contains(5,5); $r.Right; $r; [Drawing.Point]::Empty.IsEmpty; $p -eq [Drawing.Point]::new(1,2)',
    `[System.String] {X=1,Y=2}
[System.Int32] 1
[System.Drawing.Size] {Width=3, Height=4}
[System.Boolean] True
[System.Int32] 10
[System.Drawing.Rectangle] {X=0,Y=0,Width=10,Height=10}
[System.Boolean] True
[System.Boolean] True`,
  ],
  [
    `[Security.SecurityElement]::Escape('a<b>"&''') ; [Security.SecurityElement]::Escape($null)`,
    `[System.String] a&lt;b&gt;&quot;&amp;&apos;
[System.String] `,
  ],
  [
    `[TimeZone]::CurrentTimeZone.StandardName; [TimeZone]::CurrentTimeZone.GetUtcOffset([datetime]'2024-01-01').TotalHours; [TimeZone]::CurrentTimeZone.ToLocalTime([datetime]::UnixEpoch)`,
    `[System.String] Coordinated Universal Time
[System.Double] 0
[System.DateTime] 01/01/1970 00:00:00`,
  ],
];
it.each(CASES)('is as in .NET: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
