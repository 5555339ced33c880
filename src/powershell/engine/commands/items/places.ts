/**
 * Paths to places: which provider a path belongs to, and where in it. The file system has a tree of its own; the other
 * providers (Environment, Variable, Function, Alias) are flat tables behind one small interface.
 */
import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import nodePath from 'node:path';
import { PSChar, PSObject, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import type { Pending } from '../../pending.js';
import { compareText } from '../../operators/comparison.js';
import { escapeWildcard, hasWildcard, placeRegex, unescapeWildcard, wildcardRegex } from '../../text/wildcard.js';
import type { EngineCommandContext } from '../engine-services.js';
import {
  DRIVE_PATH,
  PROVIDER_PATH,
  driveHere,
  driveNotFound,
  driveTable,
  type FileDrive,
  isNamed,
  isWithin,
  linkOn,
  pathByDrive,
  pathOnDrive,
} from './drives.js';
import { flatProviders } from './flat-providers.js';
import { ProviderError } from './provider-error.js';
import { requireType } from '../../values/net-type.js';
import { collectionOf } from '../../values/types.js';
import { fail } from '../../values/exceptions.js';
import { isFolderAt, linkAt } from '../../file-kinds.js';

export { driveTable, ProviderError };

type Session = Pick<EngineCommandContext, 'services'>;

export interface FlatChange {
  readonly force?: boolean;
  /** Of functions, aliases and variables: options that it has from now on. */
  readonly options?: readonly string[];
}
/** A provider without folders: named values. */
export interface FlatProvider {
  readonly name: string;
  readonly drive: string;
  readonly description: string;
  names(): readonly string[];
  /** The item's object with its name; undefined when there is none. */
  item(name: string): PSValue | undefined;
  /** What Get-Content gives and `$env:name` reads. */
  value(name: string): PSValue | undefined;
  /** @returns why it stays as it is. */
  set(name: string, value: PSValue, how?: FlatChange): ProviderError | undefined;
  remove(name: string, force?: boolean): ProviderError | undefined;
  /** Why it keeps its name, and what it is that it takes along to another; nothing of both where all may be renamed. */
  readonly renamed?: (
    name: string,
    force: boolean,
  ) => { readonly refused: ProviderError | undefined; readonly options: readonly string[] };
}

export type Place =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly given: string;
      /** The named drive that it is on: the path's, or that of the current location. */
      readonly drive?: FileDrive;
      /** The path as a pattern, where it is another: names of the folder that a path begins in are no patterns. */
      readonly pattern?: string;
    }
  | FlatPlace;
export interface FlatPlace {
  readonly kind: 'flat';
  readonly provider: FlatProvider;
  readonly name: string;
  readonly given: string;
}

const isCurrentFlat = (context: Session): FlatProvider | undefined => {
  const { flat } = driveTable(context);
  return flat === undefined ? undefined : flatProviders(context).find(({ name }) => name === flat);
};

export const homeFolder = (context: Session): string => context.services.environment?.get('HOME') ?? homedir();
const trimFlat = (text: string): string => text.replace(/^(?:\.?[\\/]+)+|[\\/]+$/g, '');

/** Where a path leads; an error when it leads nowhere, or to a provider that the session keeps from its caller. */
export function placeOf(context: Session, given: string): Place | Error {
  const place = findPlace(context, given);
  if (place instanceof Error) return place;
  const provider = place.kind === 'file' ? 'FileSystem' : place.provider.name;
  return context.services.mayUseProvider(provider) ? place : providerNotFound(provider);
}
const providerNotFound = (name: string): ProviderError =>
  new ProviderError(`Cannot find a provider with the name '${name}'.`, 'ProviderNotFound', name);
