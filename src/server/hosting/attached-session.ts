/**
 * PowerShell's framing over a stream that may break, with the session in the endpoint: what `pssession serve --stdio`
 * is behind sshd. To the client it looks like `pwsh -s`; towards the endpoint it is a WSMan client. When the stream ends
 * without the session having been closed, the session is disconnected and stays, for whoever connects to it.
 *
 * What the client sends goes over in its order, one operation at a time; each channel's output is asked for by a loop of
 * its own, and only when the stream takes it: that holds producers whose client does not read.
 */
import { guidFromRandom, EMPTY_GUID, type Guid } from '../../protocol/bytes/index.js';
import { PSSessionError, RemoteProtocolError } from '../../protocol/errors/index.js';
import { OutOfProcServer, type OutOfProcServerEvent } from '../../protocol/outofproc/index.js';
import { decodeMessage, Defragmenter } from '../../protocol/psrp/index.js';
import { SignalCode, WsmanClient, type ShellRef, type WsmanOperation } from '../../protocol/wsman/index.js';
import { systemRandom } from '../../io/runtime/index.js';
import type { ByteCarrier } from '../../io/transport/index.js';
import { FragmentCutter } from '../hosts/fragment-cutter.js';
import { STDIO_ENDED_EXIT_CODE } from '../stdio-server.js';
import type { EnvelopeClient } from './envelope-client.js';

export interface AttachedSessionOptions {
  readonly endpoint: EnvelopeClient;
  /** Resource URI of the configuration. */
  readonly resourceUri: string;
  /** Name of a session in listings. Default: the endpoint makes one up. */
  readonly name?: string;
}

interface Session {
  readonly ref: ShellRef;
  readonly ended: AbortController;
  readonly commands: Set<Guid>;
}

/**
 * Serves one stream until it ends. Never rejects.
 * @param input what comes from `carrier`, whose first bytes somebody may have looked at.
 * @returns the exit code of a program that does nothing else.
 */
export function serveAttached(
  carrier: ByteCarrier,
  input: AsyncIterable<Uint8Array>,
  options: AttachedSessionOptions,
): Promise<number> {
  return new Promise((resolve) => {
    void new AttachedServer(carrier, options, resolve).serve(input);
  });
}

class AttachedServer {
  readonly #carrier: ByteCarrier;
  readonly #options: AttachedSessionOptions;
  readonly #done: (exitCode: number) => void;
  readonly #server = new OutOfProcServer();
  readonly #wsman: WsmanClient;
  #session: Session | undefined;
  /** The first bytes of a session, until they say its id. */
  #opening: Uint8Array[] = [];
  #work: Promise<void> = Promise.resolve();
  #closedInOrder = false;
  #ended = false;
  #lastWrite: Promise<void> = Promise.resolve();

