/**
 * Checks every exchange of a folder of WSMan recordings, in four ways:
 *   codec    each request and each answer is read, written again, and read to the same thing
 *   faults   each fault has the code that stands in its text
 *   client   our client makes the same request (compared by structure) and takes the recorded answer
 *   server   our shell service is given the recorded requests in order; a stand-in for the host puts out what the
 *            recorded answers hold, and our answers have to say the same as the recorded ones
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeUtf8, encodeUtf8, parseGuid, tryParseGuid, type Guid } from '../../../src/protocol/bytes/index.js';
import { WsmanFaultError } from '../../../src/protocol/errors/index.js';
import {
  readRequest,
  readResponse,
  WsmanClient,
  WsmanShellService,
  writeRequest,
  writeResponse,
  type ReceiveEvent,
  type ResponseBody,
  type ShellCaller,
  type ShellServiceEvent,
  type WsmanOperation,
  type WsmanRequest,
} from '../../../src/protocol/wsman/index.js';

export interface WsmanCheck {
  readonly passed: number;
  readonly failed: number;
  readonly messages: readonly string[];
}

interface Step {
  readonly request: string | null;
  readonly response: { readonly status: number | null; readonly body: string | null } | null;
}
interface Recording {
  readonly name: string;
  readonly steps: readonly Step[];
}

class Mismatch extends Error {}

/** @param folder the root of the recordings; the exchanges are in its folder `wsman`. */
export function checkWsmanFolder(folder: string): WsmanCheck {
  const messages: string[] = [];
  let passed = 0;
  let failed = 0;
  const files = readdirSync(path.join(folder, 'wsman')).filter((name) => name.endsWith('.json'));
  for (const file of files.sort()) {
    const recording = JSON.parse(readFileSync(path.join(folder, 'wsman', file), 'utf8')) as Recording;
    const check = (what: string, work: () => void): void => {
      try {
        work();
        passed += 1;
      } catch (error) {
        failed += 1;
        messages.push(
          `${recording.name} ${what}: ${error instanceof Error ? error.message.slice(0, 400) : String(error)}`,
        );
      }
    };
    recording.steps.forEach((step, index) => {
      const { request } = step;
      const answer = envelopeIn(step);
      const page = step.response?.body ?? undefined;
      if (answer === undefined && page !== undefined)
        check(`step ${index} page`, () => checkPage(request, page, step.response?.status ?? 0));
      if (request !== null) check(`step ${index} request`, () => checkRequest(request, answer));
      if (answer !== undefined) check(`step ${index} answer`, () => checkAnswer(answer));
      if (request !== null && answer !== undefined) {
        check(`step ${index} client`, () => checkClient(request, answer, step.response?.status ?? 200));
      }
    });
    const answered = recording.steps.filter((step) => step.request !== null && envelopeIn(step) !== undefined);
    if (answered.length > 0) check('server', () => checkServer({ ...recording, steps: answered }));
  }
  return { passed, failed, messages };
}

// Structure ---------------------------------------------------------------------------------------------------------

