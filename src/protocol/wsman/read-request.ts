/**
 * Envelopes of clients. Whatever is wrong with one is a fault to answer with, never an exception: the result carries
 * the MessageID as far as it was found, so that the fault can name it. protocol.md 7.2 - 7.10
 */
import { parseDuration } from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';
import { parseXml, XML_NAMESPACE, type XmlElement, type XmlEncoding, type XmlLimits } from '../xml/index.js';
import { wsmanFault, type FaultName } from './fault-table.js';
import type { WsmanFault } from './fault.js';
import type {
  InputStreamData,
  RequestBody,
  RequestHeader,
  ShellRequest,
  WsmanOption,
  WsmanRequest,
} from './messages.js';
import { ANONYMOUS, Namespace, operationOfAction, SELECTOR_FILTER, type OperationName } from './names.js';
import { readBufferMode, readEnvironment, words } from './shell-codec.js';

export interface EnvelopeReadOptions {
  readonly limits?: Partial<XmlLimits>;
  readonly encoding?: XmlEncoding;
}

export type RequestReading =
  | { readonly ok: true; readonly request: WsmanRequest }
  | { readonly ok: false; readonly fault: WsmanFault; readonly messageId?: string; readonly action?: string };

/** WS-Management lets no client ask for less. protocol.md 7.3 */
const MINIMUM_ENVELOPE = 8192;
const URI_LIMIT = 2048;
const { soap, addressing, wsman, wsmv, shell, enumeration, powershell } = Namespace;

/** SOAP's limits are far below the general ones: an envelope is flat. */
export const ENVELOPE_LIMITS: Partial<XmlLimits> = {
  maxDepth: 64,
  maxAttributes: 32,
  maxElements: 150_000,
  maxNamespaces: 128,
};

/** Carries a fault out of the depth of the reader; never leaves this file. */
class Refusal extends Error {
  readonly fault: WsmanFault;
  constructor(fault: WsmanFault) {
    super(fault.reason);
    this.fault = fault;
  }
}
function refuse(name: FaultName, message?: string): never {
  throw new Refusal(wsmanFault(name, message === undefined ? {} : { message }));
}

export function readRequest(envelope: Uint8Array, options: EnvelopeReadOptions = {}): RequestReading {
  const found: { messageId?: string; action?: string } = {};
  try {
    const root = parseXml(envelope, { ...options, limits: { ...ENVELOPE_LIMITS, ...options.limits } });
    return { ok: true, request: requestOf(root, found) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault, ...found };
    if (error instanceof RemoteProtocolError) {
      return { ok: false, fault: wsmanFault('SCHEMA_VALIDATION_ERROR', { message: error.message }), ...found };
    }
    throw error;
  }
}

/** For callers that parsed the envelope already. @throws Refusal, RemoteProtocolError */
function requestOf(root: XmlElement, found: { messageId?: string; action?: string }): WsmanRequest {
  if (root.localName !== 'Envelope') refuse('SCHEMA_VALIDATION_ERROR', 'The document is no SOAP envelope.');
  if (root.namespace !== soap) {
    throw new Refusal({ role: 'VersionMismatch', reason: 'Only SOAP 1.2 envelopes are understood.' });
  }
  const body = root.child(soap, 'Body');
  const headerElement = root.child(soap, 'Header');
  const first = body?.children[0];
  if (first?.is(Namespace.identity, 'Identify') === true) {
    const header = headerElement === undefined ? NO_HEADER : readHeader(headerElement, found);
    return { header, body: { type: 'identify' } };
  }
  if (headerElement === undefined) refuse('INVALID_MESSAGE_INFORMATION_HEADER', 'The envelope has no header.');
  const header = readHeader(headerElement, found);
  if (header.action === undefined) refuse('INVALID_MESSAGE_INFORMATION_HEADER', 'The header Action is missing.');
  const operation = operationOfAction(header.action);
  if (operation === undefined) {
    refuse('ACTION_NOT_SUPPORTED', `The action '${header.action.slice(0, 256)}' is not supported.`);
  }
  return { header, body: readBody(operation, first) };
}

const NO_HEADER: RequestHeader = { selectors: new Map(), options: [] };

/** `mustUnderstand` with SOAP's prefix, and without one as pywinrm and WinRM-rb write it. protocol.md 7.3 */
function mustUnderstand(element: XmlElement): boolean {
  const value = (element.attribute('mustUnderstand', soap) ?? element.attribute('mustUnderstand'))
    ?.trim()
    .toLowerCase();
  return value === 'true' || value === '1';
}