  constructor(carrier: ByteCarrier, options: AttachedSessionOptions, done: (exitCode: number) => void) {
    this.#carrier = carrier;
    this.#options = options;
    this.#done = done;
    this.#wsman = new WsmanClient({
      connectionUri: 'http://localhost/wsman',
      random: systemRandom,
      resourceUri: options.resourceUri,
      sessionId: guidFromRandom(systemRandom(16)),
    });
  }

  async serve(input: AsyncIterable<Uint8Array>): Promise<void> {
    try {
      for await (const bytes of input) {
        this.#take(this.#server.receive(bytes));
        if (this.#ended) return;
      }
    } catch {
      // A stream that broke ends as one that was closed does: the session stays.
    }
    this.#take(this.#server.endOfInput());
  }

  #take(events: readonly OutOfProcServerEvent[]): void {
    for (const event of events) this.#handle(event);
    this.#flush();
  }

  #handle(event: OutOfProcServerEvent): void {
    switch (event.type) {
      case 'data':
        this.#then(
          () => this.#data(event),
          () => this.#server.acknowledgeData(event.id),
        );
        return;
      case 'commandCreated':
        return;
      case 'signalled':
        this.#then(
          () => this.#signal(event.id, SignalCode.powershellStop),
          () => this.#server.acknowledgeSignal(event.id),
        );
        return;
      case 'commandClosing':
        this.#then(
          () => this.#signal(event.id, SignalCode.terminate),
          () => this.#server.acknowledgeClose(event.id),
        );
        return;
      case 'sessionClosing':
        this.#then(
          () => this.#close(),
          () => this.#server.acknowledgeClose(EMPTY_GUID),
        );
        return;
      case 'ended':
        void this.#end(event.reason);
        return;
    }
  }

  /** After what came before; then acknowledges. What the endpoint refuses ends the session for this client. */
  #then(work: () => Promise<void>, acknowledge: () => void): void {
    this.#work = this.#work.then(work).then(
      () => {
        acknowledge();
        this.#flush();
      },
      (error: unknown) => this.#fail(error),
    );
  }

  async #data({ id, bytes, priority }: Extract<OutOfProcServerEvent, { readonly type: 'data' }>): Promise<void> {
    if (this.#ended) return;
    const session = this.#session;
    if (session === undefined) {
      if (id === EMPTY_GUID) await this.#open(bytes);
      return;
    }
    const stream = priority === 'PromptResponse' ? 'pr' : 'stdin';
    if (id === EMPTY_GUID) {
      await this.#operate(this.#wsman.send(session.ref, { data: bytes, stream }));
    } else if (session.commands.has(id)) {
      await this.#operate(this.#wsman.send(session.ref, { commandId: id, data: bytes, stream })).catch(ignoreEnded);
    } else {
      session.commands.add(id);
      await this.#operate(this.#wsman.startCommand(session.ref, { commandId: id, commandText: '', data: bytes }));
      void this.#receive(session, id);
    }
  }

  /** The session's id is that of its runspace pool, which stands in the first message. protocol.md 9.1 */
  async #open(bytes: Uint8Array): Promise<void> {
    this.#opening.push(bytes);
    const creationData = Buffer.concat(this.#opening);
    const poolId = poolIdOf(creationData);
    if (poolId === undefined) return;
    this.#opening = [];
    this.#closedInOrder = false;
    const { name } = this.#options;
    const created = await this.#operate(
      this.#wsman.createShell({ shellId: poolId, creationData, ...(name === undefined ? {} : { name }) }),
    );
    const ref = { shellId: created.shellId, resourceUri: created.resourceUri };
    const session: Session = { ref, ended: new AbortController(), commands: new Set() };
    this.#session = session;
    void this.#receive(session, undefined);
  }

  /** One channel's output, to its end. */
  async #receive(session: Session, commandId: Guid | undefined): Promise<void> {
    const channel = this.#wsman.receive(session.ref, commandId);
    const cutter = new FragmentCutter();
    const { endpoint } = this.#options;
    try {
      while (channel.request !== undefined && !session.ended.signal.aborted) {
        const answer = await endpoint.request(channel.request, null, session.ended.signal);
        // It counts as arrived when the client's stream has taken it.
        for (const event of channel.receiveAnswer(answer.status, answer.envelope)) {
          if (event.type === 'data') {
            for (const fragment of cutter.push(event.data)) this.#server.sendData(commandId ?? EMPTY_GUID, fragment);
          } else if (event.type === 'ended' && !event.quiet && !session.ended.signal.aborted) throw event.error;
        }
        this.#flush();
        const taken = await this.#lastWrite.then(
          () => !this.#ended,
          () => false,
        );
        answer.written?.(taken);
      }
    } catch (error) {
      if (!session.ended.signal.aborted) this.#fail(error);
    }
  }

  async #signal(commandId: Guid, code: string): Promise<void> {
    const session = this.#session;
    if (session === undefined || !session.commands.has(commandId)) return;
    await this.#operate(this.#wsman.signal(session.ref, commandId, code)).catch(ignoreEnded);
    if (code === SignalCode.terminate) session.commands.delete(commandId);
  }

  async #close(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    this.#closedInOrder = true;
    if (session === undefined) return;
    session.ended.abort();
    await this.#operate(this.#wsman.deleteShell(session.ref)).catch(ignoreEnded);
  }

  /** The session cannot be served: the client shows this line as the reason. */
  #fail(error: unknown): void {
    if (this.#ended) return;
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
    await this.#work.catch(() => undefined);
    const session = this.#session;
    if (session !== undefined) {
      session.ended.abort();
      // Without it the endpoint would notice a moment later that its client is gone.
      await this.#operate(this.#wsman.disconnect(session.ref, {})).catch(() => undefined);
    }
    await this.#carrier.close();
    this.#done(this.#closedInOrder && session === undefined ? 0 : STDIO_ENDED_EXIT_CODE);
  }

  async #operate<T>(operation: WsmanOperation<T>): Promise<T> {
    let { request } = operation;
    for (;;) {
      const answer = await this.#options.endpoint.request(request, null, NEVER.signal);
      answer.written?.(true);
      const step = operation.receiveAnswer(answer.status, answer.envelope);
      if (step.type === 'result') return step.result;
      if (step.type === 'failed') throw step.error;
      ({ request } = step);
    }
  }

  #flush(): void {
    for (let bytes = this.#server.bytesToSend(); bytes !== undefined; bytes = this.#server.bytesToSend()) {
      this.#lastWrite = this.#carrier.write(bytes);
      this.#lastWrite.catch(() => undefined); // its end is told by `closed`
    }
  }
}

const NEVER = new AbortController();

/** A command that has ended by itself needs no word more. */
function ignoreEnded(error: unknown): void {
  if (!(error instanceof PSSessionError)) throw error;
}

function poolIdOf(bytes: Uint8Array): Guid | undefined {
  const [fragment] = new FragmentCutter().push(bytes);
  if (fragment === undefined) return undefined;
  const [message] = new Defragmenter().push(fragment);
  if (message === undefined) throw new RemoteProtocolError('The first message of a session has to be one fragment.');
  return decodeMessage(message).runspacePoolId;
}
