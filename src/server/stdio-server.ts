/**
 * Sessions over the out-of-process framing: what `pwsh -s`, an sshd subsystem and the pipe of a PowerShell process are.
 * One carrier, one session at a time; after its Close a new one may begin on the same carrier. protocol.md 6
 *
 * A fault of the framing ends the carrier, as PowerShell ends its process. Nothing is written but packets.
 */
import { randomBytes } from 'node:crypto';
import { EMPTY_GUID, guidFromRandom, type Guid } from '../protocol/bytes/index.js';
import type { PSSessionError } from '../protocol/errors/index.js';
import { OutOfProcServer, type OutOfProcServerEvent } from '../protocol/outofproc/index.js';
import { NEVER_ABORTED } from '../io/runtime/index.js';
import { currentUserName } from '../io/store/index.js';
import { listenPipe, takeOwnStdio, type ByteCarrier } from '../io/transport/index.js';
import type { Caller } from './caller.js';
import type { SessionConfiguration } from './configuration/session-configuration.js';
import { createRunspaceHost } from './hosts/create-host.js';
import type { RunspaceHost } from './runspace-host.js';
import type { RunspaceHostFactory } from './shells/shell-layer-api.js';

export interface ServeCarrierOptions {
  readonly configuration: SessionConfiguration;
  /** Who is at the other end. Default: the account of this process, as with `pwsh -s`. */
  readonly caller?: Caller;
  readonly createHost?: RunspaceHostFactory;
  /** The folder in which an embedded session begins. Default: that of `RunspaceContext`. */
  readonly location?: string;
}

export interface ServeStdioOptions extends ServeCarrierOptions {
  /** Default: this process's own stdin and stdout, which nobody else may then use. */
  readonly carrier?: ByteCarrier;
}

/** What PowerShell's stdio server exits with when its input ends or breaks the rules: 4000, of which 8 bits remain. */
export const STDIO_ENDED_EXIT_CODE = 160;
/** Producers are held while more than this waits for the carrier. Bytes. */
const HIGH_WATER_BYTES = 1024 * 1024;
/** So many bytes do not wait for others. */
const WRITE_TOGETHER_BYTES = 32 * 1024;

/**
 * Serves standard input and output until the input ends.
 * @returns the exit code for the process: 0 when the client closed its session before, else 160.
 */
export function serveStdio(options: ServeStdioOptions): Promise<number> {
  return serveCarrier(options.carrier ?? takeOwnStdio(), options);
}

export interface PipeServer extends AsyncDisposable {
  /** The Unix socket's path, or the Windows pipe's. */
  readonly path: string;
  close(): Promise<void>;
}

/**
 * Serves a named pipe as a PowerShell process serves its own (`CoreFxPipe_<name>` in the temporary folder on Unix): one
 * client after another, of this user only.
 */
export async function servePipe(name: string, options: ServeCarrierOptions): Promise<PipeServer> {
  const running = new Set<Promise<number>>();
  const carriers = new Set<ByteCarrier>();
  const listener = await listenPipe(name, (carrier) => {
    carriers.add(carrier);
    const run = serveCarrier(carrier, options).finally(() => {
      carriers.delete(carrier);
      running.delete(run);
    });
    running.add(run);
  });
  const close = async (): Promise<void> => {
    await listener.close();
    await Promise.all([...carriers].map((carrier) => carrier.close()));
    await Promise.all(running);
  };
  return { path: listener.path, close, [Symbol.asyncDispose]: close };
}

/** Serves one carrier until it ends. Never rejects. */
export function serveCarrier(carrier: ByteCarrier, options: ServeCarrierOptions): Promise<number> {
  return new Promise((resolve) => {
    new CarrierServer(carrier, options, resolve).start();
  });
}

class CarrierServer {
  readonly #carrier: ByteCarrier;
  readonly #options: ServeCarrierOptions;
  readonly #done: (exitCode: number) => void;
  readonly #server = new OutOfProcServer();
  /** The host of the session that is there. Operations of one session go through this promise, in order. */
  #host: Promise<RunspaceHost> | undefined;
  #ready: RunspaceHost | undefined;
  readonly #started = new Set<Guid>();
  #closedInOrder = false;
  #ended = false;
  #unwritten = 0;
  #flushing = false;
  #room: { readonly promise: Promise<void>; readonly resolve: () => void } | undefined;

  constructor(carrier: ByteCarrier, options: ServeCarrierOptions, done: (exitCode: number) => void) {
    this.#carrier = carrier;
    this.#options = options;
    this.#done = done;
  }

