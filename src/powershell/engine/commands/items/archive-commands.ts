/** Compress-Archive and Expand-Archive. */
import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import nodePath from 'node:path';
import type { CommandRegistration } from '../../command-api.js';
import { fileBytes, writeBytes } from '../../file-steps.js';
import { settle, type Steps, type Tick } from '../../pending.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, NOT_EMPTY, oneOf, parameter } from '../support/command-spec.js';
import { targetFile } from '../support/files.js';
import { resolvePlaces } from './places.js';
import { entryTime, type ZipLevel, ZipProblem, ZipReader, ZipWriter } from './zip-file.js';
import { makeFolders } from '../../../../io/runtime/index.js';

const ARCHIVE = 'Microsoft.PowerShell.Archive' as const;
const FILE_MODE = 0o100644;
const FOLDER_MODE = 0o040755;

/** Existing files and folders that paths mean. */
function existing(context: EngineCommandContext, given: readonly string[], literal: boolean): string[] {
  const missing = (path: string): never =>
    context.fail(`The path '${path}' either does not exist or is not a valid file system path.`, {
      errorId: 'ArchiveCmdletPathNotFound',
      category: 'InvalidArgument',
      target: path,
      exceptionType: 'System.InvalidOperationException',
    });
  return given.flatMap((path) => {
    const places = resolvePlaces(context, path, literal);
    if (places.length === 0) return missing(path);
    return places.map((place) => {
      if (place instanceof Error || place.kind !== 'file' || !existsSync(place.path)) return missing(path);
      return place.path;
    });
  });
}

interface Source {
  readonly name: string;
  /** Undefined for an empty folder. */
  readonly path: string | undefined;
}
/** A folder's entries: empty folders, files, then what lies in the other folders. */
function* walk(folder: string, prefix: string): Generator<Source> {
  const items = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const isFolder = (name: string): boolean => statSync(nodePath.join(folder, name)).isDirectory();
  const folders = items.filter(({ name }) => isFolder(name)).map(({ name }) => name);
  const isEmpty = (name: string): boolean => readdirSync(nodePath.join(folder, name)).length === 0;
  for (const name of folders) if (isEmpty(name)) yield { name: `${prefix}${name}/`, path: undefined };
  for (const { name } of items)
    if (!folders.includes(name)) yield { name: prefix + name, path: nodePath.join(folder, name) };
  for (const name of folders) if (!isEmpty(name)) yield* walk(nodePath.join(folder, name), `${prefix}${name}/`);
}
function sourcesOf(paths: readonly string[]): Source[] {
  const isFolder = (path: string): boolean => statSync(path).isDirectory();
  return [
    ...paths.filter(isFolder).flatMap((path) => [...walk(path, `${nodePath.basename(path)}/`)]),
    ...paths.filter((path) => !isFolder(path)).map((path) => ({ name: nodePath.basename(path), path })),
  ];
}

const compressArchive = defineCommand(
  'Compress-Archive',
  {
    className: '',
    module: ARCHIVE,
    defaultSet: 'Path',
    shouldProcess: true,
    output: 'System.IO.FileInfo',
    synopsis: 'Creates a compressed archive, or zipped file, from specified files and directories.',
  },
  [
    parameter('Path', 'String[]', 'Path,PathWithForce,PathWithUpdate: M 0 V P', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String[]', 'LiteralPath,LiteralPathWithForce,LiteralPathWithUpdate: M P', {
      alias: 'PSPath',
      check: NOT_EMPTY,
    }),
    parameter('DestinationPath', 'String', 'M 1', { check: NOT_EMPTY }),
    parameter('CompressionLevel', 'String', '', { check: oneOf('Optimal', 'NoCompression', 'Fastest') }),
    flag('PassThru'),
    flag('Update', 'PathWithUpdate,LiteralPathWithUpdate: M'),
    flag('Force', 'PathWithForce,LiteralPathWithForce: M'),
  ],
  (context) => {
    const paths: string[] = [];
    return {
      process() {
        const literal = texts(context, 'LiteralPath');
        const given = literal ?? texts(context, 'Path') ?? [];
        const found = existing(context, given, literal !== undefined);
        for (const [index, path] of found.entries()) {
          if (paths.includes(path))
            context.fail(
              `The input to ${literal === undefined ? 'Path' : 'LiteralPath'} parameter contains a duplicate path '${given[index] ?? path}'. Provide a unique set of paths as input to ${literal === undefined ? 'Path' : 'LiteralPath'} parameter.`,
              {
                errorId: 'DuplicatePathFound',
                category: 'InvalidArgument',
                target: given[index] ?? path,
                exceptionType: 'System.IO.IOException',
              },
            );
          paths.push(path);
        }
      },
      *end(): Steps<void> {
        const given = text(context, 'DestinationPath') ?? '';
        let target = targetFile(context, given);
        if (nodePath.extname(target) === '') target += '.zip';
        existing(context, [nodePath.dirname(target)], true);
        const update = context.flag('Update');
        if (existsSync(target) && !update && !context.flag('Force'))
          context.fail(
            `The archive file ${target} already exists. Use the -Update parameter to update the existing archive file or use the -Force parameter to overwrite the existing archive file.`,
            {
              errorId: 'ArchiveFileExists',
              category: 'InvalidArgument',
              target,
              exceptionType: 'System.IO.IOException',
            },
          );
        const sources = sourcesOf(paths.filter((path) => path !== target));
        if (sources.length === 0 || !(yield* settle(context.shouldProcess(target)))) return;
        const level = ['NoCompression', 'Fastest'].find(
          (word) => word.toLowerCase() === text(context, 'CompressionLevel')?.toLowerCase(),
        ) as ZipLevel | undefined;
        // Beside the target first: a failure leaves what was there.
        const draft = `${target}.${process.pid}.part`;
        try {
          yield* writeArchive(context, draft, target, update, sources, level ?? 'Optimal');
          renameSync(draft, target);
        } catch (error) {
          rmSync(draft, { force: true });
          zipFailure(context, error, target);
        }
        if (context.flag('PassThru'))
          yield* settle(
            context.writeAll(yield* settle(context.services.call('Get-Item', { LiteralPath: target }, []))),
          );
      },
    };
  },
);
function* writeArchive(
  context: EngineCommandContext,
  draft: string,
  target: string,
  update: boolean,
  sources: readonly Source[],
  level: ZipLevel,
): Steps<void> {
  const file = openSync(draft, 'w');
  try {
    const writer = new ZipWriter(file);
    const fresh = new Map(sources.map((source) => [source.name, source]));
    const tick: Tick = () => context.tick(64);
    const add = function* ({ name, path }: Source): Steps<void> {
      if (path === undefined) yield* writer.add(name, new Uint8Array(0), new Date(), FOLDER_MODE, level, tick);
      else {
        const { mtime, mode } = statSync(path);
        const content = yield* fileBytes(path, tick);
        yield* writer.add(name, content, mtime, mode === 0 ? FILE_MODE : mode, level, tick);
      }
    };
    if (update && existsSync(target)) {
      const reader = new ZipReader(target);
      try {
        for (const entry of reader.entries) {
          const newer = fresh.get(entry.name);
          if (newer === undefined) writer.copy(entry, reader.packed(entry));
          else yield* add(newer);
          fresh.delete(entry.name);
          const wait = tick();
          if (wait !== undefined) yield wait;
        }
      } finally {
        reader.close();
      }
    }
    for (const source of fresh.values()) {
      yield* add(source);
      const wait = tick();
      if (wait !== undefined) yield wait;
    }
    writer.finish();
  } finally {
    closeSync(file);
  }
}
function zipFailure(context: EngineCommandContext, error: unknown, path: string): never {
  if (!(error instanceof ZipProblem)) throw error;
  return context.fail(error.message, {
    errorId: 'InvalidArchiveFile',
    category: 'InvalidData',
    target: path,
    exceptionType: 'System.IO.InvalidDataException',
  });
}

