/**
 * The client's side of WSMan, without IO. Every method makes one operation: bytes to POST, and a step function for the
 * answer. The machine keeps what all operations of one connection share: addresses, locale, the client session, and how
 * large an envelope may be. protocol.md 7
 */
import { decodeUtf8, encodeBase64, guidFromRandom, type Guid } from '../bytes/index.js';
import {
  AuthenticationError,
  PSSessionError,
  RemoteProtocolError,
  TransportError,
  TRANSPORT_ERRORS,
  WsmanFaultError,
} from '../errors/index.js';
import type {
  ClientCommand,
  ClientInput,
  ClientShell,
  CreatedShell,
  OperationStep,
  ReceiveChannel,
  ShellRef,
  WsmanClientOptions,
  WsmanOperation,
} from './client-api.js';
import { ClientReceiveChannel } from './client-receive.js';
import { faultError } from './fault-codec.js';
import type {
  BufferMode,
  CommandListing,
  RequestBody,
  RequestHeader,
  ResponseBody,
  ServiceConfig,
  ShellListing,
  WsmanOption,
} from './messages.js';
import { Action, OptionName, ResourceUri, ScreenStream, SignalCode, wireId } from './names.js';
import type { ScreenPart } from './screen.js';
import { readResponse } from './read-response.js';
import { writeRequest } from './write-envelope.js';
import { encodeXpress } from './xpress.js';

const DEFAULT_TIMEOUT_MS = 180_000;
const DEFAULT_CLOSE_MS = 60_000;
const DEFAULT_ENVELOPE = 512_000;
/** What a server of WinRM 2 takes; the limit until the peer's protocol version is known. Bytes. protocol.md 7.3 */
const FIRST_ENVELOPE = 153_600;
const MAX_PULLED_ITEMS = 1_000_000;
const PULL_SIZE = 1000;

export interface Identity {
  readonly protocolVersion?: string;
  readonly productVendor?: string;
  readonly productVersion?: string;
}

interface Draft {
  readonly name: string;
  readonly body: RequestBody;
  readonly timeoutMs: number;
  readonly resourceUri?: string;
  readonly shellId?: string;
  readonly options?: readonly WsmanOption[];
  readonly compression?: boolean;
}

export class WsmanClient {
  readonly #options: WsmanClientOptions;
  readonly #requestUrl: string;
  readonly #sessionId: Guid;
  readonly #maxEnvelope: number;
  #requestLimit: number;

  constructor(options: WsmanClientOptions) {
    this.#options = options;
    this.#requestUrl = requestUrl(options.connectionUri, options.psVersion);
    this.#sessionId = options.sessionId ?? guidFromRandom(options.random(16));
    this.#maxEnvelope = options.maxEnvelopeBytes ?? DEFAULT_ENVELOPE;
    this.#requestLimit = Math.min(FIRST_ENVELOPE, this.#maxEnvelope);
  }

  /** Where to POST: the connection URI with the PSVersion query. */
  get requestUrl(): string {
    return this.#requestUrl;
  }
  get sessionId(): Guid {
    return this.#sessionId;
  }
  get resourceUri(): string {
    return this.#options.resourceUri ?? ResourceUri.defaultConfiguration;
  }
  /** Largest request now, bytes. */
  get maxRequestBytes(): number {
    return this.#requestLimit;
  }

  /** The PSRP version of the peer's SESSION_CAPABILITY: from 2.2 on it takes the large envelope. */
  useProtocolVersion(version: string): void {
    const parts = /^(\d+)\.(\d+)/.exec(version);
    const number = parts === null ? 0 : Number(parts[1]) * 1000 + Number(parts[2]);
    if (number >= 2002) this.#requestLimit = this.#maxEnvelope;
  }
  /** MaxEnvelopeSizekb of the service's configuration: neither more nor less is sent. */
  useServiceEnvelopeLimit(kilobytes: number): void {
    if (kilobytes >= 8) this.#requestLimit = Math.min(kilobytes * 1024, this.#maxEnvelope);
  }

