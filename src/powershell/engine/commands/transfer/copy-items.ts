/** Copy-Item with -ToSession and -FromSession. */
import * as fs from 'node:fs';
import nodePath from 'node:path';
import type { ErrorCategoryName } from '../../../../protocol/errors/index.js';
import { dateTimeOfUnixMs } from '../../../../protocol/clixml/index.js';
import { PSDateTime, PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import type { ReachedSession } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { jsDate, toLocal } from '../../text/date-format.js';
import { unwrap } from '../../values/live.js';
import { typeOf } from '../../values/types.js';
import type { EngineCommandContext } from '../engine-services.js';
import { listOf } from '../support/objects.js';
import type { Place } from '../items/places.js';
import { writeSystemError } from '../items/system-error.js';
import { FRAGMENT_BYTES, joinRemote, type RemoteItem, SessionFiles } from './session-files.js';
import { makeFolders } from '../../../../io/runtime/index.js';

/** What both ways need of the command. */
interface Copying {
  readonly context: EngineCommandContext;
  readonly files: SessionFiles;
  /** Whether a file of this name is wanted. */
  readonly wants: (name: string) => boolean;
}
type File = Place & { readonly kind: 'file' };

const SYSTEM_IDS = { denied: 'CopyFileInfoItemRemotelyUnauthorizedAccessError', io: 'CopyItemRemotelyIOError' };

/** The session that was given, if it can be used now. */
export function* sessionOf(context: EngineCommandContext, parameter: string): Steps<ReachedSession | undefined> {
  const reach = yield* settle(context.services.sessions());
  const given = context.arg(parameter) ?? null;
  const session = reach?.reach(given, context);
  if (reach !== undefined && session === undefined)
    context.fail(
      `Cannot convert '${typeOf(given)?.fullName ?? 'null'}' to the type 'System.Management.Automation.Runspaces.PSSession' required by parameter '${parameter}'. Specified method is not supported.`,
      {
        errorId: 'CannotConvertArgument',
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.ParameterBindingException',
      },
    );
  if (session === undefined)
    return context.fail(
      'Copy-Item -FromSession and -ToSession need the session commands, which this runspace does not have.',
      {
        errorId: 'CopyItemSessionsNotSupported',
        category: 'NotImplemented',
        exceptionType: 'System.Management.Automation.PSNotSupportedException',
      },
    );
  if (session.availability === 'Available') return session;
  yield* settle(
    context.writeError(`Cannot perform operation because the session Availability is set to ${session.availability}.`, {
      errorId: 'SessionIsNotAvailable',
      category: 'InvalidOperation',
      target: session.availability,
      exceptionType: 'System.InvalidOperationException',
    }),
  );
  return undefined;
}

function* mayCopy({ context }: Copying, from: string, to: string, action: string): Steps<boolean> {
  return yield* settle(context.shouldProcess(`Item: ${from} Destination: ${to}`, action));
}
/** Reports how far one file is. */
function progress({ context, files }: Copying, from: string, to: string, toSession: boolean) {
  const [here, there] = ['localhost', files.computerName];
  return (percent: number, isDone = false): Steps<void> =>
    settle(
      context.writeProgress({
        activity: `Copying ${from} to ${to}`,
        activityId: 0,
        statusDescription: toSession ? `From ${here} to ${there}` : `From ${there} to ${here}`,
        currentOperation: null,
        parentActivityId: -1,
        percentComplete: Math.min(100, Math.floor(percent)),
        type: isDone ? 'Completed' : 'Processing',
        secondsRemaining: -1,
      }),
    );
}

const ioError = (
  files: SessionFiles,
  message: string,
  target: string,
  errorId = 'CopyError',
  category: ErrorCategoryName = 'WriteError',
): Steps<void> => files.error(message, { errorId, category, target, exceptionType: 'System.IO.IOException' });
const alreadyThere = (files: SessionFiles, target: string): Steps<void> =>
  ioError(
    files,
    `An item with the specified name ${target} already exists.`,
    target,
    'DirectoryExist',
    'ResourceExists',
  );

// ------------------------------------------------------------------ to a session

export function* copyToSession(
  context: EngineCommandContext,
  session: ReachedSession,
  sources: readonly File[],
  destination: string,
  wants: (name: string) => boolean,
): Steps<void> {
  const files = new SessionFiles(context, session);
  const copying: Copying = { context, files, wants };
  if (destination === '') {
    yield* files.error("'Destination' parameter cannot be null or empty.", {
      errorId: 'CopyItemRemoteDestinationIsNullOrEmpty',
      category: 'InvalidArgument',
      target: destination,
      exceptionType: 'System.ArgumentNullException',
    });
    return;
  }
  if (!(yield* files.isUsable(destination, false))) return;
  for (const { path } of sources) {
    if (context.signal.aborted) return;
    try {
      if (fs.statSync(path).isDirectory()) yield* folderTo(copying, path, destination);
      else yield* fileTo(copying, path, destination);
    } catch (error) {
      yield* settle(writeSystemError(context, error, path, SYSTEM_IDS));
    }
  }
}
function* folderTo(copying: Copying, path: string, destination: string): Steps<void> {
  const { context, files, wants } = copying;
  const name = nodePath.basename(path);
  const target = (yield* files.isFolder(destination)) ? joinRemote(destination, name) : destination;
  if (!(yield* mayCopy(copying, path, target, 'Copy Directory'))) return;
  if (yield* files.isFile(target)) {
    yield* ioError(
      files,
      `Destination path ${target} is a file that already exists on the target destination.`,
      target,
    );
    return;
  }
  const made = yield* files.makeFolder(target, context.flag('Force'));
  if (made === 'exists') {
    yield* alreadyThere(files, target);
    return;
  }
  if (made === 'failed') {
    yield* ioError(
      files,
      `Failed to create directory '${target}' on remote destination.`,
      target,
      'FailedToCreateDirectory',
    );
    return;
  }
  if (!context.flag('Recurse')) return;
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    if (context.signal.aborted) return;
    const each = nodePath.join(path, entry.name);
    if (entry.isDirectory()) yield* folderTo(copying, each, target);
    else if (wants(entry.name) && fs.statSync(each, { throwIfNoEntry: false })?.isFile() === true)
      yield* fileTo(copying, each, target);
  }
}
function* fileTo(copying: Copying, path: string, destination: string): Steps<void> {
  const { context, files } = copying;
  const name = nodePath.basename(path);
  if (!(yield* mayCopy(copying, path, destination, 'Copy File'))) return;
  const target = yield* files.targetOf(destination, name);
  if (target === undefined) {
    yield* files.notFound(destination, 'WriteError');
    return;
  }
  const tell = progress(copying, path, target, true);
  const file = fs.openSync(path, 'r');
  try {
    const { size, mtimeMs, mode } = fs.fstatSync(file);
    const buffer = new Uint8Array(Math.min(size, FRAGMENT_BYTES));
    yield* tell(0);
    for (let at = 0; ; ) {
      if (context.signal.aborted) return;
      const read = fs.readSync(file, buffer, 0, Math.min(buffer.length, Math.max(0, size - at)), at);
      if (!(yield* files.write(target, buffer.subarray(0, read), at === 0))) {
        // One who stops it is not told what did not come to its end.
        if (context.signal.aborted) return;
        yield* ioError(files, `Failed to copy file ${path} to remote target destination.`, path);
        return;
      }
      at += read;
      if (read === 0 || at >= size) break;
      yield* tell((at * 100) / size);
    }
    yield* tell(100, true);
    yield* files.setMetadata(target, metadataOf(mtimeMs, (mode & 0o222) === 0));
  } finally {
    fs.closeSync(file);
  }
}