  start(): void {
    this.#carrier.attach({
      data: (bytes) => this.#take(this.#server.receive(bytes)),
      closed: () => this.#take(this.#server.endOfInput()),
    });
  }

  #take(events: readonly OutOfProcServerEvent[]): void {
    for (const event of events) this.#handle(event);
    this.#flush();
  }

  #handle(event: OutOfProcServerEvent): void {
    switch (event.type) {
      case 'data':
        this.#withHost(
          (host) => {
            this.#data(host, event);
          },
          () => this.#server.acknowledgeData(event.id),
        );
        return;
      case 'commandCreated':
        return;
      case 'signalled':
        this.#withHost(
          (host) => host.stopPipeline(event.id),
          () => this.#server.acknowledgeSignal(event.id),
        );
        return;
      case 'commandClosing':
        this.#withHost(
          async (host) => {
            this.#started.delete(event.id);
            await host.closePipeline(event.id);
          },
          () => this.#server.acknowledgeClose(event.id),
        );
        return;
      case 'sessionClosing':
        this.#closeSession();
        return;
      case 'ended':
        void this.#end(event.reason);
        return;
    }
  }

  #data(host: RunspaceHost, event: Extract<OutOfProcServerEvent, { type: 'data' }>): void {
    if (event.id === EMPTY_GUID) host.poolInput(event.bytes, event.priority);
    else if (this.#started.has(event.id)) host.pipelineInput(event.id, event.bytes, event.priority);
    else {
      this.#started.add(event.id);
      host.startPipeline(event.id, event.bytes);
    }
  }

  /** Works on the host now, or when it is there; then acknowledges, whatever came of it. */
  #withHost(work: (host: RunspaceHost) => Promise<void> | void, acknowledge: () => void): void {
    const finish = (): void => {
      acknowledge();
      this.#flush();
    };
    const run = (host: RunspaceHost): void => {
      let result: Promise<void> | void;
      try {
        result = work(host);
      } catch (error) {
        this.#fail(error);
        return;
      }
      if (result === undefined) finish();
      else result.then(finish, finish);
    };
    if (this.#ready !== undefined) {
      run(this.#ready);
      return;
    }
    this.#host ??= this.#newHost();
    this.#host.then(run, (error: unknown) => this.#fail(error));
  }

  async #newHost(): Promise<RunspaceHost> {
    this.#closedInOrder = false;
    const create = this.#options.createHost ?? createRunspaceHost;
    const host = await create({
      shellId: guidFromRandom(randomBytes(16)),
      configuration: this.#options.configuration,
      caller: this.#options.caller ?? localCaller(),
      locale: 'en-US',
      dataLocale: 'en-US',
      ...(this.#options.location === undefined ? {} : { location: this.#options.location }),
    });
    host.attach({
      poolOutput: (fragment) => {
        this.#server.sendData(EMPTY_GUID, fragment);
        this.#flush();
      },
      pipelineOutput: (pipelineId, fragment) => {
        this.#server.sendData(pipelineId, fragment);
        this.#flushSoon();
        return this.#unwritten > HIGH_WATER_BYTES ? this.#whenRoom() : undefined;
      },
      pipelineDone: () => undefined,
      // Its pool said so already; the client closes the session and may begin another.
      closed: () => undefined,
    });
    this.#ready = host;
    return host;
  }

  #closeSession(): void {
    const host = this.#host;
    this.#started.clear();
    const finish = (): void => {
      this.#closedInOrder = true;
      this.#server.acknowledgeClose(EMPTY_GUID);
      this.#flush();
    };
    if (host === undefined) {
      finish();
      return;
    }
    // The pipelines' own closings stand before this one in the promise's queue.
    host
      .then((value) => value.close())
      .catch(() => undefined)
      .finally(() => {
        if (this.#host === host) {
          this.#host = undefined;
          this.#ready = undefined;
        }
        finish();
      });
  }

  /** The session cannot be served: the client shows this line as the reason. */
  #fail(error: unknown): void {
    this.#server.reportError(error instanceof Error ? error.message : String(error));
    this.#flush();
    void this.#end(undefined);
  }

  async #end(reason: PSSessionError | undefined): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    if (reason !== undefined) {
      this.#server.reportError(reason.message);
      this.#flush();
    }
    this.#room?.resolve();
    const host = await this.#host?.catch(() => undefined);
    await host?.close().catch(() => undefined);
    await this.#carrier.close();
    this.#done(this.#closedInOrder && reason === undefined ? 0 : STDIO_ENDED_EXIT_CODE);
  }

  /** What a pipeline gives without a pause in between is written together. */
  #flushSoon(): void {
    if (this.#server.waitingBytes >= WRITE_TOGETHER_BYTES) this.#flush();
    else if (!this.#flushing) {
      this.#flushing = true;
      queueMicrotask(() => {
        this.#flushing = false;
        this.#flush();
      });
    }
  }

  #flush(): void {
    for (let bytes = this.#server.bytesToSend(); bytes !== undefined; bytes = this.#server.bytesToSend()) {
      const { length } = bytes;
      this.#unwritten += length;
      this.#carrier
        .write(bytes)
        .catch(() => undefined) // its end is told by `closed`
        .finally(() => {
          this.#unwritten -= length;
          if (this.#unwritten > HIGH_WATER_BYTES) return;
          this.#room?.resolve();
          this.#room = undefined;
        });
    }
  }

  #whenRoom(): Promise<void> | undefined {
    if (this.#ended) return undefined;
    if (this.#room === undefined) {
      let resolve = (): void => undefined;
      const promise = new Promise<void>((done) => {
        resolve = done;
      });
      this.#room = { promise, resolve };
    }
    return this.#room.promise;
  }
}

function localCaller(): Caller {
  return {
    user: currentUserName(),
    mechanism: 'Local',
    groups: [],
    administrator: false,
    clientAddress: 'localhost',
    connectionString: 'http://localhost',
    connectionLost: NEVER_ABORTED,
  };
}
