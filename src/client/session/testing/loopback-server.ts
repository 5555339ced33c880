/**
 * A server in memory for this room's tests: real PSRP machines on both sides, a carrier without IO that can disconnect,
 * list and be taken over, and scripts that are JavaScript functions. Faults can be put into every act of the carrier.
 */
import { systemRandom } from '../../../io/runtime/index.js';
import type { Guid } from '../../../protocol/bytes/index.js';
import { WsmanFaultError, type PSSessionError } from '../../../protocol/errors/index.js';
import type { PSErrorRecord, PSProgressRecord, PSValue } from '../../../protocol/objects/index.js';
import { ServerPool, type HostMethodName, type HostValue, type ServerPoolEvent } from '../../../protocol/psrp/index.js';
import type {
  CarrierFactory,
  ShellCommandListing,
  ShellDirectory,
  ShellListing,
  ShellStatus,
  WatchableShell,
} from '../carriers/carrier-factory.js';
import { CONFIGURATION_PREFIX, type ConnectionInfo, type WSManConnectionInfo } from '../model/connection-info.js';
import type {
  RunspaceTransport,
  RunspaceTransportSink,
  ShellCreation,
  ShellProperties,
} from '../runspace-transport.js';

const CHUNK_BYTES = 32_768;
const SHELL_DISCONNECTED = 0x803381c4;
const SHELL_EXISTS = 0x803381d7;

/** What a script may do. */
export interface LoopbackScript {
  readonly text: string;
  readonly parameters: readonly PSValue[];
  readonly input: readonly PSValue[];
  /** Resolves at the end of the input. */
  readonly inputEnded: Promise<void>;
  /** Fires when the script is to stop. */
  readonly signal: AbortSignal;
  output(value: PSValue): void;
  error(record: PSErrorRecord): void;
  warning(message: string): void;
  progress(record: PSProgressRecord): void;
  callHost(method: HostMethodName, parameters: readonly HostValue[]): Promise<HostValue>;
  /** Resolves when the client has taken most of what was put out. */
  room(): Promise<void>;
}

export type ScriptHandler = (script: LoopbackScript) => Promise<void> | void;

interface Command {
  readonly id: Guid;
  readonly text: string;
  readonly abort: AbortController;
  readonly input: PSValue[];
  endInput: () => void;
  readonly calls: Map<bigint, (value: HostValue) => void>;
  running: boolean;
  roomWaiters: (() => void)[];
}

class Shell {
  readonly pool: ServerPool;
  readonly commands = new Map<Guid, Command>();
  client: LoopbackTransport | undefined;
  inactiveSince = Date.now();
  readonly shellId: Guid;
  readonly name: string;
  readonly resourceUri: string;
  readonly handler: ScriptHandler;
  idleTimeoutMs: number;
  bufferMode: 'Block' | 'Drop';

  constructor(creation: ShellCreation, resourceUri: string, handler: ScriptHandler) {
    this.pool = new ServerPool({ random: systemRandom });
    this.shellId = creation.shellId;
    this.name = creation.name;
    this.resourceUri = resourceUri;
    this.handler = handler;
    this.idleTimeoutMs = creation.idleTimeoutMs ?? 7_200_000;
    this.bufferMode = creation.bufferMode ?? 'Block';
  }

  take(events: readonly ServerPoolEvent[]): void {
    for (const event of events) this.#onEvent(event);
    this.flush();
  }

  flush(): void {
    const { client } = this;
    if (client === undefined) return; // nobody takes it: it stays in the machine
    for (const id of this.pool.channelsToSend()) {
      if (id !== undefined && !client.listensTo(id)) continue;
      for (;;) {
        if (id !== undefined && client.isHeld(id)) break;
        const bytes =
          id === undefined ? this.pool.poolBytesToSend(CHUNK_BYTES) : this.pool.pipelineBytesToSend(id, CHUNK_BYTES);
        if (bytes === undefined) break;
        client.deliver(id, bytes);
      }
    }
    for (const command of this.commands.values()) {
      if (this.pool.waitingBytes(command.id) < 4 * CHUNK_BYTES)
        for (const wake of command.roomWaiters.splice(0)) wake();
    }
  }

