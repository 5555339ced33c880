/** The bodies of session and pool messages, both ways. [MS-PSRP 2.2.2.1 to 2.2.2.14], protocol.md 3.3 */
import {
  PSDictionary,
  PSGuid,
  PSList,
  PSObject,
  PSVersion,
  PropertyBag,
  TYPE_NAMES,
  type PSDateTime,
  type PSErrorRecord,
  type PSValue,
} from '../objects/index.js';
import { EMPTY_GUID, decodeBase64, encodeBase64, encodeUtf8, type Guid } from '../bytes/index.js';
import { decodeErrorRecord, encodeErrorRecord } from './error-record.js';
import { ENUMS, RunspacePoolStateNumber, encodeEnum, integerOf, type RunspacePoolState } from './enums.js';
import { decodeHostInfo, encodeHostInfo, type HostInfo } from './host-info.js';
import { PropertyReader, listItems, protocolError, unwrap } from './property-reader.js';

/** What every peer has to say of PSVersion and SerializationVersion. protocol.md 5.1 */
export const CAPABILITY_PS_VERSION = new PSVersion(2, 0);
export const CAPABILITY_SERIALIZATION_VERSION = new PSVersion(1, 1, 0, 1);

export interface SessionCapability {
  readonly protocolVersion: PSVersion;
  readonly psVersion: PSVersion;
  readonly serializationVersion: PSVersion;
  /** A BinaryFormatter image of the client's time zone, from Windows PowerShell; never read. */
  readonly timeZone?: Uint8Array;
}
export function encodeSessionCapability(capability: SessionCapability): PSObject {
  const extended = PropertyBag.of({
    protocolversion: capability.protocolVersion,
    PSVersion: capability.psVersion,
    SerializationVersion: capability.serializationVersion,
  });
  if (capability.timeZone !== undefined) extended.append('TimeZone', capability.timeZone);
  return new PSObject({ extended });
}
export function decodeSessionCapability(value: PSValue): SessionCapability {
  const reader = new PropertyReader(value, 'SESSION_CAPABILITY');
  const timeZone = reader.optional('TimeZone');
  return {
    protocolVersion: reader.version('protocolversion'),
    psVersion: reader.version('PSVersion'),
    serializationVersion: reader.version('SerializationVersion'),
    ...(timeZone instanceof Uint8Array && { timeZone }),
  };
}

export interface InitRunspacePool {
  readonly minRunspaces: number;
  readonly maxRunspaces: number;
  /** PSThreadOptions. */
  readonly threadOptions: number;
  /** ApartmentState. */
  readonly apartmentState: number;
  readonly applicationArguments: PSDictionary | null;
  readonly hostInfo: HostInfo;
}
export function encodeInitRunspacePool(init: InitRunspacePool): PSObject {
  return PSObject.bag({
    MinRunspaces: init.minRunspaces,
    MaxRunspaces: init.maxRunspaces,
    PSThreadOptions: encodeEnum(ENUMS.threadOptions, init.threadOptions),
    ApartmentState: encodeEnum(ENUMS.apartmentState, init.apartmentState),
    HostInfo: encodeHostInfo(init.hostInfo),
    ApplicationArguments: init.applicationArguments,
  });
}
export function decodeInitRunspacePool(value: PSValue): InitRunspacePool {
  const reader = new PropertyReader(value, 'INIT_RUNSPACEPOOL');
  return {
    minRunspaces: reader.int32('MinRunspaces'),
    maxRunspaces: reader.int32('MaxRunspaces'),
    threadOptions: reader.enumeration('PSThreadOptions', ENUMS.threadOptions),
    apartmentState: reader.enumeration('ApartmentState', ENUMS.apartmentState),
    applicationArguments: dictionaryOrNull(reader.any('ApplicationArguments'), 'ApplicationArguments'),
    hostInfo: decodeHostInfo(reader.any('HostInfo')),
  };
}

