/**
 * The session hosts of one endpoint: starts them, finds again those that an earlier listener started, lets go of those
 * that are not needed, and says what became of those that died.
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { delay, systemClock, type Timer } from '../../io/runtime/index.js';
import type { Guid } from '../../protocol/bytes/index.js';
import { OperationTimeoutError, PSSessionError } from '../../protocol/errors/index.js';
import type { AuditRecord } from '../gate/audit.js';
import type { ShellChange } from '../shells/shell-layer-api.js';
import { systemAccount, type SystemAccount } from '../accounts/system-account.js';
import { accountEnvironment } from '../hosts/run-as.js';
import { HostGoneError } from './envelope-client.js';
import { HostConnection } from './host-connection.js';
import type { HostEntry, HostFolders } from './host-folders.js';
import { becomeArguments } from './become.js';
import { hostHung } from './host-died.js';
import { newHostId } from './host-server.js';
import type { HostSetup } from './host-setup.js';
import { HostWatch } from './host-watch.js';
import { holdsSessions, isFolderOf } from './user-spool.js';

export interface HostPoolOptions {
  readonly folders: HostFolders;
  /** What a host of this key is told. */
  readonly setupFor: (key: string) => HostSetup;
  readonly shell: (host: HostConnection, change: ShellChange) => void;
  readonly audit: (record: AuditRecord) => void;
  /** A host died, in this process' time or before; its sessions stand in its spool. The reason: if we ended it. */
  readonly died: (hostId: string, spoolFolder: string, reason: PSSessionError | undefined) => void;
  /** A host is gone whose sessions another one takes up, until then if at all. */
  readonly gone: (hostId: string, until: Promise<void>) => void;
  /** The program of a host. Default: the one of this package. */
  readonly hostProgram?: readonly string[];
  /** How long a host may not answer before it is ended; 0: for ever. Milliseconds. */
  readonly unresponsiveMs: number;
}

const START_MS = 30_000;
/** Waits before a host is started again whose program did not come up. Milliseconds. */
const START_AGAIN_MS = [250, 500, 1000, 2000, 4000] as const;
/** How long a host that is there may take to say hello. Milliseconds. */
const FIND_MS = 5000;
/** A shared host that holds nothing is kept for the next session of its owner. Milliseconds. */
const IDLE_MS = 10_000;
/** What makes its new host die, too, is left alone after so many times. */
const MAX_REVIVALS = 3;
/** A host that is busy yet, or did not leave when it was told, is looked at again. Milliseconds. */
const ASK_AGAIN_MS = 500;

/** What a host is started for. */
interface HostStart {
  readonly key: string;
  /** Whom it shall become. */
  readonly account: SystemAccount | undefined;
  /** Hosts that are gone, whose sessions it takes up, and why they were ended. */
  readonly adopted?: readonly string[];
  readonly adoptedReason?: string | undefined;
}

class HostNotStarted extends PSSessionError {
  /** Its process ended, or could not be made. */
  readonly ended: boolean;
  constructor(cause: unknown, ended: boolean, trouble: string | undefined) {
    const why = trouble === undefined ? '; the log of the endpoint has the reason.' : `: ${trouble}.`;
    super(`The process for the session did not start${why}`, {
      errorId: 'SessionHostNotStarted',
      category: 'ResourceUnavailable',
      cause,
    });
    this.ended = ended;
  }
}

