/**
 * Members of .NET's and PowerShell's types as Get-Member tells them in PowerShell 7.6, where the objects of this engine hold
 * them in another way: after `#type`, lines of name, type and access; others with their kind before a colon.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { typeNamesOf } from '../values/types.js';
import { ownMember, ownTypes } from './own-type-data.js';

const TEXT = String.raw`
#System.IO.DirectoryInfo
Target AliasProperty: Target = LinkTarget
LinkType CodeProperty: System.String LinkType{get=GetLinkType;}
Mode CodeProperty: System.String Mode{get=Mode;}
ModeWithoutHardLink CodeProperty: System.String ModeWithoutHardLink{get=ModeWithoutHardLink;}
ResolvedTarget CodeProperty: System.String ResolvedTarget{get=ResolvedTarget;}
CreationTime datetime {get;set;}
CreationTimeUtc datetime {get;set;}
Exists bool {get;}
Extension string {get;}
FullName string {get;}
LastAccessTime datetime {get;set;}
LastAccessTimeUtc datetime {get;set;}
LastWriteTime datetime {get;set;}
LastWriteTimeUtc datetime {get;set;}
LinkTarget string {get;}
Name string {get;}
Parent System.IO.DirectoryInfo {get;}
Root System.IO.DirectoryInfo {get;}
BaseName ScriptProperty: System.Object BaseName {get=$this.Name;}
Group ScriptProperty: System.Object Group {get= if ($this.UnixStat) { $this.UnixStat.GetGroupName() } ;}
Size ScriptProperty: System.Object Size {get=$this.UnixStat.Size;}
UnixMode ScriptProperty: System.Object UnixMode {get=if ($this.UnixStat) { $this.UnixStat.GetModeString() };}
User ScriptProperty: System.Object User {get= if ($this.UnixStat) { $this.UnixStat.GetUserName() } ;}
#System.IO.FileInfo
Target AliasProperty: Target = LinkTarget
LinkType CodeProperty: System.String LinkType{get=GetLinkType;}
Mode CodeProperty: System.String Mode{get=Mode;}
ModeWithoutHardLink CodeProperty: System.String ModeWithoutHardLink{get=ModeWithoutHardLink;}
ResolvedTarget CodeProperty: System.String ResolvedTarget{get=ResolvedTarget;}
CreationTime datetime {get;set;}
CreationTimeUtc datetime {get;set;}
Directory System.IO.DirectoryInfo {get;}
DirectoryName string {get;}
Exists bool {get;}
Extension string {get;}
FullName string {get;}
IsReadOnly bool {get;set;}
LastAccessTime datetime {get;set;}
LastAccessTimeUtc datetime {get;set;}
LastWriteTime datetime {get;set;}
LastWriteTimeUtc datetime {get;set;}
Length long {get;}
LinkTarget string {get;}
Name string {get;}
BaseName ScriptProperty: System.Object BaseName {get=if ($this.Extension.Length -gt 0){$this.Name.Remove($this.Name.Length - $this.Extension.Length)}else{$this.Name};}
Group ScriptProperty: System.Object Group {get= if ($this.UnixStat) { $this.UnixStat.GetGroupName() } ;}
Size ScriptProperty: System.Object Size {get=$this.UnixStat.Size;}
UnixMode ScriptProperty: System.Object UnixMode {get=if ($this.UnixStat) { $this.UnixStat.GetModeString() };}
User ScriptProperty: System.Object User {get= if ($this.UnixStat) { $this.UnixStat.GetUserName() } ;}
VersionInfo ScriptProperty: System.Object VersionInfo {get=[System.Diagnostics.FileVersionInfo]::GetVersionInfo($this.FullName);}
#System.Collections.DictionaryEntry
Name AliasProperty: Name = Key
Key System.Object {get;set;}
Value System.Object {get;set;}
#System.Management.Automation.FunctionInfo
Description string {get;set;}
Options System.Management.Automation.ScopedItemOptions {get;set;}
OutputType System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName] {get;}
Parameters System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] {get;}
ParameterSets System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo] {get;}
Visibility System.Management.Automation.SessionStateEntryVisibility {get;set;}
HelpUri ScriptProperty: 
#System.Management.Automation.AliasInfo
Description string {get;set;}
Options System.Management.Automation.ScopedItemOptions {get;set;}
OutputType System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName] {get;}
Parameters System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] {get;}
ParameterSets System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo] {get;}
Visibility System.Management.Automation.SessionStateEntryVisibility {get;set;}
DisplayName ScriptProperty: 
HelpUri ScriptProperty: 
ResolvedCommandName ScriptProperty: System.Object ResolvedCommandName {get=$this.ResolvedCommand.Name;}
#System.Diagnostics.Process
Handles AliasProperty: Handles = Handlecount
Name AliasProperty: Name = ProcessName
NPM AliasProperty: NPM = NonpagedSystemMemorySize64
PM AliasProperty: PM = PagedMemorySize64
SI AliasProperty: SI = SessionId
VM AliasProperty: VM = VirtualMemorySize64
WS AliasProperty: WS = WorkingSet64
BasePriority int {get;}
HandleCount int {get;}
HasExited bool {get;}
Id int {get;}
MachineName string {get;}
MainWindowTitle string {get;}
NonpagedSystemMemorySize int {get;}
NonpagedSystemMemorySize64 long {get;}
PagedMemorySize int {get;}
PagedMemorySize64 long {get;}
PriorityClass System.Diagnostics.ProcessPriorityClass {get;set;}
PrivateMemorySize int {get;}
PrivateMemorySize64 long {get;}
ProcessName string {get;}
Responding bool {get;}
SessionId int {get;}
StartTime datetime {get;}
TotalProcessorTime timespan {get;}
VirtualMemorySize int {get;}
VirtualMemorySize64 long {get;}
WorkingSet int {get;}
WorkingSet64 long {get;}
CommandLine ScriptProperty: 
CPU ScriptProperty: System.Object CPU {get=$this.TotalProcessorTime.TotalSeconds;}
FileVersion ScriptProperty: System.Object FileVersion {get=$this.Mainmodule.FileVersionInfo.FileVersion;}
Company ScriptProperty: System.Object Company {get=$this.Mainmodule.FileVersionInfo.CompanyName;}
Description ScriptProperty: System.Object Description {get=$this.Mainmodule.FileVersionInfo.FileDescription;}
Product ScriptProperty: System.Object Product {get=$this.Mainmodule.FileVersionInfo.ProductName;}
ProductVersion ScriptProperty: System.Object ProductVersion {get=$this.Mainmodule.FileVersionInfo.ProductVersion;}
Parent CodeProperty: System.Object Parent{get=GetParentProcess;}
Path ScriptProperty: System.Object Path {get=$this.Mainmodule.FileName;}
#System.Management.Automation.CmdletInfo
ImplementingType type {get;}
Options System.Management.Automation.ScopedItemOptions {get;set;}
OutputType System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName] {get;}
Parameters System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] {get;}
ParameterSets System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo] {get;}
PSSnapIn System.Management.Automation.PSSnapInInfo {get;}
Visibility System.Management.Automation.SessionStateEntryVisibility {get;set;}
HelpUri ScriptProperty: 
#System.Management.Automation.ApplicationInfo
OutputType System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName] {get;}
Parameters System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] {get;}
ParameterSets System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo] {get;}
Visibility System.Management.Automation.SessionStateEntryVisibility {get;set;}
HelpUri ScriptProperty: 
#System.Management.Automation.PSModuleInfo
CompatiblePSEditions System.Collections.Generic.IEnumerable[string] {get;}
Description string {get;set;}
ExportedAliases System.Collections.Generic.Dictionary[string,System.Management.Automation.AliasInfo] {get;}
ExportedCmdlets System.Collections.Generic.Dictionary[string,System.Management.Automation.CmdletInfo] {get;}
ExportedCommands System.Collections.Generic.Dictionary[string,System.Management.Automation.CommandInfo] {get;}
ExportedFunctions System.Collections.Generic.Dictionary[string,System.Management.Automation.FunctionInfo] {get;}
ExportedVariables System.Collections.Generic.Dictionary[string,psvariable] {get;}
Guid guid {get;}
NestedModules System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] {get;}
OnRemove scriptblock {get;set;}
PrivateData System.Object {get;set;}
RequiredModules System.Collections.ObjectModel.ReadOnlyCollection[psmoduleinfo] {get;}
SessionState System.Management.Automation.SessionState {get;set;}
Tags System.Collections.Generic.IEnumerable[string] {get;}
#System.Management.Automation.PathInfo
Drive System.Management.Automation.PSDriveInfo {get;}
Path string {get;}
Provider System.Management.Automation.ProviderInfo {get;}
ProviderPath string {get;}
#System.Management.Automation.PSDriveInfo
Credential pscredential {get;}
CurrentLocation string {get;set;}
Description string {get;set;}
DisplayRoot string {get;}
MaximumSize System.Nullable[long] {get;}
Name string {get;}
Provider System.Management.Automation.ProviderInfo {get;}
Root string {get;}
VolumeSeparatedByColon bool {get;}
#System.Management.Automation.ProviderInfo
AltItemSeparator char {get;}
Capabilities System.Management.Automation.Provider.ProviderCapabilities {get;}
Description string {get;set;}
Drives System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo] {get;}
HelpFile string {get;}
Home string {get;set;}
ImplementingType type {get;}
ItemSeparator char {get;}
Module psmoduleinfo {get;}
ModuleName string {get;}
Name string {get;}
PSSnapIn System.Management.Automation.PSSnapInInfo {get;}
#System.Management.Automation.Internal.Host.InternalHost
DebuggerEnabled bool {get;set;}
InstanceId guid {get;}
Runspace runspace {get;}
#System.Guid
Guid ScriptProperty: System.Object Guid {get=$this.ToString();}
#System.Management.Automation.VerbInfo
AliasPrefix string {get;set;}
Description string {get;set;}
Group string {get;set;}
Verb string {get;set;}
#System.TimeZoneInfo
BaseUtcOffset timespan {get;}
DaylightName string {get;}
DisplayName string {get;}
HasIanaId bool {get;}
Id string {get;}
StandardName string {get;}
SupportsDaylightSavingTime bool {get;}
#Microsoft.PowerShell.Commands.FileHashInfo
Algorithm string {get;set;}
Hash string {get;set;}
Path string {get;set;}
#Microsoft.PowerShell.Commands.MatchInfo
Context Microsoft.PowerShell.Commands.MatchInfoContext {get;set;}
Filename string {get;}
IgnoreCase bool {get;set;}
Line string {get;set;}
LineNumber ulong {get;set;}
Path string {get;set;}
Pattern string {get;set;}
#System.Management.Automation.OrderedHashtable
Item ParameterizedProperty: System.Object Item(System.Object key) {get;set;}
#System.Management.Automation.DefaultParameterDictionary
Item ParameterizedProperty: System.Object Item(System.Object key) {get;set;}
#Microsoft.PowerShell.Commands.GenericMeasureInfo
Average System.Nullable[double] {get;set;}
Count int {get;set;}
Maximum System.Nullable[double] {get;set;}
Minimum System.Nullable[double] {get;set;}
Property string {get;set;}
StandardDeviation System.Nullable[double] {get;set;}
Sum System.Nullable[double] {get;set;}
#Microsoft.PowerShell.Commands.TextMeasureInfo
Characters System.Nullable[int] {get;set;}
Lines System.Nullable[int] {get;set;}
Property string {get;set;}
Words System.Nullable[int] {get;set;}
#Microsoft.PowerShell.Commands.GroupInfo
Count int {get;}
Group System.Collections.ObjectModel.Collection[psobject] {get;}
Name string {get;}
Values System.Collections.ArrayList {get;}
#System.Collections.Hashtable
Item ParameterizedProperty: System.Object Item(System.Object key) {get;set;}
#System.Collections.Specialized.OrderedDictionary
Item ParameterizedProperty: System.Object Item(int index) {get;set;}, System.Object Item(System.Object key) {get;set;}
#System.Text.StringBuilder
Chars ParameterizedProperty: char Chars(int index) {get;set;}
#System.Management.Automation.ParameterMetadata
Aliases System.Collections.ObjectModel.Collection[string] {get;}
Attributes System.Collections.ObjectModel.Collection[System.Attribute] {get;}
IsDynamic bool {get;set;}
Name string {get;set;}
ParameterSets System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterSetMetadata] {get;}
ParameterType type {get;set;}
#System.Management.Automation.CommandParameterSetInfo
Parameters System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterInfo] {get;}
#System.Management.Automation.ErrorRecord#PSExtendedError
CategoryInfo System.Management.Automation.ErrorCategoryInfo {get;}
Exception System.Exception {get;}
FullyQualifiedErrorId string {get;}
ScriptStackTrace string {get;}
TargetObject System.Object {get;}
#System.Management.Automation.ErrorRecord
PSMessageDetails ScriptProperty: System.Object PSMessageDetails {get=& { Set-StrictMode -Version 1; $this.Exception.InnerException.PSMessageDetails };}
#System.Management.Automation.InvocationInfo
BoundParameters System.Collections.Generic.Dictionary[string,System.Object] {get;}
CommandOrigin System.Management.Automation.CommandOrigin {get;}
DisplayScriptPosition System.Management.Automation.Language.IScriptExtent {get;set;}
ExpectingInput bool {get;}
HistoryId long {get;}
InvocationName string {get;}
Line string {get;}
MyCommand System.Management.Automation.CommandInfo {get;}
OffsetInLine int {get;}
PipelineLength int {get;}
PipelinePosition int {get;}
PositionMessage string {get;}
PSCommandPath string {get;}
PSScriptRoot string {get;}
ScriptLineNumber int {get;}
ScriptName string {get;}
Statement string {get;}
UnboundArguments System.Collections.Generic.List[System.Object] {get;}
#System.Management.Automation.PSVersionHashTable
Item ParameterizedProperty: System.Object Item(System.Object key) {get;set;}
#System.Management.Automation.EngineIntrinsics
Host System.Management.Automation.Host.PSHost {get;}
InvokeCommand System.Management.Automation.CommandInvocationIntrinsics {get;}
#System.Management.Automation.PSStyle
AutoSizeDefaultFormatting bool {get;set;}
Background System.Management.Automation.PSStyle+BackgroundColor {get;}
Blink string {get;}
BlinkOff string {get;}
Bold string {get;}
BoldOff string {get;}
Dim string {get;}
DimOff string {get;}
FileInfo System.Management.Automation.PSStyle+FileInfoFormatting {get;}
Foreground System.Management.Automation.PSStyle+ForegroundColor {get;}
Formatting System.Management.Automation.PSStyle+FormattingData {get;}
Hidden string {get;}
HiddenOff string {get;}
Italic string {get;}
ItalicOff string {get;}
Progress System.Management.Automation.PSStyle+ProgressConfiguration {get;}
Reset string {get;}
Reverse string {get;}
ReverseOff string {get;}
Strikethrough string {get;}
StrikethroughOff string {get;}
Underline string {get;}
UnderlineOff string {get;}
#System.Management.Automation.PSStyle+ForegroundColor
Black string {get;}
Blue string {get;}
BrightBlack string {get;}
BrightBlue string {get;}
BrightCyan string {get;}
BrightGreen string {get;}
BrightMagenta string {get;}
BrightRed string {get;}
BrightWhite string {get;}
BrightYellow string {get;}
Cyan string {get;}
Green string {get;}
Magenta string {get;}
Red string {get;}
White string {get;}
Yellow string {get;}
#System.Management.Automation.PSStyle+FormattingData
CustomTableHeaderLabel string {get;set;}
Debug string {get;set;}
Error string {get;set;}
ErrorAccent string {get;set;}
FeedbackAction string {get;set;}
FeedbackName string {get;set;}
FeedbackText string {get;set;}
FormatAccent string {get;set;}
TableHeader string {get;set;}
Verbose string {get;set;}
Warning string {get;set;}
#System.Management.Automation.PSStyle+ProgressConfiguration
MaxWidth int {get;set;}
Style string {get;set;}
UseOSCIndicator bool {get;set;}
#System.Management.Automation.PSStyle+FileInfoFormatting
Directory string {get;set;}
Executable string {get;set;}
Extension System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary {get;}
SymbolicLink string {get;set;}
#System.Management.Automation.PSCredential
Password securestring {get;}
UserName string {get;}
#System.Management.Automation.Runspaces.LocalRunspace
InstanceId guid {get;}
Name string {get;set;}
RunspaceAvailability System.Management.Automation.Runspaces.RunspaceAvailability {get;set;}
#System.Management.Automation.PSEventJob
Debug System.Management.Automation.PSDataCollection[System.Management.Automation.DebugRecord] {get;set;}
Error System.Management.Automation.PSDataCollection[System.Management.Automation.ErrorRecord] {get;set;}
Information System.Management.Automation.PSDataCollection[System.Management.Automation.InformationRecord] {get;set;}
InstanceId guid {get;}
Name string {get;set;}
Output System.Management.Automation.PSDataCollection[psobject] {get;set;}
Progress System.Management.Automation.PSDataCollection[System.Management.Automation.ProgressRecord] {get;set;}
PSBeginTime System.Nullable[datetime] {get;}
PSEndTime System.Nullable[datetime] {get;}
PSJobTypeName string {get;set;}
Verbose System.Management.Automation.PSDataCollection[System.Management.Automation.VerboseRecord] {get;set;}
Warning System.Management.Automation.PSDataCollection[System.Management.Automation.WarningRecord] {get;set;}
State ScriptProperty: System.Object State {get=$this.JobStateInfo.State.ToString();}
#System.Management.Automation.PSEventSubscriber
Action System.Management.Automation.PSEventJob {get;}
EventName string {get;}
ForwardEvent bool {get;}
HandlerDelegate System.Management.Automation.PSEventReceivedEventHandler {get;}
SourceIdentifier string {get;}
SourceObject System.Object {get;}
SubscriptionId int {get;set;}
SupportEvent bool {get;}
#System.Management.Automation.PSEventArgs
ComputerName string {get;}
EventIdentifier int {get;}
MessageData psobject {get;}
RunspaceId guid {get;}
Sender System.Object {get;}
SourceArgs System.Object[] {get;}
SourceEventArgs System.EventArgs {get;}
SourceIdentifier string {get;}
TimeGenerated datetime {get;}
#System.Management.Automation.Remoting.PSSessionOption
ApplicationArguments psprimitivedictionary {get;set;}
CancelTimeout timespan {get;set;}
Culture cultureinfo {get;set;}
IdleTimeout timespan {get;set;}
OpenTimeout timespan {get;set;}
OperationTimeout timespan {get;set;}
ProxyCredential pscredential {get;set;}
UICulture cultureinfo {get;set;}
#System.Management.Automation.ExtendedTypeDefinition
FormatViewDefinition System.Collections.Generic.List[System.Management.Automation.FormatViewDefinition] {get;}
TypeName string {get;}
TypeNames System.Collections.Generic.List[string] {get;}
#Microsoft.PowerShell.Commands.MemberDefinition
Definition string {get;}
MemberType System.Management.Automation.PSMemberTypes {get;}
Name string {get;}
TypeName string {get;}
#System.Management.Automation.CallStackFrame
Arguments ScriptProperty: 
Command ScriptProperty: 
Location ScriptProperty: System.Object Location {get=$this.GetScriptLocation();}
#System.Management.Automation.WarningRecord
InvocationInfo System.Management.Automation.InvocationInfo {get;}
Message string {get;set;}
PipelineIterationInfo System.Collections.ObjectModel.ReadOnlyCollection[int] {get;}
#System.Management.Automation.VerboseRecord
InvocationInfo System.Management.Automation.InvocationInfo {get;}
Message string {get;set;}
PipelineIterationInfo System.Collections.ObjectModel.ReadOnlyCollection[int] {get;}
#System.Management.Automation.DebugRecord
InvocationInfo System.Management.Automation.InvocationInfo {get;}
Message string {get;set;}
PipelineIterationInfo System.Collections.ObjectModel.ReadOnlyCollection[int] {get;}
#System.Management.Automation.InformationRecord
Computer string {get;set;}
ManagedThreadId uint {get;set;}
MessageData System.Object {get;}
NativeThreadId uint {get;set;}
ProcessId uint {get;set;}
Source string {get;set;}
Tags System.Collections.Generic.List[string] {get;}
TimeGenerated datetime {get;set;}
User string {get;set;}
#System.Management.Automation.ErrorCategory
value__ int {get;set;}
#System.IO.FileAttributes
value__ int {get;set;}
#System.DayOfWeek
value__ int {get;set;}
#Microsoft.PowerShell.ExecutionPolicy
value__ int {get;set;}
#Microsoft.PowerShell.Commands.SelectXmlInfo
Node System.Xml.XmlNode {get;set;}
Path string {get;set;}
Pattern string {get;set;}
#Microsoft.PowerShell.Commands.ByteCollection
Ascii string {get;}
Bytes byte[] {get;}
HexBytes string {get;}
HexOffset string {get;}
Label string {get;}
Offset uint {get;}
Offset64 ulong {get;}
Path string {get;}
`;

export interface DeclaredMember {
  readonly kind: string;
  /** Undefined: a script that is not told. */
  readonly definition: string | undefined;
}
let tables: Map<string, ReadonlyMap<string, DeclaredMember>> | undefined;

