/**
 * The helper commands of a session with a `User:` drive. PowerShell's client calls them by these names and parameters
 * where a session takes no scripts; they touch nothing but the drive.
 */
import nodePath from 'node:path';
import { dateTimeOfUnixMs } from '../../../../protocol/clixml/index.js';
import { PSDateTime, PSDictionary, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration, CommandSpec, ParameterSpec } from '../../command-api.js';
import { integerOf, toText } from '../../conversion.js';
import { settle, type Steps } from '../../pending.js';
import { jsDate, toLocal } from '../../text/date-format.js';
import { NetThrow } from '../../values/exceptions.js';
import { EnumValue, unwrap } from '../../values/live.js';
import { decodeBase64 } from '../../net/convert.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, whole } from '../support/arguments.js';
import { flag, NOT_EMPTY, NOT_NULL, parameter, range } from '../support/command-spec.js';
import { listOf } from '../support/objects.js';
import { COPY_FROM, COPY_TO, COPY_UTILS } from './helper-scripts.js';
import { ForeignPathError, USER_DRIVE, UserDriveError, UserDriveFiles } from './user-drive.js';

/** No more of a file is read at once, whatever is asked for. Bytes. */
const LARGEST_READ = 10 * 1024 * 1024;

const table = (entries: Readonly<Record<string, PSValue>>): PSDictionary => new PSDictionary(Object.entries(entries));
const noStreams = (): UserDriveError =>
  new UserDriveError(`The drive '${USER_DRIVE}' keeps no alternate data streams.`, 'System.NotSupportedException');

type Answer = (files: UserDriveFiles, context: EngineCommandContext, path: string) => PSDictionary | undefined;
/** One way to call a helper: its parameter set, and the parameter that names the path. */
interface Way {
  readonly set: string;
  readonly path: string;
  readonly answer: Answer;
}

const isFolder = (files: UserDriveFiles, path: string): boolean => files.stats(path)?.isDirectory() === true;
const isFile = (files: UserDriveFiles, path: string): boolean => files.stats(path)?.isFile() === true;

const UTILS_WAYS: readonly Way[] = [
  {
    set: 'PSRemoteDirectoryExist',
    path: 'dirPathExists',
    answer: (files, _context, path) => table({ Exists: isFolder(files, path) }),
  },
  {
    set: 'PSValidatePath',
    path: 'pathToValidate',
    answer: (files, context, path) =>
      table({
        Exists: files.stats(path) !== undefined || files.find(text(context, 'pathToValidate') ?? '').length > 0,
        Root: `${USER_DRIVE}:`,
        IsAbsolute: true,
      }),
  },
];

const TO_WAYS: readonly Way[] = [
  {
    set: 'PSCopyFileToRemoteSession',
    path: 'copyToFilePath',
    answer: (files, context, path) => {
      const bytes = context.flag('emptyFile') ? new Uint8Array(0) : decodeBase64(text(context, 'b64Fragment') ?? '');
      files.write(path, bytes, context.flag('createFile'));
      return table({ BytesWritten: bytes.length });
    },
  },
  {
    set: 'PSCopyAlternateStreamToRemoteSession',
    path: 'copyToFilePath',
    answer: () => {
      throw noStreams();
    },
  },
  {
    set: 'PSTargetSupportsAlternateStreams',
    path: 'supportAltStreamPath',
    answer: () => table({ TargetSupportsAlternateStreams: false }),
  },
  {
    set: 'PSSetFileMetadata',
    path: 'metaDataFilePath',
    answer: (files, context, path) => {
      const given = unwrap(context.arg('metaDataToSet') ?? null);
      if (!isFile(files, path) || !(given instanceof PSDictionary)) return undefined;
      const time = unwrap(given.getEntry('LastWriteTimeUtc') ?? given.getEntry('LastWriteTime') ?? null);
      if (time instanceof PSDateTime) files.setTime(path, jsDate(time));
      if (isReadOnly(given.getEntry('Attributes') ?? null)) files.setReadOnly(path);
      return undefined;
    },
  },
  {
    set: 'PSRemoteDestinationPathIsFile',
    path: 'isFilePath',
    answer: (files, _context, path) => table({ IsFileInfo: isFile(files, path) }),
  },
  {
    set: 'PSGetRemotePathInfo',
    path: 'remotePath',
    answer: (files, _context, path) =>
      table({
        IsFileInfo: isFile(files, path),
        IsDirectoryInfo: isFolder(files, path),
        ParentIsDirectoryInfo: path !== files.root && isFolder(files, nodePath.dirname(path)),
      }),
  },
  {
    set: 'PSCreateDirectoryOnRemoteSession',
    path: 'createDirectoryPath',
    answer: (files, context, path) => {
      if (files.stats(path) !== undefined && !context.flag('force'))
        return table({ DirectoryPath: null, PathExists: true });
      files.makeFolder(path);
      return table({ DirectoryPath: text(context, 'createDirectoryPath') ?? '', PathExists: false });
    },
  },
];
/** FileAttributes as they arrive: a number, an enumeration that travelled, or names. */
function isReadOnly(attributes: PSValue): boolean {
  const value = unwrap(attributes);
  const number = value instanceof EnumValue ? value.value : integerOf(value);
  if (number !== undefined) return (BigInt(number) & 1n) !== 0n;
  return listOf(attributes).some((one) => /\bReadOnly\b/i.test(toText(one)));
}

