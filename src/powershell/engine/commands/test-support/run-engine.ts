/** Runs a script in a runspace of its own, for tests of commands. */
import { PipelineResultTypes, PSObject, type PSErrorRecord, type PSValue } from '../../../../protocol/objects/index.js';
import { createRunspace } from '../../index.js';

export interface EngineRun {
  /** The output, each object as its text. */
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
export async function runEngine(script: string): Promise<EngineRun> {
  const output: string[] = [];
  const warnings: string[] = [];
  const errors: PSErrorRecord[] = [];
  const none = PipelineResultTypes.None;
  const plain = {
    mergeMyResult: none,
    mergeToResult: none,
    mergePreviousResults: none,
    mergeError: none,
    mergeWarning: none,
    mergeVerbose: none,
    mergeDebug: none,
    mergeInformation: none,
  };
  const runspace = createRunspace({ variables: { PSCulture: '' } });
  const outcome = await runspace.run({
    definition: {
      statements: [[{ ...plain, command: script, isScript: true, useLocalScope: false, parameters: [] }]],
      isNested: false,
      history: null,
      redirectShellErrorOutputPipe: false,
    },
    input: undefined,
    host: { name: 'test', version: '1.0', defaults: new Map(), hasUI: false, call: () => Promise.resolve(null) },
    sink: {
      output: (value: PSValue) => void output.push(textOf(value)),
      error: (record) => void errors.push(record),
      informational: (record) => {
        if (record.kind === 'Warning') warnings.push(record.message);
      },
      progress: () => undefined,
      information: () => undefined,
    },
    addToHistory: false,
    signal: AbortSignal.timeout(20_000),
  });
  if (outcome.state === 'Failed') errors.push(outcome.error);
  await runspace.dispose();
  return { output, warnings, errors, ids: errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId) };
}
