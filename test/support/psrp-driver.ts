/** A client made of the protocol rooms alone: ClientPool over OutOfProcClient, driven by whoever carries the bytes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { EMPTY_GUID, type Guid } from '../../src/protocol/bytes/index.js';
import type { PSPowerShellDefinition, PSValue } from '../../src/protocol/objects/index.js';
import { OutOfProcClient } from '../../src/protocol/outofproc/index.js';
import {
  ClientPool,
  type ClientPoolEvent,
  type ClientPoolOptions,
  type CreatePipelineOptions,
  type HostAnswer,
  type HostCall,
} from '../../src/protocol/psrp/index.js';

const PACKET_BYTES = 32_768;

export const scriptDefinition = (script: string): PSPowerShellDefinition => ({
  statements: [
    [
      {
        command: script,
        isScript: true,
        useLocalScope: null,
        parameters: [],
        mergeMyResult: 0,
        mergeToResult: 0,
        mergePreviousResults: 0,
        mergeError: 0,
        mergeWarning: 0,
        mergeVerbose: 0,
        mergeDebug: 0,
        mergeInformation: 0,
      },
    ],
  ],
  isNested: false,
  history: null,
  redirectShellErrorOutputPipe: true,
});

export interface RunResult {
  readonly state: string;
  readonly output: readonly PSValue[];
  readonly events: readonly ClientPoolEvent[];
}

export class DrivenClient {
  readonly pool: ClientPool;
  readonly wire = new OutOfProcClient();
  readonly events: ClientPoolEvent[] = [];
  /** Answers host calls; what it gives for a void method is dropped. */
  answer: (call: HostCall) => HostAnswer = () => ({ result: null });
  readonly #write: (bytes: Uint8Array) => void;
  readonly #started = new Set<Guid>();
  readonly #listeners = new Set<(events: readonly ClientPoolEvent[]) => void>();
  failure: Error | undefined;

  constructor(options: Partial<ClientPoolOptions>, write: (bytes: Uint8Array) => void) {
    this.pool = new ClientPool({ random: randomBytes, maxObjectBytes: Number.POSITIVE_INFINITY, ...options });
    this.#write = write;
  }

  feed(bytes: Uint8Array): void {
    for (const event of this.wire.receive(bytes)) {
      if (event.type === 'data') {
        this.take(
          event.id === EMPTY_GUID
            ? this.pool.receivePoolData(event.bytes)
            : this.pool.receivePipelineData(event.id, event.bytes),
        );
      } else if (event.type === 'signalAcknowledged') {
        this.take(this.pool.stopAcknowledged(event.id));
      } else if (event.type === 'faulted') {
        this.failure = event.reason;
        this.take(this.pool.closed(event.reason));
      } else if (event.type === 'sessionClosed') {
        this.take(this.pool.closed());
      }
    }
    this.pump();
  }

  take(events: readonly ClientPoolEvent[]): void {
    if (events.length === 0) return;
    this.events.push(...events);
    for (const event of events) {
      if (event.type === 'hostCall' && !event.call.isVoid) {
        this.pool.respondToHostCall(event.pipelineId, event.call, this.answer(event.call));
      }
      if (
        event.type === 'pipelineStateChanged' &&
        (event.state === 'Completed' || event.state === 'Failed' || event.state === 'Stopped')
      ) {
        this.wire.closeCommand(event.pipelineId);
      }
    }
    for (const listener of this.#listeners) listener(events);
  }

  pump(): void {
    for (let channels = this.pool.channelsToSend(); channels.length > 0; channels = this.pool.channelsToSend()) {
      for (const { pipelineId, priority } of channels) {
        const bytes =
          pipelineId === undefined
            ? this.pool.poolBytesToSend(PACKET_BYTES, priority)
            : this.pool.pipelineBytesToSend(pipelineId, PACKET_BYTES, priority);
        if (bytes === undefined) continue;
        if (pipelineId !== undefined && !this.#started.has(pipelineId)) {
          this.#started.add(pipelineId);
          this.wire.startCommand(pipelineId, bytes);
        } else {
          this.wire.sendData(pipelineId ?? EMPTY_GUID, bytes, priority);
        }
      }
    }
    for (let part = this.wire.bytesToSend(); part !== undefined; part = this.wire.bytesToSend()) this.#write(part);
  }

  /** The first event, past or to come, that `wanted` accepts. */
  async waitFor(wanted: (event: ClientPoolEvent) => boolean, what: string, limitMs = 30_000): Promise<ClientPoolEvent> {
    const past = this.events.find(wanted);
    if (past !== undefined) return past;
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        reject(new Error(`no ${what} within ${limitMs} ms; failure: ${String(this.failure)}`));
      }, limitMs);
      const listener = (events: readonly ClientPoolEvent[]): void => {
        const found = events.find(wanted);
        if (found === undefined) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(found);
      };
      this.#listeners.add(listener);
    });
  }

  async open(): Promise<void> {
    this.take(this.pool.open());
    this.pump();
    const event = await this.waitFor(
      (candidate) => candidate.type === 'stateChanged' && candidate.state !== 'Opening',
      'end of opening',
    );
    if (event.type === 'stateChanged' && event.state !== 'Opened') throw event.reason ?? new Error(event.state);
  }

  start(script: string | PSPowerShellDefinition, options: CreatePipelineOptions = {}): Guid {
    const definition = typeof script === 'string' ? scriptDefinition(script) : script;
    const id = this.pool.createPipeline(definition, options);
    this.pump();
    return id;
  }
  stop(id: Guid): void {
    this.take(this.pool.stopPipeline(id));
    this.wire.signal(id);
    this.pump();
  }
  async result(id: Guid, limitMs = 30_000): Promise<RunResult> {
    const end = await this.waitFor(
      (event) =>
        event.type === 'pipelineStateChanged' &&
        event.pipelineId === id &&
        (event.state === 'Completed' || event.state === 'Failed' || event.state === 'Stopped'),
      `end of pipeline ${id}`,
      limitMs,
    );
    this.pump();
    const events = this.events.filter((event) => 'pipelineId' in event && event.pipelineId === id);
    const output: PSValue[] = [];
    for (const event of events) if (event.type === 'output') output.push(event.value);
    return { state: end.type === 'pipelineStateChanged' ? end.state : '', output, events };
  }
  async run(script: string | PSPowerShellDefinition, options: CreatePipelineOptions = {}): Promise<RunResult> {
    return await this.result(this.start(script, options));
  }
  async close(): Promise<void> {
    this.take(this.pool.close());
    this.wire.closeSession();
    this.pump();
    await this.waitFor((event) => event.type === 'stateChanged' && event.state === 'Closed', 'close');
  }
}

/** A driven client whose server is a child process that speaks the framing on its stdio. */
export class ChildClient extends DrivenClient implements AsyncDisposable {
  readonly child: ChildProcess;

  constructor(argv: readonly string[], options: Partial<ClientPoolOptions> = {}) {
    const [program = '', ...args] = argv;
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    super(options, (bytes) => child.stdin.write(bytes));
    this.child = child;
    child.stdin.on('error', () => undefined);
    child.stdout.on('data', (chunk: Buffer) => this.feed(chunk));
    child.stdout.on('end', () => {
      for (const event of this.wire.endOfInput())
        if (event.type === 'faulted') this.take(this.pool.closed(event.reason));
    });
  }
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** A driven client over a Unix socket or named pipe. */
export class SocketClient extends DrivenClient implements Disposable {
  readonly socket: net.Socket;

  constructor(path: string, options: Partial<ClientPoolOptions> = {}) {
    const socket = net.connect(path);
    super(options, (bytes) => socket.write(bytes));
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => this.feed(chunk));
  }
  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}
