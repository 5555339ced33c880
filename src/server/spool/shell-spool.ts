/**
 * The logs of all sessions of one process, in a folder of mode 0700 with one file for each: `<shell id>.log`.
 *
 * What the shell service asks to be written is written before it answers (`write`), and output before it is handed in
 * (`output`). All of it is in the page cache then, which the death of every process survives; against power cuts the
 * files that changed are flushed every `syncMs`.
 */
import { readdirSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { FileRecordLog, systemErrorCode, type RecordLog } from '../../io/store/index.js';
import type { Clock, Timer } from '../../io/runtime/index.js';
import { tryParseGuid, type Guid } from '../../protocol/bytes/index.js';
import { PSSessionError } from '../../protocol/errors/index.js';
import type { OutputChunk, OutputData, RestoredShell, ShellFacts, ShellRecord } from '../../protocol/wsman/index.js';
import type { SessionMemorySnapshot } from '../hosts/session-memory.js';
import { ShellLog } from './shell-log.js';
import type { SpoolRoom } from './spool-room.js';
import { makeFolders } from '../../io/runtime/index.js';

export interface ShellSpoolOptions {
  /** Made with mode 0700 when the first session is written. */
  readonly folder: string;
  readonly clock: Clock;
  /** How long written output may be lost to a power cut; the death of processes loses nothing. Default 1000 ms. */
  readonly syncMs?: number;
  /** A record that could not be written although nothing of it can be undone any more. */
  readonly onTrouble?: (shellId: Guid, error: PSSessionError) => void;
  /** Bound of this folder and those beside it. Default: the disk's. */
  readonly room?: SpoolRoom;
  /** Default: files in the folder. Given, no folder is made. */
  readonly openLog?: (file: string) => RecordLog;
}

/** What a process that is gone left of a session. */
export interface RecoveredShell {
  readonly shell: RestoredShell;
  readonly memory: SessionMemorySnapshot | undefined;
}

/** So many logs keep their file open. */
const MAX_OPEN = 128;
const SUFFIX = '.log';

export class ShellSpool {
  readonly #options: ShellSpoolOptions;
  readonly #logs = new Map<Guid, ShellLog>();
  /** In the order of their last use; these may have their files open. */
  readonly #open = new Set<ShellLog>();
  readonly #dirty = new Set<ShellLog>();
  /** Of the logs that another process left: its folder goes with the last of them. */
  readonly #adopted = new Map<ShellLog, string>();
  #syncing: Timer | undefined;
  #folderMade = false;

  constructor(options: ShellSpoolOptions) {
    this.#options = options;
  }

  /** Of all sessions: output that nobody has taken yet. Bytes. */
  get keptBytes(): number {
    let sum = 0;
    for (const log of this.#logs.values()) sum += log.keptBytes;
    return sum;
  }

  /**
   * Keeps output before anybody is told of it.
   * @throws {PSSessionError} `StoreFull`, `StoreNotWritable`.
   */
  output(shellId: Guid, commandId: Guid | undefined, chunk: Omit<OutputChunk, 'data'>, bytes: Uint8Array): OutputData {
    const log = this.#logs.get(shellId);
    if (log === undefined) return bytes; // a session that nobody was told of yet
    const kept = log.output(commandId, chunk, bytes);
    this.#options.room?.wrote(bytes.length);
    this.#used(log);
    return kept;
  }

  /**
   * Makes room for a session that nobody was told of yet.
   * @throws {PSSessionError} `StoreFull`, `StoreNotWritable`: nothing of it could be kept.
   */
  begin(shellId: Guid): void {
    const log = this.#logOf(shellId);
    try {
      log.begin();
    } catch (error) {
      this.#remove(shellId);
      throw error;
    }
    this.#used(log);
  }

  /** No more output should come: what waits, here and beside, is all that is allowed. */
  get isFull(): boolean {
    return this.#options.room?.isFull ?? false;
  }

  /** What has to be known after a restart. Trouble is told and does not stop the session: at worst something is said twice. */
  write(records: readonly ShellRecord[]): void {
    for (const record of records) {
      this.#guard(record.shellId, () => {
        switch (record.type) {
          case 'facts': {
            const log = this.#logOf(record.shellId);
            log.writeFacts(this.#toWallTime(record.facts));
            this.#used(log);
            return;
          }
          case 'position': {
            const log = this.#logs.get(record.shellId);
            if (log === undefined) return;
            log.writePosition(record.commandId, record.facts);
            this.#used(log);
            return;
          }
          case 'removed':
            this.#remove(record.shellId);
            return;
        }
      });
    }
  }

  remember(shellId: Guid, memory: SessionMemorySnapshot): void {
    const log = this.#logs.get(shellId);
    if (log === undefined) return;
    this.#guard(shellId, () => {
      log.writeMemory(memory);
      this.#used(log);
    });
  }

  /** The session has no client: its output needs no memory. */
  cool(shellId: Guid): void {
    const log = this.#logs.get(shellId);
    if (log === undefined) return;
    log.cool();
    this.#open.delete(log);
  }

  /**
   * Takes over what processes that are gone left in this folder or another one. Files that tell of no session are
   * removed; one that cannot be read is left where it is, and told.
   */
  recover(folder: string = this.#options.folder): readonly RecoveredShell[] {
    const recovered: RecoveredShell[] = [];
    for (const name of filesOf(folder)) {
      const shellId = name.endsWith(SUFFIX) ? tryParseGuid(name.slice(0, -SUFFIX.length)) : undefined;
      if (shellId === undefined || this.#logs.has(shellId)) continue;
      this.#guard(shellId, () => {
        const log = new ShellLog(this.#openLog(path.join(folder, name)), this.#isTight);
        const found = log.recover();
        if (found === undefined) {
          log.remove();
          return;
        }
        this.#logs.set(shellId, log);
        this.#adopted.set(log, folder);
        const { shell, memory } = found;
        recovered.push({ shell: { ...shell, facts: this.#fromWallTime(shell.facts) }, memory });
      });
    }
    return recovered;
  }

  /** Removes a folder of which nothing was recovered. */
  removeEmpty(folder: string): void {
    try {
      rmdirSync(folder);
    } catch {
      // Sessions are in it, or it is not there.
    }
  }

  /** Flushes and closes the files; the sessions stay on the disk. */
  async close(): Promise<void> {
    this.#syncing?.cancel();
    await this.#sync();
    for (const log of this.#logs.values()) log.rest();
    this.#logs.clear();
    this.removeEmpty(this.#options.folder);
  }

  #remove(shellId: Guid): void {
    const log = this.#logs.get(shellId);
    if (log === undefined) return;
    this.#logs.delete(shellId);
    this.#open.delete(log);
    this.#dirty.delete(log);
    log.remove();
    const folder = this.#adopted.get(log);
    this.#adopted.delete(log);
    if (folder !== undefined) this.removeEmpty(folder);
  }

  #logOf(shellId: Guid): ShellLog {
    const known = this.#logs.get(shellId);
    if (known !== undefined) return known;
    this.#makeFolder();
    const log = new ShellLog(this.#openLog(path.join(this.#options.folder, `${shellId}${SUFFIX}`)), this.#isTight);
    this.#logs.set(shellId, log);
    return log;
  }

  readonly #isTight = (): boolean => this.isFull;

  #openLog(file: string): RecordLog {
    return this.#options.openLog?.(file) ?? new FileRecordLog(file);
  }

  #used(log: ShellLog): void {
    this.#open.delete(log);
    this.#open.add(log);
    if (this.#open.size > MAX_OPEN) {
      const [oldest] = this.#open;
      if (oldest !== undefined) {
        this.#open.delete(oldest);
        oldest.rest();
      }
    }
    this.#dirty.add(log);
    this.#syncing ??= this.#options.clock.setTimer(
      this.#options.syncMs ?? 1000,
      () => {
        this.#syncing = undefined;
        void this.#sync();
      },
      { keepAlive: false },
    );
  }

  async #sync(): Promise<void> {
    // The disk does one at a time anyway; a thousand at once would only take all threads.
    const dirty = [...this.#dirty]; // what is written meanwhile waits for the next time
    for (const log of dirty) {
      // Removed while others were flushed: to flush it too would make its file again, and hold it open.
      if (!this.#dirty.delete(log)) continue;
      try {
        await log.sync();
      } catch {
        // Told when it is written next.
      }
      // One that rested was opened for this alone.
      if (!this.#open.has(log)) log.rest();
    }
  }

  #guard(shellId: Guid, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof PSSessionError)) throw error;
      this.#options.onTrouble?.(shellId, error);
    }
  }

  #makeFolder(): void {
    if (this.#folderMade || this.#options.openLog !== undefined) return;
    try {
      makeFolders(this.#options.folder, 0o700);
      this.#folderMade = true;
    } catch (error) {
      const { folder } = this.#options;
      const why = error instanceof Error ? error.message : String(error);
      throw new PSSessionError(`The folder '${folder}' for the output of sessions cannot be made: ${why}.`, {
        errorId: 'StoreNotWritable',
        category: 'WriteError',
        targetObject: folder,
        cause: error,
      });
    }
  }

  /** UTC of a monotonic time: clocks of processes begin anywhere. */
  #toWallTime(facts: ShellFacts): ShellFacts {
    const { clock } = this.#options;
    return shifted(facts, clock.utcMs() - clock.now());
  }
  #fromWallTime(facts: ShellFacts): ShellFacts {
    const { clock } = this.#options;
    // A clock that was set back must not make a time lie in the future.
    const past = Math.min(facts.lastRequestMs, clock.utcMs());
    return shifted({ ...facts, lastRequestMs: past }, clock.now() - clock.utcMs());
  }
}

function shifted(facts: ShellFacts, byMs: number): ShellFacts {
  return { ...facts, createdMs: facts.createdMs + byMs, lastRequestMs: facts.lastRequestMs + byMs };
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