  /** Most bytes of payload that one Send, Command or Create carries. */
  get maxInputBytes(): number {
    const overhead = this.#write(
      { name: 'Send', body: EMPTY_SEND, timeoutMs: this.#operationTimeout, shellId: SAMPLE_ID },
      this.#messageId(),
    ).length;
    // 256 for a longer resource URI and an option or two; xpress adds 4 bytes for 64 KiB.
    const room = this.#requestLimit - overhead - 256 - this.resourceUri.length;
    return Math.max(1024, Math.floor(room / 4) * 3 - 64);
  }
  /** Cuts fragment bytes into payloads that fit. The stream's bytes may be cut anywhere. */
  splitInput(bytes: Uint8Array): readonly Uint8Array[] {
    const most = this.maxInputBytes;
    const parts: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += most) parts.push(bytes.subarray(at, at + most));
    return parts;
  }

  // Shells ------------------------------------------------------------------------------------------------------------

  createShell(shell: ClientShell): WsmanOperation<CreatedShell> {
    const isPsrp = shell.creationData !== undefined;
    const resourceUri = shell.resourceUri ?? (isPsrp ? this.resourceUri : ResourceUri.cmd);
    const options: WsmanOption[] = [];
    if (isPsrp) options.push(mustComply(OptionName.protocolVersion, shell.protocolVersion ?? '2.3'));
    if (shell.noProfile !== undefined && (shell.noProfile || !isPsrp)) {
      options.push(optional(OptionName.noProfile, isPsrp ? '1' : 'TRUE'));
    }
    if (shell.codePage !== undefined) options.push(optional(OptionName.codePage, String(shell.codePage)));
    const compression = this.#options.compression === true && isPsrp;
    return this.#operation(
      {
        name: 'Create',
        timeoutMs: this.#options.openTimeoutMs ?? DEFAULT_TIMEOUT_MS,
        resourceUri,
        options,
        compression,
        body: {
          type: 'create',
          shell: {
            ...(shell.shellId === undefined ? {} : { shellId: shell.shellId }),
            ...(shell.name === undefined ? {} : { name: shell.name }),
            inputStreams: isPsrp ? ['stdin', 'pr'] : ['stdin'],
            outputStreams: isPsrp ? ['stdout'] : ['stdout', 'stderr'],
            ...(shell.idleTimeoutMs === undefined ? {} : { idleTimeoutMs: shell.idleTimeoutMs }),
            ...(shell.bufferMode === undefined ? {} : { bufferMode: shell.bufferMode }),
            ...(shell.creationData === undefined ? {} : { creationData: shell.creationData }),
            ...(shell.workingDirectory === undefined ? {} : { workingDirectory: shell.workingDirectory }),
            ...(shell.environment === undefined ? {} : { environment: shell.environment }),
          },
        },
      },
      (body) => {
        if (body.type !== 'created') return undefined;
        const mode = body.shell?.compressionMode;
        return finished({
          shellId: body.shellId,
          resourceUri: body.resourceUri ?? resourceUri,
          // A server that accepted the header compresses even if its listing is silent about it.
          compressed: compression && mode?.toLowerCase() !== 'nocompression',
          ...(body.shell === undefined ? {} : { shell: body.shell }),
        });
      },
    );
  }

  deleteShell(shell: ShellRef): WsmanOperation<void> {
    return this.#simple({
      name: 'Delete',
      ...this.#of(shell),
      timeoutMs: this.#closeTimeout,
      body: { type: 'delete' },
    });
  }

  getShell(shell: ShellRef): WsmanOperation<ShellListing> {
    return this.#operation(
      {
        name: 'Get',
        shellId: shell.shellId,
        resourceUri: ResourceUri.shell,
        timeoutMs: this.#operationTimeout,
        body: { type: 'get' },
      },
      (body) => (body.type === 'shell' ? finished(body.shell) : undefined),
    );
  }

  /**
   * All shells that the user may see, cmd shells included.
   * @param which `every`: with what WinRM's listing does not tell (`details`); an endpoint of this program gives it to
   * administrators and refuses others. `watchable`: those that the user may watch. Other servers do not know the words
   * and give what they have.
   */
  enumerateShells(which: 'own' | 'every' | 'watchable' = 'own'): WsmanOperation<readonly ShellListing[]> {
    return this.#enumerate(
      ResourceUri.shell,
      undefined,
      (item) => (item.type === 'shell' ? item.shell : undefined),
      which === 'own' ? [] : [optional(which === 'every' ? OptionName.everySession : OptionName.watch, 'TRUE')],
    );
  }

  enumerateCommands(shellId: string): WsmanOperation<readonly CommandListing[]> {
    const filter = new Map([['ShellId', wireId(shellId)]]);
    return this.#enumerate(ResourceUri.command, filter, (item) => (item.type === 'command' ? item.command : undefined));
  }

  disconnect(
    shell: ShellRef,
    options: { readonly idleTimeoutMs?: number; readonly bufferMode?: BufferMode } = {},
  ): WsmanOperation<void> {
    return this.#simple({
      name: 'Disconnect',
      ...this.#of(shell),
      timeoutMs: this.#operationTimeout,
      body: { type: 'disconnect', ...options },
    });
  }

  /** The shell, or one of its commands. */
  reconnect(shell: ShellRef, commandId?: string): WsmanOperation<void> {
    return this.#simple({
      name: 'Reconnect',
      ...this.#of(shell),
      timeoutMs: this.#options.openTimeoutMs ?? DEFAULT_TIMEOUT_MS,
      body: { type: 'reconnect', ...(commandId === undefined ? {} : { commandId }) },
    });
  }

  /** Takes over a disconnected shell. `connectData`: SESSION_CAPABILITY and CONNECT_RUNSPACEPOOL, one fragment each. */
  connect(
    shell: ShellRef,
    connectData: Uint8Array,
    protocolVersion = '2.3',
  ): WsmanOperation<{ readonly connectResponseData: Uint8Array }> {
    return this.#operation(
      {
        name: 'Connect',
        ...this.#of(shell),
        timeoutMs: this.#options.openTimeoutMs ?? DEFAULT_TIMEOUT_MS,
        options: [mustComply(OptionName.protocolVersion, protocolVersion)],
        body: { type: 'connect', connectData },
      },
      (body) => {
        if (body.type !== 'connected') return undefined;
        if (body.connectResponseData === undefined) {
          throw new WsmanFaultError(0x803381cb, 'The answer to Connect carries no connectResponseXml.');
        }
        return finished({ connectResponseData: body.connectResponseData });
      },
    );
  }

  connectCommand(shell: ShellRef, commandId: string): WsmanOperation<void> {
    return this.#simple({
      name: 'Connect',
      ...this.#of(shell),
      timeoutMs: this.#operationTimeout,
      body: { type: 'connect', commandId },
    });
  }

  // Commands ----------------------------------------------------------------------------------------------------------

  startCommand(shell: ShellRef, command: ClientCommand): WsmanOperation<{ readonly commandId: string }> {
    const isPsrp = command.data !== undefined;
    const options: WsmanOption[] = [];
    if (!isPsrp) {
      options.push(optional(OptionName.consoleModeStdin, command.consoleModeStdin === false ? 'FALSE' : 'TRUE'));
      options.push(optional(OptionName.skipCmdShell, command.skipCmdShell === true ? 'TRUE' : 'FALSE'));
    }
    return this.#operation(
      {
        name: 'Command',
        ...this.#of(shell),
        timeoutMs: this.#operationTimeout,
        options,
        body: {
          type: 'command',
          ...(command.commandId === undefined ? {} : { commandId: command.commandId }),
          // For listings only with PSRP, and no longer than Windows keeps. protocol.md 7.5
          command: isPsrp ? (command.commandText ?? ' ').slice(0, 256) : (command.commandText ?? ''),
          arguments: command.data === undefined ? (command.arguments ?? []) : [decodeUtf8(encodeBase64(command.data))],
        },
      },
      (body) => (body.type === 'commandCreated' ? finished({ commandId: body.commandId }) : undefined),
    );
  }

  send(shell: ShellRef, input: ClientInput): WsmanOperation<void> {
    const data = shell.compressed === true ? encodeXpress(input.data) : input.data;
    return this.#simple({
      name: 'Send',
      ...this.#of(shell),
      timeoutMs: this.#operationTimeout,
      body: {
        type: 'send',
        streams: [
          {
            name: input.stream ?? 'stdin',
            ...(input.commandId === undefined ? {} : { commandId: input.commandId }),
            data,
            end: input.end === true,
          },
        ],
      },
    });
  }

  signal(shell: ShellRef, commandId: string, code: string): WsmanOperation<void> {
    return this.#simple({
      name: 'Signal',
      ...this.#of(shell),
      timeoutMs: this.#closeTimeout,
      body: { type: 'signal', commandId, code },
    });
  }

  /** Says who may watch the shell from now on: accounts and groups of its endpoint. Only its owner may. */
  setWatchers(shell: ShellRef, names: readonly string[]): WsmanOperation<void> {
    return this.#simple({
      name: 'Signal',
      ...this.#of(shell),
      timeoutMs: this.#closeTimeout,
      options: [mustComply(OptionName.watchers, names.join(','))],
      body: { type: 'signal', code: SignalCode.watchers },
    });
  }

  /**
   * What the shell has shown after this position; without one, all that is kept, and at once. A watcher who has seen
   * everything waits, and is told OPERATION_TIMEDOUT when nothing came.
   */
  watch(shell: ShellRef, position: number | undefined): WsmanOperation<ScreenPart> {
    return this.#operation(
      {
        name: 'Receive',
        ...this.#of(shell),
        timeoutMs: this.#operationTimeout,
        options: [mustComply(OptionName.watch, position === undefined ? '' : String(position))],
        body: { type: 'receive', streams: [ScreenStream.messages] },
      },
      (body) => {
        if (body.type !== 'received') return undefined;
        const messages = body.streams.filter(({ name }) => name === ScreenStream.messages).map(({ data }) => data);
        const at = body.streams.find(({ name }) => name === ScreenStream.position);
        const [next = '', ...words] = at === undefined ? [] : decodeUtf8(at.data).split(' ');
        if (!/^\d{1,15}$/.test(next)) throw new RemoteProtocolError('The answer to a watcher tells no position.');
        return finished({ messages, next: Number(next), lost: words.includes('lost'), more: words.includes('more') });
      },
    );
  }

  /** The receive loop of the pool, or of a command. cmd shells: `streams` is `['stdout', 'stderr']`. */
  receive(shell: ShellRef, commandId?: string, streams: readonly string[] = ['stdout']): ReceiveChannel {
    const operationId = this.#uuid();
    return new ClientReceiveChannel({
      timeoutMs: this.#operationTimeout,
      maxDecodedBytes: 64 * 1024 * 1024,
      compressed: shell.compressed === true,
      makeRequest: (sequenceId) => {
        const messageId = this.#messageId();
        const body: RequestBody = {
          type: 'receive',
          sequenceId,
          streams,
          ...(commandId === undefined ? {} : { commandId }),
        };
        const draft: Draft = {
          name: 'Receive',
          ...this.#of(shell),
          timeoutMs: this.#operationTimeout,
          options: [optional(OptionName.keepAlive, 'TRUE')],
          body,
        };
        return { messageId, bytes: this.#write(draft, messageId, { operationId, sequenceId }) };
      },
      readAnswer: (messageId, status, bytes) => readAnswer('Receive', messageId, status, bytes, undefined),
    });
  }

  // Service -----------------------------------------------------------------------------------------------------------

  identify(): WsmanOperation<Identity> {
    return this.#operation(
      { name: 'Identify', timeoutMs: this.#operationTimeout, body: { type: 'identify' } },
      (body) => {
        if (body.type !== 'identified') return undefined;
        const { protocolVersion, productVendor, productVersion } = body;
        return finished({
          ...(protocolVersion === undefined ? {} : { protocolVersion }),
          ...(productVendor === undefined ? {} : { productVendor }),
          ...(productVersion === undefined ? {} : { productVersion }),
        });
      },
    );
  }

  getConfig(): WsmanOperation<ServiceConfig> {
    return this.#operation(
      { name: 'Get', resourceUri: ResourceUri.config, timeoutMs: this.#operationTimeout, body: { type: 'get' } },
      (body) => (body.type === 'config' ? finished(body.config) : undefined),
    );
  }

  // Inside --------------------------------------------------------------------------------------------------------------

  get #operationTimeout(): number {
    return this.#options.operationTimeoutMs ?? DEFAULT_TIMEOUT_MS;
  }
  get #closeTimeout(): number {
    return this.#options.closeTimeoutMs ?? DEFAULT_CLOSE_MS;
  }
  #of(shell: ShellRef): { readonly shellId: string; readonly resourceUri: string } {
    return { shellId: shell.shellId, resourceUri: shell.resourceUri ?? this.resourceUri };
  }
  #uuid(): string {
    return `uuid:${wireId(guidFromRandom(this.#options.random(16)))}`;
  }
  #messageId(): string {
    return this.#uuid();
  }

  #write(
    draft: Draft,
    messageId: string,
    chain?: { readonly operationId: string; readonly sequenceId: number },
  ): Uint8Array {
    const locale = this.#options.locale ?? 'en-US';
    const header: RequestHeader = {
      to: this.#requestUrl,
      ...(draft.resourceUri === undefined ? {} : { resourceUri: draft.resourceUri }),
      maxEnvelopeBytes: this.#maxEnvelope,
      messageId,
      locale,
      dataLocale: this.#options.dataLocale ?? locale,
      sessionId: `uuid:${wireId(this.#sessionId)}`,
      operationId: chain?.operationId ?? this.#uuid(),
      sequenceId: chain?.sequenceId ?? 1,
      ...(draft.compression === true ? { compression: 'xpress' } : {}),
      selectors: draft.shellId === undefined ? new Map() : new Map([['ShellId', wireId(draft.shellId)]]),
      options: draft.options ?? [],
      operationTimeoutMs: draft.timeoutMs,
    };
    return writeRequest({ header, body: draft.body });
  }

  #simple(draft: Draft): WsmanOperation<void> {
    const expected = EXPECTED[draft.body.type];
    return this.#operation(draft, (body) => (expected?.includes(body.type) === true ? finished(undefined) : undefined));
  }

  /** `finish` gives undefined for an answer that is not one to this operation. */
  #operation<T>(draft: Draft, finish: (body: ResponseBody) => Finished<T> | undefined): WsmanOperation<T> {
    const messageId = this.#messageId();
    const request = this.#write(draft, messageId);
    return {
      name: draft.name,
      timeoutMs: draft.timeoutMs,
      request,
      receiveAnswer: (status, bytes) =>
        step(() => {
          const body = readAnswer(draft.name, messageId, status, bytes, expectedAction(draft.body));
          const result = finish(body);
          if (result === undefined) throw unexpected(draft.name, body);
          return { type: 'result', result: result.value };
        }),
    };
  }

  #enumerate<T>(
    resourceUri: string,
    filter: ReadonlyMap<string, string> | undefined,
    pick: (item: Extract<ResponseBody, { readonly type: 'enumerated' }>['items'][number]) => T | undefined,
    options: readonly WsmanOption[] = [],
  ): WsmanOperation<readonly T[]> {
    const timeoutMs = this.#operationTimeout;
    const found: T[] = [];
    let messageId = this.#messageId();
    let expected = `${Action.enumerate}Response`;
    const request = this.#write(
      {
        name: 'Enumerate',
        resourceUri,
        timeoutMs,
        options,
        body: { type: 'enumerate', optimize: true, maxElements: 32_000, ...(filter === undefined ? {} : { filter }) },
      },
      messageId,
    );
    return {
      name: 'Enumerate',
      timeoutMs,
      request,
      receiveAnswer: (status, bytes) =>
        step(() => {
          const body = readAnswer('Enumerate', messageId, status, bytes, expected);
          if (body.type !== 'enumerated') throw unexpected('Enumerate', body);
          for (const item of body.items) {
            const picked = pick(item);
            if (picked !== undefined) found.push(picked);
          }
          if (found.length > MAX_PULLED_ITEMS) {
            throw new RemoteProtocolError('The server lists items without end.', { rule: 'protocol.md 7.7' });
          }
          if (body.end) return { type: 'result', result: found };
          if (body.context === undefined) {
            throw new RemoteProtocolError('The list goes on, but the server named no enumeration context.', {
              rule: 'protocol.md 7.7',
            });
          }
          messageId = this.#messageId();
          expected = `${Action.pull}Response`;
          const pull: RequestBody = { type: 'pull', context: body.context, maxElements: PULL_SIZE };
          return {
            type: 'again',
            request: this.#write({ name: 'Pull', resourceUri, timeoutMs, body: pull }, messageId),
          };
        }),
    };
  }
}

