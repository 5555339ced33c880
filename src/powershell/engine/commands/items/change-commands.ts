/** New-, Remove-, Copy-, Move-, Rename-, Set- and Clear-Item, Get-ItemProperty. */
import { systemText } from '../../text/system-errors.js';
import {
  cpSync,
  existsSync,
  linkSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import nodePath from 'node:path';
import { removeTree } from './trees.js';
import { PSObject, PropertyBag, TYPE_NAMES, type PSValue } from '../../../../protocol/objects/index.js';
import type { ErrorCategoryName } from '../../../../protocol/errors/index.js';
import { toText } from '../../conversion.js';
import { isFolderAt, linkAt, statsAt } from '../../file-kinds.js';
import { ExceptionObject, exceptionType } from '../../values/exceptions.js';
import { settle, type Pending, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { enumParameter, SCOPED_OPTIONS } from '../support/enums.js';
import { fileFacts } from './file-item.js';
import {
  FILTERS,
  itemsFor,
  leafOf,
  nameFilter,
  type NameRules,
  nameRules,
  PATHS,
  noProperties,
  placesOf,
  streamParameter,
} from './item-commands.js';
import { byName, existsAt, isContainer, type Place, placeOf, resolvePlaces, writeProviderError } from './places.js';
import { ProviderError } from './provider-error.js';
import { destinationOf } from './copy-command.js';
import { writeItemExists, writeSystemError } from './system-error.js';
import { makeFolders } from '../../../../io/runtime/index.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;

/** -Options of the providers of functions, aliases and variables. */
const OPTIONS = enumParameter('Options', SCOPED_OPTIONS, '', { dynamic: 'flat' });
const optionsGiven = (context: EngineCommandContext): { readonly options?: readonly string[] } =>
  context.isBound('Options') ? { options: toText(context.arg('Options') ?? null).split(/\s*,\s*/) } : {};
/** @returns whether it was made. */
function* makeLink(
  context: EngineCommandContext,
  { path, given }: Place & { readonly kind: 'file' },
  kind: 'symboliclink' | 'junction' | 'hardlink',
  value: PSValue,
): Steps<boolean> {
  const refuse = function* (
    message: string,
    errorId: string,
    category: ErrorCategoryName,
    exceptionType: string,
    target = path,
  ): Steps<false> {
    yield* settle(context.writeError(message, { errorId, category, target, exceptionType }));
    return false;
  };
  const target = toText(value);
  if (value === null || target === '') {
    const message = `Link '${given}' cannot be created because the target Value was not specified.`;
    const exception = new ExceptionObject(
      exceptionType('System.Management.Automation.PSArgumentNullException'),
      message,
    );
    exception.details.set('ParamName', 'content');
    context.fail(message, { errorId: 'ArgumentNull', category: 'InvalidArgument', exception });
  }
  if (kind === 'junction' && !nodePath.isAbsolute(target))
    return yield* refuse(
      'Creating a junction requires an absolute path for the target.',
      'NotAbsolutePath',
      'InvalidArgument',
      'System.ArgumentException',
      target,
    );
  const at = placeOf(context, target);
  const linked = at instanceof Error || at.kind === 'flat' ? target : at.path;
  if (kind === 'hardlink' && statsAt(linked) === undefined)
    return yield* refuse(
      `Could not find item ${linked}.`,
      'ItemNotFound',
      'ObjectNotFound',
      'System.Management.Automation.ItemNotFoundException',
      linked,
    );
  if (kind === 'hardlink' && isFolderAt(linked))
    return yield* refuse(
      `A file is required for the operation. The item '${linked}' is not a file.`,
      'ItemNotFile',
      'InvalidOperation',
      'System.InvalidOperationException',
      linked,
    );
  const force = context.flag('Force');
  const before = linkAt(path);
  if (before !== undefined && !force)
    return yield* refuse(
      `Cannot create link because the path already exists: ${path}.`,
      'SymLinkExists',
      'ResourceExists',
      'System.IO.IOException',
    );
  if (before !== undefined && kind === 'hardlink' && linked === path)
    return yield* refuse(
      'The target and path cannot be the same.',
      'TargetIsSameAsLink',
      'InvalidOperation',
      'System.InvalidOperationException',
    );
  if (before?.isDirectory() === true) {
    // Only an empty folder makes room for a link.
    if (readdirSync(path).length > 0)
      return yield* refuse(
        `Directory not empty : '${path}'`,
        'NewItemDeleteIOError',
        'WriteError',
        'System.IO.IOException',
      );
    rmdirSync(path);
  } else if (before !== undefined) rmSync(path);
  if (force) makeFolders(nodePath.dirname(path));
  try {
    if (kind === 'hardlink') linkSync(linked, path);
    else symlinkSync(process.platform === 'win32' ? target : target.replaceAll('\\', '/'), path);
  } catch (error) {
    // .NET has no exception for links: it gives the system's own.
    const type = 'System.ComponentModel.Win32Exception';
    if (!(error instanceof Error && 'code' in error)) throw error;
    context.fail(systemText(error), { errorId: type, category: 'NotSpecified', exceptionType: type });
  }
  return true;
}
function* make(context: EngineCommandContext, place: Place): Steps<void> {
  const value = context.arg('Value') ?? context.arg('Target') ?? null;
  const force = context.flag('Force');
  if (place.kind === 'flat') {
    if (existsAt(place) && place.name !== '' && !force) {
      yield* settle(
        context.writeError(`The item at path '${place.name}' already exists.`, {
          errorId: 'Argument',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        }),
      );
      return;
    }
    if (!(yield* settle(context.shouldProcess(`Item: ${place.name} Value: ${toText(value)}`, 'New Item')))) return;
    const refused = place.provider.set(place.name, value, { force, ...optionsGiven(context) });
    if (refused !== undefined) {
      yield* settle(writeProviderError(context, refused, place.name));
      return;
    }
    const item = itemsFor(context).of(place);
    if (item !== undefined) yield* settle(context.write(item));
    return;
  }
  const { path } = place;
  const type = (text(context, 'ItemType') ?? 'File').toLowerCase();
  const is = (full: string): boolean => type !== '' && full.startsWith(type);
  const exists = linkAt(path) !== undefined;
  const isDirectory = is('directory') || is('container');
  if (!(yield* settle(context.shouldProcess(`Destination: ${path}`, isDirectory ? 'Create Directory' : 'Create File'))))
    return;
  try {
    if (isDirectory) {
      if (exists && !force) {
        yield* settle(writeItemExists(context, path));
        return;
      }
      // What is there already stays what it is.
      if (exists && !isFolderAt(path)) return;
      makeFolders(path);
    } else if (is('file') || is('leaf')) {
      if (exists && !force) {
        yield* settle(
          context.writeError(`The file '${path}' already exists.`, {
            errorId: 'NewItemIOError',
            category: 'WriteError',
            target: path,
            exceptionType: 'System.IO.IOException',
          }),
        );
        return;
      }
      if (force) makeFolders(nodePath.dirname(path));
      writeFileSync(path, value === null ? '' : toText(value));
    } else if (is('symboliclink') || is('junction') || is('hardlink')) {
      const kind = is('symboliclink') ? 'symboliclink' : is('junction') ? 'junction' : 'hardlink';
      if (!(yield* makeLink(context, place, kind, value))) return;
    } else {
      yield* settle(
        context.writeError(
          'The type is not a known type for the file system. Only "file","directory" or "symboliclink" can be specified.',
          {
            errorId: 'Argument',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        ),
      );
      return;
    }
  } catch (error) {
    yield* settle(
      writeSystemError(
        context,
        error,
        path,
        isDirectory
          ? { denied: 'CreateDirectoryUnauthorizedAccessError', io: 'CreateDirectoryIOError' }
          : { denied: 'NewItemUnauthorizedAccessError', io: 'NewItemIOError' },
      ),
    );
    return;
  }
  const item = itemsFor(context).of(place);
  if (item !== undefined) yield* settle(context.write(item));
}

export const newItem = defineCommand(
  'New-Item',
  {
    alias: 'ni',
    module: MANAGEMENT,
    defaultSet: 'pathSet',
    shouldProcess: true,
    writesItems: true,
    synopsis: 'Creates a new item.',
  },
  [
    parameter('Path', 'String[]', 'pathSet: M 0 P; nameSet: 0 P'),
    parameter('Name', 'String', 'nameSet: M P', { allow: 'Null EmptyString' }),
    parameter('ItemType', 'String', 'P', { alias: 'Type' }),
    parameter('Value', 'Object', 'V P', { alias: 'Target' }),
    flag('Force'),
    OPTIONS,
  ],
  (context) => ({
    *process(): Steps<void> {
      const name = text(context, 'Name');
      for (const given of texts(context, 'Path') ?? ['.']) {
        const place = placeOf(context, given);
        if (place instanceof Error) {
          yield* settle(writeProviderError(context, place, given));
          continue;
        }
        if (name === undefined) {
          // PowerShell takes the separator at the end away. Of the root nothing is left: the current folder.
          const isRoot = place.kind === 'file' && place.path === '/';
          yield* make(context, isRoot ? { ...place, path: context.services.location.path } : place);
          continue;
        }
        // With a name beside it, the path may be a pattern.
        const folders = resolvePlaces(context, given, false).filter((one): one is Place => !(one instanceof Error));
        for (const folder of folders.length === 0 ? [place] : folders)
          yield* make(
            context,
            folder.kind === 'file' ? { ...folder, path: nodePath.resolve(folder.path, name) } : { ...folder, name },
          );
      }
    },
  }),
);

export const makeFolder = defineCommand(
  'mkdir',
  {
    className: 'NewItemCommand',
    alias: 'md',
    module: MANAGEMENT,
    defaultSet: 'pathSet',
    shouldProcess: true,
    synopsis: 'Creates a new folder.',
  },
  [
    parameter('Path', 'String[]', 'pathSet: M 0 P; nameSet: 0 P'),
    parameter('Name', 'String', 'nameSet: M P'),
    parameter('Value', 'Object', 'V P', { allow: 'Null EmptyString EmptyCollection' }),
    flag('Force'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const created = yield* settle(
        context.services.call(
          'New-Item',
          {
            ItemType: 'Directory',
            Path: texts(context, 'Path') ?? ['.'],
            ...(context.isBound('Name') ? { Name: text(context, 'Name') ?? '' } : {}),
            ...(context.flag('Force') ? { Force: true } : {}),
          },
          [],
        ),
      );
      yield* settle(context.writeAll(created));
    },
  }),
);

export const removeItem = defineCommand(
  'Remove-Item',
  {
    alias: 'del erase rd ri rm rmdir',
    module: MANAGEMENT,
    defaultSet: 'Path',
    shouldProcess: true,
    synopsis: 'Deletes the specified items.',
  },
  [
    ...PATHS('Path: M 0 V P', 'LiteralPath: M P'),
    ...FILTERS,
    flag('Recurse'),
    flag('Force'),
    ...streamParameter('String[]'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const isChosen = context.flag('Recurse') && (context.isBound('Include') || context.isBound('Exclude'));
      const looksInside = isChosen && !context.isBound('Filter');
      // A filter chooses among what a pattern finds; with -Recurse it chooses files within the folders instead.
      const rules = nameRules(context);
      const isPattern = !context.isBound('LiteralPath') && (texts(context, 'Path') ?? []).some(hasWildcard);
      const isFilteredWithin = context.flag('Recurse') && context.isBound('Filter') && !isChosen;
      const keep = (name: string): boolean =>
        rules.included(name) && !rules.excluded(name) && (isFilteredWithin || !isPattern || rules.filtered(name));
      for (const place of yield* placesOf(context)) {
        if (looksInside && place.kind === 'file' && isFolder(place.path)) {
          // With -LiteralPath PowerShell leaves folders alone here.
          if (context.isBound('LiteralPath')) continue;
          const left = yield* removeChosen(context, nameRules(context), place.path);
          if (left === 0 && keep(leafOf(place))) yield* removeFile(context, place.path);
          continue;
        }
        if (!keep(leafOf(place))) continue;
        if (isFilteredWithin && place.kind === 'file' && isFolder(place.path)) {
          yield* removeFiltered(context, rules, place.path);
          continue;
        }
        if (place.kind === 'flat') {
          if (yield* settle(context.shouldProcess(`Item: ${place.name}`, 'Remove Item'))) {
            const refused = place.provider.remove(place.name, context.flag('Force'));
            if (refused !== undefined) yield* settle(writeProviderError(context, refused, place.name));
          }
          continue;
        }
        yield* removeFile(context, place.path);
      }
    },
  }),
);
const isFolder = (path: string): boolean => linkAt(path)?.isDirectory() === true;
/**
 * With Include or Exclude, -Recurse removes what they choose, wherever it stands; a folder that they do not choose goes
 * once nothing is left in it, unless it is none of those to include.
 * @returns how much is left.
 */
function* removeChosen(context: EngineCommandContext, rules: NameRules, folder: string): Steps<number> {
  let left = 0;
  let names: string[];
  try {
    names = readdirSync(folder).sort(byName);
  } catch (error) {
    yield* settle(
      writeSystemError(context, error, folder, {
        denied: 'RemoveFileSystemItemUnAuthorizedAccess',
        io: 'RemoveFileSystemItemIOError',
      }),
    );
    return 1;
  }
  for (const name of names) {
    const path = nodePath.join(folder, name);
    const isGone =
      rules.included(name) &&
      (!rules.excluded(name) || (isFolder(path) && (yield* removeChosen(context, rules, path)) === 0));
    if (isGone) yield* removeFile(context, path);
    else {
      left += 1;
      if (!rules.included(name) && isFolder(path)) yield* removeChosen(context, rules, path);
    }
    const tick = context.tick();
    if (tick !== undefined) yield tick;
  }
  return left;
}
/** Removes the files that the filter of -Filter lets through, and folders that are empty then; others are errors. */
function* removeFiltered(context: EngineCommandContext, rules: NameRules, folder: string): Steps<void> {
  for (const name of readdirSync(folder).sort(byName)) {
    const path = nodePath.join(folder, name);
    if (isFolder(path)) yield* removeFiltered(context, rules, path);
    else if (rules.filtered(name)) yield* removeFile(context, path);
    const tick = context.tick();
    if (tick !== undefined) yield tick;
  }
  if (readdirSync(folder).length === 0) {
    yield* removeFile(context, folder);
    return;
  }
  const [message, errorId] = context.flag('Force')
    ? [`Directory not empty : '${folder}'`, 'RemoveFileSystemItemIOError']
    : [`Directory ${folder} cannot be removed because it is not empty.`, 'DirectoryNotEmpty'];
  yield* settle(
    context.writeError(message, {
      errorId,
      category: 'WriteError',
      target: folder,
      exceptionType: 'System.IO.IOException',
    }),
  );
}
function* removeFile(context: EngineCommandContext, path: string): Steps<void> {
  const facts = fileFacts(path);
  if (facts === undefined) return;
  const folder = facts.isDirectory && !facts.link.isSymbolicLink();
  if (!(yield* settle(context.shouldProcess(path, folder ? 'Remove Directory' : 'Remove File')))) return;
  const complain = (
    message: string,
    errorId: string,
    category: 'WriteError' | 'PermissionDenied',
    exceptionType: string,
  ): Pending<void> =>
    context.writeError(`Cannot remove item ${path}: ${message}`, { errorId, category, target: path, exceptionType });
  const location = context.services.location.path;
  if (folder && (location === path || location.startsWith(`${path}${nodePath.sep}`))) {
    yield* settle(
      context.writeError(`Cannot remove the item at '${path}' because it is in use.`, {
        errorId: 'InvalidOperation',
        category: 'InvalidOperation',
        target: path,
        exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      }),
    );
    return;
  }
  try {
    if (!folder) {
      if ((facts.attributes & 1) !== 0 && !context.flag('Force')) {
        yield* settle(
          context.writeError(
            'You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.',
            {
              errorId: 'RemoveFileSystemItemUnAuthorizedAccess',
              category: 'PermissionDenied',
              target: itemsFor(context).of({ kind: 'file', path, given: path }) ?? path,
              exceptionType: 'System.IO.IOException',
            },
          ),
        );
        return;
      }
      unlinkSync(path);
      return;
    }
    if (!context.flag('Recurse') && readdirSync(path).length > 0) {
      if (!context.host.hasUI) {
        context.fail(
          `The item at ${path} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?`,
          {
            errorId: 'InvalidOperation',
            category: 'InvalidOperation',
            target: path,
            exceptionType: 'System.Management.Automation.PSInvalidOperationException',
          },
        );
      }
      const choice = yield* settle(
        context.host.call(
          'PromptForChoice',
          [
            'Confirm',
            `The item at ${path} has children and the Recurse parameter was not specified. If you continue, all children will be removed with the item. Are you sure you want to continue?`,
            ['&Yes', '&No'].map((label) => new PSObject({ extended: PropertyBag.of({ label, helpMessage: '' }) })),
            1,
          ],
          context.signal,
        ),
      );
      if (choice !== 0) return;
    }
    yield* removeTree(context, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    const denied = code === 'EACCES' || code === 'EPERM';
    yield* settle(
      complain(
        denied ? `Access to the path '${path}' is denied.` : systemText(error as Error, path),
        denied ? 'RemoveFileSystemItemUnAuthorizedAccess' : 'RemoveFileSystemItemIOError',
        denied ? 'PermissionDenied' : 'WriteError',
        denied ? 'System.UnauthorizedAccessException' : 'System.IO.IOException',
      ),
    );
  }
}

function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Another file system: copy, then remove.
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    rmSync(from, { recursive: true });
  }
}
function* moveOne(
  context: EngineCommandContext,
  source: Place & { readonly kind: 'file' },
  target: string,
  action: 'Move' | 'Rename',
): Steps<void> {
  const folder = isContainer(source);
  const same = source.path.toLowerCase() === target.toLowerCase();
  if (folder && (target.startsWith(source.path + nodePath.sep) || (action === 'Move' && target === source.path))) {
    yield* settle(
      context.writeError(`Destination path cannot be a subdirectory of the source or the source itself: ${target}.`, {
        errorId: 'MoveItemArgumentError',
        category: 'InvalidArgument',
        target,
        exceptionType: 'System.IO.IOException',
      }),
    );
    return;
  }
  if (
    !(yield* settle(
      context.shouldProcess(
        `Item: ${source.path} Destination: ${target}`,
        `${action} ${folder ? 'Directory' : 'File'}`,
      ),
    ))
  )
    return;
  const refuse = (message: string, errorId: string): Pending<void> =>
    context.writeError(message, {
      errorId,
      category: 'WriteError',
      target: source.path,
      exceptionType: 'System.IO.IOException',
    });
  if (folder && action === 'Rename' && target === source.path) {
    yield* settle(refuse('Source and destination path must be different.', 'RenameItemIOError'));
    return;
  }
  try {
    // The system takes an empty folder's place.
    const isEmpty = folder && isContainer({ ...source, path: target }) && readdirSync(target).length === 0;
    if (existsSync(target) && !same && !isEmpty) {
      if (action === 'Rename' || !context.flag('Force') || folder) {
        if (folder && action === 'Rename')
          yield* settle(
            refuse(
              `Cannot create '${target}' because a file or directory with the same name already exists.`,
              'RenameItemIOError',
            ),
          );
        else if (folder && !isContainer({ ...source, path: target })) yield* settle(writeItemExists(context, target));
        else
          yield* settle(
            refuse(
              `The file '${target}' already exists.`,
              action === 'Rename'
                ? 'RenameItemIOError'
                : folder
                  ? 'MoveDirectoryItemIOError'
                  : 'MoveFileInfoItemIOError',
            ),
          );
        return;
      }
      rmSync(target, { force: true });
    }
    if (!existsSync(nodePath.dirname(target))) {
      yield* settle(
        context.writeError(`Could not find a part of the path '${target}'.`, {
          errorId: folder ? `${action}DirectoryItemIOError` : `${action}FileInfoItemIOError`,
          category: 'WriteError',
          target: source.path,
          exceptionType: 'System.IO.DirectoryNotFoundException',
        }),
      );
      return;
    }
    move(source.path, target);
  } catch (error) {
    yield* settle(
      writeSystemError(context, error, source.path, {
        denied: `${action}ItemUnauthorizedAccessError`,
        io: `${action}ItemIOError`,
      }),
    );
    return;
  }
  if (context.flag('PassThru')) {
    const item = itemsFor(context).of({ kind: 'file', path: target, given: target });
    if (item !== undefined) yield* settle(context.write(item));
  }
}
function* renameFlat(
  context: EngineCommandContext,
  place: Place & { readonly kind: 'flat' },
  name: string,
): Steps<void> {
  const { provider } = place;
  const force = context.flag('Force');
  const known = provider.renamed?.(place.name, force);
  const refused = known?.refused ?? takesName();
  if (refused !== undefined) yield* settle(writeProviderError(context, refused, place.name));
  else if (context.flag('PassThru')) {
    const item = itemsFor(context).of({ ...place, name });
    if (item !== undefined) yield* settle(context.write(item));
  }
  function takesName(): ProviderError | undefined {
    if (name.toLowerCase() === place.name.toLowerCase()) return undefined;
    if (provider.item(name) !== undefined && !force)
      return new ProviderError(`The item at path '${name}' already exists.`, 'Argument', '');
    // The old name goes once the new one is there.
    const value = provider.value(place.name) ?? null;
    return (
      provider.set(name, value, { force, ...(known === undefined ? {} : { options: known.options }) }) ??
      provider.remove(place.name, true)
    );
  }
}

