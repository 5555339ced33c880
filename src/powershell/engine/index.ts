/**
 * The embedded PowerShell engine: `createRunspace()` gives a runspace that runs pipelines (runspace-api.ts), and
 * `CommandRegistration` is how JavaScript functions become commands of it.
 */
export type {
  ConfigurableRunspace,
  EngineHost,
  ForwardedEvent,
  EngineRunspace,
  KeyBlock,
  ConsoleInput,
  LineEditing,
  LineOptions,
  PipelineOutcome,
  PipelineRun,
  PipelineSink,
  TypedText,
} from './runspace-api.js';
export type {
  CommandContext,
  CommandHelp,
  CommandImplementation,
  CommandRegistration,
  CommandSpec,
  HelpTopic,
  JobInit,
  JobStarter,
  ReachedSession,
  SessionAnswer,
  SessionReach,
  JobTask,
  ParameterCompletion,
  ParameterSetSpec,
  ParameterSpec,
  ValidationSpec,
} from './command-api.js';
export { processTable } from './commands/system/process-table.js';
export type { Pending } from './pending.js';
export { cultureOfProcess } from './culture/culture.js';
export { shownText } from './conversion.js';
export { POWERSHELL_VERSION } from './runtime/requirements.js';
export { createRunspace, type LaterCommands, type RunspaceOptions } from './runspace.js';

// For commands that are written in TypeScript and hold objects of their own: the PSSession family.
export type { EngineCommandContext, EngineServices } from './commands/index.js';
export { convertTo, toBoolean, toText } from './conversion.js';
export { drive, settle, type Steps } from './pending.js';
export {
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  NetThrow,
  PipelineStopped,
  PSError,
} from './values/exceptions.js';
export { type Bodies, implement } from './values/bodies.js';
export { EnumValue, NetObject, typedArray, unwrap } from './values/live.js';
export { addMembers, defineType, findType, requireType, type NetType } from './values/net-type.js';
export { declareEvents, raise } from './net/events.js';
export { ForeignRunspace, type ForeignRun } from './net/host/foreign-runspace.js';
export type { ActionJob } from './net/host/event-manager.js';
export { nobodyHost } from './runtime/nobody.js';
export { liveErrorRecord, rememberLive, runTask, type SiblingRunspace, taskHost } from './runtime/task.js';
export { errorRecordData, fromWire } from './runtime/wire.js';
export { moduleSpec } from './runtime/modules.js';
export { ScriptBlock } from './values/script-block.js';
export { enumFromNumber, isType, typeOf } from './values/types.js';
export { hasWildcard, wildcardRegex } from './text/wildcard.js';
export { formatErrorRecord, formatValues, type ErrorViewOptions, type FormatOptions } from './formatting/index.js';
// What a session configuration file gives to a session.
export { readSessionConfigurationFile, type SessionConfigurationFile } from './restricted/configuration-file.js';
export { ConfigurationFileError } from './restricted/configuration-values.js';
export { type Principal, type SessionSetup, setupFor } from './restricted/role-capabilities.js';
export { flatConfigurationText } from './restricted/flat-file.js';
export { readTextBytes } from './restricted/role-capabilities.js';
export { scriptCommands } from './restricted/script-commands.js';
