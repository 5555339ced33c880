/** A client for tests: the sans-IO machines of the client side, over HTTP or straight into the server seam. */
import { randomBytes } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import type { Guid } from '../../protocol/bytes/index.js';
import { guidFromRandom } from '../../protocol/bytes/index.js';
import type { PSErrorRecord, PSValue } from '../../protocol/objects/index.js';
import { ClientPool, type ClientPoolEvent, type HostInfo } from '../../protocol/psrp/index.js';
import { SignalCode, WsmanClient, type ShellRef, type WsmanOperation } from '../../protocol/wsman/index.js';
import type { Caller, EnvelopeAnswer } from '../caller.js';
import { scriptDefinition } from '../hosts/script-definition.js';

export type Post = (envelope: Uint8Array) => Promise<{ readonly status: number; readonly body: Uint8Array }>;

/** One connection's worth of POSTs with Basic. */
export function httpPost(url: string, user: string, password: string, agent = new Agent({ keepAlive: true })): Post {
  return async (envelope) => {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const answer = await rawRequest(url, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/soap+xml;charset=UTF-8' },
      body: envelope,
      agent,
    });
    return { status: answer.status, body: answer.body };
  };
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  readonly agent?: Agent;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
  readonly text: string;
}

export function rawRequest(url: string, options: RawRequest): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      {
        method: options.method ?? 'POST',
        headers: { 'content-length': String(Buffer.byteLength(options.body ?? '')), ...options.headers },
        ...(options.agent === undefined ? { agent: false } : { agent: options.agent }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text: body.toString('utf8') });
        });
      },
    );
    request.setTimeout(30_000, () => request.destroy(new Error('the test waited 30 s for an answer')));
    request.on('error', reject);
    request.end(options.body ?? '');
  });
}

/** Straight into the server seam. */
export function directPost(
  handle: (envelope: Uint8Array, caller: Caller) => Promise<EnvelopeAnswer>,
  caller: Partial<Caller> & { readonly user: string },
): Post {
  return async (envelope) => {
    const answer = await handle(envelope, {
      mechanism: 'Basic',
      groups: [],
      administrator: false,
      clientAddress: '127.0.0.1',
      connectionString: 'http://testhost:5985/wsman',
      connectionLost: new AbortController().signal,
      ...caller,
    });
    answer.written?.(true);
    return { status: answer.status, body: answer.envelope };
  };
}

export async function operate<T>(post: Post, operation: WsmanOperation<T>): Promise<T> {
  let request = operation.request;
  for (;;) {
    const { status, body } = await post(request);
    const step = operation.receiveAnswer(status, body);
    if (step.type === 'result') return step.result;
    if (step.type === 'failed') throw step.error;
    request = step.request;
  }
}

export interface PipelineResult {
  readonly output: readonly PSValue[];
  readonly errors: readonly PSErrorRecord[];
  readonly state: string;
  readonly error: PSErrorRecord | undefined;
  readonly events: readonly ClientPoolEvent[];
}

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));

/** A PSRP session over WSMan, as small as a test needs it. */
export class SessionProbe {
  readonly wsman: WsmanClient;
  readonly pool: ClientPool;
  readonly poolEvents: ClientPoolEvent[] = [];
  readonly poolId: Guid;
  readonly #post: Post;
  ref: ShellRef;

  constructor(
    post: Post,
    options: { resourceUri?: string; poolId?: Guid; hostInfo?: HostInfo; max?: number; sessionId?: Guid } = {},
  ) {
    this.#post = post;
    this.poolId = options.poolId ?? guidFromRandom(random(16));
    this.wsman = new WsmanClient({
      connectionUri: 'http://testhost:5985/wsman',
      random,
      ...(options.resourceUri === undefined ? {} : { resourceUri: options.resourceUri }),
      ...(options.sessionId === undefined ? {} : { sessionId: options.sessionId }),
    });
    this.pool = new ClientPool({
      random,
      poolId: this.poolId,
      maxRunspaces: options.max ?? 1,
      ...(options.hostInfo === undefined ? {} : { hostInfo: options.hostInfo }),
    });
    this.ref = { shellId: this.poolId };
  }

  async create(shell: { name?: string; idleTimeoutMs?: number; bufferMode?: 'Block' | 'Drop' } = {}): Promise<void> {
    this.#keep(this.pool.open());
    const creationData = this.pool.poolBytesToSend(100_000) ?? new Uint8Array();
    const created = await operate(
      this.#post,
      this.wsman.createShell({ shellId: this.poolId, creationData, name: 'test', ...shell }),
    );
    this.ref = { shellId: created.shellId, resourceUri: created.resourceUri };
  }

  /** Receives on the pool's channel until it is open or broken. */
  async opened(): Promise<void> {
    const channel = this.wsman.receive(this.ref);
    while (this.pool.state === 'Opening' || this.pool.state === 'Connecting') {
      const { request } = channel;
      if (request === undefined) throw new Error(`the pool's channel ended while ${this.pool.state}`);
      const { status, body } = await this.#post(request);
      for (const event of channel.receiveAnswer(status, body)) {
        if (event.type === 'data') this.#keep(this.pool.receivePoolData(event.data));
        if (event.type === 'ended') throw event.error;
      }
    }
  }

