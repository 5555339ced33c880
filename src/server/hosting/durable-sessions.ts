/** Sessions in hosts of their own, put together for one endpoint: folders, pool, router, and what died hosts left. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../../io/runtime/index.js';
import type { ConfigurationRules, ShellServiceOptions } from '../../protocol/wsman/index.js';
import type { EnvelopeHandler } from '../caller.js';
import type { EndpointSpoolBounds } from '../configuration/endpoint-configuration.js';
import { ShellLayer } from '../shells/shell-layer.js';
import type { ShellLayerOptions } from '../shells/shell-layer-api.js';
import { ShellSpool } from '../spool/shell-spool.js';
import { NO_LIMIT } from '../configuration/quotas.js';
import { HostFolders } from './host-folders.js';
import { ownCgroupRoot, SessionCgroup } from '../hosts/session-cgroup.js';
import { hostDied } from './host-died.js';
import { LocalDoor } from './local-door.js';
import { HostPool } from './host-pool.js';
import { DEFAULT_UNRESPONSIVE_MS } from './host-watch.js';
import { fingerprintOf, plainConfiguration, type HostSetup } from './host-setup.js';
import { SessionRouter, type RouterSettings } from './session-router.js';

export interface DurabilityOptions {
  /** What has to outlive a restart of the machine: `storePaths().state`. Folders in it are made with mode 0700. */
  readonly stateFolder: string;
  /** Sockets: `storePaths().runtime`. */
  readonly runtimeFolder: string;
  /**
   * How long output may be lost to a power cut; the death of processes loses nothing that was acknowledged.
   * Milliseconds; default 1000.
   */
  readonly syncMs?: number;
  /** Bounds of what waits on the disk. Default: none. */
  readonly spool?: EndpointSpoolBounds;
  /** Command line of a session host, without its arguments. Default: the one of this package. */
  readonly hostProgram?: readonly string[];
  /**
   * How long a host may not answer before it is ended, with the reason for its sessions; 0: for ever. Milliseconds;
   * default 60 000.
   */
  readonly unresponsiveMs?: number;
  /** Of the program: hosts of another one keep their sessions and get no new ones. Default: this package's. */
  readonly version?: string;
}

const DEFAULT_SYNC_MS = 1000;
/** The listener's own folder below `spool`: nothing is in it but what a host's folder could not hold. */
const OWN_FOLDER = 'remains';

export class DurableSessions {
  readonly handle: EnvelopeHandler;
  readonly router: SessionRouter;
  readonly #pool: HostPool;
  readonly #local: ShellLayer;
  readonly #durability: DurabilityOptions;
  #door: LocalDoor | undefined;

  private constructor(router: SessionRouter, pool: HostPool, local: ShellLayer, durability: DurabilityOptions) {
    this.#durability = durability;
    this.router = router;
    this.#pool = pool;
    this.#local = local;
    this.handle = router.handle;
  }

  /**
   * Finds the sessions of an earlier endpoint with the same folders, and serves them.
   * @param layer what a shell layer in this process would be made of.
   * @param observe looks at what comes by the local door. Default: nobody does.
   * @throws {ArgumentError} a folder that others may enter.
   * @throws {PSSessionError} `EndpointRunsAlready`: another process holds the sessions of these folders.
   */
  static async start(
    durability: DurabilityOptions,
    layer: ShellLayerOptions,
    observe: (handle: EnvelopeHandler) => EnvelopeHandler = (handle) => handle,
  ): Promise<DurableSessions> {
    const { audit } = layer;
    const folders = new HostFolders(durability.stateFolder, durability.runtimeFolder);
    const spool = new ShellSpool({
      folder: folders.spoolOf(OWN_FOLDER),
      clock: systemClock,
      syncMs: durability.syncMs ?? DEFAULT_SYNC_MS,
      onTrouble: (shellId, error) => audit({ event: 'internalError', shellId, reason: error.message }),
    });
    const settings = settingsOf(layer, durability);
    const local = new ShellLayer({ ...layer, service: settings.service, spool });
    const pool = new HostPool({
      folders,
      setupFor: settings.setupFor,
      shell: (host, change) => router.shellChanged(host, change),
      audit,
      gone: (hostId, until) => router.hostDied(hostId, until),
      unresponsiveMs: durability.unresponsiveMs ?? DEFAULT_UNRESPONSIVE_MS,
      died: (hostId, folder, reason) => {
        router.hostDied(hostId);
        const why = reason ?? SessionCgroup.endedBy(ownCgroupRoot(), hostId) ?? hostDied();
        local.restore(spool.recover(folder), why);
        if (hostId !== OWN_FOLDER) spool.removeEmpty(folder);
      },
      ...(durability.hostProgram === undefined ? {} : { hostProgram: durability.hostProgram }),
    });
    const router = new SessionRouter({
      local,
      pool,
      ...settings.router,
      machineName: layer.service.machineName ?? '',
      clock: layer.clock,
      audit,
    });
    const sessions = new DurableSessions(router, pool, local, durability);
    let ready = (): void => undefined;
    const found = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const localHandle = observe(router.handle);
    try {
      // First the door: who has it may touch the sessions.
      sessions.#door = await LocalDoor.open(
        durability.runtimeFolder,
        async (envelope, caller) => {
          await found;
          return await localHandle(envelope, caller);
        },
        router.connectionClosed,
        () => router.shells(),
      );
      await pool.find();
      ready();
    } catch (error) {
      await sessions.leave();
      throw error;
    }
    return sessions;
  }

  /** Another configuration, for sessions that are made from now on; those that are there go on as they are. */
  configure(layer: ShellLayerOptions): void {
    const { service, router, setupFor } = settingsOf(layer, this.#durability);
    const { configurations, defaultConfiguration, cmdShell } = layer;
    this.#local.configure({ configurations, defaultConfiguration, cmdShell, service });
    this.router.configure(router);
    this.#pool.configure(setupFor);
  }

  /** Size of the files that sessions are written down in. */
  async spoolBytes(): Promise<number> {
    return await folderBytes(path.join(this.#durability.stateFolder, 'spool'));
  }

  /** Programs of this account that are connected by the local door. */
  get localConnections(): number {
    return this.#door?.connections ?? 0;
  }

  /** Lets go of all sessions: their hosts go on, and the next endpoint with these folders finds them. */
  async leave(): Promise<void> {
    this.router.close();
    await this.#door?.close();
    await this.#pool.leave();
    await this.#local.leave();
  }
}

/** Files come and go meanwhile. */
async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  let sum = 0;
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) sum += await folderBytes(file);
    else
      sum += await stat(file).then(
        ({ size }) => size,
        () => 0,
      );
  }
  return sum;
}

