/**
 * The structures of host calls and of HostInfo, as PowerShell's "host encoding" writes them: every private field of the
 * .NET type as a note, no type names, enumerations as Int32, null fields left out. PowerShell sets fields by name and
 * fails on a name it does not know, so exactly these names are written. [MS-PSRP 2.2.3], protocol.md 3.8
 */
import {
  PSChar,
  PSDictionary,
  PSList,
  PSObject,
  PSSecureString,
  PropertyBag,
  TYPE_NAMES,
  type PSValue,
} from '../objects/index.js';
import { integerOf } from './enums.js';
import { PropertyReader, listItems, protocolError, stringOf, unwrap } from './property-reader.js';

export interface Coordinates {
  readonly x: number;
  readonly y: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface KeyInfo {
  readonly virtualKeyCode: number;
  /** One UTF-16 unit; `\0` when the key has no character. */
  readonly character: string;
  /** ControlKeyStates flags. */
  readonly controlKeyState: number;
  readonly keyDown: boolean;
}
export interface BufferCell {
  /** One UTF-16 unit. */
  readonly character: string;
  readonly foregroundColor: number;
  readonly backgroundColor: number;
  /** BufferCellType: Complete 0, Leading 1, Trailing 2. */
  readonly bufferCellType: number;
}
export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  readonly parameterTypeName: string;
  readonly parameterTypeFullName: string;
  readonly parameterAssemblyFullName: string;
  readonly helpMessage: string;
  readonly isMandatory: boolean;
  readonly defaultValue: PSValue;
  readonly modifiedByRemotingProtocol: boolean;
  readonly isFromRemoteHost: boolean;
}
export interface ChoiceDescription {
  /** `&` stands before the hot key. */
  readonly label: string;
  readonly helpMessage: string;
}
/** A PSCredential. The password is encrypted on the wire below protocol 2.4. */
export interface PSCredentialValue {
  readonly userName: string;
  readonly password: PSSecureString;
}

const CREDENTIAL_TYPES = ['System.Management.Automation.PSCredential', 'System.Object'];
/** More cells than any screen has; a bound for lengths that the peer states. */
const MAX_CELLS = 4_000_000;

const bag = (record: Readonly<Record<string, PSValue>>): PSObject => PSObject.bag(record);
const arrayList = (items: PSValue[]): PSList => new PSList(items, 'LST', { typeNames: TYPE_NAMES.arrayList });

export const encodeCoordinates = ({ x, y }: Coordinates): PSObject => bag({ x, y });
export const encodeSize = ({ width, height }: Size): PSObject => bag({ width, height });
export const encodeRectangle = ({ left, top, right, bottom }: Rectangle): PSObject => bag({ left, top, right, bottom });

export function decodeCoordinates(value: PSValue): Coordinates {
  const reader = new PropertyReader(value, 'Coordinates');
  return { x: reader.int32('x'), y: reader.int32('y') };
}
export function decodeSize(value: PSValue): Size {
  const reader = new PropertyReader(value, 'Size');
  return { width: reader.int32('width'), height: reader.int32('height') };
}
export function decodeRectangle(value: PSValue): Rectangle {
  const reader = new PropertyReader(value, 'Rectangle');
  return {
    left: reader.int32('left'),
    top: reader.int32('top'),
    right: reader.int32('right'),
    bottom: reader.int32('bottom'),
  };
}

const encodeChar = (text: string): PSChar => new PSChar(text === '' ? 0 : text.charCodeAt(0));

function decodeChar(reader: PropertyReader, name: string): string {
  const value = unwrap(reader.any(name));
  if (value instanceof PSChar) return String.fromCharCode(value.code);
  if (typeof value === 'string' && value.length <= 1) return value === '' ? '\0' : value;
  throw protocolError(`A character of '${name}' is not of type Char`, name);
}

export function encodeKeyInfo(key: KeyInfo): PSObject {
  return bag({
    virtualKeyCode: key.virtualKeyCode,
    character: encodeChar(key.character),
    controlKeyState: key.controlKeyState,
    keyDown: key.keyDown,
  });
}
export function decodeKeyInfo(value: PSValue): KeyInfo {
  const reader = new PropertyReader(value, 'KeyInfo');
  return {
    virtualKeyCode: reader.int32('virtualKeyCode'),
    character: decodeChar(reader, 'character'),
    controlKeyState: reader.int32('controlKeyState'),
    keyDown: reader.boolean('keyDown'),
  };
}

export function encodeBufferCell(cell: BufferCell): PSObject {
  return bag({
    character: encodeChar(cell.character),
    foregroundColor: cell.foregroundColor,
    backgroundColor: cell.backgroundColor,
    bufferCellType: cell.bufferCellType,
  });
}
export function decodeBufferCell(value: PSValue): BufferCell {
  const reader = new PropertyReader(value, 'BufferCell');
  return {
    character: decodeChar(reader, 'character'),
    foregroundColor: reader.int32('foregroundColor'),
    backgroundColor: reader.int32('backgroundColor'),
    bufferCellType: reader.int32('bufferCellType'),
  };
}

