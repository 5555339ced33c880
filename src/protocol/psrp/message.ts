/**
 * The 40 bytes before every PSRP message, little-endian. [MS-PSRP 2.2.1], protocol.md 3.1
 *
 * destination u32 (1 client, 2 server) | type u32 | runspace pool id, 16 bytes in .NET's order | pipeline id, the same,
 * all zero for a message to the pool | body: UTF-8 CLIXML, perhaps with a byte order mark, perhaps empty.
 */
import { EMPTY_GUID, readGuid, writeGuid, type Guid } from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';

export const MESSAGE_HEADER_BYTES = 40;

/** Numbers and names of all messages. [MS-PSRP 2.2.1], protocol.md 3.2 */
export const MessageType = {
  SESSION_CAPABILITY: 0x0001_0002,
  /** Known to PowerShell, never sent by it. */
  CLOSE_SESSION: 0x0001_0003,
  INIT_RUNSPACEPOOL: 0x0001_0004,
  PUBLIC_KEY: 0x0001_0005,
  ENCRYPTED_SESSION_KEY: 0x0001_0006,
  PUBLIC_KEY_REQUEST: 0x0001_0007,
  CONNECT_RUNSPACEPOOL: 0x0001_0008,
  SET_MAX_RUNSPACES: 0x0002_1002,
  SET_MIN_RUNSPACES: 0x0002_1003,
  RUNSPACE_AVAILABILITY: 0x0002_1004,
  RUNSPACEPOOL_STATE: 0x0002_1005,
  CREATE_PIPELINE: 0x0002_1006,
  GET_AVAILABLE_RUNSPACES: 0x0002_1007,
  USER_EVENT: 0x0002_1008,
  APPLICATION_PRIVATE_DATA: 0x0002_1009,
  GET_COMMAND_METADATA: 0x0002_100a,
  RUNSPACEPOOL_INIT_DATA: 0x0002_100b,
  RESET_RUNSPACE_STATE: 0x0002_100c,
  RUNSPACEPOOL_HOST_CALL: 0x0002_1100,
  RUNSPACEPOOL_HOST_RESPONSE: 0x0002_1101,
  PIPELINE_INPUT: 0x0004_1002,
  END_OF_PIPELINE_INPUT: 0x0004_1003,
  PIPELINE_OUTPUT: 0x0004_1004,
  ERROR_RECORD: 0x0004_1005,
  PIPELINE_STATE: 0x0004_1006,
  DEBUG_RECORD: 0x0004_1007,
  VERBOSE_RECORD: 0x0004_1008,
  WARNING_RECORD: 0x0004_1009,
  PROGRESS_RECORD: 0x0004_1010,
  INFORMATION_RECORD: 0x0004_1011,
  /** Taken by PowerShell's server, never sent by its client: stop is a signal of the transport. */
  STOP_PIPELINE: 0x0004_1012,
  PIPELINE_HOST_CALL: 0x0004_1100,
  PIPELINE_HOST_RESPONSE: 0x0004_1101,
} as const;

export type MessageTypeName = keyof typeof MessageType;
export type MessageTypeNumber = (typeof MessageType)[MessageTypeName];

const NAMES: ReadonlyMap<number, MessageTypeName> = new Map(
  Object.entries(MessageType).map(([name, value]) => [value, name as MessageTypeName]),
);

/** The name of a type number, or undefined for one that is not in the table. */
export function messageTypeName(type: number): MessageTypeName | undefined {
  return NAMES.get(type);
}

export const MessageDestination = { Client: 1, Server: 2 } as const;
export type MessageDestinationName = keyof typeof MessageDestination;

/** Whom a type number addresses; the tests are made in this order. protocol.md 3.1 */
export function messageTarget(type: number): 'pipeline' | 'pool' | 'session' | undefined {
  if ((type & 0x0004_1000) === 0x0004_1000) return 'pipeline';
  if ((type & 0x0002_1000) === 0x0002_1000) return 'pool';
  if ((type & 0x0001_0000) !== 0) return 'session';
  return undefined;
}