export class HostPool {
  readonly #options: HostPoolOptions;
  readonly #hosts = new Map<string, HostConnection>();
  /** Shared hosts by key, also those that are being started. */
  readonly #shared = new Map<string, Promise<HostConnection>>();
  readonly #shellCounts = new Map<HostConnection, number>();
  /** How often the sessions in these folders were taken up. */
  readonly #revived = new Map<string, number>();
  readonly #idle = new Map<HostConnection, Timer>();
  readonly #events = {
    shell: (host: HostConnection, change: ShellChange): void => {
      this.#count(host, change.type === 'added' ? 1 : -1);
      this.#options.shell(host, change);
    },
    audit: (record: AuditRecord): void => this.#options.audit(record),
    closed: (host: HostConnection): void => this.#closed(host),
  };
  /** Settles when none is being started any more. */
  readonly #starting = new Set<Promise<unknown>>();
  /** Why hosts were ended by us. */
  readonly #ended = new Map<string, PSSessionError>();
  readonly #watch: HostWatch;
  #leaving = false;
  #setupFor: (key: string) => HostSetup;

  constructor(options: HostPoolOptions) {
    this.#options = options;
    this.#setupFor = options.setupFor;
    this.#watch = new HostWatch({
      limitMs: options.unresponsiveMs,
      hosts: () => this.hosts,
      hung: (host) => void this.#hung(host),
    });
  }

  /**
   * Hosts are told something else from now on. Shared ones that were told otherwise serve the sessions that they have,
   * and get no more.
   */
  configure(setupFor: (key: string) => HostSetup): void {
    this.#setupFor = setupFor;
    for (const host of this.hosts) {
      const { key } = host.entry;
      if (!isShared(key) || this.#isCurrent(host)) continue;
      this.#shared.delete(key);
      if ((this.#shellCounts.get(host) ?? 0) === 0 && host.inFlight === 0) host.exit();
    }
  }

  /** Made by a program and for a configuration like ours. */
  #isCurrent(host: HostConnection): boolean {
    return !host.isOutdated && host.welcome?.fingerprint === this.#setupFor(host.entry.key).fingerprint;
  }

  get hosts(): readonly HostConnection[] {
    return [...this.#hosts.values()];
  }

  /**
   * Finds the hosts of an earlier listener. Resolves when each has answered, has turned out to be gone, or is too busy
   * to say hello.
   */
  async find(): Promise<void> {
    const { folders } = this.#options;
    const entries = folders.entries();
    await Promise.all(entries.map((entry) => this.#take(entry)));
    const known = new Set(entries.map(({ id }) => id));
    for (const id of folders.spools) {
      if (known.has(id)) continue;
      // A user's, of whom nobody knows any more. Root does not read what he wrote.
      if (!isOurs(folders.spoolOf(id))) {
        if (holdsSessions(folders.spoolOf(id)) && !entries.some(({ adopted }) => adopted?.includes(id) === true)) {
          this.#options.audit({
            event: 'internalError',
            reason: `nobody knows whose sessions are in ${folders.spoolOf(id)}`,
          });
        }
        continue;
      }
      this.#options.died(id, folders.spoolOf(id), undefined);
    }
  }

  async #take(entry: HostEntry): Promise<void> {
    try {
      const opening = HostConnection.open(entry, this.#setupFor(entry.key), this.#events, 0);
      const host = await Promise.race([opening, delay(FIND_MS).then(() => undefined)]);
      if (host === undefined) {
        this.#options.audit({ event: 'internalError', reason: `session host ${entry.id} does not answer` });
        void this.#takeLate(entry, opening);
        return;
      }
      this.#add(host);
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      // Nobody reaches it any more: it must not go on behind our back.
      await endProcess(entry);
      await this.#left(entry);
    }
  }

  /** It is alive, and does not answer: it may yet. */
  async #takeLate(entry: HostEntry, opening: Promise<HostConnection>): Promise<void> {
    const { unresponsiveMs } = this.#options;
    const given = new AbortController();
    const limit =
      unresponsiveMs === 0
        ? new Promise<never>(() => undefined)
        : delay(unresponsiveMs, given.signal).catch(() => undefined);
    try {
      const late = await Promise.race([opening, limit]);
      if (this.#leaving) await late?.detach();
      else if (late === undefined) {
        opening.catch(() => undefined);
        await this.#end(entry);
        await this.#left(entry);
      } else this.#add(late);
    } catch {
      // It is gone.
      if (!this.#leaving) await this.#left(entry);
    } finally {
      given.abort();
    }
  }

  /** Its only thread is held. */
  async #hung(host: HostConnection): Promise<void> {
    if (this.#ended.has(host.entry.id)) return;
    await this.#end(host.entry);
    await host.detach();
  }

  async #end(entry: HostEntry): Promise<void> {
    const seconds = Math.round(this.#options.unresponsiveMs / 1000);
    const reason = `session host ${entry.id} (${entry.key}) did not answer for ${seconds} s and was ended`;
    this.#options.audit({ event: 'internalError', reason });
    this.#ended.set(entry.id, hostHung(seconds));
    await endProcess(entry);
  }

  #add(host: HostConnection): void {
    if (host.closed) return;
    this.#hosts.set(host.entry.id, host);
    const { key } = host.entry;
    // One of an earlier version, or of another configuration, serves what it has and gets no more.
    if (isShared(key) && !this.#shared.has(key) && this.#isCurrent(host)) this.#shared.set(key, Promise.resolve(host));
    for (const shell of host.welcome?.shells ?? []) {
      this.#events.shell(host, { ...shell, type: 'added', shellId: shell.shellId as Guid });
    }
    this.#count(host, 0);
  }

  /**
   * A host for one more session: the shared one of this key, or a new one.
   * @param account whom a new one shall become; the key has to say so too. Default: who we are.
   * @throws {PSSessionError} `SessionHostNotStarted`
   */
  async acquire(key: string, account?: SystemAccount): Promise<HostConnection> {
    const shared = this.#shared.get(key);
    if (shared !== undefined) {
      const host = await shared;
      if (!host.closed && !host.isOutdated && !host.isLate && !this.#watch.isStuck(host)) {
        this.#keep(host);
        return host;
      }
    }
    const starting = this.#start({ key, account });
    this.#starting.add(starting);
    starting.then(
      () => this.#starting.delete(starting),
      () => this.#starting.delete(starting),
    );
    if (!isShared(key)) return await starting;
    this.#shared.set(key, starting);
    starting.catch(() => {
      if (this.#shared.get(key) === starting) this.#shared.delete(key);
    });
    return await starting;
  }

  /** The host was acquired for a session that did not come about. */
  release(host: HostConnection): void {
    this.#count(host, 0);
  }

  /** Lets go of all hosts, which go on. One that is being started is waited for: nobody else would tell it to leave. */
  async leave(): Promise<void> {
    this.#leaving = true;
    this.#watch.end();
    for (const timer of this.#idle.values()) timer.cancel();
    // Those that hold nothing need not wait for the next listener.
    for (const host of this.hosts) host.exit();
    await Promise.all(this.hosts.map((host) => host.detach()));
    await Promise.allSettled(this.#starting);
  }

  /** Again, when its program did not come up: an upgrade in place takes the files away for a while. */
  async #start(how: HostStart): Promise<HostConnection> {
    for (const waitMs of START_AGAIN_MS) {
      try {
        return await this.#startOnce(how);
      } catch (error) {
        if (!(error instanceof HostNotStarted) || !error.ended || this.#leaving) throw error;
        await delay(waitMs);
      }
    }
    return await this.#startOnce(how);
  }

  async #startOnce({ key, account, adopted = [], adoptedReason }: HostStart): Promise<HostConnection> {
    const { folders, hostProgram = defaultHostProgram() } = this.#options;
    const id = newHostId();
    const identity = account === undefined ? undefined : { user: account.user, adopted };
    let entry: HostEntry = { id, key, processId: 0, socket: folders.socketOf(id), ...identity };
    const become = account === undefined ? [] : [...becomeArguments(account), ...adopted];
    const [program = process.execPath, ...rest] = hostProgram;
    const log = openSync(folders.logOf(id), 'a', 0o600);
    let failure: Error | undefined;
    try {
      const child = spawn(program, [...rest, path.dirname(folders.state), folders.runtime, id, key, ...become], {
        // io_uring would go on with the rights of root. [libuv, UV_USE_IO_URING]
        env: account === undefined ? process.env : { ...accountEnvironment(account), UV_USE_IO_URING: '0' },
        detached: true,
        stdio: ['ignore', 'ignore', log],
        cwd: '/',
        windowsHide: true,
      });
      child.once('error', (error) => {
        failure = error;
      });
      child.once('exit', (code, signal) => {
        failure = new Error(`it ended with ${signal ?? `exit code ${code}`}`);
      });
      child.unref();
      entry = { ...entry, processId: child.pid ?? 0 };
    } finally {
      closeSync(log);
    }
    const deadline = systemClock.now() + START_MS;
    for (;;) {
      try {
        const setup = adoptedReason === undefined ? this.#setupFor(key) : { ...this.#setupFor(key), adoptedReason };
        const host = await HostConnection.open(entry, setup, this.#events, 0);
        if (this.#leaving) {
          host.exit();
          await host.detach();
          throw new HostGoneError();
        }
        this.#hosts.set(id, host);
        return host;
      } catch (error) {
        if (error instanceof HostGoneError && this.#leaving) throw error;
        const unreached = error instanceof OperationTimeoutError;
        if (!unreached || failure !== undefined || systemClock.now() > deadline) {
          throw this.#notStarted(id, failure ?? error, failure !== undefined);
        }
        await delay(10);
      }
    }
  }

  #notStarted(id: string, cause: unknown, ended: boolean): HostNotStarted {
    const { folders } = this.#options;
    let said = '';
    try {
      said = readFileSync(folders.logOf(id), 'utf8').trim().slice(0, 2000);
    } catch {
      // It said nothing.
    }
    folders.leave(id);
    const { trouble } = folders;
    this.#options.audit({
      event: 'internalError',
      reason: `session host ${id} did not start: ${trouble ?? String(cause)} ${said}`,
    });
    return new HostNotStarted(cause, ended, trouble);
  }

  #closed(host: HostConnection): void {
    this.#forget(host);
    if (this.#leaving) return;
    // What it had is read at once: its requests are answered from it. A host ends its connections only by dying.
    void this.#left(host.entry);
  }

  /** A host is gone: its sessions are taken up, by a new host if they are a user's. */
  async #left(entry: HostEntry): Promise<void> {
    const { folders } = this.#options;
    const { id, user } = entry;
    const reason = this.#ended.get(id);
    this.#ended.delete(id);
    if (user === undefined) {
      this.#options.died(id, folders.spoolOf(id), reason);
      folders.leave(id);
      return;
    }
    const taken = this.#takeUp(entry, user, reason?.message);
    this.#options.gone(id, taken);
    await taken;
    folders.leave(id);
  }

  async #takeUp({ id, key, adopted = [] }: HostEntry, user: string, reason: string | undefined): Promise<void> {
    const { folders } = this.#options;
    const left = [id, ...adopted].filter((each) => holdsSessions(folders.spoolOf(each)));
    const tries = (this.#revived.get(left.join()) ?? 0) + 1;
    this.#revived.set(left.join(), tries);
    try {
      if (left.length > 0 && tries <= MAX_REVIVALS) {
        const account = await systemAccount(user);
        if (account !== undefined) this.#add(await this.#start({ key, account, adopted: left, adoptedReason: reason }));
      }
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#options.audit({ event: 'internalError', reason: `sessions of ${user} are not taken up: ${error.message}` });
    }
  }

  #forget(host: HostConnection): void {
    this.#hosts.delete(host.entry.id);
    this.#shellCounts.delete(host);
    this.#idle.get(host)?.cancel();
    this.#idle.delete(host);
    this.#unshare(host);
  }

  /** New sessions do not go to this host; one that took its place keeps it. */
  #unshare(host: HostConnection): void {
    const { key } = host.entry;
    const shared = this.#shared.get(key);
    if (shared === undefined) return;
    void shared.then(
      (other) => {
        if (other === host && this.#shared.get(key) === shared) this.#shared.delete(key);
      },
      () => undefined,
    );
  }

  #count(host: HostConnection, change: number): void {
    const count = (this.#shellCounts.get(host) ?? 0) + change;
    this.#shellCounts.set(host, count);
    if (count > 0) this.#keep(host);
    else this.#letGoSoon(host);
  }

  #keep(host: HostConnection): void {
    this.#idle.get(host)?.cancel();
    this.#idle.delete(host);
  }

  #letGoSoon(host: HostConnection, waitMs = isShared(host.entry.key) && this.#isCurrent(host) ? IDLE_MS : 0): void {
    this.#keep(host);
    const letGo = (): void => {
      if (host.inFlight > 0) {
        this.#letGoSoon(host, ASK_AGAIN_MS);
        return;
      }
      this.#unshare(host);
      host.exit();
      // It does not go while it waits for the word that its last answer arrived.
      this.#letGoSoon(host, ASK_AGAIN_MS);
    };
    this.#idle.set(host, systemClock.setTimer(waitMs, letGo, { keepAlive: false }));
  }
}

