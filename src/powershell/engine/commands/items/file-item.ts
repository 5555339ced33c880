/** FileInfo and DirectoryInfo objects, with the properties that PowerShell adds. */
import { readFileSync, readlinkSync, type Stats, statSync } from 'node:fs';
import nodePath from 'node:path';
import { PSDateTime, PSObject, PropertyBag, type PSValue } from '../../../../protocol/objects/index.js';
import { toLocal, UNIX_TICKS } from '../../text/date-format.js';
import { enumFromNumber } from '../../values/types.js';
import { NetObject } from '../../values/live.js';
import { findType, requireType } from '../../values/net-type.js';
import { endOfLinks, linkAt } from '../../file-kinds.js';
import { declareEnum } from '../support/enums.js';
import { unixMode, unixStat } from './unix-stat.js';

const ATTRIBUTES = declareEnum(
  'System.IO.FileAttributes',
  {
    None: 0,
    ReadOnly: 1,
    Hidden: 2,
    System: 4,
    Directory: 16,
    Archive: 32,
    Device: 64,
    Normal: 128,
    Temporary: 256,
    SparseFile: 512,
    ReparsePoint: 1024,
    Compressed: 2048,
    Offline: 4096,
    NotContentIndexed: 8192,
    Encrypted: 16384,
  },
  true,
);
const INFO = ['System.IO.FileSystemInfo', 'System.MarshalByRefObject', 'System.Object'];
export const FILE_TYPE = ['System.IO.FileInfo', ...INFO];
export const DIRECTORY_TYPE = ['System.IO.DirectoryInfo', ...INFO];

/** A time of a file. */
export const utc = (ms: number): PSDateTime => new PSDateTime(UNIX_TICKS + BigInt(Math.floor(ms * 10_000)), 'Utc');
/** When a file was made, as .NET tells it: on Linux it does not ask for that, and takes what changed first. */
export const createdMs = ({ birthtimeMs, mtimeMs, ctimeMs }: Stats): number =>
  process.platform === 'linux' ? Math.min(mtimeMs, ctimeMs) : birthtimeMs;

/** Names of the numbers in /etc/passwd and /etc/group; the number itself where there is none. */
const names = new Map<string, Map<string, string>>();
function nameOf(file: string, id: number): string {
  let table = names.get(file);
  if (table === undefined) {
    table = new Map();
    try {
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        const [name = '', , number] = line.split(':');
        if (number !== undefined && !table.has(number)) table.set(number, name);
      }
    } catch {
      // A system without the file shows numbers.
    }
    names.set(file, table);
  }
  return table.get(String(id)) ?? String(id);
}

export interface FileFacts {
  readonly path: string;
  readonly link: Stats;
  readonly stats: Stats;
  readonly isDirectory: boolean;
  readonly attributes: number;
}
/** What the system says of a path; undefined when nothing is there. */
export function fileFacts(path: string): FileFacts | undefined {
  const link = linkAt(path);
  if (link === undefined) return undefined;
  const stats = link.isSymbolicLink() ? (targetStats(path) ?? link) : link;
  const isDirectory = stats.isDirectory();
  let attributes = isDirectory ? 16 : 0;
  if (nodePath.basename(path).startsWith('.') && process.platform !== 'win32') attributes |= 2;
  if (isReadOnly(stats)) attributes |= 1;
  if (link.isSymbolicLink()) attributes |= 1024;
  if (attributes === 0) attributes = 128;
  return { path, link, stats, isDirectory, attributes };
}