/** A message taken apart. `body` is a view, its byte order mark still there. */
export interface PsrpMessage {
  readonly destination: MessageDestinationName;
  readonly type: number;
  readonly runspacePoolId: Guid;
  /** `EMPTY_GUID` when the message is not for a pipeline. */
  readonly pipelineId: Guid;
  readonly body: Uint8Array;
}

/** The 40 header bytes. */
export function encodeMessageHeader(
  destination: MessageDestinationName,
  type: number,
  runspacePoolId: Guid,
  pipelineId: Guid = EMPTY_GUID,
): Uint8Array {
  const header = new Uint8Array(MESSAGE_HEADER_BYTES);
  header[0] = MessageDestination[destination];
  header[4] = type & 0xff;
  header[5] = (type >>> 8) & 0xff;
  header[6] = (type >>> 16) & 0xff;
  header[7] = type >>> 24;
  if (runspacePoolId !== EMPTY_GUID) writeGuid(runspacePoolId, header, 8);
  if (pipelineId !== EMPTY_GUID) writeGuid(pipelineId, header, 24);
  return header;
}

/** Header and body in one run of bytes. */
export function encodeMessage(message: PsrpMessage): Uint8Array {
  const bytes = new Uint8Array(MESSAGE_HEADER_BYTES + message.body.length);
  bytes.set(encodeMessageHeader(message.destination, message.type, message.runspacePoolId, message.pipelineId));
  bytes.set(message.body, MESSAGE_HEADER_BYTES);
  return bytes;
}

/** The type number of a message of at least 8 bytes, without reading the rest. */
export function peekMessageType(bytes: Uint8Array): number {
  return ((bytes[4] ?? 0) | ((bytes[5] ?? 0) << 8) | ((bytes[6] ?? 0) << 16) | ((bytes[7] ?? 0) << 24)) >>> 0;
}

/**
 * The type of a message whose ids are of no interest: much cheaper than taking it apart.
 * @throws {RemoteProtocolError} shorter than its header, or for the other side.
 */
export function checkMessage(bytes: Uint8Array, destination: MessageDestinationName): number {
  const right =
    bytes.length >= MESSAGE_HEADER_BYTES &&
    bytes[0] === MessageDestination[destination] &&
    bytes[1] === 0 &&
    bytes[2] === 0 &&
    bytes[3] === 0;
  if (!right && decodeMessage(bytes).destination !== destination) {
    throw new RemoteProtocolError(`A message that is not for the ${destination.toLowerCase()} came to it.`, {
      rule: '[MS-PSRP 2.2.1]',
    });
  }
  return peekMessageType(bytes);
}

/**
 * Takes a message apart; the body is not read. A type number that is not in the table is no error here.
 * @throws {RemoteProtocolError} shorter than 40 bytes, or a destination that is neither client nor server.
 */
export function decodeMessage(bytes: Uint8Array): PsrpMessage {
  if (bytes.length < MESSAGE_HEADER_BYTES) {
    throw new RemoteProtocolError(
      `A message of ${bytes.length} bytes is shorter than its header of ${MESSAGE_HEADER_BYTES}.`,
      {
        rule: '[MS-PSRP 2.2.1]',
      },
    );
  }
  const destination =
    ((bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8) | ((bytes[2] ?? 0) << 16) | ((bytes[3] ?? 0) << 24)) >>> 0;
  // The receiver tests its own bit; a value with both bits is for whoever reads it, and PowerShell never sends one.
  if (destination !== MessageDestination.Client && destination !== MessageDestination.Server) {
    throw new RemoteProtocolError(`A message has the destination ${destination}; 1 is the client, 2 the server.`, {
      rule: '[MS-PSRP 2.2.1]',
    });
  }
  return {
    destination: destination === MessageDestination.Client ? 'Client' : 'Server',
    type: peekMessageType(bytes),
    runspacePoolId: readGuid(bytes, 8),
    pipelineId: readGuid(bytes, 24),
    body: bytes.subarray(MESSAGE_HEADER_BYTES),
  };
}