function findPlace(context: Session, given: string): Place | Error {
  let text = given;
  const providers = flatProviders(context);
  const qualified = PROVIDER_PATH.exec(text);
  if (qualified !== null) {
    const name = (qualified[2] ?? '').toLowerCase();
    const rest = qualified[3] ?? '';
    if (name === 'filesystem')
      return { kind: 'file', path: nodePath.resolve(context.services.location.path, rest), given };
    const provider = providers.find((one) => one.name.toLowerCase() === name);
    if (provider === undefined) return providerNotFound((qualified[1] ?? '').slice(0, -2));
    return { kind: 'flat', provider, name: trimFlat(rest), given };
  }
  const drive = DRIVE_PATH.exec(text);
  if (drive !== null) {
    const name = (drive[1] ?? '').toLowerCase();
    const provider = providers.find((one) => one.drive.toLowerCase() === name);
    if (provider !== undefined) return { kind: 'flat', provider, name: trimFlat(drive[2] ?? ''), given };
    const known = driveTable(context).drives.get(name);
    if (known !== undefined) {
      const path = pathOnDrive(known, drive[2] ?? '');
      return typeof path === 'string'
        ? { kind: 'file', path, given, drive: known, ...patternBelow(known.root, path) }
        : path;
    }
    if (!existsInFileSystem(context, text)) return driveNotFound(drive[1] ?? '');
  }
  const current = isCurrentFlat(context);
  if (current !== undefined && !nodePath.isAbsolute(text))
    return { kind: 'flat', provider: current, name: trimFlat(text === '.' ? '' : text), given };
  if (text === '~' || /^~[\\/]/.test(text)) text = homeFolder(context) + text.slice(1);
  if (process.platform !== 'win32') text = text.replaceAll('\\', '/');
  const path = nodePath.resolve(context.services.location.path, text);
  const here = nodePath.isAbsolute(text) ? undefined : driveHere(context);
  const pattern = nodePath.isAbsolute(text) ? {} : patternFrom(context.services.location.path, text);
  if (here === undefined) return { kind: 'file', path, given, ...pattern };
  // Nothing is above a drive's root.
  return isWithin(here.root, path)
    ? { kind: 'file', path, given, drive: here, ...pattern }
    : { kind: 'file', path: here.root, given, drive: here };
}
const patternFrom = (folder: string, text: string): { readonly pattern?: string } => {
  const escaped = escapeWildcard(folder);
  return escaped === folder ? {} : { pattern: nodePath.resolve(escaped, text) };
};
const patternBelow = (root: string, path: string): { readonly pattern?: string } =>
  patternFrom(root, nodePath.relative(root, path));
/** What a path is as a pattern. */
export const patternOf = ({ path, pattern }: Place & { readonly kind: 'file' }): string => pattern ?? path;
export function isDrive(context: EngineCommandContext, name: string): boolean {
  const lower = name.toLowerCase();
  return (
    driveTable(context).drives.has(lower) || flatProviders(context).some(({ drive }) => drive.toLowerCase() === lower)
  );
}
/** The drive that a path names; an error when there is none of that name. */
export function pathDrive(context: EngineCommandContext, given: string): ProviderError | undefined {
  const name = /::/.test(given) ? undefined : DRIVE_PATH.exec(given)?.[1];
  return name === undefined || isDrive(context, name) ? undefined : driveNotFound(name);
}
const existsInFileSystem = (context: Session, text: string): boolean =>
  process.platform !== 'win32' &&
  text.includes(':') &&
  existsSync(nodePath.resolve(context.services.location.path, text));

export function writeProviderError(context: EngineCommandContext, error: Error, given: string): Pending<void> {
  if (!(error instanceof ProviderError)) throw error;
  return context.writeError(error.message, {
    errorId: error.errorId,
    category: error.category,
    target: error.errorId === 'Argument' ? null : error.target === '' ? given : error.target,
    exceptionType: error.exceptionType,
  });
}
export const shownPath = (place: Place): string =>
  place.kind === 'file'
    ? place.drive !== undefined && isNamed(place.drive)
      ? pathByDrive(place.drive, place.path)
      : place.path
    : `${place.provider.drive}:${process.platform === 'win32' ? '\\' : '/'}${place.name}`;
/** The name of a share stays as it is written, on every system. */
export const pathNotFound = (place: Place): ProviderError =>
  itemNotFound(place.kind === 'file' && SHARE.test(place.given) ? place.given : fullPath(place));
const SHARE = /^\\\\[^\\/]/;
export const itemNotFound = (said: string): ProviderError =>
  new ProviderError(`Cannot find path '${said}' because it does not exist.`, 'PathNotFound', said);
