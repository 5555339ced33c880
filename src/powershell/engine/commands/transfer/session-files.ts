/** The files at the other end of a session: calls of the helper commands, or of their scripts where the session takes scripts. */
import { PSDictionary, type PSErrorRecord, type PSValue } from '../../../../protocol/objects/index.js';
import type { ErrorInit, ReachedSession } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { unwrap } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { listOf } from '../support/objects.js';
import { COPY_FROM, COPY_TO, COPY_UTILS, HELPER_SCRIPTS, type HelperName } from './helper-scripts.js';

type Parameters = Readonly<Record<string, PSValue>>;
/** PowerShell's own size of a piece of a file: larger ones cost memory at both ends and are no faster. Bytes. */
export const FRAGMENT_BYTES = 4 * 1024 * 1024;

export interface RemoteItem {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly isFolder: boolean;
}

const has = (errors: readonly PSErrorRecord[], id: string): boolean =>
  errors.some(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId.split(',')[0] === id);
const isTrue = (table: PSDictionary | undefined, key: string): boolean => unwrap(table?.getEntry(key) ?? null) === true;
const textIn = (table: PSDictionary | undefined, key: string): string | undefined => {
  const value = table?.getEntry(key) ?? null;
  return value === null ? undefined : toText(value);
};
function tablesIn(table: PSDictionary | undefined, key: string): readonly PSDictionary[] {
  return listOf(table?.getEntry(key))
    .map((item) => unwrap(item))
    .filter((item) => item instanceof PSDictionary);
}

export class SessionFiles {
  readonly #context: EngineCommandContext;
  readonly #session: ReachedSession;
  /** The session has no helper commands of its own, so that their scripts are sent. */
  #sendsScripts = false;
  constructor(context: EngineCommandContext, session: ReachedSession) {
    this.#context = context;
    this.#session = session;
  }
  get computerName(): string {
    return this.#session.computerName;
  }

  /** Whether the path can be a source or destination; errors are written. The first call for a session. */
  *isUsable(path: string, isSource: boolean): Steps<boolean> {
    const parameters: Parameters = { pathToValidate: path, ...(isSource ? { sourceIsRemote: true } : {}) };
    let found = yield* this.#ask(COPY_UTILS, parameters);
    if (found !== undefined && has(found.errors, 'CommandNotFoundException')) {
      this.#sendsScripts = true;
      found = yield* this.#ask(COPY_UTILS, parameters);
      if (found !== undefined && has(found.errors, 'ScriptsNotAllowed')) {
        yield* this.error('Cannot perform operation because the session LanguageMode is set to NoLanguage.', {
          errorId: 'SessionIsNotInFullLanguageMode',
          category: 'InvalidOperation',
          exceptionType: 'System.InvalidOperationException',
        });
        return false;
      }
    }
    if (found === undefined) return false;
    yield* this.#pass(found.errors);
    const { table } = found;
    if (table === undefined) {
      yield* this.error(`Cannot validate remote path '${path}'.`, {
        errorId: 'FailedToValidateRemotePath',
        category: 'InvalidOperation',
        target: path,
        exceptionType: 'System.InvalidOperationException',
      });
      return false;
    }
    if (unwrap(table.getEntry('IsAbsolute') ?? null) === false) {
      yield* this.error(
        `The path '${path}' is not valid. Only absolute paths are supported on remote copy operations.`,
        {
          errorId: 'RemotePathIsNotAbsolute',
          category: 'InvalidArgument',
          target: path,
          exceptionType: 'System.ArgumentException',
        },
      );
      return false;
    }
    if ((isSource && !isTrue(table, 'Exists')) || (!isSource && textIn(table, 'Root') === undefined)) {
      yield* this.notFound(path, 'InvalidArgument');
      return false;
    }
    return true;
  }

  // ------------------------------------------------------------------ to the session

