/** A command as a value: what a CommandInfo holds. Its members are in command-info.ts. */
import { PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import type { CommandSpec } from '../command-api.js';
import { NetObject } from '../values/live.js';
import { defineType, type NetType } from '../values/net-type.js';
import type { ScriptBlock } from '../values/script-block.js';
import type { Signature } from './command-signature.js';
import type { LimitedCommand } from './command-visibility.js';
import type { Frame } from './frame.js';
import type { ModuleHome } from './scope.js';

export type CommandKind = 'Alias' | 'Function' | 'Filter' | 'Cmdlet' | 'ExternalScript' | 'Application' | 'Script';

/** What a CommandInfo knows; the rest is asked of the session when it is read. */
export interface CommandData {
  readonly kind: CommandKind;
  readonly name: string;
  readonly frame: Frame;
  readonly module: string;
  /** That module, where it is known: one that no session has imported is found by nothing else. */
  readonly owner?: ModuleHome | undefined;
  /** Of functions, filters and scripts. */
  readonly block?: ScriptBlock;
  /** Of cmdlets. */
  readonly spec?: CommandSpec;
  readonly signature?: Signature;
  /** Of an alias: what it stands for. Of files: their path. */
  readonly target?: string;
  readonly options?: string;
  /** In a restricted session: the parameters that the caller has. */
  readonly limit?: LimitedCommand;
  readonly description?: string;
}

const define = (name: string, base?: string): NetType =>
  defineType(`System.Management.Automation.${name}`, {
    base: base === undefined ? 'System.Object' : `System.Management.Automation.${base}`,
  });
export const COMMAND = define('CommandInfo');
export const FUNCTION = define('FunctionInfo', 'CommandInfo');
export const COMMAND_TYPES: Readonly<Record<CommandKind, NetType>> = {
  Alias: define('AliasInfo', 'CommandInfo'),
  Function: FUNCTION,
  Filter: define('FilterInfo', 'FunctionInfo'),
  Cmdlet: define('CmdletInfo', 'CommandInfo'),
  ExternalScript: define('ExternalScriptInfo', 'CommandInfo'),
  Script: define('ScriptInfo', 'CommandInfo'),
  Application: define('ApplicationInfo', 'CommandInfo'),
};
export const PS_TYPE_NAME = define('PSTypeName');

/** Members that scripts add to a function's info are there at the next look too. */
const added = new WeakMap<ScriptBlock, PropertyBag>();
export function commandInfo(data: CommandData): NetObject<CommandData> {
  const made = new NetObject(COMMAND_TYPES[data.kind], data);
  if (data.block === undefined) return made;
  const bag = added.get(data.block) ?? new PropertyBag();
  added.set(data.block, bag);
  made.extended = bag;
  return made;
}
/** The data of a CommandInfo; undefined for any other value. */
export function commandDataOf(value: PSValue): CommandData | undefined {
  return value instanceof NetObject && Object.values(COMMAND_TYPES).includes(value.type)
    ? (value.data as CommandData)
    : undefined;
}
