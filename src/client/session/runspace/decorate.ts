/** The notes that PowerShell puts on every object that a command of another computer gave. cmdlets.md 19 */
import { PropertyBag, PSDictionary, PSList, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { PSGuid } from '../../../protocol/objects/index.js';
import type { OriginInfo, StreamRecord } from './records.js';

export interface DecorationOptions {
  readonly hideComputerName: boolean;
  /** Receive-PSSession to the host adds notes only where there are none. */
  readonly onlyIfAbsent: boolean;
}

/** PSComputerName, RunspaceId and PSShowComputerName on `value`; a primitive is put into an object for it. */
export function decorate(value: PSValue, origin: OriginInfo, options: DecorationOptions): PSValue {
  if (value === null) return null; // there is no object to put a note on
  const object = value instanceof PSObject ? value : new PSObject({ base: value });
  const notes = (object.extended ??= new PropertyBag());
  put(notes, 'PSComputerName', origin.computerName, options.onlyIfAbsent);
  put(notes, 'RunspaceId', new PSGuid(origin.runspaceId), options.onlyIfAbsent);
  put(notes, 'PSShowComputerName', !options.hideComputerName, true);
  return object;
}

function put(notes: PropertyBag, name: string, value: PSValue, onlyIfAbsent: boolean): void {
  if (notes.size === 0) notes.append(name, value);
  else if (!notes.has(name)) notes.append(name, value);
  else if (!onlyIfAbsent) notes.set(name, value);
}

export function decorateRecord(record: StreamRecord<PSValue>, options: DecorationOptions): StreamRecord<PSValue> {
  return record.stream === 'output' && record.origin !== undefined
    ? { stream: 'output', value: decorate(record.value, record.origin, options), origin: record.origin }
    : record;
}

/** The value without the object that only carries notes: what a program wants of a decorated number. */
export function undecorated(value: PSValue): PSValue {
  return value instanceof PSObject &&
    value.base !== undefined &&
    value.adapted === undefined &&
    value.typeNames.length === 0 &&
    !(value instanceof PSList) &&
    !(value instanceof PSDictionary)
    ? value.base
    : value;
}
