/** Runspaces of other processes, in which pipelines of this one run: those of sessions. Who has such extends this. */
import {
  type PSCommandDefinition,
  type PSPowerShellDefinition,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { settle, type Steps } from '../../pending.js';
import type { PipelineOutcome, PipelineRun } from '../../runspace-api.js';
import type { Runtime } from '../../runtime/runtime.js';
import { toWireLong } from '../../runtime/wire.js';
import { NetObject, unwrap } from '../../values/live.js';

/** How a pipeline is run elsewhere: what its host shows is the affair of that runspace. */
export type ForeignRun = Pick<PipelineRun, 'definition' | 'input' | 'sink' | 'signal' | 'addToHistory'>;

export abstract class ForeignRunspace {
  /** @throws InvalidRunspaceStateException: nothing can be run in it. */
  abstract requireOpened(): void;
  /** Runs a pipeline of data: nothing in it is live. */
  abstract run(pipeline: ForeignRun): Promise<PipelineOutcome>;
}

export function foreignRunspace(value: PSValue): ForeignRunspace | undefined {
  const inner = unwrap(value);
  return inner instanceof NetObject && inner.data instanceof ForeignRunspace ? inner.data : undefined;
}

/** A definition as it travels: parameters with the data of their values. */
export function* foreignDefinition(rt: Runtime, definition: PSPowerShellDefinition): Steps<PSPowerShellDefinition> {
  const statements: PSCommandDefinition[][] = [];
  for (const commands of definition.statements) {
    const made: PSCommandDefinition[] = [];
    for (const command of commands) {
      const parameters: PSCommandDefinition['parameters'][number][] = [];
      for (const parameter of command.parameters)
        parameters.push({ ...parameter, value: yield* settle(toWireLong(rt, parameter.value)) });
      made.push({ ...command, parameters });
    }
    statements.push(made);
  }
  return { ...definition, statements };
}
export async function* foreignInput(rt: Runtime, values: Iterable<PSValue>): AsyncGenerator<PSValue, void, undefined> {
  for (const value of values) yield toWireLong(rt, value);
}
