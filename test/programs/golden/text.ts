/**
 * What the program prints for a script, as `-Command` does: the script with its errors merged into its output, then
 * Out-Default; a terminating error at the end. The host keeps what it is told to write.
 */
import { createRunspace, type EngineHost } from '../../../src/powershell/engine/index.js';
import { parseInput } from '../../../src/powershell/lang/index.js';
import { toText } from '../../../src/powershell/engine/conversion.js';
import { formatErrorRecord } from '../../../src/powershell/engine/formatting/index.js';
import { PipelineResultTypes, PSObject, type PSValue } from '../../../src/protocol/objects/index.js';

const WIDTH = 120;
const BUFFER_SIZE = 5;
const PREFIXES: Readonly<Record<string, string>> = {
  WriteWarningLine: 'WARNING: ',
  WriteVerboseLine: 'VERBOSE: ',
  WriteDebugLine: 'DEBUG: ',
};
const part = (text: PSValue | undefined): string => (typeof text === 'string' ? text : '');

class TextHost implements EngineHost {
  readonly name = 'ConsoleHost';
  readonly version = '7.6.0';
  readonly hasUI = true;
  readonly defaults: ReadonlyMap<number, PSValue> = new Map([
    [BUFFER_SIZE, PSObject.bag({ width: WIDTH, height: 50 })],
  ]);
  text = '';
  call(method: string, parameters: readonly PSValue[]): Promise<PSValue> {
    const last = part(parameters.at(-1));
    if (method === 'WriteLine1') this.text += '\n';
    else if (/^Write\d$/.test(method)) this.text += last;
    else if (/^Write\w*Line\d?$/.test(method)) this.text += `${PREFIXES[method] ?? ''}${last}\n`;
    else if (!/^(?:WriteProgress|SetShouldExit)$/.test(method))
      return Promise.reject(new Error(`this host has no ${method}`));
    return Promise.resolve(null);
  }
}

export async function renderText(script: string, timeoutMs: number): Promise<string> {
  const host = new TextHost();
  const runspace = createRunspace({
    liveObjects: true,
    environment: { ...process.env, TZ: 'UTC' },
    variables: { PSCulture: '', PSUICulture: '' },
  });
  const plain = {
    mergeMyResult: PipelineResultTypes.None,
    mergeToResult: PipelineResultTypes.None,
    mergePreviousResults: PipelineResultTypes.None,
    mergeError: PipelineResultTypes.None,
    mergeWarning: PipelineResultTypes.None,
    mergeVerbose: PipelineResultTypes.None,
    mergeDebug: PipelineResultTypes.None,
    mergeInformation: PipelineResultTypes.None,
  };
  const write = (method: string) => (text: string) => void host.call(method, [text]);
  const outcome = await runspace.run({
    definition: {
      statements: [
        [
          {
            ...plain,
            mergeError: PipelineResultTypes.Output,
            command: script,
            isScript: true,
            useLocalScope: false,
            parameters: [],
          },
          { ...plain, command: 'Out-Default', isScript: false, useLocalScope: null, parameters: [] },
        ],
      ],
      isNested: false,
      history: null,
      redirectShellErrorOutputPipe: false,
    },
    input: undefined,
    host,
    sink: {
      output: () => undefined,
      error: (record) => {
        for (const line of formatErrorRecord(record, { width: WIDTH }).split('\n'))
          if (line !== '') write('WriteErrorLine')(line);
      },
      informational: (record) => {
        write(`Write${record.kind}Line`)(record.message);
      },
      information: (record) => {
        const { messageData: data } = record;
        const message = data instanceof PSObject ? data.get('Message') : undefined;
        const shown = typeof message === 'string' ? message : toText(data);
        if (record.tags.includes('PSHOST'))
          host.text += data instanceof PSObject && data.get('NoNewLine') === true ? shown : `${shown}\n`;
        else if (record.shown === true) host.text += `${shown}\n`;
      },
      progress: () => undefined,
    },
    addToHistory: false,
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (outcome.state === 'Failed') {
    const shown = formatErrorRecord(outcome.error, { width: WIDTH });
    // Of text that only wants more the recordings have no error; PowerShell's console drops empty lines of errors.
    const wantsMore =
      outcome.error.category === 'ParserError' && parseInput(script).errors[0]?.incompleteInput === true;
    if (!wantsMore) for (const line of shown.split('\n')) if (line !== '') write('WriteErrorLine')(line);
  }
  await runspace.dispose();
  return host.text;
}
