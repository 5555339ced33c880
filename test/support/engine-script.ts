/** Scripts in a runspace with the session's commands; what they write, as text. */
import { scriptDefinition, SessionContext } from '../../src/client/session/index.js';
import { familyRunspaceOptions } from '../../src/powershell/cmdlets/index.js';
import type { PSValue } from '../../src/protocol/objects/index.js';
import { createRunspace, toText } from '../../src/powershell/engine/index.js';

export interface Ran {
  readonly output: readonly string[];
  /** The same, as they are. */
  readonly values: readonly PSValue[];
  /** `FullyQualifiedErrorId: message`, the terminating one last. */
  readonly errors: readonly string[];
}

/** @param program what Start-Job starts; without it jobs are runspaces of this process. */
export async function runScript(script: string, program?: readonly [string, ...string[]]): Promise<Ran> {
  const context = new SessionContext();
  const values: PSValue[] = [];
  const errors: string[] = [];
  const family = await familyRunspaceOptions(context, program === undefined ? {} : { jobProgram: program });
  const runspace = createRunspace({ ...family, liveObjects: true });
  try {
    const outcome = await runspace.run({
      definition: scriptDefinition(script),
      input: undefined,
      host: { name: 'test', version: '1.0', defaults: new Map(), hasUI: false, call: () => Promise.resolve(null) },
      sink: {
        output: (value) => void values.push(value),
        error: (record) => void errors.push(`${record.fullyQualifiedErrorId}: ${record.exception.message}`),
        informational: () => undefined,
        progress: () => undefined,
        information: () => undefined,
      },
      addToHistory: false,
      signal: AbortSignal.timeout(30_000),
    });
    if (outcome.state === 'Failed')
      errors.push(`${outcome.error.fullyQualifiedErrorId}: ${outcome.error.exception.message}`);
    return { output: values.map((value) => toText(value)), values, errors };
  } finally {
    await runspace.dispose();
    await context.close();
  }
}
export const outputOf = async (script: string): Promise<readonly string[]> => {
  const ran = await runScript(script);
  return [...ran.output, ...ran.errors.map((error) => `error ${error}`)];
};