/** As .NET has it: whoever asks may read it and may not write it, by the bits that are about him. */
export function isReadOnly({ mode, uid, gid }: Stats): boolean {
  const user = process.geteuid?.();
  if (user === undefined) return (mode & 0o222) === 0;
  const isMember = process.getegid?.() === gid || process.getgroups?.().includes(gid) === true;
  const shift = user === uid ? 6 : isMember ? 3 : 0;
  return ((mode >> shift) & 0o6) === 0o4;
}
/** Of what a link leads to; undefined where that is away, or nobody may look at it. */
function targetStats(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
function linkTarget(facts: FileFacts): string | null {
  try {
    return facts.link.isSymbolicLink() ? readlinkSync(facts.path) : null;
  } catch {
    return null;
  }
}
function resolved(facts: FileFacts): string | null {
  try {
    return endOfLinks(facts.path) ?? null;
  } catch {
    return facts.path;
  }
}
/** A file that has several names. */
const isHardLink = ({ link }: FileFacts): boolean => link.isFile() && link.nlink > 1;
const modeText = ({ attributes, isDirectory, link }: FileFacts, isLink = link.isSymbolicLink()): string =>
  `${isLink ? 'l' : isDirectory ? 'd' : '-'}${(attributes & 32) === 0 ? '-' : 'a'}${(attributes & 1) === 0 ? '-' : 'r'}${(attributes & 2) === 0 ? '-' : 'h'}${(attributes & 4) === 0 ? '-' : 's'}`;

const providerPath = (path: string): string => `Microsoft.PowerShell.Core\\FileSystem::${path}`;

/** Only Windows programs carry versions; this is what .NET says of any other file. */
function versionInfo(path: string): PSObject {
  const flags = ['Debug', 'Patched', 'PreRelease', 'PrivateBuild', 'SpecialBuild'];
  const rows: [string, string][] = [
    ['File', path],
    ...['InternalName', 'OriginalFilename', 'FileVersion', 'FileDescription', 'Product', 'ProductVersion'].map(
      (name): [string, string] => [name, ''],
    ),
    ...flags.map((name): [string, string] => [name, 'False']),
    ['Language', ''],
  ];
  return new PSObject({
    typeNames: ['System.Diagnostics.FileVersionInfo', 'System.Object'],
    toStringText: rows.map(([name, value]) => `${`${name}:`.padEnd(18)}${value}\n`).join(''),
    adapted: PropertyBag.of({ FileName: path, FileVersion: null, ProductVersion: null }),
  });
}
const FILE_MODE = declareEnum(
  'System.IO.UnixFileMode',
  {
    None: 0,
    OtherExecute: 1,
    OtherWrite: 2,
    OtherRead: 4,
    GroupExecute: 8,
    GroupWrite: 16,
    GroupRead: 32,
    UserExecute: 64,
    UserWrite: 128,
    UserRead: 256,
    StickyBit: 512,
    SetGroup: 1024,
    SetUser: 2048,
  },
  true,
);
const fileMode = (mode: number): PSValue => {
  const type = findType(FILE_MODE);
  return type === undefined ? mode : enumFromNumber(type, BigInt(mode));
};

/** A folder as a property of an item: no item itself, it has no drive. */
const folder = (path: string): PSValue =>
  new NetObject(requireType('System.IO.DirectoryInfo'), { path, original: path });

const extensionOf = (name: string): string => /^.+(\.[^.]*)$/.exec(name)?.[1] ?? (/^\.[^.]+$/.test(name) ? name : '');
const withoutExtension = (name: string, extension: string): string =>
  extension === '' ? name : name.slice(0, name.length - extension.length);
const addedByTypeData = (
  facts: FileFacts,
  name: string,
  extension: string,
  target: string | null,
): Readonly<Record<string, PSValue>> => ({
  Mode: modeText(facts, facts.link.isSymbolicLink() || isHardLink(facts)),
  ModeWithoutHardLink: modeText(facts),
  ...(facts.isDirectory ? {} : { VersionInfo: versionInfo(facts.path) }),
  BaseName: facts.isDirectory ? name : withoutExtension(name, extension),
  ResolvedTarget: resolved(facts),
  Target: target,
  LinkType: target === null ? (isHardLink(facts) ? 'HardLink' : null) : 'SymbolicLink',
});
/** What PowerShell's type data gives to a FileInfo or DirectoryInfo that is no provider's item. */
export function fileTypeData(path: string, isDirectory: boolean, property: string): PSValue {
  const name = nodePath.basename(path) || path;
  if (property === 'BaseName') return isDirectory ? name : withoutExtension(name, extensionOf(name));
  const facts = fileFacts(path);
  return facts === undefined ? null : (addedByTypeData(facts, name, '', linkTarget(facts))[property] ?? null);
}
/** The item object of a path. */
export function fileItem(facts: FileFacts, drive: PSValue, provider: PSValue): PSObject {
  const { path, stats, isDirectory } = facts;
  const name = nodePath.basename(path) || path;
  const extension = extensionOf(name);
  const parent = nodePath.dirname(path);
  const attributesType = findType(ATTRIBUTES);
  const target = linkTarget(facts);
  // What a link is, is not what it points to.
  const own = facts.link;
  const times = {
    CreationTime: toLocal(utc(createdMs(own))),
    CreationTimeUtc: utc(createdMs(own)),
    LastAccessTime: toLocal(utc(own.atimeMs)),
    LastAccessTimeUtc: utc(own.atimeMs),
    LastWriteTime: toLocal(utc(own.mtimeMs)),
    LastWriteTimeUtc: utc(own.mtimeMs),
    LinkTarget: target,
    UnixFileMode: fileMode(stats.mode & 0o7777),
    Attributes:
      attributesType === undefined ? facts.attributes : enumFromNumber(attributesType, BigInt(facts.attributes)),
  };
  const adapted = isDirectory
    ? {
        Name: name,
        Parent: parent === path ? null : folder(parent),
        Root: folder(nodePath.parse(path).root),
        Exists: true,
        FullName: path,
        Extension: extension,
        ...times,
      }
    : {
        Name: name,
        Length: BigInt(own.size),
        DirectoryName: parent,
        Directory: folder(parent),
        IsReadOnly: (facts.attributes & 1) !== 0,
        Exists: true,
        FullName: path,
        Extension: extension,
        ...times,
      };
  const unix = process.platform !== 'win32';
  const extended = PropertyBag.of({
    PSPath: providerPath(path),
    PSParentPath: parent === path ? '' : providerPath(parent),
    PSChildName: parent === path ? '' : name,
    ...(unix ? { UnixStat: unixStat(own) } : {}),
    PSDrive: drive,
    PSProvider: provider,
    PSIsContainer: isDirectory,
    ...(unix
      ? {
          UnixMode: unixMode(own),
          User: nameOf('/etc/passwd', own.uid),
          Group: nameOf('/etc/group', own.gid),
          Size: BigInt(own.size),
        }
      : {}),
    ...addedByTypeData(facts, name, extension, target),
  });
  return new PSObject({
    typeNames: isDirectory ? DIRECTORY_TYPE : FILE_TYPE,
    toStringText: path,
    adapted: PropertyBag.of(adapted),
    extended,
  });
}