  command(id: Guid, text: string): Command {
    let command = this.commands.get(id);
    if (command === undefined) {
      command = {
        id,
        text,
        abort: new AbortController(),
        input: [],
        endInput: () => undefined,
        calls: new Map(),
        running: true,
        roomWaiters: [],
      };
      this.commands.set(id, command);
    }
    return command;
  }

  #onEvent(event: ServerPoolEvent): void {
    switch (event.type) {
      case 'poolRequested':
        this.take(this.pool.acceptPool({}));
        break;
      case 'pipelineCreated': {
        const first = event.pipeline.powerShell.statements[0]?.[0];
        const command = this.command(event.pipelineId, first?.command ?? '');
        const parameters = first?.parameters.map(({ value }) => value) ?? [];
        this.#scripts.set(event.pipelineId, { text: first?.command ?? '', parameters, command });
        break;
      }
      case 'commandMetadataRequested':
        this.#scripts.set(event.pipelineId, {
          text: 'Get-Command',
          parameters: [],
          command: this.command(event.pipelineId, 'Get-Command'),
        });
        break;
      case 'pipelineReady': {
        const script = this.#scripts.get(event.pipelineId);
        if (script !== undefined) void this.#run(script);
        break;
      }
      case 'input':
        this.commands.get(event.pipelineId)?.input.push(event.value);
        break;
      case 'inputEnded':
        this.commands.get(event.pipelineId)?.endInput();
        break;
      case 'stopRequested':
        this.commands.get(event.pipelineId)?.abort.abort();
        break;
      case 'hostResponse': {
        const command = event.pipelineId === undefined ? undefined : this.commands.get(event.pipelineId);
        command?.calls.get(event.callId)?.(
          event.error === undefined ? event.result : `error: ${event.error.exception.message}`,
        );
        break;
      }
      case 'resetRequested':
        this.pool.respondToReset(event.callId, true);
        break;
      default:
        break;
    }
  }
  readonly #scripts = new Map<
    Guid,
    { readonly text: string; readonly parameters: readonly PSValue[]; readonly command: Command }
  >();

  async #run({
    text,
    parameters,
    command,
  }: {
    readonly text: string;
    readonly parameters: readonly PSValue[];
    readonly command: Command;
  }): Promise<void> {
    const { pool } = this;
    const inputEnded = new Promise<void>((resolve) => {
      command.endInput = resolve;
    });
    try {
      await this.handler({
        text,
        parameters,
        input: command.input,
        inputEnded,
        signal: command.abort.signal,
        output: (value) => {
          pool.sendOutput(command.id, value);
          this.flush();
        },
        error: (record) => void pool.sendError(command.id, record),
        warning: (message) => void pool.sendInformational(command.id, { kind: 'Warning', message }),
        progress: (record) => void pool.sendProgress(command.id, record),
        callHost: (method, hostParameters) =>
          new Promise((resolve) => {
            const id = pool.callHost(method, hostParameters, command.id);
            if (typeof id === 'bigint') command.calls.set(id, resolve);
            else resolve(null);
            this.flush();
          }),
        room: () =>
          pool.waitingBytes(command.id) < 4 * CHUNK_BYTES
            ? Promise.resolve()
            : new Promise((resolve) => {
                command.roomWaiters.push(resolve);
              }),
      });
      command.running = false;
      this.take(
        pool.endPipeline(command.id, command.abort.signal.aborted ? { state: 'Stopped' } : { state: 'Completed' }),
      );
    } catch (error) {
      command.running = false;
      this.take(pool.endPipeline(command.id, { state: 'Failed', error: thrownRecord(error) }));
    }
    for (const done of this.stopWaiters.get(command.id) ?? []) done();
  }
  readonly stopWaiters = new Map<Guid, (() => void)[]>();
}

