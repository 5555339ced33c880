/** Restricted sessions for tests: a configuration's text, a caller, and pipelines of commands or scripts. */
import {
  pipelineCommand,
  type PSCommandDefinition,
  PSDictionary,
  PSObject,
  type PSErrorRecord,
  type PSValue,
} from '../../../protocol/objects/index.js';
import { createRunspace, readSessionConfigurationFile, setupFor } from '../index.js';
import type { ConfigurableRunspace } from '../runspace-api.js';
import { commandsRun, NO_UI } from '../test-support/run-script.js';

export interface Ran {
  readonly values: readonly PSValue[];
  /** The values as text. */
  readonly output: readonly string[];
  /** Ids of the errors, the terminating one last. */
  readonly ids: readonly string[];
  readonly errors: readonly PSErrorRecord[];
}
/** A command with named parameters; a bare text is a command without any. */
export type Call =
  | string
  | readonly [string, Readonly<Record<string, PSValue>>]
  | readonly [string, readonly PSValue[]];

export class TestSession {
  readonly runspace: ConfigurableRunspace;
  private constructor(runspace: ConfigurableRunspace) {
    this.runspace = runspace;
  }
  /** @param settings the inside of the configuration file's hashtable. */
  static async open(
    settings: string,
    init: {
      readonly user?: string;
      readonly groups?: readonly string[];
      readonly modulePath?: string;
      /** Of the drive `User:`. */
      readonly folder?: string;
    } = {},
  ): Promise<TestSession> {
    const { user = 'alice', groups = [], modulePath } = init;
    const runspace = createRunspace({
      environment: { ...process.env, ...(modulePath === undefined ? {} : { PSModulePath: modulePath }) },
    });
    const file = readSessionConfigurationFile(`@{ SchemaVersion = '2.0.0.0'; ${settings} }`, '/etc/test.pssc');
    const setup = setupFor(file, { user, groups }, modulePath === undefined ? [] : [modulePath]);
    const { userDrive } = setup;
    const { folder } = init;
    const mounted =
      userDrive === undefined || folder === undefined ? setup : { ...setup, userDrive: { ...userDrive, folder } };
    const outcome = await runspace.configure(mounted, NO_UI);
    if (outcome.state !== 'Completed') throw new Error(outcome.error.exception.message);
    return new TestSession(runspace);
  }
  static unrestricted(): TestSession {
    return new TestSession(createRunspace());
  }
  script(text: string): Promise<Ran> {
    return this.#run([pipelineCommand(text, { isScript: true, useLocalScope: false })]);
  }
  /** `AddCommand` after `AddCommand`. */
  commands(...calls: readonly Call[]): Promise<Ran> {
    return this.#run(
      calls.map((call) => {
        const [command, given] = typeof call === 'string' ? [call, {}] : call;
        return pipelineCommand(command, {
          parameters: Array.isArray(given)
            ? (given as readonly PSValue[]).map((value) => ({ value }))
            : Object.entries(given as Record<string, PSValue>).map(([name, value]) => ({ name, value })),
        });
      }),
    );
  }
  async #run(commands: readonly PSCommandDefinition[]): Promise<Ran> {
    const values: PSValue[] = [];
    const errors: PSErrorRecord[] = [];
    const outcome = await this.runspace.run(
      commandsRun(commands, {
        output: (value) => void values.push(value),
        error: (record) => void errors.push(record),
      }),
    );
    if (outcome.state !== 'Completed') errors.push(outcome.error);
    return {
      values,
      output: values.map(textOf),
      errors,
      ids: errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId),
    };
  }
}
function textOf(value: PSValue): string {
  if (value === null) return 'null';
  if (value instanceof PSDictionary) return 'table';
  if (value instanceof PSObject) {
    const name = value.get('Name');
    return typeof name === 'string' ? name : value.toString();
  }
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value as unknown);
}
