/** Get-, Set-, Push- and Pop-Location, drives and providers. */
import nodePath from 'node:path';
import { localRunspace } from '../../net/host/local-runspace.js';
import { type Pending, settle, type Steps } from '../../pending.js';
import { hasWildcard, wildcardRegex } from '../../text/wildcard.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text, texts } from '../support/arguments.js';
import { defineCommand, flag, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { sessionState } from '../../runtime/module-members.js';
import { UNAUTHORIZED } from '../../runtime/locked.js';
import { driveHere, isNamed } from './drives.js';
import { flatProviders } from './flat-providers.js';
import {
  currentPlace,
  driveInfo,
  driveTable,
  homeFolder,
  infoOf,
  isContainer,
  isDrive,
  pathNotFound,
  type Place,
  placeOf,
  allDrives,
  providerOf,
  ProviderError,
  resolvePlaces,
  writeProviderError,
} from './places.js';

const MANAGEMENT = 'Microsoft.PowerShell.Management' as const;

/** What names of providers may begin with. */
const SNAP_IN = /^Microsoft\.PowerShell\.Core\\/i;
/** Says that there is no drive of that name. */
const noSuchDrive = (
  context: EngineCommandContext,
  name: string,
  errorId: 'GetLocationNoMatchingDrive' | 'GetDriveNoMatchingDrive' | 'DriveNotFound' = 'GetLocationNoMatchingDrive',
): Pending<void> =>
  context.writeError(`Cannot find drive. A drive with the name '${name}' does not exist.`, {
    errorId,
    category: 'ObjectNotFound',
    target: name,
    exceptionType: 'System.Management.Automation.DriveNotFoundException',
  });

interface Stacks {
  readonly byName: Map<string, Place[]>;
  current: string;
  previous: Place[];
  next: Place[];
}
const STACKS = Symbol('location stacks');
const stacksOf = (context: EngineCommandContext): Stacks =>
  context.services.state<Stacks>(STACKS, () => ({ byName: new Map(), current: 'default', previous: [], next: [] }));

function* goTo(context: EngineCommandContext, place: Place): Steps<void> {
  const { frame } = context.services.modules;
  const { rt } = frame;
  const before = rt.lookupActions === undefined ? null : infoOf(context, currentPlace(context));
  change(context, place);
  if (rt.lookupActions !== undefined)
    yield* rt.lookupActions.moved(
      rt,
      localRunspace(rt),
      before,
      infoOf(context, currentPlace(context)),
      sessionState(frame.scope),
    );
}
function change(context: EngineCommandContext, place: Place): void {
  const table = driveTable(context);
  if (place.kind === 'flat') {
    table.flat = place.provider.name;
    return;
  }
  table.flat = undefined;
  table.here = place.drive !== undefined && isNamed(place.drive) ? place.drive : undefined;
  if (table.here !== undefined) table.here.current = nodePath.relative(table.here.root, place.path);
  const drive = table.here?.name ?? nodePath.parse(place.path).root.replace(/:\\$/, '');
  context.services.location = { provider: 'FileSystem', drive, path: place.path };
}
/** The one container that a path means; undefined: an error was written. */
function* containerOf(context: EngineCommandContext, given: string, literal: boolean): Steps<Place | undefined> {
  const found = resolvePlaces(context, given, literal);
  const [place] = found;
  const refuse = function* (error: Error): Steps<undefined> {
    const said = error instanceof ProviderError ? error : new ProviderError(error.message, 'PathNotFound', given);
    yield* settle(writeProviderError(context, said, given));
    return undefined;
  };
  if (place === undefined || place instanceof Error)
    return yield* refuse(
      place ?? new ProviderError(`Cannot find path '${given}' because it does not exist.`, 'PathNotFound', given),
    );
  if (found.length > 1) {
    yield* settle(
      context.writeError(
        `Cannot set the location because path '${given}' resolved to multiple containers. You can only set the location to a single container at a time.`,
        {
          errorId: 'Argument',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
        },
      ),
    );
    return undefined;
  }
  return isContainer(place) ? place : yield* refuse(pathNotFound(place));
}

/** Where the location of a drive is. */
function placeOnDrive(context: EngineCommandContext, name: string): Place | undefined {
  const drive = driveTable(context).drives.get(name.toLowerCase());
  if (drive !== undefined)
    return isNamed(drive)
      ? { kind: 'file', path: nodePath.join(drive.root, drive.current ?? ''), given: `${drive.name}:`, drive }
      : { kind: 'file', path: context.services.location.path, given: drive.name };
  const flat = flatProviders(context).find((one) => one.drive.toLowerCase() === name.toLowerCase());
  return flat === undefined ? undefined : { kind: 'flat', provider: flat, name: '', given: `${flat.drive}:` };
}
/** Where each provider stands, whichever is the current one. */
function placesByProvider(context: EngineCommandContext): readonly (readonly [string, Place])[] {
  const here = currentPlace(context);
  const { path } = context.services.location;
  const drive = driveHere(context);
  const files: Place = { kind: 'file', path, given: path, ...(drive === undefined ? {} : { drive }) };
  const flats = flatProviders(context).map((provider): readonly [string, Place] => [
    provider.name,
    here.kind === 'flat' && here.provider.name === provider.name
      ? here
      : { kind: 'flat', provider, name: '', given: `${provider.drive}:` },
  ]);
  const all: (readonly [string, Place])[] = [['FileSystem', files], ...flats];
  return all.sort(([left], [right]) => (left < right ? -1 : 1));
}
export const getLocation = defineCommand(
  'Get-Location',
  {
    alias: 'gl pwd',
    module: MANAGEMENT,
    defaultSet: 'Location',
    output: 'System.Management.Automation.PathInfo,System.Management.Automation.PathInfoStack',
    synopsis: 'Gets information about the current working location or a location stack.',
  },
  [
    parameter('PSProvider', 'String[]', 'Location: P'),
    parameter('PSDrive', 'String[]', 'Location: P'),
    flag('Stack', 'Stack: '),
    parameter('StackName', 'String[]', 'Stack: P'),
  ],
  (context) => ({
    *process(): Steps<void> {
      if (context.parameterSetName === 'Stack') {
        const stacks = stacksOf(context);
        for (const name of texts(context, 'StackName') ?? [stacks.current])
          for (const place of [...(stacks.byName.get(name.toLowerCase()) ?? [])].reverse())
            yield* settle(context.write(infoOf(context, place)));
        return;
      }
      const named = texts(context, 'PSDrive');
      const providers = texts(context, 'PSProvider');
      if (named === undefined && providers === undefined)
        yield* settle(context.write(infoOf(context, currentPlace(context))));
      for (const name of named ?? []) {
        const place = placeOnDrive(context, name);
        if (place !== undefined) yield* settle(context.write(infoOf(context, place)));
        else yield* settle(noSuchDrive(context, name));
      }
      for (const name of providers ?? []) {
        const regex = wildcardRegex(name);
        const found = placesByProvider(context).filter(([provider]) => regex.test(provider));
        for (const [, place] of found) yield* settle(context.write(infoOf(context, place)));
        if (found.length === 0 && !hasWildcard(name))
          yield* settle(
            context.writeError(`Cannot find a provider with the name '${name}'.`, {
              errorId: 'GetLocationNoMatchingProvider',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: 'System.Management.Automation.ProviderNotFoundException',
            }),
          );
      }
    },
  }),
);

export const setLocation = defineCommand(
  'Set-Location',
  {
    alias: 'cd chdir sl',
    module: MANAGEMENT,
    defaultSet: 'Path',
    output: 'System.Management.Automation.PathInfo,System.Management.Automation.PathInfoStack',
    synopsis: 'Sets the current working location to a specified location.',
  },
  [
    parameter('Path', 'String', 'Path: 0 V P'),
    parameter('LiteralPath', 'String', 'LiteralPath: M P', { alias: 'PSPath LP' }),
    flag('PassThru'),
    parameter('StackName', 'String', 'Stack: P'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const stacks = stacksOf(context);
      if (context.parameterSetName === 'Stack') {
        stacks.current =
          (text(context, 'StackName') ?? '') === '' ? 'default' : (text(context, 'StackName') ?? '').toLowerCase();
        return;
      }
      const literal = text(context, 'LiteralPath');
      const given = literal ?? text(context, 'Path') ?? '~';
      const here = currentPlace(context);
      let place: Place;
      if (literal === undefined && (given === '-' || given === '+')) {
        const from = given === '-' ? stacks.previous : stacks.next;
        const found = from.pop();
        if (found === undefined)
          return context.fail(
            `There is no location history left to navigate ${given === '-' ? 'backwards' : 'forwards'}.`,
            {
              errorId: 'System.InvalidOperationException',
              category: 'InvalidOperation',
              exceptionType: 'System.InvalidOperationException',
            },
          );
        place = found;
        (given === '-' ? stacks.next : stacks.previous).push(here);
      } else {
        // Without a path it goes home, from wherever it is.
        const isBare = literal === undefined && !context.isBound('Path');
        const path = isBare ? homeFolder(context) : given;
        const wanted = yield* containerOf(context, path, literal !== undefined || isBare);
        if (wanted === undefined) return;
        place = wanted;
        stacks.previous.push(here);
        if (stacks.previous.length > 20) stacks.previous.shift();
        stacks.next = [];
      }
      yield* goTo(context, place);
      if (context.flag('PassThru')) yield* settle(context.write(infoOf(context, place)));
    },
  }),
);

