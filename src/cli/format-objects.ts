/** Objects as PowerShell shows them, by the engine's own formatter. Loaded when the first object comes. */
import { PipelineResultTypes, type PSErrorRecord, type PSValue } from '../protocol/objects/index.js';
import { valueText } from './value-text.js';
import { createRunspace, type PipelineSink } from '../powershell/engine/index.js';

const command = (name: string, parameters: readonly { readonly name: string; readonly value: PSValue }[]) => ({
  command: name,
  isScript: false,
  useLocalScope: null,
  parameters,
  mergeMyResult: PipelineResultTypes.None,
  mergeToResult: PipelineResultTypes.None,
  mergePreviousResults: PipelineResultTypes.None,
  mergeError: PipelineResultTypes.None,
  mergeWarning: PipelineResultTypes.None,
  mergeVerbose: PipelineResultTypes.None,
  mergeDebug: PipelineResultTypes.None,
  mergeInformation: PipelineResultTypes.None,
});

async function* each(values: readonly PSValue[]): AsyncGenerator<PSValue, void, undefined> {
  yield* values;
}

/** The text that Out-String gives for these values. */
export async function formatForText(values: readonly PSValue[], width: number): Promise<string> {
  const runspace = createRunspace();
  let text = '';
  let failure: PSErrorRecord | undefined;
  const sink: PipelineSink = {
    output: (value) => {
      text += valueText(value);
    },
    error: (record) => {
      failure = record;
    },
    informational: () => undefined,
    progress: () => undefined,
    information: () => undefined,
  };
  const outcome = await runspace.run({
    definition: {
      statements: [[command('Out-String', [{ name: 'Width', value: width }])]],
      isNested: false,
      history: null,
      redirectShellErrorOutputPipe: false,
    },
    input: each(values),
    host: { name: 'pssession', version: '1.0', defaults: new Map(), hasUI: false, call: () => Promise.resolve(null) },
    sink,
    addToHistory: false,
    signal: new AbortController().signal,
  });
  await runspace.dispose();
  if (outcome.state === 'Failed') throw new Error(outcome.error.exception.message);
  if (failure !== undefined && text === '') throw new Error(failure.exception.message);
  return text;
}
