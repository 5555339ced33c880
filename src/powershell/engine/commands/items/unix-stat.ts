/** What Unix says of a file, as the property `UnixStat` of an item. */
import type { Stats } from 'node:fs';
import { PSDateTime, type PSValue } from '../../../../protocol/objects/index.js';
import { toLocal, UNIX_TICKS } from '../../text/date-format.js';
import { NetObject, unwrap } from '../../values/live.js';
import { addMembers, defineType } from '../../values/net-type.js';
import { enumFromNumber } from '../../values/types.js';

/** `drwxr-xr-x`. */
export function unixMode(stats: Stats): string {
  const kind = stats.isSymbolicLink()
    ? 'l'
    : stats.isDirectory()
      ? 'd'
      : stats.isSocket()
        ? 's'
        : stats.isFIFO()
          ? 'p'
          : stats.isBlockDevice()
            ? 'b'
            : stats.isCharacterDevice()
              ? 'c'
              : '-';
  const { mode } = stats;
  const letter = (bit: number, char: string): string => ((mode & bit) === 0 ? '-' : char);
  const execute = (bit: number, special: number, on: string, off: string): string =>
    (mode & special) === 0 ? letter(bit, 'x') : (mode & bit) === 0 ? off : on;
  return (
    kind +
    letter(0o400, 'r') +
    letter(0o200, 'w') +
    execute(0o100, 0o4000, 's', 'S') +
    letter(0o40, 'r') +
    letter(0o20, 'w') +
    execute(0o10, 0o2000, 's', 'S') +
    letter(0o4, 'r') +
    letter(0o2, 'w') +
    execute(0o1, 0o1000, 't', 'T')
  );
}

const NAME = 'System.Management.Automation.Platform+Unix+CommonStat';
const KIND = defineType('System.Management.Automation.Platform+Unix+ItemType', {
  kind: 'enum',
  enumValues: {
    Directory: 0,
    File: 1,
    SymbolicLink: 2,
    BlockDevice: 3,
    CharacterDevice: 4,
    NamedPipe: 5,
    Socket: 6,
  },
});
/** By the first letter of the mode. */
const KINDS = 'd-lbcps';
const STAT = defineType(NAME);
const statsOf = (self: PSValue): Stats => (unwrap(self) as NetObject<Stats>).data;
/** .NET has whole seconds. */
const time = (ms: number): PSValue =>
  toLocal(new PSDateTime(UNIX_TICKS + BigInt(Math.floor(ms / 1000)) * 10_000_000n, 'Utc'));
addMembers(STAT, {
  'long Inode': (self) => BigInt(statsOf(self).ino),
  'int Mode': (self) => statsOf(self).mode,
  'int UserId': (self) => statsOf(self).uid,
  'int GroupId': (self) => statsOf(self).gid,
  'int HardlinkCount': (self) => statsOf(self).nlink,
  'long Size': (self) => BigInt(statsOf(self).size),
  'datetime AccessTime': (self) => time(statsOf(self).atimeMs),
  'datetime ModifiedTime': (self) => time(statsOf(self).mtimeMs),
  'datetime StatusChangeTime': (self) => time(statsOf(self).ctimeMs),
  'long BlockSize': (self) => BigInt(statsOf(self).blksize),
  'int DeviceId': (self) => statsOf(self).dev,
  'int NumberOfBlocks': (self) => statsOf(self).blocks,
  [`${KIND.fullName} ItemType`]: (self) =>
    enumFromNumber(KIND, BigInt(KINDS.indexOf(unixMode(statsOf(self))[0] ?? '-'))),
  'bool IsSetUid': (self) => (statsOf(self).mode & 0o4000) !== 0,
  'bool IsSetGid': (self) => (statsOf(self).mode & 0o2000) !== 0,
  'bool IsSticky': (self) => (statsOf(self).mode & 0o1000) !== 0,
  'string GetModeString()': (self) => unixMode(statsOf(self)),
});
export const unixStat = (stats: Stats): NetObject<Stats> => new NetObject(STAT, stats);
