/** What the engine's own commands have other sessions do: Copy-Item with -ToSession and -FromSession. */
import {
  commandDefinition,
  NON_INTERACTIVE_HOST,
  PSSession,
  RemoteError,
  RemoteRunspace,
} from '../../../client/session/index.js';
import { pipelineCommand, PSDictionary, type PSErrorRecord, type PSValue } from '../../../protocol/objects/index.js';
import {
  unwrap,
  type CommandContext,
  type EngineCommandContext,
  type ReachedSession,
  type SessionAnswer,
  type SessionReach,
} from '../../engine/index.js';
import { connectionInfoOf } from './connection-types.js';
import { hostFor, type Family } from './family-context.js';
import { sessionHost } from './host.js';
import { runspaceObject } from './runspace-types.js';
import { dictionaryRecord, held } from './values.js';

export const sessionReach = (family: Family): SessionReach => ({
  reach(value, context) {
    const session = held(value, PSSession);
    return session === undefined ? undefined : new Reached(session, family, context);
  },
  runspace: ({ connectionInfo, number, name, host, applicationArguments }) => {
    const info = connectionInfoOf(connectionInfo);
    const given = unwrap(applicationArguments);
    if (given instanceof PSDictionary)
      info.option = info.option.with({ applicationArguments: dictionaryRecord(given) });
    const { context } = family;
    const called = name ?? `Runspace${number}`;
    const runspace = new RemoteRunspace({
      connectionInfo: info,
      instanceId: context.newInstanceId(),
      name: called,
      carriers: context.carriers,
      host: host === undefined ? NON_INTERACTIVE_HOST : sessionHost(host),
    });
    return runspaceObject(new PSSession({ runspace, id: number, name: called }));
  },
});

class Reached implements ReachedSession {
  readonly #session: PSSession;
  readonly #family: Family;
  readonly #context: CommandContext;
  constructor(session: PSSession, family: Family, context: CommandContext) {
    this.#session = session;
    this.#family = family;
    this.#context = context;
  }
  get computerName(): string {
    return this.#session.computerName;
  }
  get availability(): string {
    return this.#session.availability;
  }
  async call(command: string, isScript: boolean, parameters: ReadonlyMap<string, PSValue>): Promise<SessionAnswer> {
    const { signal } = this.#context;
    const given = [...parameters].map(([name, value]) => ({ name, value }));
    const pipeline = this.#session.runspace.startPipeline(
      commandDefinition([[pipelineCommand(command, { isScript, parameters: given })]]),
      { host: hostFor(this.#family, this.#context as EngineCommandContext) },
    );
    const stop = (): void => void pipeline.stop().catch(() => undefined);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    const output: PSValue[] = [];
    const errors: PSErrorRecord[] = [];
    try {
      await pipeline.started;
      const end = await pipeline.pumpTo((record) => {
        if (record.stream === 'output') output.push(record.value);
        else if (record.stream === 'error') errors.push(record.value.toErrorRecord());
      });
      if (end.state === 'Failed') {
        if (!(end.error instanceof RemoteError)) throw end.error;
        errors.push(end.error.record);
      }
      return { output, errors, failed: end.state !== 'Completed' };
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}