export const pushLocation = defineCommand(
  'Push-Location',
  {
    alias: 'pushd',
    module: MANAGEMENT,
    defaultSet: 'Path',
    synopsis: 'Adds the current location to the top of a location stack.',
  },
  [
    parameter('Path', 'String', 'Path: 0 V P'),
    parameter('LiteralPath', 'String', 'LiteralPath: P', { alias: 'PSPath LP' }),
    flag('PassThru'),
    parameter('StackName', 'String', 'P'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const stacks = stacksOf(context);
      const name = (text(context, 'StackName') ?? stacks.current).toLowerCase();
      const given = text(context, 'LiteralPath') ?? text(context, 'Path');
      // It is on the stack, whether the way leads anywhere or not.
      const stack = stacks.byName.get(name) ?? [];
      stacks.byName.set(name, stack);
      stack.push(currentPlace(context));
      if (given !== undefined) {
        const place = yield* containerOf(context, given, context.isBound('LiteralPath'));
        if (place === undefined) return;
        yield* goTo(context, place);
      }
      if (context.flag('PassThru')) yield* settle(context.write(infoOf(context, currentPlace(context))));
    },
  }),
);
export const popLocation = defineCommand(
  'Pop-Location',
  {
    alias: 'popd',
    module: MANAGEMENT,
    synopsis: 'Changes the current location to the location most recently pushed onto the stack.',
  },
  [flag('PassThru'), parameter('StackName', 'String', 'P')],
  (context) => ({
    *process(): Steps<void> {
      const stacks = stacksOf(context);
      const given = text(context, 'StackName');
      const place = stacks.byName.get((given ?? stacks.current).toLowerCase())?.pop();
      if (place === undefined) {
        if (given !== undefined && !stacks.byName.has(given.toLowerCase()))
          yield* settle(
            context.writeError(`Cannot find location stack '${given}'. It does not exist or it is not a container.`, {
              errorId: 'Argument',
              category: 'InvalidArgument',
              target: given,
              exceptionType: 'System.Management.Automation.PSArgumentException',
            }),
          );
        return;
      }
      yield* goTo(context, place);
      if (context.flag('PassThru')) yield* settle(context.write(infoOf(context, place)));
    },
  }),
);

