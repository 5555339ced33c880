/** Faults in and out of `s:Fault`. protocol.md 7.12 */
import { TRANSPORT_ERRORS, WsmanFaultError, type ErrorCategoryName } from '../errors/index.js';
import type { XmlElement, XmlWriter } from '../xml/index.js';
import type { WsmanFault } from './fault.js';
import { FaultAction, Namespace, PREFIXES } from './names.js';

const ROLES = ['Sender', 'Receiver', 'MustUnderstand', 'VersionMismatch', 'DataEncodingUnknown'] as const;

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const bounded = (text: string): string => (text.length > 65_536 ? text.slice(0, 65_536) : text);

/** Reads `s:Fault`. Real servers leave out nearly everything; what is missing stays missing. */
export function readFault(fault: XmlElement): WsmanFault {
  const code = fault.child(Namespace.soap, 'Code');
  const role = localPart(code?.child(Namespace.soap, 'Value')?.text ?? '');
  const subValue = code?.child(Namespace.soap, 'Subcode')?.child(Namespace.soap, 'Value');
  const detail = fault.child(Namespace.soap, 'Detail');
  const reason = squeeze(bounded(fault.child(Namespace.soap, 'Reason')?.child(Namespace.soap, 'Text')?.text ?? ''));
  const wsman = findDeep(detail, 'WSManFault', 0);
  const cim = wsman === undefined ? findDeep(detail, 'MSFT_WmiError', 0) : undefined;
  const faultDetail = detail?.child(Namespace.wsman, 'FaultDetail')?.text.trim();
  const codeNumber =
    number32(wsman?.attribute('Code')) ?? number32(cim?.children.find((e) => e.localName === 'error_Code')?.text);
  const machine = wsman?.attribute('Machine');
  const messageElement = wsman?.children.find((element) => element.localName === 'Message');
  const message =
    messageElement === undefined
      ? squeeze(cim?.children.find((element) => element.localName === 'Message')?.text ?? '')
      : squeeze(bounded(messageElement.text));
  const provider = messageElement?.children.find((element) => element.localName === 'ProviderFault');
  const path = provider?.attribute('path');
  const subcode = subValue === undefined ? undefined : canonicalQName(subValue);
  const redirect = findDeep(detail, 'RedirectLocation', 0)?.text.trim();
  return {
    role: ROLES.find((known) => known === role) ?? 'Receiver',
    ...(subcode === undefined ? {} : { subcode }),
    reason,
    ...(faultDetail === undefined || faultDetail === '' ? {} : { detail: faultDetail }),
    ...(codeNumber === undefined ? {} : { code: codeNumber }),
    ...(machine === undefined || machine === '' ? {} : { machine }),
    ...(message === '' ? {} : { message }),
    ...(provider === undefined
      ? {}
      : {
          provider: {
            name: provider.attribute('provider') ?? '',
            ...(path === undefined ? {} : { path }),
            text: providerText(provider),
          },
        }),
    ...(redirect === undefined ? {} : { redirect }),
  };
}

/** The text of a ProviderFault: its own, and what a nested WSManFault says. */
function providerText(provider: XmlElement): string {
  const nested = findDeep(provider, 'WSManFault', 0);
  const text = squeeze(bounded(nested === undefined ? provider.deepText : `${provider.text} ${nested.deepText}`));
  return text;
}

function localPart(qname: string): string {
  const trimmed = qname.trim();
  return trimmed.slice(trimmed.indexOf(':') + 1);
}

/** `w:InvalidSelectors` whatever prefix the peer uses. An unbound prefix is kept: go-psrp's tests have one. */
function canonicalQName(element: XmlElement): string | undefined {
  const text = element.text.trim();
  if (text === '') return undefined;
  const resolved = element.resolveQName(text);
  if (resolved === undefined) return text;
  const known = PREFIXES.find(([, uri]) => uri === resolved.namespace);
  if (known !== undefined) return `${known[0]}:${resolved.localName}`;
  return resolved.namespace === '' ? resolved.localName : `{${resolved.namespace}}${resolved.localName}`;
}