/** The sizes of a pool; undefined where they are not known. CONNECT_RUNSPACEPOOL carries them when they are. */
export interface PoolSizes {
  readonly minRunspaces: number | undefined;
  readonly maxRunspaces: number | undefined;
}
export function encodeConnectRunspacePool(sizes: PoolSizes): PSValue {
  if (sizes.minRunspaces === undefined && sizes.maxRunspaces === undefined) return '';
  const extended = new PropertyBag();
  if (sizes.minRunspaces !== undefined) extended.append('MinRunspaces', sizes.minRunspaces);
  if (sizes.maxRunspaces !== undefined) extended.append('MaxRunspaces', sizes.maxRunspaces);
  return new PSObject({ extended });
}
export function decodeConnectRunspacePool(value: PSValue): PoolSizes {
  if (!(value instanceof PSObject)) return { minRunspaces: undefined, maxRunspaces: undefined };
  const reader = new PropertyReader(value, 'CONNECT_RUNSPACEPOOL');
  return {
    minRunspaces: reader.optional('MinRunspaces') === undefined ? undefined : reader.int32('MinRunspaces'),
    maxRunspaces: reader.optional('MaxRunspaces') === undefined ? undefined : reader.int32('MaxRunspaces'),
  };
}

/** RUNSPACEPOOL_INIT_DATA as it stands on the wire: real servers exchange the two values. protocol.md 3.3 */
export function encodeRunspacePoolInitData(minRunspaces: number, maxRunspaces: number): PSObject {
  return PSObject.bag({ MinRunspaces: minRunspaces, MaxRunspaces: maxRunspaces });
}
export function decodeRunspacePoolInitData(value: PSValue): {
  readonly minRunspaces: number;
  readonly maxRunspaces: number;
} {
  const reader = new PropertyReader(value, 'RUNSPACEPOOL_INIT_DATA');
  return { minRunspaces: reader.int32('MinRunspaces'), maxRunspaces: reader.int32('MaxRunspaces') };
}

/** PUBLIC_KEY and ENCRYPTED_SESSION_KEY: a CAPI blob as base64. */
export function encodePublicKey(blob: Uint8Array): PSObject {
  return PSObject.bag({ PublicKey: base64Text(blob) });
}
export function encodeEncryptedSessionKey(blob: Uint8Array): PSObject {
  return PSObject.bag({ EncryptedSessionKey: base64Text(blob) });
}
export function decodeKeyBlob(value: PSValue, name: 'PublicKey' | 'EncryptedSessionKey'): Uint8Array {
  const blob = decodeBase64(encodeUtf8(new PropertyReader(value, name).string(name)));
  if (blob === undefined) throw protocolError(`The property '${name}' is not base64`, name);
  return blob;
}

function base64Text(bytes: Uint8Array): string {
  let text = '';
  for (const code of encodeBase64(bytes)) text += String.fromCharCode(code);
  return text;
}

/** SET_MAX_RUNSPACES, SET_MIN_RUNSPACES, GET_AVAILABLE_RUNSPACES and RESET_RUNSPACE_STATE. */
export function encodePoolRequest(
  callId: bigint,
  size?: { readonly MinRunspaces: number } | { readonly MaxRunspaces: number },
): PSObject {
  return PSObject.bag({ ...size, ci: callId });
}
export function decodePoolRequest(
  value: PSValue,
  size?: 'MinRunspaces' | 'MaxRunspaces',
): { readonly callId: bigint; readonly size: number } {
  const reader = new PropertyReader(value, 'pool request');
  return { callId: reader.int64('ci'), size: size === undefined ? 0 : reader.int32(size) };
}

/** RUNSPACE_AVAILABILITY: true or false for set and reset, the number of free runspaces for get. */
export interface RunspaceAvailability {
  readonly callId: bigint;
  readonly response: boolean | number;
}
export function encodeRunspaceAvailability({ callId, response }: RunspaceAvailability): PSObject {
  return PSObject.bag({ SetMinMaxRunspacesResponse: response, ci: callId });
}
export function decodeRunspaceAvailability(value: PSValue): RunspaceAvailability {
  const reader = new PropertyReader(value, 'RUNSPACE_AVAILABILITY');
  const response = unwrap(reader.any('SetMinMaxRunspacesResponse'));
  const number = typeof response === 'boolean' ? response : integerOf(response); // Int32, or Int64 as [MS-PSRP] has it
  if (number === undefined)
    throw protocolError('RUNSPACE_AVAILABILITY has no usable response', 'RUNSPACE_AVAILABILITY');
  return { callId: reader.int64('ci'), response: number };
}

