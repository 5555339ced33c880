/** Files that commands read and write by -Path and -LiteralPath. */
import { systemText } from '../../text/system-errors.js';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CommandContext } from '../../command-api.js';
import type { EngineCommandContext } from '../engine-services.js';
import { type Place, placeOf, ProviderError, resolvePlaces } from '../items/places.js';
import { hasWildcard } from '../../text/wildcard.js';
import { fileBytes } from '../../file-steps.js';
import { settle, type Steps, type Tick } from '../../pending.js';
import { decodeFile, decodeFileSteps, encodingOf, type TextEncoding, UTF8 } from './encoding.js';

/** The command ends: the path leads nowhere. */
export function stop(context: CommandContext, error: Error, path: string): never {
  const known = error instanceof ProviderError ? error : new ProviderError(error.message, 'PathNotFound', path);
  context.fail(known.message, {
    errorId: known.errorId,
    category: known.category,
    target: known.target,
    exceptionType: known.exceptionType,
  });
}
/** The same, where there is no drive or provider of the name; an item that is not there is for the command to tell. */
export function stopWithoutDrive(context: CommandContext, error: Error, path: string): void {
  if (error instanceof ProviderError && error.errorId !== 'PathNotFound') stop(context, error, path);
}
function fileOf(context: EngineCommandContext, place: Place): string {
  if (place.kind === 'file') return place.path;
  return context.fail(
    `Cannot open file because the current provider (Microsoft.PowerShell.Core\\${place.provider.name}) cannot open a file.`,
    {
      errorId: 'ReadWriteFileNotFileSystemProvider',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
    },
  );
}
/** Existing files that the paths mean. Fails for a path that does not exist. */
export function existingFiles(context: EngineCommandContext, paths: readonly string[], literal: boolean): string[] {
  return paths.flatMap((path) =>
    resolvePlaces(context, path, literal).map((place) =>
      place instanceof Error ? stop(context, place, path) : fileOf(context, place),
    ),
  );
}
/**
 * Files of types or views. What is not there, or is named otherwise, is an error of its own, and the others are taken.
 * @param errorId of a path that means nothing.
 */
export function* ps1xmlFiles(
  context: EngineCommandContext,
  paths: readonly string[],
  errorId: string,
): Steps<string[]> {
  const files: string[] = [];
  for (const path of paths)
    for (const place of resolvePlaces(context, path, false)) {
      if (place instanceof Error) {
        const known = place instanceof ProviderError ? place : undefined;
        yield* settle(
          context.writeError(place.message, {
            errorId,
            category: 'InvalidOperation',
            target: path,
            exceptionType: known?.exceptionType ?? 'System.Management.Automation.ItemNotFoundException',
          }),
        );
        continue;
      }
      const file = fileOf(context, place);
      if (/\.ps1xml$/i.test(file)) files.push(file);
      else
        yield* settle(
          context.writeError(
            `Cannot read the file "${file}"  because it does not have the file name extension "ps1xml".`,
            {
              errorId: 'WrongExtension',
              category: 'InvalidArgument',
              exceptionType: 'System.Management.Automation.PSInvalidOperationException',
            },
          ),
        );
    }
  return files;
}
/**
 * Files to be opened for reading: a path without wildcards need not exist, which opening it tells. Fails for a pattern
 * that means no file.
 */
export function filesToRead(context: EngineCommandContext, paths: readonly string[], literal: boolean): string[] {
  return paths.flatMap((path) => {
    if (literal || !hasWildcard(path)) return [targetFile(context, path)];
    return matchedFiles(context, path);
  });
}
/** Fails for a pattern that means no file. */
function matchedFiles(context: EngineCommandContext, path: string): string[] {
  const found = existingFiles(context, [path], false);
  if (found.length > 0) return found;
  return context.fail(`Cannot perform operation because the wildcard path ${path} did not resolve to a file.`, {
    errorId: 'FileOpenFailure',
    category: 'OpenError',
    target: path,
    exceptionType: 'System.IO.FileNotFoundException',
  });
}
/** The one file to be written: that of a pattern exists. */
export function fileToWrite(context: EngineCommandContext, path: string, literal: boolean): string {
  if (literal || !hasWildcard(path)) return targetFile(context, path);
  const [only, ...more] = matchedFiles(context, path);
  if (only !== undefined && more.length === 0) return only;
  return context.fail(
    'Cannot perform operation because the path resolved to more than one file. This command cannot operate on multiple files.',
    {
      errorId: 'ReadWriteMultipleFilesNotSupported',
      category: 'InvalidArgument',
      target: path,
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
    },
  );
}
/** The file to be written, which need not exist. */
export function targetFile(context: EngineCommandContext, path: string): string {
  const place = placeOf(context, path);
  return place instanceof Error ? stop(context, place, path) : fileOf(context, place);
}
export function textEncoding(context: EngineCommandContext): TextEncoding {
  const given = context.arg('Encoding');
  const found = encodingOf(given);
  if (found === undefined)
    context.fail(`'${String(given)}' is not a supported encoding name.`, {
      errorId: 'ParameterArgumentTransformationError',
      category: 'InvalidData',
      exceptionType: 'System.ArgumentException',
    });
  return found;
}
/** What the error says besides, and what it is about. */
export interface OpenFailure {
  readonly before?: string;
  readonly target?: string | null;
}
/** Opens, reads or writes a file. Fails with FileOpenFailure, as every command of Utility does, when that cannot be. */
export function fileOpened<T>(
  context: CommandContext,
  path: string,
  work: () => T,
  { before = '', target = null }: OpenFailure = {},
): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const init = { errorId: 'FileOpenFailure', category: 'OpenError', target } as const;
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      return existsSync(dirname(path))
        ? context.fail(`${before}Could not find file '${path}'.`, {
            ...init,
            exceptionType: 'System.IO.FileNotFoundException',
          })
        : context.fail(`${before}Could not find a part of the path '${path}'.`, {
            ...init,
            exceptionType: 'System.IO.DirectoryNotFoundException',
          });
    return ['EACCES', 'EPERM', 'EISDIR'].includes(String(error.code))
      ? context.fail(`${before}Access to the path '${path}' is denied.`, {
          ...init,
          exceptionType: 'System.UnauthorizedAccessException',
        })
      : context.fail(systemText(error, path), { ...init, exceptionType: 'System.IO.IOException' });
  }
}
/** A file's text; its mark wins over -Encoding. Fails with FileOpenFailure when it cannot be read. */
export const readText = (
  context: EngineCommandContext,
  path: string,
  encoding: TextEncoding = UTF8,
  failure?: OpenFailure,
): string =>
  decodeFile(
    fileOpened(context, path, () => readFileSync(path), failure),
    encoding,
  );
/** As `readText`, of any length without holding the thread. */
export function* readTextSteps(
  context: EngineCommandContext,
  path: string,
  encoding: TextEncoding = UTF8,
): Steps<string> {
  const tick: Tick = () => context.tick();
  let bytes: Uint8Array;
  try {
    bytes = yield* fileBytes(path, tick);
  } catch (error) {
    return fileOpened(context, path, (): never => {
      throw error;
    });
  }
  return yield* decodeFileSteps(bytes, encoding, tick);
}
export const fileExists = (path: string): boolean => existsSync(path);
