/**
 * A small network for the conformance tests: endpoints on loopback that answer to computer names, and clients whose
 * scripts run in an engine with the whole family registered. Every connection is a real one, over HTTP.
 */
import {
  createRunspace,
  ErrorRecordObject,
  type EngineHost,
  type EngineRunspace,
  type PipelineSink,
} from '../../../src/powershell/engine/index.js';
import { familyRunspaceOptions, type FamilyOptions } from '../../../src/powershell/cmdlets/index.js';
import {
  defaultCarriers,
  PSCredential,
  scriptDefinition,
  SessionContext,
  type HttpPoster,
  type SessionContextInit,
  type WSManConnectionInfo,
} from '../../../src/client/session/index.js';
import { httpPosterFor } from '../../../src/client/session/carriers/http-carrier.js';
import type {
  PSErrorRecord,
  PSInformationalRecord,
  PSProgressRecord,
  PSValue,
} from '../../../src/protocol/objects/index.js';
import { sessionConfiguration, type SessionConfiguration } from '../../../src/server/index.js';
import {
  createTestEndpoint,
  type TestEndpoint,
  type TestEndpointOptions,
  type TestUser,
} from '../../../src/testing/index.js';

/** One request that a client sent: where to, as whom, and how. */
export interface Request {
  readonly computerName: string;
  readonly url: string;
  readonly info: WSManConnectionInfo;
}

export const ME: TestUser = { user: 'me', password: 'my secret' };
export const COLLEAGUE: TestUser = { user: 'colleague', password: 'another secret' };

export interface LabOptions {
  readonly configurations?: readonly SessionConfiguration[];
  readonly endpoint?: TestEndpointOptions;
}

export class Lab implements AsyncDisposable {
  readonly #machines = new Map<string, TestEndpoint>();
  readonly #clients: LabClient[] = [];
  /** Every connection that clients made, oldest first. */
  readonly requests: Request[] = [];
  /** Awaited before each POST; tests hold connections with it. */
  onPost: ((computerName: string) => void | Promise<void>) | undefined;
  /** Names of computers whose PowerShell is 2.0: their shells have no state and no name. */
  readonly oldComputers = new Set<string>();

  /** Adds computers; names that share an endpoint are one machine with several names. */
  async add(names: readonly string[], options: LabOptions = {}): Promise<TestEndpoint> {
    const endpoint = await createTestEndpoint({
      users: [ME, COLLEAGUE],
      authentication: {},
      configurations: options.configurations ?? [
        sessionConfiguration({ name: 'Microsoft.PowerShell' }),
        sessionConfiguration({ name: 'ITTasks' }),
      ],
      ...options.endpoint,
    });
    for (const name of names) this.#machines.set(name.toLowerCase(), endpoint);
    return endpoint;
  }
  machine(name: string): TestEndpoint {
    const found = this.#machines.get(name.toLowerCase());
    if (found === undefined) throw new Error(`the lab has no ${name}`);
    return found;
  }