const SAMPLE_ID = '00000000-0000-0000-0000-000000000000';
const EMPTY_SEND: RequestBody = {
  type: 'send',
  streams: [{ name: 'stdin', commandId: SAMPLE_ID, data: new Uint8Array(0), end: true }],
};
interface Finished<T> {
  readonly value: T;
}
const finished = <T>(value: T): Finished<T> => ({ value });
const EXPECTED: Readonly<Partial<Record<RequestBody['type'], readonly ResponseBody['type'][]>>> = {
  delete: ['empty'],
  send: ['sent', 'empty'],
  signal: ['signalled', 'empty'],
  disconnect: ['empty'],
  reconnect: ['empty'],
  connect: ['connected'],
};

const mustComply = (name: string, value: string): WsmanOption => ({ name, value, mustComply: true });
const optional = (name: string, value: string): WsmanOption => ({ name, value, mustComply: false });

function requestUrl(connectionUri: string, psVersion: string | undefined): string {
  if (psVersion === undefined) return connectionUri;
  return `${connectionUri}${connectionUri.includes('?') ? ';' : '?'}PSVersion=${psVersion}`;
}

function expectedAction(body: RequestBody): string | undefined {
  return body.type === 'identify' ? undefined : `${Action[body.type]}Response`;
}

/** What goes wrong with an answer is the peer's doing: a step, not a throw. Our own bugs stay loud. */
function step<T>(work: () => OperationStep<T>): OperationStep<T> {
  try {
    return work();
  } catch (error) {
    if (error instanceof PSSessionError) return { type: 'failed', error };
    throw error;
  }
}

