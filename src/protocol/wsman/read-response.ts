/** Envelopes of servers: Windows, OMI and whatever else answers. Prefixes, missing headers and order do not matter. */
import { tryParseGuid } from '../bytes/index.js';
import { RemoteProtocolError } from '../errors/index.js';
import { parseXml, type XmlElement } from '../xml/index.js';
import { readFault } from './fault-codec.js';
import type {
  CommandStateData,
  EnumerationItem,
  OutputStreamData,
  ResponseBody,
  ResponseHeader,
  WsmanResponse,
} from './messages.js';
import { Namespace } from './names.js';
import { ENVELOPE_LIMITS, type EnvelopeReadOptions } from './read-request.js';
import { readCommandListing, readShellListing, words } from './shell-codec.js';

const { soap, addressing, wsman, wsmv, shell, enumeration, powershell, config, identity } = Namespace;

/** @throws {RemoteProtocolError} the bytes are no SOAP envelope, or its body is not what its name says. */
export function readResponse(envelope: Uint8Array, options: EnvelopeReadOptions = {}): WsmanResponse {
  const root = parseXml(envelope, { ...options, limits: { ...ENVELOPE_LIMITS, ...options.limits } });
  if (!root.is(soap, 'Envelope')) {
    throw new RemoteProtocolError(
      `The answer is no SOAP envelope; its root element is '${root.localName.slice(0, 64)}'.`,
      {
        rule: 'protocol.md 7',
      },
    );
  }
  const body = root.child(soap, 'Body');
  if (body === undefined) throw new RemoteProtocolError('The answer has no SOAP body.', { rule: 'protocol.md 7' });
  return { header: readResponseHeader(root.child(soap, 'Header')), body: readResponseBody(body) };
}

function readResponseHeader(header: XmlElement | undefined): ResponseHeader {
  const text = (namespace: string, name: string): string | undefined => header?.child(namespace, name)?.text.trim();
  const action = text(addressing, 'Action');
  const messageId = text(addressing, 'MessageID');
  const relatesTo = text(addressing, 'RelatesTo');
  const to = text(addressing, 'To');
  const activityId = tryParseGuid(text(wsmv, 'ActivityId')?.replace(/^uuid:/i, '') ?? '');
  return {
    ...(action === undefined ? {} : { action }),
    ...(messageId === undefined ? {} : { messageId }),
    ...(relatesTo === undefined ? {} : { relatesTo }),
    ...(to === undefined ? {} : { to }),
    ...(activityId === undefined ? {} : { activityId }),
  };
}

function readResponseBody(body: XmlElement): ResponseBody {
  const fault = body.child(soap, 'Fault');
  if (fault !== undefined) return { type: 'fault', fault: readFault(fault) };
  const first = body.children[0];
  if (first === undefined) return { type: 'empty' };
  // WS-Transfer's element; go-psrp's tests put it in the namespace of WS-Management.
  if (first.localName === 'ResourceCreated') return readCreated(body, first);
  switch (first.namespace) {
    case shell:
      return readShellBody(first);
    case enumeration:
      if (first.localName === 'EnumerateResponse' || first.localName === 'PullResponse') return readEnumerated(first);
      return other(first);
    case config:
      return { type: 'config', config: readConfig(first) };
    case identity:
      return first.localName === 'IdentifyResponse' ? readIdentified(first) : other(first);
    case soap:
      // OMI puts the outer element of its identify answer into SOAP's namespace.
      return first.localName === 'IdentifyResponse' ? readIdentified(first) : other(first);
    default:
      return other(first);
  }
}

function other(element: XmlElement): ResponseBody {
  return { type: 'other', namespace: element.namespace, localName: element.localName };
}

function readShellBody(element: XmlElement): ResponseBody {
  switch (element.localName) {
    case 'Shell':
      return { type: 'shell', shell: readShellListing(element) };
    case 'CommandResponse': {
      const commandId = element.child(shell, 'CommandId')?.text.trim();
      if (commandId === undefined || commandId === '') {
        throw new RemoteProtocolError('CommandResponse has no CommandId.', { rule: 'protocol.md 7.5' });
      }
      return { type: 'commandCreated', commandId };
    }
    case 'SendResponse':
      return { type: 'sent' };
    case 'SignalResponse':
      return { type: 'signalled' };
    case 'ReceiveResponse':
      return readReceived(element);
    case 'ConnectResponse': {
      const data = element.child(powershell, 'connectResponseXml');
      const input = element.child(shell, 'InputStreams')?.text;
      const output = element.child(shell, 'OutputStreams')?.text;
      return {
        type: 'connected',
        ...(input === undefined ? {} : { inputStreams: words(input) }),
        ...(output === undefined ? {} : { outputStreams: words(output) }),
        ...(data === undefined ? {} : { connectResponseData: base64Of(data, 'connectResponseXml') }),
      };
    }
    case 'DisconnectResponse':
    case 'ReconnectResponse':
      return { type: 'empty' };
    default:
      return other(element);
  }
}

function base64Of(element: XmlElement, name: string): Uint8Array {
  const bytes = element.base64();
  if (bytes === undefined) {
    throw new RemoteProtocolError(`The content of ${name} is not base64.`, { where: name, rule: 'protocol.md 7.6' });
  }
  return bytes;
}