  /** A client session: a repository, ids and connections of its own. */
  async client(init: SessionContextInit & FamilyOptions & { readonly user?: TestUser } = {}): Promise<LabClient> {
    const { user = ME, ...rest } = init;
    const context = new SessionContext({
      carriers: defaultCarriers({ poster: (info, url) => this.#post(info, url, user) }),
      ...rest,
    });
    const client = await LabClient.create(context, rest);
    this.#clients.push(client);
    return client;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#clients.map((client) => client[Symbol.asyncDispose]()));
    await Promise.all([...new Set(this.#machines.values())].map((machine) => machine[Symbol.asyncDispose]()));
  }

  /** The name server and the single sign-on of this network: a name leads to its endpoint, no credential means the client's user. */
  #post(info: WSManConnectionInfo, url: string, user: TestUser): HttpPoster {
    this.requests.push({ computerName: info.computerName, url, info });
    const machine = this.#machines.get(info.computerName.toLowerCase());
    const at = new URL(url);
    const copy = info.clone();
    if (copy.certificateThumbprint === undefined) copy.credential ??= new PSCredential(user.user, user.password);
    if (machine !== undefined) {
      at.hostname = '127.0.0.1';
      // The ports that WinRM listens on by default; any other port is asked for as it is.
      if (at.protocol === 'http:' && ['5985', '80', ''].includes(at.port)) at.port = String(machine.port);
      if (at.protocol === 'https:' && ['5986', '443', ''].includes(at.port)) at.port = String(securePort(machine));
    }
    const poster = httpPosterFor(copy, at.href);
    const name = info.computerName;
    const old = this.oldComputers.has(name.toLowerCase());
    if (this.onPost === undefined && !old) return poster;
    return {
      connection: () => {
        const inner = poster.connection();
        return {
          post: async (body, timeoutMs, signal) => {
            await this.onPost?.(name);
            const answer = await inner.post(body, timeoutMs, signal);
            return old ? { ...answer, body: asOldServer(answer.body) } : answer;
          },
          close: () => inner.close(),
        };
      },
      close: () => poster.close(),
    };
  }
}

export interface Outcome {
  readonly output: readonly PSValue[];
  readonly errors: readonly PSErrorRecord[];
  readonly warnings: readonly string[];
  readonly progress: readonly PSProgressRecord[];
  /** The terminating error that ended the script, if one did. */
  readonly failure: PSErrorRecord | undefined;
}

const NOTHING: PipelineSink = {
  output: () => undefined,
  error: () => undefined,
  informational: () => undefined,
  progress: () => undefined,
  information: () => undefined,
};

/** Ids from 1, as a process that has just begun draws them. */
export function freshIds(): () => number {
  let last = 0;
  return () => (last += 1);
}

/** What a client wrote and was asked, and its answers. */
export class LabHost implements EngineHost {
  readonly name = 'ConformanceHost';
  readonly version = '1.0';
  readonly defaults = new Map<number, PSValue>();
  hasUI = true;
  readonly calls: { readonly method: string; readonly parameters: readonly PSValue[] }[] = [];
  /** Answers to questions, by method; taken from the front. */
  readonly answers = new Map<string, PSValue[]>();
  call(method: string, parameters: readonly PSValue[]): Promise<PSValue> {
    this.calls.push({ method, parameters });
    return Promise.resolve(this.answers.get(method)?.shift() ?? null);
  }
}

export class LabClient implements AsyncDisposable {
  readonly context: SessionContext;
  readonly runspace: EngineRunspace;
  readonly host = new LabHost();

  private constructor(context: SessionContext, runspace: EngineRunspace) {
    this.context = context;
    this.runspace = runspace;
  }
  static async create(context: SessionContext, options: FamilyOptions): Promise<LabClient> {
    const family = await familyRunspaceOptions(context, options);
    return new LabClient(context, createRunspace({ ...family, liveObjects: true }));
  }

  /** The output so far of the script that runs. */
  shownSoFar: readonly PSValue[] = [];

  /** Runs a script as typed at the prompt. */
  async run(
    script: string,
    variables: Readonly<Record<string, PSValue>> = {},
    signal: AbortSignal = new AbortController().signal,
  ): Promise<Outcome> {
    const output: PSValue[] = [];
    this.shownSoFar = output;
    const errors: PSErrorRecord[] = [];
    const warnings: string[] = [];
    const progress: PSProgressRecord[] = [];
    for (const [name, value] of Object.entries(variables)) await this.set(name, value);
    const outcome = await this.runspace.run({
      definition: scriptDefinition(script),
      input: undefined,
      host: this.host,
      sink: {
        output: (value) => void output.push(value),
        error: (record) => void errors.push(record),
        informational: (record: PSInformationalRecord) => {
          if (record.kind === 'Warning') warnings.push(record.message);
        },
        progress: (record) => void progress.push(record),
        information: () => undefined,
      },
      addToHistory: true,
      signal,
    });
    return { output, errors, warnings, progress, failure: outcome.state === 'Completed' ? undefined : outcome.error };
  }
  /** What the prompt shows of a line: its output formatted, then its errors' messages. */
  async type(line: string): Promise<string> {
    const { output, errors, failure } = await this.run(line);
    const all = failure === undefined ? errors : [...errors, failure];
    const text = output.length === 0 ? '' : await this.format(output);
    return [text, ...all.map(({ exception }) => exception.message)].filter((part) => part !== '').join('\n');
  }
  /** Objects as Out-Default shows them, without the blank lines around. */
  async format(values: readonly PSValue[]): Promise<string> {
    const text: PSValue[] = [];
    await this.runspace.run({
      definition: scriptDefinition('$input | Out-String -Width 110'),
      input: (async function* () {
        yield* values;
      })(),
      host: this.host,
      sink: { ...NOTHING, output: (value) => void text.push(value) },
      addToHistory: false,
      signal: new AbortController().signal,
    });
    return text
      .map(String)
      .join('')
      .replace(/^\n+|\s+$/g, '');
  }
  /** The script's output; anything in the error stream, or a terminating error, fails the test. */
  async values(script: string): Promise<readonly PSValue[]> {
    const { output, errors, failure } = await this.run(script);
    const [error] = failure === undefined ? errors : [failure];
    if (error !== undefined) throw new Error(`${script}: ${error.fullyQualifiedErrorId}: ${error.exception.message}`);
    return output;
  }
  /** Strings that the script gives. */
  async texts(script: string): Promise<readonly string[]> {
    return (await this.values(script)).map(String);
  }
  /** The only error of a script. */
  async error(script: string): Promise<PSErrorRecord> {
    const { errors, failure } = await this.run(script);
    const all = failure === undefined ? errors : [...errors, failure];
    const [only, ...more] = all;
    if (only === undefined || more.length > 0)
      throw new Error(
        `${script}: ${all.length} errors, one was expected: ${all.map((e) => e.exception.message).join(' | ')}`,
      );
    return only;
  }
  async set(name: string, value: PSValue): Promise<void> {
    await this.runspace.run({
      definition: scriptDefinition(`Set-Variable -Scope Global -Name '${name}' -Value $args[0]`, {
        arguments: [value],
      }),
      input: undefined,
      host: this.host,
      sink: {
        ...NOTHING,
        error: (record) => {
          throw new Error(record.exception.message);
        },
      },
      addToHistory: false,
      signal: new AbortController().signal,
    });
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await this.runspace.dispose();
    await this.context.close();
  }
}

export const isErrorRecord = (value: unknown): value is ErrorRecordObject => value instanceof ErrorRecordObject;

/** The port of a machine's HTTPS listener; of one without, a port where nobody listens. */
export function securePort(machine: TestEndpoint): number {
  return machine.endpoint.addresses.find(({ scheme }) => scheme === 'https')?.port ?? 1;
}

/** What a server of PowerShell 2.0 tells of its shells: an id and a resource, no state and no name. cmdlets.md 4 (4) */
function asOldServer(body: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(body);
  return new TextEncoder().encode(text.replace(/<(\w+:)(Name|State)>[^<]*<\/\1\2>/g, ''));
}
