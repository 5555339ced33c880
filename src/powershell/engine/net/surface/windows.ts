/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const WINDOWS = `
#System.ServiceProcess.ServiceController|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.ServiceProcess.ServiceController, Version=10.0.0.14, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool CanPauseAndContinue {get;}
pbool CanShutdown {get;}
pbool CanStop {get;}
pSystem.ServiceProcess.ServiceController[] DependentServices {get;}
pstring DisplayName {get;set;}
pstring MachineName {get;set;}
pSystem.Runtime.InteropServices.SafeHandle ServiceHandle {get;}
pstring ServiceName {get;set;}
pSystem.ServiceProcess.ServiceController[] ServicesDependedOn {get;}
pSystem.ServiceProcess.ServiceType ServiceType {get;}
pSystem.ServiceProcess.ServiceStartMode StartType {get;}
pSystem.ServiceProcess.ServiceControllerStatus Status {get;}
sSystem.ServiceProcess.ServiceController[] GetDevices()
sSystem.ServiceProcess.ServiceController[] GetDevices(string machineName)
sSystem.ServiceProcess.ServiceController[] GetServices()
sSystem.ServiceProcess.ServiceController[] GetServices(string machineName)
cnew()
cnew(string name)
cnew(string name, string machineName)
mvoid Close()
mvoid Continue()
mvoid ExecuteCommand(int command)
mvoid Pause()
mvoid Refresh()
mvoid Start()
mvoid Start(string[] args)
mvoid Stop()
mvoid Stop(bool stopDependentServices)
mvoid WaitForStatus(System.ServiceProcess.ServiceControllerStatus desiredStatus)
mvoid WaitForStatus(System.ServiceProcess.ServiceControllerStatus desiredStatus, timespan timeout)
#System.ServiceProcess.ServiceControllerStatus|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.ServiceProcess.ServiceController, Version=10.0.0.14, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Stopped=1,StartPending=2,StopPending=3,Running=4,ContinuePending=5,PausePending=6,Paused=7
#System.ServiceProcess.ServiceStartMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.ServiceProcess.ServiceController, Version=10.0.0.14, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Boot=0,System=1,Automatic=2,Manual=3,Disabled=4
#System.ServiceProcess.ServiceType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.ServiceProcess.ServiceController, Version=10.0.0.14, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|KernelDriver=1,FileSystemDriver=2,Adapter=4,RecognizerDriver=8,Win32OwnProcess=16,Win32ShareProcess=32,InteractiveProcess=256
#System.Data.OleDb.OleDbConnection|class|System.Data.Common.DbConnection|System.ComponentModel.IComponent System.IDisposable System.Data.IDbConnection System.IAsyncDisposable System.ICloneable|System.Data.OleDb, Version=10.0.0.14, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pstring ConnectionString {get;set;}
pint ConnectionTimeout {get;}
pstring Database {get;}
pstring DataSource {get;}
pstring Provider {get;}
pstring ServerVersion {get;}
pSystem.Data.ConnectionState State {get;}
svoid ReleaseObjectPool()
cnew()
cnew(string connectionString)
mSystem.Data.OleDb.OleDbTransaction BeginTransaction()
mSystem.Data.OleDb.OleDbTransaction BeginTransaction(System.Data.IsolationLevel isolationLevel)
mvoid ChangeDatabase(string value)
mSystem.Data.OleDb.OleDbCommand CreateCommand()
mSystem.Data.DataTable GetOleDbSchemaTable(guid schema, System.Object[] restrictions)
mvoid ResetState()
mSystem.Object ICloneable.Clone()
#System.Data.OleDb.OleDbCommand|class|System.Data.Common.DbCommand|System.ComponentModel.IComponent System.IDisposable System.Data.IDbCommand System.IAsyncDisposable System.ICloneable|System.Data.OleDb, Version=10.0.0.14, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pstring CommandText {get;set;}
pint CommandTimeout {get;set;}
pSystem.Data.CommandType CommandType {get;set;}
pSystem.Data.OleDb.OleDbConnection Connection {get;set;}
pbool DesignTimeVisible {get;set;}
pSystem.Data.OleDb.OleDbParameterCollection Parameters {get;}
pSystem.Data.OleDb.OleDbTransaction Transaction {get;set;}
pSystem.Data.UpdateRowSource UpdatedRowSource {get;set;}
cnew()
cnew(string cmdText)
cnew(string cmdText, System.Data.OleDb.OleDbConnection connection)
cnew(string cmdText, System.Data.OleDb.OleDbConnection connection, System.Data.OleDb.OleDbTransaction transaction)
mSystem.Data.OleDb.OleDbCommand Clone()
mSystem.Object ICloneable.Clone()
mSystem.Data.OleDb.OleDbParameter CreateParameter()
mSystem.Data.OleDb.OleDbDataReader ExecuteReader()
mSystem.Data.OleDb.OleDbDataReader ExecuteReader(System.Data.CommandBehavior behavior)
mvoid ResetCommandTimeout()
#System.Data.OleDb.OleDbDataAdapter|class|System.Data.Common.DbDataAdapter|System.ComponentModel.IComponent System.IDisposable System.Data.IDataAdapter System.Data.IDbDataAdapter System.ICloneable|System.Data.OleDb, Version=10.0.0.14, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pSystem.Data.OleDb.OleDbCommand DeleteCommand {get;set;}
pSystem.Data.OleDb.OleDbCommand InsertCommand {get;set;}
pSystem.Data.OleDb.OleDbCommand SelectCommand {get;set;}
pSystem.Data.OleDb.OleDbCommand UpdateCommand {get;set;}
cnew()
cnew(System.Data.OleDb.OleDbCommand selectCommand)
cnew(string selectCommandText, System.Data.OleDb.OleDbConnection selectConnection)
cnew(string selectCommandText, string selectConnectionString)
mint Fill(System.Data.DataSet dataSet, System.Object ADODBRecordSet, string srcTable)
mint Fill(System.Data.DataTable dataTable, System.Object ADODBRecordSet)
#System.Management.ManagementObject|class|System.Management.ManagementBaseObject|System.ComponentModel.IComponent System.IDisposable System.ICloneable System.Runtime.Serialization.ISerializable|System.Management, Version=10.0.0.14, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Management.ManagementPath ClassPath {get;}
pSystem.Management.ObjectGetOptions Options {get;set;}
pSystem.Management.ManagementPath Path {get;set;}
pSystem.Management.ManagementScope Scope {get;set;}
cnew()
cnew(System.Management.ManagementPath path)
cnew(System.Management.ManagementPath path, System.Management.ObjectGetOptions options)
cnew(System.Management.ManagementScope scope, System.Management.ManagementPath path, System.Management.ObjectGetOptions options)
cnew(string path)
cnew(string path, System.Management.ObjectGetOptions options)
cnew(string scopeString, string pathString, System.Management.ObjectGetOptions options)
mvoid CopyTo(System.Management.ManagementOperationObserver watcher, System.Management.ManagementPath path)
mvoid CopyTo(System.Management.ManagementOperationObserver watcher, System.Management.ManagementPath path, System.Management.PutOptions options)
mvoid CopyTo(System.Management.ManagementOperationObserver watcher, string path)
mvoid CopyTo(System.Management.ManagementOperationObserver watcher, string path, System.Management.PutOptions options)
mSystem.Management.ManagementPath CopyTo(System.Management.ManagementPath path)
mSystem.Management.ManagementPath CopyTo(System.Management.ManagementPath path, System.Management.PutOptions options)
mSystem.Management.ManagementPath CopyTo(string path)
mSystem.Management.ManagementPath CopyTo(string path, System.Management.PutOptions options)
mvoid Delete()
mvoid Delete(System.Management.DeleteOptions options)
mvoid Delete(System.Management.ManagementOperationObserver watcher)
mvoid Delete(System.Management.ManagementOperationObserver watcher, System.Management.DeleteOptions options)
mvoid Get()
mvoid Get(System.Management.ManagementOperationObserver watcher)
mSystem.Management.ManagementBaseObject GetMethodParameters(string methodName)
mSystem.Management.ManagementObjectCollection GetRelated()
mvoid GetRelated(System.Management.ManagementOperationObserver watcher)
mvoid GetRelated(System.Management.ManagementOperationObserver watcher, string relatedClass)
mvoid GetRelated(System.Management.ManagementOperationObserver watcher, string relatedClass, string relationshipClass, string relationshipQualifier, string relatedQualifier, string relatedRole, string thisRole, bool classDefinitionsOnly, System.Management.EnumerationOptions options)
mSystem.Management.ManagementObjectCollection GetRelated(string relatedClass)
mSystem.Management.ManagementObjectCollection GetRelated(string relatedClass, string relationshipClass, string relationshipQualifier, string relatedQualifier, string relatedRole, string thisRole, bool classDefinitionsOnly, System.Management.EnumerationOptions options)
mSystem.Management.ManagementObjectCollection GetRelationships()
mvoid GetRelationships(System.Management.ManagementOperationObserver watcher)
mvoid GetRelationships(System.Management.ManagementOperationObserver watcher, string relationshipClass)
mvoid GetRelationships(System.Management.ManagementOperationObserver watcher, string relationshipClass, string relationshipQualifier, string thisRole, bool classDefinitionsOnly, System.Management.EnumerationOptions options)
mSystem.Management.ManagementObjectCollection GetRelationships(string relationshipClass)
mSystem.Management.ManagementObjectCollection GetRelationships(string relationshipClass, string relationshipQualifier, string thisRole, bool classDefinitionsOnly, System.Management.EnumerationOptions options)
mvoid InvokeMethod(System.Management.ManagementOperationObserver watcher, string methodName, System.Management.ManagementBaseObject inParameters, System.Management.InvokeMethodOptions options)
mvoid InvokeMethod(System.Management.ManagementOperationObserver watcher, string methodName, System.Object[] args)
mSystem.Management.ManagementBaseObject InvokeMethod(string methodName, System.Management.ManagementBaseObject inParameters, System.Management.InvokeMethodOptions options)
mSystem.Object InvokeMethod(string methodName, System.Object[] args)
mSystem.Management.ManagementPath Put()
mvoid Put(System.Management.ManagementOperationObserver watcher)
mvoid Put(System.Management.ManagementOperationObserver watcher, System.Management.PutOptions options)
mSystem.Management.ManagementPath Put(System.Management.PutOptions options)
#System.Management.ManagementObjectSearcher|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.Management, Version=10.0.0.14, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Management.EnumerationOptions Options {get;set;}
pSystem.Management.ObjectQuery Query {get;set;}
pSystem.Management.ManagementScope Scope {get;set;}
cnew()
cnew(System.Management.ManagementScope scope, System.Management.ObjectQuery query)
cnew(System.Management.ManagementScope scope, System.Management.ObjectQuery query, System.Management.EnumerationOptions options)
cnew(System.Management.ObjectQuery query)
cnew(string queryString)
cnew(string scope, string queryString)
cnew(string scope, string queryString, System.Management.EnumerationOptions options)
mSystem.Management.ManagementObjectCollection Get()
mvoid Get(System.Management.ManagementOperationObserver watcher)
#System.Management.ManagementClass|class|System.Management.ManagementObject|System.ComponentModel.IComponent System.IDisposable System.ICloneable System.Runtime.Serialization.ISerializable|System.Management, Version=10.0.0.14, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Collections.Specialized.StringCollection Derivation {get;}
pSystem.Management.MethodDataCollection Methods {get;}
pSystem.Management.ManagementPath Path {get;set;}
cnew()
cnew(System.Management.ManagementPath path)
cnew(System.Management.ManagementPath path, System.Management.ObjectGetOptions options)
cnew(System.Management.ManagementScope scope, System.Management.ManagementPath path, System.Management.ObjectGetOptions options)
cnew(string path)
cnew(string path, System.Management.ObjectGetOptions options)
cnew(string scope, string path, System.Management.ObjectGetOptions options)
mSystem.Management.ManagementObject CreateInstance()
mSystem.Management.ManagementClass Derive(string newClassName)
mSystem.Management.ManagementObjectCollection GetInstances()
mSystem.Management.ManagementObjectCollection GetInstances(System.Management.EnumerationOptions options)
mvoid GetInstances(System.Management.ManagementOperationObserver watcher)
mvoid GetInstances(System.Management.ManagementOperationObserver watcher, System.Management.EnumerationOptions options)
mSystem.Management.ManagementObjectCollection GetRelatedClasses()
mvoid GetRelatedClasses(System.Management.ManagementOperationObserver watcher)
mvoid GetRelatedClasses(System.Management.ManagementOperationObserver watcher, string relatedClass)
mvoid GetRelatedClasses(System.Management.ManagementOperationObserver watcher, string relatedClass, string relationshipClass, string relationshipQualifier, string relatedQualifier, string relatedRole, string thisRole, System.Management.EnumerationOptions options)
mSystem.Management.ManagementObjectCollection GetRelatedClasses(string relatedClass)
mSystem.Management.ManagementObjectCollection GetRelatedClasses(string relatedClass, string relationshipClass, string relationshipQualifier, string relatedQualifier, string relatedRole, string thisRole, System.Management.EnumerationOptions options)
mSystem.Management.ManagementObjectCollection GetRelationshipClasses()
mvoid GetRelationshipClasses(System.Management.ManagementOperationObserver watcher)
mvoid GetRelationshipClasses(System.Management.ManagementOperationObserver watcher, string relationshipClass)
mvoid GetRelationshipClasses(System.Management.ManagementOperationObserver watcher, string relationshipClass, string relationshipQualifier, string thisRole, System.Management.EnumerationOptions options)
mSystem.Management.ManagementObjectCollection GetRelationshipClasses(string relationshipClass)
mSystem.Management.ManagementObjectCollection GetRelationshipClasses(string relationshipClass, string relationshipQualifier, string thisRole, System.Management.EnumerationOptions options)
mSystem.CodeDom.CodeTypeDeclaration GetStronglyTypedClassCode(bool includeSystemClassInClassDef, bool systemPropertyClass)
mbool GetStronglyTypedClassCode(System.Management.CodeLanguage lang, string filePath, string classNamespace)
mSystem.Management.ManagementObjectCollection GetSubclasses()
mSystem.Management.ManagementObjectCollection GetSubclasses(System.Management.EnumerationOptions options)
mvoid GetSubclasses(System.Management.ManagementOperationObserver watcher)
mvoid GetSubclasses(System.Management.ManagementOperationObserver watcher, System.Management.EnumerationOptions options)
#System.Management.ManagementScope|class|System.Object|System.ICloneable|System.Management, Version=10.0.0.14, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool IsConnected {get;}
pSystem.Management.ConnectionOptions Options {get;set;}
pSystem.Management.ManagementPath Path {get;set;}
cnew()
cnew(System.Management.ManagementPath path)
cnew(System.Management.ManagementPath path, System.Management.ConnectionOptions options)
cnew(string path)
cnew(string path, System.Management.ConnectionOptions options)
mSystem.Management.ManagementScope Clone()
mSystem.Object ICloneable.Clone()
mvoid Connect()
#System.DirectoryServices.DirectoryEntry|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.DirectoryServices, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.DirectoryServices.AuthenticationTypes AuthenticationType {get;set;}
pSystem.DirectoryServices.DirectoryEntries Children {get;}
pguid Guid {get;}
pstring Name {get;}
pstring NativeGuid {get;}
pSystem.Object NativeObject {get;}
pSystem.DirectoryServices.ActiveDirectorySecurity ObjectSecurity {get;set;}
pSystem.DirectoryServices.DirectoryEntryConfiguration Options {get;}
pSystem.DirectoryServices.DirectoryEntry Parent {get;}
pstring Password {set;}
pstring Path {get;set;}
pSystem.DirectoryServices.PropertyCollection Properties {get;}
pstring SchemaClassName {get;}
pSystem.DirectoryServices.DirectoryEntry SchemaEntry {get;}
pbool UsePropertyCache {get;set;}
pstring Username {get;set;}
sbool Exists(string path)
cnew()
cnew(System.Object adsObject)
cnew(string path)
cnew(string path, string username, string password)
cnew(string path, string username, string password, System.DirectoryServices.AuthenticationTypes authenticationType)
mvoid Close()
mvoid CommitChanges()
mSystem.DirectoryServices.DirectoryEntry CopyTo(System.DirectoryServices.DirectoryEntry newParent)
mSystem.DirectoryServices.DirectoryEntry CopyTo(System.DirectoryServices.DirectoryEntry newParent, string newName)
mvoid DeleteTree()
mSystem.Object Invoke(string methodName, Params System.Object[] args)
mSystem.Object InvokeGet(string propertyName)
mvoid InvokeSet(string propertyName, Params System.Object[] args)
mvoid MoveTo(System.DirectoryServices.DirectoryEntry newParent)
mvoid MoveTo(System.DirectoryServices.DirectoryEntry newParent, string newName)
mvoid RefreshCache()
mvoid RefreshCache(string[] propertyNames)
mvoid Rename(string newName)
#System.DirectoryServices.DirectorySearcher|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.DirectoryServices, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool Asynchronous {get;set;}
pstring AttributeScopeQuery {get;set;}
pbool CacheResults {get;set;}
ptimespan ClientTimeout {get;set;}
pSystem.DirectoryServices.DereferenceAlias DerefAlias {get;set;}
pSystem.DirectoryServices.DirectorySynchronization DirectorySynchronization {get;set;}
pSystem.DirectoryServices.ExtendedDN ExtendedDN {get;set;}
pstring Filter {get;set;}
pint PageSize {get;set;}
pSystem.Collections.Specialized.StringCollection PropertiesToLoad {get;}
pbool PropertyNamesOnly {get;set;}
pSystem.DirectoryServices.ReferralChasingOption ReferralChasing {get;set;}
pSystem.DirectoryServices.DirectoryEntry SearchRoot {get;set;}
pSystem.DirectoryServices.SearchScope SearchScope {get;set;}
pSystem.DirectoryServices.SecurityMasks SecurityMasks {get;set;}
ptimespan ServerPageTimeLimit {get;set;}
ptimespan ServerTimeLimit {get;set;}
pint SizeLimit {get;set;}
pSystem.DirectoryServices.SortOption Sort {get;set;}
pbool Tombstone {get;set;}
pSystem.DirectoryServices.DirectoryVirtualListView VirtualListView {get;set;}
cnew()
cnew(System.DirectoryServices.DirectoryEntry searchRoot)
cnew(System.DirectoryServices.DirectoryEntry searchRoot, string filter)
cnew(System.DirectoryServices.DirectoryEntry searchRoot, string filter, string[] propertiesToLoad)
cnew(System.DirectoryServices.DirectoryEntry searchRoot, string filter, string[] propertiesToLoad, System.DirectoryServices.SearchScope scope)
cnew(string filter)
cnew(string filter, string[] propertiesToLoad)
cnew(string filter, string[] propertiesToLoad, System.DirectoryServices.SearchScope scope)
mSystem.DirectoryServices.SearchResultCollection FindAll()
mSystem.DirectoryServices.SearchResult FindOne()
#Microsoft.Win32.Registry|static|System.Object||Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|!ClassesRoot !CurrentConfig !CurrentUser !LocalMachine !PerformanceData !Users
qMicrosoft.Win32.RegistryKey ClassesRoot {get;}
qMicrosoft.Win32.RegistryKey CurrentConfig {get;}
qMicrosoft.Win32.RegistryKey CurrentUser {get;}
qMicrosoft.Win32.RegistryKey LocalMachine {get;}
qMicrosoft.Win32.RegistryKey PerformanceData {get;}
qMicrosoft.Win32.RegistryKey Users {get;}
sSystem.Object GetValue(string keyName, string valueName, System.Object defaultValue)
svoid SetValue(string keyName, string valueName, System.Object value)
svoid SetValue(string keyName, string valueName, System.Object value, Microsoft.Win32.RegistryValueKind valueKind)
#Microsoft.Win32.RegistryKey|class|System.MarshalByRefObject|System.IDisposable|Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pMicrosoft.Win32.SafeHandles.SafeRegistryHandle Handle {get;}
pstring Name {get;}
pint SubKeyCount {get;}
pint ValueCount {get;}
pMicrosoft.Win32.RegistryView View {get;}
sMicrosoft.Win32.RegistryKey FromHandle(Microsoft.Win32.SafeHandles.SafeRegistryHandle handle)
sMicrosoft.Win32.RegistryKey FromHandle(Microsoft.Win32.SafeHandles.SafeRegistryHandle handle, Microsoft.Win32.RegistryView view)
sMicrosoft.Win32.RegistryKey OpenBaseKey(Microsoft.Win32.RegistryHive hKey, Microsoft.Win32.RegistryView view)
sMicrosoft.Win32.RegistryKey OpenRemoteBaseKey(Microsoft.Win32.RegistryHive hKey, string machineName)
sMicrosoft.Win32.RegistryKey OpenRemoteBaseKey(Microsoft.Win32.RegistryHive hKey, string machineName, Microsoft.Win32.RegistryView view)
mvoid Close()
mMicrosoft.Win32.RegistryKey CreateSubKey(string subkey)
mMicrosoft.Win32.RegistryKey CreateSubKey(string subkey, Microsoft.Win32.RegistryKeyPermissionCheck permissionCheck)
mMicrosoft.Win32.RegistryKey CreateSubKey(string subkey, Microsoft.Win32.RegistryKeyPermissionCheck permissionCheck, Microsoft.Win32.RegistryOptions registryOptions)
mMicrosoft.Win32.RegistryKey CreateSubKey(string subkey, Microsoft.Win32.RegistryKeyPermissionCheck permissionCheck, Microsoft.Win32.RegistryOptions registryOptions, System.Security.AccessControl.RegistrySecurity registrySecurity)
mMicrosoft.Win32.RegistryKey CreateSubKey(string subkey, Microsoft.Win32.RegistryKeyPermissionCheck permissionCheck, System.Security.AccessControl.RegistrySecurity registrySecurity)
mMicrosoft.Win32.RegistryKey CreateSubKey(string subkey, bool writable)
mMicrosoft.Win32.RegistryKey CreateSubKey(string subkey, bool writable, Microsoft.Win32.RegistryOptions options)
mvoid DeleteSubKey(string subkey)
mvoid DeleteSubKey(string subkey, bool throwOnMissingSubKey)
mvoid DeleteSubKeyTree(string subkey)
mvoid DeleteSubKeyTree(string subkey, bool throwOnMissingSubKey)
mvoid DeleteValue(string name)
mvoid DeleteValue(string name, bool throwOnMissingValue)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Flush()
mSystem.Security.AccessControl.RegistrySecurity GetAccessControl()
mSystem.Security.AccessControl.RegistrySecurity GetAccessControl(System.Security.AccessControl.AccessControlSections includeSections)
mstring[] GetSubKeyNames()
mSystem.Object GetValue(string name)
mSystem.Object GetValue(string name, System.Object defaultValue)
mSystem.Object GetValue(string name, System.Object defaultValue, Microsoft.Win32.RegistryValueOptions options)
mMicrosoft.Win32.RegistryValueKind GetValueKind(string name)
mstring[] GetValueNames()
mMicrosoft.Win32.RegistryKey OpenSubKey(string name)
mMicrosoft.Win32.RegistryKey OpenSubKey(string name, Microsoft.Win32.RegistryKeyPermissionCheck permissionCheck)
mMicrosoft.Win32.RegistryKey OpenSubKey(string name, Microsoft.Win32.RegistryKeyPermissionCheck permissionCheck, System.Security.AccessControl.RegistryRights rights)
mMicrosoft.Win32.RegistryKey OpenSubKey(string name, bool writable)
mMicrosoft.Win32.RegistryKey OpenSubKey(string name, System.Security.AccessControl.RegistryRights rights)
mvoid SetAccessControl(System.Security.AccessControl.RegistrySecurity registrySecurity)
mvoid SetValue(string name, System.Object value)
mvoid SetValue(string name, System.Object value, Microsoft.Win32.RegistryValueKind valueKind)
#Microsoft.Win32.RegistryHive|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|ClassesRoot=-2147483648,CurrentUser=-2147483647,LocalMachine=-2147483646,Users=-2147483645,PerformanceData=-2147483644,CurrentConfig=-2147483643
#Microsoft.Win32.RegistryView|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Default=0,Registry64=256,Registry32=512
#Microsoft.Win32.RegistryValueKind|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|None=-1,Unknown=0,String=1,ExpandString=2,Binary=3,DWord=4,MultiString=7,QWord=11
#Microsoft.Win32.RegistryValueOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,DoNotExpandEnvironmentNames=1
#Microsoft.Win32.RegistryKeyPermissionCheck|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Default=0,ReadSubTree=1,ReadWriteSubTree=2
#Microsoft.Win32.RegistryOptions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,Volatile=1
#System.Security.Principal.IdentityReference|abstract|System.Object||System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring Value {get;}
sbool op_Equality(System.Security.Principal.IdentityReference left, System.Security.Principal.IdentityReference right)
sbool op_Inequality(System.Security.Principal.IdentityReference left, System.Security.Principal.IdentityReference right)
mbool Equals(System.Object o)
mbool IsValidTargetType(type targetType)
mSystem.Security.Principal.IdentityReference Translate(type targetType)
#System.Security.Principal.IdentityReferenceCollection|class|System.Object|System.Collections.Generic.ICollection\`1[System.Security.Principal.IdentityReference] System.Collections.Generic.IEnumerable\`1[System.Security.Principal.IdentityReference] System.Collections.IEnumerable|System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Count {get;}
pbool IsReadOnly {get;}
cnew()
cnew(int capacity)
mSystem.Security.Principal.IdentityReference get_Item(int index)
mvoid set_Item(int index, System.Security.Principal.IdentityReference value)
mvoid Add(System.Security.Principal.IdentityReference identity)
mvoid ICollection[IdentityReference].Add(System.Security.Principal.IdentityReference item)
mvoid Clear()
mvoid ICollection[IdentityReference].Clear()
mbool Contains(System.Security.Principal.IdentityReference identity)
mbool ICollection[IdentityReference].Contains(System.Security.Principal.IdentityReference item)
mvoid CopyTo(System.Security.Principal.IdentityReference[] array, int offset)
mvoid ICollection[IdentityReference].CopyTo(System.Security.Principal.IdentityReference[] array, int arrayIndex)
mSystem.Collections.Generic.IEnumerator[System.Security.Principal.IdentityReference] GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Security.Principal.IdentityReference] IEnumerable[IdentityReference].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mbool Remove(System.Security.Principal.IdentityReference identity)
mbool ICollection[IdentityReference].Remove(System.Security.Principal.IdentityReference item)
mSystem.Security.Principal.IdentityReferenceCollection Translate(type targetType)
mSystem.Security.Principal.IdentityReferenceCollection Translate(type targetType, bool forceSuccess)
#System.Security.Principal.NTAccount|class|System.Security.Principal.IdentityReference||System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pstring Value {get;}
sbool op_Equality(System.Security.Principal.NTAccount left, System.Security.Principal.NTAccount right)
sbool op_Inequality(System.Security.Principal.NTAccount left, System.Security.Principal.NTAccount right)
cnew(string name)
cnew(string domainName, string accountName)
#System.Security.Principal.SecurityIdentifier|class|System.Security.Principal.IdentityReference|System.IComparable\`1[System.Security.Principal.SecurityIdentifier]|System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|!MaxBinaryLength !MinBinaryLength
pSystem.Security.Principal.SecurityIdentifier AccountDomainSid {get;}
pint BinaryLength {get;}
pstring Value {get;}
qint MaxBinaryLength {get;}
qint MinBinaryLength {get;}
sbool op_Equality(System.Security.Principal.SecurityIdentifier left, System.Security.Principal.SecurityIdentifier right)
sbool op_Inequality(System.Security.Principal.SecurityIdentifier left, System.Security.Principal.SecurityIdentifier right)
cnew(byte[] binaryForm, int offset)
cnew(System.IntPtr binaryForm)
cnew(System.Security.Principal.WellKnownSidType sidType, System.Security.Principal.SecurityIdentifier domainSid)
cnew(string sddlForm)
mint CompareTo(System.Security.Principal.SecurityIdentifier sid)
mint IComparable[SecurityIdentifier].CompareTo(System.Security.Principal.SecurityIdentifier other)
mbool Equals(System.Security.Principal.SecurityIdentifier sid)
mvoid GetBinaryForm(byte[] binaryForm, int offset)
mbool IsAccountSid()
mbool IsEqualDomainSid(System.Security.Principal.SecurityIdentifier sid)
mbool IsWellKnown(System.Security.Principal.WellKnownSidType type)
#System.Security.Principal.WellKnownSidType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|NullSid=0,WorldSid=1,LocalSid=2,CreatorOwnerSid=3,CreatorGroupSid=4,CreatorOwnerServerSid=5,CreatorGroupServerSid=6,NTAuthoritySid=7,DialupSid=8,NetworkSid=9,BatchSid=10,InteractiveSid=11,ServiceSid=12,AnonymousSid=13,ProxySid=14,EnterpriseControllersSid=15,SelfSid=16,AuthenticatedUserSid=17,RestrictedCodeSid=18,TerminalServerSid=19,RemoteLogonIdSid=20,LogonIdsSid=21,LocalSystemSid=22,LocalServiceSid=23,NetworkServiceSid=24,BuiltinDomainSid=25,BuiltinAdministratorsSid=26,BuiltinUsersSid=27,BuiltinGuestsSid=28,BuiltinPowerUsersSid=29,BuiltinAccountOperatorsSid=30,BuiltinSystemOperatorsSid=31,BuiltinPrintOperatorsSid=32,BuiltinBackupOperatorsSid=33,BuiltinReplicatorSid=34,BuiltinPreWindows2000CompatibleAccessSid=35,BuiltinRemoteDesktopUsersSid=36,BuiltinNetworkConfigurationOperatorsSid=37,AccountAdministratorSid=38,AccountGuestSid=39,AccountKrbtgtSid=40,AccountDomainAdminsSid=41,AccountDomainUsersSid=42,AccountDomainGuestsSid=43,AccountComputersSid=44,AccountControllersSid=45,AccountCertAdminsSid=46,AccountSchemaAdminsSid=47,AccountEnterpriseAdminsSid=48,AccountPolicyAdminsSid=49,AccountRasAndIasServersSid=50,NtlmAuthenticationSid=51,DigestAuthenticationSid=52,SChannelAuthenticationSid=53,ThisOrganizationSid=54,OtherOrganizationSid=55,BuiltinIncomingForestTrustBuildersSid=56,BuiltinPerformanceMonitoringUsersSid=57,BuiltinPerformanceLoggingUsersSid=58,BuiltinAuthorizationAccessSid=59,MaxDefined=60,WinBuiltinTerminalServerLicenseServersSid=60,WinBuiltinDCOMUsersSid=61,WinBuiltinIUsersSid=62,WinIUserSid=63,WinBuiltinCryptoOperatorsSid=64,WinUntrustedLabelSid=65,WinLowLabelSid=66,WinMediumLabelSid=67,WinHighLabelSid=68,WinSystemLabelSid=69,WinWriteRestrictedCodeSid=70,WinCreatorOwnerRightsSid=71,WinCacheablePrincipalsGroupSid=72,WinNonCacheablePrincipalsGroupSid=73,WinEnterpriseReadonlyControllersSid=74,WinAccountReadonlyControllersSid=75,WinBuiltinEventLogReadersGroup=76,WinNewEnterpriseReadonlyControllersSid=77,WinBuiltinCertSvcDComAccessGroup=78,WinMediumPlusLabelSid=79,WinLocalLogonSid=80,WinConsoleLogonSid=81,WinThisOrganizationCertificateSid=82,WinApplicationPackageAuthoritySid=83,WinBuiltinAnyPackageSid=84,WinCapabilityInternetClientSid=85,WinCapabilityInternetClientServerSid=86,WinCapabilityPrivateNetworkClientServerSid=87,WinCapabilityPicturesLibrarySid=88,WinCapabilityVideosLibrarySid=89,WinCapabilityMusicLibrarySid=90,WinCapabilityDocumentsLibrarySid=91,WinCapabilitySharedUserCertificatesSid=92,WinCapabilityEnterpriseAuthenticationSid=93,WinCapabilityRemovableStorageSid=94
#System.Security.Claims.ClaimsIdentity|class|System.Object|System.Security.Principal.IIdentity|System.Security.Claims, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=DefaultIssuer =DefaultNameClaimType =DefaultRoleClaimType
pstring AuthenticationType {get;}
pbool IsAuthenticated {get;}
pSystem.Security.Claims.ClaimsIdentity Actor {get;set;}
pSystem.Object BootstrapContext {get;set;}
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] Claims {get;}
pstring Label {get;set;}
pstring Name {get;}
pstring NameClaimType {get;}
pstring RoleClaimType {get;}
qstring DefaultIssuer {get;}
qstring DefaultNameClaimType {get;}
qstring DefaultRoleClaimType {get;}
cnew()
cnew(System.Security.Principal.IIdentity identity)
cnew(System.Collections.Generic.IEnumerable[System.Security.Claims.Claim] claims)
cnew(string authenticationType)
cnew(System.Collections.Generic.IEnumerable[System.Security.Claims.Claim] claims, string authenticationType)
cnew(System.Security.Principal.IIdentity identity, System.Collections.Generic.IEnumerable[System.Security.Claims.Claim] claims)
cnew(string authenticationType, string nameType, string roleType)
cnew(System.Collections.Generic.IEnumerable[System.Security.Claims.Claim] claims, string authenticationType, string nameType, string roleType)
cnew(System.Security.Principal.IIdentity identity, System.Collections.Generic.IEnumerable[System.Security.Claims.Claim] claims, string authenticationType, string nameType, string roleType)
cnew(System.IO.BinaryReader reader)
cnew(System.IO.BinaryReader reader, System.StringComparison stringComparison)
cnew(System.Security.Principal.IIdentity identity = null, System.Collections.Generic.IEnumerable[System.Security.Claims.Claim] claims = null, string authenticationType = null, string nameType = null, string roleType = null, System.StringComparison stringComparison = System.StringComparison.OrdinalIgnoreCase)
mSystem.Security.Claims.ClaimsIdentity Clone()
mvoid AddClaim(System.Security.Claims.Claim claim)
mvoid AddClaims(System.Collections.Generic.IEnumerable[System.Security.Claims.Claim] claims)
mbool TryRemoveClaim(System.Security.Claims.Claim claim)
mvoid RemoveClaim(System.Security.Claims.Claim claim)
mSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] FindAll(System.Predicate[System.Security.Claims.Claim] match)
mSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] FindAll(string type)
mSystem.Security.Claims.Claim FindFirst(System.Predicate[System.Security.Claims.Claim] match)
mSystem.Security.Claims.Claim FindFirst(string type)
mbool HasClaim(System.Predicate[System.Security.Claims.Claim] match)
mbool HasClaim(string type, string value)
mvoid WriteTo(System.IO.BinaryWriter writer)
#System.Security.Claims.ClaimsPrincipal|class|System.Object|System.Security.Principal.IPrincipal|System.Security.Claims, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] Claims {get;}
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.ClaimsIdentity] Identities {get;}
pSystem.Security.Principal.IIdentity Identity {get;}
qSystem.Func[System.Collections.Generic.IEnumerable[System.Security.Claims.ClaimsIdentity],System.Security.Claims.ClaimsIdentity] PrimaryIdentitySelector {get;set;}
qSystem.Func[System.Security.Claims.ClaimsPrincipal] ClaimsPrincipalSelector {get;set;}
qSystem.Security.Claims.ClaimsPrincipal Current {get;}
cnew()
cnew(System.Collections.Generic.IEnumerable[System.Security.Claims.ClaimsIdentity] identities)
cnew(System.Security.Principal.IIdentity identity)
cnew(System.Security.Principal.IPrincipal principal)
cnew(System.IO.BinaryReader reader)
mvoid AddIdentity(System.Security.Claims.ClaimsIdentity identity)
mvoid AddIdentities(System.Collections.Generic.IEnumerable[System.Security.Claims.ClaimsIdentity] identities)
mSystem.Security.Claims.ClaimsPrincipal Clone()
mSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] FindAll(System.Predicate[System.Security.Claims.Claim] match)
mSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] FindAll(string type)
mSystem.Security.Claims.Claim FindFirst(System.Predicate[System.Security.Claims.Claim] match)
mSystem.Security.Claims.Claim FindFirst(string type)
mbool HasClaim(System.Predicate[System.Security.Claims.Claim] match)
mbool HasClaim(string type, string value)
mbool IsInRole(string role)
mbool IPrincipal.IsInRole(string role)
mvoid WriteTo(System.IO.BinaryWriter writer)
#System.Security.Claims.Claim|class|System.Object||System.Security.Claims, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Issuer {get;}
pstring OriginalIssuer {get;}
pSystem.Collections.Generic.IDictionary[string,string] Properties {get;}
pSystem.Security.Claims.ClaimsIdentity Subject {get;}
pstring Type {get;}
pstring Value {get;}
pstring ValueType {get;}
cnew(System.IO.BinaryReader reader)
cnew(System.IO.BinaryReader reader, System.Security.Claims.ClaimsIdentity subject)
cnew(string type, string value)
cnew(string type, string value, string valueType)
cnew(string type, string value, string valueType, string issuer)
cnew(string type, string value, string valueType, string issuer, string originalIssuer)
cnew(string type, string value, string valueType, string issuer, string originalIssuer, System.Security.Claims.ClaimsIdentity subject)
mSystem.Security.Claims.Claim Clone()
mSystem.Security.Claims.Claim Clone(System.Security.Claims.ClaimsIdentity identity)
mvoid WriteTo(System.IO.BinaryWriter writer)
#System.Security.Principal.WindowsIdentity|class|System.Security.Claims.ClaimsIdentity|System.Security.Principal.IIdentity System.IDisposable System.Runtime.Serialization.IDeserializationCallback System.Runtime.Serialization.ISerializable|System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=DefaultIssuer
pMicrosoft.Win32.SafeHandles.SafeAccessTokenHandle AccessToken {get;}
pstring AuthenticationType {get;}
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] Claims {get;}
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] DeviceClaims {get;}
pSystem.Security.Principal.IdentityReferenceCollection Groups {get;}
pSystem.Security.Principal.TokenImpersonationLevel ImpersonationLevel {get;}
pbool IsAnonymous {get;}
pbool IsAuthenticated {get;}
pbool IsGuest {get;}
pbool IsSystem {get;}
pstring Name {get;}
pSystem.Security.Principal.SecurityIdentifier Owner {get;}
pSystem.IntPtr Token {get;}
pSystem.Security.Principal.SecurityIdentifier User {get;}
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] UserClaims {get;}
sSystem.Security.Principal.WindowsIdentity GetAnonymous()
sSystem.Security.Principal.WindowsIdentity GetCurrent()
sSystem.Security.Principal.WindowsIdentity GetCurrent(bool ifImpersonating)
sSystem.Security.Principal.WindowsIdentity GetCurrent(System.Security.Principal.TokenAccessLevels desiredAccess)
svoid RunImpersonated(Microsoft.Win32.SafeHandles.SafeAccessTokenHandle safeAccessTokenHandle, System.Action action)
sT RunImpersonated[T](Microsoft.Win32.SafeHandles.SafeAccessTokenHandle safeAccessTokenHandle, System.Func[T] func)
sSystem.Threading.Tasks.Task RunImpersonatedAsync(Microsoft.Win32.SafeHandles.SafeAccessTokenHandle safeAccessTokenHandle, System.Func[System.Threading.Tasks.Task] func)
sSystem.Threading.Tasks.Task[T] RunImpersonatedAsync[T](Microsoft.Win32.SafeHandles.SafeAccessTokenHandle safeAccessTokenHandle, System.Func[System.Threading.Tasks.Task[T]] func)
cnew(System.IntPtr userToken)
cnew(System.IntPtr userToken, string type)
cnew(System.IntPtr userToken, string type, System.Security.Principal.WindowsAccountType acctType)
cnew(System.IntPtr userToken, string type, System.Security.Principal.WindowsAccountType acctType, bool isAuthenticated)
cnew(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
cnew(string sUserPrincipalName)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Security.Principal.WindowsPrincipal|class|System.Security.Claims.ClaimsPrincipal|System.Security.Principal.IPrincipal|System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] DeviceClaims {get;}
pSystem.Security.Principal.IIdentity Identity {get;}
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] UserClaims {get;}
cnew(System.Security.Principal.WindowsIdentity ntIdentity)
mbool IsInRole(int rid)
mbool IsInRole(System.Security.Principal.SecurityIdentifier sid)
mbool IsInRole(System.Security.Principal.WindowsBuiltInRole role)
#System.Security.Principal.GenericIdentity|class|System.Security.Claims.ClaimsIdentity|System.Security.Principal.IIdentity|System.Security.Claims, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Collections.Generic.IEnumerable[System.Security.Claims.Claim] Claims {get;}
pstring Name {get;}
pstring AuthenticationType {get;}
pbool IsAuthenticated {get;}
cnew(string name)
cnew(string name, string type)
#System.Security.Principal.GenericPrincipal|class|System.Security.Claims.ClaimsPrincipal|System.Security.Principal.IPrincipal|System.Security.Claims, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Security.Principal.IIdentity Identity {get;}
cnew(System.Security.Principal.IIdentity identity, string[] roles)
#System.Security.Principal.TokenImpersonationLevel|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|None=0,Anonymous=1,Identification=2,Impersonation=3,Delegation=4
#System.Security.Principal.PrincipalPolicy|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|UnauthenticatedPrincipal=0,NoPrincipal=1,WindowsPrincipal=2
#System.Security.AccessControl.AuthorizationRule|abstract|System.Object||System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pSystem.Security.Principal.IdentityReference IdentityReference {get;}
pSystem.Security.AccessControl.InheritanceFlags InheritanceFlags {get;}
pbool IsInherited {get;}
pSystem.Security.AccessControl.PropagationFlags PropagationFlags {get;}
#System.Security.AccessControl.AccessRule|abstract|System.Security.AccessControl.AuthorizationRule||System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pSystem.Security.AccessControl.AccessControlType AccessControlType {get;}
#System.Security.AccessControl.ObjectSecurity|abstract|System.Object||System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
ptype AccessRightType {get;}
ptype AccessRuleType {get;}
pbool AreAccessRulesCanonical {get;}
pbool AreAccessRulesProtected {get;}
pbool AreAuditRulesCanonical {get;}
pbool AreAuditRulesProtected {get;}
ptype AuditRuleType {get;}
sbool IsSddlConversionSupported()
mSystem.Security.AccessControl.AccessRule AccessRuleFactory(System.Security.Principal.IdentityReference identityReference, int accessMask, bool isInherited, System.Security.AccessControl.InheritanceFlags inheritanceFlags, System.Security.AccessControl.PropagationFlags propagationFlags, System.Security.AccessControl.AccessControlType type)
mSystem.Security.AccessControl.AuditRule AuditRuleFactory(System.Security.Principal.IdentityReference identityReference, int accessMask, bool isInherited, System.Security.AccessControl.InheritanceFlags inheritanceFlags, System.Security.AccessControl.PropagationFlags propagationFlags, System.Security.AccessControl.AuditFlags flags)
mSystem.Security.Principal.IdentityReference GetGroup(type targetType)
mSystem.Security.Principal.IdentityReference GetOwner(type targetType)
mbyte[] GetSecurityDescriptorBinaryForm()
mstring GetSecurityDescriptorSddlForm(System.Security.AccessControl.AccessControlSections includeSections)
mbool ModifyAccessRule(System.Security.AccessControl.AccessControlModification modification, System.Security.AccessControl.AccessRule rule, [ref] bool modified)
mbool ModifyAuditRule(System.Security.AccessControl.AccessControlModification modification, System.Security.AccessControl.AuditRule rule, [ref] bool modified)
mvoid PurgeAccessRules(System.Security.Principal.IdentityReference identity)
mvoid PurgeAuditRules(System.Security.Principal.IdentityReference identity)
mvoid SetAccessRuleProtection(bool isProtected, bool preserveInheritance)
mvoid SetAuditRuleProtection(bool isProtected, bool preserveInheritance)
mvoid SetGroup(System.Security.Principal.IdentityReference identity)
mvoid SetOwner(System.Security.Principal.IdentityReference identity)
mvoid SetSecurityDescriptorBinaryForm(byte[] binaryForm)
mvoid SetSecurityDescriptorBinaryForm(byte[] binaryForm, System.Security.AccessControl.AccessControlSections includeSections)
mvoid SetSecurityDescriptorSddlForm(string sddlForm)
mvoid SetSecurityDescriptorSddlForm(string sddlForm, System.Security.AccessControl.AccessControlSections includeSections)
#System.Security.AccessControl.CommonObjectSecurity|abstract|System.Security.AccessControl.ObjectSecurity||System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
mSystem.Security.AccessControl.AuthorizationRuleCollection GetAccessRules(bool includeExplicit, bool includeInherited, type targetType)
mSystem.Security.AccessControl.AuthorizationRuleCollection GetAuditRules(bool includeExplicit, bool includeInherited, type targetType)
#System.Security.AccessControl.NativeObjectSecurity|abstract|System.Security.AccessControl.CommonObjectSecurity||System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
#System.Security.AccessControl.FileSystemSecurity|abstract|System.Security.AccessControl.NativeObjectSecurity||System.IO.FileSystem.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
ptype AccessRightType {get;}
ptype AccessRuleType {get;}
ptype AuditRuleType {get;}
mvoid AddAccessRule(System.Security.AccessControl.FileSystemAccessRule rule)
mvoid AddAuditRule(System.Security.AccessControl.FileSystemAuditRule rule)
mbool RemoveAccessRule(System.Security.AccessControl.FileSystemAccessRule rule)
mvoid RemoveAccessRuleAll(System.Security.AccessControl.FileSystemAccessRule rule)
mvoid RemoveAccessRuleSpecific(System.Security.AccessControl.FileSystemAccessRule rule)
mbool RemoveAuditRule(System.Security.AccessControl.FileSystemAuditRule rule)
mvoid RemoveAuditRuleAll(System.Security.AccessControl.FileSystemAuditRule rule)
mvoid RemoveAuditRuleSpecific(System.Security.AccessControl.FileSystemAuditRule rule)
mvoid ResetAccessRule(System.Security.AccessControl.FileSystemAccessRule rule)
mvoid SetAccessRule(System.Security.AccessControl.FileSystemAccessRule rule)
mvoid SetAuditRule(System.Security.AccessControl.FileSystemAuditRule rule)
#System.Security.AccessControl.FileSecurity|class|System.Security.AccessControl.FileSystemSecurity||System.IO.FileSystem.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
cnew(string fileName, System.Security.AccessControl.AccessControlSections includeSections)
#System.Security.AccessControl.DirectorySecurity|class|System.Security.AccessControl.FileSystemSecurity||System.IO.FileSystem.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
cnew(string name, System.Security.AccessControl.AccessControlSections includeSections)
#System.Security.AccessControl.RegistrySecurity|class|System.Security.AccessControl.NativeObjectSecurity||Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
ptype AccessRightType {get;}
ptype AccessRuleType {get;}
ptype AuditRuleType {get;}
cnew()
mvoid AddAccessRule(System.Security.AccessControl.RegistryAccessRule rule)
mvoid AddAuditRule(System.Security.AccessControl.RegistryAuditRule rule)
mbool RemoveAccessRule(System.Security.AccessControl.RegistryAccessRule rule)
mvoid RemoveAccessRuleAll(System.Security.AccessControl.RegistryAccessRule rule)
mvoid RemoveAccessRuleSpecific(System.Security.AccessControl.RegistryAccessRule rule)
mbool RemoveAuditRule(System.Security.AccessControl.RegistryAuditRule rule)
mvoid RemoveAuditRuleAll(System.Security.AccessControl.RegistryAuditRule rule)
mvoid RemoveAuditRuleSpecific(System.Security.AccessControl.RegistryAuditRule rule)
mvoid ResetAccessRule(System.Security.AccessControl.RegistryAccessRule rule)
mvoid SetAccessRule(System.Security.AccessControl.RegistryAccessRule rule)
mvoid SetAuditRule(System.Security.AccessControl.RegistryAuditRule rule)
#System.Security.AccessControl.FileSystemAccessRule|class|System.Security.AccessControl.AccessRule||System.IO.FileSystem.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.AccessControl.FileSystemRights FileSystemRights {get;}
cnew(System.Security.Principal.IdentityReference identity, System.Security.AccessControl.FileSystemRights fileSystemRights, System.Security.AccessControl.AccessControlType type)
cnew(System.Security.Principal.IdentityReference identity, System.Security.AccessControl.FileSystemRights fileSystemRights, System.Security.AccessControl.InheritanceFlags inheritanceFlags, System.Security.AccessControl.PropagationFlags propagationFlags, System.Security.AccessControl.AccessControlType type)
cnew(string identity, System.Security.AccessControl.FileSystemRights fileSystemRights, System.Security.AccessControl.AccessControlType type)
cnew(string identity, System.Security.AccessControl.FileSystemRights fileSystemRights, System.Security.AccessControl.InheritanceFlags inheritanceFlags, System.Security.AccessControl.PropagationFlags propagationFlags, System.Security.AccessControl.AccessControlType type)
#System.Security.AccessControl.FileSystemAuditRule|class|System.Security.AccessControl.AuditRule||System.IO.FileSystem.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.AccessControl.FileSystemRights FileSystemRights {get;}
cnew(System.Security.Principal.IdentityReference identity, System.Security.AccessControl.FileSystemRights fileSystemRights, System.Security.AccessControl.AuditFlags flags)
cnew(System.Security.Principal.IdentityReference identity, System.Security.AccessControl.FileSystemRights fileSystemRights, System.Security.AccessControl.InheritanceFlags inheritanceFlags, System.Security.AccessControl.PropagationFlags propagationFlags, System.Security.AccessControl.AuditFlags flags)
cnew(string identity, System.Security.AccessControl.FileSystemRights fileSystemRights, System.Security.AccessControl.AuditFlags flags)
cnew(string identity, System.Security.AccessControl.FileSystemRights fileSystemRights, System.Security.AccessControl.InheritanceFlags inheritanceFlags, System.Security.AccessControl.PropagationFlags propagationFlags, System.Security.AccessControl.AuditFlags flags)
#System.Security.AccessControl.RegistryAccessRule|class|System.Security.AccessControl.AccessRule||Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.AccessControl.RegistryRights RegistryRights {get;}
cnew(System.Security.Principal.IdentityReference identity, System.Security.AccessControl.RegistryRights registryRights, System.Security.AccessControl.AccessControlType type)
cnew(System.Security.Principal.IdentityReference identity, System.Security.AccessControl.RegistryRights registryRights, System.Security.AccessControl.InheritanceFlags inheritanceFlags, System.Security.AccessControl.PropagationFlags propagationFlags, System.Security.AccessControl.AccessControlType type)
cnew(string identity, System.Security.AccessControl.RegistryRights registryRights, System.Security.AccessControl.AccessControlType type)
cnew(string identity, System.Security.AccessControl.RegistryRights registryRights, System.Security.AccessControl.InheritanceFlags inheritanceFlags, System.Security.AccessControl.PropagationFlags propagationFlags, System.Security.AccessControl.AccessControlType type)
#System.Security.AccessControl.RegistryRights|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|Microsoft.Win32.Registry, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|QueryValues=1,SetValue=2,CreateSubKey=4,EnumerateSubKeys=8,Notify=16,CreateLink=32,Delete=65536,ReadPermissions=131072,WriteKey=131078,ExecuteKey=131097,ReadKey=131097,ChangePermissions=262144,TakeOwnership=524288,FullControl=983103
#System.Security.AccessControl.InheritanceFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,ContainerInherit=1,ObjectInherit=2
#System.Security.AccessControl.PropagationFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,NoPropagateInherit=1,InheritOnly=2
#System.Security.AccessControl.AccessControlSections|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,Audit=1,Access=2,Owner=4,Group=8,All=15
#System.Security.AccessControl.AceFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Byte|None=0,ObjectInherit=1,ContainerInherit=2,NoPropagateInherit=4,InheritOnly=8,InheritanceFlags=15,Inherited=16,SuccessfulAccess=64,FailedAccess=128,AuditFlags=192
#System.Security.AccessControl.AceType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Byte|AccessAllowed=0,AccessDenied=1,SystemAudit=2,SystemAlarm=3,AccessAllowedCompound=4,AccessAllowedObject=5,AccessDeniedObject=6,SystemAuditObject=7,SystemAlarmObject=8,AccessAllowedCallback=9,AccessDeniedCallback=10,AccessAllowedCallbackObject=11,AccessDeniedCallbackObject=12,SystemAuditCallback=13,SystemAlarmCallback=14,SystemAuditCallbackObject=15,MaxDefinedAceType=16,SystemAlarmCallbackObject=16
#System.Security.AccessControl.AuditFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,Success=1,Failure=2
#System.Security.AccessControl.ControlFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,OwnerDefaulted=1,GroupDefaulted=2,DiscretionaryAclPresent=4,DiscretionaryAclDefaulted=8,SystemAclPresent=16,SystemAclDefaulted=32,DiscretionaryAclUntrusted=64,ServerSecurity=128,DiscretionaryAclAutoInheritRequired=256,SystemAclAutoInheritRequired=512,DiscretionaryAclAutoInherited=1024,SystemAclAutoInherited=2048,DiscretionaryAclProtected=4096,SystemAclProtected=8192,RMControlValid=16384,SelfRelative=32768
#System.Security.AccessControl.RawSecurityDescriptor|class|System.Security.AccessControl.GenericSecurityDescriptor||System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.AccessControl.ControlFlags ControlFlags {get;}
pSystem.Security.AccessControl.RawAcl DiscretionaryAcl {get;set;}
pSystem.Security.Principal.SecurityIdentifier Group {get;set;}
pSystem.Security.Principal.SecurityIdentifier Owner {get;set;}
pbyte ResourceManagerControl {get;set;}
pSystem.Security.AccessControl.RawAcl SystemAcl {get;set;}
cnew(byte[] binaryForm, int offset)
cnew(System.Security.AccessControl.ControlFlags flags, System.Security.Principal.SecurityIdentifier owner, System.Security.Principal.SecurityIdentifier group, System.Security.AccessControl.RawAcl systemAcl, System.Security.AccessControl.RawAcl discretionaryAcl)
cnew(string sddlForm)
mvoid SetFlags(System.Security.AccessControl.ControlFlags flags)
#System.Security.AccessControl.CommonSecurityDescriptor|class|System.Security.AccessControl.GenericSecurityDescriptor||System.Security.AccessControl, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.AccessControl.ControlFlags ControlFlags {get;}
pSystem.Security.AccessControl.DiscretionaryAcl DiscretionaryAcl {get;set;}
pSystem.Security.Principal.SecurityIdentifier Group {get;set;}
pbool IsContainer {get;}
pbool IsDiscretionaryAclCanonical {get;}
pbool IsDS {get;}
pbool IsSystemAclCanonical {get;}
pSystem.Security.Principal.SecurityIdentifier Owner {get;set;}
pSystem.Security.AccessControl.SystemAcl SystemAcl {get;set;}
cnew(bool isContainer, bool isDS, byte[] binaryForm, int offset)
cnew(bool isContainer, bool isDS, System.Security.AccessControl.ControlFlags flags, System.Security.Principal.SecurityIdentifier owner, System.Security.Principal.SecurityIdentifier group, System.Security.AccessControl.SystemAcl systemAcl, System.Security.AccessControl.DiscretionaryAcl discretionaryAcl)
cnew(bool isContainer, bool isDS, System.Security.AccessControl.RawSecurityDescriptor rawSecurityDescriptor)
cnew(bool isContainer, bool isDS, string sddlForm)
mvoid AddDiscretionaryAcl(byte revision, int trusted)
mvoid AddSystemAcl(byte revision, int trusted)
mvoid PurgeAccessControl(System.Security.Principal.SecurityIdentifier sid)
mvoid PurgeAudit(System.Security.Principal.SecurityIdentifier sid)
mvoid SetDiscretionaryAclProtection(bool isProtected, bool preserveInheritance)
mvoid SetSystemAclProtection(bool isProtected, bool preserveInheritance)
`;
