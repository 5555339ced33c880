/** The drives of a runspace: their table, what a path on one means, and the one that a path names. */
import { existsSync, lstatSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import type { EngineCommandContext } from '../engine-services.js';
import { flatProviders } from './flat-providers.js';
import { ProviderError } from './provider-error.js';

export interface FileDrive {
  readonly name: string;
  readonly root: string;
  readonly description: string;
  /** Bytes. Undefined: no bound. */
  readonly maximumSize?: number;
  /** Nothing on it leads elsewhere: symbolic links are refused. */
  readonly isClosed?: boolean;
  /** Where the session last stood on it, below its root; `name:x` begins there. */
  current?: string;
}
/** A drive whose paths are written with its name: none of the system's own. */
export const isNamed = ({ root }: FileDrive): boolean => root !== nodePath.parse(root).root;
/** `name:/below` */
export const pathByDrive = ({ name, root }: FileDrive, path: string): string =>
  `${name}:${nodePath.sep}${nodePath.relative(root, path)}`;
interface DriveTable {
  readonly drives: Map<string, FileDrive>;
  /** Set while the session stands in a flat provider. */
  flat: string | undefined;
  /** The named drive that the session stands on. */
  here: FileDrive | undefined;
}
/** The named drive that the session stands on, unless its location was set from elsewhere since. */
export function driveHere(context: Context): FileDrive | undefined {
  const { here } = driveTable(context);
  return here !== undefined && isWithin(here.root, context.services.location.path) ? here : undefined;
}
const DRIVES = Symbol('drives');
type Context = Pick<EngineCommandContext, 'services'>;

export function driveTable(context: { readonly services: Pick<Context['services'], 'state'> }): DriveTable {
  return context.services.state<DriveTable>(DRIVES, () => {
    const drives = new Map<string, FileDrive>();
    const add = (drive: FileDrive): void => void drives.set(drive.name.toLowerCase(), drive);
    if (process.platform === 'win32') {
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
        if (letter > 'B' && existsSync(`${letter}:\\`)) add({ name: letter, root: `${letter}:\\`, description: '' });
    } else add({ name: '/', root: '/', description: '' });
    add({
      name: 'Temp',
      root: tmpdir().endsWith(nodePath.sep) ? tmpdir() : tmpdir() + nodePath.sep,
      description: 'Drive that maps to the temporary directory path for the current user',
    });
    return { drives, flat: undefined, here: undefined };
  });
}

/** `name:rest`, where `name` could be a drive's. */
export const DRIVE_PATH = /^([\w~.@-]+):(.*)$/s;

/** `Provider::rest`, with or without its module: the prefix, the provider's name, and the rest. */
export const PROVIDER_PATH = /^((?:Microsoft\.PowerShell\.Core\\)?(\w+)::)(.*)$/s;

/** Whether a path is a folder or below it. */
export function isWithin(folder: string, path: string): boolean {
  const relative = nodePath.relative(folder, path);
  return (
    relative === '' || !(relative === '..' || relative.startsWith(`..${nodePath.sep}`) || nodePath.isAbsolute(relative))
  );
}

/** Where a path on a drive lies in the file system; an error when it leaves the drive. */
export function pathOnDrive(drive: FileDrive, below: string): string | ProviderError {
  const rest = process.platform === 'win32' ? below : below.replaceAll('\\', '/');
  const path = nodePath.join(drive.root, /^[\\/]/.test(rest) ? '' : (drive.current ?? ''), rest);
  if (!isWithin(drive.root, path)) {
    const said = drive.root.replace(/(.)[\\/]$/, '$1');
    return new ProviderError(
      `The path '${said}${nodePath.sep}${rest.replace(/^[\\/]+/, '')}' referred to an item that was outside the base '${said}'.`,
      'System.Management.Automation.PSArgumentException',
      '',
    );
  }
  return drive.isClosed === true ? (linkOn(drive, path) ?? path) : path;
}
/** Where a path that names a drive of files lies; undefined for any other, and for one that leaves its drive. */
export function fileOnDrive(table: DriveTable, given: string): string | undefined {
  const [, name = '', below = ''] = DRIVE_PATH.exec(given) ?? [];
  const known = table.drives.get(name.toLowerCase());
  const path = known === undefined ? undefined : pathOnDrive(known, below);
  return typeof path === 'string' ? path : undefined;
}
/** The error for a path that leads through a symbolic link. */
export function linkOn(drive: FileDrive, path: string): ProviderError | undefined {
  let at = drive.root;
  for (const part of nodePath.relative(drive.root, path).split(nodePath.sep)) {
    at = nodePath.join(at, part);
    const found = lstatSync(at, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (at !== drive.root && found.isSymbolicLink()) {
      const said = `${drive.name}:/${nodePath.relative(drive.root, at)}`;
      return new ProviderError(
        `Access to the path '${said}' is denied: it is a symbolic link, and those of the drive '${drive.name}' are not followed.`,
        'System.UnauthorizedAccessException',
        said,
      );
    }
  }
  return undefined;
}

/**
 * The name of the drive that a path is on: the one that it names, else the current location's. An error for a drive that
 * is not there; undefined for a path that begins with its provider.
 */
export function driveNameOf(context: Context, given: string): string | ProviderError | undefined {
  if (PROVIDER_PATH.test(given)) return undefined;
  const table = driveTable(context);
  const flats = flatProviders(context);
  const named = DRIVE_PATH.exec(given)?.[1];
  if (named !== undefined) {
    const key = named.toLowerCase();
    const found = flats.find(({ drive }) => drive.toLowerCase() === key)?.drive ?? table.drives.get(key)?.name;
    return found ?? driveNotFound(named);
  }
  const here = context.services.location.path;
  if (/^(?:[\\/]|~(?:$|[\\/]))/.test(given)) return rootDrive(nodePath.resolve(here, given));
  const flat = flats.find(({ name }) => name === table.flat)?.drive;
  if (flat !== undefined) return flat;
  const stands = driveHere(context);
  if (stands !== undefined) return stands.name;
  const path = nodePath.resolve(here, given.replaceAll('\\', nodePath.sep));
  const around = [...table.drives.values()]
    .filter(({ name, root }) => name !== 'Temp' && isWithin(root, here) && isWithin(root, path))
    .sort((a, b) => b.root.length - a.root.length);
  return around[0]?.name ?? rootDrive(path);
}
/** Whether a path belongs to the provider of files; undefined when its drive is not there. */
export function isOnFiles(context: Context, given: string): boolean | undefined {
  const provider = PROVIDER_PATH.exec(given)?.[2];
  if (provider !== undefined) return provider.toLowerCase() === 'filesystem';
  const name = driveNameOf(context, given);
  if (name instanceof ProviderError) return undefined;
  return name !== undefined && !flatProviders(context).some(({ drive }) => drive === name);
}
/** The drive of the system's own that a path is on: `/`, `C`. */
const rootDrive = (path: string): string => nodePath.parse(path).root.replace(/:\\$/, '');
export const driveNotFound = (name: string): ProviderError =>
  new ProviderError(`Cannot find drive. A drive with the name '${name}' does not exist.`, 'DriveNotFound', name);
