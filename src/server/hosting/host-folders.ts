/**
 * Where the session hosts of one endpoint are found: two folders of mode 0700.
 *
 *     <state>/hosts/<id>.json    who runs: process, socket, key; mode 0600
 *     <state>/hosts/<id>.log     what a host said on its standard error; empty as a rule
 *     <state>/spool/<id>/        the sessions of that host
 *     <state>/spool/remains/     sessions that the listener itself took up
 *     <runtime>/<id>.sock        its socket, mode 0600
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { systemErrorText } from '../../io/store/index.js';
import { ArgumentError } from '../../protocol/errors/index.js';
import { makeFolders } from '../../io/runtime/index.js';

export interface HostEntry {
  readonly id: string;
  /** Shared hosts are found by it: configuration and owner. */
  readonly key: string;
  readonly processId: number;
  readonly socket: string;
  /** The host runs as this operating system user, and what it says of others is not believed. */
  readonly user?: string;
  /** It has loaded all that it could want later: the files of its program may go. */
  readonly loaded?: boolean;
  /** Hosts that died, whose sessions this one took up: their folders are its, too. */
  readonly adopted?: readonly string[];
}

/** Who has the sessions of a host that is shared, in lower case: `kind:configuration:owner`. */
export const ownerOf = (key: string): string => key.split(':').slice(2).join(':');

/** The longest path of a Unix socket. Bytes. */
const LONGEST_SOCKET = process.platform === 'darwin' ? 103 : 107;

export class HostFolders {
  readonly state: string;
  readonly runtime: string;

  /** @throws {ArgumentError} a folder that others may enter, or a path too long for a socket. */
  constructor(state: string, runtime: string) {
    this.state = path.join(state, 'hosts');
    this.runtime = runtime;
    for (const folder of [this.state, path.join(state, 'spool'), runtime]) makePrivate(folder);
    if (process.platform !== 'win32' && Buffer.byteLength(this.socketOf('12345678')) > LONGEST_SOCKET) {
      throw new ArgumentError(
        'Runtime',
        `The folder '${runtime}' is too long a path for sockets; set XDG_RUNTIME_DIR to a shorter one.`,
      );
    }
  }

  spoolOf(id: string): string {
    return path.join(path.dirname(this.state), 'spool', id);
  }
  get spools(): readonly string[] {
    return readdirSync(path.join(path.dirname(this.state), 'spool'));
  }
  socketOf(id: string): string {
    return process.platform === 'win32' ? `\\\\.\\pipe\\pssession-host-${id}` : path.join(this.runtime, `${id}.sock`);
  }
  logOf(id: string): string {
    return path.join(this.state, `${id}.log`);
  }

  entries(): readonly HostEntry[] {
    return readdirSync(this.state).flatMap((name) => {
      if (!name.endsWith('.json')) return [];
      try {
        return [JSON.parse(readFileSync(path.join(this.state, name), 'utf8')) as HostEntry];
      } catch {
        return []; // being written, or by a program that died at it
      }
    });
  }

  /** Written by the host itself, once it listens. */
  enter(entry: HostEntry): void {
    const file = this.#entryOf(entry.id);
    // As a whole: whoever looks at the wrong moment would take the host for none.
    writeFileSync(`${file}.new`, JSON.stringify(entry), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }

  /** False: nobody finds the host any more, because its entry was taken away. */
  isEntered(id: string): boolean {
    try {
      return statSync(this.#entryOf(id), { throwIfNoEntry: false }) !== undefined;
    } catch {
      return true; // another user's host may not look
    }
  }

  /** Why nothing can be written here; undefined when it can. */
  get trouble(): string | undefined {
    const file = path.join(this.state, 'probe.new');
    try {
      writeFileSync(file, 'probe', { mode: 0o600 });
      return undefined;
    } catch (error) {
      return `nothing can be written to '${this.state}': ${systemErrorText(error)}`;
    } finally {
      rmSync(file, { force: true });
    }
  }

  /** The host is gone. A log that says nothing goes with it. */
  leave(id: string): void {
    rmSync(this.#entryOf(id), { force: true });
    if (process.platform !== 'win32') rmSync(this.socketOf(id), { force: true });
    const log = this.logOf(id);
    if (statSync(log, { throwIfNoEntry: false })?.size === 0) rmSync(log, { force: true });
  }

  #entryOf(id: string): string {
    return path.join(this.state, `${id}.json`);
  }
}

function makePrivate(folder: string): void {
  makeFolders(folder, 0o700);
  if (process.platform === 'win32') return;
  const { mode, uid } = statSync(folder);
  if ((mode & 0o077) !== 0 || uid !== process.getuid?.()) {
    throw new ArgumentError('State', `The folder '${folder}' has to belong to you alone. Run: chmod 700 '${folder}'`, {
      errorId: 'FolderNotPrivate',
      category: 'SecurityError',
      targetObject: folder,
    });
  }
}
