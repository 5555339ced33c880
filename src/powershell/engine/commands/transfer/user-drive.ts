/**
 * The `User:` drive of a session: a folder for each account, into which Copy-Item reaches where the session shows no
 * file system. Nothing on it leads elsewhere, and it holds no more than the configuration says.
 */
import * as fs from 'node:fs';
import nodePath from 'node:path';
import type { EngineCommandContext } from '../engine-services.js';
import { DRIVE_PATH, driveNotFound, driveTable, type FileDrive, linkOn, pathOnDrive } from '../items/drives.js';
import { globFiles } from '../items/places.js';
import { ProviderError } from '../items/provider-error.js';
import { hasWildcard } from '../../text/wildcard.js';
import { makeFolders } from '../../../../io/runtime/index.js';

export const USER_DRIVE = 'User';
/** PowerShell's own bound where a configuration names none. Bytes. */
export const DEFAULT_USER_DRIVE_BYTES = 50_000_000;
/** Empty files and folders take room too: there are at most so many things for each of these bytes. */
const BYTES_OF_AN_ENTRY = 4096;
const FEWEST_ENTRIES = 1000;

export const userDrive = (root: string, maximumSize: number): FileDrive => ({
  name: USER_DRIVE,
  root,
  description: '',
  maximumSize,
  isClosed: true,
});

export class UserDriveError extends Error {
  readonly exceptionType: string;
  constructor(message: string, exceptionType: string) {
    super(message);
    this.exceptionType = exceptionType;
  }
}
/** The path is on another drive, or on none. */
export class ForeignPathError extends UserDriveError {
  constructor(drive: string) {
    super(
      `The path argument drive ${drive} does not belong to the set of approved drives: ${USER_DRIVE}. Supply a path argument with an approved drive.`,
      'System.Management.Automation.ParameterBindingValidationException',
    );
  }
}

/** The files of the drive, by the paths that a client says: `User:\folder\file`. */
export class UserDriveFiles {
  readonly #drive: FileDrive;
  constructor(drive: FileDrive) {
    this.#drive = drive;
  }
  /** @throws {UserDriveError} the session has none. */
  static of(context: Pick<EngineCommandContext, 'services'>): UserDriveFiles {
    const drive = driveTable(context).drives.get(USER_DRIVE.toLowerCase());
    if (drive?.isClosed === true) return new UserDriveFiles(drive);
    const { message, exceptionType } = driveNotFound(USER_DRIVE);
    throw new UserDriveError(message, exceptionType);
  }
  get root(): string {
    return this.#drive.root;
  }

  /** @throws {UserDriveError} the path is not on the drive, leaves it, or leads through a link. */
  pathOf(given: string): string {
    const [, name, below = ''] = DRIVE_PATH.exec(given) ?? [];
    if (name === undefined || name.toLowerCase() !== this.#drive.name.toLowerCase())
      throw new ForeignPathError(name ?? nodePath.parse(nodePath.resolve('/')).root);
    // On Windows what follows a colon is a stream of the file.
    if (below.includes('\0') || (process.platform === 'win32' && below.includes(':')))
      throw new UserDriveError('The path argument contains invalid characters.', 'System.ArgumentException');
    const path = pathOnDrive(this.#drive, below);
    if (!(path instanceof ProviderError)) return path;
    // Where the drive lies is nobody's business.
    throw new UserDriveError(path.message.replaceAll(this.root, `${USER_DRIVE}:`), path.exceptionType);
  }
  /** How the drive's user sees a path. */
  shown(path: string): string {
    return `${this.#drive.name}:/${nodePath.relative(this.root, path).replaceAll('\\', '/')}`;
  }
  /** What a path with wildcards means; links are left out. */
  find(given: string): readonly string[] {
    const path = this.pathOf(given);
    const relative = nodePath.relative(this.root, path);
    if (!hasWildcard(relative)) return fs.existsSync(path) ? [path] : [];
    return globFiles(relative, this.root).filter((one) => linkOn(this.#drive, one) === undefined);
  }
  stats(path: string): fs.Stats | undefined {
    return fs.lstatSync(path, { throwIfNoEntry: false });
  }
  /** What a folder holds; links and devices are left out. */
  list(path: string): readonly { readonly name: string; readonly path: string; readonly stats: fs.Stats }[] {
    return fs.readdirSync(path).flatMap((name) => {
      const each = nodePath.join(path, name);
      const stats = this.stats(each);
      return stats?.isFile() === true || stats?.isDirectory() === true ? [{ name, path: each, stats }] : [];
    });
  }

  makeFolder(path: string): void {
    if (fs.existsSync(path)) return;
    this.#needRoom(0, 1);
    makeFolders(path, 0o700);
  }
  /** Writes to the end of a file, or makes it anew. @throws {UserDriveError} the drive would hold too much. */
  write(path: string, bytes: Uint8Array, anew: boolean): void {
    const found = this.stats(path);
    if (found !== undefined && !found.isFile())
      throw new UserDriveError(
        `Access to the path '${this.shown(path)}' is denied.`,
        'System.UnauthorizedAccessException',
      );
    const replaced = anew ? found : undefined;
    this.#needRoom(bytes.length - (replaced?.size ?? 0), found === undefined ? 1 : 0);
    if (replaced !== undefined) fs.rmSync(path);
    makeFolders(nodePath.dirname(path), 0o700);
    const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants;
    const mustBeNew = replaced === undefined && found !== undefined ? 0 : O_EXCL;
    const file = fs.openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | mustBeNew, 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += fs.writeSync(file, bytes, at);
    } finally {
      fs.closeSync(file);
    }
  }
  read(path: string, start: number, count: number): { readonly bytes: Uint8Array; readonly more: boolean } {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
    const file = fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      const stats = fs.fstatSync(file);
      if (!stats.isFile())
        throw new UserDriveError(
          `Access to the path '${this.shown(path)}' is denied.`,
          'System.UnauthorizedAccessException',
        );
      const bytes = new Uint8Array(Math.max(0, Math.min(count, stats.size - start)));
      let read = 0;
      while (read < bytes.length) {
        const got = fs.readSync(file, bytes, read, bytes.length - read, start + read);
        if (got === 0) break;
        read += got;
      }
      return { bytes: bytes.subarray(0, read), more: start + read < stats.size };
    } finally {
      fs.closeSync(file);
    }
  }
  setTime(path: string, modified: Date): void {
    fs.utimesSync(path, modified, modified);
  }
  setReadOnly(path: string): void {
    fs.chmodSync(path, 0o400);
  }

  #needRoom(bytes: number, entries: number): void {
    const { maximumSize } = this.#drive;
    if (maximumSize === undefined) return;
    const used = { bytes, entries };
    const count = (folder: string): void => {
      for (const { path, stats } of this.list(folder)) {
        used.entries += 1;
        if (stats.isDirectory()) count(path);
        else used.bytes += stats.size;
      }
    };
    count(this.root);
    if (used.bytes > maximumSize || used.entries > Math.max(FEWEST_ENTRIES, maximumSize / BYTES_OF_AN_ENTRY))
      throw new UserDriveError(
        `Maximum size for drive has been exceeded: ${maximumSize}.`,
        'System.Management.Automation.RuntimeException',
      );
  }
}
