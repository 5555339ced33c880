/** Requests and answers to bytes. Base64 payloads never become strings. protocol.md 7.2 - 7.10 */
import { formatSecondsDuration } from '../bytes/index.js';
import { XmlWriter } from '../xml/index.js';
import { faultAction, writeFaultBody } from './fault-codec.js';
import type {
  CommandStateData,
  EnumerationItem,
  OutputStreamData,
  RequestBody,
  RequestHeader,
  RequestType,
  ResponseBody,
  ServiceConfig,
  ShellRequest,
  WsmanRequest,
} from './messages.js';
import { Action, ANONYMOUS, CommandStateUri, Namespace, SELECTOR_FILTER, wireId } from './names.js';
import { writeCommandListing, writeShellListing } from './shell-codec.js';

const DECLARATIONS = {
  'xmlns:s': Namespace.soap,
  'xmlns:a': Namespace.addressing,
  'xmlns:x': Namespace.transfer,
  'xmlns:n': Namespace.enumeration,
  'xmlns:w': Namespace.wsman,
  'xmlns:rsp': Namespace.shell,
  'xmlns:p': Namespace.wsmv,
} as const;
const MUST = { 's:mustUnderstand': 'true' } as const;
const MAY = { 's:mustUnderstand': 'false' } as const;

export function writeRequest(request: WsmanRequest): Uint8Array {
  const writer = new XmlWriter();
  if (request.body.type === 'identify') {
    writer.start('s:Envelope', { 'xmlns:s': Namespace.soap, 'xmlns:wsmid': Namespace.identity });
    writer.element('s:Header').start('s:Body').element('wsmid:Identify').end().end();
    return writer.toBytes();
  }
  writer.start('s:Envelope', DECLARATIONS);
  writeRequestHeader(writer, request.header, request.header.action ?? Action[request.body.type]);
  writer.start('s:Body');
  writeRequestBody(writer, request.body);
  writer.end().end();
  return writer.toBytes();
}

function writeRequestHeader(writer: XmlWriter, header: RequestHeader, action: string): void {
  writer.start('s:Header');
  if (header.to !== undefined) writer.element('a:To', header.to);
  if (header.resourceUri !== undefined) writer.element('w:ResourceURI', header.resourceUri, MUST);
  writer
    .start('a:ReplyTo')
    .element('a:Address', header.replyTo ?? ANONYMOUS, MUST)
    .end();
  writer.element('a:Action', action, MUST);
  if (header.maxEnvelopeBytes !== undefined) writer.element('w:MaxEnvelopeSize', String(header.maxEnvelopeBytes), MUST);
  if (header.messageId !== undefined) writer.element('a:MessageID', header.messageId);
  if (header.locale !== undefined) writer.element('w:Locale', '', { 'xml:lang': header.locale, ...MAY });
  if (header.dataLocale !== undefined) writer.element('p:DataLocale', '', { 'xml:lang': header.dataLocale, ...MAY });
  if (header.sessionId !== undefined) writer.element('p:SessionId', header.sessionId, MAY);
  if (header.operationId !== undefined) writer.element('p:OperationID', header.operationId, MAY);
  if (header.sequenceId !== undefined) writer.element('p:SequenceId', String(header.sequenceId), MAY);
  if (header.compression !== undefined) writer.element('rsp:CompressionType', header.compression, MUST);
  if (header.selectors.size > 0) writeSelectors(writer, header.selectors);
  if (header.options.length > 0) {
    writer.start('w:OptionSet', MUST);
    for (const option of header.options) {
      writer.element('w:Option', option.value, {
        Name: option.name,
        MustComply: option.mustComply ? 'true' : undefined,
      });
    }
    writer.end();
  }
  if (header.operationTimeoutMs !== undefined) {
    writer.element('w:OperationTimeout', formatSecondsDuration(header.operationTimeoutMs));
  }
  writer.end();
}

