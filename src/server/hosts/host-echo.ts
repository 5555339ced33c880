/**
 * What PowerShell's host shows besides the records: the session's client gets warnings, verbose and debug messages,
 * progress and the text of Write-Host once as records and, where it has a user interface, once as host calls. Clients
 * that draw (Enter-PSSession) take the calls; those that collect take the records. protocol.md 3.5, 3.9
 */
import {
  isDisplayed,
  PSObject,
  type PSInformationRecord,
  type PSInformationalRecord,
  type PSProgressRecord,
  type PSValue,
} from '../../protocol/objects/index.js';
import { encodeProgress } from '../../protocol/psrp/index.js';
import type { EngineHost } from '../../powershell/engine/index.js';

const LINES: Readonly<Record<PSInformationalRecord['kind'], string>> = {
  Warning: 'WriteWarningLine',
  Verbose: 'WriteVerboseLine',
  Debug: 'WriteDebugLine',
};

/** Void calls: nobody waits for them, and whether they can be sent is not the pipeline's concern. */
function tell(host: EngineHost, signal: AbortSignal, method: string, parameters: readonly PSValue[]): void {
  if (host.hasUI) host.call(method, parameters, signal).catch(() => undefined);
}

export function echoInformational(host: EngineHost, signal: AbortSignal, record: PSInformationalRecord): void {
  tell(host, signal, LINES[record.kind], [record.message]);
}

export function echoProgress(host: EngineHost, signal: AbortSignal, record: PSProgressRecord): void {
  tell(host, signal, 'WriteProgress', [0n, encodeProgress(record)]);
}

export function echoInformation(host: EngineHost, signal: AbortSignal, record: PSInformationRecord): void {
  if (!isDisplayed(record)) return;
  const data = record.messageData;
  if (!(data instanceof PSObject) || data.adapted?.has('Message') !== true) {
    tell(host, signal, 'WriteLine2', [textOf(data)]);
    return;
  }
  const text = textOf(data.adapted.get('Message') ?? null);
  const sameLine = data.adapted.get('NoNewLine') === true;
  const front = colorOf(data.adapted.get('ForegroundColor'));
  const back = colorOf(data.adapted.get('BackgroundColor'));
  if (front === undefined && back === undefined) tell(host, signal, sameLine ? 'Write1' : 'WriteLine2', [text]);
  else {
    // The colour that was not named is the host's own.
    const colors = [front ?? numberOf(host.defaults.get(0)) ?? 7, back ?? numberOf(host.defaults.get(1)) ?? 0];
    tell(host, signal, sameLine ? 'Write2' : 'WriteLine3', [...colors, text]);
  }
}

const numberOf = (value: PSValue | undefined): number | undefined => {
  const inner = value instanceof PSObject ? value.base : value;
  return typeof inner === 'number' ? inner : undefined;
};
/** ConsoleColor by number, or by name where the enum travelled as its text. */
const COLORS = [
  'Black',
  'DarkBlue',
  'DarkGreen',
  'DarkCyan',
  'DarkRed',
  'DarkMagenta',
  'DarkYellow',
  'Gray',
  'DarkGray',
  'Blue',
  'Green',
  'Cyan',
  'Red',
  'Magenta',
  'Yellow',
  'White',
];
function colorOf(value: PSValue | undefined): number | undefined {
  if (value === undefined || value === null) return undefined;
  const number = numberOf(value);
  if (number !== undefined) return number;
  const at = COLORS.indexOf(textOf(value));
  return at < 0 ? undefined : at;
}
/** The text of a message: strings as they are, objects as they print. */
function textOf(value: PSValue): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (value instanceof PSObject) return value.toString();
  if (value instanceof Uint8Array) return value.join(' ');
  return Array.isArray(value) ? value.map((item: PSValue) => textOf(item)).join(' ') : '';
}