/** What is not there is told in other words when its name was to be taken literally. */
function refuseSource(context: EngineCommandContext, error: Error, given: string): Pending<void> {
  if (!context.isBound('LiteralPath') || !(error instanceof ProviderError) || error.errorId !== 'PathNotFound')
    return writeProviderError(context, error, given);
  return context.writeError(`Cannot move item because the item at '${given}' does not exist.`, {
    errorId: 'InvalidOperation',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.PSInvalidOperationException',
  });
}
export const moveItem = defineCommand(
  'Move-Item',
  {
    alias: 'mi move mv',
    module: MANAGEMENT,
    defaultSet: 'Path',
    shouldProcess: true,
    writesItems: true,
    synopsis: 'Moves an item from one location to another.',
  },
  [
    ...PATHS('Path: M 0 V P', 'LiteralPath: M P'),
    parameter('Destination', 'String', '1 P'),
    flag('Force'),
    ...FILTERS,
    flag('PassThru'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const keep = nameFilter(context);
      const given = text(context, 'Destination') ?? '.';
      const destination = placeOf(context, given);
      if (destination instanceof Error) {
        yield* settle(writeProviderError(context, destination, given));
        return;
      }
      for (const source of yield* placesOf(context, undefined, '', refuseSource)) {
        if (!keep(leafOf(source))) continue;
        if (source.kind === 'file' && destination.kind === 'file')
          yield* moveOne(context, source, destinationOf(source.path, destination.path), 'Move');
        else if (source.kind === 'flat' && destination.kind === 'flat')
          yield* renameFlat(context, source, destination.name);
        else
          context.fail(
            'Cannot move the item because the source and destination paths did not resolve to the same provider.',
            {
              errorId: 'MoveItemSourceAndDestinationNotSameProvider',
              category: 'InvalidArgument',
              exceptionType: 'System.Management.Automation.PSArgumentException',
            },
          );
      }
    },
  }),
);