type Draft = { -readonly [K in keyof RequestHeader]: RequestHeader[K] };

function readHeader(element: XmlElement, found: { messageId?: string; action?: string }): RequestHeader {
  // A fault names the message that it answers: these two first, whatever comes before them.
  const messageId = element.child(addressing, 'MessageID')?.text.trim().slice(0, 1024);
  if (messageId !== undefined && messageId !== '') found.messageId = messageId;
  const action = element.child(addressing, 'Action')?.text.trim();
  if (action !== undefined && action !== '') found.action = action;

  const header: Draft = { selectors: new Map(), options: [] };
  if (found.messageId !== undefined) header.messageId = found.messageId;
  if (found.action !== undefined) header.action = found.action;
  for (const child of element.children) {
    if (!readHeaderBlock(child, header) && mustUnderstand(child)) {
      const { namespace, localName } = child;
      throw new Refusal(wsmanFault('SOAP_FAULT_MUST_UNDERSTAND', { notUnderstood: { namespace, localName } }));
    }
  }
  return header;
}

/** Takes one header block; false when it is not known. */
function readHeaderBlock(child: XmlElement, header: Draft): boolean {
  switch (child.namespace) {
    case addressing:
      return readAddressing(child, header);
    case wsman:
      return readWsman(child, header);
    case wsmv:
      return readWsmv(child, header);
    case shell:
      if (child.localName !== 'CompressionType') return false;
      if (child.text.trim().toLowerCase() === 'xpress') header.compression = 'xpress';
      else return false;
      return true;
    default:
      return false;
  }
}

function readAddressing(child: XmlElement, header: Draft): boolean {
  switch (child.localName) {
    case 'To':
      header.to = uri(child.text);
      return true;
    case 'Action':
      uri(child.text);
      return true;
    case 'MessageID':
    case 'From':
    case 'FaultTo':
      return true;
    case 'ReplyTo': {
      const address = child.child(addressing, 'Address')?.text.trim();
      if (address !== undefined && address !== ANONYMOUS) {
        refuse(
          'INVALID_MESSAGE_INFORMATION_HEADER',
          'ReplyTo has to be the anonymous role: answers go back on the connection.',
        );
      }
      header.replyTo = ANONYMOUS;
      return true;
    }
    default:
      return false;
  }
}

function readWsman(child: XmlElement, header: Draft): boolean {
  switch (child.localName) {
    case 'ResourceURI':
      header.resourceUri = uri(child.text);
      return true;
    case 'MaxEnvelopeSize': {
      const size = integer(child, 'MaxEnvelopeSize');
      if (size < MINIMUM_ENVELOPE) refuse('MAX_ENVELOPE_SIZE');
      header.maxEnvelopeBytes = size;
      return true;
    }
    case 'OperationTimeout': {
      const ms = parseDuration(child.text);
      if (ms === undefined || ms <= 0) {
        refuse(
          'INVALID_MESSAGE_INFORMATION_HEADER',
          `The WS-Management service cannot process the request. The XML contains an invalid timeout field in the SOAP header: ${child.text.trim().slice(0, 64)}. `,
        );
      }
      header.operationTimeoutMs = ms;
      return true;
    }
    case 'Locale':
      setLocale(child, (value) => (header.locale = value));
      return true;
    case 'SelectorSet':
      header.selectors = readSelectors(child);
      return true;
    case 'OptionSet':
      header.options = readOptions(child);
      return true;
    case 'FragmentTransfer':
      return false;
    case 'RequestEPR':
    case 'RequestTotalItemsCountEstimate':
      return true;
    default:
      return false;
  }
}

function readWsmv(child: XmlElement, header: Draft): boolean {
  switch (child.localName) {
    case 'DataLocale':
      setLocale(child, (value) => (header.dataLocale = value));
      return true;
    case 'SessionId':
      header.sessionId = child.text.trim().slice(0, 256);
      return true;
    case 'OperationID':
      header.operationId = child.text.trim().slice(0, 256);
      return true;
    case 'SequenceId':
      header.sequenceId = integer(child, 'SequenceId');
      return true;
    case 'ActivityId':
      return true;
    default:
      return false;
  }
}