/** The record that `throw 'text'` makes; an object that is a record already passes. */
export function thrownRecord(error: unknown): PSErrorRecord {
  if (typeof error === 'object' && error !== null && 'fullyQualifiedErrorId' in error) return error as PSErrorRecord;
  const message = error instanceof Error ? error.message : String(error);
  return {
    exception: {
      typeNames: ['System.Management.Automation.RuntimeException', 'System.Exception', 'System.Object'],
      message,
    },
    targetObject: message,
    fullyQualifiedErrorId: message,
    wasThrown: true,
    category: 'OperationStopped',
    categoryActivity: '',
    categoryReason: 'RuntimeException',
    categoryTargetName: message,
    categoryTargetType: 'String',
    categoryMessage: '',
  };
}

/** Acts of the carrier, for putting faults into them: throw to make the act fail, return a promise to delay it. */
export type CarrierAct =
  | 'open'
  /** It is made, and not answered yet. */
  | 'opened'
  | 'connect'
  | 'connectPipeline'
  | 'disconnect'
  | 'reconnect'
  | 'close'
  /** An ended command is released. */
  | 'closePipeline'
  | 'start'
  /** It is taken, and not answered yet. */
  | 'started'
  | 'stop'
  | 'send'
  | 'list'
  | 'listCommands';

export class LoopbackServer {
  readonly shells = new Map<Guid, Shell>();
  readonly acts: CarrierAct[] = [];
  handler: ScriptHandler;
  /** It has a screen to show to who comes back (with nothing on it), as an endpoint of this package. */
  keepsScreen = false;
  before: (act: CarrierAct, info: ConnectionInfo | undefined) => Promise<void> | void = () => undefined;

  constructor(handler: ScriptHandler) {
    this.handler = handler;
  }

  /** The carriers of one client: each call is another client. */
  carriers(): CarrierFactory {
    return {
      transport: (info) => new LoopbackTransport(this, info),
      directory: (info) => new LoopbackDirectory(this, info),
    };
  }
  async act(act: CarrierAct, info?: ConnectionInfo): Promise<void> {
    this.acts.push(act);
    await new Promise<void>((resolve) => setImmediate(resolve));
    await this.before(act, info);
  }
  shell(id: Guid): Shell {
    const shell = this.shells.get(id);
    if (shell === undefined) throw new WsmanFaultError(0x8033805b, `There is no shell ${id}.`);
    return shell;
  }
  /** The session comes to its end by itself, and says why. */
  breaks(id: Guid, reason: PSErrorRecord): void {
    const shell = this.shell(id);
    shell.take(shell.pool.fail(reason));
  }
  /** What a client does whose requests fail, and when they do not any more. */
  interrupt(id: Guid, retrying: boolean): void {
    this.shell(id).client?.interrupted(retrying);
  }
  /** What happens to a client whose network is gone for good. */
  cut(id: Guid, reason: PSSessionError): void {
    const shell = this.shell(id);
    const { client } = shell;
    shell.client = undefined;
    client?.lost(reason);
  }
}

class LoopbackTransport implements RunspaceTransport {
  readonly transportName = 'Memory' as const;
  readonly supportsDisconnect = true;
  readonly maxFragmentBytes = CHUNK_BYTES;
  readonly #server: LoopbackServer;
  readonly #info: ConnectionInfo;
  #shell: Shell | undefined;
  #sink: RunspaceTransportSink | undefined;
  readonly #channels = new Set<Guid>();
  readonly #held = new Set<Guid>();

  constructor(server: LoopbackServer, info: ConnectionInfo) {
    this.#server = server;
    this.#info = info;
    if (server.keepsScreen)
      this.readScreen = () => Promise.resolve({ messages: [], next: 0, more: false, lost: false });
  }
  readonly readScreen?: NonNullable<RunspaceTransport['readScreen']>;
  attach(sink: RunspaceTransportSink): void {
    this.#sink = sink;
  }
  listensTo(id: Guid): boolean {
    return this.#channels.has(id);
  }
  isHeld(id: Guid): boolean {
    return this.#held.has(id);
  }
  deliver(id: Guid | undefined, bytes: Uint8Array): void {
    const sink = this.#sink;
    setImmediate(() => (id === undefined ? sink?.poolData(bytes) : sink?.pipelineData(id, bytes)));
  }
  lost(reason: PSSessionError): void {
    this.#sink?.shellDisconnected(reason);
  }