/** With the separator that the path was given with at its end: a pattern has none. */
export const withEnd = <P extends Place>(place: P): P =>
  place.kind === 'file' && /[\\/]$/.test(place.given) && !hasWildcard(place.given) && !place.path.endsWith(separator)
    ? { ...place, path: place.path + separator }
    : place;
const fullPath = (place: Place): string =>
  place.kind === 'file' ? withEnd(place).path : `${place.provider.drive}:${separator}${place.name}`;

/** The folder in which the first wildcard of a path looks. */
function literalParent(path: string): string {
  const { root } = nodePath.parse(path);
  const segments = path.slice(root.length).split(/[\\/]/);
  const first = segments.findIndex(hasWildcard);
  return nodePath.join(root, ...segments.slice(0, first).map(unescapeWildcard));
}
/** Expands wildcards, segment by segment: of each folder its folders by name, then its files. @param base where a relative path begins. */
export function globFiles(path: string, base = nodePath.parse(path).root): string[] {
  const { root } = nodePath.parse(path);
  const segments = path
    .slice(root.length)
    .split(/[\\/]/)
    .filter((part) => part !== '');
  let found = [base];
  for (const [at, segment] of segments.entries()) {
    if (!hasWildcard(segment)) {
      const name = unescapeWildcard(segment);
      const joined = found.map((folder) => nodePath.join(folder, name));
      // Only after a wildcard does an absent name matter here.
      found =
        segments.slice(0, at).some(hasWildcard) || at === segments.length - 1
          ? joined.filter((one) => existsSync(one))
          : joined;
      continue;
    }
    const isLast = at === segments.length - 1;
    let regex: RegExp | undefined;
    // Where nothing is there to be matched, nobody asks whether the pattern is one.
    const matches = (name: string): boolean =>
      (regex ??= isLast ? placeRegex(segment) : wildcardRegex(segment)).test(name);
    found = found.flatMap((folder) => {
      let entries: Dirent[];
      try {
        entries = readdirSync(folder, { withFileTypes: true });
      } catch {
        return [];
      }
      const named = entries.filter(({ name }) => matches(name)).sort((a, b) => byName(a.name, b.name));
      const isFolder = (entry: Dirent): boolean =>
        entry.isDirectory() || (entry.isSymbolicLink() && isFolderAt(nodePath.join(folder, entry.name)));
      const inOrder = [...named.filter(isFolder), ...named.filter((entry) => !isFolder(entry))];
      return inOrder.map(({ name }) => nodePath.join(folder, name));
    });
  }
  return found;
}
export const byName = (a: string, b: string): number => {
  const order = compareText(a, b, false);
  return order !== 0 ? order : a < b ? -1 : a > b ? 1 : 0;
};

/** A path that is taken as it is, is told as it was given, but for one at home. */
const literalNotFound = (place: Place, given: string, asGiven: boolean): ProviderError =>
  asGiven && !given.startsWith('~')
    ? itemNotFound(given)
    : place.kind === 'file' && place.drive !== undefined && given.includes(':') && isNamed(place.drive)
      ? itemNotFound(pathByDrive(place.drive, place.path))
      : pathNotFound(place);
/**
 * The places that a path means: one for a literal path, as many as match for a wildcard. A literal place that does not
 * exist is an error, which the caller writes; a wildcard without a match is silence.
 * @param asGiven whether that error tells the path as it was given.
 */