function setLocale(child: XmlElement, set: (value: string) => void): void {
  const tag = child.attribute('lang', XML_NAMESPACE)?.trim();
  // A language tag that is none must not reach the host's culture tables. masterzen's tests write `en_US`.
  if (tag !== undefined && /^[A-Za-z0-9_-]{1,85}$/.test(tag)) set(tag.replaceAll('_', '-'));
}

function uri(text: string): string {
  const value = text.trim();
  if (value.length > URI_LIMIT) refuse('URI_LIMIT');
  return value;
}

function integer(child: XmlElement, name: string): number {
  const text = child.text.trim();
  if (!/^\d{1,15}$/.test(text)) refuse('INVALID_MESSAGE_INFORMATION_HEADER', `The header ${name} is not a number.`);
  return Number(text);
}

function readSelectors(element: XmlElement): ReadonlyMap<string, string> {
  const selectors = new Map<string, string>();
  for (const selector of element.childrenNamed(wsman, 'Selector')) {
    const name = selector.attribute('Name');
    if (name !== undefined) selectors.set(name, selector.text.trim());
  }
  return selectors;
}

function readOptions(element: XmlElement): readonly WsmanOption[] {
  const options: WsmanOption[] = [];
  for (const option of element.childrenNamed(wsman, 'Option')) {
    const name = option.attribute('Name');
    if (name === undefined) continue;
    const comply = option.attribute('MustComply')?.trim().toLowerCase();
    options.push({ name, value: option.text.trim(), mustComply: comply === 'true' || comply === '1' });
  }
  return options;
}

function readBody(operation: OperationName, body: XmlElement | undefined): RequestBody {
  switch (operation) {
    case 'create':
      return { type: 'create', shell: body === undefined ? NO_SHELL : readShell(expect(body, shell, 'Shell')) };
    case 'delete':
      return { type: 'delete' };
    case 'get':
      return { type: 'get' };
    case 'enumerate':
      return readEnumerate(expect(body, enumeration, 'Enumerate'));
    case 'pull': {
      const pull = expect(body, enumeration, 'Pull');
      return { type: 'pull', context: contextOf(pull), ...maxElements(pull) };
    }
    case 'release':
      return { type: 'release', context: contextOf(expect(body, enumeration, 'Release')) };
    case 'command':
      return body === undefined
        ? { type: 'command', command: '', arguments: [] }
        : readCommand(expect(body, shell, 'CommandLine'));
    case 'send':
      return { type: 'send', streams: readStreams(expect(body, shell, 'Send')) };
    case 'receive':
      return readReceive(expect(body, shell, 'Receive'));
    case 'signal': {
      const signal = expect(body, shell, 'Signal');
      const code = signal.child(shell, 'Code')?.text.trim();
      if (code === undefined) refuse('SCHEMA_VALIDATION_ERROR', 'Signal has no Code.');
      return { type: 'signal', ...commandIdOf(signal), code };
    }
    case 'disconnect': {
      const element = body === undefined ? undefined : expect(body, shell, 'Disconnect');
      const bufferMode = readBufferMode(element?.child(shell, 'BufferMode')?.text);
      return {
        type: 'disconnect',
        ...(element === undefined ? {} : timeoutOf(element, 'IdleTimeOut', 'idleTimeoutMs')),
        ...(bufferMode === undefined ? {} : { bufferMode }),
      };
    }
    case 'reconnect':
      return { type: 'reconnect', ...(body === undefined ? {} : commandIdOf(expect(body, shell, 'Reconnect'))) };
    case 'connect': {
      const connect = expect(body, shell, 'Connect');
      const data = connect.child(powershell, 'connectXml');
      return {
        type: 'connect',
        ...commandIdOf(connect),
        ...(data === undefined ? {} : { connectData: base64Of(data, 'connectXml') }),
      };
    }
  }
}

const NO_SHELL: ShellRequest = { inputStreams: [], outputStreams: [] };

function expect(body: XmlElement | undefined, namespace: string, localName: string): XmlElement {
  if (body?.is(namespace, localName) !== true) {
    return refuse('SCHEMA_VALIDATION_ERROR', `The body of this action has to be the element ${localName}.`);
  }
  return body;
}

function commandIdOf(element: XmlElement): { readonly commandId?: string } {
  const commandId = element.attribute('CommandId')?.trim();
  return commandId === undefined || commandId === '' ? {} : { commandId };
}

