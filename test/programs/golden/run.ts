/** Runs one script in a fresh runspace of our engine and writes down what the golden records write down. */
import {
  createRunspace,
  type EngineHost,
  type PipelineOutcome,
  type PipelineSink,
} from '../../../src/powershell/engine/index.js';
import { hostedFamily } from '../../../src/powershell/cmdlets/index.js';
import { active } from '../../../src/powershell/engine/runtime/members.js';
import { toWire } from '../../../src/powershell/engine/runtime/wire.js';
import { toText } from '../../../src/powershell/engine/conversion.js';
import { clrText, typeOf } from '../../../src/powershell/engine/values/types.js';
import { parseInput } from '../../../src/powershell/lang/index.js';
import { encodeClixmlDocument } from '../../../src/protocol/clixml/index.js';
import { decodeUtf8 } from '../../../src/protocol/bytes/index.js';
import type { PSErrorRecord, PSValue } from '../../../src/protocol/objects/index.js';
import type { GoldenError, Observed } from './records.js';
import { renderText } from './text.js';

const HOST: EngineHost = {
  name: 'golden',
  version: '7.6.0',
  defaults: new Map(),
  hasUI: false,
  call: () => Promise.reject(new Error('this host answers nothing')),
};

export function goldenError(record: PSErrorRecord, terminating: boolean): GoldenError {
  const at = record.invocationInfo;
  return {
    fqid: record.fullyQualifiedErrorId,
    category: record.category,
    reason: record.categoryReason,
    target: record.targetObject === null ? '' : toText(record.targetObject),
    message: record.detailsMessage ?? record.exception.message,
    line: at?.scriptLineNumber ?? null,
    column: at?.offsetInLine ?? null,
    terminating,
  };
}

export interface RunSettings {
  /** Depth to which output is serialized. */
  readonly depth: number;
  readonly timeoutMs: number;
  /** Whether `text` is made. */
  readonly text: boolean;
}

/** @throws {Error} a bug of our engine: what it throws that is no error of the script. */
export async function runScript(script: string, settings: RunSettings): Promise<Observed> {
  // Sessions and jobs too, as an endpoint gives them.
  const family = await hostedFamily();
  const runspace = createRunspace({
    commands: family.commands,
    liveObjects: true,
    environment: { ...process.env, TZ: 'UTC' },
    variables: { ...family.variables, PSCulture: '', PSUICulture: '' },
  });
  const output: string[] = [];
  const types: string[] = [];
  const errors: GoldenError[] = [];
  const streams = { Warning: [] as string[], Verbose: [] as string[], Debug: [] as string[] };
  const information: string[] = [];
  const told: Pick<PipelineSink, 'informational' | 'information'> = {
    informational: (record) => {
      streams[record.kind].push(record.message);
    },
    information: (record) => {
      information.push(toText(record.messageData));
    },
  };
  const sink: PipelineSink = {
    ...told,
    unshown: told,
    output: (value) => {
      output.push(documentOf(value, settings.depth));
      const type = typeOf(value);
      types.push(type === undefined ? '' : clrText(type));
    },
    error: (record) => {
      errors.push(goldenError(record, false));
    },
    progress: () => undefined,
  };
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort();
  }, settings.timeoutMs);
  let outcome: PipelineOutcome;
  try {
    outcome = await runspace.run({
      definition: {
        statements: [[{ ...NO_MERGE, command: script, isScript: true, useLocalScope: false, parameters: [] }]],
        isNested: false,
        history: null,
        redirectShellErrorOutputPipe: false,
      },
      input: undefined,
      host: HOST,
      sink,
      addToHistory: false,
      signal: stop.signal,
    });
  } finally {
    clearTimeout(timer);
  }
  if (outcome.state === 'Failed') {
    errors.push(goldenError(outcome.error, true));
  }
  if (outcome.state === 'Stopped') throw new Error(`not ended after ${settings.timeoutMs} ms`);
  const text = settings.text ? await renderText(script, settings.timeoutMs) : undefined;
  await family.close();
  await runspace.dispose();
  return {
    output,
    types,
    errors,
    warnings: streams.Warning,
    verbose: streams.Verbose,
    debug: streams.Debug,
    information,
    text,
    parseErrors: parseInput(script).errors.map(({ errorId, message, extent }) => ({
      errorId,
      message,
      line: extent.startLineNumber,
      column: extent.startColumnNumber,
    })),
  };
}
const NO_MERGE = {
  mergeMyResult: 0,
  mergeToResult: 0,
  mergePreviousResults: 0,
  mergeError: 0,
  mergeWarning: 0,
  mergeVerbose: 0,
  mergeDebug: 0,
  mergeInformation: 0,
};

/** One value as a document, serialized as the moment has it. */
function documentOf(value: PSValue, depth: number): string {
  const { runtime } = active;
  if (runtime === undefined) throw new Error('no runspace is active');
  // As the peer, which reads what came out after the script has ended.
  return decodeUtf8(encodeClixmlDocument([toWire(runtime, value, depth, false)], { depth }));
}