export function resolvePlaces(context: Session, given: string, literal: boolean, asGiven = literal): (Place | Error)[] {
  const place = placeOf(context, given);
  if (place instanceof Error) return [place];
  if (place.kind === 'file') {
    const pattern = patternOf(place);
    if (literal || !hasWildcard(pattern)) {
      const path = literal ? place.path : unescapeWildcard(pattern);
      const exact = { ...place, path };
      return [existsAt(exact) ? exact : literalNotFound(exact, given, asGiven)];
    }
    const parent = literalParent(pattern);
    if (!existsSync(parent)) return [pathNotFound({ ...place, path: parent })];
    // A name with brackets that exists is meant as it is only with -LiteralPath.
    return globFiles(pattern).map((path) => closedDriveError(place.drive, path) ?? { ...place, path });
  }
  if (place.name === '') return [place];
  if (literal || !hasWildcard(place.name))
    return [place.provider.item(place.name) === undefined ? literalNotFound(place, given, asGiven) : place];
  const regex = wildcardRegex(place.name);
  return place.provider
    .names()
    .filter((name) => regex.test(name))
    .sort(byName)
    .map((name) => ({ ...place, name }));
}
/** The one file that `switch -File` reads. Throws PSError. */
export function oneFile(context: Session, given: string): string {
  const refuse = (
    message: string,
    errorId: string,
    category: ProviderError['category'],
    exceptionType: string,
    target: PSValue = given,
  ): never => {
    throw fail(errorId, message, { category, target, type: exceptionType });
  };
  const places = resolvePlaces(context, given, false);
  const [place, more] = places;
  if (place === undefined)
    return refuse(`No files matching '${given}' were found.`, 'FileNotFound', 'InvalidOperation', RUNTIME);
  if (place instanceof ProviderError)
    return refuse(place.message, place.errorId, place.category, place.exceptionType, place.target);
  if (place instanceof Error) throw place;
  if (more !== undefined)
    return refuse(
      'The path cannot be processed because it resolved to more than one file; only one file at a time can be processed.',
      'AmbiguousPath',
      'InvalidOperation',
      RUNTIME,
      places.map((one) => (one instanceof Error ? '' : shownPath(one))),
    );
  if (place.kind === 'file') return place.path;
  return refuse(
    `The current provider (Microsoft.PowerShell.Core\\${place.provider.name}) cannot open a file.`,
    'FileOpenError',
    'InvalidOperation',
    RUNTIME,
  );
}
const RUNTIME = 'System.Management.Automation.RuntimeException';
/** What a wildcard found on a drive that nothing leads out of. */
function closedDriveError(drive: FileDrive | undefined, path: string): ProviderError | undefined {
  return drive?.isClosed === true ? linkOn(drive, path) : undefined;
}
export function existsAt(place: Place): boolean {
  if (place.kind === 'flat') return place.name === '' || place.provider.item(place.name) !== undefined;
  return existsSync(place.path) || linkAt(place.path) !== undefined;
}
export function isContainer(place: Place): boolean {
  return place.kind === 'flat' ? place.name === '' : isFolderAt(place.path);
}

export const separator = process.platform === 'win32' ? '\\' : '/';
/** `PathInfo` of a place. */
function pathInfo(place: Place, drive: PSValue): PSObject {
  const path = shownPath(place);
  return new PSObject({
    typeNames: ['System.Management.Automation.PathInfo', 'System.Object'],
    toStringText: path,
    adapted: PropertyBag.of({
      Drive: drive,
      Provider: providerInfo(place.kind === 'file' ? 'FileSystem' : place.provider.name),
      ProviderPath: place.kind === 'file' ? place.path : place.name,
      Path: path,
    }),
  });
}
const CAPABILITIES: Readonly<Record<string, string>> = {
  FileSystem: 'Filter, ShouldProcess, Credentials',
  Environment: 'ShouldProcess',
  Variable: 'ShouldProcess',
  Function: 'ShouldProcess',
  Alias: 'ShouldProcess',
};
export function providerInfo(name: string, drives?: PSValue[]): PSObject {
  const slash = (char: string): PSChar => new PSChar(char.charCodeAt(0));
  return new PSObject({
    typeNames: ['System.Management.Automation.ProviderInfo', 'System.Object'],
    toStringText: `Microsoft.PowerShell.Core\\${name}`,
    adapted: PropertyBag.of({
      ImplementingType: `Microsoft.PowerShell.Commands.${name}Provider`,
      HelpFile: 'System.Management.Automation.dll-Help.xml',
      Name: name,
      PSSnapIn: 'Microsoft.PowerShell.Core',
      ModuleName: 'Microsoft.PowerShell.Core',
      Module: null,
      Description: '',
      Capabilities: CAPABILITIES[name] ?? 'None',
      Home: name === 'FileSystem' ? homedir() : '',
      ...(drives === undefined ? {} : { Drives: collectionOf(drives, DRIVE) }),
      VolumeSeparatedByColon: name !== 'FileSystem' || separator !== '/',
      ItemSeparator: slash(separator),
      AltItemSeparator: slash(separator === '/' ? '\\' : '/'),
    }),
  });
}
/** `PSCredential.Empty`: that of every drive here. */
const NOBODY = new PSObject({
  typeNames: ['System.Management.Automation.PSCredential', 'System.Object'],
  toStringText: 'System.Management.Automation.PSCredential',
  adapted: PropertyBag.of({ UserName: null, Password: null }),
});
const DRIVE_OBJECTS = Symbol('drive objects');
/** `PSDriveInfo`: one object for as long as there is the drive, so that two of its items have the same one. */
export function driveInfo(
  context: Session,
  name: string,
  provider: string,
  root: string,
  description: string,
  current: string,
  maximumSize?: number,
): PSObject {
  const made = context.services.state(DRIVE_OBJECTS, () => new Map<string, PSObject>());
  const known = made.get(name);
  if (
    known !== undefined &&
    known.get('Root') === root &&
    (known.get('Description') ?? '') === description &&
    known.get('MaximumSize') === (maximumSize === undefined ? null : BigInt(maximumSize))
  ) {
    known.adapted?.set('CurrentLocation', current);
    return known;
  }
  const drive = new PSObject({
    typeNames: ['System.Management.Automation.PSDriveInfo', 'System.Object'],
    toStringText: name,
    adapted: PropertyBag.of({
      CurrentLocation: current,
      Name: name,
      Provider: providerInfo(provider),
      Root: root,
      Description: description === '' && name !== '/' ? null : description,
      MaximumSize: maximumSize === undefined ? null : BigInt(maximumSize),
      Credential: NOBODY,
      DisplayRoot: null,
      VolumeSeparatedByColon: name !== '/',
    }),
  });
  made.set(name, drive);
  return drive;
}