const FROM_WAYS: readonly Way[] = [
  {
    set: 'PSCopyFileFromRemoteSession',
    path: 'copyFromFilePath',
    answer: (files, context, path) => {
      if (context.flag('isAlternateStream')) throw noStreams();
      const start = whole(context, 'copyFromStart') ?? 0;
      const count = Math.min(whole(context, 'copyFromNumBytes') ?? 0, LARGEST_READ);
      const { bytes, more } = files.read(path, start, count);
      return table({
        b64Fragment: bytes.length === 0 ? null : Buffer.from(bytes).toString('base64'),
        moreAvailable: more,
        ExceptionThrown: false,
      });
    },
  },
  {
    set: 'PSSourceSupportsAlternateStreams',
    path: 'supportAltStreamPath',
    answer: () => table({ SourceSupportsAlternateStreams: false, Streams: [] }),
  },
  {
    set: 'PSGetFileMetadata',
    path: 'getMetaFilePath',
    answer: (files, _context, path) => {
      const stats = files.stats(path);
      if (stats === undefined) return undefined;
      const names = (stats.mode & 0o222) === 0 ? ['ReadOnly'] : ['Normal'];
      const written = dateTimeOfUnixMs(stats.mtimeMs);
      return table({
        Attributes: stats.isDirectory() ? ['Directory'] : names,
        LastWriteTime: toLocal(written),
        LastWriteTimeUtc: written,
      });
    },
  },
  {
    set: 'PSGetPathItems',
    path: 'getPathItems',
    answer: (files, context) => {
      const found = files.find(text(context, 'getPathItems') ?? '');
      if (found.length === 0) return table({ Exists: false, Items: null });
      return table({
        Exists: true,
        Items: found.map((path) => {
          const stats = files.stats(path);
          return table({
            FullName: files.shown(path),
            Name: nodePath.basename(path),
            FileSize: stats?.isFile() === true ? BigInt(stats.size) : null,
            IsDirectory: stats?.isDirectory() === true,
          });
        }),
      });
    },
  },
  {
    set: 'PSGetPathDirAndFiles',
    path: 'getPathDir',
    answer: (files, _context, path) => {
      const items = isFolder(files, path) ? files.list(path) : [];
      const inside = items.filter(({ stats }) => stats.isFile());
      const folders = items.filter(({ stats }) => stats.isDirectory());
      return table({
        Files:
          inside.length === 0
            ? null
            : inside.map((one) =>
                table({ FileName: one.name, FilePath: files.shown(one.path), FileSize: BigInt(one.stats.size) }),
              ),
        Directories:
          folders.length === 0
            ? null
            : folders.map((one) => table({ Name: one.name, FullName: files.shown(one.path) })),
      });
    },
  },
];