export const renameItem = defineCommand(
  'Rename-Item',
  {
    alias: 'ren rni',
    module: MANAGEMENT,
    defaultSet: 'ByPath',
    shouldProcess: true,
    writesItems: true,
    synopsis: 'Renames an item in a PowerShell provider namespace.',
  },
  [
    parameter('Path', 'String', 'ByPath: M 0 V P'),
    parameter('LiteralPath', 'String', 'ByLiteralPath: M P', { alias: 'PSPath LP' }),
    parameter('NewName', 'String', 'M 1 P'),
    flag('Force'),
    flag('PassThru'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const newName = text(context, 'NewName') ?? '';
      const given = text(context, 'LiteralPath') ?? text(context, 'Path') ?? '';
      const [place] = resolvePlaces(context, given, context.isBound('LiteralPath'));
      if (place instanceof Error && !context.isBound('LiteralPath')) {
        yield* settle(writeProviderError(context, place, given));
        return;
      }
      if (place === undefined || place instanceof Error) {
        yield* settle(
          context.writeError(`Cannot rename because item at '${given}' does not exist.`, {
            errorId: 'InvalidOperation',
            category: 'InvalidOperation',
            exceptionType: 'System.Management.Automation.PSInvalidOperationException',
          }),
        );
        return;
      }
      if (place.kind === 'flat') {
        if (yield* settle(context.shouldProcess(`Item: ${place.name} NewName: ${newName}`, 'Rename Item')))
          yield* renameFlat(context, place, newName);
        return;
      }
      if (
        /[\\/]/.test(newName) &&
        nodePath.dirname(nodePath.resolve(context.services.location.path, newName)) !== nodePath.dirname(place.path)
      ) {
        yield* settle(
          context.writeError('Cannot rename the specified target, because it represents a path or device name.', {
            errorId: 'Argument',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          }),
        );
        return;
      }
      yield* moveOne(context, place, nodePath.join(nodePath.dirname(place.path), nodePath.basename(newName)), 'Rename');
    },
  }),
);

