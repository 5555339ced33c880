/** HostInfo: what the client tells of its host, and the screen that the server answers getters from. protocol.md 3.8 */
import { PSDictionary, PSObject, PropertyBag, type PSValue } from '../objects/index.js';
import { decodeHostValue, encodeHostValue, type HostValue } from './host-call.js';
import type { HostValueKind } from './host-methods.js';
import type { Coordinates, Size } from './host-values.js';
import { integerOf } from './enums.js';
import { PropertyReader } from './property-reader.js';

/** The client's screen. A value that is absent makes the server's getter fail. Colours are ConsoleColor numbers. */
export interface HostDefaultData {
  readonly foregroundColor?: number;
  readonly backgroundColor?: number;
  readonly cursorPosition?: Coordinates;
  readonly windowPosition?: Coordinates;
  /** Percent of a cell. */
  readonly cursorSize?: number;
  readonly bufferSize?: Size;
  readonly windowSize?: Size;
  readonly maxWindowSize?: Size;
  readonly maxPhysicalWindowSize?: Size;
  readonly windowTitle?: string;
}

export interface HostInfo {
  readonly isHostNull: boolean;
  readonly isHostUINull: boolean;
  readonly isHostRawUINull: boolean;
  /** In CREATE_PIPELINE: use the pool's host instead. */
  readonly useRunspaceHost: boolean;
  readonly defaultData?: HostDefaultData;
}

/** Nobody there: no host, no UI. */
export const NO_HOST: HostInfo = {
  isHostNull: true,
  isHostUINull: true,
  isHostRawUINull: true,
  useRunspaceHost: false,
};
/** The HostInfo of a pipeline that talks to the pool's host. */
export const USE_RUNSPACE_HOST: HostInfo = { ...NO_HOST, useRunspaceHost: true };

interface DefaultDataRow {
  readonly name: keyof HostDefaultData;
  readonly typeName: string;
  readonly kind: HostValueKind;
}

const COORDINATES = 'System.Management.Automation.Host.Coordinates';
const SIZE = 'System.Management.Automation.Host.Size';

/** In the order of their numbers, HostDefaultDataId, from 0. */
export const HOST_DEFAULT_DATA: readonly DefaultDataRow[] = [
  { name: 'foregroundColor', typeName: 'System.ConsoleColor', kind: 'int' },
  { name: 'backgroundColor', typeName: 'System.ConsoleColor', kind: 'int' },
  { name: 'cursorPosition', typeName: COORDINATES, kind: 'coordinates' },
  { name: 'windowPosition', typeName: COORDINATES, kind: 'coordinates' },
  { name: 'cursorSize', typeName: 'System.Int32', kind: 'int' },
  { name: 'bufferSize', typeName: SIZE, kind: 'size' },
  { name: 'windowSize', typeName: SIZE, kind: 'size' },
  { name: 'maxWindowSize', typeName: SIZE, kind: 'size' },
  { name: 'maxPhysicalWindowSize', typeName: SIZE, kind: 'size' },
  { name: 'windowTitle', typeName: 'System.String', kind: 'string' },
];

export function encodeHostInfo(info: HostInfo): PSObject {
  const extended = PropertyBag.of({
    _isHostNull: info.isHostNull,
    _isHostUINull: info.isHostUINull,
    _isHostRawUINull: info.isHostRawUINull,
    _useRunspaceHost: info.useRunspaceHost,
  });
  if (info.defaultData !== undefined) {
    extended.append('_hostDefaultData', PSObject.bag({ data: encodeDefaultData(info.defaultData) }));
  }
  return new PSObject({ extended });
}

function encodeDefaultData(data: HostDefaultData): PSDictionary {
  const dictionary = new PSDictionary();
  for (const [id, row] of HOST_DEFAULT_DATA.entries()) {
    const value = data[row.name];
    if (value === undefined) continue;
    dictionary.append(id, PSObject.bag({ T: row.typeName, V: encodeHostValue(row.kind, value as HostValue) }));
  }
  return dictionary;
}

export function decodeHostInfo(value: PSValue): HostInfo {
  const reader = new PropertyReader(value, 'HostInfo');
  const data = reader.optional('_hostDefaultData') ?? null;
  return {
    isHostNull: reader.boolean('_isHostNull'),
    isHostUINull: reader.boolean('_isHostUINull'),
    isHostRawUINull: reader.boolean('_isHostRawUINull'),
    useRunspaceHost: reader.boolean('_useRunspaceHost'),
    ...(data !== null && { defaultData: decodeDefaultData(data) }),
  };
}

function decodeDefaultData(value: PSValue): HostDefaultData {
  const dictionary = new PropertyReader(value, 'HostDefaultData').any('data');
  const data: Partial<Record<keyof HostDefaultData, HostValue>> = {};
  if (dictionary instanceof PSDictionary) {
    for (const [key, entry] of dictionary.entries()) {
      const row = HOST_DEFAULT_DATA[integerOf(key) ?? -1];
      // Numbers that we do not know are later additions; PowerShell ignores them too.
      if (row !== undefined) data[row.name] = decodeHostValue(row.kind, new PropertyReader(entry, row.name).any('V'));
    }
  }
  return data as HostDefaultData;
}
