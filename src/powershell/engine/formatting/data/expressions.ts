/** Column values that are more than a property, for the built-in views. Each says in JavaScript what the view needs. */
import {
  PSDateTime,
  PSNumber,
  PSObject,
  PSTimeSpan,
  PSUInt64,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { currentDates, currentNumbers } from '../../culture/culture.js';
import { formatDate } from '../../text/date-format.js';
import { formatNumber } from '../../text/number-format.js';
import { active } from '../../runtime/members.js';
import { NetObject } from '../../values/live.js';
import type { Look, NativeExpression } from '../format-data.js';
import { matchLines } from '../match-text.js';
import { EXTENSION_STYLES, FILE_STYLES } from '../styles.js';

const numberOf = (value: PSValue): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof PSNumber) return value.value;
  if (value instanceof PSUInt64) return Number(value.value);
  return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : undefined;
};
const truthy = (value: PSValue): boolean => {
  const number = numberOf(value);
  return number === undefined ? value !== null && value !== false && value !== '' : number !== 0;
};
const fixed = (value: number, format: string): string =>
  formatNumber({ kind: 'double', value }, format, currentNumbers());

export const self: NativeExpression = (value) => value;
export const asText: NativeExpression = (value, look) => look.text(value);
/** `path('Provider.Name')`; `.Keys` of a dictionary are its keys. */
export const path = (dotted: string): NativeExpression => {
  const names = dotted.split('.');
  const last = names.at(-1);
  return (value, look) => {
    if (last === 'Keys') {
      const keys = look.keys(look.get(value, ...names.slice(0, -1)));
      if (keys.length > 0) return keys;
    }
    const found = look.get(value, ...names);
    if (found !== null || names.length < 2) return found;
    // A member of each element, as PowerShell enumerates.
    const items = look.items(look.get(value, ...names.slice(0, -1)));
    return items.length === 0 ? null : items.map((item) => look.get(item, last ?? ''));
  };
};
/** As a script gives them: one alone is itself, none is nothing. */
export const exportedCommands: NativeExpression = (value, look) => {
  const keys = look.keys(look.get(value, 'ExportedCommands'));
  return keys.length > 1 ? keys : (keys[0] ?? null);
};
export const firstOf =
  (...names: readonly string[]): NativeExpression =>
  (value, look) => {
    for (const name of names) {
      const found = look.get(value, name);
      if (found !== null) return found;
    }
    return null;
  };

export const kilobytes =
  (name: string): NativeExpression =>
  (value, look) => {
    const number = numberOf(look.get(value, name));
    return number === undefined ? 0 : BigInt(Math.round(number / 1024));
  };
export const megabytes =
  (name: string): NativeExpression =>
  (value, look) =>
    fixed(Math.fround((numberOf(look.get(value, name)) ?? 0) / 1_048_576), 'N2');
export const fixed2 =
  (name: string): NativeExpression =>
  (value, look) =>
    fixed(Math.fround(numberOf(look.get(value, name)) ?? 0), 'N2');
export const thousands =
  (name: string): NativeExpression =>
  (value, look) => {
    const number = numberOf(look.get(value, ...name.split('.')));
    return number === undefined ? null : fixed(number, 'N0');
  };
export const gigabytes =
  (name: string): NativeExpression =>
  (value, look) => {
    const used = look.get(value, 'Used');
    const free = look.get(value, 'Free');
    if (!truthy(used) && !truthy(free)) return null;
    return fixed((numberOf(look.get(value, name)) ?? 0) / 1_073_741_824, '###0.00');
  };

export const shortDate =
  (name: string): NativeExpression =>
  (value, look) => {
    const date = look.get(value, name);
    return date instanceof PSDateTime ? formatDate(date, 'd', currentDates()) : null;
  };
export const dayAndMinute =
  (name: string): NativeExpression =>
  (value, look) => {
    const date = look.get(value, name);
    return date instanceof PSDateTime
      ? formatDate(date, `${currentDates().shortDate} HH:mm`, currentDates())
      : look.text(date);
  };
