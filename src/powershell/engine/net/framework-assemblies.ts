/** The assemblies that come with PowerShell, by version and public key token: what loading one by name finds. Measured with pwsh 7.6.9. */
const ASSEMBLIES: readonly (readonly [identity: string, names: string])[] = [
  ['0.44.0.0 870da25a133885f8', 'Markdig.Signed '],
  ['10.0.0.0 7cec85d7bea7798e', 'System.Private.CoreLib System.Private.CoreLib '],
  ['10.0.0.0 adb9793829ddae60', 'Microsoft.Extensions.ObjectPool '],
  [
    '10.0.0.0 b03f5f7f11d50a3a',
    'Microsoft.CSharp Microsoft.VisualBasic Microsoft.Win32.Primitives Microsoft.Win32.Registry ' +
      'Microsoft.Win32.Registry.AccessControl System.AppContext System.Collections System.Collections.Concurrent ' +
      'System.Collections.Immutable System.Collections.NonGeneric System.Collections.Specialized ' +
      'System.ComponentModel System.ComponentModel.Annotations System.ComponentModel.EventBasedAsync ' +
      'System.ComponentModel.Primitives System.ComponentModel.TypeConverter System.Console System.Data.Common ' +
      'System.Diagnostics.Contracts System.Diagnostics.Debug System.Diagnostics.FileVersionInfo ' +
      'System.Diagnostics.Process System.Diagnostics.StackTrace System.Diagnostics.TextWriterTraceListener ' +
      'System.Diagnostics.Tools System.Diagnostics.TraceSource System.Diagnostics.Tracing ' +
      'System.DirectoryServices System.Drawing.Primitives System.Dynamic.Runtime System.Globalization ' +
      'System.Globalization.Calendars System.Globalization.Extensions System.IO System.IO.FileSystem ' +
      'System.IO.FileSystem.AccessControl System.IO.FileSystem.DriveInfo System.IO.FileSystem.Primitives ' +
      'System.IO.FileSystem.Watcher System.IO.IsolatedStorage System.IO.MemoryMappedFiles System.IO.Packaging ' +
      'System.IO.Pipes System.IO.Pipes.AccessControl System.IO.UnmanagedMemoryStream System.Linq ' +
      'System.Linq.AsyncEnumerable System.Linq.Expressions System.Linq.Parallel System.Linq.Queryable ' +
      'System.Net.Http System.Net.NameResolution System.Net.NetworkInformation System.Net.Ping ' +
      'System.Net.Primitives System.Net.Quic System.Net.Requests System.Net.Security System.Net.Sockets ' +
      'System.Net.WebHeaderCollection System.Net.WebSockets System.Net.WebSockets.Client System.Numerics.Vectors ' +
      'System.ObjectModel System.Private.DataContractSerialization System.Private.Uri System.Reflection ' +
      'System.Reflection.DispatchProxy System.Reflection.Emit System.Reflection.Emit.ILGeneration ' +
      'System.Reflection.Emit.Lightweight System.Reflection.Extensions System.Reflection.Metadata ' +
      'System.Reflection.Primitives System.Reflection.TypeExtensions System.Resources.Reader ' +
      'System.Resources.ResourceManager System.Resources.Writer System.Runtime ' +
      'System.Runtime.CompilerServices.Unsafe System.Runtime.CompilerServices.VisualC System.Runtime.Extensions ' +
      'System.Runtime.Handles System.Runtime.InteropServices System.Runtime.InteropServices.JavaScript ' +
      'System.Runtime.InteropServices.RuntimeInformation System.Runtime.Loader System.Runtime.Numerics ' +
      'System.Runtime.Serialization.Json System.Runtime.Serialization.Primitives ' +
      'System.Runtime.Serialization.Xml System.Security.AccessControl System.Security.Claims ' +
      'System.Security.Cryptography System.Security.Cryptography.Algorithms System.Security.Cryptography.Cng ' +
      'System.Security.Cryptography.Csp System.Security.Cryptography.Encoding ' +
      'System.Security.Cryptography.OpenSsl System.Security.Cryptography.Pkcs ' +
      'System.Security.Cryptography.Primitives System.Security.Cryptography.ProtectedData ' +
      'System.Security.Cryptography.X509Certificates System.Security.Principal System.Security.Principal.Windows ' +
      'System.Security.SecureString System.ServiceModel.Duplex System.ServiceModel.Http ' +
      'System.ServiceModel.NetFramingBase System.ServiceModel.NetTcp System.ServiceModel.Primitives ' +
      'System.ServiceModel.Security System.Text.Encoding System.Text.Encoding.CodePages ' +
      'System.Text.Encoding.Extensions System.Text.RegularExpressions System.Threading ' +
      'System.Threading.AccessControl System.Threading.Overlapped System.Threading.Tasks ' +
      'System.Threading.Tasks.Dataflow System.Threading.Tasks.Parallel System.Threading.Thread ' +
      'System.Threading.ThreadPool System.Threading.Timer System.Xml.ReaderWriter System.Xml.XDocument ' +
      'System.Xml.XPath System.Xml.XPath.XDocument System.Xml.XmlDocument System.Xml.XmlSerializer ',
  ],
  [
    '10.0.0.0 b77a5c561934e089',
    'System.Data.DataSetExtensions System.IO.Compression System.IO.Compression.Brotli ' +
      'System.IO.Compression.ZipFile System.Private.Windows.Core System.Private.Windows.GdiPlus ',
  ],
  [
    '10.0.0.0 cc7b13ffcd2ddd51',
    'Microsoft.Win32.SystemEvents System.Buffers System.CodeDom System.Configuration.ConfigurationManager ' +
      'System.Diagnostics.DiagnosticSource System.Diagnostics.EventLog System.Diagnostics.PerformanceCounter ' +
      'System.Drawing.Common System.Formats.Asn1 System.Formats.Tar System.IO.Pipelines System.Memory ' +
      'System.Net.Http.Json System.Net.HttpListener System.Net.Mail System.Net.ServerSentEvents ' +
      'System.Net.ServicePoint System.Net.WebClient System.Net.WebProxy System.Private.Xml ' +
      'System.Private.Xml.Linq System.Runtime.Intrinsics System.Security.Cryptography.Xml ' +
      'System.Security.Permissions System.Text.Encodings.Web System.Text.Json System.Threading.Channels ' +
      'System.Threading.Tasks.Extensions System.Transactions.Local System.ValueTuple System.Web.HttpUtility ' +
      'System.Windows.Extensions ',
  ],
  ['10.0.0.14 31bf3856ad364e35', 'System.Speech '],
  [
    '10.0.0.14 b03f5f7f11d50a3a',
    'System.DirectoryServices.Protocols System.Management System.Net.Http.WinHttpHandler ' +
      'System.Runtime.Caching System.ServiceProcess.ServiceController ',
  ],
  [
    '10.0.0.14 b77a5c561934e089',
    'System.ComponentModel.Composition System.ComponentModel.Composition.Registration ' +
      'System.DirectoryServices.AccountManagement System.Reflection.Context ',
  ],
  [
    '10.0.0.14 cc7b13ffcd2ddd51',
    'Microsoft.Bcl.AsyncInterfaces System.Data.Odbc System.Data.OleDb System.IO.Ports ' +
      'System.ServiceModel.Syndication ',
  ],
  ['13.0.0.0 30ad4fe6b2a6aeed', 'Newtonsoft.Json '],
  ['15.0.0.0 b03f5f7f11d50a3a', 'Microsoft.VisualBasic.Core '],
  ['2.0.0.0 ', 'Microsoft.Management.Infrastructure '],
  ['2.0.0.0 17ed63f672b0e278', 'Json.More '],
  ['2.1.0.0 cc7b13ffcd2ddd51', 'netstandard '],
  ['2.14.0.0 979442b78dfc278e', 'Humanizer '],
  ['2.23.0.29 31bf3856ad364e35', 'Microsoft.ApplicationInsights '],
  ['4.0.0.0 31bf3856ad364e35', 'System.ComponentModel.DataAnnotations System.ServiceModel.Web WindowsBase '],
  [
    '4.0.0.0 b03f5f7f11d50a3a',
    'System.Configuration System.Drawing System.Net System.Security System.ServiceProcess System.Web ' +
      'System.Windows ',
  ],
  [
    '4.0.0.0 b77a5c561934e089',
    'System System.Core System.Data System.IO.Compression.FileSystem System.Numerics ' +
      'System.Runtime.Serialization System.ServiceModel System.Transactions System.Xml System.Xml.Linq ' +
      'System.Xml.Serialization mscorlib ',
  ],
  ['4.6.1.6 b03f5f7f11d50a3a', 'System.Data.SqlClient '],
  ['5.0.0.0 17ed63f672b0e278', 'JsonPointer.Net '],
  ['5.0.0.0 31bf3856ad364e35', 'Microsoft.CodeAnalysis Microsoft.CodeAnalysis.CSharp '],
  ['7.0.0.0 17ed63f672b0e278', 'JsonSchema.Net '],
  ['7.2.1.0 31bf3856ad364e35', 'Microsoft.PowerShell.MarkdownRender '],
  [
    '7.6.0.500 31bf3856ad364e35',
    'Microsoft.PowerShell.Commands.Management Microsoft.PowerShell.Commands.Utility ' +
      'Microsoft.PowerShell.ConsoleHost Microsoft.PowerShell.SDK Microsoft.PowerShell.Security ' +
      'System.Management.Automation pwsh ',
  ],
  ['8.1.0.0 b03f5f7f11d50a3a', 'System.Runtime.Serialization.Formatters '],
  ['8.1.2.0 b03f5f7f11d50a3a', 'System.Web.Services.Description '],
];
let known: ReadonlyMap<string, string> | undefined;
function index(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [identity, names] of ASSEMBLIES) {
    const [version = '', token = ''] = identity.split(' ');
    for (const name of names.trim().split(/ +/))
      found.set(
        name.toLowerCase(),
        `${name}, Version=${version}, Culture=neutral, PublicKeyToken=${token === '' ? 'null' : token}`,
      );
  }
  return found;
}
/** The full name of an assembly that can be loaded by its simple one; letter case does not matter. */
export const frameworkAssembly = (simpleName: string): string | undefined =>
  (known ??= index()).get(simpleName.toLowerCase());