function metadataOf(mtimeMs: number, isReadOnly: boolean): PSDictionary {
  const written = dateTimeOfUnixMs(mtimeMs);
  const entries: [PSValue, PSValue][] = [
    ['LastWriteTime', toLocal(written)],
    ['LastWriteTimeUtc', written],
  ];
  if (isReadOnly) entries.push(['Attributes', 'ReadOnly']);
  return new PSDictionary(entries);
}

// ------------------------------------------------------------------ from a session

export function* copyFromSession(
  context: EngineCommandContext,
  session: ReachedSession,
  sources: readonly string[],
  destination: string,
  wants: (name: string) => boolean,
): Steps<void> {
  const files = new SessionFiles(context, session);
  const copying: Copying = { context, files, wants };
  for (const source of sources) {
    if (!(yield* files.isUsable(source, true))) return;
    const items = yield* files.items(source);
    if (items === undefined) {
      yield* cannotRead(files, source, 'CopyItemRemotelyFailedToReadFile');
      return;
    }
    for (const item of items) {
      if (context.signal.aborted) return;
      yield* itemFrom(copying, item, destination);
    }
  }
}
function* itemFrom(copying: Copying, item: RemoteItem, destination: string): Steps<void> {
  const { context, files, wants } = copying;
  // The name comes from the other side, and becomes one of ours.
  if (/[\\/\0]/.test(item.name) || item.name === '' || item.name === '.' || item.name === '..') {
    yield* ioError(
      files,
      `The session gave '${item.name}' as the name of an item, which could lead elsewhere.`,
      item.path,
      'CopyError',
      'SecurityError',
    );
    return;
  }
  try {
    if (item.isFolder) yield* folderFrom(copying, item, destination);
    else if (wants(item.name)) yield* fileFrom(copying, item, destination);
  } catch (error) {
    // What the system refuses is here.
    const path = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : item.path;
    yield* settle(writeSystemError(context, error, path, { ...SYSTEM_IDS, about: item.path }));
  }
}
const isFolderHere = (path: string): boolean => fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function* folderFrom(copying: Copying, item: RemoteItem, destination: string): Steps<void> {
  const { context, files } = copying;
  if (fs.statSync(destination, { throwIfNoEntry: false })?.isFile() === true) {
    yield* ioError(files, `Cannot copy a directory '${item.path}' to file '${destination}'`, destination);
    return;
  }
  const target = isFolderHere(destination) ? nodePath.join(destination, item.name) : destination;
  if (!(yield* mayCopy(copying, item.path, target, 'Copy Directory'))) return;
  if (isFolderHere(target)) {
    if (!context.flag('Force')) {
      yield* alreadyThere(files, target);
      return;
    }
  } else makeFolders(target);
  if (!context.flag('Recurse')) return;
  const children = yield* files.children(item.path);
  if (children === undefined) {
    yield* ioError(files, `Failed to get directory ${item.path} child items.`, item.path);
    return;
  }
  for (const child of children) {
    if (context.signal.aborted) return;
    yield* itemFrom(copying, child, target);
  }
}
function* fileFrom(copying: Copying, item: RemoteItem, destination: string): Steps<void> {
  const { context, files } = copying;
  const target = isFolderHere(destination) ? nodePath.join(destination, item.name) : destination;
  if (!(yield* mayCopy(copying, item.path, target, 'Copy File'))) return;
  const tell = progress(copying, item.path, target, false);
  const force = context.flag('Force');
  if (force && fs.existsSync(target)) fs.chmodSync(target, fs.statSync(target).mode | 0o200);
  const file = fs.openSync(target, 'w');
  let isWhole = false;
  try {
    yield* tell(0);
    for (let at = 0; ; ) {
      if (context.signal.aborted) return;
      const piece = yield* files.read(item.path, at, force);
      if (piece === undefined) yield* cannotRead(files, item.path, 'FailedToCopyFileFromRemoteSession');
      if (piece === undefined || piece === 'told') return;
      for (let written = 0; written < piece.bytes.length; )
        written += fs.writeSync(file, piece.bytes, written, piece.bytes.length - written, at + written);
      at += piece.bytes.length;
      if (!piece.more || piece.bytes.length === 0) break;
      yield* tell(item.size > 0 ? (at * 100) / item.size : 0);
    }
    isWhole = true;
    yield* tell(100, true);
  } finally {
    fs.closeSync(file);
    if (!isWhole) fs.rmSync(target, { force: true });
  }
  takeMetadata(target, yield* files.metadata(item.path));
}
function takeMetadata(path: string, metadata: PSDictionary | undefined): void {
  const time = unwrap(metadata?.getEntry('LastWriteTimeUtc') ?? null);
  if (time instanceof PSDateTime) {
    const modified = jsDate(time);
    fs.utimesSync(path, modified, modified);
  }
  if (listOf(metadata?.getEntry('Attributes') ?? null).some((one) => /^ReadOnly$/i.test(toText(one))))
    fs.chmodSync(path, fs.statSync(path).mode & ~0o222);
}
function* cannotRead(files: SessionFiles, path: string, errorId: string): Steps<void> {
  yield* files.error(`Failed to read remote file '${path}'.`, {
    errorId,
    category: 'WriteError',
    target: path,
    exceptionType: 'System.IO.IOException',
  });
}