const expandArchive = defineCommand(
  'Expand-Archive',
  {
    className: '',
    module: ARCHIVE,
    defaultSet: 'Path',
    shouldProcess: true,
    output: 'System.IO.FileSystemInfo',
    synopsis: 'Extracts files from a specified archive (zipped) file.',
  },
  [
    parameter('Path', 'String', 'Path: M 0 V P', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String', 'LiteralPath: M P', { alias: 'PSPath', check: NOT_EMPTY }),
    parameter('DestinationPath', 'String', '1', { check: NOT_EMPTY }),
    flag('Force'),
    flag('PassThru'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const literal = text(context, 'LiteralPath');
      const [path = ''] = existing(context, [literal ?? text(context, 'Path') ?? ''], literal !== undefined);
      const given = text(context, 'DestinationPath');
      const target =
        given === undefined
          ? nodePath.join(targetFile(context, '.'), nodePath.basename(path, nodePath.extname(path)))
          : targetFile(context, given);
      if (!(yield* settle(context.shouldProcess(path)))) return;
      let reader: ZipReader;
      try {
        reader = new ZipReader(path);
      } catch (error) {
        zipFailure(context, error, path);
      }
      try {
        makeFolders(target);
        const written = new Set<string>();
        for (const entry of reader.entries) {
          const place = nodePath.resolve(target, entry.name.replaceAll('\\', '/'));
          // An entry may not leave the folder that was named.
          if (place !== target && !place.startsWith(target.endsWith(nodePath.sep) ? target : target + nodePath.sep)) {
            yield* settle(
              context.writeError(`The entry '${entry.name}' lies outside of '${target}' and is left out.`, {
                errorId: 'ArchiveEntryOutsideDestination',
                category: 'SecurityError',
                target: entry.name,
                exceptionType: 'System.IO.IOException',
              }),
            );
            continue;
          }
          if (entry.name.endsWith('/')) {
            if (!existsSync(place)) written.add(place);
            makeFolders(place);
            continue;
          }
          if (existsSync(place) && !context.flag('Force')) {
            yield* settle(
              context.writeError(
                `Failed to create file '${place}' while expanding the archive file '${path}' contents as the file '${place}' already exists. Use the -Force parameter if you want to overwrite the existing directory '${place}' contents when expanding the archive file.`,
                {
                  errorId: 'ExpandArchiveFileExists',
                  category: 'InvalidOperation',
                  target: place,
                  exceptionType: 'System.IO.IOException',
                },
              ),
            );
            continue;
          }
          const folder = nodePath.dirname(place);
          if (!existsSync(folder)) written.add(folder);
          makeFolders(folder);
          const content = yield* reader.content(entry, () => context.tick(64));
          yield* writeBytes(place, content, () => context.tick(64), entry.mode === 0 ? undefined : entry.mode & 0o777);
          utimesSync(place, new Date(), entryTime(entry));
          written.add(place);
          const tick = context.tick(64);
          if (tick !== undefined) yield tick;
        }
        if (context.flag('PassThru'))
          for (const item of written)
            yield* settle(
              context.writeAll(yield* settle(context.services.call('Get-Item', { LiteralPath: item }, []))),
            );
      } catch (error) {
        zipFailure(context, error, path);
      } finally {
        reader.close();
      }
    },
  }),
);
export const ARCHIVE_COMMANDS: readonly CommandRegistration[] = [compressArchive, expandArchive];