/** Values as text that can be compared: maps in order of their keys, bytes as hexadecimal, ids in upper case. */
function plain(value: unknown): string {
  const text: string | undefined = JSON.stringify(value, (key, entry: unknown) => {
    if (entry instanceof Uint8Array) return `bytes ${Array.from(entry, (byte) => byte.toString(16)).join(' ')}`;
    if (entry instanceof Map)
      return Object.fromEntries([...(entry as Map<string, unknown>)].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (typeof entry === 'string' && key.endsWith('Id')) return entry.toUpperCase();
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return text ?? 'undefined';
}

function same(found: unknown, wanted: unknown, what: string): void {
  const a = plain(found);
  const b = plain(wanted);
  if (a === b) return;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  throw new Mismatch(
    `${what} differs at ${at}: ${a.slice(Math.max(0, at - 60), at + 100)} | ${b.slice(Math.max(0, at - 60), at + 100)}`,
  );
}

function faultCodeInText(text: string): number | undefined {
  const code =
    /<(?:\w+:)?WSManFault\b[^>]*\bCode=["'](\d+)["']/.exec(text)?.[1] ?? /error_Code[^>]*>(\d+)</.exec(text)?.[1];
  return code === undefined ? undefined : Number(code);
}

/** The answer, where it is a SOAP document: a proxy's page or an empty body is none. */
function envelopeIn(step: Step): string | undefined {
  const text = step.response?.body ?? undefined;
  return text !== undefined && /<(?:\w+:)?Envelope\b/.test(text) ? text : undefined;
}

/** A body that is no envelope: our client says that the operation failed, and why. */
function checkPage(request: string | null, page: string, status: number): void {
  const made = request === null ? undefined : read(request);
  if (made === undefined || typeof made === 'number') return;
  const operation = operationFor(clientFor(made), made);
  const step = operation?.receiveAnswer(status, encodeUtf8(page));
  if (step !== undefined && step.type !== 'failed') throw new Mismatch(`a page is taken as ${step.type}`);
}

/** Actions of other services (transfer's Put, events): refused by name, which is what a shell service has to say. */
const ACTION_NOT_SUPPORTED = 2_150_858_771;
const OTHER_SERVICE = /\/eventing\/\w+<|\/transfer\/Put</;

// Codec -------------------------------------------------------------------------------------------------------------

function read(request: string): WsmanRequest | number {
  const reading = readRequest(encodeUtf8(request));
  return reading.ok ? reading.request : (reading.fault.code ?? 0);
}

function checkRequest(text: string, answer: string | undefined): void {
  const request = read(text);
  if (typeof request === 'number') {
    if (request === ACTION_NOT_SUPPORTED && OTHER_SERVICE.test(text)) return;
    // Refused by the codec: then the real server has to have refused it with the same code.
    if (answer === undefined || faultCodeInText(answer) !== request) throw new Mismatch(`refused with ${request}`);
    return;
  }
  const again = read(decodeUtf8(writeRequest(request)));
  if (typeof again === 'number') throw new Mismatch(`refused with ${again} after writing`);
  same(withoutReplyTo(again), withoutReplyTo(request), 'request written and read');
}

/** The writer always says where the answer goes; masterzen and others do too, pypsrp's order differs. */
function withoutReplyTo(request: WsmanRequest): unknown {
  const { replyTo: _, ...header } = request.header;
  return { header, body: request.body };
}

function checkAnswer(text: string): void {
  const response = readResponse(encodeUtf8(text));
  const { body } = response;
  if (body.type === 'fault') same(body.fault.code, faultCodeInText(text), 'fault code');
  if (body.type === 'other') return;
  const written = writeResponse({ request: 'get', messageId: 'uuid:0', body });
  same(comparable(readResponse(written).body), comparable(body), 'answer written and read');
}

function comparable(body: ResponseBody): unknown {
  if (body.type === 'received' && body.commandState?.state === 'Done') {
    // OMI ends a command without an exit code; our writer always gives one.
    return { ...body, commandState: { ...body.commandState, exitCode: body.commandState.exitCode ?? 0 } };
  }
  if (body.type !== 'fault') return body;
  // A fault without a code has no place for its machine; the code of a CIM error is written as a WSManFault.
  const { machine: _, message, provider, ...rest } = body.fault;
  return body.fault.code === undefined ? rest : { ...rest, text: provider?.text ?? message };
}

// Client ------------------------------------------------------------------------------------------------------------

let seed = 1;
function random(count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed >> 16) & 0xff;
  });
}

function clientFor(request: WsmanRequest): WsmanClient {
  return new WsmanClient({
    connectionUri: request.header.to ?? 'http://server:5985/wsman',
    random,
    ...(request.header.resourceUri === undefined ? {} : { resourceUri: request.header.resourceUri }),
  });
}

function operationFor(client: WsmanClient, request: WsmanRequest): WsmanOperation<unknown> | undefined {
  const { body, header } = request;
  const shell = { shellId: header.selectors.get('ShellId') ?? '', resourceUri: header.resourceUri ?? '' };
  const guid = (id: string | undefined): { readonly commandId?: Guid } => {
    const parsed = tryParseGuid(id ?? '');
    return parsed === undefined ? {} : { commandId: parsed };
  };
  switch (body.type) {
    case 'create': {
      const { shellId, ...rest } = body.shell;
      if (rest.outputStreams.length === 0) return undefined;
      const version = header.options.find((option) => option.name === 'protocolversion')?.value;
      return client.createShell({
        ...(shellId === undefined ? {} : { shellId: parseGuid(shellId) }),
        ...rest,
        ...(header.resourceUri === undefined ? {} : { resourceUri: header.resourceUri }),
        ...(version === undefined ? {} : { protocolVersion: version }),
      });
    }
    case 'delete':
      return client.deleteShell(shell);
    case 'get':
      return header.selectors.size === 0 ? client.getConfig() : client.getShell(shell);
    case 'enumerate':
      return body.filter === undefined
        ? client.enumerateShells()
        : client.enumerateCommands(body.filter.get('ShellId') ?? '');
    case 'command': {
      const psrp = header.resourceUri?.includes('/powershell/') === true;
      const data = psrp
        ? Uint8Array.from(atob(body.arguments[0] ?? ''), (character) => character.charCodeAt(0))
        : undefined;
      return client.startCommand(shell, {
        ...guid(body.commandId),
        commandText: body.command,
        ...(data === undefined ? { arguments: body.arguments } : { data }),
      });
    }
    case 'send': {
      const stream = body.streams[0];
      if (stream === undefined || body.streams.length !== 1) return undefined;
      return client.send(shell, { ...stream, stream: stream.name });
    }
    case 'signal':
      return client.signal(shell, body.commandId ?? '', body.code);
    case 'disconnect':
      return client.disconnect(shell, body);
    case 'reconnect':
      return client.reconnect(shell, body.commandId);
    case 'connect':
      return body.connectData === undefined
        ? client.connectCommand(shell, body.commandId ?? '')
        : client.connect(shell, body.connectData);
    case 'identify':
      return client.identify();
    case 'pull':
    case 'release':
    case 'receive':
      return undefined;
  }
}

/** The recorded answer as an answer to our request. */
function relate(answer: string, ours: Uint8Array): Uint8Array {
  const made = readRequest(ours);
  const messageId = made.ok ? (made.request.header.messageId ?? '') : '';
  return encodeUtf8(answer.replace(/(<(?:\w+:)?RelatesTo[^>]*>)[^<]*/, `$1${messageId}`));
}

function checkClient(text: string, answer: string, status: number): void {
  const request = read(text);
  if (typeof request === 'number') return; // The codec's check has looked at it.
  const client = clientFor(request);
  if (request.body.type === 'receive') {
    checkReceive(client, request, answer, status);
    return;
  }
  const operation = operationFor(client, request);
  if (operation === undefined) return;
  const ours = read(decodeUtf8(operation.request));
  if (typeof ours === 'number') throw new Mismatch(`our own request is refused with ${ours}`);
  same(ours.body, request.body, 'the request of our client');
  same(ours.header.action, request.header.action, 'action');
  same(ours.header.resourceUri, request.header.resourceUri, 'resource URI');
  same(ours.header.selectors, request.header.selectors, 'selectors');
  const step = operation.receiveAnswer(status, relate(answer, operation.request));
  const code = faultCodeInText(answer);
  if (code !== undefined) {
    if (step.type !== 'failed' || !(step.error instanceof WsmanFaultError))
      throw new Mismatch(`no fault, but ${step.type}`);
    same(step.error.code, code, 'fault code');
    if (step.error.message.length < 5) throw new Mismatch('the fault has no text');
  } else if (step.type !== 'result') {
    throw new Mismatch(step.type === 'failed' ? step.error.message : 'another request is asked for');
  }
}

function checkReceive(client: WsmanClient, request: WsmanRequest, answer: string, status: number): void {
  if (request.body.type !== 'receive') return;
  const shell = { shellId: request.header.selectors.get('ShellId') ?? '' };
  const channel = client.receive(shell, request.body.commandId, request.body.streams);
  const bytes = channel.request ?? new Uint8Array(0);
  const ours = read(decodeUtf8(bytes));
  if (typeof ours === 'number') throw new Mismatch(`our own Receive is refused with ${ours}`);
  const { sequenceId: _, ...wanted } = request.body;
  const { sequenceId: _ours, ...found } = ours.body as typeof request.body;
  same(found, wanted, 'the Receive of our client');
  const events = channel.receiveAnswer(status, relate(answer, bytes));
  const body = readResponse(encodeUtf8(answer)).body;
  if (body.type === 'fault') {
    const goesOn = body.fault.code === 2150858793;
    if (goesOn !== (channel.request !== undefined)) throw new Mismatch('a fault was taken wrongly');
    return;
  }
  if (body.type !== 'received') throw new Mismatch('the recorded answer is none to Receive');
  same(
    events
      .filter((event): event is Extract<ReceiveEvent, { type: 'data' }> => event.type === 'data')
      .map(({ data }) => data),
    body.streams.filter(({ data }) => data.length > 0).map(({ data }) => data),
    'received data',
  );
  const done = events.find((event) => event.type === 'done');
  same(done === undefined ? undefined : done.exitCode, body.commandState?.exitCode, 'exit code');
  same(channel.request === undefined, body.commandState?.state === 'Done', 'the end of the loop');
}

// Server ------------------------------------------------------------------------------------------------------------

const CALLER: ShellCaller = { user: 'vagrant', administrator: true, clientAddress: '10.0.2.2' };

/** Plays a recording to our service. */
class ServerReplay {
  readonly service = new WsmanShellService({ random, quotas: { maxShellsPerUser: 1000 } });
  readonly ids = new Map<string, string>();
  readonly #answers = new Map<number, ResponseBody>();
  #lastRequest = 0;
  #now = 0;

  /** Ids that our server chose stand where the recorded server's stood. */
  translate(text: string): string {
    let out = text;
    for (const [recorded, ours] of this.ids) out = out.replaceAll(recorded, ours);
    return out;
  }

  ask(request: string, recorded: ResponseBody, command: string | undefined, shellId: string): ResponseBody {
    this.#now += 1;
    if (recorded.type === 'received') this.#putOut(recorded, shellId, command);
    this.#lastRequest += 1;
    const requestId = this.#lastRequest;
    this.#work(this.service.receiveRequest(requestId, encodeUtf8(request), CALLER, this.#now), recorded);
    for (let tries = 0; tries < 20 && !this.#answers.has(requestId); tries += 1) {
      // An empty recorded answer: here the time runs out. The alarm may be early, never late.
      this.#now = Math.max(this.#now, this.service.nextTimeout() ?? 0);
      this.#work(this.service.handleTimeout(this.#now), recorded);
    }
    const answer = this.#answers.get(requestId);
    if (answer === undefined) throw new Mismatch('our service does not answer');
    this.#work(this.service.answerWritten(requestId, true, this.#now), recorded);
    return answer;
  }

  #putOut(recorded: Extract<ResponseBody, { type: 'received' }>, shellId: string, command: string | undefined): void {
    const shell = parseGuid(shellId);
    for (const stream of recorded.streams) {
      if (stream.data.length === 0) continue;
      const pending = recorded.commandState?.state === 'Pending' && stream === recorded.streams.at(-1);
      if (command === undefined) this.service.poolOutput(shell, stream.data, this.#now);
      else
        this.service.commandOutput(shell, parseGuid(command), stream.data, this.#now, { stream: stream.name, pending });
    }
    if (recorded.commandState?.state === 'Done' && command !== undefined) {
      this.service.commandDone(shell, parseGuid(command), recorded.commandState.exitCode ?? 0, this.#now);
    }
  }

  #work(events: readonly ShellServiceEvent[], recorded: ResponseBody): void {
    for (const event of events) {
      switch (event.type) {
        case 'answer':
          this.#answers.set(event.requestId, readResponse(event.envelope).body);
          break;
        case 'shellCreated':
          this.#work(this.service.complete(event.requestId, { processId: 2792 }, this.#now), recorded);
          break;
        case 'shellConnecting': {
          const data = recorded.type === 'connected' ? recorded.connectResponseData : undefined;
          const connectResponseData = data ?? new Uint8Array([1]);
          this.#work(this.service.complete(event.requestId, { connectResponseData }, this.#now), recorded);
          break;
        }
        case 'commandStarted':
        case 'cmdStarted':
        case 'commandStop':
          this.#work(this.service.complete(event.requestId, {}, this.#now), recorded);
          break;
        default:
          break;
      }
    }
  }
}

function checkServer(recording: Recording): void {
  const replay = new ServerReplay();
  for (const [index, step] of recording.steps.entries()) {
    const text = step.request;
    const answer = step.response?.body ?? undefined;
    if (text === null || answer === undefined) continue;
    const recorded = readResponse(encodeUtf8(answer)).body;
    const translated = replay.translate(text);
    const request = read(translated);
    if (typeof request === 'number') continue;
    const { body } = request;
    const command = 'commandId' in body ? body.commandId : undefined;
    const ours = replay.ask(translated, recorded, command, request.header.selectors.get('ShellId') ?? '');
    const what = `step ${index} (${body.type})`;
    if (recorded.type === 'fault') {
      if (ours.type === 'fault' && ours.fault.code === undefined) throw new Mismatch(`${what}: a fault without a code`);
      continue; // What made the real server refuse is not in the recording.
    }
    if (ours.type === 'fault') {
      const empty = recorded.type === 'received' && recorded.streams.length === 0;
      if (empty && ours.fault.code === 2150858793) continue;
      // A context of the recorded server: ours gives whole lists, and knows only contexts that it gave.
      if (body.type === 'pull' && ours.fault.code === 2150858779) continue;
      throw new Mismatch(`${what}: our service refuses with ${ours.fault.code}: ${ours.fault.message}`);
    }
    compareAnswers(ours, recorded, what, replay);
  }
}

function compareAnswers(ours: ResponseBody, recorded: ResponseBody, what: string, replay: ServerReplay): void {
  same(ours.type, recorded.type, `${what}: kind of answer`);
  if (ours.type === 'created' && recorded.type === 'created') {
    if (recorded.shellId !== ours.shellId) replay.ids.set(recorded.shellId, ours.shellId);
    same(ours.resourceUri, recorded.resourceUri, `${what}: resource URI`);
    for (const key of ['inputStreams', 'outputStreams', 'idleTimeoutMs', 'maxIdleTimeoutMs', 'state'] as const) {
      // Older servers tell less.
      if (recorded.shell?.[key] === undefined) continue;
      same(ours.shell?.[key], recorded.shell[key], `${what}: ${key}`);
    }
  } else if (ours.type === 'commandCreated' && recorded.type === 'commandCreated') {
    if (recorded.commandId !== ours.commandId) replay.ids.set(recorded.commandId, ours.commandId);
  } else if (ours.type === 'received' && recorded.type === 'received') {
    const data = (body: typeof ours): unknown => body.streams.map((stream) => [stream.name, stream.data, stream.end]);
    same(data(ours), data(recorded), `${what}: streams`);
    same(ours.commandState?.exitCode, recorded.commandState?.exitCode, `${what}: exit code`);
    if (recorded.commandState !== undefined) {
      same(ours.commandState?.state, recorded.commandState.state, `${what}: command state`);
    }
  } else if (ours.type === 'connected' && recorded.type === 'connected') {
    same(ours, recorded, what);
  } else if (ours.type === 'enumerated' && recorded.type === 'enumerated') {
    same(ours.items.length, recorded.items.length, `${what}: number of items`);
    same(ours.end, recorded.end, `${what}: end`);
  }
}
