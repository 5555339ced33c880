/**
 * Every fault a server of remoting sends, with its numbers. protocol.md 7.12; the names are WinRM's without their
 * prefix. The pairing of codes from 2150859047 up with a subcode is the least sure part of the reference: clients look
 * at the code. Texts are our own and keep the words that clients search for (masterzen looks for `OperationTimeout`).
 */
import type { WsmanFault } from './fault.js';

export interface FaultEntry {
  readonly code: number;
  readonly role: 'Sender' | 'Receiver' | 'MustUnderstand';
  readonly subcode?: string;
  /** The last part of the FaultDetail URI. */
  readonly detail?: string;
  readonly text: string;
}

const BASE = 0x80338000;
const sender = (code: number, subcode: string | undefined, text: string, detail?: string): FaultEntry => ({
  code,
  role: 'Sender',
  ...(subcode === undefined ? {} : { subcode }),
  ...(detail === undefined ? {} : { detail }),
  text,
});
const receiver = (code: number, text: string, subcode = 'w:InternalError'): FaultEntry => ({
  code,
  role: 'Receiver',
  subcode,
  text,
});

export const FAULTS = {
  ACCESS_DENIED: sender(5, 'w:AccessDenied', 'Access is denied.'),
  INVALID_PARAMETER: sender(87, 'w:InvalidParameter', 'The parameter is incorrect.', 'InvalidValue'),
  OPERATION_ABORTED: receiver(995, 'The operation was ended because the shell or the command was closed.'),
  CANCELLED: receiver(1223, 'The operation was cancelled.'),
  INTERNAL_ERROR: receiver(1359, 'A request with this MessageID is still in progress, or an internal error occurred.'),
  FILE_NOT_FOUND: receiver(0x80070002, 'The system cannot find the file specified.'),
  FILENAME_TOO_LONG: receiver(0x800700ce, 'The filename or extension is too long.'),
  PIPE_CLOSED: receiver(0x800700e8, 'The command has ended; its input is closed.'),
  RESOURCE_NOT_FOUND: sender(
    BASE + 0x00,
    'a:DestinationUnreachable',
    'The service cannot find the resource identified by the resource URI and selectors.',
    'InvalidResourceURI',
  ),
  INVALID_ACTIONURI: sender(BASE + 0x01, 'a:ActionNotSupported', 'The service does not know the action URI.'),
  INVALID_URI: sender(BASE + 0x02, 'a:DestinationUnreachable', 'The resource URI is not a valid URI.'),
  CONFIG_CORRUPTED: receiver(BASE + 0x05, 'The configuration of the service is damaged.'),
  INVALID_MESSAGE_INFORMATION_HEADER: sender(
    BASE + 0x0f,
    'a:InvalidMessageInformationHeader',
    'The request contains one or more invalid SOAP headers.',
  ),
  SOAP_FAULT_MUST_UNDERSTAND: {
    code: BASE + 0x10,
    role: 'MustUnderstand',
    text: 'The service cannot process a SOAP header in the request that is marked as mustUnderstand by the client.',
  },
  DESTINATION_UNREACHABLE: sender(BASE + 0x12, 'a:DestinationUnreachable', 'The destination cannot be reached.'),
  ACTION_NOT_SUPPORTED: sender(
    BASE + 0x13,
    'a:ActionNotSupported',
    'The action is not supported for this resource by the service.',
  ),
  CANNOT_PROCESS_FILTER: sender(BASE + 0x1a, 'n:CannotProcessFilter', 'The filter could not be processed.'),
  ENUMERATE_FILTERING_NOT_SUPPORTED: sender(
    BASE + 0x18,
    'n:FilteringNotSupported',
    'The filter dialect of the enumeration is not supported.',
  ),
  ENUMERATE_INVALID_CONTEXT: receiver(
    BASE + 0x1b,
    'The enumeration context is not valid: it may have expired or been released.',
    'n:InvalidEnumerationContext',
  ),
  ENVELOPE_TOO_LARGE: sender(
    BASE + 0x26,
    'w:EncodingLimit',
    'The answer does not fit into the MaxEnvelopeSize of the request.',
    'MaxEnvelopeSize',
  ),
  OPERATION_TIMEDOUT: receiver(
    BASE + 0x29,
    'The WS-Management service cannot complete the operation within the time specified in OperationTimeout.',
    'w:TimedOut',
  ),
  URI_LIMIT: sender(BASE + 0x2d, 'w:EncodingLimit', 'A URI in the request is too long.', 'URILimitExceeded'),
  CONCURRENCY: sender(BASE + 0x32, 'w:Concurrency', 'Another operation on the resource is in progress.'),
  ALREADY_EXISTS: sender(BASE + 0x33, 'w:AlreadyExists', 'The resource exists already.'),
  INVALID_OPTIONS: sender(BASE + 0x39, 'w:InvalidOptions', 'An option of the request is not valid.', 'InvalidValue'),
  WSMAN_INVALID_PARAMETER: sender(BASE + 0x3a, 'w:InvalidParameter', 'A parameter of the request is not valid.'),
  INVALID_RESOURCE_URI: sender(
    BASE + 0x3b,
    'a:DestinationUnreachable',
    'The resource URI names no resource of this service: check the name of the session configuration.',
    'InvalidResourceURI',
  ),
  INVALID_SELECTORS: sender(
    BASE + 0x3d,
    'w:InvalidSelectors',
    'The request contained invalid selectors for the resource.',
    'InsufficientSelectors',
  ),
  QUOTA_LIMIT: sender(BASE + 0x3f, 'w:QuotaLimit', 'A quota of the service is used up.'),
  SCHEMA_VALIDATION_ERROR: sender(
    BASE + 0x41,
    'w:SchemaValidationError',
    'The SOAP XML in the message is not what the operation asks for.',
  ),
  MAX_ENVELOPE_SIZE: sender(
    BASE + 0x47,
    'w:EncodingLimit',
    'MaxEnvelopeSize of the request is below the minimum of 8192 bytes.',
    'MinimumEnvelopeLimit',
  ),
  MAX_ENVELOPE_SIZE_EXCEEDED: sender(
    BASE + 0x48,
    'w:EncodingLimit',
    'The request is larger than the service accepts (MaxEnvelopeSizekb).',
    'ServiceEnvelopeLimit',
  ),
  SERVER_ENVELOPE_LIMIT: sender(
    BASE + 0x49,
    'w:EncodingLimit',
    'The answer is larger than the service sends (MaxEnvelopeSizekb).',
    'ServiceEnvelopeLimit',
  ),
  OPTIONS_NOT_SUPPORTED: sender(
    BASE + 0x51,
    'w:InvalidOptions',
    'An option that has to be complied with is not supported.',
    'NotSupported',
  ),
  UNEXPECTED_SELECTORS: sender(
    BASE + 0x5b,
    'w:InvalidSelectors',
    'The request contained invalid selectors for the resource: there is no such shell or command.',
    'UnexpectedSelectors',
  ),
  BAD_METHOD: sender(BASE + 0x74, 'w:InvalidRepresentation', 'Only the HTTP method POST is served.'),
  RECEIVE_IN_PROGRESS: sender(BASE + 0x127, 'w:Concurrency', 'A Receive on this channel is in progress already.'),
  WINRS_CODEPAGE: sender(BASE + 0x140, 'w:InvalidOptions', 'The code page of WINRS_CODEPAGE is not available.'),
  SHELL_ALREADY_CLOSED: sender(BASE + 0x14a, undefined, 'The shell is closed already.'),
  COMMAND_ALREADY_CLOSED: sender(BASE + 0x14f, undefined, 'The command is closed already.'),
  REDIRECT_REQUESTED: sender(BASE + 0x199, undefined, 'The service asks the client to go to another address.'),
  QUOTA_MAX_SHELLS: sender(
    BASE + 0x1a5,
    'w:QuotaLimit',
    'This user has as many concurrent shells as MaxShellsPerUser allows. Close one or raise the quota.',
  ),
  QUOTA_MAX_OPERATIONS: sender(
    BASE + 0x1a6,
    'w:QuotaLimit',
    'This user has as many concurrent operations as MaxConcurrentOperationsPerUser allows.',
  ),
  QUOTA_USER: sender(BASE + 0x1a7, 'w:QuotaLimit', 'A load quota of the user is used up.'),
  QUOTA_SYSTEM: sender(BASE + 0x1a8, 'w:QuotaLimit', 'A load quota of the system is used up.'),
  QUOTA_MAX_SHELLUSERS: sender(
    BASE + 0x1ab,
    'w:QuotaLimit',
    'As many users as MaxConcurrentUsers allows have shells already.',
  ),
  REMOTESHELLS_NOT_ALLOWED: sender(BASE + 0x1ac, 'w:AccessDenied', 'The service allows no remote shells.'),
  ENUMERATE_SHELLCOMMANDS_FILTER_EXPECTED: sender(
    BASE + 0x1c0,
    'n:CannotProcessFilter',
    'The enumeration of commands needs a filter that names the ShellId.',
  ),
  CREATESHELL_NAME_INVALID: sender(
    BASE + 0x1c2,
    'w:InvalidParameter',
    'The name of the shell is not valid: at most 255 characters, none of them a control character.',
  ),
  SHELL_DISCONNECTED: sender(BASE + 0x1c4, undefined, 'The shell is disconnected: reconnect or connect it first.'),
  DISCONNECT_NOT_SUPPORTED: sender(BASE + 0x1c5, undefined, 'This shell cannot be disconnected.'),
  CLIENTSESSIONID_MISMATCH: sender(
    BASE + 0x1c6,
    undefined,
    'The shell was disconnected by another client session; only that one reconnects it. Another one connects.',
  ),
  CONNECT_RESPONSE_BAD_BODY: receiver(BASE + 0x1cb, 'The answer to Connect has no usable body.'),
  COMMAND_TERMINATED: receiver(BASE + 0x1cc, 'The command was terminated.'),
  CONNECTED_TO_DIFFERENT_CLIENT: sender(BASE + 0x1cd, undefined, 'The shell is connected to a client already.'),
  DISCONNECT_NOT_GRACEFUL: sender(BASE + 0x1ce, undefined, 'The shell could not be disconnected gracefully.'),
  DISCONNECT_OPERATION_NOT_VALID: sender(
    BASE + 0x1cf,
    undefined,
    'The shell cannot be disconnected in the state it is in.',
  ),
  RECONNECT_OPERATION_NOT_VALID: sender(
    BASE + 0x1d0,
    undefined,
    'The shell cannot be connected or reconnected in the state it is in.',
  ),
  SHELLCOMMAND_RECONNECT_NOT_VALID: sender(
    BASE + 0x1d3,
    undefined,
    'The command cannot be reconnected in the state its shell is in.',
  ),
  SHELLCOMMAND_CLIENTID_NOT_VALID: sender(BASE + 0x1d4, undefined, 'The CommandId given by the client is not a GUID.'),
  SHELL_CLIENTID_NOT_VALID: sender(BASE + 0x1d5, undefined, 'The ShellId given by the client is not a GUID.'),
  SHELLCOMMAND_CLIENTID_RESOURCE_CONFLICT: sender(
    BASE + 0x1d6,
    undefined,
    'A command with the CommandId given by the client exists already.',
  ),
  SHELL_CLIENTID_RESOURCE_CONFLICT: sender(
    BASE + 0x1d7,
    undefined,
    'A shell with the ShellId given by the client exists already.',
  ),
  SHELLCOMMAND_DISCONNECT_NOT_VALID: sender(BASE + 0x1d8, undefined, 'A command cannot be disconnected by itself.'),
  REMOTE_ACCESS_DISABLED: sender(BASE + 0x1dd, 'w:AccessDenied', 'Remote access to the service is disabled.'),
  SERVICE_STREAM_DISCONNECTED: receiver(BASE + 0x1de, 'The stream was disconnected together with its shell.'),
  RUNAS_FAILED: receiver(BASE + 0x1df, 'The account of the session configuration could not be logged on.'),
  REMOTE_CONNECTION_NOT_ALLOWED: sender(
    BASE + 0x1e3,
    'w:AccessDenied',
    'The session configuration allows no remote connections.',
  ),
  QUOTA_MAX_SHELLS_PPQ: sender(
    BASE + 0x1e4,
    'w:QuotaLimit',
    'This user has as many shells of the session configuration as its MaxShellsPerUser allows.',
  ),
  QUOTA_MAX_USERS_PPQ: sender(
    BASE + 0x1e5,
    'w:QuotaLimit',
    'As many users as MaxConcurrentUsers of the session configuration allows have shells of it.',
  ),
  QUOTA_MAX_PLUGINSHELLS_PPQ: sender(
    BASE + 0x1e6,
    'w:QuotaLimit',
    'The session configuration has as many shells as its MaxShells allows.',
  ),
  QUOTA_MAX_PLUGINOPERATIONS_PPQ: sender(
    BASE + 0x1e7,
    'w:QuotaLimit',
    'The session configuration has too many operations.',
  ),
  QUOTA_MAX_OPERATIONS_USER_PPQ: sender(
    BASE + 0x1e8,
    'w:QuotaLimit',
    'This user has too many operations of the session configuration.',
  ),
  QUOTA_MAX_COMMANDS_PER_SHELL_PPQ: sender(
    BASE + 0x1e9,
    'w:QuotaLimit',
    'The shell has as many commands as MaxConcurrentCommandsPerShell allows. Release finished ones with Signal.',
  ),
  QUOTA_MIN_REQUIREMENT_NOT_AVAILABLE_PPQ: sender(
    BASE + 0x1ea,
    'w:QuotaLimit',
    'The quotas of the session configuration do not let it run.',
  ),
  IDLETIMEOUT_OUTOFBOUNDS: sender(
    BASE + 0x1f2,
    'w:InvalidParameter',
    'The requested idle timeout is outside the allowed range, from 60 seconds to MaxIdleTimeOut.',
  ),
  PLUGIN_NULL_CONTEXT: receiver(0x805407d0, 'The plugin context is missing.'),
  PLUGIN_CONTEXT_NOT_FOUND: receiver(0x805407d1, 'The plugin context was not found.'),
  PLUGIN_NULL_INVALID_INPUT: receiver(0x80540bb8, 'The input is missing or not valid.'),
  PLUGIN_NULL_INVALID_STREAM_SETS: receiver(
    0x80540bb9,
    'The stream sets are not those of PowerShell: input `stdin pr`, output `stdout`.',
  ),
  PLUGIN_SESSION_CREATION_FAILED: receiver(0x80540bba, 'The session could not be created.'),
  PLUGIN_NULL_SHELL_CONTEXT: receiver(0x80540bbb, 'The shell context is missing.'),
  PLUGIN_INVALID_SHELL_CONTEXT: receiver(0x80540bbc, 'The shell context is not valid.'),
  PLUGIN_INVALID_COMMAND_CONTEXT: receiver(0x80540bbd, 'The command context is not valid.'),
  PLUGIN_INVALID_INPUT_STREAM: receiver(0x80540bbe, 'The input stream has to be `stdin` or `pr`.'),
  PLUGIN_INVALID_INPUT_DATATYPE: receiver(0x80540bbf, 'The input is not of the expected type.'),
  PLUGIN_INVALID_OUTPUT_STREAM: receiver(0x80540bc0, 'The output stream has to be `stdout`.'),
  PLUGIN_INVALID_SENDER_DETAILS: receiver(0x80540bc1, 'The sender is not known.'),
  PLUGIN_SHUTDOWN_REGISTRATION_FAILED: receiver(0x80540bc2, 'The shutdown notification could not be registered.'),
  PLUGIN_REPORT_CONTEXT_FAILED: receiver(0x80540bc3, 'The context could not be reported.'),
  PLUGIN_INVALID_ARG_SET: receiver(0x80540bc4, 'A command needs exactly one Arguments element with its definition.'),
  PLUGIN_PROTOCOL_VERSION_NOT_MATCH: receiver(
    0x80540bc5,
    'The protocol version of the client is not supported; the server speaks 2.0 to 2.3.',
  ),
  PLUGIN_OPTION_NOT_UNDERSTOOD: receiver(0x80540bc6, 'An option that has to be complied with is not understood.'),
  PLUGIN_PROTOCOL_VERSION_NOT_FOUND: receiver(0x80540bc7, 'The option protocolversion is missing.'),
  PLUGIN_MANAGED_EXCEPTION: receiver(0x80540fa0, 'The server met an exception.'),
  PLUGIN_OPERATION_CLOSE: receiver(0x80540fa1, 'The operation was closed.'),
  PLUGIN_CONNECT_NO_NEGOTIATION_DATA: receiver(0x80540fa2, 'The Connect request carries no negotiation data.'),
  PLUGIN_CONNECT_OPERATION_FAILED: receiver(0x80540fa3, 'The session could not be connected.'),
} as const satisfies Readonly<Record<string, FaultEntry>>;