const CREATED = 'PSCopyFileToRemoteSession';
const STREAM = 'PSCopyAlternateStreamToRemoteSession';
const READ = 'PSCopyFileFromRemoteSession';
/** Parameters beside the one that names the path. */
const OTHERS: Readonly<Record<string, readonly ParameterSpec[]>> = {
  [COPY_UTILS]: [flag('sourceIsRemote', 'PSValidatePath:')],
  [COPY_TO]: [
    parameter('b64Fragment', 'String', `${CREATED}: ; ${STREAM}:`, { check: NOT_EMPTY }),
    flag('createFile', `${CREATED}:`),
    flag('emptyFile', `${CREATED}:`),
    parameter('streamName', 'String', `${STREAM}: M`, { check: NOT_EMPTY }),
    parameter('metaDataToSet', 'Hashtable', 'PSSetFileMetadata: M', { check: NOT_NULL }),
    flag('force', 'PSCreateDirectoryOnRemoteSession:'),
  ],
  [COPY_FROM]: [
    parameter('copyFromStart', 'Int64', `${READ}: M`, { check: range(0, Number.MAX_SAFE_INTEGER) }),
    parameter('copyFromNumBytes', 'Int64', `${READ}: M`, { check: range(0, Number.MAX_SAFE_INTEGER) }),
    flag('force', `${READ}:`),
    flag('isAlternateStream', `${READ}:`),
    parameter('streamName', 'String', `${READ}:`, { check: NOT_EMPTY }),
  ],
};

function helper(name: string, ways: readonly Way[]): CommandRegistration {
  const paths = new Map<string, string[]>();
  for (const { set, path } of ways) paths.set(path, [...(paths.get(path) ?? []), set]);
  const parameters = [
    ...[...paths].map(([path, sets]) =>
      parameter(path, 'String', sets.map((set) => `${set}: ${path === 'copyToFilePath' ? '' : 'M'}`).join('; ')),
    ),
    ...(OTHERS[name] ?? []),
  ];
  const spec: CommandSpec = {
    name,
    aliases: [],
    className: '',
    sets: ways.map(({ set }) => set),
    defaultSet: ways[0]?.set ?? '',
    parameters,
    supportsShouldProcess: false,
    outputType: 'System.Collections.Hashtable',
    synopsis: 'Copies files between this computer and the drive of your session. Copy-Item calls it.',
  };
  return {
    spec,
    create: (given) => {
      const context = given as EngineCommandContext;
      return {
        *process(): Steps<void> {
          const way = ways.find(({ set }) => set === context.parameterSetName);
          if (way !== undefined) yield* answerIn(context, way);
        },
      };
    },
  };
}
function* answerIn(context: EngineCommandContext, way: Way): Steps<void> {
  try {
    const files = UserDriveFiles.of(context);
    const answer = way.answer(files, context, files.pathOf(text(context, way.path) ?? ''));
    if (answer !== undefined) yield* settle(context.write(answer));
  } catch (error) {
    if (error instanceof ForeignPathError)
      context.fail(`Cannot validate argument on parameter '${way.path}'. ${error.message}`, {
        errorId: 'ParameterArgumentValidationError',
        category: 'InvalidData',
        exceptionType: error.exceptionType,
      });
    yield* settle(writeFailure(context, error, text(context, way.path) ?? ''));
    // Who asked learns from the answer that nothing was done.
    if (way.set === CREATED) yield* settle(context.write(table({ BytesWritten: null })));
    if (way.set === READ)
      yield* settle(context.write(table({ b64Fragment: null, moreAvailable: null, ExceptionThrown: true })));
  }
}
/** As Write-Error writes an exception: named after it. The folder that the drive lies in is not told. */
function writeFailure(
  context: EngineCommandContext,
  error: unknown,
  path: string,
): ReturnType<EngineCommandContext['writeError']> {
  const failed = failureOf(error, path);
  return context.writeError(failed.message, {
    errorId: failed.exceptionType,
    category: 'NotSpecified',
    exceptionType: failed.exceptionType,
  });
}
function failureOf(error: unknown, path: string): UserDriveError {
  if (error instanceof UserDriveError) return error;
  if (error instanceof NetThrow) return new UserDriveError(error.exception.message, error.exception.type.fullName);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  if (code === 'EACCES' || code === 'EPERM' || code === 'ELOOP')
    return new UserDriveError(`Access to the path '${path}' is denied.`, 'System.UnauthorizedAccessException');
  if (code === 'ENOENT') return new UserDriveError(`Could not find file '${path}'.`, 'System.IO.FileNotFoundException');
  return new UserDriveError(`The file '${path}' could not be used (${code}).`, 'System.IO.IOException');
}

export const HELPER_COMMANDS: readonly CommandRegistration[] = [
  helper(COPY_UTILS, UTILS_WAYS),
  helper(COPY_TO, TO_WAYS),
  helper(COPY_FROM, FROM_WAYS),
];