/** Places to be set: those that a pattern finds, or the one that may be made. */
function* settables(context: EngineCommandContext): Steps<Place[]> {
  const literal = texts(context, 'LiteralPath');
  const keep = nameFilter(context);
  const out: Place[] = [];
  for (const given of literal ?? texts(context, 'Path') ?? []) {
    const place = placeOf(context, given);
    if (place instanceof Error) yield* settle(writeProviderError(context, place, given));
    else if (literal === undefined && place.kind === 'flat' && hasWildcard(place.name))
      out.push(...resolvePlaces(context, given, false).filter((one): one is Place => !(one instanceof Error)));
    else out.push(place);
  }
  return out.filter((place) => keep(leafOf(place)));
}
export const setItem = defineCommand(
  'Set-Item',
  {
    alias: 'si',
    module: MANAGEMENT,
    defaultSet: 'Path',
    shouldProcess: true,
    writesItems: true,
    synopsis: 'Changes the value of an item to the value specified in the command.',
  },
  [
    ...PATHS('Path: M 0 P', 'LiteralPath: M P'),
    parameter('Value', 'Object', '1 V P'),
    ...FILTERS,
    flag('Force'),
    flag('PassThru'),
    OPTIONS,
  ],
  (context) => ({
    *process(): Steps<void> {
      for (const place of yield* settables(context)) {
        if (place.kind === 'file')
          context.fail('Provider operation stopped because the provider does not support this operation.', {
            errorId: 'NotSupported',
            category: 'NotImplemented',
            target: place.path,
            exceptionType: 'System.Management.Automation.PSNotSupportedException',
          });
        else if (
          yield* settle(
            context.shouldProcess(`Item: ${place.name} Value: ${toText(context.arg('Value') ?? null)}`, 'Set Item'),
          )
        ) {
          const force = context.flag('Force');
          const change = { force, ...optionsGiven(context) };
          const refused = place.provider.set(place.name, context.arg('Value') ?? null, change);
          if (refused !== undefined) {
            yield* settle(writeProviderError(context, refused, place.name));
            continue;
          }
          const item = itemsFor(context).of(place);
          if (context.flag('PassThru') && item !== undefined) yield* settle(context.write(item));
        }
      }
    },
  }),
);
export const clearItem = defineCommand(
  'Clear-Item',
  {
    alias: 'cli',
    module: MANAGEMENT,
    defaultSet: 'Path',
    shouldProcess: true,
    synopsis: 'Clears the contents of an item, but does not delete the item.',
  },
  [...PATHS('Path: M 0 V P', 'LiteralPath: M P'), ...FILTERS, flag('Force')],
  (context) => ({
    *process(): Steps<void> {
      for (const place of yield* placesOf(context)) {
        if (place.kind === 'file')
          return context.fail('Provider operation stopped because the provider does not support this operation.', {
            errorId: 'NotSupported',
            category: 'NotImplemented',
            exceptionType: 'System.Management.Automation.PSNotSupportedException',
          });
        if (!(yield* settle(context.shouldProcess(`Item: ${place.name}`, 'Clear Item')))) continue;
        const refused = place.provider.set(place.name, null, { force: context.flag('Force') });
        if (refused !== undefined) yield* settle(writeProviderError(context, refused, place.name));
      }
    },
  }),
);

