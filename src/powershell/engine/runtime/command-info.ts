/** What Get-Command writes and `$MyInvocation.MyCommand` is: CmdletInfo, FunctionInfo, AliasInfo and their kin. */
import { commandClass } from './command-classes.js';
import nodePath from 'node:path';
import { PSVersion, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toText } from '../conversion.js';
import { fail, PSError } from '../values/exceptions.js';
import { NetObject, typeObject } from '../values/live.js';
import { addMembers, defineType, requireType } from '../values/net-type.js';
import { ScriptBlock } from '../values/script-block.js';
import { resolveTypeText } from '../values/types.js';
import type { Signature } from './command-signature.js';
import { findFiles } from './command-search.js';
import { COMMAND, COMMAND_TYPES, type CommandData, commandInfo, FUNCTION, PS_TYPE_NAME } from './command-data.js';
import { helpUri, remotingCapability } from './declared-facts.js';
import { declaredOutput } from './declared-output.js';
import { limitedSignature } from './command-visibility.js';
import { signatureOf } from './function-processor.js';
import type { Frame } from './frame.js';
import { frameInside, visibilityFor } from './language-mode.js';
import { metadataOf, parameterMetadata, parameterSets, readOnly, syntaxText } from './parameter-metadata.js';
import { homeOf } from './scope.js';
import { readScriptFile } from './script-file.js';

const dataOf = (self: PSValue): CommandData => (self as NetObject<CommandData>).data;

/** The versions of PowerShell 7.6's own modules. */
export function commandVersion(module: string): PSValue {
  if (!module.startsWith('Microsoft.PowerShell.')) return null;
  return module === 'Microsoft.PowerShell.Core' ? new PSVersion(7, 6, 0, 500) : new PSVersion(7, 0, 0, 0);
}

/** The command that an alias ends at; undefined when there is none. */
function resolved(data: CommandData): CommandData | undefined {
  let { target } = data;
  const { frame } = data;
  for (let hops = 0; hops < 16 && target !== undefined; hops += 1) {
    const lower = target.toLowerCase();
    const alias = frame.scope.findAlias(lower);
    if (alias !== undefined) {
      target = alias.definition;
      continue;
    }
    const entry = frame.scope.findFunction(lower);
    if (entry !== undefined)
      return {
        kind: entry.isFilter ? 'Filter' : 'Function',
        name: entry.name,
        frame,
        module: entry.module?.name ?? '',
        owner: entry.module,
        block: entry.block,
        ...limitFor(frame, lower, entry.block.trust === 'internal'),
      };
    const cmdlet = frame.rt.commands.find(lower.slice(lower.lastIndexOf('\\') + 1));
    if (cmdlet === undefined) return fileNamed(target, frame);
    const { spec } = cmdlet.registration;
    return {
      kind: 'Cmdlet',
      name: spec.name,
      frame,
      module: spec.module ?? '',
      spec,
      signature: cmdlet.signature,
      ...limitFor(frame, spec.name.toLowerCase(), true),
    };
  }
  return undefined;
}
/** The script or program of a name or path. */
function fileNamed(name: string, frame: Frame): CommandData | undefined {
  const visible = visibilityFor(frame);
  const found = findFiles(frame.rt, name).find(
    ({ path }) => visible === undefined || visible.files.matches(path) !== undefined,
  );
  if (found === undefined) return undefined;
  const kind = found.kind === 'script' ? 'ExternalScript' : 'Application';
  return { kind, name: nodePath.basename(found.path), frame, module: '', target: found.path };
}
/** What a session leaves its caller of a command. */
function limitFor(frame: Frame, name: string, isOurs: boolean): Pick<CommandData, 'limit'> {
  const limit = isOurs ? visibilityFor(frame)?.limited.get(name) : undefined;
  return limit === undefined ? {} : { limit };
}
/** The script block of a function or a script file; undefined for the rest. */
export function blockOf(data: CommandData): ScriptBlock | undefined {
  if (data.block !== undefined) return data.block;
  if (data.kind !== 'ExternalScript' || data.target === undefined) return undefined;
  return data.frame.rt.parseFile(data.target);
}
/**
 * @param path whose provider brings parameters of its own; where the session is, when not given.
 * @returns undefined for programs, and for functions whose parameters have types that are not known here.
 */
