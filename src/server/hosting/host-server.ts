/**
 * A session host: the shell layer in a process of its own. Listeners come and go; the sessions stay.
 *
 * A host leaves when it is told to and holds nothing, or when no listener has been there for a while and it holds nothing
 * or cannot be found any more. Ended from outside it lets its sessions be found in the spool, as after a crash.
 */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { systemClock, systemRandom, type Timer } from '../../io/runtime/index.js';
import { MemoryRecordLog } from '../../io/store/index.js';
import { listenPipe, type ByteCarrier, type PipeListener } from '../../io/transport/index.js';
import { tryParseGuid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import { FrameType, type Frame } from '../../protocol/wsman/index.js';
import { configurationMap } from '../configuration/endpoint-configuration.js';
import type { AuditRecord } from '../gate/audit.js';
import { createRunspaceHost } from '../hosts/create-host.js';
import type { RunspaceHost } from '../runspace-host.js';
import type { RunspaceContext } from '../shells/shell-layer-api.js';
import { ShellLayer } from '../shells/shell-layer.js';
import { ShellSpool } from '../spool/shell-spool.js';
import { SpoolRoom } from '../spool/spool-room.js';
import type { HostEntry, HostFolders } from './host-folders.js';
import {
  fromPlainConfiguration,
  HOST_PROTOCOL,
  plainListing,
  type GoneConnection,
  type HostedShell,
  type HostSetup,
  type PlainCaller,
  type Welcome,
} from './host-setup.js';
import { hostDied, hungFor } from './host-died.js';
import { SeamLink } from './seam-link.js';

export interface HostServerOptions {
  readonly folders: HostFolders;
  readonly id: string;
  readonly key: string;
  /** The host runs as this user, who cannot enter our folders. */
  readonly user?: string;
  /** Hosts that died, whose spools they are. */
  readonly adopted?: readonly string[];
  /** His own spool, and those of hosts that died, whose sessions are taken up. Empty: output is kept in memory. */
  readonly spools?: readonly string[];
  /** Called for each session that is made, before its client knows it. */
  readonly onSession?: () => void;
  /** Called when the socket is open, before anything is read from it. */
  readonly listening?: () => void;
  /** The host has nothing more to do. */
  readonly onDone: () => void;
}

/** How long a host that holds nothing waits for a listener. Milliseconds. */
const ALONE_MS = 15_000;
/** Audit lines kept while no listener is there to write them down. */
const MAX_AUDIT = 1000;

export class HostServer {
  readonly #options: HostServerOptions;
  readonly #shells = new Map<string, HostedShell>();
  readonly #links = new Set<SeamLink>();
  readonly #audit: AuditRecord[] = [];
  #layer: ShellLayer | undefined;
  #fingerprint: string | undefined;
  #listener: PipeListener | undefined;
  #alone: Timer | undefined;
  #ended = false;
  #watchable = false;
  #outdated = false;

  private constructor(options: HostServerOptions) {
    this.#options = options;
  }

  static async start(options: HostServerOptions): Promise<HostServer> {
    const server = new HostServer(options);
    const { folders, id, listening } = options;
    server.#listener = await listenPipe(folders.socketOf(id), (carrier) => server.#connected(carrier));
    folders.enter(server.#entry);
    listening?.();
    server.#waitAlone();
    return server;
  }

  get #entry(): HostEntry {
    const { folders, id, key, user, adopted } = this.#options;
    return {
      id,
      key,
      processId: process.pid,
      socket: folders.socketOf(id),
      ...(user === undefined ? {} : { user }),
      ...(adopted === undefined ? {} : { adopted }),
    };
  }

  /** All of the program is in memory. Another user cannot say so in the listener's folder. */
  loaded(): void {
    if (this.#ended || this.#options.user !== undefined) return;
    try {
      this.#options.folders.enter({ ...this.#entry, loaded: true });
    } catch {
      // The disk is full: the listener takes this host for one that wants its program's files yet, and is careful.
    }
  }

  /** Parts of the program are gone before they were loaded. */
  outdated(): void {
    this.#outdated = true;
    for (const link of this.#links) link.send(FrameType.outdated, 0, true);
  }

  /** Leaves; sessions that are there stay in the spool. */
  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    this.#alone?.cancel();
    // Another user cannot: the listener sees that we are gone.
    if (this.#shells.size === 0 && this.#options.user === undefined) this.#options.folders.leave(this.#options.id);
    try {
      await this.#layer?.leave();
      await this.#listener?.close();
    } finally {
      this.#options.onDone();
    }
  }

  #waitAlone(): void {
    this.#alone?.cancel();
    this.#alone = undefined;
    if (this.#links.size > 0 || this.#ended) return;
    this.#alone = systemClock.setTimer(ALONE_MS, () => {
      // Where the state folder was deleted no listener finds the sessions: nobody can take them up, or remove them.
      if (this.#shells.size === 0 || !this.#options.folders.isEntered(this.#options.id)) void this.end();
      else this.#waitAlone();
    });
  }

  #connected(carrier: ByteCarrier): void {
    const link = new SeamLink(carrier, {
      hello: (head) => {
        if (this.#layer === undefined) {
          const setup = head as HostSetup;
          this.#layer = this.#makeLayer(setup);
          this.#fingerprint = setup.fingerprint;
        }
        // After the welcome.
        queueMicrotask(() => {
          for (const record of this.#audit.splice(0)) this.#log(record);
        });
        const welcome: Welcome = {
          protocol: HOST_PROTOCOL,
          // Without one it is like a host of an early version: it keeps its sessions and gets no more.
          ...(this.#fingerprint === undefined || this.#outdated ? {} : { fingerprint: this.#fingerprint }),
          processId: process.pid,
          watchable: this.#watchable,
          shells: [...this.#shells.values()],
        };
        return welcome;
      },
      handle: (envelope, head, connectionLost) => {
        if (this.#layer === undefined) throw new Error('a request before hello');
        return this.#layer.handle(envelope, { ...(head as PlainCaller), connectionLost });
      },
      other: (frame) => this.#take(link, frame),
      closed: () => {
        this.#links.delete(link);
        if (!this.#ended && this.#links.size === 0) this.#layer?.allConnectionsLost();
        this.#waitAlone();
      },
    });
    this.#links.add(link);
    this.#waitAlone();
    link.attach();
  }

  #take(link: SeamLink, frame: Frame): void {
    switch (frame.type) {
      case FrameType.list: {
        const caller = frame.head as PlainCaller | null;
        const layer = this.#layer;
        const found = caller === null ? (layer?.shells() ?? []) : (layer?.listings(caller) ?? []).map(plainListing);
        link.send(FrameType.listed, frame.id, found);
        return;
      }
      case FrameType.remove: {
        const shellId = typeof frame.head === 'string' ? tryParseGuid(frame.head) : undefined;
        if (shellId !== undefined) this.#layer?.removeShell(shellId);
        return;
      }
      case FrameType.gone: {
        const { connection, byClient } = frame.head as GoneConnection;
        this.#layer?.connectionClosed(connection, byClient);
        return;
      }
      case FrameType.exit:
        if (this.#shells.size === 0 && link.requests === 0) void this.end();
        return;
      default: // a word of a later version
    }
  }

  #makeLayer(setup: HostSetup): ShellLayer {
    const { folders, id, key, user, spools: [own, ...left] = [] } = this.#options;
    const audit = (record: AuditRecord): void => this.#log(record);
    const spool = new ShellSpool({
      folder: own ?? folders.spoolOf(id),
      clock: systemClock,
      syncMs: setup.syncMs,
      ...(setup.spoolMaxBytes === undefined
        ? {}
        : { room: new SpoolRoom(own ?? path.dirname(folders.spoolOf(id)), setup.spoolMaxBytes, systemClock) }),
      ...(user === undefined || own !== undefined ? {} : { openLog: () => new MemoryRecordLog() }),
      onTrouble: (shellId, error) => audit({ event: 'internalError', shellId, reason: error.message }),
    });
    const programs = new Set(
      setup.configurations.filter(({ runspace }) => runspace.kind === 'command').map(({ name }) => name.toLowerCase()),
    );
    let restoring = true;
    const layer = new ShellLayer({
      configurations: configurationMap(setup.configurations.map(fromPlainConfiguration)),
      defaultConfiguration: setup.defaultConfiguration,
      cmdShell: setup.cmdShell,
      createHost: (context) => this.#createRunspaceHost(context),
      clock: systemClock,
      audit,
      spool,
      ownsProcess: key.startsWith('single:'),
      processName: id,
      onShell: (change) => {
        if (change.type === 'added') {
          this.#shells.set(change.shellId, change);
          // Behind a program there is nothing left to load.
          if (!programs.has(change.configuration.toLowerCase())) this.#options.onSession?.();
        } else this.#shells.delete(change.shellId);
        // What is taken up stands in the welcome.
        if (!restoring) for (const link of this.#links) link.send(FrameType.shell, 0, change);
        this.#waitAlone();
      },
      onWatchable: (watchable) => {
        this.#watchable = watchable;
        for (const link of this.#links) link.send(FrameType.watchable, 0, watchable);
      },
      service: { ...setup.service, random: systemRandom },
    });
    const why = setup.adoptedReason === undefined ? hostDied() : hungFor(setup.adoptedReason);
    for (const folder of left) layer.restore(spool.recover(folder), why);
    restoring = false;
    return layer;
  }

  async #createRunspaceHost(context: RunspaceContext): Promise<RunspaceHost> {
    try {
      return await createRunspaceHost(context);
    } catch (error) {
      // Whoever asked gets another host, of the program that took the place of ours.
      const isReplaced = error instanceof PSSessionError && error.errorId === 'ProgramReplaced';
      if (isReplaced && this.#shells.size === 0) this.#giveUp();
      throw error;
    }
  }

  /** At once, and without an answer: the listener asks another host. */
  #giveUp(): void {
    this.#ended = true;
    if (this.#options.user === undefined) this.#options.folders.leave(this.#options.id);
    this.#options.onDone();
  }

  #log(record: AuditRecord): void {
    const [link] = this.#links;
    if (link !== undefined) link.send(FrameType.audit, 0, record);
    else if (this.#audit.length < MAX_AUDIT) this.#audit.push(record);
  }
}

/** An id for a new host: short, because it stands in the path of a socket. */
export const newHostId = (): string => randomBytes(4).toString('hex');
