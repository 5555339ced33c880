/** DriveInfo: mounted file systems, and how much room they have. */
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import nodePath from 'node:path';
import type { PSValue } from '../../../protocol/objects/index.js';
import { implement } from '../values/bodies.js';
import { typedArray } from '../values/live.js';
import { argumentError, dataOf, enumOf, long, net, requireType, text, throwNet } from './support.js';

const TYPE = 'System.IO.DriveInfo';
/** File systems that have no disk behind them, or one of another machine. */
const IN_MEMORY =
  /^(?:aufs|bdevfs|binfmt_misc|bpf(?:_fs)?|cgroup2?|configfs|cpuset|debugfs|devfs|devpts|devtmpfs|efivarfs|fusectl|futexfs|hugetlbfs|inotifyfs|mqueue|nsfs|overlay|overlayfs|pipefs|proc|pstore|ramfs|rootfs|securityfs|selinuxfs|sockfs|sysfs|tmpfs|tracefs|usbdevfs)$/;
const ELSEWHERE = /^(?:9p|afs|ceph|cifs|coda|gfs2?|lustre|ncp|nfs[d4]?|panfs|smb[2f]?s?|sshfs)$/;

interface Mount {
  readonly at: string;
  readonly format: string;
}
function mounts(): readonly Mount[] {
  try {
    return readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, at, format] = line.split(' ');
        return at === undefined || format === undefined
          ? []
          : [
              {
                at: at.replace(/\\(\d{3})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 8))),
                format,
              },
            ];
      });
  } catch {
    return process.platform === 'win32'
      ? Array.from({ length: 26 }, (_none, index) => `${String.fromCharCode(65 + index)}:\\`)
          .filter((at) => existsSync(at))
          .map((at) => ({ at, format: '' }))
      : [{ at: '/', format: '' }];
  }
}
/** The file system that a path lies on; the last one mounted at a place hides those before it. */
function mountOf(path: string): Mount | undefined {
  const inside = ({ at }: Mount): boolean =>
    path === at || path.startsWith(at.endsWith(nodePath.sep) ? at : at + nodePath.sep);
  return mounts()
    .filter(inside)
    .reduce<Mount | undefined>(
      (best, one) => (best === undefined || one.at.length >= best.at.length ? one : best),
      undefined,
    );
}
const nameOf = (self: PSValue): string => dataOf<string>(self);
/** @returns undefined: there is no such place. */
const placeOf = (self: PSValue): Mount | undefined =>
  nodePath.isAbsolute(nameOf(self)) && existsSync(nameOf(self)) ? mountOf(nameOf(self)) : undefined;
/** Bytes of a file system; what is available leaves out what is kept for the administrator. */
export interface Room {
  readonly total: bigint;
  readonly free: bigint;
  readonly available: bigint;
}
/** @returns undefined: there is no such place, or it cannot be asked. */
export function roomOf(path: string): Room | undefined {
  try {
    const { bsize, blocks, bfree, bavail } = statfsSync(path, { bigint: true });
    return { total: blocks * bsize, free: bfree * bsize, available: bavail * bsize };
  } catch {
    return undefined;
  }
}
function room(self: PSValue): Room {
  const found = placeOf(self) === undefined ? undefined : roomOf(nameOf(self));
  if (found !== undefined) return found;
  throw throwNet(
    'System.IO.DriveNotFoundException',
    `Could not find the drive '${nameOf(self)}'. The drive might not be ready or might not be mapped.`,
  );
}
function typeOfDrive(self: PSValue): string {
  const mount = placeOf(self);
  if (mount === undefined) return 'NoRootDirectory';
  return IN_MEMORY.test(mount.format) ? 'Ram' : ELSEWHERE.test(mount.format) ? 'Network' : 'Fixed';
}

implement(TYPE, () => ({
  new: (_self, given) => {
    const name = given === null ? '' : text(given);
    if (name === '') throw argumentError('Drive name must not be empty.', 'driveName');
    return net(TYPE, name);
  },
  Name: (self) => nameOf(self),
  VolumeLabel: (self) => nameOf(self),
  ToString: (self) => nameOf(self),
  RootDirectory: (self) => net('System.IO.DirectoryInfo', { path: nameOf(self), original: nameOf(self) }),
  IsReady: (self) => placeOf(self) !== undefined,
  DriveType: (self) => enumOf('System.IO.DriveType', typeOfDrive(self)),
  DriveFormat: (self) => placeOf(self)?.format ?? '',
  AvailableFreeSpace: (self) => long(room(self).available),
  TotalFreeSpace: (self) => long(room(self).free),
  TotalSize: (self) => long(room(self).total),
  'static GetDrives': () =>
    typedArray(
      mounts().map(({ at }) => net(TYPE, at)),
      requireType(TYPE),
    ),
}));
