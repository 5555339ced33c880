/** The classes of the engine's own commands as reflection shows them: what they derive from and what they implement. */
import { defineType, findType, type NetType } from '../values/net-type.js';
import { AUTOMATION } from './cmdlet-types.js';

const COMMANDS = 'Microsoft.PowerShell.Commands';
/** Where it is not PSCmdlet: what derives from a class, commands without `Command` at their end. */
const DERIVED: Readonly<Record<string, string>> = {
  BaseCsvWritingCommand: 'ConvertToCsv ExportCsv',
  CommandLineCmdletBase: 'RestartComputer StopComputer',
  CommonRunspaceCommandBase: 'DisableRunspaceDebug EnableRunspaceDebug GetRunspaceDebug',
  ConsoleColorCmdlet: 'WriteHost',
  ContentCommandBase: 'ClearContent GetContent PassThroughContentCommandBase',
  ConvertFromToSecureStringCommandBase: 'ConvertFromSecureString ConvertToSecureString',
  CoreCommandBase:
    'ConvertPath CoreCommandWithCredentialsBase DriveMatchingCoreCommandBase GetChildItem GetPSProvider PopLocation PushLocation SetLocation',
  CoreCommandWithCredentialsBase:
    'ClearItem ContentCommandBase CopyItem GetItem InvokeItem ItemPropertyCommandBase JoinPath MoveItem NewItem NewPSDrive RemoveItem RenameItem ResolvePath SetItem SplitPath TestPath',
  DriveMatchingCoreCommandBase: 'GetLocation GetPSDrive RemovePSDrive',
  EnableDisableExperimentalFeatureCommandBase: 'DisableExperimentalFeature EnableExperimentalFeature',
  GetRandomCommandBase: 'GetRandom GetSecureRandom',
  HashCmdletBase: 'GetFileHash',
  ImplicitRemotingCommandBase: 'ExportPSSession ImportPSSession',
  'Internal.Format.FrontEndCommandBase':
    'Internal.Format.OuterFormatShapeCommandBase OutDefault OutFile OutHost OutString',
  'Internal.Format.OuterFormatShapeCommandBase': 'FormatCustom FormatWide Internal.Format.OuterFormatTableAndListBase',
  'Internal.Format.OuterFormatTableAndListBase': 'FormatList Internal.Format.OuterFormatTableBase',
  'Internal.Format.OuterFormatTableBase': 'FormatTable',
  ItemPropertyCommandBase:
    'GetItemProperty GetItemPropertyValue NewItemProperty PassThroughItemPropertyCommandBase RemoveItemProperty',
  JobCmdletBase: 'GetJob ReceiveJob RemoveJob StopJob WaitJob',
  ModuleCmdletBase: 'GetModule ImportModule NewModule RemoveModule TestModuleManifest',
  ObjectBase: 'GroupObject OrderObjectBase',
  ObjectCmdletBase: 'CompareObject ObjectBase',
  ObjectEventRegistrationBase: 'RegisterEngineEvent RegisterObjectEvent',
  OrderObjectBase: 'SortObject',
  PSBreakpointAccessorCommandBase: 'GetPSBreakpoint SetPSBreakpoint',
  PSBreakpointCommandBase: 'PSBreakpointAccessorCommandBase PSBreakpointUpdaterCommandBase',
  PSBreakpointUpdaterCommandBase: 'DisablePSBreakpoint EnablePSBreakpoint RemovePSBreakpoint',
  PSExecutionCmdlet: 'InvokeCommand StartJob',
  PSRemotingBaseCmdlet: 'EnterPSSession NewPSSession PSExecutionCmdlet',
  PSRemotingCmdlet: 'ExitPSSession JobCmdletBase PSRemotingBaseCmdlet PSRunspaceCmdlet',
  PSRunspaceCmdlet: 'GetPSSession RemovePSSession',
  PassThroughContentCommandBase: 'WriteContentCommandBase',
  PassThroughItemPropertyCommandBase:
    'ClearItemProperty CopyItemProperty MoveItemProperty RenameItemProperty SetItemProperty',
  ProcessBaseCommand: 'DebugProcess GetProcess StopProcess WaitProcess',
  SecureStringCommandBase: 'ConvertFromToSecureStringCommandBase',
  TraceCommandBase: 'GetTraceSource TraceListenerCommandBase',
  TraceListenerCommandBase: 'SetTraceSource TraceCommand',
  UpdatableHelpCommandBase: 'SaveHelp UpdateHelp',
  UpdateData: 'UpdateFormatData UpdateTypeData',
  VariableCommandBase: 'ClearVariable GetVariable NewVariable RemoveVariable SetVariable',
  WebRequestPSCmdlet: 'InvokeRestMethod InvokeWebRequest',
  WriteAliasCommandBase: 'NewAlias SetAlias',
  WriteContentCommandBase: 'AddContent SetContent',
  WriteOrThrowErrorCommand: 'WriteError',
  Cmdlet: 'ConvertFromJson GetDate GetVerb NewTemporaryFile ProcessBase',
};
const DISPOSABLE = new Set(
  'AddContent ClearContent ConvertToJson ConvertToXml ExportClixml ExportCsv ForEachObject FormatCustom FormatList FormatTable FormatWide GetContent GetModule GetPSSession ImportClixml ImportModule InvokeCommand InvokeRestMethod InvokeWebRequest NewPSSession OutDefault OutFile OutHost OutString ReceiveJob RemoveJob RestartComputer SetContent StartJob StartProcess StartSleep StopComputer StopJob TeeObject TestConnection TraceCommand WaitJob'.split(
    ' ',
  ),
);
/** Classes that ask at run time what parameters they have. */
const DYNAMIC = new Set(['CoreCommandBase']);

const short = (name: string): string => name.replace(/Command$/, '');
const bases = new Map(Object.entries(DERIVED).flatMap(([base, names]) => names.split(' ').map((one) => [one, base])));
function baseOf(name: string): string {
  const base = bases.get(short(name));
  if (base === undefined) return `${AUTOMATION}.PSCmdlet`;
  return base === 'Cmdlet' ? `${AUTOMATION}.Cmdlet` : commandClass(base, true).fullName;
}
/** @param name without its namespace, where that is the usual one. */
export function commandClass(name: string, abstract = false): NetType {
  const fullName = `${COMMANDS}.${name}`;
  const interfaces = [
    ...(DYNAMIC.has(name) ? [`${AUTOMATION}.IDynamicParameters`] : []),
    ...(DISPOSABLE.has(short(name)) ? ['System.IDisposable'] : []),
  ];
  return findType(fullName) ?? defineType(fullName, { base: baseOf(name), abstract, interfaces });
}
