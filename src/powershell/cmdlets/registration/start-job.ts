/**
 * Start-Job: a script in a process of its own, or, where there is no program to start (a Node program that embeds the
 * engine, an endpoint), in a second runspace of this process; what goes in and out are copies either way. cmdlets.md 17
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  decorate,
  RemoteError,
  RemoteJob,
  scriptDefinition,
  SessionContext,
  SessionErrorRecord,
  type ChildJobWork,
  type JobPipeline,
  type OriginInfo,
  type PipelineEnd,
  type StreamRecord,
} from '../../../client/session/index.js';
import { decodeClixml, encodeClixml } from '../../../protocol/clixml/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import type { PSPowerShellDefinition, PSValue } from '../../../protocol/objects/index.js';
import {
  createRunspace,
  nobodyHost,
  ScriptBlock,
  settle,
  toText,
  unwrap,
  type CommandRegistration,
  type EngineCommandContext,
  type EngineHost,
  type EngineRunspace,
  type Steps,
} from '../../engine/index.js';
import { START_JOB } from '../job-family.js';
import type { Family } from './family-context.js';
import { jobObject } from './job-types.js';
import { processWork } from './job-process.js';
import { Hold } from './hold.js';
import { register } from './register.js';
import { jobStarter } from './thread-job.js';
import { itemsOf } from './values.js';

const COPY_DEPTH = 1;
/** A job definition, another account or program, another computer. */
const REFUSED = 'DefinitionName Credential RunAs32 PSVersion Authentication ConnectingTimeout Options'.split(' ');

export const startJob = (family: Family): CommandRegistration => ({
  ...startJobCommand(family),
  jobs: jobStarter(family),
});
const startJobCommand = (family: Family): CommandRegistration =>
  register(START_JOB, (context) => {
    const input: PSValue[] = [];
    return {
      begin() {
        // A job is a runspace of its own, with nothing kept from its script: nothing for a caller's block.
        const given = unwrap(context.arg('ScriptBlock') ?? null);
        if (context.services.restricted || (given instanceof ScriptBlock && given.trust === 'constrained'))
          context.fail(
            'Cannot start job. The language mode for this session is incompatible with the system-wide language mode.',
            {
              errorId: 'CannotStartJobInconsistentLanguageMode',
              category: 'PermissionDenied',
              target: context.services.languageMode,
              exceptionType: 'System.Management.Automation.PSNotSupportedException',
            },
          );
        for (const name of REFUSED) {
          if (context.isBound(name))
            context.fail(`Start-Job starts its jobs with this program; -${name} is not possible.`, {
              errorId: 'NotSupported',
              category: 'NotImplemented',
              exceptionType: 'System.Management.Automation.PSNotSupportedException',
            });
        }
      },
      *process(): Steps<void> {
        if (context.isBound('InputObject')) input.push(yield* copy(context, context.arg('InputObject') ?? null));
      },
      *end(): Steps<void> {
        const block = yield* jobBlock(context);
        const args: PSValue[] = [];
        for (const item of context.isBound('ArgumentList') ? itemsOf(context.arg('ArgumentList') ?? null) : [])
          args.push(yield* copy(context, item));
        const usingValues: Record<string, PSValue> = {};
        for (const [key, value] of yield* settle(context.services.usingValues(context, block)))
          usingValues[key] = yield* copy(context, value);
        const text = toText(block);
        const init = context.arg('InitializationScript');
        const runspaceId = randomUUID() as Guid;
        const origin: OriginInfo = { computerName: 'localhost', runspaceId };
        const made: LocalPipelineInit = {
          family,
          definition: scriptDefinition(text, { arguments: args, usingValues }),
          initialization: init === undefined || init === null ? undefined : scriptDefinition(toText(init)),
          input,
          location: context.isBound('WorkingDirectory')
            ? path.resolve(context.services.location.path, toText(context.arg('WorkingDirectory') ?? null))
            : context.services.location.path,
          environment: Object.fromEntries(context.services.environment ?? new Map(Object.entries(process.env))),
          host: context.host,
          origin,
        };
        const name = context.arg('Name');
        const job = new RemoteJob({
          name: name === undefined || name === null ? undefined : toText(name),
          command: text,
          jobTypeName: 'BackgroundJob',
          work: [jobWork(made)],
          decorate: (record) => decorated(record, origin),
        });
        family.context.jobs.add(job);
        job.start(1);
        yield* settle(context.write(jobObject(job)));
      },
    };
  });

/** In a process of its own where there is a program for it, else in a second runspace. */
const jobWork = (init: LocalPipelineInit): ChildJobWork =>
  init.family.jobProgram === undefined
    ? { location: 'localhost', session: undefined, start: () => Promise.resolve(new LocalPipeline(init)) }
    : processWork(init, init.family.jobProgram);