export type FaultName = keyof typeof FAULTS;

/** The numbers by name, for `switch` and for tests. */
export const FaultCode = Object.fromEntries(
  Object.entries(FAULTS).map(([name, entry]) => [name, entry.code]),
) as Readonly<Record<FaultName, number>>;

const NAMES = new Map<number, FaultName>(
  Object.entries(FAULTS).map(([name, entry]) => [entry.code, name as FaultName]),
);
export function faultName(code: number): FaultName | undefined {
  return NAMES.get(code >>> 0);
}

const DETAIL = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/';
const PLUGIN_PROVIDER = { name: 'microsoft.powershell', path: '%systemroot%\\system32\\pwrshplugin.dll' };

export interface FaultOptions {
  /** More exact than the table's text, which stays the reason. */
  readonly message?: string;
  readonly machine?: string;
  /** Sends the message as a provider's. */
  readonly provider?: { readonly name: string; readonly path?: string };
  readonly notUnderstood?: { readonly namespace: string; readonly localName: string };
}

/** A fault of the table, ready to be sent. */
export function wsmanFault(name: FaultName, options: FaultOptions = {}): WsmanFault {
  const entry: FaultEntry = FAULTS[name];
  const text = options.message ?? entry.text;
  const provider = options.provider ?? (name.startsWith('PLUGIN_') ? PLUGIN_PROVIDER : undefined);
  return {
    role: entry.role,
    ...(entry.subcode === undefined ? {} : { subcode: entry.subcode }),
    reason: entry.text,
    ...(entry.detail === undefined ? {} : { detail: DETAIL + entry.detail }),
    code: entry.code >>> 0,
    ...(options.machine === undefined ? {} : { machine: options.machine }),
    ...(provider === undefined ? { message: text } : { provider: { ...provider, text } }),
    ...(options.notUnderstood === undefined ? {} : { notUnderstood: options.notUnderstood }),
  };
}
