/**
 * The embedded PowerShell engine: `createRunspace()` gives a runspace that runs pipelines (runspace-api.ts), and
 * `CommandRegistration` is how JavaScript functions become commands of it.
 */
export type {
  EngineHost,
  EngineRunspace,
  PipelineOutcome,
  PipelineRun,
  PipelineSink,
} from './runspace-api.js';
export type {
  CommandContext,
  CommandImplementation,
  CommandRegistration,
  CommandSpec,
  ParameterSetSpec,
  ParameterSpec,
  ValidationSpec,
} from './command-api.js';
export type { Pending } from './pending.js';
export { createRunspace, type RunspaceOptions } from './runspace.js';
