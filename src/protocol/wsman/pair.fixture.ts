/** For tests: a client machine and the shell service joined by plain calls and a fake clock, with a scripted host. */
import type { Guid } from '../bytes/index.js';
import {
  readResponse,
  WsmanClient,
  WsmanShellService,
  type Completion,
  type ReceiveChannel,
  type ReceiveEvent,
  type ResponseBody,
  type ShellCaller,
  type ShellServiceEvent,
  type ShellServiceOptions,
  type WsmanClientOptions,
  type WsmanFault,
  type WsmanOperation,
} from './index.js';

export const ALICE: ShellCaller = { user: 'DOMAIN\\alice', administrator: false, clientAddress: '10.0.0.5' };
export const BOB: ShellCaller = { user: 'DOMAIN\\bob', administrator: false, clientAddress: '10.0.0.6' };
export const ADMIN: ShellCaller = { user: 'DOMAIN\\root', administrator: true, clientAddress: '10.0.0.7' };

export function seededRandom(seed: number): (count: number) => Uint8Array {
  let state = seed;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

export interface Answer {
  readonly status: number;
  readonly envelope: Uint8Array;
}

export class Pair {
  readonly service: WsmanShellService;
  now = 1000;
  /** All events but answers, in order. */
  readonly events: ShellServiceEvent[] = [];
  readonly answers = new Map<number, Answer>();
  /** What the host does with events that wait for it; undefined leaves them waiting. */
  host: (event: ShellServiceEvent) => Completion | { readonly fault: WsmanFault } | undefined = (event) =>
    event.type === 'shellConnecting' ? { connectResponseData: Uint8Array.of(9, 9) } : { processId: 77 };
  #lastRequest = 0;

  constructor(options: Partial<ShellServiceOptions> = {}) {
    this.service = new WsmanShellService({ random: seededRandom(1), machineName: 'server', ...options });
  }

  client(seed: number, options: Partial<WsmanClientOptions> = {}): WsmanClient {
    return new WsmanClient({ connectionUri: 'http://server:5985/wsman', random: seededRandom(seed), ...options });
  }

  /** Works events off as a server would. */
  work(events: readonly ShellServiceEvent[]): void {
    for (const event of events) {
      if (event.type === 'answer') {
        this.answers.set(event.requestId, event);
        continue;
      }
      this.events.push(event);
      if (!('requestId' in event)) continue;
      const result = this.host(event);
      if (result === undefined) continue;
      if ('fault' in result) this.work(this.service.refuse(event.requestId, result.fault, this.now));
      else this.work(this.service.complete(event.requestId, result, this.now));
    }
  }

  post(envelope: Uint8Array, caller: ShellCaller = ALICE): number {
    this.#lastRequest += 1;
    this.work(this.service.receiveRequest(this.#lastRequest, envelope, caller, this.now));
    return this.#lastRequest;
  }
  answerOf(requestId: number): Answer {
    const answer = this.answers.get(requestId);
    if (answer === undefined) throw new Error(`request ${requestId} is not answered`);
    return answer;
  }
  bodyOf(requestId: number): ResponseBody {
    return readResponse(this.answerOf(requestId).envelope).body;
  }
  /** The fault code of the answer to an envelope; undefined for a reply. */
  codeOf(envelope: Uint8Array, caller: ShellCaller = ALICE): number | undefined {
    const body = this.bodyOf(this.post(envelope, caller));
    return body.type === 'fault' ? body.fault.code : undefined;
  }

  /** Runs an operation to its end. @throws the fault. */
  run<T>(operation: WsmanOperation<T>, caller: ShellCaller = ALICE): T {
    let { request } = operation;
    for (;;) {
      const { status, envelope } = this.answerOf(this.post(request, caller));
      const step = operation.receiveAnswer(status, envelope);
      if (step.type === 'result') return step.result;
      if (step.type === 'failed') throw step.error;
      request = step.request;
    }
  }
  /** Posts the channel's Receive and gives its request id. */
  receive(channel: ReceiveChannel, caller: ShellCaller = ALICE): number {
    if (channel.request === undefined) throw new Error('the receive loop is over');
    return this.post(channel.request, caller);
  }
  /** Hands the answer to the channel; says that it was written. */
  take(channel: ReceiveChannel, requestId: number): readonly ReceiveEvent[] {
    const { status, envelope } = this.answerOf(requestId);
    this.work(this.service.answerWritten(requestId, true, this.now));
    return channel.receiveAnswer(status, envelope);
  }
  /** Moves the clock, alarm by alarm. */
  advance(ms: number): void {
    const end = this.now + ms;
    for (let guard = 0; guard < 10_000; guard += 1) {
      const next = this.service.nextTimeout();
      if (next === undefined || next > end) break;
      this.now = Math.max(this.now, next);
      this.work(this.service.handleTimeout(this.now));
    }
    this.now = end;
  }
  output(shellId: Guid, commandId: Guid | undefined, bytes: readonly number[], endsMessage = true): void {
    const data = Uint8Array.from(bytes);
    this.work(
      commandId === undefined
        ? this.service.poolOutput(shellId, data, this.now, { endsMessage })
        : this.service.commandOutput(shellId, commandId, data, this.now, { endsMessage }),
    );
  }
  typesSeen(): readonly string[] {
    return this.events.map((event) => event.type);
  }
}