function commandIdOf(element: XmlElement): { readonly commandId?: string } {
  const commandId = element.attribute('CommandId')?.trim();
  return commandId === undefined || commandId === '' ? {} : { commandId };
}

function readReceived(element: XmlElement): ResponseBody {
  const streams: OutputStreamData[] = [];
  let commandState: CommandStateData | undefined;
  for (const child of element.children) {
    if (child.is(shell, 'Stream')) {
      streams.push({
        name: child.attribute('Name')?.trim() ?? '',
        ...commandIdOf(child),
        data: base64Of(child, 'Stream'),
        end: /^(?:true|1)$/i.test(child.attribute('End')?.trim() ?? ''),
      });
    } else if (child.is(shell, 'CommandState')) {
      commandState = readCommandState(child);
    }
  }
  return { type: 'received', streams, ...(commandState === undefined ? {} : { commandState }) };
}

function readCommandState(element: XmlElement): CommandStateData {
  const uri = element.attribute('State')?.trim() ?? '';
  const word = uri.slice(uri.lastIndexOf('/') + 1);
  const exit = element.child(shell, 'ExitCode')?.text.trim();
  // An exit code is a 32-bit number; peers write it signed and unsigned. protocol.md 9.4
  const exitCode = exit !== undefined && /^-?\d{1,10}$/.test(exit) ? Number(exit) | 0 : undefined;
  return {
    ...commandIdOf(element),
    // go-psrp takes the presence of ExitCode as the end; so does this reader.
    state:
      word === 'Done' || (exitCode !== undefined && word !== 'Pending')
        ? 'Done'
        : word === 'Pending'
          ? 'Pending'
          : 'Running',
    ...(exitCode === undefined ? {} : { exitCode }),
  };
}

function readCreated(body: XmlElement, created: XmlElement): ResponseBody {
  const parameters = created.child(addressing, 'ReferenceParameters');
  const selectors = parameters?.child(wsman, 'SelectorSet')?.childrenNamed(wsman, 'Selector') ?? [];
  const selector = selectors.find((element) => element.attribute('Name')?.toLowerCase() === 'shellid')?.text.trim();
  const shellElement = body.child(shell, 'Shell');
  const listing = shellElement === undefined ? undefined : readShellListing(shellElement);
  const shellId = selector ?? listing?.shellId ?? '';
  if (shellId === '') throw new RemoteProtocolError('CreateResponse names no ShellId.', { rule: 'protocol.md 7.4' });
  const resourceUri = parameters?.child(wsman, 'ResourceURI')?.text.trim();
  const address = created.child(addressing, 'Address')?.text.trim();
  return {
    type: 'created',
    shellId,
    ...(resourceUri === undefined ? {} : { resourceUri }),
    ...(address === undefined ? {} : { address }),
    ...(listing === undefined ? {} : { shell: listing }),
  };
}

function readEnumerated(element: XmlElement): ResponseBody {
  const context = element.child(enumeration, 'EnumerationContext')?.text.trim();
  const items: EnumerationItem[] = [];
  // Optimized answers have Items in WS-Management's namespace, Pull answers in WS-Enumeration's. protocol.md 7.7
  const holder = element.child(wsman, 'Items') ?? element.child(enumeration, 'Items');
  for (const child of holder?.children ?? []) {
    const item = child.is(wsman, 'Item') ? (child.children[0] ?? child) : child;
    if (item.is(shell, 'Shell')) items.push({ type: 'shell', shell: readShellListing(item) });
    else if (item.is(shell, 'Command')) {
      const command = readCommandListing(item);
      if (command !== undefined) items.push({ type: 'command', command });
    }
  }
  const end =
    element.child(wsman, 'EndOfSequence') !== undefined || element.child(enumeration, 'EndOfSequence') !== undefined;
  return {
    type: 'enumerated',
    pulled: element.localName === 'PullResponse',
    ...(context === undefined || context === '' ? {} : { context }),
    items,
    end,
  };
}

function readConfig(element: XmlElement): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const walk = (parent: XmlElement, path: string): void => {
    for (const child of parent.children) {
      const name = path === '' ? child.localName : `${path}/${child.localName}`;
      if (child.children.length > 0) walk(child, name);
      else values.set(name, child.text.trim());
    }
  };
  walk(element, '');
  return values;
}

function readIdentified(element: XmlElement): ResponseBody {
  const text = (name: string): string | undefined => element.child(identity, name)?.text.trim();
  const protocolVersion = text('ProtocolVersion');
  const productVendor = text('ProductVendor');
  const productVersion = text('ProductVersion');
  const profiles = element.child(identity, 'SecurityProfiles')?.childrenNamed(identity, 'SecurityProfileName') ?? [];
  return {
    type: 'identified',
    ...(protocolVersion === undefined ? {} : { protocolVersion }),
    ...(productVendor === undefined ? {} : { productVendor }),
    ...(productVersion === undefined ? {} : { productVersion }),
    securityProfiles: profiles.map((profile) => profile.text.trim()),
  };
}