function writeSelectors(writer: XmlWriter, selectors: ReadonlyMap<string, string>): void {
  writer.start('w:SelectorSet');
  for (const [name, value] of selectors) writer.element('w:Selector', value, { Name: name });
  writer.end();
}

const commandId = (id: string | undefined): string | undefined => (id === undefined ? undefined : wireId(id));

function writeRequestBody(writer: XmlWriter, body: RequestBody): void {
  switch (body.type) {
    case 'create':
      return writeShellRequest(writer, body.shell);
    case 'delete':
    case 'get':
    case 'identify':
      return;
    case 'enumerate': {
      writer.start('n:Enumerate');
      if (body.optimize) writer.element('w:OptimizeEnumeration');
      if (body.maxElements !== undefined) writer.element('w:MaxElements', String(body.maxElements));
      if (body.filter !== undefined) {
        writer.start('w:Filter', { Dialect: SELECTOR_FILTER });
        writeSelectors(writer, body.filter);
        writer.end();
      }
      writer.end();
      return;
    }
    case 'pull':
      writer.start('n:Pull').element('n:EnumerationContext', body.context);
      if (body.maxElements !== undefined) writer.element('n:MaxElements', String(body.maxElements));
      writer.end();
      return;
    case 'release':
      writer.start('n:Release').element('n:EnumerationContext', body.context).end();
      return;
    case 'command':
      writer.start('rsp:CommandLine', { CommandId: commandId(body.commandId) });
      writer.element('rsp:Command', body.command);
      for (const argument of body.arguments) writer.element('rsp:Arguments', argument);
      writer.end();
      return;
    case 'send':
      writer.start('rsp:Send');
      for (const stream of body.streams) {
        writer.start('rsp:Stream', {
          Name: stream.name,
          CommandId: commandId(stream.commandId),
          End: stream.end ? 'true' : undefined,
        });
        writer.base64(stream.data).end();
      }
      writer.end();
      return;
    case 'receive':
      writer.start('rsp:Receive', { SequenceId: body.sequenceId === undefined ? undefined : String(body.sequenceId) });
      writer.element('rsp:DesiredStream', body.streams.join(' '), { CommandId: commandId(body.commandId) });
      writer.end();
      return;
    case 'signal':
      writer.start('rsp:Signal', { CommandId: commandId(body.commandId) });
      writer.element('rsp:Code', body.code).end();
      return;
    case 'disconnect':
      writer.start('rsp:Disconnect');
      if (body.idleTimeoutMs !== undefined)
        writer.element('rsp:IdleTimeOut', formatSecondsDuration(body.idleTimeoutMs));
      if (body.bufferMode !== undefined) writer.element('rsp:BufferMode', body.bufferMode);
      writer.end();
      return;
    case 'reconnect':
      writer.start('rsp:Reconnect', { CommandId: commandId(body.commandId) }).end();
      return;
    case 'connect':
      writer.start('rsp:Connect', { CommandId: commandId(body.commandId) });
      if (body.connectData !== undefined) {
        writer.start('connectXml', { xmlns: Namespace.powershell }).base64(body.connectData).end();
      }
      writer.end();
      return;
  }
}

function writeShellRequest(writer: XmlWriter, shell: ShellRequest): void {
  writer.start('rsp:Shell', { ShellId: commandId(shell.shellId), Name: shell.name });
  if (shell.environment !== undefined && shell.environment.size > 0) {
    writer.start('rsp:Environment');
    for (const [name, value] of shell.environment) writer.element('rsp:Variable', value, { Name: name });
    writer.end();
  }
  if (shell.workingDirectory !== undefined) writer.element('rsp:WorkingDirectory', shell.workingDirectory);
  if (shell.lifetimeMs !== undefined) writer.element('rsp:Lifetime', formatSecondsDuration(shell.lifetimeMs));
  if (shell.idleTimeoutMs !== undefined) writer.element('rsp:IdleTimeOut', formatSecondsDuration(shell.idleTimeoutMs));
  if (shell.bufferMode !== undefined) writer.element('rsp:BufferMode', shell.bufferMode);
  writer.element('rsp:InputStreams', shell.inputStreams.join(' '));
  writer.element('rsp:OutputStreams', shell.outputStreams.join(' '));
  if (shell.creationData !== undefined) {
    writer.start('creationXml', { xmlns: Namespace.powershell }).base64(shell.creationData).end();
  }
  writer.end();
}

