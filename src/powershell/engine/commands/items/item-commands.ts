/** Get-Item, Get-ChildItem and Test-Path. */
import { readdirSync } from 'node:fs';
import nodePath from 'node:path';
import { PSDateTime, PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { mergeSort } from '../../merge-sort.js';
import { LOOK, look, type Pending, settle, type Steps, type Tick } from '../../pending.js';
import { filePattern } from '../../text/file-pattern.js';
import { hasWildcard, placeRegex, unescapeWildcard, wildcardRegex } from '../../text/wildcard.js';
import { DRIVE_PATH, type FileDrive } from './drives.js';
import { statsAt } from '../../file-kinds.js';
import { EnumValue } from '../../values/live.js';
import type { ParameterSpec } from '../../command-api.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts, whole } from '../support/arguments.js';
import { defineCommand, flag, parameter } from '../support/command-spec.js';
import { declareEnum, enumParameter } from '../support/enums.js';
import { listOf } from '../support/objects.js';
import { type FileFacts, fileFacts, fileItem } from './file-item.js';
import {
  type FlatProvider,
  byName,
  existsAt,
  fileDrive,
  isContainer,
  isDrive,
  type Place,
  placeOf,
  itemNotFound,
  pathNotFound,
  patternOf,
  driveInfo,
  providerOf,
  resolvePlaces,
  separator,
  writeProviderError,
} from './places.js';

export const PATHS = (where: string, literal: string) => [
  parameter('Path', 'String[]', where),
  parameter('LiteralPath', 'String[]', literal, { alias: 'PSPath LP' }),
];
export const FILTERS = [
  parameter('Filter', 'String'),
  parameter('Include', 'String[]'),
  parameter('Exclude', 'String[]'),
];

/** Alternate data streams are files of NTFS. */
export const streamParameter = (type: 'String' | 'String[]'): readonly ParameterSpec[] =>
  process.platform === 'win32' ? [parameter('Stream', type)] : [];

class Items {
  readonly #context: EngineCommandContext;
  #drive: PSValue | undefined;
  #named: FileDrive | undefined;
  #provider: PSValue | undefined;
  constructor(context: EngineCommandContext) {
    this.#context = context;
  }
  /** What comes is on this drive. */
  on(drive: FileDrive | undefined): void {
    if (drive !== this.#named) this.#drive = undefined;
    this.#named = drive;
  }
  file(facts: FileFacts): PSObject {
    this.#drive ??= fileDrive(this.#context, facts.path, this.#named);
    this.#provider ??= providerOf(this.#context, 'FileSystem');
    return fileItem(facts, this.#drive, this.#provider);
  }
  of(place: Place): PSValue | undefined {
    if (place.kind === 'flat') {
      const { provider, name } = place;
      return name === ''
        ? provider.names().map((one) => this.#flat(provider, one) ?? null)
        : this.#flat(provider, name);
    }
    const facts = fileFacts(place.path);
    this.on(place.drive);
    return facts === undefined ? undefined : this.file(facts);
  }
  #flat(provider: FlatProvider, name: string): PSValue | undefined {
    const item = provider.item(name);
    if (item instanceof PSObject && item.extended?.has('PSPath') !== true) {
      item.set('PSPath', `Microsoft.PowerShell.Core\\${provider.name}::${name}`);
      item.set('PSDrive', driveInfo(this.#context, provider.drive, provider.name, '', provider.description, ''));
      item.set('PSProvider', providerOf(this.#context, provider.name));
      item.set('PSIsContainer', false);
    }
    return item;
  }
}
export const itemsFor = (context: EngineCommandContext): Items => new Items(context);

/** The places that -Path or -LiteralPath mean, errors written as they are met. @param base where relative paths begin. */
/** What a provider cannot do. */
export const notSupported = (
  context: EngineCommandContext,
  what: string,
  how: 'implemented' | 'supported',
  target: PSValue = null,
): Pending<void> =>
  context.writeError(`Cannot use interface. The ${what} interface is not ${how} by this provider.`, {
    errorId: 'NotSupported',
    category: 'NotImplemented',
    target,
    exceptionType: 'System.Management.Automation.PSNotSupportedException',
  });
/** Items of flat providers have no properties to read or set. */
export const noProperties = (context: EngineCommandContext): Pending<void> =>
  notSupported(context, 'IPropertyCmdletProvider', 'supported');
export function* placesOf(
  context: EngineCommandContext,
  fallback?: string,
  base = '',
  refuse = writeProviderError,
): Steps<Place[]> {
  const literal = texts(context, 'LiteralPath');
  const given = literal ?? texts(context, 'Path') ?? (fallback === undefined ? [] : [fallback]);
  const out: Place[] = [];
  for (const path of given) {
    const isRelative = base !== '' && !nodePath.isAbsolute(path) && !DRIVE_PATH.test(path) && !path.startsWith('~');
    for (const place of resolvePlaces(context, isRelative ? base + path : path, literal !== undefined)) {
      if (place instanceof Error) yield* settle(refuse(context, place, path));
      else out.push(place);
    }
    const tick = context.tick(LOOK);
    if (tick !== undefined) yield tick;
  }
  return out;
}
/** What Include, Exclude and Filter say of the last part of a path. */
export interface NameRules {
  readonly included: (name: string) => boolean;
  readonly excluded: (name: string) => boolean;
  readonly filtered: (name: string) => boolean;
}
export function nameRules(context: EngineCommandContext): NameRules {
  const make = (name: string): RegExp[] => (texts(context, name) ?? []).map((pattern) => wildcardRegex(pattern));
  const [include, exclude] = [make('Include'), make('Exclude')];
  const filter = text(context, 'Filter') ?? '';
  const regex = filter === '' ? undefined : filePattern(filter, false);
  const some = (list: RegExp[], name: string): boolean => list.some((one) => one.test(name));
  return {
    included: (name) => include.length === 0 || some(include, name),
    excluded: (name) => some(exclude, name),
    filtered: (name) => regex?.test(name) !== false,
  };
}
/** Include, Exclude and Filter by the last part of a path. */
export function nameFilter(context: EngineCommandContext): (name: string) => boolean {
  const { included, excluded, filtered } = nameRules(context);
  return (name) => included(name) && !excluded(name) && filtered(name);
}
export const leafOf = (place: Place): string => (place.kind === 'file' ? nodePath.basename(place.path) : place.name);

/** A separator at the end says that a folder is meant. */
const ENDS_AS_FOLDER = /[\\/]$/;
const noSuchItem = (context: EngineCommandContext, path: string): Pending<void> =>
  context.writeError(`Could not find item ${path}.`, {
    errorId: 'ItemNotFound',
    category: 'ObjectNotFound',
    target: path,
    exceptionType: 'System.IO.IOException',
  });

export const getItem = defineCommand(
  'Get-Item',
  {
    alias: 'gi',
    module: 'Microsoft.PowerShell.Management',
    defaultSet: 'Path',
    writesItems: true,
    synopsis: 'Gets the item at the specified location.',
  },
  [...PATHS('Path: M 0 V P', 'LiteralPath: M P'), ...FILTERS, flag('Force'), ...streamParameter('String[]')],
  (context) => ({
    *process(): Steps<void> {
      const items = itemsFor(context);
      const keep = nameFilter(context);
      const literal = texts(context, 'LiteralPath');
      for (const given of literal ?? texts(context, 'Path') ?? [])
        for (const place of resolvePlaces(context, given, literal !== undefined)) {
          if (place instanceof Error) {
            yield* settle(writeProviderError(context, place, given));
            continue;
          }
          if (!keep(leafOf(place))) continue;
          const item = items.of(place);
          if (item === undefined) continue;
          if (place.kind === 'file' && !context.flag('Force') && ((fileFacts(place.path)?.attributes ?? 0) & 2) !== 0) {
            // What is hidden is found by its name, and not given.
            if (!hasWildcard(place.given)) yield* settle(noSuchItem(context, place.path));
            continue;
          }
          if (ENDS_AS_FOLDER.test(given) && place.kind === 'file' && !isContainer(place)) {
            yield* settle(noSuchItem(context, `${place.path}${separator}`));
            continue;
          }
          yield* settle(Array.isArray(item) ? context.writeAll(item) : context.write(item));
        }
    },
  }),
);

const ATTRIBUTE_FLAGS: Readonly<Record<string, number>> = {
  readonly: 1,
  hidden: 2,
  system: 4,
  directory: 16,
  d: 16,
  archive: 32,
  reparsepoint: 1024,
  h: 2,
  r: 1,
  s: 4,
  l: 1024,
  normal: 128,
};
/** `-Attributes !Directory+Hidden,ReadOnly`: any of the parts, each of which wants all it names. */
function attributeTest(given: readonly string[]): (attributes: number) => boolean {
  const parts = given
    .flatMap((one) => one.split(','))
    .map((part) =>
      part.split('+').map((word) => {
        const not = word.trim().startsWith('!');
        return { not, bit: ATTRIBUTE_FLAGS[word.trim().replace(/^!/, '').toLowerCase()] ?? 0 };
      }),
    );
  return (attributes) => parts.some((all) => all.every(({ not, bit }) => ((attributes & bit) !== 0) !== not));
}

class Listing {
  readonly #context: EngineCommandContext;
  readonly #items: Items;
  readonly #keep: (name: string) => boolean;
  readonly #shows: (facts: FileFacts) => boolean;
  readonly #recurse: boolean;
  readonly #depth: number;
  readonly #namesOnly: boolean;
  readonly #byName: boolean;
  /** The folders that were looked through, by device and number. */
  readonly #visited = new Set<string>();
  constructor(context: EngineCommandContext) {
    this.#context = context;
    this.#items = itemsFor(context);
    this.#keep = nameFilter(context);
    this.#depth = context.isBound('Depth') ? (whole(context, 'Depth') ?? 0) : Number.POSITIVE_INFINITY;
    this.#recurse = context.flag('Recurse') || context.isBound('Depth');
    this.#namesOnly = context.flag('Name');
    this.#byName = context.isBound('Include') || context.isBound('Exclude');
    const attributes = context.isBound('Attributes') ? attributeTest(texts(context, 'Attributes') ?? []) : undefined;
    const hidden =
      context.flag('Force') ||
      context.flag('Hidden') ||
      /hidden|\bh\b/i.test((texts(context, 'Attributes') ?? []).join(','));
    this.#shows = (facts) => {
      if ((facts.attributes & 2) !== 0 && !hidden) return false;
      if (context.flag('Hidden') && (facts.attributes & 2) === 0) return false;
      if (context.flag('Directory') && !context.flag('File') && !facts.isDirectory) return false;
      if (context.flag('File') && !context.flag('Directory') && facts.isDirectory) return false;
      if (context.flag('ReadOnly') && (facts.attributes & 1) === 0) return false;
      if (context.flag('System') && (facts.attributes & 4) === 0) return false;
      return attributes === undefined || attributes(facts.attributes);
    };
  }
  *folder(path: string, depth: number, base: string): Steps<void> {
    // What is followed may lead back: each folder is looked through once.
    if (this.#recurse && this.#context.flag('FollowSymlink')) {
      if (depth === 0) this.#visited.clear();
      const { dev, ino } = statsAt(path) ?? {};
      const known = `${dev}:${ino}`;
      if (this.#visited.has(known)) {
        yield* settle(this.#context.writeWarning(`Skip already-visited directory ${path}.`));
        return;
      }
      this.#visited.add(known);
    }
    let entries: string[];
    try {
      entries = readdirSync(path).sort(byName);
    } catch (error) {
      const denied = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
      yield* settle(
        this.#context.writeError(
          denied ? `Access to the path '${path}' is denied.` : `Could not find a part of the path '${path}'.`,
          {
            errorId: denied ? 'DirUnauthorizedAccessError' : 'DirIOError',
            category: denied ? 'PermissionDenied' : 'ReadError',
            target: path,
            exceptionType: denied ? 'System.UnauthorizedAccessException' : 'System.IO.DirectoryNotFoundException',
          },
        ),
      );
      return;
    }
    const folders: FileFacts[] = [];
    const files: FileFacts[] = [];
    const shown: FileFacts[] = [];
    for (const name of entries) {
      const tick = this.#context.tick();
      if (tick !== undefined) yield tick;
      const facts = fileFacts(nodePath.join(path, name));
      if (facts === undefined) continue;
      const hidden = (facts.attributes & 2) !== 0 && !this.#context.flag('Force') && !this.#context.flag('Hidden');
      if (
        facts.isDirectory &&
        this.#recurse &&
        !hidden &&
        (!facts.link.isSymbolicLink() || this.#context.flag('FollowSymlink'))
      )
        folders.push(facts);
      if (!this.#keep(name) || !this.#shows(facts)) continue;
      if (facts.isDirectory) shown.push(facts);
      else files.push(facts);
    }
    const deeper = depth < this.#depth ? folders : [];
    // Where names are chosen, what is in a folder stands right after it.
    if (this.#byName && !this.#namesOnly) {
      const [isShown, isDeeper] = [new Set(shown), new Set(deeper)];
      for (const facts of new Set([...shown, ...deeper].sort((a, b) => byName(a.path, b.path)))) {
        if (isShown.has(facts)) yield* this.#write(facts, base);
        if (isDeeper.has(facts)) yield* this.folder(facts.path, depth + 1, base);
      }
      for (const facts of files) yield* this.#write(facts, base);
      return;
    }
    for (const facts of [...shown, ...files]) yield* this.#write(facts, base);
    for (const { path: folder } of deeper) yield* this.folder(folder, depth + 1, base);
  }
  *#write(facts: FileFacts, base: string): Steps<void> {
    yield* settle(this.#context.write(this.#namesOnly ? nodePath.relative(base, facts.path) : this.#items.file(facts)));
  }
  *place(place: Place): Steps<void> {
    if (place.kind === 'flat') {
      const tick: Tick = () => this.#context.tick();
      let names: readonly string[] = [place.name];
      if (place.name === '') {
        names = place.provider.names();
        yield* look(tick);
        names = yield* mergeSort(tick, names, byName);
      }
      for (const name of names) {
        if (!this.#keep(name)) continue;
        const item = this.#items.of({ ...place, name });
        if (item !== undefined) yield* settle(this.#context.write(this.#namesOnly ? name : item));
      }
      return;
    }
    this.#items.on(place.drive);
    if (isContainer(place)) {
      yield* this.folder(place.path, 0, place.path);
      return;
    }
    const facts = fileFacts(place.path);
    if (facts !== undefined && this.#keep(nodePath.basename(place.path)) && this.#shows(facts))
      yield* settle(this.#context.write(this.#namesOnly ? nodePath.basename(place.path) : this.#items.file(facts)));
  }
  /**
   * Where Include or Exclude choose, folders that a path names are not shown but looked into, as far as their own names
   * are chosen too.
   */
  get looksInside(): boolean {
    return this.#byName && !this.#recurse && !this.#namesOnly;
  }
  /** Whether a name that is no folder's is looked for below. */
  get looksForNames(): boolean {
    return this.#recurse && !this.#namesOnly;
  }
  /** How many folders below the first are looked into. */
  get depth(): number {
    return this.#depth;
  }
  passes(path: string): boolean {
    const facts = fileFacts(path);
    return facts !== undefined && this.#keep(nodePath.basename(path)) && this.#shows(facts);
  }
  /** `*.txt` means the names in the folder, not what is in folders of such names. */
  *pattern(place: Place & { readonly kind: 'file' }, given: string): Steps<void> {
    const leaf = nodePath.basename(patternOf(place));
    const regex = placeRegex(leaf);
    const context = this.#context;
    this.#items.on(place.drive);
    const isEverything = leaf === '*' && (context.flag('File') || context.flag('Directory'));
    // With -Include the folders that match are looked through; without it, the pattern is what is looked for.
    const includes = this.#recurse && context.isBound('Include') && !isEverything;
    const folder = nodePath.dirname(patternOf(place));
    for (const parent of resolvePlaces(context, folder, false)) {
      if (parent instanceof Error) {
        const told = this.#recurse && !context.isBound('Include') && !this.#namesOnly ? `${folder}/` : folder;
        const isSlashed = told !== folder && !hasWildcard(folder);
        yield* settle(writeProviderError(context, isSlashed ? pathNotFound({ ...place, path: told }) : parent, given));
        continue;
      }
      if (parent.kind !== 'file') continue;
      if (this.#recurse && !includes) {
        if (!isContainer(parent)) yield* settle(noSuchItem(context, `${parent.path}${separator}`));
        else if (leaf === '*' && !this.#namesOnly) yield* this.folder(parent.path, 0, parent.path);
        else yield* new Listing2(this, regex).walk(parent.path);
        continue;
      }
      for (const facts of yield* this.matching(parent.path, regex)) {
        const isInside = facts.isDirectory && (includes ? this.#shows(facts) : this.looksInside);
        if (!isInside) yield* this.one(facts);
        else if (includes || this.passes(facts.path)) yield* this.folder(facts.path, 0, facts.path);
      }
    }
  }
  matching(path: string, regex: RegExp): Steps<FileFacts[]> {
    return matching(this.#context, path, regex);
  }
  *one(facts: FileFacts): Steps<void> {
    if (this.#keep(nodePath.basename(facts.path)) && this.#shows(facts))
      yield* settle(this.#context.write(this.#namesOnly ? nodePath.basename(facts.path) : this.#items.file(facts)));
  }
}
/** `Get-ChildItem *.txt -Recurse`: the name is looked for in every folder below. */
class Listing2 {
  readonly #listing: Listing;
  readonly #regex: RegExp;
  constructor(listing: Listing, regex: RegExp) {
    this.#listing = listing;
    this.#regex = regex;
  }
  *walk(path: string): Steps<void> {
    for (const facts of yield* this.#listing.matching(path, /[^]*/)) {
      if (this.#regex.test(nodePath.basename(facts.path))) yield* this.#listing.one(facts);
      if (facts.isDirectory && !facts.link.isSymbolicLink() && (facts.attributes & 2) === 0)
        yield* this.walk(facts.path);
    }
  }
}
/** What of a folder matches, folders first; nothing of one that cannot be read. */
function* matching(context: EngineCommandContext, path: string, regex: RegExp): Steps<FileFacts[]> {
  let names: string[];
  try {
    names = readdirSync(path);
  } catch {
    return [];
  }
  const found: FileFacts[] = [];
  for (const name of names.filter((one) => regex.test(one)).sort(byName)) {
    const tick = context.tick();
    if (tick !== undefined) yield tick;
    const facts = fileFacts(nodePath.join(path, name));
    if (facts !== undefined) found.push(facts);
  }
  return [...found.filter(({ isDirectory }) => isDirectory), ...found.filter(({ isDirectory }) => !isDirectory)];
}

export const getChildItem = defineCommand(
  'Get-ChildItem',
  {
    alias: 'dir gci ls',
    module: 'Microsoft.PowerShell.Management',
    defaultSet: 'Items',
    writesItems: true,
    synopsis: 'Gets the items and child items in one or more specified locations.',
  },
  [
    parameter('Path', 'String[]', 'Items: 0 V P'),
    parameter('LiteralPath', 'String[]', 'LiteralItems: M P', { alias: 'PSPath LP' }),
    parameter('Filter', 'String', '1'),
    parameter('Include', 'String[]'),
    parameter('Exclude', 'String[]'),
    flag('Recurse', '', { alias: 's r' }),
    parameter('Depth', 'UInt32'),
    flag('Force'),
    flag('Name'),
    parameter('Attributes', 'String[]', '', {
      dynamic: true,
      shown: 'System.Management.Automation.FlagsExpression[System.IO.FileAttributes]',
    }),
    flag('FollowSymlink', '', { dynamic: true }),
    flag('Directory', '', { alias: 'ad', dynamic: true }),
    flag('File', '', { alias: 'af', dynamic: true }),
    flag('Hidden', '', { alias: 'ah h', dynamic: true }),
    flag('ReadOnly', '', { alias: 'ar', dynamic: true }),
    flag('System', '', { alias: 'as', dynamic: true }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const listing = new Listing(context);
      const literal = texts(context, 'LiteralPath');
      const named = literal ?? texts(context, 'Path') ?? [];
      for (const given of named.length === 0 ? ['.'] : named) {
        const place = placeOf(context, given);
        if (place instanceof Error) {
          yield* settle(writeProviderError(context, place, given));
          continue;
        }
        if (literal === undefined && place.kind === 'file' && hasWildcard(nodePath.basename(patternOf(place)))) {
          yield* listing.pattern(place, given);
          continue;
        }
        if (
          place.kind === 'file' &&
          ENDS_AS_FOLDER.test(given) &&
          !hasWildcard(patternOf(place)) &&
          !isContainer(place)
        ) {
          const path = `${place.path}${separator}`;
          yield* settle(
            existsAt(place)
              ? noSuchItem(context, path)
              : writeProviderError(context, pathNotFound({ ...place, path }), given),
          );
          continue;
        }
        if (
          literal === undefined &&
          place.kind === 'file' &&
          !hasWildcard(patternOf(place)) &&
          listing.looksForNames &&
          !isContainer({ ...place, path: unescapeWildcard(patternOf(place)) })
        ) {
          // `gci name -Recurse` looks for that name in the folder it would stand in and those below.
          const folder = { ...place, path: nodePath.dirname(place.path) };
          const name = nodePath.basename(place.path).toLowerCase();
          if (!existsAt(folder))
            yield* settle(
              writeProviderError(
                context,
                pathNotFound({ ...place, path: `${folder.path}/` }),
                `${nodePath.dirname(given)}/`,
              ),
            );
          const found = existsAt(folder) ? yield* findBelow(listing, folder.path, name, listing.depth) : [];
          for (const facts of found) yield* listing.one(facts);
          continue;
        }
        for (const found of resolvePlaces(context, given, literal !== undefined, false)) {
          if (!(found instanceof Error) && found.kind === 'flat' && context.isBound('Filter'))
            context.fail('Cannot call method. The provider does not support the use of filters.', {
              errorId: 'NotSupported',
              category: 'NotImplemented',
              exceptionType: 'System.Management.Automation.PSNotSupportedException',
            });
          if (found instanceof Error) {
            // Providers without folders tell the name alone here.
            const told = place.kind === 'file' ? found : itemNotFound(place.name);
            yield* settle(writeProviderError(context, told, given));
          } else if (
            literal !== undefined ||
            found.kind === 'flat' ||
            !listing.looksInside ||
            !isContainer(found) ||
            listing.passes(found.path)
          )
            yield* listing.place(found);
        }
      }
    },
  }),
);
/** @param name in lower case. */
function* findBelow(listing: Listing, path: string, name: string, depth: number): Steps<FileFacts[]> {
  const found: FileFacts[] = [];
  for (const facts of yield* listing.matching(path, /[^]*/)) {
    if (nodePath.basename(facts.path).toLowerCase() === name) found.push(facts);
    if (depth > 0 && facts.isDirectory && !facts.link.isSymbolicLink())
      found.push(...(yield* findBelow(listing, facts.path, name, depth - 1)));
  }
  return found;
}

/** Whether a path could be one: what stands before a colon has to be a drive or a provider. */
function isValidPath(context: EngineCommandContext, path: string): boolean {
  if (path.includes('\0') || placeOf(context, path) instanceof Error) return false;
  const drive = /^([^:/\\][^:]*):(?!:)/.exec(path)?.[1];
  return drive === undefined || isDrive(context, drive);
}
const PATH_TYPE = declareEnum('Microsoft.PowerShell.Commands.TestPathType', { Any: 0, Container: 1, Leaf: 2 });
export const testPath = defineCommand(
  'Test-Path',
  {
    module: 'Microsoft.PowerShell.Management',
    defaultSet: 'Path',
    output: 'System.Boolean',
    synopsis: 'Determines whether all elements of a path exist.',
  },
  [
    parameter('Path', 'String[]', 'Path: M 0 V P', { allow: 'Null EmptyCollection EmptyString' }),
    parameter('LiteralPath', 'String[]', 'LiteralPath: M P', {
      alias: 'PSPath LP',
      allow: 'Null EmptyCollection EmptyString',
    }),
    ...FILTERS,
    enumParameter('PathType', PATH_TYPE, '', { alias: 'Type' }),
    flag('IsValid'),
    parameter('OlderThan', 'Nullable[DateTime]', '', { dynamic: true }),
    parameter('NewerThan', 'Nullable[DateTime]', '', { dynamic: true }),
  ],
  (context) => ({
    *process(): Steps<void> {
      const literal = context.isBound('LiteralPath');
      const given = listOf(context.arg(literal ? 'LiteralPath' : 'Path'));
      const refuse = (): Pending<void> =>
        context.writeError(
          "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')",
          {
            errorId: 'NullPathNotPermitted',
            category: 'InvalidArgument',
            target: context.arg(literal ? 'LiteralPath' : 'Path') ?? null,
            exceptionType: 'System.ArgumentNullException',
          },
        );
      if (given.length === 0) yield* settle(refuse());
      const keep = nameFilter(context);
      const kind = context.arg('PathType');
      const wanted = kind instanceof EnumValue ? kind.text : 'Any';
      const older = context.arg('OlderThan');
      const newer = context.arg('NewerThan');
      for (const one of given) {
        if (one === null) {
          yield* settle(refuse());
          continue;
        }
        const path = toText(one);
        if (path.trim() === '') {
          yield* settle(context.write(false));
          continue;
        }
        if (context.flag('IsValid')) {
          yield* settle(context.write(isValidPath(context, path)));
          continue;
        }
        const found = resolvePlaces(context, path, literal).some((place) => {
          if (place instanceof Error || !keep(leafOf(place))) return false;
          if (wanted !== 'Any' && isContainer(place) !== (wanted === 'Container')) return false;
          if (!(older instanceof PSDateTime) && !(newer instanceof PSDateTime)) return true;
          const facts = place.kind === 'file' ? fileFacts(place.path) : undefined;
          const written = facts === undefined ? undefined : itemsFor(context).file(facts).get('LastWriteTime');
          if (!(written instanceof PSDateTime)) return false;
          return (
            (!(older instanceof PSDateTime) || written.ticks < older.ticks) &&
            (!(newer instanceof PSDateTime) || written.ticks > newer.ticks)
          );
        });
        yield* settle(context.write(found));
      }
    },
  }),
);
