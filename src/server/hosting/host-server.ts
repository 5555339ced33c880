/**
 * A session host: the shell layer in a process of its own. Listeners come and go; the sessions stay.
 *
 * A host leaves when it is told to and holds nothing, or when it holds nothing and no listener has been there for a
 * while. Ended from outside it lets its sessions be found in the spool, as after a crash.
 */
import { randomBytes } from 'node:crypto';
import { systemClock, systemRandom, type Timer } from '../../io/runtime/index.js';
import { listenPipe, type ByteCarrier, type PipeListener } from '../../io/transport/index.js';
import { tryParseGuid } from '../../protocol/bytes/index.js';
import { RemoteProtocolError } from '../../protocol/errors/index.js';
import type { Caller } from '../caller.js';
import { configurationMap } from '../configuration/endpoint-configuration.js';
import type { AuditRecord } from '../gate/audit.js';
import { createRunspaceHost } from '../hosts/create-host.js';
import { ShellLayer } from '../shells/shell-layer.js';
import { ShellSpool } from '../spool/shell-spool.js';
import { encodeFrame, FrameReader, FrameType, type Frame, type FrameTypeNumber } from './frames.js';
import type { HostFolders } from './host-folders.js';
import {
  fromPlainConfiguration,
  HOST_PROTOCOL,
  plainListing,
  type HostedShell,
  type HostSetup,
  type PlainCaller,
  type Welcome,
} from './host-setup.js';

export interface HostServerOptions {
  readonly folders: HostFolders;
  readonly id: string;
  readonly key: string;
  /** The host has nothing more to do. */
  readonly onDone: () => void;
}

/** How long a host that holds nothing waits for a listener. Milliseconds. */
const ALONE_MS = 15_000;
/** Audit lines kept while no listener is there to write them down. */
const MAX_AUDIT = 1000;

interface Link {
  readonly carrier: ByteCarrier;
  readonly requests: Map<number, { readonly lost: AbortController; written?: (delivered: boolean) => void }>;
}

export class HostServer {
  readonly #options: HostServerOptions;
  readonly #shells = new Map<string, HostedShell>();
  readonly #links = new Set<Link>();
  readonly #audit: AuditRecord[] = [];
  #layer: ShellLayer | undefined;
  #listener: PipeListener | undefined;
  #alone: Timer | undefined;
  #ended = false;

  private constructor(options: HostServerOptions) {
    this.#options = options;
  }

  static async start(options: HostServerOptions): Promise<HostServer> {
    const server = new HostServer(options);
    const { folders, id, key } = options;
    const socket = folders.socketOf(id);
    server.#listener = await listenPipe(socket, (carrier) => server.#connected(carrier));
    folders.enter({ id, key, processId: process.pid, socket });
    server.#waitAlone();
    return server;
  }

  /** Leaves; sessions that are there stay in the spool. */
  async end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    this.#alone?.cancel();
    if (this.#shells.size === 0) this.#options.folders.leave(this.#options.id);
    await this.#layer?.leave();
    await this.#listener?.close();
    this.#options.onDone();
  }

  #waitAlone(): void {
    this.#alone?.cancel();
    this.#alone = undefined;
    if (this.#links.size > 0 || this.#shells.size > 0 || this.#ended) return;
    this.#alone = systemClock.setTimer(ALONE_MS, () => void this.end());
  }

  #connected(carrier: ByteCarrier): void {
    const link: Link = { carrier, requests: new Map() };
    const reader = new FrameReader();
    this.#links.add(link);
    this.#waitAlone();
    carrier.attach({
      data: (bytes) => {
        try {
          for (const frame of reader.push(bytes)) this.#take(link, frame);
        } catch (error) {
          if (!(error instanceof RemoteProtocolError)) throw error;
          void carrier.close();
        }
      },
      closed: () => {
        this.#links.delete(link);
        // Its clients have lost their connections: what they had not taken yet stays.
        for (const { lost } of link.requests.values()) lost.abort();
        link.requests.clear();
        if (!this.#ended && this.#links.size === 0) this.#layer?.allConnectionsLost();
        this.#waitAlone();
      },
    });
  }