interface Settings {
  readonly service: ShellServiceOptions;
  readonly router: RouterSettings;
  readonly setupFor: (key: string) => HostSetup;
}

/** Shells are counted across all processes, by the router; operations too. */
function settingsOf(layer: ShellLayerOptions, durability: DurabilityOptions): Settings {
  const rules = (layer.service.configurations ?? []) as readonly ConfigurationRules[];
  const limits = layer.service.quotas ?? {};
  const service: ShellServiceOptions = {
    ...layer.service,
    quotas: {
      ...limits,
      maxShellsPerUser: NO_LIMIT,
      maxConcurrentUsers: NO_LIMIT,
      maxConcurrentOperationsPerUser: NO_LIMIT,
    },
    configurations: rules.map((each) => ({
      ...each,
      maxShells: NO_LIMIT,
      maxShellsPerUser: NO_LIMIT,
      maxConcurrentUsers: NO_LIMIT,
    })),
  };
  const version = durability.version ?? process.env['PSSESSION_BUILD_VERSION'] ?? 'unbuilt';
  const syncMs = durability.syncMs ?? DEFAULT_SYNC_MS;
  return {
    service,
    router: {
      configurations: layer.configurations,
      cmdShell: layer.cmdShell,
      rules: (name) => rules.find((each) => each.name.toLowerCase() === name.toLowerCase()),
      quotas: {
        maxShellsPerUser: limits.maxShellsPerUser ?? NO_LIMIT,
        maxConcurrentUsers: limits.maxConcurrentUsers ?? NO_LIMIT,
        maxConcurrentOperationsPerUser: limits.maxConcurrentOperationsPerUser ?? NO_LIMIT,
      },
    },
    setupFor: (key) => {
      const setup = { ...setupFor(key, layer, service, syncMs), ...spoolOf(durability) };
      return { ...setup, fingerprint: fingerprintOf(version, setup) };
    },
  };
}

const spoolOf = ({ spool }: DurabilityOptions): Pick<HostSetup, 'spoolMaxBytes'> =>
  spool?.maxBytes === undefined ? {} : { spoolMaxBytes: spool.maxBytes };

/** A host is told of the configurations that its sessions may have, and of no other. */
function setupFor(
  key: string,
  layer: ShellLayerOptions,
  service: ShellServiceOptions,
  syncMs: number,
): Omit<HostSetup, 'fingerprint'> {
  const [kind, name = ''] = key.split(':', 2);
  const wanted = kind === 'cmd' || kind?.startsWith('cmd@') === true ? layer.defaultConfiguration.toLowerCase() : name;
  const { random: _, durable: _2, config: _3, configurations = [], ...rest } = service;
  return {
    configurations: [...layer.configurations.values()]
      .filter((configuration) => configuration.name.toLowerCase() === wanted)
      .map(plainConfiguration),
    defaultConfiguration: layer.defaultConfiguration,
    cmdShell: layer.cmdShell,
    service: { ...rest, configurations: configurations.filter((rules) => rules.name.toLowerCase() === wanted) },
    syncMs,
  };
}