function findDeep(element: XmlElement | undefined, localName: string, depth: number): XmlElement | undefined {
  if (element === undefined || depth > 16) return undefined;
  for (const child of element.children) {
    if (child.localName === localName) return child;
    const found = findDeep(child, localName, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Decimal, `0x` hexadecimal and negative forms of a 32-bit code. */
function number32(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (!/^(?:-?\d{1,10}|0x[0-9a-fA-F]{1,8})$/.test(trimmed)) return undefined;
  return Number(trimmed) >>> 0;
}

/** The SOAP action of a fault. protocol.md 7.2 */
export function faultAction(fault: WsmanFault): string {
  if (fault.subcode?.startsWith('n:') === true) return FaultAction.enumeration;
  if (fault.subcode?.startsWith('a:') === true) return FaultAction.addressing;
  return fault.role === 'Sender' || fault.role === 'Receiver' ? FaultAction.wsman : FaultAction.addressing;
}

/** Writes the content of `s:Body` for a fault. All prefixes in use are declared on the envelope. */
export function writeFaultBody(writer: XmlWriter, fault: WsmanFault): void {
  writer.start('s:Fault').start('s:Code').element('s:Value', `s:${fault.role}`);
  if (fault.subcode !== undefined) writer.start('s:Subcode').element('s:Value', fault.subcode).end();
  writer.end();
  writer.start('s:Reason').element('s:Text', fault.reason, { 'xml:lang': 'en-US' }).end();
  if (fault.code !== undefined || fault.detail !== undefined) {
    writer.start('s:Detail');
    if (fault.detail !== undefined) writer.element('w:FaultDetail', fault.detail);
    if (fault.code !== undefined) {
      writer.start('f:WSManFault', {
        'xmlns:f': Namespace.fault,
        Code: String(fault.code >>> 0),
        Machine: fault.machine ?? 'localhost',
      });
      writer.start('f:Message');
      if (fault.provider === undefined) {
        writer.text(fault.message ?? fault.reason);
      } else {
        writer.element('f:ProviderFault', fault.provider.text, {
          provider: fault.provider.name,
          path: fault.provider.path,
        });
      }
      writer.end().end();
    }
    writer.end();
  }
  writer.end();
}

/** Codes with a category of their own; the rest are InvalidOperation or what their subcode says. */
function categoryOf(fault: WsmanFault): ErrorCategoryName {
  switch (fault.subcode) {
    case 'w:AccessDenied':
      return 'PermissionDenied';
    case 'w:TimedOut':
      return 'OperationTimeout';
    case 'w:QuotaLimit':
      return 'QuotaExceeded';
    case 'w:SchemaValidationError':
    case 'w:InvalidParameter':
    case 'w:InvalidOptions':
      return 'InvalidArgument';
    case 'w:InvalidSelectors':
    case 'a:DestinationUnreachable':
      return 'ObjectNotFound';
    default:
      return fault.code === 995 || fault.code === 1223 ? 'OperationStopped' : 'InvalidOperation';
  }
}

/** What a person reads of a fault: the most exact text the server gave. */
export function faultText(fault: WsmanFault): string {
  const texts = [fault.provider?.text, fault.message, fault.reason];
  return texts.find((text) => text !== undefined && text !== '') ?? 'The server gave no reason.';
}

/**
 * A fault as the error that commands show. `errorId` is PowerShell's name for the code, the code's own digits when
 * PowerShell has none. protocol.md 7.12
 */
export function faultError(fault: WsmanFault): WsmanFaultError {
  const code = fault.code ?? 0;
  const id = TRANSPORT_ERRORS.get(code)?.name;
  return new WsmanFaultError(code, faultText(fault), {
    errorId: id ?? String(code),
    category: categoryOf(fault),
    ...(fault.subcode === undefined ? {} : { subcode: fault.subcode }),
    ...(fault.provider === undefined ? {} : { providerText: fault.provider.text }),
  });
}