/** A custom object with the chosen properties and the paths of the item. */
function propertiesOf(context: EngineCommandContext, item: PSObject, wanted: readonly RegExp[] | undefined): PSObject {
  if (wanted === undefined) {
    // Whether it is a container is a property of the item, not one of its provider's.
    item.extended?.delete('PSIsContainer');
    return item;
  }
  const bag = new PropertyBag();
  for (const name of context.services.members.names(item)) {
    if (!name.startsWith('PS') && wanted.some((regex) => regex.test(name))) bag.set(name, item.get(name) ?? null);
  }
  if (bag.size === 0) return new PSObject({ extended: bag });
  for (const name of ['PSPath', 'PSParentPath', 'PSChildName', 'UnixStat', 'PSDrive', 'PSProvider'])
    if (item.has(name)) bag.set(name, item.get(name) ?? null);
  return new PSObject({ typeNames: TYPE_NAMES.customObject, extended: bag });
}
function* eachItem(context: EngineCommandContext): Steps<PSObject[]> {
  const items = itemsFor(context);
  const keep = nameFilter(context);
  const found: PSObject[] = [];
  for (const place of yield* placesOf(context)) {
    if (place.kind === 'flat') {
      yield* settle(noProperties(context));
      continue;
    }
    const item: PSValue | undefined = keep(leafOf(place)) ? items.of(place) : undefined;
    if (item instanceof PSObject) found.push(item);
  }
  return found;
}
const missing = (context: EngineCommandContext, name: string, ofValue: boolean): Pending<void> =>
  context.writeError(`The property ${name} does not exist or was not found.`, {
    errorId: ofValue ? 'System.IO.IOException' : 'GetValueError',
    category: ofValue ? 'NotSpecified' : 'ReadError',
    ...(ofValue ? {} : { target: name }),
    exceptionType: 'System.IO.IOException',
  });