  interrupted(retrying: boolean): void {
    this.#sink?.connectionRetry(retrying, 240_000);
  }

  async openShell(creation: ShellCreation): Promise<ShellProperties> {
    await this.#server.act('open', this.#info);
    const uri = this.#info.transport === 'WSMan' ? this.#info.shellUri : `${CONFIGURATION_PREFIX}Microsoft.PowerShell`;
    if (this.#server.shells.has(creation.shellId)) throw new WsmanFaultError(SHELL_EXISTS, 'There is such a shell.');
    const shell = new Shell(creation, uri, (script) => this.#server.handler(script));
    this.#server.shells.set(creation.shellId, shell);
    await this.#server.act('opened', this.#info);
    this.#join(shell);
    shell.take(shell.pool.receivePoolData(creation.fragments));
    return {
      shellId: creation.shellId,
      name: creation.name,
      resourceUri: uri,
      idleTimeoutMs: shell.idleTimeoutMs,
      maxIdleTimeoutMs: 43_200_000,
      bufferMode: shell.bufferMode,
    };
  }
  async connectShell(shellId: Guid, connectFragments: Uint8Array): Promise<Uint8Array> {
    await this.#server.act('connect', this.#info);
    const shell = this.#server.shell(shellId);
    if (shell.client !== undefined) throw new WsmanFaultError(0x803381cd, 'The shell is connected to another client.');
    const { reply, events } = shell.pool.connect(connectFragments);
    this.#join(shell);
    setImmediate(() => shell.take(events));
    return reply;
  }
  async connectPipeline(pipelineId: Guid): Promise<void> {
    await this.#server.act('connectPipeline', this.#info);
    if (!this.#need().commands.has(pipelineId)) throw new WsmanFaultError(0x8033805b, 'There is no such command.');
    this.#channels.add(pipelineId);
    setImmediate(() => this.#need().flush());
  }
  async disconnectShell(options: {
    readonly idleTimeoutMs?: number;
    readonly bufferMode?: 'Block' | 'Drop';
  }): Promise<void> {
    await this.#server.act('disconnect', this.#info);
    const shell = this.#need();
    if (options.idleTimeoutMs !== undefined) shell.idleTimeoutMs = options.idleTimeoutMs;
    if (options.bufferMode !== undefined) shell.bufferMode = options.bufferMode;
    shell.client = undefined;
    shell.inactiveSince = Date.now();
    await new Promise<void>((resolve) => setImmediate(resolve)); // what was delivered is taken first
  }
  async reconnectShell(
    pipelineIds: readonly Guid[],
    _signal?: AbortSignal,
    beforeOutput?: () => Promise<void>,
  ): Promise<void> {
    await beforeOutput?.();
    await this.#server.act('reconnect', this.#info);
    const shell = this.#server.shell(this.#need().shellId);
    if (shell.client !== undefined && shell.client !== this) {
      throw new WsmanFaultError(0x803381cd, 'The shell is connected to another client.');
    }
    shell.client = this;
    for (const id of pipelineIds) this.#channels.add(id);
    setImmediate(() => shell.flush());
  }
  async closeShell(): Promise<void> {
    await this.#server.act('close', this.#info);
    const shell = this.#shell;
    if (shell === undefined) return;
    for (const command of shell.commands.values()) command.abort.abort();
    this.#server.shells.delete(shell.shellId);
  }
  async deleteShell(shellId: Guid): Promise<void> {
    await this.#server.act('close', this.#info);
    this.#server.shells.delete(shellId);
  }
  async sendPool(bytes: Uint8Array, priority: 'Default' | 'PromptResponse'): Promise<void> {
    await this.#server.act('send', this.#info);
    const shell = this.#connected();
    shell.take(shell.pool.receivePoolData(bytes, priority));
  }
  async startPipeline(pipelineId: Guid, firstFragments: Uint8Array, commandText: string): Promise<void> {
    await this.#server.act('start', this.#info);
    const shell = this.#connected();
    this.#channels.add(pipelineId);
    shell.command(pipelineId, commandText);
    shell.take(shell.pool.receivePipelineData(pipelineId, firstFragments));
    await this.#server.act('started', this.#info);
  }
  async sendPipeline(pipelineId: Guid, bytes: Uint8Array, priority: 'Default' | 'PromptResponse'): Promise<void> {
    await this.#server.act('send', this.#info);
    const shell = this.#connected();
    shell.take(shell.pool.receivePipelineData(pipelineId, bytes, priority));
  }
  async stopPipeline(pipelineId: Guid): Promise<void> {
    await this.#server.act('stop', this.#info);
    const shell = this.#connected();
    const command = shell.commands.get(pipelineId);
    if (command?.running !== true) return;
    const stopped = new Promise<void>((resolve) => {
      shell.stopWaiters.set(pipelineId, [resolve]);
    });
    shell.take(shell.pool.stopPipeline(pipelineId));
    await stopped;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  async closePipeline(pipelineId: Guid): Promise<void> {
    await this.#server.act('closePipeline', this.#info);
    this.#channels.delete(pipelineId);
    this.#shell?.take(this.#shell.pool.closePipeline(pipelineId));
    this.#shell?.commands.delete(pipelineId);
  }
  holdPipeline(pipelineId: Guid, held: boolean): void {
    if (held) this.#held.add(pipelineId);
    else if (this.#held.delete(pipelineId)) setImmediate(() => this.#shell?.flush());
  }
  async [Symbol.asyncDispose](): Promise<void> {
    this.#sink = undefined;
    await Promise.resolve();
    if (this.#shell?.client === this) {
      this.#shell.client = undefined;
      this.#shell.inactiveSince = Date.now();
    }
  }

  #join(shell: Shell): void {
    this.#shell = shell;
    shell.client = this;
  }
  #need(): Shell {
    if (this.#shell === undefined) throw new WsmanFaultError(0x8033805b, 'There is no shell.');
    return this.#shell;
  }
  #connected(): Shell {
    const shell = this.#need();
    if (shell.client !== this) throw new WsmanFaultError(SHELL_DISCONNECTED, 'The shell is disconnected.');
    return shell;
  }
}

class LoopbackDirectory implements ShellDirectory {
  readonly #server: LoopbackServer;
  readonly #info: WSManConnectionInfo;
  constructor(server: LoopbackServer, info: WSManConnectionInfo) {
    this.#server = server;
    this.#info = info;
  }
  async shells(): Promise<readonly ShellListing[]> {
    await this.#server.act('list', this.#info);
    return [...this.#server.shells.values()].map((shell) => ({
      shellId: shell.shellId,
      name: shell.name,
      resourceUri: shell.resourceUri,
      state: shell.client === undefined ? 'Disconnected' : 'Connected',
      idleTimeoutMs: shell.idleTimeoutMs,
      maxIdleTimeoutMs: 43_200_000,
      inactivityMs: Date.now() - shell.inactiveSince,
      bufferMode: shell.bufferMode,
    }));
  }
  async status(): Promise<readonly ShellStatus[]> {
    await this.#server.act('list', this.#info);
    return [...this.#server.shells.values()].map((shell) => ({
      shellId: shell.shellId,
      name: shell.name,
      resourceUri: shell.resourceUri,
      owner: 'somebody',
      clientAddress: '127.0.0.1',
      state: shell.client === undefined ? 'Disconnected' : 'Connected',
      runTimeMs: 0,
      inactivityMs: Date.now() - shell.inactiveSince,
      idleTimeoutMs: shell.idleTimeoutMs,
      details: undefined,
    }));
  }
  watchable(): Promise<readonly WatchableShell[]> {
    return Promise.resolve([]);
  }
  screen(): Promise<undefined> {
    return Promise.reject(new WsmanFaultError(SHELL_DISCONNECTED, 'Nothing can be watched here.'));
  }
  async commands(shellId: Guid): Promise<readonly ShellCommandListing[]> {
    await this.#server.act('listCommands', this.#info);
    return [...this.#server.shell(shellId).commands.values()].map(({ id, text, running }) => ({
      commandId: id,
      commandLine: text,
      state: running ? 'Running' : 'Done',
    }));
  }
  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.resolve();
  }
}
