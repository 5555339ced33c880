/** The built-in commands of Core, Utility and Management. The engine registers them all. */
import type { CommandRegistration } from '../command-api.js';
import { FORMATTING_COMMANDS } from '../formatting/index.js';
import { COMPLETION_COMMANDS } from '../completion/index.js';
import { CONFIGURATION_FILE_COMMANDS } from './configuration-files/index.js';
import { DATA_COMMANDS } from './data/index.js';
import { HELP_COMMANDS } from './help/index.js';
import { ITEM_COMMANDS } from './items/index.js';
import { OBJECT_COMMANDS } from './objects/index.js';
import { OUTPUT_COMMANDS } from './output/index.js';
import { SESSION_COMMANDS } from './session/index.js';
import { MODULE_COMMANDS } from './modules/index.js';
import { STATE_COMMANDS } from './state/index.js';
import { SYSTEM_COMMANDS } from './system/index.js';
import { TEXT_COMMANDS } from './text/index.js';

export type {
  AliasEntry,
  AliasServices,
  CommandEntry,
  CommandTypeName,
  EngineCommandContext,
  EngineServices,
  FunctionEntry,
  FunctionServices,
  LocationValue,
  MemberDefinition,
  MemberDescription,
  MemberKind,
  MemberServices,
  ModuleEntry,
  ModuleServices,
  VariableEntry,
  VariableServices,
} from './engine-services.js';

export const BUILT_IN_COMMANDS: readonly CommandRegistration[] = [
  ...COMPLETION_COMMANDS,
  ...OBJECT_COMMANDS,
  ...OUTPUT_COMMANDS,
  ...FORMATTING_COMMANDS,
  ...DATA_COMMANDS,
  ...ITEM_COMMANDS,
  ...SESSION_COMMANDS,
  ...CONFIGURATION_FILE_COMMANDS,
  ...HELP_COMMANDS,
  ...STATE_COMMANDS,
  ...MODULE_COMMANDS,
  ...SYSTEM_COMMANDS,
  ...TEXT_COMMANDS,
];