export const getItemProperty = defineCommand(
  'Get-ItemProperty',
  {
    alias: 'gp',
    module: MANAGEMENT,
    defaultSet: 'Path',
    writesItems: true,
    synopsis: 'Gets the properties of a specified item.',
  },
  [
    ...PATHS('Path: M 0 V P', 'LiteralPath: M P'),
    parameter('Name', 'String[]', '1', { alias: 'PSProperty' }),
    ...FILTERS,
  ],
  (context) => ({
    *process(): Steps<void> {
      const names = texts(context, 'Name');
      const regexes = names?.map((name) => wildcardRegex(name));
      for (const item of yield* eachItem(context)) {
        const shown = propertiesOf(context, item, regexes);
        const own = context.services.members.names(item);
        for (const [at, regex] of (regexes ?? []).entries())
          if (!own.some((name) => regex.test(name))) yield* settle(missing(context, names?.[at] ?? '', false));
        if (shown.extended?.size !== 0 || regexes === undefined) yield* settle(context.write(shown));
      }
    },
  }),
);
export const getItemPropertyValue = defineCommand(
  'Get-ItemPropertyValue',
  {
    alias: 'gpv',
    module: MANAGEMENT,
    defaultSet: 'Path',
    synopsis: 'Gets the value for one or more properties of a specified item.',
  },
  [
    parameter('Path', 'String[]', 'Path: 0 V P', { check: NOT_EMPTY }),
    parameter('LiteralPath', 'String[]', 'LiteralPath: M P', { alias: 'PSPath LP' }),
    parameter('Name', 'String[]', 'M 1', { alias: 'PSProperty' }),
    ...FILTERS,
  ],
  (context) => ({
    *process(): Steps<void> {
      for (const item of yield* eachItem(context))
        for (const name of texts(context, 'Name') ?? []) {
          const value = item.get(name);
          if (value === undefined) {
            yield* settle(missing(context, name, true));
            return;
          }
          yield* settle(context.write(value));
        }
    },
  }),
);