export const historyDuration: NativeExpression = (value, look) => {
  const span = look.get(value, 'Duration');
  if (!(span instanceof PSTimeSpan)) return look.text(span);
  const ms = Number(span.ticks / 10_000n);
  const pad = (part: number, size = 2): string => Math.floor(part).toString().padStart(size, '0');
  const tail = `${pad((ms / 1000) % 60)}.${pad(ms % 1000, 3)}`;
  if (ms >= 36_000_000) return `${Math.round(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${tail}`;
  if (ms >= 3_600_000) return `${Math.floor(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${tail}`;
  if (ms >= 60_000) return `${Math.floor(ms / 60_000)}:${tail}`;
  return `${Math.floor(ms / 1000)}.${pad(ms % 1000, 3)}`;
};

const leaf = (text: string): string => text.replace(/[\\/]+$/, '').replace(/^.*[\\/]/s, '');
const parent = (text: string): string => {
  const at = Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\'));
  return at < 0 ? '' : at === 0 ? text.slice(0, 1) : text.slice(0, at);
};
export const pathLeaf: NativeExpression = (value, look) => leaf(look.text(look.get(value, 'Path')));
export const pathParent: NativeExpression = (value, look) => parent(look.text(look.get(value, 'Path')));
export const parentFolder =
  (provider: string): NativeExpression =>
  (value, look) =>
    look.text(look.get(value, 'PSParentPath')).replaceAll(provider, '');
export const fileAndStatus: NativeExpression = (value, look) =>
  `${leaf(look.text(look.get(value, 'Path')))}: ${look.text(look.get(value, 'Status'))}`;
export const scriptFileName: NativeExpression = (value, look) => {
  const script = look.get(value, 'Script');
  return truthy(script) ? leaf(look.text(script)) : null;
};
export const moduleFolder: NativeExpression = (value, look) => {
  const folder = parent(look.text(look.get(value, 'Path')));
  const versioned = /^\d+(?:\.\d+){1,3}$/.test(leaf(folder));
  return parent(versioned ? parent(folder) : folder);
};

export const commandName: NativeExpression = (value, look) =>
  look.get(value, look.text(look.get(value, 'CommandType')) === 'Alias' ? 'DisplayName' : 'Name');
export const matchText: NativeExpression = (value, look) => {
  const around = look.get(value, 'Context');
  const lines = (name: string): string[] => look.items(look.get(around, name)).map((text) => look.text(text));
  const context =
    around === null ? undefined : { before: lines('DisplayPreContext'), after: lines('DisplayPostContext') };
  return matchLines(
    {
      line: look.text(look.get(value, 'Line')),
      number: numberOf(look.get(value, 'LineNumber')) ?? 0,
      path: look.text(look.get(value, 'Path')),
      context,
    },
    active.runtime?.location ?? '',
  );
};
export const preRelease: NativeExpression = (value, look) => look.get(value, 'PrivateData', 'PSData', 'PreRelease');
export const editions: NativeExpression = (value, look) => {
  const names = look.items(look.get(value, 'CompatiblePSEditions')).map((item) => look.text(item));
  return (names.length === 0 ? ['Desktop'] : names)
    .map((name) => name.slice(0, 4))
    .sort()
    .join(',');
};

export const runspaceComputer: NativeExpression = (value, look) => {
  const connection = look.get(value, 'ConnectionInfo');
  return connection === null ? 'localhost' : look.get(connection, 'ComputerName');
};
export const runspaceKind: NativeExpression = (value, look) =>
  look.get(value, 'ConnectionInfo') === null ? 'Local' : 'Remote';
/** Nothing stops at a breakpoint here. */
export const runspaceAvailability: NativeExpression = (value, look) => look.get(value, 'RunspaceAvailability');

export const head =
  (name: string, count: number): NativeExpression =>
  (value, look) => {
    const text = look.text(look.get(value, name)).slice(0, count);
    return text.length === count ? `${text}…` : text;
  };
export const lines =
  (name: string): NativeExpression =>
  (value, look) =>
    look
      .items(look.get(value, name))
      .map((item) => `${look.text(item)}\n`)
      .join('');
export const orStar =
  (name: string): NativeExpression =>
  (value, look) => {
    const found = look.get(value, name);
    return truthy(found) ? found : '*';
  };