export function signatureOfCommand(data: CommandData, path = '.'): Signature | undefined {
  if (data.kind === 'Alias') {
    const command = resolved(data);
    return command === undefined ? undefined : signatureOfCommand(command, path);
  }
  const whole = wholeSignature(data, path);
  return whole === undefined || data.limit === undefined ? whole : limitedSignature(whole, data.limit);
}
/** Parameters that come of a provider are those of the path's. */
function signatureHere(signature: Signature, { frame }: CommandData, path: string): Signature {
  if (signature.parameters.every(({ ofFiles }) => ofFiles === undefined)) return signature;
  const onFiles = frame.rt.isOnFiles(frame, path);
  const parameters = signature.parameters.filter(
    ({ ofFiles, ofAbsent }) =>
      ofFiles === undefined || (onFiles === undefined ? ofAbsent === true : ofFiles === onFiles),
  );
  return parameters.length === signature.parameters.length ? signature : { ...signature, parameters };
}
function wholeSignature(data: CommandData, path: string): Signature | undefined {
  if (data.signature !== undefined) return signatureHere(data.signature, data, path);
  try {
    const block = blockOf(data);
    return block === undefined
      ? undefined
      : signatureOf(frameInside(data.frame, block), block.code, data.name, homeOf(block, data.frame.scope));
  } catch (error) {
    if (!(error instanceof PSError)) throw error;
    return undefined;
  }
}
const typeName = (name: string): PSValue => new NetObject(PS_TYPE_NAME, name);
/** `[OutputType(…)]` of a script, or what a cmdlet declares. */
function outputTypes(data: CommandData): PSValue[] {
  if (data.kind === 'Application') return [typeName('System.String')];
  if (data.kind === 'Alias') {
    const command = resolved(data);
    return command === undefined ? [] : outputTypes(command);
  }
  if (data.spec !== undefined)
    return (data.spec.outputType ?? declaredOutput(data.spec.name) ?? '')
      .split(',')
      .flatMap((name) => (name === '' ? [] : [typeName(name.trim())]));
  const attributes = blockOf(data)?.code.ast.paramBlock?.attributes ?? [];
  return attributes
    .filter(({ typeName: { name } }) => /^(?:System\.Management\.Automation\.)?OutputType(?:Attribute)?$/i.test(name))
    .flatMap(({ positionalArguments }) => positionalArguments)
    .flatMap((argument) => {
      const elements = argument.kind === 'ArrayLiteralAst' ? argument.elements : [argument];
      return elements.flatMap((one) => {
        const text =
          one.kind === 'StringConstantExpressionAst'
            ? one.value
            : one.kind === 'TypeExpressionAst'
              ? one.typeName.fullName
              : undefined;
        return text === undefined ? [] : [typeName(resolveTypeText(text)?.fullName ?? text)];
      });
    });
}
/** Text of `Get-Command -Syntax`. */
export function commandSyntax(data: CommandData): string {
  if (data.kind === 'Application') return data.target ?? data.name;
  const signature = signatureOfCommand(data);
  if (data.kind === 'ExternalScript')
    return `${data.target ?? ''} (alias) -> ${data.target ?? ''}\n${signature === undefined ? '' : syntaxText(signature, data.target ?? '')}`;
  if (data.kind !== 'Alias') return signature === undefined ? '' : syntaxText(signature, data.name);
  const command = resolved(data);
  if (command?.kind === 'Application') return commandSyntax(command);
  const end = command === undefined || isFile(command) ? command?.target : command.name;
  return `${data.name} (alias) -> ${end ?? data.target ?? ''}\n${signature === undefined ? '' : syntaxText(signature, data.name)}`;
}

const isFile = ({ kind }: CommandData): boolean => kind === 'Application' || kind === 'ExternalScript';
const definitionOf = (data: CommandData): string =>
  data.kind === 'Cmdlet'
    ? data.signature === undefined
      ? ''
      : syntaxText(signatureHere(data.signature, data, '.'), data.name)
    : data.block === undefined || isFile(data)
      ? (data.target ?? '')
      : toText(data.block);