function unexpected(name: string, body: ResponseBody): RemoteProtocolError {
  return new RemoteProtocolError(`The server answered ${name} with something else (${body.type}).`, {
    rule: 'protocol.md 7.2',
  });
}

/**
 * The body of an answer.
 * @throws {WsmanFaultError} the server sent a fault.
 * @throws {TransportError} the HTTP status says what is wrong, and no envelope came with it. protocol.md 8.11
 * @throws {RemoteProtocolError} no envelope, or one that answers another request.
 */
function readAnswer(
  name: string,
  messageId: string,
  status: number,
  bytes: Uint8Array,
  action: string | undefined,
): ResponseBody {
  if (bytes.length === 0) throw statusError(name, status);
  let response: ReturnType<typeof readResponse>;
  try {
    response = readResponse(bytes);
  } catch (error) {
    if (error instanceof RemoteProtocolError && status !== 200) throw statusError(name, status, error);
    if (error instanceof RemoteProtocolError) {
      throw new RemoteProtocolError(
        `The answer to ${name} is no WSMan envelope: the address may belong to something else than a WinRM service. ${error.message}`,
        { cause: error, rule: 'protocol.md 7' },
      );
    }
    throw error;
  }
  if (response.body.type === 'fault') throw faultError(response.body.fault);
  if (status !== 200) throw statusError(name, status);
  const { relatesTo } = response.header;
  if (relatesTo !== undefined && relatesTo.toLowerCase() !== messageId.toLowerCase()) {
    throw new RemoteProtocolError(`The answer to ${name} relates to another request.`, { rule: 'protocol.md 7.3' });
  }
  if (action !== undefined && response.header.action !== undefined && response.header.action !== action) {
    throw new RemoteProtocolError(
      `The answer to ${name} has the action '${response.header.action.slice(0, 256)}' instead of '${action}'.`,
      { rule: 'protocol.md 7.2' },
    );
  }
  return response.body;
}

/** What an HTTP status without an envelope means, as a code of WinRM. protocol.md 8.11 */
function statusError(name: string, status: number, cause?: unknown): PSSessionError {
  if (status === 401 || status === 403) {
    return new AuthenticationError('HTTP', `The server refused ${name} with HTTP status ${status}: access is denied.`, {
      status,
      cause,
    });
  }
  if (status === 200) {
    return new RemoteProtocolError(`The server answered ${name} with an empty body.`, { rule: 'protocol.md 7' });
  }
  const code = STATUS_CODES.get(status) ?? 0x80338170;
  const known = TRANSPORT_ERRORS.get(code);
  const advice = status === 413 ? 'the request is larger than it accepts.' : (known?.advice ?? '');
  return new TransportError('WSMan', `The server answered ${name} with HTTP status ${status}: ${advice}`, {
    errorId: known?.name ?? String(code),
    code: String(code),
    category: 'ConnectionError',
    cause,
  });
}
const STATUS_CODES = new Map([
  [404, 0x80338113],
  [503, 0x80338112],
  [400, 0x80338171],
  [413, 0x80338111],
]);
