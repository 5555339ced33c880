export { bindText, scriptText, type BoundParameters, type TextArgument, type TextResolver } from './bind-text.js';
export {
  type CommandDefinition,
  type CommandExample,
  type ParameterDefinition,
  type ParameterSetMembership,
  type ParameterType,
} from './definition.js';
export { FAMILY } from './family.js';
export { camelCase, runFamilyCommand, type FamilyIo, type FamilyRecord, type FamilyRun } from './run-family.js';