/** Keys of hosts that several sessions share begin with their kind. */
export const sharedKey = (kind: 'embedded' | 'cmd', configuration: string, owner: string, uid?: number): string =>
  `${kind}${uid === undefined ? '' : `@${uid}`}:${configuration.toLowerCase()}:${owner.toLowerCase()}`;
/** The key of a host for one session alone. */
export const singleKey = (configuration: string): string => `single:${configuration.toLowerCase()}`;
const isShared = (key: string): boolean => !key.startsWith('single:');

/** The program beside this one in the package, found from wherever the bundler put this file. */
function defaultHostProgram(): readonly string[] {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const file = path.join(folder, 'dist', 'server', 'hosting', 'host-main.js');
    if (existsSync(path.join(folder, 'package.json')) && existsSync(file)) return [process.execPath, file];
    const above = path.dirname(folder);
    if (above === folder) break;
    folder = above;
  }
  throw new PSSessionError('The program of session hosts is not there; was the package built?', {
    errorId: 'SessionHostNotStarted',
    category: 'ResourceUnavailable',
  });
}

/** Elsewhere there are no other users' folders. */
const isOurs = (folder: string): boolean => process.getuid === undefined || isFolderOf(folder, process.getuid());

/** Ends a host by its process id, if that process is this host: ids are used again. Only where /proc tells. */
async function endProcess({ id, processId }: HostEntry): Promise<void> {
  if (processId <= 0 || processId === process.pid) return;
  const commandLine = await readFile(`/proc/${processId}/cmdline`, 'latin1').catch(() => '');
  // A host calls itself `pssession-host <id>`; before that its arguments stand there one by one.
  if (!commandLine.split(/[\0 ]+/).includes(id)) return;
  try {
    process.kill(processId, 'SIGKILL');
  } catch {
    // It has gone by itself.
  }
}
