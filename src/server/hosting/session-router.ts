/**
 * The server seam in front of session hosts: looks at an envelope's header and gives it to whoever has its shell.
 *
 * Nothing of a session is in this process but a table of who has which. Sessions whose host died are taken up by the
 * local shell layer, as Broken ones with their output; a request that the host had is answered from there. Lists are
 * put together from all. Limits that count shells across hosts are kept here.
 */
import { systemRandom, type Clock } from '../../io/runtime/index.js';
import { guidFromRandom, tryParseGuid, type Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import {
  configurationName,
  findSelector,
  readRequest,
  replayKey,
  ResourceUri,
  shellQuotaFault,
  wireId,
  wsmanFault,
  writeResponse,
  type ConfigurationRules,
  type RequestBody,
  type ServiceQuotas,
  type ShellListing,
  type ShellSummary,
  type WsmanFault,
  type WsmanRequest,
} from '../../protocol/wsman/index.js';
import type { Caller, ConnectionClosed, EnvelopeAnswer } from '../caller.js';
import type { CmdShellConfiguration } from '../configuration/endpoint-configuration.js';
import { isMeasured, mayUse, type SessionConfiguration } from '../configuration/session-configuration.js';
import type { AuditSink } from '../gate/audit.js';
import { accountToRunAs, needsCallersProcess } from '../hosts/run-as.js';
import { FaultCode, providerFault } from '../shells/shell-faults.js';
import type { ShellLayer } from '../shells/shell-layer.js';
import type { ShellChange } from '../shells/shell-layer-api.js';
import { HostGoneError } from './envelope-client.js';
import type { HostConnection } from './host-connection.js';
import { sharedKey, singleKey, type HostPool } from './host-pool.js';

/** What a router that runs can be told anew. */
export type RouterSettings = Pick<SessionRouterOptions, 'configurations' | 'cmdShell' | 'rules' | 'quotas'>;

export interface SessionRouterOptions {
  /** What no host has: Identify, lists, sessions whose host died, refusals. */
  readonly local: ShellLayer;
  readonly pool: HostPool;
  /** By lower-case name. */
  readonly configurations: ReadonlyMap<string, SessionConfiguration>;
  readonly cmdShell: CmdShellConfiguration;
  readonly rules: (configuration: string) => ConfigurationRules | undefined;
  readonly quotas: Pick<ServiceQuotas, 'maxShellsPerUser' | 'maxConcurrentUsers' | 'maxConcurrentOperationsPerUser'>;
  readonly machineName: string;
  readonly clock: Clock;
  readonly audit: AuditSink;
}

interface Located {
  readonly host: HostConnection;
  readonly owner: string;
  readonly configuration: string;
  /** Undefined: its host is of a version that does not tell. */
  readonly name: string | undefined;
}

type CreateBody = Extract<RequestBody, { readonly type: 'create' }>;

/** A session is being made: counted, and found by a client that asks again. */
interface Opening {
  readonly owner: string;
  readonly configuration: string;
  readonly host: Promise<HostConnection>;
}

const NO_ANSWER: EnvelopeAnswer = { status: 500, envelope: new Uint8Array(0) };
/** How long a session may take to be there whose client has lost the answer to its Create. Milliseconds. */
const LOST_CREATE_MS = 15_000;
const LOOK_AGAIN_MS = 250;
/** How often a request is given to somebody else because its host died with it. */
const MAX_TRIES = 3;

export class SessionRouter {
  #options: SessionRouterOptions;
  readonly #located = new Map<Guid, Located>();
  /** By the name of the Create. */
  readonly #opening = new Map<string, Opening>();
  readonly #operations = new Map<string, number>();
  /** Who has had requests of a connection, and has to hear of its end. */
  readonly #heard = new Map<string, Set<HostConnection>>();
  /** Sessions whose host died, and which another host is taking up. */
  readonly #awaited = new Map<Guid, Promise<void>>();
  #closing = false;

  constructor(options: SessionRouterOptions) {
    this.#options = options;
  }

  readonly handle = async (envelope: Uint8Array, caller: Caller): Promise<EnvelopeAnswer> => {
    if (this.#closing) return NO_ANSWER;
    const reading = readRequest(envelope);
    if (!reading.ok) return await this.#options.local.handle(envelope, caller);
    const user = caller.user.toLowerCase();
    const count = (this.#operations.get(user) ?? 0) + 1;
    this.#operations.set(user, count);
    try {
      if (count > this.#options.quotas.maxConcurrentOperationsPerUser) {
        return this.#fault(reading.request, caller, wsmanFault('QUOTA_MAX_OPERATIONS'));
      }
      const answer = await this.#route(envelope, reading.request, caller);
      // A host that was let go of has the answer still: it will say it to who asks again.
      return this.#closing && answer.written === undefined ? NO_ANSWER : answer;
    } finally {
      const left = (this.#operations.get(user) ?? 1) - 1;
      if (left <= 0) this.#operations.delete(user);
      else this.#operations.set(user, left);
    }
  };

  /** A connection by which callers came is gone. */
  readonly connectionClosed: ConnectionClosed = (connection, byClient) => {
    this.#options.local.connectionClosed(connection, byClient);
    for (const host of this.#heard.get(connection) ?? []) host.connectionClosed(connection, byClient);
    this.#heard.delete(connection);
  };

  /** For requests from now on. */
  configure(settings: RouterSettings): void {
    this.#options = { ...this.#options, ...settings };
  }

  /** A host has one more shell, or one less. */
  shellChanged(host: HostConnection, change: ShellChange): void {
    if (change.type === 'removed') {
      if (this.#located.get(change.shellId)?.host === host) this.#located.delete(change.shellId);
      return;
    }
    // A host cannot take what another one has.
    if (this.#located.has(change.shellId) && this.#located.get(change.shellId)?.host !== host) return;
    const { owner, configuration, name } = change;
    this.#located.set(change.shellId, { host, owner, configuration, name });
  }

  /**
   * The host is gone, and its sessions are not its any more.
   * @param until another one takes them up; requests wait for it.
   */
  hostDied(hostId: string, until?: Promise<void>): void {
    for (const [shellId, { host }] of this.#located) {
      if (host.entry.id !== hostId) continue;
      this.#located.delete(shellId);
      if (until === undefined) continue;
      this.#awaited.set(shellId, until);
      void until.finally(() => this.#awaited.delete(shellId));
    }
  }

  /** The endpoint goes; its sessions stay. Whoever waits hears nothing, and asks the next endpoint. */
  close(): void {
    this.#closing = true;
  }

  async shells(): Promise<readonly ShellSummary[]> {
    const { local, pool } = this.#options;
    const lists = await Promise.all(
      pool.hosts.map((host) => host.summaries().catch((): readonly ShellSummary[] => [])),
    );
    return [...local.shells(), ...lists.flatMap((list) => list ?? [])];
  }

  removeShell(shellId: Guid): void {
    const located = this.#located.get(shellId);
    if (located === undefined) this.#options.local.removeShell(shellId);
    else located.host.remove(shellId);
  }

  async #route(envelope: Uint8Array, request: WsmanRequest, caller: Caller): Promise<EnvelopeAnswer> {
    const { local } = this.#options;
    const { header, body } = request;
    const uri = header.resourceUri?.toLowerCase();
    switch (body.type) {
      case 'identify':
      case 'pull':
      case 'release':
        return await local.handle(envelope, caller);
      case 'create':
        return await this.#create(envelope, request, body, caller);
      case 'enumerate': {
        if (uri === ResourceUri.shell) return await local.handle(envelope, caller, await this.#listings(caller));
        return await this.#commands(envelope, findSelector(body.filter ?? header.selectors, 'ShellId'), caller);
      }
      default:
        return await this.#toShell(envelope, findSelector(header.selectors, 'ShellId'), caller);
    }
  }

  /** Asks the hosts that have something for the caller: his own sessions, or those that others let be watched. */
  async #listings(caller: Caller): Promise<readonly ShellListing[]> {
    const user = caller.user.toLowerCase();
    const his = new Set<HostConnection>();
    for (const { host, owner } of this.#located.values()) if (owner.toLowerCase() === user) his.add(host);
    const asked = this.#options.pool.hosts.filter((host) => caller.administrator || host.mayBeWatched || his.has(host));
    const lists = await Promise.all(
      asked.map(async (host) => {
        try {
          return (await host.listings(caller)) ?? this.#known(host, caller);
        } catch (error) {
          if (error instanceof HostGoneError) return []; // its sessions are in the local list by now
          throw error;
        }
      }),
    );
    return lists.flat();
  }

  /** What can be said of the sessions of a host that does not answer: that they are there, and cannot be had now. */
  #known(host: HostConnection, caller: Caller): readonly ShellListing[] {
    return [...this.#located]
      .filter(([, each]) => each.host === host)
      .filter(([, { owner }]) => caller.administrator || owner.toLowerCase() === caller.user.toLowerCase())
      .map(([shellId, { owner, configuration, name }]) => ({
        shellId: wireId(shellId),
        owner,
        ...(name === undefined ? {} : { name }),
        resourceUri: configuration === '' ? ResourceUri.cmd : `${ResourceUri.powershellPrefix}${configuration}`,
        processId: host.entry.processId,
        state: 'Connected',
      }));
  }

  /** The commands of a shell. Of a host that does not answer none is known. */
  async #commands(envelope: Uint8Array, selector: string | undefined, caller: Caller): Promise<EnvelopeAnswer> {
    const shellId = selector === undefined ? undefined : tryParseGuid(selector);
    const host = shellId === undefined ? undefined : this.#located.get(shellId)?.host;
    if (host?.isLate !== true) return await this.#toShell(envelope, selector, caller);
    return await this.#options.local.handle(envelope, caller, this.#known(host, caller));
  }

  async #toShell(envelope: Uint8Array, selector: string | undefined, caller: Caller): Promise<EnvelopeAnswer> {
    const shellId = selector === undefined ? undefined : tryParseGuid(selector);
    for (let attempt = 1; shellId !== undefined && attempt <= MAX_TRIES; attempt += 1) {
      await this.#awaited.get(shellId);
      const located = this.#located.get(shellId);
      if (located === undefined) break;
      try {
        return await this.#ask(located.host, envelope, caller);
      } catch (error) {
        if (!(error instanceof HostGoneError)) throw error;
        if (this.#closing) return NO_ANSWER;
      }
    }
    return await this.#options.local.handle(envelope, caller);
  }

  /** @throws {HostGoneError} */
  #ask(host: HostConnection, envelope: Uint8Array, caller: Caller): Promise<EnvelopeAnswer> {
    const { connection } = caller;
    if (connection !== undefined) {
      const hosts = this.#heard.get(connection);
      if (hosts === undefined) this.#heard.set(connection, new Set([host]));
      else hosts.add(host);
    }
    return host.request(envelope, caller);
  }

  // --- new sessions

  async #create(
    envelope: Uint8Array,
    request: WsmanRequest,
    { shell }: CreateBody,
    caller: Caller,
  ): Promise<EnvelopeAnswer> {
    const { local, configurations } = this.#options;
    const uri = request.header.resourceUri ?? '';
    const isCmd = uri.toLowerCase() === ResourceUri.cmd;
    const name = isCmd ? '' : configurationName(uri);
    const configuration = name === undefined ? undefined : configurations.get(name.toLowerCase());
    // What will be refused is refused here: no process is started for it.
    if (!isCmd && (configuration === undefined || !mayUse(configuration, caller))) {
      return await local.handle(envelope, caller);
    }
    const shellId = shell.shellId === undefined ? undefined : tryParseGuid(shell.shellId);
    const located = shellId === undefined ? undefined : this.#located.get(shellId);
    // Asked again, or an id that is taken: its host knows which.
    if (shellId !== undefined && located !== undefined) return await this.#toShell(envelope, shellId, caller);
    const openingKey = shellId ?? replayKey(request, caller.user.toLowerCase(), envelope.length) ?? newKey();
    const again = this.#opening.get(openingKey);
    if (again !== undefined) return await this.#ask(await again.host, envelope, caller);
    const fault = this.#overQuota(caller, configuration?.name ?? '');
    if (fault !== undefined) return this.#fault(request, caller, fault);
    return await this.#createIn(envelope, request, openingKey, configuration, caller);
  }

  async #createIn(
    envelope: Uint8Array,
    request: WsmanRequest,
    openingKey: string,
    configuration: SessionConfiguration | undefined,
    caller: Caller,
    attempt = 1,
  ): Promise<EnvelopeAnswer> {
    const { pool, local } = this.#options;
    const host = this.#acquire(configuration, caller);
    this.#opening.set(openingKey, { owner: caller.user, configuration: configuration?.name ?? '', host });
    let connection: HostConnection | undefined;
    let goesOn = false;
    try {
      connection = await host;
      return await this.#ask(connection, envelope, caller);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      if (this.#closing) return NO_ANSWER;
      // The host may have written the session down before it died; a client that was refused has none.
      const shellId = tryParseGuid(openingKey);
      if (shellId !== undefined) local.removeShell(shellId);
      goesOn = error instanceof HostGoneError && attempt < MAX_TRIES && !caller.connectionLost.aborted;
      // Sessions that the host had before may be what it died of: this one is made in another.
      if (goesOn) return await this.#createIn(envelope, request, openingKey, configuration, caller, attempt + 1);
      return this.#fault(request, caller, providerFault(FaultCode.sessionCreationFailed, error));
    } finally {
      const over = (): void => {
        this.#opening.delete(openingKey);
        if (connection !== undefined) pool.release(connection);
      };
      // The host goes on making it, and who lost the answer may ask again: it is kept for them.
      if (caller.connectionLost.aborted && connection?.closed === false) this.#overSoon(openingKey, over);
      else if (!goesOn) over();
    }
  }

  /** When the session is there, or was not made in this time. */
  #overSoon(openingKey: string, over: () => void): void {
    const { clock } = this.#options;
    const shellId = tryParseGuid(openingKey);
    const until = clock.now() + LOST_CREATE_MS;
    const look = (): void => {
      if (clock.now() < until && !(shellId !== undefined && this.#located.has(shellId))) {
        clock.setTimer(LOOK_AGAIN_MS, look, { keepAlive: false });
      } else over();
    };
    look();
  }

  /** @throws {PSSessionError} `RunAsNotPossible`, `SessionHostNotStarted` */
  async #acquire(configuration: SessionConfiguration | undefined, caller: Caller): Promise<HostConnection> {
    const { pool, cmdShell } = this.#options;
    const asCaller = configuration === undefined ? cmdShell.runAs === 'caller' : needsCallersProcess(configuration);
    const found = asCaller ? await accountToRunAs(caller.user) : undefined;
    const account = found === undefined || found.isSelf ? undefined : found.account;
    return await pool.acquire(hostKey(configuration, caller, account?.uid), account);
  }

  #overQuota(caller: Caller, configuration: string): WsmanFault | undefined {
    const { quotas, rules, local } = this.#options;
    const all = [...this.#located.values(), ...this.#opening.values(), ...local.shells()];
    return shellQuotaFault(all, caller.user, configuration, quotas, rules(configuration));
  }

  #fault({ header, body }: WsmanRequest, caller: Caller, fault: WsmanFault): EnvelopeAnswer {
    const { audit, machineName } = this.#options;
    audit({
      event: 'requestRefused',
      user: caller.user,
      clientAddress: caller.clientAddress,
      code: fault.code ?? 0,
      reason: header.action ?? '',
    });
    const envelope = writeResponse({
      request: body.type,
      messageId: `uuid:${wireId(newKey())}`,
      ...(header.messageId === undefined ? {} : { relatesTo: header.messageId }),
      body: { type: 'fault', fault: { ...fault, machine: machineName } },
    });
    return { status: 500, envelope };
  }
}

const newKey = (): Guid => guidFromRandom(systemRandom(16));

/** Programs have hosts of their own, and so have sessions whose memory or processes are limited; the other embedded engine's sessions share one with those of the same owner and configuration. */
function hostKey(configuration: SessionConfiguration | undefined, caller: Caller, uid: number | undefined): string {
  if (configuration === undefined) return sharedKey('cmd', '', caller.user, uid);
  if (configuration.runspace.kind === 'command') return singleKey(configuration.name);
  // What one session uses can be measured only where it has a process of its own.
  if (isMeasured(configuration) && uid === undefined) return singleKey(configuration.name);
  return sharedKey('embedded', configuration.name, caller.user, uid);
}