  #take(link: Link, frame: Frame): void {
    switch (frame.type) {
      case FrameType.hello: {
        this.#layer ??= this.#makeLayer(frame.head as HostSetup);
        const welcome: Welcome = {
          protocol: HOST_PROTOCOL,
          processId: process.pid,
          shells: [...this.#shells.values()],
        };
        this.#send(link, FrameType.welcome, frame.id, welcome);
        for (const record of this.#audit.splice(0)) this.#send(link, FrameType.audit, 0, record);
        return;
      }
      case FrameType.request:
        void this.#request(link, frame);
        return;
      case FrameType.lost:
        link.requests.get(frame.id)?.lost.abort();
        return;
      case FrameType.written: {
        const request = link.requests.get(frame.id);
        link.requests.delete(frame.id);
        request?.written?.(frame.head === true);
        return;
      }
      case FrameType.list: {
        const caller = frame.head as Caller | null;
        const layer = this.#layer;
        const found = caller === null ? (layer?.shells() ?? []) : (layer?.listings(caller) ?? []).map(plainListing);
        this.#send(link, FrameType.listed, frame.id, found);
        return;
      }
      case FrameType.remove: {
        const shellId = typeof frame.head === 'string' ? tryParseGuid(frame.head) : undefined;
        if (shellId !== undefined) this.#layer?.removeShell(shellId);
        return;
      }
      case FrameType.exit:
        if (this.#shells.size === 0 && link.requests.size === 0) void this.end();
        return;
      default: // a word of a later version
    }
  }

  async #request(link: Link, { id, head, body }: Frame): Promise<void> {
    const lost = new AbortController();
    link.requests.set(id, { lost });
    const layer = this.#layer;
    if (layer === undefined) return;
    const caller: Caller = { ...(head as PlainCaller), connectionLost: lost.signal };
    const answer = await layer.handle(body, caller);
    const { written } = answer;
    if (!this.#links.has(link)) {
      written?.(false);
      return;
    }
    link.requests.set(id, written === undefined ? { lost } : { lost, written });
    if (lost.signal.aborted) {
      link.requests.delete(id);
      written?.(false);
    }
    this.#send(link, FrameType.answer, id, { status: answer.status }, answer.envelope);
  }

  #makeLayer(setup: HostSetup): ShellLayer {
    const { folders, id } = this.#options;
    const audit = (record: AuditRecord): void => this.#log(record);
    const spool = new ShellSpool({
      folder: folders.spoolOf(id),
      clock: systemClock,
      syncMs: setup.syncMs,
      onTrouble: (shellId, error) => audit({ event: 'internalError', shellId, reason: error.message }),
    });
    return new ShellLayer({
      configurations: configurationMap(setup.configurations.map(fromPlainConfiguration)),
      defaultConfiguration: setup.defaultConfiguration,
      cmdShell: setup.cmdShell,
      createHost: createRunspaceHost,
      clock: systemClock,
      audit,
      spool,
      onShell: (change) => {
        if (change.type === 'added') this.#shells.set(change.shellId, change);
        else this.#shells.delete(change.shellId);
        for (const link of this.#links) this.#send(link, FrameType.shell, 0, change);
        this.#waitAlone();
      },
      service: { ...setup.service, random: systemRandom },
    });
  }

  #log(record: AuditRecord): void {
    const [link] = this.#links;
    if (link !== undefined) this.#send(link, FrameType.audit, 0, record);
    else if (this.#audit.length < MAX_AUDIT) this.#audit.push(record);
  }

  #send(link: Link, type: FrameTypeNumber, id: number, head: unknown, body?: Uint8Array): void {
    // A connection that ends tells it by `closed`.
    for (const part of encodeFrame(type, id, head, body)) link.carrier.write(part).catch(() => undefined);
  }
}

/** An id for a new host: short, because it stands in the path of a socket. */
export const newHostId = (): string => randomBytes(4).toString('hex');
