/** What scripts see of a module and of a session's state: PSModuleInfo, SessionState, PSVariableIntrinsics. */
import nodePath from 'node:path';
import { PSDictionary, PSList, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toText } from '../conversion.js';
import { NetObject } from '../values/live.js';
import { addMembers, type NetType, requireType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { VERSION } from '../values/types.js';
import { type CommandData, commandInfo } from './command-data.js';
import type { Frame } from './frame.js';
import { LANGUAGE_MODES, languageModeOf, setLanguageMode } from './language-mode.js';
import { active, enumerate } from './members.js';
import { textsOf } from './manifest-data.js';
import { asker, asMethodError } from './own-commands.js';
import { Module, moduleAsObject, partPath } from './modules.js';
import { dictionaryOf } from './parameter-metadata.js';
import { type Scope, scopeFor } from './scope.js';
import { fromOutside } from '../values/escaping.js';
import { variableObject, variableOf } from './variable-members.js';
import { findVariable, readVariable, writeVariable } from './variables.js';
import { lockedText, UNAUTHORIZED } from './locked.js';
import { NetThrow } from '../values/exceptions.js';
import { parseVariablePath, type VariablePath } from '../../lang/index.js';

const moduleOf = (self: PSValue): Module => {
  if (self instanceof NetObject && self.data instanceof Module) return self.data;
  throw new Error('not a module');
};
const scopeOf = (self: PSValue): Scope => (self as NetObject<{ readonly scope: Scope }>).data.scope;

const dictionary = (entries: Iterable<readonly [string, PSValue]>, valueType: string): PSDictionary =>
  dictionaryOf(requireType(valueType), entries);
type Listed = readonly (readonly [string, PSValue])[];
const listed = (commands: readonly Omit<CommandData, 'frame'>[]): Listed =>
  commands
    .map((one) => [one.name, commandInfo({ ...one, frame: asker() })] as const)
    .sort(([left], [right]) => (left.toLowerCase() < right.toLowerCase() ? -1 : 1));
/** What a module exports; of one that is not loaded, the names that its files tell. */
const functionsOf = ({ announced, functions, name: module }: Module): Listed =>
  listed(
    announced?.functions.map((name) => ({ kind: 'Function' as const, name, module })) ??
      [...functions.values()].map(({ name, block, isFilter }) => ({
        kind: isFilter ? ('Filter' as const) : ('Function' as const),
        name,
        block,
        module,
      })),
  );
const aliasesOf = ({ announced, aliases, name: module }: Module): Listed =>
  listed(
    announced?.aliases.map((name) => ({ kind: 'Alias' as const, name, module })) ??
      [...aliases.values()].map(({ name, definition }) => ({
        kind: 'Alias' as const,
        name,
        target: definition,
        module,
      })),
  );
const cmdletsOf = ({ cmdlets, name: module }: Module): Listed =>
  listed(
    (cmdlets?.() ?? []).map((name) => {
      const known = asker().rt.commands.find(name.toLowerCase());
      const own = known === undefined ? {} : { spec: known.registration.spec, signature: known.signature };
      return { kind: 'Cmdlet' as const, name, module, ...own };
    }),
  );
const LANGUAGE_MODE = (): NetType => requireType('System.Management.Automation.PSLanguageMode');
const fromManifest = (self: PSValue, key: string): PSValue => moduleOf(self).manifest?.getEntry(key) ?? null;

const psData = (self: PSValue, key: string): PSValue => {
  const data = fromManifest(self, 'PrivateData');
  const table = data instanceof PSDictionary ? data.getEntry('PSData') : undefined;
  return table instanceof PSDictionary ? (table.getEntry(key) ?? null) : null;
};
const uriOf = (value: PSValue): PSValue => (value === null ? null : convertTo(value, requireType('System.Uri')));
const versionIn = (self: PSValue, key: string): PSValue => {
  const wanted = fromManifest(self, key);
  return wanted === null || wanted === '' ? null : convertTo(wanted, VERSION);
};
const textsIn = (self: PSValue, key: string): readonly string[] => {
  const { manifest } = moduleOf(self);
  return (manifest === undefined ? undefined : textsOf(manifest, key)) ?? [];
};
/** Where the files lie that a manifest names. */
const pathsIn = (self: PSValue, key: string): PSList => {
  const { manifestPath } = moduleOf(self);
  return new PSList(textsIn(self, key).map((part) => partPath(manifestPath, key, part)));
};
const states = new WeakMap<Scope, NetObject>();
/** The state that a scope belongs to: that of its module, or the session's. There is one of each. */
export function sessionState(scope: Scope): NetObject {
  const home = scope.module?.scope ?? scope.global;
  const known = states.get(home);
  if (known !== undefined) return known;
  const made = newSessionState(home);
  states.set(home, made);
  return made;
}
/** The same, in an object of its own, as a command has it. */
export const newSessionState = (scope: Scope): NetObject =>
  new NetObject(requireType('System.Management.Automation.SessionState'), {
    scope: scope.module?.scope ?? scope.global,
  });

addMembers(requireType('System.Management.Automation.PSModuleInfo'), {
  'bool LogPipelineExecutionDetails': () => false,
  'string Name': (self) => moduleOf(self).name,
  'string Path': (self) => {
    const { path, stated } = moduleOf(self);
    return path === '' ? (stated ?? null) : path;
  },
  'object ImplementingAssembly': () => null,
  'string Definition': (self) => moduleOf(self).definition,
  'string Description': (self) => fromManifest(self, 'Description'),
  'guid Guid': (self) => moduleOf(self).guid,
  'string HelpInfoUri': (self) => fromManifest(self, 'HelpInfoURI'),
  'string ModuleBase': (self) => {
    const { base, stated } = moduleOf(self);
    return stated === undefined ? base : nodePath.dirname(stated);
  },
  'object PrivateData': (self) => fromManifest(self, 'PrivateData'),
  'object ExperimentalFeatures': () => [],
  'object Tags': (self) => psData(self, 'Tags') ?? [],
  'uri ProjectUri': (self) => uriOf(psData(self, 'ProjectUri')),
  'uri IconUri': (self) => uriOf(psData(self, 'IconUri')),
  'uri LicenseUri': (self) => uriOf(psData(self, 'LicenseUri')),
  'string ReleaseNotes': (self) => psData(self, 'ReleaseNotes'),
  'uri RepositorySourceLocation': () => null,
  'version Version': (self) => moduleOf(self).version,
  'System.Management.Automation.ModuleType ModuleType': (self) =>
    convertTo(moduleOf(self).kind, requireType('System.Management.Automation.ModuleType')),
  'string Author': (self) => fromManifest(self, 'Author'),
  'System.Management.Automation.ModuleAccessMode AccessMode': (self) =>
    convertTo(moduleOf(self).accessMode, requireType('System.Management.Automation.ModuleAccessMode')),
  'set System.Management.Automation.ModuleAccessMode AccessMode': (self, value) => {
    const mode = toText(value ?? null);
    if (mode === 'ReadWrite' || mode === 'ReadOnly' || mode === 'Constant') moduleOf(self).accessMode = mode;
    return undefined;
  },
  'version ClrVersion': (self) => versionIn(self, 'CLRVersion'),
  'string CompanyName': (self) => fromManifest(self, 'CompanyName'),
  'string Copyright': (self) => fromManifest(self, 'Copyright'),
  'version DotNetFrameworkVersion': (self) => versionIn(self, 'DotNetFrameworkVersion'),
  'object ExportedFunctions': (self) =>
    dictionary(functionsOf(moduleOf(self)), 'System.Management.Automation.FunctionInfo'),
  'string Prefix': (self) => fromManifest(self, 'DefaultCommandPrefix'),
  'object ExportedCmdlets': (self) => dictionary(cmdletsOf(moduleOf(self)), 'System.Management.Automation.CmdletInfo'),
  'object ExportedCommands': (self) =>
    dictionary(
      [...functionsOf(moduleOf(self)), ...cmdletsOf(moduleOf(self)), ...aliasesOf(moduleOf(self))],
      'System.Management.Automation.CommandInfo',
    ),
  'object FileList': (self) => pathsIn(self, 'FileList'),
  'object CompatiblePSEditions': (self) => fromManifest(self, 'CompatiblePSEditions') ?? [],
  'object ModuleList': (self) => fromManifest(self, 'ModuleList') ?? [],
  'object NestedModules': (self) => new PSList(moduleOf(self).nested.map(({ object }) => object)),
  'string PowerShellHostName': (self) => fromManifest(self, 'PowerShellHostName'),
  'version PowerShellHostVersion': (self) => versionIn(self, 'PowerShellHostVersion'),
  'version PowerShellVersion': (self) => versionIn(self, 'PowerShellVersion'),
  'System.Reflection.ProcessorArchitecture ProcessorArchitecture': (self) =>
    convertTo(
      fromManifest(self, 'ProcessorArchitecture') ?? 'None',
      requireType('System.Reflection.ProcessorArchitecture'),
    ),
  'object Scripts': (self) => pathsIn(self, 'ScriptsToProcess'),
  'object RequiredAssemblies': (self) => textsIn(self, 'RequiredAssemblies'),
  'object RequiredModules': (self) => new PSList(moduleOf(self).required.map(({ object }) => object)),
  'string RootModule': (self) => {
    const { announced, manifest, path } = moduleOf(self);
    const named = fromManifest(self, 'RootModule') ?? fromManifest(self, 'ModuleToProcess');
    return named ?? (announced === undefined || manifest !== undefined ? null : path);
  },
  'object ExportedVariables': (self) =>
    dictionary(
      [...moduleOf(self).variables.values()].map((variable) => [variable.name, variableObject(variable)] as const),
      'System.Management.Automation.PSVariable',
    ),
  'object ExportedAliases': (self) => dictionary(aliasesOf(moduleOf(self)), 'System.Management.Automation.AliasInfo'),
  'object ExportedDscResources': (self) => textsIn(self, 'DscResourcesToExport'),
  'System.Management.Automation.SessionState SessionState': (self) => {
    const { announced, isDotted, scope } = moduleOf(self);
    return isDotted || announced !== undefined ? null : sessionState(scope);
  },
  'object OnRemove': (self) => moduleOf(self).onRemove,
  'set object OnRemove': (self, value) => {
    moduleOf(self).onRemove = value ?? null;
    return undefined;
  },
  'object ExportedFormatFiles': (self) => pathsIn(self, 'FormatsToProcess'),
  'object ExportedTypeFiles': (self) => pathsIn(self, 'TypesToProcess'),
  'string ToString()': (self) => moduleOf(self).name,
  'object Invoke(scriptblock sb, Params object[] args)': (self, block, args) => {
    const { runtime } = active;
    if (runtime === undefined || !(block instanceof ScriptBlock)) return null;
    return fromOutside(() =>
      runtime.callBlock(new ScriptBlock(block.code, moduleOf(self), block.trust), enumerate(args ?? null) ?? []),
    );
  },
  'scriptblock NewBoundScriptBlock(scriptblock scriptBlockToBind)': (self, block) =>
    block instanceof ScriptBlock ? new ScriptBlock(block.code, moduleOf(self), block.trust) : null,
  'psobject AsCustomObject()': (self) => moduleAsObject(moduleOf(self)),
});
/** What asks and changes things as code of the state's would that the asking code calls. */
function intrinsicsOf(self: PSValue, kind: string): PSValue {
  const frame = active.runtime?.current;
  return frame === undefined
    ? null
    : new NetObject(requireType(`System.Management.Automation.${kind}Intrinsics`), {
        frame: { ...frame, scope: scopeFor(frame.scope, scopeOf(self).module) },
      });
}
addMembers(requireType('System.Management.Automation.SessionState'), {
  'System.Management.Automation.PSLanguageMode LanguageMode': () => {
    const frame = active.runtime?.current;
    return convertTo(frame === undefined ? 'FullLanguage' : languageModeOf(frame), LANGUAGE_MODE());
  },
  'set System.Management.Automation.PSLanguageMode LanguageMode': (_self, value) => {
    const frame = active.runtime?.current;
    const mode = LANGUAGE_MODES.find((one) => one === toText(convertTo(value ?? null, LANGUAGE_MODE())));
    if (frame !== undefined && mode !== undefined) setLanguageMode(frame, mode);
    return undefined;
  },
  'System.Management.Automation.PSVariableIntrinsics PSVariable': (self) =>
    new NetObject(requireType('System.Management.Automation.PSVariableIntrinsics'), { scope: scopeOf(self) }),
  'System.Management.Automation.CommandInvocationIntrinsics InvokeCommand': (self) =>
    intrinsicsOf(self, 'CommandInvocation'),
  'System.Management.Automation.PathIntrinsics Path': () =>
    new NetObject(requireType('System.Management.Automation.PathIntrinsics'), undefined),
  'System.Management.Automation.DriveManagementIntrinsics Drive': (self) => intrinsicsOf(self, 'DriveManagement'),
  'System.Management.Automation.CmdletProviderManagementIntrinsics Provider': (self) =>
    intrinsicsOf(self, 'CmdletProviderManagement'),
  'System.Management.Automation.ProviderIntrinsics InvokeProvider': (self) => intrinsicsOf(self, 'Provider'),
  'psmoduleinfo Module': (self) => {
    const { module } = scopeOf(self);
    return module instanceof Module ? module.object : null;
  },
});
/** The code that asks, in the innermost scope that belongs to the state: a module's own, or the session's. */
function whereNow(self: PSValue): Frame {
  const frame = asker();
  const scope = scopeOf(self);
  return { ...frame, scope: frame.scope.global === scope.global ? scopeFor(frame.scope, scope.module) : scope };
}
function pathOf(name: PSValue): VariablePath {
  const text = toText(name);
  if (text !== '') return parseVariablePath(text);
  throw new NetThrow(
    'System.Management.Automation.PSArgumentException',
    'Cannot process argument because the value of argument "path" is not valid. Change the value of the "path" argument and run the operation again.',
  );
}
/** What a variable holds where the code that asks sees the state's; undefined: there is none. */
export const variableIn = (state: PSValue, name: PSValue): PSValue | undefined =>
  readVariable(whereNow(state), pathOf(name));
/** What may not be changed is told as a method tells it. */
function written(self: PSValue, path: VariablePath, value: PSValue): undefined {
  try {
    writeVariable(whereNow(self), path, value);
  } catch (error) {
    return asMethodError(error);
  }
}
function removeVariable(self: PSValue, path: VariablePath): undefined {
  const frame = whereNow(self);
  const found = path.isDriveQualified ? undefined : findVariable(frame, path);
  if (found === undefined) return undefined;
  if (found.options.constant === true || found.options.readOnly === true)
    throw new NetThrow(UNAUTHORIZED, lockedText('VariableNotRemovable', found.name));
  const lower = found.name.toLowerCase();
  let at: Scope | undefined = frame.scope;
  while (at !== undefined && at.own(lower) !== found) at = at.parent;
  at?.remove(lower);
  return undefined;
}
addMembers(requireType('System.Management.Automation.PSVariableIntrinsics'), {
  'object GetValue(string name)': (self, name = null) => variableIn(self, name) ?? null,
  'object GetValue(string name, object defaultValue)': (self, name = null, otherwise = null) =>
    variableIn(self, name) ?? otherwise,
  'object Get(string name)': (self, name = null) => {
    const path = pathOf(name);
    const found = path.isDriveQualified ? undefined : findVariable(whereNow(self), path);
    return found === undefined ? null : variableObject(found);
  },
  'void Set(string name, object value)': (self, name = null, value = null) => written(self, pathOf(name), value),
  'void Set(System.Management.Automation.PSVariable variable)': (self, variable = null) => {
    const given = variableOf(variable);
    if (given === undefined) return undefined;
    const { scope } = whereNow(self);
    const existing = scope.own(given.name.toLowerCase());
    if (existing === undefined) scope.variables.set(given.name.toLowerCase(), given);
    else existing.assign(given.read());
    return undefined;
  },
  'void Remove(System.Management.Automation.PSVariable variable)': (self, variable = null) =>
    removeVariable(self, pathOf(variableOf(variable)?.name ?? '')),
  'void Remove(string name)': (self, name = null) => removeVariable(self, pathOf(name)),
});