function read(): Map<string, ReadonlyMap<string, DeclaredMember>> {
  const all = new Map<string, ReadonlyMap<string, DeclaredMember>>();
  for (const block of TEXT.split('\n#').slice(1)) {
    const [type = '', ...lines] = block.split('\n');
    const members = new Map<string, DeclaredMember>();
    for (const line of lines) {
      const [, name = '', kind, rest = ''] = /^(\S+) (?:(\w+): ?)?(.*)$/.exec(line) ?? [];
      const property = /^(\S+) (\{.*\})$/.exec(rest);
      members.set(
        name.toLowerCase(),
        kind === undefined
          ? { kind: 'Property', definition: `${property?.[1] ?? ''} ${name} ${property?.[2] ?? ''}` }
          : { kind, definition: rest === '' ? undefined : rest },
      );
    }
    all.set(type, members);
  }
  return all;
}
/** What is told of one member of an object. */
export function declaredMember(target: PSValue, name: string): DeclaredMember | undefined {
  return declaredMembersOf(target)?.(name);
}
/** The same for the members of one object, of which there may be thousands; undefined: nothing is told of any. */
export const declaredMembersOf = (target: PSValue): ((name: string) => DeclaredMember | undefined) | undefined =>
  declaredMembersOfTypes(typeNamesOf(target));
