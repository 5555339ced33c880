/** Files that commands read and write by -Path and -LiteralPath. */
import { existsSync, readFileSync } from 'node:fs';
import type { CommandContext } from '../../command-api.js';
import type { EngineCommandContext } from '../engine-services.js';
import { type Place, placeOf, ProviderError, resolvePlaces } from '../items/places.js';
import { decodeFile, encodingOf, type TextEncoding, UTF8 } from './encoding.js';

function stop(context: CommandContext, error: Error, path: string): never {
  const known = error instanceof ProviderError ? error : new ProviderError(error.message, 'PathNotFound', path);
  context.fail(known.message, {
    errorId: known.errorId,
    category: 'ObjectNotFound',
    target: known.target,
    exceptionType: `System.Management.Automation.${known.errorId === 'DriveNotFound' ? 'DriveNotFoundException' : 'ItemNotFoundException'}`,
  });
}
function fileOf(context: EngineCommandContext, place: Place): string {
  if (place.kind === 'file') return place.path;
  return context.fail(
    `Cannot open the file because the current provider (Microsoft.PowerShell.Core\\${place.provider.name}) cannot open files.`,
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
/** A file's text; its mark wins over -Encoding. Fails with FileOpenFailure when it cannot be read. */
export function readText(context: EngineCommandContext, path: string, encoding: TextEncoding = UTF8): string {
  try {
    return decodeFile(readFileSync(path), encoding);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const missing = error.code === 'ENOENT';
    return context.fail(
      missing
        ? `Could not find file '${path}'.`
        : error.code === 'EACCES'
          ? `Access to the path '${path}' is denied.`
          : error.message,
      {
        errorId: 'FileOpenFailure',
        category: 'OpenError',
        target: path,
        exceptionType: missing ? 'System.IO.FileNotFoundException' : 'System.UnauthorizedAccessException',
      },
    );
  }
}
export const fileExists = (path: string): boolean => existsSync(path);
