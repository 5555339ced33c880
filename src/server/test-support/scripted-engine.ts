/**
 * An engine for tests of the host around it: the "scripts" are words that this file knows.
 *
 *     emit 3        1, 2, 3
 *     flood 1000    that many texts of 1000 letters
 *     wait          runs until it is stopped
 *     echo-input    every input object, then `end`
 *     ask           what the client's host answers to ReadLine
 *     fail boom     a terminating error
 *     crash         the engine itself throws
 *     var x         a variable of the runspace
 *     set x value
 */
import type { EngineRunspace, PipelineOutcome, PipelineRun } from '../../powershell/engine/index.js';
import type { PSErrorRecord } from '../../protocol/objects/index.js';
import { errorRecordOf } from '../hosts/error-records.js';
import { PSSessionError } from '../../protocol/errors/index.js';

export class ScriptedRunspace implements EngineRunspace {
  readonly id = 'scripted';
  readonly variables = new Map<string, string>();
  readonly succeeded = true;
  disposed = false;
  running = 0;
  /** Objects handed to the sink so far. */
  emitted = 0;

  async run(pipeline: PipelineRun): Promise<PipelineOutcome> {
    if (pipeline.signal.aborted) return stopped();
    this.running += 1;
    try {
      return await this.#run(pipeline);
    } finally {
      this.running -= 1;
    }
  }

  async loadLater(): Promise<void> {
    await Promise.resolve();
  }

  reset(): void {
    this.variables.clear();
  }

  dispose(): Promise<void> {
    this.disposed = true;
    return Promise.resolve();
  }

  async #run({ definition, input, host, sink, signal }: PipelineRun): Promise<PipelineOutcome> {
    const [word = '', first = '', second = ''] = (definition.statements[0]?.[0]?.command ?? '').split(' ');
    switch (word) {
      case 'emit':
        for (let value = 1; value <= Number(first); value += 1) await sink.output(value);
        return { state: 'Completed' };
      case 'flood': {
        const stop = aborted(signal);
        for (let count = 0; count < Number(first); count += 1) {
          if (signal.aborted) return stopped();
          this.emitted += 1;
          const room = sink.output(`${count} ${'x'.repeat(1000)}`);
          if (room !== undefined) await Promise.race([room, stop]);
        }
        return { state: 'Completed' };
      }
      case 'wait':
        await aborted(signal);
        return stopped();
      case 'echo-input':
        for await (const value of input ?? []) await sink.output(value);
        await sink.output('end');
        return { state: 'Completed' };
      case 'ask':
        await sink.output(await host.call('ReadLine', [], signal));
        return { state: 'Completed' };
      case 'fail':
        return { state: 'Failed', error: record(first) };
      case 'crash':
        throw new TypeError('the engine has a bug');
      case 'set':
        this.variables.set(first, second);
        return { state: 'Completed' };
      case 'var':
        await sink.output(this.variables.get(first) ?? null);
        return { state: 'Completed' };
      default:
        await sink.error(record(`unknown word ${word}`));
        return { state: 'Completed' };
    }
  }
}

const record = (message: string): PSErrorRecord =>
  errorRecordOf(new PSSessionError(message, { errorId: 'Scripted' }), 'System.Management.Automation.RuntimeException');

function stopped(): PipelineOutcome {
  return { state: 'Stopped', error: record('The pipeline has been stopped.') };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
