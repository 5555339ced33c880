/** What the system says of files, as .NET words it: the C library's text and the path. Node has texts of its own. */

const TEXTS: Readonly<Record<string, string>> = {
  EBUSY: 'Device or resource busy',
  EDQUOT: 'Disk quota exceeded',
  EEXIST: 'File exists',
  EFBIG: 'File too large',
  EINVAL: 'Invalid argument',
  EIO: 'Input/output error',
  ELOOP: 'Too many levels of symbolic links',
  EMFILE: 'Too many open files',
  ENFILE: 'Too many open files in system',
  ENODEV: 'No such device',
  ENOENT: 'No such file or directory',
  ENOSPC: 'No space left on device',
  ENOTDIR: 'Not a directory',
  ENOTEMPTY: 'Directory not empty',
  ENOTSUP: 'Operation not supported',
  ENXIO: 'No such device or address',
  EROFS: 'Read-only file system',
  ETXTBSY: 'Text file busy',
  EXDEV: 'Invalid cross-device link',
};

/**
 * The text of an IOException for an error of Node's file functions that has no exception of its own in .NET. What has
 * two paths (a move) names none.
 * @param path where the error itself names none.
 */
export function systemText(error: Error & { readonly dest?: unknown; readonly path?: unknown }, path?: string): string {
  const text = 'code' in error ? TEXTS[String(error.code)] : undefined;
  if (text === undefined) return error.message;
  if (error.dest !== undefined && error.dest !== null) return text;
  const about = path ?? (typeof error.path === 'string' ? error.path : undefined);
  return about === undefined ? text : `${text} : '${about}'`;
}