export const unlessTimedOut =
  (name: string): NativeExpression =>
  (value, look) =>
    look.text(look.get(value, 'Status')) === 'TimedOut' ? '*' : look.get(value, name);
export const taskResult: NativeExpression = (value, look) =>
  look.get(value, 'IsCompleted') === true ? look.get(value, 'Result') : null;

const RESET = '\u001B[0m';
/** An escape sequence, both in effect and readable. */
export const escape =
  (name: string): NativeExpression =>
  (value: PSValue, look: Look) => {
    const text = look.text(look.get(value, ...name.split('.')));
    return `${text}${text.replaceAll('\u001B', '`e')}${RESET}`;
  };
/** `$PSStyle.FileInfo.Extension`: styles by extension. */
const extensionsOf = (value: PSValue): ReadonlyMap<string, string> =>
  value instanceof NetObject && value.data instanceof Map ? (value.data as ReadonlyMap<string, string>) : new Map();
export const extensionKeys: NativeExpression = (value, look) =>
  [...extensionsOf(look.get(value, 'FileInfo', 'Extension')).keys()].join(',');
/** A line for each extension, in its own colour. */
export const extensionLines: NativeExpression = (value, look) => {
  const styles = [...extensionsOf(look.get(value, 'Extension'))];
  const width = Math.max(0, ...styles.map(([key]) => key.length));
  return styles
    .map(([key, style]) => `${key.padEnd(width)} = "${style}${style.replaceAll('\u001B', '`e')}${RESET}"\n`)
    .join('');
};

/** A date as its `DisplayHint` wants to be seen: the day, the time, or both. */
export const dateByHint: NativeExpression = (value, look) => {
  const date = value instanceof PSObject ? (value.base ?? null) : value;
  const hint = look.text(look.get(value, 'DisplayHint')).toLowerCase();
  if (!(date instanceof PSDateTime)) return look.get(value, 'DateTime');
  return formatDate(date, hint === 'date' ? 'D' : hint === 'time' ? 'T' : 'F', currentDates());
};

/** `11/26/2026    04:36` */
export const dayAndTime =
  (name: string): NativeExpression =>
  (value, look) => {
    const date = look.get(value, name);
    return date instanceof PSDateTime
      ? `${formatDate(date, 'd', currentDates()).padStart(10)} ${formatDate(date, 't', currentDates()).padStart(8)}`
      : look.text(date);
  };
export const fileLength: NativeExpression = (value, look) =>
  look.get(value, 'PSIsContainer') === true ? '' : look.text(look.get(value, 'Length'));

/** `$PSStyle.FileInfo` of the session, else as it is at first. */
function fileStyles(look: Look): {
  readonly of: (name: string) => string;
  readonly extension: (name: string) => string;
} {
  const style = look.get(active.runtime?.global.find('psstyle')?.read() ?? null, 'FileInfo');
  const extensions = look.get(style, 'Extension');
  return {
    of: (name) => (style === null ? (FILE_STYLES[name] ?? '') : look.text(look.get(style, name))),
    extension: (name) => {
      const dot = name.lastIndexOf('.');
      if (dot < 0) return '';
      const extension = name.slice(dot).toLowerCase();
      return extensions instanceof NetObject && extensions.data instanceof Map
        ? look.text((extensions.data as ReadonlyMap<string, PSValue>).get(extension) ?? '')
        : (EXTENSION_STYLES[extension] ?? '');
    },
  };
}
export const fileName: NativeExpression = (value, look) => {
  const name = look.text(look.get(value, 'Name'));
  const target = look.get(value, 'LinkTarget');
  const styles = fileStyles(look);
  if (target !== null) return `${styles.of('SymbolicLink')}${name}${RESET} -> ${look.text(target)}`;
  const color =
    look.get(value, 'PSIsContainer') === true
      ? styles.of('Directory')
      : styles.extension(name) ||
        (/^-..[xs]/.test(look.text(look.get(value, 'UnixMode'))) ? styles.of('Executable') : '');
  return color === '' ? name : `${color}${name}${RESET}`;
};