function decorated(record: StreamRecord<PSValue>, origin: OriginInfo): StreamRecord<PSValue> {
  return record.stream === 'output'
    ? { ...record, value: decorate(record.value, origin, { hideComputerName: true, onlyIfAbsent: false }) }
    : record;
}

function* copy(context: EngineCommandContext, value: PSValue): Steps<PSValue> {
  return copyOf(yield* settle(context.services.toData?.(value, COPY_DEPTH) ?? value));
}
/** As if it had travelled. */
const copyOf = (value: PSValue): PSValue => decodeClixml(encodeClixml(value, IN_MEMORY), IN_MEMORY);
/** The copy does not leave this process; where it does, on its way to the job's, a session key protects it. */
const IN_MEMORY = {
  secureStrings: {
    encrypt: (plain: string): Uint8Array => Buffer.from(plain, 'utf16le'),
    decrypt: (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf16le'),
  },
};

function* jobBlock(context: EngineCommandContext): Steps<ScriptBlock> {
  const block = unwrap(context.arg('ScriptBlock') ?? null);
  if (block instanceof ScriptBlock) return block;
  const file = toText(context.arg('FilePath') ?? context.arg('LiteralPath') ?? null);
  try {
    const text = yield* settle(readFile(path.resolve(context.services.location.path, file), 'utf8'));
    const parsed = context.services.parseFor(context, text.replace(/^\uFEFF/, ''));
    if (parsed instanceof ScriptBlock) return parsed;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return context.fail(`The file '${file}' does not exist.`, {
    errorId: 'PathNotFound',
    category: 'ObjectNotFound',
    target: file,
    exceptionType: 'System.Management.Automation.ItemNotFoundException',
  });
}

export interface LocalPipelineInit {
  readonly family: Family;
  readonly definition: PSPowerShellDefinition;
  readonly initialization: PSPowerShellDefinition | undefined;
  readonly input: readonly PSValue[];
  readonly location: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly host: EngineHost;
  readonly origin: OriginInfo;
}

/** A runspace of the engine as a job follows it. */
class LocalPipeline implements JobPipeline {
  readonly #init: LocalPipelineInit;
  readonly #abort = new AbortController();
  readonly #hold = new Hold();

  constructor(init: LocalPipelineInit) {
    this.#init = init;
  }

  async pumpTo(take: (record: StreamRecord<PSValue>, bytes: number) => void): Promise<PipelineEnd> {
    const { family, definition, initialization, location, environment } = this.#init;
    // A job has a current session of its own, as the process that PowerShell makes for it has.
    const session = new SessionContext({ carriers: family.context.carriers, namePrefix: family.context.namePrefix });
    const runspace = createRunspace({
      ...family.forAnother(session),
      location,
      environment,
    });
    try {
      for (const part of initialization === undefined ? [definition] : [initialization, definition]) {
        const end = await this.#run(runspace, part, take);
        if (end.state !== 'Completed') return end;
      }
      return { state: 'Completed' };
    } finally {
      await runspace.dispose();
      await session.close();
    }
  }
  hold(held: boolean): void {
    this.#hold.set(held);
  }
  async stop(): Promise<void> {
    this.hold(false);
    this.#abort.abort();
    await Promise.resolve();
  }

  async #run(
    runspace: EngineRunspace,
    definition: PSPowerShellDefinition,
    take: (record: StreamRecord<PSValue>, bytes: number) => void,
  ): Promise<PipelineEnd> {
    const { input, host, origin } = this.#init;
    const give = (record: StreamRecord<PSValue>): void | Promise<void> => {
      take(record, RECORD_BYTES);
      return this.#hold.waiting;
    };
    const outcome = await runspace.run({
      definition,
      input: input.length === 0 ? undefined : iterate(input),
      // A job has nobody to ask: its questions are refused, as those of a process without a console.
      host: { ...nobodyHost(host.version), name: host.name },
      sink: {
        output: (value) => give({ stream: 'output', value: copyOf(value), origin }),
        error: (record) =>
          give({ stream: 'error', value: new SessionErrorRecord(new RemoteError(record, origin), origin), origin }),
        informational: (record) => give({ stream: STREAMS[record.kind], value: record, origin }),
        progress: (record) => give({ stream: 'progress', value: record, origin }),
        information: (record) => give({ stream: 'information', value: record, origin }),
      },
      addToHistory: false,
      signal: this.#abort.signal,
    });
    return outcome.state === 'Failed'
      ? { state: 'Failed', error: new RemoteError(outcome.error, origin) }
      : { state: outcome.state };
  }
}

const RECORD_BYTES = 256;
const STREAMS = { Warning: 'warning', Verbose: 'verbose', Debug: 'debug' } as const;
async function* iterate(values: readonly PSValue[]): AsyncGenerator<PSValue, void, undefined> {
  for (const value of values) yield value;
}