/** The answer's action; a fault names its own. */
export function responseAction(request: RequestType, body: ResponseBody): string {
  if (body.type === 'fault') return faultAction(body.fault);
  return request === 'identify' ? '' : `${Action[request]}Response`;
}

export interface ResponseEnvelope {
  /** Of the request that is answered; decides the action. Undefined for a request that could not be read. */
  readonly request: RequestType | undefined;
  /** `uuid:` and a GUID. */
  readonly messageId: string;
  /** The request's MessageID, unchanged. protocol.md 10, trap 44 */
  readonly relatesTo?: string;
  readonly body: ResponseBody;
}

export function writeResponse(response: ResponseEnvelope): Uint8Array {
  const writer = new XmlWriter();
  const { body } = response;
  if (body.type === 'identified') {
    writer.start('s:Envelope', { 'xml:lang': 'en-US', 'xmlns:s': Namespace.soap });
    writer.element('s:Header').start('s:Body');
    writeIdentified(writer, body);
    writer.end().end();
    return writer.toBytes();
  }
  writer.start('s:Envelope', { 'xml:lang': 'en-US', ...DECLARATIONS });
  writer.start('s:Header');
  writer.element('a:Action', responseAction(response.request ?? 'get', body));
  writer.element('a:MessageID', response.messageId);
  writer.element('a:To', ANONYMOUS);
  if (response.relatesTo !== undefined) writer.element('a:RelatesTo', response.relatesTo);
  if (body.type === 'fault' && body.fault.notUnderstood !== undefined) {
    const { namespace, localName } = body.fault.notUnderstood;
    if (namespace === '') writer.element('s:NotUnderstood', '', { qname: localName });
    else writer.element('s:NotUnderstood', '', { qname: `h:${localName}`, 'xmlns:h': namespace });
  }
  writer.end();
  writer.start('s:Body');
  writeResponseBody(writer, body);
  // An explicit end tag: Windows writes an empty body as a pair.
  writer.raw('').end().end();
  return writer.toBytes();
}

function writeResponseBody(writer: XmlWriter, body: ResponseBody): void {
  switch (body.type) {
    case 'created':
      writer.start('x:ResourceCreated');
      if (body.address !== undefined) writer.element('a:Address', body.address);
      writer.start('a:ReferenceParameters');
      if (body.resourceUri !== undefined) writer.element('w:ResourceURI', body.resourceUri);
      writer.start('w:SelectorSet').element('w:Selector', wireId(body.shellId), { Name: 'ShellId' }).end();
      writer.end().end();
      if (body.shell !== undefined) writeShellListing(writer, body.shell);
      return;
    case 'empty':
    case 'other':
      return;
    case 'shell':
      writeShellListing(writer, body.shell);
      return;
    case 'config':
      writeConfig(writer, body.config);
      return;
    case 'enumerated':
      writeEnumerated(writer, body);
      return;
    case 'commandCreated':
      writer.start('rsp:CommandResponse').element('rsp:CommandId', wireId(body.commandId)).end();
      return;
    case 'sent':
      writer.element('rsp:SendResponse');
      return;
    case 'signalled':
      writer.element('rsp:SignalResponse');
      return;
    case 'received':
      writer.start('rsp:ReceiveResponse');
      for (const stream of body.streams) writeStream(writer, stream);
      if (body.commandState !== undefined) writeCommandState(writer, body.commandState);
      writer.end();
      return;
    case 'connected':
      writer.start('rsp:ConnectResponse');
      if (body.inputStreams !== undefined) writer.element('rsp:InputStreams', body.inputStreams.join(' '));
      if (body.outputStreams !== undefined) writer.element('rsp:OutputStreams', body.outputStreams.join(' '));
      if (body.connectResponseData !== undefined) {
        writer.start('connectResponseXml', { xmlns: Namespace.powershell }).base64(body.connectResponseData).end();
      }
      writer.end();
      return;
    case 'identified':
      writeIdentified(writer, body);
      return;
    case 'fault':
      writeFaultBody(writer, body.fault);
      return;
  }
}

