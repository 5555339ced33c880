/** Join-, Split-, Resolve- and Convert-Path. */
import nodePath from 'node:path';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { settle, type Steps } from '../../pending.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { hasWildcard } from '../../text/wildcard.js';
import type { EngineCommandContext } from '../engine-services.js';
import { isWithin, PROVIDER_PATH } from './drives.js';
import { PATHS, placesOf } from './item-commands.js';
import {
  currentPlace,
  infoOf,
  pathDrive,
  type FlatPlace,
  type Place,
  placeOf,
  resolvePlaces,
  separator,
  withEnd,
  shownPath,
  writeProviderError,
} from './places.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;
const SLASHES = /[\\/]/;

/** One separator between the two, which turns into this system's own. */
function join(parent: string, child: string): string {
  const own = (part: string): string => part.replace(/[\\/]/g, separator);
  const left = own(parent);
  const right = own(child);
  if (left === '') return right.startsWith(separator) ? right : separator + right;
  if (right === '') return left.endsWith(separator) ? left : left + separator;
  return left.replace(/[\\/]+$/, '') + separator + right.replace(/^[\\/]+/, '');
}

/** A path on a drive whose items lie in no folders. */
function flatPlace(context: EngineCommandContext, path: string): FlatPlace | undefined {
  if (path.includes('::') || !/^[\w.-]+:/.test(path)) return undefined;
  const place = placeOf(context, path);
  return !(place instanceof Error) && place.kind === 'flat' ? place : undefined;
}
export const joinPath = defineCommand(
  'Join-Path',
  { module: MANAGEMENT, output: 'System.String', synopsis: 'Combines a path and a child path into a single path.' },
  [
    parameter('Path', 'String[]', 'M 0 V P', { alias: 'PSPath' }),
    parameter('ChildPath', 'String[]', 'M 1 P', { allow: 'Null EmptyString EmptyCollection' }),
    parameter('AdditionalChildPath', 'String[]', '2 P R', { allow: 'Null EmptyString EmptyCollection' }),
    flag('Resolve'),
    parameter('Extension', 'String', 'P', { allow: 'Null EmptyString' }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const given = texts(context, 'ChildPath') ?? [];
      const children = [...(given.length === 0 ? [''] : given), ...(texts(context, 'AdditionalChildPath') ?? [])];
      for (const parent of texts(context, 'Path') ?? []) {
        const drive = pathDrive(context, parent);
        if (drive instanceof Error) {
          yield* settle(writeProviderError(context, drive, parent));
          continue;
        }
        const flat = flatPlace(context, parent);
        let joined = children.reduce(join, flat === undefined ? parent : `${flat.provider.drive}:${separator}`);
        const extension = text(context, 'Extension');
        if (extension !== undefined)
          joined = joined.replace(/\.[^.\\/]*$/, '') + (extension === '' ? '' : `.${extension.replace(/^\./, '')}`);
        if (!context.flag('Resolve')) {
          yield* settle(context.write(joined));
          continue;
        }
        for (const place of resolvePlaces(context, joined, false))
          yield* settle(
            place instanceof Error
              ? writeProviderError(context, place, joined)
              : context.write(resolvedText(joined, place)),
          );
      }
    },
  }),
);

/** A place as the path to it says it: with the provider where that one does. */
const resolvedText = (given: string, place: Place): string => {
  const provider = PROVIDER_PATH.exec(given)?.[1];
  return provider !== undefined && place.kind === 'file' ? provider + place.path : shownPath(place);
};
/** Hidden files are found by patterns only with -Force. */
function* visiblePlaces(context: EngineCommandContext): Steps<Place[]> {
  const isPattern = !context.isBound('LiteralPath') && (texts(context, 'Path') ?? []).some(hasWildcard);
  const base = text(context, 'RelativeBasePath');
  const places = yield* placesOf(context, undefined, base === undefined ? undefined : `${base}/`);
  return isPattern && !context.flag('Force')
    ? places.filter((place) => place.kind !== 'file' || !nodePath.basename(place.path).startsWith('.'))
    : places;
}
/** `C:`, `Env:`, `FileSystem::`; undefined for none. */
const qualifierOf = (path: string): string | undefined => /^((?:[\w.\\]+::)|(?:[\w~@.-]+:))/.exec(path)?.[1];
function parentOf(path: string): string {
  const trimmed = path.length > 1 ? path.replace(/[\\/]+$/, '') : path;
  const at = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
  if (at < 0) return '';
  const parent = trimmed.slice(0, at);
  if (at === 0) return trimmed.length > 1 ? separator : '';
  return (/^[A-Za-z]:$/.test(parent) ? parent + separator : parent).replace(/[\\/]/g, separator);
}
function leafOfPath(context: EngineCommandContext, path: string): string {
  const trimmed = path.length > 1 ? path.replace(/[\\/]+$/, '') : path;
  const leaf =
    trimmed
      .split(SLASHES)
      .at(-1)
      ?.replace(/^[\w~@.-]+:(?=.)/, '') ?? '';
  // The folder that the dots stand for.
  return /^\.\.?$/.test(leaf) ? nodePath.basename(nodePath.resolve(context.services.location.path, path)) : leaf;
}
const splitExtension = (leaf: string): readonly [string, string] => {
  const at = leaf.lastIndexOf('.');
  return at < 0 || at === leaf.length - 1 ? [leaf, ''] : [leaf.slice(0, at), leaf.slice(at)];
};

/** Any of these asks for something else than the parent. */
const SET_OF_PARENT = ['LeafBase', 'Extension', 'IsAbsolute', 'NoQualifier', 'Qualifier'] as const;