  *isFolder(path: string): Steps<boolean> {
    return isTrue(yield* this.#call(COPY_UTILS, { dirPathExists: path }), 'Exists');
  }
  *isFile(path: string): Steps<boolean> {
    return isTrue(yield* this.#call(COPY_TO, { isFilePath: path }), 'IsFileInfo');
  }
  /** Where a file of this name ends that is copied to the path; undefined when there is no such place. */
  *targetOf(path: string, name: string): Steps<string | undefined> {
    const found = yield* this.#call(COPY_TO, { remotePath: path });
    if (isTrue(found, 'IsDirectoryInfo')) return joinRemote(path, name);
    return isTrue(found, 'IsFileInfo') || isTrue(found, 'ParentIsDirectoryInfo') ? path : undefined;
  }
  *makeFolder(path: string, force: boolean): Steps<'made' | 'exists' | 'failed'> {
    const found = yield* this.#call(COPY_TO, { createDirectoryPath: path, ...(force ? { force: true } : {}) });
    if (isTrue(found, 'PathExists')) return 'exists';
    return textIn(found, 'DirectoryPath') === undefined ? 'failed' : 'made';
  }
  /** Whether all bytes were written there. */
  *write(path: string, bytes: Uint8Array, isFirst: boolean): Steps<boolean> {
    const content: Parameters =
      isFirst && bytes.length === 0 ? { emptyFile: true } : { b64Fragment: Buffer.from(bytes).toString('base64') };
    const found = yield* this.#call(COPY_TO, { copyToFilePath: path, createFile: isFirst, ...content });
    return unwrap(found?.getEntry('BytesWritten') ?? null) === bytes.length;
  }
  *setMetadata(path: string, metadata: PSDictionary): Steps<void> {
    const found = yield* this.#ask(COPY_TO, { metaDataFilePath: path, metaDataToSet: metadata });
    if (found !== undefined) yield* this.#pass(found.errors);
  }

  // ------------------------------------------------------------------ from the session

  *items(path: string): Steps<readonly RemoteItem[] | undefined> {
    const found = yield* this.#call(COPY_FROM, { getPathItems: path });
    if (found === undefined) return undefined;
    return tablesIn(found, 'Items').map((one) => ({
      name: textIn(one, 'Name') ?? '',
      path: textIn(one, 'FullName') ?? '',
      size: Number(textIn(one, 'FileSize') ?? 0),
      isFolder: isTrue(one, 'IsDirectory'),
    }));
  }
  *children(path: string): Steps<readonly RemoteItem[] | undefined> {
    const found = yield* this.#call(COPY_FROM, { getPathDir: path });
    if (found === undefined) return undefined;
    const files = tablesIn(found, 'Files').map((one) => ({
      name: textIn(one, 'FileName') ?? '',
      path: textIn(one, 'FilePath') ?? '',
      size: Number(textIn(one, 'FileSize') ?? 0),
      isFolder: false,
    }));
    const folders = tablesIn(found, 'Directories').map((one) => ({
      name: textIn(one, 'Name') ?? '',
      path: textIn(one, 'FullName') ?? '',
      size: 0,
      isFolder: true,
    }));
    return [...files, ...folders];
  }
  /** Undefined: it could not be read, which was said. */
  *read(
    path: string,
    start: number,
    force: boolean,
  ): Steps<{ readonly bytes: Uint8Array; readonly more: boolean } | 'told' | undefined> {
    const found = yield* this.#call(COPY_FROM, {
      copyFromFilePath: path,
      copyFromStart: BigInt(start),
      copyFromNumBytes: BigInt(FRAGMENT_BYTES),
      ...(force ? { force: true } : {}),
    });
    if (found === undefined) return undefined;
    if (isTrue(found, 'ExceptionThrown')) return 'told';
    return {
      bytes: Buffer.from(textIn(found, 'b64Fragment') ?? '', 'base64'),
      more: isTrue(found, 'moreAvailable'),
    };
  }
  *metadata(path: string): Steps<PSDictionary | undefined> {
    return (yield* this.#ask(COPY_FROM, { getMetaFilePath: path }))?.table;
  }

  // ------------------------------------------------------------------ errors

  *error(message: string, init: ErrorInit): Steps<void> {
    yield* settle(this.#context.writeError(message, init));
  }
  *notFound(path: string, category: 'InvalidArgument' | 'WriteError'): Steps<void> {
    yield* this.error(`Cannot find path '${path}' because it does not exist.`, {
      errorId: 'RemotePathNotFound',
      category,
      target: path,
      exceptionType: 'System.ArgumentException',
    });
  }

  /** The answer's table; errors of the other side are written. */
  *#call(helper: HelperName, parameters: Parameters): Steps<PSDictionary | undefined> {
    const found = yield* this.#ask(helper, parameters);
    if (found !== undefined) yield* this.#pass(found.errors);
    return found?.table;
  }
  *#pass(errors: readonly PSErrorRecord[]): Steps<void> {
    for (const record of errors) yield* settle(this.#context.writeErrorRecord(record));
  }
  /** Undefined: the session is lost, which was said. */
  *#ask(
    helper: HelperName,
    parameters: Parameters,
  ): Steps<{ readonly table: PSDictionary | undefined; readonly errors: readonly PSErrorRecord[] } | undefined> {
    const given = new Map(Object.entries(parameters));
    try {
      const { output, errors } = yield* settle(
        this.#session.call(this.#sendsScripts ? HELPER_SCRIPTS[helper] : helper, this.#sendsScripts, given),
      );
      const [only, second] = output.map((value) => unwrap(value));
      return { table: only instanceof PSDictionary && second === undefined ? only : undefined, errors };
    } catch (error) {
      if (!(error instanceof Error) || this.#context.signal.aborted) throw error;
      yield* this.error(error.message, {
        errorId: 'CopyFileRemoteExecutionError',
        category: 'InvalidOperation',
        exceptionType: 'System.Management.Automation.Remoting.PSRemotingTransportException',
      });
      return undefined;
    }
  }
}

/** With the separator of the other side, as far as the path shows it. */
export function joinRemote(folder: string, name: string): string {
  if (/[\\/]$/.test(folder)) return folder + name;
  return folder + (folder.includes('\\') && !folder.includes('/') ? '\\' : '/') + name;
}