function writeStream(writer: XmlWriter, stream: OutputStreamData): void {
  const attributes = {
    Name: stream.name,
    CommandId: commandId(stream.commandId),
    End: stream.end ? 'true' : undefined,
  };
  if (stream.data.length === 0) writer.emptyPair('rsp:Stream', attributes);
  else writer.start('rsp:Stream', attributes).base64(stream.data).end();
}

function writeCommandState(writer: XmlWriter, state: CommandStateData): void {
  const uri =
    state.state === 'Done'
      ? CommandStateUri.done
      : state.state === 'Pending'
        ? CommandStateUri.pending
        : CommandStateUri.running;
  writer.start('rsp:CommandState', { CommandId: commandId(state.commandId), State: uri });
  if (state.state === 'Done') writer.element('rsp:ExitCode', String(state.exitCode ?? 0));
  writer.end();
}

function writeEnumerated(writer: XmlWriter, body: Extract<ResponseBody, { readonly type: 'enumerated' }>): void {
  const prefix = body.pulled ? 'n' : 'w';
  writer.start(body.pulled ? 'n:PullResponse' : 'n:EnumerateResponse');
  writer.emptyOrText('n:EnumerationContext', body.context ?? '');
  if (body.items.length > 0 || body.written !== undefined) {
    writer.start(`${prefix}:Items`);
    for (const item of body.items) writeItem(writer, item);
    if (body.written !== undefined) writer.raw(body.written);
    writer.end();
  }
  if (body.end) writer.element(`${prefix}:EndOfSequence`);
  writer.end();
}

/** One item of an enumeration, as it stands inside `Items`. */
export function writeItem(writer: XmlWriter, item: EnumerationItem): void {
  if (item.type === 'shell') writeShellListing(writer, item.shell);
  else writeCommandListing(writer, item.command);
}

/** Paths such as `Service/Auth/Basic`, in document order, become nested elements. */
function writeConfig(writer: XmlWriter, config: ServiceConfig): void {
  writer.start('cfg:Config', { 'xmlns:cfg': Namespace.config });
  let open: readonly string[] = [];
  for (const [path, value] of config) {
    const parts = path.split('/');
    const parents = parts.slice(0, -1);
    let shared = 0;
    while (shared < open.length && shared < parents.length && open[shared] === parents[shared]) shared += 1;
    for (let level = open.length; level > shared; level -= 1) writer.end();
    for (const name of parents.slice(shared)) writer.start(`cfg:${name}`);
    writer.emptyOrText(`cfg:${parts[parts.length - 1] ?? ''}`, value);
    open = parents;
  }
  for (let level = open.length; level > 0; level -= 1) writer.end();
  writer.end();
}

function writeIdentified(writer: XmlWriter, body: Extract<ResponseBody, { readonly type: 'identified' }>): void {
  writer.start('wsmid:IdentifyResponse', { 'xmlns:wsmid': Namespace.identity });
  writer.element('wsmid:ProtocolVersion', body.protocolVersion ?? Namespace.wsman);
  if (body.productVendor !== undefined) writer.element('wsmid:ProductVendor', body.productVendor);
  if (body.productVersion !== undefined) writer.element('wsmid:ProductVersion', body.productVersion);
  if (body.securityProfiles.length > 0) {
    writer.start('wsmid:SecurityProfiles');
    for (const profile of body.securityProfiles) writer.element('wsmid:SecurityProfileName', profile);
    writer.end();
  }
  writer.end();
}
