/** For tests: a script in a runspace of the engine, and what it gave. */
import {
  pipelineCommand,
  type PSCommandDefinition,
  PSObject,
  type PSErrorRecord,
  type PSPowerShellDefinition,
  type PSValue,
} from '../../../protocol/objects/index.js';
import {
  createRunspace,
  type EngineHost,
  type PipelineOutcome,
  type PipelineSink,
  type RunspaceOptions,
} from '../index.js';
import type { PipelineRun } from '../runspace-api.js';

const ignore = (): undefined => undefined;

/** A host without a screen and without anybody to ask. */
export const NO_UI: EngineHost = {
  name: 'test',
  version: '1.0',
  defaults: new Map(),
  hasUI: false,
  call: () => Promise.resolve(null),
};

const pipelineOf = (commands: readonly PSCommandDefinition[]): PSPowerShellDefinition => ({
  statements: [commands],
  isNested: false,
  history: null,
  redirectShellErrorOutputPipe: false,
});
const scriptCommand = (script: string): PSCommandDefinition =>
  pipelineCommand(script, { isScript: true, useLocalScope: false });
export const scriptText = (script: string): PSPowerShellDefinition => pipelineOf([scriptCommand(script)]);

/** A pipeline for `EngineRunspace.run()`: no input, a host without a screen, 20 seconds at most. */
export const commandsRun = (
  commands: readonly PSCommandDefinition[],
  sink: Partial<PipelineSink>,
  signal?: AbortSignal,
): PipelineRun => ({
  definition: pipelineOf(commands),
  input: undefined,
  host: NO_UI,
  sink: {
    output: ignore,
    error: ignore,
    informational: ignore,
    progress: ignore,
    information: ignore,
    ...sink,
  },
  addToHistory: false,
  signal: signal ?? AbortSignal.timeout(20_000),
});
/** The same for a script. */
export const scriptRun = (script: string, sink: Partial<PipelineSink>, signal?: AbortSignal): PipelineRun =>
  commandsRun([scriptCommand(script)], sink, signal);

/** Runs a script in a runspace of its own. */
export async function runAlone(
  script: string,
  sink: Partial<PipelineSink>,
  options: RunspaceOptions = {},
): Promise<PipelineOutcome> {
  const runspace = createRunspace(options);
  const outcome = await runspace.run(scriptRun(script, sink));
  await runspace.dispose();
  return outcome;
}

/** Output as text, with `error: id` for records of the error stream and `failed: id` for the terminating one, in order. */
export async function textsOf(script: string, options: RunspaceOptions = {}): Promise<readonly string[]> {
  const output: string[] = [];
  const sink: Partial<PipelineSink> = {
    output: (value) => void output.push(String(value as unknown)),
    error: (record) => void output.push(`error: ${record.fullyQualifiedErrorId}`),
  };
  const outcome = await runAlone(script, sink, options);
  if (outcome.state === 'Failed') output.push(`failed: ${outcome.error.fullyQualifiedErrorId}`);
  return output;
}

export interface EngineRun {
  readonly output: readonly string[];
  readonly warnings: readonly string[];
  readonly errors: readonly PSErrorRecord[];
  /** Ids of the errors, the terminating one last. */
  readonly ids: readonly string[];
}
function textOf(value: PSValue): string {
  if (value === null) return 'null';
  if (value instanceof PSObject) return value.toString();
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value as unknown);
}
/** The streams of a script, each for itself. */
export async function runEngine(script: string): Promise<EngineRun> {
  const output: string[] = [];
  const warnings: string[] = [];
  const errors: PSErrorRecord[] = [];
  const outcome = await runAlone(
    script,
    {
      output: (value) => void output.push(textOf(value)),
      error: (record) => void errors.push(record),
      informational: (record) => {
        if (record.kind === 'Warning') warnings.push(record.message);
      },
    },
    { variables: { PSCulture: '' } },
  );
  if (outcome.state === 'Failed') errors.push(outcome.error);
  return { output, warnings, errors, ids: errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId) };
}