  async open(shell: Parameters<SessionProbe['create']>[0] = {}): Promise<this> {
    await this.create(shell);
    await this.opened();
    return this;
  }

  /** Starts a script; its output is taken by `receive`. */
  async start(script: string, options: { noInput?: boolean } = {}): Promise<Guid> {
    const pipelineId = this.pool.createPipeline(scriptDefinition(script, false), { noInput: options.noInput ?? true });
    const data = this.pool.pipelineBytesToSend(pipelineId, 100_000) ?? new Uint8Array();
    await operate(this.#post, this.wsman.startCommand(this.ref, { commandId: pipelineId, commandText: script, data }));
    return pipelineId;
  }

  /** One receive loop: until the pipeline's end, or until `enough` says so. */
  async receive(pipelineId: Guid, enough: (result: PipelineResult) => boolean = () => false): Promise<PipelineResult> {
    const channel = this.wsman.receive(this.ref, pipelineId);
    const events: ClientPoolEvent[] = [];
    let result = collect(events);
    while (channel.request !== undefined && !enough(result)) {
      const { status, body } = await this.#post(channel.request);
      for (const event of channel.receiveAnswer(status, body)) {
        if (event.type === 'data') events.push(...this.pool.receivePipelineData(pipelineId, event.data));
        if (event.type === 'ended' && !event.quiet) throw event.error;
        if (event.type === 'ended') events.push(...this.pool.pipelineClosed(pipelineId, event.error));
      }
      result = collect(events);
    }
    return result;
  }

  /** Sends what the pool machine has to say on a pipeline's channel: input, host answers. */
  async flush(pipelineId: Guid): Promise<void> {
    for (const [priority, stream] of [
      ['Default', 'stdin'],
      ['PromptResponse', 'pr'],
    ] as const) {
      const data = this.pool.pipelineBytesToSend(pipelineId, 100_000, priority);
      if (data !== undefined)
        await operate(this.#post, this.wsman.send(this.ref, { commandId: pipelineId, stream, data }));
    }
  }

  async invoke(script: string): Promise<PipelineResult> {
    const pipelineId = await this.start(script);
    const result = await this.receive(pipelineId);
    await this.release(pipelineId);
    return result;
  }

  async stop(pipelineId: Guid): Promise<void> {
    await operate(this.#post, this.wsman.signal(this.ref, pipelineId, SignalCode.powershellStop));
  }

  async release(pipelineId: Guid): Promise<void> {
    await operate(this.#post, this.wsman.signal(this.ref, pipelineId, SignalCode.terminate));
  }

  async disconnect(options: { idleTimeoutMs?: number } = {}): Promise<void> {
    await operate(this.#post, this.wsman.disconnect(this.ref, options));
  }

  async reconnect(pipelineIds: readonly Guid[] = []): Promise<void> {
    await operate(this.#post, this.wsman.reconnect(this.ref));
    for (const id of pipelineIds) await operate(this.#post, this.wsman.reconnect(this.ref, id));
  }

  /** Takes over the session that another probe left. */
  async connect(pipelineIds: readonly Guid[] = []): Promise<void> {
    this.#keep(this.pool.connect());
    const data = this.pool.poolBytesToSend(100_000) ?? new Uint8Array();
    const { connectResponseData } = await operate(this.#post, this.wsman.connect(this.ref, data));
    this.#keep(this.pool.receiveConnectResponse(connectResponseData));
    for (const id of pipelineIds) {
      this.#keep(this.pool.attachPipeline(id));
      await operate(this.#post, this.wsman.connectCommand(this.ref, id));
    }
  }

  /** One request of a receive loop that the test runs itself. */
  async send(request: Uint8Array): ReturnType<Post> {
    return await this.#post(request);
  }

  /** Any other operation. */
  async run<T>(operation: WsmanOperation<T>): Promise<T> {
    return await operate(this.#post, operation);
  }

  async close(): Promise<void> {
    await operate(this.#post, this.wsman.deleteShell(this.ref));
  }

  async list(): Promise<readonly { readonly name?: string; readonly shellId: string; readonly state?: string }[]> {
    return await operate(this.#post, this.wsman.enumerateShells());
  }

  #keep(events: readonly ClientPoolEvent[]): void {
    this.poolEvents.push(...events);
  }
}

function collect(events: readonly ClientPoolEvent[]): PipelineResult {
  const output: PSValue[] = [];
  const errors: PSErrorRecord[] = [];
  let state = 'Running';
  let error: PSErrorRecord | undefined;
  for (const event of events) {
    if (event.type === 'output') output.push(event.value);
    if (event.type === 'error') errors.push(event.record);
    if (event.type === 'pipelineStateChanged') ({ state, error } = event);
  }
  return { output, errors, state, error, events };
}

/** Waits for a condition that other parts of the test bring about. */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  limitMs = 10_000,
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`it did not happen within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