export interface RunspacePoolStateMessage {
  readonly state: RunspacePoolState;
  readonly error?: PSErrorRecord;
}
export function encodeRunspacePoolState({ state, error }: RunspacePoolStateMessage): PSObject {
  const extended = PropertyBag.of({ RunspaceState: RunspacePoolStateNumber[state] });
  if (error !== undefined) extended.append('ExceptionAsErrorRecord', encodeErrorRecord(error));
  return new PSObject({ extended });
}
export function decodeRunspacePoolState(value: PSValue): RunspacePoolStateMessage {
  const reader = new PropertyReader(value, 'RUNSPACEPOOL_STATE');
  const number = reader.integer('RunspaceState');
  const entry = Object.entries(RunspacePoolStateNumber).find(([, candidate]) => candidate === number);
  if (entry === undefined) throw protocolError(`There is no runspace pool state ${number}`, 'RUNSPACEPOOL_STATE');
  const error = reader.optional('ExceptionAsErrorRecord') ?? null;
  return { state: entry[0] as RunspacePoolState, ...(error !== null && { error: decodeErrorRecord(error) }) };
}

export function encodeApplicationPrivateData(data: PSDictionary | null): PSObject {
  return PSObject.bag({ ApplicationPrivateData: data });
}
export function decodeApplicationPrivateData(value: PSValue): PSDictionary | null {
  const reader = new PropertyReader(value, 'APPLICATION_PRIVATE_DATA');
  return dictionaryOrNull(reader.any('ApplicationPrivateData'), 'ApplicationPrivateData');
}

function dictionaryOrNull(value: PSValue, name: string): PSDictionary | null {
  if (value === null || value instanceof PSDictionary) return value;
  throw protocolError(`'${name}' is not a dictionary`, name);
}

/** An event of the remote event manager. */
export interface PSUserEvent {
  readonly eventIdentifier: number;
  readonly sourceIdentifier: string;
  readonly timeGenerated: PSDateTime;
  readonly sender: PSValue;
  readonly sourceArgs: readonly PSValue[];
  readonly messageData: PSValue;
  readonly computerName: string | null;
  readonly runspaceId: Guid;
}
export function encodeUserEvent(event: PSUserEvent): PSObject {
  return PSObject.bag({
    'PSEventArgs.EventIdentifier': event.eventIdentifier,
    'PSEventArgs.SourceIdentifier': event.sourceIdentifier,
    'PSEventArgs.TimeGenerated': event.timeGenerated,
    'PSEventArgs.Sender': event.sender,
    'PSEventArgs.SourceArgs': new PSList([...event.sourceArgs], 'LST', { typeNames: TYPE_NAMES.objectArray }),
    'PSEventArgs.MessageData': event.messageData,
    'PSEventArgs.ComputerName': event.computerName,
    'PSEventArgs.RunspaceId': new PSGuid(event.runspaceId),
  });
}
export function decodeUserEvent(value: PSValue): PSUserEvent {
  const reader = new PropertyReader(value, 'USER_EVENT');
  const args = reader.optional('PSEventArgs.SourceArgs') ?? null;
  const runspaceId = unwrap(reader.optional('PSEventArgs.RunspaceId') ?? null);
  return {
    eventIdentifier: reader.int32('PSEventArgs.EventIdentifier'),
    sourceIdentifier: reader.stringOrEmpty('PSEventArgs.SourceIdentifier'),
    timeGenerated: reader.dateTime('PSEventArgs.TimeGenerated'),
    sender: reader.optional('PSEventArgs.Sender') ?? null,
    sourceArgs: args === null ? [] : (listItems(args) ?? [args]),
    messageData: reader.optional('PSEventArgs.MessageData') ?? null,
    computerName: reader.nullableString('PSEventArgs.ComputerName'),
    runspaceId: runspaceId instanceof PSGuid ? runspaceId.value : EMPTY_GUID,
  };
}
