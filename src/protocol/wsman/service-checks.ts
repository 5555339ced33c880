/** Checks that several operations share: options, protocol version, idle timeout. protocol.md 7.3, 7.4 */
import type { RequestHeader } from './messages.js';
import { OptionName } from './names.js';
import { fail } from './service-core.js';

const MIN_IDLE_MS = 60_000;
const KNOWN = new Set(Object.values(OptionName).map((name) => name.toLowerCase()));

export function option(header: RequestHeader, name: string): string | undefined {
  return header.options.find((entry) => entry.name.toLowerCase() === name.toLowerCase())?.value;
}

/** `TRUE`, `true`, `True` and `1` are what clients write. */
export function booleanOption(header: RequestHeader, name: string): boolean {
  const value = option(header, name)?.toLowerCase();
  return value === 'true' || value === '1';
}

/** Options that have to be complied with and are not known. */
export function checkOptions(header: RequestHeader): void {
  for (const { name, mustComply } of header.options) {
    if (!mustComply || KNOWN.has(name.toLowerCase())) continue;
    if (name.startsWith('PS_'))
      fail('PLUGIN_OPTION_NOT_UNDERSTOOD', `The option ${name.slice(0, 64)} is not understood.`);
    fail('OPTIONS_NOT_SUPPORTED', `The option ${name.slice(0, 64)} is not supported.`);
  }
}

export function checkProtocolVersion(header: RequestHeader): void {
  const version = option(header, OptionName.protocolVersion);
  if (version === undefined) fail('PLUGIN_PROTOCOL_VERSION_NOT_FOUND');
  const major = /^(\d{1,4})\.\d{1,4}$/.exec(version)?.[1];
  if (major !== '2') {
    fail(
      'PLUGIN_PROTOCOL_VERSION_NOT_MATCH',
      `The protocol version ${version.slice(0, 16)} of the client is not supported; the server speaks 2.0 to 2.3.`,
    );
  }
}

export function negotiateIdleTimeout(wantedMs: number, maxMs: number): number {
  if (wantedMs < MIN_IDLE_MS || wantedMs > maxMs) {
    fail(
      'IDLETIMEOUT_OUTOFBOUNDS',
      `The idle timeout of ${Math.round(wantedMs / 1000)} seconds is outside the allowed range: 60 to ${Math.floor(maxMs / 1000)} seconds.`,
    );
  }
  return wantedMs;
}