/** `BufferCell[,]`: the cells row by row in `mae`, the lengths in `mal`. Rows must have one length. */
export function encodeBufferCells(rows: readonly (readonly BufferCell[])[]): PSObject {
  const columns = rows[0]?.length ?? 0;
  return bag({
    mae: arrayList(rows.flatMap((row) => row.slice(0, columns).map(encodeBufferCell))),
    mal: new PSList([rows.length, columns], 'LST', { typeNames: ['System.Int32[]', 'System.Array', 'System.Object'] }),
  });
}
export function decodeBufferCells(value: PSValue): readonly (readonly BufferCell[])[] {
  const reader = new PropertyReader(value, 'BufferCell[,]');
  const lengths = reader.list('mal').map((length) => integerOf(length) ?? -1);
  const [rows = -1, columns = -1] = lengths;
  const cells = reader.list('mae');
  if (lengths.length !== 2 || rows < 0 || columns < 0 || rows > MAX_CELLS || rows * columns !== cells.length) {
    throw protocolError('The lengths of a BufferCell[,] do not fit its elements', 'BufferCell[,]');
  }
  return Array.from({ length: rows }, (_, row) =>
    cells.slice(row * columns, (row + 1) * columns).map(decodeBufferCell),
  );
}

export function encodeFieldDescription(field: FieldDescription): PSObject {
  const extended = PropertyBag.of({
    name: field.name,
    label: field.label,
    parameterTypeName: field.parameterTypeName,
    parameterTypeFullName: field.parameterTypeFullName,
    parameterAssemblyFullName: field.parameterAssemblyFullName,
    helpMessage: field.helpMessage,
    isMandatory: field.isMandatory,
  });
  if (field.defaultValue !== null) extended.append('defaultValue', field.defaultValue);
  extended.append('metadata', arrayList([]));
  extended.append('modifiedByRemotingProtocol', field.modifiedByRemotingProtocol);
  extended.append('isFromRemoteHost', field.isFromRemoteHost);
  return new PSObject({ extended });
}
export function decodeFieldDescription(value: PSValue): FieldDescription {
  const reader = new PropertyReader(value, 'FieldDescription');
  const flag = (name: string): boolean => reader.optional(name) === true;
  return {
    name: reader.string('name'),
    label: reader.stringOrEmpty('label'),
    parameterTypeName: reader.stringOrEmpty('parameterTypeName'),
    parameterTypeFullName: reader.stringOrEmpty('parameterTypeFullName'),
    parameterAssemblyFullName: reader.stringOrEmpty('parameterAssemblyFullName'),
    helpMessage: reader.stringOrEmpty('helpMessage'),
    isMandatory: flag('isMandatory'),
    defaultValue: reader.optional('defaultValue') ?? null,
    modifiedByRemotingProtocol: flag('modifiedByRemotingProtocol'),
    isFromRemoteHost: flag('isFromRemoteHost'),
  };
}

export const encodeChoice = ({ label, helpMessage }: ChoiceDescription): PSObject => bag({ label, helpMessage });

export function decodeChoice(value: PSValue): ChoiceDescription {
  const reader = new PropertyReader(value, 'ChoiceDescription');
  return { label: reader.string('label'), helpMessage: reader.stringOrEmpty('helpMessage') };
}

export function encodeCredential(credential: PSCredentialValue): PSObject {
  return new PSObject({
    typeNames: CREDENTIAL_TYPES,
    toStringText: 'System.Management.Automation.PSCredential',
    adapted: PropertyBag.of({ UserName: credential.userName, Password: credential.password }),
  });
}
export function decodeCredential(value: PSValue): PSCredentialValue {
  const reader = new PropertyReader(value, 'PSCredential');
  const password = unwrap(reader.any('Password'));
  if (!(password instanceof PSSecureString)) throw protocolError('PSCredential has no SecureString', 'PSCredential');
  return { userName: reader.string('UserName'), password };
}

/** A list of encoded items, as Collection&lt;T&gt; and arrays travel. */
export function encodeItems<T>(items: readonly T[], encode: (item: T) => PSValue): PSList {
  return arrayList(items.map(encode));
}
export function decodeItems<T>(value: PSValue, decode: (item: PSValue) => T, what: string): readonly T[] {
  if (value === null) return [];
  const items = listItems(value);
  if (items === undefined) throw protocolError(`${what} is not a list`, what);
  return items.map(decode);
}

export function encodeAnswers(answers: ReadonlyMap<string, PSValue>): PSDictionary {
  return new PSDictionary(answers.entries());
}
export function decodeAnswers(value: PSValue): ReadonlyMap<string, PSValue> {
  if (!(value instanceof PSDictionary)) throw protocolError('The answers of a prompt are not a dictionary', 'Prompt');
  const answers = new Map<string, PSValue>();
  for (const [key, answer] of value.entries()) {
    const name = stringOf(key);
    if (name === undefined) throw protocolError('The answers of a prompt have a name that is no string', 'Prompt');
    answers.set(name, answer);
  }
  return answers;
}