/** The same for an object that nobody has, by the names of its types. */
export function declaredMembersOfTypes(
  typeNames: readonly string[],
): ((name: string) => DeclaredMember | undefined) | undefined {
  const own = declaredMembers(typeNames[0] ?? '');
  const given = typeNames.filter((typeName) => ownTypes().has(typeName.toLowerCase()));
  if (own === undefined && given.length === 0) return undefined;
  return (name) => {
    const declared = own?.get(name.toLowerCase());
    return declared?.definition === undefined ? (ofTypeData(given, name) ?? declared) : declared;
  };
}
/** What PowerShell's own type data says of it, where that is known to the letter. */
function ofTypeData(typeNames: readonly string[], name: string): DeclaredMember | undefined {
  const [kind, word, first = '', second] = ownMember(typeNames, name) ?? [];
  switch (kind) {
    case 'AliasProperty':
      return { kind, definition: `${word} = ${second === undefined ? '' : `(${second})`}${first}` };
    case 'ScriptProperty':
      return {
        kind,
        definition: `System.Object ${word} {get=${first};${second === undefined ? '' : `set=${second};`}}`,
      };
    default:
      return undefined;
  }
}
/** Of a type by its full name: the members by their names in lower case. */
export function declaredMembers(typeName: string): ReadonlyMap<string, DeclaredMember> | undefined {
  tables ??= read();
  return tables.get(typeName);
}