/** All drives by name, and whose they are. */
export function allDrives(
  context: Session,
): { readonly name: string; readonly provider: string; readonly object: PSObject }[] {
  const here = context.services.location.path;
  const files = [...driveTable(context).drives.values()].map((drive) => ({
    name: drive.name,
    provider: 'FileSystem',
    object: driveInfo(
      context,
      drive.name,
      'FileSystem',
      drive.root,
      drive.description,
      isNamed(drive) ? (drive.current ?? '') : here.startsWith(drive.root) ? here.slice(drive.root.length) : '',
      drive.maximumSize,
    ),
  }));
  const flats = flatProviders(context).map(({ drive, name, description }) => ({
    name: drive,
    provider: name,
    object: driveInfo(context, drive, name, '', description, ''),
  }));
  return [...files, ...flats].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}
const DRIVE = requireType('System.Management.Automation.PSDriveInfo');
/** A provider with its drives, the last one first. */
export function providerOf(context: Session, name: string): PSObject {
  const drives = allDrives(context).flatMap(({ provider, object }) => (provider === name ? [object] : []));
  return providerInfo(name, drives.toReversed());
}

/** The drive and provider that items of the file system carry. */
export function fileDrive(context: Session, path: string, named?: FileDrive): PSObject {
  if (named !== undefined)
    return driveInfo(
      context,
      named.name,
      'FileSystem',
      named.root,
      named.description,
      named.current ?? '',
      named.maximumSize,
    );
  const { drives } = driveTable(context);
  const best = [...drives.values()].find(
    ({ root, name }) => name !== 'Temp' && path.toLowerCase().startsWith(root.toLowerCase()),
  );
  return driveInfo(
    context,
    best?.name ?? '/',
    'FileSystem',
    best?.root ?? '/',
    best?.description ?? '',
    context.services.location.path.replace(/^\//, ''),
  );
}

/** Where the session stands. */
export function currentPlace(context: Session): Place {
  const flat = isCurrentFlat(context);
  const { path } = context.services.location;
  const drive = driveHere(context);
  return flat === undefined
    ? { kind: 'file', path, given: path, ...(drive === undefined ? {} : { drive }) }
    : { kind: 'flat', provider: flat, name: '', given: `${flat.drive}:` };
}
/** `PathInfo` of a place, with its drive. */
export function infoOf(context: Session, place: Place): PSObject {
  return pathInfo(
    place,
    place.kind === 'file'
      ? fileDrive(context, place.path, place.drive)
      : driveInfo(context, place.provider.drive, place.provider.name, '', place.provider.description, ''),
  );
}
