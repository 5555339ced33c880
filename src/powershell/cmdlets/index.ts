export { bindText, scriptText, type BoundParameters, type TextArgument, type TextResolver } from './bind-text.js';
export {
  type CommandDefinition,
  type CommandExample,
  type ParameterDefinition,
  type ParameterSetMembership,
  type ParameterType,
} from './definition.js';
export { ENGINE_FAMILY, FAMILY, FAMILY_TYPES } from './family.js';
export {
  familyCommands,
  familyRunspaceOptions,
  hostedFamily,
  loadFamily,
  type FamilyOptions,
  type FamilyRunspaceOptions,
  type HostedFamily,
  type InteractiveHost,
} from './family-commands.js';
export { camelCase, runFamilyCommand, type FamilyIo, type FamilyRecord, type FamilyRun } from './run-family.js';