export const splitPath = defineCommand(
  'Split-Path',
  {
    module: MANAGEMENT,
    defaultSet: 'ParentSet',
    output: 'System.String,System.Boolean',
    synopsis: 'Returns the specified part of a path.',
  },
  [
    parameter(
      'Path',
      'String[]',
      'ParentSet,LeafSet,LeafBaseSet,ExtensionSet,QualifierSet,NoQualifierSet,IsAbsoluteSet: M 0 V P',
    ),
    parameter('LiteralPath', 'String[]', 'LiteralPathSet: M P', { alias: 'PSPath LP' }),
    flag('Qualifier', 'QualifierSet: M P'),
    flag('NoQualifier', 'NoQualifierSet: M P'),
    flag('Parent', 'ParentSet: P'),
    flag('Leaf', 'LeafSet: M P'),
    flag('LeafBase', 'LeafBaseSet: M P'),
    flag('Extension', 'ExtensionSet: M P'),
    flag('Resolve'),
    flag('IsAbsolute', 'IsAbsoluteSet: M'),
  ],
  (context) => {
    const part = (path: string): PSValue | undefined => {
      const flat = context.flag('Resolve') ? undefined : flatPlace(context, path);
      if (flat !== undefined) {
        if (context.flag('Leaf')) return path.replace(/^[^:]*:[\\/]?/, '');
        if (SET_OF_PARENT.every((name) => !context.flag(name))) return '';
      }
      if (context.flag('Leaf')) return leafOfPath(context, path);
      if (context.flag('LeafBase')) return splitExtension(leafOfPath(context, path))[0];
      if (context.flag('Extension')) return splitExtension(leafOfPath(context, path))[1];
      if (context.flag('IsAbsolute')) return qualifierOf(path) !== undefined || nodePath.isAbsolute(path);
      if (context.flag('NoQualifier')) return path.slice(qualifierOf(path)?.length ?? 0);
      if (context.flag('Qualifier')) return qualifierOf(path);
      // What is left of a path without its drive's root has to be something.
      if (path === '/')
        context.fail(
          'Cannot process argument because the value of argument "path" is not valid. Change the value of the "path" argument and run the operation again.',
          {
            errorId: 'Argument',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        );
      const parent = parentOf(path);
      return parent === '/' ? '' : parent;
    };
    return {
      *process(): Steps<void> {
        const given = texts(context, 'LiteralPath') ?? texts(context, 'Path') ?? [];
        const paths = context.flag('Resolve') ? (yield* placesOf(context)).map(shownPath) : given;
        for (const path of paths) {
          const value = part(path);
          if (value === undefined)
            yield* settle(
              context.writeError(`Cannot parse path because path '${path}' does not have a qualifier specified.`, {
                errorId: 'ParsePathFormatError',
                category: 'InvalidArgument',
                target: path,
                exceptionType: 'System.FormatException',
              }),
            );
          else yield* settle(context.write(value));
        }
      },
    };
  },
);

export const resolvePath = defineCommand(
  'Resolve-Path',
  {
    alias: 'rvpa',
    module: MANAGEMENT,
    defaultSet: 'Path',
    output: 'System.String,System.Management.Automation.PathInfo',
    synopsis: 'Resolves the wildcard characters in a path, and displays the path contents.',
  },
  [
    ...PATHS('Path: M 0 V P', 'LiteralPath: M P'),
    flag('Relative', 'Path,LiteralPath: '),
    parameter('RelativeBasePath', 'String'),
    flag('Force'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const base = nodePath.resolve(
        context.services.location.path,
        text(context, 'RelativeBasePath') ?? context.services.location.path,
      );
      const here = currentPlace(context);
      const isWithinReach = (place: Place): boolean =>
        context.isBound('RelativeBasePath') ||
        (here.kind === 'file' && place.kind === 'file' && isWithin(here.drive?.root ?? '/', place.path));
      for (const place of yield* visiblePlaces(context)) {
        if (!context.flag('Relative')) yield* settle(context.write(infoOf(context, withEnd(place))));
        else if (place.kind === 'file')
          yield* settle(
            context.write(
              isWithinReach(place)
                ? relativePath(base, place.path)
                : shownPath(here.kind === 'flat' ? place : withEnd(place)),
            ),
          );
        else
          yield* settle(
            context.write(
              here.kind === 'flat' && here.provider.name === place.provider.name ? place.name : shownPath(place),
            ),
          );
      }
    },
  }),
);
/** A path as seen from a folder. A folder that leads to that one is said by its name, from the folder above it. */
function relativePath(base: string, path: string): string {
  const inside = nodePath.relative(path, base);
  if (!inside.startsWith('..') && !(path === base && nodePath.dirname(path) === path)) {
    const ups = inside === '' ? 1 : inside.split(nodePath.sep).length + 1;
    const above = path === nodePath.dirname(path) ? ups - 1 : ups;
    return `..${separator}`.repeat(above) + nodePath.basename(path);
  }
  const relative = nodePath.relative(base, path);
  return relative.startsWith('..') ? relative : `.${separator}${relative}`;
}
export const convertPath = defineCommand(
  'Convert-Path',
  {
    alias: 'cvpa',
    module: MANAGEMENT,
    defaultSet: 'Path',
    output: 'System.String',
    synopsis: 'Converts a path from a PowerShell path to a PowerShell provider path.',
  },
  [...PATHS('Path: M 0 V P', 'LiteralPath: M P'), flag('Force')],
  (context) => ({
    *process(): Steps<void> {
      for (const place of yield* visiblePlaces(context))
        yield* settle(context.write(place.kind === 'file' ? withEnd(place).path : place.name));
    },
  }),
);