const verbOf = ({ name }: CommandData): string => (name.includes('-') ? name.slice(0, name.indexOf('-')) : '');
const nounOf = ({ name }: CommandData): string => (name.includes('-') ? name.slice(name.indexOf('-') + 1) : '');
const enumOf = (value: string, of: string): PSValue =>
  convertTo(value, requireType(`System.Management.Automation.${of}`));
const moduleOf = ({ module, owner, frame }: CommandData): PSValue =>
  module === '' ? null : ((owner ?? frame.rt.modules.find(module) ?? frame.rt.modules.builtIn(module))?.object ?? null);

defineType('System.Management.Automation.RemotingCapability', {
  kind: 'enum',
  enumValues: { None: 0, PowerShell: 1, SupportedByCommand: 2, OwnedByCommand: 3 },
});
defineType('System.Management.Automation.ScopedItemOptions', {
  kind: 'enum',
  flags: true,
  enumValues: { None: 0, ReadOnly: 1, Constant: 2, Private: 4, AllScope: 8, Unspecified: 16 },
});
defineType('System.Management.Automation.SessionStateCategory', {
  kind: 'enum',
  enumValues: {
    Variable: 0,
    Alias: 1,
    Function: 2,
    Filter: 3,
    Drive: 4,
    CmdletProvider: 5,
    Scope: 6,
    Command: 7,
    Resource: 8,
    Cmdlet: 9,
  },
});
defineType('System.Management.Automation.SessionStateEntryVisibility', {
  kind: 'enum',
  enumValues: { Public: 0, Private: 1 },
});
addMembers(PS_TYPE_NAME, {
  'string Name': (self) => (self as NetObject<string>).data,
  'type Type': (self) => {
    const found = resolveTypeText((self as NetObject<string>).data);
    return found === undefined ? null : typeObject(found);
  },
  'string ToString()': (self) => (self as NetObject<string>).data,
});
// What a class has itself comes before what its base has, also where it only overrides that.
const HELP_URI = {
  'string HelpUri': (self: PSValue): PSValue => (dataOf(self).kind === 'Cmdlet' ? helpUri(dataOf(self).name) : ''),
};
const VERSION_OF = {
  'version Version': (self: PSValue): PSValue =>
    dataOf(self).kind === 'Application' ? new PSVersion(0, 0, 0, 0) : versionOf(dataOf(self)),
};
const DEFINITION = { 'string Definition': (self: PSValue): PSValue => definitionOf(dataOf(self)) };
const OUTPUT_TYPE = {
  'object OutputType': (self: PSValue): PSValue => readOnly(PS_TYPE_NAME, outputTypes(dataOf(self))),
};
addMembers(COMMAND, {
  'string Name': (self) => dataOf(self).name,
  'System.Management.Automation.CommandTypes CommandType': (self) => enumOf(dataOf(self).kind, 'CommandTypes'),
  'string Source': (self) => (isFile(dataOf(self)) ? (dataOf(self).target ?? '') : dataOf(self).module),
  ...VERSION_OF,
  ...DEFINITION,
  'System.Management.Automation.SessionStateEntryVisibility Visibility': () =>
    enumOf('Public', 'SessionStateEntryVisibility'),
  'string ModuleName': (self) => dataOf(self).module,
  'psmoduleinfo Module': (self) => moduleOf(dataOf(self)),
  'System.Management.Automation.RemotingCapability RemotingCapability': (self) =>
    enumOf(dataOf(self).kind === 'Cmdlet' ? remotingCapability(dataOf(self).name) : 'PowerShell', 'RemotingCapability'),
  'object Parameters': (self) => {
    const data = dataOf(self);
    const signature = signatureOfCommand(data);
    if (signature === undefined) return null;
    return parameterMetadata(signature);
  },
  'object ParameterSets': (self) => {
    const signature = signatureOfCommand(dataOf(self));
    return signature === undefined ? readOnly(COMMAND, []) : parameterSets(signature);
  },
  ...OUTPUT_TYPE,
  ...HELP_URI,
  'string ToString()': (self) => (dataOf(self).kind === 'Script' ? definitionOf(dataOf(self)) : dataOf(self).name),
  'System.Management.Automation.ParameterMetadata ResolveParameter(string name)': (self, name) => {
    const text = toText(name ?? null);
    const signature = signatureOfCommand(dataOf(self));
    const found = signature?.byName.get(text.toLowerCase()) ?? uniquePrefix(signature, text);
    if (found === undefined)
      throw fail('NamedParameterNotFound', `A parameter cannot be found that matches parameter name '${text}'.`, {
        category: 'InvalidArgument',
        type: 'System.Management.Automation.ParameterBindingException',
      });
    return metadataOf(found);
  },
});
function uniquePrefix(signature: Signature | undefined, name: string): Signature['parameters'][number] | undefined {
  const found = signature?.parameters.filter((info) => info.name.toLowerCase().startsWith(name.toLowerCase())) ?? [];
  return found.length === 1 ? found[0] : undefined;
}
function versionOf({ module, owner, frame }: CommandData): PSValue {
  const known = commandVersion(module);
  return known ?? (owner ?? frame.rt.modules.find(module))?.version ?? null;
}
addMembers(FUNCTION, {
  ...HELP_URI,
  'scriptblock ScriptBlock': (self) => dataOf(self).block ?? null,
  'bool CmdletBinding': (self) => signatureOfCommand(dataOf(self))?.simple === false,
  'string DefaultParameterSet': (self) => signatureOfCommand(dataOf(self))?.defaultSet ?? null,
  ...DEFINITION,
  'System.Management.Automation.ScopedItemOptions Options': (self) =>
    enumOf(dataOf(self).options ?? 'None', 'ScopedItemOptions'),
  'string Description': (self) => dataOf(self).description ?? null,
  'string Verb': (self) => verbOf(dataOf(self)),
  'string Noun': (self) => nounOf(dataOf(self)),
  'string HelpFile': () => null,
  ...OUTPUT_TYPE,
});
addMembers(COMMAND_TYPES.Cmdlet, {
  ...HELP_URI,
  'string DLL': () => null,
  'string Verb': (self) => verbOf(dataOf(self)),
  'string Noun': (self) => nounOf(dataOf(self)),
  'string HelpFile': () => '',
  'object PSSnapIn': () => null,
  ...VERSION_OF,
  'type ImplementingType': (self) => typeObject(commandClass(dataOf(self).spec?.className ?? '')),
  ...DEFINITION,
  'string DefaultParameterSet': (self) => dataOf(self).signature?.defaultSet ?? null,
  ...OUTPUT_TYPE,
  'System.Management.Automation.ScopedItemOptions Options': () => enumOf('ReadOnly', 'ScopedItemOptions'),
});
addMembers(COMMAND_TYPES.Alias, {
  ...HELP_URI,
  'string ResolvedCommandName': (self) => resolved(dataOf(self))?.name ?? null,
  'string DisplayName': (self) =>
    `${dataOf(self).name} -> ${resolved(dataOf(self))?.name ?? dataOf(self).target ?? ''}`,
  'System.Management.Automation.CommandInfo ReferencedCommand': (self) => infoOrNull(resolved(dataOf(self))),
  'System.Management.Automation.CommandInfo ResolvedCommand': (self) => infoOrNull(resolved(dataOf(self))),
  ...DEFINITION,
  'System.Management.Automation.ScopedItemOptions Options': (self) =>
    enumOf(dataOf(self).options ?? 'None', 'ScopedItemOptions'),
  'string Description': (self) => dataOf(self).description ?? '',
  ...OUTPUT_TYPE,
});
const infoOrNull = (data: CommandData | undefined): PSValue => (data === undefined ? null : commandInfo(data));
for (const type of [COMMAND_TYPES.Application, COMMAND_TYPES.ExternalScript])
  addMembers(type, { 'string Path': (self) => dataOf(self).target ?? '' });
addMembers(COMMAND_TYPES.Application, { 'string Extension': (self) => nodePath.extname(dataOf(self).target ?? '') });
addMembers(COMMAND_TYPES.Script, { 'scriptblock ScriptBlock': (self) => dataOf(self).block ?? null });
addMembers(COMMAND_TYPES.ExternalScript, {
  'scriptblock ScriptBlock': (self) => blockOf(dataOf(self)) ?? null,
  'string ScriptContents': (self) => readScriptFile(dataOf(self).target ?? ''),
});
