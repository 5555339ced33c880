/** What the system refuses, as an error of a command. */
import { systemText } from '../../text/system-errors.js';
import { existsSync } from 'node:fs';
import nodePath from 'node:path';
import type { Pending } from '../../pending.js';
import type { EngineCommandContext } from '../engine-services.js';

export const isDenied = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
/** An error of the system as PowerShell names it. */
export function writeSystemError(
  context: EngineCommandContext,
  error: unknown,
  path: string,
  ids: { readonly denied: string; readonly io: string; readonly noFolder?: string; readonly about?: string },
  category: 'WriteError' | 'ReadError' = 'WriteError',
): Pending<void> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!(error instanceof Error) || code === '') throw error;
  // A folder that is opened as a file is refused as what nobody may open.
  if (isDenied(error) || code === 'EISDIR')
    return context.writeError(`Access to the path '${path}' is denied.`, {
      errorId: ids.denied,
      category: 'PermissionDenied',
      target: path,
      exceptionType: 'System.UnauthorizedAccessException',
    });
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const parent = code === 'ENOENT' && existsSync(nodePath.dirname(path));
    return context.writeError(
      parent ? `Could not find file '${path}'.` : `Could not find a part of the path '${path}'.`,
      {
        errorId: parent ? ids.io : (ids.noFolder ?? ids.io),
        category: parent || ids.noFolder === undefined ? category : 'ObjectNotFound',
        target: ids.about ?? path,
        exceptionType: parent ? 'System.IO.FileNotFoundException' : 'System.IO.DirectoryNotFoundException',
      },
    );
  }
  return context.writeError(systemText(error, path), {
    errorId: ids.io,
    category,
    target: path,
    exceptionType: 'System.IO.IOException',
  });
}
/** A folder, or what is in its way, is there already. */
export const writeItemExists = (context: EngineCommandContext, path: string): Pending<void> =>
  context.writeError(`An item with the specified name ${path} already exists.`, {
    errorId: 'DirectoryExist',
    category: 'ResourceExists',
    target: path,
    exceptionType: 'System.IO.IOException',
  });
