/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const DIAGNOSTICS = `
#System.Diagnostics.Stopwatch|class|System.Object||||100001|!Frequency !IsHighResolution
pbool IsRunning {get;}
ptimespan Elapsed {get;}
plong ElapsedMilliseconds {get;}
plong ElapsedTicks {get;}
qlong Frequency {get;}
qbool IsHighResolution {get;}
sSystem.Diagnostics.Stopwatch StartNew()
stimespan GetElapsedTime(long startingTimestamp)
stimespan GetElapsedTime(long startingTimestamp, long endingTimestamp)
slong GetTimestamp()
cnew()
mvoid Start()
mvoid Stop()
mvoid Reset()
mvoid Restart()
#System.Diagnostics.Process|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pMicrosoft.Win32.SafeHandles.SafeProcessHandle SafeHandle {get;}
pSystem.IntPtr Handle {get;}
pint BasePriority {get;}
pint ExitCode {get;}
pbool HasExited {get;}
pdatetime StartTime {get;}
pdatetime ExitTime {get;}
pint Id {get;}
pstring MachineName {get;}
pSystem.IntPtr MaxWorkingSet {get;set;}
pSystem.IntPtr MinWorkingSet {get;set;}
pSystem.Diagnostics.ProcessModuleCollection Modules {get;}
plong NonpagedSystemMemorySize64 {get;}
pint NonpagedSystemMemorySize {get;}
plong PagedMemorySize64 {get;}
pint PagedMemorySize {get;}
plong PagedSystemMemorySize64 {get;}
pint PagedSystemMemorySize {get;}
plong PeakPagedMemorySize64 {get;}
pint PeakPagedMemorySize {get;}
plong PeakWorkingSet64 {get;}
pint PeakWorkingSet {get;}
plong PeakVirtualMemorySize64 {get;}
pint PeakVirtualMemorySize {get;}
pbool PriorityBoostEnabled {get;set;}
pSystem.Diagnostics.ProcessPriorityClass PriorityClass {get;set;}
plong PrivateMemorySize64 {get;}
pint PrivateMemorySize {get;}
pSystem.IntPtr ProcessorAffinity {get;set;}
pint SessionId {get;}
pSystem.Diagnostics.ProcessStartInfo StartInfo {get;set;}
pSystem.Diagnostics.ProcessThreadCollection Threads {get;}
pint HandleCount {get;}
plong VirtualMemorySize64 {get;}
pint VirtualMemorySize {get;}
pbool EnableRaisingEvents {get;set;}
pSystem.IO.StreamWriter StandardInput {get;}
pSystem.IO.StreamReader StandardOutput {get;}
pSystem.IO.StreamReader StandardError {get;}
plong WorkingSet64 {get;}
pint WorkingSet {get;}
pSystem.ComponentModel.ISynchronizeInvoke SynchronizingObject {get;set;}
pSystem.Diagnostics.ProcessModule MainModule {get;}
pSystem.IntPtr MainWindowHandle {get;}
pstring MainWindowTitle {get;}
pbool Responding {get;}
pstring ProcessName {get;}
ptimespan PrivilegedProcessorTime {get;}
ptimespan TotalProcessorTime {get;}
ptimespan UserProcessorTime {get;}
sSystem.Diagnostics.Process GetProcessById(int processId, string machineName)
sSystem.Diagnostics.Process GetProcessById(int processId)
sSystem.Diagnostics.Process[] GetProcessesByName(string processName)
sSystem.Diagnostics.Process[] GetProcessesByName(string processName, string machineName)
sSystem.Diagnostics.Process[] GetProcesses()
sSystem.Diagnostics.Process[] GetProcesses(string machineName)
sSystem.Diagnostics.Process GetCurrentProcess()
sSystem.Diagnostics.Process Start(string fileName)
sSystem.Diagnostics.Process Start(string fileName, string arguments)
sSystem.Diagnostics.Process Start(string fileName, System.Collections.Generic.IEnumerable[string] arguments)
sSystem.Diagnostics.Process Start(System.Diagnostics.ProcessStartInfo startInfo)
sSystem.Diagnostics.Process Start(string fileName, string userName, securestring password, string domain)
sSystem.Diagnostics.Process Start(string fileName, string arguments, string userName, securestring password, string domain)
svoid EnterDebugMode()
svoid LeaveDebugMode()
cnew()
mbool CloseMainWindow()
mbool WaitForInputIdle()
mbool WaitForInputIdle(int milliseconds)
mbool WaitForInputIdle(timespan timeout)
mvoid Close()
mvoid Refresh()
mbool Start()
mvoid WaitForExit()
mbool WaitForExit(int milliseconds)
mbool WaitForExit(timespan timeout)
mSystem.Threading.Tasks.Task WaitForExitAsync(System.Threading.CancellationToken cancellationToken = default)
mvoid BeginOutputReadLine()
mvoid BeginErrorReadLine()
mvoid CancelOutputRead()
mvoid CancelErrorRead()
mvoid Kill()
mvoid Kill(bool entireProcessTree)
#System.Diagnostics.ProcessStartInfo|class|System.Object||System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pstring Arguments {get;set;}
pSystem.Collections.ObjectModel.Collection[string] ArgumentList {get;}
pbool CreateNoWindow {get;set;}
pSystem.Collections.Specialized.StringDictionary EnvironmentVariables {get;}
pSystem.Collections.Generic.IDictionary[string,string] Environment {get;}
pbool RedirectStandardInput {get;set;}
pbool RedirectStandardOutput {get;set;}
pbool RedirectStandardError {get;set;}
pSystem.Text.Encoding StandardInputEncoding {get;set;}
pSystem.Text.Encoding StandardErrorEncoding {get;set;}
pSystem.Text.Encoding StandardOutputEncoding {get;set;}
pstring FileName {get;set;}
pstring WorkingDirectory {get;set;}
pbool ErrorDialog {get;set;}
pSystem.IntPtr ErrorDialogParentHandle {get;set;}
pstring UserName {get;set;}
pstring Verb {get;set;}
pSystem.Diagnostics.ProcessWindowStyle WindowStyle {get;set;}
pstring PasswordInClearText {get;set;}
pstring Domain {get;set;}
pbool LoadUserProfile {get;set;}
pbool UseCredentialsForNetworkingOnly {get;set;}
pbool UseShellExecute {get;set;}
pstring[] Verbs {get;}
psecurestring Password {get;set;}
pbool CreateNewProcessGroup {get;set;}
cnew()
cnew(string fileName)
cnew(string fileName, string arguments)
cnew(string fileName, System.Collections.Generic.IEnumerable[string] arguments)
#System.Diagnostics.Debug|static|System.Object||||100181|
qbool AutoFlush {get;set;}
qint IndentLevel {get;set;}
qint IndentSize {get;set;}
sSystem.Diagnostics.DebugProvider SetProvider(System.Diagnostics.DebugProvider provider)
svoid Close()
svoid Flush()
svoid Indent()
svoid Unindent()
svoid Print(string message)
svoid Print(string format, Params System.Object[] args)
svoid Assert(bool condition)
svoid Assert(bool condition, string message = null)
svoid Assert(bool condition, [ref] System.Diagnostics.Debug+AssertInterpolatedStringHandler message)
svoid Assert(bool condition, string message, string detailMessage)
svoid Assert(bool condition, [ref] System.Diagnostics.Debug+AssertInterpolatedStringHandler message, [ref] System.Diagnostics.Debug+AssertInterpolatedStringHandler detailMessage)
svoid Assert(bool condition, string message, string detailMessageFormat, Params System.Object[] args)
svoid Fail(string message)
svoid Fail(string message, string detailMessage)
svoid WriteLine(string message)
svoid WriteLine(System.Object value)
svoid WriteLine(System.Object value, string category)
svoid WriteLine(string format, Params System.Object[] args)
svoid WriteLine(string message, string category)
svoid Write(string message)
svoid Write(System.Object value)
svoid Write(string message, string category)
svoid Write(System.Object value, string category)
svoid WriteIf(bool condition, string message)
svoid WriteIf(bool condition, [ref] System.Diagnostics.Debug+WriteIfInterpolatedStringHandler message)
svoid WriteIf(bool condition, System.Object value)
svoid WriteIf(bool condition, string message, string category)
svoid WriteIf(bool condition, [ref] System.Diagnostics.Debug+WriteIfInterpolatedStringHandler message, string category)
svoid WriteIf(bool condition, System.Object value, string category)
svoid WriteLineIf(bool condition, System.Object value)
svoid WriteLineIf(bool condition, System.Object value, string category)
svoid WriteLineIf(bool condition, string message)
svoid WriteLineIf(bool condition, [ref] System.Diagnostics.Debug+WriteIfInterpolatedStringHandler message)
svoid WriteLineIf(bool condition, string message, string category)
svoid WriteLineIf(bool condition, [ref] System.Diagnostics.Debug+WriteIfInterpolatedStringHandler message, string category)
#System.Diagnostics.FileVersionInfo|class|System.Object||System.Diagnostics.FileVersionInfo, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pstring Comments {get;}
pstring CompanyName {get;}
pint FileBuildPart {get;}
pstring FileDescription {get;}
pint FileMajorPart {get;}
pint FileMinorPart {get;}
pstring FileName {get;}
pint FilePrivatePart {get;}
pstring FileVersion {get;}
pstring InternalName {get;}
pbool IsDebug {get;}
pbool IsPatched {get;}
pbool IsPrivateBuild {get;}
pbool IsPreRelease {get;}
pbool IsSpecialBuild {get;}
pstring Language {get;}
pstring LegalCopyright {get;}
pstring LegalTrademarks {get;}
pstring OriginalFilename {get;}
pstring PrivateBuild {get;}
pint ProductBuildPart {get;}
pint ProductMajorPart {get;}
pint ProductMinorPart {get;}
pstring ProductName {get;}
pint ProductPrivatePart {get;}
pstring ProductVersion {get;}
pstring SpecialBuild {get;}
sSystem.Diagnostics.FileVersionInfo GetVersionInfo(string fileName)
#System.Diagnostics.ProcessModule|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring ModuleName {get;}
pstring FileName {get;}
pSystem.IntPtr BaseAddress {get;}
pint ModuleMemorySize {get;}
pSystem.IntPtr EntryPointAddress {get;}
pSystem.Diagnostics.FileVersionInfo FileVersionInfo {get;}
#Microsoft.Win32.SafeHandles.SafeProcessHandle|class|Microsoft.Win32.SafeHandles.SafeHandleZeroOrMinusOneIsInvalid|System.IDisposable|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
cnew(System.IntPtr existingHandle, bool ownsHandle)
#System.Diagnostics.ProcessModuleCollection|class|System.Collections.ReadOnlyCollectionBase|System.Collections.ICollection System.Collections.IEnumerable|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew(System.Diagnostics.ProcessModule[] processModules)
mSystem.Diagnostics.ProcessModule get_Item(int index)
mint IndexOf(System.Diagnostics.ProcessModule module)
mbool Contains(System.Diagnostics.ProcessModule module)
mvoid CopyTo(System.Diagnostics.ProcessModule[] array, int index)
#System.Diagnostics.ProcessThread|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint BasePriority {get;}
pint CurrentPriority {get;}
pint Id {get;}
pbool PriorityBoostEnabled {get;set;}
pSystem.Diagnostics.ThreadPriorityLevel PriorityLevel {get;set;}
pSystem.IntPtr StartAddress {get;}
pSystem.Diagnostics.ThreadState ThreadState {get;}
pSystem.Diagnostics.ThreadWaitReason WaitReason {get;}
pdatetime StartTime {get;}
pint IdealProcessor {set;}
pSystem.IntPtr ProcessorAffinity {set;}
ptimespan PrivilegedProcessorTime {get;}
ptimespan TotalProcessorTime {get;}
ptimespan UserProcessorTime {get;}
mvoid ResetIdealProcessor()
#System.Diagnostics.ProcessThreadCollection|class|System.Collections.ReadOnlyCollectionBase|System.Collections.ICollection System.Collections.IEnumerable|System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew(System.Diagnostics.ProcessThread[] processThreads)
mSystem.Diagnostics.ProcessThread get_Item(int index)
mint Add(System.Diagnostics.ProcessThread thread)
mvoid Insert(int index, System.Diagnostics.ProcessThread thread)
mint IndexOf(System.Diagnostics.ProcessThread thread)
mbool Contains(System.Diagnostics.ProcessThread thread)
mvoid Remove(System.Diagnostics.ProcessThread thread)
mvoid CopyTo(System.Diagnostics.ProcessThread[] array, int index)
#System.Diagnostics.DataReceivedEventArgs|class|System.EventArgs||System.Diagnostics.Process, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring Data {get;}
#System.Diagnostics.Trace|class|System.Object||System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
qSystem.Diagnostics.CorrelationManager CorrelationManager {get;}
qSystem.Diagnostics.TraceListenerCollection Listeners {get;}
qbool AutoFlush {get;set;}
qbool UseGlobalLock {get;set;}
qint IndentLevel {get;set;}
qint IndentSize {get;set;}
svoid Flush()
svoid Close()
svoid Assert(bool condition)
svoid Assert(bool condition, string message = null)
svoid Assert(bool condition, string message, string detailMessage)
svoid Fail(string message)
svoid Fail(string message, string detailMessage)
svoid Refresh()
svoid TraceInformation(string message)
svoid TraceInformation(string format, Params System.Object[] args)
svoid TraceWarning(string message)
svoid TraceWarning(string format, Params System.Object[] args)
svoid TraceError(string message)
svoid TraceError(string format, Params System.Object[] args)
svoid Write(string message)
svoid Write(System.Object value)
svoid Write(string message, string category)
svoid Write(System.Object value, string category)
svoid WriteLine(string message)
svoid WriteLine(System.Object value)
svoid WriteLine(string message, string category)
svoid WriteLine(System.Object value, string category)
svoid WriteIf(bool condition, string message)
svoid WriteIf(bool condition, System.Object value)
svoid WriteIf(bool condition, string message, string category)
svoid WriteIf(bool condition, System.Object value, string category)
svoid WriteLineIf(bool condition, string message)
svoid WriteLineIf(bool condition, System.Object value)
svoid WriteLineIf(bool condition, string message, string category)
svoid WriteLineIf(bool condition, System.Object value, string category)
svoid Indent()
svoid Unindent()
#System.Diagnostics.StackTrace|class|System.Object||||100001|=METHODS_TO_SKIP
pint FrameCount {get;}
qint METHODS_TO_SKIP {get;}
cnew()
cnew(bool fNeedFileInfo)
cnew(int skipFrames)
cnew(int skipFrames, bool fNeedFileInfo)
cnew(System.Exception e)
cnew(System.Exception e, bool fNeedFileInfo)
cnew(System.Exception e, int skipFrames)
cnew(System.Exception e, int skipFrames, bool fNeedFileInfo)
cnew(System.Diagnostics.StackFrame frame)
cnew(System.Collections.Generic.IEnumerable[System.Diagnostics.StackFrame] frames)
mSystem.Diagnostics.StackFrame GetFrame(int index)
mSystem.Diagnostics.StackFrame[] GetFrames()
#System.Diagnostics.StackFrame|class|System.Object||||100001|=OFFSET_UNKNOWN
qint OFFSET_UNKNOWN {get;}
cnew()
cnew(bool needFileInfo)
cnew(int skipFrames)
cnew(int skipFrames, bool needFileInfo)
cnew(string fileName, int lineNumber)
cnew(string fileName, int lineNumber, int colNumber)
mSystem.Reflection.MethodBase GetMethod()
mint GetNativeOffset()
mint GetILOffset()
mstring GetFileName()
mint GetFileLineNumber()
mint GetFileColumnNumber()
#System.Diagnostics.TraceSource|class|System.Object||System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Collections.Specialized.StringDictionary Attributes {get;}
pSystem.Diagnostics.SourceLevels DefaultLevel {get;}
pstring Name {get;}
pSystem.Diagnostics.TraceListenerCollection Listeners {get;}
pSystem.Diagnostics.SourceSwitch Switch {get;set;}
cnew(string name)
cnew(string name, System.Diagnostics.SourceLevels defaultLevel)
mvoid Close()
mvoid Flush()
mvoid TraceEvent(System.Diagnostics.TraceEventType eventType, int id)
mvoid TraceEvent(System.Diagnostics.TraceEventType eventType, int id, string message)
mvoid TraceEvent(System.Diagnostics.TraceEventType eventType, int id, string format, Params System.Object[] args)
mvoid TraceData(System.Diagnostics.TraceEventType eventType, int id, System.Object data)
mvoid TraceData(System.Diagnostics.TraceEventType eventType, int id, Params System.Object[] data)
mvoid TraceInformation(string message)
mvoid TraceInformation(string format, Params System.Object[] args)
mvoid TraceTransfer(int id, string message, guid relatedActivityId)
#System.Diagnostics.SourceSwitch|class|System.Diagnostics.Switch||System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Diagnostics.SourceLevels Level {get;set;}
cnew(string name)
cnew(string displayName, string defaultSwitchValue)
mbool ShouldTrace(System.Diagnostics.TraceEventType eventType)
#System.Diagnostics.TraceListener|abstract|System.MarshalByRefObject|System.IDisposable|System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pSystem.Collections.Specialized.StringDictionary Attributes {get;}
pstring Name {get;set;}
pbool IsThreadSafe {get;}
pint IndentLevel {get;set;}
pint IndentSize {get;set;}
pSystem.Diagnostics.TraceFilter Filter {get;set;}
pSystem.Diagnostics.TraceOptions TraceOutputOptions {get;set;}
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Flush()
mvoid Close()
mvoid TraceTransfer(System.Diagnostics.TraceEventCache eventCache, string source, int id, string message, guid relatedActivityId)
mvoid Fail(string message)
mvoid Fail(string message, string detailMessage)
mvoid Write(string message)
mvoid Write(System.Object o)
mvoid Write(string message, string category)
mvoid Write(System.Object o, string category)
mvoid WriteLine(string message)
mvoid WriteLine(System.Object o)
mvoid WriteLine(string message, string category)
mvoid WriteLine(System.Object o, string category)
mvoid TraceData(System.Diagnostics.TraceEventCache eventCache, string source, System.Diagnostics.TraceEventType eventType, int id, System.Object data)
mvoid TraceData(System.Diagnostics.TraceEventCache eventCache, string source, System.Diagnostics.TraceEventType eventType, int id, Params System.Object[] data)
mvoid TraceEvent(System.Diagnostics.TraceEventCache eventCache, string source, System.Diagnostics.TraceEventType eventType, int id)
mvoid TraceEvent(System.Diagnostics.TraceEventCache eventCache, string source, System.Diagnostics.TraceEventType eventType, int id, string message)
mvoid TraceEvent(System.Diagnostics.TraceEventCache eventCache, string source, System.Diagnostics.TraceEventType eventType, int id, string format, Params System.Object[] args)
#System.Diagnostics.DefaultTraceListener|class|System.Diagnostics.TraceListener|System.IDisposable|System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool AssertUiEnabled {get;set;}
pstring LogFileName {get;set;}
cnew()
#System.Diagnostics.TextWriterTraceListener|class|System.Diagnostics.TraceListener|System.IDisposable|System.Diagnostics.TextWriterTraceListener, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.IO.TextWriter Writer {get;set;}
cnew()
cnew(System.IO.Stream stream)
cnew(System.IO.Stream stream, string name)
cnew(System.IO.TextWriter writer)
cnew(System.IO.TextWriter writer, string name)
cnew(string fileName)
cnew(string fileName, string name)
#System.Diagnostics.TraceListenerCollection|class|System.Object|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable|System.Diagnostics.TraceSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Count {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
mSystem.Diagnostics.TraceListener get_Item(int i)
mSystem.Diagnostics.TraceListener get_Item(string name)
mSystem.Object IList.get_Item(int index)
mvoid set_Item(int i, System.Diagnostics.TraceListener value)
mvoid IList.set_Item(int index, System.Object value)
mint Add(System.Diagnostics.TraceListener listener)
mint IList.Add(System.Object value)
mvoid AddRange(System.Diagnostics.TraceListener[] value)
mvoid AddRange(System.Diagnostics.TraceListenerCollection value)
mvoid Clear()
mvoid IList.Clear()
mbool Contains(System.Diagnostics.TraceListener listener)
mbool IList.Contains(System.Object value)
mvoid CopyTo(System.Diagnostics.TraceListener[] listeners, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mint IndexOf(System.Diagnostics.TraceListener listener)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, System.Diagnostics.TraceListener listener)
mvoid IList.Insert(int index, System.Object value)
mvoid Remove(System.Diagnostics.TraceListener listener)
mvoid Remove(string name)
mvoid IList.Remove(System.Object value)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
#System.Diagnostics.EventLog|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable System.ComponentModel.ISupportInitialize|System.Diagnostics.EventLog, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pbool EnableRaisingEvents {get;set;}
pSystem.Diagnostics.EventLogEntryCollection Entries {get;}
pstring Log {get;set;}
pstring LogDisplayName {get;}
pstring MachineName {get;set;}
plong MaximumKilobytes {get;set;}
pint MinimumRetentionDays {get;}
pSystem.Diagnostics.OverflowAction OverflowAction {get;}
pstring Source {get;set;}
pSystem.ComponentModel.ISynchronizeInvoke SynchronizingObject {get;set;}
svoid CreateEventSource(System.Diagnostics.EventSourceCreationData sourceData)
svoid CreateEventSource(string source, string logName)
svoid CreateEventSource(string source, string logName, string machineName)
svoid Delete(string logName)
svoid Delete(string logName, string machineName)
svoid DeleteEventSource(string source)
svoid DeleteEventSource(string source, string machineName)
sbool Exists(string logName)
sbool Exists(string logName, string machineName)
sSystem.Diagnostics.EventLog[] GetEventLogs()
sSystem.Diagnostics.EventLog[] GetEventLogs(string machineName)
sstring LogNameFromSourceName(string source, string machineName)
sbool SourceExists(string source)
sbool SourceExists(string source, string machineName)
svoid WriteEntry(string source, string message)
svoid WriteEntry(string source, string message, System.Diagnostics.EventLogEntryType type)
svoid WriteEntry(string source, string message, System.Diagnostics.EventLogEntryType type, int eventID)
svoid WriteEntry(string source, string message, System.Diagnostics.EventLogEntryType type, int eventID, short category)
svoid WriteEntry(string source, string message, System.Diagnostics.EventLogEntryType type, int eventID, short category, byte[] rawData)
svoid WriteEvent(string source, System.Diagnostics.EventInstance instance, byte[] data, Params System.Object[] values)
svoid WriteEvent(string source, System.Diagnostics.EventInstance instance, Params System.Object[] values)
cnew()
cnew(string logName)
cnew(string logName, string machineName)
cnew(string logName, string machineName, string source)
mvoid BeginInit()
mvoid ISupportInitialize.BeginInit()
mvoid Clear()
mvoid Close()
mvoid EndInit()
mvoid ISupportInitialize.EndInit()
mvoid ModifyOverflowPolicy(System.Diagnostics.OverflowAction action, int retentionDays)
mvoid RegisterDisplayName(string resourceFile, long resourceId)
mvoid WriteEntry(string message)
mvoid WriteEntry(string message, System.Diagnostics.EventLogEntryType type)
mvoid WriteEntry(string message, System.Diagnostics.EventLogEntryType type, int eventID)
mvoid WriteEntry(string message, System.Diagnostics.EventLogEntryType type, int eventID, short category)
mvoid WriteEntry(string message, System.Diagnostics.EventLogEntryType type, int eventID, short category, byte[] rawData)
mvoid WriteEvent(System.Diagnostics.EventInstance instance, byte[] data, Params System.Object[] values)
mvoid WriteEvent(System.Diagnostics.EventInstance instance, Params System.Object[] values)
#System.Diagnostics.EventInstance|class|System.Object||System.Diagnostics.EventLog, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pint CategoryId {get;set;}
pSystem.Diagnostics.EventLogEntryType EntryType {get;set;}
plong InstanceId {get;set;}
cnew(long instanceId, int categoryId)
cnew(long instanceId, int categoryId, System.Diagnostics.EventLogEntryType entryType)
#System.Diagnostics.PerformanceCounter|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable System.ComponentModel.ISupportInitialize|System.Diagnostics.PerformanceCounter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|DefaultFileMappingSize
pstring CategoryName {get;set;}
pstring CounterHelp {get;}
pstring CounterName {get;set;}
pSystem.Diagnostics.PerformanceCounterType CounterType {get;}
pSystem.Diagnostics.PerformanceCounterInstanceLifetime InstanceLifetime {get;set;}
pstring InstanceName {get;set;}
pstring MachineName {get;set;}
plong RawValue {get;set;}
pbool ReadOnly {get;set;}
qint DefaultFileMappingSize {get;set;}
svoid CloseSharedResources()
cnew()
cnew(string categoryName, string counterName)
cnew(string categoryName, string counterName, bool readOnly)
cnew(string categoryName, string counterName, string instanceName)
cnew(string categoryName, string counterName, string instanceName, bool readOnly)
cnew(string categoryName, string counterName, string instanceName, string machineName)
mvoid BeginInit()
mvoid ISupportInitialize.BeginInit()
mvoid Close()
mlong Decrement()
mvoid EndInit()
mvoid ISupportInitialize.EndInit()
mlong Increment()
mlong IncrementBy(long value)
mSystem.Diagnostics.CounterSample NextSample()
mfloat NextValue()
mvoid RemoveInstance()
#System.Diagnostics.Debugger|static|System.Object||||100181|!DefaultCategory
qbool IsAttached {get;}
qstring DefaultCategory {get;}
svoid Break()
sbool Launch()
svoid NotifyOfCrossThreadDependency()
svoid Log(int level, string category, string message)
sbool IsLogging()
svoid BreakForUserUnhandledException(System.Exception exception)
#System.Diagnostics.CodeAnalysis.SuppressMessageAttribute|class|System.Attribute||||100101|
pstring Category {get;}
pstring CheckId {get;}
pstring Scope {get;set;}
pstring Target {get;set;}
pstring MessageId {get;set;}
pstring Justification {get;set;}
cnew(string category, string checkId)
#System.Diagnostics.Activity|class|System.Object|System.IDisposable|System.Diagnostics.DiagnosticSource, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100001|
pSystem.Diagnostics.ActivityStatusCode Status {get;}
pstring StatusDescription {get;}
pbool HasRemoteParent {get;}
pSystem.Diagnostics.ActivityKind Kind {get;}
pstring OperationName {get;}
pstring DisplayName {get;set;}
pSystem.Diagnostics.ActivitySource Source {get;}
pSystem.Diagnostics.Activity Parent {get;}
ptimespan Duration {get;}
pdatetime StartTimeUtc {get;}
pstring Id {get;}
pstring ParentId {get;}
pstring RootId {get;}
pSystem.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[string,string]] Tags {get;}
pSystem.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[string,System.Object]] TagObjects {get;}
pSystem.Collections.Generic.IEnumerable[System.Diagnostics.ActivityEvent] Events {get;}
pSystem.Collections.Generic.IEnumerable[System.Diagnostics.ActivityLink] Links {get;}
pSystem.Collections.Generic.IEnumerable[System.Collections.Generic.KeyValuePair[string,string]] Baggage {get;}
pSystem.Diagnostics.ActivityContext Context {get;}
pstring TraceStateString {get;set;}
pSystem.Diagnostics.ActivitySpanId SpanId {get;}
pSystem.Diagnostics.ActivityTraceId TraceId {get;}
pbool Recorded {get;}
pbool IsAllDataRequested {get;set;}
pSystem.Diagnostics.ActivityTraceFlags ActivityTraceFlags {get;set;}
pSystem.Diagnostics.ActivitySpanId ParentSpanId {get;}
pbool IsStopped {get;}
pSystem.Diagnostics.ActivityIdFormat IdFormat {get;}
qbool ForceDefaultIdFormat {get;set;}
qSystem.Diagnostics.Activity Current {get;set;}
qSystem.Func[System.Diagnostics.ActivityTraceId] TraceIdGenerator {get;set;}
qSystem.Diagnostics.ActivityIdFormat DefaultIdFormat {get;set;}
cnew(string operationName)
mSystem.Diagnostics.Activity SetStatus(System.Diagnostics.ActivityStatusCode code, string description = null)
mSystem.Diagnostics.Activity+Enumerator\`1[System.Collections.Generic.KeyValuePair[string,System.Object]] EnumerateTagObjects()
mSystem.Diagnostics.Activity+Enumerator\`1[System.Diagnostics.ActivityEvent] EnumerateEvents()
mSystem.Diagnostics.Activity+Enumerator\`1[System.Diagnostics.ActivityLink] EnumerateLinks()
mstring GetBaggageItem(string key)
mSystem.Object GetTagItem(string key)
mSystem.Diagnostics.Activity AddTag(string key, string value)
mSystem.Diagnostics.Activity AddTag(string key, System.Object value)
mSystem.Diagnostics.Activity SetTag(string key, System.Object value)
mSystem.Diagnostics.Activity AddEvent(System.Diagnostics.ActivityEvent e)
mSystem.Diagnostics.Activity AddException(System.Exception exception, [ref] System.Diagnostics.TagList tags = null, System.DateTimeOffset timestamp = default)
mSystem.Diagnostics.Activity AddLink(System.Diagnostics.ActivityLink link)
mSystem.Diagnostics.Activity AddBaggage(string key, string value)
mSystem.Diagnostics.Activity SetBaggage(string key, string value)
mSystem.Diagnostics.Activity SetParentId(string parentId)
mSystem.Diagnostics.Activity SetParentId(System.Diagnostics.ActivityTraceId traceId, System.Diagnostics.ActivitySpanId spanId, System.Diagnostics.ActivityTraceFlags activityTraceFlags = System.Diagnostics.ActivityTraceFlags.None)
mSystem.Diagnostics.Activity SetStartTime(datetime startTimeUtc)
mSystem.Diagnostics.Activity SetEndTime(datetime endTimeUtc)
mSystem.Diagnostics.Activity Start()
mvoid Stop()
mSystem.Diagnostics.Activity SetIdFormat(System.Diagnostics.ActivityIdFormat format)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid SetCustomProperty(string propertyName, System.Object propertyValue)
mSystem.Object GetCustomProperty(string propertyName)
`;
