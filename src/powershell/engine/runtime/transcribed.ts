/** A pipeline's host and sink, with what goes through them written to the transcripts that are open. */
import { isDisplayed, PSObject, type PSCommandDefinition, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import type { EngineHost, PipelineRun, PipelineSink } from '../runspace-api.js';
import type { TranscriptLog } from './transcripts.js';

/** Host calls that show a text, and which of their parameters it is. */
const SHOWN: Readonly<Record<string, (parameters: readonly PSValue[]) => string | undefined>> = {
  WriteLine1: () => '',
  WriteLine2: ([text]) => toText(text ?? null),
  WriteLine3: ([, , text]) => toText(text ?? null),
  WriteErrorLine: ([text]) => toText(text ?? null),
  WriteWarningLine: ([text]) => `WARNING: ${toText(text ?? null)}`,
  WriteVerboseLine: ([text]) => `VERBOSE: ${toText(text ?? null)}`,
  WriteDebugLine: ([text]) => `DEBUG: ${toText(text ?? null)}`,
};

export function transcribedHost(host: EngineHost, log: TranscriptLog): EngineHost {
  const call: EngineHost['call'] = (method, parameters, signal) => {
    if (!log.any) return host.call(method, parameters, signal);
    const text = SHOWN[method]?.(parameters);
    if (text !== undefined) log.text(text);
    const answer = host.call(method, parameters, signal);
    return method !== 'ReadLine'
      ? answer
      : answer.then((typed) => {
          log.text(toText(typed));
          return typed;
        });
  };
  // What the host computes when it is asked, the size of its screen for one, stays computed.
  return Object.create(host, { call: { value: call } }) as EngineHost;
}

export function transcribedSink(sink: PipelineSink, log: TranscriptLog): PipelineSink {
  return {
    output: (value) => {
      log.value(value);
      return sink.output(value);
    },
    error: (record) => {
      log.error(record);
      return sink.error(record);
    },
    informational: (record) => {
      log.text(`${record.kind.toUpperCase()}: ${record.message}`);
      return sink.informational(record);
    },
    progress: (record) => sink.progress(record),
    unshown: sink.unshown,
    information: (record) => {
      if (log.any && isDisplayed(record)) log.text(informationText(record.messageData));
      return sink.information(record);
    },
  };
}
function informationText(data: PSValue): string {
  const message = data instanceof PSObject && data.has('NoNewLine') ? data.get('Message') : undefined;
  return toText(message ?? data);
}

/** What was asked for, before it runs. Errands of the host are nobody's commands. */
export function logCommands(log: TranscriptLog, pipeline: PipelineRun, location: string): void {
  if (!log.any || pipeline.errand === true) return;
  for (const statement of pipeline.definition.statements) {
    const [first] = statement;
    if (first === undefined) continue;
    if (first.isScript) log.command(first.command, pipeline.addToHistory ? `PS ${location}> ` : 'PS>');
    else log.commands(statement.map(callOf));
  }
}
const callOf = ({
  command,
  parameters,
}: PSCommandDefinition): { name: string; parameters: readonly (readonly [string, PSValue])[] } => ({
  name: command,
  parameters: parameters.map(({ name, value }) => [(name ?? '').replace(/^-|:$/g, ''), value] as const),
});