function base64Of(element: XmlElement, name: string): Uint8Array {
  const bytes = element.base64();
  return bytes ?? refuse('SCHEMA_VALIDATION_ERROR', `The content of ${name} is not base64.`);
}

function timeoutOf<K extends string>(element: XmlElement, name: string, key: K): { readonly [P in K]?: number } {
  const text = element.child(shell, name)?.text;
  if (text === undefined) return {};
  const ms = parseDuration(text);
  if (ms === undefined) refuse('SCHEMA_VALIDATION_ERROR', `The element ${name} is not a duration.`);
  return { [key]: ms } as { readonly [P in K]?: number };
}

function readShell(element: XmlElement): ShellRequest {
  const shellId = element.attribute('ShellId')?.trim();
  const name = element.attribute('Name') ?? element.child(shell, 'Name')?.text;
  const creation = element.child(powershell, 'creationXml');
  const directory = element.child(shell, 'WorkingDirectory')?.text;
  const environment = readEnvironment(element);
  const bufferMode = readBufferMode(element.child(shell, 'BufferMode')?.text);
  return {
    ...(shellId === undefined || shellId === '' ? {} : { shellId }),
    ...(name === undefined ? {} : { name }),
    inputStreams: words(element.child(shell, 'InputStreams')?.text),
    outputStreams: words(element.child(shell, 'OutputStreams')?.text),
    ...timeoutOf(element, 'IdleTimeOut', 'idleTimeoutMs'),
    ...timeoutOf(element, 'Lifetime', 'lifetimeMs'),
    ...(bufferMode === undefined ? {} : { bufferMode }),
    ...(creation === undefined ? {} : { creationData: base64Of(creation, 'creationXml') }),
    ...(directory === undefined || directory === '' ? {} : { workingDirectory: directory }),
    ...(environment === undefined ? {} : { environment }),
  };
}

function readCommand(line: XmlElement): RequestBody {
  return {
    type: 'command',
    ...commandIdOf(line),
    command: line.child(shell, 'Command')?.text ?? '',
    arguments: line.childrenNamed(shell, 'Arguments').map((argument) => argument.text),
  };
}

function readStreams(send: XmlElement): readonly InputStreamData[] {
  const streams = send.childrenNamed(shell, 'Stream').map(
    (stream): InputStreamData => ({
      name: stream.attribute('Name')?.trim() ?? '',
      ...commandIdOf(stream),
      data: base64Of(stream, 'Stream'),
      end: /^(?:true|1)$/i.test(stream.attribute('End')?.trim() ?? ''),
    }),
  );
  if (streams.length === 0) refuse('SCHEMA_VALIDATION_ERROR', 'Send has no Stream.');
  return streams;
}

function readReceive(receive: XmlElement): RequestBody {
  const stream = receive.child(shell, 'DesiredStream');
  const sequence = receive.attribute('SequenceId')?.trim();
  return {
    type: 'receive',
    ...(stream === undefined ? {} : commandIdOf(stream)),
    streams: words(stream?.text),
    ...(sequence !== undefined && /^\d{1,15}$/.test(sequence) ? { sequenceId: Number(sequence) } : {}),
  };
}

function readEnumerate(element: XmlElement): RequestBody {
  const filter = element.child(wsman, 'Filter');
  const dialect = filter?.attribute('Dialect')?.trim();
  const selectors = filter?.child(wsman, 'SelectorSet');
  const bySelector = filter !== undefined && (dialect === undefined || dialect === SELECTOR_FILTER);
  return {
    type: 'enumerate',
    optimize: element.child(wsman, 'OptimizeEnumeration') !== undefined,
    ...maxElements(element),
    ...(bySelector ? { filter: selectors === undefined ? new Map<string, string>() : readSelectors(selectors) } : {}),
    ...(filter === undefined || bySelector ? {} : { otherDialect: dialect ?? '' }),
  };
}

function maxElements(element: XmlElement): { readonly maxElements?: number } {
  const text = (element.child(wsman, 'MaxElements') ?? element.child(enumeration, 'MaxElements'))?.text.trim();
  if (text === undefined) return {};
  if (!/^\d{1,15}$/.test(text) || Number(text) < 1)
    refuse('SCHEMA_VALIDATION_ERROR', 'MaxElements is not a number above 0.');
  return { maxElements: Number(text) };
}

function contextOf(element: XmlElement): string {
  return element.child(enumeration, 'EnumerationContext')?.text.trim() ?? '';
}