export const getDrive = defineCommand(
  'Get-PSDrive',
  {
    alias: 'gdr',
    module: MANAGEMENT,
    defaultSet: 'Name',
    output: 'System.Management.Automation.PSDriveInfo',
    synopsis: 'Gets drives in the current session.',
  },
  [
    parameter('Name', 'String[]', 'Name: 0 P', { check: NOT_EMPTY }),
    parameter('LiteralName', 'String[]', 'LiteralName: M 0 P'),
    parameter('Scope', 'String', 'P', { attributes: 'ArgumentCompleter' }),
    parameter('PSProvider', 'String[]', 'P'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const named = texts(context, 'PSProvider');
      const providers = named?.map((name) => wildcardRegex(name.replace(SNAP_IN, '')));
      const known = new Set(allDrives(context).map(({ provider }) => provider.toLowerCase()));
      const unknown = named?.find((name) => !hasWildcard(name) && !known.has(name.replace(SNAP_IN, '').toLowerCase()));
      for (const name of texts(context, 'LiteralName') ?? texts(context, 'Name') ?? ['*']) {
        if (unknown !== undefined) {
          yield* settle(
            context.writeError(`Cannot find a provider with the name '${unknown}'.`, {
              errorId: 'GetLocationNoMatchingDrive',
              category: 'ObjectNotFound',
              target: context.arg('PSProvider') ?? null,
              exceptionType: 'System.Management.Automation.ProviderNotFoundException',
            }),
          );
          continue;
        }
        const regex = wildcardRegex(name);
        const found = allDrives(context).filter(
          (drive) =>
            regex.test(drive.name) && (providers === undefined || providers.some((one) => one.test(drive.provider))),
        );
        if (found.length === 0 && !hasWildcard(name))
          // There may be one, and not of these providers.
          yield* settle(noSuchDrive(context, name, isDrive(context, name) ? 'GetDriveNoMatchingDrive' : undefined));
        for (const { object } of found) yield* settle(context.write(object));
      }
    },
  }),
);
export const newDrive = defineCommand(
  'New-PSDrive',
  {
    alias: 'ndr',
    module: MANAGEMENT,
    shouldProcess: true,
    synopsis: 'Creates temporary and persistent drives that are associated with a location in an item data store.',
  },
  [
    parameter('Name', 'String', 'M 0 P'),
    parameter('PSProvider', 'String', 'M 1 P'),
    parameter('Root', 'String', 'M 2 P', { allow: 'EmptyString' }),
    parameter('Description', 'String', 'P'),
    parameter('Scope', 'String', 'P', { attributes: 'ArgumentCompleter' }),
    ...(process.platform === 'win32' ? [flag('Persist')] : []),
  ],
  (context) => ({
    *process(): Steps<void> {
      const name = text(context, 'Name') ?? '';
      const provider = text(context, 'PSProvider') ?? '';
      const root = text(context, 'Root') ?? '';
      const { drives } = driveTable(context);
      if (/[;~/\\.:]/.test(name)) {
        yield* settle(
          context.writeError(
            'Cannot process the drive name because the drive name contains one or more of the following characters that are not valid: ; ~ / \\ . :',
            {
              errorId: 'Argument',
              category: 'InvalidArgument',
              exceptionType: 'System.Management.Automation.PSArgumentException',
            },
          ),
        );
        return;
      }
      if (provider.toLowerCase() !== 'filesystem') {
        yield* settle(
          context.writeError(
            flatProviders(context).some((one) => one.name.toLowerCase() === provider.toLowerCase())
              ? `The provider '${provider}' makes no drives here. Only FileSystem drives can be made.`
              : `Cannot find a provider with the name '${provider}'.`,
            {
              errorId: 'ProviderNotFound',
              category: 'ObjectNotFound',
              target: provider,
              exceptionType: 'System.Management.Automation.ProviderNotFoundException',
            },
          ),
        );
        return;
      }
      if (
        drives.has(name.toLowerCase()) ||
        flatProviders(context).some(({ drive }) => drive.toLowerCase() === name.toLowerCase())
      ) {
        yield* settle(
          context.writeError(`A drive with the name '${name}' already exists.`, {
            errorId: 'DriveAlreadyExists',
            category: 'ResourceExists',
            target: name,
            exceptionType: 'System.Management.Automation.SessionStateException',
          }),
        );
        return;
      }
      const place = placeOf(context, root);
      const path = place instanceof Error || place.kind !== 'file' ? root : place.path;
      if (place instanceof Error || place.kind !== 'file' || !isContainer(place)) {
        yield* settle(
          context.writeError(`The specified drive root "${root}" either does not exist, or it is not a folder.`, {
            errorId: 'DriveRootError',
            category: 'ReadError',
            target: driveInfo(context, name, 'FileSystem', root, text(context, 'Description') ?? '', ''),
            exceptionType: 'System.IO.IOException',
          }),
        );
        return;
      }
      if (!(yield* settle(context.shouldProcess(`Name: ${name} Provider: FileSystem Root: ${path}`, 'New drive'))))
        return;
      drives.set(name.toLowerCase(), { name, root: path, description: text(context, 'Description') ?? '' });
      yield* settle(
        context.write(driveInfo(context, name, 'FileSystem', path, text(context, 'Description') ?? '', '')),
      );
    },
  }),
);
export const removeDrive = defineCommand(
  'Remove-PSDrive',
  {
    alias: 'rdr',
    module: MANAGEMENT,
    defaultSet: 'Name',
    shouldProcess: true,
    synopsis: 'Deletes temporary PowerShell drives.',
  },
  [
    parameter('Name', 'String[]', 'Name: M 0 P', { allow: 'Null EmptyCollection' }),
    parameter('LiteralName', 'String[]', 'LiteralName: M 0 P'),
    parameter('PSProvider', 'String[]', 'P'),
    parameter('Scope', 'String', 'P', { attributes: 'ArgumentCompleter' }),
    flag('Force'),
  ],
  (context) => ({
    *process(): Steps<void> {
      const { drives } = driveTable(context);
      for (const name of texts(context, 'LiteralName') ?? texts(context, 'Name') ?? []) {
        const regex = wildcardRegex(name);
        const found = [...drives.keys()].filter((key) => regex.test(key));
        if (found.length === 0) yield* settle(noSuchDrive(context, name, 'DriveNotFound'));
        for (const key of found) {
          if (drives.get(key)?.isClosed === true)
            context.fail(`The drive '${name}' belongs to the session's configuration and cannot be removed.`, {
              errorId: 'DriveNotRemovable',
              category: 'PermissionDenied',
              target: name,
              exceptionType: UNAUTHORIZED,
            });
          const drive = drives.get(key);
          if (drive !== undefined && drive === driveHere(context)) {
            yield* settle(
              context.writeError(`Cannot remove drive '${drive.name}' because it is in use.`, {
                errorId: 'InvalidOperation',
                category: 'InvalidOperation',
                exceptionType: 'System.Management.Automation.PSInvalidOperationException',
              }),
            );
            continue;
          }
          const what = `Name: ${drive?.name ?? key} Provider: Microsoft.PowerShell.Core\\FileSystem Root: ${drive?.root ?? ''}`;
          if (yield* settle(context.shouldProcess(what, 'Remove Drive'))) drives.delete(key);
        }
      }
    },
  }),
);
export const getProvider = defineCommand(
  'Get-PSProvider',
  {
    module: MANAGEMENT,
    output: 'System.Management.Automation.ProviderInfo',
    synopsis: 'Gets information about the specified PowerShell provider.',
  },
  [parameter('PSProvider', 'String[]', '0 P', { check: NOT_EMPTY })],
  (context) => ({
    *process(): Steps<void> {
      for (const name of texts(context, 'PSProvider') ?? ['*']) {
        const regex = wildcardRegex(name);
        const found = ['Alias', 'Environment', 'FileSystem', 'Function', 'Variable'].filter((one) => regex.test(one));
        if (found.length === 0 && !hasWildcard(name))
          yield* settle(
            context.writeError(`Cannot find a provider with the name '${name}'.`, {
              errorId: 'ProviderNotFound',
              category: 'ObjectNotFound',
              target: name,
              exceptionType: 'System.Management.Automation.ProviderNotFoundException',
            }),
          );
        for (const one of found) {
          yield* settle(context.write(providerOf(context, one)));
        }
      }
    },
  }),
);
