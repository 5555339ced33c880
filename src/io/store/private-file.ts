/**
 * Files that hold secrets or promises: read only when nobody else may write or read them, and replaced as a whole.
 *
 * A write goes to a new file of mode 0600 in the same folder, is flushed, renamed over the old one, and the folder is
 * flushed: after a power cut there is the old text or the new one, never half of either.
 */
import { constants } from 'node:fs';
import { open, rename, unlink } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { PSSessionError } from '../../protocol/errors/index.js';
import { makeFolders } from '../runtime/index.js';

export interface PrivateFileOptions {
  /** Largest text read, in bytes. Default 16 MiB. */
  readonly maxBytes?: number;
  /** Skip the check of mode and owner (Windows has its own rights, and a mounted secret may be group readable). Default false. */
  readonly allowLooseMode?: boolean;
}

export interface PrivateFileText {
  readonly text: string;
  /** Changes whenever the file does: device, inode, size and times. */
  readonly version: string;
}

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

function versionOf(stat: { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint; ctimeNs: bigint }): string {
  return `${stat.dev}:${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`;
}

/** Node's error codes are not typed; this reads one without trusting the shape. */
export function systemErrorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Reads a private file.
 * @returns undefined when it does not exist.
 * @throws {PSSessionError} `FileModeTooOpen` when others may read or write it, or it belongs to somebody else;
 * `FileTooLarge`; `FileNotReadable` for everything that the system refuses.
 */
export async function readPrivateFile(
  file: string,
  options: PrivateFileOptions = {},
): Promise<PrivateFileText | undefined> {
  let handle;
  try {
    handle = await open(file, constants.O_RDONLY);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw notReadable(file, error);
  }
  try {
    // The open handle is asked, not the path: what is checked is what is read.
    const stat = await handle.stat({ bigint: true });
    if (!stat.isFile()) throw new PSSessionError(`'${file}' is not a file.`, { errorId: 'FileNotReadable' });
    if (options.allowLooseMode !== true && process.platform !== 'win32') checkMode(file, stat.mode, stat.uid);
    const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
    if (stat.size > BigInt(maxBytes)) {
      throw new PSSessionError(`'${file}' has ${stat.size} bytes; at most ${maxBytes} are read.`, {
        errorId: 'FileTooLarge',
        category: 'LimitsExceeded',
        targetObject: file,
      });
    }
    return { text: await handle.readFile('utf8'), version: versionOf(stat) };
  } catch (error) {
    throw error instanceof PSSessionError ? error : notReadable(file, error);
  } finally {
    await handle.close();
  }
}

function checkMode(file: string, mode: bigint, uid: bigint): void {
  const permissions = Number(mode & 0o777n);
  if ((permissions & 0o077) !== 0) {
    throw new PSSessionError(
      `'${file}' has the mode ${permissions.toString(8).padStart(4, '0')}, so others can reach it; it has to be 0600. Run: chmod 600 '${file}'`,
      { errorId: 'FileModeTooOpen', category: 'SecurityError', targetObject: file },
    );
  }
  const own = process.getuid?.();
  if (own !== undefined && uid !== BigInt(own) && uid !== 0n) {
    throw new PSSessionError(
      `'${file}' belongs to the user with id ${uid}; it has to belong to the user who runs this program (id ${own}) or to root.`,
      { errorId: 'FileModeTooOpen', category: 'SecurityError', targetObject: file },
    );
  }
}

function notReadable(file: string, cause: unknown): PSSessionError {
  return new PSSessionError(`'${file}' cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
    errorId: 'FileNotReadable',
    category: 'ReadError',
    targetObject: file,
    cause,
  });
}

/**
 * Replaces a private file as a whole; its folder is made with mode 0700 where it is missing.
 * @throws {PSSessionError} `FileNotWritable`; the old file is then untouched.
 */
export async function writePrivateFile(file: string, text: string): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    makeFolders(folder, 0o700);
    const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
    await syncFolder(folder);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw new PSSessionError(`'${file}' cannot be written: ${error instanceof Error ? error.message : String(error)}`, {
      errorId: 'FileNotWritable',
      category: 'WriteError',
      targetObject: file,
      cause: error,
    });
  }
}

/** Windows cannot open a folder for this; there the rename itself is all there is. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const LOCK_RETRY_MS = 25;

/**
 * Runs `change` while holding `<file>.lock`, so that two programs that change one file do it one after the other.
 * A lock left by a process that died is taken over when its process id is gone.
 * @throws {PSSessionError} `FileLocked` after `timeoutMs` (default 10 s).
 */
export async function withFileLock<T>(file: string, change: () => Promise<T>, timeoutMs = 10_000): Promise<T> {
  const lock = `${file}.lock`;
  makeFolders(path.dirname(file), 0o700);
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      const handle = await open(lock, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      break;
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw notReadable(lock, error);
      if (await isAbandoned(lock)) {
        await unlink(lock).catch(() => undefined);
        continue;
      }
      if (performance.now() > deadline) {
        throw new PSSessionError(`'${file}' is being changed by another program ('${lock}' exists).`, {
          errorId: 'FileLocked',
          category: 'ResourceBusy',
          targetObject: file,
        });
      }
      await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
    }
  }
  try {
    return await change();
  } finally {
    await unlink(lock).catch(() => undefined);
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  let text: string;
  try {
    const handle = await open(lock, constants.O_RDONLY);
    try {
      text = await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
  const pid = Number.parseInt(text, 10);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false; // just made: its owner has not written yet
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemErrorCode(error) === 'ESRCH';
  }
}
